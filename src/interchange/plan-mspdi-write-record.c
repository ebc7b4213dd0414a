/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing one record by the rows of its kind: each row is a field, a computed value, or what the imported file said and
 * Planwright has no field for. A value that the field could not hold was kept beside it, and is written as long as the field
 * still has its usual value; one that it could not hold exactly, as long as it means the same.
 */

#include "plan-mspdi-write.h"

#include <string.h>

/* A line of its own, as deep as the element lies. */
static void
append_line (PlanMspdiWriter *self)
{
  g_string_append_c (self->line, '\n');
  for (guint i = 0; i < self->depth; i++)
    g_string_append_c (self->line, '\t');
}

static void
flush_line (PlanMspdiWriter *self)
{
  xmlTextWriterWriteRawLen (self->xml, (const xmlChar *) self->line->str, (int) self->line->len);
  g_string_truncate (self->line, 0);
}

/* What XML allows of characters beyond ASCII; U+FFFE and U+FFFF would make the file unreadable. */
static gboolean
is_allowed (const char *at)
{
  return (guchar) at[0] != 0xef || (guchar) at[1] != 0xbf || (guchar) at[2] < 0xbe;
}

static void
append_character (GString *line, const char *at)
{
  const char *next = g_utf8_next_char (at);

  switch (*at)
    {
    case '&':
      g_string_append (line, "&amp;");
      break;
    case '<':
      g_string_append (line, "&lt;");
      break;
    case '>':
      g_string_append (line, "&gt;");
      break;
    case '\r':
      g_string_append (line, "&#13;");
      break;
    default:
      if ((guchar) *at >= 0x20 ? is_allowed (at) : *at == '\n' || *at == '\t')
        g_string_append_len (line, at, next - at);
      break;
    }
}

/**
 * plan_mspdi_write_text:
 * @text: UTF-8; characters that XML does not have are left out
 *
 * Writes an element. It goes to the XML writer in one piece: a plan has millions of them.
 */
void
plan_mspdi_write_text (PlanMspdiWriter *self, const char *element, const char *text)
{
  append_line (self);
  g_string_append_c (self->line, '<');
  g_string_append (self->line, element);
  g_string_append_c (self->line, '>');
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    append_character (self->line, at);
  g_string_append (self->line, "</");
  g_string_append (self->line, element);
  g_string_append_c (self->line, '>');
  flush_line (self);
  self->has_children = TRUE;
}

/**
 * plan_mspdi_write_integer:
 *
 * Writes an element.
 */
void
plan_mspdi_write_integer (PlanMspdiWriter *self, const char *element, gint64 value)
{
  char text[24];

  g_snprintf (text, sizeof text, "%" G_GINT64_FORMAT, value);
  plan_mspdi_write_text (self, element, text);
}

static void
write_imported (PlanMspdiWriter *self, const char *element, PlanImportedType type, gint64 value)
{
  g_autofree char *text = plan_imported_format (type, value);

  plan_mspdi_write_text (self, element, text);
}

/**
 * plan_mspdi_write_instant:
 * @ticks: %PLAN_TICKS_NONE writes nothing
 *
 * Writes an element.
 */
void
plan_mspdi_write_instant (PlanMspdiWriter *self, const char *element, PlanTicks ticks)
{
  if (ticks != PLAN_TICKS_NONE)
    write_imported (self, element, PLAN_IMPORTED_INSTANT, ticks);
}

/**
 * plan_mspdi_write_duration:
 *
 * Writes an element.
 */
void
plan_mspdi_write_duration (PlanMspdiWriter *self, const char *element, PlanTicks ticks)
{
  write_imported (self, element, PLAN_IMPORTED_WORK, ticks);
}

/**
 * plan_mspdi_goes_on:
 * @done: records of a list that are written, of @total
 *
 * Returns: %FALSE after an error and when writing is to stop
 */
gboolean
plan_mspdi_goes_on (PlanMspdiWriter *self, guint done, guint total)
{
  return self->error == NULL && plan_progress_step (self->progress, done, total, &self->error);
}

