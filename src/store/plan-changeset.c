/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What SQLite's session extension records of a transaction: taken from the session, applied forwards and backwards, and
 * packed for the history. A changeset that comes from a file has to be read by plan_changeset_decode() before it is applied,
 * so that nothing of a damaged one reaches SQLite.
 */

#include "plan-changeset.h"

#include "plan-error.h"

#include <glib/gi18n-lib.h>
#include <zlib.h>

/* Shorter ones are kept as they are. */
#define PACK_FROM 1024

/* Large ones shrink as far at this level as at the default one, in a third of the time. */
#define FAST_FROM (64 * 1024)
#define FAST_LEVEL 3

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
  int level = n_bytes >= FAST_FROM ? FAST_LEVEL : Z_DEFAULT_COMPRESSION;

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

  if (changeset != NULL)
    return g_steal_pointer (&changeset);
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_PARSE,
               /* Translators: %s is the path of a file */
               _("The history of “%s” is damaged: a change cannot be unpacked."), plan_db_get_path (db));
  return NULL;
}
