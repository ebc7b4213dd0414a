/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the tests of writing Microsoft Project's XML share.
 */

#include "mspdi-fixture.h"

#include "plan-mspdi.h"

#include <string.h>

/**
 * mspdi_write_text:
 * @project: a project, or %PLAN_ID_NONE for all
 * @file_dates: whether the dates of the file are written that the model came from
 *
 * Returns: (transfer full): the model, scheduled, as Microsoft Project's XML
 */
char *
mspdi_write_text (const PlanModel *model, PlanId project, gboolean file_dates)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (PlanSchedule) schedule = plan_schedule_new ();
  PlanExport what = { model, schedule, project, file_dates, NULL };
  GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (stream);
  g_autoptr (GError) error = NULL;

  g_assert_true (plan_schedule_compute (schedule, model, NULL, NULL));
  plan_mspdi_write (&what, stream, NULL, &error);
  g_assert_no_error (error);
  return g_strndup (g_memory_output_stream_get_data (memory), g_memory_output_stream_get_data_size (memory));
}

/**
 * mspdi_assert_in_order:
 * @parts: (array zero-terminated=1): texts that stand in @text one after the other
 */
void
mspdi_assert_in_order (const char *text, const char *const *parts)
{
  for (; *parts != NULL; parts++)
    {
      const char *at = strstr (text, *parts);

      if (at == NULL)
        g_error ("“%s” is not in: %s", *parts, text);
      text = at + strlen (*parts);
    }
}
