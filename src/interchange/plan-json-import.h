/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-import.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* A reference that is filled in when all records are known. */
typedef struct
{
  PlanFieldId field;
  PlanId id;
  char *uid;
} PlanJsonReference;

/**
 * PlanJsonImport:
 * @keys: fields by key, by kind of record
 * @local: ids by number, of the project that is being read
 * @global: ids by number, of the whole file; the first one wins
 * @references: of PlanJsonReference that the project that is being read leaves open
 */
typedef struct
{
  PlanImport *import;
  PlanModel *model;
  PlanReport *report;
  PlanIdSource *ids;
  PlanProgress *progress;
  GHashTable *keys[PLAN_N_RECORDS];
  GHashTable *local[PLAN_N_RECORDS];
  GHashTable *global[PLAN_N_RECORDS];
  GHashTable *custom_fields; /* ids by record and key, of the project */
  GHashTable *programmes;    /* ids by name */
  GArray *references;
  PlanId project;
  gint64 n_projects;
  gint64 n_resources;
} PlanJsonImport;

typedef void (*PlanJsonFunc) (PlanJsonImport *self, JsonObject *object);

/* plan-json-read-records.c */
void     plan_json_import_init         (PlanJsonImport *self);
void     plan_json_import_clear        (PlanJsonImport *self);
void     plan_json_import_start_project (PlanJsonImport *self);
void     plan_json_import_resolve      (PlanJsonImport *self, gboolean is_last);
void     plan_json_read_fields         (PlanJsonImport *self, PlanRecord record, gpointer body, JsonObject *object, const char *const *others);
void     plan_json_read_children       (PlanJsonImport *self, PlanRecord record, PlanId owner, JsonObject *object);
JsonArray *plan_json_get_array        (PlanJsonImport *self, JsonObject *object, const char *key);
void     plan_json_read_list           (PlanJsonImport *self, JsonObject *object, const char *key, PlanJsonFunc func);
gboolean plan_json_claim_uid           (PlanJsonImport *self, PlanRecord record, gpointer body, JsonObject *object);
void     plan_json_refer               (PlanJsonImport *self, PlanFieldId field, PlanId id, JsonObject *object, const char *key);
const char *plan_json_get_text         (JsonObject *object, const char *key);

/* plan-json-read-shared.c */
void     plan_json_read_shared         (PlanJsonImport *self, JsonObject *object);
PlanId   plan_json_find_programme      (PlanJsonImport *self, const char *name);

/* plan-json-read-project.c */
void     plan_json_read_project        (PlanJsonImport *self, JsonObject *object, const char *name);

G_END_DECLS
