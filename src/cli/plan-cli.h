/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Exit codes. */
enum {
  PLAN_CLI_DONE = 0,
  PLAN_CLI_FAILED = 1,
  PLAN_CLI_WRONG_USAGE = 2,
};

/**
 * PlanCliVerb:
 * @arguments: as the usage line shows them; names are not translated
 * @summary: one line, N_()
 * @run: gets the arguments that follow the verb; returns an exit code
 *
 * One verb. Help is made from the table of verbs.
 */
typedef struct _PlanCliVerb PlanCliVerb;

struct _PlanCliVerb
{
  const char *name;
  const char *arguments;
  const char *summary;
  int (*run) (const PlanCliVerb *verb, int argc, char **argv);
};

/**
 * PlanCliClock:
 *
 * Says on stderr how long each phase took, when it was asked for.
 */
typedef struct
{
  gboolean enabled;
  gint64 begun;
  gint64 last;
} PlanCliClock;

int      plan_cli_main        (int argc, char **argv);
gboolean plan_cli_parse       (const PlanCliVerb *verb, const GOptionEntry *entries, int *argc, char ***argv, int least, int most,
                               PlanCliClock *clock, int *exit_code);
int      plan_cli_fail        (const char *path, const GError *error);
int      plan_cli_refuse      (const PlanCliVerb *verb, const char *sentence);
void     plan_cli_clock_mark  (PlanCliClock *self, const char *phase);
void     plan_cli_clock_total (PlanCliClock *self);

int      plan_cli_convert     (const PlanCliVerb *verb, int argc, char **argv);
int      plan_cli_import      (const PlanCliVerb *verb, int argc, char **argv);
int      plan_cli_formats     (const PlanCliVerb *verb, int argc, char **argv);
int      plan_cli_chart       (const PlanCliVerb *verb, int argc, char **argv);
int      plan_cli_edit        (const PlanCliVerb *verb, int argc, char **argv);
int      plan_cli_history     (const PlanCliVerb *verb, int argc, char **argv);
int      plan_cli_search      (const PlanCliVerb *verb, int argc, char **argv);
int      plan_cli_level       (const PlanCliVerb *verb, int argc, char **argv);
int      plan_cli_office      (const PlanCliVerb *verb, int argc, char **argv);
int      plan_cli_template    (const PlanCliVerb *verb, int argc, char **argv);

G_END_DECLS
