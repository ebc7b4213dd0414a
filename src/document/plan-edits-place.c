/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where rows stand. Edits put them into new places as one would cards on a table, one after the other and in constant
 * time each; what that means for parents and ranks is written at the end. Neighbours are kept apart by gaps of rank; rows
 * go into the middle of a gap, and only when a gap is used up are the siblings there numbered anew.
 */

#include "plan-edits-place.h"

#include "plan-edits-private.h"

/**
 * plan_places_get:
 *
 * Returns: (transfer none): the place, valid until one is added
 */
PlanPlace *
plan_places_get (const PlanPlaces *self, guint place)
{
  return &g_array_index (self->places, PlanPlace, place);
}

/**
 * plan_places_get_task:
 * @place: the place of a row
 *
 * Returns: (transfer none): the task as it is in the model, or as it was given when it is new
 */
const PlanTask *
plan_places_get_task (const PlanPlaces *self, guint place)
{
  const PlanTask *body = plan_places_get (self, place)->body;

  return body != NULL ? body : plan_model_get_task_at (self->model, self->outline->rows[place - 1].task);
}

static void
take_out (PlanPlaces *self, guint number)
{
  PlanPlace *place = plan_places_get (self, number), *parent = plan_places_get (self, place->parent);

  if (place->previous != PLAN_PLACE_NONE)
    plan_places_get (self, place->previous)->next = place->next;
  else
    parent->first = place->next;
  if (place->next != PLAN_PLACE_NONE)
    plan_places_get (self, place->next)->previous = place->previous;
  else
    parent->last = place->previous;
}

static void
put_in (PlanPlaces *self, guint number, guint parent_number, guint after)
{
  PlanPlace *place = plan_places_get (self, number), *parent = plan_places_get (self, parent_number);

  place->parent = parent_number;
  place->previous = after;
  place->next = after != PLAN_PLACE_NONE ? plan_places_get (self, after)->next : parent->first;
  if (after != PLAN_PLACE_NONE)
    plan_places_get (self, after)->next = number;
  else
    parent->first = number;
  if (place->next != PLAN_PLACE_NONE)
    plan_places_get (self, place->next)->previous = number;
  else
    parent->last = number;
}

/**
 * plan_places_new:
 *
 * Returns: (transfer full): the rows of the project where they stand now; the model must not change as long as they live
 */
PlanPlaces *
plan_places_new (PlanDocument *document, PlanId project)
{
  PlanPlaces *self = g_new0 (PlanPlaces, 1);

  self->model = plan_document_get_model (document);
  self->outline = plan_document_get_outline (document, project);
  self->n_rows = self->outline->n_rows;
  self->places = g_array_sized_new (FALSE, TRUE, sizeof (PlanPlace), self->n_rows + 1);
  g_array_set_size (self->places, self->n_rows + 1);
  for (guint row = 0; row < self->n_rows; row++)
    {
      guint parent = self->outline->rows[row].parent;

      parent = parent != PLAN_INDEX_NONE ? parent + 1 : PLAN_PLACE_NONE;
      put_in (self, row + 1, parent, plan_places_get (self, parent)->last);
    }
  return self;
}

/**
 * plan_places_free:
 * @self: (transfer full):
 */
void
plan_places_free (PlanPlaces *self)
{
  for (guint i = self->n_rows + 1; i < self->places->len; i++)
    g_free (plan_places_get (self, i)->body);
  g_array_unref (self->places);
  g_free (self);
}

/**
 * plan_places_find:
 * @task: a task in the model, or %PLAN_ID_NONE
 *
 * Returns: its place; %PLAN_PLACE_NONE for no task and for one of another project
 */
guint
plan_places_find (const PlanPlaces *self, PlanId task)
{
  guint index = plan_model_find (self->model, PLAN_RECORD_TASK, task);

  if (index == PLAN_INDEX_NONE || self->outline->row_of_task[index] == PLAN_INDEX_NONE)
    return PLAN_PLACE_NONE;
  return self->outline->row_of_task[index] + 1;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *) a, y = *(const guint *) b;

  return x < y ? -1 : x > y;
}

/**
 * plan_places_list_top:
 * @tasks: tasks of the project, in any order
 *
 * Returns: (transfer full) (element-type guint): their places in row order, without those that lie below another of them
 */
GArray *
plan_places_list_top (const PlanPlaces *self, const PlanId *tasks, guint n_tasks)
{
  GArray *top = g_array_sized_new (FALSE, FALSE, sizeof (guint), n_tasks);
  guint end = 0, n = 0;

  for (guint i = 0; i < n_tasks; i++)
    {
      guint place = plan_places_find (self, tasks[i]);

      g_array_append_val (top, place);
    }
  g_array_sort (top, compare_numbers);
  for (guint i = 0; i < top->len; i++)
    {
      guint row = g_array_index (top, guint, i) - 1;

      if (row < end)
        continue;
      g_array_index (top, guint, n++) = row + 1;
      end = self->outline->rows[row].end;
    }
  g_array_set_size (top, n);
  return top;
}

/**
 * plan_places_add:
 * @task: a new task with its id; its texts must live until the places are written
 *
 * Returns: a place that has to be put somewhere
 */
