/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading a template. resources/templates/README.md says what stands in the file. It may come from anybody by mail: what is
 * wrong anywhere ends the reading, and nothing of the file is used.
 */

#include "plan-template-json.h"

#include "plan-content-reader.h"
#include "plan-json-text.h"

#include "plan-error.h"
#include "plan-project.h"

#include <glib/gi18n-lib.h>

#define MAX_MEGABYTES 8

static const char *
keep_text (gpointer owner, const char *text)
{
  return plan_template_keep (owner, text);
}

static gboolean
read_head (PlanContentReader *self, PlanTemplate *template, JsonObject *root, GError **error)
{
  gsize mark;
  JsonObject *head = plan_content_enter (self, root, "template", &mark, error);
  gboolean ok =
    head != NULL && plan_content_read_id (self, head, "id", &template->id, error) &&
    plan_content_read_integer (self, head, "version", 1, G_MAXINT32, &template->version, error) &&
    plan_content_read_enum (self, head, "kind", plan_template_kinds, &template->kind, error) &&
    plan_content_read_bilingual (self, head, "name", TRUE, PLAN_CONTENT_MAX_NAME, &template->name, error) &&
    plan_content_read_bilingual (self, head, "summary", FALSE, PLAN_CONTENT_MAX_TEXT, &template->summary, error) &&
    plan_content_read_words (self, head, "keywords", template->keywords, error) &&
    plan_content_read_decimal (self, head, "typical_duration", 1, 0, PLAN_DURATION_MAX, &template->typical_duration, error) &&
    plan_content_read_field (self, head, "schedule_from", PLAN_FIELD_PROJECT_SCHEDULE_FROM, 0, &template->schedule_from, error) &&
    plan_content_read_enum (self, head, "calendar", plan_template_calendars, &template->calendar, error) &&
    plan_content_read_bilingual (self, head, "calendar_hint", FALSE, PLAN_CONTENT_MAX_TEXT, &template->calendar_hint, error);

  plan_content_leave (self, mark);
  return ok;
}

static gboolean
refuse_double (PlanContentReader *self, GError **error)
{
  return plan_content_refuse (self, "id", _("Another one before has the same id."), error);
}

static gboolean
read_role (PlanContentReader *self, JsonObject *object, gpointer data, GError **error)
{
  PlanTemplate *template = data;
  PlanTemplateRole role;

  if (!plan_content_read_id (self, object, "id", &role.id, error) ||
      !plan_content_read_bilingual (self, object, "name", TRUE, PLAN_CONTENT_MAX_NAME, &role.name, error))
    return FALSE;
  if (plan_template_find_role (template, role.id) != PLAN_TEMPLATE_NONE)
    return refuse_double (self, error);
  g_array_append_val (template->roles, role);
  return TRUE;
}

static gboolean
read_option (PlanContentReader *self, JsonObject *object, gpointer data, GError **error)
{
  PlanTemplate *template = data;
  PlanTemplateOption option = { .is_on = FALSE };

  if (!plan_content_read_id (self, object, "id", &option.id, error) ||
      !plan_content_read_bilingual (self, object, "name", TRUE, PLAN_CONTENT_MAX_NAME, &option.name, error) ||
      !plan_content_read_bilingual (self, object, "description", FALSE, PLAN_CONTENT_MAX_TEXT, &option.description, error) ||
      !plan_content_read_boolean (self, object, "default", &option.is_on, error))
    return FALSE;
  if (plan_template_find_option (template, option.id) != PLAN_TEMPLATE_NONE)
    return refuse_double (self, error);
  g_array_append_val (template->options, option);
  return TRUE;
}

/* An id that names something that was read before. */
static gboolean
find_named (PlanContentReader *self, const PlanTemplate *template, JsonObject *object, const char *key,
            guint (*find) (const PlanTemplate *template, const char *id), guint *number, GError **error)
{
  const char *id;

  if (!plan_content_read_id (self, object, key, &id, error))
    return FALSE;
  *number = find (template, id);
  return *number != PLAN_TEMPLATE_NONE || plan_content_refuse (self, key, _("Nothing in the file has this id."), error);
}

