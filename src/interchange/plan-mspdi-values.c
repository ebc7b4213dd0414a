/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From elements to fields, by tables: what an element means is one row, and the form of its value follows from the row and
 * from the field table. What no row knows is kept as it is beside the record; a value that the field cannot hold is
 * reported, and kept likewise.
 */

#include "plan-mspdi-write.h"

#include "plan-imported.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ESTIMATED 32

/**
 * plan_mspdi_schema_add:
 *
 * Adds the rows of one kind of record.
 */
void
plan_mspdi_schema_add (PlanMspdiSchema *self, PlanMspdiTable table, const PlanMspdiRow *rows, guint n_rows)
{
  self->rows[table] = rows;
  self->n_rows[table] = n_rows;
}

/**
 * plan_mspdi_schema_init:
 *
 * Gathers the rows of all kinds of records.
 */
void
plan_mspdi_schema_init (PlanMspdiSchema *self)
{
  plan_mspdi_add_project_tables (self);
  plan_mspdi_add_calendar_tables (self);
  plan_mspdi_add_task_tables (self);
  plan_mspdi_add_child_tables (self);
  plan_mspdi_add_resource_tables (self);
  plan_mspdi_add_assignment_tables (self);
}

/**
 * plan_mspdi_start_tables:
 *
 * Makes all rows findable by the reader's own names.
 */
void
plan_mspdi_start_tables (PlanMspdi *self)
{
  plan_mspdi_schema_init (&self->schema);
  for (guint table = 0; table < PLAN_MSPDI_N_TABLES; table++)
    {
      const PlanMspdiRow *rows = self->schema.rows[table];

      self->tables[table] = g_hash_table_new (NULL, NULL);
      for (guint i = 0; i < self->schema.n_rows[table]; i++)
        g_hash_table_insert (self->tables[table], (gpointer) xmlTextReaderConstString (self->xml, (const xmlChar *) rows[i].element),
                             (gpointer) &rows[i]);
    }
}

/**
 * plan_mspdi_report_value:
 * @element: the element
 * @file: what the file says
 * @planwright: (nullable): what is taken instead
 * @reason: why
 *
 * Reports a value of the record that is being read.
 */
void
plan_mspdi_report_value (PlanMspdi *self, const char *element, const char *file, const char *planwright, const char *reason)
{
  g_autofree char *uid = g_strdup_printf ("%" G_GINT64_FORMAT, self->owner.uid);
  g_autofree char *start = g_utf8_substring (file, 0, MIN (200, g_utf8_strlen (file, -1)));

  plan_report_add_value (self->report, plan_record_get_table (self->owner.record), uid, element, start, planwright, reason);
}

static gboolean
parse_number (const char *text, int places, gint64 multiply, gint64 *value)
{
  if (!plan_decimal_parse (text, places, value, NULL) || ABS (*value) > G_MAXINT64 / multiply)
    return FALSE;
  *value *= multiply;
  return TRUE;
}

static gboolean
parse_day (const char *text, gint64 *value)
{
  PlanTicks ticks;

  if (!plan_ticks_parse_iso (text, &ticks, NULL))
    return FALSE;
  *value = plan_ticks_get_day (ticks);
  return TRUE;
}

static gboolean
parse_clock (const char *text, gint64 *value)
{
  g_autofree char *instant = g_strconcat ("2000-01-01T", text, NULL);
  PlanTicks ticks;

  if (!plan_ticks_parse_iso (instant, &ticks, NULL))
    return FALSE;
  *value = plan_ticks_get_within (ticks);
  return TRUE;
}

static gboolean
parse_by_type (PlanFieldType type, const char *text, gint64 *value)
{
  switch (type)
    {
    case PLAN_TYPE_BOOLEAN:
      return plan_imported_parse (PLAN_IMPORTED_BOOLEAN, text, value);
    case PLAN_TYPE_INSTANT:
      return plan_ticks_parse_iso (text, value, NULL);
    case PLAN_TYPE_DAY:
      return parse_day (text, value);
    case PLAN_TYPE_CLOCK:
      return parse_clock (text, value);
    case PLAN_TYPE_DURATION:
    case PLAN_TYPE_WORK:
      return plan_imported_parse_duration (text, value);
    case PLAN_TYPE_PERCENT:
      return plan_decimal_parse (text, 2, value, NULL);
    case PLAN_TYPE_RATE:
      return plan_decimal_parse (text, 4, value, NULL);
    default:
      return plan_decimal_parse (text, 0, value, NULL);
    }
}

