/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any bytes as what a person types into a cell; the first byte tells which kind of cell. A value that can be written as it
 * can be typed and then means the same, or a sentence. For libFuzzer; the normal suite replays the files that it found with
 * replay-fuzz.c.
 */

#include "fuzz.h"

#include "plan-calendar.h"
#include "plan-text.h"

/* Thursday 12 March 2026, 10:00 */
#define NOW (PLAN_TICKS_PER_DAY * 20524 + 6000)

typedef gboolean (*ReadFunc) (const char *text, const PlanConversion *conversion, GError **error);

static void
expect_same_duration (const PlanDuration *read, const PlanConversion *conversion)
{
  g_autofree char *text = plan_duration_to_text (read, conversion), *shown = plan_duration_format (read, conversion);
  g_autoptr (GError) error = NULL;
  PlanDuration again;

  plan_duration_parse (text, conversion, PLAN_UNIT_DAY, &again, &error);
  g_assert_no_error (error);
  g_assert_cmpint (again.ticks, ==, read->ticks);
  g_assert_cmpint (again.estimated, ==, read->estimated);
  g_assert_true (g_utf8_validate (shown, -1, NULL));
}

static gboolean
read_duration (const char *text, const PlanConversion *conversion, GError **error)
{
  PlanDuration duration;

  if (!plan_duration_parse (text, conversion, PLAN_UNIT_DAY, &duration, error))
    return FALSE;
  g_assert_cmpint (duration.ticks, >=, 0);
  expect_same_duration (&duration, conversion);
  return TRUE;
}

static gboolean
read_lag (const char *text, const PlanConversion *conversion, GError **error)
{
  g_autoptr (GError) late = NULL;
  g_autofree char *typed = NULL;
  PlanLag lag, again;

  if (!plan_lag_parse (text, conversion, &lag, error))
    return FALSE;
  typed = plan_lag_to_text (&lag, conversion);
  plan_lag_parse (typed, conversion, &again, &late);
  g_assert_no_error (late);
  g_assert_cmpint (again.value, ==, lag.value);
  return TRUE;
}

static gboolean
read_predecessors (const char *text, const PlanConversion *conversion, GError **error)
{
  g_autoptr (GArray) items = plan_predecessors_parse (text, conversion, error), again = NULL;
  g_autoptr (GError) late = NULL;
  g_autofree char *typed = NULL;

  if (items == NULL)
    return FALSE;
  typed = plan_predecessors_to_text ((const PlanPredecessor *) items->data, items->len, conversion);
  again = plan_predecessors_parse (typed, conversion, &late);
  g_assert_no_error (late);
  g_assert_cmpuint (again->len, ==, items->len);
  for (guint i = 0; i < items->len; i++)
    {
      const PlanPredecessor *a = &g_array_index (items, PlanPredecessor, i), *b = &g_array_index (again, PlanPredecessor, i);

      g_assert_cmpuint (a->row, ==, b->row);
      g_assert_cmpint (a->type, ==, b->type);
      g_assert_cmpint (a->lag.value, ==, b->lag.value);
      g_assert_cmpstr (a->project, ==, b->project);
    }
  return TRUE;
}

static gboolean
read_date (const char *text, const PlanConversion *conversion, GError **error)
{
  PlanTicks ticks;

  if (!plan_date_parse (text, NOW, 4800, &ticks, error))
    return FALSE;
  g_assert_cmpint (ticks, >=, PLAN_TICKS_MIN);
  g_assert_cmpint (ticks, <=, PLAN_TICKS_MAX);
  for (PlanDateStyle style = PLAN_DATE_DAY; style <= PLAN_DATE_MARK; style++)
    {
      g_autofree char *shown = plan_date_format (ticks, style);

      g_assert_true (g_utf8_validate (shown, -1, NULL));
    }
  return TRUE;
}

static gboolean
read_percent (const char *text, const PlanConversion *conversion, GError **error)
{
  g_autofree char *shown = NULL;
  PlanPercent percent;

  if (!plan_percent_parse (text, &percent, error))
    return FALSE;
  shown = plan_percent_format (percent);
  g_assert_true (g_utf8_validate (shown, -1, NULL));
  return TRUE;
}

static gboolean
read_hours (const char *text, const PlanConversion *conversion, GError **error)
{
  PlanSpan spans[PLAN_MAX_SPANS];
  guint n_spans;

  if (!plan_hours_parse (text, spans, &n_spans, error))
    return FALSE;
  g_assert_cmpuint (n_spans, <=, PLAN_MAX_SPANS);
  return TRUE;
}

/* In the order of the digits with which the files of the corpus begin. */
static const ReadFunc kinds[] = { read_duration, read_lag, read_predecessors, read_date, read_percent, read_hours };

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  static const PlanConversion conversions[] = { PLAN_CONVERSION_DEFAULT, { 4210, 21050, 92620 } };

  for (guint i = 0; i < G_N_ELEMENTS (conversions) && size > 0; i++)
    {
      g_autofree char *text = g_strndup ((const char *) data + 1, size - 1);
      g_autoptr (GError) error = NULL;
      gboolean ok = kinds[(guint8) (data[0] - '0') % G_N_ELEMENTS (kinds)] (text, &conversions[i], &error);

      g_assert_true (ok == (error == NULL));
      g_assert_true (ok || g_utf8_validate (error->message, -1, NULL));
    }
  return 0;
}
