/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pointer, keys and words of the load: what lies under the pointer is told with its tasks and projects, a click or Enter
 * goes to them, arrows move from cell to cell, and the whole is told in a sentence to who does not see it.
 */

#include "plan-load-pane-private.h"

#include "plan-menu-popover.h"

#include <glib/gi18n.h>
#include <string.h>

/* Tasks that a tooltip and a menu tell. */
#define MOST_TASKS 8

static const char *
get_name (const char *name)
{
  return name != NULL ? name : "";
}

/* The tasks of all who are shown in a cell, those with the most work first. */
static GArray *
list_shares (PlanLoadPane *self, const PlanLoadBar *bar)
{
  GArray *shares = g_array_new (FALSE, FALSE, sizeof (PlanLoadShare));
  g_autoptr (GArray) people = plan_load_pane_list_shown (self);

  for (guint i = 0; i < people->len; i++)
    plan_load_list_shares (plan_load_pane_get_load (self), g_array_index (people, guint, i), bar->start, bar->finish, shares);
  plan_load_sort_shares (shares);
  return shares;
}

/* The stretch of time of a cell: a day, days, or hours. */
static char *
format_cell (const PlanLoadBar *bar)
{
  if (bar->finish - bar->start < PLAN_TICKS_PER_DAY)
    return plan_date_format (bar->start, PLAN_DATE_TIME);
  if (bar->finish - bar->start == PLAN_TICKS_PER_DAY)
    return plan_date_format (bar->start, PLAN_DATE_LONG);
  return plan_date_range_format (plan_ticks_get_day (bar->start), plan_ticks_get_day (bar->finish - 1));
}

static void
add_numbers (GString *text, const PlanLoadCell *load)
{
  g_autofree char *work = plan_load_format_work (load->work), *capacity = plan_load_format_work (load->capacity);

  g_string_append_c (text, '\n');
  /* Translators: beside the load of a person; %1$s is the work, %2$s what the person could do: "320 h of 400 h" */
  g_string_append_printf (text, _("%1$s of %2$s"), work, capacity);
  if (load->over > 0)
    {
      g_autofree char *over = plan_load_format_work (load->over);

      g_string_append (text, " · ");
      /* Translators: beside the load of a person; %s is how much is asked for beyond what the person can do: "12 h" */
      g_string_append_printf (text, _("%s over capacity"), over);
    }
}

static char *
describe_share (PlanLoadPane *self, const PlanLoadShare *share)
{
  const PlanModel *model = plan_document_get_model (self->document);
  const PlanTask *task = plan_model_get_task_at (model, share->task);
  const PlanProject *project = plan_model_get_at (model, PLAN_RECORD_PROJECT, share->project);
  g_autofree char *work = plan_load_format_work (share->work);

  /* Translators: what somebody does in a stretch of time; %1$s is an amount of work, %2$s a task, %3$s its project */
  return g_strdup_printf (_("%1$s %2$s · %3$s"), work, get_name (task->name), get_name (project->name));
}

/* What there is to do in a cell: when, how much, and for which tasks of which projects; or NULL. */
char *
plan_load_pane_describe (PlanLoadPane *self, guint cell)
{
  PlanLoadLayout *layout = plan_load_pane_get_layout (self);
  guint n = 0;
  const PlanLoadBar *bars = layout != NULL ? plan_load_layout_get_bars (layout, &n) : NULL;
  g_autoptr (GArray) shares = NULL;
  g_autofree char *when = NULL;
  GString *text;

  if (cell >= n)
    return NULL;
  shares = list_shares (self, &bars[cell]);
  when = format_cell (&bars[cell]);
  text = g_string_new (when);
  add_numbers (text, &bars[cell].load);
  for (guint i = 0; i < shares->len && i < MOST_TASKS; i++)
    {
      g_autofree char *line = describe_share (self, &g_array_index (shares, PlanLoadShare, i));

      g_string_append_printf (text, "\n%s", line);
    }
  if (shares->len > MOST_TASKS)
    {
      g_string_append_c (text, '\n');
      /* Translators: at the end of a list of tasks; %u is how many more there are */
      g_string_append_printf (text, ngettext ("and %u more", "and %u more", shares->len - MOST_TASKS), shares->len - MOST_TASKS);
    }
  return g_string_free (text, FALSE);
}

