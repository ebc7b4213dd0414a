/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-batch.h"
#include "plan-columns.h"

G_BEGIN_DECLS

/**
 * PlanCells:
 * @source: what the cells say before the edit; its index is made when it is first needed
 * @rows: (element-type PlanId): the tasks by row, new ones among them; made when it is first needed
 * @drafts: the tasks that have been edited or are new, as they will be, by id
 * @summaries: ids of new tasks that others lie below
 * @owned: ids of records that go, with all that belongs to them
 * @resources: ids of resources by name in one case of letters, new ones among them
 * @most_signs: how many signs that part names in a list occur in one name
 *
 * Several cells of one project on their way into one edit.
 */
typedef struct
{
  PlanDocument *document;
  const PlanModel *model;
  const PlanProject *project;
  PlanBatch *batch;
  PlanCellSource source;
  const PlanOutline *outline;
  GArray *rows;
  GHashTable *drafts;
  GHashTable *summaries;
  GHashTable *owned;
  GHashTable *resources;
  guint most_signs;
  gint64 resource_rank;
} PlanCells;

PlanCells   *plan_cells_new              (PlanDocument *document, PlanId project);
void         plan_cells_free             (PlanCells *self);
PlanTask    *plan_cells_get_draft        (PlanCells *self, PlanId task);
void         plan_cells_add_draft        (PlanCells *self, const PlanTask *task);
GArray      *plan_cells_get_rows         (PlanCells *self);
const PlanTaskIndex *plan_cells_get_index (PlanCells *self);
gboolean     plan_cells_is_editable      (PlanCells *self, PlanColumnId column, PlanId task);
gboolean     plan_cells_set              (PlanCells *self, PlanColumnId column, PlanId task, const char *text,
                                          GError **error);
gboolean     plan_cells_set_predecessors (PlanCells *self, const PlanTask *task, const char *text, GError **error);
const char  *plan_cells_get_project_name (const PlanModel *model, PlanId project);
gboolean     plan_cells_set_resources    (PlanCells *self, const PlanTask *task, const char *text, GError **error);
char        *plan_cells_find_units       (char *text);
gboolean     plan_cells_run              (PlanCells *self, const char *label, const char *subject, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanCells, plan_cells_free)

G_END_DECLS
