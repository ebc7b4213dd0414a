/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The plan beside one of its baselines: for each task what was to be, what is, and by how much they differ. The chart shows
 * the baseline that is chosen here. The window follows the office; a row leads to its task.
 */

#include "plan-baseline-window.h"

#include "plan-baseline-list.h"
#include "plan-baseline.h"

#include <glib/gi18n-lib.h>

#define MOST_COLUMNS 6
#define INDENT_PX 14

/* What is compared; of each value first the baseline, then now, then the difference. */
static const struct
{
  const char *title;
  PlanColumnId columns[MOST_COLUMNS];
  guint n_columns;
} measures[] = {
  { NC_("baseline", "Dates"),
    { PLAN_COLUMN_BASELINE_START, PLAN_COLUMN_START, PLAN_COLUMN_START_VARIANCE,
      PLAN_COLUMN_BASELINE_FINISH, PLAN_COLUMN_FINISH, PLAN_COLUMN_FINISH_VARIANCE }, 6 },
  { NC_("baseline", "Duration and work"),
    { PLAN_COLUMN_BASELINE_DURATION, PLAN_COLUMN_DURATION, PLAN_COLUMN_DURATION_VARIANCE,
      PLAN_COLUMN_BASELINE_WORK, PLAN_COLUMN_WORK, PLAN_COLUMN_WORK_VARIANCE }, 6 },
  { NC_("baseline", "Cost"),
    { PLAN_COLUMN_BASELINE_COST, PLAN_COLUMN_COST, PLAN_COLUMN_COST_VARIANCE }, 3 },
};

struct _PlanBaselineWindow
{
  AdwWindow parent_instance;

  GtkWidget *numbers;
  GtkWidget *measure;
  GtkWidget *different;
  GtkWidget *summary;
  GtkStack *stack;
  GtkColumnView *view;

  PlanDocument *document;
  PlanId project;
  PlanBaselineList *list;
  int used[PLAN_N_BASELINES]; /* the numbers in the list to choose from */
  gboolean filling;
  guint update_source;
};

enum {
  TASK_CHOSEN,
  BASELINE_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlanBaselineWindow, plan_baseline_window, ADW_TYPE_WINDOW)

/**
 * plan_baseline_describe:
 * @number: 0 to 10
 *
 * Returns: (transfer full): what the baseline is called
 */
char *
plan_baseline_describe (int number)
{
  if (number == 0)
    return g_strdup (C_("baseline", "Baseline"));
  /* Translators: %d is the number of a baseline, 1 to 10 */
  return g_strdup_printf (C_("baseline", "Baseline %d"), number);
}

/**
 * plan_baseline_list_used:
 * @all: whether those that nothing is saved in come along
 * @numbers: (out caller-allocates): their numbers; room for %PLAN_N_BASELINES
 *
 * Returns: (transfer full): what the baselines of the project are called; when all are listed, those in use say so
 */
char **
plan_baseline_list_used (const PlanModel *model, PlanId project, gboolean all, int *numbers)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  guint n = 0;

  for (int number = 0; number < PLAN_N_BASELINES; number++)
    {
      gboolean used = plan_model_has_baseline (model, project, number);
      g_autofree char *name = plan_baseline_describe (number);
      /* Translators: in a list to choose from; %s is as “Baseline 1” */
      g_autofree char *marked = g_strdup_printf (C_("baseline", "%s (in use)"), name);

      if (!used && !all)
        continue;
      g_strv_builder_add (names, used && all ? marked : name);
      numbers[n++] = number;
    }
  return g_strv_builder_end (names);
}

static PlanColumnId
get_column (gpointer data)
{
  return GPOINTER_TO_UINT (data);
}

