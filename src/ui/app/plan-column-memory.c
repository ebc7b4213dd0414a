/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The columns that the sheet shows of each project, their order and widths, as they were left. A project that nobody has
 * changed yet gets those of the last one that somebody did.
 */

#include "plan-column-memory.h"

#include "plan-settings.h"

/* Projects beyond so many are forgotten, those that were left longest ago first. */
#define MOST_PROJECTS 200

#define KEY_ALL "columns"
#define KEY_PROJECTS "project-columns"

/* Returns: (transfer full): the key of a project */
static char *
get_key (PlanId project)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, project);
}

static void
columns_changed_cb (PlanSheet *sheet, PlanRowList *list)
{
  g_auto (GStrv) columns = plan_sheet_dup_columns (sheet);
  g_autoptr (GVariant) old = plan_settings_get_value (KEY_PROJECTS);
  g_autofree char *key = get_key (plan_row_list_get_project (list));
  gsize n = g_variant_n_children (old);
  GVariantBuilder builder;

  plan_settings_set_strv (KEY_ALL, (const char *const *) columns);
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{sas}"));
  for (gsize i = n >= MOST_PROJECTS ? n - MOST_PROJECTS + 1 : 0; i < n; i++)
    {
      g_autoptr (GVariant) entry = g_variant_get_child_value (old, i), name = g_variant_get_child_value (entry, 0);

      if (!g_str_equal (g_variant_get_string (name, NULL), key))
        g_variant_builder_add_value (&builder, entry);
    }
  g_variant_builder_add (&builder, "{s^as}", key, columns);
  plan_settings_set_value (KEY_PROJECTS, g_variant_builder_end (&builder));
}

static void
restore (PlanSheet *sheet, PlanId project)
{
  g_autoptr (GVariant) projects = plan_settings_get_value (KEY_PROJECTS), own = NULL;
  g_autofree char *key = get_key (project);
  g_auto (GStrv) columns = NULL;

  own = g_variant_lookup_value (projects, key, G_VARIANT_TYPE_STRING_ARRAY);
  columns = own != NULL ? g_variant_dup_strv (own, NULL) : plan_settings_dup_strv (KEY_ALL);
  plan_sheet_set_columns (sheet, *columns != NULL ? (const char *const *) columns : NULL);
}

static void
rows_changed_cb (PlanRowList *list, gboolean structure, PlanSheet *sheet)
{
  PlanId *last = g_object_get_data (G_OBJECT (sheet), "columns-project"), project = plan_row_list_get_project (list);

  if (!structure || project == PLAN_ID_NONE || *last == project)
    return;
  *last = project;
  restore (sheet, project);
}

/**
 * plan_column_memory_follow:
 * @list: the rows of @sheet
 *
 * Shows the columns of each project as they were left, and remembers what becomes of them.
 */
void
plan_column_memory_follow (PlanSheet *sheet, PlanRowList *list)
{
  g_object_set_data_full (G_OBJECT (sheet), "columns-project", g_new0 (PlanId, 1), g_free);
  restore (sheet, PLAN_ID_NONE);
  g_signal_connect_object (list, "rows-changed", G_CALLBACK (rows_changed_cb), sheet, 0);
  g_signal_connect_object (sheet, "columns-changed", G_CALLBACK (columns_changed_cb), list, 0);
}
