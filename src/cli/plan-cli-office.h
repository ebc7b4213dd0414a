/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-document.h"

G_BEGIN_DECLS

void plan_cli_back_up (PlanDocument *document);

G_END_DECLS
