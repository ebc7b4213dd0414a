/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Why the task that the details panel shows is where it is: what determines its start, the start, and what a delay would
 * move. Each step of the chain has a mark of its own shape before it.
 */

#include "plan-details-panel-private.h"

#include "plan-driver-text.h"
#include "plan-tooltip.h"

#include <glib/gi18n-lib.h>

static void
cause_clicked_cb (GtkWidget *button, PlanDetailsPanel *self)
{
  plan_details_go_to (self, *(const PlanId *) g_object_get_data (G_OBJECT (button), "id"));
}

static GtkWidget *
create_mark (const char *css_class)
{
  GtkWidget *mark = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (mark, "cause-mark");
  gtk_widget_add_css_class (mark, css_class);
  return mark;
}

static GtkWidget *
create_line (const char *css_class, const char *sentence)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = gtk_label_new (sentence);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (line), create_mark (css_class));
  gtk_box_append (GTK_BOX (line), label);
  return line;
}

/* A cause that is another task is a button that goes there. */
static void
add_cause (PlanDetailsPanel *self, const PlanModel *model, const PlanDriver *driver, const char *sentence)
{
  GtkWidget *line = create_line (driver->kind == PLAN_DRIVER_CONSTRAINT || driver->kind == PLAN_DRIVER_DELAY ? "person" : "link", sentence);
  GtkWidget *button;
  PlanId id;

  if (driver->other == PLAN_INDEX_NONE)
    {
      gtk_widget_add_css_class (line, "panel-row");
      gtk_box_append (self->reason_box, line);
      return;
    }
  id = plan_model_get_task_at (model, driver->other)->id;
  button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), line);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "cause");
  plan_tooltip_set (button, _("Go to this task"));
  g_object_set_data_full (G_OBJECT (button), "id", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (cause_clicked_cb), self, 0);
  gtk_box_append (self->reason_box, button);
}

/* What happens when it comes later, or NULL when nothing can be said. */
static char *
describe_slack (const PlanScheduledTask *dates, const PlanConversion *conversion)
{
  PlanDuration slack = { dates->total_slack, PLAN_UNIT_DAY, FALSE };
  g_autofree char *text = NULL;

  if (dates->summary || dates->percent_complete >= PLAN_PERCENT_HUNDRED || dates->total_slack == PLAN_TICKS_NONE)
    return NULL;
  if (dates->total_slack <= 0)
    return g_strdup (_("Each day later moves the end of the project or misses a date"));
  text = plan_duration_format (&slack, conversion);
  /* Translators: %s is a duration: "3 d" */
  return g_strdup_printf (_("Can come %s later without moving the end of the project"), text);
}

static void
add_result (PlanDetailsPanel *self, const PlanScheduledTask *dates, const PlanConversion *conversion)
{
  g_autofree char *date = plan_date_format (dates->start, PLAN_DATE_WEEKDAY);
  /* Translators: the last step of why a task is where it is; %s is a date */
  g_autofree char *sentence = g_strdup_printf (_("Starts on %s"), date);
  g_autofree char *slack = describe_slack (dates, conversion);
  GtkWidget *line = create_line ("result", sentence);
  GtkWidget *label;

  gtk_widget_add_css_class (line, "panel-row");
  gtk_box_append (self->reason_box, line);
  if (slack == NULL)
    return;
  label = gtk_label_new (slack);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "secondary");
  gtk_widget_add_css_class (label, "cause-note");
  gtk_box_append (self->reason_box, label);
}

/* Shows what determines the start of the task; a task without dates has no such group. */
void
plan_details_update_reason (PlanDetailsPanel *self)
{
  PlanCellSource source = plan_row_list_get_source (self->list);
  guint index = source.outline->rows[plan_details_get_row (self)].task;
  PlanDriver driver = plan_driver_find (source.schedule, source.model, source.index, index);
  g_autofree char *sentence = plan_driver_describe (&driver, &source, index);
  PlanConversion conversion;

  plan_details_clear (self->reason_box);
  gtk_widget_set_visible (self->reason_group, sentence != NULL);
  if (sentence == NULL)
    return;
  plan_project_get_conversion (plan_model_get_project (source.model, plan_row_list_get_project (self->list)), &conversion);
  add_cause (self, source.model, &driver, sentence);
  add_result (self, plan_schedule_get_task (source.schedule, index), &conversion);
}
