/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The task sheet: a scrollable grid that makes widgets only for what is in view, with a cursor on a cell, an editor over the
 * cell that is edited, and a heading whose columns can be resized and moved. Keyboard focus sits on the cell under the
 * cursor, so that screen readers follow it.
 *
 * This file is the class: properties, geometry, cursor. Rows are in -row.c and -body.c, the heading in -header.c, keys in
 * -keys.c, pointer in -pointer.c and -drag.c, editing in -editor.c and -completion.c, pickers and menus in -picker.c, the
 * clipboard in -clipboard.c and -paste.c, shown columns in -columns.c.
 */

#include "plan-sheet-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

enum {
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum {
  CURSOR_MOVED,
  COLUMNS_CHANGED,
  TELL,
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Height of a line of Chinese, as a part of the size of its font: that of Noto and Source Han, the highest of the usual ones. */
#define CHINESE_LINE 1.45

/* Size of the sheet's font for which the charts are drawn 1 : 1, 10 pt; with a larger one, by its own size or that of all text,
 * columns and charts grow with it. */
#define USUAL_EM 13.35

G_DEFINE_FINAL_TYPE_WITH_CODE (PlanSheet, plan_sheet, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

/* Fills a rectangle with a colour of the theme. */
void
plan_sheet_fill (GtkSnapshot *snapshot, PlanColour colour, double alpha, double x, double y, double width, double height)
{
  const GdkRGBA rgba = { ((colour >> 16) & 0xff) / 255.0f, ((colour >> 8) & 0xff) / 255.0f, (colour & 0xff) / 255.0f, (float) alpha };

  gtk_snapshot_append_color (snapshot, &rgba, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height));
}

/* How far the sheet is scrolled, on whole pixels of the screen. */
double
plan_sheet_get_offset (PlanSheet *self, GtkOrientation orientation)
{
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  if (self->adjustments[orientation] == NULL)
    return 0;
  return round (gtk_adjustment_get_value (self->adjustments[orientation]) * factor) / factor;
}

/* Upper edge of a row in the body. */
double
plan_sheet_get_row_y (PlanSheet *self, guint row)
{
  return row * plan_row_list_get_row_height (self->list) - plan_sheet_get_offset (self, GTK_ORIENTATION_VERTICAL);
}

/* The row at @y of the body, the empty one included, or PLAN_INDEX_NONE. */
guint
plan_sheet_get_row_at (PlanSheet *self, double y)
{
  double row = floor ((y + plan_sheet_get_offset (self, GTK_ORIENTATION_VERTICAL)) / plan_row_list_get_row_height (self->list));

  return row >= 0 && row < plan_row_list_get_n_slots (self->list) ? (guint) row : PLAN_INDEX_NONE;
}

/* How far Page Down goes. */
guint
plan_sheet_get_rows_a_page (PlanSheet *self)
{
  double height = gtk_widget_get_height (GTK_WIDGET (self)) - self->header_height;

  return (guint) MAX (1, floor (height / plan_row_list_get_row_height (self->list)) - 1);
}

/* The text of a cell; of the empty row, nothing. */
char *
plan_sheet_get_text (PlanSheet *self, guint row, PlanColumnId column, PlanCellStyle style)
{
  PlanCellSource source;

  if (row >= plan_row_list_get_n (self->list))
    return g_strdup ("");
  source = plan_row_list_get_source (self->list);
  return plan_column_get_text (column, &source, plan_row_list_get_outline_row (self->list, row), style);
}

/* Whether something can be typed into a cell; into the empty row, whatever makes a task. */
gboolean
plan_sheet_can_edit (PlanSheet *self, guint row, PlanColumnId column)
{
  PlanCellSource source;

  if (!plan_row_list_is_writable (self->list) || plan_column_get (column)->editor == PLAN_EDITOR_NONE)
    return FALSE;
  if (row >= plan_row_list_get_n (self->list))
    return TRUE;
  source = plan_row_list_get_source (self->list);
  return plan_column_is_editable (column, &source, plan_row_list_get_outline_row (self->list, row));
}

/* Says a sentence to whoever shows such. */
void
plan_sheet_tell (PlanSheet *self, const char *sentence)
{
  g_signal_emit (self, signals[TELL], 0, sentence);
}

/* Says what was done and can be undone. */
void
plan_sheet_tell_done (PlanSheet *self, const char *sentence)
{
  g_signal_emit (self, signals[DONE], 0, sentence);
}

/* The user made other columns of them. */
void
plan_sheet_tell_columns (PlanSheet *self)
{
  g_signal_emit (self, signals[COLUMNS_CHANGED], 0);
}

/* The cells between anchor and cursor, both included; whole rows have all columns. */
void
plan_sheet_get_range (PlanSheet *self, guint *first_row, guint *last_row, guint *first_column, guint *last_column)
{
  guint row = plan_row_list_get_cursor_row (self->list);
  guint anchor_row = self->anchor_row < plan_row_list_get_n_slots (self->list) ? self->anchor_row : row;

  *first_row = MIN (row, anchor_row);
  *last_row = MAX (row, anchor_row);
  *first_column = self->whole_rows ? 0 : MIN (self->column, self->anchor_column);
  *last_column = self->whole_rows ? plan_sheet_get_n_columns (self) - 1 : MAX (self->column, self->anchor_column);
}

/* Scrolls so that the cursor's cell can be seen. */
void
plan_sheet_reveal_cursor (PlanSheet *self)
{
  guint row = plan_row_list_get_cursor_row (self->list);
  double height = plan_row_list_get_row_height (self->list);
  double x = plan_sheet_get_column_x (self, self->column) - self->frozen_width;

  if (row == PLAN_INDEX_NONE)
    return;
  if (self->adjustments[GTK_ORIENTATION_VERTICAL] != NULL)
    {
      GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_VERTICAL];

      /* A row that was just added is not within the bounds yet. */
      if ((row + 1) * height > gtk_adjustment_get_upper (adjustment))
        gtk_adjustment_set_upper (adjustment, plan_row_list_get_n_slots (self->list) * height);
      gtk_adjustment_clamp_page (adjustment, row * height, (row + 1) * height);
    }
  if (self->adjustments[GTK_ORIENTATION_HORIZONTAL] != NULL)
    gtk_adjustment_clamp_page (self->adjustments[GTK_ORIENTATION_HORIZONTAL], x,
                               x + plan_sheet_get_column (self, self->column)->width + self->frozen_width);
}

/* Moves the keyboard focus to the cursor's cell. */
void
plan_sheet_focus_cursor (PlanSheet *self)
{
  guint row = plan_row_list_get_cursor_row (self->list);
  GtkWidget *cell = row != PLAN_INDEX_NONE ? plan_sheet_body_get_cell (self->body, row, self->column) : NULL;

  if (cell != NULL)
    gtk_widget_grab_focus (cell);
  plan_sheet_warm_up (self);
  gtk_widget_queue_draw (GTK_WIDGET (self->body));
}

/* Moves the cursor; the caller has committed what was edited. */
void
plan_sheet_go_to (PlanSheet *self, guint row, guint column, PlanSheetMove move)
{
  guint n_slots = plan_row_list_get_n_slots (self->list), n = plan_row_list_get_n (self->list);

  if (n_slots == 0)
    return;
  row = MIN (row, n_slots - 1);
  self->column = MIN (column, plan_sheet_get_n_columns (self) - 1);
  if (move == PLAN_SHEET_EXTEND && n > 0)
    plan_row_list_select_range (self->list, self->anchor_row, MIN (row, n - 1));
  else
    {
      self->whole_rows = FALSE;
      self->anchor_row = row;
      self->anchor_column = self->column;
      plan_row_list_set_cursor_row (self->list, row);
    }
  plan_sheet_reveal_cursor (self);
  plan_sheet_focus_cursor (self);
  g_signal_emit (self, signals[CURSOR_MOVED], 0);
}

static void
configure_one (GtkAdjustment *adjustment, double upper, double page, double step)
{
  double value = gtk_adjustment_get_value (adjustment);

  upper = MAX (upper, page);
  gtk_adjustment_configure (adjustment, CLAMP (value, 0, upper - page), 0, upper, step, page * 0.9, page);
}

static void
configure (PlanSheet *self, int width, int height)
{
  double row_height = plan_row_list_get_row_height (self->list);
  guint n_columns = plan_sheet_get_n_columns (self);

  if (self->adjustments[GTK_ORIENTATION_VERTICAL] != NULL)
    configure_one (self->adjustments[GTK_ORIENTATION_VERTICAL], plan_row_list_get_n_slots (self->list) * row_height,
                   MAX (1, height - self->header_height), 3 * row_height);
  if (self->adjustments[GTK_ORIENTATION_HORIZONTAL] != NULL && n_columns > 0)
    configure_one (self->adjustments[GTK_ORIENTATION_HORIZONTAL],
                   plan_sheet_get_column_x (self, n_columns - 1) + plan_sheet_get_column (self, n_columns - 1)->width, width, 60);
}

static void
plan_sheet_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PlanSheet *self = PLAN_SHEET (widget);

