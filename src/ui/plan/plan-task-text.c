/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What charts say of a task and of a link in words: in tooltips and to screen readers.
 */

#include "plan-task-text.h"

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
append_driver (GString *text, PlanRowList *list, guint task)
{
  PlanCellSource source = plan_row_list_get_source (list);
  PlanDriver driver = plan_driver_find (source.schedule, source.model, source.index, task);
  g_autofree char *line = plan_driver_describe (&driver, source.model, source.outline, task);

  if (line != NULL)
    append_line (text, line);
}

/**
 * plan_task_text_describe:
 * @list: rows of a project; @index: of a task in its model
 *
 * Returns: (transfer full): name, dates, duration, slack, status and cause of a task, one below the other, without markup
 */
char *
plan_task_text_describe (PlanRowList *list, guint index)
{
  const PlanModel *model = plan_row_list_get_model (list);
  const PlanTask *task = plan_model_get_task_at (model, index);
  const PlanScheduledTask *dates = plan_schedule_get_task (plan_document_get_schedule (plan_row_list_get_document (list)), index);
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
      append_driver (text, list, index);
    }
  return g_string_free (text, FALSE);
}

/**
 * plan_task_text_in_markup:
 *
 * Returns: (transfer full): the description with its first line in bold, for a tooltip
 */
char *
plan_task_text_in_markup (PlanRowList *list, guint index)
{
  g_autofree char *text = plan_task_text_describe (list, index);
  g_auto (GStrv) parts = g_strsplit (text, "\n", 2);

  return g_markup_printf_escaped ("<b>%s</b>\n%s", parts[0], parts[1] != NULL ? parts[1] : "");
}

/**
 * plan_task_text_link_in_markup:
 * @index: of a link in the model
 *
 * Returns: (transfer full): from which task to which it goes, its type and lag, for a tooltip
 */
char *
plan_task_text_link_in_markup (PlanRowList *list, guint index)
{
  const PlanModel *model = plan_row_list_get_model (list);
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
