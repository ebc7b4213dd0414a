/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What two moments of an office differ in: the records that came, went or changed, and how far dates have moved. It only
 * reads two models and their schedules, so it serves the history, two copies of an office and tests alike. What came or went
 * because what it belongs to did is not listed: a deleted summary says how many tasks went with it.
 */

#include "plan-compare-private.h"

#include "plan-edits-private.h"

#include <string.h>

/*
 * plan_compare_get_outline:
 * @side: 0 before, 1 after
 *
 * Returns: (transfer none): the rows of all projects
 */
const PlanOutline *
plan_compare_get_outline (PlanCompareSides *sides, guint side)
{
  if (sides->outlines[side] == NULL)
    sides->outlines[side] = plan_outline_new (side == 0 ? sides->before->model : sides->after->model, PLAN_ID_NONE);
  return sides->outlines[side];
}

typedef struct
{
  PlanRecord record;
  PlanId id;
} RecordKey;

static gboolean
is_same (const PlanModel *a, const PlanModel *b, PlanRecord record, PlanId id)
{
  gconstpointer before = plan_model_lookup (a, record, id), after = plan_model_lookup (b, record, id);

  return before != NULL && after != NULL && memcmp (before, after, plan_record_get_size (record)) == 0;
}

static gboolean
has_moved (const PlanCompareSides *sides, guint before, guint after)
{
  const PlanScheduledTask *was, *is;

  if (sides->before->schedule == NULL || sides->after->schedule == NULL || before == PLAN_INDEX_NONE || after == PLAN_INDEX_NONE)
    return FALSE;
  was = plan_schedule_get_task (sides->before->schedule, before);
  is = plan_schedule_get_task (sides->after->schedule, after);
  return was->start != is->start || was->finish != is->finish;
}

/* Whether the record has to be looked at. Texts that are equal may lie in two places, so this may say yes in vain. */
static gboolean
may_differ (const PlanCompareSides *sides, PlanRecord record, PlanId id)
{
  if (!is_same (sides->before->model, sides->after->model, record, id))
    return TRUE;
  return record == PLAN_RECORD_TASK && has_moved (sides, plan_model_find (sides->before->model, record, id),
                                                  plan_model_find (sides->after->model, record, id));
}

static void
list_record (const PlanCompareSides *sides, PlanRecord record, GArray *keys)
{
  const PlanModel *before = sides->before->model, *after = sides->after->model;

  for (guint i = 0; i < plan_model_get_n (after, record); i++)
    {
      RecordKey key = { record, plan_record_get_id (plan_model_get_at (after, record, i)) };

      if (may_differ (sides, record, key.id))
        g_array_append_val (keys, key);
    }
  for (guint i = 0; i < plan_model_get_n (before, record); i++)
    {
      RecordKey key = { record, plan_record_get_id (plan_model_get_at (before, record, i)) };

      if (plan_model_find (after, record, key.id) == PLAN_INDEX_NONE)
        g_array_append_val (keys, key);
    }
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  const RecordKey *first = a, *second = b;

  if (first->record != second->record)
    return first->record < second->record ? -1 : 1;
  return first->id < second->id ? -1 : first->id > second->id;
}

/* Each record once, however many of its fields an edit changed. */
static void
list_changes (const PlanChangeSet *changes, GArray *keys)
{
  guint n = plan_change_set_get_n (changes), kept = 0;

  for (guint i = 0; i < n; i++)
    {
      PlanChange change;
      RecordKey key;

      plan_change_set_get (changes, i, &change);
      key = (RecordKey) { change.record, change.id };
      if (plan_compare_knows_record (change.record))
        g_array_append_val (keys, key);
    }
  g_array_sort (keys, compare_keys);
  for (guint i = 0; i < keys->len; i++)
    if (i == 0 || compare_keys (&g_array_index (keys, RecordKey, i - 1), &g_array_index (keys, RecordKey, i)) != 0)
      g_array_index (keys, RecordKey, kept++) = g_array_index (keys, RecordKey, i);
  g_array_set_size (keys, kept);
}

static GArray *
list_keys (const PlanCompareSides *sides, const PlanChangeSet *changes)
{
  GArray *keys = g_array_new (FALSE, TRUE, sizeof (RecordKey));

  if (changes != NULL)
    list_changes (changes, keys);
  for (guint record = 0; changes == NULL && record < PLAN_N_RECORDS; record++)
    if (plan_compare_knows_record (record))
      list_record (sides, record, keys);
  return keys;
}

