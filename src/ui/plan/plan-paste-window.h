/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-paste.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLAN_TYPE_PASTE_WINDOW (plan_paste_window_get_type ())
G_DECLARE_FINAL_TYPE (PlanPasteWindow, plan_paste_window, PLAN, PASTE_WINDOW, AdwWindow)

GtkWindow *plan_paste_window_new (GtkWindow *parent, PlanDocument *document, PlanId project, PlanPaste *paste, PlanId after);

gboolean   plan_paste_run        (PlanDocument *document, PlanId project, const PlanPaste *paste, PlanId after, PlanId *first,
                                  char **sentence, GError **error);

G_END_DECLS
