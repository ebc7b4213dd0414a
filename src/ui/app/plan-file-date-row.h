/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-edits.h"
#include "plan-import.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a row says. */
typedef enum {
  PLAN_FILE_DATE_TASK,
  PLAN_FILE_DATE_FIELD,
  PLAN_FILE_DATE_FILE,
  PLAN_FILE_DATE_OURS,
  PLAN_FILE_DATE_DIFFERENCE,
  PLAN_FILE_DATE_CAUSE,
  PLAN_FILE_DATE_TAKEN,
  PLAN_N_FILE_DATE_COLUMNS
} PlanFileDateColumn;

#define PLAN_TYPE_FILE_DATE_ROW (plan_file_date_row_get_type ())
G_DECLARE_FINAL_TYPE (PlanFileDateRow, plan_file_date_row, PLAN, FILE_DATE_ROW, GObject)

PlanFileDateRow      *plan_file_date_row_new        (PlanDocument *document, const PlanDateDifference *difference,
                                                     const char *cause);
gboolean              plan_file_date_row_update     (PlanFileDateRow *self, PlanDocument *document);
char                 *plan_file_date_row_get_text   (PlanFileDateRow *self, PlanFileDateColumn column);
const char           *plan_file_date_row_get_cause  (PlanFileDateRow *self);
const PlanDateChoice *plan_file_date_row_get_choice (PlanFileDateRow *self);
gboolean              plan_file_date_row_can_choose (PlanFileDateRow *self);
int                   plan_file_date_row_compare    (PlanFileDateRow *a, PlanFileDateRow *b, PlanFileDateColumn column);
gboolean              plan_file_date_row_has_words  (PlanFileDateRow *self, const char *folded);

G_END_DECLS
