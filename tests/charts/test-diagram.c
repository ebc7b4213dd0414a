/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The network diagram: places and words as text, links that never run through boxes, few crossings, and work that grows no
 * faster than n log n.
 */

#include "chart-fixture.h"
#include "plan-diagram-draw.h"

#include <stdlib.h>

static void
fill_plan (PlanDiagramPlan *plan, const ChartPlan *chart)
{
  *plan = (PlanDiagramPlan) { chart->model, chart->index, chart->outline, NULL };
}

static PlanDiagram *
create_network (const ChartPlan *chart, gboolean critical_only)
{
  g_autofree guint8 *hidden = plan_diagram_hide_uncritical (chart->model, chart->schedule);
  PlanDiagramPlan plan;

  fill_plan (&plan, chart);
  if (critical_only)
    plan.hidden = hidden;
  return plan_diagram_new (&plan, NULL, NULL);
}

static PlanDiagramInput
get_input (const ChartPlan *chart, const PlanDiagram *network)
{
  PlanDiagramInput input = { .diagram = network, .model = chart->model, .schedule = chart->schedule,
                             .project = chart->input.project,
                             .critical = TRUE, .with_words = TRUE, .hover = PLAN_INDEX_NONE, .measure = chart_measure };

  plan_diagram_get_size (network, &input.x1, &input.y1);
  return input;
}

static void
test_golden (void)
{
  g_autoptr (ChartPlan) chart = chart_plan_new (chart_shop_rows, chart_n_shop_rows);
  g_autoptr (PlanDiagram) network = create_network (chart, FALSE);
  g_autofree char *text = plan_diagram_to_text (network);

  chart_check_golden ("diagram", text);
}

static void
test_words (void)
{
  g_autoptr (ChartPlan) chart = chart_plan_new (chart_shop_rows, chart_n_shop_rows);
  g_autoptr (PlanDiagram) network = create_network (chart, FALSE);
  PlanDiagramInput input = get_input (chart, network);
  guint selected[] = { chart->outline->rows[14].task };
  g_autoptr (PlanDiagramLayout) layout = NULL;
  g_autofree char *text = NULL;

  input.selected = selected;
  input.n_selected = 1;
  layout = plan_diagram_layout_new (&input);
  text = plan_diagram_layout_to_text (layout);
  chart_check_golden ("diagram-words", text);
}

static void
test_critical (void)
{
  g_autoptr (ChartPlan) chart = chart_plan_new (chart_shop_rows, chart_n_shop_rows);
  g_autoptr (PlanDiagram) network = create_network (chart, TRUE);
  guint n_nodes;
  const PlanDiagramNode *nodes = plan_diagram_get_nodes (network, &n_nodes);

  g_assert_cmpuint (n_nodes, >, 0);
  for (guint i = 0; i < n_nodes; i++)
    g_assert_true (plan_schedule_get_task (chart->schedule, nodes[i].task)->critical);
}

static gboolean
crosses_box (const PlanDiagramPoint *a, const PlanDiagramPoint *b, const PlanDiagramNode *node)
{
  const double inset = 0.5;

  return MAX (a->x, b->x) > node->x + inset && MIN (a->x, b->x) < node->x + PLAN_DIAGRAM_BOX_WIDTH - inset &&
         MAX (a->y, b->y) > node->y + inset && MIN (a->y, b->y) < node->y + PLAN_DIAGRAM_BOX_HEIGHT - inset;
}

