/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing the pauses of a task. Microsoft Project knows them only as days without work of the assignments of the task, so
 * the work of each is written day by day, what is done apart from what is left, and the pauses as spans without work. Where
 * nobody works on the task, an assignment of nobody says it, as Project has it.
 */

#include "plan-mspdi-write.h"

#include "plan-contour.h"

/* Kinds of spans, and days as their unit. */
#define KIND_REMAINING 1
#define KIND_ACTUAL 2
#define UNIT_DAYS 2

/* What one resource does of a task, and when. */
typedef struct
{
  PlanMspdiWriter *writer;
  const PlanMspdiRow *row;
  const PlanAssignment *assignment;
  const PlanWorktime *worktime; /* NULL counts by the clock */
  PlanTicks length;
  PlanTicks done; /* ticks of the length */
  GArray *stretches;
} Spread;

static gboolean
has_spans (PlanMspdiWriter *self, PlanId assignment)
{
  guint first, end;

  plan_export_find_children (&self->index, PLAN_RECORD_WORK_SPAN, assignment, &first, &end);
  for (guint i = first; i < end; i++)
    {
      const PlanWorkSpan *span = plan_export_get_child (&self->index, PLAN_RECORD_WORK_SPAN, i);

      if (span->kind == KIND_REMAINING || span->kind == KIND_ACTUAL)
        return TRUE;
    }
  return FALSE;
}

static PlanStretches *
get_stretches (PlanMspdiWriter *self)
{
  if (self->stretches == NULL)
    self->stretches = plan_stretches_new (self->what->schedule, self->model);
  return self->stretches;
}

static PlanTicks
count_on (const Spread *self, PlanTicks at, PlanTicks amount)
{
  return self->worktime != NULL ? plan_worktime_add (self->worktime, at, amount) : at + amount;
}

static PlanTicks
next (const Spread *self, PlanTicks at)
{
  return self->worktime != NULL ? plan_worktime_next (self->worktime, at) : at;
}

static PlanTicks
get_length (const PlanTask *task, const PlanAssignment *assignment)
{
  if (task->type == PLAN_TASK_FIXED_DURATION || assignment->id == PLAN_ID_NONE)
    return task->duration;
  if (assignment->duration > 0)
    return assignment->duration;
  return plan_contour_get_duration (assignment->contour, assignment->work - assignment->overtime_work, assignment->units);
}

/* The parts of the task as far as the assignment is at work in them. */
static void
take_stretches (Spread *self, guint index, PlanTicks offset)
{
  guint n;
  const PlanStretch *stretches = plan_stretches_list (get_stretches (self->writer), index, &n);

  self->worktime = plan_stretches_get_worktime (self->writer->stretches, index);
  for (guint i = 0; i < n; i++)
    {
      PlanStretch stretch = { .from = CLAMP (stretches[i].from - offset, 0, self->length), .to = CLAMP (stretches[i].to - offset, 0, self->length) };

      if (stretch.from == stretch.to)
        continue;
      stretch.start = next (self, count_on (self, stretches[i].start, stretch.from + offset - stretches[i].from));
      stretch.finish = count_on (self, stretch.start, stretch.to - stretch.from);
      g_array_append_val (self->stretches, stretch);
    }
}

static int
compare_pauses (gconstpointer a, gconstpointer b)
{
  const PlanSplit *const *x = a, *const *y = b;

  return (*x)->after < (*y)->after ? -1 : (*x)->after > (*y)->after;
}

