/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The forward and the backward pass of the critical path method over all projects at once, with four kinds of links, lags,
 * eight constraints and a calendar for each task. A project scheduled from its finish runs through the same code on a
 * mirrored axis: dates are negated, links turned round, constraints swapped, working time counted the other way; afterwards
 * its dates are negated back. Late tasks (ALAP) need a third pass, in which their successors see their late dates.
 */

#include "plan-cpm.h"

#include "plan-money.h"
#include "plan-worktime-private.h"

#define NO_LIMIT G_MAXINT64

/* One direction: edges that lead to a node and away from it. */
typedef struct
{
  PlanCpm *cpm;
  const PlanNode *nodes;
  PlanNodeDates *dates;
  const guint32 *first_in;
  const guint32 *first_out;
  const PlanEdge *in;
  const PlanEdge *out;
  guint32 bound; /* flag of the nodes that bound tasks of a summary on this axis */
  guint32 roll;  /* flag of those that gather them */
  gboolean mirror;
  gboolean late; /* third pass */
} Pass;

/* By the clock, within what can be planned with. */
static inline PlanTicks
add_elapsed (const Pass *pass, PlanTicks at, PlanTicks amount)
{
  return pass->mirror ? CLAMP (at + amount, -PLAN_TICKS_MAX, -PLAN_TICKS_MIN) : CLAMP (at + amount, PLAN_TICKS_MIN, PLAN_TICKS_MAX);
}

static inline PlanTicks
add (const Pass *pass, guint32 calendar, PlanTicks at, PlanTicks amount)
{
  const PlanWorktime *worktime = pass->cpm->worktimes[calendar];

  return pass->mirror ? -plan_worktime_add_inline (worktime, -at, -amount) : plan_worktime_add_inline (worktime, at, amount);
}

static inline PlanTicks
next (const Pass *pass, guint32 calendar, PlanTicks at)
{
  const PlanWorktime *worktime = pass->cpm->worktimes[calendar];

  return pass->mirror ? -plan_worktime_prev_inline (worktime, -at) : plan_worktime_next_inline (worktime, at);
}

static inline PlanTicks
prev (const Pass *pass, guint32 calendar, PlanTicks at)
{
  const PlanWorktime *worktime = pass->cpm->worktimes[calendar];

  return pass->mirror ? -plan_worktime_next_inline (worktime, -at) : plan_worktime_prev_inline (worktime, at);
}

static gboolean
is_same (const Pass *pass, guint32 calendar, PlanTicks a, PlanTicks b)
{
  const PlanWorktime *worktime = pass->cpm->worktimes[calendar];

  return pass->mirror ? plan_worktime_work_inline (worktime, -b, -a) == 0 : plan_worktime_work_inline (worktime, a, b) == 0;
}

/* Where a part starts when its task may from @at on. */
static PlanTicks
start_part (const Pass *pass, const PlanPart *part, PlanTicks at)
{
  PlanTicks start = next (pass, part->calendar, part->wait != 0 ? add_elapsed (pass, at, part->wait) : at);

  return part->delay != 0 ? add (pass, part->calendar, start, part->delay) : start;
}

/* From the first start of the parts to the last finish, or back. */
static PlanTicks
add_parts (const Pass *pass, const PlanExtra *extra, PlanTicks at, int sign)
{
  const PlanPart *parts = pass->cpm->parts + extra->first_part;
  PlanTicks reached = sign > 0 ? PLAN_TICKS_NONE : NO_LIMIT;

  for (guint i = 0; i < extra->n_parts; i++)
    {
      const PlanPart *part = &parts[i];
      PlanTicks length = (PlanTicks) part->length;

      if (sign > 0)
        reached = MAX (reached, add (pass, part->calendar, start_part (pass, part, at), length));
      else
        reached = MIN (reached, add_elapsed (pass, add (pass, part->calendar, at, -length - part->delay), -part->wait));
    }
  return reached;
}

