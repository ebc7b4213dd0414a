/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The field table: each row fits its struct, each value that may be set comes back, wrong ones are refused.
 */

#include "plan-error.h"
#include "plan-fields.h"
#include "plan-model.h"

#include <string.h>

static void
test_every_row (void)
{
  for (guint record = 0; record < PLAN_N_RECORDS; record++)
    {
      PlanFieldId first = plan_field_first (record), end = first + plan_field_count (record);
      PlanRecord found;

      g_assert_true (plan_record_find (plan_record_get_table (record), &found));
      g_assert_cmpuint (found, ==, record);
      for (PlanFieldId id = first; id < end; id++)
        {
          const PlanField *field = plan_field_get (id);

          g_assert_cmpuint (field->record, ==, record);
          g_assert_cmpuint (field->offset + field->size, <=, plan_record_get_size (record));
          g_assert_cmpuint (field->offset, >=, sizeof (PlanId));
          g_assert_cmpuint (plan_field_find (record, field->column), ==, id);
          g_assert_true (field->type != PLAN_TYPE_ENUM || field->names != NULL);
          g_assert_true (!(field->flags & PLAN_FIELD_EDITABLE) || field->label != NULL);
          if (plan_field_is_text (id))
            g_assert_cmpuint (field->size, ==, sizeof (char *));
        }
    }
}

/* No two members of a record share memory. */
static void
test_no_overlap (void)
{
  for (guint record = 0; record < PLAN_N_RECORDS; record++)
    {
      PlanFieldId first = plan_field_first (record), end = first + plan_field_count (record);
      g_autofree guint8 *used = g_malloc0 (plan_record_get_size (record));

      for (PlanFieldId id = first; id < end; id++)
        for (gsize i = 0; i < plan_field_get (id)->size; i++)
          {
            g_assert_cmpuint (used[plan_field_get (id)->offset + i], ==, 0);
            used[plan_field_get (id)->offset + i] = 1;
          }
    }
}

static PlanValue
some_value (const PlanField *field)
{
  switch (field->type)
    {
    case PLAN_TYPE_TEXT:
      return PLAN_VALUE_OF_TEXT ("设计 design");
    case PLAN_TYPE_HOURS:
      return PLAN_VALUE_OF_TEXT ("08:00-12:00 13:00-24:00");
    case PLAN_TYPE_BOOLEAN:
      return PLAN_VALUE_OF_INTEGER (1);
    case PLAN_TYPE_ENUM:
      return PLAN_VALUE_OF_INTEGER (field->names[1].value);
    case PLAN_TYPE_UNIT:
      return PLAN_VALUE_OF_INTEGER (PLAN_UNIT_ELAPSED_WEEK);
    case PLAN_TYPE_INSTANT:
      return PLAN_VALUE_OF_INTEGER (plan_ticks_from_civil (2026, 3, 2, 8, 0));
    case PLAN_TYPE_DAY:
      return PLAN_VALUE_OF_INTEGER (plan_day_from_civil (2026, 3, 2));
    case PLAN_TYPE_MONEY:
    case PLAN_TYPE_RATE:
    case PLAN_TYPE_RANK:
    case PLAN_TYPE_ID:
    case PLAN_TYPE_OWNER_ID:
      return PLAN_VALUE_OF_INTEGER (4711);
    default:
      return PLAN_VALUE_OF_INTEGER (field->max);
    }
}

static void
test_values (void)
{
  for (PlanFieldId id = 0; id < PLAN_N_FIELDS; id++)
    {
      const PlanField *field = plan_field_get (id);
      g_autofree gpointer body = g_malloc (plan_record_get_size (field->record));
      PlanValue value = some_value (field), fresh, back;
      g_autoptr (GError) error = NULL;

      plan_record_init (field->record, body);
      fresh = plan_field_get_value (id, body);
      g_assert_true (plan_field_check (id, &fresh, &error) || field->type == PLAN_TYPE_ENUM);
      g_clear_error (&error);
      g_assert_true (plan_field_check (id, &value, &error));
      plan_field_set_value (id, body, &value);
      back = plan_field_get_value (id, body);
      g_assert_true (plan_value_equal (&value, &back));
    }
}

static void
test_refused (void)
{
  static const struct
  {
    PlanFieldId field;
    PlanValue value;
  } cases[] = {
    { PLAN_FIELD_TASK_DURATION, { PLAN_VALUE_INTEGER, -1, NULL } },
    { PLAN_FIELD_TASK_DURATION, { PLAN_VALUE_TEXT, 0, "3d" } },
    { PLAN_FIELD_TASK_DURATION, { PLAN_VALUE_NULL, 0, NULL } },
    { PLAN_FIELD_TASK_PERCENT_COMPLETE, { PLAN_VALUE_INTEGER, 10001, NULL } },
    { PLAN_FIELD_TASK_CONSTRAINT, { PLAN_VALUE_INTEGER, 8, NULL } },
    { PLAN_FIELD_TASK_DEADLINE, { PLAN_VALUE_INTEGER, G_MAXINT64, NULL } },
    { PLAN_FIELD_TASK_NAME, { PLAN_VALUE_TEXT, 0, "\xff\xfe" } },
    { PLAN_FIELD_TASK_ACTIVE, { PLAN_VALUE_INTEGER, 2, NULL } },
    { PLAN_FIELD_WEEK_MONDAY, { PLAN_VALUE_TEXT, 0, "25:00-26:00" } },
    { PLAN_FIELD_LINK_TYPE, { PLAN_VALUE_INTEGER, 4, NULL } },
    { PLAN_FIELD_TASK_FIXED_COST, { PLAN_VALUE_INTEGER, G_MININT64, NULL } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (plan_field_check (cases[i].field, &cases[i].value, &error));
      g_assert_error (error, PLAN_ERROR, PLAN_ERROR_RANGE);
    }
}

static void
test_hours (void)
{
  static const struct
  {
    const char *text;
    gboolean right;
  } cases[] = {
    { "", TRUE }, { "08:00-12:00", TRUE }, { "08:00-12:00 13:00-17:00", TRUE }, { "00:00-24:00", TRUE },
    { "22:00-24:00", TRUE }, { "08:00-08:00", FALSE }, { "12:00-08:00", FALSE }, { "08:00-12:00 11:00-13:00", FALSE },
    { "08:00-24:01", FALSE }, { "8:00-12:00", FALSE }, { "08:00-12:00 ", FALSE }, { "08:00", FALSE },
    { "08:61-12:00", FALSE }, { "08:00.5-12:00", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PlanSpan spans[PLAN_MAX_SPANS];
      guint n_spans;

      g_assert_cmpint (plan_hours_parse (cases[i].text, spans, &n_spans, NULL), ==, cases[i].right);
      if (cases[i].right)
        {
          g_autofree char *back = plan_hours_format (spans, n_spans);

          g_assert_cmpstr (back, ==, cases[i].text);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/fields/every-row", test_every_row);
  g_test_add_func ("/model/fields/no-overlap", test_no_overlap);
  g_test_add_func ("/model/fields/values", test_values);
  g_test_add_func ("/model/fields/refused", test_refused);
  g_test_add_func ("/model/calendar/hours", test_hours);
  return g_test_run ();
}
