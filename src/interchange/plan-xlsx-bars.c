/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The Gantt chart of a workbook: a narrow column a day, week, month or quarter, headed by its first day, and rules that fill the cells
 * between start and finish of a row. Names, dates and what is done are formulas over the table on the first sheet, so that the bars follow
 * when somebody changes a date there.
 */

#include "plan-xlsx-private.h"

#include "plan-money.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_COLUMNS 400

/* The columns before the chart; KIND and DONE are hidden. */
enum {
  NUMBER,
  NAME,
  START,
  FINISH,
  COMPLETE,
  KIND,
  DONE,
  N_BEFORE
};

/* Where a column ends, as a formula of the spreadsheet: what stands between @prefix and @suffix is the cell where it begins. */
typedef struct
{
  int days;
  int months;
  const char *prefix;
  const char *suffix;
  const char *heading;
  double width;
} Scale;

/* Translators: the headings are formats of spreadsheets for dates: day and month, month and year */
static const Scale scales[] = {
  { 1, 0, "", "+1", N_("d mmm"), 2.2 },
  { 7, 0, "", "+7", N_("d mmm"), 3.2 },
  { 0, 1, "EDATE(", ",1)", N_("mmm yy"), 4 },
  { 0, 3, "EDATE(", ",3)", N_("mmm yy"), 4 },
};

/* What fills a cell, the strongest first: Excel takes the first that is true. */
typedef struct
{
  const char *rule; /* {from} and {to} are the ends of the column, {kind}, {start}, {finish} and {done} cells of the row */
  guint32 color;
} Rule;

#define COVERED "{start}<{to},{finish}>{from}"

static const Rule rules[] = {
  { "AND({kind}=4,{start}>={from},{start}<{to})", 0x241F31 },
  { "AND({kind}=3," COVERED ")", 0x5E5C64 },
  { "AND({kind}=2," COVERED ",{done}>{from},{done}>{start})", 0xA51D2D },
  { "AND({kind}=2," COVERED ")", 0xF0A5A5 },
  { "AND({kind}=1," COVERED ",{done}>{from},{done}>{start})", 0x1A5FB4 },
  { "AND({kind}=1," COVERED ")", 0x99C1F1 },
};

/**
 * plan_xlsx_get_serial:
 *
 * Returns: days since 1899-12-30, as spreadsheets count them
 */
double
plan_xlsx_get_serial (PlanTicks ticks)
{
  return (double) ticks / (double) PLAN_TICKS_PER_DAY + 25569;
}

static PlanDay
get_first_day (const Scale *scale, PlanTicks start)
{
  PlanDay day = plan_ticks_get_day (start);
  PlanCivil date;

  if (scale->months == 0)
    return scale->days == 7 ? day - (PlanDay) plan_day_get_weekday (day) : day;
  plan_day_to_civil (day, &date);
  return plan_day_from_civil (date.year, date.month - (date.month - 1) % scale->months, 1);
}

static PlanDay
get_next_day (const Scale *scale, PlanDay day)
{
  PlanCivil date;
  int month;

  if (scale->months == 0)
    return day + scale->days;
  plan_day_to_civil (day, &date);
  month = date.month - 1 + scale->months;
  return plan_day_from_civil (date.year + month / 12, month % 12 + 1, 1);
}

static guint
count_columns (const Scale *scale, const PlanGrid *grid)
{
  guint n = 0;

  for (PlanDay day = get_first_day (scale, grid->start); plan_ticks_from_day (day, 0) <= grid->finish; day = get_next_day (scale, day))
    n++;
  return n;
}

static const Scale *
choose_scale (const PlanGrid *grid, guint *n_columns)
{
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      *n_columns = count_columns (&scales[i], grid);
      if (*n_columns <= (i == 0 ? MAX_COLUMNS / 4 : MAX_COLUMNS))
        return &scales[i];
    }
  return NULL;
}

/* The cell of a row; "$1" is that of the first row, whose column moves along with where the rule is used. */
static char *
get_cell (guint column, const char *row)
{
  char name[LXW_MAX_COL_NAME_LENGTH];

  lxw_col_to_name (name, (lxw_col_t) column, 0);
  return g_strconcat (*row == '$' ? "" : "$", name, row, NULL);
}

