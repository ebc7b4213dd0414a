/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What levelling did, as JSON: how projects finish, each move with its reason, and what stays overloaded. Keys, dates, percent
 * and ids are those of Planwright JSON.
 */

#include "plan-cli-level.h"

#include "plan-level-text.h"

#include <json-glib/json-glib.h>

static void
add_instant (JsonBuilder *builder, const char *name, PlanTicks at)
{
  g_autofree char *text = plan_ticks_format_iso (at);

  if (at == PLAN_TICKS_NONE)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text != NULL ? text : "");
}

/* The number a record has in the file it came from, else our own id as a string. */
static void
add_uid (JsonBuilder *builder, const char *name, gint64 source_uid, PlanId id)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  json_builder_set_member_name (builder, name);
  if (source_uid >= 0)
    json_builder_add_int_value (builder, source_uid);
  else
    json_builder_add_string_value (builder, text);
}

static void
add_task (JsonBuilder *builder, const char *name, const PlanTask *task)
{
  add_uid (builder, name, task->source_uid, task->id);
}

static void
add_units (JsonBuilder *builder, const char *name, PlanPercent units)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_double_value (builder, (double) units / PLAN_PERCENT_HUNDRED);
}

static void
add_change (JsonBuilder *builder, const PlanLevelChange *change, const PlanModel *model)
{
  const PlanTask *task = plan_model_get_task (model, change->task), *by = plan_model_get_task (model, change->by);
  const PlanResource *resource = plan_model_get_resource (model, change->resource);
  g_autofree char *text = plan_level_change_describe (change, model);

  json_builder_begin_object (builder);
  add_task (builder, "task", task);
  add_text (builder, "name", task->name);
  add_text (builder, "project", plan_model_get_project (model, task->project)->name);
  add_instant (builder, "from", change->from);
  add_instant (builder, "to", change->to);
  if (resource != NULL)
    {
      add_uid (builder, "resource", resource->source_uid, resource->id);
      add_instant (builder, "busy_from", change->busy_from);
      add_instant (builder, "busy_to", change->busy_to);
      add_units (builder, "units", change->units);
      add_units (builder, "free", change->free);
      add_units (builder, "load", change->load);
    }
  if (by != NULL)
    add_task (builder, "by", by);
  add_text (builder, "text", text);
  json_builder_end_object (builder);
}

static void
add_effect (JsonBuilder *builder, const PlanLevelEffect *effect, const PlanModel *model)
{
  json_builder_begin_object (builder);
  add_text (builder, "name", plan_model_get_project (model, effect->project)->name);
  add_instant (builder, "before", effect->before);
  add_instant (builder, "after", effect->after);
  json_builder_end_object (builder);
}

static void
add_unresolved (JsonBuilder *builder, PlanId id, const PlanModel *model)
{
  const PlanTask *task = plan_model_get_task (model, id);

  json_builder_begin_object (builder);
  add_task (builder, "task", task);
  add_text (builder, "name", task->name);
  json_builder_end_object (builder);
}

static void
begin_list (JsonBuilder *builder, const char *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
}

/**
 * plan_cli_level_explain:
 * @model: that it was computed from
 *
 * Returns: (transfer full): JSON
 */
char *
plan_cli_level_explain (const PlanLevel *level, const PlanModel *model)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "schedules");
  json_builder_add_int_value (builder, (gint64) level->n_schedules);
  begin_list (builder, "projects");
  for (guint i = 0; i < level->effects->len; i++)
    add_effect (builder, &g_array_index (level->effects, PlanLevelEffect, i), model);
  json_builder_end_array (builder);
  begin_list (builder, "moves");
  for (guint i = 0; i < level->changes->len; i++)
    add_change (builder, &g_array_index (level->changes, PlanLevelChange, i), model);
  json_builder_end_array (builder);
  begin_list (builder, "unresolved");
  for (guint i = 0; i < level->unresolved->len; i++)
    add_unresolved (builder, g_array_index (level->unresolved, PlanId, i), model);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, TRUE);
}
