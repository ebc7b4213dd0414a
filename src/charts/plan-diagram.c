/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The network diagram: a box for each task and for each summary that has links of its own, in columns by dependency, the
 * tasks of one summary together in a frame. Boxes and links are collected here and then placed by -layers.c, -rows.c,
 * -pack.c and -routes.c; n log n in all. What is written in the boxes is the matter of plan-diagram-layout.
 */

#include "plan-diagram-private.h"

#include <math.h>
#include <string.h>

#define STEPS 6

/* The group of a row: its own when it is a summary, else that of the summary above it. */
static guint
find_group (PlanDiagram *self, const PlanOutline *outline, guint row, guint *group_of_row)
{
  guint owner = plan_outline_is_summary (outline, row) ? row : outline->rows[row].parent;
  guint *known = &group_of_row[owner == PLAN_INDEX_NONE ? outline->n_rows : owner];

  if (*known == PLAN_INDEX_NONE)
    {
      PlanDiagramBand band = { .outline_row = owner };

      *known = self->bands->len;
      g_array_append_val (self->bands, band);
    }
  return *known;
}

static gboolean
has_box (const PlanDiagramPlan *plan, guint row)
{
  guint index = plan->outline->rows[row].task, n_before, n_behind;
  const PlanTask *task = plan_model_get_task_at (plan->model, index);

  if (task->blank || (plan->hidden != NULL && plan->hidden[index]))
    return FALSE;
  if (!plan_outline_is_summary (plan->outline, row))
    return TRUE;
  plan_task_index_get_predecessors (plan->index, index, &n_before);
  plan_task_index_get_successors (plan->index, index, &n_behind);
  return n_before + n_behind > 0;
}

static void
collect_nodes (PlanDiagram *self, const PlanDiagramPlan *plan)
{
  const PlanOutline *outline = plan->outline;
  g_autofree guint *group_of_row = g_new (guint, outline->n_rows + 1);

  self->n_tasks = plan_model_get_n (plan->model, PLAN_RECORD_TASK);
  self->node_of_task = g_new (guint, self->n_tasks + 1);
  memset (self->node_of_task, 0xff, sizeof (guint) * (self->n_tasks + 1));
  memset (group_of_row, 0xff, sizeof (guint) * (outline->n_rows + 1));
  for (guint row = 0; row < outline->n_rows; row++)
    {
      PlanDiagramNode node = { .task = outline->rows[row].task, .number = row + 1 };

      if (!has_box (plan, row))
        continue;
      node.group = find_group (self, outline, row, group_of_row);
      self->node_of_task[node.task] = self->nodes->len;
      g_array_append_val (self->nodes, node);
    }
}

static void
collect_edges (PlanDiagram *self, const PlanDiagramPlan *plan)
{
  self->out_first = g_new0 (guint, self->nodes->len + 2);
  for (guint i = 0; i < self->nodes->len; i++)
    {
      guint n;
      const guint *links = plan_task_index_get_successors (plan->index, plan_diagram_node (self, i)->task, &n);

      self->out_first[i] = self->edges->len;
      for (guint k = 0; k < n; k++)
        {
          PlanDiagramEdge edge = { .from = i, .link = links[k], .type = plan_model_get_link_at (plan->model, links[k])->type };
          guint from, to;

          plan_task_index_get_ends (plan->index, links[k], &from, &to);
          edge.to = to < self->n_tasks ? self->node_of_task[to] : PLAN_INDEX_NONE;
          if (edge.to != PLAN_INDEX_NONE && edge.to != i)
            g_array_append_val (self->edges, edge);
        }
    }
  self->out_first[self->nodes->len] = self->edges->len;
}

/* The same edges by the box at which they end. */
static void
turn_edges (PlanDiagram *self)
{
  g_autofree guint *next = NULL;

  self->in_first = g_new0 (guint, self->nodes->len + 2);
  self->in_edges = g_new (guint, self->edges->len + 1);
  for (guint e = 0; e < self->edges->len; e++)
    self->in_first[plan_diagram_edge (self, e)->to + 1]++;
  for (guint i = 0; i < self->nodes->len; i++)
    self->in_first[i + 1] += self->in_first[i];
  next = g_memdup2 (self->in_first, sizeof (guint) * (self->nodes->len + 1));
  for (guint e = 0; e < self->edges->len; e++)
    self->in_edges[next[plan_diagram_edge (self, e)->to]++] = e;
}

