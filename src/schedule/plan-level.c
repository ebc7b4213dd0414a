/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Levelling: automatic tasks wait until their resources are free. The serial scheme takes one task after the other, lets the
 * forward pass say where its links start it and moves it to the first time with room, so that links, lags and calendars are
 * those of the schedule itself. A task takes its resources from its start to its finish, at the peak of its work.
 */

#include "plan-level.h"

#include "plan-assigned.h"
#include "plan-cpm-pass.h"
#include "plan-level-profile.h"
#include "plan-schedule-private.h"

/* What a task needs: @resource is an index in the model. */
typedef struct
{
  guint32 task;
  guint32 resource;
  gint64 units;
} Demand;

/* Who has a resource and when. */
typedef struct
{
  guint32 node;
  guint32 resource;
} Taken;

typedef struct
{
  PlanModel *model;
  const PlanLevelOptions *options;
  PlanCpm cpm;
  PlanPass pass;
  PlanLevelProfile *profiles; /* by index of the resource */
  GArray *demands;            /* of Demand, by task */
  guint32 *first_demand;
  GArray *taken;
  PlanNodeDates *before;      /* of each node, without delays */
  PlanTicks *delays;          /* of each node */
  guint8 *reserved;
  PlanLevel *result;
} Level;

#define LOCKED (PLAN_NODE_PSEUDO | PLAN_NODE_FIXED | PLAN_NODE_FINISHED | PLAN_NODE_STARTED | PLAN_NODE_MANUAL | \
                PLAN_NODE_EXTERNAL | PLAN_NODE_ALAP | PLAN_NODE_MIRROR | PLAN_NODE_SUMMARY | PLAN_NODE_OFF)

static const PlanTask *
get_task (const Level *self, guint32 node)
{
  return plan_model_get_task_at (self->model, self->cpm.network->nodes[node].task);
}

static gboolean
can_wait (const Level *self, guint32 node)
{
  const PlanTask *task = get_task (self, node);
  gboolean is_bound = task->constraint >= PLAN_CONSTRAINT_MSO && task->constraint != PLAN_CONSTRAINT_SNET &&
                      task->constraint != PLAN_CONSTRAINT_FNET;

  return !(self->cpm.network->nodes[node].flags & LOCKED) && task->priority < 1000 && task->level_assignments && !is_bound;
}

static gboolean
takes (const Level *self, guint32 node)
{
  return !(self->cpm.network->nodes[node].flags & (PLAN_NODE_PSEUDO | PLAN_NODE_EXTERNAL | PLAN_NODE_OFF | PLAN_NODE_FINISHED));
}

/* Sets the delays of all tasks that may be moved to nothing. */
static void
clear_delays (PlanModel *model)
{
  const PlanValue none = { .kind = PLAN_VALUE_INTEGER, .integer = 0 };

  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_TASK); i++)
    {
      const PlanTask *task = plan_model_get_task_at (model, i);

      if (task->levelling_delay != 0 && task->priority < 1000 && !task->manual && task->actual_start == PLAN_TICKS_NONE)
        plan_model_set (model, PLAN_FIELD_TASK_LEVELLING_DELAY, task->id, &none);
    }
}

static void
init_profiles (Level *self)
{
  guint n = plan_model_get_n (self->model, PLAN_RECORD_RESOURCE);

  self->profiles = g_new (PlanLevelProfile, n + 1);
  for (guint i = 0; i < n; i++)
    {
      const PlanResource *resource = plan_model_get_at (self->model, PLAN_RECORD_RESOURCE, i);

      plan_level_profile_init (&self->profiles[i], resource->max_units);
    }
  for (guint i = 0; i < plan_model_get_n (self->model, PLAN_RECORD_AVAILABILITY); i++)
    {
      const PlanAvailability *row = plan_model_get_at (self->model, PLAN_RECORD_AVAILABILITY, i);
      const PlanResource *resource = plan_model_get_resource (self->model, row->resource);
      PlanDay first = row->start == PLAN_DAY_NONE ? PLAN_DAY_MIN : row->start;
      PlanDay last = row->finish == PLAN_DAY_NONE ? PLAN_DAY_MAX : row->finish;

      if (resource != NULL)
        plan_level_profile_add (&self->profiles[plan_model_find (self->model, PLAN_RECORD_RESOURCE, resource->id)],
                                plan_ticks_from_day (first, 0), plan_ticks_from_day (last, 0) + PLAN_TICKS_PER_DAY,
                                row->units - resource->max_units);
    }
}

