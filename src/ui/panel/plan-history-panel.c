/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The history of the office: its edits, newest first, by day. Undo and redo are no rows of their own: they say of the edit
 * they are about that it was taken back or made again. Older edits are read when the end of the list comes into view.
 */

#include "plan-history-panel.h"

#include "plan-history-row.h"

#include <glib/gi18n-lib.h>

/* Entries that are read at once. */
#define PAGE_ENTRIES 100

/* So many edits fill a panel, so that it can be scrolled for more. */
#define FEWEST_ROWS 40

/* So near the end of what was read, more is read. */
#define END_DISTANCE 200

/**
 * PlanHistoryPanel:
 * @last: the oldest entry that was read, or %G_MAXINT64 before the first
 * @complete: whether all entries have been read
 * @undo: the entry that undo takes back, @redo: that redo makes again; or 0
 * @states: edits that newer entries are about, id to whether they are undone
 */
struct _PlanHistoryPanel
{
  GtkWidget parent_instance;

  GtkStack *content;
  GtkLabel *empty;
  GtkScrolledWindow *scroller;
  GtkListBox *list;

  PlanDocument *document;
  PlanId project;
  gint64 last;
  gint64 undo;
  gint64 redo;
  gboolean complete;
  GHashTable *states;
  guint n_rows;
  gboolean outdated;
  guint update_source;
};

G_DEFINE_FINAL_TYPE (PlanHistoryPanel, plan_history_panel, GTK_TYPE_WIDGET)

enum {
  PROJECT_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Newer entries come first, so the first that is about an edit says how it stands. */
static void
note_state (PlanHistoryPanel *self, gint64 id, gboolean undone)
{
  if (!g_hash_table_contains (self->states, &id))
    g_hash_table_insert (self->states, g_memdup2 (&id, sizeof id), GINT_TO_POINTER (undone));
}

static const char *
get_project_name (PlanHistoryPanel *self, PlanId id)
{
  const PlanProject *project = id != PLAN_ID_NONE && id != self->project
                                 ? plan_model_get_project (plan_document_get_model (self->document), id) : NULL;

  return project != NULL ? project->name : NULL;
}

static void
add_row (PlanHistoryPanel *self, const PlanHistoryEntry *entry)
{
  gboolean undone = GPOINTER_TO_INT (g_hash_table_lookup (self->states, &entry->id));
  GtkWidget *row = plan_history_row_new (entry, get_project_name (self, entry->project), undone);

  plan_history_row_set_step (PLAN_HISTORY_ROW (row), entry->id == self->undo, entry->id == self->redo);
  gtk_list_box_append (self->list, row);
  self->n_rows++;
}

static void
read_page (PlanHistoryPanel *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = plan_document_list_history (self->document, self->last, PAGE_ENTRIES, &error);

  self->complete = entries == NULL || entries->len < PAGE_ENTRIES;
  if (entries == NULL)
    gtk_label_set_label (self->empty, error->message);
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const PlanHistoryEntry *entry = g_ptr_array_index (entries, i);

      self->last = entry->id;
      if (entry->undoes != 0 || entry->redoes != 0)
        note_state (self, entry->undoes != 0 ? entry->undoes : entry->redoes, entry->undoes != 0);
      else
        add_row (self, entry);
    }
}

/* A page may hold little else than undo and redo. */
static void
read_more (PlanHistoryPanel *self)
{
  guint n_rows = self->n_rows;

  while (!self->complete && self->n_rows < n_rows + FEWEST_ROWS)
    read_page (self);
}

/* Whoever pressed a button of the list goes on with the next one. */
static void
restore_focus (PlanHistoryPanel *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
fill (PlanHistoryPanel *self)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL;
  GtkListBoxRow *row;

  self->outdated = FALSE;
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  g_hash_table_remove_all (self->states);
  self->n_rows = 0;
  self->last = G_MAXINT64;
  self->complete = self->document == NULL;
  self->undo = self->document != NULL ? plan_document_get_step_entry (self->document, PLAN_STEP_UNDO) : 0;
  self->redo = self->document != NULL ? plan_document_get_step_entry (self->document, PLAN_STEP_REDO) : 0;
  read_more (self);
  gtk_stack_set_visible_child_name (self->content, self->n_rows > 0 ? "list" : "empty");
  if (had_focus)
    restore_focus (self);
}

