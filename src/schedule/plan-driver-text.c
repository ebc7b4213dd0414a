/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What determines when a task starts or finishes, as one sentence. Tasks of the outline are named with the number of their
 * row.
 */

#include "plan-driver-text.h"

#include "plan-text.h"

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

/* What a sentence speaks of. */
typedef struct
{
  const PlanDriver *driver;
  const PlanModel *model;
  const PlanOutline *outline;
  guint task;
} Subject;

static const char *
get_name (const Subject *self, guint task)
{
  const char *name = plan_model_get_task_at (self->model, task)->name;

  return name != NULL ? name : "";
}

/* "14 Payment contract", or for a task without a row here its name alone; "14" for one without a name. Sentences that end with it
 * must not end with a space: a wrapping GtkLabel is measured wrongly with one. */
static char *
name_task (const Subject *self, guint task)
{
  guint row = self->outline != NULL ? self->outline->row_of_task[task] : PLAN_INDEX_NONE;

  if (row == PLAN_INDEX_NONE)
    return g_strdup (get_name (self, task));
  /* Translators: a task: the number of its row and its name */
  return g_strchomp (g_strdup_printf (C_("task", "%1$u %2$s"), row + 1, get_name (self, task)));
}

/* The name of who it is about, or NULL. */
static const char *
get_resource (const Subject *self)
{
  if (self->driver->resource == PLAN_INDEX_NONE)
    return NULL;
  return ((const PlanResource *) plan_model_get_at (self->model, PLAN_RECORD_RESOURCE, self->driver->resource))->name;
}

static void
get_conversion (const Subject *self, guint task, PlanConversion *conversion)
{
  plan_project_get_conversion (plan_model_get_project (self->model, plan_model_get_task_at (self->model, task)->project), conversion);
}

static char *
format_amount (const Subject *self)
{
  PlanUnit unit = self->driver->kind == PLAN_DRIVER_DELAY ? PLAN_UNIT_ELAPSED_DAY : PLAN_UNIT_DAY;
  PlanDuration amount = { self->driver->amount, unit, FALSE };
  PlanConversion conversion;

  get_conversion (self, self->task, &conversion);
  return plan_duration_format (&amount, &conversion);
}

/* "FS+2d" */
static char *
format_link (const Subject *self, const PlanLink *link)
{
  PlanLag lag = { link->lag, link->lag_unit };
  PlanConversion conversion;
  g_autofree char *text = NULL;

  get_conversion (self, plan_model_find (self->model, PLAN_RECORD_TASK, link->successor), &conversion);
  text = link->lag != 0 ? plan_lag_to_text (&lag, &conversion) : g_strdup ("");
  return g_strconcat (plan_link_type_get_symbol (link->type), link->lag > 0 ? "+" : "", text, NULL);
}

static char *
describe_link (const Subject *self)
{
  g_autofree char *type = format_link (self, plan_model_get_link_at (self->model, self->driver->link));
  g_autofree char *name = name_task (self, self->driver->other);

  if (self->driver->owner == self->task)
    /* Translators: why a task is where it is: %1$s is a task ("14 Payment contract"), %2$s the type of the link ("FS") */
    return g_strdup_printf (_("Waits for %1$s (%2$s)"), name, type);
  /* Translators: %1$s is a summary task, %2$s is a task ("14 Payment contract"), %3$s the type of the link ("FS") */
  return g_strdup_printf (_("Its summary “%1$s” waits for %2$s (%3$s)"), get_name (self, self->driver->owner), name, type);
}

static char *
describe_constraint (const Subject *self)
{
  const PlanTask *owner = plan_model_get_task_at (self->model, self->driver->owner);
  g_autofree char *date = plan_date_format (owner->constraint_date, PLAN_DATE_DAY_YEAR);

  if (self->driver->owner == self->task)
    return g_strdup_printf (_(own_constraints[owner->constraint]), date);
  /* Translators: %1$s is a summary task, %2$s a date */
  return g_strdup_printf (_("Its summary “%1$s” starts no earlier than %2$s"), get_name (self, self->driver->owner), date);
}

static char *
describe_subtask (const Subject *self)
{
  g_autofree char *name = name_task (self, self->driver->other);

  if (self->driver->end == PLAN_DRIVER_OF_FINISH)
    /* Translators: of a summary task; %s is its last task ("14 Payment contract") */
    return g_strdup_printf (_("Finishes with its task %s"), name);
  /* Translators: of a summary task; %s is its first task ("14 Payment contract") */
  return g_strdup_printf (_("Starts with its task %s"), name);
}

