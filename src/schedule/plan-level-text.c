/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Why levelling moves a task, as one sentence.
 */

#include "plan-level-text.h"

#include "plan-text.h"

#include <glib/gi18n-lib.h>

static const char *
get_text (const char *text)
{
  return text != NULL ? text : "";
}

/**
 * plan_level_change_describe:
 * @model: that the levelling was computed from
 *
 * Returns: (transfer full): why the task waits, as “Li Wei has 150% on 12–14 May 2026 with “Test plan” of CRM”
 */
char *
plan_level_change_describe (const PlanLevelChange *change, const PlanModel *model)
{
  const PlanResource *resource = plan_model_get_resource (model, change->resource);
  const PlanTask *by = plan_model_get_task (model, change->by);
  g_autofree char *load = NULL, *days = NULL, *there = NULL;
  const char *name;

  if (resource == NULL)
    return g_strdup (_("Starts no earlier than the status date"));
  name = get_text (resource->name);
  load = plan_percent_format (change->load);
  days = plan_date_range_format (plan_ticks_get_day (change->busy_from), plan_ticks_get_day (change->busy_to - 1));
  if (by != NULL)
    /* Translators: %1$s is a person, %2$s a percentage above what there is of them, %3$s days ("12–14 May 2026"), %4$s a task,
     * %5$s its project */
    return g_strdup_printf (_("%1$s has %2$s on %3$s with “%4$s” of %5$s"), name, load, days, get_text (by->name),
                            get_text (plan_model_get_project (model, by->project)->name));
  there = plan_percent_format (change->free);
  /* Translators: %1$s is a person, %2$s days ("12–14 May 2026"), %3$s and %4$s percentages */
  return g_strdup_printf (_("%1$s has only %3$s on %2$s, and %4$s is needed"), name, days, there, load);
}
