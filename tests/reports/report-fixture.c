/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plans for the tests of pages: one of any size, and one with every mark.
 */

#include "report-fixture.h"

#include <string.h>

PlanTicks
report_date (const char *text)
{
  PlanTicks ticks = 0;

  g_assert_true (plan_ticks_parse_iso (text, &ticks, NULL));
  return ticks;
}

static void
add_calendar (PlanModel *model)
{
  PlanCalendar calendar;
  PlanWeek week;

  plan_record_init (PLAN_RECORD_CALENDAR, &calendar);
  calendar.id = 2;
  calendar.project = 1;
  calendar.name = "Standard";
  calendar.base = TRUE;
  plan_model_insert (model, PLAN_RECORD_CALENDAR, &calendar);
  plan_record_init (PLAN_RECORD_WEEK, &week);
  week.id = 3;
  week.calendar = 2;
  for (guint day = 0; day < 7; day++)
    week.days[day] = day < 5 ? "08:00-12:00 13:00-17:00" : "";
  plan_model_insert (model, PLAN_RECORD_WEEK, &week);
}

static void
add_exception (PlanModel *model, PlanId id, const char *name, const char *start, const char *finish, const char *hours)
{
  PlanException exception;

  plan_record_init (PLAN_RECORD_EXCEPTION, &exception);
  exception.id = id;
  exception.calendar = 2;
  exception.name = name;
  exception.start = plan_ticks_get_day (report_date (start));
  exception.finish = plan_ticks_get_day (report_date (finish));
  exception.hours = hours;
  exception.recurrence = PLAN_RECURRENCE_RANGE;
  exception.kind = *hours == '\0' ? PLAN_EXCEPTION_STATUTORY : PLAN_EXCEPTION_SWAPPED;
  plan_model_insert (model, PLAN_RECORD_EXCEPTION, &exception);
}

static void
init_project (PlanProject *project)
{
  plan_record_init (PLAN_RECORD_PROJECT, project);
  project->id = 1;
  project->calendar = 2;
  project->start = report_date ("2026-01-05T08:00");
}

PlanModel *
report_plan_new (guint n_tasks, guint n_days)
{
  PlanModel *model = plan_model_new ();
  PlanTicks start = report_date ("2026-01-05T08:00");
  PlanProject project;

  add_calendar (model);
  init_project (&project);
  project.name = "Ring road";
  plan_model_insert (model, PLAN_RECORD_PROJECT, &project);
  for (guint i = 0; i < n_tasks; i++)
    {
      g_autofree char *name = g_strdup_printf (i % 10 == 0 ? "Phase %u" : "Lay pipe %u", i + 1);
      PlanTask task;

      plan_record_init (PLAN_RECORD_TASK, &task);
      task.id = 100 + i;
      task.project = 1;
      task.parent = i % 10 == 0 ? PLAN_ID_NONE : 100 + i / 10 * 10;
      task.rank = i;
      task.name = plan_model_keep_text (model, name);
      task.duration = n_days <= 2 ? PLAN_TICKS_PER_HOUR : (1 + i % 7) * 4800;
      task.constraint = PLAN_CONSTRAINT_SNET;
      task.constraint_date = start + (PlanTicks) n_days * PLAN_TICKS_PER_DAY / n_tasks * i;
      plan_model_insert (model, PLAN_RECORD_TASK, &task);
    }
  for (guint i = 2; i < n_tasks; i++)
    if (i % 10 >= 2)
      {
        PlanLink link;

        plan_record_init (PLAN_RECORD_LINK, &link);
        link.id = 1000000 + i;
        link.predecessor = 99 + i;
        link.successor = 100 + i;
        link.type = i % 5 == 0 ? PLAN_LINK_SS : PLAN_LINK_FS;
        plan_model_insert (model, PLAN_RECORD_LINK, &link);
      }
  return model;
}

/* Duration in days, 0 for a milestone, -1 for a summary; predecessor by row from 1, 0 for none. */
static const struct
{
  const char *name;
  int level;
  int days;
  int done;
  int predecessor;
  const char *start;
  const char *who;
  const char *deadline;
} shop[] = {
  { "Shop Relaunch", 1, -1, 0, 0, NULL, NULL, NULL },
  { "Discovery & design", 2, -1, 0, 0, NULL, NULL, NULL },
  { "Customer interviews", 3, 8, 100, 0, "2026-01-19", "Sofia Martins", NULL },
  { "UX concept", 3, 9, 100, 3, NULL, "陈宇", NULL },
  { "Design system", 3, 16, 100, 4, NULL, "Anna Keller", NULL },
  { "Gate 1: Concept", 3, 0, 100, 4, NULL, NULL, NULL },
  { "Build", 2, -1, 0, 0, NULL, NULL, NULL },
  { "Storefront", 3, -1, 0, 0, NULL, NULL, NULL },
  { "Product pages", 4, 15, 85, 6, NULL, "赵磊", NULL },
  { "Search & filters", 4, 12, 25, 9, NULL, "Priya Nair", NULL },
  { "Cart & coupons", 4, 9, 0, 9, NULL, "赵磊", NULL },
  { "Storefront complete", 4, 0, 0, 11, NULL, NULL, "2026-04-20" },
  { "Payment & logistics", 3, -1, 0, 0, NULL, NULL, NULL },
  { "Payment contract", 4, 14, 100, 0, "2026-02-02", "Wang Min", NULL },
  { "支付宝与微信支付", 4, 12, 25, 14, NULL, "刘伟", NULL },
  { "SF Express tracking", 4, 8, 0, 15, NULL, "刘伟", "2026-04-01" },
  { "Launch", 2, -1, 0, 0, NULL, NULL, NULL },
  { "Load test for 618", 3, 6, 0, 10, NULL, "赵磊", NULL },
  { "Pilot in Hangzhou", 3, 6, 0, 18, NULL, "Sofia Martins", NULL },
  { "Gate 2: Go-live", 3, 0, 0, 19, NULL, NULL, NULL },
};

