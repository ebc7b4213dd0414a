/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How the work of an assignment lies over time, or an amount of material or money. It is measured in positions: working
 * time since the assignment began, pauses left out. Its contour, or what a file said span by span, tells how much is done
 * up to a position; the border of what is done, the pauses and the parts of the contour cut it into stretches, each of
 * them even. Overtime lies beside the regular work in proportion to it. All stretches together are the amount to the tick.
 */

#include "plan-spread.h"

#include "plan-contour.h"
#include "plan-parts.h"

#include <string.h>

#define N_CONTOUR_PARTS 10

struct _PlanSpread
{
  const PlanModel *model;
  const PlanSchedule *schedule;
  PlanAssigned *assigned;
  GArray *spans;  /* of PlanWorkSpan by owner, kind and start */
  GArray *splits; /* of PlanSplit by owner and place */
  /* Of the course that is looked at, so that there is nothing to allocate for each. */
  GArray *pauses; /* of PlanPause */
  GArray *points; /* of Point */
  GArray *cuts;   /* of PlanTicks */
};

/* A point of what a file said span by span: @done of the amount up to @position, both in units of their own. */
typedef struct
{
  PlanTicks position;
  gint64 done;
} Point;

/* The course of one assignment. */
typedef struct
{
  PlanTicks start;
  PlanTicks finish;
  PlanTicks duration;           /* positions */
  const PlanWorktime *worktime; /* NULL for the clock */
  PlanContour contour;
  GArray *pauses; /* of PlanPause */
  GArray *points; /* of Point */
} Track;

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const PlanWorkSpan *x = a, *y = b;

  if (x->owner != y->owner)
    return x->owner < y->owner ? -1 : 1;
  if (x->kind != y->kind)
    return x->kind < y->kind ? -1 : 1;
  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  return x->id < y->id ? -1 : x->id > y->id;
}

static int
compare_splits (gconstpointer a, gconstpointer b)
{
  const PlanSplit *x = a, *y = b;

  if (x->owner != y->owner)
    return x->owner < y->owner ? -1 : 1;
  return x->after < y->after ? -1 : x->after > y->after;
}

/* All records of a kind, sorted. */
static GArray *
collect (const PlanModel *model, PlanRecord record, GCompareFunc compare)
{
  guint n = plan_model_get_n (model, record), size = plan_record_get_size (record);
  GArray *records = g_array_sized_new (FALSE, FALSE, size, n);

  for (guint i = 0; i < n; i++)
    g_array_append_vals (records, plan_model_get_at (model, record, i), 1);
  g_array_sort (records, compare);
  return records;
}

/**
 * plan_spread_new:
 * @model: the model that @schedule was computed from; both must live as long and not change
 *
 * Returns: (transfer full): how all that is assigned lies over time
 */
PlanSpread *
plan_spread_new (const PlanSchedule *schedule, const PlanModel *model)
{
  PlanSpread *self = g_new (PlanSpread, 1);

  *self = (PlanSpread) { model, schedule, plan_assigned_list (schedule, model),
                         collect (model, PLAN_RECORD_WORK_SPAN, compare_spans), collect (model, PLAN_RECORD_SPLIT, compare_splits),
                         g_array_new (FALSE, FALSE, sizeof (PlanPause)), g_array_new (FALSE, FALSE, sizeof (Point)),
                         g_array_new (FALSE, FALSE, sizeof (PlanTicks)) };
  return self;
}

/**
 * plan_spread_free:
 * @self: (transfer full):
 */
void
plan_spread_free (PlanSpread *self)
{
  g_free (self->assigned);
  g_array_unref (self->spans);
  g_array_unref (self->splits);
  g_array_unref (self->pauses);
  g_array_unref (self->points);
  g_array_unref (self->cuts);
  g_free (self);
}

/**
 * plan_spread_get_assigned:
 * @assignment: index in the model
 *
 * Returns: (transfer none): its dates
 */
const PlanAssigned *
plan_spread_get_assigned (const PlanSpread *self, guint assignment)
{
  return &self->assigned[assignment];
}

/**
 * plan_spread_get_worktime:
 * @assignment: index in the model
 *
 * Returns: (transfer none) (nullable): the calendar in which its stretches are even, or %NULL for the clock
 */
const PlanWorktime *
plan_spread_get_worktime (const PlanSpread *self, guint assignment)
{
  const PlanAssigned *assigned = &self->assigned[assignment];
  const PlanTask *task = plan_model_get_task (self->model, plan_model_get_assignment_at (self->model, assignment)->task);

  if (task == NULL || assigned->worktime == NULL || plan_unit_is_elapsed (task->duration_unit) ||
      plan_worktime_work (assigned->worktime, assigned->start, assigned->finish) <= 0)
    return NULL;
  return assigned->worktime;
}

