/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing a template, in the form in which plan-template-json.c reads it: what is as a reader takes it when it is absent is
 * left out, so a template that was read and not changed is written as it was.
 */

#include "plan-template-json.h"

#include "plan-content-writer.h"
#include "plan-json-fields.h"

#include "plan-assignment.h"
#include "plan-project.h"
#include "plan-task.h"

static void
write_keywords (PlanJsonWriter *writer, const PlanTemplate *self)
{
  plan_json_writer_begin_object (writer, "keywords");
  for (guint i = 0; i < PLAN_N_LANGUAGES; i++)
    plan_content_write_words (writer, (PlanLanguage) i, self->keywords[i], 0, self->keywords[i]->len);
  plan_json_writer_end_object (writer);
}

static void
write_head (PlanJsonWriter *writer, const PlanTemplate *self)
{
  PlanProject project;

  plan_record_init (PLAN_RECORD_PROJECT, &project);
  project.schedule_from = (guint8) self->schedule_from;
  plan_json_writer_begin_object (writer, "template");
  plan_json_writer_string (writer, "id", self->id);
  plan_json_writer_integer (writer, "version", self->version);
  plan_content_write_enum (writer, "kind", plan_template_kinds, self->kind);
  plan_content_write_bilingual (writer, "name", &self->name);
  plan_content_write_bilingual (writer, "summary", &self->summary);
  write_keywords (writer, self);
  plan_json_writer_decimal (writer, "typical_duration", self->typical_duration, 1);
  plan_json_field_write (writer, PLAN_FIELD_PROJECT_SCHEDULE_FROM, &project);
  plan_content_write_enum (writer, "calendar", plan_template_calendars, self->calendar);
  plan_content_write_bilingual (writer, "calendar_hint", &self->calendar_hint);
  plan_json_writer_end_object (writer);
}

static void
write_roles (PlanJsonWriter *writer, const PlanTemplate *self)
{
  plan_json_writer_begin_array (writer, "roles");
  for (guint i = 0; i < self->roles->len; i++)
    {
      const PlanTemplateRole *role = &g_array_index (self->roles, PlanTemplateRole, i);

      plan_json_writer_begin_object (writer, NULL);
      plan_json_writer_string (writer, "id", role->id);
      plan_content_write_bilingual (writer, "name", &role->name);
      plan_json_writer_end_object (writer);
    }
  plan_json_writer_end_array (writer);
}

static void
write_options (PlanJsonWriter *writer, const PlanTemplate *self)
{
  plan_json_writer_begin_array (writer, "options");
  for (guint i = 0; i < self->options->len; i++)
    {
      const PlanTemplateOption *option = &g_array_index (self->options, PlanTemplateOption, i);

      plan_json_writer_begin_object (writer, NULL);
      plan_json_writer_string (writer, "id", option->id);
      plan_content_write_bilingual (writer, "name", &option->name);
      plan_content_write_bilingual (writer, "description", &option->description);
      plan_json_writer_boolean (writer, "default", option->is_on);
      plan_json_writer_end_object (writer);
    }
  plan_json_writer_end_array (writer);
}

static void
write_durations (PlanJsonWriter *writer, const PlanTemplateTask *task)
{
  PlanTask body;

  plan_record_init (PLAN_RECORD_TASK, &body);
  body.duration_unit = (guint8) task->duration_unit;
  plan_json_writer_decimal (writer, "duration", task->duration, 1);
  if (task->optimistic != task->duration)
    plan_json_writer_decimal (writer, "optimistic", task->optimistic, 1);
  if (task->pessimistic != task->duration)
    plan_json_writer_decimal (writer, "pessimistic", task->pessimistic, 1);
  plan_json_field_write (writer, PLAN_FIELD_TASK_DURATION_UNIT, &body);
}

/* @at: (inout): the first work of the template that may be of this task */
static void
write_work (PlanJsonWriter *writer, const PlanTemplate *self, guint task, guint *at)
{
  const PlanTemplateWork *work = (const PlanTemplateWork *) self->work->data;
  PlanAssignment body;

  if (*at == self->work->len || work[*at].task != task)
    return;
  plan_record_init (PLAN_RECORD_ASSIGNMENT, &body);
  plan_json_writer_begin_array (writer, "roles");
  for (; *at < self->work->len && work[*at].task == task; (*at)++)
    {
      body.units = work[*at].units;
      plan_json_writer_begin_object (writer, NULL);
      plan_json_writer_string (writer, "role", g_array_index (self->roles, PlanTemplateRole, work[*at].role).id);
      plan_json_field_write (writer, PLAN_FIELD_ASSIGNMENT_UNITS, &body);
      plan_json_writer_end_object (writer);
    }
  plan_json_writer_end_array (writer);
}

