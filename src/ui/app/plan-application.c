/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The application: one process for all windows, one window for each office. Files from the command line, the file manager
 * or a drop come here: offices are opened in windows of their own, anything else is imported into the default office,
 * which --office names. Its actions are app.*. What the first window needs is begun before there is a display to show it on.
 */

#include "plan-application.h"

#include "plan-actions.h"
#include "plan-alert.h"
#include "plan-file-picker.h"
#include "plan-format.h"
#include "plan-offices.h"
#include "plan-recent-offices.h"
#include "plan-resources.h"
#include "plan-window-private.h"

#include <glib/gi18n-lib.h>

struct _PlanApplication
{
  AdwApplication parent_instance;

  char *office; /* the one that was named as the usual one, or NULL */
  char *expected; /* the office that the command line leads to, or NULL; as long as it is not being opened */
  PlanOpening *opening; /* of that office, or NULL; until its window is there */
};

G_DEFINE_FINAL_TYPE (PlanApplication, plan_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "office", 'o', 0, G_OPTION_ARG_FILENAME, NULL, N_("Use this office file instead of the usual one"), N_("PATH") },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Show the version"), NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, NULL },
  { NULL },
};

static PlanWindow *
find_window (PlanApplication *self, const char *path)
{
  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (self)); item != NULL; item = item->next)
    if (PLAN_IS_WINDOW (item->data) && g_strcmp0 (plan_window_get_office_path (item->data), path) == 0)
      return item->data;
  return NULL;
}

/* The opening of an office, which may be on its way. */
static PlanOpening *
take_opening (PlanApplication *self, const char *path, gboolean may_create)
{
  if (self->opening != NULL && g_str_equal (plan_opening_get_path (self->opening), path))
    return g_steal_pointer (&self->opening);
  /* It was expected in vain. */
  g_clear_pointer (&self->opening, plan_opening_free);
  return plan_opening_new (path, may_create);
}

static PlanWindow *
show_office (PlanApplication *self, const char *path, gboolean may_create)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  PlanWindow *window = find_window (self, absolute);

  if (window == NULL)
    {
      window = plan_window_new (ADW_APPLICATION (self));
      plan_window_take_opening (window, take_opening (self, absolute, may_create));
    }
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

/**
 * plan_application_open_office:
 * @path: an office file; it is made when it does not exist
 *
 * Shows an office, in the window that has it already or in a new one.
 *
 * Returns: (transfer none): the window
 */
PlanWindow *
plan_application_open_office (PlanApplication *self, const char *path)
{
  return show_office (self, path, TRUE);
}

/**
 * plan_application_open_existing:
 * @path: an office file; when it is gone, the window says so
 *
 * Shows an office, in the window that has it already or in a new one.
 */
void
plan_application_open_existing (PlanApplication *self, const char *path)
{
  show_office (self, path, FALSE);
}

/* The office that is opened when none is named. One that was moved and is not there now is not made anew. */
static PlanWindow *
open_usual (PlanApplication *self)
{
  g_autofree char *usual = self->office != NULL ? g_strdup (self->office) : plan_recent_offices_get_usual ();
  g_autofree char *standard = plan_document_get_default_path ();

  return show_office (self, usual, self->office != NULL || g_str_equal (usual, standard));
}

/* The window that foreign files go to: the one in front, else that of the default office. */
static PlanWindow *
get_target_window (PlanApplication *self)
{
  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (self)); item != NULL; item = item->next)
    if (PLAN_IS_WINDOW (item->data))
      return item->data;
  return open_usual (self);
}

static void
open_files (PlanApplication *self, GFile **files, int n_files)
{
  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);

      if (path == NULL)
        continue;
      if (plan_window_is_office (path))
        plan_application_open_office (self, path);
      else
        plan_window_import_file (open_usual (self), path);
    }
}

static void
filters_append (GListStore *filters, const char *name, const char *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_auto (GStrv) list = g_strsplit (suffixes, " ", -1);

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; list[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, list[i] + (list[i][0] == '.' ? 1 : 0));
  g_list_store_append (filters, filter);
}

