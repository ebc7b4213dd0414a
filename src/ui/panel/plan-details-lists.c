/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who works on the task that the details panel shows, and which tasks it waits for or that wait for it. A click on a link
 * goes to the other task; what is typed is added with the grammar of the sheet's cells. Units, work and the kind of a link
 * can be typed over where they stand; rows stay as long as they are of the same records, so that the focus stays, too.
 */

#include "plan-details-panel-private.h"

#include "plan-edits.h"
#include "plan-tooltip.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* More are listed only when they are asked for. */
#define MOST_LINKS 20
#define AVATAR_SIZE 24

#define UNITS_CHARS 5
#define WORK_CHARS 8
#define KIND_CHARS 7

typedef enum {
  PART_UNITS,
  PART_WORK,
  PART_KIND,
} Part;

static const char *const part_keys[] = { "units", "work", "kind" };

static const PlanId *
get_id (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "id");
}

static void
set_id (GtkWidget *widget, PlanId id)
{
  g_object_set_data_full (G_OBJECT (widget), "id", g_memdup2 (&id, sizeof id), g_free);
}

/* Adds what was typed to the text of a cell. */
static gboolean
append_to_cell (PlanDetailsPanel *self, PlanColumnId column, const char *text, GError **error)
{
  PlanCellSource source = plan_row_list_get_source (self->list);
  g_autofree char *present = plan_column_get_text (column, &source, plan_details_get_row (self), PLAN_CELL_EDITED);
  g_autofree char *joined = g_strconcat (present, *present != '\0' ? "; " : "", text, NULL);

  return plan_edit_set_cell (plan_row_list_get_document (self->list), column, self->task, joined, error);
}

static gboolean
add_people (GtkWidget *widget, const char *text, gpointer data, GError **error)
{
  return append_to_cell (data, PLAN_COLUMN_RESOURCES, text, error);
}

static gboolean
add_links (GtkWidget *widget, const char *text, gpointer data, GError **error)
{
  return append_to_cell (data, PLAN_COLUMN_PREDECESSORS, text, error);
}

/* Who does not work on the task yet. */
static char **
list_others (gpointer data)
{
  PlanDetailsPanel *self = data;
  PlanCellSource source = plan_row_list_get_source (self->list);
  guint task = source.outline->rows[plan_details_get_row (self)].task;
  guint n = plan_model_get_n (source.model, PLAN_RECORD_RESOURCE);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < n; i++)
    {
      const PlanResource *resource = plan_model_get_at (source.model, PLAN_RECORD_RESOURCE, i);

      if (resource->name != NULL && *resource->name != '\0' && !resource->inactive &&
          plan_task_index_find_assignment (source.index, source.model, task, resource->id) == NULL)
        g_strv_builder_add (names, resource->name);
    }
  return g_strv_builder_end (names);
}

static void
remove_person_cb (GtkWidget *button, PlanDetailsPanel *self)
{
  g_autoptr (GError) error = NULL;

  if (!plan_edit_assignment_delete (plan_row_list_get_document (self->list), *get_id (button), &error))
    plan_details_tell (self, error->message);
}

static void
remove_link_cb (GtkWidget *button, PlanDetailsPanel *self)
{
  g_autoptr (GError) error = NULL;

  if (!plan_edit_link_delete (plan_row_list_get_document (self->list), *get_id (button), &error))
    plan_details_tell (self, error->message);
}

static void
link_clicked_cb (GtkWidget *button, PlanDetailsPanel *self)
{
  plan_details_go_to (self, *get_id (button));
}

static void
all_links_cb (GtkWidget *button, PlanDetailsPanel *self)
{
  self->all_links = TRUE;
  plan_details_queue_update (self);
}

static GtkWidget *
create_remove_button (PlanDetailsPanel *self, PlanId id, const char *tooltip, GCallback clicked_cb)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "remove");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  plan_tooltip_set (button, tooltip);
  gtk_widget_set_sensitive (button, plan_row_list_is_writable (self->list));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  set_id (button, id);
  g_signal_connect_object (button, "clicked", clicked_cb, self, 0);
  return button;
}

static GtkWidget *
create_name (const char *name)
{
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  plan_tooltip_set (label, name);
  return label;
}

