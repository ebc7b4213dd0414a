/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A tenth of a minute. Instants count from 1970-01-01 00:00 civil time, without zone or summer time. */
typedef gint64 PlanTicks;

/* Days since 1970-01-01. */
typedef gint32 PlanDay;

#define PLAN_TICKS_PER_MINUTE G_GINT64_CONSTANT (10)
#define PLAN_TICKS_PER_HOUR   G_GINT64_CONSTANT (600)
#define PLAN_TICKS_PER_DAY    G_GINT64_CONSTANT (14400)

/* "not set", for instants and days that may be absent */
#define PLAN_TICKS_NONE G_MININT64
#define PLAN_DAY_NONE   G_MININT32

/* The days that can be planned with: 1900-01-01 to 2199-12-31. */
#define PLAN_DAY_MIN ((PlanDay) -25567)
#define PLAN_DAY_MAX ((PlanDay) 84005)
#define PLAN_TICKS_MIN (PLAN_DAY_MIN * PLAN_TICKS_PER_DAY)
#define PLAN_TICKS_MAX ((PLAN_DAY_MAX + 1) * PLAN_TICKS_PER_DAY)

typedef enum {
  PLAN_MONDAY,
  PLAN_TUESDAY,
  PLAN_WEDNESDAY,
  PLAN_THURSDAY,
  PLAN_FRIDAY,
  PLAN_SATURDAY,
  PLAN_SUNDAY,
} PlanWeekday;

typedef struct
{
  int year;
  int month; /* 1 to 12 */
  int day;   /* 1 to 31 */
  int hour;
  int minute;
  int second;
  PlanWeekday weekday;
} PlanCivil;

gboolean    plan_civil_is_valid    (int year, int month, int day);
PlanDay     plan_day_from_civil    (int year, int month, int day);
void        plan_day_to_civil      (PlanDay day, PlanCivil *civil);
PlanWeekday plan_day_get_weekday   (PlanDay day);
int         plan_days_in_month     (int year, int month);
PlanTicks   plan_ticks_from_civil  (int year, int month, int day, int hour, int minute);
PlanTicks   plan_ticks_from_day    (PlanDay day, PlanTicks within);
void        plan_ticks_to_civil    (PlanTicks ticks, PlanCivil *civil);
PlanDay     plan_ticks_get_day     (PlanTicks ticks);
PlanTicks   plan_ticks_get_within  (PlanTicks ticks);
gboolean    plan_ticks_is_valid    (PlanTicks ticks);
gboolean    plan_ticks_parse_iso   (const char *text, PlanTicks *ticks, GError **error);
char       *plan_ticks_format_iso  (PlanTicks ticks);
PlanTicks   plan_ticks_now         (void);

G_END_DECLS
