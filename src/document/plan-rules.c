/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rules that hold in every office and that no way in may pass: edits, scripts, imports, undo and merging all come through
 * here with their change set. Values are looked at before the model takes them, the shape of the plan afterwards; each
 * check costs as much as what changed, or one pass over the links where the outline changed.
 */

#include "plan-rules.h"

#include "plan-error.h"
#include "plan-outline.h"

#include <glib/gi18n-lib.h>

static gboolean
is_reference (const PlanField *field)
{
  return field->type == PLAN_TYPE_ID || field->type == PLAN_TYPE_OWNER_ID;
}

static gboolean
allow_body (const PlanChange *change, GError **error)
{
  PlanFieldId first = plan_field_first (change->record), end = first + plan_field_count (change->record);

  for (PlanFieldId field = first; field < end; field++)
    {
      PlanValue value = plan_field_get_value (field, change->body);

      if (!plan_field_check (field, &value, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * plan_rules_allow_values:
 *
 * Returns: %FALSE with %PLAN_ERROR_RANGE when a field would get a value that it cannot hold
 */
gboolean
plan_rules_allow_values (const PlanChangeSet *changes, GError **error)
{
  guint n = plan_change_set_get_n (changes);
  PlanChange change;

  for (guint i = 0; i < n; i++)
    {
      plan_change_set_get (changes, i, &change);
      if (change.op == PLAN_CHANGE_INSERT && !allow_body (&change, error))
        return FALSE;
      if (change.op == PLAN_CHANGE_UPDATE && !plan_field_check (change.field, &change.new_value, error))
        return FALSE;
    }
  return TRUE;
}

static const char *
get_task_name (const PlanModel *model, PlanId id)
{
  const PlanTask *task = plan_model_get_task (model, id);

  return task != NULL && task->name != NULL ? task->name : "";
}

static gboolean
refuse_reference (const PlanField *field, GError **error)
{
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_NOT_FOUND,
               /* Translators: %s is the name of a field that names another record, as “Project calendar” */
               _("What “%s” names does not exist."), field->label != NULL ? _(field->label) : field->column);
  return FALSE;
}

static gboolean
allow_reference (const PlanModel *model, PlanFieldId id, gconstpointer body, GError **error)
{
  const PlanField *field = plan_field_get (id);
  PlanValue value = plan_field_get_value (id, body);
  PlanRecord target = field->target;

  if (value.kind == PLAN_VALUE_NULL)
    return !(field->flags & PLAN_FIELD_OWNER) || refuse_reference (field, error);
  if (field->type == PLAN_TYPE_OWNER_ID)
    target = (PlanRecord) plan_field_get_value (field->unit_field, body).integer;
  return plan_model_find (model, target, value.integer) != PLAN_INDEX_NONE || refuse_reference (field, error);
}

static gboolean
allow_references (const PlanModel *model, const PlanChange *change, GError **error)
{
  PlanFieldId first = plan_field_first (change->record), end = first + plan_field_count (change->record);
  gconstpointer body = plan_model_lookup (model, change->record, change->id);

  for (PlanFieldId field = first; field < end; field++)
    if (is_reference (plan_field_get (field)) && (change->op == PLAN_CHANGE_INSERT || change->field == field) &&
        !allow_reference (model, field, body, error))
      return FALSE;
  return TRUE;
}

static gboolean
refuse_deletion (PlanRecord record, GError **error)
{
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_RULE,
               /* Translators: %s is a kind of record in the office file, as “calendar” */
               _("What is to be deleted is still used by a record of the kind “%s”."), plan_record_get_table (record));
  return FALSE;
}

/* No record may name one that is gone. */
static gboolean
allow_deletions (const PlanModel *model, GHashTable *deleted, GError **error)
{
  for (PlanFieldId id = 0; id < PLAN_N_FIELDS; id++)
    {
      const PlanField *field = plan_field_get (id);
      guint n = is_reference (field) ? plan_model_get_n (model, field->record) : 0;

      for (guint i = 0; i < n; i++)
        {
          PlanValue value = plan_field_get_value (id, plan_model_get_at (model, field->record, i));

          if (value.kind != PLAN_VALUE_NULL && g_hash_table_contains (deleted, &value.integer))
            return refuse_deletion (field->record, error);
        }
    }
  return TRUE;
}

/**
 * plan_rules_is_below:
 *
 * Returns: whether the task is the summary itself or lies anywhere below it
 */
gboolean
plan_rules_is_below (const PlanModel *model, PlanId task, PlanId summary)
{
  for (guint level = 0; task != PLAN_ID_NONE && level <= PLAN_OUTLINE_MAX_LEVEL; level++)
    {
      const PlanTask *record;

      if (task == summary)
        return TRUE;
      record = plan_model_get_task (model, task);
      task = record != NULL ? record->parent : PLAN_ID_NONE;
    }
  return FALSE;
}

static gboolean
refuse_depth (const PlanTask *task, GError **error)
{
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_RULE,
               /* Translators: %1$s is the name of a task, %2$d a number of levels */
               _("“%1$s” would lie deeper than %2$d levels."), task->name != NULL ? task->name : "", PLAN_OUTLINE_MAX_LEVEL);
  return FALSE;
}

/* Adds the summaries above the task to @summaries; a chain that does not end is a circle. */
static gboolean
allow_parents (const PlanModel *model, const PlanTask *task, GHashTable *summaries, GError **error)
{
  const PlanTask *at = task;

  for (guint level = 1; at->parent != PLAN_ID_NONE; level++)
    {
      const PlanTask *parent = plan_model_get_task (model, at->parent);

      if (parent == task)
        {
          g_set_error (error, PLAN_ERROR, PLAN_ERROR_RULE,
                       /* Translators: %s is the name of a task */
                       _("“%s” cannot lie below itself."), get_task_name (model, task->id));
          return FALSE;
        }
      if (level >= PLAN_OUTLINE_MAX_LEVEL)
        return refuse_depth (task, error);
      if (parent->project != task->project)
        {
          g_set_error (error, PLAN_ERROR, PLAN_ERROR_RULE,
                       /* Translators: %s is the name of a task */
                       _("“%s” cannot lie below a task of another project."), get_task_name (model, task->id));
          return FALSE;
        }
      g_hash_table_add (summaries, (gpointer) &parent->id);
      at = parent;
    }
  return TRUE;
}

/* A task that moved takes everything below it along. */
static gboolean
allow_depth (const PlanModel *model, GError **error)
{
  guint n = plan_model_get_n (model, PLAN_RECORD_TASK);

  for (guint i = 0; i < n; i++)
    {
      const PlanTask *task = plan_model_get_task_at (model, i);
      PlanId parent = task->parent;
      guint level = 1;

      for (; parent != PLAN_ID_NONE && level <= PLAN_OUTLINE_MAX_LEVEL; level++)
        parent = plan_model_get_task (model, parent)->parent;
      if (level > PLAN_OUTLINE_MAX_LEVEL)
        return refuse_depth (task, error);
    }
  return TRUE;
}

static gboolean
allow_actuals (const PlanTask *task, GError **error)
{
  if (task->actual_finish == PLAN_TICKS_NONE || task->actual_start == PLAN_TICKS_NONE || task->actual_start <= task->actual_finish)
    return TRUE;
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_RULE,
               /* Translators: %s is the name of a task */
               _("The actual finish of “%s” must not be before its actual start."), task->name != NULL ? task->name : "");
  return FALSE;
}

