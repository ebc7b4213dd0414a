/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The part of the sheet below its heading: a pool of row widgets, only as many as are in view, bound anew while the plan
 * is scrolled; the editor above them; tints, lines and the cursor drawn around them. The row with the focus is never
 * given away, so that focus survives scrolling.
 */

#include "plan-sheet-private.h"

#include <math.h>

#define CURSOR_WIDTH 2

struct _PlanSheetBody
{
  GtkWidget parent_instance;

  PlanSheet *sheet; /* the parent; not owned */
  GPtrArray *rows;  /* of PlanSheetRow, in the order of their children */
};

G_DEFINE_FINAL_TYPE (PlanSheetBody, plan_sheet_body, GTK_TYPE_WIDGET)

/* The rows in view: first, and the one after the last. */
static void
get_view (PlanSheetBody *self, guint *first, guint *end)
{
  double top = plan_sheet_get_offset (self->sheet, GTK_ORIENTATION_VERTICAL);
  double height = plan_row_list_get_row_height (self->sheet->list);
  guint n = plan_row_list_get_n_slots (self->sheet->list);

  *first = (guint) MIN (floor (top / height), n);
  *end = (guint) MIN (ceil ((top + gtk_widget_get_height (GTK_WIDGET (self))) / height), n);
}

static gboolean
is_pinned (PlanSheetBody *self, PlanSheetRow *row)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));

  return focus == GTK_WIDGET (row);
}

static PlanSheetRow *
find_bound (PlanSheetBody *self, guint row)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (plan_sheet_row_get_row (self->rows->pdata[i]) == row)
      return self->rows->pdata[i];
  return NULL;
}

/* A row widget that is not needed for [@first, @end), or a new one. */
static PlanSheetRow *
take_free (PlanSheetBody *self, guint first, guint end)
{
  GtkWidget *widget;

  for (guint i = 0; i < self->rows->len; i++)
    {
      guint row = plan_sheet_row_get_row (self->rows->pdata[i]);

      if ((row == PLAN_INDEX_NONE || row < first || row >= end) && !is_pinned (self, self->rows->pdata[i]))
        return self->rows->pdata[i];
    }
  widget = plan_sheet_row_new (self->sheet);
  gtk_widget_insert_before (widget, GTK_WIDGET (self), GTK_WIDGET (self->sheet->editor));
  g_ptr_array_add (self->rows, widget);
  return PLAN_SHEET_ROW (widget);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  guint first = plan_sheet_row_get_row (*(PlanSheetRow *const *) a), second = plan_sheet_row_get_row (*(PlanSheetRow *const *) b);

  return first < second ? -1 : first > second;
}

/* Screen readers list children in the order of the widgets. */
static void
sort_children (PlanSheetBody *self)
{
  GtkWidget *previous = NULL;

  g_ptr_array_sort (self->rows, compare_rows);
  for (guint i = 0; i < self->rows->len; i++)
    {
      if (gtk_widget_get_prev_sibling (self->rows->pdata[i]) != previous)
        gtk_widget_insert_after (self->rows->pdata[i], GTK_WIDGET (self), previous);
      previous = self->rows->pdata[i];
    }
}

/* Binds row widgets to [@first, @end). */
static void
ensure_rows (PlanSheetBody *self, guint first, guint end)
{
  gboolean moved = FALSE;

  for (guint row = first; row < end; row++)
    {
      PlanSheetRow *widget = find_bound (self, row);

      if (widget == NULL)
        {
          widget = take_free (self, first, end);
          moved = TRUE;
        }
      plan_sheet_row_bind (widget, row);
      gtk_widget_set_child_visible (GTK_WIDGET (widget), TRUE);
    }
  if (moved)
    sort_children (self);
}

/* Rows that came, went, changed or were scrolled: what is in view is bound at once, because icons that change ask for another
 * size, which nobody may while sizes are handed out. */
