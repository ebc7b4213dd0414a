/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Elements that name a task of another file, as C:\plans\Move.mpp\12 */
#define PLAN_EXTERNAL_OF_TASK "ExternalTaskProject"
#define PLAN_EXTERNAL_OF_LINK "CrossProjectName"

char *plan_external_format  (const char *project, gint64 uid);
char *plan_external_get_key (const char *text);

G_END_DECLS
