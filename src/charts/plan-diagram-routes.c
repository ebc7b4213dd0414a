/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How the links of a network diagram run: level and upright pieces in the gutters between columns and in channels between
 * lines of boxes, so that none runs through a box. All links that leave a box on one side share one upright piece, and so
 * do all that enter it from far; those of different boxes lie in lanes beside each other while there is room for lanes.
 */

#include "plan-diagram-private.h"

#include <stdlib.h>

#define MOST_LANES 12
#define LANE 6.0
#define LANE_SIDE 18.0  /* from a box to the first lane of a gutter */
#define LABEL_SIDE 40.0 /* from the last lane to the next box: room for the type of a link */
#define LEAST_GUTTER (LANE_SIDE + LABEL_SIDE)
#define CHANNELS 4
#define CHANNEL 4.0
#define CHANNEL_TOP 6.0 /* below the boxes */
#define OFF_MIDDLE 16.0 /* where links of other sides than usual leave and enter */

/* Sides of a box at which links leave and enter. */
typedef enum {
  OUT_RIGHT,
  OUT_LEFT,
  IN_LEFT,
  IN_RIGHT,
  N_PORTS
} Port;

/* The upright piece at a port: @y0 > @y1 while there is none. */
typedef struct
{
  double y0, y1, x;
  guint gutter;
  guint lane;
} Trunk;

/* A level piece in the channel below a line of boxes. */
typedef struct
{
  guint row;
  guint first, last; /* gutters */
  guint to;
  guint edge;
} Level;

typedef enum {
  ROUTE_STRAIGHT, /* nothing lies between */
  ROUTE_GUTTER,   /* both ends are at the same gutter */
  ROUTE_CHANNEL,
} RouteKind;

typedef struct
{
  guint8 kind;
  guint8 out;
  guint8 in;
  double y; /* of the channel */
} Route;

typedef struct
{
  PlanDiagram *network;
  Trunk *trunks; /* by node and port */
  Route *routes; /* by edge */
  double *gutter_x;
  double *gutter_width;
} Routing;

static double
get_top (guint row)
{
  return PLAN_DIAGRAM_MARGIN + PLAN_DIAGRAM_TITLE + row * PLAN_DIAGRAM_PITCH;
}

/* Where a link leaves or enters at a port. */
static double
get_port_y (const PlanDiagramNode *node, Port port)
{
  double middle = get_top (node->row) + PLAN_DIAGRAM_BOX_HEIGHT / 2;

  return port == OUT_LEFT ? middle + OFF_MIDDLE : port == IN_RIGHT ? middle - OFF_MIDDLE : middle;
}

static guint
get_gutter (const PlanDiagramNode *node, Port port)
{
  return port == OUT_RIGHT || port == IN_RIGHT ? node->layer + 1 : node->layer;
}

static void
stretch (Routing *self, guint node, Port port, double y)
{
  Trunk *trunk = &self->trunks[node * N_PORTS + port];

  trunk->gutter = get_gutter (plan_diagram_node (self->network, node), port);
  trunk->y0 = MIN (trunk->y0, y);
  trunk->y1 = MAX (trunk->y1, y);
}

/* Boxes by line: the next one in the line of each, or PLAN_INDEX_NONE. */
static guint *
find_next_in_rows (const PlanDiagram *network)
{
  guint *next = g_new (guint, network->nodes->len + 1);

  for (guint i = 0; i < network->nodes->len; i++)
    {
      gboolean same = i + 1 < network->nodes->len &&
                      plan_diagram_node (network, network->by_row[i])->row ==
                        plan_diagram_node (network, network->by_row[i + 1])->row;

      next[network->by_row[i]] = same ? network->by_row[i + 1] : PLAN_INDEX_NONE;
    }
  return next;
}

/* The channel that is nearest to the end: above it when the link comes down, else below it. */
static guint
choose_channel (const PlanDiagramNode *from, const PlanDiagramNode *to)
{
  return to->row > from->row ? to->row - 1 : to->row;
}

static void
choose_routes (Routing *self, GArray *levels)
{
  const PlanDiagram *network = self->network;
  g_autofree guint *next = find_next_in_rows (network);

  for (guint e = 0; e < network->edges->len; e++)
    {
      const PlanDiagramEdge *edge = plan_diagram_edge (network, e);
      const PlanDiagramNode *from = plan_diagram_node (network, edge->from), *to = plan_diagram_node (network, edge->to);
      Route *route = &self->routes[e];
      guint first, last;

      route->out = edge->type == PLAN_LINK_FS || edge->type == PLAN_LINK_FF ? OUT_RIGHT : OUT_LEFT;
      route->in = edge->type == PLAN_LINK_FS || edge->type == PLAN_LINK_SS ? IN_LEFT : IN_RIGHT;
      first = get_gutter (from, route->out);
      last = get_gutter (to, route->in);
      if (edge->type == PLAN_LINK_FS && next[edge->from] == edge->to)
        route->kind = ROUTE_STRAIGHT;
      else if (first == last)
        route->kind = ROUTE_GUTTER;
      else
        {
          Level level = { choose_channel (from, to), MIN (first, last), MAX (first, last), edge->to, e };

          route->kind = ROUTE_CHANNEL;
          g_array_append_val (levels, level);
        }
    }
}

