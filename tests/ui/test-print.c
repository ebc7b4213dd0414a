/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Printing, through the print operation of the window, to PDF files that are read back. Run in both languages.
 */

#include "plan-edits.h"
#include "plan-print-options.h"
#include "plan-print-settings.h"
#include "plan-print.h"
#include "plan-ui-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

static PlanApplication *application;

/* What stands on paper in the language of the run. */
static const struct
{
  const char *language;
  const char *printed;
  const char *no_tasks;
} words[] = {
  { "", "Printed", "This plan has no tasks yet." },
  { "zh_CN", "打印时间", "此计划还没有任务。" },
};

static guint
get_language (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (g_getenv ("LANGUAGE"), words[i].language) == 0)
      return i;
  g_assert_not_reached ();
}

static char *
get_path (const char *name)
{
  return g_build_filename (g_get_user_data_dir (), name, NULL);
}

/* The output of a program that reads a PDF. */
static char *
read_pdf (const char *program, const char *path)
{
  const char *arguments[] = { program, path, g_str_equal (program, "pdftotext") ? "-" : NULL, NULL };
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int status;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return output;
}

static char *
remove_spaces (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      g_string_append_unichar (plain, g_utf8_get_char (at));
  return g_string_free (plain, FALSE);
}

/* Whether words stand in a PDF, however its lines are broken. */
static gboolean
has_text (const char *path, const char *expected)
{
  g_autofree char *output = read_pdf ("pdftotext", path);
  g_autofree char *plain = remove_spaces (output);
  g_autofree char *wanted = remove_spaces (expected);

  return strstr (plain, wanted) != NULL;
}

static guint
count_pages (const char *path)
{
  g_autofree char *output = read_pdf ("pdfinfo", path);
  const char *line = strstr (output, "Pages:");

  g_assert_nonnull (line);
  return (guint) g_ascii_strtoull (line + strlen ("Pages:"), NULL, 10);
}

static GtkPrintOperation *
create_operation (PlanWindow *window)
{
  g_autoptr (GError) error = NULL;
  GtkPrintOperation *operation;
  PlanPrintView view;

  plan_print_view_init (&view, plan_gantt_view_get_show (plan_plan_page_get_view (plan_window_get_page (window))));
  operation = plan_print_create_operation (GTK_WINDOW (window), plan_window_get_document (window),
                                           plan_window_get_project (window), &view, &error);
  g_assert_no_error (error);
  return operation;
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, int *done)
{
  *done = (int) result;
}

static GtkPrintOperationResult
run (PlanWindow *window, GtkPrintOperation *operation, const char *path)
{
  int done = -1;

  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_set_show_progress (operation, FALSE);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), &done);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, GTK_WINDOW (window), NULL);
  while (done < 0)
    g_main_context_iteration (NULL, TRUE);
  return (GtkPrintOperationResult) done;
}

static void
print (PlanWindow *window, const char *path)
{
  g_autoptr (GtkPrintOperation) operation = create_operation (window);

  g_assert_cmpint (run (window, operation, path), ==, GTK_PRINT_OPERATION_RESULT_APPLY);
}

/* Each test begins as the program does, with A4. */
static void
reset_settings (void)
{
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();

  plan_print_settings_set (settings);
  plan_print_settings_set_page_setup (NULL);
}

static guint
count_pages_of_reports (PlanWindow *window, const char *paper)
{
  PlanDocument *document = plan_window_get_document (window);
  g_autoptr (PlanPages) pages = NULL;
  PlanPagesOptions options;
  PlanPrintView view;

  plan_print_view_init (&view, plan_gantt_view_get_show (plan_plan_page_get_view (plan_window_get_page (window))));
  plan_print_view_get_options (&view, &options);
  options.paper = plan_paper_by_name (paper);
  pages = plan_pages_new (plan_document_get_model (document), plan_document_get_schedule (document),
                          plan_window_get_project (window), &options);
  return plan_pages_get_n (pages);
}

