/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-bilingual.h"
#include "plan-fields.h"
#include "plan-text.h"
#include "plan-time.h"

#include <glib.h>

G_BEGIN_DECLS

/* More than anybody reads; what comes from outside is checked against them. */
#define PLAN_TEMPLATE_MAX_TASKS 2000
#define PLAN_TEMPLATE_MAX_ROLES 200
#define PLAN_TEMPLATE_MAX_OPTIONS 60
#define PLAN_TEMPLATE_MAX_LINKS 10000
#define PLAN_TEMPLATE_MAX_RISKS 500
#define PLAN_TEMPLATE_MAX_ITEMS 100 /* of one kind on one task */

/* No role, option or task. */
#define PLAN_TEMPLATE_NONE G_MAXUINT

/* Which days are worked on; the holidays are those of the office. */
typedef enum {
  PLAN_TEMPLATE_STANDARD, /* the calendar of the office */
  PLAN_TEMPLATE_SIX_DAY,  /* Saturdays, too */
  PLAN_TEMPLATE_SEVEN_DAY,
} PlanTemplateCalendar;

typedef enum {
  PLAN_TEMPLATE_LOW,
  PLAN_TEMPLATE_MEDIUM,
  PLAN_TEMPLATE_HIGH,
} PlanTemplateLevel;

/* What is listed with a task. */
typedef enum {
  PLAN_TEMPLATE_CHECK,       /* to be looked at while it is done */
  PLAN_TEMPLATE_CRITERION,   /* has to hold before a gate is passed */
  PLAN_TEMPLATE_DOCUMENT,    /* has to be there */
  PLAN_TEMPLATE_DELIVERABLE, /* comes out of it */
  PLAN_TEMPLATE_N_ITEM_KINDS
} PlanTemplateItemKind;

/**
 * PlanTemplateRole:
 *
 * Who works, as long as nobody has a name.
 */
typedef struct
{
  const char *id;
  PlanBilingual name;
} PlanTemplateRole;

/**
 * PlanTemplateOption:
 * @is_on: whether it is on when nobody chooses
 *
 * A part of the scope: tasks of an option that is off are left out.
 */
typedef struct
{
  const char *id;
  PlanBilingual name;
  PlanBilingual description;
  gboolean is_on;
} PlanTemplateOption;

/**
 * PlanTemplateTask:
 * @level: 1 at the top
 * @parent: its summary task, or %PLAN_TEMPLATE_NONE; @end: the row behind the last one below it; both follow from the levels
 * @option: the option it belongs to with all below it, or %PLAN_TEMPLATE_NONE
 * @duration: the likely one, in ticks; between @optimistic and @pessimistic; all 0 for summaries and milestones
 * @guidance: how it is done well
 * @first_item: where the items of the template begin that may be of this task
 *
 * One row of a template.
 */
typedef struct
{
  const char *id;
  PlanBilingual name;
  PlanBilingual guidance;
  guint level;
  guint parent;
  guint end;
  guint option;
  PlanTicks duration;
  PlanTicks optimistic;
  PlanTicks pessimistic;
  PlanUnit duration_unit;
  gboolean milestone;
  gboolean gate;
  guint first_item;
} PlanTemplateTask;

/* Numbers of tasks and roles within the template. */
typedef struct
{
  guint task;
  guint role;
  PlanPercent units;
} PlanTemplateWork;

typedef struct
{
  guint task;
  PlanTemplateItemKind kind;
  PlanBilingual text;
} PlanTemplateItem;

/* @lag: as in #PlanLink */
typedef struct
{
  guint predecessor;
  guint successor;
  PlanLinkType type;
  gint64 lag;
  PlanUnit lag_unit;
} PlanTemplateLink;

/* @task: where it strikes, or %PLAN_TEMPLATE_NONE for the whole */
typedef struct
{
  guint task;
  PlanBilingual description;
  PlanBilingual response;
  PlanTemplateLevel probability;
  PlanTemplateLevel impact;
} PlanTemplateRisk;

/**
 * PlanTemplate:
 * @id: lower-case letters, digits and hyphens; the same in all versions and languages
 * @version: from 1
 * @kind: one of plan_template_kinds
 * @keywords: (element-type utf8): by language
 * @typical_duration: ticks of working time from the first to the last task
 * @schedule_from: which end is usually fixed, a #PlanScheduleFrom
 * @tasks: (element-type PlanTemplateTask): in the order of rows; @work and @items are in the order of tasks
 *
 * A method: what is done in a kind of project, in which order, by whom, and what has to be there. Owns all its texts.
 */
typedef struct
{
  const char *id;
  gint64 version;
  gint64 kind;
  PlanBilingual name;
  PlanBilingual summary;
  GPtrArray *keywords[PLAN_N_LANGUAGES];
  PlanTicks typical_duration;
  gint64 schedule_from;
  gint64 calendar;
  PlanBilingual calendar_hint;
  GArray *roles;
  GArray *options;
  GArray *tasks;
  GArray *work;
  GArray *items;
  GArray *links;
  GArray *risks;
  GHashTable *task_ids; /* number + 1 of each task by its id */
  GStringChunk *texts;
} PlanTemplate;

extern const PlanEnumName plan_template_kinds[];
extern const PlanEnumName plan_template_calendars[];
extern const PlanEnumName plan_template_levels[];
extern const PlanEnumName plan_template_item_kinds[];

PlanTemplate           *plan_template_new         (void);
void                    plan_template_free        (PlanTemplate *self);
const char             *plan_template_keep        (PlanTemplate *self, const char *text);
void                    plan_template_add_task    (PlanTemplate *self, const PlanTemplateTask *task);

const PlanTemplateTask *plan_template_get_task    (const PlanTemplate *self, guint task);
gboolean                plan_template_is_summary  (const PlanTemplate *self, guint task);
guint                   plan_template_find_task   (const PlanTemplate *self, const char *id);
guint                   plan_template_find_role   (const PlanTemplate *self, const char *id);
guint                   plan_template_find_option (const PlanTemplate *self, const char *id);
guint                   plan_template_count       (const PlanTemplate *self, PlanTemplateItemKind kind);

gboolean                plan_template_check       (PlanTemplate *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanTemplate, plan_template_free)

G_END_DECLS