static int
compare_levels (gconstpointer a, gconstpointer b)
{
  const Level *p = a, *q = b;

  if (p->row != q->row)
    return p->row < q->row ? -1 : 1;
  if (p->first != q->first)
    return p->first < q->first ? -1 : 1;
  return p->to != q->to ? (p->to < q->to ? -1 : 1) : (p->edge < q->edge ? -1 : p->edge > q->edge);
}

/* Gives level pieces their lanes: one that is free there, or that of another link to the same box, else the one that is
 * free first. */
static void
place_levels (Routing *self, GArray *levels)
{
  guint row = PLAN_INDEX_NONE;
  guint ends[CHANNELS] = { 0 }, tos[CHANNELS] = { 0 };

  g_array_sort (levels, compare_levels);
  for (guint i = 0; i < levels->len; i++)
    {
      const Level *level = &g_array_index (levels, Level, i);
      guint lane = 0;

      for (guint k = 0; k < CHANNELS && level->row != row; k++)
        {
          ends[k] = 0;
          tos[k] = PLAN_INDEX_NONE;
        }
      row = level->row;
      while (lane < CHANNELS && tos[lane] != PLAN_INDEX_NONE && tos[lane] != level->to && ends[lane] >= level->first)
        lane++;
      for (guint k = 0; lane == CHANNELS && k < CHANNELS; k++)
        if (ends[k] == MIN (MIN (ends[0], ends[1]), MIN (ends[2], ends[3])))
          lane = k;
      ends[lane] = MAX (ends[lane], level->last);
      tos[lane] = level->to;
      self->routes[level->edge].y = get_top (level->row) + PLAN_DIAGRAM_BOX_HEIGHT + CHANNEL_TOP + lane * CHANNEL;
    }
}

static void
stretch_trunks (Routing *self)
{
  const PlanDiagram *network = self->network;

  for (guint e = 0; e < network->edges->len; e++)
    {
      const PlanDiagramEdge *edge = plan_diagram_edge (network, e);
      const Route *route = &self->routes[e];
      double from = get_port_y (plan_diagram_node (network, edge->from), route->out);
      double to = get_port_y (plan_diagram_node (network, edge->to), route->in);

      if (route->kind == ROUTE_STRAIGHT || (route->kind == ROUTE_GUTTER && from == to))
        continue;
      stretch (self, edge->from, route->out, from);
      stretch (self, edge->from, route->out, route->kind == ROUTE_GUTTER ? to : route->y);
      if (route->kind != ROUTE_CHANNEL)
        continue;
      stretch (self, edge->to, route->in, route->y);
      stretch (self, edge->to, route->in, to);
    }
}

static int
compare_trunks (gconstpointer a, gconstpointer b)
{
  const Trunk *p = *(const Trunk *const *) a, *q = *(const Trunk *const *) b;

  if (p->gutter != q->gutter)
    return p->gutter < q->gutter ? -1 : 1;
  if (p->y0 != q->y0)
    return p->y0 < q->y0 ? -1 : 1;
  return p < q ? -1 : p > q;
}

static guint
choose_lane (double *ends, guint n_lanes, const Trunk *trunk)
{
  guint lane = 0;

  while (lane < n_lanes && ends[lane] > trunk->y0 - LANE)
    lane++;
  if (lane < MOST_LANES)
    return lane;
  lane = 0;
  for (guint k = 1; k < MOST_LANES; k++)
    if (ends[k] < ends[lane])
      lane = k;
  return lane;
}

/* Gives upright pieces their lanes, and gutters the width that the lanes need. */
static void
place_trunks (Routing *self)
{
  g_autoptr (GPtrArray) used = g_ptr_array_new ();
  guint gutter = PLAN_INDEX_NONE, n_lanes = 0;
  double ends[MOST_LANES];

  for (guint i = 0; i < self->network->nodes->len * N_PORTS; i++)
    if (self->trunks[i].y0 <= self->trunks[i].y1)
      g_ptr_array_add (used, &self->trunks[i]);
  g_ptr_array_sort (used, compare_trunks);
  for (guint i = 0; i < used->len; i++)
    {
      Trunk *trunk = used->pdata[i];

      if (trunk->gutter != gutter)
        n_lanes = 0;
      gutter = trunk->gutter;
      trunk->lane = choose_lane (ends, n_lanes, trunk);
      if (trunk->lane == n_lanes)
        ends[n_lanes++] = trunk->y1;
      ends[trunk->lane] = MAX (ends[trunk->lane], trunk->y1);
      self->gutter_width[gutter] = MAX (self->gutter_width[gutter], LEAST_GUTTER + (n_lanes - 1) * LANE);
    }
}

