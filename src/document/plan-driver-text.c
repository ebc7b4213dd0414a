/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What determines when a task starts, as one sentence. Tasks of the same project are named with the number of their row.
 */

#include "plan-driver-text.h"

#include <glib/gi18n-lib.h>

/* By PlanConstraint. Translators: why a task is where it is; %s is a date */
static const char *const own_constraints[] = {
  [PLAN_CONSTRAINT_MSO] = N_("Must start on %s"),
  [PLAN_CONSTRAINT_MFO] = N_("Must finish on %s"),
  [PLAN_CONSTRAINT_SNET] = N_("Starts no earlier than %s"),
  [PLAN_CONSTRAINT_SNLT] = N_("Starts no later than %s"),
  [PLAN_CONSTRAINT_FNET] = N_("Finishes no earlier than %s"),
  [PLAN_CONSTRAINT_FNLT] = N_("Finishes no later than %s"),
};

static const char *
get_name (const PlanCellSource *source, guint task)
{
  const char *name = plan_model_get_task_at (source->model, task)->name;

  return name != NULL ? name : "";
}

/* "14 Payment contract", or for a task without a row here its name alone; "14" for one without a name. Sentences that end with it
 * must not end with a space: a wrapping GtkLabel is measured wrongly with one. */
static char *
name_task (const PlanCellSource *source, guint task)
{
  guint row = source->outline->row_of_task[task];

  if (row == PLAN_INDEX_NONE)
    return g_strdup (get_name (source, task));
  /* Translators: a task: the number of its row and its name */
  return g_strchomp (g_strdup_printf (C_("task", "%1$u %2$s"), row + 1, get_name (source, task)));
}

/* "FS+2d" */
static char *
format_link (const PlanCellSource *source, const PlanLink *link)
{
  const PlanTask *task = plan_model_get_task (source->model, link->successor);
  PlanLag lag = { link->lag, link->lag_unit };
  PlanConversion conversion;
  g_autofree char *text = NULL;

  plan_project_get_conversion (plan_model_get_project (source->model, task->project), &conversion);
  text = link->lag != 0 ? plan_lag_to_text (&lag, &conversion) : g_strdup ("");
  return g_strconcat (plan_link_type_get_symbol (link->type), link->lag > 0 ? "+" : "", text, NULL);
}

static char *
describe_link (const PlanDriver *driver, const PlanCellSource *source, guint task)
{
  g_autofree char *type = format_link (source, plan_model_get_link_at (source->model, driver->link));
  g_autofree char *name = name_task (source, driver->other);

  if (driver->owner == task)
    /* Translators: why a task is where it is: %1$s is a task ("14 Payment contract"), %2$s the type of the link ("FS") */
    return g_strdup_printf (_("Waits for %1$s (%2$s)"), name, type);
  /* Translators: %1$s is a summary task, %2$s is a task ("14 Payment contract"), %3$s the type of the link ("FS") */
  return g_strdup_printf (_("Its summary “%1$s” waits for %2$s (%3$s)"), get_name (source, driver->owner), name, type);
}

static char *
describe_constraint (const PlanDriver *driver, const PlanCellSource *source, guint task)
{
  const PlanTask *owner = plan_model_get_task_at (source->model, driver->owner);
  g_autofree char *date = plan_date_format (owner->constraint_date, PLAN_DATE_DAY_YEAR);

  if (driver->owner == task)
    return g_strdup_printf (_(own_constraints[owner->constraint]), date);
  /* Translators: %1$s is a summary task, %2$s a date */
  return g_strdup_printf (_("Its summary “%1$s” starts no earlier than %2$s"), get_name (source, driver->owner), date);
}

static char *
describe_subtask (const PlanDriver *driver, const PlanCellSource *source)
{
  g_autofree char *name = name_task (source, driver->other);

  /* Translators: of a summary task; %s is its first task ("14 Payment contract") */
  return g_strdup_printf (_("Starts with its task %s"), name);
}

/**
 * plan_driver_describe:
 * @driver: of plan_driver_find()
 * @source: what @driver was found in; its outline gives the numbers of rows
 * @task: index of the task
 *
 * Returns: (transfer full) (nullable): why the task starts when it starts; %NULL when it has no dates
 */
char *
plan_driver_describe (const PlanDriver *driver, const PlanCellSource *source, guint task)
{
  switch (driver->kind)
    {
    case PLAN_DRIVER_PROJECT_START:
      return g_strdup (_("Starts with the project"));
    case PLAN_DRIVER_LINK:
      return describe_link (driver, source, task);
    case PLAN_DRIVER_CONSTRAINT:
      return describe_constraint (driver, source, task);
    case PLAN_DRIVER_DELAY:
      return g_strdup (_("Delayed by levelling"));
    case PLAN_DRIVER_LATE:
      return g_strdup (_("Starts as late as possible"));
    case PLAN_DRIVER_ACTUAL:
      return g_strdup (_("Has started"));
    case PLAN_DRIVER_MANUAL:
      return g_strdup (_("Is scheduled by hand"));
    case PLAN_DRIVER_EXTERNAL:
      return g_strdup (_("Belongs to another file"));
    case PLAN_DRIVER_SUBTASK:
      return describe_subtask (driver, source);
    default:
      return NULL;
    }
}
