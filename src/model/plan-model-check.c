/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether the records of a model fit together: every reference names a record of the right kind, summaries and calendars
 * form no circle, tasks lie in their summary's project. Asked of everything that comes from a file, before it is used.
 */

#include "plan-model.h"

#include "plan-error.h"
#include "plan-outline.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

static gboolean
refuse (PlanRecord record, PlanId id, const char *column, GError **error)
{
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_PARSE,
               /* Translators: a kind of record as “task”, its number, and a field as “parent” */
               _("The data do not fit together: %s %" PRId64 ", field “%s”."), plan_record_get_table (record), id, column);
  return FALSE;
}

static gboolean
check_reference (const PlanModel *self, PlanRecord record, PlanFieldId id_field, gconstpointer body, GError **error)
{
  const PlanField *field = plan_field_get (id_field);
  PlanValue value = plan_field_get_value (id_field, body);
  PlanRecord target = field->target;

  if (value.kind == PLAN_VALUE_NULL)
    {
      if (!(field->flags & PLAN_FIELD_OWNER))
        return TRUE;
      return refuse (record, plan_record_get_id (body), field->column, error);
    }
  if (field->type == PLAN_TYPE_OWNER_ID)
    target = (PlanRecord) plan_field_get_value (field->unit_field, body).integer;
  if ((guint) target < PLAN_N_RECORDS && plan_model_find (self, target, value.integer) != PLAN_INDEX_NONE)
    return TRUE;
  return refuse (record, plan_record_get_id (body), field->column, error);
}

static gboolean
check_references (const PlanModel *self, PlanRecord record, GError **error)
{
  PlanFieldId first = plan_field_first (record), end = first + plan_field_count (record);

  for (PlanFieldId field = first; field < end; field++)
    {
      PlanFieldType type = plan_field_get (field)->type;

      if (type != PLAN_TYPE_ID && type != PLAN_TYPE_OWNER_ID)
        continue;
      for (guint i = 0; i < plan_model_get_n (self, record); i++)
        if (!check_reference (self, record, field, plan_model_get_at (self, record, i), error))
          return FALSE;
    }
  return TRUE;
}

static PlanId
get_parent (PlanRecord record, gconstpointer body)
{
  return record == PLAN_RECORD_TASK ? ((const PlanTask *) body)->parent : ((const PlanCalendar *) body)->parent;
}

/* Steps up from each record until one whose depth is known; a chain longer than allowed is a circle or too deep. */
static gboolean
check_parents (const PlanModel *self, PlanRecord record, guint most, GError **error)
{
  guint n = plan_model_get_n (self, record);
  g_autofree guint16 *depth = g_new0 (guint16, n + 1);
  g_autoptr (GArray) chain = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < n; i++)
    {
      guint at = i;

      g_array_set_size (chain, 0);
      while (at != PLAN_INDEX_NONE && depth[at] == 0 && chain->len <= most)
        {
          PlanId parent = get_parent (record, plan_model_get_at (self, record, at));

          g_array_append_val (chain, at);
          at = parent != PLAN_ID_NONE ? plan_model_find (self, record, parent) : PLAN_INDEX_NONE;
        }
      if (chain->len + (at != PLAN_INDEX_NONE ? depth[at] : 0) > most)
        return refuse (record, plan_record_get_id (plan_model_get_at (self, record, i)), "parent", error);
      for (guint k = chain->len, level = at != PLAN_INDEX_NONE ? depth[at] : 0; k-- > 0;)
        depth[g_array_index (chain, guint, k)] = ++level;
    }
  return TRUE;
}

static gboolean
check_tasks (const PlanModel *self, GError **error)
{
  for (guint i = 0; i < plan_model_get_n (self, PLAN_RECORD_TASK); i++)
    {
      const PlanTask *task = plan_model_get_task_at (self, i);
      const PlanTask *parent = plan_model_get_task (self, task->parent);

      if (parent != NULL && parent->project != task->project)
        return refuse (PLAN_RECORD_TASK, task->id, "parent", error);
    }
  for (guint i = 0; i < plan_model_get_n (self, PLAN_RECORD_LINK); i++)
    {
      const PlanLink *link = plan_model_get_link_at (self, i);

      if (link->predecessor == link->successor)
        return refuse (PLAN_RECORD_LINK, link->id, "successor", error);
    }
  return TRUE;
}

/**
 * plan_model_check:
 *
 * Returns: %FALSE with %PLAN_ERROR_PARSE that names the first record that does not fit
 */
gboolean
plan_model_check (const PlanModel *self, GError **error)
{
  for (guint record = 0; record < PLAN_N_RECORDS; record++)
    if (!check_references (self, record, error))
      return FALSE;
  return check_parents (self, PLAN_RECORD_TASK, PLAN_OUTLINE_MAX_LEVEL, error) &&
         check_parents (self, PLAN_RECORD_CALENDAR, PLAN_CALENDAR_MAX_DEPTH, error) &&
         check_tasks (self, error);
}
