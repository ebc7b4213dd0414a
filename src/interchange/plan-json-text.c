/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Parsing JSON from outside. The text is looked over before, as the parser of json-glib recurses and keeps all in memory:
 * size and depth have limits.
 */

#include "plan-json-text.h"

#include "plan-json-scan.h"

#include "plan-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_DEPTH 32

static GByteArray *
load_stream (GInputStream *stream, guint most_megabytes, PlanProgress *progress, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GError) cause = NULL;
  g_autofree guint8 *chunk = g_malloc (256 * 1024);
  gssize n;

  while ((n = g_input_stream_read (stream, chunk, 256 * 1024, NULL, &cause)) > 0)
    {
      if (!plan_progress_step (progress, 0, 1, error))
        return NULL;
      if (bytes->len + (gsize) n > (gsize) most_megabytes << 20)
        {
          g_set_error (error, PLAN_ERROR, PLAN_ERROR_RANGE,
                       /* Translators: %u is a number of megabytes */
                       _("The file is larger than %u MB, which is more than Planwright reads of this kind."), most_megabytes);
          return NULL;
        }
      g_byte_array_append (bytes, chunk, (guint) n);
    }
  if (n < 0)
    g_set_error (error, PLAN_ERROR, PLAN_ERROR_IO,
                 /* Translators: %s is what the system says, as “Input/output error” */
                 _("The file cannot be read: %s"), cause->message);
  return n == 0 ? g_steal_pointer (&bytes) : NULL;
}

static gboolean
refuse (guint line, const char *message, GError **error)
{
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_PARSE,
               /* Translators: a line number of a file, then a whole sentence that says what is wrong there */
               _("Line %d: %s"), (int) line, message);
  return FALSE;
}

static guint
count_lines (const char *text, const char *end)
{
  guint line = 1;

  for (; text < end; text++)
    line += *text == '\n';
  return line;
}

/* The parser tells the line only in its message: "<data>:3:17: Parse error". */
static guint
get_error_line (const GError *cause)
{
  const char *mark = cause != NULL ? strchr (cause->message, ':') : NULL;

  return MAX (mark != NULL ? (guint) g_ascii_strtoull (mark + 1, NULL, 10) : 1, 1);
}

/* What stands behind the first object is looked at, too, as the parser reads on. */
static gboolean
check_syntax (const char *text, gsize length, GError **error)
{
  for (gsize from = 0, n; from < length; from += n)
    switch (plan_json_scan (text + from, length - from, MAX_DEPTH, &n))
      {
      case PLAN_JSON_TOO_DEEP:
        return refuse (count_lines (text, text + from + n), _("Lists and objects lie too deep within one another."), error);
      case PLAN_JSON_FOREIGN:
        return refuse (count_lines (text, text + from + n), _("The file is not JSON, or is cut off."), error);
      case PLAN_JSON_SCANNED:
        break;
      default:
        g_assert_not_reached ();
      }
  return TRUE;
}

static gboolean
parse_text (JsonParser *parser, const char *text, gsize length, GError **error)
{
  g_autoptr (GError) cause = NULL;
  const char *end;

  if (length > 0 && !g_utf8_validate (text, (gssize) length, &end))
    return refuse (count_lines (text, end), _("The file contains characters that its encoding does not have."), error);
  if (!check_syntax (text, length, error))
    return FALSE;
  if (length == 0 || !json_parser_load_from_data (parser, text, (gssize) length, &cause))
    return refuse (get_error_line (cause), _("The file is not JSON, or is cut off."), error);
  return TRUE;
}

/**
 * plan_json_text_parse:
 * @most_megabytes: how large the text may be
 * @progress: (nullable): asked now and then whether to go on
 *
 * Reads the stream to its end.
 *
 * Returns: (transfer full): a parser whose root is there, or %NULL with %PLAN_ERROR_PARSE that names the line,
 *   %PLAN_ERROR_RANGE for a text that is too large, %PLAN_ERROR_IO or %PLAN_ERROR_CANCELLED
 */
JsonParser *
plan_json_text_parse (GInputStream *stream, guint most_megabytes, PlanProgress *progress, GError **error)
{
  g_autoptr (GByteArray) bytes = load_stream (stream, most_megabytes, progress, error);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  const char *text;
  gsize length;

  if (bytes == NULL)
    return NULL;
  text = (const char *) bytes->data;
  length = bytes->len;
  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    {
      text += 3;
      length -= 3;
    }
  return parse_text (parser, text, length, error) ? g_steal_pointer (&parser) : NULL;
}
