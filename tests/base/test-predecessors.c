/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-error.h"
#include "plan-text.h"

static const PlanConversion conversion = PLAN_CONVERSION_DEFAULT;

static void
test_cells (void)
{
  static const struct
  {
    const char *text, *again; /* NULL: refused */
  } cases[] = {
    { "", "" },                             { " ; ， ", "" },
    { "3", "3" },                           { "3FS", "3" },
    { "3FS+2d", "3FS+2d" },                 { "3+2d", "3FS+2d" },
    { "4SS", "4SS" },                       { "12FF-10%", "12FF-10%" },
    { "9ss+5d; 5", "9SS+5d; 5" },           { "10,11", "10; 11" },
    { "10，11；12、13", "10; 11; 12; 13" }, { "3 FS + 2 days", "3FS+2d" },
    { "３ＦＳ＋２ｄ", "3FS+2d" },           { "3FS−1w", "3FS-1w" },
    { "5SF2ed", "5SF+2ed" },                { "3完成-开始+2天", "3FS+2d" },
    { "3开始-开始 (SS)-1个工作日", "3SS-1d" }, { "7 完成到完成", "7FF" },
    { "8finish-to-start", "8" },            { "8开始-完成(SF)+50%", "8SF+50%" },
    { "1FS+0d", "1" },                      { "9999999", "9999999" },
    { "0", NULL },                          { "10000000", NULL },
    { "-3", NULL },                         { "FS", NULL },
    { "3FX", NULL },                        { "3FS+", NULL },
    { "3FS+2q", NULL },                     { "3 4", NULL },
    { "3d", NULL },                         { "3;x", NULL },
    { "3FS(SS)", NULL },                    { "3.5", NULL },
    { "99999999999999999999", NULL },       { "3\xff", NULL },
    { "3FS+400000d", NULL },
    { "Move!12FS+2d", "move!12FS+2d" },     { "3; Move!12", "3; move!12" },
    { "搬家！12 完成-开始", "搬家!12" },    { "'Move; two'!4SS", "'move; two'!4SS" },
    { "'Bob''s, new'!4, 5", "'bob''s, new'!4; 5" }, { " Big Move ! 7 ", "big move!7" },
    { "!4", NULL },                         { "''!4", NULL },
    { "'Move!4", NULL },                    { "'Move'4", NULL },
    { "Move!", NULL },                      { "Move!Move!4", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) items = plan_predecessors_parse (cases[i].text, &conversion, &error);
      g_autofree char *again = NULL;

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      if (items == NULL)
        {
          g_assert_null (cases[i].again);
          g_assert_true (error->domain == PLAN_ERROR && g_utf8_validate (error->message, -1, NULL));
          continue;
        }
      again = plan_predecessors_to_text ((const PlanPredecessor *) (void *) items->data, items->len, &conversion);
      g_assert_cmpstr (again, ==, cases[i].again);
    }
}

static void
test_link_types (void)
{
  static const char *const refused[] = { "", "F", "FSS", "完成", "FS+2d", "完成-开始 (SS)", "\xff" };

  for (int type = PLAN_LINK_FF; type <= PLAN_LINK_SS; type++)
    {
      PlanLinkType found;

      g_assert_true (plan_link_type_parse (plan_link_type_get_symbol (type), &found, NULL));
      g_assert_cmpint (found, ==, type);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      PlanLinkType found;

      g_assert_false (plan_link_type_parse (refused[i], &found, &error));
      g_assert_error (error, PLAN_ERROR, PLAN_ERROR_PARSE);
    }
}

static void
test_round_trips (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (12);

  for (int i = 0; i < 5000; i++)
    {
      PlanPredecessor items[6];
      gsize n_items = g_rand_int_range (rand, 0, 7);
      g_autofree char *text = NULL;
      g_autoptr (GArray) again = NULL;

      for (gsize k = 0; k < n_items; k++)
        {
          gboolean percent = g_rand_boolean (rand);

          static const char *const projects[] = { NULL, NULL, "move", "a; b", "it's", "q!1", "搬家", "'" };

          items[k].project = (char *) projects[g_rand_int_range (rand, 0, G_N_ELEMENTS (projects))];
          items[k].row = g_rand_int_range (rand, 1, 10000);
          items[k].type = (PlanLinkType) g_rand_int_range (rand, 0, 4);
          items[k].lag.value = g_rand_int_range (rand, -90000, 90000);
          items[k].lag.unit = percent ? PLAN_UNIT_PERCENT : PLAN_UNIT_WEEK;
        }
      text = plan_predecessors_to_text (items, n_items, &conversion);
      again = plan_predecessors_parse (text, &conversion, NULL);
      g_assert_cmpuint (again->len, ==, n_items);
      for (gsize k = 0; k < n_items; k++)
        {
          PlanPredecessor *item = &g_array_index (again, PlanPredecessor, k);

          g_assert_true (item->row == items[k].row && item->type == items[k].type && item->lag.value == items[k].lag.value);
          g_assert_true (item->lag.value == 0 || item->lag.unit == items[k].lag.unit);
          g_assert_cmpstr (item->project, ==, items[k].project);
        }
    }
}

static void
test_hostile (void)
{
  static const char letters[] = "0123456789+-%;,'! FSfsd()\xe5\xae\x8c\xff";
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);
  g_autofree char *separators = g_strnfill (60000, ';'), *huge = g_strnfill (1000 * 1000, '1');
  g_autoptr (GArray) none = plan_predecessors_parse (separators, &conversion, NULL);

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_null (plan_predecessors_parse (huge, &conversion, NULL));
  for (int i = 0; i < 50000; i++)
    {
      g_autoptr (GArray) items = NULL;
      char text[24] = "";

      for (int n = g_rand_int_range (rand, 0, sizeof text), k = 0; k < n; k++)
        text[k] = letters[g_rand_int_range (rand, 0, sizeof letters - 1)];
      items = plan_predecessors_parse (text, &conversion, NULL);
      for (guint k = 0; items != NULL && k < items->len; k++)
        g_assert_cmpuint (g_array_index (items, PlanPredecessor, k).row, >, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/predecessors/cells", test_cells);
  g_test_add_func ("/base/predecessors/link-types", test_link_types);
  g_test_add_func ("/base/predecessors/round-trips", test_round_trips);
  g_test_add_func ("/base/predecessors/hostile", test_hostile);
  return g_test_run ();
}
