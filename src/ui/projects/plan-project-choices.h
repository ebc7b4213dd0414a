/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PlanChoices:
 * @ids: (element-type PlanId): what each stands for
 * @names: (element-type GtkStringObject): what is shown, in the same order
 */
typedef struct
{
  GArray *ids;
  GtkStringList *names;
} PlanChoices;

PlanChoices *plan_choices_new            (void);
PlanChoices *plan_choices_new_programmes (const PlanModel *model);
PlanChoices *plan_choices_new_calendars  (const PlanModel *model, PlanId project);
void         plan_choices_free           (PlanChoices *self);
void         plan_choices_add            (PlanChoices *self, PlanId id, const char *name);
PlanId       plan_choices_get            (const PlanChoices *self, guint index);
guint        plan_choices_find           (const PlanChoices *self, PlanId id);
gboolean     plan_choices_equal          (const PlanChoices *a, const PlanChoices *b);
GPtrArray   *plan_model_list_people      (const PlanModel *model);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanChoices, plan_choices_free)

G_END_DECLS
