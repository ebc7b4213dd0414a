/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list under the editor: what the item that is being typed may become. The editor keeps the focus; while the list is
 * open, Up and Down go through it, Enter and Tab take what is marked, Escape closes it. What is typed stays as it is until
 * something is marked; only what would mean nothing by itself, the name of a predecessor, has its best task marked at once.
 * While an input method composes there is no list.
 */

#include "plan-sheet-private.h"

#include "plan-complete.h"

#include <glib/gi18n-lib.h>

#define MOST_ITEMS 8
#define LEAST_WIDTH 160

/**
 * PlanSheetCompletion:
 * @items: (element-type PlanCompletion): what can be chosen
 * @source: brings the list up to date once the caret is where the text was typed
 */
struct _PlanSheetCompletion
{
  GtkWidget *popover;
  GtkListBox *list;
  GPtrArray *items;
  guint source;
};

static gboolean
is_open (PlanSheet *self)
{
  return self->completion != NULL && gtk_widget_get_visible (self->completion->popover);
}

/* GTK 4.8 hands a description on to screen readers, but no list beside the text that has the focus. */
static void
describe (PlanSheet *self)
{
  GtkListBoxRow *row = is_open (self) ? gtk_list_box_get_selected_row (self->completion->list) : NULL;
  const PlanCompletion *item = row != NULL ? self->completion->items->pdata[gtk_list_box_row_get_index (row)] : NULL;
  g_autofree char *text = NULL;

  if (item != NULL && item->number > 0)
    /* Translators: read out while predecessors are typed: number and name of the task that Enter takes */
    text = g_strdup_printf (_("%1$u %2$s. Enter takes it."), item->number, item->label);
  else if (item != NULL)
    /* Translators: read out while people are typed: the name that Enter takes */
    text = g_strdup_printf (_("%s. Enter takes it."), item->label);
  else if (is_open (self))
    text = g_strdup_printf (ngettext ("%u to choose from. Down goes there.", "%u to choose from. Down goes there.",
                                      self->completion->items->len), self->completion->items->len);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text != NULL ? text : "", -1);
}

static void
take (PlanSheet *self, guint index)
{
  const PlanCompletion *item = self->completion->items->pdata[index];
  g_autofree char *text = g_strdup (item->text);
  int caret = item->caret;

  plan_sheet_close_completion (self);
  gtk_editable_set_text (GTK_EDITABLE (self->editor), text);
  gtk_editable_set_position (GTK_EDITABLE (self->editor), caret);
  /* The change is one that needs no list. */
  plan_sheet_close_completion (self);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, PlanSheet *self)
{
  if (self->editing && is_open (self))
    take (self, (guint) gtk_list_box_row_get_index (row));
}

/*
 * A press on what is open over the rows: lists of a popover that takes no focus do not hear of it themselves.
 */
void
plan_sheet_click_completion (PlanSheet *self, GdkEvent *event)
{
  GtkNative *popover;
  GtkListBoxRow *row;
  double x, y, dx, dy;

  if (!self->editing || !is_open (self) || !gdk_event_get_position (event, &x, &y))
    return;
  popover = GTK_NATIVE (self->completion->popover);
  if (gdk_event_get_surface (event) != gtk_native_get_surface (popover))
    return;
  gtk_native_get_surface_transform (popover, &dx, &dy);
  gtk_widget_translate_coordinates (GTK_WIDGET (popover), GTK_WIDGET (self->completion->list), x - dx, y - dy, &x, &y);
  row = gtk_list_box_get_row_at_y (self->completion->list, (int) y);
  if (row != NULL)
    take (self, (guint) gtk_list_box_row_get_index (row));
}

static GtkWidget *
create_line (const PlanCompletion *item)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *name = gtk_label_new (item->label);

  if (item->number > 0)
    {
      g_autofree char *number = g_strdup_printf ("%u", item->number);
      GtkWidget *label = gtk_label_new (number);

      gtk_label_set_width_chars (GTK_LABEL (label), 3);
      gtk_label_set_xalign (GTK_LABEL (label), 1);
      gtk_box_append (GTK_BOX (line), label);
    }
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (name), 40);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (line), name);
  if (item->detail != NULL && *item->detail != '\0')
    {
      GtkWidget *detail = gtk_label_new (item->detail);

      gtk_label_set_ellipsize (GTK_LABEL (detail), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (detail), 24);
      gtk_widget_add_css_class (detail, "dim-label");
      gtk_box_append (GTK_BOX (line), detail);
    }
  return line;
}

