/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plans as one line of text, so that a table of cases can be read beside its source:
 *
 *   "A 3d; B 2d A+1d SS(C)-50% SNET=03-09 cal=24; S -; X 1d in=S"
 *
 * A task is its name, its duration ("-" for a summary, "?" for what its work takes), then its predecessors and properties.
 * Dates are month and day of 2026, with T and a time or completed to 08:00 for starts and 17:00 for finishes.
 *
 * Resources stand among the options: "Ann=standard Bob=night Eve=standard,03-04,03-05" with days off. "by=Ann" assigns one,
 * "by=-" nobody; "by=Bob*50%,work=20h,over=2h,done=4h,delay=1h,wait=1ed,contour=7,span=3d" says more of it. "pause=2d+1d" is
 * a pause of one day after two. What follows for an assignment is expected of "A/Ann".
 *
 * "Ann.rate=10,11@03-02T13:00" are her standard rates, "Ann.over" those of overtime, "Ann.use" what a use costs, "Ann.accrue=end"
 * when it accrues. "fixed=300" and "accrue=start" are fixed costs of a task; "status=03-04" is the status date. Costs are
 * expected of tasks and assignments: "A work=24h cost=260 actual=128".
 */

#include "plan-case.h"

#include "plan-contour.h"

#include <stdlib.h>
#include <string.h>

#define MORNING (8 * PLAN_TICKS_PER_HOUR)
#define EVENING (17 * PLAN_TICKS_PER_HOUR)

/* "03-04", "03-04T12:00" or with the year in front. */
PlanTicks
case_date (const char *text, PlanTicks within)
{
  g_autofree char *full = text[4] == '-' ? g_strdup (text) : g_strdup_printf ("2026-%s", text);
  g_autoptr (GError) error = NULL;
  PlanTicks ticks;

  plan_ticks_parse_iso (full, &ticks, &error);
  g_assert_no_error (error);
  return strchr (full, 'T') != NULL ? ticks : ticks + within;
}

static gboolean
parse_amount (const char *text, double *number, const char **unit)
{
  char *end;

  *number = g_ascii_strtod (text, &end);
  *unit = end;
  return end != text;
}

