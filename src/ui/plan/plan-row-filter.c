/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which rows of a plan are seen: a table of named conditions, each of which a task meets by what was typed or computed for it.
 */

#include "plan-row-filter.h"

#include "plan-text-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Name in actions, and what the menu says. */
static const struct
{
  const char *name;
  const char *label;
} filters[PLAN_N_ROW_FILTERS] = {
  [PLAN_ROWS_ALL] = { "all", NC_("filter", "All tasks") },
  [PLAN_ROWS_CRITICAL] = { "critical", NC_("filter", "Critical tasks") },
  [PLAN_ROWS_UNFINISHED] = { "unfinished", NC_("filter", "Unfinished tasks") },
  [PLAN_ROWS_LATE] = { "late", NC_("filter", "Later than the baseline") },
  [PLAN_ROWS_DEADLINES] = { "deadlines", NC_("filter", "With a deadline") },
  [PLAN_ROWS_MISSED] = { "missed", NC_("filter", "Deadline missed") },
  [PLAN_ROWS_MILESTONES] = { "milestones", NC_("filter", "Milestones") },
  [PLAN_ROWS_UNASSIGNED] = { "unassigned", NC_("filter", "Without resources") },
  [PLAN_ROWS_MINE] = { "mine", NC_("filter", "My tasks") },
  [PLAN_ROWS_THIS_MONTH] = { "month", NC_("filter", "This month") },
};

/* The finish of the first baseline of each task of the project, by index of the task; for one filter only. */
static PlanTicks *
list_baseline_finishes (const PlanModel *model)
{
  guint n_tasks = plan_model_get_n (model, PLAN_RECORD_TASK), n = plan_model_get_n (model, PLAN_RECORD_BASELINE);
  PlanTicks *finishes = g_new (PlanTicks, n_tasks + 1);

  for (guint i = 0; i < n_tasks; i++)
    finishes[i] = PLAN_TICKS_NONE;
  for (guint i = 0; i < n; i++)
    {
      const PlanBaseline *baseline = plan_model_get_at (model, PLAN_RECORD_BASELINE, i);
      guint task = baseline->owner_record == PLAN_RECORD_TASK && baseline->number == 0
                     ? plan_model_find (model, PLAN_RECORD_TASK, baseline->owner) : PLAN_INDEX_NONE;

      if (task != PLAN_INDEX_NONE)
        finishes[task] = baseline->finish;
    }
  return finishes;
}

/* Whether somebody is assigned, by index of the task; for one filter only. */
static guint8 *
list_assigned (const PlanModel *model)
{
  guint n = plan_model_get_n (model, PLAN_RECORD_ASSIGNMENT);
  guint8 *assigned = g_new0 (guint8, plan_model_get_n (model, PLAN_RECORD_TASK) + 1);

  for (guint i = 0; i < n; i++)
    {
      guint task = plan_model_find (model, PLAN_RECORD_TASK, plan_model_get_assignment_at (model, i)->task);

      if (task != PLAN_INDEX_NONE)
        assigned[task] = TRUE;
    }
  return assigned;
}

static gboolean
is_same_name (const char *a, const char *b)
{
  const char *end;

  return a != NULL && b != NULL && *b != '\0' && plan_text_find (a, b, &end) == a && *end == '\0';
}

/* Whether somebody of the office is who sits here: by the name or sign-in of the computer. */
static gboolean
is_me (const PlanResource *resource)
{
  const char *const names[] = { g_get_real_name (), g_get_user_name () };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (is_same_name (resource->name, names[i]) || is_same_name (resource->email, names[i]) || is_same_name (resource->code, names[i]))
      return TRUE;
  return FALSE;
}

