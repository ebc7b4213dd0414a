/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlanMspdiKeptLine:
 * @key: path of the element, with a slash at the end when it has children; not ended by a zero
 * @value: its text, escaped; not ended by a zero
 */
typedef struct
{
  const char *key;
  const char *value;
  guint32 key_length;
  guint32 value_length;
  gboolean is_taken;
} PlanMspdiKeptLine;

/**
 * PlanMspdiKept:
 *
 * The lines of an imported value; elements are taken out of it in about the order in which they stand there.
 */
typedef struct
{
  GArray *lines; /* of PlanMspdiKeptLine */
  guint cursor;
} PlanMspdiKept;

void     plan_mspdi_kept_init      (PlanMspdiKept *self, const char *text);
void     plan_mspdi_kept_init_part (PlanMspdiKept *self, PlanMspdiKept *whole, const char *prefix);
void     plan_mspdi_kept_clear     (PlanMspdiKept *self);
char    *plan_mspdi_kept_find      (const PlanMspdiKept *self, const char *element);
gboolean plan_mspdi_kept_take      (PlanMspdiKept *self, const char *element, guint *first, guint *end);
gboolean plan_mspdi_kept_take_rest (PlanMspdiKept *self, guint *line);
void     plan_mspdi_kept_get_text  (const PlanMspdiKeptLine *line, GString *text);

G_END_DECLS
