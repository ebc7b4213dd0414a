/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the details panel shows when no task is selected: the facts of the project.
 */

#include "plan-details-panel-private.h"

#include "plan-health.h"

#include <glib/gi18n-lib.h>

static void
add_fact (GtkBox *box, const char *label, const char *text, const char *side, const char *css_class)
{
  PlanPanelField *field = plan_panel_field_new (label, FALSE);

  plan_panel_field_set_text (field, text, NULL);
  plan_panel_field_set_side (field, side, css_class);
  gtk_box_append (box, GTK_WIDGET (field));
}

static void
add_number (GtkBox *box, const char *label, guint number)
{
  g_autofree char *text = plan_number_format (number, 0);

  add_fact (box, label, text, NULL, NULL);
}

/* Shows the project. */
void
plan_details_update_project (PlanDetailsPanel *self)
{
  const PlanModel *model = plan_row_list_get_model (self->list);
  const PlanSchedule *schedule = plan_document_get_schedule (plan_row_list_get_document (self->list));
  const PlanProject *project = plan_model_get_project (model, plan_row_list_get_project (self->list));
  const PlanScheduledProject *result = plan_schedule_get_project (schedule, project->id);
  g_autofree char *start = NULL, *finish = NULL, *variance = NULL;
  PlanHealthReason reason;
  PlanConversion conversion;

  gtk_label_set_label (self->project_title, project->name);
  plan_details_clear (self->project_box);
  gtk_label_set_label (self->project_hint, result == NULL || result->n_tasks == 0
                                             ? _("Type a name into the first row of the sheet to add a task.")
                                             : _("Select a task in the sheet or in the chart to see and change its details."));
  gtk_widget_set_visible (GTK_WIDGET (self->project_box), result != NULL && result->n_tasks > 0);
  if (result == NULL || result->n_tasks == 0)
    return;
  plan_health_of_project (model, schedule, project->id, &reason);
  plan_project_get_conversion (project, &conversion);
  start = plan_date_format (result->start, PLAN_DATE_DAY_YEAR);
  finish = plan_date_format (result->finish, PLAN_DATE_DAY_YEAR);
  variance = reason.variance != PLAN_TICKS_NONE ? plan_variance_format (reason.variance, &conversion) : NULL;
  add_fact (self->project_box, g_dpgettext2 (GETTEXT_PACKAGE, "column", plan_column_get (PLAN_COLUMN_START)->label), start,
            variance != NULL ? "" : NULL, NULL);
  add_fact (self->project_box, g_dpgettext2 (GETTEXT_PACKAGE, "column", plan_column_get (PLAN_COLUMN_FINISH)->label), finish,
            variance, reason.variance > 0 ? "warn-text" : "secondary");
  add_number (self->project_box, C_("panel", "Tasks"), result->n_tasks);
  add_number (self->project_box, C_("panel", "Critical tasks"), result->n_critical);
}
