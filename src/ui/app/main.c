/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * planwright: starts the application.
 */

#include "plan-application.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

int
main (int argc, char **argv)
{
  const char *folder = g_getenv ("PLAN_LOCALEDIR");
  g_autoptr (PlanApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : PLAN_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  application = plan_application_new (0);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
