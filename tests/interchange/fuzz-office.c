/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any bytes as an office file: opened as a file that came from elsewhere is, loaded, checked and scheduled; then its past is
 * read and undone. Either that works or there is a sentence. SQLite's pages have no checksum, so changed bytes reach the
 * records; for libFuzzer there are two ways to change them that keep the file one that opens: within a page that is none of
 * the schema, and the value of one field by SQL. The normal suite replays the files that it found with replay-fuzz.c.
 */

#define _GNU_SOURCE /* memmem() */

#include "fuzz.h"

#include "plan-cost.h"
#include "plan-schedule.h"
#include "plan-store.h"

#include <glib/gstdio.h>
#include <string.h>

/* More entries of the history than the corpus has. */
#define MAX_STEPS 12

static const char *const beside[] = { "", "-wal", "-shm", "-journal" };

/* In memory where there is such a file system. The name is the same in each run of the process. */
static const char *
get_path (void)
{
  static char *path;

  if (path == NULL)
    {
      g_autofree char *folder = g_strdup ("/dev/shm/planwright-fuzz-XXXXXX");

      if (g_mkdtemp (folder) == NULL)
        {
          g_free (folder);
          folder = g_dir_make_tmp ("planwright-fuzz-XXXXXX", NULL);
        }
      g_assert_nonnull (folder);
      path = g_build_filename (folder, "office.planwright", NULL);
    }
  return path;
}

static void
remove_files (void)
{
  g_autofree char *folder = g_path_get_dirname (get_path ());
  g_autofree char *lock = g_build_filename (folder, ".office.planwright.lock", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (beside); i++)
    {
      g_autofree char *name = g_strconcat (get_path (), beside[i], NULL);

      g_unlink (name);
    }
  g_unlink (lock);
}

static void
write_file (const guint8 *data, size_t size)
{
  FILE *file = g_fopen (get_path (), "wb");

  g_assert_nonnull (file);
  g_assert_cmpuint (fwrite (data, 1, size, file), ==, size);
  g_assert_cmpint (fclose (file), ==, 0);
}

static void
compute (const PlanModel *model)
{
  g_autoptr (PlanSchedule) schedule = plan_schedule_new ();
  g_autoptr (GError) error = NULL;
  gboolean ok = plan_schedule_compute (schedule, model, NULL, &error);

  g_assert_true (ok == (error == NULL));
  if (ok)
    plan_costs_free (plan_costs_new (schedule, model, 0));
}

/* What it held before each of its last entries. */
static void
read_past (PlanStore *store)
{
  g_autoptr (GPtrArray) entries = plan_store_list_history (store, G_MAXINT64, MAX_STEPS, NULL);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const PlanHistoryEntry *entry = g_ptr_array_index (entries, i);
      g_autoptr (PlanModel) model = plan_model_new ();
      g_autoptr (GError) error = NULL;
      gboolean ok = plan_store_load_at (store, entry->id - 1, model, NULL, &error);

      g_assert_true (ok == (error == NULL));
      g_assert_true (!ok || plan_model_check (model, NULL));
    }
}

static gboolean
read_office (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlanStore) store = plan_store_open (get_path (), PLAN_STORE_READ_ONLY, &error);
  g_autoptr (PlanModel) model = plan_model_new ();
  gboolean ok;

  g_assert_true ((store == NULL) == (error != NULL));
  if (store == NULL)
    return FALSE;
  ok = plan_store_load (store, model, NULL, &error);
  g_assert_true (ok == (error == NULL));
  if (!ok)
    return FALSE;
  g_assert_true (plan_model_check (model, NULL));
  compute (model);
  ok = plan_store_check (store, NULL, &error);
  g_assert_true (ok == (error == NULL));
  read_past (store);
  return TRUE;
}

/* What is undone and committed can be loaded again. */
static gboolean
undo (PlanStore *store, PlanModel *model)
{
  PlanHistoryEntry entry = { 0 };
  g_autoptr (PlanChangeSet) changes = NULL;
  gboolean ok;

  if (!plan_store_begin (store, NULL))
    return FALSE;
  ok = plan_store_step (store, PLAN_STEP_UNDO, &entry, NULL);
  changes = ok ? plan_store_take_changes (store, NULL) : NULL;
  ok = changes != NULL && plan_model_apply (model, changes, NULL) && plan_model_check (model, NULL) &&
       plan_store_commit (store, &entry, NULL, NULL);
  if (!ok)
    plan_store_rollback (store);
  plan_history_entry_clear (&entry);
  return ok;
}