/* First all formats together, then each of them. */
static GListModel *
create_import_filters (void)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GString) all = g_string_new (NULL);
  guint n_formats;
  const PlanFormat *formats = plan_formats_get (&n_formats);

  for (guint i = 0; i < n_formats; i++)
    if (formats[i].read != NULL)
      g_string_append_printf (all, "%s%s", all->len > 0 ? " " : "", formats[i].suffixes);
  filters_append (filters, _("All files that can be imported"), all->str);
  for (guint i = 0; i < n_formats; i++)
    if (formats[i].read != NULL)
      filters_append (filters, g_dgettext (GETTEXT_PACKAGE, formats[i].label), formats[i].suffixes);
  return G_LIST_MODEL (filters);
}

static void
office_picked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GListModel) files = plan_file_picker_open_finish (result);
  guint n_files = files != NULL ? g_list_model_get_n_items (files) : 0;

  for (guint i = 0; i < n_files; i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      g_autofree char *path = g_file_get_path (file);

      if (path != NULL)
        plan_application_open_office (data, path);
    }
}

static void
import_picked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GListModel) files = plan_file_picker_open_finish (result);
  guint n_files = files != NULL ? g_list_model_get_n_items (files) : 0;

  for (guint i = 0; i < n_files; i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      g_autofree char *path = g_file_get_path (file);

      if (path != NULL)
        plan_window_import_file (PLAN_WINDOW (source), path);
    }
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GListModel) filters = plan_file_picker_create_filter (_("Planwright offices"), ".planwright");

  plan_file_picker_open_async (GTK_WINDOW (get_target_window (data)), _("Open an office"), filters, FALSE,
                               office_picked_cb, data);
}

static void
offices_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_present (plan_offices_new (GTK_WINDOW (get_target_window (data))));
}

static void
place_picked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GFile) file = plan_file_picker_save_finish (result);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL, *whole = NULL;

  if (path == NULL)
    return;
  whole = g_str_has_suffix (path, ".planwright") ? g_strdup (path) : g_strconcat (path, ".planwright", NULL);
  if (!g_file_test (whole, G_FILE_TEST_EXISTS))
    plan_application_open_office (data, whole);
  else
    {
      g_autofree char *text = g_strdup_printf (_("There is a file at “%s” already. Choose another name."), whole);

      plan_alert_show (GTK_WINDOW (source), _("This place cannot be used"), text);
    }
}

static void
new_office_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GListModel) filters = plan_file_picker_create_filter (_("Planwright offices"), ".planwright");
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autoptr (GFile) folder = documents != NULL ? g_file_new_for_path (documents) : NULL;

  plan_file_picker_save_async (GTK_WINDOW (get_target_window (data)), _("New office"), filters, folder,
                               /* Translators: suggested name of a file; keep the suffix */
                               _("New office.planwright"), place_picked_cb, data);
}

static void
import_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GListModel) filters = create_import_filters ();

  plan_file_picker_open_async (GTK_WINDOW (get_target_window (data)), _("Import projects"), filters, TRUE, import_picked_cb, data);
}

static void
shortcuts_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *shortcuts = plan_actions_create_shortcuts ();

  gtk_window_set_transient_for (shortcuts, GTK_WINDOW (get_target_window (data)));
  gtk_window_present (shortcuts);
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  adw_show_about_window (GTK_WINDOW (get_target_window (data)),
                         "application-name", _("Planwright"),
                         "application-icon", PLAN_APPLICATION_ID,
                         "version", PLAN_VERSION,
                         "comments", _("The project office on one desktop: plans, people and what was learned, in one file."),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "translator-credits", _("translator-credits"),
                         NULL);
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (data));

  /* Each window may have to end an import or an export first. */
  for (GList *item = windows; item != NULL; item = item->next)
    gtk_window_close (item->data);
}

static const GActionEntry entries[] = {
  { "open", open_cb },
  { "offices", offices_cb },
  { "new-office", new_office_cb },
  { "import", import_cb },
  { "shortcuts", shortcuts_cb },
  { "about", about_cb },
  { "quit", quit_cb },
};

