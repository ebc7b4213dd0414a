/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads a changeset by the field table. The bytes are read here and not by SQLite's iterator, which makes an object of each
 * value (ten times the time for an import) and in 3.40 reads on without end when a table's name is cut off; what comes from a
 * file therefore has to pass here before SQLite sees it. The form is described in sqlite3session.c: for each table 'T', the
 * number of columns, a byte for each column that is set for those of the key, and its name; then for each change its
 * operation, a flag, and the values: all of them for an insertion or deletion, the old and the new ones for an update.
 */

#include "plan-changeset.h"

#include "plan-error.h"
#include "plan-text-pool.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What an update has for a column that it leaves alone; else types are those of SQLite. */
#define UNCHANGED 0

typedef struct
{
  const guint8 *at;
  const guint8 *end;
  PlanChangesetDirection direction;
  PlanTextPool *texts;
  PlanChangeSet *changes;
  PlanRecord record;
  guint n_columns; /* of the table that is being read, with its key; 0 before the first */
  gpointer body;
} Decoder;

/* A value of a column; an id for the key. */
typedef struct
{
  gboolean is_set;
  PlanValue value;
} Column;

static gboolean
skip (Decoder *self, gsize n_bytes)
{
  if (n_bytes > (gsize) (self->end - self->at))
    return FALSE;
  self->at += n_bytes;
  return TRUE;
}

/* Seven bits a byte, the highest first; none of ours needs more than 31 bits. */
static gboolean
read_varint (Decoder *self, guint *value)
{
  guint64 number = 0;

  for (guint i = 0; i < 5 && self->at < self->end; i++)
    {
      guint8 byte = *self->at++;

      number = (number << 7) | (byte & 0x7f);
      if (byte < 0x80)
        {
          *value = (guint) number;
          return number <= G_MAXINT32;
        }
    }
  return FALSE;
}

/* A record of ours with "id" as its key; SQLite would pass over a table with another key without a word. */
static gboolean
read_header (Decoder *self)
{
  const guint8 *keys, *name, *name_end;

  if (!read_varint (self, &self->n_columns))
    return FALSE;
  keys = self->at;
  if (!skip (self, self->n_columns))
    return FALSE;
  name = self->at;
  name_end = memchr (name, 0, self->end - name);
  if (name_end == NULL || !skip (self, name_end + 1 - name) || !plan_record_find ((const char *) name, &self->record))
    return FALSE;
  if (self->n_columns < 1 || self->n_columns > plan_field_count (self->record) + 1 || keys[0] != 1)
    return FALSE;
  for (guint i = 1; i < self->n_columns; i++)
    if (keys[i] != 0)
      return FALSE;
  return TRUE;
}

static gboolean
read_integer (Decoder *self, PlanValue *value)
{
  guint64 number;

  if (self->end - self->at < 8)
    return FALSE;
  memcpy (&number, self->at, 8);
  self->at += 8;
  *value = PLAN_VALUE_OF_INTEGER ((gint64) GUINT64_FROM_BE (number));
  return TRUE;
}

static gboolean
read_text (Decoder *self, PlanValue *value)
{
  const char *text;
  guint length;

  if (!read_varint (self, &length))
    return FALSE;
  text = (const char *) self->at;
  if (!skip (self, length) || memchr (text, 0, length) != NULL)
    return FALSE;
  text = plan_text_pool_add_length (self->texts, text, length);
  *value = PLAN_VALUE_OF_TEXT (text);
  return TRUE;
}

static gboolean
read_column (Decoder *self, Column *column)
{
  if (self->at == self->end)
    return FALSE;
  column->is_set = TRUE;
  switch (*self->at++)
    {
    case UNCHANGED:
      column->is_set = FALSE;
      return TRUE;
    case SQLITE_NULL:
      column->value = PLAN_VALUE_OF_NULL;
      return TRUE;
    case SQLITE_INTEGER:
      return read_integer (self, &column->value);
    case SQLITE_TEXT:
      return read_text (self, &column->value);
    default:
      return FALSE;
    }
}

static gboolean
read_id (Decoder *self, PlanId *id)
{
  Column column;

  if (!read_column (self, &column) || !column.is_set || column.value.kind != PLAN_VALUE_INTEGER)
    return FALSE;
  *id = column.value.integer;
  return *id > 0;
}

