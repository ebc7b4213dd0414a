/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What determines the start of each task: "B link A" for a link from A, "B link A of S" for one of the summary above.
 */

#include "plan-case.h"
#include "plan-driver.h"

#include <string.h>

static const PlanCaseRow cases[] = {
  { "project", "", "A 3d", "A project" },
  { "link", "", "A 3d; B 2d A; M 0d B", "A project; B link A; M link B" },
  { "over-a-weekend", "", "A 5d; B 1d A", "B link A" },
  { "later-link", "", "A 5d; B 2d; C 1d A B", "C link A" },
  { "later-link-last", "", "A 2d; B 5d; C 1d A B", "C link B" },
  { "first-of-two", "", "A 3d; B 3d; C 1d A B", "C link A" },
  { "lag", "", "A 3d; B 1d; C 1d A B+4d", "C link B" },
  { "lead", "", "A 3d; B 2d A-1d", "B link A" },
  { "ss", "", "A 3d; B 2d SS(A)", "B link A" },
  { "ff", "", "A 5d; B 2d FF(A)", "B link A" },
  { "ff-clipped", "", "A 1d; B 3d FF(A)", "B project" },
  { "lead-clipped", "", "A 1d; B 1d A-3d", "B project" },
  { "sf", "", "A 3d SNET=03-09; B 2d SF(A)", "B link A" },
  { "two-kinds", "", "A 10d; B 10d SS(A)+2d FF(A)+2d", "B link A" },
  { "snet", "", "A 3d; B 1d A SNET=03-12", "B constraint" },
  { "snet-weekend", "", "A 3d; B 1d A SNET=03-07", "B constraint" },
  { "link-wins", "", "A 3d; B 1d A SNET=03-03", "B link A" },
  { "snet-before-project", "start=03-09", "A 1d SNET=03-03", "A constraint" },
  { "snet-too-early", "", "A 1d SNET=02-02; B 1d", "B project" },
  { "snlt-pulls", "", "A 3d; B 1d A SNLT=03-03", "B constraint" },
  { "snlt-idle", "", "A 1d; B 1d A SNLT=03-09", "B link A" },
  { "fnet", "", "A 1d FNET=03-10", "A constraint" },
  { "mso", "", "A 3d; B 1d A MSO=03-05", "B constraint" },
  { "mso-not-honoured", "honour=0", "A 3d; B 1d A MSO=03-03", "B link A" },
  { "delay", "", "A 1d delay=2ed", "A delay" },
  { "late", "", "A 5d; B 1d ALAP; C 1d A B", "B late; C link A" },
  { "late-drives", "", "X 10d; A 2d ALAP; B 2d A; C 1d X B", "A late; B link A" },
  { "started", "", "A 2d; B 3d A as=03-03 ad=1d; C 2d as=03-02 ad=2d af=03-03", "B actual; C actual" },
  { "manual", "", "A 2d; B 2d A from=03-12 to=03-13", "B manual" },
  { "external", "", "A 2d external from=03-12 to=03-13; B 1d A", "A external; B link A" },
  { "blank", "", "A 1d blank; B 1d off", "A none; B project" },
  { "summary", "", "S -; A 3d in=S SNET=03-04; B 1d in=S", "S subtask B; B project; A constraint" },
  { "summary-link", "", "X 4d; S - X; A 3d in=S; B 1d in=S A", "S subtask A; A link X of S; B link A" },
  { "outer-summary-link", "", "X 4d; S - X; T - in=S; A 3d in=T", "A link X of S" },
  { "inner-summary-link", "", "X 4d; Y 6d; S - X; T - Y in=S; A 3d in=T; B 1d in=S", "A link Y of T; B link X of S" },
  { "from-summary", "", "S -; A 3d in=S; B 1d S", "B link S" },
  { "summary-constraint", "", "S - SNET=03-10; A 3d in=S; B 9d; C 1d in=S B", "A constraint of S; C link B" },
  { "summary-fixed", "", "S - from=03-09 to=03-13; A 1d in=S", "S manual; A project" },
  { "finish", "finish=03-20", "A 3d; B 2d A ALAP", "A project; B late" },
  { "finish-early-chain", "finish=03-20", "A 3d; B 2d A; C 1d B ALAP", "B link A; C late" },
  { "finish-constraint", "finish=03-20", "A 3d FNLT=03-10; B 1d SNET=03-09", "A constraint; B late" },
};

static const char *const kinds[] = { "none", "project", "link", "constraint", "delay", "late", "actual", "manual", "external", "subtask" };

static void
append_name (GString *text, const char *before, const PlanCase *self, guint task)
{
  g_string_append (text, before);
  g_string_append (text, plan_model_get_task_at (self->model, task)->name);
}

