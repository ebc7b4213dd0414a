/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Constraints, deadlines, late tasks, elapsed durations, summaries, manual tasks and progress.
 */

#include "plan-case.h"

static const PlanCaseRow cases[] = {
  { "snet-weekend", "", "A 1d SNET=03-07", "A s=03-09" },
  { "snet-link-wins", "", "A 3d; B 1d A SNET=03-03", "B s=03-05" },
  { "snlt", "", "A 3d; B 1d A SNLT=03-03", "B s=03-03 ts=-2d fs=0d crit; A lf=03-02 ts=-2d" },
  { "snlt-not-honoured", "honour=0", "A 3d; B 1d A SNLT=03-03", "B s=03-05 lf=03-03 ts=-2d" },
  { "fnlt", "", "A 3d; B 2d A FNLT=03-05", "B s=03-04 f=03-05 ts=-1d; A ts=-1d" },
  { "fnet", "", "A 2d FNET=03-06", "A s=03-05 f=03-06" },
  { "fnet-noon", "", "A 3d; B 2d A FNET=03-13T12:00",
    "B s=03-11T13:00 f=03-13T12:00; A ts=4.5d fs=4.5d ls=03-06T13:00" },
  { "mso", "", "A 1d; B 1d A MSO=03-05; C 1d B", "B s=03-05 crit; C s=03-06 crit; A lf=03-04 ts=2d fs=2d" },
  { "mfo", "", "A 1d; B 1d A MFO=03-05; C 1d B", "B s=03-05 crit; C s=03-06 crit; A lf=03-04 ts=2d fs=2d" },
  { "mso-conflict", "", "A 3d; B 1d A MSO=03-03", "B s=03-03 es=03-03 ls=03-03 ts=-2d; A ts=-2d" },
  { "mso-not-honoured", "honour=0", "A 3d; B 1d A MSO=03-03", "B s=03-05 ls=03-03 ts=-2d" },
  { "mfo-milestone-conflict", "start=2006-04-17", "A 5d; B 5d A; C 5d B; M 0d C MFO=2006-05-04",
    "A ts=-1d fs=0d; B ts=-1d fs=0d; C ts=-1d fs=0d ef=2006-05-05; "
    "M s=2006-05-04T17:00 ef=2006-05-04 ls=2006-05-04T17:00 lf=2006-05-04 ss=-1d fns=0d ts=-1d crit" },
  { "free-slack-capped", "start=2006-05-01", "A 5d MFO=2006-05-05; M 0d A MFO=2006-05-08", "A ts=0d fs=0d" },
  { "deadline", "", "A 5d due=03-04", "A s=03-02 f=03-06 ls=02-26 lf=03-04 ts=-2d crit missed" },
  { "deadline-later", "", "A 2d due=03-13", "A ts=0d" },
  { "deadline-milestone", "", "A 3d; B 4d A; M 0d B due=03-09", "M s=03-10T17:00 ts=-1d fs=0d; A ls=02-27 ts=-1d fs=0d" },
  { "alap", "", "A 5d; B 1d ALAP; C 1d A B", "B s=03-06 es=03-02 ts=0d; C s=03-09" },
  { "alap-alone", "", "A 5d; B 1d ALAP", "B s=03-06" },
  { "alap-pushes", "", "X 10d; A 2d ALAP; B 2d A; C 1d X B", "A s=03-10 f=03-11; B s=03-12 f=03-13; C s=03-16" },
  { "snet-before-project", "start=03-09", "A 1d SNET=03-03; B 1d", "A s=03-03 lf=03-09 ts=4d" },
  { "fnet-before-project", "start=03-09", "A 1d FNET=03-03; B 1d", "A s=03-03 f=03-03 ts=4d" },
  { "fnlt-chain", "", "A 5d; B 3d A; C 2d B FNLT=03-12",
    "C s=03-11 f=03-12 ts=-1d; B lf=03-10 ts=-1d; A ts=-1d" },
  { "snlt-later", "", "A 2d; B 2d A SNLT=03-06; X 15d", "B s=03-04 f=03-05 ls=03-06 lf=03-09 ts=2d; A ts=2d fs=0d" },
  { "fnlt-later-than-project", "", "A 1d FNLT=03-13", "A ts=0d" },
  { "fnlt-extends-slack", "extends=1", "A 1d FNLT=03-13", "A lf=03-13 ts=9d nocrit" },
  { "fnlt-extends-of-last-only", "extends=1", "A 1d; B 2d A FNLT=03-13; C 1d FNLT=03-13; D 1d C", "A ts=2d; B ts=7d nocrit; C ts=1d; D ts=1d" },
  { "fnlt-extends-not-earlier", "extends=1", "A 1d FNLT=03-04; B 5d", "A ts=2d; B ts=0d crit" },
  { "levelling-delay", "start=2010-03-31", "A 1d delay=1ed; B 1d delay=2ed; C 1d delay=5ed; D 1d delay=6ed; E 1d delay=7ed",
    "A s=2010-04-01; B s=2010-04-02; C s=2010-04-05; D s=2010-04-06; E s=2010-04-07" },
  { "levelling-delay-snet", "", "A 1d SNET=03-04 delay=1ed; B 1d SNET=03-04 delay=4ed; C 1d SNET=03-04", "A s=03-04; B s=03-06; C s=03-04" },
  { "levelling-delay-fnet", "", "A 1d FNET=03-04 delay=1ed; B 1d FNET=03-04 delay=4ed", "A s=03-04 f=03-04; B s=03-06 f=03-06" },
  { "levelling-delay-before-project", "start=03-09", "A 1d SNET=03-03 delay=1ed; B 1d FNET=03-03 delay=2ed; C 1d SNET=03-03 delay=9ed",
    "A s=03-04; B s=03-05 f=03-05; C s=03-12" },
  { "levelling-delay-mso", "start=03-09", "A 1d MSO=03-03 delay=1ed; B 1d MFO=03-03 delay=2ed", "A s=03-03; B f=03-03" },
  { "levelling-delay-linked-snet", "", "A 2d; B 1d A SNET=03-03 delay=1ed; C 1d A SNET=03-09 delay=1ed", "B s=03-05; C s=03-09" },

  { "elapsed", "start=03-06", "A 3ed; B 1d A", "A s=03-06 f=03-09T08:00 ts=0d crit; B s=03-09" },
  { "elapsed-slack", "start=03-06", "A 1d; B 2ed A; C 1d B; D 5d A",
    "B s=03-09 f=03-11T08:00 lf=03-13T08:00 ls=03-11 ts=2ed fs=0d; C s=03-11 ls=03-13" },
  { "elapsed-minute", "start=2009-03-25", "P 1emo; A 1em; B 1d",
    "P f=2009-04-24T08:00; A ls=2009-04-24T07:59 lf=2009-04-24T08:00 ts=43199em; B lf=2009-04-23" },
  { "milestone-with-duration", "start=2006-08-23", "A 1w milestone; B 1d A", "A s=2006-08-23 f=2006-08-29 d=5d; B s=2006-08-30" },
  { "milestone-between", "", "A 1d; M 0d A; B 1d M", "M s=03-02T17:00; B s=03-03" },
  { "task-calendar", "start=03-06", "A 3d cal=24; B 1d A; X 2d", "A s=03-06 f=03-07T08:00 ls=03-08 lf=03-09T08:00 ts=6d; B s=03-09" },

  { "link-to-summary", "", "A 2d; S - A; B 1d in=S; C 2d in=S", "B s=03-04 ts=1d; C s=03-04; S s=03-04 f=03-05 d=2d ts=0d" },
  { "link-from-summary", "", "S -; B 1d in=S; C 2d in=S; D 1d S", "D s=03-04; B ts=1d fs=1d; C ts=0d" },
  { "summary-slack", "", "S -; A 2d in=S; B 3d A in=S; D 1d S; E 12d", "S d=5d ts=6d; A ts=6d fs=0d; D s=03-09 ts=6d" },
  { "ss-from-summary", "", "S -; B 3d SNET=03-03 in=S; C 2d SNET=03-05 in=S; D 1d SS(S)", "D s=03-03" },
  { "summary-of-slacks", "start=2010-04-01", "S -; A 1d in=S; B 1d in=S delay=1ed; C 1d in=S delay=4ed; D 1d in=S delay=5ed; E 1d in=S delay=6ed",
    "S es=2010-04-01 ls=2010-04-07 ss=4d fns=0d ts=0d crit; A ts=4d; B ts=3d; C ts=2d; D ts=1d; E ts=0d" },
  { "percent", "", "S -; A 3d in=S as=03-02 ad=3d af=03-04; B 5d in=S as=03-02 ad=3d; C 2d in=S as=03-02 ad=2d af=03-03; "
    "D 10d in=S as=03-02 ad=5d; E 3d in=S; M 0d in=S", "S pct=57" },
  { "percent-of-leaves", "", "S -; T - in=S; A 1d in=T pct=50 as=03-02; B 1d in=T SNET=03-06; C 1d in=S pct=10 as=03-02", "S pct=20; T pct=25 d=5d" },
  { "percent-of-milestones", "", "S -; M 0d in=S as=03-02T08:00 af=03-02T08:00; T -; N 0d in=T", "S pct=100; T pct=0" },
  { "manual", "start=2018-10-18", "A 1d from=2018-10-18 to=2018-10-18; B 1d A from=2018-10-19 to=2018-10-19; X 12d",
    "A lf=2018-11-02T08:00 ls=2018-11-01 ts=10d fs=0d; B ts=10d" },
  { "manual-ss", "start=2018-10-18", "A 1d from=2018-10-18 to=2018-10-18; B 1d SS(A)+2d from=2018-10-22 to=2018-10-22; X 12d",
    "A lf=2018-11-02 ts=11d" },
  { "manual-half", "", "A 2d from=03-05; B 2d to=03-06; C 1d A", "A f=03-06; B s=03-05; C s=03-09" },
  { "occurrences", "start=2003-01-02", "S -; A 1d SNET=2003-02-01 in=S; B 1d SNET=2003-03-01 in=S; X 53d",
    "A s=2003-02-03; B s=2003-03-03; S d=21d ss=30d fns=10d ts=10d" },
  { "inactive", "", "A 1d; B 5d A off; C 1d B", "C s=03-02; B s=03-03 f=03-09 ts=0d nocrit" },
  { "inactive-has-slack", "", "X 10d; A 1d off; B 2d A off; C 20d off", "A ts=9d nocrit; B s=03-03 lf=03-13; X crit ts=0d; C f=03-27 nocrit" },
  { "inactive-summary", "", "S - off; A 1d in=S; B 1d A", "A s=03-02 f=03-02; S s=03-02 f=03-02 d=1d nocrit; B s=03-02" },
  { "inactive-subtask", "", "S -; A 1d in=S; B 5d in=S off pct=50; T - in=S off; C 9d in=T", "S f=03-02 d=1d pct=0; T f=03-12; C nocrit" },
  { "blank", "", "A 1d; B 0d blank; C 1d A", "B none; C s=03-03" },
  { "summary-over-weekend", "", "S -; A 1d SNET=03-06 in=S; B 1d SNET=03-09 in=S", "S d=2d" },
  { "summary-snet", "", "S - SNET=03-05; A 1d in=S; T - in=S; B 1d in=T; C 1d", "A s=03-05; B s=03-05; C s=03-02" },
  { "summary-fnlt", "", "S - FNLT=03-04; A 1d in=S; B 5d in=S; C 10d", "A s=03-02 lf=03-04 ts=2d; B ts=-2d" },
  { "nested-link-to-summary", "", "A 2d; S - A; T - in=S; B 1d in=T; C 1d T", "B s=03-04; C s=03-05" },
  { "manual-summary", "", "S - from=03-02 to=03-06; A 1d in=S; B 1d S", "S s=03-02 f=03-06; A s=03-02 f=03-02; B s=03-09" },
  { "external", "", "G 1d external from=03-10 to=03-10; A 1d G; B 1d", "G s=03-10; A s=03-11; B s=03-02" },

  { "started", "", "A 4d as=03-03 ad=1d; B 1d A", "A s=03-03 ef=03-06 ss=0d; B s=03-09" },
  { "complete", "", "A 4d as=03-02 af=03-03; B 1d A; X 5d", "A ts=0d nocrit; B s=03-04 ts=2d" },
  { "split", "", "A 5d; B 2d A as=03-03 ad=1d", "B s=03-03 ef=03-09; A ts=0d" },
  { "not-split", "split=0", "A 5d; B 2d A as=03-03 ad=1d", "B ef=03-04; A lf=03-05 ts=-1d" },
  { "started-without-progress", "", "A 5d; B 2d A as=03-03", "B ef=03-04" },
  { "resumed", "", "A 4d as=03-02 ad=1d resume=03-05", "A s=03-02 f=03-09" },
  { "milestone-done", "", "M 0d as=03-02T17:00 af=03-02; X 3d", "M s=03-02T17:00 ts=0d nocrit pct=100" },

  { "from-finish", "finish=03-20", "A 3d ALAP; B 2d A ALAP; C 1d A ALAP",
    "B s=03-19 f=03-20; A s=03-16 f=03-18; C s=03-20 f=03-20; A crit; B crit; C nocrit ts=1d es=03-19" },
  { "from-finish-asap", "finish=03-20", "A 3d ALAP; B 1d ASAP; C 2d A B ALAP", "C s=03-19; A s=03-16; B s=03-16" },
  { "from-finish-snlt", "finish=03-20", "A 3d SNLT=03-10; B 1d A ALAP", "A s=03-10 f=03-12; B s=03-20" },
  { "from-finish-lags", "finish=03-20", "A 3d ALAP; B 2d SS(A)+1d ALAP; C 1d FF(B)-1d ALAP; D 1d B+1d ALAP",
    "D s=03-20; B s=03-17 f=03-18; A s=03-16 f=03-18; C s=03-20" },
  { "from-finish-milestone", "finish=03-20", "A 3d ALAP; M 0d A ALAP", "M s=03-20T17:00; A s=03-18" },
  { "from-finish-summary", "finish=03-20", "S -; A 3d in=S ALAP; B 1d S ALAP; C 2d ALAP; D 1d C ALAP", "A s=03-17 f=03-19; S d=3d; B s=03-20" },
};

