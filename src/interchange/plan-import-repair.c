/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Repairs that every reader needs: links that go round in a circle, calendars that are derived from themselves, records
 * whose owner is not there. Links are looked at as Project does: whatever its type, a link leads from the end of one task
 * to the begin of another, and a summary lies around its subtasks. Sorting topologically leaves the tasks of circles and
 * those behind them; only among these, links are added one by one in the order of the file, and a link that closes a circle
 * is dropped. What that costs is bounded; when a hostile file uses it up, the links that are left are dropped too.
 */

#include "plan-import-private.h"

#include <glib/gi18n-lib.h>

#define MAX_STEPS 20000000

/* Two nodes a task: 2 i is its begin, 2 i + 1 its end. */
typedef struct
{
  guint from;
  guint to;
  guint link; /* index in the model, or PLAN_INDEX_NONE for an edge of the outline */
} Edge;

typedef struct
{
  const PlanModel *model;
  guint n_nodes;
  GArray *edges;  /* sorted by @from */
  guint *first;   /* of each node, n_nodes + 1 of them */
  guint8 *done;   /* nodes that are in no circle and not behind one */
  guint8 *is_open; /* by edge: whether it can be gone */
  guint *seen;    /* by node: the last search that came there */
  guint search;
  guint64 n_steps;
} Graph;

static void
add_edge (Graph *self, guint from, guint to, guint link)
{
  Edge edge = { from, to, link };

  g_array_append_val (self->edges, edge);
}

static void
add_task_edges (Graph *self)
{
  guint n = plan_model_get_n (self->model, PLAN_RECORD_TASK);
  g_autofree guint8 *is_summary = g_new0 (guint8, n + 1);

  for (guint i = 0; i < n; i++)
    {
      const PlanTask *task = plan_model_get_task_at (self->model, i);
      guint parent = task->parent != PLAN_ID_NONE ? plan_model_find (self->model, PLAN_RECORD_TASK, task->parent) : PLAN_INDEX_NONE;

      if (parent == PLAN_INDEX_NONE)
        continue;
      is_summary[parent] = TRUE;
      add_edge (self, 2 * parent, 2 * i, PLAN_INDEX_NONE);
      add_edge (self, 2 * i + 1, 2 * parent + 1, PLAN_INDEX_NONE);
    }
  for (guint i = 0; i < n; i++)
    if (!is_summary[i])
      add_edge (self, 2 * i, 2 * i + 1, PLAN_INDEX_NONE);
}

static void
add_link_edges (Graph *self)
{
  for (guint i = 0; i < plan_model_get_n (self->model, PLAN_RECORD_LINK); i++)
    {
      const PlanLink *link = plan_model_get_link_at (self->model, i);
      guint from = plan_model_find (self->model, PLAN_RECORD_TASK, link->predecessor);
      guint to = plan_model_find (self->model, PLAN_RECORD_TASK, link->successor);

      if (from != PLAN_INDEX_NONE && to != PLAN_INDEX_NONE)
        add_edge (self, 2 * from + 1, 2 * to, i);
    }
}

/* Stable, so that the edges of one node keep their order. */
static void
sort_edges (Graph *self)
{
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (Edge), self->edges->len);
  g_autofree guint *next = NULL;

  g_array_set_size (sorted, self->edges->len);
  self->first = g_new0 (guint, self->n_nodes + 1);
  for (guint i = 0; i < self->edges->len; i++)
    self->first[g_array_index (self->edges, Edge, i).from + 1]++;
  for (guint i = 0; i < self->n_nodes; i++)
    self->first[i + 1] += self->first[i];
  next = g_memdup2 (self->first, (self->n_nodes + 1) * sizeof (guint));
  for (guint i = 0; i < self->edges->len; i++)
    {
      const Edge *edge = &g_array_index (self->edges, Edge, i);

      g_array_index (sorted, Edge, next[edge->from]++) = *edge;
    }
  g_array_unref (self->edges);
  self->edges = sorted;
}

