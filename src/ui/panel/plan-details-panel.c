/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is known of the selected task, to be read and edited beside the chart; of several tasks, what they have in common;
 * of none, the project. It follows selection and edits once per frame and only while it is seen, so that neither holding
 * an arrow key nor a plan of 100,000 tasks makes it slow; its widgets are made when it is first seen, so that the start does
 * not wait for them. Its parts are in plan-details-*.c.
 */

#include "plan-details-panel-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_FINAL_TYPE (PlanDetailsPanel, plan_details_panel, GTK_TYPE_WIDGET)

enum {
  TELL,
  TASK_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Says a sentence to whoever shows such. */
void
plan_details_tell (PlanDetailsPanel *self, const char *sentence)
{
  g_signal_emit (self, signals[TELL], 0, sentence);
}

/* Lets the window show another task. */
void
plan_details_go_to (PlanDetailsPanel *self, PlanId task)
{
  g_signal_emit (self, signals[TASK_CHOSEN], 0, (gint64) task);
}

/* Empties a card. */
void
plan_details_clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

/* A card without rows says so. */
GtkWidget *
plan_details_add_empty (GtkBox *box, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "secondary");
  gtk_widget_add_css_class (label, "panel-row");
  gtk_box_append (box, label);
  return label;
}

/* The row of the shown task in the outline, or PLAN_INDEX_NONE. */
guint
plan_details_get_row (PlanDetailsPanel *self)
{
  const PlanModel *model = plan_row_list_get_model (self->list);
  const PlanOutline *outline = plan_row_list_get_outline (self->list);
  guint index = model != NULL && outline != NULL && self->task != PLAN_ID_NONE
                  ? plan_model_find (model, PLAN_RECORD_TASK, self->task) : PLAN_INDEX_NONE;

  return index != PLAN_INDEX_NONE ? outline->row_of_task[index] : PLAN_INDEX_NONE;
}

/* Edits that are in no field of the schedule. */
static gboolean
apply_text (GtkWidget *widget, const char *text, gpointer data, GError **error)
{
  PlanDetailsPanel *self = data;
  PlanColumnId column = widget == GTK_WIDGET (self->name) ? PLAN_COLUMN_NAME : PLAN_COLUMN_NOTES;

  if (!plan_edit_set_cell (plan_row_list_get_document (self->list), column, self->task, text, error))
    return FALSE;
  plan_details_queue_update (self);
  return TRUE;
}

static void
update_task (PlanDetailsPanel *self)
{
  guint row = plan_details_get_row (self);
  const PlanTask *task = plan_model_get_task (plan_row_list_get_model (self->list), self->task);
  gboolean writable = plan_row_list_is_writable (self->list);
  g_autofree char *wbs = task->wbs != NULL ? g_strdup (task->wbs) : plan_outline_get_number (plan_row_list_get_outline (self->list), row);
  /* Translators: above the name of a task: %1$u is its row number, %2$s its WBS code */
  g_autofree char *number = g_strdup_printf (C_("panel", "%1$u · %2$s"), row + 1, wbs);

  gtk_label_set_label (self->number, number);
  plan_panel_text_set_text (self->name, task->name != NULL ? task->name : "", writable);
  plan_panel_text_set_text (self->notes, task->notes != NULL ? task->notes : "", writable);
  gtk_widget_set_visible (self->people_group, !task->blank);
  gtk_widget_set_visible (self->links_group, !task->blank);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->schedule_box)), !task->blank);
  plan_details_update_chips (self);
  plan_details_update_reason (self);
  plan_details_update_schedule (self);
  plan_details_update_people (self);
  plan_details_update_links (self);
  plan_details_update_groups (self);
  gtk_widget_set_visible (GTK_WIDGET (self->groups_box), !task->blank);
}

/* Whether other tasks are selected than those that are shown. */
static gboolean
shows_others (PlanDetailsPanel *self, const GArray *ids)
{
  return ids->len != self->many->len || (ids->len > 0 && memcmp (ids->data, self->many->data, ids->len * sizeof (PlanId)) != 0);
}

