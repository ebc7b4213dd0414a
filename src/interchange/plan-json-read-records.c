/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What all records of Planwright JSON have alike when they are read: fields by the field table, numbers by which they refer
 * to one another, and what belongs to them. A member that is not understood is reported; one whose value cannot be right
 * leaves the field as in a new record and is reported.
 */

#include "plan-json-import.h"

#include "plan-imported.h"
#include "plan-json-fields.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
free_reference (gpointer data)
{
  g_free (((PlanJsonReference *) data)->uid);
}

static GHashTable *
new_ids (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * plan_json_import_init:
 *
 * Prepares the tables.
 */
void
plan_json_import_init (PlanJsonImport *self)
{
  for (guint record = 0; record < PLAN_N_RECORDS; record++)
    {
      PlanFieldId first = plan_field_first (record), end = first + plan_field_count (record);

      self->keys[record] = g_hash_table_new (g_str_hash, g_str_equal);
      for (PlanFieldId field = first; field < end; field++)
        if (plan_json_field_is_plain (field))
          g_hash_table_insert (self->keys[record], (gpointer) plan_json_field_get_key (field), GUINT_TO_POINTER (field + 1));
      self->global[record] = new_ids ();
      self->local[record] = new_ids ();
    }
  self->custom_fields = new_ids ();
  self->programmes = new_ids ();
  self->references = g_array_new (FALSE, FALSE, sizeof (PlanJsonReference));
  g_array_set_clear_func (self->references, free_reference);
}

/**
 * plan_json_import_clear:
 *
 * Frees the tables.
 */
void
plan_json_import_clear (PlanJsonImport *self)
{
  for (guint record = 0; record < PLAN_N_RECORDS; record++)
    {
      g_hash_table_unref (self->keys[record]);
      g_hash_table_unref (self->global[record]);
      g_hash_table_unref (self->local[record]);
    }
  g_hash_table_unref (self->custom_fields);
  g_hash_table_unref (self->programmes);
  g_array_unref (self->references);
}

/**
 * plan_json_import_start_project:
 *
 * Forgets the numbers of the project before, which the next one may use anew.
 */
void
plan_json_import_start_project (PlanJsonImport *self)
{
  for (guint record = 0; record < PLAN_N_RECORDS; record++)
    g_hash_table_remove_all (self->local[record]);
  g_hash_table_remove_all (self->custom_fields);
}

/* The text under which a number is known; NULL when there is none. */
static char *
get_uid (JsonObject *object, const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return g_strdup (json_node_get_string (node));
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  return NULL;
}

/**
 * plan_json_get_text:
 *
 * Returns: (transfer none) (nullable): the member when it is a text
 */
const char *
plan_json_get_text (JsonObject *object, const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  return node != NULL ? plan_json_node_get_text (node) : NULL;
}

static void
remember_uid (GHashTable *table, const char *uid, PlanId id)
{
  if (!g_hash_table_contains (table, uid))
    g_hash_table_insert (table, g_strdup (uid), g_memdup2 (&id, sizeof id));
}

static void
set_source_uid (PlanRecord record, gpointer body, const char *uid)
{
  PlanFieldId field = plan_field_find (record, "source_uid");
  char *end;
  PlanValue value = PLAN_VALUE_OF_INTEGER (g_ascii_strtoll (uid, &end, 10));

  if (*end == '\0' && end != uid && value.integer >= 0)
    plan_field_set_value (field, body, &value);
}

/**
 * plan_json_claim_uid:
 * @body: the record, with its id
 *
 * Says under which number the file knows the record.
 *
 * Returns: %FALSE when a calendar or resource with the same text as number was read already, so that this is the same one
 */
gboolean
plan_json_claim_uid (PlanJsonImport *self, PlanRecord record, gpointer body, JsonObject *object)
{
  g_autofree char *uid = get_uid (object, "uid");
  const PlanId *known;

  if (uid == NULL)
    return TRUE;
  known = g_hash_table_lookup (self->global[record], uid);
  if (known != NULL && plan_json_get_text (object, "uid") != NULL && (record == PLAN_RECORD_CALENDAR || record == PLAN_RECORD_RESOURCE))
    {
      remember_uid (self->local[record], uid, *known);
      return FALSE;
    }
  if (g_hash_table_contains (self->local[record], uid))
    plan_report_add_value (self->report, plan_record_get_table (record), uid, "uid", uid, NULL,
                           _("Two records of the file have this number; links go to the first one."));
  else
    set_source_uid (record, body, uid);
  remember_uid (self->local[record], uid, plan_record_get_id (body));
  remember_uid (self->global[record], uid, plan_record_get_id (body));
  return TRUE;
}

/**
 * plan_json_refer:
 * @id: the record whose field refers to another one
 * @key: the member of @object that says which one
 */
void
plan_json_refer (PlanJsonImport *self, PlanFieldId field, PlanId id, JsonObject *object, const char *key)
{
  PlanJsonReference reference = { field, id, get_uid (object, key) };

  if (reference.uid != NULL)
    g_array_append_val (self->references, reference);
}

static const PlanId *
find_target (PlanJsonImport *self, const PlanJsonReference *reference)
{
  PlanRecord target = plan_field_get (reference->field)->target;
  const PlanId *id = g_hash_table_lookup (self->local[target], reference->uid);

  return id != NULL ? id : g_hash_table_lookup (self->global[target], reference->uid);
}

/**
 * plan_json_import_resolve:
 * @is_last: whether all of the file is read, so that what is open stays so and is reported
 *
 * Fills in the references of the project that was read.
 */
void
plan_json_import_resolve (PlanJsonImport *self, gboolean is_last)
{
  GArray *open = g_array_new (FALSE, FALSE, sizeof (PlanJsonReference));

  for (guint i = 0; i < self->references->len; i++)
    {
      PlanJsonReference *reference = &g_array_index (self->references, PlanJsonReference, i);
      const PlanId *target = find_target (self, reference);
      PlanValue value = PLAN_VALUE_OF_INTEGER (target != NULL ? *target : PLAN_ID_NONE);

      if (target != NULL)
        plan_model_set (self->model, reference->field, reference->id, &value);
      else if (is_last)
        plan_report_add_value (self->report, plan_record_get_table (plan_field_get (reference->field)->record), reference->uid,
                               plan_field_get (reference->field)->column, reference->uid, NULL, _("It is not in the file."));
      else
        {
          PlanJsonReference later = { reference->field, reference->id, g_steal_pointer (&reference->uid) };

          g_array_append_val (open, later);
        }
    }
  g_array_unref (self->references);
  self->references = open;
  g_array_set_clear_func (open, free_reference);
}

static void
report_value (PlanJsonImport *self, PlanRecord record, JsonObject *object, const char *key, JsonNode *node)
{
  g_autofree char *uid = get_uid (object, "uid");
  g_autofree char *text = json_to_string (node, FALSE);
  g_autofree char *start = g_utf8_substring (text, 0, MIN (200, g_utf8_strlen (text, -1)));

  plan_report_add_value (self->report, plan_record_get_table (record), uid != NULL ? uid : "", key, start, NULL,
                         _("The value is outside what the field allows and was not taken."));
}

static PlanUnit
get_lag_unit (JsonObject *object)
{
  const char *unit = plan_json_get_text (object, "lag_unit");

  return unit != NULL && strchr (unit, '%') != NULL ? PLAN_UNIT_PERCENT : PLAN_UNIT_DAY;
}

static void
read_field (PlanJsonImport *self, PlanRecord record, gpointer body, JsonObject *object, PlanFieldId field, JsonNode *node)
{
  PlanUnit unit = field == PLAN_FIELD_LINK_LAG ? get_lag_unit (object) : PLAN_UNIT_DAY;
  g_autofree char *owned = NULL;
  PlanValue value;

  if (!plan_json_field_parse (field, node, unit, &value, &owned) || !plan_field_check (field, &value, NULL))
    {
      report_value (self, record, object, plan_json_field_get_key (field), node);
      return;
    }
  if (value.kind == PLAN_VALUE_TEXT)
    value.text = plan_model_keep_text (self->model, value.text);
  plan_field_set_value (field, body, &value);
  plan_report_keep (self->report, 1);
}

/* Members that all kinds of records may have beside their fields. */
static const char *const common[] = { "uid", "baselines", "custom", "timephased", "pauses", "imported", NULL };

static gboolean
is_computed (PlanRecord record, const char *key)
{
  guint n;
  const PlanImportedField *fields = plan_imported_get_fields (&n);

  for (guint i = 0; i < n; i++)
    if (fields[i].record == record && strcmp (fields[i].key, key) == 0)
      return TRUE;
  return FALSE;
}

/**
 * plan_json_read_fields:
 * @body: a record that was initialised
 * @others: members that the caller reads
 *
 * Reads the members of @object that are fields.
 */
void
plan_json_read_fields (PlanJsonImport *self, PlanRecord record, gpointer body, JsonObject *object, const char *const *others)
{
  JsonObjectIter iter;
  const char *key;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &key, &node))
    {
      PlanFieldId field = GPOINTER_TO_UINT (g_hash_table_lookup (self->keys[record], key));

      if (JSON_NODE_HOLDS_NULL (node))
        continue;
      if (field != 0)
        read_field (self, record, body, object, field - 1, node);
      else if (!g_strv_contains (common, key) && !g_strv_contains (others, key) && !is_computed (record, key))
        plan_report_add (self->report, PLAN_REPORT_DROPPED, key, _("Planwright does not know this member."), 1);
    }
}

