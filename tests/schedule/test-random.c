/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Laws that hold for every plan, on random plans with fixed seeds: no link is violated, a task lasts as long as it should,
 * slack lies between the early and the late dates, the order of rows means nothing, scheduling from the finish is the
 * mirror image, and an update gives what a full computation gives.
 */

#include "plan-case.h"

#include "plan-driver.h"
#include "plan-error.h"
#include "plan-random-edits.h"
#include "plan-schedule-private.h"
#include "plan-stretches.h"

#include <string.h>

#define N_TASKS 60
#define EDITS_OF_PLAN 40
#define FIRST_LINK 100000
#define FIRST_ASSIGNMENT 200000
#define FIRST_SPLIT 300000

typedef enum {
  WITH_CALENDARS = 1 << 0,
  WITH_SUMMARIES = 1 << 1,
  WITH_CONSTRAINTS = 1 << 2,
  WITH_PROGRESS = 1 << 3,
  WITH_ALAP = 1 << 4,
  WITH_LEADS = 1 << 5,
  WITH_RESOURCES = 1 << 6,
  WITH_PAUSES = 1 << 7,
  WITH_PROJECTS = 1 << 8, /* two more, linked with the first, the last of them scheduled from its finish when tasks may wait */
} Ingredients;

#define EVERYTHING (WITH_CALENDARS | WITH_SUMMARIES | WITH_CONSTRAINTS | WITH_PROGRESS | WITH_ALAP | WITH_LEADS | WITH_RESOURCES | WITH_PAUSES)

typedef struct
{
  PlanTask tasks[N_TASKS];
  PlanLink links[N_TASKS * 3];
  PlanAssignment assignments[N_TASKS * 3];
  PlanSplit splits[N_TASKS];
  guint n_links;
  guint n_assignments;
  guint n_splits;
} Plan;

static void
make_task (Plan *plan, GRand *rand, guint i, Ingredients with)
{
  PlanTask *task = &plan->tasks[i];
  int luck = g_rand_int_range (rand, 0, 100);

  plan_record_init (PLAN_RECORD_TASK, task);
  task->id = CASE_FIRST_TASK + i;
  task->project = CASE_PROJECT;
  task->rank = i;
  task->name = "Task";
  task->duration = luck % 7 == 0 ? 0 : g_rand_int_range (rand, 1, 60) * 1200;
  if ((with & WITH_SUMMARIES) && i > 0 && luck < 60)
    task->parent = CASE_FIRST_TASK + g_rand_int_range (rand, 0, 6 < i ? 6 : (gint32) i);
  if (with & WITH_PROJECTS)
    task->project = task->parent != PLAN_ID_NONE ? plan->tasks[task->parent - CASE_FIRST_TASK].project : CASE_PROJECT + i % 3;
  if ((with & WITH_CALENDARS) && luck % 5 == 0)
    task->calendar = g_rand_int_range (rand, CASE_STANDARD, CASE_N_CALENDARS);
  if ((with & WITH_CALENDARS) && luck % 11 == 0)
    task->duration_unit = PLAN_UNIT_ELAPSED_DAY;
  if ((with & WITH_CONSTRAINTS) && luck % 4 == 0)
    {
      task->constraint = (guint8) g_rand_int_range (rand, PLAN_CONSTRAINT_MSO, PLAN_CONSTRAINT_FNLT + 1);
      task->constraint_date = case_random_date (rand);
    }
  if ((with & WITH_CONSTRAINTS) && luck % 9 == 0)
    task->deadline = case_random_date (rand);
  if ((with & WITH_ALAP) && luck % 6 == 1)
    task->constraint = PLAN_CONSTRAINT_ALAP;
  if ((with & WITH_PROGRESS) && luck % 8 == 3)
    {
      task->actual_start = case_random_date (rand);
      task->percent_complete = luck % 16 == 3 ? 5000 : 10000;
      task->actual_finish = luck % 16 == 3 ? PLAN_TICKS_NONE : task->actual_start + 14400;
    }
  if ((with & WITH_PROGRESS) && luck % 13 == 4)
    {
      task->manual = TRUE;
      task->manual_start = case_random_date (rand);
    }
  task->active = !((with & WITH_PROGRESS) && luck % 17 == 5);
}

static void
make_link (Plan *plan, GRand *rand, guint i, Ingredients with)
{
  PlanLink *link = &plan->links[plan->n_links];
  int luck = g_rand_int_range (rand, 0, 100);

  plan_record_init (PLAN_RECORD_LINK, link);
  link->id = FIRST_LINK + plan->n_links++;
  link->predecessor = CASE_FIRST_TASK + g_rand_int_range (rand, (with & WITH_SUMMARIES) && luck > 2 && i > 7 ? 7 : 0, (gint32) i);
  link->successor = CASE_FIRST_TASK + i;
  if ((with & WITH_SUMMARIES) && luck == 50)
    link->successor = CASE_FIRST_TASK + g_rand_int_range (rand, 0, 6);
  link->type = luck < 60 ? PLAN_LINK_FS : (guint8) g_rand_int_range (rand, 0, 4);
  link->lag = luck % 3 == 0 ? g_rand_int_range (rand, with & WITH_LEADS ? -3 : 0, 4) * 2400 : 0;
  if ((with & WITH_CALENDARS) && luck % 9 == 0)
    link->lag_unit = PLAN_UNIT_ELAPSED_DAY;
}