/* The task's duration counted on from an instant, or back with a negative sign. */
static inline PlanTicks
add_duration (const Pass *pass, const PlanNode *node, PlanTicks at, int sign)
{
  PlanTicks amount = (PlanTicks) node->duration * sign;

  if (node->flags & PLAN_NODE_PARTS)
    return add_parts (pass, &pass->cpm->extras[node->extra], at, sign);
  return node->flags & PLAN_NODE_ELAPSED ? add_elapsed (pass, at, amount) : add (pass, node->work_calendar, at, amount);
}

static PlanTicks
snap_parts (const Pass *pass, const PlanExtra *extra, PlanTicks at)
{
  PlanTicks first = NO_LIMIT;

  for (guint i = 0; i < extra->n_parts; i++)
    first = MIN (first, start_part (pass, &pass->cpm->parts[extra->first_part + i], at));
  return first;
}

/* A start goes to where work goes on; a milestone may also stay where work ends. */
static inline PlanTicks
snap_start (const Pass *pass, const PlanNode *node, PlanTicks at)
{
  PlanTicks snapped;

  if (node->flags & PLAN_NODE_PARTS)
    return snap_parts (pass, &pass->cpm->extras[node->extra], at);
  snapped = next (pass, node->work_calendar, at);
  if (node->duration == 0 && snapped != at && prev (pass, node->work_calendar, at) == at)
    return at;
  return snapped;
}

/* The type of a link as it leads on this axis. */
static inline PlanLinkType
get_type (const Pass *pass, const PlanEdge *edge)
{
  PlanLinkType type = PLAN_EDGE_TYPE (edge);

  if (!pass->mirror || type == PLAN_LINK_FS || type == PLAN_LINK_SF)
    return type;
  return type == PLAN_LINK_SS ? PLAN_LINK_FF : PLAN_LINK_SS;
}

/* Ticks of a lag given in percent of its predecessor; @elapsed is set when they count by the clock. */
static PlanTicks
get_percent_lag (const Pass *pass, const PlanEdge *edge, guint32 predecessor, gboolean *elapsed)
{
  const PlanNode *node = &pass->nodes[predecessor];
  const PlanNodeDates *dates = &pass->dates[predecessor];
  PlanTicks base = node->extra != 0 && !(node->flags & PLAN_NODE_PSEUDO) ? pass->cpm->extras[node->extra].whole : node->duration;

  if (edge->other & PLAN_EDGE_ELAPSED)
    base = pass->mirror ? base : dates->early_finish - dates->early_start;
  else if (node->flags & PLAN_NODE_ELAPSED)
    *elapsed = TRUE;
  else if ((node->flags & PLAN_NODE_ROLL) && !pass->mirror)
    base = plan_worktime_work_inline (pass->cpm->worktimes[node->calendar], dates->early_start, dates->early_finish);
  return CLAMP (plan_multiply_divide (base, edge->lag, PLAN_PERCENT_HUNDRED), -PLAN_DURATION_MAX, PLAN_DURATION_MAX);
}

/* Adds the lag of a link, or takes it away with a negative sign. The two nodes are given in the direction of the link as it
 * was typed: the lag counts in the successor's calendar. */
static PlanTicks
shift (const Pass *pass, const PlanEdge *edge, guint32 from, guint32 to, PlanTicks at, int sign)
{
  gboolean elapsed = (edge->other & PLAN_EDGE_ELAPSED) != 0;
  PlanTicks lag = edge->lag;

  if (lag == 0)
    return at;
  if (edge->other & PLAN_EDGE_PERCENT)
    lag = get_percent_lag (pass, edge, pass->mirror ? to : from, &elapsed);
  if (elapsed)
    return add_elapsed (pass, at, lag * sign);
  return add (pass, pass->nodes[pass->mirror ? from : to].calendar, at, lag * sign);
}

static gboolean
has_early_constraint (const PlanExtra *extra)
{
  return extra->constraint_date != PLAN_TICKS_NONE &&
         (extra->constraint == PLAN_CONSTRAINT_MSO || extra->constraint == PLAN_CONSTRAINT_MFO ||
          extra->constraint == PLAN_CONSTRAINT_SNET || extra->constraint == PLAN_CONSTRAINT_FNET);
}

