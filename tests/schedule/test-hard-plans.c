/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plans at the edge of what can be planned: very long, very wide, with thousands of exceptions, without working time, at the
 * beginning and the end of time. The result is right, or there is one clear sentence.
 */

#include "plan-random-plan.h"

#include "plan-error.h"

#include <string.h>

static PlanId
add_plain (PlanModel *model, guint i, PlanTicks duration)
{
  PlanTask task;

  plan_record_init (PLAN_RECORD_TASK, &task);
  task.id = CASE_FIRST_TASK + i;
  task.project = CASE_PROJECT;
  task.duration = duration;
  plan_model_insert (model, PLAN_RECORD_TASK, &task);
  return task.id;
}

static void
add_plain_link (PlanModel *model, PlanId from, PlanId to)
{
  PlanLink link;

  plan_record_init (PLAN_RECORD_LINK, &link);
  link.id = 100000000 + plan_model_get_n (model, PLAN_RECORD_LINK);
  link.predecessor = from;
  link.successor = to;
  plan_model_insert (model, PLAN_RECORD_LINK, &link);
}

#define WORK_OF_CHAIN 60 /* a million of them take 48 years */

static void
test_chain (void)
{
  g_autoptr (PlanModel) model = case_new_model ();
  g_autoptr (PlanSchedule) schedule = NULL;
  g_autoptr (GError) error = NULL;
  PlanTicks finish;
  const guint n = g_test_slow () ? 1000000 : 20000;

  for (guint i = 0; i < n; i++)
    {
      PlanId id = add_plain (model, i, WORK_OF_CHAIN);

      if (i > 0)
        add_plain_link (model, id - 1, id);
    }
  schedule = case_compute (model);
  finish = plan_worktime_add (plan_schedule_get_worktime (schedule, CASE_STANDARD), case_date ("03-02T08:00", 0), (PlanTicks) n * WORK_OF_CHAIN);
  g_assert_cmpint (plan_schedule_get_task (schedule, n - 1)->finish, ==, finish);
  g_assert_cmpuint (plan_schedule_get_project (schedule, CASE_PROJECT)->n_critical, ==, n);
  add_plain_link (model, CASE_FIRST_TASK + n - 1, CASE_FIRST_TASK);
  g_assert_false (plan_schedule_compute (schedule, model, NULL, &error));
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_CYCLE);
  g_assert_cmpuint (strlen (error->message), <, 500);
}

/* More work than there is time for ends at the end of time. */
static void
test_endless (void)
{
  g_autoptr (PlanModel) model = case_new_model ();
  g_autoptr (PlanSchedule) schedule = NULL;

  for (guint i = 0; i < 50; i++)
    {
      PlanId id = add_plain (model, i, PLAN_DURATION_MAX);

      if (i > 0)
        add_plain_link (model, id - 1, id);
    }
  schedule = case_compute (model);
  g_assert_cmpint (plan_schedule_get_task (schedule, 49)->finish, ==, PLAN_TICKS_MAX);
}

static void
test_fan (void)
{
  g_autoptr (PlanModel) model = case_new_model ();
  g_autoptr (PlanSchedule) schedule = NULL;
  const guint n = g_test_slow () ? 100001 : 50000;

  add_plain (model, 0, 4800);
  for (guint i = 1; i < n; i++)
    add_plain_link (model, CASE_FIRST_TASK, add_plain (model, i, 4800));
  schedule = case_compute (model);
  g_assert_cmpint (plan_schedule_get_task (schedule, n - 1)->start, ==, case_date ("03-03T08:00", 0));
  g_assert_cmpint (plan_schedule_get_task (schedule, 0)->total_slack, ==, 0);
}

/* Thousands of days off, one by one: work begins after the last of them. */
static void
test_exceptions (void)
{
  g_autoptr (PlanModel) model = case_new_model ();
  g_autoptr (PlanSchedule) schedule = NULL;
  const guint n = g_test_slow () ? 50000 : 2000;
  PlanDay first = plan_day_from_civil (1984, 1, 2), open = first + (PlanDay) n;
  PlanValue start = PLAN_VALUE_OF_INTEGER (plan_ticks_from_day (first, 4800));

  for (guint i = 0; i < n; i++)
    {
      PlanException exception;

      plan_record_init (PLAN_RECORD_EXCEPTION, &exception);
      exception.id = 50000000 + i;
      exception.calendar = CASE_STANDARD;
      exception.hours = "";
      exception.start = exception.finish = first + (PlanDay) ((i * 7919) % n); /* in no order */
      plan_model_insert (model, PLAN_RECORD_EXCEPTION, &exception);
    }
  plan_model_set (model, PLAN_FIELD_PROJECT_START, CASE_PROJECT, &start);
  add_plain (model, 0, 4800);
  schedule = case_compute (model);
  while (plan_day_get_weekday (open) >= 5)
    open++;
  g_assert_cmpint (plan_schedule_get_task (schedule, 0)->start, ==, plan_ticks_from_day (open, 4800));
}

/* A calendar in which nobody ever works is named in one sentence. */
static void
test_no_working_time (void)
{
  static const char *const never[7] = { "", "", "", "", "", "", "" };
  g_autoptr (PlanModel) model = case_new_model ();
  g_autoptr (PlanSchedule) schedule = plan_schedule_new ();
  g_autoptr (GError) error = NULL;
  PlanValue calendar = PLAN_VALUE_OF_INTEGER (9);

  case_add_calendar (model, 9, PLAN_ID_NONE, "Never", never);
  plan_model_set (model, PLAN_FIELD_TASK_CALENDAR, add_plain (model, 0, 4800), &calendar);
  g_assert_false (plan_schedule_compute (schedule, model, NULL, &error));
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_RANGE);
  g_assert_nonnull (strstr (error->message, "Never"));
  g_assert_null (strchr (error->message, '\n'));
}

static void
test_cancel (void)
{
  g_autoptr (PlanCase) self = plan_case_new ("", "A 1d");
  g_autoptr (GError) error = NULL;
  PlanProgress progress = { 0 };

  plan_progress_cancel (&progress);
  g_assert_false (plan_schedule_compute (self->schedule, self->model, &progress, &error));
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_CANCELLED);
}

static void
test_far_dates (void)
{
  plan_case_run ("start=1984-01-02", "A 1d; B 1d A", "B s=1984-01-03 f=1984-01-03 ts=0d");
  plan_case_run ("start=2149-12-30", "A 1d; B 1d A", "B s=2149-12-31 f=2149-12-31 ts=0d");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/hard-plans/chain", test_chain);
  g_test_add_func ("/schedule/hard-plans/endless", test_endless);
  g_test_add_func ("/schedule/hard-plans/fan", test_fan);
  g_test_add_func ("/schedule/hard-plans/exceptions", test_exceptions);
  g_test_add_func ("/schedule/hard-plans/no-working-time", test_no_working_time);
  g_test_add_func ("/schedule/hard-plans/cancel", test_cancel);
  g_test_add_func ("/schedule/hard-plans/far-dates", test_far_dates);
  return g_test_run ();
}
