/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-row-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLAN_TYPE_STATUS_STRIP (plan_status_strip_get_type ())
G_DECLARE_FINAL_TYPE (PlanStatusStrip, plan_status_strip, PLAN, STATUS_STRIP, GtkWidget)

/* Whether what is shown is on disk. */
typedef enum {
  PLAN_SAVED,
  PLAN_SAVING,
  PLAN_NOT_SAVED, /* the last edit could not be written */
  PLAN_READ_ONLY,
} PlanSavedState;

void           plan_status_strip_set_list    (PlanStatusStrip *self, PlanRowList *list);
void           plan_status_strip_set_project (PlanStatusStrip *self, PlanDocument *document, PlanId project);
void           plan_status_strip_set_narrow  (PlanStatusStrip *self, gboolean narrow);
void           plan_status_strip_set_busy    (PlanStatusStrip *self, gboolean busy);
PlanSavedState plan_status_strip_get_saved   (PlanStatusStrip *self);
GtkWidget     *plan_status_strip_get_button  (PlanStatusStrip *self, const char *name);
void           plan_status_strip_set_hint    (PlanStatusStrip *self, const char *hint);

G_END_DECLS
