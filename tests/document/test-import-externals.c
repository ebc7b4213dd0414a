/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows that stand for tasks of other files, when both files come into the office, in either order; and what becomes of the
 * link when the other project is archived, deleted, or brought back.
 */

#include "office-fixture.h"

#include "plan-format.h"
#include "plan-mspdi.h"

#include <string.h>

#define FILE_OF(name, tasks)                                                                                                 \
  "<?xml version=\"1.0\"?><Project xmlns=\"http://schemas.microsoft.com/project\"><Name>" name ".xml</Name>"                 \
  "<StartDate>2026-03-02T08:00:00</StartDate><Tasks>" tasks "</Tasks></Project>"
#define TASK(uid, name, more) "<Task><UID>" uid "</UID><Name>" name "</Name><Duration>PT24H0M0S</Duration>" more "</Task>"
#define ROW(uid, name, path, more) \
  TASK (uid, name, "<Start>2026-03-02T08:00:00</Start><Finish>2026-03-02T17:00:00</Finish><ExternalTask>1</ExternalTask>" \
                   "<ExternalTaskProject>" path "</ExternalTaskProject>" more)
#define LINK(uid) "<PredecessorLink><PredecessorUID>" uid "</PredecessorUID><Type>1</Type></PredecessorLink>"
#define CROSS(uid, path)                                                                                                     \
  "<PredecessorLink><PredecessorUID>" uid "</PredecessorUID><Type>1</Type><CrossProject>1</CrossProject><CrossProjectName>" path \
  "</CrossProjectName></PredecessorLink>"

#define MOVE FILE_OF ("Move", TASK ("3", "Pack", "") TASK ("12", "Load", LINK ("3")))
#define SITE FILE_OF ("Site", ROW ("4", "Load", "C:\\p\\Move.mpp\\12", "") TASK ("5", "Dig", CROSS ("4", "C:\\p\\Move.mpp\\12")))
/* as Microsoft Project leaves it when it has seen both files */
#define MOVE_WITH_ROW \
  FILE_OF ("Move", TASK ("3", "Pack", "") TASK ("12", "Load", LINK ("3")) ROW ("13", "Dig", "C:\\p\\Site.mpp\\5", LINK ("12")))
/* waits for what waits for it */
#define SITE_IN_CIRCLE \
  FILE_OF ("Site", ROW ("4", "Load", "Move\\12", "") ROW ("6", "Pack", "Move\\3", LINK ("5")) TASK ("5", "Dig", CROSS ("4", "Move\\12")))

static void
import_text (OfficeFixture *office, const char *text)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, -1, NULL);
  g_autoptr (PlanImport) import = NULL;
  g_autoptr (GError) error = NULL;

  import = plan_mspdi_read (stream, "plan.xml", plan_document_get_ids (office->document), NULL, &error);
  g_assert_no_error (error);
  plan_edit_import (office->document, import, "plan.xml", &error);
  g_assert_no_error (error);
}

static PlanId
find_project (OfficeFixture *office, const char *name)
{
  const PlanModel *model = plan_document_get_model (office->document);

  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_PROJECT); i++)
    {
      const PlanProject *project = plan_model_get_at (model, PLAN_RECORD_PROJECT, i);

      if (g_strcmp0 (project->name, name) == 0)
        return project->id;
    }
  return PLAN_ID_NONE;
}

static guint
count (OfficeFixture *office, PlanRecord record)
{
  return plan_model_get_n (plan_document_get_model (office->document), record);
}

static char *
write_project (OfficeFixture *office, const char *name)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  PlanExport what = { plan_document_get_model (office->document), plan_document_get_schedule (office->document),
                      find_project (office, name), FALSE, NULL };
  GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (stream);
  g_autoptr (GError) error = NULL;

  plan_mspdi_write (&what, stream, NULL, &error);
  g_assert_no_error (error);
  return g_strndup (g_memory_output_stream_get_data (memory), g_memory_output_stream_get_data_size (memory));
}

static PlanTicks
get_start (OfficeFixture *office, const char *task)
{
  const PlanModel *model = plan_document_get_model (office->document);

  return plan_schedule_get_task (plan_document_get_schedule (office->document),
                                 plan_model_find (model, PLAN_RECORD_TASK, office_find_task (office, task)))->start;
}

/* "Dig" waits for "Load" itself, by one link, and no row stands for it any more. */
static void
check_linked (OfficeFixture *office)
{
  const PlanModel *model = plan_document_get_model (office->document);
  PlanId dig = office_find_task (office, "Dig"), load = office_find_task (office, "Load");
  guint n = 0;

  g_assert_cmpuint (count (office, PLAN_RECORD_TASK), ==, 3);
  g_assert_cmpuint (count (office, PLAN_RECORD_LINK), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const PlanLink *link = plan_model_get_link_at (model, i);

      n += link->predecessor == load && link->successor == dig;
    }
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (get_start (office, "Dig"), ==, plan_ticks_from_civil (2026, 3, 4, 8, 0));
  office_check_schedule (office->document);
}

