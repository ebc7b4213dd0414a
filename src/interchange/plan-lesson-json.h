/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-lesson.h"
#include "plan-progress.h"

#include <gio/gio.h>

G_BEGIN_DECLS

PlanLessonList *plan_lessons_read         (GInputStream *stream, PlanProgress *progress, GError **error);
gboolean        plan_lessons_write        (const PlanLessonList *self, GOutputStream *stream, GError **error);
PlanLessonList *plan_lessons_read_starter (GError **error);

G_END_DECLS
