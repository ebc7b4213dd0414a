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

#define N_GROUPS (PLAN_COLUMNS_EARNED_VALUE + 1)

struct _PlanColumnChooser
{
  GtkPopover parent_instance;

  PlanSheet *sheet;
  GtkWidget *search;
  GtkWidget *headings[N_GROUPS];
  GtkWidget *checks[PLAN_N_COLUMNS];
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (PlanColumnChooser, plan_column_chooser, GTK_TYPE_POPOVER)

static void
toggled_cb (GtkCheckButton *check, PlanColumnChooser *self)
{
  PlanColumnId column = 0;

  if (self->filling)
    return;
  while (self->checks[column] != GTK_WIDGET (check))
    column++;
  plan_sheet_show_column (self->sheet, column, gtk_check_button_get_active (check));
  plan_sheet_tell_columns (self->sheet);
}

/* Ticks what is shown. */
static void
update (PlanColumnChooser *self)
{
  self->filling = TRUE;
  for (PlanColumnId column = 0; column < PLAN_N_COLUMNS; column++)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->checks[column]),
                                 plan_sheet_find_column (self->sheet, column) != PLAN_INDEX_NONE);
  self->filling = FALSE;
}

static void
standard_cb (PlanColumnChooser *self)
{
  plan_sheet_set_columns (self->sheet, NULL);
  plan_sheet_tell_columns (self->sheet);
  update (self);
}

static gboolean
has_text (const char *text, const char *wanted)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  return strstr (folded, wanted) != NULL;
}

/* By its name, by what stands at its head, as “PV”, and by its group. */
static gboolean
is_wanted (PlanColumnId column, const char *wanted)
{
  return has_text (plan_column_get_label (column), wanted) || has_text (plan_column_get_heading (column), wanted) ||
         has_text (plan_column_group_get_label (plan_column_get (column)->group), wanted);
}

static void
search_changed_cb (PlanColumnChooser *self)
{
  g_autofree char *wanted = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);
  gboolean shown[N_GROUPS] = { FALSE };

  for (PlanColumnId column = 0; column < PLAN_N_COLUMNS; column++)
    {
      gboolean fits = is_wanted (column, wanted);

      gtk_widget_set_visible (self->checks[column], fits);
      shown[plan_column_get (column)->group] |= fits;
    }
  for (PlanColumnGroup group = 0; group < N_GROUPS; group++)
    gtk_widget_set_visible (self->headings[group], shown[group]);
}

static void
add_group (PlanColumnChooser *self, GtkBox *list, PlanColumnGroup group)
{
  self->headings[group] = gtk_label_new (plan_column_group_get_label (group));
  gtk_label_set_xalign (GTK_LABEL (self->headings[group]), 0);
  gtk_widget_add_css_class (self->headings[group], "heading");
  gtk_widget_add_css_class (self->headings[group], "column-group");
  gtk_box_append (list, self->headings[group]);
  for (PlanColumnId column = 0; column < PLAN_N_COLUMNS; column++)
    if (plan_column_get (column)->group == group)
      {
        self->checks[column] = gtk_check_button_new_with_label (plan_column_get_label (column));
        gtk_widget_set_sensitive (self->checks[column], column != PLAN_COLUMN_NAME);
        g_signal_connect_object (self->checks[column], "toggled", G_CALLBACK (toggled_cb), self, 0);
        gtk_box_append (list, self->checks[column]);
      }
}

static GtkWidget *
create_list (PlanColumnChooser *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new (), *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (PlanColumnGroup group = 0; group < N_GROUPS; group++)
    add_group (self, GTK_BOX (list), group);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_widget_set_size_request (scroller, LIST_WIDTH, LIST_HEIGHT);
  return scroller;
}

static void
plan_column_chooser_class_init (PlanColumnChooserClass *klass)
{
}

static void
plan_column_chooser_init (PlanColumnChooser *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *standard = gtk_button_new_with_label (_("Standard columns"));

  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _("Search columns"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search columns"), -1);
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
