/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbers, percents and amounts for people. Digits are grouped by commas and decimals stand behind a point, which is how
 * both English and Chinese write them; a negative number has the minus sign, not the hyphen. The texts of files are in
 * plan-money.c.
 */

#include "plan-text.h"

#include "plan-text-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_TEXT 100
#define MAX_PERCENT (100000 * PLAN_PERCENT_ONE)
#define MAX_PLACES 6

/**
 * plan_percent_parse:
 * @text: "50", "50%", "12.5 %"
 * @percent: (out): only set on success
 *
 * Returns: %FALSE with %PLAN_ERROR_PARSE when the text is no percentage, with %PLAN_ERROR_RANGE when it is negative or
 *   more than 100,000 %; a field's own limits are not checked here
 */
gboolean
plan_percent_parse (const char *text, PlanPercent *percent, GError **error)
{
  g_autofree char *clean = plan_text_clean (text, MAX_TEXT);
  const char *at = clean;
  gboolean negative = clean != NULL && plan_text_skip (&at, "-");
  gint64 number;

  if (clean != NULL && plan_text_read_number (&at, &number))
    {
      plan_text_skip_spaces (&at);
      plan_text_skip (&at, "%");
      if (*at == '\0')
        {
          PlanPercent value = plan_multiply_divide (number, PLAN_PERCENT_ONE, PLAN_TEXT_ONE);

          if ((negative && value > 0) || value > MAX_PERCENT)
            return plan_text_fail (error, PLAN_ERROR_RANGE,
                                   /* Translators: %s is what was typed */
                                   _("The percentage “%s” is negative or too large."), text);
          *percent = value;
          return TRUE;
        }
    }
  return plan_text_fail (error, PLAN_ERROR_PARSE,
                         /* Translators: %s is what was typed */
                         _("“%s” is not a percentage."), text);
}

/* Digits in groups of three. */
static void
append_grouped (GString *text, guint64 number)
{
  char digits[32];
  int length = g_snprintf (digits, sizeof digits, "%" G_GUINT64_FORMAT, number);

  for (int i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append_c (text, ',');
      g_string_append_c (text, digits[i]);
    }
}

static void
append_magnitude (GString *text, guint64 magnitude, int places)
{
  guint64 unit = 1;

  for (int i = 0; i < places; i++)
    unit *= 10;
  append_grouped (text, magnitude / unit);
  if (places > 0)
    g_string_append_printf (text, ".%0*" G_GUINT64_FORMAT, places, magnitude % unit);
}

static guint64
get_magnitude (gint64 value)
{
  return value < 0 ? -(guint64) value : (guint64) value;
}

/**
 * plan_number_format:
 * @value: the number times 10^@places
 * @places: decimals, all of which are shown; 0 to 6
 *
 * Returns: (transfer full): the number for people: "1,234.50", "−0.97"
 */
char *
plan_number_format (gint64 value, int places)
{
  GString *text = g_string_new (value < 0 ? PLAN_TEXT_MINUS : "");

  append_magnitude (text, get_magnitude (value), CLAMP (places, 0, MAX_PLACES));
  return g_string_free (text, FALSE);
}

/**
 * plan_percent_format:
 *
 * Returns: (transfer full): the percentage for people, without needless decimals: "25 %", "12.5 %"
 */
char *
plan_percent_format (PlanPercent percent)
{
  g_autofree char *number = plan_text_decimal (percent, 2);

  /* Translators: a percentage; %s is a number */
  return g_strdup_printf (C_("percentage", "%s %%"), number);
}

/**
 * plan_money_format:
 * @symbol: (nullable): the sign of the currency, shown before the number; a word like "CNY" has a space behind it
 * @digits: decimals that are shown, 0 to 2; the rest is rounded half away from zero
 *
 * Returns: (transfer full): the amount for people: "¥1,234.50", "−¥12"
 */
char *
plan_money_format (PlanMoney amount, const char *symbol, int digits)
{
  static const gint64 divisors[] = { 100, 10, 1 };
  int places = CLAMP (digits, 0, 2);
  gint64 rounded = plan_multiply_divide (amount, 1, divisors[places]);
  GString *text = g_string_new (rounded < 0 ? PLAN_TEXT_MINUS : "");

  if (symbol != NULL && *symbol != '\0')
    {
      g_string_append (text, symbol);
      if (g_ascii_isalpha (symbol[strlen (symbol) - 1]))
        g_string_append_c (text, ' ');
    }
  append_magnitude (text, get_magnitude (rounded), places);
  return g_string_free (text, FALSE);
}
