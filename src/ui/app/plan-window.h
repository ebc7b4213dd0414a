/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-document.h"
#include "plan-export.h"
#include "plan-plan-page.h"
#include "plan-side-panel.h"
#include "plan-status-strip.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLAN_TYPE_WINDOW (plan_window_get_type ())
G_DECLARE_FINAL_TYPE (PlanWindow, plan_window, PLAN, WINDOW, AdwApplicationWindow)

PlanWindow   *plan_window_new             (AdwApplication *application);
void          plan_window_open_office     (PlanWindow *self, const char *path, gboolean may_create);
const char   *plan_window_get_office_path (PlanWindow *self);
PlanDocument *plan_window_get_document    (PlanWindow *self);
PlanPlanPage *plan_window_get_page        (PlanWindow *self);
GActionGroup *plan_window_get_view_actions (PlanWindow *self);
const char   *plan_window_get_view        (PlanWindow *self);
PlanViewPage *plan_window_get_view_page   (PlanWindow *self);
PlanSidePanel *plan_window_get_side_panel (PlanWindow *self);
PlanStatusStrip *plan_window_get_status_strip (PlanWindow *self);
PlanId        plan_window_get_project     (PlanWindow *self);
void          plan_window_set_project     (PlanWindow *self, PlanId project);
void          plan_window_import_file     (PlanWindow *self, const char *path);
gboolean      plan_window_is_importing    (PlanWindow *self);
void          plan_window_export          (PlanWindow *self, PlanId project, const PlanExportKind *kind, GFile *file);
gboolean      plan_window_is_exporting    (PlanWindow *self);
const char   *plan_window_get_notice      (PlanWindow *self);
void          plan_window_save_copy       (PlanWindow *self, const char *path);
void          plan_window_copy_here       (PlanWindow *self, const char *path);
void          plan_window_keep_office     (PlanWindow *self, const char *path);
void          plan_window_move_office     (PlanWindow *self, const char *path);
void          plan_window_restore_backup  (PlanWindow *self, const char *backup);
void          plan_window_compact_office  (PlanWindow *self, int keep_days);
const char   *plan_window_get_state       (PlanWindow *self);

G_END_DECLS