static void
make_work (Plan *plan, GRand *rand, guint i, Ingredients with)
{
  PlanAssignment *assignment;
  PlanSplit *split = &plan->splits[plan->n_splits];

  for (int k = with & WITH_RESOURCES ? g_rand_int_range (rand, 0, 4) : 0; k > 0; k--)
    {
      assignment = &plan->assignments[plan->n_assignments];
      plan_record_init (PLAN_RECORD_ASSIGNMENT, assignment);
      assignment->id = FIRST_ASSIGNMENT + plan->n_assignments++;
      assignment->task = CASE_FIRST_TASK + i;
      assignment->resource = CASE_FIRST_RESOURCE + g_rand_int_range (rand, 0, CASE_N_RESOURCES + 1);
      assignment->units = g_rand_int_range (rand, 0, 5) * 2500;
      assignment->work = g_rand_int_range (rand, 0, 40) * 1200;
      assignment->delay = g_rand_int_range (rand, 0, 6) == 0 ? 2400 : 0;
      assignment->contour = (guint8) g_rand_int_range (rand, 0, 9);
    }
  if (!(with & WITH_PAUSES) || g_rand_int_range (rand, 0, 5) > 0)
    return;
  plan_record_init (PLAN_RECORD_SPLIT, split);
  split->id = FIRST_SPLIT + plan->n_splits++;
  split->owner_record = plan->n_assignments > 0 && g_rand_boolean (rand) ? PLAN_RECORD_ASSIGNMENT : PLAN_RECORD_TASK;
  split->owner = split->owner_record == PLAN_RECORD_TASK ? CASE_FIRST_TASK + i : plan->assignments[plan->n_assignments - 1].id;
  split->after = g_rand_int_range (rand, 0, 30) * 1200;
  split->length = g_rand_int_range (rand, 1, 10) * 1200;
}

/* The first six rows are summaries when there are any; other rows have links to earlier ones. */
static void
make_plan (Plan *plan, GRand *rand, Ingredients with)
{
  plan->n_links = plan->n_assignments = plan->n_splits = 0;
  for (guint i = 0; i < N_TASKS; i++)
    make_task (plan, rand, i, with);
  for (guint i = 0; i < N_TASKS; i++)
    make_work (plan, rand, i, with);
  for (guint i = with & WITH_SUMMARIES ? 7 : 1; i < N_TASKS; i++)
    for (int k = g_rand_int_range (rand, 0, 3); k > 0; k--)
      make_link (plan, rand, i, with);
}

static PlanModel *
build_model (const Plan *plan, gboolean backwards)
{
  static const PlanId calendars[CASE_N_RESOURCES] = { CASE_STANDARD, CASE_NIGHT_SHIFT, CASE_24_HOURS, PLAN_ID_NONE };
  PlanModel *model = case_new_model ();

  for (guint i = 0; i < CASE_N_RESOURCES; i++)
    {
      PlanResource resource;

      plan_record_init (PLAN_RECORD_RESOURCE, &resource);
      resource.id = CASE_FIRST_RESOURCE + (backwards ? CASE_N_RESOURCES - 1 - i : i);
      resource.type = PLAN_RESOURCE_WORK;
      resource.calendar = calendars[resource.id - CASE_FIRST_RESOURCE];
      plan_model_insert (model, PLAN_RECORD_RESOURCE, &resource);
    }
  for (guint i = 0; i < plan->n_assignments; i++)
    plan_model_insert (model, PLAN_RECORD_ASSIGNMENT, &plan->assignments[backwards ? plan->n_assignments - 1 - i : i]);
  for (guint i = 0; i < plan->n_splits; i++)
    plan_model_insert (model, PLAN_RECORD_SPLIT, &plan->splits[backwards ? plan->n_splits - 1 - i : i]);
  for (guint i = 0; i < N_TASKS; i++)
    plan_model_insert (model, PLAN_RECORD_TASK, &plan->tasks[backwards ? N_TASKS - 1 - i : i]);
  for (guint i = 0; i < plan->n_links; i++)
    plan_model_insert (model, PLAN_RECORD_LINK, &plan->links[backwards ? plan->n_links - 1 - i : i]);
  return model;
}

/* A schedule, or NULL when a link leads into an own summary. */
static PlanSchedule *
compute (const PlanModel *model)
{
  g_autoptr (PlanSchedule) schedule = plan_schedule_new ();
  g_autoptr (GError) error = NULL;

  if (plan_schedule_compute (schedule, model, NULL, &error))
    return g_steal_pointer (&schedule);
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_CYCLE);
  return NULL;
}

