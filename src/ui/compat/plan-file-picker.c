/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Choosing files, in the shape of GtkFileDialog of later GTK versions, over GtkFileChooserNative, which uses the desktop's
 * own dialog and its portal.
 */

#include "plan-file-picker.h"

static void
response_cb (GtkNativeDialog *dialog, int response, GTask *task)
{
  GListModel *files = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog)) : NULL;

  g_task_return_pointer (task, files, g_object_unref);
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
  g_object_unref (task);
}

static GtkFileChooser *
create_dialog (GtkWindow *parent, const char *title, GListModel *filters, GtkFileChooserAction action)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, parent, action, NULL, NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  for (guint i = 0; i < g_list_model_get_n_items (filters); i++)
    {
      g_autoptr (GtkFileFilter) filter = g_list_model_get_item (filters, i);

      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
    }
  return GTK_FILE_CHOOSER (dialog);
}

/* Shows the dialog, which belongs to its response from now on; takes @task. */
static void
show_dialog (GtkFileChooser *dialog, GTask *task)
{
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/**
 * plan_file_picker_create_filter:
 * @name: of a kind of files; @suffix: of their names, with its dot
 *
 * Returns: (transfer full): the filters for files of one kind
 */
GListModel *
plan_file_picker_create_filter (const char *name, const char *suffix)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_suffix (filter, suffix + 1);
  g_list_store_append (filters, filter);
  return G_LIST_MODEL (filters);
}

/**
 * plan_file_picker_open_async:
 * @filters: (element-type GtkFileFilter): kinds of files, the first is chosen
 * @several: whether more than one file may be chosen
 *
 * Lets the user choose files to open.
 */
void
plan_file_picker_open_async (GtkWindow *parent, const char *title, GListModel *filters, gboolean several,
                             GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  GtkFileChooser *dialog = create_dialog (parent, title, filters, GTK_FILE_CHOOSER_ACTION_OPEN);

  g_task_set_source_tag (task, plan_file_picker_open_async);
  gtk_file_chooser_set_select_multiple (dialog, several);
  show_dialog (dialog, task);
}

/**
 * plan_file_picker_open_finish:
 *
 * Returns: (transfer full) (nullable) (element-type GFile): the chosen files, or %NULL when the user gave up
 */
GListModel *
plan_file_picker_open_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

/**
 * plan_file_picker_save_async:
 * @filters: (element-type GtkFileFilter): kinds of files, the first is chosen
 * @folder: (nullable): where the dialog begins, or %NULL to leave that to the desktop
 * @name: the name that is suggested
 *
 * Lets the user choose where a file is written. The dialog asks before an existing file is chosen.
 */
void
plan_file_picker_save_async (GtkWindow *parent, const char *title, GListModel *filters, GFile *folder, const char *name,
                             GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  GtkFileChooser *dialog = create_dialog (parent, title, filters, GTK_FILE_CHOOSER_ACTION_SAVE);

  g_task_set_source_tag (task, plan_file_picker_save_async);
  /* A folder that is gone is no reason to fail: the dialog then begins where it likes. */
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (dialog, folder, NULL);
  gtk_file_chooser_set_current_name (dialog, name);
  show_dialog (dialog, task);
}

/**
 * plan_file_picker_save_finish:
 *
 * Returns: (transfer full) (nullable): the chosen file, or %NULL when the user gave up
 */
GFile *
plan_file_picker_save_finish (GAsyncResult *result)
{
  g_autoptr (GListModel) files = g_task_propagate_pointer (G_TASK (result), NULL);

  return files != NULL ? g_list_model_get_item (files, 0) : NULL;
}