/* The rule for the first cell of the chart; the spreadsheet moves it along to the others. */
static char *
create_formula (const Scale *scale, const char *rule)
{
  static const struct { const char *key; guint column; } keys[] = {
    { "{kind}", KIND }, { "{start}", START }, { "{finish}", FINISH }, { "{done}", DONE },
  };
  g_autofree char *from = get_cell (N_BEFORE, "$1");
  g_autofree char *to = g_strconcat (scale->prefix, from, scale->suffix, NULL);
  GString *formula = g_string_new ("=");

  g_string_append (formula, rule);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *cell = get_cell (keys[i].column, "2");

      g_string_replace (formula, keys[i].key, cell, 0);
    }
  g_string_replace (formula, "{from}", from, 0);
  g_string_replace (formula, "{to}", to, 0);
  return g_string_free (formula, FALSE);
}

static void
add_rules (const PlanXlsxBars *self, const Scale *scale, guint n_columns, lxw_workbook *book)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autofree char *formula = create_formula (scale, rules[i].rule);
      lxw_conditional_format rule = { .type = LXW_CONDITIONAL_TYPE_FORMULA, .value_string = formula, .stop_if_true = LXW_TRUE };

      rule.format = workbook_add_format (book);
      format_set_bg_color (rule.format, rules[i].color);
      worksheet_conditional_format_range (self->sheet, 1, N_BEFORE, self->grid->n_rows, (lxw_col_t) (N_BEFORE + n_columns - 1), &rule);
    }
}

static lxw_format *
create_head (lxw_workbook *book, const char *number_format)
{
  lxw_format *head = plan_xlsx_create_format (book, number_format, TRUE, 0);

  format_set_bg_color (head, PLAN_XLSX_HEAD_COLOR);
  format_set_bottom (head, LXW_BORDER_THIN);
  return head;
}

/* Days on which nobody works are shaded where each has its own column. */
static void
write_scale (const PlanXlsxBars *self, const Scale *scale, guint n_columns, lxw_workbook *book)
{
  lxw_format *head = create_head (book, _(scale->heading)), *off = workbook_add_format (book);
  const PlanGrid *grid = self->grid;
  PlanDay day = get_first_day (scale, grid->start);

  format_set_font_size (head, 8);
  format_set_rotation (head, 90);
  format_set_align (head, LXW_ALIGN_CENTER);
  format_set_bg_color (off, 0xF0F0F0);
  for (guint i = 0; i < n_columns; i++, day = get_next_day (scale, day))
    {
      lxw_col_t column = (lxw_col_t) (N_BEFORE + i);
      gboolean is_off = scale->days == 1 && grid->is_day_off != NULL && grid->is_day_off (grid, day);

      worksheet_set_column (self->sheet, column, column, scale->width, is_off ? off : NULL);
      worksheet_write_number (self->sheet, 0, column, plan_xlsx_get_serial (plan_ticks_from_day (day, 0)), head);
    }
}

static void
write_heads (const PlanXlsxBars *self, lxw_workbook *book)
{
  static const double widths[N_BEFORE] = { [NUMBER] = 5, [NAME] = 34, [START] = 11, [FINISH] = 11, [COMPLETE] = 6, [KIND] = 5, [DONE] = 11 };
  const guint shown[] = { 0, self->grid->name_column, self->grid->start_column, self->grid->finish_column, self->grid->complete_column };
  lxw_format *head = create_head (book, NULL);
  lxw_row_col_options hidden = { .hidden = LXW_TRUE };

  for (guint i = 0; i < N_BEFORE; i++)
    worksheet_set_column_opt (self->sheet, (lxw_col_t) i, (lxw_col_t) i, widths[i], NULL, i >= KIND ? &hidden : NULL);
  worksheet_write_string (self->sheet, 0, NUMBER, "#", head);
  for (guint i = NAME; i < KIND; i++)
    worksheet_write_string (self->sheet, 0, (lxw_col_t) i, i == COMPLETE ? "%" : self->grid->columns[shown[i]].heading, head);
}

static void
create_formats (PlanXlsxBars *self, lxw_workbook *book)
{
  for (guint level = 0; level <= PLAN_XLSX_MAX_INDENT; level++)
    for (guint bold = 0; bold < 2; bold++)
      self->names[level][bold] = plan_xlsx_create_format (book, NULL, bold != 0, level + 1);
  self->date = plan_xlsx_create_format (book, "yyyy-mm-dd", FALSE, 0);
  self->percent = plan_xlsx_create_format (book, "0%", FALSE, 0);
}

