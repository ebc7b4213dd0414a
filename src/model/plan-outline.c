/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Row order of tasks from parent and rank. Tasks are put beside the other children of their parent by counting, brothers are
 * sorted by (project, rank, id) where they do not lie so already, and then all are written out depth first with a stack of
 * our own: linear but for what is sorted, no recursion.
 */

#include "plan-outline.h"

#include <stdlib.h>
#include <string.h>

/* A task with what its place among its brothers follows from; the parent is an index + 1, 0 for none. */
typedef struct
{
  gint64 project_rank;
  gint64 rank;
  PlanId id;
  guint parent;
  guint task;
} SortKey;

static int
compare_brothers (const void *a, const void *b)
{
  const SortKey *x = a, *y = b;

  if (x->project_rank != y->project_rank)
    return x->project_rank < y->project_rank ? -1 : 1;
  if (x->rank != y->rank)
    return x->rank < y->rank ? -1 : 1;
  return x->id < y->id ? -1 : x->id > y->id;
}

static int
compare_projects (gconstpointer a, gconstpointer b, gpointer data)
{
  const PlanProject *x = plan_model_get_project (data, *(const PlanId *) a);
  const PlanProject *y = plan_model_get_project (data, *(const PlanId *) b);

  if (x->rank != y->rank)
    return x->rank < y->rank ? -1 : 1;
  return x->id < y->id ? -1 : x->id > y->id;
}

/**
 * plan_model_list_projects:
 *
 * Returns: (transfer full) (element-type PlanId): the projects in the order in which people see them
 */
GArray *
plan_model_list_projects (const PlanModel *model)
{
  guint n = plan_model_get_n (model, PLAN_RECORD_PROJECT);
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (PlanId), n);

  for (guint i = 0; i < n; i++)
    {
      PlanId id = plan_record_get_id (plan_model_get_at (model, PLAN_RECORD_PROJECT, i));

      g_array_append_val (ids, id);
    }
  g_array_sort_with_data (ids, compare_projects, (gpointer) model);
  return ids;
}

/* Place of each project among all, by index of the project in the model. */
static guint *
number_projects (const PlanModel *model)
{
  g_autoptr (GArray) ids = plan_model_list_projects (model);
  guint *places = g_new (guint, ids->len + 1);

  for (guint i = 0; i < ids->len; i++)
    places[plan_model_find (model, PLAN_RECORD_PROJECT, g_array_index (ids, PlanId, i))] = i;
  return places;
}

static SortKey *
list_tasks (const PlanModel *model, PlanId project, guint *n_keys)
{
  guint n_tasks = plan_model_get_n (model, PLAN_RECORD_TASK);
  g_autofree guint *places = number_projects (model);
  SortKey *keys = g_new (SortKey, n_tasks + 1);
  PlanId last = PLAN_ID_NONE; /* parent, of which the next task mostly is, too */
  guint parent = 0;

  *n_keys = 0;
  for (guint i = 0; i < n_tasks; i++)
    {
      const PlanTask *task = plan_model_get_task_at (model, i);
      SortKey *key = &keys[*n_keys];

      if (project != PLAN_ID_NONE && task->project != project)
        continue;
      if (task->parent != last)
        {
          last = task->parent;
          parent = last != PLAN_ID_NONE ? plan_model_find (model, PLAN_RECORD_TASK, last) + 1 : 0;
        }
      key->project_rank = project != PLAN_ID_NONE ? 0 : places[plan_model_find (model, PLAN_RECORD_PROJECT, task->project)];
      key->parent = parent;
      key->rank = task->rank;
      key->id = task->id;
      key->task = i;
      (*n_keys)++;
    }
  return keys;
}

/* Puts the children of each task together, in their order. first[p] and first[p + 1] will enclose those of parent p. */
static SortKey *
sort_tasks (const SortKey *keys, guint n_keys, guint n_tasks, guint *first)
{
  SortKey *sorted = g_new (SortKey, n_keys + 1);
  g_autofree guint *next = NULL;

  for (guint i = 0; i < n_keys; i++)
    first[keys[i].parent + 1]++;
  for (guint i = 0; i <= n_tasks; i++)
    first[i + 1] += first[i];
  next = g_memdup2 (first, ((gsize) n_tasks + 2) * sizeof (guint));
  for (guint i = 0; i < n_keys; i++)
    sorted[next[keys[i].parent]++] = keys[i];
  for (guint p = 0; p <= n_tasks; p++)
    for (guint i = first[p] + 1; i < first[p + 1]; i++)
      if (compare_brothers (&sorted[i - 1], &sorted[i]) > 0)
        {
          qsort (&sorted[first[p]], first[p + 1] - first[p], sizeof *sorted, compare_brothers);
          break;
        }
  return sorted;
}

static void
add_row (PlanOutline *self, guint task, guint parent, guint place)
{
  guint row = self->n_rows++;

  self->row_of_task[task] = row;
  self->rows[row] = (PlanOutlineRow){
    .task = task,
    .parent = parent,
    .end = row + 1,
    .level = parent != PLAN_INDEX_NONE ? self->rows[parent].level + 1 : 1,
    .place = place,
  };
}

/* first[p] and first[p + 1] enclose the children of the task with index p - 1; first[0] begins those at the top. */
static void
lay_rows (PlanOutline *self, const SortKey *keys, const guint *first)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (guint)); /* pairs: next key, row of the parent */
  guint top[2] = { first[0], PLAN_INDEX_NONE };

  g_array_append_vals (stack, top, 2);
  while (stack->len > 0)
    {
      guint *next = &g_array_index (stack, guint, stack->len - 2);
      guint parent = next[1];
      guint slot = parent != PLAN_INDEX_NONE ? self->rows[parent].task + 1 : 0;

      if (*next == first[slot + 1])
        {
          if (parent != PLAN_INDEX_NONE)
            self->rows[parent].end = self->n_rows;
          g_array_set_size (stack, stack->len - 2);
          continue;
        }
      add_row (self, keys[*next].task, parent, *next - first[slot] + 1);
      top[0] = first[keys[*next].task + 1];
      top[1] = self->n_rows - 1;
      (*next)++;
      g_array_append_vals (stack, top, 2);
    }
}

