/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The load of people on paper or as a picture: one below the other under the same time scale, each with name, numbers and
 * scale at the left, and a legend of the projects at the foot of each page. As many pages wide as is asked for, and as many
 * down as the people need.
 */

#include "plan-load-pages.h"

#include "plan-chart-file.h"
#include "plan-load-draw.h"
#include "plan-page-text.h"
#include "plan-pages-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MARGIN_LEFT_MM 15
#define MARGIN_MM 10
#define TITLE_HEIGHT 44.0
#define LEFT_WIDTH 216.0
#define BLOCK_HEIGHT 138.0
#define LEAST_BLOCK 72.0
#define BLOCK_GAP 14.0
#define SWATCH 12.0
#define LEGEND_LINE 22.0
#define LEGEND_GAP 24.0
#define FOOT_GAP 12.0
#define PICTURE_MARGIN 18.0
#define PICTURE_WIDTH 1200.0
#define PICTURE_LEAST_ZOOM 0.5
#define PICTURE_MOST_ZOOM 24.0
#define LINE 15.0

/* @legend: of guint, the projects with work on any page */
typedef struct
{
  const PlanLoadPagesInput *input;
  const PlanPagesOptions *options;
  const PlanChartTheme *theme;
  PlanChartMetrics metrics;
  PlanPageText *text;
  PlanTimescale scale;
  PlanTicks from;
  PlanTicks to;
  GArray *legend;
  double width, height;
  double left, top;
  double chart_width;
  double block_height;
  double foot_height;
  guint n_wide;
  guint n_rows; /* people on a page */
  guint n_down;
  gboolean picture;
} Pages;

static PlanTicks
get_monday (PlanTicks at, int weeks)
{
  return plan_bucket_start (PLAN_BUCKET_WEEK, PLAN_MONDAY, at) + weeks * 7 * PLAN_TICKS_PER_DAY;
}

/* From the week of the first work to that of the last, unless somebody said something else. */
static void
find_stretch (Pages *self)
{
  PlanTicks start = G_MAXINT64, finish = G_MININT64, from, to;

  for (guint i = 0; i < self->input->n_people; i++)
    if (plan_load_get_extent (self->input->load, self->input->people[i], &from, &to))
      {
        start = MIN (start, from);
        finish = MAX (finish, to);
      }
  if (start > finish)
    start = finish = self->options->today != PLAN_TICKS_NONE ? self->options->today : 0;
  self->from = self->options->from != PLAN_TICKS_NONE ? self->options->from : get_monday (start, 0);
  self->to = self->options->to;
  if (self->to == PLAN_TICKS_NONE)
    self->to = MAX (get_monday (finish - 1, 1), get_monday (self->from, 1));
  if (self->to <= self->from)
    self->to = self->from + 7 * PLAN_TICKS_PER_DAY;
}

static double
count_days (const Pages *self)
{
  return (self->to - self->from) / (double) PLAN_TICKS_PER_DAY;
}

static void
fill_input (const Pages *self, const guint *people, guint n_people, double x0, PlanLoadInput *input)
{
  *input = (PlanLoadInput) {
    .model = self->input->model, .schedule = self->input->schedule, .load = self->input->load,
    .people = people, .n_people = n_people, .scale = self->scale, .metrics = &self->metrics,
    .x0 = x0, .x1 = x0 + self->chart_width, .height = self->block_height, .today = self->options->today,
    .measure = plan_chart_measure,
  };
  if (plan_model_get_n (self->input->model, PLAN_RECORD_PROJECT) > 0)
    input->project = plan_record_get_id (plan_model_get_at (self->input->model, PLAN_RECORD_PROJECT, 0));
}

static void
find_legend (Pages *self)
{
  PlanLoadInput input;
  g_autoptr (PlanLoadLayout) layout = NULL;
  const guint *projects;
  guint n;

  fill_input (self, self->input->people, self->input->n_people, 0, &input);
  input.x1 = self->chart_width * self->n_wide;
  layout = plan_load_layout_new (&input);
  n = plan_load_layout_get_projects (layout, &projects);
  self->legend = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_vals (self->legend, projects, n);
}

