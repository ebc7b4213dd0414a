/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-worktime.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlanCalendars:
 *
 * The compiled calendars that a schedule uses, each once: a calendar that says nothing of its own is its parent.
 */
typedef struct _PlanCalendars PlanCalendars;

PlanCalendars      *plan_calendars_new  (const PlanModel *model);
void                plan_calendars_free (PlanCalendars *self);
gboolean            plan_calendars_find (PlanCalendars *self, const PlanModel *model, PlanId calendar, guint32 *number, GError **error);
gboolean            plan_calendars_find_known (const PlanCalendars *self, PlanId calendar, guint32 *number);
gboolean            plan_calendars_find_both (PlanCalendars *self, guint32 a, guint32 b, guint32 *number, GError **error);
const PlanWorktime *plan_calendars_get  (const PlanCalendars *self, guint32 number);
const PlanWorktime **plan_calendars_list (const PlanCalendars *self);
const PlanWorktime *plan_calendars_lookup (const PlanCalendars *self, PlanId calendar);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanCalendars, plan_calendars_free)

G_END_DECLS
