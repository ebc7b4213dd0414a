/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-details-panel.h"

#include "plan-columns.h"
#include "plan-panel-adder.h"
#include "plan-panel-field.h"
#include "plan-panel-text.h"

G_BEGIN_DECLS

/* The rows of the schedule of one task. */
#define PLAN_N_DETAILS 8

/* The groups of all other columns. */
#define PLAN_N_DETAILS_GROUPS (PLAN_COLUMNS_EARNED_VALUE + 1)

/**
 * PlanDetailsPanel:
 * @task: the one that is shown, or %PLAN_ID_NONE
 * @fields: of the schedule, in the order of the table
 * @others: by column, the rows in groups that have been opened; %NULL for other columns
 * @shared: by column, the rows of several tasks; %NULL for other columns
 * @many: the tasks that are shown together
 * @people, @links: ids of what is listed, in order
 * @all_links: whether all links are listed, however many
 */
struct _PlanDetailsPanel
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkStack *stack;
  GtkLabel *number;
  GtkBox *chips;
  PlanPanelText *name;
  GtkWidget *reason_group;
  GtkBox *reason_box;
  GtkWidget *against;
  GtkBox *schedule_box;
  GtkWidget *people_group;
  GtkBox *people_box;
  PlanPanelAdder *people_adder;
  GtkWidget *links_group;
  GtkBox *links_box;
  PlanPanelAdder *links_adder;
  PlanPanelText *notes;
  GtkLabel *many_title;
  GtkBox *many_box;
  GtkWidget *many_card;
  GtkWidget *many_hint;
  GtkBox *groups_box;
  GtkLabel *project_title;
  GtkBox *project_box;
  GtkLabel *project_hint;

  PlanRowList *list;
  PlanId task;
  PlanPanelField *fields[PLAN_N_DETAILS];
  GtkWidget *groups[PLAN_N_DETAILS_GROUPS];
  PlanPanelField *others[PLAN_N_COLUMNS];
  PlanPanelField *shared[PLAN_N_COLUMNS];
  GArray *many;
  GArray *people;
  GArray *links;
  guint update_source;
  gboolean outdated;
  gboolean all_links;
};

/* plan-details-panel.c */
void             plan_details_queue_update    (PlanDetailsPanel *self);
void             plan_details_tell            (PlanDetailsPanel *self, const char *sentence);
void             plan_details_go_to           (PlanDetailsPanel *self, PlanId task);
guint            plan_details_get_row         (PlanDetailsPanel *self);
void             plan_details_clear           (GtkBox *box);
GtkWidget       *plan_details_add_empty       (GtkBox *box, const char *text);

/* plan-details-schedule.c */
void             plan_details_add_fields      (PlanDetailsPanel *self);
void             plan_details_update_schedule (PlanDetailsPanel *self);
void             plan_details_update_chips    (PlanDetailsPanel *self);

gboolean         plan_details_has_field       (PlanColumnId column);

/* plan-details-groups.c */
PlanPanelField  *plan_details_create_field    (PlanDetailsPanel *self, PlanColumnId column, PlanPanelApply apply);
PlanColumnId     plan_details_get_column      (GtkWidget *field);
gboolean         plan_details_apply           (GtkWidget *field, const char *text, gpointer self, GError **error);
void             plan_details_update_field    (PlanDetailsPanel *self, PlanPanelField *field, const PlanCellSource *source, guint row);
void             plan_details_add_groups      (PlanDetailsPanel *self);
void             plan_details_update_groups   (PlanDetailsPanel *self);

/* plan-details-reason.c */
void             plan_details_update_reason   (PlanDetailsPanel *self);

/* plan-details-lists.c */
void             plan_details_connect_lists   (PlanDetailsPanel *self);
void             plan_details_update_people   (PlanDetailsPanel *self);
void             plan_details_update_links    (PlanDetailsPanel *self);

/* plan-details-project.c */
void             plan_details_update_project  (PlanDetailsPanel *self);

/* plan-details-many.c */
void             plan_details_add_many        (PlanDetailsPanel *self);
void             plan_details_update_many     (PlanDetailsPanel *self);

G_END_DECLS
