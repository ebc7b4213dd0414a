/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The actions project.* and programme.*: what is done with the project that is shown, and with the programmes of the list.
 */

#include "plan-window-private.h"

#include "plan-edits.h"
#include "plan-name-popover.h"
#include "plan-project-groups.h"
#include "plan-project-information.h"
#include "plan-project-page.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  PlanWindow *window;
  PlanNameEdit edit;
  PlanId id;
} Naming;

static gboolean
rename_project (PlanDocument *document, PlanId id, const char *name, GError **error)
{
  return plan_edit_set_text (document, PLAN_FIELD_PROJECT_NAME, id, name, error);
}

static gboolean
take_name (const char *name, gpointer data, GError **error)
{
  const Naming *naming = data;

  return naming->edit (naming->window->document, naming->id, name, error);
}

static void
drop_name_popover (PlanWindow *self)
{
  if (self->name_popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->name_popover));
  self->name_popover = NULL;
}

/* Asks for a name beside a row of a list, or below the title when the list cannot be seen. */
void
plan_window_ask_name (PlanWindow *self, GtkWidget *row, const char *title, const char *name, PlanNameEdit edit, gint64 id)
{
  GtkWidget *anchor = row != NULL && gtk_widget_get_mapped (row) ? row : GTK_WIDGET (self->switcher);
  const Naming naming = { self, edit, id };
  graphene_rect_t bounds;

  drop_name_popover (self);
  self->name_popover = plan_name_popover_new (title, name, take_name, g_memdup2 (&naming, sizeof naming), g_free);
  gtk_widget_set_parent (GTK_WIDGET (self->name_popover), GTK_WIDGET (self));
  if (gtk_widget_compute_bounds (anchor, GTK_WIDGET (self), &bounds))
    gtk_popover_set_pointing_to (self->name_popover, &(GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y,
                                                                     (int) bounds.size.width, (int) bounds.size.height });
  gtk_popover_popup (self->name_popover);
}

static const PlanProject *
get_project (PlanWindow *self)
{
  return plan_model_get_project (plan_document_get_model (self->document), self->project);
}

static const PlanProgramme *
get_programme (PlanWindow *self, PlanId programme)
{
  return plan_model_lookup (plan_document_get_model (self->document), PLAN_RECORD_PROGRAMME, programme);
}

static void
show_plan_cb (PlanWindow *self)
{
  plan_window_show_view (self, "plan");
  plan_window_focus_view (self);
}

static void
new_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlanWindow *self = data;
  GtkWindow *page = plan_project_page_new (GTK_WINDOW (self), self->document, self->project);

  /* The first task can be typed at once. */
  g_signal_connect_object (page, "created", G_CALLBACK (show_plan_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (page);
}

static void
information_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlanWindow *self = data;

  gtk_window_present (plan_project_information_new (GTK_WINDOW (self), self->document, self->project));
}

static void
rename_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlanWindow *self = data;

  plan_window_ask_name (self, plan_project_list_find_project (self->projects, self->project), _("Rename the project"),
            get_project (self)->name,
            rename_project, self->project);
}

/* The project that is shown when this one is gone from the list: the next one, else the one before. */
static PlanId
find_next (PlanWindow *self)
{
  PlanId next = plan_project_list_get_neighbour (self->projects, self->project, 1);

  return next != PLAN_ID_NONE ? next : plan_project_list_get_neighbour (self->projects, self->project, -1);
}

static void
archive_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlanWindow *self = data;
  const PlanProject *project = get_project (self);
  g_autofree char *name = g_strdup (project->name);
  PlanId next = find_next (self);
  gboolean archive = !project->archived;
  g_autoptr (GError) error = NULL;

  if (!plan_edit_project_set_archived (self->document, self->project, archive, &error))
    {
      plan_window_show_error (self, _("The project could not be archived"), error);
      return;
    }
  if (archive && next != PLAN_ID_NONE && !plan_project_list_is_expanded (self->projects, PLAN_GROUP_CLOSED))
    plan_window_set_project (self, next);
  /* Translators: %s is the name of a project */
  plan_window_show_undo (self, g_strdup_printf (archive ? _("“%s” was archived.") : _("“%s” was restored."), name));
}

static void
delete_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlanWindow *self = data;
  PlanId project = self->project, next = find_next (self);
  g_autofree char *name = g_strdup (get_project (self)->name);
  g_autoptr (GError) error = NULL;

  /* The window looks away first, so that the chart is made once. */
  if (next != PLAN_ID_NONE)
    plan_window_set_project (self, next);
  if (plan_edit_project_delete (self->document, project, &error))
    {
      /* Translators: %s is the name of a project */
      plan_window_show_undo (self, g_strdup_printf (_("“%s” was deleted."), name));
      return;
    }
  plan_window_set_project (self, project);
  plan_window_show_error (self, _("The project could not be deleted"), error);
}

/* The last project of a programme, other than @project. */
static PlanId
find_last (const PlanModel *model, PlanId programme, PlanId project)
{
  g_autoptr (GArray) ids = plan_model_list_projects (model);
  PlanId last = PLAN_ID_NONE;

  for (guint i = 0; i < ids->len; i++)
    {
      PlanId id = g_array_index (ids, PlanId, i);

      if (id != project && plan_model_get_project (model, id)->programme == programme)
        last = id;
    }
  return last;
}

