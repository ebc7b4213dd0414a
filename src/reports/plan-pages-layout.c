/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a chart is spread over pages. First the columns of the table, then the time scale and its breaks, then the marks
 * that occur and with them the size of the legend, at last the rows: each step needs only what is known before it.
 * A page on which only the repeated columns would stand is left out.
 */

#include "plan-pages-private.h"

#include <math.h>
#include <stdlib.h>

#define HEAD_MM        15
#define MARGIN_MM      10
#define FOOT_GAP_MM    6
#define BLOCK_LEAST_MM 30
#define ROW_MM         8
#define ROW_LEAST_MM   5
#define ROW_MOST_MM    11
#define ROW_TIGHT_MM   6.5 /* rows may be so low when that saves a page */
#define ROW_LOWEST_MM  6   /* and so low when the last page would be nearly empty */
#define TEXT_PT        9
#define TEXT_LEAST_PT  7
#define TEXT_MOST_PT   9

/* Room behind the last finish for the words beside it. */
#define LABEL_MM 18

/* A task of middling length is at least so wide when the pages are not counted out, but a day never wider than PX_ENOUGH. */
#define BAR_LEAST_MM 3
#define PX_ENOUGH    12

/* No page is added to draw a plan of so many days at a larger scale than this: weeks can be read for some months, then
 * months, quarters and years. */
static const struct
{
  int days;
  double px_per_day;
} readable[] = {
  { 190, 36 / 7.0 },
  { 760, 1.7 },
  { 3000, 0.5 },
};
#define PAGES_ENOUGH 12

/**
 * plan_pages_set_paper:
 *
 * Finds the sizes of the page and of its parts from the paper.
 */
void
plan_pages_set_paper (PlanPages *self)
{
  const PlanPaper *paper = self->options.paper;
  gboolean large = MIN (paper->width, paper->height) >= 290;
  double left = PLAN_MM (large ? 20 : 15);

  self->page_width = PLAN_MM (self->options.landscape ? paper->height : paper->width);
  self->page_height = PLAN_MM (self->options.landscape ? paper->width : paper->height);
  self->frame_x = left;
  self->frame_y = PLAN_MM (MARGIN_MM + HEAD_MM);
  self->frame_width = self->page_width - left - PLAN_MM (MARGIN_MM);
  self->bottom = self->page_height - PLAN_MM (MARGIN_MM);
  self->header_height = PLAN_MM (large ? 12 : 15);
  self->text_size = PLAN_PT (TEXT_PT);
}

/* The earliest and latest of the baseline to draw, by index of the task. */
static PlanTimeBreak *
collect_baselines (const PlanPages *self)
{
  guint n_tasks = plan_model_get_n (self->model, PLAN_RECORD_TASK);
  PlanTimeBreak *stretches = g_new (PlanTimeBreak, n_tasks + 1);

  for (guint i = 0; i < n_tasks; i++)
    stretches[i] = (PlanTimeBreak) { G_MAXINT64, G_MININT64 };
  for (guint i = 0; i < plan_model_get_n (self->model, PLAN_RECORD_BASELINE); i++)
    {
      const PlanBaseline *baseline = plan_model_get_at (self->model, PLAN_RECORD_BASELINE, i);
      guint task = baseline->owner_record == PLAN_RECORD_TASK && baseline->number == self->options.baseline
                     ? plan_model_find (self->model, PLAN_RECORD_TASK, baseline->owner)
                     : PLAN_INDEX_NONE;

      if (task != PLAN_INDEX_NONE && baseline->start != PLAN_TICKS_NONE && baseline->finish != PLAN_TICKS_NONE)
        stretches[task] = (PlanTimeBreak) { baseline->start, baseline->finish };
    }
  return stretches;
}

/* From the first to the last mark of one row; slack does not count, else many pages would hold nothing but its lines. */
static gboolean
get_stretch (const PlanPages *self, const PlanTimeBreak *baselines, guint row, PlanTimeBreak *stretch)
{
  guint index = self->outline->rows[row].task;
  const PlanTask *task = plan_model_get_task_at (self->model, index);
  const PlanScheduledTask *result = plan_schedule_get_task (self->schedule, index);

  if (task->blank || result->start == PLAN_TICKS_NONE)
    return FALSE;
  *stretch = (PlanTimeBreak) { MIN (result->start, baselines[index].start), MAX (result->finish, baselines[index].finish) };
  if (task->deadline != PLAN_TICKS_NONE)
    {
      stretch->start = MIN (stretch->start, task->deadline);
      stretch->finish = MAX (stretch->finish, task->deadline);
    }
  return TRUE;
}

