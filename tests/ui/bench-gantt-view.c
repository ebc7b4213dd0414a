/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What one frame of the chart costs with 100,000 tasks, in CPU of the whole program: wheel steps, jumps, zooming, moving the
 * selection; and how long it takes to open such an office. Prints one line for each.
 */

#include "plan-edits.h"
#include "plan-ui-fixture.h"

#include <sys/resource.h>

#define N_TASKS   100000
#define N_FRAMES  60
#define PER_GROUP 50

static double
get_cpu_ms (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e3 + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e3;
}

/* Groups of tasks in chains, as real plans are. */
static void
add_tasks (PlanModel *model, PlanIdSource *ids, PlanId project)
{
  PlanId parent = PLAN_ID_NONE, last = PLAN_ID_NONE;

  for (guint i = 0; i < N_TASKS; i++)
    {
      g_autofree char *name = g_strdup_printf ("任务 %u dig and pour", i + 1);
      PlanTask task;
      PlanLink link;

      plan_record_init (PLAN_RECORD_TASK, &task);
      task.id = plan_id_source_next (ids);
      task.project = project;
      task.name = plan_model_keep_text (model, name);
      task.rank = i + 1;
      task.parent = i % PER_GROUP != 0 ? parent : PLAN_ID_NONE;
      task.duration = PLAN_TICKS_PER_HOUR * (8 + i % 32);
      plan_model_insert (model, PLAN_RECORD_TASK, &task);
      if (i % PER_GROUP == 0)
        parent = task.id;
      else if (i % PER_GROUP > 1)
        {
          plan_record_init (PLAN_RECORD_LINK, &link);
          link.id = plan_id_source_next (ids);
          link.predecessor = last;
          link.successor = task.id;
          link.type = PLAN_LINK_FS;
          plan_model_insert (model, PLAN_RECORD_LINK, &link);
        }
      last = task.id;
    }
}

static void
fill_office (PlanDocument *document)
{
  g_autoptr (PlanImport) import = plan_import_new ();
  g_autoptr (GError) error = NULL;
  PlanIdSource *ids = plan_document_get_ids (document);
  PlanProject project;

  plan_record_init (PLAN_RECORD_PROJECT, &project);
  project.id = plan_id_source_next (ids);
  project.name = plan_model_keep_text (import->model, "Large");
  project.start = plan_ticks_from_civil (2026, 1, 5, 8, 0);
  plan_model_insert (import->model, PLAN_RECORD_PROJECT, &project);
  add_tasks (import->model, ids, project.id);
  plan_edit_import (document, import, "large", &error);
  g_assert_no_error (error);
}

static void
wheel (PlanWindow *window, guint frame)
{
  gtk_adjustment_set_value (plan_fixture_get_adjustment (window, GTK_ORIENTATION_VERTICAL), 90.0 * (frame + 1));
}

static void
jump (PlanWindow *window, guint frame)
{
  GtkAdjustment *adjustment = plan_fixture_get_adjustment (window, GTK_ORIENTATION_VERTICAL);

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment) / (N_FRAMES + 1) * (frame + 1));
}

static void
zoom (PlanWindow *window, guint frame)
{
  plan_gantt_view_set_zoom (plan_plan_page_get_view (plan_window_get_page (window)), 6 + frame);
}

static void
select_down (PlanWindow *window, guint frame)
{
  plan_row_list_set_cursor_row (plan_plan_page_get_list (plan_window_get_page (window)), 500 + frame);
}

static void
measure (PlanWindow *window, const char *what, void (*step) (PlanWindow *window, guint frame))
{
  double before = get_cpu_ms ();

  for (guint frame = 0; frame < N_FRAMES; frame++)
    {
      step (window, frame);
      gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
    }
  g_print ("# %s: %.1f ms of CPU a frame\n", what, (get_cpu_ms () - before) / N_FRAMES);
}

static void
bench (void)
{
  PlanApplication *application = PLAN_APPLICATION (g_application_get_default ());
  PlanWindow *window = plan_fixture_open_empty (application);
  gint64 before;

  gtk_window_set_default_size (GTK_WINDOW (window), 1900, 1000);
  fill_office (plan_window_get_document (window));
  plan_fixture_settle (window);
  measure (window, "wheel step", wheel);
  measure (window, "jump", jump);
  measure (window, "zoom", zoom);
  measure (window, "selection", select_down);
  plan_fixture_close (window);

  before = g_get_monotonic_time ();
  window = plan_fixture_open_empty (application);
  g_print ("# open: %" G_GINT64_FORMAT " ms\n", (g_get_monotonic_time () - before) / 1000);
  plan_fixture_close (window);
}

int
main (int argc, char **argv)
{
  PlanApplication *application = plan_fixture_start (&argc, &argv);

  plan_fixture_add_test ("/ui/bench-gantt-view", bench);
  return plan_fixture_run (application);
}
