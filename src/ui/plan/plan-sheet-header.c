/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The heading of the sheet: titles of the columns. A border is dragged to resize a column and double-clicked to fit it, a
 * title is dragged to move its column and clicked to sort by it: up, down, not at all; a menu does all of this by keyboard
 * and leads to the list of all columns.
 */

#include "plan-sheet-private.h"

#include "plan-actions.h"
#include "plan-column-chooser.h"
#include "plan-menu-popover.h"
#include "plan-tooltip.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define BORDER         5  /* pixels on each side of a border that resize */
#define THRESHOLD      8
#define WIDTH_STEP     12 /* of the menu */
#define MARK_WIDTH     2

typedef enum {
  DRAG_NONE,
  DRAG_RESIZE,
  DRAG_MOVE,
} Drag;

struct _PlanSheetHeader
{
  GtkWidget parent_instance;

  PlanSheet *sheet; /* the parent; not owned */
  GtkWidget *number;
  GtkWidget *indicator;
  GPtrArray *titles;
  GtkWidget *menu;
  GtkWidget *chooser;
  GSimpleActionGroup *actions;
  guint menu_column;

  Drag drag;
  guint column;     /* that is dragged */
  int start_width;
  guint target;     /* before which the dragged column would go */
};

G_DEFINE_FINAL_TYPE (PlanSheetHeader, plan_sheet_header, GTK_TYPE_WIDGET)

/* The border at @x that can be dragged: of the column left of it; or PLAN_INDEX_NONE. */
static guint
get_border_at (PlanSheetHeader *self, double x)
{
  double offset = plan_sheet_get_offset (self->sheet, GTK_ORIENTATION_HORIZONTAL);

  for (guint i = plan_sheet_get_n_columns (self->sheet); i > 0; i--)
    {
      double right = plan_sheet_get_column_x (self->sheet, i - 1) + plan_sheet_get_column (self->sheet, i - 1)->width - offset;

      if (fabs (x - right) <= BORDER && right > self->sheet->frozen_width)
        return i - 1;
    }
  return PLAN_INDEX_NONE;
}

static void
allocate_title (GtkWidget *title, int x, int width, int foot)
{
  int line;

  gtk_widget_measure (title, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_measure (title, GTK_ORIENTATION_VERTICAL, -1, NULL, &line, NULL, NULL);
  gtk_widget_size_allocate (title, &(GtkAllocation){ x, foot - line - 2, MAX (width, 1), line }, -1);
}

static void
plan_sheet_header_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PlanSheetHeader *self = PLAN_SHEET_HEADER (widget);
  PlanSheet *sheet = self->sheet;
  int left = (int) plan_sheet_get_offset (sheet, GTK_ORIENTATION_HORIZONTAL);

  allocate_title (self->number, 0, sheet->number_width - PLAN_SHEET_PADDING, height);
  gtk_widget_measure (self->indicator, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->indicator, &(GtkAllocation){ sheet->number_width + 4, height - 20, 16, 16 }, -1);
  for (guint i = 0; i < self->titles->len; i++)
    allocate_title (self->titles->pdata[i], plan_sheet_get_column_x (sheet, i) - left + PLAN_SHEET_PADDING,
                    plan_sheet_get_column (sheet, i)->width - 2 * PLAN_SHEET_PADDING, height);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
  if (self->chooser != NULL)
    gtk_popover_present (GTK_POPOVER (self->chooser));
}

