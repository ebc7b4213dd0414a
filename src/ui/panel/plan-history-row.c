/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One edit in the history: what was done, in which project, when and by whom, whether it was taken back, and what the version
 * after it is called. The row of the edit that undo or redo is about has a button for it; each has a menu of what can be done
 * with that moment, and opens to what the edit changed. Its actions, of the group "history", are the panel's.
 */

#include "plan-history-row.h"

#include "plan-actions.h"
#include "plan-late-menu.h"
#include "plan-tooltip.h"

#include <glib/gi18n-lib.h>

struct _PlanHistoryRow
{
  GtkListBoxRow parent_instance;

  GtkWidget *arrow;
  GtkWidget *title;
  GtkWidget *version; /* a label, or NULL */
  GtkWidget *labels;
  GtkWidget *button;
  GtkWidget *menu_button;
  GtkWidget *words;
  gint64 id;
  PlanId project;
  PlanTicks at; /* local time */
  gboolean undone;
};

G_DEFINE_FINAL_TYPE (PlanHistoryRow, plan_history_row, GTK_TYPE_LIST_BOX_ROW)

static PlanTicks
get_local_time (gint64 at)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (at / G_USEC_PER_SEC);

  if (time == NULL)
    return 0;
  return plan_ticks_from_civil (g_date_time_get_year (time), g_date_time_get_month (time), g_date_time_get_day_of_month (time),
                                g_date_time_get_hour (time), g_date_time_get_minute (time));
}

static gboolean
popup_menu_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (PLAN_HISTORY_ROW (widget)->menu_button));
  return TRUE;
}

static gboolean
expand_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  gboolean expand = g_variant_get_boolean (arguments);

  if (plan_history_row_is_expanded (PLAN_HISTORY_ROW (widget)) != expand)
    gtk_widget_activate (widget);
  return TRUE;
}

static void
plan_history_row_class_init (PlanHistoryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, popup_menu_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, popup_menu_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, expand_cb, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, expand_cb, "b", FALSE);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, PlanHistoryRow *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_menu_button_popup (GTK_MENU_BUTTON (self->menu_button));
}

static void
plan_history_row_init (PlanHistoryRow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/* "14:05 · Li Wei · Shop Relaunch", with what there is. */
static char *
describe_circumstances (PlanHistoryRow *self, const char *author, const char *project_name)
{
  PlanCivil civil;
  GString *text = g_string_new (NULL);

  plan_ticks_to_civil (self->at, &civil);
  g_string_append_printf (text, "%02d:%02d", civil.hour, civil.minute);
  if (author != NULL && *author != '\0')
    g_string_append_printf (text, " · %s", author);
  if (project_name != NULL)
    g_string_append_printf (text, " · %s", project_name);
  return g_string_free (text, FALSE);
}

static GtkWidget *
create_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

static void
strike_through (PlanHistoryRow *self)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  gtk_label_set_attributes (GTK_LABEL (self->title), attributes);
  pango_attr_list_unref (attributes);
  gtk_widget_add_css_class (self->title, "secondary");
}

static void
add_labels (PlanHistoryRow *self, GtkWidget *line, const PlanHistoryEntry *entry, const char *project_name)
{
  g_autofree char *text = plan_step_describe (entry->label, entry->subject);
  g_autofree char *circumstances = describe_circumstances (self, entry->author, project_name);
  g_autofree char *spoken = g_strdup_printf (self->undone ? "%s. %s. %s" : "%s. %s", text, circumstances, C_("history", "Undone"));
  GtkWidget *below = create_label (circumstances);

  self->title = create_label (text);
  gtk_label_set_wrap (GTK_LABEL (self->title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_ellipsize (GTK_LABEL (below), PANGO_ELLIPSIZE_END);
  plan_tooltip_set (below, circumstances);
  gtk_widget_add_css_class (below, "caption");
  gtk_widget_add_css_class (below, "secondary");
  self->labels = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_hexpand (self->labels, TRUE);
  gtk_box_append (GTK_BOX (self->labels), self->title);
  gtk_box_append (GTK_BOX (self->labels), below);
  gtk_box_append (GTK_BOX (line), self->labels);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  if (!self->undone)
    return;
  strike_through (self);
  below = gtk_label_new (C_("history", "Undone"));
  gtk_widget_add_css_class (below, "chip");
  gtk_widget_add_css_class (below, "plain");
  gtk_widget_set_valign (below, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), below);
}

static void
add_menu_button (PlanHistoryRow *self, GtkWidget *line)
{
  self->menu_button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu_button), "view-more-symbolic");
  gtk_widget_set_valign (self->menu_button, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->menu_button, "flat");
  plan_tooltip_set (self->menu_button, _("What can be done with this moment"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What can be done with this moment"), -1);
  gtk_box_append (GTK_BOX (line), self->menu_button);
}

static GtkWidget *
create_line (PlanHistoryRow *self, const PlanHistoryEntry *entry, const char *project_name)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->arrow = gtk_image_new_from_icon_name ("pan-end-symbolic");
  gtk_widget_set_valign (self->arrow, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->arrow, "arrow");
  gtk_box_append (GTK_BOX (line), self->arrow);
  add_labels (self, line, entry, project_name);
  self->button = gtk_button_new ();
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->button, FALSE);
  gtk_box_append (GTK_BOX (line), self->button);
  add_menu_button (self, line);
  return line;
}

