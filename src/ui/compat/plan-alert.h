/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Called when the person agreed. */
typedef void (*PlanAlertFunc) (gpointer data);

void plan_alert_show (GtkWindow *parent, const char *heading, const char *body);
void plan_alert_ask  (GtkWindow *parent, const char *heading, const char *body, const char *button, PlanAlertFunc agreed, gpointer data,
                      GDestroyNotify free_data);

G_END_DECLS
