/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-backup.h"

G_BEGIN_DECLS

#define PLAN_BACKUP_SUFFIX ".planwright"
#define PLAN_BACKUP_INFIX ".backup-"
#define PLAN_BACKUP_UPDATE_INFIX ".before-update-"
#define PLAN_BACKUP_MOMENT "%Y-%m-%d-%H%M%S"

char    *plan_backup_make_stem   (const char *office);
char    *plan_backup_make_path   (const char *office, const char *infix, const char *date_format, GDateTime *now);
gboolean plan_backup_refuse_file (const char *path, int number, GError **error);
gboolean plan_backup_sync_folder (const char *path, GError **error);
void     plan_backup_tidy        (const char *office);
void     plan_restore_finish     (const char *office);

G_END_DECLS