/**
 * plan_spread_find_spans:
 * @owner: an assignment or a task
 * @kind: what is spread, a number of Microsoft Project
 * @n: (out): how many spans there are
 *
 * Returns: (transfer none) (array length=n): what a file or a baseline says span by span, the first first
 */
const PlanWorkSpan *
plan_spread_find_spans (const PlanSpread *self, PlanId owner, gint kind, guint *n)
{
  const PlanWorkSpan wanted = { .owner = owner, .kind = kind, .start = G_MININT64 };
  const PlanWorkSpan *spans = (const PlanWorkSpan *) (gpointer) self->spans->data;
  guint low = 0, high = self->spans->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare_spans (&spans[middle], &wanted) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  for (*n = 0; low + *n < self->spans->len && spans[low + *n].owner == owner && spans[low + *n].kind == kind;)
    (*n)++;
  return spans + low;
}

static PlanTicks
count (const PlanWorktime *worktime, PlanTicks from, PlanTicks to)
{
  return worktime != NULL ? plan_worktime_work (worktime, from, to) : to - from;
}

static const PlanSplit *
find_splits (const PlanSpread *self, PlanId owner, guint *n)
{
  const PlanSplit wanted = { .owner = owner, .after = G_MININT64 };
  const PlanSplit *splits = (const PlanSplit *) (gpointer) self->splits->data;
  guint low = 0, high = self->splits->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare_splits (&splits[middle], &wanted) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  for (*n = 0; low + *n < self->splits->len && splits[low + *n].owner == owner;)
    (*n)++;
  return splits + low;
}

static void
add_pause (Track *track, PlanTicks after, PlanTicks length)
{
  PlanPause pause = { 0, (gint32) CLAMP (after, 0, PLAN_DURATION_MAX), (gint32) CLAMP (length, 0, PLAN_DURATION_MAX) };
  guint place = 0;

  if (after <= 0 || length <= 0)
    return;
  while (place < track->pauses->len && g_array_index (track->pauses, PlanPause, place).after <= pause.after)
    place++;
  g_array_insert_val (track->pauses, place, pause);
}

/* The position of an instant. */
static PlanTicks
find_position (const Track *track, PlanTicks at)
{
  PlanTicks position = count (track->worktime, track->start, at);

  for (guint i = 0; i < track->pauses->len; i++)
    {
      const PlanPause *pause = &g_array_index (track->pauses, PlanPause, i);

      if (position > pause->after)
        position = MAX (position - pause->length, pause->after);
    }
  return CLAMP (position, 0, track->duration);
}

/* Own pauses, else those of the task, and the time for which a started task is interrupted. */
static void
find_pauses (const PlanSpread *self, const PlanAssignment *assignment, const PlanScheduledTask *result, Track *track)
{
  PlanTicks whole = count (track->worktime, track->start, track->finish), begun = 0, used = 0;
  guint n, kept = 0;
  const PlanSplit *splits = find_splits (self, assignment->id, &n);

  if (n == 0)
    {
      splits = find_splits (self, assignment->task, &n);
      begun = n > 0 ? count (track->worktime, result->start, track->start) : 0;
    }
  for (guint i = 0; i < n; i++)
    add_pause (track, splits[i].after - begun, splits[i].length);
  track->duration = whole;
  if (result->stop != PLAN_TICKS_NONE && result->resume != PLAN_TICKS_NONE && result->resume > result->stop)
    add_pause (track, find_position (track, result->stop), count (track->worktime, MAX (result->stop, track->start), result->resume));
  while (kept < track->pauses->len)
    {
      const PlanPause *pause = &g_array_index (track->pauses, PlanPause, kept);

      if (pause->after + used + pause->length >= whole)
        break;
      used += pause->length;
      kept++;
    }
  g_array_set_size (track->pauses, kept);
  track->duration = whole - used;
}

/* How the file spread the work, as long as somebody else's contour is not asked for; gaps are pauses already. */
static void
find_points (const PlanSpread *self, const PlanAssignment *assignment, Track *track)
{
  static const gint kinds[] = { PLAN_SPAN_ACTUAL_WORK, PLAN_SPAN_REMAINING_WORK };
  Point point = { 0, 0 };

  if (assignment->contour != PLAN_CONTOUR_EXPLICIT)
    return;
  g_array_append_val (track->points, point);
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      guint n;
      const PlanWorkSpan *spans = plan_spread_find_spans (self, assignment->id, kinds[k], &n);

      for (guint i = 0; i < n; i++)
        {
          PlanTicks length = count (track->worktime, spans[i].start, spans[i].finish);

          if (spans[i].value <= 0 || spans[i].value > PLAN_WORK_MAX || length <= 0 || length > PLAN_DURATION_MAX)
            continue;
          point.position += length;
          point.done += spans[i].value;
          g_array_append_val (track->points, point);
        }
    }
  if (track->points->len < 3)
    g_array_set_size (track->points, 0);
}

