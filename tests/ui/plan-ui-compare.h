/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-document.h"

G_BEGIN_DECLS

char *plan_compare_describe    (PlanDocument *document, PlanId project);
void  plan_compare_assert_same (const char *made, const char *expected);

G_END_DECLS