void
plan_sheet_body_rebind (PlanSheetBody *self)
{
  guint first, end;

  if (plan_row_list_get_rows (self->sheet->list) != NULL && gtk_widget_get_height (GTK_WIDGET (self)) > 0)
    {
      get_view (self, &first, &end);
      ensure_rows (self, first, end);
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The cell widget at a place, bound at once so that it can get the focus before the next allocation. */
GtkWidget *
plan_sheet_body_get_cell (PlanSheetBody *self, guint row, guint column)
{
  PlanSheetRow *widget = find_bound (self, row);
  GtkWidget *cell;
  guint first, end;

  if (row >= plan_row_list_get_n_slots (self->sheet->list))
    return NULL;
  get_view (self, &first, &end);
  if (widget == NULL)
    widget = take_free (self, MIN (first, row), MAX (end, row + 1));
  plan_sheet_row_bind (widget, row);
  gtk_widget_set_child_visible (GTK_WIDGET (widget), TRUE);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  plan_sheet_row_describe_cell (widget, column);
  cell = plan_sheet_row_get_cell (widget, column);
  if (cell != NULL)
    gtk_widget_set_child_visible (cell, TRUE);
  return cell;
}

static void
allocate_row (PlanSheetBody *self, PlanSheetRow *row, guint first, guint end)
{
  guint number = plan_sheet_row_get_row (row);
  gboolean shown = (number >= first && number < end) || (is_pinned (self, row) && number < plan_row_list_get_n_slots (self->sheet->list));
  int height = (int) plan_row_list_get_row_height (self->sheet->list);

  gtk_widget_set_child_visible (GTK_WIDGET (row), shown);
  if (!shown)
    return;
  gtk_widget_measure (GTK_WIDGET (row), GTK_ORIENTATION_VERTICAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (GTK_WIDGET (row), &(GtkAllocation){ 0, (int) plan_sheet_get_row_y (self->sheet, number),
                                                                gtk_widget_get_width (GTK_WIDGET (self)), height }, -1);
}

/* The editor of a row scrolled away waits just outside the view: further away
 * its menu would lie beyond every monitor, which GDK does not take. */
static void
allocate_editor (PlanSheetBody *self)
{
  GtkAllocation place;
  graphene_rect_t area;
  int minimum;

  if (!gtk_widget_get_visible (GTK_WIDGET (self->sheet->editor)))
    return;
  plan_sheet_get_editor_area (self->sheet, &area);
  gtk_widget_measure (GTK_WIDGET (self->sheet->editor), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  place.width = MAX ((int) area.size.width, minimum);
  place.height = (int) area.size.height;
  place.x = (int) CLAMP (area.origin.x, -place.width, gtk_widget_get_width (GTK_WIDGET (self)));
  place.y = (int) CLAMP (area.origin.y, -place.height, gtk_widget_get_height (GTK_WIDGET (self)));
  gtk_widget_size_allocate (GTK_WIDGET (self->sheet->editor), &place, -1);
}

static void
plan_sheet_body_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PlanSheetBody *self = PLAN_SHEET_BODY (widget);
  guint first, end;

  if (self->sheet->list == NULL)
    return;
  get_view (self, &first, &end);
  ensure_rows (self, first, end);
  for (guint i = 0; i < self->rows->len; i++)
    allocate_row (self, self->rows->pdata[i], first, end);
  allocate_editor (self);
  for (GtkWidget *child = gtk_widget_get_last_child (widget); child != NULL; child = gtk_widget_get_prev_sibling (child))
    if (GTK_IS_POPOVER (child))
      gtk_popover_present (GTK_POPOVER (child));
}

static void
plan_sheet_body_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                         int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
draw_tints (PlanSheetBody *self, GtkSnapshot *snapshot, guint first, guint end, int width)
{
  PlanSheet *sheet = self->sheet;
  GtkBitset *selected = plan_row_list_get_selected (sheet->list);
  double height = plan_row_list_get_row_height (sheet->list);
  guint cursor = plan_row_list_get_cursor_row (sheet->list);

  for (guint row = first; row < end; row++)
    {
      double y = plan_sheet_get_row_y (sheet, row);

      if (gtk_bitset_contains (selected, row) || row == cursor)
        plan_sheet_fill (snapshot, sheet->theme->selected, 1, 0, y, width, height);
      plan_sheet_fill (snapshot, sheet->theme->row_line, 1, 0, y + height - 1, width, 1);
    }
}

static void
draw_column_lines (PlanSheetBody *self, GtkSnapshot *snapshot, double foot)
{
  PlanSheet *sheet = self->sheet;
  double left = plan_sheet_get_offset (sheet, GTK_ORIENTATION_HORIZONTAL);

  plan_sheet_fill (snapshot, sheet->theme->row_line, 1, sheet->number_width - 1, 0, 1, foot);
  plan_sheet_fill (snapshot, sheet->theme->row_line, 1, sheet->frozen_width - 1, 0, 1, foot);
  for (guint i = 0; i < plan_sheet_get_n_columns (sheet); i++)
    {
      double x = plan_sheet_get_column_x (sheet, i) + plan_sheet_get_column (sheet, i)->width - left - 1;

      if (x >= sheet->frozen_width)
        plan_sheet_fill (snapshot, sheet->theme->row_line, 1, x, 0, 1, foot);
    }
}

static void
draw_frame (GtkSnapshot *snapshot, PlanColour colour, double alpha, const graphene_rect_t *area)
{
  const GdkRGBA rgba = { ((colour >> 16) & 0xff) / 255.0f, ((colour >> 8) & 0xff) / 255.0f, (colour & 0xff) / 255.0f, (float) alpha };
  const GdkRGBA colours[4] = { rgba, rgba, rgba, rgba };
  const float widths[4] = { CURSOR_WIDTH, CURSOR_WIDTH, CURSOR_WIDTH, CURSOR_WIDTH };
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, area, 2);
  gtk_snapshot_append_border (snapshot, &outline, widths, colours);
}

/* The range of cells in a light tint, the cursor's cell with a frame; paler while the focus is elsewhere. */
static void
draw_cursor (PlanSheetBody *self, GtkSnapshot *snapshot, int width, int height)
{
  PlanSheet *sheet = self->sheet;
  guint row = plan_row_list_get_cursor_row (sheet->list), first_row, last_row, first_column, last_column;
  gboolean has_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  graphene_rect_t area, last;

  if (row == PLAN_INDEX_NONE || !plan_sheet_get_cell_area (sheet, row, plan_sheet_get_visible_id (sheet, sheet->column), &area))
    return;
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (sheet->frozen_width - 1, 0, MAX (0, width - sheet->frozen_width + 1), height));
  graphene_rect_offset (&area, 0, -sheet->header_height);
  plan_sheet_get_range (sheet, &first_row, &last_row, &first_column, &last_column);
  if (!sheet->whole_rows && (first_row != last_row || first_column != last_column) &&
      plan_sheet_get_cell_area (sheet, first_row, plan_sheet_get_visible_id (sheet, first_column), &area) &&
      plan_sheet_get_cell_area (sheet, last_row, plan_sheet_get_visible_id (sheet, last_column), &last))
    {
      graphene_rect_union (&area, &last, &area);
      graphene_rect_offset (&area, 0, -sheet->header_height);
      plan_sheet_fill (snapshot, sheet->theme->accent, 0.12, area.origin.x, area.origin.y, area.size.width, area.size.height);
      draw_frame (snapshot, sheet->theme->accent, has_focus ? 0.5 : 0.3, &area);
      plan_sheet_get_cell_area (sheet, row, plan_sheet_get_visible_id (sheet, sheet->column), &area);
      graphene_rect_offset (&area, 0, -sheet->header_height);
    }
  draw_frame (snapshot, sheet->theme->accent, has_focus ? 1 : 0.45, &area);
  gtk_snapshot_pop (snapshot);
}

static void
draw_editor (PlanSheetBody *self, GtkSnapshot *snapshot, int width, int height)
{
  PlanSheet *sheet = self->sheet;
  graphene_rect_t area;

  if (!gtk_widget_get_visible (GTK_WIDGET (sheet->editor)))
    return;
  plan_sheet_get_editor_area (sheet, &area);
  graphene_rect_inset (&area, -PLAN_SHEET_PADDING + 2, 0);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (sheet->frozen_width, 0, MAX (0, width - sheet->frozen_width), height));
  plan_sheet_fill (snapshot, sheet->theme->background, 1, area.origin.x, area.origin.y, area.size.width, area.size.height);
  gtk_widget_snapshot_child (GTK_WIDGET (self), GTK_WIDGET (sheet->editor), snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
plan_sheet_body_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlanSheetBody *self = PLAN_SHEET_BODY (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  guint first, end;

  if (self->sheet->list == NULL)
    return;
  get_view (self, &first, &end);
  plan_sheet_fill (snapshot, self->sheet->theme->background, 1, 0, 0, width, height);
  draw_tints (self, snapshot, first, end, width);
  draw_column_lines (self, snapshot, first < end ? plan_sheet_get_row_y (self->sheet, end) : 0);
  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_snapshot_child (widget, self->rows->pdata[i], snapshot);
  draw_cursor (self, snapshot, width, height);
  draw_editor (self, snapshot, width, height);
  plan_sheet_draw_drop (self->sheet, snapshot);
}

static void
plan_sheet_body_dispose (GObject *object)
{
  PlanSheetBody *self = PLAN_SHEET_BODY (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_ptr_array_set_size (self->rows, 0);
  G_OBJECT_CLASS (plan_sheet_body_parent_class)->dispose (object);
}

static void
plan_sheet_body_finalize (GObject *object)
{
  g_ptr_array_unref (PLAN_SHEET_BODY (object)->rows);
  G_OBJECT_CLASS (plan_sheet_body_parent_class)->finalize (object);
}

static void
plan_sheet_body_class_init (PlanSheetBodyClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plan_sheet_body_dispose;
  object_class->finalize = plan_sheet_body_finalize;
  widget_class->measure = plan_sheet_body_measure;
  widget_class->size_allocate = plan_sheet_body_size_allocate;
  widget_class->snapshot = plan_sheet_body_snapshot;
  gtk_widget_class_set_css_name (widget_class, "sheetbody");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW_GROUP);
}

static void
plan_sheet_body_init (PlanSheetBody *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/* The body of a sheet; the sheet's editor becomes its child. */
GtkWidget *
plan_sheet_body_new (PlanSheet *sheet)
{
  PlanSheetBody *self = g_object_new (PLAN_TYPE_SHEET_BODY, NULL);

  self->sheet = sheet;
  gtk_widget_set_parent (GTK_WIDGET (sheet->editor), GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
