/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One row of the sheet: its number, its indicators, the arrow of a summary, and a cell for each column. A row is made once
 * and bound to whatever row of the plan comes into view. Number and indicators stay while the cells are scrolled sideways.
 * Most columns are out of sight most of the time: their cells are made and bound when they come into view or get the focus.
 */

#include "plan-sheet-private.h"

#include "plan-tooltip.h"

#include <glib/gi18n-lib.h>

/* Nothing is bound that was bound by this. */
#define SERIAL_NONE G_MAXUINT

/* What a column shows in a row. */
typedef struct
{
  GtkWidget *text; /* a GtkInscription, or NULL as long as nobody has seen it */
  gboolean is_bound;
} Cell;

struct _PlanSheetRow
{
  GtkWidget parent_instance;

  PlanSheet *sheet; /* the ancestor; not owned */
  guint row;
  guint serial;
  guint columns_serial;
  GtkWidget *number;
  GtkWidget *indicator;
  GtkWidget *arrow;
  GArray *cells; /* of Cell */

  /* What the widgets were told last: telling them the same again costs more than asking here. */
  const char *icon;
  const char *words;
  int selected;
  int expanded;
  guint described; /* the cell whose description names the row, or PLAN_INDEX_NONE */
};

G_DEFINE_FINAL_TYPE (PlanSheetRow, plan_sheet_row, GTK_TYPE_WIDGET)

static GtkWidget *
create_text (GtkAccessibleRole role, gboolean right)
{
  GtkWidget *text = g_object_new (GTK_TYPE_INSCRIPTION, "accessible-role", role, NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (text), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_lines (GTK_INSCRIPTION (text), 1);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (text), right ? 1 : 0);
  gtk_inscription_set_yalign (GTK_INSCRIPTION (text), 0.5f);
  return text;
}

static Cell *
get_cell (PlanSheetRow *self, guint column)
{
  return &g_array_index (self->cells, Cell, column);
}

static void
describe_cell (PlanSheetRow *self, guint column, const char *description)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (get_cell (self, column)->text), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

static const char *
get_title (PlanSheetRow *self, guint column)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "column", plan_column_get (plan_sheet_get_column (self->sheet, column)->id)->label);
}

/* Screen readers list the cells in the order of the widgets. */
static void
create_cell (PlanSheetRow *self, guint column)
{
  GtkWidget *text = create_text (GTK_ACCESSIBLE_ROLE_GRID_CELL, plan_column_get (plan_sheet_get_column (self->sheet, column)->id)->numeric);
  GtkWidget *previous = self->arrow;

  for (guint i = 0; i < column; i++)
    if (get_cell (self, i)->text != NULL)
      previous = get_cell (self, i)->text;
  gtk_widget_set_focusable (text, TRUE);
  gtk_widget_insert_after (text, GTK_WIDGET (self), previous);
  get_cell (self, column)->text = text;
  describe_cell (self, column, get_title (self, column));
}

static void
bind_cell (PlanSheetRow *self, guint column)
{
  Cell *cell = get_cell (self, column);
  g_autofree char *text = NULL;

  if (cell->text == NULL)
    create_cell (self, column);
  if (cell->is_bound)
    return;
  if (plan_row_list_get_task (self->sheet->list, self->row) != NULL)
    text = plan_sheet_get_text (self->sheet, self->row, plan_sheet_get_column (self->sheet, column)->id, PLAN_CELL_SHOWN);
  gtk_inscription_set_text (GTK_INSCRIPTION (cell->text), text != NULL ? text : "");
  cell->is_bound = TRUE;
}

static gboolean
has_focus (const Cell *cell)
{
  return cell->text != NULL && gtk_widget_is_focus (cell->text);
}

/* Binds the cells that are in view. */
static void
bind_cells (PlanSheetRow *self)
{
  PlanSheet *sheet = self->sheet;
  int x = sheet->frozen_width - (int) plan_sheet_get_offset (sheet, GTK_ORIENTATION_HORIZONTAL);
  int width = gtk_widget_get_width (GTK_WIDGET (sheet->body));

  for (guint i = 0; i < self->cells->len; i++)
    {
      int end = x + plan_sheet_get_column (sheet, i)->width;

      if ((x < width && end > sheet->frozen_width) || has_focus (get_cell (self, i)))
        bind_cell (self, i);
      x = end;
    }
}

