/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is written in the part of a network that is seen: in each box number and name, above them early start, duration and
 * early finish, below them late start, slack and late finish, as in the activity-on-node boxes of project management
 * textbooks; titles of frames; types and lags of links that are not plain. A name that is too long ends with an ellipsis;
 * nothing is written when it could not be read.
 */

#include "plan-diagram-layout-private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define DATE_SIZE 11.0
#define NAME_SIZE 12.0
#define INSET 8.0
#define BASE_LINE 0.36 /* from the middle of capitals and digits to the base line, in parts of the size */
#define ICON 22.0      /* left of the name of a milestone */
#define TITLE_MIDDLE 11.0
#define LABEL_ABOVE 5.0
#define LABEL_BESIDE 8.0

static int
compare_tasks (gconstpointer a, gconstpointer b)
{
  guint p = *(const guint *) a, q = *(const guint *) b;

  return p < q ? -1 : p > q;
}

/**
 * plan_diagram_sort_tasks:
 * @tasks: (element-type guint): indexes of tasks
 *
 * Sorts them as @selected of #PlanDiagramInput has to be.
 */
void
plan_diagram_sort_tasks (GArray *tasks)
{
  g_array_sort (tasks, compare_tasks);
}

static gboolean
is_selected (const PlanDiagramInput *input, guint task)
{
  return input->n_selected > 0 &&
         bsearch (&task, input->selected, input->n_selected, sizeof task, compare_tasks) != NULL;
}

static guint8
get_kind (const PlanTask *task, const PlanScheduledTask *dates)
{
  if (dates->summary)
    return PLAN_BAR_SUMMARY;
  if (task->gate)
    return PLAN_BAR_GATE;
  return task->milestone || (plan_ticks_is_valid (dates->start) && dates->finish <= dates->start)
    ? PLAN_BAR_MILESTONE : PLAN_BAR_TASK;
}

/* As much of the text as fits, with an ellipsis when that is not all of it. */
static char *
shorten (const PlanDiagramInput *input, const char *text, double size, gboolean bold, double width)
{
  glong low = 0, high = g_utf8_strlen (text, -1);
  g_autofree char *part = NULL;

  if (input->measure (text, size, bold, input->measure_data) <= width)
    return g_strdup (text);
  while (low < high)
    {
      glong middle = (low + high) / 2;
      g_autofree char *try = g_utf8_substring (text, 0, middle + 1);
      g_autofree char *whole = g_strconcat (g_strchomp (try), "…", NULL);

      if (middle + 1 < high && input->measure (whole, size, bold, input->measure_data) <= width)
        low = middle + 1;
      else
        high = middle;
    }
  part = g_utf8_substring (text, 0, low);
  return g_strconcat (g_strchomp (part), "…", NULL);
}

/* @align: 0 begins at @x, 1 ends there, 0.5 is centred. */
static void
add_text (PlanDiagramLayout *self, const PlanDiagramInput *input, const char *words, double x, double middle, double align,
          PlanDiagramText look)
{
  look.width = input->measure (words, look.size, look.bold, input->measure_data);
  look.x = x - look.width * align;
  look.y = middle + look.size * BASE_LINE;
  look.text = (guint) self->texts->len;
  g_string_append_len (self->texts, words, (gssize) strlen (words) + 1);
  g_array_append_val (self->labels, look);
}

static void
add_date (PlanDiagramLayout *self, const PlanDiagramInput *input, PlanTicks at, double x, double middle, double align)
{
  g_autofree char *words = NULL;

  if (!plan_ticks_is_valid (at))
    return;
  words = plan_date_format (at, PLAN_DATE_MARK);
  add_text (self, input, words, x, middle, align, (PlanDiagramText) { .size = DATE_SIZE, .ink = PLAN_INK_SECOND });
}

static char *
format_ticks (const PlanDiagramInput *input, PlanTicks ticks, guint8 unit)
{
  const PlanDuration duration = { ticks, unit, FALSE };
  PlanConversion conversion;

  plan_project_get_conversion (plan_model_get_project (input->model, input->project), &conversion);
  return plan_duration_format (&duration, &conversion);
}

static void
add_numbers (PlanDiagramLayout *self, const PlanDiagramInput *input, const PlanDiagramNode *node, gboolean critical)
{
  const PlanTask *task = plan_model_get_task_at (input->model, node->task);
  const PlanScheduledTask *dates = plan_schedule_get_task (input->schedule, node->task);
  double left = node->x + INSET, right = node->x + PLAN_DIAGRAM_BOX_WIDTH - INSET, centre = (left + right) / 2;
  double top = node->y + PLAN_DIAGRAM_DATES / 2, foot = node->y + PLAN_DIAGRAM_BOX_HEIGHT - PLAN_DIAGRAM_DATES / 2;
  g_autofree char *duration = format_ticks (input, dates->duration, dates->summary ? PLAN_UNIT_DAY : task->duration_unit);
  g_autofree char *slack = format_ticks (input, dates->total_slack, PLAN_UNIT_DAY);

  if (!plan_ticks_is_valid (dates->start))
    return;
  add_date (self, input, dates->early_start, left, top, 0);
  add_text (self, input, duration, centre, top, 0.5, (PlanDiagramText) { .size = DATE_SIZE, .ink = PLAN_INK_TEXT });
  add_date (self, input, dates->early_finish, right, top, 1);
  add_date (self, input, dates->late_start, left, foot, 0);
  add_text (self, input, slack, centre, foot, 0.5,
            (PlanDiagramText) { .size = DATE_SIZE, .ink = critical ? PLAN_INK_CRITICAL : PLAN_INK_TEXT, .bold = critical });
  add_date (self, input, dates->late_finish, right, foot, 1);
}