/* Whether somebody is assigned whom @matches says, by index of the task. */
static guint8 *
list_assigned_to (const PlanModel *model, gboolean (*matches) (const PlanResource *resource, gconstpointer data), gconstpointer data)
{
  g_autoptr (GHashTable) people = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint n = plan_model_get_n (model, PLAN_RECORD_ASSIGNMENT);
  guint8 *assigned = g_new0 (guint8, plan_model_get_n (model, PLAN_RECORD_TASK) + 1);

  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_RESOURCE); i++)
    {
      const PlanResource *resource = plan_model_get_at (model, PLAN_RECORD_RESOURCE, i);

      if (matches (resource, data))
        g_hash_table_add (people, (gpointer) &resource->id);
    }
  for (guint i = 0; i < n && g_hash_table_size (people) > 0; i++)
    {
      const PlanAssignment *assignment = plan_model_get_assignment_at (model, i);
      guint task = g_hash_table_contains (people, &assignment->resource) ? plan_model_find (model, PLAN_RECORD_TASK, assignment->task)
                                                                         : PLAN_INDEX_NONE;

      if (task != PLAN_INDEX_NONE)
        assigned[task] = TRUE;
    }
  return assigned;
}

static gboolean
matches_me (const PlanResource *resource, gconstpointer data)
{
  return is_me (resource);
}

static gboolean
matches_text (const PlanResource *resource, gconstpointer data)
{
  return plan_text_find (resource->name, data, NULL) != NULL;
}

/* What a filter looks at besides the task itself. */
typedef struct
{
  PlanRowFilter filter;
  PlanTicks *baseline_finishes;
  guint8 *assigned;
  PlanTicks from;
  PlanTicks to;
} Filter;

/* Prepares what a filter needs; @finishes and @assigned are to be freed. */
static void
init_filter (Filter *self, PlanRowFilter filter, const PlanModel *model)
{
  PlanCivil date;

  *self = (Filter) { .filter = filter };
  if (filter == PLAN_ROWS_LATE)
    self->baseline_finishes = list_baseline_finishes (model);
  if (filter == PLAN_ROWS_UNASSIGNED)
    self->assigned = list_assigned (model);
  if (filter == PLAN_ROWS_MINE)
    self->assigned = list_assigned_to (model, matches_me, NULL);
  if (filter != PLAN_ROWS_THIS_MONTH)
    return;
  plan_ticks_to_civil (plan_ticks_now (), &date);
  self->from = plan_ticks_from_day (plan_day_from_civil (date.year, date.month, 1), 0);
  self->to = plan_ticks_from_day (plan_day_from_civil (date.year + (date.month == 12), date.month % 12 + 1, 1), 0);
}

static void
clear_filter (Filter *self)
{
  g_free (self->baseline_finishes);
  g_free (self->assigned);
}

/* Whether a task is worked on between two instants. */
static gboolean
is_within (const PlanScheduledTask *dates, PlanTicks from, PlanTicks to)
{
  return plan_ticks_is_valid (dates->start) && dates->start < to && (dates->finish > from || dates->start >= from);
}

static gboolean
matches (const Filter *self, guint index, const PlanTask *task, const PlanScheduledTask *dates)
{
  gboolean is_leaf = !dates->summary && !task->blank;

  switch (self->filter)
    {
    case PLAN_ROWS_CRITICAL:
      return is_leaf && dates->critical && dates->percent_complete < PLAN_PERCENT_HUNDRED;
    case PLAN_ROWS_UNFINISHED:
      return is_leaf && dates->percent_complete < PLAN_PERCENT_HUNDRED;
    case PLAN_ROWS_LATE:
      return is_leaf && self->baseline_finishes[index] != PLAN_TICKS_NONE && dates->finish > self->baseline_finishes[index];
    case PLAN_ROWS_DEADLINES:
      return task->deadline != PLAN_TICKS_NONE;
    case PLAN_ROWS_MISSED:
      return dates->deadline_missed;
    case PLAN_ROWS_MILESTONES:
      return is_leaf && (task->milestone || task->gate);
    case PLAN_ROWS_UNASSIGNED:
      return is_leaf && dates->duration > 0 && !self->assigned[index];
    case PLAN_ROWS_MINE:
      return is_leaf && self->assigned[index];
    case PLAN_ROWS_THIS_MONTH:
      return is_leaf && is_within (dates, self->from, self->to);
    default:
      return TRUE;
    }
}

