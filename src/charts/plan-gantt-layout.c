/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lays out the Gantt chart: from tasks and their dates to rectangles, polylines and texts in chart units. Only the rows and
 * the stretch that are seen are laid out, so the cost does not grow with the plan; links alone are looked through in one
 * pass, since one of them may cross the window from outside to outside. No Cairo, no fonts (widths come from an injected
 * function), no allocation for each bar. What belongs to links, labels, shading and header stands in files of its own.
 */

#include "plan-gantt-private.h"

#include <math.h>

#define LEAST_BAR 4.0
#define LEAST_DONE 2.0
#define BASELINE_DIAMOND 3.5
#define SLACK_ABOVE_BOTTOM 1.5
#define DEADLINE_BELOW_TOP 0.5
#define MARGIN 24.0 /* of marks that lie a little outside of the window */

/**
 * plan_gantt_row_middle:
 *
 * Returns: y of the line on which bars, milestones, links and labels of a row are centred
 */
double
plan_gantt_row_middle (const PlanGanttLayout *self, guint row)
{
  const PlanChartMetrics *m = &self->metrics;
  gboolean with_baseline = (self->show & PLAN_GANTT_BASELINE) != 0;

  return row * m->row_height + (with_baseline ? m->bar_y_baseline + m->bar_height_baseline / 2 : m->bar_y + m->bar_height / 2);
}

/**
 * plan_gantt_row_is_selected:
 * @row: any number
 *
 * Returns: whether the row was laid out and is highlighted
 */
gboolean
plan_gantt_row_is_selected (const PlanGanttLayout *self, guint row)
{
  return row >= self->first_row && row < self->end_row && self->selected[row - self->first_row];
}

static void
shape_point (const PlanGanttLayout *self, PlanTicks at, PlanGanttBar *bar)
{
  const PlanChartMetrics *m = &self->metrics;
  double half = bar->kind == PLAN_BAR_GATE ? m->gate_outer : m->milestone_half;

  bar->x = plan_timescale_x (&self->scale, at) - half;
  bar->y = plan_gantt_row_middle (self, bar->row) - half;
  bar->width = bar->height = 2 * half;
  bar->done = bar->complete ? bar->width : 0;
}

static void
shape_span (const PlanGanttLayout *self, const PlanScheduledTask *dates, PlanGanttBar *bar)
{
  const PlanChartMetrics *m = &self->metrics;
  double top = bar->row * m->row_height;
  gboolean with_baseline = (self->show & PLAN_GANTT_BASELINE) != 0;
  double percent = CLAMP (dates->percent_complete, 0, PLAN_PERCENT_HUNDRED) / (double) PLAN_PERCENT_HUNDRED;

  bar->x = plan_timescale_x (&self->scale, dates->start);
  bar->width = MAX (plan_timescale_x (&self->scale, dates->finish) - bar->x, LEAST_BAR);
  if (bar->kind == PLAN_BAR_SUMMARY)
    {
      bar->y = top + m->summary_y;
      bar->height = m->summary_height;
    }
  else
    {
      bar->y = top + (with_baseline ? m->bar_y_baseline : m->bar_y);
      bar->height = with_baseline ? m->bar_height_baseline : m->bar_height;
    }
  bar->done = percent > 0 ? MIN (MAX (bar->width * percent, LEAST_DONE), bar->width) : 0;
}

/**
 * plan_gantt_shape_bar:
 * @task: index of the task; @row: its row, which need not be in the window
 * @bar: (out): the rectangle of its mark
 *
 * Returns: whether the task has a mark: blank, inactive and hidden ones have none
 */
gboolean
plan_gantt_shape_bar (const PlanGanttLayout *self, const PlanGanttInput *input, guint task, guint row, PlanGanttBar *bar)
{
  const PlanScheduledTask *dates = plan_schedule_get_task (input->schedule, task);
  const PlanTask *record = plan_model_get_task_at (input->model, task);

  if (!plan_ticks_is_valid (dates->start) || !plan_ticks_is_valid (dates->finish) || record->blank || record->hide_bar)
    return FALSE;
  *bar = (PlanGanttBar) { .row = row, .task = task };
  bar->critical = dates->critical && (self->show & PLAN_GANTT_CRITICAL) != 0;
  bar->complete = dates->percent_complete >= PLAN_PERCENT_HUNDRED;
  bar->manual = record->manual;
  if (dates->summary)
    bar->kind = PLAN_BAR_SUMMARY;
  else if (record->gate)
    bar->kind = PLAN_BAR_GATE;
  else
    bar->kind = record->milestone || dates->finish <= dates->start ? PLAN_BAR_MILESTONE : PLAN_BAR_TASK;
  if (bar->kind == PLAN_BAR_MILESTONE || bar->kind == PLAN_BAR_GATE)
    shape_point (self, dates->finish, bar);
  else
    shape_span (self, dates, bar);
  return TRUE;
}

