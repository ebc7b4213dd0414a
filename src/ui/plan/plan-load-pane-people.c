/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whose load is shown: the people of the selected tasks, everybody, or a group, chosen by the button above the list. Those
 * who are selected in the list are drawn, all of them when none is.
 */

#include "plan-load-pane-private.h"

#include <glib/gi18n.h>

static const char *
get_group (const PlanResource *resource)
{
  return resource->group != NULL ? resource->group : "";
}

static gboolean
works_on_selection (PlanLoadPane *self, GHashTable *tasks, const PlanResource *resource)
{
  return g_hash_table_contains (tasks, &resource->id);
}

/* Ids of those who work on the selected tasks, or on what lies below them. */
static GHashTable *
list_workers (PlanLoadPane *self)
{
  const PlanModel *model = plan_document_get_model (self->document);
  g_autoptr (GArray) selected = plan_row_list_list_selected (self->list);
  g_autoptr (GHashTable) tasks = g_hash_table_new (g_int64_hash, g_int64_equal);
  GHashTable *workers = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < selected->len; i++)
    g_hash_table_add (tasks, &g_array_index (selected, PlanId, i));
  for (guint i = 0; g_hash_table_size (tasks) > 0 && i < plan_model_get_n (model, PLAN_RECORD_ASSIGNMENT); i++)
    {
      const PlanAssignment *assignment = plan_model_get_assignment_at (model, i);

      for (const PlanTask *task = plan_model_get_task (model, assignment->task); task != NULL;
           task = task->parent != PLAN_ID_NONE ? plan_model_get_task (model, task->parent) : NULL)
        if (g_hash_table_contains (tasks, &task->id))
          g_hash_table_add (workers, (gpointer) &assignment->resource);
    }
  return workers;
}

static int
compare_people (gconstpointer a, gconstpointer b)
{
  const PlanResource *x = *(const PlanResource *const *) a, *y = *(const PlanResource *const *) b;

  if (x->rank != y->rank)
    return x->rank < y->rank ? -1 : 1;
  return x->id < y->id ? -1 : x->id > y->id;
}

static GPtrArray *
list_people (PlanLoadPane *self)
{
  const PlanModel *model = plan_document_get_model (self->document);
  g_autoptr (GHashTable) workers = self->who == PLAN_LOAD_OF_TASKS ? list_workers (self) : NULL;
  GPtrArray *people = g_ptr_array_new ();

  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_RESOURCE); i++)
    {
      const PlanResource *resource = plan_model_get_at (model, PLAN_RECORD_RESOURCE, i);

      if (resource->type == PLAN_RESOURCE_WORK && (workers == NULL || works_on_selection (self, workers, resource)) &&
          (self->who != PLAN_LOAD_OF_GROUP || g_strcmp0 (get_group (resource), self->group) == 0))
        g_ptr_array_add (people, (gpointer) resource);
    }
  g_ptr_array_sort (people, compare_people);
  return people;
}

static gboolean
is_same (PlanLoadPane *self, char **ids)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->people));

  if (n != g_strv_length (ids))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (ids[i], gtk_string_list_get_string (self->people, i)) != 0)
      return FALSE;
  return TRUE;
}

static const char *
get_label (PlanLoadPane *self)
{
  switch (self->who)
    {
    case PLAN_LOAD_OF_ALL:
      return C_("load", "Everybody");
    case PLAN_LOAD_OF_GROUP:
      return self->group;
    case PLAN_LOAD_OF_TASKS:
    default:
      return C_("load", "Selected tasks");
    }
}

/* Numbers change with each edit, also when the people stay: rows that are seen are filled again. */
static void
refill (PlanLoadPane *self, char **ids)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);
  gboolean same = is_same (self, ids);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->people));

  gtk_string_list_splice (self->people, 0, n, (const char *const *) ids);
  if (same && !gtk_bitset_is_empty (selected))
    {
      g_autoptr (GtkBitset) mask = gtk_bitset_new_range (0, n);

      gtk_selection_model_set_selection (self->selection, selected, mask);
    }
}

/* Lists who is to be shown now. */
void
plan_load_pane_update_people (PlanLoadPane *self)
{
  g_autoptr (GPtrArray) people = self->document != NULL ? list_people (self) : g_ptr_array_new ();
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;

  for (guint i = 0; i < people->len; i++)
    {
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, ((const PlanResource *) people->pdata[i])->id);

      g_strv_builder_add (ids, id);
    }
  texts = g_strv_builder_end (ids);
  refill (self, texts);
  gtk_menu_button_set_label (self->who_button, get_label (self));
  gtk_label_set_label (self->nobody, self->who == PLAN_LOAD_OF_TASKS ? _("Nobody works on the selected tasks.")
                                                                     : _("There is nobody here yet."));
  gtk_stack_set_visible_child_name (self->people_stack, people->len > 0 ? "people" : "nobody");
}

static void
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, PlanLoadPane *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = gtk_inscription_new (NULL), *work = gtk_label_new (NULL), *over = gtk_label_new (NULL);

  gtk_widget_set_hexpand (name, TRUE);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (name), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_add_css_class (work, "secondary");
  gtk_widget_add_css_class (work, "numeric");
  gtk_widget_add_css_class (over, "overload");
  gtk_widget_add_css_class (over, "numeric");
  gtk_label_set_xalign (GTK_LABEL (over), 1);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), work);
  gtk_box_append (GTK_BOX (box), over);
  gtk_list_item_set_child (item, box);
}

