/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How one record differs between two moments, field by field along the field table. Fields that follow from others are said
 * only when nothing else is, units with the value they belong to, and places in the outline as what they are.
 */

#include "plan-compare-private.h"

#include "plan-edits-private.h"
#include "plan-value-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  PlanCompareSides *sides;
  PlanRecord record;
  gconstpointer before;
  gconstpointer after;
} Pair;

static void
free_field (gpointer data)
{
  PlanFieldDifference *self = data;

  g_free (self->old_text);
  g_free (self->new_text);
  g_free (self);
}

/*
 * plan_difference_free:
 */
void
plan_difference_free (PlanDifference *self)
{
  g_free (self->name);
  g_free (self->title);
  g_free (self->parent);
  g_ptr_array_unref (self->fields);
  g_free (self);
}

/*
 * plan_compare_knows_record:
 *
 * Returns: whether people have anything to do with that kind of record: whether they can type any of its fields
 */
gboolean
plan_compare_knows_record (PlanRecord record)
{
  PlanFieldId first = plan_field_first (record), end = first + plan_field_count (record);

  if (record == PLAN_RECORD_LINK)
    return TRUE;
  for (PlanFieldId field = first; field < end; field++)
    if (plan_field_get (field)->flags & PLAN_FIELD_EDITABLE)
      return TRUE;
  return FALSE;
}

static gboolean
differs (const Pair *self, PlanFieldId field)
{
  PlanValue before = plan_field_get_value (field, self->before), after = plan_field_get_value (field, self->after);

  return !plan_value_equal (&before, &after);
}

/* Whether the value of another field that differs says it. */
static gboolean
is_said_along (const Pair *self, PlanFieldId field)
{
  PlanFieldId first = plan_field_first (self->record), end = first + plan_field_count (self->record);

  if (field == PLAN_FIELD_TASK_ESTIMATED && differs (self, PLAN_FIELD_TASK_DURATION))
    return TRUE;
  for (PlanFieldId other = first; other < end; other++)
    if (plan_field_get (other)->unit_field == field && other != field && differs (self, other))
      return TRUE;
  return FALSE;
}

/* What is of interest of a field: it has a name, and is neither whose the record is nor where it stands. */
static gboolean
is_comparable (PlanFieldId field)
{
  const PlanField *row = plan_field_get (field);

  return row->label != NULL && row->type != PLAN_TYPE_RANK && !(row->flags & PLAN_FIELD_OWNER) && field != PLAN_FIELD_TASK_PARENT;
}

static gboolean
needs_year (const Pair *self, PlanFieldId field)
{
  PlanValue values[] = { plan_field_get_value (field, self->before), plan_field_get_value (field, self->after) };
  gboolean is_day = plan_field_get (field)->type == PLAN_TYPE_DAY;
  const PlanProject *project;
  const char *name;
  PlanId id;

  if (!is_day && plan_field_get (field)->type != PLAN_TYPE_INSTANT)
    return FALSE;
  plan_edit_get_subject (self->sides->after->model, self->record, plan_record_get_id (self->after), &name, &id);
  project = plan_model_get_project (self->sides->after->model, id);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    if (values[i].kind == PLAN_VALUE_INTEGER &&
        plan_value_is_year_needed (project, is_day ? plan_ticks_from_day (values[i].integer, 0) : values[i].integer))
      return TRUE;
  return FALSE;
}

/* As short as still tells them apart. Returns: %NULL when nothing does */
static PlanFieldDifference *
compare_field (const Pair *self, PlanFieldId field)
{
  PlanValueStyle style = needs_year (self, field) ? PLAN_VALUE_DAY : PLAN_VALUE_SHORT;

  for (; style < PLAN_N_VALUE_STYLES; style++)
    {
      g_autofree char *old_text = plan_value_get_text (self->sides->before->model, field, self->before, style);
      g_autofree char *new_text = plan_value_get_text (self->sides->after->model, field, self->after, style);
      PlanFieldDifference *difference;

      if (strcmp (old_text, new_text) == 0)
        continue;
      difference = g_new (PlanFieldDifference, 1);
      *difference = (PlanFieldDifference) { field, PLAN_N_RESULTS, g_steal_pointer (&old_text), g_steal_pointer (&new_text) };
      return difference;
    }
  return NULL;
}

static void
compare_fields (const Pair *self, PlanFieldFlags wanted, PlanDifference *difference)
{
  PlanFieldId first = plan_field_first (self->record), end = first + plan_field_count (self->record);

  for (PlanFieldId field = first; field < end; field++)
    {
      PlanFieldDifference *found = NULL;

      if ((plan_field_get (field)->flags & PLAN_FIELD_EDITABLE) == wanted && is_comparable (field) && differs (self, field) &&
          !is_said_along (self, field))
        found = compare_field (self, field);
      if (found != NULL)
        g_ptr_array_add (difference->fields, found);
    }
}

