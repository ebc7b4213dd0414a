/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-history.h"
#include "plan-lock.h"
#include "plan-record-sql.h"
#include "plan-store.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  PLAN_STORE_IDLE,
  PLAN_STORE_EDITING, /* a transaction is open */
  PLAN_STORE_FAILED,  /* SQLite refused a statement; all that is left is to roll back */
} PlanStoreState;

/**
 * PlanStore:
 * @session: records the edit; %NULL for a step, whose changeset is known
 * @changeset: what the edit changed so far, or %NULL when something was written since it was taken
 * @step: entry that the edit steps over, or 0; @direction: which way
 */
struct _PlanStore
{
  char *path;
  gboolean read_only;
  PlanLock *lock;
  PlanDb *db;
  PlanRecordSql *records;
  PlanHistory *history;
  PlanStoreState state;
  sqlite3_session *session;
  GBytes *changeset;
  gint64 step;
  PlanChangesetDirection direction;
};

gboolean plan_store_require_writable (PlanStore *self, GError **error);

G_END_DECLS
