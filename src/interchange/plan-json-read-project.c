/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading one project: its properties, tasks in row order with their level, links and assignments.
 */

#include "plan-json-import.h"

#include "plan-json-fields.h"
#include "plan-outline.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define RANK_GAP (G_GINT64_CONSTANT (1) << 16)

static void
read_properties (PlanJsonImport *self, JsonObject *object, const char *name)
{
  static const char *const others[] = { "calendar", "programme", "earned_value", "earned_schedule", NULL };
  JsonNode *node = json_object_get_member (object, "project");
  g_autofree char *base = g_path_get_basename (name);
  g_autoptr (JsonObject) nothing = json_object_new ();
  JsonObject *properties = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : nothing;
  const char *programme = plan_json_get_text (properties, "programme");
  PlanProject project;

  plan_record_init (PLAN_RECORD_PROJECT, &project);
  project.id = self->project;
  project.rank = ++self->n_projects * RANK_GAP;
  plan_json_read_fields (self, PLAN_RECORD_PROJECT, &project, properties, others);
  if (project.name == NULL)
    project.name = plan_model_keep_text (self->model, base);
  if (programme != NULL)
    project.programme = plan_json_find_programme (self, programme);
  plan_model_insert (self->model, PLAN_RECORD_PROJECT, &project);
  plan_json_refer (self, PLAN_FIELD_PROJECT_CALENDAR, project.id, properties, "calendar");
}

static void
read_custom_field (PlanJsonImport *self, JsonObject *object)
{
  static const char *const others[] = { "record", NULL };
  const char *table = plan_json_get_text (object, "record");
  PlanRecord record = PLAN_RECORD_TASK;
  g_autofree char *name = NULL;
  PlanCustomField field;

  plan_record_init (PLAN_RECORD_CUSTOM_FIELD, &field);
  plan_json_read_fields (self, PLAN_RECORD_CUSTOM_FIELD, &field, object, others);
  if ((table != NULL && !plan_record_find (table, &record)) || field.key == NULL)
    {
      plan_report_add (self->report, PLAN_REPORT_DROPPED, _("Custom field"), _("It has no name or belongs to nothing known."), 1);
      return;
    }
  field.id = plan_id_source_next (self->ids);
  field.project = self->project;
  field.owner_record = record;
  plan_model_insert (self->model, PLAN_RECORD_CUSTOM_FIELD, &field);
  name = g_strdup_printf ("%u %s", record, field.key);
  g_hash_table_insert (self->custom_fields, g_steal_pointer (&name), g_memdup2 (&field.id, sizeof (PlanId)));
  plan_json_read_children (self, PLAN_RECORD_CUSTOM_FIELD, field.id, object);
}

static void
report_too_deep (PlanJsonImport *self, const char *name)
{
  g_autofree char *reason =
    /* Translators: %s is a task name, %d the deepest level that is possible */
    g_strdup_printf (_("The task “%s” lies deeper than %d levels."), name != NULL ? name : "", PLAN_OUTLINE_MAX_LEVEL);

  plan_report_add (self->report, PLAN_REPORT_CHANGED, _("Outline level"), reason, 1);
}

/* Its level, no deeper than one below the task before, and no deeper than a plan may be. */
static gint64
get_level (PlanJsonImport *self, JsonObject *object, const char *name, guint n_above)
{
  JsonNode *node = json_object_get_member (object, "outline_level");
  gint64 level = 1;
  gboolean is_number;

  if (node == NULL)
    return 1;
  is_number = plan_json_decimal_parse (node, 0, &level);
  if (is_number && level > PLAN_OUTLINE_MAX_LEVEL)
    report_too_deep (self, name);
  else if (!is_number || level < 1 || level > n_above + 1)
    plan_report_add (self->report, PLAN_REPORT_CHANGED, _("Outline level"), _("The file leaves out levels above the task."), 1);
  return CLAMP (level, 1, MIN ((gint64) n_above + 1, PLAN_OUTLINE_MAX_LEVEL));
}

/* An empty line has nothing below it. */
static void
place_task (PlanJsonImport *self, PlanTask *task, JsonObject *object, GArray *above)
{
  gint64 level = get_level (self, object, task->name, above->len);

  task->parent = level > 1 ? g_array_index (above, PlanId, level - 2) : PLAN_ID_NONE;
  if (task->blank)
    return;
  g_array_set_size (above, (guint) level - 1);
  g_array_append_val (above, task->id);
}

static const char *
get_member_text (JsonArray *pair, guint place)
{
  return plan_json_node_get_text (json_array_get_element (pair, place));
}

/* Pairs of start and finish, from other programs; Planwright itself writes the pauses too. */
static void
read_segments (PlanJsonImport *self, PlanId task, JsonObject *object)
{
  JsonArray *array = json_object_has_member (object, "splits") ? plan_json_get_array (self, object, "splits") : NULL;
  guint n = array != NULL && !json_object_has_member (object, "pauses") ? json_array_get_length (array) : 0;
  guint n_before = self->import->segments->len;

  for (guint i = 0; i < n; i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      JsonArray *pair = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
      PlanSegment segment = { .task = task };

      if (pair == NULL || json_array_get_length (pair) != 2 || get_member_text (pair, 0) == NULL || get_member_text (pair, 1) == NULL ||
          !plan_ticks_parse_iso (get_member_text (pair, 0), &segment.start, NULL) ||
          !plan_ticks_parse_iso (get_member_text (pair, 1), &segment.finish, NULL) || segment.finish < segment.start)
        {
          plan_report_add (self->report, PLAN_REPORT_DROPPED, "splits", _("It is no pair of dates."), 1);
          g_array_set_size (self->import->segments, n_before);
          return;
        }
      g_array_append_val (self->import->segments, segment);
    }
}

