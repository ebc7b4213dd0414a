/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How full text search cuts text into tokens. Writing without spaces (Chinese, Japanese, Korean) becomes overlapping pairs of
 * characters, so that every word of two or more is found as a phrase without a dictionary; the last character of such a run
 * stands at the place of the last pair, too, so that one character is found wherever it is. Other writing becomes words: in
 * small letters, half width, without accents, and English ones cut to their stem by FTS5's Porter tokenizer. The word itself
 * stands beside its stem, because the beginning of a word that is being typed is no beginning of the stem.
 */

#include "plan-search-tokenizer.h"

#include <string.h>

/* A longer word is cut off: nobody types so much of it. */
#define MAX_WORD_BYTES 64

typedef int (*TokenFunc) (void *context, int flags, const char *token, int n_token, int start, int end);

typedef struct
{
  fts5_tokenizer stemmer;
  void *stemmer_context;
} Factory;

typedef struct
{
  fts5_tokenizer stemmer;
  Fts5Tokenizer *stemmer_instance;
} Tokenizer;

/**
 * Cutting:
 * @word: the word so far, folded; @word_start: where in the text it begins
 * @word_is_plain: made of ASCII letters only
 * @previous: the last character of a run without spaces, or 0; @previous_start: where it begins
 * @run: characters of that run so far
 */
typedef struct
{
  Tokenizer *tokenizer;
  int flags;
  void *context;
  TokenFunc emit;
  char word[MAX_WORD_BYTES + 8];
  int word_length;
  int word_start;
  gboolean word_is_plain;
  gunichar previous;
  int previous_start;
  guint run;
} Cutting;

/**
 * plan_search_is_ideographic:
 *
 * Returns: whether the character is of a writing that puts no spaces between words
 */
gboolean
plan_search_is_ideographic (gunichar c)
{
  if (c < 0x1100)
    return FALSE;
  if ((c >= 0x4e00 && c <= 0x9fff) || c == 0x30fc)
    return TRUE;
  switch (g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_BOPOMOFO:
    case G_UNICODE_SCRIPT_HANGUL:
      return g_unichar_isalnum (c);
    default:
      return FALSE;
    }
}

/**
 * plan_search_is_word:
 *
 * Returns: whether the character is part of what is searched for; punctuation and spaces are not
 */
gboolean
plan_search_is_word (gunichar c)
{
  return g_unichar_isalnum (c) || plan_search_is_ideographic (c);
}

/* One form for full and half width, capitals and accents: up to a few characters, marks left out. Syllables of Korean stay
 * whole. */
static gsize
fold (gunichar c, gunichar folded[G_UNICHAR_MAX_DECOMPOSITION_LENGTH])
{
  gsize n, kept = 0;

  if (c < 0x80 || (c >= 0x4e00 && c <= 0x9fff) || (c >= 0xac00 && c <= 0xd7a3))
    {
      folded[0] = c < 0x80 ? (gunichar) g_ascii_tolower ((char) c) : c;
      return 1;
    }
  n = g_unichar_fully_decompose (c, TRUE, folded, G_UNICHAR_MAX_DECOMPOSITION_LENGTH);
  for (gsize i = 0; i < n; i++)
    if (!g_unichar_ismark (folded[i]))
      folded[kept++] = g_unichar_tolower (folded[i]);
  return kept;
}

typedef struct
{
  char stem[MAX_WORD_BYTES + 8];
  int length;
} Stem;

static int
keep_stem (void *context, int flags, const char *token, int n_token, int start, int end)
{
  Stem *stem = context;

  if (stem->length == 0 && n_token <= MAX_WORD_BYTES)
    {
      memcpy (stem->stem, token, (gsize) n_token);
      stem->length = n_token;
    }
  return SQLITE_OK;
}

/* Ends the word: as its stem in a text and in a query, and as it is in a text and at the end of a query. */
static int
end_word (Cutting *self, int end)
{
  Stem stem = { .length = 0 };
  int code = SQLITE_OK, length = self->word_length;

  self->word_length = 0;
  if (length == 0)
    return SQLITE_OK;
  if (self->word_is_plain && !(self->flags & FTS5_TOKENIZE_PREFIX))
    code = self->tokenizer->stemmer.xTokenize (self->tokenizer->stemmer_instance, &stem, 0, self->word, length, keep_stem);
  if (code != SQLITE_OK)
    return code;
  if (stem.length == 0 || (stem.length == length && memcmp (stem.stem, self->word, (gsize) length) == 0))
    return self->emit (self->context, 0, self->word, length, self->word_start, end);
  code = self->emit (self->context, 0, stem.stem, stem.length, self->word_start, end);
  if (code == SQLITE_OK && !(self->flags & FTS5_TOKENIZE_QUERY))
    code = self->emit (self->context, FTS5_TOKEN_COLOCATED, self->word, length, self->word_start, end);
  return code;
}

/* Ends a run without spaces: its last character stands at the place of the last pair. */
static int
end_run (Cutting *self, int end)
{
  char token[8];
  int length, flags = self->run > 1 ? FTS5_TOKEN_COLOCATED : 0;
  gboolean is_wanted = self->run == 1 || (self->run > 1 && !(self->flags & FTS5_TOKENIZE_QUERY));

  self->run = 0;
  if (!is_wanted)
    return SQLITE_OK;
  length = g_unichar_to_utf8 (self->previous, token);
  return self->emit (self->context, flags, token, length, self->previous_start, end);
}