static char *
describe (const PlanCase *self, const PlanTaskIndex *index, const char *name)
{
  guint task = plan_model_find (self->model, PLAN_RECORD_TASK, plan_case_find (self, name));
  PlanDriver driver = plan_driver_find (self->schedule, self->model, index, task);
  GString *text = g_string_new (name);

  g_string_append_printf (text, " %s", kinds[driver.kind]);
  if (driver.other != PLAN_INDEX_NONE)
    append_name (text, " ", self, driver.other);
  if (driver.owner != task)
    append_name (text, " of ", self, driver.owner);
  if (driver.kind == PLAN_DRIVER_LINK)
    {
      const PlanLink *link = plan_model_get_link_at (self->model, driver.link);

      g_assert_cmpint (link->predecessor, ==, plan_model_get_task_at (self->model, driver.other)->id);
      g_assert_cmpint (link->successor, ==, plan_model_get_task_at (self->model, driver.owner)->id);
    }
  return g_string_free (text, FALSE);
}

static void
test_case (gconstpointer data)
{
  const PlanCaseRow *item = data;
  g_autoptr (PlanCase) self = plan_case_new (item->options, item->plan);
  g_auto (GStrv) expected = g_strsplit (item->expected, "; ", -1);
  g_autoptr (PlanTaskIndex) index = plan_task_index_new (self->model);
  g_autoptr (GError) error = NULL;

  plan_schedule_compute (self->schedule, self->model, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; expected[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (expected[i], " ", 2);
      g_autofree char *text = describe (self, index, words[0]);

      g_assert_cmpstr (text, ==, expected[i]);
    }
}

/* All drivers of a start, and after "/" what makes the finish other; amounts in days. "calendar" and "who" are resources and
 * calendars that have no work. */
static const PlanCaseRow lists[] = {
  { "project", "", "A 3d", "A project-start" },
  { "both-links", "", "A 3d; B 3d; C 1d A B", "C link A, link B" },
  { "one-of-two-links", "", "A 2d; B 3d; C 1d A B", "C link B" },
  { "over-a-weekend", "", "A 5d; B 1d SNET=03-07; C 1d A B-1d", "C link A, link B" },
  { "own-and-inherited", "", "X 4d; Y 4d; S - X; A 3d in=S Y", "A link Y, link X of S" },
  { "two-summaries", "", "X 4d; Y 4d; S - X; T - Y in=S; A 3d in=T", "A link Y of T, link X of S" },
  { "summary-constraint-and-link", "", "B 6d; S - SNET=03-10; A 1d in=S B", "A constraint of S, link B" },
  { "constraint-and-link", "", "A 3d; B 1d A SNET=03-05", "B constraint, link A" },
  { "constraint-alone", "", "A 3d; B 1d A SNET=03-06", "B constraint" },
  { "constraint-pulls", "", "A 3d; B 1d A SNLT=03-03", "B constraint" },
  { "levelling", "", "A 1d; B 1d A delay=2ed", "B link A, levelling 2ed" },
  { "own-calendar", "", "A 1d cal=night", "A project-start, calendar" },
  { "day-off", "Ann=standard,03-03", "A 1d; B 1d A by=Ann", "B link A, resource Ann 1d" },
  { "days-off-after-weekend", "Ann=standard,03-09,03-10", "A 5d; B 1d A by=Ann", "B link A, resource Ann 2d" },
  { "first-of-two-people", "Ann=standard,03-03 Bob=standard,03-03,03-04", "A 1d; B 1d A by=Ann by=Bob",
    "B link A, resource Ann 1d / resource Bob 1d" },
  { "assignment-delay", "Ann=standard", "A 3d by=Ann,delay=1d", "A project-start, resource Ann 1d" },
  { "longest-work", "Ann=standard Bob=standard", "A ? by=Ann,work=8h by=Bob,work=24h", "A project-start / resource Bob 3d" },
  { "equal-work", "Ann=standard Bob=standard", "A ? by=Ann,work=8h by=Bob,work=8h", "A project-start" },
  { "day-off-within", "Ann=standard,03-04", "A 5d by=Ann", "A project-start / resource Ann 1d" },
  { "pause", "", "A 3d pause=1d+2d", "A project-start / split 2d" },
  { "finished", "", "A 2d as=03-03 ad=2d af=03-04", "A actual / actual" },
  { "rest-waits", "", "A 5d; B 2d A as=03-03 ad=1d", "B actual / progress 3d, link A" },
  { "resume", "", "A 4d as=03-02 ad=1d resume=03-05", "A actual / progress 2d" },
  { "summary", "", "S -; A 3d in=S SNET=03-04; B 1d in=S", "S subtask B / subtask A" },
  { "deadline", "", "A 1d due=03-04; B 5d", "A project-start / deadline" },
  { "late", "", "A 5d; B 1d ALAP; C 1d A B", "B late 4d" },
  { "manual", "", "A 2d; B 2d A from=03-12 to=03-13", "B manual" },
};

static void
append_driver (GString *text, const PlanCase *self, guint task, const PlanDriver *driver)
{
  g_string_append (text, plan_driver_kind_get_key (driver->kind));
  if (driver->other != PLAN_INDEX_NONE)
    append_name (text, " ", self, driver->other);
  if (driver->owner != task)
    append_name (text, " of ", self, driver->owner);
  if (driver->resource != PLAN_INDEX_NONE)
    g_string_append_printf (text, " %s", ((const PlanResource *) plan_model_get_at (self->model, PLAN_RECORD_RESOURCE, driver->resource))->name);
  if (driver->kind == PLAN_DRIVER_DELAY)
    g_string_append_printf (text, " %ded", (int) (driver->amount / PLAN_TICKS_PER_DAY));
  else if (driver->amount != 0 && driver->kind != PLAN_DRIVER_CALENDAR)
    g_string_append_printf (text, " %dd", (int) (driver->amount / (8 * PLAN_TICKS_PER_HOUR)));
}

static void
append_list (GString *text, const PlanCase *self, PlanDriverFinder *finder, guint task, PlanDriverEnd end)
{
  g_autoptr (GArray) drivers = g_array_new (FALSE, FALSE, sizeof (PlanDriver));

  plan_driver_finder_list (finder, task, end, drivers);
  if (drivers->len > 0 && end == PLAN_DRIVER_OF_FINISH)
    g_string_append (text, " /");
  for (guint i = 0; i < drivers->len; i++)
    {
      g_string_append (text, i == 0 ? " " : ", ");
      append_driver (text, self, task, &g_array_index (drivers, PlanDriver, i));
    }
}

static void
test_list (gconstpointer data)
{
  const PlanCaseRow *item = data;
  g_autoptr (PlanCase) self = plan_case_new (item->options, item->plan);
  g_autoptr (PlanTaskIndex) index = plan_task_index_new (self->model);
  g_autoptr (PlanDriverFinder) finder = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  guint task;

  g_string_append_c (text, item->expected[0]);
  task = plan_model_find (self->model, PLAN_RECORD_TASK, plan_case_find (self, text->str));
  plan_schedule_compute (self->schedule, self->model, NULL, &error);
  g_assert_no_error (error);
  finder = plan_driver_finder_new (self->schedule, self->model, index);
  append_list (text, self, finder, task, PLAN_DRIVER_OF_START);
  append_list (text, self, finder, task, PLAN_DRIVER_OF_FINISH);
  g_assert_cmpstr (text->str, ==, item->expected);
}

/* Names of the tasks on the longest path. */
static const PlanCaseRow paths[] = {
  { "chain", "", "A 3d; B 2d A; C 1d", "A B" },
  { "two", "", "A 3d; B 3d; C 1d A B", "A B C" },
  { "shorter-branch", "", "A 3d; B 2d; C 1d A B", "A C" },
  { "constraint-cuts", "", "A 3d; B 1d A SNET=03-12", "B" },
  { "not-by-slack", "", "A 1d; B 1d A FNLT=03-02; C 5d", "C" },
  { "negative-slack", "", "A 5d due=03-03; B 9d", "B" },
  { "start-to-start", "", "A 1d; B 5d SS(A)+1d", "A B" },
  { "into-summary", "", "X 4d; S - X; A 3d in=S; B 1d in=S", "X A" },
  { "from-summary", "", "S -; A 3d in=S; B 1d in=S; C 1d S", "A C" },
  { "rest-waits", "", "A 5d; B 2d A as=03-03 ad=1d", "A B" },
  { "started-cuts", "split=0", "A 2d; B 9d A as=03-03 ad=1d", "B" },
  { "levelling", "", "A 1d; B 1d A delay=2ed", "A B" },
};

static void
test_path (gconstpointer data)
{
  const PlanCaseRow *item = data;
  g_autoptr (PlanCase) self = plan_case_new (item->options, item->plan);
  g_autofree guint8 *on_path = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  plan_schedule_compute (self->schedule, self->model, NULL, &error);
  g_assert_no_error (error);
  on_path = plan_driver_find_longest_path (self->schedule, self->model, CASE_PROJECT);
  for (guint i = 0; i < plan_model_get_n (self->model, PLAN_RECORD_TASK); i++)
    if (on_path[i])
      append_name (text, text->len > 0 ? " " : "", self, i);
  g_assert_cmpstr (text->str, ==, item->expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  plan_case_add_tests ("/schedule/driver/", cases, G_N_ELEMENTS (cases), test_case);
  plan_case_add_tests ("/schedule/driver/list/", lists, G_N_ELEMENTS (lists), test_list);
  plan_case_add_tests ("/schedule/driver/longest-path/", paths, G_N_ELEMENTS (paths), test_path);
  return g_test_run ();
}
