/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Work = duration × units: what follows when one of them is typed, or somebody joins or leaves.
 */

#include "plan-equation.h"

typedef enum { SET_DURATION, SET_WORK, SET_UNITS, SET_CONTOUR, SET_OVERTIME, ADD, REMOVE } Op;

#define H 600
#define D 4800

static const struct
{
  const char *path;
  PlanTaskType type;
  gboolean effort_driven;
  PlanTicks duration;
  PlanShare shares[2];
  Op op;
  gint64 value;
  PlanTicks expected;        /* duration of the task */
  PlanTicks works[3];
  PlanPercent peaks[3];
} cases[] = {
  { "first", PLAN_TASK_FIXED_UNITS, FALSE, 5 * D, { { 0 } }, ADD, 5000, 5 * D, { 20 * H }, { 5000 } },
  { "first-of-fixed-work", PLAN_TASK_FIXED_WORK, FALSE, 5 * D, { { 0 } }, ADD, 5000, 5 * D, { 20 * H }, { 5000 } },
  { "second-by-effort", PLAN_TASK_FIXED_UNITS, TRUE, 10 * D, { { .work = 80 * H, .units = 10000 } }, ADD, 10000, 5 * D, { 40 * H, 40 * H }, { 10000, 10000 } },
  { "second", PLAN_TASK_FIXED_UNITS, FALSE, 10 * D, { { .work = 80 * H, .units = 10000 } }, ADD, 10000, 10 * D, { 80 * H, 80 * H }, { 10000, 10000 } },
  { "half-by-effort", PLAN_TASK_FIXED_UNITS, TRUE, 10 * D, { { .work = 80 * H, .units = 10000 } }, ADD, 5000, 32000, { 32000, 16000 }, { 10000, 5000 } },
  { "second-of-fixed-work", PLAN_TASK_FIXED_WORK, FALSE, 10 * D, { { .work = 80 * H, .units = 10000 } }, ADD, 10000, 5 * D, { 40 * H, 40 * H }, { 10000, 10000 } },
  { "second-of-fixed-duration", PLAN_TASK_FIXED_DURATION, TRUE, 10 * D, { { .work = 80 * H, .units = 10000 } }, ADD, 10000, 10 * D, { 40 * H, 40 * H }, { 5000, 5000 } },
  { "second-after-progress", PLAN_TASK_FIXED_UNITS, TRUE, 10 * D, { { .work = 80 * H, .actual_work = 20 * H, .units = 10000 } }, ADD, 10000,
    50 * H, { 50 * H, 30 * H }, { 10000, 10000 } },
  { "one-leaves-by-effort", PLAN_TASK_FIXED_UNITS, TRUE, 5 * D, { { .work = 40 * H, .units = 10000 }, { .work = 40 * H, .units = 10000 } }, REMOVE, 1, 10 * D, { 80 * H }, { 10000 } },
  { "one-leaves", PLAN_TASK_FIXED_UNITS, FALSE, 5 * D, { { .work = 16 * H, .units = 10000 }, { .work = 40 * H, .units = 10000 } }, REMOVE, 1, 2 * D, { 16 * H }, { 10000 } },
  { "last-leaves", PLAN_TASK_FIXED_UNITS, TRUE, 5 * D, { { .work = 40 * H, .units = 10000 } }, REMOVE, 0, 5 * D, { 0 }, { 0 } },

  { "units-of-fixed-units", PLAN_TASK_FIXED_UNITS, FALSE, 5 * D, { { .work = 40 * H, .units = 10000 } }, SET_UNITS, 5000, 10 * D, { 40 * H }, { 5000 } },
  { "units-of-fixed-duration", PLAN_TASK_FIXED_DURATION, FALSE, 5 * D, { { .work = 40 * H, .units = 10000 } }, SET_UNITS, 5000, 5 * D, { 20 * H }, { 5000 } },
  { "units-of-fixed-work", PLAN_TASK_FIXED_WORK, FALSE, 5 * D, { { .work = 40 * H, .units = 10000 } }, SET_UNITS, 20000, 20 * H, { 40 * H }, { 20000 } },
  { "duration-of-fixed-units", PLAN_TASK_FIXED_UNITS, FALSE, 5 * D, { { .work = 40 * H, .units = 10000 } }, SET_DURATION, 2 * D, 2 * D, { 16 * H }, { 10000 } },
  { "duration-of-fixed-duration", PLAN_TASK_FIXED_DURATION, FALSE, 5 * D, { { .work = 40 * H, .units = 10000 } }, SET_DURATION, 2 * D, 2 * D, { 16 * H }, { 10000 } },
  { "duration-of-fixed-work", PLAN_TASK_FIXED_WORK, FALSE, 2 * D, { { .work = 16 * H, .units = 10000 } }, SET_DURATION, 4 * D, 4 * D, { 16 * H }, { 5000 } },
  { "duration-of-two", PLAN_TASK_FIXED_UNITS, FALSE, 5 * D, { { .work = 40 * H, .units = 10000 }, { .work = 8 * H, .units = 10000 } }, SET_DURATION, 2 * D, 2 * D,
    { 16 * H, 8 * H }, { 10000, 10000 } },
  { "duration-below-the-shorter", PLAN_TASK_FIXED_UNITS, FALSE, 5 * D, { { .work = 40 * H, .units = 10000 }, { .work = 24 * H, .units = 10000 } }, SET_DURATION, 2 * D, 2 * D,
    { 16 * H, 16 * H }, { 10000, 10000 } },
  { "duration-below-what-is-done", PLAN_TASK_FIXED_UNITS, FALSE, 5 * D, { { .work = 40 * H, .actual_work = 24 * H, .units = 10000 } }, SET_DURATION, 2 * D, 2 * D,
    { 24 * H }, { 10000 } },
  { "work-of-fixed-units", PLAN_TASK_FIXED_UNITS, FALSE, 5 * D, { { .work = 40 * H, .units = 10000 } }, SET_WORK, 60 * H, 60 * H, { 60 * H }, { 10000 } },
  { "work-of-fixed-duration", PLAN_TASK_FIXED_DURATION, FALSE, 3 * D, { { .work = 24 * H, .units = 10000 } }, SET_WORK, 30 * H, 3 * D, { 30 * H }, { 12500 } },
  { "work-of-fixed-work", PLAN_TASK_FIXED_WORK, FALSE, 5 * D, { { .work = 40 * H, .units = 5000 } }, SET_WORK, 20 * H, 5 * D, { 20 * H }, { 5000 } },
  { "work-at-another-peak", PLAN_TASK_FIXED_UNITS, FALSE, 4 * D, { { .work = 16 * H, .units = 10000, .duration = 4 * D } }, SET_WORK, 32 * H, 8 * D, { 32 * H }, { 5000 } },
  { "turtle", PLAN_TASK_FIXED_UNITS, FALSE, 10 * D, { { .work = 80 * H, .units = 10000 } }, SET_CONTOUR, PLAN_CONTOUR_TURTLE, 68571, { 80 * H }, { 10000 } },
  { "turtle-of-fixed-duration", PLAN_TASK_FIXED_DURATION, FALSE, 10 * D, { { .work = 70 * H, .units = 10000 } }, SET_CONTOUR, PLAN_CONTOUR_TURTLE, 70 * H, { 70 * H }, { 14286 } },
  { "overtime", PLAN_TASK_FIXED_UNITS, FALSE, 10 * D, { { .work = 80 * H, .units = 10000 } }, SET_OVERTIME, 10 * H, 70 * H, { 80 * H }, { 10000 } },
};