static int
compare_ticks (gconstpointer a, gconstpointer b)
{
  PlanTicks left = *(const PlanTicks *) a, right = *(const PlanTicks *) b;

  return (left > right) - (left < right);
}

/* The scale at which a bar of middling length can be read. */
static double
get_bar_zoom (const PlanPages *self)
{
  g_autoptr (GArray) lengths = g_array_new (FALSE, FALSE, sizeof (PlanTicks));
  double days;

  for (guint row = 0; row < self->outline->n_rows; row++)
    {
      const PlanScheduledTask *task = plan_schedule_get_task (self->schedule, self->outline->rows[row].task);
      PlanTicks length = task->start == PLAN_TICKS_NONE ? 0 : task->finish - task->start;

      if (!task->summary && length > 0)
        g_array_append_val (lengths, length);
    }
  if (lengths->len == 0)
    return PLAN_ZOOM_LEAST;
  g_array_sort (lengths, compare_ticks);
  days = (double) g_array_index (lengths, PlanTicks, lengths->len / 2) / PLAN_TICKS_PER_DAY;
  return CLAMP (PLAN_MM (BAR_LEAST_MM) / days, PLAN_ZOOM_LEAST, PX_ENOUGH);
}

/* The scale below which rather more pages are put side by side. */
static double
get_least_zoom (const PlanPages *self, PlanTicks start, PlanTicks finish)
{
  double zoom = get_bar_zoom (self);

  for (guint i = 0; i < G_N_ELEMENTS (readable); i++)
    if (finish - start <= readable[i].days * PLAN_TICKS_PER_DAY)
      return MIN (zoom, readable[i].px_per_day);
  return PLAN_ZOOM_LEAST;
}

/* All tasks, and the baselines and deadlines around them; but a deadline of another decade does not make the chart longer. */
static gboolean
get_extent (PlanPages *self, PlanTicks *start, PlanTicks *finish)
{
  g_autofree PlanTimeBreak *baselines = NULL;
  PlanTimeBreak all = { G_MAXINT64, G_MININT64 };
  PlanTicks length;

  if (!plan_gantt_get_extent (self->model, self->schedule, self->rows, start, finish))
    return FALSE;
  baselines = collect_baselines (self);
  for (guint row = 0; row < self->outline->n_rows; row++)
    {
      PlanTimeBreak stretch;

      self->baseline_finish = MAX (self->baseline_finish, baselines[self->outline->rows[row].task].finish);
      if (get_stretch (self, baselines, row, &stretch))
        all = (PlanTimeBreak) { MIN (all.start, stretch.start), MAX (all.finish, stretch.finish) };
    }
  length = *finish - *start;
  *start = CLAMP (all.start, *start - length, *start);
  *finish = CLAMP (all.finish, *finish, *finish + length);
  return TRUE;
}

static void
get_range (PlanPages *self, PlanTicks *start, PlanTicks *finish)
{
  if (!get_extent (self, start, finish))
    {
      *start = self->project->start != PLAN_TICKS_NONE ? self->project->start : self->options.printed;
      *finish = *start + 28 * PLAN_TICKS_PER_DAY;
    }
  self->end_is_fixed = self->options.to != PLAN_TICKS_NONE && self->options.to > *start;
  if (self->options.from != PLAN_TICKS_NONE)
    *start = self->options.from;
  if (self->options.to != PLAN_TICKS_NONE && self->options.to > *start)
    *finish = self->options.to;
  *finish = MAX (*finish, *start + PLAN_TICKS_PER_HOUR);
}

static double
choose_zoom (PlanPages *self, PlanTicks start, PlanTicks finish, double first_width, double next_width)
{
  double margin = self->end_is_fixed ? 0 : PLAN_MM (LABEL_MM), least, zoom = PLAN_ZOOM_LEAST;

  if (self->options.fit_width > 0)
    return plan_time_breaks_zoom (start, finish, margin, first_width, next_width, self->options.fit_width);
  least = get_least_zoom (self, start, finish);
  for (guint n = 1; n <= PAGES_ENOUGH; n++)
    {
      zoom = plan_time_breaks_zoom (start, finish, margin, first_width, next_width, n);
      if (zoom >= least)
        break;
    }
  return zoom;
}

