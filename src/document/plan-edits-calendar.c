/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Calendars as a whole: new ones, copies, names, deletion, and a person's own. A calendar that is used is not deleted unless
 * another takes its place. What is within a calendar is changed in plan-edits-week.c.
 */

#include "plan-edits-calendar.h"

#include "plan-edits-private.h"

#include "plan-text-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define STANDARD_HOURS "08:00-12:00 13:00-17:00"
#define ALL_DAY        "00:00-24:00"
#define NIGHT_BEGINS   "23:00-24:00"
#define NIGHT          "00:00-03:00 04:00-08:00 23:00-24:00"
#define NIGHT_ENDS     "00:00-03:00 04:00-08:00"

/* So many users of a calendar are named. */
#define MOST_NAMES 3

static const char *const patterns[][7] = {
  [PLAN_WEEK_STANDARD] = { STANDARD_HOURS, STANDARD_HOURS, STANDARD_HOURS, STANDARD_HOURS, STANDARD_HOURS, "", "" },
  [PLAN_WEEK_ROUND_THE_CLOCK] = { ALL_DAY, ALL_DAY, ALL_DAY, ALL_DAY, ALL_DAY, ALL_DAY, ALL_DAY },
  [PLAN_WEEK_NIGHT_SHIFT] = { NIGHT_BEGINS, NIGHT, NIGHT, NIGHT, NIGHT, NIGHT_ENDS, "" },
  [PLAN_WEEK_AS_PARENT] = { NULL },
};

/* @except: may have the name already. */
static gboolean
check_name (const PlanModel *model, const char *name, PlanId except, GError **error)
{
  if (name == NULL || *name == '\0')
    return plan_text_fail (error, PLAN_ERROR_RANGE, _("A calendar needs a name."));
  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_CALENDAR); i++)
    {
      const PlanCalendar *other = plan_model_get_at (model, PLAN_RECORD_CALENDAR, i);

      if (other->base && other->id != except && other->project == PLAN_ID_NONE && g_strcmp0 (other->name, name) == 0)
        /* Translators: %s is the name of a calendar */
        return plan_text_fail (error, PLAN_ERROR_RULE, _("There is a calendar “%s” already."), name);
    }
  return TRUE;
}

static void
insert_week (PlanBatch *batch, PlanIdSource *ids, PlanId calendar, PlanWeekPattern pattern)
{
  PlanWeek week;

  plan_record_init (PLAN_RECORD_WEEK, &week);
  week.id = plan_id_source_next (ids);
  week.calendar = calendar;
  for (guint day = 0; day < 7; day++)
    week.days[day] = patterns[pattern][day];
  plan_batch_insert (batch, PLAN_RECORD_WEEK, &week);
}

/* Holidays of a new calendar, in which nothing is in their way. */
static void
insert_years (PlanBatch *batch, PlanIdSource *ids, PlanId calendar, const GPtrArray *years)
{
  for (guint i = 0; years != NULL && i < years->len; i++)
    {
      const PlanHolidays *holidays = years->pdata[i];

      for (guint j = 0; j < holidays->items->len; j++)
        {
          const PlanHoliday *holiday = &g_array_index (holidays->items, PlanHoliday, j);
          PlanException exception;

          plan_record_init (PLAN_RECORD_EXCEPTION, &exception);
          exception.id = plan_id_source_next (ids);
          exception.calendar = calendar;
          exception.name = plan_holiday_get_name (holiday);
          exception.hours = holiday->work ? STANDARD_HOURS : "";
          exception.start = holiday->first;
          exception.finish = holiday->last;
          exception.kind = (guint8) holiday->kind;
          plan_batch_insert (batch, PLAN_RECORD_EXCEPTION, &exception);
        }
    }
}

/**
 * plan_edit_calendar_add:
 * @id: (out) (optional): the new calendar
 *
 * Adds a calendar of the office.
 *
 * Returns: whether the edit was made; %FALSE with %PLAN_ERROR_RULE when there is one of that name
 */
gboolean
plan_edit_calendar_add (PlanDocument *document, const PlanNewCalendar *what, PlanId *id, GError **error)
{
  PlanIdSource *ids = plan_document_get_ids (document);
  g_autoptr (PlanBatch) batch = plan_batch_new ();
  PlanCalendar calendar;

  if (!check_name (plan_document_get_model (document), what->name, PLAN_ID_NONE, error) ||
      (what->parent != PLAN_ID_NONE && plan_edit_require (document, PLAN_RECORD_CALENDAR, what->parent, error) == NULL))
    return FALSE;
  plan_record_init (PLAN_RECORD_CALENDAR, &calendar);
  calendar.id = plan_id_source_next (ids);
  calendar.name = what->name;
  calendar.parent = what->parent;
  plan_batch_insert (batch, PLAN_RECORD_CALENDAR, &calendar);
  insert_week (batch, ids, calendar.id, what->parent != PLAN_ID_NONE ? PLAN_WEEK_AS_PARENT : what->week);
  insert_years (batch, ids, calendar.id, what->years);
  if (!plan_batch_run (batch, document, N_("New calendar “%s”"), what->name, PLAN_ID_NONE, error))
    return FALSE;
  if (id != NULL)
    *id = calendar.id;
  return TRUE;
}

