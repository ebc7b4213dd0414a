/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holidays as a table (CSV with a line of headings: date or from and to, kind, name) and as iCalendar (RFC 5545): of each
 * event its days and what it is called. Events that come again by a rule are not read; lists of holidays name each day.
 */

#include "plan-holidays-private.h"

#include "plan-text-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef enum {
  COLUMN_DATE,
  COLUMN_LAST,
  COLUMN_KIND,
  COLUMN_NAME,
  N_COLUMNS
} Column;

static const char *const headings[N_COLUMNS][8] = {
  [COLUMN_DATE] = { "date", "from", "start", "day", "日期", "开始日期", "开始" },
  [COLUMN_LAST] = { "to", "end", "finish", "until", "结束日期", "结束" },
  [COLUMN_KIND] = { "kind", "type", "status", "类型", "性质" },
  [COLUMN_NAME] = { "name", "holiday", "summary", "名称", "节日", "节假日" },
};

/* One field of a line, with quotes as spreadsheets write them. */
static char *
read_field (const char **at, char separator)
{
  GString *field = g_string_new (NULL);
  gboolean quoted = **at == '"';

  if (quoted)
    (*at)++;
  for (; **at != '\0'; (*at)++)
    {
      if (quoted && **at == '"' && (*at)[1] != '"')
        quoted = FALSE;
      else if (!quoted && (**at == separator || **at == '\n'))
        break;
      else if (**at != '\r')
        {
          *at += quoted && **at == '"';
          g_string_append_c (field, **at);
        }
    }
  return g_strstrip (g_string_free (field, FALSE));
}

static GPtrArray *
read_line (const char **at, char separator)
{
  GPtrArray *fields = g_ptr_array_new_with_free_func (g_free);

  for (;;)
    {
      g_ptr_array_add (fields, read_field (at, separator));
      if (**at != separator)
        break;
      (*at)++;
    }
  if (**at == '\n')
    (*at)++;
  return fields;
}

static const char *
get_field (const GPtrArray *fields, const int columns[N_COLUMNS], Column column)
{
  int index = columns[column];

  return index >= 0 && (guint) index < fields->len ? fields->pdata[index] : "";
}

static void
find_columns (const GPtrArray *fields, int columns[N_COLUMNS])
{
  for (Column column = 0; column < N_COLUMNS; column++)
    {
      columns[column] = -1;
      for (guint i = fields->len; i-- > 0;)
        for (guint j = 0; headings[column][j] != NULL; j++)
          if (g_ascii_strcasecmp (fields->pdata[i], headings[column][j]) == 0)
            columns[column] = (int) i;
    }
}

static gboolean
read_row (PlanHolidays *self, const GPtrArray *fields, const int columns[N_COLUMNS])
{
  const char *to = get_field (fields, columns, COLUMN_LAST), *name = get_field (fields, columns, COLUMN_NAME);
  gboolean work = plan_holidays_is_work (get_field (fields, columns, COLUMN_KIND));
  PlanDay first, last;

  if (!plan_holidays_parse_day (get_field (fields, columns, COLUMN_DATE), &first))
    return FALSE;
  last = first;
  if (*to != '\0' && !plan_holidays_parse_day (to, &last))
    return FALSE;
  work = work || (columns[COLUMN_KIND] < 0 && plan_holidays_is_work (name));
  return plan_holidays_add (self, name, name, first, last, work, work ? PLAN_EXCEPTION_SWAPPED : PLAN_EXCEPTION_STATUTORY);
}

/*
 * plan_holidays_read_csv:
 *
 * Returns: %FALSE with %PLAN_ERROR_PARSE when the first line names no column with dates
 */