static void
set_time (PlanPages *self)
{
  double first_width = self->frame_width - plan_pages_table_get_width (&self->table, FALSE);
  double next_width = self->frame_width - plan_pages_table_get_width (&self->table, TRUE);
  PlanTimeBreak *last;
  PlanTicks start, finish;
  double zoom;

  get_range (self, &start, &finish);
  zoom = choose_zoom (self, start, finish, first_width, next_width);
  if (self->options.from == PLAN_TICKS_NONE)
    {
      start = plan_time_start_before (start, zoom);
      zoom = choose_zoom (self, start, finish, first_width, next_width);
    }
  self->scale = (PlanTimescale) { start, zoom };
  if (!self->end_is_fixed)
    finish += (PlanTicks) (PLAN_MM (LABEL_MM) / zoom * PLAN_TICKS_PER_DAY);
  self->columns = plan_time_breaks_new (start, finish, zoom, first_width, next_width);
  last = &g_array_index (self->columns, PlanTimeBreak, self->columns->len - 1);
  if (!self->end_is_fixed)
    last->finish = last->start
                   + (PlanTicks) floor ((self->columns->len == 1 ? first_width : next_width) / zoom * PLAN_TICKS_PER_DAY);
  self->end = last->finish;
}

static void
set_row_height (PlanPages *self, double row_mm)
{
  double factor = row_mm / ROW_MM;
  PlanChartMetrics *metrics = &self->metrics;
  double *scaled[] = {
    &metrics->row_height, &metrics->bar_y, &metrics->bar_height, &metrics->bar_y_baseline, &metrics->bar_height_baseline,
    &metrics->baseline_y, &metrics->baseline_height, &metrics->summary_y, &metrics->summary_height, &metrics->foot_width,
    &metrics->foot_height, &metrics->milestone_half, &metrics->gate_outer, &metrics->gate_inner,
  };

  *metrics = *plan_metrics_get (PLAN_DENSITY_PAPER);
  for (guint i = 0; i < G_N_ELEMENTS (scaled); i++)
    *scaled[i] *= factor;
  metrics->row_height = PLAN_MM (row_mm);
  metrics->tier_height = self->header_height / 2;
  self->text_size = CLAMP (PLAN_PT (TEXT_PT) * factor, PLAN_PT (TEXT_LEAST_PT), PLAN_PT (TEXT_MOST_PT));
  metrics->label_size = self->text_size;
}

static double
measure_nothing (const char *text, double size, gboolean bold, gpointer data)
{
  return size;
}

/* The whole chart without breaks and words: says which marks occur. */
static void
lay_out_whole (PlanPages *self, PlanMeasureFunc measure)
{
  PlanGanttInput input = {
    .model = self->model,
    .schedule = self->schedule,
    .index = self->index,
    .rows = self->rows,
    .project = self->project->id,
    .scale = self->scale,
    .metrics = &self->metrics,
    .show = self->options.show & ~PLAN_GANTT_LABELS,
    .baseline = self->options.baseline,
    .first_row = 0,
    .end_row = self->outline->n_rows,
    .x0 = 0,
    .x1 = plan_timescale_x (&self->scale, self->end),
    .today = self->options.today,
    .measure = measure,
  };

  self->whole = plan_gantt_layout_new (&input);
  self->legend = plan_gantt_get_legend (self->whole);
}

/* Puts the marks into columns of @lines; returns the width of all columns. */
static double
place_legend (PlanPagesFoot *foot, const double *widths, guint n, guint lines)
{
  double x = 0, least = 0;

  for (guint i = 0; i < n; i++)
    {
      if (i % lines == 0)
        {
          foot->legend_x[i / lines] = x = i == 0 ? 0 : x + least;
          least = 0;
        }
      least = MAX (least, widths[i]);
    }
  foot->legend_lines = lines;
  return x + least;
}

