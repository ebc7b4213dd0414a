/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-fields.h"
#include "plan-sql.h"

#include <glib.h>

#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include <sqlite3.h>

G_BEGIN_DECLS

typedef struct _PlanDb PlanDb;
typedef struct _PlanStmt PlanStmt;

typedef enum {
  PLAN_DB_WRITE,     /* make the file when it does not exist */
  PLAN_DB_READ,      /* read a file that others may write */
  PLAN_DB_IMMUTABLE, /* read a file that nobody can write, without any file beside it */
} PlanDbMode;

typedef gboolean (*PlanDbFunc) (PlanDb *self, gpointer data, GError **error);

PlanDb     *plan_db_open        (const char *path, PlanDbMode mode, GError **error);
PlanDb     *plan_db_open_to_read (const char *path, GError **error);
PlanDb     *plan_db_open_in_memory (const char *path, GError **error);
gboolean    plan_db_copy_pages  (PlanDb *self, PlanDb *target, GError **error);
void        plan_db_close       (PlanDb *self);
sqlite3    *plan_db_get_handle  (PlanDb *self);
const char *plan_db_get_path    (PlanDb *self);
gboolean    plan_db_fail        (PlanDb *self, int code, const char *what, GError **error);
gboolean    plan_db_exec        (PlanDb *self, const char *name, const char *sql, GError **error);
gboolean    plan_db_run         (PlanDb *self, PlanStmtId id, GError **error);
char       *plan_db_ask         (PlanDb *self, PlanStmtId id, GError **error);
gboolean    plan_db_check_integrity (PlanDb *self, GError **error);
gboolean    plan_db_read_int64  (PlanDb *self, PlanStmtId id, gint64 *value, GError **error);
gboolean    plan_db_transaction (PlanDb *self, PlanDbFunc func, gpointer data, GError **error);
gboolean    plan_db_is_in_transaction (PlanDb *self);

PlanStmt   *plan_db_prepare     (PlanDb *self, const char *name, const char *sql, GError **error);
PlanStmt   *plan_db_get         (PlanDb *self, PlanStmtId id, GError **error);
void        plan_stmt_free      (PlanStmt *self);

void        plan_stmt_bind_int64 (PlanStmt *self, int index, gint64 value);
void        plan_stmt_bind_id   (PlanStmt *self, int index, gint64 id);
void        plan_stmt_bind_text (PlanStmt *self, int index, const char *text);
void        plan_stmt_bind_blob (PlanStmt *self, int index, gconstpointer data, gsize size);
void        plan_stmt_bind_value (PlanStmt *self, int index, const PlanValue *value);

gboolean    plan_stmt_step      (PlanStmt *self, gboolean *has_row, GError **error);
gboolean    plan_stmt_step_done (PlanStmt *self, GError **error);
void        plan_stmt_reset     (PlanStmt *self);
gint64      plan_stmt_get_int64 (PlanStmt *self, int column);
char       *plan_stmt_dup_text  (PlanStmt *self, int column);
sqlite3_stmt *plan_stmt_get_handle (PlanStmt *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanDb, plan_db_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanStmt, plan_stmt_free)

G_END_DECLS
