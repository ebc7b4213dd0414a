/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tab "Chart" of the print dialog: how many pages side by side, which time, which marks, and whether colours count.
 */

#include "plan-print-options.h"

#include "plan-day-chooser.h"
#include "plan-text.h"

#include <glib/gi18n-lib.h>

struct _PlanPrintOptions
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkWidget *time;
  GtkCheckButton *fit;
  GtkSpinButton *fit_width;
  GtkCheckButton *whole;
  GtkCheckButton *part;
  GtkMenuButton *from_button;
  PlanDayChooser *from;
  GtkMenuButton *to_button;
  PlanDayChooser *to;
  GtkCheckButton *critical;
  GtkCheckButton *slack;
  GtkCheckButton *baseline;
  GtkCheckButton *patterns;

  gboolean has_baseline;
};

G_DEFINE_FINAL_TYPE (PlanPrintOptions, plan_print_options, GTK_TYPE_WIDGET)

/* @name: what screen readers call the button, with a place for the date */
static void
show_day (GtkMenuButton *button, PlanDayChooser *calendar, const char *name)
{
  g_autofree char *text = plan_date_format (plan_ticks_from_day (plan_day_chooser_get_day (calendar), 0), PLAN_DATE_DAY_YEAR);
  g_autofree char *label = g_strdup_printf (name, text);

  gtk_menu_button_set_label (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
update_days (PlanPrintOptions *self)
{
  /* Translators: name of a button for screen readers; %s is a date */
  show_day (self->from_button, self->from, _("First day: %s"));
  /* Translators: name of a button for screen readers; %s is a date */
  show_day (self->to_button, self->to, _("Last day: %s"));
}

/* The other end moves along, so that the time never ends before it begins. */
static void
from_chosen_cb (PlanPrintOptions *self)
{
  if (plan_day_chooser_get_day (self->to) < plan_day_chooser_get_day (self->from))
    plan_day_chooser_set_day (self->to, plan_day_chooser_get_day (self->from));
  gtk_menu_button_popdown (self->from_button);
  update_days (self);
}

static void
to_chosen_cb (PlanPrintOptions *self)
{
  if (plan_day_chooser_get_day (self->to) < plan_day_chooser_get_day (self->from))
    plan_day_chooser_set_day (self->from, plan_day_chooser_get_day (self->to));
  gtk_menu_button_popdown (self->to_button);
  update_days (self);
}

static void
plan_print_options_dispose (GObject *object)
{
  g_clear_pointer (&PLAN_PRINT_OPTIONS (object)->content, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (object), PLAN_TYPE_PRINT_OPTIONS);
  G_OBJECT_CLASS (plan_print_options_parent_class)->dispose (object);
}

static void
plan_print_options_class_init (PlanPrintOptionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (PLAN_TYPE_DAY_CHOOSER);
  G_OBJECT_CLASS (klass)->dispose = plan_print_options_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/planwright/Planwright/plan-print-options.ui");
  gtk_widget_class_bind_template_child (widget_class, PlanPrintOptions, content);
  gtk_widget_class_bind_template_child (widget_class, PlanPrintOptions, time);
  gtk_widget_class_bind_template_child (widget_class, PlanPrintOptions, fit);
  gtk_widget_class_bind_template_child (widget_class, PlanPrintOptions, fit_width);
  gtk_widget_class_bind_template_child (widget_class, PlanPrintOptions, whole);
  gtk_widget_class_bind_template_child (widget_class, PlanPrintOptions, part);
  gtk_widget_class_bind_template_child (widget_class, PlanPrintOptions, from_button);
  gtk_widget_class_bind_template_child (widget_class, PlanPrintOptions, from);
  gtk_widget_class_bind_template_child (widget_class, PlanPrintOptions, to_button);
  gtk_widget_class_bind_template_child (widget_class, PlanPrintOptions, to);
  gtk_widget_class_bind_template_child (widget_class, PlanPrintOptions, critical);
  gtk_widget_class_bind_template_child (widget_class, PlanPrintOptions, slack);
  gtk_widget_class_bind_template_child (widget_class, PlanPrintOptions, baseline);
  gtk_widget_class_bind_template_child (widget_class, PlanPrintOptions, patterns);
  gtk_widget_class_bind_template_callback (widget_class, from_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, to_chosen_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
plan_print_options_init (PlanPrintOptions *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plan_print_options_new:
 * @start: of the plan; the part of it that is offered first begins there
 * @finish: of the plan
 * @has_baseline: whether there is a baseline that can be drawn
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
plan_print_options_new (PlanTicks start, PlanTicks finish, gboolean has_baseline)
{
  PlanPrintOptions *self = g_object_new (PLAN_TYPE_PRINT_OPTIONS, NULL);

  plan_day_chooser_set_day (self->from, plan_ticks_get_day (start));
  plan_day_chooser_set_day (self->to, plan_ticks_get_day (finish));
  update_days (self);
  self->has_baseline = has_baseline;
  gtk_widget_set_sensitive (GTK_WIDGET (self->baseline), has_baseline);
  return GTK_WIDGET (self);
}

/**
 * plan_print_options_set:
 *
 * Shows options; a network diagram has fewer of them.
 */
void
plan_print_options_set (PlanPrintOptions *self, const PlanPagesOptions *options)
{
  gboolean is_part = options->from != PLAN_TICKS_NONE && options->to != PLAN_TICKS_NONE;

  g_return_if_fail (PLAN_IS_PRINT_OPTIONS (self));

  gtk_check_button_set_active (self->fit, options->fit_width > 0);
  if (options->fit_width > 0)
    gtk_spin_button_set_value (self->fit_width, options->fit_width);
  gtk_check_button_set_active (is_part ? self->part : self->whole, TRUE);
  if (is_part)
    {
      plan_day_chooser_set_day (self->from, plan_ticks_get_day (options->from));
      plan_day_chooser_set_day (self->to, plan_ticks_get_day (options->to - 1));
      update_days (self);
    }
  gtk_widget_set_visible (self->time, options->chart == PLAN_PAGES_GANTT);
  gtk_widget_set_visible (GTK_WIDGET (self->slack), options->chart == PLAN_PAGES_GANTT);
  gtk_widget_set_visible (GTK_WIDGET (self->baseline), options->chart == PLAN_PAGES_GANTT);
  gtk_check_button_set_active (self->critical, (options->show & PLAN_GANTT_CRITICAL) != 0);
  gtk_check_button_set_active (self->slack, (options->show & PLAN_GANTT_SLACK) != 0);
  gtk_check_button_set_active (self->baseline, self->has_baseline && options->baseline >= 0);
  gtk_check_button_set_active (self->patterns, options->theme == PLAN_THEME_PRINT_GREY);
}

static void
set_mark (PlanPagesOptions *options, PlanGanttShow mark, GtkCheckButton *button)
{
  if (gtk_check_button_get_active (button))
    options->show |= mark;
  else
    options->show &= ~mark;
}

/**
 * plan_print_options_get:
 * @options: (inout): gets what was chosen; the rest stays
 */
void
plan_print_options_get (PlanPrintOptions *self, PlanPagesOptions *options)
{
  gboolean is_part = gtk_check_button_get_active (self->part);

  g_return_if_fail (PLAN_IS_PRINT_OPTIONS (self));

  options->fit_width = 0;
  if (gtk_check_button_get_active (self->fit))
    options->fit_width = (guint) gtk_spin_button_get_value_as_int (self->fit_width);
  options->from = is_part ? plan_ticks_from_day (plan_day_chooser_get_day (self->from), 0) : PLAN_TICKS_NONE;
  options->to = is_part ? plan_ticks_from_day (plan_day_chooser_get_day (self->to) + 1, 0) : PLAN_TICKS_NONE;
  set_mark (options, PLAN_GANTT_CRITICAL, self->critical);
  set_mark (options, PLAN_GANTT_SLACK, self->slack);
  set_mark (options, PLAN_GANTT_BASELINE, self->baseline);
  options->baseline = gtk_check_button_get_active (self->baseline) ? MAX (options->baseline, 0) : -1;
  options->theme = gtk_check_button_get_active (self->patterns) ? PLAN_THEME_PRINT_GREY : PLAN_THEME_PRINT;
}
