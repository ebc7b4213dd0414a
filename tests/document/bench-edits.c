/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What edits of a large office cost, from the wish to the end of the commit and the new schedule. Figures are printed, not
 * asserted; performance.md has the goals.
 */

#include "office-fixture.h"
#include "plan-columns.h"
#include "plan-preview.h"

#include <stdio.h>
#include <stdlib.h>

#define N_TASKS 100000
#define N_TIMES 40

/* What is selected for edits of many rows. */
#define N_SELECTED 10000

typedef struct
{
  PlanIdSource ids;
  PlanImport *import;
  PlanId *tasks;
} Plan;

static void
add_calendar (Plan *plan, PlanProject *project)
{
  PlanCalendar calendar;
  PlanWeek week;

  plan_record_init (PLAN_RECORD_CALENDAR, &calendar);
  calendar.id = project->calendar = plan_id_source_next (&plan->ids);
  calendar.name = "Standard";
  plan_model_insert (plan->import->model, PLAN_RECORD_CALENDAR, &calendar);
  plan_record_init (PLAN_RECORD_WEEK, &week);
  week.id = plan_id_source_next (&plan->ids);
  week.calendar = calendar.id;
  for (guint day = 0; day < 7; day++)
    week.days[day] = day < 5 ? "08:00-12:00 13:00-17:00" : "";
  plan_model_insert (plan->import->model, PLAN_RECORD_WEEK, &week);
}

static void
add_link (Plan *plan, guint predecessor, guint successor)
{
  PlanLink link;

  plan_record_init (PLAN_RECORD_LINK, &link);
  link.id = plan_id_source_next (&plan->ids);
  link.predecessor = plan->tasks[predecessor];
  link.successor = plan->tasks[successor];
  plan_model_insert (plan->import->model, PLAN_RECORD_LINK, &link);
}

/* Phases of fifty tasks, two links a task. */
static void
init_plan (Plan *plan, guint n_tasks)
{
  PlanProject project;

  plan_id_source_init (&plan->ids, PLAN_ID_NONE);
  plan->import = plan_import_new ();
  plan->tasks = g_new (PlanId, n_tasks);
  plan_record_init (PLAN_RECORD_PROJECT, &project);
  project.id = plan_id_source_next (&plan->ids);
  project.name = "Bench";
  project.start = plan_ticks_from_civil (2026, 3, 2, 8, 0);
  add_calendar (plan, &project);
  plan_model_insert (plan->import->model, PLAN_RECORD_PROJECT, &project);
  for (guint i = 0; i < n_tasks; i++)
    {
      PlanTask task;

      plan_record_init (PLAN_RECORD_TASK, &task);
      task.id = plan->tasks[i] = plan_id_source_next (&plan->ids);
      task.project = project.id;
      task.parent = i % 50 == 0 ? PLAN_ID_NONE : plan->tasks[i - i % 50];
      task.rank = (gint64) (i + 1) << 20;
      task.name = "A task of the benchmark";
      task.duration = 4800 * (1 + i % 5);
      plan_model_insert (plan->import->model, PLAN_RECORD_TASK, &task);
      if (i % 50 > 1)
        add_link (plan, i - 1, i);
      if (i >= 50 && i % 50 > 0)
        add_link (plan, i - 50, i);
    }
}

static void
clear_plan (Plan *plan)
{
  plan_id_source_clear (&plan->ids);
  plan_import_free (plan->import);
  g_free (plan->tasks);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return x < y ? -1 : x > y;
}

static gboolean
set_duration (PlanDocument *document, const Plan *plan, guint i, GError **error)
{
  PlanValue value = PLAN_VALUE_OF_INTEGER (4800 * (2 + i % 7));

  return plan_edit_set (document, PLAN_FIELD_TASK_DURATION, plan->tasks[(i * 2477 + 3) % N_TASKS / 50 * 50 + 7], &value, error);
}

static gboolean
set_name (PlanDocument *document, const Plan *plan, guint i, GError **error)
{
  g_autofree char *name = g_strdup_printf ("Renamed %u", i);

  return plan_edit_set_text (document, PLAN_FIELD_TASK_NAME, plan->tasks[i * 2000 + 9], name, error);
}

static gboolean
add_task (PlanDocument *document, const Plan *plan, guint i, GError **error)
{
  const PlanTask *task = plan_model_get_task (plan_document_get_model (document), plan->tasks[i * 2000 + 11]);

  return plan_edit_task_add (document, task->project, task->id, "New", "2d", NULL, error);
}

static gboolean
move_task (PlanDocument *document, const Plan *plan, guint i, GError **error)
{
  return plan_edit_task_move (document, plan->tasks[i * 2000 + 49], PLAN_ID_NONE, PLAN_ID_NONE, error);
}

