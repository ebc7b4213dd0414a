/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-columns.h"

G_BEGIN_DECLS

guint *plan_row_order_new (const PlanCellSource *source, PlanColumnId column, gboolean down);

G_END_DECLS
