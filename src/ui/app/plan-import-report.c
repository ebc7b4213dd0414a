/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page that says what became of an imported file: how many values were taken as they are, and by kind of record what
 * was changed or left out, with the reason. It can be searched, copied and saved as text.
 */

#include "plan-import-report.h"

#include "plan-alert.h"
#include "plan-file-picker.h"
#include "plan-import-lines.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _PlanImportReport
{
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkToggleButton *search_button;
  GtkEditable *search;
  GtkStack *stack;
  AdwPreferencesPage *page;

  GPtrArray *lines;  /* of PlanImportLine */
  GPtrArray *groups; /* what the page shows of them */
  char *text;
  char *name;
};

enum
{
  TASK_CHOSEN,
  DATES_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlanImportReport, plan_import_report, ADW_TYPE_WINDOW)

static void
add_number (GtkWidget *row, guint64 number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GUINT64_FORMAT, number);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  if (ADW_IS_EXPANDER_ROW (row))
    adw_expander_row_add_action (ADW_EXPANDER_ROW (row), label);
  else
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
}

static void
detail_activated_cb (GtkWidget *detail, PlanImportReport *self)
{
  g_signal_emit (self, signals[TASK_CHOSEN], 0, (gint64) *(const PlanId *) g_object_get_data (G_OBJECT (detail), "task"));
}

/* A value of a task leads to the task. */
static void
add_detail (PlanImportReport *self, GtkWidget *row, const char *text, PlanId task)
{
  GtkWidget *detail = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (detail), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (detail), text);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), detail);
  if (task == PLAN_ID_NONE)
    return;
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (detail), TRUE);
  gtk_widget_set_tooltip_text (detail, _("Go to this task"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (detail), gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_object_set_data_full (G_OBJECT (detail), "task", g_memdup2 (&task, sizeof task), g_free);
  g_signal_connect_object (detail, "activated", G_CALLBACK (detail_activated_cb), self, 0);
}

/* Single values are behind an expander. */
static GtkWidget *
create_row (PlanImportReport *self, const PlanImportLine *line)
{
  GtkWidget *row = line->details->len > 0 ? adw_expander_row_new () : adw_action_row_new ();
  g_autofree char *reason = g_markup_escape_text (line->reason, -1);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), line->title);
  add_number (row, line->count);
  if (line->details->len == 0)
    {
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), reason);
      return row;
    }
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), reason);
  for (guint i = 0; i < line->details->len; i++)
    add_detail (self, row, line->details->pdata[i], g_array_index (line->tasks, PlanId, i));
  if (line->n_hidden > 0)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", line->n_hidden), line->n_hidden);

      add_detail (self, row, more, PLAN_ID_NONE);
    }
  return row;
}

static AdwPreferencesGroup *
add_group (PlanImportReport *self, const PlanImportLine *line)
{
  GtkWidget *group = adw_preferences_group_new ();
  gboolean changed = line->kind == PLAN_REPORT_CHANGED;
  g_autofree char *title = NULL;

  if (*line->record == '\0')
    title = g_strdup (changed ? C_("import report", "Changed") : C_("import report", "Dropped"));
  else
    /* Translators: heading in the import report; %s is a kind of record, as “Tasks” */
    title = g_strdup_printf (changed ? C_("import report", "%s: changed")
                                     : C_("import report", "%s: dropped"), line->record);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         changed ? _("Taken, but not as it stands in the file.")
                                                 : _("Not taken, because Planwright has no place for it."));
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
  g_ptr_array_add (self->groups, group);
  return ADW_PREFERENCES_GROUP (group);
}

/* Lists the lines that have the words that are looked for. */
static void
fill (PlanImportReport *self)
{
  const PlanImportLine *last = NULL;
  AdwPreferencesGroup *group = NULL;

  for (guint i = 0; i < self->groups->len; i++)
    adw_preferences_page_remove (self->page, self->groups->pdata[i]);
  g_ptr_array_set_size (self->groups, 0);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const PlanImportLine *line = self->lines->pdata[i];

      if (!plan_import_line_fits (line, gtk_editable_get_text (self->search)))
        continue;
      if (last == NULL || last->kind != line->kind || last->record != line->record)
        group = add_group (self, line);
      adw_preferences_group_add (group, create_row (self, line));
      last = line;
    }
  gtk_stack_set_visible_child_name (self->stack, last != NULL || self->lines->len == 0 ? "report" : "nothing");
}

static void
words_changed_cb (PlanImportReport *self)
{
  fill (self);
}

static void
add_summary (PlanImportReport *self, const PlanReport *report)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *title = g_markup_escape_text (self->name, -1);
  const struct
  {
    const char *title;
    guint64 count;
  } rows[] = {
    { C_("import report", "Kept"), report->kept },
    { C_("import report", "Changed"), plan_report_count (report, PLAN_REPORT_CHANGED) },
    { C_("import report", "Dropped"), plan_report_count (report, PLAN_REPORT_DROPPED) },
  };

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), rows[i].title);
      add_number (row, rows[i].count);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
}