static void
remove_cells (PlanSheetRow *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    g_clear_pointer (&get_cell (self, i)->text, gtk_widget_unparent);
  g_array_set_size (self->cells, 0);
}

/* Begins anew when there are other columns. */
static void
ensure_columns (PlanSheetRow *self)
{
  if (self->columns_serial == self->sheet->columns_serial)
    return;
  remove_cells (self);
  g_array_set_size (self->cells, plan_sheet_get_n_columns (self->sheet));
  self->described = PLAN_INDEX_NONE;
  self->columns_serial = self->sheet->columns_serial;
  self->serial = SERIAL_NONE;
}

/* What a picture before the name says: the most urgent thing only. */
static const char *
find_indicator (const PlanTask *task, const PlanScheduledTask *dates, const char **words)
{
  if (dates->deadline_missed)
    {
      *words = _("The deadline is missed");
      return "dialog-warning-symbolic";
    }
  if (task->deadline != PLAN_TICKS_NONE)
    {
      *words = _("Has a deadline");
      return "alarm-symbolic";
    }
  if (task->constraint != PLAN_CONSTRAINT_ASAP && task->constraint != PLAN_CONSTRAINT_ALAP)
    {
      *words = _("Has a constraint");
      return "view-pin-symbolic";
    }
  if (task->notes != NULL && *task->notes != '\0')
    {
      *words = _("Has a note");
      return "text-x-generic-symbolic";
    }
  return NULL;
}

static void
bind_indicator (PlanSheetRow *self, const PlanTask *task)
{
  const char *words = NULL;
  const char *icon = NULL;

  if (task != NULL)
    {
      guint index = plan_row_list_get_rows (self->sheet->list)->task[self->row];

      icon = find_indicator (task, plan_schedule_get_task (plan_document_get_schedule (plan_row_list_get_document (self->sheet->list)), index),
                             &words);
    }
  if (icon == self->icon && words == self->words)
    return;
  self->icon = icon;
  self->words = words;
  gtk_image_set_from_icon_name (GTK_IMAGE (self->indicator), icon);
  plan_tooltip_set (self->indicator, words);
  gtk_widget_set_child_visible (self->indicator, icon != NULL);
  if (icon != NULL && g_str_equal (icon, "dialog-warning-symbolic"))
    gtk_widget_add_css_class (self->indicator, "warning");
  else
    gtk_widget_remove_css_class (self->indicator, "warning");
}

/* Nothing is true any more of what the cells say. */
static void
release_cells (PlanSheetRow *self)
{
  if (self->described < self->cells->len)
    describe_cell (self, self->described, get_title (self, self->described));
  self->described = PLAN_INDEX_NONE;
  for (guint i = 0; i < self->cells->len; i++)
    get_cell (self, i)->is_bound = FALSE;
}

static void
bind_arrow (PlanSheetRow *self, gboolean is_summary)
{
  gboolean collapsed = is_summary && plan_row_list_is_collapsed (self->sheet->list, self->row);
  int expanded = is_summary ? !collapsed : -1;

  if (expanded == self->expanded)
    return;
  self->expanded = expanded;
  gtk_widget_set_child_visible (self->arrow, is_summary);
  if (is_summary)
    {
      gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow), collapsed ? "pan-end-symbolic" : "pan-down-symbolic");
      gtk_widget_add_css_class (GTK_WIDGET (self), "summary");
      gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, !collapsed, -1);
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self), "summary");
      gtk_accessible_reset_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED);
    }
}

