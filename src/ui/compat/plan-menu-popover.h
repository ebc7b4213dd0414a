/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkPopover *plan_menu_popover_prepare (GtkWidget **popover, GtkWidget *parent, GMenuModel *model);

G_END_DECLS
