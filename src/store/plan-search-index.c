/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is searched: which fields of which records, and which record their words lead to. One row of the table for each
 * record; a new kind of record to be found is one row here and, when it is no part of another, one kind in plan-search.c.
 */

#include "plan-search-private.h"

#include <string.h>

#define MAX_FIELDS 12

/* Records between two looks at the progress. */
#define RECORDS_PER_STEP 1024

/**
 * Source:
 * @owner: the field that says which record the words lead to, or %PLAN_N_FIELDS when it is the record itself
 * @n_names: so many of @fields, the first ones, are its name and weigh more
 * @is_wanted: (nullable): whether a record of this kind is searched
 */
typedef struct
{
  PlanRecord record;
  PlanFieldId owner;
  guint n_names;
  gboolean (*is_wanted) (const PlanModel *model, gconstpointer body);
  PlanFieldId fields[MAX_FIELDS];
} Source;

/* Dates, numbers and flags of custom fields are no words. */
static gboolean
is_text_value (const PlanModel *model, gconstpointer body)
{
  const PlanCustomValue *value = body;
  const PlanCustomField *field = plan_model_lookup (model, PLAN_RECORD_CUSTOM_FIELD, value->field);

  return field != NULL && field->key != NULL &&
         (g_str_has_prefix (field->key, "Text") || g_str_has_prefix (field->key, "Outline Code"));
}

/* That of one person has the person's name, who is found anyway; its days are found. */
static gboolean
is_shared_calendar (const PlanModel *model, gconstpointer body)
{
  return ((const PlanCalendar *) body)->base;
}

static const Source sources[] = {
  { PLAN_RECORD_PROGRAMME, PLAN_N_FIELDS, 1, NULL, { PLAN_FIELD_PROGRAMME_NAME, PLAN_N_FIELDS } },
  { PLAN_RECORD_PROJECT, PLAN_N_FIELDS, 3, NULL,
    { PLAN_FIELD_PROJECT_NAME, PLAN_FIELD_PROJECT_TITLE, PLAN_FIELD_PROJECT_CODE, PLAN_FIELD_PROJECT_MANAGER,
      PLAN_FIELD_PROJECT_SPONSOR, PLAN_FIELD_PROJECT_COMPANY, PLAN_FIELD_PROJECT_SUBJECT, PLAN_FIELD_PROJECT_CATEGORY,
      PLAN_FIELD_PROJECT_KEYWORDS, PLAN_FIELD_PROJECT_NOTES, PLAN_N_FIELDS } },
  { PLAN_RECORD_TASK, PLAN_N_FIELDS, 1, NULL,
    { PLAN_FIELD_TASK_NAME, PLAN_FIELD_TASK_WBS, PLAN_FIELD_TASK_CONTACT, PLAN_FIELD_TASK_START_TEXT,
      PLAN_FIELD_TASK_FINISH_TEXT, PLAN_FIELD_TASK_NOTES, PLAN_N_FIELDS } },
  { PLAN_RECORD_RESOURCE, PLAN_N_FIELDS, 1, NULL,
    { PLAN_FIELD_RESOURCE_NAME, PLAN_FIELD_RESOURCE_INITIALS, PLAN_FIELD_RESOURCE_GROUP, PLAN_FIELD_RESOURCE_ROLE,
      PLAN_FIELD_RESOURCE_EMAIL, PLAN_FIELD_RESOURCE_CODE, PLAN_FIELD_RESOURCE_NOTES, PLAN_N_FIELDS } },
  { PLAN_RECORD_CALENDAR, PLAN_N_FIELDS, 1, is_shared_calendar, { PLAN_FIELD_CALENDAR_NAME, PLAN_N_FIELDS } },
  { PLAN_RECORD_WEEK, PLAN_FIELD_WEEK_CALENDAR, 0, NULL, { PLAN_FIELD_WEEK_NAME, PLAN_N_FIELDS } },
  { PLAN_RECORD_EXCEPTION, PLAN_FIELD_EXCEPTION_CALENDAR, 0, NULL, { PLAN_FIELD_EXCEPTION_NAME, PLAN_N_FIELDS } },
  { PLAN_RECORD_ASSIGNMENT, PLAN_FIELD_ASSIGNMENT_TASK, 0, NULL, { PLAN_FIELD_ASSIGNMENT_NOTES, PLAN_N_FIELDS } },
  { PLAN_RECORD_CUSTOM_VALUE, PLAN_FIELD_CUSTOM_VALUE_OWNER, 0, is_text_value, { PLAN_FIELD_CUSTOM_VALUE_VALUE, PLAN_N_FIELDS } },
};