static gboolean
is_in_window (const PlanGanttLayout *self, double x, double end)
{
  return end + MARGIN >= self->x0 && x - MARGIN <= self->x1;
}

static gboolean
find_past (const PlanGanttInput *input, guint task, PlanTicks *start, PlanTicks *finish)
{
  guint index = plan_model_find (input->past->model, PLAN_RECORD_TASK, plan_model_get_task_at (input->model, task)->id);
  const PlanScheduledTask *dates;

  if (index == PLAN_INDEX_NONE)
    return FALSE;
  dates = plan_schedule_get_task (input->past->schedule, index);
  *start = dates->start;
  *finish = dates->finish;
  return TRUE;
}

/* Where the task was to be, or where it was in the past that the plan is compared with. */
static gboolean
find_baseline (const PlanGanttInput *input, guint task, PlanTicks *start, PlanTicks *finish)
{
  const PlanBaseline *baseline;

  if (input->past != NULL)
    return find_past (input, task, start, finish);
  baseline = plan_task_index_find_baseline (input->index, input->model, task, input->baseline);
  if (baseline == NULL)
    return FALSE;
  *start = baseline->start;
  *finish = baseline->finish;
  return TRUE;
}

static void
add_baseline (PlanGanttLayout *self, const PlanGanttInput *input, const PlanGanttBar *bar)
{
  const PlanChartMetrics *m = &self->metrics;
  PlanTicks start, finish;
  double top = bar->row * m->row_height;
  PlanGanttBaseline mark = { .row = bar->row };

  if (bar->kind == PLAN_BAR_SUMMARY || !find_baseline (input, bar->task, &start, &finish))
    return;
  if (!plan_ticks_is_valid (start) || !plan_ticks_is_valid (finish))
    return;
  mark.diamond = bar->kind != PLAN_BAR_TASK;
  if (mark.diamond)
    {
      mark.x = plan_timescale_x (&self->scale, finish);
      mark.y = top + m->baseline_y + 1;
      mark.height = BASELINE_DIAMOND;
    }
  else
    {
      mark.x = plan_timescale_x (&self->scale, start);
      mark.y = top + m->baseline_y;
      mark.width = MAX (plan_timescale_x (&self->scale, finish) - mark.x, LEAST_BAR);
      mark.height = m->baseline_height;
    }
  if (is_in_window (self, mark.x, mark.x + mark.width))
    g_array_append_val (self->baselines, mark);
  if ((self->show & PLAN_GANTT_SLIPS) != 0)
    plan_gantt_add_slip (self, bar, finish);
}

static void
add_slack (PlanGanttLayout *self, const PlanScheduledTask *dates, const PlanGanttBar *bar)
{
  PlanGanttSlack slack = { .row = bar->row };

  if (bar->kind != PLAN_BAR_TASK || dates->critical || bar->complete || dates->total_slack <= 0
      || !plan_ticks_is_valid (dates->late_finish) || dates->late_finish <= dates->finish)
    return;
  slack.x = bar->x + bar->width + 1;
  slack.end = plan_timescale_x (&self->scale, dates->late_finish);
  slack.y = bar->y + bar->height - SLACK_ABOVE_BOTTOM;
  if (slack.end > slack.x && is_in_window (self, slack.x, slack.end))
    g_array_append_val (self->slacks, slack);
}

/**
 * plan_gantt_deadline_top:
 *
 * Returns: y of the upper edge of the mark of a deadline in a row
 */
