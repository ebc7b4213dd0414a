/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The offices that were open before, the last one first; which of all is the usual one, that is opened when none is named; and
 * what an office is called.
 */

#include "plan-recent-offices.h"

#include "plan-document.h"
#include "plan-settings.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_OFFICES 10
#define OFFICE_SUFFIX ".planwright"

/**
 * plan_recent_offices_list:
 *
 * Returns: (transfer full): absolute paths, of which some may be gone
 */
char **
plan_recent_offices_list (void)
{
  return plan_settings_dup_strv ("recent-offices");
}

/**
 * plan_recent_offices_has:
 *
 * Returns: whether the office was open here before
 */
gboolean
plan_recent_offices_has (const char *path)
{
  g_auto (GStrv) list = plan_recent_offices_list ();

  return g_strv_contains ((const char *const *) list, path);
}

/* The list without @path, with @first before all. */
static void
change (const char *path, const char *first)
{
  g_auto (GStrv) list = plan_recent_offices_list ();
  g_autoptr (GPtrArray) changed = g_ptr_array_new ();

  if (first != NULL)
    g_ptr_array_add (changed, (gpointer) first);
  for (guint i = 0; list[i] != NULL && changed->len < MOST_OFFICES; i++)
    if (!g_str_equal (list[i], path))
      g_ptr_array_add (changed, list[i]);
  g_ptr_array_add (changed, NULL);
  plan_settings_set_strv ("recent-offices", (const char *const *) changed->pdata);
}

/**
 * plan_recent_offices_add:
 * @path: an absolute path; one that is not UTF-8 cannot be remembered
 */
void
plan_recent_offices_add (const char *path)
{
  if (g_utf8_validate (path, -1, NULL))
    change (path, path);
}

/**
 * plan_recent_offices_remove:
 *
 * Forgets an office; its file stays.
 */
void
plan_recent_offices_remove (const char *path)
{
  change (path, NULL);
}

/**
 * plan_recent_offices_get_usual:
 *
 * Returns: (transfer full): the office that is opened when none is named
 */
char *
plan_recent_offices_get_usual (void)
{
  g_autofree char *chosen = plan_settings_dup_string ("usual-office");

  return *chosen != '\0' ? g_steal_pointer (&chosen) : plan_document_get_default_path ();
}

/**
 * plan_recent_offices_set_usual:
 * @path: an absolute path
 */
void
plan_recent_offices_set_usual (const char *path)
{
  g_autofree char *standard = plan_document_get_default_path ();

  if (g_utf8_validate (path, -1, NULL))
    plan_settings_set_string ("usual-office", g_str_equal (path, standard) ? "" : path);
}

/**
 * plan_recent_offices_get_name:
 *
 * Returns: (transfer full): what the office is called: its file's name without the suffix, or “My office”
 */
char *
plan_recent_offices_get_name (const char *path)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *standard = plan_document_get_default_path ();

  if (g_str_equal (path, standard))
    return g_strdup (_("My office"));
  if (g_str_has_suffix (base, OFFICE_SUFFIX))
    base[strlen (base) - strlen (OFFICE_SUFFIX)] = '\0';
  return g_filename_display_name (base);
}
