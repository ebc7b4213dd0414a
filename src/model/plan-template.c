/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A template in memory. It is built by a reader, checked as a whole by plan_template_check(), and not changed after that.
 */

#include "plan-template.h"

#include "plan-project.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const PlanEnumName plan_template_kinds[] = {
  { 0, "other", N_("Other") },
  { 1, "campaign", N_("Sales campaign") },
  { 2, "software", N_("Software") },
  { 3, "certification", N_("Certification") },
  { 4, "facilities", N_("Premises and moves") },
  { 5, "construction", N_("Construction") },
  { 6, "product", N_("Product development") },
  { 7, "event", N_("Event") },
  { 8, "infrastructure", N_("IT infrastructure") },
  { 9, "organisation", N_("Organisation") },
  { 0 }
};

const PlanEnumName plan_template_calendars[] = {
  { PLAN_TEMPLATE_STANDARD, "standard", N_("As the office works") },
  { PLAN_TEMPLATE_SIX_DAY, "six-day", N_("Six days a week") },
  { PLAN_TEMPLATE_SEVEN_DAY, "seven-day", N_("Seven days a week") },
  { 0 }
};

const PlanEnumName plan_template_levels[] = {
  { PLAN_TEMPLATE_LOW, "low", N_("Low") },
  { PLAN_TEMPLATE_MEDIUM, "medium", N_("Medium") },
  { PLAN_TEMPLATE_HIGH, "high", N_("High") },
  { 0 }
};

/* The keys are those of lists in a task of the file. */
const PlanEnumName plan_template_item_kinds[] = {
  { PLAN_TEMPLATE_CHECK, "checklist", N_("Checklist") },
  { PLAN_TEMPLATE_CRITERION, "criteria", N_("Criteria") },
  { PLAN_TEMPLATE_DOCUMENT, "documents", N_("Required documents") },
  { PLAN_TEMPLATE_DELIVERABLE, "deliverables", N_("Deliverables") },
  { 0 }
};

/**
 * plan_template_new:
 *
 * Returns: (transfer full): an empty template, which is not yet a good one
 */
PlanTemplate *
plan_template_new (void)
{
  PlanTemplate *self = g_new0 (PlanTemplate, 1);

  for (guint i = 0; i < PLAN_N_LANGUAGES; i++)
    self->keywords[i] = g_ptr_array_new ();
  self->version = 1;
  self->roles = g_array_new (FALSE, FALSE, sizeof (PlanTemplateRole));
  self->options = g_array_new (FALSE, FALSE, sizeof (PlanTemplateOption));
  self->tasks = g_array_new (FALSE, FALSE, sizeof (PlanTemplateTask));
  self->work = g_array_new (FALSE, FALSE, sizeof (PlanTemplateWork));
  self->items = g_array_new (FALSE, FALSE, sizeof (PlanTemplateItem));
  self->links = g_array_new (FALSE, FALSE, sizeof (PlanTemplateLink));
  self->risks = g_array_new (FALSE, FALSE, sizeof (PlanTemplateRisk));
  self->task_ids = g_hash_table_new (g_str_hash, g_str_equal);
  self->texts = g_string_chunk_new (4096);
  return self;
}

/**
 * plan_template_free:
 * @self: (transfer full):
 */
void
plan_template_free (PlanTemplate *self)
{
  for (guint i = 0; i < PLAN_N_LANGUAGES; i++)
    g_ptr_array_unref (self->keywords[i]);
  g_array_unref (self->roles);
  g_array_unref (self->options);
  g_array_unref (self->tasks);
  g_array_unref (self->work);
  g_array_unref (self->items);
  g_array_unref (self->links);
  g_array_unref (self->risks);
  g_hash_table_unref (self->task_ids);
  g_string_chunk_free (self->texts);
  g_free (self);
}

/**
 * plan_template_keep:
 *
 * Returns: (transfer none): a copy of the text that lives as long as the template
 */
const char *
plan_template_keep (PlanTemplate *self, const char *text)
{
  return g_string_chunk_insert (self->texts, text);
}

/**
 * plan_template_add_task:
 * @task: one with an id that no other task has
 *
 * Puts a row at the end; the items that are added next are its own.
 */
void
plan_template_add_task (PlanTemplate *self, const PlanTemplateTask *task)
{
  g_array_append_val (self->tasks, *task);
  g_array_index (self->tasks, PlanTemplateTask, self->tasks->len - 1).first_item = self->items->len;
  g_hash_table_insert (self->task_ids, (gpointer) task->id, GUINT_TO_POINTER (self->tasks->len));
}

/**
 * plan_template_get_task:
 *
 * Returns: (transfer none): the task of that row, from 0
 */
const PlanTemplateTask *
plan_template_get_task (const PlanTemplate *self, guint task)
{
  return &g_array_index (self->tasks, PlanTemplateTask, task);
}

/**
 * plan_template_is_summary:
 *
 * Returns: whether rows lie below it
 */
gboolean
plan_template_is_summary (const PlanTemplate *self, guint task)
{
  const PlanTemplateTask *row = plan_template_get_task (self, task);

  return task + 1 < self->tasks->len && row[1].level > row->level;
}

/**
 * plan_template_find_task:
 *
 * Returns: the number of the task with that id, or %PLAN_TEMPLATE_NONE
 */
guint
plan_template_find_task (const PlanTemplate *self, const char *id)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->task_ids, id));

  return number > 0 ? number - 1 : PLAN_TEMPLATE_NONE;
}

/**
 * plan_template_find_role:
 *
 * Returns: the number of the role with that id, or %PLAN_TEMPLATE_NONE
 */
guint
plan_template_find_role (const PlanTemplate *self, const char *id)
{
  for (guint i = 0; i < self->roles->len; i++)
    if (strcmp (g_array_index (self->roles, PlanTemplateRole, i).id, id) == 0)
      return i;
  return PLAN_TEMPLATE_NONE;
}

/**
 * plan_template_find_option:
 *
 * Returns: the number of the option with that id, or %PLAN_TEMPLATE_NONE
 */
guint
plan_template_find_option (const PlanTemplate *self, const char *id)
{
  for (guint i = 0; i < self->options->len; i++)
    if (strcmp (g_array_index (self->options, PlanTemplateOption, i).id, id) == 0)
      return i;
  return PLAN_TEMPLATE_NONE;
}

/**
 * plan_template_count:
 *
 * Returns: how many items of the kind its tasks list
 */
guint
plan_template_count (const PlanTemplate *self, PlanTemplateItemKind kind)
{
  guint n = 0;

  for (guint i = 0; i < self->items->len; i++)
    n += g_array_index (self->items, PlanTemplateItem, i).kind == kind;
  return n;
}
