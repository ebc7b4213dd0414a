/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What would follow from taking a list of holidays into a calendar: the days that change and the plans that move, worked out
 * in a thread. Only then can it be applied, as one edit.
 */

#include "plan-year-window.h"

#include "plan-edits-calendar.h"
#include "plan-hours.h"
#include "plan-list-table.h"
#include "plan-text.h"

#include <glib/gi18n-lib.h>

/* So many projects are named in the summary. */
#define MOST_PROJECTS 3

struct _PlanYearWindow
{
  AdwWindow parent_instance;

  PlanDocument *document;
  PlanId calendar;
  PlanHolidays *holidays;
  PlanYearEffect *effect;
  PlanProgress *progress; /* of the job that runs, which frees it */
  gint64 revision;
  GtkStack *stack;
  GtkLabel *summary;
  GtkLabel *reason;
  GtkWidget *apply;
  PlanListTable *tasks;
  PlanListTable *days;
};

G_DEFINE_FINAL_TYPE (PlanYearWindow, plan_year_window, ADW_TYPE_WINDOW)

enum { TASK_NAME, TASK_PROJECT, TASK_BEFORE, TASK_AFTER };
enum { DAY_DATE, DAY_NAME, DAY_BEFORE, DAY_AFTER };

static const PlanListColumn task_columns[] = {
  [TASK_NAME] = { N_("Task"), 18, FALSE, TRUE },
  [TASK_PROJECT] = { N_("Project"), 12, FALSE, FALSE },
  [TASK_BEFORE] = { N_("Finish before"), 17, FALSE, FALSE },
  [TASK_AFTER] = { N_("Finish after"), 17, FALSE, FALSE },
};

static const PlanListColumn day_columns[] = {
  [DAY_DATE] = { N_("Day"), 16, FALSE, FALSE },
  [DAY_NAME] = { N_("Name"), 18, FALSE, TRUE },
  [DAY_BEFORE] = { N_("Hours before"), 14, FALSE, FALSE },
  [DAY_AFTER] = { N_("Hours after"), 14, FALSE, FALSE },
};

/* The job may end after the window. */
typedef struct
{
  PlanYearWindow *window;
  PlanProgress progress;
} YearJob;

static char *
get_task_text (guint row, guint column, gpointer data)
{
  PlanYearWindow *self = data;
  const PlanYearMove *move = &g_array_index (self->effect->tasks, PlanYearMove, row);
  const PlanModel *model = plan_document_get_model (self->document);
  const PlanTask *task = plan_model_get_task (model, move->task);
  const PlanProject *project = plan_model_get_project (model, move->project);

  switch (column)
    {
    case TASK_NAME:
      return g_strdup (task != NULL && task->name != NULL ? task->name : "");
    case TASK_PROJECT:
      return g_strdup (project != NULL && project->name != NULL ? project->name : "");
    default:
      return plan_date_format (column == TASK_BEFORE ? move->before : move->after, PLAN_DATE_TIME);
    }
}

