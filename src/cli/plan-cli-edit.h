/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-edits.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * PlanCliEdit:
 * @project: the project chosen with --project, or %PLAN_ID_NONE
 * @request: the line that is being answered
 * @added: the record that the edit made, or %PLAN_ID_NONE
 * @task: the task whose dates the answer tells, or %PLAN_ID_NONE
 *
 * A script at work.
 */
typedef struct
{
  PlanDocument *document;
  PlanId project;
  JsonObject *request;
  PlanRecord added_record;
  PlanId added;
  PlanId task;
} PlanCliEdit;

gboolean    plan_cli_edit_find_project  (PlanCliEdit *self, PlanId *id, GError **error);
gboolean    plan_cli_edit_find_place    (PlanCliEdit *self, PlanId *project, PlanId *after, GError **error);
gboolean    plan_cli_edit_find          (PlanCliEdit *self, PlanRecord record, const char *member, PlanId *id, GError **error);
gboolean    plan_cli_edit_find_task     (PlanCliEdit *self, const char *member, PlanId *id, GError **error);
gboolean    plan_cli_edit_find_target   (PlanCliEdit *self, PlanId *parent, PlanId *after, GError **error);
GArray     *plan_cli_edit_list_tasks    (PlanCliEdit *self, GError **error);
gboolean    plan_cli_edit_check_members (PlanCliEdit *self, GError **error);
gboolean    plan_cli_edit_need          (PlanCliEdit *self, const char *member, GError **error);
const char *plan_cli_edit_get_text      (PlanCliEdit *self, const char *member);
gboolean    plan_cli_edit_need_text     (PlanCliEdit *self, const char *member, const char **text, GError **error);
char       *plan_cli_edit_dup_value     (PlanCliEdit *self, const char *member);
gboolean    plan_cli_edit_set_baseline  (PlanCliEdit *self, GError **error);
gboolean    plan_cli_edit_clear_baseline (PlanCliEdit *self, GError **error);
gboolean    plan_cli_edit_set_interim   (PlanCliEdit *self, GError **error);
gboolean    plan_cli_edit_clear_interim (PlanCliEdit *self, GError **error);
gboolean    plan_cli_edit_parse_instant (PlanCliEdit *self, PlanId project, const char *member, gboolean is_finish,
                                         PlanTicks *at, GError **error);
gboolean    plan_cli_edit_make          (PlanCliEdit *self, GError **error);

gboolean    plan_cli_edit_level         (PlanCliEdit *self, GError **error);

/* plan-cli-edit-template.c */
gboolean    plan_cli_edit_use_template    (PlanCliEdit *self, GError **error);
gboolean    plan_cli_edit_insert_template (PlanCliEdit *self, GError **error);

/* plan-cli-edit-progress.c */
gboolean    plan_cli_edit_is_computed     (const char *field);
gboolean    plan_cli_edit_set_computed    (PlanCliEdit *self, PlanId task, const char *field, GError **error);
gboolean    plan_cli_edit_update_progress (PlanCliEdit *self, GError **error);
gboolean    plan_cli_edit_reschedule_work (PlanCliEdit *self, GError **error);
gboolean    plan_cli_edit_split_task      (PlanCliEdit *self, GError **error);
gboolean    plan_cli_edit_move_part       (PlanCliEdit *self, GError **error);
gboolean    plan_cli_edit_join_task       (PlanCliEdit *self, GError **error);
gboolean    plan_cli_edit_add_recurring   (PlanCliEdit *self, GError **error);

G_END_DECLS