static PlanUnit
parse_unit (const char *unit, PlanTicks *ticks)
{
  static const struct { const char *name; PlanUnit unit; PlanTicks ticks; } units[] = {
    { "m", PLAN_UNIT_MINUTE, 10 }, { "em", PLAN_UNIT_ELAPSED_MINUTE, 10 }, { "h", PLAN_UNIT_HOUR, 600 },
    { "eh", PLAN_UNIT_ELAPSED_HOUR, 600 }, { "d", PLAN_UNIT_DAY, 4800 }, { "ed", PLAN_UNIT_ELAPSED_DAY, 14400 },
    { "w", PLAN_UNIT_WEEK, 24000 }, { "mo", PLAN_UNIT_MONTH, 96000 }, { "emo", PLAN_UNIT_ELAPSED_MONTH, 432000 },
    { "%", PLAN_UNIT_PERCENT, 100 }, { "e%", PLAN_UNIT_ELAPSED_PERCENT, 100 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (strcmp (unit, units[i].name) == 0)
      {
        *ticks = units[i].ticks;
        return units[i].unit;
      }
  g_error ("unit “%s”", unit);
}

static PlanTicks
parse_duration (const char *text, PlanUnit *unit)
{
  const char *rest;
  double number;
  PlanTicks ticks;

  g_assert_true (parse_amount (text, &number, &rest));
  *unit = parse_unit (rest, &ticks);
  return (PlanTicks) (number * ticks + (number < 0 ? -0.5 : 0.5));
}

/* "3d", "-1.5d", "4h" in ticks. */
PlanTicks
case_duration (const char *text)
{
  PlanUnit unit;

  return parse_duration (text, &unit);
}

void
case_add_calendar (PlanModel *model, PlanId id, PlanId parent, const char *name, const char *const days[7])
{
  PlanCalendar calendar;
  PlanWeek week;

  plan_record_init (PLAN_RECORD_CALENDAR, &calendar);
  calendar.id = id;
  calendar.parent = parent;
  calendar.name = name;
  plan_model_insert (model, PLAN_RECORD_CALENDAR, &calendar);
  plan_record_init (PLAN_RECORD_WEEK, &week);
  week.id = id + 100;
  week.calendar = id;
  for (guint i = 0; i < 7; i++)
    week.days[i] = days[i];
  plan_model_insert (model, PLAN_RECORD_WEEK, &week);
}

void
case_add_exception (PlanModel *model, PlanId id, PlanId calendar, const char *name, const char *first, const char *last,
                    const char *hours)
{
  PlanException exception;

  plan_record_init (PLAN_RECORD_EXCEPTION, &exception);
  exception.id = id;
  exception.calendar = calendar;
  exception.name = name;
  exception.hours = hours;
  exception.start = plan_ticks_get_day (case_date (first, 0));
  exception.finish = plan_ticks_get_day (case_date (last, 0));
  plan_model_insert (model, PLAN_RECORD_EXCEPTION, &exception);
}

/* The calendars and a project without tasks. */
PlanModel *
case_new_model (void)
{
  static const char *const office[7] = { "08:00-12:00 13:00-17:00", "08:00-12:00 13:00-17:00", "08:00-12:00 13:00-17:00",
                                         "08:00-12:00 13:00-17:00", "08:00-12:00 13:00-17:00", "", "" };
  static const char *const always[7] = { "00:00-24:00", "00:00-24:00", "00:00-24:00", "00:00-24:00", "00:00-24:00",
                                         "00:00-24:00", "00:00-24:00" };
  static const char *const night[7] = { "23:00-24:00", "00:00-03:00 04:00-08:00 23:00-24:00", "00:00-03:00 04:00-08:00 23:00-24:00",
                                        "00:00-03:00 04:00-08:00 23:00-24:00", "00:00-03:00 04:00-08:00 23:00-24:00",
                                        "00:00-03:00 04:00-08:00", "" };
  PlanModel *model = plan_model_new ();
  PlanProject project;

  case_add_calendar (model, CASE_STANDARD, PLAN_ID_NONE, "Standard", office);
  case_add_calendar (model, CASE_24_HOURS, PLAN_ID_NONE, "24 Hours", always);
  case_add_calendar (model, CASE_NIGHT_SHIFT, PLAN_ID_NONE, "Night Shift", night);
  plan_record_init (PLAN_RECORD_PROJECT, &project);
  project.id = CASE_PROJECT;
  project.name = "Case";
  project.calendar = CASE_STANDARD;
  project.start = case_date ("03-02", MORNING);
  plan_model_insert (model, PLAN_RECORD_PROJECT, &project);
  return model;
}

static void
set_project (PlanModel *model, PlanFieldId field, gint64 value)
{
  PlanValue boxed = PLAN_VALUE_OF_INTEGER (value);

  plan_model_set (model, field, CASE_PROJECT, &boxed);
}

/* "night,03-04,03-05": a calendar of its own when there are days off. */
static void
add_resource (PlanCase *self, const char *name, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);
  PlanId base = strcmp (parts[0], "night") == 0 ? CASE_NIGHT_SHIFT : strcmp (parts[0], "24") == 0 ? CASE_24_HOURS : CASE_STANDARD;
  static const char *const nothing[7] = { NULL };
  PlanResource resource;

  plan_record_init (PLAN_RECORD_RESOURCE, &resource);
  resource.id = CASE_FIRST_RESOURCE + 10 * self->n_resources++;
  resource.name = plan_model_keep_text (self->model, name);
  resource.type = strcmp (parts[0], "material") == 0 ? PLAN_RESOURCE_MATERIAL
                  : strcmp (parts[0], "cost") == 0 ? PLAN_RESOURCE_COST : PLAN_RESOURCE_WORK;
  resource.calendar = strcmp (parts[0], "none") == 0 ? PLAN_ID_NONE : base;
  if (parts[1] != NULL)
    case_add_calendar (self->model, resource.calendar = resource.id, base, resource.name, nothing);
  for (guint i = 1; parts[i] != NULL; i++)
    case_add_exception (self->model, resource.id + i, resource.id, NULL, parts[i], parts[i], "");
  plan_model_insert (self->model, PLAN_RECORD_RESOURCE, &resource);
  g_hash_table_insert (self->ids, g_strdup (name), GUINT_TO_POINTER ((guint) resource.id));
}

static PlanRateEntry *
find_entry (GArray *entries, PlanTicks start)
{
  PlanRateEntry entry = { .start = start, .standard_rate_unit = PLAN_PER_HOUR, .overtime_rate_unit = PLAN_PER_HOUR };

  for (guint i = 0; i < entries->len; i++)
    if (g_array_index (entries, PlanRateEntry, i).start == start)
      return &g_array_index (entries, PlanRateEntry, i);
  g_array_append_val (entries, entry);
  return &g_array_index (entries, PlanRateEntry, entries->len - 1);
}

static gint64
parse_decimal (const char *text, int places)
{
  g_autoptr (GError) error = NULL;
  gint64 value;

  plan_decimal_parse (text, places, &value, &error);
  g_assert_no_error (error);
  return value;
}

/* "10,11@03-02T13:00", with a unit as "1000/mo": standard rates, or those of overtime. */
static void
read_rates (GArray *entries, const char *text, gboolean overtime)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);
  static const struct { const char *name; PlanRateUnit unit; } units[] = {
    { "m", PLAN_PER_MINUTE }, { "h", PLAN_PER_HOUR }, { "d", PLAN_PER_DAY }, { "w", PLAN_PER_WEEK }, { "mo", PLAN_PER_MONTH },
    { "y", PLAN_PER_YEAR },
  };

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *from = strchr (parts[i], '@'), *per = strchr (parts[i], '/');
      PlanRateEntry *entry = find_entry (entries, from != NULL ? case_date (from + 1, 0) : PLAN_TICKS_NONE);
      PlanRateUnit unit = PLAN_PER_HOUR;

      if (from != NULL)
        *from = '\0';
      if (per != NULL)
        *per++ = '\0';
      for (guint k = 0; per != NULL && k < G_N_ELEMENTS (units); k++)
        if (strcmp (per, units[k].name) == 0)
          unit = units[k].unit;
      if (overtime)
        {
          entry->overtime_rate = parse_decimal (parts[i], 4);
          entry->overtime_rate_unit = (guint8) unit;
          continue;
        }
      entry->standard_rate = parse_decimal (parts[i], 4);
      entry->standard_rate_unit = (guint8) unit;
    }
}

