/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Adding and deleting whole projects, and the exceptions of calendars. A project that is the first in its office gets a
 * standard calendar made for it; a deleted project takes along what belongs to it and the calendars that only it used.
 */

#include "plan-edits-private.h"

#include "plan-error.h"

#include <glib/gi18n-lib.h>

/* The first calendar of the office that stands in lists, or none. */
static PlanId
find_office_calendar (const PlanModel *model)
{
  PlanId found = PLAN_ID_NONE;

  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_CALENDAR); i++)
    {
      const PlanCalendar *calendar = plan_model_get_at (model, PLAN_RECORD_CALENDAR, i);

      if (calendar->project == PLAN_ID_NONE && calendar->base && (found == PLAN_ID_NONE || calendar->id < found))
        found = calendar->id;
    }
  return found;
}

static PlanId
add_standard_calendar (PlanBatch *batch, PlanIdSource *ids)
{
  PlanCalendar calendar;
  PlanWeek week;

  plan_record_init (PLAN_RECORD_CALENDAR, &calendar);
  calendar.id = plan_id_source_next (ids);
  calendar.name = C_("calendar", "Standard");
  plan_record_init (PLAN_RECORD_WEEK, &week);
  week.id = plan_id_source_next (ids);
  week.calendar = calendar.id;
  for (guint day = PLAN_MONDAY; day <= PLAN_SUNDAY; day++)
    week.days[day] = day < PLAN_SATURDAY ? PLAN_STANDARD_HOURS : "";
  plan_batch_insert (batch, PLAN_RECORD_CALENDAR, &calendar);
  plan_batch_insert (batch, PLAN_RECORD_WEEK, &week);
  return calendar.id;
}

/*
 * plan_edit_place_project:
 * @project: a new project that the model does not have yet; gets its rank and its colour
 * @index: how many others are added along with it before it
 *
 * Puts the project at the end of the list, with the next colour.
 */
void
plan_edit_place_project (const PlanModel *model, PlanProject *project, guint index)
{
  const gint64 most_colour = plan_field_get (PLAN_FIELD_PROJECT_COLOUR)->max;
  gint64 rank = 0, colour = 0;

  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_PROJECT); i++)
    {
      const PlanProject *other = plan_model_get_at (model, PLAN_RECORD_PROJECT, i);

      rank = MAX (rank, other->rank);
      colour = MAX (colour, other->colour + 1);
    }
  project->rank = rank + PLAN_RANK_GAP * (index + 1);
  project->colour = (gint32) MIN (colour + index, most_colour);
}

static gboolean
check_new (PlanDocument *document, const PlanNewProject *what, GError **error)
{
  if (what->name == NULL || *what->name == '\0')
    {
      g_set_error_literal (error, PLAN_ERROR, PLAN_ERROR_RANGE, _("A project needs a name."));
      return FALSE;
    }
  return (what->programme == PLAN_ID_NONE ||
          plan_edit_require (document, PLAN_RECORD_PROGRAMME, what->programme, error) != NULL) &&
         (what->calendar == PLAN_ID_NONE || plan_edit_require (document, PLAN_RECORD_CALENDAR, what->calendar, error) != NULL);
}

static PlanId
find_or_add_programme (PlanDocument *document, const PlanNewProject *what, PlanBatch *batch)
{
  PlanId programme;

  if (what->new_programme == NULL || *what->new_programme == '\0')
    return what->programme;
  programme = plan_edit_find_programme (plan_document_get_model (document), what->new_programme);
  return programme != PLAN_ID_NONE ? programme : plan_edit_insert_programme (document, what->new_programme, batch);
}

/*
 * plan_edit_init_project:
 * @project: (out): a new project; what it needs is added to the batch, it is not
 *
 * Returns: whether there can be such a project
 */
gboolean
plan_edit_init_project (PlanProject *project, PlanDocument *document, const PlanNewProject *what, PlanBatch *batch, GError **error)
{
  const PlanModel *model = plan_document_get_model (document);
  PlanIdSource *ids = plan_document_get_ids (document);

  if (!check_new (document, what, error))
    return FALSE;
  plan_record_init (PLAN_RECORD_PROJECT, project);
  project->id = plan_id_source_next (ids);
  project->name = what->name;
  project->manager = what->manager != NULL && *what->manager != '\0' ? what->manager : NULL;
  project->created = plan_ticks_now ();
  project->start = what->start != PLAN_TICKS_NONE
                     ? what->start
                     : plan_ticks_from_day (plan_ticks_get_day (project->created), project->default_start_time);
  project->programme = find_or_add_programme (document, what, batch);
  project->calendar = what->calendar != PLAN_ID_NONE ? what->calendar : find_office_calendar (model);
  if (project->calendar == PLAN_ID_NONE)
    project->calendar = add_standard_calendar (batch, ids);
  plan_edit_place_project (model, project, 0);
  return TRUE;
}

/**
 * plan_edit_project_create:
 * @id: (out) (optional): the new project
 *
 * Adds a project without tasks, and the programme and the calendar that it needs.
 *
 * Returns: whether the edit was made
 */
gboolean
plan_edit_project_create (PlanDocument *document, const PlanNewProject *what, PlanId *id, GError **error)
{
  g_autoptr (PlanBatch) batch = plan_batch_new ();
  PlanProject project;

  if (!plan_edit_init_project (&project, document, what, batch, error))
    return FALSE;
  plan_batch_insert (batch, PLAN_RECORD_PROJECT, &project);
  if (!plan_batch_run (batch, document, N_("New project “%s”"), what->name, project.id, error))
    return FALSE;
  if (id != NULL)
    *id = project.id;
  return TRUE;
}

