/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counting in working time. An instant has a position: the work done before it since 1900. Adding, measuring and snapping
 * are conversions from clock to position and back; the way back has two answers where work pauses: the end of the work
 * before (for finishes) and the start of the work after (for starts). That is all there is to the rules of Microsoft
 * Project about 17:00 and 08:00 of the next day.
 */

#include "plan-worktime.h"

#include "plan-worktime-private.h"

#include <string.h>

/* Prefix sums over the days and the index from work done to the day. */
static void
index_days (PlanWorktime *self)
{
  guint32 done = 0, bucket = 0, n_buckets;

  self->done = g_new (guint32, PLAN_WORKTIME_N_DAYS + 2);
  for (guint32 day = 0; day <= PLAN_WORKTIME_N_DAYS; day++)
    {
      self->done[day] = done;
      done += self->patterns[self->pattern_of_day[day]].work;
    }
  self->done[PLAN_WORKTIME_N_DAYS + 1] = G_MAXUINT32;
  self->total = done;
  while ((self->total >> self->shift) > PLAN_WORKTIME_N_DAYS / 2)
    self->shift++;
  n_buckets = (self->total >> self->shift) + 2;
  self->day_of_bucket = g_new (guint32, n_buckets);
  for (guint32 day = 0; day < PLAN_WORKTIME_N_DAYS; day++)
    while (((guint64) bucket << self->shift) < self->done[day + 1])
      self->day_of_bucket[bucket++] = day;
  while (bucket < n_buckets)
    self->day_of_bucket[bucket++] = PLAN_WORKTIME_N_DAYS - 1;
}

/**
 * plan_worktime_new_from_days:
 * @patterns: (transfer full): the kinds of days
 * @pattern_of_day: (transfer full): the number of the pattern of each day since 1900, and an empty one at the end
 *
 * Returns: (transfer full): the compiled calendar, without names
 */
