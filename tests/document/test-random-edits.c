/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whatever is edited: undoing all gives what was, redoing all gives what had become, byte for byte; model, file and
 * schedule never differ; a refused edit leaves nothing.
 */

#include "office-fixture.h"

#define N_EDITS 10
#define N_SEQUENCES 120
#define N_SEQUENCES_SLOW 10000

/* Plans stay small enough to be compared after each edit. */
#define MAX_TASKS 60

typedef struct
{
  char *states[N_EDITS + 1];
  guint n_edits;
} Sequence;

static void
clear_sequence (Sequence *self)
{
  for (guint i = 0; i <= self->n_edits; i++)
    g_free (self->states[i]);
}

static void
make_edits (OfficeFixture *office, GRand *rand, char *(*describe) (PlanDocument *document), Sequence *sequence)
{
  *sequence = (Sequence) { .states = { describe (office->document) } };
  for (guint tries = 0; sequence->n_edits < N_EDITS && tries < 20 * N_EDITS; tries++)
    {
      gint64 revision = plan_document_get_revision (office->document);
      gboolean done = office_edit_at_random (office->document, rand);
      g_autofree char *state = describe (office->document);

      if (plan_document_get_revision (office->document) == revision)
        {
          office_assert_same (state, sequence->states[sequence->n_edits]);
          continue;
        }
      g_assert_true (done);
      office_check_schedule (office->document); /* undo and redo lead to states that were looked at here */
      sequence->states[++sequence->n_edits] = g_steal_pointer (&state);
    }
  g_assert_cmpuint (sequence->n_edits, >, 0);
}

static void
undo_all (OfficeFixture *office, char *(*describe) (PlanDocument *document), const Sequence *sequence)
{
  g_autoptr (GError) error = NULL;

  for (guint i = sequence->n_edits; i-- > 0;)
    {
      g_autofree char *state = NULL;

      plan_document_undo (office->document, &error);
      g_assert_no_error (error);
      state = describe (office->document);
      office_assert_same (state, sequence->states[i]);
    }
}

static void
redo_all (OfficeFixture *office, char *(*describe) (PlanDocument *document), const Sequence *sequence)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 1; i <= sequence->n_edits; i++)
    {
      g_autofree char *state = NULL;

      plan_document_redo (office->document, &error);
      g_assert_no_error (error);
      state = describe (office->document);
      office_assert_same (state, sequence->states[i]);
    }
}

static void
check_file (OfficeFixture *office)
{
  g_autofree char *model = office_dump_model (plan_document_get_model (office->document));
  g_autofree char *file = office_dump_file (office->path);

  office_assert_same (file, model);
}

static void
test_json (void)
{
  for (guint seed = 1; seed <= 5; seed++)
    {
      g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      Sequence sequence;

      make_edits (office, rand, office_write_json, &sequence);
      undo_all (office, office_write_json, &sequence);
      redo_all (office, office_write_json, &sequence);
      undo_all (office, office_write_json, &sequence);
      check_file (office);
      clear_sequence (&sequence);
    }
}

static void
test_sequences (void)
{
  guint n_sequences = g_test_slow () ? N_SEQUENCES_SLOW : N_SEQUENCES;
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260302);
  g_autoptr (OfficeFixture) office = NULL;

  for (guint i = 0; i < n_sequences; i++)
    {
      Sequence sequence;

      /* A file with a long history now and then, a fresh one at times. */
      if (i % 100 == 0)
        {
          g_clear_pointer (&office, office_fixture_free);
          office = office_fixture_new_filled ();
        }
      make_edits (office, rand, office_describe, &sequence);
      undo_all (office, office_describe, &sequence);
      redo_all (office, office_describe, &sequence);
      if (plan_model_get_n (plan_document_get_model (office->document), PLAN_RECORD_TASK) > MAX_TASKS || i % 4 == 0)
        undo_all (office, office_describe, &sequence);
      if (i % 10 == 0)
        check_file (office);
      clear_sequence (&sequence);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/random-edits/json", test_json);
  g_test_add_func ("/document/random-edits/sequences", test_sequences);
  return g_test_run ();
}
