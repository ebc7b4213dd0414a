/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The backward pass: late dates of one node after the other, from what is after it, its constraint and its deadline.
 */

#include "plan-cpm-pass.h"

static inline gboolean
links_finish (const PlanPass *pass, const PlanEdge *edge)
{
  PlanLinkType type = get_type (pass, edge);

  return type == PLAN_LINK_FF || type == PLAN_LINK_SF;
}

/* Latest finish of a node by one link out of it. */
static PlanTicks
get_limit (const PlanPass *pass, guint32 from, const PlanEdge *edge, PlanTicks start, PlanTicks finish)
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
        return PLAN_NO_LIMIT;
      start = pass->nodes[to].flags & PLAN_NODE_PSEUDO ? start : next (pass, pass->nodes[to].calendar, start);
      return add_duration (pass, node, shift (pass, edge, from, to, start, -1), 1);
    default:
      return node->flags & set ? PLAN_NO_LIMIT : add_duration (pass, node, shift (pass, edge, from, to, finish, -1), 1);
    }
}

/* The same by any edge, whatever it leads to. */
G_GNUC_NO_INLINE static PlanTicks
limit_by_edge (const PlanPass *pass, guint32 i, const PlanEdge *edge, PlanTicks limit)
{
  const PlanNode *node = &pass->nodes[i];
  guint32 to = PLAN_EDGE_NODE (edge), flags = pass->nodes[to].flags;
  const PlanNodeDates *dates = &pass->dates[to];

  if (flags & (PLAN_NODE_FINISHED | PLAN_NODE_OFF))
    return limit;
  if (flags & pass->roll)
    {
      limit = MIN (limit, dates->late_finish);
      if (dates->late_start != PLAN_NO_LIMIT && pass->nodes[to].extra == i && !(node->flags & (PLAN_NODE_STARTED | PLAN_NODE_FIXED)))
        limit = MIN (limit, add_duration (pass, node, dates->late_start, 1));
    }
  else if (dates->late_start != PLAN_NO_LIMIT && !((flags & pass->bound) && links_finish (pass, edge)))
    {
      PlanTicks at = get_limit (pass, i, edge, dates->late_start, dates->late_finish);

      limit = MIN (limit, at);
    }
  return limit;
}

static inline gboolean
is_simple (const PlanEdge *edge, guint32 flags)
{
  return (edge->other & 15) == PLAN_LINK_FS && edge->lag == 0 && !(flags & (PLAN_NODE_FINISHED | PLAN_NODE_OFF | PLAN_NODE_PSEUDO));
}

/* Latest finish of a task by its links, or PLAN_NO_LIMIT. */
static PlanTicks
get_late_finish (const PlanPass *pass, guint32 i)
{
  PlanTicks limit = PLAN_NO_LIMIT;

  for (guint32 e = pass->first_out[i]; e < pass->first_out[i + 1]; e++)
    {
      const PlanEdge *edge = &pass->out[e];
      guint32 to = PLAN_EDGE_NODE (edge);

      if (is_simple (edge, pass->nodes[to].flags))
        limit = MIN (limit, pass->dates[to].late_start);
      else
        limit = limit_by_edge (pass, i, edge, limit);
    }
  return limit;
}

/* Latest work done of a node without an extra by a link that counts its lag in the node's own calendar. */
static inline guint32
count_limit (const PlanWorktime *worktime, const PlanNode *node, const PlanEdge *edge, const PlanNodeDates *to)
{
  PlanLinkType type = PLAN_EDGE_TYPE (edge);
  PlanTicks at = type == PLAN_LINK_FS || type == PLAN_LINK_SS ? to->late_start : to->late_finish;
  guint32 done = move_work (worktime, plan_worktime_done (worktime, plan_worktime_enter (at)), -(PlanTicks) edge->lag);

  return type == PLAN_LINK_SS || type == PLAN_LINK_SF ? move_work (worktime, done, node->duration) : done;
}

static inline void
place_at (const PlanWorktime *worktime, guint32 done, guint32 duration, PlanNodeDates *dates)
{
  dates->late_finish = plan_worktime_leave (plan_worktime_finish_of (worktime, done));
  dates->late_start = done < duration ? PLAN_TICKS_MIN : plan_worktime_leave (plan_worktime_start_of (worktime, done - duration));
}

/* Late dates of a node without an extra that has a duration: by the clock what has to be, the rest as work done in its one
 * calendar. Earlier by the clock is never more work, so the earliest limit is the same. */
