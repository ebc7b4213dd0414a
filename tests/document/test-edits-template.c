/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plans made of templates: each one that comes with the program schedules without a conflict in both languages, from either
 * end and with any options; people, calendars and what the project remembers; branches put into a plan; undo.
 */

#include "office-fixture.h"
#include "plan-edits-template.h"
#include "plan-error.h"
#include "plan-template-library.h"

#include <string.h>

#define DAY G_GINT64_CONSTANT (4800)

static PlanTicks
at (const char *text, PlanTicks time)
{
  PlanTicks ticks;

  g_assert_true (plan_date_parse (text, 0, time, &ticks, NULL));
  return ticks;
}

static PlanTemplate *
read_shipped (const char *id)
{
  g_autoptr (GError) error = NULL;
  PlanTemplate *template = plan_template_library_read (id, &error);

  g_assert_no_error (error);
  return template;
}

static const PlanModel *
get_model (OfficeFixture *office)
{
  return plan_document_get_model (office->document);
}

/* The task of the project that was made of that of the template. */
static const PlanTask *
find_task (OfficeFixture *office, PlanId project, const char *origin)
{
  for (guint i = 0; i < plan_model_get_n (get_model (office), PLAN_RECORD_TASK); i++)
    {
      const PlanTask *task = plan_model_get_task_at (get_model (office), i);

      if (task->project == project && g_strcmp0 (task->template_task, origin) == 0)
        return task;
    }
  return NULL;
}

static PlanId
use (OfficeFixture *office, const PlanTemplate *template, PlanLanguage language, const gboolean *options, const PlanId *people,
     PlanTicks finish)
{
  const PlanTemplateWish wish = { language, options, PLAN_TEMPLATE_NONE, people };
  const PlanNewProject what = { .start = at ("2026-03-02", 4800) };
  g_autoptr (GError) error = NULL;
  PlanId id;

  plan_edit_template_use (office->document, template, &wish, &what, finish, &id, &error);
  g_assert_no_error (error);
  return id;
}

/* No task has less slack than none, or long waiting; few are long. Returns: days of work of the project */
static gint64
check_plan (OfficeFixture *office, PlanId project)
{
  const PlanSchedule *schedule = plan_document_get_schedule (office->document);
  guint n = 0, n_loose = 0, n_long = 0;

  for (guint i = 0; i < plan_model_get_n (get_model (office), PLAN_RECORD_TASK); i++)
    {
      const PlanTask *task = plan_model_get_task_at (get_model (office), i);
      const PlanScheduledTask *result = plan_schedule_get_task (schedule, i);

      if (task->project != project || result->summary)
        continue;
      n++;
      g_assert_cmpint (result->total_slack, >=, 0);
      n_loose += result->total_slack > 44 * DAY;
      n_long += result->duration > 44 * DAY;
    }
  g_assert_cmpuint (n, >=, 20);
  g_assert_cmpuint (n_loose * 20, <=, n);
  g_assert_cmpuint (n_long * 20, <=, n);
  return plan_schedule_get_project (schedule, project)->duration / DAY;
}

static void
test_shipped (gconstpointer data)
{
  g_autoptr (OfficeFixture) office = office_fixture_new ();
  g_autoptr (PlanTemplate) template = read_shipped (data);
  g_autofree gboolean *all = g_new (gboolean, template->options->len), *none = g_new0 (gboolean, template->options->len);
  PlanTicks finish = at ("2027-06-30", 10200);
  gint64 typical = template->typical_duration / DAY, days;
  PlanId from_finish;

  for (guint i = 0; i < template->options->len; i++)
    all[i] = TRUE;
  days = check_plan (office, use (office, template, PLAN_LANGUAGE_ENGLISH, NULL, NULL, PLAN_TICKS_NONE));
  g_assert_cmpint (ABS (days - typical), <=, typical / 10);
  check_plan (office, use (office, template, PLAN_LANGUAGE_CHINESE, all, NULL, PLAN_TICKS_NONE));
  check_plan (office, use (office, template, PLAN_LANGUAGE_ENGLISH, none, NULL, PLAN_TICKS_NONE));
  from_finish = use (office, template, PLAN_LANGUAGE_CHINESE, NULL, NULL, finish);
  check_plan (office, from_finish);
  g_assert_cmpint (plan_schedule_get_project (plan_document_get_schedule (office->document), from_finish)->finish, ==, finish);
  office_check_schedule (office->document);
}

