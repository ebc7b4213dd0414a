/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a place of the pointer means for what is dragged: a date on the grid of the zoom, moved to where work goes on; a
 * duration; progress; the other end of a link. Tried on a preview with each move, made with the drop.
 */

#include "plan-gantt-view-private.h"

#include "plan-edits.h"

#include <math.h>

/* From these pixels per day on, dates go by hours or by quarters of them. */
#define ZOOM_HOURS    96.0
#define ZOOM_QUARTERS 240.0

/* A bar as wide as this has room for single percents. */
#define WIDE_BAR 200.0

/**
 * plan_gantt_view_get_grain:
 *
 * Returns: ticks from one place to the next one that a date can be dragged to
 */
PlanTicks
plan_gantt_view_get_grain (PlanGanttView *self)
{
  return self->scale.px_per_day >= ZOOM_QUARTERS ? 15 * PLAN_TICKS_PER_MINUTE
         : self->scale.px_per_day >= ZOOM_HOURS ? PLAN_TICKS_PER_HOUR : PLAN_TICKS_PER_DAY;
}

static PlanTicks
round_to (PlanTicks at, PlanTicks grain)
{
  PlanTicks rest = ((at % grain) + grain) % grain;

  return 2 * rest >= grain ? at + grain - rest : at - rest;
}

static const PlanWorktime *
get_worktime (PlanGanttView *self)
{
  return plan_schedule_get_task_worktime (plan_gantt_view_get_schedule (self), plan_row_list_get_model (self->list),
                                          self->drag.hit.task);
}

static const PlanScheduledTask *
get_dates (PlanGanttView *self)
{
  return plan_schedule_get_task (plan_gantt_view_get_schedule (self), self->drag.hit.task);
}

static const PlanTask *
get_task (PlanGanttView *self)
{
  return plan_model_get_task_at (plan_row_list_get_model (self->list), self->drag.hit.task);
}

/* Where work goes on after the line of the grid at which a date that was on another day now is. By days the way from the
 * old date is rounded, so that it is as far to the day before as to the day after. */
static PlanTicks
snap_start (PlanGanttView *self, PlanTicks date, PlanTicks at)
{
  const PlanWorktime *worktime = get_worktime (self);
  PlanTicks grain = plan_gantt_view_get_grain (self);

  if (grain < PLAN_TICKS_PER_DAY)
    at = round_to (at, grain);
  else
    at = plan_ticks_from_day (plan_ticks_get_day (date), 0) + round_to (at - date, grain);
  return worktime != NULL ? plan_worktime_next (worktime, at) : at;
}

/* Likewise, where work ends before it. */
static PlanTicks
snap_finish (PlanGanttView *self, PlanTicks date, PlanTicks at)
{
  const PlanWorktime *worktime = get_worktime (self);
  PlanTicks grain = plan_gantt_view_get_grain (self);

  if (grain < PLAN_TICKS_PER_DAY)
    at = round_to (at, grain);
  else
    at = plan_ticks_from_day (plan_ticks_get_day (date - 1) + 1, 0) + round_to (at - date, grain);
  return worktime != NULL ? plan_worktime_prev (worktime, at) : at;
}

/* A milestone at the end of a working day stays at the end of one. */
static gboolean
is_at_end (PlanGanttView *self)
{
  const PlanWorktime *worktime = get_worktime (self);
  const PlanScheduledTask *dates = get_dates (self);

  return dates->start == dates->finish && worktime != NULL && plan_worktime_prev (worktime, dates->start) == dates->start &&
         plan_worktime_next (worktime, dates->start) != dates->start;
}

static PlanTicks
snap_move (PlanGanttView *self, PlanTicks date, PlanTicks at)
{
  return is_at_end (self) ? snap_finish (self, date, at) : snap_start (self, date, at);
}

/**
 * plan_gantt_view_get_dragged:
 *
 * Returns: the date that is dragged, as it was: start, finish or deadline
 */
PlanTicks
plan_gantt_view_get_dragged (PlanGanttView *self)
{
  switch (self->drag.kind)
    {
    case PLAN_DRAG_FINISH:
      return get_dates (self)->finish;
    case PLAN_DRAG_DEADLINE:
      return get_task (self)->deadline;
    default:
      return get_dates (self)->start;
    }
}

static PlanTicks
get_pointed (PlanGanttView *self)
{
  return plan_gantt_view_get_ticks_at (self, self->drag.x) - self->drag.grab;
}

/* Work from the start to an instant; at least what fits between two lines of the grid. */
static PlanTicks
count_duration (PlanGanttView *self, PlanTicks finish)
{
  const PlanWorktime *worktime = get_worktime (self);
  PlanTicks start = get_dates (self)->start, grain = plan_gantt_view_get_grain (self), end = MAX (finish, start), ticks;
  gboolean elapsed = plan_unit_is_elapsed (get_task (self)->duration_unit);

  ticks = elapsed || worktime == NULL ? end - start : plan_worktime_work (worktime, start, end);
  if (ticks > 0)
    return ticks;
  ticks = elapsed || worktime == NULL ? grain : plan_worktime_work (worktime, start, start + grain);
  return ticks > 0 ? ticks : PLAN_TICKS_PER_HOUR;
}

