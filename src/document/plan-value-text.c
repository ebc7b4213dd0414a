/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Values of stored fields in words, whatever record they belong to, and what people call a record: the field table says of
 * each field how it is written. What the sheet shows, which also follows from the schedule, is in plan-columns-text.c.
 */

#include "plan-value-text.h"

#include "plan-edits-private.h"

#include <glib/gi18n-lib.h>

/**
 * ValueContext:
 * @project: (nullable): whose units, hours and currency are used
 */
typedef struct
{
  const PlanModel *model;
  const PlanProject *project;
  gconstpointer body;
  PlanFieldId field;
  const PlanField *row;
  PlanValueStyle style;
  PlanConversion conversion;
} ValueContext;

/**
 * plan_value_is_year_needed:
 * @project: (nullable): where the date stands
 *
 * Returns: whether a date in running text needs its year: when it is not that in which the project starts
 */
gboolean
plan_value_is_year_needed (const PlanProject *project, PlanTicks at)
{
  PlanCivil date, first;

  if (project == NULL || project->start == PLAN_TICKS_NONE || at == PLAN_TICKS_NONE)
    return TRUE;
  plan_ticks_to_civil (at, &date);
  plan_ticks_to_civil (project->start, &first);
  return date.year != first.year;
}

/**
 * plan_instant_get_text:
 * @project: (nullable): whose usual times of day need not be said
 * @is_finish: whether something ends then, so that midnight is the end of the day before
 *
 * Returns: (transfer full): the date; "" for none
 */
char *
plan_instant_get_text (const PlanProject *project, PlanTicks at, gboolean is_finish, PlanValueStyle style)
{
  PlanTicks within = plan_ticks_get_within (at);
  gboolean usual = project != NULL && (within == project->default_start_time || within == project->default_finish_time);

  if (at == PLAN_TICKS_NONE)
    return g_strdup ("");
  if (style == PLAN_VALUE_EXACT || (style == PLAN_VALUE_TYPED && !usual))
    return plan_date_format (at, PLAN_DATE_TIME);
  if (is_finish && within == 0 && style != PLAN_VALUE_TYPED)
    at--;
  return plan_date_format (at, style == PLAN_VALUE_SHORT ? PLAN_DATE_MARK : PLAN_DATE_DAY_YEAR);
}

static PlanUnit
get_unit (const ValueContext *self)
{
  PlanUnit own = self->row->type == PLAN_TYPE_WORK ? PLAN_UNIT_HOUR : PLAN_UNIT_DAY;

  if (self->row->unit_field != 0)
    return plan_field_get_value (self->row->unit_field, self->body).integer;
  if (self->field == PLAN_FIELD_PROJECT_MINUTES_PER_DAY || self->field == PLAN_FIELD_PROJECT_MINUTES_PER_WEEK)
    return PLAN_UNIT_HOUR;
  if (self->project == NULL)
    return own;
  return self->row->type == PLAN_TYPE_WORK ? self->project->work_unit : self->project->duration_unit;
}

/* Delays may be negative and are written as lags are. */
static char *
format_length (const ValueContext *self, PlanTicks ticks)
{
  gboolean estimated = self->field == PLAN_FIELD_TASK_DURATION && ((const PlanTask *) self->body)->estimated;
  PlanDuration duration = { ticks, get_unit (self), estimated };

  if (self->row->type == PLAN_TYPE_LAG || self->row->min < 0)
    return plan_lag_to_text (&(PlanLag) { ticks, duration.unit }, &self->conversion);
  if (self->style == PLAN_VALUE_EXACT)
    return plan_duration_to_text (&duration, &self->conversion);
  return plan_duration_format (&duration, &self->conversion);
}

static char *
format_money (const ValueContext *self, PlanMoney amount)
{
  if (self->project == NULL)
    return plan_number_format (amount, 2);
  return plan_money_format (amount, self->project->currency_symbol != NULL ? self->project->currency_symbol : "",
                            self->project->currency_digits);
}

static char *
format_reference (const ValueContext *self, PlanRecord target, PlanId id)
{
  PlanFieldId name_field = plan_field_find (target, "name");
  gconstpointer body = plan_model_lookup (self->model, target, id);
  const char *name = body != NULL && name_field != PLAN_N_FIELDS ? plan_field_get_value (name_field, body).text : NULL;

  return g_strdup (name != NULL ? name : "");
}

