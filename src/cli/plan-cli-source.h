/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-cli.h"
#include "plan-import.h"
#include "plan-model.h"
#include "plan-schedule.h"

G_BEGIN_DECLS

/**
 * PlanCliSource:
 * @import: what the reader made of the file, or %NULL when it is an office
 * @stamp: plan_search_make_stamp() of an office, or %NULL
 *
 * A file that a verb only reads: a foreign one or an office, loaded and scheduled.
 */
typedef struct
{
  PlanModel *model;
  PlanSchedule *schedule;
  PlanImport *import;
  char *stamp;
} PlanCliSource;

PlanImport    *plan_cli_read_import         (const char *path, const char *format, GError **error);
PlanCliSource *plan_cli_source_open         (const char *path, const char *format, PlanCliClock *clock, GError **error);
void           plan_cli_source_free         (PlanCliSource *self);
gboolean       plan_cli_find_project        (const PlanModel *model, const char *name, PlanId *id, GError **error);
gboolean       plan_cli_get_only_project    (const PlanModel *model, PlanId *id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanCliSource, plan_cli_source_free)

G_END_DECLS
