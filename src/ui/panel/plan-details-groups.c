/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All else that is known of the task in the details panel: a group for each group of columns, a row for each column that has
 * none above. A group is filled when it is opened, so that what nobody looks at costs nothing; which are open is remembered.
 */

#include "plan-details-panel-private.h"

#include "plan-settings.h"

#include <glib/gi18n-lib.h>

#define SETTING "details-groups"

/**
 * plan_details_get_column:
 * @field: a row that plan_details_create_field() made
 *
 * Returns: the column that it shows
 */
PlanColumnId
plan_details_get_column (GtkWidget *field)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (field), "column"));
}

/**
 * plan_details_create_field:
 * @apply: gets @self and what is typed
 *
 * Returns: (transfer floating): a row for a column
 */
PlanPanelField *
plan_details_create_field (PlanDetailsPanel *self, PlanColumnId column, PlanPanelApply apply)
{
  PlanPanelField *field = plan_panel_field_new (plan_column_get_label (column), plan_column_get (column)->editor == PLAN_EDITOR_CHOICE);

  g_object_set_data (G_OBJECT (field), "column", GUINT_TO_POINTER (column));
  plan_panel_field_set_apply (field, apply, self);
  return field;
}

/**
 * plan_details_apply:
 *
 * Types into the cell of the shown task what was typed into the row: a #PlanPanelApply.
 */
gboolean
plan_details_apply (GtkWidget *field, const char *text, gpointer self, GError **error)
{
  PlanDetailsPanel *panel = self;

  if (!plan_edit_set_cell (plan_row_list_get_document (panel->list), plan_details_get_column (field), panel->task, text, error))
    return FALSE;
  plan_details_queue_update (panel);
  return TRUE;
}

static void
update_choice (PlanDetailsPanel *self, PlanPanelField *field, const PlanCellSource *source, guint row)
{
  PlanColumnId column = plan_details_get_column (GTK_WIDGET (field));
  g_auto (GStrv) choices = plan_column_list_choices (column, source, row);
  g_autofree char *chosen = plan_column_get_text (column, source, row, PLAN_CELL_EDITED);

  plan_panel_field_set_choices (field, (const char *const *) choices, chosen);
  gtk_widget_set_sensitive (GTK_WIDGET (field), plan_row_list_is_writable (self->list) && plan_column_is_editable (column, source, row));
}

/**
 * plan_details_update_field:
 * @row: of the outline
 *
 * Shows what the cell says.
 */
void
plan_details_update_field (PlanDetailsPanel *self, PlanPanelField *field, const PlanCellSource *source, guint row)
{
  PlanColumnId column = plan_details_get_column (GTK_WIDGET (field));
  gboolean editable = plan_row_list_is_writable (self->list) && plan_column_is_editable (column, source, row);
  g_autofree char *shown = NULL, *edited = NULL;

  if (plan_column_get (column)->editor == PLAN_EDITOR_CHOICE)
    {
      update_choice (self, field, source, row);
      return;
    }
  shown = plan_column_get_text (column, source, row, PLAN_CELL_SHOWN);
  edited = editable ? plan_column_get_text (column, source, row, PLAN_CELL_EDITED) : NULL;
  plan_panel_field_set_text (field, shown, edited);
}

/* What stands above the groups, or has a list of its own. */
static gboolean
is_elsewhere (PlanColumnId column)
{
  return column == PLAN_COLUMN_NAME || column == PLAN_COLUMN_NOTES || column == PLAN_COLUMN_PREDECESSORS ||
         column == PLAN_COLUMN_RESOURCES || plan_details_has_field (column);
}

static GtkBox *
get_card (GtkWidget *group)
{
  return GTK_BOX (gtk_expander_get_child (GTK_EXPANDER (group)));
}

static void
fill_group (PlanDetailsPanel *self, PlanColumnGroup group)
{
  if (gtk_widget_get_first_child (GTK_WIDGET (get_card (self->groups[group]))) != NULL)
    return;
  for (PlanColumnId column = 0; column < PLAN_N_COLUMNS; column++)
    if (plan_column_get (column)->group == group && !is_elsewhere (column))
      {
        self->others[column] = plan_details_create_field (self, column, plan_details_apply);
        gtk_box_append (get_card (self->groups[group]), GTK_WIDGET (self->others[column]));
      }
}

