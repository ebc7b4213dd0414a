/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the parts of the window are: the sidebar beside the view, the side panel beside it in a wide window and over it in
 * others, and what of this is remembered between runs. Widths of panes are noted while they are changed, and written when
 * the window closes.
 */

#include "plan-window-private.h"

#include "plan-column-memory.h"
#include "plan-settings.h"

#define PANEL_LEAST_WIDTH 270
#define PANEL_MOST_WIDTH 600

/* Views that are narrower have no room for all of their buttons. */
#define COMPACT_WIDTH 900

/* What lies over the chart begins below the view's own row of buttons. */
#define ACTION_ROW_HEIGHT 43

/* The line between two panes. */
#define HANDLE_WIDTH 1

static void
set_panel_action (PlanWindow *self, const char *name, GVariant *state)
{
  g_action_group_change_action_state (G_ACTION_GROUP (self->view_actions), name, state);
}

/* A view of the whole office has no task whose details could stand beside it. */
static gboolean
is_panel_shown (PlanWindow *self)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (self->view_actions), "side-panel");

  return g_variant_get_boolean (state) && !self->view->of_office;
}

/* What narrow windows leave of a pane was not chosen. */
static void
position_changed_cb (PlanWindow *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int panel_width = gtk_widget_get_width (GTK_WIDGET (self->panel_paned)) - gtk_paned_get_position (self->panel_paned) - HANDLE_WIDTH;

  if (width >= PLAN_NARROW_WIDTH && !self->narrow && gtk_widget_get_mapped (self->sidebar))
    self->sidebar_width = gtk_paned_get_position (self->sidebar_paned);
  if (width >= PLAN_WIDE_WIDTH && self->panel_placed)
    self->panel_width = CLAMP (panel_width, PANEL_LEAST_WIDTH, PANEL_MOST_WIDTH);
  plan_window_queue_layout (self);
}

static gboolean
is_compact (PlanWindow *self, int width)
{
  if (gtk_widget_get_visible (self->sidebar))
    width -= self->sidebar_width;
  if (!self->overlays && is_panel_shown (self))
    width -= self->panel_width;
  return width < COMPACT_WIDTH;
}

/* Gives the panel its remembered width once there is a width to divide. */
static void
place_panel (PlanWindow *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->panel_paned));

  if (self->panel_placed || self->overlays || width == 0 || !is_panel_shown (self))
    return;
  gtk_paned_set_position (self->panel_paned, width - self->panel_width - HANDLE_WIDTH);
  self->panel_placed = TRUE;
}

static void
move_panel (PlanWindow *self, gboolean overlays)
{
  g_autoptr (GtkWidget) panel = GTK_WIDGET (g_object_ref (self->panel));

  self->panel_placed = FALSE;
  self->overlays = overlays;
  if (overlays)
    {
      gtk_paned_set_end_child (self->panel_paned, NULL);
      gtk_widget_set_size_request (panel, self->panel_width, -1);
      gtk_widget_set_visible (panel, TRUE);
      gtk_widget_set_margin_top (GTK_WIDGET (self->panel_revealer), ACTION_ROW_HEIGHT);
      gtk_revealer_set_child (self->panel_revealer, panel);
      gtk_widget_add_css_class (panel, "overlaid");
    }
  else
    {
      gtk_revealer_set_child (self->panel_revealer, NULL);
      gtk_widget_set_size_request (panel, PANEL_LEAST_WIDTH, -1);
      gtk_paned_set_end_child (self->panel_paned, panel);
      gtk_widget_remove_css_class (panel, "overlaid");
    }
}

static void
update_compact (PlanWindow *self)
{
  gboolean compact = is_compact (self, gtk_widget_get_width (GTK_WIDGET (self)));

  if (compact == self->compact)
    return;
  self->compact = compact;
  plan_window_arrange_views (self);
}

/* A revealer that shows nothing takes no clicks from the chart below it. */
static void
update_panel (PlanWindow *self)
{
  gboolean shown = is_panel_shown (self);

  if (self->overlays)
    gtk_widget_set_visible (GTK_WIDGET (self->panel_revealer), shown);
  else
    gtk_widget_set_visible (GTK_WIDGET (self->panel), shown);
  gtk_revealer_set_reveal_child (self->panel_revealer, self->overlays && shown);
  place_panel (self);
  update_compact (self);
}

/* What is chosen in a window without room for it beside the chart holds for that window only. */
static void
change_side_panel_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  PlanWindow *self = data;
  gboolean shown = g_variant_get_boolean (state);

  if (!shown && !plan_details_panel_finish_edit (plan_side_panel_get_details (self->panel)))
    return;
  if (!shown)
    {
      self->panel_placed = FALSE;
      if (gtk_widget_get_focus_child (GTK_WIDGET (self->panel)) != NULL)
        plan_window_focus_view (self);
    }
  g_simple_action_set_state (action, state);
  if (!self->overlays)
    plan_settings_set_boolean ("side-panel-shown", shown);
  update_panel (self);
}

