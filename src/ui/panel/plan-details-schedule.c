/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dates of the task that the details panel shows, as rows of a table: each shows and takes the same text as the cell of
 * the sheet, and says how far it is from the baseline that the chart shows.
 */

#include "plan-details-panel-private.h"

#include "plan-percent-bar.h"

#include <glib/gi18n-lib.h>

/* Which value of the task is compared with the baseline. */
typedef enum {
  COMPARE_NOTHING,
  COMPARE_DURATION,
  COMPARE_START,
  COMPARE_FINISH,
} Comparison;

static const struct
{
  PlanColumnId column;
  Comparison comparison;
} rows[PLAN_N_DETAILS] = {
  { PLAN_COLUMN_DURATION, COMPARE_DURATION },
  { PLAN_COLUMN_START, COMPARE_START },
  { PLAN_COLUMN_FINISH, COMPARE_FINISH },
  { PLAN_COLUMN_TOTAL_SLACK, COMPARE_NOTHING },
  { PLAN_COLUMN_COMPLETE, COMPARE_NOTHING },
  { PLAN_COLUMN_DEADLINE, COMPARE_NOTHING },
  { PLAN_COLUMN_CONSTRAINT, COMPARE_NOTHING },
  { PLAN_COLUMN_CONSTRAINT_DATE, COMPARE_NOTHING },
};

#define COMPLETE_ROW 4

/**
 * plan_details_has_field:
 *
 * Returns: whether the column has a row of its own above the groups
 */
gboolean
plan_details_has_field (PlanColumnId column)
{
  for (guint i = 0; i < PLAN_N_DETAILS; i++)
    if (rows[i].column == column)
      return TRUE;
  return FALSE;
}

/* Makes the rows of a new panel. */
void
plan_details_add_fields (PlanDetailsPanel *self)
{
  for (guint i = 0; i < PLAN_N_DETAILS; i++)
    {
      self->fields[i] = plan_details_create_field (self, rows[i].column, plan_details_apply);
      gtk_box_append (self->schedule_box, GTK_WIDGET (self->fields[i]));
    }
  plan_panel_field_add_bar (self->fields[COMPLETE_ROW], plan_percent_bar_new ());
}

