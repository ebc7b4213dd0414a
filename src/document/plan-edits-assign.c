/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The assignments to a task from the text of its cell: "Li Wei 50%; Zhao Min". Names are parted by commas and semicolons
 * of both scripts; a name of the office that contains one is longer than its parts and wins. Only what differs is
 * written, so an assignment that stays keeps its id.
 */

#include "plan-edits-cells.h"
#include "plan-edits-private.h"
#include "plan-edits-work.h"

#include "plan-error.h"
#include "plan-text-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * Wish:
 * @units: hundredths of a percent, or -1 when none are written
 */
typedef struct
{
  PlanId resource;
  PlanPercent units;
} Wish;

/* Parts of the text between the signs; @end is behind the last letter. */
typedef struct
{
  const char *start;
  const char *end;
} Part;

static guint
count_signs (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    n += plan_text_is_separator (g_utf8_get_char (text));
  return n;
}

static void
note_name (PlanCells *self, const char *name, PlanId id)
{
  char *folded = g_utf8_casefold (name, -1);
  GArray *ids = g_hash_table_lookup (self->resources, folded);

  if (ids == NULL)
    {
      ids = g_array_new (FALSE, FALSE, sizeof (PlanId));
      g_hash_table_insert (self->resources, folded, ids);
    }
  else
    g_free (folded);
  g_array_append_val (ids, id);
  self->most_signs = MAX (self->most_signs, count_signs (name));
}

static void
note_names (PlanCells *self)
{
  guint n = plan_model_get_n (self->model, PLAN_RECORD_RESOURCE);

  if (self->resources != NULL)
    return;
  self->resources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < n; i++)
    {
      const PlanResource *resource = plan_model_get_at (self->model, PLAN_RECORD_RESOURCE, i);

      self->resource_rank = MAX (self->resource_rank, resource->rank);
      if (resource->name != NULL && *resource->name != '\0')
        note_name (self, resource->name, resource->id);
    }
}

static const GArray *
find_name (PlanCells *self, const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  return g_hash_table_lookup (self->resources, folded);
}

/*
 * plan_cells_find_units:
 *
 * Returns: (nullable): where the units begin: in "Li Wei [50%]" the bracket, in "Li Wei 50 %" the number
 */
char *
plan_cells_find_units (char *text)
{
  gsize length = strlen (text);
  char *end = text + length, *at;

  if (length > 0 && end[-1] == ']')
    return strrchr (text, '[');
  if (g_str_has_suffix (text, "%"))
    end -= 1;
  else if (g_str_has_suffix (text, "％"))
    end -= strlen ("％");
  else
    return NULL;
  while (end > text && end[-1] == ' ')
    end--;
  for (at = end; at > text && (g_ascii_isdigit (at[-1]) || at[-1] == '.'); at--)
    continue;
  return at < end ? at : NULL;
}

/* @name: (inout): is cut where its units begin */
static gboolean
split_units (char *name, PlanPercent *units, GError **error)
{
  char *at = plan_cells_find_units (name);
  g_autofree char *number = NULL;

  *units = -1;
  if (at == NULL)
    return TRUE;
  number = g_strdup (at + (*at == '['));
  if (*at == '[')
    number[strlen (number) - 1] = '\0';
  if (!plan_percent_parse (number, units, error))
    return FALSE;
  *at = '\0';
  g_strchomp (name);
  if (*name != '\0')
    return TRUE;
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_PARSE,
               /* Translators: %s is what was typed as the name of a resource */
               _("“%s” names no resource."), number);
  return FALSE;
}

static GArray *
split_parts (const char *text)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));
  Part part = { text, text };

  for (; *part.end != '\0'; part.end = g_utf8_next_char (part.end))
    if (plan_text_is_separator (g_utf8_get_char (part.end)))
      {
        g_array_append_val (parts, part);
        part.start = g_utf8_next_char (part.end);
      }
  g_array_append_val (parts, part);
  return parts;
}