/**
 * plan_json_get_array:
 *
 * Returns: (transfer none) (nullable): the array; %NULL when it is absent, null, or no array, which is reported
 */
JsonArray *
plan_json_get_array (PlanJsonImport *self, JsonObject *object, const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return NULL;
  if (JSON_NODE_HOLDS_ARRAY (node))
    return json_node_get_array (node);
  plan_report_add (self->report, PLAN_REPORT_DROPPED, key, _("It is no list."), 1);
  return NULL;
}

/**
 * plan_json_read_list:
 *
 * Calls @func for each object of an array; what is no object is reported.
 */
void
plan_json_read_list (PlanJsonImport *self, JsonObject *object, const char *key, PlanJsonFunc func)
{
  JsonArray *array = plan_json_get_array (self, object, key);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_OBJECT (element))
        func (self, json_node_get_object (element));
      else
        plan_report_add (self->report, PLAN_REPORT_DROPPED, key, _("An element of the list is no object."), 1);
    }
}

static void
read_baseline (PlanJsonImport *self, PlanRecord record, PlanId owner, const char *key, JsonNode *node)
{
  static const char *const none[] = { NULL };
  PlanBaseline baseline;
  g_autofree char *number = NULL;

  plan_record_init (PLAN_RECORD_BASELINE, &baseline);
  baseline.number = CLAMP ((gint32) g_ascii_strtoll (key, NULL, 10), 0, 10);
  number = g_strdup_printf ("%d", baseline.number);
  if (!JSON_NODE_HOLDS_OBJECT (node) || !g_str_equal (key, number))
    {
      plan_report_add (self->report, PLAN_REPORT_DROPPED, _("Baseline"), _("Its number is not one of 0 to 10."), 1);
      return;
    }
  baseline.id = plan_id_source_next (self->ids);
  baseline.owner = owner;
  baseline.owner_record = record;
  plan_json_read_fields (self, PLAN_RECORD_BASELINE, &baseline, json_node_get_object (node), none);
  plan_model_insert (self->model, PLAN_RECORD_BASELINE, &baseline);
  plan_json_read_children (self, PLAN_RECORD_BASELINE, baseline.id, json_node_get_object (node));
}

