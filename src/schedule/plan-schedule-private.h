/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-cpm.h"
#include "plan-schedule.h"
#include "plan-values.h"

G_BEGIN_DECLS

/* How often each way was taken to bring a schedule up to date. */
typedef struct
{
  guint n_rebuilt;    /* with a new network */
  guint n_full;       /* all dates anew in the network as it was */
  guint n_groups;     /* all dates of the projects that are linked with what changed */
  guint n_values;     /* what follows from a few values */
  guint n_structural; /* what follows from records that came, went or moved */
} PlanScheduleCounts;

/* @projects: of PlanScheduledProject; @stale: the network is of no more use; @n_tasks: for which there are results */
struct _PlanSchedule
{
  PlanCalendars *calendars;
  PlanNetwork *network;
  PlanValues values;
  GArray *projects;
  guint n_tasks;
  gboolean stale;
  PlanScheduleCounts counts;
};

gboolean       plan_schedule_get_cpm       (const PlanSchedule *self, const PlanModel *model, PlanCpm *cpm);
PlanCalendars *plan_schedule_get_calendars (const PlanSchedule *self);
gboolean       plan_schedule_update_parts  (PlanSchedule *self, const PlanModel *model, const PlanChangeSet *changes,
                                            GError **error);

const PlanScheduleCounts *plan_schedule_get_counts (const PlanSchedule *self);

G_END_DECLS
