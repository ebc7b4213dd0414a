/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-cli-source.h"

#include "plan-format.h"

G_BEGIN_DECLS

const PlanFormat *plan_cli_target_find  (const char *name, const char *path, GError **error);
gboolean          plan_cli_target_write (const PlanCliSource *source, const PlanFormat *format, const char *project, const char *resource,
                                         gboolean file_dates, const char *path, GError **error);

G_END_DECLS