static gboolean
is_variance (PlanColumnId column)
{
  return column >= PLAN_COLUMN_START_VARIANCE && column <= PLAN_COLUMN_COST_VARIANCE;
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *cell = gtk_inscription_new (NULL);
  guint chars = get_column (data) == PLAN_COLUMN_NAME ? 20 : 9;

  gtk_inscription_set_min_chars (GTK_INSCRIPTION (cell), chars);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (cell), chars);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_add_css_class (cell, "numeric");
  if (get_column (data) != PLAN_COLUMN_NAME)
    gtk_inscription_set_xalign (GTK_INSCRIPTION (cell), 1);
  gtk_list_item_set_child (item, cell);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  PlanBaselineRow *row = gtk_list_item_get_item (item);
  PlanColumnId column = get_column (data);
  GtkWidget *cell = gtk_list_item_get_child (item);
  g_autofree char *text = plan_baseline_row_get_text (row, column);

  gtk_inscription_set_text (GTK_INSCRIPTION (cell), text);
  gtk_widget_set_tooltip_text (cell, *text != '\0' ? text : NULL);
  if (column == PLAN_COLUMN_NAME)
    gtk_widget_set_margin_start (cell, (int) plan_baseline_row_get_level (row) * INDENT_PX);
  if (is_variance (column) && plan_baseline_row_is_over (row, column))
    gtk_widget_add_css_class (cell, "warn-text");
  else
    gtk_widget_remove_css_class (cell, "warn-text");
}

static void
add_column (PlanBaselineWindow *self, PlanColumnId id)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (plan_column_get_label (id), factory);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GUINT_TO_POINTER (id));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (id));
  gtk_column_view_column_set_expand (column, id == PLAN_COLUMN_NAME);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_append_column (self->view, column);
}

static void
update_columns (PlanBaselineWindow *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  guint measure = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->measure));

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->view, column);
    }
  add_column (self, PLAN_COLUMN_NAME);
  for (guint i = 0; i < measures[measure].n_columns; i++)
    add_column (self, measures[measure].columns[i]);
}

static void
update_summary (PlanBaselineWindow *self)
{
  guint n_later = plan_baseline_list_get_n_later (self->list), n = plan_baseline_list_get_n_tasks (self->list);
  /* Translators: above a table; %1$u is a number of tasks, %2$u how many there are */
  g_autofree char *text = g_strdup_printf (ngettext ("%1$u of %2$u task finishes later than in the baseline.",
                                                     "%1$u of %2$u tasks finish later than in the baseline.", n),
                                           n_later, n);

  gtk_label_set_label (GTK_LABEL (self->summary), text);
  gtk_widget_set_visible (self->summary, n > 0);
  gtk_stack_set_visible_child_name (self->stack, n == 0 ? "none" : g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0 ? "same"
                                                                                                                         : "list");
}

/* The numbers that something is saved in, and the one that is compared with. */
static void
update_numbers (PlanBaselineWindow *self)
{
  int baseline = plan_baseline_list_get_baseline (self->list);
  g_auto (GStrv) names = plan_baseline_list_used (plan_document_get_model (self->document), self->project, FALSE, self->used);
  g_autoptr (GtkStringList) list = gtk_string_list_new ((const char *const *) names);

  self->filling = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->numbers), G_LIST_MODEL (list));
  gtk_widget_set_sensitive (self->numbers, names[0] != NULL);
  for (guint i = 0; names[i] != NULL; i++)
    if (self->used[i] == baseline)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->numbers), i);
  self->filling = FALSE;
}

static void
fill (PlanBaselineWindow *self, int baseline)
{
  plan_baseline_list_set (self->list, baseline, gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->different)));
  update_numbers (self);
  update_summary (self);
}

static gboolean
update_cb (gpointer data)
{
  PlanBaselineWindow *self = data;

  self->update_source = 0;
  if (plan_model_get_project (plan_document_get_model (self->document), self->project) == NULL)
    gtk_window_destroy (GTK_WINDOW (self));
  else
    fill (self, plan_baseline_list_get_baseline (self->list));
  return G_SOURCE_REMOVE;
}

