/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The file of the office in the window, by keys and clicks: care and backups, copies and moves, recent offices, why an office can
 * only be read, a file that is removed or replaced, a full disk, files that are damaged or come from elsewhere.
 */

#include "plan-backup.h"
#include "plan-edits.h"
#include "plan-office-care.h"
#include "plan-recent-offices.h"
#include "plan-ui-fixture.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#define PATIENCE_SECONDS 20

static PlanApplication *application;

static char *
make_path (const char *name)
{
  return g_build_filename (g_get_user_data_dir (), name, NULL);
}

static guint
count_projects (PlanWindow *window)
{
  return plan_model_get_n (plan_document_get_model (plan_window_get_document (window)), PLAN_RECORD_PROJECT);
}

/* The newest window but those of offices, which has to be shown by now. */
static GtkWindow *
find_dialog (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();
  GtkWindow *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (!PLAN_IS_WINDOW (window) && gtk_widget_get_mapped (GTK_WIDGET (window)))
        found = window;
    }
  return found;
}

static GtkWindow *
wait_for_dialog (PlanWindow *window, GtkWindow *before)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_SECONDS * G_USEC_PER_SEC;

  while ((find_dialog () == NULL || find_dialog () == before) && g_get_monotonic_time () < end)
    plan_fixture_settle (window);
  g_assert_true (find_dialog () != NULL && find_dialog () != before);
  plan_fixture_focus_native (window, GTK_NATIVE (find_dialog ()));
  return find_dialog ();
}

/* The shown button with that label. */
static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);
  return found;
}

static void
click_button (PlanWindow *window, GtkWidget *inside, const char *label)
{
  GtkWidget *button = find_button (inside, label);

  g_assert_nonnull (button);
  plan_fixture_click (window, button, gtk_widget_get_width (button) / 2.0, gtk_widget_get_height (button) / 2.0, 1, 1);
}

static PlanOfficeCare *
open_care (PlanWindow *window)
{
  plan_fixture_focus (window);
  plan_fixture_press (window, "ctrl+alt+o");
  return PLAN_OFFICE_CARE (wait_for_dialog (window, NULL));
}

static void
wait_for_result (PlanWindow *window, PlanOfficeCare *care)
{
  while (plan_office_care_is_busy (care))
    plan_fixture_settle (window);
}

static void
scroll_to_end (PlanWindow *window)
{
  plan_fixture_press (window, "ctrl+End");
  for (guint i = 0; i < 3; i++)
    plan_fixture_input (window, "mousemove 250 500 click --repeat 12 5");
}

static void
test_care (void)
{
  PlanWindow *window = plan_fixture_open_sample (application);
  guint n_projects = count_projects (window);
  PlanOfficeCare *care = open_care (window);
  GtkWindow *question;
  g_autoptr (GPtrArray) backups = NULL;

  click_button (window, GTK_WIDGET (care), "Check");
  wait_for_result (window, care);
  g_assert_cmpstr (plan_office_care_get_result (care), ==, "The office is whole.");
  scroll_to_end (window);
  click_button (window, GTK_WIDGET (care), "Back up");
  wait_for_result (window, care);
  g_assert_nonnull (strstr (plan_office_care_get_result (care), "office.backup-"));
  plan_fixture_press (window, "Escape");
  plan_fixture_activate (window, "win.remove-sample");
  g_assert_cmpuint (count_projects (window), ==, 0);

  care = open_care (window);
  while (plan_office_care_get_button (care, "restore") == NULL)
    plan_fixture_settle (window);
  scroll_to_end (window);
  click_button (window, GTK_WIDGET (care), "Put back…");
  question = wait_for_dialog (window, GTK_WINDOW (care));
  plan_fixture_press (window, "Escape");
  plan_fixture_settle (window);
  g_assert_cmpuint (count_projects (window), ==, 0);
  plan_fixture_focus_native (window, GTK_NATIVE (care));
  click_button (window, GTK_WIDGET (care), "Put back…");
  question = wait_for_dialog (window, GTK_WINDOW (care));
  click_button (window, GTK_WIDGET (question), "Put back");
  plan_fixture_settle (window);
  g_assert_cmpstr (plan_window_get_state (window), ==, "plan");
  g_assert_cmpuint (count_projects (window), ==, n_projects);
  g_assert_null (find_dialog ());
  /* Work goes on, and what was there before is a file of its own. */
  plan_fixture_activate (window, "win.remove-sample");
  g_assert_cmpuint (count_projects (window), ==, 0);
  plan_fixture_close (window);
}

