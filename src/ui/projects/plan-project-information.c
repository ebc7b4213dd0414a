/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The information about a project: a row for each field, made from the field table. Every row is an edit of its own as soon
 * as it is left or Enter is pressed; what is refused stays, with the reason below it. The window follows the office, so that
 * undo is seen here, too.
 */

#include "plan-project-information.h"

#include "plan-field-row.h"

#include <glib/gi18n-lib.h>

typedef enum {
  GROUP_GENERAL,
  GROUP_SCHEDULE,
  GROUP_PROGRESS,
  GROUP_UNITS,
  GROUP_NEW_TASKS,
  N_GROUPS
} Group;

static const char *const titles[N_GROUPS] = {
  [GROUP_GENERAL] = NC_("project information", "General"),
  [GROUP_SCHEDULE] = NC_("project information", "Schedule"),
  [GROUP_PROGRESS] = NC_("project information", "Progress"),
  [GROUP_UNITS] = NC_("project information", "Units of time and money"),
  [GROUP_NEW_TASKS] = NC_("project information", "New tasks"),
};

/* The rows in order. */
static const struct
{
  Group group;
  PlanFieldId field;
} rows[] = {
  { GROUP_GENERAL, PLAN_FIELD_PROJECT_NAME },
  { GROUP_GENERAL, PLAN_FIELD_PROJECT_CODE },
  { GROUP_GENERAL, PLAN_FIELD_PROJECT_PROGRAMME },
  { GROUP_GENERAL, PLAN_FIELD_PROJECT_MANAGER },
  { GROUP_GENERAL, PLAN_FIELD_PROJECT_SPONSOR },
  { GROUP_GENERAL, PLAN_FIELD_PROJECT_CLASSIFICATION },
  { GROUP_GENERAL, PLAN_FIELD_PROJECT_NOTES },
  { GROUP_SCHEDULE, PLAN_FIELD_PROJECT_SCHEDULE_FROM },
  { GROUP_SCHEDULE, PLAN_FIELD_PROJECT_START },
  { GROUP_SCHEDULE, PLAN_FIELD_PROJECT_FINISH },
  { GROUP_SCHEDULE, PLAN_FIELD_PROJECT_CALENDAR },
  { GROUP_SCHEDULE, PLAN_FIELD_PROJECT_PRIORITY },
  { GROUP_SCHEDULE, PLAN_FIELD_PROJECT_CRITICAL_SLACK },
  { GROUP_SCHEDULE, PLAN_FIELD_PROJECT_LATE_FINISH_EXTENDS },
  { GROUP_PROGRESS, PLAN_FIELD_PROJECT_STATUS_DATE },
  { GROUP_PROGRESS, PLAN_FIELD_PROJECT_UPDATE_RESOURCES },
  { GROUP_PROGRESS, PLAN_FIELD_PROJECT_SPLIT_IN_PROGRESS },
  { GROUP_PROGRESS, PLAN_FIELD_PROJECT_MOVE_COMPLETED_BACK },
  { GROUP_PROGRESS, PLAN_FIELD_PROJECT_MOVE_REMAINING_BACK },
  { GROUP_PROGRESS, PLAN_FIELD_PROJECT_MOVE_REMAINING_FORWARD },
  { GROUP_PROGRESS, PLAN_FIELD_PROJECT_MOVE_COMPLETED_FORWARD },
  { GROUP_UNITS, PLAN_FIELD_PROJECT_MINUTES_PER_DAY },
  { GROUP_UNITS, PLAN_FIELD_PROJECT_MINUTES_PER_WEEK },
  { GROUP_UNITS, PLAN_FIELD_PROJECT_DAYS_PER_MONTH },
  { GROUP_UNITS, PLAN_FIELD_PROJECT_CURRENCY },
  { GROUP_NEW_TASKS, PLAN_FIELD_PROJECT_NEW_TASKS_MANUAL },
  { GROUP_NEW_TASKS, PLAN_FIELD_PROJECT_DEFAULT_TASK_TYPE },
  { GROUP_NEW_TASKS, PLAN_FIELD_PROJECT_NEW_TASKS_ESTIMATED },
  { GROUP_NEW_TASKS, PLAN_FIELD_PROJECT_NEW_TASKS_EFFORT_DRIVEN },
};

struct _PlanProjectInformation
{
  AdwPreferencesWindow parent_instance;

