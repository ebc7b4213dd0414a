/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pages of one project's chart. They are laid out once, when they are made; drawing a page lays out only the part of
 * the chart that stands on it, so that labels keep clear of the page's edge and a long plan takes no more memory than a
 * short one. The same pages go to PDF, to the printer and to the preview.
 */

#include "plan-pages-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/**
 * plan_pages_options_init:
 *
 * A4 landscape, as many pages as are needed, the whole time, in the print theme.
 */
void
plan_pages_options_init (PlanPagesOptions *options)
{
  guint n_papers;

  *options = (PlanPagesOptions) {
    .paper = plan_papers_get (&n_papers),
    .landscape = TRUE,
    .from = PLAN_TICKS_NONE,
    .to = PLAN_TICKS_NONE,
    .baseline = -1,
    .show = PLAN_GANTT_SHOW_DEFAULT,
    .theme = PLAN_THEME_PRINT,
    .today = PLAN_TICKS_NONE,
    .printed = PLAN_TICKS_NONE,
  };
}

static PlanPages *
new_pages (const PlanModel *model, const PlanSchedule *schedule, const PlanProject *project, const PlanPagesOptions *options)
{
  PlanPages *self = g_new0 (PlanPages, 1);

  self->options = *options;
  if (options->baseline >= 0 && options->chart == PLAN_PAGES_GANTT)
    self->options.show |= PLAN_GANTT_BASELINE;
  else
    {
      self->options.show &= ~PLAN_GANTT_BASELINE;
      self->options.baseline = -1;
    }
  self->model = model;
  self->schedule = schedule;
  self->project = project;
  self->baseline_finish = PLAN_TICKS_NONE;
  self->theme = plan_theme_get (options->theme);
  self->outline = plan_outline_new (model, project->id);
  self->index = plan_task_index_new (self->model);
  self->rows = plan_gantt_rows_new (self->outline, NULL);
  self->text = plan_page_text_new (self->theme->font);
  self->bands = g_array_new (FALSE, FALSE, sizeof (PlanPageBand));
  self->cells = g_array_new (FALSE, FALSE, sizeof (PlanPageCell));
  plan_pages_table_init (&self->table, model, schedule, self->outline, project);
  return self;
}

/**
 * plan_pages_new:
 * @model: the plan; must live as long as the pages, as must @schedule
 * @project: a project of @model
 *
 * Returns: (transfer full) (nullable): the pages, or %NULL when there is no such project
 */
PlanPages *
plan_pages_new (const PlanModel *model, const PlanSchedule *schedule, PlanId project, const PlanPagesOptions *options)
{
  const PlanProject *record = plan_model_get_project (model, project);
  PlanPages *self;

  g_return_val_if_fail (options->paper != NULL, NULL);
  if (record == NULL)
    return NULL;
  self = new_pages (model, schedule, record, options);
  self->options.show |= PLAN_GANTT_BREAKS;
  if (options->chart == PLAN_PAGES_NETWORK)
    {
      plan_pages_set_paper (self);
      plan_pages_lay_out_network (self);
    }
  else
    plan_pages_lay_out (self);
  return self;
}

/**
 * plan_pages_new_picture:
 * @px_per_day: the scale, or 0 to choose one; not used by a network
 *
 * Returns: (transfer full) (nullable): a single page that is as large as the chart, in pixels, without head, frame and
 *   foot; %NULL when there is no such project
 */
PlanPages *
plan_pages_new_picture (const PlanModel *model, const PlanSchedule *schedule, PlanId project, const PlanPagesOptions *options,
                        double px_per_day)
{
  const PlanProject *record = plan_model_get_project (model, project);
  PlanPages *self;

  if (record == NULL)
    return NULL;
  self = new_pages (model, schedule, record, options);
  self->picture = TRUE;
  if (options->chart == PLAN_PAGES_NETWORK)
    plan_pages_lay_out_network_picture (self);
  else
    plan_pages_lay_out_picture (self, px_per_day);
  return self;
}

/**
 * plan_pages_free:
 */
