/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The header of the chart in numbers: cells, labels and the pill of the today line. Labels of the upper tier stay in sight
 * at the left edge while any of their cell is seen. A label never touches the next tick: of long and short words the first
 * that fits is taken, and right of the pill if it stands in the way.
 */

#include "plan-gantt-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define UPPER_GAP 6.0
#define LOWER_GAP 5.0
#define BEFORE_TICK 2.0
#define PILL_PADDING 7.0
#define PILL_GAP 6.0
#define BASE_LINE 0.36
#define MARK_GAP 1.0
#define MARK_MIDDLE 0.42 /* of a mark, in parts of the tier's height */

static double
measure (const PlanGanttInput *input, const char *words, double size, gboolean bold)
{
  return input->measure (words, size, bold, input->measure_data);
}

static void
add_words (PlanGanttLayout *self, const char *words, PlanGanttText *text)
{
  text->text = plan_gantt_add_text (self, words);
  text->row = PLAN_INDEX_NONE;
  g_array_append_val (self->header_texts, *text);
}

static void
add_cells (PlanGanttLayout *self, GArray *ticks, gboolean upper)
{
  for (guint i = 0; i < ticks->len; i++)
    {
      PlanGanttCell cell = { g_array_index (ticks, PlanTick, i).x, upper };

      if (cell.x >= self->x0 && cell.x <= self->x1)
        g_array_append_val (self->cells, cell);
    }
}

static void
add_pill (PlanGanttLayout *self, const PlanGanttInput *input)
{
  PlanGanttText text = { .size = self->metrics.upper_label_size, .bold = TRUE, .ink = PLAN_INK_TODAY };
  const char *words = _("Today");

  self->pill_x = NAN;
  if (isnan (self->today_x) || self->today_x < self->x0 || self->today_x > self->x1)
    return;
  text.width = measure (input, words, text.size, TRUE);
  self->pill_width = text.width + 2 * PILL_PADDING;
  self->pill_x = MAX (MIN (self->today_x - self->pill_width / 2, self->x1 - self->pill_width), self->x0);
  text.x = self->pill_x + PILL_PADDING;
  text.y = self->metrics.tier_height / 2 + text.size * BASE_LINE;
  add_words (self, words, &text);
}

static gboolean
meets_pill (const PlanGanttLayout *self, double x, double end)
{
  return !isnan (self->pill_x) && end + PILL_GAP > self->pill_x && x - PILL_GAP < self->pill_x + self->pill_width;
}

/* Tries the place and, if the pill is in the way, right of it. */
static gboolean
try_upper (PlanGanttLayout *self, const char *words, double end, PlanGanttText *text, gboolean behind_pill)
{
  if (behind_pill)
    {
      if (isnan (self->pill_x))
        return FALSE;
      text->x = MAX (text->x, self->pill_x + self->pill_width + PILL_GAP);
    }
  if (text->x + text->width > end || meets_pill (self, text->x, text->x + text->width))
    return FALSE;
  add_words (self, words, text);
  return TRUE;
}

static void
label_upper (PlanGanttLayout *self, const PlanGanttInput *input, const PlanTick *tick)
{
  const char *words[] = { tick->label, tick->short_label };
  double end = MIN (tick->end - BEFORE_TICK, self->x1);

  for (guint i = 0; i < 4; i++)
    {
      PlanGanttText text = { .size = self->metrics.upper_label_size, .bold = TRUE, .ink = PLAN_INK_TEXT };

      text.x = MAX (tick->x, self->x0) + UPPER_GAP;
      text.y = self->metrics.tier_height / 2 + text.size * BASE_LINE;
      text.width = measure (input, words[i % 2], text.size, TRUE);
      if (try_upper (self, words[i % 2], end, &text, i >= 2))
        return;
    }
}

/* The mark in the upper right corner of the cell of a day off or worked; FALSE if the day has none. */
static gboolean
shape_mark (const PlanGanttLayout *self, const PlanGanttInput *input, const PlanTick *tick, const PlanWorktime *worktime,
            PlanGanttText *text, const char **words)
{
  PlanDayKind kind = PLAN_DAY_WORKING;

  if (worktime != NULL && tick->is_day)
    kind = plan_worktime_get_kind (worktime, plan_ticks_get_day (tick->start));
  if (kind != PLAN_DAY_HOLIDAY && kind != PLAN_DAY_MAKEUP)
    return FALSE;
  if (kind == PLAN_DAY_HOLIDAY)
    /* Translators: a holiday, in the corner of its day in the header of the chart; in Chinese "休" */
    *words = C_("day", "off");
  else
    /* Translators: a weekend day that is worked, in the corner of its day in the header of the chart; in Chinese "班" */
    *words = C_("day", "work");
  *text = (PlanGanttText) { .size = self->metrics.mark_size };
  text->ink = kind == PLAN_DAY_HOLIDAY ? PLAN_INK_HOLIDAY : PLAN_INK_MAKEUP;
  text->width = measure (input, *words, text->size, FALSE);
  text->x = tick->end - MARK_GAP - text->width;
  text->y = self->metrics.tier_height * (1 + MARK_MIDDLE) + text->size * BASE_LINE;
  return TRUE;
}

/* Long and short words beside the mark, then without it, and at last in the middle of a narrow cell. */
static void
label_lower (PlanGanttLayout *self, const PlanGanttInput *input, const PlanTick *tick, const PlanWorktime *worktime)
{
  const char *words[] = { tick->label, tick->short_label };
  const char *mark_words = NULL;
  PlanGanttText mark;
  gboolean has_mark = shape_mark (self, input, tick, worktime, &mark, &mark_words);

  for (guint i = 0; i < 4; i++)
    {
      PlanGanttText text = { .size = self->metrics.lower_label_size, .ink = PLAN_INK_SECOND };
      double end = MIN (has_mark && i < 2 ? mark.x - MARK_GAP : tick->end - BEFORE_TICK, self->x1);

      text.x = tick->x + LOWER_GAP;
      text.y = self->metrics.tier_height * 1.5 + text.size * BASE_LINE;
      text.width = measure (input, words[i % 2], text.size, FALSE);
      if (i >= 2 && text.x + text.width > end)
        text.x = (tick->x + tick->end - text.width) / 2;
      if (text.x + text.width > end || text.x < MAX (tick->x + BEFORE_TICK, self->x0))
        continue;
      add_words (self, words[i % 2], &text);
      if (has_mark && text.x + text.width + MARK_GAP <= mark.x)
        add_words (self, mark_words, &mark);
      return;
    }
}

/**
 * plan_gantt_add_header:
 *
 * Adds the two tiers of the time scale; y = 0 is the upper edge of the header.
 */
void
plan_gantt_add_header (PlanGanttLayout *self, const PlanGanttInput *input)
{
  g_autoptr (GArray) upper = plan_timescale_upper (&self->scale, self->x0, self->x1);
  g_autoptr (GArray) lower = plan_timescale_lower (&self->scale, self->x0, self->x1);
  const PlanProject *project = plan_model_get_project (input->model, input->project);
  const PlanWorktime *worktime = NULL;

  if (project != NULL && (self->show & PLAN_GANTT_NON_WORKING) != 0)
    worktime = plan_schedule_get_worktime (input->schedule, project->calendar);
  add_cells (self, upper, TRUE);
  add_cells (self, lower, FALSE);
  add_pill (self, input);
  for (guint i = 0; i < upper->len; i++)
    label_upper (self, input, &g_array_index (upper, PlanTick, i));
  for (guint i = 0; i < lower->len; i++)
    label_lower (self, input, &g_array_index (lower, PlanTick, i), worktime);
}