/* 21 is the default of the project, which is days for all that we know. */
static gboolean
parse_unit (const char *text, gint64 *value)
{
  if (!plan_decimal_parse (text, 0, value, NULL))
    return FALSE;
  if (*value >= ESTIMATED)
    *value -= ESTIMATED;
  if (*value == 21 || *value == 0)
    *value = PLAN_UNIT_DAY;
  return TRUE;
}

static gboolean
parse_work_unit (const char *text, gint64 *value)
{
  static const gint64 units[] = { PLAN_UNIT_MINUTE, PLAN_UNIT_HOUR, PLAN_UNIT_DAY, PLAN_UNIT_WEEK, PLAN_UNIT_MONTH };

  if (!plan_decimal_parse (text, 0, value, NULL) || *value < 1 || *value > (gint64) G_N_ELEMENTS (units))
    return FALSE;
  *value = units[*value - 1];
  return TRUE;
}

static gboolean
parse_value (PlanMspdiForm form, PlanFieldType type, const char *text, gint64 *value)
{
  switch (form)
    {
    case PLAN_MSPDI_TENTHS:
      return plan_decimal_parse (text, 0, value, NULL);
    case PLAN_MSPDI_MINUTES:
      return parse_number (text, 0, PLAN_TICKS_PER_MINUTE, value);
    case PLAN_MSPDI_FACTOR:
      return plan_decimal_parse (text, 4, value, NULL);
    case PLAN_MSPDI_UNIT:
      return parse_unit (text, value);
    case PLAN_MSPDI_WORK_UNIT:
      return parse_work_unit (text, value);
    case PLAN_MSPDI_WEEKDAY:
      if (!plan_decimal_parse (text, 0, value, NULL) || *value < 0 || *value > 6)
        return FALSE;
      *value = (*value + 6) % 7;
      return TRUE;
    case PLAN_MSPDI_INVERTED:
      if (!plan_imported_parse (PLAN_IMPORTED_BOOLEAN, text, value))
        return FALSE;
      *value = !*value;
      return TRUE;
    default:
      return parse_by_type (type, text, value);
    }
}

/**
 * plan_mspdi_parse_value:
 * @value: (out): as the field has it
 *
 * Returns: whether the text of an element is a value of the field
 */
gboolean
plan_mspdi_parse_value (PlanFieldId field, PlanMspdiForm form, const char *text, gint64 *value)
{
  return parse_value (form, plan_field_get (field)->type, text, value);
}

/* Places behind the point, without zeros at the end. */
static guint
count_places (const char *text)
{
  const char *point = strchr (text, '.');
  gsize length = strlen (text);

  while (point != NULL && text[length - 1] == '0')
    length--;
  return point != NULL ? (guint) (text + length - point - 1) : 0;
}

/* Texts that the field surely holds, told by how they end; most are of these. */
static gboolean
looks_exact (PlanFieldId field, PlanMspdiForm form, const char *text)
{
  guint places = form == PLAN_MSPDI_FACTOR || plan_field_get (field)->type == PLAN_TYPE_RATE ? 4 : 0;
  gsize length = strlen (text);

  if (*text == 'P')
    return g_str_has_suffix (text, "M0S");
  if (length >= 8 && text[length - 3] == ':')
    return strcmp (text + length - 3, ":00") == 0;
  return count_places (text) <= places;
}

/* Whether the field says all that the text does: a unit may stand for another one, and an amount have more places than we
 * keep. */
static gboolean
is_exact (PlanFieldId field, PlanMspdiForm form, const char *text, const PlanValue *value)
{
  g_autoptr (GString) ours = NULL;
  gint64 code;

  if (form == PLAN_MSPDI_UNIT)
    {
      code = g_ascii_strtoll (text, NULL, 10);
      return code == value->integer || code == value->integer + ESTIMATED;
    }
  if (looks_exact (field, form, text))
    return TRUE;
  ours = g_string_new (NULL);
  return plan_mspdi_format_value (ours, field, form, value) && strcmp (ours->str, text) == 0;
}

/* What people call a number that the file does not mean: there is no date. */
static gboolean
means_nothing (PlanFieldType type, const char *text)
{
  return *text == '\0' || ((type == PLAN_TYPE_INSTANT || type == PLAN_TYPE_DAY) && strcmp (text, "NA") == 0);
}

