/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Levelling as a proposal. One pass is made at once, and anew whenever an option or the office changes; "Search for better"
 * goes on in a thread and shows the best finish so far until it is stopped. Each move says why; one whose box is cleared
 * keeps its task where it is, and the rest is worked out again. Only "Apply" changes the plan, as one edit.
 */

#include "plan-level-window.h"

#include "plan-edits.h"
#include "plan-job.h"
#include "plan-level-text.h"
#include "plan-list-table.h"
#include "plan-text.h"

#include <glib/gi18n-lib.h>

/* So many projects and tasks are named. */
#define MOST_NAMES 4

/* How often the best finish is looked at while a search runs. */
#define POLL_MS 200

#define SEED 1

/**
 * LevelJob:
 * @window: %NULL when nobody waits for it
 * @best: guarded by @lock: when the best plan that was found finishes
 *
 * A levelling that runs; it may end after the window.
 */
typedef struct
{
  PlanLevelWindow *window;
  PlanProgress progress;
  GMutex lock;
  PlanTicks best;
} LevelJob;

struct _PlanLevelWindow
{
  AdwWindow parent_instance;

  PlanDocument *document;
  PlanId project;
  PlanLevel *level;
  GHashTable *kept; /* ids of tasks that are not moved */
  GArray *rows;     /* of RowTask */
  LevelJob *job;
  gint64 revision;
  guint source;
  gboolean searching;
  GtkWidget *scope;
  GtkWidget *order;
  GtkSwitch *within_slack;
  GtkSwitch *from_status;
  GtkSwitch *clear;
  GtkWidget *search;
  GtkWidget *apply;
  GtkLabel *summary;
  PlanListTable *table;
};

/* A row: a move of the proposal, or a task whose move was refused. */
typedef struct
{
  PlanId task;
  int change; /* index in the proposal, or -1 */
} RowTask;

G_DEFINE_FINAL_TYPE (PlanLevelWindow, plan_level_window, ADW_TYPE_WINDOW)

/**
 * PlanLevelWindow::proposed: there is another proposal.
 */