PlanWorktime *
plan_worktime_new_from_days (PlanDayPattern *patterns, guint16 *pattern_of_day)
{
  PlanWorktime *self = g_new0 (PlanWorktime, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->patterns = patterns;
  self->pattern_of_day = pattern_of_day;
  index_days (self);
  return self;
}

/**
 * plan_worktime_new_round_the_clock:
 *
 * Returns: (transfer full): working time without a break, 24 hours each day
 */
PlanWorktime *
plan_worktime_new_round_the_clock (void)
{
  PlanDayPattern *patterns = g_new0 (PlanDayPattern, 2);
  guint16 *pattern_of_day = g_new (guint16, PLAN_WORKTIME_N_DAYS + 1);

  patterns[1].n_spans = 1;
  patterns[1].work = patterns[1].finish[0] = PLAN_TICKS_PER_DAY;
  for (guint32 day = 0; day < PLAN_WORKTIME_N_DAYS; day++)
    pattern_of_day[day] = 1;
  pattern_of_day[PLAN_WORKTIME_N_DAYS] = 0;
  return plan_worktime_new_from_days (patterns, pattern_of_day);
}

static void
intersect_patterns (const PlanDayPattern *a, const PlanDayPattern *b, PlanDayPattern *both)
{
  memset (both, 0, sizeof *both);
  for (guint i = 0, j = 0; i < a->n_spans && j < b->n_spans && both->n_spans < PLAN_MAX_SPANS;)
    {
      guint16 start = MAX (a->start[i], b->start[j]), finish = MIN (a->finish[i], b->finish[j]);

      if (start < finish)
        {
          both->start[both->n_spans] = start;
          both->finish[both->n_spans] = finish;
          both->before[both->n_spans++] = both->work;
          both->work += finish - start;
        }
      if (a->finish[i] < b->finish[j])
        i++;
      else
        j++;
    }
}

/**
 * plan_worktime_new_intersection:
 *
 * A day keeps at most %PLAN_MAX_SPANS spans.
 *
 * Returns: (transfer full) (nullable): the time that is working time in both, or %NULL when there is none
 */
PlanWorktime *
plan_worktime_new_intersection (const PlanWorktime *a, const PlanWorktime *b)
{
  g_autoptr (GArray) patterns = g_array_new (FALSE, TRUE, sizeof (PlanDayPattern));
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  guint16 *pattern_of_day = g_new (guint16, PLAN_WORKTIME_N_DAYS + 1);
  g_autoptr (PlanWorktime) self = NULL;

  g_array_set_size (patterns, 1);
  for (guint32 day = 0; day <= PLAN_WORKTIME_N_DAYS; day++)
    {
      gpointer key = GUINT_TO_POINTER ((guint) a->pattern_of_day[day] << 16 | b->pattern_of_day[day]), number;
      PlanDayPattern both;

      if (!g_hash_table_lookup_extended (known, key, NULL, &number))
        {
          intersect_patterns (&a->patterns[a->pattern_of_day[day]], &b->patterns[b->pattern_of_day[day]], &both);
          number = GUINT_TO_POINTER (both.n_spans == 0 || patterns->len > G_MAXUINT16 ? 0 : patterns->len);
          if (GPOINTER_TO_UINT (number) != 0)
            g_array_append_val (patterns, both);
          g_hash_table_insert (known, key, number);
        }
      pattern_of_day[day] = (guint16) GPOINTER_TO_UINT (number);
    }
  self = plan_worktime_new_from_days ((PlanDayPattern *) (gpointer) g_array_free (g_steal_pointer (&patterns), FALSE),
                                      pattern_of_day);
  return self->total > 0 ? g_steal_pointer (&self) : NULL;
}

/**
 * plan_worktime_ref:
 *
 * Returns: (transfer full): @self
 */
PlanWorktime *
plan_worktime_ref (PlanWorktime *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * plan_worktime_unref:
 *
 * Frees @self with its last owner.
 */
void
plan_worktime_unref (PlanWorktime *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->patterns);
  g_free (self->pattern_of_day);
  g_free (self->done);
  g_free (self->day_of_bucket);
  g_free (self->runs);
  g_clear_pointer (&self->names, g_string_chunk_free);
  g_free (self);
}

/**
 * plan_worktime_add:
 * @amount: working ticks, negative to go back
 *
 * Returns: the instant at which the last of @amount ticks is done, or going back, at which the first of them begins; @at
 *   itself for 0; the end of the time that can be planned with when it does not suffice
 */
PlanTicks
plan_worktime_add (const PlanWorktime *self, PlanTicks at, PlanTicks amount)
{
  return plan_worktime_add_inline (self, at, amount);
}

/**
 * plan_worktime_work:
 *
 * Returns: working ticks from @from to @to; negative when @to is earlier
 */
PlanTicks
plan_worktime_work (const PlanWorktime *self, PlanTicks from, PlanTicks to)
{
  return plan_worktime_work_inline (self, from, to);
}

/**
 * plan_worktime_next:
 *
 * Returns: the first instant not before @at at which work goes on: where a start belongs
 */
PlanTicks
plan_worktime_next (const PlanWorktime *self, PlanTicks at)
{
  return plan_worktime_next_inline (self, at);
}

/**
 * plan_worktime_prev:
 *
 * Returns: the last instant not after @at until which work went on: where a finish belongs
 */
PlanTicks
plan_worktime_prev (const PlanWorktime *self, PlanTicks at)
{
  return plan_worktime_prev_inline (self, at);
}

/**
 * plan_worktime_same:
 *
 * Returns: whether no work lies between the two, as between 17:00 and 08:00 of the next day
 */
gboolean
plan_worktime_same (const PlanWorktime *self, PlanTicks a, PlanTicks b)
{
  return plan_worktime_work_inline (self, a, b) == 0;
}

/**
 * plan_worktime_equal:
 *
 * Returns: whether both work at the same times and have no exceptions to be named
 */
gboolean
plan_worktime_equal (const PlanWorktime *a, const PlanWorktime *b)
{
  if (a->total != b->total || a->n_runs > 0 || b->n_runs > 0 ||
      memcmp (a->done, b->done, (PLAN_WORKTIME_N_DAYS + 1) * sizeof *a->done) != 0)
    return FALSE;
  for (guint32 day = 0; day < PLAN_WORKTIME_N_DAYS; day++)
    {
      const PlanDayPattern *x = &a->patterns[a->pattern_of_day[day]], *y = &b->patterns[b->pattern_of_day[day]];

      if (memcmp (x, y, sizeof *x) != 0)
        return FALSE;
    }
  return TRUE;
}

/* Ticks of one day, between two of its own, in which any of the calendars works: sweeps over the spans by their starts. */
static PlanTicks
count_day_of_any (const PlanWorktime *const *worktimes, guint n, guint32 day, guint32 from, guint32 to)
{
  guint32 reached = from, total = 0;

  while (reached < to)
    {
      guint32 start = to, finish = reached;

      for (guint i = 0; i < n; i++)
        {
          const PlanDayPattern *pattern = &worktimes[i]->patterns[worktimes[i]->pattern_of_day[day]];

          for (guint k = 0; k < pattern->n_spans; k++)
            if (pattern->finish[k] > reached && (pattern->start[k] <= reached || pattern->start[k] < start))
              {
                guint32 begins = MAX (pattern->start[k], reached);

                finish = begins < start ? pattern->finish[k] : MAX (finish, pattern->finish[k]);
                start = begins;
                break;
              }
        }
      if (start >= to)
        break;
      total += MIN (finish, to) - start;
      reached = finish;
    }
  return total;
}

/**
 * plan_worktime_work_of_any:
 * @worktimes: (array length=n): calendars
 *
 * Returns: ticks from @from to @to in which at least one of the calendars works; negative when @to is earlier
 */
PlanTicks
plan_worktime_work_of_any (const PlanWorktime *const *worktimes, guint n, PlanTicks from, PlanTicks to)
{
  guint32 first = plan_worktime_enter (MIN (from, to)), last = plan_worktime_enter (MAX (from, to));
  PlanTicks total = 0;

  if (n == 1)
    return plan_worktime_work_inline (worktimes[0], from, to);
  for (guint32 day = first / PLAN_TICKS_PER_DAY; day * PLAN_TICKS_PER_DAY < last; day++)
    {
      guint32 midnight = day * (guint32) PLAN_TICKS_PER_DAY;

      total += count_day_of_any (worktimes, n, day, first > midnight ? first - midnight : 0,
                                 MIN (last - midnight, (guint32) PLAN_TICKS_PER_DAY));
    }
  return to >= from ? total : -total;
}

static const PlanDayPattern *
get_pattern (const PlanWorktime *self, PlanDay day)
{
  if (day < PLAN_DAY_MIN || day > PLAN_DAY_MAX)
    return &self->patterns[self->pattern_of_day[PLAN_WORKTIME_N_DAYS]];
  return &self->patterns[self->pattern_of_day[day - PLAN_DAY_MIN]];
}

/**
 * plan_worktime_of_day:
 *
 * Returns: working ticks of that day
 */
PlanTicks
plan_worktime_of_day (const PlanWorktime *self, PlanDay day)
{
  return get_pattern (self, day)->work;
}

/**
 * plan_worktime_get_spans:
 * @spans: (out): the working spans of the day, in order
 *
 * Returns: how many there are
 */
guint
plan_worktime_get_spans (const PlanWorktime *self, PlanDay day, PlanSpan spans[PLAN_MAX_SPANS])
{
  const PlanDayPattern *pattern = get_pattern (self, day);

  for (guint i = 0; i < pattern->n_spans; i++)
    spans[i] = (PlanSpan) { pattern->start[i], pattern->finish[i] };
  return pattern->n_spans;
}

/* The exception that rules on the day, or NULL. */
static const PlanDayRun *
find_run (const PlanWorktime *self, PlanDay day)
{
  guint low = 0, high = self->n_runs;
  guint32 offset;

  if (day < PLAN_DAY_MIN || day > PLAN_DAY_MAX)
    return NULL;
  offset = (guint32) (day - PLAN_DAY_MIN);
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->runs[middle].last < offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low < self->n_runs && self->runs[low].first <= offset ? &self->runs[low] : NULL;
}

/**
 * plan_worktime_get_kind:
 *
 * Returns: what kind of day it is, for shading it
 */
PlanDayKind
plan_worktime_get_kind (const PlanWorktime *self, PlanDay day)
{
  const PlanDayRun *run = find_run (self, day);

  if (run != NULL)
    return run->kind;
  return get_pattern (self, day)->work > 0 ? PLAN_DAY_WORKING : PLAN_DAY_WEEKEND;
}

/**
 * plan_worktime_get_name:
 *
 * Returns: (transfer none) (nullable): the name of the exception that rules on the day
 */
const char *
plan_worktime_get_name (const PlanWorktime *self, PlanDay day)
{
  const PlanDayRun *run = find_run (self, day);

  return run != NULL ? run->name : NULL;
}