/* A start that follows from links. */
typedef struct
{
  PlanTicks start;   /* PLAN_TICKS_NONE: no link */
  PlanTicks finish;  /* when a start-to-finish link drives: the finish that it asks for */
} Logic;

static void
follow_link (const Pass *pass, const PlanEdge *edge, guint32 to, Logic *logic)
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
    *logic = (Logic) { at, wanted };
  else if (at == logic->start)
    logic->finish = MAX (logic->finish, wanted); /* whatever the order of the links */
}

/* Of a plain link that only passes the finish on; all others go the long way. */
static inline void
follow_links (const Pass *pass, guint32 to, Logic *logic, guint32 ignored_flags)
{
  for (guint32 e = pass->first_in[to]; e < pass->first_in[to + 1]; e++)
    {
      const PlanEdge *edge = &pass->in[e];

      if ((edge->other & 15) == PLAN_LINK_FS && edge->lag == 0 && !pass->late && ignored_flags == 0)
        {
          PlanTicks at = pass->dates[PLAN_EDGE_NODE (edge)].early_finish;

          if (at > logic->start)
            *logic = (Logic) { at, PLAN_TICKS_NONE };
        }
      else if (!(pass->nodes[PLAN_EDGE_NODE (edge)].flags & ignored_flags))
        follow_link (pass, edge, to, logic);
    }
}

/* No task of the summary starts before this; a summary without links of that kind bounds nothing. */
static void
gather_bound (const Pass *pass, guint32 i)
{
  Logic logic = { PLAN_TICKS_NONE, PLAN_TICKS_NONE };

  follow_links (pass, i, &logic, 0);
  pass->dates[i].early_start = pass->dates[i].early_finish = logic.start;
}

static gboolean
is_older (const Pass *pass, guint32 a, guint32 b)
{
  const PlanModel *model = pass->cpm->model;

  return plan_model_get_task_at (model, pass->nodes[a].task)->id < plan_model_get_task_at (model, pass->nodes[b].task)->id;
}

