/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The forward pass: early dates of one node after the other. Links ask for a start, constraints and delays move it, and
 * from it the work is done in the calendars of those who do it.
 */

#include "plan-cpm-pass.h"

/*
 * plan_pass_follow_link:
 * @edge: leads to the node @to
 * @logic: (inout): becomes later when the edge asks for it
 */
void
plan_pass_follow_link (const PlanPass *pass, const PlanEdge *edge, guint32 to, PlanLogic *logic)
{
  const PlanNode *node = &pass->nodes[to];
  guint32 from = PLAN_EDGE_NODE (edge);
  const PlanNodeDates *dates = &pass->dates[from];
  gboolean late = pass->late && (pass->nodes[from].flags & PLAN_NODE_ALAP) && !(node->flags & PLAN_NODE_ALAP);
  PlanTicks start = late ? MAX (dates->late_start, dates->early_start) : dates->early_start;
  PlanTicks finish = late ? MAX (dates->late_finish, dates->early_finish) : dates->early_finish, wanted = PLAN_TICKS_NONE, at;
  PlanLinkType type = get_type (pass, edge);
  gboolean by_finish = type == PLAN_LINK_FF || type == PLAN_LINK_SF, clamp = edge->lag < 0 || by_finish;
  PlanTicks project_start = pass->cpm->projects[node->project].start;

  /* On the mirrored axis a link to the start of a summary's first task would have to bound only one of them. */
  if (start == PLAN_TICKS_NONE || (by_finish && (node->flags & pass->bound)))
    return;
  at = shift (pass, edge, from, to, type == PLAN_LINK_FS || type == PLAN_LINK_FF ? finish : start, 1);
  if (type == PLAN_LINK_SF)
    wanted = at;
  if (by_finish)
    at = add_duration (pass, node, at, -1);
  /* A lead does not bring a task before the start of its project, unless a constraint does. */
  if (clamp && at < project_start && !has_early_constraint (&pass->cpm->extras[node->extra]))
    at = project_start;
  if (at > logic->start)
    *logic = (PlanLogic) { at, wanted };
  else if (at == logic->start)
    logic->finish = MAX (logic->finish, wanted); /* whatever the order of the links */
}

/* Of a plain link that only passes the finish on; all others go the long way. */
static inline void
follow_links (const PlanPass *pass, guint32 to, PlanLogic *logic, guint32 ignored_flags)
{
  for (guint32 e = pass->first_in[to]; e < pass->first_in[to + 1]; e++)
    {
      const PlanEdge *edge = &pass->in[e];

      if ((edge->other & 15) == PLAN_LINK_FS && edge->lag == 0 && !pass->late && ignored_flags == 0)
        {
          PlanTicks at = pass->dates[PLAN_EDGE_NODE (edge)].early_finish;

          if (at > logic->start)
            *logic = (PlanLogic) { at, PLAN_TICKS_NONE };
        }
      else if (!(pass->nodes[PLAN_EDGE_NODE (edge)].flags & ignored_flags))
        plan_pass_follow_link (pass, edge, to, logic);
    }
}

/* No task of the summary starts before this; a summary without links of that kind bounds nothing. */
static void
gather_bound (const PlanPass *pass, guint32 i)
{
  PlanLogic logic = { PLAN_TICKS_NONE, PLAN_TICKS_NONE };

  follow_links (pass, i, &logic, 0);
  pass->dates[i].early_start = pass->dates[i].early_finish = logic.start;
}

static gboolean
is_older (const PlanPass *pass, guint32 a, guint32 b)
{
  const PlanModel *model = pass->cpm->model;

  return plan_model_get_task_at (model, pass->nodes[a].task)->id < plan_model_get_task_at (model, pass->nodes[b].task)->id;
}

