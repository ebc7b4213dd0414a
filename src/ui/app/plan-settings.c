/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the program remembers between runs. The keys, their types, ranges and defaults stand in the GSettings schema in
 * data/ and nowhere else. Where no schema is installed, GSettings would end the program; then the defaults are taken
 * from the copy of the schema's source that is compiled into the program, and what is set is kept for this run.
 */

#include "plan-settings.h"

#define SCHEMA_FILE "/io/github/planwright/Planwright/" PLAN_APPLICATION_ID ".gschema.xml"

/* The key whose default is being read. */
typedef struct
{
  GHashTable *values;
  char *key;
  char *type;
} Reader;

static void
start_element_cb (GMarkupParseContext *context, const char *element, const char **names, const char **values,
                  gpointer data, GError **error)
{
  Reader *reader = data;

  if (g_str_equal (element, "key"))
    g_markup_collect_attributes (element, names, values, error,
                                 G_MARKUP_COLLECT_STRDUP, "name", &reader->key,
                                 G_MARKUP_COLLECT_STRDUP, "type", &reader->type,
                                 G_MARKUP_COLLECT_INVALID);
}

static void
end_element_cb (GMarkupParseContext *context, const char *element, gpointer data, GError **error)
{
  Reader *reader = data;

  if (!g_str_equal (element, "key"))
    return;
  g_clear_pointer (&reader->key, g_free);
  g_clear_pointer (&reader->type, g_free);
}

static void
text_cb (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  Reader *reader = data;
  GVariant *value;

  if (!g_str_equal (g_markup_parse_context_get_element (context), "default"))
    return;
  value = g_variant_parse (G_VARIANT_TYPE (reader->type), text, text + length, NULL, error);
  if (value != NULL)
    g_hash_table_insert (reader->values, g_steal_pointer (&reader->key), value);
}

/* The values of this run, key to GVariant; at first the defaults of the schema that is compiled in. */
static GHashTable *
get_run_values (void)
{
  static const GMarkupParser parser = { start_element_cb, end_element_cb, text_cb };
  static GHashTable *values;
  g_autoptr (GBytes) source = NULL;
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autoptr (GError) error = NULL;
  Reader reader = { 0 };

  if (values != NULL)
    return values;
  values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_variant_unref);
  reader.values = values;
  source = g_resources_lookup_data (SCHEMA_FILE, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_assert_no_error (error);
  context = g_markup_parse_context_new (&parser, 0, &reader, NULL);
  g_markup_parse_context_parse (context, g_bytes_get_data (source, NULL), (gssize) g_bytes_get_size (source), &error);
  g_assert_no_error (error);
  return values;
}

/* The schema: of the build folder when PLAN_SCHEMADIR names it, else the installed one. */
static GSettingsSchema *
find_schema (void)
{
  GSettingsSchemaSource *installed = g_settings_schema_source_get_default ();
  const char *folder = g_getenv ("PLAN_SCHEMADIR");
  g_autoptr (GSettingsSchemaSource) built = NULL;

  if (folder != NULL)
    built = g_settings_schema_source_new_from_directory (folder, installed, FALSE, NULL);
  if (built != NULL)
    return g_settings_schema_source_lookup (built, PLAN_APPLICATION_ID, TRUE);
  return installed != NULL ? g_settings_schema_source_lookup (installed, PLAN_APPLICATION_ID, TRUE) : NULL;
}

/* A schema of another version may lack keys, and asking GSettings for one that is missing ends the program. */
static gboolean
is_complete (GSettingsSchema *schema)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, get_run_values ());
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      g_autoptr (GSettingsSchemaKey) found = NULL;

      if (!g_settings_schema_has_key (schema, key))
        return FALSE;
      found = g_settings_schema_get_key (schema, key);
      if (!g_variant_type_equal (g_settings_schema_key_get_value_type (found), g_variant_get_type (value)))
        return FALSE;
    }
  return TRUE;
}

/**
 * plan_settings_get:
 *
 * The settings of the process, to be bound to widgets.
 *
 * Returns: (transfer none) (nullable): the settings, or %NULL when no schema with all keys is found; the other functions
 *   work in both cases
 */
GSettings *
plan_settings_get (void)
{
  static GSettings *settings;
  static gboolean searched;

  if (!searched)
    {
      g_autoptr (GSettingsSchema) schema = find_schema ();

      searched = TRUE;
      if (schema != NULL && is_complete (schema))
        settings = g_settings_new_full (schema, NULL, NULL);
    }
  return settings;
}

