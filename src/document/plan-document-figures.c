/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Work, cost and load of an office, which cost more than the schedule and are not looked at by everybody: made when somebody
 * asks for them, and kept until the next edit or the end of the day.
 */

#include "plan-document-private.h"

/*
 * plan_document_figures_clear:
 *
 * Forgets what was made.
 */
void
plan_document_figures_clear (PlanDocumentFigures *self)
{
  g_clear_pointer (&self->load, plan_load_free);
  g_clear_pointer (&self->costs, plan_costs_free);
}

/*
 * plan_document_figures_get_costs:
 *
 * Returns: (transfer none): work and cost of everything, as they are looked at today
 */
PlanCosts *
plan_document_figures_get_costs (PlanDocumentFigures *self, const PlanSchedule *schedule, const PlanModel *model)
{
  PlanTicks now = plan_ticks_now ();

  if (self->costs != NULL && self->day != plan_ticks_get_day (now))
    plan_document_figures_clear (self);
  if (self->costs == NULL)
    {
      self->costs = plan_costs_new (schedule, model, now);
      self->day = plan_ticks_get_day (now);
    }
  return self->costs;
}

/*
 * plan_document_figures_get_load:
 *
 * Returns: (transfer none): the load of all people
 */
PlanLoad *
plan_document_figures_get_load (PlanDocumentFigures *self, const PlanSchedule *schedule, const PlanModel *model)
{
  PlanCosts *costs = plan_document_figures_get_costs (self, schedule, model);

  if (self->load == NULL)
    self->load = plan_load_new (costs);
  return self->load;
}