static gboolean
read_work (PlanContentReader *self, JsonObject *object, gpointer data, GError **error)
{
  PlanTemplate *template = data;
  PlanTemplateWork work = { .task = template->tasks->len - 1 };
  gint64 units = PLAN_PERCENT_HUNDRED;

  if (!find_named (self, template, object, "role", plan_template_find_role, &work.role, error) ||
      !plan_content_read_field (self, object, "units", PLAN_FIELD_ASSIGNMENT_UNITS, 0, &units, error))
    return FALSE;
  work.units = (PlanPercent) units;
  g_array_append_val (template->work, work);
  return TRUE;
}

static gboolean
read_items (PlanContentReader *self, PlanTemplate *template, JsonObject *object, GError **error)
{
  g_autoptr (GArray) texts = g_array_new (FALSE, FALSE, sizeof (PlanBilingual));

  for (const PlanEnumName *kind = plan_template_item_kinds; kind->key != NULL; kind++)
    {
      gboolean is_title = kind->value == PLAN_TEMPLATE_DOCUMENT || kind->value == PLAN_TEMPLATE_DELIVERABLE;

      g_array_set_size (texts, 0);
      if (!plan_content_read_texts (self, object, kind->key, is_title, PLAN_TEMPLATE_MAX_ITEMS, texts, error))
        return FALSE;
      for (guint i = 0; i < texts->len; i++)
        {
          PlanTemplateItem item = { .task = template->tasks->len - 1, .kind = (PlanTemplateItemKind) kind->value };

          item.text = g_array_index (texts, PlanBilingual, i);
          g_array_append_val (template->items, item);
        }
    }
  return TRUE;
}

/* Without the other two estimates the likely one is sure. */
static gboolean
read_durations (PlanContentReader *self, JsonObject *object, PlanTemplateTask *task, GError **error)
{
  gint64 unit = PLAN_UNIT_DAY;

  if (!plan_content_read_field (self, object, "duration_unit", PLAN_FIELD_TASK_DURATION_UNIT, 0, &unit, error) ||
      !plan_content_read_decimal (self, object, "duration", 1, 0, PLAN_DURATION_MAX, &task->duration, error))
    return FALSE;
  if (plan_unit_is_percent ((PlanUnit) unit))
    return plan_content_refuse (self, "duration_unit", _("A unit of time is needed here."), error);
  task->duration_unit = (PlanUnit) unit;
  task->optimistic = task->pessimistic = task->duration;
  return plan_content_read_decimal (self, object, "optimistic", 1, 0, PLAN_DURATION_MAX, &task->optimistic, error) &&
         plan_content_read_decimal (self, object, "pessimistic", 1, 0, PLAN_DURATION_MAX, &task->pessimistic, error);
}

static gboolean
read_task (PlanContentReader *self, JsonObject *object, gpointer data, GError **error)
{
  PlanTemplate *template = data;
  PlanTemplateTask task = { .parent = PLAN_TEMPLATE_NONE, .option = PLAN_TEMPLATE_NONE };
  gint64 level = 1;

  if (!plan_content_read_id (self, object, "id", &task.id, error) ||
      !plan_content_read_integer (self, object, "outline_level", 1, G_MAXUINT8, &level, error) ||
      !plan_content_read_bilingual (self, object, "name", TRUE, PLAN_CONTENT_MAX_NAME, &task.name, error) ||
      !plan_content_read_bilingual (self, object, "guidance", FALSE, PLAN_CONTENT_MAX_TEXT, &task.guidance, error) ||
      !plan_content_read_boolean (self, object, "milestone", &task.milestone, error) ||
      !plan_content_read_boolean (self, object, "gate", &task.gate, error) || !read_durations (self, object, &task, error) ||
      (json_object_has_member (object, "option") &&
       !find_named (self, template, object, "option", plan_template_find_option, &task.option, error)))
    return FALSE;
  if (plan_template_find_task (template, task.id) != PLAN_TEMPLATE_NONE)
    return refuse_double (self, error);
  task.level = (guint) level;
  plan_template_add_task (template, &task);
  return plan_content_read_list (self, object, "roles", PLAN_TEMPLATE_MAX_ITEMS, read_work, template, error) &&
         read_items (self, template, object, error);
}