/* The program remembers what the project was made of, also in the file. */
static void
test_remembered (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new ();
  g_autoptr (PlanTemplate) template = read_shipped ("office-move");
  const gboolean options[] = { TRUE, FALSE, TRUE };
  PlanId id = use (office, template, PLAN_LANGUAGE_CHINESE, options, NULL, PLAN_TICKS_NONE);
  const PlanProject *project;
  const PlanTask *task;

  office_fixture_reopen (office, 0);
  project = plan_model_get_project (get_model (office), id);
  g_assert_cmpstr (project->name, ==, "办公室或工厂搬迁");
  g_assert_cmpstr (project->template, ==, "office-move");
  g_assert_cmpint (project->template_version, ==, template->version);
  g_assert_cmpstr (project->template_options, ==, "factory lab");
  g_assert_nonnull (strstr (project->notes, "免租期"));
  task = find_task (office, id, "office-move/gate-site");
  g_assert_cmpstr (task->name, ==, "关口：选址确定");
  g_assert_true (task->gate && task->milestone);
  g_assert_nonnull (strstr (task->notes, "通过条件\n• "));
  g_assert_null (find_task (office, id, "office-move/surfaces"));
  task = find_task (office, id, "office-move/lines-wait");
  g_assert_cmpint (task->duration, ==, 35 * DAY);
  g_assert_nonnull (strstr (task->notes, "三点估算：25 天 – 35 天 – 50 天"));
}

/* Links over rows that are left out: what came before comes before what followed. */
static void
test_bridged (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new ();
  g_autoptr (PlanTemplate) template = read_shipped ("office-move");
  const gboolean options[] = { TRUE, FALSE, FALSE };
  PlanId id = use (office, template, PLAN_LANGUAGE_ENGLISH, options, NULL, PLAN_TICKS_NONE);
  PlanId lease = find_task (office, id, "office-move/lease")->id, order = find_task (office, id, "office-move/it-design")->id;
  guint n = 0;

  for (guint i = 0; i < plan_model_get_n (get_model (office), PLAN_RECORD_LINK); i++)
    {
      const PlanLink *link = plan_model_get_link_at (get_model (office), i);

      n += link->predecessor == lease && link->successor == order && link->type == PLAN_LINK_FS && link->lag == 0;
    }
  g_assert_cmpuint (n, ==, 1);
}

static guint
count_assignments (OfficeFixture *office, PlanId resource, PlanId task, PlanPercent *units)
{
  guint n = 0;

  for (guint i = 0; i < plan_model_get_n (get_model (office), PLAN_RECORD_ASSIGNMENT); i++)
    {
      const PlanAssignment *assignment = plan_model_get_assignment_at (get_model (office), i);

      if (assignment->resource != resource || (task != PLAN_ID_NONE && assignment->task != task))
        continue;
      n++;
      *units = assignment->units;
    }
  return n;
}

static guint
count_generic (OfficeFixture *office)
{
  guint n = 0;

  for (guint i = 0; i < plan_model_get_n (get_model (office), PLAN_RECORD_RESOURCE); i++)
    n += ((const PlanResource *) plan_model_get_at (get_model (office), PLAN_RECORD_RESOURCE, i))->generic;
  return n;
}

