/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of actions: each row has something that does it, keys that can be pressed and are nobody else's, and a place in
 * the shortcuts window.
 */

#include "plan-actions.h"
#include "plan-ui-fixture.h"

#include <string.h>

static PlanApplication *application;

static GActionGroup *
get_group (PlanWindow *window, const char *name)
{
  if (g_str_has_prefix (name, "app."))
    return G_ACTION_GROUP (application);
  if (g_str_has_prefix (name, "win."))
    return G_ACTION_GROUP (window);
  return NULL;
}

static void
test_complete (void)
{
  PlanWindow *window = plan_fixture_open_sample (application);
  guint n_actions;
  const PlanAction *actions = plan_actions_get (&n_actions);

  for (guint i = 0; i < n_actions; i++)
    {
      g_auto (GStrv) parts = g_strsplit (strchr (actions[i].name, '.') + 1, "::", 2);
      const char *own = parts[0];
      GActionGroup *group = get_group (window, actions[i].name);

      g_test_message ("%s", actions[i].name);
      if (g_str_has_prefix (actions[i].name, "view."))
        group = plan_window_get_view_actions (window);
      if (group != NULL)
        g_assert_true (g_action_group_has_action (group, own));
      else
        plan_fixture_activate (window, actions[i].name);
    }
  plan_fixture_close (window);
}

static void
test_keys (void)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_actions;
  const PlanAction *actions = plan_actions_get (&n_actions);

  for (guint i = 0; i < n_actions; i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (actions[i].accels) && actions[i].accels[j] != NULL; j++)
        {
          guint key;
          GdkModifierType modifiers;

          g_test_message ("%s %s", actions[i].name, actions[i].accels[j]);
          g_assert_true (gtk_accelerator_parse (actions[i].accels[j], &key, &modifiers));
          g_assert_cmpuint (key, !=, 0);
          g_assert_true (g_hash_table_add (taken, (gpointer) actions[i].accels[j]));
        }
      g_assert_true (actions[i].chart_key == NULL || g_hash_table_add (taken, (gpointer) actions[i].chart_key));
    }
}

static void
test_tooltip (void)
{
  g_autofree char *plain = plan_actions_get_tooltip ("app.about", NULL);
  g_autofree char *keyed = plan_actions_get_tooltip ("win.undo", "Undo: Import");

  g_assert_cmpstr (plain, ==, "About Planwright");
  g_assert_cmpstr (keyed, ==, "Undo: Import (Ctrl+Z)");
}

static void
test_shortcuts_window (void)
{
  PlanWindow *window = plan_fixture_open_sample (application);
  GtkWindow *shortcuts = plan_actions_create_shortcuts ();

  gtk_window_set_transient_for (shortcuts, GTK_WINDOW (window));
  gtk_window_present (shortcuts);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (shortcuts));
  gtk_window_destroy (shortcuts);
  plan_fixture_settle (window);
  plan_fixture_close (window);
}

int
main (int argc, char **argv)
{
  application = plan_fixture_start (&argc, &argv);
  plan_fixture_add_test ("/ui/actions/complete", test_complete);
  plan_fixture_add_test ("/ui/actions/keys", test_keys);
  plan_fixture_add_test ("/ui/actions/tooltip", test_tooltip);
  plan_fixture_add_test ("/ui/actions/shortcuts-window", test_shortcuts_window);
  return plan_fixture_run (application);
}