static void
create (PlanSheet *self)
{
  PlanSheetCompletion *completion = g_new0 (PlanSheetCompletion, 1);

  completion->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (completion->list, GTK_SELECTION_SINGLE);
  g_signal_connect_object (completion->list, "row-activated", G_CALLBACK (row_activated_cb), self, 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (completion->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What can be chosen"), -1);
  completion->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (completion->popover), GTK_WIDGET (completion->list));
  gtk_popover_set_autohide (GTK_POPOVER (completion->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (completion->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (completion->popover), GTK_POS_BOTTOM);
  gtk_widget_set_halign (completion->popover, GTK_ALIGN_START);
  gtk_widget_set_size_request (completion->popover, LEAST_WIDTH, -1);
  gtk_widget_set_can_focus (completion->popover, FALSE);
  gtk_widget_add_css_class (completion->popover, "completion");
  gtk_widget_set_parent (completion->popover, GTK_WIDGET (self->body));
  self->completion = completion;
}

static void
fill (PlanSheet *self, GPtrArray *items, gboolean unread)
{
  PlanSheetCompletion *completion = self->completion;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (completion->list, 0)) != NULL)
    gtk_list_box_remove (completion->list, GTK_WIDGET (row));
  g_clear_pointer (&completion->items, g_ptr_array_unref);
  completion->items = items;
  for (guint i = 0; i < items->len; i++)
    gtk_list_box_append (completion->list, create_line (items->pdata[i]));
  if (unread)
    gtk_list_box_select_row (completion->list, gtk_list_box_get_row_at_index (completion->list, 0));
}

static gboolean
update_cb (gpointer data)
{
  PlanSheet *self = data;
  PlanCellSource source = plan_row_list_get_source (self->list);
  graphene_rect_t area;
  GPtrArray *items;
  gboolean unread;

  self->completion->source = 0;
  items = plan_completion_list (self->edit_column, &source, self->edit_task, gtk_editable_get_text (GTK_EDITABLE (self->editor)),
                                gtk_editable_get_position (GTK_EDITABLE (self->editor)), MOST_ITEMS, &unread);
  if (items->len == 0)
    {
      g_ptr_array_unref (items);
      plan_sheet_close_completion (self);
      return G_SOURCE_REMOVE;
    }
  fill (self, items, unread);
  plan_sheet_get_editor_area (self, &area);
  graphene_rect_inset (&area, -PLAN_SHEET_PADDING, 0);
  plan_sheet_point_popover (self, GTK_POPOVER (self->completion->popover), &area);
  gtk_popover_popup (GTK_POPOVER (self->completion->popover));
  describe (self);
  return G_SOURCE_REMOVE;
}

/* The text of the editor is another one, or an input method goes on composing. Without people there is nothing to wait for. */
void
plan_sheet_update_completion (PlanSheet *self)
{
  if (self->settling || !plan_completion_is_offered (self->edit_column) || plan_sheet_has_preedit (self) ||
      !gtk_widget_has_focus (GTK_WIDGET (self->editor)))
    {
      plan_sheet_close_completion (self);
      return;
    }
  if (self->completion == NULL)
    create (self);
  if (self->completion->source == 0)
    self->completion->source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

/* Closes the list, and opens none before something else is typed. */
void
plan_sheet_close_completion (PlanSheet *self)
{
  if (self->completion == NULL)
    return;
  g_clear_handle_id (&self->completion->source, g_source_remove);
  if (!is_open (self))
    return;
  gtk_popover_popdown (GTK_POPOVER (self->completion->popover));
  describe (self);
}

static void
mark (PlanSheet *self, int step)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->completion->list);
  int n = (int) self->completion->items->len, index = row != NULL ? gtk_list_box_row_get_index (row) : step > 0 ? -1 : n;

  row = gtk_list_box_get_row_at_index (self->completion->list, (index + step + n) % n);
  gtk_list_box_select_row (self->completion->list, row);
  describe (self);
}

/*
 * A key of the editor while the list may be open.
 *
 * Returns: whether the list took it
 */
gboolean
plan_sheet_press_completion (PlanSheet *self, guint key, GdkModifierType state)
{
  GtkListBoxRow *row;

  if (!is_open (self) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK | GDK_SUPER_MASK | GDK_META_MASK)))
    return FALSE;
  row = gtk_list_box_get_selected_row (self->completion->list);
  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      mark (self, 1);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      mark (self, -1);
      return TRUE;
    case GDK_KEY_Escape:
      plan_sheet_close_completion (self);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
      if (row == NULL)
        return FALSE;
      take (self, (guint) gtk_list_box_row_get_index (row));
      /* Tab goes on to the next cell with what was taken. */
      return key == GDK_KEY_Return || key == GDK_KEY_KP_Enter;
    default:
      return FALSE;
    }
}

/* The list, for tests; NULL while there is none. */
GtkWidget *
plan_sheet_get_completion (PlanSheet *self)
{
  return is_open (self) ? GTK_WIDGET (self->completion->list) : NULL;
}

/* Before the body goes. */
void
plan_sheet_dispose_completion (PlanSheet *self)
{
  PlanSheetCompletion *completion = g_steal_pointer (&self->completion);

  if (completion == NULL)
    return;
  g_clear_handle_id (&completion->source, g_source_remove);
  gtk_widget_unparent (completion->popover);
  g_clear_pointer (&completion->items, g_ptr_array_unref);
  g_free (completion);
}
