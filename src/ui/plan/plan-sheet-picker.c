/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What opens at a cell: a calendar for dates, a list for choices, people to tick for resources, and the menu of what can be
 * done with the selected rows.
 */

#include "plan-sheet-private.h"

#include "plan-actions.h"
#include "plan-day-chooser.h"
#include "plan-edits.h"
#include "plan-menu-popover.h"
#include "plan-text.h"

#include <glib/gi18n-lib.h>

#define LIST_MOST_HEIGHT 320

static void
set_cell (PlanSheet *self, const char *text)
{
  PlanDocument *document = plan_row_list_get_document (self->list);
  g_autoptr (GError) error = NULL;

  if (document != NULL && !plan_edit_set_cell (document, plan_sheet_get_visible_id (self, self->column), self->picker_task, text, &error))
    plan_sheet_tell (self, error->message);
}

static gboolean
empty_picker_cb (gpointer data)
{
  PlanSheet *self = data;

  if (self->picker != NULL && !gtk_widget_get_visible (self->picker))
    gtk_popover_set_child (GTK_POPOVER (self->picker), NULL);
  return G_SOURCE_REMOVE;
}

static void
picker_closed_cb (PlanSheet *self)
{
  if (self->settling)
    return;
  plan_sheet_focus_cursor (self);
  g_idle_add_full (G_PRIORITY_DEFAULT, empty_picker_cb, g_object_ref (self), g_object_unref);
}

/* Closes what was opened for a task that is no longer seen. */
void
plan_sheet_check_picker (PlanSheet *self)
{
  if (self->picker != NULL && gtk_widget_get_visible (self->picker) && plan_row_list_find (self->list, self->picker_task) == PLAN_INDEX_NONE)
    gtk_popover_popdown (GTK_POPOVER (self->picker));
}

void
plan_sheet_point_popover (PlanSheet *self, GtkPopover *popover, const graphene_rect_t *area)
{
  double width = MAX (gtk_widget_get_width (GTK_WIDGET (self->body)), 1);
  double height = MAX (gtk_widget_get_height (GTK_WIDGET (self->body)), 1);
  double x = CLAMP (area->origin.x, 0, width - 1);
  double y = CLAMP (area->origin.y, 0, height - 1);
  double right = CLAMP (area->origin.x + area->size.width, x + 1, width);
  double bottom = CLAMP (area->origin.y + area->size.height, y + 1, height);

  gtk_popover_set_pointing_to (popover, &(GdkRectangle){ (int) x, (int) y, (int) (right - x), (int) (bottom - y) });
}

static void
point_to_cell (PlanSheet *self, GtkWidget *popover)
{
  graphene_rect_t area;

  plan_sheet_get_cell_area (self, plan_row_list_get_cursor_row (self->list), plan_sheet_get_visible_id (self, self->column), &area);
  graphene_rect_offset (&area, 0, (float) -self->header_height);
  plan_sheet_point_popover (self, GTK_POPOVER (popover), &area);
}

/* One popover for all, as menus have it. */
static void
open_popover (PlanSheet *self, GtkWidget *child)
{
  if (self->picker == NULL)
    {
      self->picker = gtk_popover_new ();
      gtk_widget_set_parent (self->picker, GTK_WIDGET (self->body));
      g_signal_connect_object (self->picker, "closed", G_CALLBACK (picker_closed_cb), self, G_CONNECT_SWAPPED);
    }
  self->picker_task = plan_row_list_get_cursor (self->list);
  gtk_popover_set_child (GTK_POPOVER (self->picker), child);
  point_to_cell (self, self->picker);
  gtk_popover_popup (GTK_POPOVER (self->picker));
}

static void
chosen_cb (PlanDayChooser *calendar, PlanSheet *self)
{
  g_autofree char *text = plan_date_format (plan_ticks_from_day (plan_day_chooser_get_day (calendar), 0), PLAN_DATE_DAY_YEAR);

  gtk_popover_popdown (GTK_POPOVER (self->picker));
  set_cell (self, text);
}