static gboolean
update_cb (gpointer data)
{
  PlanHistoryPanel *self = data;

  self->update_source = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && self->outdated)
    fill (self);
  return G_SOURCE_REMOVE;
}

static void
queue_update (PlanHistoryPanel *self)
{
  self->outdated = TRUE;
  if (self->update_source == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->update_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

static void
scrolled_cb (GtkAdjustment *adjustment, PlanHistoryPanel *self)
{
  if (!self->complete && self->document != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)) &&
      gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment) > gtk_adjustment_get_upper (adjustment) - END_DISTANCE)
    read_more (self);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, PlanHistoryPanel *self)
{
  PlanId project = plan_history_row_get_project (PLAN_HISTORY_ROW (row));

  if (project != PLAN_ID_NONE && plan_model_get_project (plan_document_get_model (self->document), project) != NULL)
    g_signal_emit (self, signals[PROJECT_CHOSEN], 0, (gint64) project);
}

/* The first row of a day has the day above it. */
static void
update_heading (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  PlanDay day = plan_history_row_get_day (PLAN_HISTORY_ROW (row));
  g_autofree char *text = NULL;
  GtkWidget *label;

  if (before != NULL && plan_history_row_get_day (PLAN_HISTORY_ROW (before)) == day)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  text = plan_history_describe_day (day);
  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "panel-heading");
  gtk_list_box_row_set_header (row, label);
}

static void
plan_history_panel_map (GtkWidget *widget)
{
  PlanHistoryPanel *self = PLAN_HISTORY_PANEL (widget);

  GTK_WIDGET_CLASS (plan_history_panel_parent_class)->map (widget);
  if (self->outdated)
    fill (self);
}

static void
plan_history_panel_dispose (GObject *object)
{
  PlanHistoryPanel *self = PLAN_HISTORY_PANEL (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_object (&self->document);
  g_clear_pointer ((GtkWidget **) &self->content, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLAN_TYPE_HISTORY_PANEL);
  G_OBJECT_CLASS (plan_history_panel_parent_class)->dispose (object);
}

static void
plan_history_panel_finalize (GObject *object)
{
  g_hash_table_unref (PLAN_HISTORY_PANEL (object)->states);
  G_OBJECT_CLASS (plan_history_panel_parent_class)->finalize (object);
}

static void
plan_history_panel_class_init (PlanHistoryPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plan_history_panel_dispose;
  G_OBJECT_CLASS (klass)->finalize = plan_history_panel_finalize;
  widget_class->map = plan_history_panel_map;

  /**
   * PlanHistoryPanel::project-chosen:
   * @project: a #PlanId
   *
   * The user wants to see the project of an edit.
   */
  signals[PROJECT_CHOSEN] = g_signal_new ("project-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/planwright/Planwright/plan-history-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, PlanHistoryPanel, content);
  gtk_widget_class_bind_template_child (widget_class, PlanHistoryPanel, empty);
  gtk_widget_class_bind_template_child (widget_class, PlanHistoryPanel, scroller);
  gtk_widget_class_bind_template_child (widget_class, PlanHistoryPanel, list);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
plan_history_panel_init (PlanHistoryPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->states = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->last = G_MAXINT64;
  gtk_list_box_set_header_func (self->list, update_heading, NULL, NULL);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, 0);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller), "value-changed", G_CALLBACK (scrolled_cb), self, 0);
}

/**
 * plan_history_panel_set_project:
 * @document: (nullable): the office whose edits are listed
 * @project: the project that is shown beside; edits of others name theirs
 */
void
plan_history_panel_set_project (PlanHistoryPanel *self, PlanDocument *document, PlanId project)
{
  g_return_if_fail (PLAN_IS_HISTORY_PANEL (self));

  if (self->document == document && self->project == project)
    return;
  if (self->document != document)
    {
      if (self->document != NULL)
        g_signal_handlers_disconnect_by_func (self->document, queue_update, self);
      g_set_object (&self->document, document);
      if (document != NULL)
        g_signal_connect_object (document, "changed", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
    }
  self->project = project;
  queue_update (self);
}

/**
 * plan_history_panel_get_n_rows:
 *
 * Returns: how many edits are listed
 */
guint
plan_history_panel_get_n_rows (PlanHistoryPanel *self)
{
  return self->n_rows;
}