static gboolean
meets (const PlanRowWish *wish, const guint8 *people, guint index, const PlanTask *task, const PlanScheduledTask *dates)
{
  if (wish->text != NULL && !people[index] && plan_text_find (task->name, wish->text, NULL) == NULL &&
      plan_text_find (task->notes, wish->text, NULL) == NULL && plan_text_find (task->wbs, wish->text, NULL) == NULL)
    return FALSE;
  return wish->from == PLAN_TICKS_NONE || (!dates->summary && !task->blank && is_within (dates, wish->from, wish->to));
}

/**
 * plan_row_filter_apply:
 * @wish: what rows must meet besides
 * @state: for each row of the outline, #PlanGanttRowState flags
 *
 * Hides what does not match, but not the summaries above what does.
 */
void
plan_row_filter_apply (PlanRowFilter filter, const PlanRowWish *wish, const PlanModel *model, const PlanSchedule *schedule,
                       const PlanOutline *outline, guint8 *state)
{
  g_autofree guint8 *people = wish->text != NULL ? list_assigned_to (model, matches_text, wish->text) : NULL;
  Filter what;

  init_filter (&what, filter, model);
  for (guint row = 0; row < outline->n_rows; row++)
    {
      guint index = outline->rows[row].task;
      const PlanTask *task = plan_model_get_task_at (model, index);
      const PlanScheduledTask *dates = plan_schedule_get_task (schedule, index);

      if (!matches (&what, index, task, dates) || !meets (wish, people, index, task, dates))
        state[row] |= PLAN_GANTT_ROW_HIDDEN;
    }
  for (guint row = outline->n_rows; row > 0; row--)
    {
      guint parent = outline->rows[row - 1].parent;

      if (!(state[row - 1] & PLAN_GANTT_ROW_HIDDEN) && parent != PLAN_INDEX_NONE)
        state[parent] &= (guint8) ~PLAN_GANTT_ROW_HIDDEN;
    }
  clear_filter (&what);
}

/**
 * plan_row_filter_count:
 * @wanted: what to count; @counts: (out): how many tasks match each, the summaries above them not counted
 *
 * Counts in one pass over the rows.
 */
void
plan_row_filter_count (const PlanRowFilter *wanted, guint n_filters, const PlanModel *model, const PlanSchedule *schedule,
                       const PlanOutline *outline, guint *counts)
{
  g_autofree Filter *filters_wanted = g_new (Filter, n_filters);

  for (guint i = 0; i < n_filters; i++)
    {
      counts[i] = 0;
      init_filter (&filters_wanted[i], wanted[i], model);
    }
  for (guint row = 0; row < outline->n_rows; row++)
    {
      guint index = outline->rows[row].task;
      const PlanTask *task = plan_model_get_task_at (model, index);
      const PlanScheduledTask *dates = plan_schedule_get_task (schedule, index);

      for (guint i = 0; i < n_filters; i++)
        counts[i] += matches (&filters_wanted[i], index, task, dates);
    }
  for (guint i = 0; i < n_filters; i++)
    clear_filter (&filters_wanted[i]);
}

/**
 * plan_row_filter_get_name:
 *
 * Returns: (transfer none): the name of a filter in actions
 */
const char *
plan_row_filter_get_name (PlanRowFilter filter)
{
  return filters[filter].name;
}

/**
 * plan_row_filter_get_label:
 *
 * Returns: (transfer none): what people read, translated
 */
const char *
plan_row_filter_get_label (PlanRowFilter filter)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "filter", filters[filter].label);
}