enum {
  PROPOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

enum { COLUMN_TASK, COLUMN_PROJECT, COLUMN_FROM, COLUMN_TO, COLUMN_DELAY, COLUMN_REASON };

static const PlanListColumn columns[] = {
  [COLUMN_TASK] = { N_("Task"), 16, FALSE, FALSE },
  [COLUMN_PROJECT] = { N_("Project"), 10, FALSE, FALSE },
  [COLUMN_FROM] = { N_("From"), 19, FALSE, FALSE },
  [COLUMN_TO] = { N_("To"), 19, FALSE, FALSE },
  [COLUMN_DELAY] = { N_("Delay"), 7, TRUE, FALSE },
  [COLUMN_REASON] = { N_("Reason"), 30, FALSE, TRUE },
};

static const char *const scopes[] = { N_("Shown project"), N_("All projects"), NULL };

/* In the order of PlanLevelOrder. */
static const char *const orders[] = { N_("Standard"), N_("Priority, then standard"), N_("ID only"), N_("Late finish"), NULL };

static void start (PlanLevelWindow *self);

static const PlanLevelChange *
get_change (PlanLevelWindow *self, guint row)
{
  const RowTask *at = &g_array_index (self->rows, RowTask, row);

  return at->change >= 0 ? &g_array_index (self->level->changes, PlanLevelChange, at->change) : NULL;
}

static const char *
get_project_name (const PlanModel *model, PlanId id)
{
  const PlanProject *project = plan_model_get_project (model, id);

  return project != NULL && project->name != NULL ? project->name : "";
}

static char *
format_delay (PlanLevelWindow *self, const PlanTask *task, const PlanLevelChange *change)
{
  const PlanModel *model = plan_document_get_model (self->document);
  const PlanSchedule *schedule = plan_document_get_schedule (self->document);
  const PlanProject *project = plan_model_get_project (model, task->project);
  const PlanWorktime *worktime = plan_schedule_get_worktime (schedule, project->calendar);
  PlanConversion conversion;

  plan_project_get_conversion (project, &conversion);
  if (worktime == NULL)
    return plan_variance_format (change->to - change->from, &conversion);
  return plan_variance_format (plan_worktime_work (worktime, change->from, change->to), &conversion);
}

static char *
get_text (guint row, guint column, gpointer data)
{
  PlanLevelWindow *self = data;
  const PlanModel *model = plan_document_get_model (self->document);
  const PlanTask *task = plan_model_get_task (model, g_array_index (self->rows, RowTask, row).task);
  const PlanLevelChange *change = get_change (self, row);

  if (task == NULL)
    return g_strdup ("");
  if (column == COLUMN_TASK)
    return g_strdup (task->name != NULL ? task->name : "");
  if (column == COLUMN_PROJECT)
    return g_strdup (get_project_name (model, task->project));
  if (change == NULL)
    return g_strdup (column == COLUMN_REASON ? _("Stays where it is") : "");
  switch (column)
    {
    case COLUMN_FROM:
      return plan_date_format (change->from, PLAN_DATE_TIME);
    case COLUMN_TO:
      return plan_date_format (change->to, PLAN_DATE_TIME);
    case COLUMN_DELAY:
      return format_delay (self, task, change);
    default:
      return plan_level_change_describe (change, model);
    }
}

static gboolean
is_checked (guint row, gpointer data)
{
  PlanLevelWindow *self = data;

  return !g_hash_table_contains (self->kept, &g_array_index (self->rows, RowTask, row).task);
}

static gboolean
start_cb (gpointer data)
{
  PlanLevelWindow *self = data;

  self->source = 0;
  start (self);
  return G_SOURCE_REMOVE;
}

/* Not from within a handler of a row that goes when the list is filled anew. */
static void
queue_start (PlanLevelWindow *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  self->source = g_idle_add (start_cb, self);
}

static void
checked_cb (guint row, gboolean checked, gpointer data)
{
  PlanLevelWindow *self = data;
  PlanId task = g_array_index (self->rows, RowTask, row).task;

  if (checked)
    g_hash_table_remove (self->kept, &task);
  else
    g_hash_table_add (self->kept, g_memdup2 (&task, sizeof task));
  queue_start (self);
}

static void
append_line (GString *text, char *line)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
  g_free (line);
}

static void
append_effects (GString *text, PlanLevelWindow *self)
{
  const PlanModel *model = plan_document_get_model (self->document);
  guint n = 0;

  for (guint i = 0; i < self->level->effects->len; i++)
    {
      const PlanLevelEffect *effect = &g_array_index (self->level->effects, PlanLevelEffect, i);
      g_autofree char *before = NULL, *after = NULL;

      if (effect->before == effect->after || n++ >= MOST_NAMES)
        continue;
      before = plan_date_format (effect->before, PLAN_DATE_TIME);
      after = plan_date_format (effect->after, PLAN_DATE_TIME);
      append_line (text, g_strdup_printf (_("“%1$s” finishes on %3$s instead of %2$s."), get_project_name (model, effect->project),
                                          before, after));
    }
  if (n == 0)
    append_line (text, g_strdup (_("No project finishes at another time.")));
  else if (n > MOST_NAMES)
    append_line (text, g_strdup_printf (ngettext ("and %u more", "and %u more", n - MOST_NAMES), n - MOST_NAMES));
}

static void
append_unresolved (GString *text, PlanLevelWindow *self)
{
  const PlanModel *model = plan_document_get_model (self->document);
  guint n = self->level->unresolved->len;
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < MIN (n, MOST_NAMES); i++)
    {
      const PlanTask *task = plan_model_get_task (model, g_array_index (self->level->unresolved, PlanId, i));

      g_string_append (names, names->len > 0 ? C_("list", ", ") : "");
      g_string_append_printf (names, C_("list", "“%s”"), task != NULL && task->name != NULL ? task->name : "");
    }
  if (n > MOST_NAMES)
    g_string_append (names, "…");
  if (n > 0)
    /* Translators: %1$u is a number of tasks, %2$s their names */
    append_line (text,
                 g_strdup_printf (ngettext ("%1$u task stays overloaded: %2$s", "%1$u tasks stay overloaded: %2$s", n),
                                  n, names->str));
}