static inline void
place_counted (const PlanPass *pass, guint32 i, PlanTicks end)
{
  const PlanNode *node = &pass->nodes[i];
  const PlanWorktime *worktime = pass->cpm->worktimes[node->work_calendar];
  PlanNodeDates *dates = &pass->dates[i];
  PlanTicks limit = PLAN_NO_LIMIT;
  guint32 done = G_MAXUINT32;

  for (guint32 e = pass->first_out[i]; e < pass->first_out[i + 1]; e++)
    {
      const PlanEdge *edge = &pass->out[e];
      guint32 to = PLAN_EDGE_NODE (edge), flags = pass->nodes[to].flags;

      if (is_simple (edge, flags))
        limit = MIN (limit, pass->dates[to].late_start);
      else if ((edge->other & (PLAN_EDGE_ELAPSED | PLAN_EDGE_PERCENT)) || pass->nodes[to].calendar != node->work_calendar ||
               (flags & (PLAN_NODE_FINISHED | PLAN_NODE_OFF | PLAN_NODE_PSEUDO)))
        limit = limit_by_edge (pass, i, edge, limit);
      else
        {
          guint32 at = count_limit (worktime, node, edge, &pass->dates[to]);

          done = MIN (done, at);
        }
    }
  if (limit == PLAN_NO_LIMIT && done == G_MAXUINT32 && pass->cpm->projects[node->project].several_paths)
    limit = dates->early_finish;
  limit = MIN (limit, end);
  done = MIN (done, plan_worktime_done (worktime, plan_worktime_enter (limit)));
  place_at (worktime, done, (guint32) node->duration, dates);
}

/* What the links of a summary ask of its tasks: their finish, or the start of the first. */
static void
limit_roll (const PlanPass *pass, guint32 i)
{
  PlanTicks start = PLAN_NO_LIMIT, finish = PLAN_NO_LIMIT;

  for (guint32 e = pass->first_out[i]; e < pass->first_out[i + 1]; e++)
    {
      const PlanEdge *edge = &pass->out[e];
      guint32 to = PLAN_EDGE_NODE (edge), flags = pass->nodes[to].flags;
      const PlanNodeDates *dates = &pass->dates[to];
      PlanLinkType type = get_type (pass, edge);
      PlanTicks at;

      if ((flags & (PLAN_NODE_FINISHED | PLAN_NODE_OFF)) || (dates->late_start == PLAN_NO_LIMIT && !(flags & pass->roll)))
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
apply_late_constraint (const PlanPass *pass, const PlanNode *node, const PlanExtra *extra, PlanTicks finish)
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
snap_finish (const PlanPass *pass, const PlanNode *node, PlanTicks at)
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
go_backward (const PlanPass *pass, guint32 i)
{
  const PlanNode *node = &pass->nodes[i];
  const PlanProjectState *project = &pass->cpm->projects[node->project];
  PlanNodeDates *dates = &pass->dates[i];
  /* the project does not wait for what is inactive */
  PlanTicks end = node->flags & PLAN_NODE_OFF ? MAX (project->finish, dates->early_finish) : project->finish, finish;
  gboolean is_counted = !pass->mirror && node->duration > 0 &&
                        !(node->flags & (PLAN_NODE_ELAPSED | PLAN_NODE_MANUAL | PLAN_NODE_PARTS));
  gboolean is_last;

  if (node->flags & (PLAN_NODE_FINISHED | PLAN_NODE_EXTERNAL))
    {
      dates->late_start = dates->early_start;
      dates->late_finish = dates->early_finish;
      return;
    }
  if (node->extra == 0 && is_counted)
    {
      place_counted (pass, i, end);
      return;
    }
  finish = get_late_finish (pass, i);
  is_last = finish == PLAN_NO_LIMIT;
  if (is_last)
    finish = project->several_paths ? dates->early_finish : end;
  finish = MIN (finish, end);
  if (node->extra != 0)
    {
      const PlanExtra *extra = &pass->cpm->extras[node->extra];

      finish = extra->ceiling != PLAN_TICKS_NONE ? MIN (finish, extra->ceiling) : finish;
      if (project->extends && is_last && extra->constraint == PLAN_CONSTRAINT_FNLT && extra->constraint_date > end)
        finish = extra->constraint_date;
      finish = apply_late_constraint (pass, node, extra, finish);
    }
  if (is_counted)
    {
      const PlanWorktime *worktime = pass->cpm->worktimes[node->work_calendar];

      place_at (worktime, plan_worktime_done (worktime, plan_worktime_enter (finish)), (guint32) node->duration, dates);
      return;
    }
  dates->late_finish = stays_literal (node) ? finish : snap_finish (pass, node, finish);
  dates->late_start = add_duration (pass, node, dates->late_finish, -1);
}

/*
 * plan_pass_backward:
 *
 * Computes the late dates of a node from those after it, when it lies on the axis of the pass.
 */
void
plan_pass_backward (const PlanPass *pass, guint32 i)
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
