/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is within a calendar: the hours of its usual week, work weeks that hold for a time, and exceptions. A shift over
 * midnight that is typed for a weekday goes on in the hours of the next one, also when that one was not typed.
 */

#include "plan-edits-calendar.h"

#include "plan-edits-private.h"

#include "plan-hours.h"
#include "plan-recurrence.h"
#include "plan-text-scan.h"

#include <glib/gi18n-lib.h>

#define MIDNIGHT "24:00"

/**
 * plan_calendar_find_week:
 * @week: one of its work weeks, or %PLAN_ID_NONE for its usual week
 *
 * Returns: (transfer none) (nullable): the week, valid until the next edit
 */
const PlanWeek *
plan_calendar_find_week (const PlanModel *model, PlanId calendar, PlanId week)
{
  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_WEEK); i++)
    {
      const PlanWeek *found = plan_model_get_at (model, PLAN_RECORD_WEEK, i);

      if (found->calendar == calendar && (week != PLAN_ID_NONE ? found->id == week : found->start == PLAN_DAY_NONE))
        return found;
    }
  return NULL;
}

/* What a weekday has in the usual week of the calendar or of those it is derived from. */
static const char *
get_usual_hours (const PlanModel *model, PlanId calendar, guint day)
{
  for (guint depth = 0; calendar != PLAN_ID_NONE && depth < PLAN_CALENDAR_MAX_DEPTH; depth++)
    {
      const PlanWeek *week = plan_calendar_find_week (model, calendar, PLAN_ID_NONE);

      if (week != NULL && week->days[day] != NULL)
        return week->days[day];
      calendar = plan_model_get_calendar (model, calendar)->parent;
    }
  return "";
}

/* The hours of a day without what a shift of the day before left there; a day that is worked through is none. */
static char *
drop_carried (const char *hours)
{
  PlanSpan spans[PLAN_MAX_SPANS];
  guint n;

  if (!plan_hours_parse (hours, spans, &n, NULL) || n == 0 || spans[0].start > 0 || spans[0].finish == PLAN_TICKS_PER_DAY)
    return g_strdup (hours);
  return plan_hours_format (spans + 1, n - 1);
}

/* Sets in @after the hours of the days in the mask, and of days after them what goes on over midnight. */
static void
lay_out (const char *const before[7], guint weekdays, const char *hours, gint32 carry, char *after[7])
{
  for (guint day = 0; day < 7; day++)
    if (weekdays >> day & 1)
      after[day] = g_strdup (hours);
  for (guint day = 0; day < 7; day++)
    {
      guint next = (day + 1) % 7;
      g_autofree char *old = NULL;

      if (!(weekdays >> day & 1))
        continue;
      old = after[next] != NULL ? g_steal_pointer (&after[next]) : g_strdup (before[next]);
      if (carry > 0)
        after[next] = plan_hours_carry (old, carry);
      else if (!(weekdays >> next & 1) && g_str_has_suffix (before[day], MIDNIGHT) && !g_str_has_suffix (hours, MIDNIGHT))
        after[next] = drop_carried (old);
      else if (weekdays >> next & 1)
        after[next] = g_steal_pointer (&old);
    }
}

/* The week in which hours are set; a usual week that the calendar does not have yet is made. */
static const PlanWeek *
require_week (PlanDocument *document, PlanId calendar, PlanId week, PlanWeek *made, PlanBatch *batch, GError **error)
{
  const PlanWeek *found = plan_calendar_find_week (plan_document_get_model (document), calendar, week);

  if (found != NULL)
    return found;
  if (week != PLAN_ID_NONE)
    {
      plan_text_fail (error, PLAN_ERROR_NOT_FOUND, _("This work week does not exist."));
      return NULL;
    }
  plan_record_init (PLAN_RECORD_WEEK, made);
  made->id = plan_id_source_next (plan_document_get_ids (document));
  made->calendar = calendar;
  plan_batch_insert (batch, PLAN_RECORD_WEEK, made);
  return made;
}

