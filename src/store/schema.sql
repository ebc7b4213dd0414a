-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The office file, version 1. A recorded table has the name of its record and a column for each row of the field table
-- (model/plan-fields.c), in the same order and with the same name; a test compares them. Recorded tables have no UNIQUE
-- beyond the key, no trigger, no CASCADE and no SET NULL: a changeset could then not be taken back or made again. Later
-- versions append columns and tables by a step in plan-migrate.c; a table is never rebuilt.
--
-- Instants and durations are ticks of a tenth of a minute, instants from 1970-01-01 00:00; percent and units are hundredths
-- of a percent, money is hundredths, rates are ten-thousandths. Moments of `history` are microseconds of UTC.
-- References that name many records have an index, because deleting what they name searches them.

PRAGMA application_id = 0x504C4E57;
PRAGMA user_version = 1;

CREATE TABLE "programme" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "rank" INTEGER NOT NULL,
  "name" TEXT
) STRICT;

CREATE TABLE "project" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "programme" INTEGER REFERENCES "programme" DEFERRABLE INITIALLY DEFERRED,
  "rank" INTEGER NOT NULL,
  "name" TEXT,
  "title" TEXT,
  "code" TEXT,
  "manager" TEXT,
  "sponsor" TEXT,
  "author" TEXT,
  "company" TEXT,
  "subject" TEXT,
  "category" TEXT,
  "keywords" TEXT,
  "notes" TEXT,
  "classification" TEXT,
  "start" INTEGER,
  "finish" INTEGER,
  "status_date" INTEGER,
  "created" INTEGER,
  "calendar" INTEGER REFERENCES "calendar" DEFERRABLE INITIALLY DEFERRED,
  "minutes_per_day" INTEGER NOT NULL CHECK ("minutes_per_day" BETWEEN 10 AND 14400),
  "minutes_per_week" INTEGER NOT NULL CHECK ("minutes_per_week" BETWEEN 10 AND 100800),
  "days_per_month" INTEGER NOT NULL CHECK ("days_per_month" BETWEEN 1 AND 31),
  "default_start_time" INTEGER NOT NULL CHECK ("default_start_time" BETWEEN 0 AND 14400),
  "default_finish_time" INTEGER NOT NULL CHECK ("default_finish_time" BETWEEN 0 AND 14400),
  "critical_slack" INTEGER NOT NULL,
  "currency" TEXT,
  "currency_symbol" TEXT,
  "source_format" TEXT,
  "source_name" TEXT,
  "currency_digits" INTEGER NOT NULL CHECK ("currency_digits" BETWEEN 0 AND 4),
  "currency_position" INTEGER NOT NULL CHECK ("currency_position" BETWEEN 0 AND 3),
  "week_start" INTEGER NOT NULL CHECK ("week_start" BETWEEN 0 AND 6),
  "priority" INTEGER NOT NULL CHECK ("priority" BETWEEN 0 AND 1000),
  "colour" INTEGER NOT NULL CHECK ("colour" BETWEEN 0 AND 1000),
  "schedule_from" INTEGER NOT NULL CHECK ("schedule_from" BETWEEN 0 AND 1),
  "duration_unit" INTEGER NOT NULL,
  "work_unit" INTEGER NOT NULL,
  "default_task_type" INTEGER NOT NULL CHECK ("default_task_type" BETWEEN 0 AND 2),
  "new_tasks_manual" INTEGER NOT NULL CHECK ("new_tasks_manual" IN (0, 1)),
  "new_tasks_effort_driven" INTEGER NOT NULL CHECK ("new_tasks_effort_driven" IN (0, 1)),
  "new_tasks_estimated" INTEGER NOT NULL CHECK ("new_tasks_estimated" IN (0, 1)),
  "honour_constraints" INTEGER NOT NULL CHECK ("honour_constraints" IN (0, 1)),
  "split_in_progress" INTEGER NOT NULL CHECK ("split_in_progress" IN (0, 1)),
  "multiple_critical_paths" INTEGER NOT NULL CHECK ("multiple_critical_paths" IN (0, 1)),
  "update_resources" INTEGER NOT NULL CHECK ("update_resources" IN (0, 1)),
  "control_level" INTEGER NOT NULL CHECK ("control_level" BETWEEN 0 AND 2),
  "archived" INTEGER NOT NULL CHECK ("archived" IN (0, 1)),
  "sample" INTEGER NOT NULL CHECK ("sample" IN (0, 1)),
  "editable_actual_costs" INTEGER NOT NULL CHECK ("editable_actual_costs" IN (0, 1)),
  "earned_value_baseline" INTEGER NOT NULL CHECK ("earned_value_baseline" BETWEEN 0 AND 10),
  "move_completed_back" INTEGER NOT NULL CHECK ("move_completed_back" IN (0, 1)),
  "move_remaining_back" INTEGER NOT NULL CHECK ("move_remaining_back" IN (0, 1)),
  "move_remaining_forward" INTEGER NOT NULL CHECK ("move_remaining_forward" IN (0, 1)),
  "move_completed_forward" INTEGER NOT NULL CHECK ("move_completed_forward" IN (0, 1)),
  "late_finish_extends" INTEGER NOT NULL CHECK ("late_finish_extends" IN (0, 1)),
  "template" TEXT,
  "template_version" INTEGER NOT NULL CHECK ("template_version" BETWEEN 0 AND 2147483647),
  "template_options" TEXT
) STRICT;

