/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a cell may go on with while somebody types into it: people whose names have the letters, tasks that the letters or
 * digits stand for. Only the item under the caret is completed: units behind a name, type and lag behind a row stay, and so
 * does what stands before and behind the item.
 */

#include "plan-complete.h"

#include "plan-edits-cells.h"
#include "plan-text-scan.h"

#include <string.h>

/**
 * Item:
 * @before: what stands before the item, with the spaces between; @after: what stands behind it
 * @query: what is to be completed
 * @kept: units, or type and lag
 */
typedef struct
{
  char *before;
  char *query;
  char *kept;
  char *after;
} Item;

/* How well something fits: the lower the better. */
enum {
  FITS_EXACTLY,
  FITS_BEGINNING,
  FITS_WORD,
  FITS_INSIDE,
  FITS_NOT,
};

static void
clear_item (Item *self)
{
  g_free (self->before);
  g_free (self->query);
  g_free (self->kept);
  g_free (self->after);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Item, clear_item)

static void
free_completion (gpointer data)
{
  PlanCompletion *self = data;

  g_free (self->label);
  g_free (self->detail);
  g_free (self->text);
  g_free (self);
}

/* Where type and lag begin behind the digits of a row or the name of a task, or the end. */
static const char *
find_link (const char *text)
{
  static const char *const types[] = { "FS", "SS", "FF", "SF" };
  const char *at = text + strspn (text, "0123456789."), *found = text + strlen (text);

  if (at > text)
    return at;
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    for (const char *end, *place = plan_text_find (text, types[i], &end); place != NULL; place = plan_text_find (end, types[i], &end))
      if (place > text && place[-1] == ' ' && (*end == '\0' || *end == ' ' || *end == '+' || *end == '-'))
        found = MIN (found, place);
  return found;
}

/* Takes the text apart around the caret. Signs between quotes part nothing: they are in the name of a project. */
static void
read_item (PlanColumnId column, const char *text, int caret, Item *item)
{
  const char *at = g_utf8_offset_to_pointer (text, CLAMP (caret, 0, (int) g_utf8_strlen (text, -1)));
  const char *start = text, *end = text, *kept;
  g_autofree char *part = NULL;
  gboolean quoted = FALSE;

  for (; *end != '\0'; end = g_utf8_next_char (end))
    {
      quoted ^= column == PLAN_COLUMN_PREDECESSORS && *end == '\'';
      if (quoted || !plan_text_is_separator (g_utf8_get_char (end)))
        continue;
      if (end >= at)
        break;
      start = g_utf8_next_char (end);
    }
  while (*start == ' ' && start < end)
    start++;
  part = g_strndup (start, (gsize) (end - start));
  kept = column == PLAN_COLUMN_RESOURCES ? plan_cells_find_units (part) : find_link (part);
  if (kept == NULL)
    kept = part + strlen (part);
  item->before = g_strndup (text, (gsize) (start - text));
  item->query = g_strstrip (g_strndup (part, MIN ((gsize) (kept - part), (gsize) (MAX (at, start) - start))));
  item->kept = g_strdup (kept);
  item->after = g_strdup (end);
  /* Behind the units nothing is completed. */
  if (at > start + (kept - part) && *kept != '\0')
    g_clear_pointer (&item->query, g_free);
}

static guint
get_fit (const char *name, const char *query)
{
  const char *end, *place = name != NULL ? plan_text_find (name, query, &end) : NULL;

  if (place == NULL)
    return FITS_NOT;
  if (place == name)
    return *end == '\0' ? FITS_EXACTLY : FITS_BEGINNING;
  return g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (place))) ? FITS_INSIDE : FITS_WORD;
}

static void
add (GPtrArray *list, const Item *item, const char *inserted, const char *label, const char *detail, guint number)
{
  gboolean spaced = *item->kept != '\0' && number == 0;
  g_autofree char *head = g_strconcat (item->before, inserted, spaced ? " " : "", item->kept, NULL);
  PlanCompletion *completion = g_new0 (PlanCompletion, 1);

  completion->label = g_strdup (label);
  completion->detail = g_strdup (detail);
  completion->number = number;
  completion->text = g_strconcat (head, item->after, NULL);
  completion->caret = (int) g_utf8_strlen (head, -1);
  g_ptr_array_add (list, completion);
}

/* Whether somebody is named in the other items already. */
static gboolean
is_named (const Item *item, const char *name)
{
  const char *const texts[] = { item->before, item->after };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    for (const char *end, *place = plan_text_find (texts[i], name, &end); place != NULL; place = plan_text_find (end, name, &end))
      {
        gunichar behind = g_utf8_get_char (end);
        gunichar ahead = place > texts[i] ? g_utf8_get_char (g_utf8_prev_char (place)) : 0;

        if ((behind == 0 || behind == ' ' || behind == '[' || plan_text_is_separator (behind)) &&
            (ahead == 0 || ahead == ' ' || plan_text_is_separator (ahead)))
          return TRUE;
      }
  return FALSE;
}

