/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What two moments differ in: every kind of difference by itself, what came or went with others, dates, order and totals;
 * then random edits, after which the differences of the whole office are those of its edit, and none is left when it is undone.
 */

#include "plan-compare.h"

#include "plan-columns.h"
#include "office-fixture.h"

#include <string.h>

/* The office as it was, beside the office as it is. */
typedef struct
{
  OfficeFixture *office;
  PlanModel *model;
  PlanSchedule *schedule;
} Past;

static void
remember (Past *self, OfficeFixture *office)
{
  self->office = office;
  self->model = plan_document_snapshot (office->document);
  self->schedule = plan_schedule_new ();
  g_assert_true (plan_schedule_compute (self->schedule, self->model, NULL, NULL));
}

static void
forget (Past *self)
{
  plan_schedule_free (self->schedule);
  plan_model_unref (self->model);
}

static PlanComparison *
compare (Past *self, gboolean backwards)
{
  PlanMoment was = { self->model, self->schedule };
  PlanMoment is = { plan_document_get_model (self->office->document), plan_document_get_schedule (self->office->document) };

  return backwards ? plan_comparison_new (&is, &was, NULL) : plan_comparison_new (&was, &is, NULL);
}

/* A line for each difference: "changed task “Design” duration 3 d>8 d …". */
static char *
describe (const PlanComparison *comparison)
{
  static const char *const kinds[] = { "added", "deleted", "changed" };
  static const char *const moves[] = { "", " to-row", " below ", " to-top" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < comparison->items->len; i++)
    {
      const PlanDifference *item = comparison->items->pdata[i];

      g_string_append_printf (text, "%s %s %s%s%s", kinds[item->kind], plan_record_get_table (item->record), item->name,
                              moves[item->move], item->parent != NULL ? item->parent : "");
      if (item->n_below > 0)
        g_string_append_printf (text, " +%u", item->n_below);
      for (guint j = 0; j < item->fields->len; j++)
        {
          const PlanFieldDifference *field = item->fields->pdata[j];

          g_string_append_printf (text, " %s %s>%s", plan_field_difference_get_key (field), field->old_text, field->new_text);
        }
      g_string_append_c (text, '\n');
    }
  for (guint i = 0; i < comparison->projects->len; i++)
    {
      const PlanProjectDifference *project = comparison->projects->pdata[i];

      g_string_append_printf (text, "%s: %s>%s slip %g d, moved %u, later %u, earlier %u\n", project->name,
                              project->finish_text[0] != NULL ? project->finish_text[0] : "=",
                              project->finish_text[1] != NULL ? project->finish_text[1] : "=", project->slip / 4800.0,
                              project->n_moved, project->n_later, project->n_earlier);
    }
  return g_string_free (text, FALSE);
}

static void
expect (Past *self, const char *expected)
{
  g_autoptr (PlanComparison) comparison = compare (self, FALSE);
  g_autofree char *text = describe (comparison);

  g_assert_cmpstr (text, ==, expected);
}

/* What one edit of the filled office is said to differ in. */
typedef struct
{
  const char *name;
  gboolean (*edit) (OfficeFixture *office, GError **error);
  const char *expected;
} Case;

static gboolean
set_duration (OfficeFixture *office, GError **error)
{
  return plan_edit_set_text (office->document, PLAN_FIELD_TASK_DURATION, office->design, "8d", error);
}

static gboolean
make_elapsed (OfficeFixture *office, GError **error)
{
  return plan_edit_set_text (office->document, PLAN_FIELD_TASK_DURATION, office->code, "5ed", error);
}

static gboolean
rename_task (OfficeFixture *office, GError **error)
{
  return plan_edit_set_text (office->document, PLAN_FIELD_TASK_NAME, office->ship, "发货", error);
}

static gboolean
delete_summary (OfficeFixture *office, GError **error)
{
  return plan_edit_task_delete (office->document, &office->build, 1, error);
}

static gboolean
delete_leaf (OfficeFixture *office, GError **error)
{
  return plan_edit_task_delete (office->document, &office->design, 1, error);
}

static gboolean
add_below (OfficeFixture *office, GError **error)
{
  return plan_edit_task_insert (office->document, office->project, office->build, office->test, "Deploy", "1d", NULL, error);
}

static gboolean
move_out (OfficeFixture *office, GError **error)
{
  return plan_edit_task_outdent (office->document, office->test, error);
}

static gboolean
move_in (OfficeFixture *office, GError **error)
{
  PlanId link = PLAN_ID_NONE;
  const PlanModel *model = plan_document_get_model (office->document);

  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_LINK); i++)
    if (plan_model_get_link_at (model, i)->successor == office->ship)
      link = plan_model_get_link_at (model, i)->id;
  return plan_edit_link_delete (office->document, link, error) && plan_edit_task_indent (office->document, office->ship, error);
}

