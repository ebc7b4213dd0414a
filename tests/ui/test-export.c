/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Exporting: each row of the table through its job, what becomes of the file when it is stopped or fails, names of files,
 * and the window around it.
 */

#include "plan-edits.h"
#include "plan-error.h"
#include "plan-export.h"
#include "plan-ui-fixture.h"
#include "plan-window-private.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

static PlanApplication *application;

/* How files of each suffix begin. */
static const struct
{
  const char *suffix;
  const char *beginning;
} beginnings[] = {
  { ".pdf", "%PDF-" },
  { ".svg", "<?xml" },
  { ".png", "\x89PNG" },
  { ".json", "{" },
  { ".xml", "<?xml" },
  { ".xlsx", "PK" },
  { ".csv", "\xEF\xBB\xBF" },
  { ".ics", "BEGIN:VCALENDAR" },
};

static void
view_init (PlanPrintView *view)
{
  plan_print_view_init (view, PLAN_GANTT_SHOW_DEFAULT | PLAN_GANTT_BASELINE);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

/* Runs a job to its end; stops it before it begins or once it has done @stop_permille, unless that is negative. */
static gboolean
export (PlanWindow *window, const PlanExportKind *kind, const char *path, int stop_permille, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  PlanProgress progress = { 0 };
  PlanPrintView view;

  view_init (&view);
  if (stop_permille == 0)
    plan_progress_cancel (&progress);
  plan_export_run_async (plan_window_get_document (window), plan_window_get_project (window), kind, &view, path, &progress,
                         exported_cb, &result);
  while (result == NULL)
    {
      if (stop_permille > 0 && plan_progress_get_permille (&progress) >= stop_permille)
        plan_progress_cancel (&progress);
      g_main_context_iteration (NULL, FALSE);
    }
  return plan_export_run_finish (result, error);
}

static char *
make_folder (void)
{
  char *folder = g_build_filename (g_get_user_data_dir (), "out", NULL);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  return folder;
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (files) != NULL)
    n++;
  return n;
}

static void
check_beginning (const char *path, const char *suffix)
{
  g_autofree char *content = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (g_str_equal (beginnings[i].suffix, suffix))
      {
        g_assert_true (g_str_has_prefix (content, beginnings[i].beginning));
        return;
      }
  g_error ("no beginning is known for %s", suffix);
}

static void
test_kinds (void)
{
  PlanWindow *window = plan_fixture_open_sample (application);
  g_autofree char *folder = make_folder ();
  guint n_kinds;
  const PlanExportKind *kinds = plan_export_get_kinds (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      g_autofree char *name = plan_print_file_name ("项目 Plan", kinds[i].suffix);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", kinds[i].name);
      g_assert_true (plan_export_find (kinds[i].name) == &kinds[i]);
      g_assert_true (export (window, &kinds[i], path, -1, &error));
      g_assert_no_error (error);
      check_beginning (path, kinds[i].suffix);
      g_assert_cmpuint (count_files (folder), ==, i + 1);
    }
  g_assert_null (plan_export_find ("wav"));
  plan_fixture_close (window);
}