/* From the first start to the last finish. Which task is the first is kept for the way back: the older one of two. */
static void
gather_roll (const Pass *pass, guint32 i)
{
  PlanNodeDates roll = { PLAN_TICKS_NONE, PLAN_TICKS_NONE, NO_LIMIT, NO_LIMIT };
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
apply_early_constraint (const Pass *pass, const PlanNode *node, const PlanExtra *extra, PlanTicks start)
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
finish_rests (const Pass *pass, const PlanExtra *extra, PlanTicks rest)
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

static void
place_started (const Pass *pass, guint32 i, PlanExtra *extra)
{
  const PlanNode *node = &pass->nodes[i];
  PlanNodeDates *dates = &pass->dates[i];
  Logic logic = { PLAN_TICKS_NONE, PLAN_TICKS_NONE };

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

/* A task with a constraint, a delay, a summary's constraint, pauses or several calendars. */
static void
place_constrained (const Pass *pass, guint32 i, PlanExtra *extra, Logic *logic)
{
  const PlanNode *node = &pass->nodes[i];
  PlanNodeDates *dates = &pass->dates[i];
  PlanTicks start = logic->start, by_logic, finish;
  gboolean stays = node->duration == 0 && start == PLAN_TICKS_NONE && extra->floor == PLAN_TICKS_NONE;

  if (start == PLAN_TICKS_NONE && !has_early_constraint (extra))
    start = pass->cpm->projects[node->project].start;
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

/* Start and finish in one go: one conversion from the clock, two back. A milestone without links stands at the start of its
 * project, whatever the calendar says. */
static inline void
place_plain (const Pass *pass, guint32 i, const Logic *logic)
{
  const PlanNode *node = &pass->nodes[i];
  PlanNodeDates *dates = &pass->dates[i];
  PlanTicks start = logic->start != PLAN_TICKS_NONE ? logic->start : pass->cpm->projects[node->project].start;
  const PlanWorktime *worktime = pass->cpm->worktimes[node->work_calendar];

  if (!pass->mirror && node->duration > 0 && !(node->flags & PLAN_NODE_ELAPSED))
    {
      guint32 done = plan_worktime_done (worktime, plan_worktime_enter (start));

      dates->early_start = plan_worktime_leave (plan_worktime_start_of (worktime, done));
      dates->early_finish = plan_worktime_leave (plan_worktime_finish_of (worktime, done + (guint32) node->duration));
    }
  else
    {
      dates->early_start = node->duration > 0 || logic->start != PLAN_TICKS_NONE ? snap_start (pass, node, start) : start;
      dates->early_finish = add_duration (pass, node, dates->early_start, 1);
    }
  if (logic->finish != PLAN_TICKS_NONE && is_same (pass, node->work_calendar, dates->early_finish, logic->finish))
    dates->early_finish = logic->finish;
}

static void
go_forward (const Pass *pass, guint32 i)
{
  const PlanNode *node = &pass->nodes[i];
  PlanProjectState *project = &pass->cpm->projects[node->project];
  PlanExtra *extra = &pass->cpm->extras[node->extra];
  Logic logic = { PLAN_TICKS_NONE, PLAN_TICKS_NONE };

  if (node->flags & PLAN_NODE_FIXED)
    {
      pass->dates[i].early_start = extra->start;
      pass->dates[i].early_finish = extra->finish;
    }
  else if (node->flags & PLAN_NODE_STARTED)
    place_started (pass, i, extra);
  else
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

static inline gboolean
links_finish (const Pass *pass, const PlanEdge *edge)
{
  PlanLinkType type = get_type (pass, edge);

  return type == PLAN_LINK_FF || type == PLAN_LINK_SF;
}

/* Latest finish of a node by one link out of it. */
static PlanTicks
get_limit (const Pass *pass, guint32 from, const PlanEdge *edge, PlanTicks start, PlanTicks finish)
{
  const PlanNode *node = &pass->nodes[from];
  guint32 to = PLAN_EDGE_NODE (edge);
  guint32 set = PLAN_NODE_STARTED | PLAN_NODE_FIXED;

  switch (get_type (pass, edge))
    {
    case PLAN_LINK_FS:
      return shift (pass, edge, from, to, start, -1);
    case PLAN_LINK_FF:
      return shift (pass, edge, from, to, finish, -1);
    case PLAN_LINK_SS:
      if (node->flags & set)
        return NO_LIMIT;
      start = pass->nodes[to].flags & PLAN_NODE_PSEUDO ? start : next (pass, pass->nodes[to].calendar, start);
      return add_duration (pass, node, shift (pass, edge, from, to, start, -1), 1);
    default:
      return node->flags & set ? NO_LIMIT : add_duration (pass, node, shift (pass, edge, from, to, finish, -1), 1);
    }
}

/* Latest finish of a task by its links, or NO_LIMIT. */
static PlanTicks
get_late_finish (const Pass *pass, guint32 i)
{
  const PlanNode *node = &pass->nodes[i];
  PlanTicks limit = NO_LIMIT;

  for (guint32 e = pass->first_out[i]; e < pass->first_out[i + 1]; e++)
    {
      const PlanEdge *edge = &pass->out[e];
      guint32 to = PLAN_EDGE_NODE (edge), flags = pass->nodes[to].flags;
      const PlanNodeDates *dates = &pass->dates[to];

      if (flags & (PLAN_NODE_FINISHED | PLAN_NODE_OFF))
        continue;
      if (flags & pass->roll)
        {
          limit = MIN (limit, dates->late_finish);
          if (dates->late_start != NO_LIMIT && pass->nodes[to].extra == i && !(node->flags & (PLAN_NODE_STARTED | PLAN_NODE_FIXED)))
            limit = MIN (limit, add_duration (pass, node, dates->late_start, 1));
        }
      else if (dates->late_start != NO_LIMIT && !((flags & pass->bound) && links_finish (pass, edge)))
        {
          PlanTicks at = get_limit (pass, i, edge, dates->late_start, dates->late_finish);

          limit = MIN (limit, at);
        }
    }
  return limit;
}

/* What the links of a summary ask of its tasks: their finish, or the start of the first. */
static void
limit_roll (const Pass *pass, guint32 i)
{
  PlanTicks start = NO_LIMIT, finish = NO_LIMIT;

  for (guint32 e = pass->first_out[i]; e < pass->first_out[i + 1]; e++)
    {
      const PlanEdge *edge = &pass->out[e];
      guint32 to = PLAN_EDGE_NODE (edge), flags = pass->nodes[to].flags;
      const PlanNodeDates *dates = &pass->dates[to];
      PlanLinkType type = get_type (pass, edge);
      PlanTicks at;

      if ((flags & (PLAN_NODE_FINISHED | PLAN_NODE_OFF)) || (dates->late_start == NO_LIMIT && !(flags & pass->roll)))
        continue;
      if (flags & pass->roll)
        {
          finish = MIN (finish, dates->late_finish);
          if (pass->nodes[to].extra == i)
            start = MIN (start, dates->late_start);
          continue;
        }
      at = shift (pass, edge, i, to, type == PLAN_LINK_FS || type == PLAN_LINK_SS ? dates->late_start : dates->late_finish, -1);
      if (type == PLAN_LINK_FS || type == PLAN_LINK_FF)
        finish = MIN (finish, at);
      else
        start = MIN (start, at);
    }
  pass->dates[i].late_start = start;
  pass->dates[i].late_finish = finish;
}

static PlanTicks
apply_late_constraint (const Pass *pass, const PlanNode *node, const PlanExtra *extra, PlanTicks finish)
{
  gboolean started = (node->flags & PLAN_NODE_STARTED) != 0;

  if (extra->constraint_date != PLAN_TICKS_NONE)
    switch (extra->constraint)
      {
      case PLAN_CONSTRAINT_MSO:
        finish = started ? finish : add_duration (pass, node, extra->constraint_date, 1);
        break;
      case PLAN_CONSTRAINT_MFO:
        finish = extra->constraint_date;
        break;
      case PLAN_CONSTRAINT_SNLT:
        finish = started ? finish : MIN (finish, add_duration (pass, node, extra->constraint_date, 1));
        break;
      case PLAN_CONSTRAINT_FNLT:
        finish = MIN (finish, extra->constraint_date);
        break;
      default:
        break;
      }
  return extra->deadline != PLAN_TICKS_NONE ? MIN (finish, extra->deadline) : finish;
}

/* A late finish that stays where its successors ask for it: of what counts by the clock, of dates as entered, of milestones. */
static gboolean
stays_literal (const PlanNode *node)
{
  return (node->flags & (PLAN_NODE_ELAPSED | PLAN_NODE_MANUAL)) || (node->duration == 0 && !(node->flags & PLAN_NODE_STARTED));
}

/* A finish goes back to where work was going on. */
static PlanTicks
snap_finish (const Pass *pass, const PlanNode *node, PlanTicks at)
{
  const PlanExtra *extra = &pass->cpm->extras[node->extra];
  PlanTicks last = PLAN_TICKS_NONE;

  if (!(node->flags & PLAN_NODE_PARTS))
    return prev (pass, node->work_calendar, at);
  for (guint i = 0; i < extra->n_parts; i++)
    last = MAX (last, prev (pass, pass->cpm->parts[extra->first_part + i].calendar, at));
  return last;
}

static void
go_backward (const Pass *pass, guint32 i)
{
  const PlanNode *node = &pass->nodes[i];
  const PlanProjectState *project = &pass->cpm->projects[node->project];
  PlanNodeDates *dates = &pass->dates[i];
  /* the project does not wait for what is inactive */
  PlanTicks end = node->flags & PLAN_NODE_OFF ? MAX (project->finish, dates->early_finish) : project->finish, finish;

  if (node->flags & (PLAN_NODE_FINISHED | PLAN_NODE_EXTERNAL))
    {
      dates->late_start = dates->early_start;
      dates->late_finish = dates->early_finish;
      return;
    }
  finish = get_late_finish (pass, i);
  if (finish == NO_LIMIT)
    finish = project->several_paths ? dates->early_finish : end;
  finish = MIN (finish, end);
  if (node->extra != 0)
    {
      const PlanExtra *extra = &pass->cpm->extras[node->extra];

      finish = extra->ceiling != PLAN_TICKS_NONE ? MIN (finish, extra->ceiling) : finish;
      finish = apply_late_constraint (pass, node, extra, finish);
    }
  if (!pass->mirror && node->duration > 0 && !(node->flags & (PLAN_NODE_ELAPSED | PLAN_NODE_MANUAL | PLAN_NODE_PARTS)))
    {
      const PlanWorktime *worktime = pass->cpm->worktimes[node->work_calendar];
      guint32 done = plan_worktime_done (worktime, plan_worktime_enter (finish));
      guint32 duration = (guint32) node->duration;

      dates->late_finish = plan_worktime_leave (plan_worktime_finish_of (worktime, done));
      dates->late_start = done < duration ? PLAN_TICKS_MIN : plan_worktime_leave (plan_worktime_start_of (worktime, done - duration));
      return;
    }
  dates->late_finish = stays_literal (node) ? finish : snap_finish (pass, node, finish);
  dates->late_start = add_duration (pass, node, dates->late_finish, -1);
}

static void
visit_forward (const Pass *pass, guint32 i)
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

static void
visit_backward (const Pass *pass, guint32 i)
{
  guint32 flags = pass->nodes[i].flags;

  if (((flags & PLAN_NODE_MIRROR) != 0) != pass->mirror)
    return;
  if (flags & pass->bound)
    pass->dates[i].late_start = pass->dates[i].late_finish = get_late_finish (pass, i);
  else if (flags & PLAN_NODE_PSEUDO)
    limit_roll (pass, i);
  else
    go_backward (pass, i);
}

static void
run_forward (const Pass *pass)
{
  guint n = pass->cpm->network->n_nodes;

  for (guint i = 0; i < pass->cpm->n_projects; i++)
    if (pass->cpm->projects[i].mirror == pass->mirror)
      pass->cpm->projects[i].finish = PLAN_TICKS_NONE;
  for (guint i = 0; i < n; i++)
    visit_forward (pass, pass->mirror ? n - 1 - i : i);
}

static void
run_backward (const Pass *pass)
{
  guint n = pass->cpm->network->n_nodes;

  for (guint i = 0; i < n; i++)
    visit_backward (pass, pass->mirror ? i : n - 1 - i);
}

static void
init_pass (Pass *pass, PlanCpm *self, gboolean mirror)
{
  const PlanNetwork *network = self->network;

  *pass = (Pass) { self, network->nodes, self->dates,
                   mirror ? network->first_succ : network->first_pred, mirror ? network->first_pred : network->first_succ,
                   mirror ? network->succs : network->preds, mirror ? network->preds : network->succs,
                   mirror ? PLAN_NODE_ROLL : PLAN_NODE_BOUND, mirror ? PLAN_NODE_BOUND : PLAN_NODE_ROLL, mirror, FALSE };
}

static void
run_axis (PlanCpm *self, gboolean mirror)
{
  Pass pass;

  init_pass (&pass, self, mirror);
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
    if ((self->network->nodes[i].flags & PLAN_NODE_MIRROR) && !(self->network->nodes[i].flags & PLAN_NODE_PSEUDO))
      {
        PlanNodeDates turned = self->dates[i];

        self->dates[i] = (PlanNodeDates) { -turned.late_finish, -turned.late_start, -turned.early_finish, -turned.early_start };
      }
}

/**
 * plan_cpm_run:
 *
 * Computes the early and late dates of all nodes of @self and the finish of its projects.
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
  Logic logic = { PLAN_TICKS_NONE, PLAN_TICKS_NONE };
  Pass pass;

  init_pass (&pass, self, FALSE);
  pass.late = self->has_alap;
  follow_link (&pass, &self->network->preds[edge], to, &logic);
  return logic.start;
}
