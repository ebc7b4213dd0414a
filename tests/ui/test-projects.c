/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Projects in the window: the list with groups, words and healths, and what is done with projects and programmes by
 * actions, by keys of the list and on the pages for new projects and for information.
 */

#include "plan-edits.h"
#include "plan-name-popover.h"
#include "plan-project-groups.h"
#include "plan-project-information.h"
#include "plan-project-list.h"
#include "plan-project-page.h"
#include "plan-project-row.h"
#include "plan-tooltip.h"
#include "plan-ui-fixture.h"

static PlanApplication *application;

static PlanProjectList *
get_list (PlanWindow *window)
{
  return PLAN_PROJECT_LIST (plan_fixture_find_widget (GTK_WIDGET (window), PLAN_TYPE_PROJECT_LIST));
}

static PlanDocument *
get_document (PlanWindow *window)
{
  return plan_window_get_document (window);
}

static const PlanProject *
get_project (PlanWindow *window)
{
  return plan_model_get_project (plan_document_get_model (get_document (window)), plan_window_get_project (window));
}

static GtkWidget *
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type))
        return window;
    }
  return NULL;
}

static PlanId
add_project (PlanWindow *window, const char *name, const char *programme)
{
  const PlanNewProject what = { .name = name, .start = plan_ticks_from_civil (2026, 3, 2, 8, 0), .new_programme = programme };
  g_autoptr (GError) error = NULL;
  PlanId id;

  plan_edit_project_create (get_document (window), &what, &id, &error);
  g_assert_no_error (error);
  plan_fixture_settle (window);
  return id;
}

static PlanId
get_programme (PlanWindow *window, PlanId project)
{
  return plan_model_get_project (plan_document_get_model (get_document (window)), project)->programme;
}

static gboolean
is_shown (PlanWindow *window, PlanId project)
{
  GtkWidget *row = plan_project_list_find_project (get_list (window), project);

  return row != NULL && gtk_widget_get_mapped (row);
}

static void
activate_with (PlanWindow *window, const char *action, PlanId target)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), action, "x", target));
  plan_fixture_settle (window);
}

static void
test_groups (void)
{
  PlanWindow *window = plan_fixture_open_empty (application);
  PlanId shop = add_project (window, "Shop", "Growth"), app = add_project (window, "App", NULL);
  PlanId hub = add_project (window, "Hub", "Operations"), growth = get_programme (window, shop);

  g_assert_cmpint (plan_project_list_get_neighbour (get_list (window), PLAN_ID_NONE, 1), ==, shop);
  g_assert_cmpint (plan_project_list_get_neighbour (get_list (window), shop, 1), ==, hub);
  g_assert_cmpint (plan_project_list_get_neighbour (get_list (window), hub, 1), ==, app);
  g_assert_cmpint (plan_project_list_get_neighbour (get_list (window), app, 1), ==, PLAN_ID_NONE);
  g_assert_nonnull (plan_project_list_find_group (get_list (window), growth));
  g_assert_null (plan_project_list_find_group (get_list (window), PLAN_GROUP_CLOSED));
  plan_project_list_set_expanded (get_list (window), growth, FALSE);
  plan_fixture_settle (window);
  g_assert_false (is_shown (window, shop));
  g_assert_cmpint (plan_project_list_get_neighbour (get_list (window), hub, -1), ==, PLAN_ID_NONE);
  plan_window_set_project (window, shop);
  plan_fixture_settle (window);
  g_assert_true (is_shown (window, shop));
  plan_fixture_close (window);
}

/* A heading does what a click or Enter does. */
static void
test_collapse (void)
{
  PlanWindow *window = plan_fixture_open_empty (application);
  PlanId shop = add_project (window, "Shop", "Growth");
  GtkWidget *heading = plan_project_list_find_group (get_list (window), get_programme (window, shop));

  g_assert_true (gtk_widget_activate (heading));
  plan_fixture_settle (window);
  g_assert_false (is_shown (window, shop));
  g_assert_true (gtk_widget_get_mapped (heading));
  g_assert_true (gtk_widget_activate (heading));
  plan_fixture_settle (window);
  g_assert_true (is_shown (window, shop));
  plan_fixture_close (window);
}

