/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Work = duration × units, and which of the three follows when another is typed, by the type of the task as in Microsoft
 * Project: with fixed units the duration follows from work, and work from the duration; a fixed duration leaves the units
 * to follow from work; with fixed work units follow from the duration. Units that follow are never written over those
 * that were typed: the share gets a duration of its own, and its peak is what the work needs in it.
 *
 * When the work is fixed or the task driven by effort, those who join or leave share what is left of it by their units.
 * Only work that is not done is shared anew.
 */

#include "plan-equation.h"

static PlanShare *
get_share (PlanEquation *self, guint share)
{
  return &g_array_index (self->shares, PlanShare, share);
}

/**
 * plan_share_get_duration:
 *
 * Returns: the working ticks that the share takes
 */
PlanTicks
plan_share_get_duration (const PlanShare *self)
{
  if (self->duration > 0)
    return self->duration;
  return plan_contour_get_duration (self->contour, self->work - self->overtime_work, self->units);
}

/**
 * plan_share_get_peak:
 *
 * Returns: the units at the peak of the work, hundredths of a percent
 */
PlanPercent
plan_share_get_peak (const PlanShare *self)
{
  if (self->duration > 0)
    return plan_contour_get_units (self->contour, self->duration, self->work - self->overtime_work);
  return self->units;
}

/* The task lasts as long as its longest share. */
static void
follow_shares (PlanEquation *self)
{
  PlanTicks longest = 0;

  for (guint i = 0; i < self->shares->len; i++)
    longest = MAX (longest, plan_share_get_duration (get_share (self, i)));
  if (longest > 0)
    self->duration = longest;
}

/* Never less than what is done. */
static void
set_work (PlanShare *share, PlanTicks work)
{
  share->work = MAX (work, share->actual_work);
  share->overtime_work = MIN (share->overtime_work, share->work);
}

static void
fit_work (PlanShare *share, PlanTicks duration)
{
  set_work (share, plan_contour_get_work (share->contour, duration, plan_share_get_peak (share)) + share->overtime_work);
  if (share->duration > 0)
    share->duration = duration;
}

/**
 * plan_equation_set_duration:
 * @duration: of the task, ticks
 *
 * Those who work all the time of the task do so for the new time; who does less keeps it, as long as it fits.
 */
void
plan_equation_set_duration (PlanEquation *self, PlanTicks duration)
{
  for (guint i = 0; duration > 0 && i < self->shares->len; i++)
    {
      PlanShare *share = get_share (self, i);
      PlanTicks before = plan_share_get_duration (share);

      if (before == 0 || (before < self->duration && before <= duration))
        continue;
      if (self->type == PLAN_TASK_FIXED_WORK)
        share->duration = duration;
      else
        fit_work (share, duration);
    }
  self->duration = duration;
}

/**
 * plan_equation_set_work:
 * @share: number of the share
 * @work: ticks
 *
 * With a fixed duration the peak of the share follows, else its duration and that of the task.
 */
void
plan_equation_set_work (PlanEquation *self, guint share, PlanTicks work)
{
  PlanShare *changed = get_share (self, share);
  PlanTicks before = changed->work;

  set_work (changed, work);
  if (self->type == PLAN_TASK_FIXED_DURATION)
    {
      if (self->duration > 0)
        changed->duration = self->duration;
      return;
    }
  if (changed->duration > 0)
    changed->duration = before > 0 ? plan_multiply_divide (changed->duration, changed->work, before) : 0;
  follow_shares (self);
}

/**
 * plan_equation_set_units:
 * @share: number of the share
 * @units: hundredths of a percent
 *
 * With a fixed duration the work follows, else the duration.
 */
void
plan_equation_set_units (PlanEquation *self, guint share, PlanPercent units)
{
  PlanShare *changed = get_share (self, share);
  PlanTicks duration = plan_share_get_duration (changed);

  changed->units = units;
  changed->duration = 0;
  if (self->type == PLAN_TASK_FIXED_DURATION)
    set_work (changed, plan_contour_get_work (changed->contour, duration > 0 ? duration : self->duration, units) + changed->overtime_work);
  else
    follow_shares (self);
}

/**
 * plan_equation_set_spread:
 * @share: number of the share
 * @overtime_work: ticks of its work
 *
 * With a fixed duration the peak of the share follows, else its duration and that of the task.
 */
void
plan_equation_set_spread (PlanEquation *self, guint share, PlanContour contour, PlanTicks overtime_work)
{
  PlanShare *changed = get_share (self, share);
  PlanTicks duration = plan_share_get_duration (changed);

  changed->contour = contour;
  changed->overtime_work = CLAMP (overtime_work, 0, changed->work);
  changed->duration = self->type == PLAN_TASK_FIXED_DURATION ? duration : 0;
  follow_shares (self);
}

static gboolean
shares_work (const PlanEquation *self)
{
  return self->effort_driven || self->type == PLAN_TASK_FIXED_WORK;
}

/* By how much of the work a share gets. */
static gint64
get_weight (const PlanShare *share)
{
  return plan_contour_get_work (share->contour, 1000, share->units);
}

/* Shares out work that is not done by units; the last share gets what rounding leaves. */
static void
share_out (PlanEquation *self, PlanTicks rest)
{
  gint64 weights = 0;

  for (guint i = 0; i < self->shares->len; i++)
    weights += get_weight (get_share (self, i));
  for (guint i = 0; weights > 0 && i < self->shares->len; i++)
    {
      PlanShare *share = get_share (self, i);
      gint64 weight = get_weight (share);
      PlanTicks part = plan_multiply_divide (rest, weight, weights);

      rest -= part;
      weights -= weight;
      share->duration = self->type == PLAN_TASK_FIXED_DURATION ? self->duration : 0;
      share->work = share->actual_work + part;
      share->overtime_work = MIN (share->overtime_work, share->work);
    }
  if (self->type != PLAN_TASK_FIXED_DURATION)
    follow_shares (self);
}

static PlanTicks
get_rest (const PlanEquation *self)
{
  PlanTicks rest = 0;

  for (guint i = 0; i < self->shares->len; i++)
    {
      const PlanShare *share = &g_array_index (self->shares, PlanShare, i);

      rest += share->work - share->actual_work;
    }
  return rest;
}

/**
 * plan_equation_add:
 * @units: hundredths of a percent
 *
 * Somebody joins. The first one, and everybody when the work is not shared, works all the time of the task.
 */
void
plan_equation_add (PlanEquation *self, PlanPercent units)
{
  PlanTicks rest = get_rest (self);
  PlanShare share = { .work = plan_contour_get_work (PLAN_CONTOUR_FLAT, self->duration, units), .units = units };

  if (rest > 0 && shares_work (self))
    share.work = 0;
  g_array_append_val (self->shares, share);
  if (rest > 0 && shares_work (self))
    share_out (self, rest);
}

/**
 * plan_equation_remove:
 * @share: number of the share
 *
 * Somebody leaves. Those who stay take over what is left when the work is shared.
 */
void
plan_equation_remove (PlanEquation *self, guint share)
{
  PlanTicks rest = get_rest (self);

  g_array_remove_index (self->shares, share);
  if (self->shares->len == 0)
    return;
  if (rest > 0 && shares_work (self))
    share_out (self, rest);
  else if (self->type != PLAN_TASK_FIXED_DURATION)
    follow_shares (self);
}