static gboolean
allow_calendar (const PlanModel *model, const PlanCalendar *calendar, GError **error)
{
  const PlanCalendar *at = calendar;

  for (guint depth = 1; at->parent != PLAN_ID_NONE; depth++)
    {
      at = plan_model_get_calendar (model, at->parent);
      if (depth >= PLAN_CALENDAR_MAX_DEPTH)
        {
          g_set_error (error, PLAN_ERROR, PLAN_ERROR_RULE,
                       /* Translators: %s is the name of a calendar */
                       _("The calendar “%s” cannot be derived from itself."), calendar->name != NULL ? calendar->name : "");
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * plan_rules_allow_link:
 * @model: the plan as it is, with or without the link
 * @successor_is_summary: whether any task lies below the successor
 *
 * Returns: %FALSE with %PLAN_ERROR_RULE when the two tasks cannot be linked in this way
 */
gboolean
plan_rules_allow_link (const PlanModel *model, const PlanLink *link, gboolean successor_is_summary, GError **error)
{
  const char *predecessor = get_task_name (model, link->predecessor);
  const char *successor = get_task_name (model, link->successor);

  if (link->predecessor == link->successor)
    g_set_error (error, PLAN_ERROR, PLAN_ERROR_RULE,
                 /* Translators: %s is the name of a task */ _("“%s” cannot be linked to itself."), successor);
  else if (plan_rules_is_below (model, link->predecessor, link->successor))
    g_set_error (error, PLAN_ERROR, PLAN_ERROR_RULE,
                 /* Translators: names of two tasks */
                 _("“%s” cannot be linked to its own summary task “%s”."), predecessor, successor);
  else if (plan_rules_is_below (model, link->successor, link->predecessor))
    g_set_error (error, PLAN_ERROR, PLAN_ERROR_RULE,
                 _("“%s” cannot be linked to its own summary task “%s”."), successor, predecessor);
  else if (successor_is_summary && (link->type == PLAN_LINK_FF || link->type == PLAN_LINK_SF))
    g_set_error (error, PLAN_ERROR, PLAN_ERROR_RULE,
                 /* Translators: names of two tasks */
                 _("A link from “%s” cannot drive the finish of the summary task “%s”; link its start or its subtasks."),
                 predecessor, successor);
  else
    return TRUE;
  return FALSE;
}

/* Links that changed, and links of tasks that became summaries or got others above them. */
static gboolean
allow_links (const PlanModel *model, GHashTable *links, GHashTable *summaries, GError **error)
{
  guint n = plan_model_get_n (model, PLAN_RECORD_LINK);

  for (guint i = 0; i < n; i++)
    {
      const PlanLink *link = plan_model_get_link_at (model, i);

      if ((g_hash_table_contains (links, &link->id) || g_hash_table_contains (summaries, &link->predecessor) ||
           g_hash_table_contains (summaries, &link->successor)) &&
          !plan_rules_allow_link (model, link, g_hash_table_contains (summaries, &link->successor), error))
        return FALSE;
    }
  return TRUE;
}

typedef struct
{
  PlanId predecessor;
  PlanId successor;
} Pair;

static guint
hash_pair (gconstpointer key)
{
  const Pair *pair = key;

  return (guint) (((guint64) pair->predecessor * 31 + (guint64) pair->successor) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) >> 32);
}

static gboolean
equal_pairs (gconstpointer a, gconstpointer b)
{
  const Pair *x = a, *y = b;

  return x->predecessor == y->predecessor && x->successor == y->successor;
}

/* @pairs: each new link by its two tasks; the same two tasks may come only once in the whole plan. */
static gboolean
allow_pairs (const PlanModel *model, GHashTable *pairs, GError **error)
{
  guint n = plan_model_get_n (model, PLAN_RECORD_LINK);

  for (guint i = 0; i < n; i++)
    {
      const PlanLink *link = plan_model_get_link_at (model, i);
      Pair pair = { link->predecessor, link->successor };
      const PlanId *own = g_hash_table_lookup (pairs, &pair);

      if (own != NULL && *own != link->id)
        {
          g_set_error (error, PLAN_ERROR, PLAN_ERROR_RULE,
                       /* Translators: names of two tasks */ _("“%s” and “%s” are linked already."),
                       get_task_name (model, link->predecessor), get_task_name (model, link->successor));
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * Shape:
 * @deleted: ids of records that went (an id is the first member of each)
 * @links: ids of links whose form changed; @pairs: their tasks, for new ones
 * @successors: the tasks that changed links lead to
 * @summaries: tasks that have others below them, as far as that matters
 * @moved: whether a task got another summary
 *
 * What of the change set the shape of the plan depends on.
 */
typedef struct
{
  GHashTable *deleted;
  GHashTable *links;
  GHashTable *pairs;
  GHashTable *successors;
  GHashTable *summaries;
  gboolean moved;
} Shape;

static void
init_shape (Shape *self)
{
  self->deleted = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->links = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->pairs = g_hash_table_new_full (hash_pair, equal_pairs, g_free, NULL);
  self->successors = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->summaries = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->moved = FALSE;
}

static void
clear_shape (Shape *self)
{
  g_hash_table_unref (self->deleted);
  g_hash_table_unref (self->links);
  g_hash_table_unref (self->pairs);
  g_hash_table_unref (self->successors);
  g_hash_table_unref (self->summaries);
}

static void
note_link (Shape *self, const PlanLink *link, gboolean is_new)
{
  Pair pair = { link->predecessor, link->successor };

  g_hash_table_add (self->links, (gpointer) &link->id);
  g_hash_table_add (self->successors, (gpointer) &link->successor);
  if (is_new)
    g_hash_table_insert (self->pairs, g_memdup2 (&pair, sizeof pair), (gpointer) &link->id);
}

static gboolean
note_task (Shape *self, const PlanModel *model, const PlanChange *change, const PlanTask *task, GError **error)
{
  gboolean is_new = change->op == PLAN_CHANGE_INSERT;

  if (!is_new && change->field == PLAN_FIELD_TASK_PARENT)
    self->moved = TRUE;
  if ((is_new || change->field == PLAN_FIELD_TASK_PARENT) && !allow_parents (model, task, self->summaries, error))
    return FALSE;
  return allow_actuals (task, error);
}

static gboolean
note_change (Shape *self, const PlanModel *model, const PlanChange *change, GError **error)
{
  gconstpointer body = change->op != PLAN_CHANGE_DELETE ? plan_model_lookup (model, change->record, change->id) : NULL;

  if (body == NULL)
    return TRUE;
  switch (change->record)
    {
    case PLAN_RECORD_TASK:
      return note_task (self, model, change, body, error);
    case PLAN_RECORD_CALENDAR:
      return allow_calendar (model, body, error);
    case PLAN_RECORD_LINK:
      note_link (self, body, change->op == PLAN_CHANGE_INSERT);
      return TRUE;
    default:
      return TRUE;
    }
}

/* Comes first: all further checks follow references. */
static gboolean
allow_all_references (Shape *self, const PlanModel *model, const PlanChangeSet *changes, GError **error)
{
  guint n = plan_change_set_get_n (changes);
  PlanChange change;

  for (guint i = 0; i < n; i++)
    {
      plan_change_set_get (changes, i, &change);
      if (change.op == PLAN_CHANGE_DELETE)
        g_hash_table_add (self->deleted, (gpointer) change.body);
      else if (!allow_references (model, &change, error))
        return FALSE;
    }
  return g_hash_table_size (self->deleted) == 0 || allow_deletions (model, self->deleted, error);
}

static void
find_summaries (Shape *self, const PlanModel *model)
{
  guint n = g_hash_table_size (self->successors) > 0 ? plan_model_get_n (model, PLAN_RECORD_TASK) : 0;

  for (guint i = 0; i < n; i++)
    {
      const PlanTask *task = plan_model_get_task_at (model, i);

      if (task->parent != PLAN_ID_NONE && g_hash_table_contains (self->successors, &task->parent))
        g_hash_table_add (self->summaries, (gpointer) &task->parent);
    }
}

static gboolean
allow_shape (Shape *self, const PlanModel *model, const PlanChangeSet *changes, GError **error)
{
  guint n = plan_change_set_get_n (changes);
  PlanChange change;

  if (!allow_all_references (self, model, changes, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      plan_change_set_get (changes, i, &change);
      if (!note_change (self, model, &change, error))
        return FALSE;
    }
  if (self->moved && !allow_depth (model, error))
    return FALSE;
  if (g_hash_table_size (self->pairs) > 0 && !allow_pairs (model, self->pairs, error))
    return FALSE;
  find_summaries (self, model);
  if (g_hash_table_size (self->links) + g_hash_table_size (self->summaries) == 0)
    return TRUE;
  return allow_links (model, self->links, self->summaries, error);
}

/**
 * plan_rules_allow:
 * @model: the model with the changes in it
 * @changes: what changed
 *
 * Whether the plan still is one: every reference names something, summaries form a tree of at most
 * %PLAN_OUTLINE_MAX_LEVEL levels, links are between tasks that can be linked, once each, actual dates in order.
 *
 * Returns: %FALSE with an error for the person
 */
gboolean
plan_rules_allow (const PlanModel *model, const PlanChangeSet *changes, GError **error)
{
  Shape shape;
  gboolean allowed;

  init_shape (&shape);
  allowed = allow_shape (&shape, model, changes, error);
  clear_shape (&shape);
  return allowed;
}
