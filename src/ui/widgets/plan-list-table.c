/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table of texts in a few columns that can only be read, with a box to tick in front of each row when that is wanted. Texts
 * are made for the rows that are seen.
 */

#include "plan-list-table.h"

#include <glib/gi18n-lib.h>

#define PLAN_TYPE_TEXT_ROW (plan_text_row_get_type ())
G_DECLARE_FINAL_TYPE (PlanTextRow, plan_text_row, PLAN, TEXT_ROW, GObject)

struct _PlanTextRow
{
  GObject parent_instance;

  guint index;
};

#define PLAN_TYPE_TEXT_ROWS (plan_text_rows_get_type ())
G_DECLARE_FINAL_TYPE (PlanTextRows, plan_text_rows, PLAN, TEXT_ROWS, GObject)

struct _PlanTextRows
{
  GObject parent_instance;

  guint n;
};

/**
 * PlanListTable::row-activated:
 * @row: that was clicked twice, or Enter was pressed on
 */
enum {
  ROW_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

struct _PlanListTable
{
  AdwBin parent_instance;

  GtkColumnView *view;
  PlanTextRows *rows;
  const PlanListColumn *columns;
  PlanTextFunc get_text;
  PlanCheckFunc is_checked;
  PlanChecked checked;
  gpointer data;
};

static void plan_text_rows_init_list (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE (PlanTextRow, plan_text_row, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE_WITH_CODE (PlanTextRows, plan_text_rows, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, plan_text_rows_init_list))
G_DEFINE_FINAL_TYPE (PlanListTable, plan_list_table, ADW_TYPE_BIN)

static void
plan_text_row_class_init (PlanTextRowClass *klass)
{
}

static void
plan_text_row_init (PlanTextRow *self)
{
}

static GType
plan_text_rows_get_item_type (GListModel *list)
{
  return PLAN_TYPE_TEXT_ROW;
}

static guint
plan_text_rows_get_n_items (GListModel *list)
{
  return PLAN_TEXT_ROWS (list)->n;
}

static gpointer
plan_text_rows_get_item (GListModel *list, guint position)
{
  PlanTextRow *row;

  if (position >= PLAN_TEXT_ROWS (list)->n)
    return NULL;
  row = g_object_new (PLAN_TYPE_TEXT_ROW, NULL);
  row->index = position;
  return row;
}

static void
plan_text_rows_init_list (GListModelInterface *iface)
{
  iface->get_item_type = plan_text_rows_get_item_type;
  iface->get_n_items = plan_text_rows_get_n_items;
  iface->get_item = plan_text_rows_get_item;
}

static void
plan_text_rows_class_init (PlanTextRowsClass *klass)
{
}

static void
plan_text_rows_init (PlanTextRows *self)
{
}

static guint
get_index (GtkListItem *item)
{
  return PLAN_TEXT_ROW (gtk_list_item_get_item (item))->index;
}

static guint
get_column (GtkListItemFactory *factory)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"));
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  PlanListTable *self = data;
  const PlanListColumn *column = &self->columns[get_column (factory)];
  GtkWidget *cell = gtk_inscription_new (NULL);

  gtk_inscription_set_min_chars (GTK_INSCRIPTION (cell), column->chars);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (cell), column->chars);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_yalign (GTK_INSCRIPTION (cell), 0.5f);
  gtk_widget_add_css_class (cell, "numeric");
  if (column->numeric)
    gtk_inscription_set_xalign (GTK_INSCRIPTION (cell), 1);
  gtk_list_item_set_child (item, cell);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  PlanListTable *self = data;
  g_autofree char *text = self->get_text (get_index (item), get_column (factory), self->data);
  GtkWidget *cell = gtk_list_item_get_child (item);

  gtk_inscription_set_text (GTK_INSCRIPTION (cell), text);
  gtk_widget_set_tooltip_text (cell, text != NULL && *text != '\0' ? text : NULL);
}

