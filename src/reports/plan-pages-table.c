/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The columns at the left of a printed chart: one table says title, alignment and text of each. Widths follow from the
 * words; when the page is too narrow, the columns that say least are left out before the names are cut.
 */

#include "plan-pages-table.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Of texts that are about as wide as the widest so far, only so many are measured. */
#define MEASURED_MOST 100

/* A column that would be wider than this many letters is cut. */
#define PREDECESSOR_LETTERS 18

typedef char *(*CellFunc) (const PlanPagesTable *table, guint row);

typedef struct
{
  const char *title; /* to be translated in the context "column" */
  PlanAlign align;
  CellFunc text;
  gboolean quiet; /* written in the second ink where the row is no summary */
} Column;

static const PlanTask *
get_task (const PlanPagesTable *self, guint row)
{
  return plan_model_get_task_at (self->model, self->outline->rows[row].task);
}

static const PlanScheduledTask *
get_result (const PlanPagesTable *self, guint row)
{
  return plan_schedule_get_task (self->schedule, self->outline->rows[row].task);
}

static gboolean
has_dates (const PlanPagesTable *self, guint row)
{
  return get_result (self, row)->start != PLAN_TICKS_NONE && !get_task (self, row)->blank;
}

static char *
format_number (const PlanPagesTable *self, guint row)
{
  return g_strdup_printf ("%u", row + 1);
}

static char *
format_wbs (const PlanPagesTable *self, guint row)
{
  const PlanTask *task = get_task (self, row);

  if (task->blank)
    return g_strdup ("");
  return task->wbs != NULL ? g_strdup (task->wbs) : plan_outline_get_number (self->outline, row);
}

static char *
format_name (const PlanPagesTable *self, guint row)
{
  const PlanTask *task = get_task (self, row);

  return g_strdup (task->name != NULL ? task->name : "");
}

static char *
format_duration (const PlanPagesTable *self, guint row)
{
  const PlanTask *task = get_task (self, row);
  const PlanScheduledTask *result = get_result (self, row);
  PlanDuration duration = { result->duration, task->duration_unit, task->estimated && !result->summary };

  if (!has_dates (self, row))
    return g_strdup (task->duration_text != NULL ? task->duration_text : "");
  if (result->summary)
    duration.unit = self->project->duration_unit;
  return plan_duration_format (&duration, &self->conversion);
}

static char *
format_date (const PlanPagesTable *self, PlanTicks ticks)
{
  return plan_date_format (ticks, self->with_year ? PLAN_DATE_DAY_YEAR : PLAN_DATE_DAY);
}

static char *
format_start (const PlanPagesTable *self, guint row)
{
  const PlanTask *task = get_task (self, row);

  if (!has_dates (self, row))
    return g_strdup (task->start_text != NULL ? task->start_text : "");
  return format_date (self, get_result (self, row)->start);
}

/* What ends at midnight ends on the day before. */
static char *
format_finish (const PlanPagesTable *self, guint row)
{
  const PlanTask *task = get_task (self, row);
  const PlanScheduledTask *result = get_result (self, row);

  if (!has_dates (self, row))
    return g_strdup (task->finish_text != NULL ? task->finish_text : "");
  if (result->finish > result->start && plan_ticks_get_within (result->finish) == 0)
    return format_date (self, result->finish - 1);
  return format_date (self, result->finish);
}

static char *
format_predecessors (const PlanPagesTable *self, guint row)
{
  guint first = self->first_link[row];

  return plan_predecessors_to_text (self->links + first, self->first_link[row + 1] - first, &self->conversion);
}

/* What is summed up is rounded to a whole percent, but nothing is done before all is. */
static char *
format_done (const PlanPagesTable *self, guint row)
{
  const PlanScheduledTask *result = get_result (self, row);
  PlanPercent done = result->percent_complete;

  if (!has_dates (self, row))
    return g_strdup ("");
  if (result->summary && done < PLAN_PERCENT_HUNDRED)
    done = MIN ((done + PLAN_PERCENT_ONE / 2) / PLAN_PERCENT_ONE, 99) * PLAN_PERCENT_ONE;
  return plan_percent_format (done);
}

static gboolean
shows_slack (const PlanPagesTable *self, guint row)
{
  const PlanScheduledTask *result = get_result (self, row);

  return has_dates (self, row) && !result->summary && result->percent_complete < PLAN_PERCENT_HUNDRED
         && result->total_slack != PLAN_TICKS_NONE;
}

