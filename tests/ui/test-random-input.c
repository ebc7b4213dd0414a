/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whatever keys, clicks, drags and menu items come: no warning of GTK, nothing lost of the office, and undoing everything
 * leads back to where it began. Each action is printed before it is done; PLAN_SEED repeats the run of one seed.
 */

#include "plan-actions.h"
#include "plan-edits.h"
#include "plan-format.h"
#include "plan-ui-fixture.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#define N_ACTIONS      150
#define N_ACTIONS_SLOW 500

/* Buttons of the window that close it or open files are above this, of no interest here. */
#define TOP 48

typedef struct
{
  PlanWindow *window;
  GRand *rand;
} Player;

typedef struct
{
  guint weight;
  void (*play) (Player *self);
} Move;

/* Sent as they are; the more often a key is here, the more often it is pressed. */
static const char *const keys[] = {
  "Up", "Up", "Down", "Down", "Down", "Left", "Right", "Right", "Home", "End", "Page_Up", "Page_Down", "ctrl+Home", "ctrl+End",
  "ctrl+Down", "shift+Down", "shift+Up", "shift+Right", "shift+Left", "Tab", "shift+Tab", "Tab", "ctrl+Tab", "Return", "Return",
  "F2", "F2", "Escape", "Escape", "Delete", "BackSpace", "ctrl+Delete", "Insert", "ctrl+Return", "ctrl+z", "ctrl+z", "ctrl+shift+z",
  "alt+shift+Right", "alt+shift+Left", "alt+shift+Up", "alt+shift+Down", "alt+Down", "alt+Down", "shift+F10", "Menu", "ctrl+a",
  "ctrl+c", "ctrl+x", "ctrl+v", "ctrl+v", "ctrl+d", "ctrl+l", "ctrl+shift+l", "shift+space", "space", "ctrl+space", "alt+Left",
  "alt+Right", "F6", "F9", "dead_acute", "e",
};

static const char *const texts[] = {
  "x", "3d", "0d", "2w", "4; 7", "5FS+2d", "Li Na; Priya Nair 50%", "40", "2026-03-05", "tomorrow", "A new task", "-1", "999999d",
};

/* Actions that leave the window or the office, open files of the computer, or may forget what could be undone. */
static const char *const left_out[] = {
  "app.open", "app.offices", "app.new-office", "app.import", "app.quit",
  "win.close", "win.save-copy", "win.move-office", "win.office-care", "win.print", "win.page-setup",
};

static PlanApplication *application;

static void
say (const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list list;

  va_start (list, format);
  text = g_strdup_vprintf (format, list);
  va_end (list);
  g_test_message ("%s", text);
}

static void
press_key (Player *self)
{
  const char *key = keys[g_rand_int_range (self->rand, 0, G_N_ELEMENTS (keys))];

  say ("key %s", key);
  plan_fixture_input (self->window, "key %s", key);
}

static void
type_text (Player *self)
{
  const char *text = texts[g_rand_int_range (self->rand, 0, G_N_ELEMENTS (texts))];

  say ("type %s", text);
  plan_fixture_type (self->window, text);
}

/* A place in the window; in the sheet more often than elsewhere. */
static void
choose_place (Player *self, int *x, int *y)
{
  GtkWidget *page = GTK_WIDGET (plan_plan_page_get_sheet (plan_window_get_page (self->window)));
  GtkWidget *widget = g_rand_boolean (self->rand) && gtk_widget_get_mapped (page) ? page : GTK_WIDGET (self->window);
  int width = MAX (gtk_widget_get_width (widget), 2), height = MAX (gtk_widget_get_height (widget), TOP + 2);
  int top = widget == page ? 0 : TOP;

  plan_fixture_find_point (self->window, widget, g_rand_int_range (self->rand, 0, width), g_rand_int_range (self->rand, top, height), x, y);
}

static void
click (Player *self)
{
  guint button = g_rand_int_range (self->rand, 0, 4) == 0 ? 3 : 1, n_clicks = (guint) g_rand_int_range (self->rand, 1, 3);
  int x, y;

  choose_place (self, &x, &y);
  say ("click %d %d, button %u, %u times", x, y, button, n_clicks);
  plan_fixture_input (self->window, "mousemove %d %d sleep 0.02 click --repeat %u --delay 60 %u", x, y, n_clicks, button);
}