  if (self->list == NULL)
    return;
  configure (self, width, height);
  gtk_widget_measure (GTK_WIDGET (self->header), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (self->body), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (GTK_WIDGET (self->header), &(GtkAllocation){ 0, 0, width, self->header_height }, -1);
  gtk_widget_size_allocate (GTK_WIDGET (self->body),
                            &(GtkAllocation){ 0, self->header_height, width, MAX (0, height - self->header_height) }, -1);
}

static void
plan_sheet_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                    int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 160 : 120;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 420 : 400;
}

/* The size of the font in pixels. */
static double
get_em (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  return pango_font_description_get_size_is_absolute (font) ? size : size * pango_cairo_context_get_resolution (context) / 72;
}

/* Row height: one line of either script with room around it, even, and never below that of the charts (visual-design 10). A line of
 * Chinese is known without it, as measuring one would load its font, 5 MB, for every office. */
static void
update_metrics (PlanSheet *self)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "Agg");
  double usual = plan_metrics_get (PLAN_DENSITY_STANDARD)->row_height;
  double em = get_em (GTK_WIDGET (self)), scale = CLAMP (em / USUAL_EM, 1, 3), row_height;
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  height = MAX (height, (int) ceil (em * CHINESE_LINE));
  row_height = 2 * ceil (MAX (usual * scale, height + 4) / 2);
  /* Styles change with each move of the focus, and while a frame is drawn, when nothing may ask for another size. */
  if (self->list == NULL || (self->line_height == height && plan_row_list_get_row_height (self->list) == row_height &&
                             plan_row_list_get_text_scale (self->list) == scale))
    return;
  self->line_height = height;
  plan_row_list_set_metrics (self->list, row_height, scale);
  plan_sheet_columns_changed (self);
}

