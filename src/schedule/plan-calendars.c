/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Compiles calendars when the first task asks for them, and once for all that are the same. Calendars that no task and no
 * project uses are never looked at, so an unfinished one does not stand in the way.
 */

#include "plan-calendars.h"

#include "plan-error.h"

#include <glib/gi18n-lib.h>

#define MAX_LEVELS 64

/* Each takes up to a megabyte; a file with more is not a plan that people made. Those that are others with a few days
 * changed do not count. */
#define MAX_CALENDARS 500

/* Numbers fit into 16 bits. */
#define MAX_NUMBERS 60000

struct _PlanCalendars
{
  GHashTable *speaking; /* ids of calendars with weeks or exceptions of their own */
  GHashTable *numbers;  /* number by id */
  GHashTable *both;     /* number of what is working time in two calendars, by the numbers of the two */
  GPtrArray *worktimes;
  guint n_compiled; /* without a base */
  guint depth;      /* of calendars that are derived from one another */
};

/* PlanId is no pointer on every machine, so sets and maps hold the address of an id. */
static PlanId *
copy_id (PlanId id)
{
  return g_memdup2 (&id, sizeof id);
}

/**
 * plan_calendars_new:
 *
 * Returns: (transfer full): an empty set of the calendars of @model
 */
PlanCalendars *
plan_calendars_new (const PlanModel *model)
{
  PlanCalendars *self = g_new0 (PlanCalendars, 1);

  self->speaking = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->numbers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->both = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->worktimes = g_ptr_array_new_with_free_func ((GDestroyNotify) plan_worktime_unref);
  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_WEEK); i++)
    {
      const PlanWeek *week = plan_model_get_at (model, PLAN_RECORD_WEEK, i);

      g_hash_table_add (self->speaking, copy_id (week->calendar));
    }
  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_EXCEPTION); i++)
    {
      const PlanException *exception = plan_model_get_at (model, PLAN_RECORD_EXCEPTION, i);

      if (!g_hash_table_contains (self->speaking, &exception->calendar))
        g_hash_table_add (self->speaking, copy_id (exception->calendar));
    }
  return self;
}

/**
 * plan_calendars_free:
 *
 * Frees the set; calendars that others hold stay.
 */
void
plan_calendars_free (PlanCalendars *self)
{
  g_hash_table_unref (self->speaking);
  g_hash_table_unref (self->numbers);
  g_hash_table_unref (self->both);
  g_ptr_array_unref (self->worktimes);
  g_free (self);
}

/* The calendar that says what holds in this one. */
static PlanId
find_speaking (const PlanCalendars *self, const PlanModel *model, PlanId calendar)
{
  for (guint i = 0; i < MAX_LEVELS && !g_hash_table_contains (self->speaking, &calendar); i++)
    {
      const PlanCalendar *record = plan_model_get_calendar (model, calendar);

      if (record == NULL || plan_model_get_calendar (model, record->parent) == NULL)
        break;
      calendar = record->parent;
    }
  return calendar;
}

/* Those that work at the same times are one, so that people with the same hours need no calendar each. */
static void
take_worktime (PlanCalendars *self, PlanWorktime *worktime, guint32 *number)
{
  for (guint i = 0; i < self->worktimes->len; i++)
    if (plan_worktime_equal (worktime, g_ptr_array_index (self->worktimes, i)))
      {
        plan_worktime_unref (worktime);
        *number = i;
        return;
      }
  *number = self->worktimes->len;
  g_ptr_array_add (self->worktimes, worktime);
}

static gboolean
check_number (guint n, guint most, GError **error)
{
  if (n < most)
    return TRUE;
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_RANGE,
               /* Translators: %d is a number */
               _("Tasks and projects use more than %d different calendars."), (int) most);
  return FALSE;
}

/* A person's calendar is mostly that of the office with a few days off. */
static PlanWorktime *
derive (PlanCalendars *self, const PlanModel *model, PlanId calendar)
{
  const PlanCalendar *record = plan_model_get_calendar (model, calendar);
  guint32 parent;

  if (record == NULL || self->worktimes->len >= MAX_NUMBERS || plan_model_get_calendar (model, record->parent) == NULL ||
      self->depth == MAX_LEVELS)
    return NULL;
  self->depth++;
  if (!plan_calendars_find (self, model, record->parent, &parent, NULL))
    parent = G_MAXUINT32;
  self->depth--;
  return parent != G_MAXUINT32 ? plan_worktime_new_derived (model, calendar, g_ptr_array_index (self->worktimes, parent)) : NULL;
}

