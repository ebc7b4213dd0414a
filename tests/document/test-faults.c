/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The file fails under an open document: each call of an edit that writes or syncs fails once, the file is removed or replaced.
 * An edit that is not on the disk is told, and taken back in model, schedule and file; work goes on.
 */

#include "fault-vfs.h"
#include "office-fixture.h"
#include "plan-backup.h"
#include "plan-error.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#define MOST_CALLS 200

typedef struct
{
  guint n;
  char *sentence;
} Heard;

static void
failed_cb (PlanDocument *document, const char *sentence, Heard *heard)
{
  heard->n++;
  g_free (heard->sentence);
  heard->sentence = g_strdup (sentence);
}

/* An edit of many rows: more than one call writes. */
static gboolean
edit (OfficeFixture *office, GError **error)
{
  return plan_edit_tasks_duplicate (office->document, &office->build, 1, error);
}

/* Returns: whether the call number @at failed the edit; it is as if it had never been tried then. */
static gboolean
edit_with_fault (OfficeFixture *office, guint at, int code, Heard *heard)
{
  g_autofree char *before = office_dump (office->document), *after = NULL, *file = NULL, *model = NULL;
  gint64 revision = plan_document_get_revision (office->document);
  guint n_changes = office->n_changes, n_heard = heard->n;
  g_autoptr (GError) error = NULL;
  gboolean done;

  fault_vfs_fail (at, code);
  done = edit (office, &error);
  fault_vfs_fail (0, 0);
  if (done)
    {
      g_assert_true (plan_document_undo (office->document, NULL));
      return FALSE;
    }
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_IO);
  g_assert_cmpuint (heard->n, ==, n_heard + 1);
  g_assert_cmpstr (heard->sentence, ==, error->message);
  g_assert_nonnull (strstr (error->message, office->path));
  after = office_dump (office->document);
  office_assert_same (after, before);
  g_assert_cmpint (plan_document_get_revision (office->document), ==, revision);
  g_assert_cmpuint (office->n_changes, ==, n_changes);
  model = office_dump_model (plan_document_get_model (office->document));
  file = office_dump_file (office->path);
  office_assert_same (file, model);
  return TRUE;
}

static void
test_write (gconstpointer data)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  int code = GPOINTER_TO_INT (data);
  Heard heard = { 0 };
  guint n_failed = 0;

  plan_document_close (office->document);
  fault_vfs_record (office->path);
  office_fixture_reopen (office, 0);
  g_signal_connect (office->document, "failed", G_CALLBACK (failed_cb), &heard);
  for (guint at = 1; at < MOST_CALLS; at++)
    {
      gboolean failed = edit_with_fault (office, at, code, &heard);

      n_failed += failed;
      if (!failed && !fault_vfs_has_failed ())
        break;
    }
  g_test_message ("%u calls failed an edit", n_failed);
  g_assert_cmpuint (n_failed, >, 2);
  office_check_schedule (office->document);
  fault_vfs_stop ();
  g_free (heard.sentence);
}

/* Removed, then another office in its place: every edit from then on is refused, and what was acknowledged can be saved. */
static void
test_lost (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_autofree char *other = g_strconcat (office->path, ".other", NULL), *rescued = g_build_filename (office->folder, "rescued.planwright", NULL);
  g_autofree char *model = office_dump_model (plan_document_get_model (office->document)), *file = NULL, *replaced = NULL;
  g_autoptr (GError) error = NULL;
  Heard heard = { 0 };

  g_signal_connect (office->document, "failed", G_CALLBACK (failed_cb), &heard);
  g_assert_true (plan_backup_copy (office->path, other, NULL));
  g_assert_true (plan_document_check_place (office->document, &error));
  g_assert_cmpint (g_rename (other, office->path), ==, 0);
  g_assert_false (plan_document_check_place (office->document, &error));
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_LOST);
  g_assert_cmpuint (heard.n, ==, 1);
  g_clear_error (&error);
  g_assert_false (plan_edit_set_text (office->document, PLAN_FIELD_TASK_NAME, office->design, "Draw", &error));
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_LOST);
  g_assert_false (plan_document_undo (office->document, NULL));
  g_assert_cmpuint (heard.n, ==, 3);
  g_assert_cmpuint (office->n_changes, ==, 0);
  g_assert_true (plan_store_copy (plan_document_get_store (office->document), rescued, NULL));
  file = office_dump_file (rescued);
  office_assert_same (file, model);
  replaced = office_dump_file (office->path);
  office_assert_same (replaced, model);
  g_free (heard.sentence);
}

/* Where files cannot be locked, the office can be read, and says why it is no more. */
static void
test_no_locks (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_autoptr (PlanDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  plan_document_close (office->document);
  fault_vfs_refuse_locks (office->path);
  document = plan_document_open_any (office->path, 0, TRUE, NULL, &error);
  fault_vfs_refuse_locks (NULL);
  g_assert_no_error (error);
  g_assert_true (plan_document_is_read_only (document));
  g_assert_error (plan_document_get_reason (document), PLAN_ERROR, PLAN_ERROR_UNSUPPORTED);
  g_assert_cmpuint (plan_model_get_n (plan_document_get_model (document), PLAN_RECORD_TASK), ==, 6);
}

/* What cannot even be read says why it could not be written, and no page of a foreign file is believed unseen. */
static void
test_open_any (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_autoptr (PlanDocument) second = NULL, third = NULL;
  g_autoptr (GError) error = NULL;
  PlanProgress stopped = { 0 };

  g_assert_null (plan_document_get_reason (office->document));
  second = plan_document_open_any (office->path, 0, TRUE, NULL, &error);
  g_assert_no_error (error);
  g_assert_error (plan_document_get_reason (second), PLAN_ERROR, PLAN_ERROR_BUSY);
  plan_progress_cancel (&stopped);
  third = plan_document_open_any (office->path, PLAN_STORE_READ_ONLY, TRUE, &stopped, &error);
  g_assert_null (third);
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fault_vfs_install ();
  g_test_add_data_func ("/document/faults/failure", GINT_TO_POINTER (SQLITE_IOERR), test_write);
  g_test_add_data_func ("/document/faults/full-disk", GINT_TO_POINTER (SQLITE_FULL), test_write);
  g_test_add_func ("/document/faults/lost", test_lost);
  g_test_add_func ("/document/faults/no-locks", test_no_locks);
  g_test_add_func ("/document/faults/open-any", test_open_any);
  return g_test_run ();
}
