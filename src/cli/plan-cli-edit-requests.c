/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The edits of a script: one function and one row of the table for each, by the names of document/plan-edits.c.
 */

#include "plan-cli-edit.h"

#include "plan-columns.h"
#include "plan-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
note_added (PlanCliEdit *self, PlanRecord record, PlanId id)
{
  self->added_record = record;
  self->added = id;
}

static gboolean
find_field (PlanCliEdit *self, PlanRecord record, PlanFieldId *field, GError **error)
{
  const char *name;

  if (!plan_cli_edit_need_text (self, "field", &name, error))
    return FALSE;
  *field = plan_field_find (record, name);
  if (*field != PLAN_N_FIELDS)
    return TRUE;
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_NOT_FOUND,
               /* Translators: %1$s is a kind of record as “task”, %2$s what was given as the name of a field */
               _("A %1$s has no field “%2$s”."), plan_record_get_table (record), name);
  return FALSE;
}

static gboolean
set_field (PlanCliEdit *self, PlanRecord record, PlanId id, GError **error)
{
  g_autofree char *value = plan_cli_edit_dup_value (self, "value");
  PlanFieldId field;

  return plan_cli_edit_need (self, "value", error) && find_field (self, record, &field, error) &&
         plan_edit_set_text (self->document, field, id, value, error);
}

static gboolean
add_task (PlanCliEdit *self, GError **error)
{
  g_autofree char *duration = plan_cli_edit_dup_value (self, "duration");
  PlanId project = PLAN_ID_NONE, after = PLAN_ID_NONE, id;

  if (!plan_cli_edit_find_place (self, &project, &after, error))
    return FALSE;
  if (!plan_edit_task_add (self->document, project, after, plan_cli_edit_get_text (self, "name"), duration, &id, error))
    return FALSE;
  note_added (self, PLAN_RECORD_TASK, id);
  self->task = id;
  return TRUE;
}

/* "start" and "finish" are no stored fields: typing into them makes a constraint. */
static gboolean
set_task_date (PlanCliEdit *self, PlanId task, gboolean is_finish, GError **error)
{
  PlanId project = plan_model_get_task (plan_document_get_model (self->document), task)->project;
  PlanTicks at;

  if (!plan_cli_edit_parse_instant (self, project, "value", is_finish, &at, error))
    return FALSE;
  return is_finish ? plan_edit_task_set_finish (self->document, task, at, error)
                   : plan_edit_task_set_start (self->document, task, at, error);
}

/* The cells of the sheet that stand for links, assignments and sums of costs. */
static gboolean
set_task_cell (PlanCliEdit *self, PlanId task, const char *field, GError **error)
{
  g_autofree char *value = plan_cli_edit_dup_value (self, "value");

  return plan_cli_edit_need (self, "value", error) &&
         plan_edit_set_cell (self->document, plan_column_find (field), task, value, error);
}

static gboolean
set_task (PlanCliEdit *self, GError **error)
{
  const char *field = plan_cli_edit_get_text (self, "field");
  PlanId task;

  if (!plan_cli_edit_find_task (self, "task", &task, error))
    return FALSE;
  self->task = task;
  if (g_strcmp0 (field, "start") == 0 || g_strcmp0 (field, "finish") == 0)
    return set_task_date (self, task, strcmp (field, "finish") == 0, error);
  if (g_strcmp0 (field, "predecessors") == 0 || g_strcmp0 (field, "resources") == 0 || g_strcmp0 (field, "cost") == 0 ||
      g_strcmp0 (field, "actual_cost") == 0)
    return set_task_cell (self, task, field, error);
  if (plan_cli_edit_is_computed (field))
    return plan_cli_edit_set_computed (self, task, field, error);
  return set_field (self, PLAN_RECORD_TASK, task, error);
}

static gboolean
delete_task (PlanCliEdit *self, GError **error)
{
  PlanId task;

  return plan_cli_edit_find_task (self, "task", &task, error) && plan_edit_task_delete (self->document, &task, 1, error);
}

static gboolean
move_task (PlanCliEdit *self, GError **error)
{
  PlanId parent, after;

  return plan_cli_edit_find_task (self, "task", &self->task, error) && plan_cli_edit_find_target (self, &parent, &after, error) &&
         plan_edit_task_move (self->document, self->task, parent, after, error);
}

static gboolean
indent_task (PlanCliEdit *self, GError **error)
{
  return plan_cli_edit_find_task (self, "task", &self->task, error) && plan_edit_task_indent (self->document, self->task, error);
}

static gboolean
outdent_task (PlanCliEdit *self, GError **error)
{
  return plan_cli_edit_find_task (self, "task", &self->task, error) && plan_edit_task_outdent (self->document, self->task, error);
}

