/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Editing a cell: one GtkText for the whole sheet, laid over the cell. What is typed is handed to the document when the
 * cell is left; what the document refuses stays in the editor with the reason below it. Text that an input method holds
 * back is not lost when the cell is left by a click.
 */

#include "plan-sheet-private.h"

#include "plan-edits.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Whether an input method is composing. */
gboolean
plan_sheet_has_preedit (PlanSheet *self)
{
  return self->preedit != NULL && *self->preedit != '\0';
}

/* Where the editor's text goes, in the body. */
void
plan_sheet_get_editor_area (PlanSheet *self, graphene_rect_t *area)
{
  guint row = self->edit_task != PLAN_ID_NONE ? plan_row_list_find (self->list, self->edit_task) : plan_row_list_get_n (self->list);
  int inset = self->edit_column == PLAN_COLUMN_NAME && row != PLAN_INDEX_NONE ? plan_sheet_row_get_indent (self, row) : 0;

  *area = GRAPHENE_RECT_INIT (0, 0, 1, 1);
  if (row == PLAN_INDEX_NONE || !plan_sheet_get_cell_area (self, row, self->edit_column, area))
    return;
  graphene_rect_offset (area, 0, (float) -self->header_height);
  area->origin.x += PLAN_SHEET_PADDING + inset;
  area->size.width = MAX (area->size.width - 2 * PLAN_SHEET_PADDING - inset + 4, 24);
}

static void
hide_reason (PlanSheet *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->editor), "error");
  if (self->reason != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->reason));
}

static void
create_reason (PlanSheet *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  self->reason = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->reason), label);
  gtk_popover_set_autohide (GTK_POPOVER (self->reason), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->reason), GTK_POS_BOTTOM);
  gtk_widget_set_can_focus (self->reason, FALSE);
  gtk_widget_add_css_class (self->reason, "reason");
  gtk_widget_set_parent (self->reason, GTK_WIDGET (self->body));
}

/* Says why the text was not taken, below the cell and to screen readers. */
static void
show_reason (PlanSheet *self, const char *sentence)
{
  graphene_rect_t area;

  if (self->reason == NULL)
    create_reason (self);
  plan_sheet_get_editor_area (self, &area);
  gtk_label_set_label (GTK_LABEL (gtk_popover_get_child (GTK_POPOVER (self->reason))), sentence);
  plan_sheet_point_popover (self, GTK_POPOVER (self->reason), &area);
  gtk_widget_add_css_class (GTK_WIDGET (self->editor), "error");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_popover_popup (GTK_POPOVER (self->reason));
}

static void
describe_editor (PlanSheet *self)
{
  const char *title = g_dpgettext2 (GETTEXT_PACKAGE, "column", plan_column_get (self->edit_column)->label);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "", -1);
  gtk_accessible_reset_state (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_STATE_INVALID);
}

/* Opens the editor over the cursor's cell. Returns: whether the cell can be edited. */
gboolean
plan_sheet_start_edit (PlanSheet *self, gboolean select_all, gboolean empty)
{
  guint row = plan_row_list_get_cursor_row (self->list);
  PlanColumnId column = plan_sheet_get_visible_id (self, self->column);
  const PlanTask *task = plan_row_list_get_task (self->list, row);
  g_autofree char *text = NULL;

  if (row == PLAN_INDEX_NONE || !plan_sheet_can_edit (self, row, column))
    return FALSE;
  plan_sheet_reveal_cursor (self);
  text = plan_sheet_get_text (self, row, column, PLAN_CELL_EDITED);
  g_free (self->edit_original);
  self->edit_original = g_strdup (text);
  g_clear_pointer (&self->preedit, g_free);
  self->edit_task = task != NULL ? task->id : PLAN_ID_NONE;
  self->edit_column = column;
  hide_reason (self);
  describe_editor (self);
  gtk_editable_set_text (GTK_EDITABLE (self->editor), empty ? "" : text);
  gtk_editable_set_alignment (GTK_EDITABLE (self->editor), plan_column_get (column)->numeric ? 1 : 0);
  gtk_widget_set_visible (GTK_WIDGET (self->editor), TRUE);
  gtk_widget_queue_allocate (GTK_WIDGET (self->body));
  self->editing = TRUE;
  gtk_text_grab_focus_without_selecting (self->editor);
  if (select_all && !empty)
    gtk_editable_select_region (GTK_EDITABLE (self->editor), 0, -1);
  else
    gtk_editable_set_position (GTK_EDITABLE (self->editor), -1);
  return TRUE;
}

