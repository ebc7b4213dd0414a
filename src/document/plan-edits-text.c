/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person types into a field, by the type of the field: durations and lags with units, dates with the usual hours of
 * the project, yes and no, names of enumerations and records, in both languages. The grammar of durations, dates and
 * numbers is base's; this file knows which of them a field takes and with which defaults.
 */

#include "plan-edits-private.h"

#include "plan-error.h"
#include "plan-text-scan.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

static gboolean
fail_parse (const char *text, PlanFieldId field, GError **error)
{
  const PlanField *row = plan_field_get (field);

  g_set_error (error, PLAN_ERROR, PLAN_ERROR_PARSE,
               /* Translators: %1$s is what was typed, %2$s the name of a field */
               _("“%1$s” does not fit “%2$s”."), text, row->label != NULL ? _(row->label) : row->column);
  return FALSE;
}

static gboolean
equals_word (const char *a, const char *b)
{
  g_autofree char *folded_a = g_utf8_casefold (a, -1);
  g_autofree char *folded_b = g_utf8_casefold (b, -1);

  return strcmp (folded_a, folded_b) == 0;
}

static gboolean
is_one_of (const char *text, const char *const *words)
{
  for (; *words != NULL; words++)
    if (equals_word (text, *words))
      return TRUE;
  return FALSE;
}

static gboolean
parse_boolean (PlanFieldId field, const char *text, PlanTyped *typed, GError **error)
{
  const char *const yes[] = { "yes", "true", "on", "1", "y", "是", "有", "真", _("Yes"), NULL };
  const char *const no[] = { "no", "false", "off", "0", "n", "否", "无", "假", _("No"), NULL };

  if (!is_one_of (text, yes) && !is_one_of (text, no))
    return fail_parse (text, field, error);
  typed->value = PLAN_VALUE_OF_INTEGER (is_one_of (text, yes));
  return TRUE;
}

static gboolean
parse_enum (PlanFieldId field, const char *text, PlanTyped *typed, GError **error)
{
  for (const PlanEnumName *name = plan_field_get (field)->names; name->key != NULL; name++)
    if (equals_word (text, name->key) || equals_word (text, name->label) || equals_word (text, _(name->label)))
      {
        typed->value = PLAN_VALUE_OF_INTEGER (name->value);
        return TRUE;
      }
  return fail_parse (text, field, error);
}

static gboolean
parse_unit (PlanFieldId field, const char *text, PlanTyped *typed, GError **error)
{
  for (int unit = PLAN_UNIT_MINUTE; unit <= PLAN_UNIT_ELAPSED_MONTH; unit++)
    if (plan_unit_is_known (unit) && equals_word (text, plan_unit_get_symbol (unit)))
      {
        typed->value = PLAN_VALUE_OF_INTEGER (unit);
        return TRUE;
      }
  return fail_parse (text, field, error);
}

static gboolean
parse_integer (PlanFieldId field, const char *text, PlanTyped *typed, GError **error)
{
  gint64 value;

  if (!g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, &value, NULL))
    return fail_parse (text, field, error);
  typed->value = PLAN_VALUE_OF_INTEGER (value);
  return TRUE;
}

static gboolean
parse_decimal (const char *text, int places, PlanTyped *typed, GError **error)
{
  gint64 value;

  if (!plan_decimal_parse (text, places, &value, error))
    return FALSE;
  typed->value = PLAN_VALUE_OF_INTEGER (value);
  return TRUE;
}

/* With or without the sign of the currency, the minus of people and commas between thousands. */
static gboolean
parse_money (const PlanProject *project, const char *text, PlanTyped *typed, GError **error)
{
  const char *symbol = project != NULL && project->currency_symbol != NULL ? project->currency_symbol : "";
  gunichar first;
  g_autoptr (GString) plain = g_string_new (NULL);
  gboolean negative = g_str_has_prefix (text, PLAN_TEXT_MINUS);

  if (negative)
    g_string_append_c (plain, '-');
  text += negative ? strlen (PLAN_TEXT_MINUS) : 0;
  first = g_utf8_get_char_validated (text, -1);
  if (*symbol != '\0' && g_str_has_prefix (text, symbol))
    text += strlen (symbol);
  else if (first < G_MAXINT32 && g_unichar_type (first) == G_UNICODE_CURRENCY_SYMBOL)
    text = g_utf8_next_char (text);
  for (; *text != '\0'; text++)
    if (*text != ' ' && !(*text == ',' && g_ascii_isdigit (text[1])))
      g_string_append_c (plain, *text);
  return parse_decimal (plain->str, 2, typed, error);
}

static gboolean
parse_percent (const char *text, PlanTyped *typed, GError **error)
{
  PlanPercent value;

  if (!plan_percent_parse (text, &value, error))
    return FALSE;
  typed->value = PLAN_VALUE_OF_INTEGER (value);
  return TRUE;
}