static void
document_changed_cb (PlanBaselineWindow *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add (update_cb, self);
}

static void
number_cb (PlanBaselineWindow *self)
{
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->numbers));

  if (self->filling || chosen >= PLAN_N_BASELINES)
    return;
  plan_baseline_list_set (self->list, self->used[chosen], gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->different)));
  update_summary (self);
  g_signal_emit (self, signals[BASELINE_CHOSEN], 0, self->used[chosen]);
}

static void
different_cb (PlanBaselineWindow *self)
{
  fill (self, plan_baseline_list_get_baseline (self->list));
}

static void
activate_cb (PlanBaselineWindow *self, guint position)
{
  g_autoptr (PlanBaselineRow) row = g_list_model_get_item (G_LIST_MODEL (self->list), position);

  if (row != NULL)
    g_signal_emit (self, signals[TASK_CHOSEN], 0, (gint64) plan_baseline_row_get_task (row));
}

static void
plan_baseline_window_dispose (GObject *object)
{
  PlanBaselineWindow *self = PLAN_BASELINE_WINDOW (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_object (&self->list);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (plan_baseline_window_parent_class)->dispose (object);
}

static void
plan_baseline_window_class_init (PlanBaselineWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plan_baseline_window_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);

  /**
   * PlanBaselineWindow::task-chosen:
   * @task: id of the task to go to
   */
  signals[TASK_CHOSEN] = g_signal_new ("task-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_INT64);

  /**
   * PlanBaselineWindow::baseline-chosen:
   * @number: of the baseline that the plan is compared with from now on
   */
  signals[BASELINE_CHOSEN] = g_signal_new ("baseline-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 1, G_TYPE_INT);
}

static GtkWidget *
create_measures (void)
{
  const char *titles[G_N_ELEMENTS (measures) + 1] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    titles[i] = g_dpgettext2 (GETTEXT_PACKAGE, "baseline", measures[i].title);
  return gtk_drop_down_new_from_strings (titles);
}

static void
name_widget (GtkWidget *widget, const char *name)
{
  gtk_widget_set_tooltip_text (widget, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
create_header (PlanBaselineWindow *self)
{
  GtkWidget *header = adw_header_bar_new ();

  self->numbers = gtk_drop_down_new (NULL, NULL);
  self->measure = create_measures ();
  self->different = gtk_toggle_button_new_with_label (C_("baseline", "Only differences"));
  name_widget (self->numbers, _("Baseline to compare with; the chart shows it, too"));
  name_widget (self->measure, _("What is compared"));
  gtk_widget_set_tooltip_text (self->different, _("Leave out tasks that are as they were to be"));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->numbers);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->measure);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->different);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), adw_window_title_new (_("Compare with a baseline"), NULL));
  return header;
}

static GtkWidget *
create_status (const char *icon, const char *title, const char *description)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), icon);
  adw_status_page_set_title (ADW_STATUS_PAGE (page), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (page), description);
  return page;
}