void
plan_pages_free (PlanPages *self)
{
  plan_pages_table_clear (&self->table);
  g_clear_pointer (&self->whole, plan_gantt_layout_free);
  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_pointer (&self->diagram, plan_diagram_free);
  g_clear_pointer (&self->break_x, g_array_unref);
  g_clear_pointer (&self->break_y, g_array_unref);
  g_array_unref (self->bands);
  g_array_unref (self->cells);
  plan_page_text_free (self->text);
  plan_gantt_rows_free (self->rows);
  plan_task_index_free (self->index);
  plan_outline_free (self->outline);
  g_free (self);
}

/**
 * plan_pages_get_n:
 *
 * Returns: the number of pages, at least 1
 */
guint
plan_pages_get_n (const PlanPages *self)
{
  return self->cells->len;
}

/**
 * plan_pages_get_size:
 * @width_pt: (out): of every page, in points of 1/72 inch
 */
void
plan_pages_get_size (const PlanPages *self, double *width_pt, double *height_pt)
{
  *width_pt = self->page_width * PLAN_PT_PER_UNIT;
  *height_pt = self->page_height * PLAN_PT_PER_UNIT;
}

/**
 * plan_pages_get_part:
 * @part: (out): the rows and the time on @page
 *
 * Says what stands on a page of a Gantt chart, for the preview and for whoever looks for a row.
 */
void
plan_pages_get_part (const PlanPages *self, guint page, PlanPagesPart *part)
{
  const PlanPageCell *cell;
  const PlanPageBand *band;
  const PlanTimeBreak *column;

  g_return_if_fail (page < self->cells->len);
  cell = &g_array_index (self->cells, PlanPageCell, page);
  band = &g_array_index (self->bands, PlanPageBand, cell->band);
  column = &g_array_index (self->columns, PlanTimeBreak, cell->column);
  *part = (PlanPagesPart) { band->first_row, band->end_row, column->start, column->finish };
}

/**
 * plan_pages_find_row:
 *
 * Returns: the first page on which the row stands
 */
guint
plan_pages_find_row (const PlanPages *self, guint row)
{
  guint page = 0;

  for (PlanPagesPart part; page + 1 < self->cells->len; page++)
    {
      plan_pages_get_part (self, page, &part);
      if (row < part.end_row)
        break;
    }
  return page;
}

/* What remains at the right of whole weeks goes to the names, so that the frame is as wide on every page. */
static void
place_table (const PlanPages *self, const PlanPageCell *cell, const PlanPagesPart *part, PlanTablePart *table)
{
  double chart = plan_timescale_x (&self->scale, part->finish) - plan_timescale_x (&self->scale, part->start);

  *table = (PlanTablePart) {
    .x = self->frame_x,
    .y = self->frame_y,
    .header_height = self->header_height,
    .row_height = self->metrics.row_height,
    .text_size = self->text_size,
    .first_row = part->first_row,
    .end_row = part->end_row,
    .repeated = cell->column > 0,
  };
  table->name_extra = self->frame_width - plan_pages_table_get_width (&self->table, table->repeated) - chart;
}

static PlanGanttLayout *
lay_out_chart (const PlanPages *self, const PlanPagesPart *part)
{
  PlanGanttInput input = {
    .model = self->model,
    .schedule = self->schedule,
    .index = self->index,
    .rows = self->rows,
    .project = self->project->id,
    .scale = self->scale,
    .metrics = &self->metrics,
    .show = self->options.show,
    .baseline = self->options.baseline,
    .first_row = part->first_row,
    .end_row = part->end_row,
    .x0 = plan_timescale_x (&self->scale, part->start),
    .x1 = plan_timescale_x (&self->scale, part->finish),
    .today = self->options.today,
    .measure = plan_chart_measure,
    .measure_data = (gpointer) self->theme->font,
  };

  return plan_gantt_layout_new (&input);
}

