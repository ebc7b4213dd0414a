/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Scrolling and zooming of the Gantt chart. The chart reaches from shortly before the first task to shortly after the
 * last one, and further when the user asked for today; x = 0 is the beginning of that stretch. Zooming keeps the instant
 * under the pointer where it is.
 */

#include "plan-gantt-view-private.h"

#include <math.h>

/* Empty pixels before the first and after the last bar; the latter leave room for the label of the last one. */
#define MARGIN_LEFT 24
#define MARGIN_RIGHT 144

/* A project is first shown as a whole when that is between these pixels per day. */
#define FIRST_ZOOM_LEAST 3.0
#define FIRST_ZOOM_MOST  24.0

/* A project without any date shows so many days. */
#define EMPTY_DAYS 60

static double
get_page_width (PlanGanttView *self)
{
  return MAX (1, gtk_widget_get_width (GTK_WIDGET (self)));
}

static PlanTicks
get_ticks_of_px (PlanGanttView *self, double px)
{
  return (PlanTicks) ceil (px / self->scale.px_per_day * PLAN_TICKS_PER_DAY);
}

/* Finds the first and the last instant of the project's bars. */
void
plan_gantt_view_update_extent (PlanGanttView *self)
{
  const PlanModel *model = plan_row_list_get_model (self->list);
  const PlanProject *project = plan_model_get_project (model, plan_row_list_get_project (self->list));

  if (plan_gantt_get_extent (model, plan_gantt_view_get_schedule (self), plan_row_list_get_rows (self->list),
                             &self->start, &self->finish))
    return;
  self->start = project->start != PLAN_TICKS_NONE ? project->start : self->today;
  self->finish = self->start + EMPTY_DAYS * PLAN_TICKS_PER_DAY;
}

/* Sets the stretch of time that can be scrolled to, and with it the origin of the scale. */
void
plan_gantt_view_update_range (PlanGanttView *self)
{
  PlanTicks start = self->start;
  PlanTicks finish = self->finish;

  if (self->reach != PLAN_TICKS_NONE)
    {
      start = MIN (start, self->reach);
      finish = MAX (finish, self->reach);
    }
  self->from = plan_ticks_from_day (plan_ticks_get_day (start - get_ticks_of_px (self, MARGIN_LEFT)), 0);
  self->from = MAX (self->from, PLAN_TICKS_MIN);
  self->to = MIN (finish + get_ticks_of_px (self, MARGIN_RIGHT), PLAN_TICKS_MAX);
  self->scale.origin = self->from;
}

static void
configure_one (GtkAdjustment *adjustment, double value, double upper, double page, double step)
{
  upper = MAX (upper, page);
  gtk_adjustment_configure (adjustment, CLAMP (value, 0, upper - page), 0, upper, step, page * 0.9, page);
}

static void
configure_horizontal (PlanGanttView *self, double value, double page)
{
  if (self->adjustments[GTK_ORIENTATION_HORIZONTAL] != NULL)
    configure_one (self->adjustments[GTK_ORIENTATION_HORIZONTAL], value,
                   ceil (plan_timescale_x (&self->scale, self->to)), page, 60);
}

/* Listeners change labels, which must not happen while sizes are handed out: the first zoom is chosen just then. */
static gboolean
tell_zoom_cb (gpointer data)
{
  PlanGanttView *self = data;

  self->zoom_source = 0;
  g_object_notify (G_OBJECT (self), "zoom");
  return G_SOURCE_REMOVE;
}

/* Sets pixels per day and where the chart begins; the range follows because its margins are in pixels. */
static void
set_zoom_from (PlanGanttView *self, double px_per_day, PlanTicks anchor, double anchor_x)
{
  gboolean changed = px_per_day != self->scale.px_per_day;

  if (changed && self->zoom_source == 0)
    self->zoom_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, tell_zoom_cb, self, NULL);
  self->scale.px_per_day = px_per_day;
  plan_gantt_view_update_range (self);
  configure_horizontal (self, round (plan_timescale_x (&self->scale, anchor) - anchor_x), get_page_width (self));
  plan_gantt_view_invalidate (self);
}