static void
drag (Player *self)
{
  g_autoptr (GString) moves = g_string_new (NULL);
  int x0, y0, x1, y1;

  choose_place (self, &x0, &y0);
  choose_place (self, &x1, &y1);
  say ("drag %d %d to %d %d", x0, y0, x1, y1);
  for (int i = 1; i <= 8; i++)
    g_string_append_printf (moves, " mousemove %d %d sleep 0.02", x0 + (x1 - x0) * i / 8, y0 + (y1 - y0) * i / 8);
  plan_fixture_input (self->window, "mousemove %d %d sleep 0.02 mousedown 1%s sleep 0.1 mouseup 1", x0, y0, moves->str);
}

static void
turn_wheel (Player *self)
{
  int button = g_rand_int_range (self->rand, 4, 8), x, y;

  choose_place (self, &x, &y);
  say ("wheel %d at %d %d", button, x, y);
  plan_fixture_input (self->window, "mousemove %d %d click --repeat 3 %d", x, y, button);
}

static void
choose_action (Player *self)
{
  guint n;
  const PlanAction *actions = plan_actions_get (&n);
  const char *name = actions[g_rand_int_range (self->rand, 0, (gint32) n)].name;

  for (guint i = 0; i < G_N_ELEMENTS (left_out); i++)
    if (g_str_equal (left_out[i], name))
      return;
  say ("action %s", name);
  gtk_widget_activate_action (GTK_WIDGET (self->window), name, NULL);
}

static void
filter (Player *self)
{
  PlanRowFilter rows = (PlanRowFilter) g_rand_int_range (self->rand, 0, PLAN_N_ROW_FILTERS);

  /* Half of the time all rows are to be seen again. */
  if (g_rand_boolean (self->rand))
    rows = PLAN_ROWS_ALL;
  say ("filter %s", plan_row_filter_get_name (rows));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "view.filter", "s", plan_row_filter_get_name (rows));
}

static void
change_dpi (Player *self)
{
  static const int dpis[] = { 96, 120, 144, 192 };
  int dpi = dpis[g_rand_int_range (self->rand, 0, G_N_ELEMENTS (dpis))];

  say ("text for %d dpi", dpi);
  g_object_set (gtk_widget_get_settings (GTK_WIDGET (self->window)), "gtk-xft-dpi", dpi * 1024, NULL);
}

static void
change_theme (Player *self)
{
  gboolean dark = g_rand_boolean (self->rand);

  say ("%s theme", dark ? "dark" : "light");
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
}

static void
change_size (Player *self)
{
  int width = g_rand_int_range (self->rand, 720, 1280), height = g_rand_int_range (self->rand, 480, 800);

  say ("size %d %d", width, height);
  gtk_window_set_default_size (GTK_WINDOW (self->window), width, height);
}

static const Move moves[] = {
  { 50, press_key }, { 10, type_text }, { 16, click }, { 8, drag }, { 4, turn_wheel }, { 10, choose_action },
  { 4, filter }, { 2, change_dpi }, { 2, change_theme }, { 2, change_size },
};

/* Windows beside the one are looked at by other tests. */
static void
close_others (Player *self)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = g_list_model_get_n_items (windows); i > 0; i--)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i - 1);

      if (window != GTK_WINDOW (self->window))
        gtk_window_close (window);
    }
}

static void
play (Player *self)
{
  guint weights = 0, chosen, i;

  for (i = 0; i < G_N_ELEMENTS (moves); i++)
    weights += moves[i].weight;
  chosen = (guint) g_rand_int_range (self->rand, 0, (gint32) weights);
  for (i = 0; chosen >= moves[i].weight; i++)
    chosen -= moves[i].weight;
  moves[i].play (self);
  plan_fixture_settle (self->window);
  close_others (self);
}

/* All projects of the office as JSON. */
static char *
describe (PlanDocument *document)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  const PlanModel *model = plan_document_get_model (document);
  guint n = plan_model_get_n (model, PLAN_RECORD_PROJECT);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n; i++)
    {
      const PlanProject *project = plan_model_get_at (model, PLAN_RECORD_PROJECT, i);
      const PlanExport what = { .model = model, .schedule = plan_document_get_schedule (document), .project = project->id };

      plan_format_by_name ("json")->write (&what, stream, NULL, &error);
      g_assert_no_error (error);
    }
  if (n == 0)
    return g_strdup ("");
  return g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                    g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)));
}