/* Takes away nodes that nothing leads to any more, until only circles and what is behind them is left. */
static guint
sort_topologically (Graph *self)
{
  g_autofree guint *n_in = g_new0 (guint, self->n_nodes + 1);
  g_autoptr (GArray) ready = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_done = 0;

  for (guint i = 0; i < self->edges->len; i++)
    n_in[g_array_index (self->edges, Edge, i).to]++;
  for (guint i = 0; i < self->n_nodes; i++)
    if (n_in[i] == 0)
      g_array_append_val (ready, i);
  for (; n_done < ready->len; n_done++)
    {
      guint node = g_array_index (ready, guint, n_done);

      self->done[node] = TRUE;
      for (guint k = self->first[node]; k < self->first[node + 1]; k++)
        if (--n_in[g_array_index (self->edges, Edge, k).to] == 0)
          g_array_append_val (ready, g_array_index (self->edges, Edge, k).to);
    }
  return n_done;
}

static gboolean
can_reach (Graph *self, guint from, guint to, GArray *stack)
{
  g_array_set_size (stack, 0);
  g_array_append_val (stack, from);
  self->seen[from] = ++self->search;
  while (stack->len > 0)
    {
      guint node = g_array_index (stack, guint, stack->len - 1);

      g_array_set_size (stack, stack->len - 1);
      if (node == to)
        return TRUE;
      for (guint k = self->first[node]; k < self->first[node + 1]; k++)
        {
          guint next = g_array_index (self->edges, Edge, k).to;

          self->n_steps++;
          if (!self->is_open[k] || self->done[next] || self->seen[next] == self->search)
            continue;
          self->seen[next] = self->search;
          g_array_append_val (stack, next);
        }
    }
  return FALSE;
}

static void
report_circle (PlanImport *import, const PlanLink *link)
{
  const PlanTask *from = plan_model_get_task (import->model, link->predecessor);
  const PlanTask *to = plan_model_get_task (import->model, link->successor);
  g_autofree char *reason =
    /* Translators: both are task names */
    g_strdup_printf (_("The link from “%s” to “%s” closes a circle of links and was not taken."),
                     from->name != NULL ? from->name : "", to->name != NULL ? to->name : "");

  if (import->report->items->len < 1000)
    plan_report_add (import->report, PLAN_REPORT_DROPPED, _("Link"), reason, 1);
  else
    plan_report_add (import->report, PLAN_REPORT_DROPPED, _("Link"), _("It closes a circle of links."), 1);
}

static int
compare_links (gconstpointer a, gconstpointer b, gpointer data)
{
  const Graph *self = data;
  guint x = g_array_index (self->edges, Edge, *(const guint *) a).link;
  guint y = g_array_index (self->edges, Edge, *(const guint *) b).link;

  return x < y ? -1 : x > y;
}

/* Edges of links among the nodes that are left, in the order of the file; all others are open from the start. */
static GArray *
list_suspects (Graph *self)
{
  GArray *suspects = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint k = 0; k < self->edges->len; k++)
    {
      const Edge *edge = &g_array_index (self->edges, Edge, k);

      if (edge->link != PLAN_INDEX_NONE && !self->done[edge->from] && !self->done[edge->to])
        g_array_append_val (suspects, k);
      else
        self->is_open[k] = TRUE;
    }
  g_array_sort_with_data (suspects, compare_links, self);
  return suspects;
}

static void
drop_suspects (Graph *self, PlanImport *import)
{
  g_autoptr (GArray) suspects = list_suspects (self);
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) dropped = g_array_new (FALSE, FALSE, sizeof (PlanId));

  for (guint i = 0; i < suspects->len; i++)
    {
      guint k = g_array_index (suspects, guint, i);
      const Edge *edge = &g_array_index (self->edges, Edge, k);
      const PlanLink *link = plan_model_get_link_at (import->model, edge->link);

      if (self->n_steps < MAX_STEPS && !can_reach (self, edge->to, edge->from, stack))
        {
          self->is_open[k] = TRUE;
          continue;
        }
      report_circle (import, link);
      g_array_append_val (dropped, link->id);
    }
  for (guint i = 0; i < dropped->len; i++)
    plan_model_remove (import->model, PLAN_RECORD_LINK, g_array_index (dropped, PlanId, i));
}