/* Who takes two roles works once on a task of both; generic resources are those of the office. */
static void
test_people (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_autoptr (PlanTemplate) template = read_shipped ("software-release");
  g_autofree PlanId *people = g_new0 (PlanId, template->roles->len);
  PlanPercent units;
  PlanId id;

  people[plan_template_find_role (template, "product-owner")] = office->resource;
  people[plan_template_find_role (template, "project-manager")] = office->resource;
  id = use (office, template, PLAN_LANGUAGE_ENGLISH, NULL, people, PLAN_TICKS_NONE);
  g_assert_cmpuint (count_generic (office), ==, template->roles->len - 2);
  g_assert_cmpuint (count_assignments (office, office->resource, find_task (office, id, "software-release/vision")->id, &units), ==, 1);
  g_assert_cmpint (units, ==, 15000);
  use (office, template, PLAN_LANGUAGE_ENGLISH, NULL, people, PLAN_TICKS_NONE);
  g_assert_cmpuint (count_generic (office), ==, template->roles->len - 2);
  office_check_schedule (office->document);
}

static guint
count_calendars (OfficeFixture *office)
{
  return plan_model_get_n (get_model (office), PLAN_RECORD_CALENDAR);
}

/* Six days a week with the holidays of the office, made once. */
static void
test_calendar (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_autoptr (PlanTemplate) template = read_shipped ("house-construction");
  PlanTicks saturday = at ("2026-03-07", 0), holiday = at ("2026-04-04", 0), sunday = at ("2026-03-08", 0);
  guint n = count_calendars (office);
  PlanId first = use (office, template, PLAN_LANGUAGE_ENGLISH, NULL, NULL, PLAN_TICKS_NONE);
  PlanId second = use (office, template, PLAN_LANGUAGE_ENGLISH, NULL, NULL, PLAN_TICKS_NONE);
  const PlanProject *project = plan_model_get_project (get_model (office), first);
  const PlanWorktime *worktime = plan_schedule_get_worktime (plan_document_get_schedule (office->document), project->calendar);

  g_assert_cmpuint (count_calendars (office), ==, n + 1);
  g_assert_cmpint (plan_model_get_project (get_model (office), second)->calendar, ==, project->calendar);
  g_assert_cmpint (project->minutes_per_week, ==, 6 * DAY);
  g_assert_cmpint (plan_worktime_work (worktime, saturday, saturday + 14400), ==, DAY);
  g_assert_cmpint (plan_worktime_work (worktime, sunday, sunday + 14400), ==, 0);
  g_assert_cmpint (plan_worktime_work (worktime, holiday, holiday + 14400), ==, 0);
}

static void
test_undo (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_autoptr (PlanTemplate) template = read_shipped ("house-construction");
  g_autofree char *before = office_dump (office->document), *after = NULL;
  g_autofree char *made = NULL, *again = NULL;
  g_autoptr (GError) error = NULL;

  use (office, template, PLAN_LANGUAGE_CHINESE, NULL, NULL, PLAN_TICKS_NONE);
  made = office_dump (office->document);
  plan_document_undo (office->document, &error);
  g_assert_no_error (error);
  after = office_dump (office->document);
  office_assert_same (after, before);
  plan_document_redo (office->document, &error);
  g_assert_no_error (error);
  again = office_dump (office->document);
  office_assert_same (again, made);
}

/* A branch goes behind a row of the plan, and begins no earlier than it shall. */
static void
test_branch (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_autoptr (PlanTemplate) template = read_shipped ("marketing-event");
  PlanTemplateWish wish = { PLAN_LANGUAGE_ENGLISH, NULL, plan_template_find_task (template, "event"), NULL };
  g_autofree char *before = office_dump (office->document), *after = NULL;
  PlanTicks start = at ("2026-05-04", 4800);
  g_autoptr (GError) error = NULL;
  const PlanScheduledTask *result;
  PlanId id;

  plan_edit_template_insert (office->document, template, &wish, office->project, PLAN_ID_NONE, office->build, start, &id, &error);
  g_assert_no_error (error);
  office_check_schedule (office->document);
  g_assert_cmpint (find_task (office, office->project, "marketing-event/event")->id, ==, id);
  g_assert_cmpint (find_task (office, office->project, "marketing-event/rehearsal")->parent, ==, id);
  result = plan_schedule_get_task (plan_document_get_schedule (office->document),
                                   plan_model_find (get_model (office), PLAN_RECORD_TASK, id));
  g_assert_cmpint (result->start, ==, start);
  g_assert_true (result->summary);
  plan_document_undo (office->document, &error);
  g_assert_no_error (error);
  after = office_dump (office->document);
  office_assert_same (after, before);
}

