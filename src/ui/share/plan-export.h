/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-document.h"
#include "plan-format.h"
#include "plan-print-view.h"
#include "plan-progress.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _PlanExportKind PlanExportKind;

/**
 * PlanExportSource:
 * @schedule: the dates that follow from @model
 * @options: for charts
 *
 * What is written: a project as it was when the export began.
 */
typedef struct
{
  const PlanModel *model;
  const PlanSchedule *schedule;
  PlanId project;
  const PlanPagesOptions *options;
} PlanExportSource;

/**
 * PlanExportKind:
 * @name: the parameter of the action win.export
 * @label: of the kind of file, to be translated; @menu_label: in the menu, or %NULL to make it from @label
 * @suffix: with its dot
 * @format: for formats of other programs; else %NULL
 *
 * One kind of file that a project can be exported to; all kinds are rows of one table.
 */
struct _PlanExportKind
{
  const char *name;
  const char *label;
  const char *menu_label;
  const char *suffix;
  gboolean (*write) (const PlanExportKind *kind, const PlanExportSource *source, const char *path, PlanProgress *progress,
                     GError **error);
  const PlanFormat *format;
};

const PlanExportKind *plan_export_get_kinds   (guint *n_kinds);
const PlanExportKind *plan_export_find        (const char *name);
char                 *plan_export_add_suffix  (const PlanExportKind *kind, const char *path);
GMenuModel           *plan_export_create_menu (void);

void     plan_export_run_async  (PlanDocument *document, PlanId project, const PlanExportKind *kind,
                                 const PlanPrintView *view, const char *path, PlanProgress *progress,
                                 GAsyncReadyCallback callback, gpointer user_data);
gboolean plan_export_run_finish (GAsyncResult *result, GError **error);

G_END_DECLS
