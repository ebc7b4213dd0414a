/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a table from elsewhere would become: over each column a list says what it means, below it stand the rows as they would
 * lie below each other, and what cannot be read is marked with the reason. Nothing is written before Paste is pressed.
 */

#include "plan-paste-window.h"

#include "plan-edits.h"
#include "plan-tooltip.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So many lines are shown, and of the others so many that have something wrong. */
#define SHOWN_LINES 40
#define SHOWN_PROBLEMS 40
#define CHECKED_LINES 2000

#define INDENT 16

/* Rows of the grid above those of the table. */
enum {
  ROW_MEANINGS,
  ROW_HEADINGS,
  ROW_FIRST,
};

/**
 * PlanPasteWindow:
 * @meanings: what can be chosen over a column, by place in the list
 * @filling: the lists are being set; their signals mean nothing
 */
struct _PlanPasteWindow
{
  AdwWindow parent_instance;

  PlanDocument *document;
  PlanId project;
  PlanPaste *paste;
  PlanId after;

  GArray *meanings;
  GtkWidget *button;
  GtkWidget *headings;
  GtkWidget *grid;
  GtkLabel *summary;
  GtkLabel *reason;
  gboolean filling;
  guint source;
};

enum {
  PASTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlanPasteWindow, plan_paste_window, ADW_TYPE_WINDOW)

/**
 * plan_paste_run:
 * @first: (out): the first of the new tasks
 * @sentence: (out) (transfer full): what was done, for people
 *
 * Makes the tasks of a table as one edit.
 *
 * Returns: whether it was made
 */
gboolean
plan_paste_run (PlanDocument *document, PlanId project, const PlanPaste *paste, PlanId after, PlanId *first, char **sentence,
                GError **error)
{
  const PlanModel *model = plan_document_get_model (document);
  guint n_before = plan_model_get_n (model, PLAN_RECORD_TASK), index = plan_model_find (model, PLAN_RECORD_TASK, after);
  const PlanOutline *outline = plan_document_get_outline (document, project);
  guint row = index != PLAN_INDEX_NONE ? outline->rows[outline->row_of_task[index]].end : outline->n_rows;
  guint n_left_out, n;
  g_autofree char *done = NULL, *left_out = NULL;

  if (!plan_edit_paste_table (document, project, paste, after, &n_left_out, error))
    return FALSE;
  n = plan_model_get_n (plan_document_get_model (document), PLAN_RECORD_TASK) - n_before;
  outline = plan_document_get_outline (document, project);
  *first = plan_model_get_task_at (plan_document_get_model (document), outline->rows[row].task)->id;
  done = g_strdup_printf (ngettext ("%u task pasted.", "%u tasks pasted.", n), n);
  if (n_left_out > 0)
    left_out = g_strdup_printf (ngettext ("%u value could not be read.", "%u values could not be read.", n_left_out), n_left_out);
  *sentence = left_out != NULL ? g_strjoin (" ", done, left_out, NULL) : g_steal_pointer (&done);
  return TRUE;
}

static void
clear_grid (PlanPasteWindow *self, int from)
{
  GtkWidget *next;

  for (GtkWidget *child = gtk_widget_get_first_child (self->grid); child != NULL; child = next)
    {
      int column, row, width, height;

      next = gtk_widget_get_next_sibling (child);
      gtk_grid_query_child (GTK_GRID (self->grid), child, &column, &row, &width, &height);
      if (row >= from)
        gtk_grid_remove (GTK_GRID (self->grid), child);
    }
}

static GtkWidget *
create_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  return label;
}

/* A cell as it would be pasted; what is wrong is marked by colour and a sign and says why. */
static GtkWidget *
create_cell (PlanPasteWindow *self, guint line, guint column, const char *reason)
{
  g_autofree char *text = g_strstrip (g_strdup (((char **) self->paste->table->lines->pdata[line])[column]));
  GtkWidget *label = create_label (text), *box;

  if (self->paste->meanings[column] == PLAN_PASTE_SKIPPED)
    gtk_widget_add_css_class (label, "dim-label");
  if (reason == NULL)
    return label;
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  gtk_widget_add_css_class (box, "error");
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  gtk_box_append (GTK_BOX (box), label);
  plan_tooltip_set (box, reason);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, reason, -1);
  return box;
}

