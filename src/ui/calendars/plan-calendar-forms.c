/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The small windows in which a calendar and its work weeks are made and changed; each is one edit. Exceptions have a file of
 * their own.
 */

#include "plan-calendar-forms.h"

#include "plan-edits.h"
#include "plan-form.h"
#include "plan-project-choices.h"
#include "plan-text-scan.h"

#include <glib/gi18n-lib.h>

/* What a form works on; it goes with the form. */
typedef struct
{
  PlanDocument *document;
  PlanId calendar;
  PlanId week;
  PlanNewCalendar what;
  PlanChoices *choices;
  PlanCalendarDone done;
  gpointer data;
} Asked;

static const char *const no_choices[] = { NULL };

static const char *const days[] = { N_("Monday to Friday"), N_("Every day"), N_("Saturday and Sunday"), N_("Monday"),
                                    N_("Tuesday"),
                                    N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday"), NULL };

static const guint day_masks[] = { 31, 127, 96, 1, 2, 4, 8, 16, 32, 64 };

static const char *const sources[] = { N_("As typed below"), N_("As in the usual week or the base calendar"), NULL };

static const PlanFormRow name_rows[] = { { N_("Name"), NULL } };
static const PlanFormRow person_rows[] = { { N_("Person"), no_choices } };
static const PlanFormRow replacement_rows[] = { { N_("Calendar that takes its place"), no_choices } };
static const PlanFormRow hours_rows[] = { { N_("Weekdays"), days }, { N_("Hours"), sources }, { N_("Working times"), NULL } };
static const PlanFormRow week_rows[] = { { N_("Name"), NULL }, { N_("First day"), NULL }, { N_("Last day"), NULL } };

static void
free_asked (gpointer data)
{
  Asked *self = data;

  g_object_unref (self->document);
  g_clear_pointer (&self->choices, plan_choices_free);
  g_free (self);
}

static void
show_choices (PlanForm *form, const PlanChoices *choices)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < choices->ids->len; i++)
    g_ptr_array_add (names, (gpointer) gtk_string_list_get_string (choices->names, i));
  g_ptr_array_add (names, NULL);
  plan_form_set_choices (form, 0, (const char *const *) names->pdata);
}

static Asked *
show (GtkWindow *parent, PlanDocument *document, const char *title, const char *button, const PlanFormRow *rows, guint n_rows,
      PlanFormApply apply, PlanForm **form)
{
  Asked *self = g_new0 (Asked, 1);

  self->document = g_object_ref (document);
  *form = plan_form_new (parent, title, button, rows, n_rows);
  plan_form_set_apply (*form, apply, self);
  g_object_set_data_full (G_OBJECT (*form), "asked", self, free_asked);
  gtk_window_present (GTK_WINDOW (*form));
  return self;
}

static gboolean
finish (const Asked *self, PlanId calendar)
{
  if (self->done != NULL)
    self->done (calendar, self->data);
  return TRUE;
}

static gboolean
apply_new (PlanForm *form, gpointer data, GError **error)
{
  Asked *self = data;
  g_autofree char *name = plan_form_get_text (form, 0);
  PlanId id;

  self->what.name = name;
  return plan_edit_calendar_add (self->document, &self->what, &id, error) && finish (self, id);
}

/**
 * plan_calendar_ask_new:
 * @what: what it begins with; its years must live as long as the form, its name is offered
 * @done: called when it was made
 */
void
plan_calendar_ask_new (GtkWindow *parent, PlanDocument *document, const PlanNewCalendar *what, PlanCalendarDone done,
                       gpointer data)
{
  PlanForm *form;
  Asked *self = show (parent, document, _("New calendar"), C_("button", "Add"), name_rows, G_N_ELEMENTS (name_rows),
                      apply_new, &form);

  self->what = *what;
  self->done = done;
  self->data = data;
  plan_form_set_text (form, 0, what->name);
}

static gboolean
apply_copy (PlanForm *form, gpointer data, GError **error)
{
  Asked *self = data;
  g_autofree char *name = plan_form_get_text (form, 0);
  PlanId id;

  return plan_edit_calendar_copy (self->document, self->calendar, name, &id, error) && finish (self, id);
}

/**
 * plan_calendar_ask_copy:
 */
void
plan_calendar_ask_copy (GtkWindow *parent, PlanDocument *document, PlanId calendar, PlanCalendarDone done, gpointer data)
{
  const PlanCalendar *record = plan_model_get_calendar (plan_document_get_model (document), calendar);
  /* Translators: name of the copy of a calendar; %s is the name of that calendar */
  g_autofree char *name = g_strdup_printf (_("Copy of %s"), record->name != NULL ? record->name : "");
  PlanForm *form;
  Asked *self = show (parent, document, _("Copy of the calendar"), C_("button", "Copy"), name_rows,
                      G_N_ELEMENTS (name_rows), apply_copy, &form);

  self->calendar = calendar;
  self->done = done;
  self->data = data;
  plan_form_set_text (form, 0, name);
}

static gboolean
apply_person (PlanForm *form, gpointer data, GError **error)
{
  Asked *self = data;
  PlanId person = plan_choices_get (self->choices, plan_form_get_choice (form, 0)), id;

  return plan_edit_resource_own_calendar (self->document, person, &id, error) && finish (self, id);
}

