/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The load of people under the sheet and the chart: at the left who they are, at the right a bar for each cell of the time
 * scale, which is the chart's own: it is read for each frame, so that both scroll and zoom together. Laid out and drawn by
 * the functions that print it.
 *
 * This file is the class and what is drawn. Who is listed is in -people.c, pointer, keys and words in -input.c.
 */

#include "plan-load-pane-private.h"

#include <math.h>

#define LEAST_HEIGHT 96

/* With more assignments the load is not computed between an edit and the frame that shows it, but when typing rests. */
#define MOST_AT_ONCE 10000
#define REST_MS 200

#define HOURS_WIDTH 62
#define SWATCH 11.0
#define SWATCH_GAP 5.0
#define ENTRY_GAP 12.0
#define LINE_GAP 6.0

enum {
  TASK_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlanLoadPane, plan_load_pane, GTK_TYPE_WIDGET)

/* Goes to a task, in whatever project it lies. */
void
plan_load_pane_choose_task (PlanLoadPane *self, PlanId task)
{
  g_signal_emit (self, signals[TASK_CHOSEN], 0, task);
}

/* The load of the office as it is now, or NULL without one. */
PlanLoad *
plan_load_pane_get_load (PlanLoadPane *self)
{
  return self->document != NULL ? plan_document_get_load (self->document) : NULL;
}

static void
queue_draw (PlanLoadPane *self)
{
  gtk_widget_queue_draw (self->chart);
  gtk_widget_queue_draw (self->hours);
  gtk_widget_queue_draw (self->legend);
}

/* Lays out and draws again. */
void
plan_load_pane_invalidate (PlanLoadPane *self)
{
  g_clear_pointer (&self->layout, plan_load_layout_free);
  self->top_zoom = 0;
  queue_draw (self);
}

/**
 * plan_load_pane_list_shown:
 *
 * Returns: (transfer full) (element-type guint): indexes in the model of those whose load is drawn
 */
GArray *
plan_load_pane_list_shown (PlanLoadPane *self)
{
  GArray *shown = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->people));

  for (guint i = 0; self->document != NULL && i < n; i++)
    {
      PlanId id = g_ascii_strtoll (gtk_string_list_get_string (self->people, i), NULL, 10);
      guint index = plan_model_find (plan_document_get_model (self->document), PLAN_RECORD_RESOURCE, id);

      if (index != PLAN_INDEX_NONE && (gtk_bitset_is_empty (selected) || gtk_bitset_contains (selected, i)))
        g_array_append_val (shown, index);
    }
  return shown;
}

static void
fill_input (PlanLoadPane *self, const GArray *people, PlanLoadInput *input)
{
  *input = (PlanLoadInput) {
    .model = plan_document_get_model (self->document),
    .schedule = plan_document_get_schedule (self->document),
    .load = plan_load_pane_get_load (self),
    .people = (const guint *) (gpointer) people->data,
    .n_people = people->len,
    .project = plan_row_list_get_project (self->list),
    .scale = self->scale,
    .metrics = &self->metrics,
    .x0 = self->left,
    .x1 = self->left + self->width,
    .height = self->tall,
    .today = plan_ticks_now (),
    .measure = plan_chart_measure,
  };
}

/* Where more people are shown than can be looked through in a frame, bars are as high as those that are seen allow. */
static void
make_layout (PlanLoadPane *self)
{
  g_autoptr (GArray) people = plan_load_pane_list_shown (self);
  PlanLoadInput input;

  fill_input (self, people, &input);
  if (self->top_zoom != self->scale.px_per_day)
    self->top = plan_load_find_top (&input);
  self->top_zoom = self->scale.px_per_day;
  input.top = self->top;
  self->layout = plan_load_layout_new (&input);
}

static gboolean
is_huge (PlanLoadPane *self)
{
  return self->document != NULL && plan_model_get_n (plan_document_get_model (self->document), PLAN_RECORD_ASSIGNMENT) > MOST_AT_ONCE;
}