static void
add_name (PlanDiagramLayout *self, const PlanDiagramInput *input, const PlanDiagramNode *node, PlanDiagramBox *box)
{
  const PlanTask *task = plan_model_get_task_at (input->model, node->task);
  double left = node->x + INSET, middle = node->y + PLAN_DIAGRAM_BOX_HEIGHT / 2;
  double room;
  char number[24];
  g_autofree char *name = NULL;

  g_snprintf (number, sizeof number, "%u", node->number);
  add_text (self, input, number, left, middle, 0, (PlanDiagramText) { .size = DATE_SIZE, .ink = PLAN_INK_SECOND });
  left += g_array_index (self->labels, PlanDiagramText, self->labels->len - 1).width + INSET;
  if (box->kind == PLAN_BAR_MILESTONE || box->kind == PLAN_BAR_GATE)
    left += ICON;
  box->name_x = left;
  room = node->x + PLAN_DIAGRAM_BOX_WIDTH - INSET - left;
  name = shorten (input, task->name != NULL ? task->name : "", NAME_SIZE, TRUE, room);
  add_text (self, input, name, left, middle, 0, (PlanDiagramText) { .size = NAME_SIZE, .ink = PLAN_INK_TEXT, .bold = TRUE });
}

static void
add_boxes (PlanDiagramLayout *self, const PlanDiagramInput *input)
{
  guint n_nodes;
  const PlanDiagramNode *nodes = plan_diagram_get_nodes (input->diagram, &n_nodes);

  for (guint i = 0; i < n_nodes; i++)
    {
      const PlanDiagramNode *node = &nodes[i];
      const PlanScheduledTask *dates = plan_schedule_get_task (input->schedule, node->task);
      PlanDiagramBox box = { .x = node->x, .y = node->y, .task = node->task };

      if (node->x > input->x1 || node->x + PLAN_DIAGRAM_BOX_WIDTH < input->x0 || node->y > input->y1 ||
          node->y + PLAN_DIAGRAM_BOX_HEIGHT < input->y0)
        continue;
      box.kind = get_kind (plan_model_get_task_at (input->model, node->task), dates);
      box.critical = input->critical && dates->critical;
      box.selected = is_selected (input, node->task);
      box.done = PLAN_DIAGRAM_BOX_WIDTH * CLAMP (dates->percent_complete, 0, PLAN_PERCENT_HUNDRED)
                 / (double) PLAN_PERCENT_HUNDRED;
      if (input->with_words)
        {
          add_numbers (self, input, node, box.critical);
          add_name (self, input, node, &box);
        }
      g_array_append_val (self->boxes, box);
    }
}

static void
add_frames (PlanDiagramLayout *self, const PlanDiagramInput *input)
{
  guint n_groups;
  const PlanDiagramGroup *groups = plan_diagram_get_groups (input->diagram, &n_groups);

  for (guint i = 0; i < n_groups; i++)
    {
      const PlanDiagramGroup *group = &groups[i];
      const PlanTask *task = plan_model_get_task_at (input->model, group->task);
      g_autofree char *title = NULL;
      g_autofree char *fitting = NULL;

      if (group->x > input->x1 || group->x + group->width < input->x0 || group->y > input->y1 ||
          group->y + group->height < input->y0)
        continue;
      g_array_append_val (self->groups, *group);
      if (!input->with_words)
        continue;
      title = g_strdup_printf ("%u  %s", group->number, task->name != NULL ? task->name : "");
      fitting = shorten (input, title, NAME_SIZE, TRUE, group->width - 2 * INSET);
      add_text (self, input, fitting, group->x + INSET, group->y + TITLE_MIDDLE, 0,
                (PlanDiagramText) { .size = NAME_SIZE, .ink = PLAN_INK_SECOND, .bold = TRUE });
    }
}

