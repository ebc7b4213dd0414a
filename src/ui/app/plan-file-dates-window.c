/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of the dates that are not as in the file a project came from: what the file says, what follows from the plan, by
 * how much and why. For selected rows the file's dates are kept, as constraints or by scheduling manually, or those of the
 * plan are taken; each choice is one edit. Rows stay when their dates become the same, so a choice can be changed.
 */

#include "plan-file-dates-window.h"

#include "plan-alert.h"
#include "plan-file-date-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _PlanFileDatesWindow
{
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  AdwWindowTitle *heading;
  GtkEditable *search;
  GtkDropDown *causes;
  GtkStack *stack;
  GtkColumnView *view;
  GtkLabel *count;

  PlanDocument *document;
  PlanId project;
  GListStore *rows;        /* of PlanFileDateRow */
  GtkFilter *filter;
  GtkSelectionModel *selection;
  char *words;             /* folded */
  GPtrArray *cause_texts;  /* as in the list of causes, without the first item; borrowed from rows */
};

enum {
  TASK_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlanFileDatesWindow, plan_file_dates_window, ADW_TYPE_WINDOW)

/* @chars: least width; the task and the cause take the rest. */
static const struct
{
  const char *title;
  guint chars;
  gboolean expand;
  gboolean numeric;
} columns[PLAN_N_FILE_DATE_COLUMNS] = {
  [PLAN_FILE_DATE_TASK] = { NC_("dates of a file", "Task"), 14, TRUE, FALSE },
  [PLAN_FILE_DATE_FIELD] = { NC_("dates of a file", "Date"), 6, FALSE, FALSE },
  [PLAN_FILE_DATE_FILE] = { NC_("dates of a file", "In the file"), 15, FALSE, FALSE },
  [PLAN_FILE_DATE_OURS] = { NC_("dates of a file", "Here"), 15, FALSE, FALSE },
  [PLAN_FILE_DATE_DIFFERENCE] = { NC_("dates of a file", "Difference"), 8, FALSE, TRUE },
  [PLAN_FILE_DATE_CAUSE] = { NC_("dates of a file", "Cause"), 30, TRUE, FALSE },
  [PLAN_FILE_DATE_TAKEN] = { NC_("dates of a file", "Taken from"), 10, FALSE, FALSE },
};

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *cell = gtk_inscription_new (NULL);
  guint column = GPOINTER_TO_UINT (data);

  gtk_inscription_set_min_chars (GTK_INSCRIPTION (cell), columns[column].chars);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (cell), columns[column].chars);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_add_css_class (cell, "numeric");
  if (columns[column].numeric)
    gtk_inscription_set_xalign (GTK_INSCRIPTION (cell), 1);
  gtk_list_item_set_child (item, cell);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  g_autofree char *text = plan_file_date_row_get_text (gtk_list_item_get_item (item), GPOINTER_TO_UINT (data));

  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_list_item_get_child (item)), text);
  gtk_widget_set_tooltip_text (gtk_list_item_get_child (item), *text != '\0' ? text : NULL);
}

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  return plan_file_date_row_compare ((PlanFileDateRow *) a, (PlanFileDateRow *) b, GPOINTER_TO_UINT (data));
}

static void
add_columns (PlanFileDatesWindow *self)
{
  for (guint i = 0; i < PLAN_N_FILE_DATE_COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_cb, GUINT_TO_POINTER (i), NULL));
      g_autoptr (GtkColumnViewColumn) column =
          gtk_column_view_column_new (g_dpgettext2 (GETTEXT_PACKAGE, "dates of a file", columns[i].title), factory);

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GUINT_TO_POINTER (i));
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (i));
      gtk_column_view_column_set_sorter (column, sorter);
      gtk_column_view_column_set_expand (column, columns[i].expand);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_append_column (self->view, column);
    }
}