guint
plan_places_add (PlanPlaces *self, const PlanTask *task)
{
  PlanPlace place = { .body = g_memdup2 (task, sizeof *task), .moved = TRUE };

  g_array_append_val (self->places, place);
  return self->places->len - 1;
}

/**
 * plan_places_put:
 * @parent: the place of the summary, which is not below @place; %PLAN_PLACE_NONE for the top
 * @after: a place below @parent that is not @place itself; %PLAN_PLACE_NONE for the first
 *
 * Puts the row there with everything below it.
 */
void
plan_places_put (PlanPlaces *self, guint place, guint parent, guint after)
{
  PlanPlace *row = plan_places_get (self, place);
  gboolean stands = row->body == NULL || row->parent != PLAN_PLACE_NONE || row->previous != PLAN_PLACE_NONE ||
                    plan_places_get (self, PLAN_PLACE_NONE)->first == place;

  if (stands)
    take_out (self, place);
  put_in (self, place, parent, after);
  row->moved = TRUE;
  plan_places_get (self, parent)->disturbed = TRUE;
}

/* Ranks of @n rows from @first on, between the ranks @low and @high of their neighbours (%NULL: no neighbour). */
static gboolean
spread (PlanPlaces *self, guint first, guint n, const gint64 *low, const gint64 *high)
{
  gint64 length = (gint64) n * PLAN_RANK_GAP, from = 0, step = PLAN_RANK_GAP;

  if ((low != NULL && high == NULL && *low > G_MAXINT64 - length) ||
      (low == NULL && high != NULL && *high < G_MININT64 + length + PLAN_RANK_GAP))
    return FALSE;
  if (low != NULL)
    from = *low;
  else if (high != NULL)
    from = *high - length - PLAN_RANK_GAP;
  if (low != NULL && high != NULL)
    step = (gint64) (((guint64) *high - (guint64) *low) / ((guint64) n + 1));
  if (step < 1)
    return FALSE;
  for (guint i = 0, number = first; i < n; i++, number = plan_places_get (self, number)->next)
    plan_places_get (self, number)->rank = from + step * ((gint64) i + 1);
  return TRUE;
}

static gboolean
rank_moved (PlanPlaces *self, guint parent)
{
  const gint64 *low = NULL;

  for (guint number = plan_places_get (self, parent)->first; number != PLAN_PLACE_NONE;)
    {
      guint first = number, n = 0;

      for (; number != PLAN_PLACE_NONE && plan_places_get (self, number)->moved; n++)
        number = plan_places_get (self, number)->next;
      if (n > 0 && !spread (self, first, n, low, number != PLAN_PLACE_NONE ? &plan_places_get (self, number)->rank : NULL))
        return FALSE;
      if (number != PLAN_PLACE_NONE)
        {
          low = &plan_places_get (self, number)->rank;
          number = plan_places_get (self, number)->next;
        }
    }
  return TRUE;
}

static void
renumber (PlanPlaces *self, guint parent)
{
  gint64 rank = 0;

  for (guint at = plan_places_get (self, parent)->first; at != PLAN_PLACE_NONE; at = plan_places_get (self, at)->next)
    plan_places_get (self, at)->rank = rank += PLAN_RANK_GAP;
}

static void
write_place (PlanPlace *place, const PlanTask *task, PlanId parent, PlanBatch *batch)
{
  if (place->body != NULL)
    {
      place->body->parent = parent;
      place->body->rank = place->rank;
      plan_batch_insert (batch, PLAN_RECORD_TASK, place->body);
      return;
    }
  if (task->parent != parent && parent == PLAN_ID_NONE)
    plan_batch_clear (batch, PLAN_FIELD_TASK_PARENT, task->id);
  else if (task->parent != parent)
    plan_batch_set_integer (batch, PLAN_FIELD_TASK_PARENT, task->id, parent);
  if (task->rank != place->rank)
    plan_batch_set_integer (batch, PLAN_FIELD_TASK_RANK, task->id, place->rank);
}

static void
write_children (PlanPlaces *self, guint parent, PlanBatch *batch)
{
  PlanId parent_id = parent != PLAN_PLACE_NONE ? plan_places_get_task (self, parent)->id : PLAN_ID_NONE;

  for (guint at = plan_places_get (self, parent)->first; at != PLAN_PLACE_NONE; at = plan_places_get (self, at)->next)
    plan_places_get (self, at)->rank = plan_places_get_task (self, at)->rank;
  if (!rank_moved (self, parent))
    renumber (self, parent);
  for (guint at = plan_places_get (self, parent)->first; at != PLAN_PLACE_NONE; at = plan_places_get (self, at)->next)
    write_place (plan_places_get (self, at), plan_places_get_task (self, at), parent_id, batch);
}

/**
 * plan_places_write:
 *
 * Adds to the batch what makes the rows stand where they were put, and the new ones themselves.
 */
void
plan_places_write (PlanPlaces *self, PlanBatch *batch)
{
  for (guint parent = 0; parent < self->places->len; parent++)
    if (plan_places_get (self, parent)->disturbed)
      write_children (self, parent, batch);
}