static void
move_to_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlanWindow *self = data;
  PlanId programme = g_variant_get_int64 (parameter);
  g_autoptr (GError) error = NULL;

  if (get_project (self)->programme != programme &&
      !plan_edit_project_move (self->document, self->project, programme,
                               find_last (plan_document_get_model (self->document), programme, self->project), &error))
    plan_window_show_error (self, _("The project could not be moved"), error);
}

static void
move_to_new_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlanWindow *self = data;

  plan_window_ask_name (self, plan_project_list_find_project (self->projects, self->project), _("Name of the programme"), "",
            plan_edit_project_move_to_new, self->project);
}

static void
rename_programme_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlanWindow *self = data;
  PlanId programme = g_variant_get_int64 (parameter);
  const PlanProgramme *record = get_programme (self, programme);

  if (record != NULL)
    plan_window_ask_name (self, plan_project_list_find_group (self->projects, programme), _("Rename the programme"), record->name,
              plan_edit_programme_rename, programme);
}

/* The programme after which one comes that is moved by a step, or itself when there is nowhere to go. */
static PlanId
find_step (const PlanModel *model, PlanId programme, int direction)
{
  g_autoptr (GPtrArray) groups = plan_project_groups_new (model, NULL);
  PlanId before = PLAN_ID_NONE, before_that = PLAN_ID_NONE;

  for (guint i = 0; i < groups->len; i++)
    {
      PlanId key = ((const PlanProjectGroup *) groups->pdata[i])->key;

      if (key == PLAN_ID_NONE || key == PLAN_GROUP_CLOSED)
        break;
      if (key == programme && direction < 0)
        return before != PLAN_ID_NONE ? before_that : programme;
      if (before == programme && direction > 0)
        return key;
      before_that = before;
      before = key;
    }
  return programme;
}

static void
move_programme (PlanWindow *self, PlanId programme, int direction)
{
  PlanId after = find_step (plan_document_get_model (self->document), programme, direction);
  g_autoptr (GError) error = NULL;

  if (!plan_edit_programme_move (self->document, programme, after, &error))
    plan_window_show_error (self, _("The programme could not be moved"), error);
}

static void
move_programme_up_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  move_programme (data, g_variant_get_int64 (parameter), -1);
}

static void
move_programme_down_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  move_programme (data, g_variant_get_int64 (parameter), 1);
}

static void
delete_programme_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlanWindow *self = data;
  PlanId programme = g_variant_get_int64 (parameter);
  const PlanProgramme *record = get_programme (self, programme);
  g_autofree char *name = g_strdup (record != NULL ? record->name : "");
  g_autoptr (GError) error = NULL;

  if (plan_edit_programme_delete (self->document, programme, &error))
    /* Translators: %s is the name of a programme */
    plan_window_show_undo (self, g_strdup_printf (_("The programme “%s” was deleted."), name));
  else
    plan_window_show_error (self, _("The programme could not be deleted"), error);
}

static const GActionEntry project_entries[] = {
  { "new", new_cb },
  { "information", information_cb },
  { "rename", rename_cb },
  { "archive", archive_cb },
  { "delete", delete_cb },
  { "move-to", move_to_cb, "x" },
  { "move-to-new", move_to_new_cb },
};

static const GActionEntry programme_entries[] = {
  { "rename", rename_programme_cb, "x" },
  { "move-up", move_programme_up_cb, "x" },
  { "move-down", move_programme_down_cb, "x" },
  { "delete", delete_programme_cb, "x" },
};

static void
words_changed_cb (PlanWindow *self)
{
  plan_project_list_set_words (self->projects, gtk_editable_get_text (GTK_EDITABLE (self->project_search)));
}

/* Enter shows the first project that fits. */
static void
words_activate_cb (PlanWindow *self)
{
  PlanId first;

  words_changed_cb (self);
  first = plan_project_list_get_neighbour (self->projects, PLAN_ID_NONE, 1);
  if (first != PLAN_ID_NONE)
    plan_window_set_project (self, first);
}

/* Makes what a new window can do with projects; adds to the actions of the group "project". */
void
plan_window_init_projects (PlanWindow *self, GActionMap *project)
{
  g_autoptr (GSimpleActionGroup) programme = g_simple_action_group_new ();

  g_action_map_add_action_entries (project, project_entries, G_N_ELEMENTS (project_entries), self);
  g_action_map_add_action_entries (G_ACTION_MAP (programme), programme_entries, G_N_ELEMENTS (programme_entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "programme", G_ACTION_GROUP (programme));
  g_signal_connect_object (self->project_search, "search-changed", G_CALLBACK (words_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->project_search, "activate", G_CALLBACK (words_activate_cb), self, G_CONNECT_SWAPPED);
}

/* Lets go of what the window shows of its projects. */
void
plan_window_dispose_projects (PlanWindow *self)
{
  drop_name_popover (self);
}
