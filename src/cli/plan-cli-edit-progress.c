/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The edits of a script that have to do with progress, with pauses of tasks and with recurring tasks.
 */

#include "plan-cli-edit.h"

#include "plan-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a duration or an amount of work means in the project of the task. */
static gboolean
parse_amount (PlanCliEdit *self, PlanId task, const char *member, PlanUnit unit, PlanTicks *ticks, GError **error)
{
  const PlanModel *model = plan_document_get_model (self->document);
  g_autofree char *text = plan_cli_edit_dup_value (self, member);
  PlanConversion conversion;
  PlanDuration duration;

  plan_project_get_conversion (plan_model_get_project (model, plan_model_get_task (model, task)->project), &conversion);
  if (!plan_cli_edit_need (self, member, error) || !plan_duration_parse (text != NULL ? text : "", &conversion, unit, &duration, error))
    return FALSE;
  *ticks = duration.ticks;
  return TRUE;
}

static gboolean
set_remaining (PlanCliEdit *self, PlanId task, GError **error)
{
  PlanTicks ticks;

  return parse_amount (self, task, "value", PLAN_UNIT_DAY, &ticks, error) &&
         plan_edit_task_set_remaining_duration (self->document, task, ticks, error);
}

static gboolean
set_actual_work (PlanCliEdit *self, PlanId task, GError **error)
{
  PlanTicks ticks;

  return parse_amount (self, task, "value", PLAN_UNIT_HOUR, &ticks, error) &&
         plan_edit_task_set_actual_work (self->document, task, ticks, error);
}

static gboolean
set_percent_work (PlanCliEdit *self, PlanId task, GError **error)
{
  g_autofree char *text = plan_cli_edit_dup_value (self, "value");
  PlanPercent percent;

  return plan_cli_edit_need (self, "value", error) && plan_percent_parse (text != NULL ? text : "", &percent, error) &&
         plan_edit_task_set_percent_work (self->document, task, percent, error);
}

/* What is not stored of a task but can be typed, by its name in JSON. */
static const struct
{
  const char *field;
  gboolean (*set) (PlanCliEdit *self, PlanId task, GError **error);
} computed[] = {
  { "remaining_duration", set_remaining },
  { "actual_work", set_actual_work },
  { "percent_work_complete", set_percent_work },
};

/**
 * plan_cli_edit_is_computed:
 *
 * Returns: whether the field of tasks is not stored, but can be set
 */
gboolean
plan_cli_edit_is_computed (const char *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (computed); i++)
    if (g_strcmp0 (field, computed[i].field) == 0)
      return TRUE;
  return FALSE;
}

/**
 * plan_cli_edit_set_computed:
 * @field: one of plan_cli_edit_is_computed()
 *
 * Sets it to "value".
 *
 * Returns: whether the edit was made
 */
gboolean
plan_cli_edit_set_computed (PlanCliEdit *self, PlanId task, const char *field, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (computed); i++)
    if (strcmp (field, computed[i].field) == 0)
      return computed[i].set (self, task, error);
  g_return_val_if_reached (FALSE);
}

/* "tasks" or "rows" name some tasks, whose project it is then; without them it is the whole project. */
static gboolean
find_extent (PlanCliEdit *self, PlanId *project, GArray **tasks, PlanTicks *date, GError **error)
{
  gboolean some = json_object_has_member (self->request, "tasks") || json_object_has_member (self->request, "rows");

  *tasks = some ? plan_cli_edit_list_tasks (self, error) : g_array_new (FALSE, FALSE, sizeof (PlanId));
  if (*tasks == NULL)
    return FALSE;
  if ((*tasks)->len > 0)
    *project = plan_model_get_task (plan_document_get_model (self->document), g_array_index (*tasks, PlanId, 0))->project;
  else if (!plan_cli_edit_find_project (self, project, error))
    return FALSE;
  return plan_cli_edit_parse_instant (self, *project, "date", TRUE, date, error);
}

/**
 * plan_cli_edit_update_progress:
 *
 * Enters that work went as planned up to "date".
 *
 * Returns: whether the edit was made
 */