CREATE TABLE "calendar" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "project" INTEGER REFERENCES "project" DEFERRABLE INITIALLY DEFERRED,
  "parent" INTEGER REFERENCES "calendar" DEFERRABLE INITIALLY DEFERRED,
  "source_uid" INTEGER NOT NULL,
  "name" TEXT,
  "base" INTEGER NOT NULL CHECK ("base" IN (0, 1))
) STRICT;

CREATE TABLE "week" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "calendar" INTEGER NOT NULL REFERENCES "calendar" DEFERRABLE INITIALLY DEFERRED,
  "name" TEXT,
  "start" INTEGER,
  "finish" INTEGER,
  "monday" TEXT,
  "tuesday" TEXT,
  "wednesday" TEXT,
  "thursday" TEXT,
  "friday" TEXT,
  "saturday" TEXT,
  "sunday" TEXT
) STRICT;

CREATE TABLE "exception" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "calendar" INTEGER NOT NULL REFERENCES "calendar" DEFERRABLE INITIALLY DEFERRED,
  "name" TEXT,
  "hours" TEXT,
  "start" INTEGER,
  "finish" INTEGER,
  "occurrences" INTEGER NOT NULL CHECK ("occurrences" BETWEEN 0 AND 100000),
  "period" INTEGER NOT NULL CHECK ("period" BETWEEN 0 AND 10000),
  "weekdays" INTEGER NOT NULL CHECK ("weekdays" BETWEEN 0 AND 127),
  "month_day" INTEGER NOT NULL CHECK ("month_day" BETWEEN 0 AND 31),
  "position" INTEGER NOT NULL CHECK ("position" BETWEEN 0 AND 5),
  "position_item" INTEGER NOT NULL CHECK ("position_item" BETWEEN 0 AND 9),
  "month" INTEGER NOT NULL CHECK ("month" BETWEEN 0 AND 12),
  "recurrence" INTEGER NOT NULL CHECK ("recurrence" BETWEEN 1 AND 7),
  "kind" INTEGER NOT NULL CHECK ("kind" BETWEEN 0 AND 3)
) STRICT;

