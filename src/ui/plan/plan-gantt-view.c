/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The Gantt chart beside the sheet: two tiers of the time scale at the top and below them the rows of a #PlanRowList, at the
 * sheet's row height and scrolled by the same adjustment. Only what can be seen is laid out and drawn, once per frame, by
 * the same layout and draw functions that print it.
 *
 * This file is the class: properties, drawing and what is shown. Scrolling and zooming are in -scroll.c, pointer and
 * keys in -input.c, words in -text.c.
 */

#include "plan-gantt-view-private.h"

#include "plan-actions.h"

#include <math.h>
#include <string.h>

#define TODAY_SECONDS 60
#define DEFAULT_ZOOM (36.0 / 7)

enum {
  PROP_ZOOM = 1,
  N_PROPS,
  PROP_HADJUSTMENT = N_PROPS,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

static GParamSpec *props[N_PROPS];

enum {
  TELL,
  DONE,
  DRAG_STATUS,
  ROW_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (PlanGanttView, plan_gantt_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

/**
 * plan_gantt_view_get_header_height:
 *
 * Returns: the height of the time scale, and so of the sheet's heading, in pixels
 */
double
plan_gantt_view_get_header_height (PlanGanttView *self)
{
  return 2 * self->metrics.tier_height;
}

/* How far the chart is scrolled, on whole pixels of the screen so that lines stay sharp. */
double
plan_gantt_view_get_offset (PlanGanttView *self, GtkOrientation orientation)
{
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  if (self->adjustments[orientation] == NULL)
    return 0;
  return round (gtk_adjustment_get_value (self->adjustments[orientation]) * factor) / factor;
}

/* Lays out and draws again. */
void
plan_gantt_view_invalidate (PlanGanttView *self)
{
  g_clear_pointer (&self->layout, plan_gantt_layout_free);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Visible row at @y of the widget, or PLAN_INDEX_NONE. */
guint
plan_gantt_view_get_row_at (PlanGanttView *self, double y)
{
  double top = y - plan_gantt_view_get_header_height (self);
  double row = floor ((top + plan_gantt_view_get_offset (self, GTK_ORIENTATION_VERTICAL)) / self->metrics.row_height);

  if (!plan_gantt_view_has_rows (self) || top < 0 || row < 0 || row >= plan_row_list_get_rows (self->list)->n_rows)
    return PLAN_INDEX_NONE;
  return (guint) row;
}

/* Whether a project is shown. */
gboolean
plan_gantt_view_has_rows (PlanGanttView *self)
{
  return self->list != NULL && plan_row_list_get_rows (self->list) != NULL;
}

/* What the bars are drawn by. */
const PlanSchedule *
plan_gantt_view_get_schedule (PlanGanttView *self)
{
  return plan_document_get_schedule (plan_row_list_get_document (self->list));
}

/* Says why something was not done. */
void
plan_gantt_view_tell (PlanGanttView *self, const char *sentence)
{
  g_signal_emit (self, signals[TELL], 0, sentence);
}

/* Says what was done, to be shown with Undo. */
void
plan_gantt_view_tell_done (PlanGanttView *self, const char *sentence)
{
  g_signal_emit (self, signals[DONE], 0, sentence);
}

/* Says what a drop would do; NULL when nothing is dragged any more. */
void
plan_gantt_view_tell_drag (PlanGanttView *self, const char *status)
{
  g_signal_emit (self, signals[DRAG_STATUS], 0, status);
}

void
plan_gantt_view_activate_row (PlanGanttView *self, guint row)
{
  g_signal_emit (self, signals[ROW_ACTIVATED], 0, row);
}

static void
list_selected_rows (PlanGanttView *self, guint first, guint end)
{
  GtkBitsetIter iter;
  guint row;

  g_array_set_size (self->selected_rows, 0);
  for (gboolean valid = gtk_bitset_iter_init_at (&iter, plan_row_list_get_selected (self->list), first, &row); valid && row < end;
       valid = gtk_bitset_iter_next (&iter, &row))
    g_array_append_val (self->selected_rows, row);
}

static void
fill_layout_input (PlanGanttView *self, PlanGanttInput *input, int width, int height)
{
  double top = plan_gantt_view_get_offset (self, GTK_ORIENTATION_VERTICAL);
  double left = plan_gantt_view_get_offset (self, GTK_ORIENTATION_HORIZONTAL);

  *input = (PlanGanttInput){
    .model = plan_row_list_get_model (self->list),
    .schedule = plan_gantt_view_get_schedule (self),
    .index = plan_document_get_index (plan_row_list_get_document (self->list)),
    .rows = plan_row_list_get_rows (self->list),
    .project = plan_row_list_get_project (self->list),
    .scale = self->scale,
    .metrics = &self->metrics,
    .show = self->show | (self->past != NULL ? PLAN_GANTT_BASELINE : 0),
    .baseline = plan_row_list_get_baseline (self->list),
    .past = self->past != NULL ? &self->ghosts : NULL,
    .first_row = (guint) MIN (floor (top / self->metrics.row_height), plan_row_list_get_rows (self->list)->n_rows),
    .end_row = (guint) MIN (ceil ((top + height) / self->metrics.row_height), plan_row_list_get_rows (self->list)->n_rows),
    .x0 = left,
    .x1 = left + width,
    .foot = top + height,
    .today = self->today,
    .measure = plan_chart_measure,
  };
  memcpy (input->labels, self->labels, sizeof self->labels);
  list_selected_rows (self, input->first_row, input->end_row);
  input->selected_rows = (const guint *) (gpointer) self->selected_rows->data;
  input->n_selected_rows = self->selected_rows->len;
}

/* The layout of what can be seen, kept until something of it changes. */
static PlanGanttLayout *
ensure_layout (PlanGanttView *self, int width, int height)
{
  PlanGanttInput input;

  fill_layout_input (self, &input, width, height);
  if (self->layout != NULL && self->layout_first == input.first_row && self->layout_end == input.end_row &&
      self->layout_x0 == input.x0 && self->layout_x1 == input.x1 && self->layout_foot == input.foot)
    return self->layout;

  g_clear_pointer (&self->layout, plan_gantt_layout_free);
  self->layout = plan_gantt_layout_new (&input);
  plan_gantt_layout_set_hover (self->layout, self->hover);
  self->layout_first = input.first_row;
  self->layout_end = input.end_row;
  self->layout_x0 = input.x0;
  self->layout_x1 = input.x1;
  self->layout_foot = input.foot;
  return self->layout;
}

/* The layout of what can be seen now. */
static PlanGanttLayout *
get_layout (PlanGanttView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  return ensure_layout (self, gtk_widget_get_width (widget),
                        (int) (gtk_widget_get_height (widget) - plan_gantt_view_get_header_height (self)));
}

/* Whether there is room for rows, and a project. */
static gboolean
is_drawn (PlanGanttView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  return plan_gantt_view_has_rows (self) && gtk_widget_get_width (widget) > 0 &&
         gtk_widget_get_height (widget) > plan_gantt_view_get_header_height (self);
}

/* What lies at a point of the widget. */
PlanGanttHit
plan_gantt_view_hit_at (PlanGanttView *self, double x, double y)
{
  double header = plan_gantt_view_get_header_height (self);

  if (y < header || !is_drawn (self))
    return (PlanGanttHit) { PLAN_HIT_NONE, PLAN_INDEX_NONE, PLAN_INDEX_NONE, PLAN_INDEX_NONE };
  return plan_gantt_hit (get_layout (self), plan_gantt_view_get_offset (self, GTK_ORIENTATION_HORIZONTAL) + x,
                         plan_gantt_view_get_offset (self, GTK_ORIENTATION_VERTICAL) + y - header);
}

/* The mark of a task, in chart units, when it was drawn. */
gboolean
plan_gantt_view_find_bar (PlanGanttView *self, guint task, PlanGanttBar *bar)
{
  guint n_bars = 0;
  const PlanGanttBar *bars = is_drawn (self) ? plan_gantt_layout_get_bars (get_layout (self), &n_bars) : NULL;

  for (guint i = 0; i < n_bars; i++)
    if (bars[i].task == task)
      {
        *bar = bars[i];
        return TRUE;
      }
  return FALSE;
}

/* What would move; laid out for each frame, since it changes with each. */
static void
draw_drag (PlanGanttView *self, cairo_t *cr, const PlanGanttClip *clip)
{
  g_autoptr (PlanGanttPreview) marks = NULL;
  PlanGanttInput input;

  if (self->drag.preview == NULL)
    return;
  fill_layout_input (self, &input, (int) clip->width, (int) clip->height);
  marks = plan_gantt_preview_new (self->layout, &input, plan_preview_get_model (self->drag.preview),
                                  plan_preview_get_schedule (self->drag.preview), self->drag.hit.task);
  if (self->drag.kind == PLAN_DRAG_LINK)
    plan_gantt_preview_set_band (marks, &self->drag.bar, clip->x + self->drag.x,
                                 clip->y + self->drag.y - plan_gantt_view_get_header_height (self), self->drag.allowed);
  plan_gantt_draw_preview (cr, self->layout, marks, self->theme, clip);
}

static void
draw_chart (PlanGanttView *self, cairo_t *cr, int width, int height)
{
  double header = plan_gantt_view_get_header_height (self);
  double left = plan_gantt_view_get_offset (self, GTK_ORIENTATION_HORIZONTAL);
  double top = plan_gantt_view_get_offset (self, GTK_ORIENTATION_VERTICAL);
  PlanGanttLayout *layout = ensure_layout (self, width, (int) (height - header));
  const PlanGanttClip clip = { left, top, width, height - header };

  cairo_save (cr);
  cairo_rectangle (cr, 0, header, width, height - header);
  cairo_clip (cr);
  cairo_translate (cr, -left, header - top);
  plan_gantt_draw_body (cr, layout, self->theme, &clip);
  draw_drag (self, cr, &clip);
  cairo_restore (cr);

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, header);
  cairo_clip (cr);
  cairo_translate (cr, -left, 0);
  plan_gantt_draw_header (cr, layout, self->theme, &(PlanGanttClip){ left, 0, width, header });
  cairo_restore (cr);
}

static void
plan_gantt_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlanGanttView *self = PLAN_GANTT_VIEW (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  cairo_t *cr;

  if (!is_drawn (self))
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  draw_chart (self, cr, width, height);
  cairo_destroy (cr);
}

static void
plan_gantt_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                         int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 240 : 120;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 800 : 400;
}

static void
plan_gantt_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  plan_gantt_view_configure (PLAN_GANTT_VIEW (widget), width, height);
  if (PLAN_GANTT_VIEW (widget)->menu != NULL)
    gtk_popover_present (GTK_POPOVER (PLAN_GANTT_VIEW (widget)->menu));
}

/* Newer GTK asks at once when any tooltip of the window changes: between an edit and the rows that follow from it, too. */
static gboolean
is_up_to_date (PlanGanttView *self)
{
  return plan_gantt_view_has_rows (self) && self->revision == plan_document_get_revision (plan_row_list_get_document (self->list));
}

static gboolean
plan_gantt_view_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard_tooltip, GtkTooltip *tooltip)
{
  g_autofree char *text = NULL;

  if (keyboard_tooltip || PLAN_GANTT_VIEW (widget)->drag.kind != PLAN_DRAG_NONE || !is_up_to_date (PLAN_GANTT_VIEW (widget)))
    return FALSE;
  text = plan_gantt_view_describe_place (PLAN_GANTT_VIEW (widget), x, y);
  if (text == NULL)
    return FALSE;
  gtk_tooltip_set_markup (tooltip, text);
  return TRUE;
}

