/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * By which numbers a file of Microsoft Project's XML knows its records. Those of an imported file stay what they were, so
 * that other files that name them still fit; records that came later get numbers that nobody has.
 */

#include "plan-mspdi-number.h"

#include "plan-export-index.h"
#include "plan-outline.h"

static void
give_uid (GHashTable *uids, GHashTable *taken, PlanId id, gint64 uid)
{
  g_hash_table_add (taken, g_memdup2 (&uid, sizeof uid));
  g_hash_table_insert (uids, g_memdup2 (&id, sizeof id), g_memdup2 (&uid, sizeof uid));
}

/* Numbers of the file, of which the first record that has one keeps it. Returns the largest one. */
static gint64
keep_uids (const PlanModel *model, PlanRecord kind, GHashTable *uids, GHashTable *taken, const GArray *ids)
{
  PlanFieldId field = plan_field_find (kind, "source_uid");
  gint64 largest = 0;

  for (guint i = 0; i < ids->len; i++)
    {
      PlanId id = g_array_index (ids, PlanExportRanked, i).id;
      gint64 uid = plan_field_get_value (field, plan_model_lookup (model, kind, id)).integer;

      if (uid < 0 || g_hash_table_contains (taken, &uid))
        continue;
      give_uid (uids, taken, id, uid);
      largest = MAX (largest, uid);
    }
  return largest;
}

/*
 * plan_mspdi_number_records:
 * @kind: one whose records have numbers in files
 * @ids: (element-type PlanExportRanked): the records that are written
 *
 * Records without a number come after all that have one, or from the first free number when those reach the end of what
 * Microsoft Project can count.
 *
 * Returns: (transfer full) (element-type PlanId gint64): the numbers by id
 */
GHashTable *
plan_mspdi_number_records (const PlanModel *model, PlanRecord kind, const GArray *ids)
{
  GHashTable *uids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gint64 next = keep_uids (model, kind, uids, taken, ids) + 1;

  if (next > G_MAXINT32 - (gint64) ids->len)
    next = 1;
  for (guint i = 0; i < ids->len; i++)
    {
      PlanId id = g_array_index (ids, PlanExportRanked, i).id;

      if (g_hash_table_contains (uids, &id))
        continue;
      while (g_hash_table_contains (taken, &next))
        next++;
      give_uid (uids, taken, id, next);
    }
  return uids;
}

/*
 * plan_mspdi_number_tasks:
 *
 * Returns: (transfer full) (element-type PlanId gint64): the numbers of all tasks of the project by id, as its own file has them
 */
GHashTable *
plan_mspdi_number_tasks (const PlanModel *model, PlanId project)
{
  g_autoptr (PlanOutline) outline = plan_outline_new (model, project);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (PlanExportRanked));

  for (guint row = 0; row < outline->n_rows; row++)
    {
      PlanExportRanked task = { row, plan_model_get_task_at (model, outline->rows[row].task)->id };

      g_array_append_val (ids, task);
    }
  return plan_mspdi_number_records (model, PLAN_RECORD_TASK, ids);
}
