/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-document.h"
#include "plan-report.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLAN_TYPE_FILE_DATES_WINDOW (plan_file_dates_window_get_type ())
G_DECLARE_FINAL_TYPE (PlanFileDatesWindow, plan_file_dates_window, PLAN, FILE_DATES_WINDOW, AdwWindow)

GtkWindow *plan_file_dates_window_new             (GtkWindow *parent, PlanDocument *document, PlanId project);
void       plan_file_dates_window_set_differences (PlanFileDatesWindow *self, const GArray *differences,
                                                   const PlanReport *report);

G_END_DECLS