/* Where the words of a record lead. */
static const struct
{
  PlanRecord record;
  PlanSearchKind kind;
} targets[] = {
  { PLAN_RECORD_PROGRAMME, PLAN_SEARCH_PROJECT },
  { PLAN_RECORD_PROJECT, PLAN_SEARCH_PROJECT },
  { PLAN_RECORD_TASK, PLAN_SEARCH_TASK },
  { PLAN_RECORD_RESOURCE, PLAN_SEARCH_RESOURCE },
  { PLAN_RECORD_CALENDAR, PLAN_SEARCH_CALENDAR },
};

/**
 * Filling:
 * @last: the last row number of each kind
 * @name: scratch, @text: likewise
 */
typedef struct
{
  PlanDb *db;
  const PlanModel *model;
  gint64 last[PLAN_N_SEARCH_KINDS];
  GString *name;
  GString *text;
} Filling;

static const Source *
find_source (PlanRecord record)
{
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    if (sources[i].record == record)
      return &sources[i];
  return NULL;
}

static gboolean
has_field (const Source *source, PlanFieldId field)
{
  for (guint i = 0; source->fields[i] != PLAN_N_FIELDS; i++)
    if (source->fields[i] == field)
      return TRUE;
  return FALSE;
}

/**
 * plan_search_add_places:
 * @places: (element-type PlanSearchPlace): gets what an edit changed that is searched
 */
void
plan_search_add_places (GArray *places, const PlanChangeSet *changes)
{
  guint n = plan_change_set_get_n (changes);

  for (guint i = 0; i < n; i++)
    {
      PlanSearchPlace place;
      const Source *source;
      PlanChange change;

      plan_change_set_get (changes, i, &change);
      source = find_source (change.record);
      if (source == NULL || (change.op == PLAN_CHANGE_UPDATE && !has_field (source, change.field)))
        continue;
      place = (PlanSearchPlace) { change.record, change.id };
      g_array_append_val (places, place);
    }
}

/* Control characters mark what was found; none may come from elsewhere. */
static void
append_text (GString *to, const char *text)
{
  gsize from = to->len;

  if (text == NULL || *text == '\0')
    return;
  if (to->len > 0)
    g_string_append_c (to, '\n');
  g_string_append (to, text);
  for (gsize i = from; i < to->len; i++)
    if (g_ascii_iscntrl (to->str[i]) && to->str[i] != '\n')
      to->str[i] = ' ';
}

static void
collect_text (Filling *self, const Source *source, gconstpointer body)
{
  g_string_truncate (self->name, 0);
  g_string_truncate (self->text, 0);
  for (guint i = 0; source->fields[i] != PLAN_N_FIELDS; i++)
    append_text (i < source->n_names ? self->name : self->text, plan_field_get_value (source->fields[i], body).text);
}

static PlanSearchPlace
find_target (const Source *source, gconstpointer body)
{
  const PlanField *owner = source->owner != PLAN_N_FIELDS ? plan_field_get (source->owner) : NULL;
  PlanSearchPlace target = { source->record, plan_record_get_id (body) };

  if (owner != NULL)
    {
      target.id = plan_field_get_value (source->owner, body).integer;
      target.record = owner->type == PLAN_TYPE_OWNER_ID ? (PlanRecord) plan_field_get_value (owner->unit_field, body).integer
                                                        : owner->target;
    }
  return target;
}

static gboolean
find_kind (PlanRecord record, PlanSearchKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    if (targets[i].record == record)
      {
        *kind = targets[i].kind;
        return TRUE;
      }
  return FALSE;
}

static gboolean
write_row (Filling *self, gint64 row, PlanSearchPlace source, PlanSearchPlace target, GError **error)
{
  PlanStmt *place = plan_db_get (self->db, PLAN_STMT_SEARCH_ADD_PLACE, error);
  PlanStmt *words = place != NULL ? plan_db_get (self->db, PLAN_STMT_SEARCH_ADD_WORDS, error) : NULL;

  if (words == NULL)
    return FALSE;
  plan_stmt_bind_int64 (place, 1, row);
  plan_stmt_bind_int64 (place, 2, source.record);
  plan_stmt_bind_int64 (place, 3, source.id);
  plan_stmt_bind_int64 (place, 4, target.record);
  plan_stmt_bind_int64 (place, 5, target.id);
  plan_stmt_bind_int64 (words, 1, row);
  plan_stmt_bind_text (words, 2, self->name->str);
  plan_stmt_bind_text (words, 3, self->text->str);
  return plan_stmt_step_done (place, error) && plan_stmt_step_done (words, error);
}

