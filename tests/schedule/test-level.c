/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Levelling: on random plans no resource is over its units at any minute, and the schedule computed afterwards starts each task
 * where levelling put it.
 */

#include "plan-case.h"

#include "plan-level.h"

#define N_TASKS 30
#define N_RESOURCES 3

static void
add_work (PlanModel *model, guint i, guint resource, PlanPercent units)
{
  PlanAssignment assignment;

  plan_record_init (PLAN_RECORD_ASSIGNMENT, &assignment);
  assignment.id = CASE_FIRST_ASSIGNMENT + i;
  assignment.task = CASE_FIRST_TASK + i;
  assignment.resource = CASE_FIRST_RESOURCE + resource;
  assignment.units = units;
  plan_model_insert (model, PLAN_RECORD_ASSIGNMENT, &assignment);
}

static void
add_task (PlanModel *model, guint i, GRand *rand)
{
  PlanTask task;
  PlanLink link;

  plan_record_init (PLAN_RECORD_TASK, &task);
  task.id = CASE_FIRST_TASK + i;
  task.project = CASE_PROJECT;
  task.rank = i;
  task.name = "Task";
  task.type = PLAN_TASK_FIXED_DURATION;
  task.duration = g_rand_int_range (rand, 1, 40) * 1200;
  task.calendar = g_rand_int_range (rand, 0, 3) == 0 ? g_rand_int_range (rand, CASE_STANDARD, CASE_N_CALENDARS) : PLAN_ID_NONE;
  task.ignore_resource_calendar = TRUE;
  task.priority = g_rand_int_range (rand, 0, 1000);
  plan_model_insert (model, PLAN_RECORD_TASK, &task);
  add_work (model, i, (guint) g_rand_int_range (rand, 0, N_RESOURCES), g_rand_int_range (rand, 1, 5) * 2500);
  if (i == 0 || g_rand_boolean (rand))
    return;
  plan_record_init (PLAN_RECORD_LINK, &link);
  link.id = 100000 + i;
  link.predecessor = CASE_FIRST_TASK + g_rand_int_range (rand, 0, (gint32) i);
  link.successor = task.id;
  link.type = (guint8) g_rand_int_range (rand, 0, 4);
  link.lag = g_rand_int_range (rand, 0, 4) * 2400;
  plan_model_insert (model, PLAN_RECORD_LINK, &link);
}

static PlanModel *
make_model (guint32 seed)
{
  PlanModel *model = case_new_model ();
  GRand *rand = g_rand_new_with_seed (seed);

  for (guint i = 0; i < N_RESOURCES; i++)
    {
      PlanResource resource;

      plan_record_init (PLAN_RECORD_RESOURCE, &resource);
      resource.id = CASE_FIRST_RESOURCE + i;
      resource.name = "Resource";
      resource.type = PLAN_RESOURCE_WORK;
      resource.max_units = 10000 + i * 5000;
      plan_model_insert (model, PLAN_RECORD_RESOURCE, &resource);
    }
  for (guint i = 0; i < N_TASKS; i++)
    add_task (model, i, rand);
  g_rand_free (rand);
  return model;
}

/* What all tasks together use of a resource at an instant, in hundredths of a percent. */
static gint64
count_use (const PlanModel *model, const PlanSchedule *schedule, PlanId resource, PlanTicks at)
{
  gint64 used = 0;

  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_ASSIGNMENT); i++)
    {
      const PlanAssignment *assignment = plan_model_get_assignment_at (model, i);
      guint index = plan_model_find (model, PLAN_RECORD_TASK, assignment->task);
      const PlanScheduledTask *task = plan_schedule_get_task (schedule, index);

      if (assignment->resource == resource && task->start <= at && at < task->finish)
        used += assignment->units;
    }
  return used;
}

/* Use only grows where a task starts. */
static void
check_use (const PlanModel *model, const PlanSchedule *schedule)
{
  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_TASK); i++)
    for (guint r = 0; r < N_RESOURCES; r++)
      {
        const PlanResource *resource = plan_model_get_resource (model, CASE_FIRST_RESOURCE + r);
        PlanTicks at = plan_schedule_get_task (schedule, i)->start;

        g_assert_cmpint (count_use (model, schedule, resource->id, at), <=, resource->max_units);
      }
}

static void
test_random (void)
{
  guint n_changes = 0;

  for (guint32 seed = 0; seed < 200; seed++)
    {
      g_autoptr (PlanModel) model = make_model (seed);
      g_autoptr (PlanSchedule) schedule = plan_schedule_new ();
      PlanLevelOptions options = { .order = (PlanLevelOrder) (seed % 4) };
      g_autoptr (PlanLevel) level = plan_level_run (model, &options, NULL);

      g_assert_nonnull (level);
      plan_level_apply (level, model);
      g_assert_cmpuint (level->unresolved->len, ==, 0);
      g_assert_true (plan_schedule_compute (schedule, model, NULL, NULL));
      check_use (model, schedule);
      for (guint i = 0; i < level->changes->len; i++)
        {
          const PlanLevelChange *change = &g_array_index (level->changes, PlanLevelChange, i);
          guint index = plan_model_find (model, PLAN_RECORD_TASK, change->task);

          g_assert_cmpint (plan_schedule_get_task (schedule, index)->start, ==, change->to);
        }
      n_changes += level->changes->len;
    }
  g_assert_cmpuint (n_changes, >, 500);
}

