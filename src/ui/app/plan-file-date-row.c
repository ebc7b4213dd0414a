/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A date of a task beside that of the file the task came from. The row stays when the dates become the same, so that a
 * choice can be taken back; it keeps what the task was before.
 */

#include "plan-file-date-row.h"

#include "plan-result-fields.h"
#include "plan-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _PlanFileDateRow
{
  GObject parent_instance;

  PlanDateDifference difference;
  PlanDateChoice choice;
  PlanConversion conversion;
  gint64 number;   /* of the task in the file */
  guint place;     /* of the task in the outline when the list was made */
  char *name;
  char *cause;
  PlanKeepDates taken;
  gboolean can_choose;
};

G_DEFINE_FINAL_TYPE (PlanFileDateRow, plan_file_date_row, G_TYPE_OBJECT)

static void
plan_file_date_row_finalize (GObject *object)
{
  PlanFileDateRow *self = PLAN_FILE_DATE_ROW (object);

  g_free (self->name);
  g_free (self->cause);
  G_OBJECT_CLASS (plan_file_date_row_parent_class)->finalize (object);
}

static void
plan_file_date_row_class_init (PlanFileDateRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plan_file_date_row_finalize;
}

static void
plan_file_date_row_init (PlanFileDateRow *self)
{
}

/* What the task takes now, by what is different from before. */
static PlanKeepDates
get_taken (const PlanTask *task, const PlanDateChoice *choice)
{
  if (task->manual && !choice->manual && task->manual_start == choice->start && task->manual_finish == choice->finish)
    return PLAN_KEEP_AS_MANUAL;
  if ((task->constraint != choice->constraint || task->constraint_date != choice->constraint_date) &&
      (task->constraint_date == choice->start || task->constraint_date == choice->finish))
    return PLAN_KEEP_AS_CONSTRAINTS;
  return PLAN_KEEP_NOTHING;
}

static const char *
get_taken_label (PlanKeepDates taken)
{
  switch (taken)
    {
    case PLAN_KEEP_AS_CONSTRAINTS:
      /* Translators: how a task has taken the dates of a file */
      return C_("dates of a file", "File, as a constraint");
    case PLAN_KEEP_AS_MANUAL:
      return C_("dates of a file", "File, manually scheduled");
    default:
      return C_("dates of a file", "Plan");
    }
}

/**
 * plan_file_date_row_new:
 * @difference: of a task of @document
 * @cause: why, instead of what @difference says
 *
 * Returns: (transfer full): a row
 */
PlanFileDateRow *
plan_file_date_row_new (PlanDocument *document, const PlanDateDifference *difference, const char *cause)
{
  const PlanModel *model = plan_document_get_model (document);
  const PlanTask *task = plan_model_get_task (model, difference->task);
  const PlanProject *project = task != NULL ? plan_model_get_project (model, task->project) : NULL;
  PlanFileDateRow *self = g_object_new (PLAN_TYPE_FILE_DATE_ROW, NULL);
  guint index = plan_model_find (model, PLAN_RECORD_TASK, difference->task);

  self->difference = *difference;
  self->cause = g_strdup (cause);
  self->taken = PLAN_KEEP_NOTHING;
  if (project == NULL)
    return self;
  plan_project_get_conversion (project, &self->conversion);
  self->number = task->source_uid;
  self->place = plan_document_get_outline (document, project->id)->row_of_task[index];
  self->name = g_strdup (task->name);
  self->choice = (PlanDateChoice) { task->id, difference->file_start, difference->file_finish, task->constraint_date,
                                    task->manual_start, task->manual_finish, task->constraint, task->manual };
  plan_file_date_row_update (self, document);
  return self;
}

/**
 * plan_file_date_row_update:
 *
 * Takes what the plan says now.
 *
 * Returns: whether the row says something else
 */
gboolean
plan_file_date_row_update (PlanFileDateRow *self, PlanDocument *document)
{
  const PlanModel *model = plan_document_get_model (document);
  const PlanSchedule *schedule = plan_document_get_schedule (document);
  guint index = plan_model_find (model, PLAN_RECORD_TASK, self->difference.task);
  PlanTicks before = self->difference.ours;
  PlanKeepDates taken = self->taken;
  gboolean could_choose = self->can_choose;

  self->can_choose = plan_edit_can_choose_dates (document, self->difference.task);
  if (index != PLAN_INDEX_NONE)
    {
      const PlanScheduledTask *scheduled = plan_schedule_get_task (schedule, index);
      const PlanWorktime *worktime = plan_schedule_get_work_worktime (schedule, model, index);

      self->taken = get_taken (plan_model_get_task_at (model, index), &self->choice);
      self->difference.ours = self->difference.is_finish ? scheduled->finish : scheduled->start;
      if (worktime != NULL && self->difference.ours != PLAN_TICKS_NONE)
        self->difference.work = plan_worktime_work (worktime, self->difference.file, self->difference.ours);
    }
  return self->difference.ours != before || self->taken != taken || self->can_choose != could_choose;
}

