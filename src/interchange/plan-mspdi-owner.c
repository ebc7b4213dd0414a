/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The record that is being read, which may lie within another, and what is kept beside it: elements that Planwright has no
 * field for, and whole records that do not become one here.
 */

#include "plan-mspdi-private.h"

#include <glib/gi18n-lib.h>

/**
 * plan_mspdi_keep_number:
 *
 * Keeps an element beside the record that is being read.
 */
void
plan_mspdi_keep_number (PlanMspdi *self, const char *element, gint64 value)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  plan_imported_text_add (self->owner.imported, element, text);
}

/**
 * plan_mspdi_get_kept:
 *
 * Returns: (transfer full) (nullable): what is kept of the element beside the record that is being read
 */
char *
plan_mspdi_get_kept (PlanMspdi *self, const char *element)
{
  PlanImportedValue kept = { .text = self->owner.imported->str };

  return plan_imported_value_get (&kept, element);
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

/**
 * plan_mspdi_insert_text:
 * @owner: id of a record of the kind @record
 * @text: lines as plan_imported_text_add() makes them
 *
 * Adds what is kept beside a record, if there is anything.
 */
void
plan_mspdi_insert_text (PlanMspdi *self, PlanRecord record, PlanId owner, const char *text)
{
  PlanImportedValue value;

  if (*text == '\0')
    return;
  plan_record_init (PLAN_RECORD_IMPORTED_VALUE, &value);
  value.id = plan_id_source_next (self->ids);
  value.owner = owner;
  value.owner_record = record;
  value.text = text;
  plan_model_insert (self->model, PLAN_RECORD_IMPORTED_VALUE, &value);
}

/**
 * plan_mspdi_insert_imported:
 *
 * Adds what is kept beside the record that is being read, if there is anything.
 */
void
plan_mspdi_insert_imported (PlanMspdi *self)
{
  plan_mspdi_insert_text (self, self->owner.record, self->owner.id, self->owner.imported->str);
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
      plan_mspdi_insert_imported (self);
    }
  g_string_free (self->owner.imported, TRUE);
  self->owner = *outer;
}

/**
 * plan_mspdi_begin_child:
 * @body: memory for a record of that kind; it gets a fresh id
 *
 * As plan_mspdi_begin(), for a record that the file knows by the number of its owner.
 */
PlanMspdiOwner
plan_mspdi_begin_child (PlanMspdi *self, PlanRecord record, gpointer body)
{
  PlanMspdiOwner outer = plan_mspdi_begin (self, record, body);

  self->owner.uid = outer.uid;
  return outer;
}

/**
 * plan_mspdi_keep_below:
 * @outer: of plan_mspdi_begin()
 * @element: of the record that is being read
 *
 * Keeps all that is kept beside the record with the one around it, as the record does not become one.
 */
void
plan_mspdi_keep_below (PlanMspdi *self, const PlanMspdiOwner *outer, const char *element)
{
  g_auto (GStrv) lines = g_strsplit (self->owner.imported->str, "\n", -1);

  g_string_append_printf (outer->imported, "%s/=\n", element);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      g_string_append_printf (outer->imported, "%s/%s\n", element, lines[i]);
}

/**
 * plan_mspdi_keep_fields:
 * @record: as read by the rows of @table
 *
 * Keeps the fields of a record that does not become one, beside the record that is being read.
 */
void
plan_mspdi_keep_fields (PlanMspdi *self, PlanMspdiTable table, PlanRecord kind, gconstpointer record)
{
  g_autofree gpointer fresh = g_malloc0 (plan_record_get_size (kind));
  g_autoptr (GString) text = g_string_new (NULL);

  plan_record_init (kind, fresh);
  for (guint i = 0; i < self->schema.n_rows[table]; i++)
    {
      const PlanMspdiRow *row = &self->schema.rows[table][i];
      PlanValue value, usual;

      if (row->form > PLAN_MSPDI_INVERTED)
        continue;
      value = plan_field_get_value (row->field, record);
      usual = plan_field_get_value (row->field, fresh);
      if (plan_value_equal (&value, &usual) || !plan_mspdi_format_value (text, row->field, row->form, &value))
        continue;
      plan_imported_text_add (self->owner.imported, row->element, text->str);
    }
}

/**
 * plan_mspdi_claim_uid:
 *
 * Says under which number the file knows the record that is being read.
 *
 * Returns: %FALSE when another record of the kind has the number, which is reported, or when the record has become none
 */
gboolean
plan_mspdi_claim_uid (PlanMspdi *self, gint64 uid)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, uid);
  GHashTable *uids = self->uids[self->owner.record];

  self->owner.uid = uid;
  /* A row that became the project's or nobody's has no number to claim, whatever the file says a second time. */
  if (uids == NULL)
    return FALSE;
  if (!g_hash_table_contains (uids, &uid))
    {
      g_hash_table_insert (uids, g_memdup2 (&uid, sizeof uid), g_memdup2 (&self->owner.id, sizeof self->owner.id));
      return TRUE;
    }
  plan_mspdi_report_value (self, "UID", text, NULL, _("Two records of the file have this number; links go to the first one."));
  return FALSE;
}
