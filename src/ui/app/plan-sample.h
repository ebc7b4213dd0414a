/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-document.h"

G_BEGIN_DECLS

gboolean plan_sample_is_present (const PlanModel *model);
gboolean plan_sample_add        (PlanDocument *document, GError **error);

G_END_DECLS