CREATE TABLE "task" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "project" INTEGER NOT NULL REFERENCES "project" DEFERRABLE INITIALLY DEFERRED,
  "parent" INTEGER REFERENCES "task" DEFERRABLE INITIALLY DEFERRED,
  "rank" INTEGER NOT NULL,
  "source_uid" INTEGER NOT NULL,
  "name" TEXT,
  "wbs" TEXT,
  "notes" TEXT,
  "start_text" TEXT,
  "finish_text" TEXT,
  "duration_text" TEXT,
  "subproject" TEXT,
  "contact" TEXT,
  "calendar" INTEGER REFERENCES "calendar" DEFERRABLE INITIALLY DEFERRED,
  "duration" INTEGER NOT NULL,
  "actual_duration" INTEGER NOT NULL,
  "actual_start" INTEGER,
  "actual_finish" INTEGER,
  "stop" INTEGER,
  "resume" INTEGER,
  "manual_start" INTEGER,
  "manual_finish" INTEGER,
  "constraint_date" INTEGER,
  "deadline" INTEGER,
  "created" INTEGER,
  "levelling_delay" INTEGER NOT NULL,
  "fixed_cost" INTEGER NOT NULL,
  "percent_complete" INTEGER NOT NULL CHECK ("percent_complete" BETWEEN 0 AND 10000),
  "physical_percent_complete" INTEGER NOT NULL CHECK ("physical_percent_complete" BETWEEN 0 AND 10000),
  "priority" INTEGER NOT NULL CHECK ("priority" BETWEEN 0 AND 1000),
  "duration_unit" INTEGER NOT NULL,
  "levelling_delay_unit" INTEGER NOT NULL,
  "type" INTEGER NOT NULL CHECK ("type" BETWEEN 0 AND 2),
  "constraint" INTEGER NOT NULL CHECK ("constraint" BETWEEN 0 AND 7),
  "fixed_cost_accrual" INTEGER NOT NULL CHECK ("fixed_cost_accrual" BETWEEN 1 AND 3),
  "estimated" INTEGER NOT NULL CHECK ("estimated" IN (0, 1)),
  "milestone" INTEGER NOT NULL CHECK ("milestone" IN (0, 1)),
  "active" INTEGER NOT NULL CHECK ("active" IN (0, 1)),
  "manual" INTEGER NOT NULL CHECK ("manual" IN (0, 1)),
  "effort_driven" INTEGER NOT NULL CHECK ("effort_driven" IN (0, 1)),
  "ignore_resource_calendar" INTEGER NOT NULL CHECK ("ignore_resource_calendar" IN (0, 1)),
  "level_assignments" INTEGER NOT NULL CHECK ("level_assignments" IN (0, 1)),
  "levelling_can_split" INTEGER NOT NULL CHECK ("levelling_can_split" IN (0, 1)),
  "recurring" INTEGER NOT NULL CHECK ("recurring" IN (0, 1)),
  "external" INTEGER NOT NULL CHECK ("external" IN (0, 1)),
  "blank" INTEGER NOT NULL CHECK ("blank" IN (0, 1)),
  "gate" INTEGER NOT NULL CHECK ("gate" IN (0, 1)),
  "hide_bar" INTEGER NOT NULL CHECK ("hide_bar" IN (0, 1)),
  "rollup" INTEGER NOT NULL CHECK ("rollup" IN (0, 1)),
  "earned_value_method" INTEGER NOT NULL CHECK ("earned_value_method" BETWEEN 0 AND 1),
  "actual_fixed_cost" INTEGER NOT NULL,
  "template_task" TEXT
) STRICT;

CREATE TABLE "link" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "predecessor" INTEGER NOT NULL REFERENCES "task" DEFERRABLE INITIALLY DEFERRED,
  "successor" INTEGER NOT NULL REFERENCES "task" DEFERRABLE INITIALLY DEFERRED,
  "lag" INTEGER NOT NULL,
  "type" INTEGER NOT NULL CHECK ("type" BETWEEN 0 AND 3),
  "lag_unit" INTEGER NOT NULL
) STRICT;

