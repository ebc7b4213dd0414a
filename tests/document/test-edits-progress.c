/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Edits of progress, of pauses and of recurring tasks: a plan as one line of text, edits of it as another, and what follows.
 * Each edit is taken back and made again. In words of edits, dates are completed to 08:00 and those after which work is
 * planned to 17:00.
 */

#include "office-fixture.h"
#include "plan-case.h"

#include "plan-edits.h"
#include "plan-error.h"
#include "plan-stretches.h"

#include <stdlib.h>
#include <string.h>

#define MORNING (8 * PLAN_TICKS_PER_HOUR)
#define EVENING (17 * PLAN_TICKS_PER_HOUR)

typedef struct
{
  const char *path;
  const char *options;
  const char *plan;
  const char *edits;
  const char *expected;
} Row;

static const Row rows[] = {
  /* what is typed: scheduling.md 5.2 */
  { "percent", "start=2005-09-12", "A 4.5d", "pct A 33", "A ad=1.485d s=2005-09-12 stop=2005-09-13T11:52:48 pct=33" },
  { "percent-at-noon", "start=2011-02-07", "A 5d", "pct A 50", "A stop=2011-02-09T12:00 resume=2011-02-09T13:00" },
  { "all", "", "A 2d; B 1d A", "pct A 100", "A f=03-03 ad=2d nocrit; B s=03-04" },
  { "none-again", "", "A 2d SNET=03-04", "pct A 50; pct A 0", "A s=03-04 ad=0d nostop" },
  { "late-start", "", "A 4d; B 1d A", "as A 03-03; ad A 1d", "A s=03-03 stop=03-03 resume=03-04 f=03-06 pct=25; B s=03-09" },
  { "finish", "", "A 5d; B 1d A", "af A 03-03", "A d=2d f=03-03 pct=100; B s=03-04" },
  { "finish-after-more", "Ann=standard", "A 5d by=Ann", "ad A 3d; af A 03-03", "A d=2d f=03-03 pct=100; A/Ann work=16h done=16h" },
  { "done-more-than-planned", "Ann=standard", "A 2d by=Ann", "ad A 3d", "A d=3d pct=100 f=03-04; A/Ann work=24h done=24h" },
  { "remaining", "", "A 4d", "ad A 1d; rd A 1d", "A d=2d pct=50 f=03-03" },
  { "nothing-remains", "", "A 4d; B 1d A", "ad A 1d; rd A 0d", "A d=1d pct=100 f=03-02 nocrit; B s=03-03" },
  { "duration-of-started", "", "A 4d", "ad A 1d; d A 5d", "A pct=20 f=03-06" },
  { "rounded-up", "", "A 3.5d", "ad A 1d", "A pct=29" },
  { "milestone", "", "A 1d; M 0d A", "pct M 100", "M s=03-02T17:00 f=03-02T17:00 pct=100 ts=0d" },
  { "elapsed", "", "A 4ed", "pct A 50", "A stop=03-04T08:00 f=03-06T08:00" },

  /* work and progress follow from one another */
  { "percent-is-work", "Ann=standard", "A 4d by=Ann", "pct A 25", "A/Ann done=8h" },
  { "percent-of-several", "Ann=standard Bob=standard", "A 4d by=Ann by=Bob,work=16h", "pct A 50", "A/Ann done=16h; A/Bob done=16h" },
  { "percent-of-delayed", "Ann=standard Bob=standard", "A 4d by=Ann by=Bob,work=16h,delay=16h", "pct A 75", "A/Ann done=24h; A/Bob done=8h" },
  { "percent-of-contour", "Ann=standard", "A 20d by=Ann,work=80h,contour=6", "pct A 50", "A/Ann done=40h" },
  { "percent-of-front-loaded", "Ann=standard", "A 10d by=Ann,work=48h,contour=2", "pct A 50", "A/Ann done=36h" },
  { "percent-is-not-work", "Ann=standard follow=0", "A 4d by=Ann", "pct A 25", "A ad=1d; A/Ann done=0h" },
  { "work-is-percent", "Ann=standard", "A 4d by=Ann", "aw A/Ann 8h", "A ad=1d pct=25 stop=03-02" },
  { "work-of-front-loaded", "Ann=standard", "A 10d by=Ann,work=48h,contour=2", "aw A/Ann 36h", "A ad=5d pct=50" },
  { "work-of-one-of-two", "Ann=standard Bob=standard", "A 4d by=Ann by=Bob", "aw A/Ann 32h", "A pct=50 ad=2d; A/Bob done=0h" },
  { "work-is-not-percent", "Ann=standard follow=0", "A 4d by=Ann", "aw A/Ann 8h", "A ad=0d pct=0; A/Ann done=8h" },
  { "more-work", "Ann=standard", "A 4d by=Ann", "aw A/Ann 40h", "A d=5d pct=100 f=03-06; A/Ann work=40h" },
  { "work-of-all", "Ann=standard Bob=standard", "A 4d by=Ann by=Bob*50%", "aw A 24h", "A/Ann done=16h; A/Bob done=8h; A pct=50" },
  { "percent-of-work", "Ann=standard Bob=standard", "A 4d by=Ann by=Bob*50%", "pw A 25", "A/Ann done=8h; A/Bob done=4h; A pct=25" },

  /* summaries: 5.4 */
  { "summary", "", "S -; A 2d in=S; B 2d A in=S; C 4d in=S", "pct S 50", "A ad=2d; B ad=0d; C ad=2d; S pct=50" },
  { "summary-in-order", "", "S -; A 2d in=S; B 2d A in=S; M 0d A in=S", "pct S 75", "A pct=100; B pct=50; M pct=100; S pct=75" },
  { "summary-all", "", "S -; A 2d in=S; T - in=S; B 2d A in=T; M 0d B in=T", "pct S 100", "A pct=100; B pct=100; M pct=100; T pct=100" },
  { "summary-keeps", "", "S -; A 2d in=S; B 2d A in=S", "ad B 1d; pct S 50", "A pct=50; B pct=50" },
  { "summary-less", "", "S -; A 2d in=S; B 2d A in=S", "pct S 75; pct S 25", "A pct=50; B pct=0; S pct=25" },
  { "summary-nothing", "", "S -; A 2d in=S; B 2d A in=S", "pct S 75; pct S 0", "A nostop; B nostop; S pct=0" },

  /* the status date: 5.5 */
  { "back", "status=03-04 back=1", "A 4d SNET=03-09", "pct A 50", "A s=03-03 stop=03-04 resume=03-11 f=03-12" },
  { "back-with-rest", "status=03-04 back=1 rest-back=1", "A 4d SNET=03-09", "pct A 50", "A s=03-03 stop=03-04 resume=03-05 f=03-06" },
  { "back-all", "status=03-04 back=1", "A 2d SNET=03-09", "pct A 100", "A s=03-03 f=03-04 pct=100" },
  { "back-without-splits", "status=03-04 back=1 split=0", "A 4d SNET=03-09", "pct A 50", "A s=03-03 stop=03-04 f=03-06" },
  { "back-not-when-said", "status=03-04 back=1", "A 4d SNET=03-09", "as A 03-09; pct A 50", "A s=03-09 stop=03-10 f=03-12" },
  { "back-not-before", "status=03-11 back=1", "A 4d SNET=03-09", "pct A 50", "A s=03-09 stop=03-10 f=03-12" },
  { "forward", "status=03-11 forward=1", "A 4d", "pct A 50", "A s=03-02 stop=03-03 resume=03-12 f=03-13" },
  { "forward-with-done", "status=03-11 forward=1 done-forward=1", "A 4d", "pct A 50", "A s=03-10 stop=03-11 resume=03-12 f=03-13" },
  { "forward-of-started", "status=03-11 forward=1 done-forward=1", "A 4d", "as A 03-02; pct A 50", "A s=03-02 stop=03-03 resume=03-12 f=03-13" },
  { "forward-without-splits", "status=03-11 forward=1 split=0", "A 4d", "pct A 50", "A s=03-02 stop=03-03 f=03-05" },
  { "forward-not-all", "status=03-11 forward=1", "A 4d", "pct A 100", "A s=03-02 f=03-05" },
  { "forward-not-after", "status=03-03 forward=1", "A 4d", "pct A 75", "A s=03-02 f=03-05" },
  { "no-options", "status=03-11", "A 4d", "pct A 50", "A s=03-02 stop=03-03 resume=03-04 f=03-05" },

  /* many at once: 5.6 */
  { "update", "", "A 2d; B 3d A; C 1d B", "update 03-04", "A pct=100; B ad=1d stop=03-04; C nostop" },
  { "update-whole", "", "A 2d; B 3d A; C 1d B", "update-whole 03-04", "A pct=100; B nostop; C nostop" },
  { "update-some", "", "A 2d; B 2d; S -; C 2d in=S", "update 03-02 A,S", "A ad=1d; B ad=0d; C ad=1d" },
  { "update-keeps", "", "A 4d; B 1d", "ad A 3d; update 03-03", "A ad=3d; B pct=100" },
  { "update-milestone", "", "A 1d; M 0d A; N 0d SNET=03-09", "update 03-02", "M pct=100; N pct=0" },
  { "update-paused", "", "A 4d pause=1d+2d", "update 03-04", "A ad=1d" },
  { "update-after-pause", "", "A 4d pause=1d+2d", "update 03-05", "A ad=2d stop=03-05 f=03-09" },
  { "reschedule", "", "X 2d as=03-02 af=03-03; A 2d X; B 4d as=03-02 ad=1d", "reschedule 03-06",
    "A s=03-09 f=03-10; B s=03-02 stop=03-02 resume=03-09 f=03-11" },
  { "reschedule-only-dated", "", "A 2d SNLT=03-04; B 2d FNET=03-04; C 2d MSO=03-03; D 2d ALAP; E 2d SNET=03-03", "reschedule 03-06",
    "A s=03-02; B s=03-03; C s=03-03; D s=03-09; E s=03-09" },
  { "reschedule-not-after", "", "A 2d SNET=03-10; B 8d as=03-02 ad=6d; C 1d as=03-02 af=03-02", "reschedule 03-06",
    "A s=03-10; B f=03-11; C f=03-02" },
  { "reschedule-without-splits", "split=0", "B 4d as=03-02 ad=1d", "reschedule 03-06", "B f=03-05" },
  { "reschedule-some", "", "A 2d; B 2d", "reschedule 03-06 B", "A s=03-02; B s=03-09" },
  { "goes-on-after-gap", "", "A 4d as=03-02 ad=1d", "reschedule 03-06; ad A 2d", "A stop=03-09 resume=03-10 f=03-11" },
  { "gap-of-what-waits", "", "A 5d; B 2d A as=03-03 ad=1d", "pct B 75", "B stop=03-09T12:00 f=03-09" },
  { "less-after-gap", "", "A 4d as=03-02 ad=2d", "reschedule 03-06; ad A 1d", "A stop=03-02 f=03-05" },

  /* pauses: 2.8 */
  { "split", "start=2006-09-21", "A 10d; X 20d", "split A 2006-09-27 3d", "A f=2006-10-09 d=10d ls=2006-10-02 ts=7d" },
  { "split-twice", "", "A 4d", "split A 03-03 1d; split A 03-05 1d", "A f=03-09 d=4d" },
  { "split-longer", "", "A 4d", "split A 03-03 1d; split A 03-03 1d", "A f=03-09 d=4d" },
  { "split-at-noon", "", "A 2d; B 1d A", "split A 03-02T12:00 1d", "A f=03-04; B s=03-05" },
  { "split-work", "Ann=standard,03-04", "A 4d by=Ann", "split A 03-03 1d", "A f=03-09 d=4d; A/Ann f=03-09 work=32h" },
  { "split-parts", "Ann=standard Bob=night", "A 3d by=Ann by=Bob", "split A 03-03T08:00 1d", "A/Ann s=03-02 f=03-05; A/Bob f=03-06T08:00" },
  { "move-part", "", "A 4d pause=1d+1d pause=2d+2d", "part A 1 03-05", "A f=03-10 d=4d" },
  { "move-last-part", "", "A 4d pause=1d+1d", "part A 1 03-06", "A f=03-10" },
  { "move-part-to-next", "", "A 4d pause=1d+1d pause=2d+1d", "part A 1 03-06", "A f=03-10" },
  { "move-part-back", "", "A 4d pause=1d+2d", "part A 1 03-03", "A f=03-05" },
  { "move-part-too-far-back", "", "A 4d pause=1d+2d", "part A 1 02-02", "A f=03-05" },
  { "move-rest", "", "A 4d as=03-02 ad=1d resume=03-05", "part A 1 03-09", "A resume=03-09 f=03-11" },
  { "join", "", "A 4d pause=1d+2d pause=2d+1d", "join A", "A f=03-05" },
  { "join-rest", "", "A 4d as=03-02 ad=1d resume=03-05", "join A", "A f=03-05" },
};

