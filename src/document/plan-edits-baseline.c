/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Saving and clearing baselines and interim plans. A baseline of chosen tasks replaces what was saved of them and leaves all
 * else as it was; summaries above them follow only when they are told to, from what is saved of the tasks right below
 * them. An interim plan is start and finish alone; it lies in the custom fields of the same names, as in Microsoft Project.
 */

#include "plan-edits-private.h"

#include "plan-baseline.h"
#include "plan-error.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  PlanDocument *document;
  const PlanModel *model;
  const PlanProject *project;
  const PlanOutline *outline;
  const char *subject;
  GHashTable *chosen; /* ids of tasks */
  PlanBatch *batch;
} Edit;

static gboolean
check_number (int number, int first, int last, GError **error)
{
  if (number >= first && number <= last)
    return TRUE;
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_RANGE,
               /* Translators: two numbers, as 0 and 10 */
               _("The number must be from %1$d to %2$d."), first, last);
  return FALSE;
}

static void
clear_edit (Edit *self)
{
  g_hash_table_unref (self->chosen);
  plan_batch_free (self->batch);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Edit, clear_edit)

/* @tasks: NULL for all of the project. Empty lines have nothing to save. */
static gboolean
start_edit (Edit *self, PlanDocument *document, PlanId project, const PlanId *tasks, guint n_tasks, GError **error)
{
  *self = (Edit) { .document = document, .model = plan_document_get_model (document),
                   .chosen = g_hash_table_new (g_int64_hash, g_int64_equal), .batch = plan_batch_new () };
  self->project = plan_edit_require (document, PLAN_RECORD_PROJECT, project, error);
  if (self->project == NULL || (tasks != NULL && !plan_edit_require_tasks (document, tasks, n_tasks, &project, error)))
    return FALSE;
  self->project = plan_model_get_project (self->model, project);
  self->outline = plan_document_get_outline (document, project);
  self->subject = self->project->name;
  for (guint i = 0; tasks != NULL && i < n_tasks; i++)
    g_hash_table_add (self->chosen, (gpointer) &plan_model_get_task (self->model, tasks[i])->id);
  for (guint row = 0; tasks == NULL && row < self->outline->n_rows; row++)
    g_hash_table_add (self->chosen, (gpointer) &plan_model_get_task_at (self->model, self->outline->rows[row].task)->id);
  return TRUE;
}

static const PlanTask *
get_task (const Edit *self, guint row)
{
  return plan_model_get_task_at (self->model, self->outline->rows[row].task);
}

/* What is saved of tasks in @owners and of their assignments goes, with all that belongs to it. */
static void
delete_saved (Edit *self, GHashTable *owners, int number)
{
  g_autoptr (GHashTable) all = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) owned = g_hash_table_new (g_int64_hash, g_int64_equal);
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, owners);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (all, key);
  for (guint i = 0; i < plan_model_get_n (self->model, PLAN_RECORD_ASSIGNMENT); i++)
    {
      const PlanAssignment *assignment = plan_model_get_assignment_at (self->model, i);

      if (g_hash_table_contains (owners, &assignment->task))
        g_hash_table_add (all, (gpointer) &assignment->id);
    }
  for (guint i = 0; i < plan_model_get_n (self->model, PLAN_RECORD_BASELINE); i++)
    {
      const PlanBaseline *baseline = plan_model_get_at (self->model, PLAN_RECORD_BASELINE, i);

      if (baseline->number == number && g_hash_table_contains (all, &baseline->owner))
        g_hash_table_add (owned, (gpointer) &baseline->id);
    }
  for (guint i = 0; i < plan_model_get_n (self->model, PLAN_RECORD_WORK_SPAN); i++)
    {
      const PlanWorkSpan *span = plan_model_get_at (self->model, PLAN_RECORD_WORK_SPAN, i);

      if (plan_span_is_of_baseline (span, number) && g_hash_table_contains (all, &span->owner))
        g_hash_table_add (owned, (gpointer) &span->id);
    }
  if (g_hash_table_size (owned) == 0)
    return;
  plan_owned_complete (self->model, owned);
  plan_owned_delete (self->model, owned, self->batch);
}

