/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From what a person types to results. Words are joined by "and"; a word is a phrase to FTS5, because its characters may be
 * several tokens; what stands in quotation marks stays together. The last word counts as not finished yet. Nothing that is
 * typed is FTS5's own syntax.
 */

#include "plan-search-private.h"

#include "plan-search-tokenizer.h"

#include <string.h>

/* Of a longer query only the beginning is looked for. */
#define MAX_CHARACTERS 256
#define MAX_WORDS 24

/* So many rows for each result, as several may lead to the same record. */
#define ROWS_PER_HIT 3

typedef struct
{
  GString *query;
  GString *word;
  guint n_words;
  guint n_tokens;  /* characters of the word that are no punctuation */
  guint run;       /* characters at the end of the word that need no spaces */
  gboolean ends_in_word;
} Parser;

static gboolean
is_quote (gunichar c)
{
  return c == '"' || c == 0xff02 || c == 0x201c || c == 0x201d || c == 0x300c || c == 0x300d;
}

/* A single character of a writing without spaces begins a pair, so it is looked for as a beginning; a pair never goes on. A
 * word that may be unfinished is looked for as it is, by its stem, and as a beginning. */
static void
end_word (Parser *self, gboolean is_unfinished)
{
  const char *form = self->run == 1 ? "%s\"%s\"*" : is_unfinished && self->run == 0 ? "%1$s(\"%2$s\" OR \"%2$s\"*)" : "%s\"%s\"";

  if (self->n_tokens > 0 && self->n_words < MAX_WORDS)
    {
      g_string_append_printf (self->query, form, self->n_words > 0 ? " AND " : "", self->word->str);
      self->n_words++;
    }
  g_string_truncate (self->word, 0);
  self->n_tokens = self->run = 0;
  self->ends_in_word = FALSE;
}

static void
add_character (Parser *self, gunichar c)
{
  if (c < ' ')
    c = ' ';
  g_string_append_unichar (self->word, c);
  self->ends_in_word = plan_search_is_word (c);
  if (!self->ends_in_word)
    return;
  self->n_tokens++;
  self->run = plan_search_is_ideographic (c) ? self->run + 1 : 0;
}

/**
 * plan_search_query_make:
 * @words: what a person typed
 *
 * Returns: (transfer full) (nullable): the expression for FTS5, or %NULL when there is nothing to look for
 */
char *
plan_search_query_make (const char *words)
{
  Parser self = { g_string_new (NULL), g_string_new (NULL) };
  gboolean in_quotes = FALSE;
  guint n = 0;

  for (const char *at = words; *at != '\0' && n < MAX_CHARACTERS; n++)
    {
      gunichar c = g_utf8_get_char_validated (at, -1);
      gboolean is_valid = c != (gunichar) -1 && c != (gunichar) -2;

      if (!is_valid)
        c = ' ';
      at = is_valid ? g_utf8_next_char (at) : at + 1;
      if (is_quote (c) || (!in_quotes && g_unichar_isspace (c)))
        end_word (&self, FALSE);
      else
        add_character (&self, c);
      in_quotes ^= is_quote (c);
    }
  /* Behind punctuation or a space the word is as it should be. */
  end_word (&self, self.ends_in_word);
  g_string_free (self.word, TRUE);
  return g_string_free (self.query, self.n_words == 0);
}

/* FTS5 puts control characters around what was found. */
static PlanSearchText
read_marks (PlanStmt *stmt, int column)
{
  g_autofree char *marked = plan_stmt_dup_text (stmt, column);
  PlanSearchText text = { NULL, NULL };
  GString *plain = g_string_new (NULL);
  PlanSearchMark mark = { 0 };

  for (const char *c = marked != NULL ? marked : ""; *c != '\0'; c++)
    if (*c == 2)
      mark.start = plain->len;
    else if (*c == 3)
      {
        mark.end = plain->len;
        if (text.marks == NULL)
          text.marks = g_array_new (FALSE, FALSE, sizeof (PlanSearchMark));
        g_array_append_val (text.marks, mark);
      }
    else
      g_string_append_c (plain, *c == '\n' ? ' ' : *c);
  text.text = g_string_free (plain, FALSE);
  return text;
}

static void
clear_text (PlanSearchText *text)
{
  g_clear_pointer (&text->text, g_free);
  g_clear_pointer (&text->marks, g_array_unref);
}

/**
 * plan_search_hit_free:
 *
 * Frees a result.
 */
void
plan_search_hit_free (PlanSearchHit *self)
{
  clear_text (&self->name);
  clear_text (&self->text);
  g_free (self);
}

/**
 * plan_search_hit_get_name:
 *
 * Returns: (transfer none) (nullable): the name of the record that the result leads to, or %NULL when it is gone or has none
 */
