/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What became of a file's content. Values that were taken as they are are only counted; everything that was changed or not
 * taken is an item with its reason. A damaged file may give a reason for each of its values, so only the first thousand
 * single values are kept as items; those that follow are counted together by their reason.
 */

#include "plan-report.h"

#include "plan-json-writer.h"

#include <glib/gi18n-lib.h>

#define MAX_VALUES 1000

static void
free_item (gpointer data)
{
  PlanReportItem *item = data;

  g_free (item->what);
  g_free (item->reason);
  g_free (item->record);
  g_free (item->uid);
  g_free (item->field);
  g_free (item->file);
  g_free (item->planwright);
  g_free (item->name);
  g_free (item);
}

/**
 * plan_report_new:
 *
 * Returns: (transfer full): an empty report
 */
PlanReport *
plan_report_new (void)
{
  PlanReport *self = g_new0 (PlanReport, 1);

  self->items = g_ptr_array_new_with_free_func (free_item);
  return self;
}

/**
 * plan_report_free:
 *
 * Frees the report and its items.
 */
void
plan_report_free (PlanReport *self)
{
  g_ptr_array_unref (self->items);
  g_free (self);
}

/**
 * plan_report_keep:
 * @n: how many values were taken as they are
 */
void
plan_report_keep (PlanReport *self, guint n)
{
  self->kept += n;
}

/**
 * plan_report_add:
 * @what: what it is about, in the user's language
 * @reason: why, in the user's language
 * @count: how often
 *
 * Adds an item; one of the same kind, thing and reason only counts up.
 */
void
plan_report_add (PlanReport *self, PlanReportKind kind, const char *what, const char *reason, guint count)
{
  PlanReportItem *item;

  for (guint i = self->items->len; i > 0 && i + MAX_VALUES > self->items->len; i--)
    {
      item = self->items->pdata[i - 1];
      if (item->record == NULL && item->kind == kind && g_str_equal (item->what, what) && g_str_equal (item->reason, reason))
        {
          item->count += count;
          return;
        }
    }
  item = g_new0 (PlanReportItem, 1);
  item->kind = kind;
  item->what = g_strdup (what);
  item->reason = g_strdup (reason);
  item->count = count;
  g_ptr_array_add (self->items, item);
}

/**
 * plan_report_add_value:
 * @record: kind of record, as in files: "task"
 * @uid: its number in the file
 * @field: the field, as in files: "start"
 * @file: (nullable): what the file says
 * @planwright: (nullable): what is taken or computed instead
 * @reason: why, in the user's language
 *
 * Adds a value that is not as the file says.
 */
void
plan_report_add_value (PlanReport *self, const char *record, const char *uid, const char *field,
                       const char *file, const char *planwright, const char *reason)
{
  PlanReportItem *item;

  if (self->items->len >= MAX_VALUES)
    {
      plan_report_add (self, PLAN_REPORT_CHANGED, _("Further values"), reason, 1);
      return;
    }
  item = g_new0 (PlanReportItem, 1);
  item->kind = PLAN_REPORT_CHANGED;
  item->what = g_strdup_printf ("%s %s: %s", record, uid, field);
  item->reason = g_strdup (reason);
  item->count = 1;
  item->record = g_strdup (record);
  item->uid = g_strdup (uid);
  item->field = g_strdup (field);
  item->file = g_strdup (file);
  item->planwright = g_strdup (planwright);
  g_ptr_array_add (self->items, item);
}

/**
 * plan_report_set_task:
 * @task: id of a task
 * @name: (nullable): its name
 *
 * Says of which task the value is that was added last.
 */
void
plan_report_set_task (PlanReport *self, PlanId task, const char *name)
{
  PlanReportItem *item = self->items->len > 0 ? self->items->pdata[self->items->len - 1] : NULL;

  if (item == NULL || item->record == NULL)
    return;
  item->task = task;
  g_free (item->name);
  item->name = g_strdup (name);
}

/**
 * plan_report_count:
 *
 * Returns: how many values of the kind there are, counts added up
 */
guint
plan_report_count (const PlanReport *self, PlanReportKind kind)
{
  guint count = 0;

  for (guint i = 0; i < self->items->len; i++)
    {
      const PlanReportItem *item = self->items->pdata[i];

      if (item->kind == kind)
        count += item->count;
    }
  return count;
}

static void
write_optional (PlanJsonWriter *writer, const char *key, const char *value)
{
  if (value != NULL)
    plan_json_writer_string (writer, key, value);
}

static void
write_item (PlanJsonWriter *writer, const PlanReportItem *item)
{
  plan_json_writer_begin_object (writer, NULL);
  if (item->record != NULL)
    {
      plan_json_writer_string (writer, "record", item->record);
      plan_json_writer_string (writer, "uid", item->uid);
      plan_json_writer_string (writer, "field", item->field);
      write_optional (writer, "file", item->file);
      write_optional (writer, "planwright", item->planwright);
    }
  else
    {
      plan_json_writer_string (writer, "what", item->what);
      plan_json_writer_integer (writer, "count", item->count);
    }
  plan_json_writer_string (writer, "reason", item->reason);
  plan_json_writer_end_object (writer);
}

static void
write_items (const PlanReport *self, PlanJsonWriter *writer, const char *key, PlanReportKind kind)
{
  plan_json_writer_begin_array (writer, key);
  for (guint i = 0; i < self->items->len; i++)
    {
      const PlanReportItem *item = self->items->pdata[i];

      if (item->kind == kind)
        write_item (writer, item);
    }
  plan_json_writer_end_array (writer);
}

/**
 * plan_report_write:
 * @writer: where to write
 * @key: (nullable): the key within the object around it
 *
 * Writes the report as an object.
 */
void
plan_report_write (const PlanReport *self, PlanJsonWriter *writer, const char *key)
{
  plan_json_writer_begin_object (writer, key);
  plan_json_writer_integer (writer, "kept", (gint64) self->kept);
  write_items (self, writer, "changed", PLAN_REPORT_CHANGED);
  write_items (self, writer, "dropped", PLAN_REPORT_DROPPED);
  plan_json_writer_end_object (writer);
}

/**
 * plan_report_to_json:
 *
 * Returns: (transfer full): the report as a JSON text, as it stands in Planwright JSON
 */
char *
plan_report_to_json (const PlanReport *self)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (PlanJsonWriter) writer = plan_json_writer_new (memory, 2);
  GMemoryOutputStream *stream = G_MEMORY_OUTPUT_STREAM (memory);

  plan_report_write (self, writer, NULL);
  plan_json_writer_finish (writer, NULL);
  return g_strndup (g_memory_output_stream_get_data (stream), g_memory_output_stream_get_data_size (stream));
}