static char *
get_day_text (guint row, guint column, gpointer data)
{
  PlanYearWindow *self = data;
  const PlanYearDay *day = &g_array_index (self->effect->days, PlanYearDay, row);

  switch (column)
    {
    case DAY_DATE:
      return plan_date_format (plan_ticks_from_day (day->day, 0), PLAN_DATE_LONG);
    case DAY_NAME:
      return g_strdup (day->name != NULL ? day->name : "");
    default:
      return plan_hours_to_text (column == DAY_BEFORE ? day->before : day->after);
    }
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
append_projects (GString *text, PlanYearWindow *self)
{
  const GArray *projects = self->effect->projects;

  for (guint i = 0; i < MIN (projects->len, MOST_PROJECTS); i++)
    {
      const PlanYearMove *move = &g_array_index (projects, PlanYearMove, i);
      const PlanProject *project = plan_model_get_project (plan_document_get_model (self->document), move->project);
      const char *name = project != NULL && project->name != NULL ? project->name : "";
      g_autofree char *before = plan_date_format (move->before, PLAN_DATE_TIME);
      g_autofree char *after = plan_date_format (move->after, PLAN_DATE_TIME);

      /* Translators: %1$s is a project, %2$s and %3$s moments */
      append_line (text, g_strdup_printf (_("“%1$s” finishes on %3$s instead of %2$s."), name, before, after));
    }
  if (projects->len > MOST_PROJECTS)
    append_line (text, g_strdup_printf (ngettext ("and %u more", "and %u more", projects->len - MOST_PROJECTS),
                                        projects->len - MOST_PROJECTS));
}

/* Whole sentences, each with its number. */
static void
append_counts (GString *text, const PlanYearEffect *effect, guint n_skipped)
{
  guint n_days = effect->days->len, n_tasks = effect->tasks->len, n_kept = effect->n_kept;

  if (n_days == 0)
    append_line (text, g_strdup (_("The calendar has these days already.")));
  else
    append_line (text, g_strdup_printf (ngettext ("%u day changes.", "%u days change.", n_days), n_days));
  if (n_tasks > 0)
    append_line (text, g_strdup_printf (ngettext ("%u task finishes at another time.", "%u tasks finish at another time.", n_tasks),
                                        n_tasks));
  else if (n_days > 0)
    append_line (text, g_strdup (_("No task finishes at another time.")));
  if (n_kept > 0)
    append_line (text, g_strdup_printf (ngettext ("%u day keeps the exception it has.", "%u days keep the exceptions they have.", n_kept),
                                        n_kept));
  if (n_skipped > 0)
    append_line (text, g_strdup_printf (ngettext ("%u entry of the file was not understood.",
                                                  "%u entries of the file were not understood.", n_skipped),
                                        n_skipped));
}

static void
show_effect (PlanYearWindow *self)
{
  const PlanYearEffect *effect = self->effect;
  GString *text = g_string_new (NULL);

  append_counts (text, effect, self->holidays->n_skipped);
  append_projects (text, self);
  gtk_label_set_label (self->summary, text->str);
  g_string_free (text, TRUE);
  plan_list_table_set_rows (self->tasks, effect->tasks->len, get_task_text, self);
  plan_list_table_set_rows (self->days, effect->days->len, get_day_text, self);
  gtk_widget_set_sensitive (self->apply, effect->days->len > 0);
  gtk_stack_set_visible_child_name (self->stack, "effect");
}

static void
show_error (PlanYearWindow *self, const GError *error)
{
  gtk_label_set_label (self->reason, error->message);
  gtk_stack_set_visible_child_name (self->stack, "error");
}

static void
tried_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree YearJob *job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlanYearEffect) effect = plan_document_try_year_finish (result, &error);
  PlanYearWindow *self = job->window;

  if (self == NULL)
    return;
  self->progress = NULL;
  g_clear_pointer (&self->effect, plan_year_effect_free);
  self->effect = g_steal_pointer (&effect);
  g_object_remove_weak_pointer (G_OBJECT (self), (gpointer *) &job->window);
  if (self->effect != NULL)
    show_effect (self);
  else
    show_error (self, error);
}

static void
start (PlanYearWindow *self)
{
  YearJob *job = g_new0 (YearJob, 1);

  if (self->progress != NULL)
    plan_progress_cancel (self->progress);
  job->window = self;
  g_object_add_weak_pointer (G_OBJECT (self), (gpointer *) &job->window);
  self->progress = &job->progress;
  self->revision = plan_document_get_revision (self->document);
  gtk_widget_set_sensitive (self->apply, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "busy");
  plan_document_try_year_async (self->document, self->calendar, plan_holidays_copy (self->holidays), &job->progress,
                                tried_cb, job);
}

/* What was worked out holds for the office as it was. */
static void
document_changed_cb (PlanYearWindow *self)
{
  if (plan_model_get_calendar (plan_document_get_model (self->document), self->calendar) == NULL)
    gtk_window_destroy (GTK_WINDOW (self));
  else if (self->progress == NULL && plan_document_get_revision (self->document) != self->revision)
    start (self);
}

