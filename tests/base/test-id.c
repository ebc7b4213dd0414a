/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-id.h"

#define MANY 100000

static void
test_order (void)
{
  PlanIdSource source;
  PlanId last = PLAN_ID_NONE;

  plan_id_source_init (&source, PLAN_ID_NONE);
  for (int i = 0; i < MANY; i++)
    {
      PlanId id = plan_id_source_next (&source);

      g_assert_cmpint (id, >, last);
      last = id;
    }
  plan_id_source_clear (&source);
}

/* Ids of a clock that ran ahead are never given again. */
static void
test_later_ids (void)
{
  PlanIdSource source;
  PlanId ahead;

  plan_id_source_init (&source, PLAN_ID_NONE);
  ahead = plan_id_source_next (&source) + (G_GINT64_CONSTANT (1) << 50);
  plan_id_source_saw (&source, ahead);
  g_assert_cmpint (plan_id_source_next (&source), ==, ahead + 1);
  plan_id_source_saw (&source, 5);
  g_assert_cmpint (plan_id_source_next (&source), ==, ahead + 2);
  plan_id_source_clear (&source);

  plan_id_source_init (&source, ahead);
  g_assert_cmpint (plan_id_source_next (&source), >, ahead);
  plan_id_source_clear (&source);
}

static void
test_seed (void)
{
  PlanIdSource a, b, c;

  plan_id_source_init (&a, PLAN_ID_NONE);
  plan_id_source_init (&b, PLAN_ID_NONE);
  plan_id_source_init (&c, PLAN_ID_NONE);
  plan_id_source_seed (&a, 7);
  plan_id_source_seed (&b, 7);
  plan_id_source_seed (&c, 8);
  for (int i = 0; i < 1000; i++)
    {
      PlanId id = plan_id_source_next (&a);

      g_assert_cmpint (id, ==, plan_id_source_next (&b));
      g_assert_cmpint (id, !=, plan_id_source_next (&c));
    }
  plan_id_source_clear (&a);
  plan_id_source_clear (&b);
  plan_id_source_clear (&c);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/id/order", test_order);
  g_test_add_func ("/base/id/later-ids", test_later_ids);
  g_test_add_func ("/base/id/seed", test_seed);
  return g_test_run ();
}
