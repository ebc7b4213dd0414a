/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The plan that the journeys make, in both languages, and the edits that make it without a window.
 */

#include "plan-journey.h"

#include "plan-columns.h"
#include "plan-edits.h"

const PlanJourneyRange plan_journey_indented[4] = { { 1, 4 }, { 6, 10 }, { 12, 18 }, { 21, 28 } };
const PlanJourneyRange plan_journey_linked[4] = { { 1, 4 }, { 6, 9 }, { 12, 16 }, { 21, 24 } };

const PlanJourney plan_journey_english = {
  "Warehouse",
  {
    { "Preparation", NULL, NULL, NULL, NULL },
    { "Requirements", "3d", NULL, "Li Na", "100" },
    { "Site survey", "2d", NULL, "Li Na; Wang Wei", "100" },
    { "Permits", "2w", NULL, "Wang Wei 50%", "40" },
    { "Start signal", "0d", NULL, NULL, NULL },
    { "Design", NULL, NULL, NULL, NULL },
    { "Concept", "5d", "5", "Zhao Lei", "25" },
    { "Drawings", "8d", NULL, "Zhao Lei; Sun Li 50%", NULL },
    { "Review", "1d", NULL, NULL, NULL },
    { "Approval", "0d", NULL, NULL, NULL },
    { "Tender", "10d", "8SS+2d", "Li Na", NULL },
    { "Construction", NULL, NULL, NULL, NULL },
    { "Foundations", "10d", "4; 10FS+1d", NULL, NULL },
    { "Steel", "15d", NULL, NULL, NULL },
    { "Roof", "1w", NULL, NULL, NULL },
    { "Floor", "6d", NULL, NULL, NULL },
    { "Doors", "4h", NULL, "Sun Li", NULL },
    { "Electricity", "12d", "14FS-3d", NULL, NULL },
    { "Inspection", "1d", "17; 18", NULL, NULL },
    { "Handover", "0d", "19FS+2ed", NULL, NULL },
    { "Move-in", NULL, NULL, NULL, NULL },
    { "Racks", "5d", "20", "Sun Li; Wang Wei 50%", NULL },
    { "Software", "8d", NULL, "Zhao Lei", NULL },
    { "Training", "3d", NULL, "Li Na", NULL },
    { "Stock transfer", "6d", NULL, "Wang Wei", NULL },
    { "Test run", "2d", "23; 25FS+1d", NULL, NULL },
    { "Corrections", "1w", "26SS+1d", "Zhao Lei 50%", NULL },
    { "Manual", "4d", "23", "Li Na", NULL },
    { "Final invoice", "1d", "27; 28", NULL, NULL },
    { "Closing", "0d", "29", NULL, NULL },
  },
};

const PlanJourney plan_journey_chinese = {
  "仓库",
  {
    { "准备", NULL, NULL, NULL, NULL },
    { "需求", "3天", NULL, "李娜", "100" },
    { "勘察", "2天", NULL, "李娜；王伟", "100" },
    { "许可", "2周", NULL, "王伟 50%", "40" },
    { "启动", "0天", NULL, NULL, NULL },
    { "设计", NULL, NULL, NULL, NULL },
    { "方案", "5天", "5", "赵磊", "25" },
    { "图纸", "8天", NULL, "赵磊；孙丽 50%", NULL },
    { "评审", "1天", NULL, NULL, NULL },
    { "批准", "0天", NULL, NULL, NULL },
    { "招标", "10天", "8SS+2天", "李娜", NULL },
    { "施工", NULL, NULL, NULL, NULL },
    { "基础", "10天", "4；10FS+1天", NULL, NULL },
    { "钢结构", "15天", NULL, NULL, NULL },
    { "屋面", "1周", NULL, NULL, NULL },
    { "地面", "6天", NULL, NULL, NULL },
    { "门窗", "4小时", NULL, "孙丽", NULL },
    { "电气", "12天", "14FS-3天", NULL, NULL },
    { "验收", "1天", "17；18", NULL, NULL },
    { "移交", "0天", "19FS+2ed", NULL, NULL },
    { "搬迁", NULL, NULL, NULL, NULL },
    { "货架", "5天", "20", "孙丽；王伟 50%", NULL },
    { "软件", "8天", NULL, "赵磊", NULL },
    { "培训", "3天", NULL, "李娜", NULL },
    { "移库", "6天", NULL, "王伟", NULL },
    { "试运行", "2天", "23；25FS+1天", NULL, NULL },
    { "整改", "1周", "26SS+1天", "赵磊 50%", NULL },
    { "手册", "4天", "23", "李娜", NULL },
    { "决算", "1天", "27；28", NULL, NULL },
    { "结束", "0天", "29", NULL, NULL },
  },
};

/* What is typed into a cell, or NULL. */
const char *
plan_journey_get_cell (const PlanJourneyRow *row, guint column)
{
  return column == TO_DURATION ? row->duration : column == TO_PREDECESSORS ? row->predecessors
       : column == TO_RESOURCES ? row->resources : column == TO_COMPLETE ? row->complete : row->name;
}

static void
set_cells (PlanDocument *document, const PlanId *tasks, const PlanJourney *plan, guint column, PlanColumnId id)
{
  for (guint i = 0; i < PLAN_JOURNEY_TASKS; i++)
    {
      const char *text = plan_journey_get_cell (&plan->rows[i], column);
      g_autoptr (GError) error = NULL;

      if (text != NULL)
        plan_edit_set_cell (document, id, tasks[i], text, &error);
      g_assert_no_error (error);
    }
}

static guint
count (const PlanJourneyRange *range)
{
  return range->last - range->first + 1;
}

/* The same plan as its edits. */
PlanId
plan_journey_make_by_edits (PlanDocument *document, const PlanJourney *plan, PlanTicks start)
{
  const PlanNewProject what = { .name = plan->project, .start = start };
  g_autoptr (GError) error = NULL;
  PlanId project, tasks[PLAN_JOURNEY_TASKS];

  plan_edit_project_create (document, &what, &project, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < PLAN_JOURNEY_TASKS; i++)
    plan_edit_task_insert (document, project, PLAN_ID_NONE, i > 0 ? tasks[i - 1] : PLAN_ID_NONE, plan->rows[i].name, NULL,
                           &tasks[i], &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (plan_journey_indented); i++)
    plan_edit_tasks_indent (document, tasks + plan_journey_indented[i].first, count (&plan_journey_indented[i]), &error);
  g_assert_no_error (error);
  set_cells (document, tasks, plan, TO_DURATION, PLAN_COLUMN_DURATION);
  for (guint i = 0; i < G_N_ELEMENTS (plan_journey_linked); i++)
    plan_edit_tasks_link (document, tasks + plan_journey_linked[i].first, count (&plan_journey_linked[i]), &error);
  g_assert_no_error (error);
  set_cells (document, tasks, plan, TO_PREDECESSORS, PLAN_COLUMN_PREDECESSORS);
  set_cells (document, tasks, plan, TO_RESOURCES, PLAN_COLUMN_RESOURCES);
  set_cells (document, tasks, plan, TO_COMPLETE, PLAN_COLUMN_COMPLETE);
  return project;
}
