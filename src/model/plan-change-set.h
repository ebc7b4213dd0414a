/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-fields.h"
#include "plan-id.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _PlanChangeSet PlanChangeSet;

typedef enum {
  PLAN_CHANGE_INSERT,
  PLAN_CHANGE_UPDATE,
  PLAN_CHANGE_DELETE,
} PlanChangeOp;

/**
 * PlanChange:
 * @id: the record that changed
 * @field: for updates, the field
 * @old_value: for updates; the text belongs to the change set; likewise @new_value
 * @body: for insertions and deletions, the whole record; belongs to the change set
 */
typedef struct
{
  PlanChangeOp op;
  PlanRecord record;
  PlanId id;
  PlanFieldId field;
  PlanValue old_value;
  PlanValue new_value;
  gconstpointer body;
} PlanChange;

PlanChangeSet *plan_change_set_new        (void);
void           plan_change_set_free       (PlanChangeSet *self);
void           plan_change_set_add_update (PlanChangeSet *self, PlanFieldId field, PlanId id, const PlanValue *old_value,
                                           const PlanValue *new_value);
void           plan_change_set_add_insert (PlanChangeSet *self, PlanRecord record, gconstpointer body);
void           plan_change_set_add_delete (PlanChangeSet *self, PlanRecord record, gconstpointer body);
guint          plan_change_set_get_n      (const PlanChangeSet *self);
void           plan_change_set_get        (const PlanChangeSet *self, guint index, PlanChange *change);
gboolean       plan_change_set_has_record (const PlanChangeSet *self, PlanRecord record);
gboolean       plan_change_set_needs_schedule (const PlanChangeSet *self);
gboolean       plan_record_needs_schedule (PlanRecord record);
PlanChangeSet *plan_change_set_invert     (const PlanChangeSet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanChangeSet, plan_change_set_free)

G_END_DECLS
