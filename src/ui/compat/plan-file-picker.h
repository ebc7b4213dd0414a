/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void        plan_file_picker_open_async  (GtkWindow *parent, const char *title, GListModel *filters, gboolean several,
                                          GAsyncReadyCallback callback, gpointer user_data);
GListModel *plan_file_picker_open_finish (GAsyncResult *result);
void        plan_file_picker_save_async  (GtkWindow *parent, const char *title, GListModel *filters, GFile *folder,
                                          const char *name, GAsyncReadyCallback callback, gpointer user_data);
GFile      *plan_file_picker_save_finish (GAsyncResult *result);
GListModel *plan_file_picker_create_filter (const char *name, const char *suffix);

G_END_DECLS