static void
test_compact (void)
{
  PlanWindow *window = plan_fixture_open_sample (application);
  PlanDocument *document;
  PlanStoreInfo info;

  plan_fixture_activate (window, "win.remove-sample");
  plan_fixture_activate (window, "win.undo");
  plan_fixture_activate (window, "win.remove-sample");
  plan_window_compact_office (window, 0);
  g_assert_null (plan_window_get_document (window));
  plan_fixture_settle (window);
  document = plan_window_get_document (window);
  g_assert_cmpstr (plan_window_get_state (window), ==, "empty");
  g_assert_true (plan_store_get_info (plan_document_get_store (document), &info, NULL));
  g_assert_cmpint (info.n_history, ==, 1);
  plan_fixture_activate (window, "win.undo");
  g_assert_cmpstr (plan_window_get_state (window), ==, "plan");
  plan_fixture_close (window);
}

/* The copy can be opened beside the office. (The desktop's dialog for files loses memory by itself, so it is not shown.) */
static void
test_save_copy (void)
{
  PlanWindow *window = plan_fixture_open_sample (application);
  g_autofree char *path = make_path ("copy.planwright");
  gint64 end = g_get_monotonic_time () + PATIENCE_SECONDS * G_USEC_PER_SEC;
  PlanWindow *second;

  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "save-copy"));
  plan_window_save_copy (window, path);
  while (!g_file_test (path, G_FILE_TEST_EXISTS) && g_get_monotonic_time () < end)
    plan_fixture_settle (window);
  second = plan_application_open_office (application, path);
  /* It was not open here before, so every page of it is looked at, by a job. */
  g_assert_cmpstr (plan_window_get_state (second), ==, "opening");
  plan_fixture_settle (second);
  g_assert_cmpuint (count_projects (second), ==, count_projects (window));
  g_assert_null (plan_window_get_notice (second));
  plan_fixture_close (second);
  plan_fixture_close (window);
}

static void
test_move (void)
{
  PlanWindow *window = plan_fixture_open_sample (application);
  g_autofree char *before = plan_document_get_default_path (), *path = make_path ("moved.planwright"), *usual = NULL;
  guint n_projects = count_projects (window);

  plan_window_move_office (window, path);
  plan_fixture_settle (window);
  g_assert_cmpstr (plan_window_get_office_path (window), ==, path);
  g_assert_cmpuint (count_projects (window), ==, n_projects);
  g_assert_false (g_file_test (before, G_FILE_TEST_EXISTS));
  usual = plan_recent_offices_get_usual ();
  g_assert_cmpstr (usual, ==, path);
  plan_fixture_activate (window, "win.remove-sample");
  g_assert_cmpuint (count_projects (window), ==, 0);
  plan_fixture_close (window);
  /* The next start opens it there; when it is gone, none is made in its place. */
  g_application_activate (G_APPLICATION (application));
  window = PLAN_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (application)));
  plan_fixture_settle (window);
  g_assert_cmpstr (plan_window_get_office_path (window), ==, path);
  g_assert_cmpuint (count_projects (window), ==, 0);
  plan_fixture_close (window);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_application_activate (G_APPLICATION (application));
  window = PLAN_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (application)));
  plan_fixture_settle (window);
  g_assert_cmpstr (plan_window_get_state (window), ==, "failed");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  plan_fixture_close (window);
}

/* A move that cannot be leaves the office where it was, open. */
static void
test_move_refused (void)
{
  PlanWindow *window = plan_fixture_open_sample (application);
  g_autofree char *path = plan_fixture_write_file ("taken.planwright", "mine"), *before = g_strdup (plan_window_get_office_path (window));
  g_autofree char *text = NULL;

  plan_window_move_office (window, path);
  plan_fixture_settle (window);
  g_assert_cmpstr (plan_window_get_office_path (window), ==, before);
  g_assert_cmpstr (plan_window_get_state (window), ==, "plan");
  g_assert_nonnull (find_dialog ());
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "mine");
  gtk_window_destroy (find_dialog ());
  plan_fixture_close (window);
}

