/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Random plans: tasks, links, work and pauses, with as much of everything as is asked for. What is said of a plan follows
 * from the random numbers alone, so that a seed gives the same plan everywhere.
 */

#include "plan-random-plan.h"

#include "plan-error.h"
#include "plan-random-edits.h"

#define FIRST_LINK 100000
#define FIRST_ASSIGNMENT 200000
#define FIRST_SPLIT 300000

static void
make_task (CasePlan *plan, GRand *rand, guint i, CaseIngredients with)
{
  PlanTask *task = &plan->tasks[i];
  int luck = g_rand_int_range (rand, 0, 100);

  plan_record_init (PLAN_RECORD_TASK, task);
  task->id = CASE_FIRST_TASK + i;
  task->project = CASE_PROJECT;
  task->rank = i;
  task->name = "Task";
  task->duration = luck % 7 == 0 ? 0 : g_rand_int_range (rand, 1, 60) * 1200;
  if ((with & CASE_WITH_SUMMARIES) && i > 0 && luck < 60)
    task->parent = CASE_FIRST_TASK + g_rand_int_range (rand, 0, 6 < i ? 6 : (gint32) i);
  if (with & CASE_WITH_PROJECTS)
    task->project = task->parent != PLAN_ID_NONE ? plan->tasks[task->parent - CASE_FIRST_TASK].project : CASE_PROJECT + i % 3;
  if ((with & CASE_WITH_CALENDARS) && luck % 5 == 0)
    task->calendar = g_rand_int_range (rand, CASE_STANDARD, CASE_N_CALENDARS);
  if ((with & CASE_WITH_CALENDARS) && luck % 11 == 0)
    task->duration_unit = PLAN_UNIT_ELAPSED_DAY;
  if ((with & CASE_WITH_CONSTRAINTS) && luck % 4 == 0)
    {
      task->constraint = (guint8) g_rand_int_range (rand, PLAN_CONSTRAINT_MSO, PLAN_CONSTRAINT_FNLT + 1);
      task->constraint_date = case_random_date (rand);
    }
  if ((with & CASE_WITH_CONSTRAINTS) && luck % 9 == 0)
    task->deadline = case_random_date (rand);
  if ((with & CASE_WITH_ALAP) && luck % 6 == 1)
    task->constraint = PLAN_CONSTRAINT_ALAP;
  if ((with & CASE_WITH_PROGRESS) && luck % 8 == 3)
    {
      task->actual_start = case_random_date (rand);
      task->percent_complete = luck % 16 == 3 ? 5000 : 10000;
      task->actual_finish = luck % 16 == 3 ? PLAN_TICKS_NONE : task->actual_start + 14400;
    }
  if ((with & CASE_WITH_PROGRESS) && luck % 13 == 4)
    {
      task->manual = TRUE;
      task->manual_start = case_random_date (rand);
    }
  task->active = !((with & CASE_WITH_PROGRESS) && luck % 17 == 5);
}

static void
make_link (CasePlan *plan, GRand *rand, guint i, CaseIngredients with)
{
  PlanLink *link = &plan->links[plan->n_links];
  int luck = g_rand_int_range (rand, 0, 100);

  plan_record_init (PLAN_RECORD_LINK, link);
  link->id = FIRST_LINK + plan->n_links++;
  link->predecessor = CASE_FIRST_TASK + g_rand_int_range (rand, (with & CASE_WITH_SUMMARIES) && luck > 2 && i > 7 ? 7 : 0, (gint32) i);
  link->successor = CASE_FIRST_TASK + i;
  if ((with & CASE_WITH_SUMMARIES) && luck == 50)
    link->successor = CASE_FIRST_TASK + g_rand_int_range (rand, 0, 6);
  link->type = luck < 60 ? PLAN_LINK_FS : (guint8) g_rand_int_range (rand, 0, 4);
  link->lag = luck % 3 == 0 ? g_rand_int_range (rand, with & CASE_WITH_LEADS ? -3 : 0, 4) * 2400 : 0;
  if ((with & CASE_WITH_CALENDARS) && luck % 9 == 0)
    link->lag_unit = PLAN_UNIT_ELAPSED_DAY;
}

static void
make_work (CasePlan *plan, GRand *rand, guint i, CaseIngredients with)
{
  PlanAssignment *assignment;
  PlanSplit *split = &plan->splits[plan->n_splits];

  for (int k = with & CASE_WITH_RESOURCES ? g_rand_int_range (rand, 0, 4) : 0; k > 0; k--)
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
  if (!(with & CASE_WITH_PAUSES) || g_rand_int_range (rand, 0, 5) > 0)
    return;
  plan_record_init (PLAN_RECORD_SPLIT, split);
  split->id = FIRST_SPLIT + plan->n_splits++;
  split->owner_record = plan->n_assignments > 0 && g_rand_boolean (rand) ? PLAN_RECORD_ASSIGNMENT : PLAN_RECORD_TASK;
  split->owner = split->owner_record == PLAN_RECORD_TASK ? CASE_FIRST_TASK + i : plan->assignments[plan->n_assignments - 1].id;
  split->after = g_rand_int_range (rand, 0, 30) * 1200;
  split->length = g_rand_int_range (rand, 1, 10) * 1200;
}

/* The first six rows are summaries when there are any; other rows have links to earlier ones. */
void
case_random_plan (CasePlan *plan, GRand *rand, CaseIngredients with)
{
  plan->n_links = plan->n_assignments = plan->n_splits = 0;
  for (guint i = 0; i < CASE_N_TASKS; i++)
    make_task (plan, rand, i, with);
  for (guint i = 0; i < CASE_N_TASKS; i++)
    make_work (plan, rand, i, with);
  for (guint i = with & CASE_WITH_SUMMARIES ? 7 : 1; i < CASE_N_TASKS; i++)
    for (int k = g_rand_int_range (rand, 0, 3); k > 0; k--)
      make_link (plan, rand, i, with);
}

PlanModel *
case_build_plan (const CasePlan *plan, gboolean backwards)
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
  for (guint i = 0; i < CASE_N_TASKS; i++)
    plan_model_insert (model, PLAN_RECORD_TASK, &plan->tasks[backwards ? CASE_N_TASKS - 1 - i : i]);
  for (guint i = 0; i < plan->n_links; i++)
    plan_model_insert (model, PLAN_RECORD_LINK, &plan->links[backwards ? plan->n_links - 1 - i : i]);
  return model;
}

/* Those that CASE_WITH_PROJECTS promises. */
void
case_add_projects (PlanModel *model, CaseIngredients with)
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
      project.schedule_from = i == 2 && (with & CASE_WITH_ALAP) ? PLAN_SCHEDULE_FROM_FINISH : PLAN_SCHEDULE_FROM_START;
      plan_model_insert (model, PLAN_RECORD_PROJECT, &project);
    }
}

/* A schedule, or NULL when a link leads into an own summary. */
PlanSchedule *
case_compute (const PlanModel *model)
{
  g_autoptr (PlanSchedule) schedule = plan_schedule_new ();
  g_autoptr (GError) error = NULL;

  if (plan_schedule_compute (schedule, model, NULL, &error))
    return g_steal_pointer (&schedule);
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_CYCLE);
  return NULL;
}

void
case_check_equal (const PlanScheduledTask *a, const PlanScheduledTask *b)
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
