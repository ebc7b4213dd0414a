/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Typing Chinese into the sheet: the program is started with a pinyin input method (run-with-input-method), which
 * PLAN_INPUT_METHOD names. What was composed is in the model, in the cell it was composed in, whatever way the cell is left.
 */

#include "plan-ui-fixture.h"

#include <string.h>

/* How long a method may take from a key to its text, on a busy machine. */
#define PATIENCE_SECONDS 20

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

static const char *
get_name (PlanWindow *window, guint row)
{
  return plan_row_list_get_task (get_list (window), row)->name;
}

static gboolean
is_fcitx (void)
{
  return g_strcmp0 (g_getenv ("PLAN_INPUT_METHOD"), "fcitx5") == 0;
}

static void
put_cursor (PlanWindow *window, guint row, PlanColumnId column)
{
  plan_sheet_set_cursor (get_sheet (window), row, column);
  plan_fixture_settle (window);
}

static PlanWindow *
open_focused (void)
{
  PlanWindow *window = plan_fixture_open_sample (application);

  plan_fixture_focus (window);
  gtk_widget_grab_focus (GTK_WIDGET (get_sheet (window)));
  plan_fixture_settle (window);
  return window;
}

static void
remember_preedit_cb (GtkText *editor, const char *preedit, GString *seen)
{
  g_string_assign (seen, preedit);
}

/* What the editor shows that is not its text yet, from now on. */
static GString *
watch_preedit (PlanWindow *window)
{
  GtkWidget *body = gtk_widget_get_last_child (GTK_WIDGET (get_sheet (window)));
  GString *seen = g_string_new (NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (body); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_TEXT (child))
      g_signal_connect (child, "preedit-changed", G_CALLBACK (remember_preedit_cb), seen);
  return seen;
}

static void
wait_for_preedit (PlanWindow *window, const GString *seen, gboolean wanted)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_SECONDS * G_USEC_PER_SEC;

  while ((seen->len > 0) != wanted && g_get_monotonic_time () < end)
    plan_fixture_settle (window);
  g_assert_cmpint (seen->len > 0, ==, wanted);
}

static void
wait_for_text (PlanWindow *window, const char *text)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_SECONDS * G_USEC_PER_SEC;

  while (strcmp (plan_sheet_get_edited_text (get_sheet (window)), text) != 0 && g_get_monotonic_time () < end)
    plan_fixture_settle (window);
  g_assert_cmpstr (plan_sheet_get_edited_text (get_sheet (window)), ==, text);
}

static void
wait_for_name (PlanWindow *window, guint row, const char *name)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_SECONDS * G_USEC_PER_SEC;

  while (strcmp (get_name (window, row), name) != 0 && g_get_monotonic_time () < end)
    plan_fixture_settle (window);
  g_assert_cmpstr (get_name (window, row), ==, name);
}

static void
close_window (PlanWindow *window, GString *seen)
{
  plan_fixture_close (window);
  g_string_free (seen, TRUE);
}

/* The first key of a session is the first key of a word. */
static void
test_first_key (void)
{
  PlanWindow *window = open_focused ();
  GString *preedit = watch_preedit (window);

  put_cursor (window, 3, PLAN_COLUMN_NAME);
  plan_fixture_input (window, "key n i h a o");
  wait_for_preedit (window, preedit, TRUE);
  g_assert_cmpstr (plan_sheet_get_edited_text (get_sheet (window)), ==, "");
  plan_fixture_input (window, "key space");
  wait_for_text (window, "你好");
  plan_fixture_input (window, "key Return");
  g_assert_false (plan_sheet_is_editing (get_sheet (window)));
  g_assert_cmpstr (get_name (window, 3), ==, "你好");
  close_window (window, preedit);
}

