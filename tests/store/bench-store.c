/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long the office file takes: inserting, opening and loading plans of 10,000 and 100,000 tasks with links and
 * assignments, and one small edit. Prints figures; nothing is asserted but success.
 */

#include "plan-store.h"

#include <glib/gstdio.h>
#include <stdio.h>

#define N_EDITS 50

/* As large as real ids are, so that the file is. */
#define FIRST_ID (G_GINT64_CONSTANT (1) << 61)

typedef struct
{
  PlanStore *store;
  PlanId last_id;
} Bench;

static double
get_ms (gint64 since)
{
  return (double) (g_get_monotonic_time () - since) / 1000;
}

static PlanId
insert (Bench *self, PlanRecord record, gpointer body)
{
  *(PlanId *) body = ++self->last_id;
  g_assert_true (plan_store_insert (self->store, record, body, NULL));
  return self->last_id;
}

static PlanId
insert_task (Bench *self, PlanId project, PlanId parent, guint number)
{
  g_autofree char *name = g_strdup_printf ("Task %u of the plan, 第%u项任务", number, number);
  PlanTask task;

  plan_record_init (PLAN_RECORD_TASK, &task);
  task.project = project;
  task.parent = parent;
  task.rank = number * 1024;
  task.source_uid = number;
  task.name = name;
  task.duration = 4800 * (1 + number % 9);
  task.created = plan_ticks_from_civil (2026, 3, 4, 8, 0);
  return insert (self, PLAN_RECORD_TASK, &task);
}

static void
insert_link (Bench *self, PlanId predecessor, PlanId successor)
{
  PlanLink link;

  plan_record_init (PLAN_RECORD_LINK, &link);
  link.predecessor = predecessor;
  link.successor = successor;
  insert (self, PLAN_RECORD_LINK, &link);
}

static void
insert_assignment (Bench *self, PlanId task, PlanId resource)
{
  PlanAssignment assignment;

  plan_record_init (PLAN_RECORD_ASSIGNMENT, &assignment);
  assignment.task = task;
  assignment.resource = resource;
  assignment.work = 4800;
  insert (self, PLAN_RECORD_ASSIGNMENT, &assignment);
}

static void
insert_plan (Bench *self, guint n_tasks)
{
  g_autofree PlanId *ids = g_new (PlanId, n_tasks);
  PlanProject project;
  PlanResource resource;
  PlanId resource_id, parent = PLAN_ID_NONE;

  plan_record_init (PLAN_RECORD_PROJECT, &project);
  insert (self, PLAN_RECORD_PROJECT, &project);
  plan_record_init (PLAN_RECORD_RESOURCE, &resource);
  resource_id = insert (self, PLAN_RECORD_RESOURCE, &resource);
  for (guint i = 0; i < n_tasks; i++)
    {
      ids[i] = insert_task (self, project.id, i % 10 == 0 ? PLAN_ID_NONE : parent, i);
      if (i % 10 == 0)
        parent = ids[i];
    }
  for (guint i = 1; i < n_tasks; i++)
    {
      insert_link (self, ids[i - 1], ids[i]);
      if (i % 2 == 0)
        insert_link (self, ids[i / 2], ids[i]);
    }
  for (guint i = 0; i < n_tasks; i++)
    insert_assignment (self, ids[i], resource_id);
}

static void
bench_import (Bench *self, guint n_tasks)
{
  PlanHistoryEntry entry = { .label = (char *) "Import" };
  gint64 start = g_get_monotonic_time (), taken;
  g_autoptr (PlanChangeSet) changes = NULL;
  PlanStoreInfo info;

  g_assert_true (plan_store_begin (self->store, NULL));
  insert_plan (self, n_tasks);
  printf ("# %u tasks: rows %.0f ms", n_tasks, get_ms (start));
  taken = g_get_monotonic_time ();
  changes = plan_store_take_changes (self->store, NULL);
  g_assert_nonnull (changes);
  printf (", change set %.0f ms", get_ms (taken));
  taken = g_get_monotonic_time ();
  g_assert_true (plan_store_commit (self->store, &entry, NULL, NULL));
  printf (", commit %.0f ms", get_ms (taken));
  taken = g_get_monotonic_time ();
  g_assert_true (plan_store_checkpoint (self->store, NULL));
  g_assert_true (plan_store_get_info (self->store, &info, NULL));
  printf (", checkpoint %.0f ms: all %.0f ms, %.1f MB, history %.1f MB\n", get_ms (taken), get_ms (start),
          (double) info.file_size / 1e6, (double) info.history_size / 1e6);
}

static void
bench_load (Bench *self, const char *path)
{
  g_autoptr (PlanModel) model = plan_model_new ();
  gint64 start;

  g_clear_pointer (&self->store, plan_store_close);
  start = g_get_monotonic_time ();
  self->store = plan_store_open (path, 0, NULL);
  g_assert_nonnull (self->store);
  printf ("# open %.1f ms", get_ms (start));
  start = g_get_monotonic_time ();
  g_assert_true (plan_store_load (self->store, model, NULL, NULL));
  printf (", load %.0f ms\n", get_ms (start));
}

static void
bench_edits (Bench *self)
{
  PlanHistoryEntry entry = { .label = (char *) "Set" };
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < N_EDITS; i++)
    {
      PlanValue value = PLAN_VALUE_OF_INTEGER (4800 + i);
      g_autoptr (PlanChangeSet) changes = NULL;

      g_assert_true (plan_store_begin (self->store, NULL));
      g_assert_true (plan_store_update (self->store, PLAN_FIELD_TASK_DURATION, FIRST_ID + 10 + i, &value, NULL));
      changes = plan_store_take_changes (self->store, NULL);
      g_assert_true (plan_store_commit (self->store, &entry, NULL, NULL));
    }
  printf ("# one edit %.2f ms\n", get_ms (start) / N_EDITS);
}

/* The last step is the import itself: undo deletes every row, redo inserts them. */
static void
bench_steps (Bench *self)
{
  for (guint i = 0; i <= N_EDITS + 1; i++)
    {
      PlanHistoryEntry entry = { 0 };
      g_autoptr (PlanChangeSet) changes = NULL;
      gint64 start = g_get_monotonic_time ();

      g_assert_true (plan_store_begin (self->store, NULL));
      g_assert_true (plan_store_step (self->store, i <= N_EDITS ? PLAN_STEP_UNDO : PLAN_STEP_REDO, &entry, NULL));
      changes = plan_store_take_changes (self->store, NULL);
      g_assert_true (plan_store_commit (self->store, &entry, NULL, NULL));
      plan_history_entry_clear (&entry);
      if (i >= N_EDITS)
        printf ("# %s of the import %.0f ms\n", i == N_EDITS ? "undo" : "redo", get_ms (start));
    }
}

static void
run (guint n_tasks)
{
  g_autofree char *folder = g_dir_make_tmp ("planwright-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "bench.planwright", NULL);
  Bench bench = { .last_id = FIRST_ID };

  bench.store = plan_store_open (path, PLAN_STORE_CREATE, NULL);
  g_assert_nonnull (bench.store);
  bench_import (&bench, n_tasks);
  bench_load (&bench, path);
  bench_load (&bench, path);
  bench_edits (&bench);
  bench_steps (&bench);
  plan_store_close (bench.store);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (void)
{
  run (10000);
  run (100000);
  return 0;
}