gboolean
plan_cli_edit_update_progress (PlanCliEdit *self, GError **error)
{
  g_autoptr (GArray) tasks = NULL;
  gboolean whole = g_strcmp0 (plan_cli_edit_get_text (self, "whole"), "yes") == 0;
  PlanId project;
  PlanTicks date;

  return find_extent (self, &project, &tasks, &date, error) &&
         plan_edit_progress_update (self->document, project, (const PlanId *) (gpointer) tasks->data, tasks->len, date, whole, error);
}

/**
 * plan_cli_edit_reschedule_work:
 *
 * Moves what is not done to after "date".
 *
 * Returns: whether the edit was made
 */
gboolean
plan_cli_edit_reschedule_work (PlanCliEdit *self, GError **error)
{
  g_autoptr (GArray) tasks = NULL;
  PlanId project;
  PlanTicks date;

  return find_extent (self, &project, &tasks, &date, error) &&
         plan_edit_work_reschedule (self->document, project, (const PlanId *) (gpointer) tasks->data, tasks->len, date, error);
}

/* The instant that a member says, of a task that becomes the one whose dates are answered. */
static gboolean
find_task_instant (PlanCliEdit *self, const char *member, PlanTicks *at, GError **error)
{
  return plan_cli_edit_find_task (self, "task", &self->task, error) &&
         plan_cli_edit_parse_instant (self, plan_model_get_task (plan_document_get_model (self->document), self->task)->project, member, FALSE, at, error);
}

/**
 * plan_cli_edit_split_task:
 *
 * Interrupts the task "at" an instant for a "length".
 *
 * Returns: whether the edit was made
 */
gboolean
plan_cli_edit_split_task (PlanCliEdit *self, GError **error)
{
  PlanTicks at, length;

  return find_task_instant (self, "at", &at, error) && parse_amount (self, self->task, "length", PLAN_UNIT_DAY, &length, error) &&
         plan_edit_task_split (self->document, self->task, at, length, error);
}

/**
 * plan_cli_edit_move_part:
 *
 * Moves the "part" of a split task to its "start".
 *
 * Returns: whether the edit was made
 */
gboolean
plan_cli_edit_move_part (PlanCliEdit *self, GError **error)
{
  const char *part;
  PlanTicks start;
  guint64 number;

  return plan_cli_edit_need_text (self, "part", &part, error) && find_task_instant (self, "start", &start, error) &&
         g_ascii_string_to_unsigned (part, 10, 0, G_MAXUINT16, &number, error) &&
         plan_edit_task_move_part (self->document, self->task, (guint) number, start, error);
}

/**
 * plan_cli_edit_join_task:
 *
 * Takes the pauses out of the task.
 *
 * Returns: whether the edit was made
 */
gboolean
plan_cli_edit_join_task (PlanCliEdit *self, GError **error)
{
  return plan_cli_edit_find_task (self, "task", &self->task, error) && plan_edit_task_join (self->document, self->task, error);
}

/* A whole number, or what stands for an absent one. */
static gboolean
get_number (PlanCliEdit *self, const char *member, gint32 fallback, gint32 *number, GError **error)
{
  const char *text = plan_cli_edit_get_text (self, member);
  gint64 value = fallback;

  if (text != NULL && !g_ascii_string_to_signed (text, 10, 0, G_MAXINT16, &value, error))
    return FALSE;
  *number = (gint32) value;
  return TRUE;
}

static gboolean
fail_word (const char *member, const char *text, GError **error)
{
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_PARSE,
               /* Translators: %1$s is the name of a member of a JSON object, %2$s its value */
               _("The edit’s “%1$s” cannot be “%2$s”."), member, text);
  return FALSE;
}

/* One of the words, of which the first stands for an absent one. */
static gboolean
get_word (PlanCliEdit *self, const char *member, const char *const *words, int *number, GError **error)
{
  const char *text = plan_cli_edit_get_text (self, member);

  for (*number = 0; words[*number] != NULL; (*number)++)
    if (text == NULL || strcmp (text, words[*number]) == 0)
      return TRUE;
  return fail_word (member, text, error);
}

