/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * In which order people see the projects of an office: programme by programme, then projects of none, then archived ones;
 * all of them, or those that fit some words.
 */

#include "plan-project-groups.h"

#include "plan-outline.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
free_group (gpointer data)
{
  PlanProjectGroup *group = data;

  g_free (group->title);
  g_array_unref (group->projects);
  g_free (group);
}

static PlanProjectGroup *
add_group (GPtrArray *groups, PlanId key, const char *title)
{
  PlanProjectGroup *group = g_new0 (PlanProjectGroup, 1);

  group->key = key;
  group->title = g_strdup (title);
  group->projects = g_array_new (FALSE, FALSE, sizeof (PlanId));
  g_ptr_array_add (groups, group);
  return group;
}

static int
compare_programmes (gconstpointer a, gconstpointer b)
{
  const PlanProgramme *x = *(const PlanProgramme *const *) a, *y = *(const PlanProgramme *const *) b;

  if (x->rank != y->rank)
    return x->rank < y->rank ? -1 : 1;
  return x->id < y->id ? -1 : x->id > y->id;
}

static void
add_programmes (GPtrArray *groups, const PlanModel *model)
{
  g_autoptr (GPtrArray) programmes = g_ptr_array_new ();

  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_PROGRAMME); i++)
    g_ptr_array_add (programmes, (gpointer) plan_model_get_at (model, PLAN_RECORD_PROGRAMME, i));
  g_ptr_array_sort (programmes, compare_programmes);
  for (guint i = 0; i < programmes->len; i++)
    {
      const PlanProgramme *programme = programmes->pdata[i];

      add_group (groups, programme->id, programme->name != NULL ? programme->name : "");
    }
}

static PlanProjectGroup *
find_group (GPtrArray *groups, const PlanProject *project)
{
  PlanId key = project->archived ? PLAN_GROUP_CLOSED : project->programme;

  for (guint i = 0; i < groups->len; i++)
    if (((PlanProjectGroup *) groups->pdata[i])->key == key)
      return groups->pdata[i];
  return groups->pdata[groups->len - 2];
}

static gboolean
contains (const char *text, const char *folded)
{
  g_autofree char *own = text != NULL ? g_utf8_casefold (text, -1) : NULL;

  return own != NULL && strstr (own, folded) != NULL;
}

/* Whether a project has the words in its name, its code, its manager or its programme. */
static gboolean
fits (const PlanModel *model, const PlanProject *project, const char *folded)
{
  const PlanProgramme *programme = plan_model_lookup (model, PLAN_RECORD_PROGRAMME, project->programme);

  return contains (project->name, folded) || contains (project->code, folded) || contains (project->manager, folded) ||
         (programme != NULL && contains (programme->name, folded));
}

static void
drop_empty (GPtrArray *groups, gboolean filtered)
{
  for (guint i = groups->len; i-- > 0;)
    {
      const PlanProjectGroup *group = groups->pdata[i];
      gboolean is_programme = group->key != PLAN_ID_NONE && group->key != PLAN_GROUP_CLOSED;

      if (group->projects->len == 0 && (filtered || !is_programme))
        g_ptr_array_remove_index (groups, i);
    }
}

/**
 * plan_project_groups_new:
 * @words: (nullable): what projects have in their name, code, manager or programme; %NULL or "" for all
 *
 * Returns: (transfer full) (element-type PlanProjectGroup): the groups in order; programmes without projects are among
 *   them unless there are words
 */
GPtrArray *
plan_project_groups_new (const PlanModel *model, const char *words)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (free_group);
  g_autoptr (GArray) ids = plan_model_list_projects (model);
  g_autofree char *folded = g_utf8_casefold (words != NULL ? words : "", -1);
  gboolean has_programmes = plan_model_get_n (model, PLAN_RECORD_PROGRAMME) > 0;

  g_strstrip (folded);
  add_programmes (groups, model);
  add_group (groups, PLAN_ID_NONE, has_programmes ? C_("group of projects", "Other projects") : NULL);
  add_group (groups, PLAN_GROUP_CLOSED, C_("group of projects", "Closed"));
  for (guint i = 0; i < ids->len; i++)
    {
      const PlanProject *project = plan_model_get_project (model, g_array_index (ids, PlanId, i));

      if (fits (model, project, folded))
        g_array_append_val (find_group (groups, project)->projects, project->id);
    }
  drop_empty (groups, *folded != '\0');
  return groups;
}

/**
 * plan_project_groups_need_update:
 * @filtered: whether the groups were made for some words
 *
 * Returns: whether the groups may be others after these changes
 */
gboolean
plan_project_groups_need_update (const PlanChangeSet *changes, gboolean filtered)
{
  guint n = plan_change_set_get_n (changes);

  for (guint i = 0; i < n; i++)
    {
      PlanChange change;

      plan_change_set_get (changes, i, &change);
      if (change.record == PLAN_RECORD_PROGRAMME)
        return TRUE;
      if (change.record != PLAN_RECORD_PROJECT)
        continue;
      if (change.op != PLAN_CHANGE_UPDATE || change.field == PLAN_FIELD_PROJECT_NAME ||
          change.field == PLAN_FIELD_PROJECT_RANK || change.field == PLAN_FIELD_PROJECT_PROGRAMME ||
          change.field == PLAN_FIELD_PROJECT_ARCHIVED)
        return TRUE;
      if (filtered && (change.field == PLAN_FIELD_PROJECT_CODE || change.field == PLAN_FIELD_PROJECT_MANAGER))
        return TRUE;
    }
  return FALSE;
}