static const PlanScheduledTask *
get_task (const PlanSchedule *schedule, const PlanModel *model, PlanId id)
{
  return plan_schedule_get_task (schedule, plan_model_find (model, PLAN_RECORD_TASK, id));
}

static PlanTicks
add_lag (const PlanLink *link, const PlanWorktime *worktime, PlanTicks at)
{
  return plan_unit_is_elapsed (link->lag_unit) ? at + link->lag : plan_worktime_add (worktime, at, link->lag);
}

static void
check_link (const PlanSchedule *schedule, const PlanModel *model, const PlanLink *link)
{
  const PlanScheduledTask *from = get_task (schedule, model, link->predecessor), *to = get_task (schedule, model, link->successor);
  const PlanWorktime *worktime =
      plan_schedule_get_task_worktime (schedule, model, plan_model_find (model, PLAN_RECORD_TASK, link->successor));
  gboolean by_finish = link->type == PLAN_LINK_FS || link->type == PLAN_LINK_FF;
  gboolean to_start = link->type == PLAN_LINK_FS || link->type == PLAN_LINK_SS;
  PlanTicks least = add_lag (link, worktime, by_finish ? from->finish : from->start);

  g_assert_cmpint (plan_worktime_work (worktime, least, to_start ? to->start : to->finish), >=, 0);
}

static void
check_task (const PlanSchedule *schedule, const PlanModel *model, guint index, gboolean one_calendar)
{
  const PlanTask *task = plan_model_get_task_at (model, index);
  const PlanScheduledTask *result = plan_schedule_get_task (schedule, index);
  const PlanWorktime *worktime = plan_schedule_get_task_worktime (schedule, model, index);
  gboolean elapsed = plan_unit_is_elapsed (task->duration_unit);

  if (result->summary)
    return;
  if (elapsed)
    g_assert_true (plan_worktime_same (worktime, result->start + task->duration, result->finish));
  else
    g_assert_cmpint (plan_worktime_work (worktime, result->start, result->finish), ==, task->duration);
  g_assert_cmpint (result->start_slack, ==, elapsed ? result->late_start - result->early_start
                                                    : plan_worktime_work (worktime, result->early_start, result->late_start));
  /* Between different calendars, and where a lag by the clock asks for a finish at night, the way back is not the exact
   * inverse of the way there. */
  if (one_calendar)
    g_assert_cmpint (result->total_slack, >=, 0);
  g_assert_cmpint (result->free_slack, >=, 0);
  g_assert_cmpint (result->free_slack, <=, MAX (result->total_slack, 0));
  g_assert_cmpint (result->critical, ==, result->total_slack <= 0);
}

static void
test_laws (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  Plan plan;
  guint n_scheduled = 0;

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (PlanModel) model = NULL;
      g_autoptr (PlanSchedule) schedule = NULL;

      make_plan (&plan, rand, (round % 3 ? WITH_CALENDARS : 0) | (round % 2 ? WITH_SUMMARIES : 0));
      model = build_model (&plan, FALSE);
      schedule = compute (model);
      if (schedule == NULL)
        continue;
      n_scheduled++;
      for (guint i = 0; i < plan.n_links; i++)
        check_link (schedule, model, &plan.links[i]);
      for (guint i = 0; i < N_TASKS; i++)
        check_task (schedule, model, i, round % 3 == 0);
    }
  g_assert_cmpuint (n_scheduled, >, 200);
}

static void
check_equal (const PlanScheduledTask *a, const PlanScheduledTask *b)
{
  g_assert_cmpint (a->start, ==, b->start);
  g_assert_cmpint (a->finish, ==, b->finish);
  g_assert_cmpint (a->early_start, ==, b->early_start);
  g_assert_cmpint (a->early_finish, ==, b->early_finish);
  g_assert_cmpint (a->late_start, ==, b->late_start);
  g_assert_cmpint (a->late_finish, ==, b->late_finish);
  g_assert_cmpint (a->duration, ==, b->duration);
  g_assert_cmpint (a->start_slack, ==, b->start_slack);
  g_assert_cmpint (a->finish_slack, ==, b->finish_slack);
  g_assert_cmpint (a->total_slack, ==, b->total_slack);
  g_assert_cmpint (a->free_slack, ==, b->free_slack);
  g_assert_cmpint (a->percent_complete, ==, b->percent_complete);
  g_assert_cmpint (a->stop, ==, b->stop);
  g_assert_cmpint (a->resume, ==, b->resume);
  g_assert_cmpint (a->actual_duration, ==, b->actual_duration);
  g_assert_cmpint (a->critical, ==, b->critical);
  g_assert_cmpint (a->deadline_missed, ==, b->deadline_missed);
}

