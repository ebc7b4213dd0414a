/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who has how much to do, and when. Which assignments a person has is known at once; how their work lies over time is
 * looked up for a person when somebody asks, and kept as runs sorted by start, each with the latest finish so far, so that
 * what touches a stretch of time is found by bisection. What lies in a cell is what the runs have until its end less what
 * they have until its start: the cells of any scale add up to the work, to the tick.
 *
 * There is as much of a person as the units say that hold on the day, in the working time of the calendar.
 */

#include "plan-load-private.h"

#include "plan-schedule-private.h"

/* Only people and machines have time. */
static guint
find_person (const PlanCosts *costs, const PlanAssignment *assignment)
{
  guint index = assignment->resource != PLAN_ID_NONE ? plan_model_find (costs->model, PLAN_RECORD_RESOURCE, assignment->resource)
                                                     : PLAN_INDEX_NONE;
  const PlanResource *resource = index != PLAN_INDEX_NONE ? plan_model_get_at (costs->model, PLAN_RECORD_RESOURCE, index) : NULL;

  if (resource == NULL || resource->type != PLAN_RESOURCE_WORK ||
      plan_costs_is_off (costs, plan_model_get_task (costs->model, assignment->task)))
    return PLAN_INDEX_NONE;
  return index;
}

static void
group_assignments (PlanLoad *self)
{
  guint n = plan_model_get_n (self->costs->model, PLAN_RECORD_ASSIGNMENT), sum = 0;
  g_autofree guint32 *person = g_new (guint32, n + 1);

  self->assignments = g_new (guint32, n + 1);
  for (guint i = 0; i < n; i++)
    {
      person[i] = find_person (self->costs, plan_model_get_assignment_at (self->costs->model, i));
      if (person[i] != PLAN_INDEX_NONE)
        self->people[person[i]].n_assignments++;
    }
  for (guint i = 0; i < self->n_people; i++)
    {
      self->people[i].first_assignment = sum;
      sum += self->people[i].n_assignments;
      self->people[i].n_assignments = 0;
    }
  for (guint i = 0; i < n; i++)
    if (person[i] != PLAN_INDEX_NONE)
      {
        PlanLoadPerson *of = &self->people[person[i]];

        self->assignments[of->first_assignment + of->n_assignments++] = i;
      }
}

/**
 * plan_load_new:
 * @costs: work and cost of a model; it must live as long, and neither model nor schedule change
 *
 * Returns: (transfer full): the load of all people; to be asked by one thread at a time
 */
PlanLoad *
plan_load_new (PlanCosts *costs)
{
  PlanLoad *self = g_new0 (PlanLoad, 1);

  self->costs = costs;
  self->n_people = plan_model_get_n (costs->model, PLAN_RECORD_RESOURCE);
  self->people = g_new0 (PlanLoadPerson, self->n_people + 1);
  self->units = plan_level_profile_list (costs->model);
  self->stretches = g_array_new (FALSE, FALSE, sizeof (PlanWorkStretch));
  group_assignments (self);
  return self;
}

/**
 * plan_load_free:
 * @self: (transfer full):
 */
void
plan_load_free (PlanLoad *self)
{
  for (guint i = 0; i < self->n_people; i++)
    {
      g_clear_pointer (&self->people[i].runs, g_array_unref);
      g_clear_pointer (&self->people[i].overs, g_array_unref);
    }
  g_clear_pointer (&self->calendars, plan_calendars_free);
  plan_level_profile_free_list (self->units, self->n_people);
  g_array_unref (self->stretches);
  g_free (self->people);
  g_free (self->assignments);
  g_free (self);
}

/**
 * plan_load_is_person:
 * @resource: index in the model
 *
 * Returns: whether it is somebody, or a machine, whose time can be used
 */
gboolean
plan_load_is_person (const PlanLoad *self, guint resource)
{
  const PlanResource *body = plan_model_get_at (self->costs->model, PLAN_RECORD_RESOURCE, resource);

  return body->type == PLAN_RESOURCE_WORK;
}

static void
add_runs (PlanLoad *self, GArray *runs, guint32 assignment)
{
  PlanSpread *spread = plan_costs_get_spread (self->costs);
  const PlanWorktime *worktime = plan_spread_get_worktime (spread, assignment);
  PlanCharge charge;

  if (self->costs->network == NULL || !plan_charge_read (&charge, self->costs, assignment))
    return;
  g_array_set_size (self->stretches, 0);
  plan_spread_list (spread, assignment, &charge.amount, self->stretches);
  for (guint i = 0; i < self->stretches->len; i++)
    {
      const PlanWorkStretch *from = &g_array_index (self->stretches, PlanWorkStretch, i);
      PlanTicks length = from->finish > from->start && worktime != NULL ? plan_worktime_work (worktime, from->start, from->finish)
                                                                        : from->finish - from->start;
      PlanLoadRun run = { { from->finish > from->start ? from->start : from->finish - 1, from->finish,
                            from->regular + from->overtime, from->done },
                          0, from->overtime, length, worktime, assignment };

      g_array_append_val (runs, run);
    }
}

