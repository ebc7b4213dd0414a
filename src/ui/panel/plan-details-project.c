/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the details panel shows when not one task is selected: the facts of the project, or what the selected tasks have in
 * common.
 */

#include "plan-details-panel-private.h"

#include "plan-health.h"

#include <glib/gi18n-lib.h>

/* Of more tasks only the number is shown, so that selecting all of a large plan stays quick. */
#define MOST_COMPARED 2000

static const PlanColumnId compared_columns[] = {
  PLAN_COLUMN_DURATION, PLAN_COLUMN_START,      PLAN_COLUMN_FINISH,   PLAN_COLUMN_COMPLETE,
  PLAN_COLUMN_RESOURCES, PLAN_COLUMN_CONSTRAINT, PLAN_COLUMN_CALENDAR,
};

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

/* The text that the column has in all rows, or NULL. */
static char *
get_common_text (const PlanCellSource *source, const GArray *tasks, PlanColumnId column)
{
  g_autofree char *common = NULL;

  for (guint i = 0; i < tasks->len; i++)
    {
      guint index = plan_model_find (source->model, PLAN_RECORD_TASK, g_array_index (tasks, PlanId, i));
      g_autofree char *text = plan_column_get_text (column, source, source->outline->row_of_task[index], PLAN_CELL_SHOWN);

      if (common == NULL)
        common = g_steal_pointer (&text);
      else if (g_strcmp0 (common, text) != 0)
        return NULL;
    }
  return g_steal_pointer (&common);
}

/* Shows what the selected tasks have in common. */
void
plan_details_update_many (PlanDetailsPanel *self)
{
  g_autoptr (GArray) tasks = plan_row_list_list_selected (self->list);
  /* Translators: title of the side panel; %u is a number of tasks */
  g_autofree char *title = g_strdup_printf (ngettext ("%u task selected", "%u tasks selected", tasks->len), tasks->len);
  PlanCellSource source = plan_row_list_get_source (self->list);

  gtk_label_set_label (self->many_title, title);
  plan_details_clear (self->many_box);
  for (guint i = 0; i < G_N_ELEMENTS (compared_columns) && tasks->len <= MOST_COMPARED; i++)
    {
      g_autofree char *text = get_common_text (&source, tasks, compared_columns[i]);

      if (text != NULL && *text != '\0')
        add_fact (self->many_box, g_dpgettext2 (GETTEXT_PACKAGE, "column", plan_column_get (compared_columns[i])->label), text, NULL, NULL);
    }
  gtk_widget_set_visible (self->many_card, gtk_widget_get_first_child (GTK_WIDGET (self->many_box)) != NULL);
}
