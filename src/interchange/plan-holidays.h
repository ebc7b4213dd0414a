/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-calendar.h"

G_BEGIN_DECLS

/**
 * PlanHoliday:
 * @names: in English and in Chinese; either may be %NULL
 * @first: first day; @last: last day
 * @work: whether the days are worked although they usually are not; else they are off
 * @kind: a #PlanExceptionKind: by law, or swapped with another day
 */
typedef struct
{
  char *names[2];
  PlanDay first;
  PlanDay last;
  gboolean work;
  PlanExceptionKind kind;
} PlanHoliday;

/**
 * PlanHolidays:
 * @items: of #PlanHoliday, by their first day; they do not overlap
 * @n_skipped: entries of the file that were not understood
 *
 * What a file says of the days of one year or several.
 */
typedef struct
{
  GArray *items;
  guint n_skipped;
} PlanHolidays;

PlanHolidays *plan_holidays_read       (const char *data, gsize length, GError **error);
PlanHolidays *plan_holidays_copy       (const PlanHolidays *self);
void          plan_holidays_free       (PlanHolidays *self);
const char   *plan_holiday_get_name    (const PlanHoliday *holiday);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanHolidays, plan_holidays_free)

G_END_DECLS