static void
toggled_cb (GtkCheckButton *box, gpointer data)
{
  PlanListTable *self = data;
  guint row = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (box), "row"));

  self->checked (row, gtk_check_button_get_active (box), self->data);
}

static void
setup_box_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  gtk_list_item_set_child (item, gtk_check_button_new ());
}

/* A screen reader says what the box is of by the first text of its row. */
static void
bind_box_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  PlanListTable *self = data;
  GtkWidget *box = gtk_list_item_get_child (item);
  g_autofree char *text = self->get_text (get_index (item), 0, self->data);

  g_object_set_data (G_OBJECT (box), "row", GUINT_TO_POINTER (get_index (item)));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (box), self->is_checked (get_index (item), self->data));
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_signal_connect_object (box, "toggled", G_CALLBACK (toggled_cb), self, 0);
}

static void
unbind_box_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_child (item), toggled_cb, data);
}

static void
activate_cb (PlanListTable *self, guint position)
{
  g_signal_emit (self, signals[ROW_ACTIVATED], 0, position);
}

static void
plan_list_table_dispose (GObject *object)
{
  g_clear_object (&PLAN_LIST_TABLE (object)->rows);
  G_OBJECT_CLASS (plan_list_table_parent_class)->dispose (object);
}

static void
plan_list_table_class_init (PlanListTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plan_list_table_dispose;
  signals[ROW_ACTIVATED] = g_signal_new ("row-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1,
                                         G_TYPE_UINT);
}

static void
plan_list_table_init (PlanListTable *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->rows = g_object_new (PLAN_TYPE_TEXT_ROWS, NULL);
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "compare-view");
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (scrolled, TRUE);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

/**
 * plan_list_table_new:
 * @label: what the table is, for screen readers; translated
 * @columns: (array length=n_columns): must live as long as the table
 *
 * Returns: (transfer floating): a table without rows
 */
GtkWidget *
plan_list_table_new (const char *label, const PlanListColumn *columns, guint n_columns)
{
  PlanListTable *self = g_object_new (PLAN_TYPE_LIST_TABLE, NULL);

  self->columns = columns;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  for (guint i = 0; i < n_columns; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      const char *title = g_dgettext (GETTEXT_PACKAGE, columns[i].title);
      g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (title, factory);

      g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (i));
      g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
      g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
      gtk_column_view_column_set_expand (column, columns[i].expand);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_append_column (self->view, column);
    }
  return GTK_WIDGET (self);
}

/**
 * plan_list_table_add_checks:
 * @title: of the column with boxes, translated
 *
 * Puts a box in front of each row; both functions get the data of plan_list_table_set_rows().
 */
void
plan_list_table_add_checks (PlanListTable *self, const char *title, PlanCheckFunc is_checked, PlanChecked checked)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (title, factory);

  self->is_checked = is_checked;
  self->checked = checked;
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_box_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_box_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_box_cb), self, 0);
  gtk_column_view_insert_column (self->view, 0, column);
}

/**
 * plan_list_table_set_rows:
 * @data: given to @get_text; it must live until other rows are set or the table goes
 *
 * Shows other rows, or the same with other texts.
 */
void
plan_list_table_set_rows (PlanListTable *self, guint n_rows, PlanTextFunc get_text, gpointer data)
{
  g_autoptr (GtkSelectionModel) selection = NULL;
  guint n_before = self->rows->n;

  g_return_if_fail (PLAN_IS_LIST_TABLE (self));

  self->get_text = get_text;
  self->data = data;
  self->rows->n = n_rows;
  if (gtk_column_view_get_model (self->view) != NULL)
    {
      g_list_model_items_changed (G_LIST_MODEL (self->rows), 0, n_before, n_rows);
      return;
    }
  selection = GTK_SELECTION_MODEL (gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->rows))));
  gtk_column_view_set_model (self->view, selection);
}

/**
 * plan_list_table_get_n:
 *
 * Returns: how many rows there are
 */
guint
plan_list_table_get_n (PlanListTable *self)
{
  g_return_val_if_fail (PLAN_IS_LIST_TABLE (self), 0);

  return self->rows->n;
}
