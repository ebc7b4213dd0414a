/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The history of the office: its edits, newest first, by day, of all or of one project, by anyone or by one person, with
 * some words. Undo and redo are no rows of their own: they say of the edit they are about that it was taken back or made
 * again. Older edits are read when the end of the list comes into view, a little at a time when few of them are wanted. The
 * widgets are made when the panel is first seen.
 */

#include "plan-history-panel.h"

#include "plan-history-explainer.h"
#include "plan-history-finder.h"
#include "plan-history-row.h"

#include <glib/gi18n-lib.h>

/* Entries that are read at once. */
#define PAGE_ENTRIES 100

/* So many edits fill a panel, so that it can be scrolled for more. */
#define FEWEST_ROWS 40

/* So near the end of what was read, more is read. */
#define END_DISTANCE 200

/* So long is read before others have their turn, in microseconds. */
#define MOST_READING 20000

/**
 * PlanHistoryPanel:
 * @last: from which entry to go on reading, or %G_MAXINT64 before the first
 * @wanted: so many rows are to be read
 * @complete: whether all entries have been read
 * @undo: the entry that undo takes back, @redo: that redo makes again; or 0
 * @states: edits that newer entries are about, id to whether they are undone
 * @expanded: edits whose words are shown, by id
 * @names: of versions, by entry
 */
struct _PlanHistoryPanel
{
  GtkWidget parent_instance;

  GtkStack *content;
  GtkLabel *empty;
  PlanHistoryFinder *finder;
  GtkStack *found;
  GtkScrolledWindow *scroller;
  GtkListBox *list;
  GtkLabel *foot;

  PlanDocument *document;
  PlanHistoryExplainer *explainer;
  PlanId project;
  gint64 last;
  guint wanted;
  gint64 undo;
  gint64 redo;
  gboolean complete;
  GHashTable *states;
  GHashTable *expanded;
  GHashTable *names;
  guint n_rows;
  gboolean outdated;
  guint update_source;
  guint read_source;
  guint foot_source;
};

G_DEFINE_FINAL_TYPE (PlanHistoryPanel, plan_history_panel, GTK_TYPE_WIDGET)

enum {
  PROJECT_CHOSEN,
  TASK_CHOSEN,
  COMPARE,
  GO_BACK,
  NAME,
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
show_words (PlanHistoryPanel *self, PlanHistoryRow *row)
{
  GPtrArray *lines = plan_history_explainer_get (self->explainer, plan_history_row_get_id (row));

  plan_history_row_set_words (row, lines, NULL);
  plan_history_row_set_expanded (row, TRUE);
  if (lines == NULL)
    plan_history_explainer_request (self->explainer, plan_history_row_get_id (row));
}

static void
add_row (PlanHistoryPanel *self, const PlanHistoryEntry *entry)
{
  gboolean undone = GPOINTER_TO_INT (g_hash_table_lookup (self->states, &entry->id));
  PlanHistoryRow *row = PLAN_HISTORY_ROW (plan_history_row_new (entry, get_project_name (self, entry->project), undone));

  plan_history_row_set_step (row, entry->id == self->undo, entry->id == self->redo);
  plan_history_row_set_version (row, g_hash_table_lookup (self->names, &entry->id));
  plan_history_row_set_menu (row, entry->id == plan_document_get_revision (self->document),
                             !plan_document_is_read_only (self->document));
  gtk_list_box_append (self->list, GTK_WIDGET (row));
  if (g_hash_table_contains (self->expanded, &entry->id))
    show_words (self, row);
  self->n_rows++;
}

static void
read_page (PlanHistoryPanel *self)
{
  PlanHistoryQuery query;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  plan_history_finder_fill (self->finder, self->project, &query);
  entries = plan_past_find (plan_document_get_store (self->document), &query, self->last, PAGE_ENTRIES, &self->last, &error);
  self->complete = entries == NULL || self->last == 0;
  if (entries == NULL)
    gtk_label_set_label (self->empty, error->message);
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const PlanHistoryEntry *entry = entries->pdata[i];

      if (entry->undoes != 0 || entry->redoes != 0)
        note_state (self, entry->undoes != 0 ? entry->undoes : entry->redoes, entry->undoes != 0);
      else
        add_row (self, entry);
    }
}