/*
 * plan_compare_say_dates:
 * @project: (nullable): where the dates are
 * @texts: (out): both, as exactly as is needed to tell them apart
 *
 * Returns: %FALSE when they are the same
 */
gboolean
plan_compare_say_dates (const PlanProject *project, const PlanTicks at[2], gboolean is_finish, char *texts[2])
{
  gboolean year = plan_value_is_year_needed (project, at[0]) || plan_value_is_year_needed (project, at[1]);

  for (PlanValueStyle style = year ? PLAN_VALUE_DAY : PLAN_VALUE_SHORT; at[0] != at[1] && style < PLAN_N_VALUE_STYLES; style++)
    {
      g_autofree char *old_text = plan_instant_get_text (project, at[0], is_finish, style);
      g_autofree char *new_text = plan_instant_get_text (project, at[1], is_finish, style);

      if (strcmp (old_text, new_text) == 0)
        continue;
      texts[0] = g_steal_pointer (&old_text);
      texts[1] = g_steal_pointer (&new_text);
      return TRUE;
    }
  return FALSE;
}

static void
add_result (PlanDifference *difference, PlanResultId result, const PlanProject *project)
{
  gboolean is_finish = result == PLAN_RESULT_FINISH;
  PlanFieldDifference *found;
  char *texts[2];

  if (!plan_compare_say_dates (project, is_finish ? difference->finish : difference->start, is_finish, texts))
    return;
  found = g_new (PlanFieldDifference, 1);
  *found = (PlanFieldDifference) { PLAN_N_FIELDS, result, texts[0], texts[1] };
  g_ptr_array_add (difference->fields, found);
}

/*
 * plan_compare_get_slip:
 * @task: its index after
 *
 * Returns: working ticks of the task by which an instant is later, negative for earlier; 0 when one is missing
 */
PlanTicks
plan_compare_get_slip (PlanCompareSides *sides, guint task, PlanTicks was, PlanTicks is)
{
  const PlanMoment *after = sides->after;
  const PlanScheduledTask *result = plan_schedule_get_task (after->schedule, task);
  const PlanWorktime *worktime = NULL;

  if (was == PLAN_TICKS_NONE || is == PLAN_TICKS_NONE)
    return 0;
  if (result->summary || !plan_unit_is_elapsed (plan_model_get_task_at (after->model, task)->duration_unit))
    worktime = plan_schedule_get_task_worktime (after->schedule, after->model, task);
  return worktime != NULL ? plan_worktime_work (worktime, was, is) : is - was;
}

static void
read_dates (const PlanMoment *moment, PlanId id, PlanTicks *start, PlanTicks *finish)
{
  guint index = plan_model_find (moment->model, PLAN_RECORD_TASK, id);
  const PlanScheduledTask *dates;

  if (index == PLAN_INDEX_NONE || moment->schedule == NULL)
    return;
  dates = plan_schedule_get_task (moment->schedule, index);
  *start = dates->start;
  *finish = dates->finish;
}

static void
compare_dates (PlanCompareSides *sides, PlanDifference *difference)
{
  guint task = plan_model_find (sides->after->model, PLAN_RECORD_TASK, difference->id);
  const PlanProject *project = plan_model_get_project (sides->after->model, difference->project);

  read_dates (sides->before, difference->id, &difference->start[0], &difference->finish[0]);
  read_dates (sides->after, difference->id, &difference->start[1], &difference->finish[1]);
  if (difference->kind != PLAN_DIFFERENCE_CHANGED || sides->before->schedule == NULL || sides->after->schedule == NULL)
    return;
  add_result (difference, PLAN_RESULT_START, project);
  add_result (difference, PLAN_RESULT_FINISH, project);
  difference->slip = plan_compare_get_slip (sides, task, difference->finish[0], difference->finish[1]);
}

/* The nearest sibling above that is there before and after; what came or went between does not move those below. */
static PlanId
find_sibling_above (PlanCompareSides *sides, guint side, PlanId id)
{
  const PlanModel *model = side == 0 ? sides->before->model : sides->after->model;
  const PlanModel *other = side == 0 ? sides->after->model : sides->before->model;
  const PlanOutline *outline = plan_compare_get_outline (sides, side);
  guint row = outline->row_of_task[plan_model_find (model, PLAN_RECORD_TASK, id)];
  guint parent = outline->rows[row].parent;

  while (row > 0 && outline->rows[row].place > 1)
    {
      PlanId above;

      /* From what lies deeper above up to the sibling. */
      for (row--; outline->rows[row].parent != parent; row = outline->rows[row].parent)
        ;
      above = plan_model_get_task_at (model, outline->rows[row].task)->id;
      if (plan_model_find (other, PLAN_RECORD_TASK, above) != PLAN_INDEX_NONE)
        return above;
    }
  return PLAN_ID_NONE;
}

