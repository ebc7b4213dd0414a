/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-report.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWindow *plan_import_report_new (GtkWindow *parent, const PlanReport *report, const char *name);

G_END_DECLS
