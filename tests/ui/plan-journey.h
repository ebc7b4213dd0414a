/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-document.h"

G_BEGIN_DECLS

#define PLAN_JOURNEY_TASKS 30

/* Columns of a new sheet, counted from the name. */
#define TO_DURATION     1
#define TO_PREDECESSORS 5
#define TO_RESOURCES    6
#define TO_COMPLETE     7

/* One task as it is typed; NULL: that cell is passed. */
typedef struct
{
  const char *name;
  const char *duration;
  const char *predecessors;
  const char *resources;
  const char *complete;
} PlanJourneyRow;

/* Rows that are indented together, or linked in order: the first and the last. */
typedef struct
{
  guint first;
  guint last;
} PlanJourneyRange;

typedef struct
{
  const char *project;
  PlanJourneyRow rows[PLAN_JOURNEY_TASKS];
} PlanJourney;

extern const PlanJourneyRange plan_journey_indented[4];
extern const PlanJourneyRange plan_journey_linked[4];
extern const PlanJourney plan_journey_english;
extern const PlanJourney plan_journey_chinese;

const char *plan_journey_get_cell      (const PlanJourneyRow *row, guint column);
PlanId      plan_journey_make_by_edits (PlanDocument *document, const PlanJourney *plan, PlanTicks start);

G_END_DECLS