static void
read_totals (PlanLoad *load, guint index, PlanLoadCell *cell)
{
  PlanTicks edges[2];

  *cell = (PlanLoadCell) { 0 };
  if (plan_load_get_extent (load, index, &edges[0], &edges[1]))
    plan_load_read (load, index, edges, 1, cell);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, PlanLoadPane *self)
{
  const char *id = gtk_string_object_get_string (gtk_list_item_get_item (item));
  GtkWidget *box = gtk_list_item_get_child (item), *name = gtk_widget_get_first_child (box);
  GtkWidget *work = gtk_widget_get_next_sibling (name), *over = gtk_widget_get_next_sibling (work);
  const PlanModel *model = plan_document_get_model (self->document);
  guint index = plan_model_find (model, PLAN_RECORD_RESOURCE, g_ascii_strtoll (id, NULL, 10));
  const PlanResource *resource = index != PLAN_INDEX_NONE ? plan_model_get_at (model, PLAN_RECORD_RESOURCE, index) : NULL;
  g_autofree char *hours = NULL, *beyond = NULL, *words = NULL, *spoken = NULL;
  PlanLoadCell cell;

  if (resource == NULL)
    return;
  read_totals (plan_load_pane_get_load (self), index, &cell);
  hours = plan_load_format_work (cell.work);
  beyond = plan_load_format_work (cell.over);
  gtk_inscription_set_text (GTK_INSCRIPTION (name), resource->name);
  gtk_label_set_label (GTK_LABEL (work), hours);
  /* Translators: beside the load of a person; %s is how much is asked for beyond what the person can do: "12 h" */
  words = cell.over > 0 ? g_strdup_printf (_("%s over capacity"), beyond) : g_strdup ("");
  gtk_label_set_label (GTK_LABEL (over), words);
  spoken = g_strconcat (resource->name, ", ", hours, cell.over > 0 ? ", " : NULL, words, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
selection_changed_cb (PlanLoadPane *self)
{
  plan_load_pane_invalidate (self);
  plan_load_pane_update_words (self);
}

static void
add_choice (GMenu *menu, const char *label, const char *target)
{
  g_auto (GStrv) parts = g_strsplit (label, "_", -1);
  g_autofree char *plain = g_strjoinv ("__", parts); /* a name has no key */
  g_autoptr (GMenuItem) item = g_menu_item_new (plain, NULL);

  g_menu_item_set_action_and_target (item, "load.show", "s", target);
  g_menu_append_item (menu, item);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

static GMenuModel *
create_groups (PlanLoadPane *self)
{
  const PlanModel *model = plan_document_get_model (self->document);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_RESOURCE); i++)
    {
      const PlanResource *resource = plan_model_get_at (model, PLAN_RECORD_RESOURCE, i);

      if (resource->type == PLAN_RESOURCE_WORK && *get_group (resource) != '\0' &&
          !g_ptr_array_find_with_equal_func (names, resource->group, g_str_equal, NULL))
        g_ptr_array_add (names, (gpointer) resource->group);
    }
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *target = g_strconcat ("group:", (const char *) names->pdata[i], NULL);

      add_choice (menu, names->pdata[i], target);
    }
  return G_MENU_MODEL (menu);
}

/* Groups come and go, so the menu is made when it is opened. */
static void
create_menu_cb (GtkMenuButton *button, gpointer data)
{
  PlanLoadPane *self = data;
  g_autoptr (GMenu) menu = g_menu_new (), first = g_menu_new ();
  g_autoptr (GMenuModel) groups = NULL;

  if (self->document == NULL)
    return;
  groups = create_groups (self);
  add_choice (first, C_("load", "Selected tasks"), "tasks");
  add_choice (first, C_("load", "Everybody"), "all");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, _("Groups"), groups);
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
change_show_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  PlanLoadPane *self = data;
  const char *name = g_variant_get_string (state, NULL);

  self->who = g_str_equal (name, "all") ? PLAN_LOAD_OF_ALL : PLAN_LOAD_OF_TASKS;
  if (g_str_has_prefix (name, "group:"))
    self->who = PLAN_LOAD_OF_GROUP;
  g_free (self->group);
  self->group = g_strdup (self->who == PLAN_LOAD_OF_GROUP ? name + strlen ("group:") : NULL);
  g_simple_action_set_state (action, state);
  plan_load_pane_update_people (self);
  selection_changed_cb (self);
}

static const GActionEntry entries[] = {
  { "show", NULL, "s", "'tasks'", change_show_cb },
};

/* Readies the list of people of a new pane. */
void
plan_load_pane_init_people (PlanLoadPane *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->people = gtk_string_list_new (NULL);
  self->selection = GTK_SELECTION_MODEL (gtk_multi_selection_new (G_LIST_MODEL (self->people)));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_row_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row_cb), self, 0);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->people_view, factory);
  gtk_list_view_set_model (self->people_view, self->selection);
  g_object_unref (factory);
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "load", G_ACTION_GROUP (self->actions));
  gtk_menu_button_set_create_popup_func (self->who_button, create_menu_cb, self, NULL);
  gtk_menu_button_set_label (self->who_button, get_label (self));
}