static gboolean
parse_clock (PlanFieldId field, const char *text, PlanTyped *typed, GError **error)
{
  int hour, minute = 0, length = 0;

  if (sscanf (text, "%2d:%2d%n", &hour, &minute, &length) < 2 || text[length] != '\0' || hour < 0 || hour > 24 ||
      minute < 0 || minute > 59)
    return fail_parse (text, field, error);
  typed->value = PLAN_VALUE_OF_INTEGER (hour * PLAN_TICKS_PER_HOUR + minute * PLAN_TICKS_PER_MINUTE);
  return TRUE;
}

static gboolean
parse_hours (PlanFieldId field, const char *text, PlanTyped *typed, GError **error)
{
  const char *const off[] = { "-", "off", "none", "休", "休息", _("Not working"), NULL };
  const char *const inherit[] = { "inherit", "继承", NULL };
  PlanSpan spans[PLAN_MAX_SPANS];
  guint n_spans;

  if (is_one_of (text, inherit))
    typed->value = PLAN_VALUE_OF_NULL;
  else if (is_one_of (text, off))
    typed->value = PLAN_VALUE_OF_TEXT ("");
  else if (plan_hours_parse (text, spans, &n_spans, error))
    typed->value = PLAN_VALUE_OF_TEXT (text);
  else
    return FALSE;
  return TRUE;
}

/* The unit of a number that is typed without one. */
static PlanUnit
get_fallback_unit (PlanFieldId field, const PlanProject *project)
{
  switch (field)
    {
    case PLAN_FIELD_PROJECT_MINUTES_PER_DAY:
    case PLAN_FIELD_PROJECT_MINUTES_PER_WEEK:
      return PLAN_UNIT_HOUR;
    default:
      break;
    }
  if (plan_field_get (field)->type == PLAN_TYPE_WORK)
    return project != NULL ? project->work_unit : PLAN_UNIT_HOUR;
  return project != NULL ? project->duration_unit : PLAN_UNIT_DAY;
}

static void
get_conversion (const PlanProject *project, PlanConversion *conversion)
{
  *conversion = (PlanConversion) PLAN_CONVERSION_DEFAULT;
  if (project != NULL)
    plan_project_get_conversion (project, conversion);
}

static gboolean
parse_lag (const PlanProject *project, const char *text, PlanTyped *typed, GError **error)
{
  PlanConversion conversion;
  PlanLag lag;

  get_conversion (project, &conversion);
  if (!plan_lag_parse (text, &conversion, &lag, error))
    return FALSE;
  typed->value = PLAN_VALUE_OF_INTEGER (lag.value);
  typed->unit = lag.unit;
  return TRUE;
}

static gboolean
parse_duration (PlanFieldId field, const PlanProject *project, const char *text, PlanTyped *typed, GError **error)
{
  PlanConversion conversion;
  PlanDuration duration;

  /* Only delays may be negative; they are written as lags are, but never in percent. */
  if (plan_field_get (field)->min < 0)
    return parse_lag (project, text, typed, error) && (!plan_unit_is_percent (typed->unit) || fail_parse (text, field, error));
  get_conversion (project, &conversion);
  if (!plan_duration_parse (text, &conversion, get_fallback_unit (field, project), &duration, error))
    return FALSE;
  typed->value = PLAN_VALUE_OF_INTEGER (duration.ticks);
  typed->unit = duration.unit;
  typed->estimated = duration.estimated;
  return TRUE;
}

/*
 * plan_typed_is_finish:
 * @body: the record
 *
 * Returns: whether a date without a time means the usual finish of work rather than its start
 */
gboolean
plan_typed_is_finish (PlanFieldId field, gconstpointer body)
{
  switch (field)
    {
    case PLAN_FIELD_PROJECT_FINISH:
    case PLAN_FIELD_PROJECT_STATUS_DATE:
    case PLAN_FIELD_TASK_ACTUAL_FINISH:
    case PLAN_FIELD_TASK_MANUAL_FINISH:
    case PLAN_FIELD_TASK_DEADLINE:
    case PLAN_FIELD_BASELINE_FINISH:
    case PLAN_FIELD_ASSIGNMENT_ACTUAL_FINISH:
      return TRUE;
    case PLAN_FIELD_TASK_CONSTRAINT_DATE:
      {
        const PlanTask *task = body;

        return task->constraint == PLAN_CONSTRAINT_MFO || task->constraint == PLAN_CONSTRAINT_FNET ||
               task->constraint == PLAN_CONSTRAINT_FNLT;
      }
    default:
      return FALSE;
    }
}

