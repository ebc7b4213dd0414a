/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looking after the file of the office: where it is and how large, whether it is whole, backups made and put back, compacting.
 * What reads the file runs in jobs; what replaces it is done by the window, which closes the office for it. Works also for an
 * office that could not be opened.
 */

#include "plan-office-care.h"

#include "plan-alert.h"
#include "plan-error.h"
#include "plan-job.h"
#include "plan-launch.h"
#include "plan-office.h"
#include "plan-recent-offices.h"
#include "plan-text.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#define WIDTH 560
#define HEIGHT 640
#define PROGRESS_MS 100

typedef enum {
  FACT_PATH,
  FACT_SIZE,
  FACT_HISTORY,
  FACT_BACKUP,
  N_FACTS
} Fact;

static const char *const fact_titles[N_FACTS] = {
  [FACT_PATH] = NC_("office", "File"),
  [FACT_SIZE] = NC_("office", "Size"),
  [FACT_HISTORY] = NC_("office", "History"),
  [FACT_BACKUP] = NC_("office", "Last backup"),
};

/* What compacting keeps of the history. */
static const struct
{
  const char *label;
  int days;
} keeps[] = {
  { NC_("history to keep", "All of it"), -1 },
  { NC_("history to keep", "Two years"), 730 },
  { NC_("history to keep", "One year"), 365 },
  { NC_("history to keep", "90 days"), 90 },
  { NC_("history to keep", "Nothing"), 0 },
};

static const char *const kind_labels[] = {
  [PLAN_BACKUP_DAILY] = NC_("backup", "Automatic"),
  [PLAN_BACKUP_BY_HAND] = NC_("backup", "Made by hand"),
  [PLAN_BACKUP_BEFORE_UPDATE] = NC_("backup", "Before a new format"),
};

/**
 * PlanOfficeCare:
 * @facts: rows; @working: the row whose job runs, or %NULL; @button: its button, which stops it
 * @result: what the last job said
 */
struct _PlanOfficeCare
{
  AdwPreferencesWindow parent_instance;

  PlanWindow *window;
  char *path;
  GtkWidget *facts[N_FACTS];
  GtkWidget *check_row;
  GtkWidget *check_button;
  GtkWidget *backup_row;
  GtkWidget *backup_button;
  GtkWidget *keep_row;
  GtkWidget *compact_button;
  AdwPreferencesGroup *backups;
  GPtrArray *backup_rows;

  GtkWidget *working;
  PlanProgress progress;
  guint source;
  char *result;
};

G_DEFINE_FINAL_TYPE (PlanOfficeCare, plan_office_care, ADW_TYPE_PREFERENCES_WINDOW)

static void
set_subtitle (GtkWidget *row, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
}

static gboolean
progress_timeout_cb (gpointer data)
{
  PlanOfficeCare *self = data;
  int percent = plan_progress_get_permille (&self->progress) / 10;
  /* Translators: %d is a number of percent */
  g_autofree char *text = percent > 0 ? g_strdup_printf (_("At work… %d %%"), percent) : g_strdup (_("At work…"));

  set_subtitle (self->working, text);
  return G_SOURCE_CONTINUE;
}

/* Starts a job whose row tells how far it is. */
static void
start_job (PlanOfficeCare *self, GtkWidget *row, PlanJobFunc func, GAsyncReadyCallback callback)
{
  self->progress = (PlanProgress) { 0 };
  self->working = row;
  progress_timeout_cb (self);
  self->source = g_timeout_add (PROGRESS_MS, progress_timeout_cb, self);
  gtk_button_set_label (GTK_BUTTON (self->check_button), row == self->check_row ? C_("button", "Cancel") : C_("button", "Check"));
  gtk_widget_set_sensitive (self->backup_button, FALSE);
  gtk_widget_set_sensitive (self->compact_button, FALSE);
  plan_job_run_async (func, g_strdup (self->path), g_free, g_free, &self->progress, callback, g_object_ref (self));
}

