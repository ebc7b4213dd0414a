/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How fields stand in Planwright JSON: under the name of their column, unless a row here says otherwise, and in a form that
 * follows from their type. Writing and reading stand side by side, so that what one says the other understands.
 */

#include "plan-json-fields.h"

#include "plan-calendar.h"

#include <errno.h>
#include <math.h>
#include <string.h>

typedef enum {
  ALWAYS = 1 << 0, /* written even when it has the value of a new record */
  FACTOR = 1 << 1, /* 1.0 is 100 % */
} Flags;

static const struct
{
  const char *key;
  Flags flags;
} exceptions[PLAN_N_FIELDS] = {
  [PLAN_FIELD_PROJECT_SCHEDULE_FROM] = { NULL, ALWAYS },
  [PLAN_FIELD_PROJECT_MINUTES_PER_DAY] = { NULL, ALWAYS },
  [PLAN_FIELD_PROJECT_MINUTES_PER_WEEK] = { NULL, ALWAYS },
  [PLAN_FIELD_PROJECT_DAYS_PER_MONTH] = { NULL, ALWAYS },
  [PLAN_FIELD_WEEK_START] = { "from", 0 },
  [PLAN_FIELD_WEEK_FINISH] = { "to", 0 },
  [PLAN_FIELD_WEEK_MONDAY] = { "mon", 0 },
  [PLAN_FIELD_WEEK_TUESDAY] = { "tue", 0 },
  [PLAN_FIELD_WEEK_WEDNESDAY] = { "wed", 0 },
  [PLAN_FIELD_WEEK_THURSDAY] = { "thu", 0 },
  [PLAN_FIELD_WEEK_FRIDAY] = { "fri", 0 },
  [PLAN_FIELD_WEEK_SATURDAY] = { "sat", 0 },
  [PLAN_FIELD_WEEK_SUNDAY] = { "sun", 0 },
  [PLAN_FIELD_EXCEPTION_START] = { "from", 0 },
  [PLAN_FIELD_EXCEPTION_FINISH] = { "to", 0 },
  [PLAN_FIELD_EXCEPTION_HOURS] = { NULL, ALWAYS },
  [PLAN_FIELD_EXCEPTION_RECURRENCE] = { "type", ALWAYS },
  [PLAN_FIELD_TASK_TYPE] = { NULL, ALWAYS },
  [PLAN_FIELD_TASK_DURATION] = { NULL, ALWAYS },
  [PLAN_FIELD_TASK_DURATION_UNIT] = { NULL, ALWAYS },
  [PLAN_FIELD_TASK_PERCENT_COMPLETE] = { NULL, ALWAYS },
  [PLAN_FIELD_TASK_CONSTRAINT] = { NULL, ALWAYS },
  [PLAN_FIELD_LINK_TYPE] = { NULL, ALWAYS },
  [PLAN_FIELD_LINK_LAG] = { NULL, ALWAYS },
  [PLAN_FIELD_LINK_LAG_UNIT] = { NULL, ALWAYS },
  [PLAN_FIELD_RESOURCE_TYPE] = { NULL, ALWAYS },
  [PLAN_FIELD_RESOURCE_MAX_UNITS] = { NULL, ALWAYS | FACTOR },
  [PLAN_FIELD_AVAILABILITY_START] = { "from", 0 },
  [PLAN_FIELD_AVAILABILITY_FINISH] = { "to", 0 },
  [PLAN_FIELD_AVAILABILITY_UNITS] = { NULL, ALWAYS | FACTOR },
  [PLAN_FIELD_RATE_START] = { "from", 0 },
  [PLAN_FIELD_ASSIGNMENT_UNITS] = { NULL, ALWAYS | FACTOR },
  [PLAN_FIELD_ASSIGNMENT_WORK] = { NULL, ALWAYS },
  [PLAN_FIELD_ASSIGNMENT_COST] = { "amount", 0 },
  [PLAN_FIELD_ASSIGNMENT_ACTUAL_COST] = { "typed_actual_cost", 0 },
  [PLAN_FIELD_WORK_SPAN_KIND] = { NULL, ALWAYS },
  [PLAN_FIELD_WORK_SPAN_VALUE] = { NULL, ALWAYS },
  [PLAN_FIELD_SPLIT_AFTER] = { NULL, ALWAYS },
  [PLAN_FIELD_SPLIT_LENGTH] = { NULL, ALWAYS },
};

