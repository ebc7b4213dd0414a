/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The load of people under the time scale of the chart, in numbers: a bar in each cell of the lower tier, with a part for
 * each project, the capacity as a line of steps, and what is over, at the top of its bar. What lies behind is a chart
 * without rows.
 */

#include "plan-load-layout-private.h"

#include <math.h>
#include <string.h>

#define HEADROOM 1.15
#define LEAST_MARK_PX 20.0
#define MOST_MARKS 5
#define NUMBER_GAP 3.0
#define WIDE_CELL 18.0
#define NARROW_CELL 5.0

/* More cells than that are not looked through for the highest bar. */
#define MOST_CELLS 6000

/* Cells of the lower tier, and where the last one ends. */
typedef struct
{
  GArray *edges; /* of PlanTicks */
  GArray *xs;    /* of double */
} Cells;

/* One cell more than is seen, which is only an edge. */
static void
list_cells (const PlanTimescale *scale, double x0, double x1, Cells *cells)
{
  g_autoptr (GArray) ticks = plan_timescale_lower (scale, x0, x1);
  double end = ticks->len > 0 ? g_array_index (ticks, PlanTick, ticks->len - 1).end : x1;
  g_autoptr (GArray) more = plan_timescale_lower (scale, x0, end + 1);

  cells->edges = g_array_new (FALSE, FALSE, sizeof (PlanTicks));
  cells->xs = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 0; i < more->len; i++)
    {
      const PlanTick *tick = &g_array_index (more, PlanTick, i);

      g_array_append_val (cells->edges, tick->start);
      g_array_append_val (cells->xs, tick->x);
    }
}

static void
clear_cells (Cells *cells)
{
  g_array_unref (cells->edges);
  g_array_unref (cells->xs);
}

static PlanLoadCell *
read_cells (const PlanLoadInput *input, const Cells *cells, guint n_cells)
{
  PlanLoadCell *load = g_new0 (PlanLoadCell, n_cells + 1);

  for (guint i = 0; i < input->n_people; i++)
    plan_load_read (input->load, input->people[i], (const PlanTicks *) (gpointer) cells->edges->data, n_cells, load);
  return load;
}

static PlanTicks
find_most (const PlanLoadInput *input, double x0, double x1)
{
  Cells cells;
  PlanTicks most = 0;

  list_cells (&input->scale, x0, x1, &cells);
  if (cells.edges->len > 1)
    {
      guint n = cells.edges->len - 1;
      g_autofree PlanLoadCell *load = read_cells (input, &cells, n);

      for (guint i = 0; i < n; i++)
        most = MAX (most, MAX (load[i].work, load[i].capacity));
    }
  clear_cells (&cells);
  return most;
}

/**
 * plan_load_find_top:
 * @input: of which only the stretch and the height do not matter
 *
 * Returns: ticks of the highest bar or capacity at this scale, from the first work of the people to their last; 0 when that
 *   is too long to be looked through. A chart that is drawn with it does not change its height while it is scrolled
 */
PlanTicks
plan_load_find_top (const PlanLoadInput *input)
{
  PlanTicks start = G_MAXINT64, finish = G_MININT64, from, to;
  double x0, x1;

  for (guint i = 0; i < input->n_people; i++)
    if (plan_load_get_extent (input->load, input->people[i], &from, &to))
      {
        start = MIN (start, from);
        finish = MAX (finish, to);
      }
  if (start > finish)
    return 0;
  x0 = plan_timescale_x (&input->scale, start);
  x1 = plan_timescale_x (&input->scale, finish);
  return (x1 - x0) / NARROW_CELL / 3 * input->n_people > MOST_CELLS ? 0 : find_most (input, x0, x1);
}

/* Hours between two lines of the scale. */
static PlanTicks
choose_step (PlanTicks top, double height)
{
  static const int hours[] = { 1, 2, 4, 8, 20, 40, 80, 200, 400 };
  PlanTicks step = 0;

  for (PlanTicks decade = PLAN_TICKS_PER_HOUR;; decade *= 1000)
    for (guint i = 0; i < G_N_ELEMENTS (hours); i++)
      {
        step = hours[i] * decade;
        if (top / step <= MOST_MARKS && height * step / (top * HEADROOM) >= LEAST_MARK_PX)
          return step;
        if (step > top)
          return step;
      }
}

static double
get_y (const PlanLoadLayout *self, PlanTicks work)
{
  return self->height - work / self->top * self->height;
}

static void
add_marks (PlanLoadLayout *self, PlanTicks top)
{
  PlanTicks step = choose_step (top, self->height);

  for (PlanTicks at = 0; at <= self->top; at += step)
    {
      PlanLoadMark mark = { .y = get_y (self, at) };
      g_autofree char *hours = at > 0 ? plan_load_format_work (at) : g_strdup ("0");

      g_strlcpy (mark.label, hours, sizeof mark.label);
      if (mark.y >= self->metrics.label_size / 2)
        g_array_append_val (self->marks, mark);
    }
}

