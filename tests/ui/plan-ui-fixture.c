/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the tests of the window share: an application in this process, windows on offices in the folders of the test, and
 * waiting until a window has been drawn.
 */

#include "plan-ui-fixture.h"

#include "plan-edits.h"
#include "plan-settings.h"

#include <gdk/x11/gdkx.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <math.h>
#include <sys/resource.h>

#define LARGE_TASKS 100000
#define LARGE_GROUP 50

/* The longest that a display may need for a new size. */
#define RESIZE_SECONDS 20

#define MOST_TURNS 100

/* GLib makes its table of names when it is loaded and, for readers without a lock, never frees it when the names are more than
 * these; names of types, properties and styles alone are, once enough of GTK was seen. Kept, it is not taken for a leak. */
#define N_NAMES 2048

static const volatile void *first_names;

/* Called by the sanitizer for each block that is handed out. */
void __sanitizer_malloc_hook (const volatile void *block, size_t size);

void
__sanitizer_malloc_hook (const volatile void *block, size_t size)
{
  if (first_names == NULL && size == N_NAMES * sizeof (char *))
    first_names = block;
}

/* Removes a folder with all that is in it, or what is in it only. */
static void
remove_folder (const char *path, gboolean itself)
{
  GDir *folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child, TRUE);
      else
        g_remove (child);
    }
  g_clear_pointer (&folder, g_dir_close);
  if (itself)
    g_rmdir (path);
}

/* Starts the application once for all tests of the executable, with folders of its own. (GTK needs the system's data
 * folders, which G_TEST_OPTION_ISOLATE_DIRS would hide.) */
PlanApplication *
plan_fixture_start (int *argc, char ***argv)
{
  g_autofree char *folder = g_dir_make_tmp ("plan-ui-XXXXXX", NULL);
  g_autofree char *cache = g_build_filename (folder, "cache", NULL);
  PlanApplication *application;

  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_setenv ("XDG_CACHE_HOME", cache, TRUE);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("PLAN_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  g_test_init (argc, argv, NULL);
  application = plan_application_new (G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_application_hold (G_APPLICATION (application));
  return application;
}

/* What a test before this one had the program remember. */
static void
forget_settings (void)
{
  GSettings *settings = plan_settings_get ();
  g_autoptr (GSettingsSchema) schema = NULL;
  g_auto (GStrv) keys = NULL;

  g_assert_nonnull (settings);
  g_object_get (settings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  for (guint i = 0; keys[i] != NULL; i++)
    g_settings_reset (settings, keys[i]);
}

static void
run_in_fresh_folder (gconstpointer data)
{
  remove_folder (g_get_user_data_dir (), FALSE);
  forget_settings ();
  ((GTestFunc) data) ();
}

/* Adds a test that begins without any office. */
void
plan_fixture_add_test (const char *path, GTestFunc func)
{
  g_test_add_data_func (path, func, run_in_fresh_folder);
}

/* Runs the tests and ends the application; returns the exit status. */
int
plan_fixture_run (PlanApplication *application)
{
  int result = g_test_run ();

  g_application_release (G_APPLICATION (application));
  g_object_unref (application);
  remove_folder (g_get_user_data_dir (), TRUE);
  return result;
}

static gboolean
timeout_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Lets everything happen that an action or an edit brings: idles, layout, frames, the end of imports and exports. */
void
plan_fixture_settle (PlanWindow *window)
{
  do
    {
      gboolean over = FALSE;

      g_timeout_add (60, timeout_cb, &over);
      while (!over)
        g_main_context_iteration (NULL, TRUE);
      /* On a busy machine the time is over before idles had their turn. */
      for (guint i = 0; i < MOST_TURNS && g_main_context_pending (NULL); i++)
        g_main_context_iteration (NULL, FALSE);
    }
  while (window != NULL && (plan_window_is_importing (window) || plan_window_is_exporting (window) ||
                            g_str_equal (plan_window_get_state (window), "opening")));
}

static PlanWindow *
open_window (PlanApplication *application, const char *path)
{
  PlanWindow *window = plan_application_open_office (application, path);

  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  plan_fixture_settle (window);
  return window;
}

/* A window as at the first start. */
PlanWindow *
plan_fixture_open_sample (PlanApplication *application)
{
  g_autofree char *path = plan_document_get_default_path ();

  return open_window (application, path);
}

/* A window on a new office that nothing was put into. */
PlanWindow *
plan_fixture_open_empty (PlanApplication *application)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "empty.planwright", NULL);

  return open_window (application, path);
}

/* Closes the window; it must not be kept alive by anything. */
void
plan_fixture_close (PlanWindow *window)
{
  PlanDocument *document = plan_window_get_document (window);

  if (document != NULL)
    g_object_add_weak_pointer (G_OBJECT (document), (gpointer *) &document);
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_close (GTK_WINDOW (window));
  plan_fixture_settle (NULL);
  /* What was asked of the clipboard is answered late. */
  plan_fixture_settle (NULL);
  g_assert_null (window);
  g_assert_null (document);
}

/* Makes the window as wide and high as that and waits until it is, which a busy display takes its time for; one that is so wide already has
   nothing to wait for. */
void
plan_fixture_resize (PlanWindow *window, int width, int height)
{
  int before = gtk_widget_get_width (GTK_WIDGET (window)), default_width, default_height;
  gint64 end = g_get_monotonic_time () + RESIZE_SECONDS * G_USEC_PER_SEC;

  gtk_window_get_default_size (GTK_WINDOW (window), &default_width, &default_height);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  while (width != default_width && gtk_widget_get_width (GTK_WIDGET (window)) == before && g_get_monotonic_time () < end)
    plan_fixture_settle (window);
  plan_fixture_settle (window);
}

/* Does what the menu or a key does. */
void
plan_fixture_activate (PlanWindow *window, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), action, NULL));
  plan_fixture_settle (window);
}

