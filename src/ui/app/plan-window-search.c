/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Searching the office from the window: the button in the header bar, and where each kind of result leads.
 */

#include "plan-window-private.h"

#include "plan-actions.h"
#include "plan-tooltip.h"

#include <glib/gi18n-lib.h>

/* A person is where their work is: the first task they still have to do, else the last they did. */
static PlanId
find_task (const PlanDocument *document, PlanId resource)
{
  const PlanModel *model = plan_document_get_model ((PlanDocument *) document);
  const PlanSchedule *schedule = plan_document_get_schedule ((PlanDocument *) document);
  PlanTicks best_start = 0;
  gboolean best_is_open = FALSE;
  PlanId best = PLAN_ID_NONE;

  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_ASSIGNMENT); i++)
    {
      const PlanAssignment *assignment = plan_model_get_assignment_at (model, i);
      const PlanScheduledTask *dates;
      gboolean is_open;

      if (assignment->resource != resource)
        continue;
      dates = plan_schedule_get_task (schedule, plan_model_find (model, PLAN_RECORD_TASK, assignment->task));
      is_open = dates->percent_complete < PLAN_PERCENT_HUNDRED;
      if (best != PLAN_ID_NONE && (best_is_open > is_open || (best_is_open == is_open && (dates->start < best_start) != is_open)))
        continue;
      best = assignment->task;
      best_start = dates->start;
      best_is_open = is_open;
    }
  return best;
}

static void
show_resource (PlanWindow *self, PlanId id)
{
  PlanId task = find_task (self->document, id);
  g_autofree char *sentence = NULL;

  if (task != PLAN_ID_NONE)
    {
      plan_window_show_task (self, task);
      return;
    }
  /* Translators: %s is the name of a person or another resource */
  sentence = g_strdup_printf (_("No task is assigned to “%s”."),
                              plan_model_get_resource (plan_document_get_model (self->document), id)->name);
  plan_window_tell (self, sentence);
}

/* The project that follows the calendar; first of all the one that is shown. */
static PlanId
find_project (PlanWindow *self, PlanId calendar)
{
  const PlanModel *model = plan_document_get_model (self->document);
  const PlanProject *shown = plan_model_get_project (model, self->project);
  PlanId owner = plan_model_get_calendar (model, calendar)->project;

  if (owner != PLAN_ID_NONE || (shown != NULL && shown->calendar == calendar))
    return owner != PLAN_ID_NONE ? owner : self->project;
  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_PROJECT); i++)
    {
      const PlanProject *project = plan_model_get_at (model, PLAN_RECORD_PROJECT, i);

      if (project->calendar == calendar)
        return project->id;
    }
  return PLAN_ID_NONE;
}

static void
show_calendar (PlanWindow *self, PlanId id)
{
  PlanId project = find_project (self, id);
  g_autofree char *sentence = NULL;

  if (project != PLAN_ID_NONE)
    {
      plan_window_set_project (self, project);
      g_action_group_activate_action (G_ACTION_GROUP (self->project_actions), "information", NULL);
      return;
    }
  /* Translators: %s is the name of a calendar */
  sentence = g_strdup_printf (_("No project follows the calendar “%s”."),
                              plan_model_get_calendar (plan_document_get_model (self->document), id)->name);
  plan_window_tell (self, sentence);
}

/* The first project of a programme. */
static void
show_programme (PlanWindow *self, PlanId id)
{
  const PlanModel *model = plan_document_get_model (self->document);
  g_autoptr (GArray) ids = plan_model_list_projects (model);

  for (guint i = 0; i < ids->len; i++)
    {
      PlanId project = g_array_index (ids, PlanId, i);

      if (plan_model_get_project (model, project)->programme != id)
        continue;
      plan_window_set_project (self, project);
      return;
    }
}

static const struct
{
  PlanRecord record;
  void (*show) (PlanWindow *self, PlanId id);
} places[] = {
  { PLAN_RECORD_PROGRAMME, show_programme },
  { PLAN_RECORD_PROJECT, plan_window_set_project },
  { PLAN_RECORD_TASK, plan_window_show_task },
  { PLAN_RECORD_RESOURCE, show_resource },
  { PLAN_RECORD_CALENDAR, show_calendar },
};

static void
chosen_cb (PlanWindow *self, guint record, gint64 id)
{
  if (plan_model_lookup (plan_document_get_model (self->document), record, id) == NULL)
    return;
  plan_window_focus_view (self);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (places[i].record == record)
      places[i].show (self, id);
}

static void
search_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlanWindow *self = data;

  gtk_menu_button_popup (self->search_button);
}

/* Makes the search of a new window. */
void
plan_window_init_search (PlanWindow *self)
{
  static const GActionEntry entries[] = { { "search", search_cb } };
  g_autofree char *tooltip = plan_actions_get_tooltip ("win.search", NULL);

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  plan_tooltip_set (GTK_WIDGET (self->search_button), tooltip);
  g_signal_connect_object (self->search, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
}

/* Searches another office from now on; %NULL for none. */
void
plan_window_set_searched (PlanWindow *self, PlanDocument *document)
{
  plan_search_popover_set_document (self->search, document);
  gtk_widget_set_sensitive (GTK_WIDGET (self->search_button), document != NULL);
}
