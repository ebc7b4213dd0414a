/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What determines the dates of each task, in Planwright JSON: of its start, and where its finish is not what start and
 * duration say, of its finish. Computed, so readers pass over it. Where dates of the imported file are written it is left
 * out, because it would speak of others.
 */

#include "plan-json-private.h"

#include "plan-driver-text.h"

/* Which task or resource it is about: a predecessor, a subtask, a summary above, or who works on it. */
static void
write_other (PlanJsonExport *self, const PlanDriver *driver, guint task)
{
  guint other = driver->other != PLAN_INDEX_NONE ? driver->other : driver->owner;

  if (driver->resource != PLAN_INDEX_NONE)
    plan_json_write_uid (self, PLAN_RECORD_RESOURCE, "resource",
                         plan_record_get_id (plan_model_get_at (self->model, PLAN_RECORD_RESOURCE, driver->resource)));
  if (other != task)
    plan_json_write_uid (self, PLAN_RECORD_TASK, "uid", plan_model_get_task_at (self->model, other)->id);
  if (driver->owner != task && driver->owner != other)
    plan_json_write_uid (self, PLAN_RECORD_TASK, "parent", plan_model_get_task_at (self->model, driver->owner)->id);
}

/* What a summary passes on has a kind of its own. */
static const char *
get_kind (const PlanDriver *driver, guint task)
{
  return driver->owner != task ? "parent" : plan_driver_kind_get_key (driver->kind);
}

static void
write_driver (PlanJsonExport *self, const PlanDriver *driver, const PlanOutline *outline, guint task)
{
  g_autofree char *text = plan_driver_describe (driver, self->model, outline, task);

  plan_json_writer_begin_object (self->writer, NULL);
  plan_json_writer_string (self->writer, "kind", get_kind (driver, task));
  if (driver->end == PLAN_DRIVER_OF_FINISH)
    plan_json_writer_string (self->writer, "of", "finish");
  write_other (self, driver, task);
  plan_json_writer_instant (self->writer, "instant", driver->instant);
  if (driver->amount != 0)
    plan_json_writer_decimal (self->writer, "amount", driver->amount, 1);
  plan_json_writer_string (self->writer, "text", text);
  plan_json_writer_end_object (self->writer);
}

/**
 * plan_json_write_drivers:
 * @outline: the tasks that are written, for the numbers of their rows
 * @task: index of the task
 *
 * Writes what determines the dates of a task, when it has any that were computed.
 */
void
plan_json_write_drivers (PlanJsonExport *self, const PlanOutline *outline, guint task)
{
  g_autoptr (GArray) drivers = g_array_new (FALSE, FALSE, sizeof (PlanDriver));

  if (self->what->schedule == NULL ||
      (self->what->file_dates && plan_export_get_imported (&self->index, plan_model_get_task_at (self->model, task)->id) != NULL))
    return;
  if (self->finder == NULL)
    {
      self->links = plan_task_index_new (self->model);
      self->finder = plan_driver_finder_new (self->what->schedule, self->model, self->links);
    }
  plan_driver_finder_list (self->finder, task, PLAN_DRIVER_OF_START, drivers);
  plan_driver_finder_list (self->finder, task, PLAN_DRIVER_OF_FINISH, drivers);
  if (drivers->len == 0)
    return;
  plan_json_writer_begin_array (self->writer, "drivers");
  for (guint i = 0; i < drivers->len; i++)
    write_driver (self, &g_array_index (drivers, PlanDriver, i), outline, task);
  plan_json_writer_end_array (self->writer);
}