static void
update_summary (PlanLevelWindow *self)
{
  GString *text = g_string_new (NULL);

  if (self->searching && self->job != NULL)
    {
      PlanTicks best;

      g_mutex_lock (&self->job->lock);
      best = self->job->best;
      g_mutex_unlock (&self->job->lock);
      if (best != PLAN_TICKS_NONE)
        {
          g_autofree char *finish = plan_date_format (best, PLAN_DATE_TIME);

          /* Translators: while a search runs; %s is a moment */
          append_line (text, g_strdup_printf (_("Searching… The best so far finishes on %s."), finish));
        }
      else
        append_line (text, g_strdup (_("Searching…")));
    }
  if (self->level != NULL)
    {
      guint n = self->level->delays->len;

      append_line (text, n == 0 ? g_strdup (_("Nothing is to be moved."))
                                : g_strdup_printf (ngettext ("%u task gets another levelling delay.",
                                                             "%u tasks get another levelling delay.", n), n));
      if (n > 0)
        append_line (text, g_strdup (_("Thin bars in the chart show where tasks would go.")));
      append_effects (text, self);
      append_unresolved (text, self);
    }
  gtk_label_set_label (self->summary, text->str);
  g_string_free (text, TRUE);
}

static void
add_row (PlanLevelWindow *self, PlanId task, int change)
{
  RowTask row = { task, change };

  g_array_append_val (self->rows, row);
}

static void
fill (PlanLevelWindow *self)
{
  GHashTableIter iter;
  gpointer key;

  g_array_set_size (self->rows, 0);
  for (guint i = 0; i < self->level->changes->len; i++)
    {
      PlanId task = g_array_index (self->level->changes, PlanLevelChange, i).task;

      if (!g_hash_table_contains (self->kept, &task))
        add_row (self, task, (int) i);
    }
  g_hash_table_iter_init (&iter, self->kept);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    add_row (self, *(PlanId *) key, -1);
  plan_list_table_set_rows (self->table, self->rows->len, get_text, self);
}

static void
update_buttons (PlanLevelWindow *self)
{
  gboolean fresh = self->level != NULL && self->job == NULL && self->revision == plan_document_get_revision (self->document);

  gtk_widget_set_sensitive (self->apply, fresh && self->level->delays->len > 0 && !plan_document_is_read_only (self->document));
  gtk_button_set_label (GTK_BUTTON (self->search), self->searching ? C_("button", "Stop") : _("Search for better"));
  gtk_widget_set_sensitive (self->search, !gtk_switch_get_active (self->clear) && !gtk_switch_get_active (self->within_slack));
}

static void
free_job (LevelJob *job)
{
  g_mutex_clear (&job->lock);
  g_free (job);
}

static void
levelled_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  LevelJob *job = data;
  PlanLevelWindow *self = job->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlanLevel) level = plan_document_level_finish (result, &error);

  free_job (job);
  if (self == NULL)
    return;
  self->job = NULL;
  self->searching = FALSE;
  if (level != NULL)
    {
      g_clear_pointer (&self->level, plan_level_free);
      self->level = g_steal_pointer (&level);
      fill (self);
      update_summary (self);
      g_signal_emit (self, signals[PROPOSED], 0);
    }
  else
    gtk_label_set_label (self->summary, error->message);
  update_buttons (self);
}

/* In the thread. */
static gboolean
watch (PlanTicks finish, gpointer data)
{
  LevelJob *job = data;

  g_mutex_lock (&job->lock);
  job->best = finish;
  g_mutex_unlock (&job->lock);
  return FALSE;
}

static gboolean
poll_cb (gpointer data)
{
  PlanLevelWindow *self = data;

  if (!self->searching)
    {
      self->source = 0;
      return G_SOURCE_REMOVE;
    }
  update_summary (self);
  return G_SOURCE_CONTINUE;
}

