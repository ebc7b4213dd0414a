/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The way of one edit: all of it or nothing, in file, model and schedule alike; told once; undone and redone.
 */

#include "office-fixture.h"
#include "plan-error.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>

static gboolean
write_nothing (PlanDocument *document, PlanStore *store, gpointer data, GError **error)
{
  return TRUE;
}

static gboolean
write_and_fail (PlanDocument *document, PlanStore *store, gpointer data, GError **error)
{
  OfficeFixture *office = data;

  g_assert_true (plan_store_update (store, PLAN_FIELD_TASK_DURATION, office->design, &PLAN_VALUE_OF_INTEGER (9600), error));
  g_set_error_literal (error, PLAN_ERROR, PLAN_ERROR_RULE, "No.");
  return FALSE;
}

/* A reference to nothing, past all checks of the edits. */
static gboolean
write_wrong_reference (PlanDocument *document, PlanStore *store, gpointer data, GError **error)
{
  OfficeFixture *office = data;

  return plan_store_update (store, PLAN_FIELD_TASK_CALENDAR, office->design, &PLAN_VALUE_OF_INTEGER (12345), error);
}

static gboolean
delete_used_calendar (PlanDocument *document, PlanStore *store, gpointer data, GError **error)
{
  OfficeFixture *office = data;

  return plan_store_delete (store, PLAN_RECORD_CALENDAR, office->calendar, error);
}

static void
test_new (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new ();

  g_assert_cmpint (plan_document_get_revision (office->document), ==, 0);
  g_assert_false (plan_document_is_read_only (office->document));
  g_assert_cmpstr (plan_document_get_path (office->document), ==, office->path);
  g_assert_cmpuint (plan_schedule_get_n (plan_document_get_schedule (office->document)), ==, 0);
  g_assert_null (plan_document_get_step_label (office->document, PLAN_STEP_UNDO));
}

static void
test_missing (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (plan_document_open ("/nonexistent/office.planwright", 0, &error));
  g_assert_nonnull (error);
}

static void
test_changed_once (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_autoptr (GError) error = NULL;
  gint64 revision = plan_document_get_revision (office->document);

  g_assert_true (plan_edit_set_text (office->document, PLAN_FIELD_TASK_DURATION, office->design, "4d", &error));
  g_assert_cmpuint (office->n_changes, ==, 1);
  g_assert_cmpint (plan_document_get_revision (office->document), ==, revision + 1);
  g_assert_true (plan_document_undo (office->document, &error));
  g_assert_cmpuint (office->n_changes, ==, 2);
  g_assert_true (plan_document_redo (office->document, &error));
  g_assert_cmpuint (office->n_changes, ==, 3);
  g_assert_cmpint (plan_document_get_revision (office->document), ==, revision + 3);
}

static void
test_nothing_changed (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_autoptr (GError) error = NULL;
  gint64 revision = plan_document_get_revision (office->document);

  g_assert_true (plan_edit_set_text (office->document, PLAN_FIELD_TASK_NAME, office->design, "Design", &error));
  g_assert_true (plan_document_edit (office->document, "Nothing", NULL, PLAN_ID_NONE, write_nothing, NULL, &error));
  g_assert_cmpuint (office->n_changes, ==, 0);
  g_assert_cmpint (plan_document_get_revision (office->document), ==, revision);
}

static void
test_refused (void)
{
  static const struct
  {
    PlanEditFunc func;
    int code;
  } cases[] = {
    { write_and_fail, PLAN_ERROR_RULE },
    { write_wrong_reference, PLAN_ERROR_NOT_FOUND },
    { delete_used_calendar, PLAN_ERROR_RULE },
  };
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    office_assert_refused (office, plan_document_edit (office->document, "Wrong", NULL, PLAN_ID_NONE, cases[i].func, office, refusal),
                           cases[i].code);
}

static void
test_cycle (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();

  office_assert_refused (office, plan_edit_link_add (office->document, office->code, office->design, PLAN_LINK_FS, NULL, NULL, refusal),
                         PLAN_ERROR_CYCLE);
  office_assert_refused (office, plan_edit_link_add (office->document, office->ship, office->code, PLAN_LINK_SS, NULL, NULL, refusal),
                         PLAN_ERROR_CYCLE);
}

/* The disk is full at the moment of the commit: as if nothing had been tried, and the next edit works. */
static void
test_disk_full (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_autoptr (GError) error = NULL;
  struct rlimit before, small;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  small = before;
  small.rlim_cur = 1024;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  office_assert_refused (office, plan_edit_set_text (office->document, PLAN_FIELD_TASK_DURATION, office->design, "8d", refusal),
                         PLAN_ERROR_IO);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_true (plan_edit_set_text (office->document, PLAN_FIELD_TASK_DURATION, office->design, "8d", &error));
  g_assert_cmpuint (office->n_changes, ==, 1);
}

static void
test_undo_redo (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_autofree char *before = office_dump (office->document), *edited = NULL, *undone = NULL, *redone = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (plan_edit_task_delete (office->document, &office->build, 1, &error));
  edited = office_dump (office->document);
  g_assert_cmpstr (edited, !=, before);
  g_assert_true (plan_document_undo (office->document, &error));
  undone = office_dump (office->document);
  office_assert_same (undone, before);
  g_assert_true (plan_document_redo (office->document, &error));
  redone = office_dump (office->document);
  office_assert_same (redone, edited);
  office_assert_refused (office, plan_document_redo (office->document, refusal), PLAN_ERROR_NOTHING);
}

static void
test_undo_after_reopening (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_autofree char *before = office_dump (office->document), *undone = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (plan_edit_task_delete (office->document, &office->code, 1, &error));
  office_fixture_reopen (office, 0);
  g_assert_true (plan_document_undo (office->document, &error));
  undone = office_dump (office->document);
  office_assert_same (undone, before);
}

