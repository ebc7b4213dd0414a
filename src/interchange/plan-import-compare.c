/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dates that a file holds beside those that follow from the plan. Each difference gets the first cause of a table of
 * rules that holds for its task: rules that can be proved from the plan and the file's own dates come before those that only
 * name what is special about the task; where none holds the report says so. Slack and critical tasks come after all dates:
 * Microsoft Project's files often hold late dates of an earlier calculation.
 */

#include "plan-driver.h"
#include "plan-import.h"
#include "plan-imported.h"

#include <glib/gi18n-lib.h>

/* Project rounds to minutes here and there. */
#define SAME_WITHIN PLAN_TICKS_PER_MINUTE

/* What the file says of a task; %PLAN_TICKS_NONE for what it does not say. */
typedef struct
{
  PlanTicks start;
  PlanTicks finish;
  PlanTicks late_finish;
  PlanTicks total_slack;
  gint8 critical; /* -1: nothing */
  guint8 has_outer_link;
} FileTask;

/**
 * Comparison:
 * @incomplete: (nullable): ids of tasks that have lost a link, which is known while a file is imported only
 * @files: by index of the task; likewise @moved: it lies elsewhere, @has_moved_task: a summary with such a task,
 *   @assigned: somebody works on it, @leads: something follows it
 * @stale: whether the file's late dates are of an earlier calculation
 */
typedef struct
{
  PlanReport *report;
  GHashTable *incomplete;
  const PlanModel *model;
  const PlanSchedule *schedule;
  PlanTaskIndex *index;
  PlanDriverFinder *finder;
  FileTask *files;
  guint8 *moved;
  guint8 *has_moved_task;
  guint8 *assigned;
  guint8 *leads;
  guint n_moved;
  gboolean stale;
} Comparison;

static const PlanTask *
get_task (const Comparison *self, guint task)
{
  return plan_model_get_task_at (self->model, task);
}

static const PlanScheduledTask *
get_scheduled (const Comparison *self, guint task)
{
  return plan_schedule_get_task (self->schedule, task);
}

static gboolean
is_external (const Comparison *self, guint task)
{
  return get_task (self, task)->external;
}

static gboolean
is_summary_of_moved (const Comparison *self, guint task)
{
  return get_scheduled (self, task)->summary && self->has_moved_task[task];
}

static gboolean
is_manual (const Comparison *self, guint task)
{
  return get_task (self, task)->manual;
}

static gboolean
has_lost_link (const Comparison *self, guint task)
{
  return self->files[task].has_outer_link ||
         (self->incomplete != NULL && g_hash_table_contains (self->incomplete, &get_task (self, task)->id));
}

/* Whether a link of its own, or one by which it is placed here, comes from a task that lies elsewhere. */
static gboolean
follows_moved (const Comparison *self, guint task)
{
  g_autoptr (GArray) drivers = g_array_new (FALSE, FALSE, sizeof (PlanDriver));
  guint n, from, to;
  const guint *links = plan_task_index_get_predecessors (self->index, task, &n);

  for (guint i = 0; i < n; i++)
    {
      plan_task_index_get_ends (self->index, links[i], &from, &to);
      if (from != PLAN_INDEX_NONE && self->moved[from])
        return TRUE;
    }
  plan_driver_finder_list (self->finder, task, PLAN_DRIVER_OF_START, drivers);
  plan_driver_finder_list (self->finder, task, PLAN_DRIVER_OF_FINISH, drivers);
  for (guint i = 0; i < drivers->len; i++)
    {
      const PlanDriver *driver = &g_array_index (drivers, PlanDriver, i);

      if (driver->kind == PLAN_DRIVER_LINK && self->moved[driver->other])
        return TRUE;
    }
  return FALSE;
}

