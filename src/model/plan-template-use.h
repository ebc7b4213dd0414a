/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-model.h"
#include "plan-template.h"

G_BEGIN_DECLS

/**
 * PlanTemplateUse:
 * @project: the project, as it is or will be, that gets the tasks
 * @language: of names and notes
 * @options: (nullable): by number, whether the option is on; %NULL for what the template says
 * @branch: the row that is used alone with all below it, or %PLAN_TEMPLATE_NONE for the whole
 * @people: (nullable): by number of the role, who takes it: a resource of the office, or %PLAN_ID_NONE for a new generic one
 * @created: what the tasks say of when they were made
 *
 * What is chosen when a plan is made of a template.
 */
typedef struct
{
  const PlanProject *project;
  PlanLanguage language;
  const gboolean *options;
  guint branch;
  const PlanId *people;
  PlanTicks created;
} PlanTemplateUse;

PlanModel *plan_template_use         (const PlanTemplate *self, const PlanTemplateUse *use, PlanIdSource *ids);
gboolean  *plan_template_choose_rows (const PlanTemplate *self, const PlanTemplateUse *use);
GArray    *plan_template_list_links  (const PlanTemplate *self, const gboolean *rows);
char      *plan_template_write_notes (const PlanTemplate *self, guint task, PlanLanguage language);
char      *plan_template_write_summary (const PlanTemplate *self, PlanLanguage language);

G_END_DECLS
