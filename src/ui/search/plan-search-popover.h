/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLAN_TYPE_SEARCH_POPOVER (plan_search_popover_get_type ())
G_DECLARE_FINAL_TYPE (PlanSearchPopover, plan_search_popover, PLAN, SEARCH_POPOVER, GtkPopover)

void plan_search_popover_set_document (PlanSearchPopover *self, PlanDocument *document);

G_END_DECLS
