/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What two moments of the office differ in, a row for each thing that came, went or moved and for each value that changed.
 * Rows are made when they are looked at.
 */

#include "plan-compare-list.h"

#include "plan-value-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Which sentence of which difference. */
typedef struct
{
  guint item;
  guint change;
} Place;

struct _PlanCompareRow
{
  GObject parent_instance;

  PlanPast *past;
  const PlanDifference *item;
  guint change;
};

struct _PlanCompareList
{
  GObject parent_instance;

  PlanPast *past;
  char *words; /* folded, or NULL */
  GArray *places;
};

static void plan_compare_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE (PlanCompareRow, plan_compare_row, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE_WITH_CODE (PlanCompareList, plan_compare_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, plan_compare_list_model_init))

static void
plan_compare_row_finalize (GObject *object)
{
  plan_past_unref (PLAN_COMPARE_ROW (object)->past);
  G_OBJECT_CLASS (plan_compare_row_parent_class)->finalize (object);
}

static void
plan_compare_row_class_init (PlanCompareRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plan_compare_row_finalize;
}

static void
plan_compare_row_init (PlanCompareRow *self)
{
}

/* The field that the row is about, or NULL. */
static const PlanFieldDifference *
get_field (const PlanDifference *item, guint change)
{
  guint n_moves = item->move != PLAN_MOVE_NONE;

  return item->kind == PLAN_DIFFERENCE_CHANGED && change >= n_moves ? item->fields->pdata[change - n_moves] : NULL;
}

static char *
get_name (const PlanDifference *item)
{
  if (item->record == PLAN_RECORD_TASK)
    return g_strdup (item->title);
  /* Translators: a kind of thing, as “Resource”, then its name; in a table */
  return g_strdup_printf (C_("comparison", "%1$s %2$s"), plan_record_get_noun (item->record), item->title);
}

static const char *
get_what (const PlanDifference *item, const PlanFieldDifference *field)
{
  if (field != NULL)
    return plan_field_difference_get_label (field);
  if (item->kind == PLAN_DIFFERENCE_CHANGED)
    return C_("comparison", "Moved");
  return item->kind == PLAN_DIFFERENCE_ADDED ? C_("comparison", "Added") : C_("comparison", "Deleted");
}

/* What a row without a field says of the moment in which the thing is there. */
static char *
get_whole (const PlanDifference *item, gboolean after)
{
  if (item->move == PLAN_MOVE_BELOW && after)
    return g_strdup (item->parent);
  if (item->n_below > 0 && after == (item->kind == PLAN_DIFFERENCE_ADDED))
    {
      g_autofree char *tasks = plan_record_count (PLAN_RECORD_TASK, item->n_below);

      /* Translators: in a table, of a task that was added or deleted; %s as “4 tasks” */
      return g_strdup_printf (C_("comparison", "with %s"), tasks);
    }
  return g_strdup ("");
}

static char *
get_slip (const PlanDifference *item, const PlanFieldDifference *field)
{
  if (field == NULL || field->result != PLAN_RESULT_FINISH || item->slip == 0)
    return g_strdup ("");
  return plan_variance_format (item->slip, &item->conversion);
}

static char *
get_text (const PlanDifference *item, guint change, PlanCompareColumn column)
{
  const PlanFieldDifference *field = get_field (item, change);

  switch (column)
    {
    case PLAN_COMPARE_NAME:
      return get_name (item);
    case PLAN_COMPARE_WHAT:
      return g_strdup (get_what (item, field));
    case PLAN_COMPARE_BEFORE:
      return field != NULL ? g_strdup (field->old_text) : get_whole (item, FALSE);
    case PLAN_COMPARE_AFTER:
      return field != NULL ? g_strdup (field->new_text) : get_whole (item, TRUE);
    default:
      return get_slip (item, field);
    }
}

/**
 * plan_compare_row_get_text:
 *
 * Returns: (transfer full): what the row says in a column
 */
char *
plan_compare_row_get_text (PlanCompareRow *self, PlanCompareColumn column)
{
  g_return_val_if_fail (PLAN_IS_COMPARE_ROW (self), NULL);

  return get_text (self->item, self->change, column);
}

/**
 * plan_compare_row_get_task:
 *
 * Returns: the task it is about, or %PLAN_ID_NONE when there is none in the later moment
 */
