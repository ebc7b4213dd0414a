/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finding one's way in the rows: going to a task, replacing texts, showing what has a text or lies between two dates, levels
 * of the outline, and sorting by the cursor's column.
 */

#include "plan-plan-page-private.h"

#include "plan-edits.h"
#include "plan-error.h"
#include "plan-form.h"
#include "plan-text-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Where a text is replaced; the first stands for all the others but people. */
static const PlanColumnId replaced[] = { PLAN_COLUMN_NAME, PLAN_COLUMN_WBS, PLAN_COLUMN_NOTES, PLAN_COLUMN_RESOURCES };
#define N_ALL_TEXTS 3

static PlanForm *
show_form (PlanPlanPage *self, const char *title, const char *button, const PlanFormRow *rows, guint n_rows, PlanFormApply apply)
{
  PlanForm *form;

  if (plan_row_list_get_rows (self->list) == NULL || !plan_sheet_finish_edit (self->sheet))
    return NULL;
  form = plan_form_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), title, button, rows, n_rows);
  plan_form_set_apply (form, apply, self);
  gtk_window_present (GTK_WINDOW (form));
  return form;
}

static gboolean
is_row (const PlanCellSource *source, guint row, const char *wanted)
{
  const PlanTask *task = plan_model_get_task_at (source->model, source->outline->rows[row].task);
  g_autofree char *number = NULL;

  if (task->blank)
    return FALSE;
  if (plan_text_find (task->name, wanted, NULL) != NULL)
    return TRUE;
  number = task->wbs != NULL ? g_strdup (task->wbs) : plan_outline_get_number (source->outline, row);
  return g_ascii_strcasecmp (number, wanted) == 0;
}

/* The row of that number; else the next one behind the cursor's with that WBS code, or whose name has the text. */
static guint
find_row (PlanPlanPage *self, const char *wanted)
{
  PlanCellSource source = plan_row_list_get_source (self->list);
  guint n = source.outline->n_rows, at = plan_row_list_get_cursor_row (self->list), from = 0;
  gint64 number;

  if (g_ascii_string_to_signed (wanted, 10, 1, n, &number, NULL))
    return (guint) number - 1;
  if (at < plan_row_list_get_n (self->list))
    from = plan_row_list_get_outline_row (self->list, at) + 1;
  for (guint i = 0; i < n; i++)
    if (is_row (&source, (from + i) % n, wanted))
      return (from + i) % n;
  return PLAN_INDEX_NONE;
}

static gboolean
apply_go_to (PlanForm *form, gpointer data, GError **error)
{
  PlanPlanPage *self = data;
  g_autofree char *wanted = plan_form_get_text (form, 0);
  guint row = *wanted != '\0' ? find_row (self, wanted) : PLAN_INDEX_NONE;
  PlanId task;

  if (row == PLAN_INDEX_NONE)
    {
      g_set_error (error, PLAN_ERROR, PLAN_ERROR_NOT_FOUND,
                   /* Translators: %s is what was typed to go to a task */
                   _("There is no row “%s” in this project."), wanted);
      return FALSE;
    }
  task = plan_model_get_task_at (plan_row_list_get_model (self->list), plan_row_list_get_outline (self->list)->rows[row].task)->id;
  plan_row_list_show_task (self->list, task);
  plan_sheet_set_cursor (self->sheet, plan_row_list_find (self->list, task), plan_sheet_get_cursor_column (self->sheet));
  return TRUE;
}

static void
go_to_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  static const PlanFormRow rows[] = { { N_("Row number, WBS code or part of a name"), NULL } };

  show_form (data, _("Go to a task"), C_("button", "Go"), rows, G_N_ELEMENTS (rows), apply_go_to);
}

static gboolean
apply_replace (PlanForm *form, gpointer data, GError **error)
{
  PlanPlanPage *self = data;
  g_autofree char *wanted = plan_form_get_text (form, 0), *with = plan_form_get_text (form, 1), *text = NULL;
  guint choice = plan_form_get_choice (form, 2), n;
  gboolean all = choice == 0;

  if (*wanted == '\0')
    {
      g_set_error_literal (error, PLAN_ERROR, PLAN_ERROR_RANGE, _("Say what is to be found."));
      return FALSE;
    }
  if (!plan_edit_replace (self->document, self->project, all ? replaced : &replaced[choice - 1], all ? N_ALL_TEXTS : 1, wanted, with,
                          &n, error))
    return FALSE;
  text = g_strdup_printf (ngettext ("Replaced %u time.", "Replaced %u times.", n), n);
  plan_plan_page_tell_done (self, text);
  return TRUE;
}

static void
replace_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  static const char *const places[] = { N_("Names, WBS codes and notes"), N_("Task names"), N_("WBS codes"), N_("Notes"), N_("Resources"),
                                        NULL };
  static const PlanFormRow rows[] = { { N_("Find"), NULL }, { N_("Replace with"), NULL }, { N_("In"), places } };

  show_form (data, _("Find and replace"), C_("button", "Replace all"), rows, G_N_ELEMENTS (rows), apply_replace);
}