static char *
join_parts (const GArray *parts, guint first, guint last)
{
  const char *start = g_array_index (parts, Part, first).start;

  return g_strstrip (g_strndup (start, (gsize) (g_array_index (parts, Part, last).end - start)));
}

static gboolean
contains (const GArray *wishes, PlanId resource)
{
  for (guint i = 0; i < wishes->len; i++)
    if (g_array_index (wishes, Wish, i).resource == resource)
      return TRUE;
  return FALSE;
}

/* The assignments that the task has before the edit; a new task has none. */
static const guint *
list_assignments (PlanCells *self, PlanId task, guint *n)
{
  guint index = plan_model_find (self->model, PLAN_RECORD_TASK, task);

  *n = 0;
  return index != PLAN_INDEX_NONE ? plan_task_index_get_assignments (plan_cells_get_index (self), index, n) : NULL;
}

static gboolean
is_assigned (PlanCells *self, PlanId task, PlanId resource)
{
  guint index = plan_model_find (self->model, PLAN_RECORD_TASK, task);

  return index != PLAN_INDEX_NONE &&
         plan_task_index_find_assignment (plan_cells_get_index (self), self->model, index, resource) != NULL;
}

/* Of several with that name, one that works on the task already comes first. */
static gboolean
add_wish (PlanCells *self, const PlanTask *task, const char *name, PlanPercent units, GArray *wishes, GError **error)
{
  const GArray *ids = find_name (self, name);
  Wish wish = { PLAN_ID_NONE, units };

  for (guint i = 0; i < ids->len; i++)
    {
      PlanId id = g_array_index (ids, PlanId, i);

      if (contains (wishes, id))
        continue;
      if (wish.resource == PLAN_ID_NONE ||
          (is_assigned (self, task->id, id) && !is_assigned (self, task->id, wish.resource)))
        wish.resource = id;
    }
  if (wish.resource != PLAN_ID_NONE)
    {
      g_array_append_val (wishes, wish);
      return TRUE;
    }
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_RULE,
               /* Translators: %s is the name of a resource */
               _("“%s” is named twice."), name);
  return FALSE;
}

static void
add_resource (PlanCells *self, const char *name)
{
  PlanResource resource;

  plan_edit_init_resource (&resource, self->document, name, PLAN_RESOURCE_WORK);
  self->resource_rank = MAX (self->resource_rank + PLAN_RANK_GAP, resource.rank);
  resource.rank = self->resource_rank;
  plan_batch_insert (self->batch, PLAN_RECORD_RESOURCE, &resource);
  note_name (self, name, resource.id);
}

/* The longest name of the office that begins with part @first. Returns: the part after it, or @first when there is none */
static guint
match_name (PlanCells *self, const GArray *parts, guint first, char **name, PlanPercent *units)
{
  for (guint last = MIN (first + self->most_signs, parts->len - 1) + 1; last-- > first;)
    {
      g_autofree char *text = join_parts (parts, first, last);

      *units = -1;
      if (*text == '\0')
        continue;
      if (find_name (self, text) == NULL && (!split_units (text, units, NULL) || find_name (self, text) == NULL))
        continue;
      *name = g_steal_pointer (&text);
      return last + 1;
    }
  return first;
}

static GArray *
parse_wishes (PlanCells *self, const PlanTask *task, const char *text, GError **error)
{
  g_autoptr (GArray) wishes = g_array_new (FALSE, FALSE, sizeof (Wish));
  g_autoptr (GArray) parts = split_parts (text);

  for (guint first = 0; first < parts->len;)
    {
      g_autofree char *name = NULL;
      PlanPercent units;
      guint next = match_name (self, parts, first, &name, &units);

      if (next == first)
        {
          name = join_parts (parts, first, first);
          next = first + 1;
          if (*name == '\0')
            {
              first = next;
              continue;
            }
          if (!split_units (name, &units, error))
            return NULL;
          add_resource (self, name);
        }
      if (!add_wish (self, task, name, units, wishes, error))
        return NULL;
      first = next;
    }
  return g_steal_pointer (&wishes);
}

