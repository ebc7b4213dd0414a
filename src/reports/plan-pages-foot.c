/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The foot of a printed chart. The last page carries the legend, with only the marks that occur, and the title block of
 * a technical drawing; the pages before it one line. A cell of the title block that nobody filled in is left out and
 * its room goes to the first cell of its line.
 */

#include "plan-pages-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define FOOT_GAP_MM 6

/* Of the title block, as parts of its width: what a cell takes that is not the first of its line. */
#define CELL_PART        0.222
#define NARROW_CELL_PART 0.25
#define NARROW_BLOCK_MM  150
#define MAX_CELLS 4

typedef struct
{
  const char *label;
  char *text;
  gboolean large;
} Cell;

static void
draw_legend (PlanPages *self, cairo_t *cr, double x, double y)
{
  const PlanPagesFoot *foot = &self->foot;
  PlanTextStyle title = { PLAN_PT (9), self->theme->ink, PLAN_ALIGN_LEFT, TRUE };
  PlanTextStyle quiet = { PLAN_PT (8.5), self->theme->ink2, PLAN_ALIGN_LEFT, FALSE };
  PlanTextStyle word = { PLAN_PT (9), self->theme->ink, PLAN_ALIGN_LEFT, FALSE };
  double row = PLAN_MM (6.2), taken;
  guint n = 0;

  if (self->legend == 0)
    return;
  taken = plan_page_text_draw (self->text, cr, _("Legend"), &title, x, y + PLAN_MM (3.5), -1);
  /* Translators: beside the word "Legend": bars are solid where work is done, milestones where they are reached */
  plan_page_text_draw (self->text, cr, _("solid: done, reached or missed"), &quiet, x + taken + PLAN_MM (5),
                       y + PLAN_MM (3.5), foot->legend_width - taken - PLAN_MM (5));
  for (PlanLegendItem item = 0; item < PLAN_N_LEGENDS; item++)
    {
      g_autofree char *label = NULL;
      double left = x + foot->legend_x[n / foot->legend_lines], top = y + PLAN_MM (7) + n % foot->legend_lines * row;

      if (!(self->legend & 1u << item))
        continue;
      label = plan_gantt_legend_label (self->whole, item);
      plan_gantt_draw_legend (cr, item, self->theme, plan_metrics_get (PLAN_DENSITY_PAPER), left,
                              top + row / 2, PLAN_MM (10));
      plan_page_text_draw (self->text, cr, label, &word, left + PLAN_MM (12.5), top + row / 2 + word.size * 0.36,
                           x + foot->legend_width - left - PLAN_MM (12.5));
      n++;
    }
}

static char *
format_scale (const PlanPages *self)
{
  double mm = self->scale.px_per_day / PLAN_MM (1);
  const char *pattern;
  g_autofree char *number = NULL;

  if (self->scale.px_per_day >= 24)
    /* Translators: the scale of a printed chart; %s is a number of millimetres */
    pattern = _("1 day = %s mm");
  else if (self->scale.px_per_day >= 1.2)
    {
      /* Translators: the scale of a printed chart; %s is a number of millimetres */
      pattern = _("1 week = %s mm");
      mm *= 7;
    }
  else
    {
      /* Translators: the scale of a printed chart; %s is a number of millimetres */
      pattern = _("1 year = %s mm");
      mm *= 365.25;
    }
  number = plan_number_format ((gint64) llround (mm * 10), 1);
  return g_strdup_printf (pattern, number);
}

static char *
format_project (const PlanPages *self)
{
  const char *name = self->project->name != NULL ? self->project->name : "";

  if (self->project->code == NULL || *self->project->code == '\0')
    return g_strdup (name);
  return g_strdup_printf ("%s · %s", name, self->project->code);
}

/* Takes the text. */
static void
add_cell (Cell *cells, guint *n_cells, const char *label, char *text)
{
  if (text == NULL || *text == '\0')
    g_free (text);
  else
    cells[(*n_cells)++] = (Cell) { label, text };
}

static void
draw_block_line (PlanPages *self, cairo_t *cr, Cell *cells, guint n_cells, double x, double y, double height)
{
  double part = self->foot.block_width < PLAN_MM (NARROW_BLOCK_MM) ? NARROW_CELL_PART : CELL_PART;
  double width = self->foot.block_width * part, first = self->foot.block_width - width * (n_cells - 1);
  PlanTextStyle quiet = { PLAN_PT (7), self->theme->ink2, PLAN_ALIGN_LEFT, FALSE };

  for (guint i = 0; i < n_cells; i++)
    {
      double cell = i == 0 ? first : width, padding = PLAN_MM (2);
      PlanTextStyle style = { PLAN_PT (cells[i].large ? 12 : 9), self->theme->ink, PLAN_ALIGN_LEFT, TRUE };

      plan_page_text_draw (self->text, cr, cells[i].label, &quiet, x + padding, y + PLAN_MM (4.5), cell - 2 * padding);
      plan_page_text_wrap (self->text, cr, cells[i].text, &style, x + padding, y + PLAN_MM (9.5), cell - 2 * padding,
                           height >= PLAN_MM (14.9) ? 2 : 1);
      g_free (cells[i].text);
      if (i > 0)
        {
          cairo_move_to (cr, x, y);
          cairo_line_to (cr, x, y + height);
        }
      x += cell;
    }
  plan_page_set_colour (cr, self->theme->ink);
  cairo_set_line_width (cr, PLAN_MM (0.25));
  cairo_stroke (cr);
}