static gboolean
has_step (PlanDocument *document, PlanStep step)
{
  g_autofree char *label = plan_document_get_step_label (document, step);

  return label != NULL;
}

static guint
undo_all (PlanDocument *document)
{
  g_autoptr (GError) error = NULL;
  guint n = 0;

  for (; has_step (document, PLAN_STEP_UNDO); n++)
    {
      plan_document_undo (document, &error);
      g_assert_no_error (error);
    }
  return n;
}

static void
assert_same (const char *text, const char *expected)
{
  gsize at = 0;

  while (text[at] != '\0' && text[at] == expected[at])
    at++;
  if (strcmp (text, expected) != 0)
    g_error ("not the same from %zu on: “%.200s”, not “%.200s”", at, text + (at > 60 ? at - 60 : 0), expected + (at > 60 ? at - 60 : 0));
}

/* What was done, for whoever has to find out why undoing it did not help. */
static void
tell_history (PlanDocument *document)
{
  g_autoptr (GPtrArray) entries = plan_document_list_history (document, G_MAXINT64, G_MAXUINT, NULL);

  g_test_message ("read only: %d", plan_document_is_read_only (document));
  for (guint i = entries->len; i > 0; i--)
    {
      const PlanHistoryEntry *entry = entries->pdata[i - 1];

      g_test_message ("%" G_GINT64_FORMAT " %s|%s, undoes %" G_GINT64_FORMAT ", redoes %" G_GINT64_FORMAT, entry->id, entry->label,
                      entry->subject != NULL ? entry->subject : "", entry->undoes, entry->redoes);
    }
}

/* Back in a state in which the office can be looked at. */
static void
rest (Player *self)
{
  plan_fixture_input (self->window, "mouseup 1 key Escape key Escape key Escape");
  plan_sheet_cancel_edit (plan_plan_page_get_sheet (plan_window_get_page (self->window)));
  close_others (self);
  plan_fixture_settle (self->window);
}

static void
run_seed (guint32 seed, guint n_actions)
{
  Player self = { plan_fixture_open_sample (application), g_rand_new_with_seed (seed) };
  PlanDocument *document = plan_window_get_document (self.window);
  g_autofree char *path = plan_document_get_default_path ();
  g_autofree char *nothing = NULL;
  g_autofree char *first = describe (document);
  g_autofree char *again = NULL;
  g_autofree char *last = NULL;
  g_autoptr (GError) error = NULL;

  undo_all (document);
  nothing = describe (document);
  while (has_step (document, PLAN_STEP_REDO))
    plan_document_redo (document, &error);
  again = describe (document);
  assert_same (again, first);
  plan_fixture_focus (self.window);
  gtk_widget_grab_focus (GTK_WIDGET (plan_window_get_page (self.window)));
  for (guint i = 0; i < n_actions; i++)
    {
      g_test_message ("seed %u, action %u:", seed, i + 1);
      play (&self);
    }
  rest (&self);
  plan_store_check (plan_document_get_store (document), NULL, &error);
  g_assert_no_error (error);
  g_test_message ("%u steps undone", undo_all (document));
  last = describe (document);
  if (strcmp (last, nothing) != 0)
    tell_history (document);
  assert_same (last, nothing);
  g_object_set (gtk_widget_get_settings (GTK_WIDGET (self.window)), "gtk-xft-dpi", 96 * 1024, NULL);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
  plan_fixture_close (self.window);
  g_assert_cmpint (g_remove (path), ==, 0); /* the next one begins anew */
  g_rand_free (self.rand);
}

static void
test_seeds (void)
{
  static const guint32 seeds[] = { 1, 2, 3, 5, 8 };
  const char *only = g_getenv ("PLAN_SEED");

  if (only != NULL)
    run_seed ((guint32) g_ascii_strtoull (only, NULL, 10), N_ACTIONS_SLOW);
  else if (!g_test_slow ())
    run_seed (seeds[0], N_ACTIONS);
  else
    for (guint i = 0; i < G_N_ELEMENTS (seeds); i++)
      run_seed (seeds[i], N_ACTIONS_SLOW);
}

int
main (int argc, char **argv)
{
  application = plan_fixture_start (&argc, &argv);
  plan_fixture_add_test ("/ui/random-input/seeds", test_seeds);
  return plan_fixture_run (application);
}
