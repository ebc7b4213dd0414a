/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The projects of an office, grouped by programme; archived ones come last. Groups can be collapsed; that of archived
 * projects is at first. The list is made anew when projects or programmes changed; after other edits the health of each
 * project is shown anew when nothing else is to be done, and only while the list can be seen.
 */

#include "plan-project-list.h"

#include "plan-actions.h"
#include "plan-project-groups.h"
#include "plan-project-heading.h"
#include "plan-project-menu.h"
#include "plan-project-row.h"
#include "plan-style.h"


struct _PlanProjectList
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkListBox *list;
  GtkPopover *menu;
  PlanDocument *document;
  char *words;
  PlanId selected;
  GHashTable *collapsed; /* keys of groups */
  guint health_source;
  gboolean stale;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (PlanProjectList, plan_project_list, GTK_TYPE_WIDGET)

enum {
  PROJECT_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static PlanId
get_row_project (GtkListBoxRow *row)
{
  return PLAN_IS_PROJECT_ROW (row) ? plan_project_row_get_project (PLAN_PROJECT_ROW (row)) : PLAN_ID_NONE;
}

static gboolean
is_filtered (PlanProjectList *self)
{
  return self->words != NULL && *self->words != '\0';
}

/* While there are words, all that fits is shown. */
static gboolean
is_expanded (PlanProjectList *self, PlanId group)
{
  return is_filtered (self) || !g_hash_table_contains (self->collapsed, &group);
}

/* Shows the projects of expanded groups. */
static void
update_expanded (PlanProjectList *self)
{
  gboolean expanded = TRUE;
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (PLAN_IS_PROJECT_HEADING (row))
      {
        expanded = is_expanded (self, plan_project_heading_get_group (PLAN_PROJECT_HEADING (row)));
        plan_project_heading_set_expanded (PLAN_PROJECT_HEADING (row), expanded);
      }
    else
      gtk_widget_set_visible (GTK_WIDGET (row), expanded);
}

static void
mark_selected (PlanProjectList *self)
{
  GtkWidget *row = plan_project_list_find_project (self, self->selected);

  self->filling = TRUE;
  gtk_list_box_unselect_all (self->list);
  if (row != NULL)
    gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
  self->filling = FALSE;
}

static void
show_healths (PlanProjectList *self)
{
  const PlanModel *model = plan_document_get_model (self->document);
  g_autoptr (GArray) healths = plan_health_of_office (model, plan_document_get_schedule (self->document));
  GtkListBoxRow *row;

  self->stale = FALSE;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      guint index = plan_model_find (model, PLAN_RECORD_PROJECT, get_row_project (row));

      if (index != PLAN_INDEX_NONE)
        plan_project_row_show_health (PLAN_PROJECT_ROW (row), plan_model_get_at (model, PLAN_RECORD_PROJECT, index),
                                      &g_array_index (healths, PlanProjectHealth, index));
    }
}

static gboolean
show_healths_cb (gpointer data)
{
  PlanProjectList *self = data;

  self->health_source = 0;
  if (self->document != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_healths (self);
  return G_SOURCE_REMOVE;
}

/* Any edit may move the finish of a project; several edits in a row are shown once. */
static void
refresh_healths (PlanProjectList *self)
{
  self->stale = TRUE;
  if (self->health_source == 0 && self->document != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->health_source = g_idle_add (show_healths_cb, self);
}

static void
fill (PlanProjectList *self)
{
  const PlanModel *model = plan_document_get_model (self->document);
  g_autoptr (GPtrArray) groups = plan_project_groups_new (model, self->words);
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL;
  GtkListBoxRow *row;

  self->filling = TRUE;
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < groups->len; i++)
    {
      const PlanProjectGroup *group = groups->pdata[i];

      if (group->title != NULL)
        gtk_list_box_append (self->list, plan_project_heading_new (group->key, group->title, group->projects->len));
      for (guint j = 0; j < group->projects->len; j++)
        {
          PlanId id = g_array_index (group->projects, PlanId, j);

          gtk_list_box_append (self->list, plan_project_row_new (plan_model_get_project (model, id)));
        }
    }
  update_expanded (self);
  mark_selected (self);
  show_healths (self);
  if (had_focus && gtk_list_box_get_selected_row (self->list) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_selected_row (self->list)));
}

static void
document_changed_cb (PlanDocument *document, const PlanChangeSet *changes, PlanProjectList *self)
{
  if (plan_project_groups_need_update (changes, is_filtered (self)))
    fill (self);
  else
    refresh_healths (self);
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
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, PlanProjectList *self)
{
  if (PLAN_IS_PROJECT_HEADING (row))
    plan_project_list_set_expanded (self, plan_project_heading_get_group (PLAN_PROJECT_HEADING (row)),
                                    !plan_project_heading_is_expanded (PLAN_PROJECT_HEADING (row)));
}

