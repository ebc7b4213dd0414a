/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing calendars. Exceptions are written twice, as Project does: day by day within the week for programs before 2007,
 * and in an element of their own that says how they come again; files of those programs only have the first.
 */

#include "plan-mspdi-write.h"

#include "plan-recurrence.h"

#include <string.h>

/* What comes again is written day by day for older programs up to so many days; a file could say that of two centuries. */
#define MAX_OLD_DAYS 20000

/**
 * plan_mspdi_write_calendar_field:
 *
 * Writes the name of the calendar, or whether it is a base calendar.
 */
void
plan_mspdi_write_calendar_field (PlanMspdiWriter *self, const PlanMspdiRow *row)
{
  const PlanCalendar *calendar = self->record->body;

  if (strcmp (row->element, "IsBaseCalendar") == 0)
    plan_mspdi_write_integer (self, row->element, calendar->base);
  else if (calendar->name != NULL)
    plan_mspdi_write_text (self, row->element, calendar->name);
}

/**
 * plan_mspdi_write_parent:
 *
 * Writes the number of the calendar that this one is derived from.
 */
void
plan_mspdi_write_parent (PlanMspdiWriter *self, const PlanMspdiRow *row)
{
  const PlanCalendar *calendar = self->record->body;

  if (calendar->parent == PLAN_ID_NONE && plan_mspdi_write_kept (self, row->element))
    return;
  plan_mspdi_drop_kept (self, row->element);
  plan_mspdi_write_integer (self, row->element, plan_mspdi_get_uid (self, PLAN_RECORD_CALENDAR, calendar->parent));
}

/* Project has the end of the day as its beginning. */
static void
write_clock (PlanMspdiWriter *self, const char *element, gint32 ticks)
{
  char text[16];
  int minutes = (int) (ticks / PLAN_TICKS_PER_MINUTE) % (24 * 60);

  g_snprintf (text, sizeof text, "%02d:%02d:%02d", minutes / 60, minutes % 60, (int) (ticks % PLAN_TICKS_PER_MINUTE) * 6);
  plan_mspdi_write_text (self, element, text);
}

static void
write_working_times (PlanMspdiWriter *self, const char *hours)
{
  PlanSpan spans[PLAN_MAX_SPANS];
  guint n = 0;

  if (hours == NULL || !plan_hours_parse (hours, spans, &n, NULL) || n == 0)
    return;
  plan_mspdi_start (self, "WorkingTimes");
  for (guint i = 0; i < n; i++)
    {
      plan_mspdi_start (self, "WorkingTime");
      write_clock (self, "FromTime", spans[i].start);
      write_clock (self, "ToTime", spans[i].finish);
      plan_mspdi_stop (self);
    }
  plan_mspdi_stop (self);
}

static void
write_period (PlanMspdiWriter *self, PlanDay first, PlanDay last)
{
  plan_mspdi_start (self, "TimePeriod");
  plan_mspdi_write_instant (self, "FromDate", plan_ticks_from_day (first, 0));
  plan_mspdi_write_instant (self, "ToDate", plan_ticks_from_day (last, PLAN_TICKS_PER_DAY - PLAN_TICKS_PER_MINUTE));
  plan_mspdi_stop (self);
}

static gboolean
is_worked (const char *hours)
{
  return hours != NULL && *hours != '\0';
}

/* Sunday first; days that are as the parent's are left out. */
static void
write_days (PlanMspdiWriter *self, const PlanWeek *week)
{
  for (int type = 1; type <= 7; type++)
    {
      const char *hours = week->days[(type + 5) % 7];

      if (hours == NULL)
        continue;
      plan_mspdi_start (self, "WeekDay");
      plan_mspdi_write_integer (self, "DayType", type);
      plan_mspdi_write_integer (self, "DayWorking", is_worked (hours));
      write_working_times (self, hours);
      plan_mspdi_stop (self);
    }
}