/* Summaries above the chosen tasks, or chosen themselves, by what they are told. */
static GHashTable *
find_summaries (const Edit *self, PlanBaselineRollup rollup)
{
  GHashTable *summaries = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint row = 0; row < self->outline->n_rows; row++)
    {
      const PlanTask *task = get_task (self, row);

      if (!g_hash_table_contains (self->chosen, &task->id))
        continue;
      if ((rollup & PLAN_BASELINE_FROM_SUBTASKS) && plan_outline_is_summary (self->outline, row))
        g_hash_table_add (summaries, (gpointer) &task->id);
      for (guint up = self->outline->rows[row].parent; (rollup & PLAN_BASELINE_TO_SUMMARIES) && up != PLAN_INDEX_NONE;
           up = self->outline->rows[up].parent)
        g_hash_table_add (summaries, (gpointer) &get_task (self, up)->id);
    }
  return summaries;
}

static void
take_children (Edit *self, guint row, GHashTable *saved, PlanBaseline *sum)
{
  for (guint child = row + 1; child < self->outline->rows[row].end; child = self->outline->rows[child].end)
    {
      const PlanTask *task = get_task (self, child);
      const PlanBaseline *part = g_hash_table_lookup (saved, &task->id);

      if (part == NULL || !plan_costs_counts (task))
        continue;
      if (part->start != PLAN_TICKS_NONE && (sum->start == PLAN_TICKS_NONE || part->start < sum->start))
        sum->start = part->start;
      sum->finish = MAX (sum->finish, part->finish);
      sum->work = MIN (sum->work + part->work, PLAN_WORK_MAX);
      sum->cost = CLAMP (plan_money_add (sum->cost, part->cost), -PLAN_MONEY_MAX, PLAN_MONEY_MAX);
    }
}

/* A summary gets what is saved of the tasks below it, and its own fixed cost. */
static void
sum_children (Edit *self, guint row, GHashTable *saved, PlanBaseline *sum)
{
  const PlanTask *task = get_task (self, row);
  const PlanSchedule *schedule = plan_document_get_schedule (self->document);
  const PlanWorktime *worktime = plan_schedule_get_task_worktime (schedule, self->model, self->outline->rows[row].task);

  *sum = (PlanBaseline) { .owner = task->id, .owner_record = PLAN_RECORD_TASK, .number = sum->number, .start = PLAN_TICKS_NONE,
                          .finish = PLAN_TICKS_NONE, .duration_unit = self->project->duration_unit,
                          .cost = task->fixed_cost, .fixed_cost = task->fixed_cost };
  take_children (self, row, saved, sum);
  if (sum->start != PLAN_TICKS_NONE && sum->finish > sum->start)
    sum->duration = MIN (plan_worktime_work (worktime, sum->start, sum->finish), PLAN_DURATION_MAX);
}

/* What is saved of each task, now or before; borrowed from @set and the model. */
static GHashTable *
list_saved (const Edit *self, const PlanBaselineSet *set)
{
  GHashTable *saved = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < plan_model_get_n (self->model, PLAN_RECORD_BASELINE); i++)
    {
      const PlanBaseline *baseline = plan_model_get_at (self->model, PLAN_RECORD_BASELINE, i);

      if (baseline->number == set->number && baseline->owner_record == PLAN_RECORD_TASK)
        g_hash_table_insert (saved, (gpointer) &baseline->owner, (gpointer) baseline);
    }
  for (guint i = 0; i < set->baselines->len; i++)
    {
      PlanBaseline *baseline = &g_array_index (set->baselines, PlanBaseline, i);

      if (baseline->owner_record == PLAN_RECORD_TASK)
        g_hash_table_replace (saved, &baseline->owner, baseline);
    }
  return saved;
}

/* Inner summaries come after outer ones in the outline, so they are summed up first. */
static void
roll_up (Edit *self, PlanBaselineSet *set, GHashTable *summaries)
{
  g_autoptr (GHashTable) saved = list_saved (self, set);
  g_autofree PlanBaseline *sums = g_new0 (PlanBaseline, g_hash_table_size (summaries) + 1);
  guint n = 0;

  for (guint row = self->outline->n_rows; row-- > 0;)
    {
      PlanBaseline *sum = &sums[n];
      PlanBaseline *fresh;

      if (!g_hash_table_contains (summaries, &get_task (self, row)->id))
        continue;
      sum->number = set->number;
      sum_children (self, row, saved, sum);
      fresh = g_hash_table_contains (self->chosen, &sum->owner) ? g_hash_table_lookup (saved, &sum->owner) : NULL;
      if (fresh != NULL)
        *fresh = *sum;
      else
        g_hash_table_replace (saved, &sums[n++].owner, sum);
    }
  g_hash_table_remove_all (saved);
  g_array_append_vals (set->baselines, sums, n);
}