static void
test_fast_typing (void)
{
  PlanWindow *window = open_focused ();
  GString *preedit = watch_preedit (window);

  put_cursor (window, 3, PLAN_COLUMN_NAME);
  plan_fixture_input (window, "type --delay 12 shigong");
  plan_fixture_input (window, "key space");
  wait_for_text (window, "施工");
  plan_fixture_input (window, "key Return");
  g_assert_cmpstr (get_name (window, 3), ==, "施工");
  g_assert_cmpuint (plan_row_list_get_cursor_row (get_list (window)), ==, 4);
  close_window (window, preedit);
}

/* What is selected in the editor gives way to the first letter, which is not lost. */
static void
test_replace_selected (void)
{
  PlanWindow *window = open_focused ();
  GString *preedit = watch_preedit (window);

  put_cursor (window, 3, PLAN_COLUMN_NAME);
  plan_fixture_input (window, "key Return");
  plan_fixture_input (window, "key n i h a o");
  wait_for_preedit (window, preedit, TRUE);
  plan_fixture_input (window, "key space");
  wait_for_text (window, "你好");
  plan_fixture_input (window, "key Return");
  wait_for_name (window, 3, "你好");
  close_window (window, preedit);
}

/* The first Escape ends what is composed, the second the edit. */
static void
test_escape (void)
{
  PlanWindow *window = open_focused ();
  GString *preedit = watch_preedit (window);
  g_autofree char *name = g_strdup (get_name (window, 3));

  put_cursor (window, 3, PLAN_COLUMN_NAME);
  plan_fixture_input (window, "key n i h a o");
  wait_for_preedit (window, preedit, TRUE);
  plan_fixture_input (window, "key Escape");
  wait_for_preedit (window, preedit, FALSE);
  g_assert_true (plan_sheet_is_editing (get_sheet (window)));
  plan_fixture_input (window, "key Escape");
  g_assert_false (plan_sheet_is_editing (get_sheet (window)));
  g_assert_cmpstr (get_name (window, 3), ==, name);
  close_window (window, preedit);
}

/* Keys that leave a cell belong to the method while it composes: Down chooses, Enter takes. */
static void
test_keys_of_the_method (void)
{
  PlanWindow *window = open_focused ();
  GString *preedit = watch_preedit (window);

  put_cursor (window, 3, PLAN_COLUMN_NAME);
  plan_fixture_input (window, "key s h i g o n g");
  wait_for_preedit (window, preedit, TRUE);
  plan_fixture_input (window, "key Down");
  g_assert_true (plan_sheet_is_editing (get_sheet (window)));
  g_assert_cmpuint (plan_row_list_get_cursor_row (get_list (window)), ==, 3);
  g_assert_cmpuint (preedit->len, >, 0);
  plan_fixture_input (window, "key Return");
  wait_for_preedit (window, preedit, FALSE);
  g_assert_true (plan_sheet_is_editing (get_sheet (window)));
  g_assert_cmpuint (plan_row_list_get_cursor_row (get_list (window)), ==, 3);
  g_assert_cmpstr (plan_sheet_get_edited_text (get_sheet (window)), !=, "");
  plan_fixture_input (window, "key Return");
  g_assert_false (plan_sheet_is_editing (get_sheet (window)));
  g_assert_cmpuint (plan_row_list_get_cursor_row (get_list (window)), ==, 4);
  close_window (window, preedit);
}