static void
copy_parts (const PlanModel *model, PlanId from, PlanId to, PlanIdSource *ids, PlanBatch *batch)
{
  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_WEEK); i++)
    {
      PlanWeek week = *(const PlanWeek *) plan_model_get_at (model, PLAN_RECORD_WEEK, i);

      if (week.calendar != from)
        continue;
      week.id = plan_id_source_next (ids);
      week.calendar = to;
      plan_batch_insert (batch, PLAN_RECORD_WEEK, &week);
    }
  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_EXCEPTION); i++)
    {
      PlanException exception = *(const PlanException *) plan_model_get_at (model, PLAN_RECORD_EXCEPTION, i);

      if (exception.calendar != from)
        continue;
      exception.id = plan_id_source_next (ids);
      exception.calendar = to;
      plan_batch_insert (batch, PLAN_RECORD_EXCEPTION, &exception);
    }
}

/**
 * plan_edit_calendar_copy:
 * @name: of the copy
 * @id: (out) (optional): the copy, a calendar of the office
 *
 * Returns: whether the edit was made
 */
gboolean
plan_edit_calendar_copy (PlanDocument *document, PlanId calendar, const char *name, PlanId *id, GError **error)
{
  const PlanModel *model = plan_document_get_model (document);
  const PlanCalendar *record = plan_edit_require (document, PLAN_RECORD_CALENDAR, calendar, error);
  PlanIdSource *ids = plan_document_get_ids (document);
  g_autoptr (PlanBatch) batch = plan_batch_new ();
  PlanCalendar copy;

  if (record == NULL || !check_name (model, name, PLAN_ID_NONE, error))
    return FALSE;
  plan_record_init (PLAN_RECORD_CALENDAR, &copy);
  copy.id = plan_id_source_next (ids);
  copy.parent = record->parent;
  copy.name = name;
  plan_batch_insert (batch, PLAN_RECORD_CALENDAR, &copy);
  copy_parts (model, calendar, copy.id, ids, batch);
  if (!plan_batch_run (batch, document, N_("New calendar “%s”"), name, PLAN_ID_NONE, error))
    return FALSE;
  if (id != NULL)
    *id = copy.id;
  return TRUE;
}

/**
 * plan_edit_calendar_rename:
 *
 * Returns: whether the edit was made
 */
gboolean
plan_edit_calendar_rename (PlanDocument *document, PlanId calendar, const char *name, GError **error)
{
  if (plan_edit_require (document, PLAN_RECORD_CALENDAR, calendar, error) == NULL ||
      !check_name (plan_document_get_model (document), name, calendar, error))
    return FALSE;
  return plan_edit_set (document, PLAN_FIELD_CALENDAR_NAME, calendar, &PLAN_VALUE_OF_TEXT (name), error);
}

typedef void (*UseFunc) (PlanFieldId field, gconstpointer body, gpointer data);

/* Calls @func for each field of a record that names the calendar and does not belong to it. */
static void
foreach_use (const PlanModel *model, PlanId calendar, UseFunc func, gpointer data)
{
  for (PlanFieldId id = 0; id < PLAN_N_FIELDS; id++)
    {
      const PlanField *field = plan_field_get (id);

      if (field->type != PLAN_TYPE_ID || field->target != PLAN_RECORD_CALENDAR || (field->flags & PLAN_FIELD_OWNER))
        continue;
      for (guint i = 0; i < plan_model_get_n (model, field->record); i++)
        {
          gconstpointer body = plan_model_get_at (model, field->record, i);

          if (plan_field_get_value (id, body).integer == calendar)
            func (id, body, data);
        }
    }
}

typedef struct
{
  GString *names;
  guint n;
} Uses;

static void
name_use (PlanFieldId field, gconstpointer body, gpointer data)
{
  PlanRecord record = plan_field_get (field)->record;
  PlanValue name = plan_field_get_value (plan_field_find (record, "name"), body);
  Uses *uses = data;

  if (uses->n++ >= MOST_NAMES)
    return;
  if (uses->names->len > 0)
    g_string_append (uses->names, C_("list", ", "));
  /* Translators: the name of a project, task, person or calendar in a list */
  g_string_append_printf (uses->names, C_("list", "“%s”"), name.kind == PLAN_VALUE_TEXT ? name.text : "");
}

/**
 * plan_calendar_describe_uses:
 *
 * Returns: (transfer full) (nullable): who uses the calendar, as “CRM”, “Li Wei” and 3 more; %NULL when nobody does
 */
char *
plan_calendar_describe_uses (const PlanModel *model, PlanId calendar)
{
  Uses uses = { g_string_new (NULL), 0 };

  foreach_use (model, calendar, name_use, &uses);
  if (uses.n > MOST_NAMES)
    {
      g_autofree char *few = g_string_free (uses.names, FALSE);
      guint more = uses.n - MOST_NAMES;

      /* Translators: %1$s is a list of names, %2$u how many there are beyond them */
      return g_strdup_printf (ngettext ("%1$s and %2$u more", "%1$s and %2$u more", more), few, more);
    }
  return g_string_free (uses.names, uses.n == 0);
}