static void
close_editor (PlanSheet *self, gboolean take_focus)
{
  self->settling = TRUE;
  self->editing = FALSE;
  self->edit_column = PLAN_N_COLUMNS;
  hide_reason (self);
  plan_sheet_close_completion (self);
  if (take_focus)
    plan_sheet_focus_cursor (self);
  gtk_widget_set_visible (GTK_WIDGET (self->editor), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->editor), "");
  g_clear_pointer (&self->preedit, g_free);
  self->settling = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self->body));
}

/* Into the empty row: whatever was typed makes a task at the level of the last one. The cursor is on it afterwards, so that
 * Tab goes on to its next cell. */
static gboolean
add_task (PlanSheet *self, const char *text, GError **error)
{
  guint n = plan_row_list_get_n (self->list);
  const PlanOutline *outline = plan_row_list_get_outline (self->list);
  const PlanModel *model = plan_row_list_get_model (self->list);
  const PlanId after = outline->n_rows > 0 ? plan_model_get_task_at (model, outline->rows[outline->n_rows - 1].task)->id : PLAN_ID_NONE;
  char *line[] = { (char *) text, NULL };
  char **lines[] = { line };

  if (!plan_edit_paste (plan_row_list_get_document (self->list), plan_row_list_get_project (self->list), &self->edit_column, 1,
                        lines, 1, NULL, 0, after, error))
    return FALSE;
  if (plan_row_list_get_n (self->list) > n)
    plan_row_list_set_cursor_row (self->list, plan_row_list_get_n (self->list) - 1);
  return TRUE;
}

static gboolean
apply (PlanSheet *self, const char *text, GError **error)
{
  if (g_strcmp0 (text, self->edit_original) == 0)
    return TRUE;
  if (self->edit_task == PLAN_ID_NONE)
    return add_task (self, text, error);
  return plan_edit_set_cell (plan_row_list_get_document (self->list), self->edit_column, self->edit_task, text, error);
}

/* An input method that is left in the middle gives its text up or hands it over later: it is taken as it was seen. */
static void
take_preedit (PlanSheet *self)
{
  g_autofree char *preedit = g_steal_pointer (&self->preedit);
  g_autofree char *before = NULL;
  int position;

  if (preedit == NULL || *preedit == '\0')
    return;
  before = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->editor)));
  self->settling = TRUE;
  gtk_widget_grab_focus (plan_sheet_body_get_cell (self->body, plan_row_list_get_cursor_row (self->list), self->column));
  self->settling = FALSE;
  g_clear_pointer (&self->preedit, g_free);
  if (strcmp (before, gtk_editable_get_text (GTK_EDITABLE (self->editor))) != 0)
    return;
  position = gtk_editable_get_position (GTK_EDITABLE (self->editor));
  gtk_editable_insert_text (GTK_EDITABLE (self->editor), preedit, -1, &position);
}

/*
 * Hands the text over and closes the editor. @take_focus: the cell gets the focus back, because it is not going elsewhere.
 * Returns: %FALSE when the text was refused; then it stays, with the focus and the reason.
 */
gboolean
plan_sheet_commit (PlanSheet *self, gboolean take_focus)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!self->editing)
    return TRUE;
  take_preedit (self);
  text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->editor)));
  /* Before the edit: signals of focus and of the document come back here. */
  self->editing = FALSE;
  if (apply (self, text, &error))
    {
      close_editor (self, take_focus);
      return TRUE;
    }
  self->editing = TRUE;
  plan_sheet_close_completion (self);
  plan_sheet_reveal_cursor (self);
  gtk_text_grab_focus_without_selecting (self->editor);
  show_reason (self, error->message);
  return FALSE;
}

