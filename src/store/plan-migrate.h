/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-db.h"

#include <glib.h>

G_BEGIN_DECLS

gboolean plan_migrate_sniff  (const char *path, gboolean *is_empty, GError **error);
gboolean plan_migrate_create (PlanDb *db, GError **error);
gboolean plan_migrate_update (PlanDb *db, gboolean read_only, GError **error);
gboolean plan_migrate_is_older (PlanDb *db, gboolean *is_older, GError **error);
PlanDb  *plan_migrate_copy   (PlanDb *db, GError **error);
gint64   plan_migrate_get_version (void);
void     plan_migrate_add_steps (const PlanDbFunc *added, guint n_added);

G_END_DECLS
