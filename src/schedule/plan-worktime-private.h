/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The inside of a compiled calendar, shared by what compiles it and what counts with it millions of times a second.
 * Time inside is a 32-bit number of ticks since 1900-01-01; all of 1900 to 2199 fits. Each day has the number of a pattern
 * (its spans) and the work done before it; a bucket index leads from work done back to the day. Outside these years
 * instants saturate.
 *
 * A calendar that differs from its base on some days only, as those of people do by their leave, is the base and these days:
 * before and after each of them the work done is that of the base, shifted.
 */
#pragma once

#include "plan-worktime.h"

#include <glib.h>

G_BEGIN_DECLS

#define PLAN_WORKTIME_N_DAYS ((guint32) (PLAN_DAY_MAX - PLAN_DAY_MIN + 1))
/* Days that are compared at once when the day of some work is looked for. */
#define PLAN_WORKTIME_LOOK_AHEAD 4

#define PLAN_WORKTIME_END    ((guint32) (PLAN_TICKS_MAX - PLAN_TICKS_MIN))

/* The working spans of a day and the work of the day before each of them. */
typedef struct
{
  guint16 n_spans;
  guint16 work;
  guint16 start[PLAN_MAX_SPANS];
  guint16 finish[PLAN_MAX_SPANS];
  guint16 before[PLAN_MAX_SPANS];
} PlanDayPattern;

/* Days from @first to @last on which an exception rules. */
typedef struct
{
  guint32 first;
  guint32 last;
  PlanDayKind kind;
  const char *name;
} PlanDayRun;

struct _PlanWorktime
{
  gatomicrefcount ref_count;
  guint32 total;
  guint shift;
  guint n_runs;
  PlanDayPattern *patterns;
  guint16 *pattern_of_day; /* one more than there are days: the last is empty */
  guint32 *done;           /* likewise: work before the day; then as much as no work reaches */
  guint32 *day_of_bucket;  /* of the work numbers b << shift: the day on which the unit after them is done */
  PlanDayRun *runs;
  GStringChunk *names;
  PlanWorktime *base;              /* or NULL; itself without one */
  guint n_changes;
  guint32 *changed_days;           /* that differ from the base, in order */
  PlanDayPattern *changed_patterns;
  gint32 *shifts;                  /* work done before each of them more than in the base, and after the last */
};

PlanWorktime *plan_worktime_new_from_days (PlanDayPattern *patterns, guint16 *pattern_of_day);
PlanWorktime *plan_worktime_new_changed   (PlanWorktime *base, guint32 *days, PlanDayPattern *patterns, guint n);

/* Clock to the compiled range. */
static inline guint32
plan_worktime_enter (PlanTicks at)
{
  return at <= PLAN_TICKS_MIN ? 0 : at >= PLAN_TICKS_MAX ? PLAN_WORKTIME_END : (guint32) (at - PLAN_TICKS_MIN);
}

static inline PlanTicks
plan_worktime_leave (guint32 offset)
{
  return PLAN_TICKS_MIN + offset;
}

/* Of calendars with a base. */
const PlanDayPattern *plan_worktime_get_changed_day (const PlanWorktime *self, guint32 day, guint32 *done);
guint32               plan_worktime_done_changed    (const PlanWorktime *self, guint32 at);
guint32               plan_worktime_start_changed   (const PlanWorktime *self, guint32 done);
guint32               plan_worktime_finish_changed  (const PlanWorktime *self, guint32 done);

/* The spans of the day; @done: (out): the work done before it. */
static inline const PlanDayPattern *
plan_worktime_get_day (const PlanWorktime *self, guint32 day, guint32 *done)
{
  if (G_UNLIKELY (self->base != NULL))
    return plan_worktime_get_changed_day (self, day, done);
  *done = self->done[day];
  return &self->patterns[self->pattern_of_day[day]];
}

/* Work done of a span before @within; nothing of one that the pattern does not have. */
static inline guint32
plan_worktime_done_of_span (const PlanDayPattern *pattern, guint span, guint32 within)
{
  guint32 start = pattern->start[span];

  return MAX (MIN (within, pattern->finish[span]), start) - start;
}

/* Work done within a day before @within. Most days have two spans or one; which of them it is must not be guessed. */
static inline guint32
plan_worktime_done_within (const PlanDayPattern *pattern, guint32 within)
{
  guint32 done = plan_worktime_done_of_span (pattern, 0, within) + plan_worktime_done_of_span (pattern, 1, within);

  for (guint i = 2; G_UNLIKELY (i < pattern->n_spans); i++)
    done += plan_worktime_done_of_span (pattern, i, within);
  return done;
}