/* From the first start to the last finish. Which task is the first is kept for the way back: the older one of two. */
static void
gather_roll (const PlanPass *pass, guint32 i)
{
  PlanNodeDates roll = { PLAN_TICKS_NONE, PLAN_TICKS_NONE, PLAN_NO_LIMIT, PLAN_NO_LIMIT };
  guint32 first = PLAN_NODE_NONE;

  for (guint32 e = pass->first_in[i]; e < pass->first_in[i + 1]; e++)
    {
      guint32 from = PLAN_EDGE_NODE (&pass->in[e]);
      const PlanNodeDates *dates = &pass->dates[from];
      gboolean late = pass->late && (pass->nodes[from].flags & PLAN_NODE_ALAP);
      PlanTicks start = late ? MAX (dates->late_start, dates->early_start) : dates->early_start;
      PlanTicks finish = late ? MAX (dates->late_finish, dates->early_finish) : dates->early_finish;

      if (start == PLAN_TICKS_NONE || (pass->nodes[from].flags & PLAN_NODE_EXTERNAL))
        continue;
      if (first == PLAN_NODE_NONE || start < roll.early_start ||
          (start == roll.early_start && is_older (pass, from, first)))
        {
          roll.early_start = start;
          first = from;
        }
      roll.early_finish = MAX (roll.early_finish, finish);
    }
  pass->dates[i].early_start = roll.early_start;
  pass->dates[i].early_finish = roll.early_finish;
  pass->cpm->network->nodes[i].extra = first;
}

/* The start that the task's own constraint allows. FALSE: the finish is not to be computed from it but is @finish. */
static PlanTicks
apply_early_constraint (const PlanPass *pass, const PlanNode *node, const PlanExtra *extra, PlanTicks start)
{
  gboolean honour = pass->cpm->projects[node->project].honour;
  gboolean by_finish = extra->constraint == PLAN_CONSTRAINT_MFO || extra->constraint == PLAN_CONSTRAINT_FNET ||
                       extra->constraint == PLAN_CONSTRAINT_FNLT;
  PlanTicks date = by_finish ? add_duration (pass, node, extra->constraint_date, -1) : extra->constraint_date;

  switch (extra->constraint)
    {
    case PLAN_CONSTRAINT_MSO:
    case PLAN_CONSTRAINT_MFO:
      return honour || start == PLAN_TICKS_NONE ? date : MAX (start, date);
    case PLAN_CONSTRAINT_SNET:
    case PLAN_CONSTRAINT_FNET:
      return MAX (start, date);
    default:
      return honour ? MIN (start, date) : start;
    }
}

/* Each part of a started task goes on where its own work stopped. */
static PlanTicks
finish_rests (const PlanPass *pass, const PlanExtra *extra, PlanTicks rest)
{
  const PlanPart *parts = pass->cpm->parts + extra->first_part;
  PlanTicks finish = PLAN_TICKS_NONE;

  for (guint i = 0; i < extra->n_parts; i++)
    {
      PlanTicks from = next (pass, parts[i].calendar, MAX (parts[i].rest, rest));

      finish = MAX (finish, parts[i].length > 0 ? add (pass, parts[i].calendar, from, parts[i].length) : parts[i].rest);
    }
  return finish;
}

G_GNUC_NO_INLINE static void
place_started (const PlanPass *pass, guint32 i, PlanExtra *extra)
{
  const PlanNode *node = &pass->nodes[i];
  PlanNodeDates *dates = &pass->dates[i];
  PlanLogic logic = { PLAN_TICKS_NONE, PLAN_TICKS_NONE };

  if (node->flags & PLAN_NODE_SPLIT)
    follow_links (pass, i, &logic, PLAN_NODE_FINISHED | pass->bound);
  dates->early_start = extra->start;
  extra->resume = MAX (extra->asked, logic.start);
  if (node->duration == 0)
    {
      dates->early_finish = MAX (extra->rest, logic.start);
      return;
    }
  extra->resume = next (pass, node->work_calendar, extra->resume);
  if (node->flags & PLAN_NODE_PARTS)
    dates->early_finish = finish_rests (pass, extra, logic.start);
  else
    dates->early_finish = add_duration (pass, node, next (pass, node->work_calendar, MAX (extra->rest, logic.start)), 1);
}

