/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The report of an import as people read it: values of the same field that were changed for the same reason are one line,
 * by kind of record; the single values stand below it.
 */

#include "plan-import-lines.h"

#include "plan-result-fields.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More single values than this are counted, not listed: nobody reads them. */
#define MAX_DETAILS 50

/* Kinds of records that files have values of; others go by the name that they have in files. */
static const struct
{
  PlanRecord record;
  const char *label;
} kinds[] = {
  { PLAN_RECORD_PROJECT, NC_("kind of record", "Project") },
  { PLAN_RECORD_CALENDAR, NC_("kind of record", "Calendars") },
  { PLAN_RECORD_TASK, NC_("kind of record", "Tasks") },
  { PLAN_RECORD_LINK, NC_("kind of record", "Links") },
  { PLAN_RECORD_RESOURCE, NC_("kind of record", "Resources") },
  { PLAN_RECORD_ASSIGNMENT, NC_("kind of record", "Assignments") },
  { PLAN_RECORD_BASELINE, NC_("kind of record", "Baselines") },
  { PLAN_RECORD_CUSTOM_VALUE, NC_("kind of record", "Custom fields") },
};

static void
free_line (gpointer data)
{
  PlanImportLine *line = data;

  g_free (line->title);
  g_free (line->reason);
  g_ptr_array_unref (line->details);
  g_array_unref (line->tasks);
  g_free (line);
}

static const char *
get_record_label (const char *table)
{
  for (guint i = 0; table != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (plan_record_get_table (kinds[i].record), table) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, "kind of record", kinds[i].label);
  return "";
}

/* The name of a field as people know it; elements of foreign files keep theirs. */
static const char *
get_field_label (const char *table, const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);
  PlanResultId result = plan_result_find (lower);
  PlanFieldId field;
  PlanRecord record;

  if (strcmp (table, plan_record_get_table (PLAN_RECORD_TASK)) == 0 && result != PLAN_N_RESULTS)
    return g_dgettext (GETTEXT_PACKAGE, plan_result_get (result)->label);
  if (!plan_record_find (table, &record))
    return name;
  field = plan_field_find (record, lower);
  return field != PLAN_N_FIELDS && plan_field_get (field)->label != NULL
           ? g_dgettext (GETTEXT_PACKAGE, plan_field_get (field)->label) : name;
}

static char *
describe_value (const PlanReportItem *item)
{
  if (item->file != NULL && item->planwright != NULL)
    /* Translators: a changed value: the record's number in the file, what the file says, what is taken instead */
    return g_strdup_printf (_("No. %1$s: %2$s in the file, %3$s here"), item->uid, item->file, item->planwright);
  if (item->file != NULL)
    /* Translators: a value that was not taken: the record's number in the file, what the file says */
    return g_strdup_printf (_("No. %1$s: %2$s in the file"), item->uid, item->file);
  /* Translators: a record of a file by its number */
  return g_strdup_printf (_("No. %s"), item->uid);
}

/* Dates and numbers as people read them. */
static char *
format_value (const PlanReportItem *item, const char *text)
{
  PlanTicks ticks;

  if (item->task != PLAN_ID_NONE && plan_ticks_parse_iso (text, &ticks, NULL))
    return plan_date_format (ticks, PLAN_DATE_TIME);
  return g_strdup (text);
}

static char *
describe_task_value (const PlanReportItem *item)
{
  g_autofree char *file = format_value (item, item->file), *ours = format_value (item, item->planwright);

  /* Translators: a value of a task that is not as in the file: the task's number in the file, its name, what the file says,
   * what follows from the plan */
  return g_strdup_printf (_("%1$s “%2$s”: %3$s in the file, %4$s here"), item->uid, item->name != NULL ? item->name : "", file, ours);
}

/* Items that differ in nothing but the record are one line. */
static PlanImportLine *
get_line (GPtrArray *lines, const PlanReportItem *item)
{
  const char *record = get_record_label (item->record);
  const char *title = item->record != NULL ? get_field_label (item->record, item->field) : item->what;
  PlanImportLine *line;

  for (guint i = 0; i < lines->len; i++)
    {
      line = lines->pdata[i];
      if (line->kind == item->kind && g_str_equal (line->record, record) && g_str_equal (line->title, title) &&
          g_strcmp0 (line->reason, item->reason) == 0)
        return line;
    }
  line = g_new0 (PlanImportLine, 1);
  line->kind = item->kind;
  line->record = record;
  line->title = g_strdup (title);
  line->reason = g_strdup (item->reason != NULL ? item->reason : "");
  line->details = g_ptr_array_new_with_free_func (g_free);
  line->tasks = g_array_new (FALSE, FALSE, sizeof (PlanId));
  g_ptr_array_add (lines, line);
  return line;
}