static const char *
get_legend_name (const Pages *self, guint i)
{
  const PlanProject *project;

  if (i == self->legend->len)
    return C_("load", "Capacity");
  if (i == self->legend->len + 1)
    return C_("load", "Over capacity");
  project = plan_model_get_at (self->input->model, PLAN_RECORD_PROJECT, g_array_index (self->legend, guint, i));
  return project->name != NULL ? project->name : "";
}

static void
draw_legend_swatch (const Pages *self, cairo_t *cr, guint i, double x, double y)
{
  const PlanProject *project;

  if (i == self->legend->len)
    {
      plan_load_draw_capacity_swatch (cr, self->theme, x, y, SWATCH);
      return;
    }
  if (i == self->legend->len + 1)
    {
      plan_load_draw_over_swatch (cr, self->theme, x, y, SWATCH);
      return;
    }
  project = plan_model_get_at (self->input->model, PLAN_RECORD_PROJECT, g_array_index (self->legend, guint, i));
  plan_load_draw_swatch (cr, self->theme, (guint) project->colour, x, y, SWATCH);
}

/* Draws the legend, or with cr NULL tells how many lines it needs. */
static guint
draw_legend (Pages *self, cairo_t *cr, double y)
{
  PlanTextStyle style = { self->metrics.label_size, self->theme->ink, PLAN_ALIGN_LEFT, FALSE };
  double end = self->left + LEFT_WIDTH + self->chart_width, x = self->left;
  guint n_lines = 1;

  for (guint i = 0; i < self->legend->len + 2; i++)
    {
      const char *name = get_legend_name (self, i);
      double width = SWATCH + 6 + plan_page_text_measure (self->text, name, style.size, FALSE);

      if (x > self->left && x + width > end)
        {
          x = self->left;
          n_lines++;
        }
      if (cr != NULL)
        {
          double top = y + (n_lines - 1) * LEGEND_LINE;

          draw_legend_swatch (self, cr, i, x, top);
          plan_page_text_draw (self->text, cr, name, &style, x + SWATCH + 6, top + SWATCH / 2 + style.size * 0.36,
                               MIN (width, end - x));
        }
      x += width + LEGEND_GAP;
    }
  return n_lines;
}

static void
lay_out_picture (Pages *self)
{
  double zoom = self->input->zoom;

  if (zoom <= 0)
    zoom = CLAMP (PICTURE_WIDTH / count_days (self), PICTURE_LEAST_ZOOM, PICTURE_MOST_ZOOM);
  self->scale = (PlanTimescale) { self->from, zoom };
  self->chart_width = ceil (count_days (self) * zoom);
  self->left = self->top = PICTURE_MARGIN;
  self->block_height = BLOCK_HEIGHT;
  self->n_wide = self->n_down = 1;
  self->n_rows = self->input->n_people;
  find_legend (self);
  self->foot_height = draw_legend (self, NULL, 0) * LEGEND_LINE + FOOT_GAP;
  self->width = ceil (2 * PICTURE_MARGIN + LEFT_WIDTH + self->chart_width);
  self->height = ceil (2 * PICTURE_MARGIN + TITLE_HEIGHT + 2 * self->metrics.tier_height +
                       MAX (1, self->n_rows) * (self->block_height + BLOCK_GAP) + self->foot_height);
}

static void
lay_out_pages (Pages *self)
{
  const PlanPaper *paper = self->options->paper;
  guint n = MAX (1, self->input->n_people);
  double body;

  self->width = PLAN_MM (self->options->landscape ? MAX (paper->width, paper->height) : MIN (paper->width, paper->height));
  self->height = PLAN_MM (self->options->landscape ? MIN (paper->width, paper->height) : MAX (paper->width, paper->height));
  self->left = PLAN_MM (MARGIN_LEFT_MM);
  self->top = PLAN_MM (MARGIN_MM);
  self->n_wide = MAX (1, self->options->fit_width);
  self->chart_width = self->width - self->left - PLAN_MM (MARGIN_MM) - LEFT_WIDTH;
  self->scale = (PlanTimescale) { self->from, self->chart_width * self->n_wide / count_days (self) };
  self->block_height = BLOCK_HEIGHT;
  find_legend (self);
  self->foot_height = draw_legend (self, NULL, 0) * LEGEND_LINE + FOOT_GAP + LINE;
  body = self->height - self->top - PLAN_MM (MARGIN_MM) - TITLE_HEIGHT - 2 * self->metrics.tier_height - self->foot_height;
  self->n_rows = (guint) MAX (1, floor (body / (BLOCK_HEIGHT + BLOCK_GAP)));
  if (self->options->fit_height > 0)
    self->n_rows = MIN ((n + self->options->fit_height - 1) / self->options->fit_height,
                        (guint) MAX (1, floor (body / (LEAST_BLOCK + BLOCK_GAP))));
  self->n_rows = MIN (self->n_rows, n);
  self->n_down = (n + self->n_rows - 1) / self->n_rows;
  self->block_height = MIN (1.5 * BLOCK_HEIGHT, body / self->n_rows - BLOCK_GAP);
}