static gboolean
link_tasks (PlanDocument *document, const Plan *plan, guint i, GError **error)
{
  return plan_edit_link_add (document, plan->tasks[i * 2000 + 3], plan->tasks[i * 2000 + 333], PLAN_LINK_FS, NULL, NULL, error);
}

static gboolean
delete_task (PlanDocument *document, const Plan *plan, guint i, GError **error)
{
  return plan_edit_task_delete (document, &plan->tasks[i * 2000 + 21], 1, error);
}

static gboolean
undo (PlanDocument *document, const Plan *plan, guint i, GError **error)
{
  return plan_document_undo (document, error);
}

static gboolean
indent_many (PlanDocument *document, const PlanId *tasks, GError **error)
{
  return plan_edit_tasks_indent (document, tasks, N_SELECTED, error);
}

static gboolean
outdent_many (PlanDocument *document, const PlanId *tasks, GError **error)
{
  return plan_edit_tasks_outdent (document, tasks, N_SELECTED, error);
}

static gboolean
move_many (PlanDocument *document, const PlanId *tasks, GError **error)
{
  return plan_edit_tasks_move (document, tasks, N_SELECTED, PLAN_ID_NONE, PLAN_ID_NONE, error);
}

static gboolean
link_many (PlanDocument *document, const PlanId *tasks, GError **error)
{
  return plan_edit_tasks_link (document, tasks, N_SELECTED, error);
}

static gboolean
unlink_many (PlanDocument *document, const PlanId *tasks, GError **error)
{
  return plan_edit_tasks_unlink (document, tasks, N_SELECTED, error);
}

static gboolean
duplicate_many (PlanDocument *document, const PlanId *tasks, GError **error)
{
  return plan_edit_tasks_duplicate (document, tasks, N_SELECTED, error);
}

static gboolean
set_many (PlanDocument *document, const PlanId *tasks, GError **error)
{
  g_autofree PlanCellText *cells = g_new (PlanCellText, N_SELECTED);

  for (guint i = 0; i < N_SELECTED; i++)
    cells[i] = (PlanCellText) { PLAN_COLUMN_RESOURCES, tasks[i], "Liu Wei 50%; Zhao Min" };
  return plan_edit_set_cells (document, cells, N_SELECTED, error);
}

static gboolean
delete_many (PlanDocument *document, const PlanId *tasks, GError **error)
{
  return plan_edit_task_delete (document, tasks, N_SELECTED, error);
}

/* Rows that stand one below the other at the top of a plan of their own, and have no links. */
static PlanId *
add_selected (PlanDocument *document)
{
  static const PlanColumnId column = PLAN_COLUMN_NAME;
  g_autofree char ***lines = g_new (char **, N_SELECTED + 1);
  PlanId *tasks = g_new (PlanId, N_SELECTED + 1);
  g_autoptr (PlanOutline) outline = NULL;
  char name[] = "Row", *texts[] = { name, NULL };
  g_autoptr (GError) error = NULL;
  gint64 before;
  PlanId project;

  for (guint i = 0; i <= N_SELECTED; i++)
    lines[i] = texts;
  plan_edit_project_add (document, "Selected", PLAN_TICKS_NONE, &project, &error);
  g_assert_no_error (error);
  before = g_get_monotonic_time ();
  plan_edit_paste (document, project, &column, 1, lines, N_SELECTED + 1, NULL, 0, PLAN_ID_NONE, &error);
  g_assert_no_error (error);
  printf ("%-14s %6.1f ms\n", "paste", (g_get_monotonic_time () - before) / 1000.0);
  outline = plan_outline_new (plan_document_get_model (document), project);
  for (guint i = 0; i <= N_SELECTED; i++)
    tasks[i] = plan_model_get_task_at (plan_document_get_model (document), outline->rows[i].task)->id;
  return tasks;
}

static void
measure_many (PlanDocument *document)
{
  static const struct
  {
    const char *what;
    gboolean (*edit) (PlanDocument *document, const PlanId *tasks, GError **error);
  } edits[] = {
    { "link", link_many }, { "unlink", unlink_many }, { "indent", indent_many }, { "outdent", outdent_many },
    { "move", move_many }, { "duplicate", duplicate_many }, { "resources", set_many }, { "delete", delete_many },
  };
  g_autofree PlanId *tasks = add_selected (document);

  for (gsize i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      gint64 before = g_get_monotonic_time ();
      g_autoptr (GError) error = NULL;

      edits[i].edit (document, tasks + 1, &error);
      g_assert_no_error (error);
      printf ("%-14s %6.1f ms\n", edits[i].what, (g_get_monotonic_time () - before) / 1000.0);
    }
}

