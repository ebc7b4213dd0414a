/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-cpm.h"
#include "plan-schedule.h"

#include <glib.h>

G_BEGIN_DECLS

/* Sums over the tasks of a summary, for its percent complete. */
typedef struct
{
  gint64 done;
  gint64 duration;
  guint n_tasks;
  guint n_complete;
} PlanProgressSum;

/**
 * PlanValues:
 *
 * What the passes need to know of the tasks and projects, read from the model.
 */
typedef struct
{
  GArray *extras;          /* of PlanExtra; number 0 stands for none */
  GArray *parts;           /* of PlanPart */
  GArray *projects;        /* of PlanProjectState, by number in the model */
  GArray *sums;            /* of PlanProgressSum, by number of the summary */
  GArray *project_sums;    /* likewise by number of the project */
  PlanScheduledTask *tasks;
  guint32 *summary_calendars; /* by number of the summary */
  gboolean has_alap;
  gboolean has_mirror;
} PlanValues;

gboolean plan_values_check_calendars (const PlanModel *model, PlanCalendars *calendars, const PlanNetwork *network, GError **error);
void     plan_values_read            (PlanValues *self, const PlanModel *model, PlanCalendars *calendars, PlanNetwork *network);

G_END_DECLS