static gint64
parse_accrual (const char *text)
{
  return plan_enum_by_key (plan_field_get (PLAN_FIELD_RESOURCE_ACCRUAL)->names, text)->value;
}

/* "Ann.rate=10": the entries of one resource are written anew with each word. */
static void
set_rates (PlanCase *self, const char *word, const char *value)
{
  g_auto (GStrv) names = g_strsplit (word, ".", 2);
  PlanId resource = plan_case_find (self, names[0]);
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (PlanRateEntry));

  for (guint i = plan_model_get_n (self->model, PLAN_RECORD_RATE); i-- > 0;)
    {
      PlanRateEntry entry = *(const PlanRateEntry *) plan_model_get_at (self->model, PLAN_RECORD_RATE, i);

      if (entry.resource != resource)
        continue;
      g_array_append_val (entries, entry);
      plan_model_remove (self->model, PLAN_RECORD_RATE, entry.id);
    }
  if (strcmp (names[1], "rate") == 0 || strcmp (names[1], "over") == 0)
    read_rates (entries, value, names[1][0] == 'o');
  else if (strcmp (names[1], "use") == 0)
    find_entry (entries, PLAN_TICKS_NONE)->cost_per_use = parse_decimal (value, 2);
  else
    {
      PlanValue accrual = PLAN_VALUE_OF_INTEGER (parse_accrual (value));

      plan_model_set (self->model, PLAN_FIELD_RESOURCE_ACCRUAL, resource, &accrual);
    }
  for (guint i = 0; i < entries->len; i++)
    {
      PlanRateEntry entry = g_array_index (entries, PlanRateEntry, i);

      entry.id = resource * 1000 + i;
      entry.resource = resource;
      plan_model_insert (self->model, PLAN_RECORD_RATE, &entry);
    }
}