static int
compare_runs (gconstpointer a, gconstpointer b)
{
  const PlanLoadRun *x = a, *y = b;

  if (x->run.start != y->run.start)
    return x->run.start < y->run.start ? -1 : 1;
  return x->assignment < y->assignment ? -1 : x->assignment > y->assignment;
}

/*
 * plan_load_get_runs:
 *
 * Returns: (transfer none): what the person has to do, by start
 */
GArray *
plan_load_get_runs (PlanLoad *self, guint resource)
{
  PlanLoadPerson *person = &self->people[resource];
  PlanTicks reach = G_MININT64;

  if (person->runs != NULL)
    return person->runs;
  person->runs = g_array_sized_new (FALSE, FALSE, sizeof (PlanLoadRun), person->n_assignments);
  for (guint i = 0; i < person->n_assignments; i++)
    add_runs (self, person->runs, self->assignments[person->first_assignment + i]);
  g_array_sort (person->runs, compare_runs);
  for (guint i = 0; i < person->runs->len; i++)
    {
      PlanLoadRun *run = &g_array_index (person->runs, PlanLoadRun, i);

      reach = run->reach = MAX (reach, run->run.finish);
    }
  return person->runs;
}

/*
 * plan_load_find_run:
 *
 * Returns: the first run from which on some may reach beyond @from
 */
guint
plan_load_find_run (const GArray *runs, PlanTicks from)
{
  guint low = 0, high = runs->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (runs, PlanLoadRun, middle).reach <= from)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * plan_load_get_extent:
 * @resource: index in the model
 * @start: (out): when its first work begins; @finish: (out): when its last one ends
 *
 * Returns: whether it has anything to do
 */
gboolean
plan_load_get_extent (PlanLoad *self, guint resource, PlanTicks *start, PlanTicks *finish)
{
  const GArray *runs = plan_load_get_runs (self, resource);

  if (runs->len == 0)
    return FALSE;
  *start = g_array_index (runs, PlanLoadRun, 0).run.start;
  *finish = g_array_index (runs, PlanLoadRun, runs->len - 1).reach;
  return TRUE;
}

