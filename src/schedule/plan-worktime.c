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

/* Prefix sums over the days; returns the most work of a day. */
static guint32
sum_days (PlanWorktime *self)
{
  const PlanDayPattern *patterns = self->patterns;
  const guint16 *pattern_of_day = self->pattern_of_day;
  guint32 *sums = g_new (guint32, PLAN_WORKTIME_N_DAYS + 1 + PLAN_WORKTIME_LOOK_AHEAD);
  guint32 done = 0, most = 0;

  for (guint32 day = 0; day <= PLAN_WORKTIME_N_DAYS; day++)
    {
      guint32 work = patterns[pattern_of_day[day]].work;

      sums[day] = done;
      done += work;
      most = MAX (most, work);
    }
  for (guint i = 1; i <= PLAN_WORKTIME_LOOK_AHEAD; i++)
    sums[PLAN_WORKTIME_N_DAYS + i] = G_MAXUINT32;
  self->done = sums;
  self->total = done;
  return most;
}

/* The index from work done to the day. No bucket is smaller than a day's work, so each has its day without a search: the last
 * of those that start where the bucket starts or less than a bucket before. */
static void
index_days (PlanWorktime *self)
{
  guint32 most = sum_days (self), shift = 0, n_buckets, rest;
  const guint32 *done = self->done;
  guint32 *day_of_bucket;

  while ((self->total >> shift) > PLAN_WORKTIME_N_DAYS / 2 || (1u << shift) < most)
    shift++;
  n_buckets = (self->total >> shift) + 2;
  rest = (1u << shift) - 1;
  day_of_bucket = g_new (guint32, n_buckets);
  for (guint32 day = 0; day < PLAN_WORKTIME_N_DAYS; day++)
    day_of_bucket[(done[day] + rest) >> shift] = day;
  for (guint32 bucket = (self->total + rest) >> shift; bucket < n_buckets; bucket++)
    day_of_bucket[bucket] = PLAN_WORKTIME_N_DAYS - 1;
  self->day_of_bucket = day_of_bucket;
  self->shift = shift;
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

/* How many changed days come before the day. */
static guint
count_changes (const PlanWorktime *self, guint32 day)
{
  guint low = 0, high = self->n_changes;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->changed_days[middle] < day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/*
 * plan_worktime_get_changed_day:
 * @done: (out): the work done before the day
 *
 * Returns: (transfer none): the spans of the day
 */
const PlanDayPattern *
plan_worktime_get_changed_day (const PlanWorktime *self, guint32 day, guint32 *done)
{
  const PlanWorktime *base = self->base;
  guint n = count_changes (self, day);

  *done = base->done[day] + (guint32) self->shifts[n];
  if (n < self->n_changes && self->changed_days[n] == day)
    return &self->changed_patterns[n];
  return &base->patterns[base->pattern_of_day[day]];
}

/*
 * plan_worktime_done_changed:
 *
 * Returns: plan_worktime_done() of a calendar with a base
 */
guint32
plan_worktime_done_changed (const PlanWorktime *self, guint32 at)
{
  guint32 day = at / PLAN_TICKS_PER_DAY, done;
  const PlanDayPattern *pattern = plan_worktime_get_changed_day (self, day, &done);

  return done + plan_worktime_done_within (pattern, at - day * (guint32) PLAN_TICKS_PER_DAY);
}

/* The day on which the unit of work after @done is done. */
static guint32
find_changed_day (const PlanWorktime *self, guint32 done)
{
  guint low = 0, high = self->n_changes; /* the changes that begin no later than this work */
  guint32 day;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->base->done[self->changed_days[middle]] + (guint32) self->shifts[middle] <= done)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == 0)
    return plan_worktime_find_day (self->base, done);
  day = self->changed_days[low - 1];
  if (done < self->base->done[day] + (guint32) self->shifts[low - 1] + self->changed_patterns[low - 1].work)
    return day;
  return plan_worktime_find_day (self->base, done - (guint32) self->shifts[low]);
}

/*
 * plan_worktime_start_changed:
 *
 * Returns: plan_worktime_start_of() of a calendar with a base; @done is below the total
 */
guint32
plan_worktime_start_changed (const PlanWorktime *self, guint32 done)
{
  guint32 day = find_changed_day (self, done), before;
  const PlanDayPattern *pattern = plan_worktime_get_changed_day (self, day, &before);

  return day * (guint32) PLAN_TICKS_PER_DAY + plan_worktime_start_within (pattern, done - before);
}

/*
 * plan_worktime_finish_changed:
 *
 * Returns: plan_worktime_finish_of() of a calendar with a base; @done is above 0 and not above the total
 */
guint32
plan_worktime_finish_changed (const PlanWorktime *self, guint32 done)
{
  guint32 day = find_changed_day (self, done - 1), before;
  const PlanDayPattern *pattern = plan_worktime_get_changed_day (self, day, &before);

  return day * (guint32) PLAN_TICKS_PER_DAY + plan_worktime_finish_within (pattern, done - before);
}