static gboolean
move_row (OfficeFixture *office, GError **error)
{
  return plan_edit_task_move (office->document, office->design, office->build, office->test, error);
}

static gboolean
set_lag (OfficeFixture *office, GError **error)
{
  return plan_edit_set_text (office->document, PLAN_FIELD_LINK_LAG, office->link, "3d", error);
}

static gboolean
set_units (OfficeFixture *office, GError **error)
{
  return plan_edit_set_text (office->document, PLAN_FIELD_RESOURCE_GROUP, office->resource, "Web", error);
}

static gboolean
set_deadline (OfficeFixture *office, GError **error)
{
  return plan_edit_set_text (office->document, PLAN_FIELD_TASK_DEADLINE, office->ship, "2027-01-15", error);
}

static gboolean
set_notes (OfficeFixture *office, GError **error)
{
  return plan_edit_set_text (office->document, PLAN_FIELD_TASK_NOTES, office->ship, "Call first", error);
}

static gboolean
add_project (OfficeFixture *office, GError **error)
{
  PlanId project;

  return plan_edit_project_add (office->document, "Site", 0, &project, error) &&
         plan_edit_task_add (office->document, project, PLAN_ID_NONE, "Plan", "1d", NULL, error);
}

static gboolean
do_nothing (OfficeFixture *office, GError **error)
{
  return plan_edit_set_text (office->document, PLAN_FIELD_TASK_NAME, office->ship, "x", error) &&
         plan_document_undo (office->document, error);
}

static const Case cases[] = {
  { "duration", set_duration,
    "changed task “Build” finish 12 Mar>19 Mar\n"
    "changed task “Design” duration 3 d>8 d finish 4 Mar>11 Mar\n"
    "changed task “Code” start 6 Mar>13 Mar finish 12 Mar>19 Mar\n"
    "changed task “Test” start 6 Mar>13 Mar finish 8 Mar>15 Mar\n"
    "changed task “Ship” start 12 Mar>19 Mar finish 12 Mar>19 Mar\n"
    "changed assignment “Liu Wei” on “Design” work 12 h>32 h\n"
    "Shop: 12 Mar>19 Mar slip 5 d, moved 4, later 4, earlier 0\n" },
  { "unit", make_elapsed,
    "changed task “Build” finish 12 Mar>11 Mar\n"
    "changed task “Code” duration 5 d?>5 ed finish 12 Mar>11 Mar\n"
    "changed task “Ship” start 12 Mar>11 Mar finish 12 Mar>11 Mar\n"
    "Shop: 12 Mar>11 Mar slip -2 d, moved 2, later 0, earlier 2\n" },
  { "name", rename_task, "changed task “Ship” name Ship>发货\n" },
  { "summary", delete_summary,
    "deleted task “Build” +3\n"
    "changed task “Ship” start 12 Mar>2 Mar finish 12 Mar>2 Mar\n"
    "Shop: 12 Mar>2 Mar slip -9 d, moved 1, later 0, earlier 1\n" },
  { "leaf", delete_leaf,
    "deleted task “Design”\n"
    "changed task “Build” finish 12 Mar>6 Mar\n"
    "changed task “Code” start 6 Mar>2 Mar finish 12 Mar>6 Mar\n"
    "changed task “Test” start 6 Mar>2 Mar finish 8 Mar>4 Mar\n"
    "changed task “Ship” start 12 Mar>6 Mar finish 12 Mar>6 Mar\n"
    "Shop: 12 Mar>6 Mar slip -4 d, moved 3, later 0, earlier 3\n" },
  { "add", add_below, "added task “Deploy”\n" },
  { "out", move_out, "changed task “Test” to-top\n" },
  { "in", move_in,
    "changed task “Ship” below “Build” start 12 Mar>2 Mar finish 12 Mar>2 Mar\n"
    "deleted link “Build” → “Ship” (FS)\n"
    "Shop: =>= slip 0 d, moved 1, later 0, earlier 1\n" },
  { "row", move_row, "changed task “Design” to-row\n" },
  { "lag", set_lag,
    "changed task “Build” finish 12 Mar>16 Mar\n"
    "changed task “Code” start 6 Mar>10 Mar finish 12 Mar>16 Mar\n"
    "changed task “Test” start 6 Mar>10 Mar finish 8 Mar>12 Mar\n"
    "changed task “Ship” start 12 Mar>16 Mar finish 12 Mar>16 Mar\n"
    "changed link “Design” → “Code” (FS+1d) lag 1d>3d\n"
    "Shop: 12 Mar>16 Mar slip 2 d, moved 3, later 3, earlier 0\n" },
  { "resource", set_units, "changed resource “Liu Wei” group >Web\n" },
  { "year", set_deadline, "changed task “Ship” deadline >15 Jan 2027\n" },
  { "notes", set_notes, "changed task “Ship” notes >Call first\n" },
  { "project", add_project, "added project “Site” +1\n" },
  { "nothing", do_nothing, "" },
};