/**
 * plan_history_row_new:
 * @entry: an edit
 * @project_name: (nullable): named when it is not clear from what is shown beside
 * @undone: whether it was taken back
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
plan_history_row_new (const PlanHistoryEntry *entry, const char *project_name, gboolean undone)
{
  PlanHistoryRow *self = g_object_new (PLAN_TYPE_HISTORY_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->id = entry->id;
  self->project = entry->project;
  self->at = get_local_time (entry->at);
  self->undone = undone;
  gtk_box_append (GTK_BOX (box), create_line (self, entry, project_name));
  self->words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->words, "words");
  gtk_widget_set_visible (self->words, FALSE);
  gtk_box_append (GTK_BOX (box), self->words);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE, -1);
  return GTK_WIDGET (self);
}

/**
 * plan_history_row_set_version:
 * @name: (nullable): what the office is called as it was after the edit
 */
void
plan_history_row_set_version (PlanHistoryRow *self, const char *name)
{
  g_return_if_fail (PLAN_IS_HISTORY_ROW (self));

  if (self->version != NULL)
    gtk_box_remove (GTK_BOX (self->labels), self->version);
  self->version = NULL;
  if (name == NULL)
    return;
  self->version = gtk_label_new (name);
  gtk_widget_set_halign (self->version, GTK_ALIGN_START);
  gtk_label_set_ellipsize (GTK_LABEL (self->version), PANGO_ELLIPSIZE_END);
  plan_tooltip_set (self->version, name);
  gtk_widget_add_css_class (self->version, "chip");
  gtk_widget_add_css_class (self->version, "info");
  gtk_box_append (GTK_BOX (self->labels), self->version);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, name, -1);
}

static void
append (GMenu *menu, const char *label, const char *action, gint64 target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "x", target);
  g_menu_append_item (menu, item);
}

/**
 * plan_history_row_set_menu:
 * @latest: whether nothing was done since
 * @writable: whether the office can be edited
 *
 * Fills the menu, by whether there is a version and a project.
 */
void
plan_history_row_set_menu (PlanHistoryRow *self, gboolean latest, gboolean writable)
{
  g_autoptr (GMenu) menu = g_menu_new (), look = g_menu_new (), back = g_menu_new (), name = g_menu_new ();

  g_return_if_fail (PLAN_IS_HISTORY_ROW (self));

  if (self->project != PLAN_ID_NONE)
    append (look, _("Go to the project"), "history.show-project", self->project);
  append (look, _("Compare before this with now"), "history.compare", self->id - 1);
  if (!latest)
    append (look, _("Compare after this with now"), "history.compare", self->id);
  if (writable)
    {
      append (back, _("Go back to before this…"), "history.go-back", self->id - 1);
      if (!latest)
        append (back, _("Go back to after this…"), "history.go-back", self->id);
      append (name, self->version != NULL ? _("Rename this version…") : _("Name this version…"), "history.name", self->id);
      if (self->version != NULL)
        append (name, _("Remove the name of this version"), "history.unname", self->id);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (look));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (back));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (name));
  plan_late_menu_set (GTK_MENU_BUTTON (self->menu_button), G_MENU_MODEL (menu));
}

/**
 * plan_history_row_set_step:
 * @can_undo: whether it is the edit that undo takes back
 * @can_redo: whether it is the edit that redo makes again
 */
void
plan_history_row_set_step (PlanHistoryRow *self, gboolean can_undo, gboolean can_redo)
{
  const char *action = can_undo ? "win.undo" : "win.redo";
  g_autofree char *tooltip = plan_actions_get_tooltip (action, NULL);

  g_return_if_fail (PLAN_IS_HISTORY_ROW (self));

  gtk_widget_set_visible (self->button, can_undo || can_redo);
  gtk_button_set_label (GTK_BUTTON (self->button), can_undo ? C_("button", "Undo") : C_("button", "Redo"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), can_undo || can_redo ? action : NULL);
  plan_tooltip_set (self->button, tooltip);
}

