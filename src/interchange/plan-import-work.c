/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a file tells of work only by dates: pauses in the work of a task, and how long an assignment takes when that does not
 * follow from its work and units. Both are kept as working time, so that they move with the task. A pause is believed only
 * when start, finish and duration leave room for it, because work that is spread over days says little of single minutes.
 */

#include "plan-import-private.h"

#include "plan-assigned.h"
#include "plan-contour.h"
#include "plan-imported.h"
#include "plan-task-index.h"

/* Less is rounding. */
#define SMALLEST_PAUSE (5 * PLAN_TICKS_PER_MINUTE)

/* Kinds of spans: what is left of the work and what is done. */
#define KIND_REMAINING 1
#define KIND_ACTUAL 2

typedef struct
{
  PlanId owner;
  PlanTicks start;
  PlanTicks finish;
  gint64 value;
} Span;

typedef struct
{
  PlanImport *import;
  PlanIdSource *ids;
  GHashTable *imported; /* index of PlanImportedValue + 1, by assignment or task */
  GArray *spans;        /* of Span, sorted */
  GArray *splits;       /* of PlanSplit that were found */
} Finder;

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const Span *x = a, *y = b;

  if (x->owner != y->owner)
    return x->owner < y->owner ? -1 : 1;
  return x->start < y->start ? -1 : x->start > y->start;
}

static void
collect_spans (Finder *self)
{
  const PlanModel *model = self->import->model;

  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_WORK_SPAN); i++)
    {
      const PlanWorkSpan *body = plan_model_get_at (model, PLAN_RECORD_WORK_SPAN, i);
      Span span = { body->owner, body->start, body->finish, body->value };

      if (body->owner_record == PLAN_RECORD_ASSIGNMENT && (body->kind == KIND_REMAINING || body->kind == KIND_ACTUAL) &&
          body->value > 0 && span.start != PLAN_TICKS_NONE && span.finish > span.start)
        g_array_append_val (self->spans, span);
    }
  g_array_sort (self->spans, compare_spans);
}

static void
collect_imported (Finder *self)
{
  const PlanModel *model = self->import->model;

  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_IMPORTED_VALUE); i++)
    {
      const PlanImportedValue *value = plan_model_get_at (model, PLAN_RECORD_IMPORTED_VALUE, i);

      if (value->owner_record == PLAN_RECORD_ASSIGNMENT)
        g_hash_table_insert (self->imported, (gpointer) &value->owner, GUINT_TO_POINTER (i + 1));
    }
}

static PlanTicks
get_date (Finder *self, PlanId owner, const char *element)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->imported, &owner));
  g_autofree char *text =
      index > 0 ? plan_imported_value_get (plan_model_get_at (self->import->model, PLAN_RECORD_IMPORTED_VALUE, index - 1), element) : NULL;
  gint64 ticks;

  return text != NULL && plan_imported_parse (PLAN_IMPORTED_INSTANT, text, &ticks) ? ticks : PLAN_TICKS_NONE;
}

static const Span *
find_spans (const GArray *spans, PlanId owner, guint *n)
{
  guint low = 0, high = spans->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (spans, Span, middle).owner < owner)
        low = middle + 1;
      else
        high = middle;
    }
  for (*n = 0; low + *n < spans->len && g_array_index (spans, Span, low + *n).owner == owner;)
    (*n)++;
  return &g_array_index (spans, Span, low);
}

/* Without a calendar, by the clock. */
static PlanTicks
count (const PlanWorktime *worktime, PlanTicks from, PlanTicks to)
{
  return worktime != NULL ? plan_worktime_work (worktime, from, to) : to - from;
}

/* Appends the pauses between the spans of work; returns their working time. */
static PlanTicks
find_pauses (Finder *self, const PlanWorktime *worktime, const Span *spans, guint n, PlanSplit split)
{
  PlanTicks reached = 0, total = 0;

  for (guint i = 0; i < n; i++)
    {
      PlanTicks from = count (worktime, spans[0].start, spans[i].start);

      if (from - reached >= SMALLEST_PAUSE)
        {
          split.id = plan_id_source_next (self->ids);
          split.after = reached - total;
          split.length = from - reached;
          total += split.length;
          g_array_append_val (self->splits, split);
        }
      reached = MAX (reached, count (worktime, spans[0].start, spans[i].finish));
    }
  return total;
}

static gboolean
is_near (PlanTicks a, PlanTicks b)
{
  return ABS (a - b) <= MAX (SMALLEST_PAUSE, ABS (b) / 100);
}