static void
read_task (PlanJsonImport *self, JsonObject *object, gint64 row, GArray *above)
{
  static const char *const others[] = { "id", "outline_level", "outline_number", "calendar", "calendar_name", "drivers", "splits", "pauses",
                                        "variances", "earned_value", NULL };
  PlanTask task;

  plan_record_init (PLAN_RECORD_TASK, &task);
  task.id = plan_id_source_next (self->ids);
  task.project = self->project;
  task.rank = row * RANK_GAP;
  plan_json_claim_uid (self, PLAN_RECORD_TASK, &task, object);
  plan_json_read_fields (self, PLAN_RECORD_TASK, &task, object, others);
  place_task (self, &task, object, above);
  plan_model_insert (self->model, PLAN_RECORD_TASK, &task);
  plan_json_refer (self, PLAN_FIELD_TASK_CALENDAR, task.id, object, "calendar");
  plan_json_read_children (self, PLAN_RECORD_TASK, task.id, object);
  read_segments (self, task.id, object);
}

static void
read_tasks (PlanJsonImport *self, JsonObject *object)
{
  g_autoptr (GArray) above = g_array_new (FALSE, FALSE, sizeof (PlanId));
  JsonArray *array = plan_json_get_array (self, object, "tasks");
  guint n = array != NULL ? json_array_get_length (array) : 0;

  for (guint i = 0; i < n && plan_progress_step (self->progress, i, n, NULL); i++)
    if (JSON_NODE_HOLDS_OBJECT (json_array_get_element (array, i)))
      read_task (self, json_array_get_object_element (array, i), i + 1, above);
    else
      plan_report_add (self->report, PLAN_REPORT_DROPPED, _("Task"), _("An element of the list is no object."), 1);
}

static void
read_link (PlanJsonImport *self, JsonObject *object)
{
  static const char *const others[] = { "predecessor", "successor", NULL };
  PlanLink link;

  plan_record_init (PLAN_RECORD_LINK, &link);
  link.id = plan_id_source_next (self->ids);
  plan_json_read_fields (self, PLAN_RECORD_LINK, &link, object, others);
  plan_model_insert (self->model, PLAN_RECORD_LINK, &link);
  plan_json_refer (self, PLAN_FIELD_LINK_PREDECESSOR, link.id, object, "predecessor");
  plan_json_refer (self, PLAN_FIELD_LINK_SUCCESSOR, link.id, object, "successor");
  plan_json_read_children (self, PLAN_RECORD_LINK, link.id, object);
}

static void
read_assignment (PlanJsonImport *self, JsonObject *object)
{
  static const char *const others[] = { "task", "resource", NULL };
  PlanAssignment assignment;

  plan_record_init (PLAN_RECORD_ASSIGNMENT, &assignment);
  assignment.id = plan_id_source_next (self->ids);
  plan_json_claim_uid (self, PLAN_RECORD_ASSIGNMENT, &assignment, object);
  plan_json_read_fields (self, PLAN_RECORD_ASSIGNMENT, &assignment, object, others);
  plan_model_insert (self->model, PLAN_RECORD_ASSIGNMENT, &assignment);
  plan_json_refer (self, PLAN_FIELD_ASSIGNMENT_TASK, assignment.id, object, "task");
  plan_json_refer (self, PLAN_FIELD_ASSIGNMENT_RESOURCE, assignment.id, object, "resource");
  plan_json_read_children (self, PLAN_RECORD_ASSIGNMENT, assignment.id, object);
}

/* Members of a project's object; others are reported. */
static void
report_unknown (PlanJsonImport *self, JsonObject *object)
{
  static const char *const known[] = { "format", "version", "project", "programmes", "calendars", "custom_fields", "tasks", "links",
                                       "resources", "assignments", "report", NULL };
  g_autoptr (GList) members = json_object_get_members (object);

  for (GList *l = members; l != NULL; l = l->next)
    if (!g_strv_contains (known, l->data))
      plan_report_add (self->report, PLAN_REPORT_DROPPED, l->data, _("Planwright does not know this member."), 1);
}

/**
 * plan_json_read_project:
 * @name: of the file, for a project that has none
 *
 * Reads a project's object.
 */
void
plan_json_read_project (PlanJsonImport *self, JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, "project");

  if (node != NULL && !JSON_NODE_HOLDS_OBJECT (node) && !JSON_NODE_HOLDS_NULL (node))
    plan_report_add (self->report, PLAN_REPORT_DROPPED, "project", _("It is no object."), 1);
  plan_json_import_start_project (self);
  self->project = plan_id_source_next (self->ids);
  report_unknown (self, object);
  read_properties (self, object, name);
  plan_json_read_list (self, object, "custom_fields", read_custom_field);
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    plan_json_read_children (self, PLAN_RECORD_PROJECT, self->project, json_node_get_object (node));
  plan_json_read_shared (self, object);
  read_tasks (self, object);
  plan_json_read_list (self, object, "links", read_link);
  plan_json_read_list (self, object, "assignments", read_assignment);
  plan_json_import_resolve (self, FALSE);
}