static void
write_set (Edit *self, PlanBaselineSet *set)
{
  PlanIdSource *ids = plan_document_get_ids (self->document);

  for (guint i = 0; i < set->baselines->len; i++)
    {
      PlanBaseline *baseline = &g_array_index (set->baselines, PlanBaseline, i);

      baseline->id = plan_id_source_next (ids);
      plan_batch_insert (self->batch, PLAN_RECORD_BASELINE, baseline);
    }
  for (guint i = 0; i < set->spans->len; i++)
    {
      PlanWorkSpan *span = &g_array_index (set->spans, PlanWorkSpan, i);

      span->id = plan_id_source_next (ids);
      plan_batch_insert (self->batch, PLAN_RECORD_WORK_SPAN, span);
    }
}

static void
save (Edit *self, int number, PlanBaselineRollup rollup)
{
  g_autoptr (PlanBaselineSet) set = plan_baseline_set_new (number);
  g_autoptr (GHashTable) summaries = find_summaries (self, rollup);
  g_autoptr (GHashTable) owners = g_hash_table_new (g_int64_hash, g_int64_equal);
  const PlanSchedule *schedule = plan_document_get_schedule (self->document);
  PlanCosts *costs = plan_document_get_costs (self->document);

  for (guint row = 0; row < self->outline->n_rows; row++)
    {
      const PlanTask *task = get_task (self, row);

      if (g_hash_table_contains (self->chosen, &task->id))
        plan_baseline_set_take (set, costs, schedule, self->model, self->outline->rows[row].task);
      if (g_hash_table_contains (self->chosen, &task->id) || g_hash_table_contains (summaries, &task->id))
        g_hash_table_add (owners, (gpointer) &task->id);
    }
  if (g_hash_table_size (summaries) > 0)
    roll_up (self, set, summaries);
  delete_saved (self, owners, number);
  write_set (self, set);
}

/**
 * plan_edit_baseline_set:
 * @number: 0 to 10
 * @tasks: (nullable) (array length=n_tasks): tasks of the project, or %NULL for all of it
 * @rollup: which summaries get the sum of what is saved below them
 *
 * Saves tasks as they are as a baseline; what was saved of them under that number is replaced.
 *
 * Returns: whether the edit was made
 */
gboolean
plan_edit_baseline_set (PlanDocument *document, PlanId project, int number, const PlanId *tasks, guint n_tasks,
                        PlanBaselineRollup rollup, GError **error)
{
  g_auto (Edit) self;
  g_autofree char *subject = NULL;

  if (!start_edit (&self, document, project, tasks, n_tasks, error) || !check_number (number, 0, PLAN_N_BASELINES - 1, error))
    return FALSE;
  save (&self, number, rollup);
  subject = g_strdup (self.subject);
  return plan_batch_run (self.batch, document, N_("Baseline of “%s”"), subject, self.project->id, error);
}

/**
 * plan_edit_baseline_clear:
 * @number: 0 to 10
 * @tasks: (nullable) (array length=n_tasks): tasks of the project, or %NULL for all of it
 *
 * Forgets what was saved of tasks and their assignments under that number.
 *
 * Returns: whether the edit was made
 */
gboolean
plan_edit_baseline_clear (PlanDocument *document, PlanId project, int number, const PlanId *tasks, guint n_tasks, GError **error)
{
  g_auto (Edit) self;
  g_autofree char *subject = NULL;

  if (!start_edit (&self, document, project, tasks, n_tasks, error) || !check_number (number, 0, PLAN_N_BASELINES - 1, error))
    return FALSE;
  delete_saved (&self, self.chosen, number);
  subject = g_strdup (self.subject);
  return plan_batch_run (self.batch, document, N_("Clearing the baseline of “%s”"), subject, self.project->id, error);
}

/* The number of a custom field in Microsoft Project's XML: Start1 to Start10, each with Finish1 to Finish10 behind it. */
static gint64
get_source_id (int number, gboolean is_finish)
{
  return (number <= 5 ? 188743732 + 3 * (number - 1) : 188743962 + 2 * (number - 6)) + is_finish;
}

static PlanId
find_custom_field (const Edit *self, const char *key)
{
  for (guint i = 0; i < plan_model_get_n (self->model, PLAN_RECORD_CUSTOM_FIELD); i++)
    {
      const PlanCustomField *field = plan_model_get_at (self->model, PLAN_RECORD_CUSTOM_FIELD, i);

      if (field->project == self->project->id && field->owner_record == PLAN_RECORD_TASK && g_strcmp0 (field->key, key) == 0)
        return field->id;
    }
  return PLAN_ID_NONE;
}

