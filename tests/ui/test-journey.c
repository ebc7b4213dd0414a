/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plan that is made by keyboard alone, from an office that nothing was put into, is the plan that the same edits make
 * without a window.
 */

#include "plan-edits.h"
#include "plan-project-page.h"
#include "plan-ui-compare.h"
#include "plan-ui-fixture.h"

#include <string.h>

#define N_TASKS 20

/* Columns of a new sheet, counted from the name. */
#define TO_DURATION     1
#define TO_PREDECESSORS 5
#define TO_RESOURCES    6
#define TO_COMPLETE     7

/* One task as it is typed; NULL: that cell is passed. */
typedef struct
{
  const char *name;
  const char *duration;
  const char *predecessors;
  const char *resources;
  const char *complete;
} Row;

/* Rows that are indented together, or linked in order: the first and the last. */
typedef struct
{
  guint first;
  guint last;
} Range;

typedef struct
{
  const char *project;
  Row rows[N_TASKS];
} Plan;

static const Range indented[] = { { 1, 4 }, { 6, 10 }, { 12, 18 } };
static const Range linked[] = { { 1, 4 }, { 6, 9 }, { 12, 16 } };

static const Plan english = {
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
  },
};

static const Plan chinese = {
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
  },
};

static PlanApplication *application;

static PlanRowList *
get_list (PlanWindow *window)
{
  return plan_plan_page_get_list (plan_window_get_page (window));
}

static GtkNative *
find_project_page (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkNative) window = g_list_model_get_item (windows, i);

      if (PLAN_IS_PROJECT_PAGE (window))
        return window;
    }
  return NULL;
}

static void
make_project (PlanWindow *window, const Plan *plan)
{
  GtkNative *page;

  plan_fixture_input (window, "key ctrl+n");
  page = find_project_page ();
  g_assert_nonnull (page);
  plan_fixture_focus_native (window, page);
  plan_fixture_type (window, plan->project);
  plan_fixture_input (window, "key Return");
  /* Its button is pressed for a moment first. */
  for (guint i = 0; i < 50 && find_project_page () != NULL; i++)
    plan_fixture_settle (window);
  g_assert_null (find_project_page ());
  plan_fixture_focus (window);
  g_assert_cmpint (plan_window_get_project (window), !=, PLAN_ID_NONE);
}

/* Goes from wherever the cursor is to a cell. */
static void
go_to (PlanWindow *window, guint row, guint column)
{
  g_autoptr (GString) keys = g_string_new ("key ctrl+Home");

  for (guint i = 0; i < row; i++)
    g_string_append (keys, " Down");
  for (guint i = 0; i < column; i++)
    g_string_append (keys, " Right");
  plan_fixture_input (window, "%s", keys->str);
}

static void
select_rows (PlanWindow *window, const Range *range)
{
  go_to (window, range->first, 0);
  plan_fixture_input (window, "key --repeat %u shift+Down", range->last - range->first);
}

static const char *
get_cell (const Row *row, guint column)
{
  return column == TO_DURATION ? row->duration : column == TO_PREDECESSORS ? row->predecessors
       : column == TO_RESOURCES ? row->resources : column == TO_COMPLETE ? row->complete : row->name;
}

static void
type_column (PlanWindow *window, const Plan *plan, guint column)
{
  for (guint i = 0; i < N_TASKS; i++)
    {
      const char *text = get_cell (&plan->rows[i], column);

      if (text == NULL)
        continue;
      go_to (window, i, column);
      plan_fixture_type (window, text);
      plan_fixture_input (window, "key Return");
      g_assert_false (plan_sheet_is_editing (plan_plan_page_get_sheet (plan_window_get_page (window))));
    }
}