static const PlanId *
look_up_custom_field (PlanJsonImport *self, PlanRecord record, const char *key)
{
  g_autofree char *name = g_strdup_printf ("%u %s", record, key);

  return g_hash_table_lookup (self->custom_fields, name);
}

/* A project has the fields of tasks and resources, as its own row is one of them in other programs. */
static PlanId
find_custom_field (PlanJsonImport *self, PlanRecord record, const char *key)
{
  static const PlanRecord others[] = { PLAN_RECORD_TASK, PLAN_RECORD_RESOURCE, PLAN_RECORD_ASSIGNMENT };
  const PlanId *known = look_up_custom_field (self, record, key);
  g_autofree char *name = g_strdup_printf ("%u %s", record, key);
  PlanCustomField field;

  for (guint i = 0; known == NULL && i < G_N_ELEMENTS (others); i++)
    known = look_up_custom_field (self, others[i], key);
  if (known != NULL)
    return *known;
  plan_record_init (PLAN_RECORD_CUSTOM_FIELD, &field);
  field.id = plan_id_source_next (self->ids);
  field.project = self->project;
  field.key = key;
  field.owner_record = record;
  plan_model_insert (self->model, PLAN_RECORD_CUSTOM_FIELD, &field);
  remember_uid (self->custom_fields, name, field.id);
  return field.id;
}

