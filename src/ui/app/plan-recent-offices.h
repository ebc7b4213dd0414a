/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char    **plan_recent_offices_list      (void);
gboolean  plan_recent_offices_has       (const char *path);
void      plan_recent_offices_add       (const char *path);
void      plan_recent_offices_remove    (const char *path);
char     *plan_recent_offices_get_usual (void);
void      plan_recent_offices_set_usual (const char *path);
char     *plan_recent_offices_get_name  (const char *path);

G_END_DECLS