/* Days of an exception, as older programs have it. */
typedef struct
{
  PlanDayRange range;
  PlanPrecedence precedence;
  const PlanException *exception;
} OldException;

static int
compare_old (gconstpointer a, gconstpointer b)
{
  const OldException *x = a, *y = b;

  if (x->range.first != y->range.first)
    return x->range.first < y->range.first ? -1 : 1;
  if (x->precedence != y->precedence)
    return x->precedence > y->precedence ? -1 : 1;
  return x->exception->id < y->exception->id ? -1 : x->exception->id > y->exception->id;
}

static void
add_old (GArray *days, const PlanException *exception)
{
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (PlanDayRange));
  PlanPrecedence precedence = plan_recurrence_expand (exception, ranges);

  for (guint i = 0; i < ranges->len; i++)
    {
      OldException old = { g_array_index (ranges, PlanDayRange, i), precedence, exception };

      g_array_append_val (days, old);
    }
}

static void
write_old_exception (PlanMspdiWriter *self, const OldException *old)
{
  plan_mspdi_start (self, "WeekDay");
  plan_mspdi_write_integer (self, "DayType", 0);
  plan_mspdi_write_integer (self, "DayWorking", is_worked (old->exception->hours));
  write_period (self, old->range.first, old->range.last);
  write_working_times (self, old->exception->hours);
  plan_mspdi_stop (self);
}

/* By date; days that another exception has taken already are left out. */
static void
write_old_exceptions (PlanMspdiWriter *self, guint first, guint end)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (OldException));
  PlanDay taken = G_MININT32;

  for (guint i = first; i < end; i++)
    {
      const PlanException *exception = plan_export_get_child (&self->index, PLAN_RECORD_EXCEPTION, i);

      if (exception->recurrence == PLAN_RECURRENCE_RANGE || days->len < MAX_OLD_DAYS)
        add_old (days, exception);
    }
  g_array_sort (days, compare_old);
  for (guint i = 0; i < days->len; i++)
    {
      const OldException *old = &g_array_index (days, OldException, i);

      if (old->range.last > taken)
        write_old_exception (self, old);
      taken = MAX (taken, old->range.last);
    }
}

static const PlanWeek *
find_normal_week (PlanMspdiWriter *self, PlanId calendar)
{
  guint first, end;

  plan_export_find_children (&self->index, PLAN_RECORD_WEEK, calendar, &first, &end);
  for (guint i = first; i < end; i++)
    {
      const PlanWeek *week = plan_export_get_child (&self->index, PLAN_RECORD_WEEK, i);

      if (week->start == PLAN_DAY_NONE)
        return week;
    }
  return NULL;
}

/**
 * plan_mspdi_write_week_days:
 *
 * Writes the normal week, and exceptions as older programs have them.
 */
void
plan_mspdi_write_week_days (PlanMspdiWriter *self, const PlanMspdiRow *row)
{
  const PlanWeek *week = find_normal_week (self, self->record->id);
  guint first, end;

  if (!plan_export_find_children (&self->index, PLAN_RECORD_EXCEPTION, self->record->id, &first, &end) && week == NULL)
    return;
  plan_mspdi_start (self, row->element);
  if (week != NULL)
    write_days (self, week);
  write_old_exceptions (self, first, end);
  plan_mspdi_stop (self);
}

/* Files of Project 2003 and before say nothing of their version. */
static gboolean
is_old_file (PlanMspdiWriter *self)
{
  const PlanImportedValue *imported = self->is_from_file ? plan_export_get_imported (&self->index, self->project->id) : NULL;
  g_autofree char *version = imported != NULL ? plan_imported_value_get (imported, "SaveVersion") : NULL;

  return imported != NULL && version == NULL;
}

static gboolean
is_simple (const PlanException *exception)
{
  return exception->recurrence == PLAN_RECURRENCE_RANGE && exception->occurrences == 0 && exception->name == NULL;
}

