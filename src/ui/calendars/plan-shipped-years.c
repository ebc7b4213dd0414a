/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The holidays that come with the program: a file for each year of a country.
 */

#include "plan-shipped-years.h"

#include <gio/gio.h>
#include <string.h>

#define FOLDER "/io/github/planwright/Planwright/calendars/"

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * plan_shipped_years_list:
 *
 * Returns: (transfer full) (element-type utf8): names of the files, as "cn-2026.json", in order
 */
GPtrArray *
plan_shipped_years_list (void)
{
  g_auto (GStrv) children = g_resources_enumerate_children (FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; children != NULL && children[i] != NULL; i++)
    g_ptr_array_add (names, g_strdup (children[i]));
  g_ptr_array_sort (names, compare_names);
  return names;
}

/**
 * plan_shipped_years_open:
 * @name: one of plan_shipped_years_list()
 *
 * Returns: (transfer full): the holidays of that year
 */
PlanHolidays *
plan_shipped_years_open (const char *name)
{
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GError) error = NULL;
  PlanHolidays *holidays = NULL;

  if (bytes != NULL)
    holidays = plan_holidays_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
  if (holidays == NULL)
    g_error ("the holidays %s that come with the program cannot be read", name);
  return holidays;
}

/**
 * plan_shipped_years_read:
 *
 * Returns: (transfer full) (element-type PlanHolidays): all years
 */
GPtrArray *
plan_shipped_years_read (void)
{
  g_autoptr (GPtrArray) names = plan_shipped_years_list ();
  GPtrArray *years = g_ptr_array_new_with_free_func ((GDestroyNotify) plan_holidays_free);

  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (years, plan_shipped_years_open (names->pdata[i]));
  return years;
}
