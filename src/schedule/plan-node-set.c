/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "plan-node-set.h"

/*
 * plan_node_set_init:
 * @n: members are below it
 */
void
plan_node_set_init (PlanNodeSet *self, guint n)
{
  guint n_words = n / 64 + 1;

  self->n_index = n_words / 64 + 1;
  self->words = g_new0 (guint64, n_words);
  self->index = g_new0 (guint64, self->n_index);
  self->low = self->n_index;
  self->high = 0;
}

/*
 * plan_node_set_clear:
 *
 * Frees what the set holds.
 */
void
plan_node_set_clear (PlanNodeSet *self)
{
  g_clear_pointer (&self->words, g_free);
  g_clear_pointer (&self->index, g_free);
}

/*
 * plan_node_set_add:
 * @node: a number, which may be a member already
 */
void
plan_node_set_add (PlanNodeSet *self, guint32 node)
{
  guint word = node / 64, top = word / 64;

  self->words[word] |= G_GUINT64_CONSTANT (1) << (node % 64);
  self->index[top] |= G_GUINT64_CONSTANT (1) << (word % 64);
  self->low = MIN (self->low, top);
  self->high = MAX (self->high, top);
}

static guint
find_lowest (guint64 word)
{
  return (guint) __builtin_ctzll (word);
}

static guint
find_highest (guint64 word)
{
  return 63 - (guint) __builtin_clzll (word);
}

static void
take (PlanNodeSet *self, guint word, guint bit)
{
  self->words[word] &= ~(G_GUINT64_CONSTANT (1) << bit);
  if (self->words[word] == 0)
    self->index[word / 64] &= ~(G_GUINT64_CONSTANT (1) << (word % 64));
}

/*
 * plan_node_set_pop_first:
 * @node: (out): the smallest member, which is taken out
 *
 * Returns: %FALSE when the set is empty
 */
gboolean
plan_node_set_pop_first (PlanNodeSet *self, guint32 *node)
{
  for (; self->low < self->n_index; self->low++)
    if (self->index[self->low] != 0)
      {
        guint word = self->low * 64 + find_lowest (self->index[self->low]), bit = find_lowest (self->words[word]);

        take (self, word, bit);
        *node = word * 64 + bit;
        return TRUE;
      }
  self->high = 0;
  return FALSE;
}

/*
 * plan_node_set_pop_last:
 * @node: (out): the largest member, which is taken out
 *
 * Returns: %FALSE when the set is empty
 */
gboolean
plan_node_set_pop_last (PlanNodeSet *self, guint32 *node)
{
  for (guint top = self->high + 1; top-- > 0;)
    {
      self->high = top;
      if (self->index[top] != 0)
        {
          guint word = top * 64 + find_highest (self->index[top]), bit = find_highest (self->words[word]);

          take (self, word, bit);
          *node = word * 64 + bit;
          return TRUE;
        }
    }
  self->low = self->n_index;
  return FALSE;
}