/* Takes @text: what came of it. */
static void
end_job (PlanOfficeCare *self, char *text)
{
  GtkWidget *row = self->working;

  g_clear_handle_id (&self->source, g_source_remove);
  self->working = NULL;
  g_free (self->result);
  self->result = text;
  if (gtk_widget_in_destruction (GTK_WIDGET (self)) || self->check_button == NULL)
    return;
  set_subtitle (row, text);
  gtk_button_set_label (GTK_BUTTON (self->check_button), C_("button", "Check"));
  gtk_widget_set_sensitive (self->backup_button, TRUE);
  gtk_widget_set_sensitive (self->compact_button, plan_window_get_document (self->window) != NULL &&
                                                    !plan_document_is_read_only (plan_window_get_document (self->window)));
}

static PlanTicks
read_date (const char *date)
{
  int year = 1970, month = 1, day = 1, time = 0;

  sscanf (date, "%4d-%2d-%2d-%6d", &year, &month, &day, &time);
  return plan_ticks_from_civil (year, month, day, time / 10000, time / 100 % 100);
}

static char *
format_date (const PlanBackup *backup)
{
  return plan_date_format (read_date (backup->date), backup->kind == PLAN_BACKUP_DAILY ? PLAN_DATE_DAY_YEAR : PLAN_DATE_TIME);
}

/**
 * Restoring:
 * What waits for the answer of the person.
 */
typedef struct
{
  PlanWindow *window;
  char *backup;
} Restoring;

static void
free_restoring (gpointer data)
{
  Restoring *restoring = data;

  g_object_unref (restoring->window);
  g_free (restoring->backup);
  g_free (restoring);
}

/* After the question has gone, since this window goes with the office. */
static gboolean
restore_idle_cb (gpointer data)
{
  Restoring *restoring = data;

  if (!gtk_widget_in_destruction (GTK_WIDGET (restoring->window)))
    plan_window_restore_backup (restoring->window, restoring->backup);
  return G_SOURCE_REMOVE;
}

static void
restore_agreed_cb (gpointer data)
{
  const Restoring *asked = data;
  Restoring *restoring = g_new (Restoring, 1);

  *restoring = (Restoring) { g_object_ref (asked->window), g_strdup (asked->backup) };
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, restore_idle_cb, restoring, free_restoring);
}

static void
restore_clicked_cb (GtkWidget *button, PlanOfficeCare *self)
{
  Restoring *restoring = g_new (Restoring, 1);
  /* Translators: %s is the date of a backup */
  g_autofree char *heading = g_strdup_printf (_("Put the backup of %s back?"), (const char *) g_object_get_data (G_OBJECT (button), "date"));

  *restoring = (Restoring) { g_object_ref (self->window), g_strdup (g_object_get_data (G_OBJECT (button), "path")) };
  plan_alert_ask (GTK_WINDOW (self), heading,
                  _("The office becomes what it was then. What it holds now is kept beside it as a file of its own that can be opened like any office."),
                  C_("button", "Put back"), PLAN_ALERT_FINAL, restore_agreed_cb, restoring, free_restoring);
}

static char *
describe_backup (const PlanOfficeBackup *backup)
{
  g_autofree char *size = g_format_size ((guint64) backup->backup->size);
  const char *kind = g_dpgettext2 (GETTEXT_PACKAGE, "backup", kind_labels[backup->backup->kind]);

  if (backup->n_projects < 0)
    /* Translators: a kind of backup, its size */
    return g_strdup_printf (_("%s · %s · cannot be read"), kind, size);
  /* Translators: a kind of backup, its size, then two numbers */
  return g_strdup_printf (_("%s · %s · projects: %u · tasks: %u"), kind, size, (guint) backup->n_projects, (guint) backup->n_tasks);
}

