/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the window does with the file of its office as a whole: saving a copy, going on with a copy, moving it, putting a
 * backup back, making it small. The work is done by store and document, by jobs.
 */

#include "plan-window-private.h"

#include "plan-alert.h"
#include "plan-backup.h"
#include "plan-error.h"
#include "plan-file-picker.h"
#include "plan-office.h"
#include "plan-office-care.h"
#include "plan-recent-offices.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define OFFICE_SUFFIX ".planwright"

/**
 * FileWork:
 * @other: the file that is written, or the backup that is put back
 */
typedef struct
{
  PlanWindow *window; /* for copies, during which the office stays open */
  char *office;
  char *other;
  int keep_days;
  gboolean goes_on; /* with the copy */
} FileWork;

typedef void (*PlaceChosen) (PlanWindow *self, const char *path);

static void
free_work (gpointer data)
{
  FileWork *work = data;

  g_free (work->office);
  g_free (work->other);
  g_free (work);
}

static FileWork *
create_work (PlanWindow *self, const char *other)
{
  FileWork *work = g_new0 (FileWork, 1);

  work->office = g_strdup (self->path);
  work->other = g_strdup (other);
  return work;
}

static char *
get_display_name (const char *path)
{
  g_autofree char *base = g_path_get_basename (path);

  return g_filename_display_name (base);
}

/* Copies: the office stays open. */

static gpointer
copy_office (PlanProgress *progress, gpointer data, GError **error)
{
  FileWork *work = data;

  return plan_backup_copy (work->office, work->other, error) ? g_strdup (work->other) : NULL;
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree FileWork *work = data;
  g_autoptr (PlanWindow) self = work->window;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = plan_job_run_finish (result, &error), *name = NULL;

  if (gtk_widget_in_destruction (GTK_WIDGET (self)) || gtk_window_get_application (GTK_WINDOW (self)) == NULL)
    return;
  if (path == NULL)
    {
      plan_window_show_error (self, _("The copy could not be made"), error);
      return;
    }
  name = get_display_name (path);
  if (work->goes_on && plan_window_may_close_office (self))
    plan_window_go_to_office (self, path);
  /* Translators: %s is a file name */
  plan_window_show_done (self, g_strdup_printf (_("The copy is “%s”."), name));
}

static void
start_copy (PlanWindow *self, const char *path, gboolean goes_on)
{
  FileWork *ending = g_new0 (FileWork, 1);

  ending->window = g_object_ref (self);
  ending->goes_on = goes_on;
  plan_job_run_async (copy_office, create_work (self, path), free_work, g_free, NULL, copied_cb, ending);
}

/**
 * plan_window_save_copy:
 * @path: where to; a file that is there is replaced
 *
 * Writes a copy of the office while the window can be used.
 */
void
plan_window_save_copy (PlanWindow *self, const char *path)
{
  g_return_if_fail (PLAN_IS_WINDOW (self) && path != NULL);

  start_copy (self, path, FALSE);
}

/**
 * plan_window_copy_here:
 * @path: where to; a file that is there is replaced
 *
 * Writes a copy of an office that can only be read, and goes on with it.
 */
void
plan_window_copy_here (PlanWindow *self, const char *path)
{
  g_return_if_fail (PLAN_IS_WINDOW (self) && path != NULL);

  start_copy (self, path, TRUE);
}

/**
 * plan_window_keep_office:
 * @path: where to; a file that is there is replaced
 *
 * Writes the office as it is held open, after its file was removed or replaced, and goes on with what was written. At once and
 * not in a job: nobody else may use what is held open meanwhile.
 */
void
plan_window_keep_office (PlanWindow *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = get_display_name (path);

  g_return_if_fail (PLAN_IS_WINDOW (self) && self->document != NULL);

  if (!plan_store_copy (plan_document_get_store (self->document), path, &error))
    {
      plan_window_show_error (self, _("The office could not be kept"), error);
      return;
    }
  plan_window_go_to_office (self, path);
  /* Translators: %s is a file name */
  plan_window_show_done (self, g_strdup_printf (_("The office is now “%s”."), name));
}

/* Moving, restoring and compacting: the office is closed meanwhile. */

static gpointer
move_office (PlanProgress *progress, gpointer data, GError **error)
{
  FileWork *work = data;

  return plan_store_move (work->office, work->other, progress, error) ? g_strdup (work->other) : NULL;
}

static void
moved_cb (PlanWindow *self, const char *path)
{
  g_autofree char *name = get_display_name (path), *usual = plan_recent_offices_get_usual ();

  if (g_str_equal (usual, self->path))
    plan_recent_offices_set_usual (path);
  plan_recent_offices_remove (self->path);
  plan_recent_offices_add (path);
  plan_window_open_office (self, path, FALSE);
  /* Translators: %s is a file name */
  plan_window_show_done (self, g_strdup_printf (_("The office is now “%s”. Its backups are where they were."), name));
}

/**
 * plan_window_move_office:
 * @path: where to; there must be no file
 *
 * Moves the office and goes on with it.
 */
void
plan_window_move_office (PlanWindow *self, const char *path)
{
  g_return_if_fail (PLAN_IS_WINDOW (self) && path != NULL);

  if (plan_window_may_close_office (self))
    plan_window_work_on_office (self, _("Moving the office…"), move_office, create_work (self, path), free_work, moved_cb);
}

