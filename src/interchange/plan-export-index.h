/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-figures.h"
#include "plan-format.h"

G_BEGIN_DECLS

/* A record that stands alone, by rank or in the order in which it came into being. */
typedef struct
{
  gint64 rank;
  PlanId id;
} PlanExportRanked;

/**
 * PlanExportIndex:
 * @children: by kind, for kinds that belong to others: which records each owner has
 * @wanted: calendars and resources to write, or %NULL for all
 * @costs: (nullable): work and cost, made when they are asked for
 *
 * The model as writers of files need it: what belongs to what, in an order that is the same for equal models.
 */
typedef struct
{
  const PlanExport *what;
  const PlanModel *model;
  GArray *children[PLAN_N_RECORDS];
  GHashTable *wanted;
  PlanCosts *costs;
} PlanExportIndex;

void          plan_export_index_init      (PlanExportIndex *self, const PlanExport *what);
void          plan_export_index_clear     (PlanExportIndex *self);
gboolean      plan_export_find_children   (const PlanExportIndex *self, PlanRecord record, PlanId owner, guint *first, guint *end);
gconstpointer plan_export_get_child       (const PlanExportIndex *self, PlanRecord record, guint place);
gboolean      plan_export_wants           (const PlanExportIndex *self, PlanId id);
GArray       *plan_export_list            (const PlanExportIndex *self, PlanRecord record);
GArray       *plan_export_list_of_project (const PlanExportIndex *self, PlanRecord record, PlanFieldId task, PlanId project);
PlanCosts    *plan_export_get_costs       (PlanExportIndex *self);
gboolean      plan_export_get_figure      (PlanExportIndex *self, PlanRecord record, PlanId id, PlanFigureId figure, gint64 *value);
const PlanImportedValue *plan_export_get_imported (const PlanExportIndex *self, PlanId owner);

G_END_DECLS