/* A record without words has no row. */
static gboolean
add_record (Filling *self, const Source *source, gconstpointer body, GError **error)
{
  PlanSearchPlace from = { source->record, plan_record_get_id (body) }, target = find_target (source, body);
  PlanSearchKind kind;

  if (!find_kind (target.record, &kind) || (source->is_wanted != NULL && !source->is_wanted (self->model, body)))
    return TRUE;
  collect_text (self, source, body);
  return (self->name->len == 0 && self->text->len == 0) || write_row (self, ++self->last[kind], from, target, error);
}

static gboolean
read_last_rows (Filling *self, GError **error)
{
  for (PlanSearchKind kind = 0; kind < PLAN_N_SEARCH_KINDS; kind++)
    {
      PlanStmt *stmt = plan_db_get (self->db, PLAN_STMT_SEARCH_LAST_ROW, error);
      gboolean has_row;

      if (stmt == NULL)
        return FALSE;
      plan_stmt_bind_int64 (stmt, 1, PLAN_SEARCH_FIRST_ROW (kind));
      plan_stmt_bind_int64 (stmt, 2, PLAN_SEARCH_FIRST_ROW (kind + 1) - 1);
      if (!plan_stmt_step (stmt, &has_row, error))
        return FALSE;
      self->last[kind] = plan_stmt_get_int64 (stmt, 0);
      plan_stmt_reset (stmt);
    }
  return TRUE;
}

static gboolean
begin (Filling *self, PlanDb *db, const PlanModel *model, GError **error)
{
  self->db = db;
  self->model = model;
  self->name = g_string_new (NULL);
  self->text = g_string_new (NULL);
  return read_last_rows (self, error);
}

static gboolean
end (Filling *self, gboolean ok)
{
  g_string_free (self->name, TRUE);
  g_string_free (self->text, TRUE);
  return ok;
}

static gboolean
add_records (Filling *self, const Source *source, PlanProgress *progress, GError **error)
{
  guint n = plan_model_get_n (self->model, source->record);

  for (guint i = 0; i < n; i++)
    if ((i % RECORDS_PER_STEP == 0 && !plan_progress_step (progress, i, n, error)) ||
        !add_record (self, source, plan_model_get_at (self->model, source->record, i), error))
      return FALSE;
  return TRUE;
}

/**
 * plan_search_index_fill:
 * @db: an empty index, within a transaction
 *
 * Writes the words of all records.
 *
 * Returns: %FALSE with an error
 */
gboolean
plan_search_index_fill (PlanDb *db, const PlanModel *model, PlanProgress *progress, GError **error)
{
  Filling self;
  gboolean ok = begin (&self, db, model, error);

  for (guint i = 0; i < G_N_ELEMENTS (sources) && ok; i++)
    ok = add_records (&self, &sources[i], progress, error);
  return end (&self, ok);
}

static gboolean
remove_row (PlanDb *db, PlanStmtId id, gint64 row, GError **error)
{
  PlanStmt *stmt = plan_db_get (db, id, error);

  if (stmt == NULL)
    return FALSE;
  plan_stmt_bind_int64 (stmt, 1, row);
  return plan_stmt_step_done (stmt, error);
}

static gboolean
remove_place (PlanDb *db, const PlanSearchPlace *place, GError **error)
{
  PlanStmt *stmt = plan_db_get (db, PLAN_STMT_SEARCH_FIND_PLACE, error);
  gboolean has_row;
  gint64 row;

  if (stmt == NULL)
    return FALSE;
  plan_stmt_bind_int64 (stmt, 1, place->id);
  plan_stmt_bind_int64 (stmt, 2, place->record);
  if (!plan_stmt_step (stmt, &has_row, error))
    return FALSE;
  if (!has_row)
    return TRUE;
  row = plan_stmt_get_int64 (stmt, 0);
  plan_stmt_reset (stmt);
  return remove_row (db, PLAN_STMT_SEARCH_REMOVE_WORDS, row, error) && remove_row (db, PLAN_STMT_SEARCH_REMOVE_PLACE, row, error);
}

/**
 * plan_search_index_change:
 * @db: an index that has the words of an earlier state of @model, within a transaction
 * @changes: (element-type PlanSearchPlace): where the two differ
 *
 * Returns: %FALSE with an error
 */
gboolean
plan_search_index_change (PlanDb *db, const PlanModel *model, const GArray *changes, PlanProgress *progress, GError **error)
{
  Filling self;
  gboolean ok = begin (&self, db, model, error);

  for (guint i = 0; i < changes->len && ok; i++)
    {
      const PlanSearchPlace *place = &g_array_index (changes, PlanSearchPlace, i);
      const Source *source = find_source (place->record);
      gconstpointer body = plan_model_lookup (model, place->record, place->id);

      ok = source != NULL && plan_progress_step (progress, i, changes->len, error) && remove_place (db, place, error) &&
           (body == NULL || add_record (&self, source, body, error));
    }
  return end (&self, ok);
}
