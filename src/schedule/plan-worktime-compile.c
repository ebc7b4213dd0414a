/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Compiles a calendar and the ones it is derived from. Days are painted in layers, the weakest first: the normal week
 * (each weekday from the nearest calendar that says something of it), work weeks from the base calendar down, then the
 * exceptions from the base calendar down, within one calendar the recurring before the single ones.
 */

#include "plan-worktime-private.h"

#include "plan-error.h"
#include "plan-recurrence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_LEVELS 64

/* A calendar that differs from its base on more days is compiled for itself. */
#define MAX_CHANGED_DAYS 5000u

/* An exception of the chain; its days are made when they are needed, all at once would be too many. */
typedef struct
{
  const PlanException *exception;
  guint level;
  PlanPrecedence precedence;
  guint16 pattern;
} Rule;

typedef struct
{
  const PlanModel *model;
  guint n_levels;
  PlanId chain[MAX_LEVELS]; /* the calendar itself, then its parents */
  const PlanWeek *normal[MAX_LEVELS];
  GArray *work_weeks;       /* of const PlanWeek * */
  GArray *rules;
  GArray *ranges;           /* days of the exception that is looked at */
  GArray *patterns;
  GHashTable *numbers;      /* pattern number by text of hours */
  guint16 *pattern_of_day;
} Compiler;

static void
clear_compiler (Compiler *self)
{
  g_clear_pointer (&self->work_weeks, g_array_unref);
  g_clear_pointer (&self->rules, g_array_unref);
  g_clear_pointer (&self->ranges, g_array_unref);
  g_clear_pointer (&self->patterns, g_array_unref);
  g_clear_pointer (&self->numbers, g_hash_table_unref);
  g_free (self->pattern_of_day);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Compiler, clear_compiler)

static void
init_compiler (Compiler *self, const PlanModel *model)
{
  PlanDayPattern nothing = { 0 };

  self->model = model;
  self->work_weeks = g_array_new (FALSE, FALSE, sizeof (const PlanWeek *));
  self->rules = g_array_new (FALSE, FALSE, sizeof (Rule));
  self->ranges = g_array_new (FALSE, FALSE, sizeof (PlanDayRange));
  self->patterns = g_array_new (FALSE, FALSE, sizeof (PlanDayPattern));
  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  g_array_append_val (self->patterns, nothing);
}

/* The calendar and its parents; a circle or an endless chain just ends. */
static void
follow_chain (Compiler *self, PlanId calendar)
{
  while (calendar != PLAN_ID_NONE && self->n_levels < MAX_LEVELS)
    {
      const PlanCalendar *record = plan_model_get_calendar (self->model, calendar);

      for (guint i = 0; i < self->n_levels; i++)
        if (self->chain[i] == calendar)
          return;
      if (record == NULL)
        return;
      self->chain[self->n_levels++] = calendar;
      calendar = record->parent;
    }
}

static guint
find_level (const Compiler *self, PlanId calendar)
{
  guint level = 0;

  while (level < self->n_levels && self->chain[level] != calendar)
    level++;
  return level;
}

static gboolean
number_hours (Compiler *self, const char *hours, guint16 *number, GError **error)
{
  PlanSpan spans[PLAN_MAX_SPANS];
  PlanDayPattern pattern = { 0 };
  gpointer known;
  guint n_spans;

  *number = 0;
  if (hours == NULL || *hours == '\0')
    return TRUE;
  if (g_hash_table_lookup_extended (self->numbers, hours, NULL, &known))
    {
      *number = (guint16) GPOINTER_TO_UINT (known);
      return TRUE;
    }
  if (!plan_hours_parse (hours, spans, &n_spans, error))
    return FALSE;
  if (self->patterns->len > G_MAXUINT16)
    {
      g_set_error_literal (error, PLAN_ERROR, PLAN_ERROR_RANGE, _("A calendar has too many different kinds of days."));
      return FALSE;
    }
  for (guint i = 0; i < n_spans; i++)
    {
      pattern.start[i] = (guint16) spans[i].start;
      pattern.finish[i] = (guint16) spans[i].finish;
      pattern.before[i] = pattern.work;
      pattern.work += pattern.finish[i] - pattern.start[i];
    }
  pattern.n_spans = (guint16) n_spans;
  *number = (guint16) self->patterns->len;
  g_array_append_val (self->patterns, pattern);
  g_hash_table_insert (self->numbers, (gpointer) hours, GUINT_TO_POINTER (*number));
  return TRUE;
}

