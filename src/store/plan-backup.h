/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Why a backup was made; only daily ones are ever removed. */
typedef enum {
  PLAN_BACKUP_DAILY,
  PLAN_BACKUP_BY_HAND,
  PLAN_BACKUP_BEFORE_UPDATE, /* of the file to a newer version of its format */
} PlanBackupKind;

/**
 * PlanBackup:
 * @date: "2026-11-28", or "2026-11-28-153012" when it is not a daily one; local time
 * @size: bytes
 *
 * A backup that lies beside an office.
 */
typedef struct
{
  char *path;
  char *date;
  PlanBackupKind kind;
  gint64 size;
} PlanBackup;

void       plan_backup_free    (PlanBackup *self);
GPtrArray *plan_backup_list    (const char *office, GError **error);
char      *plan_backup_make    (const char *office, PlanBackupKind kind, GDateTime *now, GError **error);
gboolean   plan_backup_copy    (const char *office, const char *target, GError **error);
gboolean   plan_backup_daily   (const char *office, GDateTime *now, gboolean *made, GError **error);
gboolean   plan_backup_restore (const char *office, const char *backup, GDateTime *now, char **kept, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanBackup, plan_backup_free)

G_END_DECLS