double
plan_gantt_deadline_top (const PlanGanttLayout *self, guint row)
{
  const PlanChartMetrics *m = &self->metrics;

  return row * m->row_height + ((self->show & PLAN_GANTT_BASELINE) != 0 ? m->bar_y_baseline : m->bar_y) + DEADLINE_BELOW_TOP;
}

static void
add_deadline (PlanGanttLayout *self, const PlanTask *task, const PlanScheduledTask *dates, const PlanGanttBar *bar)
{
  PlanGanttDeadline mark = { .row = bar->row, .task = bar->task, .missed = dates->deadline_missed };

  if (!plan_ticks_is_valid (task->deadline))
    return;
  mark.x = plan_timescale_x (&self->scale, task->deadline);
  mark.y = plan_gantt_deadline_top (self, bar->row);
  if (is_in_window (self, mark.x, mark.x))
    g_array_append_val (self->deadlines, mark);
}

static void
add_row (PlanGanttLayout *self, const PlanGanttInput *input, guint row)
{
  guint task = input->rows->task[row];
  const PlanScheduledTask *dates;
  PlanGanttBar bar;

  if (task == PLAN_INDEX_NONE || !plan_gantt_shape_bar (self, input, task, row, &bar))
    return;
  dates = plan_schedule_get_task (input->schedule, task);
  if (is_in_window (self, bar.x, bar.x + bar.width))
    {
      self->row_bar[row - self->first_row] = self->bars->len;
      g_array_append_val (self->bars, bar);
    }
  if ((self->show & PLAN_GANTT_BASELINE) != 0)
    add_baseline (self, input, &bar);
  if ((self->show & PLAN_GANTT_SLACK) != 0)
    add_slack (self, dates, &bar);
  add_deadline (self, plan_model_get_task_at (input->model, task), dates, &bar);
  if ((self->show & PLAN_GANTT_CONSTRAINTS) != 0)
    plan_gantt_add_constraint (self, input, &bar);
  if ((self->show & PLAN_GANTT_PROGRESS) != 0)
    plan_gantt_add_progress (self, input, &bar);
}

static void
add_rows (PlanGanttLayout *self, const PlanGanttInput *input)
{
  guint n_rows = self->end_row - self->first_row;

  self->row_bar = g_new (guint, MAX (n_rows, 1));
  self->own_vertical = g_new (double, MAX (n_rows, 1));
  for (guint i = 0; i < n_rows; i++)
    {
      self->row_bar[i] = PLAN_INDEX_NONE;
      self->own_vertical[i] = -G_MAXDOUBLE;
    }
  for (guint row = self->first_row; row < self->end_row; row++)
    add_row (self, input, row);
}

/**
 * plan_gantt_add_text:
 *
 * Returns: where the copy of @text begins in the layout's texts
 */
guint
plan_gantt_add_text (PlanGanttLayout *self, const char *text)
{
  guint at = (guint) self->texts->len;

  g_string_append (self->texts, text);
  g_string_append_c (self->texts, '\0');
  return at;
}

/**
 * plan_gantt_get_text:
 *
 * Returns: (transfer none): the words of a text of the layout
 */
const char *
plan_gantt_get_text (const PlanGanttLayout *self, const PlanGanttText *text)
{
  return self->texts->str + text->text;
}

