/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An office with random records of every kind for the tests of the store, and a model beside it that takes every change
 * set: after each edit, undo and redo both must hold the same.
 */

#include "store-fixture.h"

#include "plan-error.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

static const char *const texts[] = { NULL, "", "Foundations", "混凝土 浇筑", "two\nlines and “quotes” ' \" %s", "🚧" };
static const char *const hours[] = { NULL, "", "08:00-12:00 13:00-17:00", "00:00-24:00" };

/**
 * fixture_set_up:
 *
 * Makes an empty office.
 */
void
fixture_set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("planwright store 统筹 XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "my office 1.planwright", NULL);
  self->store = plan_store_open (self->path, PLAN_STORE_CREATE, NULL);
  g_assert_nonnull (self->store);
  self->model = plan_model_new ();
  self->rand = g_rand_new_with_seed (20261122);
  self->last_id = 1000;
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
}

/**
 * fixture_tear_down:
 *
 * Closes the office and removes its folder.
 */
void
fixture_tear_down (Fixture *self, gconstpointer data)
{
  g_clear_pointer (&self->store, plan_store_close);
  plan_model_unref (self->model);
  g_clear_pointer (&self->changes, plan_change_set_free);
  g_rand_free (self->rand);
  remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

/**
 * fixture_reopen:
 *
 * Closes the office and opens it again.
 */
void
fixture_reopen (Fixture *self)
{
  g_clear_pointer (&self->store, plan_store_close);
  self->store = plan_store_open (self->path, 0, NULL);
  g_assert_nonnull (self->store);
}

static PlanValue
pick_text (Fixture *self, const char *const *choices, guint n_choices)
{
  const char *text = choices[g_rand_int_range (self->rand, 0, n_choices)];

  return PLAN_VALUE_OF_TEXT (text);
}

static PlanValue
pick_record (Fixture *self, PlanRecord target)
{
  guint n = plan_model_get_n (self->model, target);

  if (n == 0)
    return PLAN_VALUE_OF_NULL;
  return PLAN_VALUE_OF_INTEGER (plan_record_get_id (plan_model_get_at (self->model, target, g_rand_int_range (self->rand, 0, n))));
}

static gint64
pick_between (Fixture *self, gint64 min, gint64 max)
{
  guint64 span = (guint64) max - (guint64) min;
  guint64 random = ((guint64) g_rand_int (self->rand) << 32) | g_rand_int (self->rand);

  switch (g_rand_int_range (self->rand, 0, 4))
    {
    case 0:
      return min;
    case 1:
      return max;
    default:
      return (gint64) ((guint64) min + (span == G_MAXUINT64 ? random : random % (span + 1)));
    }
}

static gint64
pick_enum (Fixture *self, const PlanEnumName *names)
{
  guint n = 0;

  while (names[n].key != NULL)
    n++;
  return names[g_rand_int_range (self->rand, 0, n)].value;
}

static PlanValue
pick_reference (Fixture *self, PlanFieldId id_field, gconstpointer body)
{
  const PlanField *field = plan_field_get (id_field);

  if (id_field == PLAN_FIELD_TASK_PARENT || id_field == PLAN_FIELD_CALENDAR_PARENT)
    return PLAN_VALUE_OF_NULL;
  if (field->type == PLAN_TYPE_OWNER_ID)
    return pick_record (self, (PlanRecord) plan_field_get_value (field->unit_field, body).integer);
  if (!(field->flags & PLAN_FIELD_OWNER) && g_rand_boolean (self->rand))
    return PLAN_VALUE_OF_NULL;
  return pick_record (self, field->target);
}

static PlanValue
pick_optional (Fixture *self, gint64 min, gint64 max)
{
  return g_rand_boolean (self->rand) ? PLAN_VALUE_OF_NULL : PLAN_VALUE_OF_INTEGER (pick_between (self, min, max));
}

static gboolean
is_owner_record (PlanFieldId id_field)
{
  const char *column = plan_field_get (id_field)->column;

  return g_str_equal (column, "owner_record");
}

/**
 * fixture_make_value:
 * @body: the record that will have it
 *
 * Returns: a random value that the field can hold, often its smallest or largest; references name records of the model
 */
PlanValue
fixture_make_value (Fixture *self, PlanFieldId id_field, gconstpointer body)
{
  const PlanField *field = plan_field_get (id_field);

  if (is_owner_record (id_field))
    return PLAN_VALUE_OF_INTEGER (PLAN_RECORD_TASK);
  switch (field->type)
    {
    case PLAN_TYPE_TEXT:
      return pick_text (self, texts, G_N_ELEMENTS (texts));
    case PLAN_TYPE_HOURS:
      return pick_text (self, hours, G_N_ELEMENTS (hours));
    case PLAN_TYPE_BOOLEAN:
      return PLAN_VALUE_OF_INTEGER (g_rand_boolean (self->rand));
    case PLAN_TYPE_ENUM:
      return PLAN_VALUE_OF_INTEGER (pick_enum (self, field->names));
    case PLAN_TYPE_UNIT:
      return PLAN_VALUE_OF_INTEGER (g_rand_int_range (self->rand, PLAN_UNIT_MINUTE, PLAN_UNIT_ELAPSED_MONTH + 1));
    case PLAN_TYPE_INSTANT:
      return pick_optional (self, PLAN_TICKS_MIN, PLAN_TICKS_MAX);
    case PLAN_TYPE_DAY:
      return pick_optional (self, PLAN_DAY_MIN, PLAN_DAY_MAX);
    case PLAN_TYPE_MONEY:
    case PLAN_TYPE_RATE:
      return PLAN_VALUE_OF_INTEGER (pick_between (self, -PLAN_MONEY_MAX, PLAN_MONEY_MAX));
    case PLAN_TYPE_RANK:
      return PLAN_VALUE_OF_INTEGER (pick_between (self, G_MININT64, G_MAXINT64));
    case PLAN_TYPE_ID:
    case PLAN_TYPE_OWNER_ID:
      return pick_reference (self, id_field, body);
    default:
      return PLAN_VALUE_OF_INTEGER (pick_between (self, field->min, field->max));
    }
}

/* A link may not go from a task to itself. */
static void
fix_link (Fixture *self, PlanLink *link)
{
  while (link->successor == link->predecessor)
    link->successor = pick_record (self, PLAN_RECORD_TASK).integer;
}

/**
 * fixture_insert:
 *
 * Inserts a random record into the office, within an edit.
 *
 * Returns: its id
 */
PlanId
fixture_insert (Fixture *self, PlanRecord record)
{
  PlanFieldId first = plan_field_first (record), end = first + plan_field_count (record);
  g_autofree gpointer body = g_malloc (plan_record_get_size (record));
  g_autoptr (GError) error = NULL;

  plan_record_init (record, body);
  *(PlanId *) body = ++self->last_id;
  /* Backwards, because the kind of an owner comes after the owner. */
  for (PlanFieldId field = end; field-- > first;)
    {
      PlanValue value = fixture_make_value (self, field, body);

      plan_field_set_value (field, body, &value);
    }
  if (record == PLAN_RECORD_LINK)
    fix_link (self, body);
  plan_store_insert (self->store, record, body, &error);
  g_assert_no_error (error);
  return self->last_id;
}

/**
 * fixture_begin:
 *
 * Begins an edit.
 */
void
fixture_begin (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  plan_store_begin (self->store, &error);
  g_assert_no_error (error);
}

static void
finish (Fixture *self, const PlanHistoryEntry *entry)
{
  g_autoptr (GError) error = NULL;
  gint64 revision = 0;

  g_clear_pointer (&self->changes, plan_change_set_free);
  self->changes = plan_store_take_changes (self->store, &error);
  g_assert_no_error (error);
  plan_model_apply (self->model, self->changes, &error);
  g_assert_no_error (error);
  plan_store_commit (self->store, entry, &revision, &error);
  g_assert_no_error (error);
  g_assert_cmpint (revision, ==, plan_store_get_revision (self->store));
}

/**
 * fixture_commit:
 *
 * Ends the edit; the model takes its change set.
 */
void
fixture_commit (Fixture *self, const char *label)
{
  PlanHistoryEntry entry = { .at = 1700000000000000, .author = (char *) "Li", .label = (char *) label, .project = 7 };

  finish (self, &entry);
}

/**
 * fixture_fill:
 * @n_each: number of records of each kind, at least 2 for a link to go from one task to another
 *
 * Fills the office, one edit for each kind.
 */
void
fixture_fill (Fixture *self, guint n_each)
{
  for (guint record = 0; record < PLAN_N_RECORDS; record++)
    {
      fixture_begin (self);
      for (guint i = 0; i < n_each; i++)
        fixture_insert (self, record);
      fixture_commit (self, "Fill");
    }
}

/**
 * fixture_step:
 *
 * Undoes or redoes one edit; the model takes its change set.
 *
 * Returns: whether there was one
 */
gboolean
fixture_step (Fixture *self, PlanStep step)
{
  PlanHistoryEntry entry = { 0 };
  g_autoptr (GError) error = NULL;

  fixture_begin (self);
  if (!plan_store_step (self->store, step, &entry, &error))
    {
      g_assert_error (error, PLAN_ERROR, PLAN_ERROR_NOTHING);
      plan_store_rollback (self->store);
      return FALSE;
    }
  finish (self, &entry);
  plan_history_entry_clear (&entry);
  return TRUE;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  PlanId id_a = plan_record_get_id (*(const gconstpointer *) a), id_b = plan_record_get_id (*(const gconstpointer *) b);

  return id_a < id_b ? -1 : id_a > id_b;
}

static void
dump_record (GString *text, PlanRecord record, gconstpointer body)
{
  PlanFieldId first = plan_field_first (record), end = first + plan_field_count (record);

  g_string_append_printf (text, "%s %" G_GINT64_FORMAT, plan_record_get_table (record), plan_record_get_id (body));
  for (PlanFieldId field = first; field < end; field++)
    {
      PlanValue value = plan_field_get_value (field, body);

      g_string_append_printf (text, " %s=", plan_field_get (field)->column);
      if (value.kind == PLAN_VALUE_INTEGER)
        g_string_append_printf (text, "%" G_GINT64_FORMAT, value.integer);
      else if (value.kind == PLAN_VALUE_TEXT)
        g_string_append_printf (text, "‘%s’", value.text);
    }
  g_string_append_c (text, '\n');
}

/**
 * fixture_dump:
 *
 * Returns: (transfer full): every field of every record, ordered by kind and id
 */
char *
fixture_dump (const PlanModel *model)
{
  GString *text = g_string_new (NULL);

  for (guint record = 0; record < PLAN_N_RECORDS; record++)
    {
      g_autoptr (GPtrArray) bodies = g_ptr_array_new ();

      for (guint i = 0; i < plan_model_get_n (model, record); i++)
        g_ptr_array_add (bodies, (gpointer) plan_model_get_at (model, record, i));
      g_ptr_array_sort (bodies, compare_ids);
      for (guint i = 0; i < bodies->len; i++)
        dump_record (text, record, g_ptr_array_index (bodies, i));
    }
  return g_string_free (text, FALSE);
}

/**
 * fixture_dump_file:
 *
 * Returns: (transfer full): what fixture_dump() says of the office when it is loaded
 */
char *
fixture_dump_file (Fixture *self)
{
  g_autoptr (PlanModel) loaded = plan_model_new ();
  g_autoptr (GError) error = NULL;

  plan_store_load (self->store, loaded, NULL, &error);
  g_assert_no_error (error);
  return fixture_dump (loaded);
}

/**
 * fixture_run_sql:
 *
 * Runs SQL on a file as another program would.
 */
void
fixture_run_sql (const char *path, const char *sql)
{
  sqlite3 *db = NULL;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (db);
}

/* How many files there are in the folder of the test. */
guint
fixture_count_files (Fixture *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}