/* Work done before the instant. */
static inline guint32
plan_worktime_done (const PlanWorktime *self, guint32 at)
{
  guint32 day = at / PLAN_TICKS_PER_DAY;

  if (G_UNLIKELY (self->base != NULL))
    return plan_worktime_done_changed (self, at);
  return self->done[day] + plan_worktime_done_within (&self->patterns[self->pattern_of_day[day]], at - day * (guint32) PLAN_TICKS_PER_DAY);
}

/* The day on which the unit of work after @done is done, in a calendar without a base; @done is below the total. */
static inline guint32
plan_worktime_find_day (const PlanWorktime *self, guint32 done)
{
  const guint32 *bucket = &self->day_of_bucket[done >> self->shift];
  guint32 day = bucket[0], last;

  /* all compared without a branch, which nothing could predict */
  day += (guint32) (self->done[day + 1] <= done) + (self->done[day + 2] <= done) + (self->done[day + 3] <= done) +
         (self->done[day + 4] <= done);
  if (G_LIKELY (self->done[day + 1] > done))
    return day;
  for (last = bucket[1]; day < last;)
    {
      guint32 middle = day + (last - day) / 2;

      if (self->done[middle + 1] > done)
        last = middle;
      else
        day = middle + 1;
    }
  return day;
}

/* Where in the day the work after @rest of it starts. */
static inline guint32
plan_worktime_start_within (const PlanDayPattern *pattern, guint32 rest)
{
  guint32 i = (guint32) (pattern->n_spans > 1) & (rest >= pattern->before[1]);

  while (G_UNLIKELY (pattern->n_spans > 2) && i + 1 < pattern->n_spans && rest >= pattern->before[i + 1])
    i++;
  return pattern->start[i] + rest - pattern->before[i];
}

/* Where in the day the first @rest of its work finish. */
static inline guint32
plan_worktime_finish_within (const PlanDayPattern *pattern, guint32 rest)
{
  guint32 i = (guint32) (pattern->n_spans > 1) & (rest > pattern->before[1]);

  while (G_UNLIKELY (pattern->n_spans > 2) && i + 1 < pattern->n_spans && rest > pattern->before[i + 1])
    i++;
  return pattern->start[i] + rest - pattern->before[i];
}

/* The last instant before which exactly @done is done: where the next work starts. */
static inline guint32
plan_worktime_start_of (const PlanWorktime *self, guint32 done)
{
  guint32 day;

  if (done >= self->total)
    return PLAN_WORKTIME_END;
  if (G_UNLIKELY (self->base != NULL))
    return plan_worktime_start_changed (self, done);
  day = plan_worktime_find_day (self, done);
  return day * (guint32) PLAN_TICKS_PER_DAY + plan_worktime_start_within (&self->patterns[self->pattern_of_day[day]], done - self->done[day]);
}

/* The first instant before which @done is done: where the work before it finishes. */
static inline guint32
plan_worktime_finish_of (const PlanWorktime *self, guint32 done)
{
  guint32 day;

  if (done == 0)
    return 0;
  if (done > self->total)
    return PLAN_WORKTIME_END;
  if (G_UNLIKELY (self->base != NULL))
    return plan_worktime_finish_changed (self, done);
  day = plan_worktime_find_day (self, done - 1);
  return day * (guint32) PLAN_TICKS_PER_DAY + plan_worktime_finish_within (&self->patterns[self->pattern_of_day[day]], done - self->done[day]);
}

static inline PlanTicks
plan_worktime_add_inline (const PlanWorktime *self, PlanTicks at, PlanTicks amount)
{
  gint64 done;

  if (amount == 0)
    return at;
  done = (gint64) plan_worktime_done (self, plan_worktime_enter (at)) + amount;
  if (done < 0)
    return PLAN_TICKS_MIN;
  if (done > self->total)
    return PLAN_TICKS_MAX;
  return plan_worktime_leave (amount > 0 ? plan_worktime_finish_of (self, (guint32) done)
                                         : plan_worktime_start_of (self, (guint32) done));
}

static inline PlanTicks
plan_worktime_work_inline (const PlanWorktime *self, PlanTicks from, PlanTicks to)
{
  return (PlanTicks) plan_worktime_done (self, plan_worktime_enter (to)) -
         (PlanTicks) plan_worktime_done (self, plan_worktime_enter (from));
}

static inline PlanTicks
plan_worktime_next_inline (const PlanWorktime *self, PlanTicks at)
{
  return plan_worktime_leave (plan_worktime_start_of (self, plan_worktime_done (self, plan_worktime_enter (at))));
}

static inline PlanTicks
plan_worktime_prev_inline (const PlanWorktime *self, PlanTicks at)
{
  return plan_worktime_leave (plan_worktime_finish_of (self, plan_worktime_done (self, plan_worktime_enter (at))));
}

G_END_DECLS
