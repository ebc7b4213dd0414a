/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Levelling: automatic tasks wait until their resources are free. One pass takes them in an order as Microsoft Project has it;
 * the search looks for better ones in a simpler picture of the plan, and the best of all on the plan itself is taken, so it
 * is never worse than the pass. What comes out is levelling delays, so the plan stays one that moves.
 *
 * Waiting tasks may move those that wait as long as they can; then all is placed once more around their new places.
 */

#include "plan-level.h"

#include "plan-level-private.h"
#include "plan-level-problem.h"
#include "plan-level-search.h"

#include <string.h>

#define MAX_ROUNDS 5

/* So many schedules of the search are tried on the plan. */
#define MAX_TRIED 10

typedef struct
{
  PlanLevelPlan *plan;
  PlanLevelTrial best;
  gint64 *best_keys;
  PlanLevelAxis axis;
  guint64 n_schedules;
} Level;

typedef struct
{
  const PlanLevelPlan *plan;
  PlanLevelOrder order;
} Comparison;

/* Whether a task keeps its place rather than another. */
static gboolean
is_first (const Comparison *self, guint32 a, guint32 b)
{
  const PlanNodeDates *first = &self->plan->before[a], *second = &self->plan->before[b];
  const PlanTask *task = plan_level_plan_get_task (self->plan, a), *other = plan_level_plan_get_task (self->plan, b);
  PlanTicks slack = first->late_start - first->early_start, other_slack = second->late_start - second->early_start;

  if (self->order == PLAN_LEVEL_PRIORITY && task->priority != other->priority)
    return task->priority > other->priority;
  if (self->order == PLAN_LEVEL_SHORTEST && first->late_finish != second->late_finish)
    return first->late_finish < second->late_finish;
  if (self->order == PLAN_LEVEL_STANDARD || self->order == PLAN_LEVEL_PRIORITY)
    {
      if (first->early_start != second->early_start)
        return first->early_start < second->early_start;
      if (slack != other_slack)
        return slack < other_slack;
      if (task->priority != other->priority)
        return task->priority > other->priority;
    }
  return task->rank != other->rank ? task->rank < other->rank : task->id < other->id;
}

static int
compare_nodes (gconstpointer a, gconstpointer b, gpointer data)
{
  guint32 first = *(const guint32 *) a, second = *(const guint32 *) b;

  if (first == second)
    return 0;
  return is_first (data, first, second) ? -1 : 1;
}

static void
set_keys_by_order (const PlanLevelPlan *plan, PlanLevelOrder order, gint64 *keys)
{
  guint n = plan->cpm.network->n_nodes;
  g_autofree guint32 *nodes = g_new (guint32, n + 1);
  Comparison comparison = { plan, order };

  for (guint32 i = 0; i < n; i++)
    nodes[i] = i;
  g_qsort_with_data (nodes, (gint) n, sizeof (guint32), compare_nodes, &comparison);
  for (guint32 i = 0; i < n; i++)
    keys[nodes[i]] = i;
}

/* Tries an order on the plan and keeps it when it is the best so far. */
static void
try_keys (Level *self, const gint64 *keys)
{
  PlanLevelTrial trial;

  plan_level_trial_init (&trial, self->plan);
  plan_level_trial_run (&trial, self->plan, keys);
  self->n_schedules++;
  if (self->best.cost == G_MAXINT64 || plan_level_trial_is_better (&trial, &self->best))
    {
      PlanLevelTrial other = self->best;

      self->best = trial;
      trial = other;
      memcpy (self->best_keys, keys, sizeof (gint64) * self->plan->cpm.network->n_nodes);
    }
  plan_level_trial_clear (&trial);
}

static gboolean
watch_search (const PlanLevelPlacement *best, gpointer data)
{
  Level *self = data;
  gint32 last = 0;

  for (guint i = 0; i < self->plan->cpm.n_projects; i++)
    last = MAX (last, best->finishes[i]);
  return self->plan->options->watch (plan_level_axis_get_instant (&self->axis, last), self->plan->options->data);
}

static void
search (Level *self, gint64 *keys)
{
  const PlanLevelOptions *options = self->plan->options;
  g_autoptr (PlanLevelSearch) found = NULL;
  PlanLevelProblem problem;

  for (PlanLevelOrder order = 0; order < PLAN_LEVEL_N_ORDERS; order++)
    if (order != options->order)
      {
        set_keys_by_order (self->plan, order, keys);
        try_keys (self, keys);
      }
  if (options->within_slack)
    return;
  if (plan_level_problem_read (&problem, &self->axis, self->plan, &self->best))
    {
      found = plan_level_search_new (&problem, options->n_schedules, options->seed,
                                     options->watch != NULL ? watch_search : NULL, self);
      self->n_schedules += found->n_done;
      for (guint i = 0; i < MIN (found->n_best, MAX_TRIED); i++)
        {
          for (guint k = 0; k < self->plan->cpm.network->n_nodes; k++)
            keys[k] = found->best[i].starts[k];
          try_keys (self, keys);
        }
    }
  plan_level_problem_clear (&problem);
}

/* Tasks that wait as long as they can wait longer when others do. */
static gboolean
settle (Level *self, GError **error)
{
  if (!plan_level_plan_set_delays (self->plan, self->best.delays, error))
    return FALSE;
  for (guint i = 0; plan_level_plan_keep (self->plan); i++)
    {
      if (i == MAX_ROUNDS)
        {
          plan_level_trial_look_again (&self->best, self->plan);
          break;
        }
      plan_level_trial_run (&self->best, self->plan, self->best_keys);
      if (!plan_level_plan_set_delays (self->plan, self->best.delays, error))
        return FALSE;
    }
  return TRUE;
}

