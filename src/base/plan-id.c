/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ids for records. Time in the upper bits makes ids of two offices differ and keeps new rows at the end of the table's
 * B-tree; the random start within a millisecond keeps two copies of one office apart, on which merging depends.
 */

#include "plan-id.h"

#define EPOCH_MS G_GINT64_CONSTANT (1577836800000) /* 2020-01-01 00:00 UTC */
#define COUNTER_BITS 22
#define SEEDED_MS G_GINT64_CONSTANT (1)            /* seeded sources live at the first millisecond: never a real id */

/**
 * plan_id_source_init:
 * @last: the largest id in use, or %PLAN_ID_NONE
 */
void
plan_id_source_init (PlanIdSource *self, PlanId last)
{
  self->last = last;
  self->rand = g_rand_new ();
}

/**
 * plan_id_source_clear:
 *
 * Frees what the source holds, not the source itself.
 */
void
plan_id_source_clear (PlanIdSource *self)
{
  g_clear_pointer (&self->rand, g_rand_free);
}

/**
 * plan_id_source_seed:
 *
 * Makes the ids that follow depend on @seed alone. For tests.
 */
void
plan_id_source_seed (PlanIdSource *self, guint32 seed)
{
  g_rand_set_seed (self->rand, seed);
  self->last = (SEEDED_MS << COUNTER_BITS) + (seed & 0xffff);
}

/**
 * plan_id_source_next:
 *
 * Returns: an id that was never given before and is larger than all before it
 */
PlanId
plan_id_source_next (PlanIdSource *self)
{
  gint64 now = g_get_real_time () / 1000 - EPOCH_MS;
  PlanId fresh = (MAX (now, 0) << COUNTER_BITS) | g_rand_int_range (self->rand, 0, 1 << (COUNTER_BITS - 1));

  /* Within one millisecond, when the clock went back and in a seeded source the counter goes on from the last id. */
  if (self->last >> COUNTER_BITS == SEEDED_MS || fresh >> COUNTER_BITS <= self->last >> COUNTER_BITS)
    fresh = self->last + 1;
  self->last = fresh;
  return fresh;
}

/**
 * plan_id_source_saw:
 * @id: an id that was read from a file
 *
 * Makes sure that later ids are larger than @id.
 */
void
plan_id_source_saw (PlanIdSource *self, PlanId id)
{
  self->last = MAX (self->last, id);
}
