/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The health of a project in words: its name, and the reason as one sentence.
 */

#include "plan-health-text.h"

#include <glib/gi18n-lib.h>

static const char *const names[PLAN_N_HEALTHS] = {
  [PLAN_HEALTH_ON_TRACK] = NC_("health", "On track"),
  [PLAN_HEALTH_AT_RISK] = NC_("health", "At risk"),
  [PLAN_HEALTH_OFF_TRACK] = NC_("health", "Off track"),
  [PLAN_HEALTH_NOT_STARTED] = NC_("health", "Not started"),
  [PLAN_HEALTH_CLOSED] = NC_("health", "Closed"),
};

/**
 * plan_health_get_name:
 *
 * Returns: (transfer none): the word for it in the reader's language
 */
const char *
plan_health_get_name (PlanHealth health)
{
  g_return_val_if_fail (health < PLAN_N_HEALTHS, "");
  return g_dpgettext2 (GETTEXT_PACKAGE, "health", names[health]);
}

static char *
say_variance (PlanTicks variance, const PlanProject *project)
{
  PlanConversion conversion;
  g_autofree char *days = NULL;

  plan_project_get_conversion (project, &conversion);
  days = plan_duration_format (&(PlanDuration){ variance, PLAN_UNIT_DAY, FALSE }, &conversion);
  /* Translators: why a project is at risk or off track; %s is a number of working days, as “7 d” */
  return g_strdup_printf (_("The finish is %s later than in the baseline."), days);
}

/**
 * plan_health_get_reason:
 * @project: whose health it is
 *
 * Returns: (transfer full): why, as a sentence in the reader's language
 */
char *
plan_health_get_reason (const PlanHealthReason *reason, const PlanProject *project)
{
  switch (reason->cause)
    {
    case PLAN_HEALTH_ARCHIVED:
      return g_strdup (_("The project is archived."));
    case PLAN_HEALTH_COMPLETE:
      return g_strdup (_("All tasks are complete."));
    case PLAN_HEALTH_DEADLINES:
      /* Translators: why a project is off track; %u is a number of tasks */
      return g_strdup_printf (ngettext ("%u task misses its deadline.", "%u tasks miss their deadlines.", reason->count),
                              reason->count);
    case PLAN_HEALTH_FAR_BEHIND:
    case PLAN_HEALTH_BEHIND:
      return say_variance (reason->variance, project);
    case PLAN_HEALTH_UNSTARTED:
      /* Translators: why a project is at risk; %u is a number of tasks */
      return g_strdup_printf (ngettext ("%u task should have started by the status date.",
                                        "%u tasks should have started by the status date.", reason->count), reason->count);
    case PLAN_HEALTH_EMPTY:
      return g_strdup (_("There are no tasks yet."));
    case PLAN_HEALTH_NO_PROGRESS:
      return g_strdup (_("No task has started."));
    case PLAN_HEALTH_WITHIN_BASELINE:
      return g_strdup (_("The finish is not later than in the baseline."));
    default:
      return g_strdup (_("Nothing is late, and there is no baseline to compare with."));
    }
}