static const struct
{
  PlanUnit unit;
  const char *symbol;
} units[] = {
  { PLAN_UNIT_MINUTE, "m" }, { PLAN_UNIT_ELAPSED_MINUTE, "em" }, { PLAN_UNIT_HOUR, "h" }, { PLAN_UNIT_ELAPSED_HOUR, "eh" },
  { PLAN_UNIT_DAY, "d" }, { PLAN_UNIT_ELAPSED_DAY, "ed" }, { PLAN_UNIT_WEEK, "w" }, { PLAN_UNIT_ELAPSED_WEEK, "ew" },
  { PLAN_UNIT_MONTH, "mo" }, { PLAN_UNIT_ELAPSED_MONTH, "emo" }, { PLAN_UNIT_PERCENT, "%" }, { PLAN_UNIT_ELAPSED_PERCENT, "e%" },
};

/**
 * plan_json_field_get_key:
 *
 * Returns: (transfer none): the key of the field within its record
 */
const char *
plan_json_field_get_key (PlanFieldId field)
{
  return exceptions[field].key != NULL ? exceptions[field].key : plan_field_get (field)->column;
}

/**
 * plan_json_field_is_always:
 *
 * Returns: whether the field is written even when it has the value of a new record
 */
gboolean
plan_json_field_is_always (PlanFieldId field)
{
  return exceptions[field].flags & ALWAYS;
}

/**
 * plan_json_field_is_plain:
 *
 * Returns: whether the field stands as a value under its key; all others follow from where the record stands
 */
gboolean
plan_json_field_is_plain (PlanFieldId field)
{
  const PlanField *row = plan_field_get (field);

  return !(row->flags & PLAN_FIELD_OWNER) && row->type != PLAN_TYPE_ID && row->type != PLAN_TYPE_OWNER_ID &&
         row->type != PLAN_TYPE_RANK && strcmp (row->column, "source_uid") != 0;
}

static void
write_unit (PlanJsonWriter *writer, const char *key, gint64 unit)
{
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (units[i].unit == unit)
      plan_json_writer_string (writer, key, units[i].symbol);
}

static gboolean
parse_unit (const char *symbol, gint64 *unit)
{
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (strcmp (units[i].symbol, symbol) == 0)
      {
        *unit = units[i].unit;
        return TRUE;
      }
  return FALSE;
}

static void
write_day (PlanJsonWriter *writer, const char *key, gint64 day)
{
  g_autofree char *text = plan_ticks_format_iso (plan_ticks_from_day ((PlanDay) day, 0));

  text[10] = '\0';
  plan_json_writer_string (writer, key, text);
}

/* As the hours of a day have it: "08:00", "24:00". */
static void
write_clock (PlanJsonWriter *writer, const char *key, gint64 ticks)
{
  PlanSpan span = { (gint32) ticks, (gint32) ticks };
  g_autofree char *text = plan_hours_format (&span, 1);

  *strchr (text, '-') = '\0';
  plan_json_writer_string (writer, key, text);
}

/**
 * plan_json_hours_write:
 * @hours: working hours as records have them
 *
 * Writes hours as pairs of clock times.
 */
void
plan_json_hours_write (PlanJsonWriter *writer, const char *key, const char *hours)
{
  g_auto (GStrv) spans = g_strsplit (hours, " ", -1);

  plan_json_writer_begin_array (writer, key);
  for (guint i = 0; spans[i] != NULL && *spans[i] != '\0'; i++)
    {
      g_auto (GStrv) ends = g_strsplit (spans[i], "-", 2);

      plan_json_writer_begin_array (writer, NULL);
      plan_json_writer_string (writer, NULL, ends[0]);
      plan_json_writer_string (writer, NULL, strcmp (ends[1], "24:00") == 0 ? "00:00" : ends[1]);
      plan_json_writer_end_array (writer);
    }
  plan_json_writer_end_array (writer);
}

