/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What people say of a project as a whole: its information, several fields at once, and whether it is put away. The texts
 * of the fields are here, too: what is shown of one can be typed into it.
 */

#include "plan-edits-private.h"

#include "plan-error.h"
#include "plan-value-text.h"

#include <glib/gi18n-lib.h>

/**
 * plan_edit_project_set_archived:
 *
 * Puts a project away, where it is closed and stands at the end of lists, or takes it back.
 *
 * Returns: whether the edit was made
 */
gboolean
plan_edit_project_set_archived (PlanDocument *document, PlanId project, gboolean archived, GError **error)
{
  const PlanProject *record = plan_edit_require (document, PLAN_RECORD_PROJECT, project, error);
  g_autoptr (PlanBatch) batch = plan_batch_new ();
  g_autofree char *subject = NULL;

  if (record == NULL)
    return FALSE;
  subject = g_strdup (record->name != NULL ? record->name : "");
  plan_batch_set_integer (batch, PLAN_FIELD_PROJECT_ARCHIVED, project, archived != FALSE);
  return plan_batch_run (batch, document,
                         archived ? N_("Archiving of the project “%s”") : N_("Restoring of the project “%s”"),
                         subject, project, error);
}

/* A project that is scheduled from an end needs that end: the one it has now, unless it is typed along. */
static gboolean
follow (PlanDocument *document, const PlanProject *before, PlanProject *after, PlanBatch *batch, GError **error)
{
  const PlanScheduledProject *result = plan_schedule_get_project (plan_document_get_schedule (document), before->id);
  gboolean from_finish = after->schedule_from == PLAN_SCHEDULE_FROM_FINISH;
  PlanTicks at = from_finish ? after->finish : after->start, old = from_finish ? before->finish : before->start;
  gboolean other_end = before->schedule_from != after->schedule_from;

  /* Files may lack the end; that is no reason to refuse other fields. */
  if (at != PLAN_TICKS_NONE || (old == PLAN_TICKS_NONE && !other_end))
    return TRUE;
  if (old != PLAN_TICKS_NONE || result == NULL)
    {
      g_set_error_literal (error, PLAN_ERROR, PLAN_ERROR_RULE,
                           from_finish ? _("A project that is scheduled from its finish needs one.")
                                       : _("A project that is scheduled from its start needs one."));
      return FALSE;
    }
  plan_batch_set_integer (batch, from_finish ? PLAN_FIELD_PROJECT_FINISH : PLAN_FIELD_PROJECT_START, before->id,
                          from_finish ? result->finish : result->start);
  return TRUE;
}

static gboolean
take_value (PlanDocument *document, const PlanFieldText *value, PlanProject *project, PlanBatch *batch, GError **error)
{
  g_autofree char *text = g_strstrip (g_strdup (value->text != NULL ? value->text : ""));
  PlanTyped typed;

  g_return_val_if_fail (plan_field_get (value->field)->record == PLAN_RECORD_PROJECT, FALSE);

  if (!plan_typed_parse (plan_document_get_model (document), project, value->field, project, *text != '\0' ? text : NULL, &typed, error) ||
      !plan_typed_check (value->field, &typed, error))
    return FALSE;
  plan_batch_set (batch, value->field, project->id, &typed.value);
  if (!plan_field_is_text (value->field))
    plan_field_set_value (value->field, project, &typed.value);
  return TRUE;
}

/**
 * plan_edit_project_set_info:
 * @values: (array length=n_values): fields of projects, each as typed; see plan_edit_set_text()
 *
 * Sets several fields in one edit; those that do not change leave no trace.
 *
 * Returns: whether the edit was made; with %FALSE none of the fields has changed
 */
gboolean
plan_edit_project_set_info (PlanDocument *document, PlanId project, const PlanFieldText *values, guint n_values,
                            GError **error)
{
  const PlanProject *record = plan_edit_require (document, PLAN_RECORD_PROJECT, project, error);
  g_autoptr (PlanBatch) batch = plan_batch_new ();
  g_autofree char *subject = NULL;
  PlanProject after;

  if (record == NULL)
    return FALSE;
  after = *record;
  subject = g_strdup (record->name != NULL ? record->name : "");
  for (guint i = 0; i < n_values; i++)
    if (!take_value (document, &values[i], &after, batch, error))
      return FALSE;
  if (!follow (document, record, &after, batch, error))
    return FALSE;
  if (n_values == 1)
    return plan_batch_run (batch, document, plan_field_get (values[0].field)->label, subject, project, error);
  return plan_batch_run (batch, document, N_("Information about the project “%s”"), subject, project, error);
}

/**
 * plan_project_get_text:
 * @field: a field of projects
 *
 * Returns: (transfer full): the field's value in the reader's language, as it can be typed; "" for nothing
 */
char *
plan_project_get_text (const PlanModel *model, PlanId project, PlanFieldId field)
{
  const PlanProject *record = plan_model_get_project (model, project);

  g_return_val_if_fail (record != NULL && plan_field_get (field)->record == PLAN_RECORD_PROJECT, g_strdup (""));

  return plan_value_get_text (model, field, record, PLAN_VALUE_TYPED);
}
