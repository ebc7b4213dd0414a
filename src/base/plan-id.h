/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The largest id that a file may hold: far from all that the clock gives, with room for ids after it. */
#define PLAN_ID_MAX (G_MAXINT64 - (G_GINT64_CONSTANT (1) << 40))

/* 63 bits: 41 of milliseconds since 2020, 22 that start at random and count up within the millisecond. 0 is "none". */
typedef gint64 PlanId;

#define PLAN_ID_NONE G_GINT64_CONSTANT (0)

/**
 * PlanIdSource:
 * @last: the last id that was given out
 *
 * Gives ids that never repeat and never go back, even when the clock does.
 */
typedef struct
{
  PlanId last;
  GRand *rand;
} PlanIdSource;

void     plan_id_source_init  (PlanIdSource *self, PlanId last);
void     plan_id_source_clear (PlanIdSource *self);
void     plan_id_source_seed  (PlanIdSource *self, guint32 seed);
PlanId   plan_id_source_next  (PlanIdSource *self);
void     plan_id_source_saw   (PlanIdSource *self, PlanId id);

G_END_DECLS