/* "start=03-06 honour=0 finish=03-20" and so on; a finish makes it a project scheduled from its finish. */
static void
read_options (PlanCase *self, const char *options)
{
  PlanModel *model = self->model;
  g_auto (GStrv) words = g_strsplit (options, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      char *value = strchr (words[i], '=');

      if (value == NULL)
        continue;
      *value++ = '\0';
      if (strchr (words[i], '.') != NULL)
        set_rates (self, words[i], value);
      else if (strcmp (words[i], "status") == 0)
        set_project (model, PLAN_FIELD_PROJECT_STATUS_DATE, case_date (value, EVENING));
      else if (strcmp (words[i], "typed") == 0)
        set_project (model, PLAN_FIELD_PROJECT_EDITABLE_ACTUAL_COSTS, *value == '1');
      else if (strcmp (words[i], "start") == 0)
        set_project (model, PLAN_FIELD_PROJECT_START, case_date (value, MORNING));
      else if (strcmp (words[i], "finish") == 0)
        {
          set_project (model, PLAN_FIELD_PROJECT_FINISH, case_date (value, EVENING));
          set_project (model, PLAN_FIELD_PROJECT_SCHEDULE_FROM, PLAN_SCHEDULE_FROM_FINISH);
        }
      else if (strcmp (words[i], "honour") == 0)
        set_project (model, PLAN_FIELD_PROJECT_HONOUR_CONSTRAINTS, *value == '1');
      else if (strcmp (words[i], "split") == 0)
        set_project (model, PLAN_FIELD_PROJECT_SPLIT_IN_PROGRESS, *value == '1');
      else if (strcmp (words[i], "paths") == 0)
        set_project (model, PLAN_FIELD_PROJECT_MULTIPLE_CRITICAL_PATHS, *value == '1');
      else if (strcmp (words[i], "extends") == 0)
        set_project (model, PLAN_FIELD_PROJECT_LATE_FINISH_EXTENDS, *value == '1');
      else if (strcmp (words[i], "limit") == 0)
        set_project (model, PLAN_FIELD_PROJECT_CRITICAL_SLACK, case_duration (value));
      else
        add_resource (self, words[i], value);
    }
}

static gboolean
read_constraint (PlanTask *task, const char *key, const char *value)
{
  static const char *const names[] = { "ASAP", "ALAP", "MSO", "MFO", "SNET", "SNLT", "FNET", "FNLT" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (key, names[i]) == 0)
      {
        task->constraint = (guint8) i;
        if (value != NULL)
          task->constraint_date = case_date (value, names[i][0] == 'F' || names[i][1] == 'F' ? EVENING : MORNING);
        return TRUE;
      }
  return FALSE;
}

/* "Ann*50%,work=20h" */
static void
read_assignment (PlanCase *self, PlanTask *task, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);
  char *units = strchr (parts[0], '*');
  PlanAssignment assignment;
  PlanUnit unit;

  plan_record_init (PLAN_RECORD_ASSIGNMENT, &assignment);
  assignment.id = CASE_FIRST_ASSIGNMENT + plan_model_get_n (self->model, PLAN_RECORD_ASSIGNMENT);
  assignment.task = task->id;
  if (units != NULL)
    {
      *units++ = '\0';
      assignment.units = (PlanPercent) (g_ascii_strtod (units, NULL) * PLAN_PERCENT_ONE + 0.5);
    }
  assignment.resource = strcmp (parts[0], "-") != 0 ? plan_case_find (self, parts[0]) : PLAN_ID_NONE;
  assignment.work = -1;
  for (guint i = 1; parts[i] != NULL; i++)
    {
      static const struct { const char *key; PlanFieldId field; } keys[] = {
        { "work", PLAN_FIELD_ASSIGNMENT_WORK }, { "over", PLAN_FIELD_ASSIGNMENT_OVERTIME_WORK },
        { "done", PLAN_FIELD_ASSIGNMENT_ACTUAL_WORK }, { "delay", PLAN_FIELD_ASSIGNMENT_DELAY },
        { "wait", PLAN_FIELD_ASSIGNMENT_LEVELLING_DELAY }, { "span", PLAN_FIELD_ASSIGNMENT_DURATION },
        { "odone", PLAN_FIELD_ASSIGNMENT_ACTUAL_OVERTIME_WORK },
      };
      char *value = strchr (parts[i], '=');

      *value++ = '\0';
      if (strcmp (parts[i], "contour") == 0)
        assignment.contour = (guint8) atoi (value);
      else if (strcmp (parts[i], "table") == 0)
        assignment.rate_table = (guint8) (*value - 'A');
      else if (strcmp (parts[i], "amount") == 0)
        assignment.cost = parse_decimal (value, 2);
      else if (strcmp (parts[i], "spent") == 0)
        assignment.actual_cost = parse_decimal (value, 2);
      else if (strcmp (parts[i], "per") == 0)
        {
          assignment.variable_rate_unit = (guint8) (*value == 'h' ? PLAN_PER_HOUR : PLAN_PER_DAY);
          assignment.fixed_material = FALSE;
        }
      for (guint k = 0; k < G_N_ELEMENTS (keys); k++)
        if (strcmp (parts[i], keys[k].key) == 0)
          {
            PlanValue boxed = PLAN_VALUE_OF_INTEGER (parse_duration (value, &unit));

            plan_field_set_value (keys[k].field, &assignment, &boxed);
          }
    }
  if (assignment.work < 0)
    assignment.work = plan_contour_get_work (assignment.contour, task->duration, assignment.units);
  if (task->duration_text != NULL)
    task->duration = MAX (task->duration, plan_contour_get_duration (assignment.contour, assignment.work - assignment.overtime_work,
                                                                     assignment.units));
  plan_model_insert (self->model, PLAN_RECORD_ASSIGNMENT, &assignment);
}