/* Name and numbers of a person, beside the chart. */
static void
draw_person (Pages *self, cairo_t *cr, guint person, double y)
{
  const PlanResource *body = plan_model_get_at (self->input->model, PLAN_RECORD_RESOURCE, person);
  PlanTextStyle bold = { self->metrics.label_size, self->theme->ink, PLAN_ALIGN_LEFT, TRUE };
  PlanTextStyle plain = { self->metrics.label_size, self->theme->ink2, PLAN_ALIGN_LEFT, FALSE };
  PlanTextStyle over = { self->metrics.label_size, self->theme->overload_line, PLAN_ALIGN_LEFT, TRUE };
  PlanTicks edges[2] = { self->from, self->to };
  PlanLoadCell cell = { 0 };
  g_autofree char *work = NULL, *capacity = NULL, *line = NULL;
  double width = LEFT_WIDTH - 52, baseline = y + LINE;

  plan_load_read (self->input->load, person, edges, 1, &cell);
  work = plan_load_format_work (cell.work);
  capacity = plan_load_format_work (cell.capacity);
  /* Translators: beside the load of a person; %1$s is the work, %2$s what the person could do: "320 h of 400 h" */
  line = g_strdup_printf (_("%1$s of %2$s"), work, capacity);
  plan_page_text_draw (self->text, cr, body->name != NULL ? body->name : "", &bold, self->left, baseline, width);
  if (body->group != NULL && *body->group != '\0')
    plan_page_text_draw (self->text, cr, body->group, &plain, self->left, baseline += LINE, width);
  plan_page_text_draw (self->text, cr, line, &plain, self->left, baseline += LINE, width);
  if (cell.over > 0)
    {
      g_autofree char *hours = plan_load_format_work (cell.over);
      /* Translators: beside the load of a person; %s is how much is asked for beyond what the person can do: "12 h" */
      g_autofree char *words = g_strdup_printf (_("%s over capacity"), hours);

      plan_page_text_draw (self->text, cr, words, &over, self->left, baseline + LINE, width);
    }
}

static void
draw_block (Pages *self, cairo_t *cr, guint person, double x0, double y, gboolean with_header, double header_y)
{
  PlanLoadInput input;
  g_autoptr (PlanLoadLayout) layout = NULL;
  const PlanGanttClip clip = { x0, 0, self->chart_width, self->block_height };
  const PlanGanttClip header = { x0, 0, self->chart_width, 2 * self->metrics.tier_height };
  double x = self->left + LEFT_WIDTH;

  fill_input (self, &person, 1, x0, &input);
  input.top = plan_load_find_top (&input);
  layout = plan_load_layout_new (&input);
  if (with_header)
    {
      cairo_save (cr);
      cairo_translate (cr, x - x0, header_y);
      plan_load_draw_header (cr, layout, self->theme, &header);
      cairo_restore (cr);
    }
  cairo_save (cr);
  cairo_translate (cr, x - x0, y);
  plan_load_draw_body (cr, layout, self->theme, &clip);
  cairo_restore (cr);
  plan_load_draw_scale (cr, layout, self->theme, x, y);
  plan_page_set_colour (cr, self->theme->header_line);
  cairo_set_line_width (cr, 1);
  cairo_rectangle (cr, x - 0.5, y - 0.5, self->chart_width + 1, self->block_height + 1);
  cairo_stroke (cr);
}

