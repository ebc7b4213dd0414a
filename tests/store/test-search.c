/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Full text search: what is found by which words in both languages, how the index follows edits, and what happens to a file
 * that is missing, damaged, of another moment or in use.
 */

#include "plan-error.h"
#include "plan-search.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>

typedef struct
{
  Fixture office;
  PlanSearch *search;
  char *path;
  PlanId project;
  PlanId calendar;
} Search;

static PlanId
add (Search *self, PlanRecord record, gpointer body)
{
  g_autoptr (GError) error = NULL;

  *(PlanId *) body = ++self->office.last_id;
  plan_store_insert (self->office.store, record, body, &error);
  g_assert_no_error (error);
  return self->office.last_id;
}

static PlanId
add_task (Search *self, const char *name, const char *notes)
{
  PlanTask task;

  plan_record_init (PLAN_RECORD_TASK, &task);
  task.project = self->project;
  task.name = name;
  task.notes = notes;
  return add (self, PLAN_RECORD_TASK, &task);
}

static void
set_up (Search *self, gconstpointer data)
{
  PlanCalendar calendar;
  PlanProject project;

  fixture_set_up (&self->office, data);
  self->path = g_build_filename (self->office.folder, "cache", "words.sqlite", NULL);
  self->search = plan_search_open (self->path);
  fixture_begin (&self->office);
  plan_record_init (PLAN_RECORD_CALENDAR, &calendar);
  calendar.name = "Standard 标准";
  calendar.base = TRUE;
  self->calendar = add (self, PLAN_RECORD_CALENDAR, &calendar);
  plan_record_init (PLAN_RECORD_PROJECT, &project);
  project.name = "Harbour 港口改造";
  project.manager = "刘伟";
  self->project = add (self, PLAN_RECORD_PROJECT, &project);
  fixture_commit (&self->office, "Fill");
}

static void
tear_down (Search *self, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  g_clear_pointer (&self->search, plan_search_close);
  g_unlink (self->path);
  g_rmdir (folder);
  g_free (self->path);
  fixture_tear_down (&self->office, data);
}

static GPtrArray *
find_with (Search *self, const PlanSearchState *state, const char *query)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *hits = plan_search_find (self->search, state, query, PLAN_SEARCH_ALL, 20, NULL, &error);

  g_assert_no_error (error);
  return hits;
}

static GPtrArray *
find (Search *self, const char *query)
{
  g_autofree char *stamp = plan_search_make_stamp (self->office.store);
  PlanSearchState state = { self->office.model, stamp };

  return find_with (self, &state, query);
}

static void
expect (Search *self, const char *query, PlanId id)
{
  g_autoptr (GPtrArray) hits = find (self, query);

  if (hits->len != (id != PLAN_ID_NONE) || (hits->len == 1 && ((PlanSearchHit *) g_ptr_array_index (hits, 0))->id != id))
    g_error ("“%s” gives %u results, the first is %" G_GINT64_FORMAT, query, hits->len,
             hits->len > 0 ? ((PlanSearchHit *) g_ptr_array_index (hits, 0))->id : 0);
}

static void
test_words (Search *self, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *notes;
    const char *found_by[14];
    const char *not_by[8];
  } cases[] = {
    { "Approving drawings", "The supplier’s plan",
      { "approving", "approved", "APPROVE", "appro", "approvi", "drawing appr", "supplier", "plan supplier", "ＡＰＰＲＯＶＥＤ",
        "\"supplier's plan\"", "supplier’s" },
      { "approvingly x", "suppl1er", "awing", "\"plan supplier\"" } },
    { "浇筑混凝土", "供应商延误，下雨停工",
      { "浇筑", "混凝", "凝土", "混凝土", "供应商延误", "延误 混凝", "雨", "浇", "土", "工", "下雨停工",
        "供应商延" },
      { "浇混", "混凝延", "应混", "误下" } },
    { "A栋外墙 Façade Ⅲ期", "見積書 ガラス",
      { "A栋", "a栋外", "栋外墙", "facade", "FAÇADE", "iii", "見積", "ｶﾞﾗｽ", "墙 façade", "栋" },
      { "B栋", "栋A", "见积" } },
    { "Release 4.2.1-rc", "mixed泥水test",
      { "4.2", "4.2.1", "泥水test", "mixed泥", "水t", "rc", "4.2.1-rc" },
      { "4.3", "1.2", "水mixed", "泥t" } },
    { "서울 회의", "Überprüfung straße", { "서울", "회의", "uberprufung", "straße" }, { "울회" } },
  };
  PlanId ids[G_N_ELEMENTS (cases)];

  fixture_begin (&self->office);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    ids[i] = add_task (self, cases[i].name, cases[i].notes);
  fixture_commit (&self->office, "Fill");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      for (guint k = 0; k < G_N_ELEMENTS (cases[i].found_by) && cases[i].found_by[k] != NULL; k++)
        expect (self, cases[i].found_by[k], ids[i]);
      for (guint k = 0; k < G_N_ELEMENTS (cases[i].not_by) && cases[i].not_by[k] != NULL; k++)
        expect (self, cases[i].not_by[k], PLAN_ID_NONE);
    }
}

