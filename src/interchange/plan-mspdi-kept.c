/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an imported file said beside the fields, as writing the file back needs it: its lines, of which each is written once.
 * They stand in the order of the file, which is that of the schema, so that the next element is nearly always the next line.
 */

#include "plan-mspdi-kept.h"

#include <string.h>

/* Names of elements with slashes between them, as far as a file of this format has them: what came by other ways into an
 * imported value must not break the file. */
static gboolean
is_path (const char *key, const char *end)
{
  char before = '/';

  for (; key < end; before = *key++)
    if (!g_ascii_isalpha (*key) && *key != '_' &&
        (before == '/' || (!g_ascii_isdigit (*key) && *key != '-' && *key != '.' && *key != '/')))
      return FALSE;
  return TRUE;
}

static void
add_line (PlanMspdiKept *self, const char *line, const char *end)
{
  const char *mark = memchr (line, '=', (gsize) (end - line));
  PlanMspdiKeptLine kept;

  if (mark == NULL || mark == line || mark - line > 1000 || !is_path (line, mark))
    return;
  kept = (PlanMspdiKeptLine) { line, mark + 1, (guint32) (mark - line), (guint32) (end - mark - 1), FALSE };
  g_array_append_val (self->lines, kept);
}

/**
 * plan_mspdi_kept_init:
 * @text: (nullable): text of an imported value; it must live as long as @self
 */
void
plan_mspdi_kept_init (PlanMspdiKept *self, const char *text)
{
  self->lines = g_array_new (FALSE, FALSE, sizeof (PlanMspdiKeptLine));
  self->cursor = 0;
  while (text != NULL && *text != '\0')
    {
      const char *end = strchr (text, '\n');

      if (end == NULL)
        end = text + strlen (text);

      add_line (self, text, end);
      text = *end != '\0' ? end + 1 : end;
    }
}

/**
 * plan_mspdi_kept_init_part:
 * @prefix: with a slash at its end
 *
 * Takes the lines below @prefix out of @whole.
 */
void
plan_mspdi_kept_init_part (PlanMspdiKept *self, PlanMspdiKept *whole, const char *prefix)
{
  guint32 length = (guint32) strlen (prefix);

  plan_mspdi_kept_init (self, NULL);
  for (guint i = 0; i < whole->lines->len; i++)
    {
      PlanMspdiKeptLine *line = &g_array_index (whole->lines, PlanMspdiKeptLine, i), part;

      if (line->key_length < length || memcmp (line->key, prefix, length) != 0)
        continue;
      line->is_taken = TRUE;
      if (line->key_length == length)
        continue;
      part = (PlanMspdiKeptLine) { line->key + length, line->value, line->key_length - length, line->value_length, FALSE };
      g_array_append_val (self->lines, part);
    }
}

/**
 * plan_mspdi_kept_clear:
 */
void
plan_mspdi_kept_clear (PlanMspdiKept *self)
{
  g_clear_pointer (&self->lines, g_array_unref);
}

static gboolean
is_of (const PlanMspdiKeptLine *line, const char *element, gsize length)
{
  return line->key_length >= length && memcmp (line->key, element, length) == 0 &&
         (line->key_length == length || line->key[length] == '/');
}

/**
 * plan_mspdi_kept_get_text:
 * @text: gets the text of the line
 */
void
plan_mspdi_kept_get_text (const PlanMspdiKeptLine *line, GString *text)
{
  g_string_truncate (text, 0);
  for (guint32 i = 0; i < line->value_length; i++)
    if (line->value[i] == '\\' && i + 1 < line->value_length)
      {
        i++;
        g_string_append_c (text, line->value[i] == 'n' ? '\n' : line->value[i]);
      }
    else
      g_string_append_c (text, line->value[i]);
}

/**
 * plan_mspdi_kept_find:
 *
 * Returns: (transfer full) (nullable): the text of the first line of the element, whether it was taken or not
 */
char *
plan_mspdi_kept_find (const PlanMspdiKept *self, const char *element)
{
  gsize length = strlen (element);

  for (guint i = 0; i < self->lines->len; i++)
    {
      const PlanMspdiKeptLine *line = &g_array_index (self->lines, PlanMspdiKeptLine, i);
      g_autoptr (GString) text = NULL;

      if (line->key_length != length || memcmp (line->key, element, length) != 0)
        continue;
      text = g_string_sized_new (line->value_length);
      plan_mspdi_kept_get_text (line, text);
      return g_strdup (text->str);
    }
  return NULL;
}

/**
 * plan_mspdi_kept_take:
 * @element: name of an element
 * @first: (out): its first line; @end: the line after its last one
 *
 * Takes the lines of the element and of those that follow it at once and have the same name.
 *
 * Returns: whether there is one
 */
gboolean
plan_mspdi_kept_take (PlanMspdiKept *self, const char *element, guint *first, guint *end)
{
  gsize length = strlen (element);
  guint n = self->lines->len;

  for (guint i = 0; i < n; i++)
    {
      guint at = (self->cursor + i) % n;

      if (g_array_index (self->lines, PlanMspdiKeptLine, at).is_taken ||
          !is_of (&g_array_index (self->lines, PlanMspdiKeptLine, at), element, length))
        continue;
      *first = at;
      for (*end = at; *end < n && is_of (&g_array_index (self->lines, PlanMspdiKeptLine, *end), element, length); (*end)++)
        g_array_index (self->lines, PlanMspdiKeptLine, *end).is_taken = TRUE;
      self->cursor = *end % n;
      return TRUE;
    }
  return FALSE;
}

/**
 * plan_mspdi_kept_take_rest:
 * @line: (inout): 0 at first; then the next line that nobody took
 *
 * Returns: whether there is one
 */
gboolean
plan_mspdi_kept_take_rest (PlanMspdiKept *self, guint *line)
{
  for (; *line < self->lines->len; (*line)++)
    if (!g_array_index (self->lines, PlanMspdiKeptLine, *line).is_taken)
      {
        g_array_index (self->lines, PlanMspdiKeptLine, *line).is_taken = TRUE;
        return TRUE;
      }
  return FALSE;
}
