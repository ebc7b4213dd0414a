/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-template.h"

G_BEGIN_DECLS

const char *const *plan_template_library_list (void);
PlanTemplate      *plan_template_library_read (const char *id, GError **error);
GBytes            *plan_template_library_get_bytes (const char *id, GError **error);

G_END_DECLS