/* Nothing that is typed is syntax, and nothing takes long. */
static void
test_harmless (Search *self, gconstpointer data)
{
  static const char *const queries[] = {
    "", " ", "\"", "\"\"", "'", "*", "**", "(", ")", "^", "-", "NOT", "AND", "OR NOT", "NEAR(a b)", "name:x", "a*b",
    "{a b}:c", "%s", "\\",
    "\xff\xfe", "a\xff" "b", "“", "「x", "\t\n", "🚧", "\x02", ";DROP TABLE words", "。，、",
  };
  g_autofree char *long_word = g_strnfill (1024 * 1024, 'x'), *signs = g_strnfill (1024 * 1024, '"');
  g_autofree char *spaces = g_strnfill (1024 * 1024, ' ');
  g_autoptr (GString) words = g_string_new (NULL);
  gint64 begun;

  fixture_begin (&self->office);
  add_task (self, "Anchor", "not and or near name");
  fixture_commit (&self->office, "Fill");
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    g_ptr_array_unref (find (self, queries[i]));
  for (guint i = 0; i < 1024 * 1024 / 8; i++)
    g_string_append (words, "雨 a ");
  begun = g_get_monotonic_time ();
  g_ptr_array_unref (find (self, long_word));
  g_ptr_array_unref (find (self, signs));
  g_ptr_array_unref (find (self, spaces));
  g_ptr_array_unref (find (self, words->str));
  g_assert_cmpint (g_get_monotonic_time () - begun, <, 10 * G_USEC_PER_SEC);
  expect (self, "NOT", self->office.last_id);
  expect (self, "and OR", self->office.last_id);
}

static const PlanSearchHit *
get_hit (GPtrArray *hits, guint index)
{
  g_assert_cmpuint (index, <, hits->len);
  return g_ptr_array_index (hits, index);
}

static void
expect_mark (const PlanSearchText *text, guint index, const char *expected)
{
  const PlanSearchMark *mark;
  g_autofree char *found = NULL;

  g_assert_nonnull (text->marks);
  g_assert_cmpuint (index, <, text->marks->len);
  mark = &g_array_index (text->marks, PlanSearchMark, index);
  g_assert_cmpuint (mark->end, <=, strlen (text->text));
  found = g_strndup (text->text + mark->start, mark->end - mark->start);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_snippet (Search *self, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) hits = NULL;
  const PlanSearchHit *hit;

  for (guint i = 0; i < 200; i++)
    g_string_append (text, "before ");
  g_string_append (text, "\nthe Crane\x02s are late 塔吊延误 ");
  for (guint i = 0; i < 200; i++)
    g_string_append (text, "after ");
  fixture_begin (&self->office);
  add_task (self, "Lifting", text->str);
  fixture_commit (&self->office, "Fill");
  hits = find (self, "crane 塔吊");
  hit = get_hit (hits, 0);
  g_assert_cmpstr (hit->name.text, ==, "Lifting");
  g_assert_null (hit->name.marks);
  expect_mark (&hit->text, 0, "Crane");
  expect_mark (&hit->text, 1, "塔吊");
  g_assert_cmpuint (strlen (hit->text.text), <, 250);
  g_assert_true (g_str_has_prefix (hit->text.text, "…"));
  g_assert_null (strpbrk (hit->text.text, "\n\x02\x03"));
}

