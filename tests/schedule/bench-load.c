/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the load of people costs: 200 people in 20 projects over five years, each with some fifty tasks a year; what is made
 * anew after an edit, what a screen of thirty people in sixty cells asks for, and all of it.
 */

#include "plan-case.h"
#include "plan-load.h"

#include <string.h>
#include <time.h>

#define N_PEOPLE 200
#define N_PROJECTS 20
#define N_YEARS 5
#define N_TASKS (N_PEOPLE * N_YEARS * 50)
#define FIRST_ID 1000000

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec * 1000.0 + time.tv_nsec / 1e6;
}

static void
add_projects (PlanModel *model)
{
  PlanProject project = *plan_model_get_project (model, CASE_PROJECT);

  for (guint i = 1; i < N_PROJECTS; i++)
    {
      project.id = CASE_PROJECT + i;
      plan_model_insert (model, PLAN_RECORD_PROJECT, &project);
    }
}

static void
add_people (PlanModel *model)
{
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      PlanResource resource;

      plan_record_init (PLAN_RECORD_RESOURCE, &resource);
      resource.id = CASE_FIRST_RESOURCE + i;
      resource.name = "Person";
      resource.type = PLAN_RESOURCE_WORK;
      resource.calendar = CASE_STANDARD;
      plan_model_insert (model, PLAN_RECORD_RESOURCE, &resource);
    }
}

static void
add_tasks (PlanModel *model)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < N_TASKS; i++)
    {
      PlanTask task;
      PlanAssignment assignment;

      plan_record_init (PLAN_RECORD_TASK, &task);
      task.id = FIRST_ID + i;
      task.project = CASE_PROJECT + i % N_PROJECTS;
      task.rank = i;
      task.name = "Task";
      task.duration = 4800 * g_rand_int_range (rand, 1, 9);
      task.constraint = PLAN_CONSTRAINT_SNET;
      task.constraint_date = case_date ("03-02", 0) + g_rand_int_range (rand, 0, N_YEARS * 365) * PLAN_TICKS_PER_DAY;
      plan_model_insert (model, PLAN_RECORD_TASK, &task);
      plan_record_init (PLAN_RECORD_ASSIGNMENT, &assignment);
      assignment.id = 2 * FIRST_ID + i;
      assignment.task = task.id;
      assignment.resource = CASE_FIRST_RESOURCE + (guint) g_rand_int_range (rand, 0, N_PEOPLE);
      assignment.units = 5000;
      assignment.work = task.duration / 2;
      plan_model_insert (model, PLAN_RECORD_ASSIGNMENT, &assignment);
    }
}

static void
read_people (PlanLoad *load, guint n_people, guint n_cells, PlanTicks length)
{
  g_autofree PlanTicks *edges = g_new (PlanTicks, n_cells + 1);
  g_autofree PlanLoadCell *cells = g_new (PlanLoadCell, n_cells);

  for (guint i = 0; i <= n_cells; i++)
    edges[i] = case_date ("03-02", 0) + 300 * PLAN_TICKS_PER_DAY + i * length;
  for (guint i = 0; i < n_people; i++)
    {
      memset (cells, 0, sizeof (PlanLoadCell) * n_cells);
      plan_load_read (load, i, edges, n_cells, cells);
    }
}

static void
print (const char *what, double since)
{
  g_print ("%-46s %8.2f ms\n", what, now () - since);
}

int
main (void)
{
  g_autoptr (PlanModel) model = case_new_model ();
  g_autoptr (PlanSchedule) schedule = plan_schedule_new ();
  g_autoptr (PlanCosts) costs = NULL;
  g_autoptr (PlanLoad) load = NULL;
  double start;

  add_projects (model);
  add_people (model);
  add_tasks (model);
  start = now ();
  g_assert_true (plan_schedule_compute (schedule, model, NULL, NULL));
  print ("schedule", start);
  start = now ();
  costs = plan_costs_new (schedule, model, case_date ("03-02", 0));
  print ("work and cost", start);
  start = now ();
  plan_costs_get_spread (costs);
  print ("dates of assignments", start);
  start = now ();
  load = plan_load_new (costs);
  print ("assignments by people", start);
  start = now ();
  read_people (load, 30, 60, 7 * PLAN_TICKS_PER_DAY);
  print ("30 people x 60 weeks, first time", start);
  start = now ();
  read_people (load, 30, 60, 7 * PLAN_TICKS_PER_DAY);
  print ("30 people x 60 weeks, scrolled", start);
  start = now ();
  read_people (load, 200, 260, 7 * PLAN_TICKS_PER_DAY);
  print ("all people x 260 weeks, first time", start);
  start = now ();
  read_people (load, 200, 60, 30 * PLAN_TICKS_PER_DAY);
  print ("all people x 60 months, scrolled", start);
  return 0;
}
