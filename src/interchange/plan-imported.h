/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-fields.h"
#include "plan-figures.h"
#include "plan-result-fields.h"

#include <glib.h>

G_BEGIN_DECLS

/* In which form an imported file says a value; it becomes an integer as fields of the table have it. */
typedef enum {
  PLAN_IMPORTED_BOOLEAN, /* 0 or 1 */
  PLAN_IMPORTED_INSTANT, /* 2026-03-02T08:00:00 */
  PLAN_IMPORTED_WORK,    /* PT8H0M0S: ticks */
  PLAN_IMPORTED_TENTHS,  /* 4800: ticks */
  PLAN_IMPORTED_MONEY,   /* hundredths of the currency's unit */
  PLAN_IMPORTED_PERCENT, /* 50: hundredths of a percent */
} PlanImportedType;

/**
 * PlanImportedField:
 * @record: the kind of record that has it
 * @key: in Planwright JSON
 * @element: in imported values
 * @result: the computed field that is the same, or %PLAN_N_RESULTS
 * @figure: the figure of a task that is the same, or %PLAN_FIGURE_NONE; of other records the one whose total it is
 *
 * One value that files hold and that Planwright computes.
 */
typedef struct
{
  PlanRecord record;
  const char *key;
  const char *element;
  PlanImportedType type;
  PlanResultId result;
  PlanFigureId figure;
} PlanImportedField;

const PlanImportedField *plan_imported_get_fields     (guint *n_fields);
gboolean                 plan_imported_parse          (PlanImportedType type, const char *text, gint64 *value);
char                    *plan_imported_format         (PlanImportedType type, gint64 value);
gboolean                 plan_imported_parse_duration (const char *text, PlanTicks *ticks);

G_END_DECLS
