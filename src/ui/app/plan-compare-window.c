/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page that lists what has changed between two moments of the office: a summary, then a table with old and new values.
 * It can be searched, and a row about a task leads to the task.
 */

#include "plan-compare-window.h"

#include "plan-compare-list.h"
#include "plan-value-text.h"

#include <glib/gi18n-lib.h>

/* So many projects are named in the summary. */
#define MOST_PROJECTS 3

struct _PlanCompareWindow
{
  AdwWindow parent_instance;

  AdwWindowTitle *heading;
  GtkToggleButton *search_button;
  GtkEditable *search;
  GtkLabel *summary;
  GtkStack *stack;
  GtkColumnView *view;

  PlanCompareList *list;
  gboolean same;
};

enum {
  TASK_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlanCompareWindow, plan_compare_window, ADW_TYPE_WINDOW)

/* @chars: least width; the name takes the rest. */
static const struct
{
  const char *title;
  guint chars;
  gboolean numeric;
} columns[PLAN_N_COMPARE_COLUMNS] = {
  [PLAN_COMPARE_NAME] = { NC_("comparison", "Name"), 16, FALSE },
  [PLAN_COMPARE_WHAT] = { NC_("comparison", "Change"), 14, FALSE },
  [PLAN_COMPARE_BEFORE] = { NC_("comparison", "Before"), 12, FALSE },
  [PLAN_COMPARE_AFTER] = { NC_("comparison", "After"), 12, FALSE },
  [PLAN_COMPARE_SLIP] = { NC_("comparison", "Slip"), 7, TRUE },
};

static PlanCompareColumn
get_column (gpointer data)
{
  return GPOINTER_TO_UINT (data);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *cell = gtk_inscription_new (NULL);

  gtk_inscription_set_min_chars (GTK_INSCRIPTION (cell), columns[get_column (data)].chars);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (cell), columns[get_column (data)].chars);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_add_css_class (cell, "numeric");
  if (columns[get_column (data)].numeric)
    gtk_inscription_set_xalign (GTK_INSCRIPTION (cell), 1);
  gtk_list_item_set_child (item, cell);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  g_autofree char *text = plan_compare_row_get_text (gtk_list_item_get_item (item), get_column (data));

  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_list_item_get_child (item)), text);
  gtk_widget_set_tooltip_text (gtk_list_item_get_child (item), *text != '\0' ? text : NULL);
}

static void
add_columns (PlanCompareWindow *self)
{
  for (guint i = 0; i < PLAN_N_COMPARE_COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (g_dpgettext2 (GETTEXT_PACKAGE, "comparison", columns[i].title),
                                                                          factory);

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GUINT_TO_POINTER (i));
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (i));
      gtk_column_view_column_set_expand (column, i == PLAN_COMPARE_NAME);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_append_column (self->view, column);
    }
}

static void
update_stack (PlanCompareWindow *self)
{
  gboolean found = g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0;

  gtk_stack_set_visible_child_name (self->stack, found ? "list" : self->same ? "same" : "nothing");
}

static void
words_changed_cb (PlanCompareWindow *self)
{
  plan_compare_list_set_words (self->list, gtk_editable_get_text (self->search));
  update_stack (self);
}

static void
activate_cb (PlanCompareWindow *self, guint position)
{
  g_autoptr (PlanCompareRow) row = g_list_model_get_item (G_LIST_MODEL (self->list), position);

  if (row != NULL && plan_compare_row_get_task (row) != PLAN_ID_NONE)
    g_signal_emit (self, signals[TASK_CHOSEN], 0, (gint64) plan_compare_row_get_task (row));
}

static void
find_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_toggle_button_set_active (PLAN_COMPARE_WINDOW (widget)->search_button, TRUE);
}

