/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The places of the boxes that the network view shows. They are made when they are looked at and only when tasks or links
 * came, went or moved; for large plans in a thread on a snapshot, while the view says that it is at work. What comes from a
 * job is taken only when nothing has changed meanwhile.
 */

#include "plan-network-view-private.h"

#include "plan-job.h"

/* So many rows are placed within a frame. */
#define MOST_AT_ONCE 3000

/* What a job needs, in memory of its own. */
typedef struct
{
  PlanModel *model;
  PlanId project;
  guint8 *hidden;
} Request;

static void
free_request (gpointer data)
{
  Request *self = data;

  plan_model_unref (self->model);
  g_free (self->hidden);
  g_free (self);
}

static gpointer
run_request (PlanProgress *progress, gpointer data, GError **error)
{
  Request *self = data;
  g_autoptr (PlanTaskIndex) index = plan_task_index_new (self->model);
  g_autoptr (PlanOutline) outline = plan_outline_new (self->model, self->project);
  const PlanDiagramPlan plan = { self->model, index, outline, self->hidden };

  return plan_diagram_new (&plan, progress, error);
}

static void
free_diagram (gpointer data)
{
  plan_diagram_free (data);
}

static void
take_diagram (PlanNetworkView *self, PlanDiagram *diagram)
{
  g_clear_pointer (&self->layout, plan_diagram_layout_free);
  g_clear_pointer (&self->diagram, plan_diagram_free);
  self->diagram = diagram;
  self->stale = FALSE;
  self->busy = FALSE;
  self->hover = PLAN_INDEX_NONE;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* @view: the view, and the number of the job. */
typedef struct
{
  PlanNetworkView *view;
  guint job;
} Waiting;

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Waiting *waiting = data;
  g_autoptr (PlanNetworkView) self = waiting->view;
  PlanDiagram *diagram = plan_job_run_finish (result, NULL);

  if (diagram == NULL)
    return;
  if (waiting->job == self->job && self->busy)
    take_diagram (self, diagram);
  else
    plan_diagram_free (diagram);
}

/* Tasks that the filter of the rows leaves out have no boxes; collapsed ones have. */
static guint8 *
list_hidden (PlanNetworkView *self)
{
  PlanCellSource source = plan_row_list_get_source (self->list);
  guint n_tasks = plan_model_get_n (source.model, PLAN_RECORD_TASK);
  g_autofree guint8 *state = NULL;
  guint8 *hidden;

  if (!plan_row_list_is_filtered (self->list))
    return NULL;
  state = g_new0 (guint8, source.outline->n_rows + 1);
  hidden = g_new0 (guint8, n_tasks + 1);
  plan_row_filter_apply (plan_row_list_get_filter (self->list), plan_row_list_get_wish (self->list), source.model, source.schedule,
                         source.outline, state);
  for (guint row = 0; row < source.outline->n_rows; row++)
    hidden[source.outline->rows[row].task] = (state[row] & PLAN_GANTT_ROW_HIDDEN) != 0;
  return hidden;
}

static void
begin_job (PlanNetworkView *self)
{
  Request *request = g_new0 (Request, 1);
  Waiting *waiting = g_new0 (Waiting, 1);

  request->model = plan_document_snapshot (plan_row_list_get_document (self->list));
  request->project = plan_row_list_get_project (self->list);
  request->hidden = list_hidden (self);
  *waiting = (Waiting) { g_object_ref (self), ++self->job };
  self->busy = TRUE;
  self->stale = FALSE;
  plan_job_run_async (run_request, request, free_request, free_diagram, NULL, done_cb, waiting);
}

/**
 * plan_network_view_mark_stale:
 *
 * What is shown is to be placed anew when it is looked at; what is being placed is of no use any more.
 */
void
plan_network_view_mark_stale (PlanNetworkView *self)
{
  self->stale = TRUE;
  self->busy = FALSE;
  self->job++;
  self->hover = PLAN_INDEX_NONE;
  g_clear_pointer (&self->layout, plan_diagram_layout_free);
  g_clear_pointer (&self->diagram, plan_diagram_free);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * plan_network_view_ensure:
 *
 * Places the boxes if that is still to be done; those of a large plan will be there later.
 *
 * Returns: whether they are there
 */
gboolean
plan_network_view_ensure (PlanNetworkView *self)
{
  PlanCellSource source;
  g_autofree guint8 *hidden = NULL;

  if (!plan_network_view_has_rows (self))
    return FALSE;
  if (self->diagram != NULL || self->busy)
    return self->diagram != NULL;
  if (plan_row_list_get_outline (self->list)->n_rows > MOST_AT_ONCE)
    {
      begin_job (self);
      return FALSE;
    }
  source = plan_row_list_get_source (self->list);
  hidden = list_hidden (self);
  take_diagram (self, plan_diagram_new (&(PlanDiagramPlan) { source.model, source.index, source.outline, hidden }, NULL, NULL));
  return TRUE;
}