static void
test_recent (void)
{
  PlanWindow *window = plan_fixture_open_empty (application), *second;
  g_autofree char *first_path = make_path ("empty.planwright"), *second_path = make_path ("second.planwright");
  GtkWindow *dialog;
  GtkWidget *row;

  second = plan_application_open_office (application, second_path);
  plan_fixture_settle (second);
  plan_fixture_close (second);
  g_assert_cmpint (g_unlink (second_path), ==, 0);
  plan_fixture_focus (window);
  plan_fixture_press (window, "ctrl+shift+o");
  dialog = wait_for_dialog (window, NULL);
  /* The last one is the first row; it is gone. */
  row = plan_fixture_find_widget (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "second");
  g_assert_false (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row)));
  plan_fixture_click (window, plan_fixture_find_widget (row, GTK_TYPE_BUTTON), 8, 8, 1, 1);
  g_assert_false (plan_recent_offices_has (second_path));
  g_assert_true (plan_recent_offices_has (first_path));
  row = gtk_widget_get_next_sibling (row);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "empty");
  plan_fixture_click (window, row, 60, 10, 1, 1);
  plan_fixture_settle (window);
  g_assert_null (find_dialog ());
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, 1);
  plan_fixture_close (window);
}

static gboolean
rename_project (PlanWindow *window, const char *name)
{
  return plan_edit_set_text (plan_window_get_document (window), PLAN_FIELD_PROJECT_NAME, plan_window_get_project (window), name, NULL);
}

/* Removed: the edit is refused, told, and what was there is kept in a new place. */
static void
test_removed (void)
{
  PlanWindow *window = plan_fixture_open_sample (application);
  g_autofree char *path = make_path ("kept.planwright");
  gint64 revision;

  g_assert_true (rename_project (window, "Before"));
  revision = plan_document_get_revision (plan_window_get_document (window));
  g_assert_cmpint (g_unlink (plan_window_get_office_path (window)), ==, 0);
  g_assert_false (rename_project (window, "After"));
  plan_fixture_settle (window);
  g_assert_nonnull (strstr (plan_window_get_notice (window), "removed or moved"));
  g_assert_cmpint (plan_document_get_revision (plan_window_get_document (window)), ==, revision);
  g_assert_cmpint (plan_status_strip_get_saved (plan_window_get_status_strip (window)), ==, PLAN_NOT_SAVED);
  plan_window_keep_office (window, path);
  plan_fixture_settle (window);
  g_assert_null (plan_window_get_notice (window));
  g_assert_cmpstr (plan_window_get_office_path (window), ==, path);
  g_assert_cmpint (plan_document_get_revision (plan_window_get_document (window)), ==, revision);
  g_assert_true (rename_project (window, "After"));
  plan_fixture_close (window);
}

/* Replaced while nobody edits: the window says so when it is looked at, and no more when the file is back. */
static void
test_replaced (void)
{
  PlanWindow *window = plan_fixture_open_sample (application);
  const char *path = plan_window_get_office_path (window);
  g_autofree char *other = make_path ("other.planwright"), *away = make_path ("away");

  g_assert_true (plan_backup_copy (path, other, NULL));
  plan_fixture_focus (window);
  g_assert_null (plan_window_get_notice (window));
  plan_fixture_input (window, "windowfocus %lu", 1UL);
  g_assert_cmpint (g_rename (path, away), ==, 0);
  g_assert_cmpint (g_rename (other, path), ==, 0);
  plan_fixture_focus (window);
  g_assert_nonnull (strstr (plan_window_get_notice (window), "replaced"));
  plan_fixture_input (window, "windowfocus %lu", 1UL);
  g_assert_cmpint (g_rename (away, path), ==, 0);
  plan_fixture_focus (window);
  g_assert_null (plan_window_get_notice (window));
  g_assert_true (rename_project (window, "Goes on"));
  plan_fixture_close (window);
}

