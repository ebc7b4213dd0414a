/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Edits, undo, checkpoints, compacting and opening again, while each call that changes a file fails once, and on the disk as
 * it may be after a power cut between any two calls. What was acknowledged is always there and the office is whole.
 */

#include "fault-vfs.h"
#include "plan-error.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#define N_ROUNDS 8
#define CUTS_SHORT 40
#define RANDOM_CUTS_SLOW 6
#define FAULTS_SHORT 25

/**
 * Workload:
 * @states: revision to what the office holds then; @attempt: what the last refused edit would have made of it, or %NULL
 */
typedef struct
{
  Fixture *fixture;
  GHashTable *states;
  char *attempt;
  guint n_refused;
} Workload;

static void
keep_state (Workload *self)
{
  gint64 revision = plan_store_get_revision (self->fixture->store);

  g_hash_table_insert (self->states, g_memdup2 (&revision, sizeof revision), fixture_dump (self->fixture->model));
  fault_vfs_note (revision);
}

/* The model takes an edit only when it was acknowledged. */
static gboolean
finish (Workload *self, gboolean written, const PlanHistoryEntry *entry)
{
  Fixture *fixture = self->fixture;
  g_autoptr (PlanChangeSet) changes = written ? plan_store_take_changes (fixture->store, NULL) : NULL;
  g_autoptr (PlanChangeSet) inverse = NULL;

  g_clear_pointer (&self->attempt, g_free);
  if (changes == NULL)
    {
      plan_store_rollback (fixture->store);
      self->n_refused++;
      return FALSE;
    }
  g_assert_true (plan_model_apply (fixture->model, changes, NULL));
  if (plan_store_commit (fixture->store, entry, NULL, NULL))
    {
      keep_state (self);
      return TRUE;
    }
  self->attempt = fixture_dump (fixture->model);
  inverse = plan_change_set_invert (changes);
  g_assert_true (plan_model_apply (fixture->model, inverse, NULL));
  self->n_refused++;
  return FALSE;
}

static gboolean
insert (Workload *self, PlanRecord record, guint n)
{
  const PlanHistoryEntry entry = { .at = 1700000000000000, .author = (char *) "Li", .label = (char *) "Add" };

  if (!plan_store_begin (self->fixture->store, NULL))
    {
      self->n_refused++;
      return FALSE;
    }
  for (guint i = 0; i < n; i++)
    fixture_insert (self->fixture, record);
  return finish (self, TRUE, &entry);
}

static gboolean
step (Workload *self, PlanStep direction)
{
  PlanHistoryEntry entry = { 0 };
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (!plan_store_begin (self->fixture->store, NULL))
    {
      self->n_refused++;
      return FALSE;
    }
  done = finish (self, plan_store_step (self->fixture->store, direction, &entry, &error), &entry);
  /* As a redo after an undo that was refused. */
  if (g_error_matches (error, PLAN_ERROR, PLAN_ERROR_NOTHING))
    self->n_refused--;
  plan_history_entry_clear (&entry);
  return done;
}

/* Returns: what the file holds is what was acknowledged, or an edit more that was refused at its very end. */
static void
check_office (Workload *self)
{
  g_autofree char *expected = fixture_dump (self->fixture->model), *found = fixture_dump_file (self->fixture);
  g_autoptr (GError) error = NULL;

  plan_store_check (self->fixture->store, NULL, &error);
  g_assert_no_error (error);
  if (self->attempt == NULL || strcmp (found, self->attempt) != 0)
    g_assert_cmpstr (found, ==, expected);
}

/* A failure while it is opened or closed is told; the next try works. */
static void
reopen (Workload *self)
{
  Fixture *fixture = self->fixture;

  g_clear_pointer (&fixture->store, plan_store_close);
  fixture->store = plan_store_open (fixture->path, 0, NULL);
  if (fixture->store == NULL)
    fixture->store = plan_store_open (fixture->path, 0, NULL);
  g_assert_nonnull (fixture->store);
  check_office (self);
  if (self->attempt != NULL)
    {
      plan_model_unref (fixture->model);
      fixture->model = plan_model_new ();
      g_assert_true (plan_store_load (fixture->store, fixture->model, NULL, NULL));
      g_clear_pointer (&self->attempt, g_free);
      keep_state (self);
    }
}

static void
run (Workload *self)
{
  gint64 n;

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      insert (self, PLAN_RECORD_TASK, round == 2 ? 200 : 1);
      insert (self, PLAN_RECORD_RESOURCE, 2);
      step (self, PLAN_STEP_UNDO);
      if (round % 2 == 0)
        step (self, PLAN_STEP_REDO);
      if (round % 3 == 1)
        plan_store_checkpoint (self->fixture->store, NULL);
      if (round == 4)
        plan_store_compact (self->fixture->store, G_MAXINT64, &n, NULL);
      if (round == 3 || round == 6)
        reopen (self);
    }
}