static gboolean
read_cb (gpointer data)
{
  PlanHistoryPanel *self = data;
  gint64 begun = g_get_monotonic_time ();

  while (!self->complete && self->n_rows < self->wanted && g_get_monotonic_time () - begun < MOST_READING)
    read_page (self);
  gtk_stack_set_visible_child_name (self->found, self->complete && self->n_rows == 0 ? "nothing" : "list");
  if (!self->complete && self->n_rows < self->wanted)
    return G_SOURCE_CONTINUE;
  self->read_source = 0;
  return G_SOURCE_REMOVE;
}

/* A page may hold little else than undo and redo, or what is not wanted. */
static void
read_more (PlanHistoryPanel *self)
{
  if (self->read_source != 0)
    return;
  self->wanted = self->n_rows + FEWEST_ROWS;
  if (read_cb (self))
    self->read_source = g_idle_add (read_cb, self);
}

static void
update_names (PlanHistoryPanel *self)
{
  g_autoptr (GPtrArray) marks = plan_store_list_marks (plan_document_get_store (self->document), NULL);

  g_hash_table_remove_all (self->names);
  for (guint i = 0; marks != NULL && i < marks->len; i++)
    {
      const PlanMark *mark = marks->pdata[i];

      g_hash_table_insert (self->names, g_memdup2 (&mark->revision, sizeof mark->revision), g_strdup (mark->name));
    }
}

/* Adding up a long history takes a moment, for which nobody waits. */
static gboolean
foot_cb (gpointer data)
{
  PlanHistoryPanel *self = data;
  g_autofree char *size = NULL, *text = NULL;
  PlanStoreInfo info;

  self->foot_source = 0;
  if (self->document == NULL || plan_document_get_store (self->document) == NULL ||
      !plan_store_get_info (plan_document_get_store (self->document), &info, NULL))
    return G_SOURCE_REMOVE;
  size = g_format_size (info.history_size);
  /* Translators: size of the history: a number of entries, then as “2.3 MB” */
  text = g_strdup_printf (ngettext ("%1$u entry, %2$s", "%1$u entries, %2$s", (guint) info.n_history), (guint) info.n_history, size);
  gtk_label_set_label (self->foot, text);
  return G_SOURCE_REMOVE;
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
clear (PlanHistoryPanel *self)
{
  GtkListBoxRow *row;

  g_clear_handle_id (&self->read_source, g_source_remove);
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  g_hash_table_remove_all (self->states);
  self->n_rows = 0;
  self->last = G_MAXINT64;
  self->complete = self->document == NULL || plan_document_get_store (self->document) == NULL;
}

static void
fill (PlanHistoryPanel *self)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL;

  self->outdated = FALSE;
  clear (self);
  if (self->complete)
    {
      gtk_stack_set_visible_child_name (self->content, "empty");
      return;
    }
  self->undo = plan_document_get_step_entry (self->document, PLAN_STEP_UNDO);
  self->redo = plan_document_get_step_entry (self->document, PLAN_STEP_REDO);
  update_names (self);
  plan_history_finder_update (self->finder, plan_document_get_store (self->document));
  read_more (self);
  gtk_stack_set_visible_child_name (self->content, plan_document_get_revision (self->document) > 0 ? "history" : "empty");
  if (self->foot_source == 0)
    self->foot_source = g_idle_add_full (G_PRIORITY_LOW, foot_cb, self, NULL);
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
filter_changed_cb (PlanHistoryPanel *self)
{
  queue_update (self);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, PlanHistoryPanel *self)
{
  gint64 id = plan_history_row_get_id (PLAN_HISTORY_ROW (row));

  if (plan_history_row_is_expanded (PLAN_HISTORY_ROW (row)))
    {
      g_hash_table_remove (self->expanded, &id);
      plan_history_row_set_expanded (PLAN_HISTORY_ROW (row), FALSE);
      return;
    }
  g_hash_table_add (self->expanded, g_memdup2 (&id, sizeof id));
  show_words (self, PLAN_HISTORY_ROW (row));
}

static void
explained_cb (gint64 entry, GPtrArray *lines, const char *reason, gpointer data)
{
  GtkWidget *row = plan_history_panel_find_row (data, entry);

  if (row != NULL && plan_history_row_is_expanded (PLAN_HISTORY_ROW (row)))
    plan_history_row_set_words (PLAN_HISTORY_ROW (row), lines, reason);
}

static void
show_project_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  PlanHistoryPanel *self = PLAN_HISTORY_PANEL (widget);
  PlanId project = g_variant_get_int64 (target);

  if (plan_model_get_project (plan_document_get_model (self->document), project) != NULL)
    g_signal_emit (self, signals[PROJECT_CHOSEN], 0, (gint64) project);
}

