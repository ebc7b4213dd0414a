/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether a file is an office, and bringing one of an older version up to date: one step for each version, each in a
 * transaction of its own, never edited once it was released. A new office goes through the same steps, so that its schema can
 * be compared word for word with any other: a file with an object more, less or different is not one of ours and is left
 * as it is.
 */

#include "plan-migrate.h"

#include "plan-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define APPLICATION_ID 0x504C4E57
#define HEADER_SIZE 100
#define APPLICATION_ID_AT 68

static gboolean
create_schema (PlanDb *db, gpointer data, GError **error)
{
  g_autofree char *id = g_uuid_string_random ();
  const char *rows[][2] = { { "kind", "office" }, { "id", id } };
  PlanStmt *stmt;

  if (!plan_db_exec (db, "SCHEMA", plan_sql_schema, error))
    return FALSE;
  stmt = plan_db_get (db, PLAN_STMT_META_SET, error);
  for (guint i = 0; stmt != NULL && i < G_N_ELEMENTS (rows); i++)
    {
      plan_stmt_bind_text (stmt, 1, rows[i][0]);
      plan_stmt_bind_text (stmt, 2, rows[i][1]);
      if (!plan_stmt_step_done (stmt, error))
        return FALSE;
    }
  return stmt != NULL;
}

/* steps[n] makes version n + 1 of version n */
static const PlanDbFunc steps[] = { create_schema };

/* For tests only, see plan_migrate_add_steps(). */
static const PlanDbFunc *more_steps;
static guint n_more_steps;

/**
 * plan_migrate_add_steps:
 * @added: (nullable): steps that come after those of this program, static
 *
 * Lets tests play a newer version of the program. Replaces what was added before.
 */
void
plan_migrate_add_steps (const PlanDbFunc *added, guint n_added)
{
  more_steps = added;
  n_more_steps = n_added;
}

/**
 * plan_migrate_get_version:
 *
 * Returns: the version of the format that this program writes
 */
gint64
plan_migrate_get_version (void)
{
  return G_N_ELEMENTS (steps) + n_more_steps;
}

/* @data: the version that is there. The new one is set in the same transaction. */
static gboolean
run_step (PlanDb *db, gpointer data, GError **error)
{
  gint64 version = *(gint64 *) data;
  PlanDbFunc step = version < (gint64) G_N_ELEMENTS (steps) ? steps[version] : more_steps[version - G_N_ELEMENTS (steps)];
  g_autofree char *sql = g_strdup_printf ("PRAGMA user_version = %" G_GINT64_FORMAT, version + 1);

  return step (db, NULL, error) && plan_db_exec (db, "SET_VERSION", sql, error);
}

static gboolean
run_steps (PlanDb *db, gint64 from, gint64 to, GError **error)
{
  for (gint64 i = from; i < to; i++)
    if (!plan_db_transaction (db, run_step, &i, error))
      return FALSE;
  return TRUE;
}

static gboolean
refuse (const char *path, GError **error)
{
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_PARSE,
               /* Translators: %s is the path of a file */
               _("“%s” is not an office of Planwright."), path);
  return FALSE;
}

static gboolean
refuse_reading (const char *path, int number, GError **error)
{
  g_set_error (error, PLAN_ERROR, number == ENOENT ? PLAN_ERROR_NOT_FOUND : PLAN_ERROR_IO,
               /* Translators: the path of a file, then the system's reason */
               _("“%s” could not be read: %s."), path, g_strerror (number));
  return FALSE;
}

/* While a journal lies beside it, the file may be half-written; SQLite puts it right before we look. */
static gboolean
has_journal (const char *path)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);

  return g_file_test (journal, G_FILE_TEST_EXISTS);
}

static gboolean
is_office_header (const guint8 *header)
{
  guint32 application_id;

  memcpy (&application_id, header + APPLICATION_ID_AT, sizeof application_id);
  return memcmp (header, "SQLite format 3", 16) == 0 && GUINT32_FROM_BE (application_id) == APPLICATION_ID;
}

/**
 * plan_migrate_sniff:
 * @is_empty: (out): whether the file has no bytes
 *
 * Looks at the first bytes of a file, so that SQLite never touches one of another kind.
 *
 * Returns: %FALSE with %PLAN_ERROR_NOT_FOUND, %PLAN_ERROR_PARSE when it is not an office, or %PLAN_ERROR_IO
 */
gboolean
plan_migrate_sniff (const char *path, gboolean *is_empty, GError **error)
{
  guint8 header[HEADER_SIZE];
  struct stat about;
  gssize n_bytes = -1;
  int number, fd;

  fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  if (fd < 0)
    return refuse_reading (path, errno, error);
  if (fstat (fd, &about) == 0)
    n_bytes = S_ISREG (about.st_mode) ? read (fd, header, sizeof header) : 0;
  number = errno;
  close (fd);
  if (n_bytes < 0)
    return refuse_reading (path, number, error);
  *is_empty = S_ISREG (about.st_mode) && about.st_size == 0;
  if (*is_empty || (n_bytes == HEADER_SIZE && is_office_header (header)) || (S_ISREG (about.st_mode) && has_journal (path)))
    return TRUE;
  return refuse (path, error);
}