static void
set_typed (const PlanModel *model, const PlanWeek *week, guint weekdays, const char *hours, gint32 carry, PlanBatch *batch)
{
  const char *before[7];
  char *after[7] = { NULL };

  for (guint day = 0; day < 7; day++)
    before[day] = week->days[day] != NULL ? week->days[day] : get_usual_hours (model, week->calendar, day);
  lay_out (before, weekdays, hours, carry, after);
  for (guint day = 0; day < 7; day++)
    {
      if (after[day] != NULL && g_strcmp0 (after[day], week->days[day]) != 0)
        plan_batch_set (batch, PLAN_FIELD_WEEK_MONDAY + day, week->id, &PLAN_VALUE_OF_TEXT (after[day]));
      g_free (after[day]);
    }
}

/**
 * plan_edit_calendar_set_hours:
 * @week: one of its work weeks, or %PLAN_ID_NONE for the usual week
 * @weekdays: bit mask, bit 0 = Monday
 * @text: (nullable): working times as typed; %NULL for those of the usual week or of the base calendar
 *
 * Returns: whether the edit was made; %FALSE with %PLAN_ERROR_PARSE when the text is not understood
 */
gboolean
plan_edit_calendar_set_hours (PlanDocument *document, PlanId calendar, PlanId week, guint weekdays, const char *text,
                              GError **error)
{
  const PlanModel *model = plan_document_get_model (document);
  const PlanCalendar *record = plan_edit_require (document, PLAN_RECORD_CALENDAR, calendar, error);
  g_autoptr (PlanBatch) batch = plan_batch_new ();
  g_autofree char *hours = NULL, *subject = NULL;
  const PlanWeek *target;
  PlanWeek made;
  gint32 carry = 0;

  if (record == NULL || (text != NULL && !plan_hours_read (text, &hours, &carry, error)))
    return FALSE;
  target = require_week (document, calendar, week, &made, batch, error);
  if (target == NULL)
    return FALSE;
  if (text != NULL)
    set_typed (model, target, weekdays, hours, carry, batch);
  else
    for (guint day = 0; day < 7; day++)
      if (weekdays >> day & 1)
        plan_batch_clear (batch, PLAN_FIELD_WEEK_MONDAY + day, target->id);
  subject = g_strdup (record->name != NULL ? record->name : "");
  return plan_batch_run (batch, document, N_("Working times of the calendar “%s”"), subject, record->project, error);
}

static gboolean
check_days (PlanDay first, PlanDay last, GError **error)
{
  if (first < PLAN_DAY_MIN || last > PLAN_DAY_MAX)
    return plan_text_fail (error, PLAN_ERROR_RANGE, _("A work week needs a first and a last day."));
  return first <= last || plan_text_fail (error, PLAN_ERROR_RANGE, _("The last day must not be before the first."));
}

/**
 * plan_edit_week_add:
 * @first: the first day on which it holds, @last: the last one
 * @id: (out) (optional): the new work week; its days are as usual
 *
 * Returns: whether the edit was made
 */
gboolean
plan_edit_week_add (PlanDocument *document, PlanId calendar, const char *name, PlanDay first, PlanDay last, PlanId *id,
                    GError **error)
{
  const PlanCalendar *record = plan_edit_require (document, PLAN_RECORD_CALENDAR, calendar, error);
  g_autoptr (PlanBatch) batch = plan_batch_new ();
  g_autofree char *subject = NULL;
  PlanWeek week;

  if (record == NULL || !check_days (first, last, error))
    return FALSE;
  plan_record_init (PLAN_RECORD_WEEK, &week);
  week.id = plan_id_source_next (plan_document_get_ids (document));
  week.calendar = calendar;
  week.name = name;
  week.start = first;
  week.finish = last;
  subject = g_strdup (record->name != NULL ? record->name : "");
  plan_batch_insert (batch, PLAN_RECORD_WEEK, &week);
  if (!plan_batch_run (batch, document, N_("New work week in the calendar “%s”"), subject, record->project, error))
    return FALSE;
  if (id != NULL)
    *id = week.id;
  return TRUE;
}

/**
 * plan_edit_week_set:
 *
 * Changes the name and the days of a work week in one edit.
 *
 * Returns: whether the edit was made
 */
