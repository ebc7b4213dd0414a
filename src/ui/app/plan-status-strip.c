/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The strip at the foot of the window: how large the project is, when it finishes, what is critical, how its deadlines
 * stand, the status date, and whether what is shown is on disk. Each number is a button that leads to the rows it counts,
 * so numbers are counted by the filters that show them.
 */

#include "plan-status-strip.h"

#include "plan-health.h"
#include "plan-status-date.h"
#include "plan-tooltip.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _PlanStatusStrip
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkWidget *numbers;
  GtkLabel *hint;
  GtkButton *tasks;
  GtkButton *finish;
  GtkLabel *finish_label;
  GtkLabel *variance;
  GtkButton *critical;
  GtkButton *deadlines;
  GtkButton *missed;
  GtkWidget *filtered;
  GtkLabel *filtered_label;
  GtkButton *show_all;
  PlanStatusDate *status_date;
  GtkWidget *saved_box;
  GtkImage *saved_icon;
  GtkLabel *saved;

  PlanRowList *list;
  PlanDocument *document;
  PlanId project;
  gboolean narrow;
  gboolean busy;
  guint count_source;
  char *failure; /* why the last edit could not be written, or NULL */
};

G_DEFINE_FINAL_TYPE (PlanStatusStrip, plan_status_strip, GTK_TYPE_WIDGET)

/* What the strip says of each state: its icon, words and colour. */
static const struct
{
  const char *icon;
  const char *label;
  const char *css_class;
} saved_states[] = {
  [PLAN_SAVED] = { "object-select-symbolic", NC_("status strip", "Saved"), NULL },
  [PLAN_SAVING] = { "content-loading-symbolic", NC_("status strip", "Saving…"), NULL },
  [PLAN_NOT_SAVED] = { "dialog-warning-symbolic", NC_("status strip", "Not saved"), "bad-text" },
  [PLAN_READ_ONLY] = { "changes-prevent-symbolic", NC_("status strip", "Read only"), NULL },
};

static char *
describe_saved (PlanStatusStrip *self, PlanSavedState state)
{
  switch (state)
    {
    case PLAN_NOT_SAVED:
      /* Translators: %s is a sentence that says why an edit could not be written */
      return g_strdup_printf (_("The last edit was not made. %s"), self->failure);
    case PLAN_READ_ONLY:
      return g_strdup (_("Another program has the office open, or its file is protected. It can be read but not edited."));
    case PLAN_SAVING:
      return g_strdup (_("What is imported is being written to the office."));
    default:
      return g_strdup (_("Every edit is on disk as soon as it is made."));
    }
}

static void
update_saved (PlanStatusStrip *self)
{
  PlanSavedState state = plan_status_strip_get_saved (self);
  g_autofree char *tooltip = describe_saved (self, state);
  const char *classes[] = { "horizontal", "saved", saved_states[state].css_class, NULL };
  const char *label = g_dpgettext2 (GETTEXT_PACKAGE, "status strip", saved_states[state].label);

  gtk_image_set_from_icon_name (self->saved_icon, saved_states[state].icon);
  gtk_label_set_label (self->saved, label);
  gtk_widget_set_visible (GTK_WIDGET (self->saved), !self->narrow || state == PLAN_NOT_SAVED);
  plan_tooltip_set (self->saved_box, tooltip);
  gtk_widget_set_css_classes (self->saved_box, classes);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->saved_box), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, tooltip, -1);
}

/* Shows a sentence that may have bold parts; hides the button when there is none. */
static void
show_markup (GtkButton *button, const char *icon, const char *markup)
{
  GtkWidget *line = gtk_button_get_child (button), *label;

  gtk_widget_set_visible (GTK_WIDGET (button), markup != NULL);
  if (markup == NULL)
    return;
  if (line == NULL)
    {
      line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      if (icon != NULL)
        gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name (icon));
      gtk_box_append (GTK_BOX (line), gtk_label_new (NULL));
      gtk_button_set_child (button, line);
    }
  label = gtk_widget_get_last_child (line);
  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_label_get_text (GTK_LABEL (label)), -1);
}