static void
plan_sheet_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (plan_sheet_parent_class)->css_changed (widget, change);
  update_metrics (PLAN_SHEET (widget));
}

static void
plan_sheet_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (plan_sheet_parent_class)->system_setting_changed (widget, setting);
  if (setting == GTK_SYSTEM_SETTING_DPI || setting == GTK_SYSTEM_SETTING_FONT_NAME || setting == GTK_SYSTEM_SETTING_FONT_CONFIG)
    update_metrics (PLAN_SHEET (widget));
}

/* The first focus goes to the first row. */
static void
ensure_cursor (PlanSheet *self)
{
  if (plan_row_list_get_cursor_row (self->list) == PLAN_INDEX_NONE && plan_row_list_get_n_slots (self->list) > 0)
    {
      self->anchor_row = 0;
      plan_row_list_set_cursor_row (self->list, 0);
    }
}

static gboolean
plan_sheet_grab_focus (GtkWidget *widget)
{
  PlanSheet *self = PLAN_SHEET (widget);

  if (self->list == NULL || plan_row_list_get_n_slots (self->list) == 0)
    return FALSE;
  ensure_cursor (self);
  plan_sheet_focus_cursor (self);
  return TRUE;
}

/* Tab moves from cell to cell, which is the keys' business; focus comes in to the cursor and leaves by Ctrl+Tab. In what is open
 * over the sheet it goes around. */
