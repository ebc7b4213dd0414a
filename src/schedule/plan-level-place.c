/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The serial scheme on the plan itself: one task after the other, always that with the smallest key of those whose
 * predecessors are placed. The forward pass says where its links start it, and it waits until there is room, so links, lags,
 * constraints and calendars are those of the schedule. A task takes its resources from its start to its finish, at the peak
 * of its work.
 *
 * Tasks that keep their place have their resources before all others. When links push one of them after all, the others are
 * placed once more around its new place.
 */

#include "plan-level-heap.h"
#include "plan-level-private.h"

#include <string.h>

#define MAX_ROUNDS 4

/* Who has a resource and when. */
typedef struct
{
  guint32 node;
  PlanTicks start;
  PlanTicks finish;
} Holder;

typedef struct
{
  PlanLevelPlan *plan;
  PlanLevelTrial *trial;
  PlanPass pass;
  PlanLevelProfile *profiles; /* of each resource, what is free of it */
  GArray **holders;           /* of each resource, of Holder */
  PlanLevelStay *kept;
} Run;

static const PlanNode *
get_node (const Run *self, guint32 node)
{
  return &self->plan->cpm.network->nodes[node];
}

static PlanExtra *
get_extra (const Run *self, guint32 node)
{
  guint32 number = get_node (self, node)->extra;

  return number != 0 ? &self->plan->cpm.extras[number] : NULL;
}

static const PlanLevelNeed *
get_needs (const Run *self, guint32 node, guint *n)
{
  guint32 task = get_node (self, node)->task, first = self->plan->first_need[task];

  *n = self->plan->first_need[task + 1] - first;
  return &g_array_index (self->plan->needs, PlanLevelNeed, first);
}

static void
take (Run *self, guint32 node, PlanTicks start, PlanTicks finish)
{
  Holder holder = { node, start, finish };
  guint n;
  const PlanLevelNeed *needs = get_needs (self, node, &n);

  for (guint i = 0; i < n && start < finish; i++)
    {
      plan_level_profile_add (&self->profiles[needs[i].resource], start, finish, -needs[i].units);
      if (self->holders[needs[i].resource] == NULL)
        self->holders[needs[i].resource] = g_array_new (FALSE, FALSE, sizeof (Holder));
      g_array_append_val (self->holders[needs[i].resource], holder);
    }
}

/* Whether there is room for the task where it is; else when there is none for longest, and of what. */
static gboolean
has_room (const Run *self, guint32 node, PlanLevelLack *lack, const PlanLevelNeed **lacking)
{
  const PlanNodeDates *dates = &self->plan->cpm.dates[node];
  gboolean fits = TRUE;
  guint n;
  const PlanLevelNeed *needs = get_needs (self, node, &n);

  for (guint i = 0; i < n; i++)
    {
      PlanLevelLack one;

      if (plan_level_profile_fits (&self->profiles[needs[i].resource], dates->early_start, dates->early_finish,
                                   needs[i].units, &one))
        continue;
      if (fits || one.until > lack->until)
        {
          *lack = one;
          *lacking = &needs[i];
        }
      fits = FALSE;
    }
  return fits;
}

/* Where links start the task, its constraint apart: from there its delay counts. */
static PlanTicks
get_base (Run *self, guint32 node)
{
  PlanNodeDates *dates = &self->plan->cpm.dates[node], placed = *dates;
  PlanExtra *extra = get_extra (self, node), saved;
  PlanTicks base;

  if (extra == NULL)
    return placed.early_start;
  saved = *extra;
  extra->constraint_date = PLAN_TICKS_NONE;
  plan_pass_forward (&self->pass, node);
  /* One without links begins at its constraint when that is before the start of the project. */
  base = MIN (dates->early_start, placed.early_start);
  *extra = saved;
  *dates = placed;
  return base;
}

