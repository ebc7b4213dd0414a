/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-pages.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkPrintSettings *plan_print_settings_get            (void);
void              plan_print_settings_set            (GtkPrintSettings *settings);
GtkPageSetup     *plan_print_settings_get_page_setup (void);
void              plan_print_settings_set_page_setup (GtkPageSetup *setup);
void              plan_print_settings_load_options   (PlanPagesOptions *options);
void              plan_print_settings_save_options   (const PlanPagesOptions *options);

G_END_DECLS
