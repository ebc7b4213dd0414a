/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Values of the JSON in which templates and lessons travel. A key that is absent leaves the value as it was, unless it is
 * needed; keys that are not known are passed over, as later versions may have more of them.
 */

#include "plan-content-reader.h"

#include "plan-error.h"
#include "plan-json-fields.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define VERSION 1
#define MAX_WORDS 100

/**
 * plan_content_refuse:
 * @key: (nullable): the key below the place of the reader
 * @sentence: what is wrong there
 *
 * Returns: %FALSE, with %PLAN_ERROR_PARSE
 */
gboolean
plan_content_refuse (PlanContentReader *self, const char *key, const char *sentence, GError **error)
{
  g_autofree char *place = g_strconcat (self->place->str, key, NULL);
  gsize length = strlen (place);

  if (length > 0 && place[length - 1] == '.')
    place[length - 1] = '\0';
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_PARSE,
               /* Translators: %1$s is a place in a JSON file, as “tasks[3].name”, %2$s a whole sentence */
               _("%1$s: %2$s"), place, sentence);
  return FALSE;
}

/**
 * plan_content_check_format:
 * @format: what the file has to say that it is
 * @object: (out): the outermost object
 *
 * Returns: %FALSE with %PLAN_ERROR_PARSE when it is something else, or %PLAN_ERROR_TOO_NEW
 */
gboolean
plan_content_check_format (JsonNode *root, const char *format, JsonObject **object, GError **error)
{
  JsonNode *node;
  gint64 version;

  *object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  node = *object != NULL ? json_object_get_member (*object, "format") : NULL;
  if (node == NULL || g_strcmp0 (plan_json_node_get_text (node), format) != 0)
    {
      g_set_error (error, PLAN_ERROR, PLAN_ERROR_PARSE,
                   /* Translators: %s is the name of a format in a JSON file, as “planwright-template” */
                   _("The file is JSON, but its “format” is not “%s”."), format);
      return FALSE;
    }
  node = json_object_get_member (*object, "version");
  if (node == NULL || !plan_json_decimal_parse (node, 0, &version) || version < 1)
    {
      g_set_error_literal (error, PLAN_ERROR, PLAN_ERROR_PARSE, _("The file does not say which version of its format it has."));
      return FALSE;
    }
  if (version <= VERSION)
    return TRUE;
  g_set_error_literal (error, PLAN_ERROR, PLAN_ERROR_TOO_NEW, _("The file was written by a newer version of Planwright."));
  return FALSE;
}

/**
 * plan_content_enter:
 * @mark: (out): for plan_content_leave()
 *
 * Returns: (transfer none): the object of that key, or %NULL with an error
 */
JsonObject *
plan_content_enter (PlanContentReader *self, JsonObject *object, const char *key, gsize *mark, GError **error)
{
  JsonNode *node = json_object_get_member (object, key);

  *mark = self->place->len;
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      plan_content_refuse (self, key, _("An object is needed here."), error);
      return NULL;
    }
  g_string_append_printf (self->place, "%s.", key);
  return json_node_get_object (node);
}

/**
 * plan_content_leave:
 *
 * Goes back to the place before plan_content_enter().
 */
void
plan_content_leave (PlanContentReader *self, gsize mark)
{
  g_string_truncate (self->place, mark);
}

/* @array: (out) (nullable): the list of that key, NULL when it is absent */
static gboolean
find_array (PlanContentReader *self, JsonObject *object, const char *key, guint most, JsonArray **array, GError **error)
{
  JsonNode *node = json_object_get_member (object, key);
  g_autofree char *sentence = NULL;

  *array = NULL;
  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return plan_content_refuse (self, key, _("A list is needed here."), error);
  *array = json_node_get_array (node);
  if (json_array_get_length (*array) <= most)
    return TRUE;
  /* Translators: %u is a number of elements in a list */
  sentence = g_strdup_printf (_("The list has more than %u elements."), most);
  return plan_content_refuse (self, key, sentence, error);
}

/**
 * plan_content_read_list:
 * @most: how many elements there may be
 * @func: called for each, which has to be an object
 *
 * Returns: %FALSE with an error when the list or an element is wrong; no list is none
 */
gboolean
plan_content_read_list (PlanContentReader *self, JsonObject *object, const char *key, guint most, PlanContentFunc func,
                        gpointer data, GError **error)
{
  gsize mark = self->place->len;
  JsonArray *array;

  if (!find_array (self, object, key, most, &array, error))
    return FALSE;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      g_string_append_printf (self->place, "%s[%u].", key, i);
      if (!JSON_NODE_HOLDS_OBJECT (element))
        return plan_content_refuse (self, NULL, _("An object is needed here."), error);
      if (!func (self, json_node_get_object (element), data, error))
        return FALSE;
      plan_content_leave (self, mark);
    }
  return TRUE;
}