static void
test_sample (void)
{
  PlanWindow *window = plan_fixture_open_sample (application);
  const PlanModel *model = plan_document_get_model (plan_window_get_document (window));
  const PlanProject *project = plan_model_get_project (model, plan_window_get_project (window));
  g_autofree char *path = get_path ("sample.pdf");
  g_autofree char *information = NULL;
  guint n_tasks = 0;

  reset_settings ();
  print (window, path);
  g_assert_cmpuint (count_pages (path), ==, count_pages_of_reports (window, "a4"));
  information = read_pdf ("pdfinfo", path);
  g_assert_nonnull (strstr (information, "841.89 x 595.276 pts (A4)"));
  g_assert_nonnull (strstr (information, project->name));
  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_TASK); i++)
    if (plan_model_get_task_at (model, i)->project == project->id)
      {
        g_assert_true (has_text (path, plan_model_get_task_at (model, i)->name));
        n_tasks++;
      }
  g_assert_cmpuint (n_tasks, >, 10);
  plan_fixture_close (window);
}

static PlanId
add_project (PlanWindow *window, const char *name)
{
  g_autoptr (GError) error = NULL;
  PlanId project;

  plan_edit_project_add (plan_window_get_document (window), name, plan_ticks_from_civil (2026, 3, 2, 0, 0), &project,
                         &error);
  g_assert_no_error (error);
  plan_fixture_settle (window);
  g_assert_cmpint (plan_window_get_project (window), ==, project);
  return project;
}

static PlanId
add_task (PlanWindow *window, const char *name, const char *duration)
{
  g_autoptr (GError) error = NULL;
  PlanId task;

  plan_edit_task_add (plan_window_get_document (window), plan_window_get_project (window), PLAN_ID_NONE, name, duration,
                      &task, &error);
  g_assert_no_error (error);
  return task;
}

static void
test_no_tasks (void)
{
  PlanWindow *window = plan_fixture_open_empty (application);
  g_autofree char *path = get_path ("none.pdf");

  reset_settings ();
  add_project (window, "空项目 / Empty");
  print (window, path);
  g_assert_cmpuint (count_pages (path), ==, 1);
  g_assert_true (has_text (path, "空项目 / Empty"));
  g_assert_true (has_text (path, words[get_language ()].no_tasks));
  g_assert_true (has_text (path, words[get_language ()].printed));
  plan_fixture_close (window);
}

static void
test_one_task (void)
{
  PlanWindow *window = plan_fixture_open_empty (application);
  g_autofree char *path = get_path ("one.pdf");

  reset_settings ();
  add_project (window, "One");
  add_task (window, "浇筑混凝土 Pour", "3d");
  print (window, path);
  g_assert_cmpuint (count_pages (path), ==, 1);
  g_assert_true (has_text (path, "浇筑混凝土 Pour"));
  g_assert_true (has_text (path, "One"));
  plan_fixture_close (window);
}

/* The pages are those of the moment in which printing began. */
static void
test_edit_meanwhile (void)
{
  PlanWindow *window = plan_fixture_open_empty (application);
  g_autofree char *path = get_path ("meanwhile.pdf");
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;
  PlanId task;

  reset_settings ();
  add_project (window, "Meanwhile");
  task = add_task (window, "Stays on paper", "3d");
  operation = create_operation (window);
  g_assert_true (plan_edit_task_delete (plan_window_get_document (window), &task, 1, &error));
  g_assert_no_error (error);
  add_task (window, "Too late", "3d");
  g_assert_cmpint (run (window, operation, path), ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_true (has_text (path, "Stays on paper"));
  g_assert_false (has_text (path, "Too late"));
  plan_fixture_close (window);
}

static const struct
{
  const char *paper;
  GtkPageOrientation orientation;
  const char *size;
} papers[] = {
  { GTK_PAPER_NAME_A3, GTK_PAGE_ORIENTATION_LANDSCAPE, "1190.55 x 841.89 pts (A3)" },
  { GTK_PAPER_NAME_A3, GTK_PAGE_ORIENTATION_PORTRAIT, "841.89 x 1190.55 pts (A3)" },
  { GTK_PAPER_NAME_A4, GTK_PAGE_ORIENTATION_PORTRAIT, "595.276 x 841.89 pts (A4)" },
  { GTK_PAPER_NAME_A5, GTK_PAGE_ORIENTATION_PORTRAIT, "419.528 x 595.276 pts" },
  { "iso_a6", GTK_PAGE_ORIENTATION_LANDSCAPE, "419.528 x 297.638 pts" },
  { GTK_PAPER_NAME_LETTER, GTK_PAGE_ORIENTATION_LANDSCAPE, "792 x 612 pts (letter)" },
  { "na_index-4x6", GTK_PAGE_ORIENTATION_LANDSCAPE, "432 x 288 pts" },
};

static void
set_paper (const char *name, GtkPageOrientation orientation)
{
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) paper = gtk_paper_size_new (name);

  gtk_page_setup_set_paper_size_and_default_margins (setup, paper);
  gtk_page_setup_set_orientation (setup, orientation);
  plan_print_settings_set_page_setup (setup);
}

