/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the members of an edit's JSON object name: records by the number of the file they came from, by our own id, by row
 * or by name, and values as a person would type them.
 */

#include "plan-cli-edit.h"

#include "plan-cli-source.h"

#include "plan-error.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

static gboolean
fail_member (const char *member, GError **error)
{
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_PARSE,
               /* Translators: %s is the name of a member of a JSON object */
               _("The edit needs “%s”."), member);
  return FALSE;
}

/* A list or an object where a text, a number or a truth value belongs. */
static gboolean
fail_kind (const char *member, GError **error)
{
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_PARSE,
               /* Translators: %s is the name of a member of a JSON object */
               _("The edit’s “%s” is neither a text nor a number."), member);
  return FALSE;
}

static gboolean
fail_find (const char *member, const char *text, GError **error)
{
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_NOT_FOUND,
               /* Translators: %1$s is the name of a member of a JSON object, %2$s its value */
               _("What “%1$s” names does not exist: %2$s."), member, text);
  return FALSE;
}

/* Only tasks and rows come as lists. */
static gboolean
is_list_of_values (const char *member, JsonNode *node)
{
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node) || (strcmp (member, "tasks") != 0 && strcmp (member, "rows") != 0))
    return FALSE;
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!JSON_NODE_HOLDS_VALUE (json_array_get_element (array, i)))
      return FALSE;
  return TRUE;
}

/**
 * plan_cli_edit_check_members:
 *
 * Returns: %FALSE with %PLAN_ERROR_PARSE when a member is an object, or a list other than "tasks" and "rows"
 */
gboolean
plan_cli_edit_check_members (PlanCliEdit *self, GError **error)
{
  g_autoptr (GList) members = json_object_get_members (self->request);

  for (GList *l = members; l != NULL; l = l->next)
    {
      JsonNode *node = json_object_get_member (self->request, l->data);

      if (!JSON_NODE_HOLDS_VALUE (node) && !JSON_NODE_HOLDS_NULL (node) && !is_list_of_values (l->data, node))
        return fail_kind (l->data, error);
    }
  return TRUE;
}

/**
 * plan_cli_edit_need:
 *
 * Returns: %FALSE with %PLAN_ERROR_PARSE when the member is absent; it may be null
 */
gboolean
plan_cli_edit_need (PlanCliEdit *self, const char *member, GError **error)
{
  return json_object_has_member (self->request, member) || fail_member (member, error);
}

static char *
dup_node (JsonNode *node)
{
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return g_strdup (json_node_get_boolean (node) ? "yes" : "no");
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return g_strdup (json_node_get_string (node));
  return json_to_string (node, FALSE);
}

/**
 * plan_cli_edit_dup_value:
 *
 * Returns: (transfer full) (nullable): a text, number or truth value as a person would type it; %NULL for null
 */
char *
plan_cli_edit_dup_value (PlanCliEdit *self, const char *member)
{
  return dup_node (json_object_get_member (self->request, member));
}

/**
 * plan_cli_edit_get_text:
 *
 * Returns: (transfer none) (nullable): the member as a person would type it, or %NULL when it is absent or null
 */
const char *
plan_cli_edit_get_text (PlanCliEdit *self, const char *member)
{
  JsonNode *node = json_object_get_member (self->request, member);
  g_autofree char *text = NULL;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  if (json_node_get_value_type (node) != G_TYPE_STRING)
    {
      text = plan_cli_edit_dup_value (self, member);
      json_object_set_string_member (self->request, member, text);
    }
  return json_object_get_string_member (self->request, member);
}

/**
 * plan_cli_edit_need_text:
 * @text: (out): the text
 *
 * Returns: %FALSE with %PLAN_ERROR_PARSE when it is absent or null
 */
gboolean
plan_cli_edit_need_text (PlanCliEdit *self, const char *member, const char **text, GError **error)
{
  *text = plan_cli_edit_get_text (self, member);
  return *text != NULL || fail_member (member, error);
}

/**
 * plan_cli_edit_parse_instant:
 * @project: whose usual times complete a date
 * @at: (out): the instant that the member says
 *
 * Returns: %FALSE with %PLAN_ERROR_PARSE when it is absent or no date
 */
