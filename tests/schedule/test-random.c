/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Laws that hold for every plan, on random plans with fixed seeds: no link is violated, a task lasts as long as it should,
 * slack lies between the early and the late dates, what drives a task does, the order of rows means nothing, and scheduling
 * from the finish is the mirror image.
 */

#include "plan-random-plan.h"

#include "plan-driver.h"
#include "plan-random-edits.h"
#include "plan-stretches.h"

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
  CasePlan plan;
  guint n_scheduled = 0;

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (PlanModel) model = NULL;
      g_autoptr (PlanSchedule) schedule = NULL;

      case_random_plan (&plan, rand, (round % 3 ? CASE_WITH_CALENDARS : 0) | (round % 2 ? CASE_WITH_SUMMARIES : 0));
      model = case_build_plan (&plan, FALSE);
      schedule = case_compute (model);
      if (schedule == NULL)
        continue;
      n_scheduled++;
      for (guint i = 0; i < plan.n_links; i++)
        check_link (schedule, model, &plan.links[i]);
      for (guint i = 0; i < CASE_N_TASKS; i++)
        check_task (schedule, model, i, round % 3 == 0);
    }
  g_assert_cmpuint (n_scheduled, >, 200);
}

static void
test_order_of_rows (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);
  CasePlan plan;

  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (PlanModel) model = NULL, turned = NULL;
      g_autoptr (PlanSchedule) a = NULL, b = NULL;

      case_random_plan (&plan, rand, CASE_EVERYTHING);
      model = case_build_plan (&plan, FALSE);
      turned = case_build_plan (&plan, TRUE);
      a = case_compute (model);
      b = case_compute (turned);
      g_assert_true ((a == NULL) == (b == NULL));
      for (guint i = 0; a != NULL && i < CASE_N_TASKS; i++)
        case_check_equal (get_task (a, model, CASE_FIRST_TASK + i), get_task (b, turned, CASE_FIRST_TASK + i));
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
start_without_links (const CasePlan *plan, PlanId task, GArray *drivers, const PlanModel *of_drivers, gboolean driving)
{
  g_autofree CasePlan *other = g_memdup2 (plan, sizeof *plan);
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
  model = case_build_plan (other, FALSE);
  schedule = case_compute (model);
  g_assert_nonnull (schedule);
  return get_task (schedule, model, task)->start;
}

/* Without the links that do not drive it a task stays; without those that do, and nothing else beside them, it comes earlier. */
static void
check_drivers (const CasePlan *plan, const PlanSchedule *schedule, const PlanModel *model, guint index, GArray *drivers, guint *n_moved)
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
  g_autofree CasePlan *plan = g_new0 (CasePlan, 1);
  guint n_moved = 0;

  for (guint round = 0; round < 30; round++)
    {
      g_autoptr (PlanModel) model = NULL;
      g_autoptr (PlanSchedule) schedule = NULL;
      g_autoptr (PlanTaskIndex) task_index = NULL;
      g_autoptr (PlanDriverFinder) finder = NULL;

      case_random_plan (plan, rand, (CASE_EVERYTHING & ~CASE_WITH_ALAP & ~CASE_WITH_RESOURCES) | (round % 2 ? CASE_WITH_RESOURCES : 0));
      model = case_build_plan (plan, FALSE);
      schedule = case_compute (model);
      if (schedule == NULL)
        continue;
      task_index = plan_task_index_new (model);
      finder = plan_driver_finder_new (schedule, model, task_index);
      for (guint i = 0; i < CASE_N_TASKS; i++)
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
  CasePlan plan;

  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (PlanModel) model = NULL;
      g_autoptr (PlanSchedule) schedule = NULL;
      g_autoptr (PlanStretches) stretches = NULL;

      case_random_plan (&plan, rand, CASE_EVERYTHING);
      model = case_build_plan (&plan, FALSE);
      schedule = case_compute (model);
      if (schedule == NULL)
        continue;
      stretches = plan_stretches_new (schedule, model);
      for (guint i = 0; i < CASE_N_TASKS; i++)
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
mirror_plan (CasePlan *plan)
{
  static const guint8 constraints[] = { PLAN_CONSTRAINT_ALAP, PLAN_CONSTRAINT_ASAP, PLAN_CONSTRAINT_MFO, PLAN_CONSTRAINT_MSO,
                                        PLAN_CONSTRAINT_FNLT, PLAN_CONSTRAINT_FNET, PLAN_CONSTRAINT_SNLT, PLAN_CONSTRAINT_SNET };

  for (guint i = 0; i < CASE_N_TASKS; i++)
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
  CasePlan plan;

  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (PlanModel) model = NULL, mirrored = NULL;
      g_autoptr (PlanSchedule) a = NULL, b = NULL;

      case_random_plan (&plan, rand, CASE_WITH_CONSTRAINTS | CASE_WITH_ALAP | CASE_WITH_LEADS);
      for (guint i = 0; i < CASE_N_TASKS; i++)
        plan.tasks[i].deadline = PLAN_TICKS_NONE;
      model = case_build_plan (&plan, FALSE);
      mirror_plan (&plan);
      mirrored = case_build_plan (&plan, FALSE);
      plan_model_set (mirrored, PLAN_FIELD_PROJECT_FINISH, CASE_PROJECT, &finish);
      plan_model_set (mirrored, PLAN_FIELD_PROJECT_SCHEDULE_FROM, CASE_PROJECT, &from);
      a = case_compute (model);
      b = case_compute (mirrored);
      for (guint i = 0; i < CASE_N_TASKS; i++)
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/random/laws", test_laws);
  g_test_add_func ("/schedule/random/drivers", test_drivers);
  g_test_add_func ("/schedule/random/order-of-rows", test_order_of_rows);
  g_test_add_func ("/schedule/random/stretches", test_stretches);
  g_test_add_func ("/schedule/random/mirror", test_mirror);
  return g_test_run ();
}
