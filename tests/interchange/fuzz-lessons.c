/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any bytes as lessons: some that can be written and read again, or a sentence. For libFuzzer; the normal suite replays the
 * files that it found with replay-fuzz.c.
 */

#include "fuzz.h"

#include "plan-lesson-json.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (data, (gssize) size, NULL), second = NULL;
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PlanLessonList) list = plan_lessons_read (stream, NULL, &error), again = NULL;

  g_assert_true ((list == NULL) == (error != NULL));
  if (list == NULL)
    return 0;
  g_assert_true (plan_lessons_write (list, out, NULL));
  second = g_memory_input_stream_new_from_data (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (out)),
                                                (gssize) g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (out)), NULL);
  again = plan_lessons_read (second, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (again->lessons->len, ==, list->lessons->len);
  return 0;
}