/* Writes a file into the folders of the test; returns its path. */
char *
plan_fixture_write_file (const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&path);
}

/* The adjustment that scrolls the chart. */
GtkAdjustment *
plan_fixture_get_adjustment (PlanWindow *window, GtkOrientation orientation)
{
  GtkScrollable *view = GTK_SCROLLABLE (plan_plan_page_get_view (plan_window_get_page (window)));

  return orientation == GTK_ORIENTATION_HORIZONTAL ? gtk_scrollable_get_hadjustment (view) : gtk_scrollable_get_vadjustment (view);
}

static void
input_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (g_subprocess_wait_check_finish (G_SUBPROCESS (source), result, &error));
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

static void
run_input (PlanWindow *window, const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_NONE, &error);
  gboolean done = FALSE;

  g_assert_no_error (error);
  g_subprocess_wait_check_async (process, NULL, input_done_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  plan_fixture_settle (window);
}

/* Real input from outside: arguments of xdotool, separated by spaces. The program goes on while they come in. */
void
plan_fixture_input (PlanWindow *window, const char *format, ...)
{
  g_autofree char *text = NULL;
  g_autofree char *line = NULL;
  g_auto (GStrv) arguments = NULL;
  va_list list;

  va_start (list, format);
  text = g_strdup_vprintf (format, list);
  va_end (list);
  line = g_strconcat ("xdotool ", text, NULL);
  arguments = g_strsplit (line, " ", -1);
  run_input (window, (const char *const *) arguments);
}

/* Whether the key stands for nothing, or for something that no test types: the volume, the brightness. */
static gboolean
is_spare (const KeySym *keys, int n)
{
  for (int i = 0; i < n; i++)
    if (keys[i] != NoSymbol && keys[i] >> 8 != 0x1008FF)
      return FALSE;
  return TRUE;
}

static void
add_key (Display *display, KeySym key)
{
  int first, last, n_levels, code;
  KeySym *keys;

  XDisplayKeycodes (display, &first, &last);
  keys = XGetKeyboardMapping (display, first, last - first + 1, &n_levels);
  for (code = last; code > first && !is_spare (keys + (code - first) * n_levels, n_levels);)
    code--;
  g_assert_cmpint (code, >, first);
  for (int i = 0; i < n_levels; i++)
    keys[i] = key;
  XChangeKeyboardMapping (display, code, n_levels, keys, 1);
  XFree (keys);
  XSync (display, False);
}

/* Gives a key of its own to each character that no key of the keyboard stands for. xdotool would lend one to it for a moment only,
 * which the program, when it is busy, asks about too late. */