static gboolean
needs_exceptions (PlanMspdiWriter *self, guint first, guint end)
{
  if (first == end)
    return FALSE;
  for (guint i = first; i < end; i++)
    if (!is_simple (plan_export_get_child (&self->index, PLAN_RECORD_EXCEPTION, i)))
      return TRUE;
  return !is_old_file (self);
}

/**
 * plan_mspdi_write_exceptions:
 *
 * Writes the exceptions of the calendar.
 */
void
plan_mspdi_write_exceptions (PlanMspdiWriter *self, const PlanMspdiRow *row)
{
  guint first, end;

  plan_export_find_children (&self->index, PLAN_RECORD_EXCEPTION, self->record->id, &first, &end);
  if (!needs_exceptions (self, first, end))
    return;
  plan_mspdi_start (self, row->element);
  plan_mspdi_write_children (self, "Exception", PLAN_MSPDI_EXCEPTION, PLAN_RECORD_EXCEPTION);
  plan_mspdi_stop (self);
}

/* How often it comes, which follows from its last day. */
static guint
count_occurrences (const PlanException *exception)
{
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (PlanDayRange));
  guint n = 0;

  plan_recurrence_expand (exception, ranges);
  for (guint i = 0; i < ranges->len; i++)
    n += (guint) (g_array_index (ranges, PlanDayRange, i).last - g_array_index (ranges, PlanDayRange, i).first + 1);
  return n;
}

/**
 * plan_mspdi_write_occurrences:
 *
 * Writes how often the exception comes, and whether its last day follows from that.
 */
void
plan_mspdi_write_occurrences (PlanMspdiWriter *self, const PlanMspdiRow *row)
{
  const PlanException *exception = self->record->body;

  if (strcmp (row->element, "EnteredByOccurrences") == 0)
    plan_mspdi_write_integer (self, row->element, exception->occurrences > 0);
  else if (exception->occurrences > 0)
    plan_mspdi_write_integer (self, row->element, exception->occurrences);
  else if (!plan_mspdi_write_kept (self, row->element))
    plan_mspdi_write_integer (self, row->element, count_occurrences (exception));
}

/* The numbers of the file for the kinds of recurrence. */
static int
get_type (const PlanException *exception)
{
  switch (exception->recurrence)
    {
    case PLAN_RECURRENCE_RANGE:
      return 1;
    case PLAN_RECURRENCE_DAILY:
      return 7;
    default:
      return exception->recurrence;
    }
}

/* The file: 0 day, 1 weekday, 2 weekend day, 3 Sunday to 9 Saturday. */
static gint64
get_item (const PlanException *exception)
{
  static const gint64 items[] = { 4, 5, 6, 7, 8, 9, 3, 0, 1, 2 };

  return items[CLAMP (exception->position_item, 0, (gint32) G_N_ELEMENTS (items) - 1)];
}

/* The file's lowest bit is Sunday, ours Monday. */
static gint64
get_days_of_week (const PlanException *exception)
{
  return (exception->weekdays << 1 & 127) | exception->weekdays >> 6;
}

#define TYPE(recurrence) (1u << PLAN_RECURRENCE_##recurrence)