static gboolean
read_body (Decoder *self, gboolean is_insert)
{
  PlanFieldId first = plan_field_first (self->record);

  plan_record_init (self->record, self->body);
  if (!read_id (self, self->body))
    return FALSE;
  for (guint i = 1; i < self->n_columns; i++)
    {
      Column column;

      if (!read_column (self, &column) || !column.is_set || !plan_field_check (first + i - 1, &column.value, NULL))
        return FALSE;
      plan_field_set_value (first + i - 1, self->body, &column.value);
    }
  if (is_insert == (self->direction == PLAN_CHANGESET_FORWARD))
    plan_change_set_add_insert (self->changes, self->record, self->body);
  else
    plan_change_set_add_delete (self->changes, self->record, self->body);
  return TRUE;
}

static gboolean
add_update (Decoder *self, PlanFieldId field, PlanId id, const Column *before, const Column *after)
{
  if (before->is_set != after->is_set)
    return FALSE;
  if (!before->is_set)
    return TRUE;
  if (!plan_field_check (field, &before->value, NULL) || !plan_field_check (field, &after->value, NULL))
    return FALSE;
  if (self->direction == PLAN_CHANGESET_FORWARD)
    plan_change_set_add_update (self->changes, field, id, &before->value, &after->value);
  else
    plan_change_set_add_update (self->changes, field, id, &after->value, &before->value);
  return TRUE;
}

/* The old values with the key, then the new ones without it. */
static gboolean
read_update (Decoder *self)
{
  PlanFieldId first = plan_field_first (self->record);
  g_autofree Column *before = g_new (Column, self->n_columns);
  Column after;
  PlanId id;

  if (!read_id (self, &id))
    return FALSE;
  for (guint i = 1; i < self->n_columns; i++)
    if (!read_column (self, &before[i]))
      return FALSE;
  if (!read_column (self, &after) || after.is_set)
    return FALSE;
  for (guint i = 1; i < self->n_columns; i++)
    if (!read_column (self, &after) || !add_update (self, first + i - 1, id, &before[i], &after))
      return FALSE;
  return TRUE;
}

static gboolean
read_item (Decoder *self)
{
  guint8 op = *self->at++;

  if (op == 'T')
    return read_header (self);
  if (self->n_columns == 0 || !skip (self, 1))
    return FALSE;
  switch (op)
    {
    case SQLITE_INSERT:
    case SQLITE_DELETE:
      return read_body (self, op == SQLITE_INSERT);
    case SQLITE_UPDATE:
      return read_update (self);
    default:
      return FALSE;
    }
}

static gsize
get_largest_record (void)
{
  gsize largest = 0;

  for (guint record = 0; record < PLAN_N_RECORDS; record++)
    largest = MAX (largest, plan_record_get_size (record));
  return largest;
}

/**
 * plan_changeset_decode:
 * @db: the file that the changeset belongs to
 *
 * Reads a changeset by the field table.
 *
 * Returns: (transfer full): what it changes, or %NULL with %PLAN_ERROR_PARSE when it is not one that this program would write
 */
PlanChangeSet *
plan_changeset_decode (PlanDb *db, GBytes *changeset, PlanChangesetDirection direction, GError **error)
{
  g_autoptr (PlanChangeSet) changes = plan_change_set_new ();
  g_autoptr (PlanTextPool) texts = plan_text_pool_new ();
  g_autofree gpointer body = g_malloc (get_largest_record ());
  gsize n_bytes;
  Decoder decoder = {
    .at = g_bytes_get_data (changeset, &n_bytes), .direction = direction, .texts = texts, .changes = changes, .body = body
  };

  decoder.end = decoder.at + n_bytes;
  while (decoder.at < decoder.end)
    if (!read_item (&decoder))
      {
        g_set_error (error, PLAN_ERROR, PLAN_ERROR_PARSE,
                     /* Translators: the path of a file, then the name of a table */
                     _("The history of “%s” is damaged: a change of table “%s” cannot be read."), plan_db_get_path (db),
                     plan_record_get_table (decoder.record));
        return NULL;
      }
  return g_steal_pointer (&changes);
}
