/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the views of the window have in common: the plan, its network, the load of people … Each is a page with a row of
 * buttons of its own, told which project of which office is chosen and how much room there is. What is done in it and why
 * something was not, it says through signals.
 */

#include "plan-view-page.h"

enum {
  TELL,
  DONE,
  DRAG_STATUS,
  PROJECT_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE (PlanViewPage, plan_view_page, GTK_TYPE_WIDGET)

static void
plan_view_page_class_init (PlanViewPageClass *klass)
{
  /**
   * PlanViewPage::tell:
   * @sentence: why something was not done
   */
  signals[TELL] = g_signal_new ("tell", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * PlanViewPage::done:
   * @sentence: what was done and can be undone
   */
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * PlanViewPage::drag-status:
   * @status: (nullable): what a drop would do; %NULL when nothing is dragged any more
   */
  signals[DRAG_STATUS] = g_signal_new ("drag-status", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * PlanViewPage::project-chosen:
   * @project: what is to be shown in all views
   */
  signals[PROJECT_CHOSEN] = g_signal_new ("project-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
plan_view_page_init (PlanViewPage *self)
{
}

/**
 * plan_view_page_get_actions:
 *
 * Returns: (transfer none) (nullable): the actions of the group "view" that are there while the page is shown
 */
GActionMap *
plan_view_page_get_actions (PlanViewPage *self)
{
  PlanViewPageClass *klass;

  g_return_val_if_fail (PLAN_IS_VIEW_PAGE (self), NULL);

  klass = PLAN_VIEW_PAGE_GET_CLASS (self);
  return klass->get_actions != NULL ? klass->get_actions (self) : NULL;
}

/**
 * plan_view_page_set_list:
 * @list: the rows of the plan
 *
 * Gives a view of a project its rows; once, before the first project.
 */
void
plan_view_page_set_list (PlanViewPage *self, PlanRowList *list)
{
  PlanViewPageClass *klass;

  g_return_if_fail (PLAN_IS_VIEW_PAGE (self));

  klass = PLAN_VIEW_PAGE_GET_CLASS (self);
  if (klass->set_list != NULL)
    klass->set_list (self, list);
}

/**
 * plan_view_page_set_project:
 * @document: (nullable): the office, or %NULL to show nothing
 * @project: a project of it, or %PLAN_ID_NONE
 *
 * Shows a project, or the whole office with the project marked.
 */
void
plan_view_page_set_project (PlanViewPage *self, PlanDocument *document, PlanId project)
{
  g_return_if_fail (PLAN_IS_VIEW_PAGE (self));

  PLAN_VIEW_PAGE_GET_CLASS (self)->set_project (self, document, project);
}

/**
 * plan_view_page_arrange:
 * @narrow: whether the window has no room for its sidebar
 * @compact: whether the page has no room for all of its buttons
 */
void
plan_view_page_arrange (PlanViewPage *self, gboolean narrow, gboolean compact)
{
  PlanViewPageClass *klass;

  g_return_if_fail (PLAN_IS_VIEW_PAGE (self));

  klass = PLAN_VIEW_PAGE_GET_CLASS (self);
  if (klass->arrange != NULL)
    klass->arrange (self, narrow, compact);
}

/**
 * plan_view_page_tell:
 * @sentence: why something was not done
 *
 * Says it to whoever shows such.
 */
void
plan_view_page_tell (PlanViewPage *self, const char *sentence)
{
  g_return_if_fail (PLAN_IS_VIEW_PAGE (self));

  g_signal_emit (self, signals[TELL], 0, sentence);
}

/**
 * plan_view_page_tell_done:
 * @sentence: what was done, to be shown with Undo
 */
void
plan_view_page_tell_done (PlanViewPage *self, const char *sentence)
{
  g_return_if_fail (PLAN_IS_VIEW_PAGE (self));

  g_signal_emit (self, signals[DONE], 0, sentence);
}

/**
 * plan_view_page_tell_drag:
 * @status: (nullable): what a drop would do; %NULL when nothing is dragged any more
 */
void
plan_view_page_tell_drag (PlanViewPage *self, const char *status)
{
  g_return_if_fail (PLAN_IS_VIEW_PAGE (self));

  g_signal_emit (self, signals[DRAG_STATUS], 0, status);
}

/**
 * plan_view_page_choose:
 * @project: a project of the office
 *
 * Asks for another project.
 */
void
plan_view_page_choose (PlanViewPage *self, gint64 project)
{
  g_return_if_fail (PLAN_IS_VIEW_PAGE (self));

  g_signal_emit (self, signals[PROJECT_CHOSEN], 0, project);
}