/* How much later than the baseline, in the colour of what is late. */
static void
update_variance (PlanStatusStrip *self, const PlanProject *project)
{
  PlanHealthReason reason;
  PlanHealth health = plan_health_of_project (plan_document_get_model (self->document), plan_document_get_schedule (self->document),
                                              self->project, &reason);
  g_autofree char *text = NULL;
  PlanConversion conversion;
  const char *classes[] = { health == PLAN_HEALTH_OFF_TRACK ? "bad-text" : "warn-text", NULL };

  gtk_widget_set_visible (GTK_WIDGET (self->variance), reason.variance != PLAN_TICKS_NONE);
  if (reason.variance == PLAN_TICKS_NONE)
    return;
  plan_project_get_conversion (project, &conversion);
  text = plan_variance_format (reason.variance, &conversion);
  gtk_label_set_label (self->variance, text);
  gtk_widget_set_css_classes (GTK_WIDGET (self->variance), reason.variance > 0 ? classes : classes + 1);
}

static void
update_finish (PlanStatusStrip *self, const PlanScheduledProject *result)
{
  g_autofree char *date = plan_date_format (result->finish, self->narrow ? PLAN_DATE_DAY : PLAN_DATE_DAY_YEAR);
  /* Translators: status strip; %s is the date on which the project finishes */
  g_autofree char *markup = g_strdup_printf (C_("status strip", "Finish <b>%s</b>"), date);

  gtk_label_set_markup (self->finish_label, markup);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->finish), GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_label_get_text (self->finish_label), -1);
  gtk_widget_set_visible (GTK_WIDGET (self->finish), TRUE);
}

/* What is counted over all tasks. Without a deadline there is nothing to say of them. */
static void
update_counts (PlanStatusStrip *self)
{
  const PlanRowFilter wanted[] = { PLAN_ROWS_CRITICAL, PLAN_ROWS_DEADLINES, PLAN_ROWS_MISSED };
  guint counts[G_N_ELEMENTS (wanted)];
  g_autofree char *critical = NULL, *deadlines = NULL, *missed = NULL;

  plan_row_filter_count (wanted, G_N_ELEMENTS (wanted), plan_document_get_model (self->document),
                         plan_document_get_schedule (self->document), plan_row_list_get_outline (self->list), counts);
  /* Translators: status strip; %u is the number of critical tasks */
  critical = g_strdup_printf (C_("status strip", "Critical <b>%u</b>"), counts[0]);
  /* Translators: status strip; %u is the number of tasks with a deadline */
  deadlines = g_strdup_printf (C_("status strip", "Deadlines <b>%u</b>"), counts[1]);
  /* Translators: status strip; %u is the number of tasks that miss their deadline */
  missed = g_strdup_printf (C_("status strip", "Missed <b>%u</b>"), counts[2]);
  show_markup (self->critical, NULL, critical);
  show_markup (self->deadlines, NULL, counts[1] > 0 ? deadlines : NULL);
  show_markup (self->missed, "dialog-warning-symbolic", counts[2] > 0 ? missed : NULL);
}

static const PlanProject *
get_project (PlanStatusStrip *self)
{
  return self->document != NULL && plan_row_list_get_outline (self->list) != NULL
           ? plan_model_get_project (plan_document_get_model (self->document), self->project) : NULL;
}

static const PlanScheduledProject *
get_result (PlanStatusStrip *self)
{
  return get_project (self) != NULL ? plan_schedule_get_project (plan_document_get_schedule (self->document), self->project) : NULL;
}

static gboolean
count_cb (gpointer data)
{
  PlanStatusStrip *self = data;
  const PlanScheduledProject *result = get_result (self);

  self->count_source = 0;
  if (result != NULL && result->n_tasks > 0)
    {
      update_variance (self, get_project (self));
      update_counts (self);
    }
  return G_SOURCE_REMOVE;
}

static void
hide_numbers (PlanStatusStrip *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->finish), FALSE);
  show_markup (self->critical, NULL, NULL);
  show_markup (self->deadlines, NULL, NULL);
  show_markup (self->missed, NULL, NULL);
}