static char *
format_page (const PlanPages *self, guint page)
{
  /* Translators: in the title block of a printed plan, under the word "Page": "2 of 6" */
  return g_strdup_printf (_("%1$u of %2$u"), page + 1, self->cells->len);
}

static void
draw_block (PlanPages *self, cairo_t *cr, guint page, double x, double y, double height)
{
  Cell upper[MAX_CELLS], lower[MAX_CELLS];
  guint n_upper = 0, n_lower = 0;

  add_cell (upper, &n_upper, _("Project"), format_project (self));
  add_cell (upper, &n_upper, _("Manager"), g_strdup (self->project->manager));
  add_cell (upper, &n_upper, _("Sponsor"), g_strdup (self->project->sponsor));
  add_cell (lower, &n_lower, _("Office"), g_strdup (self->project->company));
  add_cell (lower, &n_lower, _("Scale"), format_scale (self));
  add_cell (lower, &n_lower, _("Printed"), plan_date_format (self->options.printed, PLAN_DATE_TIME));
  add_cell (lower, &n_lower, _("Page"), format_page (self, page));
  lower[n_lower - 1].large = TRUE;
  draw_block_line (self, cr, upper, n_upper, x, y, height / 2);
  draw_block_line (self, cr, lower, n_lower, x, y + height / 2, height / 2);

  cairo_move_to (cr, x, y + height / 2);
  cairo_rel_line_to (cr, self->foot.block_width, 0);
  cairo_stroke (cr);
  cairo_set_line_width (cr, PLAN_MM (0.35));
  cairo_rectangle (cr, x, y, self->foot.block_width, height);
  cairo_stroke (cr);
}

static void
draw_line (PlanPages *self, cairo_t *cr, guint page)
{
  PlanTextStyle quiet = { PLAN_PT (8), self->theme->ink2, PLAN_ALIGN_LEFT, FALSE };
  PlanTextStyle right = { PLAN_PT (8), self->theme->ink, PLAN_ALIGN_RIGHT, TRUE };
  g_autofree char *date = plan_date_format (self->options.printed, PLAN_DATE_TIME);
  g_autofree char *place = NULL, *line = NULL;
  const char *office = self->project->company;
  double baseline = self->bottom - PLAN_MM (0.8);

  /* Translators: at the foot of a printed page; %1$u is its number, %2$u the number of pages */
  place = g_strdup_printf (_("Page %1$u of %2$u"), page + 1, self->cells->len);
  if (*date != '\0')
    /* Translators: at the foot of a printed page; %s is a date and time */
    line = g_strdup_printf (_("printed %s"), date);
  if (office != NULL && *office != '\0')
    {
      g_autofree char *printed = g_steal_pointer (&line);

      line = printed != NULL ? g_strdup_printf ("%s · %s", office, printed) : g_strdup (office);
    }
  plan_page_text_draw (self->text, cr, line != NULL ? line : "", &quiet, self->frame_x, baseline,
                       self->frame_width - PLAN_MM (35));
  plan_page_text_draw (self->text, cr, place, &right, self->frame_x, baseline, self->frame_width);
}

/**
 * plan_pages_draw_foot:
 *
 * Draws what stands below the frame: on the last page legend and title block, on the others one line.
 */
void
plan_pages_draw_foot (PlanPages *self, cairo_t *cr, guint page)
{
  const PlanPagesFoot *foot = &self->foot;
  PlanPagesPart part;
  double rows, room, top;

  if (page + 1 < self->cells->len || foot->height <= 0)
    {
      draw_line (self, cr, page);
      return;
    }
  plan_pages_get_part (self, page, &part);
  rows = MAX (part.end_row - part.first_row, 1) * self->metrics.row_height;
  room = self->bottom - (self->frame_y + self->header_height + rows);
  if (foot->stacked)
    {
      top = self->bottom - foot->height + PLAN_MM (FOOT_GAP_MM);
      draw_legend (self, cr, self->frame_x, top);
      draw_block (self, cr, page, self->frame_x, self->bottom - foot->block_height, foot->block_height);
    }
  else
    {
      double height = CLAMP (room - PLAN_MM (FOOT_GAP_MM), foot->block_height, PLAN_MM (44));

      top = self->bottom - MAX (height, foot->legend_height);
      draw_legend (self, cr, self->frame_x, top);
      draw_block (self, cr, page, self->frame_x + self->frame_width - foot->block_width, top, height);
    }
}
