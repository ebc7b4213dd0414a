/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-driver.h"
#include "plan-export-index.h"
#include "plan-json-writer.h"
#include "plan-json.h"
#include "plan-outline.h"
#include "plan-stretches.h"

G_BEGIN_DECLS

/**
 * PlanJsonExport:
 * @defaults: a new record of each kind
 * @links: by task, and @finder of what determines their dates; made when first needed, as long as there is a schedule
 * @repeated: numbers of imported files that several records of the kind have, so that they do not tell them apart
 */
typedef struct
{
  const PlanExport *what;
  const PlanModel *model;
  PlanJsonWriter *writer;
  PlanProgress *progress;
  PlanExportIndex index;
  gpointer defaults[PLAN_N_RECORDS];
  PlanTaskIndex *links;
  PlanDriverFinder *finder;
  GHashTable *repeated[PLAN_N_RECORDS];
  PlanStretches *stretches; /* NULL without a schedule */
} PlanJsonExport;

/* plan-json-records.c */
void     plan_json_export_init          (PlanJsonExport *self);
void     plan_json_export_clear         (PlanJsonExport *self);
void     plan_json_write_fields         (PlanJsonExport *self, PlanRecord record, gconstpointer body);
void     plan_json_write_uid            (PlanJsonExport *self, PlanRecord record, const char *key, PlanId id);
void     plan_json_write_children       (PlanJsonExport *self, PlanRecord record, PlanId owner);
void     plan_json_write_computed       (PlanJsonExport *self, PlanRecord record, PlanId owner, const PlanScheduledTask *scheduled);

/* plan-json-shared.c */
void     plan_json_write_calendars      (PlanJsonExport *self, PlanId project, gboolean all);
void     plan_json_write_resources      (PlanJsonExport *self);
void     plan_json_write_programmes     (PlanJsonExport *self);

/* plan-json-drivers.c */
void     plan_json_write_drivers        (PlanJsonExport *self, const PlanOutline *outline, guint task);

/* plan-json-project.c */
void     plan_json_write_project        (PlanJsonExport *self, PlanId project, gboolean alone);

G_END_DECLS
