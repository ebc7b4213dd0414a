/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-window.h"

#include "plan-daily-backup.h"
#include "plan-job-banner.h"
#include "plan-job.h"
#include "plan-opening.h"
#include "plan-project-list.h"
#include "plan-search-popover.h"
#include "plan-view-switcher.h"
#include "plan-views.h"

G_BEGIN_DECLS

/* Narrower windows have no sidebar. */
#define PLAN_NARROW_WIDTH 1000

/* In narrower windows the side panel lies over the chart. */
#define PLAN_WIDE_WIDTH 1280

/* What the window is told when it compares with another moment. */
typedef struct _PlanCompareState PlanCompareState;

/* What a name is asked for. */
typedef gboolean (*PlanNameEdit) (PlanDocument *document, gint64 id, const char *name, GError **error);

/**
 * PlanWindow:
 * @path: of the office that is open or being opened
 * @backup: makes the one of the day
 * @office_progress: of the job that opens the office or works on its file; @office_busy: whether one runs
 * @office_lost: whether the file was removed or replaced while it is open
 * @project: the one that is shown, or %PLAN_ID_NONE
 * @view: the one that is shown, and was when it was last looked at; @view_actions: the group "view"
 * @narrow: whether it is too narrow for the sidebar
 * @overlays: whether the side panel lies over the chart
 * @compact: whether the view has no room for all of its buttons
 * @panel_placed: whether the side panel got its width
 * @sidebar_width: in pixels, as chosen, likewise @panel_width
 * @edit_toast: the toast that tells of the last edit, or %NULL
 * @project_actions: the actions of the group "project"
 * @name_popover: where a name is asked for, or %NULL
 * @comparison: what the plan is compared with, or %NULL
 * @imports: paths of files that wait to be imported
 * @importing: the file that is being read, or %NULL
 * @report: of the last import, or %NULL; @report_name: its file
 * @exporting: the file that is being written, or %NULL
 * @export_folder: where the last one went, or %NULL
 * @close_after_jobs: the user closed the window while a file was read or written
 */
struct _PlanWindow
{
  AdwApplicationWindow parent_instance;

  GtkWidget *header_bar;
  PlanViewSwitcher *switcher;
  GtkMenuButton *menu_button;
  GtkMenuButton *share_button;
  GtkWidget *share_label;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkWidget *sidebar_button;
  GtkMenuButton *new_button;
  GtkWidget *new_label;
  GtkWidget *panel_button;
  GtkMenuButton *search_button;
  PlanSearchPopover *search;
  GtkRevealer *sample_banner;
  PlanJobBanner *import_banner;
  PlanJobBanner *export_banner;
  GtkRevealer *compare_banner;
  GtkLabel *compare_label;
  PlanJobBanner *office_job;
  GtkRevealer *office_notice;
  GtkLabel *notice_label;
  GtkWidget *notice_again;
  GtkWidget *notice_copy;
  GtkLabel *opening_label;
  GtkRevealer *report_banner;
  GtkLabel *report_label;
  AdwToastOverlay *toasts;
  GtkStack *stack;
  AdwStatusPage *failed_page;
  GtkPaned *sidebar_paned;
  GtkWidget *sidebar;
  GtkWidget *project_search;
  AdwViewStack *views;
  GtkPaned *panel_paned;
  GtkRevealer *panel_revealer;
  PlanSidePanel *panel;
  PlanProjectList *projects;
  PlanPlanPage *page;
  PlanStatusStrip *status;

  PlanDocument *document;
  PlanDailyBackup *backup;
  char *path;
  PlanProgress office_progress;
  gboolean office_busy;
  gboolean office_lost;
  PlanId project;
  const PlanView *view;
  GSimpleActionGroup *view_actions;
  gboolean narrow;
  gboolean overlays;
  gboolean compact;
  gboolean panel_placed;
  int sidebar_width;
  int panel_width;
  guint layout_source;
  AdwToast *edit_toast;
  GActionMap *project_actions;
  GtkPopover *name_popover;
  PlanCompareState *comparison;