static gboolean
edit_tasks (PlanCliEdit *self, gboolean (*edit) (PlanDocument *document, const PlanId *tasks, guint n_tasks, GError **error),
            GError **error)
{
  g_autoptr (GArray) tasks = plan_cli_edit_list_tasks (self, error);

  return tasks != NULL && edit (self->document, (const PlanId *) tasks->data, tasks->len, error);
}

static gboolean
move_tasks (PlanCliEdit *self, GError **error)
{
  g_autoptr (GArray) tasks = plan_cli_edit_list_tasks (self, error);
  PlanId parent, after;

  return tasks != NULL && plan_cli_edit_find_target (self, &parent, &after, error) &&
         plan_edit_tasks_move (self->document, (const PlanId *) tasks->data, tasks->len, parent, after, error);
}

static gboolean
indent_tasks (PlanCliEdit *self, GError **error)
{
  return edit_tasks (self, plan_edit_tasks_indent, error);
}

static gboolean
outdent_tasks (PlanCliEdit *self, GError **error)
{
  return edit_tasks (self, plan_edit_tasks_outdent, error);
}

static gboolean
duplicate_tasks (PlanCliEdit *self, GError **error)
{
  return edit_tasks (self, plan_edit_tasks_duplicate, error);
}

static gboolean
link_tasks (PlanCliEdit *self, GError **error)
{
  return edit_tasks (self, plan_edit_tasks_link, error);
}

static gboolean
unlink_tasks (PlanCliEdit *self, GError **error)
{
  return edit_tasks (self, plan_edit_tasks_unlink, error);
}

static gboolean
delete_tasks (PlanCliEdit *self, GError **error)
{
  return edit_tasks (self, plan_edit_task_delete, error);
}

static gboolean
find_ends (PlanCliEdit *self, PlanId *predecessor, PlanId *successor, GError **error)
{
  return plan_cli_edit_find_task (self, "predecessor", predecessor, error) &&
         plan_cli_edit_find_task (self, "successor", successor, error);
}

static gboolean
add_link (PlanCliEdit *self, GError **error)
{
  const PlanModel *model = plan_document_get_model (self->document);
  const char *type_name = plan_cli_edit_get_text (self, "type");
  g_autofree char *lag_text = plan_cli_edit_dup_value (self, "lag");
  PlanLinkType type = PLAN_LINK_FS;
  PlanLag lag = { 0, PLAN_UNIT_DAY };
  PlanConversion conversion;
  PlanId predecessor, successor, id;

  if (!find_ends (self, &predecessor, &successor, error) ||
      (type_name != NULL && !plan_link_type_parse (type_name, &type, error)))
    return FALSE;
  plan_project_get_conversion (plan_model_get_project (model, plan_model_get_task (model, successor)->project), &conversion);
  if (lag_text != NULL && !plan_lag_parse (lag_text, &conversion, &lag, error))
    return FALSE;
  if (!plan_edit_link_add (self->document, predecessor, successor, type, &lag, &id, error))
    return FALSE;
  note_added (self, PLAN_RECORD_LINK, id);
  self->task = successor;
  return TRUE;
}

/* A link is named by its own id or by its two tasks, between which there is one at most. */
static gboolean
find_link (PlanCliEdit *self, PlanId *id, GError **error)
{
  const PlanModel *model = plan_document_get_model (self->document);
  PlanId predecessor, successor;

  if (json_object_has_member (self->request, "link"))
    return plan_cli_edit_find (self, PLAN_RECORD_LINK, "link", id, error);
  if (!find_ends (self, &predecessor, &successor, error))
    return FALSE;
  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_LINK); i++)
    {
      const PlanLink *link = plan_model_get_link_at (model, i);

      if (link->predecessor == predecessor && link->successor == successor)
        {
          *id = link->id;
          return TRUE;
        }
    }
  g_set_error_literal (error, PLAN_ERROR, PLAN_ERROR_NOT_FOUND, _("The two tasks are not linked."));
  return FALSE;
}

static gboolean
set_link (PlanCliEdit *self, GError **error)
{
  PlanId link;

  if (!find_link (self, &link, error))
    return FALSE;
  self->task = ((const PlanLink *) plan_model_lookup (plan_document_get_model (self->document), PLAN_RECORD_LINK, link))->successor;
  return set_field (self, PLAN_RECORD_LINK, link, error);
}

static gboolean
delete_link (PlanCliEdit *self, GError **error)
{
  PlanId link;

  return find_link (self, &link, error) && plan_edit_link_delete (self->document, link, error);
}

