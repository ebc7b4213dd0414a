/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The status date of a project: up to which day what is done has been entered. A button that opens a calendar, with today
 * and no date at all as buttons of their own.
 */

#include "plan-status-date.h"

#include "plan-day-chooser.h"
#include "plan-edits.h"
#include "plan-text.h"
#include "plan-tooltip.h"

#include <glib/gi18n-lib.h>

struct _PlanStatusDate
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkWidget *label;
  GtkWidget *popover;
  GtkWidget *calendar;
  GtkWidget *none;
  GtkWidget *reason;

  PlanDocument *document;
  PlanId project;
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (PlanStatusDate, plan_status_date, GTK_TYPE_WIDGET)

static const PlanProject *
get_project (PlanStatusDate *self)
{
  return self->document != NULL ? plan_model_get_project (plan_document_get_model (self->document), self->project) : NULL;
}

static void
update (PlanStatusDate *self)
{
  const PlanProject *project = get_project (self);
  g_autofree char *date = project != NULL ? plan_date_format (project->status_date, self->narrow ? PLAN_DATE_DAY : PLAN_DATE_DAY_YEAR) : NULL;
  g_autofree char *markup = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), project != NULL);
  if (project == NULL)
    return;
  if (*date == '\0')
    markup = g_strdup (C_("status strip", "No status date"));
  else if (self->narrow)
    /* Translators: status strip of narrow windows; %s is a date; keep the <b> around it */
    markup = g_strdup_printf (C_("status strip", "Status <b>%s</b>"), date);
  else
    markup = g_strdup_printf (C_("status strip", "Status date <b>%s</b>"), date);
  gtk_label_set_markup (GTK_LABEL (self->label), markup);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (GTK_LABEL (self->label)), -1);
  gtk_widget_set_sensitive (self->button, !plan_document_is_read_only (self->document));
}

static void create_popover (PlanStatusDate *self);

static void
take (PlanStatusDate *self, const char *text)
{
  g_autoptr (GError) error = NULL;

  if (self->popover == NULL)
    create_popover (self);
  if (plan_edit_set_text (self->document, PLAN_FIELD_PROJECT_STATUS_DATE, self->project, text, &error))
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  else
    gtk_label_set_label (GTK_LABEL (self->reason), error->message);
  gtk_widget_set_visible (self->reason, error != NULL);
}

static void
take_day (PlanStatusDate *self, PlanDay day)
{
  g_autofree char *text = plan_date_format (plan_ticks_from_day (day, 0), PLAN_DATE_DAY_YEAR);

  take (self, text);
}

static void
chosen_cb (PlanStatusDate *self)
{
  take_day (self, plan_day_chooser_get_day (PLAN_DAY_CHOOSER (self->calendar)));
}

static void
today_cb (GtkButton *button, PlanStatusDate *self)
{
  take_day (self, plan_ticks_get_day (plan_ticks_now ()));
}

static void
none_cb (GtkButton *button, PlanStatusDate *self)
{
  take (self, NULL);
}

static void
show_cb (GtkWidget *popover, PlanStatusDate *self)
{
  const PlanProject *project = get_project (self);
  gboolean is_set = project != NULL && plan_ticks_is_valid (project->status_date);
  PlanTicks date = is_set ? project->status_date : plan_ticks_now ();

  gtk_widget_set_visible (self->reason, FALSE);
  gtk_widget_set_sensitive (self->none, is_set);
  plan_day_chooser_set_day (PLAN_DAY_CHOOSER (self->calendar), plan_ticks_get_day (date));
  gtk_widget_grab_focus (self->calendar);
}

static GtkWidget *
add_button (GtkWidget *box, const char *text)
{
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_widget_set_hexpand (button, TRUE);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

/* Made when it is first opened. */
static void
create_popover (PlanStatusDate *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *today;

  self->calendar = plan_day_chooser_new ();
  self->popover = gtk_popover_new ();
  self->reason = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->reason), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->reason), 30);
  gtk_widget_add_css_class (self->reason, "reason");
  gtk_widget_set_visible (self->reason, FALSE);
  gtk_box_append (GTK_BOX (box), self->calendar);
  gtk_box_append (GTK_BOX (box), self->reason);
  gtk_box_append (GTK_BOX (box), buttons);
  today = add_button (buttons, C_("status date", "Today"));
  self->none = add_button (buttons, C_("status date", "None"));
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), self->popover);

  g_signal_connect_object (self->calendar, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (today, "clicked", G_CALLBACK (today_cb), self, 0);
  g_signal_connect_object (self->none, "clicked", G_CALLBACK (none_cb), self, 0);
  g_signal_connect_object (self->popover, "show", G_CALLBACK (show_cb), self, G_CONNECT_AFTER);
}

static void
create_popup_cb (GtkMenuButton *button, gpointer self)
{
  if (PLAN_STATUS_DATE (self)->popover == NULL)
    create_popover (self);
}

static void
plan_status_date_dispose (GObject *object)
{
  PlanStatusDate *self = PLAN_STATUS_DATE (object);

  g_clear_object (&self->document);
  g_clear_pointer (&self->button, gtk_widget_unparent);
  G_OBJECT_CLASS (plan_status_date_parent_class)->dispose (object);
}

static void
plan_status_date_class_init (PlanStatusDateClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plan_status_date_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
plan_status_date_init (PlanStatusDate *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->button = gtk_menu_button_new ();
  self->label = gtk_label_new (NULL);
  gtk_box_append (GTK_BOX (line), self->label);
  gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name ("pan-down-symbolic"));
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), line);
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (self->button), GTK_ARROW_UP);
  gtk_widget_add_css_class (self->button, "flat");
  plan_tooltip_set (self->button, _("Up to when what is done has been entered"));
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), create_popup_cb, self, NULL);
}

/**
 * plan_status_date_set_project:
 * @document: (nullable): the office, or %NULL to show nothing
 * @project: a project of it
 *
 * Shows the status date of a project and follows it.
 */
void
plan_status_date_set_project (PlanStatusDate *self, PlanDocument *document, PlanId project)
{
  g_return_if_fail (PLAN_IS_STATUS_DATE (self));

  if (self->document != document)
    {
      if (self->document != NULL)
        g_signal_handlers_disconnect_by_func (self->document, update, self);
      g_set_object (&self->document, document);
      if (document != NULL)
        g_signal_connect_object (document, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
    }
  self->project = project;
  update (self);
}

/**
 * plan_status_date_set_narrow:
 * @narrow: whether fewer words are to be used
 */
void
plan_status_date_set_narrow (PlanStatusDate *self, gboolean narrow)
{
  g_return_if_fail (PLAN_IS_STATUS_DATE (self));

  self->narrow = narrow;
  update (self);
}

/**
 * plan_status_date_choose:
 * @text: (nullable): a date as people type it, or %NULL for none
 *
 * Does what choosing a day does.
 */
void
plan_status_date_choose (PlanStatusDate *self, const char *text)
{
  g_return_if_fail (PLAN_IS_STATUS_DATE (self) && get_project (self) != NULL);

  take (self, text);
}
