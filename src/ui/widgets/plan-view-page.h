/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-document.h"
#include "plan-row-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLAN_TYPE_VIEW_PAGE (plan_view_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (PlanViewPage, plan_view_page, PLAN, VIEW_PAGE, GtkWidget)

/**
 * PlanViewPageClass:
 * @get_actions: the actions "view.*" that are there while the page is shown, or %NULL
 * @set_list: the rows of the plan, whose cursor and selection the views of a project share; %NULL for other views
 * @set_project: what is shown; a view of the whole office is told too, for the project may be marked in it
 * @arrange: whether the window is narrow, and whether the view is too narrow for all of its buttons; may be %NULL
 */
struct _PlanViewPageClass
{
  GtkWidgetClass parent_class;

  GActionMap *(*get_actions) (PlanViewPage *self);
  void        (*set_list)    (PlanViewPage *self, PlanRowList *list);
  void        (*set_project) (PlanViewPage *self, PlanDocument *document, PlanId project);
  void        (*arrange)     (PlanViewPage *self, gboolean narrow, gboolean compact);
};

GActionMap *plan_view_page_get_actions (PlanViewPage *self);
void        plan_view_page_set_list    (PlanViewPage *self, PlanRowList *list);
void        plan_view_page_set_project (PlanViewPage *self, PlanDocument *document, PlanId project);
void        plan_view_page_arrange     (PlanViewPage *self, gboolean narrow, gboolean compact);
void        plan_view_page_tell        (PlanViewPage *self, const char *sentence);
void        plan_view_page_tell_done   (PlanViewPage *self, const char *sentence);
void        plan_view_page_choose      (PlanViewPage *self, gint64 project);
void        plan_view_page_tell_drag   (PlanViewPage *self, const char *status);

G_END_DECLS