static gboolean
refocus_cb (gpointer data)
{
  PlanSheet *self = data;

  if (self->editing && self->editor != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_text_grab_focus_without_selecting (self->editor);
  return G_SOURCE_REMOVE;
}

/* A window that is only not in front, or an emoji chooser, leaves the edit open. */
static void
contains_focus_changed_cb (GtkEventControllerFocus *controller, GParamSpec *pspec, PlanSheet *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (!self->editing || self->settling || gtk_event_controller_focus_contains_focus (controller) || root == NULL ||
      gtk_root_get_focus (root) == GTK_WIDGET (self->editor))
    return;
  if (!plan_sheet_commit (self, FALSE))
    g_idle_add_full (G_PRIORITY_HIGH_IDLE, refocus_cb, g_object_ref (self), g_object_unref);
}

static void
activated_cb (GtkText *editor, PlanSheet *self)
{
  PlanId task = self->edit_task;
  gboolean was_new = task == PLAN_ID_NONE;
  guint row = plan_row_list_get_cursor_row (self->list);

  if (!self->editing || !plan_sheet_commit (self, TRUE))
    return;
  /* A new task: on to the next one. */
  if (was_new && row + 1 < plan_row_list_get_n_slots (self->list))
    plan_sheet_go_to (self, plan_row_list_get_n (self->list), self->column, PLAN_SHEET_MOVE);
  /* What a filter hides now has made room for the next one. */
  else if (!was_new)
    plan_sheet_go_to (self, plan_row_list_find (self->list, task) != PLAN_INDEX_NONE ? row + 1 : row, self->column, PLAN_SHEET_MOVE);
}

static void
preedit_changed_cb (GtkText *editor, const char *preedit, PlanSheet *self)
{
  if (!self->editing)
    return;
  g_free (self->preedit);
  self->preedit = g_strdup (preedit);
  plan_sheet_update_completion (self);
}

/* An input method may hand over its copy after the cell was left: it belongs to no cell. */
static void
text_changed_cb (GtkEditable *editable, PlanSheet *self)
{
  if (!self->editing)
    return;
  hide_reason (self);
  plan_sheet_update_completion (self);
}

/*
 * Wakes the input method when a cell has the focus for the first time, so that the first key typed into it reaches the
 * method: some only begin to start with the first text that gets the focus. The cell has the focus again afterwards.
 */
void
plan_sheet_warm_up (PlanSheet *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *cell = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self->warm || self->editing || cell == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self->body)) ||
      !gtk_widget_is_ancestor (cell, GTK_WIDGET (self->body)))
    return;
  self->warm = TRUE;
  self->settling = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self->editor), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
  gtk_widget_grab_focus (cell);
  gtk_widget_set_visible (GTK_WIDGET (self->editor), FALSE);
  self->settling = FALSE;
}

/* Makes the editor of a new sheet; the body becomes its parent. */
void
plan_sheet_init_editor (PlanSheet *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  /* A plain GtkText is not known to screen readers. */
  self->editor = g_object_new (GTK_TYPE_TEXT, "accessible-role", GTK_ACCESSIBLE_ROLE_TEXT_BOX, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->editor), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->editor), "cell-editor");
  g_signal_connect_object (self->editor, "activate", G_CALLBACK (activated_cb), self, 0);
  g_signal_connect_object (self->editor, "preedit-changed", G_CALLBACK (preedit_changed_cb), self, 0);
  g_signal_connect_object (self->editor, "changed", G_CALLBACK (text_changed_cb), self, 0);
  g_signal_connect_object (focus, "notify::contains-focus", G_CALLBACK (contains_focus_changed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->editor), focus);
}

/**
 * plan_sheet_edit:
 *
 * Opens the editor over the cursor's cell, with its text.
 */
void
plan_sheet_edit (PlanSheet *self)
{
  g_return_if_fail (PLAN_IS_SHEET (self));

  if (!self->editing && self->list != NULL)
    plan_sheet_start_edit (self, TRUE, FALSE);
}

/**
 * plan_sheet_is_editing:
 *
 * Returns: whether the editor is open
 */
gboolean
plan_sheet_is_editing (PlanSheet *self)
{
  g_return_val_if_fail (PLAN_IS_SHEET (self), FALSE);

  return self->editing;
}

/**
 * plan_sheet_get_edited_text:
 *
 * Returns: (transfer none): what stands in the editor
 */
const char *
plan_sheet_get_edited_text (PlanSheet *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->editor));
}

/**
 * plan_sheet_finish_edit:
 *
 * Takes what is being edited, for instance before the window closes.
 *
 * Returns: %FALSE when the text was refused: the editor is still open and says why
 */
gboolean
plan_sheet_finish_edit (PlanSheet *self)
{
  g_return_val_if_fail (PLAN_IS_SHEET (self), TRUE);

  return plan_sheet_commit (self, TRUE);
}

/**
 * plan_sheet_cancel_edit:
 *
 * Closes the editor; the cell stays as it was.
 */
void
plan_sheet_cancel_edit (PlanSheet *self)
{
  g_return_if_fail (PLAN_IS_SHEET (self));

  if (self->editing)
    close_editor (self, plan_row_list_get_rows (self->list) != NULL);
}
