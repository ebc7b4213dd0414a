/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The head of every printed page: whose plan it is, what it is compared with, when it ends, and how secret it is.
 */

#include "plan-pages-private.h"

#include <glib/gi18n-lib.h>

#define NAME_PT        18
#define TITLE_PT       14
#define LINE_PT        9
#define STAMP_WIDTH_MM 42
#define STAMP_HEIGHT_MM 7.5

static const char *
get_text (const char *text)
{
  return text != NULL ? text : "";
}

static void
add_item (GString *line, const char *item)
{
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, item);
}

static void
add_baseline (PlanPages *self, GString *line)
{
  g_autofree char *item = NULL;

  if (self->options.baseline < 0)
    return;
  if (self->options.baseline == 0)
    item = g_strdup (_("Schedule against the baseline"));
  else
    /* Translators: in the head of a printed plan; %d is the number of a baseline, 1 to 10 */
    item = g_strdup_printf (_("Schedule against baseline %d"), self->options.baseline);
  add_item (line, item);
}

static void
add_finish (PlanPages *self, GString *line)
{
  const PlanScheduledProject *result = plan_schedule_get_project (self->schedule, self->project->id);
  g_autofree char *start = NULL, *finish = NULL, *item = NULL;

  if (result == NULL || self->outline->n_rows == 0 || result->start == PLAN_TICKS_NONE || result->finish == PLAN_TICKS_NONE)
    return;
  start = plan_date_format (result->start, PLAN_DATE_DAY_YEAR);
  finish = plan_date_format (result->finish, PLAN_DATE_DAY_YEAR);
  /* Translators: in the head of a printed plan; %1$s and %2$s are dates */
  item = g_strdup_printf (_("Start %1$s, finish %2$s"), start, finish);
  add_item (line, item);
}

/* How much later than in the baseline, in working time of the project. */
static void
add_variance (PlanPages *self, GString *line)
{
  const PlanScheduledProject *result = plan_schedule_get_project (self->schedule, self->project->id);
  const PlanWorktime *worktime = plan_schedule_get_worktime (self->schedule, self->project->calendar);
  g_autofree char *variance = NULL, *item = NULL;

  if (self->baseline_finish == PLAN_TICKS_NONE || result == NULL || result->finish == PLAN_TICKS_NONE || worktime == NULL)
    return;
  variance = plan_variance_format (plan_worktime_work (worktime, self->baseline_finish, result->finish),
                                   &self->table.conversion);
  /* Translators: in the head of a printed plan; %s is a signed duration such as "+7 d" */
  item = g_strdup_printf (_("%s against the baseline’s finish"), variance);
  add_item (line, item);
}

static void
add_status_date (PlanPages *self, GString *line)
{
  g_autofree char *date = NULL, *item = NULL;

  if (self->project->status_date == PLAN_TICKS_NONE)
    return;
  date = plan_date_format (self->project->status_date, PLAN_DATE_DAY_YEAR);
  /* Translators: in the head of a printed plan; %s is a date */
  item = g_strdup_printf (_("Status date %s"), date);
  add_item (line, item);
}

/* Returns how much room the stamp takes from the name. */
static double
draw_stamp (PlanPages *self, cairo_t *cr)
{
  const char *words = get_text (self->project->classification);
  PlanTextStyle style = { PLAN_PT (LINE_PT + 1), self->theme->critical_line, PLAN_ALIGN_CENTRE, TRUE };
  double needed = plan_page_text_measure (self->text, words, style.size, TRUE) + PLAN_MM (6);
  double width = CLAMP (needed, PLAN_MM (STAMP_WIDTH_MM), self->frame_width / 2), height = PLAN_MM (STAMP_HEIGHT_MM);
  double x = self->frame_x + self->frame_width - width, y = self->frame_y - PLAN_MM (15);

  if (*words == '\0')
    return 0;
  plan_page_set_colour (cr, self->theme->critical_line);
  cairo_set_line_width (cr, PLAN_MM (0.5));
  cairo_rectangle (cr, x, y, width, height);
  cairo_stroke (cr);
  plan_page_text_draw (self->text, cr, words, &style, x + PLAN_MM (2), y + height / 2 + style.size * 0.36,
                       width - PLAN_MM (4));
  return width + PLAN_MM (4);
}

/**
 * plan_pages_draw_head:
 *
 * Draws name, second line and classification above the frame.
 */
void
plan_pages_draw_head (PlanPages *self, cairo_t *cr)
{
  g_autoptr (GString) line = g_string_new (NULL);
  PlanTextStyle name = { PLAN_PT (NAME_PT), self->theme->ink, PLAN_ALIGN_LEFT, TRUE };
  PlanTextStyle title = { PLAN_PT (TITLE_PT), self->theme->ink2, PLAN_ALIGN_LEFT, FALSE };
  PlanTextStyle small = { PLAN_PT (LINE_PT), self->theme->ink2, PLAN_ALIGN_LEFT, FALSE };
  double x = self->frame_x, baseline = self->frame_y - PLAN_MM (9), width = self->frame_width - draw_stamp (self, cr), taken;

  taken = plan_page_text_draw (self->text, cr, get_text (self->project->name), &name, x, baseline, width);
  if (self->project->title != NULL && g_strcmp0 (self->project->title, self->project->name) != 0
      && width - taken > PLAN_MM (30))
    plan_page_text_draw (self->text, cr, self->project->title, &title, x + taken + PLAN_MM (3), baseline,
                         width - taken - PLAN_MM (3));

  add_baseline (self, line);
  add_finish (self, line);
  add_variance (self, line);
  add_status_date (self, line);
  plan_page_text_draw (self->text, cr, line->str, &small, x, self->frame_y - PLAN_MM (3), width);
}