static gboolean
query_tooltip_cb (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip, PlanLoadPane *self)
{
  PlanLoadLayout *layout;
  g_autofree char *text = NULL;

  if (keyboard || self->document == NULL || self->update_source != 0)
    return FALSE;
  layout = plan_load_pane_get_layout (self);
  text = layout != NULL ? plan_load_pane_describe (self, plan_load_layout_hit (layout, self->left + x, NULL, y)) : NULL;
  if (text != NULL)
    gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

static char *
describe_projects (PlanLoadPane *self)
{
  PlanLoadLayout *layout = self->document != NULL ? plan_load_pane_get_layout (self) : NULL;
  const guint *projects;
  guint n = layout != NULL ? plan_load_layout_get_projects (layout, &projects) : 0;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      const PlanProject *project = plan_model_get_at (plan_document_get_model (self->document), PLAN_RECORD_PROJECT, projects[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", get_name (project->name));
    }
  return g_string_free (text, FALSE);
}

static gboolean
query_legend_cb (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip, PlanLoadPane *self)
{
  g_autofree char *text = self->update_source == 0 ? describe_projects (self) : NULL;

  if (text == NULL || *text == '\0')
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
go_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plan_load_pane_choose_task (data, g_variant_get_int64 (parameter));
}

static const GActionEntry entries[] = {
  { "go", go_cb, "x" },
};

static GMenuModel *
create_menu (PlanLoadPane *self, const GArray *shares)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < shares->len && i < 2 * MOST_TASKS; i++)
    {
      const PlanLoadShare *share = &g_array_index (shares, PlanLoadShare, i);
      g_autofree char *label = describe_share (self, share);
      g_auto (GStrv) parts = g_strsplit (label, "_", -1);
      g_autofree char *plain = g_strjoinv ("__", parts); /* a name has no key */
      g_autoptr (GMenuItem) item = g_menu_item_new (plain, NULL);
      PlanId task = plan_model_get_task_at (plan_document_get_model (self->document), share->task)->id;

      g_menu_item_set_action_and_target (item, "load.go", "x", task);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

/* One task is gone to at once; of several one is chosen. */
static void
open_cell (PlanLoadPane *self, guint cell)
{
  PlanLoadLayout *layout = plan_load_pane_get_layout (self);
  guint n = 0;
  const PlanLoadBar *bars = layout != NULL ? plan_load_layout_get_bars (layout, &n) : NULL;
  g_autoptr (GArray) shares = cell < n ? list_shares (self, &bars[cell]) : NULL;
  g_autoptr (GMenuModel) model = NULL;
  GtkPopover *popover;
  double x, y, width;

  if (shares == NULL || shares->len == 0)
    return;
  if (shares->len == 1)
    {
      plan_load_pane_choose_task (self, plan_model_get_task_at (plan_document_get_model (self->document),
                                                                g_array_index (shares, PlanLoadShare, 0).task)->id);
      return;
    }
  model = create_menu (self, shares);
  popover = plan_menu_popover_prepare (&self->menu, GTK_WIDGET (self), model);
  gtk_widget_translate_coordinates (self->chart, GTK_WIDGET (self), CLAMP (bars[cell].left - self->left, 0, self->width - 2),
                                    CLAMP (bars[cell].y, 0, self->tall - 2), &x, &y);
  width = MAX (1, MIN (bars[cell].right - bars[cell].left, self->width - x));
  gtk_popover_set_pointing_to (popover, &(GdkRectangle) { (int) x, (int) y, (int) width, 1 });
  gtk_popover_set_position (popover, GTK_POS_TOP);
  gtk_popover_popup (popover);
}

static guint
find_cell (PlanLoadPane *self, PlanTicks start)
{
  PlanLoadLayout *layout = plan_load_pane_get_layout (self);
  guint n = 0;
  const PlanLoadBar *bars = layout != NULL ? plan_load_layout_get_bars (layout, &n) : NULL;

  for (guint i = 0; i < n; i++)
    if (bars[i].start <= start && start < bars[i].finish)
      return i;
  return PLAN_LOAD_NO_CELL;
}

/* Puts the mark of the keyboard on a cell that is seen. */
static void
mark_cell (PlanLoadPane *self, guint cell)
{
  guint n;
  const PlanLoadBar *bars = plan_load_layout_get_bars (plan_load_pane_get_layout (self), &n);
  g_autofree char *text = plan_load_pane_describe (self, cell);

  if (text == NULL)
    return;
  self->cell = bars[cell].start;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chart), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  plan_gantt_view_scroll_to_day (self->view, bars[cell].start, bars[cell].finish);
  gtk_widget_queue_draw (self->chart);
}

static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, PlanLoadPane *self)
{
  PlanLoadLayout *layout = plan_load_pane_get_layout (self);
  guint cell = layout != NULL ? plan_load_layout_hit (layout, self->left + x, NULL, y) : PLAN_LOAD_NO_CELL;

  gtk_widget_grab_focus (self->chart);
  if (cell == PLAN_LOAD_NO_CELL)
    return;
  mark_cell (self, cell);
  open_cell (self, find_cell (self, self->cell));
}

/* From cell to cell; over what is seen the chart scrolls. */
static void
move_cell (PlanLoadPane *self, int step)
{
  PlanLoadLayout *layout = plan_load_pane_get_layout (self);
  guint n = 0, cell = self->cell != PLAN_TICKS_NONE ? find_cell (self, self->cell) : PLAN_LOAD_NO_CELL;
  const PlanLoadBar *bars = layout != NULL ? plan_load_layout_get_bars (layout, &n) : NULL;

  if (n == 0)
    return;
  if (cell == PLAN_LOAD_NO_CELL)
    {
      mark_cell (self, n > 1 ? 1 : 0);
      return;
    }
  if ((step < 0 && cell == 0) || (step > 0 && cell + 1 >= n))
    {
      PlanTicks at = step < 0 ? bars[0].start - 1 : bars[n - 1].finish;

      if (at < PLAN_TICKS_MIN || at >= PLAN_TICKS_MAX - PLAN_TICKS_PER_DAY)
        return;
      plan_gantt_view_scroll_to_day (self->view, at, at + 1);
      cell = find_cell (self, at);
      if (cell != PLAN_LOAD_NO_CELL)
        mark_cell (self, cell);
      return;
    }
  mark_cell (self, cell + (guint) step);
}

