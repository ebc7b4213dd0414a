/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pasting by real keys: a plan of thirty tasks with links and people is made by one paste and is the plan that edits make, in
 * both languages; what is in doubt is asked first; a page of another program is read piece by piece.
 */

#include "plan-edits.h"
#include "plan-journey.h"
#include "plan-paste-window.h"
#include "plan-ui-compare.h"
#include "plan-ui-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

static PlanApplication *application;

static PlanSheet *
get_sheet (PlanWindow *window)
{
  return plan_plan_page_get_sheet (plan_window_get_page (window));
}

static PlanRowList *
get_list (PlanWindow *window)
{
  return plan_plan_page_get_list (plan_window_get_page (window));
}

static PlanPasteWindow *
find_paste_window (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (PLAN_IS_PASTE_WINDOW (window))
        return PLAN_PASTE_WINDOW (window);
    }
  return NULL;
}

static gboolean
is_in (const PlanJourneyRange *ranges, guint n_ranges, guint row)
{
  for (guint i = 0; i < n_ranges; i++)
    if (row >= ranges[i].first && row <= ranges[i].last)
      return TRUE;
  return FALSE;
}

/* Whether a task is linked to the one above it. */
static gboolean
follows (guint row)
{
  return is_in (plan_journey_linked, G_N_ELEMENTS (plan_journey_linked), row) &&
         is_in (plan_journey_linked, G_N_ELEMENTS (plan_journey_linked), row - 1);
}

/* The plan as a spreadsheet would hand it over. */
static char *
write_table (const PlanJourney *plan, const char *headings)
{
  GString *text = g_string_new (headings);

  for (guint i = 0; i < PLAN_JOURNEY_TASKS; i++)
    {
      const PlanJourneyRow *row = &plan->rows[i];
      g_autofree char *above = g_strdup_printf ("%u", i);

      g_string_append_printf (text, "\n%s%s\t%s\t%s\t%s\t%s",
                              is_in (plan_journey_indented, G_N_ELEMENTS (plan_journey_indented), i) ? "   " : "", row->name,
                              row->duration != NULL ? row->duration : "",
                              row->predecessors != NULL ? row->predecessors : follows (i) ? above : "",
                              row->resources != NULL ? row->resources : "", row->complete != NULL ? row->complete : "");
    }
  return g_string_free (text, FALSE);
}

static void
paste_text (PlanWindow *window, const char *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (window)), text);
  plan_fixture_input (window, "key ctrl+v");
  plan_fixture_settle (window);
}

static PlanId
add_project (PlanWindow *window, const char *name)
{
  const PlanNewProject what = { .name = name, .start = plan_ticks_from_day (plan_day_from_civil (2026, 3, 2), 8 * PLAN_TICKS_PER_HOUR) };
  g_autoptr (GError) error = NULL;
  PlanId project;

  plan_edit_project_create (plan_window_get_document (window), &what, &project, &error);
  g_assert_no_error (error);
  plan_window_set_project (window, project);
  plan_fixture_focus (window);
  gtk_widget_grab_focus (GTK_WIDGET (get_sheet (window)));
  plan_fixture_settle (window);
  return project;
}

static void
run_journey (const PlanJourney *plan, const char *headings)
{
  PlanWindow *window = plan_fixture_open_empty (application);
  g_autofree char *table = write_table (plan, headings);
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "edits.planwright", NULL);
  g_autoptr (GError) error = NULL;
  PlanDocument *document = plan_document_open (path, PLAN_STORE_CREATE, &error);
  g_autofree char *made = NULL, *expected = NULL;
  PlanId project = add_project (window, plan->project);

  g_assert_no_error (error);
  paste_text (window, table);
  g_assert_null (find_paste_window ());
  g_assert_cmpuint (plan_row_list_get_n (get_list (window)), ==, PLAN_JOURNEY_TASKS);
  made = plan_compare_describe (plan_window_get_document (window), project);
  project = plan_journey_make_by_edits (document, plan,
                                        plan_model_get_project (plan_document_get_model (plan_window_get_document (window)), project)->start);
  expected = plan_compare_describe (document, project);
  plan_compare_assert_same (made, expected);
  /* It was one edit. */
  plan_fixture_input (window, "key ctrl+z");
  g_assert_cmpuint (plan_row_list_get_n (get_list (window)), ==, 0);
  plan_document_close (document);
  g_object_unref (document);
  g_remove (path);
  plan_fixture_close (window);
}

static void
test_journey (void)
{
  run_journey (&plan_journey_english, "Task Name\tDuration\tPredecessors\tResource Names\t% Complete");
}

static void
test_journey_chinese (void)
{
  run_journey (&plan_journey_chinese, "任务名称\t工期\t前置任务\t负责人\t完成百分比");
}