static void
plan_compare_window_dispose (GObject *object)
{
  PlanCompareWindow *self = PLAN_COMPARE_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PLAN_TYPE_COMPARE_WINDOW);
  g_clear_object (&self->list);
  G_OBJECT_CLASS (plan_compare_window_parent_class)->dispose (object);
}

static void
plan_compare_window_class_init (PlanCompareWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plan_compare_window_dispose;
  /**
   * PlanCompareWindow::task-chosen:
   * @task: id of the task to go to
   */
  signals[TASK_CHOSEN] = g_signal_new ("task-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_install_action (widget_class, "comparison.find", NULL, find_cb);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/planwright/Planwright/plan-compare-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PlanCompareWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, PlanCompareWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, PlanCompareWindow, search);
  gtk_widget_class_bind_template_child (widget_class, PlanCompareWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, PlanCompareWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, PlanCompareWindow, view);
  gtk_widget_class_bind_template_callback (widget_class, words_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
plan_compare_window_init (PlanCompareWindow *self)
{
  g_autoptr (GtkSelectionModel) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->list = plan_compare_list_new ();
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->list))));
  gtk_column_view_set_model (self->view, selection);
  add_columns (self);
}

/**
 * plan_compare_window_new:
 * @name: what is compared with now, as the title says it
 *
 * Returns: (transfer none): a window, not shown yet; like all windows it belongs to GTK
 */
GtkWindow *
plan_compare_window_new (GtkWindow *parent, const char *name)
{
  PlanCompareWindow *self = g_object_new (PLAN_TYPE_COMPARE_WINDOW, "transient-for", parent, NULL);

  adw_window_title_set_subtitle (self->heading, name);
  return GTK_WINDOW (self);
}

static const char *
get_count_format (PlanDifferenceKind kind)
{
  switch (kind)
    {
    case PLAN_DIFFERENCE_ADDED:
      /* Translators: in a list of what has changed; %s as “3 tasks” */
      return _("%s added");
    case PLAN_DIFFERENCE_DELETED:
      return _("%s deleted");
    default:
      return _("%s changed");
    }
}

/* "2 tasks added, 1 task deleted, 12 tasks changed" and what else there is. */
static char *
describe_counts (const PlanComparison *comparison)
{
  GString *text = g_string_new (NULL);

  for (guint record = 0; record < PLAN_N_RECORDS; record++)
    for (guint kind = 0; kind < PLAN_N_DIFFERENCES; kind++)
      if (comparison->counts[record][kind] > 0)
        {
          g_autofree char *count = plan_record_count (record, comparison->counts[record][kind]);

          if (text->len > 0)
            /* Translators: between parts of a list */
            g_string_append (text, C_("list", ", "));
          g_string_append_printf (text, get_count_format (kind), count);
        }
  return g_string_free (text, FALSE);
}

static void
update_summary (PlanCompareWindow *self, const PlanComparison *comparison)
{
  g_autofree char *counts = describe_counts (comparison);
  GString *text = g_string_new (counts);
  g_autofree char *label = NULL;

  for (guint i = 0; i < comparison->projects->len && i < MOST_PROJECTS; i++)
    {
      g_autofree char *line = plan_project_difference_to_text (comparison->projects->pdata[i]);

      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
    }
  if (comparison->projects->len > MOST_PROJECTS)
    {
      guint n = comparison->projects->len - MOST_PROJECTS;

      g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext ("and %u more", "and %u more", n), n);
    }
  label = g_string_free (text, FALSE);
  gtk_label_set_label (self->summary, label);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), *label != '\0');
}

/**
 * plan_compare_window_set_past:
 * @past: the comparison to show
 */
void
plan_compare_window_set_past (PlanCompareWindow *self, PlanPast *past)
{
  g_return_if_fail (PLAN_IS_COMPARE_WINDOW (self) && past != NULL);

  self->same = plan_comparison_is_empty (past->comparison);
  update_summary (self, past->comparison);
  plan_compare_list_set_past (self->list, past);
  update_stack (self);
}
