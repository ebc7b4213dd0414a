/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Taking a list of holidays into a calendar, and what would follow from it: the days that change and what finishes at another
 * time. Holidays of the same days that came with an earlier list are replaced; exceptions that a person made stay, and the
 * list's days beneath them are left out. A make-up workday has the hours of the calendar's first working weekday.
 */

#include "plan-edits-calendar.h"

#include "plan-edits-private.h"
#include "plan-job.h"
#include "plan-recurrence.h"
#include "plan-worktime.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define USUAL_HOURS "08:00-12:00 13:00-17:00"

/* While a list is taken in. */
typedef struct
{
  const PlanModel *model;
  PlanId calendar;
  PlanIdSource *ids;
  PlanBatch *batch;
  GHashTable *own; /* days of exceptions that stay */
  guint n_kept;
} YearEdit;

static gboolean
overlaps (const PlanHolidays *holidays, const PlanException *exception)
{
  PlanDay last = exception->finish != PLAN_DAY_NONE ? exception->finish : exception->start;

  for (guint i = 0; i < holidays->items->len; i++)
    {
      const PlanHoliday *holiday = &g_array_index (holidays->items, PlanHoliday, i);

      if (holiday->first <= last && holiday->last >= exception->start)
        return TRUE;
    }
  return FALSE;
}

/* Whether the exception came with a list of the same years: then it is replaced. */
static gboolean
is_replaced (const PlanHolidays *holidays, const PlanException *exception)
{
  const PlanHoliday *first = &g_array_index (holidays->items, PlanHoliday, 0);
  const PlanHoliday *last = &g_array_index (holidays->items, PlanHoliday, holidays->items->len - 1);
  PlanCivil from, to, own;

  if (exception->kind != PLAN_EXCEPTION_STATUTORY && exception->kind != PLAN_EXCEPTION_SWAPPED)
    return FALSE;
  plan_day_to_civil (first->first, &from);
  plan_day_to_civil (last->last, &to);
  plan_day_to_civil (exception->start, &own);
  return exception->recurrence == PLAN_RECURRENCE_RANGE && own.year >= from.year && own.year <= to.year;
}

static void
keep_days (YearEdit *self, const PlanException *exception)
{
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (PlanDayRange));

  plan_recurrence_expand (exception, ranges);
  for (guint i = 0; i < ranges->len; i++)
    {
      const PlanDayRange *range = &g_array_index (ranges, PlanDayRange, i);

      for (PlanDay day = range->first; day <= range->last; day++)
        g_hash_table_add (self->own, GINT_TO_POINTER (day));
    }
}

static void
sort_out_exceptions (YearEdit *self, const PlanHolidays *holidays)
{
  for (guint i = 0; i < plan_model_get_n (self->model, PLAN_RECORD_EXCEPTION); i++)
    {
      const PlanException *exception = plan_model_get_at (self->model, PLAN_RECORD_EXCEPTION, i);

      if (exception->calendar != self->calendar)
        continue;
      if (is_replaced (holidays, exception))
        plan_batch_delete (self->batch, PLAN_RECORD_EXCEPTION, exception->id);
      else if (exception->recurrence == PLAN_RECURRENCE_RANGE ? overlaps (holidays, exception) : TRUE)
        keep_days (self, exception);
    }
}

static const char *
get_makeup_hours (const PlanModel *model, PlanId calendar)
{
  for (guint depth = 0; calendar != PLAN_ID_NONE && depth < PLAN_CALENDAR_MAX_DEPTH; depth++)
    {
      const PlanWeek *week = plan_calendar_find_week (model, calendar, PLAN_ID_NONE);

      for (guint day = 0; week != NULL && day < 7; day++)
        if (week->days[day] != NULL && *week->days[day] != '\0')
          return week->days[day];
      calendar = plan_model_get_calendar (model, calendar)->parent;
    }
  return USUAL_HOURS;
}

static void
insert_days (YearEdit *self, const PlanHoliday *holiday, PlanDay first, PlanDay last)
{
  PlanException exception;

  if (first > last)
    return;
  plan_record_init (PLAN_RECORD_EXCEPTION, &exception);
  exception.id = plan_id_source_next (self->ids);
  exception.calendar = self->calendar;
  exception.name = plan_holiday_get_name (holiday);
  exception.hours = holiday->work ? get_makeup_hours (self->model, self->calendar) : "";
  exception.start = first;
  exception.finish = last;
  exception.kind = (guint8) holiday->kind;
  plan_batch_insert (self->batch, PLAN_RECORD_EXCEPTION, &exception);
}

