/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _PlanTextPool PlanTextPool;

PlanTextPool *plan_text_pool_new   (void);
PlanTextPool *plan_text_pool_extend (PlanTextPool *self);
PlanTextPool *plan_text_pool_ref   (PlanTextPool *self);
void          plan_text_pool_unref (PlanTextPool *self);
const char   *plan_text_pool_add   (PlanTextPool *self, const char *text);
const char   *plan_text_pool_add_length (PlanTextPool *self, const char *text, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanTextPool, plan_text_pool_unref)

G_END_DECLS
