/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Edits of work, duration and units: each is one edit, what follows by the type of the task is written along, and taking
 * it back leaves no trace. The arithmetic itself is tested in schedule/test-equation.
 */

#include "office-fixture.h"

#include "plan-edits.h"

#define HOUR PLAN_TICKS_PER_HOUR

typedef enum { EDIT_NONE, EDIT_DURATION, EDIT_TYPE, EDIT_EFFORT, EDIT_UNITS, EDIT_WORK, EDIT_CONTOUR, EDIT_OVERTIME, EDIT_ADD, EDIT_DELETE,
               EDIT_CELL } Kind;

typedef struct
{
  Kind kind;
  gint64 value;
  const char *text;
} Step;

/* Of a task of 5 days on which one works full time. */
static const struct
{
  const char *path;
  Step steps[3];
  PlanTicks duration;
  PlanTicks works[2]; /* of the first, and of who joined */
} cases[] = {
  { "duration", { { EDIT_DURATION, 16 * HOUR } }, 16 * HOUR, { 16 * HOUR } },
  { "duration-of-fixed-work", { { EDIT_TYPE, PLAN_TASK_FIXED_WORK }, { EDIT_DURATION, 80 * HOUR } }, 80 * HOUR, { 40 * HOUR } },
  { "units", { { EDIT_UNITS, 5000 } }, 80 * HOUR, { 40 * HOUR } },
  { "units-of-fixed-duration", { { EDIT_TYPE, PLAN_TASK_FIXED_DURATION }, { EDIT_UNITS, 5000 } }, 40 * HOUR, { 20 * HOUR } },
  { "work", { { EDIT_WORK, 60 * HOUR } }, 60 * HOUR, { 60 * HOUR } },
  { "work-of-fixed-duration", { { EDIT_TYPE, PLAN_TASK_FIXED_DURATION }, { EDIT_WORK, 60 * HOUR } }, 40 * HOUR, { 60 * HOUR } },
  { "contour", { { EDIT_CONTOUR, 7 } }, 34286, { 40 * HOUR } },
  { "overtime", { { EDIT_OVERTIME, 10 * HOUR } }, 30 * HOUR, { 40 * HOUR } },
  { "join", { { EDIT_ADD, 10000 } }, 40 * HOUR, { 40 * HOUR, 40 * HOUR } },
  { "join-by-effort", { { EDIT_EFFORT, TRUE }, { EDIT_ADD, 10000 } }, 20 * HOUR, { 20 * HOUR, 20 * HOUR } },
  { "join-in-cell", { { EDIT_EFFORT, TRUE }, { EDIT_CELL, 0, "Liu Wei; Joan" } }, 20 * HOUR, { 20 * HOUR, 20 * HOUR } },
  { "leave-by-effort", { { EDIT_EFFORT, TRUE }, { EDIT_ADD, 10000 }, { EDIT_DELETE } }, 40 * HOUR, { 40 * HOUR } },
  { "units-in-cell", { { EDIT_CELL, 0, "Liu Wei 50%" } }, 80 * HOUR, { 40 * HOUR } },
};

typedef struct
{
  OfficeFixture *office;
  PlanId task;
  PlanId first;
  PlanId joined;
} Work;

static gboolean
set (Work *self, PlanFieldId field, PlanId id, gint64 value)
{
  PlanValue boxed = PLAN_VALUE_OF_INTEGER (value);
  g_autoptr (GError) error = NULL;
  gboolean ok = plan_edit_set (self->office->document, field, id, &boxed, &error);

  g_assert_no_error (error);
  return ok;
}

static PlanId
add_resource (Work *self, const char *name)
{
  PlanId id = PLAN_ID_NONE;

  g_assert_true (plan_edit_resource_add (self->office->document, name, PLAN_RESOURCE_WORK, &id, NULL));
  return id;
}

static gboolean
run_step (Work *self, const Step *step)
{
  PlanDocument *document = self->office->document;

  switch (step->kind)
    {
    case EDIT_DURATION:
      return set (self, PLAN_FIELD_TASK_DURATION, self->task, step->value);
    case EDIT_TYPE:
      return set (self, PLAN_FIELD_TASK_TYPE, self->task, step->value);
    case EDIT_EFFORT:
      return set (self, PLAN_FIELD_TASK_EFFORT_DRIVEN, self->task, step->value);
    case EDIT_UNITS:
      return set (self, PLAN_FIELD_ASSIGNMENT_UNITS, self->first, step->value);
    case EDIT_WORK:
      return set (self, PLAN_FIELD_ASSIGNMENT_WORK, self->first, step->value);
    case EDIT_CONTOUR:
      return set (self, PLAN_FIELD_ASSIGNMENT_CONTOUR, self->first, step->value);
    case EDIT_OVERTIME:
      return set (self, PLAN_FIELD_ASSIGNMENT_OVERTIME_WORK, self->first, step->value);
    case EDIT_ADD:
      return plan_edit_assignment_add (document, self->task, add_resource (self, "Joan"), step->value, &self->joined, NULL);
    case EDIT_DELETE:
      return plan_edit_assignment_delete (document, self->joined, NULL);
    default:
      return plan_edit_task_set_resources (document, self->task, step->text, NULL);
    }
}

static PlanTicks
get_work_of_others (const Work *self)
{
  const PlanModel *model = plan_document_get_model (self->office->document);
  PlanTicks work = 0;

  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_ASSIGNMENT); i++)
    {
      const PlanAssignment *assignment = plan_model_get_assignment_at (model, i);

      if (assignment->task == self->task && assignment->id != self->first)
        work += assignment->work;
    }
  return work;
}

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  const PlanModel *model = plan_document_get_model (office->document);
  Work self = { .office = office };
  const PlanScheduledTask *dates;
  g_autofree char *before = NULL, *after = NULL, *again = NULL;
  guint n = 0;

  g_assert_true (plan_edit_task_add (office->document, office->project, PLAN_ID_NONE, "Work", "5d", &self.task, NULL));
  g_assert_true (plan_edit_assignment_add (office->document, self.task, office->resource, 10000, &self.first, NULL));
  for (; n + 1 < G_N_ELEMENTS (cases[i].steps) && cases[i].steps[n + 1].kind != EDIT_NONE; n++)
    g_assert_true (run_step (&self, &cases[i].steps[n]));
  before = office_dump (office->document);
  g_assert_true (run_step (&self, &cases[i].steps[n]));
  g_assert_cmpint (plan_model_get_task (model, self.task)->duration, ==, cases[i].duration);
  g_assert_cmpint (((const PlanAssignment *) plan_model_lookup (model, PLAN_RECORD_ASSIGNMENT, self.first))->work, ==, cases[i].works[0]);
  g_assert_cmpint (get_work_of_others (&self), ==, cases[i].works[1]);
  dates = plan_schedule_get_task (plan_document_get_schedule (office->document), plan_model_find (model, PLAN_RECORD_TASK, self.task));
  g_assert_cmpint (dates->duration, ==, cases[i].duration);
  after = office_dump (office->document);
  if (cases[i].steps[n].kind != EDIT_ADD && cases[i].steps[n].text == NULL)
    {
      g_assert_true (plan_document_undo (office->document, NULL));
      again = office_dump (office->document);
      office_assert_same (again, before);
      g_assert_true (plan_document_redo (office->document, NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/document/edits-work/", cases[i].path, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  return g_test_run ();
}
