/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum {
  PLAN_ALERT_FINAL,
  PLAN_ALERT_UNDOABLE,
} PlanAlertKind;

/* Called when the person agreed. */
typedef void (*PlanAlertFunc) (gpointer data);

void plan_alert_show (GtkWindow *parent, const char *heading, const char *body);
void plan_alert_ask  (GtkWindow *parent, const char *heading, const char *body, const char *button, PlanAlertKind kind,
                      PlanAlertFunc agreed, gpointer data, GDestroyNotify free_data);

G_END_DECLS
