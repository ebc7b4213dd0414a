/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any bytes as a list of holidays: days that can be planned with, in order and each once, or a sentence. For libFuzzer; the
 * normal suite replays files with replay-fuzz.c.
 */

#include "fuzz.h"

#include "plan-holidays.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlanHolidays) holidays = plan_holidays_read (size > 0 ? (const char *) data : "", size, &error);
  PlanDay last = PLAN_DAY_NONE;

  g_assert_true ((holidays == NULL) == (error != NULL));
  for (guint i = 0; holidays != NULL && i < holidays->items->len; i++)
    {
      const PlanHoliday *holiday = &g_array_index (holidays->items, PlanHoliday, i);

      g_assert_cmpint (holiday->first, >=, PLAN_DAY_MIN);
      g_assert_cmpint (holiday->first, >, last);
      g_assert_cmpint (holiday->last, >=, holiday->first);
      g_assert_cmpint (holiday->last, <=, PLAN_DAY_MAX);
      g_assert_true (g_utf8_validate (plan_holiday_get_name (holiday), -1, NULL));
      last = holiday->last;
    }
  return 0;
}
