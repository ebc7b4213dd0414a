/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The actions that enter progress of many tasks, split a task and add a recurring one: each asks for a few values in a small
 * window and is one edit.
 */

#include "plan-plan-page-private.h"

#include "plan-edits.h"
#include "plan-error.h"
#include "plan-form.h"

#include <glib/gi18n-lib.h>

static const char *const extents[] = { N_("Whole project"), N_("Selected tasks"), NULL };

static const char *const measures[] = { N_("As far as it lies before the date"), N_("Only tasks that are finished by then"), NULL };

static const char *const patterns[] = { N_("Every day"), N_("Every week"), N_("Every month on the same day"), N_("Every month on the same weekday"),
                                        N_("Every year on the same day"), N_("Every year on the same weekday"), NULL };

static const char *const weekdays[] = { N_("As the first day"), N_("Monday to Friday"), N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"),
                                        N_("Friday"), N_("Saturday"), N_("Sunday"), NULL };

static const char *const days_off[] = { N_("Move to the next working day"), N_("Leave out"), N_("Keep"), NULL };

static const char *const no_calendars[] = { NULL };

/* So many days are named in the preview. */
#define MOST_DAYS 6

static const PlanFormRow update_rows[] = {
  { N_("Work is done up to"), NULL }, { N_("Tasks"), extents }, { N_("Progress"), measures },
};

static const PlanFormRow reschedule_rows[] = { { N_("Unfinished work goes on after"), NULL }, { N_("Tasks"), extents } };

static const PlanFormRow split_rows[] = { { N_("Work stops at"), NULL }, { N_("For a time of"), NULL } };

enum { RECURRING_NAME, RECURRING_DURATION, RECURRING_FIRST, RECURRING_PATTERN, RECURRING_PERIOD, RECURRING_WEEKDAYS, RECURRING_END, RECURRING_CALENDAR, RECURRING_DAYS_OFF };

static const PlanFormRow recurring_rows[] = {
  [RECURRING_NAME] = { N_("Name"), NULL },
  [RECURRING_DURATION] = { N_("Duration"), NULL },
  [RECURRING_FIRST] = { N_("First day"), NULL },
  [RECURRING_PATTERN] = { N_("Repeats"), patterns },
  [RECURRING_PERIOD] = { N_("Every how many days, weeks or months"), NULL },
  [RECURRING_WEEKDAYS] = { N_("Weekdays"), weekdays },
  [RECURRING_END] = { N_("Last day, or how often"), NULL },
  [RECURRING_CALENDAR] = { N_("Task calendar"), no_calendars },
  [RECURRING_DAYS_OFF] = { N_("On a day off"), days_off },
};

static const PlanProject *
get_project (PlanPlanPage *self)
{
  return plan_model_get_project (plan_document_get_model (self->document), self->project);
}

static gboolean
read_date (PlanForm *form, guint row, PlanTicks usual, PlanTicks *at, GError **error)
{
  g_autofree char *text = plan_form_get_text (form, row);

  return plan_date_parse (text, plan_ticks_now (), usual, at, error);
}

/* Shows a form whose first date is the status date, or today. */
static PlanForm *
show_form (PlanPlanPage *self, const char *title, const char *button, const PlanFormRow *rows, guint n_rows, guint date_row, PlanFormApply apply)
{
  const PlanProject *project = get_project (self);
  PlanForm *form;
  g_autofree char *date = NULL;

  if (project == NULL || !plan_sheet_finish_edit (self->sheet))
    return NULL;
  form = plan_form_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), title, button, rows, n_rows);
  date = plan_date_format (project->status_date != PLAN_TICKS_NONE ? project->status_date : plan_ticks_now (), PLAN_DATE_DAY_YEAR);
  plan_form_set_text (form, date_row, date);
  plan_form_set_apply (form, apply, self);
  gtk_window_present (GTK_WINDOW (form));
  return form;
}

/* The selected tasks when they are chosen in the row; none stands for the whole project. */
static GArray *
list_extent (PlanPlanPage *self, PlanForm *form, guint row)
{
  if (plan_form_get_choice (form, row) == 1)
    return plan_row_list_list_selected (self->list);
  return g_array_new (FALSE, FALSE, sizeof (PlanId));
}

static gboolean
apply_update (PlanForm *form, gpointer data, GError **error)
{
  PlanPlanPage *self = data;
  g_autoptr (GArray) tasks = list_extent (self, form, 1);
  PlanTicks date;

  return read_date (form, 0, get_project (self)->default_finish_time, &date, error) &&
         plan_edit_progress_update (self->document, self->project, (const PlanId *) (gpointer) tasks->data, tasks->len, date,
                                    plan_form_get_choice (form, 2) == 1, error);
}

static gboolean
apply_reschedule (PlanForm *form, gpointer data, GError **error)
{
  PlanPlanPage *self = data;
  g_autoptr (GArray) tasks = list_extent (self, form, 1);
  PlanTicks date;

  return read_date (form, 0, get_project (self)->default_finish_time, &date, error) &&
         plan_edit_work_reschedule (self->document, self->project, (const PlanId *) (gpointer) tasks->data, tasks->len, date, error);
}

