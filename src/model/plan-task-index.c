/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Links, assignments and baselines by task. Each kind is one packed array sorted by task, and a second one that says where
 * those of each task begin: count, add up, fill in. Linear, but for the records of one task, which are put in the order of
 * their ids. Tasks are found in a small table of their own: it fits into the processor's cache, the records do not.
 */

#include "plan-task-index.h"

/* Those of task i are items[first[i]] to items[first[i + 1] - 1]; record r belongs to task tasks[r]. */
typedef struct
{
  guint *first;
  guint *items;
  guint *tasks;
} Lists;

struct _PlanTaskIndex
{
  guint n_tasks;
  Lists predecessors;
  Lists successors;
  Lists assignments;
  Lists baselines;
};

typedef struct
{
  const PlanModel *model;
  PlanRecord record;
} Kind;

/* An id and its place in the model; open addressing, an empty slot has no id. */
typedef struct
{
  PlanId id;
  guint task;
} Slot;

typedef struct
{
  Slot *slots;
  guint mask;
} Finder;

static guint
hash_id (const Finder *self, PlanId id)
{
  return (guint) ((guint64) id * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) >> 32) & self->mask;
}

static void
init_finder (Finder *self, const PlanModel *model)
{
  guint n = plan_model_get_n (model, PLAN_RECORD_TASK);
  guint n_slots = 2;

  while (n_slots < 2 * n)
    n_slots *= 2;
  self->mask = n_slots - 1;
  self->slots = g_new0 (Slot, n_slots);
  for (guint task = 0; task < n; task++)
    {
      PlanId id = plan_model_get_task_at (model, task)->id;
      guint at = hash_id (self, id);

      while (self->slots[at].id != PLAN_ID_NONE)
        at = (at + 1) & self->mask;
      self->slots[at] = (Slot){ id, task };
    }
}

static guint
find_task (const Finder *self, PlanId id)
{
  for (guint at = hash_id (self, id); self->slots[at].id != PLAN_ID_NONE; at = (at + 1) & self->mask)
    if (self->slots[at].id == id)
      return self->slots[at].task;
  return PLAN_INDEX_NONE;
}

static PlanId
get_id (const Kind *kind, guint index)
{
  return plan_record_get_id (plan_model_get_at (kind->model, kind->record, index));
}

static int
compare_items (gconstpointer a, gconstpointer b, gpointer data)
{
  PlanId x = get_id (data, *(const guint *) a), y = get_id (data, *(const guint *) b);

  return x < y ? -1 : x > y;
}

static void
sort_items (const Kind *kind, guint *items, guint n)
{
  for (guint i = 1; i < n; i++)
    if (get_id (kind, items[i - 1]) > get_id (kind, items[i]))
      {
        g_qsort_with_data (items, (gint) n, sizeof *items, compare_items, (gpointer) kind);
        return;
      }
}

/* Fills in whose each record is, and how many each task has. Returns: whether the records lie in the order of their ids. */
static gboolean
count_records (Lists *self, const Kind *kind, const Finder *finder, PlanFieldId field)
{
  gsize offset = plan_field_get (field)->offset;
  guint n = plan_model_get_n (kind->model, kind->record);
  PlanId last = PLAN_ID_NONE;
  gboolean ascends = TRUE;

  for (guint i = 0; i < n; i++)
    {
      const guint8 *record = plan_model_get_at (kind->model, kind->record, i);
      PlanId id = plan_record_get_id (record);

      ascends = ascends && last < id;
      last = id;
      self->tasks[i] = find_task (finder, *(const PlanId *) (gconstpointer) (record + offset));
      if (self->tasks[i] != PLAN_INDEX_NONE)
        self->first[self->tasks[i] + 1]++;
    }
  return ascends;
}

/* @field: the field of a link, an assignment or a baseline that holds the id of the task */
static void
init_lists (Lists *self, const PlanModel *model, guint n_tasks, const Finder *finder, PlanFieldId field)
{
  const Kind kind = { model, plan_field_get (field)->record };
  guint n = plan_model_get_n (model, kind.record);
  g_autofree guint *next = NULL;
  gboolean ascends;

  self->first = g_new0 (guint, (gsize) n_tasks + 2);
  self->items = g_new (guint, n + 1);
  self->tasks = g_new (guint, n + 1);
  ascends = count_records (self, &kind, finder, field);
  for (guint i = 0; i < n_tasks; i++)
    self->first[i + 1] += self->first[i];
  next = g_memdup2 (self->first, ((gsize) n_tasks + 1) * sizeof (guint));
  for (guint i = 0; i < n; i++)
    if (self->tasks[i] != PLAN_INDEX_NONE)
      self->items[next[self->tasks[i]]++] = i;
  for (guint i = 0; !ascends && i < n_tasks; i++)
    sort_items (&kind, self->items + self->first[i], self->first[i + 1] - self->first[i]);
}

