/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Full text search: an FTS5 table with its text in a file of the user's cache, one for each office. The file is brought up to
 * date from a snapshot of the model before each answer: only what changed when it holds an earlier moment of the same office,
 * else all of it. A file that is damaged, locked by another program for long or cannot be written is no reason to fail: what
 * is in it follows from the office, so it is made anew, and if that cannot be done, the words are kept in memory.
 */

#include "plan-search-private.h"

#include "plan-error.h"
#include "plan-search-tokenizer.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* Grows when the tokens or the tables are others, so that older files are made anew. */
#define FORMAT 1

/* Steps of SQLite between two looks at whether the search was cancelled: about a millisecond. */
#define STEPS_PER_LOOK 2000

static const struct
{
  const char *key;
  const char *label;
  double weight;
} kinds[PLAN_N_SEARCH_KINDS] = {
  [PLAN_SEARCH_PROJECT] = { "project", N_("Projects"), 1.5 },
  [PLAN_SEARCH_TASK] = { "task", N_("Tasks"), 1 },
  [PLAN_SEARCH_RESOURCE] = { "resource", N_("People and resources"), 1.2 },
  [PLAN_SEARCH_CALENDAR] = { "calendar", N_("Calendars"), 0.6 },
};

/**
 * plan_search_kind_get_key:
 *
 * Returns: (transfer none): the name of the kind in scripts
 */
const char *
plan_search_kind_get_key (PlanSearchKind kind)
{
  return kinds[kind].key;
}

/**
 * plan_search_kind_get_label:
 *
 * Returns: (transfer none): what people call the group of results, to be translated
 */
const char *
plan_search_kind_get_label (PlanSearchKind kind)
{
  return kinds[kind].label;
}

/**
 * plan_search_kind_find:
 * @kind: (out): the kind of that name
 *
 * Returns: whether there is one
 */