static void
bind_name (PlanSheetRow *self, const PlanTask *task)
{
  g_autofree char *label = NULL;
  char number[16];

  if (task != NULL)
    {
      g_snprintf (number, sizeof number, "%u", plan_row_list_get_outline_row (self->sheet->list, self->row) + 1);
      /* Translators: read out by screen readers: number of a row, name of its task, its outline level */
      label = g_strdup_printf (C_("row", "%s %s, level %u"), number, task->name != NULL ? task->name : "",
                               plan_row_list_get_level (self->sheet->list, self->row));
    }
  else
    {
      g_strlcpy (number, "", sizeof number);
      label = g_strdup (_("Empty row: type here to add a task"));
    }
  gtk_inscription_set_text (GTK_INSCRIPTION (self->number), number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
allocate_icon (GtkWidget *child, int x, int height)
{
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, (height - 16) / 2, 16, 16 }, -1);
}

static void
allocate_line (GtkWidget *child, int x, int y, int width, int height)
{
  int minimum;

  /* Measured because GTK wants it before each allocation. */
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, MAX (width, minimum), height }, -1);
}

static void
plan_sheet_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PlanSheetRow *self = PLAN_SHEET_ROW (widget);
  PlanSheet *sheet = self->sheet;
  int line = MIN (sheet->line_height, height), y = (height - line) / 2;
  int left = (int) plan_sheet_get_offset (sheet, GTK_ORIENTATION_HORIZONTAL);
  int indent = plan_sheet_row_get_indent (sheet, self->row), right = sheet->frozen_width;

  allocate_line (self->number, 0, y, sheet->number_width - PLAN_SHEET_PADDING, line);
  allocate_icon (self->indicator, sheet->number_width + 4, height);
  for (guint i = 0; i < self->cells->len; i++)
    {
      const PlanSheetColumn *column = plan_sheet_get_column (sheet, i);
      int x = right - left, inset = column->id == PLAN_COLUMN_NAME ? indent : 0;
      Cell *cell = get_cell (self, i);
      gboolean is_seen = (x < width && x + column->width > sheet->frozen_width) || has_focus (cell);

      right += column->width;
      if (column->id == PLAN_COLUMN_NAME)
        allocate_icon (self->arrow, x + indent - PLAN_SHEET_EXPANDER, height);
      if (cell->text == NULL)
        continue;
      gtk_widget_set_child_visible (cell->text, is_seen);
      if (is_seen)
        allocate_line (cell->text, x + PLAN_SHEET_PADDING + inset, y,
                       column->width - 2 * PLAN_SHEET_PADDING - inset, line);
    }
}

static void
plan_sheet_row_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                        int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  PlanSheetRow *self = PLAN_SHEET_ROW (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? (int) plan_row_list_get_row_height (self->sheet->list) : 0;
}

