/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  PLAN_JSON_SCANNED,
  PLAN_JSON_TOO_DEEP,
  PLAN_JSON_FOREIGN, /* what the library reads beyond JSON */
} PlanJsonScan;

PlanJsonScan plan_json_scan (const char *text, gsize length, guint most_depth, gsize *at);

G_END_DECLS
