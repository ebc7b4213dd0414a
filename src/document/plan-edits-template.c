/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A project made of a template, and a template or one of its branches put into a plan; each is one edit. The records come
 * from plan_template_use(); here they get their place in the office, with the people and calendars that are there.
 */

#include "plan-edits-template.h"

#include "plan-edits-place.h"
#include "plan-edits-private.h"

#include "plan-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Names of calendars are data, so they are in the language of the template. */
static const struct
{
  PlanBilingual name;
  guint n_days;
} calendars[] = {
  [PLAN_TEMPLATE_STANDARD] = { { { NULL } }, 5 },
  [PLAN_TEMPLATE_SIX_DAY] = { { { "Six-day week", "六天工作制" } }, 6 },
  [PLAN_TEMPLATE_SEVEN_DAY] = { { { "Seven-day week", "七天工作制" } }, 7 },
};

/* A calendar that was made for the same before. */
static PlanId
find_calendar (const PlanModel *model, PlanId parent, const char *name)
{
  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_CALENDAR); i++)
    {
      const PlanCalendar *calendar = plan_model_get_at (model, PLAN_RECORD_CALENDAR, i);

      if (calendar->base && calendar->parent == parent && calendar->project == PLAN_ID_NONE &&
          g_strcmp0 (calendar->name, name) == 0)
        return calendar->id;
    }
  return PLAN_ID_NONE;
}

/* The hours of a Friday in the normal week of the calendar, where it says them itself. */
static const char *
find_hours (const PlanModel *model, PlanId calendar)
{
  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_WEEK); i++)
    {
      const PlanWeek *week = plan_model_get_at (model, PLAN_RECORD_WEEK, i);

      const char *hours = week->days[PLAN_FRIDAY];

      if (week->calendar == calendar && week->start == PLAN_DAY_NONE && hours != NULL && *hours != '\0')
        return hours;
    }
  return PLAN_STANDARD_HOURS;
}

/* Holidays stay those of the calendar that it is derived from. */
static PlanId
add_calendar (PlanDocument *document, PlanBatch *batch, PlanId parent, const char *name, guint n_days)
{
  PlanIdSource *ids = plan_document_get_ids (document);
  PlanCalendar calendar;
  PlanWeek week;

  plan_record_init (PLAN_RECORD_CALENDAR, &calendar);
  calendar.id = plan_id_source_next (ids);
  calendar.parent = parent;
  calendar.name = name;
  plan_record_init (PLAN_RECORD_WEEK, &week);
  week.id = plan_id_source_next (ids);
  week.calendar = calendar.id;
  for (guint day = PLAN_SATURDAY; day < n_days; day++)
    week.days[day] = find_hours (plan_document_get_model (document), parent);
  plan_batch_insert (batch, PLAN_RECORD_CALENDAR, &calendar);
  plan_batch_insert (batch, PLAN_RECORD_WEEK, &week);
  return calendar.id;
}

/* Who chose a calendar knows which days are worked on. */
static void
fit_calendar (PlanDocument *document, PlanBatch *batch, PlanProject *project, const PlanTemplate *template, PlanLanguage language)
{
  const char *name = calendars[template->calendar].name.texts[language];
  guint n_days = calendars[template->calendar].n_days;
  PlanId found;

  if (template->calendar == PLAN_TEMPLATE_STANDARD)
    return;
  found = find_calendar (plan_document_get_model (document), project->calendar, name);
  project->minutes_per_week = n_days * project->minutes_per_day;
  project->calendar = found != PLAN_ID_NONE ? found : add_calendar (document, batch, project->calendar, name, n_days);
}

static char *
list_options (const PlanTemplate *template, const gboolean *options)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < template->options->len; i++)
    {
      const PlanTemplateOption *option = &g_array_index (template->options, PlanTemplateOption, i);

      if (options != NULL ? options[i] : option->is_on)
        g_string_append_printf (text, text->len > 0 ? " %s" : "%s", option->id);
    }
  return g_string_free (text, text->len == 0);
}

/* Generic resources of that name are shared by all projects of the office. */
static PlanId
find_generic (const PlanModel *model, const char *name)
{
  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_RESOURCE); i++)
    {
      const PlanResource *resource = plan_model_get_at (model, PLAN_RECORD_RESOURCE, i);

      if (resource->generic && resource->type == PLAN_RESOURCE_WORK && g_strcmp0 (resource->name, name) == 0)
        return resource->id;
    }
  return PLAN_ID_NONE;
}