/* Lets the task wait until @at. FALSE: it stays before that whatever its delay is. */
static gboolean
wait_until (Run *self, guint32 node, PlanTicks base, PlanTicks at)
{
  PlanNodeDates *dates = &self->plan->cpm.dates[node];
  PlanExtra *extra = get_extra (self, node);

  if (at - base > PLAN_DURATION_MAX)
    return FALSE;
  if (extra != NULL)
    {
      extra->delay = self->plan->waits[node] + at - base;
      plan_pass_forward (&self->pass, node);
    }
  else
    {
      dates->early_start = snap_start (&self->pass, get_node (self, node), at);
      dates->early_finish = add_duration (&self->pass, get_node (self, node), dates->early_start, 1);
    }
  self->trial->delays[node] = at - base;
  return dates->early_start >= at && dates->early_start < PLAN_TICKS_MAX - PLAN_TICKS_PER_DAY;
}

/* The delay is the time from its links' start to its own, when it starts there by that too. */
static void
round_delay (Run *self, guint32 node, PlanTicks base)
{
  PlanTicks start = self->plan->cpm.dates[node].early_start, delay = self->trial->delays[node];

  if (!wait_until (self, node, base, start) || self->plan->cpm.dates[node].early_start != start)
    wait_until (self, node, base, base + delay);
}

static PlanId
find_holder (const Run *self, guint32 resource, PlanTicks until)
{
  const GArray *holders = self->holders[resource];

  for (guint i = holders != NULL ? holders->len : 0; i > 0; i--)
    {
      const Holder *holder = &g_array_index (holders, Holder, i - 1);

      if (holder->start < until && holder->finish >= until)
        return plan_level_plan_get_task (self->plan, holder->node)->id;
    }
  return PLAN_ID_NONE;
}

/* Notes why the task is moved: @lack is in its way when it lies from @asked->early_start to its finish. */
static void
note_reason (Run *self, guint32 node, const PlanNodeDates *asked, const PlanLevelLack *lack, const PlanLevelNeed *lacking)
{
  PlanLevelChange change = {
    .task = plan_level_plan_get_task (self->plan, node)->id,
    .from = self->plan->before[node].early_start,
    .to = self->plan->cpm.dates[node].early_start,
    .resource = PLAN_ID_NONE,
    .by = PLAN_ID_NONE,
  };

  if (lacking != NULL)
    {
      const PlanLevelProfile *units = &self->plan->units[lacking->resource];

      change.resource = plan_record_get_id (plan_model_get_at (self->plan->model, PLAN_RECORD_RESOURCE, lacking->resource));
      change.by = find_holder (self, lacking->resource, lack->until);
      change.busy_from = MAX (lack->from, asked->early_start);
      change.busy_to = MIN (lack->until, asked->early_finish);
      change.units = lacking->units;
      change.free = lack->free;
      change.load = plan_level_profile_get (units, change.busy_from) - lack->free + lacking->units;
    }
  g_array_append_val (self->trial->reasons, change);
  self->trial->conflicts[node] = self->trial->reasons->len;
}

static void
give_up (Run *self, guint32 node, const PlanNodeDates *linked)
{
  PlanExtra *extra = get_extra (self, node);
  PlanId task = plan_level_plan_get_task (self->plan, node)->id;

  if (extra != NULL)
    extra->delay = self->plan->waits[node];
  self->plan->cpm.dates[node] = *linked;
  self->trial->delays[node] = 0;
  g_array_append_val (self->trial->unresolved, task);
}