static gboolean
add_project (PlanCliEdit *self, GError **error)
{
  PlanProject defaults;
  const char *name, *start = plan_cli_edit_get_text (self, "start");
  PlanTicks at = PLAN_TICKS_NONE;
  PlanId id;

  plan_record_init (PLAN_RECORD_PROJECT, &defaults);
  if (!plan_cli_edit_need_text (self, "name", &name, error) ||
      (start != NULL && !plan_date_parse (start, plan_ticks_now (), defaults.default_start_time, &at, error)) ||
      !plan_edit_project_add (self->document, name, at, &id, error))
    return FALSE;
  note_added (self, PLAN_RECORD_PROJECT, id);
  return TRUE;
}

static gboolean
set_project (PlanCliEdit *self, GError **error)
{
  PlanId project;

  return plan_cli_edit_find_project (self, &project, error) && set_field (self, PLAN_RECORD_PROJECT, project, error);
}

static gboolean
delete_project (PlanCliEdit *self, GError **error)
{
  PlanId project;

  return plan_cli_edit_find_project (self, &project, error) && plan_edit_project_delete (self->document, project, error);
}

static gboolean
add_resource (PlanCliEdit *self, GError **error)
{
  const PlanEnumName *names = plan_field_get (PLAN_FIELD_RESOURCE_TYPE)->names;
  const char *name, *type_name = plan_cli_edit_get_text (self, "type");
  const PlanEnumName *type = plan_enum_by_key (names, type_name != NULL ? type_name : "work");
  PlanId id;

  if (!plan_cli_edit_need_text (self, "name", &name, error))
    return FALSE;
  if (type == NULL)
    {
      g_set_error (error, PLAN_ERROR, PLAN_ERROR_PARSE,
                   /* Translators: %s is what was given as the type of a resource */
                   _("“%s” is no type of resources."), type_name);
      return FALSE;
    }
  if (!plan_edit_resource_add (self->document, name, (PlanResourceType) type->value, &id, error))
    return FALSE;
  note_added (self, PLAN_RECORD_RESOURCE, id);
  return TRUE;
}

static gboolean
set_resource (PlanCliEdit *self, GError **error)
{
  PlanId resource;

  return plan_cli_edit_find (self, PLAN_RECORD_RESOURCE, "resource", &resource, error) &&
         set_field (self, PLAN_RECORD_RESOURCE, resource, error);
}

static gboolean
delete_resource (PlanCliEdit *self, GError **error)
{
  PlanId resource;

  return plan_cli_edit_find (self, PLAN_RECORD_RESOURCE, "resource", &resource, error) &&
         plan_edit_resource_delete (self->document, resource, error);
}

static gboolean
add_assignment (PlanCliEdit *self, GError **error)
{
  g_autofree char *units_text = plan_cli_edit_dup_value (self, "units");
  PlanPercent units = PLAN_PERCENT_HUNDRED;
  PlanId resource, id;

  if (!plan_cli_edit_find_task (self, "task", &self->task, error) ||
      !plan_cli_edit_find (self, PLAN_RECORD_RESOURCE, "resource", &resource, error) ||
      (units_text != NULL && !plan_percent_parse (units_text, &units, error)) ||
      !plan_edit_assignment_add (self->document, self->task, resource, units, &id, error))
    return FALSE;
  note_added (self, PLAN_RECORD_ASSIGNMENT, id);
  return TRUE;
}

/* An assignment is named by its own id or by its task and resource. */
static gboolean
find_assignment (PlanCliEdit *self, PlanId *id, GError **error)
{
  const PlanModel *model = plan_document_get_model (self->document);
  PlanId task, resource;

  if (json_object_has_member (self->request, "assignment"))
    return plan_cli_edit_find (self, PLAN_RECORD_ASSIGNMENT, "assignment", id, error);
  if (!plan_cli_edit_find_task (self, "task", &task, error) ||
      !plan_cli_edit_find (self, PLAN_RECORD_RESOURCE, "resource", &resource, error))
    return FALSE;
  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_ASSIGNMENT); i++)
    {
      const PlanAssignment *assignment = plan_model_get_assignment_at (model, i);

      if (assignment->task == task && assignment->resource == resource)
        {
          *id = assignment->id;
          return TRUE;
        }
    }
  g_set_error_literal (error, PLAN_ERROR, PLAN_ERROR_NOT_FOUND, _("The resource is not assigned to the task."));
  return FALSE;
}

static gboolean
set_assignment (PlanCliEdit *self, GError **error)
{
  PlanId assignment;

  return find_assignment (self, &assignment, error) && set_field (self, PLAN_RECORD_ASSIGNMENT, assignment, error);
}

