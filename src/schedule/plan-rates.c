/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What resources cost, and from when on. An entry of a rate table holds until the next one of its table begins; what
 * comes before the first entry costs as that. A resource without entries in table A has the rates of the resource itself,
 * other tables without entries cost nothing.
 */

#include "plan-rates.h"

struct _PlanRates
{
  GArray *entries; /* of PlanRateEntry by resource, table and start; their resource is its index in the model */
  guint32 *first;  /* of each table of each resource, and one more, its place in @entries */
  guint n_resources;
};

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const PlanRateEntry *x = a, *y = b;

  if (x->resource != y->resource)
    return x->resource < y->resource ? -1 : 1;
  if (x->table != y->table)
    return x->table < y->table ? -1 : 1;
  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  return x->id < y->id ? -1 : x->id > y->id;
}

static void
add_own_rates (PlanRates *self, const PlanModel *model, const gboolean *has_table)
{
  for (guint i = 0; i < self->n_resources; i++)
    {
      const PlanResource *resource = plan_model_get_at (model, PLAN_RECORD_RESOURCE, i);
      PlanRateEntry entry = { .resource = i, .start = PLAN_TICKS_NONE, .standard_rate = resource->standard_rate,
                              .overtime_rate = resource->overtime_rate, .cost_per_use = resource->cost_per_use,
                              .standard_rate_unit = resource->standard_rate_unit,
                              .overtime_rate_unit = resource->overtime_rate_unit };

      if (!has_table[i])
        g_array_append_val (self->entries, entry);
    }
}

/**
 * plan_rates_new:
 *
 * Returns: (transfer full): the rates of all resources of @model
 */
PlanRates *
plan_rates_new (const PlanModel *model)
{
  PlanRates *self = g_new0 (PlanRates, 1);
  guint n = plan_model_get_n (model, PLAN_RECORD_RATE), n_slots, place = 0;
  g_autofree gboolean *has_table = NULL;

  self->n_resources = plan_model_get_n (model, PLAN_RECORD_RESOURCE);
  self->entries = g_array_sized_new (FALSE, FALSE, sizeof (PlanRateEntry), n + self->n_resources);
  has_table = g_new0 (gboolean, self->n_resources + 1);
  for (guint i = 0; i < n; i++)
    {
      PlanRateEntry entry = *(const PlanRateEntry *) plan_model_get_at (model, PLAN_RECORD_RATE, i);
      guint index = plan_model_find (model, PLAN_RECORD_RESOURCE, entry.resource);

      if (index == PLAN_INDEX_NONE)
        continue;
      entry.resource = index;
      has_table[index] |= entry.table == 0;
      g_array_append_val (self->entries, entry);
    }
  add_own_rates (self, model, has_table);
  g_array_sort (self->entries, compare_entries);
  n_slots = self->n_resources * PLAN_N_RATE_TABLES;
  self->first = g_new (guint32, n_slots + 1);
  for (guint slot = 0; slot < n_slots; slot++)
    {
      self->first[slot] = place;
      while (place < self->entries->len)
        {
          const PlanRateEntry *entry = &g_array_index (self->entries, PlanRateEntry, place);

          if (entry->resource * PLAN_N_RATE_TABLES + entry->table != slot)
            break;
          place++;
        }
    }
  self->first[n_slots] = place;
  return self;
}

/**
 * plan_rates_free:
 * @self: (transfer full):
 */
void
plan_rates_free (PlanRates *self)
{
  g_array_unref (self->entries);
  g_free (self->first);
  g_free (self);
}

/**
 * plan_rates_list:
 * @resource: index in the model
 * @table: 0 to 4 for the tables A to E
 * @n: (out): how many entries there are, none for a table that costs nothing
 *
 * Returns: (transfer none) (array length=n): the entries of the table, the first in time first
 */
const PlanRateEntry *
plan_rates_list (const PlanRates *self, guint resource, guint table, guint *n)
{
  guint slot = resource * PLAN_N_RATE_TABLES + MIN (table, PLAN_N_RATE_TABLES - 1);

  g_return_val_if_fail (resource < self->n_resources, NULL);
  *n = self->first[slot + 1] - self->first[slot];
  return (const PlanRateEntry *) (gpointer) self->entries->data + self->first[slot];
}

/**
 * plan_rates_find:
 * @entries: (array length=n): of plan_rates_list(); at least one
 *
 * Returns: (transfer none): the entry that holds at the instant
 */
const PlanRateEntry *
plan_rates_find (const PlanRateEntry *entries, guint n, PlanTicks at)
{
  guint low = 0, high = n; /* the first entry holds before it begins, too */

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (entries[middle].start <= at)
        low = middle;
      else
        high = middle;
    }
  return &entries[low];
}

/**
 * plan_rate_unit_get_ticks:
 * @project: whose days, weeks and months are meant
 *
 * Returns: ticks of work for which the rate is paid once; 0 for a piece
 */
PlanTicks
plan_rate_unit_get_ticks (PlanRateUnit unit, const PlanProject *project)
{
  switch (unit)
    {
    case PLAN_PER_MINUTE:
      return PLAN_TICKS_PER_MINUTE;
    case PLAN_PER_HOUR:
      return PLAN_TICKS_PER_HOUR;
    case PLAN_PER_DAY:
      return project->minutes_per_day;
    case PLAN_PER_WEEK:
      return project->minutes_per_week;
    case PLAN_PER_MONTH:
      return project->minutes_per_day * project->days_per_month;
    case PLAN_PER_YEAR:
      return project->minutes_per_week * 52;
    default:
      return 0;
    }
}
