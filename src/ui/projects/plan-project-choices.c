/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be chosen for a project: programmes, calendars, and the people that the office names.
 */

#include "plan-project-choices.h"

#include "plan-project-groups.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * plan_choices_new:
 *
 * Returns: (transfer full): nothing to choose from yet
 */
PlanChoices *
plan_choices_new (void)
{
  PlanChoices *self = g_new (PlanChoices, 1);

  self->ids = g_array_new (FALSE, FALSE, sizeof (PlanId));
  self->names = gtk_string_list_new (NULL);
  return self;
}

/**
 * plan_choices_new_programmes:
 *
 * Returns: (transfer full): no programme, then the programmes in their order
 */
PlanChoices *
plan_choices_new_programmes (const PlanModel *model)
{
  PlanChoices *self = plan_choices_new ();
  g_autoptr (GPtrArray) groups = plan_project_groups_new (model, NULL);

  plan_choices_add (self, PLAN_ID_NONE, _("No programme"));
  for (guint i = 0; i < groups->len; i++)
    {
      const PlanProjectGroup *group = groups->pdata[i];

      if (group->key != PLAN_ID_NONE && group->key != PLAN_GROUP_CLOSED)
        plan_choices_add (self, group->key, group->title);
    }
  return self;
}

static int
compare_calendars (gconstpointer a, gconstpointer b)
{
  const PlanCalendar *x = *(const PlanCalendar *const *) a, *y = *(const PlanCalendar *const *) b;

  return x->id < y->id ? -1 : x->id > y->id;
}

/**
 * plan_choices_new_calendars:
 * @project: the project whose own calendars are among them, or %PLAN_ID_NONE
 *
 * Returns: (transfer full): the calendars, the oldest first
 */
PlanChoices *
plan_choices_new_calendars (const PlanModel *model, PlanId project)
{
  PlanChoices *self = plan_choices_new ();
  g_autoptr (GPtrArray) calendars = g_ptr_array_new ();

  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_CALENDAR); i++)
    {
      const PlanCalendar *calendar = plan_model_get_at (model, PLAN_RECORD_CALENDAR, i);

      if (calendar->base && (calendar->project == PLAN_ID_NONE || calendar->project == project))
        g_ptr_array_add (calendars, (gpointer) calendar);
    }
  g_ptr_array_sort (calendars, compare_calendars);
  for (guint i = 0; i < calendars->len; i++)
    {
      const PlanCalendar *calendar = calendars->pdata[i];

      plan_choices_add (self, calendar->id, calendar->name != NULL ? calendar->name : "");
    }
  return self;
}

/**
 * plan_choices_free:
 */
void
plan_choices_free (PlanChoices *self)
{
  g_array_unref (self->ids);
  g_object_unref (self->names);
  g_free (self);
}

/**
 * plan_choices_add:
 *
 * Appends a choice.
 */
void
plan_choices_add (PlanChoices *self, PlanId id, const char *name)
{
  g_array_append_val (self->ids, id);
  gtk_string_list_append (self->names, name);
}

/**
 * plan_choices_get:
 *
 * Returns: what the choice stands for; %PLAN_ID_NONE when there is no such choice
 */
PlanId
plan_choices_get (const PlanChoices *self, guint index)
{
  return index < self->ids->len ? g_array_index (self->ids, PlanId, index) : PLAN_ID_NONE;
}

/**
 * plan_choices_find:
 *
 * Returns: the choice that stands for it, or %GTK_INVALID_LIST_POSITION
 */
guint
plan_choices_find (const PlanChoices *self, PlanId id)
{
  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, PlanId, i) == id)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

/**
 * plan_choices_equal:
 *
 * Returns: whether both offer the same
 */
gboolean
plan_choices_equal (const PlanChoices *a, const PlanChoices *b)
{
  if (a->ids->len != b->ids->len)
    return FALSE;
  for (guint i = 0; i < a->ids->len; i++)
    if (plan_choices_get (a, i) != plan_choices_get (b, i) ||
        strcmp (gtk_string_list_get_string (a->names, i), gtk_string_list_get_string (b->names, i)) != 0)
      return FALSE;
  return TRUE;
}

static void
add_person (GPtrArray *names, const char *name)
{
  if (name != NULL && *name != '\0' && !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
    g_ptr_array_add (names, (gpointer) name);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

/**
 * plan_model_list_people:
 *
 * Returns: (transfer full) (element-type utf8): the names of those who lead or sponsor a project and of people that work,
 *   each once; valid until the next edit
 */
GPtrArray *
plan_model_list_people (const PlanModel *model)
{
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_PROJECT); i++)
    {
      const PlanProject *project = plan_model_get_at (model, PLAN_RECORD_PROJECT, i);

      add_person (names, project->manager);
      add_person (names, project->sponsor);
    }
  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_RESOURCE); i++)
    {
      const PlanResource *resource = plan_model_get_at (model, PLAN_RECORD_RESOURCE, i);

      if (resource->type == PLAN_RESOURCE_WORK)
        add_person (names, resource->name);
    }
  g_ptr_array_sort (names, compare_names);
  return names;
}