static int
compare_weeks (gconstpointer a, gconstpointer b)
{
  const PlanWeek *left = *(const PlanWeek *const *) a, *right = *(const PlanWeek *const *) b;

  return left->id < right->id ? 1 : left->id > right->id ? -1 : 0;
}

/* Of two weeks on the same days the older record rules, so it is painted later. */
static void
collect_weeks (Compiler *self)
{
  guint n = plan_model_get_n (self->model, PLAN_RECORD_WEEK);

  for (guint i = 0; i < n; i++)
    {
      const PlanWeek *week = plan_model_get_at (self->model, PLAN_RECORD_WEEK, i);
      guint level = find_level (self, week->calendar);

      if (level == self->n_levels)
        continue;
      if (week->start != PLAN_DAY_NONE)
        g_array_append_val (self->work_weeks, week);
      else if (self->normal[level] == NULL || week->id < self->normal[level]->id)
        self->normal[level] = week;
    }
  g_array_sort (self->work_weeks, compare_weeks);
}

/* What the calendar at @level or one above it says of a normal weekday. */
static const char *
get_normal_hours (const Compiler *self, guint level, guint weekday)
{
  for (; level < self->n_levels; level++)
    if (self->normal[level] != NULL && self->normal[level]->days[weekday] != NULL)
      return self->normal[level]->days[weekday];
  return NULL;
}

static void
paint_weekday (Compiler *self, PlanDay first, PlanDay last, guint weekday, guint16 number)
{
  PlanDay day = first + (PlanDay) (weekday + 7 - plan_day_get_weekday (first)) % 7;

  for (; day <= last; day += 7)
    self->pattern_of_day[day - PLAN_DAY_MIN] = number;
}

/* A weekday that a work week leaves open is that of the parent's normal week, or of its own without a parent. */
static gboolean
paint_work_week (Compiler *self, const PlanWeek *week, guint level, GError **error)
{
  PlanDay last = week->finish == PLAN_DAY_NONE ? PLAN_DAY_MAX : MIN (week->finish, PLAN_DAY_MAX);
  guint above = level + 1 < self->n_levels ? level + 1 : level;

  for (guint weekday = 0; weekday < 7; weekday++)
    {
      const char *hours = week->days[weekday] != NULL ? week->days[weekday] : get_normal_hours (self, above, weekday);
      guint16 number;

      if (!number_hours (self, hours, &number, error))
        return FALSE;
      paint_weekday (self, MAX (week->start, PLAN_DAY_MIN), last, weekday, number);
    }
  return TRUE;
}

/* The normal week, once and then over and over: what is painted is copied behind itself. */
static gboolean
paint_normal_week (Compiler *self, GError **error)
{
  const guint32 n = PLAN_WORKTIME_N_DAYS;

  for (guint weekday = 0; weekday < 7; weekday++)
    {
      guint16 number;

      if (!number_hours (self, get_normal_hours (self, 0, weekday), &number, error))
        return FALSE;
      paint_weekday (self, PLAN_DAY_MIN, PLAN_DAY_MIN + 6, weekday, number);
    }
  for (guint32 done = 7; done < n; done *= 2)
    memcpy (self->pattern_of_day + done, self->pattern_of_day, MIN (done, n - done) * sizeof *self->pattern_of_day);
  return TRUE;
}

