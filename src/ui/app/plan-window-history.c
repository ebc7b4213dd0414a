/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the window does with the past of the office: it goes back to a moment, gives versions names, and compares the plan with
 * another moment. Then a banner says so, thin bars show where tasks were, and a page lists what has changed; both follow the
 * edits that are made meanwhile.
 */

#include "plan-window-private.h"

#include "plan-alert.h"
#include "plan-banner.h"
#include "plan-compare-window.h"
#include "plan-error.h"

#include <glib/gi18n-lib.h>

/* Edits come in flocks. */
#define COMPARE_DELAY_MS 300

/* A comparison that is being made; @window: %NULL when nobody waits for it. */
typedef struct
{
  PlanWindow *window;
  PlanProgress progress;
} CompareJob;

/**
 * PlanCompareState:
 * @revision: the entry after which the earlier moment is
 * @name: what that moment is called
 * @past: how it differs from now, or %NULL before that is known
 * @job: the comparison that is being made, or %NULL
 * @page: (nullable): lists what has changed
 */
struct _PlanCompareState
{
  gint64 revision;
  char *name;
  PlanPast *past;
  CompareJob *job;
  GtkWindow *page;
  guint source;
  gboolean wants_page;
};

static void start_job (PlanWindow *self);

/* When the entry was made, in the reader's language. */
static char *
describe_time (gint64 at)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (at / G_USEC_PER_SEC);

  if (time == NULL)
    return g_strdup ("");
  return plan_date_format (plan_ticks_from_civil (g_date_time_get_year (time), g_date_time_get_month (time),
                                                  g_date_time_get_day_of_month (time), g_date_time_get_hour (time),
                                                  g_date_time_get_minute (time)),
                           PLAN_DATE_TIME);
}

/* The name of a version, or when it was. */
static char *
describe_moment (PlanWindow *self, gint64 revision)
{
  char *name = plan_document_get_mark (self->document, revision);
  PlanHistoryEntry entry;

  if (name != NULL)
    return name;
  if (!plan_store_read_entry (plan_document_get_store (self->document), revision, &entry, NULL))
    return g_strdup (C_("history", "the beginning"));
  name = describe_time (entry.at);
  plan_history_entry_clear (&entry);
  return name;
}

static void
drop_job (PlanCompareState *state)
{
  if (state->job == NULL)
    return;
  state->job->window = NULL;
  plan_progress_cancel (&state->job->progress);
  state->job = NULL;
}

static void
forget_page_cb (gpointer data, GObject *page)
{
  PlanCompareState *state = data;

  state->page = NULL;
}

static void
free_state (PlanCompareState *state)
{
  drop_job (state);
  g_clear_handle_id (&state->source, g_source_remove);
  if (state->page != NULL)
    {
      g_object_weak_unref (G_OBJECT (state->page), forget_page_cb, state);
      gtk_window_destroy (state->page);
    }
  g_clear_pointer (&state->past, plan_past_unref);
  g_free (state->name);
  g_free (state);
}

/* Shows the plan alone again. */
void
plan_window_end_comparison (PlanWindow *self)
{
  if (self->comparison == NULL)
    return;
  plan_banner_reveal (self->compare_banner, FALSE);
  plan_plan_page_set_past (self->page, NULL);
  g_clear_pointer (&self->comparison, free_state);
  plan_window_update_actions (self);
}

static void
task_chosen_cb (PlanWindow *self, gint64 id)
{
  plan_window_show_task (self, id);
  gtk_window_present (GTK_WINDOW (self));
}

static void
show_page (PlanWindow *self)
{
  PlanCompareState *state = self->comparison;

  state->wants_page = state->past == NULL;
  if (state->past == NULL)
    return;
  if (state->page == NULL)
    {
      /* Translators: below the title of a list of changes; %s is the name of a version or a moment, as “4 Mar 2026 08:00” */
      g_autofree char *text = g_strdup_printf (_("From “%s” until now"), state->name);

      state->page = plan_compare_window_new (GTK_WINDOW (self), text);
      g_object_weak_ref (G_OBJECT (state->page), forget_page_cb, state);
      g_signal_connect_object (state->page, "task-chosen", G_CALLBACK (task_chosen_cb), self, G_CONNECT_SWAPPED);
      plan_compare_window_set_past (PLAN_COMPARE_WINDOW (state->page), state->past);
    }
  gtk_window_present (state->page);
}

static void
take_past (PlanWindow *self, PlanPast *past)
{
  PlanCompareState *state = self->comparison;

  g_clear_pointer (&state->past, plan_past_unref);
  state->past = past;
  plan_plan_page_set_past (self->page, past);
  if (state->page != NULL)
    plan_compare_window_set_past (PLAN_COMPARE_WINDOW (state->page), past);
  if (state->wants_page)
    show_page (self);
}

static void
compared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree CompareJob *job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlanPast) past = plan_document_compare_finish (result, &error);
  PlanWindow *self = job->window;

  if (self == NULL)
    return;
  self->comparison->job = NULL;
  if (past != NULL)
    {
      take_past (self, g_steal_pointer (&past));
      return;
    }
  plan_window_end_comparison (self);
  plan_window_show_error (self, _("The comparison was not possible"), error);
}

