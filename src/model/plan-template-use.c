/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plan made of a template: rows, links, roles and assignments as records of the office. It depends on what is chosen
 * and on nothing else; whoever asked for it writes the records.
 */

#include "plan-template-use.h"

/**
 * Making:
 * @tasks: ids by row of the template
 * @resources: ids by role
 */
typedef struct
{
  const PlanTemplate *template;
  const PlanTemplateUse *use;
  PlanIdSource *ids;
  PlanModel *model;
  PlanConversion conversion;
  PlanId *tasks;
  PlanId *resources;
} Making;

/* "5 d" stays "5 d" where days are shorter. */
static gint64
convert (const Making *self, gint64 value, PlanUnit unit)
{
  const PlanConversion ours = PLAN_CONVERSION_DEFAULT;

  if (unit != PLAN_UNIT_DAY && unit != PLAN_UNIT_WEEK && unit != PLAN_UNIT_MONTH)
    return value;
  return plan_multiply_divide (value, plan_unit_get_ticks (unit, &self->conversion), plan_unit_get_ticks (unit, &ours));
}

static void
add_task (Making *self, guint number)
{
  const PlanTemplateTask *from = plan_template_get_task (self->template, number);
  const PlanProject *project = self->use->project;
  g_autofree char *notes = plan_template_write_notes (self->template, number, self->use->language);
  g_autofree char *origin = g_strdup_printf ("%s/%s", self->template->id, from->id);
  gboolean is_top = from->parent == PLAN_TEMPLATE_NONE || self->tasks[from->parent] == PLAN_ID_NONE;
  PlanTask task;

  plan_record_init (PLAN_RECORD_TASK, &task);
  task.id = self->tasks[number] = plan_id_source_next (self->ids);
  task.project = project->id;
  task.parent = is_top ? PLAN_ID_NONE : self->tasks[from->parent];
  task.rank = number + 1;
  task.name = plan_bilingual_get (&from->name, self->use->language);
  task.notes = notes;
  task.template_task = origin;
  task.type = project->default_task_type;
  task.effort_driven = project->new_tasks_effort_driven;
  task.duration = convert (self, from->duration, from->duration_unit);
  task.duration_unit = from->duration_unit;
  task.estimated = FALSE;
  task.milestone = from->milestone;
  task.gate = from->gate;
  task.created = self->use->created;
  if (project->schedule_from == PLAN_SCHEDULE_FROM_FINISH)
    task.constraint = PLAN_CONSTRAINT_ALAP;
  plan_model_insert (self->model, PLAN_RECORD_TASK, &task);
}

static void
add_links (Making *self, const gboolean *rows)
{
  g_autoptr (GArray) links = plan_template_list_links (self->template, rows);

  for (guint i = 0; i < links->len; i++)
    {
      const PlanTemplateLink *from = &g_array_index (links, PlanTemplateLink, i);
      PlanLink link;

      plan_record_init (PLAN_RECORD_LINK, &link);
      link.id = plan_id_source_next (self->ids);
      link.predecessor = self->tasks[from->predecessor];
      link.successor = self->tasks[from->successor];
      link.type = from->type;
      link.lag = convert (self, from->lag, from->lag_unit);
      link.lag_unit = from->lag_unit;
      plan_model_insert (self->model, PLAN_RECORD_LINK, &link);
    }
}

/* A role that nobody takes is a generic resource. */
static PlanId
find_resource (Making *self, guint role)
{
  const PlanTemplateRole *from = &g_array_index (self->template->roles, PlanTemplateRole, role);
  PlanResource resource;

  if (self->resources[role] == PLAN_ID_NONE && self->use->people != NULL)
    self->resources[role] = self->use->people[role];
  if (self->resources[role] != PLAN_ID_NONE)
    return self->resources[role];
  plan_record_init (PLAN_RECORD_RESOURCE, &resource);
  resource.id = self->resources[role] = plan_id_source_next (self->ids);
  resource.rank = role + 1;
  resource.name = resource.role = plan_bilingual_get (&from->name, self->use->language);
  resource.generic = TRUE;
  plan_model_insert (self->model, PLAN_RECORD_RESOURCE, &resource);
  return resource.id;
}

static void
write_assignment (Making *self, guint task, PlanId resource, PlanPercent units)
{
  const PlanTask *worked = plan_model_get_task (self->model, self->tasks[task]);
  PlanAssignment assignment;

  plan_record_init (PLAN_RECORD_ASSIGNMENT, &assignment);
  assignment.id = plan_id_source_next (self->ids);
  assignment.task = worked->id;
  assignment.resource = resource;
  assignment.units = units;
  assignment.work = plan_multiply_divide (worked->duration, units, PLAN_PERCENT_HUNDRED);
  plan_model_insert (self->model, PLAN_RECORD_ASSIGNMENT, &assignment);
}

/* Who takes two roles on a task works on it once, for both. @from: the first work on a task. Returns: behind the last */
static guint
add_assignments (Making *self, guint from)
{
  const PlanTemplateWork *all = (const PlanTemplateWork *) self->template->work->data;
  guint task = all[from].task, end = from;

  while (end < self->template->work->len && all[end].task == task)
    end++;
  for (guint i = from; i < end && self->tasks[task] != PLAN_ID_NONE; i++)
    {
      PlanId resource = find_resource (self, all[i].role);
      PlanPercent units = 0;
      gboolean is_first = TRUE;

      for (guint k = from; k < end; k++)
        if (find_resource (self, all[k].role) == resource)
          {
            is_first = is_first && k >= i;
            units += all[k].units;
          }
      if (is_first)
        write_assignment (self, task, resource, units);
    }
  return end;
}

/**
 * plan_template_use:
 * @self: a checked template
 *
 * Makes the plan. Tasks have the row of the template, from 1, as rank; what a summary lies below is its parent only when it
 * is used, too.
 *
 * Returns: (transfer full): tasks, links, assignments and new resources, without the project
 */
PlanModel *
plan_template_use (const PlanTemplate *self, const PlanTemplateUse *use, PlanIdSource *ids)
{
  g_autofree gboolean *rows = plan_template_choose_rows (self, use);
  g_autofree PlanId *tasks = g_new0 (PlanId, self->tasks->len + 1);
  g_autofree PlanId *resources = g_new0 (PlanId, self->roles->len + 1);
  Making making = { .template = self, .use = use, .ids = ids, .tasks = tasks, .resources = resources };

  making.model = plan_model_new ();
  plan_project_get_conversion (use->project, &making.conversion);
  for (guint i = 0; i < self->tasks->len; i++)
    if (rows[i])
      add_task (&making, i);
  add_links (&making, rows);
  for (guint i = 0; i < self->work->len;)
    i = add_assignments (&making, i);
  return making.model;
}