static void
test_papers (void)
{
  PlanWindow *window = plan_fixture_open_sample (application);
  g_autofree char *path = get_path ("paper.pdf");

  reset_settings ();
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autofree char *information = NULL;

      g_test_message ("%s %d", papers[i].paper, papers[i].orientation);
      set_paper (papers[i].paper, papers[i].orientation);
      print (window, path);
      information = read_pdf ("pdfinfo", path);
      g_test_message ("%s", information);
      g_assert_nonnull (strstr (information, papers[i].size));
    }
  plan_fixture_close (window);
}

static void
test_small_paper (void)
{
  PlanWindow *window = plan_fixture_open_sample (application);
  guint before = g_list_model_get_n_items (gtk_window_get_toplevels ());
  g_autofree char *path = get_path ("small.pdf");
  g_autoptr (GtkPrintOperation) operation = NULL;

  reset_settings ();
  set_paper ("iso_a8", GTK_PAGE_ORIENTATION_LANDSCAPE);
  operation = create_operation (window);
  g_assert_cmpint (run (window, operation, path), ==, GTK_PRINT_OPERATION_RESULT_CANCEL);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, before + 1);
  plan_fixture_close (window);
}

static void
test_unwritable (void)
{
  PlanWindow *window = plan_fixture_open_sample (application);
  guint before = g_list_model_get_n_items (gtk_window_get_toplevels ());
  g_autofree char *path = get_path ("no-such-folder/plan.pdf");
  g_autoptr (GtkPrintOperation) operation = NULL;

  reset_settings ();
  operation = create_operation (window);
  g_assert_cmpint (run (window, operation, path), ==, GTK_PRINT_OPERATION_RESULT_ERROR);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, before + 1);
  plan_fixture_close (window);
}

/* Paper and choices are suggested again, the name of the file is that of each plan. */
static void
test_remembers (void)
{
  PlanWindow *window = plan_fixture_open_sample (application);
  g_autofree char *path = get_path ("first.pdf");
  g_autoptr (GtkPrintOperation) operation = NULL;
  GtkPrintSettings *settings;
  PlanPagesOptions options;

  reset_settings ();
  add_project (window, "Bridge 1/2: deck");
  set_paper (GTK_PAPER_NAME_A3, GTK_PAGE_ORIENTATION_PORTRAIT);
  operation = create_operation (window);
  settings = gtk_print_operation_get_print_settings (operation);
  g_assert_cmpstr (gtk_print_settings_get (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME), ==, "Bridge 1-2- deck");
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_URI, "file:///srv/plans/Bridge.pdf");
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_PRINTER, "Office");
  g_assert_cmpint (run (window, operation, path), ==, GTK_PRINT_OPERATION_RESULT_APPLY);

  settings = plan_print_settings_get ();
  g_assert_null (gtk_print_settings_get (settings, GTK_PRINT_SETTINGS_OUTPUT_URI));
  g_assert_cmpstr (gtk_print_settings_get (settings, GTK_PRINT_SETTINGS_OUTPUT_DIR), ==, "/srv/plans");
  g_assert_cmpstr (gtk_print_settings_get (settings, GTK_PRINT_SETTINGS_PRINTER), ==, "Office");
  g_assert_cmpint (gtk_page_setup_get_orientation (plan_print_settings_get_page_setup ()), ==,
                   GTK_PAGE_ORIENTATION_PORTRAIT);

  plan_pages_options_init (&options);
  options.fit_width = 3;
  options.theme = PLAN_THEME_PRINT_GREY;
  plan_print_settings_save_options (&options);
  plan_pages_options_init (&options);
  plan_print_settings_load_options (&options);
  g_assert_cmpuint (options.fit_width, ==, 3);
  g_assert_cmpint (options.theme, ==, PLAN_THEME_PRINT_GREY);
  plan_fixture_close (window);
}

