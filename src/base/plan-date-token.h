/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PLAN_DATE_MAX_TOKENS 24

typedef enum {
  PLAN_TOKEN_END,
  PLAN_TOKEN_NUMBER,
  PLAN_TOKEN_SIGN,     /* value is the character */
  PLAN_TOKEN_WEEKDAY,
  PLAN_TOKEN_MONTH,    /* the name of a month */
  PLAN_TOKEN_RELATIVE, /* value is days from today */
  PLAN_TOKEN_WEEK,     /* value is weeks from this one, before a weekday */
  PLAN_TOKEN_HALF_DAY, /* value is 0 before noon, 1 after */
  PLAN_TOKEN_T,
  PLAN_TOKEN_YEAR_MARK,
  PLAN_TOKEN_MONTH_MARK,
  PLAN_TOKEN_DAY_MARK,
  PLAN_TOKEN_HOUR_MARK,
  PLAN_TOKEN_HALF_HOUR,
  PLAN_TOKEN_MINUTE_MARK,
  PLAN_TOKEN_WEEK_MARK,
} PlanDateTokenKind;

typedef struct
{
  PlanDateTokenKind kind;
  int value;
  int n_digits;
} PlanDateToken;

gboolean plan_date_cut_tokens (const char *text, PlanDateToken tokens[PLAN_DATE_MAX_TOKENS + 1]);

G_END_DECLS