static void
clear_lists (Lists *self)
{
  g_free (self->first);
  g_free (self->items);
  g_free (self->tasks);
}

/**
 * plan_task_index_new:
 *
 * Returns: (transfer full): the links, assignments and baselines of each task as they are now
 */
PlanTaskIndex *
plan_task_index_new (const PlanModel *model)
{
  PlanTaskIndex *self = g_new0 (PlanTaskIndex, 1);
  Finder finder;

  self->n_tasks = plan_model_get_n (model, PLAN_RECORD_TASK);
  init_finder (&finder, model);
  init_lists (&self->predecessors, model, self->n_tasks, &finder, PLAN_FIELD_LINK_SUCCESSOR);
  init_lists (&self->successors, model, self->n_tasks, &finder, PLAN_FIELD_LINK_PREDECESSOR);
  init_lists (&self->assignments, model, self->n_tasks, &finder, PLAN_FIELD_ASSIGNMENT_TASK);
  init_lists (&self->baselines, model, self->n_tasks, &finder, PLAN_FIELD_BASELINE_OWNER);
  g_free (finder.slots);
  return self;
}

/**
 * plan_task_index_free:
 * @self: (transfer full):
 */
void
plan_task_index_free (PlanTaskIndex *self)
{
  clear_lists (&self->predecessors);
  clear_lists (&self->successors);
  clear_lists (&self->assignments);
  clear_lists (&self->baselines);
  g_free (self);
}

/* A task that came later has no links and no assignments yet, else the index would have been made anew. */
static const guint *
get_items (const Lists *self, guint n_tasks, guint task, guint *n)
{
  *n = 0;
  if (task >= n_tasks)
    return NULL;
  *n = self->first[task + 1] - self->first[task];
  return self->items + self->first[task];
}

/**
 * plan_task_index_get_predecessors:
 * @task: index of the task in the model
 * @n: (out): how many there are
 *
 * Returns: (transfer none) (array length=n): indexes of the links whose successor is the task, as they were added
 */
const guint *
plan_task_index_get_predecessors (const PlanTaskIndex *self, guint task, guint *n)
{
  return get_items (&self->predecessors, self->n_tasks, task, n);
}

/**
 * plan_task_index_get_successors:
 * @task: index of the task in the model
 * @n: (out): how many there are
 *
 * Returns: (transfer none) (array length=n): indexes of the links whose predecessor is the task, as they were added
 */
const guint *
plan_task_index_get_successors (const PlanTaskIndex *self, guint task, guint *n)
{
  return get_items (&self->successors, self->n_tasks, task, n);
}

/**
 * plan_task_index_get_assignments:
 * @task: index of the task in the model
 * @n: (out): how many there are
 *
 * Returns: (transfer none) (array length=n): indexes of the assignments to the task, as they were added
 */
const guint *
plan_task_index_get_assignments (const PlanTaskIndex *self, guint task, guint *n)
{
  return get_items (&self->assignments, self->n_tasks, task, n);
}

/**
 * plan_task_index_find_baseline:
 * @model: the model that the index is of
 * @task: index of the task in the model
 * @number: of the baseline, from 0
 *
 * Returns: (transfer none) (nullable): what the baseline says of the task, valid until the next edit; or %NULL
 */
const PlanBaseline *
plan_task_index_find_baseline (const PlanTaskIndex *self, const PlanModel *model, guint task, int number)
{
  guint n;
  const guint *baselines = get_items (&self->baselines, self->n_tasks, task, &n);

  for (guint i = 0; i < n; i++)
    {
      const PlanBaseline *baseline = plan_model_get_at (model, PLAN_RECORD_BASELINE, baselines[i]);

      if (baseline->owner_record == PLAN_RECORD_TASK && baseline->number == number)
        return baseline;
    }
  return NULL;
}

/**
 * plan_task_index_get_ends:
 * @link: index of a link in the model
 * @from: (out): index of the predecessor, or %PLAN_INDEX_NONE; @to: (out): likewise of the successor
 */
void
plan_task_index_get_ends (const PlanTaskIndex *self, guint link, guint *from, guint *to)
{
  *from = self->successors.tasks[link];
  *to = self->predecessors.tasks[link];
}

/**
 * plan_task_index_find_assignment:
 * @model: the model that the index is of
 * @task: index of the task in the model
 * @resource: the resource that is looked for
 *
 * Returns: (transfer none) (nullable): its assignment to the task, valid until the next edit; or %NULL
 */
const PlanAssignment *
plan_task_index_find_assignment (const PlanTaskIndex *self, const PlanModel *model, guint task, PlanId resource)
{
  guint n;
  const guint *assignments = plan_task_index_get_assignments (self, task, &n);

  for (guint i = 0; i < n; i++)
    {
      const PlanAssignment *assignment = plan_model_get_assignment_at (model, assignments[i]);

      if (assignment->resource == resource)
        return assignment;
    }
  return NULL;
}