/* Left by a click, a cell takes what was to be seen, and no other cell does. */
static void
test_click_elsewhere (void)
{
  PlanWindow *window = open_focused ();
  GString *preedit = watch_preedit (window);
  g_autofree char *below = g_strdup (get_name (window, 9));
  g_autofree char *shown = NULL;
  graphene_rect_t area;

  put_cursor (window, 3, PLAN_COLUMN_NAME);
  plan_fixture_input (window, "key n i h a o");
  wait_for_preedit (window, preedit, TRUE);
  shown = g_strdup (preedit->str);
  plan_sheet_get_cell_area (get_sheet (window), 9, PLAN_COLUMN_NAME, &area);
  plan_fixture_click (window, GTK_WIDGET (get_sheet (window)), area.origin.x + 60, area.origin.y + 10, 1, 1);
  for (guint i = 0; i < 10; i++)
    plan_fixture_settle (window);
  g_assert_false (plan_sheet_is_editing (get_sheet (window)));
  g_assert_cmpuint (plan_row_list_get_cursor_row (get_list (window)), ==, 9);
  g_assert_cmpstr (get_name (window, 9), ==, below);
  g_assert_cmpstr (get_name (window, 3), ==, shown);
  /* What the method hands over late is not the beginning of the next text. */
  plan_fixture_input (window, "key F2");
  g_assert_cmpstr (plan_sheet_get_edited_text (get_sheet (window)), ==, below);
  plan_fixture_input (window, "key Escape");
  close_window (window, preedit);
}

/* Into the chart, where no cell gets the focus. */
static void
test_click_into_chart (void)
{
  PlanWindow *window = open_focused ();
  GString *preedit = watch_preedit (window);
  g_autofree char *shown = NULL;

  put_cursor (window, 4, PLAN_COLUMN_NAME);
  plan_fixture_input (window, "key n i h a o");
  wait_for_preedit (window, preedit, TRUE);
  shown = g_strdup (preedit->str);
  plan_fixture_click (window, GTK_WIDGET (plan_plan_page_get_view (plan_window_get_page (window))), 200, 400, 1, 1);
  for (guint i = 0; i < 10; i++)
    plan_fixture_settle (window);
  g_assert_false (plan_sheet_is_editing (get_sheet (window)));
  g_assert_cmpstr (get_name (window, 4), ==, shown);
  close_window (window, preedit);
}

/* A window that closes takes along what is being composed. */
static void
test_close_while_composing (void)
{
  PlanWindow *window = open_focused ();
  GString *preedit = watch_preedit (window);
  g_autofree char *shown = NULL;

  put_cursor (window, 3, PLAN_COLUMN_NAME);
  plan_fixture_input (window, "key n i h a o");
  wait_for_preedit (window, preedit, TRUE);
  shown = g_strdup (preedit->str);
  close_window (window, preedit);
  window = plan_fixture_open_sample (application);
  g_assert_cmpstr (get_name (window, 3), ==, shown);
  plan_fixture_close (window);
}

/* Another window in front leaves the edit open, and it goes on afterwards. */
static void
test_other_window (void)
{
  PlanWindow *window = open_focused ();
  GString *preedit = watch_preedit (window);
  GtkWidget *other = gtk_window_new ();
  g_autofree char *name = g_strdup (get_name (window, 3));

  gtk_window_set_child (GTK_WINDOW (other), gtk_entry_new ());
  put_cursor (window, 3, PLAN_COLUMN_NAME);
  plan_fixture_input (window, "key n i h a o");
  wait_for_preedit (window, preedit, TRUE);
  gtk_window_present (GTK_WINDOW (other));
  gtk_test_widget_wait_for_draw (other);
  plan_fixture_focus_native (window, GTK_NATIVE (other));
  g_assert_false (gtk_window_is_active (GTK_WINDOW (window)));
  g_assert_true (plan_sheet_is_editing (get_sheet (window)));
  g_assert_cmpstr (get_name (window, 3), ==, name);
  gtk_window_destroy (GTK_WINDOW (other));
  plan_fixture_focus (window);
  g_assert_true (plan_sheet_is_editing (get_sheet (window)));
  plan_fixture_input (window, "key ctrl+a BackSpace s h i g o n g");
  wait_for_preedit (window, preedit, TRUE);
  plan_fixture_input (window, "key space");
  wait_for_text (window, "施工");
  plan_fixture_input (window, "key Return");
  g_assert_cmpstr (get_name (window, 3), ==, "施工");
  close_window (window, preedit);
}

