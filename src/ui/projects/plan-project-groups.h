/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-model.h"

G_BEGIN_DECLS

/* Stands for the programme in the group of archived projects. */
#define PLAN_GROUP_CLOSED ((PlanId) -1)

/**
 * PlanProjectGroup:
 * @key: a programme, %PLAN_ID_NONE for projects of none, or %PLAN_GROUP_CLOSED
 * @title: its heading, or %NULL where none is needed
 * @projects: (element-type PlanId): in order
 */
typedef struct
{
  PlanId key;
  char *title;
  GArray *projects;
} PlanProjectGroup;

GPtrArray *plan_project_groups_new (const PlanModel *model, const char *words);
gboolean   plan_project_groups_need_update (const PlanChangeSet *changes, gboolean filtered);

G_END_DECLS
