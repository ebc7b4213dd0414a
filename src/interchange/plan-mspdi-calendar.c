/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Calendars: the normal week, weeks for a time, and exceptions. Files of 2007 and later write exceptions twice, as days of
 * type 0 within the week for older programs, and in an element of their own that also has what comes again; when there is
 * such an element, the days of type 0 are passed over.
 */

#include "plan-mspdi-write.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#define STANDARD_HOURS "08:00-12:00 13:00-17:00"

/* What a day of the week or an exception says before it is known where it belongs. */
typedef struct
{
  gint64 type; /* 1 = Sunday, 0 = exception */
  gboolean working;
  GArray *spans; /* of PlanSpan, or NULL when nothing is said of times */
  gboolean by_finish; /* the file says how often it comes, but that follows from its last day */
  PlanException exception;
} Day;

typedef struct
{
  PlanCalendar calendar;
  PlanWeek week;
  gboolean has_week;
  gboolean has_exceptions;
  gint64 parent_uid;
  GArray *old_exceptions; /* of PlanException, of type 0 */
} Calendar;

static gboolean
read_clock (PlanMspdi *self, gint32 *ticks)
{
  g_autofree char *instant = g_strconcat ("2000-01-01T", plan_mspdi_read_text (self), NULL);
  PlanTicks at;

  if (!plan_ticks_parse_iso (instant, &at, NULL))
    return FALSE;
  *ticks = (gint32) plan_ticks_get_within (at);
  return TRUE;
}

static void
read_span (PlanMspdi *self, GArray *spans)
{
  PlanSpan span = { -1, -1 };
  int depth = plan_mspdi_enter (self);
  gboolean ok = TRUE;

  while (plan_mspdi_next (self, depth))
    if (strcmp (plan_mspdi_get_name (self), "FromTime") == 0)
      ok &= read_clock (self, &span.start);
    else if (strcmp (plan_mspdi_get_name (self), "ToTime") == 0)
      ok &= read_clock (self, &span.finish);
    else
      plan_mspdi_keep (self, "WorkingTime", self->owner.imported);
  if (span.start < 0 && span.finish < 0 && ok)
    return;
  if (span.finish == 0)
    span.finish = (gint32) PLAN_TICKS_PER_DAY;
  if (ok && span.start >= 0 && span.start < span.finish)
    g_array_append_val (spans, span);
  else
    plan_report_add (self->report, PLAN_REPORT_DROPPED, _("Working time"), _("It has no start or does not finish after it."), 1);
}

static void
read_working_times (PlanMspdi *self, gpointer record)
{
  Day *day = record;
  int depth = plan_mspdi_enter (self);

  if (day->spans == NULL)
    day->spans = g_array_new (FALSE, FALSE, sizeof (PlanSpan));
  while (plan_mspdi_next (self, depth))
    read_span (self, day->spans);
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const PlanSpan *x = a, *y = b;

  return x->start < y->start ? -1 : x->start > y->start;
}

/* Spans in order; those that overlap become one. Project itself has five at most. */
static const char *
make_hours (PlanMspdi *self, GArray *spans)
{
  PlanSpan joined[PLAN_MAX_SPANS];
  guint n = 0;
  g_autofree char *text = NULL;

  g_array_sort (spans, compare_spans);
  for (guint i = 0; i < spans->len; i++)
    {
      const PlanSpan *span = &g_array_index (spans, PlanSpan, i);

      if (n > 0 && span->start < joined[n - 1].finish)
        joined[n - 1].finish = MAX (joined[n - 1].finish, span->finish);
      else if (n < PLAN_MAX_SPANS)
        joined[n++] = *span;
      else
        plan_report_add (self->report, PLAN_REPORT_DROPPED, _("Working time"), _("The day has more working times than Planwright keeps."), 1);
    }
  text = plan_hours_format (joined, n);
  return plan_model_keep_text (self->model, text);
}

/* %NULL: nothing is said, so that the calendar's parent or a usual day applies. */
static const char *
get_hours (PlanMspdi *self, const Day *day)
{
  if (!day->working)
    return plan_model_keep_text (self->model, "");
  return day->spans != NULL && day->spans->len > 0 ? make_hours (self, day->spans) : NULL;
}

static void
read_day_type (PlanMspdi *self, gpointer record)
{
  plan_mspdi_read_integer (self, &((Day *) record)->type);
}

