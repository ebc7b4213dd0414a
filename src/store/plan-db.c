/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One SQLite connection: opening it so that a hostile file can do no harm, statements that are prepared on first use, and
 * every result code turned into an error that names the file and the statement. Used by one thread at a time.
 */

#include "plan-db.h"

#include "plan-error.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* How long to wait for another program that holds the database for a moment. */
#define BUSY_TIMEOUT_MS 500

/* Longest text or blob: room for the compressed changeset of an import of a million tasks. */
#define MAX_LENGTH (256 * 1024 * 1024)

struct _PlanDb
{
  sqlite3 *handle;
  char *path;
  PlanStmt *stmts[PLAN_N_STMTS];
};

struct _PlanStmt
{
  PlanDb *db;
  sqlite3_stmt *handle;
  char *name;
  int bind_code; /* the first failure of a bind; the next step reports it */
};

static const struct
{
  int code;
  PlanError error;
  const char *message;
} failures[] = {
  /* Translators: in this and the next messages: the path of a file, then details for experts in English */
  { SQLITE_FULL, PLAN_ERROR_IO, N_("There is no room left on the disk for “%s” (%s).") },
  { SQLITE_CORRUPT, PLAN_ERROR_PARSE, N_("“%s” is damaged (%s).") },
  { SQLITE_NOTADB, PLAN_ERROR_PARSE, N_("“%s” is damaged (%s).") },
  { SQLITE_BUSY, PLAN_ERROR_BUSY, N_("Another program is writing “%s” (%s).") },
  { SQLITE_LOCKED, PLAN_ERROR_BUSY, N_("Another program is writing “%s” (%s).") },
  { SQLITE_READONLY, PLAN_ERROR_READ_ONLY, N_("“%s” can only be read (%s).") },
  { SQLITE_CANTOPEN, PLAN_ERROR_IO, N_("“%s” could not be opened (%s).") },
  { SQLITE_CONSTRAINT, PLAN_ERROR_RULE, N_("“%s” cannot hold the change: it names something that does not exist, or a value is not allowed (%s).") },
  { SQLITE_ABORT, PLAN_ERROR_RULE, N_("The change does not fit what “%s” holds now (%s).") },
  { SQLITE_ERROR, PLAN_ERROR_PARSE, N_("“%s” is not as it should be (%s).") },
};

/**
 * plan_db_fail:
 * @code: a result code of SQLite
 * @what: name of the statement or step that failed
 *
 * Turns a result code into an error.
 *
 * Returns: %FALSE
 */
gboolean
plan_db_fail (PlanDb *self, int code, const char *what, GError **error)
{
  g_autofree char *details = g_strdup_printf ("%s: %s, %d", what, sqlite3_errstr (code), code);

  for (guint i = 0; i < G_N_ELEMENTS (failures); i++)
    if (failures[i].code == (code & 0xff))
      {
        g_set_error (error, PLAN_ERROR, failures[i].error, _(failures[i].message), self->path, details);
        return FALSE;
      }
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_IO,
               /* Translators: the path of a file, then details for experts in English */
               _("“%s” could not be read or written (%s)."), self->path, details);
  return FALSE;
}

static gboolean
check_library (GError **error)
{
  if (sqlite3_compileoption_used ("ENABLE_SESSION") && sqlite3_compileoption_used ("ENABLE_PREUPDATE_HOOK"))
    return TRUE;
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_UNSUPPORTED,
               /* Translators: %s is a version number */
               _("The SQLite library of this computer (%s) lacks the session extension, without which Planwright cannot record changes."),
               sqlite3_libversion ());
  return FALSE;
}

/* Counting its memory costs SQLite a lock for each allocation. Does nothing when somebody has used SQLite before. */
static gpointer
stop_counting (gpointer data)
{
  sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
  return NULL;
}

