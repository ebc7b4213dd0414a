/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Levelling of an office: a proposal from another thread, taken as one edit that can be undone.
 */

#include "office-fixture.h"
#include "plan-error.h"
#include "plan-job.h"
#include "plan-level-text.h"

#include <string.h>

typedef struct
{
  GMainLoop *loop;
  PlanLevel *level;
  GError *error;
} JobEnd;

static void
levelled_cb (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  JobEnd *end = data;

  end->level = plan_document_level_finish (result, &end->error);
  g_main_loop_quit (end->loop);
}

static PlanLevel *
run_job (OfficeFixture *office, const PlanLevelOptions *options, PlanProgress *progress)
{
  JobEnd end = { .loop = g_main_loop_new (NULL, FALSE) };

  plan_document_level_async (office->document, options, progress, levelled_cb, &end);
  g_main_loop_run (end.loop);
  g_main_loop_unref (end.loop);
  g_assert_no_error (end.error);
  return end.level;
}

/* Two tasks beside each other that nothing is before, both done by one person. */
static void
overload (OfficeFixture *office, PlanId *first, PlanId *second)
{
  PlanId person, id;

  g_assert_true (plan_edit_resource_add (office->document, "Li Wei", PLAN_RESOURCE_WORK, &person, NULL));
  g_assert_true (plan_edit_task_add (office->document, office->project, PLAN_ID_NONE, "One", "3d", first, NULL));
  g_assert_true (plan_edit_task_add (office->document, office->project, PLAN_ID_NONE, "Two", "2d", second, NULL));
  g_assert_true (plan_edit_assignment_add (office->document, *first, person, PLAN_PERCENT_HUNDRED, &id, NULL));
  g_assert_true (plan_edit_assignment_add (office->document, *second, person, PLAN_PERCENT_HUNDRED / 2, &id, NULL));
}

static PlanTicks
get_start (OfficeFixture *office, PlanId task)
{
  guint index = plan_model_find (plan_document_get_model (office->document), PLAN_RECORD_TASK, task);

  return plan_schedule_get_task (plan_document_get_schedule (office->document), index)->start;
}

static const PlanLevelChange *
find_change (const PlanLevel *level, PlanId one, PlanId two)
{
  for (guint i = 0; i < level->changes->len; i++)
    {
      const PlanLevelChange *change = &g_array_index (level->changes, PlanLevelChange, i);

      if (change->task == one || change->task == two)
        return change;
    }
  return NULL;
}

static void
test_proposal (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  PlanLevelOptions options = { .order = PLAN_LEVEL_STANDARD };
  g_autoptr (PlanLevel) level = NULL;
  g_autofree char *text = NULL;
  const PlanLevelChange *change;
  PlanId one, two;
  PlanTicks before;
  gint64 revision;

  overload (office, &one, &two);
  revision = plan_document_get_revision (office->document);
  level = run_job (office, &options, NULL);
  g_assert_cmpint (plan_document_get_revision (office->document), ==, revision);
  change = find_change (level, one, two);
  g_assert_nonnull (change);
  before = get_start (office, change->task);
  text = plan_level_change_describe (change, plan_document_get_model (office->document));
  g_assert_nonnull (strstr (text, "Li Wei has 150 % on "));
  g_assert_nonnull (strstr (text, change->task == one ? "“Two”" : "“One”"));
  g_assert_true (plan_edit_level (office->document, level, revision, NULL));
  g_assert_cmpint (get_start (office, change->task), ==, change->to);
  office_check_schedule (office->document);
  g_assert_true (plan_document_undo (office->document, NULL));
  g_assert_cmpint (get_start (office, change->task), ==, before);
  office_assert_refused (office, plan_edit_level (office->document, level, revision, refusal), PLAN_ERROR_RANGE);
}

static gboolean
count_questions (PlanTicks finish, gpointer data)
{
  g_assert_cmpint (finish, >, 0);
  return ++*(guint *) data >= 20;
}

/* A search without an end is stopped by whoever watches, or before it begins, and has a result all the same. */
static void
test_stop (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  guint n_questions = 0;
  PlanLevelOptions options = { .search = TRUE, .seed = 1, .watch = count_questions, .data = &n_questions };
  PlanProgress progress = { 0 };
  g_autoptr (PlanLevel) level = NULL, stopped = NULL;
  PlanId one, two;

  overload (office, &one, &two);
  level = run_job (office, &options, NULL);
  g_assert_cmpuint (n_questions, <=, 20);
  g_assert_nonnull (find_change (level, one, two));
  plan_progress_cancel (&progress);
  stopped = run_job (office, &options, &progress);
  g_assert_nonnull (find_change (stopped, one, two));
}

/* A task that is not to be moved stays, and the other one waits for it; clearing takes the delay away again. */
static void
test_kept (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  PlanLevelOptions options = { .order = PLAN_LEVEL_STANDARD };
  g_autoptr (PlanLevel) first = NULL, second = NULL, cleared = NULL;
  PlanId one, two, moved;

  overload (office, &one, &two);
  first = run_job (office, &options, NULL);
  g_assert_nonnull (find_change (first, one, two));
  moved = find_change (first, one, two)->task;
  options.kept = &moved;
  options.n_kept = 1;
  second = run_job (office, &options, NULL);
  g_assert_nonnull (find_change (second, one, two));
  g_assert_cmpint (find_change (second, one, two)->task, ==, moved == one ? two : one);
  g_assert_true (plan_edit_level (office->document, second, plan_document_get_revision (office->document), NULL));
  options.n_kept = 0;
  options.clear = TRUE;
  cleared = run_job (office, &options, NULL);
  g_assert_cmpuint (cleared->delays->len, ==, second->delays->len);
  for (guint i = 0; i < cleared->delays->len; i++)
    g_assert_cmpint (g_array_index (cleared->delays, PlanLevelDelay, i).delay, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/edits-level/proposal", test_proposal);
  g_test_add_func ("/document/edits-level/kept", test_kept);
  g_test_add_func ("/document/edits-level/stop", test_stop);
  return g_test_run ();
}
