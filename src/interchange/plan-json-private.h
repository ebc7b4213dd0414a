/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-json-writer.h"
#include "plan-json.h"
#include "plan-outline.h"

G_BEGIN_DECLS

/* The records of one kind that belong to others, sorted by owner and id. */
typedef struct
{
  PlanId owner;
  PlanId id;
  guint index;
} PlanJsonChild;

/**
 * PlanJsonExport:
 * @children: of PlanJsonChild by kind, for kinds that belong to others
 * @defaults: a new record of each kind
 * @repeated: numbers of imported files that several records of the kind have, so that they do not tell them apart
 * @work: ticks of work that people have, by task
 * @wanted: calendars and resources to write, or %NULL for all
 */
typedef struct
{
  const PlanExport *what;
  const PlanModel *model;
  PlanJsonWriter *writer;
  PlanProgress *progress;
  GArray *children[PLAN_N_RECORDS];
  gpointer defaults[PLAN_N_RECORDS];
  GHashTable *repeated[PLAN_N_RECORDS];
  GHashTable *work;
  GHashTable *wanted;
} PlanJsonExport;

/* plan-json-records.c */
void     plan_json_export_init          (PlanJsonExport *self);
void     plan_json_export_clear         (PlanJsonExport *self);
void     plan_json_write_fields         (PlanJsonExport *self, PlanRecord record, gconstpointer body);
void     plan_json_write_uid            (PlanJsonExport *self, PlanRecord record, const char *key, PlanId id);
gboolean plan_json_find_children        (PlanJsonExport *self, PlanRecord record, PlanId owner, guint *first, guint *end);
gconstpointer plan_json_get_child       (PlanJsonExport *self, PlanRecord record, guint place);
void     plan_json_write_children       (PlanJsonExport *self, PlanRecord record, PlanId owner);
void     plan_json_write_computed       (PlanJsonExport *self, PlanRecord record, PlanId owner, const PlanScheduledTask *scheduled);
const PlanImportedValue *plan_json_get_imported (PlanJsonExport *self, PlanId owner);

/* plan-json-shared.c */
void     plan_json_write_calendars      (PlanJsonExport *self, PlanId project, gboolean all);
void     plan_json_write_resources      (PlanJsonExport *self);
void     plan_json_write_programmes     (PlanJsonExport *self);

/* plan-json-project.c */
void     plan_json_write_project        (PlanJsonExport *self, PlanId project, gboolean alone);

G_END_DECLS
