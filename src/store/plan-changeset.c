/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What SQLite's session extension records of a transaction: taken from the session, read into a change set by the field
 * table, applied forwards and backwards, and packed for the history. A changeset that comes from a file is only applied
 * after it was read completely, so that it can touch no table but those of records.
 */

#include "plan-changeset.h"

#include "plan-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <zlib.h>

/* Shorter ones are kept as they are. */
#define PACK_FROM 1024

/* Large changesets compress ten times even at the fastest level, which costs a third of the time of the default one. */
#define FAST_FROM (64 * 1024)

/* No changeset is longer: SQLite counts its bytes in an int. */
#define MAX_SIZE G_MAXINT32

/* zlib cannot shrink anything more than that, so a claim beyond it is false. */
#define MAX_RATIO 1100

/**
 * plan_changeset_record:
 *
 * Returns: (transfer full): a session that records what is written to the tables of records, or %NULL with an error
 */
sqlite3_session *
plan_changeset_record (PlanDb *db, GError **error)
{
  sqlite3_session *session = NULL;
  int code = sqlite3session_create (plan_db_get_handle (db), "main", &session);

  for (guint record = 0; record < PLAN_N_RECORDS && code == SQLITE_OK; record++)
    code = sqlite3session_attach (session, plan_record_get_table (record));
  if (code == SQLITE_OK)
    return session;
  if (session != NULL)
    sqlite3session_delete (session);
  plan_db_fail (db, code, "SESSION", error);
  return NULL;
}

/**
 * plan_changeset_take:
 *
 * Returns: (transfer full): what the session recorded so far, empty when nothing changed, or %NULL with an error
 */
GBytes *
plan_changeset_take (PlanDb *db, sqlite3_session *session, GError **error)
{
  void *data = NULL;
  int size = 0;
  int code = sqlite3session_changeset (session, &size, &data);

  if (code != SQLITE_OK)
    {
      plan_db_fail (db, code, "CHANGESET", error);
      return NULL;
    }
  return g_bytes_new_with_free_func (data, size, sqlite3_free, data);
}

static gboolean
refuse (PlanDb *db, const char *table, PlanId id, GError **error)
{
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_PARSE,
               /* Translators: the path of a file, then the name of a table and the number of a row */
               _("The history of “%s” is damaged: it changes table “%s”, row %" G_GINT64_FORMAT ", in a way that is not allowed."),
               plan_db_get_path (db), table, id);
  return FALSE;
}

static gboolean
convert_value (PlanFieldId field, sqlite3_value *from, PlanValue *value)
{
  switch (sqlite3_value_type (from))
    {
    case SQLITE_INTEGER:
      *value = PLAN_VALUE_OF_INTEGER (sqlite3_value_int64 (from));
      break;
    case SQLITE_NULL:
      *value = PLAN_VALUE_OF_NULL;
      break;
    case SQLITE_TEXT:
      *value = PLAN_VALUE_OF_TEXT ((const char *) sqlite3_value_text (from));
      if (value->text == NULL || strlen (value->text) != (gsize) sqlite3_value_bytes (from))
        return FALSE;
      break;
    default:
      return FALSE;
    }
  return plan_field_check (field, value, NULL);
}

/* One value of the row, before or after the change; *from is NULL for a column that an update leaves alone. */
static gboolean
get_column (sqlite3_changeset_iter *iter, gboolean is_new, int column, sqlite3_value **from)
{
  *from = NULL;
  return (is_new ? sqlite3changeset_new (iter, column, from) : sqlite3changeset_old (iter, column, from)) == SQLITE_OK;
}

static gboolean
decode_body (sqlite3_changeset_iter *iter, PlanRecord record, int n_columns, gboolean is_new, gpointer body)
{
  PlanFieldId first = plan_field_first (record);
  sqlite3_value *from;

  plan_record_init (record, body);
  if (!get_column (iter, is_new, 0, &from) || from == NULL)
    return FALSE;
  *(PlanId *) body = sqlite3_value_int64 (from);
  for (int column = 1; column < n_columns; column++)
    {
      PlanFieldId field = first + column - 1;
      PlanValue value;

      if (!get_column (iter, is_new, column, &from) || from == NULL || !convert_value (field, from, &value))
        return FALSE;
      plan_field_set_value (field, body, &value);
    }
  return TRUE;
}

