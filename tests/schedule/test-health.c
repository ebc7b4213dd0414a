/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The health of projects: each rule alone, its limits, and which of several rules counts.
 */

#include "plan-case.h"
#include "plan-health.h"

#include <string.h>

#define EVENING (17 * PLAN_TICKS_PER_HOUR)
#define MORNING (8 * PLAN_TICKS_PER_HOUR)

/* Days of eight hours; a Monday to Friday week from 2 March 2026. Baselines are "TASK START FINISH". */
static const struct
{
  const char *name;
  const char *plan;
  const char *baseline;
  const char *status;   /* the status date, or NULL */
  const char *variance; /* NULL for none */
  PlanHealth health;
  PlanHealthCause cause;
  guint count;
} cases[] = {
  { "no-progress", "A 3d; B 2d A", "", NULL, NULL, PLAN_HEALTH_NOT_STARTED, PLAN_HEALTH_NO_PROGRESS, 0 },
  { "only-blank-lines", "A 3d blank; B 2d off", "", NULL, NULL, PLAN_HEALTH_NOT_STARTED, PLAN_HEALTH_EMPTY, 0 },
  { "begun-by-date", "A 3d as=03-02; B 2d A", "", NULL, NULL, PLAN_HEALTH_ON_TRACK, PLAN_HEALTH_WITHOUT_BASELINE, 0 },
  { "begun-by-progress", "A 3d pct=10; B 2d A", "", NULL, NULL, PLAN_HEALTH_ON_TRACK, PLAN_HEALTH_WITHOUT_BASELINE, 0 },
  { "as-planned", "A 3d pct=10; B 2d A", "A 03-02 03-04; B 03-05 03-06", NULL, "0d", PLAN_HEALTH_ON_TRACK, PLAN_HEALTH_WITHIN_BASELINE, 0 },
  { "early", "A 3d pct=10; B 1d A", "A 03-02 03-04; B 03-05 03-06", NULL, "-1d", PLAN_HEALTH_ON_TRACK, PLAN_HEALTH_WITHIN_BASELINE, 0 },
  { "not-begun-as-planned", "A 3d; B 2d A", "A 03-02 03-04; B 03-05 03-06", NULL, "0d", PLAN_HEALTH_NOT_STARTED, PLAN_HEALTH_NO_PROGRESS, 0 },
  { "late", "A 3d pct=10; B 18d A", "A 03-02 03-04; B 03-05 03-27", NULL, "1d", PLAN_HEALTH_AT_RISK, PLAN_HEALTH_BEHIND, 0 },
  { "late-before-begun", "A 3d; B 18d A", "A 03-02 03-04; B 03-05 03-27", NULL, "1d", PLAN_HEALTH_AT_RISK, PLAN_HEALTH_BEHIND, 0 },
  { "late-too-little-to-be-shown", "A 20.03d pct=10", "A 03-02 03-27", NULL, "0.03d", PLAN_HEALTH_ON_TRACK, PLAN_HEALTH_WITHIN_BASELINE, 0 },
  { "late-shown-as-a-tenth", "A 20.05d pct=10", "A 03-02 03-27", NULL, "0.05d", PLAN_HEALTH_AT_RISK, PLAN_HEALTH_BEHIND, 0 },
  { "a-tenth-late", "A 22d pct=10", "A 03-02 03-27", NULL, "2d", PLAN_HEALTH_AT_RISK, PLAN_HEALTH_BEHIND, 0 },
  { "more-than-a-tenth-late", "A 22.5d pct=10", "A 03-02 03-27", NULL, "2.5d", PLAN_HEALTH_OFF_TRACK, PLAN_HEALTH_FAR_BEHIND, 0 },
  { "nine-days-of-many", "A 209d pct=10", "A 03-02 2026-12-04", NULL, "9d", PLAN_HEALTH_AT_RISK, PLAN_HEALTH_BEHIND, 0 },
  { "ten-days-of-many", "A 210d pct=10", "A 03-02 2026-12-04", NULL, "10d", PLAN_HEALTH_OFF_TRACK, PLAN_HEALTH_FAR_BEHIND, 0 },
  { "added-after-the-baseline", "A 20d pct=10; B 1d A", "A 03-02 03-27", NULL, "1d", PLAN_HEALTH_AT_RISK, PLAN_HEALTH_BEHIND, 0 },
  { "baseline-of-inactive-task", "A 20d pct=10; B 1d off", "A 03-02 03-27; B 03-02 04-30", NULL, "0d", PLAN_HEALTH_ON_TRACK, PLAN_HEALTH_WITHIN_BASELINE, 0 },
  { "deadline-kept", "A 3d pct=10 due=03-04", "", NULL, NULL, PLAN_HEALTH_ON_TRACK, PLAN_HEALTH_WITHOUT_BASELINE, 0 },
  { "deadlines-missed", "A 3d pct=10 due=03-03; B 2d A due=03-05; C 1d due=03-31", "", NULL, NULL, PLAN_HEALTH_OFF_TRACK, PLAN_HEALTH_DEADLINES, 2 },
  { "deadline-missed-but-done", "A 3d pct=100 due=03-03; B 2d A", "", NULL, NULL, PLAN_HEALTH_ON_TRACK, PLAN_HEALTH_WITHOUT_BASELINE, 0 },
  { "deadline-of-a-summary", "S - due=03-04; A 3d in=S pct=10; B 2d in=S A", "", NULL, NULL, PLAN_HEALTH_OFF_TRACK, PLAN_HEALTH_DEADLINES, 1 },
  { "deadline-before-variance", "A 22d pct=10 due=03-20", "A 03-02 03-27", NULL, "2d", PLAN_HEALTH_OFF_TRACK, PLAN_HEALTH_DEADLINES, 1 },
  { "unstarted", "A 3d pct=10; B 2d; C 1d A", "", "03-03", NULL, PLAN_HEALTH_AT_RISK, PLAN_HEALTH_UNSTARTED, 1 },
  { "none-of-it-started-in-time", "A 3d; B 2d", "", "03-03", NULL, PLAN_HEALTH_AT_RISK, PLAN_HEALTH_UNSTARTED, 2 },
  { "starts-later", "A 3d SNET=03-09", "", "03-03", NULL, PLAN_HEALTH_NOT_STARTED, PLAN_HEALTH_NO_PROGRESS, 0 },
  { "complete", "A 3d pct=100; B 2d A pct=100", "A 03-02 03-03", NULL, "3d", PLAN_HEALTH_CLOSED, PLAN_HEALTH_COMPLETE, 0 },
  { "complete-below-a-summary", "S -; A 3d in=S pct=100", "", NULL, NULL, PLAN_HEALTH_CLOSED, PLAN_HEALTH_COMPLETE, 0 },
  { "all-but-one-complete", "A 3d pct=100; B 2d A pct=99", "", NULL, NULL, PLAN_HEALTH_ON_TRACK, PLAN_HEALTH_WITHOUT_BASELINE, 0 },
};

