/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*PlanAlertFunc) (gpointer data);

void plan_alert_show (GtkWindow *parent, const char *heading, const char *body);
void plan_alert_ask  (GtkWindow *parent, const char *heading, const char *body, const char *label, PlanAlertFunc func, gpointer data,
                      GDestroyNotify destroy);

G_END_DECLS
