/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page for a new project: a name is enough, all else has a usual value. What does not fit is said below the rows, and
 * what was typed stays.
 */

#include "plan-project-page.h"

#include "plan-edits.h"
#include "plan-entry-buttons.h"
#include "plan-project-choices.h"

#include <glib/gi18n-lib.h>

/* Work begins so late on the first day when nothing else is typed, as in the field table. */
#define USUAL_START (8 * PLAN_TICKS_PER_HOUR)

struct _PlanProjectPage
{
  AdwWindow parent_instance;

  GtkWidget *create_button;
  GtkEditable *name;
  AdwComboRow *programme;
  GtkEditable *new_programme;
  GtkEditable *start;
  AdwComboRow *calendar;
  GtkEditable *manager;
  GtkLabel *error;

  PlanDocument *document;
  PlanChoices *programmes;
  PlanChoices *calendars;
};

enum {
  CREATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlanProjectPage, plan_project_page, ADW_TYPE_WINDOW)

static void
set_wrong (GtkEditable *row, gboolean wrong)
{
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
}

static void
show_error (PlanProjectPage *self, const char *message, GtkEditable *row)
{
  gtk_label_set_label (self->error, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), message != NULL);
  set_wrong (self->start, row == self->start);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static char *
get_text (GtkEditable *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (row)));
}

/* The last of the programmes is the one that is to be made. */
static gboolean
wants_new_programme (PlanProjectPage *self)
{
  return self->programmes != NULL && adw_combo_row_get_selected (self->programme) == self->programmes->ids->len - 1;
}

static void
changed_cb (PlanProjectPage *self)
{
  g_autofree char *name = get_text (self->name);
  g_autofree char *programme = get_text (self->new_programme);
  gboolean is_new = wants_new_programme (self);

  gtk_widget_set_visible (GTK_WIDGET (self->new_programme), is_new);
  gtk_widget_set_sensitive (self->create_button, *name != '\0' && (!is_new || *programme != '\0'));
  show_error (self, NULL, NULL);
}

static void
create_clicked_cb (PlanProjectPage *self)
{
  g_autofree char *name = get_text (self->name), *programme = get_text (self->new_programme);
  g_autofree char *start = get_text (self->start), *manager = get_text (self->manager);
  gboolean is_new = wants_new_programme (self);
  PlanNewProject what = { .name = name, .start = PLAN_TICKS_NONE, .manager = manager };
  g_autoptr (GError) error = NULL;

  what.new_programme = is_new ? programme : NULL;
  what.programme = is_new ? PLAN_ID_NONE : plan_choices_get (self->programmes, adw_combo_row_get_selected (self->programme));
  what.calendar = plan_choices_get (self->calendars, adw_combo_row_get_selected (self->calendar));
  if (*start != '\0' && !plan_date_parse (start, plan_ticks_now (), USUAL_START, &what.start, &error))
    show_error (self, error->message, self->start);
  else if (plan_edit_project_create (self->document, &what, NULL, &error))
    {
      g_signal_emit (self, signals[CREATED], 0);
      gtk_window_close (GTK_WINDOW (self));
    }
  else
    show_error (self, error->message, NULL);
}

static void
plan_project_page_dispose (GObject *object)
{
  PlanProjectPage *self = PLAN_PROJECT_PAGE (object);

  g_clear_object (&self->document);
  g_clear_pointer (&self->programmes, plan_choices_free);
  g_clear_pointer (&self->calendars, plan_choices_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLAN_TYPE_PROJECT_PAGE);
  G_OBJECT_CLASS (plan_project_page_parent_class)->dispose (object);
}

static void
plan_project_page_class_init (PlanProjectPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plan_project_page_dispose;

  /**
   * PlanProjectPage::created:
   *
   * There is a new project; the page closes.
   */
  signals[CREATED] = g_signal_new ("created", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/planwright/Planwright/plan-project-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PlanProjectPage, create_button);
  gtk_widget_class_bind_template_child (widget_class, PlanProjectPage, name);
  gtk_widget_class_bind_template_child (widget_class, PlanProjectPage, programme);
  gtk_widget_class_bind_template_child (widget_class, PlanProjectPage, new_programme);
  gtk_widget_class_bind_template_child (widget_class, PlanProjectPage, start);
  gtk_widget_class_bind_template_child (widget_class, PlanProjectPage, calendar);
  gtk_widget_class_bind_template_child (widget_class, PlanProjectPage, manager);
  gtk_widget_class_bind_template_child (widget_class, PlanProjectPage, error);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_clicked_cb);
}

static void
plan_project_page_init (PlanProjectPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The project begins in the programme of the one that is shown, and today. */
static void
fill (PlanProjectPage *self, PlanId beside)
{
  const PlanModel *model = plan_document_get_model (self->document);
  const PlanProject *other = beside != PLAN_ID_NONE ? plan_model_get_project (model, beside) : NULL;
  g_autofree char *today = plan_date_format (plan_ticks_now (), PLAN_DATE_DAY_YEAR);
  g_autoptr (GPtrArray) people = plan_model_list_people (model);

  self->calendars = plan_choices_new_calendars (model, PLAN_ID_NONE);
  if (self->calendars->ids->len == 0)
    plan_choices_add (self->calendars, PLAN_ID_NONE, C_("calendar", "Standard"));
  adw_combo_row_set_model (self->calendar, G_LIST_MODEL (self->calendars->names));
  self->programmes = plan_choices_new_programmes (model);
  plan_choices_add (self->programmes, PLAN_ID_NONE, _("New programme…"));
  adw_combo_row_set_model (self->programme, G_LIST_MODEL (self->programmes->names));
  if (other != NULL)
    adw_combo_row_set_selected (self->programme, plan_choices_find (self->programmes, other->programme));
  gtk_editable_set_text (self->start, today);
  plan_entry_add_calendar (ADW_ENTRY_ROW (self->start));
  plan_entry_add_choices (ADW_ENTRY_ROW (self->manager), _("Choose a person"), people);
}

/**
 * plan_project_page_new:
 * @beside: the project that is shown, or %PLAN_ID_NONE
 *
 * Returns: (transfer none): a window, not shown yet; like all windows it belongs to GTK
 */
GtkWindow *
plan_project_page_new (GtkWindow *parent, PlanDocument *document, PlanId beside)
{
  PlanProjectPage *self = g_object_new (PLAN_TYPE_PROJECT_PAGE, "transient-for", parent, NULL);

  self->document = g_object_ref (document);
  fill (self, beside);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
  return GTK_WINDOW (self);
}
