/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-grid.h"
#include "plan-id.h"
#include "plan-import.h"
#include "plan-model.h"
#include "plan-progress.h"
#include "plan-schedule.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * PlanExport:
 * @project: which project to write, or %PLAN_ID_NONE for all (formats that hold several)
 * @schedule: the dates that follow from @model
 * @file_dates: whether values of the imported file are written instead of the schedule's, where there are any
 * @report: (nullable): the import report to write along
 * @grid: the table to write, for formats of tables
 * @resource: whose tasks to write, for formats of calendars; %PLAN_ID_NONE for the milestones
 */
typedef struct
{
  const PlanModel *model;
  const PlanSchedule *schedule;
  PlanId project;
  gboolean file_dates;
  const PlanReport *report;
  const PlanGrid *grid;
  PlanId resource;
} PlanExport;

/* What a format takes of a plan. */
typedef enum {
  PLAN_FORMAT_PLAN,     /* everything that it has a place for */
  PLAN_FORMAT_TABLE,    /* PlanExport.grid */
  PLAN_FORMAT_CALENDAR, /* dates: milestones, or the tasks of PlanExport.resource */
} PlanFormatContent;

/**
 * PlanFormat:
 * @name: on the command line; @label: for people, to be translated
 * @menu: (nullable): what the menu that writes it says, where “Plan as …” does not fit
 * @suffixes: separated by spaces, with their dots, the usual one first
 * @several: whether one file holds several projects
 * @content: what is written of a plan
 * @sniff: (nullable): whether the first bytes of a file are of this format; %NULL when its content does not tell
 * @read: %NULL when it cannot be read; @write: %NULL when it cannot be written
 *
 * One foreign format; all formats are rows of one table.
 */
typedef struct
{
  const char *name;
  const char *label;
  const char *menu;
  const char *suffixes;
  gboolean several;
  PlanFormatContent content;
  gboolean (*sniff) (const guint8 *data, gsize length);
  PlanImport *(*read) (GInputStream *stream, const char *name, PlanIdSource *ids, PlanProgress *progress, GError **error);
  gboolean (*write) (const PlanExport *what, GOutputStream *stream, PlanProgress *progress, GError **error);
} PlanFormat;

const PlanFormat *plan_formats_get       (guint *n_formats);
const PlanFormat *plan_format_by_name    (const char *name);
const PlanFormat *plan_format_by_path    (const char *path);
const PlanFormat *plan_format_of_content (const guint8 *data, gsize length);
PlanImport       *plan_format_read_file  (const char *path, const PlanFormat *format, PlanIdSource *ids, PlanProgress *progress, GError **error);
gboolean          plan_format_write_file (const char *path, const PlanFormat *format, const PlanExport *what, PlanProgress *progress, GError **error);

G_END_DECLS
