/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Row order from parents and ranks, whatever the order of the records; depth as far as it is allowed.
 */

#include "plan-error.h"
#include "plan-outline.h"

#include <string.h>

static PlanModel *
new_model (guint n_projects)
{
  PlanModel *model = plan_model_new ();

  for (guint i = 0; i < n_projects; i++)
    {
      PlanProject project;

      plan_record_init (PLAN_RECORD_PROJECT, &project);
      project.id = i + 1;
      project.rank = 10 - i; /* so the second comes first */
      plan_model_insert (model, PLAN_RECORD_PROJECT, &project);
    }
  return model;
}

static void
add_task (PlanModel *model, PlanId id, PlanId project, PlanId parent, gint64 rank)
{
  PlanTask task;

  plan_record_init (PLAN_RECORD_TASK, &task);
  task.id = id;
  task.project = project;
  task.parent = parent;
  task.rank = rank;
  plan_model_insert (model, PLAN_RECORD_TASK, &task);
}

static char *
dump (const PlanModel *model, const PlanOutline *outline)
{
  GString *text = g_string_new (NULL);

  for (guint row = 0; row < outline->n_rows; row++)
    {
      g_autofree char *number = plan_outline_get_number (outline, row);

      g_assert_cmpuint (outline->row_of_task[outline->rows[row].task], ==, row);
      g_string_append_printf (text, "%" G_GINT64_FORMAT "=%s%s ", plan_model_get_task_at (model, outline->rows[row].task)->id,
                              number, plan_outline_is_summary (outline, row) ? "+" : "");
    }
  return g_string_free (text, FALSE);
}

static void
test_order (void)
{
  g_autoptr (PlanModel) model = new_model (2);
  g_autoptr (PlanOutline) one = NULL, all = NULL;
  g_autofree char *text_one = NULL, *text_all = NULL;

  add_task (model, 15, 1, 12, 5);
  add_task (model, 12, 1, 0, 20);
  add_task (model, 11, 1, 0, 10);
  add_task (model, 14, 1, 12, 5); /* the tie goes by id */
  add_task (model, 16, 1, 15, -3);
  add_task (model, 21, 2, 0, 0);
  one = plan_outline_new (model, 1);
  all = plan_outline_new (model, PLAN_ID_NONE);
  text_one = dump (model, one);
  text_all = dump (model, all);
  g_assert_cmpstr (text_one, ==, "11=1 12=2+ 14=2.1 15=2.2+ 16=2.2.1 ");
  g_assert_true (g_str_has_prefix (text_all, "21="));
  g_assert_cmpuint (all->n_rows, ==, 6);
  g_assert_cmpuint (one->rows[1].end, ==, 5);
  g_assert_cmpuint (one->rows[4].level, ==, 3);
}

static void
test_deep (void)
{
  for (guint depth = PLAN_OUTLINE_MAX_LEVEL; depth <= PLAN_OUTLINE_MAX_LEVEL + 1; depth++)
    {
      g_autoptr (PlanModel) model = new_model (1);
      g_autoptr (GError) error = NULL;

      for (guint i = 0; i < depth; i++)
        add_task (model, 100 + i, 1, i > 0 ? 99 + i : 0, 0);
      if (depth > PLAN_OUTLINE_MAX_LEVEL)
        {
          g_assert_false (plan_model_check (model, &error));
          g_assert_error (error, PLAN_ERROR, PLAN_ERROR_PARSE);
        }
      else
        {
          g_autoptr (PlanOutline) outline = plan_outline_new (model, 1);

          g_assert_true (plan_model_check (model, &error));
          g_assert_cmpuint (outline->rows[depth - 1].level, ==, depth);
          g_assert_cmpuint (outline->rows[0].end, ==, depth);
        }
    }
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 50; round++)
    {
      g_autoptr (PlanModel) model = new_model (1);
      g_autoptr (PlanOutline) outline = NULL;

      for (guint i = 0; i < 200; i++)
        add_task (model, 10 + i, 1, g_rand_int_range (rand, 0, 3) > 0 && i > 0 ? 10 + g_rand_int_range (rand, 0, i) : 0,
                  g_rand_int_range (rand, 0, 20));
      outline = plan_outline_new (model, 1);
      g_assert_cmpuint (outline->n_rows, ==, 200);
      for (guint row = 1; row < 200; row++)
        {
          const PlanOutlineRow *at = &outline->rows[row];
          const PlanTask *task = plan_model_get_task_at (model, at->task);

          if (at->parent == PLAN_INDEX_NONE)
            g_assert_cmpint (task->parent, ==, PLAN_ID_NONE);
          else
            {
              g_assert_cmpint (plan_model_get_task_at (model, outline->rows[at->parent].task)->id, ==, task->parent);
              g_assert_true (at->parent < row && at->end <= outline->rows[at->parent].end);
            }
        }
    }
}

/* Task by task, of two projects: the outline that takes them in is always the one that would be made anew. */
static void
test_add (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (guint round = 0; round < 20; round++)
    {
      g_autoptr (PlanModel) model = new_model (2);
      g_autoptr (PlanOutline) grown = plan_outline_new (model, 1);

      for (guint i = 0; i < 100; i++)
        {
          PlanId project = g_rand_int_range (rand, 0, 4) > 0 ? 1 : 2, parent = 0;
          g_autoptr (PlanOutline) made = NULL;

          if (i > 0 && g_rand_int_range (rand, 0, 3) > 0)
            parent = 10 + g_rand_int_range (rand, 0, i);
          if (parent != 0)
            project = plan_model_get_task (model, parent)->project;
          add_task (model, 10 + i, project, parent, g_rand_int_range (rand, 0, 20));
          plan_outline_add_task (grown, model, 1);
          made = plan_outline_new (model, 1);
          g_assert_cmpuint (grown->n_tasks, ==, made->n_tasks);
          g_assert_cmpmem (grown->rows, grown->n_rows * sizeof *grown->rows, made->rows, made->n_rows * sizeof *made->rows);
          g_assert_cmpmem (grown->row_of_task, grown->n_tasks * sizeof (guint), made->row_of_task, made->n_tasks * sizeof (guint));
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/outline/order", test_order);
  g_test_add_func ("/model/outline/deep", test_deep);
  g_test_add_func ("/model/outline/random", test_random);
  g_test_add_func ("/model/outline/add", test_add);
  return g_test_run ();
}