static char *
format_number (const ValueContext *self, gint64 number)
{
  switch (self->row->type)
    {
    case PLAN_TYPE_BOOLEAN:
      return g_strdup (number != 0 ? _("Yes") : _("No"));
    case PLAN_TYPE_ENUM:
      return g_strdup (_(plan_enum_by_value (self->row->names, number)->label));
    case PLAN_TYPE_UNIT:
      return g_strdup (plan_unit_get_symbol (number));
    case PLAN_TYPE_INSTANT:
      return plan_instant_get_text (self->project, number, plan_typed_is_finish (self->field, self->body), self->style);
    case PLAN_TYPE_DAY:
      return plan_date_format (plan_ticks_from_day (number, 0),
                               self->style == PLAN_VALUE_SHORT ? PLAN_DATE_MARK : PLAN_DATE_DAY_YEAR);
    case PLAN_TYPE_CLOCK:
      return g_strdup_printf ("%02d:%02d", (int) (number / PLAN_TICKS_PER_HOUR),
                              (int) (number % PLAN_TICKS_PER_HOUR / PLAN_TICKS_PER_MINUTE));
    case PLAN_TYPE_DURATION:
    case PLAN_TYPE_WORK:
    case PLAN_TYPE_LAG:
      return format_length (self, number);
    case PLAN_TYPE_PERCENT:
      return plan_percent_format (number);
    case PLAN_TYPE_MONEY:
      return format_money (self, number);
    case PLAN_TYPE_RATE:
      return plan_number_format (plan_multiply_divide (number, 1, PLAN_RATE_ONE / 100), 2);
    case PLAN_TYPE_ID:
      return format_reference (self, self->row->target, number);
    default:
      return g_strdup_printf ("%" G_GINT64_FORMAT, number);
    }
}

static PlanId
find_project (const PlanModel *model, PlanRecord record, PlanId id)
{
  const char *name;
  PlanId project;

  plan_edit_get_subject (model, record, id, &name, &project);
  return project;
}

/**
 * plan_value_get_text:
 * @model: has the record
 * @body: a record of the field's kind
 *
 * Returns: (transfer full): the value of the field in the reader's language; "" for nothing
 */
char *
plan_value_get_text (const PlanModel *model, PlanFieldId field, gconstpointer body, PlanValueStyle style)
{
  static const PlanConversion usual = PLAN_CONVERSION_DEFAULT;
  const PlanField *row = plan_field_get (field);
  ValueContext self = { .model = model, .body = body, .field = field, .row = row, .style = style, .conversion = usual };
  PlanValue value = plan_field_get_value (field, body);

  if (value.kind == PLAN_VALUE_NULL)
    return g_strdup ("");
  if (value.kind == PLAN_VALUE_TEXT)
    return g_strdup (value.text);
  self.project = row->record == PLAN_RECORD_PROJECT
                   ? body : plan_model_get_project (model, find_project (model, row->record, plan_record_get_id (body)));
  if (self.project != NULL)
    plan_project_get_conversion (self.project, &self.conversion);
  return format_number (&self, value.integer);
}

/* Returns: (transfer full): the name; in a sentence it stands between quotation marks. */
static char *
say_name (const char *name, gboolean quoted)
{
  if (name == NULL || *name == '\0')
    name = C_("subject of an edit", "unnamed");
  /* Translators: the name of a task, resource, calendar and so on in a sentence */
  return quoted ? g_strdup_printf (_("“%s”"), name) : g_strdup (name);
}

static char *
say_record (const PlanModel *model, PlanRecord record, PlanId id, gboolean quoted)
{
  gconstpointer body = plan_model_lookup (model, record, id);

  return say_name (body != NULL ? plan_field_get_value (plan_field_find (record, "name"), body).text : NULL, quoted);
}

static char *
describe_link (const PlanModel *model, const PlanLink *link, gboolean quoted)
{
  const PlanTask *successor = plan_model_get_task (model, link->successor);
  const PlanProject *project = successor != NULL ? plan_model_get_project (model, successor->project) : NULL;
  PlanConversion conversion = PLAN_CONVERSION_DEFAULT;
  g_autofree char *from = say_record (model, PLAN_RECORD_TASK, link->predecessor, quoted);
  g_autofree char *to = say_record (model, PLAN_RECORD_TASK, link->successor, quoted);
  g_autofree char *lag = NULL, *type = NULL;

  if (project != NULL)
    plan_project_get_conversion (project, &conversion);
  if (link->lag != 0)
    lag = plan_lag_to_text (&(PlanLag) { link->lag, link->lag_unit }, &conversion);
  type = g_strconcat (plan_link_type_get_symbol (link->type), link->lag > 0 ? "+" : "", lag, NULL);
  /* Translators: a link: the names of two tasks, then its type and lag, as FS or FS+2d */
  return g_strdup_printf (_("%1$s → %2$s (%3$s)"), from, to, type);
}

/* "Anna on Design"; who works is not always known. */
static char *
describe_assignment (const PlanModel *model, const PlanAssignment *assignment, gboolean quoted)
{
  g_autofree char *resource = say_record (model, PLAN_RECORD_RESOURCE, assignment->resource, quoted);
  g_autofree char *task = say_record (model, PLAN_RECORD_TASK, assignment->task, quoted);

  /* Translators: an assignment: the name of a resource, then that of a task */
  return g_strdup_printf (_("%1$s on %2$s"), resource, task);
}

