/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-document.h"

G_BEGIN_DECLS

PlanDocument *plan_document_open_checked (const char *path, PlanStoreFlags flags, gboolean check, PlanProgress *progress,
                                          GError **error);
void          plan_document_take_reason  (PlanDocument *self, GError *reason);

G_END_DECLS