/* What is written for other programs is the project that is shown, and only that one. */
static void
test_formats (void)
{
  PlanWindow *window = plan_fixture_open_sample (application);
  const PlanModel *model = plan_document_get_model (plan_window_get_document (window));
  const PlanProject *project = plan_model_get_project (model, plan_window_get_project (window));
  g_autofree char *folder = make_folder ();
  guint n_kinds, n_formats = 0;
  const PlanExportKind *kinds = plan_export_get_kinds (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    if (kinds[i].format != NULL && kinds[i].format->read != NULL)
      {
        g_autofree char *path = g_build_filename (folder, kinds[i].name, NULL);
        g_autoptr (PlanImport) import = NULL;
        g_autoptr (GError) error = NULL;
        const PlanProject *imported;
        PlanIdSource ids;

        g_assert_true (export (window, &kinds[i], path, -1, &error));
        plan_id_source_init (&ids, PLAN_ID_NONE);
        import = plan_format_read_file (path, NULL, &ids, NULL, &error);
        g_assert_no_error (error);
        g_assert_cmpuint (plan_model_get_n (import->model, PLAN_RECORD_PROJECT), ==, 1);
        imported = plan_model_get_at (import->model, PLAN_RECORD_PROJECT, 0);
        g_assert_cmpstr (imported->name, ==, project->name);
        plan_id_source_clear (&ids);
        n_formats++;
      }
  g_assert_cmpuint (n_formats, >=, 1);
  plan_fixture_close (window);
}

/* A plan whose pages take a while. */
static void
add_long_plan (PlanWindow *window)
{
  g_autoptr (GString) xml = g_string_new ("<Project xmlns=\"http://schemas.microsoft.com/project\">"
                                          "<Name>Long</Name><Tasks>");
  g_autofree char *path = NULL;

  for (guint i = 1; i <= 1500; i++)
    g_string_append_printf (xml, "<Task><UID>%u</UID><ID>%u</ID><Name>Task %u</Name><OutlineLevel>1</OutlineLevel>"
                            "<Duration>PT16H0M0S</Duration></Task>", i, i, i);
  g_string_append (xml, "</Tasks></Project>");
  path = plan_fixture_write_file ("long.xml", xml->str);
  plan_window_import_file (window, path);
  plan_fixture_settle (window);
}

/* Stopped at once or in the middle, there is no file, or still the one that was there before. */
static void
test_stop (void)
{
  static const int stops[] = { 0, 300 };
  PlanWindow *window = plan_fixture_open_empty (application);
  g_autofree char *folder = make_folder ();
  guint n_kinds;
  const PlanExportKind *kinds = plan_export_get_kinds (&n_kinds);

  add_long_plan (window);
  for (guint i = 0; i < n_kinds; i++)
    for (guint k = 0; k < G_N_ELEMENTS (stops); k++)
      {
        g_autofree char *path = g_build_filename (folder, kinds[i].name, NULL);
        g_autofree char *content = NULL;
        g_autoptr (GError) error = NULL;

        /* Pictures are drawn, and formats may be written, in one go. */
        if (stops[k] > 0 && !g_str_equal (kinds[i].name, "pdf"))
          continue;
        g_test_message ("%s %d", kinds[i].name, stops[k]);
        g_assert_false (export (window, &kinds[i], path, stops[k], &error));
        g_assert_error (error, PLAN_ERROR, PLAN_ERROR_CANCELLED);
        g_clear_error (&error);
        g_assert_cmpuint (count_files (folder), ==, 0);

        g_assert_true (g_file_set_contents (path, "old", -1, NULL));
        g_assert_false (export (window, &kinds[i], path, stops[k], &error));
        g_assert_error (error, PLAN_ERROR, PLAN_ERROR_CANCELLED);
        g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
        g_assert_cmpstr (content, ==, "old");
        g_assert_cmpuint (count_files (folder), ==, 1);
        g_assert_cmpint (g_unlink (path), ==, 0);
      }
  plan_fixture_close (window);
}

/* Where nothing can be written there is a sentence with the name of the file, and no trace. */
static void
test_unwritable (void)
{
  PlanWindow *window = plan_fixture_open_sample (application);
  g_autofree char *folder = make_folder ();
  g_autofree char *no_folder = plan_fixture_write_file ("file", "");
  guint n_kinds;
  const PlanExportKind *kinds = plan_export_get_kinds (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      g_autofree char *path = g_build_filename (no_folder, "plan", NULL);
      g_autoptr (GError) error = NULL;

      g_assert_false (export (window, &kinds[i], path, -1, &error));
      g_assert_error (error, PLAN_ERROR, PLAN_ERROR_IO);
      g_assert_nonnull (strstr (error->message, path));
    }
  plan_fixture_close (window);
}

/* A disk that is full, here by the limit of the process: the old file stays. */
static void
test_disk_full (void)
{
  PlanWindow *window = plan_fixture_open_sample (application);
  g_autofree char *folder = make_folder ();
  guint n_kinds;
  const PlanExportKind *kinds = plan_export_get_kinds (&n_kinds);
  struct rlimit before, small;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  signal (SIGXFSZ, SIG_IGN);
  for (guint i = 0; i < n_kinds; i++)
    {
      g_autofree char *path = g_build_filename (folder, kinds[i].name, NULL);
      g_autofree char *content = NULL;
      g_autoptr (GError) error = NULL;
      gboolean done;

      g_assert_true (g_file_set_contents (path, "old", -1, NULL));
      small = (struct rlimit) { 100, before.rlim_max };
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
      done = export (window, &kinds[i], path, -1, &error);
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
      g_assert_false (done);
      g_assert_error (error, PLAN_ERROR, PLAN_ERROR_IO);
      g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
      g_assert_cmpstr (content, ==, "old");
      g_assert_cmpuint (count_files (folder), ==, i + 1);
    }
  plan_fixture_close (window);
}

static void
test_names (void)
{
  static const struct
  {
    const char *project, *suffix, *expected;
  } cases[] = {
    { "Bridge", ".pdf", "Bridge.pdf" },
    { "商城改版（一期）", ".json", "商城改版（一期）.json" },
    { "A/B: \"C\"?", ".pdf", "A-B- -C--.pdf" },
    { "..hidden ", ".svg", "hidden.svg" },
    { "two\nlines\t", ".png", "two-lines-.png" },
    { "end.", "", "end" },
    { "", ".pdf", "Plan.pdf" },
    { NULL, ".pdf", "Plan.pdf" },
    { " . ", ".pdf", "Plan.pdf" },
  };
  g_autofree char *long_project = g_strnfill (4000, 'x'), *long_name = NULL;
  g_autoptr (GString) wide = g_string_new (NULL);
  g_autofree char *wide_name = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = plan_print_file_name (cases[i].project, cases[i].suffix);

      g_assert_cmpstr (name, ==, cases[i].expected);
    }
  long_name = plan_print_file_name (long_project, ".pdf");
  g_assert_cmpuint (strlen (long_name), <, 220);
  for (guint i = 0; i < 500; i++)
    g_string_append (wide, "项");
  wide_name = plan_print_file_name (wide->str, ".pdf");
  g_assert_cmpuint (strlen (wide_name), <, 220);
  g_assert_true (g_utf8_validate (wide_name, -1, NULL));
}

