/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How each project is looked at, remembered between runs: a few numbers by name for each project. They are no part of the
 * office, so two people who look at one plan do not disturb each other, and nothing of them is undone. Of more than
 * MOST_PROJECTS projects those that were changed last are remembered.
 */

#include "plan-project-options.h"

#include "plan-settings.h"

#define SETTING "project-options"
#define MOST_PROJECTS 200

/* The options of a project, or NULL; the last ones of the list are those changed last. */
static GVariant *
find (GVariant *all, PlanId project)
{
  for (gsize i = 0; i < g_variant_n_children (all); i++)
    {
      g_autoptr (GVariant) entry = g_variant_get_child_value (all, i);
      g_autoptr (GVariant) options = NULL;
      gint64 id;

      g_variant_get (entry, "(x@a{sx})", &id, &options);
      if (id == project)
        return g_steal_pointer (&options);
    }
  return NULL;
}

/**
 * plan_project_options_get_integer:
 * @key: a name
 *
 * Returns: what was remembered for the project, or @fallback
 */
gint64
plan_project_options_get_integer (PlanId project, const char *key, gint64 fallback)
{
  g_autoptr (GVariant) all = plan_settings_get_value (SETTING);
  g_autoptr (GVariant) options = find (all, project);
  gint64 value;

  return options != NULL && g_variant_lookup (options, key, "x", &value) ? value : fallback;
}

/* Returns: (transfer floating): the options with one of them changed. */
static GVariant *
change (GVariant *options, const char *key, gint64 value)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{sx}"));
  for (gsize i = 0; options != NULL && i < g_variant_n_children (options); i++)
    {
      g_autofree char *name = NULL;
      gint64 present;

      g_variant_get_child (options, i, "{sx}", &name, &present);
      if (!g_str_equal (name, key))
        g_variant_builder_add (&builder, "{sx}", name, present);
    }
  g_variant_builder_add (&builder, "{sx}", key, value);
  return g_variant_builder_end (&builder);
}

/**
 * plan_project_options_set_integer:
 * @key: a name
 *
 * Remembers a number for the project.
 *
 * Returns: whether it is remembered, see plan_settings_set_value()
 */
gboolean
plan_project_options_set_integer (PlanId project, const char *key, gint64 value)
{
  g_autoptr (GVariant) all = plan_settings_get_value (SETTING);
  g_autoptr (GVariant) options = find (all, project);
  gsize n = g_variant_n_children (all);
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(xa{sx})"));
  for (gsize i = n >= MOST_PROJECTS ? n - MOST_PROJECTS + 1 : 0; i < n; i++)
    {
      g_autoptr (GVariant) entry = g_variant_get_child_value (all, i);
      gint64 id;

      g_variant_get (entry, "(xa{sx})", &id, NULL);
      if (id != project)
        g_variant_builder_add_value (&builder, entry);
    }
  g_variant_builder_add (&builder, "(x@a{sx})", project, change (options, key, value));
  return plan_settings_set_value (SETTING, g_variant_builder_end (&builder));
}
