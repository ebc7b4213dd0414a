/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-model.h"

char *mspdi_write_text       (const PlanModel *model, PlanId project, gboolean file_dates);
void  mspdi_assert_in_order  (const char *text, const char *const *parts);