/* What was chosen comes back as it was, whatever the tab showed before. */
static void
test_options (void)
{
  PlanTicks start = plan_ticks_from_civil (2026, 3, 2, 8, 0), finish = plan_ticks_from_civil (2026, 5, 29, 17, 0);
  PlanTicks from = plan_ticks_from_civil (2026, 4, 1, 0, 0), to = plan_ticks_from_civil (2026, 4, 11, 0, 0);
  const struct
  {
    PlanGanttShow show;
    guint fit_width;
    PlanTicks from, to;
    int baseline;
    PlanThemeKind theme;
  } cases[] = {
    { PLAN_GANTT_SHOW_DEFAULT, 0, PLAN_TICKS_NONE, PLAN_TICKS_NONE, -1, PLAN_THEME_PRINT },
    { PLAN_GANTT_LINKS | PLAN_GANTT_BASELINE, 2, from, to, 0, PLAN_THEME_PRINT_GREY },
    { PLAN_GANTT_LINKS | PLAN_GANTT_SLACK, 99, from, to, -1, PLAN_THEME_PRINT },
    { PLAN_GANTT_CRITICAL, 0, PLAN_TICKS_NONE, PLAN_TICKS_NONE, -1, PLAN_THEME_PRINT },
  };
  PlanPrintOptions *widget = PLAN_PRINT_OPTIONS (g_object_ref_sink (plan_print_options_new (start, finish, TRUE)));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PlanPagesOptions options, chosen;

      plan_pages_options_init (&options);
      options.show = cases[i].show;
      options.fit_width = cases[i].fit_width;
      options.from = cases[i].from;
      options.to = cases[i].to;
      options.baseline = cases[i].baseline;
      options.theme = cases[i].theme;
      plan_print_options_set (widget, &options);
      plan_pages_options_init (&chosen);
      chosen.show = PLAN_GANTT_LINKS & cases[i].show;
      plan_print_options_get (widget, &chosen);
      g_assert_cmpint (chosen.show & (PLAN_GANTT_CRITICAL | PLAN_GANTT_SLACK | PLAN_GANTT_BASELINE), ==,
                       cases[i].show & (PLAN_GANTT_CRITICAL | PLAN_GANTT_SLACK | PLAN_GANTT_BASELINE));
      g_assert_cmpuint (chosen.fit_width, ==, cases[i].fit_width);
      g_assert_cmpint (chosen.from, ==, cases[i].from);
      g_assert_cmpint (chosen.to, ==, cases[i].to);
      g_assert_cmpint (chosen.baseline, ==, cases[i].baseline);
      g_assert_cmpint (chosen.theme, ==, cases[i].theme);
    }
  g_assert_finalize_object (widget);
}

