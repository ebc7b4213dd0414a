/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-format.h"

G_BEGIN_DECLS

gboolean plan_csv_write (const PlanExport *what, GOutputStream *stream, PlanProgress *progress, GError **error);

G_END_DECLS