gboolean
plan_search_kind_find (const char *key, PlanSearchKind *kind)
{
  for (guint i = 0; i < PLAN_N_SEARCH_KINDS; i++)
    if (strcmp (kinds[i].key, key) == 0)
      {
        *kind = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * plan_search_kind_get_weight:
 *
 * Returns: how much results of that kind count beside others
 */
double
plan_search_kind_get_weight (PlanSearchKind kind)
{
  return kinds[kind].weight;
}

/**
 * plan_search_make_stamp:
 *
 * Returns: (transfer full): a text that is the same for two moments of an office only when it holds the same; copies that
 *   went different ways differ by the time of their last edit
 */
char *
plan_search_make_stamp (PlanStore *store)
{
  g_autofree char *id = plan_store_get_meta (store, "id");
  g_autoptr (GPtrArray) last = plan_store_list_history (store, G_MAXINT64, 1, NULL);
  const PlanHistoryEntry *entry = last != NULL && last->len > 0 ? g_ptr_array_index (last, 0) : NULL;

  return g_strdup_printf ("%d %s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, FORMAT, id != NULL ? id : "",
                          plan_store_get_revision (store), entry != NULL ? entry->at : 0);
}

/**
 * plan_search_get_path:
 * @office: the path of an office
 *
 * Returns: (transfer full): where its words are kept
 */
char *
plan_search_get_path (const char *office)
{
  g_autofree char *whole = g_canonicalize_filename (office, NULL);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, whole, -1);
  g_autofree char *name = g_strdup_printf ("search-%.16s.sqlite", sum);

  return g_build_filename (g_get_user_cache_dir (), "planwright", name, NULL);
}

/**
 * plan_search_open:
 * @path: (nullable): the cache file; it need not exist. %NULL keeps the words in memory
 *
 * Nothing is read before the first use.
 *
 * Returns: (transfer full): the index
 */
PlanSearch *
plan_search_open (const char *path)
{
  PlanSearch *self = g_new0 (PlanSearch, 1);

  self->path = g_strdup (path);
  return self;
}

/**
 * plan_search_close:
 *
 * Closes the index; the file stays for the next time.
 */
void
plan_search_close (PlanSearch *self)
{
  g_clear_pointer (&self->db, plan_db_close);
  g_free (self->path);
  g_free (self);
}

/* SQLite makes the files beside it as readable as this one. It is not opened when it is there already: closing it again
 * would drop locks that SQLite has on it. */
static void
prepare_file (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd;

  g_mkdir_with_parents (folder, 0700);
  fd = g_open (path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (fd >= 0)
    close (fd);
  else
    g_chmod (path, 0600);
}

static gboolean
open_db (PlanSearch *self, GError **error)
{
  g_autoptr (PlanDb) db = NULL;

  if (self->db != NULL)
    return TRUE;
  if (self->path != NULL)
    prepare_file (self->path);
  db = self->path != NULL ? plan_db_open (self->path, PLAN_DB_WRITE, error) : plan_db_open_in_memory ("search", error);
  if (db == NULL || !plan_search_tokenizer_add (db, error) || !plan_db_run (db, PLAN_STMT_SEARCH_CONFIGURE, error))
    return FALSE;
  self->db = g_steal_pointer (&db);
  return TRUE;
}

/* Returns: (transfer full): the stamp of what the file holds, "" when it holds nothing or something else */
static char *
read_stamp (PlanSearch *self)
{
  char *stamp = plan_db_ask (self->db, PLAN_STMT_SEARCH_GET_STAMP, NULL);

  return stamp != NULL ? stamp : g_strdup ("");
}

typedef struct
{
  PlanSearch *search;
  const PlanSearchState *state;
  PlanProgress *progress;
} Update;

static gboolean
write_stamp (Update *self, GError **error)
{
  PlanStmt *stmt = plan_db_get (self->search->db, PLAN_STMT_SEARCH_SET_STAMP, error);

  if (stmt == NULL)
    return FALSE;
  plan_stmt_bind_text (stmt, 1, self->state->stamp);
  return plan_stmt_step_done (stmt, error);
}

static gboolean
fill (PlanDb *db, gpointer data, GError **error)
{
  Update *self = data;

  return plan_db_run (db, PLAN_STMT_SEARCH_CREATE, error) &&
         plan_search_index_fill (db, self->state->model, self->progress, error) && write_stamp (self, error);
}

/* Within the transaction the stamp is looked at once more, as another program may have written since. */
static gboolean
change (PlanDb *db, gpointer data, GError **error)
{
  Update *self = data;
  g_autofree char *stamp = read_stamp (self->search);

  if (strcmp (stamp, self->state->before) != 0)
    return plan_db_fail (db, SQLITE_BUSY, "SEARCH_CHANGE", error);
  return plan_search_index_change (db, self->state->model, self->state->changes, self->progress, error) &&
         write_stamp (self, error);
}

/* SQLite's own way to empty a database, which works for a damaged one, too. */
static gboolean
empty (PlanSearch *self, GError **error)
{
  sqlite3 *handle;
  gboolean ok;

  g_clear_pointer (&self->db, plan_db_close);
  if (!open_db (self, error))
    return FALSE;
  handle = plan_db_get_handle (self->db);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_RESET_DATABASE, 1, NULL);
  ok = plan_db_vacuum (self->db, error);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_RESET_DATABASE, 0, NULL);
  return ok;
}

static gboolean
is_cancelled (PlanProgress *progress)
{
  return !plan_progress_step (progress, 0, 0, NULL);
}

static int
progress_cb (gpointer data)
{
  return is_cancelled (data);
}

static void
watch (PlanSearch *self, PlanProgress *progress)
{
  if (self->db != NULL)
    sqlite3_progress_handler (plan_db_get_handle (self->db), progress != NULL ? STEPS_PER_LOOK : 0, progress_cb, progress);
}

static gboolean
bring_up_to_date (PlanSearch *self, const PlanSearchState *state, gboolean anew, PlanProgress *progress, GError **error)
{
  Update update = { self, state, progress };
  g_autofree char *stamp = NULL;
  gboolean ok;

  if (anew ? !empty (self, error) : !open_db (self, error))
    return FALSE;
  stamp = read_stamp (self);
  if (strcmp (stamp, state->stamp) == 0)
    return TRUE;
  if (!anew && (state->changes == NULL || g_strcmp0 (stamp, state->before) != 0))
    return bring_up_to_date (self, state, TRUE, progress, error);
  watch (self, progress);
  ok = plan_db_transaction (self->db, anew ? fill : change, &update, error);
  watch (self, NULL);
  return ok;
}