static gboolean
paint_weeks (Compiler *self, GError **error)
{
  if (!paint_normal_week (self, error))
    return FALSE;
  for (guint level = self->n_levels; level-- > 0;)
    for (guint i = 0; i < self->work_weeks->len; i++)
      {
        const PlanWeek *week = g_array_index (self->work_weeks, const PlanWeek *, i);

        if (week->calendar == self->chain[level] && !paint_work_week (self, week, level, error))
          return FALSE;
      }
  return TRUE;
}

/* The strongest last: from the base calendar down, single ones after recurring ones, older records after newer ones. */
static int
compare_rules (gconstpointer a, gconstpointer b)
{
  const Rule *left = a, *right = b;

  if (left->level != right->level)
    return left->level < right->level ? 1 : -1;
  if (left->precedence != right->precedence)
    return left->precedence < right->precedence ? -1 : 1;
  return left->exception->id < right->exception->id ? 1 : left->exception->id > right->exception->id ? -1 : 0;
}

static gboolean
collect_rules (Compiler *self, GError **error)
{
  guint n = plan_model_get_n (self->model, PLAN_RECORD_EXCEPTION);

  for (guint i = 0; i < n; i++)
    {
      const PlanException *exception = plan_model_get_at (self->model, PLAN_RECORD_EXCEPTION, i);
      Rule rule = { exception, find_level (self, exception->calendar), 0, 0 };

      if (rule.level == self->n_levels)
        continue;
      if (!number_hours (self, exception->hours, &rule.pattern, error))
        return FALSE;
      g_array_set_size (self->ranges, 0);
      rule.precedence = plan_recurrence_expand (exception, self->ranges);
      g_array_append_val (self->rules, rule);
    }
  g_array_sort (self->rules, compare_rules);
  return TRUE;
}

/* For each day the number of the rule that is painted last, from 1, or 0. */
static guint32 *
cover_days (const Compiler *self)
{
  guint32 *cover = g_new0 (guint32, PLAN_WORKTIME_N_DAYS);

  for (guint i = 0; i < self->rules->len; i++)
    {
      const Rule *rule = &g_array_index (self->rules, Rule, i);

      g_array_set_size (self->ranges, 0);
      plan_recurrence_expand (rule->exception, self->ranges);
      for (guint j = 0; j < self->ranges->len; j++)
        {
          const PlanDayRange *range = &g_array_index (self->ranges, PlanDayRange, j);

          for (PlanDay day = range->first; day <= range->last; day++)
            cover[day - PLAN_DAY_MIN] = i + 1;
        }
    }
  return cover;
}

static PlanDayKind
get_ruled_kind (const PlanDayPattern *usual, const PlanDayPattern *ruled)
{
  if (ruled->work == 0)
    return PLAN_DAY_HOLIDAY;
  return usual->work == 0 ? PLAN_DAY_MAKEUP : PLAN_DAY_WORKING;
}

/* Paints the exceptions and keeps for shading where they are. */
static GArray *
paint_rules (Compiler *self, GStringChunk *names)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (PlanDayRun));
  g_autofree guint32 *cover = self->rules->len > 0 ? cover_days (self) : NULL;
  guint32 before = 0;

  for (guint32 day = 0; cover != NULL && day < PLAN_WORKTIME_N_DAYS; before = cover[day++])
    {
      const Rule *rule = cover[day] > 0 ? &g_array_index (self->rules, Rule, cover[day] - 1) : NULL;
      PlanDayRun run = { day, day, PLAN_DAY_WORKING, NULL }, *last;

      if (rule == NULL)
        continue;
      run.kind = get_ruled_kind (&g_array_index (self->patterns, PlanDayPattern, self->pattern_of_day[day]),
                                 &g_array_index (self->patterns, PlanDayPattern, rule->pattern));
      self->pattern_of_day[day] = rule->pattern;
      last = runs->len > 0 ? &g_array_index (runs, PlanDayRun, runs->len - 1) : NULL;
      if (before == cover[day] && last->kind == run.kind)
        last->last = day;
      else
        {
          if (rule->exception->name != NULL)
            run.name = g_string_chunk_insert_const (names, rule->exception->name);
          g_array_append_val (runs, run);
        }
    }
  return runs;
}