  PlanDocument *document;
  PlanId project;
  PlanFieldRow *rows[G_N_ELEMENTS (rows)];
};

G_DEFINE_FINAL_TYPE (PlanProjectInformation, plan_project_information, ADW_TYPE_PREFERENCES_WINDOW)

/* Only the end from which the project is scheduled can be set. */
static void
update (PlanProjectInformation *self)
{
  const PlanProject *project = plan_model_get_project (plan_document_get_model (self->document), self->project);
  gboolean from_finish = project->schedule_from == PLAN_SCHEDULE_FROM_FINISH;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      plan_field_row_update (self->rows[i]);
      if (rows[i].field == PLAN_FIELD_PROJECT_START || rows[i].field == PLAN_FIELD_PROJECT_FINISH)
        plan_field_row_set_visible (self->rows[i], (rows[i].field == PLAN_FIELD_PROJECT_FINISH) == from_finish);
    }
}

static void
document_changed_cb (PlanProjectInformation *self)
{
  if (plan_model_get_project (plan_document_get_model (self->document), self->project) == NULL)
    gtk_window_destroy (GTK_WINDOW (self));
  else
    update (self);
}

/* What still stands in an entry is taken; when it is refused, the window stays. */
static gboolean
plan_project_information_close_request (GtkWindow *window)
{
  PlanProjectInformation *self = PLAN_PROJECT_INFORMATION (window);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (!plan_field_row_apply (self->rows[i]))
      return TRUE;
  return GTK_WINDOW_CLASS (plan_project_information_parent_class)->close_request (window);
}

static void
plan_project_information_dispose (GObject *object)
{
  PlanProjectInformation *self = PLAN_PROJECT_INFORMATION (object);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_clear_object (&self->rows[i]);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (plan_project_information_parent_class)->dispose (object);
}

static void
plan_project_information_class_init (PlanProjectInformationClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plan_project_information_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = plan_project_information_close_request;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
plan_project_information_init (PlanProjectInformation *self)
{
}

static void
calendars_cb (PlanProjectInformation *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.calendars", NULL);
}

/* What is below the choice of a calendar: the calendars themselves. */
static void
add_calendar_button (PlanProjectInformation *self, PlanFieldRow *row)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-edit-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Change calendars"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Change calendars"), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (calendars_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (plan_field_row_get_widget (row)), button);
}

static void
add_rows (PlanProjectInformation *self)
{
  GtkWidget *page = adw_preferences_page_new ();

  for (Group group = 0; group < N_GROUPS; group++)
    {
      GtkWidget *box = adw_preferences_group_new ();

      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (box),
                                       g_dpgettext2 (GETTEXT_PACKAGE, "project information", titles[group]));
      for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
        if (rows[i].group == group)
          {
            self->rows[i] = plan_field_row_new (self->document, self->project, rows[i].field);
            plan_field_row_add_to (self->rows[i], ADW_PREFERENCES_GROUP (box));
            if (rows[i].field == PLAN_FIELD_PROJECT_CALENDAR)
              add_calendar_button (self, self->rows[i]);
          }
      adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (box));
    }
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self), ADW_PREFERENCES_PAGE (page));
}

/**
 * plan_project_information_new:
 * @project: a project of the office
 *
 * Returns: (transfer none): a window, not shown yet; like all windows it belongs to GTK
 */
GtkWindow *
plan_project_information_new (GtkWindow *parent, PlanDocument *document, PlanId project)
{
  PlanProjectInformation *self = g_object_new (PLAN_TYPE_PROJECT_INFORMATION,
                                               "transient-for", parent,
                                               "destroy-with-parent", TRUE,
                                               "title", _("Project information"),
                                               "default-width", 560,
                                               "default-height", 640,
                                               "modal", FALSE,
                                               NULL);

  self->document = g_object_ref (document);
  self->project = project;
  add_rows (self);
  update (self);
  g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WINDOW (self);
}

/**
 * plan_project_information_get_row:
 *
 * Returns: (transfer none) (nullable): the row of a field
 */
GtkWidget *
plan_project_information_get_row (PlanProjectInformation *self, PlanFieldId field)
{
  g_return_val_if_fail (PLAN_IS_PROJECT_INFORMATION (self), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].field == field)
      return plan_field_row_get_widget (self->rows[i]);
  return NULL;
}