static void
test_words (void)
{
  PlanWindow *window = plan_fixture_open_empty (application);
  PlanId shop = add_project (window, "Shop Relaunch", "Growth"), app = add_project (window, "App", NULL);
  const PlanFieldText manager = { PLAN_FIELD_PROJECT_MANAGER, "Zhao Min" };
  const struct
  {
    const char *words;
    gboolean shop, app;
  } cases[] = {
    { "relaunch", TRUE, FALSE }, { "GROWTH", TRUE, FALSE }, { "zhao", FALSE, TRUE }, { "nothing", FALSE, FALSE }, { "", TRUE, TRUE },
  };
  g_autoptr (GError) error = NULL;

  g_assert_true (plan_edit_project_set_info (get_document (window), app, &manager, 1, &error));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("“%s”", cases[i].words);
      plan_project_list_set_words (get_list (window), cases[i].words);
      plan_fixture_settle (window);
      g_assert_cmpint (is_shown (window, shop), ==, cases[i].shop);
      g_assert_cmpint (is_shown (window, app), ==, cases[i].app);
    }
  plan_fixture_close (window);
}

/* The next project by its key leaves the keys with the sheet, a click on it with the list. */
static void
test_focus (void)
{
  PlanWindow *window = plan_fixture_open_sample (application);
  GtkWidget *sheet = GTK_WIDGET (plan_plan_page_get_sheet (plan_window_get_page (window)));
  PlanId first = plan_window_get_project (window);

  gtk_widget_grab_focus (sheet);
  plan_fixture_activate (window, "project.next");
  g_assert_cmpint (plan_window_get_project (window), !=, first);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), sheet));
  gtk_widget_grab_focus (plan_project_list_find_project (get_list (window), first));
  plan_window_set_project (window, first);
  plan_fixture_settle (window);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), GTK_WIDGET (get_list (window))));
  plan_fixture_activate (window, "win.remove-sample");
  plan_fixture_activate (window, "win.undo");
  g_assert_cmpint (plan_window_get_project (window), ==, first);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), sheet));
  plan_fixture_close (window);
}

/* Archived projects are shown when there are words that they fit. */
static void
test_archive (void)
{
  PlanWindow *window = plan_fixture_open_empty (application);
  PlanId shop = add_project (window, "Shop", NULL), app = add_project (window, "App", NULL);

  plan_window_set_project (window, shop);
  plan_fixture_activate (window, "project.archive");
  g_assert_cmpint (plan_window_get_project (window), ==, app);
  g_assert_true (plan_model_get_project (plan_document_get_model (get_document (window)), shop)->archived);
  g_assert_false (is_shown (window, shop));
  g_assert_false (plan_project_list_is_expanded (get_list (window), PLAN_GROUP_CLOSED));
  plan_project_list_set_words (get_list (window), "shop");
  plan_fixture_settle (window);
  g_assert_true (is_shown (window, shop));
  plan_project_list_set_words (get_list (window), NULL);
  plan_window_set_project (window, shop);
  plan_fixture_activate (window, "project.archive");
  g_assert_false (get_project (window)->archived);
  plan_fixture_activate (window, "win.undo");
  plan_fixture_activate (window, "win.undo");
  g_assert_true (is_shown (window, shop));
  g_assert_null (plan_project_list_find_group (get_list (window), PLAN_GROUP_CLOSED));
  plan_fixture_close (window);
}

static void
test_delete (void)
{
  PlanWindow *window = plan_fixture_open_empty (application);
  PlanId shop = add_project (window, "Shop", NULL), app = add_project (window, "App", NULL), hub = add_project (window, "Hub", NULL);

  plan_window_set_project (window, app);
  plan_fixture_activate (window, "project.delete");
  g_assert_cmpint (plan_window_get_project (window), ==, hub);
  plan_fixture_activate (window, "project.delete");
  g_assert_cmpint (plan_window_get_project (window), ==, shop);
  plan_fixture_activate (window, "project.delete");
  g_assert_cmpstr (plan_window_get_state (window), ==, "empty");
  g_assert_false (gtk_widget_activate_action (GTK_WIDGET (window), "project.delete", NULL) &&
                  plan_model_get_n (plan_document_get_model (get_document (window)), PLAN_RECORD_PROJECT) > 0);
  for (guint i = 0; i < 3; i++)
    plan_fixture_activate (window, "win.undo");
  g_assert_true (is_shown (window, shop) && is_shown (window, app) && is_shown (window, hub));
  g_assert_cmpint (plan_window_get_project (window), ==, app);
  plan_fixture_close (window);
}