/* The days of the holiday that nothing of a person's own covers, as few exceptions as they make. */
static void
insert_holiday (YearEdit *self, const PlanHoliday *holiday)
{
  PlanDay first = holiday->first;

  for (PlanDay day = holiday->first; day <= holiday->last; day++)
    if (g_hash_table_contains (self->own, GINT_TO_POINTER (day)))
      {
        insert_days (self, holiday, first, day - 1);
        first = day + 1;
        self->n_kept++;
      }
  insert_days (self, holiday, first, holiday->last);
}

/* Returns: how many days stay as they are. */
static guint
collect (const PlanModel *model, PlanId calendar, const PlanHolidays *holidays, PlanIdSource *ids, PlanBatch *batch)
{
  g_autoptr (GHashTable) own = g_hash_table_new (NULL, NULL);
  YearEdit self = { model, calendar, ids, batch, own, 0 };

  sort_out_exceptions (&self, holidays);
  for (guint i = 0; i < holidays->items->len; i++)
    insert_holiday (&self, &g_array_index (holidays->items, PlanHoliday, i));
  return self.n_kept;
}

/**
 * plan_edit_year_add:
 * @holidays: what to take into the calendar
 *
 * Returns: whether the edit was made
 */
gboolean
plan_edit_year_add (PlanDocument *document, PlanId calendar, const PlanHolidays *holidays, GError **error)
{
  const PlanCalendar *record = plan_edit_require (document, PLAN_RECORD_CALENDAR, calendar, error);
  g_autoptr (PlanBatch) batch = plan_batch_new ();
  g_autofree char *subject = NULL;

  if (record == NULL)
    return FALSE;
  subject = g_strdup (record->name != NULL ? record->name : "");
  collect (plan_document_get_model (document), calendar, holidays, plan_document_get_ids (document), batch);
  return plan_batch_run (batch, document, N_("Holidays of the calendar “%s”"), subject, record->project, error);
}

static void
clear_day (gpointer data)
{
  PlanYearDay *day = data;

  g_free (day->before);
  g_free (day->after);
  g_free (day->name);
}

/**
 * plan_year_effect_free:
 * @self: (transfer full) (nullable):
 */
void
plan_year_effect_free (PlanYearEffect *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->days);
  g_array_unref (self->tasks);
  g_array_unref (self->projects);
  g_free (self);
}

static char *
get_hours (const PlanWorktime *worktime, PlanDay day)
{
  PlanSpan spans[PLAN_MAX_SPANS];
  guint n = plan_worktime_get_spans (worktime, day, spans);

  return plan_hours_format (spans, n);
}

static void
compare_days (PlanYearEffect *self, const PlanWorktime *before, const PlanWorktime *after, PlanDay first, PlanDay last)
{
  for (PlanDay day = MAX (first, PLAN_DAY_MIN); day <= MIN (last, PLAN_DAY_MAX); day++)
    {
      g_autofree char *old = get_hours (before, day), *now = get_hours (after, day);
      PlanYearDay change = { .day = day };

      if (strcmp (old, now) == 0)
        continue;
      change.before = g_steal_pointer (&old);
      change.after = g_steal_pointer (&now);
      change.name = g_strdup (plan_worktime_get_name (after, day));
      g_array_append_val (self->days, change);
    }
}

static void
compare_tasks (PlanYearEffect *self, const PlanModel *model, const PlanSchedule *before, const PlanSchedule *after)
{
  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_TASK); i++)
    {
      const PlanScheduledTask *old = plan_schedule_get_task (before, i), *now = plan_schedule_get_task (after, i);
      const PlanTask *task = plan_model_get_task_at (model, i);
      PlanYearMove move = { task->id, task->project, old->finish, now->finish };

      if (!now->summary && old->finish != now->finish)
        g_array_append_val (self->tasks, move);
    }
  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_PROJECT); i++)
    {
      PlanId id = plan_record_get_id (plan_model_get_at (model, PLAN_RECORD_PROJECT, i));
      const PlanScheduledProject *old = plan_schedule_get_project (before, id), *now = plan_schedule_get_project (after, id);
      PlanYearMove move = { PLAN_ID_NONE, id, old != NULL ? old->finish : PLAN_TICKS_NONE,
                            now != NULL ? now->finish : PLAN_TICKS_NONE };

      if (move.before != move.after)
        g_array_append_val (self->projects, move);
    }
}