/* @at: (inout): the first item of the template that may be of this task; items are in the order of tasks and kinds */
static void
write_items (PlanJsonWriter *writer, const PlanTemplate *self, guint task, guint *at)
{
  const PlanTemplateItem *items = (const PlanTemplateItem *) self->items->data;

  while (*at < self->items->len && items[*at].task == task)
    {
      PlanTemplateItemKind kind = items[*at].kind;

      plan_json_writer_begin_array (writer, plan_enum_by_value (plan_template_item_kinds, kind)->key);
      for (; *at < self->items->len && items[*at].task == task && items[*at].kind == kind; (*at)++)
        plan_content_write_bilingual (writer, NULL, &items[*at].text);
      plan_json_writer_end_array (writer);
    }
}

static void
write_tasks (PlanJsonWriter *writer, const PlanTemplate *self)
{
  guint work = 0, item = 0;

  plan_json_writer_begin_array (writer, "tasks");
  for (guint i = 0; i < self->tasks->len; i++)
    {
      const PlanTemplateTask *task = plan_template_get_task (self, i);

      plan_json_writer_begin_object (writer, NULL);
      plan_json_writer_string (writer, "id", task->id);
      plan_json_writer_integer (writer, "outline_level", task->level);
      plan_content_write_bilingual (writer, "name", &task->name);
      if (task->option != PLAN_TEMPLATE_NONE)
        plan_json_writer_string (writer, "option", g_array_index (self->options, PlanTemplateOption, task->option).id);
      if (task->milestone)
        plan_json_writer_boolean (writer, "milestone", TRUE);
      if (task->gate)
        plan_json_writer_boolean (writer, "gate", TRUE);
      if (!plan_template_is_summary (self, i))
        write_durations (writer, task);
      write_work (writer, self, i, &work);
      plan_content_write_bilingual (writer, "guidance", &task->guidance);
      write_items (writer, self, i, &item);
      plan_json_writer_end_object (writer);
    }
  plan_json_writer_end_array (writer);
}

static void
write_links (PlanJsonWriter *writer, const PlanTemplate *self)
{
  plan_json_writer_begin_array (writer, "links");
  for (guint i = 0; i < self->links->len; i++)
    {
      const PlanTemplateLink *link = &g_array_index (self->links, PlanTemplateLink, i);
      PlanLink body;

      plan_record_init (PLAN_RECORD_LINK, &body);
      body.type = (guint8) link->type;
      body.lag = link->lag;
      body.lag_unit = (guint8) link->lag_unit;
      plan_json_writer_begin_object (writer, NULL);
      plan_json_writer_string (writer, "predecessor", plan_template_get_task (self, link->predecessor)->id);
      plan_json_writer_string (writer, "successor", plan_template_get_task (self, link->successor)->id);
      plan_json_field_write (writer, PLAN_FIELD_LINK_TYPE, &body);
      if (link->lag != 0)
        {
          plan_json_field_write (writer, PLAN_FIELD_LINK_LAG, &body);
          plan_json_field_write (writer, PLAN_FIELD_LINK_LAG_UNIT, &body);
        }
      plan_json_writer_end_object (writer);
    }
  plan_json_writer_end_array (writer);
}

static void
write_risks (PlanJsonWriter *writer, const PlanTemplate *self)
{
  plan_json_writer_begin_array (writer, "risks");
  for (guint i = 0; i < self->risks->len; i++)
    {
      const PlanTemplateRisk *risk = &g_array_index (self->risks, PlanTemplateRisk, i);

      plan_json_writer_begin_object (writer, NULL);
      if (risk->task != PLAN_TEMPLATE_NONE)
        plan_json_writer_string (writer, "task", plan_template_get_task (self, risk->task)->id);
      plan_content_write_bilingual (writer, "description", &risk->description);
      plan_content_write_bilingual (writer, "response", &risk->response);
      plan_content_write_enum (writer, "probability", plan_template_levels, risk->probability);
      plan_content_write_enum (writer, "impact", plan_template_levels, risk->impact);
      plan_json_writer_end_object (writer);
    }
  plan_json_writer_end_array (writer);
}

/**
 * plan_template_write:
 *
 * Returns: %FALSE with %PLAN_ERROR_IO when the stream takes no more
 */
gboolean
plan_template_write (const PlanTemplate *self, GOutputStream *stream, GError **error)
{
  g_autoptr (PlanJsonWriter) writer = plan_json_writer_new (stream, PLAN_CONTENT_LINE_DEPTH);

  plan_json_writer_begin_object (writer, NULL);
  plan_json_writer_string (writer, "format", "planwright-template");
  plan_json_writer_integer (writer, "version", 1);
  write_head (writer, self);
  write_roles (writer, self);
  write_options (writer, self);
  write_tasks (writer, self);
  write_links (writer, self);
  write_risks (writer, self);
  plan_json_writer_end_object (writer);
  return plan_json_writer_finish (writer, error);
}
