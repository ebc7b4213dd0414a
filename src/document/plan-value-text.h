/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-model.h"

G_BEGIN_DECLS

/* How much of a value is said. */
typedef enum {
  PLAN_VALUE_SHORT, /* dates without their year, as in running text */
  PLAN_VALUE_DAY,   /* dates with it */
  PLAN_VALUE_TYPED, /* as it can be typed: dates with their time unless it is the usual one */
  PLAN_VALUE_EXACT, /* dates always with their time, lengths as they are stored */
  PLAN_N_VALUE_STYLES
} PlanValueStyle;

char    *plan_value_get_text       (const PlanModel *model, PlanFieldId field, gconstpointer body, PlanValueStyle style);
char    *plan_instant_get_text     (const PlanProject *project, PlanTicks at, gboolean is_finish, PlanValueStyle style);
gboolean plan_value_is_year_needed (const PlanProject *project, PlanTicks at);

char    *plan_record_describe      (const PlanModel *model, PlanRecord record, PlanId id, gboolean quoted);
const char *plan_record_get_noun   (PlanRecord record);
char    *plan_record_count         (PlanRecord record, guint n);

G_END_DECLS
