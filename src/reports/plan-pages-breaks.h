/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-time.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlanTimeBreak:
 *
 * The stretch of time on one column of pages.
 */
typedef struct
{
  PlanTicks start;
  PlanTicks finish;
} PlanTimeBreak;

PlanTicks plan_time_break_before (PlanTicks at, double px_per_day);
PlanTicks plan_time_start_before (PlanTicks at, double px_per_day);
GArray   *plan_time_breaks_new   (PlanTicks start, PlanTicks finish, double px_per_day, double first_width, double next_width);
double    plan_time_breaks_zoom  (PlanTicks start, PlanTicks finish, double margin, double first_width, double next_width,
                                  guint n_pages);
guint     plan_row_breaks_count  (guint n_rows, guint full, guint last);
guint     plan_row_breaks_next   (guint n_rows, guint full, guint last);

G_END_DECLS
