/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a drop would do, in words for the status strip: what the task gets and had, how many others move along, and what
 * becomes of the finish of the project.
 */

#include "plan-gantt-view-private.h"

#include <glib/gi18n-lib.h>

/* A task in two states. */
typedef struct
{
  const char *name;
  const PlanScheduledTask *before;
  const PlanScheduledTask *after;
} Dragged;

static char *
format_date (PlanGanttView *self, PlanTicks at)
{
  return plan_date_format (at, plan_gantt_view_get_grain (self) < PLAN_TICKS_PER_DAY ? PLAN_DATE_TIME : PLAN_DATE_DAY);
}

static char *
format_span (PlanGanttView *self, const PlanScheduledTask *dates)
{
  g_autofree char *start = format_date (self, dates->start), *finish = format_date (self, dates->finish);

  if (dates->start == dates->finish)
    return g_steal_pointer (&start);
  /* Translators: two dates: from the first to the second */
  return g_strdup_printf (C_("dates", "%s – %s"), start, finish);
}

static char *
describe_dates (PlanGanttView *self, const Dragged *task)
{
  g_autofree char *was = format_span (self, task->before), *is = format_span (self, task->after);

  if (!self->drag.allowed)
    /* Translators: while a bar is dragged: %1$s is the name of a task, %2$s its dates */
    return g_strdup_printf (_("%1$s stays at %2$s"), task->name, is);
  /* Translators: while a bar is dragged: %1$s is the name of a task, %2$s its new dates, %3$s its old ones */
  return g_strdup_printf (_("%1$s: %2$s (was %3$s)"), task->name, is, was);
}

static char *
describe_progress (PlanGanttView *self, const Dragged *task)
{
  g_autofree char *was = plan_percent_format (task->before->percent_complete);
  g_autofree char *is = plan_percent_format (self->drag.value);

  /* Translators: while progress is dragged: %1$s is the name of a task, %2$s the new percentage, %3$s the old one */
  return g_strdup_printf (_("%1$s: %2$s complete (was %3$s)"), task->name, is, was);
}

static char *
describe_deadline (PlanGanttView *self, const Dragged *task)
{
  g_autofree char *was = format_date (self, plan_gantt_view_get_dragged (self)), *is = format_date (self, self->drag.value);

  /* Translators: while a deadline is dragged: %1$s is the name of a task, %2$s the new date, %3$s the old one */
  return g_strdup_printf (_("%1$s: deadline %2$s (was %3$s)"), task->name, is, was);
}

static char *
describe_link (PlanGanttView *self, const Dragged *task)
{
  const PlanTask *target = plan_model_get_task (plan_row_list_get_model (self->list), self->drag.value);

  if (target == NULL)
    /* Translators: while a link is drawn; %s is the name of its first task */
    return g_strdup_printf (_("Link from %s: drop it on another bar"), task->name);
  /* Translators: while a link is drawn: %1$s is the name of the task that comes first, %2$s that of the one that waits */
  return g_strdup_printf (_("%2$s will wait for %1$s (FS)"), task->name, target->name != NULL ? target->name : "");
}

static char *
describe_task (PlanGanttView *self, const Dragged *task)
{
  switch (self->drag.kind)
    {
    case PLAN_DRAG_PROGRESS:
      return describe_progress (self, task);
    case PLAN_DRAG_DEADLINE:
      return describe_deadline (self, task);
    case PLAN_DRAG_LINK:
      return describe_link (self, task);
    default:
      return describe_dates (self, task);
    }
}

static void
append_part (GString *text, const char *part)
{
  g_string_append (text, " · ");
  g_string_append (text, part);
}

static void
append_moved (PlanGanttView *self, GString *text)
{
  PlanId except = self->drag.kind == PLAN_DRAG_LINK ? PLAN_ID_NONE : self->drag.task;
  guint n_moved = plan_preview_count_moved (self->drag.preview, plan_row_list_get_project (self->list), except);
  g_autofree char *part = NULL;

  if (n_moved == 0)
    return;
  if (self->drag.kind == PLAN_DRAG_LINK)
    /* Translators: while a link is drawn; %u is the number of tasks that get other dates by it */
    part = g_strdup_printf (ngettext ("%u task moves", "%u tasks move", n_moved), n_moved);
  else
    /* Translators: while a bar is dragged; %u is the number of other tasks that get other dates */
    part = g_strdup_printf (ngettext ("%u task moves along", "%u tasks move along", n_moved), n_moved);
  append_part (text, part);
}

static void
append_finish (PlanGanttView *self, GString *text)
{
  PlanId id = plan_row_list_get_project (self->list);
  const PlanScheduledProject *before = plan_schedule_get_project (plan_gantt_view_get_schedule (self), id);
  const PlanScheduledProject *after = plan_schedule_get_project (plan_preview_get_schedule (self->drag.preview), id);
  g_autofree char *was = NULL, *is = NULL, *part = NULL;

  if (before == NULL || after == NULL || before->finish == after->finish)
    return;
  was = format_date (self, before->finish);
  is = format_date (self, after->finish);
  /* Translators: while a bar is dragged: the finish of the project as it is and as it would be */
  part = g_strdup_printf (_("Project finish %1$s → %2$s"), was, is);
  append_part (text, part);
}

/**
 * plan_gantt_view_describe_drag:
 *
 * Returns: (transfer full): what a drop would do
 */
char *
plan_gantt_view_describe_drag (PlanGanttView *self)
{
  guint index = self->drag.hit.task;
  const char *name = plan_model_get_task_at (plan_row_list_get_model (self->list), index)->name;
  Dragged task = { name != NULL ? name : "", plan_schedule_get_task (plan_gantt_view_get_schedule (self), index),
                   plan_schedule_get_task (plan_preview_get_schedule (self->drag.preview), index) };
  g_autofree char *first = describe_task (self, &task);
  GString *text = g_string_new (first);

  append_moved (self, text);
  append_finish (self, text);
  return g_string_free (text, FALSE);
}