/* The standard sizes, larger when the user has larger text, with the rows of the sheet; all on whole pixels. */
static void
update_metrics (PlanGanttView *self)
{
  double scale = plan_row_list_get_text_scale (self->list);
  double *sizes = (double *) &self->metrics;

  self->metrics = *plan_metrics_get (PLAN_DENSITY_STANDARD);
  if (scale > 1.01)
    for (gsize i = 0; i < sizeof self->metrics / sizeof (double); i++)
      sizes[i] = round (sizes[i] * scale);
  self->metrics.row_height = plan_row_list_get_row_height (self->list);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  plan_gantt_view_invalidate (self);
}

static void
value_changed_cb (PlanGanttView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_adjustment (PlanGanttView *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  GtkAdjustment **place = &self->adjustments[orientation];

  if (adjustment != NULL && *place == adjustment)
    return;
  if (*place != NULL)
    g_signal_handlers_disconnect_by_func (*place, value_changed_cb, self);
  g_clear_object (place);
  *place = g_object_ref_sink (adjustment != NULL ? adjustment : gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_object (*place, "value-changed", G_CALLBACK (value_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
plan_gantt_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  PlanGanttView *self = PLAN_GANTT_VIEW (object);

  switch (prop_id)
    {
    case PROP_ZOOM:
      g_value_set_double (value, self->scale.px_per_day);
      break;
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[prop_id - PROP_HADJUSTMENT]);
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[prop_id - PROP_HSCROLL_POLICY]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plan_gantt_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  PlanGanttView *self = PLAN_GANTT_VIEW (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      set_adjustment (self, prop_id - PROP_HADJUSTMENT, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      self->policies[prop_id - PROP_HSCROLL_POLICY] = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plan_gantt_view_dispose (GObject *object)
{
  PlanGanttView *self = PLAN_GANTT_VIEW (object);

  g_clear_handle_id (&self->today_source, g_source_remove);
  g_clear_handle_id (&self->zoom_source, g_source_remove);
  if (self->drag.kind != PLAN_DRAG_NONE)
    plan_gantt_view_drag_cancel (self);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->selected_rows, g_array_unref);
  g_clear_pointer (&self->layout, plan_gantt_layout_free);
  g_clear_pointer (&self->past, plan_past_unref);
  g_clear_object (&self->list);
  g_clear_object (&self->adjustments[0]);
  g_clear_object (&self->adjustments[1]);
  G_OBJECT_CLASS (plan_gantt_view_parent_class)->dispose (object);
}

static gboolean
today_timeout_cb (gpointer data)
{
  PlanGanttView *self = data;

  self->today = plan_ticks_now ();
  plan_gantt_view_invalidate (self);
  return G_SOURCE_CONTINUE;
}

static void
plan_gantt_view_class_init (PlanGanttViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = plan_gantt_view_get_property;
  object_class->set_property = plan_gantt_view_set_property;
  object_class->dispose = plan_gantt_view_dispose;
  widget_class->snapshot = plan_gantt_view_snapshot;
  widget_class->measure = plan_gantt_view_measure;
  widget_class->size_allocate = plan_gantt_view_size_allocate;
  widget_class->query_tooltip = plan_gantt_view_query_tooltip;

  /**
   * PlanGanttView:zoom:
   *
   * Pixels per day.
   */
  props[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, PLAN_ZOOM_LEAST, PLAN_ZOOM_MOST, DEFAULT_ZOOM,
                                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  /**
   * PlanGanttView::tell:
   * @sentence: why something was not done
   */
  signals[TELL] = g_signal_new ("tell", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * PlanGanttView::done:
   * @sentence: what was done and can be undone
   */
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * PlanGanttView::drag-status:
   * @status: (nullable): what a drop would do; %NULL when nothing is dragged any more
   */
  signals[DRAG_STATUS] = g_signal_new ("drag-status", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * PlanGanttView::row-activated:
   * @row: a visible row
   *
   * The bar of a row was double-clicked.
   */
  signals[ROW_ACTIVATED] = g_signal_new ("row-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_css_name (widget_class, "ganttview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  plan_actions_bind_chart_keys (widget_class);
  plan_gantt_view_class_init_input (widget_class);
}

static void
plan_gantt_view_init (PlanGanttView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->scale.px_per_day = DEFAULT_ZOOM;
  self->reach = PLAN_TICKS_NONE;
  self->today = plan_ticks_now ();
  self->today_source = g_timeout_add_seconds (TODAY_SECONDS, today_timeout_cb, self);
  self->show = PLAN_GANTT_SHOW_DEFAULT;
  self->theme = plan_theme_get (PLAN_THEME_LIGHT);
  self->metrics = *plan_metrics_get (PLAN_DENSITY_STANDARD);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_has_tooltip (widget, TRUE);
  self->selected_rows = g_array_new (FALSE, FALSE, sizeof (guint));
  self->hover = PLAN_INDEX_NONE;
  plan_gantt_view_init_input (self);
  plan_gantt_view_init_hover (self);
  plan_gantt_view_init_menu (self);
}

/* Another project is looked at from its start or from today, all of it when that is readable. */
static void
look_anew (PlanGanttView *self)
{
  self->shown = plan_row_list_get_project (self->list);
  self->reach = PLAN_TICKS_NONE;
  self->fit_when_sized = TRUE;
  plan_gantt_view_scroll_to (self, GTK_ORIENTATION_VERTICAL, 0);
}

static void
rows_changed_cb (PlanRowList *list, gboolean structure, PlanGanttView *self)
{
  /* Whatever changed, what was dragged is no longer what it was. */
  if (self->drag.kind != PLAN_DRAG_NONE && !self->drag.dropping)
    plan_gantt_view_drag_cancel (self);
  self->hover = PLAN_INDEX_NONE;
  g_clear_pointer (&self->layout, plan_gantt_layout_free);
  if (plan_gantt_view_has_rows (self))
    {
      self->revision = plan_document_get_revision (plan_row_list_get_document (list));
      if (plan_row_list_get_project (list) != self->shown)
        look_anew (self);
      plan_gantt_view_update_extent (self);
      plan_gantt_view_update_range (self);
      plan_gantt_view_update_accessible (self);
      gtk_widget_queue_resize (GTK_WIDGET (self));
    }
  else
    self->shown = PLAN_ID_NONE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
selection_changed_cb (PlanGanttView *self)
{
  if (plan_gantt_view_has_rows (self))
    plan_gantt_view_update_accessible (self);
  if (gtk_bitset_get_size (plan_row_list_get_selected (self->list)) == 1)
    self->anchor = plan_row_list_get_cursor_row (self->list);
  plan_gantt_view_invalidate (self);
}

/**
 * plan_gantt_view_set_list:
 * @list: the rows to draw; set once
 */
void
plan_gantt_view_set_list (PlanGanttView *self, PlanRowList *list)
{
  g_return_if_fail (PLAN_IS_GANTT_VIEW (self));
  g_return_if_fail (self->list == NULL);

  self->list = g_object_ref (list);
  g_signal_connect_object (list, "rows-changed", G_CALLBACK (rows_changed_cb), self, 0);
  g_signal_connect_object (list, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "metrics-changed", G_CALLBACK (update_metrics), self, G_CONNECT_SWAPPED);
  update_metrics (self);
}

/**
 * plan_gantt_view_set_theme:
 *
 * Sets the colours, for instance when the desktop turns dark.
 */
void
plan_gantt_view_set_theme (PlanGanttView *self, PlanThemeKind kind)
{
  g_return_if_fail (PLAN_IS_GANTT_VIEW (self));

  self->theme = plan_theme_get (kind);
  plan_gantt_view_invalidate (self);
}

/**
 * plan_gantt_view_set_show:
 * @what: one or more kinds of marks
 *
 * Shows or hides marks.
 */
void
plan_gantt_view_set_show (PlanGanttView *self, PlanGanttShow what, gboolean shown)
{
  g_return_if_fail (PLAN_IS_GANTT_VIEW (self));

  if (shown)
    self->show |= what;
  else
    self->show &= ~what;
  plan_gantt_view_invalidate (self);
}

/**
 * plan_gantt_view_get_show:
 *
 * Returns: the marks that are shown
 */
PlanGanttShow
plan_gantt_view_get_show (PlanGanttView *self)
{
  g_return_val_if_fail (PLAN_IS_GANTT_VIEW (self), 0);

  return self->show;
}

/**
 * plan_gantt_view_set_label:
 *
 * Sets what the labels at one place of the bars say.
 */
void
plan_gantt_view_set_label (PlanGanttView *self, PlanGanttLabelPlace place, PlanGanttLabel label)
{
  g_return_if_fail (PLAN_IS_GANTT_VIEW (self) && place < PLAN_N_LABEL_PLACES && label < PLAN_N_LABELS);

  self->labels[place] = label;
  plan_gantt_view_invalidate (self);
}

/**
 * plan_gantt_view_get_label:
 *
 * Returns: what the labels at that place say
 */
PlanGanttLabel
plan_gantt_view_get_label (PlanGanttView *self, PlanGanttLabelPlace place)
{
  g_return_val_if_fail (PLAN_IS_GANTT_VIEW (self) && place < PLAN_N_LABEL_PLACES, PLAN_LABEL_USUAL);

  return self->labels[place];
}

/**
 * plan_gantt_view_set_past:
 * @past: (nullable): a comparison, of which the first moment is shown in the place of the baseline, or %NULL for the baseline
 */
void
plan_gantt_view_set_past (PlanGanttView *self, PlanPast *past)
{
  g_return_if_fail (PLAN_IS_GANTT_VIEW (self));

  g_clear_pointer (&self->past, plan_past_unref);
  if (past != NULL)
    {
      self->past = plan_past_ref (past);
      self->ghosts = (PlanGanttPast) { past->models[0], past->schedules[0] };
    }
  plan_gantt_view_invalidate (self);
}

/**
 * plan_gantt_view_get_zoom:
 *
 * Returns: pixels per day
 */
double
plan_gantt_view_get_zoom (PlanGanttView *self)
{
  g_return_val_if_fail (PLAN_IS_GANTT_VIEW (self), 0);

  return self->scale.px_per_day;
}
