/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The network diagram of the project that the rows of the plan are of, with the same cursor and selection. Only what can be
 * seen is laid out and drawn, by the functions that print it. Where the boxes are is the matter of -data.c, scrolling and
 * zooming of -scroll.c, pointer and keys of -input.c, links that are drawn of -drag.c.
 */

#include "plan-network-view-private.h"

#include "plan-actions.h"
#include "plan-diagram-draw.h"
#include "plan-task-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Smaller words are left out. */
#define LEAST_WORDS 0.45

enum {
  PROP_ZOOM = 1,
  N_PROPS,
  PROP_HADJUSTMENT = N_PROPS,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

G_DEFINE_FINAL_TYPE_WITH_CODE (PlanNetworkView, plan_network_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

/* Whether a project is shown. */
gboolean
plan_network_view_has_rows (PlanNetworkView *self)
{
  return self->list != NULL && plan_row_list_get_rows (self->list) != NULL;
}

/* Lays out and draws again. */
void
plan_network_view_invalidate (PlanNetworkView *self)
{
  g_clear_pointer (&self->layout, plan_diagram_layout_free);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Returns: the task of a box */
PlanId
plan_network_view_get_task (PlanNetworkView *self, guint node)
{
  guint n;

  return plan_model_get_task_at (plan_row_list_get_model (self->list), plan_diagram_get_nodes (self->diagram, &n)[node].task)->id;
}

/* Returns: the box of the task under the cursor, or PLAN_INDEX_NONE */
guint
plan_network_view_get_cursor (PlanNetworkView *self)
{
  PlanId task = plan_row_list_get_cursor (self->list);
  guint index = task != PLAN_ID_NONE ? plan_model_find (plan_row_list_get_model (self->list), PLAN_RECORD_TASK, task)
    : PLAN_INDEX_NONE;

  return index != PLAN_INDEX_NONE && self->diagram != NULL ? plan_diagram_find (self->diagram, index) : PLAN_INDEX_NONE;
}

/* Selects the task of a box alone, in the sheet as well; what hides it there is opened. */
void
plan_network_view_select (PlanNetworkView *self, guint node)
{
  PlanId task = plan_network_view_get_task (self, node);
  guint row = plan_row_list_find (self->list, task);

  if (row != PLAN_INDEX_NONE)
    plan_row_list_set_cursor_row (self->list, row);
  else
    plan_row_list_show_task (self->list, task);
  if (self->diagram != NULL)
    plan_network_view_reveal (self, plan_network_view_get_cursor (self));
}

static void
list_selected (PlanNetworkView *self)
{
  g_autoptr (GArray) ids = plan_row_list_list_selected (self->list);

  g_array_set_size (self->selected, 0);
  for (guint i = 0; i < ids->len; i++)
    {
      guint index = plan_model_find (plan_row_list_get_model (self->list), PLAN_RECORD_TASK, g_array_index (ids, PlanId, i));

      if (index != PLAN_INDEX_NONE)
        g_array_append_val (self->selected, index);
    }
  plan_diagram_sort_tasks (self->selected);
}

/* The layout of a part, kept until something of it changes. */
static PlanDiagramLayout *
ensure_layout (PlanNetworkView *self, const PlanGanttClip *clip)
{
  PlanDocument *document = plan_row_list_get_document (self->list);
  const double area[4] = { clip->x, clip->y, clip->x + clip->width, clip->y + clip->height };
  PlanDiagramInput input = {
    .diagram = self->diagram,
    .model = plan_document_get_model (document),
    .schedule = plan_document_get_schedule (document),
    .project = plan_row_list_get_project (self->list),
    .critical = self->critical,
    .with_words = self->zoom >= LEAST_WORDS,
    .x0 = area[0], .y0 = area[1], .x1 = area[2], .y1 = area[3],
    .hover = self->hover,
    .measure = plan_chart_measure,
  };

  if (self->layout != NULL && memcmp (area, self->layout_area, sizeof area) == 0)
    return self->layout;
  list_selected (self);
  input.selected = (const guint *) (gpointer) self->selected->data;
  input.n_selected = self->selected->len;
  g_clear_pointer (&self->layout, plan_diagram_layout_free);
  self->layout = plan_diagram_layout_new (&input);
  memcpy (self->layout_area, area, sizeof area);
  return self->layout;
}

static void
draw_band (PlanNetworkView *self, cairo_t *cr)
{
  guint n;
  double x = self->drag.x, y = self->drag.y;
  const PlanDiagramNode *node;

  if (!self->drag.moved)
    return;
  node = &plan_diagram_get_nodes (self->diagram, &n)[self->drag.from];
  plan_network_view_to_chart (self, &x, &y);
  plan_diagram_draw_band (cr, self->theme, node->x + PLAN_DIAGRAM_BOX_WIDTH, node->y + PLAN_DIAGRAM_BOX_HEIGHT / 2, x,
                          y, self->drag.allowed);
}

/* Without boxes there is a sentence: that they are coming, or that there are none. */
static void
draw_sentence (PlanNetworkView *self, cairo_t *cr, int width, int height)
{
  const char *sentence = self->busy ? _("The diagram is being drawn…")
                         : plan_row_list_is_filtered (self->list) ? _("No task is of that kind.")
                                                                                 : _("There are no tasks to show yet.");

  plan_chart_draw_text (cr, sentence, 14, FALSE, self->theme->ink2, 24, height / 2.0, width - 48, 0.5);
}

static void
plan_network_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlanNetworkView *self = PLAN_NETWORK_VIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  double scale = plan_network_view_get_scale (self), left = plan_network_view_get_offset (self, 0),
    top = plan_network_view_get_offset (self, 1);
  const PlanGanttClip clip = { left / scale, top / scale, width / scale, height / scale };
  const PlanColour ground = self->theme->background;
  guint n_nodes = 0;
  cairo_t *cr;

  if (!plan_network_view_has_rows (self) || width == 0 || height == 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_set_source_rgb (cr, (ground >> 16 & 0xff) / 255.0, (ground >> 8 & 0xff) / 255.0, (ground & 0xff) / 255.0);
  cairo_paint (cr);
  if (plan_network_view_ensure (self))
    plan_diagram_get_nodes (self->diagram, &n_nodes);
  if (n_nodes == 0)
    draw_sentence (self, cr, width, height);
  else
    {
      cairo_translate (cr, -left, -top);
      cairo_scale (cr, scale, scale);
      plan_diagram_draw (cr, ensure_layout (self, &clip), self->theme, &clip);
      draw_band (self, cr);
    }
  cairo_destroy (cr);
}

static void
plan_network_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                           int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 240 : 120;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 800 : 400;
}

static void
plan_network_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PlanNetworkView *self = PLAN_NETWORK_VIEW (widget);

  if (gtk_widget_get_mapped (widget))
    plan_network_view_ensure (self);
  plan_network_view_configure (self, width, height);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static gboolean
plan_network_view_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard_tooltip, GtkTooltip *tooltip)
{
  PlanNetworkView *self = PLAN_NETWORK_VIEW (widget);
  double chart_x = x, chart_y = y;
  g_autofree char *text = NULL;
  guint node, path, n;

  if (keyboard_tooltip || self->diagram == NULL || self->drag.from != PLAN_INDEX_NONE ||
      self->revision != plan_document_get_revision (plan_row_list_get_document (self->list)))
    return FALSE;
  plan_network_view_to_chart (self, &chart_x, &chart_y);
  node = plan_diagram_node_at (self->diagram, chart_x, chart_y);
  path = plan_diagram_path_at (self->diagram, chart_x, chart_y, 3 / plan_network_view_get_scale (self));
  if (node != PLAN_INDEX_NONE)
    text = plan_task_text_in_markup (self->list, plan_diagram_get_nodes (self->diagram, &n)[node].task);
  else if (path != PLAN_INDEX_NONE)
    text = plan_task_text_link_in_markup (self->list, plan_diagram_get_paths (self->diagram, &n)[path].link);
  if (text != NULL)
    gtk_tooltip_set_markup (tooltip, text);
  return text != NULL;
}

/* Tells screen readers what is shown and which task is selected. */
static void
update_accessible (PlanNetworkView *self)
{
  const PlanProject *project = plan_model_get_project (plan_row_list_get_model (self->list),
                                                       plan_row_list_get_project (self->list));
  PlanId cursor = plan_row_list_get_cursor (self->list);
  /* Translators: read out by screen readers; %s is the name of a project */
  g_autofree char *label = g_strdup_printf (_("Network diagram of %s"), project->name != NULL ? project->name : "");
  g_autofree char *description = NULL;

  if (cursor != PLAN_ID_NONE)
    description = plan_task_text_describe (self->list,
                                           plan_model_find (plan_row_list_get_model (self->list), PLAN_RECORD_TASK, cursor));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description != NULL ? description : _("No task is selected."), -1);
}