/* The name weighs more than the notes, and more than what hangs on it; one record is one result. */
static void
test_rank (Search *self, gconstpointer data)
{
  PlanCustomField field;
  PlanCustomValue value;
  PlanAssignment assignment;
  PlanException exception;
  g_autoptr (GPtrArray) hits = NULL;
  PlanId named, noted;

  fixture_begin (&self->office);
  noted = add_task (self, "Other", "about a bridge and more");
  named = add_task (self, "Bridge", NULL);
  plan_record_init (PLAN_RECORD_CUSTOM_FIELD, &field);
  field.project = self->project;
  field.key = "Text1";
  field.owner_record = PLAN_RECORD_TASK;
  plan_record_init (PLAN_RECORD_CUSTOM_VALUE, &value);
  value.field = add (self, PLAN_RECORD_CUSTOM_FIELD, &field);
  value.owner = named;
  value.owner_record = PLAN_RECORD_TASK;
  value.value = "bridge of steel";
  add (self, PLAN_RECORD_CUSTOM_VALUE, &value);
  field.key = "Number1";
  value.field = add (self, PLAN_RECORD_CUSTOM_FIELD, &field);
  value.value = "4711";
  add (self, PLAN_RECORD_CUSTOM_VALUE, &value);
  plan_record_init (PLAN_RECORD_ASSIGNMENT, &assignment);
  assignment.task = noted;
  assignment.notes = "only mornings";
  add (self, PLAN_RECORD_ASSIGNMENT, &assignment);
  plan_record_init (PLAN_RECORD_EXCEPTION, &exception);
  exception.calendar = self->calendar;
  exception.name = "春节";
  add (self, PLAN_RECORD_EXCEPTION, &exception);
  fixture_commit (&self->office, "Fill");
  hits = find (self, "bridge");
  g_assert_cmpuint (hits->len, ==, 2);
  g_assert_cmpint (get_hit (hits, 0)->id, ==, named);
  g_assert_cmpint (get_hit (hits, 1)->id, ==, noted);
  g_assert_cmpfloat (get_hit (hits, 0)->score, >, get_hit (hits, 1)->score);
  expect (self, "steel", named);
  expect (self, "mornings", noted);
  expect (self, "4711", PLAN_ID_NONE);
  expect (self, "春节", self->calendar);
  expect (self, "刘伟", self->project);
  expect (self, "港口", self->project);
}

static void
test_kinds (Search *self, gconstpointer data)
{
  g_autofree char *stamp = NULL;
  PlanResource resource;

  fixture_begin (&self->office);
  plan_record_init (PLAN_RECORD_RESOURCE, &resource);
  resource.name = "Harbour crew";
  add (self, PLAN_RECORD_RESOURCE, &resource);
  for (guint i = 0; i < 5; i++)
    add_task (self, "Harbour task", NULL);
  fixture_commit (&self->office, "Fill");
  stamp = plan_search_make_stamp (self->office.store);
  for (guint kinds = 0; kinds <= PLAN_SEARCH_ALL; kinds++)
    {
      PlanSearchState state = { self->office.model, stamp };
      g_autoptr (GPtrArray) hits = plan_search_find (self->search, &state, "harbour", kinds, 3, NULL, NULL);
      guint expected = 0;

      expected += (kinds & (1u << PLAN_SEARCH_PROJECT)) != 0;
      expected += (kinds & (1u << PLAN_SEARCH_RESOURCE)) != 0;
      expected += (kinds & (1u << PLAN_SEARCH_TASK)) != 0 ? 3 : 0;
      g_assert_cmpuint (hits->len, ==, expected);
      for (guint i = 0; i < hits->len; i++)
        g_assert_true (kinds & (1u << get_hit (hits, i)->kind));
    }
}

static char *
dump_words (const char *path)
{
  GString *text = g_string_new (NULL);
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT record, source, target_record, target, c0, c1 FROM place "
                                           "JOIN words_content USING (id) ORDER BY record, source", -1, &stmt, NULL), ==, SQLITE_OK);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    for (int i = 0; i < 6; i++)
      g_string_append_printf (text, "%s%c", sqlite3_column_text (stmt, i), i < 5 ? '|' : '\n');
  sqlite3_finalize (stmt);
  sqlite3_close (db);
  return g_string_free (text, FALSE);
}

/* Whether the file was made anew: rows are then in the order of the records again. */
static gint64
get_inode (const char *path)
{
  GStatBuf about;

  g_assert_cmpint (g_stat (path, &about), ==, 0);
  return (gint64) about.st_ino;
}