static void
draw_title (Pages *self, cairo_t *cr)
{
  PlanTextStyle title = { self->metrics.label_size * 1.6, self->theme->ink, PLAN_ALIGN_LEFT, TRUE };
  PlanTextStyle plain = { self->metrics.label_size, self->theme->ink2, PLAN_ALIGN_LEFT, FALSE };
  g_autofree char *dates = plan_date_range_format (plan_ticks_get_day (self->from), plan_ticks_get_day (self->to - 1));
  double width = LEFT_WIDTH + self->chart_width;

  plan_page_text_draw (self->text, cr, _("Resource load"), &title, self->left, self->top + title.size, width);
  plan_page_text_draw (self->text, cr, dates, &plain, self->left, self->top + title.size + LINE + 2, width);
}

static void
draw_place (Pages *self, cairo_t *cr, guint page)
{
  PlanTextStyle style = { self->metrics.lower_label_size, self->theme->ink2, PLAN_ALIGN_RIGHT, FALSE };
  /* Translators: at the foot of a printed page; %1$u is its number, %2$u the number of pages */
  g_autofree char *place = g_strdup_printf (_("Page %1$u of %2$u"), page + 1, self->n_wide * self->n_down);

  plan_page_text_draw (self->text, cr, place, &style, self->left, self->height - PLAN_MM (MARGIN_MM), LEFT_WIDTH + self->chart_width);
}

static void
draw_page (cairo_t *cr, guint page, gpointer data)
{
  Pages *self = data;
  guint first = page / self->n_wide * self->n_rows, end = MIN (first + self->n_rows, self->input->n_people);
  double header_y = self->top + TITLE_HEIGHT, y = header_y + 2 * self->metrics.tier_height;
  double x0 = page % self->n_wide * self->chart_width;

  cairo_save (cr);
  if (!self->picture)
    cairo_scale (cr, PLAN_PT_PER_UNIT, PLAN_PT_PER_UNIT);
  plan_page_set_colour (cr, self->theme->background);
  cairo_paint (cr);
  draw_title (self, cr);
  for (guint i = first; i < end; i++)
    {
      draw_block (self, cr, self->input->people[i], x0, y, i == first, header_y);
      draw_person (self, cr, self->input->people[i], y);
      y += self->block_height + BLOCK_GAP;
    }
  draw_legend (self, cr, self->picture ? y : self->height - PLAN_MM (MARGIN_MM) - self->foot_height + FOOT_GAP);
  if (!self->picture)
    draw_place (self, cr, page);
  plan_page_text_flush (self->text, cr);
  cairo_restore (cr);
}

/**
 * plan_load_write_chart:
 * @path: where to; ".pdf" gives pages, ".svg" and ".png" one picture
 * @options: paper, stretch of time, theme; of what the chart shows, only the line of today
 * @progress: (nullable): tells how far it is, and stops it
 *
 * Writes the load of people.
 *
 * Returns: %FALSE with the errors of plan_chart_write_sheets(); then nothing was changed
 */
gboolean
plan_load_write_chart (const char *path, const PlanLoadPagesInput *input, const PlanPagesOptions *options, PlanProgress *progress,
                       GError **error)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);
  Pages self = { .input = input, .options = options, .theme = plan_theme_get (options->theme) };
  PlanChartSheets sheets = { .title = _("Resource load"), .draw = draw_page, .data = &self };
  gboolean ok;

  self.picture = !g_str_has_suffix (lower, ".pdf");
  self.metrics = *plan_metrics_get (self.picture ? PLAN_DENSITY_STANDARD : PLAN_DENSITY_PAPER);
  self.text = plan_page_text_new (self.theme->font);
  find_stretch (&self);
  if (self.picture)
    lay_out_picture (&self);
  else
    lay_out_pages (&self);
  sheets.width = self.width * (self.picture ? 1 : PLAN_PT_PER_UNIT);
  sheets.height = self.height * (self.picture ? 1 : PLAN_PT_PER_UNIT);
  sheets.n_pages = self.n_wide * self.n_down;
  ok = plan_chart_write_sheets (path, &sheets, progress, error);
  g_array_unref (self.legend);
  plan_page_text_free (self.text);
  return ok;
}