/**
 * plan_settings_get_value:
 * @key: a key of the schema
 *
 * Returns: (transfer full): its value
 */
GVariant *
plan_settings_get_value (const char *key)
{
  GVariant *value;

  if (plan_settings_get () != NULL)
    return g_settings_get_value (plan_settings_get (), key);
  value = g_hash_table_lookup (get_run_values (), key);
  g_return_val_if_fail (value != NULL, NULL);
  return g_variant_ref (value);
}

/* Whether the schema allows the value. */
static gboolean
is_in_range (GSettings *settings, const char *key, GVariant *value)
{
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autoptr (GSettingsSchemaKey) schema_key = NULL;

  g_object_get (settings, "settings-schema", &schema, NULL);
  schema_key = g_settings_schema_get_key (schema, key);
  return g_settings_schema_key_range_check (schema_key, value);
}

/**
 * plan_settings_set_value:
 * @key: a key of the schema
 * @value: of the type of the key; floating references are taken
 *
 * Remembers a value. One that the schema does not allow, or that an administrator has locked, is not remembered. A
 * default that is set again stays a default.
 *
 * Returns: whether it is remembered, at least for this run
 */
gboolean
plan_settings_set_value (const char *key, GVariant *value)
{
  g_autoptr (GVariant) owned = g_variant_ref_sink (value);
  g_autoptr (GVariant) old = plan_settings_get_value (key);
  GSettings *settings = plan_settings_get ();

  g_return_val_if_fail (old != NULL && g_variant_is_of_type (owned, g_variant_get_type (old)), FALSE);

  if (g_variant_equal (old, owned))
    return TRUE;
  if (settings != NULL)
    return is_in_range (settings, key, owned) && g_settings_set_value (settings, key, owned);
  g_hash_table_insert (get_run_values (), g_strdup (key), g_steal_pointer (&owned));
  return TRUE;
}

/**
 * plan_settings_get_boolean:
 * @key: a key of type b
 *
 * Returns: its value
 */
gboolean
plan_settings_get_boolean (const char *key)
{
  g_autoptr (GVariant) value = plan_settings_get_value (key);

  return g_variant_get_boolean (value);
}

/**
 * plan_settings_set_boolean:
 * @key: a key of type b
 *
 * Returns: whether it is remembered, see plan_settings_set_value()
 */
gboolean
plan_settings_set_boolean (const char *key, gboolean value)
{
  return plan_settings_set_value (key, g_variant_new_boolean (value));
}

/**
 * plan_settings_get_int:
 * @key: a key of type i
 *
 * Returns: its value
 */
int
plan_settings_get_int (const char *key)
{
  g_autoptr (GVariant) value = plan_settings_get_value (key);

  return g_variant_get_int32 (value);
}

/**
 * plan_settings_set_int:
 * @key: a key of type i
 *
 * Returns: whether it is remembered, see plan_settings_set_value()
 */
gboolean
plan_settings_set_int (const char *key, int value)
{
  return plan_settings_set_value (key, g_variant_new_int32 (value));
}

/**
 * plan_settings_dup_string:
 * @key: a key of type s
 *
 * Returns: (transfer full): its value
 */
char *
plan_settings_dup_string (const char *key)
{
  g_autoptr (GVariant) value = plan_settings_get_value (key);

  return g_variant_dup_string (value, NULL);
}

/**
 * plan_settings_set_string:
 * @key: a key of type s
 * @value: copied
 *
 * Returns: whether it is remembered, see plan_settings_set_value()
 */
gboolean
plan_settings_set_string (const char *key, const char *value)
{
  return plan_settings_set_value (key, g_variant_new_string (value));
}

/**
 * plan_settings_dup_strv:
 * @key: a key of type as
 *
 * Returns: (transfer full): its value
 */
char **
plan_settings_dup_strv (const char *key)
{
  g_autoptr (GVariant) value = plan_settings_get_value (key);

  return g_variant_dup_strv (value, NULL);
}

/**
 * plan_settings_set_strv:
 * @key: a key of type as
 * @value: copied
 *
 * Returns: whether it is remembered, see plan_settings_set_value()
 */
gboolean
plan_settings_set_strv (const char *key, const char *const *value)
{
  return plan_settings_set_value (key, g_variant_new_strv (value, -1));
}