static void
run (PlanEquation *equation, Op op, gint64 value)
{
  const PlanShare *first = &g_array_index (equation->shares, PlanShare, 0);

  switch (op)
    {
    case SET_DURATION:
      plan_equation_set_duration (equation, value);
      break;
    case SET_WORK:
      plan_equation_set_work (equation, 0, value);
      break;
    case SET_UNITS:
      plan_equation_set_units (equation, 0, value);
      break;
    case SET_CONTOUR:
      plan_equation_set_spread (equation, 0, (PlanContour) value, first->overtime_work);
      break;
    case SET_OVERTIME:
      plan_equation_set_spread (equation, 0, first->contour, value);
      break;
    case ADD:
      plan_equation_add (equation, value);
      break;
    default:
      plan_equation_remove (equation, (guint) value);
    }
}

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GArray) shares = g_array_new (FALSE, TRUE, sizeof (PlanShare));
  PlanEquation equation = { cases[i].type, cases[i].effort_driven, cases[i].duration, shares };

  for (guint k = 0; k < 2 && cases[i].shares[k].units > 0; k++)
    g_array_append_val (shares, cases[i].shares[k]);
  run (&equation, cases[i].op, cases[i].value);
  g_assert_cmpint (equation.duration, ==, cases[i].expected);
  for (guint k = 0; k < shares->len; k++)
    {
      const PlanShare *share = &g_array_index (shares, PlanShare, k);

      g_assert_cmpint (share->work, ==, cases[i].works[k]);
      g_assert_cmpint (plan_share_get_peak (share), ==, cases[i].peaks[k]);
    }
  g_assert_true (shares->len >= G_N_ELEMENTS (cases[i].works) || cases[i].works[shares->len] == 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/schedule/equation/", cases[i].path, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  return g_test_run ();
}