/**
 * plan_edit_project_add:
 * @start: when it starts, or %PLAN_TICKS_NONE for today
 * @id: (out) (optional): the new project
 *
 * Returns: whether the edit was made
 */
gboolean
plan_edit_project_add (PlanDocument *document, const char *name, PlanTicks start, PlanId *id, GError **error)
{
  const PlanNewProject what = { .name = name, .start = start };

  return plan_edit_project_create (document, &what, id, error);
}

/* A calendar of the project goes when nobody else uses it; else it becomes the office's. A calendar that goes may have
 * been the last use of the one it was derived from, so this is asked until nothing more goes. */
static void
add_calendars (const PlanModel *model, PlanId project, GHashTable *owned)
{
  guint n = plan_model_get_n (model, PLAN_RECORD_CALENDAR), before;

  do
    {
      before = g_hash_table_size (owned);
      for (guint i = 0; i < n; i++)
        {
          const PlanCalendar *calendar = plan_model_get_at (model, PLAN_RECORD_CALENDAR, i);

          if (calendar->project == project && !g_hash_table_contains (owned, &calendar->id) && !plan_owned_is_calendar_used (model, calendar, owned))
            g_hash_table_add (owned, (gpointer) &calendar->id);
        }
    }
  while (g_hash_table_size (owned) != before);
}

static void
keep_calendars (const PlanModel *model, PlanId project, GHashTable *owned, PlanBatch *batch)
{
  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_CALENDAR); i++)
    {
      const PlanCalendar *calendar = plan_model_get_at (model, PLAN_RECORD_CALENDAR, i);

      if (calendar->project == project && !g_hash_table_contains (owned, &calendar->id))
        plan_batch_clear (batch, PLAN_FIELD_CALENDAR_PROJECT, calendar->id);
    }
}

/**
 * plan_edit_project_delete:
 *
 * Deletes the project with all that belongs to it. Resources are the office's and stay.
 *
 * Returns: whether the edit was made
 */
gboolean
plan_edit_project_delete (PlanDocument *document, PlanId project, GError **error)
{
  const PlanModel *model = plan_document_get_model (document);
  const PlanProject *record = plan_edit_require (document, PLAN_RECORD_PROJECT, project, error);
  g_autoptr (GHashTable) owned = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (PlanBatch) batch = plan_batch_new ();
  g_autofree char *subject = NULL;

  if (record == NULL)
    return FALSE;
  subject = g_strdup (record->name != NULL ? record->name : "");
  g_hash_table_add (owned, &project);
  plan_owned_complete (model, owned);
  add_calendars (model, project, owned);
  plan_owned_complete (model, owned);
  keep_calendars (model, project, owned, batch);
  plan_owned_delete (model, owned, batch);
  return plan_batch_run (batch, document, N_("Deletion of the project “%s”"), subject, PLAN_ID_NONE, error);
}

static gboolean
check_days (PlanDay first, PlanDay last, GError **error)
{
  if (first <= last)
    return TRUE;
  g_set_error_literal (error, PLAN_ERROR, PLAN_ERROR_RANGE, _("The last day must not be before the first."));
  return FALSE;
}

/**
 * plan_edit_exception_add:
 * @name: (nullable): what it is, as "National Day"
 * @first: the first day; @last: the last day
 * @hours: working hours of each day as in #PlanException; "" for no work
 * @id: (out) (optional): the new exception
 *
 * Returns: whether the edit was made
 */
gboolean
plan_edit_exception_add (PlanDocument *document, PlanId calendar, const char *name, PlanDay first, PlanDay last,
                         const char *hours, PlanId *id, GError **error)
{
  const PlanCalendar *owner = plan_edit_require (document, PLAN_RECORD_CALENDAR, calendar, error);
  g_autoptr (PlanBatch) batch = plan_batch_new ();
  g_autofree char *subject = NULL;
  PlanException exception;

  if (owner == NULL || !check_days (first, last, error))
    return FALSE;
  plan_record_init (PLAN_RECORD_EXCEPTION, &exception);
  exception.id = plan_id_source_next (plan_document_get_ids (document));
  exception.calendar = calendar;
  exception.name = name;
  exception.start = first;
  exception.finish = last;
  exception.hours = hours;
  subject = g_strdup (owner->name != NULL ? owner->name : "");
  plan_batch_insert (batch, PLAN_RECORD_EXCEPTION, &exception);
  if (!plan_batch_run (batch, document, N_("New exception in the calendar “%s”"), subject, owner->project, error))
    return FALSE;
  if (id != NULL)
    *id = exception.id;
  return TRUE;
}

/**
 * plan_edit_exception_delete:
 *
 * Returns: whether the edit was made
 */
gboolean
plan_edit_exception_delete (PlanDocument *document, PlanId exception, GError **error)
{
  const PlanException *record = plan_edit_require (document, PLAN_RECORD_EXCEPTION, exception, error);
  g_autoptr (PlanBatch) batch = plan_batch_new ();
  g_autofree char *subject = NULL;

  if (record == NULL)
    return FALSE;
  subject = g_strdup (record->name != NULL ? record->name : "");
  plan_batch_delete (batch, PLAN_RECORD_EXCEPTION, exception);
  return plan_batch_run (batch, document, N_("Deletion of the exception “%s”"), subject, PLAN_ID_NONE, error);
}
