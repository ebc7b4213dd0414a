/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any bytes as a template: one that can be written, read again and made a plan of, or a sentence. For libFuzzer; the normal
 * suite replays the files that it found with replay-fuzz.c.
 */

#include "fuzz.h"

#include "plan-template-json.h"
#include "plan-template-use.h"

static char *
write_template (const PlanTemplate *template)
{
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();

  g_assert_true (plan_template_write (template, out, NULL));
  return g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (out)),
                    g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (out)));
}

static void
use_template (const PlanTemplate *template)
{
  g_autofree gboolean *options = g_new0 (gboolean, template->options->len + 1);
  g_autoptr (PlanModel) records = NULL;
  PlanTemplateUse use = { .options = options, .branch = PLAN_TEMPLATE_NONE };
  PlanIdSource ids;
  PlanProject project;

  plan_record_init (PLAN_RECORD_PROJECT, &project);
  plan_id_source_init (&ids, PLAN_ID_NONE);
  project.id = plan_id_source_next (&ids);
  use.project = &project;
  records = plan_template_use (template, &use, &ids);
  g_assert_cmpuint (plan_model_get_n (records, PLAN_RECORD_TASK), <=, template->tasks->len);
  plan_model_insert (records, PLAN_RECORD_PROJECT, &project);
  g_assert_true (plan_model_check (records, NULL));
  plan_id_source_clear (&ids);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (data, (gssize) size, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlanTemplate) template = plan_template_read (stream, NULL, &error);
  g_autoptr (PlanTemplate) again = NULL;
  g_autoptr (GInputStream) second = NULL;
  g_autofree char *text = NULL, *text_again = NULL;

  g_assert_true ((template == NULL) == (error != NULL));
  if (template == NULL)
    return 0;
  text = write_template (template);
  second = g_memory_input_stream_new_from_data (text, -1, NULL);
  again = plan_template_read (second, NULL, &error);
  g_assert_no_error (error);
  text_again = write_template (again);
  g_assert_cmpstr (text_again, ==, text);
  use_template (template);
  return 0;
}