static void
add_frames (PlanDiagram *self, const PlanOutline *outline)
{
  g_autofree PlanDiagramGroup *frames = g_new0 (PlanDiagramGroup, self->bands->len + 1);

  for (guint i = 0; i < self->bands->len; i++)
    frames[i] = (PlanDiagramGroup) { G_MAXDOUBLE, G_MAXDOUBLE, 0, 0, PLAN_INDEX_NONE, 0 };
  for (guint i = 0; i < self->nodes->len; i++)
    {
      PlanDiagramNode *node = plan_diagram_node (self, i);
      PlanDiagramGroup *frame = &frames[node->group];

      frame->x = MIN (frame->x, node->x - PLAN_DIAGRAM_FRAME_SIDE);
      frame->y = MIN (frame->y, node->y - PLAN_DIAGRAM_TITLE);
      frame->width = MAX (frame->width, node->x + PLAN_DIAGRAM_BOX_WIDTH + PLAN_DIAGRAM_FRAME_SIDE);
      frame->height = MAX (frame->height, node->y + PLAN_DIAGRAM_BOX_HEIGHT + PLAN_DIAGRAM_FRAME_FOOT);
    }
  for (guint i = 0; i < self->bands->len; i++)
    {
      guint row = g_array_index (self->bands, PlanDiagramBand, i).outline_row;

      if (row == PLAN_INDEX_NONE)
        continue;
      frames[i].width -= frames[i].x;
      frames[i].height -= frames[i].y;
      frames[i].task = outline->rows[row].task;
      frames[i].number = row + 1;
      g_array_append_val (self->groups, frames[i]);
    }
}

/**
 * plan_diagram_hide_uncritical:
 *
 * Returns: (transfer full): by index of the task, whether it is not critical
 */
guint8 *
plan_diagram_hide_uncritical (const PlanModel *model, const PlanSchedule *schedule)
{
  guint n = plan_model_get_n (model, PLAN_RECORD_TASK);
  guint8 *hidden = g_new (guint8, n + 1);

  for (guint i = 0; i < n; i++)
    hidden[i] = !plan_schedule_get_task (schedule, i)->critical;
  return hidden;
}

/**
 * plan_diagram_new:
 * @progress: (nullable): tells how far it is, and stops it
 *
 * Returns: (transfer full) (nullable): the network, or %NULL with %PLAN_ERROR_CANCELLED
 */
PlanDiagram *
plan_diagram_new (const PlanDiagramPlan *plan, PlanProgress *progress, GError **error)
{
  g_autoptr (PlanDiagram) self = g_new0 (PlanDiagram, 1);

  self->nodes = g_array_new (FALSE, FALSE, sizeof (PlanDiagramNode));
  self->groups = g_array_new (FALSE, FALSE, sizeof (PlanDiagramGroup));
  self->paths = g_array_new (FALSE, FALSE, sizeof (PlanDiagramPath));
  self->points = g_array_new (FALSE, FALSE, sizeof (PlanDiagramPoint));
  self->edges = g_array_new (FALSE, FALSE, sizeof (PlanDiagramEdge));
  self->cells = g_array_new (FALSE, FALSE, sizeof (PlanDiagramCell));
  self->bands = g_array_new (FALSE, FALSE, sizeof (PlanDiagramBand));
  collect_nodes (self, plan);
  collect_edges (self, plan);
  turn_edges (self);
  if (!plan_progress_step (progress, 1, STEPS, error))
    return NULL;
  plan_diagram_set_layers (self);
  if (!plan_progress_step (progress, 2, STEPS, error))
    return NULL;
  plan_diagram_set_rows (self);
  if (!plan_progress_step (progress, 4, STEPS, error))
    return NULL;
  plan_diagram_pack (self);
  plan_diagram_route (self);
  add_frames (self, plan->outline);
  return g_steal_pointer (&self);
}