/* How many tasks are seen while a filter hides others. */
static void
update_filtered (PlanStatusStrip *self, guint n_tasks)
{
  gboolean is_filtered = plan_row_list_is_filtered (self->list);
  guint n = plan_row_list_get_n (self->list), n_shown = 0;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->filtered, is_filtered);
  gtk_widget_set_visible (GTK_WIDGET (self->tasks), !is_filtered);
  if (!is_filtered)
    return;
  for (guint row = 0; row < n; row++)
    n_shown += !plan_row_list_is_summary (self->list, row);
  /* Translators: status strip while a filter is on: %1$u tasks of %2$u are seen */
  text = g_strdup_printf (C_("status strip", "<b>%1$u</b> of <b>%2$u</b> shown"), n_shown, n_tasks);
  gtk_label_set_markup (self->filtered_label, text);
}

static void
update (PlanStatusStrip *self)
{
  const PlanScheduledProject *result = get_result (self);
  g_autofree char *tasks = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->tasks), result != NULL);
  if (result == NULL || result->n_tasks == 0)
    hide_numbers (self);
  if (result == NULL)
    return;
  /* Translators: status strip; keep the <b> around the number */
  tasks = g_strdup_printf (ngettext ("<b>%u</b> task", "<b>%u</b> tasks", result->n_tasks), result->n_tasks);
  show_markup (self->tasks, NULL, tasks);
  update_filtered (self, result->n_tasks);
  if (result->n_tasks == 0)
    return;
  update_finish (self, result);
  /* One frame later: counting goes over all tasks. */
  if (self->count_source == 0)
    self->count_source = g_idle_add (count_cb, self);
}

static void
document_changed_cb (PlanStatusStrip *self)
{
  g_clear_pointer (&self->failure, g_free);
  update_saved (self);
}

static void
document_failed_cb (PlanDocument *document, const char *sentence, PlanStatusStrip *self)
{
  g_free (self->failure);
  self->failure = g_strdup (sentence);
  update_saved (self);
}

static void
plan_status_strip_dispose (GObject *object)
{
  PlanStatusStrip *self = PLAN_STATUS_STRIP (object);

  g_clear_handle_id (&self->count_source, g_source_remove);
  g_clear_object (&self->document);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (object), PLAN_TYPE_STATUS_STRIP);
  g_clear_object (&self->list);
  G_OBJECT_CLASS (plan_status_strip_parent_class)->dispose (object);
}

static void
plan_status_strip_finalize (GObject *object)
{
  g_free (PLAN_STATUS_STRIP (object)->failure);
  G_OBJECT_CLASS (plan_status_strip_parent_class)->finalize (object);
}

