/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The projects of an office, grouped by programme; archived ones come last. The list is made anew when projects or
 * programmes changed; it holds tens of rows, not thousands.
 */

#include "plan-project-list.h"

#include <glib/gi18n-lib.h>

struct _PlanProjectList
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkListBox *list;
  PlanDocument *document;
  PlanId selected;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (PlanProjectList, plan_project_list, GTK_TYPE_WIDGET)

enum {
  PROJECT_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Groups are numbered: programmes in their order, then projects of none, then archived ones. */
typedef struct
{
  gboolean archived;
  gint64 rank;
  PlanId programme;
  const char *heading; /* left out while all projects are of no programme */
} Group;

static Group
get_group (const PlanModel *model, const PlanProject *project)
{
  const PlanProgramme *programme = project->programme != PLAN_ID_NONE
                                     ? plan_model_lookup (model, PLAN_RECORD_PROGRAMME, project->programme) : NULL;

  if (project->archived)
    return (Group){ TRUE, G_MAXINT64, G_MAXINT64, C_("group of projects", "Archived") };
  if (programme == NULL)
    return (Group){ FALSE, G_MAXINT64, G_MAXINT64, C_("group of projects", "Other projects") };
  return (Group){ FALSE, programme->rank, programme->id, programme->name };
}

static int
compare_groups (const Group *a, const Group *b)
{
  if (a->archived != b->archived)
    return a->archived ? 1 : -1;
  if (a->rank != b->rank)
    return a->rank < b->rank ? -1 : 1;
  if (a->programme != b->programme)
    return a->programme < b->programme ? -1 : 1;
  return 0;
}

/* Order of the list; projects of one group come as they were given. */
static int
compare_projects (gconstpointer a, gconstpointer b, gpointer data)
{
  const PlanModel *model = data;
  Group first = get_group (model, plan_model_get_project (model, *(const PlanId *) a));
  Group second = get_group (model, plan_model_get_project (model, *(const PlanId *) b));

  return compare_groups (&first, &second);
}

/* Stable, so that ranks keep counting within a group. */
static void
sort_by_group (GArray *ids, const PlanModel *model)
{
  for (guint i = 1; i < ids->len; i++)
    for (guint j = i; j > 0; j--)
      {
        PlanId *pair = &g_array_index (ids, PlanId, j - 1);
        PlanId first = pair[0];

        if (compare_projects (&pair[0], &pair[1], (gpointer) model) <= 0)
          break;
        pair[0] = pair[1];
        pair[1] = first;
      }
}

static void
add_heading (PlanProjectList *self, const char *heading)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (heading);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (row, "group-heading");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (self->list, row);
}

static void
add_project (PlanProjectList *self, const PlanProject *project)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (project->name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (row, project->name);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  g_object_set_data_full (G_OBJECT (row), "project", g_memdup2 (&project->id, sizeof project->id), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, project->name, -1);
  gtk_list_box_append (self->list, row);
}

static PlanId
get_row_project (GtkListBoxRow *row)
{
  const PlanId *id = row != NULL ? g_object_get_data (G_OBJECT (row), "project") : NULL;

  return id != NULL ? *id : PLAN_ID_NONE;
}

static void
mark_selected (PlanProjectList *self)
{
  GtkListBoxRow *row;

  self->filling = TRUE;
  gtk_list_box_unselect_all (self->list);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (self->selected != PLAN_ID_NONE && get_row_project (row) == self->selected)
      gtk_list_box_select_row (self->list, row);
  self->filling = FALSE;
}

static void
fill (PlanProjectList *self)
{
  const PlanModel *model = plan_document_get_model (self->document);
  g_autoptr (GArray) ids = plan_model_list_projects (model);
  GtkListBoxRow *row;
  Group last = { FALSE, G_MININT64, PLAN_ID_NONE, NULL };

  self->filling = TRUE;
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  sort_by_group (ids, model);
  for (guint i = 0; i < ids->len; i++)
    {
      const PlanProject *project = plan_model_get_project (model, g_array_index (ids, PlanId, i));
      Group group = get_group (model, project);

      if (compare_groups (&group, &last) != 0 && (i > 0 || project->programme != PLAN_ID_NONE || project->archived))
        add_heading (self, group.heading);
      last = group;
      add_project (self, project);
    }
  mark_selected (self);
}

static void
document_changed_cb (PlanDocument *document, const PlanChangeSet *changes, PlanProjectList *self)
{
  if (plan_change_set_has_record (changes, PLAN_RECORD_PROJECT) || plan_change_set_has_record (changes, PLAN_RECORD_PROGRAMME))
    fill (self);
}

static void
row_selected_cb (GtkListBox *list, GtkListBoxRow *row, PlanProjectList *self)
{
  PlanId project = get_row_project (row);

  if (self->filling || project == PLAN_ID_NONE || project == self->selected)
    return;
  self->selected = project;
  g_signal_emit (self, signals[PROJECT_CHOSEN], 0, (gint64) project);
}

static void
plan_project_list_dispose (GObject *object)
{
  PlanProjectList *self = PLAN_PROJECT_LIST (object);

  g_clear_object (&self->document);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLAN_TYPE_PROJECT_LIST);
  G_OBJECT_CLASS (plan_project_list_parent_class)->dispose (object);
}

static void
plan_project_list_class_init (PlanProjectListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plan_project_list_dispose;

  /**
   * PlanProjectList::project-chosen:
   * @project: a #PlanId
   *
   * The user chose another project.
   */
  signals[PROJECT_CHOSEN] = g_signal_new ("project-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/planwright/Planwright/plan-project-list.ui");
  gtk_widget_class_bind_template_child (widget_class, PlanProjectList, content);
  gtk_widget_class_bind_template_child (widget_class, PlanProjectList, list);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
plan_project_list_init (PlanProjectList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (row_selected_cb), self, 0);
}

/**
 * plan_project_list_set_document:
 * @document: (nullable): the office whose projects are listed
 *
 * Lists the projects of an office and follows its changes.
 */
void
plan_project_list_set_document (PlanProjectList *self, PlanDocument *document)
{
  g_return_if_fail (PLAN_IS_PROJECT_LIST (self));

  if (self->document == document)
    return;
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_func (self->document, document_changed_cb, self);
  g_set_object (&self->document, document);
  if (document == NULL)
    return;
  g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), self, 0);
  fill (self);
}

/**
 * plan_project_list_select:
 *
 * Marks a project without telling anyone.
 */
void
plan_project_list_select (PlanProjectList *self, PlanId project)
{
  g_return_if_fail (PLAN_IS_PROJECT_LIST (self));

  self->selected = project;
  mark_selected (self);
}

/**
 * plan_project_list_get_neighbour:
 * @project: a project, or %PLAN_ID_NONE for before the first
 * @direction: 1 for the one below, -1 for the one above
 *
 * Returns: the project beside it in the list, or %PLAN_ID_NONE at the end
 */
PlanId
plan_project_list_get_neighbour (PlanProjectList *self, PlanId project, int direction)
{
  PlanId last = PLAN_ID_NONE;
  GtkListBoxRow *row;

  g_return_val_if_fail (PLAN_IS_PROJECT_LIST (self), PLAN_ID_NONE);

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      PlanId id = get_row_project (row);

      if (id == PLAN_ID_NONE)
        continue;
      if (direction < 0 && id == project)
        return last;
      if (direction > 0 && last == project)
        return id;
      last = id;
    }
  return PLAN_ID_NONE;
}
