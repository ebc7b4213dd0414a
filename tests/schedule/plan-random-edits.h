/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-case.h"

#include <glib.h>

G_BEGIN_DECLS

#define CASE_N_RESOURCES 4      /* from CASE_FIRST_RESOURCE on */
#define CASE_FIRST_NEW 10000000 /* id of what edits insert */

PlanTicks      case_random_date (GRand *rand);
PlanChangeSet *case_random_edit (GRand *rand, const PlanModel *model, guint round);

G_END_DECLS
