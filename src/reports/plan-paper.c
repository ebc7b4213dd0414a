/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sizes of paper that plans are printed on: upright, in millimetres. The first one is what is taken when nobody
 * says anything.
 */

#include "plan-pages.h"

#include <glib/gi18n-lib.h>

static const PlanPaper papers[] = {
  { "a4", N_("A4"), 210, 297 },
  { "a3", N_("A3"), 297, 420 },
  { "a2", N_("A2"), 420, 594 },
  { "a1", N_("A1"), 594, 841 },
  { "a0", N_("A0"), 841, 1189 },
  { "a5", N_("A5"), 148, 210 },
  { "b4", N_("B4 (ISO)"), 250, 353 },
  { "letter", N_("US Letter"), 215.9, 279.4 },
  { "legal", N_("US Legal"), 215.9, 355.6 },
  { "tabloid", N_("US Tabloid"), 279.4, 431.8 },
};

/**
 * plan_papers_get:
 * @n_papers: (out): their number
 *
 * Returns: (transfer none) (array length=n_papers): every known paper; the labels are not translated yet
 */
const PlanPaper *
plan_papers_get (guint *n_papers)
{
  *n_papers = G_N_ELEMENTS (papers);
  return papers;
}

/**
 * plan_paper_by_name:
 * @name: as on the command line, in upper or lower case
 *
 * Returns: (transfer none) (nullable): the paper, or %NULL when there is none of this name
 */
const PlanPaper *
plan_paper_by_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (g_ascii_strcasecmp (papers[i].name, name) == 0)
      return &papers[i];
  return NULL;
}
