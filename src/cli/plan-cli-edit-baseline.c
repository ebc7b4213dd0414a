/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Edits of a script that save and clear baselines and interim plans.
 */

#include "plan-cli-edit.h"

#include "plan-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What the request says: of which project, under which number, and of which tasks, NULL for all. */
typedef struct
{
  PlanId project;
  int number;
  GArray *tasks;
} Request;

static void
clear_request (Request *self)
{
  g_clear_pointer (&self->tasks, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, clear_request)

static gboolean
read_number (PlanCliEdit *self, int *number, GError **error)
{
  const char *text = plan_cli_edit_get_text (self, "number");
  gint64 value;

  if (text == NULL)
    return TRUE;
  if (!plan_decimal_parse (text, 0, &value, error))
    return FALSE;
  *number = (int) CLAMP (value, -1, G_MAXINT);
  return TRUE;
}

static gboolean
read_request (PlanCliEdit *self, Request *request, int number, GError **error)
{
  const PlanModel *model = plan_document_get_model (self->document);

  *request = (Request) { .number = number };
  if (!read_number (self, &request->number, error))
    return FALSE;
  if (!json_object_has_member (self->request, "tasks") && !json_object_has_member (self->request, "rows"))
    return plan_cli_edit_find_project (self, &request->project, error);
  request->tasks = plan_cli_edit_list_tasks (self, error);
  if (request->tasks == NULL)
    return FALSE;
  request->project = plan_model_get_task (model, g_array_index (request->tasks, PlanId, 0))->project;
  return TRUE;
}

static const PlanId *
get_tasks (const Request *self, guint *n)
{
  *n = self->tasks != NULL ? self->tasks->len : 0;
  return self->tasks != NULL ? (const PlanId *) (gpointer) self->tasks->data : NULL;
}

static gboolean
read_rollup (PlanCliEdit *self, PlanBaselineRollup *rollup, GError **error)
{
  static const struct { const char *name; PlanBaselineRollup rollup; } names[] = {
    { "none", PLAN_BASELINE_NO_ROLLUP },
    { "summaries", PLAN_BASELINE_TO_SUMMARIES },
    { "subtasks", PLAN_BASELINE_FROM_SUBTASKS },
    { "both", PLAN_BASELINE_TO_SUMMARIES | PLAN_BASELINE_FROM_SUBTASKS },
  };
  const char *text = plan_cli_edit_get_text (self, "rollup");

  *rollup = PLAN_BASELINE_NO_ROLLUP;
  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i].name, text) == 0)
      {
        *rollup = names[i].rollup;
        return TRUE;
      }
  if (text == NULL)
    return TRUE;
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_PARSE,
               /* Translators: %s is what was given; the words in quotes stay as they are */
               _("“%s” is none of “none”, “summaries”, “subtasks” and “both”."), text);
  return FALSE;
}

/**
 * plan_cli_edit_set_baseline:
 *
 * Saves the baseline "number" (0 when it is absent) of "tasks" or "rows", or of all of the project; "rollup" says which
 * summaries follow.
 *
 * Returns: whether the edit was made
 */
gboolean
plan_cli_edit_set_baseline (PlanCliEdit *self, GError **error)
{
  g_auto (Request) request = { 0 };
  PlanBaselineRollup rollup;
  const PlanId *tasks;
  guint n;

  if (!read_request (self, &request, 0, error) || !read_rollup (self, &rollup, error))
    return FALSE;
  tasks = get_tasks (&request, &n);
  return plan_edit_baseline_set (self->document, request.project, request.number, tasks, n, rollup, error);
}

/* What is done with a plan that was saved under a number: tasks are some of the project, or %NULL for all. */
typedef gboolean (*NumberedEdit) (PlanDocument *document, PlanId project, int number, const PlanId *tasks, guint n_tasks, GError **error);

/* @least: the smallest number, which is also meant when there is none */
static gboolean
make_numbered (PlanCliEdit *self, int least, NumberedEdit edit, GError **error)
{
  g_auto (Request) request = { 0 };
  const PlanId *tasks;
  guint n;

  if (!read_request (self, &request, least, error))
    return FALSE;
  tasks = get_tasks (&request, &n);
  return edit (self->document, request.project, request.number, tasks, n, error);
}

/**
 * plan_cli_edit_clear_baseline:
 *
 * Returns: whether the edit was made
 */
gboolean
plan_cli_edit_clear_baseline (PlanCliEdit *self, GError **error)
{
  return make_numbered (self, 0, plan_edit_baseline_clear, error);
}

/**
 * plan_cli_edit_set_interim:
 *
 * Saves start and finish as the interim plan "number" (1 when it is absent).
 *
 * Returns: whether the edit was made
 */
gboolean
plan_cli_edit_set_interim (PlanCliEdit *self, GError **error)
{
  return make_numbered (self, 1, plan_edit_interim_set, error);
}

/**
 * plan_cli_edit_clear_interim:
 *
 * Returns: whether the edit was made
 */
gboolean
plan_cli_edit_clear_interim (PlanCliEdit *self, GError **error)
{
  return make_numbered (self, 1, plan_edit_interim_clear, error);
}
