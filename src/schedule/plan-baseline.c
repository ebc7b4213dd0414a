/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is saved of tasks and their assignments as a baseline: dates, duration, work and cost as they are, and how work and
 * cost of an assignment lie over time where they are not even between its dates.
 */

#include "plan-baseline.h"

/**
 * plan_baseline_set_new:
 * @number: 0 to 10
 *
 * Returns: (transfer full): a baseline of nothing
 */
PlanBaselineSet *
plan_baseline_set_new (int number)
{
  PlanBaselineSet *self = g_new (PlanBaselineSet, 1);

  *self = (PlanBaselineSet) { number, g_array_new (FALSE, FALSE, sizeof (PlanBaseline)),
                              g_array_new (FALSE, FALSE, sizeof (PlanWorkSpan)) };
  return self;
}

/**
 * plan_baseline_set_free:
 * @self: (transfer full):
 */
void
plan_baseline_set_free (PlanBaselineSet *self)
{
  g_array_unref (self->baselines);
  g_array_unref (self->spans);
  g_free (self);
}

/**
 * plan_span_is_of_baseline:
 *
 * Returns: whether the span is work or cost of the baseline
 */
gboolean
plan_span_is_of_baseline (const PlanWorkSpan *span, int number)
{
  return span->kind == PLAN_SPAN_BASELINE_WORK (number) || span->kind == PLAN_SPAN_BASELINE_COST (number);
}

static void
init_baseline (const PlanBaselineSet *self, PlanBaseline *baseline, PlanRecord record, PlanId owner)
{
  plan_record_init (PLAN_RECORD_BASELINE, baseline);
  baseline->number = self->number;
  baseline->owner = owner;
  baseline->owner_record = record;
}

static int
compare_runs (gconstpointer a, gconstpointer b)
{
  const PlanRun *x = a, *y = b;

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  return x->finish < y->finish ? -1 : x->finish > y->finish;
}

/* One run from the first to the last instant is what the baseline says without spans. */
static gboolean
is_even (const PlanSeries *series, const PlanAssigned *assigned)
{
  const PlanRun *run = &g_array_index (series->runs, PlanRun, 0);

  return series->runs->len == 0 ||
         (series->runs->len == 1 && run->start == assigned->start && run->finish == assigned->finish);
}

/* Values in units of the results; each span is what comes to those before it, so that they add up. */
static void
add_spans (PlanBaselineSet *self, PlanSeries *series, const PlanAssigned *assigned, PlanId owner, gint kind)
{
  gint64 fine = 0, whole = 0;
  PlanWorkSpan span;

  if (is_even (series, assigned))
    return;
  plan_record_init (PLAN_RECORD_WORK_SPAN, &span);
  span.owner = owner;
  span.owner_record = PLAN_RECORD_ASSIGNMENT;
  span.kind = kind;
  g_array_sort (series->runs, compare_runs);
  for (guint i = 0; i < series->runs->len; i++)
    {
      const PlanRun *run = &g_array_index (series->runs, PlanRun, i);

      fine += run->value;
      span.start = run->start;
      span.finish = run->finish;
      span.value = plan_multiply_divide (fine, 1, series->scale) - whole;
      whole += span.value;
      if (span.value != 0)
        g_array_append_val (self->spans, span);
    }
}

static void
take_assignment (PlanBaselineSet *self, PlanCosts *costs, const PlanAssignment *assignment, guint index)
{
  const PlanAssigned *assigned = plan_spread_get_assigned (plan_costs_get_spread (costs), index);
  const PlanTotals *totals = plan_costs_get_assignment (costs, index);
  g_autoptr (PlanSeries) work = plan_costs_spread (costs, index, PLAN_SERIES_WORK, 0);
  g_autoptr (PlanSeries) cost = plan_costs_spread (costs, index, PLAN_SERIES_COST, 0);
  PlanBaseline baseline;

  init_baseline (self, &baseline, PLAN_RECORD_ASSIGNMENT, assignment->id);
  baseline.start = assigned->start;
  baseline.finish = assigned->finish;
  baseline.work = totals->work;
  baseline.cost = totals->cost;
  g_array_append_val (self->baselines, baseline);
  add_spans (self, work, assigned, assignment->id, PLAN_SPAN_BASELINE_WORK (self->number));
  add_spans (self, cost, assigned, assignment->id, PLAN_SPAN_BASELINE_COST (self->number));
}

/**
 * plan_baseline_set_take:
 * @costs: of @schedule and @model
 * @task: index in the model
 *
 * Saves the task as it is, and its assignments. An empty line has nothing to save.
 */
void
plan_baseline_set_take (PlanBaselineSet *self, PlanCosts *costs, const PlanSchedule *schedule, const PlanModel *model, guint task)
{
  const PlanTask *body = plan_model_get_task_at (model, task);
  const PlanScheduledTask *result = plan_schedule_get_task (schedule, task);
  const PlanTotals *totals = plan_costs_get_task (costs, task);
  const PlanProject *project = plan_model_get_project (model, body->project);
  PlanBaseline baseline;
  guint n;
  const guint32 *items = plan_costs_list_assigned (costs, task, &n);

  if (body->blank)
    return;
  init_baseline (self, &baseline, PLAN_RECORD_TASK, body->id);
  baseline.start = result->start;
  baseline.finish = result->finish;
  baseline.duration = CLAMP (result->duration, 0, PLAN_DURATION_MAX);
  baseline.duration_unit = result->summary ? project->duration_unit : body->duration_unit;
  baseline.estimated = !result->summary && body->estimated;
  baseline.work = totals->work;
  baseline.cost = totals->cost;
  baseline.fixed_cost = totals->fixed_cost;
  g_array_append_val (self->baselines, baseline);
  for (guint i = 0; i < n; i++)
    take_assignment (self, costs, plan_model_get_assignment_at (model, items[i]), items[i]);
}
