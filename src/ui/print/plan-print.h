/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-document.h"
#include "plan-print-view.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void               plan_print_run              (GtkWindow *parent, PlanDocument *document, PlanId project,
                                                const PlanPrintView *view);
void               plan_print_run_page_setup   (GtkWindow *parent);
GtkPrintOperation *plan_print_create_operation (GtkWindow *parent, PlanDocument *document, PlanId project,
                                                const PlanPrintView *view, GError **error);

G_END_DECLS