gboolean
plan_edit_week_set (PlanDocument *document, PlanId week, const char *name, PlanDay first, PlanDay last, GError **error)
{
  const PlanWeek *record = plan_edit_require (document, PLAN_RECORD_WEEK, week, error);
  g_autoptr (PlanBatch) batch = plan_batch_new ();
  g_autofree char *subject = NULL;

  if (record == NULL || !check_days (first, last, error))
    return FALSE;
  subject = g_strdup (name != NULL ? name : "");
  plan_batch_set (batch, PLAN_FIELD_WEEK_NAME, week, &PLAN_VALUE_OF_TEXT (subject));
  plan_batch_set_integer (batch, PLAN_FIELD_WEEK_START, week, first);
  plan_batch_set_integer (batch, PLAN_FIELD_WEEK_FINISH, week, last);
  return plan_batch_run (batch, document, N_("Change of the work week “%s”"), subject, PLAN_ID_NONE, error);
}

/**
 * plan_edit_week_delete:
 *
 * Returns: whether the edit was made
 */
gboolean
plan_edit_week_delete (PlanDocument *document, PlanId week, GError **error)
{
  const PlanWeek *record = plan_edit_require (document, PLAN_RECORD_WEEK, week, error);
  g_autoptr (PlanBatch) batch = plan_batch_new ();
  g_autofree char *subject = NULL;

  if (record == NULL)
    return FALSE;
  subject = g_strdup (record->name != NULL ? record->name : "");
  plan_batch_delete (batch, PLAN_RECORD_WEEK, week);
  return plan_batch_run (batch, document, N_("Deletion of the work week “%s”"), subject, PLAN_ID_NONE, error);
}

static gboolean
check_exception (const PlanException *what, GError **error)
{
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (PlanDayRange));
  PlanSpan spans[PLAN_MAX_SPANS];
  guint n;

  if (!plan_hours_parse (what->hours, spans, &n, error))
    return FALSE;
  if (what->start < PLAN_DAY_MIN || what->start > PLAN_DAY_MAX)
    return plan_text_fail (error, PLAN_ERROR_RANGE, _("An exception needs a first day."));
  if (what->finish != PLAN_DAY_NONE && what->finish < what->start)
    return plan_text_fail (error, PLAN_ERROR_RANGE, _("The last day must not be before the first."));
  plan_recurrence_expand (what, ranges);
  return ranges->len > 0 || plan_text_fail (error, PLAN_ERROR_RANGE, _("There is no such day from the first to the last one."));
}

static void
set_changed_fields (PlanBatch *batch, const PlanException *before, const PlanException *after)
{
  for (PlanFieldId field = PLAN_FIELD_EXCEPTION_NAME; field <= PLAN_FIELD_EXCEPTION_KIND; field++)
    {
      PlanValue old_value = plan_field_get_value (field, before), value = plan_field_get_value (field, after);

      if (!plan_value_equal (&old_value, &value))
        plan_batch_set (batch, field, before->id, &value);
    }
}

/**
 * plan_edit_exception_put:
 * @what: an exception with all of its fields; its id is %PLAN_ID_NONE for a new one
 * @id: (out) (optional): the exception
 *
 * Adds an exception or changes one as a whole.
 *
 * Returns: whether the edit was made
 */
gboolean
plan_edit_exception_put (PlanDocument *document, const PlanException *what, PlanId *id, GError **error)
{
  const PlanCalendar *calendar = plan_edit_require (document, PLAN_RECORD_CALENDAR, what->calendar, error);
  const PlanException *before = NULL;
  g_autoptr (PlanBatch) batch = plan_batch_new ();
  g_autofree char *subject = NULL;
  PlanException exception = *what;

  if (calendar == NULL || !check_exception (what, error))
    return FALSE;
  if (what->id != PLAN_ID_NONE)
    {
      before = plan_edit_require (document, PLAN_RECORD_EXCEPTION, what->id, error);
      if (before == NULL)
        return FALSE;
      set_changed_fields (batch, before, what);
      subject = g_strdup (what->name != NULL ? what->name : "");
    }
  else
    {
      exception.id = plan_id_source_next (plan_document_get_ids (document));
      plan_batch_insert (batch, PLAN_RECORD_EXCEPTION, &exception);
      subject = g_strdup (calendar->name != NULL ? calendar->name : "");
    }
  if (id != NULL)
    *id = exception.id;
  return plan_batch_run (batch, document,
                         before != NULL ? N_("Change of the exception “%s”") : N_("New exception in the calendar “%s”"),
                         subject, calendar->project, error);
}
