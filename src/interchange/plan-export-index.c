/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What writers of files ask of the model again and again, sorted once: what belongs to a record, which calendars and people
 * a project uses, and in which order records that stand alone are written. Equal models give equal files.
 */

#include "plan-export-index.h"

#include "plan-outline.h"

/* A record that belongs to another; sorted by owner and id. */
typedef struct
{
  PlanId owner;
  PlanId id;
  guint index;
} Child;

static int
compare_children (gconstpointer a, gconstpointer b)
{
  const Child *x = a, *y = b;

  if (x->owner != y->owner)
    return x->owner < y->owner ? -1 : 1;
  return x->id < y->id ? -1 : x->id > y->id;
}

/* The field that says whose a record is, or PLAN_N_FIELDS for records that stand alone. */
static PlanFieldId
get_owner_field (PlanRecord record)
{
  switch (record)
    {
    case PLAN_RECORD_WEEK:
      return PLAN_FIELD_WEEK_CALENDAR;
    case PLAN_RECORD_EXCEPTION:
      return PLAN_FIELD_EXCEPTION_CALENDAR;
    case PLAN_RECORD_LINK:
      return PLAN_FIELD_LINK_SUCCESSOR;
    case PLAN_RECORD_AVAILABILITY:
      return PLAN_FIELD_AVAILABILITY_RESOURCE;
    case PLAN_RECORD_RATE:
      return PLAN_FIELD_RATE_RESOURCE;
    case PLAN_RECORD_WORK_SPAN:
      return PLAN_FIELD_WORK_SPAN_OWNER;
    case PLAN_RECORD_SPLIT:
      return PLAN_FIELD_SPLIT_OWNER;
    case PLAN_RECORD_BASELINE:
      return PLAN_FIELD_BASELINE_OWNER;
    case PLAN_RECORD_CUSTOM_FIELD:
      return PLAN_FIELD_CUSTOM_FIELD_PROJECT;
    case PLAN_RECORD_CUSTOM_VALUE:
      return PLAN_FIELD_CUSTOM_VALUE_OWNER;
    case PLAN_RECORD_IMPORTED_VALUE:
      return PLAN_FIELD_IMPORTED_VALUE_OWNER;
    default:
      return PLAN_N_FIELDS;
    }
}

static GArray *
list_children (const PlanModel *model, PlanRecord record, PlanFieldId owner)
{
  guint n = plan_model_get_n (model, record);
  GArray *children = g_array_sized_new (FALSE, FALSE, sizeof (Child), n);

  for (guint i = 0; i < n; i++)
    {
      gconstpointer body = plan_model_get_at (model, record, i);
      Child child = { plan_field_get_value (owner, body).integer, plan_record_get_id (body), i };

      g_array_append_val (children, child);
    }
  g_array_sort (children, compare_children);
  return children;
}

static void
want (GHashTable *wanted, PlanId id)
{
  if (id != PLAN_ID_NONE)
    g_hash_table_add (wanted, g_memdup2 (&id, sizeof id));
}

static void
want_calendar (PlanExportIndex *self, PlanId id)
{
  const PlanCalendar *calendar = plan_model_get_calendar (self->model, id);

  for (guint depth = 0; calendar != NULL && depth <= PLAN_CALENDAR_MAX_DEPTH; depth++)
    {
      want (self->wanted, calendar->id);
      calendar = plan_model_get_calendar (self->model, calendar->parent);
    }
}

/* What one project of several uses: its own calendars, those of its tasks and people, and its people. */
static void
find_wanted (PlanExportIndex *self, PlanId project)
{
  const PlanModel *model = self->model;

  self->wanted = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  want_calendar (self, plan_model_get_project (model, project)->calendar);
  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_CALENDAR); i++)
    {
      const PlanCalendar *calendar = plan_model_get_at (model, PLAN_RECORD_CALENDAR, i);

      if (calendar->project == project)
        want_calendar (self, calendar->id);
    }
  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_TASK); i++)
    if (plan_model_get_task_at (model, i)->project == project)
      want_calendar (self, plan_model_get_task_at (model, i)->calendar);
  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_ASSIGNMENT); i++)
    {
      const PlanAssignment *assignment = plan_model_get_assignment_at (model, i);
      const PlanResource *resource = plan_model_get_resource (model, assignment->resource);

      if (resource == NULL || plan_model_get_task (model, assignment->task)->project != project)
        continue;
      want (self->wanted, resource->id);
      want_calendar (self, resource->calendar);
    }
}

/**
 * plan_export_index_init:
 * @what: what is written; it must live as long as @self
 *
 * Sorts the model.
 */
void
plan_export_index_init (PlanExportIndex *self, const PlanExport *what)
{
  *self = (PlanExportIndex) { .what = what, .model = what->model };
  for (guint record = 0; record < PLAN_N_RECORDS; record++)
    {
      PlanFieldId owner = get_owner_field (record);

      if (owner != PLAN_N_FIELDS)
        self->children[record] = list_children (self->model, record, owner);
    }
  if (what->project != PLAN_ID_NONE && plan_model_get_n (what->model, PLAN_RECORD_PROJECT) > 1)
    find_wanted (self, what->project);
}

/**
 * plan_export_index_clear:
 *
 * Frees what plan_export_index_init() made.
 */
void
plan_export_index_clear (PlanExportIndex *self)
{
  for (guint record = 0; record < PLAN_N_RECORDS; record++)
    g_clear_pointer (&self->children[record], g_array_unref);
  g_clear_pointer (&self->wanted, g_hash_table_unref);
  g_clear_pointer (&self->costs, plan_costs_free);
}