static void
drop_job (PlanLevelWindow *self)
{
  if (self->job == NULL)
    return;
  self->job->window = NULL;
  plan_progress_cancel (&self->job->progress);
  self->job = NULL;
  self->searching = FALSE;
}

static GArray *
list_kept (PlanLevelWindow *self)
{
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (PlanId));
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->kept);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_array_append_val (kept, *(PlanId *) key);
  return kept;
}

static void
run (PlanLevelWindow *self, gboolean search)
{
  g_autoptr (GArray) kept = list_kept (self);
  gboolean all = adw_combo_row_get_selected (ADW_COMBO_ROW (self->scope)) == 1 || self->project == PLAN_ID_NONE;
  PlanLevelOptions options = { .order = (PlanLevelOrder) adw_combo_row_get_selected (ADW_COMBO_ROW (self->order)),
                               .projects = all ? NULL : &self->project,
                               .n_projects = all ? 0 : 1,
                               .kept = (const PlanId *) (gpointer) kept->data,
                               .n_kept = kept->len,
                               .clear = gtk_switch_get_active (self->clear),
                               .within_slack = gtk_switch_get_active (self->within_slack),
                               .from_status_date = gtk_switch_get_active (self->from_status),
                               .search = search,
                               .seed = SEED,
                               .watch = watch };

  drop_job (self);
  self->job = g_new0 (LevelJob, 1);
  g_mutex_init (&self->job->lock);
  self->job->best = PLAN_TICKS_NONE;
  self->job->window = self;
  options.data = self->job;
  self->searching = search;
  self->revision = plan_document_get_revision (self->document);
  update_buttons (self);
  plan_document_level_async (self->document, &options, &self->job->progress, levelled_cb, self->job);
}

static void
start (PlanLevelWindow *self)
{
  run (self, FALSE);
}

/* Stopping keeps what was found. */
static void
search_cb (PlanLevelWindow *self)
{
  if (self->searching)
    {
      plan_progress_cancel (&self->job->progress);
      return;
    }
  g_clear_handle_id (&self->source, g_source_remove);
  run (self, TRUE);
  update_summary (self);
  self->source = g_timeout_add (POLL_MS, poll_cb, self);
}

static void
option_cb (PlanLevelWindow *self)
{
  if (self->document == NULL)
    return;
  queue_start (self);
}

static void
document_changed_cb (PlanLevelWindow *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  if (plan_model_get_project (plan_document_get_model (self->document), self->project) == NULL)
    self->project = PLAN_ID_NONE;
  g_clear_pointer (&self->level, plan_level_free);
  g_array_set_size (self->rows, 0);
  plan_list_table_set_rows (self->table, 0, get_text, self);
  start (self);
}

