/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From fields to the texts of the file: what plan-mspdi-values.c reads, the other way round.
 */

#include "plan-mspdi-private.h"

#include "plan-imported.h"

#define HALF_PERCENT (PLAN_PERCENT_ONE / 2)

/* A day is its first instant, or its last minute where it ends something. */
static void
append_day (GString *text, PlanFieldId field, PlanDay day)
{
  PlanTicks within = field == PLAN_FIELD_AVAILABILITY_FINISH ? PLAN_TICKS_PER_DAY - PLAN_TICKS_PER_MINUTE : 0;
  g_autofree char *iso = plan_ticks_format_iso (plan_ticks_from_day (day, within));

  g_string_append (text, iso);
}

static void
append_clock (GString *text, gint64 ticks)
{
  gint64 minutes = ticks / PLAN_TICKS_PER_MINUTE % (24 * 60);

  g_string_append_printf (text, "%02d:%02d:%02d", (int) (minutes / 60), (int) (minutes % 60),
                          (int) (ticks % PLAN_TICKS_PER_MINUTE * 60 / PLAN_TICKS_PER_MINUTE));
}

static void
append_decimal (GString *text, gint64 value, int places)
{
  g_autofree char *decimal = plan_decimal_format (value, places);

  g_string_append (text, decimal);
}

static void
append_imported (GString *text, PlanImportedType type, gint64 value)
{
  g_autofree char *imported = plan_imported_format (type, value);

  g_string_append (text, imported);
}

static void
append_integer (GString *text, gint64 value)
{
  char number[24];

  g_snprintf (number, sizeof number, "%" G_GINT64_FORMAT, value);
  g_string_append (text, number);
}

static void
append_by_type (GString *text, PlanFieldId field, gint64 value)
{
  switch (plan_field_get (field)->type)
    {
    case PLAN_TYPE_BOOLEAN:
      g_string_append_c (text, value ? '1' : '0');
      break;
    case PLAN_TYPE_INSTANT:
      append_imported (text, PLAN_IMPORTED_INSTANT, value);
      break;
    case PLAN_TYPE_DAY:
      append_day (text, field, value);
      break;
    case PLAN_TYPE_CLOCK:
      append_clock (text, value);
      break;
    case PLAN_TYPE_DURATION:
    case PLAN_TYPE_WORK:
      append_imported (text, PLAN_IMPORTED_WORK, value);
      break;
    case PLAN_TYPE_PERCENT:
      append_integer (text, (value + HALF_PERCENT) / PLAN_PERCENT_ONE);
      break;
    case PLAN_TYPE_RATE:
      append_decimal (text, value, 4);
      break;
    default:
      append_integer (text, value);
      break;
    }
}

static int
get_work_unit (gint64 unit)
{
  static const gint64 units[] = { PLAN_UNIT_MINUTE, PLAN_UNIT_HOUR, PLAN_UNIT_DAY, PLAN_UNIT_WEEK, PLAN_UNIT_MONTH };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (units[i] == unit)
      return (int) i + 1;
  return 2;
}

/**
 * plan_mspdi_get_format:
 *
 * Returns: the number by which the file knows the unit of a duration
 */
gint64
plan_mspdi_get_format (guint8 unit, gboolean estimated)
{
  return estimated ? unit + 32 : unit;
}

/**
 * plan_mspdi_span_is_number:
 * @kind: what is spread over time; from 16 on, work and cost of the further baselines take turns
 *
 * Returns: whether it is a number, as costs and percentages are; all else is work
 */
gboolean
plan_mspdi_span_is_number (gint32 kind)
{
  if (kind >= 16)
    return kind % 2 == 1;
  return kind == 5 || kind == 6 || kind == 8 || kind == 10 || kind == 11;
}

/**
 * plan_mspdi_format_span:
 *
 * Returns: (transfer full): the text of the span's value
 */
char *
plan_mspdi_format_span (const PlanWorkSpan *span)
{
  return plan_imported_format (plan_mspdi_span_is_number (span->kind) ? PLAN_IMPORTED_MONEY : PLAN_IMPORTED_WORK, span->value);
}

/**
 * plan_mspdi_format_value:
 * @text: gets the text
 * @form: how the file has the field
 *
 * Returns: %FALSE when there is no value
 */
gboolean
plan_mspdi_format_value (GString *text, PlanFieldId field, PlanMspdiForm form, const PlanValue *value)
{
  g_string_truncate (text, 0);
  if (value->kind == PLAN_VALUE_TEXT)
    g_string_append (text, value->text);
  if (value->kind != PLAN_VALUE_INTEGER)
    return value->kind == PLAN_VALUE_TEXT;
  switch (form)
    {
    case PLAN_MSPDI_TENTHS:
    case PLAN_MSPDI_UNIT:
      append_integer (text, value->integer);
      break;
    case PLAN_MSPDI_MINUTES:
      append_integer (text, value->integer / PLAN_TICKS_PER_MINUTE);
      break;
    case PLAN_MSPDI_FACTOR:
      append_decimal (text, value->integer, 4);
      break;
    case PLAN_MSPDI_WORK_UNIT:
      append_integer (text, get_work_unit (value->integer));
      break;
    case PLAN_MSPDI_WEEKDAY:
      append_integer (text, (value->integer + 1) % 7);
      break;
    case PLAN_MSPDI_INVERTED:
      g_string_append_c (text, value->integer ? '0' : '1');
      break;
    default:
      append_by_type (text, field, value->integer);
      break;
    }
  return TRUE;
}