/**
 * plan_mspdi_start:
 *
 * Starts an element that has children.
 */
void
plan_mspdi_start (PlanMspdiWriter *self, const char *element)
{
  append_line (self);
  flush_line (self);
  xmlTextWriterStartElement (self->xml, (const xmlChar *) element);
  self->depth++;
  self->has_children = FALSE;
}

/**
 * plan_mspdi_stop:
 *
 * Ends the element that was started last.
 */
void
plan_mspdi_stop (PlanMspdiWriter *self)
{
  self->depth--;
  if (self->has_children)
    {
      append_line (self);
      flush_line (self);
    }
  xmlTextWriterEndElement (self->xml);
  self->has_children = TRUE;
}

/* How many leading names of the path are those of the elements that are open. */
static guint
count_common (const GPtrArray *open, char **names)
{
  guint n = 0;

  while (n < open->len && names[n] != NULL && strcmp (g_ptr_array_index (open, n), names[n]) == 0)
    n++;
  return n;
}

static void
close_down_to (PlanMspdiWriter *self, GPtrArray *open, guint depth)
{
  while (open->len > depth)
    {
      plan_mspdi_stop (self);
      g_ptr_array_set_size (open, (int) open->len - 1);
    }
}

/* Opens what lies between the elements that are open and the one of the line, then writes that. */
static void
write_kept_line (PlanMspdiWriter *self, GPtrArray *open, const PlanMspdiKeptLine *line)
{
  gboolean begins = line->key[line->key_length - 1] == '/';
  g_autofree char *path = g_strndup (line->key, line->key_length - begins);
  g_auto (GStrv) names = g_strsplit (path, "/", -1);
  guint n = g_strv_length (names);
  guint depth = MIN (count_common (open, names), n - 1);

  close_down_to (self, open, depth);
  for (; depth + 1 < n || (begins && depth < n); depth++)
    {
      plan_mspdi_start (self, names[depth]);
      g_ptr_array_add (open, g_strdup (names[depth]));
    }
  if (begins)
    return;
  plan_mspdi_kept_get_text (line, self->text);
  plan_mspdi_write_text (self, names[n - 1], self->text->str);
}

static void
write_kept_lines (PlanMspdiWriter *self, guint first, guint end)
{
  const GArray *lines = self->record->kept->lines;
  g_autoptr (GPtrArray) open = NULL;

  if (end == first + 1 && memchr (g_array_index (lines, PlanMspdiKeptLine, first).key, '/',
                                  g_array_index (lines, PlanMspdiKeptLine, first).key_length) == NULL)
    {
      const PlanMspdiKeptLine *line = &g_array_index (lines, PlanMspdiKeptLine, first);
      char name[128];

      g_snprintf (name, sizeof name, "%.*s", (int) line->key_length, line->key);
      plan_mspdi_kept_get_text (line, self->text);
      plan_mspdi_write_text (self, name, self->text->str);
      return;
    }
  open = g_ptr_array_new_with_free_func (g_free);
  for (guint i = first; i < end; i++)
    write_kept_line (self, open, &g_array_index (lines, PlanMspdiKeptLine, i));
  close_down_to (self, open, 0);
}

/**
 * plan_mspdi_write_kept:
 *
 * Writes the elements of that name that the imported file had beside the fields of the record.
 *
 * Returns: whether there was any
 */
gboolean
plan_mspdi_write_kept (PlanMspdiWriter *self, const char *element)
{
  guint first, end;
  gboolean found = FALSE;

  while (plan_mspdi_kept_take (self->record->kept, element, &first, &end))
    {
      write_kept_lines (self, first, end);
      found = TRUE;
    }
  return found;
}

/* What the plan says of a value that Planwright computes. */
static gboolean
get_computed (PlanMspdiWriter *self, const PlanImportedField *field, gint64 *value)
{
  const PlanMspdiRecord *record = self->record;
  PlanValue result;

  if (field->figure != PLAN_FIGURE_NONE)
    return plan_export_get_figure (&self->index, record->kind, record->id, field->figure, value);
  if (record->kind != PLAN_RECORD_TASK)
    return FALSE;
  if (record->scheduled == NULL || field->result == PLAN_N_RESULTS)
    return FALSE;
  result = plan_result_get_value (field->result, record->scheduled);
  *value = result.integer;
  return result.kind == PLAN_VALUE_INTEGER;
}

