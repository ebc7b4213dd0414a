/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-application.h"

G_BEGIN_DECLS

PlanApplication *plan_fixture_start          (int *argc, char ***argv);
void             plan_fixture_add_test        (const char *path, GTestFunc func);
int              plan_fixture_run             (PlanApplication *application);
PlanWindow      *plan_fixture_open_sample    (PlanApplication *application);
PlanWindow      *plan_fixture_open_empty     (PlanApplication *application);
PlanWindow      *plan_fixture_open_large     (PlanApplication *application);
void             plan_fixture_fill           (PlanDocument *document, guint n_tasks);
double           plan_fixture_get_cpu        (void);
void             plan_fixture_measure        (PlanWindow *window, const char *what, guint n_frames,
                                              void (*step) (PlanWindow *window, guint frame));
void             plan_fixture_close          (PlanWindow *window);
void             plan_fixture_settle         (PlanWindow *window);
void             plan_fixture_resize         (PlanWindow *window, int width, int height);
void             plan_fixture_activate       (PlanWindow *window, const char *action);
char            *plan_fixture_write_file     (const char *name, const char *text);
void             plan_fixture_input          (PlanWindow *window, const char *format, ...) G_GNUC_PRINTF (2, 3);
void             plan_fixture_type           (PlanWindow *window, const char *text);
void             plan_fixture_focus          (PlanWindow *window);
void             plan_fixture_focus_native   (PlanWindow *window, GtkNative *native);
void             plan_fixture_find_point     (PlanWindow *window, GtkWidget *widget, double x, double y, int *screen_x, int *screen_y);
void             plan_fixture_click          (PlanWindow *window, GtkWidget *widget, double x, double y, int button, int n_clicks);
void             plan_fixture_drag           (PlanWindow *window, GtkWidget *widget, double x0, double y0, double x1, double y1);
void             plan_fixture_press          (PlanWindow *window, const char *key);
void             plan_fixture_point          (PlanWindow *window, GtkWidget *widget, double x, double y);
void             plan_fixture_button         (PlanWindow *window, guint button, gboolean down);
void             plan_fixture_modified_click (PlanWindow *window, const char *modifier);
void             plan_fixture_double_click   (PlanWindow *window);
GtkWidget       *plan_fixture_find_widget    (GtkWidget *widget, GType type);
GtkAdjustment   *plan_fixture_get_adjustment (PlanWindow *window, GtkOrientation orientation);

G_END_DECLS
