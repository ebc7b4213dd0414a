/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * bench-start EMPTY-WINDOW: what starting the program costs beyond a program that shows an empty window, with the sample office
 * and with large ones: time and CPU to the first frame that shows the plan, and resident memory. Each is started several times
 * in turn; the medians are printed with the targets.
 */

#include "first-frame.h"
#include "plan-recent-offices.h"
#include "plan-ui-fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define N_RUNS 7

/* Told to the program when it is started to be measured. */
#define OFFICE "--measured-office="

enum { WALL, CPU, MEMORY, N_FIGURES };

typedef struct
{
  const char *what;
  const char *file; /* of the office; NULL: an empty window */
  guint n_tasks;    /* 0: the sample */
  double most_ms;   /* beyond the empty window; 0: see the ratio */
  double figures[N_FIGURES][N_RUNS];
} Case;

static PlanApplication *application;
static const char *program;
static const char *empty_window;

static gboolean
shows_plan (GtkWindow *window)
{
  return !g_str_equal (plan_window_get_state (PLAN_WINDOW (window)), "opening") &&
         gtk_widget_get_mapped (GTK_WIDGET (plan_plan_page_get_view (plan_window_get_page (PLAN_WINDOW (window)))));
}

static void
realize_cb (GtkWindow *window)
{
  first_frame_report (window, shows_plan);
}

static void
window_added_cb (GtkApplication *self, GtkWindow *window)
{
  g_signal_connect_after (window, "realize", G_CALLBACK (realize_cb), NULL);
}

/* What the program does when it is started, and the report, which ends it. */
static int
run_office (const char *path)
{
  char *arguments[] = { (char *) "planwright", (char *) "--office", (char *) path, NULL };

  application = plan_application_new (G_APPLICATION_NON_UNIQUE);
  plan_recent_offices_add (path); /* one that came from elsewhere is looked at page by page first */
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), NULL);
  return g_application_run (G_APPLICATION (application), G_N_ELEMENTS (arguments) - 1, arguments);
}

static void
measure (Case *self, guint run, const char *const *arguments)
{
  g_autofree char *started = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;

  g_setenv (FIRST_FRAME_STARTED, started, TRUE);
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sscanf (output, "%lf %lf %lf", &self->figures[WALL][run], &self->figures[CPU][run], &self->figures[MEMORY][run]), ==,
                   N_FIGURES);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return *(const double *) a < *(const double *) b ? -1 : 1;
}

static double
get_median (Case *self, guint figure)
{
  qsort (self->figures[figure], N_RUNS, sizeof (double), compare);
  return self->figures[figure][N_RUNS / 2];
}

static void
make_office (const Case *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  PlanDocument *document;

  if (self->n_tasks == 0)
    return;
  document = plan_document_open (path, PLAN_STORE_CREATE, &error);
  g_assert_no_error (error);
  plan_fixture_fill (document, self->n_tasks);
  plan_document_close (document);
  g_object_unref (document);
}

static void
print_case (Case *self, Case *empty)
{
  double wall = get_median (self, WALL), cpu = get_median (self, CPU), memory = get_median (self, MEMORY) / 1024;

  g_print ("# %s: %.0f ms, %.0f ms of CPU, %.1f MB", self->what, wall, cpu, memory);
  if (self->file != NULL && self->most_ms == 0)
    g_print ("; %.2f × the time and %.2f × the CPU of the empty window (target 1.4 ×), %.1f MB more (target 25)",
             wall / get_median (empty, WALL), cpu / get_median (empty, CPU), memory - get_median (empty, MEMORY) / 1024);
  else if (self->file != NULL)
    g_print ("; %.0f ms and %.0f ms of CPU above the empty window (target %.0f)", wall - get_median (empty, WALL),
             cpu - get_median (empty, CPU), self->most_ms);
  g_print ("\n");
}

static void
bench (void)
{
  static Case cases[] = {
    { "empty window", NULL, 0, 0 },
    { "sample office", "office.planwright", 0, 0 },
    { "office of 10,000 tasks", "10000.planwright", 10000, 150 },
    { "office of 100,000 tasks", "100000.planwright", 100000, 700 },
  };
  char *options[G_N_ELEMENTS (cases)] = { NULL };
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "planwright", NULL);

  g_mkdir_with_parents (folder, 0700);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (cases[i].file != NULL)
      {
        g_autofree char *path = g_build_filename (folder, cases[i].file, NULL);

        make_office (&cases[i], path);
        options[i] = g_strconcat (OFFICE, path, NULL);
      }
  /* The first turn, which fills caches and makes the sample, is not counted. */
  for (guint run = 0; run <= N_RUNS; run++)
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
      measure (&cases[i], run > 0 ? run - 1 : 0,
               (const char *[]) { options[i] == NULL ? empty_window : program, options[i], NULL });
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      print_case (&cases[i], &cases[0]);
      g_free (options[i]);
    }
}

int
main (int argc, char **argv)
{
  if (argc > 1 && g_str_has_prefix (argv[1], OFFICE))
    return run_office (argv[1] + strlen (OFFICE));
  g_assert_cmpint (argc, ==, 2);
  program = argv[0];
  empty_window = argv[1];
  application = plan_fixture_start (&argc, &argv);
  plan_fixture_add_test ("/ui/bench-start", bench);
  return plan_fixture_run (application);
}