/* To the next cell with too much, in the direction of the key. */
static void
find_over (PlanLoadPane *self, int step)
{
  guint n = 0, cell = self->cell != PLAN_TICKS_NONE ? find_cell (self, self->cell) : PLAN_LOAD_NO_CELL;
  PlanLoadLayout *layout = plan_load_pane_get_layout (self);
  const PlanLoadBar *bars = layout != NULL ? plan_load_layout_get_bars (layout, &n) : NULL;

  for (gint64 i = cell == PLAN_LOAD_NO_CELL ? (step > 0 ? 0 : (gint64) n - 1) : (gint64) cell + step; i >= 0 && i < n; i += step)
    if (bars[i].load.over > 0)
      {
        mark_cell (self, (guint) i);
        return;
      }
}

static gboolean
pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType modifiers, PlanLoadPane *self)
{
  gboolean control = (modifiers & GDK_CONTROL_MASK) != 0;

  if (self->document == NULL || (modifiers & (GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_Right:
      if (control)
        find_over (self, key == GDK_KEY_Right ? 1 : -1);
      else
        move_cell (self, key == GDK_KEY_Right ? 1 : -1);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_Menu:
      open_cell (self, self->cell != PLAN_TICKS_NONE ? find_cell (self, self->cell) : PLAN_LOAD_NO_CELL);
      return TRUE;
    default:
      return FALSE;
    }
}

/* The same wheel as over the chart. */
static gboolean
scrolled_cb (GtkEventControllerScroll *controller, double dx, double dy, PlanLoadPane *self)
{
  GdkModifierType modifiers = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  GtkAdjustment *adjustment = self->view != NULL ? gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self->view)) : NULL;
  double step = dx != 0 ? dx : dy, by;

  if (adjustment == NULL)
    return FALSE;
  by = step * gtk_adjustment_get_step_increment (adjustment);
  if ((modifiers & GDK_CONTROL_MASK) != 0)
    plan_gantt_view_zoom_step (self->view, dy < 0 ? 1 : -1);
  else
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + by);
  return TRUE;
}

/* How much there is, of how much, and how often it is too much, over all that is planned. */
static char *
summarise (PlanLoadPane *self)
{
  g_autoptr (GArray) people = plan_load_pane_list_shown (self);
  PlanLoad *load = plan_load_pane_get_load (self);
  PlanLoadCell sum = { 0 };
  g_autofree char *work = NULL, *capacity = NULL, *over = NULL, *first = NULL;

  for (guint i = 0; i < people->len; i++)
    {
      PlanTicks edges[2];

      if (plan_load_get_extent (load, g_array_index (people, guint, i), &edges[0], &edges[1]))
        plan_load_read (load, g_array_index (people, guint, i), edges, 1, &sum);
    }
  work = plan_load_format_work (sum.work);
  capacity = plan_load_format_work (sum.capacity);
  over = plan_load_format_work (sum.over);
  /* Translators: the load of people in words; %u is how many they are */
  first = g_strdup_printf (ngettext ("Load of %u person", "Load of %u people", people->len), people->len);
  /* Translators: the load of people in words; %1$s is "Load of 3 people", %2$s their work, %3$s what they could do,
   * %4$s how much is asked for beyond it; all with a unit */
  return g_strdup_printf (_("%1$s: %2$s of %3$s, %4$s over capacity"), first, work, capacity, over);
}

/* Tells the load in words. */
void
plan_load_pane_update_words (PlanLoadPane *self)
{
  g_autofree char *text = self->document != NULL ? summarise (self) : NULL, *projects = describe_projects (self);

  if (text != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->chart), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->legend), GTK_ACCESSIBLE_PROPERTY_LABEL, projects, -1);
}

/* Lets a new pane follow pointer and keys. */
void
plan_load_pane_init_input (PlanLoadPane *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, 0);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (pressed_cb), self, 0);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scrolled_cb), self, 0);
  gtk_widget_add_controller (self->chart, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (self->chart, keys);
  gtk_widget_add_controller (self->chart, scroll);
  g_signal_connect_object (self->chart, "query-tooltip", G_CALLBACK (query_tooltip_cb), self, 0);
  g_signal_connect_object (self->legend, "query-tooltip", G_CALLBACK (query_legend_cb), self, 0);
  g_signal_connect_object (self->chart, "notify::has-focus", G_CALLBACK (gtk_widget_queue_draw), self->chart, G_CONNECT_SWAPPED);
}