static void
add_shop_baseline (PlanModel *model, PlanId id, PlanId owner, guint row)
{
  PlanBaseline baseline;

  plan_record_init (PLAN_RECORD_BASELINE, &baseline);
  baseline.id = id;
  baseline.owner = owner;
  baseline.owner_record = PLAN_RECORD_TASK;
  baseline.start = report_date ("2026-01-19T08:00") + row * 3 * PLAN_TICKS_PER_DAY;
  baseline.finish = baseline.start + MAX (shop[row].days, 0) * PLAN_TICKS_PER_DAY;
  plan_model_insert (model, PLAN_RECORD_BASELINE, &baseline);
}

static void
add_shop_person (PlanModel *model, PlanId id, PlanId task, const char *name)
{
  PlanResource person;
  PlanAssignment assignment;

  plan_record_init (PLAN_RECORD_RESOURCE, &person);
  person.id = id;
  person.name = name;
  plan_model_insert (model, PLAN_RECORD_RESOURCE, &person);
  plan_record_init (PLAN_RECORD_ASSIGNMENT, &assignment);
  assignment.id = id + 100;
  assignment.task = task;
  assignment.resource = id;
  plan_model_insert (model, PLAN_RECORD_ASSIGNMENT, &assignment);
}

static void
add_shop_task (PlanModel *model, guint row, PlanId *parents)
{
  PlanTask task;

  plan_record_init (PLAN_RECORD_TASK, &task);
  task.id = 100 + row;
  task.project = 1;
  task.parent = shop[row].level > 1 ? parents[shop[row].level - 1] : PLAN_ID_NONE;
  task.rank = row;
  task.name = shop[row].name;
  task.duration = MAX (shop[row].days, 0) * 4800;
  task.milestone = shop[row].days == 0;
  task.gate = strncmp (shop[row].name, "Gate", 4) == 0;
  task.percent_complete = shop[row].done * 100;
  if (shop[row].start != NULL)
    {
      task.constraint = PLAN_CONSTRAINT_SNET;
      task.constraint_date = report_date (shop[row].start) + 8 * PLAN_TICKS_PER_HOUR;
    }
  if (shop[row].deadline != NULL)
    task.deadline = report_date (shop[row].deadline) + 17 * PLAN_TICKS_PER_HOUR;
  plan_model_insert (model, PLAN_RECORD_TASK, &task);
  parents[shop[row].level] = task.id;
}

PlanModel *
report_shop_new (void)
{
  PlanModel *model = plan_model_new ();
  PlanId parents[8] = { 0 };
  PlanProject project;

  add_calendar (model);
  add_exception (model, 4, "Spring Festival", "2026-02-15", "2026-02-23", "");
  add_exception (model, 5, "Make-up day", "2026-02-14", "2026-02-14", "08:00-12:00 13:00-17:00");
  init_project (&project);
  project.name = "Shop Relaunch";
  project.title = "商城改版";
  project.code = "P-2026-014";
  project.manager = "陈宇";
  project.sponsor = "周明";
  project.author = "Anna Keller";
  project.subject = "Relaunch of the shop";
  project.company = "Lanxi Commerce 兰溪商务";
  project.classification = "INTERNAL 内部";
  project.status_date = report_date ("2026-03-06T17:00");
  plan_model_insert (model, PLAN_RECORD_PROJECT, &project);
  for (guint row = 0; row < G_N_ELEMENTS (shop); row++)
    {
      add_shop_task (model, row, parents);
      if (shop[row].days >= 0)
        add_shop_baseline (model, 500 + row, 100 + row, row);
      if (shop[row].who != NULL)
        add_shop_person (model, 700 + row, 100 + row, shop[row].who);
    }
  for (guint row = 0; row < G_N_ELEMENTS (shop); row++)
    if (shop[row].predecessor > 0)
      {
        PlanLink link;

        plan_record_init (PLAN_RECORD_LINK, &link);
        link.id = 1000 + row;
        link.predecessor = 99 + shop[row].predecessor;
        link.successor = 100 + row;
        link.type = PLAN_LINK_FS;
        plan_model_insert (model, PLAN_RECORD_LINK, &link);
      }
  return model;
}

PlanSchedule *
report_schedule_new (const PlanModel *model)
{
  PlanSchedule *schedule = plan_schedule_new ();
  g_autoptr (GError) error = NULL;
  gboolean ok = plan_schedule_compute (schedule, model, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (ok);
  return schedule;
}

char *
report_run (const char *program, const char *path)
{
  g_autoptr (GError) error = NULL;
  const char *arguments[] = { program, path, g_str_equal (program, "pdftotext") ? "-" : NULL, NULL };
  char *output = NULL;
  int status = 0;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return output;
}
