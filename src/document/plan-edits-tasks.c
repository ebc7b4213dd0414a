/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Moving rows of a plan, one or many. Of the rows that are given only those count that lie below no other of them: the
 * rest goes along. They keep their order, and whatever they are, it is one edit.
 */

#include "plan-edits-place.h"
#include "plan-edits-private.h"

#include "plan-error.h"

#include <glib/gi18n-lib.h>

/**
 * Selection:
 * @places: of the project that all rows belong to
 * @top: (element-type guint): the places that are moved, in row order
 * @moved: by place, whether it is one of them
 */
typedef struct
{
  PlanPlaces *places;
  GArray *top;
  guint8 *moved;
} Selection;

static void
selection_clear (Selection *self)
{
  g_clear_pointer (&self->places, plan_places_free);
  g_clear_pointer (&self->top, g_array_unref);
  g_clear_pointer (&self->moved, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Selection, selection_clear)

static const char *
get_name (PlanDocument *document, PlanId task)
{
  const PlanTask *record = plan_model_get_task (plan_document_get_model (document), task);

  return record != NULL && record->name != NULL ? record->name : "";
}

/*
 * plan_edit_require_tasks:
 * @project: (out): the one that all of them belong to
 *
 * Returns: %FALSE with an error when one does not exist or is in another project than the first
 */
gboolean
plan_edit_require_tasks (PlanDocument *document, const PlanId *tasks, guint n_tasks, PlanId *project, GError **error)
{
  g_return_val_if_fail (n_tasks > 0, FALSE);

  for (guint i = 0; i < n_tasks; i++)
    {
      const PlanTask *task = plan_edit_require (document, PLAN_RECORD_TASK, tasks[i], error);

      if (task == NULL)
        return FALSE;
      if (i > 0 && task->project != *project)
        {
          g_set_error (error, PLAN_ERROR, PLAN_ERROR_RULE,
                       /* Translators: names of two tasks */
                       _("“%1$s” and “%2$s” are in different projects."), get_name (document, tasks[0]),
                       get_name (document, tasks[i]));
          return FALSE;
        }
      *project = task->project;
    }
  return TRUE;
}

static gboolean
select_tasks (Selection *self, PlanDocument *document, const PlanId *tasks, guint n_tasks, GError **error)
{
  PlanId project;

  if (!plan_edit_require_tasks (document, tasks, n_tasks, &project, error))
    return FALSE;
  self->places = plan_places_new (document, project);
  self->top = plan_places_list_top (self->places, tasks, n_tasks);
  self->moved = g_new0 (guint8, self->places->places->len);
  for (guint i = 0; i < self->top->len; i++)
    self->moved[g_array_index (self->top, guint, i)] = TRUE;
  return TRUE;
}

static PlanId
get_first (const Selection *self)
{
  return plan_places_get_task (self->places, g_array_index (self->top, guint, 0))->id;
}

/* @label, @label_many: of the edit of one row and of several, with %s for the name of the first */
static gboolean
run_selection (Selection *self, PlanDocument *document, const char *label, const char *label_many, GError **error)
{
  const PlanTask *first = plan_model_get_task (plan_document_get_model (document), get_first (self));
  g_autofree char *subject = g_strdup (first->name != NULL ? first->name : "");
  g_autoptr (PlanBatch) batch = plan_batch_new ();

  plan_places_write (self->places, batch);
  return plan_batch_run (batch, document, self->top->len == 1 ? label : label_many, subject, first->project, error);
}

/*
 * plan_edit_check_target:
 * @project: where the row is or will be
 * @parent: the summary task, or %PLAN_ID_NONE for the top of the project
 * @after: a task that has to lie below @parent, or %PLAN_ID_NONE for the first place
 *
 * Returns: %FALSE with an error when no row of the project can stand there
 */
gboolean
plan_edit_check_target (PlanDocument *document, PlanId project, PlanId parent, PlanId after, GError **error)
{
  const PlanTask *summary = NULL, *previous = NULL;

  if (parent != PLAN_ID_NONE && (summary = plan_edit_require (document, PLAN_RECORD_TASK, parent, error)) == NULL)
    return FALSE;
  if (after != PLAN_ID_NONE && (previous = plan_edit_require (document, PLAN_RECORD_TASK, after, error)) == NULL)
    return FALSE;
  if ((summary != NULL && summary->project != project) || (previous != NULL && previous->project != project))
    {
      g_set_error_literal (error, PLAN_ERROR, PLAN_ERROR_RULE, _("A task cannot be moved into another project."));
      return FALSE;
    }
  if (previous != NULL && previous->parent != parent)
    {
      g_set_error_literal (error, PLAN_ERROR, PLAN_ERROR_RULE,
                           _("The task after which to put it is not below that summary task."));
      return FALSE;
    }
  return TRUE;
}

/* No row can go below one of those that are moved. */
static gboolean
check_parent (const Selection *self, PlanDocument *document, guint parent, GError **error)
{
  for (guint at = parent; at != PLAN_PLACE_NONE; at = plan_places_get (self->places, at)->parent)
    if (self->moved[at])
      {
        g_set_error (error, PLAN_ERROR, PLAN_ERROR_RULE,
                     /* Translators: %s is the name of a task */
                     _("“%s” cannot lie below itself."), get_name (document, plan_places_get_task (self->places, at)->id));
        return FALSE;
      }
  return TRUE;
}

/**
 * plan_edit_tasks_move:
 * @parent: the new summary task, or %PLAN_ID_NONE for the top of the project
 * @after: a task below @parent, or %PLAN_ID_NONE for the first place; when it is itself moved, the one above it counts
 *
 * Moves the tasks, with everything below them, to one place within their project.
 *
 * Returns: %FALSE with %PLAN_ERROR_RULE when the place is below one of them or in another project
 */
gboolean
plan_edit_tasks_move (PlanDocument *document, const PlanId *tasks, guint n_tasks, PlanId parent, PlanId after, GError **error)
{
  g_auto (Selection) self = { 0 };
  guint summary, previous;

  if (!select_tasks (&self, document, tasks, n_tasks, error) ||
      !plan_edit_check_target (document, plan_model_get_task (self.places->model, tasks[0])->project, parent, after, error))
    return FALSE;
  summary = plan_places_find (self.places, parent);
  if (!check_parent (&self, document, summary, error))
    return FALSE;
  previous = plan_places_find (self.places, after);
  while (self.moved[previous])
    previous = plan_places_get (self.places, previous)->previous;
  for (guint i = 0; i < self.top->len; i++)
    {
      guint place = g_array_index (self.top, guint, i);

      plan_places_put (self.places, place, summary, previous);
      previous = place;
    }
  return run_selection (&self, document, N_("Move of “%s”"), N_("Move of “%s” and others"), error);
}

/**
 * plan_edit_task_move:
 *
 * Moves one task; see plan_edit_tasks_move().
 *
 * Returns: whether the edit was made
 */
gboolean
plan_edit_task_move (PlanDocument *document, PlanId task, PlanId parent, PlanId after, GError **error)
{
  return plan_edit_tasks_move (document, &task, 1, parent, after, error);
}

/* Empty lines between the row and its new summary go along, so that no row changes its place. */
static gboolean
indent_place (PlanPlaces *places, guint place)
{
  guint above = plan_places_get (places, place)->previous, at;

  while (above != PLAN_PLACE_NONE && plan_places_get_task (places, above)->blank)
    above = plan_places_get (places, above)->previous;
  if (above == PLAN_PLACE_NONE)
    return FALSE;
  do
    {
      at = plan_places_get (places, above)->next;
      plan_places_put (places, at, above, plan_places_get (places, above)->last);
    }
  while (at != place);
  return TRUE;
}

/**
 * plan_edit_tasks_indent:
 *
 * Makes each task the last one below the sibling above it. Neighbours so come to lie side by side below the same one; a
 * task that is the first at its level stays when others can be moved.
 *
 * Returns: %FALSE with %PLAN_ERROR_RULE when there is none above any of them
 */
gboolean
plan_edit_tasks_indent (PlanDocument *document, const PlanId *tasks, guint n_tasks, GError **error)
{
  g_auto (Selection) self = { 0 };
  guint n_moved = 0;

  if (!select_tasks (&self, document, tasks, n_tasks, error))
    return FALSE;
  for (guint i = 0; i < self.top->len; i++)
    n_moved += indent_place (self.places, g_array_index (self.top, guint, i));
  if (n_moved > 0)
    return run_selection (&self, document, N_("Indent of “%s”"), N_("Indent of “%s” and others"), error);
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_RULE,
               /* Translators: %s is the name of a task */
               _("There is no task above “%s” at its level to put it below."), get_name (document, get_first (&self)));
  return FALSE;
}