static void
test_suffix (void)
{
  static const struct
  {
    const char *kind, *path, *expected;
  } cases[] = {
    { "pdf", "/a/plan", "/a/plan.pdf" },
    { "pdf", "/a/plan.pdf", "/a/plan.pdf" },
    { "pdf", "/a/plan.PDF", "/a/plan.PDF" },
    { "pdf", "/a/plan.svg", "/a/plan.svg.pdf" },
    { "pdf", "/a/.pdf", "/a/.pdf.pdf" },
    { "svg", "/a.svg/v1.2", "/a.svg/v1.2.svg" },
    { "json", "/a/计划", "/a/计划.json" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = plan_export_add_suffix (plan_export_find (cases[i].kind), cases[i].path);

      g_assert_cmpstr (path, ==, cases[i].expected);
    }
}

/* Printing and every kind stand in the menu, once. */
static void
test_menu (void)
{
  g_autoptr (GMenuModel) menu = plan_export_create_menu ();
  guint n_kinds, n_print = 0, n_export = 0;
  const PlanExportKind *kinds = plan_export_get_kinds (&n_kinds);

  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);

      for (int k = 0; k < g_menu_model_get_n_items (section); k++)
        {
          g_autofree char *action = NULL, *target = NULL, *label = NULL;

          g_assert_true (g_menu_model_get_item_attribute (section, k, G_MENU_ATTRIBUTE_ACTION, "s", &action));
          g_assert_true (g_menu_model_get_item_attribute (section, k, G_MENU_ATTRIBUTE_LABEL, "s", &label));
          g_assert_cmpuint (strlen (label), >, 0);
          if (g_str_equal (action, "win.print"))
            n_print++;
          else
            {
              g_assert_cmpstr (action, ==, "win.export");
              g_assert_true (g_menu_model_get_item_attribute (section, k, G_MENU_ATTRIBUTE_TARGET, "s", &target));
              g_assert_cmpstr (target, ==, kinds[n_export++].name);
            }
        }
    }
  g_assert_cmpuint (n_print, ==, 1);
  g_assert_cmpuint (n_export, ==, n_kinds);
}