static PlanWorktime *
finish_compiling (Compiler *self)
{
  GStringChunk *names = g_string_chunk_new (64);
  GArray *runs = paint_rules (self, names);
  PlanWorktime *worktime =
      plan_worktime_new_from_days ((PlanDayPattern *) (gpointer) g_array_free (g_steal_pointer (&self->patterns), FALSE),
                                   g_steal_pointer (&self->pattern_of_day));

  worktime->names = names;
  worktime->n_runs = runs->len;
  worktime->runs = (PlanDayRun *) (gpointer) g_array_free (runs, FALSE);
  return worktime;
}

/* Whether the calendar says more of its own than exceptions. */
static gboolean
has_own_weeks (const PlanModel *model, PlanId calendar)
{
  guint n = plan_model_get_n (model, PLAN_RECORD_WEEK);

  for (guint i = 0; i < n; i++)
    {
      const PlanWeek *week = plan_model_get_at (model, PLAN_RECORD_WEEK, i);

      if (week->calendar != calendar)
        continue;
      if (week->start != PLAN_DAY_NONE)
        return TRUE;
      for (guint weekday = 0; weekday < 7; weekday++)
        if (week->days[weekday] != NULL)
          return TRUE;
    }
  return FALSE;
}

/* The days that rules cover, in any order; NULL when they are too many. */
static GArray *
list_covered (const Compiler *self)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < self->rules->len; i++)
    {
      g_array_set_size (self->ranges, 0);
      plan_recurrence_expand (g_array_index (self->rules, Rule, i).exception, self->ranges);
      for (guint j = 0; j < self->ranges->len; j++)
        {
          const PlanDayRange *range = &g_array_index (self->ranges, PlanDayRange, j);

          if ((guint) (range->last - range->first) >= MAX_CHANGED_DAYS - days->len)
            return NULL;
          for (PlanDay day = range->first; day <= range->last; day++)
            {
              guint32 offset = (guint32) (day - PLAN_DAY_MIN);

              g_array_append_val (days, offset);
            }
        }
    }
  return g_steal_pointer (&days);
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;

  return x < y ? -1 : x > y;
}

/* Sorts and leaves one of each. */
static void
unify_days (GArray *days)
{
  guint32 *list = (guint32 *) (gpointer) days->data;
  guint n = 0;

  g_array_sort (days, compare_days);
  for (guint i = 0; i < days->len; i++)
    if (n == 0 || list[n - 1] != list[i])
      list[n++] = list[i];
  g_array_set_size (days, n);
}

static guint
find_day (const GArray *days, guint32 day)
{
  guint place = 0;

  g_array_binary_search ((GArray *) days, &day, compare_days, &place);
  return place;
}