/**
 * plan_xlsx_bars_init:
 * @table: the name of the sheet of the table; must outlive @self
 *
 * Begins the sheet of the chart, when the table has dates at all.
 */
void
plan_xlsx_bars_init (PlanXlsxBars *self, const PlanGrid *grid, lxw_workbook *book, const char *table)
{
  const Scale *scale;
  guint n_columns;
  /* Translators: name of the sheet with the chart in a workbook */
  const char *name = C_("sheet", "Gantt chart");

  *self = (PlanXlsxBars) { .grid = grid, .table = table };
  if (grid->start == PLAN_TICKS_NONE || grid->n_rows == 0 || grid->start < PLAN_XLSX_FIRST_DATE ||
      grid->start_column == PLAN_GRID_NO_COLUMN || grid->finish_column == PLAN_GRID_NO_COLUMN ||
      grid->complete_column == PLAN_GRID_NO_COLUMN)
    return;
  scale = choose_scale (grid, &n_columns);
  if (scale != NULL)
    self->sheet = workbook_add_worksheet (book, g_ascii_strcasecmp (name, table) != 0 ? name : "Gantt");
  if (self->sheet == NULL)
    return;
  create_formats (self, book);
  plan_xlsx_set_up_page (self->sheet, NAME + 1);
  write_heads (self, book);
  write_scale (self, scale, n_columns, book);
  add_rules (self, scale, n_columns, book);
}

/* The cell of the table that a row of the chart repeats. */
static char *
create_reference (const PlanXlsxBars *self, guint column, guint row)
{
  g_autofree char *number = g_strdup_printf ("%u", row + 2);
  g_autofree char *cell = get_cell (column, number);

  return g_strdup_printf ("='%s'!%s", self->table, cell);
}

static void
write_instant (const PlanXlsxBars *self, guint row, guint column, guint shown, PlanTicks at)
{
  g_autofree char *formula = create_reference (self, shown, row);

  worksheet_write_formula_num (self->sheet, row + 1, (lxw_col_t) column, formula, self->date, plan_xlsx_get_serial (at));
}

/* Until when a row is done is as far between its start and finish as it is complete. */
static void
write_done (const PlanXlsxBars *self, guint row, const PlanGridRow *values)
{
  g_autofree char *complete = create_reference (self, self->grid->complete_column, row);
  g_autofree char *done = g_strdup_printf ("=$C%u+($D%u-$C%u)*$E%u", row + 2, row + 2, row + 2, row + 2);
  gint64 percent;

  if (!self->grid->get_value (self->grid, row, self->grid->complete_column, &percent))
    percent = 0;
  worksheet_write_formula_num (self->sheet, row + 1, COMPLETE, complete, self->percent, (double) percent / PLAN_PERCENT_HUNDRED);
  worksheet_write_formula_num (self->sheet, row + 1, DONE, done, NULL, plan_xlsx_get_serial (values->done));
}

/**
 * plan_xlsx_bars_write_row:
 * @row: of the table
 *
 * Writes a row of the chart; rows come in their order.
 */
void
plan_xlsx_bars_write_row (const PlanXlsxBars *self, guint row, const PlanGridRow *values)
{
  const PlanGrid *grid = self->grid;
  g_autofree char *name = NULL, *formula = NULL;

  if (self->sheet == NULL)
    return;
  name = grid->get_text (grid, row, grid->name_column);
  formula = create_reference (self, grid->name_column, row);
  plan_xlsx_write_group (self->sheet, row + 1, values);
  worksheet_write_number (self->sheet, row + 1, NUMBER, row + 1, NULL);
  worksheet_write_formula_str (self->sheet, row + 1, NAME, formula, self->names[MIN (values->level, PLAN_XLSX_MAX_INDENT)][values->summary],
                               name);
  if (values->bar == PLAN_GRID_NO_BAR || values->start == PLAN_TICKS_NONE)
    return;
  write_instant (self, row, START, grid->start_column, values->start);
  write_instant (self, row, FINISH, grid->finish_column, values->finish);
  worksheet_write_number (self->sheet, row + 1, KIND, values->bar, NULL);
  write_done (self, row, values);
}
