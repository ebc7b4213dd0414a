/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether the rows of a template make an outline and its links a plan. Links go round in a circle when, counting that a
 * summary task begins before and ends after all below it, something would have to wait for itself; found by taking away
 * what waits for nothing (Kahn 1962) over a beginning and an end for each row.
 */

#include "plan-template.h"

#include "plan-error.h"
#include "plan-outline.h"

#include <glib/gi18n-lib.h>

static gboolean
refuse (const PlanTemplate *self, guint task, const char *sentence, GError **error)
{
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_PARSE,
               /* Translators: %1$s is the id of a task of a template, %2$s a whole sentence that says what is wrong with it */
               _("Task “%1$s”: %2$s"), plan_template_get_task (self, task)->id, sentence);
  return FALSE;
}

/* Finds parents and ends. */
static gboolean
check_outline (PlanTemplate *self, GError **error)
{
  guint open[PLAN_OUTLINE_MAX_LEVEL + 1], n_open = 0;

  for (guint i = 0; i < self->tasks->len; i++)
    {
      PlanTemplateTask *task = &g_array_index (self->tasks, PlanTemplateTask, i);

      if (task->level < 1 || task->level > n_open + 1 || task->level > PLAN_OUTLINE_MAX_LEVEL)
        return refuse (self, i, _("Its outline level does not follow from the row above it."), error);
      while (n_open >= task->level)
        g_array_index (self->tasks, PlanTemplateTask, open[--n_open]).end = i;
      task->parent = n_open > 0 ? open[n_open - 1] : PLAN_TEMPLATE_NONE;
      open[n_open++] = i;
    }
  while (n_open > 0)
    g_array_index (self->tasks, PlanTemplateTask, open[--n_open]).end = self->tasks->len;
  return TRUE;
}

static gboolean
check_task (const PlanTemplate *self, guint number, GError **error)
{
  const PlanTemplateTask *task = plan_template_get_task (self, number);

  if (plan_template_is_summary (self, number) && (task->duration != 0 || task->milestone || task->gate))
    return refuse (self, number, _("Rows lie below it, so it has no duration of its own and is no milestone."), error);
  if (task->optimistic > task->duration || task->duration > task->pessimistic)
    return refuse (self, number, _("Its durations are not in the order optimistic, likely, pessimistic."), error);
  return TRUE;
}

static gboolean
is_within (const PlanTemplate *self, guint task, guint summary)
{
  return task >= summary && task < plan_template_get_task (self, summary)->end;
}

static gboolean
check_link (const PlanTemplate *self, const PlanTemplateLink *link, GHashTable *pairs, GError **error)
{
  gint64 pair = (gint64) link->predecessor << 32 | link->successor;
  gboolean to_finish = link->type == PLAN_LINK_FF || link->type == PLAN_LINK_SF;

  if (is_within (self, link->successor, link->predecessor) || is_within (self, link->predecessor, link->successor))
    return refuse (self, link->successor, _("It cannot wait for itself or for a summary task above or below it."), error);
  if (to_finish && plan_template_is_summary (self, link->successor))
    return refuse (self, link->successor, _("It is a summary task, whose finish waits for nothing but the rows below it."), error);
  if (!g_hash_table_add (pairs, g_memdup2 (&pair, sizeof pair)))
    return refuse (self, link->successor, _("It is linked twice to the same task."), error);
  return TRUE;
}

static gboolean
check_work (const PlanTemplate *self, guint at, GError **error)
{
  const PlanTemplateWork *all = (const PlanTemplateWork *) self->work->data, *work = &all[at];

  if (plan_template_is_summary (self, work->task))
    return refuse (self, work->task, _("Rows lie below it, so nobody works on it itself."), error);
  for (guint i = at; i > 0 && all[i - 1].task == work->task; i--)
    if (all[i - 1].role == work->role)
      return refuse (self, work->task, _("It lists a role twice."), error);
  return TRUE;
}

/* Ends of rows that wait for others, and what waits for each. */
typedef struct
{
  GArray **after; /* of guint, by number: 2 n is the beginning of row n, 2 n + 1 its end */
  guint *n_before;
} Waiting;

static void
add_wait (Waiting *self, guint from, guint to)
{
  if (self->after[from] == NULL)
    self->after[from] = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (self->after[from], to);
  self->n_before[to]++;
}

static void
add_waits (const PlanTemplate *self, Waiting *waiting)
{
  for (guint i = 0; i < self->tasks->len; i++)
    {
      guint parent = plan_template_get_task (self, i)->parent;

      add_wait (waiting, 2 * i, 2 * i + 1);
      if (parent == PLAN_TEMPLATE_NONE)
        continue;
      add_wait (waiting, 2 * parent, 2 * i);
      add_wait (waiting, 2 * i + 1, 2 * parent + 1);
    }
  /* The program lets no link close a circle, whatever its type. */
  for (guint i = 0; i < self->links->len; i++)
    {
      const PlanTemplateLink *link = &g_array_index (self->links, PlanTemplateLink, i);

      add_wait (waiting, 2 * link->predecessor + 1, 2 * link->successor);
    }
}

/* Returns: a row that waits for itself, or %PLAN_TEMPLATE_NONE */
static guint
find_circle (Waiting *waiting, guint n_ends)
{
  g_autofree guint *free_ends = g_new (guint, n_ends + 1);
  guint n_free = 0;

  for (guint i = 0; i < n_ends; i++)
    if (waiting->n_before[i] == 0)
      free_ends[n_free++] = i;
  for (guint done = 0; done < n_free; done++)
    {
      const GArray *after = waiting->after[free_ends[done]];

      for (guint i = 0; after != NULL && i < after->len; i++)
        if (--waiting->n_before[g_array_index (after, guint, i)] == 0)
          free_ends[n_free++] = g_array_index (after, guint, i);
    }
  for (guint i = 0; n_free < n_ends && i < n_ends; i++)
    if (waiting->n_before[i] > 0)
      return i / 2;
  return PLAN_TEMPLATE_NONE;
}

static gboolean
check_circles (const PlanTemplate *self, GError **error)
{
  guint n_ends = 2 * self->tasks->len, circle;
  g_autofree GArray **after = g_new0 (GArray *, n_ends + 1);
  g_autofree guint *n_before = g_new0 (guint, n_ends + 1);
  Waiting waiting = { after, n_before };

  add_waits (self, &waiting);
  circle = find_circle (&waiting, n_ends);
  for (guint i = 0; i < n_ends; i++)
    g_clear_pointer (&after[i], g_array_unref);
  return circle == PLAN_TEMPLATE_NONE || refuse (self, circle, _("The links go round in a circle."), error);
}

/**
 * plan_template_check:
 *
 * Checks the whole and works out what follows from the levels of its rows.
 *
 * Returns: %FALSE with %PLAN_ERROR_PARSE and a sentence that names the task
 */
gboolean
plan_template_check (PlanTemplate *self, GError **error)
{
  g_autoptr (GHashTable) pairs = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  if (!check_outline (self, error))
    return FALSE;
  for (guint i = 0; i < self->tasks->len; i++)
    if (!check_task (self, i, error))
      return FALSE;
  for (guint i = 0; i < self->links->len; i++)
    if (!check_link (self, &g_array_index (self->links, PlanTemplateLink, i), pairs, error))
      return FALSE;
  for (guint i = 0; i < self->work->len; i++)
    if (!check_work (self, i, error))
      return FALSE;
  return check_circles (self, error);
}