static gboolean
precedes_moved (const Comparison *self, guint task)
{
  guint n, from, to;
  const guint *links = plan_task_index_get_successors (self->index, task, &n);

  if (get_task (self, task)->constraint != PLAN_CONSTRAINT_ALAP)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      plan_task_index_get_ends (self->index, links[i], &from, &to);
      if (to != PLAN_INDEX_NONE && self->moved[to])
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_split (const Comparison *self, guint task)
{
  const PlanTask *record = get_task (self, task);

  return record->stop != PLAN_TICKS_NONE && record->resume != PLAN_TICKS_NONE && record->resume > record->stop;
}

static gboolean
is_started (const Comparison *self, guint task)
{
  return get_task (self, task)->actual_start != PLAN_TICKS_NONE || get_task (self, task)->percent_complete > 0;
}

/* A constraint may pull a task before its links. */
static gboolean
is_pulled (const PlanTask *record)
{
  return record->constraint == PLAN_CONSTRAINT_MSO || record->constraint == PLAN_CONSTRAINT_MFO ||
         record->constraint == PLAN_CONSTRAINT_SNLT || record->constraint == PLAN_CONSTRAINT_FNLT;
}

/* The file breaks a link of its own by its own dates. */
static gboolean
is_out_of_order (const Comparison *self, guint task)
{
  guint n, from, to;
  const guint *links = plan_task_index_get_predecessors (self->index, task, &n);

  if (is_started (self, task) || is_pulled (get_task (self, task)) || self->files[task].start == PLAN_TICKS_NONE)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const PlanLink *link = plan_model_get_link_at (self->model, links[i]);

      plan_task_index_get_ends (self->index, links[i], &from, &to);
      if (from != PLAN_INDEX_NONE && link->type == PLAN_LINK_FS && link->lag >= 0 && get_task (self, from)->active &&
          self->files[from].finish != PLAN_TICKS_NONE && self->files[from].finish > self->files[task].start + SAME_WITHIN)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_levelled (const Comparison *self, guint task)
{
  guint n;
  const guint *assignments = plan_task_index_get_assignments (self->index, task, &n);
  gboolean delayed = get_task (self, task)->levelling_delay != 0;

  for (guint i = 0; i < n; i++)
    delayed |= plan_model_get_assignment_at (self->model, assignments[i])->levelling_delay != 0;
  return delayed;
}

static gboolean
is_before_project (const Comparison *self, guint task)
{
  const PlanProject *project = plan_model_get_project (self->model, get_task (self, task)->project);

  return project != NULL && project->schedule_from == PLAN_SCHEDULE_FROM_START && project->start != PLAN_TICKS_NONE &&
         get_task (self, task)->constraint <= PLAN_CONSTRAINT_ALAP && self->files[task].start != PLAN_TICKS_NONE &&
         self->files[task].start < project->start;
}

static gboolean
is_off_calendar (const Comparison *self, guint task)
{
  const PlanWorktime *worktime = plan_schedule_get_work_worktime (self->schedule, self->model, task);
  PlanTicks start = self->files[task].start;

  if (worktime == NULL || start == PLAN_TICKS_NONE || get_scheduled (self, task)->summary || get_task (self, task)->duration == 0 ||
      plan_unit_is_elapsed (get_task (self, task)->duration_unit))
    return FALSE;
  return plan_worktime_next (worktime, start) - start > SAME_WITHIN;
}

/* A plain task whose duration does not reach from its start to its finish in the file. */
static gboolean
does_not_fit (const Comparison *self, guint task)
{
  const PlanTask *record = get_task (self, task);
  const PlanWorktime *worktime = plan_schedule_get_work_worktime (self->schedule, self->model, task);
  const FileTask *file = &self->files[task];

  if (worktime == NULL || file->start == PLAN_TICKS_NONE || file->finish == PLAN_TICKS_NONE || self->assigned[task] ||
      get_scheduled (self, task)->summary || plan_unit_is_elapsed (record->duration_unit))
    return FALSE;
  return ABS (plan_worktime_work (worktime, file->start, file->finish) - record->duration) > SAME_WITHIN;
}

static gboolean
is_assigned (const Comparison *self, guint task)
{
  return self->assigned[task];
}

/* Nothing else held, so its links ask here for what they ask by the file's own dates, and there is nothing else to wait for. */
static gboolean
is_later_than_asked (const Comparison *self, guint task)
{
  const PlanTask *record = get_task (self, task);
  const PlanProject *project = plan_model_get_project (self->model, record->project);

  return project != NULL && project->schedule_from == PLAN_SCHEDULE_FROM_START && !get_scheduled (self, task)->summary &&
         record->constraint == PLAN_CONSTRAINT_ASAP && self->files[task].start != PLAN_TICKS_NONE &&
         self->files[task].start > get_scheduled (self, task)->start + SAME_WITHIN;
}

static const struct
{
  gboolean (*holds) (const Comparison *self, guint task);
  const char *cause;
} rules[] = {
  { is_external, N_("The task lies in another file.") },
  { is_summary_of_moved, N_("The summary follows from its subtasks.") },
  { has_lost_link, N_("A link of the task could not be taken.") },
  { is_manual, N_("The task is scheduled manually.") },
  { follows_moved, N_("A task before it lies elsewhere.") },
  { precedes_moved, N_("It is to be as late as possible, and a task after it lies elsewhere.") },
  { is_split, N_("The task is split.") },
  { is_started, N_("The task is in progress.") },
  { is_out_of_order, N_("The file was not calculated after its last change: by its own dates a link is broken.") },
  { is_levelled, N_("The task was delayed by levelling.") },
  { is_before_project, N_("In the file it starts before its project.") },
  { is_off_calendar, N_("In the file it starts when its calendar has no work.") },
  { does_not_fit, N_("In the file its start, finish and duration do not fit together.") },
  { is_assigned, N_("The task is driven by its resources.") },
  { is_later_than_asked, N_("In the file it starts later than anything asks for.") },
};

static const char *
find_cause (const Comparison *self, guint task)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (rules[i].holds (self, task))
      return _(rules[i].cause);
  return _("Reason not found.");
}

static PlanTicks
read_value (const PlanImportedValue *imported, const char *element, PlanImportedType type)
{
  g_autofree char *text = plan_imported_value_get (imported, element);
  gint64 value;

  return text != NULL && plan_imported_parse (type, text, &value) ? value : PLAN_TICKS_NONE;
}

static void
read_file_task (Comparison *self, const PlanImportedValue *imported)
{
  guint task = plan_model_find (self->model, PLAN_RECORD_TASK, imported->owner);
  g_autofree char *outer = plan_imported_value_get (imported, "CrossProjectName");
  PlanTicks critical = read_value (imported, "Critical", PLAN_IMPORTED_BOOLEAN);

  if (task == PLAN_INDEX_NONE)
    return;
  self->files[task] = (FileTask) {
    .start = read_value (imported, "Start", PLAN_IMPORTED_INSTANT),
    .finish = read_value (imported, "Finish", PLAN_IMPORTED_INSTANT),
    .late_finish = read_value (imported, "LateFinish", PLAN_IMPORTED_INSTANT),
    .total_slack = read_value (imported, "TotalSlack", PLAN_IMPORTED_TENTHS),
    .critical = critical == PLAN_TICKS_NONE ? -1 : critical != 0,
    .has_outer_link = outer != NULL && *outer != '\0',
  };
}

static gboolean
differs (PlanTicks file, PlanTicks ours)
{
  return file != PLAN_TICKS_NONE && ours != PLAN_TICKS_NONE && ABS (file - ours) > SAME_WITHIN;
}

static void
mark_moved (Comparison *self, guint task)
{
  const PlanTask *record = get_task (self, task);

  self->moved[task] = TRUE;
  self->n_moved++;
  for (guint depth = 0; record->parent != PLAN_ID_NONE && depth < plan_model_get_n (self->model, PLAN_RECORD_TASK); depth++)
    {
      guint parent = plan_model_find (self->model, PLAN_RECORD_TASK, record->parent);

      if (parent == PLAN_INDEX_NONE || self->has_moved_task[parent])
        break;
      self->has_moved_task[parent] = TRUE;
      record = get_task (self, parent);
    }
}

/* Late dates are of now when the last tasks of the file may finish with the last of them and no later or earlier. */
static gboolean
are_late_dates_stale (const Comparison *self)
{
  guint n = plan_model_get_n (self->model, PLAN_RECORD_TASK);
  PlanTicks last = PLAN_TICKS_NONE, latest = PLAN_TICKS_NONE;

  for (guint i = 0; i < n; i++)
    if (!get_scheduled (self, i)->summary && !is_external (self, i))
      last = MAX (last, self->files[i].finish);
  for (guint i = 0; i < n; i++)
    if (!get_scheduled (self, i)->summary && !is_external (self, i) && !self->leads[i] && !is_started (self, i))
      latest = MAX (latest, self->files[i].late_finish);
  return latest != PLAN_TICKS_NONE && differs (latest, last);
}

static void
start_comparison (Comparison *self)
{
  guint n = plan_model_get_n (self->model, PLAN_RECORD_TASK), length;

  self->index = plan_task_index_new (self->model);
  self->finder = plan_driver_finder_new (self->schedule, self->model, self->index);
  self->files = g_new (FileTask, n + 1);
  self->moved = g_malloc0 (n + 1);
  self->has_moved_task = g_malloc0 (n + 1);
  self->assigned = g_malloc0 (n + 1);
  self->leads = g_malloc0 (n + 1);
  for (guint i = 0; i < n; i++)
    {
      const guint *assignments = plan_task_index_get_assignments (self->index, i, &length);

      self->files[i] = (FileTask) { PLAN_TICKS_NONE, PLAN_TICKS_NONE, PLAN_TICKS_NONE, PLAN_TICKS_NONE, -1, FALSE };
      for (guint k = 0; k < length; k++)
        self->assigned[i] |= plan_model_get_assignment_at (self->model, assignments[k])->resource != PLAN_ID_NONE;
      plan_task_index_get_successors (self->index, i, &length);
      self->leads[i] = length > 0;
    }
  for (guint i = 0; i < plan_model_get_n (self->model, PLAN_RECORD_IMPORTED_VALUE); i++)
    {
      const PlanImportedValue *value = plan_model_get_at (self->model, PLAN_RECORD_IMPORTED_VALUE, i);

      if (value->owner_record == PLAN_RECORD_TASK)
        read_file_task (self, value);
    }
  for (guint i = 0; i < n; i++)
    if (differs (self->files[i].start, get_scheduled (self, i)->start) || differs (self->files[i].finish, get_scheduled (self, i)->finish))
      mark_moved (self, i);
  self->stale = are_late_dates_stale (self);
}

static void
finish_comparison (Comparison *self)
{
  plan_driver_finder_free (self->finder);
  plan_task_index_free (self->index);
  g_free (self->files);
  g_free (self->moved);
  g_free (self->has_moved_task);
  g_free (self->assigned);
  g_free (self->leads);
}

static void
report_value (Comparison *self, guint task, const char *field, const char *file, const char *ours, const char *cause)
{
  const PlanTask *record = get_task (self, task);
  g_autofree char *uid = g_strdup_printf ("%" G_GINT64_FORMAT, record->source_uid >= 0 ? record->source_uid : record->id);

  plan_report_add_value (self->report, "task", uid, field, file, ours, cause);
  plan_report_set_task (self->report, record->id, record->name);
}

/* A date of the task that is not as in the file. */
static void
add_difference (const Comparison *self, guint task, gboolean is_finish, const char *cause, GArray *differences)
{
  const PlanWorktime *worktime = plan_schedule_get_work_worktime (self->schedule, self->model, task);
  const FileTask *file = &self->files[task];
  PlanDateDifference difference = {
    .task = get_task (self, task)->id,
    .file = is_finish ? file->finish : file->start,
    .ours = is_finish ? get_scheduled (self, task)->finish : get_scheduled (self, task)->start,
    .file_start = file->start,
    .file_finish = file->finish,
    .cause = cause,
    .is_finish = is_finish,
  };

  if (!differs (difference.file, difference.ours))
    return;
  difference.work = worktime != NULL ? plan_worktime_work (worktime, difference.file, difference.ours)
                                     : difference.ours - difference.file;
  g_array_append_val (differences, difference);
}

static GArray *
list_differences (const Comparison *self, PlanId project)
{
  GArray *differences = g_array_new (FALSE, FALSE, sizeof (PlanDateDifference));
  guint n_tasks = plan_model_get_n (self->model, PLAN_RECORD_TASK);

  for (guint i = 0; i < n_tasks; i++)
    {
      const char *cause;

      if (!self->moved[i] || (project != PLAN_ID_NONE && get_task (self, i)->project != project))
        continue;
      cause = find_cause (self, i);
      add_difference (self, i, FALSE, cause, differences);
      add_difference (self, i, TRUE, cause, differences);
    }
  return differences;
}

static void
report_date (Comparison *self, const PlanDateDifference *difference)
{
  guint task = plan_model_find (self->model, PLAN_RECORD_TASK, difference->task);
  g_autofree char *file = plan_ticks_format_iso (difference->file);
  g_autofree char *ours = plan_ticks_format_iso (difference->ours);

  report_value (self, task, difference->is_finish ? "finish" : "start", file, ours, difference->cause);
}

static void
report_slack (Comparison *self, guint task)
{
  const PlanScheduledTask *scheduled = get_scheduled (self, task);
  const FileTask *file = &self->files[task];
  const char *cause = self->n_moved > 0 ? _("Slack follows from dates, and dates of the plan differ.")
                      : self->stale     ? _("The late dates of the file are those of an earlier calculation.")
                                        : _("Reason not found.");
  g_autofree char *file_text = plan_decimal_format (file->total_slack, 1);
  g_autofree char *our_text = plan_decimal_format (scheduled->total_slack, 1);

  if (scheduled->summary || is_external (self, task) || !get_task (self, task)->active)
    return;
  if (differs (file->total_slack, scheduled->total_slack))
    report_value (self, task, "total_slack", file_text, our_text, cause);
  if (file->critical >= 0 && file->critical != scheduled->critical)
    report_value (self, task, "critical", file->critical ? "true" : "false", scheduled->critical ? "true" : "false", cause);
}

/**
 * plan_import_compare:
 * @schedule: computed from the import's model
 *
 * Reports each task whose start or finish in the file is not what follows from the plan, with the cause; then likewise its
 * slack and whether it is critical, where the file says so.
 */
void
plan_import_compare (PlanImport *self, const PlanSchedule *schedule)
{
  Comparison comparison = { .report = self->report, .incomplete = self->incomplete, .model = self->model, .schedule = schedule };
  guint n_tasks = plan_model_get_n (self->model, PLAN_RECORD_TASK);
  g_autoptr (GArray) differences = NULL;

  start_comparison (&comparison);
  differences = list_differences (&comparison, PLAN_ID_NONE);
  for (guint i = 0; i < differences->len; i++)
    report_date (&comparison, &g_array_index (differences, PlanDateDifference, i));
  for (guint i = 0; i < n_tasks; i++)
    report_slack (&comparison, i);
  finish_comparison (&comparison);
}

/**
 * plan_import_list_differences:
 * @model: of an office
 * @schedule: computed from @model
 * @project: a project of it
 *
 * Compares the dates of the project's tasks with those of the file they were imported from, now and not when it was
 * imported.
 *
 * Returns: (transfer full) (element-type PlanDateDifference): the dates that are not as in the file, by task
 */
GArray *
plan_import_list_differences (const PlanModel *model, const PlanSchedule *schedule, PlanId project)
{
  Comparison comparison = { .model = model, .schedule = schedule };
  GArray *differences;

  start_comparison (&comparison);
  differences = list_differences (&comparison, project);
  finish_comparison (&comparison);
  return differences;
}