/* The whole goes below a row of its own. */
static void
test_whole (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_autoptr (PlanTemplate) template = read_shipped ("pmo-setup");
  const PlanTemplateWish wish = { PLAN_LANGUAGE_CHINESE, NULL, PLAN_TEMPLATE_NONE, NULL };
  g_autoptr (GError) error = NULL;
  PlanId id;

  plan_edit_template_insert (office->document, template, &wish, office->project, office->build, office->design, PLAN_TICKS_NONE,
                             &id, &error);
  g_assert_no_error (error);
  office_check_schedule (office->document);
  g_assert_cmpstr (plan_model_get_task (get_model (office), id)->name, ==, "组建项目管理办公室（PMO）");
  g_assert_cmpint (plan_model_get_task (get_model (office), id)->parent, ==, office->build);
  g_assert_cmpint (find_task (office, office->project, "pmo-setup/mandate")->parent, ==, id);
  g_assert_null (plan_model_get_project (get_model (office), office->project)->template);
}

static void
test_refused (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_autoptr (PlanTemplate) template = read_shipped ("office-move");
  const gboolean none[] = { FALSE, FALSE, FALSE };
  g_autofree PlanId *people = g_new0 (PlanId, template->roles->len);
  const PlanTemplateWish of_nobody = { PLAN_LANGUAGE_ENGLISH, NULL, PLAN_TEMPLATE_NONE, people };
  const PlanTemplateWish nothing = { PLAN_LANGUAGE_ENGLISH, none, plan_template_find_task (template, "fitout"), NULL };
  const PlanTemplateWish good = { PLAN_LANGUAGE_ENGLISH, NULL, PLAN_TEMPLATE_NONE, NULL };
  const PlanNewProject what = { .start = PLAN_TICKS_NONE };

  people[0] = office->build;
  office_assert_refused (office, plan_edit_template_use (office->document, template, &of_nobody, &what, PLAN_TICKS_NONE, NULL, refusal),
                         PLAN_ERROR_NOT_FOUND);
  office_assert_refused (office, plan_edit_template_insert (office->document, template, &nothing, office->project, PLAN_ID_NONE,
                                                            PLAN_ID_NONE, PLAN_TICKS_NONE, NULL, refusal), PLAN_ERROR_RULE);
  office_assert_refused (office, plan_edit_template_insert (office->document, template, &good, office->project, PLAN_ID_NONE,
                                                            office->design, PLAN_TICKS_NONE, NULL, refusal), PLAN_ERROR_RULE);
  office_assert_refused (office, plan_edit_template_insert (office->document, template, &good, office->calendar, PLAN_ID_NONE,
                                                            PLAN_ID_NONE, PLAN_TICKS_NONE, NULL, refusal), PLAN_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (const char *const *ids = plan_template_library_list (); *ids != NULL; ids++)
    {
      g_autofree char *path = g_strconcat ("/document/edits-template/shipped/", *ids, NULL);

      g_test_add_data_func (path, *ids, test_shipped);
    }
  g_test_add_func ("/document/edits-template/remembered", test_remembered);
  g_test_add_func ("/document/edits-template/bridged", test_bridged);
  g_test_add_func ("/document/edits-template/people", test_people);
  g_test_add_func ("/document/edits-template/calendar", test_calendar);
  g_test_add_func ("/document/edits-template/undo", test_undo);
  g_test_add_func ("/document/edits-template/branch", test_branch);
  g_test_add_func ("/document/edits-template/whole", test_whole);
  g_test_add_func ("/document/edits-template/refused", test_refused);
  return g_test_run ();
}