/* Of one who pauses on his own. */
static void
make_stretches (Spread *self, PlanTicks start)
{
  g_autoptr (GPtrArray) pauses = g_ptr_array_new ();
  PlanStretch stretch = { .start = next (self, start) };
  guint first, end;

  plan_export_find_children (&self->writer->index, PLAN_RECORD_SPLIT, self->assignment->id, &first, &end);
  for (guint i = first; i < end; i++)
    g_ptr_array_add (pauses, (gpointer) plan_export_get_child (&self->writer->index, PLAN_RECORD_SPLIT, i));
  g_ptr_array_sort (pauses, compare_pauses);
  for (guint i = 0; i <= pauses->len; i++)
    {
      const PlanSplit *pause = i < pauses->len ? g_ptr_array_index (pauses, i) : NULL;

      stretch.to = pause != NULL ? CLAMP (pause->after, stretch.from, self->length) : self->length;
      stretch.finish = count_on (self, stretch.start, stretch.to - stretch.from);
      if (stretch.to > stretch.from)
        g_array_append_val (self->stretches, stretch);
      stretch.from = stretch.to;
      stretch.start = pause != NULL ? next (self, count_on (self, stretch.finish, pause->length)) : stretch.finish;
    }
}

static void
write_span (Spread *self, gint32 kind, PlanTicks start, PlanTicks finish, PlanTicks work)
{
  PlanWorkSpan span = { .start = start, .finish = finish, .value = work, .kind = kind, .unit = UNIT_DAYS,
                        .owner = self->assignment->id, .owner_record = PLAN_RECORD_ASSIGNMENT };
  PlanMspdiRecord record = plan_mspdi_record (PLAN_RECORD_WORK_SPAN, PLAN_MSPDI_TIMEPHASED, &span);

  record.uid = self->writer->record->uid;
  plan_mspdi_write_record (self->writer, self->row->element, &record);
}

static PlanTicks
get_work (const Spread *self, PlanTicks within)
{
  return plan_contour_get_done (self->assignment->contour, self->length, self->assignment->work, within);
}

/* @from to @to of the length, which is all done or all left, day by day. */
static void
write_days (Spread *self, gint32 kind, PlanTicks start, PlanTicks from, PlanTicks to)
{
  while (from < to)
    {
      PlanTicks midnight = plan_ticks_from_day (plan_ticks_get_day (start) + 1, 0);
      PlanTicks within = self->worktime != NULL ? plan_worktime_work (self->worktime, start, midnight) : midnight - start;
      PlanTicks reached = MIN (from + MAX (within, 1), to);
      PlanTicks finish = count_on (self, start, reached - from);

      write_span (self, kind, start, finish, get_work (self, reached) - get_work (self, from));
      start = next (self, finish);
      from = reached;
    }
}

static void
write_stretch (Spread *self, const PlanStretch *stretch)
{
  PlanTicks done = CLAMP (self->done, stretch->from, stretch->to);

  write_days (self, KIND_ACTUAL, stretch->start, stretch->from, done);
  write_days (self, KIND_REMAINING, next (self, count_on (self, stretch->start, done - stretch->from)), done, stretch->to);
}

static void
spread (Spread *self, guint index, const PlanTask *task)
{
  const PlanScheduledTask *scheduled = plan_schedule_get_task (self->writer->what->schedule, index);
  PlanTicks actual = self->assignment->id != PLAN_ID_NONE ? self->assignment->actual_work : scheduled->actual_duration;

  self->length = MAX (get_length (task, self->assignment), 1);
  self->done = actual >= self->assignment->work ? self->length
               : plan_contour_get_within (self->assignment->contour, self->length, self->assignment->work, actual);
  if (self->assignment->id != PLAN_ID_NONE && plan_stretches_has_parts (get_stretches (self->writer), index))
    {
      const PlanAssigned *assigned;

      if (self->writer->assigned == NULL)
        self->writer->assigned = plan_assigned_list (self->writer->what->schedule, self->writer->model);
      assigned = &self->writer->assigned[plan_model_find (self->writer->model, PLAN_RECORD_ASSIGNMENT, self->assignment->id)];
      self->worktime = assigned->worktime;
      make_stretches (self, assigned->start);
    }
  else
    take_stretches (self, index, self->assignment->delay);
  for (guint i = 0; i < self->stretches->len; i++)
    {
      const PlanStretch *stretch = &g_array_index (self->stretches, PlanStretch, i);

      if (i > 0)
        write_span (self, stretch->from < self->done ? KIND_ACTUAL : KIND_REMAINING, stretch[-1].finish, stretch->start, 0);
      write_stretch (self, stretch);
    }
}