/**
 * plan_outline_new:
 * @model: a model that plan_model_check() allows
 * @project: the project, or %PLAN_ID_NONE for all, one after the other
 *
 * Returns: (transfer full): the rows
 */
PlanOutline *
plan_outline_new (const PlanModel *model, PlanId project)
{
  PlanOutline *self = g_new0 (PlanOutline, 1);
  guint n_keys;
  g_autofree SortKey *keys = list_tasks (model, project, &n_keys);
  g_autofree SortKey *sorted = NULL;
  g_autofree guint *first = NULL;

  self->n_tasks = plan_model_get_n (model, PLAN_RECORD_TASK);
  self->rows = g_new (PlanOutlineRow, n_keys + 1);
  self->row_of_task = g_new (guint, self->n_tasks + 1);
  for (guint i = 0; i < self->n_tasks; i++)
    self->row_of_task[i] = PLAN_INDEX_NONE;
  first = g_new0 (guint, (gsize) self->n_tasks + 3);
  sorted = sort_tasks (keys, n_keys, self->n_tasks, first);
  lay_rows (self, sorted, first);
  return self;
}

/* The row at which the task belongs below @parent. Its number among its brothers goes to @place. */
static guint
find_row (const PlanOutline *self, const PlanModel *model, const PlanTask *task, guint parent, guint *place)
{
  guint row = parent != PLAN_INDEX_NONE ? parent + 1 : 0;
  guint end = parent != PLAN_INDEX_NONE ? self->rows[parent].end : self->n_rows;

  for (*place = 1; row < end; row = self->rows[row].end, (*place)++)
    {
      const PlanTask *brother = plan_model_get_task_at (model, self->rows[row].task);

      if (brother->rank > task->rank || (brother->rank == task->rank && brother->id > task->id))
        break;
    }
  return row;
}

/* Makes room for a row below @parent; the rows from @row on move down by one. */
static void
open_row (PlanOutline *self, guint row, guint parent)
{
  self->rows = g_renew (PlanOutlineRow, self->rows, self->n_rows + 2);
  for (guint at = row; at < self->n_rows; at = self->rows[at].end)
    if (self->rows[at].parent == parent)
      self->rows[at].place++;
    else
      break;
  memmove (&self->rows[row + 1], &self->rows[row], (self->n_rows - row) * sizeof *self->rows);
  self->n_rows++;
  for (guint at = row + 1; at < self->n_rows; at++)
    {
      PlanOutlineRow *moved = &self->rows[at];

      moved->end++;
      if (moved->parent != PLAN_INDEX_NONE && moved->parent >= row)
        moved->parent++;
      self->row_of_task[moved->task] = at;
    }
  for (guint at = parent; at != PLAN_INDEX_NONE; at = self->rows[at].parent)
    self->rows[at].end++;
}

/**
 * plan_outline_add_task:
 * @model: the model of the outline, in which nothing but one task is new since; it stands behind all others
 * @project: the project for which the outline was made; not %PLAN_ID_NONE
 *
 * Takes the new task in, when it is of this project: the outline is then what plan_outline_new() would make, for the price of
 * moving the rows below it.
 */
void
plan_outline_add_task (PlanOutline *self, const PlanModel *model, PlanId project)
{
  guint index = self->n_tasks++;
  const PlanTask *task = plan_model_get_task_at (model, index);
  guint parent = PLAN_INDEX_NONE, row, place;

  g_return_if_fail (project != PLAN_ID_NONE && self->n_tasks == plan_model_get_n (model, PLAN_RECORD_TASK));

  self->row_of_task = g_renew (guint, self->row_of_task, self->n_tasks + 1);
  self->row_of_task[index] = PLAN_INDEX_NONE;
  if (task->project != project)
    return;
  if (task->parent != PLAN_ID_NONE)
    parent = self->row_of_task[plan_model_find (model, PLAN_RECORD_TASK, task->parent)];
  row = find_row (self, model, task, parent, &place);
  open_row (self, row, parent);
  self->row_of_task[index] = row;
  self->rows[row] = (PlanOutlineRow){
    .task = index,
    .parent = parent,
    .end = row + 1,
    .level = parent != PLAN_INDEX_NONE ? self->rows[parent].level + 1 : 1,
    .place = place,
  };
}

/**
 * plan_outline_free:
 */
void
plan_outline_free (PlanOutline *self)
{
  g_free (self->rows);
  g_free (self->row_of_task);
  g_free (self);
}

/**
 * plan_outline_is_summary:
 *
 * Returns: whether the row has rows below it
 */
gboolean
plan_outline_is_summary (const PlanOutline *self, guint row)
{
  return self->rows[row].end > row + 1;
}

/**
 * plan_outline_get_number:
 *
 * Returns: (transfer full): the outline number: "2.1.3"
 */
char *
plan_outline_get_number (const PlanOutline *self, guint row)
{
  GString *number = g_string_new (NULL);

  for (guint at = row; at != PLAN_INDEX_NONE; at = self->rows[at].parent)
    {
      g_autofree char *place = g_strdup_printf (at == row ? "%u" : "%u.", self->rows[at].place);

      g_string_prepend (number, place);
    }
  return g_string_free (number, FALSE);
}