static int
get_places (PlanFieldId field, gconstpointer body)
{
  const PlanField *row = plan_field_get (field);

  switch (row->type)
    {
    case PLAN_TYPE_LAG:
      return plan_unit_is_percent ((PlanUnit) plan_field_get_value (row->unit_field, body).integer) ? 2 : 1;
    case PLAN_TYPE_PERCENT:
      return exceptions[field].flags & FACTOR ? 4 : 2;
    case PLAN_TYPE_MONEY:
      return 2;
    case PLAN_TYPE_RATE:
      return 4;
    default:
      return 1;
    }
}

/**
 * plan_json_field_write:
 * @body: a record of the field's kind
 *
 * Writes a field that is set; one that is plain.
 */
void
plan_json_field_write (PlanJsonWriter *writer, PlanFieldId field, gconstpointer body)
{
  const PlanField *row = plan_field_get (field);
  PlanValue value = plan_field_get_value (field, body);
  const char *key = plan_json_field_get_key (field);

  if (value.kind == PLAN_VALUE_NULL)
    return;
  switch (row->type)
    {
    case PLAN_TYPE_TEXT:
      plan_json_writer_string (writer, key, value.text);
      break;
    case PLAN_TYPE_HOURS:
      plan_json_hours_write (writer, key, value.text);
      break;
    case PLAN_TYPE_INTEGER:
      plan_json_writer_integer (writer, key, value.integer);
      break;
    case PLAN_TYPE_BOOLEAN:
      plan_json_writer_boolean (writer, key, value.integer != 0);
      break;
    case PLAN_TYPE_ENUM:
      plan_json_writer_string (writer, key, plan_enum_by_value (row->names, value.integer)->key);
      break;
    case PLAN_TYPE_UNIT:
      write_unit (writer, key, value.integer);
      break;
    case PLAN_TYPE_INSTANT:
      plan_json_writer_instant (writer, key, value.integer);
      break;
    case PLAN_TYPE_DAY:
      write_day (writer, key, value.integer);
      break;
    case PLAN_TYPE_CLOCK:
      write_clock (writer, key, value.integer);
      break;
    default:
      plan_json_writer_decimal (writer, key, value.integer, get_places (field, body));
      break;
    }
}

/**
 * plan_json_node_get_text:
 *
 * Returns: (transfer none) (nullable): the node's text, or %NULL when it is something else
 */
const char *
plan_json_node_get_text (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
}

/**
 * plan_json_hours_parse:
 * @node: pairs of clock times
 *
 * Returns: (transfer full) (nullable): hours as records have them, or %NULL when the node is not of that form
 */
char *
plan_json_hours_parse (JsonNode *node)
{
  g_autoptr (GString) hours = g_string_new (NULL);
  PlanSpan spans[PLAN_MAX_SPANS];
  JsonArray *array;
  guint n;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return NULL;
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *pair = json_array_get_element (array, i);
      const char *from, *to;

      if (!JSON_NODE_HOLDS_ARRAY (pair) || json_array_get_length (json_node_get_array (pair)) != 2)
        return NULL;
      from = plan_json_node_get_text (json_array_get_element (json_node_get_array (pair), 0));
      to = plan_json_node_get_text (json_array_get_element (json_node_get_array (pair), 1));
      if (from == NULL || to == NULL)
        return NULL;
      g_string_append_printf (hours, "%s%s-%s", i > 0 ? " " : "", from, strcmp (to, "00:00") == 0 ? "24:00" : to);
    }
  return plan_hours_parse (hours->str, spans, &n, NULL) ? g_strdup (hours->str) : NULL;
}

static gboolean
parse_whole (const char *text, gint64 *value)
{
  char *end;

  errno = 0;
  *value = g_ascii_strtoll (text, &end, 10);
  return errno == 0 && end != text && *end == '\0';
}

/**
 * plan_json_decimal_parse:
 * @node: a number, or a text that is one
 * @value: (out): the number times 10^@places, rounded
 *
 * Returns: whether it is a number that can be held
 */