static char *
format_slack (const PlanPagesTable *self, guint row)
{
  PlanDuration slack = { get_result (self, row)->total_slack, PLAN_UNIT_DAY, FALSE };

  return shows_slack (self, row) ? plan_duration_format (&slack, &self->conversion) : g_strdup ("");
}

static const Column columns[PLAN_N_TABLE_COLUMNS] = {
  [PLAN_TABLE_COLUMN_NUMBER] = { NC_("column", "#"), PLAN_ALIGN_RIGHT, format_number, TRUE },
  [PLAN_TABLE_COLUMN_WBS] = { NC_("column", "WBS"), PLAN_ALIGN_LEFT, format_wbs, TRUE },
  [PLAN_TABLE_COLUMN_NAME] = { NC_("column", "Task name"), PLAN_ALIGN_LEFT, format_name },
  [PLAN_TABLE_COLUMN_DURATION] = { NC_("column", "Duration"), PLAN_ALIGN_RIGHT, format_duration },
  [PLAN_TABLE_COLUMN_START] = { NC_("column", "Start"), PLAN_ALIGN_RIGHT, format_start },
  [PLAN_TABLE_COLUMN_FINISH] = { NC_("column", "Finish"), PLAN_ALIGN_RIGHT, format_finish },
  [PLAN_TABLE_COLUMN_PREDECESSORS] = { NC_("column", "Predecessors"), PLAN_ALIGN_LEFT, format_predecessors },
  [PLAN_TABLE_COLUMN_DONE] = { NC_("column", "Done"), PLAN_ALIGN_RIGHT, format_done },
  [PLAN_TABLE_COLUMN_SLACK] = { NC_("column", "Slack"), PLAN_ALIGN_RIGHT, format_slack },
};

/* The columns that may be left out, the least important first. */
static const PlanTableColumnId spare[] = {
  PLAN_TABLE_COLUMN_PREDECESSORS, PLAN_TABLE_COLUMN_WBS, PLAN_TABLE_COLUMN_DONE, PLAN_TABLE_COLUMN_SLACK, PLAN_TABLE_COLUMN_DURATION,
};

static double
get_padding (double text_size)
{
  return text_size * 0.5;
}

static double
get_indent (const PlanPagesTable *self, guint row, double text_size)
{
  return (self->outline->rows[row].level - 1) * text_size * 0.9;
}

static guint
find_row (const PlanPagesTable *self, PlanId task)
{
  guint index = plan_model_find (self->model, PLAN_RECORD_TASK, task);

  return index == PLAN_INDEX_NONE ? PLAN_INDEX_NONE : self->outline->row_of_task[index];
}

/* Sorts the links by successor: count, add up, fill in. */
static void
collect_links (PlanPagesTable *self)
{
  guint n_rows = self->outline->n_rows, n_links = plan_model_get_n (self->model, PLAN_RECORD_LINK);
  g_autofree guint *successors = g_new (guint, n_links + 1);
  g_autofree guint *predecessors = g_new (guint, n_links + 1);
  g_autofree guint *next = NULL;

  self->first_link = g_new0 (guint, n_rows + 2);
  for (guint i = 0; i < n_links; i++)
    {
      const PlanLink *link = plan_model_get_link_at (self->model, i);

      successors[i] = find_row (self, link->successor);
      predecessors[i] = find_row (self, link->predecessor);
      if (successors[i] != PLAN_INDEX_NONE && predecessors[i] != PLAN_INDEX_NONE)
        self->first_link[successors[i] + 1]++;
    }
  for (guint row = 0; row < n_rows; row++)
    self->first_link[row + 1] += self->first_link[row];

  next = g_memdup2 (self->first_link, (n_rows + 1) * sizeof (guint));
  self->links = g_new (PlanPredecessor, self->first_link[n_rows] + 1);
  for (guint i = 0; i < n_links; i++)
    if (successors[i] != PLAN_INDEX_NONE && predecessors[i] != PLAN_INDEX_NONE)
      {
        const PlanLink *link = plan_model_get_link_at (self->model, i);

        self->links[next[successors[i]]++] =
          (PlanPredecessor) { predecessors[i] + 1, link->type, { link->lag, link->lag_unit }, NULL };
      }
}

