/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dragging rows: selected rows are taken by their numbers and let go between two others; how far the pointer is moved
 * sideways says at which level. A line shows where they would go.
 */

#include "plan-sheet-private.h"

#include "plan-edits.h"

/* What is dragged: tasks of one project. Known inside this program only. */
#define PLAN_TYPE_DRAGGED_TASKS (plan_dragged_tasks_get_type ())
G_DECLARE_FINAL_TYPE (PlanDraggedTasks, plan_dragged_tasks, PLAN, DRAGGED_TASKS, GObject)

struct _PlanDraggedTasks
{
  GObject parent_instance;

  PlanId project;
  GArray *ids;
};

G_DEFINE_FINAL_TYPE (PlanDraggedTasks, plan_dragged_tasks, G_TYPE_OBJECT)

#define SCROLL_ZONE  40
#define SCROLL_STEP  6
#define LEVEL_WIDTH  20
#define MARK_WIDTH   2
#define MARK_RING    4

/* Where the rows would go: before a visible row, at an outline level; kept with the body. */
typedef struct
{
  gboolean active;
  guint before;
  guint level;
  double x;       /* of the pointer when it came in */
  double y;       /* of the pointer now */
  guint tick;     /* callback that scrolls */
} Drop;

static void
plan_dragged_tasks_finalize (GObject *object)
{
  g_array_unref (PLAN_DRAGGED_TASKS (object)->ids);
  G_OBJECT_CLASS (plan_dragged_tasks_parent_class)->finalize (object);
}

static void
plan_dragged_tasks_class_init (PlanDraggedTasksClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plan_dragged_tasks_finalize;
}

static void
plan_dragged_tasks_init (PlanDraggedTasks *self)
{
}

static Drop *
get_drop (PlanSheet *self)
{
  return g_object_get_data (G_OBJECT (self->body), "drop");
}

/* Rows are dragged by the numbers of rows that were selected before the press, which is why this asks the numbers only. */
static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, PlanSheet *self)
{
  guint row = plan_sheet_get_row_at (self, y);
  GArray *ids;
  PlanDraggedTasks *tasks;
  GdkContentProvider *provider;

  if (x >= self->number_width || row >= plan_row_list_get_n (self->list) || !plan_row_list_is_writable (self->list) || !self->whole_rows ||
      plan_row_list_get_sort (self->list, NULL) < PLAN_N_COLUMNS ||
      !*(gboolean *) g_object_get_data (G_OBJECT (self->body), "row-drag-allowed"))
    return NULL;
  ids = plan_row_list_list_selected (self->list);
  tasks = g_object_new (PLAN_TYPE_DRAGGED_TASKS, NULL);
  tasks->project = plan_row_list_get_project (self->list);
  tasks->ids = ids;
  provider = gdk_content_provider_new_typed (PLAN_TYPE_DRAGGED_TASKS, tasks);
  g_object_unref (tasks);
  return provider;
}

/* The press itself tells whether the row was selected before it; it comes first because it is captured. */
static void
press_captured_cb (GtkGestureClick *gesture, int n_press, double x, double y, PlanSheet *self)
{
  gboolean *allowed = g_object_get_data (G_OBJECT (self->body), "row-drag-allowed");
  guint row = plan_sheet_get_row_at (self, y);

  *allowed = x < self->number_width && row < plan_row_list_get_n (self->list) && self->whole_rows &&
             gtk_bitset_contains (plan_row_list_get_selected (self->list), row);
}

/* From the level of the row below to one more than that of the row above. */
static void
find_place (PlanSheet *self, double x, double y)
{
  Drop *drop = get_drop (self);
  double height = plan_row_list_get_row_height (self->list);
  double line = (y + plan_sheet_get_offset (self, GTK_ORIENTATION_VERTICAL)) / height + 0.5;
  guint n = plan_row_list_get_n (self->list), above_level, least;
  gint64 level;

  drop->before = (guint) CLAMP (line, 0, n);
  above_level = drop->before > 0 ? plan_row_list_get_level (self->list, drop->before - 1) : 0;
  least = drop->before < n ? MIN (plan_row_list_get_level (self->list, drop->before), above_level + 1) : 1;
  level = (gint64) MAX (above_level, 1) + (gint64) ((x - drop->x) / LEVEL_WIDTH);
  drop->level = (guint) CLAMP (level, least, above_level + 1);
  gtk_widget_queue_draw (GTK_WIDGET (self->body));
}

static gboolean
scroll_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  PlanSheet *self = data;
  Drop *drop = get_drop (self);
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_VERTICAL];
  double height = gtk_widget_get_height (widget);

  if (drop->y < SCROLL_ZONE)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) - SCROLL_STEP);
  else if (drop->y > height - SCROLL_ZONE)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + SCROLL_STEP);
  return G_SOURCE_CONTINUE;
}

static GdkDragAction
enter_cb (GtkDropTarget *target, double x, double y, PlanSheet *self)
{
  Drop *drop = get_drop (self);

  if (!plan_row_list_is_writable (self->list))
    return 0;
  drop->active = TRUE;
  drop->x = x;
  drop->y = y;
  if (drop->tick == 0)
    drop->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->body), scroll_tick_cb, self, NULL);
  find_place (self, x, y);
  return GDK_ACTION_MOVE;
}

