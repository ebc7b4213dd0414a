/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An update gives what a full computation gives, after random edits of random plans, also when they are taken back.
 */

#include "plan-random-plan.h"

#include "plan-random-edits.h"
#include "plan-schedule-private.h"

#define EDITS_OF_PLAN 40

static void
check_all (const PlanSchedule *a, const PlanSchedule *b, const PlanModel *model)
{
  g_assert_cmpuint (plan_schedule_get_n (a), ==, plan_model_get_n (model, PLAN_RECORD_TASK));
  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_TASK); i++)
    case_check_equal (plan_schedule_get_task (a, i), plan_schedule_get_task (b, i));
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
check_fresh (const PlanSchedule *schedule, const PlanModel *model)
{
  g_autoptr (PlanSchedule) fresh = case_compute (model);

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
edit_plan (GRand *rand, CaseIngredients with, guint n_edits, PlanScheduleCounts *counts)
{
  g_autoptr (PlanModel) model = NULL;
  g_autoptr (PlanSchedule) schedule = NULL;
  const PlanScheduleCounts *counted;
  CasePlan plan;

  while (schedule == NULL)
    {
      g_clear_pointer (&model, plan_model_unref);
      case_random_plan (&plan, rand, with);
      model = case_build_plan (&plan, g_rand_boolean (rand)); /* summaries before or after what is in them */
      if (with & CASE_WITH_PROJECTS)
        case_add_projects (model, with);
      schedule = case_compute (model);
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
  static const CaseIngredients sets[] = { 0, CASE_WITH_SUMMARIES, CASE_WITH_SUMMARIES | CASE_WITH_PROGRESS, CASE_EVERYTHING & ~(guint) CASE_WITH_ALAP,
                                      CASE_EVERYTHING & ~(guint) (CASE_WITH_ALAP | CASE_WITH_RESOURCES), CASE_EVERYTHING, CASE_WITH_PROJECTS,
                                      CASE_WITH_PROJECTS | (CASE_EVERYTHING & ~(guint) CASE_WITH_ALAP), CASE_WITH_PROJECTS | CASE_EVERYTHING,
                                      CASE_WITH_PROJECTS | CASE_WITH_SUMMARIES };
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

static void
switch_task (const PlanModel *model, PlanId id, PlanChangeSet *changes)
{
  const PlanTask *task = plan_model_get_task (model, id);
  PlanValue old = PLAN_VALUE_OF_INTEGER (task->active), new = PLAN_VALUE_OF_INTEGER (!task->active);

  plan_change_set_add_update (changes, PLAN_FIELD_TASK_ACTIVE, id, &old, &new);
}

/* Tasks are made inactive and active again, alone and two at once. All but summaries, and tasks whose link is the only one of
 * a summary, are switched in place. */
static void
test_switch (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (12);
  guint n_rebuilt = 0, n_switches = 0;
  CasePlan plan;

  for (guint round = 0; round < 20; round++)
    {
      g_autoptr (PlanModel) model = NULL;
      g_autoptr (PlanSchedule) schedule = NULL;

      case_random_plan (&plan, rand, CASE_EVERYTHING & ~(guint) (round % 4 ? CASE_WITH_ALAP : CASE_WITH_SUMMARIES));
      model = case_build_plan (&plan, round % 2);
      if ((schedule = case_compute (model)) == NULL)
        continue;
      for (guint i = 0; i < CASE_N_TASKS; i++)
        {
          g_autoptr (PlanChangeSet) changes = plan_change_set_new ();
          PlanId other = CASE_FIRST_TASK + g_rand_int_range (rand, 0, CASE_N_TASKS);

          switch_task (model, CASE_FIRST_TASK + i, changes);
          if (i % 3 == 0 && other != CASE_FIRST_TASK + i)
            switch_task (model, other, changes);
          g_assert_true (plan_model_apply (model, changes, NULL));
          if (plan_schedule_update (schedule, model, changes, NULL))
            check_fresh (schedule, model);
          take_back (schedule, model, changes, TRUE);
          check_fresh (schedule, model);
          n_switches += 2;
        }
      n_rebuilt += plan_schedule_get_counts (schedule)->n_rebuilt - 1;
    }
  g_test_message ("%u of %u with a new network", n_rebuilt, n_switches);
  g_assert_cmpuint (n_switches, >, 1000);
  g_assert_cmpuint (n_rebuilt, <, n_switches / 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/update/random", test_update);
  g_test_add_func ("/schedule/update/switch", test_switch);
  return g_test_run ();
}
