/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-document.h"
#include "plan-import.h"
#include "plan-level.h"

G_BEGIN_DECLS

/* How tasks keep the dates of the file they came from. */
typedef enum {
  PLAN_KEEP_AS_CONSTRAINTS, /* start no earlier than in the file */
  PLAN_KEEP_AS_MANUAL,      /* scheduled by hand */
  PLAN_KEEP_NOTHING,        /* take those of the plan */
} PlanKeepDates;

/**
 * PlanDateChoice:
 * @start, @finish: in the file; %PLAN_TICKS_NONE for a date that it does not have
 * @constraint, @constraint_date, @manual, @manual_start, @manual_finish: of the task before anything was chosen
 *
 * A task for which it is chosen whose dates it takes.
 */
typedef struct
{
  PlanId task;
  PlanTicks start;
  PlanTicks finish;
  PlanTicks constraint_date;
  PlanTicks manual_start;
  PlanTicks manual_finish;
  guint8 constraint;
  guint8 manual;
} PlanDateChoice;

/* One field of a record as a person typed it. */
typedef struct
{
  PlanFieldId field;
  const char *text;
} PlanFieldText;

/**
 * PlanNewProject:
 * @start: when it starts, or %PLAN_TICKS_NONE for today
 * @programme: the programme it belongs to, or %PLAN_ID_NONE
 * @new_programme: (nullable): name of a programme that is made along, unless there is one of that name
 * @calendar: its calendar, or %PLAN_ID_NONE for the office's first
 * @manager: (nullable): who leads it
 *
 * What a new project begins with.
 */
typedef struct
{
  const char *name;
  PlanTicks start;
  PlanId programme;
  const char *new_programme;
  PlanId calendar;
  const char *manager;
} PlanNewProject;

/* Which summaries get the sum of what is saved below them when a baseline of chosen tasks is set. */
typedef enum {
  PLAN_BASELINE_NO_ROLLUP = 0,
  PLAN_BASELINE_TO_SUMMARIES = 1 << 0,  /* all above the chosen tasks */
  PLAN_BASELINE_FROM_SUBTASKS = 1 << 1, /* those that are chosen */
} PlanBaselineRollup;
/* What becomes of an occurrence on a day without work. */
typedef enum {
  PLAN_OCCURRENCE_MOVE, /* to the next working day */
  PLAN_OCCURRENCE_SKIP,
  PLAN_OCCURRENCE_KEEP, /* it is worked on as planned, by the clock */
} PlanOccurrence;

/**
 * PlanNewRecurring:
 * @duration: (nullable): of each occurrence, as typed; %NULL for that of new tasks
 * @pattern: when they are: its start, period, weekdays and so on, and its finish or number of occurrences
 * @time: ticks since midnight at which they begin, or -1 for the default start time
 * @calendar: of the occurrences, or %PLAN_ID_NONE for that of the project
 *
 * What a new recurring task begins with.
 */
typedef struct
{
  const char *name;
  const char *duration;
  PlanException pattern;
  PlanTicks time;
  PlanOccurrence days_off;
  PlanId calendar;
} PlanNewRecurring;

/* Each is one edit: checked, on disk and undoable as a whole when it returns TRUE. */
gboolean plan_edit_set               (PlanDocument *document, PlanFieldId field, PlanId id, const PlanValue *value, GError **error);
gboolean plan_edit_set_text          (PlanDocument *document, PlanFieldId field, PlanId id, const char *text, GError **error);

gboolean plan_edit_project_add       (PlanDocument *document, const char *name, PlanTicks start, PlanId *id, GError **error);
gboolean plan_edit_project_create    (PlanDocument *document, const PlanNewProject *what, PlanId *id, GError **error);
gboolean plan_edit_project_delete    (PlanDocument *document, PlanId project, GError **error);
gboolean plan_edit_project_set_archived (PlanDocument *document, PlanId project, gboolean archived, GError **error);
gboolean plan_edit_project_set_info  (PlanDocument *document, PlanId project, const PlanFieldText *values, guint n_values,
                                      GError **error);
gboolean plan_edit_project_move      (PlanDocument *document, PlanId project, PlanId programme, PlanId after, GError **error);
gboolean plan_edit_project_move_to_new (PlanDocument *document, PlanId project, const char *name, GError **error);
char    *plan_project_get_text       (const PlanModel *model, PlanId project, PlanFieldId field);

gboolean plan_edit_programme_add     (PlanDocument *document, const char *name, PlanId *id, GError **error);
gboolean plan_edit_programme_rename  (PlanDocument *document, PlanId programme, const char *name, GError **error);
gboolean plan_edit_programme_delete  (PlanDocument *document, PlanId programme, GError **error);
gboolean plan_edit_programme_move    (PlanDocument *document, PlanId programme, PlanId after, GError **error);

gboolean plan_edit_level             (PlanDocument *document, const PlanLevel *level, gint64 revision, GError **error);

gboolean plan_edit_task_add          (PlanDocument *document, PlanId project, PlanId after, const char *name, const char *duration,
                                      PlanId *id, GError **error);
gboolean plan_edit_task_delete       (PlanDocument *document, const PlanId *tasks, guint n_tasks, GError **error);
gboolean plan_edit_task_insert       (PlanDocument *document, PlanId project, PlanId parent, PlanId after, const char *name,
                                      const char *duration, PlanId *id, GError **error);