/* Returns: by role, who takes it; NULL with an error when somebody is not in the office or cannot work */
static PlanId *
find_people (PlanDocument *document, const PlanTemplate *template, const PlanTemplateWish *wish, GError **error)
{
  const PlanModel *model = plan_document_get_model (document);
  g_autofree PlanId *people = g_new0 (PlanId, template->roles->len + 1);

  for (guint i = 0; i < template->roles->len; i++)
    {
      const PlanTemplateRole *role = &g_array_index (template->roles, PlanTemplateRole, i);
      PlanId wished = wish->people != NULL ? wish->people[i] : PLAN_ID_NONE;
      const PlanResource *person;

      people[i] = wished != PLAN_ID_NONE ? wished : find_generic (model, plan_bilingual_get (&role->name, wish->language));
      if (wished == PLAN_ID_NONE)
        continue;
      person = plan_edit_require (document, PLAN_RECORD_RESOURCE, wished, error);
      if (person == NULL)
        return NULL;
      if (person->type != PLAN_RESOURCE_WORK)
        {
          g_set_error (error, PLAN_ERROR, PLAN_ERROR_RULE,
                       /* Translators: %s is the name of a resource */
                       _("“%s” is no person or machine and cannot take a role."), person->name != NULL ? person->name : "");
          return NULL;
        }
    }
  return g_steal_pointer (&people);
}

static PlanModel *
make_records (PlanDocument *document, const PlanTemplate *template, const PlanTemplateWish *wish, const PlanProject *project,
              GError **error)
{
  g_autofree PlanId *people = find_people (document, template, wish, error);
  const PlanTemplateUse use = { project, wish->language, wish->options, wish->branch, people, plan_ticks_now () };
  g_autoptr (PlanModel) records = NULL;

  if (people == NULL)
    return NULL;
  records = plan_template_use (template, &use, plan_document_get_ids (document));
  if (plan_model_get_n (records, PLAN_RECORD_TASK) > 0)
    return g_steal_pointer (&records);
  g_set_error_literal (error, PLAN_ERROR, PLAN_ERROR_RULE, _("With these scope options nothing of the template is left."));
  return NULL;
}

static void
insert_tasks (PlanBatch *batch, const PlanModel *records)
{
  for (guint i = 0; i < plan_model_get_n (records, PLAN_RECORD_TASK); i++)
    {
      PlanTask task = *plan_model_get_task_at (records, i);

      task.rank *= PLAN_RANK_GAP;
      plan_batch_insert (batch, PLAN_RECORD_TASK, &task);
    }
}

static void
insert_others (PlanDocument *document, PlanBatch *batch, const PlanModel *records)
{
  PlanResource placed;

  for (guint i = 0; i < plan_model_get_n (records, PLAN_RECORD_LINK); i++)
    plan_batch_insert (batch, PLAN_RECORD_LINK, plan_model_get_link_at (records, i));
  plan_edit_init_resource (&placed, document, NULL, PLAN_RESOURCE_WORK);
  for (guint i = 0; i < plan_model_get_n (records, PLAN_RECORD_RESOURCE); i++)
    {
      PlanResource resource = *(const PlanResource *) plan_model_get_at (records, PLAN_RECORD_RESOURCE, i);

      resource.rank = placed.rank + PLAN_RANK_GAP * i;
      plan_batch_insert (batch, PLAN_RECORD_RESOURCE, &resource);
    }
  for (guint i = 0; i < plan_model_get_n (records, PLAN_RECORD_ASSIGNMENT); i++)
    plan_batch_insert (batch, PLAN_RECORD_ASSIGNMENT, plan_model_get_assignment_at (records, i));
}

/**
 * plan_edit_template_use:
 * @what: the new project; its name may be %NULL for that of the template
 * @finish: the instant by which it has to be done, or %PLAN_TICKS_NONE when it is planned from the start of @what
 * @id: (out) (optional): the new project
 *
 * Makes a project of the template: rows with their notes, links, gates as milestones, and roles taken by people or by
 * generic resources. The project remembers the template, its version and the options, each task the task that it was made
 * of. Without a calendar in @what, it works as many days a week as the template says.
 *
 * Returns: whether the edit was made
 */
gboolean
plan_edit_template_use (PlanDocument *document, const PlanTemplate *template, const PlanTemplateWish *wish,
                        const PlanNewProject *what, PlanTicks finish, PlanId *id, GError **error)
{
  g_autofree char *notes = plan_template_write_summary (template, wish->language);
  g_autofree char *options = list_options (template, wish->options);
  g_autoptr (PlanBatch) batch = plan_batch_new ();
  g_autoptr (PlanModel) records = NULL;
  PlanNewProject named = *what;
  PlanProject project;

  if (named.name == NULL || *named.name == '\0')
    named.name = plan_bilingual_get (&template->name, wish->language);
  if (!plan_edit_init_project (&project, document, &named, batch, error))
    return FALSE;
  if (named.calendar == PLAN_ID_NONE)
    fit_calendar (document, batch, &project, template, wish->language);
  if (finish != PLAN_TICKS_NONE)
    {
      project.schedule_from = PLAN_SCHEDULE_FROM_FINISH;
      project.finish = finish;
    }
  project.notes = notes;
  project.template = template->id;
  project.template_version = template->version;
  project.template_options = options;
  records = make_records (document, template, wish, &project, error);
  if (records == NULL)
    return FALSE;
  plan_batch_insert (batch, PLAN_RECORD_PROJECT, &project);
  insert_tasks (batch, records);
  insert_others (document, batch, records);
  if (!plan_batch_run (batch, document, N_("New project “%s” from a template"), named.name, project.id, error))
    return FALSE;
  if (id != NULL)
    *id = project.id;
  return TRUE;
}