/* One that needs more than there is stays where it is, and is named. */
static void
test_too_much (void)
{
  g_autoptr (PlanModel) model = make_model (1);
  const PlanValue units = { .kind = PLAN_VALUE_INTEGER, .integer = 90000 };
  PlanLevelOptions options = { .order = PLAN_LEVEL_ID };
  g_autoptr (PlanLevel) level = NULL;

  plan_model_set (model, PLAN_FIELD_ASSIGNMENT_UNITS, CASE_FIRST_ASSIGNMENT, &units);
  level = plan_level_run (model, &options, NULL);
  g_assert_cmpuint (level->unresolved->len, >=, 1);
  g_assert_cmpint (g_array_index (level->unresolved, PlanId, 0), ==, CASE_FIRST_TASK);
  g_assert_cmpint (plan_model_get_task (model, CASE_FIRST_TASK)->levelling_delay, ==, 0);
}

/* @unresolved: the names of tasks that stay overloaded, or "" */
static const struct
{
  const char *path;
  const char *plan;
  const char *expected;
  const char *unresolved;
  PlanLevelOptions how;
} cases[] = {
  { "slack", "A 2d by=Ann; B 3d by=Ann", "B s=03-02; A s=03-05", "", { .order = PLAN_LEVEL_STANDARD } },
  { "id", "A 2d by=Ann; B 3d by=Ann", "A s=03-02; B s=03-04", "", { .order = PLAN_LEVEL_ID } },
  { "within-slack", "A 2d by=Ann; B 1d by=Ann; X 5d", "A s=03-02; B s=03-04", "", { .order = PLAN_LEVEL_ID, .within_slack = TRUE } },
  { "beyond-slack", "A 3d by=Ann; B 2d by=Ann", "A s=03-02; B s=03-02", "B", { .within_slack = TRUE } },
  { "snet", "A 2d by=Ann; B 1d by=Ann SNET=03-03", "A s=03-02; B s=03-04", "", { .order = PLAN_LEVEL_ID } },
  { "mso", "A 2d by=Ann; B 2d by=Ann MSO=03-03", "B s=03-03; A s=03-05", "", { .order = PLAN_LEVEL_ID } },
  { "started", "A 2d by=Ann; B 2d by=Ann as=03-02", "B s=03-02; A s=03-04", "", { .order = PLAN_LEVEL_ID } },
  { "both-started", "A 2d by=Ann as=03-02; B 2d by=Ann as=03-02", "A s=03-02; B s=03-02", "A B", { .order = PLAN_LEVEL_ID } },
  { "alap", "A 2d by=Ann; B 2d by=Ann ALAP; C 2d by=Ann; X 8d", "A s=03-02; C s=03-04; B s=03-10", "", { .order = PLAN_LEVEL_ID } },
  /* Wherever A goes, B goes along. */
  { "alap-follows", "A 2d by=Ann; B 2d by=Ann ALAP; X 3d", "A s=03-02; B s=03-03", "A B", { .order = PLAN_LEVEL_ID } },
  { "successors", "A 2d by=Ann; B 2d by=Ann; C 1d B", "A s=03-02; B s=03-04; C s=03-06", "", { .order = PLAN_LEVEL_ID } },
  { "search", "A 4d by=Ann; B 1d by=Ann; C 6d B; D 1d A", "B s=03-02; A s=03-03; C f=03-10; D s=03-09", "",
    { .order = PLAN_LEVEL_ID, .search = TRUE, .n_schedules = 50, .seed = 1 } },
};

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (PlanCase) plan = plan_case_new ("Ann=standard", cases[i].plan);
  g_autoptr (PlanLevel) level = plan_level_run (plan->model, &cases[i].how, NULL);
  g_autoptr (GString) names = g_string_new (NULL);

  g_assert_nonnull (level);
  plan_level_apply (level, plan->model);
  plan_case_compute (plan);
  plan_case_check (plan, cases[i].expected);
  for (guint k = 0; k < level->unresolved->len; k++)
    g_string_append_printf (names, k == 0 ? "%s" : " %s",
                            plan_model_get_task (plan->model, g_array_index (level->unresolved, PlanId, k))->name);
  g_assert_cmpstr (names->str, ==, cases[i].unresolved);
}

/* What is said of a move. */
static void
test_reason (void)
{
  g_autoptr (PlanCase) plan = plan_case_new ("Ann=standard", "A 3d by=Ann; B 2d by=Ann");
  PlanLevelOptions options = { .order = PLAN_LEVEL_ID };
  g_autoptr (PlanLevel) level = plan_level_run (plan->model, &options, NULL);
  const PlanLevelChange *change = &g_array_index (level->changes, PlanLevelChange, 0);

  g_assert_cmpuint (level->changes->len, ==, 1);
  g_assert_cmpint (change->task, ==, plan_case_find (plan, "B"));
  g_assert_cmpint (change->by, ==, plan_case_find (plan, "A"));
  g_assert_cmpint (change->from, ==, case_date ("03-02T08:00", 0));
  g_assert_cmpint (change->to, ==, case_date ("03-05T08:00", 0));
  g_assert_cmpint (change->busy_from, ==, case_date ("03-02T08:00", 0));
  g_assert_cmpint (change->busy_to, ==, case_date ("03-03T17:00", 0));
  g_assert_cmpint (change->units, ==, 10000);
  g_assert_cmpint (change->free, ==, 0);
  g_assert_cmpint (change->load, ==, 20000);
  g_assert_cmpint (g_array_index (level->effects, PlanLevelEffect, 0).after, ==, case_date ("03-06T17:00", 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/level/random", test_random);
  g_test_add_func ("/schedule/level/too-much", test_too_much);
  g_test_add_func ("/schedule/level/reason", test_reason);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/schedule/level/", cases[i].path, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  return g_test_run ();
}
