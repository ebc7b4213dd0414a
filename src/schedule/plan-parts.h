/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-calendars.h"
#include "plan-network.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlanPart:
 * @rest: of a started task, where the rest of this part begins
 * @delay: working ticks from the start of the task to that of the part
 * @wait: clock ticks likewise, by levelling
 * @length: working ticks from the start of the part to its finish, pauses counted; of a started task, those that remain
 * @calendar: number of the calendar in which the part is worked on
 *
 * What one resource does of a task whose resources work by different calendars.
 */
typedef struct
{
  PlanTicks rest;
  gint32 delay;
  gint32 wait;
  gint32 length;
  guint32 calendar;
} PlanPart;

/* Resources of a task that are looked at one by one; a task with more is driven by these. */
#define PLAN_MAX_PARTS 64

/* A part and the index of the assignment that it is of. */
typedef struct
{
  PlanPart part;
  guint32 assignment;
} PlanDriverPart;

/* A pause; @owner is the index of a task, or that of an assignment after all tasks. */
typedef struct
{
  guint32 owner;
  gint32 after;
  gint32 length;
} PlanPause;

/**
 * PlanPartsReader:
 * @pauses: of #PlanPause, sorted by owner and place
 * @resource_calendars: by index of the resource, number of its calendar or %G_MAXUINT32 for that of the task
 * @parts: (not owned): of #PlanPart, to which parts are appended
 *
 * Reads who works on a task.
 */
typedef struct
{
  const PlanModel *model;
  PlanCalendars *calendars;
  const PlanNetwork *network;
  GArray *pauses;
  guint32 *resource_calendars;
  GArray *parts;
} PlanPartsReader;

/**
 * PlanWork:
 * @calendar: number of the calendar that drives the task; with parts, its own
 * @n_parts: how many parts from @first_part on drive the task, each in its calendar; 0 when all is in @calendar
 * @delay: working ticks after which the first resource starts; @wait: clock ticks likewise
 * @pauses: (nullable) (array length=n_pauses): the pauses of the task, from the first one on
 *
 * How the work of a task is done.
 */
typedef struct
{
  guint32 calendar;
  guint32 first_part;
  guint32 n_parts;
  gint32 delay;
  gint32 wait;
  guint n_pauses;
  const PlanPause *pauses;
} PlanWork;

void      plan_parts_reader_init  (PlanPartsReader *self, const PlanModel *model, PlanCalendars *calendars, const PlanNetwork *network,
                                   GArray *parts);
void      plan_parts_reader_clear (PlanPartsReader *self);
gboolean  plan_parts_check_task   (const PlanModel *model, PlanCalendars *calendars, const PlanNetwork *network, guint32 index,
                                   GError **error);
gboolean  plan_parts_check        (const PlanModel *model, PlanCalendars *calendars, const PlanNetwork *network, GError **error);
guint     plan_parts_list         (const PlanPartsReader *self, guint32 index, const PlanTask *task, guint32 calendar,
                                   PlanDriverPart parts[PLAN_MAX_PARTS]);
gboolean  plan_parts_read         (PlanPartsReader *self, guint32 index, const PlanTask *task, guint32 calendar, PlanWork *work);
PlanTicks plan_parts_measure      (const PlanWorktime *const *worktimes, const PlanPart *parts, guint n_parts, PlanTicks from, PlanTicks to);

G_END_DECLS
