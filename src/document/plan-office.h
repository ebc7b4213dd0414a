/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-backup.h"
#include "plan-store.h"

G_BEGIN_DECLS

/**
 * PlanOfficeBackup:
 * @n_projects: how many there are, -1 when the backup cannot be read; likewise @n_tasks
 */
typedef struct
{
  PlanBackup *backup;
  gint64 n_projects;
  gint64 n_tasks;
} PlanOfficeBackup;

/**
 * PlanOfficeFacts:
 * @problem: (nullable): why the office cannot be read; then only @backups is known
 * @backups: of PlanOfficeBackup, newest first
 */
typedef struct
{
  PlanStoreInfo info;
  char *problem;
  GPtrArray *backups;
} PlanOfficeFacts;

/**
 * PlanCompacted:
 * Bytes of the file before and after, and how many edits of the history were forgotten.
 */
typedef struct
{
  gint64 size_before;
  gint64 size_after;
  gint64 n_forgotten;
} PlanCompacted;

gboolean         plan_office_check      (const char *path, PlanProgress *progress, GError **error);
gboolean         plan_office_compact    (const char *path, int keep_days, PlanCompacted *result, GError **error);
PlanOfficeFacts *plan_office_describe   (const char *path, PlanProgress *progress, GError **error);
void             plan_office_facts_free (PlanOfficeFacts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanOfficeFacts, plan_office_facts_free)

G_END_DECLS
