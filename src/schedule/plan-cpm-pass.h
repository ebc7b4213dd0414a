/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the forward and the backward pass have in common: counting in the calendars of nodes along the axis, or against it
 * for projects that are scheduled from their finish, whose axis is mirrored.
 */
#pragma once

#include "plan-cpm.h"
#include "plan-money.h"
#include "plan-worktime-private.h"

G_BEGIN_DECLS

#define PLAN_NO_LIMIT G_MAXINT64

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
} PlanPass;

/* By the clock, within what can be planned with. */
static inline PlanTicks
add_elapsed (const PlanPass *pass, PlanTicks at, PlanTicks amount)
{
  return pass->mirror ? CLAMP (at + amount, -PLAN_TICKS_MAX, -PLAN_TICKS_MIN) : CLAMP (at + amount, PLAN_TICKS_MIN, PLAN_TICKS_MAX);
}

static inline PlanTicks
add (const PlanPass *pass, guint32 calendar, PlanTicks at, PlanTicks amount)
{
  const PlanWorktime *worktime = pass->cpm->worktimes[calendar];

  return pass->mirror ? -plan_worktime_add_inline (worktime, -at, -amount) : plan_worktime_add_inline (worktime, at, amount);
}

static inline PlanTicks
next (const PlanPass *pass, guint32 calendar, PlanTicks at)
{
  const PlanWorktime *worktime = pass->cpm->worktimes[calendar];

  return pass->mirror ? -plan_worktime_prev_inline (worktime, -at) : plan_worktime_next_inline (worktime, at);
}

static inline PlanTicks
prev (const PlanPass *pass, guint32 calendar, PlanTicks at)
{
  const PlanWorktime *worktime = pass->cpm->worktimes[calendar];

  return pass->mirror ? -plan_worktime_next_inline (worktime, -at) : plan_worktime_prev_inline (worktime, at);
}

static inline gboolean
is_same (const PlanPass *pass, guint32 calendar, PlanTicks a, PlanTicks b)
{
  const PlanWorktime *worktime = pass->cpm->worktimes[calendar];

  return pass->mirror ? plan_worktime_work_inline (worktime, -b, -a) == 0 : plan_worktime_work_inline (worktime, a, b) == 0;
}

/* Where a part starts when its task may from @at on. */
static inline PlanTicks
start_part (const PlanPass *pass, const PlanPart *part, PlanTicks at)
{
  PlanTicks start = next (pass, part->calendar, part->wait != 0 ? add_elapsed (pass, at, part->wait) : at);

  return part->delay != 0 ? add (pass, part->calendar, start, part->delay) : start;
}

/* From the first start of the parts to the last finish, or back. */
static inline PlanTicks
add_parts (const PlanPass *pass, const PlanExtra *extra, PlanTicks at, int sign)
{
  const PlanPart *parts = pass->cpm->parts + extra->first_part;
  PlanTicks reached = sign > 0 ? PLAN_TICKS_NONE : PLAN_NO_LIMIT;

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
add_duration (const PlanPass *pass, const PlanNode *node, PlanTicks at, int sign)
{
  PlanTicks amount = (PlanTicks) node->duration * sign;

  if (node->flags & PLAN_NODE_PARTS)
    return add_parts (pass, &pass->cpm->extras[node->extra], at, sign);
  return node->flags & PLAN_NODE_ELAPSED ? add_elapsed (pass, at, amount) : add (pass, node->work_calendar, at, amount);
}

static inline PlanTicks
snap_parts (const PlanPass *pass, const PlanExtra *extra, PlanTicks at)
{
  PlanTicks first = PLAN_NO_LIMIT;

  for (guint i = 0; i < extra->n_parts; i++)
    first = MIN (first, start_part (pass, &pass->cpm->parts[extra->first_part + i], at));
  return first;
}

/* A start goes to where work goes on; a milestone may also stay where work ends. */
static inline PlanTicks
snap_start (const PlanPass *pass, const PlanNode *node, PlanTicks at)
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
get_type (const PlanPass *pass, const PlanEdge *edge)
{
  PlanLinkType type = PLAN_EDGE_TYPE (edge);

  if (!pass->mirror || type == PLAN_LINK_FS || type == PLAN_LINK_SF)
    return type;
  return type == PLAN_LINK_SS ? PLAN_LINK_FF : PLAN_LINK_SS;
}

/* Ticks of a lag given in percent of its predecessor; @elapsed is set when they count by the clock. */
static inline PlanTicks
get_percent_lag (const PlanPass *pass, const PlanEdge *edge, guint32 predecessor, gboolean *elapsed)
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
static inline PlanTicks
shift (const PlanPass *pass, const PlanEdge *edge, guint32 from, guint32 to, PlanTicks at, int sign)
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

/* Work done, so much more or less of it, within what the calendar has: as plan_worktime_add_inline() by the clock. */
static inline guint32
move_work (const PlanWorktime *worktime, guint32 done, PlanTicks amount)
{
  return (guint32) CLAMP ((gint64) done + amount, 0, (gint64) worktime->total);
}

static inline gboolean
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
} PlanLogic;

void plan_pass_init        (PlanPass *pass, PlanCpm *cpm, gboolean mirror);
void plan_pass_follow_link (const PlanPass *pass, const PlanEdge *edge, guint32 to, PlanLogic *logic);
void plan_pass_forward     (const PlanPass *pass, guint32 node);
void plan_pass_backward    (const PlanPass *pass, guint32 node);

G_END_DECLS
