/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * SELECT, INSERT, UPDATE and DELETE of every kind of record, made from the field table when they are first used. Nothing
 * goes into the file, and nothing comes out of it, that the field table does not allow.
 */

#include "plan-record-sql.h"

#include "plan-error.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

/* The last number, or absence, that went through a column: most rows repeat it, and it need not be checked again. */
typedef struct
{
  gboolean is_known;
  PlanValue value;
} Seen;

/**
 * PlanRecordSql:
 * @bound: by field, what the parameter of the INSERT still holds
 * @body: the last row that was read; @read: by column, what its members hold
 */
struct _PlanRecordSql
{
  PlanDb *db;
  PlanStmt *inserts[PLAN_N_RECORDS];
  PlanStmt *deletes[PLAN_N_RECORDS];
  PlanStmt *counts[PLAN_N_RECORDS];
  PlanStmt *selects[PLAN_N_RECORDS];
  PlanStmt *updates[PLAN_N_FIELDS];
  Seen bound[PLAN_N_FIELDS];
  Seen read[PLAN_N_FIELDS];
  gpointer body;
};

/**
 * plan_record_sql_new:
 * @db: a connection that lives longer
 *
 * Returns: (transfer full): the statements of all records, none of them prepared yet
 */
PlanRecordSql *
plan_record_sql_new (PlanDb *db)
{
  PlanRecordSql *self = g_new0 (PlanRecordSql, 1);

  self->db = db;
  return self;
}

/**
 * plan_record_sql_free:
 *
 * Frees all statements.
 */
void
plan_record_sql_free (PlanRecordSql *self)
{
  for (guint i = 0; i < PLAN_N_RECORDS; i++)
    {
      g_clear_pointer (&self->inserts[i], plan_stmt_free);
      g_clear_pointer (&self->deletes[i], plan_stmt_free);
      g_clear_pointer (&self->counts[i], plan_stmt_free);
      g_clear_pointer (&self->selects[i], plan_stmt_free);
    }
  for (guint i = 0; i < PLAN_N_FIELDS; i++)
    g_clear_pointer (&self->updates[i], plan_stmt_free);
  g_free (self->body);
  g_free (self);
}

