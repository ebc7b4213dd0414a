/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sample office: some projects in the user's language that come with the program, marked as samples so that they can
 * be removed together.
 */

#include "plan-sample.h"

#include "plan-edits.h"
#include "plan-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SAMPLE_CHINESE "/io/github/planwright/Planwright/sample/office.zh_CN.json"
#define SAMPLE_ENGLISH "/io/github/planwright/Planwright/sample/office.en.json"

/* The sample in the language of the messages. */
static const char *
get_resource_path (void)
{
  const char *const *languages = g_get_language_names ();

  for (guint i = 0; languages[i] != NULL; i++)
    {
      if (g_str_has_prefix (languages[i], "zh"))
        return SAMPLE_CHINESE;
      if (g_str_has_prefix (languages[i], "en"))
        break;
    }
  return SAMPLE_ENGLISH;
}

static void
mark_as_sample (PlanModel *model)
{
  guint n = plan_model_get_n (model, PLAN_RECORD_PROJECT);

  for (guint i = 0; i < n; i++)
    plan_model_set (model, PLAN_FIELD_PROJECT_SAMPLE, plan_record_get_id (plan_model_get_at (model, PLAN_RECORD_PROJECT, i)),
                    &PLAN_VALUE_OF_INTEGER (TRUE));
}

/**
 * plan_sample_is_present:
 *
 * Returns: whether the office has sample projects
 */
gboolean
plan_sample_is_present (const PlanModel *model)
{
  guint n = plan_model_get_n (model, PLAN_RECORD_PROJECT);

  for (guint i = 0; i < n; i++)
    {
      const PlanProject *project = plan_model_get_at (model, PLAN_RECORD_PROJECT, i);

      if (project->sample)
        return TRUE;
    }
  return FALSE;
}

/**
 * plan_sample_add:
 *
 * Takes the sample projects into the office, as one edit.
 *
 * Returns: whether they are there; else @error says why not
 */
gboolean
plan_sample_add (PlanDocument *document, GError **error)
{
  g_autoptr (GInputStream) stream = g_resources_open_stream (get_resource_path (), 0, error);
  g_autoptr (PlanImport) import = NULL;

  if (stream == NULL)
    return FALSE;
  import = plan_format_by_name ("json")->read (stream, _("Sample office"), plan_document_get_ids (document), NULL, error);
  if (import == NULL)
    return FALSE;
  mark_as_sample (import->model);
  return plan_edit_import (document, import, _("Sample office"), error);
}
