/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-report.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLAN_TYPE_IMPORT_REPORT (plan_import_report_get_type ())
G_DECLARE_FINAL_TYPE (PlanImportReport, plan_import_report, PLAN, IMPORT_REPORT, AdwWindow)

GtkWindow *plan_import_report_new (GtkWindow *parent, const PlanReport *report, const char *name);

G_END_DECLS