/**
 * plan_export_find_children:
 * @first: (out): place of the first record of @owner among those of its kind; @end after the last one
 *
 * Returns: whether there is any
 */
gboolean
plan_export_find_children (const PlanExportIndex *self, PlanRecord record, PlanId owner, guint *first, guint *end)
{
  const GArray *children = self->children[record];
  guint low = 0, high = children->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (children, Child, middle).owner < owner)
        low = middle + 1;
      else
        high = middle;
    }
  for (*first = *end = low; *end < children->len && g_array_index (children, Child, *end).owner == owner;)
    (*end)++;
  return *first < *end;
}

/**
 * plan_export_get_child:
 * @place: between those of plan_export_find_children()
 *
 * Returns: (transfer none): the record
 */
gconstpointer
plan_export_get_child (const PlanExportIndex *self, PlanRecord record, guint place)
{
  return plan_model_get_at (self->model, record, g_array_index (self->children[record], Child, place).index);
}

/**
 * plan_export_get_costs:
 *
 * Returns: (transfer none) (nullable): work and cost, made when they are asked for first; %NULL without a schedule
 */
PlanCosts *
plan_export_get_costs (PlanExportIndex *self)
{
  if (self->costs == NULL && self->what->schedule != NULL)
    self->costs = plan_costs_new (self->what->schedule, self->model, plan_ticks_now ());
  return self->costs;
}

/**
 * plan_export_get_figure:
 * @figure: one that records of the kind have: tasks all, assignments and resources work and cost
 * @value: (out): as it follows from the plan
 *
 * Returns: whether there is such a figure; a resource has none when other projects, which are not written, have it too
 */
gboolean
plan_export_get_figure (PlanExportIndex *self, PlanRecord record, PlanId id, PlanFigureId figure, gint64 *value)
{
  gboolean is_all = self->what->project == PLAN_ID_NONE || plan_model_get_n (self->model, PLAN_RECORD_PROJECT) == 1;
  guint index = plan_model_find (self->model, record, id);
  PlanValue result = PLAN_VALUE_OF_NULL;

  if (figure == PLAN_FIGURE_NONE || index == PLAN_INDEX_NONE || plan_export_get_costs (self) == NULL)
    return FALSE;
  if (record == PLAN_RECORD_TASK)
    result = plan_figure_get_value (figure, self->costs, index);
  else if (record == PLAN_RECORD_ASSIGNMENT)
    result = PLAN_VALUE_OF_INTEGER (plan_figure_get_total (figure, plan_costs_get_assignment (self->costs, index)));
  else if (record == PLAN_RECORD_RESOURCE && is_all)
    result = PLAN_VALUE_OF_INTEGER (plan_figure_get_total (figure, plan_costs_get_resource (self->costs, index)));
  *value = result.integer;
  return result.kind == PLAN_VALUE_INTEGER;
}

/**
 * plan_export_get_imported:
 *
 * Returns: (transfer none) (nullable): what the imported file said of the record
 */
const PlanImportedValue *
plan_export_get_imported (const PlanExportIndex *self, PlanId owner)
{
  guint first, end;

  return plan_export_find_children (self, PLAN_RECORD_IMPORTED_VALUE, owner, &first, &end) ?
           plan_export_get_child (self, PLAN_RECORD_IMPORTED_VALUE, first) : NULL;
}

/**
 * plan_export_wants:
 *
 * Returns: whether the calendar or resource is written
 */
gboolean
plan_export_wants (const PlanExportIndex *self, PlanId id)
{
  return self->wanted == NULL || g_hash_table_contains (self->wanted, &id);
}

static int
compare_ranked (gconstpointer a, gconstpointer b)
{
  const PlanExportRanked *x = a, *y = b;

  if (x->rank != y->rank)
    return x->rank < y->rank ? -1 : 1;
  return x->id < y->id ? -1 : x->id > y->id;
}

/**
 * plan_export_list:
 *
 * Returns: (transfer full): a #PlanExportRanked for each record of the kind, by rank, or in the order in which they came
 *   into being when they have none
 */
GArray *
plan_export_list (const PlanExportIndex *self, PlanRecord record)
{
  PlanFieldId rank = plan_field_find (record, "rank");
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (PlanExportRanked));

  for (guint i = 0; i < plan_model_get_n (self->model, record); i++)
    {
      gconstpointer body = plan_model_get_at (self->model, record, i);
      PlanExportRanked ranked = { rank != PLAN_N_FIELDS ? plan_field_get_value (rank, body).integer : 0, plan_record_get_id (body) };

      g_array_append_val (ids, ranked);
    }
  g_array_sort (ids, compare_ranked);
  return ids;
}

/**
 * plan_export_list_of_project:
 * @task: the field that names the task of a record
 *
 * Returns: (transfer full): a #PlanExportRanked for each record of the kind whose task is of @project, in the order in which
 *   they came into being
 */
GArray *
plan_export_list_of_project (const PlanExportIndex *self, PlanRecord record, PlanFieldId task, PlanId project)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (PlanExportRanked));

  for (guint i = 0; i < plan_model_get_n (self->model, record); i++)
    {
      gconstpointer body = plan_model_get_at (self->model, record, i);
      const PlanTask *owner = plan_model_get_task (self->model, plan_field_get_value (task, body).integer);
      PlanExportRanked ranked = { 0, plan_record_get_id (body) };

      if (owner != NULL && owner->project == project)
        g_array_append_val (ids, ranked);
    }
  g_array_sort (ids, compare_ranked);
  return ids;
}
