/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which lessons fit a task. Each word that both have in common counts by how rare it is among all lessons (inverse document
 * frequency, Spärck Jones 1972), by where it stands in the lesson, and by whether it is one of the task's own words or of
 * what it lies below. Both languages of a lesson are looked at for any task. An index by word makes a question cost as much
 * as the lessons that have its words. tests/lessons holds what it is measured with.
 */

#include "plan-lesson-rank.h"

#include "plan-lesson-words.h"

#include <math.h>
#include <stdlib.h>

/* A word of the summary task above counts that much of one of the task itself; each level further up half of that. */
#define PARENT_WEIGHT 0.35

/* What a word gains that stands in a second place. */
#define SECOND_PLACE 0.25

static const struct
{
  gsize offset;
  double weight;
} places[] = {
  { G_STRUCT_OFFSET (PlanLesson, title), 2 },
  { G_STRUCT_OFFSET (PlanLesson, situation), 1 },
  { G_STRUCT_OFFSET (PlanLesson, recommendation), 1 },
  { G_STRUCT_OFFSET (PlanLesson, cause), 0.7 },
  { G_STRUCT_OFFSET (PlanLesson, effect), 0.5 },
  { G_STRUCT_OFFSET (PlanLesson, early_signs), 0.5 },
};

#define KEYWORD_WEIGHT 3

static const double severities[] = { [PLAN_LESSON_LOW] = 0.95, [PLAN_LESSON_MEDIUM] = 1, [PLAN_LESSON_HIGH] = 1.05 };

typedef struct
{
  guint lesson;
  float weight;
} Posting;

/**
 * PlanLessonIndex:
 * @words: postings (of Posting, in the order of lessons) by word
 * @written: each word as it stands where it was met first
 * @factors: of each lesson, by its severity
 */
struct _PlanLessonIndex
{
  GHashTable *words;
  GHashTable *written;
  GArray *factors;
};

/* The words of one lesson while they are collected. */
typedef struct
{
  PlanLessonIndex *index;
  guint lesson;
  guint place;      /* which is read, counted over all lessons */
  double weight;    /* of the place */
  GHashTable *last; /* place in which each word was met last */
} Collector;

static Posting *
get_posting (GArray *postings, guint lesson)
{
  const Posting fresh = { lesson, 0 };

  if (postings->len == 0 || g_array_index (postings, Posting, postings->len - 1).lesson != lesson)
    g_array_append_val (postings, fresh);
  return &g_array_index (postings, Posting, postings->len - 1);
}

/* A word counts once in each place. */
static void
collect_word (const char *word, const char *written, gpointer data)
{
  Collector *self = data;
  GArray *postings = g_hash_table_lookup (self->index->words, word);
  Posting *posting;
  double before;

  if (postings == NULL)
    {
      char *key = g_strdup (word);

      postings = g_array_new (FALSE, FALSE, sizeof (Posting));
      g_hash_table_insert (self->index->words, key, postings);
      g_hash_table_insert (self->index->written, key, g_strdup (written));
    }
  if (GPOINTER_TO_UINT (g_hash_table_lookup (self->last, postings)) == self->place)
    return;
  g_hash_table_insert (self->last, postings, GUINT_TO_POINTER (self->place));
  posting = get_posting (postings, self->lesson);
  before = posting->weight;
  posting->weight = (float) (MAX (before, self->weight) + SECOND_PLACE * MIN (before, self->weight));
}

static void
collect_lesson (Collector *self, const PlanLessonList *lessons, const PlanLesson *lesson)
{
  self->place++;
  self->weight = KEYWORD_WEIGHT;
  for (guint i = 0; i < PLAN_N_LANGUAGES; i++)
    for (guint k = 0; k < lesson->n_keywords[i]; k++)
      plan_lesson_words_foreach (g_ptr_array_index (lessons->keywords[i], lesson->first_keyword[i] + k), collect_word, self);
  for (gsize place = 0; place < G_N_ELEMENTS (places); place++)
    {
      const PlanBilingual *text = G_STRUCT_MEMBER_P (lesson, places[place].offset);

      self->place++;
      self->weight = places[place].weight;
      for (guint i = 0; i < PLAN_N_LANGUAGES; i++)
        plan_lesson_words_foreach (text->texts[i], collect_word, self);
    }
}

/**
 * plan_lesson_index_new:
 *
 * Returns: (transfer full): the words of all lessons; it does not need the list any more
 */
PlanLessonIndex *
plan_lesson_index_new (const PlanLessonList *lessons)
{
  PlanLessonIndex *self = g_new0 (PlanLessonIndex, 1);
  g_autoptr (GHashTable) last = g_hash_table_new (NULL, NULL);
  Collector collector = { .index = self, .last = last };

  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  self->written = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->factors = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 0; i < lessons->lessons->len; i++)
    {
      const PlanLesson *lesson = plan_lesson_list_get (lessons, i);

      g_array_append_val (self->factors, severities[lesson->severity]);
      collector.lesson = i;
      collect_lesson (&collector, lessons, lesson);
    }
  return self;
}

/**
 * plan_lesson_index_free:
 * @self: (transfer full):
 */
void
plan_lesson_index_free (PlanLessonIndex *self)
{
  g_hash_table_unref (self->written);
  g_hash_table_unref (self->words);
  g_array_unref (self->factors);
  g_free (self);
}

/**
 * Question:
 * @weights: the largest weight of each known word of the query; the words are those of the index
 * @weight: of the text that is read
 * @matches: of PlanLessonMatch; @numbers: by lesson, its number among them, from 1
 */
typedef struct
{
  const PlanLessonIndex *index;
  GHashTable *weights;
  double weight;
  GArray *matches;
  guint *numbers;
} Question;