static void
test_order_of_rows (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);
  Plan plan;

  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (PlanModel) model = NULL, turned = NULL;
      g_autoptr (PlanSchedule) a = NULL, b = NULL;

      make_plan (&plan, rand, EVERYTHING);
      model = build_model (&plan, FALSE);
      turned = build_model (&plan, TRUE);
      a = compute (model);
      b = compute (turned);
      g_assert_true ((a == NULL) == (b == NULL));
      for (guint i = 0; a != NULL && i < N_TASKS; i++)
        check_equal (get_task (a, model, CASE_FIRST_TASK + i), get_task (b, turned, CASE_FIRST_TASK + i));
    }
}

static gboolean
is_mover (PlanDriverKind kind)
{
  return kind == PLAN_DRIVER_CALENDAR || kind == PLAN_DRIVER_RESOURCE || kind == PLAN_DRIVER_RESOURCE_DELAY || kind == PLAN_DRIVER_DELAY;
}

/* The last that moves a task brings it to its start; without one, no work lies between what is asked and the start. */
static void
check_instants (const PlanSchedule *schedule, const PlanModel *model, guint index, gboolean has_resources, GArray *drivers)
{
  const PlanScheduledTask *result = plan_schedule_get_task (schedule, index);
  const PlanWorktime *worktime = plan_schedule_get_work_worktime (schedule, model, index);
  const PlanDriver *last = &g_array_index (drivers, PlanDriver, drivers->len - 1);

  if (is_mover (last->kind))
    g_assert_cmpint (last->instant, ==, result->start);
  for (guint i = 0; i < drivers->len && !is_mover (last->kind); i++)
    {
      const PlanDriver *driver = &g_array_index (drivers, PlanDriver, i);
      const PlanTask *owner = plan_model_get_task_at (model, driver->owner);
      gboolean by_finish = driver->kind == PLAN_DRIVER_CONSTRAINT &&
                           (owner->constraint == PLAN_CONSTRAINT_MFO || owner->constraint == PLAN_CONSTRAINT_FNET ||
                            owner->constraint == PLAN_CONSTRAINT_FNLT);

      /* With several calendars, or by the clock, the way back from a finish is not the inverse of the way there. */
      if (!by_finish || (!has_resources && !plan_unit_is_elapsed (owner->duration_unit)))
        g_assert_true (plan_worktime_same (worktime, driver->instant, by_finish ? result->finish : result->start));
    }
}

/* The start of a task without those of its own links that drive it, or without all others. */
static PlanTicks
start_without_links (const Plan *plan, PlanId task, GArray *drivers, const PlanModel *of_drivers, gboolean driving)
{
  g_autofree Plan *other = g_memdup2 (plan, sizeof *plan);
  g_autoptr (PlanModel) model = NULL;
  g_autoptr (PlanSchedule) schedule = NULL;

  other->n_links = 0;
  for (guint i = 0; i < plan->n_links; i++)
    {
      gboolean drives = FALSE;

      for (guint k = 0; k < drivers->len; k++)
        {
          guint link = g_array_index (drivers, PlanDriver, k).link;

          drives |= link != PLAN_INDEX_NONE && plan_model_get_link_at (of_drivers, link)->id == plan->links[i].id;
        }
      if (plan->links[i].successor != task || drives != driving)
        other->links[other->n_links++] = plan->links[i];
    }
  model = build_model (other, FALSE);
  schedule = compute (model);
  g_assert_nonnull (schedule);
  return get_task (schedule, model, task)->start;
}

/* Without the links that do not drive it a task stays; without those that do, and nothing else beside them, it comes earlier. */
static void
check_drivers (const Plan *plan, const PlanSchedule *schedule, const PlanModel *model, guint index, GArray *drivers, guint *n_moved)
{
  const PlanTask *task = plan_model_get_task_at (model, index);
  const PlanScheduledTask *result = plan_schedule_get_task (schedule, index);
  gboolean only_links = TRUE;
  PlanTicks start;

  g_assert_cmpuint (drivers->len, >, 0);
  check_instants (schedule, model, index, plan->n_assignments > 0, drivers);
  /* A constraint that pulls a task before its links counts alone, but only as long as there are links. */
  if (g_array_index (drivers, PlanDriver, 0).kind != PLAN_DRIVER_CONSTRAINT ||
      (task->constraint != PLAN_CONSTRAINT_SNLT && task->constraint != PLAN_CONSTRAINT_FNLT))
    g_assert_cmpint (start_without_links (plan, task->id, drivers, model, FALSE), ==, result->start);
  for (guint i = 0; i < drivers->len; i++)
    only_links &= g_array_index (drivers, PlanDriver, i).kind == PLAN_DRIVER_LINK && g_array_index (drivers, PlanDriver, i).owner == index;
  if (!only_links || result->start == case_date ("03-02T08:00", 0))
    return;
  start = start_without_links (plan, task->id, drivers, model, TRUE);
  g_assert_cmpint (start, <, result->start);
  *n_moved += 1;
}

