/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window and its office: opening, letting go of it, and working on the file of an office while it is closed. Small offices
 * are there before the first frame; for large ones and for those that come from elsewhere the window shows at once and a job
 * reads the file. An office that cannot be written is opened to be read, and a line says why.
 */

#include "plan-window-private.h"

#include "plan-banner.h"
#include "plan-error.h"
#include "plan-recent-offices.h"
#include "plan-sample.h"

#include <glib/gi18n-lib.h>

#define OFFICE_SUFFIX ".planwright"

/* Work on the file of an office that is closed for it. */
typedef struct
{
  PlanWindow *window;
  PlanOfficeWorkDone done;
} Work;

/* Why the office cannot be edited, and what can be done about it. */
static const struct
{
  PlanError code;
  const char *sentence;
  gboolean again;
  const char *copy_action;
  const char *copy_label;
} notices[] = {
  /* Translators: in this and the next sentence, %s is a whole sentence that says why */
  { PLAN_ERROR_BUSY, N_("%s It can be read here."), TRUE, NULL, NULL },
  { PLAN_ERROR_READ_ONLY, N_("%s It can be read here."), TRUE, "win.copy-here", N_("Make a copy here…") },
  { PLAN_ERROR_UNSUPPORTED, N_("%s It can be read here."), TRUE, "win.copy-here", N_("Make a copy here…") },
  { PLAN_ERROR_TOO_NEW, "%s", FALSE, NULL, NULL },
  /* Translators: %s is a whole sentence that says why */
  { PLAN_ERROR_LOST, N_("%s Nothing that was saved is lost yet: keep the office in a new place."), FALSE, "win.keep-office",
    N_("Keep the office…") },
};

/* Whether a file is an office and not something to import. */
gboolean
plan_window_is_office (const char *path)
{
  return g_str_has_suffix (path, OFFICE_SUFFIX) || plan_store_is_database (path);
}

static void
show_failure (PlanWindow *self, const GError *error)
{
  g_autofree char *text = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->failed_page, text);
  gtk_stack_set_visible_child_name (self->stack, "failed");
  plan_window_update_actions (self);
}

/* Says what stands in the way of editing, or hides the line. */
static void
show_notice (PlanWindow *self, const GError *error)
{
  self->office_lost = g_error_matches (error, PLAN_ERROR, PLAN_ERROR_LOST);
  for (guint i = 0; i < G_N_ELEMENTS (notices); i++)
    if (g_error_matches (error, PLAN_ERROR, notices[i].code))
      {
        g_autofree char *text = g_strdup_printf (_(notices[i].sentence), error->message);

        gtk_label_set_label (self->notice_label, text);
        gtk_widget_set_visible (self->notice_again, notices[i].again);
        gtk_widget_set_visible (self->notice_copy, notices[i].copy_action != NULL);
        if (notices[i].copy_action != NULL)
          {
            gtk_button_set_label (GTK_BUTTON (self->notice_copy), _(notices[i].copy_label));
            gtk_actionable_set_action_name (GTK_ACTIONABLE (self->notice_copy), notices[i].copy_action);
          }
        plan_banner_reveal (self->office_notice, TRUE);
        return;
      }
  plan_banner_reveal (self->office_notice, FALSE);
}

/* Looks whether the file is still there. A file that comes back is as if it had never been away. */
static void
check_place (PlanWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (self->document == NULL || plan_document_is_read_only (self->document))
    return;
  if (!plan_document_check_place (self->document, &error) || self->office_lost)
    show_notice (self, error);
  plan_window_update_actions (self);
}

static void
document_failed_cb (PlanWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (!self->office_lost && !plan_store_check_place (plan_document_get_store (self->document), &error))
    show_notice (self, error);
}

static void
active_changed_cb (PlanWindow *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)))
    check_place (self);
}

static void
show_document (PlanWindow *self, PlanDocument *document, gboolean with_sample)
{
  g_autoptr (GError) error = NULL;

  if (with_sample && !plan_document_is_read_only (document) && !plan_sample_add (document, &error))
    plan_window_show_error (self, _("The sample office could not be made"), error);
  plan_window_take_document (self, document);
  plan_recent_offices_add (self->path);
  g_signal_connect_object (document, "failed", G_CALLBACK (document_failed_cb), self, G_CONNECT_SWAPPED);
  show_notice (self, plan_document_get_reason (document));
  plan_window_start_imports (self);
}

/* Whether the window was closed while a job ran. */
static gboolean
is_gone (PlanWindow *self)
{
  return gtk_widget_in_destruction (GTK_WIDGET (self)) || gtk_window_get_application (GTK_WINDOW (self)) == NULL;
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PlanWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlanDocument) document = plan_job_run_finish (result, &error);

  plan_job_banner_stop (self->office_job);
  self->office_busy = FALSE;
  if (is_gone (self))
    return;
  if (document != NULL)
    show_document (self, document, FALSE);
  else
    show_failure (self, error);
}