/* One line for each object of the schema. */
static GPtrArray *
list_schema (PlanDb *db, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);
  PlanStmt *stmt = plan_db_get (db, PLAN_STMT_LIST_SCHEMA, error);
  gboolean has_row;

  if (stmt == NULL)
    return NULL;
  while (plan_stmt_step (stmt, &has_row, error))
    {
      g_autofree char *type = NULL, *name = NULL, *sql = NULL;

      if (!has_row)
        return g_steal_pointer (&list);
      type = plan_stmt_dup_text (stmt, 0);
      name = plan_stmt_dup_text (stmt, 1);
      sql = plan_stmt_dup_text (stmt, 2);
      g_ptr_array_add (list, g_strdup_printf ("%s %s %s", type, name, sql));
    }
  return NULL;
}

static gboolean
refuse_object (PlanDb *db, const char *object, GError **error)
{
  g_auto (GStrv) words = g_strsplit (object, " ", 3);

  g_set_error (error, PLAN_ERROR, PLAN_ERROR_PARSE,
               /* Translators: the path of a file, then a kind of thing in a database (as “table” or “trigger”) and its name */
               _("“%s” is not an office of Planwright: its %s “%s” is not as it should be."), plan_db_get_path (db), words[0], words[1]);
  return FALSE;
}

static gboolean
compare_schema (PlanDb *db, gint64 version, GError **error)
{
  g_autoptr (PlanDb) model = plan_db_open (":memory:", PLAN_DB_WRITE, error);
  g_autoptr (GPtrArray) expected = NULL, found = NULL;

  if (model == NULL || !run_steps (model, 0, version, error))
    return FALSE;
  expected = list_schema (model, error);
  found = expected != NULL ? list_schema (db, error) : NULL;
  if (found == NULL)
    return FALSE;
  for (guint i = 0; i < MAX (found->len, expected->len); i++)
    {
      const char *object = i < found->len ? g_ptr_array_index (found, i) : NULL;
      const char *ours = i < expected->len ? g_ptr_array_index (expected, i) : NULL;

      if (g_strcmp0 (object, ours) != 0)
        return refuse_object (db, object != NULL ? object : ours, error);
    }
  return TRUE;
}

/* "table NAME CREATE VIRTUAL TABLE …": SQLite keeps the first words of a statement in this form. */
static gboolean
is_virtual (const char *object)
{
  return strstr (object, " CREATE VIRTUAL ") != NULL;
}

/* What a newer version added cannot be known, but it is never something that runs by itself. */
static gboolean
check_newer (PlanDb *db, GError **error)
{
  g_autoptr (GPtrArray) found = list_schema (db, error);

  if (found == NULL)
    return FALSE;
  for (guint i = 0; i < found->len; i++)
    {
      const char *object = g_ptr_array_index (found, i);

      if ((!g_str_has_prefix (object, "table ") && !g_str_has_prefix (object, "index ")) || is_virtual (object))
        return refuse_object (db, object, error);
    }
  return TRUE;
}

/**
 * plan_migrate_create:
 *
 * Makes an empty database an office.
 *
 * Returns: %FALSE with an error when it cannot be written
 */
gboolean
plan_migrate_create (PlanDb *db, GError **error)
{
  return run_steps (db, 0, plan_migrate_get_version (), error);
}

/* The version of a file that is an office. */
static gboolean
read_version (PlanDb *db, gint64 *version, GError **error)
{
  gint64 application_id;

  if (!plan_db_read_int64 (db, PLAN_STMT_READ_APPLICATION_ID, &application_id, error) ||
      !plan_db_read_int64 (db, PLAN_STMT_READ_VERSION, version, error))
    return FALSE;
  return (application_id == APPLICATION_ID && *version >= 1) || refuse (plan_db_get_path (db), error);
}

/**
 * plan_migrate_is_older:
 * @is_older: (out): whether plan_migrate_update() would change the file
 *
 * An older file has to have the schema of its version before anything is written to it.
 *
 * Returns: %FALSE with %PLAN_ERROR_PARSE when it is not an office, or another error
 */
gboolean
plan_migrate_is_older (PlanDb *db, gboolean *is_older, GError **error)
{
  gint64 version;

  if (!read_version (db, &version, error))
    return FALSE;
  *is_older = version < plan_migrate_get_version ();
  return !*is_older || compare_schema (db, version, error);
}

/**
 * plan_migrate_copy:
 * @db: an office of an older version that can only be read
 *
 * Returns: (transfer full): a copy of it in memory that can be brought up to date, or %NULL with an error
 */
PlanDb *
plan_migrate_copy (PlanDb *db, GError **error)
{
  g_autoptr (PlanDb) copy = plan_db_open_in_memory (plan_db_get_path (db), error);

  return copy != NULL && plan_db_copy_pages (db, copy, error) ? g_steal_pointer (&copy) : NULL;
}

/**
 * plan_migrate_update:
 * @read_only: nothing may be written; an older file is then one that plan_migrate_copy() gave
 *
 * Checks that the file is an office with our schema and brings an older one up to date.
 *
 * Returns: %FALSE with %PLAN_ERROR_PARSE when it is not an office, %PLAN_ERROR_TOO_NEW when it can only be read, or another error
 */
gboolean
plan_migrate_update (PlanDb *db, gboolean read_only, GError **error)
{
  gint64 version;

  if (!read_version (db, &version, error))
    return FALSE;
  if (version > plan_migrate_get_version ())
    {
      if (read_only)
        return check_newer (db, error);
      g_set_error (error, PLAN_ERROR, PLAN_ERROR_TOO_NEW,
                   /* Translators: %s is the path of a file */
                   _("“%s” was written by a newer version of Planwright; this one can only read it."), plan_db_get_path (db));
      return FALSE;
    }
  return run_steps (db, version, plan_migrate_get_version (), error) && compare_schema (db, plan_migrate_get_version (), error);
}