static double
get_fitting_zoom (PlanGanttView *self)
{
  PlanTimescale scale = self->scale;

  /* A day more than the project, because the chart begins at midnight. */
  plan_timescale_fit (&scale, self->start - PLAN_TICKS_PER_DAY, self->finish, MAX (120, get_page_width (self) - MARGIN_LEFT - MARGIN_RIGHT));
  return CLAMP (scale.px_per_day, PLAN_ZOOM_LEAST, PLAN_ZOOM_MOST);
}

/* The first look at a project: all of it when that can be read, else from today or from its start. */
static void
choose_first_zoom (PlanGanttView *self)
{
  double fitting = get_fitting_zoom (self);
  double zoom = CLAMP (fitting, FIRST_ZOOM_LEAST, FIRST_ZOOM_MOST);

  self->fit_when_sized = FALSE;
  if (zoom > fitting && self->today > self->start && self->today < self->finish)
    set_zoom_from (self, zoom, self->today, get_page_width (self) / 3);
  else
    set_zoom_from (self, zoom, self->start, MARGIN_LEFT);
  self->first_zoom = zoom;
  self->first_left = gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
  self->first_width = get_page_width (self);
}

/* Until the user zooms or scrolls, a chart of another width is looked at for the first time again. */
static gboolean
is_first_look (PlanGanttView *self)
{
  return self->fit_when_sized ||
         (self->scale.px_per_day == self->first_zoom && get_page_width (self) != self->first_width &&
          gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_HORIZONTAL]) == self->first_left);
}

/* Called with each allocation: sizes of the scroll bars. */
void
plan_gantt_view_configure (PlanGanttView *self, int width, int height)
{
  GtkAdjustment *vertical = self->adjustments[GTK_ORIENTATION_VERTICAL];
  double header = plan_gantt_view_get_header_height (self);

  if (!plan_gantt_view_has_rows (self) || self->adjustments[GTK_ORIENTATION_HORIZONTAL] == NULL || vertical == NULL || width <= 0)
    return;
  configure_one (vertical, gtk_adjustment_get_value (vertical), plan_row_list_get_n_slots (self->list) * self->metrics.row_height,
                 MAX (1, height - header), 3 * self->metrics.row_height);
  if (is_first_look (self))
    choose_first_zoom (self);
  else
    configure_horizontal (self, gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_HORIZONTAL]), width);
}

/* Scrolls; the adjustment keeps the value within its bounds. */
void
plan_gantt_view_scroll_to (PlanGanttView *self, GtkOrientation orientation, double value)
{
  if (self->adjustments[orientation] != NULL)
    gtk_adjustment_set_value (self->adjustments[orientation], value);
}

/* Puts the cursor on a row and scrolls up or down so that it can be seen. */
void
plan_gantt_view_go_to_row (PlanGanttView *self, guint row)
{
  double top = row * self->metrics.row_height;

  plan_row_list_set_cursor_row (self->list, row);
  if (self->adjustments[GTK_ORIENTATION_VERTICAL] != NULL)
    gtk_adjustment_clamp_page (self->adjustments[GTK_ORIENTATION_VERTICAL], top, top + self->metrics.row_height);
}

/**
 * plan_gantt_view_reveal_bar:
 * @row: a visible row with a task
 *
 * Scrolls in time so that the bar of a row begins a quarter into the chart, unless it can be seen already.
 */
void
plan_gantt_view_reveal_bar (PlanGanttView *self, guint row)
{
  const PlanScheduledTask *task = plan_schedule_get_task (plan_gantt_view_get_schedule (self), plan_row_list_get_rows (self->list)->task[row]);
  double page = get_page_width (self);
  double left = plan_gantt_view_get_offset (self, GTK_ORIENTATION_HORIZONTAL);
  double start, finish;

  if (task->start == PLAN_TICKS_NONE)
    return;
  start = plan_timescale_x (&self->scale, task->start);
  finish = plan_timescale_x (&self->scale, task->finish);
  if (start < left || MIN (finish, start + page / 2) > left + page)
    plan_gantt_view_scroll_to (self, GTK_ORIENTATION_HORIZONTAL, start - page / 4);
}

/* Zooms so that the instant at @x of the widget stays there. */
void
plan_gantt_view_zoom_at (PlanGanttView *self, double px_per_day, double x)
{
  double inside = CLAMP (x, 0, get_page_width (self));

  if (!plan_gantt_view_has_rows (self))
    return;
  set_zoom_from (self, CLAMP (px_per_day, PLAN_ZOOM_LEAST, PLAN_ZOOM_MOST),
                 plan_gantt_view_get_ticks_at (self, inside), inside);
}