/**
 * plan_mspdi_has_file_values:
 *
 * Returns: whether computed values are written as the imported file had them, or left out when it had none
 */
gboolean
plan_mspdi_has_file_values (PlanMspdiWriter *self)
{
  return self->what->file_dates && self->is_from_file && self->record->kept->lines->len > 0;
}

/**
 * plan_mspdi_drop_kept:
 *
 * Passes over what the imported file had of elements of that name: something else stands for it now.
 */
void
plan_mspdi_drop_kept (PlanMspdiWriter *self, const char *element)
{
  guint first, end;

  while (plan_mspdi_kept_take (self->record->kept, element, &first, &end))
    ;
}

/* That there is no work and no cost is said only where the file said something. */
static gboolean
is_needless (PlanMspdiWriter *self, const PlanMspdiRow *row, const PlanImportedField *field, gint64 value)
{
  g_autofree char *kept = NULL;

  if (value != 0 || field->figure == PLAN_FIGURE_NONE)
    return FALSE;
  kept = plan_mspdi_kept_find (self->record->kept, row->element);
  return kept == NULL;
}

static void
write_computed (PlanMspdiWriter *self, const PlanMspdiRow *row, const PlanImportedField *field)
{
  gint64 value;

  if (field == NULL || plan_mspdi_has_file_values (self) || !get_computed (self, field, &value))
    {
      plan_mspdi_write_kept (self, row->element);
      return;
    }
  if (is_needless (self, row, field, value))
    return;
  plan_mspdi_drop_kept (self, row->element);
  write_imported (self, row->element, field->type, value);
}

/* Whether the record came with the file; of records within others only that can be told that their project did. */
static gboolean
is_of_file (PlanMspdiWriter *self)
{
  gboolean is_numbered = plan_field_find (self->record->kind, "source_uid") != PLAN_N_FIELDS;

  return self->is_from_file && (!is_numbered || self->record->kept->lines->len > 0);
}

/* Whether what was kept has the meaning of the field: it is then the same, only more exact. */
static gboolean
is_said (PlanMspdiWriter *self, const PlanMspdiRow *row, const PlanValue *value)
{
  g_autofree char *kept = value->kind == PLAN_VALUE_INTEGER ? plan_mspdi_kept_find (self->record->kept, row->element) : NULL;
  gint64 said;

  return kept != NULL && plan_mspdi_parse_value (row->field, row->form, kept, &said) && said == value->integer;
}

/* A kept value stands for the field as long as that has its usual value or the same meaning. */
static void
write_field (PlanMspdiWriter *self, const PlanMspdiRow *row, gboolean if_set)
{
  const PlanMspdiRecord *record = self->record;
  PlanValue value = plan_field_get_value (row->field, record->body);
  PlanValue usual = plan_field_get_value (row->field, record->fresh);
  gboolean is_usual = plan_value_equal (&value, &usual);

  if ((is_usual || is_said (self, row, &value)) && plan_mspdi_write_kept (self, row->element))
    return;
  if (is_usual && if_set && is_of_file (self))
    return;
  plan_mspdi_drop_kept (self, row->element);
  if (plan_mspdi_format_value (self->text, row->field, row->form, &value))
    plan_mspdi_write_text (self, row->element, self->text->str);
}

/**
 * plan_mspdi_write_if_set:
 *
 * Writes a field that not every program and version says: in a record of an imported file, only when it said it or when the
 * field has another value than usual.
 */
void
plan_mspdi_write_if_set (PlanMspdiWriter *self, const PlanMspdiRow *row)
{
  write_field (self, row, TRUE);
}

/**
 * plan_mspdi_get_uid:
 *
 * Returns: the number of the record in the file, or -1 when it is not in it
 */
