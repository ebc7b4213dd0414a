/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Random edits of random plans, of every kind that people make: values, links, tasks that come with a link and somebody to
 * work on them, go with all that hangs on them, or move to another summary.
 */

#include "plan-random-edits.h"

#define RANDOM_RESOURCE(rand) (CASE_FIRST_RESOURCE + g_rand_int_range (rand, 0, CASE_N_RESOURCES))

typedef struct
{
  PlanChangeSet *changes;
  const PlanModel *model;
  GRand *rand;
  guint round;
} Edit;

/*
 * case_random_date:
 *
 * Returns: eight o'clock on one of forty days
 */
PlanTicks
case_random_date (GRand *rand)
{
  return case_date ("03-02T08:00", 0) + g_rand_int_range (rand, 0, 40) * PLAN_TICKS_PER_DAY;
}

static gboolean
happens (GRand *rand, int one_of)
{
  return g_rand_int_range (rand, 0, one_of) == 0;
}

/* A record of the kind, or NULL when there is none. */
static gconstpointer
pick (const Edit *self, PlanRecord record)
{
  guint n = plan_model_get_n (self->model, record);

  return n > 0 ? plan_model_get_at (self->model, record, (guint) g_rand_int_range (self->rand, 0, (gint32) n)) : NULL;
}

static void
change_value (const Edit *self, PlanFieldId field, PlanId id, gint64 value)
{
  PlanRecord record = plan_field_get (field)->record;
  PlanValue old = plan_field_get_value (field, plan_model_lookup (self->model, record, id)), new = PLAN_VALUE_OF_INTEGER (value);

  plan_change_set_add_update (self->changes, field, id, &old, &new);
}

static void
change_progress (const Edit *self, const PlanTask *task)
{
  GRand *rand = self->rand;
  int percent = g_rand_int_range (rand, 0, 5) * 2500;

  change_value (self, PLAN_FIELD_TASK_PERCENT_COMPLETE, task->id, percent);
  change_value (self, PLAN_FIELD_TASK_ACTUAL_DURATION, task->id, task->duration * percent / 10000);
  change_value (self, PLAN_FIELD_TASK_ACTUAL_START, task->id, percent > 0 ? case_random_date (rand) : PLAN_TICKS_NONE);
  change_value (self, PLAN_FIELD_TASK_RESUME, task->id, g_rand_boolean (rand) ? case_random_date (rand) : PLAN_TICKS_NONE);
}

static void
change_work (const Edit *self)
{
  GRand *rand = self->rand;
  const PlanAssignment *assignment = pick (self, PLAN_RECORD_ASSIGNMENT);
  const PlanSplit *split = pick (self, PLAN_RECORD_SPLIT);

  if (split != NULL && g_rand_int_range (rand, 0, 4) == 0)
    change_value (self, PLAN_FIELD_SPLIT_LENGTH, split->id, g_rand_int_range (rand, 1, 10) * 1200);
  else if (split != NULL && g_rand_int_range (rand, 0, 30) == 0)
    plan_change_set_add_delete (self->changes, PLAN_RECORD_SPLIT, split);
  else if (assignment == NULL)
    return;
  else if (g_rand_boolean (rand))
    change_value (self, PLAN_FIELD_ASSIGNMENT_WORK, assignment->id, g_rand_int_range (rand, 0, 40) * 1200);
  else if (g_rand_int_range (rand, 0, 5) > 0)
    change_value (self, PLAN_FIELD_ASSIGNMENT_UNITS, assignment->id, g_rand_int_range (rand, 0, 5) * 2500);
  else
    change_value (self, PLAN_FIELD_ASSIGNMENT_RESOURCE, assignment->id, RANDOM_RESOURCE (rand));
}

static PlanId
new_id (const Edit *self, guint k)
{
  return CASE_FIRST_NEW + self->round * 8 + k;
}

