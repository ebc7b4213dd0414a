/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a frame needs of links, assignments and baselines, whose records name tasks by id: found once, kept with the rows.
 * A frame then looks through one packed array of links, and reads the assignments of the tasks that it shows. Finding uses
 * a small table of its own with the ids of the rows: it fits into the processor's cache, the records do not.
 */

#include "plan-gantt-private.h"

/**
 * plan_gantt_index_new:
 *
 * Returns: (transfer full): an index that is filled when it is first asked for
 */
PlanGanttIndex *
plan_gantt_index_new (void)
{
  PlanGanttIndex *self = g_new0 (PlanGanttIndex, 1);

  self->links = g_array_new (FALSE, FALSE, sizeof (PlanGanttIndexLink));
  return self;
}

void
plan_gantt_index_free (PlanGanttIndex *self)
{
  g_array_unref (self->links);
  g_free (self->first_assignment);
  g_free (self->resources);
  g_free (self->baseline);
  g_free (self);
}

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
fill_finder (Finder *self, const PlanGanttInput *input)
{
  guint n_slots = 2;

  while (n_slots < 2 * input->rows->n_rows)
    n_slots *= 2;
  self->mask = n_slots - 1;
  self->slots = g_new0 (Slot, n_slots);
  for (guint row = 0; row < input->rows->n_rows; row++)
    {
      guint task = input->rows->task[row];
      PlanId id;
      guint at;

      if (task == PLAN_INDEX_NONE)
        continue;
      id = plan_model_get_task_at (input->model, task)->id;
      for (at = hash_id (self, id); self->slots[at].id != PLAN_ID_NONE; at = (at + 1) & self->mask)
        ;
      self->slots[at] = (Slot) { id, task };
    }
}

/* The index of a task that has a row. */
static guint
find_task (const Finder *self, PlanId id)
{
  guint at;

  for (at = hash_id (self, id); self->slots[at].id != PLAN_ID_NONE; at = (at + 1) & self->mask)
    if (self->slots[at].id == id)
      return self->slots[at].task;
  return PLAN_INDEX_NONE;
}

static void
index_links (PlanGanttIndex *self, const PlanGanttInput *input, const Finder *finder)
{
  g_array_set_size (self->links, 0);
  for (guint i = 0; i < self->n_links; i++)
    {
      const PlanLink *link = plan_model_get_link_at (input->model, i);
      PlanGanttIndexLink item = { .link = i };

      item.from = find_task (finder, link->predecessor);
      item.to = find_task (finder, link->successor);
      if (item.from == PLAN_INDEX_NONE || item.to == PLAN_INDEX_NONE)
        continue;
      item.from_row = input->rows->row_of_task[item.from];
      item.to_row = input->rows->row_of_task[item.to];
      g_array_append_val (self->links, item);
    }
}

static int
compare_assignments (gconstpointer a, gconstpointer b, gpointer data)
{
  PlanId x = plan_model_get_assignment_at (data, *(const guint *) a)->id, y = plan_model_get_assignment_at (data, *(const guint *) b)->id;

  return x < y ? -1 : x > y;
}

/* Sorted by task with two passes: count, then place. Within a task they stand in the order in which they were made. */
static void
index_assignments (PlanGanttIndex *self, const PlanGanttInput *input, const Finder *finder)
{
  guint n_tasks = input->rows->n_tasks;
  g_autofree guint *tasks = g_new (guint, MAX (self->n_assignments, 1));

  g_free (self->first_assignment);
  g_free (self->resources);
  self->first_assignment = g_new0 (guint, n_tasks + 2);
  self->resources = g_new (guint, MAX (self->n_assignments, 1));
  for (guint i = 0; i < self->n_assignments; i++)
    {
      tasks[i] = find_task (finder, plan_model_get_assignment_at (input->model, i)->task);
      if (tasks[i] != PLAN_INDEX_NONE)
        self->first_assignment[tasks[i] + 2]++;
    }
  for (guint i = 2; i < n_tasks + 2; i++)
    self->first_assignment[i] += self->first_assignment[i - 1];
  for (guint i = 0; i < self->n_assignments; i++)
    if (tasks[i] != PLAN_INDEX_NONE)
      self->resources[self->first_assignment[tasks[i] + 1]++] = i;
  for (guint i = 0; i < n_tasks; i++)
    if (self->first_assignment[i + 1] > self->first_assignment[i] + 1)
      g_qsort_with_data (self->resources + self->first_assignment[i], (int) (self->first_assignment[i + 1] - self->first_assignment[i]),
                         sizeof (guint), compare_assignments, (gpointer) input->model);
  for (guint i = 0; i < self->first_assignment[n_tasks]; i++)
    self->resources[i] =
      plan_model_find (input->model, PLAN_RECORD_RESOURCE, plan_model_get_assignment_at (input->model, self->resources[i])->resource);
}

static void
index_baseline (PlanGanttIndex *self, const PlanGanttInput *input)
{
  guint n_tasks = input->rows->n_tasks;
  Finder finder;

  g_free (self->baseline);
  self->baseline = g_new (guint, MAX (n_tasks, 1));
  self->baseline_number = input->baseline;
  for (guint i = 0; i < n_tasks; i++)
    self->baseline[i] = PLAN_INDEX_NONE;
  fill_finder (&finder, input);
  for (guint i = 0; i < self->n_baselines; i++)
    {
      const PlanBaseline *baseline = plan_model_get_at (input->model, PLAN_RECORD_BASELINE, i);
      guint task;

      if (baseline->number != input->baseline || baseline->owner_record != PLAN_RECORD_TASK)
        continue;
      task = find_task (&finder, baseline->owner);
      if (task != PLAN_INDEX_NONE)
        self->baseline[task] = i;
    }
  g_free (finder.slots);
}

/**
 * plan_gantt_index_get:
 *
 * Returns: (transfer none): the index of the rows of @input, filled; it is filled again when the number of links,
 *   assignments or baselines differs from what it was
 */
PlanGanttIndex *
plan_gantt_index_get (const PlanGanttInput *input)
{
  PlanGanttIndex *self = input->rows->index;
  guint n_links = plan_model_get_n (input->model, PLAN_RECORD_LINK);
  guint n_assignments = plan_model_get_n (input->model, PLAN_RECORD_ASSIGNMENT);
  guint n_baselines = plan_model_get_n (input->model, PLAN_RECORD_BASELINE);
  Finder finder;

  if (self->model == input->model && self->n_links == n_links && self->n_assignments == n_assignments
      && self->n_baselines == n_baselines)
    return self;
  self->model = input->model;
  self->n_links = n_links;
  self->n_assignments = n_assignments;
  self->n_baselines = n_baselines;
  g_clear_pointer (&self->baseline, g_free);
  fill_finder (&finder, input);
  index_links (self, input, &finder);
  index_assignments (self, input, &finder);
  g_free (finder.slots);
  return self;
}

/**
 * plan_gantt_index_get_baseline:
 * @task: index of the task
 *
 * Returns: index of its baseline with the number of @input, or %PLAN_INDEX_NONE
 */
guint
plan_gantt_index_get_baseline (PlanGanttIndex *self, const PlanGanttInput *input, guint task)
{
  if (self->baseline == NULL || self->baseline_number != input->baseline)
    index_baseline (self, input);
  return self->baseline[task];
}