/* An office with some history, and nothing beside it; all that follows is written down. */
static void
begin (Workload *self, Fixture *fixture)
{
  *self = (Workload) { .fixture = fixture, .states = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free) };
  fixture_fill (fixture, 2);
  g_clear_pointer (&fixture->store, plan_store_close);
  fault_vfs_record (fixture->path);
  fixture->store = plan_store_open (fixture->path, 0, NULL);
  g_assert_nonnull (fixture->store);
  keep_state (self);
}

static void
end (Workload *self)
{
  fault_vfs_stop ();
  g_hash_table_unref (self->states);
  g_free (self->attempt);
}

static void
clear_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
}

static void
check_cut (Workload *self, guint at, FaultPolicy policy, GRand *rand, const char *folder)
{
  g_autofree char *base = g_path_get_basename (self->fixture->path), *path = g_build_filename (folder, base, NULL);
  g_autofree char *found = NULL;
  g_autoptr (PlanStore) store = NULL;
  g_autoptr (PlanModel) model = plan_model_new ();
  g_autoptr (GError) error = NULL;
  gint64 acknowledged, revision;

  clear_folder (folder);
  acknowledged = fault_vfs_cut (at, policy, rand, folder);
  store = plan_store_open (path, 0, &error);
  if (store == NULL || !plan_store_check (store, NULL, &error) || !plan_store_load (store, model, NULL, &error))
    g_error ("after call %u, policy %d: %s", at, policy, error->message);
  revision = plan_store_get_revision (store);
  if (revision < acknowledged)
    g_error ("after call %u, policy %d: revision %d is lost, %d is there", at, policy, (int) acknowledged, (int) revision);
  found = fixture_dump (model);
  g_assert_cmpstr (found, ==, g_hash_table_lookup (self->states, &revision));
}

static void
test_power (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("planwright power XXXXXX", NULL);
  guint n_random = g_test_slow () ? RANDOM_CUTS_SLOW : 1, n_calls, stride, n_cuts = 0;
  Workload work;

  begin (&work, fixture);
  run (&work);
  g_clear_pointer (&fixture->store, plan_store_close);
  g_assert_cmpuint (work.n_refused, ==, 0);
  n_calls = fault_vfs_count ();
  stride = g_test_slow () ? 1 : MAX (1, n_calls / CUTS_SHORT);
  for (guint at = 0; at <= n_calls; at += stride)
    {
      check_cut (&work, at, FAULT_ALL_LOST, fixture->rand, folder);
      check_cut (&work, at, FAULT_ALL_KEPT, fixture->rand, folder);
      for (guint i = 0; i < n_random; i++)
        check_cut (&work, at, FAULT_AT_RANDOM, fixture->rand, folder);
      n_cuts += 2 + n_random;
    }
  g_test_message ("%u power cuts among %u calls", n_cuts, n_calls);
  end (&work);
  clear_folder (folder);
  g_rmdir (folder);
}

/* One run with the call number @at failing. Returns: whether there was such a call. */
static gboolean
run_with_fault (guint at, int code, guint *n_refused)
{
  Fixture fixture = { 0 };
  Workload work;
  gboolean reached;

  fixture_set_up (&fixture, NULL);
  begin (&work, &fixture);
  fault_vfs_fail (at, code);
  run (&work);
  reached = fault_vfs_has_failed ();
  fault_vfs_fail (0, 0);
  /* Whatever failed, work goes on. */
  g_assert_true (insert (&work, PLAN_RECORD_TASK, 1));
  reopen (&work);
  g_assert_cmpuint (work.n_refused, <=, reached);
  *n_refused += work.n_refused;
  end (&work);
  fixture_tear_down (&fixture, NULL);
  return reached;
}

static void
test_fail (gconstpointer data)
{
  int code = GPOINTER_TO_INT (data);
  guint n_refused = 0, stride, n_calls, n = 0;
  Fixture fixture = { 0 };
  Workload work;

  fixture_set_up (&fixture, NULL);
  begin (&work, &fixture);
  run (&work);
  n_calls = fault_vfs_count ();
  end (&work);
  fixture_tear_down (&fixture, NULL);
  stride = g_test_slow () ? 1 : MAX (1, n_calls / FAULTS_SHORT);
  for (guint at = 1; run_with_fault (at, code, &n_refused); at += stride)
    n++;
  g_test_message ("%u calls failed, %u edits were refused", n, n_refused);
  g_assert_cmpuint (n, >, 10);
  g_assert_cmpuint (n_refused, >, 3);
}

#define ADD(name, func) g_test_add ("/store/faults/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fault_vfs_install ();
  ADD ("power", test_power);
  g_test_add_data_func ("/store/faults/failure", GINT_TO_POINTER (SQLITE_IOERR), test_fail);
  g_test_add_data_func ("/store/faults/full-disk", GINT_TO_POINTER (SQLITE_FULL), test_fail);
  return g_test_run ();
}
