/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-document.h"
#include "plan-holidays.h"
#include "plan-progress.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The week that a new calendar begins with. */
typedef enum {
  PLAN_WEEK_STANDARD,        /* Monday to Friday, 8:00-12:00 and 13:00-17:00 */
  PLAN_WEEK_ROUND_THE_CLOCK,
  PLAN_WEEK_NIGHT_SHIFT,     /* Monday 23:00 to Saturday 8:00, an hour of pause */
  PLAN_WEEK_AS_PARENT,
} PlanWeekPattern;

/**
 * PlanNewCalendar:
 * @parent: the calendar that it is derived from, or %PLAN_ID_NONE
 * @years: (nullable) (element-type PlanHolidays): holidays it begins with
 *
 * What a new calendar begins with.
 */
typedef struct
{
  const char *name;
  PlanWeekPattern week;
  PlanId parent;
  const GPtrArray *years;
} PlanNewCalendar;

gboolean plan_edit_calendar_add       (PlanDocument *document, const PlanNewCalendar *what, PlanId *id, GError **error);
gboolean plan_edit_calendar_copy      (PlanDocument *document, PlanId calendar, const char *name, PlanId *id, GError **error);
gboolean plan_edit_calendar_rename    (PlanDocument *document, PlanId calendar, const char *name, GError **error);
gboolean plan_edit_calendar_delete    (PlanDocument *document, PlanId calendar, PlanId replacement, GError **error);
gboolean plan_edit_calendar_set_hours (PlanDocument *document, PlanId calendar, PlanId week, guint weekdays, const char *text,
                                       GError **error);
gboolean plan_edit_week_add           (PlanDocument *document, PlanId calendar, const char *name, PlanDay first, PlanDay last, PlanId *id,
                                       GError **error);
gboolean plan_edit_week_set           (PlanDocument *document, PlanId week, const char *name, PlanDay first, PlanDay last, GError **error);
gboolean plan_edit_week_delete        (PlanDocument *document, PlanId week, GError **error);
gboolean plan_edit_exception_put      (PlanDocument *document, const PlanException *what, PlanId *id, GError **error);
gboolean plan_edit_resource_own_calendar (PlanDocument *document, PlanId resource, PlanId *id, GError **error);
char    *plan_calendar_describe_uses  (const PlanModel *model, PlanId calendar);
const PlanWeek *plan_calendar_find_week (const PlanModel *model, PlanId calendar, PlanId week);

/* A day that is worked otherwise than before; hours as the model keeps them. */
typedef struct
{
  PlanDay day;
  char *before;
  char *after;
  char *name; /* of what it is now, or NULL */
} PlanYearDay;

/* What finishes at another time: a task, or a project when @task is %PLAN_ID_NONE. */
typedef struct
{
  PlanId task;
  PlanId project;
  PlanTicks before;
  PlanTicks after;
} PlanYearMove;

/**
 * PlanYearEffect:
 * @days: of #PlanYearDay, in order
 * @tasks: of #PlanYearMove, tasks without subtasks in the order of the office; @projects likewise
 * @n_kept: days that stay as they are because the calendar has exceptions of its own there
 *
 * What follows from taking holidays into a calendar.
 */
typedef struct
{
  GArray *days;
  GArray *tasks;
  GArray *projects;
  guint n_kept;
} PlanYearEffect;

gboolean        plan_edit_year_add              (PlanDocument *document, PlanId calendar, const PlanHolidays *holidays, GError **error);
PlanYearEffect *plan_year_effect_new            (PlanModel *model, PlanId calendar, const PlanHolidays *holidays, PlanProgress *progress,
                                                 GError **error);
void            plan_year_effect_free           (PlanYearEffect *self);
void            plan_document_try_year_async    (PlanDocument *self, PlanId calendar, PlanHolidays *holidays, PlanProgress *progress,
                                                 GAsyncReadyCallback callback, gpointer user_data);
PlanYearEffect *plan_document_try_year_finish   (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanYearEffect, plan_year_effect_free)

G_END_DECLS
