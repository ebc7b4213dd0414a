/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Levelling of random plans with everything in them: summaries, all links, calendars of tasks and resources, constraints, late
 * tasks, progress, pauses, several projects, availability. The checks know nothing of how levelling works: they look at the
 * schedule that follows from the delays.
 */

#include "plan-random-edits.h"

#include "plan-level.h"

#define N_TASKS 40
#define N_EDITS 60

/* One plan, before and after. */
typedef struct
{
  PlanModel *model;
  PlanSchedule *before;
  PlanSchedule *after;
  PlanAssigned *assigned;
  PlanLevel *level;
  GHashTable *unresolved; /* ids */
} Check;

static void
add_resources (PlanModel *model, GRand *rand)
{
  static const PlanId calendars[CASE_N_RESOURCES] = { CASE_STANDARD, CASE_NIGHT_SHIFT, CASE_24_HOURS, PLAN_ID_NONE };

  for (guint i = 0; i < CASE_N_RESOURCES; i++)
    {
      PlanResource resource;
      PlanAvailability row;

      plan_record_init (PLAN_RECORD_RESOURCE, &resource);
      resource.id = CASE_FIRST_RESOURCE + i;
      resource.name = "Resource";
      resource.type = PLAN_RESOURCE_WORK;
      resource.calendar = calendars[i];
      resource.max_units = 10000 + i * 5000;
      plan_model_insert (model, PLAN_RECORD_RESOURCE, &resource);
      plan_record_init (PLAN_RECORD_AVAILABILITY, &row);
      row.id = 900 + i;
      row.resource = resource.id;
      row.start = plan_ticks_get_day (case_random_date (rand));
      row.finish = row.start + g_rand_int_range (rand, 0, 20);
      row.units = g_rand_int_range (rand, 0, 4) * 10000;
      plan_model_insert (model, PLAN_RECORD_AVAILABILITY, &row);
    }
}

static void
add_task (PlanModel *model, GRand *rand, guint i)
{
  PlanTask task;
  PlanAssignment assignment;
  PlanLink link;

  plan_record_init (PLAN_RECORD_TASK, &task);
  task.id = CASE_FIRST_TASK + i;
  task.project = CASE_PROJECT + i % 2;
  task.rank = i;
  task.name = "Task";
  task.duration = g_rand_int_range (rand, 1, 20) * 1200;
  task.priority = g_rand_int_range (rand, 0, 12) == 0 ? 1000 : g_rand_int_range (rand, 0, 1000);
  task.level_assignments = g_rand_int_range (rand, 0, 12) > 0;
  if (i % 3 == 0 && g_rand_boolean (rand))
    {
      task.constraint = (guint8) g_rand_int_range (rand, PLAN_CONSTRAINT_ALAP, PLAN_CONSTRAINT_FNLT + 1);
      task.constraint_date = task.constraint == PLAN_CONSTRAINT_ALAP ? PLAN_TICKS_NONE : case_random_date (rand);
    }
  plan_model_insert (model, PLAN_RECORD_TASK, &task);
  plan_record_init (PLAN_RECORD_ASSIGNMENT, &assignment);
  assignment.id = CASE_FIRST_ASSIGNMENT + i;
  assignment.task = task.id;
  assignment.resource = CASE_FIRST_RESOURCE + g_rand_int_range (rand, 0, CASE_N_RESOURCES);
  assignment.units = g_rand_int_range (rand, 1, 5) * 2500;
  assignment.work = task.duration * assignment.units / PLAN_PERCENT_HUNDRED;
  plan_model_insert (model, PLAN_RECORD_ASSIGNMENT, &assignment);
  if (i < 2 || g_rand_boolean (rand))
    return;
  plan_record_init (PLAN_RECORD_LINK, &link);
  link.id = 100000 + i;
  link.predecessor = CASE_FIRST_TASK + g_rand_int_range (rand, 0, (gint32) i);
  link.successor = task.id;
  link.type = (guint8) g_rand_int_range (rand, 0, 4);
  link.lag = g_rand_int_range (rand, -1, 4) * 2400;
  plan_model_insert (model, PLAN_RECORD_LINK, &link);
}