static PlanTicks
get_date (PlanSheet *self, guint row)
{
  const PlanColumn *column = plan_column_get (plan_sheet_get_visible_id (self, self->column));
  guint index = plan_row_list_get_rows (self->list)->task[row];
  const PlanScheduledTask *dates = plan_schedule_get_task (plan_document_get_schedule (plan_row_list_get_document (self->list)), index);
  PlanValue value = PLAN_VALUE_OF_NULL;

  if (column->result != PLAN_N_RESULTS)
    value = plan_result_get_value (column->result, dates);
  else if (column->field != PLAN_N_FIELDS)
    value = plan_field_get_value (column->field, plan_row_list_get_task (self->list, row));
  if (value.kind == PLAN_VALUE_INTEGER && plan_ticks_is_valid (value.integer))
    return value.integer;
  return plan_ticks_is_valid (dates->start) ? dates->start : plan_ticks_now ();
}

static void
open_calendar (PlanSheet *self, guint row)
{
  GtkWidget *calendar = plan_day_chooser_new ();

  plan_day_chooser_set_day (PLAN_DAY_CHOOSER (calendar), plan_ticks_get_day (get_date (self, row)));
  g_signal_connect_object (calendar, "chosen", G_CALLBACK (chosen_cb), self, 0);
  open_popover (self, calendar);
  gtk_widget_grab_focus (calendar);
}

static GtkWidget *
create_list (PlanSheet *self)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), LIST_MOST_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (list, "navigation-sidebar");
  return list;
}

static void
choice_activated_cb (GtkListBox *list, GtkListBoxRow *row, PlanSheet *self)
{
  g_autofree char *text = g_strdup (gtk_label_get_label (GTK_LABEL (gtk_list_box_row_get_child (row))));

  gtk_popover_popdown (GTK_POPOVER (self->picker));
  set_cell (self, text);
}

static void
open_choices (PlanSheet *self, guint row, PlanColumnId column)
{
  PlanCellSource source = plan_row_list_get_source (self->list);
  g_auto (GStrv) choices = plan_column_list_choices (column, &source, plan_row_list_get_outline_row (self->list, row));
  g_autofree char *present = plan_sheet_get_text (self, row, column, PLAN_CELL_SHOWN);
  GtkWidget *list = create_list (self);
  GtkListBoxRow *chosen = NULL;

  for (guint i = 0; choices != NULL && choices[i] != NULL; i++)
    {
      GtkWidget *label = gtk_label_new (choices[i]);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_list_box_append (GTK_LIST_BOX (list), label);
      if (chosen == NULL || g_str_equal (choices[i], present))
        chosen = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int) i);
    }
  g_signal_connect_object (list, "row-activated", G_CALLBACK (choice_activated_cb), self, 0);
  open_popover (self, gtk_widget_get_ancestor (list, GTK_TYPE_SCROLLED_WINDOW));
  if (chosen == NULL)
    return;
  gtk_list_box_select_row (GTK_LIST_BOX (list), chosen);
  gtk_widget_grab_focus (GTK_WIDGET (chosen));
}

/* Ticks or unticks somebody: by id, as names can be parts of other names. */
static void
person_toggled_cb (GtkCheckButton *button, PlanSheet *self)
{
  PlanDocument *document = plan_row_list_get_document (self->list);
  const PlanId *resource = g_object_get_data (G_OBJECT (button), "resource");
  const PlanModel *model = plan_row_list_get_model (self->list);
  guint task = model != NULL ? plan_model_find (model, PLAN_RECORD_TASK, self->picker_task) : PLAN_INDEX_NONE;
  const PlanAssignment *assignment;
  g_autoptr (GError) error = NULL;

  if (task == PLAN_INDEX_NONE)
    return;
  assignment = plan_task_index_find_assignment (plan_document_get_index (document), model, task, *resource);
  if (gtk_check_button_get_active (button) && assignment == NULL)
    plan_edit_assignment_add (document, self->picker_task, *resource, PLAN_PERCENT_HUNDRED, NULL, &error);
  else if (!gtk_check_button_get_active (button) && assignment != NULL)
    plan_edit_assignment_delete (document, assignment->id, &error);
  if (error != NULL)
    plan_sheet_tell (self, error->message);
}