static void
test_drivers (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autofree Plan *plan = g_new0 (Plan, 1);
  guint n_moved = 0;

  for (guint round = 0; round < 30; round++)
    {
      g_autoptr (PlanModel) model = NULL;
      g_autoptr (PlanSchedule) schedule = NULL;
      g_autoptr (PlanTaskIndex) task_index = NULL;
      g_autoptr (PlanDriverFinder) finder = NULL;

      make_plan (plan, rand, (EVERYTHING & ~WITH_ALAP & ~WITH_RESOURCES) | (round % 2 ? WITH_RESOURCES : 0));
      model = build_model (plan, FALSE);
      schedule = compute (model);
      if (schedule == NULL)
        continue;
      task_index = plan_task_index_new (model);
      finder = plan_driver_finder_new (schedule, model, task_index);
      for (guint i = 0; i < N_TASKS; i++)
        {
          const PlanTask *task = plan_model_get_task_at (model, i);
          g_autoptr (GArray) drivers = g_array_new (FALSE, FALSE, sizeof (PlanDriver));

          plan_driver_finder_list (finder, i, PLAN_DRIVER_OF_START, drivers);
          if (!plan_schedule_get_task (schedule, i)->summary && !task->manual && task->actual_start == PLAN_TICKS_NONE)
            check_drivers (plan, schedule, model, i, drivers, &n_moved);
        }
    }
  g_assert_cmpuint (n_moved, >, 100);
}

/* The parts of a task follow one another, take its duration together and reach from its start to its finish. Of a finished
 * task the dates are told, whatever its duration. */
static void
check_stretches (PlanStretches *stretches, const PlanSchedule *schedule, const PlanModel *model, guint index)
{
  const PlanTask *task = plan_model_get_task_at (model, index);
  const PlanScheduledTask *result = plan_schedule_get_task (schedule, index);
  const PlanWorktime *worktime = plan_stretches_get_worktime (stretches, index);
  gboolean finished = task->actual_finish != PLAN_TICKS_NONE;
  PlanTicks done = 0, at = PLAN_TICKS_NONE;
  guint n;
  const PlanStretch *list = plan_stretches_list (stretches, index, &n);

  if (result->summary || plan_stretches_has_parts (stretches, index))
    return;
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpint (list[0].start, ==, result->start);
  for (guint i = 0; i < n; i++)
    {
      PlanTicks work = worktime != NULL ? plan_worktime_work (worktime, list[i].start, list[i].finish)
                                        : list[i].finish - list[i].start;

      g_assert_cmpint (list[i].from, ==, done);
      g_assert_cmpint (list[i].start, >=, at);
      if (!finished)
        g_assert_cmpint (work, ==, list[i].to - list[i].from);
      done = list[i].to;
      at = list[i].finish;
    }
  g_assert_cmpint (at, ==, result->finish);
  g_assert_cmpint (done, ==, task->duration);
  g_assert_cmpint (plan_stretches_get_done (stretches, index, at), ==, done);
}

static void
test_stretches (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);
  Plan plan;

  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (PlanModel) model = NULL;
      g_autoptr (PlanSchedule) schedule = NULL;
      g_autoptr (PlanStretches) stretches = NULL;

      make_plan (&plan, rand, EVERYTHING);
      model = build_model (&plan, FALSE);
      schedule = compute (model);
      if (schedule == NULL)
        continue;
      stretches = plan_stretches_new (schedule, model);
      for (guint i = 0; i < N_TASKS; i++)
        check_stretches (stretches, schedule, model, i);
    }
}

/* The standard week is its own mirror image around noon of a Wednesday. */
static PlanTicks
reflect (PlanTicks at)
{
  return at == PLAN_TICKS_NONE ? at : 2 * case_date ("03-04T12:30", 0) - at;
}

static void
mirror_plan (Plan *plan)
{
  static const guint8 constraints[] = { PLAN_CONSTRAINT_ALAP, PLAN_CONSTRAINT_ASAP, PLAN_CONSTRAINT_MFO, PLAN_CONSTRAINT_MSO,
                                        PLAN_CONSTRAINT_FNLT, PLAN_CONSTRAINT_FNET, PLAN_CONSTRAINT_SNLT, PLAN_CONSTRAINT_SNET };

  for (guint i = 0; i < N_TASKS; i++)
    {
      plan->tasks[i].constraint = constraints[plan->tasks[i].constraint];
      plan->tasks[i].constraint_date = reflect (plan->tasks[i].constraint_date);
    }
  for (guint i = 0; i < plan->n_links; i++)
    {
      PlanLink *link = &plan->links[i];
      PlanId predecessor = link->predecessor;

      link->predecessor = link->successor;
      link->successor = predecessor;
      link->type = link->type == PLAN_LINK_SS ? PLAN_LINK_FF : link->type == PLAN_LINK_FF ? PLAN_LINK_SS : link->type;
    }
}

