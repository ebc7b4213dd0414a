/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Links and assignments by task. Each kind is one packed array sorted by task, and a second one that says where those of
 * each task begin: count, add up, fill in. Linear, but for the records of one task, which are put in the order of their ids.
 */

#include "plan-task-index.h"

/* Those of task i are items[first[i]] to items[first[i + 1] - 1]. */
typedef struct
{
  guint *first;
  guint *items;
} Lists;

struct _PlanTaskIndex
{
  guint n_tasks;
  Lists predecessors;
  Lists successors;
  Lists assignments;
};

typedef struct
{
  const PlanModel *model;
  PlanRecord record;
} Kind;

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

/* @field: the field of a link or assignment that names the task */
static void
init_lists (Lists *self, const PlanModel *model, guint n_tasks, PlanFieldId field)
{
  const Kind kind = { model, plan_field_get (field)->record };
  guint n = plan_model_get_n (model, kind.record);
  g_autofree guint *tasks = g_new (guint, n + 1);
  g_autofree guint *next = NULL;
  gboolean ascends = TRUE; /* as records mostly lie, then nothing is left to be sorted */

  self->first = g_new0 (guint, (gsize) n_tasks + 2);
  self->items = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++)
    {
      PlanValue task = plan_field_get_value (field, plan_model_get_at (model, kind.record, i));

      ascends = ascends && (i == 0 || get_id (&kind, i - 1) < get_id (&kind, i));
      tasks[i] = plan_model_find (model, PLAN_RECORD_TASK, task.integer);
      if (tasks[i] != PLAN_INDEX_NONE)
        self->first[tasks[i] + 1]++;
    }
  for (guint i = 0; i < n_tasks; i++)
    self->first[i + 1] += self->first[i];
  next = g_memdup2 (self->first, ((gsize) n_tasks + 1) * sizeof (guint));
  for (guint i = 0; i < n; i++)
    if (tasks[i] != PLAN_INDEX_NONE)
      self->items[next[tasks[i]]++] = i;
  for (guint i = 0; !ascends && i < n_tasks; i++)
    sort_items (&kind, self->items + self->first[i], self->first[i + 1] - self->first[i]);
}

static void
clear_lists (Lists *self)
{
  g_free (self->first);
  g_free (self->items);
}

/**
 * plan_task_index_new:
 *
 * Returns: (transfer full): the links and assignments of each task as they are now
 */
PlanTaskIndex *
plan_task_index_new (const PlanModel *model)
{
  PlanTaskIndex *self = g_new0 (PlanTaskIndex, 1);

  self->n_tasks = plan_model_get_n (model, PLAN_RECORD_TASK);
  init_lists (&self->predecessors, model, self->n_tasks, PLAN_FIELD_LINK_SUCCESSOR);
  init_lists (&self->successors, model, self->n_tasks, PLAN_FIELD_LINK_PREDECESSOR);
  init_lists (&self->assignments, model, self->n_tasks, PLAN_FIELD_ASSIGNMENT_TASK);
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
