/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-batch.h"
#include "plan-outline.h"

G_BEGIN_DECLS

/* The number of the place above all tasks of a project, and of no place at all. */
#define PLAN_PLACE_NONE 0

/**
 * PlanPlace:
 * @body: the task itself when it is new
 * @previous: the sibling above it; @next: the sibling below it
 * @first: its first subtask; @last: its last one
 * @rank: for writing only
 * @moved: was put here; @disturbed: something was put below it
 *
 * A row of a plan while rows are moved. Places name each other by number.
 */
typedef struct
{
  PlanTask *body;
  guint parent;
  guint previous;
  guint next;
  guint first;
  guint last;
  gint64 rank;
  gboolean moved;
  gboolean disturbed;
} PlanPlace;

/**
 * PlanPlaces:
 * @n_rows: how many rows the plan has in the model; row i is place i + 1
 *
 * The rows of one project on their way into another order. The tasks themselves are looked at only where rows are moved.
 */
typedef struct
{
  const PlanModel *model;
  const PlanOutline *outline;
  GArray *places; /* of PlanPlace */
  guint n_rows;
} PlanPlaces;

PlanPlaces *plan_places_new      (PlanDocument *document, PlanId project);
void        plan_places_free     (PlanPlaces *self);
PlanPlace  *plan_places_get      (const PlanPlaces *self, guint place);
const PlanTask *plan_places_get_task (const PlanPlaces *self, guint place);
guint       plan_places_find     (const PlanPlaces *self, PlanId task);
GArray     *plan_places_list_top (const PlanPlaces *self, const PlanId *tasks, guint n_tasks);
guint       plan_places_add      (PlanPlaces *self, const PlanTask *task);
void        plan_places_put      (PlanPlaces *self, guint place, guint parent, guint after);
void        plan_places_write    (PlanPlaces *self, PlanBatch *batch);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanPlaces, plan_places_free)

G_END_DECLS
