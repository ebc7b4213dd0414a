/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-change-set.h"
#include "plan-db.h"

#include <glib.h>

G_BEGIN_DECLS

/* Which way a changeset is read or applied. */
typedef enum {
  PLAN_CHANGESET_FORWARD,
  PLAN_CHANGESET_BACKWARD,
} PlanChangesetDirection;

sqlite3_session *plan_changeset_record (PlanDb *db, GError **error);
GBytes          *plan_changeset_take   (PlanDb *db, sqlite3_session *session, GError **error);
PlanChangeSet   *plan_changeset_decode (PlanDb *db, GBytes *changeset, PlanChangesetDirection direction, GError **error);
gboolean         plan_changeset_apply  (PlanDb *db, GBytes *changeset, PlanChangesetDirection direction, GError **error);
GBytes          *plan_changeset_pack   (GBytes *changeset, gsize *size);
GBytes          *plan_changeset_unpack (PlanDb *db, gconstpointer data, gsize n_bytes, gint64 size, GError **error);

G_END_DECLS