static const PlanTask *
get_cursor_task (PlanPlanPage *self)
{
  guint row = plan_row_list_get_cursor_row (self->list);

  return row < plan_row_list_get_n (self->list) ? plan_row_list_get_task (self->list, row) : NULL;
}

static gboolean
apply_split (PlanForm *form, gpointer data, GError **error)
{
  PlanPlanPage *self = data;
  const PlanTask *task = get_cursor_task (self);
  g_autofree char *text = plan_form_get_text (form, 1);
  PlanConversion conversion;
  PlanDuration pause;
  PlanTicks at;

  plan_project_get_conversion (get_project (self), &conversion);
  return read_date (form, 0, get_project (self)->default_start_time, &at, error) &&
         plan_duration_parse (text, &conversion, PLAN_UNIT_DAY, &pause, error) &&
         plan_edit_task_split (self->document, task != NULL ? task->id : PLAN_ID_NONE, at, pause.ticks, error);
}

/* A number of times, or a day. */
static gboolean
read_end (PlanForm *form, PlanException *pattern, GError **error)
{
  g_autofree char *text = plan_form_get_text (form, RECURRING_END);
  PlanTicks last;
  gint64 number;

  pattern->finish = PLAN_DAY_NONE;
  if (g_ascii_string_to_signed (text, 10, 1, G_MAXINT16, &number, NULL))
    {
      pattern->occurrences = (gint32) number;
      return TRUE;
    }
  if (!read_date (form, RECURRING_END, 0, &last, error))
    return FALSE;
  pattern->finish = plan_ticks_get_day (last);
  return TRUE;
}

/* Day, weekday and month as those of the first day. */
static void
complete_pattern (PlanForm *form, PlanException *pattern)
{
  static const PlanRecurrence recurrences[] = { PLAN_RECURRENCE_DAILY, PLAN_RECURRENCE_WEEKLY, PLAN_RECURRENCE_MONTHLY_DAY,
                                                PLAN_RECURRENCE_MONTHLY_POSITION, PLAN_RECURRENCE_YEARLY_DAY, PLAN_RECURRENCE_YEARLY_POSITION };
  guint weekday = plan_form_get_choice (form, RECURRING_WEEKDAYS);
  PlanCivil civil;

  plan_day_to_civil (pattern->start, &civil);
  pattern->recurrence = recurrences[MIN (plan_form_get_choice (form, RECURRING_PATTERN), G_N_ELEMENTS (recurrences) - 1)];
  pattern->weekdays = weekday == 0 ? 0 : weekday == 1 ? 31 : 1 << (weekday - 2);
  pattern->month_day = civil.day;
  pattern->month = civil.month;
  pattern->position = (civil.day + 6) / 7;
  pattern->position_item = plan_day_get_weekday (pattern->start);
}

/* The calendars that can be chosen: those that projects share and those of the project. */
static GArray *
list_calendars (PlanPlanPage *self)
{
  const PlanModel *model = plan_document_get_model (self->document);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (PlanId));

  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_CALENDAR); i++)
    {
      const PlanCalendar *calendar = plan_model_get_at (model, PLAN_RECORD_CALENDAR, i);

      if (calendar->base && calendar->name != NULL && *calendar->name != '\0' &&
          (calendar->project == PLAN_ID_NONE || calendar->project == self->project))
        g_array_append_val (ids, calendar->id);
    }
  return ids;
}

static void
offer_calendars (PlanPlanPage *self, PlanForm *form)
{
  const PlanModel *model = plan_document_get_model (self->document);
  g_autoptr (GArray) ids = list_calendars (self);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) choices = NULL;

  g_strv_builder_add (names, C_("calendar of a task", "None"));
  for (guint i = 0; i < ids->len; i++)
    g_strv_builder_add (names, plan_model_get_calendar (model, g_array_index (ids, PlanId, i))->name);
  choices = g_strv_builder_end (names);
  plan_form_set_choices (form, RECURRING_CALENDAR, (const char *const *) choices);
}

/* Pattern, calendar and days off as they stand in the form. */
static gboolean
read_recurring (PlanPlanPage *self, PlanForm *form, PlanNewRecurring *what, GError **error)
{
  g_autofree char *period = plan_form_get_text (form, RECURRING_PERIOD);
  g_autoptr (GArray) calendars = list_calendars (self);
  guint calendar = plan_form_get_choice (form, RECURRING_CALENDAR);
  PlanTicks first;
  gint64 number;

  *what = (PlanNewRecurring) { .time = -1, .days_off = (PlanOccurrence) plan_form_get_choice (form, RECURRING_DAYS_OFF) };
  if (calendar > 0 && calendar <= calendars->len)
    what->calendar = g_array_index (calendars, PlanId, calendar - 1);
  if (!read_date (form, RECURRING_FIRST, 0, &first, error) || !read_end (form, &what->pattern, error))
    return FALSE;
  if (!g_ascii_string_to_signed (period, 10, 1, 1000, &number, NULL))
    {
      g_set_error_literal (error, PLAN_ERROR, PLAN_ERROR_PARSE, _("It can recur every 1 to 1000 days, weeks or months."));
      return FALSE;
    }
  what->pattern.start = plan_ticks_get_day (first);
  what->pattern.period = (gint32) number;
  complete_pattern (form, &what->pattern);
  return TRUE;
}

