/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLAN_TYPE_PANEL_FIELD (plan_panel_field_get_type ())
G_DECLARE_FINAL_TYPE (PlanPanelField, plan_panel_field, PLAN, PANEL_FIELD, GtkWidget)

/* Hands a text over; %FALSE with an error for the person when it is refused. */
typedef gboolean (*PlanPanelApply) (GtkWidget *widget, const char *text, gpointer data, GError **error);

PlanPanelField *plan_panel_field_new         (const char *label, gboolean with_choices);
PlanPanelField *plan_panel_field_new_bare    (const char *label, guint n_chars);
void            plan_panel_field_set_mixed   (PlanPanelField *self, gboolean mixed);
void            plan_panel_field_set_apply   (PlanPanelField *self, PlanPanelApply apply, gpointer data);
void            plan_panel_field_set_text    (PlanPanelField *self, const char *shown, const char *edited);
void            plan_panel_field_set_choices (PlanPanelField *self, const char *const *choices, const char *chosen);
void            plan_panel_field_set_side    (PlanPanelField *self, const char *text, const char *css_class);
void            plan_panel_field_add_bar     (PlanPanelField *self, GtkWidget *bar);
gboolean        plan_panel_field_finish      (PlanPanelField *self, GError **error);
void            plan_panel_field_reset       (PlanPanelField *self);
const char     *plan_panel_field_get_text    (PlanPanelField *self);
const char     *plan_panel_field_get_reason  (PlanPanelField *self);

G_END_DECLS
