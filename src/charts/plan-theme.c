/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The colours and sizes of all charts. One hue has one meaning: blue is work, red critical or off track, orange overload,
 * green slack and what was kept, violet today, grey baselines and links. Text has a contrast of at least 4.5 to the
 * background and marks that carry meaning at least 3.0 (a test computes it); tints need none, their outline carries it.
 */

#include "plan-theme.h"

/* The system's font on GNOME, which is narrow enough for labels; else whatever the system has. */
#define PLAN_FONT "Cantarell,Adwaita Sans,Sans"

static const PlanChartTheme themes[PLAN_N_THEMES] = {
  [PLAN_THEME_LIGHT] = {
    .name = "light", .font = PLAN_FONT, .has_selection = TRUE,
    .background = 0xffffff, .ink = 0x2e2e33, .ink2 = 0x5e5c64,
    .header = 0xfafafa, .header_line = 0xd9d9dc,
    .row_line = 0xefeff0, .grid = 0xe6e6e8, .grid_major = 0xcfcfd3,
    .weekend = 0xf1f1f3, .holiday = 0xfbeee6, .holiday_hatch = 0xf0d3bf, .holiday_ink = 0x9a4a12,
    .makeup = 0xe3f3ea, .makeup_ink = 0x1b7a4b,
    .task = 0xb5d3f5, .task_line = 0x1c71d8, .critical = 0xf9c4bd, .critical_line = 0xc01c28,
    .summary = 0x8b8a91, .summary_done = 0x3d3846, .baseline = 0x86858c, .slack = 0x1b8553, .link = 0x77767b,
    .today = 0x813d9c, .today_text = 0xffffff,
    .overload = 0xf6a35c, .overload_line = 0xb83c00, .capacity = 0x241f31,
    .selected = 0xe4effc, .accent = 0x3584e4,
    .ok = 0x177245, .bad = 0xc01c28, .warn = 0x8f5600, .warn_shape = 0xc27d00, .none = 0x6f6e74,
  },
  [PLAN_THEME_DARK] = {
    .name = "dark", .font = PLAN_FONT, .has_selection = TRUE,
    .background = 0x1e1e1e, .ink = 0xf2f2f2, .ink2 = 0xb4b3b8,
    .header = 0x242424, .header_line = 0x3c3c3e,
    .row_line = 0x292929, .grid = 0x2e2e30, .grid_major = 0x444447,
    .weekend = 0x262627, .holiday = 0x33251c, .holiday_hatch = 0x4d3626, .holiday_ink = 0xffb98a,
    .makeup = 0x1d3529, .makeup_ink = 0x7ddba6,
    .task = 0x20456f, .task_line = 0x62a0ea, .critical = 0x6a2420, .critical_line = 0xff7b63,
    .summary = 0x7d7c84, .summary_done = 0xdeddda, .baseline = 0x8a8991, .slack = 0x57c98d, .link = 0x9a9996,
    .today = 0xdc8add, .today_text = 0x2b0f2e,
    .overload = 0xb5581a, .overload_line = 0xffa348, .capacity = 0xffffff,
    .selected = 0x233246, .accent = 0x3584e4,
    .ok = 0x57c98d, .bad = 0xff7b63, .warn = 0xf8c74a, .warn_shape = 0xf8c74a, .none = 0x9a9996,
  },
  [PLAN_THEME_HIGH_CONTRAST] = {
    .name = "high-contrast", .font = PLAN_FONT, .has_selection = TRUE, .patterns = TRUE,
    .background = 0xffffff, .ink = 0x000000, .ink2 = 0x3d3846,
    .header = 0xffffff, .header_line = 0x767676,
    .row_line = 0xc0bfbc, .grid = 0xc0bfbc, .grid_major = 0x767676,
    .weekend = 0xe4e4e6, .holiday = 0xffe3d1, .holiday_hatch = 0xc77f4d, .holiday_ink = 0x6b2c00,
    .makeup = 0xffffff, .makeup_ink = 0x0a5c34,
    .task = 0xffffff, .task_line = 0x0b3d91, .critical = 0xffffff, .critical_line = 0x9b0f1b,
    .summary = 0x5e5c64, .summary_done = 0x000000, .baseline = 0x5e5c64, .slack = 0x0a5c34, .link = 0x3d3846,
    .today = 0x5a1f73, .today_text = 0xffffff,
    .overload = 0xffd3a8, .overload_line = 0x8f2d00, .capacity = 0x000000,
    .selected = 0xdbe7fb, .accent = 0x0b3d91,
    .ok = 0x0a5c34, .bad = 0x9b0f1b, .warn = 0x6b4200, .warn_shape = 0x6b4200, .none = 0x3d3846,
  },
  [PLAN_THEME_HIGH_CONTRAST_DARK] = {
    .name = "high-contrast-dark", .font = PLAN_FONT, .has_selection = TRUE, .patterns = TRUE,
    .background = 0x000000, .ink = 0xffffff, .ink2 = 0xdeddda,
    .header = 0x000000, .header_line = 0x8b8a91,
    .row_line = 0x4a4a4d, .grid = 0x4a4a4d, .grid_major = 0x8b8a91,
    .weekend = 0x2a2a2c, .holiday = 0x452a17, .holiday_hatch = 0xa56a3f, .holiday_ink = 0xffc9a1,
    .makeup = 0x000000, .makeup_ink = 0x8ff0a4,
    .task = 0x000000, .task_line = 0x99c1f1, .critical = 0x000000, .critical_line = 0xffa59b,
    .summary = 0x8b8a91, .summary_done = 0xffffff, .baseline = 0xc0bfbc, .slack = 0x8ff0a4, .link = 0xdeddda,
    .today = 0xf0b3f1, .today_text = 0x000000,
    .overload = 0x6e3700, .overload_line = 0xffbe6f, .capacity = 0xffffff,
    .selected = 0x12305c, .accent = 0x99c1f1,
    .ok = 0x8ff0a4, .bad = 0xffa59b, .warn = 0xf8e45c, .warn_shape = 0xf8e45c, .none = 0xdeddda,
  },
  [PLAN_THEME_PRINT] = {
    .name = "print", .font = PLAN_FONT,
    .background = 0xffffff, .ink = 0x000000, .ink2 = 0x444444,
    .header = 0xf2f2f2, .header_line = 0x888888,
    .row_line = 0xe2e2e2, .grid = 0xdedede, .grid_major = 0xb5b5b5,
    .weekend = 0xf0f0f0, .holiday = 0xf7ece4, .holiday_hatch = 0xd9b69c, .holiday_ink = 0x7a3a0d,
    .makeup = 0xffffff, .makeup_ink = 0x14603a,
    .task = 0xcfe2f7, .task_line = 0x1a5fb4, .critical = 0xfbd5cf, .critical_line = 0xa51d2d,
    .summary = 0x8b8a91, .summary_done = 0x241f31, .baseline = 0x84838a, .slack = 0x17754a, .link = 0x5e5c64,
    .today = 0x613583, .today_text = 0xffffff,
    .overload = 0xf6a35c, .overload_line = 0xa63600, .capacity = 0x000000,
    .selected = 0xffffff, .accent = 0x1a5fb4,
    .ok = 0x17754a, .bad = 0xa51d2d, .warn = 0x8f5600, .warn_shape = 0x8f5600, .none = 0x5e5c64,
  },
  /* The print theme by its lightness; what only hue told apart is told by hatch, width and shape. */
  [PLAN_THEME_PRINT_GREY] = {
    .name = "print-grey", .font = PLAN_FONT, .patterns = TRUE,
    .background = 0xffffff, .ink = 0x000000, .ink2 = 0x444444,
    .header = 0xf2f2f2, .header_line = 0x888888,
    .row_line = 0xe2e2e2, .grid = 0xdedede, .grid_major = 0xb5b5b5,
    .weekend = 0xf0f0f0, .holiday = 0xeeeeee, .holiday_hatch = 0xbcbcbc, .holiday_ink = 0x474747,
    .makeup = 0xffffff, .makeup_ink = 0x4d4d4d,
    .task = 0xe0e0e0, .task_line = 0x585858, .critical = 0xdadada, .critical_line = 0x3a3a3a,
    .summary = 0x8b8b8b, .summary_done = 0x222222, .baseline = 0x848484, .slack = 0x626262, .link = 0x5e5e5e,
    .today = 0x404040, .today_text = 0xffffff,
    .overload = 0xb2b2b2, .overload_line = 0x4c4c4c, .capacity = 0x000000,
    .selected = 0xffffff, .accent = 0x585858,
    .ok = 0x626262, .bad = 0x3a3a3a, .warn = 0x5c5c5c, .warn_shape = 0x5c5c5c, .none = 0x5e5e5e,
  },
};