static const char *const weekdays[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun", NULL };

/* "mon thu" as a mask, Monday its lowest bit. */
static gboolean
get_weekdays (PlanCliEdit *self, gint32 *mask, GError **error)
{
  const char *text = plan_cli_edit_get_text (self, "weekdays");
  g_auto (GStrv) words = g_strsplit_set (text != NULL ? text : "", " ,", -1);

  *mask = 0;
  for (guint i = 0; words[i] != NULL; i++)
    {
      guint day = 0;

      while (weekdays[day] != NULL && strcmp (weekdays[day], words[i]) != 0)
        day++;
      if (*words[i] != '\0' && weekdays[day] == NULL)
        return fail_word ("weekdays", text, error);
      if (*words[i] != '\0')
        *mask |= 1 << day;
    }
  return TRUE;
}

/* "from" a day, up to "to" another or "count" times. */
static gboolean
get_range (PlanCliEdit *self, PlanId project, PlanException *pattern, GError **error)
{
  PlanTicks first, last;

  if (!plan_cli_edit_parse_instant (self, project, "from", FALSE, &first, error) ||
      !get_number (self, "count", 0, &pattern->occurrences, error))
    return FALSE;
  pattern->start = plan_ticks_get_day (first);
  pattern->finish = PLAN_DAY_NONE;
  if (!json_object_has_member (self->request, "to"))
    return TRUE;
  if (!plan_cli_edit_parse_instant (self, project, "to", TRUE, &last, error))
    return FALSE;
  pattern->finish = plan_ticks_get_day (last);
  return TRUE;
}

static gboolean
get_pattern (PlanCliEdit *self, PlanId project, PlanException *pattern, GError **error)
{
  static const char *const patterns[] = { "daily", "weekly", "monthly", "yearly", NULL };
  static const PlanRecurrence by_day[] = { PLAN_RECURRENCE_DAILY, PLAN_RECURRENCE_WEEKLY, PLAN_RECURRENCE_MONTHLY_DAY, PLAN_RECURRENCE_YEARLY_DAY };
  PlanCivil civil;
  int kind, weekday;

  if (!get_word (self, "pattern", patterns, &kind, error) || !get_range (self, project, pattern, error) ||
      !get_number (self, "every", 1, &pattern->period, error) || !get_number (self, "position", 0, &pattern->position, error) ||
      !get_word (self, "weekday", weekdays, &weekday, error) || !get_weekdays (self, &pattern->weekdays, error))
    return FALSE;
  plan_day_to_civil (pattern->start, &civil);
  pattern->recurrence = by_day[kind];
  if (pattern->position > 0 && kind >= 2)
    pattern->recurrence = kind == 2 ? PLAN_RECURRENCE_MONTHLY_POSITION : PLAN_RECURRENCE_YEARLY_POSITION;
  pattern->position_item = weekday;
  return get_number (self, "day", civil.day, &pattern->month_day, error) && get_number (self, "month", civil.month, &pattern->month, error);
}

/**
 * plan_cli_edit_add_recurring:
 *
 * Adds a recurring task: "pattern" daily, weekly, monthly or yearly, "every" so many, on "weekdays", on a "day" of the month
 * or a "weekday" by its "position" (5 for the last), "from" a day "to" another or "count" times.
 *
 * Returns: whether the edit was made
 */
gboolean
plan_cli_edit_add_recurring (PlanCliEdit *self, GError **error)
{
  static const char *const days_off[] = { "move", "skip", "keep", NULL };
  g_autofree char *duration = plan_cli_edit_dup_value (self, "duration");
  PlanNewRecurring what = { .name = plan_cli_edit_get_text (self, "name"), .duration = duration, .time = -1 };
  PlanId project, after = PLAN_ID_NONE, id;
  int kind;

  if (!plan_cli_edit_find_place (self, &project, &after, error))
    return FALSE;
  if (!get_word (self, "days_off", days_off, &kind, error) || !get_pattern (self, project, &what.pattern, error))
    return FALSE;
  what.days_off = (PlanOccurrence) kind;
  if (!plan_edit_recurring_add (self->document, project, after, &what, &id, error))
    return FALSE;
  self->added_record = PLAN_RECORD_TASK;
  self->added = self->task = id;
  return TRUE;
}