/* The layout of what can be seen now, or NULL. */
PlanLoadLayout *
plan_load_pane_get_layout (PlanLoadPane *self)
{
  PlanTimescale scale;
  double left;
  int width = gtk_widget_get_width (self->chart), tall = gtk_widget_get_height (self->chart);

  if (self->document == NULL || self->view == NULL || width <= 0 || tall <= 0)
    return NULL;
  if (self->revision != plan_document_get_revision (self->document) && self->update_source != 0 && is_huge (self))
    return self->layout;
  if (self->revision != plan_document_get_revision (self->document))
    {
      g_clear_pointer (&self->layout, plan_load_layout_free);
      self->top_zoom = 0;
      self->revision = plan_document_get_revision (self->document);
    }
  plan_gantt_view_get_scale (self->view, &scale, &left);
  if (self->layout != NULL && scale.origin == self->scale.origin && scale.px_per_day == self->scale.px_per_day &&
      left == self->left && width == self->width && tall == self->tall)
    return self->layout;
  g_clear_pointer (&self->layout, plan_load_layout_free);
  self->scale = scale;
  self->left = left;
  self->width = width;
  self->tall = tall;
  make_layout (self);
  return self->layout;
}

/* The mark of the keyboard: two pixels around the cell. */
static void
draw_cell (PlanLoadPane *self, cairo_t *cr, const PlanLoadLayout *layout)
{
  guint n;
  const PlanLoadBar *bars = plan_load_layout_get_bars (layout, &n);

  for (guint i = 0; gtk_widget_has_focus (self->chart) && i < n; i++)
    if (bars[i].start == self->cell)
      {
        cairo_set_source_rgb (cr, (self->theme->accent >> 16 & 0xff) / 255.0, (self->theme->accent >> 8 & 0xff) / 255.0,
                              (self->theme->accent & 0xff) / 255.0);
        cairo_set_line_width (cr, 2);
        cairo_rectangle (cr, round (bars[i].left) + 1, 1, round (bars[i].right) - round (bars[i].left) - 2, self->tall - 2);
        cairo_stroke (cr);
      }
}

static void
draw_chart_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  PlanLoadPane *self = data;
  const PlanLoadLayout *layout = plan_load_pane_get_layout (self);

  if (layout == NULL)
    return;
  cairo_translate (cr, -self->left, 0);
  plan_load_draw_body (cr, layout, self->theme, &(PlanGanttClip) { self->left, 0, width, height });
  draw_cell (self, cr, layout);
}

static void
draw_hours_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  PlanLoadPane *self = data;
  const PlanLoadLayout *layout = plan_load_pane_get_layout (self);

  if (layout != NULL)
    plan_load_draw_scale (cr, layout, self->theme, width, 0);
}

static void
draw_entry (PlanLoadPane *self, cairo_t *cr, const PlanProject *project, double x, double middle)
{
  double size = self->metrics.lower_label_size;

  plan_load_draw_swatch (cr, self->theme, (guint) project->colour, round (x), round (middle - SWATCH / 2), SWATCH);
  plan_chart_draw_text (cr, project->name != NULL ? project->name : "", size, FALSE, self->theme->ink2, x + SWATCH + SWATCH_GAP,
                        middle + size * 0.36, 0, 0);
}

