/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One edit in the history: what was done, in which project, when and by whom, and whether it was taken back. The row of the
 * edit that undo or redo is about has a button for it.
 */

#include "plan-history-row.h"

#include "plan-actions.h"
#include "plan-tooltip.h"

#include <glib/gi18n-lib.h>

struct _PlanHistoryRow
{
  GtkListBoxRow parent_instance;

  GtkWidget *title;
  GtkWidget *button;
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

static void
plan_history_row_class_init (PlanHistoryRowClass *klass)
{
}

static void
plan_history_row_init (PlanHistoryRow *self)
{
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
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
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
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), self->title);
  gtk_box_append (GTK_BOX (box), below);
  gtk_box_append (GTK_BOX (line), box);
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
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->id = entry->id;
  self->project = entry->project;
  self->at = get_local_time (entry->at);
  self->undone = undone;
  add_labels (self, line, entry, project_name);
  self->button = gtk_button_new ();
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->button, FALSE);
  gtk_box_append (GTK_BOX (line), self->button);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), line);
  return GTK_WIDGET (self);
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