static const char *
find_reason (const GPtrArray *problems, guint line, guint column)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const PlanPasteProblem *problem = problems->pdata[i];

      if (problem->line == line && problem->column == column)
        return problem->reason;
    }
  return NULL;
}

static gboolean
has_problem (const GPtrArray *problems, guint line)
{
  for (guint i = 0; i < problems->len; i++)
    if (((const PlanPasteProblem *) problems->pdata[i])->line == line)
      return TRUE;
  return FALSE;
}

static void
add_line (PlanPasteWindow *self, guint line, const guint *levels, const GPtrArray *problems, int row)
{
  guint name = plan_paste_find_column (self->paste, PLAN_COLUMN_NAME), n = self->paste->table->lines->len;
  g_autofree char *number = g_strdup_printf ("%u", line + 1);
  GtkWidget *label = gtk_label_new (number);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_grid_attach (GTK_GRID (self->grid), label, 0, row, 1, 1);
  for (guint column = 0; column < self->paste->table->n_columns; column++)
    {
      GtkWidget *cell = create_cell (self, line, column, find_reason (problems, line, column));

      if (column == name)
        {
          gtk_widget_set_margin_start (cell, INDENT * (int) (levels[line] - 1));
          if (line + 1 < n && levels[line + 1] > levels[line])
            gtk_widget_add_css_class (cell, "heading");
        }
      gtk_grid_attach (GTK_GRID (self->grid), cell, (int) column + 1, row, 1, 1);
    }
}

/* The first lines, and of the rest those that have something wrong. */
static void
add_lines (PlanPasteWindow *self, const guint *levels, const GPtrArray *problems)
{
  guint n = self->paste->table->lines->len, n_problems = 0, n_hidden = 0;
  int row = ROW_FIRST;

  for (guint line = self->paste->first_line; line < n; line++)
    {
      gboolean is_wrong = line < CHECKED_LINES && problems->len > 0 && has_problem (problems, line);

      if (levels[line] == 0)
        continue;
      if (row - ROW_FIRST >= SHOWN_LINES && (!is_wrong || n_problems >= SHOWN_PROBLEMS))
        {
          n_hidden++;
          continue;
        }
      n_problems += is_wrong;
      add_line (self, line, levels, problems, row++);
    }
  if (n_hidden > 0)
    {
      g_autofree char *text = g_strdup_printf (ngettext ("and %u more", "and %u more", n_hidden), n_hidden);
      GtkWidget *label = create_label (text);

      gtk_widget_add_css_class (label, "dim-label");
      gtk_grid_attach (GTK_GRID (self->grid), label, 1, row, (int) self->paste->table->n_columns, 1);
    }
}

static void
add_headings (PlanPasteWindow *self)
{
  for (guint column = 0; self->paste->first_line > 0 && column < self->paste->table->n_columns; column++)
    {
      GtkWidget *label = create_cell (self, 0, column, NULL);

      gtk_widget_add_css_class (label, "caption-heading");
      gtk_grid_attach (GTK_GRID (self->grid), label, (int) column + 1, ROW_HEADINGS, 1, 1);
    }
}

static void
update_summary (PlanPasteWindow *self, const guint *levels, guint n_problems)
{
  guint n = 0, deepest = 0;
  g_autofree char *tasks = NULL, *depth = NULL, *wrong = NULL, *text = NULL;
  gboolean named = plan_paste_find_column (self->paste, PLAN_COLUMN_NAME) != PLAN_INDEX_NONE;

  for (guint line = 0; line < self->paste->table->lines->len; line++)
    {
      n += levels[line] > 0;
      deepest = MAX (deepest, levels[line]);
    }
  tasks = g_strdup_printf (ngettext ("%u task will be made.", "%u tasks will be made.", n), n);
  if (deepest > 1)
    depth = g_strdup_printf (ngettext ("They lie in %u level.", "They lie in %u levels.", deepest), deepest);
  if (n_problems > 0)
    wrong = g_strdup_printf (ngettext ("%u value cannot be read and will be left out.", "%u values cannot be read and will be left out.",
                                       n_problems), n_problems);
  text = g_strjoin (" ", tasks, depth != NULL ? depth : wrong, depth != NULL ? wrong : NULL, NULL);
  gtk_label_set_label (self->summary, named ? text : _("Say which column holds the names of the tasks."));
  gtk_widget_set_sensitive (self->button, named && n > 0);
}