static void
apply_cb (PlanYearWindow *self)
{
  g_autoptr (GError) error = NULL;

  g_signal_handlers_disconnect_by_func (self->document, document_changed_cb, self);
  if (plan_edit_year_add (self->document, self->calendar, self->holidays, &error))
    gtk_window_destroy (GTK_WINDOW (self));
  else
    show_error (self, error);
}

static void
plan_year_window_dispose (GObject *object)
{
  PlanYearWindow *self = PLAN_YEAR_WINDOW (object);

  if (self->progress != NULL)
    plan_progress_cancel (self->progress);
  self->progress = NULL;
  g_clear_object (&self->document);
  g_clear_pointer (&self->holidays, plan_holidays_free);
  G_OBJECT_CLASS (plan_year_window_parent_class)->dispose (object);
}

static void
plan_year_window_finalize (GObject *object)
{
  g_clear_pointer (&PLAN_YEAR_WINDOW (object)->effect, plan_year_effect_free);
  G_OBJECT_CLASS (plan_year_window_parent_class)->finalize (object);
}

static void
plan_year_window_class_init (PlanYearWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plan_year_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = plan_year_window_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
create_header (PlanYearWindow *self)
{
  GtkWidget *header = adw_header_bar_new (), *cancel = gtk_button_new_with_label (C_("button", "Cancel"));

  self->apply = gtk_button_new_with_label (C_("button", "Apply"));
  gtk_widget_add_css_class (self->apply, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->apply);
  g_signal_connect_object (self->apply, "clicked", G_CALLBACK (apply_cb), self, G_CONNECT_SWAPPED);
  return header;
}

static void
add_table (GtkWidget *box, const char *title, GtkWidget *table)
{
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "table-title");
  gtk_widget_set_vexpand (table, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), table);
}

static GtkWidget *
create_effect (PlanYearWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->summary = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->summary, 0);
  gtk_label_set_wrap (self->summary, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->summary), "compare-summary");
  self->tasks = PLAN_LIST_TABLE (plan_list_table_new (_("Plans that move"), task_columns, G_N_ELEMENTS (task_columns)));
  self->days = PLAN_LIST_TABLE (plan_list_table_new (_("Days that change"), day_columns, G_N_ELEMENTS (day_columns)));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->summary));
  add_table (box, _("Plans that move"), GTK_WIDGET (self->tasks));
  add_table (box, _("Days that change"), GTK_WIDGET (self->days));
  return box;
}

static void
plan_year_window_init (PlanYearWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *spinner = gtk_spinner_new ();

  self->stack = GTK_STACK (gtk_stack_new ());
  self->reason = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->reason, TRUE);
  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_accessible_update_property (GTK_ACCESSIBLE (spinner), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Working out which plans move"), -1);
  gtk_stack_add_named (self->stack, spinner, "busy");
  gtk_stack_add_named (self->stack, create_effect (self), "effect");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->reason), "error");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (box), create_header (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->apply);
}

/**
 * plan_year_window_new:
 * @calendar: a calendar of the office
 * @holidays: (transfer full): what may be taken into it
 *
 * Returns: (transfer none): a window, not shown yet; like all windows it belongs to GTK
 */
GtkWindow *
plan_year_window_new (GtkWindow *parent, PlanDocument *document, PlanId calendar, PlanHolidays *holidays)
{
  const PlanCalendar *record = plan_model_get_calendar (plan_document_get_model (document), calendar);
  /* Translators: title of a window; %s is the name of a calendar */
  g_autofree char *title = g_strdup_printf (_("Holidays for “%s”"), record->name != NULL ? record->name : "");
  PlanYearWindow *self = g_object_new (PLAN_TYPE_YEAR_WINDOW, "transient-for", parent, "destroy-with-parent", TRUE,
                                       "modal", TRUE, "title", title,
                                       "default-width", 720, "default-height", 600, NULL);

  self->document = g_object_ref (document);
  self->calendar = calendar;
  self->holidays = holidays;
  g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), self, G_CONNECT_SWAPPED);
  start (self);
  return GTK_WINDOW (self);
}