static void
check_against_new (Search *self)
{
  g_autofree char *path = g_strconcat (self->path, "-new", NULL), *stamp = plan_search_make_stamp (self->office.store);
  g_autofree char *found = dump_words (self->path), *expected = NULL;
  PlanSearchState state = { self->office.model, stamp };
  PlanSearch *fresh = plan_search_open (path);

  g_assert_true (plan_search_update (fresh, &state, NULL, NULL));
  plan_search_close (fresh);
  expected = dump_words (path);
  g_assert_cmpstr (found, ==, expected);
  g_unlink (path);
}

/* Random edits, undone now and then: what is kept up to date is what would be made anew. */
static void
test_follows (Search *self, gconstpointer data)
{
  g_autofree char *before = NULL;

  fixture_fill (&self->office, 4);
  g_ptr_array_unref (find (self, "x"));
  before = plan_search_make_stamp (self->office.store);
  for (guint i = 0; i < 60; i++)
    {
      g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (PlanSearchPlace));
      g_autofree char *stamp = NULL;
      PlanSearchState state = { self->office.model };

      if (g_rand_int_range (self->office.rand, 0, 3) == 0)
        fixture_step (&self->office, g_rand_boolean (self->office.rand) ? PLAN_STEP_UNDO : PLAN_STEP_REDO);
      else
        {
          PlanRecord record = (PlanRecord) g_rand_int_range (self->office.rand, 0, PLAN_N_RECORDS);

          fixture_begin (&self->office);
          fixture_insert (&self->office, record);
          add_task (self, i % 2 ? "又一项任务" : "One more task", "备注");
          fixture_commit (&self->office, "Edit");
        }
      stamp = plan_search_make_stamp (self->office.store);
      plan_search_add_places (places, self->office.changes);
      state.stamp = stamp;
      /* A step that there was not leaves the stamp as it is, and the changes those of the last edit. */
      state.before = before;
      state.changes = places;
      g_ptr_array_unref (find_with (self, &state, "任务"));
      check_against_new (self);
      g_free (before);
      before = g_steal_pointer (&stamp);
    }
}

/* Only what is said to have changed is looked at, so a change that is kept secret shows that the rest was not done anew. */
static void
test_incremental (Search *self, gconstpointer data)
{
  g_autofree char *before = NULL, *stamp = NULL;
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (PlanSearchPlace));
  g_autoptr (GPtrArray) known = NULL, secret = NULL, later = NULL;
  PlanSearchState state = { self->office.model };

  g_ptr_array_unref (find (self, "x"));
  before = plan_search_make_stamp (self->office.store);
  fixture_begin (&self->office);
  add_task (self, "Secret", NULL);
  fixture_commit (&self->office, "Edit");
  fixture_begin (&self->office);
  add_task (self, "Known", NULL);
  fixture_commit (&self->office, "Edit");
  plan_search_add_places (places, self->office.changes);
  g_assert_cmpuint (places->len, ==, 1);
  stamp = plan_search_make_stamp (self->office.store);
  state.stamp = stamp;
  state.before = before;
  state.changes = places;
  known = find_with (self, &state, "known");
  secret = find_with (self, &state, "secret");
  g_assert_cmpuint (known->len, ==, 1);
  g_assert_cmpuint (secret->len, ==, 0);
  /* From a moment that the file does not hold, all is done anew. */
  fixture_begin (&self->office);
  add_task (self, "Third", NULL);
  fixture_commit (&self->office, "Edit");
  g_free (stamp);
  stamp = plan_search_make_stamp (self->office.store);
  state.stamp = stamp;
  later = find_with (self, &state, "secret");
  g_assert_cmpuint (later->len, ==, 1);
}

