/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* An amount in hundredths of the currency's unit. */
typedef gint64 PlanMoney;

/* An amount per unit of time or piece, in ten-thousandths of the currency's unit. */
typedef gint64 PlanRate;

#define PLAN_MONEY_ONE G_GINT64_CONSTANT (100)
#define PLAN_RATE_ONE  G_GINT64_CONSTANT (10000)

/* Percent and units are kept in hundredths of a percent: 100 % is 10,000. */
typedef gint64 PlanPercent;

#define PLAN_PERCENT_ONE     G_GINT64_CONSTANT (100)
#define PLAN_PERCENT_HUNDRED G_GINT64_CONSTANT (10000)

gboolean  plan_decimal_parse  (const char *text, int places, gint64 *value, GError **error);
char     *plan_decimal_format (gint64 value, int places);
gint64    plan_multiply_divide (gint64 value, gint64 multiply, gint64 divide);

G_END_DECLS