static char *
describe_task (PlanFileDateRow *self)
{
  if (self->number < 0)
    return g_strdup (self->name != NULL ? self->name : "");
  /* Translators: a task by its number in a file and its name */
  return g_strdup_printf (C_("dates of a file", "%1$d  %2$s"), (int) self->number, self->name != NULL ? self->name : "");
}

static char *
describe_date (PlanTicks date)
{
  return date != PLAN_TICKS_NONE ? plan_date_format (date, PLAN_DATE_TIME) : g_strdup ("");
}

/* Days with a sign, or minutes when it is less than they show. */
static char *
describe_difference (PlanFileDateRow *self)
{
  PlanTicks work = self->difference.work;
  PlanDuration minutes = { ABS (work), PLAN_UNIT_MINUTE };
  g_autofree char *text = NULL;

  if (work == 0 || ABS (work) * 10 >= self->conversion.per_day)
    return plan_variance_format (work, &self->conversion);
  text = plan_duration_format (&minutes, &self->conversion);
  return g_strconcat (work > 0 ? "+" : "−", text, NULL);
}

/**
 * plan_file_date_row_get_text:
 *
 * Returns: (transfer full): what the row says in a column
 */
char *
plan_file_date_row_get_text (PlanFileDateRow *self, PlanFileDateColumn column)
{
  PlanResultId field = self->difference.is_finish ? PLAN_RESULT_FINISH : PLAN_RESULT_START;

  switch (column)
    {
    case PLAN_FILE_DATE_TASK:
      return describe_task (self);
    case PLAN_FILE_DATE_FIELD:
      return g_strdup (g_dgettext (GETTEXT_PACKAGE, plan_result_get (field)->label));
    case PLAN_FILE_DATE_FILE:
      return describe_date (self->difference.file);
    case PLAN_FILE_DATE_OURS:
      return describe_date (self->difference.ours);
    case PLAN_FILE_DATE_DIFFERENCE:
      return describe_difference (self);
    case PLAN_FILE_DATE_CAUSE:
      return g_strdup (self->cause);
    default:
      return g_strdup (get_taken_label (self->taken));
    }
}

/**
 * plan_file_date_row_get_cause:
 *
 * Returns: (transfer none): why the date is another one
 */
const char *
plan_file_date_row_get_cause (PlanFileDateRow *self)
{
  return self->cause;
}

/**
 * plan_file_date_row_get_choice:
 *
 * Returns: (transfer none): what plan_edit_choose_dates() wants to know of the task
 */
const PlanDateChoice *
plan_file_date_row_get_choice (PlanFileDateRow *self)
{
  return &self->choice;
}

/**
 * plan_file_date_row_can_choose:
 *
 * Returns: whether the task can take the file's dates
 */
gboolean
plan_file_date_row_can_choose (PlanFileDateRow *self)
{
  return self->can_choose;
}

static int
compare_numbers (gint64 a, gint64 b)
{
  return a < b ? -1 : a > b;
}

/**
 * plan_file_date_row_compare:
 * @column: by which rows are sorted
 *
 * Returns: less than, equal to or greater than 0
 */
int
plan_file_date_row_compare (PlanFileDateRow *a, PlanFileDateRow *b, PlanFileDateColumn column)
{
  switch (column)
    {
    case PLAN_FILE_DATE_TASK:
      if (a->place != b->place)
        return compare_numbers (a->place, b->place);
      return compare_numbers (a->difference.is_finish, b->difference.is_finish);
    case PLAN_FILE_DATE_FIELD:
      return compare_numbers (a->difference.is_finish, b->difference.is_finish);
    case PLAN_FILE_DATE_FILE:
      return compare_numbers (a->difference.file, b->difference.file);
    case PLAN_FILE_DATE_OURS:
      return compare_numbers (a->difference.ours, b->difference.ours);
    case PLAN_FILE_DATE_DIFFERENCE:
      return compare_numbers (a->difference.work, b->difference.work);
    case PLAN_FILE_DATE_CAUSE:
      return g_utf8_collate (a->cause, b->cause);
    default:
      return compare_numbers (a->taken, b->taken);
    }
}

/**
 * plan_file_date_row_has_words:
 * @folded: by g_utf8_casefold()
 *
 * Returns: whether they stand in the name or number of the task
 */
gboolean
plan_file_date_row_has_words (PlanFileDateRow *self, const char *folded)
{
  g_autofree char *text = describe_task (self);
  g_autofree char *own = g_utf8_casefold (text, -1);

  return strstr (own, folded) != NULL;
}