static void
read_working (PlanMspdi *self, gpointer record)
{
  ((Day *) record)->working = strcmp (plan_mspdi_read_text (self), "1") == 0 || strcmp (self->text->str, "true") == 0;
}

/* The period of an exception or a work week: two dates, the last included. */
static void
read_period (PlanMspdi *self, PlanFieldId start, PlanFieldId finish, gpointer record)
{
  int depth = plan_mspdi_enter (self);

  while (plan_mspdi_next (self, depth))
    if (strcmp (plan_mspdi_get_name (self), "FromDate") == 0)
      plan_mspdi_set_text (self, start, record, "FromDate", PLAN_MSPDI_PLAIN, plan_mspdi_read_text (self));
    else if (strcmp (plan_mspdi_get_name (self), "ToDate") == 0)
      plan_mspdi_set_text (self, finish, record, "ToDate", PLAN_MSPDI_PLAIN, plan_mspdi_read_text (self));
    else
      plan_mspdi_keep (self, "TimePeriod", self->owner.imported);
}

static void
read_day_period (PlanMspdi *self, gpointer record)
{
  read_period (self, PLAN_FIELD_EXCEPTION_START, PLAN_FIELD_EXCEPTION_FINISH, &((Day *) record)->exception);
}

static void
read_week_period (PlanMspdi *self, gpointer record)
{
  read_period (self, PLAN_FIELD_WEEK_START, PLAN_FIELD_WEEK_FINISH, record);
}

static void
read_exception_name (PlanMspdi *self, gpointer record)
{
  ((Day *) record)->exception.name = plan_model_keep_text (self->model, plan_mspdi_read_text (self));
}

/* Type 1 is each day of the period; type 7 is every so many days. */
static void
read_exception_type (PlanMspdi *self, gpointer record)
{
  PlanException *exception = &((Day *) record)->exception;
  gint64 type;

  if (!plan_mspdi_read_integer (self, &type) || type < 1 || type > 7)
    {
      plan_mspdi_report_value (self, "Type", self->text->str, "range", _("Planwright does not know this kind of exception."));
      return;
    }
  exception->recurrence = type == 1 ? PLAN_RECURRENCE_RANGE : type == 7 ? PLAN_RECURRENCE_DAILY : (guint8) type;
}

static void
set_exception_number (PlanMspdi *self, Day *day, PlanFieldId field, const char *element, gint64 add)
{
  PlanValue value = PLAN_VALUE_OF_INTEGER (0);

  if (plan_mspdi_read_integer (self, &value.integer) && value.integer > -1000000 && value.integer < 1000000)
    {
      value.integer += add;
      if (plan_field_check (field, &value, NULL))
        {
          plan_field_set_value (field, &day->exception, &value);
          return;
        }
    }
  plan_mspdi_report_value (self, element, self->text->str, NULL, _("The value is outside what the field allows and was not taken."));
}

static void
read_entered (PlanMspdi *self, gpointer record)
{
  ((Day *) record)->by_finish = strcmp (plan_mspdi_read_text (self), "0") == 0;
}

static void
read_occurrences (PlanMspdi *self, gpointer record)
{
  set_exception_number (self, record, PLAN_FIELD_EXCEPTION_OCCURRENCES, "Occurrences", 0);
}

static void
read_exception_every (PlanMspdi *self, gpointer record)
{
  set_exception_number (self, record, PLAN_FIELD_EXCEPTION_PERIOD, "Period", 0);
}

static void
read_month (PlanMspdi *self, gpointer record)
{
  set_exception_number (self, record, PLAN_FIELD_EXCEPTION_MONTH, "Month", 1);
}

static void
read_month_day (PlanMspdi *self, gpointer record)
{
  set_exception_number (self, record, PLAN_FIELD_EXCEPTION_MONTH_DAY, "MonthDay", 0);
}

static void
read_month_position (PlanMspdi *self, gpointer record)
{
  set_exception_number (self, record, PLAN_FIELD_EXCEPTION_POSITION, "MonthPosition", 1);
}

/* The file: 0 day, 1 weekday, 2 weekend day, 3 Sunday to 9 Saturday. */
static void
read_month_item (PlanMspdi *self, gpointer record)
{
  static const gint32 items[] = { 7, 8, 9, 6, 0, 1, 2, 3, 4, 5 };
  gint64 item;

  if (plan_mspdi_read_integer (self, &item) && item >= 0 && item < (gint64) G_N_ELEMENTS (items))
    ((Day *) record)->exception.position_item = items[item];
}