static void
dates_activated_cb (PlanImportReport *self)
{
  g_signal_emit (self, signals[DATES_CHOSEN], 0);
}

static gboolean
has_moved_task (const PlanReport *report)
{
  for (guint i = 0; i < report->items->len; i++)
    {
      const PlanReportItem *item = report->items->pdata[i];

      if (item->task != PLAN_ID_NONE && (strcmp (item->field, "start") == 0 || strcmp (item->field, "finish") == 0))
        return TRUE;
    }
  return FALSE;
}

/* Where dates differ, a table of them says why and lets those of the file be kept. */
static void
add_choice (PlanImportReport *self, const PlanReport *report)
{
  GtkWidget *group, *row;

  if (!has_moved_task (report))
    return;
  group = adw_preferences_group_new ();
  row = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Compare the dates…"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               _("Some dates are not as in the file. See why, and keep those of the file where you want to."));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (dates_activated_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
}

static void
copy_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlanImportReport *self = data;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->text);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_("The report was copied.")));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  PlanImportReport *self = PLAN_IMPORT_REPORT (source);
  g_autoptr (GFile) file = plan_file_picker_save_finish (result);
  g_autoptr (GError) error = NULL;

  if (file == NULL)
    return;
  if (g_file_replace_contents (file, self->text, strlen (self->text), NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &error))
    adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_("The report was saved.")));
  else
    plan_alert_show (GTK_WINDOW (self), _("The report could not be saved"), error->message);
}

static void
save_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlanImportReport *self = data;
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  /* Translators: name of a file; %s is the name of the file that was imported */
  g_autofree char *name = g_strdup_printf (_("Import of %s.txt"), self->name);

  gtk_file_filter_set_name (filter, _("Text"));
  gtk_file_filter_add_suffix (filter, "txt");
  g_list_store_append (filters, filter);
  plan_file_picker_save_async (GTK_WINDOW (self), _("Save the report"), G_LIST_MODEL (filters), NULL, name, saved_cb, NULL);
}

static void
find_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_toggle_button_set_active (PLAN_IMPORT_REPORT (data)->search_button, TRUE);
}

static const GActionEntry entries[] = {
  { "copy", copy_cb },
  { "save", save_cb },
  { "find", find_cb },
};

static void
plan_import_report_finalize (GObject *object)
{
  PlanImportReport *self = PLAN_IMPORT_REPORT (object);

  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_ptr_array_unref (self->groups);
  g_free (self->text);
  g_free (self->name);
  G_OBJECT_CLASS (plan_import_report_parent_class)->finalize (object);
}

static void
plan_import_report_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLAN_TYPE_IMPORT_REPORT);
  G_OBJECT_CLASS (plan_import_report_parent_class)->dispose (object);
}

static void
plan_import_report_class_init (PlanImportReportClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plan_import_report_dispose;
  G_OBJECT_CLASS (klass)->finalize = plan_import_report_finalize;
  /**
   * PlanImportReport::task-chosen:
   * @task: id of the task to go to
   */
  signals[TASK_CHOSEN] = g_signal_new ("task-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_INT64);
  /**
   * PlanImportReport::dates-chosen:
   *
   * The dates of the file are to be compared with those of the plan.
   */
  signals[DATES_CHOSEN] = g_signal_new ("dates-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/planwright/Planwright/plan-import-report.ui");
  gtk_widget_class_bind_template_child (widget_class, PlanImportReport, toasts);
  gtk_widget_class_bind_template_child (widget_class, PlanImportReport, search_button);
  gtk_widget_class_bind_template_child (widget_class, PlanImportReport, search);
  gtk_widget_class_bind_template_child (widget_class, PlanImportReport, stack);
  gtk_widget_class_bind_template_child (widget_class, PlanImportReport, page);
  gtk_widget_class_bind_template_callback (widget_class, words_changed_cb);
}

static void
plan_import_report_init (PlanImportReport *self)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  self->groups = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "report", G_ACTION_GROUP (actions));
}

/**
 * plan_import_report_new:
 * @report: copied into the page
 * @name: the file's name
 *
 * Returns: (transfer none): a window, not shown yet; like all windows it belongs to GTK
 */
GtkWindow *
plan_import_report_new (GtkWindow *parent, const PlanReport *report, const char *name)
{
  PlanImportReport *self = g_object_new (PLAN_TYPE_IMPORT_REPORT, "transient-for", parent, NULL);

  self->name = g_strdup (name);
  self->lines = plan_import_lines_new (report);
  self->text = plan_import_lines_to_text (self->lines, report, name);
  add_summary (self, report);
  add_choice (self, report);
  fill (self);
  return GTK_WINDOW (self);
}