static void
plan_sheet_header_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                           int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
draw_lines (PlanSheetHeader *self, GtkSnapshot *snapshot, int width, int height)
{
  PlanSheet *sheet = self->sheet;
  double left = plan_sheet_get_offset (sheet, GTK_ORIENTATION_HORIZONTAL);

  plan_sheet_fill (snapshot, sheet->theme->header_line, 1, 0, height - 1, width, 1);
  plan_sheet_fill (snapshot, sheet->theme->header_line, 1, sheet->number_width - 1, height / 2, 1, height / 2);
  plan_sheet_fill (snapshot, sheet->theme->header_line, 1, sheet->frozen_width - 1, height / 2, 1, height / 2);
  for (guint i = 0; i < self->titles->len; i++)
    {
      double x = plan_sheet_get_column_x (sheet, i) + plan_sheet_get_column (sheet, i)->width - left - 1;

      if (x >= sheet->frozen_width)
        plan_sheet_fill (snapshot, sheet->theme->header_line, 1, x, height / 2, 1, height / 2);
    }
}

static void
draw_mark (PlanSheetHeader *self, GtkSnapshot *snapshot, int height)
{
  PlanSheet *sheet = self->sheet;
  double x = self->target < plan_sheet_get_n_columns (sheet)
               ? plan_sheet_get_column_x (sheet, self->target)
               : plan_sheet_get_column_x (sheet, self->target - 1) + plan_sheet_get_column (sheet, self->target - 1)->width;

  plan_sheet_fill (snapshot, sheet->theme->accent, 1, x - plan_sheet_get_offset (sheet, GTK_ORIENTATION_HORIZONTAL) - MARK_WIDTH / 2, 0,
                   MARK_WIDTH, height);
}

static void
plan_sheet_header_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlanSheetHeader *self = PLAN_SHEET_HEADER (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);

  plan_sheet_fill (snapshot, self->sheet->theme->header, 1, 0, 0, width, height);
  draw_lines (self, snapshot, width, height);
  gtk_widget_snapshot_child (widget, self->number, snapshot);
  gtk_widget_snapshot_child (widget, self->indicator, snapshot);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (self->sheet->frozen_width, 0, MAX (0, width - self->sheet->frozen_width), height));
  for (guint i = 0; i < self->titles->len; i++)
    gtk_widget_snapshot_child (widget, self->titles->pdata[i], snapshot);
  if (self->drag == DRAG_MOVE)
    draw_mark (self, snapshot, height);
  gtk_snapshot_pop (snapshot);
}

static GtkWidget *
create_title (PlanSheetHeader *self, const char *text, gboolean right)
{
  GtkWidget *title = g_object_new (GTK_TYPE_INSCRIPTION, "accessible-role", GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, NULL);

  gtk_inscription_set_text (GTK_INSCRIPTION (title), text);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (title), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_lines (GTK_INSCRIPTION (title), 1);
  gtk_inscription_set_nat_lines (GTK_INSCRIPTION (title), 1);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (title), right ? 1 : 0);
  plan_tooltip_set (title, text);
  gtk_widget_set_parent (title, GTK_WIDGET (self));
  return title;
}