static void
read_demands (Level *self, const PlanAssigned *assigned)
{
  const PlanNetwork *network = self->cpm.network;

  self->demands = g_array_new (FALSE, FALSE, sizeof (Demand));
  self->first_demand = g_new0 (guint32, network->n_tasks + 1);
  for (guint32 i = 0; i < network->n_tasks; i++)
    {
      for (guint32 k = network->first_assignment[i]; k < network->first_assignment[i + 1]; k++)
        {
          const PlanAssignment *assignment = plan_model_get_assignment_at (self->model, network->assignments[k]);
          const PlanResource *resource = plan_model_get_resource (self->model, assignment->resource);
          Demand demand = { .task = i, .units = assigned[network->assignments[k]].peak };

          if (resource == NULL || resource->type != PLAN_RESOURCE_WORK || !resource->can_level || demand.units <= 0)
            continue;
          demand.resource = plan_model_find (self->model, PLAN_RECORD_RESOURCE, resource->id);
          for (guint d = self->first_demand[i]; d < self->demands->len; d++)
            if (g_array_index (self->demands, Demand, d).resource == demand.resource)
              {
                g_array_index (self->demands, Demand, d).units += demand.units;
                demand.units = 0;
              }
          if (demand.units > 0)
            g_array_append_val (self->demands, demand);
        }
      self->first_demand[i + 1] = self->demands->len;
    }
}

static void
reserve (Level *self, guint32 node, const PlanNodeDates *dates, int sign)
{
  guint32 task = self->cpm.network->nodes[node].task;

  for (guint32 d = self->first_demand[task]; d < self->first_demand[task + 1]; d++)
    {
      const Demand *demand = &g_array_index (self->demands, Demand, d);
      Taken taken = { node, demand->resource };

      plan_level_profile_add (&self->profiles[demand->resource], dates->early_start, dates->early_finish, -demand->units * sign);
      if (sign > 0)
        g_array_append_val (self->taken, taken);
    }
}

/* Whether there is room from @start to @finish; else until when there is none, and whose. */
static gboolean
has_room (const Level *self, guint32 node, PlanTicks start, PlanTicks finish, PlanTicks *busy_until, guint32 *resource)
{
  guint32 task = self->cpm.network->nodes[node].task;
  gboolean fits = TRUE;

  *busy_until = PLAN_TICKS_NONE;
  for (guint32 d = self->first_demand[task]; d < self->first_demand[task + 1]; d++)
    {
      const Demand *demand = &g_array_index (self->demands, Demand, d);
      PlanTicks until;

      if (plan_level_profile_fits (&self->profiles[demand->resource], start, finish, demand->units, &until))
        continue;
      fits = FALSE;
      if (until > *busy_until)
        *resource = demand->resource;
      *busy_until = MAX (*busy_until, until);
    }
  return fits;
}

static PlanId
find_holder (const Level *self, guint32 resource, PlanTicks at)
{
  for (guint i = self->taken->len; i > 0; i--)
    {
      const Taken *taken = &g_array_index (self->taken, Taken, i - 1);
      const PlanNodeDates *dates = &self->cpm.dates[taken->node];

      if (taken->resource == resource && dates->early_start < at && dates->early_finish >= at)
        return get_task (self, taken->node)->id;
    }
  return PLAN_ID_NONE;
}