CREATE TABLE "resource" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "calendar" INTEGER REFERENCES "calendar" DEFERRABLE INITIALLY DEFERRED,
  "source_uid" INTEGER NOT NULL,
  "rank" INTEGER NOT NULL,
  "name" TEXT,
  "initials" TEXT,
  "group" TEXT,
  "role" TEXT,
  "email" TEXT,
  "code" TEXT,
  "notes" TEXT,
  "material_unit" TEXT,
  "max_units" INTEGER NOT NULL,
  "standard_rate" INTEGER NOT NULL,
  "overtime_rate" INTEGER NOT NULL,
  "cost_per_use" INTEGER NOT NULL,
  "type" INTEGER NOT NULL CHECK ("type" BETWEEN 0 AND 2),
  "standard_rate_unit" INTEGER NOT NULL CHECK ("standard_rate_unit" BETWEEN 1 AND 8),
  "overtime_rate_unit" INTEGER NOT NULL CHECK ("overtime_rate_unit" BETWEEN 1 AND 8),
  "accrual" INTEGER NOT NULL CHECK ("accrual" BETWEEN 1 AND 3),
  "budget" INTEGER NOT NULL CHECK ("budget" IN (0, 1)),
  "generic" INTEGER NOT NULL CHECK ("generic" IN (0, 1)),
  "inactive" INTEGER NOT NULL CHECK ("inactive" IN (0, 1)),
  "can_level" INTEGER NOT NULL CHECK ("can_level" IN (0, 1))
) STRICT;

CREATE TABLE "availability" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "resource" INTEGER NOT NULL REFERENCES "resource" DEFERRABLE INITIALLY DEFERRED,
  "start" INTEGER,
  "finish" INTEGER,
  "units" INTEGER NOT NULL
) STRICT;

CREATE TABLE "rate" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "resource" INTEGER NOT NULL REFERENCES "resource" DEFERRABLE INITIALLY DEFERRED,
  "start" INTEGER,
  "standard_rate" INTEGER NOT NULL,
  "overtime_rate" INTEGER NOT NULL,
  "cost_per_use" INTEGER NOT NULL,
  "table" INTEGER NOT NULL CHECK ("table" BETWEEN 0 AND 4),
  "standard_rate_unit" INTEGER NOT NULL CHECK ("standard_rate_unit" BETWEEN 1 AND 8),
  "overtime_rate_unit" INTEGER NOT NULL CHECK ("overtime_rate_unit" BETWEEN 1 AND 8)
) STRICT;

CREATE TABLE "assignment" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "task" INTEGER NOT NULL REFERENCES "task" DEFERRABLE INITIALLY DEFERRED,
  "resource" INTEGER REFERENCES "resource" DEFERRABLE INITIALLY DEFERRED,
  "source_uid" INTEGER NOT NULL,
  "notes" TEXT,
  "units" INTEGER NOT NULL,
  "work" INTEGER NOT NULL,
  "actual_work" INTEGER NOT NULL,
  "overtime_work" INTEGER NOT NULL,
  "actual_overtime_work" INTEGER NOT NULL,
  "delay" INTEGER NOT NULL,
  "levelling_delay" INTEGER NOT NULL,
  "actual_start" INTEGER,
  "actual_finish" INTEGER,
  "stop" INTEGER,
  "resume" INTEGER,
  "cost" INTEGER NOT NULL,
  "contour" INTEGER NOT NULL CHECK ("contour" BETWEEN 0 AND 8),
  "rate_table" INTEGER NOT NULL CHECK ("rate_table" BETWEEN 0 AND 4),
  "levelling_delay_unit" INTEGER NOT NULL,
  "fixed_material" INTEGER NOT NULL CHECK ("fixed_material" IN (0, 1)),
  "variable_rate_unit" INTEGER NOT NULL CHECK ("variable_rate_unit" BETWEEN 0 AND 8),
  "duration" INTEGER NOT NULL,
  "actual_cost" INTEGER NOT NULL
) STRICT;

CREATE TABLE "work_span" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "owner" INTEGER NOT NULL,
  "start" INTEGER,
  "finish" INTEGER,
  "value" INTEGER NOT NULL,
  "kind" INTEGER NOT NULL CHECK ("kind" BETWEEN 0 AND 1000),
  "unit" INTEGER NOT NULL CHECK ("unit" BETWEEN 0 AND 100),
  "owner_record" INTEGER NOT NULL
) STRICT;

