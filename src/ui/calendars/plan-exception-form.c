/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window in which an exception of a calendar is made or changed: its days, how they come again, and what is worked then.
 * A pattern that is not touched keeps what it had, also what the form does not show.
 */

#include "plan-calendar-forms.h"

#include "plan-form.h"
#include "plan-hours.h"
#include "plan-text-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

enum { ROW_NAME, ROW_FIRST, ROW_HOURS, ROW_KIND, ROW_PATTERN, ROW_PERIOD, ROW_WEEKDAYS, ROW_END };

static const char *const patterns[] = { N_("Each day up to the last one"), N_("Every so many days"), N_("Every week"),
                                        N_("Every month on the same day"), N_("Every month on the same weekday"),
                                        N_("Every year on the same day"), N_("Every year on the same weekday"), NULL };

static const PlanRecurrence recurrences[] = { PLAN_RECURRENCE_RANGE, PLAN_RECURRENCE_DAILY, PLAN_RECURRENCE_WEEKLY,
                                              PLAN_RECURRENCE_MONTHLY_DAY,
                                              PLAN_RECURRENCE_MONTHLY_POSITION, PLAN_RECURRENCE_YEARLY_DAY, PLAN_RECURRENCE_YEARLY_POSITION };

static const char *const kinds[] = { N_("Other"), N_("Statutory holiday"), N_("Swapped day"), N_("Leave"), NULL };

static const PlanFormRow rows[] = {
  [ROW_NAME] = { N_("Name"), NULL },
  [ROW_FIRST] = { N_("First day"), NULL },
  [ROW_HOURS] = { N_("Working times"), NULL },
  [ROW_KIND] = { N_("Kind"), kinds },
  [ROW_PATTERN] = { N_("Repeats"), patterns },
  [ROW_PERIOD] = { N_("Every how many days, weeks or months"), NULL },
  [ROW_WEEKDAYS] = { N_("Weekdays of a weekly exception"), NULL },
  [ROW_END] = { N_("Last day, or how often"), NULL },
};

/* @before: as it was when the form was opened; its texts belong to the model and are not used. */
typedef struct
{
  PlanDocument *document;
  PlanException before;
} Asked;

static void
free_asked (gpointer data)
{
  Asked *self = data;

  g_object_unref (self->document);
  g_free (self);
}

/* The weekdays of a mask with their short names. */
static char *
format_weekdays (gint32 mask)
{
  static const char *const names[] = { NC_("weekday", "Mon"), NC_("weekday", "Tue"), NC_("weekday", "Wed"), NC_("weekday", "Thu"),
                                       NC_("weekday", "Fri"), NC_("weekday", "Sat"), NC_("weekday", "Sun") };
  GString *text = g_string_new (NULL);

  for (guint day = 0; day < 7; day++)
    if (mask >> day & 1)
      {
        g_string_append (text, text->len > 0 ? C_("list", ", ") : "");
        g_string_append (text, g_dpgettext2 (GETTEXT_PACKAGE, "weekday", names[day]));
      }
  return g_string_free (text, FALSE);
}

/* "Mon, wednesday", "周一、三": words that begin with a weekday's name, in both languages. */
static gboolean
parse_weekdays (const char *text, gint32 *mask, GError **error)
{
  static const char *const names[7][3] = { { "mon", "一", "1" }, { "tue", "二", "2" }, { "wed", "三", "3" }, { "thu", "四", "4" },
                                           { "fri", "五", "5" }, { "sat", "六", "6" }, { "sun", "日", "7" } };
  g_autofree char *small = g_utf8_strdown (text, -1);
  const char *at = small;

  *mask = 0;
  while (*at != '\0')
    {
      gboolean found = FALSE;

      for (guint i = 0; i < 21 && !found; i++)
        if (plan_text_skip (&at, names[i / 3][i % 3]))
          {
            *mask |= 1 << i / 3;
            found = TRUE;
          }
      if (found)
        while (g_ascii_isalpha (*at))
          at++;
      else if (plan_text_skip (&at, "星期") || plan_text_skip (&at, "周") || plan_text_skip (&at, "、") ||
               plan_text_skip (&at, "，") || strchr (" ,;", *at) != NULL)
        at += strchr (" ,;", *at) != NULL && *at != '\0';
      else
        return plan_text_fail (error, PLAN_ERROR_PARSE, _("“%s” are not weekdays as “Mon, Wed”."), text);
    }
  return TRUE;
}

static gboolean
read_day (PlanForm *form, guint row, PlanDay *day, GError **error)
{
  g_autofree char *text = plan_form_get_text (form, row);
  PlanTicks at;

  if (!plan_date_parse (text, plan_ticks_now (), 0, &at, error))
    return FALSE;
  *day = plan_ticks_get_day (at);
  return TRUE;
}

/* A number of times, a day, or nothing: a single day, or for ever. */
static gboolean
read_end (PlanForm *form, PlanException *exception, GError **error)
{
  g_autofree char *text = plan_form_get_text (form, ROW_END);
  gboolean range = exception->recurrence == PLAN_RECURRENCE_RANGE;
  gint64 number = 1;

  exception->occurrences = 0;
  exception->finish = range ? exception->start : PLAN_DAY_NONE;
  if (*text == '\0')
    return TRUE;
  if (!g_ascii_string_to_signed (text, 10, 1, G_MAXINT16, &number, NULL))
    return read_day (form, ROW_END, &exception->finish, error);
  if (range)
    exception->finish = exception->start + (PlanDay) number - 1;
  else
    exception->occurrences = (gint32) number;
  return TRUE;
}

