/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the window opens about people and their time: the calendars of the office, and levelling. Each such window is there once.
 */

#include "plan-window-private.h"

#include "plan-calendar-window.h"
#include "plan-level-preview.h"
#include "plan-level-window.h"

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

/* @levelling: whose proposal it is, or %NULL once that is closed. */
typedef struct
{
  PlanWindow *window;
  PlanLevelWindow *levelling;
  gint64 revision;
} Preview;

static void
previewed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Preview *preview = data;
  g_autoptr (PlanPast) past = plan_level_preview_finish (result);
  PlanWindow *self = preview->window;

  if (self != NULL && preview->levelling != NULL && past != NULL && self->document != NULL &&
      plan_document_get_revision (self->document) == preview->revision)
    plan_plan_page_set_past (self->page, past);
  if (preview->window != NULL)
    g_object_remove_weak_pointer (G_OBJECT (preview->window), (gpointer *) &preview->window);
  if (preview->levelling != NULL)
    g_object_remove_weak_pointer (G_OBJECT (preview->levelling), (gpointer *) &preview->levelling);
  g_free (preview);
}

/* The chart shows where tasks would go. */
static void
proposed_cb (PlanWindow *self, PlanLevelWindow *levelling)
{
  const PlanLevel *level = plan_level_window_get_level (levelling);
  Preview *preview;

  plan_plan_page_set_past (self->page, NULL);
  if (level == NULL || level->delays->len == 0)
    return;
  preview = g_new (Preview, 1);
  *preview = (Preview) { self, levelling, plan_document_get_revision (self->document) };
  g_object_add_weak_pointer (G_OBJECT (self), (gpointer *) &preview->window);
  g_object_add_weak_pointer (G_OBJECT (levelling), (gpointer *) &preview->levelling);
  plan_level_preview_async (self->document, level, previewed_cb, preview);
}

static void
levelling_closed_cb (PlanWindow *self)
{
  if (self->document != NULL)
    plan_plan_page_set_past (self->page, NULL);
}

/* Shows the proposal of a levelling; its thin bars take the place of a comparison. */
void
plan_window_show_levelling (PlanWindow *self)
{
  GtkWindow *window;

  if (!plan_window_finish_edit (self))
    return;
  window = find_child (self, PLAN_TYPE_LEVEL_WINDOW);
  if (window == NULL)
    {
      plan_window_end_comparison (self);
      window = plan_level_window_new (GTK_WINDOW (self), self->document, self->project);
      g_signal_connect_object (window, "proposed", G_CALLBACK (proposed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (window, "destroy", G_CALLBACK (levelling_closed_cb), self, G_CONNECT_SWAPPED);
    }
  gtk_window_present (window);
}

/* Closes what shows the office that is being left. */
void
plan_window_close_people (PlanWindow *self)
{
  const GType types[] = { PLAN_TYPE_CALENDAR_WINDOW, PLAN_TYPE_LEVEL_WINDOW };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GtkWindow *window = find_child (self, types[i]);

      if (window != NULL)
        gtk_window_destroy (window);
    }
}
