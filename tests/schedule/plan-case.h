/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-assigned.h"
#include "plan-cost.h"

#include <glib.h>

G_BEGIN_DECLS

/* Ids of the calendars of every case. */
enum
{
  CASE_STANDARD = 1,
  CASE_24_HOURS,
  CASE_NIGHT_SHIFT,
  CASE_N_CALENDARS
};

#define CASE_PROJECT 10
#define CASE_FIRST_TASK 1000
#define CASE_FIRST_RESOURCE 200
#define CASE_FIRST_ASSIGNMENT 3000000000
#define CASE_FIRST_SPLIT 4000000000

/* A model with the three calendars and one project, read from texts; see plan_case_new(). */
typedef struct
{
  PlanModel *model;
  PlanSchedule *schedule;
  GHashTable *ids; /* id by name of the task or resource */
  PlanAssigned *assigned;
  PlanCosts *costs;
  guint n_links;
  guint n_resources;
} PlanCase;

/* A row of a table of cases: what plan_case_new() is given, and what plan_case_check() expects. */
typedef struct
{
  const char *path;
  const char *options;
  const char *plan;
  const char *expected;
} PlanCaseRow;

PlanTicks case_date       (const char *text, PlanTicks within);
PlanTicks case_duration   (const char *text);
void      case_add_calendar (PlanModel *model, PlanId id, PlanId parent, const char *name, const char *const days[7]);
void      case_add_exception (PlanModel *model, PlanId id, PlanId calendar, const char *name, const char *first, const char *last,
                              const char *hours);
PlanModel *case_new_model (void);
PlanCase *plan_case_new   (const char *options, const char *plan);
void      plan_case_free  (PlanCase *self);
void      plan_case_compute (PlanCase *self);
guint     plan_case_index (const PlanCase *self, const char *name);
guint     plan_case_find_assignment (const PlanCase *self, const char *name);
PlanId    plan_case_find  (const PlanCase *self, const char *name);
const PlanScheduledTask *plan_case_get (const PlanCase *self, const char *name);
void      plan_case_check (const PlanCase *self, const char *expected);
void      plan_case_run   (const char *options, const char *plan, const char *expected);
void      plan_case_test  (gconstpointer row);
void      plan_case_add_tests (const char *prefix, const PlanCaseRow *rows, guint n_rows, GTestDataFunc test);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanCase, plan_case_free)

G_END_DECLS
