/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * planwright-cli formats: the table of formats.
 */

#include "plan-cli.h"

#include "plan-format.h"

#include <glib/gi18n-lib.h>

/**
 * plan_cli_formats:
 *
 * Returns: the exit code
 */
int
plan_cli_formats (const PlanCliVerb *verb, int argc, char **argv)
{
  PlanCliClock clock;
  int exit_code;
  guint n_formats;
  const PlanFormat *formats = plan_formats_get (&n_formats);

  if (!plan_cli_parse (verb, NULL, &argc, &argv, 0, 0, &clock, &exit_code))
    return exit_code;
  for (guint i = 0; i < n_formats; i++)
    {
      const char *reads = formats[i].read != NULL ? _("reads") : "-";
      const char *writes = formats[i].write != NULL ? _("writes") : "-";

      g_print ("%s\t%s\t%s\t%s\t%s\n", formats[i].name, formats[i].suffixes, reads, writes, _(formats[i].label));
    }
  return PLAN_CLI_DONE;
}