static void
change_panel_page_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  PlanWindow *self = data;
  const char *page = g_variant_get_string (state, NULL);

  if (!plan_side_panel_has_page (page))
    return;
  plan_side_panel_set_page (self->panel, page);
  plan_settings_set_string ("side-panel-page", page);
  g_simple_action_set_state (action, state);
}

static void
panel_mapped_cb (GtkWidget *panel, PlanWindow *self)
{
  g_signal_handlers_disconnect_by_func (panel, panel_mapped_cb, self);
  gtk_widget_grab_focus (panel);
}

/* Where it slides over the chart, there is nothing to go to before the first frame. */
static void
open_panel (PlanWindow *self, const char *page)
{
  set_panel_action (self, "panel-page", g_variant_new_string (page));
  set_panel_action (self, "side-panel", g_variant_new_boolean (TRUE));
  g_signal_handlers_disconnect_by_func (self->panel, panel_mapped_cb, self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self->panel)))
    gtk_widget_grab_focus (GTK_WIDGET (self->panel));
  else
    g_signal_connect_object (self->panel, "map", G_CALLBACK (panel_mapped_cb), self, G_CONNECT_AFTER);
}

/* Of several that finish at the same time, the last row. Returns: a task, or PLAN_ID_NONE */
static PlanId
find_last_task (PlanWindow *self)
{
  PlanRowList *list = plan_plan_page_get_list (self->page);
  const PlanOutline *outline = plan_row_list_get_outline (list);
  const PlanModel *model = plan_row_list_get_model (list);
  PlanTicks latest = PLAN_TICKS_NONE;
  PlanId last = PLAN_ID_NONE;

  for (guint row = 0; outline != NULL && row < outline->n_rows; row++)
    {
      guint index = outline->rows[row].task;
      const PlanScheduledTask *dates = plan_schedule_get_task (plan_document_get_schedule (self->document), index);

      if (dates->summary || dates->finish == PLAN_TICKS_NONE || dates->finish < latest)
        continue;
      latest = dates->finish;
      last = plan_model_get_task_at (model, index)->id;
    }
  return last;
}

static void
show_task (PlanWindow *self, PlanId id)
{
  PlanRowList *list = plan_plan_page_get_list (self->page);

  if (plan_row_list_show_task (list, id))
    plan_gantt_view_reveal_bar (plan_plan_page_get_view (self->page), plan_row_list_get_cursor_row (list));
}

static void
finish_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlanWindow *self = data;

  if (plan_sheet_finish_edit (plan_plan_page_get_sheet (self->page)))
    show_task (self, find_last_task (self));
}

static void
history_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  open_panel (data, "history");
}

static void
details_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlanWindow *self = data;

  if (plan_sheet_finish_edit (plan_plan_page_get_sheet (self->page)))
    open_panel (self, "details");
}

/* The first press has put the cursor on the row. A second one may also begin to drag it, and is no click then. */
static void
sheet_released_cb (GtkGestureClick *gesture, int n_press, double x, double y, PlanWindow *self)
{
  PlanSheet *sheet = plan_plan_page_get_sheet (self->page);
  guint row = plan_row_list_get_cursor_row (plan_plan_page_get_list (self->page));
  graphene_rect_t area;

  if (n_press == 2 && row < plan_row_list_get_n (plan_plan_page_get_list (self->page)) &&
      plan_sheet_get_number_area (sheet, row, &area) &&
      graphene_rect_contains_point (&area, &GRAPHENE_POINT_INIT ((float) x, (float) y)))
    details_cb (NULL, NULL, self);
}

static const GActionEntry view_entries[] = {
  { "side-panel", NULL, NULL, "false", change_side_panel_cb },
  { "panel-page", NULL, "s", "'details'", change_panel_page_cb },
  { "history", history_cb },
  { "finish", finish_cb },
};

static const GActionEntry task_entries[] = {
  { "details", details_cb },
};

/* From the panel back to the sheet; where it covers the chart, it goes. */
static void
leave_cb (PlanWindow *self)
{
  if (self->overlays)
    set_panel_action (self, "side-panel", g_variant_new_boolean (FALSE));
  plan_window_focus_view (self);
}

/* Goes to a task, in whatever project it lies; one that is gone is passed over. */
void
plan_window_show_task (PlanWindow *self, gint64 id)
{
  const PlanTask *task = plan_model_get_task (plan_document_get_model (self->document), id);

  if (task == NULL)
    return;
  if (self->view->of_office)
    plan_window_show_view (self, "plan");
  if (task->project != self->project)
    plan_window_set_project (self, task->project);
  show_task (self, id);
}

static void
project_chosen_cb (PlanWindow *self, gint64 project)
{
  plan_window_set_project (self, project);
}

/* Shows the sidebar when the window has room for it and it was not hidden; a view of the whole office is a list itself. */
static void
restore_sidebar (PlanWindow *self)
{
  gboolean shown = !self->narrow && !self->view->of_office && plan_settings_get_boolean ("sidebar-shown");

  set_panel_action (self, "sidebar", g_variant_new_boolean (shown));
}

