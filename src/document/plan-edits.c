/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Setting one field of one record, by value or as typed. A value that other fields of the same record follow from
 * (duration, progress, constraint) sets them in the same edit, so that the record is never at odds with itself.
 */

#include "plan-edits-private.h"
#include "plan-edits-status.h"
#include "plan-edits-work.h"

#include "plan-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *
get_missing_text (PlanRecord record)
{
  switch (record)
    {
    case PLAN_RECORD_PROJECT:
      return _("This project does not exist.");
    case PLAN_RECORD_TASK:
      return _("This task does not exist.");
    case PLAN_RECORD_LINK:
      return _("This link does not exist.");
    case PLAN_RECORD_RESOURCE:
      return _("This resource does not exist.");
    case PLAN_RECORD_CALENDAR:
      return _("This calendar does not exist.");
    case PLAN_RECORD_ASSIGNMENT:
      return _("This assignment does not exist.");
    default:
      return _("What is to be changed does not exist.");
    }
}

/*
 * plan_edit_require:
 *
 * Returns: (transfer none): the record, or %NULL with %PLAN_ERROR_NOT_FOUND
 */
gconstpointer
plan_edit_require (PlanDocument *document, PlanRecord record, PlanId id, GError **error)
{
  gconstpointer body = plan_model_lookup (plan_document_get_model (document), record, id);

  if (body == NULL)
    g_set_error_literal (error, PLAN_ERROR, PLAN_ERROR_NOT_FOUND, get_missing_text (record));
  return body;
}

/* The field that leads to whom the record belongs, or PLAN_N_FIELDS. */
static PlanFieldId
find_owner_field (PlanRecord record)
{
  PlanFieldId first = plan_field_first (record), end = first + plan_field_count (record);

  if (record == PLAN_RECORD_LINK)
    return PLAN_FIELD_LINK_SUCCESSOR;
  for (PlanFieldId field = first; field < end; field++)
    {
      const PlanField *row = plan_field_get (field);

      if ((row->flags & PLAN_FIELD_OWNER) && (row->type == PLAN_TYPE_ID || row->type == PLAN_TYPE_OWNER_ID))
        return field;
    }
  return PLAN_N_FIELDS;
}

/*
 * plan_edit_get_owner:
 * @body: a record of that kind
 * @owner: (out): the kind of record that it belongs to; @id: (out): which one
 *
 * Returns: whether it belongs to one
 */
gboolean
plan_edit_get_owner (PlanRecord record, gconstpointer body, PlanRecord *owner, PlanId *id)
{
  PlanFieldId field = find_owner_field (record);

  if (field == PLAN_N_FIELDS)
    return FALSE;
  *id = plan_field_get_value (field, body).integer;
  *owner = plan_field_get (field)->type == PLAN_TYPE_ID
             ? plan_field_get (field)->target
             : (PlanRecord) plan_field_get_value (plan_field_get (field)->unit_field, body).integer;
  return TRUE;
}

/*
 * plan_edit_get_subject:
 * @name: (out) (nullable): the name of the record, else of whom it belongs to; valid until the next edit
 * @project: (out): the project it belongs to, or %PLAN_ID_NONE
 *
 * What the label of an edit of this record names.
 */
void
plan_edit_get_subject (const PlanModel *model, PlanRecord record, PlanId id, const char **name, PlanId *project)
{
  gconstpointer body;

  *name = NULL;
  *project = PLAN_ID_NONE;
  while ((body = plan_model_lookup (model, record, id)) != NULL)
    {
      PlanFieldId name_field = plan_field_find (record, "name");

      if (*name == NULL && name_field != PLAN_N_FIELDS)
        *name = plan_field_get_value (name_field, body).text;
      if (record == PLAN_RECORD_PROJECT)
        *project = id;
      if (!plan_edit_get_owner (record, body, &record, &id))
        return;
    }
}

/*
 * plan_typed_check:
 *
 * Returns: %FALSE with an error when people may not change the field, or not to that value
 */
gboolean
plan_typed_check (PlanFieldId field, const PlanTyped *typed, GError **error)
{
  const PlanField *row = plan_field_get (field);

  if (!(row->flags & PLAN_FIELD_EDITABLE))
    {
      g_set_error (error, PLAN_ERROR, PLAN_ERROR_RULE,
                   /* Translators: %s is the name of a field */
                   _("“%s” cannot be changed."), row->label != NULL ? _(row->label) : row->column);
      return FALSE;
    }
  if (field == PLAN_FIELD_PROJECT_NAME && (typed->value.kind != PLAN_VALUE_TEXT || *typed->value.text == '\0'))
    {
      g_set_error_literal (error, PLAN_ERROR, PLAN_ERROR_RANGE, _("A project needs a name."));
      return FALSE;
    }
  return plan_field_check (field, &typed->value, error);
}

/*
 * plan_edit_get_label:
 *
 * Labels are formats in the history, so names of fields with a percent sign cannot be one.
 *
 * Returns: the label of an edit of the field
 */