gboolean
plan_cli_edit_parse_instant (PlanCliEdit *self, PlanId project, const char *member, gboolean is_finish, PlanTicks *at, GError **error)
{
  const PlanProject *record = plan_model_get_project (plan_document_get_model (self->document), project);
  const char *text;

  return plan_cli_edit_need_text (self, member, &text, error) &&
         plan_date_parse (text, plan_ticks_now (), is_finish ? record->default_finish_time : record->default_start_time, at, error);
}

/**
 * plan_cli_edit_find_project:
 * @id: (out): the project of the edit: its "project", else that of --project, else the only one
 *
 * Returns: %FALSE with an error that lists the projects
 */
gboolean
plan_cli_edit_find_project (PlanCliEdit *self, PlanId *id, GError **error)
{
  const PlanModel *model = plan_document_get_model (self->document);
  g_autofree char *name = plan_cli_edit_dup_value (self, "project");

  if (name != NULL)
    return plan_cli_find_project (model, name, id, error);
  if (self->project == PLAN_ID_NONE)
    return plan_cli_get_only_project (model, id, error);
  *id = self->project;
  if (plan_model_get_project (model, *id) != NULL)
    return TRUE;
  g_set_error_literal (error, PLAN_ERROR, PLAN_ERROR_NOT_FOUND, _("The project of --project has been deleted."));
  return FALSE;
}

/* The record with that number in its file; tasks of --project only, when it is given. */
static gboolean
find_by_source (PlanCliEdit *self, PlanRecord record, gint64 number, PlanId *id, GError **error)
{
  const PlanModel *model = plan_document_get_model (self->document);
  PlanFieldId field = plan_field_find (record, "source_uid");
  guint n_found = 0;

  for (guint i = 0; field != PLAN_N_FIELDS && i < plan_model_get_n (model, record); i++)
    {
      gconstpointer body = plan_model_get_at (model, record, i);

      if (plan_field_get_value (field, body).integer != number || number < 0)
        continue;
      if (record == PLAN_RECORD_TASK && self->project != PLAN_ID_NONE && ((const PlanTask *) body)->project != self->project)
        continue;
      *id = plan_record_get_id (body);
      n_found++;
    }
  if (n_found > 1)
    g_set_error (error, PLAN_ERROR, PLAN_ERROR_NOT_FOUND,
                 /* Translators: %s is a number */
                 _("Several projects have the number %" PRId64 "; choose one with --project."), number);
  return n_found == 1;
}

static gboolean
find_by_name (PlanCliEdit *self, PlanRecord record, const char *name, PlanId *id)
{
  const PlanModel *model = plan_document_get_model (self->document);
  PlanFieldId field = plan_field_find (record, "name");

  for (guint i = 0; record != PLAN_RECORD_TASK && field != PLAN_N_FIELDS && i < plan_model_get_n (model, record); i++)
    {
      gconstpointer body = plan_model_get_at (model, record, i);

      if (g_strcmp0 (plan_field_get_value (field, body).text, name) != 0)
        continue;
      *id = plan_record_get_id (body);
      return TRUE;
    }
  return FALSE;
}

/* @node: a number of the record's file, our id, or, but for tasks, a name */
static gboolean
find_record (PlanCliEdit *self, PlanRecord record, const char *member, JsonNode *node, PlanId *id, GError **error)
{
  g_autofree char *text = dup_node (node);
  g_autoptr (GError) several = NULL;
  gint64 number = PLAN_ID_NONE;

  if (text == NULL)
    return fail_member (member, error);
  g_ascii_string_to_signed (text, 10, 0, G_MAXINT64, &number, NULL);
  if (json_node_get_value_type (node) != G_TYPE_STRING && find_by_source (self, record, number, id, &several))
    return TRUE;
  if (several != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&several));
      return FALSE;
    }
  if (number != PLAN_ID_NONE && plan_model_find (plan_document_get_model (self->document), record, number) != PLAN_INDEX_NONE)
    {
      *id = number;
      return TRUE;
    }
  return find_by_name (self, record, text, id) || fail_find (member, text, error);
}

/**
 * plan_cli_edit_find:
 * @member: the member that names the record: a number of its file, our id, or, but for tasks, a name
 * @id: (out): the record
 *
 * Returns: %FALSE with an error when there is none
 */
gboolean
plan_cli_edit_find (PlanCliEdit *self, PlanRecord record, const char *member, PlanId *id, GError **error)
{
  return find_record (self, record, member, json_object_get_member (self->request, member), id, error);
}

