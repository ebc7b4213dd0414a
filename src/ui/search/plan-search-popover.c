/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The search of the whole office below its button in the header bar: a field and, while one types, what was found, grouped by
 * kind. Down goes from the field to the results, typing comes back to it, Enter goes to the first or the chosen one, Esc puts
 * the focus back where it was. What an input method is still composing is no text of the field yet, so nothing is looked for.
 * The widgets are made when it is first opened.
 */

#include "plan-search-popover.h"

#include "plan-finder.h"
#include "plan-search-row.h"

#include <glib/gi18n.h>

/* Results of each kind. */
#define MAX_RESULTS 8

/**
 * PlanSearchPopover:
 * @focus: (weak): what had the focus before the popover
 * @activate_first: Enter was pressed before the answer came
 * @has_answer: whether the results are those of the words in the field
 */
struct _PlanSearchPopover
{
  GtkPopover parent_instance;

  GtkEditable *entry;
  GtkLabel *message;
  GtkWidget *scroller;
  GtkListBox *results;
  PlanDocument *document;
  PlanFinder *finder;
  GtkWidget *focus;
  gboolean activate_first;
  gboolean has_answer;
};

G_DEFINE_FINAL_TYPE (PlanSearchPopover, plan_search_popover, GTK_TYPE_POPOVER)

enum {
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
clear_results (PlanSearchPopover *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->results))) != NULL)
    gtk_list_box_remove (self->results, row);
}

static void
show_message (PlanSearchPopover *self, const char *sentence)
{
  clear_results (self);
  gtk_label_set_label (self->message, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->message), TRUE);
  gtk_widget_set_visible (self->scroller, FALSE);
}

static void
show_hint (PlanSearchPopover *self)
{
  show_message (self, _("Names, notes and codes in all projects are searched, in any language."));
}

static void
set_focus_before (PlanSearchPopover *self, GtkWidget *focus)
{
  g_set_weak_pointer (&self->focus, focus);
}

static void
choose_row (PlanSearchPopover *self, PlanSearchRow *row)
{
  PlanRecord record = plan_search_row_get_record (row);
  PlanId id = plan_search_row_get_id (row);

  set_focus_before (self, NULL);
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, record, id);
}

static void
row_activated_cb (PlanSearchPopover *self, GtkListBoxRow *row)
{
  choose_row (self, PLAN_SEARCH_ROW (row));
}

/* Within a group the best comes first, and the group of the best result is the first. */
static void
add_group (PlanSearchPopover *self, GPtrArray *hits, PlanSearchKind kind)
{
  for (guint i = 0; i < hits->len; i++)
    {
      const PlanSearchHit *hit = g_ptr_array_index (hits, i);

      if (hit->kind == kind && plan_model_lookup (plan_document_get_model (self->document), hit->record, hit->id) != NULL)
        gtk_list_box_append (self->results, plan_search_row_new (hit, plan_document_get_model (self->document)));
    }
}

static void
show_hits (PlanSearchPopover *self, GPtrArray *hits)
{
  guint done = 0;

  clear_results (self);
  for (guint i = 0; i < hits->len; i++)
    {
      PlanSearchKind kind = ((const PlanSearchHit *) g_ptr_array_index (hits, i))->kind;

      if ((done & (1u << kind)) == 0)
        add_group (self, hits, kind);
      done |= 1u << kind;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->message), FALSE);
  gtk_widget_set_visible (self->scroller, TRUE);
  gtk_list_box_select_row (self->results, gtk_list_box_get_row_at_index (self->results, 0));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

static void
found_cb (GPtrArray *hits, const GError *error, gpointer data)
{
  PlanSearchPopover *self = data;
  GtkListBoxRow *first;

  self->has_answer = TRUE;
  if (hits == NULL)
    show_message (self, error->message);
  else if (hits->len == 0)
    {
      /* Translators: %s is what was typed into the search field */
      g_autofree char *sentence = g_strdup_printf (_("Nothing was found for “%s”."), gtk_editable_get_text (self->entry));

      show_message (self, sentence);
    }
  else
    show_hits (self, hits);
  first = gtk_list_box_get_row_at_index (self->results, 0);
  if (self->activate_first && first != NULL)
    choose_row (self, PLAN_SEARCH_ROW (first));
  self->activate_first = FALSE;
}

static void
words_changed_cb (PlanSearchPopover *self)
{
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));

  self->activate_first = FALSE;
  self->has_answer = FALSE;
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->results)) != NULL)
    gtk_text_grab_focus_without_selecting (GTK_TEXT (gtk_editable_get_delegate (self->entry)));
  if (self->finder == NULL)
    return;
  if (*words != '\0')
    plan_finder_find (self->finder, gtk_editable_get_text (self->entry), MAX_RESULTS, found_cb, self);
  else
    {
      plan_finder_cancel (self->finder);
      show_hint (self);
    }
}

