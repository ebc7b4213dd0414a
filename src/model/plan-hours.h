/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-calendar.h"

G_BEGIN_DECLS

gboolean plan_hours_read    (const char *text, char **hours, gint32 *carry, GError **error);
char    *plan_hours_to_text (const char *hours);
char    *plan_hours_carry   (const char *hours, gint32 carry);

G_END_DECLS