/* The file's lowest bit is Sunday, ours Monday. */
static void
read_days_of_week (PlanMspdi *self, gpointer record)
{
  gint64 mask;

  if (plan_mspdi_read_integer (self, &mask))
    ((Day *) record)->exception.weekdays = (gint32) ((mask & 127) >> 1 | (mask & 1) << 6);
}

static const PlanMspdiRow day_rows[] = {
  { "DayType", PLAN_MSPDI_FUNC, 0, read_day_type },
  { "DayWorking", PLAN_MSPDI_FUNC, 0, read_working },
  { "TimePeriod", PLAN_MSPDI_FUNC, 0, read_day_period },
  { "WorkingTimes", PLAN_MSPDI_FUNC, 0, read_working_times },
};

static const PlanMspdiRow exception_rows[] = {
  { "EnteredByOccurrences", PLAN_MSPDI_FUNC, 0, read_entered, plan_mspdi_write_occurrences },
  { "TimePeriod", PLAN_MSPDI_FUNC, 0, read_day_period, plan_mspdi_write_exception_period },
  { "Occurrences", PLAN_MSPDI_FUNC, 0, read_occurrences, plan_mspdi_write_occurrences },
  { "Name", PLAN_MSPDI_FUNC, 0, read_exception_name, plan_mspdi_write_exception_name },
  { "Type", PLAN_MSPDI_FUNC, 0, read_exception_type, plan_mspdi_write_recurrence },
  { "Period", PLAN_MSPDI_FUNC, 0, read_exception_every, plan_mspdi_write_recurrence },
  { "DaysOfWeek", PLAN_MSPDI_FUNC, 0, read_days_of_week, plan_mspdi_write_recurrence },
  { "Month", PLAN_MSPDI_FUNC, 0, read_month, plan_mspdi_write_recurrence },
  { "MonthItem", PLAN_MSPDI_FUNC, 0, read_month_item, plan_mspdi_write_recurrence },
  { "MonthPosition", PLAN_MSPDI_FUNC, 0, read_month_position, plan_mspdi_write_recurrence },
  { "MonthDay", PLAN_MSPDI_FUNC, 0, read_month_day, plan_mspdi_write_recurrence },
  { "DayWorking", PLAN_MSPDI_FUNC, 0, read_working, plan_mspdi_write_exception_hours },
  { "WorkingTimes", PLAN_MSPDI_FUNC, 0, read_working_times, plan_mspdi_write_exception_hours },
};

static void
init_day (Day *day)
{
  memset (day, 0, sizeof *day);
  plan_record_init (PLAN_RECORD_EXCEPTION, &day->exception);
  day->type = -1;
}

/* How often it comes is then not a limit of its own. */
static void
drop_occurrences (PlanMspdi *self, Day *day)
{
  if (!day->by_finish || day->exception.occurrences == 0)
    return;
  plan_mspdi_keep_number (self, "Occurrences", day->exception.occurrences);
  day->exception.occurrences = 0;
}

static void
clear_day (Day *day)
{
  g_clear_pointer (&day->spans, g_array_unref);
}

/* An exception needs its days; one without times is worked as usual. */
static gboolean
complete_exception (PlanMspdi *self, Day *day)
{
  PlanException *exception = &day->exception;
  const char *hours = get_hours (self, day);

  if (exception->start == PLAN_DAY_NONE)
    {
      plan_report_add (self->report, PLAN_REPORT_DROPPED, _("Calendar exception"), _("The file does not say on which days it is."), 1);
      return FALSE;
    }
  if (exception->finish == PLAN_DAY_NONE || exception->finish < exception->start)
    exception->finish = exception->start;
  exception->hours = hours != NULL ? hours : plan_model_keep_text (self->model, STANDARD_HOURS);
  return TRUE;
}

static void
insert_exception (PlanMspdi *self, PlanException *exception, PlanId calendar)
{
  exception->id = plan_id_source_next (self->ids);
  exception->calendar = calendar;
  plan_model_insert (self->model, PLAN_RECORD_EXCEPTION, exception);
  plan_report_keep (self->report, 1);
}

