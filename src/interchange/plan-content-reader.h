/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-bilingual.h"
#include "plan-fields.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* How long texts may be, in characters. */
#define PLAN_CONTENT_MAX_ID 64
#define PLAN_CONTENT_MAX_NAME 200
#define PLAN_CONTENT_MAX_TEXT 4000

/**
 * PlanContentReader:
 * @place: where in the file the reader is, as "tasks[3]."; the parts below it are added to the sentence
 * @keep: copies a text to where it lives as long as what is read; @owner: of the texts
 *
 * Reads what people exchange, templates and lessons, and trusts nothing in it: the first thing that is not as it should be
 * ends the reading with a sentence that names the place.
 */
typedef struct
{
  GString *place;
  const char *(*keep) (gpointer owner, const char *text);
  gpointer owner;
} PlanContentReader;

/* Reads one element of a list. */
typedef gboolean (*PlanContentFunc) (PlanContentReader *self, JsonObject *object, gpointer data, GError **error);

gboolean    plan_content_refuse         (PlanContentReader *self, const char *key, const char *sentence, GError **error);
gboolean    plan_content_check_format   (JsonNode *root, const char *format, JsonObject **object, GError **error);
JsonObject *plan_content_enter          (PlanContentReader *self, JsonObject *object, const char *key, gsize *mark, GError **error);
void        plan_content_leave          (PlanContentReader *self, gsize mark);
gboolean    plan_content_read_list      (PlanContentReader *self, JsonObject *object, const char *key, guint most,
                                         PlanContentFunc func, gpointer data, GError **error);

gboolean    plan_content_read_id        (PlanContentReader *self, JsonObject *object, const char *key, const char **id, GError **error);
gboolean    plan_content_read_bilingual (PlanContentReader *self, JsonObject *object, const char *key, gboolean needed, guint most,
                                         PlanBilingual *text, GError **error);
gboolean    plan_content_read_words     (PlanContentReader *self, JsonObject *object, const char *key,
                                         GPtrArray *words[PLAN_N_LANGUAGES], GError **error);
gboolean    plan_content_read_texts     (PlanContentReader *self, JsonObject *object, const char *key, gboolean is_title,
                                         guint most, GArray *texts, GError **error);
gboolean    plan_content_read_enum      (PlanContentReader *self, JsonObject *object, const char *key, const PlanEnumName *names,
                                         gint64 *value, GError **error);
gboolean    plan_content_read_integer   (PlanContentReader *self, JsonObject *object, const char *key, gint64 least, gint64 most,
                                         gint64 *value, GError **error);
gboolean    plan_content_read_decimal   (PlanContentReader *self, JsonObject *object, const char *key, int places, gint64 least,
                                         gint64 most, gint64 *value, GError **error);
gboolean    plan_content_read_boolean   (PlanContentReader *self, JsonObject *object, const char *key, gboolean *value, GError **error);
gboolean    plan_content_read_field     (PlanContentReader *self, JsonObject *object, const char *key, PlanFieldId field, int unit,
                                         gint64 *value, GError **error);

G_END_DECLS