/**
 * plan_calendar_ask_person:
 *
 * Asks for a person who then has a calendar of their own.
 */
void
plan_calendar_ask_person (GtkWindow *parent, PlanDocument *document, PlanCalendarDone done, gpointer data)
{
  const PlanModel *model = plan_document_get_model (document);
  PlanForm *form;
  Asked *self = show (parent, document, _("Calendar of a person"), C_("button", "Show"), person_rows,
                      G_N_ELEMENTS (person_rows), apply_person, &form);

  self->done = done;
  self->data = data;
  self->choices = plan_choices_new ();
  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_RESOURCE); i++)
    {
      const PlanResource *resource = plan_model_get_at (model, PLAN_RECORD_RESOURCE, i);

      if (resource->type == PLAN_RESOURCE_WORK)
        plan_choices_add (self->choices, resource->id, resource->name != NULL ? resource->name : "");
    }
  show_choices (form, self->choices);
}

static gboolean
apply_replacement (PlanForm *form, gpointer data, GError **error)
{
  Asked *self = data;
  PlanId replacement = plan_choices_get (self->choices, plan_form_get_choice (form, 0));

  return plan_edit_calendar_delete (self->document, self->calendar, replacement, error) && finish (self, replacement);
}

/**
 * plan_calendar_ask_replacement:
 *
 * Deletes a calendar that is used after asking which one takes its place.
 */
void
plan_calendar_ask_replacement (GtkWindow *parent, PlanDocument *document, PlanId calendar, PlanCalendarDone done, gpointer data)
{
  const PlanModel *model = plan_document_get_model (document);
  g_autoptr (PlanChoices) all = plan_choices_new_calendars (model, PLAN_ID_NONE);
  PlanForm *form;
  Asked *self = show (parent, document, _("Delete the calendar"), C_("button", "Delete"), replacement_rows,
                      G_N_ELEMENTS (replacement_rows),
                      apply_replacement, &form);

  self->calendar = calendar;
  self->done = done;
  self->data = data;
  self->choices = plan_choices_new ();
  for (guint i = 0; i < all->ids->len; i++)
    if (plan_choices_get (all, i) != calendar)
      plan_choices_add (self->choices, plan_choices_get (all, i), gtk_string_list_get_string (all->names, i));
  show_choices (form, self->choices);
}

static gboolean
apply_hours (PlanForm *form, gpointer data, GError **error)
{
  Asked *self = data;
  g_autofree char *text = plan_form_get_text (form, 2);
  guint choice = MIN (plan_form_get_choice (form, 0), G_N_ELEMENTS (day_masks) - 1);

  return plan_edit_calendar_set_hours (self->document, self->calendar, self->week, day_masks[choice],
                                       plan_form_get_choice (form, 1) == 0 ? text : NULL, error);
}

/**
 * plan_calendar_ask_hours:
 * @week: a work week of the calendar, or %PLAN_ID_NONE for its usual week
 */
void
plan_calendar_ask_hours (GtkWindow *parent, PlanDocument *document, PlanId calendar, PlanId week)
{
  PlanForm *form;
  Asked *self = show (parent, document, _("Working times"), C_("button", "Set"), hours_rows, G_N_ELEMENTS (hours_rows),
                      apply_hours, &form);

  self->calendar = calendar;
  self->week = week;
  plan_form_set_text (form, 2, "8:00–12:00; 13:00–17:00");
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

static gboolean
apply_week (PlanForm *form, gpointer data, GError **error)
{
  Asked *self = data;
  g_autofree char *name = plan_form_get_text (form, 0);
  PlanDay first, last;

  if (!read_day (form, 1, &first, error) || !read_day (form, 2, &last, error))
    return FALSE;
  return self->week != PLAN_ID_NONE ? plan_edit_week_set (self->document, self->week, name, first, last, error)
                                    : plan_edit_week_add (self->document, self->calendar, name, first, last, NULL, error);
}

/**
 * plan_calendar_ask_week:
 * @week: the work week that is changed, or %PLAN_ID_NONE for a new one
 * @first: the first day that is offered; @last: the last one
 */
void
plan_calendar_ask_week (GtkWindow *parent, PlanDocument *document, PlanId calendar, PlanId week, PlanDay first, PlanDay last)
{
  const PlanWeek *record = week != PLAN_ID_NONE ? plan_calendar_find_week (plan_document_get_model (document),
                                                                           calendar, week) : NULL;
  g_autofree char *from = plan_date_format (plan_ticks_from_day (record != NULL ? record->start : first, 0), PLAN_DATE_DAY_YEAR);
  g_autofree char *to = plan_date_format (plan_ticks_from_day (record != NULL ? record->finish : last, 0), PLAN_DATE_DAY_YEAR);
  PlanForm *form;
  Asked *self = show (parent, document, record != NULL ? _("Work week") : _("New work week"), record != NULL
                      ? C_("button", "Change") : C_("button", "Add"),
                      week_rows, G_N_ELEMENTS (week_rows), apply_week, &form);

  self->calendar = calendar;
  self->week = week;
  plan_form_set_text (form, 0, record != NULL && record->name != NULL ? record->name : _("Work week"));
  plan_form_set_text (form, 1, from);
  plan_form_set_text (form, 2, to);
}