/* Two projects, and edits of all kinds that leave a plan that can be scheduled. */
static PlanModel *
make_model (guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (PlanSchedule) schedule = plan_schedule_new ();
  PlanModel *model = case_new_model ();
  PlanProject project = *plan_model_get_project (model, CASE_PROJECT);

  project.id = CASE_PROJECT + 1;
  project.priority = 700;
  project.status_date = case_date ("03-06T17:00", 0);
  plan_model_insert (model, PLAN_RECORD_PROJECT, &project);
  add_resources (model, rand);
  for (guint i = 0; i < N_TASKS; i++)
    add_task (model, rand, i);
  g_assert_true (plan_schedule_compute (schedule, model, NULL, NULL));
  for (guint round = 0; round < N_EDITS; round++)
    {
      g_autoptr (PlanChangeSet) changes = case_random_edit (rand, model, round);
      g_autoptr (PlanChangeSet) inverse = plan_change_set_invert (changes);

      g_assert_true (plan_model_apply (model, changes, NULL));
      if (plan_schedule_update (schedule, model, changes, NULL))
        continue;
      g_assert_true (plan_model_apply (model, inverse, NULL));
      g_assert_true (plan_schedule_compute (schedule, model, NULL, NULL));
    }
  return model;
}

static void
check_clear (Check *self)
{
  plan_model_unref (self->model);
  plan_schedule_free (self->before);
  plan_schedule_free (self->after);
  plan_level_free (self->level);
  g_free (self->assigned);
  g_hash_table_unref (self->unresolved);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Check, check_clear)

static void
check_init (Check *self, guint32 seed, const PlanLevelOptions *options)
{
  self->model = make_model (seed);
  self->before = plan_schedule_new ();
  self->after = plan_schedule_new ();
  self->unresolved = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_assert_true (plan_schedule_compute (self->before, self->model, NULL, NULL));
  self->level = plan_level_run (self->model, options, NULL);
  g_assert_nonnull (self->level);
  plan_level_apply (self->level, self->model);
  g_assert_true (plan_schedule_compute (self->after, self->model, NULL, NULL));
  self->assigned = plan_assigned_list (self->after, self->model);
  for (guint i = 0; i < self->level->unresolved->len; i++)
    g_hash_table_add (self->unresolved, &g_array_index (self->level->unresolved, PlanId, i));
}

/* Scheduled by hand, begun, or told not to be moved. */
static gboolean
is_locked (const Check *self, const PlanTask *task)
{
  const PlanProject *project = plan_model_get_project (self->model, task->project);

  return task->manual || task->actual_start != PLAN_TICKS_NONE || task->actual_finish != PLAN_TICKS_NONE || task->priority >= 1000 ||
         !task->level_assignments || task->external || project->schedule_from == PLAN_SCHEDULE_FROM_FINISH ||
         task->constraint == PLAN_CONSTRAINT_ALAP || task->constraint == PLAN_CONSTRAINT_MSO || task->constraint == PLAN_CONSTRAINT_MFO;
}

/* Inactive tasks, and those of an inactive summary, need nobody. */
static gboolean
is_active (const Check *self, const PlanTask *task)
{
  while (task != NULL && task->active)
    task = plan_model_get_task (self->model, task->parent);
  return task == NULL;
}

static gboolean
has_load (const Check *self, guint assignment)
{
  const PlanAssignment *body = plan_model_get_assignment_at (self->model, assignment);
  guint index = plan_model_find (self->model, PLAN_RECORD_TASK, body->task);
  const PlanTask *task = index != PLAN_INDEX_NONE ? plan_model_get_task_at (self->model, index) : NULL;

  return task != NULL && !task->external && !task->blank && is_active (self, task) &&
         !plan_schedule_get_task (self->after, index)->summary && self->assigned[assignment].start != PLAN_TICKS_NONE;
}

