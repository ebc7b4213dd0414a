/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a frame needs of links, assignments and baselines, whose records name tasks by id: found once, kept with the rows.
 * A frame then looks through one packed array of links, and reads the assignments of the tasks that it shows.
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

static guint
find_task (const PlanGanttInput *input, PlanId id)
{
  guint task = plan_model_find (input->model, PLAN_RECORD_TASK, id);

  return task < input->rows->n_tasks ? task : PLAN_INDEX_NONE;
}

static guint
find_row (const PlanGanttInput *input, guint task)
{
  return task != PLAN_INDEX_NONE ? input->rows->row_of_task[task] : PLAN_INDEX_NONE;
}

static void
index_links (PlanGanttIndex *self, const PlanGanttInput *input)
{
  g_array_set_size (self->links, 0);
  for (guint i = 0; i < self->n_links; i++)
    {
      const PlanLink *link = plan_model_get_link_at (input->model, i);
      PlanGanttIndexLink item = { .link = i };

      item.from = find_task (input, link->predecessor);
      item.to = find_task (input, link->successor);
      item.from_row = find_row (input, item.from);
      item.to_row = find_row (input, item.to);
      if (item.from_row != PLAN_INDEX_NONE && item.to_row != PLAN_INDEX_NONE)
        g_array_append_val (self->links, item);
    }
}

/* Sorted by task with two passes: count, then place. */
static void
index_assignments (PlanGanttIndex *self, const PlanGanttInput *input)
{
  guint n_tasks = input->rows->n_tasks;
  g_autofree guint *tasks = g_new (guint, MAX (self->n_assignments, 1));

  g_free (self->first_assignment);
  g_free (self->resources);
  self->first_assignment = g_new0 (guint, n_tasks + 2);
  self->resources = g_new (guint, MAX (self->n_assignments, 1));
  for (guint i = 0; i < self->n_assignments; i++)
    {
      tasks[i] = find_task (input, plan_model_get_assignment_at (input->model, i)->task);
      if (tasks[i] != PLAN_INDEX_NONE)
        self->first_assignment[tasks[i] + 2]++;
    }
  for (guint i = 2; i < n_tasks + 2; i++)
    self->first_assignment[i] += self->first_assignment[i - 1];
  for (guint i = 0; i < self->n_assignments; i++)
    if (tasks[i] != PLAN_INDEX_NONE)
      self->resources[self->first_assignment[tasks[i] + 1]++] =
        plan_model_find (input->model, PLAN_RECORD_RESOURCE, plan_model_get_assignment_at (input->model, i)->resource);
}

static void
index_baseline (PlanGanttIndex *self, const PlanGanttInput *input)
{
  guint n_tasks = input->rows->n_tasks;

  g_free (self->baseline);
  self->baseline = g_new (guint, MAX (n_tasks, 1));
  self->baseline_number = input->baseline;
  for (guint i = 0; i < n_tasks; i++)
    self->baseline[i] = PLAN_INDEX_NONE;
  for (guint i = 0; i < self->n_baselines; i++)
    {
      const PlanBaseline *baseline = plan_model_get_at (input->model, PLAN_RECORD_BASELINE, i);
      guint task;

      if (baseline->number != input->baseline || baseline->owner_record != PLAN_RECORD_TASK)
        continue;
      task = find_task (input, baseline->owner);
      if (task != PLAN_INDEX_NONE)
        self->baseline[task] = i;
    }
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

  if (self->model == input->model && self->n_links == n_links && self->n_assignments == n_assignments
      && self->n_baselines == n_baselines)
    return self;
  self->model = input->model;
  self->n_links = n_links;
  self->n_assignments = n_assignments;
  self->n_baselines = n_baselines;
  g_clear_pointer (&self->baseline, g_free);
  index_links (self, input);
  index_assignments (self, input);
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