static void
add_baselines (PlanCase *self, const char *text)
{
  g_auto (GStrv) items = g_strsplit (text, "; ", -1);

  for (guint i = 0; items[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (items[i], " ", -1);
      PlanBaseline baseline;

      plan_record_init (PLAN_RECORD_BASELINE, &baseline);
      baseline.id = 2000000000 + i;
      baseline.owner = plan_case_find (self, words[0]);
      baseline.owner_record = PLAN_RECORD_TASK;
      baseline.start = case_date (words[1], MORNING);
      baseline.finish = case_date (words[2], EVENING);
      plan_model_insert (self->model, PLAN_RECORD_BASELINE, &baseline);
    }
}

static PlanCase *
build (gsize i)
{
  PlanCase *self = plan_case_new ("", cases[i].plan);
  g_autoptr (GError) error = NULL;

  add_baselines (self, cases[i].baseline);
  if (cases[i].status != NULL)
    plan_model_set (self->model, PLAN_FIELD_PROJECT_STATUS_DATE, CASE_PROJECT,
                    &PLAN_VALUE_OF_INTEGER (case_date (cases[i].status, EVENING)));
  plan_schedule_compute (self->schedule, self->model, NULL, &error);
  g_assert_no_error (error);
  return self;
}

static void
assert_reason (gsize i, const PlanHealthReason *reason)
{
  g_assert_cmpint (reason->cause, ==, cases[i].cause);
  g_assert_cmpuint (reason->count, ==, cases[i].count);
  g_assert_cmpint (reason->variance, ==, cases[i].variance != NULL ? case_duration (cases[i].variance) : PLAN_TICKS_NONE);
}

static void
test_case (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (PlanCase) self = build (i);
  g_autoptr (GArray) office = plan_health_of_office (self->model, self->schedule);
  const PlanProjectHealth *all = &g_array_index (office, PlanProjectHealth, 0);
  PlanHealthReason reason;

  g_assert_cmpint (plan_health_of_project (self->model, self->schedule, CASE_PROJECT, &reason), ==, cases[i].health);
  assert_reason (i, &reason);
  g_assert_cmpuint (office->len, ==, 1);
  g_assert_cmpint (all->project, ==, CASE_PROJECT);
  g_assert_cmpint (all->health, ==, cases[i].health);
  assert_reason (i, &all->reason);
}

/* Closed is closed, whatever else could be said. */
static void
test_archived (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlanCase) self = build (i);
      PlanHealthReason reason;

      plan_model_set (self->model, PLAN_FIELD_PROJECT_ARCHIVED, CASE_PROJECT, &PLAN_VALUE_OF_INTEGER (TRUE));
      g_assert_cmpint (plan_health_of_project (self->model, self->schedule, CASE_PROJECT, &reason), ==, PLAN_HEALTH_CLOSED);
      g_assert_cmpint (reason.cause, ==, PLAN_HEALTH_ARCHIVED);
    }
}

/* What one project misses is not another's. */
static void
test_several_projects (void)
{
  g_autoptr (PlanCase) self = plan_case_new ("", "A 3d pct=10 due=03-03");
  g_autoptr (GArray) office = NULL;
  g_autoptr (GError) error = NULL;
  PlanProject other;
  PlanTask task;

  plan_record_init (PLAN_RECORD_PROJECT, &other);
  other.id = CASE_PROJECT + 1;
  other.name = "Other";
  other.calendar = CASE_STANDARD;
  other.start = case_date ("03-02", MORNING);
  plan_model_insert (self->model, PLAN_RECORD_PROJECT, &other);
  plan_record_init (PLAN_RECORD_TASK, &task);
  task.id = 3000000000;
  task.project = other.id;
  task.name = "B";
  task.duration = case_duration ("1d");
  plan_model_insert (self->model, PLAN_RECORD_TASK, &task);
  plan_schedule_compute (self->schedule, self->model, NULL, &error);
  g_assert_no_error (error);
  office = plan_health_of_office (self->model, self->schedule);
  g_assert_cmpuint (office->len, ==, 2);
  g_assert_cmpint (g_array_index (office, PlanProjectHealth, 0).health, ==, PLAN_HEALTH_OFF_TRACK);
  g_assert_cmpint (g_array_index (office, PlanProjectHealth, 1).health, ==, PLAN_HEALTH_NOT_STARTED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/schedule/health/", cases[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/schedule/health/archived", test_archived);
  g_test_add_func ("/schedule/health/several-projects", test_several_projects);
  return g_test_run ();
}