/* Paints the rules over the days that they cover and nothing else. */
static PlanWorktime *
change_days (Compiler *self, PlanWorktime *base, GArray *days)
{
  guint32 *list = (guint32 *) (gpointer) days->data;
  guint n = days->len, n_changes = 0; /* days off on which nobody works change nothing */
  g_autofree guint *rules = g_new0 (guint, n + 1);
  PlanDayPattern *patterns = g_new (PlanDayPattern, n + 1);
  GStringChunk *names = g_string_chunk_new (64);
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (PlanDayRun));
  PlanWorktime *worktime;

  for (guint i = 0; i < self->rules->len; i++)
    {
      g_array_set_size (self->ranges, 0);
      plan_recurrence_expand (g_array_index (self->rules, Rule, i).exception, self->ranges);
      for (guint j = 0; j < self->ranges->len; j++)
        {
          const PlanDayRange *range = &g_array_index (self->ranges, PlanDayRange, j);
          guint place = find_day (days, (guint32) (range->first - PLAN_DAY_MIN));

          for (PlanDay day = range->first; day <= range->last; day++)
            rules[place++] = i;
        }
    }
  for (guint i = 0; i < n; i++)
    {
      const Rule *rule = &g_array_index (self->rules, Rule, rules[i]);
      const PlanDayPattern *usual = &base->patterns[base->pattern_of_day[list[i]]];
      const PlanDayPattern *ruled = &g_array_index (self->patterns, PlanDayPattern, rule->pattern);
      guint32 day = list[i];
      PlanDayRun run = { day, day, PLAN_DAY_WORKING, NULL };

      run.kind = get_ruled_kind (usual, ruled);
      if (rule->exception->name != NULL)
        run.name = g_string_chunk_insert_const (names, rule->exception->name);
      g_array_append_val (runs, run);
      if (memcmp (usual, ruled, sizeof *usual) == 0)
        continue;
      list[n_changes] = day;
      patterns[n_changes++] = *ruled;
    }
  worktime = plan_worktime_new_changed (base, (guint32 *) (gpointer) g_array_free (days, FALSE), patterns, n_changes);
  worktime->names = names;
  worktime->n_runs = runs->len;
  worktime->runs = (PlanDayRun *) (gpointer) g_array_free (runs, FALSE);
  return worktime;
}

/**
 * plan_worktime_new_derived:
 * @calendar: a calendar of @model with a parent
 * @parent: the compiled parent
 *
 * Compiles a calendar that differs from its parent by exceptions alone, in little time and memory.
 *
 * Returns: (transfer full) (nullable): the compiled calendar; %NULL when it differs by more, or has no working time, and
 *   plan_worktime_new_from_model() has to be asked
 */
PlanWorktime *
plan_worktime_new_derived (const PlanModel *model, PlanId calendar, PlanWorktime *parent)
{
  g_autoptr (PlanWorktime) worktime = NULL;
  g_auto (Compiler) compiler = { 0 };
  GArray *days;

  if (parent->base != NULL || has_own_weeks (model, calendar))
    return NULL;
  init_compiler (&compiler, model);
  compiler.chain[compiler.n_levels++] = calendar;
  if (!collect_rules (&compiler, NULL))
    return NULL;
  days = list_covered (&compiler);
  if (days == NULL)
    return NULL;
  unify_days (days);
  worktime = change_days (&compiler, parent, days);
  return worktime->total > 0 ? g_steal_pointer (&worktime) : NULL;
}

/**
 * plan_worktime_new_from_model:
 * @calendar: a calendar of @model, or %PLAN_ID_NONE for round-the-clock
 *
 * Returns: (transfer full): the compiled calendar; or %NULL with %PLAN_ERROR_NOT_FOUND when there is no such calendar, or
 *   %PLAN_ERROR_RANGE when it has no working time at all
 */
PlanWorktime *
plan_worktime_new_from_model (const PlanModel *model, PlanId calendar, GError **error)
{
  const PlanCalendar *record = plan_model_get_calendar (model, calendar);
  g_autoptr (PlanWorktime) worktime = NULL;
  g_auto (Compiler) compiler = { 0 };

  init_compiler (&compiler, model);
  if (calendar == PLAN_ID_NONE)
    return plan_worktime_new_round_the_clock ();
  if (record == NULL)
    {
      g_set_error_literal (error, PLAN_ERROR, PLAN_ERROR_NOT_FOUND, _("The calendar does not exist."));
      return NULL;
    }
  compiler.pattern_of_day = g_new0 (guint16, PLAN_WORKTIME_N_DAYS + 1);
  follow_chain (&compiler, calendar);
  collect_weeks (&compiler);
  if (!paint_weeks (&compiler, error) || !collect_rules (&compiler, error))
    return NULL;
  worktime = finish_compiling (&compiler);
  if (worktime->total > 0)
    return g_steal_pointer (&worktime);
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_RANGE,
               /* Translators: %s is the name of a calendar */
               _("The calendar “%s” has no working time."), record->name != NULL ? record->name : "");
  return NULL;
}