static gboolean
decode_update (PlanChangeSet *changes, sqlite3_changeset_iter *iter, PlanRecord record, int n_columns, PlanId id)
{
  PlanFieldId first = plan_field_first (record);

  for (int column = 1; column < n_columns; column++)
    {
      PlanFieldId field = first + column - 1;
      PlanValue old_value, new_value;
      sqlite3_value *old_from, *new_from;

      if (!get_column (iter, FALSE, column, &old_from) || !get_column (iter, TRUE, column, &new_from))
        return FALSE;
      if (old_from == NULL && new_from == NULL)
        continue;
      if (old_from == NULL || new_from == NULL || !convert_value (field, old_from, &old_value) ||
          !convert_value (field, new_from, &new_value))
        return FALSE;
      plan_change_set_add_update (changes, field, id, &old_value, &new_value);
    }
  return TRUE;
}

static PlanId
get_key (sqlite3_changeset_iter *iter, int op)
{
  sqlite3_value *from;

  if (!get_column (iter, op == SQLITE_INSERT, 0, &from) || from == NULL || sqlite3_value_type (from) != SQLITE_INTEGER)
    return PLAN_ID_NONE;
  return sqlite3_value_int64 (from);
}

/* SQLite passes over changes of a table with another key without a word, so that has to be refused here. */
static gboolean
has_our_key (sqlite3_changeset_iter *iter)
{
  unsigned char *is_key = NULL;
  int n_columns = 0;

  if (sqlite3changeset_pk (iter, &is_key, &n_columns) != SQLITE_OK || n_columns < 1 || !is_key[0])
    return FALSE;
  for (int column = 1; column < n_columns; column++)
    if (is_key[column])
      return FALSE;
  return TRUE;
}

