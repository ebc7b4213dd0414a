/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-document.h"

G_BEGIN_DECLS

typedef struct _PlanDailyBackup PlanDailyBackup;

typedef void (*PlanDailyBackupFunc) (const char *sentence, gpointer data);

PlanDailyBackup *plan_daily_backup_new  (PlanDocument *document, guint delay_ms, PlanDailyBackupFunc failed, gpointer data);
void             plan_daily_backup_free (PlanDailyBackup *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanDailyBackup, plan_daily_backup_free)

G_END_DECLS