static void
add_keys (PlanWindow *window, const char *text)
{
  static GHashTable *added;
  Display *display = gdk_x11_display_get_xdisplay (gtk_widget_get_display (GTK_WIDGET (window)));

  if (added == NULL)
    added = g_hash_table_new (NULL, NULL);
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if ((guchar) *c >= 0x80 && g_hash_table_add (added, GUINT_TO_POINTER (g_utf8_get_char (c))))
      add_key (display, gdk_unicode_to_keyval (g_utf8_get_char (c)));
  plan_fixture_settle (window);
}

/* Types a text. */
void
plan_fixture_type (PlanWindow *window, const char *text)
{
  const char *const arguments[] = { "xdotool", "type", "--delay", "8", "--", text, NULL };

  if (!g_str_is_ascii (text))
    add_keys (window, text);
  run_input (window, arguments);
}

/* Without a window manager, the server has to be told which window gets the keys: a dialog, for instance. */
void
plan_fixture_focus_native (PlanWindow *window, GtkNative *native)
{
  gulong xid = gdk_x11_surface_get_xid (gtk_native_get_surface (native));

  plan_fixture_input (window, "windowmove %lu 0 0 windowfocus %lu", xid, xid);
}

/* Gives the keys to the window. */
void
plan_fixture_focus (PlanWindow *window)
{
  plan_fixture_focus_native (window, GTK_NATIVE (window));
}

/* Where a point of a widget is on the screen. */
void
plan_fixture_find_point (PlanWindow *window, GtkWidget *widget, double x, double y, int *screen_x, int *screen_y)
{
  GtkNative *native = gtk_widget_get_native (widget);
  GdkSurface *surface = gtk_native_get_surface (native);
  graphene_point_t point;
  double dx, dy;

  g_assert_true (gtk_widget_compute_point (widget, GTK_WIDGET (native), &GRAPHENE_POINT_INIT ((float) x, (float) y), &point));
  gtk_native_get_surface_transform (native, &dx, &dy);
  for (; GDK_IS_POPUP (surface); surface = gdk_popup_get_parent (GDK_POPUP (surface)))
    {
      dx += gdk_popup_get_position_x (GDK_POPUP (surface));
      dy += gdk_popup_get_position_y (GDK_POPUP (surface));
    }
  *screen_x = (int) round (point.x + dx);
  *screen_y = (int) round (point.y + dy);
}

/* Clicks on a point of a widget. */
void
plan_fixture_click (PlanWindow *window, GtkWidget *widget, double x, double y, int button, int n_clicks)
{
  int screen_x, screen_y;

  plan_fixture_find_point (window, widget, x, y, &screen_x, &screen_y);
  plan_fixture_input (window, "mousemove %d %d sleep 0.05 click --repeat %d --delay 60 %d", screen_x, screen_y, n_clicks, button);
}

/* Drags from one point of a widget to another with the first button, slowly enough to be a person, who lets go when the place
 * is shown: newer GTK finds out what is below only while the pointer moves, and a busy display is late with it. */
void
plan_fixture_drag (PlanWindow *window, GtkWidget *widget, double x0, double y0, double x1, double y1)
{
  g_autoptr (GString) moves = g_string_new (NULL);
  int from_x, from_y, to_x, to_y;

  plan_fixture_find_point (window, widget, x0, y0, &from_x, &from_y);
  plan_fixture_find_point (window, widget, x1, y1, &to_x, &to_y);
  for (int i = 1; i <= 12; i++)
    g_string_append_printf (moves, " mousemove %d %d sleep 0.02", from_x + (to_x - from_x) * i / 12, from_y + (to_y - from_y) * i / 12);
  plan_fixture_input (window, "mousemove %d %d sleep 0.05 mousedown 1%s sleep 0.3 mousemove %d %d sleep 0.3 mousemove %d %d sleep 0.2 mouseup 1",
                      from_x, from_y, moves->str, to_x, to_y + 1, to_x, to_y);
}

