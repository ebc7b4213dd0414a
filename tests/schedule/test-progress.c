/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Progress and pauses: where a started task was stopped and goes on, what is done of summaries and projects, and tasks
 * whose work pauses. Where a year stands in a date, Microsoft Project itself computed the values.
 */

#include "plan-case.h"

static const PlanCaseRow cases[] = {
  { "stopped-in-the-evening", "", "A 4d as=03-03 ad=1d; B 1d A", "A f=03-06 stop=03-03 resume=03-04 ad=1d; B s=03-09" },
  { "stopped-at-noon", "start=2011-02-07", "A 5d as=2011-02-07 ad=2.5d", "A stop=2011-02-09T12:00 resume=2011-02-09T13:00" },
  { "third", "start=2005-09-12", "A 4.5d as=2005-09-12 pct=33", "A ad=1.485d stop=2005-09-13T11:52:48 resume=2005-09-13T11:52:48" },
  { "not-started", "", "A 4d", "A nostop ad=0d" },
  { "complete", "", "A 2d as=03-02 af=03-04", "A stop=03-04 resume=03-04T17:00 ad=2d" },
  { "waits", "", "A 5d; B 2d A as=03-03 ad=1d", "B s=03-03 stop=03-03 resume=03-09 f=03-09" },
  { "does-not-wait", "split=0", "A 5d; B 2d A as=03-03 ad=1d", "B resume=03-04 f=03-04; A ts=-1d" },
  { "resumed-later", "", "A 4d as=03-02 ad=1d resume=03-05", "A stop=03-02 resume=03-05 f=03-09" },
  { "slack-of-started", "start=2011-02-07", "A 5d as=2011-02-07 ad=2.5d; X 20d", "A ss=0d fns=15d ts=15d f=2011-02-11 lf=2011-03-04" },
  { "milestone-done", "", "M 0d as=03-03T12:00 af=03-03T12:00; X 3d", "M s=03-03T12:00 f=03-03T12:00 ts=0d nocrit pct=100" },
  { "summary", "start=2006-09-01", "S -; A 3d as=2006-09-01 ad=3d af=2006-09-05 in=S; B 5d as=2006-09-01 ad=5d af=2006-09-07 in=S; C 2d in=S; "
    "D 10d as=2006-09-01 ad=5d in=S; E 3d SNET=2006-09-20 in=S; M 0d in=S; F 1d; G 1d; H 1d",
    "S d=16d pct=57 ad=9.04347d; project d=16d pct=50 ad=8d" },
  { "summary-of-milestones", "", "S -; M 0d as=03-02 af=03-02T08:00 in=S; N 0d in=S", "S pct=0; project pct=0" },

  { "pause", "start=2006-09-21", "A 10d pause=4d+3d; X 20d", "A f=2006-10-09 d=10d ls=2006-10-02 lf=2006-10-18 ts=7d" },
  { "two-pauses", "start=2006-01-06", "A 10d pause=2d+4d pause=7d+2d", "A f=2006-01-27 d=10d" },
  { "pauses-in-any-order", "", "A 4d pause=3d+1d pause=1d+2d", "A f=03-10" },
  { "pause-after-the-end", "", "A 2d pause=2d+3d pause=5d+1d", "A f=03-03" },
  { "pause-of-elapsed", "", "A 2ed pause=1ed+1ed", "A f=03-05T08:00" },
  { "pause-and-links", "", "A 2d pause=1d+1d; B 1d A; C 2d FF(A) pause=1d+2d", "A f=03-04; B s=03-05; C s=03-02 f=03-05" },
  { "pause-in-percent-lag", "", "A 2d pause=1d+1d; B 1d A+100%", "B s=03-09" },
  { "pause-of-resource", "Ann=standard,03-04", "A 2d by=Ann pause=1d+1d", "A f=03-05; A/Ann f=03-05" },
  { "done-before-pause", "start=2006-01-06", "A 10d as=2006-01-06 ad=1d pause=4d+1d", "A f=2006-01-20 stop=2006-01-06 resume=2006-01-09" },
  { "done-up-to-pause", "start=2006-01-06", "A 10d as=2006-01-06 ad=4d pause=4d+1d", "A f=2006-01-20 stop=2006-01-11 resume=2006-01-12" },
  { "done-after-pause", "start=2006-01-06", "A 10d as=2006-01-06 ad=5d pause=4d+1d", "A f=2006-01-20 stop=2006-01-13 resume=2006-01-16" },
  { "resumed-after-pause", "", "A 4d as=03-02 ad=1d resume=03-05 pause=1d+2d", "A f=03-09 resume=03-05" },
  { "pause-of-manual", "", "A 3d from=03-02 pause=1d+2d", "A s=03-02 f=03-06 d=3d" },
  { "pause-of-manual-to", "", "A 3d to=03-06 pause=1d+2d", "A s=03-02 f=03-06 d=3d" },
  { "pause-of-manual-both", "", "A 3d from=03-02 to=03-06 pause=1d+2d", "A s=03-02 f=03-06 d=3d ls=03-02" },
  { "from-finish", "finish=03-20", "A 3d ALAP pause=1d+2d", "A s=03-16 f=03-20 d=3d" },
  { "from-finish-started", "finish=03-20", "A 3d ALAP as=03-09 ad=1d; B 1d A ALAP", "A s=03-09 f=03-11 stop=03-09 resume=03-10" },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  plan_case_add_tests ("/schedule/progress/", cases, G_N_ELEMENTS (cases), plan_case_test);
  return g_test_run ();
}