static char *
make_insert (PlanRecord record)
{
  PlanFieldId first = plan_field_first (record), end = first + plan_field_count (record);
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_append_printf (sql, "INSERT INTO \"%s\" (\"id\"", plan_record_get_table (record));
  for (PlanFieldId field = first; field < end; field++)
    g_string_append_printf (sql, ", \"%s\"", plan_field_get (field)->column);
  g_string_append (sql, ") VALUES (?");
  for (PlanFieldId field = first; field < end; field++)
    g_string_append (sql, ", ?");
  g_string_append_c (sql, ')');
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static char *
make_select (PlanRecord record)
{
  PlanFieldId first = plan_field_first (record), end = first + plan_field_count (record);
  g_autoptr (GString) sql = g_string_new ("SELECT \"id\"");

  for (PlanFieldId field = first; field < end; field++)
    g_string_append_printf (sql, ", \"%s\"", plan_field_get (field)->column);
  g_string_append_printf (sql, " FROM \"%s\" ORDER BY \"id\"", plan_record_get_table (record));
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static PlanStmt *
prepare (PlanRecordSql *self, const char *verb, PlanRecord record, char *sql, GError **error)
{
  g_autofree char *owned_sql = sql;
  g_autofree char *name = g_strdup_printf ("%s %s", verb, plan_record_get_table (record));

  return plan_db_prepare (self->db, name, owned_sql, error);
}

static gboolean
check_id (PlanRecord record, PlanId id, GError **error)
{
  if (id > 0)
    return TRUE;
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_RANGE,
               /* Translators: a number, then a kind of record as “task” */
               _("%" PRId64 " is not a number that a record (%s) can have."), id, plan_record_get_table (record));
  return FALSE;
}

static gboolean
has_seen (const Seen *seen, const PlanValue *value)
{
  return seen->is_known && seen->value.kind == value->kind && seen->value.integer == value->integer;
}

/* Texts are not remembered: they may be gone by the next row. */
static void
note_seen (Seen *seen, const PlanValue *value)
{
  seen->is_known = value->kind != PLAN_VALUE_TEXT;
  seen->value = *value;
}

static gboolean
bind_field (PlanRecordSql *self, PlanStmt *stmt, int index, PlanFieldId field, const PlanValue *value, GError **error)
{
  if (has_seen (&self->bound[field], value))
    return TRUE;
  if (!plan_field_check (field, value, error))
    return FALSE;
  plan_stmt_bind_value (stmt, index, value);
  note_seen (&self->bound[field], value);
  return TRUE;
}

/**
 * plan_record_sql_insert:
 * @body: a record with an id
 *
 * Returns: %FALSE with an error when a field cannot hold its value or the file cannot be written
 */
gboolean
plan_record_sql_insert (PlanRecordSql *self, PlanRecord record, gconstpointer body, GError **error)
{
  PlanFieldId first = plan_field_first (record);
  guint n = plan_field_count (record);
  PlanId id = plan_record_get_id (body);
  PlanStmt *stmt;

  if (self->inserts[record] == NULL)
    self->inserts[record] = prepare (self, "INSERT", record, make_insert (record), error);
  stmt = self->inserts[record];
  if (stmt == NULL || !check_id (record, id, error))
    return FALSE;
  plan_stmt_bind_int64 (stmt, 1, id);
  for (guint i = 0; i < n; i++)
    {
      PlanValue value = plan_field_get_value (first + i, body);

      if (!bind_field (self, stmt, (int) i + 2, first + i, &value, error))
        return FALSE;
    }
  return plan_stmt_step_done (stmt, error);
}

static gboolean
check_found (PlanRecordSql *self, PlanRecord record, PlanId id, GError **error)
{
  if (sqlite3_changes (plan_db_get_handle (self->db)) == 1)
    return TRUE;
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_NOT_FOUND,
               /* Translators: %s is a kind of record as “task”, then its number */
               _("There is no %s %" PRId64 " in the office."), plan_record_get_table (record), id);
  return FALSE;
}

static char *
make_update (const PlanField *field)
{
  return g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = ?1 WHERE \"id\" = ?2", plan_record_get_table (field->record), field->column);
}

/**
 * plan_record_sql_update:
 *
 * Returns: %FALSE with %PLAN_ERROR_NOT_FOUND when there is no such record, %PLAN_ERROR_RANGE when the field cannot hold the
 *   value, or another error when the file cannot be written
 */
gboolean
plan_record_sql_update (PlanRecordSql *self, PlanFieldId field, PlanId id, const PlanValue *value, GError **error)
{
  const PlanField *row = plan_field_get (field);
  PlanStmt *stmt;

  if (self->updates[field] == NULL)
    self->updates[field] = prepare (self, "UPDATE", row->record, make_update (row), error);
  stmt = self->updates[field];
  if (stmt == NULL || !plan_field_check (field, value, error))
    return FALSE;
  plan_stmt_bind_value (stmt, 1, value);
  plan_stmt_bind_int64 (stmt, 2, id);
  return plan_stmt_step_done (stmt, error) && check_found (self, row->record, id, error);
}

/**
 * plan_record_sql_delete:
 *
 * Returns: %FALSE with %PLAN_ERROR_NOT_FOUND when there is no such record, or another error when the file cannot be written
 */
gboolean
plan_record_sql_delete (PlanRecordSql *self, PlanRecord record, PlanId id, GError **error)
{
  PlanStmt *stmt;

  if (self->deletes[record] == NULL)
    self->deletes[record] = prepare (self, "DELETE", record,
                                     g_strdup_printf ("DELETE FROM \"%s\" WHERE \"id\" = ?1", plan_record_get_table (record)), error);
  stmt = self->deletes[record];
  if (stmt == NULL)
    return FALSE;
  plan_stmt_bind_int64 (stmt, 1, id);
  return plan_stmt_step_done (stmt, error) && check_found (self, record, id, error);
}