static PlanId
make_custom_field (Edit *self, const char *key, gint64 source_id)
{
  PlanCustomField field;

  plan_record_init (PLAN_RECORD_CUSTOM_FIELD, &field);
  field.id = plan_id_source_next (plan_document_get_ids (self->document));
  field.project = self->project->id;
  field.key = key;
  field.source_id = source_id;
  field.owner_record = PLAN_RECORD_TASK;
  plan_batch_insert (self->batch, PLAN_RECORD_CUSTOM_FIELD, &field);
  return field.id;
}

static void
delete_custom_values (Edit *self, PlanId field)
{
  for (guint i = 0; i < plan_model_get_n (self->model, PLAN_RECORD_CUSTOM_VALUE); i++)
    {
      const PlanCustomValue *value = plan_model_get_at (self->model, PLAN_RECORD_CUSTOM_VALUE, i);

      if (value->field == field && g_hash_table_contains (self->chosen, &value->owner))
        plan_batch_delete (self->batch, PLAN_RECORD_CUSTOM_VALUE, value->id);
    }
}

static void
save_dates (Edit *self, PlanId field, gboolean is_finish)
{
  const PlanSchedule *schedule = plan_document_get_schedule (self->document);

  for (guint row = 0; row < self->outline->n_rows; row++)
    {
      const PlanTask *task = get_task (self, row);
      const PlanScheduledTask *result = plan_schedule_get_task (schedule, self->outline->rows[row].task);
      g_autofree char *text = NULL;
      PlanCustomValue value;

      if (!g_hash_table_contains (self->chosen, &task->id) || result->start == PLAN_TICKS_NONE)
        continue;
      text = plan_ticks_format_iso (is_finish ? result->finish : result->start);
      plan_record_init (PLAN_RECORD_CUSTOM_VALUE, &value);
      value.id = plan_id_source_next (plan_document_get_ids (self->document));
      value.owner = task->id;
      value.owner_record = PLAN_RECORD_TASK;
      value.field = field;
      value.value = text;
      plan_batch_insert (self->batch, PLAN_RECORD_CUSTOM_VALUE, &value);
    }
}

static void
edit_interim (Edit *self, int number, gboolean saves)
{
  for (int is_finish = 0; is_finish <= 1; is_finish++)
    {
      g_autofree char *key = g_strdup_printf (is_finish ? "Finish%d" : "Start%d", number);
      PlanId field = find_custom_field (self, key);

      if (field != PLAN_ID_NONE)
        delete_custom_values (self, field);
      else if (saves)
        field = make_custom_field (self, key, get_source_id (number, is_finish));
      if (saves)
        save_dates (self, field, is_finish);
    }
}

static gboolean
run_interim (PlanDocument *document, PlanId project, int number, const PlanId *tasks, guint n_tasks, gboolean saves,
             GError **error)
{
  const char *label = saves ? N_("Interim plan of “%s”") : N_("Clearing the interim plan of “%s”");
  g_auto (Edit) self;
  g_autofree char *subject = NULL;

  if (!start_edit (&self, document, project, tasks, n_tasks, error) || !check_number (number, 1, PLAN_N_BASELINES - 1, error))
    return FALSE;
  edit_interim (&self, number, saves);
  subject = g_strdup (self.subject);
  return plan_batch_run (self.batch, document, label, subject, self.project->id, error);
}

/**
 * plan_edit_interim_set:
 * @number: 1 to 10
 * @tasks: (nullable) (array length=n_tasks): tasks of the project, or %NULL for all of it
 *
 * Saves start and finish of tasks as an interim plan.
 *
 * Returns: whether the edit was made
 */
gboolean
plan_edit_interim_set (PlanDocument *document, PlanId project, int number, const PlanId *tasks, guint n_tasks, GError **error)
{
  return run_interim (document, project, number, tasks, n_tasks, TRUE, error);
}

/**
 * plan_edit_interim_clear:
 * @number: 1 to 10
 * @tasks: (nullable) (array length=n_tasks): tasks of the project, or %NULL for all of it
 *
 * Forgets start and finish of tasks in an interim plan.
 *
 * Returns: whether the edit was made
 */
gboolean
plan_edit_interim_clear (PlanDocument *document, PlanId project, int number, const PlanId *tasks, guint n_tasks, GError **error)
{
  return run_interim (document, project, number, tasks, n_tasks, FALSE, error);
}
