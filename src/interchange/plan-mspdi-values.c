/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From elements to fields, by tables: what an element means is one row, and the form of its value follows from the row and
 * from the field table. What no row knows is kept as it is beside the record; a value that the field cannot hold is
 * reported, and kept likewise.
 */

#include "plan-mspdi-private.h"

#include "plan-imported.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ESTIMATED 32

/**
 * plan_mspdi_add_table:
 *
 * Makes the rows findable by the reader's own names.
 */
void
plan_mspdi_add_table (PlanMspdi *self, PlanMspdiTable table, const PlanMspdiRow *rows, guint n_rows)
{
  self->tables[table] = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < n_rows; i++)
    g_hash_table_insert (self->tables[table], (gpointer) xmlTextReaderConstString (self->xml, (const xmlChar *) rows[i].element),
                         (gpointer) &rows[i]);
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
 */
void
plan_mspdi_set_text (PlanMspdi *self, PlanFieldId field, gpointer record, const char *element, PlanMspdiForm form, const char *text)
{
  PlanValue value = PLAN_VALUE_OF_INTEGER (0);

  if (plan_field_is_text (field))
    value = PLAN_VALUE_OF_TEXT (plan_model_keep_text (self->model, text));
  else if (means_nothing (plan_field_get (field)->type, text))
    return;
  else if (!parse_value (form, plan_field_get (field)->type, text, &value.integer) || !plan_field_check (field, &value, NULL))
    {
      plan_mspdi_report_value (self, element, text, NULL, _("The value is outside what the field allows and was not taken."));
      plan_imported_text_add (self->owner.imported, element, text);
      return;
    }
  plan_field_set_value (field, record, &value);
  plan_report_keep (self->report, 1);
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
    return;
  plan_report_keep (self->report, 1);
  known = g_hash_table_lookup (self->uids[plan_field_get (row->field)->target], &uid);
  if (known != NULL)
    {
      value = PLAN_VALUE_OF_INTEGER (*known);
      plan_field_set_value (row->field, record, &value);
    }
  else
    plan_mspdi_refer (self, row->field, plan_record_get_id (record), uid);
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

      if (row == NULL)
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
        plan_mspdi_set_text (self, row->field, record, name, row->form, plan_mspdi_read_text (self));
    }
}

/**
 * plan_mspdi_begin:
 * @body: memory for a record of that kind; it gets a fresh id
 *
 * Makes @body the record that is being read.
 *
 * Returns: the record around it, for plan_mspdi_end()
 */
PlanMspdiOwner
plan_mspdi_begin (PlanMspdi *self, PlanRecord record, gpointer body)
{
  PlanMspdiOwner outer = self->owner;

  plan_record_init (record, body);
  *(PlanId *) body = plan_id_source_next (self->ids);
  self->owner = (PlanMspdiOwner) { record, plan_record_get_id (body), -1, body, g_string_new (NULL) };
  return outer;
}

static void
insert_imported (PlanMspdi *self)
{
  PlanImportedValue value;

  plan_record_init (PLAN_RECORD_IMPORTED_VALUE, &value);
  value.id = plan_id_source_next (self->ids);
  value.owner = self->owner.id;
  value.owner_record = self->owner.record;
  value.text = self->owner.imported->str;
  plan_model_insert (self->model, PLAN_RECORD_IMPORTED_VALUE, &value);
}

/**
 * plan_mspdi_end:
 * @outer: of plan_mspdi_begin()
 * @insert: whether the model gets the record, and what is kept beside it
 */
void
plan_mspdi_end (PlanMspdi *self, const PlanMspdiOwner *outer, gboolean insert)
{
  if (insert && self->error == NULL)
    {
      plan_model_insert (self->model, self->owner.record, self->owner.body);
      if (self->owner.imported->len > 0)
        insert_imported (self);
    }
  g_string_free (self->owner.imported, TRUE);
  self->owner = *outer;
}

/**
 * plan_mspdi_claim_uid:
 *
 * Says under which number the file knows the record that is being read.
 *
 * Returns: %FALSE when another record of the kind has the number; it is reported
 */
gboolean
plan_mspdi_claim_uid (PlanMspdi *self, gint64 uid)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, uid);
  GHashTable *uids = self->uids[self->owner.record];

  self->owner.uid = uid;
  if (!g_hash_table_contains (uids, &uid))
    {
      g_hash_table_insert (uids, g_memdup2 (&uid, sizeof uid), g_memdup2 (&self->owner.id, sizeof self->owner.id));
      return TRUE;
    }
  plan_mspdi_report_value (self, "UID", text, NULL, _("Two records of the file have this number; links go to the first one."));
  return FALSE;
}
