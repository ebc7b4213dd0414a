/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-assigned.h"
#include "plan-export-index.h"
#include "plan-imported.h"
#include "plan-mspdi-kept.h"
#include "plan-mspdi-number.h"
#include "plan-mspdi-private.h"
#include "plan-outline.h"
#include "plan-stretches.h"

#include <libxml/xmlwriter.h>

G_BEGIN_DECLS

/**
 * PlanMspdiRecord:
 * @uid: its number in the file
 * @body: its fields, with those of summaries as they follow from the schedule
 * @fresh: a new record of the kind
 * @kept: what the imported file said beside the fields; empty for a record that came to the project later
 * @scheduled: (nullable): what follows from the plan, for a task
 * @external: (nullable): what names the task of another project for which the row stands
 * @row: row of a task in the outline, or %PLAN_INDEX_NONE; rows after those of the outline stand for tasks of other projects.
 *   Of other records, their number in the list
 *
 * The record that is being written; records lie within one another, as a baseline in a task.
 */
typedef struct
{
  PlanRecord kind;
  PlanMspdiTable table;
  PlanId id;
  gint64 uid;
  gconstpointer body;
  gconstpointer fresh;
  PlanMspdiKept *kept;
  const PlanScheduledTask *scheduled;
  const char *external;
  guint row;
} PlanMspdiRecord;

/**
 * PlanMspdiWriter:
 * @is_from_file: whether the project was imported from this format: what the file did not say is not made up
 * @uids: numbers of the file by id, by kind of record
 * @computed: by table and row: the computed value that the row holds, or %NULL
 */
struct _PlanMspdiWriter
{
  const PlanExport *what;
  const PlanModel *model;
  const PlanProject *project;
  PlanProgress *progress;
  PlanExportIndex index;
  PlanMspdiSchema schema;
  gboolean is_from_file;
  GHashTable *uids[PLAN_N_RECORDS];
  gpointer fresh[PLAN_N_RECORDS];
  const PlanImportedField **computed[PLAN_MSPDI_N_TABLES];
  PlanOutline *outline;
  GArray *foreign;            /* ids of tasks of other projects that are written as rows */
  GHashTable *foreign_names;  /* what names them, by id */
  PlanStretches *stretches;   /* when they were asked for, as the two after them */
  PlanAssigned *assigned;
  GHashTable *assigned_tasks; /* set of PlanId */
  guint places[PLAN_OUTLINE_MAX_LEVEL + 1]; /* of the task that is written and its summaries, by level */
  PlanMspdiRecord *record;
  GString *text;
  GString *line;
  guint depth;           /* of elements that are open */
  gboolean has_children; /* whether the innermost of them has any yet */
  xmlTextWriter *xml;
  GOutputStream *stream;
  GError *error;
};

/* plan-mspdi-write-record.c */
void     plan_mspdi_write_text        (PlanMspdiWriter *self, const char *element, const char *text);
void     plan_mspdi_write_integer     (PlanMspdiWriter *self, const char *element, gint64 value);
void     plan_mspdi_write_instant     (PlanMspdiWriter *self, const char *element, PlanTicks ticks);
void     plan_mspdi_write_duration    (PlanMspdiWriter *self, const char *element, PlanTicks ticks);
gboolean plan_mspdi_goes_on           (PlanMspdiWriter *self, guint done, guint total);
void     plan_mspdi_start             (PlanMspdiWriter *self, const char *element);
void     plan_mspdi_stop              (PlanMspdiWriter *self);
gboolean plan_mspdi_write_kept        (PlanMspdiWriter *self, const char *element);
void     plan_mspdi_drop_kept         (PlanMspdiWriter *self, const char *element);
gboolean plan_mspdi_has_file_values   (PlanMspdiWriter *self);
PlanMspdiRecord plan_mspdi_record     (PlanRecord kind, PlanMspdiTable table, gconstpointer body);
void     plan_mspdi_write_record      (PlanMspdiWriter *self, const char *element, PlanMspdiRecord *record);
void     plan_mspdi_write_children    (PlanMspdiWriter *self, const char *element, PlanMspdiTable table, PlanRecord kind);
gint64   plan_mspdi_get_uid           (PlanMspdiWriter *self, PlanRecord kind, PlanId id);
void     plan_mspdi_write_if_set      (PlanMspdiWriter *self, const PlanMspdiRow *row);

/* plan-mspdi-write-project.c */
void     plan_mspdi_write_save_version   (PlanMspdiWriter *self, const PlanMspdiRow *row);
void     plan_mspdi_write_name           (PlanMspdiWriter *self, const PlanMspdiRow *row);
void     plan_mspdi_write_keywords       (PlanMspdiWriter *self, const PlanMspdiRow *row);
void     plan_mspdi_write_from_start     (PlanMspdiWriter *self, const PlanMspdiRow *row);
void     plan_mspdi_write_finish         (PlanMspdiWriter *self, const PlanMspdiRow *row);
void     plan_mspdi_write_critical_slack (PlanMspdiWriter *self, const PlanMspdiRow *row);
void     plan_mspdi_write_definitions    (PlanMspdiWriter *self, const PlanMspdiRow *row);
void     plan_mspdi_write_calendars      (PlanMspdiWriter *self, const PlanMspdiRow *row);
void     plan_mspdi_write_resources      (PlanMspdiWriter *self, const PlanMspdiRow *row);
void     plan_mspdi_write_assignments    (PlanMspdiWriter *self, const PlanMspdiRow *row);

