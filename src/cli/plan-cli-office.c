/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * planwright-cli office: what an office holds, and whether it is whole. Both only read.
 */

#include "plan-cli.h"

#include "plan-schedule.h"
#include "plan-store.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
print_info (PlanStore *store, GError **error)
{
  g_autoptr (PlanModel) model = plan_model_new ();
  PlanStoreInfo info;

  if (!plan_store_get_info (store, &info, error) || !plan_store_load (store, model, NULL, error))
    return FALSE;
  g_print ("%s: %" G_GINT64_FORMAT "\n", _("File size in bytes"), info.file_size);
  g_print ("%s: %" G_GINT64_FORMAT "\n", _("History in bytes"), info.history_size);
  g_print ("%s: %" G_GINT64_FORMAT "\n", _("Edits in the history"), info.n_history);
  g_print ("%s: %" G_GINT64_FORMAT "\n", _("Revision"), info.revision);
  g_print ("%s: %" G_GINT64_FORMAT "\n", _("Version of the file format"), info.schema_version);
  g_print ("%s: %u\n", _("Projects"), plan_model_get_n (model, PLAN_RECORD_PROJECT));
  g_print ("%s: %u\n", _("Tasks"), plan_model_get_n (model, PLAN_RECORD_TASK));
  g_print ("%s: %u\n", _("Links"), plan_model_get_n (model, PLAN_RECORD_LINK));
  g_print ("%s: %u\n", _("Resources"), plan_model_get_n (model, PLAN_RECORD_RESOURCE));
  g_print ("%s: %u\n", _("Assignments"), plan_model_get_n (model, PLAN_RECORD_ASSIGNMENT));
  return TRUE;
}

/* Whole means: the database, its references, its history, and a schedule that can be computed. */
static gboolean
check_office (PlanStore *store, GError **error)
{
  g_autoptr (PlanModel) model = plan_model_new ();
  g_autoptr (PlanSchedule) schedule = plan_schedule_new ();

  if (!plan_store_check (store, NULL, error) || !plan_store_load (store, model, NULL, error) ||
      !plan_schedule_compute (schedule, model, NULL, error))
    return FALSE;
  g_print ("%s\n", _("The office is whole."));
  return TRUE;
}

/**
 * plan_cli_office:
 *
 * Returns: the exit code
 */
int
plan_cli_office (const PlanCliVerb *verb, int argc, char **argv)
{
  PlanCliClock clock;
  g_autoptr (PlanStore) store = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_info;
  int exit_code;

  if (!plan_cli_parse (verb, NULL, &argc, &argv, 2, 2, &clock, &exit_code))
    return exit_code;
  is_info = strcmp (argv[0], "info") == 0;
  if (!is_info && strcmp (argv[0], "check") != 0)
    return plan_cli_refuse (verb, _("What to do with the office is “info” or “check”."));
  store = plan_store_open (argv[1], PLAN_STORE_READ_ONLY, &error);
  if (store == NULL || (is_info ? !print_info (store, &error) : !check_office (store, &error)))
    return plan_cli_fail (argv[1], error);
  plan_cli_clock_total (&clock);
  return PLAN_CLI_DONE;
}
