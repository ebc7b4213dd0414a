/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Links, lags and slack: published cases and values that Microsoft Project itself computed.
 */

#include "plan-case.h"

#include "plan-error.h"

#include <string.h>

static const PlanCaseRow cases[] = {
  { "milestone-keeps-end", "", "A 3d; B 2d A; M 0d B",
    "A s=03-02 f=03-04 ts=0d; B s=03-05 f=03-06 ts=0d; M s=03-06T17:00 f=03-06 ts=0d" },
  { "two-predecessors", "", "A 5d; B 2d; C 1d A B", "C s=03-09; B ts=3d fs=3d ls=03-05 lf=03-06; A crit; C crit; B nocrit" },
  { "lag", "", "A 3d; B 2d A+2d", "B s=03-09 f=03-10" },
  { "lead", "", "A 3d; B 2d A-1d", "B s=03-04 f=03-05" },
  { "elapsed-lag-2", "", "A 5d; B 1d A+2ed", "B s=03-09" },
  { "elapsed-lag-3", "", "A 5d; B 1d A+3ed", "B s=03-10" },
  { "percent-lag", "", "A 4d; B 2d A+50%", "B s=03-10 f=03-11" },
  { "percent-lead", "", "A 4d; B 2d A-50%", "B s=03-04 f=03-05" },
  { "ss-lag", "", "A 3d; B 2d SS(A)+1d", "B s=03-03 f=03-04 ts=0d; A ts=0d" },
  { "ff-lag", "", "A 3d; B 2d FF(A)+1d", "B s=03-04 f=03-05" },
  { "ff-clipped", "", "A 1d; B 3d FF(A)", "B s=03-02 f=03-04; A ts=2d fs=2d" },
  { "ff-lead", "", "A 5d; B 2d FF(A)-1d", "B s=03-04 f=03-05 ts=1d" },
  { "two-links", "", "A 10d; B 10d SS(A)+2d FF(A)+2d", "B s=03-04 f=03-17 ts=0d; A ts=0d" },
  { "lag-and-slack", "", "A 2d; B 1d A+1d; X 10d", "A ls=03-10 lf=03-11 ts=6d fs=0d; B s=03-05 ts=6d fs=6d" },
  { "diamond", "", "A 2d; B 3d A; C 1d A; D 2d B C", "D s=03-09 f=03-10; C ts=2d fs=2d" },
  { "both-drive", "", "A 3d; B 4d; C 2d A+1d B", "C s=03-06 ts=0d; A ts=0d; B ts=0d" },
  { "milestone-join", "", "A 10d; B 9d; M 0d A B", "B ts=1d; M s=03-13T17:00" },
  { "half-days", "", "A 1d; B 1d A+0.5d; C 1d B-0.5d", "B s=03-03T13:00 f=03-04T12:00; C s=03-04 f=03-04" },
  { "hours", "", "A 4h; B 8h A", "A s=03-02 f=03-02T12:00; B s=03-02T13:00 f=03-03T12:00" },
  { "part-days", "", "A 1.5d; B 0.25d A", "A f=03-03T12:00; B s=03-03T13:00 f=03-03T15:00" },
  { "ss-start-drives", "", "A 5d; B 10d SS(A); C 1d A", "A ts=0d; C s=03-09 ts=4d" },
  { "late-start-of-day", "start=03-02T10:00", "A 1d", "A s=03-02T10:00 f=03-03T10:00" },
  { "lone-milestone", "", "M 0d; A 2d", "M s=03-02 ls=03-03T17:00 lf=03-03 ts=2d" },
  { "lag-in-successors-calendar", "start=03-06", "A 1d; B 1d A+1d cal=24", "B s=03-07T01:00 f=03-07T09:00" },
  { "sf-lead", "", "A 3d SNET=03-09; B 2d SF(A)-1d", "B s=03-04 f=03-06T08:00 ts=4d" },
  { "sf-literal-finish", "", "A 1d SNET=03-09; B 1d SF(A)", "B s=03-06 f=03-09T08:00 ls=03-09 lf=03-09 ts=1d" },
  { "sf-later-literal-finish", "", "A 5d; M 0d A; P 1d SNET=03-09; B 1d SF(M) SF(P)", "M s=03-06T17:00; B s=03-06 f=03-09T08:00" },
  { "sf-later-literal-finish-first", "", "A 5d; M 0d A; P 1d SNET=03-09; B 1d SF(P) SF(M)", "M s=03-06T17:00; B s=03-06 f=03-09T08:00" },
  { "all-four-types", "start=2006-09-21", "A 1d; B 1d A; C 1d SS(B)+1d; D 1d FF(C); E 1d SF(D)",
    "A s=2006-09-21 ts=0d; B s=2006-09-22 ts=0d; C s=2006-09-25 ts=0d; D s=2006-09-25 ts=0d; "
    "E s=2006-09-22 f=2006-09-25T08:00 ts=1d fs=1d" },
  { "ss-percent", "", "A 2d; B 1d SS(A)+100%", "B s=03-04" },
  { "ff-clipped-chain", "", "A 4d; B 6d FF(A)+1d; C 1d B", "B s=03-02 f=03-09; A lf=03-06 ts=1d; C s=03-10" },
  { "lead-clipped", "", "A 1d; B 1d A-3d", "B s=03-02" },
  { "slack9", "start=2006-04-17", "A 8h; B 5d A; C 5d A; D 5d B; M 0d C D; X 16d",
    "A ts=5d fs=0d; B ts=5d fs=0d; C ts=10d fs=5d; D ts=5d fs=0d; M s=2006-05-01T17:00 ts=5d fs=5d" },
  { "elapsed-percent", "", "A 2d; B 1d A+100e%", "B s=03-05" },
  { "limit", "limit=3d", "A 5d; B 2d; C 1d", "A crit; B crit; C nocrit" },
  { "several-paths", "paths=1", "A 5d; B 2d; C 1d B", "A crit; B crit ts=0d; C crit ts=0d" },
};

