/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the window opens about people and their time: the calendars of the office. Each such window is there once.
 */

#include "plan-window-private.h"

#include "plan-calendar-window.h"

/* The window of that kind that belongs to this one and to the open office, or NULL. */
static GtkWindow *
find_child (PlanWindow *self, GType type)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type) && gtk_window_get_transient_for (window) == GTK_WINDOW (self))
        return window;
    }
  return NULL;
}

/*
 * plan_window_show_calendar:
 * @calendar: the one to show, or %PLAN_ID_NONE for that of the shown project
 *
 * Shows the calendars of the office.
 */
void
plan_window_show_calendar (PlanWindow *self, PlanId calendar)
{
  const PlanProject *project = plan_model_get_project (plan_document_get_model (self->document), self->project);
  PlanTicks at = project != NULL && project->status_date != PLAN_TICKS_NONE ? project->status_date : plan_ticks_now ();
  GtkWindow *window;

  if (!plan_window_finish_edit (self))
    return;
  window = find_child (self, PLAN_TYPE_CALENDAR_WINDOW);
  if (window == NULL)
    window = plan_calendar_window_new (GTK_WINDOW (self), self->document);
  if (calendar == PLAN_ID_NONE && project != NULL)
    calendar = project->calendar;
  plan_calendar_window_show (PLAN_CALENDAR_WINDOW (window), calendar, plan_ticks_get_day (at));
  gtk_window_present (window);
}

/* Closes what shows the office that is being left. */
void
plan_window_close_people (PlanWindow *self)
{
  GtkWindow *window = find_child (self, PLAN_TYPE_CALENDAR_WINDOW);

  if (window != NULL)
    gtk_window_destroy (window);
}