static gboolean
is_wanted_cb (gpointer item, gpointer data)
{
  PlanFileDatesWindow *self = data;
  guint cause = gtk_drop_down_get_selected (self->causes);

  if (cause > 0 && cause <= self->cause_texts->len &&
      strcmp (plan_file_date_row_get_cause (item), self->cause_texts->pdata[cause - 1]) != 0)
    return FALSE;
  return self->words == NULL || plan_file_date_row_has_words (item, self->words);
}

/* The chosen tasks, each once, whichever of its rows is selected. */
static GArray *
list_choices (PlanFileDatesWindow *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);
  g_autoptr (GHashTable) known = g_hash_table_new (g_int64_hash, g_int64_equal);
  GArray *choices = g_array_new (FALSE, FALSE, sizeof (PlanDateChoice));
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (PlanFileDateRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
      const PlanDateChoice *choice = plan_file_date_row_get_choice (row);

      if (plan_file_date_row_can_choose (row) && g_hash_table_add (known, (gpointer) &choice->task))
        g_array_append_vals (choices, choice, 1);
    }
  return choices;
}

static void
update_count (PlanFileDatesWindow *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);
  g_autoptr (GArray) choices = list_choices (self);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection)), n_selected = (guint) gtk_bitset_get_size (selected);
  g_autofree char *text = NULL;

  if (n_selected == 0)
    text = g_strdup_printf (ngettext ("%u date", "%u dates", n), n);
  else
    /* Translators: of a number of dates in a list so many are selected */
    text = g_strdup_printf (_("%1$u of %2$u selected"), n_selected, n);
  gtk_label_set_label (self->count, text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dates.keep",
                                 choices->len > 0 && !plan_document_is_read_only (self->document));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dates.select-all", n > 0);
}

static void
update_stack (PlanFileDatesWindow *self)
{
  gboolean found = g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0;
  gboolean same = g_list_model_get_n_items (G_LIST_MODEL (self->rows)) == 0;

  gtk_stack_set_visible_child_name (self->stack, found ? "list" : same ? "same" : "nothing");
}

static void
filter_changed_cb (PlanFileDatesWindow *self)
{
  g_autofree char *words = NULL;

  if (self->filter == NULL)
    return;
  words = g_utf8_casefold (gtk_editable_get_text (self->search), -1);
  g_strstrip (words);
  g_free (self->words);
  self->words = *words != '\0' ? g_steal_pointer (&words) : NULL;
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  update_stack (self);
  update_count (self);
}

static void
activate_cb (PlanFileDatesWindow *self, guint position)
{
  g_autoptr (PlanFileDateRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (row != NULL)
    g_signal_emit (self, signals[TASK_CHOSEN], 0, (gint64) plan_file_date_row_get_choice (row)->task);
}

/* Rows that say something else are bound again; what is selected stays so. */
static void
changed_cb (PlanFileDatesWindow *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  g_autoptr (GtkBitset) selected = gtk_bitset_copy (gtk_selection_model_get_selection (self->selection));
  g_autoptr (GtkBitset) all = gtk_bitset_new_range (0, g_list_model_get_n_items (G_LIST_MODEL (self->selection)));
  gboolean any = FALSE;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlanFileDateRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      any |= plan_file_date_row_update (row, self->document);
    }
  if (any)
    g_list_model_items_changed (G_LIST_MODEL (self->rows), 0, n, n);
  if (any && g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == gtk_bitset_get_size (all))
    gtk_selection_model_set_selection (self->selection, selected, all);
  update_count (self);
}

static void
undo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlanFileDatesWindow *self = PLAN_FILE_DATES_WINDOW (widget);
  g_autofree char *step = plan_document_get_step_label (self->document, PLAN_STEP_UNDO);
  g_autoptr (GError) error = NULL;

  if (step != NULL && !plan_document_undo (self->document, &error))
    plan_alert_show (GTK_WINDOW (self), _("The edit could not be undone"), error->message);
}

