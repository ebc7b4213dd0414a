/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlanNodeSet:
 *
 * A set of numbers from which the smallest or the largest is taken, while others are added. One bit each, and one for each
 * 64 of them, so that few words are looked at between two members.
 */
typedef struct
{
  guint64 *words;
  guint64 *index;
  guint n_index;
  guint low;  /* no member lies in a word of the index before this one; likewise @high */
  guint high;
} PlanNodeSet;

void     plan_node_set_init      (PlanNodeSet *self, guint n);
void     plan_node_set_clear     (PlanNodeSet *self);
void     plan_node_set_add       (PlanNodeSet *self, guint32 node);
gboolean plan_node_set_pop_first (PlanNodeSet *self, guint32 *node);
gboolean plan_node_set_pop_last  (PlanNodeSet *self, guint32 *node);

G_END_DECLS