static PlanPercent
get_available (const Check *self, const PlanResource *resource, PlanTicks at)
{
  PlanPercent units = resource->max_units;
  PlanDay day = plan_ticks_get_day (at);

  for (guint i = 0; i < plan_model_get_n (self->model, PLAN_RECORD_AVAILABILITY); i++)
    {
      const PlanAvailability *row = plan_model_get_at (self->model, PLAN_RECORD_AVAILABILITY, i);

      if (row->resource == resource->id && row->start <= day && day <= row->finish)
        units = row->units;
    }
  return units;
}

/* An overload at an instant is no fault of tasks that could wait: one that levelling has named is part of it. */
static guint
check_load (const Check *self, const PlanResource *resource, PlanTicks at)
{
  PlanPercent load = 0;
  gboolean named = FALSE, waits = FALSE;

  for (guint i = 0; i < plan_model_get_n (self->model, PLAN_RECORD_ASSIGNMENT); i++)
    {
      const PlanAssignment *assignment = plan_model_get_assignment_at (self->model, i);
      const PlanTask *task = plan_model_get_task (self->model, assignment->task);

      if (assignment->resource != resource->id || !has_load (self, i) || self->assigned[i].start > at || at >= self->assigned[i].finish)
        continue;
      load += self->assigned[i].peak;
      named = named || g_hash_table_contains (self->unresolved, &task->id);
      waits = waits || (!is_locked (self, task) && self->assigned[i].peak > 0);
    }
  if (load <= get_available (self, resource, at) || !waits)
    return 0;
  g_assert_true (named);
  return 1;
}

/* Loads grow and availability shrinks only at these instants. */
static guint
check_loads (const Check *self)
{
  guint n = 0;

  for (guint r = 0; r < plan_model_get_n (self->model, PLAN_RECORD_RESOURCE); r++)
    {
      const PlanResource *resource = plan_model_get_at (self->model, PLAN_RECORD_RESOURCE, r);

      for (guint i = 0; i < plan_model_get_n (self->model, PLAN_RECORD_ASSIGNMENT); i++)
        if (plan_model_get_assignment_at (self->model, i)->resource == resource->id && has_load (self, i))
          n += check_load (self, resource, self->assigned[i].start);
      for (guint i = 0; i < plan_model_get_n (self->model, PLAN_RECORD_AVAILABILITY); i++)
        {
          const PlanAvailability *row = plan_model_get_at (self->model, PLAN_RECORD_AVAILABILITY, i);

          n += check_load (self, resource, plan_ticks_from_day (row->start, 0));
          n += check_load (self, resource, plan_ticks_from_day (row->finish + 1, 0));
        }
    }
  return n;
}

/* Each move comes about as it was promised, and no other delay is changed than those of tasks that may be moved. */
static void
check_moves (const Check *self)
{
  for (guint i = 0; i < self->level->changes->len; i++)
    {
      const PlanLevelChange *change = &g_array_index (self->level->changes, PlanLevelChange, i);
      guint index = plan_model_find (self->model, PLAN_RECORD_TASK, change->task);

      g_assert_cmpint (plan_schedule_get_task (self->after, index)->start, ==, change->to);
      g_assert_cmpint (change->from, <, change->to);
      g_assert_cmpint (plan_model_get_task_at (self->model, index)->levelling_delay, >, 0);
      if (change->resource == PLAN_ID_NONE)
        continue;
      g_assert_cmpint (change->busy_from, <, change->busy_to);
      g_assert_cmpint (change->free, <, change->units);
      g_assert_cmpint (change->load, >=, change->units);
    }
  for (guint i = 0; i < self->level->delays->len; i++)
    {
      const PlanLevelDelay *delay = &g_array_index (self->level->delays, PlanLevelDelay, i);

      g_assert_false (is_locked (self, plan_model_get_task (self->model, delay->task)));
      g_assert_cmpint (delay->delay, >=, 0);
    }
}