/**
 * plan_edit_task_indent:
 *
 * Makes the task the last one below the sibling above it.
 *
 * Returns: %FALSE with %PLAN_ERROR_RULE when there is none above
 */
gboolean
plan_edit_task_indent (PlanDocument *document, PlanId task, GError **error)
{
  return plan_edit_tasks_indent (document, &task, 1, error);
}

/* @last: by place of a summary, the row that was put after it last */
static gboolean
outdent_place (const Selection *self, guint place, guint *last)
{
  PlanPlaces *places = self->places;
  guint parent = plan_places_get (places, place)->parent, follower = plan_places_get (places, place)->next;

  if (parent == PLAN_PLACE_NONE)
    return FALSE;
  plan_places_put (places, place, plan_places_get (places, parent)->parent, last[parent] != 0 ? last[parent] : parent);
  last[parent] = place;
  while (follower != PLAN_PLACE_NONE && !self->moved[follower])
    {
      guint next = plan_places_get (places, follower)->next;

      plan_places_put (places, follower, place, plan_places_get (places, place)->last);
      follower = next;
    }
  return TRUE;
}

/**
 * plan_edit_tasks_outdent:
 *
 * Puts each task after its summary task, at its level. Tasks that followed it become its subtasks, so that no row changes
 * its place; tasks at the top stay when others can be moved.
 *
 * Returns: %FALSE with %PLAN_ERROR_RULE when all of them are at the top
 */
gboolean
plan_edit_tasks_outdent (PlanDocument *document, const PlanId *tasks, guint n_tasks, GError **error)
{
  g_auto (Selection) self = { 0 };
  g_autofree guint *last = NULL;
  guint n_moved = 0;

  if (!select_tasks (&self, document, tasks, n_tasks, error))
    return FALSE;
  last = g_new0 (guint, self.places->places->len);
  for (guint i = 0; i < self.top->len; i++)
    n_moved += outdent_place (&self, g_array_index (self.top, guint, i), last);
  if (n_moved > 0)
    return run_selection (&self, document, N_("Outdent of “%s”"), N_("Outdent of “%s” and others"), error);
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_RULE,
               /* Translators: %s is the name of a task */
               _("“%s” is at the top level already."), get_name (document, get_first (&self)));
  return FALSE;
}

/**
 * plan_edit_task_outdent:
 *
 * Puts the task after its summary task, at its level. The tasks that followed it become its subtasks.
 *
 * Returns: %FALSE with %PLAN_ERROR_RULE when it is at the top
 */
gboolean
plan_edit_task_outdent (PlanDocument *document, PlanId task, GError **error)
{
  return plan_edit_tasks_outdent (document, &task, 1, error);
}
