/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line above the plan that says which job runs, how far it is, and stops it. It only shows when the job takes so long
 * that somebody wonders.
 */

#include "plan-job-banner.h"

#include "plan-banner.h"

#define PROGRESS_MS 80

struct _PlanJobBanner
{
  GtkWidget parent_instance;

  GtkRevealer *revealer;
  GtkLabel *label;
  GtkProgressBar *bar;

  PlanProgress *progress; /* of the job that runs, or NULL; belongs to whoever started it */
  guint source;
};

G_DEFINE_FINAL_TYPE (PlanJobBanner, plan_job_banner, GTK_TYPE_WIDGET)

enum {
  CANCELLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
progress_timeout_cb (gpointer data)
{
  PlanJobBanner *self = data;

  int permille = plan_progress_get_permille (self->progress);

  /* Some work cannot tell how far it is. */
  if (permille == 0)
    gtk_progress_bar_pulse (self->bar);
  else
    gtk_progress_bar_set_fraction (self->bar, permille / 1000.0);
  /* Short jobs come and go without a banner. */
  plan_banner_reveal (self->revealer, TRUE);
  return G_SOURCE_CONTINUE;
}

static void
cancel_clicked_cb (PlanJobBanner *self)
{
  if (self->progress != NULL)
    plan_progress_cancel (self->progress);
  g_signal_emit (self, signals[CANCELLED], 0);
}

static void
plan_job_banner_dispose (GObject *object)
{
  PlanJobBanner *self = PLAN_JOB_BANNER (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer ((GtkWidget **) &self->revealer, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLAN_TYPE_JOB_BANNER);
  G_OBJECT_CLASS (plan_job_banner_parent_class)->dispose (object);
}

static void
plan_job_banner_class_init (PlanJobBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plan_job_banner_dispose;

  /**
   * PlanJobBanner::cancelled:
   *
   * Emitted when the user stopped the job, after it was told to stop.
   */
  signals[CANCELLED] = g_signal_new ("cancelled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/planwright/Planwright/plan-job-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, PlanJobBanner, revealer);
  gtk_widget_class_bind_template_child (widget_class, PlanJobBanner, label);
  gtk_widget_class_bind_template_child (widget_class, PlanJobBanner, bar);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
plan_job_banner_init (PlanJobBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plan_job_banner_start:
 * @text: what is being done
 * @progress: of the job; must live until plan_job_banner_stop()
 *
 * Watches a job.
 */
void
plan_job_banner_start (PlanJobBanner *self, const char *text, PlanProgress *progress)
{
  g_return_if_fail (PLAN_IS_JOB_BANNER (self));
  g_return_if_fail (self->progress == NULL);

  self->progress = progress;
  gtk_label_set_label (self->label, text);
  gtk_progress_bar_set_fraction (self->bar, 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  self->source = g_timeout_add (PROGRESS_MS, progress_timeout_cb, self);
}

/**
 * plan_job_banner_stop:
 *
 * The job has ended: hides the banner.
 */
void
plan_job_banner_stop (PlanJobBanner *self)
{
  g_return_if_fail (PLAN_IS_JOB_BANNER (self));

  g_clear_handle_id (&self->source, g_source_remove);
  self->progress = NULL;
  /* The window may have been closed meanwhile. */
  if (self->revealer != NULL)
    plan_banner_reveal (self->revealer, FALSE);
}