/* Of a task without links: the start of its project, or its constraint when that is before it. */
static PlanTicks
get_first_start (const PlanPass *pass, const PlanNode *node, const PlanExtra *extra)
{
  PlanTicks start = pass->cpm->projects[node->project].start;

  return has_early_constraint (extra) ? MIN (start, apply_early_constraint (pass, node, extra, PLAN_TICKS_NONE)) : start;
}

/* A task with a constraint, a delay, a summary's constraint, pauses or several calendars. */
G_GNUC_NO_INLINE static void
place_constrained (const PlanPass *pass, guint32 i, PlanExtra *extra, PlanLogic *logic)
{
  const PlanNode *node = &pass->nodes[i];
  PlanNodeDates *dates = &pass->dates[i];
  PlanTicks start = logic->start, by_logic, finish;
  gboolean stays = node->duration == 0 && start == PLAN_TICKS_NONE && extra->floor == PLAN_TICKS_NONE;

  if (start == PLAN_TICKS_NONE && (!has_early_constraint (extra) || extra->delay > 0))
    start = get_first_start (pass, node, extra);
  start = MAX (start, extra->floor);
  if (start != PLAN_TICKS_NONE && !stays)
    start = snap_start (pass, node, start);
  if (extra->work_delay != 0 && start != PLAN_TICKS_NONE)
    start = snap_start (pass, node, add (pass, node->work_calendar, start, extra->work_delay));
  if (extra->delay != 0 && start != PLAN_TICKS_NONE && extra->constraint != PLAN_CONSTRAINT_MSO &&
      extra->constraint != PLAN_CONSTRAINT_MFO)
    start = snap_start (pass, node, start + extra->delay);
  by_logic = start;
  if (extra->constraint_date != PLAN_TICKS_NONE)
    start = snap_start (pass, node, apply_early_constraint (pass, node, extra, start));
  extra->logic = by_logic != PLAN_TICKS_NONE && by_logic > start ? by_logic : PLAN_TICKS_NONE;
  finish = add_duration (pass, node, start, 1);
  if (extra->constraint == PLAN_CONSTRAINT_FNET && extra->constraint_date != PLAN_TICKS_NONE && start > by_logic &&
      is_same (pass, node->work_calendar, finish, extra->constraint_date))
    finish = extra->constraint_date;
  else if (logic->finish != PLAN_TICKS_NONE && start == by_logic && is_same (pass, node->work_calendar, finish, logic->finish))
    finish = logic->finish;
  dates->early_start = start;
  dates->early_finish = finish;
}

/* What the links ask of a node without an extra, as work done in its one calendar, so that the clock is read once for each
 * link and written once for all. Later by the clock is never less work, so the latest is the same. FALSE: a link asks for
 * what is not counted in work, and all have to be followed by the clock. */
static inline gboolean
count_links (const PlanPass *pass, guint32 to, const PlanWorktime *worktime, guint32 *asked)
{
  const PlanNode *node = &pass->nodes[to];
  PlanTicks start = pass->cpm->projects[node->project].start, latest = PLAN_TICKS_NONE;
  guint32 done = 0;
  gboolean has_work = FALSE;

  for (guint32 e = pass->first_in[to]; e < pass->first_in[to + 1]; e++)
    {
      const PlanEdge *edge = &pass->in[e];
      const PlanNodeDates *dates = &pass->dates[PLAN_EDGE_NODE (edge)];
      guint kind = edge->other & 15;
      guint32 at;

      if (kind == PLAN_LINK_FS && edge->lag == 0)
        {
          latest = MAX (latest, dates->early_finish);
          continue;
        }
      if (kind >= PLAN_EDGE_ELAPSED || kind == PLAN_LINK_SF)
        return FALSE;
      if (dates->early_start == PLAN_TICKS_NONE)
        continue;
      at = plan_worktime_done (worktime, plan_worktime_enter (kind == PLAN_LINK_SS ? dates->early_start : dates->early_finish));
      at = move_work (worktime, at, edge->lag);
      if (kind == PLAN_LINK_FF)
        at = move_work (worktime, at, -(PlanTicks) node->duration);
      if (edge->lag < 0 || kind == PLAN_LINK_FF) /* as in plan_pass_follow_link() */
        at = MAX (at, plan_worktime_done (worktime, plan_worktime_enter (start)));
      done = MAX (done, at);
      has_work = TRUE;
    }
  if (latest != PLAN_TICKS_NONE || !has_work)
    done = MAX (done, plan_worktime_done (worktime, plan_worktime_enter (latest != PLAN_TICKS_NONE ? latest : start)));
  *asked = done;
  return TRUE;
}

