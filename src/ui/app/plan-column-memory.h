/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-sheet.h"

G_BEGIN_DECLS

void plan_column_memory_follow (PlanSheet *sheet, PlanRowList *list);

G_END_DECLS