static double
get_inset (double width)
{
  return width >= WIDE_CELL ? 3 : width >= NARROW_CELL ? 1 : 0;
}

static void
add_bar (PlanLoadLayout *self, const Cells *cells, guint i, const PlanLoadCell *load)
{
  PlanLoadBar bar = { .load = *load };
  double inset;

  bar.left = g_array_index (cells->xs, double, i);
  bar.right = g_array_index (cells->xs, double, i + 1);
  bar.start = g_array_index (cells->edges, PlanTicks, i);
  bar.finish = g_array_index (cells->edges, PlanTicks, i + 1);
  inset = get_inset (bar.right - bar.left);
  bar.x = bar.left + inset;
  bar.width = bar.right - bar.left - 2 * inset;
  bar.y = get_y (self, load->work);
  bar.capacity_y = get_y (self, load->capacity);
  bar.over_y = get_y (self, load->work - MIN (load->over, load->work));
  g_array_append_val (self->bars, bar);
}

/* The number of a bar, where it does not reach into the next one. */
static void
add_number (PlanLoadLayout *self, const PlanLoadInput *input, const PlanLoadBar *bar)
{
  g_autofree char *unit = plan_load_format_work (bar->load.work), *hours = plan_load_format_hours (bar->load.work);
  const char *words[] = { unit, hours };
  gboolean over = bar->load.over > 0;

  for (guint i = over ? 0 : 1; bar->load.work > 0 && i < G_N_ELEMENTS (words); i++)
    {
      PlanLoadNumber number = { .over = over };
      double size = self->metrics.lower_label_size;
      double width = input->measure (words[i], size, over, input->measure_data);

      if (width > bar->right - bar->left - 1 || strlen (words[i]) >= sizeof number.words)
        continue;
      number.x = (bar->left + bar->right - width) / 2;
      number.y = bar->y - NUMBER_GAP;
      /* The line of the capacity must not go through it. */
      if (!over && number.y + NUMBER_GAP > bar->capacity_y && number.y - size < bar->capacity_y)
        number.y = bar->capacity_y - NUMBER_GAP;
      number.y = MAX (number.y, size * 0.8);
      g_strlcpy (number.words, words[i], sizeof number.words);
      g_array_append_val (self->numbers, number);
      return;
    }
}

/* Projects in the order in which the office lists them, so that the order of the parts is the same in all bars. */
static void
list_projects (PlanLoadLayout *self, const PlanModel *model, guint *part_of_project)
{
  g_autoptr (GArray) ids = plan_model_list_projects (model);

  for (guint i = 0; i < ids->len; i++)
    {
      guint index = plan_model_find (model, PLAN_RECORD_PROJECT, g_array_index (ids, PlanId, i));

      part_of_project[index] = i;
      g_array_append_val (self->projects, index);
    }
}

static void
add_segments (PlanLoadLayout *self, const PlanModel *model, const PlanTicks *work, guint n_cells)
{
  g_autofree double *foot = g_new (double, n_cells);
  guint n_used = 0;

  for (guint i = 0; i < n_cells; i++)
    foot[i] = self->height;
  for (guint part = 0; part < self->projects->len; part++)
    {
      guint project = g_array_index (self->projects, guint, part);
      const PlanProject *body = plan_model_get_at (model, PLAN_RECORD_PROJECT, project);
      guint before = self->segments->len;

      for (guint i = 0; i < n_cells; i++)
        {
          const PlanLoadBar *bar = &g_array_index (self->bars, PlanLoadBar, i);
          PlanTicks ticks = work[(gsize) part * n_cells + i];
          double height = ticks / self->top * self->height;
          PlanLoadSegment segment = { bar->x, foot[i] - height, bar->width, height, i, project, (guint) body->colour };

          if (ticks <= 0)
            continue;
          foot[i] -= height;
          g_array_append_val (self->segments, segment);
        }
      if (self->segments->len > before)
        g_array_index (self->projects, guint, n_used++) = project;
    }
  g_array_set_size (self->projects, n_used);
}

static void
add_ground (PlanLoadLayout *self, const PlanLoadInput *input)
{
  PlanGanttInput ground = {
    .model = input->model, .schedule = input->schedule, .rows = &self->rows, .project = input->project,
    .scale = input->scale, .metrics = input->metrics, .show = PLAN_GANTT_NON_WORKING | PLAN_GANTT_TODAY,
    .x0 = input->x0, .x1 = input->x1, .foot = 1, .today = input->today,
    .measure = input->measure, .measure_data = input->measure_data,
  };

  self->ground = plan_gantt_layout_new (&ground);
}

