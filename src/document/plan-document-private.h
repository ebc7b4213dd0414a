/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-document.h"

G_BEGIN_DECLS

/* What follows from one state of model and schedule and is made when somebody asks for it; @day on which it was. */
typedef struct
{
  PlanCosts *costs;
  PlanLoad *load;
  PlanDay day;
} PlanDocumentFigures;

void          plan_document_figures_clear     (PlanDocumentFigures *self);
PlanCosts    *plan_document_figures_get_costs (PlanDocumentFigures *self, const PlanSchedule *schedule, const PlanModel *model);
PlanLoad     *plan_document_figures_get_load  (PlanDocumentFigures *self, const PlanSchedule *schedule, const PlanModel *model);

PlanDocument *plan_document_open_checked (const char *path, PlanStoreFlags flags, gboolean check, PlanProgress *progress,
                                          GError **error);
void          plan_document_take_reason  (PlanDocument *self, GError *reason);

G_END_DECLS
