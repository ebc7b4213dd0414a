/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The layout as text, one mark to a line: what tests compare, and what can be read in a review. Free of fonts and pixels.
 */

#include "plan-gantt-private.h"

#include <math.h>

static const char *const kinds[] = { "task", "summary", "milestone", "gate" };
static const char *const days[] = { "working", "weekend", "holiday", "makeup" };
static const char *const inks[] = { "text", "second", "critical", "holiday", "makeup", "today", "link" };
static const char *const runs[] = { "", " turned", " stacked" };

/* One decimal, without the sign of a zero. */
static void
append_numbers (GString *text, guint n, const double *values)
{
  for (guint i = 0; i < n; i++)
    {
      double value = round (values[i] * 10) / 10;

      g_string_append_printf (text, " %.1f", value == 0 ? 0.0 : value);
    }
}

static void
append_shades (GString *text, const PlanGanttLayout *self)
{
  for (guint i = 0; i < self->shades->len; i++)
    {
      const PlanGanttShade *shade = &g_array_index (self->shades, PlanGanttShade, i);

      g_string_append_printf (text, "shade %s", days[shade->kind]);
      append_numbers (text, 2, (double[]) { shade->x, shade->width });
      g_string_append_c (text, '\n');
    }
  for (guint i = 0; i < self->lines->len; i++)
    {
      const PlanGanttLine *line = &g_array_index (self->lines, PlanGanttLine, i);

      g_string_append (text, line->major ? "line major" : "line");
      append_numbers (text, 1, &line->x);
      g_string_append_c (text, '\n');
    }
}

static void
append_bars (GString *text, const PlanGanttLayout *self)
{
  for (guint i = 0; i < self->bars->len; i++)
    {
      const PlanGanttBar *bar = &g_array_index (self->bars, PlanGanttBar, i);

      g_string_append_printf (text, "bar %u %s", bar->row, kinds[bar->kind]);
      append_numbers (text, 4, (double[]) { bar->x, bar->y, bar->width, bar->height });
      if (bar->done > 0)
        {
          g_string_append (text, " done");
          append_numbers (text, 1, &bar->done);
        }
      g_string_append_printf (text, "%s%s%s\n", bar->critical ? " critical" : "", bar->complete ? " complete" : "",
                              bar->manual ? " manual" : "");
    }
}

static void
append_marks (GString *text, const PlanGanttLayout *self)
{
  for (guint i = 0; i < self->baselines->len; i++)
    {
      const PlanGanttBaseline *mark = &g_array_index (self->baselines, PlanGanttBaseline, i);

      g_string_append_printf (text, "baseline %u%s", mark->row, mark->diamond ? " diamond" : "");
      append_numbers (text, 4, (double[]) { mark->x, mark->y, mark->width, mark->height });
      g_string_append_c (text, '\n');
    }
  for (guint i = 0; i < self->slacks->len; i++)
    {
      const PlanGanttSlack *slack = &g_array_index (self->slacks, PlanGanttSlack, i);

      g_string_append_printf (text, "slack %u", slack->row);
      append_numbers (text, 3, (double[]) { slack->x, slack->end, slack->y });
      g_string_append_c (text, '\n');
    }
  for (guint i = 0; i < self->deadlines->len; i++)
    {
      const PlanGanttDeadline *mark = &g_array_index (self->deadlines, PlanGanttDeadline, i);

      g_string_append_printf (text, "deadline %u%s", mark->row, mark->missed ? " missed" : "");
      append_numbers (text, 2, (double[]) { mark->x, mark->y });
      g_string_append_c (text, '\n');
    }
}

static void
append_extras (GString *text, const PlanGanttLayout *self)
{
  for (guint i = 0; i < self->constraints->len; i++)
    {
      const PlanGanttConstraint *mark = &g_array_index (self->constraints, PlanGanttConstraint, i);

      g_string_append_printf (text, "constraint %u%s%s", mark->row, mark->not_before ? " not-before" : "", mark->not_after ? " not-after" : "");
      append_numbers (text, 3, (double[]) { mark->x, mark->y, mark->height });
      g_string_append_c (text, '\n');
    }
  for (guint i = 0; i < self->slips->len; i++)
    {
      const PlanGanttSlip *mark = &g_array_index (self->slips, PlanGanttSlip, i);

      g_string_append_printf (text, "slip %u", mark->row);
      append_numbers (text, 3, (double[]) { mark->x, mark->end, mark->y });
      g_string_append_c (text, '\n');
    }
  for (guint i = 0; i < self->progress->len; i++)
    {
      const PlanGanttPoint *point = &g_array_index (self->progress, PlanGanttPoint, i);

      g_string_append (text, "progress");
      append_numbers (text, 2, (double[]) { point->x, point->y });
      g_string_append_c (text, '\n');
    }
}

static void
append_links (GString *text, const PlanGanttLayout *self)
{
  for (guint i = 0; i < self->paths->len; i++)
    {
      const PlanGanttPath *path = &g_array_index (self->paths, PlanGanttPath, i);

      g_string_append_printf (text, "link %u%s", path->link, path->critical ? " critical" : "");
      for (guint k = 0; k < path->n_points; k++)
        {
          const PlanGanttPoint *point = &g_array_index (self->points, PlanGanttPoint, path->first_point + k);

          append_numbers (text, 2, (double[]) { point->x, point->y });
          g_string_append_c (text, k + 1 < path->n_points ? ',' : '\n');
        }
    }
}

static void
append_texts (GString *text, const PlanGanttLayout *self, GArray *texts, const char *what)
{
  for (guint i = 0; i < texts->len; i++)
    {
      const PlanGanttText *item = &g_array_index (texts, PlanGanttText, i);

      g_string_append (text, what);
      if (item->row != PLAN_INDEX_NONE)
        g_string_append_printf (text, " %u", item->row);
      append_numbers (text, 3, (double[]) { item->x, item->y, item->width });
      g_string_append_printf (text, " %s%s%s “%s”\n", inks[item->ink], item->bold ? " bold" : "", runs[item->run],
                              plan_gantt_get_text (self, item));
    }
}

/**
 * plan_gantt_layout_to_text:
 *
 * Returns: (transfer full): every mark of the layout, one to a line
 */
char *
plan_gantt_layout_to_text (const PlanGanttLayout *self)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "rows %u %u\nwindow", self->first_row, self->end_row);
  append_numbers (text, 3, (double[]) { self->x0, self->x1, self->foot });
  g_string_append_c (text, '\n');
  append_texts (text, self, self->header_texts, "header");
  append_shades (text, self);
  append_bars (text, self);
  append_marks (text, self);
  append_extras (text, self);
  append_links (text, self);
  append_texts (text, self, self->labels, "label");
  if (!isnan (self->status_x))
    {
      g_string_append (text, "status");
      append_numbers (text, 1, &self->status_x);
      g_string_append_c (text, '\n');
    }
  if (!isnan (self->today_x))
    {
      g_string_append (text, "today");
      append_numbers (text, 1, &self->today_x);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}
