/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The model against a plain hash table: insertions, changes, removals, snapshots, change sets and their inverse.
 */

#include "plan-error.h"
#include "plan-model.h"

static void
add_link (PlanModel *model, PlanId id)
{
  PlanLink link;

  plan_record_init (PLAN_RECORD_LINK, &link);
  link.id = id;
  link.predecessor = id + 1;
  link.successor = id + 2;
  link.lag = id * 7;
  plan_model_insert (model, PLAN_RECORD_LINK, &link);
}

static void
assert_equal (const PlanModel *model, GHashTable *expected)
{
  GHashTableIter iter;
  gpointer key, value;

  g_assert_cmpuint (plan_model_get_n (model, PLAN_RECORD_LINK), ==, g_hash_table_size (expected));
  g_hash_table_iter_init (&iter, expected);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const PlanLink *link = plan_model_lookup (model, PLAN_RECORD_LINK, GPOINTER_TO_SIZE (key));

      g_assert_nonnull (link);
      g_assert_cmpint (link->lag, ==, GPOINTER_TO_SIZE (value));
    }
}

static GHashTable *
copy_table (GHashTable *table)
{
  GHashTable *copy = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (copy, key, value);
  return copy;
}

static void
change_at_random (PlanModel *model, GHashTable *expected, GRand *rand, PlanId *last)
{
  guint n = plan_model_get_n (model, PLAN_RECORD_LINK);
  int what = g_rand_int_range (rand, 0, 10);

  if (n == 0 || what < 5)
    {
      PlanId id = *last += g_rand_int_range (rand, 1, 5);

      add_link (model, id);
      g_hash_table_insert (expected, GSIZE_TO_POINTER (id), GSIZE_TO_POINTER (id * 7));
      return;
    }

  PlanId id = plan_record_get_id (plan_model_get_at (model, PLAN_RECORD_LINK, g_rand_int_range (rand, 0, n)));

  if (what < 7)
    {
      PlanValue value = PLAN_VALUE_OF_INTEGER (g_rand_int_range (rand, 1, 1000));

      plan_model_set (model, PLAN_FIELD_LINK_LAG, id, &value);
      g_hash_table_insert (expected, GSIZE_TO_POINTER (id), GSIZE_TO_POINTER (value.integer));
    }
  else
    {
      plan_model_remove (model, PLAN_RECORD_LINK, id);
      g_hash_table_remove (expected, GSIZE_TO_POINTER (id));
    }
}

/* Snapshots taken on the way must not see what comes after. */
static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (PlanModel) model = plan_model_new ();
  g_autoptr (GHashTable) expected = g_hash_table_new (NULL, NULL);
  g_autoptr (PlanModel) snapshot = NULL;
  g_autoptr (GHashTable) then = NULL;
  PlanId last = 0;

  for (guint i = 0; i < 20000; i++)
    {
      change_at_random (model, expected, rand, &last);
      if (i % 1500 == 0)
        {
          if (snapshot != NULL)
            assert_equal (snapshot, then);
          g_clear_pointer (&snapshot, plan_model_unref);
          g_clear_pointer (&then, g_hash_table_unref);
          snapshot = plan_model_snapshot (model);
          then = copy_table (expected);
          assert_equal (model, expected);
        }
    }
  assert_equal (snapshot, then);
  assert_equal (model, expected);
  g_assert_cmpint (plan_model_get_largest_id (model), <=, last);
}

static PlanTask
make_task (PlanId id, const char *name)
{
  PlanTask task;

  plan_record_init (PLAN_RECORD_TASK, &task);
  task.id = id;
  task.project = 1;
  task.name = name;
  return task;
}

