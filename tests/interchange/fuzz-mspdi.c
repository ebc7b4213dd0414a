/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any bytes as Microsoft Project XML: a plan that fits together or a sentence, nothing else. For libFuzzer; the normal
 * suite replays the files that it found with replay-fuzz.c.
 */

#include "fuzz.h"

#include "plan-mspdi.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (data, (gssize) size, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlanImport) import = NULL;
  PlanIdSource ids;

  plan_id_source_init (&ids, PLAN_ID_NONE);
  import = plan_mspdi_read (stream, "fuzz.xml", &ids, NULL, &error);
  plan_id_source_clear (&ids);
  g_assert_true ((import == NULL) == (error != NULL));
  g_assert_true (import == NULL || plan_model_check (import->model, NULL));
  return 0;
}