/* A plan of texts in an office on the disk. */
typedef struct
{
  OfficeFixture *office;
  PlanCase *plan;
} Fixture;

static gboolean
write_plan (PlanDocument *document, PlanStore *store, gpointer data, GError **error)
{
  const PlanModel *model = data;

  for (PlanRecord record = 0; record < PLAN_N_RECORDS; record++)
    for (guint i = 0; i < plan_model_get_n (model, record); i++)
      if (!plan_store_insert (store, record, plan_model_get_at (model, record, i), error))
        return FALSE;
  return TRUE;
}

static void
set_option (PlanModel *model, PlanFieldId field, gint64 value)
{
  plan_model_set (model, field, CASE_PROJECT, &PLAN_VALUE_OF_INTEGER (value));
}

static void
read_options (PlanModel *model, const char *options)
{
  static const struct { const char *name; PlanFieldId field; } keys[] = {
    { "back", PLAN_FIELD_PROJECT_MOVE_COMPLETED_BACK }, { "rest-back", PLAN_FIELD_PROJECT_MOVE_REMAINING_BACK },
    { "forward", PLAN_FIELD_PROJECT_MOVE_REMAINING_FORWARD }, { "done-forward", PLAN_FIELD_PROJECT_MOVE_COMPLETED_FORWARD },
    { "follow", PLAN_FIELD_PROJECT_UPDATE_RESOURCES }, { "split", PLAN_FIELD_PROJECT_SPLIT_IN_PROGRESS },
  };
  g_auto (GStrv) words = g_strsplit (options, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      char *value = strchr (words[i], '=');

      if (value == NULL)
        continue;
      *value++ = '\0';
      for (guint k = 0; k < G_N_ELEMENTS (keys); k++)
        if (strcmp (words[i], keys[k].name) == 0)
          set_option (model, keys[k].field, *value == '1');
      if (strcmp (words[i], "status") == 0)
        set_option (model, PLAN_FIELD_PROJECT_STATUS_DATE, case_date (value, EVENING));
    }
}