/* The projects of what is seen, in as many lines as there is room for; the tooltip has all of them. */
static void
draw_legend_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  PlanLoadPane *self = data;
  const PlanLoadLayout *layout = plan_load_pane_get_layout (self);
  const guint *projects;
  guint n = layout != NULL ? plan_load_layout_get_projects (layout, &projects) : 0;
  double x = ENTRY_GAP / 2, line = self->metrics.lower_label_size + LINE_GAP, y = line / 2;

  for (guint i = 0; i < n; i++)
    {
      const PlanProject *project = plan_model_get_at (plan_document_get_model (self->document), PLAN_RECORD_PROJECT, projects[i]);
      double wide = SWATCH + SWATCH_GAP + plan_chart_measure (project->name != NULL ? project->name : "",
                                                              self->metrics.lower_label_size, FALSE, NULL);

      if (x + wide > width && x > ENTRY_GAP / 2)
        {
          x = ENTRY_GAP / 2;
          y += line;
        }
      if (x + wide > width || y + line / 2 > height)
        return;
      draw_entry (self, cr, project, x, y);
      x += wide + ENTRY_GAP;
    }
}

static void
update_now (PlanLoadPane *self)
{
  g_clear_handle_id (&self->update_source, g_source_remove);
  plan_load_pane_update_people (self);
  plan_load_pane_invalidate (self);
  plan_load_pane_update_words (self);
}

static gboolean
update_cb (gpointer data)
{
  PlanLoadPane *self = data;

  self->update_source = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update_now (self);
  return G_SOURCE_REMOVE;
}

/* Once for all that an edit changes, and before the frame that shows it; a huge office is drawn as it was for a moment. */
static void
queue_update (PlanLoadPane *self)
{
  if (is_huge (self))
    {
      g_clear_handle_id (&self->update_source, g_source_remove);
      self->update_source = g_timeout_add (REST_MS, update_cb, self);
      return;
    }
  g_clear_pointer (&self->layout, plan_load_layout_free);
  if (self->update_source == 0)
    self->update_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

static void
rows_changed_cb (PlanLoadPane *self)
{
  PlanDocument *document = plan_row_list_get_document (self->list);

  if (self->document != document)
    {
      if (self->document != NULL)
        g_signal_handlers_disconnect_by_func (self->document, queue_update, self);
      g_set_object (&self->document, document);
      if (document != NULL)
        g_signal_connect_object (document, "changed", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
    }
  queue_update (self);
}

static void
update_metrics (PlanLoadPane *self)
{
  double scale = plan_row_list_get_text_scale (self->list), *sizes = (double *) &self->metrics;

  self->metrics = *plan_metrics_get (PLAN_DENSITY_STANDARD);
  if (scale > 1.01)
    for (gsize i = 0; i < sizeof self->metrics / sizeof (double); i++)
      sizes[i] = round (sizes[i] * scale);
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (self->hours), (int) (HOURS_WIDTH * MAX (1, scale)));
  plan_load_pane_invalidate (self);
}

/* Until it has its place, it asks for the height that is wanted. */
static void
plan_load_pane_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                        int *minimum_baseline, int *natural_baseline)
{
  PlanLoadPane *self = PLAN_LOAD_PANE (widget);

  gtk_widget_measure (GTK_WIDGET (self->halves), orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = MAX (LEAST_HEIGHT, self->height);
}

static void
plan_load_pane_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PlanLoadPane *self = PLAN_LOAD_PANE (widget);

  gtk_widget_allocate (GTK_WIDGET (self->halves), width, height, -1, NULL);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

/* While it is hidden nothing is computed for it. */
static void
plan_load_pane_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (plan_load_pane_parent_class)->map (widget);
  queue_update (PLAN_LOAD_PANE (widget));
}

static void
plan_load_pane_dispose (GObject *object)
{
  PlanLoadPane *self = PLAN_LOAD_PANE (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_pointer (&self->layout, plan_load_layout_free);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLAN_TYPE_LOAD_PANE);
  g_clear_pointer ((GtkWidget **) &self->halves, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_object (&self->view);
  g_clear_object (&self->document);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->group, g_free);
  G_OBJECT_CLASS (plan_load_pane_parent_class)->dispose (object);
}