CREATE TABLE "baseline" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "owner" INTEGER NOT NULL,
  "start" INTEGER,
  "finish" INTEGER,
  "duration" INTEGER NOT NULL,
  "work" INTEGER NOT NULL,
  "cost" INTEGER NOT NULL,
  "fixed_cost" INTEGER NOT NULL,
  "number" INTEGER NOT NULL CHECK ("number" BETWEEN 0 AND 10),
  "owner_record" INTEGER NOT NULL,
  "duration_unit" INTEGER NOT NULL,
  "estimated" INTEGER NOT NULL CHECK ("estimated" IN (0, 1))
) STRICT;

CREATE TABLE "custom_field" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "project" INTEGER NOT NULL REFERENCES "project" DEFERRABLE INITIALLY DEFERRED,
  "key" TEXT,
  "alias" TEXT,
  "formula" TEXT,
  "source_id" INTEGER NOT NULL,
  "owner_record" INTEGER NOT NULL
) STRICT;

CREATE TABLE "custom_value" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "owner" INTEGER NOT NULL,
  "field" INTEGER NOT NULL REFERENCES "custom_field" DEFERRABLE INITIALLY DEFERRED,
  "value" TEXT,
  "unit" INTEGER NOT NULL CHECK ("unit" BETWEEN 0 AND 100),
  "owner_record" INTEGER NOT NULL
) STRICT;

CREATE TABLE "imported_value" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "owner" INTEGER NOT NULL,
  "text" TEXT,
  "owner_record" INTEGER NOT NULL
) STRICT;

CREATE TABLE "split" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "owner" INTEGER NOT NULL,
  "after" INTEGER NOT NULL,
  "length" INTEGER NOT NULL,
  "owner_record" INTEGER NOT NULL
) STRICT;

CREATE INDEX "week_calendar" ON "week" ("calendar");
CREATE INDEX "exception_calendar" ON "exception" ("calendar");
CREATE INDEX "task_parent" ON "task" ("parent") WHERE "parent" IS NOT NULL;
CREATE INDEX "task_calendar" ON "task" ("calendar") WHERE "calendar" IS NOT NULL;
CREATE INDEX "link_predecessor" ON "link" ("predecessor");
CREATE INDEX "link_successor" ON "link" ("successor");
CREATE INDEX "availability_resource" ON "availability" ("resource");
CREATE INDEX "rate_resource" ON "rate" ("resource");
CREATE INDEX "assignment_task" ON "assignment" ("task");
CREATE INDEX "assignment_resource" ON "assignment" ("resource") WHERE "resource" IS NOT NULL;
CREATE INDEX "custom_value_field" ON "custom_value" ("field");

-- What was done, append-only. `undoes` and `redoes` name the entry whose changeset was applied backwards or again; such rows
-- have none of their own. `size` is the size of the changeset before it was compressed (zlib), or 0 when it is as it was.
CREATE TABLE "history" (
  "id" INTEGER PRIMARY KEY CHECK ("id" > 0),
  "at" INTEGER NOT NULL,
  "author" TEXT,
  "label" TEXT NOT NULL,
  "subject" TEXT,
  "project" INTEGER,
  "undoes" INTEGER REFERENCES "history" DEFERRABLE INITIALLY DEFERRED,
  "redoes" INTEGER REFERENCES "history" DEFERRABLE INITIALLY DEFERRED,
  "size" INTEGER NOT NULL,
  "changeset" BLOB,
  CHECK (("changeset" IS NULL) = ("undoes" IS NOT NULL OR "redoes" IS NOT NULL))
) STRICT;

-- `kind`: "office"; `id`: random, tells copies of this office from others.
CREATE TABLE "meta" (
  "key" TEXT PRIMARY KEY,
  "value" TEXT
) STRICT, WITHOUT ROWID;