/* The type and lag of a link that is more than “then”, where it arrives. */
static void
add_link_label (PlanDiagramLayout *self, const PlanDiagramInput *input, const PlanDiagramPath *path)
{
  const PlanLink *link = plan_model_get_link_at (input->model, path->link);
  const PlanDiagramPoint *points = plan_diagram_get_points (input->diagram, path);
  PlanConversion conversion;
  const PlanLag lag = { link->lag, link->lag_unit };
  const PlanDiagramPoint *tip = &points[path->n_points - 1];
  gboolean from_left = tip->x >= points[path->n_points - 2].x;
  g_autofree char *amount = NULL;
  g_autofree char *words = NULL;

  if (link->type == PLAN_LINK_FS && link->lag == 0)
    return;
  plan_project_get_conversion (plan_model_get_project (input->model, input->project), &conversion);
  amount = link->lag != 0 ? plan_lag_to_text (&lag, &conversion) : g_strdup ("");
  words = g_strconcat (plan_link_type_get_symbol (link->type), link->lag > 0 ? "+" : "", amount, NULL);
  add_text (self, input, words, from_left ? tip->x - LABEL_BESIDE : tip->x + LABEL_BESIDE, tip->y - LABEL_ABOVE - DATE_SIZE / 2,
            from_left ? 1 : 0, (PlanDiagramText) { .size = DATE_SIZE, .ink = PLAN_INK_LINK, .halo = TRUE });
}

static void
add_lines (PlanDiagramLayout *self, const PlanDiagramInput *input)
{
  guint n_paths, n_nodes;
  const PlanDiagramPath *paths = plan_diagram_get_paths (input->diagram, &n_paths);
  const PlanDiagramNode *nodes = plan_diagram_get_nodes (input->diagram, &n_nodes);

  for (guint i = 0; i < n_paths; i++)
    {
      const PlanDiagramPath *path = &paths[i];
      PlanDiagramLine line = { i, FALSE };

      if (path->x0 > input->x1 || path->x1 < input->x0 || path->y0 > input->y1 || path->y1 < input->y0)
        continue;
      line.critical = input->critical && plan_schedule_get_task (input->schedule, nodes[path->from].task)->critical &&
                      plan_schedule_get_task (input->schedule, nodes[path->to].task)->critical;
      g_array_append_val (self->lines, line);
      if (input->with_words)
        add_link_label (self, input, path);
    }
}

/**
 * plan_diagram_layout_new:
 *
 * Returns: (transfer full): the part that is seen; valid as long as the network
 */
PlanDiagramLayout *
plan_diagram_layout_new (const PlanDiagramInput *input)
{
  PlanDiagramLayout *self = g_new0 (PlanDiagramLayout, 1);

  self->diagram = input->diagram;
  self->hover = input->hover;
  self->groups = g_array_new (FALSE, FALSE, sizeof (PlanDiagramGroup));
  self->boxes = g_array_new (FALSE, FALSE, sizeof (PlanDiagramBox));
  self->lines = g_array_new (FALSE, FALSE, sizeof (PlanDiagramLine));
  self->labels = g_array_new (FALSE, FALSE, sizeof (PlanDiagramText));
  self->texts = g_string_new (NULL);
  add_frames (self, input);
  add_lines (self, input);
  add_boxes (self, input);
  return self;
}

/**
 * plan_diagram_layout_free:
 */
void
plan_diagram_layout_free (PlanDiagramLayout *self)
{
  g_array_unref (self->groups);
  g_array_unref (self->boxes);
  g_array_unref (self->lines);
  g_array_unref (self->labels);
  g_string_free (self->texts, TRUE);
  g_free (self);
}

/**
 * plan_diagram_layout_get_boxes:
 * @n_boxes: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_boxes): the boxes that are seen
 */
const PlanDiagramBox *
plan_diagram_layout_get_boxes (const PlanDiagramLayout *self, guint *n_boxes)
{
  *n_boxes = self->boxes->len;
  return (const PlanDiagramBox *) (gpointer) self->boxes->data;
}

/**
 * plan_diagram_layout_to_text:
 *
 * Returns: (transfer full): boxes and words, one to a line: what tests compare
 */
char *
plan_diagram_layout_to_text (const PlanDiagramLayout *self)
{
  static const char *const kinds[] = { "task", "summary", "milestone", "gate" };
  static const char *const inks[] = { "text", "second", "critical", "holiday", "makeup", "today", "link" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->boxes->len; i++)
    {
      const PlanDiagramBox *box = &g_array_index (self->boxes, PlanDiagramBox, i);

      g_string_append_printf (text, "box %s %.0f %.0f done %.1f%s%s\n", kinds[box->kind], box->x, box->y, box->done,
                              box->critical ? " critical" : "", box->selected ? " selected" : "");
    }
  for (guint i = 0; i < self->lines->len; i++)
    if (g_array_index (self->lines, PlanDiagramLine, i).critical)
      g_string_append_printf (text, "critical link %u\n", g_array_index (self->lines, PlanDiagramLine, i).path);
  for (guint i = 0; i < self->labels->len; i++)
    {
      const PlanDiagramText *label = &g_array_index (self->labels, PlanDiagramText, i);

      g_string_append_printf (text, "text %s%s %.1f %.1f %.1f: %s\n", inks[label->ink], label->bold ? " bold" : "",
                              label->x, label->y,
                              label->size, self->texts->str + label->text);
    }
  return g_string_free (text, FALSE);
}