static void
change_office (void)
{
  g_autoptr (PlanStore) store = plan_store_open (get_path (), 0, NULL);
  g_autoptr (PlanModel) model = plan_model_new ();

  if (store == NULL || !plan_store_load (store, model, NULL, NULL))
    return;
  for (guint i = 0; i < MAX_STEPS; i++)
    if (!undo (store, model))
      break;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  write_file (data, size);
  if (read_office ())
    change_office ();
  remove_files ();
  return 0;
}

#ifdef FUZZING_BUILD_MODE_UNSAFE_FOR_PRODUCTION

#include <sqlite3.h>

size_t LLVMFuzzerMutate (guint8 *data, size_t size, size_t max_size);
size_t LLVMFuzzerCustomMutator (guint8 *data, size_t size, size_t max_size, unsigned int seed);

/* The schema must be as it is, so pages with parts of it are left alone. */
static gboolean
is_schema (const guint8 *page, guint page_size)
{
  return memmem (page, page_size, "NOT NULL", 8) != NULL || memmem (page, page_size, "CREATE ", 7) != NULL;
}

static size_t
change_page (guint8 *data, size_t size, GRand *rand)
{
  guint page_size = data[16] * 256u + data[17];
  guint8 *page;

  if (page_size < 512 || size < 2 * page_size)
    return 0;
  page = data + page_size * (guint) g_rand_int_range (rand, 1, (gint32) (size / page_size));
  if (is_schema (page, page_size))
    return 0;
  LLVMFuzzerMutate (page, page_size, page_size);
  return size;
}

static char *
write_update (GRand *rand)
{
  static const char *const values[] = {
    "NULL", "0", "1", "-1", "2", "9223372036854775807", "-9223372036854775808", "abs (random () % 5000)", "random ()", "''",
    "'08:00-12:00'", "char (26085, 49)", "(SELECT max (id) FROM task)", "(SELECT min (id) FROM task)",
    "(SELECT max (id) FROM calendar)", "(SELECT max (id) FROM project)", "(SELECT max (id) FROM resource)",
  };
  PlanRecord record = (PlanRecord) g_rand_int_range (rand, 0, PLAN_N_RECORDS);
  const char *table = plan_record_get_table (record);
  PlanFieldId field = plan_field_first (record) + (PlanFieldId) g_rand_int_range (rand, 0, (gint32) plan_field_count (record));
  const char *column = plan_field_get (field)->column;
  g_autofree char *nearby = g_strdup_printf ("\"%s\" + %d", column, g_rand_int_range (rand, -5000, 5000));

  return g_strdup_printf ("PRAGMA ignore_check_constraints = ON; UPDATE \"%s\" SET \"%s\" = %s WHERE rowid IN "
                          "(SELECT rowid FROM \"%s\" ORDER BY random () LIMIT 1)",
                          table, column,
                          g_rand_boolean (rand) ? nearby : values[g_rand_int_range (rand, 0, G_N_ELEMENTS (values))], table);
}

static size_t
change_value (guint8 *data, size_t size, size_t max_size, GRand *rand)
{
  g_autofree char *sql = write_update (rand);
  sqlite3_int64 n_bytes = (sqlite3_int64) size;
  unsigned char *bytes = sqlite3_malloc64 (size);
  sqlite3 *db = NULL;
  size_t result = 0;

  memcpy (bytes, data, size);
  if (sqlite3_open (":memory:", &db) == SQLITE_OK &&
      sqlite3_deserialize (db, "main", bytes, n_bytes, n_bytes,
                           SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE) == SQLITE_OK &&
      sqlite3_exec (db, sql, NULL, NULL, NULL) == SQLITE_OK)
    {
      unsigned char *changed = sqlite3_serialize (db, "main", &n_bytes, 0);

      if (changed != NULL && (size_t) n_bytes <= max_size)
        memcpy (data, changed, result = (size_t) n_bytes);
      sqlite3_free (changed);
    }
  sqlite3_close (db);
  return result;
}

/* Called by libFuzzer to make a new input of an old one. */
size_t
LLVMFuzzerCustomMutator (guint8 *data, size_t size, size_t max_size, unsigned int seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  size_t changed = 0;

  if (size > 100)
    {
      guint way = (guint) g_rand_int_range (rand, 0, 8);

      if (way < 4)
        changed = change_value (data, size, max_size, rand);
      else if (way < 7)
        changed = change_page (data, size, rand);
    }
  return changed > 0 ? changed : LLVMFuzzerMutate (data, size, max_size);
}

#endif