static gboolean
stop (PlanProgress *progress, GError **error)
{
  g_clear_error (error);
  return plan_progress_step (progress, 0, 0, error);
}

static void
remove_file (const char *path)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);

  g_unlink (path);
  g_unlink (journal);
}

/**
 * plan_search_update:
 * @state: what the words have to be those of
 * @progress: (nullable): is told how far it is, and may cancel
 *
 * Brings the index up to date.
 *
 * Returns: %FALSE with %PLAN_ERROR_CANCELLED, or another error when even memory cannot hold the words
 */
gboolean
plan_search_update (PlanSearch *self, const PlanSearchState *state, PlanProgress *progress, GError **error)
{
  g_autoptr (GError) own_error = NULL;

  if (bring_up_to_date (self, state, FALSE, progress, &own_error))
    return TRUE;
  if (!is_cancelled (progress) && self->path != NULL)
    {
      g_clear_pointer (&self->db, plan_db_close);
      if (g_error_matches (own_error, PLAN_ERROR, PLAN_ERROR_PARSE))
        remove_file (self->path);
      g_clear_error (&own_error);
      if (bring_up_to_date (self, state, TRUE, progress, &own_error))
        return TRUE;
    }
  if (!is_cancelled (progress))
    {
      g_clear_error (&own_error);
      g_clear_pointer (&self->db, plan_db_close);
      g_clear_pointer (&self->path, g_free);
      if (bring_up_to_date (self, state, TRUE, progress, &own_error))
        return TRUE;
    }
  if (is_cancelled (progress))
    return stop (progress, error);
  g_propagate_error (error, g_steal_pointer (&own_error));
  return FALSE;
}

/* Everything is read at one moment. */
static GPtrArray *
ask (PlanSearch *self, const char *query, guint wanted, guint limit, PlanProgress *progress, GError **error)
{
  GPtrArray *hits;

  watch (self, progress);
  hits = plan_db_run (self->db, PLAN_STMT_BEGIN_READ, error) ? plan_search_query_run (self->db, query, wanted, limit, error)
                                                             : NULL;
  watch (self, NULL);
  if (plan_db_is_in_transaction (self->db))
    plan_db_run (self->db, PLAN_STMT_ROLLBACK, NULL);
  return hits;
}

/**
 * plan_search_find:
 * @state: what is searched; the index is brought up to date first
 * @query: what a person typed, of any length; its last word may be unfinished
 * @wanted: bits of #PlanSearchKind
 * @limit: results of each kind
 * @progress: (nullable): may cancel
 *
 * Returns: (transfer full) (element-type PlanSearchHit): the results, best first, or %NULL with %PLAN_ERROR_CANCELLED or
 *   another error
 */
GPtrArray *
plan_search_find (PlanSearch *self, const PlanSearchState *state, const char *query, guint wanted, guint limit,
                  PlanProgress *progress, GError **error)
{
  g_autofree char *expression = plan_search_query_make (query);
  g_autoptr (GError) own_error = NULL;
  GPtrArray *hits;

  if (!plan_search_update (self, state, progress, error))
    return NULL;
  if (expression == NULL)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) plan_search_hit_free);
  hits = ask (self, expression, wanted, limit, progress, &own_error);
  /* Damage shows only where it is read. */
  if (hits == NULL && !is_cancelled (progress))
    {
      g_clear_error (&own_error);
      if (bring_up_to_date (self, state, TRUE, progress, &own_error))
        hits = ask (self, expression, wanted, limit, progress, &own_error);
    }
  if (hits == NULL && is_cancelled (progress))
    stop (progress, error);
  else if (hits == NULL)
    g_propagate_error (error, g_steal_pointer (&own_error));
  return hits;
}