static void
type_name (PlanWindow *window, const char *name)
{
  GtkWidget *popover = plan_fixture_find_widget (GTK_WIDGET (window), PLAN_TYPE_NAME_POPOVER);
  GtkWidget *entry;

  g_assert_nonnull (popover);
  entry = plan_fixture_find_widget (popover, GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), name);
  g_signal_emit_by_name (entry, "activate");
  plan_fixture_settle (window);
}

static gboolean
is_asking (PlanWindow *window)
{
  GtkWidget *popover = plan_fixture_find_widget (GTK_WIDGET (window), PLAN_TYPE_NAME_POPOVER);

  return popover != NULL && gtk_widget_get_mapped (popover);
}

static void
test_rename (void)
{
  PlanWindow *window = plan_fixture_open_empty (application);
  PlanId shop = add_project (window, "Shop", "Growth");

  plan_fixture_activate (window, "project.rename");
  g_assert_true (is_asking (window));
  type_name (window, " ");
  g_assert_true (is_asking (window));
  g_assert_cmpstr (get_project (window)->name, ==, "Shop");
  type_name (window, "Shop Relaunch");
  g_assert_false (is_asking (window));
  g_assert_cmpstr (get_project (window)->name, ==, "Shop Relaunch");
  plan_fixture_activate (window, "win.undo");
  g_assert_cmpstr (get_project (window)->name, ==, "Shop");
  plan_fixture_activate (window, "view.sidebar");
  plan_fixture_activate (window, "project.rename");
  g_assert_true (is_asking (window));
  type_name (window, "Store");
  g_assert_cmpstr (plan_model_get_project (plan_document_get_model (get_document (window)), shop)->name, ==, "Store");
  plan_fixture_close (window);
}

static void
test_programmes (void)
{
  PlanWindow *window = plan_fixture_open_empty (application);
  PlanId shop = add_project (window, "Shop", "Growth"), hub = add_project (window, "Hub", "Operations");
  PlanId growth = get_programme (window, shop), operations = get_programme (window, hub);
  PlanProjectList *list = get_list (window);

  activate_with (window, "programme.move-up", operations);
  g_assert_cmpint (plan_project_list_get_neighbour (list, hub, 1), ==, shop);
  activate_with (window, "programme.move-up", operations);
  g_assert_cmpint (plan_project_list_get_neighbour (list, hub, 1), ==, shop);
  activate_with (window, "programme.move-down", operations);
  g_assert_cmpint (plan_project_list_get_neighbour (list, shop, 1), ==, hub);
  activate_with (window, "programme.rename", growth);
  type_name (window, "Operations");
  g_assert_true (is_asking (window));
  type_name (window, "Expansion");
  g_assert_false (is_asking (window));
  plan_window_set_project (window, shop);
  activate_with (window, "project.move-to", operations);
  g_assert_cmpint (get_programme (window, shop), ==, operations);
  g_assert_cmpint (plan_project_list_get_neighbour (list, hub, 1), ==, shop);
  plan_fixture_activate (window, "project.move-to-new");
  type_name (window, "Third");
  g_assert_cmpint (get_programme (window, shop), !=, operations);
  activate_with (window, "project.move-to", PLAN_ID_NONE);
  g_assert_cmpint (get_programme (window, shop), ==, PLAN_ID_NONE);
  activate_with (window, "programme.delete", operations);
  g_assert_cmpint (get_programme (window, hub), ==, PLAN_ID_NONE);
  g_assert_null (plan_project_list_find_group (list, operations));
  plan_fixture_close (window);
}

