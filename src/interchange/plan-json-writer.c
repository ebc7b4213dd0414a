/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes JSON to a stream as it comes, without a tree in memory: a plan of 100,000 tasks is 100 MB of text. The outer
 * levels have a line for each value so that files can be compared line by line; what is deeper stays on its line.
 * The first error of the stream is kept and told by plan_json_writer_finish(); until then nothing has to be checked.
 */

#include "plan-json-writer.h"

#include "plan-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FLUSH_AT (64 * 1024)

struct _PlanJsonWriter
{
  GOutputStream *stream;
  GString *buffer;
  GError *error;
  guint line_depth;
  guint depth;
  gboolean is_first;
};

/**
 * plan_json_writer_new:
 * @stream: where the text goes
 * @line_depth: levels down to which each value stands on a line of its own
 *
 * Returns: (transfer full): a writer
 */
PlanJsonWriter *
plan_json_writer_new (GOutputStream *stream, guint line_depth)
{
  PlanJsonWriter *self = g_new0 (PlanJsonWriter, 1);

  self->stream = g_object_ref (stream);
  self->buffer = g_string_sized_new (FLUSH_AT + 4096);
  self->line_depth = line_depth;
  self->is_first = TRUE;
  return self;
}

/**
 * plan_json_writer_free:
 *
 * Frees the writer; the stream stays open.
 */
void
plan_json_writer_free (PlanJsonWriter *self)
{
  g_object_unref (self->stream);
  g_string_free (self->buffer, TRUE);
  g_clear_error (&self->error);
  g_free (self);
}

static void
flush_buffer (PlanJsonWriter *self)
{
  if (self->error == NULL)
    g_output_stream_write_all (self->stream, self->buffer->str, self->buffer->len, NULL, NULL, &self->error);
  g_string_truncate (self->buffer, 0);
}

/**
 * plan_json_writer_finish:
 *
 * Writes the last line and what is still held back.
 *
 * Returns: %FALSE with %PLAN_ERROR_IO when anything could not be written
 */
gboolean
plan_json_writer_finish (PlanJsonWriter *self, GError **error)
{
  g_assert (self->depth == 0);

  g_string_append_c (self->buffer, '\n');
  flush_buffer (self);
  if (self->error == NULL)
    return TRUE;
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_IO,
               /* Translators: %s is what the system says, as “No space left on device” */
               _("The file could not be written: %s"), self->error->message);
  return FALSE;
}

static void
append_escaped (GString *buffer, const char *text)
{
  g_string_append_c (buffer, '"');
  while (*text != '\0')
    {
      gsize plain = 0;

      while ((guchar) text[plain] >= ' ' && text[plain] != '"' && text[plain] != '\\' && text[plain] != 0x7f)
        plain++;
      g_string_append_len (buffer, text, plain);
      text += plain;
      if (*text == '\0')
        break;
      if (*text == '"' || *text == '\\')
        g_string_append_printf (buffer, "\\%c", *text);
      else if (*text == '\n')
        g_string_append (buffer, "\\n");
      else
        g_string_append_printf (buffer, "\\u%04x", (guchar) *text);
      text++;
    }
  g_string_append_c (buffer, '"');
}

static void
append_line (PlanJsonWriter *self, guint indent)
{
  g_string_append_c (self->buffer, '\n');
  for (; indent > 0; indent--)
    g_string_append_c (self->buffer, ' ');
}

/* Comma, line and key that stand before a value. */
static void
start_value (PlanJsonWriter *self, const char *key)
{
  if (self->buffer->len >= FLUSH_AT)
    flush_buffer (self);
  if (!self->is_first)
    g_string_append_c (self->buffer, ',');
  if (self->depth > 0 && self->depth <= self->line_depth)
    append_line (self, self->depth);
  else if (!self->is_first)
    g_string_append_c (self->buffer, ' ');
  self->is_first = FALSE;
  if (key == NULL)
    return;
  append_escaped (self->buffer, key);
  g_string_append (self->buffer, ": ");
}

static void
open_level (PlanJsonWriter *self, const char *key, char mark)
{
  start_value (self, key);
  g_string_append_c (self->buffer, mark);
  self->depth++;
  self->is_first = TRUE;
}

static void
close_level (PlanJsonWriter *self, char mark)
{
  if (self->depth <= self->line_depth && !self->is_first)
    append_line (self, self->depth - 1);
  g_string_append_c (self->buffer, mark);
  self->depth--;
  self->is_first = FALSE;
}

/**
 * plan_json_writer_begin_object:
 * @key: (nullable): the key within the object around it, or %NULL within an array
 *
 * Opens an object. All other functions take @key in the same way.
 */