/* fcitx5 is switched by Ctrl+Space from a cell: to letters as they are, and back. */
static void
test_switch (void)
{
  PlanWindow *window = open_focused ();
  GString *preedit = watch_preedit (window);

  put_cursor (window, 3, PLAN_COLUMN_NAME);
  plan_fixture_input (window, "key ctrl+space");
  g_assert_true (plan_sheet_is_editing (get_sheet (window)));
  plan_fixture_input (window, "key n i h a o Return");
  wait_for_name (window, 3, "nihao");
  g_assert_cmpuint (preedit->len, ==, 0);
  put_cursor (window, 4, PLAN_COLUMN_NAME);
  plan_fixture_input (window, "key ctrl+space");
  g_assert_true (plan_sheet_is_editing (get_sheet (window)));
  plan_fixture_input (window, "key n i h a o");
  wait_for_preedit (window, preedit, TRUE);
  plan_fixture_input (window, "key space");
  wait_for_text (window, "你好");
  plan_fixture_input (window, "key Return");
  wait_for_name (window, 4, "你好");
  close_window (window, preedit);
}

/* Without a method, Ctrl+Space leaves the cell as it is. */
static void
test_nothing_to_switch (void)
{
  PlanWindow *window = open_focused ();

  put_cursor (window, 3, PLAN_COLUMN_NAME);
  plan_fixture_input (window, "key ctrl+space");
  g_assert_false (plan_sheet_is_editing (get_sheet (window)));
  g_assert_true (GTK_IS_INSCRIPTION (gtk_window_get_focus (GTK_WINDOW (window))));
  plan_fixture_close (window);
}

/* Two keys of one letter begin an edit; so does Compose. Slowly: xdotool lends them to spare keys, and takes them back at the end. */
static void
test_dead_key (void)
{
  PlanWindow *window = open_focused ();

  put_cursor (window, 3, PLAN_COLUMN_NAME);
  plan_fixture_input (window, "key --delay 150 dead_acute e");
  wait_for_text (window, "é");
  plan_fixture_type (window, "tude");
  plan_fixture_input (window, "key Return");
  g_assert_cmpstr (get_name (window, 3), ==, "étude");
  put_cursor (window, 4, PLAN_COLUMN_NAME);
  plan_fixture_input (window, "key --delay 150 Multi_key quotedbl u");
  wait_for_text (window, "ü");
  plan_fixture_input (window, "key Return");
  g_assert_cmpstr (get_name (window, 4), ==, "ü");
  plan_fixture_close (window);
}

int
main (int argc, char **argv)
{
  application = plan_fixture_start (&argc, &argv);
  if (g_getenv ("PLAN_INPUT_METHOD") == NULL)
    {
      plan_fixture_add_test ("/ui/input-method/dead-key", test_dead_key);
      plan_fixture_add_test ("/ui/input-method/nothing-to-switch", test_nothing_to_switch);
      return plan_fixture_run (application);
    }
  plan_fixture_add_test ("/ui/input-method/first-key", test_first_key);
  plan_fixture_add_test ("/ui/input-method/fast-typing", test_fast_typing);
  plan_fixture_add_test ("/ui/input-method/replace-selected", test_replace_selected);
  plan_fixture_add_test ("/ui/input-method/escape", test_escape);
  plan_fixture_add_test ("/ui/input-method/keys-of-the-method", test_keys_of_the_method);
  plan_fixture_add_test ("/ui/input-method/click-elsewhere", test_click_elsewhere);
  plan_fixture_add_test ("/ui/input-method/click-into-chart", test_click_into_chart);
  plan_fixture_add_test ("/ui/input-method/close", test_close_while_composing);
  plan_fixture_add_test ("/ui/input-method/other-window", test_other_window);
  if (is_fcitx ())
    plan_fixture_add_test ("/ui/input-method/switch", test_switch);
  return plan_fixture_run (application);
}