/* What was typed for the tasks before is taken before others are shown; what is refused is told, because it goes. */
static void
change_tasks (PlanDetailsPanel *self, const GArray *ids)
{
  if (!shows_others (self, ids))
    return;
  plan_details_panel_finish_edit (self);
  for (guint i = 0; i < PLAN_N_DETAILS; i++)
    plan_panel_field_reset (self->fields[i]);
  for (PlanColumnId column = 0; column < PLAN_N_COLUMNS; column++)
    {
      if (self->others[column] != NULL)
        plan_panel_field_reset (self->others[column]);
      if (self->shared[column] != NULL)
        plan_panel_field_reset (self->shared[column]);
    }
  plan_panel_text_reset (self->name);
  plan_panel_text_reset (self->notes);
  self->task = ids->len == 1 ? g_array_index (ids, PlanId, 0) : PLAN_ID_NONE;
  g_array_set_size (self->many, 0);
  g_array_append_vals (self->many, ids->data, ids->len);
  self->all_links = FALSE;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->content)), 0);
}

static void
update (PlanDetailsPanel *self)
{
  g_autoptr (GArray) ids = plan_row_list_list_selected (self->list);

  self->outdated = FALSE;
  if (plan_row_list_get_outline (self->list) == NULL)
    {
      self->task = PLAN_ID_NONE;
      g_array_set_size (self->many, 0);
      return;
    }
  change_tasks (self, ids);
  if (plan_details_get_row (self) != PLAN_INDEX_NONE)
    update_task (self);
  else if (ids->len > 1)
    plan_details_update_many (self);
  else
    plan_details_update_project (self);
  gtk_stack_set_visible_child_name (self->stack, ids->len == 1 ? "task" : ids->len > 1 ? "many" : "project");
}

static gboolean
update_cb (gpointer data)
{
  PlanDetailsPanel *self = data;

  self->update_source = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
  return G_SOURCE_REMOVE;
}