static void
move_column (PlanSheetHeader *self, guint from, guint before)
{
  g_auto (GStrv) names = plan_sheet_dup_columns (self->sheet);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  guint n = g_strv_length (names);

  for (guint i = 0; i <= n; i++)
    {
      if (i == before)
        g_ptr_array_add (order, names[from]);
      if (i < n && i != from)
        g_ptr_array_add (order, names[i]);
    }
  g_ptr_array_add (order, NULL);
  plan_sheet_set_columns (self->sheet, (const char *const *) order->pdata);
}

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, PlanSheetHeader *self)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), get_border_at (self, x) != PLAN_INDEX_NONE ? "col-resize" : NULL);
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, PlanSheetHeader *self)
{
  guint border = get_border_at (self, x);

  self->drag = DRAG_NONE;
  if (border != PLAN_INDEX_NONE)
    {
      self->drag = DRAG_RESIZE;
      self->column = border;
      self->start_width = plan_sheet_get_column (self->sheet, border)->width;
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
    }
  else
    self->column = plan_sheet_get_column_at (self->sheet, x);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, PlanSheetHeader *self)
{
  double x, y;
  guint over;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  if (self->drag == DRAG_RESIZE)
    {
      plan_sheet_set_column_width (self->sheet, plan_sheet_get_visible_id (self->sheet, self->column), self->start_width + (int) dx);
      return;
    }
  if (self->column == PLAN_INDEX_NONE || (self->drag == DRAG_NONE && fabs (dx) < THRESHOLD))
    return;
  self->drag = DRAG_MOVE;
  over = plan_sheet_get_column_at (self->sheet, MAX (x + dx, self->sheet->frozen_width));
  if (over == PLAN_INDEX_NONE)
    over = plan_sheet_get_n_columns (self->sheet);
  else if (x + dx + plan_sheet_get_offset (self->sheet, GTK_ORIENTATION_HORIZONTAL) >
           plan_sheet_get_column_x (self->sheet, over) + plan_sheet_get_column (self->sheet, over)->width / 2)
    over++;
  self->target = over;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_end_cb (GtkGestureDrag *gesture, double dx, double dy, PlanSheetHeader *self)
{
  Drag drag = self->drag;

  self->drag = DRAG_NONE;
  if (drag == DRAG_MOVE)
    move_column (self, self->column, self->target);
  if (drag != DRAG_NONE)
    plan_sheet_tell_columns (self->sheet);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, PlanSheetHeader *self)
{
  guint border = get_border_at (self, x);

  if (n_press != 2 || border == PLAN_INDEX_NONE)
    return;
  plan_sheet_fit_column (self->sheet, plan_sheet_get_visible_id (self->sheet, border));
  plan_sheet_tell_columns (self->sheet);
}

/* Shows by which column rows are sorted: a click on its title goes on from there. */
static void
show_sort (PlanSheetHeader *self)
{
  gboolean down;
  PlanColumnId sorted = self->sheet->list != NULL ? plan_row_list_get_sort (self->sheet->list, &down) : PLAN_N_COLUMNS;

  for (guint i = 0; i < self->titles->len; i++)
    {
      PlanColumnId id = plan_sheet_get_visible_id (self->sheet, i);
      const char *mark = id != sorted ? "" : down ? "↓ " : "↑ ";
      g_autofree char *text = g_strconcat (mark, plan_column_get_heading (id), NULL);

      gtk_inscription_set_text (GTK_INSCRIPTION (self->titles->pdata[i]), text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->titles->pdata[i]), GTK_ACCESSIBLE_PROPERTY_SORT,
                                      id != sorted ? GTK_ACCESSIBLE_SORT_NONE : down ? GTK_ACCESSIBLE_SORT_DESCENDING : GTK_ACCESSIBLE_SORT_ASCENDING,
                                      -1);
    }
}

static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, PlanSheetHeader *self)
{
  guint column = plan_sheet_get_column_at (self->sheet, x);
  gboolean down;
  PlanColumnId sorted = plan_row_list_get_sort (self->sheet->list, &down), id;

  if (self->drag != DRAG_NONE || column == PLAN_INDEX_NONE || get_border_at (self, x) != PLAN_INDEX_NONE ||
      !plan_sheet_finish_edit (self->sheet))
    return;
  id = plan_sheet_get_visible_id (self->sheet, column);
  plan_row_list_set_sort (self->sheet->list, sorted == id && down ? PLAN_N_COLUMNS : id, sorted == id && !down);
}

static void
sort_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlanSheetHeader *self = data;
  gboolean down = g_str_equal (g_action_get_name (G_ACTION (action)), "sort-down");

  if (plan_sheet_finish_edit (self->sheet))
    plan_row_list_set_sort (self->sheet->list, plan_sheet_get_visible_id (self->sheet, self->menu_column), down);
}

static void
change_width (PlanSheetHeader *self, int step)
{
  PlanColumnId id = plan_sheet_get_visible_id (self->sheet, self->menu_column);

  plan_sheet_set_column_width (self->sheet, id, plan_sheet_get_column_width (self->sheet, id) + step);
}

