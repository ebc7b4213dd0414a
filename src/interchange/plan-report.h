/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-id.h"
#include "plan-json-writer.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  PLAN_REPORT_CHANGED, /* taken, but not as the file says */
  PLAN_REPORT_DROPPED, /* not taken */
} PlanReportKind;

/**
 * PlanReportItem:
 * @what: what it is about, in the user's language
 * @reason: why, in the user's language
 * @count: how often
 * @record, @uid, @field, @file, @planwright: for a single changed value; else %NULL
 * @task: which task the value is of, or %PLAN_ID_NONE; @name: (nullable): its name
 */
typedef struct
{
  PlanReportKind kind;
  char *what;
  char *reason;
  guint count;
  char *record;
  char *uid;
  char *field;
  char *file;
  char *planwright;
  char *name;
  PlanId task;
} PlanReportItem;

/**
 * PlanReport:
 * @kept: how many values were taken as they are
 *
 * What became of a file's content: nothing is lost silently.
 */
typedef struct
{
  guint64 kept;
  GPtrArray *items; /* of PlanReportItem */
} PlanReport;

PlanReport *plan_report_new         (void);
void        plan_report_free        (PlanReport *self);
void        plan_report_keep        (PlanReport *self, guint n);
void        plan_report_add         (PlanReport *self, PlanReportKind kind, const char *what, const char *reason, guint count);
void        plan_report_add_value   (PlanReport *self, const char *record, const char *uid, const char *field,
                                     const char *file, const char *planwright, const char *reason);
void        plan_report_set_task    (PlanReport *self, PlanId task, const char *name);
guint       plan_report_count       (const PlanReport *self, PlanReportKind kind);
void        plan_report_write       (const PlanReport *self, PlanJsonWriter *writer, const char *key);
char       *plan_report_to_json     (const PlanReport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanReport, plan_report_free)

G_END_DECLS
