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

/* Latest finish of a task by its links, or PLAN_NO_LIMIT. */
static PlanTicks
get_late_finish (const PlanPass *pass, guint32 i)
{
  const PlanNode *node = &pass->nodes[i];
  const guint32 unusual = PLAN_NODE_FINISHED | PLAN_NODE_OFF | PLAN_NODE_PSEUDO;
  PlanTicks limit = PLAN_NO_LIMIT;

  for (guint32 e = pass->first_out[i]; e < pass->first_out[i + 1]; e++)
    {
      const PlanEdge *edge = &pass->out[e];
      guint32 to = PLAN_EDGE_NODE (edge), flags = pass->nodes[to].flags;
      const PlanNodeDates *dates = &pass->dates[to];

      if ((edge->other & 15) == PLAN_LINK_FS && edge->lag == 0 && !(flags & unusual))
        {
          limit = MIN (limit, dates->late_start);
          continue;
        }
      if (flags & (PLAN_NODE_FINISHED | PLAN_NODE_OFF))
        continue;
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
    }
  return limit;
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
  gboolean is_last;

  if (node->flags & (PLAN_NODE_FINISHED | PLAN_NODE_EXTERNAL))
    {
      dates->late_start = dates->early_start;
      dates->late_finish = dates->early_finish;
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