gboolean
plan_json_decimal_parse (JsonNode *node, int places, gint64 *value)
{
  double number;

  if (!JSON_NODE_HOLDS_VALUE (node))
    return FALSE;
  if (json_node_get_value_type (node) == G_TYPE_STRING && places == 0)
    return parse_whole (json_node_get_string (node), value);
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return plan_decimal_parse (json_node_get_string (node), places, value, NULL);
  if (json_node_get_value_type (node) == G_TYPE_INT64 && places == 0)
    {
      *value = json_node_get_int (node);
      return TRUE;
    }
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return FALSE;
  number = json_node_get_double (node) * pow (10, places);
  if (!(fabs (number) < 9e18))
    return FALSE;
  *value = (gint64) llround (number);
  return TRUE;
}

static gboolean
parse_text (const PlanField *row, const char *said, gint64 *value)
{
  const PlanEnumName *name;

  switch (row->type)
    {
    case PLAN_TYPE_ENUM:
      name = plan_enum_by_key (row->names, said);
      *value = name != NULL ? name->value : 0;
      return name != NULL;
    case PLAN_TYPE_UNIT:
      return parse_unit (said, value);
    case PLAN_TYPE_INSTANT:
      return plan_ticks_parse_iso (said, value, NULL);
    case PLAN_TYPE_DAY:
      if (!plan_ticks_parse_iso (said, value, NULL))
        return FALSE;
      *value = plan_ticks_get_day (*value);
      return TRUE;
    default:
      return FALSE;
    }
}

/* "24:00" is the end of the day; the tenths of a minute follow after a point. */
static gboolean
parse_clock (const char *said, gint64 *value)
{
  g_autofree char *hours = strcmp (said, "00:00") == 0 ? g_strdup ("00:00-24:00") : g_strconcat ("00:00-", said, NULL);
  PlanSpan spans[PLAN_MAX_SPANS];
  guint n;

  if (!plan_hours_parse (hours, spans, &n, NULL) || n != 1)
    return FALSE;
  *value = strcmp (said, "00:00") == 0 ? 0 : spans[0].finish;
  return TRUE;
}

/**
 * plan_json_field_parse:
 * @unit: of a lag
 * @value: (out): what the field would get; not checked against what the field allows
 * @text: (out): owner of @value's text
 *
 * Returns: whether the node has the form of the field
 */
gboolean
plan_json_field_parse (PlanFieldId field, JsonNode *node, PlanUnit unit, PlanValue *value, char **text)
{
  const PlanField *row = plan_field_get (field);
  const char *said = plan_json_node_get_text (node);

  *value = PLAN_VALUE_OF_INTEGER (0);
  switch (row->type)
    {
    case PLAN_TYPE_TEXT:
      *value = PLAN_VALUE_OF_TEXT (said);
      return said != NULL;
    case PLAN_TYPE_HOURS:
      *text = plan_json_hours_parse (node);
      *value = PLAN_VALUE_OF_TEXT (*text);
      return *text != NULL;
    case PLAN_TYPE_BOOLEAN:
      value->integer = JSON_NODE_HOLDS_VALUE (node) && json_node_get_boolean (node);
      return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN;
    case PLAN_TYPE_CLOCK:
      return said != NULL && parse_clock (said, &value->integer);
    case PLAN_TYPE_ENUM:
    case PLAN_TYPE_UNIT:
    case PLAN_TYPE_INSTANT:
    case PLAN_TYPE_DAY:
      return said != NULL && parse_text (row, said, &value->integer);
    case PLAN_TYPE_INTEGER:
      return plan_json_decimal_parse (node, 0, &value->integer);
    case PLAN_TYPE_LAG:
      return plan_json_decimal_parse (node, plan_unit_is_percent (unit) ? 2 : 1, &value->integer);
    case PLAN_TYPE_PERCENT:
      return plan_json_decimal_parse (node, exceptions[field].flags & FACTOR ? 4 : 2, &value->integer);
    case PLAN_TYPE_MONEY:
      return plan_json_decimal_parse (node, 2, &value->integer);
    case PLAN_TYPE_RATE:
      return plan_json_decimal_parse (node, 4, &value->integer);
    default:
      return plan_json_decimal_parse (node, 1, &value->integer);
    }
}
