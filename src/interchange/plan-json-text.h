/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-progress.h"

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonParser *plan_json_text_parse (GInputStream *stream, guint most_megabytes, PlanProgress *progress, GError **error);

G_END_DECLS