/* Shows the rows as the table would be pasted now. */
static void
update (PlanPasteWindow *self)
{
  g_autofree guint *levels = plan_paste_list_levels (self->paste);
  g_autoptr (GPtrArray) problems = plan_edit_check_table (self->document, self->project, self->paste, CHECKED_LINES);

  clear_grid (self, ROW_HEADINGS);
  add_headings (self);
  add_lines (self, levels, problems);
  update_summary (self, levels, problems->len);
  gtk_widget_set_visible (GTK_WIDGET (self->reason), FALSE);
}

static GtkDropDown *
get_list (PlanPasteWindow *self, guint column)
{
  return GTK_DROP_DOWN (gtk_grid_get_child_at (GTK_GRID (self->grid), (int) column + 1, ROW_MEANINGS));
}

/* Shows what the columns mean. */
static void
update_meanings (PlanPasteWindow *self)
{
  self->filling = TRUE;
  for (guint column = 0; column < self->paste->table->n_columns; column++)
    for (guint i = 0; i < self->meanings->len; i++)
      if (g_array_index (self->meanings, guint, i) == self->paste->meanings[column])
        gtk_drop_down_set_selected (get_list (self, column), i);
  self->filling = FALSE;
}

/* The list that was chosen from is still at work. */
static gboolean
update_cb (gpointer data)
{
  PlanPasteWindow *self = data;

  self->source = 0;
  update_meanings (self);
  update (self);
  return G_SOURCE_REMOVE;
}

static void
queue_update (PlanPasteWindow *self)
{
  if (self->source == 0)
    self->source = g_idle_add (update_cb, self);
}

static void
meaning_chosen_cb (PlanPasteWindow *self, GParamSpec *pspec, GtkDropDown *list)
{
  guint selected = gtk_drop_down_get_selected (list);

  if (self->filling || selected >= self->meanings->len)
    return;
  for (guint column = 0; column < self->paste->table->n_columns; column++)
    if (get_list (self, column) == list)
      plan_paste_set_meaning (self->paste, column, g_array_index (self->meanings, guint, selected));
  queue_update (self);
}

static void
headings_toggled_cb (PlanPasteWindow *self)
{
  if (self->filling)
    return;
  plan_paste_set_headings (self->paste, gtk_check_button_get_active (GTK_CHECK_BUTTON (self->headings)));
  queue_update (self);
}

static void
paste_cb (PlanPasteWindow *self)
{
  g_autofree char *sentence = NULL;
  g_autoptr (GError) error = NULL;
  PlanId first;

  if (plan_paste_run (self->document, self->project, self->paste, self->after, &first, &sentence, &error))
    {
      g_signal_emit (self, signals[PASTED], 0, first, sentence);
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  gtk_label_set_label (self->reason, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->reason), TRUE);
}

static void
plan_paste_window_dispose (GObject *object)
{
  PlanPasteWindow *self = PLAN_PASTE_WINDOW (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (plan_paste_window_parent_class)->dispose (object);
}

static void
plan_paste_window_finalize (GObject *object)
{
  PlanPasteWindow *self = PLAN_PASTE_WINDOW (object);

  plan_paste_free (self->paste);
  g_array_unref (self->meanings);
  G_OBJECT_CLASS (plan_paste_window_parent_class)->finalize (object);
}

static void
plan_paste_window_class_init (PlanPasteWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plan_paste_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = plan_paste_window_finalize;
  /**
   * PlanPasteWindow::pasted:
   * @first: id of the first new task; @sentence: what was done
   */
  signals[PASTED] = g_signal_new ("pasted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                  G_TYPE_INT64, G_TYPE_STRING);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
create_header (PlanPasteWindow *self)
{
  GtkWidget *header = adw_header_bar_new (), *cancel = gtk_button_new_with_label (C_("button", "Cancel"));

  self->button = gtk_button_new_with_label (C_("button", "Paste"));
  gtk_widget_add_css_class (self->button, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->button);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (paste_cb), self, G_CONNECT_SWAPPED);
  return header;
}

static GtkWidget *
create_grid (PlanPasteWindow *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->grid = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 12);
  gtk_widget_add_css_class (self->grid, "paste-table");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->grid);
  /* Columns are as wide as their texts. */
  gtk_scrollable_set_hscroll_policy (GTK_SCROLLABLE (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scroller))), GTK_SCROLL_NATURAL);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static GtkWidget *