static void
test_mirror (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  PlanValue finish = PLAN_VALUE_OF_INTEGER (case_date ("03-06T17:00", 0)), from = PLAN_VALUE_OF_INTEGER (PLAN_SCHEDULE_FROM_FINISH);
  Plan plan;

  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (PlanModel) model = NULL, mirrored = NULL;
      g_autoptr (PlanSchedule) a = NULL, b = NULL;

      make_plan (&plan, rand, WITH_CONSTRAINTS | WITH_ALAP | WITH_LEADS);
      for (guint i = 0; i < N_TASKS; i++)
        plan.tasks[i].deadline = PLAN_TICKS_NONE;
      model = build_model (&plan, FALSE);
      mirror_plan (&plan);
      mirrored = build_model (&plan, FALSE);
      plan_model_set (mirrored, PLAN_FIELD_PROJECT_FINISH, CASE_PROJECT, &finish);
      plan_model_set (mirrored, PLAN_FIELD_PROJECT_SCHEDULE_FROM, CASE_PROJECT, &from);
      a = compute (model);
      b = compute (mirrored);
      for (guint i = 0; i < N_TASKS; i++)
        {
          const PlanScheduledTask *task = get_task (a, model, CASE_FIRST_TASK + i), *image = get_task (b, mirrored, CASE_FIRST_TASK + i);

          g_assert_cmpint (image->start, ==, reflect (task->finish));
          g_assert_cmpint (image->finish, ==, reflect (task->start));
          g_assert_cmpint (image->early_start, ==, reflect (task->late_finish));
          g_assert_cmpint (image->late_finish, ==, reflect (task->early_start));
          g_assert_cmpint (image->total_slack, ==, task->total_slack);
          g_assert_cmpint (image->critical, ==, task->critical);
        }
    }
}

static void
check_all (const PlanSchedule *a, const PlanSchedule *b, const PlanModel *model)
{
  g_assert_cmpuint (plan_schedule_get_n (a), ==, plan_model_get_n (model, PLAN_RECORD_TASK));
  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_TASK); i++)
    check_equal (plan_schedule_get_task (a, i), plan_schedule_get_task (b, i));
  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_PROJECT); i++)
    {
      const PlanProject *project = plan_model_get_at (model, PLAN_RECORD_PROJECT, i);
      const PlanScheduledProject *x = plan_schedule_get_project (a, project->id), *y = plan_schedule_get_project (b, project->id);

      g_assert_cmpint (x->start, ==, y->start);
      g_assert_cmpint (x->finish, ==, y->finish);
      g_assert_cmpint (x->duration, ==, y->duration);
      g_assert_cmpint (x->percent_complete, ==, y->percent_complete);
      g_assert_cmpuint (x->n_tasks, ==, y->n_tasks);
      g_assert_cmpuint (x->n_critical, ==, y->n_critical);
    }
}

static void
add_projects (PlanModel *model, Ingredients with)
{
  PlanProject project;

  for (guint i = 1; i < 3; i++)
    {
      plan_record_init (PLAN_RECORD_PROJECT, &project);
      project.id = CASE_PROJECT + i;
      project.name = "Other";
      project.start = case_date ("03-05T08:00", 0);
      project.finish = case_date ("05-05T17:00", 0);
      project.calendar = i == 1 ? CASE_24_HOURS : CASE_STANDARD;
      project.schedule_from = i == 2 && (with & WITH_ALAP) ? PLAN_SCHEDULE_FROM_FINISH : PLAN_SCHEDULE_FROM_START;
      plan_model_insert (model, PLAN_RECORD_PROJECT, &project);
    }
}

static void
check_fresh (const PlanSchedule *schedule, const PlanModel *model)
{
  g_autoptr (PlanSchedule) fresh = compute (model);

  g_assert_nonnull (fresh);
  check_all (schedule, fresh, model);
}

/* An edit is taken back: records come again, at other places than they had. */
static void
take_back (PlanSchedule *schedule, PlanModel *model, const PlanChangeSet *changes, gboolean is_scheduled)
{
  g_autoptr (PlanChangeSet) inverse = plan_change_set_invert (changes);

  g_assert_true (plan_model_apply (model, inverse, NULL));
  if (is_scheduled)
    g_assert_true (plan_schedule_update (schedule, model, inverse, NULL));
  else if (plan_change_set_has_record (changes, PLAN_RECORD_TASK)) /* they may have changed their places */
    g_assert_true (plan_schedule_compute (schedule, model, NULL, NULL));
}

/* Edits that make a circle are taken back and must leave the results as they were; some others are taken back too. */
static void
edit_once (PlanSchedule *schedule, PlanModel *model, GRand *rand, guint round)
{
  g_autoptr (PlanChangeSet) changes = case_random_edit (rand, model, round);

  g_assert_true (plan_model_apply (model, changes, NULL));
  if (!plan_schedule_update (schedule, model, changes, NULL))
    take_back (schedule, model, changes, FALSE);
  check_fresh (schedule, model);
  if (g_rand_int_range (rand, 0, 6) > 0)
    return;
  g_clear_pointer (&changes, plan_change_set_free);
  changes = case_random_edit (rand, model, round + EDITS_OF_PLAN);
  g_assert_true (plan_model_apply (model, changes, NULL));
  take_back (schedule, model, changes, plan_schedule_update (schedule, model, changes, NULL));
  check_fresh (schedule, model);
}