static PlanLevel *
new_result (void)
{
  PlanLevel *self = g_new0 (PlanLevel, 1);

  self->delays = g_array_new (FALSE, FALSE, sizeof (PlanLevelDelay));
  self->changes = g_array_new (FALSE, FALSE, sizeof (PlanLevelChange));
  self->effects = g_array_new (FALSE, FALSE, sizeof (PlanLevelEffect));
  self->unresolved = g_array_new (FALSE, FALSE, sizeof (PlanId));
  return self;
}

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const PlanLevelChange *first = a, *second = b;

  if (first->to != second->to)
    return first->to < second->to ? -1 : 1;
  return (first->task > second->task) - (first->task < second->task);
}

/* What of @copy differs from the model: its delays, and when its projects finish. */
static void
compare_models (PlanLevel *self, const PlanModel *model, const PlanModel *copy, const PlanSchedule *before,
                const PlanSchedule *after)
{
  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_TASK); i++)
    {
      const PlanTask *task = plan_model_get_task_at (copy, i);
      PlanLevelDelay delay = { task->id, task->levelling_delay };

      if (delay.delay != plan_model_get_task_at (model, i)->levelling_delay)
        g_array_append_val (self->delays, delay);
    }
  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_PROJECT); i++)
    {
      PlanId id = plan_record_get_id (plan_model_get_at (model, PLAN_RECORD_PROJECT, i));
      PlanTicks finish = plan_schedule_get_project (before, id)->finish;
      PlanLevelEffect effect = { id, finish, plan_schedule_get_project (after, id)->finish };

      g_array_append_val (self->effects, effect);
    }
}

static PlanLevel *
make_result (Level *self, const PlanModel *model, const PlanSchedule *before)
{
  PlanLevel *result = new_result ();

  result->n_schedules = self->n_schedules;
  for (guint32 i = 0; i < self->plan->cpm.network->n_nodes; i++)
    if (self->best.conflicts[i] > 0 && self->best.delays[i] > 0)
      {
        PlanLevelChange change = g_array_index (self->best.reasons, PlanLevelChange, self->best.conflicts[i] - 1);

        change.to = self->plan->cpm.dates[i].early_start;
        g_array_append_val (result->changes, change);
      }
  g_array_sort (result->changes, compare_changes);
  g_array_append_vals (result->unresolved, self->best.unresolved->data, self->best.unresolved->len);
  compare_models (result, model, self->plan->model, before, self->plan->schedule);
  return result;
}

/**
 * plan_level_run:
 * @model: not changed; levelling delays that it has already are forgotten where tasks may be moved
 *
 * Returns: (transfer full): what is to be moved and why, or %NULL with an error of plan_schedule_compute()
 */
PlanLevel *
plan_level_run (PlanModel *model, const PlanLevelOptions *options, GError **error)
{
  g_autoptr (PlanSchedule) before = plan_schedule_new ();
  g_autoptr (PlanLevelPlan) plan = plan_level_plan_new (model, options, error);
  g_autofree gint64 *keys = NULL;
  PlanLevel *result = NULL;
  Level self = { .plan = plan };

  if (plan == NULL || !plan_schedule_compute (before, model, NULL, error))
    return NULL;
  keys = g_new0 (gint64, plan->cpm.network->n_nodes + 1);
  self.best_keys = g_new0 (gint64, plan->cpm.network->n_nodes + 1);
  plan_level_trial_init (&self.best, plan);
  set_keys_by_order (plan, options->order, keys);
  try_keys (&self, keys);
  if (options->search)
    search (&self, keys);
  if (settle (&self, error))
    result = make_result (&self, model, before);
  plan_level_trial_clear (&self.best);
  g_free (self.best_keys);
  return result;
}

/**
 * plan_level_clear:
 * @options: in which projects
 *
 * Returns: (transfer full): the result of taking all levelling delays away from tasks that have not started, or %NULL with an
 *   error of plan_schedule_compute()
 */
PlanLevel *
plan_level_clear (PlanModel *model, const PlanLevelOptions *options, GError **error)
{
  g_autoptr (PlanModel) copy = plan_model_snapshot (model);
  g_autoptr (PlanSchedule) before = plan_schedule_new (), after = plan_schedule_new ();
  PlanLevel *result;

  for (guint i = 0; i < plan_model_get_n (copy, PLAN_RECORD_TASK); i++)
    {
      const PlanTask *task = plan_model_get_task_at (copy, i);

      if (task->levelling_delay != 0 && task->actual_start == PLAN_TICKS_NONE && plan_level_options_have (options, task->project))
        plan_model_set (copy, PLAN_FIELD_TASK_LEVELLING_DELAY, task->id, &PLAN_VALUE_OF_INTEGER (0));
    }
  if (!plan_schedule_compute (before, model, NULL, error) || !plan_schedule_compute (after, copy, NULL, error))
    return NULL;
  result = new_result ();
  compare_models (result, model, copy, before, after);
  return result;
}

/**
 * plan_level_apply:
 * @model: that @self was made from
 *
 * Gives its tasks the delays.
 */
void
plan_level_apply (const PlanLevel *self, PlanModel *model)
{
  for (guint i = 0; i < self->delays->len; i++)
    {
      const PlanLevelDelay *delay = &g_array_index (self->delays, PlanLevelDelay, i);

      plan_model_set (model, PLAN_FIELD_TASK_LEVELLING_DELAY, delay->task, &PLAN_VALUE_OF_INTEGER (delay->delay));
    }
}

/**
 * plan_level_free:
 */
void
plan_level_free (PlanLevel *self)
{
  g_array_unref (self->delays);
  g_array_unref (self->changes);
  g_array_unref (self->effects);
  g_array_unref (self->unresolved);
  g_free (self);
}