static GdkDragAction
motion_cb (GtkDropTarget *target, double x, double y, PlanSheet *self)
{
  if (!get_drop (self)->active)
    return 0;
  get_drop (self)->y = y;
  find_place (self, x, y);
  return GDK_ACTION_MOVE;
}

static void
end_drop (PlanSheet *self)
{
  Drop *drop = get_drop (self);

  drop->active = FALSE;
  if (drop->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->body), drop->tick);
  drop->tick = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self->body));
}

static void
leave_cb (GtkDropTarget *target, PlanSheet *self)
{
  end_drop (self);
}

/* The summary and the sibling that a place between two rows means; siblings that are dragged along are passed over. */
static void
resolve_place (PlanSheet *self, const GArray *ids, PlanId *parent, PlanId *after)
{
  const Drop *drop = get_drop (self);
  const PlanOutline *outline = plan_row_list_get_outline (self->list);
  const PlanModel *model = plan_row_list_get_model (self->list);
  g_autoptr (GHashTable) dragged = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint row;

  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (dragged, &g_array_index (ids, PlanId, i));
  *parent = *after = PLAN_ID_NONE;
  if (drop->before == 0)
    return;
  row = plan_row_list_get_outline_row (self->list, drop->before - 1);
  if (drop->level > outline->rows[row].level)
    {
      *parent = plan_model_get_task_at (model, outline->rows[row].task)->id;
      return;
    }
  while (outline->rows[row].level > drop->level)
    row = outline->rows[row].parent;
  *parent = plan_model_get_task_at (model, outline->rows[row].task)->parent;
  for (guint at = row + 1; at > 0; at--)
    {
      const PlanTask *task = plan_model_get_task_at (model, outline->rows[at - 1].task);

      if (task->parent == *parent && !g_hash_table_contains (dragged, &task->id))
        {
          *after = task->id;
          return;
        }
    }
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, PlanSheet *self)
{
  PlanDraggedTasks *tasks = g_value_get_object (value);
  g_autoptr (GError) error = NULL;
  PlanId parent, after;

  if (!get_drop (self)->active || tasks->project != plan_row_list_get_project (self->list))
    return FALSE;
  find_place (self, x, y);
  resolve_place (self, tasks->ids, &parent, &after);
  end_drop (self);
  if (!plan_edit_tasks_move (plan_row_list_get_document (self->list), (const PlanId *) (gpointer) tasks->ids->data, tasks->ids->len,
                             parent, after, &error))
    plan_sheet_tell (self, error->message);
  self->whole_rows = TRUE;
  return TRUE;
}

/* Draws the line that shows where dragged rows would go, beginning at their level. */
void
plan_sheet_draw_drop (PlanSheet *self, GtkSnapshot *snapshot)
{
  const Drop *drop = get_drop (self);
  double x, y, width = gtk_widget_get_width (GTK_WIDGET (self->body));
  guint name = plan_sheet_find_column (self, PLAN_COLUMN_NAME);

  if (drop == NULL || !drop->active || name == PLAN_INDEX_NONE)
    return;
  x = plan_sheet_get_column_x (self, name) - plan_sheet_get_offset (self, GTK_ORIENTATION_HORIZONTAL) + PLAN_SHEET_PADDING +
      (drop->level - 1) * PLAN_SHEET_INDENT * plan_row_list_get_text_scale (self->list);
  y = plan_sheet_get_row_y (self, drop->before) - MARK_WIDTH / 2;
  plan_sheet_fill (snapshot, self->theme->accent, 1, x, y, MAX (0, width - x), MARK_WIDTH);
  plan_sheet_fill (snapshot, self->theme->accent, 1, x - MARK_RING, y - MARK_RING + MARK_WIDTH / 2, 2 * MARK_RING, 2 * MARK_RING);
  plan_sheet_fill (snapshot, self->theme->background, 1, x - MARK_RING + MARK_WIDTH, y - MARK_RING + MARK_WIDTH / 2 + MARK_WIDTH,
                   2 * (MARK_RING - MARK_WIDTH), 2 * (MARK_RING - MARK_WIDTH));
}

/* Lets rows of a new sheet be dragged. */
void
plan_sheet_init_drag (PlanSheet *self)
{
  GtkGesture *press = gtk_gesture_click_new ();
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (PLAN_TYPE_DRAGGED_TASKS, GDK_ACTION_MOVE);

  g_object_set_data_full (G_OBJECT (self->body), "drop", g_new0 (Drop, 1), g_free);
  g_object_set_data_full (G_OBJECT (self->body), "row-drag-allowed", g_new0 (gboolean, 1), g_free);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (press), GTK_PHASE_CAPTURE);
  g_signal_connect_object (press, "pressed", G_CALLBACK (press_captured_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->body), GTK_EVENT_CONTROLLER (press));
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->body), GTK_EVENT_CONTROLLER (source));
  g_signal_connect_object (target, "enter", G_CALLBACK (enter_cb), self, 0);
  g_signal_connect_object (target, "motion", G_CALLBACK (motion_cb), self, 0);
  g_signal_connect_object (target, "leave", G_CALLBACK (leave_cb), self, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->body), GTK_EVENT_CONTROLLER (target));
}

/* Before the body goes. */
void
plan_sheet_dispose_drag (PlanSheet *self)
{
  if (self->body != NULL && get_drop (self) != NULL)
    end_drop (self);
}