static void
edit_plan (GRand *rand, Ingredients with, guint n_edits, PlanScheduleCounts *counts)
{
  g_autoptr (PlanModel) model = NULL;
  g_autoptr (PlanSchedule) schedule = NULL;
  const PlanScheduleCounts *counted;
  Plan plan;

  while (schedule == NULL)
    {
      g_clear_pointer (&model, plan_model_unref);
      make_plan (&plan, rand, with);
      model = build_model (&plan, g_rand_boolean (rand)); /* summaries before or after what is in them */
      if (with & WITH_PROJECTS)
        add_projects (model, with);
      schedule = compute (model);
    }
  for (guint i = 0; i < n_edits; i++)
    edit_once (schedule, model, rand, i);
  counted = plan_schedule_get_counts (schedule);
  counts->n_rebuilt += counted->n_rebuilt;
  counts->n_full += counted->n_full;
  counts->n_groups += counted->n_groups;
  counts->n_values += counted->n_values;
  counts->n_structural += counted->n_structural;
}

/* Without tasks that wait, so that single values are scheduled for themselves, and with everything. What is computed as a
 * whole may not be more than a small part. */
static void
test_update (void)
{
  static const Ingredients sets[] = { 0, WITH_SUMMARIES, WITH_SUMMARIES | WITH_PROGRESS, EVERYTHING & ~(guint) WITH_ALAP,
                                      EVERYTHING & ~(guint) (WITH_ALAP | WITH_RESOURCES), EVERYTHING, WITH_PROJECTS,
                                      WITH_PROJECTS | (EVERYTHING & ~(guint) WITH_ALAP), WITH_PROJECTS | EVERYTHING,
                                      WITH_PROJECTS | WITH_SUMMARIES };
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);
  guint n_plans = g_test_slow () ? 2500 : 40, n_edits = EDITS_OF_PLAN;
  PlanScheduleCounts counts = { 0 };

  for (guint i = 0; i < n_plans; i++)
    edit_plan (rand, sets[i % G_N_ELEMENTS (sets)], n_edits, &counts);
  g_test_message ("%u with a new network, %u as a whole, %u by projects, %u by values, %u by records", counts.n_rebuilt,
                  counts.n_full, counts.n_groups, counts.n_values, counts.n_structural);
  g_assert_cmpuint (counts.n_structural, >, n_plans * n_edits / 8);
  g_assert_cmpuint (counts.n_values, >, n_plans * n_edits / 4);
  g_assert_cmpuint (counts.n_groups, >, n_plans * n_edits / 20);
  g_assert_cmpuint (counts.n_rebuilt + counts.n_full, <, n_plans * n_edits / 4);
}

static PlanId
add_plain (PlanModel *model, guint i, PlanTicks duration)
{
  PlanTask task;

  plan_record_init (PLAN_RECORD_TASK, &task);
  task.id = CASE_FIRST_TASK + i;
  task.project = CASE_PROJECT;
  task.duration = duration;
  plan_model_insert (model, PLAN_RECORD_TASK, &task);
  return task.id;
}

static void
add_plain_link (PlanModel *model, PlanId from, PlanId to)
{
  PlanLink link;

  plan_record_init (PLAN_RECORD_LINK, &link);
  link.id = 100000000 + plan_model_get_n (model, PLAN_RECORD_LINK);
  link.predecessor = from;
  link.successor = to;
  plan_model_insert (model, PLAN_RECORD_LINK, &link);
}

#define WORK_OF_CHAIN 60 /* a million of them take 48 years */

static void
test_chain (void)
{
  g_autoptr (PlanModel) model = case_new_model ();
  g_autoptr (PlanSchedule) schedule = NULL;
  g_autoptr (GError) error = NULL;
  PlanTicks finish;
  const guint n = g_test_slow () ? 1000000 : 20000;

  for (guint i = 0; i < n; i++)
    {
      PlanId id = add_plain (model, i, WORK_OF_CHAIN);

      if (i > 0)
        add_plain_link (model, id - 1, id);
    }
  schedule = compute (model);
  finish = plan_worktime_add (plan_schedule_get_worktime (schedule, CASE_STANDARD), case_date ("03-02T08:00", 0), (PlanTicks) n * WORK_OF_CHAIN);
  g_assert_cmpint (plan_schedule_get_task (schedule, n - 1)->finish, ==, finish);
  g_assert_cmpuint (plan_schedule_get_project (schedule, CASE_PROJECT)->n_critical, ==, n);
  add_plain_link (model, CASE_FIRST_TASK + n - 1, CASE_FIRST_TASK);
  g_assert_false (plan_schedule_compute (schedule, model, NULL, &error));
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_CYCLE);
  g_assert_cmpuint (strlen (error->message), <, 500);
}