/**
 * plan_history_row_get_id:
 *
 * Returns: the number of the entry
 */
gint64
plan_history_row_get_id (PlanHistoryRow *self)
{
  return self->id;
}

/**
 * plan_history_row_get_project:
 *
 * Returns: the project that the edit is about, or %PLAN_ID_NONE
 */
PlanId
plan_history_row_get_project (PlanHistoryRow *self)
{
  return self->project;
}

/**
 * plan_history_row_get_day:
 *
 * Returns: the day of the edit, in local time
 */
PlanDay
plan_history_row_get_day (PlanHistoryRow *self)
{
  return plan_ticks_get_day (self->at);
}

/**
 * plan_history_row_is_undone:
 *
 * Returns: whether the edit was taken back
 */
gboolean
plan_history_row_is_undone (PlanHistoryRow *self)
{
  return self->undone;
}

/**
 * plan_history_row_get_text:
 *
 * Returns: (transfer none): what was done
 */
const char *
plan_history_row_get_text (PlanHistoryRow *self)
{
  return gtk_label_get_label (GTK_LABEL (self->title));
}

/**
 * plan_history_row_get_version:
 *
 * Returns: (transfer none) (nullable): what the version after the edit is called
 */
const char *
plan_history_row_get_version (PlanHistoryRow *self)
{
  return self->version != NULL ? gtk_label_get_label (GTK_LABEL (self->version)) : NULL;
}

/**
 * plan_history_row_get_menu_button:
 *
 * Returns: (transfer none): the button that opens the menu
 */
GtkWidget *
plan_history_row_get_menu_button (PlanHistoryRow *self)
{
  return self->menu_button;
}

/**
 * plan_history_row_is_expanded:
 *
 * Returns: whether what the edit changed is shown
 */
gboolean
plan_history_row_is_expanded (PlanHistoryRow *self)
{
  return gtk_widget_get_visible (self->words);
}

static void
clear_words (PlanHistoryRow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->words)) != NULL)
    gtk_box_remove (GTK_BOX (self->words), child);
}

static GtkWidget *
add_word (PlanHistoryRow *self, const char *text)
{
  GtkWidget *label = create_label (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_box_append (GTK_BOX (self->words), label);
  return label;
}

/* A sentence about a task leads there. */
static void
add_link (PlanHistoryRow *self, const PlanHistoryLine *line)
{
  GtkWidget *button = gtk_button_new (), *label = create_label (line->text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", (gint64) line->task);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "history.show-task");
  plan_tooltip_set (button, _("Go to this task"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, line->text, -1);
  gtk_box_append (GTK_BOX (self->words), button);
}

/**
 * plan_history_row_set_words:
 * @lines: (nullable) (element-type PlanHistoryLine): what the edit changed
 * @reason: (nullable): without @lines, why that cannot be said; %NULL while it is being found out
 */
void
plan_history_row_set_words (PlanHistoryRow *self, GPtrArray *lines, const char *reason)
{
  g_return_if_fail (PLAN_IS_HISTORY_ROW (self));

  clear_words (self);
  if (lines == NULL)
    gtk_widget_add_css_class (add_word (self, reason != NULL ? reason : _("Finding out what changed…")), "secondary");
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const PlanHistoryLine *line = lines->pdata[i];

      if (line->task != PLAN_ID_NONE)
        add_link (self, line);
      else
        gtk_widget_add_css_class (add_word (self, line->text), line->follows ? "follows" : "plain");
    }
}

/**
 * plan_history_row_set_expanded:
 *
 * Shows or hides what the edit changed.
 */
void
plan_history_row_set_expanded (PlanHistoryRow *self, gboolean expanded)
{
  g_return_if_fail (PLAN_IS_HISTORY_ROW (self));

  gtk_widget_set_visible (self->words, expanded);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow), expanded ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, expanded, -1);
}

/**
 * plan_history_describe_day:
 *
 * Returns: (transfer full): the heading of the edits of a day: "Today", "Yesterday" or a date
 */
char *
plan_history_describe_day (PlanDay day)
{
  PlanDay today = plan_ticks_get_day (plan_ticks_now ());

  if (day == today)
    return g_strdup (C_("history", "Today"));
  if (day == today - 1)
    return g_strdup (C_("history", "Yesterday"));
  return plan_date_format (plan_ticks_from_day (day, 0), PLAN_DATE_LONG);
}