static PlanTicks
add_values (const Span *spans, guint n)
{
  PlanTicks sum = 0;

  for (guint i = 0; i < n; i++)
    sum += spans[i].value;
  return sum;
}

/* @is_alone: whether nobody else works on the task, so that its pauses are those of the task */
static void
derive (Finder *self, const PlanAssignment *assignment, const PlanAssigned *assigned, gboolean is_alone)
{
  const PlanTask *task = plan_model_get_task (self->import->model, assignment->task);
  PlanTicks start = get_date (self, assignment->id, "Start"), finish = get_date (self, assignment->id, "Finish");
  PlanTicks usual = plan_contour_get_duration (assignment->contour, assignment->work - assignment->overtime_work, assignment->units);
  PlanTicks length, pauses = 0;
  guint n, n_before = self->splits->len;
  const Span *spans = find_spans (self->spans, assignment->id, &n);
  const PlanWorktime *worktime = plan_unit_is_elapsed (task->duration_unit) ? NULL : assigned->worktime;
  PlanSplit split = { .owner = is_alone ? task->id : assignment->id,
                      .owner_record = is_alone ? PLAN_RECORD_TASK : PLAN_RECORD_ASSIGNMENT };

  if (start == PLAN_TICKS_NONE || finish == PLAN_TICKS_NONE || assigned->worktime == NULL)
    return;
  length = count (worktime, start, finish);
  if (is_alone)
    usual = task->duration;
  if (length - usual >= SMALLEST_PAUSE && n > 1 && is_near (add_values (spans, n), assignment->work))
    pauses = find_pauses (self, worktime, spans, n, split);
  if (pauses != 0 && !is_near (pauses, length - usual))
    {
      g_array_set_size (self->splits, n_before);
      pauses = 0;
    }
  if (assigned->drives && !is_alone && length > pauses && !is_near (length - pauses, usual))
    {
      PlanValue value = PLAN_VALUE_OF_INTEGER (MIN (length - pauses, PLAN_DURATION_MAX));

      plan_model_set (self->import->model, PLAN_FIELD_ASSIGNMENT_DURATION, assignment->id, &value);
    }
}

/* Of each task, how many assignments drive it; and when none does, how many there are. */
static guint
count_others (const PlanModel *model, const PlanAssigned *list, const PlanTaskIndex *index, guint assignment)
{
  guint task = plan_model_find (model, PLAN_RECORD_TASK, plan_model_get_assignment_at (model, assignment)->task), n, n_others = 0;
  const guint *items = plan_task_index_get_assignments (index, task, &n);

  for (guint i = 0; i < n; i++)
    if (items[i] != assignment && (list[items[i]].drives || !list[assignment].drives))
      n_others++;
  return n_others;
}

/* The pauses of an assignment that were found; they stand side by side. */
static PlanSplit *
list_found (Finder *self, PlanId assignment, guint *n)
{
  guint first = 0;

  while (first < self->splits->len && g_array_index (self->splits, PlanSplit, first).owner != assignment)
    first++;
  for (*n = 0; first + *n < self->splits->len && g_array_index (self->splits, PlanSplit, first + *n).owner == assignment;)
    (*n)++;
  return *n > 0 ? &g_array_index (self->splits, PlanSplit, first) : NULL;
}

static gboolean
pauses_alike (const PlanSplit *a, guint n_a, const PlanSplit *b, guint n_b)
{
  for (guint i = 0; n_a == n_b && i < n_a; i++)
    if (a[i].after != b[i].after || a[i].length != b[i].length)
      return FALSE;
  return n_a == n_b && n_a > 0;
}

/* When all who drive a task pause at the same times of one calendar, it is the task that does. */
static void
join_alike (Finder *self, const PlanAssigned *list, const guint *items, guint n, PlanId task)
{
  const PlanAssigned *first = NULL;
  PlanSplit *pauses = NULL;
  guint n_pauses = 0, n_others = 0;

  for (guint i = 0; i < n; i++)
    {
      PlanId id = plan_model_get_assignment_at (self->import->model, items[i])->id;
      guint n_own;
      PlanSplit *own = list[items[i]].drives ? list_found (self, id, &n_own) : NULL;

      if (!list[items[i]].drives)
        continue;
      if (first == NULL)
        {
          first = &list[items[i]];
          pauses = own;
          n_pauses = own != NULL ? n_own : 0;
        }
      else if (own == NULL || first->worktime != list[items[i]].worktime || !pauses_alike (pauses, n_pauses, own, n_own))
        return;
      else
        n_others++;
    }
  if (n_others == 0)
    return;
  for (guint i = 0; i < n_pauses; i++)
    {
      pauses[i].owner = task;
      pauses[i].owner_record = PLAN_RECORD_TASK;
    }
  for (guint i = 0; i < n; i++)
    {
      guint n_own;
      PlanSplit *own = list_found (self, plan_model_get_assignment_at (self->import->model, items[i])->id, &n_own);

      if (own != NULL)
        g_array_remove_range (self->splits, (guint) (own - (PlanSplit *) (gpointer) self->splits->data), n_own);
    }
}

