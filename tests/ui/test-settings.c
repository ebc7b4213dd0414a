/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The settings: the same defaults with the schema and without it, values that are kept and values that are refused. Each
 * case runs in a process of its own, because a process looks for the schema once.
 */

#include "plan-application.h"
#include "plan-settings.h"

#include <glib/gstdio.h>

static const struct
{
  const char *key;
  const char *value;
} defaults[] = {
  { "window-width", "1280" },
  { "window-height", "800" },
  { "window-maximized", "false" },
  { "sidebar-shown", "true" },
  { "sidebar-width", "204" },
  { "sheet-width", "420" },
  { "side-panel-shown", "false" },
  { "side-panel-width", "300" },
  { "side-panel-page", "'details'" },
  { "details-groups", "1" },
  { "critical", "true" },
  { "slack", "true" },
  { "baseline", "true" },
  { "columns", "[]" },
  { "project-options", "[]" },
  { "print-settings", "''" },
  { "page-setup", "''" },
  { "export-folder", "''" },
};

static void
assert_value (const char *key, const char *expected)
{
  g_autoptr (GVariant) value = plan_settings_get_value (key);
  g_autofree char *text = g_variant_print (value, FALSE);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_works (void)
{
  static const char *const columns[] = { "name", "finish", NULL };
  g_autofree char *page = NULL;
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (defaults); i++)
    assert_value (defaults[i].key, defaults[i].value);

  g_assert_true (plan_settings_set_int ("window-width", 1000));
  g_assert_true (plan_settings_set_boolean ("critical", FALSE));
  g_assert_true (plan_settings_set_string ("side-panel-page", "历史"));
  g_assert_true (plan_settings_set_strv ("columns", columns));
  g_assert_cmpint (plan_settings_get_int ("window-width"), ==, 1000);
  g_assert_false (plan_settings_get_boolean ("critical"));
  page = plan_settings_dup_string ("side-panel-page");
  g_assert_cmpstr (page, ==, "历史");
  list = plan_settings_dup_strv ("columns");
  g_assert_true (g_strv_equal ((const char *const *) list, columns));
}

/* Runs the body of the test in another process, where no schema is installed; %FALSE in that process. */
static gboolean
ran_elsewhere (void)
{
  if (g_test_subprocess ())
    return FALSE;
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
  return TRUE;
}

static void
test_schema (void)
{
  if (ran_elsewhere ())
    return;
  g_assert_nonnull (plan_settings_get ());
  assert_works ();
  /* A value that is out of range is not kept, and the one before it stays. */
  g_assert_false (plan_settings_set_int ("sidebar-width", 5000));
  g_assert_cmpint (plan_settings_get_int ("sidebar-width"), ==, 204);
}

/* What was chosen is a user's value, what was not is still a default and may change with the program. */
static void
test_default_stays (void)
{
  g_autoptr (GVariant) same = NULL;
  g_autoptr (GVariant) other = NULL;

  if (ran_elsewhere ())
    return;
  g_assert_true (plan_settings_set_int ("sheet-width", 420));
  g_assert_true (plan_settings_set_int ("side-panel-width", 420));
  same = g_settings_get_user_value (plan_settings_get (), "sheet-width");
  other = g_settings_get_user_value (plan_settings_get (), "side-panel-width");
  g_assert_null (same);
  g_assert_nonnull (other);
}

static void
test_no_schema (void)
{
  if (ran_elsewhere ())
    return;
  g_unsetenv ("PLAN_SCHEMADIR");
  g_assert_null (plan_settings_get ());
  assert_works ();
}

static void
test_no_folder (void)
{
  if (ran_elsewhere ())
    return;
  g_setenv ("PLAN_SCHEMADIR", "/nonexistent", TRUE);
  g_assert_null (plan_settings_get ());
  assert_works ();
}

static void
test_older_schema (void)
{
  static const char *const schema =
    "<schemalist><schema id='" PLAN_APPLICATION_ID "' path='/io/github/planwright/Planwright/'>"
    "<key name='window-width' type='i'><default>7</default></key></schema></schemalist>";
  g_autofree char *folder = NULL;
  g_autofree char *source = NULL;
  g_autofree char *compiled = NULL;
  g_autofree char *command = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (ran_elsewhere ())
    return;
  folder = g_dir_make_tmp ("plan-schema-XXXXXX", &error);
  g_assert_no_error (error);
  source = g_build_filename (folder, "old.gschema.xml", NULL);
  compiled = g_build_filename (folder, "gschemas.compiled", NULL);
  g_file_set_contents (source, schema, -1, &error);
  g_assert_no_error (error);
  command = g_strdup_printf ("glib-compile-schemas --strict %s", folder);
  g_spawn_command_line_sync (command, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);

  g_setenv ("PLAN_SCHEMADIR", folder, TRUE);
  g_assert_null (plan_settings_get ());
  assert_works ();
  g_remove (source);
  g_remove (compiled);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_setenv ("XDG_DATA_DIRS", "/nonexistent", TRUE);
  g_setenv ("XDG_DATA_HOME", "/nonexistent", TRUE);
  g_unsetenv ("GSETTINGS_SCHEMA_DIR");
  g_test_init (&argc, &argv, NULL);
  /* The class has the resources of the program. */
  g_type_class_unref (g_type_class_ref (PLAN_TYPE_APPLICATION));
  g_test_add_func ("/ui/settings/schema", test_schema);
  g_test_add_func ("/ui/settings/default-stays", test_default_stays);
  g_test_add_func ("/ui/settings/no-schema", test_no_schema);
  g_test_add_func ("/ui/settings/no-folder", test_no_folder);
  g_test_add_func ("/ui/settings/older-schema", test_older_schema);
  return g_test_run ();
}