static void
show_task_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  g_signal_emit (widget, signals[TASK_CHOSEN], 0, g_variant_get_int64 (target));
}

static void
compare_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  g_signal_emit (widget, signals[COMPARE], 0, g_variant_get_int64 (target));
}

static void
go_back_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  g_signal_emit (widget, signals[GO_BACK], 0, g_variant_get_int64 (target));
}

static void
name_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  g_signal_emit (widget, signals[NAME], 0, g_variant_get_int64 (target), FALSE);
}

static void
unname_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  g_signal_emit (widget, signals[NAME], 0, g_variant_get_int64 (target), TRUE);
}

/* What can be done with a moment; the menus of the rows name them. */
static const struct
{
  const char *name;
  GtkWidgetActionActivateFunc func;
} row_actions[] = {
  { "history.show-project", show_project_cb },
  { "history.show-task", show_task_cb },
  { "history.compare", compare_cb },
  { "history.go-back", go_back_cb },
  { "history.name", name_cb },
  { "history.unname", unname_cb },
};

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
build (PlanHistoryPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, update_heading, NULL, NULL);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, 0);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller), "value-changed", G_CALLBACK (scrolled_cb), self, 0);
}

static void
plan_history_panel_map (GtkWidget *widget)
{
  PlanHistoryPanel *self = PLAN_HISTORY_PANEL (widget);

  if (self->content == NULL)
    build (self);
  GTK_WIDGET_CLASS (plan_history_panel_parent_class)->map (widget);
  if (self->outdated)
    fill (self);
}

/* The edits come before what is looked for among them. */
static gboolean
plan_history_panel_grab_focus (GtkWidget *widget)
{
  PlanHistoryPanel *self = PLAN_HISTORY_PANEL (widget);
  GtkListBoxRow *row = self->content != NULL ? gtk_list_box_get_row_at_index (self->list, 0) : NULL;

  if (row != NULL)
    return gtk_widget_grab_focus (GTK_WIDGET (row));
  return self->content != NULL && gtk_widget_grab_focus (GTK_WIDGET (self->finder));
}

