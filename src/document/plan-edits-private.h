/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-batch.h"
#include "plan-columns.h"
#include "plan-edits.h"

G_BEGIN_DECLS

/* The working hours of a day where nobody said others. */
#define PLAN_STANDARD_HOURS "08:00-12:00 13:00-17:00"

/* Gap between the ranks of neighbours, so that twenty rows can be put between two before any is numbered anew. */
#define PLAN_RANK_GAP (G_GINT64_CONSTANT (1) << 20)

/**
 * PlanTyped:
 * @value: what was typed; its text belongs to the typed text
 * @unit: the #PlanUnit that was typed along, or 0
 * @estimated: whether a question mark was typed along; -1 when the field knows none
 *
 * What a text means for one field.
 */
typedef struct
{
  PlanValue value;
  int unit;
  int estimated;
} PlanTyped;

gconstpointer      plan_edit_require       (PlanDocument *document, PlanRecord record, PlanId id, GError **error);
gboolean           plan_edit_get_owner     (PlanRecord record, gconstpointer body, PlanRecord *owner, PlanId *id);
void               plan_edit_get_subject   (const PlanModel *model, PlanRecord record, PlanId id, const char **name, PlanId *project);
gboolean           plan_typed_parse        (const PlanModel *model, const PlanProject *project, PlanFieldId field,
                                            gconstpointer body, const char *text, PlanTyped *typed, GError **error);
gboolean           plan_typed_is_finish    (PlanFieldId field, gconstpointer body);
gboolean           plan_column_follows     (PlanColumnId column, const PlanTask *task, gboolean summary);
gboolean           plan_edit_follows_from_subtasks (PlanFieldId field, const PlanTask *task);
gboolean           plan_typed_check        (PlanFieldId field, const PlanTyped *typed, GError **error);
gboolean           plan_edit_has_children  (const PlanModel *model, PlanId task);
const char        *plan_edit_get_label     (PlanFieldId field);
gboolean           plan_edit_refuse_summary (const char *label, const PlanTask *task, GError **error);
gboolean           plan_edit_collect       (PlanDocument *document, PlanBatch *batch, PlanFieldId field, gconstpointer body,
                                            const PlanTyped *typed, GError **error);
gboolean           plan_edit_collect_date  (PlanDocument *document, PlanBatch *batch, const PlanTask *task, PlanTicks date,
                                            gboolean is_start, GError **error);
gboolean           plan_edit_collect_span  (PlanDocument *document, PlanBatch *batch, const PlanTask *task, PlanTicks start,
                                            PlanTicks finish, GError **error);
gboolean           plan_edit_collect_cost  (PlanDocument *document, PlanBatch *batch, const PlanTask *task, PlanMoney cost,
                                            GError **error);
gboolean           plan_edit_collect_actual_cost (PlanDocument *document, PlanBatch *batch, const PlanTask *task, PlanMoney cost,
                                                  GError **error);
void               plan_edit_follow_resource (PlanDocument *document, PlanBatch *batch, PlanFieldId field, PlanId resource,
                                              gint64 value);
gboolean           plan_edit_follow_task   (PlanDocument *document, PlanBatch *batch, PlanFieldId field, const PlanTask *task,
                                            const PlanTyped *typed, GError **error);
void               plan_edit_init_task     (PlanTask *task, const PlanProject *project);
void               plan_edit_init_resource (PlanResource *resource, PlanDocument *document, const char *name,
                                            PlanResourceType type);
void               plan_edit_init_assignment (PlanAssignment *assignment, PlanDocument *document, const PlanTask *task,
                                              PlanId resource, PlanResourceType type, PlanPercent units);
gboolean           plan_edit_require_tasks (PlanDocument *document, const PlanId *tasks, guint n_tasks, PlanId *project,
                                            GError **error);
gboolean           plan_edit_check_target  (PlanDocument *document, PlanId project, PlanId parent, PlanId after,
                                            GError **error);
void               plan_owned_complete     (const PlanModel *model, GHashTable *owned);
void               plan_owned_delete       (const PlanModel *model, GHashTable *owned, PlanBatch *batch);
gboolean           plan_owned_delete_record (PlanDocument *document, PlanRecord record, PlanId id, const char *label, GError **error);
gboolean           plan_owned_is_calendar_used (const PlanModel *model, const PlanCalendar *calendar, GHashTable *owned);
gboolean           plan_edit_init_project (PlanProject *project, PlanDocument *document, const PlanNewProject *what, PlanBatch *batch,
                                           GError **error);
void               plan_edit_place_project (const PlanModel *model, PlanProject *project, guint index);
PlanId             plan_edit_find_programme (const PlanModel *model, const char *name);
PlanId             plan_edit_insert_programme (PlanDocument *document, const char *name, PlanBatch *batch);
GHashTable        *plan_import_find_shared (const PlanModel *office, const PlanModel *import);
GHashTable        *plan_import_meet_externals (const PlanModel *from, const PlanModel *in);
GHashTable        *plan_import_list_stand_ins (const PlanModel *model, GHashTable *met);

G_END_DECLS
