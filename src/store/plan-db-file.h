/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-db.h"

G_BEGIN_DECLS

/**
 * PlanFileMark:
 * Which file of which disk, whatever its name.
 */
typedef struct
{
  guint64 device;
  guint64 inode;
} PlanFileMark;

gssize   plan_db_file_read_header (const char *path, gpointer buffer, gsize size, gint64 *file_size, GError **error);
gboolean plan_db_file_mark_log    (PlanDb *db, PlanFileMark *mark);
gboolean plan_db_file_is_in_place (PlanDb *db, const PlanFileMark *log);

G_END_DECLS