static void
set_week_day (PlanMspdi *self, PlanWeek *week, const Day *day, gboolean derived)
{
  const char *hours = get_hours (self, day);

  if (hours == NULL && !derived)
    hours = plan_model_keep_text (self->model, STANDARD_HOURS);
  week->days[(day->type + 5) % 7] = hours;
  plan_report_keep (self->report, 1);
}

/* Days of a week; those of type 0 go to @old_exceptions. */
static void
read_week_days (PlanMspdi *self, PlanWeek *week, GArray *old_exceptions, gboolean derived)
{
  int depth = plan_mspdi_enter (self);

  while (plan_mspdi_next (self, depth))
    {
      Day day;

      init_day (&day);
      plan_mspdi_read_record (self, PLAN_MSPDI_WEEK_DAY, &day);
      if (day.type >= 1 && day.type <= 7)
        set_week_day (self, week, &day, derived);
      else if (day.type == 0 && old_exceptions != NULL && complete_exception (self, &day))
        g_array_append_val (old_exceptions, day.exception);
      clear_day (&day);
    }
}

static void
read_normal_week (PlanMspdi *self, gpointer record)
{
  Calendar *calendar = record;

  calendar->has_week = TRUE;
  read_week_days (self, &calendar->week, calendar->old_exceptions, !calendar->calendar.base || calendar->parent_uid >= 0);
}

static void
read_exceptions (PlanMspdi *self, gpointer record)
{
  Calendar *calendar = record;
  int depth = plan_mspdi_enter (self);

  calendar->has_exceptions = TRUE;
  while (plan_mspdi_next (self, depth))
    {
      Day day = { .type = -1 };
      PlanMspdiOwner outer = plan_mspdi_begin_child (self, PLAN_RECORD_EXCEPTION, &day.exception);

      day.exception.calendar = calendar->calendar.id;
      day.exception.recurrence = PLAN_RECURRENCE_RANGE;
      plan_mspdi_read_record (self, PLAN_MSPDI_EXCEPTION, &day);
      drop_occurrences (self, &day);
      plan_report_keep (self->report, 1);
      plan_mspdi_end (self, &outer, complete_exception (self, &day));
      clear_day (&day);
    }
}

static void
read_named_days (PlanMspdi *self, gpointer record)
{
  read_week_days (self, record, NULL, TRUE);
}

static const PlanMspdiRow week_rows[] = {
  { "TimePeriod", PLAN_MSPDI_FUNC, 0, read_week_period, plan_mspdi_write_week_period },
  { "Name", PLAN_MSPDI_PLAIN, PLAN_FIELD_WEEK_NAME },
  { "WeekDays", PLAN_MSPDI_FUNC, 0, read_named_days, plan_mspdi_write_named_days },
};

static void
insert_week (PlanMspdi *self, PlanWeek *week, PlanId calendar)
{
  week->id = plan_id_source_next (self->ids);
  week->calendar = calendar;
  plan_model_insert (self->model, PLAN_RECORD_WEEK, week);
}

static void
read_work_weeks (PlanMspdi *self, gpointer record)
{
  Calendar *calendar = record;
  int depth = plan_mspdi_enter (self);

  while (plan_mspdi_next (self, depth))
    {
      PlanWeek week;
      PlanMspdiOwner outer = plan_mspdi_begin_child (self, PLAN_RECORD_WEEK, &week);
      gboolean holds;

      week.calendar = calendar->calendar.id;
      plan_mspdi_read_record (self, PLAN_MSPDI_WEEK, &week);
      holds = week.start != PLAN_DAY_NONE && week.finish != PLAN_DAY_NONE && week.start <= week.finish;
      plan_mspdi_end (self, &outer, holds);
      if (!holds)
        plan_report_add (self->report, PLAN_REPORT_DROPPED, _("Work week"), _("The file does not say from when to when it holds."), 1);
    }
}

static void
read_uid (PlanMspdi *self, gpointer record)
{
  Calendar *calendar = record;
  gint64 uid;

  if (plan_mspdi_read_integer (self, &uid) && plan_mspdi_claim_uid (self, uid))
    calendar->calendar.source_uid = uid;
}

static void
read_parent (PlanMspdi *self, gpointer record)
{
  Calendar *calendar = record;

  if (!plan_mspdi_read_integer (self, &calendar->parent_uid))
    calendar->parent_uid = -1;
  if (calendar->parent_uid > 0 || calendar->parent_uid == -1)
    return;
  plan_mspdi_keep_number (self, "BaseCalendarUID", calendar->parent_uid);
  calendar->parent_uid = -1;
}