/* Links run level or upright, from their predecessor to their successor, and through no box; boxes lie apart. */
static void
check_network (const PlanDiagram *network)
{
  guint n_nodes, n_paths;
  const PlanDiagramNode *nodes = plan_diagram_get_nodes (network, &n_nodes);
  const PlanDiagramPath *paths = plan_diagram_get_paths (network, &n_paths);
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < n_nodes; i++)
    {
      gint64 place = (gint64) nodes[i].row << 32 | nodes[i].layer;

      g_assert_true (g_hash_table_add (taken, g_memdup2 (&place, sizeof place)));
    }
  for (guint i = 0; i < n_paths; i++)
    {
      const PlanDiagramPoint *points = plan_diagram_get_points (network, &paths[i]);
      double first_x = points[0].x - nodes[paths[i].from].x, last_x = points[paths[i].n_points - 1].x - nodes[paths[i].to].x;

      g_assert_true (first_x == 0 || first_x == PLAN_DIAGRAM_BOX_WIDTH);
      g_assert_true (last_x == 0 || last_x == PLAN_DIAGRAM_BOX_WIDTH);
      for (guint k = 1; k < paths[i].n_points; k++)
        {
          g_assert_true (points[k].x == points[k - 1].x || points[k].y == points[k - 1].y);
          for (guint n = 0; n < n_nodes; n++)
            g_assert_false (crosses_box (&points[k - 1], &points[k], &nodes[n]));
        }
    }
}

static void
test_clear_links (void)
{
  g_autoptr (ChartPlan) shop = chart_plan_new (chart_shop_rows, chart_n_shop_rows);
  g_autoptr (PlanDiagram) small = create_network (shop, FALSE);

  check_network (small);
  for (guint32 seed = 1; seed <= 8; seed++)
    {
      g_autoptr (ChartPlan) chart = chart_plan_new_long (200, 300, seed);
      g_autoptr (PlanDiagram) network = create_network (chart, FALSE);

      check_network (network);
    }
}

static guint
count_crossings (const PlanDiagram *network, const guint *row_of_node)
{
  guint n_nodes, n_paths, n = 0;
  const PlanDiagramNode *nodes = plan_diagram_get_nodes (network, &n_nodes);
  const PlanDiagramPath *paths = plan_diagram_get_paths (network, &n_paths);

  for (guint i = 0; i < n_paths; i++)
    for (guint k = i + 1; k < n_paths; k++)
      if (nodes[paths[i].from].layer == nodes[paths[k].from].layer && nodes[paths[i].to].layer == nodes[paths[k].to].layer)
        n += ((double) row_of_node[paths[i].from] - row_of_node[paths[k].from]) *
               ((double) row_of_node[paths[i].to] - row_of_node[paths[k].to]) < 0;
  return n;
}

/* Against boxes that stand in each column in the order of the outline. */
static void
test_crossings (void)
{
  guint before = 0, after = 0;

  for (guint32 seed = 1; seed <= 8; seed++)
    {
      g_autoptr (ChartPlan) chart = chart_plan_new_long (200, 300, seed);
      g_autoptr (PlanDiagram) network = create_network (chart, FALSE);
      guint n_nodes;
      const PlanDiagramNode *nodes = plan_diagram_get_nodes (network, &n_nodes);
      g_autofree guint *rows = g_new (guint, n_nodes);
      g_autofree guint *used = g_new0 (guint, n_nodes + 1);

      for (guint i = 0; i < n_nodes; i++)
        rows[i] = used[nodes[i].layer]++;
      before += count_crossings (network, rows);
      for (guint i = 0; i < n_nodes; i++)
        rows[i] = nodes[i].row;
      after += count_crossings (network, rows);
    }
  g_test_message ("%u crossings instead of %u", after, before);
  g_assert_cmpuint (4 * after, <, 3 * before);
}

static void
test_keys (void)
{
  g_autoptr (ChartPlan) chart = chart_plan_new (chart_shop_rows, chart_n_shop_rows);
  g_autoptr (PlanDiagram) network = create_network (chart, FALSE);
  guint contract = plan_diagram_find (network, chart->outline->rows[13].task);
  guint api = plan_diagram_find (network, chart->outline->rows[14].task);
  guint n_nodes;
  const PlanDiagramNode *nodes = plan_diagram_get_nodes (network, &n_nodes);
  guint below;

  g_assert_cmpuint (plan_diagram_step (network, contract, PLAN_DIAGRAM_RIGHT), ==, api);
  g_assert_cmpuint (plan_diagram_step (network, api, PLAN_DIAGRAM_LEFT), ==, contract);
  g_assert_cmpuint (plan_diagram_step (network, contract, PLAN_DIAGRAM_LEFT), ==, PLAN_INDEX_NONE);
  below = plan_diagram_step (network, contract, PLAN_DIAGRAM_DOWN);
  g_assert_cmpuint (nodes[below].layer, ==, nodes[contract].layer);
  g_assert_cmpuint (nodes[below].row, >, nodes[contract].row);
  g_assert_cmpuint (plan_diagram_step (network, below, PLAN_DIAGRAM_UP), ==, contract);
  g_assert_cmpuint (plan_diagram_find (network, chart->outline->rows[0].task), ==, PLAN_INDEX_NONE);
}