PlanId
plan_compare_row_get_task (PlanCompareRow *self)
{
  g_return_val_if_fail (PLAN_IS_COMPARE_ROW (self), PLAN_ID_NONE);

  return self->item->task;
}

static GType
plan_compare_list_get_item_type (GListModel *list)
{
  return PLAN_TYPE_COMPARE_ROW;
}

static guint
plan_compare_list_get_n_items (GListModel *list)
{
  return PLAN_COMPARE_LIST (list)->places->len;
}

static gpointer
plan_compare_list_get_item (GListModel *list, guint position)
{
  PlanCompareList *self = PLAN_COMPARE_LIST (list);
  const Place *place;
  PlanCompareRow *row;

  if (position >= self->places->len)
    return NULL;
  place = &g_array_index (self->places, Place, position);
  row = g_object_new (PLAN_TYPE_COMPARE_ROW, NULL);
  row->past = plan_past_ref (self->past);
  row->item = self->past->comparison->items->pdata[place->item];
  row->change = place->change;
  return row;
}

static void
plan_compare_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = plan_compare_list_get_item_type;
  iface->get_n_items = plan_compare_list_get_n_items;
  iface->get_item = plan_compare_list_get_item;
}

static void
plan_compare_list_finalize (GObject *object)
{
  PlanCompareList *self = PLAN_COMPARE_LIST (object);

  g_clear_pointer (&self->past, plan_past_unref);
  g_array_unref (self->places);
  g_free (self->words);
  G_OBJECT_CLASS (plan_compare_list_parent_class)->finalize (object);
}

static void
plan_compare_list_class_init (PlanCompareListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plan_compare_list_finalize;
}

static void
plan_compare_list_init (PlanCompareList *self)
{
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
}

static gboolean
has_words (const char *text, const char *words)
{
  g_autofree char *folded = text != NULL ? g_utf8_casefold (text, -1) : NULL;

  return folded != NULL && strstr (folded, words) != NULL;
}

static const char *
get_project_name (PlanCompareList *self, PlanId id)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->past->models); i++)
    {
      const PlanProject *project = plan_model_get_project (self->past->models[i], id);

      if (project != NULL)
        return project->name;
    }
  return NULL;
}

static gboolean
is_wanted (PlanCompareList *self, const PlanDifference *item, guint change)
{
  if (self->words == NULL || has_words (get_project_name (self, item->project), self->words))
    return TRUE;
  for (PlanCompareColumn column = 0; column < PLAN_N_COMPARE_COLUMNS; column++)
    {
      g_autofree char *text = get_text (item, change, column);

      if (has_words (text, self->words))
        return TRUE;
    }
  return FALSE;
}

static void
fill (PlanCompareList *self)
{
  guint n_before = self->places->len;

  g_array_set_size (self->places, 0);
  for (guint i = 0; self->past != NULL && i < self->past->comparison->items->len; i++)
    {
      const PlanDifference *item = self->past->comparison->items->pdata[i];

      for (guint change = 0; change < plan_difference_count (item); change++)
        {
          Place place = { i, change };

          if (is_wanted (self, item, change))
            g_array_append_val (self->places, place);
        }
    }
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->places->len);
}

/**
 * plan_compare_list_new:
 *
 * Returns: (transfer full): an empty list
 */
PlanCompareList *
plan_compare_list_new (void)
{
  return g_object_new (PLAN_TYPE_COMPARE_LIST, NULL);
}

/**
 * plan_compare_list_set_past:
 * @past: the comparison that is listed from now on
 */
void
plan_compare_list_set_past (PlanCompareList *self, PlanPast *past)
{
  g_return_if_fail (PLAN_IS_COMPARE_LIST (self) && past != NULL);

  plan_past_ref (past);
  g_clear_pointer (&self->past, plan_past_unref);
  self->past = past;
  fill (self);
}

/**
 * plan_compare_list_set_words:
 * @words: only rows that have them, or the project of which has; "" for all
 */
void
plan_compare_list_set_words (PlanCompareList *self, const char *words)
{
  g_return_if_fail (PLAN_IS_COMPARE_LIST (self) && words != NULL);

  g_free (self->words);
  self->words = *words != '\0' ? g_utf8_casefold (words, -1) : NULL;
  fill (self);
}