static void
update_group (PlanDetailsPanel *self, PlanColumnGroup group, const PlanCellSource *source)
{
  fill_group (self, group);
  for (PlanColumnId column = 0; column < PLAN_N_COLUMNS; column++)
    if (self->others[column] != NULL && plan_column_get (column)->group == group)
      plan_details_update_field (self, self->others[column], source, plan_details_get_row (self));
}

/* The baseline says which it is. */
static void
update_title (PlanDetailsPanel *self, PlanColumnGroup group, int baseline)
{
  g_autofree char *title = NULL;

  if (group == PLAN_COLUMNS_BASELINE && baseline > 0)
    title = g_strdup_printf (C_("baseline", "Baseline %d"), baseline);
  gtk_label_set_label (GTK_LABEL (gtk_expander_get_label_widget (GTK_EXPANDER (self->groups[group]))),
                       title != NULL ? title : plan_column_group_get_label (group));
}

/* Shows what is open. Without a baseline there is nothing to compare with. */
void
plan_details_update_groups (PlanDetailsPanel *self)
{
  PlanCellSource source = plan_row_list_get_source (self->list);
  guint task = source.outline->rows[plan_details_get_row (self)].task;
  int baseline = plan_row_list_get_baseline (self->list);
  gboolean has_baseline = plan_task_index_find_baseline (source.index, source.model, task, baseline) != NULL;

  source.baseline = baseline;
  for (PlanColumnGroup group = 0; group < PLAN_N_DETAILS_GROUPS; group++)
    {
      gboolean shown = has_baseline || (group != PLAN_COLUMNS_BASELINE && group != PLAN_COLUMNS_EARNED_VALUE);

      gtk_widget_set_visible (self->groups[group], shown);
      update_title (self, group, baseline);
      if (shown && gtk_expander_get_expanded (GTK_EXPANDER (self->groups[group])))
        update_group (self, group, &source);
    }
}

static void
expanded_cb (PlanDetailsPanel *self)
{
  int open = 0;

  for (PlanColumnGroup group = 0; group < PLAN_N_DETAILS_GROUPS; group++)
    open |= gtk_expander_get_expanded (GTK_EXPANDER (self->groups[group])) << group;
  plan_settings_set_int (SETTING, open);
  plan_details_queue_update (self);
}

/* Makes the groups of a new panel, without their rows. */
void
plan_details_add_groups (PlanDetailsPanel *self)
{
  int open = plan_settings_get_int (SETTING);

  for (PlanColumnGroup group = 0; group < PLAN_N_DETAILS_GROUPS; group++)
    {
      GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      GtkWidget *title = gtk_label_new (plan_column_group_get_label (group));

      self->groups[group] = gtk_expander_new (NULL);
      gtk_widget_add_css_class (title, "panel-heading");
      gtk_widget_add_css_class (card, "card");
      gtk_widget_add_css_class (card, "panel-card");
      gtk_widget_add_css_class (self->groups[group], "panel-group");
      gtk_expander_set_label_widget (GTK_EXPANDER (self->groups[group]), title);
      gtk_expander_set_child (GTK_EXPANDER (self->groups[group]), card);
      gtk_expander_set_expanded (GTK_EXPANDER (self->groups[group]), (open >> group & 1) != 0);
      gtk_box_append (self->groups_box, self->groups[group]);
      gtk_accessible_update_relation (GTK_ACCESSIBLE (self->groups[group]), GTK_ACCESSIBLE_RELATION_LABELLED_BY, title, NULL, -1);
    }
  for (PlanColumnGroup group = 0; group < PLAN_N_DETAILS_GROUPS; group++)
    g_signal_connect_object (self->groups[group], "notify::expanded", G_CALLBACK (expanded_cb), self, G_CONNECT_SWAPPED);
}