/* The heading above a row, or the row itself. */
static GtkListBoxRow *
find_heading (PlanProjectList *self, GtkListBoxRow *row)
{
  int index = gtk_list_box_row_get_index (row);

  while (row != NULL && !PLAN_IS_PROJECT_HEADING (row))
    row = index > 0 ? gtk_list_box_get_row_at_index (self->list, --index) : NULL;
  return row;
}

/* Left goes to the heading and collapses it, right expands it. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType modifiers, PlanProjectList *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  GtkListBoxRow *heading = focus != NULL ? find_heading (self, GTK_LIST_BOX_ROW (focus)) : NULL;

  if (heading == NULL || (key != GDK_KEY_Left && key != GDK_KEY_Right) ||
      (modifiers & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  if (focus != GTK_WIDGET (heading))
    {
      if (key == GDK_KEY_Left)
        gtk_widget_grab_focus (GTK_WIDGET (heading));
    }
  else
    plan_project_list_set_expanded (self, plan_project_heading_get_group (PLAN_PROJECT_HEADING (heading)),
                                    key == GDK_KEY_Right);
  return GDK_EVENT_STOP;
}

/* The menu of a row, or %NULL for groups that are nobody's. */
static GMenuModel *
create_menu (PlanProjectList *self, GtkListBoxRow *row)
{
  gboolean writable = !plan_document_is_read_only (self->document);
  PlanId group;

  if (!PLAN_IS_PROJECT_HEADING (row))
    return plan_project_menu_new (plan_document_get_model (self->document), get_row_project (row), writable);
  group = plan_project_heading_get_group (PLAN_PROJECT_HEADING (row));
  return writable && group != PLAN_ID_NONE && group != PLAN_GROUP_CLOSED ? plan_programme_menu_new (group) : NULL;
}

/* @x, @y: where to point in the row. What is done is done with the project that is shown, so that one is chosen first. */
static void
show_menu (PlanProjectList *self, GtkListBoxRow *row, double x, double y)
{
  g_autoptr (GMenuModel) model = NULL;
  graphene_point_t at;

  if (!gtk_widget_compute_point (GTK_WIDGET (row), GTK_WIDGET (self), &GRAPHENE_POINT_INIT ((float) x, (float) y), &at))
    return;
  if (PLAN_IS_PROJECT_ROW (row))
    gtk_list_box_select_row (self->list, row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  model = create_menu (self, row);
  if (model == NULL)
    return;
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), model);
  gtk_popover_set_pointing_to (self->menu, &(GdkRectangle){ (int) at.x, (int) at.y, 1, 1 });
  gtk_popover_popup (self->menu);
}

static void
secondary_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, PlanProjectList *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, (int) y);
  graphene_point_t at;

  if (row == NULL || !gtk_widget_compute_point (GTK_WIDGET (self->list), GTK_WIDGET (row),
                                                &GRAPHENE_POINT_INIT ((float) x, (float) y), &at))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  show_menu (self, row, at.x, at.y);
}

static gboolean
menu_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  PlanProjectList *self = PLAN_PROJECT_LIST (widget);
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  if (row == NULL)
    return FALSE;
  show_menu (self, GTK_LIST_BOX_ROW (row), gtk_widget_get_width (row) / 2.0, gtk_widget_get_height (row) / 2.0);
  return TRUE;
}

static void
plan_project_list_map (GtkWidget *widget)
{
  PlanProjectList *self = PLAN_PROJECT_LIST (widget);

  GTK_WIDGET_CLASS (plan_project_list_parent_class)->map (widget);
  if (self->stale && self->document != NULL)
    show_healths (self);
}

static void
plan_project_list_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PlanProjectList *self = PLAN_PROJECT_LIST (widget);

  gtk_widget_allocate (self->content, width, height, baseline, NULL);
  gtk_popover_present (self->menu);
}

static void
plan_project_list_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                           int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (PLAN_PROJECT_LIST (widget)->content, orientation, for_size, minimum, natural, minimum_baseline,
                      natural_baseline);
}

static void
plan_project_list_dispose (GObject *object)
{
  PlanProjectList *self = PLAN_PROJECT_LIST (object);

  g_clear_handle_id (&self->health_source, g_source_remove);
  g_clear_object (&self->document);
  if (self->menu != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->menu));
  self->menu = NULL;
  g_clear_pointer (&self->content, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLAN_TYPE_PROJECT_LIST);
  G_OBJECT_CLASS (plan_project_list_parent_class)->dispose (object);
}

static void
plan_project_list_finalize (GObject *object)
{
  PlanProjectList *self = PLAN_PROJECT_LIST (object);

  g_hash_table_unref (self->collapsed);
  g_free (self->words);
  G_OBJECT_CLASS (plan_project_list_parent_class)->finalize (object);
}

static void
plan_project_list_class_init (PlanProjectListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plan_project_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = plan_project_list_finalize;
  widget_class->map = plan_project_list_map;
  widget_class->measure = plan_project_list_measure;
  widget_class->size_allocate = plan_project_list_size_allocate;

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
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
  plan_actions_bind_list_keys (widget_class);
}