static void
plan_history_panel_dispose (GObject *object)
{
  PlanHistoryPanel *self = PLAN_HISTORY_PANEL (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_handle_id (&self->read_source, g_source_remove);
  g_clear_handle_id (&self->foot_source, g_source_remove);
  g_clear_pointer (&self->explainer, plan_history_explainer_free);
  g_clear_object (&self->document);
  if (self->content != NULL)
    {
      g_clear_pointer ((GtkWidget **) &self->content, gtk_widget_unparent);
      gtk_widget_dispose_template (GTK_WIDGET (self), PLAN_TYPE_HISTORY_PANEL);
    }
  G_OBJECT_CLASS (plan_history_panel_parent_class)->dispose (object);
}

static void
plan_history_panel_finalize (GObject *object)
{
  PlanHistoryPanel *self = PLAN_HISTORY_PANEL (object);

  g_hash_table_unref (self->states);
  g_hash_table_unref (self->expanded);
  g_hash_table_unref (self->names);
  G_OBJECT_CLASS (plan_history_panel_parent_class)->finalize (object);
}

static void
add_signals (PlanHistoryPanelClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  /**
   * PlanHistoryPanel::project-chosen:
   * @project: a #PlanId
   *
   * The user wants to see the project of an edit.
   */
  signals[PROJECT_CHOSEN] = g_signal_new ("project-chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_INT64);
  /**
   * PlanHistoryPanel::task-chosen:
   * @task: a #PlanId
   *
   * The user wants to see a task that an edit was about.
   */
  signals[TASK_CHOSEN] = g_signal_new ("task-chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  /**
   * PlanHistoryPanel::compare:
   * @revision: an entry of the history, 0 for before the first
   *
   * What was after that entry is to be compared with now.
   */
  signals[COMPARE] = g_signal_new ("compare", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  /**
   * PlanHistoryPanel::go-back:
   * @revision: an entry of the history, 0 for before the first
   *
   * The office is to be what it was after that entry.
   */
  signals[GO_BACK] = g_signal_new ("go-back", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  /**
   * PlanHistoryPanel::name:
   * @revision: an entry of the history
   * @remove: whether the name is to be taken away
   *
   * The version after that entry is to get a name.
   */
  signals[NAME] = g_signal_new ("name", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_BOOLEAN);
}

static void
plan_history_panel_class_init (PlanHistoryPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plan_history_panel_dispose;
  G_OBJECT_CLASS (klass)->finalize = plan_history_panel_finalize;
  widget_class->grab_focus = plan_history_panel_grab_focus;
  widget_class->map = plan_history_panel_map;
  add_signals (klass);
  for (guint i = 0; i < G_N_ELEMENTS (row_actions); i++)
    gtk_widget_class_install_action (widget_class, row_actions[i].name, "x", row_actions[i].func);

  g_type_ensure (PLAN_TYPE_HISTORY_FINDER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/planwright/Planwright/plan-history-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, PlanHistoryPanel, content);
  gtk_widget_class_bind_template_child (widget_class, PlanHistoryPanel, empty);
  gtk_widget_class_bind_template_child (widget_class, PlanHistoryPanel, finder);
  gtk_widget_class_bind_template_child (widget_class, PlanHistoryPanel, found);
  gtk_widget_class_bind_template_child (widget_class, PlanHistoryPanel, scroller);
  gtk_widget_class_bind_template_child (widget_class, PlanHistoryPanel, list);
  gtk_widget_class_bind_template_child (widget_class, PlanHistoryPanel, foot);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
plan_history_panel_init (PlanHistoryPanel *self)
{
  self->states = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->expanded = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->last = G_MAXINT64;
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
      g_clear_pointer (&self->explainer, plan_history_explainer_free);
      g_hash_table_remove_all (self->expanded);
      g_set_object (&self->document, document);
      if (document != NULL)
        {
          self->explainer = plan_history_explainer_new (document, explained_cb, self);
          g_signal_connect_object (document, "changed", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
          g_signal_connect_object (document, "versions-changed", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
        }
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

/**
 * plan_history_panel_find_row:
 * @entry: an entry of the history
 *
 * Returns: (transfer none) (nullable): its row, if it has been read
 */
GtkWidget *
plan_history_panel_find_row (PlanHistoryPanel *self, gint64 entry)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (PLAN_IS_HISTORY_PANEL (self), NULL);

  for (int i = 0; self->content != NULL && (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (plan_history_row_get_id (PLAN_HISTORY_ROW (row)) == entry)
      return GTK_WIDGET (row);
  return NULL;
}