/* The first edge after @at. */
static guint
find_edge (const PlanTicks *edges, guint n_edges, PlanTicks at)
{
  guint low = 0, high = n_edges;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (edges[middle] <= at)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Adds what a run has in each cell; cells lie @step values apart. */
static void
add_to_cells (const PlanRun *run, const PlanWorktime *worktime, const PlanTicks *edges, guint n_cells, gint64 *cells, gsize step)
{
  guint i = find_edge (edges, n_cells + 1, run->start);
  gint64 before = i > 0 ? plan_run_get_until (run, worktime, edges[i - 1]) : 0;

  if (i == 0)
    {
      before = plan_run_get_until (run, worktime, edges[0]);
      i = 1;
    }
  for (; i <= n_cells; i++)
    {
      gint64 until = plan_run_get_until (run, worktime, edges[i]);

      cells[(i - 1) * step] += until - before;
      before = until;
      if (edges[i] >= run->finish)
        return;
    }
}

/* What there is of the person before an instant. */
static PlanTicks
get_capacity_until (const PlanLevelProfile *units, const PlanWorktime *worktime, PlanTicks until)
{
  PlanTicks sum = 0;

  for (guint i = 0; i < units->steps->len; i++)
    {
      const PlanLevelStep *step = &g_array_index (units->steps, PlanLevelStep, i);
      PlanTicks from = MAX (step->at, PLAN_TICKS_MIN), to = until;

      if (from >= until)
        break;
      if (i + 1 < units->steps->len)
        to = MIN (until, step[1].at);
      if (to > from && step->free > 0)
        sum += plan_multiply_divide (plan_worktime_work (worktime, from, to), step->free, PLAN_PERCENT_HUNDRED);
    }
  return sum;
}

/* The calendar of the project in which somebody without one works, else that of any project. */
static PlanId
choose_calendar (const PlanLoad *self, guint resource)
{
  const PlanModel *model = self->costs->model;
  const PlanResource *body = plan_model_get_at (model, PLAN_RECORD_RESOURCE, resource);
  const PlanLoadPerson *person = &self->people[resource];
  const PlanProject *project = NULL;

  if (body->calendar != PLAN_ID_NONE)
    return body->calendar;
  if (person->n_assignments > 0)
    {
      const PlanAssignment *first = plan_model_get_assignment_at (model, self->assignments[person->first_assignment]);

      project = plan_model_get_project (model, plan_model_get_task (model, first->task)->project);
    }
  else if (plan_model_get_n (model, PLAN_RECORD_PROJECT) > 0)
    project = plan_model_get_at (model, PLAN_RECORD_PROJECT, 0);
  return project != NULL ? project->calendar : PLAN_ID_NONE;
}

/**
 * plan_load_get_worktime:
 * @resource: index in the model
 *
 * Returns: (transfer none) (nullable): when the person works; %NULL when the calendar cannot be counted with
 */
const PlanWorktime *
plan_load_get_worktime (PlanLoad *self, guint resource)
{
  PlanLoadPerson *person = &self->people[resource];
  guint32 number;
  PlanId calendar;

  if (person->worktime != NULL)
    return person->worktime;
  calendar = choose_calendar (self, resource);
  person->worktime = plan_schedule_get_worktime (self->costs->schedule, calendar);
  if (person->worktime != NULL)
    return person->worktime;
  if (self->calendars == NULL)
    self->calendars = plan_calendars_new (self->costs->model);
  if (plan_calendars_find (self->calendars, self->costs->model, calendar, &number, NULL))
    person->worktime = plan_calendars_get (self->calendars, number);
  return person->worktime;
}

/**
 * plan_load_get_capacity:
 * @resource: index in the model
 *
 * Returns: ticks for which there is somebody from @from on and before @to
 */
PlanTicks
plan_load_get_capacity (PlanLoad *self, guint resource, PlanTicks from, PlanTicks to)
{
  const PlanWorktime *worktime = plan_load_get_worktime (self, resource);

  if (worktime == NULL)
    return 0;
  return get_capacity_until (&self->units[resource], worktime, to) - get_capacity_until (&self->units[resource], worktime, from);
}

/**
 * plan_load_get_overs:
 * @resource: index in the model
 * @n_overs: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_overs): when more is asked of the person than there is, the first first
 */
const PlanLoadOver *
plan_load_get_overs (PlanLoad *self, guint resource, guint *n_overs)
{
  PlanLoadPerson *person = &self->people[resource];

  if (person->overs == NULL)
    person->overs = plan_load_find_over (plan_load_get_runs (self, resource), &self->units[resource]);
  *n_overs = person->overs->len;
  return (const PlanLoadOver *) (gpointer) person->overs->data;
}

static void
add_over (PlanLoad *self, guint resource, const PlanTicks *edges, guint n_cells, PlanLoadCell *cells)
{
  guint n;
  const PlanLoadOver *overs = plan_load_get_overs (self, resource, &n);

  for (guint i = 0; i < n && overs[i].start < edges[n_cells]; i++)
    for (guint k = MAX (find_edge (edges, n_cells + 1, overs[i].start), 1); k <= n_cells && edges[k - 1] < overs[i].finish; k++)
      {
        PlanTicks from = MAX (overs[i].start, edges[k - 1]), to = MIN (overs[i].finish, edges[k]), length;

        length = to <= from ? 0 : overs[i].worktime != NULL ? plan_worktime_work (overs[i].worktime, from, to) : to - from;
        if (length <= 0)
          continue;
        cells[k - 1].over += plan_multiply_divide (length, overs[i].units - overs[i].free, PLAN_PERCENT_HUNDRED);
        cells[k - 1].peak = MAX (cells[k - 1].peak, overs[i].units);
      }
}

/**
 * plan_load_read:
 * @resource: index in the model
 * @edges: (array length=n_cells+1): ascending: where each cell begins, and where the last one ends
 * @n_cells: at least 1
 * @cells: (array length=n_cells): what the person has is added to what is there, so that a group can be read one by one
 *
 * Reads the load of a person.
 */
void
plan_load_read (PlanLoad *self, guint resource, const PlanTicks *edges, guint n_cells, PlanLoadCell *cells)
{
  const GArray *runs = plan_load_get_runs (self, resource);
  const PlanWorktime *worktime = plan_load_get_worktime (self, resource);
  g_autofree PlanLoadCell *own = g_new0 (PlanLoadCell, n_cells);
  PlanTicks before = worktime != NULL ? get_capacity_until (&self->units[resource], worktime, edges[0]) : 0;

  for (guint i = plan_load_find_run (runs, edges[0]); i < runs->len; i++)
    {
      const PlanLoadRun *run = &g_array_index (runs, PlanLoadRun, i);
      PlanRun overtime = { run->run.start, run->run.finish, run->overtime, FALSE };

      if (run->run.start >= edges[n_cells])
        break;
      if (run->run.finish <= edges[0])
        continue;
      add_to_cells (&run->run, run->worktime, edges, n_cells, &own[0].work, sizeof (PlanLoadCell) / sizeof (gint64));
      if (run->overtime != 0)
        add_to_cells (&overtime, run->worktime, edges, n_cells, &own[0].overtime, sizeof (PlanLoadCell) / sizeof (gint64));
    }
  add_over (self, resource, edges, n_cells, own);
  for (guint i = 0; i < n_cells; i++)
    {
      PlanTicks until = worktime != NULL ? get_capacity_until (&self->units[resource], worktime, edges[i + 1]) : 0;

      cells[i].work += own[i].work;
      cells[i].overtime += own[i].overtime;
      cells[i].capacity += until - before;
      cells[i].over += MAX (own[i].over, own[i].work - own[i].overtime - (until - before));
      cells[i].peak = MAX (cells[i].peak, own[i].peak);
      before = until;
    }
}

static guint
find_project (const PlanModel *model, guint32 assignment)
{
  const PlanTask *task = plan_model_get_task (model, plan_model_get_assignment_at (model, assignment)->task);

  return plan_model_find (model, PLAN_RECORD_PROJECT, task->project);
}

/**
 * plan_load_read_parts:
 * @part_of_project: by index of the project in the model, to which part its work belongs
 * @work: (inout): for each part, @n_cells ticks of work; what the person has is added
 *
 * Reads the load of a person by projects; all parts together are the work of plan_load_read().
 */
void
plan_load_read_parts (PlanLoad *self, guint resource, const PlanTicks *edges, guint n_cells, const guint *part_of_project,
                      PlanTicks *work)
{
  const GArray *runs = plan_load_get_runs (self, resource);

  for (guint i = plan_load_find_run (runs, edges[0]); i < runs->len; i++)
    {
      const PlanLoadRun *run = &g_array_index (runs, PlanLoadRun, i);

      if (run->run.start >= edges[n_cells])
        break;
      if (run->run.finish > edges[0])
        add_to_cells (&run->run, run->worktime, edges, n_cells,
                      work + (gsize) part_of_project[find_project (self->costs->model, run->assignment)] * n_cells, 1);
    }
}

static PlanLoadShare *
take_share (GArray *shares, guint first, const PlanModel *model, guint32 assignment)
{
  PlanLoadShare share = { assignment, 0, 0, 0 };

  for (guint i = first; i < shares->len; i++)
    if (g_array_index (shares, PlanLoadShare, i).assignment == assignment)
      return &g_array_index (shares, PlanLoadShare, i);
  share.task = plan_model_find (model, PLAN_RECORD_TASK, plan_model_get_assignment_at (model, assignment)->task);
  share.project = find_project (model, assignment);
  g_array_append_val (shares, share);
  return &g_array_index (shares, PlanLoadShare, shares->len - 1);
}

/**
 * plan_load_list_shares:
 * @resource: index in the model
 * @shares: (element-type PlanLoadShare): gets one for each assignment with work from @from on and before @to, by start
 *
 * Tells who uses the person.
 */
void
plan_load_list_shares (PlanLoad *self, guint resource, PlanTicks from, PlanTicks to, GArray *shares)
{
  const GArray *runs = plan_load_get_runs (self, resource);
  guint first = shares->len;

  for (guint i = plan_load_find_run (runs, from); i < runs->len; i++)
    {
      const PlanLoadRun *run = &g_array_index (runs, PlanLoadRun, i);
      gint64 work;

      if (run->run.start >= to)
        break;
      work = plan_run_get_until (&run->run, run->worktime, to) - plan_run_get_until (&run->run, run->worktime, from);
      if (work != 0)
        take_share (shares, first, self->costs->model, run->assignment)->work += work;
    }
}

static int
compare_shares (gconstpointer a, gconstpointer b)
{
  const PlanLoadShare *x = a, *y = b;

  if (x->work != y->work)
    return x->work > y->work ? -1 : 1;
  return x->assignment < y->assignment ? -1 : x->assignment > y->assignment;
}

/**
 * plan_load_sort_shares:
 * @shares: (element-type PlanLoadShare):
 *
 * Puts those with the most work first.
 */
void
plan_load_sort_shares (GArray *shares)
{
  g_array_sort (shares, compare_shares);
}