create_foot (PlanPasteWindow *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->summary = GTK_LABEL (gtk_label_new (NULL));
  self->reason = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->summary, 0);
  gtk_label_set_wrap (self->summary, TRUE);
  gtk_label_set_xalign (self->reason, 0);
  gtk_label_set_wrap (self->reason, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->reason), "reason");
  gtk_widget_set_visible (GTK_WIDGET (self->reason), FALSE);
  self->headings = gtk_check_button_new_with_label (_("The first line holds headings"));
  g_signal_connect_object (self->headings, "toggled", G_CALLBACK (headings_toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (foot), self->headings);
  gtk_box_append (GTK_BOX (foot), GTK_WIDGET (self->summary));
  gtk_box_append (GTK_BOX (foot), GTK_WIDGET (self->reason));
  gtk_widget_add_css_class (foot, "paste-foot");
  return foot;
}

static void
plan_paste_window_init (PlanPasteWindow *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->meanings = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_box_append (GTK_BOX (content), create_header (self));
  gtk_box_append (GTK_BOX (content), create_grid (self));
  gtk_box_append (GTK_BOX (content), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (content), create_foot (self));
  adw_window_set_content (ADW_WINDOW (self), content);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->button);
}

/* Lists over the columns; what is not pasted comes first. */
static void
add_meanings (PlanPasteWindow *self)
{
  const guint skipped = PLAN_PASTE_SKIPPED;
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  g_array_append_val (self->meanings, skipped);
  for (guint meaning = 0; meaning < PLAN_N_PASTE_MEANINGS; meaning++)
    if (plan_paste_meaning_is_taken (meaning))
      g_array_append_val (self->meanings, meaning);
  for (guint i = 0; i < self->meanings->len; i++)
    gtk_string_list_append (labels, plan_paste_meaning_get_label (g_array_index (self->meanings, guint, i)));
  for (guint column = 0; column < self->paste->table->n_columns; column++)
    {
      GtkWidget *list = gtk_drop_down_new (G_LIST_MODEL (g_object_ref (labels)), NULL);
      /* Translators: read out for the list over a column of a pasted table; %u counts the columns */
      g_autofree char *name = g_strdup_printf (_("What column %u holds"), column + 1);

      gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      g_signal_connect_object (list, "notify::selected", G_CALLBACK (meaning_chosen_cb), self, G_CONNECT_SWAPPED);
      gtk_grid_attach (GTK_GRID (self->grid), list, (int) column + 1, ROW_MEANINGS, 1, 1);
    }
}

/**
 * plan_paste_window_new:
 * @paste: (transfer full): what was copied
 * @after: the row behind which the tasks come, or %PLAN_ID_NONE
 *
 * Returns: (transfer none): a window, not shown yet; like all windows it belongs to GTK
 */
GtkWindow *
plan_paste_window_new (GtkWindow *parent, PlanDocument *document, PlanId project, PlanPaste *paste, PlanId after)
{
  PlanPasteWindow *self = g_object_new (PLAN_TYPE_PASTE_WINDOW,
                                        "transient-for", parent,
                                        "destroy-with-parent", TRUE,
                                        "modal", TRUE,
                                        "title", _("Paste tasks"),
                                        "default-width", 860,
                                        "default-height", 540,
                                        NULL);

  self->document = g_object_ref (document);
  self->project = project;
  self->paste = paste;
  self->after = after;
  self->filling = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->headings), paste->first_line > 0);
  add_meanings (self);
  update_meanings (self);
  update (self);
  gtk_widget_grab_focus (self->button);
  return GTK_WINDOW (self);
}
