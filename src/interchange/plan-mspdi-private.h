/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-import.h"
#include "plan-mspdi.h"

#include <libxml/xmlreader.h>

G_BEGIN_DECLS

typedef struct _PlanMspdi PlanMspdi;
typedef struct _PlanMspdiWriter PlanMspdiWriter;
typedef struct _PlanMspdiRow PlanMspdiRow;

/* Reads the element that the reader stands on into @record, up to its end. */
typedef void (*PlanMspdiFunc) (PlanMspdi *self, gpointer record);

/* Writes the element of the row, or its elements, for the record that is being written. */
typedef void (*PlanMspdiWriteFunc) (PlanMspdiWriter *self, const PlanMspdiRow *row);

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
  PLAN_MSPDI_KEEP,      /* kept as the file says it: computed by Planwright, or without a field */
} PlanMspdiForm;

/**
 * PlanMspdiRow:
 * @func: reads the element, when @form says so
 * @write: writes it, when that is more than writing the field, a computed value or what was kept
 *
 * One element of a record, for reading and for writing. The rows of a record stand in the order of the schema, which
 * Microsoft Project insists on.
 */
struct _PlanMspdiRow
{
  const char *element;
  PlanMspdiForm form;
  PlanFieldId field;
  PlanMspdiFunc func;
  PlanMspdiWriteFunc write;
};

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

/* All rows of the format, by kind of record. */
typedef struct
{
  const PlanMspdiRow *rows[PLAN_MSPDI_N_TABLES];
  guint n_rows[PLAN_MSPDI_N_TABLES];
} PlanMspdiSchema;

/* Numbers of the file and the ids that the records got; the file may name a record before it comes. */
typedef struct
{
  PlanFieldId field;
  PlanId id;
  gint64 uid;
} PlanMspdiReference;

/* A link from a task of another file; @imported is what is kept with it. */
typedef struct
{
  PlanLink link;
  gint64 predecessor;
  char *imported;
} PlanMspdiExternal;

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
  PlanMspdiSchema schema;
  GHashTable *uids[PLAN_N_RECORDS]; /* ids by the numbers of the file */
  GHashTable *custom_fields;        /* ids by FieldID */
  GArray *references;
  GArray *links; /* of PlanLink, whose predecessors are references */
  GArray *externals; /* of PlanMspdiExternal */
  GArray *tasks; /* PlanId of the summaries above the next task */
  GArray *blanks; /* PlanId of the empty lines since the last task */
  gint64 n_rows;
  gboolean has_project_row; /* whether there is a row with number 0 that stands for the project */
  gboolean has_calendars;   /* whether all calendars have been read */
  gboolean has_tasks;       /* likewise tasks */
  gboolean keeps_rest;      /* all of the record but a name is kept as it is, as it becomes no record of the model */
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
void        plan_mspdi_schema_add    (PlanMspdiSchema *self, PlanMspdiTable table, const PlanMspdiRow *rows, guint n_rows);
void        plan_mspdi_schema_init   (PlanMspdiSchema *self);
void        plan_mspdi_start_tables  (PlanMspdi *self);
void        plan_mspdi_read_record   (PlanMspdi *self, PlanMspdiTable table, gpointer record);
gboolean    plan_mspdi_parse_value   (PlanFieldId field, PlanMspdiForm form, const char *text, gint64 *value);
gboolean    plan_mspdi_set_text      (PlanMspdi *self, PlanFieldId field, gpointer record, const char *element, PlanMspdiForm form, const char *text);
void        plan_mspdi_refer         (PlanMspdi *self, PlanFieldId field, PlanId id, gint64 uid);
void        plan_mspdi_report_value  (PlanMspdi *self, const char *element, const char *file, const char *planwright, const char *reason);

/* plan-mspdi-owner.c */
PlanMspdiOwner plan_mspdi_begin      (PlanMspdi *self, PlanRecord record, gpointer body);
PlanMspdiOwner plan_mspdi_begin_child (PlanMspdi *self, PlanRecord record, gpointer body);
void        plan_mspdi_end           (PlanMspdi *self, const PlanMspdiOwner *outer, gboolean insert);
void        plan_mspdi_insert_imported (PlanMspdi *self);
void        plan_mspdi_insert_text   (PlanMspdi *self, PlanRecord record, PlanId owner, const char *text);
void        plan_mspdi_keep_fields   (PlanMspdi *self, PlanMspdiTable table, PlanRecord kind, gconstpointer record);
void        plan_mspdi_keep_below    (PlanMspdi *self, const PlanMspdiOwner *outer, const char *element);
void        plan_mspdi_keep_number   (PlanMspdi *self, const char *element, gint64 value);
gboolean    plan_mspdi_claim_uid     (PlanMspdi *self, gint64 uid);
char       *plan_mspdi_get_kept      (PlanMspdi *self, const char *element);

/* plan-mspdi-format.c */
gboolean    plan_mspdi_format_value  (GString *text, PlanFieldId field, PlanMspdiForm form, const PlanValue *value);
gboolean    plan_mspdi_span_is_number (gint32 kind);
char       *plan_mspdi_format_span   (const PlanWorkSpan *span);
gint64      plan_mspdi_get_format    (guint8 unit, gboolean estimated);

/* plan-mspdi-external.c */
void        plan_mspdi_clear_external (gpointer external);
void        plan_mspdi_add_external   (PlanMspdi *self, const PlanLink *link, gint64 predecessor);
void        plan_mspdi_place_externals (PlanMspdi *self);

/* one file per kind of record */
void        plan_mspdi_add_project_tables    (PlanMspdiSchema *schema);
void        plan_mspdi_add_calendar_tables   (PlanMspdiSchema *schema);
void        plan_mspdi_add_task_tables       (PlanMspdiSchema *schema);
void        plan_mspdi_add_child_tables      (PlanMspdiSchema *schema);
void        plan_mspdi_add_resource_tables   (PlanMspdiSchema *schema);
void        plan_mspdi_add_assignment_tables (PlanMspdiSchema *schema);
char       *plan_mspdi_strip_name            (const char *name);
void        plan_mspdi_finish_project        (PlanMspdi *self, const char *name);
void        plan_mspdi_read_calendars        (PlanMspdi *self, gpointer record);
void        plan_mspdi_read_tasks            (PlanMspdi *self, gpointer record);
void        plan_mspdi_insert_link           (PlanMspdi *self, PlanLink *link);
void        plan_mspdi_append_link           (GString *text, const PlanLink *link, gint64 predecessor, const char *kept);
void        plan_mspdi_read_resources        (PlanMspdi *self, gpointer record);
void        plan_mspdi_read_assignments      (PlanMspdi *self, gpointer record);
void        plan_mspdi_read_definitions      (PlanMspdi *self, gpointer record);
void        plan_mspdi_read_baseline         (PlanMspdi *self, gpointer record);
void        plan_mspdi_read_attribute        (PlanMspdi *self, gpointer record);
void        plan_mspdi_read_timephased       (PlanMspdi *self, gpointer record);

G_END_DECLS
