/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an edit did, in sentences: what it added, deleted, moved and set, with old and new values, then what followed from
 * it for the dates. Of many things of one kind the first are named and the others counted.
 */

#include "plan-history-words.h"

#include "plan-document.h"
#include "plan-value-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So many things of one kind are named; one more is, rather than counted. */
#define MOST_NAMED 5

/* Longer texts are not repeated. */
#define MOST_CHARS 60

/**
 * Group:
 * @record, @kind, @field: what its sentences have in common; @field is what label the field has, or %NULL
 * @lines: (element-type PlanHistoryLine): the first of them
 * @n: how many there are
 */
typedef struct
{
  PlanRecord record;
  PlanDifferenceKind kind;
  const char *field;
  gboolean is_move;
  GPtrArray *lines;
  guint n;
} Group;

static void
free_line (gpointer data)
{
  PlanHistoryLine *self = data;

  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self);
}

static void
free_group (gpointer data)
{
  g_ptr_array_unref (((Group *) data)->lines);
  g_free (data);
}

/**
 * plan_history_describe:
 *
 * Returns: (transfer full): what an entry of the history is, in the reader's language
 */
char *
plan_history_describe (const PlanHistoryEntry *entry)
{
  g_autofree char *edit = plan_step_describe (entry->label, entry->subject);

  if (entry->undoes != 0)
    /* Translators: an entry of the history; %s is an edit, as: Duration of “Design” */
    return g_strdup_printf (_("Undone: %s"), edit);
  if (entry->redoes != 0)
    /* Translators: an entry of the history; %s is an edit, as: Duration of “Design” */
    return g_strdup_printf (_("Redone: %s"), edit);
  return g_steal_pointer (&edit);
}

static char *
say_whole (const PlanDifference *self)
{
  const char *noun = plan_record_get_noun (self->record);
  gboolean added = self->kind == PLAN_DIFFERENCE_ADDED;
  g_autofree char *below = NULL;

  if (self->n_below == 0)
    /* Translators: %1$s is a kind of thing, as “Task” or “Link”, %2$s is its name, with quotation marks */
    return g_strdup_printf (added ? _("%1$s %2$s added") : _("%1$s %2$s deleted"), noun, self->name);
  below = plan_record_count (PLAN_RECORD_TASK, self->n_below);
  /* Translators: %1$s is a kind of thing, as “Task”, %2$s is its name, with quotation marks, %3$s as “4 tasks” */
  return g_strdup_printf (added ? _("%1$s %2$s added with %3$s below it") : _("%1$s %2$s deleted with %3$s below it"), noun,
                          self->name, below);
}

static char *
say_move (const PlanDifference *self)
{
  if (self->move == PLAN_MOVE_BELOW)
    /* Translators: the names of two tasks, with quotation marks */
    return g_strdup_printf (_("%1$s moved below %2$s"), self->name, self->parent);
  /* Translators: %s is the name of a task, with quotation marks */
  return g_strdup_printf (self->move == PLAN_MOVE_TO_TOP ? _("%s moved to the top level") : _("%s moved to another row"), self->name);
}

static gboolean
is_long (const char *text)
{
  return g_utf8_strlen (text, -1) > MOST_CHARS || strchr (text, '\n') != NULL;
}

static const char *
say_value (const char *text)
{
  return *text != '\0' ? text : C_("value", "none");
}

static char *
say_field (const PlanDifference *self, const PlanFieldDifference *field)
{
  const char *label = plan_field_difference_get_label (field);

  if (field->field != PLAN_N_FIELDS && strcmp (plan_field_get (field->field)->column, "name") == 0 && *field->new_text != '\0')
    /* Translators: %1$s is a kind of thing, as “Task”, %2$s its name, with quotation marks, %3$s its new name */
    return g_strdup_printf (_("%1$s %2$s renamed to “%3$s”"), plan_record_get_noun (self->record), self->name, field->new_text);
  if (is_long (field->old_text) || is_long (field->new_text))
    /* Translators: %1$s is the name of a field, as “Notes”, %2$s that of a task or so, with quotation marks */
    return g_strdup_printf (_("%1$s of %2$s changed"), label, self->name);
  /* Translators: %1$s is the name of a field, as “Duration”, %2$s that of a task or so, with quotation marks; then two values */
  return g_strdup_printf (_("%1$s of %2$s: %3$s → %4$s"), label, self->name, say_value (field->old_text),
                          say_value (field->new_text));
}

static gboolean
has_move (const PlanDifference *self)
{
  return self->move != PLAN_MOVE_NONE;
}

/**
 * plan_difference_count:
 *
 * Returns: how many sentences plan_difference_to_text() has of it
 */
guint
plan_difference_count (const PlanDifference *difference)
{
  return difference->kind != PLAN_DIFFERENCE_CHANGED ? 1 : difference->fields->len + has_move (difference);
}

/**
 * plan_difference_to_text:
 * @change: which one, from 0: a move in the outline comes before the fields
 *
 * Returns: (transfer full): a sentence in the reader's language
 */
char *
plan_difference_to_text (const PlanDifference *difference, guint change)
{
  if (difference->kind != PLAN_DIFFERENCE_CHANGED)
    return say_whole (difference);
  if (has_move (difference) && change == 0)
    return say_move (difference);
  return say_field (difference, difference->fields->pdata[change - has_move (difference)]);
}

static Group *
find_group (GPtrArray *groups, const Group *wanted)
{
  Group *group;

  for (guint i = 0; i < groups->len; i++)
    {
      group = groups->pdata[i];
      if (group->record == wanted->record && group->kind == wanted->kind && group->is_move == wanted->is_move &&
          group->field == wanted->field)
        return group;
    }
  group = g_memdup2 (wanted, sizeof *wanted);
  group->lines = g_ptr_array_new_with_free_func (free_line);
  g_ptr_array_add (groups, group);
  return group;
}