/* Which element is for which kinds of recurrence. */
static gboolean
is_for (const char *element, guint8 recurrence)
{
  static const struct
  {
    const char *element;
    guint types;
  } uses[] = {
    { "Period", TYPE (DAILY) | TYPE (WEEKLY) | TYPE (MONTHLY_DAY) | TYPE (MONTHLY_POSITION) },
    { "DaysOfWeek", TYPE (WEEKLY) },
    { "Month", TYPE (YEARLY_DAY) | TYPE (YEARLY_POSITION) },
    { "MonthItem", TYPE (YEARLY_POSITION) | TYPE (MONTHLY_POSITION) },
    { "MonthPosition", TYPE (YEARLY_POSITION) | TYPE (MONTHLY_POSITION) },
    { "MonthDay", TYPE (YEARLY_DAY) | TYPE (MONTHLY_DAY) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (uses); i++)
    if (strcmp (uses[i].element, element) == 0)
      return (uses[i].types >> recurrence & 1) != 0;
  return TRUE;
}

static gint64
get_recurrence (const PlanException *exception, const char *element)
{
  if (strcmp (element, "Type") == 0)
    return get_type (exception);
  if (strcmp (element, "Period") == 0)
    return exception->period;
  if (strcmp (element, "DaysOfWeek") == 0)
    return get_days_of_week (exception);
  if (strcmp (element, "Month") == 0)
    return MAX (exception->month - 1, 0);
  if (strcmp (element, "MonthItem") == 0)
    return get_item (exception);
  if (strcmp (element, "MonthPosition") == 0)
    return MAX (exception->position - 1, 0);
  return exception->month_day;
}

/**
 * plan_mspdi_write_recurrence:
 *
 * Writes a part of how the exception comes again, where its kind has it.
 */
void
plan_mspdi_write_recurrence (PlanMspdiWriter *self, const PlanMspdiRow *row)
{
  const PlanException *exception = self->record->body;

  if (is_for (row->element, exception->recurrence))
    plan_mspdi_write_integer (self, row->element, get_recurrence (exception, row->element));
}

/**
 * plan_mspdi_write_exception_name:
 */
void
plan_mspdi_write_exception_name (PlanMspdiWriter *self, const PlanMspdiRow *row)
{
  const PlanException *exception = self->record->body;

  if (exception->name != NULL)
    plan_mspdi_write_text (self, row->element, exception->name);
}

/**
 * plan_mspdi_write_exception_period:
 *
 * Writes the first and the last day of the exception.
 */
void
plan_mspdi_write_exception_period (PlanMspdiWriter *self, const PlanMspdiRow *row)
{
  const PlanException *exception = self->record->body;

  write_period (self, exception->start, exception->finish);
}

/**
 * plan_mspdi_write_exception_hours:
 *
 * Writes whether there is work on the days of the exception, or when.
 */
void
plan_mspdi_write_exception_hours (PlanMspdiWriter *self, const PlanMspdiRow *row)
{
  const PlanException *exception = self->record->body;

  if (strcmp (row->element, "DayWorking") == 0)
    plan_mspdi_write_integer (self, row->element, is_worked (exception->hours));
  else
    write_working_times (self, exception->hours);
}

/**
 * plan_mspdi_write_work_weeks:
 *
 * Writes the weeks that hold for a time.
 */
void
plan_mspdi_write_work_weeks (PlanMspdiWriter *self, const PlanMspdiRow *row)
{
  gboolean is_open = FALSE;
  guint first, end;

  plan_export_find_children (&self->index, PLAN_RECORD_WEEK, self->record->id, &first, &end);
  for (guint i = first; i < end; i++)
    {
      const PlanWeek *week = plan_export_get_child (&self->index, PLAN_RECORD_WEEK, i);
      PlanMspdiRecord record = plan_mspdi_record (PLAN_RECORD_WEEK, PLAN_MSPDI_WEEK, week);

      if (week->start == PLAN_DAY_NONE || week->finish == PLAN_DAY_NONE)
        continue;
      if (!is_open)
        plan_mspdi_start (self, row->element);
      is_open = TRUE;
      plan_mspdi_write_record (self, "WorkWeek", &record);
    }
  if (is_open)
    plan_mspdi_stop (self);
}

/**
 * plan_mspdi_write_week_period:
 *
 * Writes from when to when the week holds.
 */
void
plan_mspdi_write_week_period (PlanMspdiWriter *self, const PlanMspdiRow *row)
{
  const PlanWeek *week = self->record->body;

  write_period (self, week->start, week->finish);
}

/**
 * plan_mspdi_write_named_days:
 *
 * Writes the days of a week that holds for a time.
 */
void
plan_mspdi_write_named_days (PlanMspdiWriter *self, const PlanMspdiRow *row)
{
  plan_mspdi_start (self, row->element);
  write_days (self, self->record->body);
  plan_mspdi_stop (self);
}