static void
start_track (const PlanSpread *self, guint index, Track *track)
{
  const PlanAssignment *assignment = plan_model_get_assignment_at (self->model, index);
  const PlanAssigned *assigned = &self->assigned[index];
  guint task = plan_model_find (self->model, PLAN_RECORD_TASK, assignment->task);

  *track = (Track) { assigned->start, assigned->finish, 0, plan_spread_get_worktime (self, index), assignment->contour,
                     self->pauses, self->points };
  g_array_set_size (track->pauses, 0);
  g_array_set_size (track->points, 0);
  find_pauses (self, assignment, plan_schedule_get_task (self->schedule, task), track);
  find_points (self, assignment, track);
}

static PlanTicks
scale_position (const Track *track, PlanTicks position)
{
  const Point *last = &g_array_index (track->points, Point, track->points->len - 1);

  return plan_multiply_divide (position, track->duration, last->position);
}

/* How much of @regular is done up to the position. */
static gint64
get_done (const Track *track, gint64 regular, PlanTicks position)
{
  const Point *last, *point;

  if (track->points->len == 0)
    return plan_contour_get_done (track->contour, track->duration, regular, position);
  last = &g_array_index (track->points, Point, track->points->len - 1);
  for (guint i = 1; i < track->points->len; i++)
    {
      PlanTicks from, to;

      point = &g_array_index (track->points, Point, i);
      from = scale_position (track, point[-1].position);
      to = scale_position (track, point->position);
      if (position < to)
        return plan_multiply_divide (regular, point[-1].done, last->done) +
               plan_multiply_divide (plan_multiply_divide (regular, point->done - point[-1].done, last->done),
                                     MAX (position - from, 0), to - from);
    }
  return regular;
}