static PlanHistoryLine *
new_line (char *text, PlanId project, PlanId task, gboolean follows)
{
  PlanHistoryLine *line = g_new (PlanHistoryLine, 1);

  *line = (PlanHistoryLine) { text, project, task, follows };
  return line;
}

static void
add_sentence (GPtrArray *groups, const PlanDifference *item, guint change)
{
  gboolean is_move = item->kind == PLAN_DIFFERENCE_CHANGED && has_move (item) && change == 0;
  Group wanted = { .record = item->record, .kind = item->kind, .is_move = is_move }, *group;

  if (item->kind == PLAN_DIFFERENCE_CHANGED && !is_move)
    {
      const PlanFieldDifference *field = item->fields->pdata[change - has_move (item)];

      /* That dates moved is said of all tasks together. */
      if (field->field == PLAN_N_FIELDS)
        return;
      wanted.field = plan_field_get (field->field)->label;
    }
  group = find_group (groups, &wanted);
  if (group->n++ <= MOST_NAMED)
    g_ptr_array_add (group->lines, new_line (plan_difference_to_text (item, change), item->project, item->task, FALSE));
}

static char *
say_others (const Group *self, guint n)
{
  g_autofree char *others = plan_record_count (self->record, n);

  if (self->field != NULL)
    /* Translators: %1$s is the name of a field, as “Duration”; %2$s as “37 tasks” */
    return g_strdup_printf (_("%1$s also changed for %2$s"), _(self->field), others);
  if (self->is_move)
    /* Translators: %s as “37 tasks” */
    return g_strdup_printf (_("Also moved to other rows: %s"), others);
  /* Translators: %s as “37 tasks” */
  return g_strdup_printf (self->kind == PLAN_DIFFERENCE_ADDED ? _("Also added: %s") : _("Also deleted: %s"), others);
}

static void
add_group (GPtrArray *lines, Group *group)
{
  guint n_named = group->n > group->lines->len ? MOST_NAMED : group->n;

  for (guint i = 0; i < n_named; i++)
    {
      g_ptr_array_add (lines, group->lines->pdata[i]);
      group->lines->pdata[i] = NULL;
    }
  if (group->n > n_named)
    g_ptr_array_add (lines, new_line (say_others (group, group->n - n_named), PLAN_ID_NONE, PLAN_ID_NONE, FALSE));
}

/**
 * plan_project_difference_to_text:
 *
 * Returns: (transfer full): how far the dates of a project have moved, in the reader's language
 */
char *
plan_project_difference_to_text (const PlanProjectDifference *project)
{
  g_autofree char *slip = plan_variance_format (project->slip, &project->conversion);
  /* Translators: what followed from an edit */
  g_autofree char *moved = g_strdup_printf (ngettext ("%u task moved", "%u tasks moved", project->n_moved), project->n_moved);

  if (project->finish_text[0] == NULL)
    /* Translators: what followed from an edit: %1$s as “12 tasks moved”, %2$s the name of a project */
    return g_strdup_printf (_("%1$s in “%2$s”; its finish stays"), moved, project->name);
  if (project->n_moved == 0)
    /* Translators: what followed from an edit: the name of a project, two dates, and by how many working days it is later, as “+3 d” */
    return g_strdup_printf (_("Finish of “%1$s”: %2$s → %3$s (%4$s)"), project->name, project->finish_text[0], project->finish_text[1], slip);
  /* Translators: what followed from an edit: the name of a project, two dates, by how many working days it is later, as “+3 d”, and
   * “12 tasks moved” */
  return g_strdup_printf (_("Finish of “%1$s”: %2$s → %3$s (%4$s); %5$s"), project->name, project->finish_text[0], project->finish_text[1],
                          slip, moved);
}

static void
add_projects (GPtrArray *lines, const PlanComparison *comparison)
{
  for (guint i = 0; i < comparison->projects->len && i < MOST_NAMED; i++)
    {
      const PlanProjectDifference *project = comparison->projects->pdata[i];

      g_ptr_array_add (lines, new_line (plan_project_difference_to_text (project), project->id, PLAN_ID_NONE, TRUE));
    }
  if (comparison->projects->len > MOST_NAMED)
    {
      g_autofree char *others = plan_record_count (PLAN_RECORD_PROJECT, comparison->projects->len - MOST_NAMED);

      /* Translators: what followed from an edit: %s as “3 projects” */
      g_ptr_array_add (lines, new_line (g_strdup_printf (_("Dates also moved in %s"), others), PLAN_ID_NONE, PLAN_ID_NONE, TRUE));
    }
}

/**
 * plan_history_words_new:
 * @comparison: what an edit changed
 *
 * Returns: (transfer full) (element-type PlanHistoryLine): what it did, then what followed from it; at least one sentence
 */
GPtrArray *
plan_history_words_new (const PlanComparison *comparison)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (free_line);
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (free_group);

  for (guint i = 0; i < comparison->items->len; i++)
    for (guint change = 0; change < plan_difference_count (comparison->items->pdata[i]); change++)
      add_sentence (groups, comparison->items->pdata[i], change);
  for (guint i = 0; i < groups->len; i++)
    add_group (lines, groups->pdata[i]);
  add_projects (lines, comparison);
  if (lines->len == 0)
    g_ptr_array_add (lines, new_line (g_strdup (_("Nothing that can be seen changed")), PLAN_ID_NONE, PLAN_ID_NONE, FALSE));
  return lines;
}