static void
test_case (gconstpointer data)
{
  const Case *self = data;
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_autoptr (GError) error = NULL;
  Past past;

  remember (&past, office);
  g_assert_true (self->edit (office, &error));
  g_assert_no_error (error);
  expect (&past, self->expected);
  forget (&past);
}

/* Backwards, what was added is deleted, and later is earlier. */
static void
test_backwards (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_autoptr (PlanComparison) forwards = NULL, backwards = NULL;
  const PlanProjectDifference *project;
  Past past;

  remember (&past, office);
  g_assert_true (add_below (office, NULL) && set_duration (office, NULL) && delete_summary (office, NULL));
  forwards = compare (&past, FALSE);
  backwards = compare (&past, TRUE);
  for (guint record = 0; record < PLAN_N_RECORDS; record++)
    {
      g_assert_cmpuint (forwards->counts[record][PLAN_DIFFERENCE_ADDED], ==, backwards->counts[record][PLAN_DIFFERENCE_DELETED]);
      g_assert_cmpuint (forwards->counts[record][PLAN_DIFFERENCE_DELETED], ==, backwards->counts[record][PLAN_DIFFERENCE_ADDED]);
      g_assert_cmpuint (forwards->counts[record][PLAN_DIFFERENCE_CHANGED], ==, backwards->counts[record][PLAN_DIFFERENCE_CHANGED]);
    }
  g_assert_cmpuint (forwards->counts[PLAN_RECORD_TASK][PLAN_DIFFERENCE_DELETED], ==, 1);
  g_assert_cmpuint (backwards->projects->len, ==, 1);
  project = backwards->projects->pdata[0];
  g_assert_cmpint (project->slip, ==, -((const PlanProjectDifference *) forwards->projects->pdata[0])->slip);
  g_assert_cmpuint (project->n_later, ==, ((const PlanProjectDifference *) forwards->projects->pdata[0])->n_earlier);
  forget (&past);
}

static void
take_changes_cb (PlanDocument *document, const PlanChangeSet *changes, PlanChangeSet **taken)
{
  g_autoptr (PlanChangeSet) inverse = plan_change_set_invert (changes);

  g_clear_pointer (taken, plan_change_set_free);
  *taken = plan_change_set_invert (inverse);
}

/* Differences but those that only followed. */
static char *
describe_done (PlanComparison *comparison)
{
  for (guint i = comparison->items->len; i-- > 0;)
    {
      PlanDifference *item = comparison->items->pdata[i];

      for (guint j = item->fields->len; j-- > 0;)
        if (((const PlanFieldDifference *) item->fields->pdata[j])->field == PLAN_N_FIELDS)
          g_ptr_array_remove_index (item->fields, j);
      if (item->kind == PLAN_DIFFERENCE_CHANGED && item->fields->len == 0 && item->move == PLAN_MOVE_NONE)
        g_ptr_array_remove_index (comparison->items, i);
    }
  return describe (comparison);
}

/* What an edit changed is what differs after it. */
static void
test_random (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261128);
  g_autoptr (PlanChangeSet) taken = NULL;
  guint n_edits = 0;

  g_signal_connect (office->document, "changed", G_CALLBACK (take_changes_cb), &taken);
  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (PlanComparison) whole = NULL, edit = NULL;
      g_autofree char *whole_text = NULL, *edit_text = NULL;
      gint64 revision = plan_document_get_revision (office->document);
      PlanMoment was, is = { plan_document_get_model (office->document), plan_document_get_schedule (office->document) };
      Past past;

      remember (&past, office);
      office_edit_at_random (office->document, rand);
      was = (PlanMoment) { past.model, past.schedule };
      if (plan_document_get_revision (office->document) == revision + 1)
        {
          whole = compare (&past, FALSE);
          edit = plan_comparison_new (&was, &is, taken);
          whole_text = describe_done (whole);
          edit_text = describe_done (edit);
          g_assert_cmpstr (whole_text, ==, edit_text);
          n_edits++;
        }
      forget (&past);
    }
  g_assert_cmpuint (n_edits, >, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/document/compare/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/document/compare/backwards", test_backwards);
  g_test_add_func ("/document/compare/random", test_random);
  return g_test_run ();
}
