/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files that say which days of a year are off and which are worked instead: our own JSON, a table as CSV, and iCalendar. They
 * come from anywhere, so sizes, dates and names are bounded, and what is not understood is counted. A day that two entries
 * name belongs to the one that is worked: a make-up day within a holiday is what the holiday's notice is about.
 */

#include "plan-holidays-private.h"

#include "plan-text-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
clear_holiday (gpointer data)
{
  PlanHoliday *holiday = data;

  g_free (holiday->names[0]);
  g_free (holiday->names[1]);
}

/**
 * plan_holidays_free:
 * @self: (transfer full) (nullable):
 */
void
plan_holidays_free (PlanHolidays *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->items);
  g_free (self);
}

static PlanHolidays *
create (void)
{
  PlanHolidays *self = g_new0 (PlanHolidays, 1);

  self->items = g_array_new (FALSE, FALSE, sizeof (PlanHoliday));
  g_array_set_clear_func (self->items, clear_holiday);
  return self;
}

/**
 * plan_holidays_copy:
 *
 * Returns: (transfer full): the same list, for a thread
 */
PlanHolidays *
plan_holidays_copy (const PlanHolidays *self)
{
  PlanHolidays *copy = create ();

  copy->n_skipped = self->n_skipped;
  for (guint i = 0; i < self->items->len; i++)
    {
      PlanHoliday holiday = g_array_index (self->items, PlanHoliday, i);

      holiday.names[0] = g_strdup (holiday.names[0]);
      holiday.names[1] = g_strdup (holiday.names[1]);
      g_array_append_val (copy->items, holiday);
    }
  return copy;
}

static char *
clip_name (const char *name)
{
  g_autofree char *clean = name != NULL ? g_strstrip (g_utf8_make_valid (name, -1)) : NULL;

  if (clean == NULL || *clean == '\0')
    return NULL;
  g_strdelimit (clean, "\n\r\t", ' ');
  return g_utf8_strlen (clean, -1) > PLAN_HOLIDAYS_MAX_NAME ? g_utf8_substring (clean, 0, PLAN_HOLIDAYS_MAX_NAME)
                                                            : g_steal_pointer (&clean);
}

/*
 * plan_holidays_add:
 *
 * Returns: %FALSE when the days are none that can be planned with, or there are too many
 */
gboolean
plan_holidays_add (PlanHolidays *self, const char *english, const char *chinese, PlanDay first, PlanDay last, gboolean work,
                   PlanExceptionKind kind)
{
  PlanHoliday holiday = { .first = first, .last = last, .work = work, .kind = kind };

  if (first < PLAN_DAY_MIN || last > PLAN_DAY_MAX || last < first || last - first >= PLAN_HOLIDAYS_MAX_DAYS ||
      self->items->len >= PLAN_HOLIDAYS_MAX_ITEMS)
    return FALSE;
  holiday.names[0] = clip_name (english);
  holiday.names[1] = clip_name (chinese);
  g_array_append_val (self->items, holiday);
  return TRUE;
}

/*
 * plan_holidays_parse_day:
 * @text: "2026-02-14", "2026/2/14" or "20260214", also with a time behind it
 */
gboolean
plan_holidays_parse_day (const char *text, PlanDay *day)
{
  int parts[3] = { 0 }, n_digits[3] = { 0 };
  gboolean joined = strspn (text, "0123456789") == 8;

  for (guint i = 0; i < 3; i++)
    {
      int most = i == 0 ? 4 : 2;

      if (i > 0 && !joined && (*text == '\0' || strchr ("-/.", *text++) == NULL))
        return FALSE;
      for (; n_digits[i] < most && g_ascii_isdigit (*text); n_digits[i]++)
        parts[i] = parts[i] * 10 + *text++ - '0';
      if (n_digits[i] == 0)
        return FALSE;
    }
  if (n_digits[0] != 4 || !plan_civil_is_valid (parts[0], parts[1], parts[2]) || (*text != '\0' && !strchr ("T ", *text)))
    return FALSE;
  *day = plan_day_from_civil (parts[0], parts[1], parts[2]);
  return TRUE;
}

/*
 * plan_holidays_is_work:
 *
 * Returns: whether the kind or the name of an entry says that the day is worked
 */