static gboolean
decode_change (PlanDb *db, PlanChangeSet *changes, sqlite3_changeset_iter *iter, gpointer body, GError **error)
{
  const char *table = "";
  PlanRecord record;
  PlanId id;
  int n_columns = 0, op = 0;

  sqlite3changeset_op (iter, &table, &n_columns, &op, NULL);
  if (!plan_record_find (table, &record) || !has_our_key (iter) || (guint) n_columns > plan_field_count (record) + 1)
    return refuse (db, table, 0, error);
  id = get_key (iter, op);
  if (id <= 0)
    return refuse (db, table, id, error);
  switch (op)
    {
    case SQLITE_UPDATE:
      return decode_update (changes, iter, record, n_columns, id) || refuse (db, table, id, error);
    case SQLITE_INSERT:
      if (!decode_body (iter, record, n_columns, TRUE, body))
        return refuse (db, table, id, error);
      plan_change_set_add_insert (changes, record, body);
      return TRUE;
    default:
      if (!decode_body (iter, record, n_columns, FALSE, body))
        return refuse (db, table, id, error);
      plan_change_set_add_delete (changes, record, body);
      return TRUE;
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
 *
 * Reads a changeset by the field table.
 *
 * Returns: (transfer full): what it changes, or %NULL with an error when it is not one that this program would write
 */
PlanChangeSet *
plan_changeset_decode (PlanDb *db, GBytes *changeset, PlanChangesetDirection direction, GError **error)
{
  g_autoptr (PlanChangeSet) changes = plan_change_set_new ();
  g_autofree gpointer body = g_malloc (get_largest_record ());
  int flags = direction == PLAN_CHANGESET_BACKWARD ? SQLITE_CHANGESETSTART_INVERT : 0;
  sqlite3_changeset_iter *iter = NULL;
  gboolean fits = TRUE;
  int code, end_code;

  code = sqlite3changeset_start_v2 (&iter, (int) g_bytes_get_size (changeset), (void *) g_bytes_get_data (changeset, NULL), flags);
  while (code == SQLITE_OK && fits && (code = sqlite3changeset_next (iter)) == SQLITE_ROW)
    {
      fits = decode_change (db, changes, iter, body, error);
      code = SQLITE_OK;
    }
  end_code = sqlite3changeset_finalize (iter);
  if (!fits)
    return NULL;
  if (code != SQLITE_DONE || end_code != SQLITE_OK)
    {
      plan_db_fail (db, code != SQLITE_DONE ? code : end_code, "CHANGESET", error);
      return NULL;
    }
  return g_steal_pointer (&changes);
}

/* The file must be exactly as the changeset expects: the history has no second opinion. */
static int
abort_conflict (gpointer data, int conflict, sqlite3_changeset_iter *iter)
{
  return SQLITE_CHANGESET_ABORT;
}

static int
is_record_table (gpointer data, const char *table)
{
  PlanRecord record;

  return plan_record_find (table, &record);
}

/**
 * plan_changeset_apply:
 *
 * Writes the changes into the file, within a transaction that the caller takes back on failure.
 *
 * Returns: %FALSE with %PLAN_ERROR_RULE when the file is not as the changeset expects, or another error
 */
gboolean
plan_changeset_apply (PlanDb *db, GBytes *changeset, PlanChangesetDirection direction, GError **error)
{
  int flags = SQLITE_CHANGESETAPPLY_NOSAVEPOINT;
  int code;

  if (direction == PLAN_CHANGESET_BACKWARD)
    flags |= SQLITE_CHANGESETAPPLY_INVERT;
  code = sqlite3changeset_apply_v2 (plan_db_get_handle (db), (int) g_bytes_get_size (changeset),
                                    (void *) g_bytes_get_data (changeset, NULL), is_record_table, abort_conflict, NULL, NULL,
                                    NULL, flags);
  return code == SQLITE_OK || plan_db_fail (db, code, "APPLY", error);
}

/**
 * plan_changeset_pack:
 * @size: (out): the size before it was compressed, or 0 when it was not
 *
 * Returns: (transfer full): the changeset as it stands in the history
 */
GBytes *
plan_changeset_pack (GBytes *changeset, gsize *size)
{
  gsize n_bytes = g_bytes_get_size (changeset);
  uLongf n_packed = compressBound (n_bytes);
  g_autofree guint8 *packed = NULL;
  int level = n_bytes >= FAST_FROM ? Z_BEST_SPEED : Z_DEFAULT_COMPRESSION;

  *size = 0;
  if (n_bytes <= PACK_FROM)
    return g_bytes_ref (changeset);
  packed = g_malloc (n_packed);
  if (compress2 (packed, &n_packed, g_bytes_get_data (changeset, NULL), n_bytes, level) != Z_OK || n_packed >= n_bytes)
    return g_bytes_ref (changeset);
  *size = n_bytes;
  return g_bytes_new_take (g_realloc (g_steal_pointer (&packed), n_packed), n_packed);
}

/* The bytes as they were before plan_changeset_pack(), or NULL when they cannot be those. */
static GBytes *
inflate_bytes (gconstpointer data, gsize n_bytes, gint64 size)
{
  g_autofree guint8 *unpacked = NULL;
  uLongf n_unpacked = size;

  if (size == 0)
    return g_bytes_new (data, n_bytes);
  if (size < 0 || size > MAX_SIZE || size / MAX_RATIO > (gint64) n_bytes)
    return NULL;
  unpacked = g_try_malloc (size);
  if (unpacked == NULL || uncompress (unpacked, &n_unpacked, data, n_bytes) != Z_OK || n_unpacked != (uLongf) size)
    return NULL;
  return g_bytes_new_take (g_steal_pointer (&unpacked), n_unpacked);
}

/**
 * plan_changeset_unpack:
 * @data: what plan_changeset_pack() gave
 * @size: what it gave as size
 *
 * Returns: (transfer full): the changeset, or %NULL with %PLAN_ERROR_PARSE when it is damaged
 */
GBytes *
plan_changeset_unpack (PlanDb *db, gconstpointer data, gsize n_bytes, gint64 size, GError **error)
{
  g_autoptr (GBytes) changeset = inflate_bytes (data, n_bytes, size);

  if (changeset != NULL && plan_changeset_is_whole (changeset))
    return g_steal_pointer (&changeset);
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_PARSE,
               /* Translators: %s is the path of a file */
               _("The history of “%s” is damaged: a change cannot be read."), plan_db_get_path (db));
  return NULL;
}