/* What is refused is told, because there is no room for it in the row. */
static gboolean
apply_part (GtkWidget *widget, const char *text, gpointer data, GError **error)
{
  PlanDetailsPanel *self = data;
  PlanDocument *document = plan_row_list_get_document (self->list);
  Part part = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), "part"));
  g_autoptr (GError) own_error = NULL;
  gboolean taken;

  if (part == PART_KIND)
    taken = plan_edit_link_set_text (document, *get_id (widget), text, &own_error);
  else
    taken = plan_edit_set_text (document, part == PART_UNITS ? PLAN_FIELD_ASSIGNMENT_UNITS : PLAN_FIELD_ASSIGNMENT_WORK,
                                *get_id (widget), text, &own_error);
  if (taken)
    plan_details_queue_update (self);
  else
    {
      plan_details_tell (self, own_error->message);
      g_propagate_error (error, g_steal_pointer (&own_error));
    }
  return taken;
}

/* @name: for screen readers. */
static void
add_part (PlanDetailsPanel *self, GtkWidget *row, Part part, PlanId id, const char *name, guint n_chars)
{
  PlanPanelField *field = plan_panel_field_new_bare (name, n_chars);

  g_object_set_data (G_OBJECT (field), "part", GUINT_TO_POINTER (part));
  set_id (GTK_WIDGET (field), id);
  plan_panel_field_set_apply (field, apply_part, self);
  gtk_widget_set_valign (GTK_WIDGET (field), GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (field));
  g_object_set_data (G_OBJECT (row), part_keys[part], field);
}

static void
set_part (PlanDetailsPanel *self, GtkWidget *row, Part part, const char *text)
{
  PlanPanelField *field = g_object_get_data (G_OBJECT (row), part_keys[part]);

  plan_panel_field_set_text (field, text, plan_row_list_is_writable (self->list) ? text : NULL);
}

static void
add_person (PlanDetailsPanel *self, const PlanAssignment *assignment, const PlanResource *resource)
{
  const char *name = resource->name;
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *avatar = adw_avatar_new (AVATAR_SIZE, name, TRUE);
  /* Translators: tooltip of a button; %s is the name of a resource */
  g_autofree char *tooltip = g_strdup_printf (_("Take %s off the task"), name);
  /* Translators: what a field is called for screen readers; %s is the name of a resource */
  g_autofree char *units = g_strdup_printf (_("Units of %s"), name);
  /* Translators: what a field is called for screen readers; %s is the name of a resource */
  g_autofree char *work = g_strdup_printf (_("Work of %s"), name);

  gtk_widget_add_css_class (row, "panel-row");
  gtk_widget_set_valign (avatar, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row), avatar);
  gtk_box_append (GTK_BOX (row), create_name (name));
  if (resource->type != PLAN_RESOURCE_COST)
    add_part (self, row, PART_UNITS, assignment->id, units, UNITS_CHARS);
  if (resource->type == PLAN_RESOURCE_WORK)
    add_part (self, row, PART_WORK, assignment->id, work, WORK_CHARS);
  gtk_box_append (GTK_BOX (row), create_remove_button (self, assignment->id, tooltip, G_CALLBACK (remove_person_cb)));
  gtk_box_append (self->people_box, row);
}

static void
update_person (PlanDetailsPanel *self, GtkWidget *row, const PlanAssignment *assignment, const PlanProject *project)
{
  g_autofree char *units = plan_percent_format (assignment->units);
  g_autofree char *work = NULL;
  PlanConversion conversion;

  plan_project_get_conversion (project, &conversion);
  work = plan_duration_format (&(PlanDuration) { assignment->work, project->work_unit, FALSE }, &conversion);
  if (g_object_get_data (G_OBJECT (row), part_keys[PART_UNITS]) != NULL)
    set_part (self, row, PART_UNITS, units);
  if (g_object_get_data (G_OBJECT (row), part_keys[PART_WORK]) != NULL)
    set_part (self, row, PART_WORK, work);
}

/* Assignments of somebody who has a name. */
static GArray *
list_people (PlanDetailsPanel *self, const PlanCellSource *source)
{
  GArray *people = g_array_new (FALSE, FALSE, sizeof (PlanId));
  guint n;
  const guint *assignments = plan_task_index_get_assignments (source->index, source->outline->rows[plan_details_get_row (self)].task, &n);

  for (guint i = 0; i < n; i++)
    {
      const PlanAssignment *assignment = plan_model_get_assignment_at (source->model, assignments[i]);
      const PlanResource *resource = plan_model_get_resource (source->model, assignment->resource);

      if (resource != NULL && resource->name != NULL && *resource->name != '\0')
        g_array_append_val (people, assignment->id);
    }
  return people;
}