static int
end_token (Cutting *self, int end)
{
  int code = end_word (self, end);

  return code == SQLITE_OK ? end_run (self, end) : code;
}

static int
add_ideograph (Cutting *self, gunichar c, int start, int end)
{
  char token[16];
  int code = end_word (self, start), length;

  if (code == SQLITE_OK && self->run > 0)
    {
      length = g_unichar_to_utf8 (self->previous, token);
      length += g_unichar_to_utf8 (c, token + length);
      code = self->emit (self->context, 0, token, length, self->previous_start, end);
    }
  self->previous = c;
  self->previous_start = start;
  self->run++;
  return code;
}

static int
add_letter (Cutting *self, gunichar c, int start)
{
  int code = SQLITE_OK;

  if (self->run > 0)
    code = end_run (self, start);
  if (self->word_length == 0)
    {
      self->word_start = start;
      self->word_is_plain = TRUE;
    }
  self->word_is_plain = self->word_is_plain && c < 0x80 && g_ascii_isalpha ((char) c);
  if (self->word_length < MAX_WORD_BYTES)
    self->word_length += g_unichar_to_utf8 (c, self->word + self->word_length);
  return code;
}

static int
add_character (Cutting *self, gunichar c, int start, int end)
{
  gunichar folded[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n;
  int code = SQLITE_OK;

  /* An accent of its own goes with the letter before it. */
  if (g_unichar_ismark (c))
    return SQLITE_OK;
  if (!plan_search_is_word (c))
    return end_token (self, start);
  n = fold (c, folded);
  for (gsize i = 0; i < n && code == SQLITE_OK; i++)
    if (plan_search_is_ideographic (folded[i]))
      code = add_ideograph (self, folded[i], start, end);
    else if (g_unichar_isalnum (folded[i]))
      code = add_letter (self, folded[i], start);
  return code;
}

/* FTS5 gives any bytes; what is no UTF-8 separates words. */
static int
cut_text (Fts5Tokenizer *tokenizer, void *context, int flags, const char *text, int n_text, TokenFunc emit)
{
  Cutting cutting = { (Tokenizer *) tokenizer, flags, context, emit };
  int code = SQLITE_OK, at = 0;

  while (at < n_text && code == SQLITE_OK)
    {
      gunichar c = g_utf8_get_char_validated (text + at, n_text - at);
      gboolean is_valid = c != (gunichar) -1 && c != (gunichar) -2;
      int end = is_valid ? at + g_unichar_to_utf8 (c, NULL) : at + 1;

      code = is_valid ? add_character (&cutting, c, at, end) : end_token (&cutting, at);
      at = end;
    }
  return code == SQLITE_OK ? end_token (&cutting, n_text) : code;
}

static int
create_tokenizer (void *context, const char **arguments, int n_arguments, Fts5Tokenizer **out)
{
  static const char *words[] = { "ascii" };
  Factory *factory = context;
  Tokenizer *self = g_new0 (Tokenizer, 1);
  int code = factory->stemmer.xCreate (factory->stemmer_context, words, G_N_ELEMENTS (words), &self->stemmer_instance);

  if (code != SQLITE_OK)
    {
      g_free (self);
      return code;
    }
  self->stemmer = factory->stemmer;
  *out = (Fts5Tokenizer *) self;
  return SQLITE_OK;
}

static void
delete_tokenizer (Fts5Tokenizer *tokenizer)
{
  Tokenizer *self = (Tokenizer *) tokenizer;

  self->stemmer.xDelete (self->stemmer_instance);
  g_free (self);
}

/* FTS5 hands out its functions through a pointer that a statement binds. */
static fts5_api *
find_api (sqlite3 *handle)
{
  fts5_api *api = NULL;
  sqlite3_stmt *stmt = NULL;

  if (sqlite3_prepare_v2 (handle, "SELECT fts5 (?1)", -1, &stmt, NULL) == SQLITE_OK)
    {
      sqlite3_bind_pointer (stmt, 1, &api, "fts5_api_ptr", NULL);
      sqlite3_step (stmt);
    }
  sqlite3_finalize (stmt);
  return api;
}

/**
 * plan_search_tokenizer_add:
 *
 * Makes the tokenizer known to a connection as %PLAN_SEARCH_TOKENIZER.
 *
 * Returns: %FALSE with an error when this SQLite has no FTS5
 */
gboolean
plan_search_tokenizer_add (PlanDb *db, GError **error)
{
  static fts5_tokenizer functions = { create_tokenizer, delete_tokenizer, cut_text };
  fts5_api *api = find_api (plan_db_get_handle (db));
  Factory *factory;
  int code;

  if (api == NULL)
    return plan_db_fail (db, SQLITE_ERROR, "FTS5", error);
  factory = g_new0 (Factory, 1);
  code = api->xFindTokenizer (api, "porter", &factory->stemmer_context, &factory->stemmer);
  if (code != SQLITE_OK)
    {
      g_free (factory);
      return plan_db_fail (db, code, "FTS5", error);
    }
  code = api->xCreateTokenizer (api, PLAN_SEARCH_TOKENIZER, factory, &functions, g_free);
  return code == SQLITE_OK || plan_db_fail (db, code, "FTS5", error);
}