/* What is shown may be the answer to fewer words. */
static void
entry_activate_cb (PlanSearchPopover *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->results);

  if (self->has_answer && row != NULL)
    choose_row (self, PLAN_SEARCH_ROW (row));
  else
    self->activate_first = !self->has_answer;
}

static void
stop_search_cb (PlanSearchPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

/* Down goes to the results; while an input method composes, it is not heard here. */
static gboolean
entry_key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, PlanSearchPopover *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->results);

  if ((key != GDK_KEY_Down && key != GDK_KEY_KP_Down) || row == NULL || !gtk_widget_get_visible (self->scroller))
    return GDK_EVENT_PROPAGATE;
  return gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* From the first result Up goes back to the field. */
static gboolean
results_key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, PlanSearchPopover *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->results);

  if ((key != GDK_KEY_Up && key != GDK_KEY_KP_Up) || row == NULL || gtk_list_box_row_get_index (row) != 0)
    return GDK_EVENT_PROPAGATE;
  return gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  PlanSearchKind kind = plan_search_row_get_kind (PLAN_SEARCH_ROW (row));
  GtkWidget *label = NULL;

  if (before == NULL || plan_search_row_get_kind (PLAN_SEARCH_ROW (before)) != kind)
    {
      label = gtk_label_new (_(plan_search_kind_get_label (kind)));
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "search-group");
    }
  gtk_list_box_row_set_header (row, label);
}

static void
build (PlanSearchPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->entry), GTK_WIDGET (self->results));
  gtk_list_box_set_header_func (self->results, update_header, NULL, NULL);
  show_hint (self);
}

static void
plan_search_popover_show (GtkWidget *widget)
{
  PlanSearchPopover *self = PLAN_SEARCH_POPOVER (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  set_focus_before (self, root != NULL ? gtk_root_get_focus (root) : NULL);
  if (self->entry == NULL)
    build (self);
  GTK_WIDGET_CLASS (plan_search_popover_parent_class)->show (widget);
  gtk_editable_select_region (self->entry, 0, -1);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  /* What was found before may have been edited since. */
  words_changed_cb (self);
}

static void
plan_search_popover_closed (GtkPopover *popover)
{
  PlanSearchPopover *self = PLAN_SEARCH_POPOVER (popover);
  GtkWidget *focus = self->focus;

  self->activate_first = FALSE;
  if (self->finder != NULL)
    plan_finder_cancel (self->finder);
  if (focus != NULL && gtk_widget_get_mapped (focus))
    gtk_widget_grab_focus (focus);
  set_focus_before (self, NULL);
}

static void
plan_search_popover_dispose (GObject *object)
{
  PlanSearchPopover *self = PLAN_SEARCH_POPOVER (object);

  set_focus_before (self, NULL);
  plan_search_popover_set_document (self, NULL);
  if (self->entry != NULL)
    gtk_widget_dispose_template (GTK_WIDGET (self), PLAN_TYPE_SEARCH_POPOVER);
  G_OBJECT_CLASS (plan_search_popover_parent_class)->dispose (object);
}

static void
plan_search_popover_class_init (PlanSearchPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plan_search_popover_dispose;
  widget_class->show = plan_search_popover_show;
  GTK_POPOVER_CLASS (klass)->closed = plan_search_popover_closed;

  /**
   * PlanSearchPopover::chosen:
   * @record: a #PlanRecord
   * @id: where to go; it may be gone
   *
   * A result was chosen; the popover is closed.
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                  G_TYPE_UINT, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/planwright/Planwright/plan-search-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, PlanSearchPopover, entry);
  gtk_widget_class_bind_template_child (widget_class, PlanSearchPopover, message);
  gtk_widget_class_bind_template_child (widget_class, PlanSearchPopover, scroller);
  gtk_widget_class_bind_template_child (widget_class, PlanSearchPopover, results);
  gtk_widget_class_bind_template_callback (widget_class, words_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, results_key_cb);
}

static void
plan_search_popover_init (PlanSearchPopover *self)
{
}

/**
 * plan_search_popover_set_document:
 * @document: (nullable): the office that is searched from now on
 */
void
plan_search_popover_set_document (PlanSearchPopover *self, PlanDocument *document)
{
  g_return_if_fail (PLAN_IS_SEARCH_POPOVER (self));

  if (!g_set_object (&self->document, document))
    return;
  g_clear_pointer (&self->finder, plan_finder_free);
  if (document != NULL)
    {
      g_autofree char *cache = plan_search_get_path (plan_store_get_path (plan_document_get_store (document)));

      self->finder = plan_finder_new (document, cache);
    }
}
