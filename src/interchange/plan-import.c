/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a reader makes of a file, and what it has in common with all readers: the last repairs, and the check that all fits
 * together.
 */

#include "plan-import-private.h"

#include <glib/gi18n-lib.h>

/**
 * plan_import_new:
 *
 * Returns: (transfer full): an empty import
 */
PlanImport *
plan_import_new (void)
{
  PlanImport *self = g_new0 (PlanImport, 1);

  self->model = plan_model_new ();
  self->report = plan_report_new ();
  self->segments = g_array_new (FALSE, FALSE, sizeof (PlanSegment));
  self->incomplete = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return self;
}

/**
 * plan_import_free:
 *
 * Frees the import and its report, unless that was taken; the model lives on with those that refer to it.
 */
void
plan_import_free (PlanImport *self)
{
  plan_model_unref (self->model);
  g_array_unref (self->segments);
  g_hash_table_unref (self->incomplete);
  g_clear_pointer (&self->report, plan_report_free);
  g_free (self);
}

static void
drop_loops (PlanImport *self)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < plan_model_get_n (self->model, PLAN_RECORD_LINK); i++)
    {
      const PlanLink *link = plan_model_get_link_at (self->model, i);

      if (link->predecessor != link->successor)
        continue;
      g_hash_table_add (ids, g_memdup2 (&link->id, sizeof link->id));
      plan_report_add (self->report, PLAN_REPORT_DROPPED, _("Link"), _("The task is its own predecessor."), 1);
    }
  plan_import_drop_orphans (self, PLAN_RECORD_LINK, ids);
}

/**
 * plan_import_complete:
 *
 * Repairs what readers may find in files, and checks that all records fit together. The last step of every reader.
 *
 * Returns: %FALSE with %PLAN_ERROR_PARSE when they do not
 */
gboolean
plan_import_complete (PlanImport *self, GError **error)
{
  plan_import_cut_calendars (self);
  drop_loops (self);
  plan_import_drop_cycles (self);
  return plan_model_check (self->model, error);
}
