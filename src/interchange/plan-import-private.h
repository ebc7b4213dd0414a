/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-import.h"

G_BEGIN_DECLS

gboolean plan_import_complete      (PlanImport *self, GError **error);
void     plan_import_derive_work   (PlanImport *self, PlanIdSource *ids);
void     plan_import_convert_segments (PlanImport *self, PlanIdSource *ids);
void     plan_import_drop_cycles   (PlanImport *self);
void     plan_import_cut_calendars (PlanImport *self);
void     plan_import_drop_orphans  (PlanImport *self, PlanRecord record, GHashTable *ids);

G_END_DECLS
