/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-db.h"

#include <glib.h>

G_BEGIN_DECLS

gboolean plan_migrate_sniff  (const char *path, gboolean *is_empty, GError **error);
gboolean plan_migrate_create (PlanDb *db, GError **error);
gboolean plan_migrate_update (PlanDb *db, gboolean read_only, GError **error);

G_END_DECLS