static void
value_changed_cb (PlanNetworkView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_adjustment (PlanNetworkView *self, guint orientation, GtkAdjustment *adjustment)
{
  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustments[orientation], value_changed_cb, self);
  g_set_object (&self->adjustments[orientation], adjustment);
  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (value_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
plan_network_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  PlanNetworkView *self = PLAN_NETWORK_VIEW (object);

  if (prop_id == PROP_ZOOM)
    g_value_set_double (value, self->zoom);
  else if (prop_id == PROP_HADJUSTMENT || prop_id == PROP_VADJUSTMENT)
    g_value_set_object (value, self->adjustments[prop_id - PROP_HADJUSTMENT]);
  else
    g_value_set_enum (value, self->policies[prop_id - PROP_HSCROLL_POLICY]);
}

static void
plan_network_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  PlanNetworkView *self = PLAN_NETWORK_VIEW (object);

  if (prop_id == PROP_HADJUSTMENT || prop_id == PROP_VADJUSTMENT)
    set_adjustment (self, prop_id - PROP_HADJUSTMENT, g_value_get_object (value));
  else
    self->policies[prop_id - PROP_HSCROLL_POLICY] = g_value_get_enum (value);
}

static void
plan_network_view_dispose (GObject *object)
{
  PlanNetworkView *self = PLAN_NETWORK_VIEW (object);

  self->job++;
  g_clear_pointer (&self->drag.preview, plan_preview_free);
  g_clear_pointer (&self->drag.message, g_free);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->layout, plan_diagram_layout_free);
  g_clear_pointer (&self->diagram, plan_diagram_free);
  g_clear_pointer (&self->selected, g_array_unref);
  g_clear_object (&self->list);
  g_clear_object (&self->adjustments[0]);
  g_clear_object (&self->adjustments[1]);
  G_OBJECT_CLASS (plan_network_view_parent_class)->dispose (object);
}