/* By how many working ticks the task is later or longer than planned. Returns: whether that can be said. */
static gboolean
compare (const PlanBaseline *baseline, const PlanScheduledTask *dates, const PlanWorktime *worktime, Comparison comparison,
         PlanTicks *variance)
{
  if (baseline == NULL || worktime == NULL || dates->start == PLAN_TICKS_NONE || baseline->start == PLAN_TICKS_NONE ||
      baseline->finish == PLAN_TICKS_NONE)
    return FALSE;
  switch (comparison)
    {
    case COMPARE_DURATION:
      *variance = plan_worktime_work (worktime, dates->start, dates->finish) -
                  plan_worktime_work (worktime, baseline->start, baseline->finish);
      return TRUE;
    case COMPARE_START:
      *variance = plan_worktime_work (worktime, baseline->start, dates->start);
      return TRUE;
    case COMPARE_FINISH:
      *variance = plan_worktime_work (worktime, baseline->finish, dates->finish);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
update_bar (PlanDetailsPanel *self, const PlanScheduledTask *dates)
{
  GtkWidget *bar = gtk_widget_get_first_child (GTK_WIDGET (self->fields[COMPLETE_ROW]));

  bar = gtk_widget_get_next_sibling (gtk_widget_get_first_child (gtk_widget_get_first_child (bar)));
  plan_percent_bar_set (PLAN_PERCENT_BAR (bar), dates->percent_complete, dates->critical && !dates->summary, dates->summary);
}

static void
update_against (PlanDetailsPanel *self, const PlanBaseline *baseline)
{
  g_autofree char *text = NULL;

  if (baseline != NULL && baseline->number > 0)
    /* Translators: heading of a column; %d is the number of a baseline, 1 to 10 */
    text = g_strdup_printf (_("against baseline %d"), baseline->number);
  gtk_label_set_label (GTK_LABEL (self->against), text != NULL ? text : _("against baseline"));
  gtk_widget_set_visible (self->against, baseline != NULL);
}

/* Shows the dates as they are now. Rows that say nothing of this task are left out. */
void
plan_details_update_schedule (PlanDetailsPanel *self)
{
  PlanCellSource source = plan_row_list_get_source (self->list);
  guint row = plan_details_get_row (self), index = source.outline->rows[row].task;
  const PlanTask *task = plan_model_get_task_at (source.model, index);
  const PlanScheduledTask *dates = plan_schedule_get_task (source.schedule, index);
  const PlanWorktime *worktime = plan_schedule_get_task_worktime (source.schedule, source.model, index);
  const PlanBaseline *baseline = plan_task_index_find_baseline (source.index, source.model, index, plan_row_list_get_baseline (self->list));
  PlanConversion conversion;

  plan_project_get_conversion (plan_model_get_project (source.model, task->project), &conversion);
  for (guint i = 0; i < PLAN_N_DETAILS; i++)
    {
      PlanTicks ticks;
      gboolean compared = compare (baseline, dates, worktime, rows[i].comparison, &ticks);
      g_autofree char *variance = compared ? plan_variance_format (ticks, &conversion) : NULL;

      plan_details_update_field (self, self->fields[i], &source, row);
      plan_panel_field_set_side (self->fields[i], baseline != NULL && rows[i].column != PLAN_COLUMN_CONSTRAINT ? compared ? variance : "" : NULL,
                                 compared && ticks > 0 ? "warn-text" : "secondary");
      if (rows[i].column == PLAN_COLUMN_TOTAL_SLACK)
        gtk_widget_set_visible (GTK_WIDGET (self->fields[i]), !dates->summary && dates->percent_complete < PLAN_PERCENT_HUNDRED);
      if (rows[i].column == PLAN_COLUMN_CONSTRAINT_DATE)
        gtk_widget_set_visible (GTK_WIDGET (self->fields[i]),
                                (task->constraint != PLAN_CONSTRAINT_ASAP && task->constraint != PLAN_CONSTRAINT_ALAP) ||
                                  task->constraint_date != PLAN_TICKS_NONE || plan_panel_field_get_reason (self->fields[i]) != NULL);
    }
  update_against (self, baseline);
  update_bar (self, dates);
}

static void
add_chip (PlanDetailsPanel *self, const char *text, const char *css_class)
{
  GtkWidget *chip = gtk_label_new (text);

  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_add_css_class (chip, css_class);
  gtk_box_append (self->chips, chip);
}

/* Says in words what kind of task it is and how it stands. */
void
plan_details_update_chips (PlanDetailsPanel *self)
{
  PlanCellSource source = plan_row_list_get_source (self->list);
  guint index = source.outline->rows[plan_details_get_row (self)].task;
  const PlanTask *task = plan_model_get_task_at (source.model, index);
  const PlanScheduledTask *dates = plan_schedule_get_task (source.schedule, index);
  gboolean complete = dates->percent_complete >= PLAN_PERCENT_HUNDRED;

  plan_details_clear (self->chips);
  if (task->blank)
    {
      add_chip (self, C_("chip", "Empty line"), "info");
      return;
    }
  if (dates->summary)
    add_chip (self, C_("chip", "Summary"), "info");
  else if (task->gate)
    add_chip (self, C_("chip", "Gate"), "info");
  else if (task->milestone)
    add_chip (self, C_("chip", "Milestone"), "info");
  if (task->manual)
    add_chip (self, C_("chip", "Manual"), "info");
  if (!task->active)
    add_chip (self, C_("chip", "Inactive"), "info");
  if (dates->deadline_missed && !complete)
    add_chip (self, C_("chip", "Deadline missed"), "bad");
  if (complete)
    add_chip (self, C_("chip", "Complete"), "ok");
  else if (dates->critical && !dates->summary)
    add_chip (self, C_("chip", "Critical"), "bad");
}