/* Whether a record is on the first side only. */
static gboolean
is_only (const PlanModel *model, const PlanModel *other, PlanRecord record, PlanId id)
{
  return plan_model_find (model, record, id) != PLAN_INDEX_NONE && plan_model_find (other, record, id) == PLAN_INDEX_NONE;
}

/* What a record came or went with: its summary, its project, its task, either end of a link. */
static gboolean
find_carrier (const PlanModel *model, const PlanModel *other, PlanRecord *record, PlanId *id)
{
  gconstpointer body = plan_model_lookup (model, *record, *id);
  PlanRecord owner;
  PlanId owner_id;

  if (*record == PLAN_RECORD_TASK && is_only (model, other, PLAN_RECORD_TASK, ((const PlanTask *) body)->parent))
    {
      *id = ((const PlanTask *) body)->parent;
      return TRUE;
    }
  if (*record == PLAN_RECORD_LINK && is_only (model, other, PLAN_RECORD_TASK, ((const PlanLink *) body)->predecessor))
    {
      *record = PLAN_RECORD_TASK;
      *id = ((const PlanLink *) body)->predecessor;
      return TRUE;
    }
  if (!plan_edit_get_owner (*record, body, &owner, &owner_id) || !is_only (model, other, owner, owner_id))
    return FALSE;
  *record = owner;
  *id = owner_id;
  return TRUE;
}

/* A record that came or went: listed, or counted with what it came or went with. */
static void
count_below (PlanCompareSides *sides, GHashTable *below, const RecordKey *key, gboolean added)
{
  const PlanModel *model = added ? sides->after->model : sides->before->model;
  const PlanModel *other = added ? sides->before->model : sides->after->model;
  RecordKey top = *key;
  guint *n;

  if (key->record != PLAN_RECORD_TASK)
    return;
  while (find_carrier (model, other, &top.record, &top.id))
    ;
  if (top.id == key->id)
    return;
  n = g_hash_table_lookup (below, &top.id);
  if (n == NULL)
    {
      n = g_new0 (guint, 1);
      g_hash_table_insert (below, g_memdup2 (&top.id, sizeof top.id), n);
    }
  (*n)++;
}

static gboolean
is_carried (PlanCompareSides *sides, const RecordKey *key, gboolean added)
{
  RecordKey copy = *key;

  return find_carrier (added ? sides->after->model : sides->before->model, added ? sides->before->model : sides->after->model,
                       &copy.record, &copy.id);
}

static void
add_item (PlanComparison *self, PlanCompareSides *sides, GHashTable *below, const RecordKey *key)
{
  gboolean was = plan_model_find (sides->before->model, key->record, key->id) != PLAN_INDEX_NONE;
  gboolean is = plan_model_find (sides->after->model, key->record, key->id) != PLAN_INDEX_NONE;
  PlanDifference *item;

  if (was != is)
    count_below (sides, below, key, is);
  item = was != is && is_carried (sides, key, is) ? NULL : plan_difference_new (sides, key->record, key->id);
  if (item == NULL)
    return;
  g_ptr_array_add (self->items, item);
  self->counts[item->record][item->kind]++;
}

/* Rows of tasks, places of projects; others by their number. */
static void
place_items (PlanComparison *self, PlanCompareSides *sides, GHashTable *below)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      PlanDifference *item = self->items->pdata[i];
      guint side = item->kind == PLAN_DIFFERENCE_DELETED ? 0 : 1;
      const PlanModel *model = side == 0 ? sides->before->model : sides->after->model;
      PlanId task = item->task != PLAN_ID_NONE ? item->task : item->id;
      guint index = plan_model_find (model, PLAN_RECORD_TASK, task);
      const guint *n_below = g_hash_table_lookup (below, &item->id);

      item->n_below = n_below != NULL ? *n_below : 0;
      if (index != PLAN_INDEX_NONE && self->items->len > 1)
        item->place = plan_compare_get_outline (sides, side)->row_of_task[index];
    }
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const PlanDifference *first = *(PlanDifference *const *) a, *second = *(PlanDifference *const *) b;

  if (first->record != second->record)
    return first->record < second->record ? -1 : 1;
  if (first->kind != second->kind)
    return first->kind < second->kind ? -1 : 1;
  if (first->place != second->place)
    return first->place < second->place ? -1 : 1;
  return first->id < second->id ? -1 : first->id > second->id;
}

static void
free_project (gpointer data)
{
  PlanProjectDifference *self = data;

  g_free (self->name);
  g_free (self->finish_text[0]);
  g_free (self->finish_text[1]);
  g_free (self);
}