/* The position at which that much is done. */
static PlanTicks
get_within (const Track *track, gint64 regular, gint64 done)
{
  PlanTicks low = 0, high = track->duration;

  if (track->points->len == 0)
    return plan_contour_get_within (track->contour, track->duration, regular, done);
  while (low < high)
    {
      PlanTicks middle = low + (high - low) / 2;

      if (get_done (track, regular, middle) < done)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * plan_spread_find_done:
 * @assignment: index in the model
 * @amount: (inout): with @regular and @overtime; gets what of them is done by the progress of the task
 *
 * For amounts of which nobody said how much is done.
 */
void
plan_spread_find_done (const PlanSpread *self, guint assignment, PlanAmount *amount)
{
  PlanId task = plan_model_get_assignment_at (self->model, assignment)->task;
  guint index = plan_model_find (self->model, PLAN_RECORD_TASK, task);
  const PlanScheduledTask *result = plan_schedule_get_task (self->schedule, index);
  Track track;

  amount->regular_done = amount->overtime_done = 0;
  if (result->percent_complete >= PLAN_PERCENT_HUNDRED)
    {
      amount->regular_done = amount->regular;
      amount->overtime_done = amount->overtime;
    }
  if (result->percent_complete <= 0 || result->percent_complete >= PLAN_PERCENT_HUNDRED || result->stop == PLAN_TICKS_NONE ||
      self->assigned[assignment].start == PLAN_TICKS_NONE || amount->regular <= 0)
    return;
  start_track (self, assignment, &track);
  amount->regular_done = track.duration > 0 ? get_done (&track, amount->regular, find_position (&track, result->stop)) : 0;
  amount->regular_done = CLAMP (amount->regular_done, 0, amount->regular);
  amount->overtime_done = plan_multiply_divide (amount->overtime, amount->regular_done, amount->regular);
}

static int
compare_positions (gconstpointer a, gconstpointer b)
{
  PlanTicks x = *(const PlanTicks *) a, y = *(const PlanTicks *) b;

  return x < y ? -1 : x > y;
}

/* Where the rate may change. */
static void
list_cuts (const Track *track, PlanTicks border, GArray *cuts)
{
  PlanTicks cut = 0;

  g_array_set_size (cuts, 0);
  g_array_append_val (cuts, cut);
  for (guint i = 1; track->contour != PLAN_CONTOUR_FLAT && track->contour != PLAN_CONTOUR_EXPLICIT && i < N_CONTOUR_PARTS; i++)
    {
      cut = plan_multiply_divide (track->duration, i, N_CONTOUR_PARTS);
      g_array_append_val (cuts, cut);
    }
  for (guint i = 1; i + 1 < track->points->len; i++)
    {
      cut = scale_position (track, g_array_index (track->points, Point, i).position);
      g_array_append_val (cuts, cut);
    }
  for (guint i = 0; i < track->pauses->len; i++)
    {
      cut = g_array_index (track->pauses, PlanPause, i).after;
      g_array_append_val (cuts, cut);
    }
  g_array_append_val (cuts, border);
  g_array_append_val (cuts, track->duration);
  g_array_sort (cuts, compare_positions);
}

/* A position at a pause is before it when something ends there and after it when something begins. */
static PlanTicks
find_instant (const Track *track, PlanTicks position, gboolean is_start)
{
  PlanTicks length = position;

  for (guint i = 0; i < track->pauses->len; i++)
    {
      const PlanPause *pause = &g_array_index (track->pauses, PlanPause, i);

      if (pause->after < position || (is_start && pause->after == position))
        length += pause->length;
    }
  if (track->worktime == NULL)
    return track->start + length;
  return is_start ? plan_worktime_next (track->worktime, plan_worktime_add (track->worktime, track->start, length))
                  : plan_worktime_add (track->worktime, track->start, length);
}

static gint64
get_share (gint64 value, gint64 part, gint64 whole, PlanTicks position, PlanTicks length)
{
  if (whole > 0)
    return plan_multiply_divide (value, part, whole);
  return length > 0 ? plan_multiply_divide (value, position, length) : value;
}

/* What of the amount is passed at the position, on its side of the border. */
static void
get_passed (const Track *track, const PlanAmount *amount, PlanTicks border, PlanTicks position, gint64 *regular, gint64 *overtime)
{
  *regular = position >= track->duration ? amount->regular : get_done (track, amount->regular, position);
  if (position <= border)
    {
      *regular = position == border ? amount->regular_done : CLAMP (*regular, 0, amount->regular_done);
      *overtime = position == border ? amount->overtime_done
                                     : get_share (amount->overtime_done, *regular, amount->regular_done, position, border);
      return;
    }
  *regular = CLAMP (*regular, amount->regular_done, amount->regular);
  *overtime = position >= track->duration
                ? amount->overtime
                : amount->overtime_done + get_share (amount->overtime - amount->overtime_done, *regular - amount->regular_done,
                                                     amount->regular - amount->regular_done, position - border,
                                                     track->duration - border);
}

static void
add_stretch (GArray *stretches, PlanTicks start, PlanTicks finish, gint64 regular, gint64 overtime, gboolean done)
{
  PlanWorkStretch stretch = { start, finish, regular, overtime, done };

  if (regular != 0 || overtime != 0)
    g_array_append_val (stretches, stretch);
}

/* Too short to be cut: as a whole. */
static void
list_short (const Track *track, const PlanAmount *amount, GArray *stretches)
{
  add_stretch (stretches, track->start, track->finish, amount->regular_done, amount->overtime_done, TRUE);
  add_stretch (stretches, track->start, track->finish, amount->regular - amount->regular_done,
               amount->overtime - amount->overtime_done, FALSE);
}

/* Something done needs room before the border, and something left behind it. */
static PlanTicks
find_border (const Track *track, const PlanAmount *amount)
{
  gint64 done = amount->regular_done + amount->overtime_done, whole = amount->regular + amount->overtime;

  if (done == 0)
    return 0;
  if (done == whole)
    return track->duration;
  return CLAMP (get_within (track, amount->regular, amount->regular_done), 1, track->duration - 1);
}

/**
 * plan_spread_list:
 * @assignment: index in the model
 * @amount: what is to be spread; of each part no more is done than there is
 * @stretches: (element-type PlanWorkStretch): gets the stretches appended, in the order of time
 *
 * Lists how the amount lies over time. An assignment without dates has nothing.
 */
void
plan_spread_list (const PlanSpread *self, guint assignment, const PlanAmount *amount, GArray *stretches)
{
  gint64 regular = 0, overtime = 0;
  GArray *cuts = self->cuts;
  PlanTicks border;
  Track track;

  if (self->assigned[assignment].start == PLAN_TICKS_NONE)
    return;
  start_track (self, assignment, &track);
  if (track.duration < 2)
    {
      list_short (&track, amount, stretches);
      return;
    }
  border = find_border (&track, amount);
  list_cuts (&track, border, cuts);
  for (guint i = 1; i < cuts->len; i++)
    {
      PlanTicks from = g_array_index (cuts, PlanTicks, i - 1), to = g_array_index (cuts, PlanTicks, i);
      gint64 regular_then, overtime_then;

      if (from == to)
        continue;
      get_passed (&track, amount, border, to, &regular_then, &overtime_then);
      add_stretch (stretches, find_instant (&track, from, TRUE), find_instant (&track, to, FALSE), regular_then - regular,
                   overtime_then - overtime, to <= border);
      regular = regular_then;
      overtime = overtime_then;
    }
}
