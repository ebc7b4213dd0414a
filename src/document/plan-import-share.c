/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an imported plan has in common with the office: people and calendars that are there already are used instead of
 * being doubled. A resource is the same when name and kind are; a base calendar when its name and every one of its days
 * are.
 */

#include "plan-edits-private.h"

#include <string.h>

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* All fields of a record but the one that names its owner. */
static char *
describe_record (PlanRecord record, gconstpointer body)
{
  PlanFieldId first = plan_field_first (record), end = first + plan_field_count (record);
  GString *text = g_string_new (NULL);

  for (PlanFieldId field = first; field < end; field++)
    {
      PlanValue value = plan_field_get_value (field, body);

      if (plan_field_get (field)->flags & PLAN_FIELD_OWNER)
        continue;
      if (value.kind == PLAN_VALUE_TEXT)
        g_string_append_printf (text, "\"%s\"|", value.text);
      else if (value.kind == PLAN_VALUE_INTEGER)
        g_string_append_printf (text, "%" G_GINT64_FORMAT "|", value.integer);
      else
        g_string_append_c (text, '|');
    }
  return g_string_free (text, FALSE);
}

static void
describe_days (const PlanModel *model, PlanRecord record, PlanFieldId owner, PlanId calendar, GPtrArray *lines)
{
  for (guint i = 0; i < plan_model_get_n (model, record); i++)
    {
      gconstpointer body = plan_model_get_at (model, record, i);

      if (plan_field_get_value (owner, body).integer == calendar)
        g_ptr_array_add (lines, describe_record (record, body));
    }
}

/* The whole content of a calendar as one text, the same for equal calendars. */
static char *
describe_calendar (const PlanModel *model, PlanId calendar)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  describe_days (model, PLAN_RECORD_WEEK, PLAN_FIELD_WEEK_CALENDAR, calendar, lines);
  g_ptr_array_add (lines, g_strdup (""));
  describe_days (model, PLAN_RECORD_EXCEPTION, PLAN_FIELD_EXCEPTION_CALENDAR, calendar, lines);
  g_ptr_array_sort (lines, compare_texts);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static gboolean
can_share_calendar (const PlanCalendar *calendar)
{
  return calendar->base && calendar->parent == PLAN_ID_NONE && calendar->name != NULL;
}

static const PlanCalendar *
find_calendar (const PlanModel *office, const PlanModel *import, const PlanCalendar *calendar)
{
  g_autofree char *content = NULL;

  for (guint i = 0; i < plan_model_get_n (office, PLAN_RECORD_CALENDAR); i++)
    {
      const PlanCalendar *other = plan_model_get_at (office, PLAN_RECORD_CALENDAR, i);
      g_autofree char *other_content = NULL;

      if (!can_share_calendar (other) || strcmp (other->name, calendar->name) != 0)
        continue;
      if (content == NULL)
        content = describe_calendar (import, calendar->id);
      other_content = describe_calendar (office, other->id);
      if (strcmp (content, other_content) == 0)
        return other;
    }
  return NULL;
}

static void
share_calendars (const PlanModel *office, const PlanModel *import, GHashTable *shared)
{
  for (guint i = 0; i < plan_model_get_n (import, PLAN_RECORD_CALENDAR); i++)
    {
      const PlanCalendar *calendar = plan_model_get_at (import, PLAN_RECORD_CALENDAR, i);
      const PlanCalendar *other = can_share_calendar (calendar) ? find_calendar (office, import, calendar) : NULL;

      if (other != NULL)
        g_hash_table_insert (shared, (gpointer) &calendar->id, g_memdup2 (&other->id, sizeof (PlanId)));
    }
}

static char *
make_resource_key (const PlanResource *resource)
{
  return g_strdup_printf ("%d %s", resource->type, resource->name);
}

/* Two resources of the file never become one. */
static void
share_resources (const PlanModel *office, const PlanModel *import, GHashTable *shared)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < plan_model_get_n (office, PLAN_RECORD_RESOURCE); i++)
    {
      const PlanResource *resource = plan_model_get_at (office, PLAN_RECORD_RESOURCE, i);

      if (resource->name != NULL)
        g_hash_table_insert (known, make_resource_key (resource), (gpointer) resource);
    }
  for (guint i = 0; i < plan_model_get_n (import, PLAN_RECORD_RESOURCE); i++)
    {
      const PlanResource *resource = plan_model_get_at (import, PLAN_RECORD_RESOURCE, i);
      g_autofree char *key = resource->name != NULL ? make_resource_key (resource) : NULL;
      const PlanResource *other = key != NULL ? g_hash_table_lookup (known, key) : NULL;

      if (other == NULL)
        continue;
      g_hash_table_insert (shared, (gpointer) &resource->id, g_memdup2 (&other->id, sizeof (PlanId)));
      g_hash_table_remove (known, key);
    }
}

/*
 * plan_import_find_shared:
 *
 * Returns: (transfer full): the id in the office for each record of the import that the office has already
 */
GHashTable *
plan_import_find_shared (const PlanModel *office, const PlanModel *import)
{
  GHashTable *shared = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);

  share_calendars (office, import, shared);
  share_resources (office, import, shared);
  return shared;
}
