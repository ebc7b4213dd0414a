/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Links and assignments by task: all of them, each once, in the order of their ids, whatever the order of the records.
 */

#include "plan-task-index.h"

#define N_TASKS 50
#define N_RECORDS 400

static PlanModel *
new_model (void)
{
  PlanModel *model = plan_model_new ();

  for (guint i = 1; i <= N_TASKS; i++)
    {
      PlanTask task;

      plan_record_init (PLAN_RECORD_TASK, &task);
      task.id = i;
      plan_model_insert (model, PLAN_RECORD_TASK, &task);
    }
  return model;
}

static void
add_link (PlanModel *model, PlanId id, PlanId predecessor, PlanId successor)
{
  PlanLink link;

  plan_record_init (PLAN_RECORD_LINK, &link);
  link.id = id;
  link.predecessor = predecessor;
  link.successor = successor;
  plan_model_insert (model, PLAN_RECORD_LINK, &link);
}

static void
add_assignment (PlanModel *model, PlanId id, PlanId task, PlanId resource)
{
  PlanAssignment assignment;

  plan_record_init (PLAN_RECORD_ASSIGNMENT, &assignment);
  assignment.id = id;
  assignment.task = task;
  assignment.resource = resource;
  plan_model_insert (model, PLAN_RECORD_ASSIGNMENT, &assignment);
}

static char *
list_ids (const PlanModel *model, PlanRecord record, const guint *items, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%" G_GINT64_FORMAT " ", plan_record_get_id (plan_model_get_at (model, record, items[i])));
  return g_string_free (text, FALSE);
}

static void
test_order (void)
{
  g_autoptr (PlanModel) model = new_model ();
  g_autoptr (PlanTaskIndex) index = NULL;
  g_autofree char *predecessors = NULL, *successors = NULL, *assignments = NULL;
  const guint *items;
  guint n;

  add_link (model, 130, 1, 3);
  add_link (model, 110, 2, 3);
  add_link (model, 120, 3, 4);
  add_link (model, 100, 3, 5);
  add_assignment (model, 202, 3, 11);
  add_assignment (model, 201, 4, 12);
  add_assignment (model, 200, 3, PLAN_ID_NONE);
  index = plan_task_index_new (model);

  items = plan_task_index_get_predecessors (index, plan_model_find (model, PLAN_RECORD_TASK, 3), &n);
  predecessors = list_ids (model, PLAN_RECORD_LINK, items, n);
  g_assert_cmpstr (predecessors, ==, "110 130 ");
  items = plan_task_index_get_successors (index, plan_model_find (model, PLAN_RECORD_TASK, 3), &n);
  successors = list_ids (model, PLAN_RECORD_LINK, items, n);
  g_assert_cmpstr (successors, ==, "100 120 ");
  items = plan_task_index_get_assignments (index, plan_model_find (model, PLAN_RECORD_TASK, 3), &n);
  assignments = list_ids (model, PLAN_RECORD_ASSIGNMENT, items, n);
  g_assert_cmpstr (assignments, ==, "200 202 ");
  plan_task_index_get_predecessors (index, plan_model_find (model, PLAN_RECORD_TASK, 1), &n);
  g_assert_cmpuint (n, ==, 0);
}

static void
test_find_assignment (void)
{
  g_autoptr (PlanModel) model = new_model ();
  g_autoptr (PlanTaskIndex) index = NULL;
  guint task = plan_model_find (model, PLAN_RECORD_TASK, 3);

  add_assignment (model, 200, 3, 11);
  add_assignment (model, 201, 3, 12);
  add_assignment (model, 202, 4, 13);
  index = plan_task_index_new (model);
  g_assert_cmpint (plan_task_index_find_assignment (index, model, task, 12)->id, ==, 201);
  g_assert_null (plan_task_index_find_assignment (index, model, task, 13));
}

/* What looking at every link says, whatever is deleted in between. */
static void
assert_complete (const PlanModel *model)
{
  g_autoptr (PlanTaskIndex) index = plan_task_index_new (model);
  guint n, n_all = 0;

  for (guint task = 0; task < plan_model_get_n (model, PLAN_RECORD_TASK); task++)
    {
      const guint *items = plan_task_index_get_predecessors (index, task, &n);
      PlanId last = PLAN_ID_NONE;

      for (guint i = 0; i < n; i++)
        {
          const PlanLink *link = plan_model_get_link_at (model, items[i]);

          g_assert_cmpint (link->successor, ==, plan_model_get_task_at (model, task)->id);
          g_assert_cmpint (link->id, >, last);
          last = link->id;
        }
      n_all += n;
      plan_task_index_get_successors (index, task, &n);
      n_all += n;
    }
  g_assert_cmpuint (n_all, ==, 2 * plan_model_get_n (model, PLAN_RECORD_LINK));
}

static void
test_random (void)
{
  g_autoptr (PlanModel) model = new_model ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260305);

  assert_complete (model);
  for (guint i = 0; i < N_RECORDS; i++)
    add_link (model, 1000 + (i * 7919) % 10007, g_rand_int_range (rand, 1, N_TASKS + 1), g_rand_int_range (rand, 1, N_TASKS + 1));
  assert_complete (model);
  for (guint i = 0; i < N_RECORDS; i += 3)
    plan_model_remove (model, PLAN_RECORD_LINK, 1000 + (i * 7919) % 10007);
  assert_complete (model);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/task-index/order", test_order);
  g_test_add_func ("/model/task-index/find-assignment", test_find_assignment);
  g_test_add_func ("/model/task-index/random", test_random);
  return g_test_run ();
}
