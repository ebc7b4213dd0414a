/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Random plans with people, material and costs, in the words of plan-case.c.
 */

#include "plan-random-costs.h"

#define N_TASKS 14

static const char *
choose (GRand *rand, const char *const *words, guint n)
{
  return words[g_rand_int_range (rand, 0, (gint32) n)];
}

/* Three people of different hours, a material and a cost; rates that change in the middle of things. */
char *
case_random_options (GRand *rand)
{
  static const char *const accruals[] = { "start", "end", "prorated" };

  return g_strdup_printf ("status=03-%02d split=%d typed=%d Ann=standard,03-05 Bob=night Eve=24 Oil=material Trip=cost "
                          "Ann.rate=10.3333,17@03-04T10:30,3@03-09 Ann.over=20,31@03-04T10:30 Ann.use=7.77 Bob.rate=%d/d Bob.accrue=%s "
                          "Eve.rate=1000/mo,77/w@03-03T12:34 Oil.rate=3.1417 Oil.use=2 Oil.accrue=%s Trip.accrue=%s",
                          g_rand_int_range (rand, 2, 20), g_rand_int_range (rand, 0, 2), g_rand_int_range (rand, 0, 4) == 0,
                          g_rand_int_range (rand, 1, 999), choose (rand, accruals, 3), choose (rand, accruals, 3),
                          choose (rand, accruals, 3));
}

static void
add_work (GRand *rand, GString *text)
{
  static const char *const people[] = { "Ann", "Bob", "Eve" };
  int work = g_rand_int_range (rand, 0, 60), luck = g_rand_int_range (rand, 0, 100);

  g_string_append_printf (text, " by=%s*%d%%,work=%dh,contour=%d", choose (rand, people, 3), g_rand_int_range (rand, 1, 9) * 25, work,
                          g_rand_int_range (rand, 0, 9));
  if (luck % 3 == 0)
    g_string_append_printf (text, ",over=%dm", work * g_rand_int_range (rand, 0, 60));
  if (luck % 4 == 0)
    g_string_append_printf (text, ",done=%dm,odone=%dm", work * g_rand_int_range (rand, 0, 70), g_rand_int_range (rand, 0, 90));
  if (luck % 5 == 0)
    g_string_append (text, ",delay=5h");
  if (luck % 7 == 0)
    g_string_append (text, ",table=B");
  if (luck % 2 == 0)
    g_string_append_printf (text, ",spent=%d.%02d", luck, luck);
}

static void
add_progress (GRand *rand, GString *text, double days)
{
  double done = days * g_rand_int_range (rand, 1, 5) / 4;

  g_string_append_printf (text, " as=03-0%d ad=%.2fd pct=%d", g_rand_int_range (rand, 2, 10), done, (int) (done / days * 100));
  if (done == days)
    g_string_append_printf (text, " af=03-%d", g_rand_int_range (rand, 10, 20));
  else if (g_rand_boolean (rand))
    g_string_append_printf (text, " resume=03-%d", g_rand_int_range (rand, 10, 25));
}

/* Fourteen tasks below two summaries, with work, material, costs and progress. */
char *
case_random_costs (GRand *rand)
{
  GString *text = g_string_new ("S - fixed=3.33; T - in=S fixed=1.01 accrue=start");

  for (guint i = 0; i < N_TASKS; i++)
    {
      double days = g_rand_int_range (rand, 0, 20) / 2.0;
      int luck = g_rand_int_range (rand, 0, 100);

      g_string_append_printf (text, "; A%u %.1fd type=%d fixed=%d.%02d", i, days, luck % 3, luck, luck);
      if (luck % 3 > 0)
        g_string_append_printf (text, " in=%s", luck % 3 == 1 ? "S" : "T");
      if (luck % 2 == 0)
        g_string_append (text, luck % 4 == 0 ? " accrue=start" : " accrue=end");
      if (i > 0 && luck % 3 == 2)
        g_string_append_printf (text, " A%u", i - 1);
      for (int k = g_rand_int_range (rand, 0, 4); k > 0; k--)
        add_work (rand, text);
      if (luck % 4 == 1)
        g_string_append_printf (text, " by=Oil*%d%%%s by=Trip,amount=%d.5", luck * 10, luck % 8 == 1 ? ",per=d" : "", luck);
      if (luck % 5 == 1)
        g_string_append (text, " pause=1d+7h");
      if (luck % 6 == 2)
        g_string_append (text, " off");
      if (luck % 7 < 3 && days > 0)
        add_progress (rand, text, days);
      if (luck % 11 == 0)
        g_string_append_printf (text, " phys=%d", luck);
    }
  return g_string_free (text, FALSE);
}
