/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The strip at the foot of the window: how large the project is, when it finishes, what is critical, the status date, and
 * whether what is shown is on disk.
 */

#include "plan-status-strip.h"

#include <glib/gi18n-lib.h>

struct _PlanStatusStrip
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkWidget *gap;
  GtkLabel *hint;
  GtkLabel *tasks;
  GtkLabel *finish;
  GtkLabel *critical;
  GtkLabel *status_date;
  GtkImage *saved_icon;
  GtkLabel *saved;
};

G_DEFINE_FINAL_TYPE (PlanStatusStrip, plan_status_strip, GTK_TYPE_WIDGET)

static void
plan_status_strip_dispose (GObject *object)
{
  g_clear_pointer (&PLAN_STATUS_STRIP (object)->content, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (object), PLAN_TYPE_STATUS_STRIP);
  G_OBJECT_CLASS (plan_status_strip_parent_class)->dispose (object);
}

static void
plan_status_strip_class_init (PlanStatusStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plan_status_strip_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/planwright/Planwright/plan-status-strip.ui");
  gtk_widget_class_bind_template_child (widget_class, PlanStatusStrip, content);
  gtk_widget_class_bind_template_child (widget_class, PlanStatusStrip, gap);
  gtk_widget_class_bind_template_child (widget_class, PlanStatusStrip, hint);
  gtk_widget_class_bind_template_child (widget_class, PlanStatusStrip, tasks);
  gtk_widget_class_bind_template_child (widget_class, PlanStatusStrip, finish);
  gtk_widget_class_bind_template_child (widget_class, PlanStatusStrip, critical);
  gtk_widget_class_bind_template_child (widget_class, PlanStatusStrip, status_date);
  gtk_widget_class_bind_template_child (widget_class, PlanStatusStrip, saved_icon);
  gtk_widget_class_bind_template_child (widget_class, PlanStatusStrip, saved);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
plan_status_strip_init (PlanStatusStrip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Shows a sentence that may have bold parts; hides the label when there is none. */
static void
show_markup (GtkLabel *label, const char *markup)
{
  gtk_label_set_markup (label, markup != NULL ? markup : "");
  gtk_widget_set_visible (GTK_WIDGET (label), markup != NULL);
}

static void
update_counts (PlanStatusStrip *self, const PlanScheduledProject *result)
{
  g_autofree char *date = result != NULL ? plan_date_format (result->finish, PLAN_DATE_DAY_YEAR) : NULL;
  g_autofree char *tasks = NULL, *finish = NULL, *critical = NULL;

  if (result != NULL)
    {
      /* Translators: status strip; keep the <b> around the number */
      tasks = g_strdup_printf (ngettext ("<b>%u</b> task", "<b>%u</b> tasks", result->n_tasks), result->n_tasks);
      if (result->n_tasks > 0)
        {
          /* Translators: status strip; %s is the date on which the project finishes */
          finish = g_strdup_printf (C_("status strip", "Finish <b>%s</b>"), date);
          /* Translators: status strip; %u is the number of critical tasks */
          critical = g_strdup_printf (C_("status strip", "Critical <b>%u</b>"), result->n_critical);
        }
    }
  show_markup (self->tasks, tasks);
  show_markup (self->finish, finish);
  show_markup (self->critical, critical);
}

/**
 * plan_status_strip_set_hint:
 * @hint: (nullable): what would happen now, or %NULL for nothing
 *
 * Shows a sentence in place of the numbers of the project while something is dragged.
 */
void
plan_status_strip_set_hint (PlanStatusStrip *self, const char *hint)
{
  GtkLabel *const numbers[] = { self->tasks, self->finish, self->critical };

  g_return_if_fail (PLAN_IS_STATUS_STRIP (self));

  gtk_label_set_label (self->hint, hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), hint != NULL);
  gtk_widget_set_visible (self->gap, hint == NULL);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    gtk_widget_set_visible (GTK_WIDGET (numbers[i]), hint == NULL && *gtk_label_get_label (numbers[i]) != '\0');
  if (hint != NULL)
    gtk_widget_add_css_class (self->content, "dragging");
  else
    gtk_widget_remove_css_class (self->content, "dragging");
}

/**
 * plan_status_strip_update:
 * @project: the project that is shown, or %PLAN_ID_NONE
 *
 * Shows the numbers of a project as they are now.
 */
void
plan_status_strip_update (PlanStatusStrip *self, PlanDocument *document, PlanId project)
{
  const PlanProject *record = project != PLAN_ID_NONE ? plan_model_get_project (plan_document_get_model (document), project) : NULL;
  gboolean read_only = plan_document_is_read_only (document);
  g_autofree char *status = NULL;

  g_return_if_fail (PLAN_IS_STATUS_STRIP (self));

  update_counts (self, record != NULL ? plan_schedule_get_project (plan_document_get_schedule (document), project) : NULL);
  if (record != NULL && record->status_date != PLAN_TICKS_NONE)
    {
      g_autofree char *date = plan_date_format (record->status_date, PLAN_DATE_DAY_YEAR);

      status = g_strdup_printf (C_("status strip", "Status date <b>%s</b>"), date);
    }
  show_markup (self->status_date, status);
  gtk_image_set_from_icon_name (self->saved_icon, read_only ? "changes-prevent-symbolic" : "object-select-symbolic");
  gtk_label_set_label (self->saved, read_only ? C_("status strip", "Read only") : C_("status strip", "Saved"));
}