/* "2d+1d" */
static void
read_pause (PlanCase *self, PlanId owner, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "+", 2);
  PlanSplit split;

  plan_record_init (PLAN_RECORD_SPLIT, &split);
  split.id = CASE_FIRST_SPLIT + plan_model_get_n (self->model, PLAN_RECORD_SPLIT);
  split.owner = owner;
  split.owner_record = PLAN_RECORD_TASK;
  split.after = case_duration (parts[0]);
  split.length = case_duration (parts[1]);
  plan_model_insert (self->model, PLAN_RECORD_SPLIT, &split);
}

static gboolean
read_property (PlanCase *self, PlanTask *task, const char *key, const char *value)
{
  PlanUnit unit;

  if (read_constraint (task, key, value))
    return TRUE;
  if (strcmp (key, "off") == 0)
    task->active = FALSE;
  else if (strcmp (key, "blank") == 0)
    task->blank = TRUE;
  else if (strcmp (key, "external") == 0)
    task->external = TRUE;
  else if (strcmp (key, "milestone") == 0)
    task->milestone = TRUE;
  else if (strcmp (key, "ignore") == 0)
    task->ignore_resource_calendar = TRUE;
  else if (value == NULL)
    return FALSE;
  else if (strcmp (key, "in") == 0)
    task->parent = plan_case_find (self, value);
  else if (strcmp (key, "by") == 0)
    read_assignment (self, task, value);
  else if (strcmp (key, "pause") == 0)
    read_pause (self, task->id, value);
  else if (strcmp (key, "type") == 0)
    task->type = (guint8) atoi (value);
  else if (strcmp (key, "cal") == 0)
    task->calendar = strcmp (value, "24") == 0 ? CASE_24_HOURS : CASE_NIGHT_SHIFT;
  else if (strcmp (key, "due") == 0)
    task->deadline = case_date (value, EVENING);
  else if (strcmp (key, "as") == 0)
    task->actual_start = case_date (value, MORNING);
  else if (strcmp (key, "af") == 0)
    task->actual_finish = case_date (value, EVENING);
  else if (strcmp (key, "ad") == 0)
    task->actual_duration = case_duration (value);
  else if (strcmp (key, "resume") == 0)
    task->resume = case_date (value, MORNING);
  else if (strcmp (key, "pct") == 0)
    task->percent_complete = atoi (value) * 100;
  else if (strcmp (key, "fixed") == 0)
    task->fixed_cost = parse_decimal (value, 2);
  else if (strcmp (key, "spent") == 0)
    task->actual_fixed_cost = parse_decimal (value, 2);
  else if (strcmp (key, "accrue") == 0)
    task->fixed_cost_accrual = (guint8) parse_accrual (value);
  else if (strcmp (key, "phys") == 0)
    {
      task->earned_value_method = 1;
      task->physical_percent_complete = atoi (value) * 100;
    }
  else if (strcmp (key, "delay") == 0)
    task->levelling_delay = parse_duration (value, &unit);
  else if (strcmp (key, "from") == 0)
    {
      task->manual = !task->external;
      task->manual_start = case_date (value, MORNING);
    }
  else if (strcmp (key, "to") == 0)
    {
      task->manual = !task->external;
      task->manual_finish = case_date (value, EVENING);
    }
  else
    return FALSE;
  return TRUE;
}

