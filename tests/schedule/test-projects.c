/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Several projects in one network: links between them, each with its own start, calendar and finish.
 */

#include "plan-case.h"

#include "plan-error.h"
#include "plan-schedule-private.h"

#include <string.h>

#define OTHER (CASE_PROJECT + 1)
#define THIRD (CASE_PROJECT + 2)

typedef struct
{
  PlanModel *model;
  PlanSchedule *schedule;
  guint n;
} Office;

static void
add_project (Office *self, PlanId id, const char *name, const char *start, PlanId calendar, PlanScheduleFrom from)
{
  PlanProject project;

  plan_record_init (PLAN_RECORD_PROJECT, &project);
  project.id = id;
  project.name = name;
  project.start = case_date (start, 0);
  project.finish = case_date ("05-29T17:00", 0);
  project.calendar = calendar;
  project.schedule_from = from;
  plan_model_insert (self->model, PLAN_RECORD_PROJECT, &project);
}

static PlanId
add_task (Office *self, PlanId project, const char *name, PlanTicks days)
{
  PlanTask task;

  plan_record_init (PLAN_RECORD_TASK, &task);
  task.id = CASE_FIRST_TASK + self->n++;
  task.project = project;
  task.name = name;
  task.duration = days * 4800;
  plan_model_insert (self->model, PLAN_RECORD_TASK, &task);
  return task.id;
}

static PlanLink
make_link (Office *self, PlanId from, PlanId to)
{
  PlanLink link;

  plan_record_init (PLAN_RECORD_LINK, &link);
  link.id = 100000 + self->n++;
  link.predecessor = from;
  link.successor = to;
  return link;
}

static void
add_link (Office *self, PlanId from, PlanId to)
{
  PlanLink link = make_link (self, from, to);

  plan_model_insert (self->model, PLAN_RECORD_LINK, &link);
}

static Office *
new_office (void)
{
  Office *self = g_new0 (Office, 1);

  self->model = case_new_model ();
  self->schedule = plan_schedule_new ();
  add_project (self, OTHER, "Move", "03-05T08:00", CASE_24_HOURS, PLAN_SCHEDULE_FROM_START);
  return self;
}

static void
free_office (Office *self)
{
  plan_schedule_free (self->schedule);
  plan_model_unref (self->model);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Office, free_office)

static const PlanScheduledTask *
get_task (const Office *self, PlanId id)
{
  return plan_schedule_get_task (self->schedule, plan_model_find (self->model, PLAN_RECORD_TASK, id));
}

static void
compute (Office *self)
{
  g_assert_true (plan_schedule_compute (self->schedule, self->model, NULL, NULL));
}

static void
update (Office *self, const PlanChangeSet *changes)
{
  g_assert_true (plan_model_apply (self->model, changes, NULL));
  g_assert_true (plan_schedule_update (self->schedule, self->model, changes, NULL));
}

/* A task of one project waits for a task of another; each counts in its own calendar and from its own start, and its slack
 * is measured to the finish of its own project. */
static void
test_link (void)
{
  g_autoptr (Office) self = new_office ();
  PlanId build = add_task (self, CASE_PROJECT, "Build", 4), paint = add_task (self, CASE_PROJECT, "Paint", 2);
  PlanId pack = add_task (self, OTHER, "Pack", 1), carry = add_task (self, OTHER, "Carry", 3);

  add_link (self, build, carry);
  compute (self);
  g_assert_cmpint (get_task (self, build)->start, ==, case_date ("03-02T08:00", 0));
  g_assert_cmpint (get_task (self, build)->finish, ==, case_date ("03-05T17:00", 0));
  g_assert_cmpint (get_task (self, pack)->start, ==, case_date ("03-05T08:00", 0));
  g_assert_cmpint (get_task (self, carry)->start, ==, case_date ("03-05T17:00", 0));
  g_assert_cmpint (get_task (self, carry)->finish, ==, case_date ("03-06T17:00", 0));
  g_assert_cmpint (get_task (self, paint)->total_slack, ==, 2 * 4800);
  g_assert_true (get_task (self, build)->critical && get_task (self, carry)->critical);
  g_assert_cmpint (plan_schedule_get_project (self->schedule, CASE_PROJECT)->finish, ==, case_date ("03-05T17:00", 0));
  g_assert_cmpint (plan_schedule_get_project (self->schedule, OTHER)->finish, ==, case_date ("03-06T17:00", 0));
}

/* The task that others wait for is late in its own project only when its successor has no slack. */
static void
test_limit (void)
{
  g_autoptr (Office) self = new_office ();
  PlanId build = add_task (self, CASE_PROJECT, "Build", 4), check = add_task (self, CASE_PROJECT, "Check", 10);
  PlanId carry = add_task (self, OTHER, "Carry", 3);

  add_link (self, build, carry);
  compute (self);
  g_assert_cmpint (get_task (self, check)->total_slack, ==, 0);
  g_assert_cmpint (get_task (self, build)->total_slack, ==, 0); /* the other project would finish later */
  g_assert_cmpint (get_task (self, build)->free_slack, ==, 0);
}