void
plan_json_writer_begin_object (PlanJsonWriter *self, const char *key)
{
  open_level (self, key, '{');
}

/**
 * plan_json_writer_end_object:
 *
 * Closes the object that was opened last.
 */
void
plan_json_writer_end_object (PlanJsonWriter *self)
{
  close_level (self, '}');
}

/**
 * plan_json_writer_begin_array:
 *
 * Opens an array.
 */
void
plan_json_writer_begin_array (PlanJsonWriter *self, const char *key)
{
  open_level (self, key, '[');
}

/**
 * plan_json_writer_end_array:
 *
 * Closes the array that was opened last.
 */
void
plan_json_writer_end_array (PlanJsonWriter *self)
{
  close_level (self, ']');
}

/**
 * plan_json_writer_string:
 *
 * Writes a text.
 */
void
plan_json_writer_string (PlanJsonWriter *self, const char *key, const char *value)
{
  start_value (self, key);
  append_escaped (self->buffer, value);
}

/* At least @width digits; printf takes a third of the time of a large file. */
static void
append_digits (GString *buffer, guint64 number, guint width)
{
  char digits[24];
  guint n = 0;

  for (; number > 0 || n < width || n == 0; number /= 10)
    digits[n++] = (char) ('0' + number % 10);
  while (n > 0)
    g_string_append_c (buffer, digits[--n]);
}

/* The number without needless zeros: "12.5". */
static void
append_decimal (GString *buffer, gint64 value, int places)
{
  guint64 magnitude = value < 0 ? -(guint64) value : (guint64) value, unit = 1;

  for (int i = 0; i < places; i++)
    unit *= 10;
  if (value < 0)
    g_string_append_c (buffer, '-');
  append_digits (buffer, magnitude / unit, 1);
  if (magnitude % unit == 0)
    return;
  g_string_append_c (buffer, '.');
  append_digits (buffer, magnitude % unit, (guint) places);
  while (buffer->str[buffer->len - 1] == '0')
    g_string_truncate (buffer, buffer->len - 1);
}

/**
 * plan_json_writer_decimal:
 * @value: the number times 10^@places
 *
 * Writes a decimal number; as a text when readers might take it for another one.
 */
void
plan_json_writer_decimal (PlanJsonWriter *self, const char *key, gint64 value, int places)
{
  gint64 largest = places > 0 ? PLAN_JSON_EXACT / 8 : PLAN_JSON_EXACT;
  gboolean is_exact = value >= -largest && value <= largest;

  start_value (self, key);
  if (!is_exact)
    g_string_append_c (self->buffer, '"');
  append_decimal (self->buffer, value, places);
  if (!is_exact)
    g_string_append_c (self->buffer, '"');
}

/**
 * plan_json_writer_integer:
 *
 * Writes a whole number; as a text when readers might take it for another one.
 */
void
plan_json_writer_integer (PlanJsonWriter *self, const char *key, gint64 value)
{
  plan_json_writer_decimal (self, key, value, 0);
}

/**
 * plan_json_writer_instant:
 *
 * Writes an instant as a text: "2026-03-02T08:00:00".
 */
void
plan_json_writer_instant (PlanJsonWriter *self, const char *key, PlanTicks value)
{
  PlanCivil civil;
  GString *buffer = self->buffer;

  plan_ticks_to_civil (value, &civil);
  start_value (self, key);
  g_string_append_c (buffer, '"');
  append_digits (buffer, (guint64) civil.year, 4);
  g_string_append_c (buffer, '-');
  append_digits (buffer, (guint64) civil.month, 2);
  g_string_append_c (buffer, '-');
  append_digits (buffer, (guint64) civil.day, 2);
  g_string_append_c (buffer, 'T');
  append_digits (buffer, (guint64) civil.hour, 2);
  g_string_append_c (buffer, ':');
  append_digits (buffer, (guint64) civil.minute, 2);
  g_string_append_c (buffer, ':');
  append_digits (buffer, (guint64) civil.second, 2);
  g_string_append_c (buffer, '"');
}

/**
 * plan_json_writer_boolean:
 *
 * Writes true or false.
 */
void
plan_json_writer_boolean (PlanJsonWriter *self, const char *key, gboolean value)
{
  start_value (self, key);
  g_string_append (self->buffer, value ? "true" : "false");
}

/**
 * plan_json_writer_null:
 *
 * Writes that there is nothing.
 */
void
plan_json_writer_null (PlanJsonWriter *self, const char *key)
{
  start_value (self, key);
  g_string_append (self->buffer, "null");
}