static PlanOutline *
open_rows (PlanCliEdit *self, GError **error)
{
  PlanId project;

  if (!plan_cli_edit_find_project (self, &project, error))
    return NULL;
  return plan_outline_new (plan_document_get_model (self->document), project);
}

static gboolean
get_row (PlanCliEdit *self, const PlanOutline *outline, JsonNode *node, PlanId *id, GError **error)
{
  g_autofree char *text = dup_node (node);
  gint64 row;

  if (text == NULL || !g_ascii_string_to_signed (text, 10, 1, G_MAXUINT, &row, NULL) || row > outline->n_rows)
    return fail_find ("row", text != NULL ? text : "null", error);
  *id = plan_model_get_task_at (plan_document_get_model (self->document), outline->rows[row - 1].task)->id;
  return TRUE;
}

/**
 * plan_cli_edit_find_task:
 * @member: the member that names the task; "row" may stand instead of "task"
 * @id: (out): the task
 *
 * Returns: %FALSE with an error when there is none
 */
gboolean
plan_cli_edit_find_task (PlanCliEdit *self, const char *member, PlanId *id, GError **error)
{
  JsonNode *row = json_object_get_member (self->request, "row");

  if (strcmp (member, "task") == 0 && row != NULL && JSON_NODE_HOLDS_VALUE (row) && json_node_get_value_type (row) == G_TYPE_INT64)
    {
      g_autoptr (PlanOutline) outline = open_rows (self, error);

      return outline != NULL && get_row (self, outline, row, id, error);
    }
  return plan_cli_edit_find (self, PLAN_RECORD_TASK, member, id, error);
}

/**
 * plan_cli_edit_find_target:
 * @parent: (out): where rows are to go: below "parent", @after: (out): after "after"; null is the top and the first place
 *
 * Returns: %FALSE with an error when a task that is named does not exist
 */
gboolean
plan_cli_edit_find_target (PlanCliEdit *self, PlanId *parent, PlanId *after, GError **error)
{
  *parent = *after = PLAN_ID_NONE;
  if (json_object_has_member (self->request, "parent") && !json_object_get_null_member (self->request, "parent") &&
      !plan_cli_edit_find_task (self, "parent", parent, error))
    return FALSE;
  return !json_object_has_member (self->request, "after") || json_object_get_null_member (self->request, "after") ||
         plan_cli_edit_find_task (self, "after", after, error);
}

static gboolean
has_list (PlanCliEdit *self, const char *member)
{
  JsonNode *node = json_object_get_member (self->request, member);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) && json_array_get_length (json_node_get_array (node)) > 0;
}

/**
 * plan_cli_edit_list_tasks:
 *
 * Returns: (transfer full) (element-type PlanId) (nullable): the tasks of the list "tasks", or of "rows" instead; %NULL
 *   with an error when there are none or one does not exist
 */
GArray *
plan_cli_edit_list_tasks (PlanCliEdit *self, GError **error)
{
  g_autoptr (GArray) tasks = g_array_new (FALSE, FALSE, sizeof (PlanId));
  g_autoptr (PlanOutline) outline = NULL;
  const char *member = has_list (self, "rows") ? "rows" : "tasks";
  JsonArray *array;

  if (!has_list (self, member))
    {
      fail_member ("tasks", error);
      return NULL;
    }
  array = json_object_get_array_member (self->request, member);
  if (strcmp (member, "rows") == 0 && (outline = open_rows (self, error)) == NULL)
    return NULL;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      PlanId id;

      if (outline != NULL && !get_row (self, outline, node, &id, error))
        return NULL;
      if (outline == NULL && !find_record (self, PLAN_RECORD_TASK, member, node, &id, error))
        return NULL;
      g_array_append_val (tasks, id);
    }
  return g_steal_pointer (&tasks);
}

/**
 * plan_cli_edit_find_place:
 * @project: (out): where something new goes
 * @after: (out): the task "after" which it goes, or %PLAN_ID_NONE for the end of the project
 *
 * Returns: whether there is such a place
 */
gboolean
plan_cli_edit_find_place (PlanCliEdit *self, PlanId *project, PlanId *after, GError **error)
{
  *after = PLAN_ID_NONE;
  if (!json_object_has_member (self->request, "after"))
    return plan_cli_edit_find_project (self, project, error);
  if (!plan_cli_edit_find_task (self, "after", after, error))
    return FALSE;
  *project = plan_model_get_task (plan_document_get_model (self->document), *after)->project;
  return TRUE;
}
