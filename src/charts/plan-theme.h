/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* 0xRRGGBB */
typedef guint32 PlanColour;

typedef enum {
  PLAN_THEME_LIGHT,
  PLAN_THEME_DARK,
  PLAN_THEME_HIGH_CONTRAST,
  PLAN_THEME_HIGH_CONTRAST_DARK,
  PLAN_THEME_PRINT,
  PLAN_THEME_PRINT_GREY,
  PLAN_N_THEMES
} PlanThemeKind;

/**
 * PlanChartTheme:
 *
 * @name: on the command line
 * @font: family of all words in charts
 * @has_selection: selected rows are tinted (never on paper)
 * @patterns: critical and overload are hatched, series get patterns
 *
 * Every colour and font a chart may use, by what it means.
 */
typedef struct
{
  const char *name;
  const char *font;
  PlanColour background, ink, ink2;
  PlanColour header, header_line;
  PlanColour row_line, grid, grid_major;
  PlanColour weekend, holiday, holiday_hatch, holiday_ink, makeup, makeup_ink;
  PlanColour task, task_line, critical, critical_line;
  PlanColour summary, summary_done, baseline, slack, link;
  PlanColour today, today_text;
  PlanColour overload, overload_line, capacity;
  PlanColour selected, accent;
  PlanColour ok, bad, warn, warn_shape, none;
  gboolean has_selection;
  gboolean patterns;
} PlanChartTheme;

const PlanChartTheme *plan_theme_get     (PlanThemeKind kind);
gboolean              plan_theme_by_name (const char *name, PlanThemeKind *kind);

/**
 * PlanChartMetrics:
 *
 * Sizes of the marks in chart units (screen: pixels; paper: 0.25 mm). See visual-design.md 3.
 */
typedef struct
{
  double row_height;
  double bar_y, bar_height;                   /* without a baseline below */
  double bar_y_baseline, bar_height_baseline; /* with one */
  double baseline_y, baseline_height;
  double summary_y, summary_height, foot_width, foot_height;
  double milestone_half, milestone_stroke;
  double gate_outer, gate_inner;
  double tier_height;
  double label_size; /* of labels beside bars, in chart units */
  double upper_label_size;
  double lower_label_size;
  double mark_size;      /* of the marks of days off and days worked in the header */
  double radius;
  double line_width;     /* links and outlines */
  double critical_width;
  double hairline;       /* lines of rows and of the grid */
} PlanChartMetrics;

typedef enum {
  PLAN_DENSITY_COMPACT,
  PLAN_DENSITY_STANDARD,
  PLAN_DENSITY_COMFORTABLE,
  PLAN_DENSITY_PAPER,
} PlanDensity;

const PlanChartMetrics *plan_metrics_get (PlanDensity density);

/* Width of a text in chart units; injected so that layouts do not need fonts. */
typedef double (*PlanMeasureFunc) (const char *text, double size, gboolean bold, gpointer data);

G_END_DECLS
