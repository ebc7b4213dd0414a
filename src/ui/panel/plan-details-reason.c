/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Why the task that the details panel shows is where it is: all that determines its start, the start, what a delay would
 * move, and what makes the finish other than start and duration say. Each step of the chain has a mark of its own shape
 * before it; a step that is another task is a button that goes there.
 */

#include "plan-details-panel-private.h"

#include "plan-driver-text.h"
#include "plan-tooltip.h"

#include <glib/gi18n-lib.h>

/* More causes than this are counted: nobody reads them. */
#define MAX_CAUSES 20

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

/* The task that a cause is, or PLAN_INDEX_NONE: a predecessor, a subtask, or a summary whose constraint it is. */
static guint
get_causing_task (const PlanDriver *driver, guint task)
{
  if (driver->other != PLAN_INDEX_NONE)
    return driver->other;
  return driver->owner != task ? driver->owner : PLAN_INDEX_NONE;
}

/* What people have typed, rather than what other tasks bring. */
static gboolean
is_of_person (const PlanDriver *driver)
{
  return driver->kind != PLAN_DRIVER_LINK && driver->kind != PLAN_DRIVER_SUBTASK && driver->kind != PLAN_DRIVER_PROJECT_START;
}

static void
add_cause (PlanDetailsPanel *self, const PlanModel *model, const PlanDriver *driver, const char *sentence, guint task)
{
  GtkWidget *line = create_line (is_of_person (driver) ? "person" : "link", sentence);
  guint cause = get_causing_task (driver, task);
  GtkWidget *button;
  PlanId id;

  if (cause == PLAN_INDEX_NONE)
    {
      gtk_widget_add_css_class (line, "panel-row");
      gtk_box_append (self->reason_box, line);
      return;
    }
  id = plan_model_get_task_at (model, cause)->id;
  button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), line);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "cause");
  plan_tooltip_set (button, _("Go to this task"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
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

/* Adds what determines one of the dates, no more than can be read; returns how much there is. */
static guint
add_causes (PlanDetailsPanel *self, PlanDriverFinder *finder, const PlanCellSource *source, guint task, PlanDriverEnd end)
{
  g_autoptr (GArray) drivers = g_array_new (FALSE, FALSE, sizeof (PlanDriver));

  plan_driver_finder_list (finder, task, end, drivers);
  for (guint i = 0; i < MIN (drivers->len, MAX_CAUSES); i++)
    {
      const PlanDriver *driver = &g_array_index (drivers, PlanDriver, i);
      g_autofree char *sentence = plan_driver_describe (driver, source->model, source->outline, task);

      add_cause (self, source->model, driver, sentence, task);
    }
  if (drivers->len > MAX_CAUSES)
    {
      guint n = drivers->len - MAX_CAUSES;
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", n), n);
      GtkWidget *line = create_line ("link", more);

      gtk_widget_add_css_class (line, "panel-row");
      gtk_box_append (self->reason_box, line);
    }
  return drivers->len;
}

/* Shows what determines the dates of the task; a task without dates has no such group. */
void
plan_details_update_reason (PlanDetailsPanel *self)
{
  PlanCellSource source = plan_row_list_get_source (self->list);
  guint index = source.outline->rows[plan_details_get_row (self)].task;
  g_autoptr (PlanDriverFinder) finder = plan_driver_finder_new (source.schedule, source.model, source.index);
  PlanConversion conversion;
  gboolean has_causes;

  plan_details_clear (self->reason_box);
  has_causes = add_causes (self, finder, &source, index, PLAN_DRIVER_OF_START) > 0;
  gtk_widget_set_visible (self->reason_group, has_causes);
  if (!has_causes)
    return;
  plan_project_get_conversion (plan_model_get_project (source.model, plan_row_list_get_project (self->list)), &conversion);
  add_result (self, plan_schedule_get_task (source.schedule, index), &conversion);
  add_causes (self, finder, &source, index, PLAN_DRIVER_OF_FINISH);
}