static void
read_custom_value (PlanJsonImport *self, PlanRecord record, PlanId owner, const char *key, JsonNode *node)
{
  static const char *const none[] = { NULL };
  PlanCustomValue value;

  plan_record_init (PLAN_RECORD_CUSTOM_VALUE, &value);
  if (JSON_NODE_HOLDS_OBJECT (node))
    plan_json_read_fields (self, PLAN_RECORD_CUSTOM_VALUE, &value, json_node_get_object (node), none);
  else if (plan_json_node_get_text (node) != NULL)
    value.value = plan_json_node_get_text (node);
  else
    {
      plan_report_add (self->report, PLAN_REPORT_DROPPED, key, _("The value of a custom field is no text."), 1);
      return;
    }
  value.field = find_custom_field (self, record, key);
  value.id = plan_id_source_next (self->ids);
  value.owner = owner;
  value.owner_record = record;
  plan_model_insert (self->model, PLAN_RECORD_CUSTOM_VALUE, &value);
}

typedef void (*MemberFunc) (PlanJsonImport *self, PlanRecord record, PlanId owner, const char *key, JsonNode *node);

static void
read_members (PlanJsonImport *self, PlanRecord record, PlanId owner, JsonObject *object, const char *key, MemberFunc func)
{
  JsonNode *node = json_object_get_member (object, key), *member;
  JsonObjectIter iter;
  const char *name;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      plan_report_add (self->report, PLAN_REPORT_DROPPED, key, _("It is no object."), 1);
      return;
    }
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &member))
    func (self, record, owner, name, member);
}

/* Records of a kind that have nothing but fields; @owned and @owner_record: its fields that say whose they are. */
static void
read_records (PlanJsonImport *self, const char *key, PlanFieldId owned, PlanFieldId owner_record, PlanRecord record, PlanId owner,
              JsonObject *object)
{
  static const char *const none[] = { NULL };
  PlanRecord kind = plan_field_get (owned)->record;
  g_autofree PlanId *body = g_malloc (plan_record_get_size (kind));
  PlanValue owner_value = PLAN_VALUE_OF_INTEGER (owner), record_value = PLAN_VALUE_OF_INTEGER (record);
  JsonNode *node = json_object_get_member (object, key);

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return;
  for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
    {
      JsonNode *element = json_array_get_element (json_node_get_array (node), i);

      if (!JSON_NODE_HOLDS_OBJECT (element))
        continue;
      plan_record_init (kind, body);
      *body = plan_id_source_next (self->ids); /* the id is the first member of all records */
      plan_field_set_value (owned, body, &owner_value);
      plan_field_set_value (owner_record, body, &record_value);
      plan_json_read_fields (self, kind, body, json_node_get_object (element), none);
      plan_model_insert (self->model, kind, body);
    }
}

