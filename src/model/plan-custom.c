/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The text in which values of an imported file are kept: one line "Element=value" each, with "\\" for a backslash and
 * "\n" for a line break. An element may come more than once.
 */

#include "plan-custom.h"

#include <string.h>

static void
append_escaped (GString *text, const char *value)
{
  for (; *value != '\0'; value++)
    if (*value == '\n')
      g_string_append (text, "\\n");
    else if (*value == '\\')
      g_string_append (text, "\\\\");
    else
      g_string_append_c (text, *value);
}

static char *
unescape (const char *from, gsize length)
{
  GString *value = g_string_sized_new (length);

  for (gsize i = 0; i < length; i++)
    if (from[i] == '\\' && i + 1 < length)
      g_string_append_c (value, from[++i] == 'n' ? '\n' : from[i]);
    else
      g_string_append_c (value, from[i]);
  return g_string_free (value, FALSE);
}

/**
 * plan_imported_text_add:
 * @text: what is there so far
 * @key: name of the element; without "=" and line break
 * @value: its value, any text
 *
 * Adds one line.
 */
void
plan_imported_text_add (GString *text, const char *key, const char *value)
{
  g_string_append (text, key);
  g_string_append_c (text, '=');
  append_escaped (text, value);
  g_string_append_c (text, '\n');
}

/**
 * plan_imported_value_get:
 *
 * Returns: (transfer full) (nullable): the first value of the element @key, or %NULL when the file had none
 */
char *
plan_imported_value_get (const PlanImportedValue *self, const char *key)
{
  gsize key_length = strlen (key);
  const char *line = self->text;

  while (line != NULL && *line != '\0')
    {
      const char *end = strchr (line, '\n');
      gsize length = end != NULL ? (gsize) (end - line) : strlen (line);

      if (length > key_length && line[key_length] == '=' && strncmp (line, key, key_length) == 0)
        return unescape (line + key_length + 1, length - key_length - 1);
      line = end != NULL ? end + 1 : NULL;
    }
  return NULL;
}
