/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How Microsoft Project's XML names a task of another file: the path of the file and, after a backslash, the number that the
 * task has in it. Here people know a project by its name, so of the path only that counts.
 */

#include "plan-external.h"

#include <string.h>

#define SEPARATORS "\\/"

static const char *
find_last (const char *text, gsize length)
{
  while (length > 0 && strchr (SEPARATORS, text[length - 1]) == NULL)
    length--;
  return text + length;
}

static gboolean
has_suffix (const char *text, gsize length)
{
  static const char *const suffixes[] = { ".mpp", ".mpt", ".xml" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (length > 4 && g_ascii_strncasecmp (text + length - 4, suffixes[i], 4) == 0)
      return TRUE;
  return FALSE;
}

/**
 * plan_external_get_key:
 * @text: (nullable): what a file says
 *
 * Returns: (transfer full) (nullable): the same text for all names of one task, in whatever folder its file lies, or %NULL
 *   when it names none
 */
char *
plan_external_get_key (const char *text)
{
  const char *number = text != NULL ? find_last (text, strlen (text)) : NULL, *name;
  g_autofree char *project = NULL, *lower = NULL;
  gsize length;
  guint64 uid;

  if (number == NULL || number == text || !g_ascii_string_to_unsigned (number, 10, 0, G_MAXINT32, &uid, NULL))
    return NULL;
  name = find_last (text, (gsize) (number - text) - 1);
  length = (gsize) (number - name) - 1;
  if (has_suffix (name, length))
    length -= 4;
  if (length == 0)
    return NULL;
  project = g_strndup (name, length);
  lower = g_utf8_strdown (project, -1);
  return g_strdup_printf ("%s\\%" G_GUINT64_FORMAT, lower, uid);
}

/**
 * plan_external_format:
 * @project: its name
 * @uid: the number that the task has in the file of that project
 *
 * Returns: (transfer full): the name of the task for another file, as if both files lay in one folder
 */
char *
plan_external_format (const char *project, gint64 uid)
{
  g_autofree char *file = g_strdup (project != NULL && *project != '\0' ? project : "-");

  g_strdelimit (file, SEPARATORS, '-');
  return g_strdup_printf ("%s.mpp\\%" G_GINT64_FORMAT, file, uid);
}