static void
column_action_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlanSheetHeader *self = data;
  const char *name = g_action_get_name (G_ACTION (action));
  guint n = plan_sheet_get_n_columns (self->sheet);

  if (g_str_equal (name, "fit"))
    plan_sheet_fit_column (self->sheet, plan_sheet_get_visible_id (self->sheet, self->menu_column));
  else if (g_str_equal (name, "wider"))
    change_width (self, WIDTH_STEP);
  else if (g_str_equal (name, "narrower"))
    change_width (self, -WIDTH_STEP);
  else if (g_str_equal (name, "left") && self->menu_column > 0)
    move_column (self, self->menu_column, self->menu_column - 1);
  else if (g_str_equal (name, "right") && self->menu_column + 1 < n)
    move_column (self, self->menu_column, self->menu_column + 2);
  else if (g_str_equal (name, "standard"))
    plan_sheet_set_columns (self->sheet, NULL);
  plan_sheet_tell_columns (self->sheet);
}

static gboolean
open_chooser_cb (gpointer data)
{
  PlanSheetHeader *self = data;

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    plan_sheet_header_open_chooser (self, self->menu_column);
  return G_SOURCE_REMOVE;
}

/* The menu has to be gone before. */
static void
choose_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, open_chooser_cb, g_object_ref (data), g_object_unref);
}

static const GActionEntry column_entries[] = {
  { "sort-up", sort_cb },
  { "sort-down", sort_cb },
  { "fit", column_action_cb },
  { "wider", column_action_cb },
  { "narrower", column_action_cb },
  { "left", column_action_cb },
  { "right", column_action_cb },
  { "standard", column_action_cb },
  { "choose", choose_cb },
};

static void
add_actions (PlanSheetHeader *self)
{
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), column_entries, G_N_ELEMENTS (column_entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "column", G_ACTION_GROUP (self->actions));
}

static GMenuModel *
create_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) sort = g_menu_new (), width = g_menu_new (), place = g_menu_new (), all = g_menu_new ();

  g_menu_append (sort, _("Sort upwards"), "column.sort-up");
  g_menu_append (sort, _("Sort downwards"), "column.sort-down");
  plan_actions_append (sort, "view.sort-none");
  plan_actions_append (sort, "task.keep-order");
  g_menu_append (width, C_("menu", "Fit to the text"), "column.fit");
  g_menu_append (width, C_("menu", "Wider"), "column.wider");
  g_menu_append (width, C_("menu", "Narrower"), "column.narrower");
  g_menu_append (place, C_("menu", "Move left"), "column.left");
  g_menu_append (place, C_("menu", "Move right"), "column.right");
  g_menu_append (all, C_("menu", "Change columns…"), "column.choose");
  g_menu_append (all, C_("menu", "Standard columns"), "column.standard");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (sort));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (width));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (place));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (all));
  return G_MENU_MODEL (menu);
}

/* Opens a popover at the title of a column. */
static void
open_at (PlanSheetHeader *self, guint column, GtkPopover *popover)
{
  double x = plan_sheet_get_column_x (self->sheet, column) - plan_sheet_get_offset (self->sheet, GTK_ORIENTATION_HORIZONTAL);

  self->menu_column = column;
  gtk_popover_set_pointing_to (popover,
                               &(GdkRectangle){ (int) CLAMP (x, 0, gtk_widget_get_width (GTK_WIDGET (self))), 0,
                                                plan_sheet_get_column (self->sheet, column)->width, self->sheet->header_height });
  gtk_popover_popup (popover);
}

/* Opens the menu of a column: by its title or by keyboard. */
void
plan_sheet_header_open_menu (PlanSheetHeader *self, guint column)
{
  g_autoptr (GMenuModel) model = create_menu ();

  open_at (self, column, plan_menu_popover_prepare (&self->menu, GTK_WIDGET (self), model));
}