/* An edit in one project goes on in the others that are linked with it, and leaves the rest alone. */
static void
test_update (void)
{
  g_autoptr (Office) self = new_office ();
  g_autoptr (PlanChangeSet) later = plan_change_set_new (), linked = plan_change_set_new (), turned = plan_change_set_new ();
  PlanId build = add_task (self, CASE_PROJECT, "Build", 4), carry = add_task (self, OTHER, "Carry", 3), wait;
  PlanLink link;

  add_project (self, THIRD, "Fair", "03-02T08:00", CASE_STANDARD, PLAN_SCHEDULE_FROM_FINISH);
  wait = add_task (self, THIRD, "Open", 5);
  add_task (self, CASE_PROJECT, "Long", 20);
  add_task (self, OTHER, "Store", 60);
  compute (self);
  g_assert_cmpint (get_task (self, wait)->finish, ==, case_date ("05-29T17:00", 0));
  g_assert_cmpint (get_task (self, carry)->start, ==, case_date ("03-05T08:00", 0));
  link = make_link (self, build, carry);
  plan_change_set_add_insert (linked, PLAN_RECORD_LINK, &link);
  update (self, linked);
  g_assert_cmpint (get_task (self, carry)->start, ==, case_date ("03-05T17:00", 0));
  plan_change_set_add_update (later, PLAN_FIELD_TASK_DURATION, build, &PLAN_VALUE_OF_INTEGER (4 * 4800), &PLAN_VALUE_OF_INTEGER (5 * 4800));
  update (self, later);
  g_assert_cmpint (get_task (self, carry)->start, ==, case_date ("03-06T17:00", 0));
  g_assert_cmpuint (plan_schedule_get_counts (self->schedule)->n_structural, ==, 1);
  g_assert_cmpuint (plan_schedule_get_counts (self->schedule)->n_values, ==, 1);
  plan_change_set_add_update (turned, PLAN_FIELD_TASK_DURATION, wait, &PLAN_VALUE_OF_INTEGER (5 * 4800), &PLAN_VALUE_OF_INTEGER (4800));
  update (self, turned);
  g_assert_cmpuint (plan_schedule_get_counts (self->schedule)->n_groups, ==, 1);
  g_assert_cmpint (get_task (self, wait)->start, ==, case_date ("05-29T08:00", 0));
  g_assert_cmpint (get_task (self, carry)->start, ==, case_date ("03-06T17:00", 0));
}

/* A circle through several projects names tasks and projects; afterwards all is as before. */
static void
test_circle (void)
{
  g_autoptr (Office) self = new_office ();
  g_autoptr (PlanChangeSet) changes = plan_change_set_new (), inverse = NULL;
  g_autoptr (GError) error = NULL;
  PlanId build = add_task (self, CASE_PROJECT, "Build", 4), carry = add_task (self, OTHER, "Carry", 3);
  PlanLink link;

  add_link (self, build, carry);
  compute (self);
  link = make_link (self, carry, build);
  plan_change_set_add_insert (changes, PLAN_RECORD_LINK, &link);
  g_assert_true (plan_model_apply (self->model, changes, NULL));
  g_assert_false (plan_schedule_update (self->schedule, self->model, changes, &error));
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_CYCLE);
  g_assert_nonnull (strstr (error->message, "Carry (Move)"));
  g_assert_cmpint (get_task (self, carry)->start, ==, case_date ("03-05T17:00", 0));
  inverse = plan_change_set_invert (changes);
  update (self, inverse);
  g_assert_cmpint (get_task (self, carry)->start, ==, case_date ("03-05T17:00", 0));
}

/* Dates that follow from a start cannot follow from those that follow from a finish, so such a link says nothing. */
static void
test_directions (void)
{
  g_autoptr (Office) self = new_office ();
  PlanId build = add_task (self, CASE_PROJECT, "Build", 4), open;

  add_project (self, THIRD, "Fair", "03-02T08:00", CASE_STANDARD, PLAN_SCHEDULE_FROM_FINISH);
  open = add_task (self, THIRD, "Open", 100);
  add_link (self, build, open);
  compute (self);
  g_assert_cmpint (get_task (self, open)->finish, ==, case_date ("05-29T17:00", 0));
  g_assert_cmpint (get_task (self, build)->total_slack, ==, 0);
}

/* Who is assigned to a summary itself works by the calendar of its project. */
static void
test_summary_work (void)
{
  g_autoptr (Office) self = new_office ();
  PlanId move = add_task (self, OTHER, "Move", 0), pack = add_task (self, OTHER, "Pack", 1);
  g_autofree PlanAssigned *list = NULL;
  PlanAssignment assignment;

  add_task (self, CASE_PROJECT, "Build", 4);
  plan_model_set (self->model, PLAN_FIELD_TASK_PARENT, pack, &PLAN_VALUE_OF_INTEGER (move));
  plan_record_init (PLAN_RECORD_ASSIGNMENT, &assignment);
  assignment.id = CASE_FIRST_ASSIGNMENT;
  assignment.task = move;
  assignment.work = 4800;
  plan_model_insert (self->model, PLAN_RECORD_ASSIGNMENT, &assignment);
  compute (self);
  list = plan_assigned_list (self->schedule, self->model);
  g_assert_true (list[0].worktime == plan_schedule_get_worktime (self->schedule, CASE_24_HOURS));
  g_assert_cmpint (list[0].start, ==, get_task (self, pack)->start);
  g_assert_cmpint (list[0].finish, ==, get_task (self, pack)->finish);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/projects/link", test_link);
  g_test_add_func ("/schedule/projects/limit", test_limit);
  g_test_add_func ("/schedule/projects/update", test_update);
  g_test_add_func ("/schedule/projects/circle", test_circle);
  g_test_add_func ("/schedule/projects/directions", test_directions);
  g_test_add_func ("/schedule/projects/summary-work", test_summary_work);
  return g_test_run ();
}