static void
test_change_set (void)
{
  g_autoptr (PlanModel) model = plan_model_new ();
  g_autoptr (PlanChangeSet) changes = plan_change_set_new ();
  g_autoptr (PlanChangeSet) inverse = NULL;
  PlanTask a = make_task (10, "A"), b = make_task (11, "B");
  PlanValue old_name = PLAN_VALUE_OF_TEXT ("A"), new_name = PLAN_VALUE_OF_TEXT ("设计");
  g_autoptr (GError) error = NULL;

  plan_model_insert (model, PLAN_RECORD_TASK, &a);
  plan_change_set_add_update (changes, PLAN_FIELD_TASK_NAME, 10, &old_name, &new_name);
  g_assert_false (plan_change_set_needs_schedule (changes));
  plan_change_set_add_insert (changes, PLAN_RECORD_TASK, &b);
  g_assert_true (plan_change_set_needs_schedule (changes));
  g_assert_true (plan_change_set_has_record (changes, PLAN_RECORD_TASK));
  g_assert_false (plan_change_set_has_record (changes, PLAN_RECORD_LINK));

  g_assert_true (plan_model_apply (model, changes, &error));
  g_assert_cmpstr (plan_model_get_task (model, 10)->name, ==, "设计");
  g_assert_cmpstr (plan_model_get_task (model, 11)->name, ==, "B");

  g_assert_false (plan_model_apply (model, changes, &error));
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_NOT_FOUND);
  g_assert_cmpuint (plan_model_get_n (model, PLAN_RECORD_TASK), ==, 2);

  inverse = plan_change_set_invert (changes);
  g_assert_true (plan_model_apply (model, inverse, NULL));
  g_assert_cmpstr (plan_model_get_task (model, 10)->name, ==, "A");
  g_assert_null (plan_model_get_task (model, 11));
}

static void
test_check (void)
{
  static const struct
  {
    PlanId project, parent;
    gboolean right;
  } cases[] = {
    { 1, 0, TRUE }, { 1, 10, TRUE }, { 2, 0, FALSE }, { 1, 99, FALSE }, { 0, 0, FALSE }, { 1, 11, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlanModel) model = plan_model_new ();
      PlanProject project;
      PlanTask a = make_task (10, "A"), b = make_task (11, "B");
      g_autoptr (GError) error = NULL;

      plan_record_init (PLAN_RECORD_PROJECT, &project);
      project.id = 1;
      plan_model_insert (model, PLAN_RECORD_PROJECT, &project);
      b.project = cases[i].project;
      b.parent = cases[i].parent;
      plan_model_insert (model, PLAN_RECORD_TASK, &a);
      plan_model_insert (model, PLAN_RECORD_TASK, &b);
      g_assert_cmpint (plan_model_check (model, &error), ==, cases[i].right);
      if (!cases[i].right)
        g_assert_error (error, PLAN_ERROR, PLAN_ERROR_PARSE);
    }
}

/* A baseline counts for the project of its task, and not when its owner is no task. */
static void
test_has_baseline (void)
{
  static const struct
  {
    PlanId project;
    int number;
    gboolean expected;
  } cases[] = {
    { 1, 0, TRUE },
    { 1, 1, FALSE },
    { 1, 3, FALSE },
    { 2, 0, FALSE },
    { 2, 3, TRUE },
    { 9, 0, FALSE },
  };
  static const PlanBaseline baselines[] = {
    { .id = 21, .owner = 11, .number = 0, .owner_record = PLAN_RECORD_TASK },
    { .id = 22, .owner = 12, .number = 3, .owner_record = PLAN_RECORD_TASK },
    { .id = 23, .owner = 11, .number = 1, .owner_record = PLAN_RECORD_ASSIGNMENT },
  };
  g_autoptr (PlanModel) model = plan_model_new ();

  for (PlanId project = 1; project <= 2; project++)
    {
      PlanTask task;

      plan_record_init (PLAN_RECORD_TASK, &task);
      task.id = 10 + project;
      task.project = project;
      plan_model_insert (model, PLAN_RECORD_TASK, &task);
    }
  for (guint i = 0; i < G_N_ELEMENTS (baselines); i++)
    plan_model_insert (model, PLAN_RECORD_BASELINE, &baselines[i]);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (plan_model_has_baseline (model, cases[i].project, cases[i].number), ==, cases[i].expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/model/random", test_random);
  g_test_add_func ("/model/model/change-set", test_change_set);
  g_test_add_func ("/model/model/check", test_check);
  g_test_add_func ("/model/model/has-baseline", test_has_baseline);
  return g_test_run ();
}
