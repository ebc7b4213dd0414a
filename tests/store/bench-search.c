/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long full text search takes over 100,000 tasks with notes: making the index, finding a rare word, a word in half of
 * them and the beginning of many, and following one edit. Beside them the floor: looking through all texts. Prints figures;
 * nothing is asserted but success.
 */

#include "plan-search.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#define N_TASKS 100000
#define N_RUNS 20

static const char *const words[] = {
  "foundation", "concrete", "supplier", "delayed", "approving", "drawings", "crane", "delivery", "inspection", "handover",
  "施工", "混凝土", "供应商延误", "图纸审批", "设备安装", "质量检查", "塔吊", "验收", "材料进场", "安全培训",
};

static double
get_ms (gint64 since)
{
  return (double) (g_get_monotonic_time () - since) / 1000;
}

static char *
make_notes (GRand *rand, guint number)
{
  GString *text = g_string_new (number % 2 == 0 ? "施工 half " : "");

  for (guint i = 0; i < 30; i++)
    g_string_append_printf (text, "%s ", words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
  if (number % 1000 == 0)
    g_string_append (text, "rareness 监理");
  return g_string_free (text, FALSE);
}

static PlanModel *
make_model (void)
{
  PlanModel *model = plan_model_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  PlanProject project;
  PlanTask task;

  plan_record_init (PLAN_RECORD_PROJECT, &project);
  project.id = 1;
  plan_model_insert (model, PLAN_RECORD_PROJECT, &project);
  for (guint i = 0; i < N_TASKS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Task %u of the plan, 第%u项任务", i, i), *notes = make_notes (rand, i);

      plan_record_init (PLAN_RECORD_TASK, &task);
      task.id = 10 + i;
      task.project = 1;
      task.name = name;
      task.notes = notes;
      plan_model_insert (model, PLAN_RECORD_TASK, &task);
    }
  return model;
}

static void
bench_floor (const PlanModel *model)
{
  gint64 start = g_get_monotonic_time ();
  gsize bytes = 0, found = 0;

  for (guint i = 0; i < N_TASKS; i++)
    {
      const PlanTask *task = plan_model_get_task_at (model, i);

      bytes += strlen (task->notes);
      found += strstr (task->notes, "rareness") != NULL;
    }
  printf ("# %u tasks, %.1f MB of notes; looking through all of them %.1f ms (%zu)\n", N_TASKS, (double) bytes / 1e6,
          get_ms (start), found);
}

static void
bench_find (PlanSearch *search, const PlanSearchState *state, const char *query)
{
  double best = G_MAXDOUBLE, sum = 0;
  guint n = 0;

  for (guint i = 0; i < N_RUNS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GPtrArray) hits = plan_search_find (search, state, query, PLAN_SEARCH_ALL, 20, NULL, NULL);
      double ms = get_ms (start);

      g_assert_nonnull (hits);
      n = hits->len;
      best = MIN (best, ms);
      sum += ms;
    }
  printf ("# “%s”: %.1f ms, best %.1f (%u results shown)\n", query, sum / N_RUNS, best, n);
}

static void
bench_edits (PlanSearch *search, PlanModel *model)
{
  g_autofree char *before = g_strdup ("first");
  double sum = 0;

  for (guint i = 0; i < N_RUNS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Edited %u", i), *stamp = g_strdup_printf ("edit %u", i);
      PlanValue value = PLAN_VALUE_OF_TEXT (name);
      PlanSearchPlace place = { PLAN_RECORD_TASK, 10 + i * 7 };
      g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof place);
      PlanSearchState state = { model, stamp, before, places };
      gint64 start;

      plan_model_set (model, PLAN_FIELD_TASK_NAME, place.id, &value);
      g_array_append_val (places, place);
      start = g_get_monotonic_time ();
      g_assert_true (plan_search_update (search, &state, NULL, NULL));
      sum += get_ms (start);
      g_free (before);
      before = g_steal_pointer (&stamp);
    }
  printf ("# following one edit: %.1f ms\n", sum / N_RUNS);
}

int
main (void)
{
  static const char *const queries[] = {
    "rareness", "监理", "half", "施工", "施工 half", "供应商延误", "s", "施", "approv", "task 99", "none",
  };
  g_autofree char *folder = g_dir_make_tmp ("planwright-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "words.sqlite", NULL);
  g_autoptr (PlanModel) model = make_model ();
  PlanSearchState state = { model, "first" };
  PlanSearch *search = plan_search_open (path);
  gint64 start = g_get_monotonic_time ();
  GStatBuf about;
  double ms;

  g_assert_true (plan_search_update (search, &state, NULL, NULL));
  ms = get_ms (start);
  g_assert_cmpint (g_stat (path, &about), ==, 0);
  bench_floor (model);
  printf ("# making the index %.0f ms, %.1f MB\n", ms, (double) about.st_size / 1e6);
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    bench_find (search, &state, queries[i]);
  bench_edits (search, model);
  plan_search_close (search);
  g_unlink (path);
  g_rmdir (folder);
  return 0;
}