/* Where links start the task without its constraint: from there a delay counts. */
static PlanTicks
get_base (Level *self, guint32 node)
{
  PlanNodeDates *dates = &self->cpm.dates[node], kept = *dates;
  PlanExtra *extra = &self->cpm.extras[self->cpm.network->nodes[node].extra], extra_kept = *extra;
  PlanTicks base;

  if (self->cpm.network->nodes[node].extra == 0)
    return kept.early_start;
  extra->constraint_date = PLAN_TICKS_NONE;
  plan_pass_forward (&self->pass, node);
  base = dates->early_start;
  *dates = kept;
  *extra = extra_kept;
  return base;
}

/* Moves a task from where its links put it to the first time with room. */
static void
wait_for_room (Level *self, guint32 node)
{
  const PlanNode *body = &self->cpm.network->nodes[node];
  PlanNodeDates *dates = &self->cpm.dates[node];
  PlanTicks start = dates->early_start, finish = dates->early_finish, until;
  PlanLevelChange change = { .task = get_task (self, node)->id, .from = start };
  guint32 resource = 0;

  while (!has_room (self, node, start, finish, &until, &resource))
    {
      if (until < PLAN_TICKS_MAX)
        {
          start = snap_start (&self->pass, body, until);
          finish = add_duration (&self->pass, body, start, 1);
        }
      if (until >= PLAN_TICKS_MAX || start >= PLAN_TICKS_MAX - PLAN_TICKS_PER_DAY ||
          (self->options->within_slack && finish > self->before[node].late_finish))
        {
          g_array_append_val (self->result->unresolved, change.task);
          return;
        }
      change.resource = plan_record_get_id (plan_model_get_at (self->model, PLAN_RECORD_RESOURCE, resource));
      change.by = find_holder (self, resource, until);
    }
  if (start == change.from)
    return;
  self->delays[node] = start - get_base (self, node);
  dates->early_start = change.to = start;
  dates->early_finish = finish;
  g_array_append_val (self->result->changes, change);
}

static void
place (Level *self, guint32 node)
{
  PlanTicks until;
  guint32 resource;

  if (self->reserved[node])
    reserve (self, node, &self->cpm.dates[node], -1);
  plan_pass_forward (&self->pass, node);
  if (!takes (self, node))
    return;
  if (can_wait (self, node))
    wait_for_room (self, node);
  else if (!has_room (self, node, self->cpm.dates[node].early_start, self->cpm.dates[node].early_finish, &until, &resource))
    g_array_append_val (self->result->unresolved, get_task (self, node)->id);
  reserve (self, node, &self->cpm.dates[node], 1);
}