static PlanWorktime *
compile (PlanCalendars *self, const PlanModel *model, PlanId calendar, GError **error)
{
  PlanWorktime *worktime = derive (self, model, calendar);

  if (worktime != NULL || !check_number (self->n_compiled, MAX_CALENDARS, error) ||
      !check_number (self->worktimes->len, MAX_NUMBERS, error))
    return worktime;
  worktime = plan_worktime_new_from_model (model, calendar, error);
  self->n_compiled += worktime != NULL;
  return worktime;
}

/**
 * plan_calendars_find:
 * @calendar: a calendar of @model, or %PLAN_ID_NONE for round-the-clock
 * @number: (out): its number in @self
 *
 * Returns: %FALSE with the errors of plan_worktime_new_from_model(), or %PLAN_ERROR_RANGE when there are too many
 */
gboolean
plan_calendars_find (PlanCalendars *self, const PlanModel *model, PlanId calendar, guint32 *number, GError **error)
{
  PlanId speaking;
  gpointer known;

  if (g_hash_table_lookup_extended (self->numbers, &calendar, NULL, &known))
    {
      *number = GPOINTER_TO_UINT (known);
      return TRUE;
    }
  speaking = find_speaking (self, model, calendar);
  if (speaking != calendar)
    {
      if (!plan_calendars_find (self, model, speaking, number, error))
        return FALSE;
    }
  else
    {
      PlanWorktime *worktime = compile (self, model, calendar, error);

      if (worktime == NULL)
        return FALSE;
      take_worktime (self, worktime, number);
    }
  g_hash_table_insert (self->numbers, copy_id (calendar), GUINT_TO_POINTER (*number));
  return TRUE;
}

/**
 * plan_calendars_find_known:
 * @number: (out): its number in @self
 *
 * Returns: whether the calendar has been asked for before
 */
gboolean
plan_calendars_find_known (const PlanCalendars *self, PlanId calendar, guint32 *number)
{
  gpointer known;

  if (!g_hash_table_lookup_extended (self->numbers, &calendar, NULL, &known))
    return FALSE;
  *number = GPOINTER_TO_UINT (known);
  return TRUE;
}

/**
 * plan_calendars_find_both:
 * @a: number of a task's calendar
 * @b: number of a resource's calendar
 * @number: (out): number of the time that is working time in both; @a when there is none
 *
 * Returns: %FALSE with %PLAN_ERROR_RANGE when there are too many calendars
 */
gboolean
plan_calendars_find_both (PlanCalendars *self, guint32 a, guint32 b, guint32 *number, GError **error)
{
  gint64 key = (gint64) MIN (a, b) << 32 | MAX (a, b);
  PlanWorktime *worktime;
  gpointer known;

  *number = a;
  if (a == b)
    return TRUE;
  if (g_hash_table_lookup_extended (self->both, &key, NULL, &known))
    {
      if (GPOINTER_TO_UINT (known) != G_MAXUINT32)
        *number = GPOINTER_TO_UINT (known);
      return TRUE;
    }
  if (!check_number (self->n_compiled, MAX_CALENDARS, error) || !check_number (self->worktimes->len, MAX_NUMBERS, error))
    return FALSE;
  worktime = plan_worktime_new_intersection (plan_calendars_get (self, a), plan_calendars_get (self, b));
  self->n_compiled += worktime != NULL;
  if (worktime != NULL)
    take_worktime (self, worktime, number);
  g_hash_table_insert (self->both, copy_id (key), GUINT_TO_POINTER (worktime != NULL ? *number : G_MAXUINT32));
  return TRUE;
}

/**
 * plan_calendars_get:
 *
 * Returns: (transfer none): the compiled calendar with that number
 */
const PlanWorktime *
plan_calendars_get (const PlanCalendars *self, guint32 number)
{
  return g_ptr_array_index (self->worktimes, number);
}

/**
 * plan_calendars_list:
 *
 * Returns: (transfer container): all compiled calendars by number
 */
const PlanWorktime **
plan_calendars_list (const PlanCalendars *self)
{
  return g_memdup2 (self->worktimes->pdata, self->worktimes->len * sizeof (gpointer));
}

/**
 * plan_calendars_lookup:
 *
 * Returns: (transfer none) (nullable): the compiled calendar, or %NULL when nothing has asked for it
 */
const PlanWorktime *
plan_calendars_lookup (const PlanCalendars *self, PlanId calendar)
{
  gpointer known;

  if (!g_hash_table_lookup_extended (self->numbers, &calendar, NULL, &known))
    return NULL;
  return g_ptr_array_index (self->worktimes, GPOINTER_TO_UINT (known));
}
