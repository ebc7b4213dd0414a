/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-progress.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLAN_TYPE_JOB_BANNER (plan_job_banner_get_type ())
G_DECLARE_FINAL_TYPE (PlanJobBanner, plan_job_banner, PLAN, JOB_BANNER, GtkWidget)

void plan_job_banner_start (PlanJobBanner *self, const char *text, PlanProgress *progress);
void plan_job_banner_stop  (PlanJobBanner *self);

G_END_DECLS