static void
protect (sqlite3 *handle)
{
  static const struct
  {
    int what;
    int on;
  } switches[] = {
    { SQLITE_DBCONFIG_DEFENSIVE, 1 },
    { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
    { SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
    { SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
    { SQLITE_DBCONFIG_DQS_DDL, 0 },
    { SQLITE_DBCONFIG_DQS_DML, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    sqlite3_db_config (handle, switches[i].what, switches[i].on, NULL);
  sqlite3_limit (handle, SQLITE_LIMIT_LENGTH, MAX_LENGTH);
  sqlite3_limit (handle, SQLITE_LIMIT_SQL_LENGTH, 1024 * 1024);
  sqlite3_limit (handle, SQLITE_LIMIT_COLUMN, 200);
  sqlite3_limit (handle, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_limit (handle, SQLITE_LIMIT_WORKER_THREADS, 0);
  sqlite3_extended_result_codes (handle, 1);
  sqlite3_busy_timeout (handle, BUSY_TIMEOUT_MS);
}

static char *
make_uri (const char *path)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);

  return uri != NULL ? g_strconcat (uri, "?immutable=1", NULL) : g_strdup (path);
}

/**
 * plan_db_open:
 * @path: an absolute path, or ":memory:"
 *
 * Returns: (transfer full): a connection, or %NULL with an error
 */
PlanDb *
plan_db_open (const char *path, PlanDbMode mode, GError **error)
{
  g_autoptr (PlanDb) self = g_new0 (PlanDb, 1);
  g_autofree char *name = mode == PLAN_DB_IMMUTABLE ? make_uri (path) : g_strdup (path);
  static GOnce once = G_ONCE_INIT;
  int flags = SQLITE_OPEN_NOMUTEX, code;

  g_once (&once, stop_counting, NULL);
  self->path = g_strdup (path);
  if (!check_library (error))
    return NULL;
  switch (mode)
    {
    case PLAN_DB_WRITE:
      flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
      break;
    case PLAN_DB_READ:
      /* SQLite tidies up the files beside the database only for a connection that might write. */
      flags |= SQLITE_OPEN_READWRITE;
      break;
    case PLAN_DB_IMMUTABLE:
    default:
      flags |= SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
      break;
    }
  code = sqlite3_open_v2 (name, &self->handle, flags, NULL);
  if (code != SQLITE_OK)
    {
      plan_db_fail (self, code, "OPEN", error);
      return NULL;
    }
  protect (self->handle);
  if (!plan_db_run (self, PLAN_STMT_CONFIGURE, error) ||
      (mode != PLAN_DB_WRITE && !plan_db_run (self, PLAN_STMT_QUERY_ONLY, error)))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * plan_db_open_to_read:
 * @path: an absolute path
 *
 * Opens a file only to read it: beside a writer, or where nothing can be written.
 *
 * Returns: (transfer full): a connection, or %NULL with an error
 */
PlanDb *
plan_db_open_to_read (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path), *wal = g_strconcat (path, "-wal", NULL);
  gboolean may_write = g_access (path, W_OK) == 0 && g_access (folder, W_OK) == 0;

  return plan_db_open (path, may_write || g_file_test (wal, G_FILE_TEST_EXISTS) ? PLAN_DB_READ : PLAN_DB_IMMUTABLE, error);
}

/**
 * plan_db_open_in_memory:
 * @path: what errors name
 *
 * Returns: (transfer full): an empty database in memory, or %NULL with an error
 */
PlanDb *
plan_db_open_in_memory (const char *path, GError **error)
{
  PlanDb *self = plan_db_open (":memory:", PLAN_DB_WRITE, error);

  if (self != NULL)
    {
      g_free (self->path);
      self->path = g_strdup (path);
    }
  return self;
}

/**
 * plan_db_copy_pages:
 * @target: what it holds is replaced
 *
 * Copies one moment of a database.
 *
 * Returns: %FALSE with an error
 */
gboolean
plan_db_copy_pages (PlanDb *self, PlanDb *target, GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (target->handle, "main", self->handle, "main");
  int code;

  if (backup == NULL)
    return plan_db_fail (target, sqlite3_errcode (target->handle), "BACKUP", error);
  sqlite3_backup_step (backup, -1);
  code = sqlite3_backup_finish (backup);
  return code == SQLITE_OK || plan_db_fail (target, code, "BACKUP", error);
}

/**
 * plan_db_close:
 *
 * Closes the connection; what is not committed is lost. Statements from plan_db_prepare() must be freed before.
 */
void
plan_db_close (PlanDb *self)
{
  for (guint i = 0; i < PLAN_N_STMTS; i++)
    g_clear_pointer (&self->stmts[i], plan_stmt_free);
  sqlite3_close (self->handle);
  g_free (self->path);
  g_free (self);
}

/**
 * plan_db_get_handle:
 *
 * Returns: (transfer none): the connection, for the parts of SQLite that have no statements
 */
sqlite3 *
plan_db_get_handle (PlanDb *self)
{
  return self->handle;
}

/**
 * plan_db_get_path:
 *
 * Returns: (transfer none): the path of the file
 */
const char *
plan_db_get_path (PlanDb *self)
{
  return self->path;
}

/**
 * plan_db_is_in_transaction:
 *
 * Returns: whether a transaction is open; SQLite itself ends it after some failures
 */
gboolean
plan_db_is_in_transaction (PlanDb *self)
{
  return !sqlite3_get_autocommit (self->handle);
}

/**
 * plan_db_exec:
 * @name: stands for the SQL in errors
 * @sql: any number of statements
 *
 * Runs statements once, without looking at what they give.
 *
 * Returns: %FALSE with an error when one failed
 */
gboolean
plan_db_exec (PlanDb *self, const char *name, const char *sql, GError **error)
{
  int code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  return code == SQLITE_OK || plan_db_fail (self, code, name, error);
}

/**
 * plan_db_run:
 *
 * Runs the statements of that name, without looking at what they give.
 *
 * Returns: %FALSE with an error when one failed
 */
gboolean
plan_db_run (PlanDb *self, PlanStmtId id, GError **error)
{
  return plan_db_exec (self, plan_sql_queries[id].name, plan_sql_queries[id].sql, error);
}

/**
 * plan_db_ask:
 *
 * Runs a statement that answers with one text.
 *
 * Returns: (transfer full): the text, empty when there is none, or %NULL with an error
 */
char *
plan_db_ask (PlanDb *self, PlanStmtId id, GError **error)
{
  PlanStmt *stmt = plan_db_get (self, id, error);
  char *answer = NULL;
  gboolean has_row;

  if (stmt == NULL || !plan_stmt_step (stmt, &has_row, error))
    return NULL;
  if (has_row)
    answer = plan_stmt_dup_text (stmt, 0);
  plan_stmt_reset (stmt);
  return answer != NULL ? answer : g_strdup ("");
}

/**
 * plan_db_check_integrity:
 *
 * Looks at every page of the file.
 *
 * Returns: %FALSE with %PLAN_ERROR_PARSE, or that of a failed read
 */
gboolean
plan_db_check_integrity (PlanDb *self, GError **error)
{
  g_autofree char *answer = plan_db_ask (self, PLAN_STMT_CHECK_INTEGRITY, error);

  if (answer == NULL)
    return FALSE;
  if (strcmp (answer, "ok") == 0)
    return TRUE;
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_PARSE,
               /* Translators: the path of a file, then what SQLite says of it, in English */
               _("“%s” is damaged (%s)."), self->path, answer);
  return FALSE;
}

/**
 * plan_db_transaction:
 * @func: writes; %FALSE with an error takes everything back
 *
 * Returns: whether everything was written
 */
gboolean
plan_db_transaction (PlanDb *self, PlanDbFunc func, gpointer data, GError **error)
{
  if (!plan_db_run (self, PLAN_STMT_BEGIN_WRITE, error))
    return FALSE;
  if (func (self, data, error) && plan_db_run (self, PLAN_STMT_COMMIT, error))
    return TRUE;
  if (plan_db_is_in_transaction (self))
    plan_db_run (self, PLAN_STMT_ROLLBACK, NULL);
  return FALSE;
}

/**
 * plan_db_prepare:
 * @name: stands for the statement in errors
 *
 * Returns: (transfer full): one statement, or %NULL with an error
 */
PlanStmt *
plan_db_prepare (PlanDb *self, const char *name, const char *sql, GError **error)
{
  sqlite3_stmt *handle;
  int code = sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, NULL);
  PlanStmt *stmt;

  if (code != SQLITE_OK)
    {
      plan_db_fail (self, code, name, error);
      return NULL;
    }
  stmt = g_new0 (PlanStmt, 1);
  stmt->db = self;
  stmt->handle = handle;
  stmt->name = g_strdup (name);
  return stmt;
}

/**
 * plan_db_get:
 *
 * Returns: (transfer none): the statement of that name, prepared on first use, or %NULL with an error
 */
PlanStmt *
plan_db_get (PlanDb *self, PlanStmtId id, GError **error)
{
  if (self->stmts[id] == NULL)
    self->stmts[id] = plan_db_prepare (self, plan_sql_queries[id].name, plan_sql_queries[id].sql, error);
  return self->stmts[id];
}

/**
 * plan_db_read_int64:
 * @id: a statement without parameters that gives one row
 * @value: (out): the first column of that row, or 0
 *
 * Returns: %FALSE with an error when it failed
 */
gboolean
plan_db_read_int64 (PlanDb *self, PlanStmtId id, gint64 *value, GError **error)
{
  PlanStmt *stmt = plan_db_get (self, id, error);
  gboolean has_row = FALSE;

  if (stmt == NULL || !plan_stmt_step (stmt, &has_row, error))
    return FALSE;
  *value = has_row ? plan_stmt_get_int64 (stmt, 0) : 0;
  plan_stmt_reset (stmt);
  return TRUE;
}

/**
 * plan_stmt_free:
 *
 * Frees a statement of plan_db_prepare().
 */
void
plan_stmt_free (PlanStmt *self)
{
  sqlite3_finalize (self->handle);
  g_free (self->name);
  g_free (self);
}

static void
note_bind (PlanStmt *self, int code)
{
  if (self->bind_code == SQLITE_OK)
    self->bind_code = code;
}

/**
 * plan_stmt_bind_int64:
 * @index: number of the parameter, from 1
 *
 * Gives a parameter its value. Failures come with the next step.
 */
void
plan_stmt_bind_int64 (PlanStmt *self, int index, gint64 value)
{
  note_bind (self, sqlite3_bind_int64 (self->handle, index, value));
}

/**
 * plan_stmt_bind_id:
 * @id: an id, or 0 for NULL
 *
 * Gives a parameter its value. Failures come with the next step.
 */
void
plan_stmt_bind_id (PlanStmt *self, int index, gint64 id)
{
  note_bind (self, id != 0 ? sqlite3_bind_int64 (self->handle, index, id) : sqlite3_bind_null (self->handle, index));
}

/**
 * plan_stmt_bind_text:
 * @text: (nullable): a text that lives until the next reset
 *
 * Gives a parameter its value. Failures come with the next step.
 */
void
plan_stmt_bind_text (PlanStmt *self, int index, const char *text)
{
  note_bind (self, sqlite3_bind_text (self->handle, index, text, -1, SQLITE_STATIC));
}

/**
 * plan_stmt_bind_blob:
 * @data: (nullable): bytes that live until the next reset
 *
 * Gives a parameter its value. Failures come with the next step.
 */
void
plan_stmt_bind_blob (PlanStmt *self, int index, gconstpointer data, gsize size)
{
  note_bind (self, sqlite3_bind_blob64 (self->handle, index, data, size, SQLITE_STATIC));
}

/**
 * plan_stmt_bind_value:
 * @value: its text lives until the next reset
 *
 * Gives a parameter its value. Failures come with the next step.
 */
void
plan_stmt_bind_value (PlanStmt *self, int index, const PlanValue *value)
{
  switch (value->kind)
    {
    case PLAN_VALUE_INTEGER:
      plan_stmt_bind_int64 (self, index, value->integer);
      break;
    case PLAN_VALUE_TEXT:
      plan_stmt_bind_text (self, index, value->text);
      break;
    case PLAN_VALUE_NULL:
    default:
      note_bind (self, sqlite3_bind_null (self->handle, index));
    }
}

/**
 * plan_stmt_step:
 * @has_row: (out): whether there is a row to be read; else the statement is reset
 *
 * Returns: %FALSE with an error when the statement failed; it is reset then
 */
gboolean
plan_stmt_step (PlanStmt *self, gboolean *has_row, GError **error)
{
  int code = self->bind_code == SQLITE_OK ? sqlite3_step (self->handle) : self->bind_code;

  *has_row = code == SQLITE_ROW;
  if (code == SQLITE_ROW)
    return TRUE;
  plan_stmt_reset (self);
  return code == SQLITE_DONE || plan_db_fail (self->db, code, self->name, error);
}

/**
 * plan_stmt_step_done:
 *
 * Runs a statement that gives no rows and resets it.
 *
 * Returns: %FALSE with an error when it failed
 */
gboolean
plan_stmt_step_done (PlanStmt *self, GError **error)
{
  gboolean has_row;

  if (!plan_stmt_step (self, &has_row, error))
    return FALSE;
  if (has_row)
    plan_stmt_reset (self);
  return TRUE;
}

/**
 * plan_stmt_reset:
 *
 * Makes the statement ready to be run again.
 */
void
plan_stmt_reset (PlanStmt *self)
{
  sqlite3_reset (self->handle);
  self->bind_code = SQLITE_OK;
}

/**
 * plan_stmt_get_int64:
 * @column: number of the column, from 0
 *
 * Returns: the number, 0 for NULL
 */
gint64
plan_stmt_get_int64 (PlanStmt *self, int column)
{
  return sqlite3_column_int64 (self->handle, column);
}

/**
 * plan_stmt_dup_text:
 * @column: number of the column, from 0
 *
 * Returns: (transfer full) (nullable): the text, made valid UTF-8, or %NULL for NULL
 */
char *
plan_stmt_dup_text (PlanStmt *self, int column)
{
  const char *text = (const char *) sqlite3_column_text (self->handle, column);

  return text != NULL ? g_utf8_make_valid (text, -1) : NULL;
}

/**
 * plan_stmt_get_handle:
 *
 * Returns: (transfer none): the statement, for reading whole records without a call for each column
 */
sqlite3_stmt *
plan_stmt_get_handle (PlanStmt *self)
{
  return self->handle;
}
