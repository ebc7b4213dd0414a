/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-edits-calendar.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Called with the calendar that was made or changed. */
typedef void (*PlanCalendarDone) (PlanId calendar, gpointer data);

void plan_calendar_ask_new       (GtkWindow *parent, PlanDocument *document, const PlanNewCalendar *what, PlanCalendarDone done, gpointer data);
void plan_calendar_ask_copy      (GtkWindow *parent, PlanDocument *document, PlanId calendar, PlanCalendarDone done, gpointer data);
void plan_calendar_ask_person    (GtkWindow *parent, PlanDocument *document, PlanCalendarDone done, gpointer data);
void plan_calendar_ask_replacement (GtkWindow *parent, PlanDocument *document, PlanId calendar, PlanCalendarDone done, gpointer data);
void plan_calendar_ask_hours     (GtkWindow *parent, PlanDocument *document, PlanId calendar, PlanId week);
void plan_calendar_ask_week      (GtkWindow *parent, PlanDocument *document, PlanId calendar, PlanId week, PlanDay first, PlanDay last);
void plan_calendar_ask_exception (GtkWindow *parent, PlanDocument *document, PlanId calendar, PlanId exception, PlanDay first, PlanDay last);

G_END_DECLS