static void
count_moved (PlanCompareSides *sides, GHashTable *projects)
{
  const PlanModel *before = sides->before->model, *after = sides->after->model;

  for (guint i = 0; i < plan_model_get_n (after, PLAN_RECORD_TASK); i++)
    {
      const PlanTask *task = plan_model_get_task_at (after, i);
      guint index = plan_model_find (before, PLAN_RECORD_TASK, task->id);
      PlanProjectDifference *project = g_hash_table_lookup (projects, &task->project);
      const PlanScheduledTask *was, *is;

      if (project == NULL || !has_moved (sides, index, i))
        continue;
      was = plan_schedule_get_task (sides->before->schedule, index);
      is = plan_schedule_get_task (sides->after->schedule, i);
      if (is->summary || was->start == PLAN_TICKS_NONE || is->start == PLAN_TICKS_NONE)
        continue;
      project->n_moved++;
      project->n_later += is->finish > was->finish;
      project->n_earlier += is->finish < was->finish;
    }
}

static PlanProjectDifference *
compare_project (PlanCompareSides *sides, PlanId id)
{
  const PlanScheduledProject *was = plan_schedule_get_project (sides->before->schedule, id);
  const PlanScheduledProject *is = plan_schedule_get_project (sides->after->schedule, id);
  const PlanProject *project = plan_model_get_project (sides->after->model, id);
  PlanProjectDifference *self;
  const PlanWorktime *worktime;

  if (was == NULL || is == NULL || plan_model_get_project (sides->before->model, id) == NULL)
    return NULL;
  worktime = plan_schedule_get_worktime (sides->after->schedule, project->calendar);
  self = g_new0 (PlanProjectDifference, 1);
  *self = (PlanProjectDifference) {
    .id = id, .name = g_strdup (project->name), .start = { was->start, is->start }, .finish = { was->finish, is->finish },
  };
  plan_project_get_conversion (project, &self->conversion);
  plan_compare_say_dates (project, self->finish, TRUE, self->finish_text);
  if (was->finish != PLAN_TICKS_NONE && is->finish != PLAN_TICKS_NONE)
    self->slip = worktime != NULL ? plan_worktime_work (worktime, was->finish, is->finish) : is->finish - was->finish;
  return self;
}

static void
compare_projects (PlanComparison *self, PlanCompareSides *sides)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) ids = plan_model_list_projects (sides->after->model);

  for (guint i = 0; i < ids->len; i++)
    {
      PlanProjectDifference *project = compare_project (sides, g_array_index (ids, PlanId, i));

      if (project == NULL)
        continue;
      g_ptr_array_add (self->projects, project);
      g_hash_table_insert (by_id, &project->id, project);
    }
  count_moved (sides, by_id);
  for (guint i = self->projects->len; i-- > 0;)
    {
      const PlanProjectDifference *project = self->projects->pdata[i];

      if (project->n_moved == 0 && project->start[0] == project->start[1] && project->finish[0] == project->finish[1])
        g_ptr_array_remove_index (self->projects, i);
    }
}

/**
 * plan_comparison_new:
 * @before: the earlier moment; @after: the later one; either may be the past of the other
 * @changes: (nullable): what one edit changed between the two, when nothing else did: only those records are listed, and what
 *   only moved because of them is counted in the projects
 *
 * Returns: (transfer full): how the moments differ
 */
PlanComparison *
plan_comparison_new (const PlanMoment *before, const PlanMoment *after, const PlanChangeSet *changes)
{
  PlanComparison *self = g_new0 (PlanComparison, 1);
  PlanCompareSides sides = { .before = before, .after = after };
  g_autoptr (GArray) keys = list_keys (&sides, changes);
  g_autoptr (GHashTable) below = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) plan_difference_free);
  self->projects = g_ptr_array_new_with_free_func (free_project);
  for (guint i = 0; i < keys->len; i++)
    add_item (self, &sides, below, &g_array_index (keys, RecordKey, i));
  place_items (self, &sides, below);
  g_ptr_array_sort (self->items, compare_items);
  if (before->schedule != NULL && after->schedule != NULL)
    compare_projects (self, &sides);
  for (guint side = 0; side < G_N_ELEMENTS (sides.outlines); side++)
    g_clear_pointer (&sides.outlines[side], plan_outline_free);
  return self;
}

/**
 * plan_comparison_free:
 */
void
plan_comparison_free (PlanComparison *self)
{
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->projects);
  g_free (self);
}

/**
 * plan_comparison_is_empty:
 *
 * Returns: whether nothing that people see differs
 */
gboolean
plan_comparison_is_empty (const PlanComparison *self)
{
  return self->items->len == 0 && self->projects->len == 0;
}