/* Whether the rows are of these records; else they are from now on, and have to be made. */
static gboolean
keep_rows (GArray *shown, const GArray *ids)
{
  if (shown->len == ids->len && ids->len > 0 && memcmp (shown->data, ids->data, ids->len * sizeof (PlanId)) == 0)
    return TRUE;
  g_array_set_size (shown, 0);
  g_array_append_vals (shown, ids->data, ids->len);
  return FALSE;
}

/* Whether the focus is in a row, so that the rows must stay. */
static gboolean
has_focus (GtkBox *box)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (box));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (box));
}

/* Shows who works on the task. */
void
plan_details_update_people (PlanDetailsPanel *self)
{
  PlanCellSource source = plan_row_list_get_source (self->list);
  const PlanProject *project = plan_model_get_project (source.model, plan_row_list_get_project (self->list));
  g_autoptr (GArray) ids = list_people (self, &source);
  gboolean kept = keep_rows (self->people, ids) && has_focus (self->people_box);
  GtkWidget *row;

  if (!kept)
    plan_details_clear (self->people_box);
  for (guint i = 0; i < ids->len && !kept; i++)
    {
      const PlanAssignment *assignment = plan_model_lookup (source.model, PLAN_RECORD_ASSIGNMENT, g_array_index (ids, PlanId, i));

      add_person (self, assignment, plan_model_get_resource (source.model, assignment->resource));
    }
  row = gtk_widget_get_first_child (GTK_WIDGET (self->people_box));
  for (guint i = 0; i < ids->len; i++, row = gtk_widget_get_next_sibling (row))
    update_person (self, row, plan_model_lookup (source.model, PLAN_RECORD_ASSIGNMENT, g_array_index (ids, PlanId, i)), project);
  if (ids->len == 0)
    plan_details_add_empty (self->people_box, _("Nobody works on this task yet."));
  gtk_widget_set_sensitive (GTK_WIDGET (self->people_adder), plan_row_list_is_writable (self->list));
}

/* "FS", "SS+3d" */
static char *
format_link (const PlanLink *link, const PlanConversion *conversion)
{
  PlanLag lag = { link->lag, link->lag_unit };
  g_autofree char *text = link->lag != 0 ? plan_lag_to_text (&lag, conversion) : g_strdup ("");

  return g_strconcat (plan_link_type_get_symbol (link->type), link->lag > 0 ? "+" : "", text, NULL);
}

/* The row number and name of a task, or name and project when it is of another one. */
static char *
describe_task (PlanDetailsPanel *self, const PlanCellSource *source, guint index)
{
  const PlanTask *task = plan_model_get_task_at (source->model, index);
  guint row = source->outline->row_of_task[index];
  const PlanProject *project = plan_model_get_project (source->model, task->project);
  const char *name = task->name != NULL ? task->name : "";

  if (row != PLAN_INDEX_NONE)
    /* Translators: a linked task: %1$u is its row number, %2$s its name */
    return g_strdup_printf (C_("panel", "%1$u %2$s"), row + 1, name);
  /* Translators: a predecessor from another project: %1$s is the name of the task, %2$s that of the project */
  return g_strdup_printf (C_("predecessor", "%1$s in %2$s"), name, project != NULL && project->name != NULL ? project->name : "");
}

static GtkWidget *
create_link_button (PlanDetailsPanel *self, const char *name, gboolean is_predecessor)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  /* Translators: what a button says to screen readers: %s is row number and name of a task */
  g_autofree char *spoken = g_strdup_printf (is_predecessor ? _("Waits for %s") : _("Is waited for by %s"), name);

  gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name (is_predecessor ? "go-previous-symbolic" : "go-next-symbolic"));
  gtk_box_append (GTK_BOX (line), create_name (name));
  gtk_button_set_child (GTK_BUTTON (button), line);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_hexpand (button, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (link_clicked_cb), self, 0);
  return button;
}