/* Opens the list of all columns at the title of one. */
void
plan_sheet_header_open_chooser (PlanSheetHeader *self, guint column)
{
  if (self->chooser == NULL)
    {
      self->chooser = plan_column_chooser_new (self->sheet);
      gtk_widget_set_parent (self->chooser, GTK_WIDGET (self));
    }
  plan_column_chooser_renew (PLAN_COLUMN_CHOOSER (self->chooser));
  open_at (self, column, GTK_POPOVER (self->chooser));
}

static void
menu_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, PlanSheetHeader *self)
{
  guint column = plan_sheet_get_column_at (self->sheet, x);

  plan_sheet_header_open_menu (self, column != PLAN_INDEX_NONE ? column : plan_sheet_get_n_columns (self->sheet) - 1);
}

static void
plan_sheet_header_dispose (GObject *object)
{
  PlanSheetHeader *self = PLAN_SHEET_HEADER (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->chooser, gtk_widget_unparent);
  g_clear_pointer (&self->number, gtk_widget_unparent);
  g_clear_pointer (&self->indicator, gtk_widget_unparent);
  for (guint i = 0; i < self->titles->len; i++)
    gtk_widget_unparent (self->titles->pdata[i]);
  g_ptr_array_set_size (self->titles, 0);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (plan_sheet_header_parent_class)->dispose (object);
}

static void
plan_sheet_header_finalize (GObject *object)
{
  g_ptr_array_unref (PLAN_SHEET_HEADER (object)->titles);
  G_OBJECT_CLASS (plan_sheet_header_parent_class)->finalize (object);
}

static void
plan_sheet_header_class_init (PlanSheetHeaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plan_sheet_header_dispose;
  object_class->finalize = plan_sheet_header_finalize;
  widget_class->measure = plan_sheet_header_measure;
  widget_class->size_allocate = plan_sheet_header_size_allocate;
  widget_class->snapshot = plan_sheet_header_snapshot;
  gtk_widget_class_set_css_name (widget_class, "sheetheader");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
add_pointer (PlanSheetHeader *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu = gtk_gesture_click_new ();

  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, 0);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, 0);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (drag_end_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (menu, "pressed", G_CALLBACK (menu_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (menu));
}

static void
plan_sheet_header_init (PlanSheetHeader *self)
{
  self->titles = g_ptr_array_new ();
  /* Translators: heading of the column of row numbers */
  self->number = create_title (self, C_("column", "#"), TRUE);
  self->indicator = gtk_image_new_from_icon_name ("dialog-information-symbolic");
  plan_tooltip_set (self->indicator, _("Deadlines, constraints and notes"));
  gtk_widget_set_parent (self->indicator, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Titles of the columns"), -1);
  add_actions (self);
  add_pointer (self);
}

/* The heading of a sheet. */
GtkWidget *
plan_sheet_header_new (PlanSheet *sheet)
{
  PlanSheetHeader *self = g_object_new (PLAN_TYPE_SHEET_HEADER, NULL);

  self->sheet = sheet;
  return GTK_WIDGET (self);
}

/* Makes the titles anew when there are other columns. */
void
plan_sheet_header_rebuild (PlanSheetHeader *self)
{
  for (guint i = 0; i < self->titles->len; i++)
    gtk_widget_unparent (self->titles->pdata[i]);
  g_ptr_array_set_size (self->titles, 0);
  for (guint i = 0; i < plan_sheet_get_n_columns (self->sheet); i++)
    {
      PlanColumnId id = plan_sheet_get_visible_id (self->sheet, i);
      GtkWidget *title = create_title (self, plan_column_get_heading (id), plan_column_get (id)->numeric);

      plan_tooltip_set (title, g_dpgettext2 (GETTEXT_PACKAGE, "column", plan_column_get (id)->label));
      g_ptr_array_add (self->titles, title);
    }
  show_sort (self);
}

/* The rows may be sorted in another way. */
void
plan_sheet_header_update (PlanSheetHeader *self)
{
  show_sort (self);
}