/* Reads the office that is going to be shown while the window is made. One that does not exist is made when it is shown. */
static void
begin_opening (PlanApplication *self)
{
  g_autofree char *path = g_steal_pointer (&self->expected);

  if (path == NULL || (g_application_get_flags (G_APPLICATION (self)) & G_APPLICATION_IS_SERVICE) != 0 ||
      !g_file_test (path, G_FILE_TEST_EXISTS))
    return;
  self->opening = plan_opening_new (path, FALSE);
  plan_opening_begin (self->opening);
}

static void
plan_application_startup (GApplication *application)
{
  /* Pango reads the list of fonts in a thread, which main would wait for later. */
  pango_cairo_font_map_get_default ();
  if (!gtk_init_check ())
    {
      g_printerr ("%s\n", _("Planwright needs a graphical display, and none could be opened."));
      exit (EXIT_FAILURE);
    }
  begin_opening (PLAN_APPLICATION (application));
  G_APPLICATION_CLASS (plan_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries), application);
  plan_actions_add_accels (GTK_APPLICATION (application));
  gtk_window_set_default_icon_name (PLAN_APPLICATION_ID);
}

static void
plan_application_activate (GApplication *application)
{
  PlanApplication *self = PLAN_APPLICATION (application);

  open_usual (self);
}

static void
plan_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  open_files (PLAN_APPLICATION (application), files, n_files);
}

/* Files that are named may be other offices, or be imported; then nothing is expected. */
static void
expect_office (PlanApplication *self, GVariantDict *dictionary)
{
  const char *office;

  if (g_variant_dict_contains (dictionary, G_OPTION_REMAINING))
    return;
  self->expected = g_variant_dict_lookup (dictionary, "office", "^&ay", &office) ? g_canonicalize_filename (office, NULL)
                                                                                : plan_recent_offices_get_usual ();
}

static int
plan_application_handle_local_options (GApplication *application, GVariantDict *dictionary)
{
  if (!g_variant_dict_contains (dictionary, "version"))
    {
      expect_office (PLAN_APPLICATION (application), dictionary);
      return -1;
    }
  g_print ("Planwright %s\n", PLAN_VERSION);
  return EXIT_SUCCESS;
}

/* Opens the files of a command line, which may come from a second process, relative to where that was started. */
static int
plan_application_command_line (GApplication *application, GApplicationCommandLine *line)
{
  PlanApplication *self = PLAN_APPLICATION (application);
  GVariantDict *dictionary = g_application_command_line_get_options_dict (line);
  const char *office = NULL;
  g_autofree const char **names = NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  if (g_variant_dict_lookup (dictionary, "office", "^&ay", &office))
    {
      g_autoptr (GFile) file = g_application_command_line_create_file_for_arg (line, office);

      g_free (self->office);
      self->office = g_file_get_path (file);
    }
  g_variant_dict_lookup (dictionary, G_OPTION_REMAINING, "^a&ay", &names);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    g_ptr_array_add (files, g_application_command_line_create_file_for_arg (line, names[i]));
  if (files->len == 0)
    g_application_activate (application);
  else
    open_files (self, (GFile **) files->pdata, (int) files->len);
  return EXIT_SUCCESS;
}

static void
plan_application_finalize (GObject *object)
{
  PlanApplication *self = PLAN_APPLICATION (object);

  g_clear_pointer (&self->opening, plan_opening_free);
  g_free (self->expected);
  g_free (self->office);
  G_OBJECT_CLASS (plan_application_parent_class)->finalize (object);
}

static void
plan_application_class_init (PlanApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = plan_application_finalize;
  application_class->startup = plan_application_startup;
  application_class->activate = plan_application_activate;
  application_class->open = plan_application_open;
  application_class->handle_local_options = plan_application_handle_local_options;
  application_class->command_line = plan_application_command_line;
  plan_register_resource ();
}

static void
plan_application_init (PlanApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[FILE…]"));
}

/**
 * plan_application_new:
 * @flags: more than the program needs itself, for tests
 *
 * Returns: (transfer full): the application
 */
PlanApplication *
plan_application_new (GApplicationFlags flags)
{
  return g_object_new (PLAN_TYPE_APPLICATION,
                       "application-id", PLAN_APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN | G_APPLICATION_HANDLES_COMMAND_LINE | flags,
                       NULL);
}
