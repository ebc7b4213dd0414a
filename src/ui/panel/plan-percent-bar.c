/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How much of a task is done, as the bars of the chart show it: what is done is solid, what is to come is a tint. The
 * number stands beside it, so it is a picture for eyes only.
 */

#include "plan-percent-bar.h"

#include "plan-theme.h"

#include <adwaita.h>

#define BAR_HEIGHT 8
#define BAR_LEAST_WIDTH 48
#define BAR_MOST_WIDTH 84

struct _PlanPercentBar
{
  GtkWidget parent_instance;

  PlanPercent percent;
  gboolean critical;
  gboolean summary;
};

G_DEFINE_FINAL_TYPE (PlanPercentBar, plan_percent_bar, GTK_TYPE_WIDGET)

static const PlanChartTheme *
get_theme (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    return plan_theme_get (dark ? PLAN_THEME_HIGH_CONTRAST_DARK : PLAN_THEME_HIGH_CONTRAST);
  return plan_theme_get (dark ? PLAN_THEME_DARK : PLAN_THEME_LIGHT);
}

static GdkRGBA
get_colour (PlanColour colour)
{
  return (GdkRGBA){ (float) (colour >> 16 & 0xff) / 255, (float) (colour >> 8 & 0xff) / 255, (float) (colour & 0xff) / 255, 1 };
}

static void
plan_percent_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlanPercentBar *self = PLAN_PERCENT_BAR (widget);
  const PlanChartTheme *theme = get_theme ();
  int width = MIN (gtk_widget_get_width (widget), BAR_MOST_WIDTH);
  int left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? 0 : gtk_widget_get_width (widget) - width;
  int top = (gtk_widget_get_height (widget) - BAR_HEIGHT) / 2;
  int done = (int) (width * self->percent / PLAN_PERCENT_HUNDRED);
  GdkRGBA tint = get_colour (self->critical ? theme->critical : theme->task);
  GdkRGBA line = get_colour (self->critical ? theme->critical_line : theme->task_line);
  GskRoundedRect area;

  if (self->summary)
    {
      tint = get_colour (theme->summary);
      line = get_colour (theme->summary_done);
    }
  gsk_rounded_rect_init_from_rect (&area, &GRAPHENE_RECT_INIT ((float) left, (float) top, (float) width, BAR_HEIGHT), 3);
  gtk_snapshot_push_rounded_clip (snapshot, &area);
  gtk_snapshot_append_color (snapshot, &tint, &area.bounds);
  gtk_snapshot_append_color (snapshot, &line, &GRAPHENE_RECT_INIT ((float) left, (float) top, (float) done, BAR_HEIGHT));
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &area, (float[4]){ 1, 1, 1, 1 }, (GdkRGBA[4]){ line, line, line, line });
}

static void
plan_percent_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                          int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? BAR_LEAST_WIDTH : BAR_HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? BAR_MOST_WIDTH : BAR_HEIGHT;
}

static void
plan_percent_bar_class_init (PlanPercentBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = plan_percent_bar_snapshot;
  widget_class->measure = plan_percent_bar_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
plan_percent_bar_init (PlanPercentBar *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * plan_percent_bar_new:
 *
 * Returns: (transfer floating): a bar of which nothing is done
 */
GtkWidget *
plan_percent_bar_new (void)
{
  return g_object_new (PLAN_TYPE_PERCENT_BAR, NULL);
}

/**
 * plan_percent_bar_set:
 * @percent: how much is done
 * @critical: whether it has the colours of critical tasks
 * @summary: whether it has those of summaries
 */
void
plan_percent_bar_set (PlanPercentBar *self, PlanPercent percent, gboolean critical, gboolean summary)
{
  g_return_if_fail (PLAN_IS_PERCENT_BAR (self));

  self->percent = CLAMP (percent, 0, PLAN_PERCENT_HUNDRED);
  self->critical = critical;
  self->summary = summary;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
