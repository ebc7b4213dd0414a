/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What it took a program to come to its first frame: time since it was started and CPU, in milliseconds, and resident memory in
 * kB, printed as one line.
 */

#include "first-frame.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

static FirstFrameReady is_ready;

static double
get_cpu (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e3 + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e3;
}

static long
get_resident (void)
{
  g_autofree char *text = NULL;
  long size, resident;

  if (!g_file_get_contents ("/proc/self/statm", &text, NULL, NULL) || sscanf (text, "%ld %ld", &size, &resident) != 2)
    return 0;
  return resident * (sysconf (_SC_PAGESIZE) / 1024);
}

static void
painted_cb (GdkFrameClock *clock, GtkWindow *window)
{
  const char *started = g_getenv (FIRST_FRAME_STARTED);

  if (is_ready != NULL && !is_ready (window))
    return;
  printf ("%.1f %.1f %ld\n", (g_get_monotonic_time () - g_ascii_strtoll (started != NULL ? started : "0", NULL, 10)) / 1e3, get_cpu (),
          get_resident ());
  fflush (stdout);
  _exit (0);
}

/* Prints the line with the first frame of a window that is ready, and ends the program there. @ready may be NULL. */
void
first_frame_report (GtkWindow *window, FirstFrameReady ready)
{
  is_ready = ready;
  gtk_widget_realize (GTK_WIDGET (window));
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint", G_CALLBACK (painted_cb), window);
}