/**
 * plan_content_read_id:
 * @id: (out) (transfer none): lower-case letters, digits and hyphens, so that it is the name of nothing outside
 *
 * Returns: %FALSE with an error when there is none
 */
gboolean
plan_content_read_id (PlanContentReader *self, JsonObject *object, const char *key, const char **id, GError **error)
{
  JsonNode *node = json_object_get_member (object, key);
  const char *text = node != NULL ? plan_json_node_get_text (node) : NULL;

  if (text == NULL || *text == '\0' || strlen (text) > PLAN_CONTENT_MAX_ID ||
      text[strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789-")] != '\0')
    return plan_content_refuse (self, key, _("An id of small letters, digits and hyphens is needed here."), error);
  *id = self->keep (self->owner, text);
  return TRUE;
}

static gboolean
is_path (const char *text)
{
  gboolean has_drive = g_ascii_isalpha (text[0]) && text[1] == ':' && (text[2] == '\\' || text[2] == '/');

  return has_drive || (*text != '\0' && strchr ("/\\~", *text) != NULL) || g_str_has_prefix (text, "file:") ||
         strstr (text, "../") != NULL || strstr (text, "..\\") != NULL;
}

/* What could pass itself off as something else when it is shown or exported. */
static const char *
find_fault (const char *text, guint most, gboolean is_title)
{
  if (g_utf8_strlen (text, -1) > most)
    return _("The text is too long.");
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if ((g_unichar_iscntrl (c) && (c != '\n' || is_title)) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069))
        return _("The text has control characters.");
      if (c == '<' && (g_ascii_isalpha (at[1]) || (at[1] != '\0' && strchr ("/!?", at[1]) != NULL)))
        return _("The text has HTML in it; only plain text is taken.");
    }
  return is_path (text) ? _("The text is the path of a file; only names are taken.") : NULL;
}

/* @text: (out): NULL for an empty text, which is as none */
static gboolean
take_text (PlanContentReader *self, JsonNode *node, const char *key, guint most, const char **text, GError **error)
{
  const char *said = node != NULL ? plan_json_node_get_text (node) : NULL, *fault;

  if (said == NULL)
    return plan_content_refuse (self, key, _("A text is needed here."), error);
  fault = find_fault (said, most, most <= PLAN_CONTENT_MAX_NAME);
  if (fault != NULL)
    return plan_content_refuse (self, key, fault, error);
  *text = *said != '\0' ? self->keep (self->owner, said) : NULL;
  return TRUE;
}

static gboolean
read_languages (PlanContentReader *self, JsonObject *object, guint most, PlanBilingual *text, GError **error)
{
  for (guint i = 0; i < PLAN_N_LANGUAGES; i++)
    {
      const char *key = plan_language_get_key (i);

      if (json_object_has_member (object, key) &&
          !take_text (self, json_object_get_member (object, key), key, most, &text->texts[i], error))
        return FALSE;
    }
  return plan_bilingual_is_set (text) || plan_content_refuse (self, NULL, _("A text in “en” or “zh” is needed here."), error);
}

/**
 * plan_content_read_bilingual:
 * @needed: whether it may not be absent
 * @most: characters in each language
 * @text: (out):
 *
 * Returns: %FALSE with an error when it is not a text in at least one language
 */
gboolean
plan_content_read_bilingual (PlanContentReader *self, JsonObject *object, const char *key, gboolean needed, guint most,
                             PlanBilingual *text, GError **error)
{
  JsonObject *languages;
  gsize mark;

  *text = (PlanBilingual) { { NULL } };
  if (!needed && !json_object_has_member (object, key))
    return TRUE;
  languages = plan_content_enter (self, object, key, &mark, error);
  if (languages == NULL || !read_languages (self, languages, most, text, error))
    return FALSE;
  plan_content_leave (self, mark);
  return TRUE;
}

/**
 * plan_content_read_words:
 * @words: (element-type utf8): gets the words of each language
 *
 * Reads lists of words by language.
 *
 * Returns: %FALSE with an error
 */
gboolean
plan_content_read_words (PlanContentReader *self, JsonObject *object, const char *key, GPtrArray *words[PLAN_N_LANGUAGES],
                         GError **error)
{
  JsonObject *languages;
  gsize mark;

  if (!json_object_has_member (object, key))
    return TRUE;
  languages = plan_content_enter (self, object, key, &mark, error);
  for (guint i = 0; languages != NULL && i < PLAN_N_LANGUAGES; i++)
    {
      const char *language = plan_language_get_key (i), *word;
      JsonArray *array;

      if (!find_array (self, languages, language, MAX_WORDS, &array, error))
        return FALSE;
      for (guint k = 0; array != NULL && k < json_array_get_length (array); k++)
        {
          if (!take_text (self, json_array_get_element (array, k), language, PLAN_CONTENT_MAX_NAME, &word, error))
            return FALSE;
          if (word != NULL)
            g_ptr_array_add (words[i], (gpointer) word);
        }
    }
  plan_content_leave (self, mark);
  return languages != NULL;
}

