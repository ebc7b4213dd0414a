/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * planwright-cli: plans and offices without a window. Everything is in plan-cli.c and the files of the verbs.
 */

#include "plan-cli.h"

int
main (int argc, char **argv)
{
  return plan_cli_main (argc, argv);
}