static gboolean
delete_assignment (PlanCliEdit *self, GError **error)
{
  PlanId assignment;

  return find_assignment (self, &assignment, error) && plan_edit_assignment_delete (self->document, assignment, error);
}

static gboolean
add_exception (PlanCliEdit *self, GError **error)
{
  const char *first_text, *last_text = plan_cli_edit_get_text (self, "to"), *hours = plan_cli_edit_get_text (self, "hours");
  PlanTicks first, last;
  PlanId calendar, id;

  if (!plan_cli_edit_find (self, PLAN_RECORD_CALENDAR, "calendar", &calendar, error) ||
      !plan_cli_edit_need_text (self, "from", &first_text, error) ||
      !plan_date_parse (first_text, plan_ticks_now (), 0, &first, error))
    return FALSE;
  last = first;
  if ((last_text != NULL && !plan_date_parse (last_text, plan_ticks_now (), 0, &last, error)) ||
      !plan_edit_exception_add (self->document, calendar, plan_cli_edit_get_text (self, "name"), plan_ticks_get_day (first),
                                plan_ticks_get_day (last), hours != NULL ? hours : "", &id, error))
    return FALSE;
  note_added (self, PLAN_RECORD_EXCEPTION, id);
  return TRUE;
}

static gboolean
set_exception (PlanCliEdit *self, GError **error)
{
  PlanId exception;

  return plan_cli_edit_find (self, PLAN_RECORD_EXCEPTION, "exception", &exception, error) &&
         set_field (self, PLAN_RECORD_EXCEPTION, exception, error);
}

static gboolean
delete_exception (PlanCliEdit *self, GError **error)
{
  PlanId exception;

  return plan_cli_edit_find (self, PLAN_RECORD_EXCEPTION, "exception", &exception, error) &&
         plan_edit_exception_delete (self->document, exception, error);
}

static gboolean
undo (PlanCliEdit *self, GError **error)
{
  return plan_document_undo (self->document, error);
}

static gboolean
redo (PlanCliEdit *self, GError **error)
{
  return plan_document_redo (self->document, error);
}

static const struct
{
  const char *name;
  gboolean (*make) (PlanCliEdit *self, GError **error);
} requests[] = {
  { "task-add", add_task },
  { "task-set", set_task },
  { "task-delete", delete_task },
  { "task-move", move_task },
  { "task-indent", indent_task },
  { "task-outdent", outdent_task },
  { "tasks-delete", delete_tasks },
  { "tasks-move", move_tasks },
  { "tasks-indent", indent_tasks },
  { "tasks-outdent", outdent_tasks },
  { "tasks-duplicate", duplicate_tasks },
  { "tasks-link", link_tasks },
  { "tasks-unlink", unlink_tasks },
  { "task-split", plan_cli_edit_split_task },
  { "task-move-part", plan_cli_edit_move_part },
  { "task-join", plan_cli_edit_join_task },
  { "progress-update", plan_cli_edit_update_progress },
  { "work-reschedule", plan_cli_edit_reschedule_work },
  { "recurring-add", plan_cli_edit_add_recurring },
  { "link-add", add_link },
  { "link-set", set_link },
  { "link-delete", delete_link },
  { "project-add", add_project },
  { "project-set", set_project },
  { "project-delete", delete_project },
  { "resource-add", add_resource },
  { "resource-set", set_resource },
  { "resource-delete", delete_resource },
  { "assignment-add", add_assignment },
  { "assignment-set", set_assignment },
  { "assignment-delete", delete_assignment },
  { "exception-add", add_exception },
  { "exception-set", set_exception },
  { "exception-delete", delete_exception },
  { "baseline-set", plan_cli_edit_set_baseline },
  { "baseline-clear", plan_cli_edit_clear_baseline },
  { "interim-set", plan_cli_edit_set_interim },
  { "interim-clear", plan_cli_edit_clear_interim },
  { "level", plan_cli_edit_level },
  { "template-use", plan_cli_edit_use_template },
  { "template-insert", plan_cli_edit_insert_template },
  { "undo", undo },
  { "redo", redo },
};

/**
 * plan_cli_edit_make:
 *
 * Makes the edit of the request.
 *
 * Returns: whether it is on the disk; else the reason
 */
gboolean
plan_cli_edit_make (PlanCliEdit *self, GError **error)
{
  const char *name;

  if (!plan_cli_edit_check_members (self, error) || !plan_cli_edit_need_text (self, "edit", &name, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (requests); i++)
    if (strcmp (requests[i].name, name) == 0)
      return requests[i].make (self, error);
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_UNSUPPORTED,
               /* Translators: %s is what was given as the name of an edit */
               _("There is no edit “%s”."), name);
  return FALSE;
}
