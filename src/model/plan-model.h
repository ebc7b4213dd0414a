/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-assignment.h"
#include "plan-calendar.h"
#include "plan-change-set.h"
#include "plan-custom.h"
#include "plan-fields.h"
#include "plan-project.h"
#include "plan-resource.h"
#include "plan-task.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlanModel:
 *
 * Owner of all records that people typed, in packed pages by kind. The order within a kind means nothing and changes
 * when records are deleted; row order is in #PlanOutline. Not changed by more than one thread; a snapshot is another
 * PlanModel that shares the pages until one of the two changes them.
 */
typedef struct _PlanModel PlanModel;

#define PLAN_INDEX_NONE G_MAXUINT

PlanModel            *plan_model_new            (void);
PlanModel            *plan_model_snapshot       (PlanModel *self);
PlanModel            *plan_model_ref            (PlanModel *self);
void                  plan_model_unref          (PlanModel *self);

guint                 plan_model_get_n          (const PlanModel *self, PlanRecord record);
gconstpointer         plan_model_get_at         (const PlanModel *self, PlanRecord record, guint index);
guint                 plan_model_find           (const PlanModel *self, PlanRecord record, PlanId id);
gconstpointer         plan_model_lookup         (const PlanModel *self, PlanRecord record, PlanId id);

const PlanProject    *plan_model_get_project    (const PlanModel *self, PlanId id);
const PlanCalendar   *plan_model_get_calendar   (const PlanModel *self, PlanId id);
const PlanTask       *plan_model_get_task       (const PlanModel *self, PlanId id);
const PlanResource   *plan_model_get_resource   (const PlanModel *self, PlanId id);
gconstpointer         plan_model_get_run        (const PlanModel *self, PlanRecord record, guint index, guint *n);
const PlanTask       *plan_model_get_task_at    (const PlanModel *self, guint index);
const PlanLink       *plan_model_get_link_at    (const PlanModel *self, guint index);
const PlanAssignment *plan_model_get_assignment_at (const PlanModel *self, guint index);

void                  plan_model_insert         (PlanModel *self, PlanRecord record, gconstpointer body);
void                  plan_model_set            (PlanModel *self, PlanFieldId field, PlanId id, const PlanValue *value);
void                  plan_model_remove         (PlanModel *self, PlanRecord record, PlanId id);
const char           *plan_model_keep_text      (PlanModel *self, const char *text);
gboolean              plan_model_apply          (PlanModel *self, const PlanChangeSet *changes, GError **error);
void                  plan_model_reserve        (PlanModel *self, PlanRecord record, guint n);

gboolean              plan_model_check          (const PlanModel *self, GError **error);
PlanId                plan_model_get_largest_id (const PlanModel *self);
gboolean              plan_model_has_baseline   (const PlanModel *self, PlanId project, int number);

/* How far ahead of the record that is read one is fetched in a walk through all of them. */
#define PLAN_PREFETCH_AHEAD 6

/* Has memory bring a record of a run that will be read soon; nothing happens when it is none. */
static inline void
plan_prefetch_record (gconstpointer record, gsize size)
{
  for (gsize i = 0; i < size; i += 64)
    __builtin_prefetch ((const char *) record + i);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanModel, plan_model_unref)

G_END_DECLS
