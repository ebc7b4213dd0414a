/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-document.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLAN_TYPE_FIELD_ROW (plan_field_row_get_type ())
G_DECLARE_FINAL_TYPE (PlanFieldRow, plan_field_row, PLAN, FIELD_ROW, GObject)

PlanFieldRow *plan_field_row_new         (PlanDocument *document, PlanId project, PlanFieldId field);
void          plan_field_row_add_to      (PlanFieldRow *self, AdwPreferencesGroup *group);
void          plan_field_row_set_visible (PlanFieldRow *self, gboolean visible);
void          plan_field_row_update      (PlanFieldRow *self);
gboolean      plan_field_row_apply       (PlanFieldRow *self);
GtkWidget    *plan_field_row_get_widget  (PlanFieldRow *self);

G_END_DECLS