/* Healths are shown when nothing else is to be done. */
static void
assert_tooltip (PlanWindow *window, GtkWidget *row, const char *expected)
{
  for (guint i = 0; i < 50 && g_strcmp0 (plan_tooltip_get (row), expected) != 0; i++)
    plan_fixture_settle (window);
  g_assert_cmpstr (plan_tooltip_get (row), ==, expected);
}

/* What is said of a row follows the plan. */
static void
test_health (void)
{
  PlanWindow *window = plan_fixture_open_empty (application);
  PlanId shop = add_project (window, "Shop", NULL), task;
  GtkWidget *row = plan_project_list_find_project (get_list (window), shop);
  g_autoptr (GError) error = NULL;

  assert_tooltip (window, row, "Shop\nNot started: There are no tasks yet.");
  g_assert_true (plan_edit_task_add (get_document (window), shop, PLAN_ID_NONE, "Design", "3d", &task, &error));
  assert_tooltip (window, row, "Shop\nNot started: No task has started.");
  g_assert_true (plan_edit_set_text (get_document (window), PLAN_FIELD_TASK_DEADLINE, task, "2026-03-03", &error));
  assert_tooltip (window, row, "Shop\nOff track: 1 task misses its deadline.");
  g_assert_true (plan_edit_set_text (get_document (window), PLAN_FIELD_TASK_PERCENT_COMPLETE, task, "100", &error));
  assert_tooltip (window, row, "Shop\nClosed: All tasks are complete.");
  g_assert_true (row == plan_project_list_find_project (get_list (window), shop));
  plan_fixture_close (window);
}

/* An office with 200 projects in 8 programmes. Returns: its path. */
static char *
write_many (PlanId *last)
{
  char *path = g_build_filename (g_get_user_data_dir (), "many.planwright", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlanDocument) document = plan_document_open (path, PLAN_STORE_CREATE, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *name = g_strdup_printf ("Project %u", i + 1), *programme = g_strdup_printf ("Programme %u", i % 8 + 1);
      const PlanNewProject what = { .name = name, .start = PLAN_TICKS_NONE, .new_programme = programme };

      g_assert_true (plan_edit_project_create (document, &what, last, &error));
      g_assert_true (plan_edit_task_add (document, *last, PLAN_ID_NONE, "Design", "3d", NULL, &error));
    }
  return path;
}

static void
test_many (void)
{
  PlanId last;
  g_autofree char *path = write_many (&last);
  PlanWindow *window = plan_application_open_office (application, path);
  gint64 before, filled, changed;
  g_autoptr (GError) error = NULL;

  plan_fixture_settle (window);
  before = g_get_monotonic_time ();
  g_assert_true (plan_edit_set_text (get_document (window), PLAN_FIELD_PROJECT_NAME, last, "Last", &error));
  filled = g_get_monotonic_time ();
  g_assert_true (plan_edit_set_text (get_document (window), PLAN_FIELD_PROJECT_PRIORITY, last, "600", &error));
  changed = g_get_monotonic_time ();
  plan_fixture_settle (window);
  g_test_message ("200 projects: %d ms to list them, %d ms for another edit", (int) ((filled - before) / 1000), (int) ((changed - filled) / 1000));
  g_assert_true (is_shown (window, last));
  plan_fixture_close (window);
}

/* What is typed makes a task. */
static void
assert_in_sheet (PlanWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (plan_plan_page_get_sheet (plan_window_get_page (window)))));
}

