/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Memory for texts of records: blocks that only grow, so that a text never moves and is freed with the pool. One thread
 * adds; any number of threads may read texts that were added before they got their snapshot, and add to a pool of their own
 * that keeps the first one. What edits leave behind stays until the office is loaded again.
 */

#include "plan-text-pool.h"

#include <string.h>

#define BLOCK_SIZE 65536

struct _PlanTextPool
{
  int ref_count;
  PlanTextPool *older; /* whose texts live as long as those of this one, or NULL */
  GPtrArray *blocks;
  char *at;
  gsize left;
};

/**
 * plan_text_pool_new:
 *
 * Returns: (transfer full): an empty pool
 */
PlanTextPool *
plan_text_pool_new (void)
{
  PlanTextPool *self = g_new0 (PlanTextPool, 1);

  self->ref_count = 1;
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * plan_text_pool_ref:
 *
 * Returns: (transfer full): @self; its texts live as long as one reference does
 */
PlanTextPool *
plan_text_pool_ref (PlanTextPool *self)
{
  g_atomic_int_inc (&self->ref_count);
  return self;
}

/**
 * plan_text_pool_unref:
 *
 * Gives up a reference; the last one frees all texts.
 */
void
plan_text_pool_unref (PlanTextPool *self)
{
  if (!g_atomic_int_dec_and_test (&self->ref_count))
    return;
  g_ptr_array_unref (self->blocks);
  g_clear_pointer (&self->older, plan_text_pool_unref);
  g_free (self);
}

/**
 * plan_text_pool_extend:
 *
 * Returns: (transfer full): an empty pool, for another thread to add to; the texts of @self live as long as it does
 */
PlanTextPool *
plan_text_pool_extend (PlanTextPool *self)
{
  PlanTextPool *newer = plan_text_pool_new ();

  newer->older = plan_text_pool_ref (self);
  return newer;
}

/**
 * plan_text_pool_add_length:
 * @length: bytes of @text, which need not end in a zero
 *
 * Returns: (transfer none): a copy that ends in a zero and lives as long as the pool
 */
const char *
plan_text_pool_add_length (PlanTextPool *self, const char *text, gsize length)
{
  char *copy;

  if (length + 1 > self->left)
    {
      gsize size = MAX (length + 1, BLOCK_SIZE);

      self->at = g_malloc (size);
      self->left = size;
      g_ptr_array_add (self->blocks, self->at);
    }
  copy = self->at;
  memcpy (copy, text, length);
  copy[length] = '\0';
  self->at += length + 1;
  self->left -= length + 1;
  return copy;
}

/**
 * plan_text_pool_add:
 * @text: (nullable): a text
 *
 * Returns: (transfer none) (nullable): a copy that lives as long as the pool
 */
const char *
plan_text_pool_add (PlanTextPool *self, const char *text)
{
  return text != NULL ? plan_text_pool_add_length (self, text, strlen (text)) : NULL;
}