/**
 * plan_record_sql_count:
 * @count: (out): how many records of that kind there are
 *
 * Returns: %FALSE with an error when the file cannot be read
 */
gboolean
plan_record_sql_count (PlanRecordSql *self, PlanRecord record, gint64 *count, GError **error)
{
  gboolean has_row;
  PlanStmt *stmt;

  if (self->counts[record] == NULL)
    self->counts[record] = prepare (self, "COUNT", record,
                                    g_strdup_printf ("SELECT count (*) FROM \"%s\"", plan_record_get_table (record)), error);
  stmt = self->counts[record];
  if (stmt == NULL || !plan_stmt_step (stmt, &has_row, error))
    return FALSE;
  *count = plan_stmt_get_int64 (stmt, 0);
  plan_stmt_reset (stmt);
  return TRUE;
}

/**
 * plan_record_sql_select:
 *
 * Returns: (transfer none): the statement that gives all records of that kind in the order of their ids, to be read by
 *   plan_record_sql_read(), or %NULL with an error
 */
PlanStmt *
plan_record_sql_select (PlanRecordSql *self, PlanRecord record, GError **error)
{
  if (self->selects[record] == NULL)
    self->selects[record] = prepare (self, "SELECT", record, make_select (record), error);
  g_free (self->body);
  self->body = g_malloc0 (plan_record_get_size (record));
  memset (self->read, 0, sizeof self->read);
  return self->selects[record];
}

/* One call into the row and cheap ones into its value; without a mutex on the connection that is safe. */
static gboolean
read_value (sqlite3_stmt *row, int column, PlanValue *value)
{
  sqlite3_value *from = sqlite3_column_value (row, column);

  switch (sqlite3_value_type (from))
    {
    case SQLITE_INTEGER:
      *value = PLAN_VALUE_OF_INTEGER (sqlite3_value_int64 (from));
      return TRUE;
    case SQLITE_NULL:
      *value = PLAN_VALUE_OF_NULL;
      return TRUE;
    case SQLITE_TEXT:
      *value = (PlanValue){ PLAN_VALUE_TEXT, 0, (const char *) sqlite3_value_text (from) };
      return value->text != NULL && strlen (value->text) == (gsize) sqlite3_value_bytes (from);
    default:
      return FALSE;
    }
}

/* The body holds the last row, so that only what differs has to be checked and written. */
static gboolean
read_field (PlanRecordSql *self, sqlite3_stmt *row, int column, PlanFieldId field)
{
  PlanValue value;

  if (!read_value (row, column, &value))
    return FALSE;
  if (has_seen (&self->read[field], &value))
    return TRUE;
  if (!plan_field_check (field, &value, NULL))
    return FALSE;
  plan_field_set_value (field, self->body, &value);
  note_seen (&self->read[field], &value);
  return TRUE;
}

/**
 * plan_record_sql_read:
 * @rows: the last statement of plan_record_sql_select(), at a row
 *
 * Returns: (transfer none): the record, valid until the next step, or %NULL with %PLAN_ERROR_PARSE that names table, row and field
 *   of what is damaged
 */
gconstpointer
plan_record_sql_read (PlanRecordSql *self, PlanStmt *rows, PlanRecord record, GError **error)
{
  sqlite3_stmt *row = plan_stmt_get_handle (rows);
  PlanFieldId first = plan_field_first (record);
  guint n = plan_field_count (record);
  PlanId id = sqlite3_column_int64 (row, 0);

  *(PlanId *) self->body = id;
  for (guint i = 0; i < n; i++)
    if (!read_field (self, row, (int) i + 1, first + i))
      {
        g_set_error (error, PLAN_ERROR, PLAN_ERROR_PARSE,
                     /* Translators: the path of a file, then the name of a table, the number of a row and the name of a column */
                     _("“%s” is damaged: table “%s”, row %" PRId64 ", field “%s”."), plan_db_get_path (self->db),
                     plan_record_get_table (record), id, plan_field_get (first + i)->column);
        return NULL;
      }
  return self->body;
}