gboolean plan_edit_task_move         (PlanDocument *document, PlanId task, PlanId parent, PlanId after, GError **error);
gboolean plan_edit_task_indent       (PlanDocument *document, PlanId task, GError **error);
gboolean plan_edit_task_outdent      (PlanDocument *document, PlanId task, GError **error);
gboolean plan_edit_tasks_move        (PlanDocument *document, const PlanId *tasks, guint n_tasks, PlanId parent, PlanId after,
                                      GError **error);
gboolean plan_edit_tasks_indent      (PlanDocument *document, const PlanId *tasks, guint n_tasks, GError **error);
gboolean plan_edit_tasks_outdent     (PlanDocument *document, const PlanId *tasks, guint n_tasks, GError **error);
gboolean plan_edit_tasks_duplicate   (PlanDocument *document, const PlanId *tasks, guint n_tasks, GError **error);
gboolean plan_edit_task_set_start    (PlanDocument *document, PlanId task, PlanTicks start, GError **error);
gboolean plan_edit_task_set_finish   (PlanDocument *document, PlanId task, PlanTicks finish, GError **error);

gboolean plan_edit_task_set_remaining_duration (PlanDocument *document, PlanId task, PlanTicks remaining, GError **error);
gboolean plan_edit_task_set_actual_work (PlanDocument *document, PlanId task, PlanTicks done, GError **error);
gboolean plan_edit_task_set_percent_work (PlanDocument *document, PlanId task, PlanPercent percent, GError **error);
gboolean plan_edit_progress_update   (PlanDocument *document, PlanId project, const PlanId *tasks, guint n_tasks, PlanTicks date,
                                      gboolean whole, GError **error);
gboolean plan_edit_work_reschedule   (PlanDocument *document, PlanId project, const PlanId *tasks, guint n_tasks, PlanTicks date,
                                      GError **error);

gboolean plan_edit_task_split        (PlanDocument *document, PlanId task, PlanTicks at, PlanTicks length, GError **error);
gboolean plan_edit_task_move_part    (PlanDocument *document, PlanId task, guint part, PlanTicks start, GError **error);
gboolean plan_edit_task_join         (PlanDocument *document, PlanId task, GError **error);

gboolean plan_edit_recurring_add     (PlanDocument *document, PlanId project, PlanId after, const PlanNewRecurring *what,
                                      PlanId *id, GError **error);
GArray  *plan_recurring_list_days    (PlanDocument *document, PlanId project, const PlanNewRecurring *what, GError **error);

gboolean plan_edit_task_set_predecessors (PlanDocument *document, PlanId task, const char *text, GError **error);
gboolean plan_edit_task_set_resources (PlanDocument *document, PlanId task, const char *text, GError **error);

gboolean plan_edit_tasks_link        (PlanDocument *document, const PlanId *tasks, guint n_tasks, GError **error);
gboolean plan_edit_tasks_unlink      (PlanDocument *document, const PlanId *tasks, guint n_tasks, GError **error);
gboolean plan_edit_link_add          (PlanDocument *document, PlanId predecessor, PlanId successor, PlanLinkType type,
                                      const PlanLag *lag, PlanId *id, GError **error);
gboolean plan_edit_link_set_text     (PlanDocument *document, PlanId link, const char *text, GError **error);
gboolean plan_edit_link_delete       (PlanDocument *document, PlanId link, GError **error);

gboolean plan_edit_resource_add      (PlanDocument *document, const char *name, PlanResourceType type, PlanId *id, GError **error);
gboolean plan_edit_resource_delete   (PlanDocument *document, PlanId resource, GError **error);
gboolean plan_edit_assignment_add    (PlanDocument *document, PlanId task, PlanId resource, PlanPercent units, PlanId *id,
                                      GError **error);
gboolean plan_edit_assignment_delete (PlanDocument *document, PlanId assignment, GError **error);
gboolean plan_edit_exception_add     (PlanDocument *document, PlanId calendar, const char *name, PlanDay first, PlanDay last,
                                      const char *hours, PlanId *id, GError **error);
gboolean plan_edit_exception_delete  (PlanDocument *document, PlanId exception, GError **error);

gboolean plan_edit_baseline_set      (PlanDocument *document, PlanId project, int number, const PlanId *tasks, guint n_tasks,
                                      PlanBaselineRollup rollup, GError **error);
gboolean plan_edit_baseline_clear    (PlanDocument *document, PlanId project, int number, const PlanId *tasks, guint n_tasks,
                                      GError **error);
gboolean plan_edit_interim_set       (PlanDocument *document, PlanId project, int number, const PlanId *tasks, guint n_tasks,
                                      GError **error);
gboolean plan_edit_interim_clear     (PlanDocument *document, PlanId project, int number, const PlanId *tasks, guint n_tasks,
                                      GError **error);
gboolean plan_edit_task_set_cost     (PlanDocument *document, PlanId task, PlanMoney cost, GError **error);
gboolean plan_edit_task_set_actual_cost (PlanDocument *document, PlanId task, PlanMoney cost, GError **error);

gboolean plan_edit_sample_delete     (PlanDocument *document, GError **error);

gboolean plan_edit_import            (PlanDocument *document, const PlanImport *import, const char *name, GError **error);
gboolean plan_edit_keep_file_dates   (PlanDocument *document, PlanId project, PlanKeepDates keep, guint *n_left, GError **error);
gboolean plan_edit_choose_dates      (PlanDocument *document, PlanId project, const GArray *choices, PlanKeepDates keep,
                                      guint *n_left, GError **error);
gboolean plan_edit_can_choose_dates  (PlanDocument *document, PlanId task);

G_END_DECLS
