/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any bytes as Planwright JSON: a plan that fits together and can be written, or a sentence. For libFuzzer; the normal
 * suite replays the files that it found with replay-fuzz.c.
 */

#include "fuzz.h"

#include "plan-json.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (data, (gssize) size, NULL);
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PlanImport) import = NULL;
  PlanIdSource ids;

  plan_id_source_init (&ids, PLAN_ID_NONE);
  import = plan_json_read (stream, "fuzz.json", &ids, NULL, &error);
  plan_id_source_clear (&ids);
  g_assert_true ((import == NULL) == (error != NULL));
  if (import != NULL)
    {
      PlanExport what = { import->model, NULL, PLAN_ID_NONE, TRUE, import->report };

      g_assert_true (plan_model_check (import->model, NULL));
      g_assert_true (plan_json_write (&what, out, NULL, NULL));
    }
  return 0;
}