static gboolean
apply_text (PlanForm *form, gpointer data, GError **error)
{
  PlanPlanPage *self = data;
  const PlanRowWish *wish = plan_row_list_get_wish (self->list);
  g_autofree char *text = plan_form_get_text (form, 0);

  plan_row_list_set_wish (self->list, text, wish->from, wish->to);
  return TRUE;
}

static void
filter_text_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  static const PlanFormRow rows[] = { { N_("Name, WBS code, notes or people contain"), NULL } };
  const PlanRowWish *wish = plan_row_list_get_wish (PLAN_PLAN_PAGE (data)->list);
  PlanForm *form = show_form (data, _("Tasks with a text"), C_("button", "Show"), rows, G_N_ELEMENTS (rows), apply_text);

  if (form != NULL && wish->text != NULL)
    plan_form_set_text (form, 0, wish->text);
}

static gboolean
read_day (PlanForm *form, guint row, PlanTicks *at, GError **error)
{
  g_autofree char *text = plan_form_get_text (form, row);

  if (!plan_date_parse (text, plan_ticks_now (), 0, at, error))
    return FALSE;
  *at = plan_ticks_from_day (plan_ticks_get_day (*at), 0);
  return TRUE;
}

static gboolean
apply_dates (PlanForm *form, gpointer data, GError **error)
{
  PlanPlanPage *self = data;
  PlanTicks from, to;

  if (!read_day (form, 0, &from, error) || !read_day (form, 1, &to, error))
    return FALSE;
  if (to < from)
    {
      g_set_error_literal (error, PLAN_ERROR, PLAN_ERROR_RANGE, _("The last day is before the first one."));
      return FALSE;
    }
  plan_row_list_set_wish (self->list, plan_row_list_get_wish (self->list)->text, from, to + PLAN_TICKS_PER_DAY);
  return TRUE;
}

/* A week from today is offered at first. */
static void
filter_dates_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  static const PlanFormRow rows[] = { { N_("From"), NULL }, { N_("To"), NULL } };
  const PlanRowWish *wish = plan_row_list_get_wish (PLAN_PLAN_PAGE (data)->list);
  PlanForm *form = show_form (data, _("Tasks between two dates"), C_("button", "Show"), rows, G_N_ELEMENTS (rows), apply_dates);
  PlanTicks from = wish->from != PLAN_TICKS_NONE ? wish->from : plan_ticks_now ();
  PlanTicks last = wish->from != PLAN_TICKS_NONE ? wish->to - PLAN_TICKS_PER_DAY : from + 6 * PLAN_TICKS_PER_DAY;
  g_autofree char *first_text = plan_date_format (from, PLAN_DATE_DAY_YEAR), *last_text = plan_date_format (last, PLAN_DATE_DAY_YEAR);

  if (form == NULL)
    return;
  plan_form_set_text (form, 0, first_text);
  plan_form_set_text (form, 1, last_text);
}

/* "level-2": the digit is the level. */
static void
level_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *name = g_action_get_name (G_ACTION (action));

  plan_row_list_expand_to (PLAN_PLAN_PAGE (data)->list, (guint) (name[strlen (name) - 1] - '0'));
}

static void
sort_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlanPlanPage *self = data;
  const char *name = g_action_get_name (G_ACTION (action));

  if (!plan_sheet_finish_edit (self->sheet))
    return;
  if (g_str_equal (name, "sort-none"))
    plan_row_list_set_sort (self->list, PLAN_N_COLUMNS, FALSE);
  else
    plan_row_list_set_sort (self->list, plan_sheet_get_cursor_column (self->sheet), g_str_equal (name, "sort-down"));
}

/* The order that is shown becomes that of the plan, which is then shown as it stands. */
static void
keep_order_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlanPlanPage *self = data;
  g_autofree guint *order = NULL;
  g_autoptr (GError) error = NULL;

  if (!plan_sheet_finish_edit (self->sheet))
    return;
  order = plan_row_list_list_order (self->list);
  if (order == NULL)
    plan_plan_page_tell (self, _("The rows are not sorted."));
  else if (plan_edit_tasks_order (self->document, self->project, order, &error))
    {
      plan_row_list_set_sort (self->list, PLAN_N_COLUMNS, FALSE);
      plan_plan_page_tell_done (self, _("The rows were put in this order."));
    }
  else
    plan_plan_page_tell (self, error->message);
}

static const GActionEntry view_entries[] = {
  { "go-to", go_to_cb },
  { "filter-text", filter_text_cb },
  { "filter-dates", filter_dates_cb },
  { "level-1", level_cb },
  { "level-2", level_cb },
  { "level-3", level_cb },
  { "level-4", level_cb },
  { "sort-up", sort_cb },
  { "sort-down", sort_cb },
  { "sort-none", sort_cb },
};

static const GActionEntry task_entries[] = {
  { "replace", replace_cb },
  { "keep-order", keep_order_cb },
};

/* Makes the actions of a new page. */
void
plan_plan_page_add_find_actions (PlanPlanPage *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self->view_actions), view_entries, G_N_ELEMENTS (view_entries), self);
  g_action_map_add_action_entries (G_ACTION_MAP (self->task_actions), task_entries, G_N_ELEMENTS (task_entries), self);
}