static PlanGanttLayout *
create_layout (const PlanGanttInput *input)
{
  PlanGanttLayout *self = g_new0 (PlanGanttLayout, 1);
  const PlanProject *project = plan_model_get_project (input->model, input->project);

  self->metrics = *input->metrics;
  self->scale = input->scale;
  self->show = input->show;
  self->first_row = MIN (input->first_row, input->rows->n_rows);
  self->end_row = CLAMP (input->end_row, self->first_row, input->rows->n_rows);
  self->hover = PLAN_INDEX_NONE;
  self->x0 = input->x0;
  self->x1 = MAX (input->x1, input->x0);
  self->foot = input->foot > 0 ? input->foot : self->end_row * input->metrics->row_height;
  self->today = (input->show & PLAN_GANTT_TODAY) != 0 ? input->today : PLAN_TICKS_NONE;
  self->status = project != NULL ? project->status_date : PLAN_TICKS_NONE;
  self->today_x = plan_ticks_is_valid (self->today) ? plan_timescale_x (&self->scale, self->today) : NAN;
  self->status_x = plan_ticks_is_valid (self->status) ? plan_timescale_x (&self->scale, self->status) : NAN;
  self->shades = g_array_new (FALSE, FALSE, sizeof (PlanGanttShade));
  self->lines = g_array_new (FALSE, FALSE, sizeof (PlanGanttLine));
  self->bars = g_array_new (FALSE, FALSE, sizeof (PlanGanttBar));
  self->baselines = g_array_new (FALSE, FALSE, sizeof (PlanGanttBaseline));
  self->slacks = g_array_new (FALSE, FALSE, sizeof (PlanGanttSlack));
  self->deadlines = g_array_new (FALSE, FALSE, sizeof (PlanGanttDeadline));
  self->constraints = g_array_new (FALSE, FALSE, sizeof (PlanGanttConstraint));
  self->slips = g_array_new (FALSE, FALSE, sizeof (PlanGanttSlip));
  self->progress = g_array_new (FALSE, FALSE, sizeof (PlanGanttPoint));
  self->paths = g_array_new (FALSE, FALSE, sizeof (PlanGanttPath));
  self->points = g_array_new (FALSE, FALSE, sizeof (PlanGanttPoint));
  self->verticals = g_array_new (FALSE, FALSE, sizeof (PlanGanttVertical));
  self->labels = g_array_new (FALSE, FALSE, sizeof (PlanGanttText));
  self->cells = g_array_new (FALSE, FALSE, sizeof (PlanGanttCell));
  self->header_texts = g_array_new (FALSE, FALSE, sizeof (PlanGanttText));
  self->texts = g_string_new (NULL);
  self->selected = g_new0 (guint8, MAX (self->end_row - self->first_row, 1));
  for (guint i = 0; i < input->n_selected_rows; i++)
    if (input->selected_rows[i] >= self->first_row && input->selected_rows[i] < self->end_row)
      self->selected[input->selected_rows[i] - self->first_row] = TRUE;
  return self;
}

/**
 * plan_gantt_layout_new:
 * @input: what to lay out; used only during the call, except its rows, which remember links for the next one
 *
 * Returns: (transfer full): the chart in numbers
 */
PlanGanttLayout *
plan_gantt_layout_new (const PlanGanttInput *input)
{
  PlanGanttLayout *self;

  g_return_val_if_fail (input->scale.px_per_day > 0, NULL);
  self = create_layout (input);
  plan_gantt_add_shading (self, input);
  add_rows (self, input);
  if ((self->show & PLAN_GANTT_LINKS) != 0)
    plan_gantt_add_links (self, input);
  if ((self->show & PLAN_GANTT_LABELS) != 0)
    plan_gantt_add_labels (self, input);
  if ((self->show & PLAN_GANTT_NON_WORKING) != 0)
    plan_gantt_add_names (self, input);
  plan_gantt_add_header (self, input);
  return self;
}

/**
 * plan_gantt_layout_free:
 */
void
plan_gantt_layout_free (PlanGanttLayout *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->shades);
  g_array_unref (self->lines);
  g_array_unref (self->bars);
  g_array_unref (self->baselines);
  g_array_unref (self->slacks);
  g_array_unref (self->deadlines);
  g_array_unref (self->constraints);
  g_array_unref (self->slips);
  g_array_unref (self->progress);
  g_array_unref (self->paths);
  g_array_unref (self->points);
  g_array_unref (self->verticals);
  g_array_unref (self->labels);
  g_array_unref (self->cells);
  g_array_unref (self->header_texts);
  g_string_free (self->texts, TRUE);
  g_free (self->selected);
  g_free (self->row_bar);
  g_free (self->own_vertical);
  g_free (self);
}

/**
 * plan_gantt_layout_set_hover:
 * @link: index of the link that is to stand out with the bars at its ends, or %PLAN_INDEX_NONE
 */
void
plan_gantt_layout_set_hover (PlanGanttLayout *self, guint link)
{
  self->hover = link;
}

/**
 * plan_gantt_layout_get_bars:
 * @n_bars: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_bars): the bars of the window by row, valid as long as the layout
 */
const PlanGanttBar *
plan_gantt_layout_get_bars (const PlanGanttLayout *self, guint *n_bars)
{
  *n_bars = self->bars->len;
  return &g_array_index (self->bars, PlanGanttBar, 0);
}
