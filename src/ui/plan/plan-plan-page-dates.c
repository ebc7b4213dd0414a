/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Moving the task under the cursor by working days and changing its duration by keyboard: what dragging its bar does.
 */

#include "plan-plan-page-private.h"

#include "plan-edits.h"

#include <glib/gi18n-lib.h>

/* The task under the cursor, or NULL when it has no dates or they follow from its subtasks. */
static const PlanTask *
get_task (PlanPlanPage *self, guint *index)
{
  const PlanTask *task;
  guint row;

  if (!plan_sheet_finish_edit (self->sheet))
    return NULL;
  row = plan_row_list_get_cursor_row (self->list);
  if (row >= plan_row_list_get_n (self->list))
    return NULL;
  *index = plan_row_list_get_rows (self->list)->task[row];
  task = plan_row_list_get_task (self->list, row);
  if (plan_row_list_is_summary (self->list, row))
    {
      g_autofree char *sentence =
        /* Translators: %s is the name of a summary task */
        g_strdup_printf (_("The dates of “%s” follow from its tasks."), task->name != NULL ? task->name : "");

      plan_plan_page_tell (self, sentence);
      return NULL;
    }
  return plan_schedule_get_task (plan_document_get_schedule (self->document), *index)->start != PLAN_TICKS_NONE ? task : NULL;
}

static PlanTicks
get_day (PlanPlanPage *self, const PlanTask *task)
{
  PlanConversion conversion;

  plan_project_get_conversion (plan_model_get_project (plan_document_get_model (self->document), task->project), &conversion);
  return plan_unit_is_elapsed (task->duration_unit) ? PLAN_TICKS_PER_DAY : conversion.per_day;
}

/* The start a working day away from what it is. */
static PlanTicks
get_other_start (PlanPlanPage *self, const PlanTask *task, guint index, int days)
{
  const PlanSchedule *schedule = plan_document_get_schedule (self->document);
  const PlanWorktime *worktime = plan_schedule_get_task_worktime (schedule, plan_document_get_model (self->document), index);
  PlanTicks start = plan_schedule_get_task (schedule, index)->start;

  if (worktime == NULL || plan_unit_is_elapsed (task->duration_unit))
    return start + days * PLAN_TICKS_PER_DAY;
  start = plan_worktime_add (worktime, start, days * get_day (self, task));
  return task->duration > 0 ? plan_worktime_next (worktime, start) : start;
}

/* The number of days an action moves or lengthens by. */
static int
get_days (GSimpleAction *action)
{
  const char *name = g_action_get_name (G_ACTION (action));

  return g_str_equal (name, "earlier") || g_str_equal (name, "shorter") ? -1 : 1;
}

static void
move_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlanPlanPage *self = data;
  g_autoptr (GError) error = NULL;
  guint index;
  const PlanTask *task = get_task (self, &index);

  if (task != NULL &&
      !plan_edit_task_set_start (self->document, task->id, get_other_start (self, task, index, get_days (action)), &error))
    plan_plan_page_tell (self, error->message);
}

static void
resize_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlanPlanPage *self = data;
  g_autoptr (GError) error = NULL;
  guint index;
  const PlanTask *task = get_task (self, &index);
  PlanValue value;

  if (task == NULL)
    return;
  value = PLAN_VALUE_OF_INTEGER (MAX (task->duration + get_days (action) * get_day (self, task), 0));
  if (!plan_edit_set (self->document, PLAN_FIELD_TASK_DURATION, task->id, &value, &error))
    plan_plan_page_tell (self, error->message);
}

static const GActionEntry entries[] = {
  { "earlier", move_cb },
  { "later", move_cb },
  { "shorter", resize_cb },
  { "longer", resize_cb },
};

/* Adds these actions to the group "task". */
void
plan_plan_page_add_date_actions (PlanPlanPage *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self->task_actions), entries, G_N_ELEMENTS (entries), self);
}