static void
plan_load_pane_class_init (PlanLoadPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plan_load_pane_dispose;
  widget_class->measure = plan_load_pane_measure;
  widget_class->size_allocate = plan_load_pane_size_allocate;
  widget_class->map = plan_load_pane_map;

  /**
   * PlanLoadPane::task-chosen:
   * @task: id of a task of any project that is to be shown
   */
  signals[TASK_CHOSEN] = g_signal_new ("task-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/planwright/Planwright/plan-load-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, PlanLoadPane, halves);
  gtk_widget_class_bind_template_child (widget_class, PlanLoadPane, who_button);
  gtk_widget_class_bind_template_child (widget_class, PlanLoadPane, legend);
  gtk_widget_class_bind_template_child (widget_class, PlanLoadPane, people_stack);
  gtk_widget_class_bind_template_child (widget_class, PlanLoadPane, people_view);
  gtk_widget_class_bind_template_child (widget_class, PlanLoadPane, nobody);
  gtk_widget_class_bind_template_child (widget_class, PlanLoadPane, hours);
  gtk_widget_class_bind_template_child (widget_class, PlanLoadPane, chart);
  gtk_widget_class_set_css_name (widget_class, "loadpane");
}

static void
plan_load_pane_init (PlanLoadPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->theme = plan_theme_get (PLAN_THEME_LIGHT);
  self->metrics = *plan_metrics_get (PLAN_DENSITY_STANDARD);
  self->cell = PLAN_TICKS_NONE;
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (self->hours), HOURS_WIDTH);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->chart), draw_chart_cb, self, NULL);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->hours), draw_hours_cb, self, NULL);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->legend), draw_legend_cb, self, NULL);
  plan_load_pane_init_people (self);
  plan_load_pane_init_input (self);
}

/**
 * plan_load_pane_set_plan:
 * @list: the rows of the plan, whose selection says whose load is shown
 * @view: the chart of the same rows, whose time scale is used
 *
 * Says what it lies under; once.
 */
void
plan_load_pane_set_plan (PlanLoadPane *self, PlanRowList *list, PlanGanttView *view)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (view));

  g_return_if_fail (PLAN_IS_LOAD_PANE (self) && self->list == NULL);

  self->list = g_object_ref (list);
  self->view = g_object_ref (view);
  g_signal_connect_object (list, "rows-changed", G_CALLBACK (rows_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "selection-changed", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "metrics-changed", G_CALLBACK (update_metrics), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "notify::zoom", G_CALLBACK (queue_draw), self, G_CONNECT_SWAPPED);
  if (adjustment != NULL)
    {
      g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (queue_draw), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (adjustment, "changed", G_CALLBACK (queue_draw), self, G_CONNECT_SWAPPED);
    }
  update_metrics (self);
  rows_changed_cb (self);
}

/**
 * plan_load_pane_set_theme:
 *
 * Sets the colours.
 */
void
plan_load_pane_set_theme (PlanLoadPane *self, PlanThemeKind kind)
{
  g_return_if_fail (PLAN_IS_LOAD_PANE (self));

  self->theme = plan_theme_get (kind);
  queue_draw (self);
}

/**
 * plan_load_pane_set_height:
 * @height: in pixels, that it asks for; 0 when it has its place
 */
void
plan_load_pane_set_height (PlanLoadPane *self, int height)
{
  g_return_if_fail (PLAN_IS_LOAD_PANE (self));

  self->height = height;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * plan_load_pane_get_halves:
 *
 * Returns: (transfer none): the list of people beside the chart
 */
GtkPaned *
plan_load_pane_get_halves (PlanLoadPane *self)
{
  g_return_val_if_fail (PLAN_IS_LOAD_PANE (self), NULL);

  return self->halves;
}

/**
 * plan_load_pane_get_chart:
 *
 * Returns: (transfer none): the area with the bars
 */
GtkWidget *
plan_load_pane_get_chart (PlanLoadPane *self)
{
  g_return_val_if_fail (PLAN_IS_LOAD_PANE (self), NULL);

  return self->chart;
}