/**
 * plan_record_describe:
 * @model: has the record
 * @quoted: whether names stand between quotation marks, as in a sentence
 *
 * Returns: (transfer full): what people call it: the name, else that of whom it belongs to
 */
char *
plan_record_describe (const PlanModel *model, PlanRecord record, PlanId id, gboolean quoted)
{
  gconstpointer body = plan_model_lookup (model, record, id);
  const char *name = NULL;
  PlanId project;

  if (body != NULL && record == PLAN_RECORD_LINK)
    return describe_link (model, body, quoted);
  if (body != NULL && record == PLAN_RECORD_ASSIGNMENT)
    return describe_assignment (model, body, quoted);
  plan_edit_get_subject (model, record, id, &name, &project);
  return say_name (name, quoted);
}

static const char *const nouns[PLAN_N_RECORDS] = {
  [PLAN_RECORD_PROGRAMME] = NC_("record", "Programme"),
  [PLAN_RECORD_PROJECT] = NC_("record", "Project"),
  [PLAN_RECORD_CALENDAR] = NC_("record", "Calendar"),
  [PLAN_RECORD_WEEK] = NC_("record", "Working week"),
  [PLAN_RECORD_EXCEPTION] = NC_("record", "Exception"),
  [PLAN_RECORD_TASK] = NC_("record", "Task"),
  [PLAN_RECORD_LINK] = NC_("record", "Link"),
  [PLAN_RECORD_RESOURCE] = NC_("record", "Resource"),
  [PLAN_RECORD_AVAILABILITY] = NC_("record", "Availability of"),
  [PLAN_RECORD_RATE] = NC_("record", "Rate of"),
  [PLAN_RECORD_ASSIGNMENT] = NC_("record", "Assignment"),
  [PLAN_RECORD_WORK_SPAN] = NC_("record", "Planned hours of"),
  [PLAN_RECORD_BASELINE] = NC_("record", "Baseline of"),
  [PLAN_RECORD_CUSTOM_FIELD] = NC_("record", "Field of"),
  [PLAN_RECORD_CUSTOM_VALUE] = NC_("record", "Value of"),
  [PLAN_RECORD_IMPORTED_VALUE] = NC_("record", "Imported value of"),
  [PLAN_RECORD_SPLIT] = NC_("record", "Pause of"),
};

/**
 * plan_record_get_noun:
 *
 * Returns: (transfer none): the kind of record in the reader's language, as it stands before plan_record_describe()
 */
const char *
plan_record_get_noun (PlanRecord record)
{
  g_return_val_if_fail (record < PLAN_N_RECORDS, "");
  return g_dpgettext2 (GETTEXT_PACKAGE, "record", nouns[record]);
}

static const char *
get_plural (PlanRecord record, guint n)
{
  switch (record)
    {
    case PLAN_RECORD_PROGRAMME:
      return ngettext ("%u programme", "%u programmes", n);
    case PLAN_RECORD_PROJECT:
      return ngettext ("%u project", "%u projects", n);
    case PLAN_RECORD_CALENDAR:
      return ngettext ("%u calendar", "%u calendars", n);
    case PLAN_RECORD_WEEK:
      return ngettext ("%u working week", "%u working weeks", n);
    case PLAN_RECORD_EXCEPTION:
      return ngettext ("%u exception of calendars", "%u exceptions of calendars", n);
    case PLAN_RECORD_TASK:
      return ngettext ("%u task", "%u tasks", n);
    case PLAN_RECORD_LINK:
      return ngettext ("%u link", "%u links", n);
    case PLAN_RECORD_RESOURCE:
      return ngettext ("%u resource", "%u resources", n);
    case PLAN_RECORD_AVAILABILITY:
      return ngettext ("%u availability", "%u availabilities", n);
    case PLAN_RECORD_RATE:
      return ngettext ("%u rate", "%u rates", n);
    case PLAN_RECORD_ASSIGNMENT:
      return ngettext ("%u assignment", "%u assignments", n);
    case PLAN_RECORD_WORK_SPAN:
      return ngettext ("%u entry of planned hours", "%u entries of planned hours", n);
    case PLAN_RECORD_BASELINE:
      return ngettext ("%u baseline entry", "%u baseline entries", n);
    case PLAN_RECORD_CUSTOM_FIELD:
      return ngettext ("%u custom field", "%u custom fields", n);
    case PLAN_RECORD_CUSTOM_VALUE:
      return ngettext ("%u custom value", "%u custom values", n);
    case PLAN_RECORD_IMPORTED_VALUE:
      return ngettext ("%u imported value", "%u imported values", n);
    default:
      return ngettext ("%u pause", "%u pauses", n);
    }
}

/**
 * plan_record_count:
 *
 * Returns: (transfer full): so many records of a kind, as "3 tasks", in the reader's language
 */
char *
plan_record_count (PlanRecord record, guint n)
{
  g_return_val_if_fail (record < PLAN_N_RECORDS, NULL);
  return g_strdup_printf (get_plural (record, n), n);
}
