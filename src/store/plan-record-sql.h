/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-db.h"
#include "plan-fields.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _PlanRecordSql PlanRecordSql;

PlanRecordSql *plan_record_sql_new    (PlanDb *db);
void           plan_record_sql_free   (PlanRecordSql *self);

gboolean       plan_record_sql_insert (PlanRecordSql *self, PlanRecord record, gconstpointer body, GError **error);
gboolean       plan_record_sql_update (PlanRecordSql *self, PlanFieldId field, PlanId id, const PlanValue *value, GError **error);
gboolean       plan_record_sql_delete (PlanRecordSql *self, PlanRecord record, PlanId id, GError **error);
gboolean       plan_record_sql_count  (PlanRecordSql *self, PlanRecord record, gint64 *count, GError **error);
PlanStmt      *plan_record_sql_select (PlanRecordSql *self, PlanRecord record, GError **error);
gconstpointer  plan_record_sql_read   (PlanRecordSql *self, PlanStmt *rows, PlanRecord record, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanRecordSql, plan_record_sql_free)

G_END_DECLS