const char *
plan_search_hit_get_name (const PlanSearchHit *self, const PlanModel *model)
{
  PlanFieldId field = plan_field_find (self->record, "name");
  gconstpointer body = plan_model_lookup (model, self->record, self->id);

  return body != NULL && field != PLAN_N_FIELDS ? plan_field_get_value (field, body).text : NULL;
}

/**
 * plan_search_hit_get_project:
 *
 * Returns: the project that the record is or belongs to, or %PLAN_ID_NONE when it is the whole office's
 */
PlanId
plan_search_hit_get_project (const PlanSearchHit *self, const PlanModel *model)
{
  PlanFieldId field = plan_field_find (self->record, "project");
  gconstpointer body = plan_model_lookup (model, self->record, self->id);

  if (self->record == PLAN_RECORD_PROJECT)
    return self->id;
  return body != NULL && field != PLAN_N_FIELDS ? plan_field_get_value (field, body).integer : PLAN_ID_NONE;
}

static gboolean
read_target (PlanDb *db, gint64 row, PlanSearchHit *hit, GError **error)
{
  PlanStmt *stmt = plan_db_get (db, PLAN_STMT_SEARCH_GET_PLACE, error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;
  plan_stmt_bind_int64 (stmt, 1, row);
  if (!plan_stmt_step (stmt, &has_row, error))
    return FALSE;
  if (!has_row)
    return plan_db_fail (db, SQLITE_CORRUPT, "SEARCH_GET_PLACE", error);
  hit->record = (PlanRecord) plan_stmt_get_int64 (stmt, 0);
  hit->id = plan_stmt_get_int64 (stmt, 1);
  plan_stmt_reset (stmt);
  return TRUE;
}

static gboolean
has_hit (GPtrArray *hits, guint from, const PlanSearchHit *hit)
{
  for (guint i = from; i < hits->len; i++)
    {
      const PlanSearchHit *other = g_ptr_array_index (hits, i);

      if (other->id == hit->id && other->record == hit->record)
        return TRUE;
    }
  return FALSE;
}

/* SQLite's rank is smaller for better results. */
static gboolean
read_hits (PlanDb *db, PlanStmt *stmt, PlanSearchKind kind, guint limit, GPtrArray *hits, GError **error)
{
  guint from = hits->len;
  gboolean has_row;

  while (hits->len - from < limit)
    {
      PlanSearchHit hit = { .kind = kind };

      if (!plan_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      if (!read_target (db, plan_stmt_get_int64 (stmt, 0), &hit, error))
        return FALSE;
      if (has_hit (hits, from, &hit))
        continue;
      hit.score = -sqlite3_column_double (plan_stmt_get_handle (stmt), 1) * plan_search_kind_get_weight (kind);
      hit.name = read_marks (stmt, 2);
      hit.text = read_marks (stmt, 3);
      g_ptr_array_add (hits, g_memdup2 (&hit, sizeof hit));
    }
  return TRUE;
}

static gboolean
find_kind (PlanDb *db, const char *query, PlanSearchKind kind, guint limit, GPtrArray *hits, GError **error)
{
  PlanStmt *stmt = plan_db_get (db, PLAN_STMT_SEARCH_FIND, error);
  gboolean ok;

  if (stmt == NULL)
    return FALSE;
  plan_stmt_bind_text (stmt, 1, query);
  plan_stmt_bind_int64 (stmt, 2, PLAN_SEARCH_FIRST_ROW (kind));
  plan_stmt_bind_int64 (stmt, 3, PLAN_SEARCH_FIRST_ROW (kind + 1) - 1);
  plan_stmt_bind_int64 (stmt, 4, (gint64) limit * ROWS_PER_HIT);
  ok = read_hits (db, stmt, kind, limit, hits, error);
  plan_stmt_reset (stmt);
  return ok;
}

static int
compare_hits (gconstpointer a, gconstpointer b)
{
  const PlanSearchHit *hit_a = *(const PlanSearchHit *const *) a, *hit_b = *(const PlanSearchHit *const *) b;

  if (hit_a->score != hit_b->score)
    return hit_a->score > hit_b->score ? -1 : 1;
  return hit_a->id < hit_b->id ? -1 : hit_a->id > hit_b->id;
}

/**
 * plan_search_query_run:
 * @query: an expression of plan_search_query_make()
 * @limit: results of each kind
 *
 * Returns: (transfer full) (element-type PlanSearchHit): the results, best first, or %NULL with an error
 */
GPtrArray *
plan_search_query_run (PlanDb *db, const char *query, guint kinds, guint limit, GError **error)
{
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) plan_search_hit_free);

  for (PlanSearchKind kind = 0; kind < PLAN_N_SEARCH_KINDS; kind++)
    if ((kinds & (1u << kind)) != 0 && !find_kind (db, query, kind, limit, hits, error))
      return NULL;
  g_ptr_array_sort (hits, compare_hits);
  return g_steal_pointer (&hits);
}
