/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What lies behind the bars: days off and days worked out of turn by the project's calendar, the lines of the time scale,
 * and the names of holidays at the foot of the chart, where the rows leave room for them. What would be too narrow to be
 * seen is left out: weekends below 2 units a day, holidays below 0.8.
 */

#include "plan-gantt-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LEAST_HOLIDAY 0.8
#define LEAST_STRIP 1.5
#define LEAST_WEEKEND 2.0
#define LEAST_EDGES 3.5
#define NAME_ABOVE_FOOT 6.0
#define NAME_CLEAR 3.0

static const PlanWorktime *
get_worktime (const PlanGanttInput *input)
{
  const PlanProject *project = plan_model_get_project (input->model, input->project);

  return project != NULL ? plan_schedule_get_worktime (input->schedule, project->calendar) : NULL;
}

static gboolean
is_shown (double px_per_day, PlanDayKind kind)
{
  if (kind == PLAN_DAY_WORKING)
    return FALSE;
  return px_per_day >= (kind == PLAN_DAY_WEEKEND ? LEAST_WEEKEND : LEAST_HOLIDAY);
}

/* Adds the day to the run before it when it goes on with it. */
static void
add_day (PlanGanttLayout *self, const PlanWorktime *worktime, PlanDay day, PlanDayKind kind)
{
  PlanGanttShade *last = self->shades->len > 0 ? &g_array_index (self->shades, PlanGanttShade, self->shades->len - 1) : NULL;

  if (last != NULL && last->last == day - 1 && last->kind == kind
      && (kind != PLAN_DAY_HOLIDAY
          || g_strcmp0 (plan_worktime_get_name (worktime, last->last), plan_worktime_get_name (worktime, day)) == 0))
    {
      last->last = day;
      last->width = plan_timescale_x (&self->scale, plan_ticks_from_day (day + 1, 0)) - last->x;
    }
  else
    {
      PlanGanttShade shade = { .first = day, .last = day, .kind = (guint8) kind };

      shade.x = plan_timescale_x (&self->scale, plan_ticks_from_day (day, 0));
      shade.width = self->scale.px_per_day;
      g_array_append_val (self->shades, shade);
    }
}

static void
add_shades (PlanGanttLayout *self, const PlanWorktime *worktime)
{
  PlanDay first = plan_ticks_get_day (plan_timescale_ticks (&self->scale, self->x0));
  PlanDay last = plan_ticks_get_day (plan_timescale_ticks (&self->scale, self->x1));

  for (PlanDay day = MAX (first, PLAN_DAY_MIN); day <= MIN (last, PLAN_DAY_MAX); day++)
    {
      PlanDayKind kind = plan_worktime_get_kind (worktime, day);

      if (is_shown (self->scale.px_per_day, kind))
        add_day (self, worktime, day, kind);
    }
}

static void
add_lines (PlanGanttLayout *self, GArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    {
      const PlanTick *tick = &g_array_index (cells, PlanTick, i);
      PlanGanttLine line = { tick->x, tick->mark == 2 };

      if (tick->mark != 0 && tick->x >= self->x0 && tick->x <= self->x1)
        g_array_append_val (self->lines, line);
    }
}

/**
 * plan_gantt_add_shading:
 *
 * Adds days off, make-up days and the lines of the time scale.
 */
void
plan_gantt_add_shading (PlanGanttLayout *self, const PlanGanttInput *input)
{
  const PlanWorktime *worktime = get_worktime (input);
  g_autoptr (GArray) lower = plan_timescale_lower (&self->scale, self->x0, self->x1);
  g_autoptr (GArray) upper = plan_timescale_upper (&self->scale, self->x0, self->x1);

  self->strips = self->scale.px_per_day >= LEAST_STRIP;
  self->makeup_edges = self->scale.px_per_day >= LEAST_EDGES;
  if (worktime != NULL && (self->show & PLAN_GANTT_NON_WORKING) != 0 && self->scale.px_per_day >= LEAST_HOLIDAY)
    add_shades (self, worktime);
  add_lines (self, lower);
  add_lines (self, upper);
}

static gboolean
is_han (const char *name)
{
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_get_script (g_utf8_get_char (p)) != G_UNICODE_SCRIPT_HAN)
      return FALSE;
  return name[0] != '\0';
}

/* "15–23 Feb": days without the year. */
static char *
format_days (const PlanGanttShade *shade)
{
  PlanCivil first, last;
  g_autofree char *from = plan_date_format (plan_ticks_from_day (shade->first, 0), PLAN_DATE_MARK);
  g_autofree char *to = plan_date_format (plan_ticks_from_day (shade->last, 0), PLAN_DATE_MARK);

  plan_day_to_civil (shade->first, &first);
  plan_day_to_civil (shade->last, &last);
  if (shade->first == shade->last)
    return g_steal_pointer (&from);
  if (first.month != last.month)
    /* Translators: from the first date to the last one */
    return g_strdup_printf (C_("days of a holiday", "%s – %s"), from, to);
  /* Translators: %1$d is the first day of the month, %2$s the last date: "15–23 Feb" */
  return g_strdup_printf (C_("days of a holiday", "%1$d–%2$s"), first.day, to);
}