/* A heading that nobody knows and a value that cannot be read are asked about; Enter pastes, Escape does not. */
static void
test_doubt (void)
{
  PlanWindow *window = plan_fixture_open_empty (application);
  PlanPasteWindow *dialog;

  add_project (window, "Doubt");
  paste_text (window, "Task\tWeather\tDuration\nDig\train\t2d\nPour\tsun\tsoon\n");
  dialog = find_paste_window ();
  g_assert_nonnull (dialog);
  plan_fixture_focus_native (window, GTK_NATIVE (dialog));
  plan_fixture_input (window, "key Escape");
  plan_fixture_settle (window);
  g_assert_null (find_paste_window ());
  g_assert_cmpuint (plan_row_list_get_n (get_list (window)), ==, 0);
  plan_fixture_focus (window);
  paste_text (window, "Task\tWeather\tDuration\nDig\train\t2d\nPour\tsun\tsoon\n");
  plan_fixture_focus_native (window, GTK_NATIVE (find_paste_window ()));
  plan_fixture_input (window, "key Return");
  for (guint i = 0; i < 50 && find_paste_window () != NULL; i++)
    plan_fixture_settle (window);
  g_assert_null (find_paste_window ());
  g_assert_cmpuint (plan_row_list_get_n (get_list (window)), ==, 2);
  g_assert_cmpstr (plan_row_list_get_task (get_list (window), 0)->name, ==, "Dig");
  g_assert_cmpint (plan_row_list_get_task (get_list (window), 0)->duration, ==, 2 * 4800);
  g_assert_cmpstr (plan_row_list_get_task (get_list (window), 1)->name, ==, "Pour");
  plan_fixture_close (window);
}

/* A list over a column says what is pasted; the table is shown for plain cells, too, when it is asked for. */
static void
test_meaning (void)
{
  PlanWindow *window = plan_fixture_open_empty (application);
  GtkWidget *list;

  add_project (window, "Meaning");
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (window)), "Dig\tsand\nPour\tconcrete\n");
  plan_fixture_input (window, "key ctrl+shift+v");
  plan_fixture_settle (window);
  g_assert_nonnull (find_paste_window ());
  list = plan_fixture_find_widget (GTK_WIDGET (find_paste_window ()), GTK_TYPE_DROP_DOWN);
  g_assert_nonnull (list);
  plan_fixture_focus_native (window, GTK_NATIVE (find_paste_window ()));
  /* The second column was taken for people: the names are not pasted, and so nothing can be. */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (list), 0);
  plan_fixture_settle (window);
  plan_fixture_input (window, "key Return");
  plan_fixture_settle (window);
  g_assert_nonnull (find_paste_window ());
  gtk_drop_down_set_selected (GTK_DROP_DOWN (list), 1);
  plan_fixture_settle (window);
  plan_fixture_input (window, "key Return");
  for (guint i = 0; i < 50 && find_paste_window () != NULL; i++)
    plan_fixture_settle (window);
  g_assert_cmpuint (plan_row_list_get_n (get_list (window)), ==, 2);
  plan_fixture_close (window);
}

static void
paste_html (PlanWindow *window, const char *html, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (html, length);
  g_autoptr (GdkContentProvider) content = gdk_content_provider_new_for_bytes ("text/html", bytes);

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (window)), content);
  plan_fixture_input (window, "key ctrl+v");
  for (guint i = 0; i < 20; i++)
    plan_fixture_settle (window);
}

/* Pages, broken ones and such as are larger than any plan. */
static void
test_html (void)
{
  PlanWindow *window = plan_fixture_open_empty (application);
  g_autoptr (GString) large = g_string_new ("<table><tr><td>Name<td>Duration");

  add_project (window, "Page");
  paste_html (window, "<", 1);
  paste_html (window, "\xff\xfe<\0", 4);
  paste_html (window, "<b>no table</b>", 15);
  g_assert_cmpuint (plan_row_list_get_n (get_list (window)), ==, 0);
  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (large, "<tr><td>%sTask %u with a name that is quite long<td>2d", i % 10 ? "&nbsp;" : "", i);
  g_assert_cmpuint (large->len, >, 3 * 64 * 1024 / 2);
  paste_html (window, large->str, large->len);
  g_assert_null (find_paste_window ());
  g_assert_cmpuint (plan_row_list_get_n (get_list (window)), ==, 3000);
  g_assert_cmpuint (plan_row_list_get_level (get_list (window), 1), ==, 2);
  while (large->len <= PLAN_TEXT_TABLE_MOST_BYTES)
    g_string_append_len (large, large->str, (gssize) large->len);
  paste_html (window, large->str, large->len);
  g_assert_cmpuint (plan_row_list_get_n (get_list (window)), ==, 3000);
  plan_fixture_close (window);
}

int
main (int argc, char **argv)
{
  application = plan_fixture_start (&argc, &argv);
  plan_fixture_add_test ("/ui/sheet-paste/journey", test_journey);
  plan_fixture_add_test ("/ui/sheet-paste/journey-chinese", test_journey_chinese);
  plan_fixture_add_test ("/ui/sheet-paste/doubt", test_doubt);
  plan_fixture_add_test ("/ui/sheet-paste/meaning", test_meaning);
  plan_fixture_add_test ("/ui/sheet-paste/html", test_html);
  return plan_fixture_run (application);
}