gboolean
plan_holidays_is_work (const char *text)
{
  static const char *const words[] = { "班", "workday", "working day", "make-up", "makeup", "工作日", NULL };
  g_autofree char *small = g_utf8_strdown (text, -1);

  if (strcmp (small, "work") == 0)
    return TRUE;
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (small, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

static int
compare_holidays (gconstpointer a, gconstpointer b)
{
  const PlanHoliday *left = a, *right = b;

  if (left->work != right->work)
    return left->work ? -1 : 1;
  return left->first != right->first ? (left->first < right->first ? -1 : 1) : 0;
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  const PlanHoliday *left = a, *right = b;

  return left->first < right->first ? -1 : left->first > right->first;
}

static gboolean
is_same_name (const PlanHoliday *a, const PlanHoliday *b)
{
  return a->work == b->work && a->kind == b->kind && g_strcmp0 (a->names[0], b->names[0]) == 0 &&
         g_strcmp0 (a->names[1], b->names[1]) == 0;
}

/* Adds days @first to @last of the holiday, and makes one entry of days of the same name that follow one another. */
static void
append_days (GArray *items, const PlanHoliday *of, PlanDay first, PlanDay last)
{
  PlanHoliday *before = items->len > 0 ? &g_array_index (items, PlanHoliday, items->len - 1) : NULL;
  PlanHoliday holiday = *of;

  if (first > last)
    return;
  if (before != NULL && before->last + 1 == first && is_same_name (before, of))
    {
      before->last = last;
      return;
    }
  holiday.names[0] = g_strdup (of->names[0]);
  holiday.names[1] = g_strdup (of->names[1]);
  holiday.first = first;
  holiday.last = last;
  g_array_append_val (items, holiday);
}

/* Gives each day to one entry: worked days before days off, then the one that begins first. */
static void
tidy (PlanHolidays *self)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
  GArray *items = g_array_new (FALSE, FALSE, sizeof (PlanHoliday)), *joined = g_array_new (FALSE, FALSE, sizeof (PlanHoliday));

  g_array_set_clear_func (items, clear_holiday);
  g_array_set_clear_func (joined, clear_holiday);
  g_array_sort (self->items, compare_holidays);
  for (guint i = 0; i < self->items->len; i++)
    {
      const PlanHoliday *holiday = &g_array_index (self->items, PlanHoliday, i);

      for (PlanDay day = holiday->first; day <= holiday->last; day++)
        if (g_hash_table_add (taken, GINT_TO_POINTER (day)))
          append_days (items, holiday, day, day);
    }
  g_array_sort (items, compare_days);
  for (guint i = 0; i < items->len; i++)
    {
      const PlanHoliday *holiday = &g_array_index (items, PlanHoliday, i);

      append_days (joined, holiday, holiday->first, holiday->last);
    }
  g_array_unref (items);
  g_array_unref (self->items);
  self->items = joined;
}

/* The formats, told by how the text begins. */
static gboolean
read_any (PlanHolidays *self, const char *text, gsize length, GError **error)
{
  const char *at = text + strspn (text, " \t\r\n");

  if (*at == '{' || *at == '[')
    return plan_holidays_read_json (self, text, length, error);
  if (g_ascii_strncasecmp (at, "BEGIN:VCALENDAR", 15) == 0)
    return plan_holidays_read_ical (self, at, error);
  return plan_holidays_read_csv (self, at, error);
}

/**
 * plan_holidays_read:
 * @data: a file: JSON of ours, CSV with a line of headings, or iCalendar, in UTF-8
 *
 * Returns: (transfer full): what it says, or %NULL with %PLAN_ERROR_PARSE
 */
PlanHolidays *
plan_holidays_read (const char *data, gsize length, GError **error)
{
  g_autoptr (PlanHolidays) self = create ();
  g_autofree char *text = NULL;

  if (length > PLAN_HOLIDAYS_MAX_BYTES)
    {
      plan_text_fail (error, PLAN_ERROR_PARSE, _("The file is too large for a list of holidays."));
      return NULL;
    }
  if (memchr (data, '\0', length) != NULL || !g_utf8_validate (data, (gssize) length, NULL))
    {
      plan_text_fail (error, PLAN_ERROR_PARSE, _("The file contains characters that its encoding does not have."));
      return NULL;
    }
  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      length -= 3;
    }
  text = g_strndup (data, length);
  if (!read_any (self, text, length, error))
    return NULL;
  tidy (self);
  if (self->items->len == 0)
    {
      plan_text_fail (error, PLAN_ERROR_PARSE, _("The file has no days that are off or worked."));
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * plan_holiday_get_name:
 *
 * Returns: the name in the language of the messages, else in the other one, or ""
 */
const char *
plan_holiday_get_name (const PlanHoliday *holiday)
{
  const char *const *languages = g_get_language_names ();
  guint wanted = languages[0] != NULL && g_str_has_prefix (languages[0], "zh") ? 1 : 0;

  if (holiday->names[wanted] != NULL)
    return holiday->names[wanted];
  return holiday->names[1 - wanted] != NULL ? holiday->names[1 - wanted] : "";
}
