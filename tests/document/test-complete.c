/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a cell may go on with while people or predecessors are typed into it.
 */

#include "office-fixture.h"
#include "plan-complete.h"

#include <string.h>

/* What is offered for @typed, where “|” is the caret, as “label>text” with “|” for the new caret. */
static char *
list (OfficeFixture *office, PlanColumnId column, PlanId task, const char *typed, gboolean *unread)
{
  const PlanModel *model = plan_document_get_model (office->document);
  g_autoptr (PlanOutline) outline = plan_outline_new (model, office->project);
  g_autoptr (PlanTaskIndex) index = plan_task_index_new (model);
  PlanCellSource source = { model, plan_document_get_schedule (office->document), outline, index, office->document };
  g_auto (GStrv) parts = g_strsplit (typed, "|", 2);
  g_autofree char *text = g_strconcat (parts[0], parts[1], NULL);
  g_autoptr (GPtrArray) items = plan_completion_list (column, &source, task, text, (int) g_utf8_strlen (parts[0], -1), 8, unread);
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      const PlanCompletion *item = items->pdata[i];
      g_autofree char *before = g_utf8_substring (item->text, 0, item->caret);

      g_string_append_printf (found, "%s%s>%s|%s", i > 0 ? " / " : "", item->label, before, item->text + strlen (before));
    }
  return g_string_free (found, FALSE);
}

static void
test_people (void)
{
  static const struct { const char *typed, *expected; } cases[] = {
    { "zh|", "Zhao Min>Zhao Min| / 李 Zhe>李 Zhe|" },
    { "mi|", "Zhao Min>Zhao Min|" },
    { "李|", "李 Zhe>李 Zhe|" },
    { "Liu Wei; z|", "Zhao Min>Liu Wei; Zhao Min| / 李 Zhe>Liu Wei; 李 Zhe|" },
    { "Liu Wei；z|", "Zhao Min>Liu Wei；Zhao Min| / 李 Zhe>Liu Wei；李 Zhe|" },
    { "Liu Wei、|", "Zhao Min>Liu Wei、Zhao Min| / 李 Zhe>Liu Wei、李 Zhe|" },
    { "zh| 50%; Liu Wei", "Zhao Min>Zhao Min 50%|; Liu Wei / 李 Zhe>李 Zhe 50%|; Liu Wei" },
    { "Zhao Min 50%|", "" },
    { "Zhao Min 5|", "" },
    { "Zhao Min|", "" },
    { "zhao min|", "Zhao Min>Zhao Min|" },
    { "|", "" },
    { "Nobody|", "" },
  };
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_autoptr (GError) error = NULL;
  PlanId id;
  gboolean unread;

  g_assert_true (plan_edit_resource_add (office->document, "Zhao Min", PLAN_RESOURCE_WORK, &id, &error));
  g_assert_true (plan_edit_resource_add (office->document, "李 Zhe", PLAN_RESOURCE_WORK, &id, &error));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = list (office, PLAN_COLUMN_RESOURCES, office->ship, cases[i].typed, &unread);

      g_test_message ("%s", cases[i].typed);
      g_assert_cmpstr (found, ==, cases[i].expected);
      g_assert_false (unread);
    }
}

/* Rows: 1 Build, 2 Design, 3 Code, 4 Test, 5 Ship; the cell is that of Ship, or of Code. */
static void
test_tasks (void)
{
  static const struct { gboolean of_code; const char *typed, *expected; gboolean unread; } cases[] = {
    { FALSE, "d|", "Design>2| / Build>1| / Code>3|", TRUE },
    { FALSE, "es|", "Design>2| / Test>4|", TRUE },
    { FALSE, "3; tes|", "Test>3; 4|", TRUE },
    { FALSE, "3，tes|", "Test>3，4|", TRUE },
    { FALSE, "tes| SS+2d; 3", "Test>4SS+2d|; 3", TRUE },
    { FALSE, "3|FS+2d", "", FALSE },
    { FALSE, "1.2|", "Code>3|", TRUE },
    { FALSE, "1.|; 3", "Design>2|; 3 / Code>3|; 3 / Test>4|; 3", TRUE },
    { FALSE, "3|", "", FALSE },
    { FALSE, "3FS+|", "", FALSE },
    { FALSE, "'a;b'!3|", "", TRUE },
    { FALSE, "|", "", FALSE },
    { TRUE, "d|", "Design>2|", TRUE },
    { TRUE, "co|", "", TRUE },
    { TRUE, "1|", "", FALSE },
  };
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean unread;
      g_autofree char *found =
        list (office, PLAN_COLUMN_PREDECESSORS, cases[i].of_code ? office->code : office->ship, cases[i].typed, &unread);

      g_test_message ("%s", cases[i].typed);
      g_assert_cmpstr (found, ==, cases[i].expected);
      g_assert_true (*found == '\0' || unread == cases[i].unread);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/complete/people", test_people);
  g_test_add_func ("/document/complete/tasks", test_tasks);
  return g_test_run ();
}