static void
add_backup (PlanOfficeCare *self, const PlanOfficeBackup *backup)
{
  GtkWidget *row = adw_action_row_new (), *button = gtk_button_new_with_label (C_("button", "Put back…"));
  g_autofree char *date = format_date (backup->backup), *text = describe_backup (backup);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), date);
  set_subtitle (row, text);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, backup->n_projects >= 0);
  g_object_set_data_full (G_OBJECT (button), "path", g_strdup (backup->backup->path), g_free);
  g_object_set_data_full (G_OBJECT (button), "date", g_strdup (date), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (restore_clicked_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (self->backups, row);
  g_ptr_array_add (self->backup_rows, row);
}

static void
show_backups (PlanOfficeCare *self, const GPtrArray *backups)
{
  for (guint i = 0; i < self->backup_rows->len; i++)
    adw_preferences_group_remove (self->backups, self->backup_rows->pdata[i]);
  g_ptr_array_set_size (self->backup_rows, 0);
  for (guint i = 0; i < backups->len; i++)
    add_backup (self, backups->pdata[i]);
}

static void
show_facts (PlanOfficeCare *self, const PlanOfficeFacts *facts)
{
  g_autofree char *size = g_format_size ((guint64) facts->info.file_size), *history_size = g_format_size ((guint64) facts->info.history_size);
  /* Translators: a number of edits and their size */
  g_autofree char *history = g_strdup_printf (ngettext ("%u edit, %s", "%u edits, %s", (gulong) facts->info.n_history),
                                              (guint) facts->info.n_history, history_size);
  g_autofree char *backup = facts->backups->len > 0 ? format_date (((PlanOfficeBackup *) facts->backups->pdata[0])->backup) : NULL;

  set_subtitle (self->facts[FACT_SIZE], facts->problem == NULL ? size : facts->problem);
  set_subtitle (self->facts[FACT_HISTORY], facts->problem == NULL ? history : "–");
  set_subtitle (self->facts[FACT_BACKUP], backup != NULL ? backup : _("None yet"));
  show_backups (self, facts->backups);
}

static gpointer
describe_office (PlanProgress *progress, gpointer data, GError **error)
{
  return plan_office_describe (data, progress, error);
}

static void
described_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PlanOfficeCare) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlanOfficeFacts) facts = plan_job_run_finish (result, &error);

  if (self->check_button == NULL)
    return;
  if (facts != NULL)
    show_facts (self, facts);
  else
    set_subtitle (self->facts[FACT_SIZE], error->message);
}

static void
describe (PlanOfficeCare *self)
{
  plan_job_run_async (describe_office, g_strdup (self->path), g_free, (GDestroyNotify) plan_office_facts_free, NULL, described_cb,
                      g_object_ref (self));
}

static gpointer
check_office (PlanProgress *progress, gpointer data, GError **error)
{
  return plan_office_check (data, progress, error) ? g_strdup (_("The office is whole.")) : NULL;
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PlanOfficeCare) self = data;
  g_autoptr (GError) error = NULL;
  char *sentence = plan_job_run_finish (result, &error);

  end_job (self, sentence != NULL ? sentence : g_strdup (error->message));
}

static void
check_clicked_cb (PlanOfficeCare *self)
{
  if (self->working != NULL)
    plan_progress_cancel (&self->progress);
  else
    start_job (self, self->check_row, check_office, checked_cb);
}

static gpointer
back_up_office (PlanProgress *progress, gpointer data, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return plan_backup_make (data, PLAN_BACKUP_BY_HAND, now, error);
}

static void
backed_up_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PlanOfficeCare) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = plan_job_run_finish (result, &error), *base = path != NULL ? g_path_get_basename (path) : NULL;
  g_autofree char *name = base != NULL ? g_filename_display_name (base) : NULL;

  /* Translators: %s is a file name */
  end_job (self, name != NULL ? g_strdup_printf (_("The backup is “%s”."), name) : g_strdup (error->message));
  describe (self);
}

static void
back_up_clicked_cb (PlanOfficeCare *self)
{
  start_job (self, self->backup_row, back_up_office, backed_up_cb);
}

static int
get_keep_days (PlanOfficeCare *self)
{
  return keeps[adw_combo_row_get_selected (ADW_COMBO_ROW (self->keep_row))].days;
}

