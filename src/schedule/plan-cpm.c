/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The forward and the backward pass of the critical path method over all projects at once, with four kinds of links, lags,
 * eight constraints and a calendar for each task. A project scheduled from its finish runs through the same code on a
 * mirrored axis: dates are negated, links turned round, constraints swapped, working time counted the other way; afterwards
 * its dates are negated back. Late tasks (ALAP) need a third pass, in which their successors see their late dates.
 */

#include "plan-cpm.h"

#include "plan-cpm-pass.h"

static inline gboolean
is_idle (const PlanCpm *self, guint32 node)
{
  return self->has_idle && self->projects[self->network->nodes[node].project].idle;
}

static void
run_forward (const PlanPass *pass)
{
  guint n = pass->cpm->network->n_nodes;

  for (guint i = 0; i < pass->cpm->n_projects; i++)
    if (pass->cpm->projects[i].mirror == pass->mirror && !pass->cpm->projects[i].idle)
      pass->cpm->projects[i].finish = PLAN_TICKS_NONE;
  for (guint i = 0; i < n; i++)
    {
      guint32 node = pass->mirror ? n - 1 - i : i;

      if (!is_idle (pass->cpm, node))
        plan_pass_forward (pass, node);
    }
}

static void
run_backward (const PlanPass *pass)
{
  guint n = pass->cpm->network->n_nodes;

  for (guint i = 0; i < n; i++)
    {
      guint32 node = pass->mirror ? i : n - 1 - i;

      if (!is_idle (pass->cpm, node))
        plan_pass_backward (pass, node);
    }
}

/*
 * plan_pass_init:
 * @mirror: whether it goes along the axis of projects that are scheduled from their finish
 */
void
plan_pass_init (PlanPass *pass, PlanCpm *self, gboolean mirror)
{
  const PlanNetwork *network = self->network;

  *pass = (PlanPass) { self, network->nodes, self->dates,
                   mirror ? network->first_succ : network->first_pred, mirror ? network->first_pred : network->first_succ,
                   mirror ? network->succs : network->preds, mirror ? network->preds : network->succs,
                   mirror ? PLAN_NODE_ROLL : PLAN_NODE_BOUND, mirror ? PLAN_NODE_BOUND : PLAN_NODE_ROLL, mirror, FALSE };
}

static void
run_axis (PlanCpm *self, gboolean mirror)
{
  PlanPass pass;

  plan_pass_init (&pass, self, mirror);
  run_forward (&pass);
  run_backward (&pass);
  if (self->has_alap)
    {
      pass.late = TRUE;
      run_forward (&pass);
    }
}

/* Dates of projects scheduled from the finish, turned back to the clock. */
static void
turn_back (PlanCpm *self)
{
  for (guint i = 0; i < self->network->n_nodes; i++)
    if ((self->network->nodes[i].flags & PLAN_NODE_MIRROR) && !(self->network->nodes[i].flags & PLAN_NODE_PSEUDO) &&
        !is_idle (self, i))
      {
        PlanNodeDates turned = self->dates[i];

        self->dates[i] = (PlanNodeDates) { -turned.late_finish, -turned.late_start, -turned.early_finish, -turned.early_start };
      }
}

/**
 * plan_cpm_run:
 *
 * Computes the early and late dates of all nodes of @self and the finish of its projects, those of idle ones excepted.
 */
void
plan_cpm_run (PlanCpm *self)
{
  run_axis (self, FALSE);
  if (self->has_mirror)
    {
      run_axis (self, TRUE);
      turn_back (self);
    }
}

/* A later finish has moved that of its project already; one that was the last and is no more leaves it to be found. */
static void
mark_finish (PlanCpm *cpm, const PlanNode *node, PlanTicks before, PlanTicks after, const PlanTicks *finishes)
{
  if (!(node->flags & (PLAN_NODE_PSEUDO | PLAN_NODE_EXTERNAL | PLAN_NODE_OFF)) && before == finishes[node->project] && after < before)
    cpm->projects[node->project].lost = TRUE;
}

static void
add_all (PlanNodeSet *set, const PlanEdge *edges, guint32 first, guint32 end)
{
  for (guint32 e = first; e < end; e++)
    plan_node_set_add (set, PLAN_EDGE_NODE (&edges[e]));
}