/* The texts of all cells that stand in the window at once. */
static void
measure_texts (PlanDocument *document)
{
  const PlanModel *model = plan_document_get_model (document);
  PlanId project = plan_model_get_task_at (model, 0)->project;
  gint64 before = g_get_monotonic_time ();
  g_autoptr (PlanTaskIndex) index = plan_task_index_new (model);
  g_autoptr (PlanOutline) outline = NULL;
  PlanCellSource source;

  printf ("%-14s %6.1f ms\n", "index of tasks", (g_get_monotonic_time () - before) / 1000.0);
  before = g_get_monotonic_time ();
  outline = plan_outline_new (model, project);
  printf ("%-14s %6.1f ms\n", "outline", (g_get_monotonic_time () - before) / 1000.0);
  source = (PlanCellSource) { model, plan_document_get_schedule (document), outline, index, document };
  before = g_get_monotonic_time ();
  for (guint row = 0; row < 1000; row++)
    for (PlanColumnId column = 0; column < PLAN_N_COLUMNS; column++)
      g_free (plan_column_get_text (column, &source, row * 50, PLAN_CELL_SHOWN));
  printf ("%-14s %6.3f ms a row of %d cells\n", "texts", (g_get_monotonic_time () - before) / 1e6, PLAN_N_COLUMNS);
}

static void
measure (PlanDocument *document, const Plan *plan, const char *what,
         gboolean (*edit) (PlanDocument *document, const Plan *plan, guint i, GError **error))
{
  gint64 times[N_TIMES];
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_TIMES; i++)
    {
      gint64 before = g_get_monotonic_time ();

      edit (document, plan, i, &error);
      g_assert_no_error (error);
      times[i] = g_get_monotonic_time () - before;
    }
  qsort (times, N_TIMES, sizeof *times, compare_times);
  printf ("%-14s median %6.1f ms, p95 %6.1f ms\n", what, times[N_TIMES / 2] / 1000.0, times[N_TIMES * 95 / 100] / 1000.0);
}

/* What a drag costs with each move of the pointer. */
static void
measure_previews (PlanDocument *document, const Plan *plan)
{
  gint64 times[N_TIMES], before = g_get_monotonic_time ();
  g_autoptr (PlanPreview) preview = plan_preview_new (document);
  g_autoptr (GError) error = NULL;

  printf ("%-14s %13.1f ms\n", "first preview", (g_get_monotonic_time () - before) / 1000.0);
  for (guint links = 0; links < 2; links++)
    {
      for (guint i = 0; i < N_TIMES; i++)
        {
          before = g_get_monotonic_time ();
          if (links == 0)
            plan_preview_set_start (preview, plan->tasks[103], plan_ticks_from_civil (2026, 4, 1 + i % 30, 8, 0), &error);
          else
            plan_preview_add_link (preview, plan->tasks[103], plan->tasks[507 + i], PLAN_LINK_FS, &error);
          g_assert_no_error (error);
          times[i] = g_get_monotonic_time () - before;
        }
      qsort (times, N_TIMES, sizeof *times, compare_times);
      printf ("%-14s median %6.1f ms, p95 %6.1f ms\n", links == 0 ? "preview start" : "preview link", times[N_TIMES / 2] / 1000.0,
              times[N_TIMES * 95 / 100] / 1000.0);
    }
}

static void
measure_small_previews (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new ();
  Plan plan;

  init_plan (&plan, 1000);
  g_assert_true (plan_edit_import (office->document, plan.import, "bench", NULL));
  printf ("drags in a plan of 1000 tasks\n");
  measure_previews (office->document, &plan);
  clear_plan (&plan);
}

int
main (int argc, char **argv)
{
  g_autoptr (OfficeFixture) office = office_fixture_new ();
  g_autoptr (GError) error = NULL;
  gint64 before;
  Plan plan;

  measure_small_previews ();
  init_plan (&plan, N_TASKS);
  before = g_get_monotonic_time ();
  plan_edit_import (office->document, plan.import, "bench", &error);
  g_assert_no_error (error);
  printf ("import of %d tasks as one edit: %.2f s (goal with reading: 4 s)\n", N_TASKS, (g_get_monotonic_time () - before) / 1e6);
  before = g_get_monotonic_time ();
  office_fixture_reopen (office, 0);
  printf ("opening: %.2f s (goal 0.7 s)\n", (g_get_monotonic_time () - before) / 1e6);
  printf ("edits of %d tasks, on disk and scheduled (goal 50 ms without the disk)\n", N_TASKS);
  measure (office->document, &plan, "duration", set_duration);
  measure (office->document, &plan, "name", set_name);
  measure (office->document, &plan, "new task", add_task);
  measure (office->document, &plan, "move", move_task);
  measure (office->document, &plan, "link", link_tasks);
  measure (office->document, &plan, "delete", delete_task);
  measure (office->document, &plan, "undo", undo);
  printf ("edits of %d rows at once (goal: well under a second)\n", N_SELECTED);
  measure_many (office->document);
  printf ("texts of the sheet\n");
  measure_texts (office->document);
  measure_previews (office->document, &plan);
  clear_plan (&plan);
  return 0;
}