/* On which days it will be; nothing as long as that cannot be said. */
static char *
preview_recurring (PlanForm *form, gpointer data)
{
  PlanPlanPage *self = data;
  g_autoptr (GArray) days = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  PlanNewRecurring what;

  if (get_project (self) == NULL || !read_recurring (self, form, &what, NULL))
    return NULL;
  days = plan_recurring_list_days (self->document, self->project, &what, NULL);
  if (days == NULL)
    return NULL;
  for (guint i = 0; i < days->len; i++)
    {
      g_autofree char *date = NULL;

      if (days->len > MOST_DAYS && i >= MOST_DAYS - 1 && i + 1 < days->len)
        continue;
      date = plan_date_format (plan_ticks_from_day (g_array_index (days, PlanDay, i), 0),
                               i == 0 || i + 1 == days->len ? PLAN_DATE_LONG : PLAN_DATE_WEEKDAY);
      g_string_append (text, i == 0 ? "" : days->len > MOST_DAYS && i + 1 == days->len ? " … " : C_("list", ", "));
      g_string_append (text, date);
    }
  /* Translators: %1$u is how often a task occurs, %2$s a list of dates */
  return g_strdup_printf (ngettext ("%1$u time: %2$s", "%1$u times: %2$s", days->len), days->len, text->str);
}

static gboolean
apply_recurring (PlanForm *form, gpointer data, GError **error)
{
  PlanPlanPage *self = data;
  const PlanTask *task = get_cursor_task (self);
  g_autofree char *name = plan_form_get_text (form, RECURRING_NAME), *duration = plan_form_get_text (form, RECURRING_DURATION);
  PlanNewRecurring what;

  if (!read_recurring (self, form, &what, error))
    return FALSE;
  what.name = name;
  what.duration = duration;
  return plan_edit_recurring_add (self->document, self->project, task != NULL ? task->id : PLAN_ID_NONE, &what, NULL, error);
}

static void
update_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  show_form (data, _("Update progress"), C_("button", "Update"), update_rows, G_N_ELEMENTS (update_rows), 0, apply_update);
}

static void
reschedule_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  show_form (data, _("Reschedule unfinished work"), C_("button", "Reschedule"), reschedule_rows, G_N_ELEMENTS (reschedule_rows), 0,
             apply_reschedule);
}

/* As people of the language write it: 1 d, 1 天. */
static void
set_one (PlanPlanPage *self, PlanForm *form, guint row, PlanUnit unit)
{
  g_autofree char *text = NULL;
  PlanConversion conversion;

  plan_project_get_conversion (plan_model_get_project (plan_document_get_model (self->document), self->project), &conversion);
  text = plan_duration_format (&(PlanDuration){ plan_unit_get_ticks (unit, &conversion), unit, FALSE }, &conversion);
  plan_form_set_text (form, row, text);
}

static void
split_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlanForm *form = show_form (data, _("Split task"), C_("button", "Split"), split_rows, G_N_ELEMENTS (split_rows), 0, apply_split);

  if (form != NULL)
    set_one (data, form, 1, PLAN_UNIT_DAY);
}

static void
recurring_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlanForm *form = show_form (data, _("Recurring task"), C_("button", "Add"), recurring_rows, G_N_ELEMENTS (recurring_rows), RECURRING_FIRST,
                              apply_recurring);

  if (form == NULL)
    return;
  set_one (data, form, RECURRING_DURATION, PLAN_UNIT_HOUR);
  plan_form_set_text (form, RECURRING_PERIOD, "1");
  plan_form_set_text (form, RECURRING_END, "10");
  plan_form_set_choice (form, RECURRING_PATTERN, 1);
  offer_calendars (data, form);
  plan_form_set_preview (form, preview_recurring);
}

static void
join_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlanPlanPage *self = data;
  const PlanTask *task = plan_sheet_finish_edit (self->sheet) ? get_cursor_task (self) : NULL;
  g_autoptr (GError) error = NULL;

  if (task != NULL && !plan_edit_task_join (self->document, task->id, &error))
    plan_plan_page_tell (self, error->message);
}

static const GActionEntry entries[] = {
  { "update", update_cb },
  { "reschedule", reschedule_cb },
  { "split", split_cb },
  { "join", join_cb },
  { "add-recurring", recurring_cb },
};

/* Adds these actions to the group "task". */
void
plan_plan_page_add_progress_actions (PlanPlanPage *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self->task_actions), entries, G_N_ELEMENTS (entries), self);
}