/**
 * plan_mspdi_set_text:
 * @record: the record whose field it is
 * @element: where the text stands, for reports
 *
 * Sets a field from a text of the file. What cannot be right is reported, and the field stays as it was.
 *
 * Returns: %FALSE when the text is also kept, as the field does not say all that it does
 */
gboolean
plan_mspdi_set_text (PlanMspdi *self, PlanFieldId field, gpointer record, const char *element, PlanMspdiForm form, const char *text)
{
  PlanValue value = PLAN_VALUE_OF_INTEGER (0);
  gboolean exact = TRUE;

  if (plan_field_is_text (field))
    value = PLAN_VALUE_OF_TEXT (plan_model_keep_text (self->model, text));
  else if (means_nothing (plan_field_get (field)->type, text))
    return TRUE;
  else if (!parse_value (form, plan_field_get (field)->type, text, &value.integer) || !plan_field_check (field, &value, NULL))
    {
      plan_mspdi_report_value (self, element, text, NULL, _("The value is outside what the field allows and was not taken."));
      plan_imported_text_add (self->owner.imported, element, text);
      return FALSE;
    }
  else
    exact = is_exact (field, form, text, &value);
  if (!exact)
    plan_imported_text_add (self->owner.imported, element, text);
  plan_field_set_value (field, record, &value);
  plan_report_keep (self->report, 1);
  return exact;
}

/**
 * plan_mspdi_refer:
 * @id: the record whose field refers to another
 * @uid: the number of the other in the file; it may come later
 */
void
plan_mspdi_refer (PlanMspdi *self, PlanFieldId field, PlanId id, gint64 uid)
{
  PlanMspdiReference reference = { field, id, uid };

  g_array_append_val (self->references, reference);
}

static void
read_reference (PlanMspdi *self, const PlanMspdiRow *row, gpointer record)
{
  gint64 uid;
  PlanValue value;
  const PlanId *known;

  if (!plan_mspdi_read_integer (self, &uid) || uid < 0)
    {
      if (strcmp (self->text->str, "-1") != 0)
        plan_imported_text_add (self->owner.imported, row->element, self->text->str);
      return;
    }
  plan_report_keep (self->report, 1);
  known = g_hash_table_lookup (self->uids[plan_field_get (row->field)->target], &uid);
  if (known != NULL)
    {
      value = PLAN_VALUE_OF_INTEGER (*known);
      plan_field_set_value (row->field, record, &value);
    }
  else
    {
      if (self->has_calendars)
        plan_mspdi_keep_number (self, row->element, uid);
      plan_mspdi_refer (self, row->field, plan_record_get_id (record), uid);
    }
}

/* That the file says a usual value where it could have said nothing. */
static void
keep_usual (PlanMspdi *self, const PlanMspdiRow *row)
{
  gint64 value;

  if (plan_mspdi_parse_value (row->field, row->form, self->text->str, &value) && value == plan_field_get (row->field)->fallback)
    plan_imported_text_add (self->owner.imported, row->element, self->text->str);
}

/**
 * plan_mspdi_read_record:
 * @record: a record that was initialised
 *
 * Reads the children of the element into @record's fields.
 */
void
plan_mspdi_read_record (PlanMspdi *self, PlanMspdiTable table, gpointer record)
{
  int depth = plan_mspdi_enter (self);

  while (plan_mspdi_next (self, depth))
    {
      const char *name = plan_mspdi_get_name (self);
      const PlanMspdiRow *row = g_hash_table_lookup (self->tables[table], name);

      if (row == NULL || row->form == PLAN_MSPDI_KEEP || (self->keeps_rest && strcmp (name, "Name") != 0))
        {
          plan_mspdi_keep (self, name, self->owner.imported);
          plan_report_keep (self->report, 1);
        }
      else if (row->form == PLAN_MSPDI_FUNC)
        row->func (self, record);
      else if (row->form == PLAN_MSPDI_REFERENCE)
        read_reference (self, row, record);
      else if (row->form == PLAN_MSPDI_SKIP)
        plan_mspdi_read_text (self);
      else
        {
          if (plan_mspdi_set_text (self, row->field, record, name, row->form, plan_mspdi_read_text (self)) &&
              row->write == plan_mspdi_write_if_set)
            keep_usual (self, row);
        }
    }
}