/* The tab of the dialog decides about the pages. */
static void
test_apply (void)
{
  PlanWindow *window = plan_fixture_open_sample (application);
  g_autofree char *path = get_path ("apply.pdf");
  g_autoptr (GtkPrintOperation) operation = NULL;
  GObject *widget = NULL;
  PlanPagesOptions options;
  guint as_needed;

  reset_settings ();
  set_paper (GTK_PAPER_NAME_A5, GTK_PAGE_ORIENTATION_PORTRAIT);
  print (window, path);
  as_needed = count_pages (path);

  operation = create_operation (window);
  g_signal_emit_by_name (operation, "create-custom-widget", &widget);
  g_assert_true (PLAN_IS_PRINT_OPTIONS (widget));
  g_object_ref_sink (widget);
  plan_pages_options_init (&options);
  plan_print_options_get (PLAN_PRINT_OPTIONS (widget), &options);
  g_assert_cmpuint (options.fit_width, ==, 0);
  options.fit_width = 8;
  plan_print_options_set (PLAN_PRINT_OPTIONS (widget), &options);
  g_signal_emit_by_name (operation, "custom-widget-apply", widget);
  g_object_unref (widget);
  g_assert_cmpint (run (window, operation, path), ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_cmpuint (count_pages (path), >, as_needed);

  /* It is remembered for the next one. */
  print (window, path);
  g_assert_cmpuint (count_pages (path), >, as_needed);
  plan_fixture_close (window);
}

/* Makes the desktop open PDF files by linking them to the path that is returned. */
static char *
install_reader (void)
{
  g_autofree char *folder = get_path ("applications");
  g_autofree char *copy = get_path ("opened.pdf");
  g_autofree char *entry = g_strdup_printf ("[Desktop Entry]\nType=Application\nName=Reader\nExec=ln %%f %s\n"
                                            "MimeType=application/pdf;\n", copy);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_free (plan_fixture_write_file ("applications/reader.desktop", entry));
  g_free (plan_fixture_write_file ("applications/mimeapps.list",
                                   "[Default Applications]\napplication/pdf=reader.desktop\n"));
  return g_steal_pointer (&copy);
}

static GFile *
get_preview (void)
{
  return g_object_get_data (G_OBJECT (g_application_get_default ()), "print-preview");
}

static void
preview (PlanWindow *window, const char *opened)
{
  g_autoptr (GtkPrintOperation) operation = create_operation (window);
  g_autofree char *information = NULL;

  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PREVIEW, GTK_WINDOW (window), NULL);
  while (!g_file_test (opened, G_FILE_TEST_EXISTS))
    g_main_context_iteration (NULL, FALSE);
  plan_fixture_settle (window);
  g_assert_cmpuint (count_pages (opened), ==, count_pages_of_reports (window, "a4"));
  information = read_pdf ("pdfinfo", opened);
  g_assert_nonnull (strstr (information, "841.89 x 595.276 pts (A4)"));
}

/* Without a program for previews the pages go to a file that the desktop opens; only the last one is kept. */
static void
test_preview (void)
{
  g_autofree char *opened = install_reader ();
  PlanWindow *window = plan_fixture_open_sample (application);
  g_autoptr (GFile) first = NULL;

  reset_settings ();
  g_object_set (gtk_settings_get_default (), "gtk-print-preview-command", "no-such-program %f", NULL);
  preview (window, opened);
  first = g_object_ref (get_preview ());
  g_assert_true (g_file_query_exists (first, NULL));
  g_assert_cmpint (g_unlink (opened), ==, 0);
  preview (window, opened);
  g_assert_false (g_file_query_exists (first, NULL));
  g_assert_true (g_file_query_exists (get_preview (), NULL));
  gtk_settings_reset_property (gtk_settings_get_default (), "gtk-print-preview-command");
  plan_fixture_close (window);
}

static void
test_sensitivity (void)
{
  PlanWindow *window = plan_fixture_open_empty (application);

  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "print"));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "page-setup"));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "export"));
  add_project (window, "Now");
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "print"));
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "page-setup"));
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "export"));
  plan_fixture_close (window);
}

int
main (int argc, char **argv)
{
  application = plan_fixture_start (&argc, &argv);
  plan_fixture_add_test ("/ui/print/sample", test_sample);
  plan_fixture_add_test ("/ui/print/no-tasks", test_no_tasks);
  plan_fixture_add_test ("/ui/print/one-task", test_one_task);
  plan_fixture_add_test ("/ui/print/edit-meanwhile", test_edit_meanwhile);
  plan_fixture_add_test ("/ui/print/papers", test_papers);
  plan_fixture_add_test ("/ui/print/small-paper", test_small_paper);
  plan_fixture_add_test ("/ui/print/unwritable", test_unwritable);
  plan_fixture_add_test ("/ui/print/remembers", test_remembers);
  plan_fixture_add_test ("/ui/print/options", test_options);
  plan_fixture_add_test ("/ui/print/apply", test_apply);
  plan_fixture_add_test ("/ui/print/preview", test_preview);
  plan_fixture_add_test ("/ui/print/sensitivity", test_sensitivity);
  return plan_fixture_run (application);
}