static void
lay_out_legend (PlanPages *self)
{
  double widths[PLAN_N_LEGENDS];
  guint n = 0, lines = 4;

  for (PlanLegendItem item = 0; item < PLAN_N_LEGENDS; item++)
    if (self->legend & 1u << item)
      {
        g_autofree char *label = plan_gantt_legend_label (self->whole, item);

        widths[n++] = PLAN_MM (12.5 + 5) + plan_page_text_measure (self->text, label, PLAN_PT (TEXT_PT), FALSE);
      }
  while (place_legend (&self->foot, widths, n, lines) > self->foot.legend_width && lines < n)
    lines++;
  self->foot.legend_height = n == 0 ? 0 : PLAN_MM (7) + MIN (lines, n) * PLAN_MM (6.2);
}

/**
 * plan_pages_lay_out_foot:
 *
 * Finds the least size of legend and title block, and whether they stand beside each other.
 */
void
plan_pages_lay_out_foot (PlanPages *self)
{
  PlanPagesFoot *foot = &self->foot;

  foot->stacked = self->frame_width < PLAN_MM (230);
  foot->block_width = foot->stacked ? self->frame_width : CLAMP (self->frame_width * 0.462, PLAN_MM (110), PLAN_MM (180));
  foot->legend_width = foot->stacked ? self->frame_width : self->frame_width - foot->block_width - PLAN_MM (FOOT_GAP_MM);
  foot->block_height = PLAN_MM (BLOCK_LEAST_MM);
  lay_out_legend (self);
  foot->height = PLAN_MM (FOOT_GAP_MM)
                 + (foot->stacked ? foot->legend_height + PLAN_MM (4) + foot->block_height
                                  : MAX (foot->legend_height, foot->block_height));
}

static guint
get_capacity (const PlanPages *self, double row_mm, double foot)
{
  double room = self->bottom - foot - self->frame_y - self->header_height;

  return room <= 0 ? 0 : (guint) floor (room / PLAN_MM (row_mm) + 0.001);
}

static guint
count_bands (const PlanPages *self, double row_mm)
{
  return plan_row_breaks_count (self->outline->n_rows, MAX (get_capacity (self, row_mm, PLAN_MM (PLAN_FOOT_LINE_MM)), 1),
                                self->foot.height > 0 ? get_capacity (self, row_mm, self->foot.height) : 0);
}

/* Rows of the last row of pages. */
static guint
count_last_rows (const PlanPages *self, double row_mm)
{
  guint full = MAX (get_capacity (self, row_mm, PLAN_MM (PLAN_FOOT_LINE_MM)), 1);
  guint last = self->foot.height > 0 ? get_capacity (self, row_mm, self->foot.height) : 0;
  guint n_rows = self->outline->n_rows;

  while (n_rows > (last == 0 ? full : last))
    n_rows -= plan_row_breaks_next (n_rows, full, last);
  return n_rows;
}

/* The highest rows, between @most and @least, with which there are not more than @n_bands rows of pages; 0 if none. */
static double
find_row_height (const PlanPages *self, double most, double least, guint n_bands)
{
  for (double row_mm = most; row_mm > least - 0.01; row_mm -= 0.1)
    if (count_bands (self, row_mm) <= n_bands)
      return row_mm;
  return 0;
}

static double
choose_row_height (PlanPages *self)
{
  guint n_bands = count_bands (self, ROW_MM);
  double foot = self->foot.height, row_mm;

  if (self->options.fit_height == 0)
    {
      gboolean nearly_empty = count_last_rows (self, ROW_MM) <= (get_capacity (self, ROW_MM, foot) + 2) / 3;
      double least = nearly_empty ? ROW_LOWEST_MM : ROW_TIGHT_MM;

      row_mm = n_bands > 1 ? find_row_height (self, ROW_MM, least, n_bands - 1) : ROW_MM;
      return row_mm > 0 ? row_mm : ROW_MM;
    }
  row_mm = find_row_height (self, ROW_MOST_MM, ROW_LEAST_MM, self->options.fit_height);
  if (row_mm > 0)
    return row_mm;
  self->foot.height = 0;   /* rather without legend and title block than on more pages */
  row_mm = find_row_height (self, ROW_MM, ROW_LEAST_MM, self->options.fit_height);
  if (row_mm > 0)
    return row_mm;
  self->foot.height = foot;
  return ROW_LEAST_MM;
}

