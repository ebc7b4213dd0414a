/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void plan_banner_reveal (GtkRevealer *banner, gboolean reveal);

G_END_DECLS