static gboolean
read_link (PlanContentReader *self, JsonObject *object, gpointer data, GError **error)
{
  PlanTemplate *template = data;
  PlanTemplateLink link = { .lag = 0 };
  gint64 type = PLAN_LINK_FS, unit = PLAN_UNIT_DAY;

  if (!find_named (self, template, object, "predecessor", plan_template_find_task, &link.predecessor, error) ||
      !find_named (self, template, object, "successor", plan_template_find_task, &link.successor, error) ||
      !plan_content_read_field (self, object, "type", PLAN_FIELD_LINK_TYPE, 0, &type, error) ||
      !plan_content_read_field (self, object, "lag_unit", PLAN_FIELD_LINK_LAG_UNIT, 0, &unit, error) ||
      !plan_content_read_field (self, object, "lag", PLAN_FIELD_LINK_LAG, (int) unit, &link.lag, error))
    return FALSE;
  link.type = (PlanLinkType) type;
  link.lag_unit = (PlanUnit) unit;
  g_array_append_val (template->links, link);
  return TRUE;
}

static gboolean
read_risk (PlanContentReader *self, JsonObject *object, gpointer data, GError **error)
{
  PlanTemplate *template = data;
  PlanTemplateRisk risk = { .task = PLAN_TEMPLATE_NONE };
  gint64 probability = PLAN_TEMPLATE_MEDIUM, impact = PLAN_TEMPLATE_MEDIUM;

  if ((json_object_has_member (object, "task") &&
       !find_named (self, template, object, "task", plan_template_find_task, &risk.task, error)) ||
      !plan_content_read_bilingual (self, object, "description", TRUE, PLAN_CONTENT_MAX_TEXT, &risk.description, error) ||
      !plan_content_read_bilingual (self, object, "response", FALSE, PLAN_CONTENT_MAX_TEXT, &risk.response, error) ||
      !plan_content_read_enum (self, object, "probability", plan_template_levels, &probability, error) ||
      !plan_content_read_enum (self, object, "impact", plan_template_levels, &impact, error))
    return FALSE;
  risk.probability = (PlanTemplateLevel) probability;
  risk.impact = (PlanTemplateLevel) impact;
  g_array_append_val (template->risks, risk);
  return TRUE;
}

static gboolean
read_all (PlanContentReader *self, PlanTemplate *template, JsonObject *root, GError **error)
{
  return read_head (self, template, root, error) &&
         plan_content_read_list (self, root, "roles", PLAN_TEMPLATE_MAX_ROLES, read_role, template, error) &&
         plan_content_read_list (self, root, "options", PLAN_TEMPLATE_MAX_OPTIONS, read_option, template, error) &&
         plan_content_read_list (self, root, "tasks", PLAN_TEMPLATE_MAX_TASKS, read_task, template, error) &&
         plan_content_read_list (self, root, "links", PLAN_TEMPLATE_MAX_LINKS, read_link, template, error) &&
         plan_content_read_list (self, root, "risks", PLAN_TEMPLATE_MAX_RISKS, read_risk, template, error) &&
         (template->tasks->len > 0 || plan_content_refuse (self, "tasks", _("A template has at least one task."), error));
}

/**
 * plan_template_read:
 *
 * Reads a template and checks it.
 *
 * Returns: (transfer full): the template, or %NULL with %PLAN_ERROR_PARSE and a sentence that names line, place or task,
 *   %PLAN_ERROR_RANGE for a file that is too large, %PLAN_ERROR_TOO_NEW, %PLAN_ERROR_IO or %PLAN_ERROR_CANCELLED
 */
PlanTemplate *
plan_template_read (GInputStream *stream, PlanProgress *progress, GError **error)
{
  g_autoptr (JsonParser) parser = plan_json_text_parse (stream, MAX_MEGABYTES, progress, error);
  g_autoptr (PlanTemplate) template = NULL;
  g_autoptr (GString) place = g_string_new (NULL);
  PlanContentReader self = { .place = place, .keep = keep_text };
  JsonObject *root;

  if (parser == NULL || !plan_content_check_format (json_parser_get_root (parser), "planwright-template", &root, error))
    return NULL;
  template = plan_template_new ();
  self.owner = template;
  if (!read_all (&self, template, root, error) || !plan_template_check (template, error))
    return NULL;
  return g_steal_pointer (&template);
}