static gboolean
start_cb (gpointer data)
{
  PlanWindow *self = data;

  self->comparison->source = 0;
  start_job (self);
  return G_SOURCE_REMOVE;
}

static void
start_job (PlanWindow *self)
{
  CompareJob *job = g_new0 (CompareJob, 1);

  drop_job (self->comparison);
  job->window = self;
  self->comparison->job = job;
  plan_document_compare_async (self->document, self->comparison->revision, PLAN_REVISION_NOW, &job->progress, compared_cb, job);
}

static void
document_changed_cb (PlanWindow *self)
{
  if (self->comparison == NULL)
    return;
  g_clear_handle_id (&self->comparison->source, g_source_remove);
  self->comparison->source = g_timeout_add (COMPARE_DELAY_MS, start_cb, self);
}

static void
compare_cb (PlanWindow *self, gint64 revision)
{
  PlanCompareState *state = g_new0 (PlanCompareState, 1);
  g_autofree char *text = NULL;

  if (self->comparison != NULL)
    plan_window_end_comparison (self);
  state->revision = revision;
  state->name = describe_moment (self, revision);
  state->wants_page = TRUE;
  self->comparison = state;
  /* Translators: %s is the name of a version or a moment, as “4 Mar 2026 08:00” */
  text = g_strdup_printf (_("Comparing with “%s”. Thin bars show where tasks were."), state->name);
  gtk_label_set_label (self->compare_label, text);
  plan_banner_reveal (self->compare_banner, TRUE);
  /* Again after each comparison of the same office does no harm: the handler is one. */
  g_signal_handlers_disconnect_by_func (self->document, document_changed_cb, self);
  g_signal_connect_object (self->document, "changed", G_CALLBACK (document_changed_cb), self, G_CONNECT_SWAPPED);
  plan_window_update_actions (self);
  start_job (self);
}

typedef struct
{
  PlanWindow *window;
  gint64 revision;
} GoingBack;

static void
go_back (gpointer data)
{
  const GoingBack *self = data;
  PlanDocument *document = self->window->document;
  gint64 before = plan_document_get_revision (document);
  g_autoptr (GError) error = NULL;

  if (!plan_edit_go_back (document, self->revision, &error))
    plan_window_show_error (self->window, _("Going back was not possible"), error);
  else if (plan_document_get_revision (document) == before)
    plan_window_tell (self->window, _("The office is what it was then."));
  else
    plan_window_show_undo (self->window, plan_document_get_step_label (document, PLAN_STEP_UNDO));
}

static void
free_going_back (gpointer data)
{
  GoingBack *self = data;

  g_object_unref (self->window);
  g_free (self);
}

static void
go_back_cb (PlanWindow *self, gint64 revision)
{
  guint n = (guint) (plan_document_get_revision (self->document) - revision);
  g_autofree char *moment = describe_moment (self, revision);
  /* Translators: %1$u is a number of edits, %2$s the name of a version or a moment, as “4 Mar 2026 08:00” */
  g_autofree char *body = g_strdup_printf (ngettext ("%1$u edit was made since “%2$s”. It stays in the history, and going back can be undone.",
                                                     "%1$u edits were made since “%2$s”. They stay in the history, and going back can be undone.",
                                                     n), n, moment);
  GoingBack *going = g_new (GoingBack, 1);

  *going = (GoingBack) { g_object_ref (self), revision };
  plan_alert_ask (GTK_WINDOW (self), _("Go back to how the office was?"), body, _("Go back"), PLAN_ALERT_UNDOABLE, go_back, going, free_going_back);
}

static void
name_cb (PlanWindow *self, gint64 revision, gboolean remove)
{
  PlanHistoryPanel *panel = plan_side_panel_get_history (self->panel);
  g_autofree char *name = plan_document_get_mark (self->document, revision);
  g_autoptr (GError) error = NULL;

  if (!remove)
    plan_window_ask_name (self, plan_history_panel_find_row (panel, revision), _("Name of this version"), name != NULL ? name : "",
                          plan_document_set_mark, revision);
  else if (!plan_document_set_mark (self->document, revision, NULL, &error))
    plan_window_show_error (self, _("The name could not be taken away"), error);
}

static void
show_comparison_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  show_page (data);
}

static void
end_comparison_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlanWindow *self = data;

  plan_window_end_comparison (self);
  plan_window_focus_view (self);
}

static const GActionEntry entries[] = {
  { "show-comparison", show_comparison_cb },
  { "end-comparison", end_comparison_cb },
};

/* Connects the history panel of a new window. */
void
plan_window_init_history (PlanWindow *self)
{
  PlanHistoryPanel *panel = plan_side_panel_get_history (self->panel);

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (panel, "task-chosen", G_CALLBACK (plan_window_show_task), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (panel, "compare", G_CALLBACK (compare_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (panel, "go-back", G_CALLBACK (go_back_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (panel, "name", G_CALLBACK (name_cb), self, G_CONNECT_SWAPPED);
}