static void
test_private (Search *self, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  GStatBuf about;

  g_ptr_array_unref (find (self, "x"));
  g_assert_cmpint (g_stat (self->path, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (folder, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 0777, ==, 0700);
  g_clear_pointer (&self->search, plan_search_close);
  g_chmod (self->path, 0644);
  self->search = plan_search_open (self->path);
  expect (self, "harbour", self->project);
  g_assert_cmpint (g_stat (self->path, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 0777, ==, 0600);
}

/* The file stays as it is when it has the words already. */
static void
test_kept (Search *self, gconstpointer data)
{
  g_autofree char *first = NULL, *second = NULL;
  gsize n_first, n_second;

  expect (self, "harbour", self->project);
  g_clear_pointer (&self->search, plan_search_close);
  g_assert_true (g_file_get_contents (self->path, &first, &n_first, NULL));
  self->search = plan_search_open (self->path);
  expect (self, "harbour", self->project);
  g_clear_pointer (&self->search, plan_search_close);
  g_assert_true (g_file_get_contents (self->path, &second, &n_second, NULL));
  g_assert_cmpmem (first, n_first, second, n_second);
}

static void
test_damaged (Search *self, gconstpointer data)
{
  g_autofree char *good = NULL;
  gsize size;

  fixture_begin (&self->office);
  for (guint i = 0; i < 200; i++)
    add_task (self, "Filler words 任务", "many more words so that there are pages");
  fixture_commit (&self->office, "Fill");
  expect (self, "港口", self->project);
  g_clear_pointer (&self->search, plan_search_close);
  g_assert_true (g_file_get_contents (self->path, &good, &size, NULL));
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *copy = g_memdup2 (good, size);
      gsize length = i % 5 == 0 ? size / 2 : i == 1 ? 0 : i == 2 ? 99 : size;

      for (guint k = 0; k < i * 20; k++)
        copy[g_rand_int_range (self->office.rand, i % 2 ? 0 : 100, size)] = (char) g_rand_int (self->office.rand);
      g_assert_true (g_file_set_contents (self->path, copy, (gssize) length, NULL));
      self->search = plan_search_open (self->path);
      g_ptr_array_unref (find (self, "任务 words fill"));
      g_clear_pointer (&self->search, plan_search_close);
    }
  g_assert_true (g_file_set_contents (self->path, "no database", -1, NULL));
  self->search = plan_search_open (self->path);
  expect (self, "港口", self->project);
  g_clear_pointer (&self->search, plan_search_close);
  /* It is whole again: nothing is in memory only. */
  check_against_new (self);
  self->search = plan_search_open (self->path);
}

/* Another program holds the file, or the folder cannot be made: the words are in memory. */
static void
test_memory (Search *self, gconstpointer data)
{
  sqlite3 *other = NULL;

  g_ptr_array_unref (find (self, "x"));
  fixture_begin (&self->office);
  add_task (self, "Later", NULL);
  fixture_commit (&self->office, "Edit");
  g_assert_cmpint (sqlite3_open (self->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN EXCLUSIVE", NULL, NULL, NULL), ==, SQLITE_OK);
  expect (self, "later", self->office.last_id);
  sqlite3_close (other);
  plan_search_close (self->search);
  self->search = plan_search_open ("/proc/none/words.sqlite");
  expect (self, "港口", self->project);
  plan_search_close (self->search);
  self->search = plan_search_open (NULL);
  expect (self, "港口", self->project);
}

static void
test_cancel (Search *self, gconstpointer data)
{
  g_autofree char *stamp = plan_search_make_stamp (self->office.store);
  PlanSearchState state = { self->office.model, stamp };
  PlanProgress progress = { 0 };
  g_autoptr (GError) error = NULL;

  plan_progress_cancel (&progress);
  g_assert_null (plan_search_find (self->search, &state, "x", PLAN_SEARCH_ALL, 5, &progress, &error));
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_CANCELLED);
  expect (self, "港口", self->project);
}

/* Two programs and one file: each finds what its own state says. */
static void
test_two (Search *self, gconstpointer data)
{
  PlanSearch *first = self->search, *second = plan_search_open (self->path);
  gint64 inode;

  expect (self, "港口", self->project);
  inode = get_inode (self->path);
  self->search = second;
  expect (self, "港口", self->project);
  fixture_begin (&self->office);
  add_task (self, "Later", NULL);
  fixture_commit (&self->office, "Edit");
  expect (self, "later", self->office.last_id);
  self->search = first;
  expect (self, "later", self->office.last_id);
  g_assert_cmpint (get_inode (self->path), ==, inode);
  plan_search_close (second);
}

#define ADD(name, func) g_test_add ("/store/search/" name, Search, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("words", test_words);
  ADD ("harmless", test_harmless);
  ADD ("snippet", test_snippet);
  ADD ("rank", test_rank);
  ADD ("kinds", test_kinds);
  ADD ("follows", test_follows);
  ADD ("incremental", test_incremental);
  ADD ("private", test_private);
  ADD ("kept", test_kept);
  ADD ("damaged", test_damaged);
  ADD ("memory", test_memory);
  ADD ("cancel", test_cancel);
  ADD ("two", test_two);
  return g_test_run ();
}