static void
test_hit (void)
{
  g_autoptr (ChartPlan) chart = chart_plan_new (chart_shop_rows, chart_n_shop_rows);
  g_autoptr (PlanDiagram) network = create_network (chart, FALSE);
  guint n_nodes, n_paths;
  const PlanDiagramNode *nodes = plan_diagram_get_nodes (network, &n_nodes);
  const PlanDiagramPath *paths = plan_diagram_get_paths (network, &n_paths);

  for (guint i = 0; i < n_nodes; i++)
    {
      g_assert_cmpuint (plan_diagram_node_at (network, nodes[i].x + 1, nodes[i].y + 1), ==, i);
      g_assert_cmpuint (plan_diagram_node_at (network, nodes[i].x - 1, nodes[i].y + 1), ==, PLAN_INDEX_NONE);
    }
  for (guint i = 0; i < n_paths; i++)
    {
      const PlanDiagramPoint *points = plan_diagram_get_points (network, &paths[i]);
      guint hit = plan_diagram_path_at (network, points[0].x + 1, points[0].y, 3);

      g_assert_cmpuint (hit, <, n_paths);
      g_assert_cmpuint (paths[hit].from, ==, paths[i].from);
    }
  g_assert_cmpuint (plan_diagram_path_at (network, 1, 1, 3), ==, PLAN_INDEX_NONE);
}

/* A plan without tasks, and one without links. */
static void
test_empty (void)
{
  static const ChartRow loose[] = { { 1, "One", 2 }, { 1, "Two", 3 },
                                    { 1, "", 0, NULL, 0, NULL, NULL, NULL, NULL, NULL, ROW_BLANK } };
  g_autoptr (ChartPlan) nothing = chart_plan_new (NULL, 0);
  g_autoptr (PlanDiagram) empty = create_network (nothing, FALSE);
  g_autoptr (ChartPlan) chart = chart_plan_new (loose, G_N_ELEMENTS (loose));
  g_autoptr (PlanDiagram) network = create_network (chart, FALSE);
  PlanDiagramInput input = get_input (nothing, empty);
  g_autoptr (PlanDiagramLayout) layout = plan_diagram_layout_new (&input);
  guint n;

  plan_diagram_get_nodes (empty, &n);
  g_assert_cmpuint (n, ==, 0);
  plan_diagram_layout_get_boxes (layout, &n);
  g_assert_cmpuint (n, ==, 0);
  plan_diagram_get_nodes (network, &n);
  g_assert_cmpuint (n, ==, 2);
  check_network (network);
}

static void
test_cancel (void)
{
  g_autoptr (ChartPlan) chart = chart_plan_new (chart_shop_rows, chart_n_shop_rows);
  PlanProgress progress = { 0 };
  g_autoptr (GError) error = NULL;
  PlanDiagramPlan plan;

  fill_plan (&plan, chart);
  plan_progress_cancel (&progress);
  g_assert_null (plan_diagram_new (&plan, &progress, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/diagram/golden", test_golden);
  g_test_add_func ("/charts/diagram/words", test_words);
  g_test_add_func ("/charts/diagram/critical", test_critical);
  g_test_add_func ("/charts/diagram/clear-links", test_clear_links);
  g_test_add_func ("/charts/diagram/crossings", test_crossings);
  g_test_add_func ("/charts/diagram/keys", test_keys);
  g_test_add_func ("/charts/diagram/hit", test_hit);
  g_test_add_func ("/charts/diagram/empty", test_empty);
  g_test_add_func ("/charts/diagram/cancel", test_cancel);
  return g_test_run ();
}