/* plan-mspdi-write-calendar.c */
void     plan_mspdi_write_calendar_field   (PlanMspdiWriter *self, const PlanMspdiRow *row);
void     plan_mspdi_write_parent           (PlanMspdiWriter *self, const PlanMspdiRow *row);
void     plan_mspdi_write_week_days        (PlanMspdiWriter *self, const PlanMspdiRow *row);
void     plan_mspdi_write_exceptions       (PlanMspdiWriter *self, const PlanMspdiRow *row);
void     plan_mspdi_write_occurrences      (PlanMspdiWriter *self, const PlanMspdiRow *row);
void     plan_mspdi_write_recurrence       (PlanMspdiWriter *self, const PlanMspdiRow *row);
void     plan_mspdi_write_exception_name   (PlanMspdiWriter *self, const PlanMspdiRow *row);
void     plan_mspdi_write_exception_period (PlanMspdiWriter *self, const PlanMspdiRow *row);
void     plan_mspdi_write_exception_hours  (PlanMspdiWriter *self, const PlanMspdiRow *row);
void     plan_mspdi_write_work_weeks       (PlanMspdiWriter *self, const PlanMspdiRow *row);
void     plan_mspdi_write_week_period      (PlanMspdiWriter *self, const PlanMspdiRow *row);
void     plan_mspdi_write_named_days       (PlanMspdiWriter *self, const PlanMspdiRow *row);

/* plan-mspdi-write-task.c */
void     plan_mspdi_write_uid             (PlanMspdiWriter *self, const PlanMspdiRow *row);
void     plan_mspdi_write_row             (PlanMspdiWriter *self, const PlanMspdiRow *row);
void     plan_mspdi_write_outline         (PlanMspdiWriter *self, const PlanMspdiRow *row);
void     plan_mspdi_write_manual          (PlanMspdiWriter *self, const PlanMspdiRow *row);
void     plan_mspdi_write_manual_duration (PlanMspdiWriter *self, const PlanMspdiRow *row);
void     plan_mspdi_write_format          (PlanMspdiWriter *self, const PlanMspdiRow *row, guint8 unit, gboolean estimated);
void     plan_mspdi_write_duration_format (PlanMspdiWriter *self, const PlanMspdiRow *row);
void     plan_mspdi_write_summary         (PlanMspdiWriter *self, const PlanMspdiRow *row);
void     plan_mspdi_write_remaining       (PlanMspdiWriter *self, const PlanMspdiRow *row);
void     plan_mspdi_write_links           (PlanMspdiWriter *self, const PlanMspdiRow *row);
void     plan_mspdi_write_link            (PlanMspdiWriter *self, const PlanMspdiRow *row);
void     plan_mspdi_write_tasks           (PlanMspdiWriter *self, const PlanMspdiRow *row);

/* plan-mspdi-write-external.c */
void     plan_mspdi_find_foreign         (PlanMspdiWriter *self);
void     plan_mspdi_write_foreign        (PlanMspdiWriter *self);
void     plan_mspdi_write_external_name  (PlanMspdiWriter *self, const PlanMspdiRow *row);
void     plan_mspdi_write_cross_project  (PlanMspdiWriter *self, const PlanMspdiRow *row);

/* plan-mspdi-write-children.c */
void     plan_mspdi_write_baselines       (PlanMspdiWriter *self, const PlanMspdiRow *row);
void     plan_mspdi_write_baseline_format (PlanMspdiWriter *self, const PlanMspdiRow *row);
void     plan_mspdi_write_attributes      (PlanMspdiWriter *self, const PlanMspdiRow *row);
void     plan_mspdi_write_field_id        (PlanMspdiWriter *self, const PlanMspdiRow *row);
void     plan_mspdi_write_custom_value    (PlanMspdiWriter *self, const PlanMspdiRow *row);
void     plan_mspdi_write_custom_format   (PlanMspdiWriter *self, const PlanMspdiRow *row);
void     plan_mspdi_write_timephased      (PlanMspdiWriter *self, const PlanMspdiRow *row);
void     plan_mspdi_write_span_uid        (PlanMspdiWriter *self, const PlanMspdiRow *row);
void     plan_mspdi_write_span_value      (PlanMspdiWriter *self, const PlanMspdiRow *row);

/* plan-mspdi-write-spans.c */
void     plan_mspdi_write_pauses          (PlanMspdiWriter *self, const PlanMspdiRow *row);
void     plan_mspdi_write_paused_tasks    (PlanMspdiWriter *self);

/* plan-mspdi-write-resource.c */
void     plan_mspdi_write_resource_row   (PlanMspdiWriter *self, const PlanMspdiRow *row);
void     plan_mspdi_write_resource_name  (PlanMspdiWriter *self, const PlanMspdiRow *row);
void     plan_mspdi_write_null           (PlanMspdiWriter *self, const PlanMspdiRow *row);
void     plan_mspdi_write_resource_type  (PlanMspdiWriter *self, const PlanMspdiRow *row);
void     plan_mspdi_write_cost_resource  (PlanMspdiWriter *self, const PlanMspdiRow *row);
void     plan_mspdi_write_rates          (PlanMspdiWriter *self, const PlanMspdiRow *row);
void     plan_mspdi_write_rate_period    (PlanMspdiWriter *self, const PlanMspdiRow *row);
void     plan_mspdi_write_availability   (PlanMspdiWriter *self, const PlanMspdiRow *row);
void     plan_mspdi_write_assigned       (PlanMspdiWriter *self, const PlanMspdiRow *row);
void     plan_mspdi_write_assigned_cost  (PlanMspdiWriter *self, const PlanMspdiRow *row);
void     plan_mspdi_write_remaining_work (PlanMspdiWriter *self, const PlanMspdiRow *row);
void     plan_mspdi_write_assigned_dates (PlanMspdiWriter *self, const PlanMspdiRow *row);

G_END_DECLS
