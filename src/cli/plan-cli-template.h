/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-template.h"

G_BEGIN_DECLS

PlanTemplate *plan_cli_template_open         (const char *source, GError **error);
PlanLanguage  plan_cli_template_get_language (void);

G_END_DECLS
