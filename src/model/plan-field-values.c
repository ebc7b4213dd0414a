/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Getting, setting and checking the value of any field by its row in the field table: the only place that knows how a
 * member of a record is stored.
 */

#include "plan-fields.h"

#include "plan-calendar.h"
#include "plan-error.h"
#include "plan-text.h"
#include "plan-time.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gint64
read_integer (const PlanField *field, gconstpointer at)
{
  switch (field->size)
    {
    case 1:
      return *(const guint8 *) at;
    case 4:
      return *(const gint32 *) at;
    default:
      return *(const gint64 *) at;
    }
}

static void
write_integer (const PlanField *field, gpointer at, gint64 value)
{
  switch (field->size)
    {
    case 1:
      *(guint8 *) at = (guint8) value;
      break;
    case 4:
      *(gint32 *) at = (gint32) value;
      break;
    default:
      *(gint64 *) at = value;
    }
}

/* The integer that stands for "not set" in the record and is NULL in the file. */
static gboolean
get_absent (PlanFieldType type, gint64 *absent)
{
  switch (type)
    {
    case PLAN_TYPE_INSTANT:
      *absent = PLAN_TICKS_NONE;
      return TRUE;
    case PLAN_TYPE_DAY:
      *absent = PLAN_DAY_NONE;
      return TRUE;
    case PLAN_TYPE_ID:
    case PLAN_TYPE_OWNER_ID:
      *absent = PLAN_ID_NONE;
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * plan_field_get_value:
 * @record: a record of the field's kind
 *
 * Returns: the value; its text belongs to the record's model
 */
PlanValue
plan_field_get_value (PlanFieldId field, gconstpointer record)
{
  const PlanField *row = plan_field_get (field);
  gconstpointer at = (const guint8 *) record + row->offset;
  gint64 integer, absent;

  if (plan_field_is_text (field))
    return PLAN_VALUE_OF_TEXT (*(const char *const *) at);
  integer = read_integer (row, at);
  if (get_absent (row->type, &absent) && integer == absent)
    return PLAN_VALUE_OF_NULL;
  return PLAN_VALUE_OF_INTEGER (integer);
}

/**
 * plan_field_set_value:
 * @record: a record of the field's kind
 * @value: a value that plan_field_check() allows; its text must outlive the record
 */
void
plan_field_set_value (PlanFieldId field, gpointer record, const PlanValue *value)
{
  const PlanField *row = plan_field_get (field);
  gpointer at = (guint8 *) record + row->offset;
  gint64 absent = 0;

  if (plan_field_is_text (field))
    *(const char **) at = value->kind == PLAN_VALUE_TEXT ? value->text : NULL;
  else if (value->kind == PLAN_VALUE_INTEGER)
    write_integer (row, at, value->integer);
  else
    write_integer (row, at, get_absent (row->type, &absent) ? absent : row->fallback);
}

static gboolean
is_in_range (const PlanField *field, gint64 value)
{
  switch (field->type)
    {
    case PLAN_TYPE_BOOLEAN:
      return value == 0 || value == 1;
    case PLAN_TYPE_ENUM:
      return plan_enum_by_value (field->names, value) != NULL;
    case PLAN_TYPE_UNIT:
      return plan_unit_is_known (value);
    case PLAN_TYPE_INSTANT:
      return plan_ticks_is_valid (value);
    case PLAN_TYPE_DAY:
      return value >= PLAN_DAY_MIN && value <= PLAN_DAY_MAX;
    case PLAN_TYPE_MONEY:
    case PLAN_TYPE_RATE:
      return value >= -PLAN_MONEY_MAX && value <= PLAN_MONEY_MAX;
    case PLAN_TYPE_ID:
    case PLAN_TYPE_OWNER_ID:
      return value > 0;
    case PLAN_TYPE_RANK:
      return TRUE;
    default:
      return value >= field->min && value <= field->max;
    }
}

static gboolean
is_right (const PlanField *field, const PlanValue *value)
{
  PlanSpan spans[PLAN_MAX_SPANS];
  guint n_spans;
  gint64 absent;

  if (field->type == PLAN_TYPE_TEXT)
    return value->kind == PLAN_VALUE_NULL || (value->kind == PLAN_VALUE_TEXT && g_utf8_validate (value->text, -1, NULL));
  if (field->type == PLAN_TYPE_HOURS)
    return value->kind == PLAN_VALUE_NULL ||
           (value->kind == PLAN_VALUE_TEXT && plan_hours_parse (value->text, spans, &n_spans, NULL));
  if (value->kind == PLAN_VALUE_NULL)
    return get_absent (field->type, &absent);
  return value->kind == PLAN_VALUE_INTEGER && is_in_range (field, value->integer);
}

/**
 * plan_field_check:
 *
 * Returns: %FALSE with %PLAN_ERROR_RANGE when the field cannot hold the value; whether an id exists is not looked at
 */
gboolean
plan_field_check (PlanFieldId field, const PlanValue *value, GError **error)
{
  const PlanField *row = plan_field_get (field);

  if (is_right (row, value))
    return TRUE;
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_RANGE,
               /* Translators: %s is the name of a field, as “Duration” */
               _("The value is outside what “%s” allows."), row->label != NULL ? _(row->label) : row->column);
  return FALSE;
}

/**
 * plan_value_equal:
 *
 * Returns: whether both are the same, texts compared by content
 */
gboolean
plan_value_equal (const PlanValue *a, const PlanValue *b)
{
  if (a->kind != b->kind)
    return FALSE;
  if (a->kind == PLAN_VALUE_TEXT)
    return strcmp (a->text, b->text) == 0;
  return a->kind == PLAN_VALUE_NULL || a->integer == b->integer;
}