/**
 * plan_diagram_free:
 */
void
plan_diagram_free (PlanDiagram *self)
{
  GArray *arrays[] = { self->nodes, self->groups, self->paths, self->points, self->edges, self->cells, self->bands };

  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_array_unref (arrays[i]);
  g_free (self->node_of_task);
  g_free (self->out_first);
  g_free (self->in_edges);
  g_free (self->in_first);
  g_free (self->order);
  g_free (self->by_row);
  g_free (self);
}

/**
 * plan_diagram_get_size:
 * @width: (out): of the whole diagram with its margins, in chart units; likewise @height
 */
void
plan_diagram_get_size (const PlanDiagram *self, double *width, double *height)
{
  *width = self->width;
  *height = self->height;
}

/**
 * plan_diagram_get_nodes:
 * @n_nodes: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_nodes): the boxes in the order of the outline
 */
const PlanDiagramNode *
plan_diagram_get_nodes (const PlanDiagram *self, guint *n_nodes)
{
  *n_nodes = self->nodes->len;
  return (const PlanDiagramNode *) (gpointer) self->nodes->data;
}

/**
 * plan_diagram_get_groups:
 * @n_groups: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_groups): the frames in the order of the outline
 */
const PlanDiagramGroup *
plan_diagram_get_groups (const PlanDiagram *self, guint *n_groups)
{
  *n_groups = self->groups->len;
  return (const PlanDiagramGroup *) (gpointer) self->groups->data;
}

/**
 * plan_diagram_get_paths:
 * @n_paths: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_paths): the links
 */
const PlanDiagramPath *
plan_diagram_get_paths (const PlanDiagram *self, guint *n_paths)
{
  *n_paths = self->paths->len;
  return (const PlanDiagramPath *) (gpointer) self->paths->data;
}

/**
 * plan_diagram_get_points:
 *
 * Returns: (transfer none): the points of a link
 */
const PlanDiagramPoint *
plan_diagram_get_points (const PlanDiagram *self, const PlanDiagramPath *path)
{
  return &g_array_index (self->points, PlanDiagramPoint, path->first_point);
}

/**
 * plan_diagram_find:
 * @task: index of a task in the model
 *
 * Returns: its node, or %PLAN_INDEX_NONE when it has no box
 */
guint
plan_diagram_find (const PlanDiagram *self, guint task)
{
  return task < self->n_tasks ? self->node_of_task[task] : PLAN_INDEX_NONE;
}

/* Of the boxes at the other ends of the links, the one in the nearest line. */
static guint
find_neighbour (const PlanDiagram *self, guint node, gboolean forward)
{
  guint first = forward ? self->out_first[node] : self->in_first[node];
  guint end = forward ? self->out_first[node + 1] : self->in_first[node + 1];
  guint best = PLAN_INDEX_NONE;
  double least = G_MAXDOUBLE;

  for (guint i = first; i < end; i++)
    {
      const PlanDiagramEdge *edge = plan_diagram_edge (self, forward ? i : self->in_edges[i]);
      guint other = forward ? edge->to : edge->from;
      double far = fabs (plan_diagram_node (self, other)->y - plan_diagram_node (self, node)->y);

      if (far < least)
        {
          least = far;
          best = other;
        }
    }
  return best;
}

/* The nearest box above or below in the same column. */
static guint
find_in_column (const PlanDiagram *self, guint node, int direction)
{
  const PlanDiagramNode *own = plan_diagram_node (self, node);
  guint best = PLAN_INDEX_NONE, least = G_MAXUINT;

  for (guint i = 0; i < self->nodes->len; i++)
    {
      const PlanDiagramNode *other = plan_diagram_node (self, i);
      guint far = direction < 0 ? own->row - other->row : other->row - own->row;

      /* Lines on the other side are very far as unsigned numbers. */
      if (other->layer == own->layer && i != node && far < self->n_rows && far < least)
        {
          least = far;
          best = i;
        }
    }
  return best;
}