static PlanPercent
get_percent (PlanGanttView *self)
{
  const PlanGanttBar *bar = &self->drag.bar;
  double x = plan_gantt_view_get_offset (self, GTK_ORIENTATION_HORIZONTAL) + self->drag.x;
  PlanPercent step = (bar->width >= WIDE_BAR ? 1 : 5) * PLAN_PERCENT_ONE;

  return (PlanPercent) round (CLAMP ((x - bar->x) / bar->width, 0, 1) * PLAN_PERCENT_HUNDRED / step) * step;
}

/* The task whose mark is under the pointer, or PLAN_ID_NONE. */
static PlanId
get_target (PlanGanttView *self)
{
  PlanGanttHit hit = plan_gantt_view_hit_at (self, self->drag.x, self->drag.y);

  if (hit.task == PLAN_INDEX_NONE || hit.task == self->drag.hit.task)
    return PLAN_ID_NONE;
  return plan_model_get_task_at (plan_row_list_get_model (self->list), hit.task)->id;
}

/* What a drop at the pointer would set; @changes: whether it is anything new. */
static gint64
get_value (PlanGanttView *self, gboolean *changes)
{
  PlanTicks date = plan_gantt_view_get_dragged (self), at;

  switch (self->drag.kind)
    {
    case PLAN_DRAG_MOVE:
      at = snap_move (self, date, get_pointed (self));
      *changes = at != snap_move (self, date, date);
      return at;
    case PLAN_DRAG_FINISH:
      at = snap_finish (self, date, get_pointed (self));
      *changes = at != snap_finish (self, date, date);
      return get_task (self)->manual ? at : count_duration (self, at);
    case PLAN_DRAG_DEADLINE:
      at = snap_finish (self, date, get_pointed (self));
      *changes = at != date;
      return at;
    case PLAN_DRAG_PROGRESS:
      at = get_percent (self);
      *changes = at != get_task (self)->percent_complete;
      return at;
    default:
      at = get_target (self);
      *changes = at != PLAN_ID_NONE;
      return at;
    }
}

static PlanFieldId
get_field (PlanGanttView *self)
{
  return self->drag.kind == PLAN_DRAG_FINISH ? PLAN_FIELD_TASK_DURATION
         : self->drag.kind == PLAN_DRAG_PROGRESS ? PLAN_FIELD_TASK_PERCENT_COMPLETE : PLAN_FIELD_TASK_DEADLINE;
}

static gboolean
try_value (PlanGanttView *self, GError **error)
{
  PlanPreview *preview = self->drag.preview;
  PlanValue value = PLAN_VALUE_OF_INTEGER (self->drag.value);
  PlanId task = self->drag.task;

  if (self->drag.kind == PLAN_DRAG_MOVE)
    return plan_preview_set_start (preview, task, self->drag.value, error);
  if (self->drag.kind == PLAN_DRAG_LINK)
    return plan_preview_add_link (preview, task, self->drag.value, PLAN_LINK_FS, error);
  if (self->drag.kind == PLAN_DRAG_FINISH && get_task (self)->manual)
    return plan_preview_set_finish (preview, task, self->drag.value, error);
  return plan_preview_set (preview, get_field (self), task, &value, error);
}

/**
 * plan_gantt_view_drag_try:
 *
 * Works out what a drop at the pointer would do. What has been tried last is not tried again.
 *
 * Returns: %FALSE with an error when it would be refused
 */
gboolean
plan_gantt_view_drag_try (PlanGanttView *self, GError **error)
{
  gboolean changes;
  gint64 value = get_value (self, &changes);

  if (self->drag.tried && value == self->drag.value && changes == self->drag.allowed)
    return TRUE;
  self->drag.tried = TRUE;
  self->drag.value = value;
  self->drag.allowed = FALSE;
  if (!changes)
    return plan_preview_reset (self->drag.preview, error);
  self->drag.allowed = try_value (self, error);
  return self->drag.allowed;
}

/**
 * plan_gantt_view_drag_edit:
 *
 * Makes the edit that was tried last.
 *
 * Returns: whether it was made
 */
gboolean
plan_gantt_view_drag_edit (PlanGanttView *self, GError **error)
{
  PlanDocument *document = plan_row_list_get_document (self->list);
  PlanValue value = PLAN_VALUE_OF_INTEGER (self->drag.value);
  PlanId task = self->drag.task;

  if (self->drag.kind == PLAN_DRAG_MOVE)
    return plan_edit_task_set_start (document, task, self->drag.value, error);
  if (self->drag.kind == PLAN_DRAG_LINK)
    return plan_edit_link_add (document, task, self->drag.value, PLAN_LINK_FS, NULL, NULL, error);
  if (self->drag.kind == PLAN_DRAG_FINISH && get_task (self)->manual)
    return plan_edit_task_set_finish (document, task, self->drag.value, error);
  return plan_edit_set (document, get_field (self), task, &value, error);
}