/* Start and finish in one go. */
static inline gboolean
place_counted (const PlanPass *pass, guint32 i)
{
  const PlanNode *node = &pass->nodes[i];
  const PlanWorktime *worktime = pass->cpm->worktimes[node->work_calendar];
  guint32 done;

  if (pass->mirror || pass->late || node->duration == 0 || (node->flags & PLAN_NODE_ELAPSED) ||
      node->calendar != node->work_calendar || !count_links (pass, i, worktime, &done))
    return FALSE;
  pass->dates[i].early_start = plan_worktime_leave (plan_worktime_start_of (worktime, done));
  pass->dates[i].early_finish = plan_worktime_leave (plan_worktime_finish_of (worktime, done + (guint32) node->duration));
  return TRUE;
}

/* A task without an extra, link by link. A milestone without links stands at the start of its project, whatever the calendar
 * says. */
G_GNUC_NO_INLINE static void
place_plain (const PlanPass *pass, guint32 i, const PlanLogic *logic)
{
  const PlanNode *node = &pass->nodes[i];
  PlanNodeDates *dates = &pass->dates[i];
  PlanTicks start = logic->start != PLAN_TICKS_NONE ? logic->start : pass->cpm->projects[node->project].start;

  dates->early_start = node->duration > 0 || logic->start != PLAN_TICKS_NONE ? snap_start (pass, node, start) : start;
  dates->early_finish = add_duration (pass, node, dates->early_start, 1);
  if (logic->finish != PLAN_TICKS_NONE && is_same (pass, node->work_calendar, dates->early_finish, logic->finish))
    dates->early_finish = logic->finish;
}

static void
go_forward (const PlanPass *pass, guint32 i)
{
  const PlanNode *node = &pass->nodes[i];
  PlanProjectState *project = &pass->cpm->projects[node->project];
  PlanExtra *extra = &pass->cpm->extras[node->extra];
  PlanLogic logic = { PLAN_TICKS_NONE, PLAN_TICKS_NONE };

  if (node->flags & PLAN_NODE_FIXED)
    {
      pass->dates[i].early_start = extra->start;
      pass->dates[i].early_finish = extra->finish;
    }
  else if (node->flags & PLAN_NODE_STARTED)
    place_started (pass, i, extra);
  else if (node->extra != 0 || !place_counted (pass, i))
    {
      follow_links (pass, i, &logic, 0);
      if (node->extra != 0)
        place_constrained (pass, i, extra, &logic);
      else
        place_plain (pass, i, &logic);
    }
  if (!(node->flags & (PLAN_NODE_EXTERNAL | PLAN_NODE_OFF)))
    project->finish = MAX (project->finish, pass->dates[i].early_finish);
}

/*
 * plan_pass_forward:
 *
 * Computes the early dates of a node from those before it, when it lies on the axis of the pass.
 */
void
plan_pass_forward (const PlanPass *pass, guint32 i)
{
  guint32 flags = pass->nodes[i].flags;

  if (((flags & PLAN_NODE_MIRROR) != 0) != pass->mirror)
    return;
  if (flags & pass->bound)
    gather_bound (pass, i);
  else if (flags & PLAN_NODE_PSEUDO)
    gather_roll (pass, i);
  else
    go_forward (pass, i);
}