static void
add_link (const Edit *self, guint k, PlanId from, PlanId to)
{
  PlanLink link;

  plan_record_init (PLAN_RECORD_LINK, &link);
  link.id = new_id (self, k);
  link.predecessor = from;
  link.successor = to;
  link.type = happens (self->rand, 2) ? PLAN_LINK_FS : (guint8) g_rand_int_range (self->rand, 0, 4);
  link.lag = happens (self->rand, 3) ? g_rand_int_range (self->rand, -2, 3) * 2400 : 0;
  plan_change_set_add_insert (self->changes, PLAN_RECORD_LINK, &link);
}

static void
add_assignment (const Edit *self, guint k, PlanId task)
{
  PlanAssignment assignment;

  plan_record_init (PLAN_RECORD_ASSIGNMENT, &assignment);
  assignment.id = new_id (self, k);
  assignment.task = task;
  assignment.resource = RANDOM_RESOURCE (self->rand);
  assignment.units = 10000;
  assignment.work = g_rand_int_range (self->rand, 0, 40) * 1200;
  plan_change_set_add_insert (self->changes, PLAN_RECORD_ASSIGNMENT, &assignment);
}

static void
add_split (const Edit *self, guint k, PlanRecord record, PlanId owner)
{
  PlanSplit split;

  plan_record_init (PLAN_RECORD_SPLIT, &split);
  split.id = new_id (self, k);
  split.owner_record = record;
  split.owner = owner;
  split.after = g_rand_int_range (self->rand, 0, 30) * 1200;
  split.length = g_rand_int_range (self->rand, 1, 10) * 1200;
  plan_change_set_add_insert (self->changes, PLAN_RECORD_SPLIT, &split);
}

static void
change_links (const Edit *self, const PlanTask *task)
{
  const PlanLink *link = pick (self, PLAN_RECORD_LINK);
  const PlanTask *other = pick (self, PLAN_RECORD_TASK);

  if (link == NULL || happens (self->rand, 3))
    {
      if (other != task)
        add_link (self, 0, other->id, task->id);
      return;
    }
  switch (g_rand_int_range (self->rand, 0, 5))
    {
    case 0:
      change_value (self, PLAN_FIELD_LINK_LAG, link->id, g_rand_int_range (self->rand, -2, 3) * 2400);
      break;
    case 1:
      change_value (self, PLAN_FIELD_LINK_TYPE, link->id, g_rand_int_range (self->rand, 0, 4));
      change_value (self, PLAN_FIELD_LINK_LAG, link->id, 2400);
      break;
    case 2:
      if (link->successor != other->id)
        change_value (self, PLAN_FIELD_LINK_PREDECESSOR, link->id, other->id);
      break;
    default:
      plan_change_set_add_delete (self->changes, PLAN_RECORD_LINK, link);
    }
}

/* A task of the project that may be the summary of another, or none. */
static PlanId
pick_parent (const Edit *self, PlanId project, gboolean summary)
{
  for (guint i = 0; i < 8; i++)
    {
      const PlanTask *task = pick (self, PLAN_RECORD_TASK);

      if (task != NULL && task->project == project && !task->blank)
        return summary ? task->parent : task->id;
    }
  return PLAN_ID_NONE;
}

static void
insert_task (const Edit *self)
{
  const PlanTask *other = pick (self, PLAN_RECORD_TASK);
  PlanTask task;

  plan_record_init (PLAN_RECORD_TASK, &task);
  task.id = new_id (self, 0);
  task.project = CASE_PROJECT + g_rand_int_range (self->rand, 0, (gint32) plan_model_get_n (self->model, PLAN_RECORD_PROJECT));
  task.parent = pick_parent (self, task.project, !happens (self->rand, 5));
  task.name = "New";
  task.duration = g_rand_int_range (self->rand, 0, 60) * 1200;
  task.blank = happens (self->rand, 8);
  task.active = !happens (self->rand, 10);
  plan_change_set_add_insert (self->changes, PLAN_RECORD_TASK, &task);
  if (other != NULL && !task.blank && happens (self->rand, 2))
    add_link (self, 1, other->id, task.id);
  if (other != NULL && !task.blank && happens (self->rand, 4))
    add_link (self, 2, task.id, other->id);
  if (!task.blank && happens (self->rand, 3))
    add_assignment (self, 3, task.id);
}