static void
add_signals (PlanNetworkViewClass *klass)
{
  /**
   * PlanNetworkView::tell:
   * @sentence: why something was not done; PlanNetworkView::done: what was done and can be undone;
   *   PlanNetworkView::drag-status: (nullable): what a drop would do
   */
  for (guint i = 0; i < 3; i++)
    g_signal_new (((const char *[]) { "tell", "done", "drag-status" })[i], G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
plan_network_view_class_init (PlanNetworkViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = plan_network_view_get_property;
  object_class->set_property = plan_network_view_set_property;
  object_class->dispose = plan_network_view_dispose;
  widget_class->snapshot = plan_network_view_snapshot;
  widget_class->measure = plan_network_view_measure;
  widget_class->size_allocate = plan_network_view_size_allocate;
  widget_class->query_tooltip = plan_network_view_query_tooltip;

  /**
   * PlanNetworkView:zoom:
   *
   * How large boxes are, 1 at their full size.
   */
  g_object_class_install_property (object_class, PROP_ZOOM,
                                   g_param_spec_double ("zoom", NULL, NULL, PLAN_NETWORK_ZOOM_LEAST, PLAN_NETWORK_ZOOM_MOST, 1,
                                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY));
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  add_signals (klass);
  gtk_widget_class_set_css_name (widget_class, "networkview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  plan_actions_bind_chart_keys (widget_class);
  plan_network_view_class_init_input (widget_class);
}

static void
plan_network_view_init (PlanNetworkView *self)
{
  self->theme = plan_theme_get (PLAN_THEME_LIGHT);
  self->zoom = 1;
  self->critical = TRUE;
  self->hover = PLAN_INDEX_NONE;
  self->drag.from = PLAN_INDEX_NONE;
  self->selected = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  plan_network_view_init_input (self);
}

static void
rows_changed_cb (PlanRowList *list, gboolean structure, PlanNetworkView *self)
{
  if (self->drag.from != PLAN_INDEX_NONE)
    plan_network_view_drag_cancel (self);
  if (plan_row_list_get_project (list) != self->shown)
    {
      self->shown = plan_row_list_get_project (list);
      self->fit_when_sized = TRUE;
    }
  if (structure || !plan_network_view_has_rows (self))
    plan_network_view_mark_stale (self);
  plan_network_view_invalidate (self);
  if (!plan_network_view_has_rows (self))
    return;
  self->revision = plan_document_get_revision (plan_row_list_get_document (list));
  update_accessible (self);
}

static void
selection_changed_cb (PlanNetworkView *self)
{
  if (!plan_network_view_has_rows (self))
    return;
  update_accessible (self);
  plan_network_view_invalidate (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && plan_network_view_get_cursor (self) != PLAN_INDEX_NONE)
    plan_network_view_reveal (self, plan_network_view_get_cursor (self));
}

static void
metrics_changed_cb (PlanNetworkView *self)
{
  gtk_widget_queue_resize (GTK_WIDGET (self));
  plan_network_view_invalidate (self);
}

/**
 * plan_network_view_set_list:
 * @list: whose project is shown, with its cursor and selection; set once
 */
void
plan_network_view_set_list (PlanNetworkView *self, PlanRowList *list)
{
  g_return_if_fail (PLAN_IS_NETWORK_VIEW (self) && self->list == NULL);

  self->list = g_object_ref (list);
  g_signal_connect_object (list, "rows-changed", G_CALLBACK (rows_changed_cb), self, 0);
  g_signal_connect_object (list, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "metrics-changed", G_CALLBACK (metrics_changed_cb), self, G_CONNECT_SWAPPED);
  rows_changed_cb (list, TRUE, self);
}

/**
 * plan_network_view_set_theme:
 *
 * Sets the colours, for instance when the desktop turns dark.
 */
void
plan_network_view_set_theme (PlanNetworkView *self, PlanThemeKind kind)
{
  g_return_if_fail (PLAN_IS_NETWORK_VIEW (self));

  self->theme = plan_theme_get (kind);
  plan_network_view_invalidate (self);
}

/**
 * plan_network_view_set_critical:
 * @marked: whether critical boxes and links stand out
 */
void
plan_network_view_set_critical (PlanNetworkView *self, gboolean marked)
{
  g_return_if_fail (PLAN_IS_NETWORK_VIEW (self));

  self->critical = marked;
  plan_network_view_invalidate (self);
}

/**
 * plan_network_view_show_cursor:
 *
 * Scrolls to the box of the task under the cursor.
 */
void
plan_network_view_show_cursor (PlanNetworkView *self)
{
  g_return_if_fail (PLAN_IS_NETWORK_VIEW (self));

  if (plan_network_view_has_rows (self) && plan_network_view_get_cursor (self) != PLAN_INDEX_NONE)
    plan_network_view_reveal (self, plan_network_view_get_cursor (self));
}

/**
 * plan_network_view_is_ready:
 *
 * Returns: whether the boxes have their places, and none are being placed
 */
gboolean
plan_network_view_is_ready (PlanNetworkView *self)
{
  g_return_val_if_fail (PLAN_IS_NETWORK_VIEW (self), FALSE);

  return self->diagram != NULL;
}

/**
 * plan_network_view_get_n_boxes:
 *
 * Returns: how many boxes the diagram has, seen or not
 */
guint
plan_network_view_get_n_boxes (PlanNetworkView *self)
{
  guint n = 0;

  g_return_val_if_fail (PLAN_IS_NETWORK_VIEW (self), 0);

  if (plan_network_view_ensure (self))
    plan_diagram_get_nodes (self->diagram, &n);
  return n;
}

/**
 * plan_network_view_get_box_area:
 * @area: (out): where the box of the task is, in the widget
 *
 * Returns: %FALSE when it has none
 */
gboolean
plan_network_view_get_box_area (PlanNetworkView *self, PlanId task, graphene_rect_t *area)
{
  double scale = plan_network_view_get_scale (self);
  guint index, node, n;
  const PlanDiagramNode *box;

  g_return_val_if_fail (PLAN_IS_NETWORK_VIEW (self), FALSE);

  if (!plan_network_view_ensure (self))
    return FALSE;
  index = plan_model_find (plan_row_list_get_model (self->list), PLAN_RECORD_TASK, task);
  node = index != PLAN_INDEX_NONE ? plan_diagram_find (self->diagram, index) : PLAN_INDEX_NONE;
  if (node == PLAN_INDEX_NONE)
    return FALSE;
  box = &plan_diagram_get_nodes (self->diagram, &n)[node];
  graphene_rect_init (area, (float) (box->x * scale - plan_network_view_get_offset (self, 0)),
                      (float) (box->y * scale - plan_network_view_get_offset (self, 1)), (float) (PLAN_DIAGRAM_BOX_WIDTH * scale),
                      (float) (PLAN_DIAGRAM_BOX_HEIGHT * scale));
  return TRUE;
}
