/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which columns the sheet shows: all of the table, by group, with a tick before those that are shown. It stays open while one
 * ticks; what is typed leaves those with that text.
 */

#include "plan-column-chooser.h"

#include "plan-sheet-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LIST_HEIGHT 360
#define LIST_WIDTH 260

struct _PlanColumnChooser
{
  GtkPopover parent_instance;

  PlanSheet *sheet;
  GtkWidget *search;
  GtkWidget *list;
  char *wanted; /* folded, or NULL */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (PlanColumnChooser, plan_column_chooser, GTK_TYPE_POPOVER)

/* Rows of the list are in the order in which they were put in: columns by group. */
static PlanColumnId
get_column (GtkListBoxRow *row)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "column"));
}

static void
toggled_cb (GtkCheckButton *check, PlanColumnChooser *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (check), GTK_TYPE_LIST_BOX_ROW);

  if (self->filling)
    return;
  plan_sheet_show_column (self->sheet, get_column (GTK_LIST_BOX_ROW (row)), gtk_check_button_get_active (check));
  plan_sheet_tell_columns (self->sheet);
}

/* Ticks what is shown. */
static void
update (PlanColumnChooser *self)
{
  GtkListBoxRow *row;

  self->filling = TRUE;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL; i++)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (gtk_list_box_row_get_child (row)),
                                 plan_sheet_find_column (self->sheet, get_column (row)) != PLAN_INDEX_NONE);
  self->filling = FALSE;
}

static void
standard_cb (PlanColumnChooser *self)
{
  plan_sheet_set_columns (self->sheet, NULL);
  plan_sheet_tell_columns (self->sheet);
  update (self);
}

static void
header_func (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  PlanColumnGroup group = plan_column_get (get_column (row))->group;
  GtkWidget *heading;

  if (before != NULL && plan_column_get (get_column (before))->group == group)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  heading = gtk_label_new (plan_column_group_get_label (group));
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_add_css_class (heading, "column-group");
  gtk_list_box_row_set_header (row, heading);
}

static gboolean
has_text (const char *text, const char *wanted)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  return strstr (folded, wanted) != NULL;
}

/* By its name, by what stands at its head, as “PV”, and by its group. */
static gboolean
filter_func (GtkListBoxRow *row, gpointer data)
{
  PlanColumnChooser *self = data;
  PlanColumnId column = get_column (row);

  return self->wanted == NULL || has_text (plan_column_get_label (column), self->wanted) ||
         has_text (plan_column_get_heading (column), self->wanted) ||
         has_text (plan_column_group_get_label (plan_column_get (column)->group), self->wanted);
}

static void
search_changed_cb (PlanColumnChooser *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));

  g_free (self->wanted);
  self->wanted = *text != '\0' ? g_utf8_casefold (text, -1) : NULL;
  gtk_list_box_invalidate_filter (GTK_LIST_BOX (self->list));
  gtk_list_box_invalidate_headers (GTK_LIST_BOX (self->list));
}

/* The tick has the focus, not the row around it. */
static void
add_column (PlanColumnChooser *self, PlanColumnId column)
{
  GtkWidget *check = gtk_check_button_new_with_label (plan_column_get_label (column));
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_widget_set_sensitive (check, column != PLAN_COLUMN_NAME);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), check);
  gtk_widget_set_focusable (row, FALSE);
  g_object_set_data (G_OBJECT (row), "column", GUINT_TO_POINTER (column));
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, 0);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static GtkWidget *
create_list (PlanColumnChooser *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_list_box_set_header_func (GTK_LIST_BOX (self->list), header_func, NULL, NULL);
  gtk_list_box_set_filter_func (GTK_LIST_BOX (self->list), filter_func, self, NULL);
  gtk_widget_add_css_class (self->list, "column-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Columns"), -1);
  for (PlanColumnGroup group = PLAN_COLUMNS_TASK; group <= PLAN_COLUMNS_EARNED_VALUE; group++)
    for (PlanColumnId column = 0; column < PLAN_N_COLUMNS; column++)
      if (plan_column_get (column)->group == group)
        add_column (self, column);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_widget_set_size_request (scroller, LIST_WIDTH, LIST_HEIGHT);
  return scroller;
}

static void
plan_column_chooser_finalize (GObject *object)
{
  g_free (PLAN_COLUMN_CHOOSER (object)->wanted);
  G_OBJECT_CLASS (plan_column_chooser_parent_class)->finalize (object);
}

static void
plan_column_chooser_class_init (PlanColumnChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plan_column_chooser_finalize;
}

static void
plan_column_chooser_init (PlanColumnChooser *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *standard = gtk_button_new_with_label (_("Standard columns"));

  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _("Search columns"), NULL);
  g_signal_connect_object (self->search, "changed", G_CALLBACK (search_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "stop-search", G_CALLBACK (gtk_popover_popdown), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (standard, "clicked", G_CALLBACK (standard_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), create_list (self));
  gtk_box_append (GTK_BOX (box), standard);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Columns"), -1);
}

/**
 * plan_column_chooser_new:
 * @sheet: (transfer none): whose columns are chosen; has to live longer
 *
 * Returns: (transfer floating): a popover without a parent yet
 */
GtkWidget *
plan_column_chooser_new (PlanSheet *sheet)
{
  PlanColumnChooser *self = g_object_new (PLAN_TYPE_COLUMN_CHOOSER, NULL);

  self->sheet = sheet;
  return GTK_WIDGET (self);
}

/**
 * plan_column_chooser_renew:
 *
 * Shows all columns, and which of them the sheet has now. To be called before it is popped up.
 */
void
plan_column_chooser_renew (PlanColumnChooser *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  update (self);
}