const char *
plan_edit_get_label (PlanFieldId field)
{
  const char *label = plan_field_get (field)->label;

  return strchr (label, '%') != NULL ? N_("Progress of “%s”") : label;
}

/*
 * plan_edit_collect:
 * @body: the record as it is, with what the batch has changed in it already
 *
 * Adds to the batch that the field gets the value, and what follows from it.
 *
 * Returns: %FALSE with an error when the field cannot get the value
 */
gboolean
plan_edit_collect (PlanDocument *document, PlanBatch *batch, PlanFieldId field, gconstpointer body, const PlanTyped *typed,
                   GError **error)
{
  const PlanField *row = plan_field_get (field);
  PlanId id = plan_record_get_id (body);

  if (!plan_typed_check (field, typed, error))
    return FALSE;
  if (field == PLAN_FIELD_TASK_PERCENT_COMPLETE && plan_edit_has_children (plan_document_get_model (document), id))
    return plan_edit_spread_percent (document, batch, body, (PlanPercent) typed->value.integer, error);
  plan_batch_set (batch, field, id, &typed->value);
  if (typed->unit != 0 && row->unit_field != 0)
    plan_batch_set_integer (batch, row->unit_field, id, typed->unit);
  if (typed->estimated >= 0 && field == PLAN_FIELD_TASK_DURATION)
    plan_batch_set_integer (batch, PLAN_FIELD_TASK_ESTIMATED, id, typed->estimated);
  if (row->record == PLAN_RECORD_ASSIGNMENT && typed->value.kind == PLAN_VALUE_INTEGER)
    plan_edit_follow_assignment (document, batch, field, body, typed->value.integer);
  if (row->record == PLAN_RECORD_RESOURCE && typed->value.kind == PLAN_VALUE_INTEGER)
    plan_edit_follow_resource (document, batch, field, id, typed->value.integer);
  return row->record != PLAN_RECORD_TASK || plan_edit_follow_task (document, batch, field, body, typed, error);
}

static gboolean
set_typed (PlanDocument *document, PlanFieldId field, PlanId id, const PlanTyped *typed, GError **error)
{
  const PlanModel *model = plan_document_get_model (document);
  const PlanField *row = plan_field_get (field);
  g_autoptr (PlanBatch) batch = plan_batch_new ();
  gconstpointer body = plan_edit_require (document, row->record, id, error);
  g_autofree char *subject = NULL;
  const char *name;
  PlanId project;

  if (body == NULL)
    return FALSE;
  if (row->record == PLAN_RECORD_TASK && plan_edit_follows_from_subtasks (field, body) && plan_edit_has_children (model, id))
    return plan_edit_refuse_summary (row->label, body, error);
  if (!plan_edit_collect (document, batch, field, body, typed, error))
    return FALSE;
  plan_edit_get_subject (model, row->record, id, &name, &project);
  subject = g_strdup (name);
  return plan_batch_run (batch, document, plan_edit_get_label (field), subject, project, error);
}

/**
 * plan_edit_set:
 * @field: a field that people may change
 * @id: the record
 * @value: the new value in the field's own unit
 *
 * Sets the field and what follows from it: see plan_edit_set_text().
 *
 * Returns: whether the edit was made
 */
gboolean
plan_edit_set (PlanDocument *document, PlanFieldId field, PlanId id, const PlanValue *value, GError **error)
{
  PlanTyped typed = { .value = *value, .estimated = -1 };

  g_return_val_if_fail (PLAN_IS_DOCUMENT (document) && value != NULL, FALSE);

  return set_typed (document, field, id, &typed, error);
}

/**
 * plan_edit_set_text:
 * @field: a field that people may change
 * @id: the record
 * @text: (nullable): what a person typed: "3d?", "50%", "4 Mar", "是", a name; empty or %NULL is "not set"
 *
 * Sets the field to what the text means. The unit and the question mark of a duration are kept; progress sets actual
 * dates; a duration of nothing makes a milestone; a constraint gets a date and a date a constraint.
 *
 * Returns: %FALSE with %PLAN_ERROR_PARSE when the text does not fit the field
 */
gboolean
plan_edit_set_text (PlanDocument *document, PlanFieldId field, PlanId id, const char *text, GError **error)
{
  const PlanModel *model = plan_document_get_model (document);
  PlanRecord record = plan_field_get (field)->record;
  g_autofree char *stripped = g_strdup (text);
  gconstpointer body;
  PlanTyped typed;
  PlanId project;
  const char *name;

  g_return_val_if_fail (PLAN_IS_DOCUMENT (document), FALSE);

  if (stripped != NULL)
    g_strstrip (stripped);
  body = plan_edit_require (document, record, id, error);
  if (body == NULL)
    return FALSE;
  plan_edit_get_subject (model, record, id, &name, &project);
  if (!plan_typed_parse (model, plan_model_get_project (model, project), field, body,
                         stripped != NULL && *stripped != '\0' ? stripped : NULL, &typed, error))
    return FALSE;
  return set_typed (document, field, id, &typed, error);
}