/* What follows for work or duration does so by the type of the task; where it has none, the work goes with the units. */
static void
change_units (PlanCells *self, PlanWorkEdit *edit, const PlanAssignment *assignment, PlanPercent units)
{
  PlanTicks work = assignment->work;
  guint share;

  if (units < 0 || units == assignment->units)
    return;
  plan_batch_set_integer (self->batch, PLAN_FIELD_ASSIGNMENT_UNITS, assignment->id, units);
  if (edit != NULL && plan_work_edit_find (edit, assignment->id, &share))
    {
      plan_equation_set_units (&edit->equation, share, units);
      return;
    }
  if (assignment->units > 0)
    work = plan_multiply_divide (work, units, assignment->units);
  plan_batch_set_integer (self->batch, PLAN_FIELD_ASSIGNMENT_WORK, assignment->id, MAX (work, assignment->actual_work));
}

/* Takes from @wishes what there is an assignment for. Work that nobody with a name has is not in the text and stays. */
static void
change_assignments (PlanCells *self, PlanWorkEdit *edit, const PlanTask *task, GArray *wishes)
{
  guint n;
  const guint *items = list_assignments (self, task->id, &n);

  for (guint i = 0; i < n; i++)
    {
      const PlanAssignment *assignment = plan_model_get_assignment_at (self->model, items[i]);
      const PlanResource *resource = plan_model_get_resource (self->model, assignment->resource);
      guint wish = 0;

      if (resource == NULL || resource->name == NULL || *resource->name == '\0')
        continue;
      while (wish < wishes->len && g_array_index (wishes, Wish, wish).resource != assignment->resource)
        wish++;
      if (wish == wishes->len)
        {
          g_hash_table_add (self->owned, (gpointer) &assignment->id);
          if (edit != NULL)
            plan_work_edit_remove (edit, assignment->id);
          continue;
        }
      change_units (self, edit, assignment, g_array_index (wishes, Wish, wish).units);
      g_array_remove_index (wishes, wish);
    }
}

/* The new assignments; those of work get it when all who join are known. */
static void
add_assignments (PlanCells *self, PlanWorkEdit *edit, const PlanTask *task, const GArray *wishes)
{
  g_autofree PlanAssignment *added = g_new (PlanAssignment, wishes->len);

  for (guint i = 0; i < wishes->len; i++)
    {
      const Wish *wish = &g_array_index (wishes, Wish, i);
      const PlanResource *resource = plan_model_get_resource (self->model, wish->resource);
      PlanResourceType type = resource != NULL ? (PlanResourceType) resource->type : PLAN_RESOURCE_WORK;

      plan_edit_init_assignment (&added[i], self->document, task, wish->resource, type,
                                 wish->units >= 0 ? wish->units : PLAN_PERCENT_HUNDRED);
      if (edit != NULL && type == PLAN_RESOURCE_WORK)
        plan_work_edit_add (edit, &added[i]);
    }
  for (guint i = 0; i < wishes->len; i++)
    {
      if (edit != NULL)
        plan_work_edit_take (edit, &added[i]);
      plan_batch_insert (self->batch, PLAN_RECORD_ASSIGNMENT, &added[i]);
    }
}

/**
 * plan_cells_set_resources:
 * @task: the task as it will be
 * @text: "Li Wei 50%; Zhao Min"; empty for nobody
 *
 * See plan_edit_task_set_resources().
 *
 * Returns: %FALSE with an error when the text cannot be read
 */
gboolean
plan_cells_set_resources (PlanCells *self, const PlanTask *task, const char *text, GError **error)
{
  g_autoptr (GArray) wishes = NULL;
  g_autoptr (PlanWorkEdit) edit = NULL;

  note_names (self);
  wishes = parse_wishes (self, task, text, error);
  if (wishes == NULL)
    return FALSE;
  edit = plan_work_edit_new (self->document, self->batch, task);
  change_assignments (self, edit, task, wishes);
  add_assignments (self, edit, task, wishes);
  if (edit != NULL)
    plan_work_edit_write (edit);
  return TRUE;
}