/* "A", "A+2d", "SS(A)-50%" */
static void
read_link (PlanCase *self, PlanId successor, const char *word)
{
  g_autofree char *name = g_strdup (word);
  char *at = name, *lag = strpbrk (name, "+-");
  PlanLink link;

  plan_record_init (PLAN_RECORD_LINK, &link);
  link.id = 1000000000 + self->n_links++;
  link.successor = successor;
  if (lag != NULL)
    {
      PlanUnit unit;

      link.lag = parse_duration (lag, &unit);
      link.lag_unit = unit;
      *lag = '\0';
    }
  if (strlen (name) > 3 && name[2] == '(')
    {
      char symbol[3] = { name[0], name[1], '\0' };
      PlanLinkType type;
      g_autoptr (GError) error = NULL;

      plan_link_type_parse (symbol, &type, &error);
      g_assert_no_error (error);
      link.type = type;
      at = name + 3;
      at[strlen (at) - 1] = '\0';
    }
  link.predecessor = plan_case_find (self, at);
  plan_model_insert (self->model, PLAN_RECORD_LINK, &link);
}

static void
read_task (PlanCase *self, char **words)
{
  PlanTask task;
  g_autoptr (GPtrArray) links = g_ptr_array_new ();

  plan_record_init (PLAN_RECORD_TASK, &task);
  task.id = plan_case_find (self, words[0]);
  task.project = CASE_PROJECT;
  task.name = words[0];
  task.rank = task.id;
  if (strcmp (words[1], "?") == 0)
    task.duration_text = words[1];
  else if (strcmp (words[1], "-") != 0)
    {
      PlanUnit unit;

      task.duration = parse_duration (words[1], &unit);
      task.duration_unit = unit;
    }
  for (guint i = 2; words[i] != NULL; i++)
    {
      char *value = strchr (words[i], '=');

      if (value != NULL)
        *value++ = '\0';
      if (!read_property (self, &task, words[i], value))
        g_ptr_array_add (links, words[i]);
    }
  task.name = plan_model_keep_text (self->model, words[0]);
  task.duration_text = NULL;
  plan_model_insert (self->model, PLAN_RECORD_TASK, &task);
  for (guint i = 0; i < links->len; i++)
    read_link (self, task.id, g_ptr_array_index (links, i));
}

