/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-report.h"

G_BEGIN_DECLS

/**
 * PlanImportLine:
 * @record: the kind of record in the reader's language, or "" for what is of none
 * @title: what it is about
 * @count: how many values
 * @details: (element-type utf8): each single value, where they are known; @n_hidden more are only counted
 * @tasks: (element-type PlanId): of each of @details, the task that it is of, or %PLAN_ID_NONE
 *
 * All values of a report that were changed or dropped for the same reason.
 */
typedef struct
{
  PlanReportKind kind;
  const char *record;
  char *title;
  char *reason;
  guint count;
  GPtrArray *details;
  GArray *tasks;
  guint n_hidden;
} PlanImportLine;

GPtrArray *plan_import_lines_new     (const PlanReport *report);
gboolean   plan_import_line_fits     (const PlanImportLine *self, const char *words);
char      *plan_import_lines_to_text (GPtrArray *lines, const PlanReport *report, const char *name);

G_END_DECLS