/* What only edits know, which plan_case_new() would take for a resource. */
static char *
strip_options (const char *options)
{
  static const char *const own[] = { "back=", "rest-back=", "forward=", "done-forward=", "follow=", "status=" };
  g_auto (GStrv) words = g_strsplit (options, " ", -1);
  g_autoptr (GString) rest = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean is_own = FALSE;

      for (guint k = 0; k < G_N_ELEMENTS (own); k++)
        is_own = is_own || g_str_has_prefix (words[i], own[k]);
      if (!is_own)
        g_string_append_printf (rest, "%s ", words[i]);
    }
  return g_string_free (g_steal_pointer (&rest), FALSE);
}

static void
fixture_init (Fixture *self, const char *options, const char *plan)
{
  g_autofree char *of_plan = strip_options (options);
  g_autoptr (GError) error = NULL;

  self->office = office_fixture_new ();
  self->plan = plan_case_new (of_plan, plan);
  read_options (self->plan->model, options);
  plan_document_edit (self->office->document, "Plan", "", CASE_PROJECT, write_plan, self->plan->model, &error);
  g_assert_no_error (error);
}

static void
fixture_clear (Fixture *self)
{
  plan_case_free (self->plan);
  office_fixture_free (self->office);
}

static PlanId
find_assignment (Fixture *self, const char *task, const char *resource)
{
  const PlanModel *model = plan_document_get_model (self->office->document);

  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_ASSIGNMENT); i++)
    {
      const PlanAssignment *assignment = plan_model_get_assignment_at (model, i);

      if (assignment->task == plan_case_find (self->plan, task) && assignment->resource == plan_case_find (self->plan, resource))
        return assignment->id;
    }
  g_error ("%s does not work on %s", resource, task);
}

