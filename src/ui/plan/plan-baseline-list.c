/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tasks of a project that a baseline knows, in the order of the plan. What a row says is what the cells of the sheet
 * say, compared with that baseline. Rows are made when they are looked at.
 */

#include "plan-baseline-list.h"

#include <gio/gio.h>

struct _PlanBaselineRow
{
  GObject parent_instance;

  PlanBaselineList *list;
  PlanId task;
};

struct _PlanBaselineList
{
  GObject parent_instance;

  PlanDocument *document;
  PlanId project;
  int baseline;
  GArray *tasks; /* of PlanId */
  guint n_later;
  guint n_tasks;
};

static void plan_baseline_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE (PlanBaselineRow, plan_baseline_row, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE_WITH_CODE (PlanBaselineList, plan_baseline_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, plan_baseline_list_model_init))

static void
plan_baseline_row_finalize (GObject *object)
{
  g_object_unref (PLAN_BASELINE_ROW (object)->list);
  G_OBJECT_CLASS (plan_baseline_row_parent_class)->finalize (object);
}

static void
plan_baseline_row_class_init (PlanBaselineRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plan_baseline_row_finalize;
}

static void
plan_baseline_row_init (PlanBaselineRow *self)
{
}

static PlanCellSource
get_source (PlanBaselineList *self)
{
  return (PlanCellSource) { plan_document_get_model (self->document), plan_document_get_schedule (self->document),
                            plan_document_get_outline (self->document, self->project),
                            plan_document_get_index (self->document), self->document, NULL, self->baseline };
}

/* The row in the outline, or PLAN_INDEX_NONE when the task is gone. */
static guint
find_row (const PlanCellSource *source, PlanId task)
{
  guint index = plan_model_find (source->model, PLAN_RECORD_TASK, task);

  return index != PLAN_INDEX_NONE ? source->outline->row_of_task[index] : PLAN_INDEX_NONE;
}

/**
 * plan_baseline_row_get_task:
 *
 * Returns: the task that the row is about
 */
PlanId
plan_baseline_row_get_task (PlanBaselineRow *self)
{
  g_return_val_if_fail (PLAN_IS_BASELINE_ROW (self), PLAN_ID_NONE);

  return self->task;
}

/**
 * plan_baseline_row_get_level:
 *
 * Returns: how many summaries the task lies below
 */
guint
plan_baseline_row_get_level (PlanBaselineRow *self)
{
  PlanCellSource source = get_source (self->list);
  guint row = find_row (&source, self->task), level = 0;

  if (row == PLAN_INDEX_NONE)
    return 0;
  while ((row = source.outline->rows[row].parent) != PLAN_INDEX_NONE)
    level++;
  return level;
}

/**
 * plan_baseline_row_get_text:
 *
 * Returns: (transfer full): what the row says in a column; empty when the task is gone
 */
char *
plan_baseline_row_get_text (PlanBaselineRow *self, PlanColumnId column)
{
  PlanCellSource source = get_source (self->list);
  guint row = find_row (&source, self->task);

  return row != PLAN_INDEX_NONE ? plan_column_get_text (column, &source, row, PLAN_CELL_SHOWN) : g_strdup ("");
}

/* Later, longer, more or dearer than it was to be. */
static gboolean
is_over (PlanBaselineList *self, PlanFigureId figure, guint task)
{
  PlanValue value = plan_figure_compare (figure, plan_document_get_costs (self->document), task, self->baseline);

  return value.kind != PLAN_VALUE_NULL && value.integer > 0;
}

/**
 * plan_baseline_row_is_over:
 * @column: one of a variance
 *
 * Returns: whether the task is later, longer, more or dearer than it was to be
 */
gboolean
plan_baseline_row_is_over (PlanBaselineRow *self, PlanColumnId column)
{
  guint index = plan_model_find (plan_document_get_model (self->list->document), PLAN_RECORD_TASK, self->task);

  return index != PLAN_INDEX_NONE && is_over (self->list, plan_column_get (column)->figure, index);
}

static GType
plan_baseline_list_get_item_type (GListModel *list)
{
  return PLAN_TYPE_BASELINE_ROW;
}

