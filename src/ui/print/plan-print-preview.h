/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-pages.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PlanPrintPreview:
 *
 * A file that shows what would be printed.
 */
typedef struct _PlanPrintPreview PlanPrintPreview;

gboolean          plan_print_preview_is_needed (void);
PlanPrintPreview *plan_print_preview_new       (GtkPrintContext *context, GError **error);
GFile            *plan_print_preview_draw      (PlanPrintPreview *self, PlanPages *pages, GError **error);
void              plan_print_preview_free      (PlanPrintPreview *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanPrintPreview, plan_print_preview_free)

G_END_DECLS