/* Pairs of element and text. */
static void
read_imported_pairs (JsonObject *object, GString *text, GHashTable *seen)
{
  JsonNode *node = json_object_get_member (object, "imported");
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      JsonArray *pair = JSON_NODE_HOLDS_ARRAY (element) ? json_node_get_array (element) : NULL;
      const char *key, *value;

      if (pair == NULL || json_array_get_length (pair) != 2)
        continue;
      key = plan_json_node_get_text (json_array_get_element (pair, 0));
      value = plan_json_node_get_text (json_array_get_element (pair, 1));
      if (key == NULL || value == NULL || strpbrk (key, "=\n") != NULL)
        continue;
      plan_imported_text_add (text, key, value);
      g_hash_table_add (seen, (gpointer) key);
    }
}

static gboolean
parse_computed (const PlanImportedField *field, JsonNode *node, gint64 *value)
{
  switch (field->type)
    {
    case PLAN_IMPORTED_BOOLEAN:
      *value = JSON_NODE_HOLDS_VALUE (node) && json_node_get_boolean (node);
      return *value;
    case PLAN_IMPORTED_INSTANT:
      return plan_json_node_get_text (node) != NULL && plan_ticks_parse_iso (plan_json_node_get_text (node), value, NULL);
    case PLAN_IMPORTED_WORK:
    case PLAN_IMPORTED_TENTHS:
      return plan_json_decimal_parse (node, 1, value) && *value >= -PLAN_WORK_MAX && *value <= PLAN_WORK_MAX;
    default:
      return plan_json_decimal_parse (node, 2, value);
    }
}

/* What the file says of computed values; what it says of them as a file that was imported before goes first. */
static void
read_imported (PlanJsonImport *self, PlanRecord record, PlanId owner, JsonObject *object)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  PlanImportedValue value;
  guint n;
  const PlanImportedField *fields = plan_imported_get_fields (&n);

  read_imported_pairs (object, text, seen);
  for (guint i = 0; i < n; i++)
    {
      JsonNode *node = fields[i].record == record ? json_object_get_member (object, fields[i].key) : NULL;
      g_autofree char *said = NULL;
      gint64 computed;

      if (node == NULL || g_hash_table_contains (seen, fields[i].element) || !parse_computed (&fields[i], node, &computed))
        continue;
      said = plan_imported_format (fields[i].type, computed);
      plan_imported_text_add (text, fields[i].element, said);
    }
  if (text->len == 0)
    return;
  plan_record_init (PLAN_RECORD_IMPORTED_VALUE, &value);
  value.id = plan_id_source_next (self->ids);
  value.owner = owner;
  value.owner_record = record;
  value.text = text->str;
  plan_model_insert (self->model, PLAN_RECORD_IMPORTED_VALUE, &value);
}

/**
 * plan_json_read_children:
 * @record: kind of @owner
 *
 * Reads what belongs to the record and is alike for all kinds.
 */
void
plan_json_read_children (PlanJsonImport *self, PlanRecord record, PlanId owner, JsonObject *object)
{
  read_members (self, record, owner, object, "baselines", read_baseline);
  read_members (self, record, owner, object, "custom", read_custom_value);
  read_records (self, "timephased", PLAN_FIELD_WORK_SPAN_OWNER, PLAN_FIELD_WORK_SPAN_OWNER_RECORD, record, owner, object);
  read_records (self, "pauses", PLAN_FIELD_SPLIT_OWNER, PLAN_FIELD_SPLIT_OWNER_RECORD, record, owner, object);
  read_imported (self, record, owner, object);
}