/* What has fixed dates keeps them. */
static void
check_locked (const Check *self)
{
  for (guint i = 0; i < plan_model_get_n (self->model, PLAN_RECORD_TASK); i++)
    {
      const PlanTask *task = plan_model_get_task_at (self->model, i);
      const PlanScheduledTask *before = plan_schedule_get_task (self->before, i), *after = plan_schedule_get_task (self->after, i);

      if (task->actual_start != PLAN_TICKS_NONE && !after->summary)
        g_assert_cmpint (before->start, ==, after->start);
      if (task->manual && task->manual_start != PLAN_TICKS_NONE && task->manual_finish != PLAN_TICKS_NONE && !after->summary)
        g_assert_cmpint (before->finish, ==, after->finish);
    }
}

/* Links from finish and from start, counted in the calendar of the successor. */
static void
check_links (const Check *self)
{
  for (guint i = 0; i < plan_model_get_n (self->model, PLAN_RECORD_LINK); i++)
    {
      const PlanLink *link = plan_model_get_link_at (self->model, i);
      guint from = plan_model_find (self->model, PLAN_RECORD_TASK, link->predecessor);
      guint to = plan_model_find (self->model, PLAN_RECORD_TASK, link->successor);
      const PlanTask *task = to != PLAN_INDEX_NONE ? plan_model_get_task_at (self->model, to) : NULL;
      const PlanScheduledTask *first, *second;
      PlanTicks asked;

      if (task == NULL || from == PLAN_INDEX_NONE || task->levelling_delay == 0 || is_locked (self, task) || link->lag < 0 ||
          link->lag_unit == PLAN_UNIT_PERCENT || plan_unit_is_elapsed (link->lag_unit) || !is_active (self, task) ||
          task->constraint == PLAN_CONSTRAINT_SNLT || task->constraint == PLAN_CONSTRAINT_FNLT)
        continue;
      first = plan_schedule_get_task (self->after, from);
      second = plan_schedule_get_task (self->after, to);
      if (!is_active (self, plan_model_get_task_at (self->model, from)) || first->start == PLAN_TICKS_NONE || first->summary || second->summary ||
          plan_model_get_task_at (self->model, from)->external || plan_model_get_task_at (self->model, from)->project != task->project)
        continue;
      asked = plan_worktime_add (plan_schedule_get_task_worktime (self->after, self->model, to),
                                 link->type == PLAN_LINK_FS ? first->finish : first->start, link->lag);
      if (link->type == PLAN_LINK_FS || link->type == PLAN_LINK_SS)
        g_assert_cmpint (second->start, >=, asked);
    }
}

static void
check_all (guint32 seed, const PlanLevelOptions *options, guint *n_moves, guint *n_overloads)
{
  g_auto (Check) check = { 0 };

  g_test_message ("plan %u", seed);
  check_init (&check, seed, options);
  check_moves (&check);
  check_locked (&check);
  check_links (&check);
  *n_overloads += check_loads (&check);
  *n_moves += check.level->changes->len;
}

static void
test_pass (void)
{
  guint n_moves = 0, n_overloads = 0;

  for (guint32 seed = 0; seed < 40; seed++)
    {
      PlanLevelOptions options = { .order = (PlanLevelOrder) (seed % 3), .from_status_date = seed % 7 == 0 };

      check_all (seed, &options, &n_moves, &n_overloads);
    }
  g_assert_cmpuint (n_moves, >, 200);
  g_assert_cmpuint (n_overloads, <, n_moves / 2);
}

static void
test_search (void)
{
  guint n_moves = 0, n_overloads = 0;

  for (guint32 seed = 1000; seed < 1008; seed++)
    {
      PlanLevelOptions options = { .search = TRUE, .n_schedules = 500, .seed = seed };

      check_all (seed, &options, &n_moves, &n_overloads);
    }
  g_assert_cmpuint (n_moves, >, 30);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/level-random/pass", test_pass);
  g_test_add_func ("/schedule/level-random/search", test_search);
  return g_test_run ();
}