/* Moves a task from where its links put it to the first time with room. */
static void
wait_for_room (Run *self, guint32 node)
{
  PlanNodeDates *dates = &self->plan->cpm.dates[node], linked = *dates, asked = linked;
  PlanTicks latest = self->plan->options->within_slack ? self->plan->before[node].late_finish : PLAN_TICKS_MAX, base;
  const PlanLevelNeed *lacking = NULL;
  PlanLevelLack lack = { 0 }, next_lack;
  gboolean late = linked.early_start < self->plan->floors[node];

  if (!late && has_room (self, node, &lack, &lacking))
    return;
  base = get_base (self, node);
  if (late && !wait_until (self, node, base, self->plan->floors[node]))
    {
      give_up (self, node, &linked);
      return;
    }
  for (asked = *dates; !has_room (self, node, &next_lack, &lacking); )
    {
      lack = next_lack;
      asked = *dates;
      if (lack.until >= PLAN_TICKS_MAX || !wait_until (self, node, base, lack.until) || dates->early_finish > latest)
        {
          give_up (self, node, &linked);
          return;
        }
    }
  round_delay (self, node, base);
  note_reason (self, node, &asked, &lack, lacking);
}

static void
place (Run *self, guint32 node)
{
  const PlanNodeDates *dates = &self->plan->cpm.dates[node];
  PlanExtra *extra = self->plan->roles[node] & PLAN_LEVEL_MOVES ? get_extra (self, node) : NULL;

  if (extra != NULL)
    extra->delay = self->plan->waits[node];
  plan_pass_forward (&self->pass, node);
  if (!(self->plan->roles[node] & PLAN_LEVEL_MOVES))
    return;
  wait_for_room (self, node);
  take (self, node, dates->early_start, dates->early_finish);
}

/* Tasks that ask for nothing go first: they stand in nobody's way, and others may wait for them. */
static gint64 *
list_keys (const Run *self, const gint64 *keys)
{
  guint n_nodes = self->plan->cpm.network->n_nodes, n;
  gint64 *list = g_new (gint64, n_nodes + 1);

  for (guint32 i = 0; i < n_nodes; i++)
    {
      n = 0;
      if (self->plan->roles[i] & PLAN_LEVEL_MOVES)
        get_needs (self, i, &n);
      list[i] = n > 0 ? keys[i] : G_MININT64;
    }
  return list;
}

static void
place_all (Run *self, const gint64 *keys)
{
  const PlanNetwork *network = self->plan->cpm.network;
  g_autofree gint64 *list = list_keys (self, keys);
  g_autofree guint32 *waiting = g_new (guint32, network->n_nodes + 1), *items = g_new (guint32, network->n_nodes + 1);
  PlanLevelHeap ready = { items, 0, list };

  for (guint32 i = 0; i < network->n_nodes; i++)
    {
      waiting[i] = network->first_pred[i + 1] - network->first_pred[i];
      if (waiting[i] == 0)
        plan_level_heap_push (&ready, i);
    }
  while (ready.n > 0)
    {
      guint32 node = plan_level_heap_pop (&ready);

      place (self, node);
      for (guint32 e = network->first_succ[node]; e < network->first_succ[node + 1]; e++)
        if (--waiting[PLAN_EDGE_NODE (&network->succs[e])] == 0)
          plan_level_heap_push (&ready, PLAN_EDGE_NODE (&network->succs[e]));
    }
}

static void
free_all (Run *self)
{
  for (guint i = 0; i < self->plan->n_resources; i++)
    {
      if (self->profiles[i].steps != NULL)
        plan_level_profile_clear (&self->profiles[i]);
      plan_level_profile_copy (&self->profiles[i], &self->plan->units[i]);
      if (self->holders[i] != NULL)
        g_array_set_size (self->holders[i], 0);
    }
}

static void
begin (Run *self)
{
  PlanLevelPlan *plan = self->plan;
  guint n = plan->cpm.network->n_nodes;

  memcpy (plan->cpm.dates, plan->before, sizeof (PlanNodeDates) * n);
  memset (self->trial->delays, 0, sizeof (PlanTicks) * n);
  memset (self->trial->conflicts, 0, sizeof (guint32) * n);
  g_array_set_size (self->trial->reasons, 0);
  g_array_set_size (self->trial->unresolved, 0);
  free_all (self);
  for (guint32 i = 0; i < n; i++)
    if (plan->roles[i] & PLAN_LEVEL_TAKES)
      {
        take (self, i, self->kept[i].start, self->kept[i].finish);
        /* Those that wait as long as they can present these to their successors. */
        plan->cpm.dates[i].late_start = self->kept[i].start;
        plan->cpm.dates[i].late_finish = self->kept[i].finish;
      }
}