/* More work than there is time for ends at the end of time. */
static void
test_endless (void)
{
  g_autoptr (PlanModel) model = case_new_model ();
  g_autoptr (PlanSchedule) schedule = NULL;

  for (guint i = 0; i < 50; i++)
    {
      PlanId id = add_plain (model, i, PLAN_DURATION_MAX);

      if (i > 0)
        add_plain_link (model, id - 1, id);
    }
  schedule = compute (model);
  g_assert_cmpint (plan_schedule_get_task (schedule, 49)->finish, ==, PLAN_TICKS_MAX);
}

static void
test_fan (void)
{
  g_autoptr (PlanModel) model = case_new_model ();
  g_autoptr (PlanSchedule) schedule = NULL;
  const guint n = g_test_slow () ? 100001 : 50000;

  add_plain (model, 0, 4800);
  for (guint i = 1; i < n; i++)
    add_plain_link (model, CASE_FIRST_TASK, add_plain (model, i, 4800));
  schedule = compute (model);
  g_assert_cmpint (plan_schedule_get_task (schedule, n - 1)->start, ==, case_date ("03-03T08:00", 0));
  g_assert_cmpint (plan_schedule_get_task (schedule, 0)->total_slack, ==, 0);
}

/* Thousands of days off, one by one: work begins after the last of them. */
static void
test_exceptions (void)
{
  g_autoptr (PlanModel) model = case_new_model ();
  g_autoptr (PlanSchedule) schedule = NULL;
  const guint n = g_test_slow () ? 50000 : 2000;
  PlanDay first = plan_day_from_civil (1984, 1, 2), open = first + (PlanDay) n;
  PlanValue start = PLAN_VALUE_OF_INTEGER (plan_ticks_from_day (first, 4800));

  for (guint i = 0; i < n; i++)
    {
      PlanException exception;

      plan_record_init (PLAN_RECORD_EXCEPTION, &exception);
      exception.id = 50000000 + i;
      exception.calendar = CASE_STANDARD;
      exception.hours = "";
      exception.start = exception.finish = first + (PlanDay) ((i * 7919) % n); /* in no order */
      plan_model_insert (model, PLAN_RECORD_EXCEPTION, &exception);
    }
  plan_model_set (model, PLAN_FIELD_PROJECT_START, CASE_PROJECT, &start);
  add_plain (model, 0, 4800);
  schedule = compute (model);
  while (plan_day_get_weekday (open) >= 5)
    open++;
  g_assert_cmpint (plan_schedule_get_task (schedule, 0)->start, ==, plan_ticks_from_day (open, 4800));
}

/* A calendar in which nobody ever works is named in one sentence. */
static void
test_no_working_time (void)
{
  static const char *const never[7] = { "", "", "", "", "", "", "" };
  g_autoptr (PlanModel) model = case_new_model ();
  g_autoptr (PlanSchedule) schedule = plan_schedule_new ();
  g_autoptr (GError) error = NULL;
  PlanValue calendar = PLAN_VALUE_OF_INTEGER (9);

  case_add_calendar (model, 9, PLAN_ID_NONE, "Never", never);
  plan_model_set (model, PLAN_FIELD_TASK_CALENDAR, add_plain (model, 0, 4800), &calendar);
  g_assert_false (plan_schedule_compute (schedule, model, NULL, &error));
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_RANGE);
  g_assert_nonnull (strstr (error->message, "Never"));
  g_assert_null (strchr (error->message, '\n'));
}

static void
test_cancel (void)
{
  g_autoptr (PlanCase) self = plan_case_new ("", "A 1d");
  g_autoptr (GError) error = NULL;
  PlanProgress progress = { 0 };

  plan_progress_cancel (&progress);
  g_assert_false (plan_schedule_compute (self->schedule, self->model, &progress, &error));
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_CANCELLED);
}

static void
test_far_dates (void)
{
  plan_case_run ("start=1984-01-02", "A 1d; B 1d A", "B s=1984-01-03 f=1984-01-03 ts=0d");
  plan_case_run ("start=2149-12-30", "A 1d; B 1d A", "B s=2149-12-31 f=2149-12-31 ts=0d");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/random/laws", test_laws);
  g_test_add_func ("/schedule/random/drivers", test_drivers);
  g_test_add_func ("/schedule/random/order-of-rows", test_order_of_rows);
  g_test_add_func ("/schedule/random/stretches", test_stretches);
  g_test_add_func ("/schedule/random/mirror", test_mirror);
  g_test_add_func ("/schedule/random/update", test_update);
  g_test_add_func ("/schedule/random/chain", test_chain);
  g_test_add_func ("/schedule/random/endless", test_endless);
  g_test_add_func ("/schedule/random/fan", test_fan);
  g_test_add_func ("/schedule/random/exceptions", test_exceptions);
  g_test_add_func ("/schedule/random/no-working-time", test_no_working_time);
  g_test_add_func ("/schedule/random/cancel", test_cancel);
  g_test_add_func ("/schedule/random/far-dates", test_far_dates);
  return g_test_run ();
}
