/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* When the program was started, in microseconds of the monotonic clock; set by who starts it. */
#define FIRST_FRAME_STARTED "PLAN_STARTED"

typedef gboolean (*FirstFrameReady) (GtkWindow *window);

void first_frame_report (GtkWindow *window, FirstFrameReady ready);

G_END_DECLS
