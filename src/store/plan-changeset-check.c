/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether bytes have the form of a changeset: each table has a header, each change its values, and everything ends within
 * the bytes. SQLite 3.40 reads on without end when a table's name is cut off, so bytes from a file are walked through before
 * it sees them. The form is described in SQLite's sqlite3session.c: 'T', number of columns, a byte for each column, the name of
 * the table; then for each change its operation, a flag and one record, or two for an update.
 */

#include "plan-changeset.h"

#include <string.h>

#define MAX_COLUMNS 200

typedef struct
{
  const guint8 *at;
  const guint8 *end;
} Reader;

static gboolean
skip (Reader *self, gsize n_bytes)
{
  if (n_bytes > (gsize) (self->end - self->at))
    return FALSE;
  self->at += n_bytes;
  return TRUE;
}

/* Seven bits a byte, the highest first; none of ours needs more than 31 bits. */
static gboolean
read_varint (Reader *self, guint32 *value)
{
  guint64 number = 0;

  for (guint i = 0; i < 5 && self->at < self->end; i++)
    {
      guint8 byte = *self->at++;

      number = (number << 7) | (byte & 0x7f);
      if (byte < 0x80)
        {
          *value = (guint32) number;
          return number <= G_MAXINT32;
        }
    }
  return FALSE;
}

static gboolean
skip_header (Reader *self, guint32 *n_columns)
{
  const guint8 *name_end;

  if (!read_varint (self, n_columns) || *n_columns < 1 || *n_columns > MAX_COLUMNS || !skip (self, *n_columns))
    return FALSE;
  name_end = memchr (self->at, 0, self->end - self->at);
  return name_end != NULL && skip (self, name_end + 1 - self->at);
}

static gboolean
skip_value (Reader *self)
{
  guint32 length;

  if (self->at == self->end)
    return FALSE;
  switch (*self->at++)
    {
    case 0: /* a column that an update leaves alone */
    case SQLITE_NULL:
      return TRUE;
    case SQLITE_INTEGER:
    case SQLITE_FLOAT:
      return skip (self, 8);
    case SQLITE_TEXT:
    case SQLITE_BLOB:
      return read_varint (self, &length) && skip (self, length);
    default:
      return FALSE;
    }
}

static gboolean
skip_change (Reader *self, guint8 op, guint32 n_columns)
{
  guint32 n_values = op == SQLITE_UPDATE ? 2 * n_columns : n_columns;

  if (n_columns == 0 || (op != SQLITE_INSERT && op != SQLITE_UPDATE && op != SQLITE_DELETE) || !skip (self, 1))
    return FALSE;
  for (guint32 i = 0; i < n_values; i++)
    if (!skip_value (self))
      return FALSE;
  return TRUE;
}

/**
 * plan_changeset_is_whole:
 *
 * Returns: whether the bytes have the form of a changeset; what it changes is not looked at
 */
gboolean
plan_changeset_is_whole (GBytes *changeset)
{
  gsize n_bytes;
  Reader reader = { .at = g_bytes_get_data (changeset, &n_bytes) };
  guint32 n_columns = 0;

  reader.end = reader.at + n_bytes;
  while (reader.at < reader.end)
    {
      guint8 op = *reader.at++;

      if (op == 'T' ? !skip_header (&reader, &n_columns) : !skip_change (&reader, op, n_columns))
        return FALSE;
    }
  return TRUE;
}