static gboolean
set_field (Fixture *self, const char *edit, const char *task, const char *text, GError **error)
{
  static const struct { const char *edit; PlanFieldId field; } fields[] = {
    { "pct", PLAN_FIELD_TASK_PERCENT_COMPLETE }, { "ad", PLAN_FIELD_TASK_ACTUAL_DURATION }, { "d", PLAN_FIELD_TASK_DURATION },
    { "as", PLAN_FIELD_TASK_ACTUAL_START }, { "af", PLAN_FIELD_TASK_ACTUAL_FINISH },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (strcmp (edit, fields[i].edit) == 0)
      {
        PlanTicks value = i == 0 ? atoi (text) * PLAN_PERCENT_ONE : i < 3 ? case_duration (text) : case_date (text, i == 3 ? MORNING : EVENING);

        return plan_edit_set (self->office->document, fields[i].field, plan_case_find (self->plan, task), &PLAN_VALUE_OF_INTEGER (value), error);
      }
  g_error ("what is “%s”?", edit);
}

static gboolean
set_work (Fixture *self, const char *task, const char *text, GError **error)
{
  g_auto (GStrv) names = g_strsplit (task, "/", 2);

  if (names[1] == NULL)
    return plan_edit_task_set_actual_work (self->office->document, plan_case_find (self->plan, task), case_duration (text), error);
  return plan_edit_set (self->office->document, PLAN_FIELD_ASSIGNMENT_ACTUAL_WORK, find_assignment (self, names[0], names[1]),
                        &PLAN_VALUE_OF_INTEGER (case_duration (text)), error);
}

/* "03-06 A,S" */
static gboolean
update_many (Fixture *self, char **words, GError **error)
{
  g_auto (GStrv) names = g_strsplit (words[2] != NULL ? words[2] : "", ",", -1);
  PlanDocument *document = self->office->document;
  PlanTicks date = case_date (words[1], EVENING);
  PlanId tasks[8];
  guint n = 0;

  for (; names[n] != NULL; n++)
    tasks[n] = plan_case_find (self->plan, names[n]);
  if (strcmp (words[0], "reschedule") == 0)
    return plan_edit_work_reschedule (document, CASE_PROJECT, tasks, n, date, error);
  return plan_edit_progress_update (document, CASE_PROJECT, tasks, n, date, strcmp (words[0], "update-whole") == 0, error);
}

static gboolean
make_edit (Fixture *self, char **words, GError **error)
{
  PlanDocument *document = self->office->document;

  if (g_str_has_prefix (words[0], "update") || strcmp (words[0], "reschedule") == 0)
    return update_many (self, words, error);
  if (strcmp (words[0], "aw") == 0)
    return set_work (self, words[1], words[2], error);
  if (strcmp (words[0], "pw") == 0)
    return plan_edit_task_set_percent_work (document, plan_case_find (self->plan, words[1]), atoi (words[2]) * PLAN_PERCENT_ONE, error);
  if (strcmp (words[0], "rd") == 0)
    return plan_edit_task_set_remaining_duration (document, plan_case_find (self->plan, words[1]), case_duration (words[2]), error);
  if (strcmp (words[0], "split") == 0)
    return plan_edit_task_split (document, plan_case_find (self->plan, words[1]), case_date (words[2], EVENING), case_duration (words[3]), error);
  if (strcmp (words[0], "part") == 0)
    return plan_edit_task_move_part (document, plan_case_find (self->plan, words[1]), atoi (words[2]), case_date (words[3], MORNING), error);
  if (strcmp (words[0], "join") == 0)
    return plan_edit_task_join (document, plan_case_find (self->plan, words[1]), error);
  return set_field (self, words[0], words[1], words[2], error);
}

static void
make_edits (Fixture *self, const char *text)
{
  g_auto (GStrv) edits = g_strsplit (text, "; ", -1);

  for (guint i = 0; edits[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (edits[i], " ", -1);
      g_autofree char *before = office_dump (self->office->document), *after = NULL, *again = NULL;
      g_autoptr (GError) error = NULL;
      gint64 revision = plan_document_get_revision (self->office->document);

      make_edit (self, words, &error);
      g_assert_no_error (error);
      if (plan_document_get_revision (self->office->document) == revision)
        continue;
      after = office_dump (self->office->document);
      g_assert_true (plan_document_undo (self->office->document, NULL));
      again = office_dump (self->office->document);
      office_assert_same (again, before);
      g_assert_true (plan_document_redo (self->office->document, NULL));
      g_free (again);
      again = office_dump (self->office->document);
      office_assert_same (again, after);
    }
}

/* The plan of the office with the names of the case. */
static void
check (Fixture *self, const char *expected)
{
  PlanModel *model = self->plan->model;
  PlanSchedule *schedule = self->plan->schedule;

  self->plan->model = (PlanModel *) plan_document_get_model (self->office->document);
  self->plan->schedule = (PlanSchedule *) plan_document_get_schedule (self->office->document);
  self->plan->assigned = plan_assigned_list (self->plan->schedule, self->plan->model);
  plan_case_check (self->plan, expected);
  self->plan->model = model;
  self->plan->schedule = schedule;
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  Fixture self;

  fixture_init (&self, row->options, row->plan);
  make_edits (&self, row->edits);
  check (&self, row->expected);
  fixture_clear (&self);
}

/* Edits that cannot be. */
static void
test_refused (void)
{
  static const struct { const char *edit; int code; } refused[] = {
    { "split S 03-02T12:00 1d", PLAN_ERROR_RULE }, { "split M 03-02 1d", PLAN_ERROR_RULE }, { "split H 03-03 1d", PLAN_ERROR_RULE },
    { "split A 03-05 1d", PLAN_ERROR_RULE }, { "split A 02-27 1d", PLAN_ERROR_RULE }, { "split A 03-03 0d", PLAN_ERROR_RULE },
    { "split B 03-02T12:00 1d", PLAN_ERROR_RULE }, { "part A 1 03-09", PLAN_ERROR_RULE }, { "join A", PLAN_ERROR_RULE },
    { "aw A 8h", PLAN_ERROR_RULE }, { "pw A 50", PLAN_ERROR_RULE }, { "pw B 101", PLAN_ERROR_RANGE }, { "rd S 1d", PLAN_ERROR_RULE },
    { "rd A -1d", PLAN_ERROR_RANGE }, { "d B 4h", PLAN_ERROR_RANGE },
  };
  Fixture self;

  fixture_init (&self, "", "S -; A 4d in=S; M 0d; H 4d from=03-02; B 4d as=03-02 ad=2d");
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_auto (GStrv) words = g_strsplit (refused[i].edit, " ", -1);

      g_test_message ("%s", refused[i].edit);
      office_assert_refused (self.office, make_edit (&self, words, refusal), refused[i].code);
    }
  fixture_clear (&self);
}

/* Where parts begin and end, as texts of ticks since the morning. */
static void
test_stretches (void)
{
  static const struct { const char *plan; const char *parts; } cases[] = {
    { "A 2d", "03-02T08:00 03-03T17:00" },
    { "A 2d pause=1d+1d", "03-02T08:00 03-02T17:00; 03-04T08:00 03-04T17:00" },
    { "A 4d as=03-02 ad=2d resume=03-06", "03-02T08:00 03-03T17:00; 03-06T08:00 03-09T17:00" },
    { "A 4d as=03-02 ad=1d pause=1d+1d", "03-02T08:00 03-02T17:00; 03-04T08:00 03-06T17:00" },
    { "A 4d as=03-02 ad=2d pause=1d+1d pause=3d+1d", "03-02T08:00 03-02T17:00; 03-04T08:00 03-05T17:00; 03-09T08:00 03-09T17:00" },
    { "A 2ed pause=1ed+1ed", "03-02T08:00 03-03T08:00; 03-04T08:00 03-05T08:00" },
    { "A 0d", "03-02T08:00 03-02T08:00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlanCase) plan = plan_case_new ("", cases[i].plan);
      g_auto (GStrv) parts = g_strsplit (cases[i].parts, "; ", -1);
      g_autoptr (PlanStretches) stretches = NULL;
      const PlanStretch *list;
      guint n;

      g_assert_true (plan_schedule_compute (plan->schedule, plan->model, NULL, NULL));
      stretches = plan_stretches_new (plan->schedule, plan->model);
      list = plan_stretches_list (stretches, 0, &n);
      g_assert_cmpuint (n, ==, g_strv_length (parts));
      for (guint k = 0; k < n; k++)
        {
          g_auto (GStrv) dates = g_strsplit (parts[k], " ", 2);

          g_assert_cmpint (list[k].start, ==, case_date (dates[0], 0));
          g_assert_cmpint (list[k].finish, ==, case_date (dates[1], 0));
          g_assert_cmpint (list[k].from, ==, k > 0 ? list[k - 1].to : 0);
        }
      g_assert_cmpint (list[n - 1].to, ==, plan_model_get_task_at (plan->model, 0)->duration);
    }
}

typedef struct
{
  PlanRecurrence recurrence;
  PlanException pattern;
  PlanOccurrence days_off;
  const char *starts; /* of the occurrences; NULL when it is refused */
} Occurrences;

#define DAY(month, day) (plan_day_from_civil (2026, month, day))

static void
check_occurrences (Fixture *self, PlanId summary, const char *starts)
{
  const PlanModel *model = plan_document_get_model (self->office->document);
  const PlanOutline *outline = plan_document_get_outline (self->office->document, CASE_PROJECT);
  g_auto (GStrv) dates = g_strsplit (starts, " ", -1);
  guint row = outline->row_of_task[plan_model_find (model, PLAN_RECORD_TASK, summary)], i = 0;

  g_assert_true (plan_model_get_task (model, summary)->recurring);
  for (guint at = row + 1; at < outline->rows[row].end; at++, i++)
    {
      g_assert_nonnull (dates[i]);
      g_assert_cmpint (plan_schedule_get_task (plan_document_get_schedule (self->office->document), outline->rows[at].task)->start, ==,
                       case_date (dates[i], MORNING));
      g_assert_cmpint (plan_model_get_task_at (model, outline->rows[at].task)->duration, ==, 2 * PLAN_TICKS_PER_HOUR);
    }
  g_assert_cmpuint (i, ==, g_strv_length (dates));
}

static void
test_recurring (void)
{
  const Occurrences cases[] = {
    { PLAN_RECURRENCE_DAILY, { .start = DAY (3, 5), .period = 1, .occurrences = 4 }, PLAN_OCCURRENCE_MOVE, "03-05 03-06 03-09 03-09" },
    { PLAN_RECURRENCE_DAILY, { .start = DAY (3, 5), .period = 1, .occurrences = 4 }, PLAN_OCCURRENCE_SKIP, "03-05 03-06" },
    { PLAN_RECURRENCE_DAILY, { .start = DAY (3, 5), .period = 2, .finish = DAY (3, 9) }, PLAN_OCCURRENCE_KEEP, "03-05 03-07 03-09" },
    { PLAN_RECURRENCE_WEEKLY, { .start = DAY (3, 4), .period = 2, .weekdays = 2 | 8, .occurrences = 5 }, PLAN_OCCURRENCE_MOVE,
      "03-05 03-17 03-19 03-31 04-02" },
    { PLAN_RECURRENCE_MONTHLY_DAY, { .start = DAY (3, 2), .period = 1, .month_day = 31, .occurrences = 3 }, PLAN_OCCURRENCE_MOVE,
      "03-31 04-30 06-01" },
    { PLAN_RECURRENCE_MONTHLY_POSITION, { .start = DAY (3, 2), .period = 1, .position = 3, .position_item = PLAN_FRIDAY, .occurrences = 3 },
      PLAN_OCCURRENCE_MOVE, "03-20 04-17 05-15" },
    { PLAN_RECURRENCE_YEARLY_DAY, { .start = DAY (3, 2), .period = 1, .month = 5, .month_day = 1, .occurrences = 2 }, PLAN_OCCURRENCE_MOVE,
      "05-01 2027-05-03" },
    { PLAN_RECURRENCE_DAILY, { .start = DAY (3, 7), .period = 1, .finish = DAY (3, 8) }, PLAN_OCCURRENCE_SKIP, NULL },
    { PLAN_RECURRENCE_DAILY, { .start = DAY (3, 7), .period = 1, .finish = PLAN_DAY_NONE }, PLAN_OCCURRENCE_MOVE, NULL },
    { PLAN_RECURRENCE_DAILY, { .start = DAY (3, 7), .period = 1, .occurrences = 1000 }, PLAN_OCCURRENCE_MOVE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PlanNewRecurring what = { "Meeting", "2h", cases[i].pattern, -1, cases[i].days_off };
      g_autoptr (GError) error = NULL;
      PlanId summary;
      Fixture self;

      what.pattern.recurrence = cases[i].recurrence;
      if (what.pattern.finish == 0)
        what.pattern.finish = PLAN_DAY_NONE;
      fixture_init (&self, "", "A 1d; B 1d");
      if (cases[i].starts == NULL)
        office_assert_refused (self.office, plan_edit_recurring_add (self.office->document, CASE_PROJECT, PLAN_ID_NONE, &what, &summary, refusal),
                               PLAN_ERROR_RANGE);
      else
        {
          g_autofree char *before = office_dump (self.office->document), *after = NULL;

          plan_edit_recurring_add (self.office->document, CASE_PROJECT, plan_case_find (self.plan, "A"), &what, &summary, &error);
          g_assert_no_error (error);
          check_occurrences (&self, summary, cases[i].starts);
          g_assert_true (plan_document_undo (self.office->document, NULL));
          after = office_dump (self.office->document);
          office_assert_same (after, before);
        }
      fixture_clear (&self);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/document/edits-progress/", rows[i].path, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/document/edits-progress/refused", test_refused);
  g_test_add_func ("/document/edits-progress/stretches", test_stretches);
  g_test_add_func ("/document/edits-progress/recurring", test_recurring);
  return g_test_run ();
}