static GtkWidget *
create_stack (PlanBaselineWindow *self)
{
  GtkWidget *stack = gtk_stack_new (), *scroller = gtk_scrolled_window_new (), *view = gtk_column_view_new (NULL);

  self->stack = GTK_STACK (stack);
  self->view = GTK_COLUMN_VIEW (view);
  gtk_widget_add_css_class (view, "compare-view");
  gtk_column_view_set_single_click_activate (self->view, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Compare with a baseline"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_widget_set_vexpand (stack, TRUE);
  gtk_stack_add_named (self->stack, scroller, "list");
  gtk_stack_add_named (self->stack, create_status ("object-select-symbolic", _("Nothing differs"), _("All tasks are as they were to be.")),
                       "same");
  gtk_stack_add_named (self->stack, create_status ("view-list-symbolic", _("No baseline"),
                                                   _("Set a baseline when the plan is agreed, to see later what has changed.")),
                       "none");
  return stack;
}

static void
plan_baseline_window_init (PlanBaselineWindow *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (content), create_header (self));
  self->summary = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->summary), 0);
  gtk_label_set_wrap (GTK_LABEL (self->summary), TRUE);
  gtk_widget_add_css_class (self->summary, "compare-summary");
  gtk_box_append (GTK_BOX (content), self->summary);
  gtk_box_append (GTK_BOX (content), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (content), create_stack (self));
  adw_window_set_content (ADW_WINDOW (self), content);
  g_signal_connect_object (self->numbers, "notify::selected", G_CALLBACK (number_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->measure, "notify::selected", G_CALLBACK (update_columns), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->different, "toggled", G_CALLBACK (different_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
}

/**
 * plan_baseline_window_new:
 * @project: a project of the office
 * @baseline: 0 to 10, the one to begin with
 *
 * Returns: (transfer none): a window, not shown yet; like all windows it belongs to GTK
 */
GtkWindow *
plan_baseline_window_new (GtkWindow *parent, PlanDocument *document, PlanId project, int baseline)
{
  PlanBaselineWindow *self = g_object_new (PLAN_TYPE_BASELINE_WINDOW, "transient-for", parent, "destroy-with-parent", TRUE,
                                           "title", _("Compare with a baseline"), "default-width", 900, "default-height", 560, NULL);
  g_autoptr (GtkSelectionModel) selection = NULL;

  self->document = g_object_ref (document);
  self->project = project;
  self->list = plan_baseline_list_new (document, project);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->list))));
  gtk_column_view_set_model (self->view, selection);
  update_columns (self);
  fill (self, baseline);
  g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WINDOW (self);
}

/**
 * plan_baseline_window_set_baseline:
 * @baseline: a number that something is saved in
 *
 * Does what choosing it in the list does.
 */
void
plan_baseline_window_set_baseline (PlanBaselineWindow *self, int baseline)
{
  guint n = g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (self->numbers)));

  g_return_if_fail (PLAN_IS_BASELINE_WINDOW (self));

  for (guint i = 0; i < n; i++)
    if (self->used[i] == baseline)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->numbers), i);
}

/**
 * plan_baseline_window_set_measure:
 * @measure: dates, duration and work, or cost
 */
void
plan_baseline_window_set_measure (PlanBaselineWindow *self, guint measure)
{
  g_return_if_fail (PLAN_IS_BASELINE_WINDOW (self) && measure < G_N_ELEMENTS (measures));

  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->measure), measure);
}

/**
 * plan_baseline_window_set_only_different:
 *
 * Does what the button does.
 */
void
plan_baseline_window_set_only_different (PlanBaselineWindow *self, gboolean only_different)
{
  g_return_if_fail (PLAN_IS_BASELINE_WINDOW (self));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->different), only_different);
}

/**
 * plan_baseline_window_get_list:
 *
 * Returns: (transfer none): the rows, each a #PlanBaselineRow
 */
GListModel *
plan_baseline_window_get_list (PlanBaselineWindow *self)
{
  g_return_val_if_fail (PLAN_IS_BASELINE_WINDOW (self), NULL);

  return G_LIST_MODEL (self->list);
}

/**
 * plan_baseline_window_get_summary:
 *
 * Returns: (transfer none): the sentence above the table
 */
const char *
plan_baseline_window_get_summary (PlanBaselineWindow *self)
{
  g_return_val_if_fail (PLAN_IS_BASELINE_WINDOW (self), NULL);

  return gtk_label_get_label (GTK_LABEL (self->summary));
}

/**
 * plan_baseline_window_choose_row:
 *
 * Does what a click on a row does.
 */
void
plan_baseline_window_choose_row (PlanBaselineWindow *self, guint position)
{
  g_return_if_fail (PLAN_IS_BASELINE_WINDOW (self));

  activate_cb (self, position);
}