static void
update_early (const PlanPass *pass, PlanNodeSet *early, PlanNodeSet *late, PlanNodeSet *changed, const PlanTicks *finishes)
{
  const PlanNetwork *network = pass->cpm->network;
  guint32 i;

  while (plan_node_set_pop_first (early, &i))
    {
      const PlanNode *node = &pass->nodes[i];
      PlanNodeDates before = pass->dates[i];
      guint32 first = node->extra;
      const PlanExtra *extra = &pass->cpm->extras[node->flags & PLAN_NODE_PSEUDO ? 0 : node->extra];
      PlanTicks logic = extra->logic, resume = extra->resume;

      plan_pass_forward (pass, i);
      if (extra->logic != logic || extra->resume != resume)
        plan_node_set_add (changed, i);
      if ((node->flags & pass->roll) && node->extra != first)
        {
          add_all (late, network->preds, network->first_pred[i], network->first_pred[i + 1]);
          add_all (changed, network->preds, network->first_pred[i], network->first_pred[i + 1]);
        }
      else if (before.early_start == pass->dates[i].early_start && before.early_finish == pass->dates[i].early_finish)
        continue;
      mark_finish (pass->cpm, node, before.early_finish, pass->dates[i].early_finish, finishes);
      plan_node_set_add (changed, i);
      plan_node_set_add (late, i);
      add_all (early, network->succs, network->first_succ[i], network->first_succ[i + 1]);
    }
}

static void
update_late (const PlanPass *pass, PlanNodeSet *late, PlanNodeSet *changed)
{
  const PlanNetwork *network = pass->cpm->network;
  guint32 i;

  while (plan_node_set_pop_last (late, &i))
    {
      PlanNodeDates before = pass->dates[i];

      plan_pass_backward (pass, i);
      if (before.late_start == pass->dates[i].late_start && before.late_finish == pass->dates[i].late_finish)
        continue;
      plan_node_set_add (changed, i);
      add_all (late, network->preds, network->first_pred[i], network->first_pred[i + 1]);
    }
}

/* Looks for the finish of projects that have lost it. */
static void
find_finishes (PlanCpm *self)
{
  gboolean has_lost = FALSE;

  for (guint i = 0; i < self->n_projects; i++)
    {
      has_lost |= self->projects[i].lost;
      if (self->projects[i].lost)
        self->projects[i].finish = PLAN_TICKS_NONE;
    }
  for (guint i = 0; has_lost && i < self->network->n_nodes; i++)
    {
      const PlanNode *node = &self->network->nodes[i];
      PlanProjectState *project = &self->projects[node->project];

      if (project->lost && !(node->flags & (PLAN_NODE_PSEUDO | PLAN_NODE_EXTERNAL | PLAN_NODE_OFF)))
        project->finish = MAX (project->finish, self->dates[i].early_finish);
    }
  for (guint i = 0; i < self->n_projects; i++)
    self->projects[i].lost = FALSE;
}

/**
 * plan_cpm_update:
 * @self: with the dates of the last time; in projects that are not idle no task waits as long as it can, and none of them is
 *   scheduled from its finish
 * @early: nodes whose early dates have to be computed anew; emptied
 * @late: likewise late dates
 * @changed: nodes are added whose dates changed
 *
 * Computes what follows from changed values and leaves the rest alone; the dates are those that plan_cpm_run() computes.
 *
 * Returns: whether the finish of a project changed, so that all late dates were computed and @changed means nothing
 */
gboolean
plan_cpm_update (PlanCpm *self, PlanNodeSet *early, PlanNodeSet *late, PlanNodeSet *changed)
{
  g_autofree PlanTicks *finishes = g_new (PlanTicks, self->n_projects);
  gboolean has_changed = FALSE;
  PlanPass pass;

  plan_pass_init (&pass, self, FALSE);
  for (guint i = 0; i < self->n_projects; i++)
    finishes[i] = self->projects[i].finish;
  update_early (&pass, early, late, changed, finishes);
  find_finishes (self);
  for (guint i = 0; i < self->n_projects; i++)
    has_changed |= finishes[i] != self->projects[i].finish;
  if (has_changed)
    run_backward (&pass);
  else
    update_late (&pass, late, changed);
  return has_changed;
}

/**
 * plan_cpm_get_asked_start:
 * @self: after plan_cpm_run()
 * @to: number of a node; @edge: number of an edge that leads to it
 *
 * Returns: the start that this edge alone asks of the node, by the clock, before it goes to where work goes on; or
 *   %PLAN_TICKS_NONE when it asks for nothing
 */
PlanTicks
plan_cpm_get_asked_start (PlanCpm *self, guint32 to, guint32 edge)
{
  PlanLogic logic = { PLAN_TICKS_NONE, PLAN_TICKS_NONE };
  PlanPass pass;

  plan_pass_init (&pass, self, FALSE);
  pass.late = self->has_alap;
  plan_pass_follow_link (&pass, &self->network->preds[edge], to, &logic);
  return logic.start;
}

/**
 * plan_cpm_snap_start:
 * @number: of a node
 *
 * Returns: where the task starts when it may from @at on
 */
PlanTicks
plan_cpm_snap_start (PlanCpm *self, guint32 number, PlanTicks at)
{
  PlanPass pass;

  plan_pass_init (&pass, self, FALSE);
  return snap_start (&pass, &self->network->nodes[number], at);
}