static gboolean
compact_idle_cb (gpointer data)
{
  PlanOfficeCare *self = data;

  if (!gtk_widget_in_destruction (GTK_WIDGET (self)) && self->check_button != NULL)
    plan_window_compact_office (self->window, get_keep_days (self));
  return G_SOURCE_REMOVE;
}

static void
compact_agreed_cb (gpointer data)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, compact_idle_cb, g_object_ref (data), g_object_unref);
}

static void
compact_clicked_cb (PlanOfficeCare *self)
{
  plan_alert_ask (GTK_WINDOW (self), _("Compact the office?"),
                  get_keep_days (self) < 0 ? _("The file becomes as small as it can be. Nothing is forgotten.")
                                           : _("The file becomes as small as it can be. Older edits are forgotten and can no longer be undone; the plans stay as they are."),
                  C_("button", "Compact"), PLAN_ALERT_FINAL, compact_agreed_cb, g_object_ref (self), g_object_unref);
}

static void
show_folder_clicked_cb (PlanOfficeCare *self)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path), folder = g_file_get_parent (file);

  plan_launch_file (GTK_WINDOW (self), folder);
}

static void
start_toggled_cb (GtkSwitch *toggle, GParamSpec *pspec, PlanOfficeCare *self)
{
  g_autofree char *standard = plan_document_get_default_path ();

  plan_recent_offices_set_usual (gtk_switch_get_active (toggle) ? self->path : standard);
}

static void
plan_office_care_dispose (GObject *object)
{
  PlanOfficeCare *self = PLAN_OFFICE_CARE (object);

  plan_progress_cancel (&self->progress);
  g_clear_handle_id (&self->source, g_source_remove);
  self->check_button = NULL;
  g_clear_object (&self->window);
  G_OBJECT_CLASS (plan_office_care_parent_class)->dispose (object);
}

static void
plan_office_care_finalize (GObject *object)
{
  PlanOfficeCare *self = PLAN_OFFICE_CARE (object);

  g_ptr_array_unref (self->backup_rows);
  g_free (self->path);
  g_free (self->result);
  G_OBJECT_CLASS (plan_office_care_parent_class)->finalize (object);
}

static void
plan_office_care_class_init (PlanOfficeCareClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plan_office_care_dispose;
  G_OBJECT_CLASS (klass)->finalize = plan_office_care_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
plan_office_care_init (PlanOfficeCare *self)
{
  self->backup_rows = g_ptr_array_new ();
}

static AdwPreferencesGroup *
add_group (PlanOfficeCare *self, AdwPreferencesPage *page, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
  return ADW_PREFERENCES_GROUP (group);
}

static GtkWidget *
add_row (AdwPreferencesGroup *group, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  set_subtitle (row, subtitle);
  adw_preferences_group_add (group, row);
  return row;
}

static GtkWidget *
add_button (PlanOfficeCare *self, GtkWidget *row, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return button;
}

static void
add_facts (PlanOfficeCare *self, AdwPreferencesPage *page)
{
  AdwPreferencesGroup *group = add_group (self, page, C_("menu", "Office"));
  g_autofree char *place = g_filename_display_name (self->path), *usual = plan_recent_offices_get_usual ();
  GtkWidget *toggle = gtk_switch_new (), *row;

  for (Fact i = 0; i < N_FACTS; i++)
    self->facts[i] = add_row (group, g_dpgettext2 (GETTEXT_PACKAGE, "office", fact_titles[i]), "…");
  set_subtitle (self->facts[FACT_PATH], place);
  add_button (self, self->facts[FACT_PATH], C_("button", "Show folder"), G_CALLBACK (show_folder_clicked_cb));
  row = add_row (group, _("Open at the start"), _("When Planwright is started without naming an office."));
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_switch_set_active (GTK_SWITCH (toggle), g_str_equal (usual, self->path));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  g_signal_connect_object (toggle, "notify::active", G_CALLBACK (start_toggled_cb), self, 0);
}

static void
add_care (PlanOfficeCare *self, AdwPreferencesPage *page)
{
  AdwPreferencesGroup *group = add_group (self, page, _("Care"));
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);
  GtkWidget *row;

  self->check_row = add_row (group, _("Check the file"), _("Reads all of it and tells what is damaged."));
  self->check_button = add_button (self, self->check_row, C_("button", "Check"), G_CALLBACK (check_clicked_cb));
  for (guint i = 0; i < G_N_ELEMENTS (keeps); i++)
    gtk_string_list_append (choices, g_dpgettext2 (GETTEXT_PACKAGE, "history to keep", keeps[i].label));
  self->keep_row = adw_combo_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->keep_row), _("History to keep when compacting"));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->keep_row), G_LIST_MODEL (choices));
  adw_preferences_group_add (group, self->keep_row);
  row = add_row (group, _("Compact the file"), _("Gives back the room of what was deleted and forgotten."));
  self->compact_button = add_button (self, row, C_("button", "Compact…"), G_CALLBACK (compact_clicked_cb));
}