gboolean
plan_holidays_read_csv (PlanHolidays *self, const char *data, GError **error)
{
  gsize line = strcspn (data, "\n");
  char separator = memchr (data, '\t', line) != NULL ? '\t' : memchr (data, ';', line) != NULL ? ';' : ',';
  g_autoptr (GPtrArray) first = read_line (&data, separator);
  int columns[N_COLUMNS];

  find_columns (first, columns);
  if (columns[COLUMN_DATE] < 0)
    return plan_text_fail (error, PLAN_ERROR_PARSE,
                           _("The file is no list of holidays: its first line names no column “date”, “kind” and “name”."));
  while (*data != '\0')
    {
      g_autoptr (GPtrArray) fields = read_line (&data, separator);

      if ((fields->len > 1 || *(const char *) fields->pdata[0] != '\0') && !read_row (self, fields, columns))
        self->n_skipped++;
    }
  return TRUE;
}

/* An event while its lines are read. */
typedef struct
{
  gboolean within;
  gboolean rule;
  char *name;
  char *start;
  char *end;
} Event;

static void
clear_event (Event *event)
{
  g_clear_pointer (&event->name, g_free);
  g_clear_pointer (&event->start, g_free);
  g_clear_pointer (&event->end, g_free);
  *event = (Event) { FALSE };
}

/* "\\," and the like. */
static char *
unescape (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (; *text != '\0'; text++)
    {
      if (*text == '\\' && text[1] != '\0')
        text++;
      else if (*text == '\\')
        break;
      g_string_append_c (plain, *text);
    }
  return g_string_free (plain, FALSE);
}

/* The end of whole days is the day after the last one; a point in time belongs to its day. */
static gboolean
take_event (PlanHolidays *self, const Event *event)
{
  PlanDay first, last;
  gboolean work;

  if (event->rule || event->start == NULL || !plan_holidays_parse_day (event->start, &first))
    return FALSE;
  last = first;
  if (event->end != NULL && !plan_holidays_parse_day (event->end, &last))
    return FALSE;
  if (event->end != NULL && last > first && strchr (event->end, 'T') == NULL)
    last--;
  work = event->name != NULL && plan_holidays_is_work (event->name);
  return plan_holidays_add (self, event->name, event->name, first, last, work,
                            work ? PLAN_EXCEPTION_SWAPPED : PLAN_EXCEPTION_STATUTORY);
}

static void
set_value (char **value, const char *line)
{
  g_free (*value);
  *value = unescape (line);
}

static void
read_property (PlanHolidays *self, Event *event, const char *line)
{
  const char *value = strchr (line, ':');
  gsize length = strcspn (line, ";:");

  if (value == NULL)
    return;
  value++;
  if (g_ascii_strcasecmp (line, "BEGIN:VEVENT") == 0)
    {
      clear_event (event);
      event->within = TRUE;
    }
  else if (!event->within)
    return;
  else if (g_ascii_strcasecmp (line, "END:VEVENT") == 0)
    {
      self->n_skipped += !take_event (self, event);
      clear_event (event);
    }
  else if (length == 7 && g_ascii_strncasecmp (line, "SUMMARY", length) == 0)
    set_value (&event->name, value);
  else if (length == 7 && g_ascii_strncasecmp (line, "DTSTART", length) == 0)
    set_value (&event->start, value);
  else if (length == 5 && g_ascii_strncasecmp (line, "DTEND", length) == 0)
    set_value (&event->end, value);
  else if (length == 5 && (g_ascii_strncasecmp (line, "RRULE", length) == 0 || g_ascii_strncasecmp (line, "RDATE", length) == 0))
    event->rule = TRUE;
}

/*
 * plan_holidays_read_ical:
 *
 * Returns: %TRUE; what is no event with days is skipped
 */
gboolean
plan_holidays_read_ical (PlanHolidays *self, const char *data, GError **error G_GNUC_UNUSED)
{
  g_autoptr (GString) line = g_string_new (NULL);
  Event event = { FALSE };

  while (*data != '\0')
    {
      gsize length = strcspn (data, "\r\n");

      g_string_append_len (line, data, (gssize) length);
      data += length;
      data += *data == '\r';
      data += *data == '\n';
      /* A line that begins with a blank goes on with the one before. */
      if (*data == ' ' || *data == '\t')
        {
          data++;
          continue;
        }
      read_property (self, &event, line->str);
      g_string_truncate (line, 0);
    }
  self->n_skipped += event.within;
  clear_event (&event);
  return TRUE;
}