static void
draw_chart (const PlanPages *self, cairo_t *cr, const PlanPagesPart *part, double x, double height)
{
  g_autoptr (PlanGanttLayout) layout = lay_out_chart (self, part);
  double x0 = plan_timescale_x (&self->scale, part->start), width = plan_timescale_x (&self->scale, part->finish) - x0;
  double y0 = part->first_row * self->metrics.row_height;
  PlanGanttClip body = { x0, y0, width, height }, header = { x0, 0, width, self->header_height };

  cairo_save (cr);
  cairo_rectangle (cr, x, self->frame_y + self->header_height, width, height);
  cairo_clip (cr);
  cairo_translate (cr, x - x0, self->frame_y + self->header_height - y0);
  plan_gantt_draw_body (cr, layout, self->theme, &body);
  cairo_restore (cr);

  cairo_save (cr);
  cairo_rectangle (cr, x, self->frame_y, width, self->header_height);
  cairo_clip (cr);
  cairo_translate (cr, x - x0, self->frame_y);
  plan_gantt_draw_header (cr, layout, self->theme, &header);
  cairo_restore (cr);
}

static void
draw_frame (const PlanPages *self, cairo_t *cr, double chart_x, double height)
{
  double right = self->frame_x + self->frame_width, top = self->frame_y + self->header_height;

  plan_page_set_colour (cr, self->picture ? self->theme->header_line : self->theme->ink);
  cairo_set_line_width (cr, self->picture ? 1 : PLAN_MM (0.25));
  cairo_move_to (cr, self->frame_x, top);
  cairo_line_to (cr, right, top);
  cairo_move_to (cr, chart_x, self->frame_y);
  cairo_line_to (cr, chart_x, top + height);
  cairo_stroke (cr);
  if (self->picture)
    return;
  cairo_set_line_width (cr, PLAN_MM (0.35));
  cairo_rectangle (cr, self->frame_x, self->frame_y, self->frame_width, self->header_height + height);
  cairo_stroke (cr);
}

static void
draw_body (const PlanPages *self, cairo_t *cr, const PlanPageCell *cell, const PlanPagesPart *part)
{
  double height = MAX (part->end_row - part->first_row, 1) * self->metrics.row_height, table_width;
  PlanTablePart table;

  place_table (self, cell, part, &table);
  table_width = plan_pages_table_get_width (&self->table, table.repeated) + table.name_extra;
  draw_chart (self, cr, part, self->frame_x + table_width, height);
  plan_pages_table_draw (&self->table, cr, self->text, self->theme, &table);
  if (self->outline->n_rows == 0)
    {
      PlanTextStyle style = { self->text_size, self->theme->ink2, PLAN_ALIGN_LEFT, FALSE };

      plan_page_text_draw (self->text, cr, _("This plan has no tasks yet."), &style, self->frame_x + self->text_size,
                           self->frame_y + self->header_height + height / 2 + self->text_size * 0.36, -1);
    }
  draw_frame (self, cr, self->frame_x + table_width, height);
}

/**
 * plan_pages_draw:
 * @page: from 0
 * @cr: in points, the origin at the page's upper left corner; of a picture in pixels
 *
 * Draws one page on any surface.
 */
void
plan_pages_draw (PlanPages *self, guint page, cairo_t *cr)
{
  PlanPagesPart part;

  g_return_if_fail (page < self->cells->len);
  cairo_save (cr);
  if (!self->picture)
    cairo_scale (cr, PLAN_PT_PER_UNIT, PLAN_PT_PER_UNIT);
  if (self->picture || (self->options.theme != PLAN_THEME_PRINT && self->options.theme != PLAN_THEME_PRINT_GREY))
    {
      plan_page_set_colour (cr, self->theme->background);
      cairo_rectangle (cr, 0, 0, self->page_width, self->page_height);
      cairo_fill (cr);
    }
  if (self->diagram != NULL)
    plan_pages_draw_network (self, cr, page);
  else
    {
      plan_pages_get_part (self, page, &part);
      draw_body (self, cr, &g_array_index (self->cells, PlanPageCell, page), &part);
    }
  if (!self->picture)
    {
      plan_pages_draw_head (self, cr);
      plan_pages_draw_foot (self, cr, page);
    }
  cairo_restore (cr);
}