static void
show_toast (PlanFileDatesWindow *self, char *text)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_button_label (toast, C_("button", "Undo"));
  adw_toast_set_action_name (toast, "dates.undo");
  adw_toast_overlay_add_toast (self->toasts, toast);
  g_free (text);
}

static void
keep_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlanFileDatesWindow *self = PLAN_FILE_DATES_WINDOW (widget);
  g_autoptr (GArray) choices = list_choices (self);
  g_autoptr (GError) error = NULL;
  PlanKeepDates keep = g_variant_get_uint32 (parameter);
  guint n_left = 0;

  if (choices->len == 0)
    return;
  if (!plan_edit_choose_dates (self->document, self->project, choices, keep, &n_left, &error))
    plan_alert_show (GTK_WINDOW (self), _("The file’s dates could not be kept"), error->message);
  else if (keep == PLAN_KEEP_NOTHING)
    show_toast (self, g_strdup (_("The dates of the plan were taken")));
  else if (n_left == 0)
    show_toast (self, g_strdup (_("The file’s dates were kept")));
  else
    show_toast (self, g_strdup_printf (ngettext ("The file’s dates were kept, but for %u task",
                                                 "The file’s dates were kept, but for %u tasks", n_left), n_left));
}

static void
select_all_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_selection_model_select_all (PLAN_FILE_DATES_WINDOW (widget)->selection);
}

static void
find_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (PLAN_FILE_DATES_WINDOW (widget)->search));
}

static void
plan_file_dates_window_dispose (GObject *object)
{
  PlanFileDatesWindow *self = PLAN_FILE_DATES_WINDOW (object);

  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLAN_TYPE_FILE_DATES_WINDOW);
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_clear_object (&self->rows);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (plan_file_dates_window_parent_class)->dispose (object);
}

static void
plan_file_dates_window_finalize (GObject *object)
{
  PlanFileDatesWindow *self = PLAN_FILE_DATES_WINDOW (object);

  g_ptr_array_unref (self->cause_texts);
  g_free (self->words);
  G_OBJECT_CLASS (plan_file_dates_window_parent_class)->finalize (object);
}

static void
plan_file_dates_window_class_init (PlanFileDatesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plan_file_dates_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = plan_file_dates_window_finalize;
  /**
   * PlanFileDatesWindow::task-chosen:
   * @task: id of the task to go to
   */
  signals[TASK_CHOSEN] = g_signal_new ("task-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_install_action (widget_class, "dates.keep", "u", keep_cb);
  gtk_widget_class_install_action (widget_class, "dates.select-all", NULL, select_all_cb);
  gtk_widget_class_install_action (widget_class, "dates.find", NULL, find_cb);
  gtk_widget_class_install_action (widget_class, "dates.undo", NULL, undo_cb);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/planwright/Planwright/plan-file-dates-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PlanFileDatesWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, PlanFileDatesWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, PlanFileDatesWindow, search);
  gtk_widget_class_bind_template_child (widget_class, PlanFileDatesWindow, causes);
  gtk_widget_class_bind_template_child (widget_class, PlanFileDatesWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, PlanFileDatesWindow, view);
  gtk_widget_class_bind_template_child (widget_class, PlanFileDatesWindow, count);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
plan_file_dates_window_init (PlanFileDatesWindow *self)
{
  self->cause_texts = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  add_columns (self);
}

/* Rows as they are made, those that are wanted, in the order of the headings. */
static void
create_models (PlanFileDatesWindow *self)
{
  GtkFilterListModel *filtered;
  GtkSortListModel *sorted;

  self->rows = g_list_store_new (PLAN_TYPE_FILE_DATE_ROW);
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_wanted_cb, self, NULL));
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->rows)), g_object_ref (self->filter));
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (filtered), g_object_ref (gtk_column_view_get_sorter (self->view)));
  self->selection = GTK_SELECTION_MODEL (gtk_multi_selection_new (G_LIST_MODEL (sorted)));
  gtk_column_view_set_model (self->view, self->selection);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (update_count), self, G_CONNECT_SWAPPED);
}