static void
ask_word (const char *word, const char *written, gpointer data)
{
  Question *self = data;
  gpointer known;
  double *weight;

  if (!g_hash_table_lookup_extended (self->index->words, word, &known, NULL))
    return;
  weight = g_hash_table_lookup (self->weights, known);
  if (weight == NULL)
    g_hash_table_insert (self->weights, known, g_memdup2 (&self->weight, sizeof (double)));
  else
    *weight = MAX (*weight, self->weight);
}

static void
ask_query (Question *self, const PlanLessonQuery *query)
{
  self->weight = 1;
  plan_lesson_words_foreach (query->name, ask_word, self);
  self->weight = PARENT_WEIGHT;
  for (guint i = query->n_parents; i-- > 0; self->weight /= 2)
    plan_lesson_words_foreach (query->parents[i], ask_word, self);
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* What a word is worth in this question. */
static double
weigh_word (const Question *self, const char *word, guint n_postings)
{
  return *(const double *) g_hash_table_lookup (self->weights, word) * log (1 + (double) self->index->factors->len / n_postings);
}

static PlanLessonMatch *
get_match (Question *self, guint lesson)
{
  const PlanLessonMatch fresh = { .lesson = lesson };

  if (self->numbers[lesson] == 0)
    {
      g_array_append_val (self->matches, fresh);
      self->numbers[lesson] = self->matches->len;
    }
  return &g_array_index (self->matches, PlanLessonMatch, self->numbers[lesson] - 1);
}

/* In a fixed order, so that sums are the same each time. Returns: (transfer container): the known words of the query */
static const char **
sort_words (const Question *self, guint *n_words)
{
  const char **words = (const char **) g_hash_table_get_keys_as_array (self->weights, n_words);

  qsort (words, *n_words, sizeof *words, compare_words);
  return words;
}

static void
add_scores (Question *self, const char *const *words, guint n_words)
{
  for (guint i = 0; i < n_words; i++)
    {
      const GArray *postings = g_hash_table_lookup (self->index->words, words[i]);
      double worth = weigh_word (self, words[i], postings->len);

      for (guint k = 0; k < postings->len; k++)
        {
          const Posting *posting = &g_array_index (postings, Posting, k);

          get_match (self, posting->lesson)->score += worth * posting->weight;
        }
    }
}

static void
apply_factors (Question *self, const gint16 *votes)
{
  for (guint i = 0; i < self->matches->len; i++)
    {
      PlanLessonMatch *match = &g_array_index (self->matches, PlanLessonMatch, i);
      double liked = votes != NULL ? CLAMP (1 + 0.15 * votes[match->lesson], 0.1, 2) : 1;

      match->score *= g_array_index (self->index->factors, double, match->lesson) * liked;
    }
}

static gboolean
is_better (const PlanLessonMatch *match, const PlanLessonMatch *than)
{
  return match->score > than->score || (match->score == than->score && match->lesson < than->lesson);
}

/* Few of many: each is put into its place among the best so far. Returns: (transfer full): the best, in order */
static GArray *
choose_best (const Question *self, guint most)
{
  GArray *best = g_array_new (FALSE, FALSE, sizeof (PlanLessonMatch));

  for (guint i = 0; i < self->matches->len; i++)
    {
      const PlanLessonMatch *match = &g_array_index (self->matches, PlanLessonMatch, i);
      guint at = best->len;

      while (at > 0 && is_better (match, &g_array_index (best, PlanLessonMatch, at - 1)))
        at--;
      if (at == most)
        continue;
      g_array_insert_val (best, at, *match);
      if (best->len > most)
        g_array_set_size (best, most);
    }
  return best;
}

static double
find_share (const Question *self, const char *word, guint lesson)
{
  const GArray *postings = g_hash_table_lookup (self->index->words, word);
  guint low = 0, high = postings->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      const Posting *posting = &g_array_index (postings, Posting, middle);

      if (posting->lesson == lesson)
        return weigh_word (self, word, postings->len) * posting->weight;
      if (posting->lesson < lesson)
        low = middle + 1;
      else
        high = middle;
    }
  return 0;
}

static void
find_reasons (const Question *self, const char *const *words, guint n_words, PlanLessonMatch *match)
{
  double shares[PLAN_LESSON_MAX_REASONS] = { 0 };

  for (guint i = 0; i < n_words; i++)
    {
      double share = find_share (self, words[i], match->lesson);
      guint at = PLAN_LESSON_MAX_REASONS;

      for (; at > 0 && share > shares[at - 1]; at--)
        if (at < PLAN_LESSON_MAX_REASONS)
          {
            shares[at] = shares[at - 1];
            match->reasons[at] = match->reasons[at - 1];
          }
      if (at == PLAN_LESSON_MAX_REASONS)
        continue;
      shares[at] = share;
      match->reasons[at] = g_hash_table_lookup (self->index->written, words[i]);
    }
}

/**
 * plan_lesson_index_rank:
 * @most: how many at most
 *
 * Returns: (transfer full) (element-type PlanLessonMatch): the lessons that fit best, the best first
 */
GArray *
plan_lesson_index_rank (const PlanLessonIndex *self, const PlanLessonQuery *query, guint most)
{
  g_autoptr (GHashTable) weights = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autofree guint *numbers = g_new0 (guint, self->factors->len + 1);
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (PlanLessonMatch));
  g_autofree const char **words = NULL;
  Question question = { self, weights, 0, matches, numbers };
  GArray *best;
  guint n_words;

  ask_query (&question, query);
  words = sort_words (&question, &n_words);
  add_scores (&question, words, n_words);
  apply_factors (&question, query->votes);
  best = choose_best (&question, most);
  for (guint i = 0; i < best->len; i++)
    find_reasons (&question, words, n_words, &g_array_index (best, PlanLessonMatch, i));
  return best;
}