static void
add_backups (PlanOfficeCare *self, AdwPreferencesPage *page)
{
  AdwPreferencesGroup *group = add_group (self, page, _("Backups"));

  adw_preferences_group_set_description (group, _("Each day with edits gets one by itself: seven days are kept, and the last day of each of four weeks before."));
  self->backup_row = add_row (group, _("Back up now"), _("Backups made by hand are never removed."));
  self->backup_button = add_button (self, self->backup_row, C_("button", "Back up"), G_CALLBACK (back_up_clicked_cb));
  self->backups = add_group (self, page, _("Put a backup back"));
}

/**
 * plan_office_care_new:
 * @window: a window whose office is open or could not be opened
 *
 * Returns: (transfer none): a window, not shown yet; like all windows it belongs to GTK
 */
GtkWindow *
plan_office_care_new (PlanWindow *window)
{
  PlanOfficeCare *self = g_object_new (PLAN_TYPE_OFFICE_CARE, "transient-for", window, "destroy-with-parent", TRUE, "modal", TRUE,
                                       "title", _("Care and backups"), "search-enabled", FALSE, "default-width", WIDTH,
                                       "default-height", HEIGHT, NULL);
  GtkWidget *page = adw_preferences_page_new ();
  PlanDocument *document = plan_window_get_document (window);

  self->window = g_object_ref (window);
  self->path = g_strdup (plan_window_get_office_path (window));
  add_facts (self, ADW_PREFERENCES_PAGE (page));
  add_care (self, ADW_PREFERENCES_PAGE (page));
  add_backups (self, ADW_PREFERENCES_PAGE (page));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self), ADW_PREFERENCES_PAGE (page));
  gtk_widget_set_sensitive (self->compact_button, document != NULL && !plan_document_is_read_only (document));
  describe (self);
  return GTK_WINDOW (self);
}

/**
 * plan_office_care_is_busy:
 *
 * Returns: whether a job of this window runs
 */
gboolean
plan_office_care_is_busy (PlanOfficeCare *self)
{
  g_return_val_if_fail (PLAN_IS_OFFICE_CARE (self), FALSE);

  return self->working != NULL;
}

/**
 * plan_office_care_get_result:
 *
 * Returns: (transfer none) (nullable): what the last job said
 */
const char *
plan_office_care_get_result (PlanOfficeCare *self)
{
  g_return_val_if_fail (PLAN_IS_OFFICE_CARE (self), NULL);

  return self->result;
}

/**
 * plan_office_care_get_button:
 * @what: "check", "back-up", "compact", or "restore" for that of the first backup
 *
 * Returns: (transfer none) (nullable): the button
 */
GtkWidget *
plan_office_care_get_button (PlanOfficeCare *self, const char *what)
{
  g_return_val_if_fail (PLAN_IS_OFFICE_CARE (self), NULL);

  if (g_str_equal (what, "check"))
    return self->check_button;
  if (g_str_equal (what, "back-up"))
    return self->backup_button;
  if (g_str_equal (what, "compact"))
    return self->compact_button;
  return self->backup_rows->len > 0 ? self->backup_rows->pdata[0] : NULL;
}