static void
read_name (PlanMspdi *self, gpointer record)
{
  plan_mspdi_set_text (self, PLAN_FIELD_CALENDAR_NAME, record, "Name", PLAN_MSPDI_PLAIN, plan_mspdi_read_text (self));
}

static void
read_base (PlanMspdi *self, gpointer record)
{
  plan_mspdi_set_text (self, PLAN_FIELD_CALENDAR_BASE, record, "IsBaseCalendar", PLAN_MSPDI_PLAIN, plan_mspdi_read_text (self));
}

static const PlanMspdiRow calendar_rows[] = {
  { "UID", PLAN_MSPDI_FUNC, 0, read_uid, plan_mspdi_write_uid },
  { "GUID", PLAN_MSPDI_KEEP },
  { "Name", PLAN_MSPDI_FUNC, 0, read_name, plan_mspdi_write_calendar_field },
  { "IsBaseCalendar", PLAN_MSPDI_FUNC, 0, read_base, plan_mspdi_write_calendar_field },
  { "IsBaselineCalendar", PLAN_MSPDI_KEEP },
  { "BaseCalendarUID", PLAN_MSPDI_FUNC, 0, read_parent, plan_mspdi_write_parent },
  { "WeekDays", PLAN_MSPDI_FUNC, 0, read_normal_week, plan_mspdi_write_week_days },
  { "Exceptions", PLAN_MSPDI_FUNC, 0, read_exceptions, plan_mspdi_write_exceptions },
  { "WorkWeeks", PLAN_MSPDI_FUNC, 0, read_work_weeks, plan_mspdi_write_work_weeks },
};

/**
 * plan_mspdi_add_calendar_tables:
 *
 * Adds the rows of calendars.
 */
void
plan_mspdi_add_calendar_tables (PlanMspdiSchema *schema)
{
  plan_mspdi_schema_add (schema, PLAN_MSPDI_CALENDAR, calendar_rows, G_N_ELEMENTS (calendar_rows));
  plan_mspdi_schema_add (schema, PLAN_MSPDI_WEEK, week_rows, G_N_ELEMENTS (week_rows));
  plan_mspdi_schema_add (schema, PLAN_MSPDI_WEEK_DAY, day_rows, G_N_ELEMENTS (day_rows));
  plan_mspdi_schema_add (schema, PLAN_MSPDI_EXCEPTION, exception_rows, G_N_ELEMENTS (exception_rows));
}

static void
finish_calendar (PlanMspdi *self, Calendar *calendar)
{
  PlanId id = calendar->calendar.id;

  if (calendar->has_week)
    insert_week (self, &calendar->week, id);
  for (guint i = 0; !calendar->has_exceptions && i < calendar->old_exceptions->len; i++)
    insert_exception (self, &g_array_index (calendar->old_exceptions, PlanException, i), id);
  if (calendar->parent_uid >= 0 && calendar->parent_uid != calendar->calendar.source_uid)
    plan_mspdi_refer (self, PLAN_FIELD_CALENDAR_PARENT, id, calendar->parent_uid);
}

static void
read_calendar (PlanMspdi *self)
{
  g_autoptr (GArray) old_exceptions = g_array_new (FALSE, FALSE, sizeof (PlanException));
  Calendar calendar = { .parent_uid = -1, .old_exceptions = old_exceptions };
  PlanMspdiOwner outer = plan_mspdi_begin (self, PLAN_RECORD_CALENDAR, &calendar.calendar);

  calendar.calendar.project = self->project.id;
  plan_record_init (PLAN_RECORD_WEEK, &calendar.week);
  plan_mspdi_read_record (self, PLAN_MSPDI_CALENDAR, &calendar);
  finish_calendar (self, &calendar);
  plan_mspdi_end (self, &outer, TRUE);
}

/**
 * plan_mspdi_read_calendars:
 *
 * Reads all calendars of the file.
 */
void
plan_mspdi_read_calendars (PlanMspdi *self, gpointer record)
{
  int depth = plan_mspdi_enter (self);

  while (plan_mspdi_next (self, depth))
    read_calendar (self);
  self->has_calendars = TRUE;
}