static void
set_bands (PlanPages *self, double row_mm)
{
  guint full = MAX (get_capacity (self, row_mm, PLAN_MM (PLAN_FOOT_LINE_MM)), 1);
  guint last = self->foot.height > 0 ? get_capacity (self, row_mm, self->foot.height) : 0;
  guint n_rows = self->outline->n_rows;

  if (last == 0)
    self->foot.height = 0;
  for (guint first = 0; self->bands->len == 0 || first < n_rows;)
    {
      PlanPageBand band = { first, first + plan_row_breaks_next (n_rows - first, full, last) };

      g_array_append_val (self->bands, band);
      first = band.end_row;
    }
}

static gboolean
touches (const PlanTimeBreak *stretch, const PlanTimeBreak *column)
{
  return stretch->start < column->finish
         && (stretch->finish > column->start || (stretch->start == stretch->finish && stretch->finish == column->start));
}

static gboolean
has_marks (const PlanPages *self, const PlanTimeBreak *baselines, const PlanPageBand *band, const PlanTimeBreak *column)
{
  PlanTimeBreak stretch;

  for (guint row = band->first_row; row < band->end_row; row++)
    if (get_stretch (self, baselines, row, &stretch) && touches (&stretch, column))
      return TRUE;
  return FALSE;
}

static void
set_cells (PlanPages *self)
{
  g_autofree PlanTimeBreak *baselines = collect_baselines (self);

  for (guint band = 0; band < self->bands->len; band++)
    for (guint column = 0; column < self->columns->len; column++)
      {
        PlanPageCell cell = { band, column };

        if (column == 0 || has_marks (self, baselines, &g_array_index (self->bands, PlanPageBand, band),
                                      &g_array_index (self->columns, PlanTimeBreak, column)))
          g_array_append_val (self->cells, cell);
      }
}

/**
 * plan_pages_lay_out:
 *
 * Finds sizes, scale and breaks of the pages.
 */
void
plan_pages_lay_out (PlanPages *self)
{
  double row_mm;

  plan_pages_set_paper (self);
  plan_pages_table_fit (&self->table, self->text, self->text_size, self->frame_width * 0.56);
  set_time (self);
  set_row_height (self, ROW_MM);
  lay_out_whole (self, measure_nothing);
  plan_pages_lay_out_foot (self);
  row_mm = choose_row_height (self);
  set_row_height (self, row_mm);
  set_bands (self, row_mm);
  set_cells (self);
}

/* Screen widths of pictures: enough for a chart beside text, and never more than a viewer can show. */
#define PICTURE_CHART_WIDTH 1200

/**
 * plan_pages_lay_out_picture:
 * @px_per_day: the scale, or 0 to choose one
 *
 * Finds the size of one picture with all rows.
 */
void
plan_pages_lay_out_picture (PlanPages *self, double px_per_day)
{
  PlanPageBand band = { 0, self->outline->n_rows };
  PlanPageCell cell = { 0, 0 };
  PlanTimeBreak column;
  double zoom;

  self->metrics = *plan_metrics_get (PLAN_DENSITY_STANDARD);
  self->header_height = 2 * self->metrics.tier_height;
  self->text_size = 10 * 96 / 72.0;
  plan_pages_table_fit (&self->table, self->text, self->text_size, 900);
  get_range (self, &column.start, &column.finish);
  zoom = plan_time_breaks_zoom (column.start, column.finish, 100, PICTURE_CHART_WIDTH, PICTURE_CHART_WIDTH, 1);
  zoom = px_per_day > 0 ? px_per_day : CLAMP (zoom, get_bar_zoom (self), 96);
  if (self->options.from == PLAN_TICKS_NONE)
    column.start = plan_time_start_before (column.start, zoom);
  if (!self->end_is_fixed)
    column.finish += (PlanTicks) (100 / zoom * PLAN_TICKS_PER_DAY);
  self->scale = (PlanTimescale) { column.start, zoom };
  self->end = column.finish;

  g_array_append_val (self->bands, band);
  self->columns = g_array_new (FALSE, FALSE, sizeof (PlanTimeBreak));
  g_array_append_val (self->columns, column);
  g_array_append_val (self->cells, cell);
  self->frame_width = ceil (plan_pages_table_get_width (&self->table, FALSE) + plan_timescale_x (&self->scale, self->end));
  self->page_width = self->frame_width;
  self->page_height = ceil (self->header_height + MAX (self->outline->n_rows, 1) * self->metrics.row_height);
  self->bottom = self->page_height;
}