/* A model from texts, not yet scheduled. */
PlanCase *
plan_case_new (const char *options, const char *plan)
{
  PlanCase *self = g_new0 (PlanCase, 1);
  g_auto (GStrv) tasks = g_strsplit (plan, "; ", -1);

  self->model = case_new_model ();
  self->schedule = plan_schedule_new ();
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  read_options (self, options);
  for (guint i = 0; tasks[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (tasks[i], " ", -1);

      g_hash_table_insert (self->ids, g_strdup (words[0]), GUINT_TO_POINTER (CASE_FIRST_TASK + i));
    }
  for (guint i = 0; tasks[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (tasks[i], " ", -1);

      read_task (self, words);
    }
  return self;
}

void
plan_case_free (PlanCase *self)
{
  g_clear_pointer (&self->costs, plan_costs_free);
  plan_schedule_free (self->schedule);
  plan_model_unref (self->model);
  g_hash_table_unref (self->ids);
  g_free (self->assigned);
  g_free (self);
}

PlanId
plan_case_find (const PlanCase *self, const char *name)
{
  gpointer id = g_hash_table_lookup (self->ids, name);

  if (id == NULL)
    g_error ("task “%s”", name);
  return GPOINTER_TO_UINT (id);
}

/* Index of a task in the model. */
guint
plan_case_index (const PlanCase *self, const char *name)
{
  return plan_model_find (self->model, PLAN_RECORD_TASK, plan_case_find (self, name));
}

const PlanScheduledTask *
plan_case_get (const PlanCase *self, const char *name)
{
  return plan_schedule_get_task (self->schedule, plan_case_index (self, name));
}

static void
check_date (const char *task, const char *word, PlanTicks is, PlanTicks should)
{
  if (is != should)
    {
      g_autofree char *text = is == PLAN_TICKS_NONE ? g_strdup ("none") : plan_ticks_format_iso (is);

      g_test_fail_printf ("%s: %s is %s", task, word, text);
    }
}

static void
check_amount (const char *task, const char *word, PlanTicks is, PlanTicks should)
{
  if (is != should)
    g_test_fail_printf ("%s: %s is %g d (%" G_GINT64_FORMAT " ticks)", task, word, is / 4800.0, is);
}

/* "work=24h cost=260 actual=128"; FALSE when the word says nothing of that. */
static gboolean
check_totals (const char *name, const PlanTotals *totals, const char *word)
{
  static const struct { const char *key; gsize offset; int places; } keys[] = {
    { "work", G_STRUCT_OFFSET (PlanTotals, work), 0 }, { "aw", G_STRUCT_OFFSET (PlanTotals, actual_work), 0 },
    { "over", G_STRUCT_OFFSET (PlanTotals, overtime_work), 0 }, { "cost", G_STRUCT_OFFSET (PlanTotals, cost), 2 },
    { "actual", G_STRUCT_OFFSET (PlanTotals, actual_cost), 2 }, { "fixed", G_STRUCT_OFFSET (PlanTotals, fixed_cost), 2 },
  };
  g_auto (GStrv) parts = g_strsplit (word, "=", 2);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (strcmp (parts[0], keys[i].key) == 0)
      {
        gint64 is = *(const gint64 *) (gconstpointer) ((const guint8 *) totals + keys[i].offset);
        gint64 should = keys[i].places > 0 ? parse_decimal (parts[1], 2) : case_duration (parts[1]);

        if (is != should)
          g_test_fail_printf ("%s: %s is %" G_GINT64_FORMAT, name, word, is);
        return TRUE;
      }
  return FALSE;
}

/* "A/Ann": when Ann works on A, and at what peak. */
guint
plan_case_find_assignment (const PlanCase *self, const char *name)
{
  g_auto (GStrv) names = g_strsplit (name, "/", 2);
  guint n = plan_model_get_n (self->model, PLAN_RECORD_ASSIGNMENT), i = 0;

  for (; i < n; i++)
    {
      const PlanAssignment *assignment = plan_model_get_assignment_at (self->model, i);

      if (assignment->task == plan_case_find (self, names[0]) && assignment->resource == plan_case_find (self, names[1]))
        break;
    }
  g_assert_cmpuint (i, <, n);
  return i;
}

static void
check_assigned (const PlanCase *self, const char *name, const char *word)
{
  const char *value = strchr (word, '=') + 1;
  guint i = plan_case_find_assignment (self, name);

  if (self->costs != NULL && check_totals (name, plan_costs_get_assignment (self->costs, i), word))
    return;
  if (*word == 's')
    check_date (name, word, self->assigned[i].start, case_date (value, MORNING));
  else if (*word == 'f')
    check_date (name, word, self->assigned[i].finish, case_date (value, EVENING));
  else if (*word == 'p')
    check_amount (name, word, self->assigned[i].peak, (gint64) (g_ascii_strtod (value, NULL) * PLAN_PERCENT_ONE));
  else if (*word == 'w')
    check_amount (name, word, plan_model_get_assignment_at (self->model, i)->work, case_duration (value));
  else if (*word == 'd')
    check_amount (name, word, plan_model_get_assignment_at (self->model, i)->actual_work, case_duration (value));
  else
    g_error ("what is “%s”?", word);
}

static void
check_word (const char *name, const PlanScheduledTask *task, const char *word)
{
  g_autofree char *key = g_strdup (word);
  char *value = strchr (key, '=');

  if (value != NULL)
    *value++ = '\0';
  if (strcmp (key, "crit") == 0)
    check_amount (name, word, task->critical, 1);
  else if (strcmp (key, "nocrit") == 0)
    check_amount (name, word, task->critical, 0);
  else if (strcmp (key, "missed") == 0)
    check_amount (name, word, task->deadline_missed, 1);
  else if (strcmp (key, "nostop") == 0)
    check_date (name, word, task->stop, PLAN_TICKS_NONE);
  else if (strcmp (key, "none") == 0)
    check_date (name, word, task->start, PLAN_TICKS_NONE);
  else if (strcmp (key, "stop") == 0)
    check_date (name, word, task->stop, case_date (value, EVENING));
  else if (strcmp (key, "resume") == 0)
    check_date (name, word, task->resume, case_date (value, MORNING));
  else if (strcmp (key, "ad") == 0)
    check_amount (name, word, task->actual_duration, case_duration (value));
  else if (strcmp (key, "s") == 0)
    check_date (name, word, task->start, case_date (value, MORNING));
  else if (strcmp (key, "f") == 0)
    check_date (name, word, task->finish, case_date (value, EVENING));
  else if (strcmp (key, "es") == 0)
    check_date (name, word, task->early_start, case_date (value, MORNING));
  else if (strcmp (key, "ef") == 0)
    check_date (name, word, task->early_finish, case_date (value, EVENING));
  else if (strcmp (key, "ls") == 0)
    check_date (name, word, task->late_start, case_date (value, MORNING));
  else if (strcmp (key, "lf") == 0)
    check_date (name, word, task->late_finish, case_date (value, EVENING));
  else if (strcmp (key, "ts") == 0)
    check_amount (name, word, task->total_slack, case_duration (value));
  else if (strcmp (key, "fs") == 0)
    check_amount (name, word, task->free_slack, case_duration (value));
  else if (strcmp (key, "ss") == 0)
    check_amount (name, word, task->start_slack, case_duration (value));
  else if (strcmp (key, "fns") == 0)
    check_amount (name, word, task->finish_slack, case_duration (value));
  else if (strcmp (key, "d") == 0)
    check_amount (name, word, task->duration, case_duration (value));
  else if (strcmp (key, "pct") == 0)
    check_amount (name, word, (task->percent_complete + 50) / 100, atoi (value));
  else
    g_error ("what is “%s”?", word);
}

/* "project": the row above all. */
static void
check_project (const PlanCase *self, const char *word)
{
  const PlanScheduledProject *project = plan_schedule_get_project (self->schedule, CASE_PROJECT);
  PlanScheduledTask row;

  if (self->costs != NULL && check_totals ("project", plan_costs_get_project (self->costs, CASE_PROJECT), word))
    return;
  row = (PlanScheduledTask) { .start = project->start, .finish = project->finish, .duration = project->duration,
                            .actual_duration = project->actual_duration, .percent_complete = project->percent_complete };
  check_word ("project", &row, word);
}

/* "A s=03-02 f=03-04 ts=0d crit; B ..." against the schedule. */
void
plan_case_check (const PlanCase *self, const char *expected)
{
  g_auto (GStrv) tasks = g_strsplit (expected, "; ", -1);

  for (guint i = 0; tasks[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (tasks[i], " ", -1);

      for (guint j = 1; words[j] != NULL; j++)
        if (strcmp (words[0], "project") == 0)
          check_project (self, words[j]);
        else if (strchr (words[0], '/') != NULL)
          check_assigned (self, words[0], words[j]);
        else if (self->costs == NULL || !check_totals (words[0], plan_costs_get_task (self->costs, plan_case_index (self, words[0])), words[j]))
          check_word (words[0], plan_case_get (self, words[0]), words[j]);
    }
}

/* Computes all that follows from the model. */
void
plan_case_compute (PlanCase *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->costs, plan_costs_free);
  g_clear_pointer (&self->assigned, g_free);
  plan_schedule_compute (self->schedule, self->model, NULL, &error);
  g_assert_no_error (error);
  self->assigned = plan_assigned_list (self->schedule, self->model);
  self->costs = plan_costs_new (self->schedule, self->model, case_date ("03-02", MORNING));
}

/* Builds, schedules and checks. */
void
plan_case_run (const char *options, const char *plan, const char *expected)
{
  g_autoptr (PlanCase) self = plan_case_new (options, plan);

  plan_case_compute (self);
  plan_case_check (self, expected);
}

/* The test of a row: the plan has the values that are expected. */
void
plan_case_test (gconstpointer row)
{
  const PlanCaseRow *item = row;

  plan_case_run (item->options, item->plan, item->expected);
}

/* Adds a test for each row of a table. */
void
plan_case_add_tests (const char *prefix, const PlanCaseRow *rows, guint n_rows, GTestDataFunc test)
{
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *path = g_strconcat (prefix, rows[i].path, NULL);

      g_test_add_data_func (path, &rows[i], test);
    }
}
