/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-progress.h"
#include "plan-template.h"

#include <gio/gio.h>

G_BEGIN_DECLS

PlanTemplate *plan_template_read  (GInputStream *stream, PlanProgress *progress, GError **error);
gboolean      plan_template_write (const PlanTemplate *self, GOutputStream *stream, GError **error);

G_END_DECLS