static gboolean
touches_two_years (const PlanPagesTable *self)
{
  const PlanScheduledProject *result = plan_schedule_get_project (self->schedule, self->project->id);
  PlanCivil first, last;

  if (result == NULL || result->start == PLAN_TICKS_NONE || result->finish == PLAN_TICKS_NONE)
    return FALSE;
  plan_ticks_to_civil (result->start, &first);
  plan_ticks_to_civil (result->finish, &last);
  return first.year != last.year;
}

/**
 * plan_pages_table_init:
 * @outline: the rows of @project; all arguments must live as long as the table
 */
void
plan_pages_table_init (PlanPagesTable *self, const PlanModel *model, const PlanSchedule *schedule, const PlanOutline *outline,
                       const PlanProject *project)
{
  *self = (PlanPagesTable) { .model = model, .schedule = schedule, .outline = outline, .project = project };
  plan_project_get_conversion (project, &self->conversion);
  self->with_year = touches_two_years (self);
  collect_links (self);
}

/**
 * plan_pages_table_clear:
 *
 * Frees what the table owns.
 */
void
plan_pages_table_clear (PlanPagesTable *self)
{
  g_clear_pointer (&self->first_link, g_free);
  g_clear_pointer (&self->links, g_free);
}

/* A quick guess at the width, in half letters, that saves measuring thousands of texts. */
static double
guess_width (const char *text)
{
  double width = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    width += (guchar) *text < 0x80 ? 1 : 2;
  return width;
}

/* The widest cell: only those texts are measured that may be wider than the widest so far. */
static double
measure_column (const PlanPagesTable *self, PlanPageText *text, PlanTableColumnId id, double size)
{
  double width = plan_page_text_measure (text, g_dpgettext2 (GETTEXT_PACKAGE, "column", columns[id].title), size, TRUE), widest_guess = 0;
  guint n_measured = 0;

  for (guint row = 0; row < self->outline->n_rows; row++)
    {
      g_autofree char *cell = columns[id].text (self, row);
      double indent = id == PLAN_TABLE_COLUMN_NAME ? get_indent (self, row, size) : 0;
      double guess = guess_width (cell) + indent / (size * 0.5);

      if (guess <= widest_guess * (n_measured++ < MEASURED_MOST ? 0.8 : 1))
        continue;
      widest_guess = MAX (widest_guess, guess);
      width = MAX (width, indent + plan_page_text_measure (text, cell, size, plan_outline_is_summary (self->outline, row)));
    }
  return ceil (width + 2 * get_padding (size));
}

/**
 * plan_pages_table_fit:
 * @text_size: of the cells, in chart units
 * @most: the table must not be wider than this, in chart units
 *
 * Finds the widths of the columns; leaves columns out and cuts names when there is not enough room.
 */
void
plan_pages_table_fit (PlanPagesTable *self, PlanPageText *text, double text_size, double most)
{
  double least_name = MIN (text_size * 11, most * 0.4), name, others;

  for (PlanTableColumnId id = 0; id < PLAN_N_TABLE_COLUMNS; id++)
    self->widths[id] = measure_column (self, text, id, text_size);
  self->widths[PLAN_TABLE_COLUMN_PREDECESSORS] = MIN (self->widths[PLAN_TABLE_COLUMN_PREDECESSORS], PREDECESSOR_LETTERS * text_size * 0.6);
  name = MAX (self->widths[PLAN_TABLE_COLUMN_NAME], least_name);
  others = plan_pages_table_get_width (self, FALSE) - self->widths[PLAN_TABLE_COLUMN_NAME];

  for (guint i = 0; i < G_N_ELEMENTS (spare) && others + MIN (name, most * 0.42) > most; i++)
    {
      others -= self->widths[spare[i]];
      self->widths[spare[i]] = 0;
    }
  self->widths[PLAN_TABLE_COLUMN_NAME] = MAX (MIN (name, most - others), least_name);
}

/**
 * plan_pages_table_get_width:
 * @repeated: of the two columns that repeat on the pages further right
 *
 * Returns: the width in chart units
 */
double
plan_pages_table_get_width (const PlanPagesTable *self, gboolean repeated)
{
  double width = 0;

  for (PlanTableColumnId id = 0; id < PLAN_N_TABLE_COLUMNS; id++)
    if (!repeated || id == PLAN_TABLE_COLUMN_NUMBER || id == PLAN_TABLE_COLUMN_NAME)
      width += self->widths[id];
  return width;
}

static double
get_column_width (const PlanPagesTable *self, const PlanTablePart *part, PlanTableColumnId id)
{
  if (id == PLAN_TABLE_COLUMN_NAME)
    return self->widths[id] + part->name_extra;
  return part->repeated && id != PLAN_TABLE_COLUMN_NUMBER ? 0 : self->widths[id];
}