static gboolean
parse_instant (PlanFieldId field, gconstpointer body, const PlanProject *project, const char *text, PlanTyped *typed,
               GError **error)
{
  PlanTicks time_of_day = 0, at;

  if (project != NULL)
    time_of_day = plan_typed_is_finish (field, body) ? project->default_finish_time : project->default_start_time;
  if (!plan_date_parse (text, plan_ticks_now (), time_of_day, &at, error))
    return FALSE;
  typed->value = PLAN_VALUE_OF_INTEGER (plan_field_get (field)->type == PLAN_TYPE_DAY ? plan_ticks_get_day (at) : at);
  return TRUE;
}

static gboolean
is_visible (PlanRecord target, gconstpointer record, PlanId project)
{
  return target != PLAN_RECORD_CALENDAR || ((const PlanCalendar *) record)->project == PLAN_ID_NONE ||
         ((const PlanCalendar *) record)->project == project;
}

/* A name comes before a number, the project's own record before another's. */
static PlanId
find_reference (const PlanModel *model, PlanRecord target, PlanId project, const char *text)
{
  PlanFieldId name_field = plan_field_find (target, "name");
  PlanId found = PLAN_ID_NONE;
  gint64 number;

  for (guint i = 0; name_field != PLAN_N_FIELDS && i < plan_model_get_n (model, target); i++)
    {
      gconstpointer record = plan_model_get_at (model, target, i);
      const char *name = plan_field_get_value (name_field, record).text;

      if (name == NULL || !equals_word (name, text))
        continue;
      if (is_visible (target, record, project))
        return plan_record_get_id (record);
      found = plan_record_get_id (record);
    }
  if (found == PLAN_ID_NONE && g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, &number, NULL) &&
      plan_model_find (model, target, number) != PLAN_INDEX_NONE)
    found = number;
  return found;
}

static gboolean
parse_reference (const PlanModel *model, PlanFieldId field, PlanId project, const char *text, PlanTyped *typed, GError **error)
{
  PlanId id = find_reference (model, plan_field_get (field)->target, project, text);

  if (id == PLAN_ID_NONE)
    {
      g_set_error (error, PLAN_ERROR, PLAN_ERROR_NOT_FOUND,
                   /* Translators: %s is a name that was typed */ _("There is nothing with the name “%s”."), text);
      return FALSE;
    }
  typed->value = PLAN_VALUE_OF_INTEGER (id);
  return TRUE;
}

static gboolean
parse_number (PlanFieldId field, const PlanProject *project, const char *text, PlanTyped *typed, GError **error)
{
  switch (plan_field_get (field)->type)
    {
    case PLAN_TYPE_BOOLEAN:
      return parse_boolean (field, text, typed, error);
    case PLAN_TYPE_ENUM:
      return parse_enum (field, text, typed, error);
    case PLAN_TYPE_UNIT:
      return parse_unit (field, text, typed, error);
    case PLAN_TYPE_CLOCK:
      return parse_clock (field, text, typed, error);
    case PLAN_TYPE_DURATION:
    case PLAN_TYPE_WORK:
      return parse_duration (field, project, text, typed, error);
    case PLAN_TYPE_LAG:
      return parse_lag (project, text, typed, error);
    case PLAN_TYPE_PERCENT:
      return parse_percent (text, typed, error);
    case PLAN_TYPE_MONEY:
      return parse_money (project, text, typed, error);
    case PLAN_TYPE_RATE:
      return parse_decimal (text, 4, typed, error);
    default:
      return parse_integer (field, text, typed, error);
    }
}

/*
 * plan_typed_parse:
 * @project: (nullable): the project that the record belongs to
 * @body: a record of the field's kind, which the model need not have yet
 * @text: (nullable): what was typed, without spaces around it; %NULL for nothing
 * @typed: (out): what it means; its text is @text
 *
 * Returns: %FALSE with %PLAN_ERROR_PARSE when the text means nothing for the field, with %PLAN_ERROR_NOT_FOUND when it
 *   names a record that does not exist
 */
gboolean
plan_typed_parse (const PlanModel *model, const PlanProject *project, PlanFieldId field, gconstpointer body, const char *text,
                  PlanTyped *typed, GError **error)
{
  const PlanField *row = plan_field_get (field);

  *typed = (PlanTyped) { .value = PLAN_VALUE_OF_NULL, .estimated = -1 };
  if (text == NULL)
    return TRUE;
  switch (row->type)
    {
    case PLAN_TYPE_TEXT:
      typed->value = PLAN_VALUE_OF_TEXT (text);
      return TRUE;
    case PLAN_TYPE_HOURS:
      return parse_hours (field, text, typed, error);
    case PLAN_TYPE_INSTANT:
    case PLAN_TYPE_DAY:
      return parse_instant (field, body, project, text, typed, error);
    case PLAN_TYPE_ID:
    case PLAN_TYPE_OWNER_ID:
      return parse_reference (model, field, project != NULL ? project->id : PLAN_ID_NONE, text, typed, error);
    default:
      return parse_number (field, project, text, typed, error);
    }
}
