/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-pages.h"

G_BEGIN_DECLS

/**
 * PlanPrintView:
 * @show: the marks that the screen shows
 * @chart: which chart it is
 * @baseline: number of the baseline that is compared with, or -1
 *
 * What of the screen counts on paper and in files, too.
 */
typedef struct
{
  PlanPagesChart chart;
  PlanGanttShow show;
  int baseline;
} PlanPrintView;

void  plan_print_view_init        (PlanPrintView *self, PlanGanttShow show);
void  plan_print_view_get_options (const PlanPrintView *self, PlanPagesOptions *options);
char *plan_print_file_name        (const char *project, const char *suffix);

G_END_DECLS