/* What stands beside the view that is shown. */
void
plan_window_update_side_panes (PlanWindow *self)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->view_actions), "side-panel")),
                               !self->view->of_office);
  restore_sidebar (self);
  update_panel (self);
}

/* Readies the layout of a new window. The actions of the sidebar are there already. */
void
plan_window_init_layout (PlanWindow *self)
{
  PlanDetailsPanel *details = plan_side_panel_get_details (self->panel);
  PlanHistoryPanel *history = plan_side_panel_get_history (self->panel);
  GtkGesture *click = gtk_gesture_click_new ();
  g_autofree char *page = plan_settings_dup_string ("side-panel-page");

  g_action_map_add_action_entries (G_ACTION_MAP (self->view_actions), view_entries, G_N_ELEMENTS (view_entries), self);
  g_action_map_add_action_entries (G_ACTION_MAP (plan_plan_page_get_task_actions (self->page)), task_entries, G_N_ELEMENTS (task_entries), self);
  plan_details_panel_set_list (details, plan_plan_page_get_list (self->page));
  plan_view_switcher_set_views (self->switcher, self->views);
  g_signal_connect_object (self->panel, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (details, "tell", G_CALLBACK (plan_window_tell), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (details, "task-chosen", G_CALLBACK (plan_window_show_task), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->page, "task-chosen", G_CALLBACK (plan_window_show_task), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (history, "project-chosen", G_CALLBACK (project_chosen_cb), self, G_CONNECT_SWAPPED);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "released", G_CALLBACK (sheet_released_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (plan_plan_page_get_sheet (self->page)), GTK_EVENT_CONTROLLER (click));

  plan_column_memory_follow (plan_plan_page_get_sheet (self->page), plan_plan_page_get_list (self->page));
  restore_sidebar (self);
  self->sidebar_width = plan_settings_get_int ("sidebar-width");
  self->panel_width = plan_settings_get_int ("side-panel-width");
  gtk_paned_set_position (self->sidebar_paned, self->sidebar_width);
  g_signal_connect_object (self->sidebar_paned, "notify::position", G_CALLBACK (position_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sidebar, "notify::visible", G_CALLBACK (plan_window_queue_layout), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->panel_paned, "notify::position", G_CALLBACK (position_changed_cb), self, G_CONNECT_SWAPPED);
  plan_plan_page_set_sheet_width (self->page, plan_settings_get_int ("sheet-width"));
  set_panel_action (self, "panel-page", g_variant_new_string (page));
  set_panel_action (self, "side-panel", g_variant_new_boolean (plan_settings_get_boolean ("side-panel-shown")));
}

static gboolean
needs_layout (PlanWindow *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  return (width < PLAN_NARROW_WIDTH) != self->narrow || (width < PLAN_WIDE_WIDTH) != self->overlays ||
         is_compact (self, width) != self->compact || (!self->panel_placed && !self->overlays && is_panel_shown (self));
}

static void
update_layout (PlanWindow *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  gboolean narrow = width < PLAN_NARROW_WIDTH, overlays = width < PLAN_WIDE_WIDTH;

  if (narrow != self->narrow)
    {
      self->narrow = narrow;
      plan_window_arrange_views (self);
      plan_view_switcher_set_narrow (self->switcher, narrow);
      plan_status_strip_set_narrow (self->status, narrow);
      gtk_widget_set_visible (self->share_label, !narrow);
      gtk_menu_button_set_always_show_arrow (self->share_button, !narrow);
      gtk_widget_set_visible (self->new_label, !narrow);
      gtk_menu_button_set_always_show_arrow (self->new_button, !narrow);
      restore_sidebar (self);
    }
  if (overlays != self->overlays)
    {
      move_panel (self, overlays);
      set_panel_action (self, "side-panel", g_variant_new_boolean (!overlays && plan_settings_get_boolean ("side-panel-shown")));
    }
  update_panel (self);
}

static gboolean
update_layout_cb (gpointer data)
{
  PlanWindow *self = data;

  self->layout_source = 0;
  update_layout (self);
  return G_SOURCE_REMOVE;
}

/* Lays the window out anew for its width when that is another one; soon, for widgets must not appear or go while sizes are
 * handed out. */
void
plan_window_queue_layout (PlanWindow *self)
{
  if (self->layout_source == 0 && gtk_widget_get_width (GTK_WIDGET (self)) > 0 && needs_layout (self))
    self->layout_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_layout_cb, self, NULL);
}

/* Remembers the widths of the panes. */
void
plan_window_save_layout (PlanWindow *self)
{
  plan_settings_set_int ("sidebar-width", self->sidebar_width);
  plan_settings_set_int ("side-panel-width", self->panel_width);
  plan_settings_set_int ("sheet-width", plan_plan_page_get_sheet_width (self->page));
  plan_plan_page_save_load (self->page);
}
