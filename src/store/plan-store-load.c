/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Loading: every record of the office into a model, by the field table. What the file holds is not believed: each value is
 * checked against its field, ids grow from row to row, and the records are checked against each other.
 */

#include "plan-store-private.h"

#include "plan-error.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* Rows between two looks at the progress. */
#define ROWS_PER_STEP 4096

typedef struct
{
  gint64 done;
  gint64 total;
  PlanProgress *progress;
} Loading;

static gboolean
refuse_id (PlanStore *self, PlanRecord record, PlanId id, GError **error)
{
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_PARSE,
               /* Translators: the path of a file, then the name of a table and the number of a row */
               _("“%s” is damaged: table “%s”, row %" PRId64 " has a wrong number."), self->path,
               plan_record_get_table (record), id);
  return FALSE;
}

static gboolean
load_rows (PlanStore *self, PlanModel *model, PlanRecord record, PlanStmt *rows, Loading *loading, GError **error)
{
  PlanId last = PLAN_ID_NONE;
  gboolean has_row;

  while (plan_stmt_step (rows, &has_row, error))
    {
      gconstpointer body;
      PlanId id;

      if (!has_row)
        return TRUE;
      body = plan_record_sql_read (self->records, rows, record, error);
      if (body == NULL)
        return FALSE;
      id = plan_record_get_id (body);
      if (id <= last || id > PLAN_ID_MAX)
        return refuse_id (self, record, id, error);
      last = id;
      plan_model_insert (model, record, body);
      if (++loading->done % ROWS_PER_STEP == 0 && !plan_progress_step (loading->progress, loading->done, loading->total, error))
        return FALSE;
    }
  return FALSE;
}

static gboolean
load_records (PlanStore *self, PlanModel *model, PlanProgress *progress, GError **error)
{
  Loading loading = { .progress = progress };
  gint64 counts[PLAN_N_RECORDS];

  for (guint record = 0; record < PLAN_N_RECORDS; record++)
    {
      if (!plan_record_sql_count (self->records, record, &counts[record], error))
        return FALSE;
      loading.total += counts[record];
    }
  for (guint record = 0; record < PLAN_N_RECORDS; record++)
    {
      PlanStmt *rows = plan_record_sql_select (self->records, record, error);
      gboolean ok;

      if (rows == NULL)
        return FALSE;
      plan_model_reserve (model, record, MIN (counts[record], G_MAXINT32));
      ok = load_rows (self, model, record, rows, &loading, error);
      plan_stmt_reset (rows);
      if (!ok)
        return FALSE;
    }
  return TRUE;
}

/**
 * plan_store_load:
 * @model: an empty model; on failure what it holds is of no use
 * @progress: (nullable): is told how far it is
 *
 * Loads all records as they are at one moment.
 *
 * Returns: %FALSE with %PLAN_ERROR_PARSE that says where the file is damaged, %PLAN_ERROR_CANCELLED, or %PLAN_ERROR_IO
 */
gboolean
plan_store_load (PlanStore *self, PlanModel *model, PlanProgress *progress, GError **error)
{
  gboolean ok;

  g_return_val_if_fail (self->state == PLAN_STORE_IDLE, FALSE);

  if (!plan_db_run (self->db, PLAN_STMT_BEGIN_READ, error))
    return FALSE;
  ok = load_records (self, model, progress, error) && plan_model_check (model, error);
  if (plan_db_is_in_transaction (self->db))
    plan_db_run (self->db, PLAN_STMT_ROLLBACK, NULL);
  sqlite3_db_release_memory (plan_db_get_handle (self->db));
  return ok;
}
