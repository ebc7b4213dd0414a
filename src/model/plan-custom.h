/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-id.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlanCustomField:
 * @key: its name in every language: "Text1", "Flag3"
 * @owner_record: the kind of record it belongs to
 * @alias: what the user calls it, or %NULL
 */
typedef struct
{
  PlanId id;
  PlanId project;
  const char *key;
  const char *alias;
  const char *formula;
  gint64 source_id;
  guint8 owner_record;
} PlanCustomField;

/**
 * PlanCustomValue:
 *
 * The value of a custom field, as the text that files have.
 */
typedef struct
{
  PlanId id;
  PlanId owner;
  PlanId field;
  const char *value;
  gint32 unit;
  guint8 owner_record;
} PlanCustomValue;

/**
 * PlanImportedValue:
 * @owner: the record of which the file said it
 * @text: lines of "Element=value" with backslash, line break and nothing else escaped
 *
 * What an imported file says of values that Planwright computes or does not model. Never edited, only read.
 */
typedef struct
{
  PlanId id;
  PlanId owner;
  const char *text;
  guint8 owner_record;
} PlanImportedValue;

char    *plan_imported_value_get  (const PlanImportedValue *self, const char *key);
void     plan_imported_text_add   (GString *text, const char *key, const char *value);

G_END_DECLS
