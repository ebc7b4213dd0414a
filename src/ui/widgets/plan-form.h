/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PLAN_TYPE_FORM (plan_form_get_type ())
G_DECLARE_FINAL_TYPE (PlanForm, plan_form, PLAN, FORM, AdwWindow)

/**
 * PlanFormRow:
 * @title: what is asked for; N_()
 * @choices: (nullable): what can be chosen, %NULL ended, N_(); %NULL for a text. An empty list is filled by
 *   plan_form_set_choices()
 */
typedef struct
{
  const char *title;
  const char *const *choices;
} PlanFormRow;

/**
 * PlanFormApply:
 *
 * Does what the form is for.
 *
 * Returns: %FALSE with an error that the form shows
 */
typedef gboolean (*PlanFormApply) (PlanForm *self, gpointer data, GError **error);

/* Returns: (transfer full) (nullable): what would come of the values as they are now, or %NULL when that cannot be said */
typedef char *(*PlanFormPreview) (PlanForm *self, gpointer data);

PlanForm *plan_form_new        (GtkWindow *parent, const char *title, const char *button, const PlanFormRow *rows, guint n_rows);
void      plan_form_set_apply  (PlanForm *self, PlanFormApply apply, gpointer data);
void      plan_form_set_preview (PlanForm *self, PlanFormPreview preview);
char     *plan_form_get_preview (PlanForm *self);
void      plan_form_set_choices (PlanForm *self, guint row, const char *const *choices);
void      plan_form_set_text   (PlanForm *self, guint row, const char *text);
char     *plan_form_get_text   (PlanForm *self, guint row);
void      plan_form_set_choice (PlanForm *self, guint row, guint choice);
guint     plan_form_get_choice (PlanForm *self, guint row);
void      plan_form_apply      (PlanForm *self);

G_END_DECLS