static void
style_cell (const PlanPagesTable *self, const PlanChartTheme *theme, PlanTableColumnId id, guint row, PlanTextStyle *style)
{
  gboolean summary = plan_outline_is_summary (self->outline, row);

  style->bold = summary;
  style->align = columns[id].align;
  style->colour = columns[id].quiet && !summary ? theme->ink2 : theme->ink;
  if (!get_task (self, row)->active)
    style->colour = theme->ink2;
  if (id == PLAN_TABLE_COLUMN_SLACK && get_result (self, row)->critical)
    {
      style->bold = TRUE;
      style->colour = theme->critical_line;
    }
}

static void
draw_cells (const PlanPagesTable *self, cairo_t *cr, PlanPageText *text, const PlanChartTheme *theme, const PlanTablePart *part,
            PlanTableColumnId id, double x, double width)
{
  double padding = get_padding (part->text_size), y = part->y + part->header_height;
  PlanTextStyle style = { .size = part->text_size };

  for (guint row = part->first_row; row < part->end_row; row++, y += part->row_height)
    {
      g_autofree char *cell = columns[id].text (self, row);
      double indent = id == PLAN_TABLE_COLUMN_NAME ? MIN (get_indent (self, row, part->text_size), width * 0.4) : 0;

      style_cell (self, theme, id, row, &style);
      plan_page_text_add (text, cr, cell, &style, x + padding + indent,
                          y + part->row_height / 2 + part->text_size * 0.36, width - 2 * padding - indent);
    }
  plan_page_text_flush (text, cr);
}

static void
draw_lines (const PlanPagesTable *self, cairo_t *cr, const PlanChartTheme *theme, const PlanTablePart *part, double width)
{
  double top = part->y + part->header_height, x = part->x;
  double bottom = top + (part->end_row - part->first_row) * part->row_height;

  cairo_set_line_width (cr, 0.8);
  plan_page_set_colour (cr, theme->row_line);
  for (guint row = part->first_row + 1; row < part->end_row; row++)
    {
      double y = top + (row - part->first_row) * part->row_height;

      cairo_move_to (cr, part->x, y);
      cairo_line_to (cr, part->x + width, y);
    }
  for (PlanTableColumnId id = 0; id < PLAN_N_TABLE_COLUMNS; id++)
    {
      x += get_column_width (self, part, id);
      if (get_column_width (self, part, id) == 0 || x >= part->x + width - 0.5)
        continue;
      cairo_move_to (cr, x, part->y);
      cairo_line_to (cr, x, bottom);
    }
  cairo_stroke (cr);
}

static void
draw_header (const PlanPagesTable *self, cairo_t *cr, PlanPageText *text, const PlanChartTheme *theme, const PlanTablePart *part,
             double width)
{
  double padding = get_padding (part->text_size), x = part->x;

  plan_page_set_colour (cr, theme->header);
  cairo_rectangle (cr, part->x, part->y, width, part->header_height);
  cairo_fill (cr);
  for (PlanTableColumnId id = 0; id < PLAN_N_TABLE_COLUMNS; id++)
    {
      double column = get_column_width (self, part, id);
      PlanTextStyle style = { part->text_size, theme->ink, columns[id].align, TRUE };

      if (column > 0)
        plan_page_text_draw (text, cr, g_dpgettext2 (GETTEXT_PACKAGE, "column", columns[id].title), &style, x + padding,
                             part->y + part->header_height * 0.75 + part->text_size * 0.36, column - 2 * padding);
      x += column;
    }
}

/**
 * plan_pages_table_draw:
 *
 * Draws the header and the rows of one page, without the frame around them.
 */
void
plan_pages_table_draw (const PlanPagesTable *self, cairo_t *cr, PlanPageText *text, const PlanChartTheme *theme,
                       const PlanTablePart *part)
{
  double width = plan_pages_table_get_width (self, part->repeated) + part->name_extra, x = part->x;

  draw_header (self, cr, text, theme, part, width);
  draw_lines (self, cr, theme, part, width);
  for (PlanTableColumnId id = 0; id < PLAN_N_TABLE_COLUMNS; id++)
    {
      double column = get_column_width (self, part, id);

      if (column > 0)
        draw_cells (self, cr, text, theme, part, id, x, column);
      x += column;
    }
}
