/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is free of a resource over time: steps in a sorted array, found by bisection.
 */

#include "plan-level-profile.h"

static PlanLevelStep *
get_step (const PlanLevelProfile *self, guint i)
{
  return &g_array_index (self->steps, PlanLevelStep, i);
}

/* The step in which @at lies. */
static guint
find_step (const PlanLevelProfile *self, PlanTicks at)
{
  guint low = 0, high = self->steps->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (get_step (self, middle)->at <= at)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/* The step that begins at @at, made when there is none. */
static guint
split_step (PlanLevelProfile *self, PlanTicks at)
{
  guint i = find_step (self, at);
  PlanLevelStep step = { at, get_step (self, i)->free };

  if (get_step (self, i)->at == at)
    return i;
  g_array_insert_val (self->steps, i + 1, step);
  return i + 1;
}

/**
 * plan_level_profile_init:
 * @units: hundredths of a percent that are free at any time
 */
void
plan_level_profile_init (PlanLevelProfile *self, PlanPercent units)
{
  PlanLevelStep step = { PLAN_TICKS_NONE, units };

  self->steps = g_array_new (FALSE, FALSE, sizeof (PlanLevelStep));
  g_array_append_val (self->steps, step);
}

/**
 * plan_level_profile_copy:
 *
 * Makes it like the other.
 */
void
plan_level_profile_copy (PlanLevelProfile *self, const PlanLevelProfile *other)
{
  self->steps = g_array_copy (other->steps);
}

/**
 * plan_level_profile_clear:
 */
void
plan_level_profile_clear (PlanLevelProfile *self)
{
  g_array_unref (self->steps);
}

/**
 * plan_level_profile_add:
 * @units: hundredths of a percent that become free from @from to @to; taken when negative
 */
void
plan_level_profile_add (PlanLevelProfile *self, PlanTicks from, PlanTicks to, gint64 units)
{
  guint first, end;

  if (from >= to || units == 0)
    return;
  first = split_step (self, from);
  end = split_step (self, to);
  for (guint i = first; i < end; i++)
    get_step (self, i)->free += units;
}

/**
 * plan_level_profile_get:
 *
 * Returns: hundredths of a percent that are free at an instant
 */
gint64
plan_level_profile_get (const PlanLevelProfile *self, PlanTicks at)
{
  return get_step (self, find_step (self, at))->free;
}

/**
 * plan_level_profile_fits:
 * @lack: (out): when %FALSE is returned, the last time that begins between them in which less is free
 *
 * Returns: whether @units are free all the time from @from to @to
 */
gboolean
plan_level_profile_fits (const PlanLevelProfile *self, PlanTicks from, PlanTicks to, gint64 units, PlanLevelLack *lack)
{
  gboolean fits = TRUE, lacking = FALSE;

  for (guint i = find_step (self, from); from < to && i < self->steps->len && get_step (self, i)->at < to; i++)
    {
      const PlanLevelStep *step = get_step (self, i);

      if (step->free < units)
        {
          *lack = (PlanLevelLack) { lacking ? lack->from : step->at,
                                    i + 1 < self->steps->len ? get_step (self, i + 1)->at : PLAN_TICKS_MAX,
                                    lacking ? MIN (lack->free, step->free) : step->free };
          fits = FALSE;
        }
      lacking = step->free < units;
    }
  return fits;
}

/**
 * plan_level_profile_list:
 *
 * Returns: (transfer full) (array): the units that there are of each resource, by its index in the model:
 *   what its availability says, else its largest units; for plan_level_profile_free_list()
 */
PlanLevelProfile *
plan_level_profile_list (const PlanModel *model)
{
  guint n = plan_model_get_n (model, PLAN_RECORD_RESOURCE);
  PlanLevelProfile *list = g_new (PlanLevelProfile, n + 1);

  for (guint i = 0; i < n; i++)
    {
      const PlanResource *resource = plan_model_get_at (model, PLAN_RECORD_RESOURCE, i);

      plan_level_profile_init (&list[i], resource->max_units);
    }
  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_AVAILABILITY); i++)
    {
      const PlanAvailability *row = plan_model_get_at (model, PLAN_RECORD_AVAILABILITY, i);
      guint index = plan_model_find (model, PLAN_RECORD_RESOURCE, row->resource);
      PlanDay first = row->start == PLAN_DAY_NONE ? PLAN_DAY_MIN : row->start;
      PlanDay last = row->finish == PLAN_DAY_NONE ? PLAN_DAY_MAX : row->finish;
      const PlanResource *resource;

      if (index == PLAN_INDEX_NONE)
        continue;
      resource = plan_model_get_at (model, PLAN_RECORD_RESOURCE, index);
      plan_level_profile_add (&list[index], plan_ticks_from_day (first, 0), plan_ticks_from_day (last, 0) + PLAN_TICKS_PER_DAY,
                              row->units - resource->max_units);
    }
  return list;
}

/**
 * plan_level_profile_free_list:
 * @list: (nullable) (transfer full): of plan_level_profile_list()
 * @n: how many resources there are
 */
void
plan_level_profile_free_list (PlanLevelProfile *list, guint n)
{
  for (guint i = 0; list != NULL && i < n; i++)
    plan_level_profile_clear (&list[i]);
  g_free (list);
}
