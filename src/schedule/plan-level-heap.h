/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Those that may be placed next, the one with the smallest key first; ties by number.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @items: has room for all; @keys: of each number */
typedef struct
{
  guint32 *items;
  guint n;
  const gint64 *keys;
} PlanLevelHeap;

static inline gboolean
plan_level_heap_is_before (const PlanLevelHeap *self, guint32 a, guint32 b)
{
  return self->keys[a] < self->keys[b] || (self->keys[a] == self->keys[b] && a < b);
}

static inline void
plan_level_heap_push (PlanLevelHeap *self, guint32 item)
{
  guint i = self->n++;

  for (; i > 0 && plan_level_heap_is_before (self, item, self->items[(i - 1) / 2]); i = (i - 1) / 2)
    self->items[i] = self->items[(i - 1) / 2];
  self->items[i] = item;
}

static inline guint32
plan_level_heap_pop (PlanLevelHeap *self)
{
  guint32 first = self->items[0], last = self->items[--self->n];
  guint i = 0, child;

  for (; (child = 2 * i + 1) < self->n; i = child)
    {
      if (child + 1 < self->n && plan_level_heap_is_before (self, self->items[child + 1], self->items[child]))
        child++;
      if (plan_level_heap_is_before (self, last, self->items[child]))
        break;
      self->items[i] = self->items[child];
    }
  self->items[i] = last;
  return first;
}

G_END_DECLS