static void
add_link (PlanDetailsPanel *self, const PlanCellSource *source, const PlanLink *link)
{
  gboolean is_predecessor = link->successor == self->task;
  PlanId other = is_predecessor ? link->predecessor : link->successor;
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3), *button;
  g_autofree char *name = describe_task (self, source, plan_model_find (source->model, PLAN_RECORD_TASK, other));
  /* Translators: tooltip of a button; %s is the row number and name of the other task */
  g_autofree char *tooltip = g_strdup_printf (_("Remove the link with %s"), name);
  /* Translators: what a field is called for screen readers; %s is the row number and name of the other task */
  g_autofree char *kind = g_strdup_printf (_("Kind of the link with %s, and lag"), name);

  button = create_link_button (self, name, is_predecessor);
  set_id (button, other);
  gtk_widget_add_css_class (row, "panel-row");
  gtk_widget_add_css_class (row, "link-row");
  gtk_box_append (GTK_BOX (row), button);
  add_part (self, row, PART_KIND, link->id, kind, KIND_CHARS);
  gtk_box_append (GTK_BOX (row), create_remove_button (self, link->id, tooltip, G_CALLBACK (remove_link_cb)));
  gtk_box_append (self->links_box, row);
}

static void
add_more_button (PlanDetailsPanel *self, guint n_links)
{
  /* Translators: a button below a list that is cut off; %u is the number of links */
  g_autofree char *text = g_strdup_printf (ngettext ("Show all %u link", "Show all %u links", n_links), n_links);
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (all_links_cb), self, 0);
  gtk_box_append (self->links_box, button);
}

/* What it waits for, then what waits for it. */
static GArray *
list_links (PlanDetailsPanel *self, const PlanCellSource *source)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (PlanId));
  guint index = source->outline->rows[plan_details_get_row (self)].task, n_predecessors, n_successors;
  const guint *predecessors = plan_task_index_get_predecessors (source->index, index, &n_predecessors);
  const guint *successors = plan_task_index_get_successors (source->index, index, &n_successors);

  for (guint i = 0; i < n_predecessors + n_successors; i++)
    {
      guint link = i < n_predecessors ? predecessors[i] : successors[i - n_predecessors];

      g_array_append_val (ids, plan_model_get_link_at (source->model, link)->id);
    }
  return ids;
}

/* Makes the rows anew when they are of other links, or of tasks that have moved or have another name. */
static void
remake_links (PlanDetailsPanel *self, const PlanCellSource *source, const GArray *ids, guint n_links)
{
  plan_details_clear (self->links_box);
  for (guint i = 0; i < ids->len; i++)
    add_link (self, source, plan_model_lookup (source->model, PLAN_RECORD_LINK, g_array_index (ids, PlanId, i)));
  if (n_links == 0)
    plan_details_add_empty (self->links_box, _("It waits for no task, and no task waits for it."));
  else if (n_links > ids->len)
    add_more_button (self, n_links);
}

/* Shows which tasks it is linked with. */
void
plan_details_update_links (PlanDetailsPanel *self)
{
  PlanCellSource source = plan_row_list_get_source (self->list);
  g_autoptr (GArray) ids = list_links (self, &source);
  guint n_links = ids->len;
  PlanConversion conversion;
  GtkWidget *row;

  g_array_set_size (ids, self->all_links ? n_links : MIN (n_links, MOST_LINKS));
  if (!keep_rows (self->links, ids) || !has_focus (self->links_box))
    remake_links (self, &source, ids, n_links);
  plan_project_get_conversion (plan_model_get_project (source.model, plan_row_list_get_project (self->list)), &conversion);
  row = gtk_widget_get_first_child (GTK_WIDGET (self->links_box));
  for (guint i = 0; i < ids->len; i++, row = gtk_widget_get_next_sibling (row))
    {
      g_autofree char *kind = format_link (plan_model_lookup (source.model, PLAN_RECORD_LINK, g_array_index (ids, PlanId, i)), &conversion);

      set_part (self, row, PART_KIND, kind);
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->links_adder), plan_row_list_is_writable (self->list));
}

/* Readies the buttons that add. */
void
plan_details_connect_lists (PlanDetailsPanel *self)
{
  plan_panel_adder_set_texts (self->people_adder, _("Add people"),
                              _("A name, or a name with units: Li Wei 50%. A name that is new is added to the office."));
  plan_panel_adder_set_apply (self->people_adder, add_people, list_others, self);
  plan_panel_adder_set_texts (self->links_adder, _("Add a predecessor"),
                              _("The number of the row to wait for, with the kind of link and a lag if you like: 3, 3SS, 3FS+2d."));
  plan_panel_adder_set_apply (self->links_adder, add_links, NULL, self);
}