/* Whether links have pushed a task that was to keep its place; notes where it is now. */
static gboolean
is_pushed (Run *self)
{
  const guint32 elsewhere = PLAN_NODE_MIRROR | PLAN_NODE_ALAP;
  gboolean pushed = FALSE;

  for (guint32 i = 0; i < self->plan->cpm.network->n_nodes; i++)
    {
      const PlanNodeDates *dates = &self->plan->cpm.dates[i];
      PlanLevelStay *kept = &self->kept[i];

      if (!(self->plan->roles[i] & PLAN_LEVEL_TAKES) || (get_node (self, i)->flags & elsewhere))
        continue;
      pushed = pushed || kept->start != dates->early_start || kept->finish != dates->early_finish;
      *kept = (PlanLevelStay) { dates->early_start, dates->early_finish };
    }
  return pushed;
}

/* What is free when all tasks are where they are now. */
static void
take_again (Run *self)
{
  const PlanLevelPlan *plan = self->plan;

  free_all (self);
  for (guint32 i = 0; i < plan->cpm.network->n_nodes; i++)
    if (plan->roles[i] & PLAN_LEVEL_TAKES)
      take (self, i, self->kept[i].start, self->kept[i].finish);
    else if (plan->roles[i] & PLAN_LEVEL_MOVES)
      take (self, i, plan->cpm.dates[i].early_start, plan->cpm.dates[i].early_finish);
}

static gboolean
is_overloaded (const Run *self, guint32 node)
{
  const PlanNodeDates *dates = &self->plan->cpm.dates[node];
  PlanLevelStay stay = self->plan->roles[node] & PLAN_LEVEL_TAKES ? self->kept[node]
                                                                  : (PlanLevelStay) { dates->early_start, dates->early_finish };
  PlanLevelLack lack;
  guint n;
  const PlanLevelNeed *needs = get_needs (self, node, &n);

  for (guint i = 0; i < n; i++)
    if (!plan_level_profile_fits (&self->profiles[needs[i].resource], stay.start, stay.finish, 0, &lack))
      return TRUE;
  return FALSE;
}

static void
add_unresolved (Run *self, guint32 node)
{
  PlanId task = plan_level_plan_get_task (self->plan, node)->id;

  for (guint i = 0; i < self->trial->unresolved->len; i++)
    if (g_array_index (self->trial->unresolved, PlanId, i) == task)
      return;
  g_array_append_val (self->trial->unresolved, task);
}

/* Tasks with these roles that have more of a resource than there is. */
static void
list_overloads (Run *self, guint8 roles)
{
  for (guint32 i = 0; i < self->plan->cpm.network->n_nodes; i++)
    if ((self->plan->roles[i] & roles) && !(get_node (self, i)->flags & PLAN_NODE_FINISHED) && is_overloaded (self, i))
      add_unresolved (self, i);
}

static void
count_cost (Run *self)
{
  const PlanLevelPlan *plan = self->plan;
  g_autofree PlanTicks *finishes = g_new (PlanTicks, plan->cpm.n_projects + 1);

  self->trial->cost = self->trial->waiting = 0;
  for (guint i = 0; i < plan->cpm.n_projects; i++)
    finishes[i] = PLAN_TICKS_NONE;
  for (guint32 i = 0; i < plan->cpm.network->n_nodes; i++)
    if (plan->roles[i] != 0)
      {
        PlanTicks *finish = &finishes[get_node (self, i)->project];

        *finish = MAX (*finish, plan->cpm.dates[i].early_finish);
        self->trial->waiting += self->trial->delays[i];
      }
  for (guint i = 0; i < plan->cpm.n_projects; i++)
    if (finishes[i] != PLAN_TICKS_NONE)
      {
        const PlanProject *project = plan_model_get_at (plan->model, PLAN_RECORD_PROJECT, i);

        self->trial->cost += (project->priority + 1) * (finishes[i] - PLAN_TICKS_MIN);
      }
}