static gpointer
restore_office (PlanProgress *progress, gpointer data, GError **error)
{
  FileWork *work = data;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  char *kept = NULL;

  if (!plan_backup_restore (work->office, work->other, now, &kept, error))
    return NULL;
  return kept != NULL ? kept : g_strdup ("");
}

static void
restored_cb (PlanWindow *self, const char *kept)
{
  g_autofree char *name = get_display_name (kept);

  if (*kept == '\0')
    plan_window_show_done (self, g_strdup (_("The backup was put back.")));
  else
    /* Translators: %s is a file name */
    plan_window_show_done (self, g_strdup_printf (_("The backup was put back. What was there before is “%s”."), name));
}

/**
 * plan_window_restore_backup:
 * @backup: the path of a backup
 *
 * Puts a backup in the place of the office, which is kept beside it, and goes on with it.
 */
void
plan_window_restore_backup (PlanWindow *self, const char *backup)
{
  g_return_if_fail (PLAN_IS_WINDOW (self) && backup != NULL);

  if (plan_window_may_close_office (self))
    plan_window_work_on_office (self, _("Putting the backup back…"), restore_office, create_work (self, backup), free_work,
                                restored_cb);
}

static gpointer
compact_office (PlanProgress *progress, gpointer data, GError **error)
{
  FileWork *work = data;
  g_autofree char *before = NULL, *after = NULL;
  PlanCompacted done;

  if (!plan_office_compact (work->office, work->keep_days, &done, error))
    return NULL;
  before = g_format_size ((guint64) done.size_before);
  after = g_format_size ((guint64) done.size_after);
  return g_strdup_printf (ngettext ("%s became %s; %u edit of the history was forgotten.", "%s became %s; %u edits of the history were forgotten.",
                                    (gulong) done.n_forgotten),
                          before, after, (guint) done.n_forgotten);
}

static void
compacted_cb (PlanWindow *self, const char *sentence)
{
  plan_window_show_done (self, g_strdup (sentence));
}

/**
 * plan_window_compact_office:
 * @keep_days: of the history that is kept, -1 for all
 *
 * Makes the file of the office small.
 */
void
plan_window_compact_office (PlanWindow *self, int keep_days)
{
  FileWork *work;

  g_return_if_fail (PLAN_IS_WINDOW (self));

  if (!plan_window_may_close_office (self))
    return;
  work = create_work (self, NULL);
  work->keep_days = keep_days;
  plan_window_work_on_office (self, _("Compacting the office…"), compact_office, work, free_work, compacted_cb);
}

/* Choosing a place. */

typedef struct
{
  PlanWindow *window;
  PlaceChosen chosen;
} Choice;

/* A suffix that is added may name a file that the dialog has not asked about. */
static void
place_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Choice *choice = data;
  g_autoptr (PlanWindow) self = choice->window;
  g_autoptr (GFile) file = plan_file_picker_save_finish (result);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL, *whole = NULL;

  if (file == NULL)
    return;
  if (path == NULL)
    {
      plan_alert_show (GTK_WINDOW (self), _("This place cannot be used"), _("Files can only be written to folders of this computer."));
      return;
    }
  whole = g_str_has_suffix (path, OFFICE_SUFFIX) ? g_strdup (path) : g_strconcat (path, OFFICE_SUFFIX, NULL);
  if (!g_str_equal (whole, path) && g_file_test (whole, G_FILE_TEST_EXISTS))
    {
      g_autofree char *text = g_strdup_printf (_("There is a file at “%s” already. Choose another name."), whole);

      plan_alert_show (GTK_WINDOW (self), _("This place cannot be used"), text);
    }
  else
    choice->chosen (self, whole);
}

static void
choose_place (PlanWindow *self, const char *title, PlaceChosen chosen)
{
  g_autoptr (GListModel) filters = plan_file_picker_create_filter (_("Planwright offices"), OFFICE_SUFFIX);
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autoptr (GFile) folder = documents != NULL ? g_file_new_for_path (documents) : NULL;
  g_autofree char *office = plan_recent_offices_get_name (self->path), *name = g_strconcat (office, OFFICE_SUFFIX, NULL);
  Choice *choice = g_new (Choice, 1);

  *choice = (Choice) { g_object_ref (self), chosen };
  plan_file_picker_save_async (GTK_WINDOW (self), title, filters, folder, name, place_chosen_cb, choice);
}

static void
save_copy_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  choose_place (data, _("Save a copy of the office"), plan_window_save_copy);
}

static void
copy_here_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  choose_place (data, _("Make a copy and go on with it"), plan_window_copy_here);
}

static void
keep_office_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  choose_place (data, _("Keep the office in a new place"), plan_window_keep_office);
}

static void
move_office_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  choose_place (data, _("Move the office"), plan_window_move_office);
}

static void
reopen_office_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlanWindow *self = data;

  if (plan_window_may_close_office (self))
    plan_window_go_to_office (self, self->path);
}

static void
care_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlanWindow *self = data;

  gtk_window_present (plan_office_care_new (self));
}

static const GActionEntry entries[] = {
  { "save-copy", save_copy_cb },
  { "copy-here", copy_here_cb },
  { "keep-office", keep_office_cb },
  { "move-office", move_office_cb },
  { "reopen-office", reopen_office_cb },
  { "office-care", care_cb },
};

/* Makes the actions on the file of the office. */
void
plan_window_add_file_actions (PlanWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