/* Two projects: each with its own start and finish, one network. */
static void
test_two_projects (void)
{
  g_autoptr (PlanCase) self = plan_case_new ("", "A 3d; B 1d A");
  PlanValue other = PLAN_VALUE_OF_INTEGER (CASE_PROJECT + 1);
  const PlanScheduledProject *first, *second;
  PlanProject project = *plan_model_get_project (self->model, CASE_PROJECT);
  PlanTask task;

  project.id = CASE_PROJECT + 1;
  project.start = case_date ("02-02T08:00", 0);
  plan_model_insert (self->model, PLAN_RECORD_PROJECT, &project);
  plan_record_init (PLAN_RECORD_TASK, &task);
  task.id = 5000;
  task.project = project.id;
  task.duration = 4800;
  plan_model_insert (self->model, PLAN_RECORD_TASK, &task);
  plan_model_set (self->model, PLAN_FIELD_TASK_PROJECT, plan_case_find (self, "B"), &other);
  g_assert_true (plan_schedule_compute (self->schedule, self->model, NULL, NULL));
  first = plan_schedule_get_project (self->schedule, CASE_PROJECT);
  second = plan_schedule_get_project (self->schedule, CASE_PROJECT + 1);
  g_assert_cmpint (first->finish, ==, case_date ("03-04T17:00", 0));
  g_assert_cmpint (second->start, ==, project.start);
  g_assert_cmpint (second->finish, ==, case_date ("03-05T17:00", 0));
  g_assert_cmpuint (first->n_tasks, ==, 1);
  g_assert_cmpuint (first->n_critical, ==, 1);
  g_assert_cmpuint (second->n_tasks, ==, 2);
  plan_case_check (self, "B s=03-05 ts=0d");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  plan_case_add_tests ("/schedule/constraints/", cases, G_N_ELEMENTS (cases), plan_case_test);
  g_test_add_func ("/schedule/constraints/two-projects", test_two_projects);
  return g_test_run ();
}