static void
list_people (const PlanCellSource *source, const Item *item, guint most, GPtrArray *list)
{
  guint n = plan_model_get_n (source->model, PLAN_RECORD_RESOURCE);

  for (guint fit = FITS_EXACTLY; fit < FITS_NOT; fit++)
    for (guint i = 0; i < n && list->len < most; i++)
      {
        const PlanResource *resource = plan_model_get_at (source->model, PLAN_RECORD_RESOURCE, i);
        guint own = *item->query == '\0' ? FITS_BEGINNING : get_fit (resource->name, item->query);

        if (own == fit && resource->name != NULL && *resource->name != '\0' && !resource->inactive && !is_named (item, resource->name))
          add (list, item, resource->name, resource->name, resource->group, 0);
      }
}

/* A row by its number or WBS code, else a task by its name. */
static guint
get_task_fit (const PlanCellSource *source, guint row, const PlanTask *task, const char *query, gboolean numeric)
{
  g_autofree char *number = NULL;

  if (!numeric)
    return MIN (get_fit (task->name, query), task->wbs != NULL ? get_fit (task->wbs, query) : FITS_NOT);
  if (strchr (query, '.') == NULL)
    number = g_strdup_printf ("%u", row + 1);
  else
    number = task->wbs != NULL ? g_strdup (task->wbs) : plan_outline_get_number (source->outline, row);
  if (!g_str_has_prefix (number, query))
    return FITS_NOT;
  return number[strlen (query)] == '\0' ? FITS_EXACTLY : FITS_BEGINNING;
}

/* A task waits neither for itself nor for what it lies in or what lies in it. */
static gboolean
can_precede (const PlanOutline *outline, guint row, guint own)
{
  if (own == PLAN_INDEX_NONE)
    return TRUE;
  return !(row <= own && own < outline->rows[row].end) && !(own <= row && row < outline->rows[own].end);
}

static void
add_task (const PlanCellSource *source, const Item *item, guint row, GPtrArray *list)
{
  const PlanOutlineRow *line = &source->outline->rows[row];
  const PlanTask *task = plan_model_get_task_at (source->model, line->task);
  const char *summary =
    line->parent != PLAN_INDEX_NONE ? plan_model_get_task_at (source->model, source->outline->rows[line->parent].task)->name : NULL;
  g_autofree char *number = g_strdup_printf ("%u", row + 1);

  add (list, item, number, task->name != NULL ? task->name : "", summary, row + 1);
}

static void
list_tasks (const PlanCellSource *source, PlanId task, const Item *item, gboolean numeric, guint most, GPtrArray *list)
{
  guint index = plan_model_find (source->model, PLAN_RECORD_TASK, task);
  guint own = index != PLAN_INDEX_NONE ? source->outline->row_of_task[index] : PLAN_INDEX_NONE;
  GArray *found[FITS_NOT];

  for (guint fit = 0; fit < FITS_NOT; fit++)
    found[fit] = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint row = 0; row < source->outline->n_rows; row++)
    {
      const PlanTask *other = plan_model_get_task_at (source->model, source->outline->rows[row].task);
      guint fit = other->blank || !can_precede (source->outline, row, own)
                    ? FITS_NOT : get_task_fit (source, row, other, item->query, numeric);

      if (fit < FITS_NOT && found[fit]->len < most)
        g_array_append_val (found[fit], row);
    }
  for (guint fit = 0; fit < FITS_NOT; fit++)
    {
      for (guint i = 0; i < found[fit]->len && list->len < most; i++)
        add_task (source, item, g_array_index (found[fit], guint, i), list);
      g_array_unref (found[fit]);
    }
}

/**
 * plan_completion_is_offered:
 *
 * Returns: whether there is something to complete in the cells of a column
 */
gboolean
plan_completion_is_offered (PlanColumnId column)
{
  return column == PLAN_COLUMN_RESOURCES || column == PLAN_COLUMN_PREDECESSORS;
}

/**
 * plan_completion_list:
 * @task: whose cell it is, or %PLAN_ID_NONE for one that is not there yet
 * @text: what was typed so far; @caret: where, in characters
 * @most: of so many the best ones
 * @unread: (out): whether what is typed means nothing until one of the list is chosen
 *
 * Lists what the item under the caret may become. What stands there already is not offered again.
 *
 * Returns: (transfer full) (element-type PlanCompletion): the best first; empty when there is nothing to choose
 */
GPtrArray *
plan_completion_list (PlanColumnId column, const PlanCellSource *source, PlanId task, const char *text, int caret, guint most,
                      gboolean *unread)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (free_completion);
  g_auto (Item) item = { NULL };
  gboolean numeric;

  *unread = FALSE;
  if (!plan_completion_is_offered (column))
    return list;
  read_item (column, text, caret, &item);
  if (item.query == NULL || (*item.query == '\0' && (column == PLAN_COLUMN_PREDECESSORS || *item.before == '\0')))
    return list;
  numeric = item.query[strspn (item.query, "0123456789.")] == '\0';
  if (column == PLAN_COLUMN_RESOURCES)
    list_people (source, &item, most, list);
  else
    list_tasks (source, task, &item, numeric, most, list);
  *unread = column == PLAN_COLUMN_PREDECESSORS && (!numeric || strchr (item.query, '.') != NULL);
  if (list->len == 1 && strcmp (((PlanCompletion *) list->pdata[0])->text, text) == 0)
    g_ptr_array_set_size (list, 0);
  return list;
}