/* Whoever has left can be unticked, but not ticked. */
static void
open_people (PlanSheet *self, guint row)
{
  PlanCellSource source = plan_row_list_get_source (self->list);
  guint task = plan_row_list_get_rows (self->list)->task[row];
  GtkWidget *list = create_list (self);

  for (guint i = 0; i < plan_model_get_n (source.model, PLAN_RECORD_RESOURCE); i++)
    {
      const PlanResource *resource = plan_model_get_at (source.model, PLAN_RECORD_RESOURCE, i);
      gboolean works = plan_task_index_find_assignment (source.index, source.model, task, resource->id) != NULL;
      GtkWidget *check;

      if (resource->name == NULL || *resource->name == '\0' || (resource->inactive && !works))
        continue;
      check = gtk_check_button_new_with_label (resource->name);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), works);
      g_object_set_data_full (G_OBJECT (check), "resource", g_memdup2 (&resource->id, sizeof resource->id), g_free);
      g_signal_connect_object (check, "toggled", G_CALLBACK (person_toggled_cb), self, 0);
      gtk_list_box_append (GTK_LIST_BOX (list), check);
      gtk_widget_set_focusable (gtk_widget_get_parent (check), FALSE);
    }
  open_popover (self, gtk_widget_get_ancestor (list, GTK_TYPE_SCROLLED_WINDOW));
  gtk_widget_child_focus (list, GTK_DIR_TAB_FORWARD);
}

/**
 * plan_sheet_open_picker:
 *
 * Opens what helps to fill the cursor's cell: a calendar, a list of choices or of people; for other cells, the editor.
 */
void
plan_sheet_open_picker (PlanSheet *self)
{
  guint row = plan_row_list_get_cursor_row (self->list);
  PlanColumnId column = plan_sheet_get_visible_id (self, self->column);

  if (row == PLAN_INDEX_NONE || !plan_sheet_can_edit (self, row, column))
    return;
  plan_sheet_reveal_cursor (self);
  if (row >= plan_row_list_get_n (self->list))
    plan_sheet_start_edit (self, TRUE, FALSE);
  else if (plan_column_get (column)->editor == PLAN_EDITOR_DATE)
    open_calendar (self, row);
  else if (plan_column_get (column)->editor == PLAN_EDITOR_CHOICE)
    open_choices (self, row, column);
  else if (column == PLAN_COLUMN_RESOURCES && plan_model_get_n (plan_row_list_get_model (self->list), PLAN_RECORD_RESOURCE) > 0)
    open_people (self, row);
  else
    plan_sheet_start_edit (self, TRUE, FALSE);
}

/**
 * plan_sheet_open_menu:
 *
 * Opens the menu of what can be done with the selected rows, beside the cursor, where a long menu is moved up until it fits.
 */
void
plan_sheet_open_menu (PlanSheet *self)
{
  g_autoptr (GMenuModel) model = plan_actions_create_task_menu ();
  GtkPopover *menu;

  if (plan_row_list_get_cursor_row (self->list) == PLAN_INDEX_NONE)
    return;
  plan_sheet_reveal_cursor (self);
  menu = plan_menu_popover_prepare (&self->menu, GTK_WIDGET (self->body), model);
  gtk_popover_set_has_arrow (menu, FALSE);
  gtk_popover_set_position (menu, GTK_POS_RIGHT);
  gtk_widget_set_valign (self->menu, GTK_ALIGN_START);
  point_to_cell (self, self->menu);
  gtk_popover_popup (menu);
}

/**
 * plan_sheet_open_column_menu:
 *
 * Opens the menu of the cursor's column.
 */
void
plan_sheet_open_column_menu (PlanSheet *self)
{
  plan_sheet_header_open_menu (self->header, self->column);
}

/**
 * plan_sheet_choose_columns:
 *
 * Opens the list of all columns, with ticks before those that are shown.
 */
void
plan_sheet_choose_columns (PlanSheet *self)
{
  plan_sheet_header_open_chooser (self->header, self->column);
}

/* What was opened at a cell or title and has the focus now. */
GtkWidget *
plan_sheet_find_popover (PlanSheet *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkNative *native = focus != NULL ? gtk_widget_get_native (focus) : NULL;

  return GTK_IS_POPOVER (native) && gtk_widget_is_ancestor (GTK_WIDGET (native), GTK_WIDGET (self)) ? GTK_WIDGET (native) : NULL;
}

/* Before the body goes. */
void
plan_sheet_close_popovers (PlanSheet *self)
{
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->picker, gtk_widget_unparent);
  g_clear_pointer (&self->reason, gtk_widget_unparent);
}
