/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-case.h"

#include <glib.h>

G_BEGIN_DECLS

#define CASE_N_TASKS 60

typedef enum {
  CASE_WITH_CALENDARS = 1 << 0,
  CASE_WITH_SUMMARIES = 1 << 1,
  CASE_WITH_CONSTRAINTS = 1 << 2,
  CASE_WITH_PROGRESS = 1 << 3,
  CASE_WITH_ALAP = 1 << 4,
  CASE_WITH_LEADS = 1 << 5,
  CASE_WITH_RESOURCES = 1 << 6,
  CASE_WITH_PAUSES = 1 << 7,
  CASE_WITH_PROJECTS = 1 << 8, /* two more, linked with the first; the last from its finish when tasks may wait */
} CaseIngredients;

/* in one project */
#define CASE_EVERYTHING \
  (CASE_WITH_CALENDARS | CASE_WITH_SUMMARIES | CASE_WITH_CONSTRAINTS | CASE_WITH_PROGRESS | CASE_WITH_ALAP | CASE_WITH_LEADS | \
   CASE_WITH_RESOURCES | CASE_WITH_PAUSES)

typedef struct
{
  PlanTask tasks[CASE_N_TASKS];
  PlanLink links[CASE_N_TASKS * 3];
  PlanAssignment assignments[CASE_N_TASKS * 3];
  PlanSplit splits[CASE_N_TASKS];
  guint n_links;
  guint n_assignments;
  guint n_splits;
} CasePlan;

void          case_random_plan (CasePlan *plan, GRand *rand, CaseIngredients with);
PlanModel    *case_build_plan  (const CasePlan *plan, gboolean backwards);
void          case_add_projects (PlanModel *model, CaseIngredients with);
PlanSchedule *case_compute     (const PlanModel *model);
void          case_check_equal (const PlanScheduledTask *a, const PlanScheduledTask *b);

G_END_DECLS