static const struct { const char *path; const char *first; const char *second; } orders[] = {
  { "predecessor-first", MOVE, SITE },
  { "successor-first", SITE, MOVE },
  { "rows-in-both", MOVE_WITH_ROW, SITE },
  { "rows-in-both-turned", SITE, MOVE_WITH_ROW },
};

static void
test_order (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (OfficeFixture) office = office_fixture_new ();
  g_autofree char *before = NULL, *after = NULL, *done = NULL, *again = NULL;
  g_autoptr (GError) error = NULL;

  import_text (office, orders[i].first);
  before = office_dump (office->document);
  import_text (office, orders[i].second);
  check_linked (office);
  done = office_dump (office->document);
  g_assert_true (plan_document_undo (office->document, &error));
  after = office_dump (office->document);
  office_assert_same (after, before);
  g_assert_true (plan_document_redo (office->document, &error));
  again = office_dump (office->document);
  office_assert_same (again, done);
  check_linked (office);
}

/* What would close a circle is taken as the file has it. */
static void
test_circle (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new ();

  import_text (office, MOVE);
  import_text (office, SITE_IN_CIRCLE);
  g_assert_cmpuint (count (office, PLAN_RECORD_TASK), ==, 5);
  g_assert_cmpuint (count (office, PLAN_RECORD_LINK), ==, 3);
  g_assert_cmpint (get_start (office, "Dig"), ==, plan_ticks_from_civil (2026, 3, 2, 17, 0));
  office_check_schedule (office->document);
}

/* A project of the same name without that task, and a row for a project that is not there, are left alone. */
static void
test_nothing_to_meet (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new ();

  import_text (office, FILE_OF ("Move", TASK ("3", "Pack", "")));
  import_text (office, SITE);
  g_assert_cmpuint (count (office, PLAN_RECORD_TASK), ==, 3);
  g_assert_cmpint (get_start (office, "Dig"), ==, plan_ticks_from_civil (2026, 3, 2, 17, 0));
}

/* The file of a project names the other one as long as that is there: archived it is, deleted it is not. */
static void
test_other_project (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new ();
  g_autofree char *before = NULL, *archived = NULL, *deleted = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;

  import_text (office, MOVE);
  import_text (office, SITE);
  before = write_project (office, "Site");
  g_assert_nonnull (strstr (before, "<CrossProjectName>C:\\p\\Move.mpp\\12</CrossProjectName>"));
  g_assert_nonnull (strstr (before, "<ExternalTask>1</ExternalTask>"));
  g_assert_true (plan_edit_project_set_archived (office->document, find_project (office, "Move"), TRUE, &error));
  archived = write_project (office, "Site");
  g_assert_cmpstr (archived, ==, before);
  g_assert_cmpint (get_start (office, "Dig"), ==, plan_ticks_from_civil (2026, 3, 4, 8, 0));
  g_assert_true (plan_edit_project_delete (office->document, find_project (office, "Move"), &error));
  deleted = write_project (office, "Site");
  g_assert_null (strstr (deleted, "PredecessorLink"));
  g_assert_null (strstr (deleted, "<ExternalTask>1</ExternalTask>"));
  g_assert_cmpint (get_start (office, "Dig"), ==, plan_ticks_from_civil (2026, 3, 2, 8, 0));
  g_assert_true (plan_document_undo (office->document, &error));
  after = write_project (office, "Site");
  g_assert_cmpstr (after, ==, before);
}

/* Written and read again in another office, both projects meet again. */
static void
test_round_trip (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new (), other = office_fixture_new ();
  g_autofree char *move = NULL, *site = NULL, *again = NULL;

  import_text (office, MOVE);
  import_text (office, SITE);
  move = write_project (office, "Move");
  site = write_project (office, "Site");
  import_text (other, site);
  import_text (other, move);
  check_linked (other);
  again = write_project (other, "Site");
  g_assert_cmpstr (again, ==, site);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autofree char *path = g_strconcat ("/document/import-externals/", orders[i].path, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_order);
    }
  g_test_add_func ("/document/import-externals/circle", test_circle);
  g_test_add_func ("/document/import-externals/nothing-to-meet", test_nothing_to_meet);
  g_test_add_func ("/document/import-externals/other-project", test_other_project);
  g_test_add_func ("/document/import-externals/round-trip", test_round_trip);
  return g_test_run ();
}