static char *
format_name (const PlanGanttShade *shade, const PlanWorktime *worktime)
{
  const char *name = plan_worktime_get_name (worktime, shade->first);
  g_autofree char *days = NULL;

  if (shade->kind == PLAN_DAY_MAKEUP)
    {
      if (shade->first != shade->last)
        return g_strdup (_("worked days"));
      return g_strdup (plan_day_get_weekday (shade->first) == PLAN_SUNDAY ? _("worked Sunday") : _("worked Saturday"));
    }
  if (name == NULL || name[0] == '\0' || is_han (name))
    return g_strdup (name);
  days = format_days (shade);
  /* Translators: the name of a holiday and its days: "Spring Festival 15–23 Feb" */
  return g_strdup_printf (C_("holiday", "%s %s"), name, days);
}

static gboolean
meets (double x0, double x1, double y0, double y1, const double box[4])
{
  return x1 >= box[0] && x0 <= box[2] && y1 >= box[1] && y0 <= box[3];
}

static gboolean
links_meet (const PlanGanttLayout *self, const double box[4])
{
  for (guint i = 0; i < self->paths->len; i++)
    {
      const PlanGanttPath *path = &g_array_index (self->paths, PlanGanttPath, i);
      const PlanGanttPoint *points = &g_array_index (self->points, PlanGanttPoint, path->first_point);

      if (!meets (path->x0, path->x1, path->y0, path->y1, box))
        continue;
      for (guint k = 1; k < path->n_points; k++)
        if (meets (MIN (points[k - 1].x, points[k].x), MAX (points[k - 1].x, points[k].x),
                   MIN (points[k - 1].y, points[k].y), MAX (points[k - 1].y, points[k].y), box))
          return TRUE;
    }
  return FALSE;
}

/* Whether nothing but shading and lines lies in the box: x0, y0, x1, y1. */
static gboolean
is_free (const PlanGanttLayout *self, const double box[4])
{
  for (guint i = 0; i < self->bars->len; i++)
    {
      const PlanGanttBar *bar = &g_array_index (self->bars, PlanGanttBar, i);

      if (meets (bar->x, bar->x + bar->width, bar->y, bar->y + bar->height, box))
        return FALSE;
    }
  for (guint i = 0; i < self->baselines->len; i++)
    {
      const PlanGanttBaseline *mark = &g_array_index (self->baselines, PlanGanttBaseline, i);
      double around = mark->diamond ? mark->height : 0;

      if (meets (mark->x - around, mark->x + MAX (mark->width, around), mark->y - around, mark->y + mark->height, box))
        return FALSE;
    }
  for (guint i = 0; i < self->slacks->len; i++)
    {
      const PlanGanttSlack *slack = &g_array_index (self->slacks, PlanGanttSlack, i);

      if (meets (slack->x, slack->end, slack->y, slack->y, box))
        return FALSE;
    }
  for (guint i = 0; i < self->deadlines->len; i++)
    {
      const PlanGanttDeadline *mark = &g_array_index (self->deadlines, PlanGanttDeadline, i);

      if (meets (mark->x - 5, mark->x + 5, mark->y, mark->y + 11, box))
        return FALSE;
    }
  for (guint i = 0; i < self->labels->len; i++)
    {
      const PlanGanttText *label = &g_array_index (self->labels, PlanGanttText, i);

      if (label->run == PLAN_RUN_HORIZONTAL && meets (label->x, label->x + label->width, label->y - label->size, label->y, box))
        return FALSE;
    }
  return !links_meet (self, box);
}

/* Returns the right end of the name, or @behind if there is no room for it. */
static double
add_name (PlanGanttLayout *self, const PlanGanttInput *input, const PlanGanttShade *shade, const char *words, double behind)
{
  PlanGanttText name = { .size = self->metrics.lower_label_size, .bold = TRUE, .halo = TRUE, .row = PLAN_INDEX_NONE };
  double half = name.size * 0.6 + NAME_CLEAR;
  double box[4];

  name.run = is_han (words) ? PLAN_RUN_STACKED : PLAN_RUN_TURNED;
  name.ink = shade->kind == PLAN_DAY_MAKEUP ? PLAN_INK_MAKEUP : PLAN_INK_HOLIDAY;
  name.width = name.run == PLAN_RUN_STACKED ? g_utf8_strlen (words, -1) * name.size * PLAN_STACK_PITCH
                                            : input->measure (words, name.size, TRUE, input->measure_data);
  name.x = shade->x + shade->width / 2;
  name.y = self->foot - NAME_ABOVE_FOOT;
  box[0] = name.x - half;
  box[1] = name.y - name.width - NAME_CLEAR;
  box[2] = name.x + half;
  box[3] = self->foot;
  if (box[0] < MAX (behind, self->x0) || box[2] > self->x1 || box[1] < self->first_row * self->metrics.row_height
      || !is_free (self, box))
    return behind;
  name.text = plan_gantt_add_text (self, words);
  g_array_append_val (self->labels, name);
  return box[2];
}

/**
 * plan_gantt_add_names:
 *
 * Adds the names of holidays and make-up days at the foot of the chart where nothing is in their way. Comes after all
 * other marks.
 */
void
plan_gantt_add_names (PlanGanttLayout *self, const PlanGanttInput *input)
{
  const PlanWorktime *worktime = get_worktime (input);
  double behind = -G_MAXDOUBLE;

  if (worktime == NULL || !self->strips)
    return;
  for (guint i = 0; i < self->shades->len; i++)
    {
      const PlanGanttShade *shade = &g_array_index (self->shades, PlanGanttShade, i);
      g_autofree char *words = shade->kind != PLAN_DAY_WEEKEND ? format_name (shade, worktime) : NULL;

      if (words != NULL && words[0] != '\0' && (shade->kind == PLAN_DAY_HOLIDAY || self->makeup_edges))
        behind = add_name (self, input, shade, words, behind);
    }
}