/* Days without work before the start. */
static char *
describe_days_off (const Subject *self)
{
  g_autofree char *date = plan_date_format (self->driver->instant, PLAN_DATE_DAY_YEAR);
  const char *who = get_resource (self), *why = self->driver->reason;

  if (who != NULL && why != NULL)
    /* Translators: %1$s is a person, %2$s a date, %3$s the reason, as “Leave” */
    return g_strdup_printf (_("%1$s does not work before %2$s: %3$s"), who, date, why);
  if (who != NULL)
    /* Translators: %1$s is a person, %2$s a date */
    return g_strdup_printf (_("%1$s does not work before %2$s"), who, date);
  if (why != NULL)
    /* Translators: of the calendar of a task; %1$s is a date, %2$s the reason, as “Spring Festival” */
    return g_strdup_printf (_("No working time before %1$s: %2$s"), date, why);
  /* Translators: of the calendar of a task; %s is a date */
  return g_strdup_printf (_("No working time before %s"), date);
}

/* Days without work between start and finish. */
static char *
describe_days_within (const Subject *self)
{
  g_autofree char *amount = format_amount (self);
  const char *who = get_resource (self), *why = self->driver->reason;

  if (who != NULL && why != NULL)
    /* Translators: %1$s is a duration ("2 d"), %2$s a person, %3$s the reason, as “Leave” */
    return g_strdup_printf (_("Finishes %1$s later by the calendar of %2$s: %3$s"), amount, who, why);
  if (who != NULL)
    /* Translators: %1$s is a duration ("2 d"), %2$s a person */
    return g_strdup_printf (_("Finishes %1$s later by the calendar of %2$s"), amount, who);
  if (why != NULL)
    /* Translators: %1$s is a duration ("2 d"), %2$s the reason, as “Spring Festival” */
    return g_strdup_printf (_("Finishes %1$s later by its calendar: %2$s"), amount, why);
  /* Translators: %s is a duration ("2 d") */
  return g_strdup_printf (_("Finishes %s later by its calendar"), amount);
}

static char *
describe_resource (const Subject *self)
{
  g_autofree char *amount = format_amount (self);
  const char *who = get_resource (self);

  if (who == NULL)
    who = _("Work that nobody has yet");
  if (self->driver->kind == PLAN_DRIVER_RESOURCE_DELAY)
    /* Translators: %1$s is a person, %2$s a duration ("2 d") */
    return g_strdup_printf (_("%1$s starts %2$s later"), who, amount);
  /* Translators: %1$s is a person, %2$s a duration ("2 d") */
  return g_strdup_printf (_("%1$s takes longest: %2$s"), who, amount);
}

static char *
describe_amount (const Subject *self, const char *sentence)
{
  g_autofree char *amount = format_amount (self);

  return g_strdup_printf (sentence, amount);
}

static char *
describe_date (const Subject *self, const char *sentence)
{
  g_autofree char *date = plan_date_format (self->driver->instant, PLAN_DATE_DAY_YEAR);

  return g_strdup_printf (sentence, date);
}

static char *
describe (const Subject *self)
{
  gboolean finish = self->driver->end == PLAN_DRIVER_OF_FINISH;

  switch (self->driver->kind)
    {
    case PLAN_DRIVER_PROJECT_START:
      return g_strdup (_("Starts with the project"));
    case PLAN_DRIVER_LINK:
      return describe_link (self);
    case PLAN_DRIVER_CONSTRAINT:
      return describe_constraint (self);
    case PLAN_DRIVER_DELAY:
      /* Translators: %s is a duration by the clock */
      return describe_amount (self, _("Delayed by levelling by %s"));
    case PLAN_DRIVER_LATE:
      return g_strdup (_("Starts as late as possible"));
    case PLAN_DRIVER_ACTUAL:
      return g_strdup (finish ? _("Is finished") : _("Has started"));
    case PLAN_DRIVER_MANUAL:
      return g_strdup (_("Is scheduled by hand"));
    case PLAN_DRIVER_EXTERNAL:
      return g_strdup (_("Belongs to another file"));
    case PLAN_DRIVER_SUBTASK:
      return describe_subtask (self);
    case PLAN_DRIVER_CALENDAR:
    case PLAN_DRIVER_RESOURCE:
      return finish ? describe_days_within (self) : describe_days_off (self);
    case PLAN_DRIVER_RESOURCE_DELAY:
    case PLAN_DRIVER_RESOURCE_WORK:
      return describe_resource (self);
    case PLAN_DRIVER_PROGRESS:
      /* Translators: of a task that has started; %s is a date */
      return describe_date (self, _("The rest of it goes on on %s"));
    case PLAN_DRIVER_SPLIT:
      /* Translators: %s is a duration */
      return describe_amount (self, _("Pauses for %s"));
    case PLAN_DRIVER_DEADLINE:
      /* Translators: %s is a date */
      return describe_date (self, _("Its late dates follow from its deadline, %s"));
    default:
      return NULL;
    }
}

/**
 * plan_driver_describe:
 * @driver: of plan_driver_find() or plan_driver_finder_list()
 * @model: what @driver was found in
 * @outline: (nullable): gives the numbers of rows
 * @task: index of the task
 *
 * Returns: (transfer full) (nullable): why the task starts or finishes when it does; %NULL when it has no dates
 */
char *
plan_driver_describe (const PlanDriver *driver, const PlanModel *model, const PlanOutline *outline, guint task)
{
  Subject self = { driver, model, outline, task };

  return describe (&self);
}