static void
make_by_keyboard (PlanWindow *window, const Plan *plan)
{
  make_project (window, plan);
  for (guint i = 0; i < N_TASKS; i++)
    {
      plan_fixture_type (window, plan->rows[i].name);
      plan_fixture_input (window, "key Return");
      g_assert_cmpuint (plan_row_list_get_n (get_list (window)), ==, i + 1);
    }
  for (guint i = 0; i < G_N_ELEMENTS (indented); i++)
    {
      select_rows (window, &indented[i]);
      plan_fixture_input (window, "key alt+shift+Right");
    }
  type_column (window, plan, TO_DURATION);
  for (guint i = 0; i < G_N_ELEMENTS (linked); i++)
    {
      select_rows (window, &linked[i]);
      plan_fixture_input (window, "key ctrl+l");
    }
  type_column (window, plan, TO_PREDECESSORS);
  type_column (window, plan, TO_RESOURCES);
  type_column (window, plan, TO_COMPLETE);
}

static void
set_cells (PlanDocument *document, const PlanId *tasks, const Plan *plan, guint column, PlanColumnId id)
{
  for (guint i = 0; i < N_TASKS; i++)
    {
      const char *text = get_cell (&plan->rows[i], column);
      g_autoptr (GError) error = NULL;

      if (text != NULL)
        plan_edit_set_cell (document, id, tasks[i], text, &error);
      g_assert_no_error (error);
    }
}

/* The same plan as its edits. */
static PlanId
make_by_edits (PlanDocument *document, const Plan *plan, PlanTicks start)
{
  const PlanNewProject what = { .name = plan->project, .start = start };
  g_autoptr (GError) error = NULL;
  PlanId project, tasks[N_TASKS];

  plan_edit_project_create (document, &what, &project, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < N_TASKS; i++)
    plan_edit_task_insert (document, project, PLAN_ID_NONE, i > 0 ? tasks[i - 1] : PLAN_ID_NONE, plan->rows[i].name, NULL,
                           &tasks[i], &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (indented); i++)
    plan_edit_tasks_indent (document, tasks + indented[i].first, indented[i].last - indented[i].first + 1, &error);
  g_assert_no_error (error);
  set_cells (document, tasks, plan, TO_DURATION, PLAN_COLUMN_DURATION);
  for (guint i = 0; i < G_N_ELEMENTS (linked); i++)
    plan_edit_tasks_link (document, tasks + linked[i].first, linked[i].last - linked[i].first + 1, &error);
  g_assert_no_error (error);
  set_cells (document, tasks, plan, TO_PREDECESSORS, PLAN_COLUMN_PREDECESSORS);
  set_cells (document, tasks, plan, TO_RESOURCES, PLAN_COLUMN_RESOURCES);
  set_cells (document, tasks, plan, TO_COMPLETE, PLAN_COLUMN_COMPLETE);
  return project;
}

static void
run_journey (const Plan *plan)
{
  PlanWindow *window = plan_fixture_open_empty (application);
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "edits.planwright", NULL);
  g_autoptr (GError) error = NULL;
  PlanDocument *document = plan_document_open (path, PLAN_STORE_CREATE, &error);
  g_autofree char *made = NULL;
  g_autofree char *expected = NULL;
  PlanId project;

  g_assert_no_error (error);
  plan_fixture_focus (window);
  make_by_keyboard (window, plan);
  project = plan_window_get_project (window);
  made = plan_compare_describe (plan_window_get_document (window), project);
  project = make_by_edits (document, plan, plan_model_get_project (plan_document_get_model (plan_window_get_document (window)), project)->start);
  expected = plan_compare_describe (document, project);
  plan_compare_assert_same (made, expected);
  g_assert_nonnull (strstr (made, plan->rows[N_TASKS - 1].name));
  plan_document_close (document);
  g_object_unref (document);
  plan_fixture_close (window);
}

static void
test_english (void)
{
  run_journey (&english);
}

static void
test_chinese (void)
{
  run_journey (&chinese);
}

int
main (int argc, char **argv)
{
  application = plan_fixture_start (&argc, &argv);
  if (g_test_slow ())
    plan_fixture_add_test ("/ui/journey/chinese", test_chinese);
  else
    plan_fixture_add_test ("/ui/journey/english", test_english);
  return plan_fixture_run (application);
}
