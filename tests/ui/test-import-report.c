/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The report of an import: its lines by kind of record, its text, and the page with its search.
 */

#include "plan-import-lines.h"
#include "plan-import-report.h"
#include "plan-ui-fixture.h"

#include <string.h>

static PlanApplication *application;

static PlanReport *
create_report (void)
{
  PlanReport *report = plan_report_new ();

  plan_report_keep (report, 41);
  plan_report_add (report, PLAN_REPORT_DROPPED, "Link", "It closes a circle of links.", 2);
  plan_report_add_value (report, "resource", "4", "MaxUnits", "a lot", NULL, "It is no number.");
  plan_report_add_value (report, "task", "7", "start", "2026-03-02", "2026-03-03", "The task is split.");
  plan_report_add_value (report, "task", "8", "finish", "2026-03-05", "2026-03-06", "The task is split.");
  plan_report_add_value (report, "task", "9", "finish", "2026-03-07", "2026-03-08", "The task is split.");
  return report;
}

static void
test_lines (void)
{
  g_autoptr (PlanReport) report = create_report ();
  g_autoptr (GPtrArray) lines = plan_import_lines_new (report);
  static const struct
  {
    PlanReportKind kind;
    const char *record, *title;
    guint count, n_details;
  } expected[] = {
    { PLAN_REPORT_CHANGED, "Tasks", "Finish", 2, 2 },
    { PLAN_REPORT_CHANGED, "Tasks", "Start", 1, 1 },
    { PLAN_REPORT_CHANGED, "Resources", "MaxUnits", 1, 1 },
    { PLAN_REPORT_DROPPED, "", "Link", 2, 0 },
  };

  g_assert_cmpuint (lines->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < lines->len; i++)
    {
      const PlanImportLine *line = lines->pdata[i];

      g_assert_cmpint (line->kind, ==, expected[i].kind);
      g_assert_cmpstr (line->record, ==, expected[i].record);
      g_assert_cmpstr (line->title, ==, expected[i].title);
      g_assert_cmpuint (line->count, ==, expected[i].count);
      g_assert_cmpuint (line->details->len, ==, expected[i].n_details);
    }
}

static void
test_many_values (void)
{
  g_autoptr (PlanReport) report = plan_report_new ();
  g_autoptr (GPtrArray) lines = NULL;
  const PlanImportLine *line;

  for (guint i = 0; i < 80; i++)
    {
      g_autofree char *uid = g_strdup_printf ("%u", i + 1);

      plan_report_add_value (report, "task", uid, "start", "1", "2", "The task is split.");
    }
  lines = plan_import_lines_new (report);
  g_assert_cmpuint (lines->len, ==, 1);
  line = lines->pdata[0];
  g_assert_cmpuint (line->count, ==, 80);
  g_assert_cmpuint (line->details->len + line->n_hidden, ==, 80);
  g_assert_cmpuint (line->n_hidden, >, 0);
}

static void
test_words (void)
{
  g_autoptr (PlanReport) report = create_report ();
  g_autoptr (GPtrArray) lines = plan_import_lines_new (report);
  static const struct
  {
    const char *words;
    guint n_lines;
  } cases[] = { { "", 4 }, { " SPLIT", 2 }, { "2026-03-08", 1 }, { "circle", 1 }, { "resources", 1 }, { "none of it", 0 } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint n = 0;

      for (guint j = 0; j < lines->len; j++)
        n += plan_import_line_fits (lines->pdata[j], cases[i].words);
      g_test_message ("“%s”", cases[i].words);
      g_assert_cmpuint (n, ==, cases[i].n_lines);
    }
}

static void
test_text (void)
{
  g_autoptr (PlanReport) report = create_report ();
  g_autoptr (GPtrArray) lines = plan_import_lines_new (report);
  g_autofree char *text = plan_import_lines_to_text (lines, report, "plan.xml");

  g_assert_cmpstr (text, ==,
                   "plan.xml\n41 kept, 4 changed, 2 dropped\n"
                   "\nChanged\n"
                   "Tasks, Finish (2): The task is split.\n"
                   "    No. 8: 2026-03-05 in the file, 2026-03-06 here\n"
                   "    No. 9: 2026-03-07 in the file, 2026-03-08 here\n"
                   "Tasks, Start (1): The task is split.\n"
                   "    No. 7: 2026-03-02 in the file, 2026-03-03 here\n"
                   "Resources, MaxUnits (1): It is no number.\n"
                   "    No. 4: a lot in the file\n"
                   "\nDropped\n"
                   "Link (2): It closes a circle of links.\n");
}