static void
check_circle (const char *plan, const char *names)
{
  g_autoptr (PlanCase) self = plan_case_new ("", plan);
  g_autoptr (GError) error = NULL;

  g_assert_false (plan_schedule_compute (self->schedule, self->model, NULL, &error));
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_CYCLE);
  g_assert_nonnull (strstr (error->message, names));
  g_assert_cmpuint (plan_schedule_get_n (self->schedule), ==, 0);
}

static void
test_circles (void)
{
  check_circle ("A 1d SS(B); B 1d SS(A)", "A → B → A");
  check_circle ("A 1d A", "A → A");
  check_circle ("X 1d; C 1d B; A 1d X C; B 1d A; Y 1d B", "C → A → B → C");
  check_circle ("S - A; A 1d in=S", "S → A → S");
  check_circle ("A 1d in=S S; S -", "A → S → A");
  check_circle ("S -; A 1d in=S B; B 1d S", "S → B → A → S");
  check_circle ("A 1d G; B 1d A; C 1d B; D 1d C; E 1d D; F 1d E; G 1d F", "A → B → C → D → E → … → A");
}

/* A schedule that could not be brought up to date still holds the old dates. */
static void
test_circle_keeps_schedule (void)
{
  g_autoptr (PlanCase) self = plan_case_new ("", "A 2d; B 1d A");
  g_autoptr (PlanChangeSet) changes = plan_change_set_new ();
  g_autoptr (GError) error = NULL;
  PlanLink link;

  g_assert_true (plan_schedule_compute (self->schedule, self->model, NULL, NULL));
  plan_record_init (PLAN_RECORD_LINK, &link);
  link.id = 7;
  link.predecessor = plan_case_find (self, "B");
  link.successor = plan_case_find (self, "A");
  plan_change_set_add_insert (changes, PLAN_RECORD_LINK, &link);
  g_assert_true (plan_model_apply (self->model, changes, NULL));
  g_assert_false (plan_schedule_update (self->schedule, self->model, changes, &error));
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_CYCLE);
  plan_case_check (self, "A s=03-02 f=03-03; B s=03-04");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  plan_case_add_tests ("/schedule/links/", cases, G_N_ELEMENTS (cases), plan_case_test);
  g_test_add_func ("/schedule/links/circles", test_circles);
  g_test_add_func ("/schedule/links/circle-keeps-schedule", test_circle_keeps_schedule);
  return g_test_run ();
}
