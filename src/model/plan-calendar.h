/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-id.h"
#include "plan-time.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlanCalendar:
 * @project: the project whose calendar it is, or %PLAN_ID_NONE for the office's
 * @parent: the calendar it is derived from, or %PLAN_ID_NONE for a base calendar
 * @source_uid: its number in the file it was imported from, or -1
 * @base: whether it stands in lists of calendars; else it is one resource's
 */
typedef struct
{
  PlanId id;
  PlanId project;
  PlanId parent;
  gint64 source_uid;
  const char *name;
  guint8 base;
} PlanCalendar;

/**
 * PlanWeek:
 * @start: first day on which it holds, or %PLAN_DAY_NONE for the calendar's normal week
 * @finish: last day on which it holds
 * @days: hours of each weekday, Monday first: %NULL = as the parent, "" = no work, "08:00-12:00 13:00-17:00"
 */
typedef struct
{
  PlanId id;
  PlanId calendar;
  const char *name;
  PlanDay start;
  PlanDay finish;
  const char *days[7];
} PlanWeek;

/* How an exception comes again. Microsoft Project's XML has the same numbers but for two: there 1 is every day of a range
 * and 7 every n days. */
typedef enum {
  PLAN_RECURRENCE_DAILY = 1,
  PLAN_RECURRENCE_YEARLY_DAY = 2,
  PLAN_RECURRENCE_YEARLY_POSITION = 3,
  PLAN_RECURRENCE_MONTHLY_DAY = 4,
  PLAN_RECURRENCE_MONTHLY_POSITION = 5,
  PLAN_RECURRENCE_WEEKLY = 6,
  PLAN_RECURRENCE_RANGE = 7,
} PlanRecurrence;

/* Why a day is an exception; only for showing it. */
typedef enum {
  PLAN_EXCEPTION_OTHER,
  PLAN_EXCEPTION_STATUTORY, /* a holiday by law */
  PLAN_EXCEPTION_SWAPPED,   /* off because another day is worked, or worked because another is off */
  PLAN_EXCEPTION_LEAVE,     /* a person's leave */
} PlanExceptionKind;

/**
 * PlanException:
 * @start: first day
 * @finish: last day
 * @hours: "" = no work, "08:00-12:00 13:00-17:00"
 * @recurrence: a #PlanRecurrence; %PLAN_RECURRENCE_RANGE is every day from @start to @finish
 * @occurrences: how often, or 0 for as long as @finish
 * @period: every n days, weeks or months
 * @weekdays: bit mask, bit 0 = Monday
 * @month_day: 1 to 31
 * @position: 1 to 4, 5 = last
 * @position_item: weekday (0 = Monday) that @position counts; 7 = day, 8 = weekday, 9 = weekend day
 * @month: 1 to 12
 */
typedef struct
{
  PlanId id;
  PlanId calendar;
  const char *name;
  const char *hours;
  PlanDay start;
  PlanDay finish;
  gint32 occurrences;
  gint32 period;
  gint32 weekdays;
  gint32 month_day;
  gint32 position;
  gint32 position_item;
  gint32 month;
  guint8 recurrence;
  guint8 kind;
} PlanException;

/* One stretch of working time within a day, in ticks since midnight; finish is at most 14400. */
typedef struct
{
  gint32 start;
  gint32 finish;
} PlanSpan;

#define PLAN_MAX_SPANS 16

/* Calendars derived from calendars: no deeper than this. */
#define PLAN_CALENDAR_MAX_DEPTH 16

gboolean plan_hours_parse  (const char *hours, PlanSpan spans[PLAN_MAX_SPANS], guint *n_spans, GError **error);
char    *plan_hours_format (const PlanSpan *spans, guint n_spans);

G_END_DECLS
