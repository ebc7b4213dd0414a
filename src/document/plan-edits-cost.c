/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Typing costs. The total cost of a task follows from who works on it; what is typed as more or less than that becomes
 * fixed cost. Where actual costs are typed, what is typed beside those of the assignments is spent by the task itself.
 * A rate that is typed for a resource with a rate table is that which holds today.
 */

#include "plan-edits-private.h"

#include "plan-error.h"
#include "plan-rates.h"

#include <glib/gi18n-lib.h>

/*
 * plan_edit_collect_cost:
 * @task: the task as it is
 * @cost: what it is to cost in all
 *
 * Adds to the batch that the difference is fixed cost.
 *
 * Returns: %FALSE with %PLAN_ERROR_RANGE when it would be too large
 */
gboolean
plan_edit_collect_cost (PlanDocument *document, PlanBatch *batch, const PlanTask *task, PlanMoney cost, GError **error)
{
  guint index = plan_model_find (plan_document_get_model (document), PLAN_RECORD_TASK, task->id);
  const PlanTotals *totals = index != PLAN_INDEX_NONE ? plan_costs_get_task (plan_document_get_costs (document), index) : NULL;
  PlanMoney others = totals != NULL ? plan_money_add (totals->cost, -totals->fixed_cost) : 0;
  PlanTyped typed = { .value = PLAN_VALUE_OF_INTEGER (plan_money_add (cost, -others)), .estimated = -1 };

  return plan_edit_collect (document, batch, PLAN_FIELD_TASK_FIXED_COST, task, &typed, error);
}

/*
 * plan_edit_collect_actual_cost:
 * @task: the task as it is
 * @cost: what is spent in all
 *
 * Adds to the batch that the difference is spent by the task itself.
 *
 * Returns: %FALSE with %PLAN_ERROR_RULE when actual costs follow from work in this project
 */
gboolean
plan_edit_collect_actual_cost (PlanDocument *document, PlanBatch *batch, const PlanTask *task, PlanMoney cost, GError **error)
{
  const PlanModel *model = plan_document_get_model (document);
  guint index = plan_model_find (model, PLAN_RECORD_TASK, task->id);
  PlanMoney others = index != PLAN_INDEX_NONE ? plan_costs_get_task (plan_document_get_costs (document), index)->actual_cost : 0;
  const PlanTask *stored = plan_model_get_task (model, task->id);
  PlanTyped typed = { .estimated = -1 };

  if (!plan_model_get_project (model, task->project)->editable_actual_costs)
    {
      g_set_error_literal (error, PLAN_ERROR, PLAN_ERROR_RULE,
                           _("Actual costs follow from the work that is done; the project can have them typed instead."));
      return FALSE;
    }
  others -= stored != NULL ? stored->actual_fixed_cost : 0;
  typed.value = PLAN_VALUE_OF_INTEGER (plan_money_add (cost, -others));
  return plan_edit_collect (document, batch, PLAN_FIELD_TASK_ACTUAL_FIXED_COST, task, &typed, error);
}

typedef gboolean (*CollectFunc) (PlanDocument *document, PlanBatch *batch, const PlanTask *task, PlanMoney cost, GError **error);

static gboolean
set_cost (PlanDocument *document, PlanId id, PlanMoney cost, CollectFunc collect, const char *label, GError **error)
{
  const PlanTask *task = plan_edit_require (document, PLAN_RECORD_TASK, id, error);
  g_autoptr (PlanBatch) batch = plan_batch_new ();
  g_autofree char *subject = NULL;

  if (task == NULL || !collect (document, batch, task, cost, error))
    return FALSE;
  subject = g_strdup (task->name);
  return plan_batch_run (batch, document, label, subject, task->project, error);
}

/**
 * plan_edit_task_set_cost:
 * @cost: what the task is to cost in all
 *
 * Makes the difference to what it costs now fixed cost.
 *
 * Returns: whether the edit was made
 */
gboolean
plan_edit_task_set_cost (PlanDocument *document, PlanId task, PlanMoney cost, GError **error)
{
  return set_cost (document, task, cost, plan_edit_collect_cost, N_("Cost of “%s”"), error);
}

/**
 * plan_edit_task_set_actual_cost:
 * @cost: what is spent of the task in all
 *
 * Returns: whether the edit was made; %FALSE with %PLAN_ERROR_RULE where actual costs follow from work
 */
gboolean
plan_edit_task_set_actual_cost (PlanDocument *document, PlanId task, PlanMoney cost, GError **error)
{
  return set_cost (document, task, cost, plan_edit_collect_actual_cost, N_("Actual cost of “%s”"), error);
}

/* The field of a rate entry that is the same as that of a resource. */
static PlanFieldId
find_rate_field (PlanFieldId field)
{
  switch (field)
    {
    case PLAN_FIELD_RESOURCE_STANDARD_RATE:
      return PLAN_FIELD_RATE_STANDARD_RATE;
    case PLAN_FIELD_RESOURCE_OVERTIME_RATE:
      return PLAN_FIELD_RATE_OVERTIME_RATE;
    case PLAN_FIELD_RESOURCE_STANDARD_RATE_UNIT:
      return PLAN_FIELD_RATE_STANDARD_RATE_UNIT;
    case PLAN_FIELD_RESOURCE_OVERTIME_RATE_UNIT:
      return PLAN_FIELD_RATE_OVERTIME_RATE_UNIT;
    case PLAN_FIELD_RESOURCE_COST_PER_USE:
      return PLAN_FIELD_RATE_COST_PER_USE;
    default:
      return PLAN_N_FIELDS;
    }
}

/*
 * plan_edit_follow_resource:
 * @field: the field of the resource that is being set
 *
 * Adds to the batch that the rate which holds today changes along, when the resource has a rate table.
 */
void
plan_edit_follow_resource (PlanDocument *document, PlanBatch *batch, PlanFieldId field, PlanId resource, gint64 value)
{
  const PlanModel *model = plan_document_get_model (document);
  PlanFieldId same = find_rate_field (field);
  const PlanRateEntry *holds = NULL;
  PlanTicks now = plan_ticks_now ();

  for (guint i = 0; same != PLAN_N_FIELDS && i < plan_model_get_n (model, PLAN_RECORD_RATE); i++)
    {
      const PlanRateEntry *entry = plan_model_get_at (model, PLAN_RECORD_RATE, i);

      if (entry->resource != resource || entry->table != 0)
        continue;
      /* The last that has begun; before all, the first. */
      if (holds == NULL || (entry->start <= now ? entry->start > holds->start || holds->start > now
                                                : holds->start > now && entry->start < holds->start))
        holds = entry;
    }
  if (holds != NULL)
    plan_batch_set_integer (batch, same, holds->id, value);
}