static void
plan_project_list_init (PlanProjectList *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *key = gtk_event_controller_key_new ();
  const PlanId closed = PLAN_GROUP_CLOSED;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->collapsed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_hash_table_add (self->collapsed, g_memdup2 (&closed, sizeof closed));
  self->menu = GTK_POPOVER (gtk_popover_menu_new_from_model (NULL));
  gtk_popover_set_has_arrow (self->menu, FALSE);
  gtk_widget_set_halign (GTK_WIDGET (self->menu), GTK_ALIGN_START);
  gtk_widget_set_parent (GTK_WIDGET (self->menu), GTK_WIDGET (self));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (secondary_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->list), key);
  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (row_selected_cb), self, 0);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, 0);
  plan_style_follow (G_OBJECT (self), G_CALLBACK (refresh_healths));
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
 * plan_project_list_set_words:
 * @words: (nullable): what projects have in their name, code, manager or programme; %NULL or "" for all
 *
 * Shows only the projects that fit.
 */
void
plan_project_list_set_words (PlanProjectList *self, const char *words)
{
  g_return_if_fail (PLAN_IS_PROJECT_LIST (self));

  if (g_strcmp0 (self->words, words) == 0)
    return;
  g_free (self->words);
  self->words = g_strdup (words);
  if (self->document != NULL)
    fill (self);
}

/**
 * plan_project_list_find_project:
 *
 * Returns: (transfer none) (nullable): the row of a project, which may be hidden
 */
GtkWidget *
plan_project_list_find_project (PlanProjectList *self, PlanId project)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (PLAN_IS_PROJECT_LIST (self), NULL);

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (project != PLAN_ID_NONE && get_row_project (row) == project)
      return GTK_WIDGET (row);
  return NULL;
}

/**
 * plan_project_list_find_group:
 * @group: a programme, or another key of a group
 *
 * Returns: (transfer none) (nullable): the heading of the group
 */
GtkWidget *
plan_project_list_find_group (PlanProjectList *self, PlanId group)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (PLAN_IS_PROJECT_LIST (self), NULL);

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (PLAN_IS_PROJECT_HEADING (row) && plan_project_heading_get_group (PLAN_PROJECT_HEADING (row)) == group)
      return GTK_WIDGET (row);
  return NULL;
}

/**
 * plan_project_list_is_expanded:
 * @group: a programme, or another key of a group
 *
 * Returns: whether the projects of the group are shown
 */
gboolean
plan_project_list_is_expanded (PlanProjectList *self, PlanId group)
{
  g_return_val_if_fail (PLAN_IS_PROJECT_LIST (self), FALSE);

  return is_expanded (self, group);
}

/**
 * plan_project_list_set_expanded:
 * @group: a programme, or another key of a group
 *
 * Shows or hides the projects of the group.
 */
void
plan_project_list_set_expanded (PlanProjectList *self, PlanId group, gboolean expanded)
{
  g_return_if_fail (PLAN_IS_PROJECT_LIST (self));

  if (expanded)
    g_hash_table_remove (self->collapsed, &group);
  else
    g_hash_table_add (self->collapsed, g_memdup2 (&group, sizeof group));
  update_expanded (self);
}

/* A project that is shown has its row in sight. */
static void
reveal (PlanProjectList *self, GtkWidget *row)
{
  GtkListBoxRow *heading = find_heading (self, GTK_LIST_BOX_ROW (row));

  if (heading != NULL && !plan_project_heading_is_expanded (PLAN_PROJECT_HEADING (heading)))
    plan_project_list_set_expanded (self, plan_project_heading_get_group (PLAN_PROJECT_HEADING (heading)), TRUE);
}

/**
 * plan_project_list_select:
 *
 * Marks a project without telling anyone.
 */
void
plan_project_list_select (PlanProjectList *self, PlanId project)
{
  GtkWidget *row;

  g_return_if_fail (PLAN_IS_PROJECT_LIST (self));

  self->selected = project;
  row = plan_project_list_find_project (self, project);
  if (row != NULL)
    reveal (self, row);
  mark_selected (self);
}

/* The first project, which may be hidden. */
static PlanId
get_first (PlanProjectList *self)
{
  g_autoptr (GPtrArray) groups = plan_project_groups_new (plan_document_get_model (self->document), NULL);

  for (guint i = 0; i < groups->len; i++)
    {
      const PlanProjectGroup *group = groups->pdata[i];

      if (group->projects->len > 0)
        return g_array_index (group->projects, PlanId, 0);
    }
  return PLAN_ID_NONE;
}

/**
 * plan_project_list_get_neighbour:
 * @project: a project, or %PLAN_ID_NONE for before the first
 * @direction: 1 for the one below, -1 for the one above
 *
 * Returns: the project beside it among those that are shown, or %PLAN_ID_NONE at the end
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

      if (id == PLAN_ID_NONE || (!gtk_widget_get_visible (GTK_WIDGET (row)) && id != project))
        continue;
      if (direction < 0 && id == project)
        return last;
      if (direction > 0 && last == project)
        return id;
      last = id;
    }
  return project == PLAN_ID_NONE && direction > 0 ? get_first (self) : PLAN_ID_NONE;
}