static void
plan_status_strip_class_init (PlanStatusStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plan_status_strip_dispose;
  G_OBJECT_CLASS (klass)->finalize = plan_status_strip_finalize;
  g_type_ensure (PLAN_TYPE_STATUS_DATE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/planwright/Planwright/plan-status-strip.ui");
  gtk_widget_class_bind_template_child (widget_class, PlanStatusStrip, content);
  gtk_widget_class_bind_template_child (widget_class, PlanStatusStrip, numbers);
  gtk_widget_class_bind_template_child (widget_class, PlanStatusStrip, hint);
  gtk_widget_class_bind_template_child (widget_class, PlanStatusStrip, tasks);
  gtk_widget_class_bind_template_child (widget_class, PlanStatusStrip, finish);
  gtk_widget_class_bind_template_child (widget_class, PlanStatusStrip, finish_label);
  gtk_widget_class_bind_template_child (widget_class, PlanStatusStrip, variance);
  gtk_widget_class_bind_template_child (widget_class, PlanStatusStrip, critical);
  gtk_widget_class_bind_template_child (widget_class, PlanStatusStrip, deadlines);
  gtk_widget_class_bind_template_child (widget_class, PlanStatusStrip, missed);
  gtk_widget_class_bind_template_child (widget_class, PlanStatusStrip, filtered);
  gtk_widget_class_bind_template_child (widget_class, PlanStatusStrip, filtered_label);
  gtk_widget_class_bind_template_child (widget_class, PlanStatusStrip, show_all);
  gtk_widget_class_bind_template_child (widget_class, PlanStatusStrip, status_date);
  gtk_widget_class_bind_template_child (widget_class, PlanStatusStrip, saved_box);
  gtk_widget_class_bind_template_child (widget_class, PlanStatusStrip, saved_icon);
  gtk_widget_class_bind_template_child (widget_class, PlanStatusStrip, saved);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
plan_status_strip_init (PlanStatusStrip *self)
{
  GtkButton **buttons[] = { &self->tasks, &self->finish, &self->critical, &self->deadlines, &self->missed, &self->show_all };

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    gtk_widget_add_css_class (GTK_WIDGET (*buttons[i]), "flat");
  gtk_widget_set_valign (GTK_WIDGET (self->show_all), GTK_ALIGN_CENTER);
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
  g_return_if_fail (PLAN_IS_STATUS_STRIP (self));

  gtk_label_set_label (self->hint, hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), hint != NULL);
  gtk_widget_set_visible (self->numbers, hint == NULL);
  if (hint != NULL)
    gtk_widget_add_css_class (self->content, "dragging");
  else
    gtk_widget_remove_css_class (self->content, "dragging");
}

/**
 * plan_status_strip_set_list:
 * @list: the rows that the numbers count; set once
 */
void
plan_status_strip_set_list (PlanStatusStrip *self, PlanRowList *list)
{
  g_return_if_fail (PLAN_IS_STATUS_STRIP (self) && self->list == NULL);

  self->list = g_object_ref (list);
  g_signal_connect_object (list, "rows-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * plan_status_strip_set_project:
 * @document: (nullable): the office, or %NULL to show nothing
 * @project: the project that the list of rows shows, or %PLAN_ID_NONE
 *
 * Shows the numbers of a project and whether the office is saved, and follows both.
 */
void
plan_status_strip_set_project (PlanStatusStrip *self, PlanDocument *document, PlanId project)
{
  g_return_if_fail (PLAN_IS_STATUS_STRIP (self));

  if (self->document != document)
    {
      if (self->document != NULL)
        {
          g_signal_handlers_disconnect_by_func (self->document, document_changed_cb, self);
          g_signal_handlers_disconnect_by_func (self->document, document_failed_cb, self);
        }
      g_set_object (&self->document, document);
      if (document != NULL)
        {
          g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), self, G_CONNECT_SWAPPED);
          g_signal_connect_object (document, "failed", G_CALLBACK (document_failed_cb), self, 0);
        }
    }
  self->project = project;
  plan_status_date_set_project (self->status_date, document, project);
  update (self);
  update_saved (self);
}

/**
 * plan_status_strip_set_narrow:
 *
 * Uses fewer words in a narrow window.
 */
void
plan_status_strip_set_narrow (PlanStatusStrip *self, gboolean narrow)
{
  g_return_if_fail (PLAN_IS_STATUS_STRIP (self));

  self->narrow = narrow;
  plan_status_date_set_narrow (self->status_date, narrow);
  update (self);
  update_saved (self);
}

/**
 * plan_status_strip_set_busy:
 * @busy: whether something is on its way into the office
 */
void
plan_status_strip_set_busy (PlanStatusStrip *self, gboolean busy)
{
  g_return_if_fail (PLAN_IS_STATUS_STRIP (self));

  self->busy = busy;
  update_saved (self);
}

/**
 * plan_status_strip_get_saved:
 *
 * Returns: what the strip says of the office
 */
PlanSavedState
plan_status_strip_get_saved (PlanStatusStrip *self)
{
  g_return_val_if_fail (PLAN_IS_STATUS_STRIP (self), PLAN_SAVED);

  if (self->document != NULL && plan_document_is_read_only (self->document))
    return PLAN_READ_ONLY;
  if (self->failure != NULL)
    return PLAN_NOT_SAVED;
  return self->busy ? PLAN_SAVING : PLAN_SAVED;
}

/**
 * plan_status_strip_get_button:
 * @name: "tasks", "finish", "critical", "deadlines", "missed", "show_all" or "status_date"
 *
 * Returns: (transfer none): that part of the strip
 */
GtkWidget *
plan_status_strip_get_button (PlanStatusStrip *self, const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (self), PLAN_TYPE_STATUS_STRIP, name));
}
