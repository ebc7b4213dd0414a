/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Values of imported files: whatever a file says comes back.
 */

#include "plan-custom.h"

static void
test_round_trip (void)
{
  static const struct
  {
    const char *key, *value;
  } cases[] = {
    { "Start", "2026-03-02T08:00:00" }, { "Notes", "first\nsecond\\n third\\" }, { "Empty", "" }, { "A=B", "x" }, { "Name", "a=b\n" },
  };
  GString *text = g_string_new (NULL);
  PlanImportedValue record = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    plan_imported_text_add (text, cases[i].key, cases[i].value);
  record.text = text->str;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *value = plan_imported_value_get (&record, cases[i].key);

      g_assert_cmpstr (value, ==, cases[i].value);
    }
  g_assert_null (plan_imported_value_get (&record, "Star"));
  g_assert_null (plan_imported_value_get (&record, "first"));
  g_string_free (text, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/custom/round-trip", test_round_trip);
  return g_test_run ();
}
