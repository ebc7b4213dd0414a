/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-level-serial.h"

G_BEGIN_DECLS

/* @best: the best schedule so far. Returns whether to search no more. */
typedef gboolean (*PlanLevelStop) (const PlanLevelPlacement *best, gpointer data);

/**
 * PlanLevelSearch:
 * @best: the best schedules that were found, the best first, @n_best of them
 * @bound: no schedule costs less than that
 * @n_done: how many schedules were made
 */
typedef struct
{
  PlanLevelPlacement *best;
  guint n_best;
  gint64 bound;
  guint64 n_done;
} PlanLevelSearch;

PlanLevelSearch *plan_level_search_new  (const PlanLevelProblem *problem, guint64 n_schedules, guint32 seed, PlanLevelStop stop,
                                         gpointer data);
void             plan_level_search_free (PlanLevelSearch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanLevelSearch, plan_level_search_free)

G_END_DECLS
