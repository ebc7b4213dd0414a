/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-store.h"

#include <glib.h>

/**
 * Fixture:
 * @folder: a folder of its own, removed at the end; @path: an office in it
 * @model: what the office should hold
 * @changes: of the last edit that fixture_commit() wrote
 */
typedef struct
{
  char *folder;
  char *path;
  PlanStore *store;
  PlanModel *model;
  GRand *rand;
  PlanId last_id;
  PlanChangeSet *changes;
} Fixture;

void      fixture_set_up     (Fixture *self, gconstpointer data);
void      fixture_tear_down  (Fixture *self, gconstpointer data);
void      fixture_reopen     (Fixture *self);
PlanValue fixture_make_value (Fixture *self, PlanFieldId field, gconstpointer body);
PlanId    fixture_insert     (Fixture *self, PlanRecord record);
void      fixture_fill       (Fixture *self, guint n_each);
void      fixture_begin      (Fixture *self);
void      fixture_commit     (Fixture *self, const char *label);
gboolean  fixture_step       (Fixture *self, PlanStep step);
char     *fixture_dump       (const PlanModel *model);
char     *fixture_dump_file  (Fixture *self);
guint     fixture_count_files (Fixture *self);
void      fixture_run_sql    (const char *path, const char *sql);