/**
 * plan_diagram_step:
 *
 * Returns: the node to which a key leads from @node, or %PLAN_INDEX_NONE
 */
guint
plan_diagram_step (const PlanDiagram *self, guint node, PlanDiagramStep step)
{
  if (step == PLAN_DIAGRAM_LEFT || step == PLAN_DIAGRAM_RIGHT)
    return find_neighbour (self, node, step == PLAN_DIAGRAM_RIGHT);
  return find_in_column (self, node, step == PLAN_DIAGRAM_UP ? -1 : 1);
}

/**
 * plan_diagram_node_at:
 *
 * Returns: the node whose box lies there, or %PLAN_INDEX_NONE
 */
guint
plan_diagram_node_at (const PlanDiagram *self, double x, double y)
{
  for (guint i = 0; i < self->nodes->len; i++)
    {
      const PlanDiagramNode *node = plan_diagram_node (self, i);

      if (x >= node->x && x < node->x + PLAN_DIAGRAM_BOX_WIDTH && y >= node->y && y < node->y + PLAN_DIAGRAM_BOX_HEIGHT)
        return i;
    }
  return PLAN_INDEX_NONE;
}

static gboolean
is_on_path (const PlanDiagram *self, const PlanDiagramPath *path, double x, double y, double reach)
{
  const PlanDiagramPoint *points = plan_diagram_get_points (self, path);

  for (guint i = 1; i < path->n_points; i++)
    if (x >= MIN (points[i - 1].x, points[i].x) - reach && x <= MAX (points[i - 1].x, points[i].x) + reach &&
        y >= MIN (points[i - 1].y, points[i].y) - reach && y <= MAX (points[i - 1].y, points[i].y) + reach)
      return TRUE;
  return FALSE;
}

/**
 * plan_diagram_path_at:
 * @reach: how near is near enough, in chart units
 *
 * Returns: index of the path that runs there, or %PLAN_INDEX_NONE
 */
guint
plan_diagram_path_at (const PlanDiagram *self, double x, double y, double reach)
{
  for (guint i = self->paths->len; i > 0; i--)
    {
      const PlanDiagramPath *path = &g_array_index (self->paths, PlanDiagramPath, i - 1);

      if (x >= path->x0 - reach && x <= path->x1 + reach && y >= path->y0 - reach && y <= path->y1 + reach &&
          is_on_path (self, path, x, y, reach))
        return i - 1;
    }
  return PLAN_INDEX_NONE;
}

/**
 * plan_diagram_to_text:
 *
 * Returns: (transfer full): all places, one to a line: what tests compare
 */
char *
plan_diagram_to_text (const PlanDiagram *self)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "size %.0f %.0f, %u columns, %u lines\n", self->width, self->height, self->n_layers,
                          self->n_rows);
  for (guint i = 0; i < self->groups->len; i++)
    {
      const PlanDiagramGroup *group = &g_array_index (self->groups, PlanDiagramGroup, i);

      g_string_append_printf (text, "group %u: %.0f %.0f %.0f %.0f\n", group->number, group->x, group->y,
                              group->width, group->height);
    }
  for (guint i = 0; i < self->nodes->len; i++)
    {
      const PlanDiagramNode *node = plan_diagram_node (self, i);

      g_string_append_printf (text, "box %u: column %u, line %u, %.0f %.0f\n", node->number, node->layer, node->row,
                              node->x, node->y);
    }
  for (guint i = 0; i < self->paths->len; i++)
    {
      const PlanDiagramPath *path = &g_array_index (self->paths, PlanDiagramPath, i);
      const PlanDiagramPoint *points = plan_diagram_get_points (self, path);

      g_string_append_printf (text, "link %u to %u:", plan_diagram_node (self, path->from)->number,
                              plan_diagram_node (self, path->to)->number);
      for (guint k = 0; k < path->n_points; k++)
        g_string_append_printf (text, " %.0f,%.0f", points[k].x, points[k].y);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}