static void
apply_cb (PlanLevelWindow *self)
{
  g_autoptr (GError) error = NULL;

  g_signal_handlers_disconnect_by_func (self->document, document_changed_cb, self);
  if (plan_edit_level (self->document, self->level, self->revision, &error))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  gtk_label_set_label (self->summary, error->message);
  g_signal_connect_object (self->document, "changed", G_CALLBACK (document_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
plan_level_window_dispose (GObject *object)
{
  PlanLevelWindow *self = PLAN_LEVEL_WINDOW (object);

  drop_job (self);
  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (plan_level_window_parent_class)->dispose (object);
}

static void
plan_level_window_finalize (GObject *object)
{
  PlanLevelWindow *self = PLAN_LEVEL_WINDOW (object);

  g_clear_pointer (&self->level, plan_level_free);
  g_hash_table_unref (self->kept);
  g_array_unref (self->rows);
  G_OBJECT_CLASS (plan_level_window_parent_class)->finalize (object);
}

static void
plan_level_window_class_init (PlanLevelWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plan_level_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = plan_level_window_finalize;
  signals[PROPOSED] = g_signal_new ("proposed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
create_choice (PlanLevelWindow *self, AdwPreferencesGroup *group, const char *title, const char *const *choices)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (guint i = 0; choices[i] != NULL; i++)
    gtk_string_list_append (list, g_dgettext (GETTEXT_PACKAGE, choices[i]));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_group_add (group, row);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (option_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static GtkSwitch *
create_switch (PlanLevelWindow *self, AdwPreferencesGroup *group, const char *title)
{
  GtkWidget *row = adw_action_row_new (), *toggle = gtk_switch_new ();

  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  adw_preferences_group_add (group, row);
  g_signal_connect_object (toggle, "notify::active", G_CALLBACK (option_cb), self, G_CONNECT_SWAPPED);
  return GTK_SWITCH (toggle);
}

static GtkWidget *
create_options (PlanLevelWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  AdwPreferencesGroup *left = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  AdwPreferencesGroup *right = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  self->scope = create_choice (self, left, _("Move tasks of"), scopes);
  self->order = create_choice (self, left, _("Order"), orders);
  self->clear = create_switch (self, left, _("Only clear levelling"));
  self->within_slack = create_switch (self, right, _("Only within slack"));
  self->from_status = create_switch (self, right, _("Only after the status date"));
  gtk_widget_set_hexpand (GTK_WIDGET (left), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (right), TRUE);
  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_widget_add_css_class (box, "level-options");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (left));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (right));
  return box;
}

static GtkWidget *
create_header (PlanLevelWindow *self)
{
  GtkWidget *header = adw_header_bar_new (), *cancel = gtk_button_new_with_label (C_("button", "Cancel"));

  self->apply = gtk_button_new_with_label (C_("button", "Apply"));
  self->search = gtk_button_new_with_label (_("Search for better"));
  gtk_widget_add_css_class (self->apply, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->apply);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->search);
  g_signal_connect_object (self->apply, "clicked", G_CALLBACK (apply_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "clicked", G_CALLBACK (search_cb), self, G_CONNECT_SWAPPED);
  return header;
}

static void
plan_level_window_init (PlanLevelWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->kept = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->rows = g_array_new (FALSE, FALSE, sizeof (RowTask));
  self->summary = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->summary, 0);
  gtk_label_set_wrap (self->summary, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->summary), "compare-summary");
  self->table = PLAN_LIST_TABLE (plan_list_table_new (_("Moves"), columns, G_N_ELEMENTS (columns)));
  plan_list_table_add_checks (self->table, _("Move"), is_checked, checked_cb);
  gtk_widget_set_vexpand (GTK_WIDGET (self->table), TRUE);
  gtk_box_append (GTK_BOX (box), create_header (self));
  gtk_box_append (GTK_BOX (box), create_options (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->summary));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->table));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->apply);
}

/**
 * plan_level_window_new:
 * @project: the shown project, or %PLAN_ID_NONE
 *
 * Returns: (transfer none): a window, not shown yet; like all windows it belongs to GTK
 */
GtkWindow *
plan_level_window_new (GtkWindow *parent, PlanDocument *document, PlanId project)
{
  PlanLevelWindow *self = g_object_new (PLAN_TYPE_LEVEL_WINDOW, "transient-for", parent, "destroy-with-parent", TRUE,
                                        "title", _("Level resources"),
                                        "default-width", 900, "default-height", 640, NULL);

  self->document = g_object_ref (document);
  self->project = project;
  gtk_widget_set_sensitive (self->scope, project != PLAN_ID_NONE);
  g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), self, G_CONNECT_SWAPPED);
  start (self);
  return GTK_WINDOW (self);
}

/**
 * plan_level_window_is_ready:
 *
 * Returns: whether a proposal for the office as it is can be applied
 */
gboolean
plan_level_window_is_ready (PlanLevelWindow *self)
{
  g_return_val_if_fail (PLAN_IS_LEVEL_WINDOW (self), FALSE);

  return gtk_widget_get_sensitive (self->apply);
}

/**
 * plan_level_window_get_level:
 *
 * Returns: (transfer none) (nullable): the proposal for the office as it is, valid until the next one
 */
const PlanLevel *
plan_level_window_get_level (PlanLevelWindow *self)
{
  g_return_val_if_fail (PLAN_IS_LEVEL_WINDOW (self), NULL);

  return self->level;
}