static void
test_new (void)
{
  PlanWindow *window = plan_fixture_open_empty (application);
  GtkWidget *page, *entry;

  plan_fixture_activate (window, "project.new");
  page = find_window (PLAN_TYPE_PROJECT_PAGE);
  g_assert_nonnull (page);
  entry = plan_fixture_find_widget (page, ADW_TYPE_ENTRY_ROW);
  g_assert_false (gtk_widget_get_sensitive (gtk_window_get_default_widget (GTK_WINDOW (page))));
  gtk_editable_set_text (GTK_EDITABLE (entry), "  Shop ");
  g_assert_true (gtk_widget_get_sensitive (gtk_window_get_default_widget (GTK_WINDOW (page))));
  g_signal_emit_by_name (gtk_window_get_default_widget (GTK_WINDOW (page)), "clicked");
  plan_fixture_settle (window);
  g_assert_null (find_window (PLAN_TYPE_PROJECT_PAGE));
  g_assert_cmpstr (plan_window_get_state (window), ==, "plan");
  g_assert_cmpstr (get_project (window)->name, ==, "Shop");
  g_assert_cmpint (plan_ticks_get_day (get_project (window)->start), ==, plan_ticks_get_day (plan_ticks_now ()));
  g_assert_cmpint (plan_ticks_get_within (get_project (window)->start), ==, 8 * PLAN_TICKS_PER_HOUR);
  assert_in_sheet (window);
  plan_fixture_activate (window, "win.undo");
  g_assert_cmpstr (plan_window_get_state (window), ==, "empty");
  plan_fixture_close (window);
}

/* The rows with entries in their order: name, name of the programme, start, manager. */
static void
list_entries (GtkWidget *widget, GPtrArray *entries)
{
  if (ADW_IS_ENTRY_ROW (widget))
    g_ptr_array_add (entries, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    list_entries (child, entries);
}

static void
test_new_with_all (void)
{
  PlanWindow *window = plan_fixture_open_empty (application);
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  GtkWidget *page, *create;

  plan_fixture_activate (window, "project.new");
  page = find_window (PLAN_TYPE_PROJECT_PAGE);
  create = gtk_window_get_default_widget (GTK_WINDOW (page));
  list_entries (page, entries);
  g_assert_cmpuint (entries->len, ==, 4);
  gtk_editable_set_text (entries->pdata[0], "Shop");
  g_assert_false (gtk_widget_get_visible (entries->pdata[1]));
  adw_combo_row_set_selected (ADW_COMBO_ROW (plan_fixture_find_widget (page, ADW_TYPE_COMBO_ROW)), 1);
  g_assert_true (gtk_widget_get_visible (entries->pdata[1]));
  g_assert_false (gtk_widget_get_sensitive (create));
  gtk_editable_set_text (entries->pdata[1], "Growth");
  gtk_editable_set_text (entries->pdata[2], "some day");
  gtk_editable_set_text (entries->pdata[3], "Zhao Min");
  g_signal_emit_by_name (create, "clicked");
  plan_fixture_settle (window);
  g_assert_true (find_window (PLAN_TYPE_PROJECT_PAGE) == page);
  g_assert_true (gtk_widget_has_css_class (entries->pdata[2], "error"));
  gtk_editable_set_text (entries->pdata[2], "2026-05-04");
  g_assert_false (gtk_widget_has_css_class (entries->pdata[2], "error"));
  g_signal_emit_by_name (create, "clicked");
  plan_fixture_settle (window);
  g_assert_cmpstr (get_project (window)->manager, ==, "Zhao Min");
  g_assert_cmpint (get_project (window)->start, ==, plan_ticks_from_civil (2026, 5, 4, 8, 0));
  g_assert_cmpint (get_project (window)->programme, !=, PLAN_ID_NONE);
  plan_fixture_close (window);
}

static void
type_into (PlanWindow *window, PlanProjectInformation *information, PlanFieldId field, const char *text)
{
  GtkWidget *row = plan_project_information_get_row (information, field);

  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_emit_by_name (row, "entry-activated");
  plan_fixture_settle (window);
}

static void
test_information (void)
{
  PlanWindow *window = plan_fixture_open_empty (application);
  PlanId shop = add_project (window, "Shop", "Growth");
  PlanProjectInformation *information;
  GtkWidget *start;

  plan_fixture_activate (window, "project.information");
  information = PLAN_PROJECT_INFORMATION (find_window (PLAN_TYPE_PROJECT_INFORMATION));
  start = plan_project_information_get_row (information, PLAN_FIELD_PROJECT_START);
  type_into (window, information, PLAN_FIELD_PROJECT_NAME, "Store");
  g_assert_cmpstr (get_project (window)->name, ==, "Store");
  type_into (window, information, PLAN_FIELD_PROJECT_START, "whenever");
  g_assert_true (gtk_widget_has_css_class (start, "error"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (start)), ==, "whenever");
  type_into (window, information, PLAN_FIELD_PROJECT_START, "2026-03-09");
  g_assert_false (gtk_widget_has_css_class (start, "error"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (start)), ==, "9 Mar 2026");
  plan_fixture_activate (window, "win.undo");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (start)), ==, "2 Mar 2026");
  adw_combo_row_set_selected (ADW_COMBO_ROW (plan_project_information_get_row (information, PLAN_FIELD_PROJECT_PROGRAMME)), 0);
  g_assert_cmpint (get_programme (window, shop), ==, PLAN_ID_NONE);
  adw_combo_row_set_selected (ADW_COMBO_ROW (plan_project_information_get_row (information, PLAN_FIELD_PROJECT_SCHEDULE_FROM)), 1);
  g_assert_cmpint (get_project (window)->schedule_from, ==, PLAN_SCHEDULE_FROM_FINISH);
  g_assert_false (gtk_widget_get_visible (start));
  g_assert_true (gtk_widget_get_visible (plan_project_information_get_row (information, PLAN_FIELD_PROJECT_FINISH)));
  plan_fixture_activate (window, "project.delete");
  g_assert_null (find_window (PLAN_TYPE_PROJECT_INFORMATION));
  plan_fixture_close (window);
}