static void
derive_all (Finder *self, const PlanSchedule *schedule)
{
  const PlanModel *model = self->import->model;
  g_autofree PlanAssigned *list = plan_assigned_list (schedule, model);
  g_autoptr (PlanTaskIndex) index = plan_task_index_new (model);
  guint n = plan_model_get_n (model, PLAN_RECORD_ASSIGNMENT);

  for (guint i = 0; i < n; i++)
    {
      const PlanAssignment *assignment = plan_model_get_assignment_at (model, i);
      const PlanTask *task = plan_model_get_task (model, assignment->task);

      if (task != NULL && !task->manual && assignment->work > 0)
        derive (self, assignment, &list[i], count_others (model, list, index, i) == 0);
    }
  for (guint i = 0; self->splits->len > 0 && i < plan_model_get_n (model, PLAN_RECORD_TASK); i++)
    {
      guint n_items;
      const guint *items = plan_task_index_get_assignments (index, i, &n_items);

      if (n_items > 1)
        join_alike (self, list, items, n_items, plan_model_get_task_at (model, i)->id);
    }
}

/* Stretches of work that a reader was told of a task. */
static void
convert_segments (Finder *self, const PlanSchedule *schedule)
{
  const PlanModel *model = self->import->model;
  const GArray *segments = self->import->segments;

  for (guint i = 0, n = 1; i < segments->len; i += n, n = 1)
    {
      const PlanSegment *first = &g_array_index (segments, PlanSegment, i);
      guint index = plan_model_find (model, PLAN_RECORD_TASK, first->task);
      PlanSplit split = { .owner = first->task, .owner_record = PLAN_RECORD_TASK };
      g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (Span));

      while (i + n < segments->len && first[n].task == first->task)
        n++;
      for (guint k = 0; k < n; k++)
        {
          Span span = { first->task, first[k].start, first[k].finish, 0 };

          g_array_append_val (spans, span);
        }
      if (index != PLAN_INDEX_NONE)
        find_pauses (self, plan_schedule_get_work_worktime (schedule, model, index), (const Span *) (gpointer) spans->data, n, split);
    }
}

static void
start_finding (Finder *self, PlanImport *import, PlanIdSource *ids)
{
  *self = (Finder) { .import = import, .ids = ids };
  self->imported = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->spans = g_array_new (FALSE, FALSE, sizeof (Span));
  self->splits = g_array_new (FALSE, FALSE, sizeof (PlanSplit));
}

static void
finish_finding (Finder *self)
{
  for (guint i = 0; i < self->splits->len; i++)
    plan_model_insert (self->import->model, PLAN_RECORD_SPLIT, &g_array_index (self->splits, PlanSplit, i));
  g_array_unref (self->splits);
  g_array_unref (self->spans);
  g_hash_table_unref (self->imported);
}

/**
 * plan_import_derive_work:
 * @self: complete
 *
 * Makes splits of the gaps in work that is spread over time, and durations of assignments whose dates are not as their
 * work and units say. For files that say it in no other way.
 */
void
plan_import_derive_work (PlanImport *self, PlanIdSource *ids)
{
  g_autoptr (PlanSchedule) schedule = plan_schedule_new ();
  Finder finder;

  /* When the plan cannot be scheduled, whoever tries it next will say why. */
  if (plan_model_get_n (self->model, PLAN_RECORD_ASSIGNMENT) == 0 || !plan_schedule_compute (schedule, self->model, NULL, NULL))
    return;
  start_finding (&finder, self, ids);
  collect_spans (&finder);
  collect_imported (&finder);
  derive_all (&finder, schedule);
  finish_finding (&finder);
}

/**
 * plan_import_convert_segments:
 * @self: complete
 *
 * Makes splits of the gaps between the stretches of work that the reader found.
 */
void
plan_import_convert_segments (PlanImport *self, PlanIdSource *ids)
{
  g_autoptr (PlanSchedule) schedule = plan_schedule_new ();
  Finder finder;

  if (self->segments->len == 0 || !plan_schedule_compute (schedule, self->model, NULL, NULL))
    return;
  start_finding (&finder, self, ids);
  convert_segments (&finder, schedule);
  finish_finding (&finder);
}
