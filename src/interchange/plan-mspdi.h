/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-format.h"

G_BEGIN_DECLS

gboolean    plan_mspdi_sniff (const guint8 *data, gsize length);
PlanImport *plan_mspdi_read  (GInputStream *stream, const char *name, PlanIdSource *ids, PlanProgress *progress, GError **error);
gboolean    plan_mspdi_write (const PlanExport *what, GOutputStream *stream, PlanProgress *progress, GError **error);

G_END_DECLS