  GQueue imports;
  char *importing;
  PlanProgress progress;
  PlanReport *report;
  char *report_name;

  GFile *exporting;
  GFile *export_folder;
  PlanProgress export_progress;
  gboolean close_after_jobs;
};

/* Takes what came of the work: a path or a sentence. */
typedef void (*PlanOfficeWorkDone) (PlanWindow *self, const char *result);

/* plan-window.c */
void plan_window_show_error    (PlanWindow *self, const char *heading, const GError *error);
AdwToast *plan_window_show_done (PlanWindow *self, char *text);
void plan_window_show_undo     (PlanWindow *self, char *text);
void plan_window_tell          (PlanWindow *self, const char *sentence);
void plan_window_tell_done     (PlanWindow *self, const char *sentence);
void plan_window_take_document (PlanWindow *self, PlanDocument *document);
void plan_window_release_document (PlanWindow *self);
gboolean plan_window_finish_edit (PlanWindow *self);
void plan_window_job_ended     (PlanWindow *self);

/* plan-window-actions.c */
void plan_window_add_actions     (PlanWindow *self);
void plan_window_update_actions  (PlanWindow *self);

/* plan-window-views.c */
void plan_window_init_views    (PlanWindow *self);
void plan_window_set_views_project (PlanWindow *self, PlanDocument *document, PlanId project);
void plan_window_arrange_views (PlanWindow *self);
void plan_window_focus_view    (PlanWindow *self);
void plan_window_show_view     (PlanWindow *self, const char *name);

/* plan-window-layout.c */
void plan_window_init_layout   (PlanWindow *self);
void plan_window_queue_layout  (PlanWindow *self);
void plan_window_save_layout   (PlanWindow *self);
void plan_window_update_side_panes (PlanWindow *self);

/* plan-window-import.c */
void plan_window_init_import    (PlanWindow *self);
void plan_window_dispose_import (PlanWindow *self);
void plan_window_start_imports  (PlanWindow *self);
void plan_window_cancel_import  (PlanWindow *self);
void plan_window_show_report    (PlanWindow *self);

/* plan-window-file-dates.c */
void plan_window_show_file_dates (PlanWindow *self, PlanId project);

void plan_window_show_task      (PlanWindow *self, gint64 id);

/* plan-window-export.c */
void plan_window_choose_export  (PlanWindow *self, const char *kind_name);
void plan_window_print          (PlanWindow *self);
void plan_window_open_exported  (PlanWindow *self, const char *uri);

/* plan-window-history.c */
void     plan_window_init_history    (PlanWindow *self);
void     plan_window_end_comparison (PlanWindow *self);

/* plan-window-projects.c */
void plan_window_ask_name         (PlanWindow *self, GtkWidget *row, const char *title, const char *name, PlanNameEdit edit,
                                   gint64 id);
void plan_window_init_projects    (PlanWindow *self, GActionMap *project);
void plan_window_dispose_projects (PlanWindow *self);

/* plan-window-search.c */
void plan_window_init_search   (PlanWindow *self);
void plan_window_set_searched  (PlanWindow *self, PlanDocument *document);

/* plan-window-office.c */
gboolean plan_window_is_office  (const char *path);
void     plan_window_take_opening (PlanWindow *self, PlanOpening *opening);
void plan_window_init_office    (PlanWindow *self);
void plan_window_go_to_office   (PlanWindow *self, const char *path);
gboolean plan_window_may_close_office (PlanWindow *self);
void plan_window_work_on_office (PlanWindow *self, const char *text, PlanJobFunc func, gpointer data, GDestroyNotify free_data,
                                 PlanOfficeWorkDone done);

/* plan-window-files.c */
void plan_window_add_file_actions (PlanWindow *self);

G_END_DECLS