gint64
plan_mspdi_get_uid (PlanMspdiWriter *self, PlanRecord kind, PlanId id)
{
  const gint64 *uid = g_hash_table_lookup (self->uids[kind], &id);

  return uid != NULL ? *uid : -1;
}

static void
write_reference (PlanMspdiWriter *self, const PlanMspdiRow *row)
{
  PlanId id = plan_field_get_value (row->field, self->record->body).integer;

  if (id == PLAN_ID_NONE && plan_mspdi_write_kept (self, row->element))
    return;
  plan_mspdi_drop_kept (self, row->element);
  plan_mspdi_write_integer (self, row->element, plan_mspdi_get_uid (self, plan_field_get (row->field)->target, id));
}

static void
write_row (PlanMspdiWriter *self, PlanMspdiTable table, guint i)
{
  const PlanMspdiRow *row = &self->schema.rows[table][i];

  if (row->write != NULL)
    row->write (self, row);
  else if (row->form == PLAN_MSPDI_KEEP || row->form == PLAN_MSPDI_FUNC)
    write_computed (self, row, self->computed[table][i]);
  else if (row->form == PLAN_MSPDI_REFERENCE)
    write_reference (self, row);
  else if (row->form != PLAN_MSPDI_SKIP)
    write_field (self, row, FALSE);
}

static void
write_rest (PlanMspdiWriter *self)
{
  for (guint line = 0; plan_mspdi_kept_take_rest (self->record->kept, &line); line++)
    {
      const GArray *lines = self->record->kept->lines;
      guint end = line + 1;

      while (end < lines->len && !g_array_index (lines, PlanMspdiKeptLine, end).is_taken)
        g_array_index (lines, PlanMspdiKeptLine, end++).is_taken = TRUE;
      write_kept_lines (self, line, end);
    }
}

/**
 * plan_mspdi_record:
 * @body: a record of that kind; it must live until it is written
 *
 * Returns: the record as one to be written, without number and row
 */
PlanMspdiRecord
plan_mspdi_record (PlanRecord kind, PlanMspdiTable table, gconstpointer body)
{
  return (PlanMspdiRecord) { .kind = kind, .table = table, .id = plan_record_get_id (body), .body = body, .row = PLAN_INDEX_NONE };
}

/**
 * plan_mspdi_write_record:
 * @element: (nullable): the element around it, or %NULL when it is open already
 *
 * Writes a record: the elements that the schema knows in its order, then others that the imported file had.
 */
void
plan_mspdi_write_record (PlanMspdiWriter *self, const char *element, PlanMspdiRecord *record)
{
  PlanMspdiRecord *outer = self->record;
  const PlanImportedValue *imported = plan_export_get_imported (&self->index, record->id);
  PlanMspdiKept kept;

  if (record->kept == NULL)
    plan_mspdi_kept_init (&kept, imported != NULL ? imported->text : NULL);
  else
    kept = *record->kept;
  record->kept = &kept;
  record->fresh = self->fresh[record->kind];
  self->record = record;
  if (element != NULL)
    plan_mspdi_start (self, element);
  for (guint i = 0; i < self->schema.n_rows[record->table]; i++)
    write_row (self, record->table, i);
  write_rest (self);
  if (element != NULL)
    plan_mspdi_stop (self);
  self->record = outer;
  plan_mspdi_kept_clear (&kept);
}

/**
 * plan_mspdi_write_children:
 * @kind: a kind of records that belong to others
 *
 * Writes the records of the kind that belong to the one that is being written, each as an element.
 */
void
plan_mspdi_write_children (PlanMspdiWriter *self, const char *element, PlanMspdiTable table, PlanRecord kind)
{
  guint first, end;

  plan_export_find_children (&self->index, kind, self->record->id, &first, &end);
  for (guint i = first; i < end; i++)
    {
      PlanMspdiRecord record = plan_mspdi_record (kind, table, plan_export_get_child (&self->index, kind, i));

      record.uid = self->record->uid;
      plan_mspdi_write_record (self, element, &record);
    }
}