static gboolean
plan_sheet_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidget *popover = plan_sheet_find_popover (PLAN_SHEET (widget));

  if (popover != NULL)
    return gtk_widget_child_focus (popover, direction);
  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  return plan_sheet_grab_focus (widget);
}

/* A cell may have got the focus before the window was shown. */
static void
plan_sheet_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (plan_sheet_parent_class)->map (widget);
  plan_sheet_warm_up (PLAN_SHEET (widget));
}

static void
scrolled_cb (PlanSheet *self)
{
  if (self->list != NULL)
    plan_sheet_body_rebind (self->body);
}

static void
scrolled_sideways_cb (PlanSheet *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->body)); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (PLAN_IS_SHEET_ROW (row))
      gtk_widget_queue_allocate (row);
  gtk_widget_queue_allocate (GTK_WIDGET (self->header));
  scrolled_cb (self);
}

static void
set_adjustment (PlanSheet *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  GtkAdjustment **place = &self->adjustments[orientation];
  GCallback callback = orientation == GTK_ORIENTATION_VERTICAL ? G_CALLBACK (scrolled_cb) : G_CALLBACK (scrolled_sideways_cb);

  if (adjustment != NULL && *place == adjustment)
    return;
  if (*place != NULL)
    g_signal_handlers_disconnect_by_func (*place, callback, self);
  g_clear_object (place);
  *place = g_object_ref_sink (adjustment != NULL ? adjustment : gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_object (*place, "value-changed", callback, self, G_CONNECT_SWAPPED);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
plan_sheet_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  PlanSheet *self = PLAN_SHEET (object);

  if (prop_id == PROP_HADJUSTMENT || prop_id == PROP_VADJUSTMENT)
    g_value_set_object (value, self->adjustments[prop_id - PROP_HADJUSTMENT]);
  else if (prop_id == PROP_HSCROLL_POLICY || prop_id == PROP_VSCROLL_POLICY)
    g_value_set_enum (value, self->policies[prop_id - PROP_HSCROLL_POLICY]);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
plan_sheet_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  PlanSheet *self = PLAN_SHEET (object);

  if (prop_id == PROP_HADJUSTMENT || prop_id == PROP_VADJUSTMENT)
    set_adjustment (self, prop_id - PROP_HADJUSTMENT, g_value_get_object (value));
  else if (prop_id == PROP_HSCROLL_POLICY || prop_id == PROP_VSCROLL_POLICY)
    self->policies[prop_id - PROP_HSCROLL_POLICY] = g_value_get_enum (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
plan_sheet_dispose (GObject *object)
{
  PlanSheet *self = PLAN_SHEET (object);

  plan_sheet_dispose_drag (self);
  g_clear_pointer ((GtkWidget **) &self->header, gtk_widget_unparent);
  if (self->body != NULL)
    {
      self->settling = TRUE;
      plan_sheet_close_popovers (self);
      plan_sheet_dispose_completion (self);
      g_clear_pointer ((GtkWidget **) &self->body, gtk_widget_unparent);
    }
  g_clear_object (&self->adjustments[0]);
  g_clear_object (&self->adjustments[1]);
  g_clear_object (&self->list);
  G_OBJECT_CLASS (plan_sheet_parent_class)->dispose (object);
}

static void
plan_sheet_finalize (GObject *object)
{
  PlanSheet *self = PLAN_SHEET (object);

  g_array_unref (self->columns);
  g_free (self->edit_original);
  g_free (self->preedit);
  G_OBJECT_CLASS (plan_sheet_parent_class)->finalize (object);
}

static void
plan_sheet_class_init (PlanSheetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = plan_sheet_get_property;
  object_class->set_property = plan_sheet_set_property;
  object_class->dispose = plan_sheet_dispose;
  object_class->finalize = plan_sheet_finalize;
  widget_class->measure = plan_sheet_measure;
  widget_class->size_allocate = plan_sheet_size_allocate;
  widget_class->css_changed = plan_sheet_css_changed;
  widget_class->system_setting_changed = plan_sheet_system_setting_changed;
  widget_class->grab_focus = plan_sheet_grab_focus;
  widget_class->focus = plan_sheet_focus;
  widget_class->map = plan_sheet_map;

  /**
   * PlanSheet::cursor-moved:
   *
   * The cursor is on another cell.
   */
  signals[CURSOR_MOVED] = g_signal_new ("cursor-moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * PlanSheet::columns-changed:
   *
   * The user showed, hid, moved or resized columns.
   */
  signals[COLUMNS_CHANGED] = g_signal_new ("columns-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 0);

  /**
   * PlanSheet::tell:
   * @sentence: what the user should know, for instance why nothing was pasted
   */
  signals[TELL] = g_signal_new ("tell", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * PlanSheet::done:
   * @sentence: what was done and can be undone
   */
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  gtk_widget_class_set_css_name (widget_class, "plansheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TREE_GRID);
}

static void
plan_sheet_init (PlanSheet *self)
{
  self->columns = g_array_new (FALSE, FALSE, sizeof (PlanSheetColumn));
  self->columns_scale = 1;
  self->theme = plan_theme_get (PLAN_THEME_LIGHT);
  self->header_height = (int) (2 * plan_metrics_get (PLAN_DENSITY_STANDARD)->tier_height);
  self->edit_column = PLAN_N_COLUMNS;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  plan_sheet_init_editor (self);
  self->body = PLAN_SHEET_BODY (plan_sheet_body_new (self));
  self->header = PLAN_SHEET_HEADER (plan_sheet_header_new (self));
  gtk_widget_set_parent (GTK_WIDGET (self->header), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->body), GTK_WIDGET (self));
  plan_sheet_init_keys (self);
  plan_sheet_init_pointer (self);
  plan_sheet_init_drag (self);
  plan_sheet_set_columns (self, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Task sheet"),
                                  GTK_ACCESSIBLE_PROPERTY_MULTI_SELECTABLE, TRUE, -1);
}

/* When the row being edited is gone, so is the edit; else the editor goes along with its row. */
static void
rows_changed_cb (PlanRowList *list, gboolean structure, PlanSheet *self)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->body)) != NULL;

  plan_sheet_check_picker (self);
  if (plan_row_list_get_rows (list) == NULL)
    {
      plan_sheet_cancel_edit (self);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      return;
    }
  if (self->editing && self->edit_task != PLAN_ID_NONE && plan_row_list_find (list, self->edit_task) == PLAN_INDEX_NONE)
    plan_sheet_cancel_edit (self);
  if (structure)
    {
      plan_sheet_header_update (self->header);
      plan_sheet_columns_changed (self);
      self->anchor_row = plan_row_list_get_cursor_row (list);
      if (had_focus && !self->editing)
        plan_sheet_focus_cursor (self);
    }
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_COUNT, (int) plan_row_list_get_n (list),
                                  GTK_ACCESSIBLE_RELATION_COL_COUNT, (int) plan_sheet_get_n_columns (self), -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  plan_sheet_body_rebind (self->body);
}

static void
selection_changed_cb (PlanSheet *self)
{
  guint row = plan_row_list_get_cursor_row (self->list);

  if (gtk_bitset_get_size (plan_row_list_get_selected (self->list)) <= 1 && row != self->anchor_row)
    {
      self->anchor_row = row;
      self->anchor_column = self->column;
      self->whole_rows = FALSE;
    }
  plan_sheet_body_rebind (self->body);
}

static void
metrics_changed_cb (PlanSheet *self)
{
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * plan_sheet_set_list:
 * @list: the rows to show; set once
 */
void
plan_sheet_set_list (PlanSheet *self, PlanRowList *list)
{
  g_return_if_fail (PLAN_IS_SHEET (self));
  g_return_if_fail (self->list == NULL);

  self->list = g_object_ref (list);
  g_signal_connect_object (list, "rows-changed", G_CALLBACK (rows_changed_cb), self, 0);
  g_signal_connect_object (list, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "metrics-changed", G_CALLBACK (metrics_changed_cb), self, G_CONNECT_SWAPPED);
  update_metrics (self);
}

/**
 * plan_sheet_set_theme:
 *
 * Sets the colours of ground, lines and cursor, those of the chart beside.
 */
void
plan_sheet_set_theme (PlanSheet *self, PlanThemeKind kind)
{
  g_return_if_fail (PLAN_IS_SHEET (self));

  self->theme = plan_theme_get (kind);
  gtk_widget_queue_draw (GTK_WIDGET (self->header));
  gtk_widget_queue_draw (GTK_WIDGET (self->body));
}

/**
 * plan_sheet_set_header_height:
 *
 * Makes the heading as high as the time scale beside it, in pixels.
 */
void
plan_sheet_set_header_height (PlanSheet *self, int height)
{
  g_return_if_fail (PLAN_IS_SHEET (self));

  if (self->header_height == height)
    return;
  self->header_height = height;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * plan_sheet_set_cursor:
 * @row: a visible row, the empty one included
 * @column: a shown column; another one leaves the cursor in its column
 *
 * Moves the cursor and the focus there, after what was being edited has been taken. A text that cannot be taken keeps the
 * cursor where it is.
 */
void
plan_sheet_set_cursor (PlanSheet *self, guint row, PlanColumnId column)
{
  guint index = plan_sheet_find_column (self, column);

  g_return_if_fail (PLAN_IS_SHEET (self));

  if (plan_sheet_finish_edit (self))
    plan_sheet_go_to (self, row, index != PLAN_INDEX_NONE ? index : self->column, PLAN_SHEET_MOVE);
}

/**
 * plan_sheet_get_cursor_column:
 *
 * Returns: the column the cursor is in
 */
PlanColumnId
plan_sheet_get_cursor_column (PlanSheet *self)
{
  g_return_val_if_fail (PLAN_IS_SHEET (self), PLAN_COLUMN_NAME);

  return plan_sheet_get_visible_id (self, self->column);
}

/**
 * plan_sheet_select_all:
 *
 * Selects all rows as a whole.
 */
void
plan_sheet_select_all (PlanSheet *self)
{
  g_return_if_fail (PLAN_IS_SHEET (self));

  if (plan_row_list_get_n (self->list) == 0)
    return;
  self->whole_rows = TRUE;
  self->anchor_row = 0;
  plan_row_list_select_range (self->list, 0, plan_row_list_get_n (self->list) - 1);
  plan_sheet_focus_cursor (self);
}

/**
 * plan_sheet_has_whole_rows:
 *
 * Returns: whether rows are selected as a whole, by their numbers, so that deleting means rows and not cells
 */
gboolean
plan_sheet_has_whole_rows (PlanSheet *self)
{
  g_return_val_if_fail (PLAN_IS_SHEET (self), FALSE);

  return self->whole_rows;
}