/**
 * plan_import_drop_cycles:
 *
 * Drops the links that close circles, the last ones of the file first, and reports each with both tasks.
 */
void
plan_import_drop_cycles (PlanImport *self)
{
  Graph graph = { .model = self->model, .n_nodes = 2 * plan_model_get_n (self->model, PLAN_RECORD_TASK) };

  graph.edges = g_array_new (FALSE, FALSE, sizeof (Edge));
  graph.done = g_new0 (guint8, graph.n_nodes + 1);
  add_task_edges (&graph);
  add_link_edges (&graph);
  sort_edges (&graph);
  if (sort_topologically (&graph) < graph.n_nodes)
    {
      graph.is_open = g_new0 (guint8, graph.edges->len + 1);
      graph.seen = g_new0 (guint, graph.n_nodes + 1);
      drop_suspects (&graph, self);
    }
  g_array_unref (graph.edges);
  g_free (graph.first);
  g_free (graph.done);
  g_free (graph.is_open);
  g_free (graph.seen);
}

/* Whether the way up from the calendar ends within the allowed depth. */
static gboolean
ends (const PlanModel *model, const PlanCalendar *calendar)
{
  guint depth = 1;

  for (; calendar != NULL && calendar->parent != PLAN_ID_NONE; depth++)
    {
      if (depth >= PLAN_CALENDAR_MAX_DEPTH)
        return FALSE;
      calendar = plan_model_get_calendar (model, calendar->parent);
    }
  return TRUE;
}

/**
 * plan_import_cut_calendars:
 *
 * Makes calendars base calendars that are derived from themselves or through too many others.
 */
void
plan_import_cut_calendars (PlanImport *self)
{
  static const PlanValue nothing = PLAN_VALUE_OF_NULL;

  for (guint i = 0; i < plan_model_get_n (self->model, PLAN_RECORD_CALENDAR); i++)
    {
      const PlanCalendar *calendar = plan_model_get_at (self->model, PLAN_RECORD_CALENDAR, i);

      if (ends (self->model, calendar))
        continue;
      plan_model_set (self->model, PLAN_FIELD_CALENDAR_PARENT, calendar->id, &nothing);
      plan_report_add (self->report, PLAN_REPORT_CHANGED, _("Base calendar"),
                       _("The calendar was derived from itself, or through too many others."), 1);
    }
}

/* Whether the record belongs to one of @ids. */
static gboolean
is_owned (PlanRecord record, gconstpointer body, GHashTable *ids)
{
  PlanFieldId first = plan_field_first (record), end = first + plan_field_count (record);

  for (PlanFieldId field = first; field < end; field++)
    if (plan_field_get (field)->type == PLAN_TYPE_OWNER_ID)
      {
        gint64 owner = plan_field_get_value (field, body).integer;

        return g_hash_table_contains (ids, &owner);
      }
  return FALSE;
}

/**
 * plan_import_drop_orphans:
 * @record: a kind of record
 * @ids: (element-type PlanId): which of them have nothing to belong to; what belongs to those is added
 *
 * Removes the records and what belongs to them.
 */
void
plan_import_drop_orphans (PlanImport *self, PlanRecord record, GHashTable *ids)
{
  if (g_hash_table_size (ids) == 0)
    return;
  for (guint kind = record; kind < PLAN_N_RECORDS; kind++)
    for (guint i = plan_model_get_n (self->model, kind); i > 0; i--)
      {
        gconstpointer body = plan_model_get_at (self->model, kind, i - 1);
        PlanId id = plan_record_get_id (body);

        if (kind != record && is_owned (kind, body, ids))
          g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
        if (!g_hash_table_contains (ids, &id))
          continue;
        if (kind == PLAN_RECORD_LINK)
          g_hash_table_add (self->incomplete, g_memdup2 (&((const PlanLink *) body)->successor, sizeof (PlanId)));
        plan_model_remove (self->model, kind, id);
      }
}