/* The whole template goes below a row of its own, which has its name. */
static guint
put_root (PlanPlaces *places, PlanTask *root, PlanDocument *document, const PlanProject *project, const PlanTemplate *template,
          PlanLanguage language)
{
  plan_edit_init_task (root, project);
  root->id = plan_id_source_next (plan_document_get_ids (document));
  root->name = plan_bilingual_get (&template->name, language);
  root->template_task = template->id;
  root->manual = FALSE;
  root->estimated = FALSE;
  return plan_places_add (places, root);
}

/* Tasks that wait for nothing in the template begin then. */
static void
hold_start (PlanTask *task, const PlanModel *records, PlanTicks start)
{
  for (guint i = 0; i < plan_model_get_n (records, PLAN_RECORD_TASK); i++)
    if (plan_model_get_task_at (records, i)->parent == task->id)
      return;
  for (guint i = 0; i < plan_model_get_n (records, PLAN_RECORD_LINK); i++)
    if (plan_model_get_link_at (records, i)->successor == task->id)
      return;
  task->constraint = PLAN_CONSTRAINT_SNET;
  task->constraint_date = start;
}

/* Puts the rows in their order; those without a parent among them go below @parent, behind @after. */
static void
put_rows (PlanPlaces *places, const PlanModel *records, guint parent, guint after, PlanTicks start)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < plan_model_get_n (records, PLAN_RECORD_TASK); i++)
    {
      const PlanTask *from = plan_model_get_task_at (records, i);
      gpointer summary = from->parent != PLAN_ID_NONE ? g_hash_table_lookup (numbers, &from->parent) : NULL;
      PlanTask task = *from;
      guint number;

      if (start != PLAN_TICKS_NONE)
        hold_start (&task, records, start);
      number = plan_places_add (places, &task);
      g_hash_table_insert (numbers, (gpointer) &from->id, GUINT_TO_POINTER (number));
      if (summary != NULL)
        plan_places_put (places, number, GPOINTER_TO_UINT (summary), plan_places_get (places, GPOINTER_TO_UINT (summary))->last);
      else
        {
          plan_places_put (places, number, parent, after);
          after = number;
        }
    }
}

/**
 * plan_edit_template_insert:
 * @parent: the summary task below which it goes, or %PLAN_ID_NONE for the top of the project
 * @after: a task below @parent, or %PLAN_ID_NONE for the first place
 * @start: the tasks that wait for no other of the template start no earlier, or %PLAN_TICKS_NONE
 * @id: (out) (optional): the row that holds what was inserted
 *
 * Puts the template, or the branch that is chosen, into a project as rows below one row.
 *
 * Returns: whether the edit was made
 */
gboolean
plan_edit_template_insert (PlanDocument *document, const PlanTemplate *template, const PlanTemplateWish *wish,
                           PlanId project, PlanId parent, PlanId after, PlanTicks start, PlanId *id, GError **error)
{
  const PlanProject *record = plan_edit_require (document, PLAN_RECORD_PROJECT, project, error);
  gboolean whole = wish->branch == PLAN_TEMPLATE_NONE;
  const PlanBilingual *name = whole ? &template->name : &plan_template_get_task (template, wish->branch)->name;
  g_autoptr (PlanBatch) batch = plan_batch_new ();
  g_autoptr (PlanPlaces) places = NULL;
  g_autoptr (PlanModel) records = NULL;
  guint summary, previous;
  PlanTask root;

  if (record == NULL || !plan_edit_check_target (document, project, parent, after, error))
    return FALSE;
  records = make_records (document, template, wish, record, error);
  if (records == NULL)
    return FALSE;
  places = plan_places_new (document, project);
  summary = plan_places_find (places, parent);
  previous = plan_places_find (places, after);
  root.id = plan_model_get_task_at (records, 0)->id;
  if (whole)
    {
      guint number = put_root (places, &root, document, record, template, wish->language);

      plan_places_put (places, number, summary, previous);
      summary = number;
      previous = PLAN_PLACE_NONE;
    }
  put_rows (places, records, summary, previous, start);
  plan_places_write (places, batch);
  insert_others (document, batch, records);
  if (!plan_batch_run (batch, document, N_("Insertion of the template “%s”"),
                       plan_bilingual_get (name, wish->language), project, error))
    return FALSE;
  if (id != NULL)
    *id = root.id;
  return TRUE;
}