/* Whether a task keeps its place rather than another. */
static gboolean
is_first (const Level *self, guint32 a, guint32 b)
{
  const PlanNodeDates *first = &self->before[a], *second = &self->before[b];
  const PlanTask *task = get_task (self, a), *other = get_task (self, b);
  PlanTicks slack = first->late_start - first->early_start, other_slack = second->late_start - second->early_start;
  PlanLevelOrder order = self->options->order;

  if (order == PLAN_LEVEL_PRIORITY && task->priority != other->priority)
    return task->priority > other->priority;
  if (order == PLAN_LEVEL_SHORTEST && first->late_finish != second->late_finish)
    return first->late_finish < second->late_finish;
  if (order == PLAN_LEVEL_STANDARD || order == PLAN_LEVEL_PRIORITY)
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

static int
compare_places (gconstpointer a, gconstpointer b, gpointer data G_GNUC_UNUSED)
{
  return (GPOINTER_TO_UINT (a) > GPOINTER_TO_UINT (b)) - (GPOINTER_TO_UINT (a) < GPOINTER_TO_UINT (b));
}

static void
place_all (Level *self)
{
  const PlanNetwork *network = self->cpm.network;
  g_autofree guint32 *order = g_new (guint32, network->n_nodes + 1), *places = g_new (guint32, network->n_nodes + 1);
  g_autofree guint32 *waiting = g_new (guint32, network->n_nodes + 1);
  GSequence *ready = g_sequence_new (NULL);

  for (guint32 i = 0; i < network->n_nodes; i++)
    order[i] = i;
  g_qsort_with_data (order, (gint) network->n_nodes, sizeof (guint32), compare_nodes, self);
  for (guint32 i = 0; i < network->n_nodes; i++)
    places[order[i]] = i;
  for (guint32 i = 0; i < network->n_nodes; i++)
    {
      waiting[i] = network->first_pred[i + 1] - network->first_pred[i];
      if (waiting[i] == 0)
        g_sequence_insert_sorted (ready, GUINT_TO_POINTER (places[i]), compare_places, NULL);
    }
  while (!g_sequence_is_empty (ready))
    {
      GSequenceIter *first = g_sequence_get_begin_iter (ready);
      guint32 node = order[GPOINTER_TO_UINT (g_sequence_get (first))];

      g_sequence_remove (first);
      place (self, node);
      for (guint32 e = network->first_succ[node]; e < network->first_succ[node + 1]; e++)
        if (--waiting[PLAN_EDGE_NODE (&network->succs[e])] == 0)
          g_sequence_insert_sorted (ready, GUINT_TO_POINTER (places[PLAN_EDGE_NODE (&network->succs[e])]), compare_places, NULL);
    }
  g_sequence_free (ready);
}

/* Tasks that do not wait have their resources before all others. */
static void
reserve_locked (Level *self)
{
  for (guint32 i = 0; i < self->cpm.network->n_nodes; i++)
    if (takes (self, i) && !can_wait (self, i))
      {
        self->reserved[i] = TRUE;
        reserve (self, i, &self->cpm.dates[i], 1);
      }
}

static void
set_delays (Level *self)
{
  for (guint32 i = 0; i < self->cpm.network->n_nodes; i++)
    if (self->delays[i] > 0)
      {
        const PlanValue value = { .kind = PLAN_VALUE_INTEGER, .integer = self->delays[i] };

        plan_model_set (self->model, PLAN_FIELD_TASK_LEVELLING_DELAY, get_task (self, i)->id, &value);
      }
}

/**
 * plan_level_run:
 * @model: its tasks get new levelling delays, elapsed ticks; those of before are cleared first
 *
 * Returns: (transfer full): what was moved and why, or %NULL with an error of plan_schedule_compute()
 */
PlanLevel *
plan_level_run (PlanModel *model, const PlanLevelOptions *options, GError **error)
{
  g_autoptr (PlanSchedule) schedule = plan_schedule_new ();
  g_autofree PlanAssigned *assigned = NULL;
  Level self = { .model = model, .options = options };
  guint n;

  clear_delays (model);
  if (!plan_schedule_compute (schedule, model, NULL, error))
    return NULL;
  plan_schedule_get_cpm (schedule, model, &self.cpm);
  plan_pass_init (&self.pass, &self.cpm, FALSE);
  n = self.cpm.network->n_nodes;
  self.result = g_new0 (PlanLevel, 1);
  self.result->changes = g_array_new (FALSE, FALSE, sizeof (PlanLevelChange));
  self.result->unresolved = g_array_new (FALSE, FALSE, sizeof (PlanId));
  self.taken = g_array_new (FALSE, FALSE, sizeof (Taken));
  self.before = g_memdup2 (self.cpm.dates, sizeof (PlanNodeDates) * n);
  self.delays = g_new0 (PlanTicks, n + 1);
  self.reserved = g_new0 (guint8, n + 1);
  assigned = plan_assigned_list (schedule, model);
  init_profiles (&self);
  read_demands (&self, assigned);
  reserve_locked (&self);
  place_all (&self);
  set_delays (&self);
  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_RESOURCE); i++)
    plan_level_profile_clear (&self.profiles[i]);
  g_free (self.profiles);
  g_array_unref (self.demands);
  g_array_unref (self.taken);
  g_free (self.first_demand);
  g_free (self.before);
  g_free (self.delays);
  g_free (self.reserved);
  g_free (self.cpm.worktimes);
  return self.result;
}

/**
 * plan_level_free:
 */
void
plan_level_free (PlanLevel *self)
{
  g_array_unref (self->changes);
  g_array_unref (self->unresolved);
  g_free (self);
}