static guint
get_place (const char *record)
{
  guint i = 0;

  while (i < G_N_ELEMENTS (kinds) && strcmp (g_dpgettext2 (GETTEXT_PACKAGE, "kind of record", kinds[i].label), record) != 0)
    i++;
  return i;
}

/* By what became of them, by kind of record, those with most values first. */
static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const PlanImportLine *x = *(const PlanImportLine *const *) a, *y = *(const PlanImportLine *const *) b;
  guint x_place = get_place (x->record), y_place = get_place (y->record);

  if (x->kind != y->kind)
    return x->kind < y->kind ? -1 : 1;
  if (x_place != y_place)
    return x_place < y_place ? -1 : 1;
  if (x->count != y->count)
    return x->count > y->count ? -1 : 1;
  return g_utf8_collate (x->title, y->title);
}

/**
 * plan_import_lines_new:
 *
 * Returns: (transfer full) (element-type PlanImportLine): the lines in the order in which they are read
 */
GPtrArray *
plan_import_lines_new (const PlanReport *report)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (free_line);

  for (guint i = 0; i < report->items->len; i++)
    {
      const PlanReportItem *item = report->items->pdata[i];
      PlanImportLine *line = get_line (lines, item);

      line->count += item->count;
      if (item->record == NULL)
        continue;
      if (line->details->len < MAX_DETAILS)
        {
          g_ptr_array_add (line->details, item->task != PLAN_ID_NONE ? describe_task_value (item) : describe_value (item));
          g_array_append_val (line->tasks, item->task);
        }
      else
        line->n_hidden++;
    }
  g_ptr_array_sort (lines, compare_lines);
  return lines;
}

static gboolean
contains (const char *text, const char *folded)
{
  g_autofree char *own = g_utf8_casefold (text, -1);

  return strstr (own, folded) != NULL;
}

/**
 * plan_import_line_fits:
 * @words: what is looked for; "" fits all
 *
 * Returns: whether the words stand in the line or in one of its values
 */
gboolean
plan_import_line_fits (const PlanImportLine *self, const char *words)
{
  g_autofree char *folded = g_utf8_casefold (words, -1);

  g_strstrip (folded);
  if (contains (self->title, folded) || contains (self->reason, folded) || contains (self->record, folded))
    return TRUE;
  for (guint i = 0; i < self->details->len; i++)
    if (contains (self->details->pdata[i], folded))
      return TRUE;
  return FALSE;
}

static void
append_line (GString *text, const PlanImportLine *line)
{
  if (*line->record != '\0')
    /* Translators: a line of the import report as text: kind of record, what it is about, a number of values, the reason */
    g_string_append_printf (text, _("%1$s, %2$s (%3$u): %4$s"), line->record, line->title, line->count, line->reason);
  else
    /* Translators: a line of the import report as text: what it is about, a number of values, the reason */
    g_string_append_printf (text, _("%1$s (%2$u): %3$s"), line->title, line->count, line->reason);
  g_string_append_c (text, '\n');
  for (guint i = 0; i < line->details->len; i++)
    g_string_append_printf (text, "    %s\n", (const char *) line->details->pdata[i]);
  if (line->n_hidden > 0)
    {
      g_string_append (text, "    ");
      g_string_append_printf (text, ngettext ("and %u more", "and %u more", line->n_hidden), line->n_hidden);
      g_string_append_c (text, '\n');
    }
}

/**
 * plan_import_lines_to_text:
 * @lines: (element-type PlanImportLine): the lines of the report
 * @name: the file's name
 *
 * Returns: (transfer full): the report as plain text
 */
char *
plan_import_lines_to_text (GPtrArray *lines, const PlanReport *report, const char *name)
{
  GString *text = g_string_new (name);

  g_string_append_c (text, '\n');
  /* Translators: numbers of values of a file */
  g_string_append_printf (text, _("%1$u kept, %2$u changed, %3$u dropped"), (guint) report->kept,
                          plan_report_count (report, PLAN_REPORT_CHANGED), plan_report_count (report, PLAN_REPORT_DROPPED));
  g_string_append_c (text, '\n');
  for (guint i = 0; i < lines->len; i++)
    {
      const PlanImportLine *line = lines->pdata[i];

      if (i == 0 || ((const PlanImportLine *) lines->pdata[i - 1])->kind != line->kind)
        g_string_append_printf (text, "\n%s\n",
                                line->kind == PLAN_REPORT_CHANGED ? C_("import report", "Changed") : C_("import report", "Dropped"));
      append_line (text, line);
    }
  return g_string_free (text, FALSE);
}
