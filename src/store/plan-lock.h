/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _PlanLock PlanLock;

PlanLock *plan_lock_take (const char *path, GError **error);
void      plan_lock_free (PlanLock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanLock, plan_lock_free)

G_END_DECLS