static void
add_bars (PlanLoadLayout *self, const PlanLoadInput *input, const Cells *cells)
{
  guint n = cells->edges->len - 1, n_projects = plan_model_get_n (input->model, PLAN_RECORD_PROJECT);
  g_autofree PlanLoadCell *load = read_cells (input, cells, n);
  g_autofree guint *part_of_project = g_new0 (guint, n_projects + 1);
  g_autofree PlanTicks *work = g_new0 (PlanTicks, (gsize) n * MAX (n_projects, 1));
  PlanTicks top = input->top;

  for (guint i = 0; i < n; i++)
    top = MAX (top, MAX (load[i].work, load[i].capacity));
  top = MAX (top, PLAN_TICKS_PER_HOUR);
  self->top = top * HEADROOM;
  add_marks (self, top);
  for (guint i = 0; i < n; i++)
    add_bar (self, cells, i, &load[i]);
  list_projects (self, input->model, part_of_project);
  for (guint i = 0; i < input->n_people; i++)
    plan_load_read_parts (input->load, input->people[i], (const PlanTicks *) (gpointer) cells->edges->data, n,
                          part_of_project, work);
  add_segments (self, input->model, work, n);
  for (guint i = 0; i < n; i++)
    add_number (self, input, &g_array_index (self->bars, PlanLoadBar, i));
}

/**
 * plan_load_layout_new:
 * @input: what to lay out; used only during the call
 *
 * Returns: (transfer full): the load in numbers
 */
PlanLoadLayout *
plan_load_layout_new (const PlanLoadInput *input)
{
  PlanLoadLayout *self = g_new0 (PlanLoadLayout, 1);
  Cells cells;

  g_return_val_if_fail (input->scale.px_per_day > 0, NULL);
  self->metrics = *input->metrics;
  self->height = MAX (input->height, 1);
  self->bars = g_array_new (FALSE, FALSE, sizeof (PlanLoadBar));
  self->segments = g_array_new (FALSE, FALSE, sizeof (PlanLoadSegment));
  self->marks = g_array_new (FALSE, FALSE, sizeof (PlanLoadMark));
  self->numbers = g_array_new (FALSE, FALSE, sizeof (PlanLoadNumber));
  self->projects = g_array_new (FALSE, FALSE, sizeof (guint));
  add_ground (self, input);
  list_cells (&input->scale, input->x0, input->x1, &cells);
  if (cells.edges->len > 1)
    add_bars (self, input, &cells);
  clear_cells (&cells);
  return self;
}

/**
 * plan_load_layout_free:
 */
void
plan_load_layout_free (PlanLoadLayout *self)
{
  if (self == NULL)
    return;
  plan_gantt_layout_free (self->ground);
  g_array_unref (self->bars);
  g_array_unref (self->segments);
  g_array_unref (self->marks);
  g_array_unref (self->numbers);
  g_array_unref (self->projects);
  g_free (self);
}

/**
 * plan_load_layout_get_bars:
 * @n_bars: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_bars): the cells of the stretch, the first first
 */
const PlanLoadBar *
plan_load_layout_get_bars (const PlanLoadLayout *self, guint *n_bars)
{
  *n_bars = self->bars->len;
  return (const PlanLoadBar *) (gpointer) self->bars->data;
}

/**
 * plan_load_layout_get_projects:
 * @projects: (out) (transfer none): indexes in the model of those with a part of a bar, the lowest part first
 *
 * Returns: how many there are
 */
guint
plan_load_layout_get_projects (const PlanLoadLayout *self, const guint **projects)
{
  *projects = (const guint *) (gpointer) self->projects->data;
  return self->projects->len;
}

/**
 * plan_load_layout_hit:
 * @project: (out) (optional): index of the project whose part lies there, or %PLAN_INDEX_NONE
 *
 * Returns: the number of the cell at a place, or %PLAN_LOAD_NO_CELL
 */
guint
plan_load_layout_hit (const PlanLoadLayout *self, double x, guint *project, double y)
{
  guint found = PLAN_LOAD_NO_CELL;

  for (guint i = 0; i < self->bars->len && found == PLAN_LOAD_NO_CELL; i++)
    {
      const PlanLoadBar *bar = &g_array_index (self->bars, PlanLoadBar, i);

      if (x >= bar->left && x < bar->right)
        found = i;
    }
  if (project == NULL)
    return found;
  *project = PLAN_INDEX_NONE;
  for (guint i = 0; i < self->segments->len; i++)
    {
      const PlanLoadSegment *segment = &g_array_index (self->segments, PlanLoadSegment, i);

      if (segment->bar == found && y >= segment->y && y < segment->y + segment->height)
        *project = segment->project;
    }
  return found;
}
