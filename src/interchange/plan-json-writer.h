/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-time.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The largest whole number that every reader of JSON takes exactly. */
#define PLAN_JSON_EXACT (G_GINT64_CONSTANT (1) << 53)

typedef struct _PlanJsonWriter PlanJsonWriter;

PlanJsonWriter *plan_json_writer_new          (GOutputStream *stream, guint line_depth);
void            plan_json_writer_free         (PlanJsonWriter *self);
gboolean        plan_json_writer_finish       (PlanJsonWriter *self, GError **error);

void            plan_json_writer_begin_object (PlanJsonWriter *self, const char *key);
void            plan_json_writer_end_object   (PlanJsonWriter *self);
void            plan_json_writer_begin_array  (PlanJsonWriter *self, const char *key);
void            plan_json_writer_end_array    (PlanJsonWriter *self);
void            plan_json_writer_string       (PlanJsonWriter *self, const char *key, const char *value);
void            plan_json_writer_integer      (PlanJsonWriter *self, const char *key, gint64 value);
void            plan_json_writer_decimal      (PlanJsonWriter *self, const char *key, gint64 value, int places);
void            plan_json_writer_boolean      (PlanJsonWriter *self, const char *key, gboolean value);
void            plan_json_writer_instant      (PlanJsonWriter *self, const char *key, PlanTicks value);
void            plan_json_writer_null         (PlanJsonWriter *self, const char *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanJsonWriter, plan_json_writer_free)

G_END_DECLS