/**
 * plan_gantt_view_get_ticks_at:
 * @x: in the widget
 *
 * Returns: the instant that is drawn there
 */
PlanTicks
plan_gantt_view_get_ticks_at (PlanGanttView *self, double x)
{
  g_return_val_if_fail (PLAN_IS_GANTT_VIEW (self), PLAN_TICKS_NONE);

  return plan_timescale_ticks (&self->scale, plan_gantt_view_get_offset (self, GTK_ORIENTATION_HORIZONTAL) + x);
}

/**
 * plan_gantt_view_set_zoom:
 * @px_per_day: pixels per day, kept within what the time scale can show
 *
 * Zooms around the middle of the chart.
 */
void
plan_gantt_view_set_zoom (PlanGanttView *self, double px_per_day)
{
  g_return_if_fail (PLAN_IS_GANTT_VIEW (self));

  plan_gantt_view_zoom_at (self, px_per_day, get_page_width (self) / 2);
}

/**
 * plan_gantt_view_zoom_step:
 * @direction: 1 to see more detail, -1 to see more time
 *
 * Goes to the next level of the time scale.
 */
void
plan_gantt_view_zoom_step (PlanGanttView *self, int direction)
{
  g_return_if_fail (PLAN_IS_GANTT_VIEW (self));

  plan_gantt_view_set_zoom (self, plan_zoom_step (self->scale.px_per_day, direction));
}

/**
 * plan_gantt_view_fit:
 *
 * Zooms so that the whole project is seen from its start to its finish.
 */
void
plan_gantt_view_fit (PlanGanttView *self)
{
  g_return_if_fail (PLAN_IS_GANTT_VIEW (self));

  if (!plan_gantt_view_has_rows (self))
    return;
  self->reach = PLAN_TICKS_NONE;
  set_zoom_from (self, get_fitting_zoom (self), self->from, 0);
  plan_gantt_view_scroll_to (self, GTK_ORIENTATION_HORIZONTAL, 0);
}

/**
 * plan_gantt_view_show_today:
 *
 * Scrolls so that today is in the middle, also when it is before or after the project.
 */
void
plan_gantt_view_show_today (PlanGanttView *self)
{
  g_return_if_fail (PLAN_IS_GANTT_VIEW (self));

  if (!plan_gantt_view_has_rows (self))
    return;
  if (self->today < self->from || self->today > self->to - get_ticks_of_px (self, MARGIN_RIGHT))
    self->reach = self->today;
  set_zoom_from (self, self->scale.px_per_day, self->today, get_page_width (self) / 2);
}

/**
 * plan_gantt_view_get_scale:
 * @scale: (out): of the chart
 * @left: (out): where the left edge of the widget is in it
 *
 * Tells which stretch of time is seen, for what lies under the same time scale.
 */
void
plan_gantt_view_get_scale (PlanGanttView *self, PlanTimescale *scale, double *left)
{
  g_return_if_fail (PLAN_IS_GANTT_VIEW (self));

  *scale = self->scale;
  *left = plan_gantt_view_get_offset (self, GTK_ORIENTATION_HORIZONTAL);
}

/**
 * plan_gantt_view_scroll_to_day:
 * @start: of what is to be seen; @finish: its end
 *
 * Scrolls in time as little as is needed, and further than the project reaches when it must.
 */
void
plan_gantt_view_scroll_to_day (PlanGanttView *self, PlanTicks start, PlanTicks finish)
{
  g_return_if_fail (PLAN_IS_GANTT_VIEW (self));

  if (!plan_gantt_view_has_rows (self) || self->adjustments[GTK_ORIENTATION_HORIZONTAL] == NULL)
    return;
  if (start < self->from || finish > self->to)
    {
      double left = plan_gantt_view_get_offset (self, GTK_ORIENTATION_HORIZONTAL);
      PlanTicks anchor = plan_gantt_view_get_ticks_at (self, 0);

      self->reach = start < self->from ? start : finish;
      set_zoom_from (self, self->scale.px_per_day, anchor, left >= 0 ? 0 : -left);
    }
  gtk_adjustment_clamp_page (self->adjustments[GTK_ORIENTATION_HORIZONTAL], plan_timescale_x (&self->scale, start),
                             plan_timescale_x (&self->scale, finish));
}
