/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Removing the sample office: all projects that are marked as samples, in one edit, with the calendars, people and
 * programmes that nothing else uses.
 */

#include "plan-edits-private.h"

#include "plan-error.h"

#include <glib/gi18n-lib.h>

static void
add_projects (const PlanModel *model, GHashTable *owned)
{
  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_PROJECT); i++)
    {
      const PlanProject *project = plan_model_get_at (model, PLAN_RECORD_PROJECT, i);

      if (project->sample)
        g_hash_table_add (owned, (gpointer) &project->id);
    }
}

/* Adds the records that the field names in records that go and in none that stays. */
static void
add_only_named (const PlanModel *model, PlanFieldId id, GHashTable *owned)
{
  guint record = plan_field_get (id)->record;
  g_autoptr (GHashTable) found = g_hash_table_new (g_int64_hash, g_int64_equal);
  GHashTableIter iter;
  gpointer key;

  for (int stays = FALSE; stays <= TRUE; stays++)
    for (guint i = 0; i < plan_model_get_n (model, record); i++)
      {
        const PlanId *body = plan_model_get_at (model, record, i);
        PlanId named = plan_field_get_value (id, body).integer;
        const PlanId *target = named != PLAN_ID_NONE ? plan_model_lookup (model, plan_field_get (id)->target, named) : NULL;

        if (target == NULL || g_hash_table_contains (owned, body) == stays)
          continue;
        if (stays)
          g_hash_table_remove (found, target);
        else
          g_hash_table_add (found, (gpointer) target);
      }
  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (owned, key);
}

/* Calendars that only records which go name, and those that only such calendars were derived from. */
static void
add_calendars (const PlanModel *model, GHashTable *owned)
{
  g_autoptr (GHashTable) none = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint n = plan_model_get_n (model, PLAN_RECORD_CALENDAR), before;

  do
    {
      before = g_hash_table_size (owned);
      for (guint i = 0; i < n; i++)
        {
          const PlanCalendar *calendar = plan_model_get_at (model, PLAN_RECORD_CALENDAR, i);

          if (!g_hash_table_contains (owned, &calendar->id) && plan_owned_is_calendar_used (model, calendar, none) &&
              !plan_owned_is_calendar_used (model, calendar, owned))
            g_hash_table_add (owned, (gpointer) &calendar->id);
        }
    }
  while (g_hash_table_size (owned) != before);
}

/**
 * plan_edit_sample_delete:
 *
 * Deletes the sample projects with all that only they use.
 *
 * Returns: whether the edit was made
 */
gboolean
plan_edit_sample_delete (PlanDocument *document, GError **error)
{
  const PlanModel *model = plan_document_get_model (document);
  g_autoptr (GHashTable) owned = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (PlanBatch) batch = plan_batch_new ();

  add_projects (model, owned);
  if (g_hash_table_size (owned) == 0)
    {
      g_set_error_literal (error, PLAN_ERROR, PLAN_ERROR_NOT_FOUND, _("The office has no sample projects."));
      return FALSE;
    }
  plan_owned_complete (model, owned);
  add_only_named (model, PLAN_FIELD_ASSIGNMENT_RESOURCE, owned);
  add_only_named (model, PLAN_FIELD_PROJECT_PROGRAMME, owned);
  plan_owned_complete (model, owned);
  add_calendars (model, owned);
  plan_owned_complete (model, owned);
  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_CALENDAR); i++)
    {
      const PlanCalendar *calendar = plan_model_get_at (model, PLAN_RECORD_CALENDAR, i);

      if (g_hash_table_contains (owned, &calendar->project) && !g_hash_table_contains (owned, &calendar->id))
        plan_batch_clear (batch, PLAN_FIELD_CALENDAR_PROJECT, calendar->id);
    }
  plan_owned_delete (model, owned, batch);
  return plan_batch_run (batch, document, N_("Removal of the sample office"), NULL, PLAN_ID_NONE, error);
}