static guint
plan_baseline_list_get_n_items (GListModel *list)
{
  return PLAN_BASELINE_LIST (list)->tasks->len;
}

static gpointer
plan_baseline_list_get_item (GListModel *list, guint position)
{
  PlanBaselineList *self = PLAN_BASELINE_LIST (list);
  PlanBaselineRow *row;

  if (position >= self->tasks->len)
    return NULL;
  row = g_object_new (PLAN_TYPE_BASELINE_ROW, NULL);
  row->list = g_object_ref (self);
  row->task = g_array_index (self->tasks, PlanId, position);
  return row;
}

static void
plan_baseline_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = plan_baseline_list_get_item_type;
  iface->get_n_items = plan_baseline_list_get_n_items;
  iface->get_item = plan_baseline_list_get_item;
}

static void
plan_baseline_list_finalize (GObject *object)
{
  PlanBaselineList *self = PLAN_BASELINE_LIST (object);

  g_array_unref (self->tasks);
  g_object_unref (self->document);
  G_OBJECT_CLASS (plan_baseline_list_parent_class)->finalize (object);
}

static void
plan_baseline_list_class_init (PlanBaselineListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plan_baseline_list_finalize;
}

static void
plan_baseline_list_init (PlanBaselineList *self)
{
  self->tasks = g_array_new (FALSE, FALSE, sizeof (PlanId));
}

static gboolean
is_different (PlanBaselineList *self, guint task)
{
  for (PlanFigureId figure = PLAN_FIGURE_START_VARIANCE; figure <= PLAN_FIGURE_COST_VARIANCE; figure++)
    if (plan_figure_compare (figure, plan_document_get_costs (self->document), task, self->baseline).integer != 0)
      return TRUE;
  return FALSE;
}

/**
 * plan_baseline_list_set:
 * @baseline: 0 to 10
 * @only_different: leaves out tasks that are as they were to be
 *
 * Fills the list anew; to be called after each edit, too.
 */
void
plan_baseline_list_set (PlanBaselineList *self, int baseline, gboolean only_different)
{
  guint n_before = self->tasks->len;
  PlanCellSource source;

  g_return_if_fail (PLAN_IS_BASELINE_LIST (self) && baseline >= 0);

  self->baseline = baseline;
  source = get_source (self);
  g_array_set_size (self->tasks, 0);
  self->n_later = self->n_tasks = 0;
  for (guint row = 0; row < source.outline->n_rows; row++)
    {
      guint task = source.outline->rows[row].task;
      PlanId id = plan_model_get_task_at (source.model, task)->id;

      if (plan_task_index_find_baseline (source.index, source.model, task, baseline) == NULL)
        continue;
      self->n_tasks++;
      self->n_later += is_over (self, PLAN_FIGURE_FINISH_VARIANCE, task);
      if (!only_different || is_different (self, task))
        g_array_append_val (self->tasks, id);
    }
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->tasks->len);
}

/**
 * plan_baseline_list_get_baseline:
 *
 * Returns: the baseline that the list compares with
 */
int
plan_baseline_list_get_baseline (PlanBaselineList *self)
{
  return self->baseline;
}

/**
 * plan_baseline_list_get_n_later:
 *
 * Returns: how many tasks finish later than in the baseline, listed or not
 */
guint
plan_baseline_list_get_n_later (PlanBaselineList *self)
{
  return self->n_later;
}

/**
 * plan_baseline_list_get_n_tasks:
 *
 * Returns: how many tasks the baseline knows, listed or not
 */
guint
plan_baseline_list_get_n_tasks (PlanBaselineList *self)
{
  return self->n_tasks;
}

/**
 * plan_baseline_list_new:
 * @project: a project of the office
 *
 * Returns: (transfer full): an empty list
 */
PlanBaselineList *
plan_baseline_list_new (PlanDocument *document, PlanId project)
{
  PlanBaselineList *self = g_object_new (PLAN_TYPE_BASELINE_LIST, NULL);

  self->document = g_object_ref (document);
  self->project = project;
  return self;
}
