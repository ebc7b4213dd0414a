/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-holidays.h"

G_BEGIN_DECLS

/* What a file may hold: it comes from anywhere. */
#define PLAN_HOLIDAYS_MAX_BYTES (1024 * 1024)
#define PLAN_HOLIDAYS_MAX_ITEMS 4000
#define PLAN_HOLIDAYS_MAX_DAYS  366
#define PLAN_HOLIDAYS_MAX_NAME  120

gboolean plan_holidays_add       (PlanHolidays *self, const char *english, const char *chinese, PlanDay first, PlanDay last, gboolean work,
                                  PlanExceptionKind kind);
gboolean plan_holidays_parse_day (const char *text, PlanDay *day);
gboolean plan_holidays_is_work   (const char *text);
gboolean plan_holidays_read_json (PlanHolidays *self, const char *data, gsize length, GError **error);
gboolean plan_holidays_read_csv  (PlanHolidays *self, const char *data, GError **error);
gboolean plan_holidays_read_ical (PlanHolidays *self, const char *data, GError **error);

G_END_DECLS