/* @data: what plan_content_read_texts() was given */
typedef struct
{
  guint most;
  GArray *texts;
} Texts;

static gboolean
read_text (PlanContentReader *self, JsonObject *object, gpointer data, GError **error)
{
  Texts *texts = data;
  PlanBilingual text = { { NULL } };

  if (!read_languages (self, object, texts->most, &text, error))
    return FALSE;
  g_array_append_val (texts->texts, text);
  return TRUE;
}

/**
 * plan_content_read_texts:
 * @is_title: whether the texts are as short as names
 * @most: how many there may be
 * @texts: (element-type PlanBilingual): gets the texts
 *
 * Returns: %FALSE with an error when one is wrong
 */
gboolean
plan_content_read_texts (PlanContentReader *self, JsonObject *object, const char *key, gboolean is_title, guint most,
                         GArray *texts, GError **error)
{
  Texts data = { is_title ? PLAN_CONTENT_MAX_NAME : PLAN_CONTENT_MAX_TEXT, texts };

  return plan_content_read_list (self, object, key, most, read_text, &data, error);
}

/**
 * plan_content_read_enum:
 * @value: (inout): one of @names
 *
 * Returns: %FALSE with an error when the key is there and names none
 */
gboolean
plan_content_read_enum (PlanContentReader *self, JsonObject *object, const char *key, const PlanEnumName *names, gint64 *value,
                        GError **error)
{
  JsonNode *node = json_object_get_member (object, key);
  const char *text = node != NULL ? plan_json_node_get_text (node) : NULL;
  const PlanEnumName *name = text != NULL ? plan_enum_by_key (names, text) : NULL;
  g_autoptr (GString) keys = NULL;
  g_autofree char *sentence = NULL;

  if (name != NULL)
    *value = name->value;
  if (name != NULL || node == NULL)
    return TRUE;
  keys = g_string_new (NULL);
  for (name = names; name->key != NULL; name++)
    g_string_append_printf (keys, keys->len > 0 ? ", %s" : "%s", name->key);
  /* Translators: %s is a list of words, as “low, medium, high” */
  sentence = g_strdup_printf (_("One of these is needed here: %s."), keys->str);
  return plan_content_refuse (self, key, sentence, error);
}

/**
 * plan_content_read_integer:
 * @value: (inout): from @least to @most
 *
 * Returns: %FALSE with an error when the key is there and is no such number
 */
gboolean
plan_content_read_integer (PlanContentReader *self, JsonObject *object, const char *key, gint64 least, gint64 most,
                           gint64 *value, GError **error)
{
  return plan_content_read_decimal (self, object, key, 0, least, most, value, error);
}

/**
 * plan_content_read_decimal:
 * @value: (inout): the number times 10^@places, from @least to @most
 *
 * Returns: %FALSE with an error when the key is there and is no such number
 */
gboolean
plan_content_read_decimal (PlanContentReader *self, JsonObject *object, const char *key, int places, gint64 least, gint64 most,
                           gint64 *value, GError **error)
{
  JsonNode *node = json_object_get_member (object, key);
  gint64 number;

  if (node == NULL)
    return TRUE;
  if (!plan_json_decimal_parse (node, places, &number))
    return plan_content_refuse (self, key, _("A number is needed here."), error);
  if (number < least || number > most)
    return plan_content_refuse (self, key, _("The number is too small or too large."), error);
  *value = number;
  return TRUE;
}

/**
 * plan_content_read_boolean:
 * @value: (inout): true or false
 *
 * Returns: %FALSE with an error when the key is there and is neither
 */
gboolean
plan_content_read_boolean (PlanContentReader *self, JsonObject *object, const char *key, gboolean *value, GError **error)
{
  JsonNode *node = json_object_get_member (object, key);

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return plan_content_refuse (self, key, _("True or false is needed here."), error);
  *value = json_node_get_boolean (node);
  return TRUE;
}

/**
 * plan_content_read_field:
 * @field: a stored field that stands in Planwright JSON in the same way
 * @unit: the #PlanUnit of a lag, or 0
 * @value: (inout): within what the field can hold
 *
 * Returns: %FALSE with an error when the key is there and is no value of the field
 */
gboolean
plan_content_read_field (PlanContentReader *self, JsonObject *object, const char *key, PlanFieldId field, int unit, gint64 *value,
                         GError **error)
{
  JsonNode *node = json_object_get_member (object, key);
  g_autofree char *text = NULL;
  PlanValue read;

  if (node == NULL)
    return TRUE;
  if (!plan_json_field_parse (field, node, (PlanUnit) unit, &read, &text) || !plan_field_check (field, &read, NULL))
    return plan_content_refuse (self, key, _("This is no value that can stand here."), error);
  *value = read.integer;
  return TRUE;
}
