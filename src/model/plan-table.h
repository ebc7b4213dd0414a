/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-id.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _PlanTable PlanTable;

PlanTable    *plan_table_new      (gsize record_size);
PlanTable    *plan_table_share    (PlanTable *self);
void          plan_table_free     (PlanTable *self);
guint         plan_table_get_n    (const PlanTable *self);
gconstpointer plan_table_get_at   (const PlanTable *self, guint index);
gconstpointer plan_table_get_run  (const PlanTable *self, guint index, guint *n);
guint         plan_table_find     (const PlanTable *self, PlanId id);
gpointer      plan_table_append   (PlanTable *self, gconstpointer body);
gpointer      plan_table_edit     (PlanTable *self, guint index);
void          plan_table_remove   (PlanTable *self, guint index);
void          plan_table_reserve  (PlanTable *self, guint n);

G_END_DECLS
