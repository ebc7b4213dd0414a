/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the Gantt chart says in words: tooltips of bars, links and days, and the name and description that screen readers
 * read out.
 */

#include "plan-gantt-view-private.h"

#include "plan-task-text.h"
#include "plan-text.h"

#include <glib/gi18n-lib.h>

/* Name, dates, duration, slack, status and cause of a task, one below the other, without markup. */
char *
plan_gantt_view_describe_row (PlanGanttView *self, guint row)
{
  return plan_task_text_describe (self->list, plan_row_list_get_rows (self->list)->task[row]);
}

/* A day that is not what its weekday promises is named. */
static char *
describe_day (PlanGanttView *self, double x)
{
  const PlanProject *project = plan_model_get_project (plan_row_list_get_model (self->list), plan_row_list_get_project (self->list));
  const PlanWorktime *worktime = plan_schedule_get_worktime (plan_gantt_view_get_schedule (self), project->calendar);
  PlanTicks at = plan_gantt_view_get_ticks_at (self, x);
  PlanDayKind kind;
  const char *name;
  g_autofree char *date = NULL;

  if (worktime == NULL || !plan_ticks_is_valid (at))
    return NULL;
  kind = plan_worktime_get_kind (worktime, plan_ticks_get_day (at));
  name = plan_worktime_get_name (worktime, plan_ticks_get_day (at));
  if (kind != PLAN_DAY_HOLIDAY && kind != PLAN_DAY_MAKEUP)
    return NULL;
  if (name == NULL || *name == '\0')
    name = kind == PLAN_DAY_HOLIDAY ? _("Day off") : _("Working day");
  date = plan_date_format (at, PLAN_DATE_LONG);
  return g_markup_printf_escaped ("<b>%s</b>\n%s", name, date);
}

/* What is at a point of the widget, as markup, or NULL. */
char *
plan_gantt_view_describe_place (PlanGanttView *self, double x, double y)
{
  guint row = plan_gantt_view_get_row_at (self, y);
  PlanGanttHit hit;

  if (!plan_gantt_view_has_rows (self))
    return NULL;
  if (y < plan_gantt_view_get_header_height (self))
    return describe_day (self, x);
  hit = plan_gantt_view_hit_at (self, x, y);
  if (hit.kind == PLAN_HIT_LINK)
    return plan_task_text_link_in_markup (self->list, hit.link);
  if (hit.kind == PLAN_HIT_NONE || hit.kind == PLAN_HIT_ROW || row == PLAN_INDEX_NONE)
    return describe_day (self, x);
  return plan_task_text_in_markup (self->list, plan_row_list_get_rows (self->list)->task[row]);
}

/* Tells screen readers what the chart shows and which task is selected. */
void
plan_gantt_view_update_accessible (PlanGanttView *self)
{
  const PlanProject *project = plan_model_get_project (plan_row_list_get_model (self->list), plan_row_list_get_project (self->list));
  const PlanScheduledProject *result = plan_schedule_get_project (plan_gantt_view_get_schedule (self), plan_row_list_get_project (self->list));
  guint row = plan_row_list_get_cursor_row (self->list);
  guint n_tasks = result != NULL ? result->n_tasks : 0;
  g_autofree char *finish = result != NULL ? plan_date_format (result->finish, PLAN_DATE_LONG) : g_strdup ("");
  g_autofree char *label = NULL;
  g_autofree char *description = NULL;

  label = g_strdup_printf (
    /* Translators: read out by screen readers: name of a project, its number of tasks, its finish, how many are critical */
    ngettext ("Gantt chart of %s: %u task, finish %s, %u critical", "Gantt chart of %s: %u tasks, finish %s, %u critical", n_tasks),
    project->name, n_tasks, finish, result != NULL ? result->n_critical : 0);
  if (row < plan_row_list_get_n (self->list))
    description = plan_gantt_view_describe_row (self, row);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description != NULL ? description : _("No task is selected."), -1);
}
