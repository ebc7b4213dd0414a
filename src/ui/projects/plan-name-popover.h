/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLAN_TYPE_NAME_POPOVER (plan_name_popover_get_type ())
G_DECLARE_FINAL_TYPE (PlanNamePopover, plan_name_popover, PLAN, NAME_POPOVER, GtkPopover)

/* Takes the name; with FALSE and an error the popover stays. */
typedef gboolean (*PlanNameFunc) (const char *name, gpointer data, GError **error);

GtkPopover *plan_name_popover_new (const char *title, const char *name, PlanNameFunc func, gpointer data,
                                   GDestroyNotify destroy);

G_END_DECLS
