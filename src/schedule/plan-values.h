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
  gint32 n_tasks;
  gint32 n_complete;
} PlanProgressSum;

/**
 * PlanLimits:
 * @summary: number of the summary whose bound or roll it is
 *
 * Where a node may reach without moving a successor. For a bound, both are its start.
 */
typedef struct
{
  PlanTicks start;
  PlanTicks finish;
  guint32 summary;
} PlanLimits;

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
  GArray *limits;             /* of PlanLimits, by number of the bound or roll of a summary */
} PlanValues;

gboolean plan_values_check_calendars (const PlanModel *model, PlanCalendars *calendars, const PlanNetwork *network, gboolean is_new,
                                      GError **error);
gboolean plan_values_check_task      (const PlanModel *model, PlanCalendars *calendars, const PlanNetwork *network, guint32 index,
                                      GError **error);
void     plan_values_start_result    (PlanValues *self, const PlanModel *model, const PlanNetwork *network, guint32 index);
void     plan_values_start_results   (PlanValues *self, const PlanModel *model, const PlanNetwork *network);
void     plan_values_count_progress  (PlanValues *self, const PlanNetwork *network, guint32 index, const PlanTask *task, int sign);
void     plan_values_update          (PlanValues *self, const PlanModel *model, PlanCalendars *calendars, PlanNetwork *network,
                                      const GArray *indexes);
void     plan_values_read            (PlanValues *self, const PlanModel *model, PlanCalendars *calendars, PlanNetwork *network);

G_END_DECLS
