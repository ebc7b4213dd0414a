/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the Gantt chart says in words: tooltips of bars, links and days, and the name and description that screen readers
 * read out.
 */

#include "plan-gantt-view-private.h"

#include "plan-driver-text.h"
#include "plan-text.h"

#include <glib/gi18n-lib.h>

static void
append_line (GString *text, const char *line)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

static char *
format_duration (PlanTicks ticks, PlanUnit unit, const PlanConversion *conversion)
{
  PlanDuration duration = { ticks, plan_unit_is_known (unit) ? unit : PLAN_UNIT_DAY, FALSE };

  return plan_duration_format (&duration, conversion);
}

static void
append_dates (GString *text, const PlanScheduledTask *dates, gboolean is_instant)
{
  g_autofree char *start = plan_date_format (dates->start, PLAN_DATE_LONG);
  g_autofree char *finish = plan_date_format (dates->finish, PLAN_DATE_LONG);
  g_autofree char *line = NULL;

  if (is_instant || g_str_equal (start, finish))
    line = g_strdup (finish);
  else
    /* Translators: two dates: from the first to the second */
    line = g_strdup_printf (C_("dates", "%s – %s"), start, finish);
  append_line (text, line);
}

static void
append_duration (GString *text, const PlanTask *task, const PlanScheduledTask *dates, const PlanConversion *conversion)
{
  g_autofree char *duration = format_duration (dates->duration, dates->summary ? PLAN_UNIT_DAY : task->duration_unit, conversion);
  /* Translators: %s is a duration, for instance "5 d" */
  g_autofree char *line = g_strdup_printf (_("Duration: %s"), duration);

  append_line (text, line);
}

static void
append_slack (GString *text, const PlanScheduledTask *dates, const PlanConversion *conversion)
{
  g_autofree char *slack = NULL;
  g_autofree char *line = NULL;

  if (dates->percent_complete >= PLAN_PERCENT_HUNDRED)
    return;
  slack = format_duration (dates->total_slack, PLAN_UNIT_DAY, conversion);
  if (dates->critical)
    /* Translators: %s is a duration, for instance "0 d" */
    line = g_strdup_printf (_("Critical, total slack: %s"), slack);
  else
    line = g_strdup_printf (_("Total slack: %s"), slack);
  append_line (text, line);
}

static void
append_status (GString *text, const PlanTask *task, const PlanScheduledTask *dates)
{
  g_autofree char *percent = plan_percent_format (dates->percent_complete);
  /* Translators: %s is a percentage, for instance "25 %" */
  g_autofree char *line = g_strdup_printf (_("Complete: %s"), percent);

  append_line (text, line);
  if (task->deadline != PLAN_TICKS_NONE)
    {
      g_autofree char *deadline = plan_date_format (task->deadline, PLAN_DATE_LONG);
      g_autofree char *sentence = g_strdup_printf (dates->deadline_missed ? _("Deadline missed: %s") : _("Deadline: %s"), deadline);

      append_line (text, sentence);
    }
}

/* Why the task is where it is. */
static void
append_driver (GString *text, PlanGanttView *self, guint task)
{
  PlanCellSource source = plan_row_list_get_source (self->list);
  PlanDriver driver = plan_driver_find (source.schedule, source.model, source.index, task);
  g_autofree char *line = plan_driver_describe (&driver, source.model, source.outline, task);

  if (line != NULL)
    append_line (text, line);
}

/* Name, dates, duration, slack, status and cause of a task, one below the other, without markup. */
char *
plan_gantt_view_describe_row (PlanGanttView *self, guint row)
{
  const PlanModel *model = plan_row_list_get_model (self->list);
  const PlanTask *task = plan_model_get_task_at (model, plan_row_list_get_rows (self->list)->task[row]);
  const PlanScheduledTask *dates = plan_schedule_get_task (plan_gantt_view_get_schedule (self), plan_row_list_get_rows (self->list)->task[row]);
  GString *text = g_string_new (NULL);
  PlanConversion conversion;

  plan_project_get_conversion (plan_model_get_project (model, task->project), &conversion);
  append_line (text, task->name != NULL ? task->name : _("A task without a name"));
  if (dates->start != PLAN_TICKS_NONE && dates->finish != PLAN_TICKS_NONE)
    {
      append_dates (text, dates, dates->duration == 0);
      if (dates->duration > 0)
        append_duration (text, task, dates, &conversion);
      append_slack (text, dates, &conversion);
      append_status (text, task, dates);
      append_driver (text, self, plan_row_list_get_rows (self->list)->task[row]);
    }
  return g_string_free (text, FALSE);
}

/* The description with its first line in bold. */
static char *
describe_task_in_markup (PlanGanttView *self, guint row)
{
  g_autofree char *text = plan_gantt_view_describe_row (self, row);
  g_auto (GStrv) parts = g_strsplit (text, "\n", 2);

  return g_markup_printf_escaped ("<b>%s</b>\n%s", parts[0], parts[1] != NULL ? parts[1] : "");
}

static char *
describe_link (PlanGanttView *self, guint index)
{
  const PlanModel *model = plan_row_list_get_model (self->list);
  const PlanLink *link = plan_model_get_link_at (model, index);
  const PlanTask *from = plan_model_get_task (model, link->predecessor);
  const PlanTask *to = plan_model_get_task (model, link->successor);
  PlanLag lag = { link->lag, link->lag_unit };
  PlanConversion conversion;
  g_autofree char *lag_text = NULL;
  g_autofree char *text = NULL;

  plan_project_get_conversion (plan_model_get_project (model, to->project), &conversion);
  lag_text = link->lag != 0 ? plan_lag_to_text (&lag, &conversion) : g_strdup ("");
  if (link->lag > 0)
    {
      g_autofree char *unsigned_text = g_steal_pointer (&lag_text);

      lag_text = g_strconcat ("+", unsigned_text, NULL);
    }
  /* Translators: a link: predecessor, successor, its type as in a cell ("FS"), its lag or nothing */
  text = g_strdup_printf (_("%s → %s\n%s%s"), from->name, to->name, plan_link_type_get_symbol (link->type), lag_text);
  return g_markup_escape_text (text, -1);
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
    return describe_link (self, hit.link);
  if (hit.kind == PLAN_HIT_NONE || hit.kind == PLAN_HIT_ROW || row == PLAN_INDEX_NONE)
    return describe_day (self, x);
  return describe_task_in_markup (self, row);
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
