/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-theme.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

PlanThemeKind plan_style_get_theme (void);
void          plan_style_follow    (GObject *object, GCallback callback);

G_END_DECLS