static gboolean
is_below (const PlanModel *model, const PlanTask *task, PlanId ancestor)
{
  for (guint i = 0; task != NULL && i < 1000; i++, task = plan_model_get_task (model, task->parent))
    if (task->id == ancestor)
      return TRUE;
  return FALSE;
}

static gboolean
hangs_on (const Edit *self, PlanRecord record, gconstpointer body, PlanId ancestor)
{
  const PlanLink *link = body;
  const PlanAssignment *assignment = body;
  const PlanSplit *split = body;

  if (record == PLAN_RECORD_TASK)
    return is_below (self->model, body, ancestor);
  if (record == PLAN_RECORD_LINK)
    return is_below (self->model, plan_model_get_task (self->model, link->predecessor), ancestor) ||
           is_below (self->model, plan_model_get_task (self->model, link->successor), ancestor);
  if (record == PLAN_RECORD_SPLIT && split->owner_record == PLAN_RECORD_ASSIGNMENT)
    assignment = plan_model_lookup (self->model, PLAN_RECORD_ASSIGNMENT, split->owner);
  return is_below (self->model, plan_model_get_task (self->model, record == PLAN_RECORD_SPLIT && split->owner_record == PLAN_RECORD_TASK
                                                                      ? split->owner : assignment->task), ancestor);
}

/* A task with all below it and all that hangs on it. */
static void
delete_task (const Edit *self, const PlanTask *task)
{
  static const PlanRecord records[] = { PLAN_RECORD_SPLIT, PLAN_RECORD_ASSIGNMENT, PLAN_RECORD_LINK, PLAN_RECORD_TASK };

  for (guint k = 0; k < G_N_ELEMENTS (records); k++)
    for (guint i = 0; i < plan_model_get_n (self->model, records[k]); i++)
      {
        gconstpointer body = plan_model_get_at (self->model, records[k], i);

        if (hangs_on (self, records[k], body, task->id))
          plan_change_set_add_delete (self->changes, records[k], body);
      }
}

static void
change_records (const Edit *self, const PlanTask *task)
{
  const PlanAssignment *assignment = pick (self, PLAN_RECORD_ASSIGNMENT);
  PlanId parent;

  switch (g_rand_int_range (self->rand, 0, 10))
    {
    case 0:
    case 1:
    case 2:
      insert_task (self);
      break;
    case 3:
    case 4:
      if (plan_model_get_n (self->model, PLAN_RECORD_TASK) > 20)
        delete_task (self, task);
      break;
    case 5:
    case 6:
      parent = pick_parent (self, task->project, happens (self->rand, 2));
      if (!is_below (self->model, plan_model_get_task (self->model, parent), task->id))
        change_value (self, PLAN_FIELD_TASK_PARENT, task->id, parent);
      break;
    case 7:
      add_assignment (self, 0, task->id);
      break;
    case 8:
      if (assignment != NULL && happens (self->rand, 2))
        add_split (self, 0, PLAN_RECORD_ASSIGNMENT, assignment->id);
      else
        add_split (self, 0, PLAN_RECORD_TASK, task->id);
      break;
    default:
      for (guint i = 0; assignment != NULL && i < plan_model_get_n (self->model, PLAN_RECORD_SPLIT); i++)
        {
          const PlanSplit *split = plan_model_get_at (self->model, PLAN_RECORD_SPLIT, i);

          if (split->owner == assignment->id)
            plan_change_set_add_delete (self->changes, PLAN_RECORD_SPLIT, split);
        }
      if (assignment != NULL)
        plan_change_set_add_delete (self->changes, PLAN_RECORD_ASSIGNMENT, assignment);
    }
}

