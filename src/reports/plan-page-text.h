/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-theme.h"

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  PLAN_ALIGN_LEFT,
  PLAN_ALIGN_CENTRE,
  PLAN_ALIGN_RIGHT,
} PlanAlign;

/**
 * PlanTextStyle:
 * @size: of the font, in chart units
 * @colour: of the ink
 * @align: within the width
 *
 * How one line of text stands in its cell.
 */
typedef struct
{
  double size;
  PlanColour colour;
  PlanAlign align;
  gboolean bold;
} PlanTextStyle;

typedef struct _PlanPageText PlanPageText;

PlanPageText *plan_page_text_new     (const char *font);
void          plan_page_text_free    (PlanPageText *self);
double        plan_page_text_measure (PlanPageText *self, const char *text, double size, gboolean bold);
double        plan_page_text_draw    (PlanPageText *self, cairo_t *cr, const char *text, const PlanTextStyle *style, double x,
                                      double baseline, double width);
double        plan_page_text_add     (PlanPageText *self, cairo_t *cr, const char *text, const PlanTextStyle *style, double x,
                                      double baseline, double width);
void          plan_page_text_flush   (PlanPageText *self, cairo_t *cr);
void          plan_page_text_wrap    (PlanPageText *self, cairo_t *cr, const char *text, const PlanTextStyle *style, double x,
                                      double baseline, double width, int n_lines);
void          plan_page_set_colour   (cairo_t *cr, PlanColour colour);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanPageText, plan_page_text_free)

G_END_DECLS