static void
count_groups (GtkWidget *widget, guint *n_groups)
{
  *n_groups += ADW_IS_PREFERENCES_GROUP (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    count_groups (child, n_groups);
}

static void
assert_groups (GtkWindow *page, const char *words, guint expected)
{
  GtkWidget *search = plan_fixture_find_widget (GTK_WIDGET (page), GTK_TYPE_SEARCH_ENTRY);
  guint n_groups = 0;

  gtk_editable_set_text (GTK_EDITABLE (search), words);
  g_signal_emit_by_name (search, "search-changed");
  count_groups (GTK_WIDGET (page), &n_groups);
  g_assert_cmpuint (n_groups, ==, expected);
}

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
test_page (void)
{
  PlanWindow *window = plan_fixture_open_empty (application);
  g_autoptr (PlanReport) report = create_report ();
  GtkWindow *page = plan_import_report_new (GTK_WINDOW (window), report, "a & b.xml");
  g_autofree char *text = NULL;

  gtk_window_present (page);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (page));
  assert_groups (page, "", 4);
  assert_groups (page, "circle", 2);
  assert_groups (page, "none of it", 1);
  assert_groups (page, "", 4);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "report.copy", NULL));
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (page)), NULL, text_read_cb, &text);
  plan_fixture_settle (window);
  g_assert_nonnull (text);
  g_assert_true (g_str_has_prefix (text, "a & b.xml\n41 kept"));
  plan_fixture_close (window);
}

static void
chosen_cb (GtkWindow *page, gint64 task, gint64 *chosen)
{
  *chosen = task;
}

static void
dates_cb (GtkWindow *page, guint *n_times)
{
  (*n_times)++;
}

static GtkWidget *
find_detail (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (ADW_IS_ACTION_ROW (widget) && g_object_get_data (G_OBJECT (widget), "task") != NULL)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_detail (child);
  return found;
}

static GtkWidget *
find_row (GtkWidget *widget, const char *title)
{
  GtkWidget *found = NULL;

  if (ADW_IS_ACTION_ROW (widget) && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_row (child, title);
  return found;
}

/* A value of a task names it and leads to it; where dates differ they can be compared. */
static void
test_tasks (void)
{
  PlanWindow *window = plan_fixture_open_empty (application);
  g_autoptr (PlanReport) report = create_report ();
  gint64 task = 0;
  guint n_times = 0;
  GtkWidget *detail;
  GtkWindow *page;

  plan_report_add_value (report, "task", "10", "start", "2026-03-02T08:00:00", "2026-03-03T08:00:00", "Reason not found.");
  plan_report_set_task (report, 77, "Design");
  page = plan_import_report_new (GTK_WINDOW (window), report, "a.xml");
  g_signal_connect (page, "task-chosen", G_CALLBACK (chosen_cb), &task);
  g_signal_connect (page, "dates-chosen", G_CALLBACK (dates_cb), &n_times);
  gtk_window_present (page);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (page));
  detail = find_detail (GTK_WIDGET (page));
  g_assert_nonnull (detail);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (detail)), ==,
                   "10 “Design”: 2 Mar 2026 08:00 in the file, 3 Mar 2026 08:00 here");
  g_signal_emit_by_name (detail, "activated");
  g_assert_cmpint (task, ==, 77);
  g_assert_cmpuint (n_times, ==, 0);
  g_signal_emit_by_name (find_row (GTK_WIDGET (page), "Compare the dates…"), "activated");
  g_assert_cmpuint (n_times, ==, 1);
  gtk_window_destroy (page);
  plan_fixture_close (window);
}

/* Files of the command line: an office opens a window of its own, a plan goes into the usual office. */
static void
test_command_line (void)
{
  g_autofree char *office = g_build_filename (g_get_user_data_dir (), "other.planwright", NULL);
  g_autofree char *plan = plan_fixture_write_file ("plan.json", "{\"format\":\"planwright\",\"version\":1,\"projects\":[{}]}");
  g_autoptr (GFile) office_file = g_file_new_for_path (office);
  g_autoptr (GFile) plan_file = g_file_new_for_path (plan);
  GFile *files[] = { office_file, plan_file };
  PlanWindow *own = plan_fixture_open_sample (application);
  PlanWindow *other = NULL;
  const PlanModel *model = plan_document_get_model (plan_window_get_document (own));
  guint before = plan_model_get_n (model, PLAN_RECORD_PROJECT);

  g_application_open (G_APPLICATION (application), files, G_N_ELEMENTS (files), "");
  plan_fixture_settle (own);
  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (application)); item != NULL; item = item->next)
    if (PLAN_IS_WINDOW (item->data) && g_strcmp0 (plan_window_get_office_path (item->data), office) == 0)
      other = item->data;
  g_assert_nonnull (other);
  g_assert_cmpstr (plan_window_get_state (other), ==, "empty");
  g_assert_cmpuint (plan_model_get_n (model, PLAN_RECORD_PROJECT), ==, before + 1);
  g_assert_false (plan_model_get_project (model, plan_window_get_project (own))->sample);
  plan_fixture_close (other);
  plan_fixture_close (own);
}

int
main (int argc, char **argv)
{
  application = plan_fixture_start (&argc, &argv);
  plan_fixture_add_test ("/ui/import-report/lines", test_lines);
  plan_fixture_add_test ("/ui/import-report/many-values", test_many_values);
  plan_fixture_add_test ("/ui/import-report/words", test_words);
  plan_fixture_add_test ("/ui/import-report/text", test_text);
  plan_fixture_add_test ("/ui/import-report/page", test_page);
  plan_fixture_add_test ("/ui/import-report/tasks", test_tasks);
  plan_fixture_add_test ("/ui/import-report/command-line", test_command_line);
  return plan_fixture_run (application);
}