/**
 * plan_file_dates_window_new:
 * @project: whose dates are compared
 *
 * Returns: (transfer none): a window that waits for plan_file_dates_window_set_differences(), not shown yet; like all windows
 *   it belongs to GTK
 */
GtkWindow *
plan_file_dates_window_new (GtkWindow *parent, PlanDocument *document, PlanId project)
{
  PlanFileDatesWindow *self = g_object_new (PLAN_TYPE_FILE_DATES_WINDOW, "transient-for", parent, NULL);
  const PlanProject *record = plan_model_get_project (plan_document_get_model (document), project);

  self->document = g_object_ref (document);
  self->project = project;
  adw_window_title_set_subtitle (self->heading, record != NULL && record->name != NULL ? record->name : "");
  create_models (self);
  update_count (self);
  g_signal_connect_object (document, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WINDOW (self);
}

static const char *
find_reason (GHashTable *reasons, const PlanDateDifference *difference)
{
  const char *reason = g_hash_table_lookup (reasons, &difference->task);

  return reason != NULL ? reason : difference->cause;
}

/* What the report of the import said of the dates of tasks: it knew of lost links. */
static GHashTable *
read_reasons (const PlanReport *report)
{
  GHashTable *reasons = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; report != NULL && i < report->items->len; i++)
    {
      const PlanReportItem *item = report->items->pdata[i];

      if (item->task != PLAN_ID_NONE && (strcmp (item->field, "start") == 0 || strcmp (item->field, "finish") == 0))
        g_hash_table_insert (reasons, (gpointer) &item->task, item->reason);
    }
  return reasons;
}

/* Each cause with the number of its dates. */
static void
list_causes (PlanFileDatesWindow *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      g_autoptr (PlanFileDateRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);
      const char *cause = plan_file_date_row_get_cause (row);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, cause));

      if (n == 0)
        g_ptr_array_add (self->cause_texts, g_strdup (cause));
      g_hash_table_replace (counts, n == 0 ? self->cause_texts->pdata[self->cause_texts->len - 1] : (gpointer) cause,
                            GUINT_TO_POINTER (n + 1));
    }
  gtk_string_list_append (list, _("All causes"));
  for (guint i = 0; i < self->cause_texts->len; i++)
    {
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, self->cause_texts->pdata[i]));
      /* Translators: a cause, as a sentence, and a number of dates that have it */
      g_autofree char *text = g_strdup_printf (_("%1$s (%2$u)"), (const char *) self->cause_texts->pdata[i], n);

      gtk_string_list_append (list, text);
    }
  gtk_drop_down_set_model (self->causes, G_LIST_MODEL (list));
}

/**
 * plan_file_dates_window_set_differences:
 * @differences: (element-type PlanDateDifference): of plan_import_list_differences()
 * @report: (nullable): of the import of the project, when it is known
 *
 * Lists the dates.
 */
void
plan_file_dates_window_set_differences (PlanFileDatesWindow *self, const GArray *differences, const PlanReport *report)
{
  g_autoptr (GHashTable) reasons = read_reasons (report);

  if (self->rows == NULL) /* it was closed meanwhile */
    return;
  for (guint i = 0; i < differences->len; i++)
    {
      const PlanDateDifference *difference = &g_array_index (differences, PlanDateDifference, i);
      g_autoptr (PlanFileDateRow) row = plan_file_date_row_new (self->document, difference, find_reason (reasons, difference));

      g_list_store_append (self->rows, row);
    }
  g_list_store_sort (self->rows, compare_cb, GUINT_TO_POINTER (PLAN_FILE_DATE_TASK));
  list_causes (self);
  update_stack (self);
  update_count (self);
}