/* Shows that the office is closed while a job works. */
static void
begin_job (PlanWindow *self, const char *text)
{
  self->office_progress = (PlanProgress) { 0 };
  self->office_busy = TRUE;
  gtk_label_set_label (self->opening_label, text);
  gtk_stack_set_visible_child_name (self->stack, "opening");
  plan_job_banner_start (self->office_job, text, &self->office_progress);
}

/* Shows an office that is to be opened, or is being. Takes @opening. */
void
plan_window_take_opening (PlanWindow *self, PlanOpening *opening)
{
  g_autofree char *standard = plan_document_get_default_path (), *folder = g_path_get_dirname (plan_opening_get_path (opening));

  g_free (self->path);
  self->path = g_strdup (plan_opening_get_path (opening));
  if (plan_opening_creates (opening))
    g_mkdir_with_parents (folder, 0700);
  if (plan_opening_is_long (opening))
    {
      begin_job (self, _("Opening the office…"));
      plan_job_run_async (plan_opening_run, opening, (GDestroyNotify) plan_opening_free, g_object_unref, &self->office_progress, opened_cb,
                          g_object_ref (self));
    }
  else
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PlanDocument) document = plan_opening_finish (opening, &error);

      if (document != NULL)
        show_document (self, document, g_str_equal (self->path, standard) && plan_opening_creates (opening));
      else
        show_failure (self, error);
      plan_opening_free (opening);
    }
}

/**
 * plan_window_open_office:
 * @path: an office file
 * @may_create: whether it is made when it does not exist; the standard one then gets the sample projects
 *
 * Opens the office that this window is for.
 */
void
plan_window_open_office (PlanWindow *self, const char *path, gboolean may_create)
{
  g_return_if_fail (PLAN_IS_WINDOW (self));
  g_return_if_fail (self->document == NULL && !self->office_busy);

  plan_window_take_opening (self, plan_opening_new (path, may_create));
}

/* Windows that show something of the office. */
static void
close_children (PlanWindow *self)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *item = windows; item != NULL; item = item->next)
    if (gtk_window_get_transient_for (item->data) == GTK_WINDOW (self))
      gtk_window_destroy (item->data);
}

/* Closes the office; the window stays, with nothing in it. */
static void
close_office (PlanWindow *self)
{
  close_children (self);
  plan_window_release_document (self);
  plan_banner_reveal (self->sample_banner, FALSE);
  plan_banner_reveal (self->report_banner, FALSE);
  show_notice (self, NULL);
  plan_window_update_actions (self);
}

/* Goes on with another file, or with the same anew. */
void
plan_window_go_to_office (PlanWindow *self, const char *path)
{
  g_autofree char *copy = g_strdup (path);

  close_office (self);
  plan_window_open_office (self, copy, FALSE);
}

/* Whether the office can be let go of: nothing is half typed, no job needs it. Says so when it cannot. */
gboolean
plan_window_may_close_office (PlanWindow *self)
{
  if (self->office_busy)
    return FALSE;
  if (self->importing != NULL || self->exporting != NULL)
    {
      plan_window_tell (self, _("Wait until the import or export has ended."));
      return FALSE;
    }
  return self->document == NULL || plan_window_finish_edit (self);
}

static void
worked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Work *work = data;
  g_autoptr (PlanWindow) self = work->window;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_strdup (self->path), *value = plan_job_run_finish (result, &error);

  plan_job_banner_stop (self->office_job);
  self->office_busy = FALSE;
  if (is_gone (self))
    return;
  if (value != NULL)
    work->done (self, value);
  if (self->document == NULL && !self->office_busy)
    plan_window_open_office (self, path, FALSE);
  if (error != NULL && !g_error_matches (error, PLAN_ERROR, PLAN_ERROR_CANCELLED))
    plan_window_show_error (self, _("The office is as it was"), error);
}

/* Closes the office, does something with its file in a job and opens it again, unless @done opens another.
 * @func: returns a text for @done, to be freed, or %NULL with an error; @data: (transfer full) */
void
plan_window_work_on_office (PlanWindow *self, const char *text, PlanJobFunc func, gpointer data, GDestroyNotify free_data,
                            PlanOfficeWorkDone done)
{
  Work *work = g_new (Work, 1);

  *work = (Work) { g_object_ref (self), done };
  close_office (self);
  begin_job (self, text);
  plan_job_run_async (func, data, free_data, g_free, &self->office_progress, worked_cb, work);
}

/* Follows what happens to the file. */
void
plan_window_init_office (PlanWindow *self)
{
  g_signal_connect_object (self, "notify::is-active", G_CALLBACK (active_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * plan_window_get_notice:
 *
 * Returns: (transfer none) (nullable): why the office cannot be edited, as the window says it
 */
const char *
plan_window_get_notice (PlanWindow *self)
{
  g_return_val_if_fail (PLAN_IS_WINDOW (self), NULL);

  return gtk_revealer_get_reveal_child (self->office_notice) ? gtk_label_get_label (self->notice_label) : NULL;
}