static void
compare_place (const Pair *self, PlanDifference *difference)
{
  const PlanTask *before = self->before, *after = self->after;

  if (before->parent != after->parent)
    {
      difference->move = after->parent != PLAN_ID_NONE ? PLAN_MOVE_BELOW : PLAN_MOVE_TO_TOP;
      if (after->parent != PLAN_ID_NONE)
        difference->parent = plan_record_describe (self->sides->after->model, PLAN_RECORD_TASK, after->parent, TRUE);
    }
  else if (before->rank != after->rank &&
           find_sibling_above (self->sides, 0, before->id) != find_sibling_above (self->sides, 1, after->id))
    difference->move = PLAN_MOVE_ROW;
}

/* The task that a record is or belongs to. */
static PlanId
find_task (const PlanModel *model, PlanRecord record, PlanId id)
{
  gconstpointer body;

  while (record != PLAN_RECORD_TASK && (body = plan_model_lookup (model, record, id)) != NULL)
    if (!plan_edit_get_owner (record, body, &record, &id))
      return PLAN_ID_NONE;
  return record == PLAN_RECORD_TASK && plan_model_find (model, record, id) != PLAN_INDEX_NONE ? id : PLAN_ID_NONE;
}

static PlanDifference *
create (PlanCompareSides *sides, PlanRecord record, PlanId id, PlanDifferenceKind kind)
{
  const PlanModel *model = kind == PLAN_DIFFERENCE_ADDED ? sides->after->model : sides->before->model;
  PlanDifference *self = g_new0 (PlanDifference, 1);
  const PlanProject *project;
  const char *name;

  *self = (PlanDifference) {
    .kind = kind, .record = record, .id = id, .conversion = PLAN_CONVERSION_DEFAULT,
    .start = { PLAN_TICKS_NONE, PLAN_TICKS_NONE }, .finish = { PLAN_TICKS_NONE, PLAN_TICKS_NONE },
  };
  self->name = plan_record_describe (model, record, id, TRUE);
  self->title = plan_record_describe (model, record, id, FALSE);
  self->fields = g_ptr_array_new_with_free_func (free_field);
  plan_edit_get_subject (model, record, id, &name, &self->project);
  project = plan_model_get_project (model, self->project);
  if (project != NULL)
    plan_project_get_conversion (project, &self->conversion);
  self->task = find_task (kind == PLAN_DIFFERENCE_DELETED ? model : sides->after->model, record, id);
  if (plan_model_find (sides->after->model, PLAN_RECORD_TASK, self->task) == PLAN_INDEX_NONE)
    self->task = PLAN_ID_NONE;
  return self;
}

/*
 * plan_difference_new:
 *
 * Returns: (transfer full) (nullable): how the record differs, or %NULL when nothing that people see does
 */
PlanDifference *
plan_difference_new (PlanCompareSides *sides, PlanRecord record, PlanId id)
{
  Pair pair = { sides, record, plan_model_lookup (sides->before->model, record, id),
                plan_model_lookup (sides->after->model, record, id) };
  PlanDifferenceKind kind = pair.before == NULL  ? PLAN_DIFFERENCE_ADDED
                            : pair.after == NULL ? PLAN_DIFFERENCE_DELETED : PLAN_DIFFERENCE_CHANGED;
  PlanDifference *self;

  if (pair.before == NULL && pair.after == NULL)
    return NULL;
  self = create (sides, record, id, kind);
  if (kind == PLAN_DIFFERENCE_CHANGED)
    {
      if (record == PLAN_RECORD_TASK)
        compare_place (&pair, self);
      compare_fields (&pair, PLAN_FIELD_EDITABLE, self);
      if (self->fields->len == 0)
        compare_fields (&pair, 0, self);
    }
  if (record == PLAN_RECORD_TASK)
    compare_dates (sides, self);
  if (kind != PLAN_DIFFERENCE_CHANGED || self->fields->len > 0 || self->move != PLAN_MOVE_NONE)
    return self;
  plan_difference_free (self);
  return NULL;
}

/**
 * plan_field_difference_get_label:
 *
 * Returns: (transfer none): the name of the field in the reader's language
 */
const char *
plan_field_difference_get_label (const PlanFieldDifference *self)
{
  return _(self->field != PLAN_N_FIELDS ? plan_field_get (self->field)->label : plan_result_get (self->result)->label);
}

/**
 * plan_field_difference_get_key:
 *
 * Returns: (transfer none): the name of the field in scripts
 */
const char *
plan_field_difference_get_key (const PlanFieldDifference *self)
{
  return self->field != PLAN_N_FIELDS ? plan_field_get (self->field)->column : plan_result_get (self->result)->name;
}
