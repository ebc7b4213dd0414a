/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-import.h"
#include "plan-mspdi.h"

#include <libxml/xmlreader.h>

G_BEGIN_DECLS

typedef struct _PlanMspdi PlanMspdi;

/* Reads the element that the reader stands on into @record, up to its end. */
typedef void (*PlanMspdiFunc) (PlanMspdi *self, gpointer record);

/* In which form the file has a value. */
typedef enum {
  PLAN_MSPDI_PLAIN,     /* as the type of the field says */
  PLAN_MSPDI_TENTHS,    /* tenths of a minute, for durations */
  PLAN_MSPDI_MINUTES,   /* whole minutes, for durations */
  PLAN_MSPDI_FACTOR,    /* 1 = 100 %, for percent */
  PLAN_MSPDI_UNIT,      /* a duration format; + 32 when estimated */
  PLAN_MSPDI_WORK_UNIT, /* 1 minute to 5 month */
  PLAN_MSPDI_WEEKDAY,   /* 0 = Sunday */
  PLAN_MSPDI_INVERTED,  /* 0 = true */
  PLAN_MSPDI_REFERENCE, /* the UID of a calendar, task or resource; -1 is none */
  PLAN_MSPDI_FUNC,      /* by @func */
  PLAN_MSPDI_SKIP,      /* follows from other values of the file */
} PlanMspdiForm;

/* What is done with one element of a record. */
typedef struct
{
  const char *element;
  PlanMspdiForm form;
  PlanFieldId field;
  PlanMspdiFunc func;
} PlanMspdiRow;

typedef enum {
  PLAN_MSPDI_PROJECT,
  PLAN_MSPDI_DEFINITION,
  PLAN_MSPDI_CALENDAR,
  PLAN_MSPDI_WEEK,
  PLAN_MSPDI_WEEK_DAY,
  PLAN_MSPDI_EXCEPTION,
  PLAN_MSPDI_TASK,
  PLAN_MSPDI_LINK,
  PLAN_MSPDI_BASELINE,
  PLAN_MSPDI_ATTRIBUTE,
  PLAN_MSPDI_TIMEPHASED,
  PLAN_MSPDI_RESOURCE,
  PLAN_MSPDI_RATE,
  PLAN_MSPDI_AVAILABILITY,
  PLAN_MSPDI_ASSIGNMENT,
  PLAN_MSPDI_N_TABLES
} PlanMspdiTable;

/* Numbers of the file and the ids that the records got; the file may name a record before it comes. */
typedef struct
{
  PlanFieldId field;
  PlanId id;
  gint64 uid;
} PlanMspdiReference;

/* The record that is being read; records of one file lie within one another, as a baseline in a task. */
typedef struct
{
  PlanRecord record;
  PlanId id;
  gint64 uid;
  gpointer body;
  GString *imported;
} PlanMspdiOwner;

struct _PlanMspdi
{
  xmlTextReader *xml;
  GInputStream *stream;
  PlanProgress *progress;
  gboolean has_root;
  gint64 n_bytes;
  gint64 n_bytes_all;
  GError *error; /* the first one; nothing is read after it */
  PlanModel *model;
  PlanReport *report;
  PlanIdSource *ids;
  GHashTable *tables[PLAN_MSPDI_N_TABLES]; /* rows by interned element name */
  GString *text;
  GString *path;
  PlanProject project;
  GString *imported; /* of the project */
  PlanMspdiOwner owner;
  GHashTable *uids[PLAN_N_RECORDS]; /* ids by the numbers of the file */
  GHashTable *custom_fields;        /* ids by FieldID */
  GArray *references;
  GArray *links; /* of PlanLink, whose predecessors are references */
  GArray *tasks; /* PlanId of the summaries above the next task */
  GArray *blanks; /* PlanId of the empty lines since the last task */
  gint64 n_rows;
};

/* plan-mspdi-reader.c */
gboolean    plan_mspdi_open          (PlanMspdi *self, GError **error);
void        plan_mspdi_close         (PlanMspdi *self);
gboolean    plan_mspdi_read_root     (PlanMspdi *self);
int         plan_mspdi_enter         (PlanMspdi *self);
gboolean    plan_mspdi_next          (PlanMspdi *self, int depth);
const char *plan_mspdi_get_name      (PlanMspdi *self);
const char *plan_mspdi_read_text     (PlanMspdi *self);
gboolean    plan_mspdi_read_integer  (PlanMspdi *self, gint64 *value);
void        plan_mspdi_keep          (PlanMspdi *self, const char *name, GString *into);
void        plan_mspdi_fail          (PlanMspdi *self, const char *message);

/* plan-mspdi-values.c */
void        plan_mspdi_add_table     (PlanMspdi *self, PlanMspdiTable table, const PlanMspdiRow *rows, guint n_rows);
void        plan_mspdi_read_record   (PlanMspdi *self, PlanMspdiTable table, gpointer record);
PlanMspdiOwner plan_mspdi_begin      (PlanMspdi *self, PlanRecord record, gpointer body);
void        plan_mspdi_end           (PlanMspdi *self, const PlanMspdiOwner *outer, gboolean insert);
gboolean    plan_mspdi_claim_uid     (PlanMspdi *self, gint64 uid);
void        plan_mspdi_set_text      (PlanMspdi *self, PlanFieldId field, gpointer record, const char *element, PlanMspdiForm form, const char *text);
void        plan_mspdi_refer         (PlanMspdi *self, PlanFieldId field, PlanId id, gint64 uid);
void        plan_mspdi_report_value  (PlanMspdi *self, const char *element, const char *file, const char *planwright, const char *reason);

/* one file per kind of record */
void        plan_mspdi_add_project_tables    (PlanMspdi *self);
void        plan_mspdi_add_calendar_tables   (PlanMspdi *self);
void        plan_mspdi_add_task_tables       (PlanMspdi *self);
void        plan_mspdi_add_child_tables      (PlanMspdi *self);
void        plan_mspdi_add_resource_tables   (PlanMspdi *self);
void        plan_mspdi_add_assignment_tables (PlanMspdi *self);
void        plan_mspdi_finish_project        (PlanMspdi *self, const char *name);
void        plan_mspdi_read_calendars        (PlanMspdi *self, gpointer record);
void        plan_mspdi_read_tasks            (PlanMspdi *self, gpointer record);
void        plan_mspdi_read_resources        (PlanMspdi *self, gpointer record);
void        plan_mspdi_read_assignments      (PlanMspdi *self, gpointer record);
void        plan_mspdi_read_definitions      (PlanMspdi *self, gpointer record);
void        plan_mspdi_read_baseline         (PlanMspdi *self, gpointer record);
void        plan_mspdi_read_attribute        (PlanMspdi *self, gpointer record);
void        plan_mspdi_read_timephased       (PlanMspdi *self, gpointer record);

G_END_DECLS
