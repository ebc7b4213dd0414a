/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What one pass of levelling costs, beside one computation of the schedule: two links for each task, one resource for
 * fifty tasks, at half of its time each.
 */

#include "plan-case.h"

#include "plan-level.h"

#include <time.h>

#define FIRST_ID 100000

/* Milliseconds of this process on a processor, so that others on the machine do not count. */
static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1e6;
}

static void
add_task (PlanModel *model, GRand *rand, guint i, guint n_resources)
{
  static const gint32 durations[] = { 2400, 4800, 9600, 24000, 48000 };
  PlanTask task;
  PlanAssignment assignment;

  plan_record_init (PLAN_RECORD_TASK, &task);
  task.id = FIRST_ID + i;
  task.project = CASE_PROJECT;
  task.rank = i;
  task.name = "Task";
  task.duration = durations[g_rand_int_range (rand, 0, G_N_ELEMENTS (durations))];
  plan_model_insert (model, PLAN_RECORD_TASK, &task);
  plan_record_init (PLAN_RECORD_ASSIGNMENT, &assignment);
  assignment.id = CASE_FIRST_ASSIGNMENT + i;
  assignment.task = task.id;
  assignment.resource = CASE_FIRST_RESOURCE + g_rand_int_range (rand, 0, (gint32) n_resources);
  assignment.units = PLAN_PERCENT_HUNDRED / 2;
  assignment.work = task.duration / 2;
  plan_model_insert (model, PLAN_RECORD_ASSIGNMENT, &assignment);
}

static PlanModel *
make_plan (guint n)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  PlanModel *model = case_new_model ();

  for (guint i = 0; i < n / 50; i++)
    {
      PlanResource resource;

      plan_record_init (PLAN_RECORD_RESOURCE, &resource);
      resource.id = CASE_FIRST_RESOURCE + i;
      resource.type = PLAN_RESOURCE_WORK;
      resource.calendar = CASE_STANDARD;
      plan_model_insert (model, PLAN_RECORD_RESOURCE, &resource);
    }
  for (guint i = 0; i < n; i++)
    {
      add_task (model, rand, i, n / 50);
      for (guint k = 0; k < 2 && i > 0; k++)
        {
          PlanLink link;

          plan_record_init (PLAN_RECORD_LINK, &link);
          link.id = 50 * FIRST_ID + i * 2 + k;
          link.predecessor = FIRST_ID + i - 1 - (guint) g_rand_int_range (rand, 0, (gint32) MIN (i, 200));
          link.successor = FIRST_ID + i;
          link.type = PLAN_LINK_FS;
          plan_model_insert (model, PLAN_RECORD_LINK, &link);
        }
    }
  return model;
}

static void
measure (guint n)
{
  g_autoptr (PlanModel) model = make_plan (n);
  g_autoptr (PlanSchedule) schedule = plan_schedule_new ();
  g_autoptr (PlanLevel) level = NULL;
  PlanLevelOptions options = { .order = PLAN_LEVEL_STANDARD };
  double start = now (), computed;

  g_assert_true (plan_schedule_compute (schedule, model, NULL, NULL));
  computed = now () - start;
  start = now ();
  level = plan_level_run (model, &options, NULL);
  g_print ("%6u tasks: schedule %.1f ms, levelling %.1f ms, %u moved\n", n, computed, now () - start, level->changes->len);
}

int
main (void)
{
  measure (1000);
  measure (10000);
  return 0;
}