/* How the whole of a project is scheduled. */
static void
change_project (const Edit *self)
{
  const PlanProject *project = pick (self, PLAN_RECORD_PROJECT);

  if (happens (self->rand, 3))
    change_value (self, PLAN_FIELD_PROJECT_SPLIT_IN_PROGRESS, project->id, !project->split_in_progress);
  else
    change_value (self, PLAN_FIELD_PROJECT_LATE_FINISH_EXTENDS, project->id, !project->late_finish_extends);
}

static void
change_kind (const Edit *self, const PlanTask *task)
{
  switch (g_rand_int_range (self->rand, 0, 7))
    {
    case 0:
      change_value (self, PLAN_FIELD_TASK_ACTIVE, task->id, !task->active);
      break;
    case 1:
      change_value (self, PLAN_FIELD_TASK_MANUAL, task->id, !task->manual);
      change_value (self, PLAN_FIELD_TASK_MANUAL_START, task->id, case_random_date (self->rand));
      break;
    case 2:
      change_value (self, PLAN_FIELD_TASK_EXTERNAL, task->id, !task->external);
      break;
    case 3:
      if (task->blank)
        change_value (self, PLAN_FIELD_TASK_BLANK, task->id, FALSE);
      break;
    case 4:
      change_project (self);
      break;
    case 5:
      change_value (self, PLAN_FIELD_TASK_CALENDAR, task->id, g_rand_int_range (self->rand, PLAN_ID_NONE, CASE_N_CALENDARS));
      break;
    default:
      change_value (self, PLAN_FIELD_TASK_LEVELLING_DELAY, task->id, g_rand_int_range (self->rand, 0, 3) * PLAN_TICKS_PER_DAY);
    }
}

static void
change_dates (const Edit *self, const PlanTask *task)
{
  switch (g_rand_int_range (self->rand, 0, 3))
    {
    case 0:
      change_value (self, PLAN_FIELD_TASK_CONSTRAINT, task->id, g_rand_int_range (self->rand, PLAN_CONSTRAINT_MSO, PLAN_CONSTRAINT_FNLT + 1));
      change_value (self, PLAN_FIELD_TASK_CONSTRAINT_DATE, task->id, case_random_date (self->rand));
      break;
    case 1:
      change_value (self, PLAN_FIELD_TASK_CONSTRAINT, task->id, PLAN_CONSTRAINT_ASAP);
      break;
    default:
      change_value (self, PLAN_FIELD_TASK_PRIORITY, task->id, g_rand_int_range (self->rand, 0, 1000));
      change_value (self, PLAN_FIELD_TASK_DEADLINE, task->id, happens (self->rand, 2) ? case_random_date (self->rand) : PLAN_TICKS_NONE);
    }
}

/*
 * case_random_edit:
 * @round: not used before with this model
 *
 * Returns: (transfer full): an edit that fits the model; it may close a circle
 */
PlanChangeSet *
case_random_edit (GRand *rand, const PlanModel *model, guint round)
{
  Edit self = { plan_change_set_new (), model, rand, round };
  const PlanTask *task = pick (&self, PLAN_RECORD_TASK);

  switch (g_rand_int_range (rand, 0, 10))
    {
    case 0:
    case 1:
    case 2:
      change_records (&self, task);
      break;
    case 3:
    case 4:
      change_links (&self, task);
      break;
    case 5:
      change_kind (&self, task);
      break;
    case 6:
      change_dates (&self, task);
      break;
    case 7:
      change_progress (&self, task);
      break;
    case 8:
      change_work (&self);
      break;
    default:
      change_value (&self, PLAN_FIELD_TASK_DURATION, task->id, g_rand_int_range (rand, 0, 60) * 1200);
    }
  return self.changes;
}