static void
place_boxes (Routing *self)
{
  PlanDiagram *network = self->network;
  double x = 0;

  for (guint i = 0; i <= network->n_layers; i++)
    {
      self->gutter_x[i] = x;
      x += self->gutter_width[i] + (i < network->n_layers ? PLAN_DIAGRAM_BOX_WIDTH : 0);
    }
  network->width = x;
  network->height = 2 * PLAN_DIAGRAM_MARGIN;
  if (network->n_rows > 0)
    network->height = get_top (network->n_rows - 1) + PLAN_DIAGRAM_BOX_HEIGHT + PLAN_DIAGRAM_FRAME_FOOT + PLAN_DIAGRAM_MARGIN;
  for (guint i = 0; i < network->nodes->len; i++)
    {
      PlanDiagramNode *node = plan_diagram_node (network, i);

      node->x = self->gutter_x[node->layer] + self->gutter_width[node->layer];
      node->y = get_top (node->row);
    }
}

static double
get_trunk_x (const Routing *self, guint node, Port port)
{
  const Trunk *trunk = &self->trunks[node * N_PORTS + port];

  return self->gutter_x[trunk->gutter] + LANE_SIDE + trunk->lane * LANE;
}

static double
get_side (const PlanDiagramNode *node, Port port)
{
  return port == OUT_RIGHT || port == IN_RIGHT ? node->x + PLAN_DIAGRAM_BOX_WIDTH : node->x;
}

static void
add_point (PlanDiagram *network, PlanDiagramPath *path, double x, double y)
{
  PlanDiagramPoint point = { x, y };

  g_array_append_val (network->points, point);
  path->x0 = path->n_points == 0 ? x : MIN (path->x0, x);
  path->x1 = path->n_points == 0 ? x : MAX (path->x1, x);
  path->y0 = path->n_points == 0 ? y : MIN (path->y0, y);
  path->y1 = path->n_points == 0 ? y : MAX (path->y1, y);
  path->n_points++;
}

static void
add_path (Routing *self, guint e)
{
  PlanDiagram *network = self->network;
  const PlanDiagramEdge *edge = plan_diagram_edge (network, e);
  const PlanDiagramNode *from = plan_diagram_node (network, edge->from), *to = plan_diagram_node (network, edge->to);
  const Route *route = &self->routes[e];
  double y = get_port_y (from, route->out), end_y = get_port_y (to, route->in);
  PlanDiagramPath path = { .first_point = network->points->len, .link = edge->link, .from = edge->from, .to = edge->to };

  add_point (network, &path, get_side (from, route->out), y);
  if (route->kind == ROUTE_CHANNEL || (route->kind == ROUTE_GUTTER && y != end_y))
    {
      double x = get_trunk_x (self, edge->from, route->out);

      add_point (network, &path, x, y);
      if (route->kind == ROUTE_CHANNEL)
        {
          add_point (network, &path, x, route->y);
          x = get_trunk_x (self, edge->to, route->in);
          add_point (network, &path, x, route->y);
        }
      add_point (network, &path, x, end_y);
    }
  add_point (network, &path, get_side (to, route->in), end_y);
  g_array_append_val (network->paths, path);
}

static void
routing_init (Routing *self, PlanDiagram *network)
{
  self->network = network;
  self->trunks = g_new0 (Trunk, network->nodes->len * N_PORTS + 1);
  for (guint i = 0; i < network->nodes->len * N_PORTS; i++)
    {
      self->trunks[i].y0 = G_MAXDOUBLE;
      self->trunks[i].y1 = -G_MAXDOUBLE;
    }
  self->routes = g_new0 (Route, network->edges->len + 1);
  self->gutter_x = g_new0 (double, network->n_layers + 1);
  self->gutter_width = g_new (double, network->n_layers + 1);
  for (guint i = 0; i <= network->n_layers; i++)
    self->gutter_width[i] = LEAST_GUTTER;
}

static void
routing_clear (Routing *self)
{
  g_free (self->trunks);
  g_free (self->routes);
  g_free (self->gutter_x);
  g_free (self->gutter_width);
}

/* Gives boxes their places and links their ways. */
void
plan_diagram_route (PlanDiagram *self)
{
  g_autoptr (GArray) levels = g_array_new (FALSE, FALSE, sizeof (Level));
  Routing routing;

  routing_init (&routing, self);
  choose_routes (&routing, levels);
  place_levels (&routing, levels);
  stretch_trunks (&routing);
  place_trunks (&routing);
  place_boxes (&routing);
  for (guint e = 0; e < self->edges->len; e++)
    add_path (&routing, e);
  routing_clear (&routing);
}