static const PlanChartMetrics metrics[] = {
  [PLAN_DENSITY_COMPACT] = {
    .row_height = 20, .bar_y = 4, .bar_height = 12, .bar_y_baseline = 3, .bar_height_baseline = 10,
    .baseline_y = 15, .baseline_height = 3, .summary_y = 5, .summary_height = 5, .foot_width = 5, .foot_height = 3,
    .milestone_half = 5, .milestone_stroke = 2, .gate_outer = 7, .gate_inner = 4, .tier_height = 18,
    .label_size = 34 / 3.0, .upper_label_size = 12, .lower_label_size = 11, .mark_size = 32 / 3.0,
    .radius = 3, .line_width = 1, .critical_width = 2, .hairline = 1,
  },
  [PLAN_DENSITY_STANDARD] = {
    .row_height = 24, .bar_y = 5, .bar_height = 14, .bar_y_baseline = 4, .bar_height_baseline = 12,
    .baseline_y = 18, .baseline_height = 4, .summary_y = 7, .summary_height = 6, .foot_width = 6, .foot_height = 4,
    .milestone_half = 6, .milestone_stroke = 2, .gate_outer = 9, .gate_inner = 5, .tier_height = 21,
    .label_size = 12, .upper_label_size = 12, .lower_label_size = 11, .mark_size = 32 / 3.0,
    .radius = 3, .line_width = 1, .critical_width = 2, .hairline = 1,
  },
  [PLAN_DENSITY_COMFORTABLE] = {
    .row_height = 30, .bar_y = 7, .bar_height = 16, .bar_y_baseline = 5, .bar_height_baseline = 15,
    .baseline_y = 23, .baseline_height = 4, .summary_y = 9, .summary_height = 7, .foot_width = 7, .foot_height = 5,
    .milestone_half = 7, .milestone_stroke = 2, .gate_outer = 11, .gate_inner = 6, .tier_height = 24,
    .label_size = 40 / 3.0, .upper_label_size = 12, .lower_label_size = 11, .mark_size = 32 / 3.0,
    .radius = 3, .line_width = 1, .critical_width = 2, .hairline = 1,
  },
  /* A unit is a quarter of a millimetre: rows of 8 mm, text of 9 pt, lines of 0.2, 0.25 and 0.5 mm. */
  [PLAN_DENSITY_PAPER] = {
    .row_height = 32, .bar_y = 8, .bar_height = 16, .bar_y_baseline = 6, .bar_height_baseline = 14,
    .baseline_y = 23, .baseline_height = 4, .summary_y = 9, .summary_height = 6, .foot_width = 6, .foot_height = 4,
    .milestone_half = 6, .milestone_stroke = 2, .gate_outer = 9, .gate_inner = 5, .tier_height = 24,
    .label_size = 12.7, .upper_label_size = 12.7, .lower_label_size = 11.6, .mark_size = 11.3,
    .radius = 3, .line_width = 1, .critical_width = 2, .hairline = 0.8,
  },
};

/**
 * plan_theme_get:
 *
 * Returns: (transfer none): the colours of a theme
 */
const PlanChartTheme *
plan_theme_get (PlanThemeKind kind)
{
  g_return_val_if_fail (kind < PLAN_N_THEMES, &themes[PLAN_THEME_LIGHT]);
  return &themes[kind];
}

/**
 * plan_theme_by_name:
 * @name: as on the command line: "light", "print-grey"
 * @kind: (out)
 *
 * Returns: whether there is a theme of that name
 */
gboolean
plan_theme_by_name (const char *name, PlanThemeKind *kind)
{
  for (guint i = 0; i < PLAN_N_THEMES; i++)
    if (g_strcmp0 (themes[i].name, name) == 0)
      {
        *kind = (PlanThemeKind) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * plan_metrics_get:
 *
 * Returns: (transfer none): the sizes of all marks for a density of rows, in chart units
 */
const PlanChartMetrics *
plan_metrics_get (PlanDensity density)
{
  g_return_val_if_fail (density < G_N_ELEMENTS (metrics), &metrics[PLAN_DENSITY_STANDARD]);
  return &metrics[density];
}