typedef struct
{
  PlanBatch *batch;
  PlanId replacement;
} Replacing;

static void
replace_use (PlanFieldId field, gconstpointer body, gpointer data)
{
  const Replacing *self = data;

  plan_batch_set_integer (self->batch, field, plan_record_get_id (body), self->replacement);
}

static gboolean
check_deletion (PlanDocument *document, const PlanCalendar *calendar, PlanId replacement, GError **error)
{
  g_autofree char *uses = plan_calendar_describe_uses (plan_document_get_model (document), calendar->id);

  if (uses == NULL)
    return TRUE;
  if (replacement == PLAN_ID_NONE || replacement == calendar->id)
    /* Translators: %1$s is the name of a calendar, %2$s a list of projects, tasks and people */
    return plan_text_fail (error, PLAN_ERROR_RULE, _("The calendar “%1$s” is used by %2$s. Choose one that takes its place."),
                           calendar->name != NULL ? calendar->name : "", uses);
  return plan_edit_require (document, PLAN_RECORD_CALENDAR, replacement, error) != NULL;
}

/**
 * plan_edit_calendar_delete:
 * @replacement: what takes its place where it is used, or %PLAN_ID_NONE
 *
 * Returns: whether the edit was made; %FALSE with %PLAN_ERROR_RULE when it is used and nothing takes its place
 */
gboolean
plan_edit_calendar_delete (PlanDocument *document, PlanId calendar, PlanId replacement, GError **error)
{
  const PlanModel *model = plan_document_get_model (document);
  const PlanCalendar *record = plan_edit_require (document, PLAN_RECORD_CALENDAR, calendar, error);
  g_autoptr (GHashTable) owned = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (PlanBatch) batch = plan_batch_new ();
  g_autofree char *subject = NULL;
  Replacing replacing = { batch, replacement };

  if (record == NULL || !check_deletion (document, record, replacement, error))
    return FALSE;
  subject = g_strdup (record->name != NULL ? record->name : "");
  foreach_use (model, calendar, replace_use, &replacing);
  g_hash_table_add (owned, &calendar);
  plan_owned_complete (model, owned);
  plan_owned_delete (model, owned, batch);
  return plan_batch_run (batch, document, N_("Deletion of the calendar “%s”"), subject, PLAN_ID_NONE, error);
}

/* The calendar that most projects follow: what a person without a calendar works by. */
static PlanId
find_usual_calendar (const PlanModel *model)
{
  PlanId found = PLAN_ID_NONE;
  guint most = 0;

  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_PROJECT); i++)
    {
      PlanId calendar = ((const PlanProject *) plan_model_get_at (model, PLAN_RECORD_PROJECT, i))->calendar;
      guint n = 0;

      for (guint j = 0; j < plan_model_get_n (model, PLAN_RECORD_PROJECT); j++)
        n += ((const PlanProject *) plan_model_get_at (model, PLAN_RECORD_PROJECT, j))->calendar == calendar;
      if (n > most && calendar != PLAN_ID_NONE)
        {
          most = n;
          found = calendar;
        }
    }
  return found;
}

/**
 * plan_edit_resource_own_calendar:
 * @id: (out): the calendar of the person alone
 *
 * Gives a person a calendar of their own, derived from the one that they followed, for leave and other hours; when they
 * have one, it is told without an edit.
 *
 * Returns: %FALSE with an error when that is not possible
 */
gboolean
plan_edit_resource_own_calendar (PlanDocument *document, PlanId resource, PlanId *id, GError **error)
{
  const PlanModel *model = plan_document_get_model (document);
  const PlanResource *record = plan_edit_require (document, PLAN_RECORD_RESOURCE, resource, error);
  const PlanCalendar *current = record != NULL ? plan_model_get_calendar (model, record->calendar) : NULL;
  PlanIdSource *ids = plan_document_get_ids (document);
  g_autoptr (PlanBatch) batch = plan_batch_new ();
  g_autofree char *subject = NULL;
  PlanCalendar calendar;

  if (record == NULL)
    return FALSE;
  if (current != NULL && !current->base)
    {
      *id = current->id;
      return TRUE;
    }
  subject = g_strdup (record->name != NULL ? record->name : "");
  plan_record_init (PLAN_RECORD_CALENDAR, &calendar);
  calendar.id = plan_id_source_next (ids);
  calendar.name = subject;
  calendar.parent = current != NULL ? current->id : find_usual_calendar (model);
  calendar.base = FALSE;
  plan_batch_insert (batch, PLAN_RECORD_CALENDAR, &calendar);
  insert_week (batch, ids, calendar.id, calendar.parent != PLAN_ID_NONE ? PLAN_WEEK_AS_PARENT : PLAN_WEEK_STANDARD);
  plan_batch_set_integer (batch, PLAN_FIELD_RESOURCE_CALENDAR, resource, calendar.id);
  if (!plan_batch_run (batch, document, N_("Calendar of “%s”"), subject, PLAN_ID_NONE, error))
    return FALSE;
  *id = calendar.id;
  return TRUE;
}