/* The days that an earlier list or this one may change. */
static void
get_reach (const PlanHolidays *holidays, PlanDay *first, PlanDay *last)
{
  PlanCivil from, to;

  plan_day_to_civil (g_array_index (holidays->items, PlanHoliday, 0).first, &from);
  plan_day_to_civil (g_array_index (holidays->items, PlanHoliday, holidays->items->len - 1).last, &to);
  *first = plan_day_from_civil (from.year, 1, 1);
  *last = plan_day_from_civil (to.year, 12, 31);
}

static gboolean
compare_models (PlanYearEffect *self, const PlanModel *before, const PlanModel *after, PlanId calendar,
                const PlanHolidays *holidays,
                PlanProgress *progress, GError **error)
{
  g_autoptr (PlanSchedule) old = plan_schedule_new (), now = plan_schedule_new ();
  g_autoptr (PlanWorktime) old_time = plan_worktime_new_from_model (before, calendar, error);
  g_autoptr (PlanWorktime) new_time = old_time != NULL ? plan_worktime_new_from_model (after, calendar, error) : NULL;
  PlanDay first, last;

  if (new_time == NULL || !plan_schedule_compute (old, before, progress, error) ||
      !plan_schedule_compute (now, after, progress, error))
    return FALSE;
  get_reach (holidays, &first, &last);
  compare_days (self, old_time, new_time, first, last);
  compare_tasks (self, before, old, now);
  return TRUE;
}

/**
 * plan_year_effect_new:
 * @model: a snapshot; it stays as it is
 * @calendar: a calendar of it
 *
 * Returns: (transfer full): what follows from taking the holidays into the calendar; %NULL with an error when no schedule
 *   follows from them, or it was cancelled
 */
PlanYearEffect *
plan_year_effect_new (PlanModel *model, PlanId calendar, const PlanHolidays *holidays, PlanProgress *progress, GError **error)
{
  g_autoptr (PlanModel) after = plan_model_snapshot (model);
  g_autoptr (PlanYearEffect) self = g_new0 (PlanYearEffect, 1);
  g_autoptr (PlanBatch) batch = plan_batch_new ();
  g_autoptr (PlanChangeSet) changes = NULL;
  PlanIdSource ids;

  self->days = g_array_new (FALSE, FALSE, sizeof (PlanYearDay));
  self->tasks = g_array_new (FALSE, FALSE, sizeof (PlanYearMove));
  self->projects = g_array_new (FALSE, FALSE, sizeof (PlanYearMove));
  g_array_set_clear_func (self->days, clear_day);
  plan_id_source_init (&ids, plan_model_get_largest_id (model));
  self->n_kept = collect (model, calendar, holidays, &ids, batch);
  plan_id_source_clear (&ids);
  changes = plan_batch_list_changes (batch, model);
  if (!plan_model_apply (after, changes, error) || !compare_models (self, model, after, calendar, holidays, progress, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* What the thread gets. */
typedef struct
{
  PlanModel *model;
  PlanId calendar;
  PlanHolidays *holidays;
} YearData;

static void
free_year_data (gpointer data)
{
  YearData *self = data;

  plan_model_unref (self->model);
  plan_holidays_free (self->holidays);
  g_free (self);
}

static gpointer
run_year (PlanProgress *progress, gpointer data, GError **error)
{
  YearData *self = data;

  return plan_year_effect_new (self->model, self->calendar, self->holidays, progress, error);
}

/**
 * plan_document_try_year_async:
 * @holidays: (transfer full): what is tried
 * @progress: (nullable): stops it; must live until @callback
 * @callback: called in the main loop; takes the effect with plan_document_try_year_finish()
 */
void
plan_document_try_year_async (PlanDocument *self, PlanId calendar, PlanHolidays *holidays, PlanProgress *progress,
                              GAsyncReadyCallback callback, gpointer user_data)
{
  YearData *data = g_new0 (YearData, 1);

  data->model = plan_document_snapshot (self);
  data->calendar = calendar;
  data->holidays = holidays;
  plan_job_run_async (run_year, data, free_year_data, (GDestroyNotify) plan_year_effect_free, progress, callback, user_data);
}

/**
 * plan_document_try_year_finish:
 *
 * Returns: (transfer full): the effect, or %NULL with an error of plan_year_effect_new()
 */
PlanYearEffect *
plan_document_try_year_finish (GAsyncResult *result, GError **error)
{
  return plan_job_run_finish (result, error);
}