/* Day, weekday and month are those of the first day, unless neither that nor the pattern was changed. */
static void
complete_pattern (const PlanException *before, PlanException *exception)
{
  PlanCivil civil;

  if (before->id != PLAN_ID_NONE && before->start == exception->start && before->recurrence == exception->recurrence)
    return;
  plan_day_to_civil (exception->start, &civil);
  exception->month_day = civil.day;
  exception->month = civil.month;
  exception->position = (civil.day + 6) / 7;
  exception->position_item = plan_day_get_weekday (exception->start);
}

static gboolean
read_pattern (PlanForm *form, const PlanException *before, PlanException *exception, GError **error)
{
  g_autofree char *period = plan_form_get_text (form, ROW_PERIOD), *weekdays = plan_form_get_text (form, ROW_WEEKDAYS);
  gint64 number;

  if (!read_day (form, ROW_FIRST, &exception->start, error) || !parse_weekdays (weekdays, &exception->weekdays, error))
    return FALSE;
  if (!g_ascii_string_to_signed (period, 10, 1, 1000, &number, NULL))
    return plan_text_fail (error, PLAN_ERROR_PARSE, _("It can recur every 1 to 1000 days, weeks or months."));
  exception->recurrence = (guint8) recurrences[MIN (plan_form_get_choice (form, ROW_PATTERN), G_N_ELEMENTS (recurrences) - 1)];
  exception->period = (gint32) number;
  complete_pattern (before, exception);
  return read_end (form, exception, error);
}

static gboolean
apply (PlanForm *form, gpointer data, GError **error)
{
  Asked *self = data;
  g_autofree char *name = plan_form_get_text (form, ROW_NAME), *typed = plan_form_get_text (form, ROW_HOURS), *hours = NULL;
  PlanException exception = self->before;
  gint32 carry;

  if (!read_pattern (form, &self->before, &exception, error) || !plan_hours_read (typed, &hours, &carry, error))
    return FALSE;
  if (carry > 0)
    return plan_text_fail (error, PLAN_ERROR_RANGE,
                           _("The hours of an exception end at midnight; the next day needs an exception of its own."));
  exception.name = name;
  exception.hours = hours;
  exception.kind = (guint8) plan_form_get_choice (form, ROW_KIND);
  return plan_edit_exception_put (self->document, &exception, NULL, error);
}

static guint
find_pattern (const PlanException *exception)
{
  for (guint i = 0; i < G_N_ELEMENTS (recurrences); i++)
    if (recurrences[i] == exception->recurrence)
      return i;
  return 0;
}

static char *
format_day (PlanDay day)
{
  return plan_date_format (plan_ticks_from_day (day, 0), PLAN_DATE_DAY_YEAR);
}

static void
fill (PlanForm *form, const PlanException *exception)
{
  g_autofree char *first = format_day (exception->start), *hours = plan_hours_to_text (exception->hours);
  g_autofree char *period = g_strdup_printf ("%d", MAX (exception->period, 1)), *weekdays = format_weekdays (exception->weekdays);
  g_autofree char *end = exception->occurrences > 0        ? g_strdup_printf ("%d", exception->occurrences)
                         : exception->finish != PLAN_DAY_NONE ? format_day (exception->finish)
                                                              : g_strdup ("");

  plan_form_set_text (form, ROW_NAME, exception->name != NULL ? exception->name : "");
  plan_form_set_text (form, ROW_FIRST, first);
  plan_form_set_text (form, ROW_HOURS, hours);
  plan_form_set_choice (form, ROW_KIND, exception->kind);
  plan_form_set_choice (form, ROW_PATTERN, find_pattern (exception));
  plan_form_set_text (form, ROW_PERIOD, period);
  plan_form_set_text (form, ROW_WEEKDAYS, weekdays);
  plan_form_set_text (form, ROW_END, end);
}

/**
 * plan_calendar_ask_exception:
 * @exception: the one that is changed, or %PLAN_ID_NONE for a new one
 * @first: the first day that is offered for a new one; @last: the last one
 */
void
plan_calendar_ask_exception (GtkWindow *parent, PlanDocument *document, PlanId calendar, PlanId exception,
                             PlanDay first, PlanDay last)
{
  const PlanModel *model = plan_document_get_model (document);
  const PlanException *record = plan_model_lookup (model, PLAN_RECORD_EXCEPTION, exception);
  PlanForm *form = plan_form_new (parent, record != NULL ? _("Exception") : _("New exception"),
                                  record != NULL ? C_("button", "Change") : C_("button", "Add"), rows, G_N_ELEMENTS (rows));
  Asked *self = g_new0 (Asked, 1);

  self->document = g_object_ref (document);
  if (record != NULL)
    self->before = *record;
  else
    {
      plan_record_init (PLAN_RECORD_EXCEPTION, &self->before);
      self->before.calendar = calendar;
      self->before.hours = "";
      self->before.start = first;
      self->before.finish = last;
      if (!plan_model_get_calendar (model, calendar)->base)
        self->before.kind = PLAN_EXCEPTION_LEAVE;
    }
  fill (form, &self->before);
  plan_form_set_apply (form, apply, self);
  g_object_set_data_full (G_OBJECT (form), "asked", self, free_asked);
  gtk_window_present (GTK_WINDOW (form));
}