/* Whether the task pauses, or one who works on it does. */
static gboolean
pauses (PlanMspdiWriter *self, guint index, const PlanAssignment *assignment)
{
  guint n, first, end;

  if (assignment->id != PLAN_ID_NONE && plan_export_find_children (&self->index, PLAN_RECORD_SPLIT, assignment->id, &first, &end))
    return TRUE;
  plan_stretches_list (get_stretches (self), index, &n);
  return n > 1;
}

/**
 * plan_mspdi_write_pauses:
 *
 * Writes the work of the assignment spread over time when it pauses and no file has said how it is spread.
 */
void
plan_mspdi_write_pauses (PlanMspdiWriter *self, const PlanMspdiRow *row)
{
  const PlanAssignment *assignment = self->record->body;
  guint index = plan_model_find (self->model, PLAN_RECORD_TASK, assignment->task);
  Spread spread_of = { .writer = self, .row = row, .assignment = assignment };

  if (self->what->schedule == NULL || index == PLAN_INDEX_NONE || assignment->work <= 0 || plan_mspdi_has_file_values (self) ||
      (assignment->id != PLAN_ID_NONE && has_spans (self, assignment->id)) || !pauses (self, index, assignment))
    return;
  spread_of.stretches = g_array_new (FALSE, FALSE, sizeof (PlanStretch));
  spread (&spread_of, index, plan_model_get_task_at (self->model, index));
  g_array_unref (spread_of.stretches);
}

static gboolean
is_assigned (PlanMspdiWriter *self, PlanId task)
{
  if (self->assigned_tasks == NULL)
    {
      self->assigned_tasks = g_hash_table_new (g_int64_hash, g_int64_equal);
      for (guint i = 0; i < plan_model_get_n (self->model, PLAN_RECORD_ASSIGNMENT); i++)
        g_hash_table_add (self->assigned_tasks, (gpointer) &plan_model_get_assignment_at (self->model, i)->task);
    }
  return g_hash_table_contains (self->assigned_tasks, &task);
}

static gint64
get_largest_uid (PlanMspdiWriter *self)
{
  GHashTableIter iter;
  gpointer uid;
  gint64 largest = 0;

  g_hash_table_iter_init (&iter, self->uids[PLAN_RECORD_ASSIGNMENT]);
  while (g_hash_table_iter_next (&iter, NULL, &uid))
    largest = MAX (largest, *(const gint64 *) uid);
  return largest;
}

/**
 * plan_mspdi_write_paused_tasks:
 *
 * Writes an assignment of nobody for each task that pauses and on which nobody works.
 */
void
plan_mspdi_write_paused_tasks (PlanMspdiWriter *self)
{
  gint64 uid = get_largest_uid (self);

  if (self->what->schedule == NULL)
    return;
  for (guint row = 0; row < self->outline->n_rows; row++)
    {
      guint index = self->outline->rows[row].task;
      const PlanTask *task = plan_model_get_task_at (self->model, index);
      PlanAssignment nobody;
      PlanMspdiRecord record;

      plan_record_init (PLAN_RECORD_ASSIGNMENT, &nobody);
      nobody.task = task->id;
      nobody.work = task->duration;
      if (plan_outline_is_summary (self->outline, row) || is_assigned (self, task->id) || !pauses (self, index, &nobody))
        continue;
      nobody.actual_work = plan_schedule_get_task (self->what->schedule, index)->actual_duration;
      record = plan_mspdi_record (PLAN_RECORD_ASSIGNMENT, PLAN_MSPDI_ASSIGNMENT, &nobody);
      record.uid = ++uid;
      plan_mspdi_write_record (self, "Assignment", &record);
    }
}