/* What stands in an entry is taken when the window is closed, and keeps it open when it is refused. */
static void
test_close_information (void)
{
  PlanWindow *window = plan_fixture_open_empty (application);
  PlanProjectInformation *information;
  GtkWidget *code, *days;

  add_project (window, "Shop", NULL);
  plan_fixture_activate (window, "project.information");
  information = PLAN_PROJECT_INFORMATION (find_window (PLAN_TYPE_PROJECT_INFORMATION));
  code = plan_project_information_get_row (information, PLAN_FIELD_PROJECT_CODE);
  days = plan_project_information_get_row (information, PLAN_FIELD_PROJECT_DAYS_PER_MONTH);
  gtk_editable_set_text (GTK_EDITABLE (code), "P-1");
  gtk_editable_set_text (GTK_EDITABLE (days), "32");
  gtk_window_close (GTK_WINDOW (information));
  plan_fixture_settle (window);
  g_assert_nonnull (find_window (PLAN_TYPE_PROJECT_INFORMATION));
  g_assert_cmpstr (get_project (window)->code, ==, "P-1");
  gtk_editable_set_text (GTK_EDITABLE (days), "21");
  gtk_window_close (GTK_WINDOW (information));
  plan_fixture_settle (window);
  g_assert_null (find_window (PLAN_TYPE_PROJECT_INFORMATION));
  g_assert_cmpint (get_project (window)->days_per_month, ==, 21);
  plan_fixture_close (window);
}

int
main (int argc, char **argv)
{
  application = plan_fixture_start (&argc, &argv);
  plan_fixture_add_test ("/ui/projects/groups", test_groups);
  plan_fixture_add_test ("/ui/projects/collapse", test_collapse);
  plan_fixture_add_test ("/ui/projects/words", test_words);
  plan_fixture_add_test ("/ui/projects/focus", test_focus);
  plan_fixture_add_test ("/ui/projects/archive", test_archive);
  plan_fixture_add_test ("/ui/projects/delete", test_delete);
  plan_fixture_add_test ("/ui/projects/rename", test_rename);
  plan_fixture_add_test ("/ui/projects/programmes", test_programmes);
  plan_fixture_add_test ("/ui/projects/health", test_health);
  plan_fixture_add_test ("/ui/projects/many", test_many);
  plan_fixture_add_test ("/ui/projects/new", test_new);
  plan_fixture_add_test ("/ui/projects/new-with-all", test_new_with_all);
  plan_fixture_add_test ("/ui/projects/information", test_information);
  plan_fixture_add_test ("/ui/projects/close-information", test_close_information);
  return plan_fixture_run (application);
}