static void
test_labels (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_autofree char *duration = NULL, *progress = NULL, *redo = NULL;

  g_assert_true (plan_edit_set_text (office->document, PLAN_FIELD_TASK_DURATION, office->design, "4d", NULL));
  duration = plan_document_get_step_label (office->document, PLAN_STEP_UNDO);
  g_assert_cmpstr (duration, ==, "Duration of “Design”");
  g_assert_true (plan_edit_set_text (office->document, PLAN_FIELD_TASK_PERCENT_COMPLETE, office->design, "50", NULL));
  progress = plan_document_get_step_label (office->document, PLAN_STEP_UNDO);
  g_assert_cmpstr (progress, ==, "Progress of “Design”");
  g_assert_null (plan_document_get_step_label (office->document, PLAN_STEP_REDO));
  g_assert_true (plan_document_undo (office->document, NULL));
  redo = plan_document_get_step_label (office->document, PLAN_STEP_REDO);
  g_assert_cmpstr (redo, ==, "Progress of “Design”");
}

static void
test_history (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_autoptr (GPtrArray) entries = NULL;
  const PlanHistoryEntry *entry;
  gint64 before = g_get_real_time ();

  g_assert_true (plan_edit_set_text (office->document, PLAN_FIELD_TASK_NAME, office->design, "Draw", NULL));
  g_assert_true (plan_document_undo (office->document, NULL));
  entries = plan_store_list_history (plan_document_get_store (office->document), G_MAXINT64, 2, NULL);
  entry = entries->pdata[0];
  g_assert_cmpint (entry->undoes, ==, entry->id - 1);
  g_assert_cmpint (entry->at, >=, before);
  g_assert_cmpstr (entry->author, ==, "Test");
  entry = entries->pdata[1];
  g_assert_cmpstr (entry->label, ==, "Task name");
  g_assert_cmpstr (entry->subject, ==, "Design");
  g_assert_cmpint (entry->project, ==, office->project);
}

static void
test_read_only (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();

  office_fixture_reopen (office, PLAN_STORE_READ_ONLY);
  g_assert_true (plan_document_is_read_only (office->document));
  office_assert_refused (office, plan_edit_set_text (office->document, PLAN_FIELD_TASK_NAME, office->design, "Draw", refusal),
                         PLAN_ERROR_READ_ONLY);
  office_assert_refused (office, plan_document_undo (office->document, refusal), PLAN_ERROR_READ_ONLY);
}

static void
test_closed (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_autoptr (GError) error = NULL;

  plan_document_close (office->document);
  g_assert_null (plan_document_get_store (office->document));
  g_assert_nonnull (plan_model_get_task (plan_document_get_model (office->document), office->design));
  g_assert_false (plan_edit_set_text (office->document, PLAN_FIELD_TASK_NAME, office->design, "Draw", &error));
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_READ_ONLY);
}

static void
test_second_writer (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_autoptr (GError) error = NULL;

  g_assert_null (plan_document_open (office->path, 0, &error));
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_BUSY);
}

static void
test_snapshot (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_autoptr (PlanModel) snapshot = plan_document_snapshot (office->document);
  g_autofree char *before = office_dump_model (snapshot), *after = NULL;

  g_assert_true (plan_edit_task_delete (office->document, &office->build, 1, NULL));
  after = office_dump_model (snapshot);
  office_assert_same (before, after);
}

static gint64
get_size (const char *path)
{
  GStatBuf about = { 0 };

  g_stat (path, &about);
  return about.st_size;
}

/* Idle for two seconds, the office lies in its main file. */
static void
test_checkpoint (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_autofree char *wal = g_strconcat (office->path, "-wal", NULL);
  gint64 deadline = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  g_assert_cmpint (get_size (wal), >, 0);
  while (get_size (wal) > 0 && g_get_monotonic_time () < deadline)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (20000);
    }
  g_assert_cmpint (get_size (wal), ==, 0);
}

/* What has no name is called so. */
static void
test_describe (void)
{
  static const struct
  {
    const char *label, *subject, *expected;
  } cases[] = {
    { "Duration", "Design", "Duration of “Design”" },
    { "Duration", "", "Duration of “unnamed”" },
    { "Links of “%s” and others", "", "Links of “unnamed” and others" },
    { "Duration", NULL, "Duration" },
    { "", "Design", "Design" },
    { "", NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = plan_step_describe (cases[i].label, cases[i].subject);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/document/new", test_new);
  g_test_add_func ("/document/document/missing", test_missing);
  g_test_add_func ("/document/document/changed-once", test_changed_once);
  g_test_add_func ("/document/document/nothing-changed", test_nothing_changed);
  g_test_add_func ("/document/document/refused", test_refused);
  g_test_add_func ("/document/document/cycle", test_cycle);
  g_test_add_func ("/document/document/disk-full", test_disk_full);
  g_test_add_func ("/document/document/undo-redo", test_undo_redo);
  g_test_add_func ("/document/document/undo-after-reopening", test_undo_after_reopening);
  g_test_add_func ("/document/document/labels", test_labels);
  g_test_add_func ("/document/document/history", test_history);
  g_test_add_func ("/document/document/read-only", test_read_only);
  g_test_add_func ("/document/document/closed", test_closed);
  g_test_add_func ("/document/document/second-writer", test_second_writer);
  g_test_add_func ("/document/document/snapshot", test_snapshot);
  g_test_add_func ("/document/document/checkpoint", test_checkpoint);
  g_test_add_func ("/document/document/describe", test_describe);
  return g_test_run ();
}