/* Groups of tasks in chains, as real plans are. */
static void
add_tasks (PlanModel *model, PlanIdSource *ids, PlanId project, guint n_tasks)
{
  PlanId parent = PLAN_ID_NONE, last = PLAN_ID_NONE;

  for (guint i = 0; i < n_tasks; i++)
    {
      g_autofree char *name = g_strdup_printf ("任务 %u dig and pour", i + 1);
      PlanTask task;
      PlanLink link;

      plan_record_init (PLAN_RECORD_TASK, &task);
      task.id = plan_id_source_next (ids);
      task.project = project;
      task.name = plan_model_keep_text (model, name);
      task.rank = i + 1;
      task.parent = i % LARGE_GROUP != 0 ? parent : PLAN_ID_NONE;
      task.duration = PLAN_TICKS_PER_HOUR * (8 + i % 32);
      plan_model_insert (model, PLAN_RECORD_TASK, &task);
      if (i % LARGE_GROUP == 0)
        parent = task.id;
      else if (i % LARGE_GROUP > 1)
        {
          plan_record_init (PLAN_RECORD_LINK, &link);
          link.id = plan_id_source_next (ids);
          link.predecessor = last;
          link.successor = task.id;
          link.type = PLAN_LINK_FS;
          plan_model_insert (model, PLAN_RECORD_LINK, &link);
        }
      last = task.id;
    }
}

/* Puts a plan of many tasks into an office. */
void
plan_fixture_fill (PlanDocument *document, guint n_tasks)
{
  g_autoptr (PlanImport) import = plan_import_new ();
  g_autoptr (GError) error = NULL;
  PlanIdSource *ids = plan_document_get_ids (document);
  PlanProject project;

  plan_record_init (PLAN_RECORD_PROJECT, &project);
  project.id = plan_id_source_next (ids);
  project.name = plan_model_keep_text (import->model, "Large");
  project.start = plan_ticks_from_civil (2026, 1, 5, 8, 0);
  plan_model_insert (import->model, PLAN_RECORD_PROJECT, &project);
  add_tasks (import->model, ids, project.id, n_tasks);
  plan_edit_import (document, import, "large", &error);
  g_assert_no_error (error);
}

/* A window on a plan of 100,000 tasks. */
PlanWindow *
plan_fixture_open_large (PlanApplication *application)
{
  PlanWindow *window = plan_fixture_open_empty (application);

  plan_fixture_fill (plan_window_get_document (window), LARGE_TASKS);
  plan_fixture_settle (window);
  return window;
}

/* CPU that the program has used so far, in milliseconds. */
double
plan_fixture_get_cpu (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e3 + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e3;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

/* Prints what one frame costs, by making many of them: the median, which others on the machine hardly touch, and the ends. */
void
plan_fixture_measure (PlanWindow *window, const char *what, guint n_frames, void (*step) (PlanWindow *window, guint frame))
{
  g_autofree double *costs = g_new (double, n_frames);

  plan_fixture_settle (window);
  for (guint frame = 0; frame < n_frames; frame++)
    {
      double before = plan_fixture_get_cpu ();

      step (window, frame);
      gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
      costs[frame] = plan_fixture_get_cpu () - before;
    }
  qsort (costs, n_frames, sizeof *costs, compare_doubles);
  g_print ("# %s: %.1f ms of CPU a frame (%.1f to %.1f)\n", what, costs[n_frames / 2], costs[n_frames / 20],
           costs[n_frames - 1 - n_frames / 20]);
}

/* Presses a key, named as xdotool does: "shift+Left". */
void
plan_fixture_press (PlanWindow *window, const char *key)
{
  plan_fixture_focus (window);
  plan_fixture_input (window, "key %s", key);
}

/* Moves the pointer to a point of a widget of the window. */
void
plan_fixture_point (PlanWindow *window, GtkWidget *widget, double x, double y)
{
  int screen_x, screen_y;

  plan_fixture_find_point (window, widget, x, y, &screen_x, &screen_y);
  plan_fixture_input (window, "mousemove %d %d", screen_x, screen_y);
}

/* Presses or lets go of a button of the pointer. */
void
plan_fixture_button (PlanWindow *window, guint button, gboolean down)
{
  plan_fixture_input (window, "%s %u", down ? "mousedown" : "mouseup", button);
}

/* Clicks with a key held: "shift", "ctrl". */
void
plan_fixture_modified_click (PlanWindow *window, const char *modifier)
{
  plan_fixture_input (window, "keydown %s click 1 keyup %s", modifier, modifier);
}

/* Clicks twice where the pointer is. Waits before, as people do: GtkGestureClick counts wrongly when the first of the two clicks
 * comes within the time of a double click after one elsewhere. */
void
plan_fixture_double_click (PlanWindow *window)
{
  plan_fixture_input (window, "sleep 0.6 click --repeat 2 --delay 60 1");
}

/* The first widget of a type in @widget, itself included; or NULL. */
GtkWidget *
plan_fixture_find_widget (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = plan_fixture_find_widget (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}