/* The cells lie under the frozen columns. */
static void
plan_sheet_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlanSheetRow *self = PLAN_SHEET_ROW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);

  gtk_widget_snapshot_child (widget, self->number, snapshot);
  gtk_widget_snapshot_child (widget, self->indicator, snapshot);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (self->sheet->frozen_width, 0, MAX (0, width - self->sheet->frozen_width), height));
  for (guint i = 0; i < self->cells->len; i++)
    if (get_cell (self, i)->text != NULL)
      gtk_widget_snapshot_child (widget, get_cell (self, i)->text, snapshot);
  gtk_widget_snapshot_child (widget, self->arrow, snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
plan_sheet_row_dispose (GObject *object)
{
  PlanSheetRow *self = PLAN_SHEET_ROW (object);

  remove_cells (self);
  g_clear_pointer (&self->number, gtk_widget_unparent);
  g_clear_pointer (&self->indicator, gtk_widget_unparent);
  g_clear_pointer (&self->arrow, gtk_widget_unparent);
  G_OBJECT_CLASS (plan_sheet_row_parent_class)->dispose (object);
}

static void
plan_sheet_row_finalize (GObject *object)
{
  g_array_unref (PLAN_SHEET_ROW (object)->cells);
  G_OBJECT_CLASS (plan_sheet_row_parent_class)->finalize (object);
}

static void
plan_sheet_row_class_init (PlanSheetRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plan_sheet_row_dispose;
  object_class->finalize = plan_sheet_row_finalize;
  widget_class->measure = plan_sheet_row_measure;
  widget_class->size_allocate = plan_sheet_row_size_allocate;
  widget_class->snapshot = plan_sheet_row_snapshot;
  gtk_widget_class_set_css_name (widget_class, "sheetrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
plan_sheet_row_init (PlanSheetRow *self)
{
  self->row = PLAN_INDEX_NONE;
  self->serial = SERIAL_NONE;
  self->columns_serial = SERIAL_NONE;
  self->selected = -1;
  self->expanded = -2;
  self->described = PLAN_INDEX_NONE;
  self->cells = g_array_new (FALSE, TRUE, sizeof (Cell));
  self->number = create_text (GTK_ACCESSIBLE_ROLE_ROW_HEADER, TRUE);
  self->indicator = gtk_image_new ();
  self->arrow = gtk_image_new ();
  gtk_widget_add_css_class (self->number, "number");
  gtk_widget_set_parent (self->number, GTK_WIDGET (self));
  gtk_widget_set_parent (self->indicator, GTK_WIDGET (self));
  gtk_widget_set_parent (self->arrow, GTK_WIDGET (self));
}

/* A row of a sheet, bound to nothing. */
GtkWidget *
plan_sheet_row_new (PlanSheet *sheet)
{
  PlanSheetRow *self = g_object_new (PLAN_TYPE_SHEET_ROW, NULL);

  self->sheet = sheet;
  return GTK_WIDGET (self);
}

/* Shows a row of the plan, the empty one at its end included; what it shows already is left as it is. */
void
plan_sheet_row_bind (PlanSheetRow *self, guint row)
{
  const PlanTask *task = plan_row_list_get_task (self->sheet->list, row);
  guint serial = plan_row_list_get_serial (self->sheet->list);
  gboolean selected = row < plan_row_list_get_n (self->sheet->list) &&
                      gtk_bitset_contains (plan_row_list_get_selected (self->sheet->list), row);

  ensure_columns (self);
  if (selected != self->selected)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
  self->selected = selected;
  if (self->row != row || self->serial != serial)
    {
      self->row = row;
      self->serial = serial;
      bind_name (self, task);
      bind_arrow (self, plan_row_list_is_summary (self->sheet->list, row));
      bind_indicator (self, task);
      release_cells (self);
      gtk_widget_queue_allocate (GTK_WIDGET (self));
    }
  bind_cells (self);
}

/* The row of the plan that is shown, or PLAN_INDEX_NONE. */
guint
plan_sheet_row_get_row (PlanSheetRow *self)
{
  return self->row;
}

/* The cell of a shown column, in view or not, or NULL. */
GtkWidget *
plan_sheet_row_get_cell (PlanSheetRow *self, guint column)
{
  if (column >= self->cells->len)
    return NULL;
  bind_cell (self, column);
  return get_cell (self, column)->text;
}

/* Before a cell gets the focus: says to screen readers in which row it is, which they do not find out themselves. */
void
plan_sheet_row_describe_cell (PlanSheetRow *self, guint column)
{
  PlanRowList *list = self->sheet->list;
  guint number = self->row < plan_row_list_get_n (list) ? plan_row_list_get_outline_row (list, self->row)
                                                         : plan_row_list_get_outline (list)->n_rows;
  g_autofree char *place = NULL;

  if (plan_sheet_row_get_cell (self, column) == NULL || column == self->described)
    return;
  if (self->described < self->cells->len)
    describe_cell (self, self->described, get_title (self, self->described));
  /* Translators: read out by screen readers after the text of a cell: the title of its column and the number of its row */
  place = g_strdup_printf (C_("cell", "%s, row %u"), get_title (self, column), number + 1);
  describe_cell (self, column, place);
  self->described = column;
}

/* How far the name of a row is moved in, in pixels. */
int
plan_sheet_row_get_indent (PlanSheet *sheet, guint row)
{
  double scale = plan_row_list_get_text_scale (sheet->list);

  if (row >= plan_row_list_get_n (sheet->list))
    return PLAN_SHEET_EXPANDER + 2;
  return (int) ((plan_row_list_get_level (sheet->list, row) - 1) * PLAN_SHEET_INDENT * scale) + PLAN_SHEET_EXPANDER + 2;
}
