/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-load-pane.h"

#include "plan-load-draw.h"

G_BEGIN_DECLS

/* Whose load is shown. */
typedef enum {
  PLAN_LOAD_OF_TASKS, /* people of the selected tasks */
  PLAN_LOAD_OF_ALL,
  PLAN_LOAD_OF_GROUP,
} PlanLoadWho;

/**
 * PlanLoadPane:
 * @height: that is wanted until the pane has its place, or 0
 * @people: ids of those who are listed, as text; @selection: those of them who are shown, or none for all
 * @group: name of the group whose people are listed
 * @layout: of what is seen, or %NULL; @left, @width, @tall: what it was made for
 * @revision: of the office when the people were listed
 * @top: ticks of the highest bar of the people at the scale @top_zoom
 * @cell: start of the cell under the keyboard's mark, or %PLAN_TICKS_NONE
 */
struct _PlanLoadPane
{
  GtkWidget parent_instance;

  GtkPaned *halves;
  GtkMenuButton *who_button;
  GtkWidget *legend;
  GtkStack *people_stack;
  GtkListView *people_view;
  GtkLabel *nobody;
  GtkWidget *hours;
  GtkWidget *chart;
  GtkWidget *menu;

  int height;
  PlanRowList *list;
  PlanGanttView *view;
  PlanDocument *document;
  const PlanChartTheme *theme;
  PlanChartMetrics metrics;
  GSimpleActionGroup *actions;

  PlanLoadWho who;
  char *group;
  GtkStringList *people;
  GtkSelectionModel *selection;
  guint update_source;

  PlanLoadLayout *layout;
  PlanTimescale scale;
  double left;
  int width, tall;
  gint64 revision;
  PlanTicks top;
  double top_zoom;
  PlanTicks cell;
};

/* plan-load-pane.c */
PlanLoadLayout *plan_load_pane_get_layout   (PlanLoadPane *self);
void            plan_load_pane_invalidate   (PlanLoadPane *self);
PlanLoad       *plan_load_pane_get_load     (PlanLoadPane *self);
void            plan_load_pane_choose_task  (PlanLoadPane *self, PlanId task);

/* plan-load-pane-people.c */
void            plan_load_pane_init_people  (PlanLoadPane *self);
void            plan_load_pane_update_people (PlanLoadPane *self);

/* plan-load-pane-input.c */
void            plan_load_pane_init_input   (PlanLoadPane *self);
void            plan_load_pane_update_words (PlanLoadPane *self);
char           *plan_load_pane_describe     (PlanLoadPane *self, guint cell);

G_END_DECLS
