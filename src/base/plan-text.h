/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-money.h"
#include "plan-time.h"

#include <glib.h>

G_BEGIN_DECLS

/* The unit in which a person typed a duration or lag. The numbers are those of Microsoft Project's files. */
typedef enum {
  PLAN_UNIT_MINUTE = 3,
  PLAN_UNIT_ELAPSED_MINUTE = 4,
  PLAN_UNIT_HOUR = 5,
  PLAN_UNIT_ELAPSED_HOUR = 6,
  PLAN_UNIT_DAY = 7,
  PLAN_UNIT_ELAPSED_DAY = 8,
  PLAN_UNIT_WEEK = 9,
  PLAN_UNIT_ELAPSED_WEEK = 10,
  PLAN_UNIT_MONTH = 11,
  PLAN_UNIT_ELAPSED_MONTH = 12,
  PLAN_UNIT_PERCENT = 19,
  PLAN_UNIT_ELAPSED_PERCENT = 20,
} PlanUnit;

/* How many ticks of work a day, a week and a month stand for: pure conversion factors of a project. */
typedef struct
{
  PlanTicks per_day;
  PlanTicks per_week;
  PlanTicks per_month;
} PlanConversion;

#define PLAN_CONVERSION_DEFAULT { 4800, 24000, 96000 }

typedef struct
{
  PlanTicks ticks;
  PlanUnit unit;
  gboolean estimated; /* written with a question mark */
} PlanDuration;

/* value is in ticks, or in hundredths of a percent for the two percent units; negative is a lead */
typedef struct
{
  gint64 value;
  PlanUnit unit;
} PlanLag;

typedef enum {
  PLAN_LINK_FF = 0,
  PLAN_LINK_FS = 1,
  PLAN_LINK_SF = 2,
  PLAN_LINK_SS = 3,
} PlanLinkType;

/* One predecessor as typed into a cell: "12FS+2d", or "Move!12FS+2d" for one of another project. */
typedef struct
{
  guint row; /* row number, from 1 */
  PlanLinkType type;
  PlanLag lag;
  char *project; /* name of another project, as plan_text_clean() leaves it when it was parsed; NULL for a row of this one */
} PlanPredecessor;

/* What a date is to show; all follow the language of the messages. */
typedef enum {
  PLAN_DATE_DAY,          /* 4 Mar            3/4 */
  PLAN_DATE_DAY_YEAR,     /* 4 Mar 2026       2026年3月4日 */
  PLAN_DATE_WEEKDAY,      /* Wed 4 Mar        3月4日 周三 */
  PLAN_DATE_LONG,         /* Wed 4 Mar 2026   2026年3月4日 周三 */
  PLAN_DATE_TIME,         /* 4 Mar 2026 08:00 2026年3月4日 08:00 */
  PLAN_DATE_MONTH,        /* Mar              3月 */
  PLAN_DATE_MONTH_YEAR,   /* March 2026       2026年3月 */
  PLAN_DATE_MARK,         /* 4 Mar            3月4日: beside milestones, in running text */
} PlanDateStyle;

gboolean    plan_unit_is_elapsed      (PlanUnit unit);
gboolean    plan_unit_is_percent      (PlanUnit unit);
gboolean    plan_unit_is_known        (gint64 unit);
PlanTicks   plan_unit_get_ticks       (PlanUnit unit, const PlanConversion *conversion);
const char *plan_unit_get_symbol      (PlanUnit unit);

gboolean    plan_duration_parse       (const char *text, const PlanConversion *conversion, PlanUnit fallback,
                                       PlanDuration *duration, GError **error);
char       *plan_duration_format      (const PlanDuration *duration, const PlanConversion *conversion);
char       *plan_duration_to_text     (const PlanDuration *duration, const PlanConversion *conversion);

gboolean    plan_lag_parse            (const char *text, const PlanConversion *conversion, PlanLag *lag, GError **error);
char       *plan_lag_to_text          (const PlanLag *lag, const PlanConversion *conversion);

const char *plan_link_type_get_symbol (PlanLinkType type);
gboolean    plan_link_type_parse      (const char *text, PlanLinkType *type, GError **error);
GArray     *plan_predecessors_parse   (const char *text, const PlanConversion *conversion, GError **error);
char       *plan_predecessors_to_text (const PlanPredecessor *items, gsize n_items, const PlanConversion *conversion);

gboolean    plan_date_parse           (const char *text, PlanTicks now, PlanTicks time_of_day, PlanTicks *ticks, GError **error);
char       *plan_date_format          (PlanTicks ticks, PlanDateStyle style);
char       *plan_date_range_format    (PlanDay first, PlanDay last);

gboolean    plan_percent_parse        (const char *text, PlanPercent *percent, GError **error);
char       *plan_percent_format       (PlanPercent percent);
char       *plan_variance_format      (PlanTicks ticks, const PlanConversion *conversion);
char       *plan_money_format         (PlanMoney amount, const char *symbol, int digits);
char       *plan_number_format        (gint64 value, int places);

G_END_DECLS