/**
 * plan_level_trial_init:
 *
 * Makes room for what comes of an order.
 */
void
plan_level_trial_init (PlanLevelTrial *self, const PlanLevelPlan *plan)
{
  guint n = plan->cpm.network->n_nodes;

  *self = (PlanLevelTrial) { g_new0 (PlanTicks, n + 1), g_new0 (PlanNodeDates, n + 1), g_new0 (guint32, n + 1),
                             g_array_new (FALSE, FALSE, sizeof (PlanLevelChange)), g_array_new (FALSE, FALSE, sizeof (PlanId)),
                             G_MAXINT64, 0 };
}

/**
 * plan_level_trial_clear:
 */
void
plan_level_trial_clear (PlanLevelTrial *self)
{
  g_free (self->delays);
  g_free (self->dates);
  g_free (self->conflicts);
  g_array_unref (self->reasons);
  g_array_unref (self->unresolved);
}

static void
init_run (Run *self, PlanLevelTrial *trial, PlanLevelPlan *plan)
{
  *self = (Run) { .plan = plan, .trial = trial, .profiles = g_new0 (PlanLevelProfile, plan->n_resources + 1),
                  .holders = g_new0 (GArray *, plan->n_resources + 1),
                  .kept = g_memdup2 (plan->kept, sizeof (PlanLevelStay) * plan->cpm.network->n_nodes) };
  plan_pass_init (&self->pass, &plan->cpm, FALSE);
  self->pass.late = plan->cpm.has_alap;
}

static void
clear_run (Run *self)
{
  for (guint i = 0; i < self->plan->n_resources; i++)
    {
      plan_level_profile_clear (&self->profiles[i]);
      g_clear_pointer (&self->holders[i], g_array_unref);
    }
  g_free (self->profiles);
  g_free (self->holders);
  g_free (self->kept);
}

/**
 * plan_level_trial_run:
 * @keys: of each node; of those that may be placed, that with the smallest one is
 *
 * Places all tasks in that order.
 */
void
plan_level_trial_run (PlanLevelTrial *self, PlanLevelPlan *plan, const gint64 *keys)
{
  gboolean pushed = TRUE;
  Run run;

  init_run (&run, self, plan);
  for (guint round = 0; pushed && round < MAX_ROUNDS; round++)
    {
      begin (&run);
      place_all (&run, keys);
      pushed = is_pushed (&run);
    }
  if (pushed)
    take_again (&run);
  list_overloads (&run, pushed ? PLAN_LEVEL_TAKES | PLAN_LEVEL_MOVES : PLAN_LEVEL_TAKES);
  count_cost (&run);
  memcpy (self->dates, plan->cpm.dates, sizeof (PlanNodeDates) * plan->cpm.network->n_nodes);
  clear_run (&run);
}

/**
 * plan_level_trial_look_again:
 *
 * Lists what is overloaded as the plan is scheduled now.
 */
void
plan_level_trial_look_again (PlanLevelTrial *self, PlanLevelPlan *plan)
{
  Run run;

  init_run (&run, self, plan);
  take_again (&run);
  list_overloads (&run, PLAN_LEVEL_TAKES | PLAN_LEVEL_MOVES);
  clear_run (&run);
}

/**
 * plan_level_trial_is_better:
 *
 * Returns: whether fewer overloads are left, or the projects finish sooner, or else tasks wait less
 */
gboolean
plan_level_trial_is_better (const PlanLevelTrial *self, const PlanLevelTrial *other)
{
  if (self->unresolved->len != other->unresolved->len)
    return self->unresolved->len < other->unresolved->len;
  if (self->cost != other->cost)
    return self->cost < other->cost;
  return self->waiting < other->waiting;
}
