/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Edits of a script that make plans of templates. Options and people are written as a person would: "-factory +lab",
 * "pm=Chen Yu; it=Liu Wei".
 */

#include "plan-cli-edit.h"

#include "plan-cli-template.h"

#include "plan-edits-template.h"
#include "plan-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* @options: has room for all of the template */
static gboolean
read_options (const PlanTemplate *template, const char *text, gboolean *options, GError **error)
{
  g_auto (GStrv) words = g_strsplit_set (text, " ,;", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *id = words[i] + (*words[i] == '+' || *words[i] == '-');
      guint number = plan_template_find_option (template, id);

      if (*words[i] == '\0')
        continue;
      if (number == PLAN_TEMPLATE_NONE)
        {
          g_set_error (error, PLAN_ERROR, PLAN_ERROR_NOT_FOUND,
                       /* Translators: %s is what was given as the id of a scope option */
                       _("The template has no option “%s”."), id);
          return FALSE;
        }
      options[number] = *words[i] != '-';
    }
  return TRUE;
}

static gboolean
find_person (PlanCliEdit *self, const char *name, PlanId *id, GError **error)
{
  const PlanModel *model = plan_document_get_model (self->document);

  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_RESOURCE); i++)
    {
      const PlanResource *resource = plan_model_get_at (model, PLAN_RECORD_RESOURCE, i);

      if (g_strcmp0 (resource->name, name) != 0)
        continue;
      *id = resource->id;
      return TRUE;
    }
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_NOT_FOUND,
               /* Translators: %s is what was given as the name of a resource */
               _("The office has no resource “%s”."), name);
  return FALSE;
}

/* @people: has room for all roles of the template */
static gboolean
read_people (PlanCliEdit *self, const PlanTemplate *template, const char *text, PlanId *people, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *name;
      guint role;

      if (*g_strstrip (parts[i]) == '\0')
        continue;
      name = strchr (parts[i], '=');
      if (name != NULL)
        *name++ = '\0';
      role = plan_template_find_role (template, g_strstrip (parts[i]));
      if (name == NULL || role == PLAN_TEMPLATE_NONE)
        {
          g_set_error (error, PLAN_ERROR, PLAN_ERROR_NOT_FOUND,
                       /* Translators: %s is what was given as the id of a role */
                       _("The template has no role “%s”, or it is given no name after “=”."), parts[i]);
          return FALSE;
        }
      if (!find_person (self, g_strstrip (name), &people[role], error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_branch (PlanCliEdit *self, const PlanTemplate *template, guint *branch, GError **error)
{
  const char *id = plan_cli_edit_get_text (self, "branch");

  *branch = id != NULL ? plan_template_find_task (template, id) : PLAN_TEMPLATE_NONE;
  if (id == NULL || *branch != PLAN_TEMPLATE_NONE)
    return TRUE;
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_NOT_FOUND,
               /* Translators: %s is what was given as the id of a task */
               _("The template has no task “%s”."), id);
  return FALSE;
}

static gboolean
read_language (PlanCliEdit *self, PlanLanguage *language, GError **error)
{
  const char *name = plan_cli_edit_get_text (self, "language");

  *language = plan_cli_template_get_language ();
  if (name == NULL || plan_language_find (name, language))
    return TRUE;
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_NOT_FOUND,
               /* Translators: %s is what was given as a language */
               _("Templates are in “en” and “zh”, not in “%s”."), name);
  return FALSE;
}

/* What a request chooses; its lists are freed with it. */
typedef struct
{
  PlanTemplate *template;
  gboolean *options;
  PlanId *people;
  PlanTemplateWish wish;
} Choice;

static void
clear_choice (Choice *self)
{
  g_clear_pointer (&self->template, plan_template_free);
  g_clear_pointer (&self->options, g_free);
  g_clear_pointer (&self->people, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Choice, clear_choice)

static gboolean
read_choice (PlanCliEdit *self, Choice *choice, GError **error)
{
  const char *source, *options = plan_cli_edit_get_text (self, "options"), *people = plan_cli_edit_get_text (self, "people");

  if (!plan_cli_edit_need_text (self, "template", &source, error))
    return FALSE;
  choice->template = plan_cli_template_open (source, error);
  if (choice->template == NULL)
    return FALSE;
  choice->options = g_new0 (gboolean, choice->template->options->len + 1);
  for (guint i = 0; i < choice->template->options->len; i++)
    choice->options[i] = g_array_index (choice->template->options, PlanTemplateOption, i).is_on;
  choice->people = g_new0 (PlanId, choice->template->roles->len + 1);
  choice->wish.options = choice->options;
  choice->wish.people = choice->people;
  return read_language (self, &choice->wish.language, error) &&
         read_branch (self, choice->template, &choice->wish.branch, error) &&
         (options == NULL || read_options (choice->template, options, choice->options, error)) &&
         (people == NULL || read_people (self, choice->template, people, choice->people, error));
}

/* @at: (out): the instant, or none when the member is absent */
static gboolean
read_date (PlanCliEdit *self, const char *member, PlanTicks time, PlanTicks *at, GError **error)
{
  const char *text = plan_cli_edit_get_text (self, member);

  *at = PLAN_TICKS_NONE;
  return text == NULL || plan_date_parse (text, plan_ticks_now (), time, at, error);
}

/**
 * plan_cli_edit_use_template:
 *
 * "template-use": a new project.
 *
 * Returns: whether the edit was made
 */
gboolean
plan_cli_edit_use_template (PlanCliEdit *self, GError **error)
{
  g_auto (Choice) choice = { 0 };
  PlanNewProject what = { .name = plan_cli_edit_get_text (self, "name"), .manager = plan_cli_edit_get_text (self, "manager") };
  PlanProject defaults;
  PlanTicks finish;

  plan_record_init (PLAN_RECORD_PROJECT, &defaults);
  if (!read_choice (self, &choice, error) || !read_date (self, "start", defaults.default_start_time, &what.start, error) ||
      !read_date (self, "finish", defaults.default_finish_time, &finish, error) ||
      (json_object_has_member (self->request, "calendar") &&
       !plan_cli_edit_find (self, PLAN_RECORD_CALENDAR, "calendar", &what.calendar, error)) ||
      !plan_edit_template_use (self->document, choice.template, &choice.wish, &what, finish, &self->added, error))
    return FALSE;
  self->added_record = PLAN_RECORD_PROJECT;
  return TRUE;
}

/**
 * plan_cli_edit_insert_template:
 *
 * "template-insert": rows of an open project.
 *
 * Returns: whether the edit was made
 */
gboolean
plan_cli_edit_insert_template (PlanCliEdit *self, GError **error)
{
  const PlanModel *model = plan_document_get_model (self->document);
  g_auto (Choice) choice = { 0 };
  PlanId project, parent, after;
  PlanTicks start;

  if (!read_choice (self, &choice, error) || !plan_cli_edit_find_project (self, &project, error) ||
      !plan_cli_edit_find_target (self, &parent, &after, error) ||
      !read_date (self, "start", plan_model_get_project (model, project)->default_start_time, &start, error) ||
      !plan_edit_template_insert (self->document, choice.template, &choice.wish, project, parent, after, start,
                                  &self->added, error))
    return FALSE;
  self->added_record = PLAN_RECORD_TASK;
  self->task = self->added;
  return TRUE;
}