static void
test_window (void)
{
  PlanWindow *window = plan_fixture_open_sample (application);
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "shown.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  PlanId own;

  plan_window_export (window, plan_window_get_project (window), plan_export_find ("pdf"), file);
  g_assert_true (plan_window_is_exporting (window));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "export"));
  /* The window can be used meanwhile. */
  g_assert_true (plan_edit_project_add (plan_window_get_document (window), "Mine", PLAN_TICKS_NONE, &own, &error));
  plan_fixture_settle (window);
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "export"));
  check_beginning (path, ".pdf");
  plan_fixture_close (window);
}

static void
test_window_fails (void)
{
  PlanWindow *window = plan_fixture_open_sample (application);
  guint before = g_list_model_get_n_items (gtk_window_get_toplevels ());
  g_autoptr (GFile) file = g_file_new_for_path ("/no-such-folder/plan.pdf");

  plan_window_export (window, plan_window_get_project (window), plan_export_find ("pdf"), file);
  plan_fixture_settle (window);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, before + 1);
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "export"));
  plan_fixture_close (window);
}

/* Closing the window stops the job first; no half file stays. */
static void
test_close (void)
{
  PlanWindow *window = plan_fixture_open_empty (application);
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "closed.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  add_long_plan (window);
  plan_window_export (window, plan_window_get_project (window), plan_export_find ("pdf"), file);
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_close (GTK_WINDOW (window));
  g_assert_nonnull (window);
  while (window != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count_files (folder), ==, 0);
}

/* In a narrow window the button has no word, but a name. */
static void
test_narrow (void)
{
  PlanWindow *window = plan_fixture_open_sample (application);

  g_assert_true (gtk_widget_get_visible (window->share_label));
  plan_fixture_resize (window, 900, 600);
  g_assert_false (gtk_widget_get_visible (window->share_label));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (window->share_button), GTK_ACCESSIBLE_PROPERTY_LABEL, "Share");
  plan_fixture_resize (window, 1280, 800);
  g_assert_true (gtk_widget_get_visible (window->share_label));
  plan_fixture_close (window);
}

int
main (int argc, char **argv)
{
  application = plan_fixture_start (&argc, &argv);
  plan_fixture_add_test ("/ui/export/kinds", test_kinds);
  plan_fixture_add_test ("/ui/export/formats", test_formats);
  plan_fixture_add_test ("/ui/export/stop", test_stop);
  plan_fixture_add_test ("/ui/export/unwritable", test_unwritable);
  plan_fixture_add_test ("/ui/export/disk-full", test_disk_full);
  plan_fixture_add_test ("/ui/export/names", test_names);
  plan_fixture_add_test ("/ui/export/suffix", test_suffix);
  plan_fixture_add_test ("/ui/export/menu", test_menu);
  plan_fixture_add_test ("/ui/export/window", test_window);
  plan_fixture_add_test ("/ui/export/window-fails", test_window_fails);
  plan_fixture_add_test ("/ui/export/close", test_close);
  plan_fixture_add_test ("/ui/export/narrow", test_narrow);
  return plan_fixture_run (application);
}
