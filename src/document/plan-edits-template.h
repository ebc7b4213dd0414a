/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-edits.h"
#include "plan-template-use.h"

G_BEGIN_DECLS

/**
 * PlanTemplateWish:
 * @language: of names and notes
 * @options: (nullable): by number, whether the scope option is on; %NULL for what the template says
 * @branch: the row that is used alone with all below it, or %PLAN_TEMPLATE_NONE for the whole
 * @people: (nullable): by number of the role, a resource of the office, or %PLAN_ID_NONE for a generic one
 *
 * What is chosen from a template.
 */
typedef struct
{
  PlanLanguage language;
  const gboolean *options;
  guint branch;
  const PlanId *people;
} PlanTemplateWish;

gboolean plan_edit_template_use    (PlanDocument *document, const PlanTemplate *template, const PlanTemplateWish *wish,
                                    const PlanNewProject *what, PlanTicks finish, PlanId *id, GError **error);
gboolean plan_edit_template_insert (PlanDocument *document, const PlanTemplate *template, const PlanTemplateWish *wish,
                                    PlanId project, PlanId parent, PlanId after, PlanTicks start, PlanId *id, GError **error);

G_END_DECLS