/* Shows what is selected as it is now, before the next frame; what nobody sees waits until it is seen. */
void
plan_details_queue_update (PlanDetailsPanel *self)
{
  self->outdated = TRUE;
  if (self->update_source == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->update_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

static void
rows_changed_cb (PlanRowList *list, gboolean structure, PlanDetailsPanel *self)
{
  plan_details_queue_update (self);
}

static void
build (PlanDetailsPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  plan_panel_text_set_label (self->name, g_dpgettext2 (GETTEXT_PACKAGE, "column", plan_column_get (PLAN_COLUMN_NAME)->label));
  plan_panel_text_set_label (self->notes, g_dpgettext2 (GETTEXT_PACKAGE, "column", plan_column_get (PLAN_COLUMN_NOTES)->label));
  plan_panel_text_set_apply (self->name, apply_text, self);
  plan_panel_text_set_apply (self->notes, apply_text, self);
  plan_details_add_fields (self);
  plan_details_add_groups (self);
  plan_details_add_many (self);
  plan_details_connect_lists (self);
}

static void
plan_details_panel_map (GtkWidget *widget)
{
  PlanDetailsPanel *self = PLAN_DETAILS_PANEL (widget);

  if (self->content == NULL)
    build (self);
  GTK_WIDGET_CLASS (plan_details_panel_parent_class)->map (widget);
  if (self->outdated && self->list != NULL)
    update (self);
}

static void
plan_details_panel_dispose (GObject *object)
{
  PlanDetailsPanel *self = PLAN_DETAILS_PANEL (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  if (self->content != NULL)
    {
      g_clear_pointer (&self->content, gtk_widget_unparent);
      gtk_widget_dispose_template (GTK_WIDGET (self), PLAN_TYPE_DETAILS_PANEL);
    }
  g_clear_object (&self->list);
  G_OBJECT_CLASS (plan_details_panel_parent_class)->dispose (object);
}

static void
plan_details_panel_finalize (GObject *object)
{
  PlanDetailsPanel *self = PLAN_DETAILS_PANEL (object);

  g_array_unref (self->many);
  g_array_unref (self->people);
  g_array_unref (self->links);
  G_OBJECT_CLASS (plan_details_panel_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/planwright/Planwright/plan-details-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, PlanDetailsPanel, content);
  gtk_widget_class_bind_template_child (widget_class, PlanDetailsPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, PlanDetailsPanel, number);
  gtk_widget_class_bind_template_child (widget_class, PlanDetailsPanel, chips);
  gtk_widget_class_bind_template_child (widget_class, PlanDetailsPanel, name);
  gtk_widget_class_bind_template_child (widget_class, PlanDetailsPanel, reason_group);
  gtk_widget_class_bind_template_child (widget_class, PlanDetailsPanel, reason_box);
  gtk_widget_class_bind_template_child (widget_class, PlanDetailsPanel, against);
  gtk_widget_class_bind_template_child (widget_class, PlanDetailsPanel, schedule_box);
  gtk_widget_class_bind_template_child (widget_class, PlanDetailsPanel, people_group);
  gtk_widget_class_bind_template_child (widget_class, PlanDetailsPanel, people_box);
  gtk_widget_class_bind_template_child (widget_class, PlanDetailsPanel, people_adder);
  gtk_widget_class_bind_template_child (widget_class, PlanDetailsPanel, links_group);
  gtk_widget_class_bind_template_child (widget_class, PlanDetailsPanel, links_box);
  gtk_widget_class_bind_template_child (widget_class, PlanDetailsPanel, links_adder);
  gtk_widget_class_bind_template_child (widget_class, PlanDetailsPanel, notes);
  gtk_widget_class_bind_template_child (widget_class, PlanDetailsPanel, many_title);
  gtk_widget_class_bind_template_child (widget_class, PlanDetailsPanel, many_box);
  gtk_widget_class_bind_template_child (widget_class, PlanDetailsPanel, many_card);
  gtk_widget_class_bind_template_child (widget_class, PlanDetailsPanel, many_hint);
  gtk_widget_class_bind_template_child (widget_class, PlanDetailsPanel, groups_box);
  gtk_widget_class_bind_template_child (widget_class, PlanDetailsPanel, project_title);
  gtk_widget_class_bind_template_child (widget_class, PlanDetailsPanel, project_box);
  gtk_widget_class_bind_template_child (widget_class, PlanDetailsPanel, project_hint);
}

static void
plan_details_panel_class_init (PlanDetailsPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plan_details_panel_dispose;
  G_OBJECT_CLASS (klass)->finalize = plan_details_panel_finalize;
  widget_class->map = plan_details_panel_map;

  /**
   * PlanDetailsPanel::tell:
   * @sentence: why something was not done
   */
  signals[TELL] = g_signal_new ("tell", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * PlanDetailsPanel::task-chosen:
   * @task: a #PlanId
   *
   * The user wants to see another task, which may be of another project.
   */
  signals[TASK_CHOSEN] = g_signal_new ("task-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (PLAN_TYPE_PANEL_TEXT);
  g_type_ensure (PLAN_TYPE_PANEL_ADDER);
  bind_template (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
plan_details_panel_init (PlanDetailsPanel *self)
{
  self->many = g_array_new (FALSE, FALSE, sizeof (PlanId));
  self->people = g_array_new (FALSE, FALSE, sizeof (PlanId));
  self->links = g_array_new (FALSE, FALSE, sizeof (PlanId));
}

/**
 * plan_details_panel_set_list:
 * @list: the rows whose selection is shown
 */
void
plan_details_panel_set_list (PlanDetailsPanel *self, PlanRowList *list)
{
  g_return_if_fail (PLAN_IS_DETAILS_PANEL (self));
  g_return_if_fail (self->list == NULL);

  self->list = g_object_ref (list);
  g_signal_connect_object (list, "rows-changed", G_CALLBACK (rows_changed_cb), self, 0);
  g_signal_connect_object (list, "selection-changed", G_CALLBACK (plan_details_queue_update), self, G_CONNECT_SWAPPED);
  plan_details_queue_update (self);
}

/* Whether what is shown is still there. */
static gboolean
can_finish (PlanDetailsPanel *self)
{
  if (self->many->len > 1)
    return plan_row_list_get_document (self->list) != NULL;
  return self->task != PLAN_ID_NONE && plan_details_get_row (self) != PLAN_INDEX_NONE;
}

/**
 * plan_details_panel_finish_edit:
 *
 * Hands over what is being typed.
 *
 * Returns: %FALSE when it was refused; it stays, and the reason is told
 */
gboolean
plan_details_panel_finish_edit (PlanDetailsPanel *self)
{
  g_autoptr (GError) error = NULL;
  gboolean taken = TRUE;

  g_return_val_if_fail (PLAN_IS_DETAILS_PANEL (self), FALSE);

  if (!can_finish (self))
    return TRUE;
  for (guint i = 0; i < PLAN_N_DETAILS && taken; i++)
    taken = plan_panel_field_finish (self->fields[i], &error);
  for (PlanColumnId column = 0; column < PLAN_N_COLUMNS && taken; column++)
    taken = (self->others[column] == NULL || plan_panel_field_finish (self->others[column], &error)) &&
            (self->shared[column] == NULL || plan_panel_field_finish (self->shared[column], &error));
  taken = taken && plan_panel_text_finish (self->name, &error) && plan_panel_text_finish (self->notes, &error);
  if (!taken)
    plan_details_tell (self, error->message);
  return taken;
}
