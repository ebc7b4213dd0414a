/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-pages.h"

G_BEGIN_DECLS

/* The instant of "2026-03-04" or "2026-03-04T12:00". */
PlanTicks     report_date         (const char *text);

/* A project of @n_tasks rows in phases of ten, spread over @n_days from Monday 2026-01-05; its id is 1. */
PlanModel    *report_plan_new     (guint n_tasks, guint n_days);

/* A project as people have it: phases, links, people, holidays, a baseline, in Chinese and English; its id is 1. */
PlanModel    *report_shop_new     (void);

PlanSchedule *report_schedule_new (const PlanModel *model);

/* What a program writes to its standard output; the test fails when the program does. */
char         *report_run          (const char *program, const char *path);

G_END_DECLS