/* Another program writes it: it is shown, and can be edited when the other has ended. */
static void
test_busy (void)
{
  PlanWindow *window = plan_fixture_open_sample (application);
  g_autofree char *path = g_strdup (plan_window_get_office_path (window));
  PlanStore *other;
  guint n_projects = count_projects (window);

  plan_fixture_close (window);
  other = plan_store_open (path, 0, NULL);
  g_assert_nonnull (other);
  window = plan_fixture_open_sample (application);
  g_assert_cmpuint (count_projects (window), ==, n_projects);
  g_assert_true (plan_document_is_read_only (plan_window_get_document (window)));
  g_assert_nonnull (strstr (plan_window_get_notice (window), "another window or program"));
  g_assert_false (rename_project (window, "No"));
  plan_store_close (other);
  plan_fixture_focus (window);
  click_button (window, GTK_WIDGET (window), "Try again");
  plan_fixture_settle (window);
  g_assert_null (plan_window_get_notice (window));
  g_assert_true (rename_project (window, "Yes"));
  plan_fixture_close (window);
}

/* What is typed when the disk is full is refused with the reason; the next try works. */
static void
test_full_disk (void)
{
  PlanWindow *window = plan_fixture_open_sample (application);
  PlanDocument *document = plan_window_get_document (window);
  gint64 revision = plan_document_get_revision (document);
  struct rlimit before, small;

  plan_fixture_focus (window);
  plan_fixture_press (window, "Down");
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  small = before;
  small.rlim_cur = 1024;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  plan_fixture_press (window, "F2");
  plan_fixture_press (window, "ctrl+a");
  plan_fixture_type (window, "Typed");
  plan_fixture_press (window, "Return");
  g_assert_cmpint (plan_document_get_revision (document), ==, revision);
  g_assert_cmpint (plan_status_strip_get_saved (plan_window_get_status_strip (window)), ==, PLAN_NOT_SAVED);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  plan_fixture_press (window, "Return");
  g_assert_cmpint (plan_document_get_revision (document), ==, revision + 1);
  g_assert_cmpint (plan_status_strip_get_saved (plan_window_get_status_strip (window)), !=, PLAN_NOT_SAVED);
  plan_fixture_close (window);
}

/* Damaged: the window says so, and puts a backup back. */
static void
test_damaged (void)
{
  PlanWindow *window = plan_fixture_open_sample (application);
  g_autofree char *path = g_strdup (plan_window_get_office_path (window)), *backup = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  guint n_projects = count_projects (window);
  PlanOfficeCare *care;

  backup = plan_backup_make (path, PLAN_BACKUP_BY_HAND, now, NULL);
  plan_fixture_close (window);
  g_assert_true (g_file_set_contents (path, "This is not an office.", -1, NULL));
  window = plan_fixture_open_sample (application);
  g_assert_cmpstr (plan_window_get_state (window), ==, "failed");
  plan_fixture_focus (window);
  click_button (window, GTK_WIDGET (window), "Put a backup back…");
  care = PLAN_OFFICE_CARE (wait_for_dialog (window, NULL));
  while (plan_office_care_get_button (care, "restore") == NULL)
    plan_fixture_settle (window);
  gtk_window_destroy (GTK_WINDOW (care));
  plan_window_restore_backup (window, backup);
  plan_fixture_settle (window);
  g_assert_cmpstr (plan_window_get_state (window), ==, "plan");
  g_assert_cmpuint (count_projects (window), ==, n_projects);
  plan_fixture_close (window);
}

/* The window may be closed while a job works on the office. */
static void
test_close_while_busy (void)
{
  PlanWindow *window = plan_fixture_open_sample (application);
  g_autofree char *path = make_path ("moved.planwright"), *before = g_strdup (plan_window_get_office_path (window));

  plan_window_move_office (window, path);
  plan_fixture_close (window);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS) != g_file_test (before, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  application = plan_fixture_start (&argc, &argv);
  plan_fixture_add_test ("/ui/office/care", test_care);
  plan_fixture_add_test ("/ui/office/compact", test_compact);
  plan_fixture_add_test ("/ui/office/save-copy", test_save_copy);
  plan_fixture_add_test ("/ui/office/move", test_move);
  plan_fixture_add_test ("/ui/office/move-refused", test_move_refused);
  plan_fixture_add_test ("/ui/office/recent", test_recent);
  plan_fixture_add_test ("/ui/office/removed", test_removed);
  plan_fixture_add_test ("/ui/office/replaced", test_replaced);
  plan_fixture_add_test ("/ui/office/busy", test_busy);
  plan_fixture_add_test ("/ui/office/full-disk", test_full_disk);
  plan_fixture_add_test ("/ui/office/damaged", test_damaged);
  plan_fixture_add_test ("/ui/office/close-while-busy", test_close_while_busy);
  return plan_fixture_run (application);
}