/**
 * plan_worktime_new_changed:
 * @base: a calendar without a base
 * @days: (transfer full) (array length=n): days since 1900 that are different, in order
 * @patterns: (transfer full) (array length=n): their spans
 *
 * Returns: (transfer full): the base with these days instead of its own, without names
 */
PlanWorktime *
plan_worktime_new_changed (PlanWorktime *base, guint32 *days, PlanDayPattern *patterns, guint n)
{
  PlanWorktime *self = g_new0 (PlanWorktime, 1);

  g_assert (base->base == NULL);
  g_atomic_ref_count_init (&self->ref_count);
  self->base = plan_worktime_ref (base);
  self->n_changes = n;
  self->changed_days = days;
  self->changed_patterns = patterns;
  self->shifts = g_new0 (gint32, n + 1);
  for (guint i = 0; i < n; i++)
    self->shifts[i + 1] = self->shifts[i] + patterns[i].work - base->patterns[base->pattern_of_day[days[i]]].work;
  self->total = base->total + (guint32) self->shifts[n];
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

typedef struct
{
  const PlanDayPattern *a;
  const PlanDayPattern *b;
} PatternPair;

static guint
hash_pair (gconstpointer data)
{
  const PatternPair *pair = data;

  return g_direct_hash (pair->a) * 31 + g_direct_hash (pair->b);
}

static gboolean
equal_pairs (gconstpointer x, gconstpointer y)
{
  const PatternPair *left = x, *right = y;

  return left->a == right->a && left->b == right->b;
}

/* The number of the pattern that is in both, made when the two meet for the first time. */
static guint16
number_both (GHashTable *known, GArray *patterns, PatternPair pair)
{
  PlanDayPattern both;
  gpointer number;

  if (g_hash_table_lookup_extended (known, &pair, NULL, &number))
    return (guint16) GPOINTER_TO_UINT (number);
  intersect_patterns (pair.a, pair.b, &both);
  number = GUINT_TO_POINTER (both.n_spans == 0 || patterns->len > G_MAXUINT16 ? 0 : patterns->len);
  if (GPOINTER_TO_UINT (number) != 0)
    g_array_append_val (patterns, both);
  g_hash_table_insert (known, g_memdup2 (&pair, sizeof pair), number);
  return (guint16) GPOINTER_TO_UINT (number);
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
  g_autoptr (GHashTable) known = g_hash_table_new_full (hash_pair, equal_pairs, g_free, NULL);
  guint16 *pattern_of_day = g_new0 (guint16, PLAN_WORKTIME_N_DAYS + 1);
  g_autoptr (PlanWorktime) self = NULL;
  guint32 done;

  g_array_set_size (patterns, 1);
  for (guint32 day = 0; day < PLAN_WORKTIME_N_DAYS; day++)
    {
      PatternPair pair = { plan_worktime_get_day (a, day, &done), plan_worktime_get_day (b, day, &done) };

      pattern_of_day[day] = number_both (known, patterns, pair);
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
  g_clear_pointer (&self->base, plan_worktime_unref);
  g_free (self->changed_days);
  g_free (self->changed_patterns);
  g_free (self->shifts);
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

/* Of two with a base, or one that changes nothing and its base. */
static gboolean
have_equal_changes (const PlanWorktime *a, const PlanWorktime *b)
{
  if (a->n_changes == 0 && a->n_runs == 0 && a->base == b)
    return TRUE;
  if (a->base != b->base || a->n_changes != b->n_changes || a->n_runs != b->n_runs ||
      memcmp (a->changed_days, b->changed_days, a->n_changes * sizeof *a->changed_days) != 0 ||
      memcmp (a->changed_patterns, b->changed_patterns, a->n_changes * sizeof *a->changed_patterns) != 0)
    return FALSE;
  for (guint i = 0; i < a->n_runs; i++)
    if (a->runs[i].first != b->runs[i].first || g_strcmp0 (a->runs[i].name, b->runs[i].name) != 0)
      return FALSE;
  return TRUE;
}

/**
 * plan_worktime_equal:
 *
 * Returns: whether both work at the same times and name the same exceptions; those of calendars without a base are not
 *   compared, so that they are only equal when they have none
 */
gboolean
plan_worktime_equal (const PlanWorktime *a, const PlanWorktime *b)
{
  if (a->base != NULL || b->base != NULL)
    return have_equal_changes (a, b);
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
          guint32 done;
          const PlanDayPattern *pattern = plan_worktime_get_day (worktimes[i], day, &done);

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
  guint32 done;

  if (day < PLAN_DAY_MIN || day > PLAN_DAY_MAX)
    day = PLAN_DAY_MAX + 1;
  return plan_worktime_get_day (self, (guint32) (day - PLAN_DAY_MIN), &done);
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
  if (self->base != NULL)
    return plan_worktime_get_kind (self->base, day);
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

  if (run == NULL && self->base != NULL)
    return plan_worktime_get_name (self->base, day);
  return run != NULL ? run->name : NULL;
}
