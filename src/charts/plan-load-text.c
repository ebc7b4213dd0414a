/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Hours of work as words; and the layout as text, one mark to a line: what tests compare, and what can be read in a review.
 */

#include "plan-load-layout-private.h"

#include "plan-text.h"

/**
 * plan_load_format_hours:
 * @work: ticks
 *
 * Returns: (transfer full): as hours without a unit: "37.5"
 */
char *
plan_load_format_hours (PlanTicks work)
{
  PlanTicks tenths = (work + (work < 0 ? -30 : 30)) / 60;

  return tenths % 10 != 0 ? plan_number_format (tenths, 1) : plan_number_format (tenths / 10, 0);
}

/**
 * plan_load_format_work:
 * @work: ticks
 *
 * Returns: (transfer full): as hours: "37.5 h"
 */
char *
plan_load_format_work (PlanTicks work)
{
  const PlanConversion conversion = PLAN_CONVERSION_DEFAULT;
  PlanDuration duration = { (work + (work < 0 ? -30 : 30)) / 60 * 60, PLAN_UNIT_HOUR, FALSE };

  return plan_duration_format (&duration, &conversion);
}

static void
append_number (GString *text, double value)
{
  g_string_append_printf (text, " %.1f", value > -0.05 && value < 0.05 ? 0.0 : value);
}

static void
append_bars (const PlanLoadLayout *self, GString *text)
{
  for (guint i = 0; i < self->bars->len; i++)
    {
      const PlanLoadBar *bar = &g_array_index (self->bars, PlanLoadBar, i);
      const double values[] = { bar->x, bar->y, bar->width, bar->capacity_y };

      g_string_append (text, "bar");
      for (guint k = 0; k < G_N_ELEMENTS (values); k++)
        append_number (text, values[k]);
      g_string_append_printf (text, " work %" G_GINT64_FORMAT " capacity %" G_GINT64_FORMAT, bar->load.work, bar->load.capacity);
      if (bar->load.over > 0)
        {
          g_string_append (text, " over");
          append_number (text, bar->over_y);
          g_string_append_printf (text, " %" G_GINT64_FORMAT, bar->load.over);
        }
      g_string_append_c (text, '\n');
    }
}

/**
 * plan_load_layout_to_text:
 *
 * Returns: (transfer full): every mark of the layout, one to a line, without what lies behind
 */
char *
plan_load_layout_to_text (const PlanLoadLayout *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->marks->len; i++)
    {
      const PlanLoadMark *mark = &g_array_index (self->marks, PlanLoadMark, i);

      g_string_append (text, "mark");
      append_number (text, mark->y);
      g_string_append_printf (text, " %s\n", mark->label);
    }
  append_bars (self, text);
  for (guint i = 0; i < self->segments->len; i++)
    {
      const PlanLoadSegment *segment = &g_array_index (self->segments, PlanLoadSegment, i);

      g_string_append_printf (text, "part %u of %u colour %u", segment->project, segment->bar, segment->colour);
      append_number (text, segment->y);
      append_number (text, segment->height);
      g_string_append_c (text, '\n');
    }
  for (guint i = 0; i < self->numbers->len; i++)
    {
      const PlanLoadNumber *number = &g_array_index (self->numbers, PlanLoadNumber, i);

      g_string_append (text, number->over ? "number over" : "number");
      append_number (text, number->x);
      append_number (text, number->y);
      g_string_append_printf (text, " %s\n", number->words);
    }
  return g_string_free (text, FALSE);
}
