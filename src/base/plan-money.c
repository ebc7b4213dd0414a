/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Decimal amounts as whole numbers of a small unit, so that no amount is ever a floating point number. The texts here are
 * those of files ("1234.50", the same in every language); texts for people are in plan-text.c.
 */

#include "plan-money.h"

#include "plan-error.h"

#include <glib/gi18n-lib.h>

#define LARGEST (G_MAXINT64 / 100)

/* Adds the digit after those read so far; places past the last one only round. */
static gboolean
add_digit (gint64 *value, int digit)
{
  if (*value > (LARGEST - digit) / 10)
    return FALSE;
  *value = *value * 10 + digit;
  return TRUE;
}

static gboolean
scale (gint64 *value, int exponent)
{
  for (; exponent > 0 && *value != 0; exponent--)
    if (!add_digit (value, 0))
      return FALSE;
  for (; exponent < 0 && *value != 0; exponent++)
    *value = (*value + (exponent == -1 ? 5 : 0)) / 10;
  return TRUE;
}

static gboolean
parse_parts (const char *text, int places, gint64 *value)
{
  gboolean negative = *text == '-', digits = FALSE;
  int exponent = 0;
  gint64 number = 0;

  if (*text == '-' || *text == '+')
    text++;
  for (; g_ascii_isdigit (*text); text++, digits = TRUE)
    if (!add_digit (&number, *text - '0'))
      return FALSE;
  if (*text == '.')
    for (text++; g_ascii_isdigit (*text); text++, digits = TRUE)
      if (exponent > -17 && add_digit (&number, *text - '0'))
        exponent--;
  if (digits && (*text == 'e' || *text == 'E'))
    {
      char *end;
      gint64 e = g_ascii_strtoll (text + 1, &end, 10);

      if (end == text + 1 || e < -40 || e > 40)
        return FALSE;
      exponent += (int) e;
      text = end;
    }
  if (!digits || *text != '\0' || !scale (&number, exponent + places))
    return FALSE;
  *value = negative ? -number : number;
  return TRUE;
}

/**
 * plan_decimal_parse:
 * @text: a decimal number as files have it: "-12.5", "1e3"
 * @places: decimals of @value: 2 for amounts, 4 for rates
 * @value: (out): the number times 10^@places, rounded half away from zero
 *
 * Returns: %FALSE with %PLAN_ERROR_PARSE when @text is no number or too large
 */
gboolean
plan_decimal_parse (const char *text, int places, gint64 *value, GError **error)
{
  if (parse_parts (text, places, value))
    return TRUE;
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_PARSE,
               /* Translators: %s is a text that should have been a number */
               _("“%s” is not a number that can be used here."), text);
  return FALSE;
}

/**
 * plan_decimal_format:
 *
 * Returns: (transfer full): the number for files, without needless zeros: "12.5"
 */
char *
plan_decimal_format (gint64 value, int places)
{
  guint64 magnitude = value < 0 ? -(guint64) value : (guint64) value, unit = 1;
  GString *text = g_string_new (value < 0 ? "-" : "");

  for (int i = 0; i < places; i++)
    unit *= 10;
  g_string_append_printf (text, "%" G_GUINT64_FORMAT, magnitude / unit);
  if (magnitude % unit != 0)
    {
      g_string_append_printf (text, ".%0*" G_GUINT64_FORMAT, places, magnitude % unit);
      while (text->str[text->len - 1] == '0')
        g_string_truncate (text, text->len - 1);
    }
  return g_string_free (text, FALSE);
}

/**
 * plan_multiply_divide:
 * @divide: not 0
 *
 * Returns: @value × @multiply ÷ @divide without overflow in between, rounded half away from zero
 */
gint64
plan_multiply_divide (gint64 value, gint64 multiply, gint64 divide)
{
  __int128 product = (__int128) value * multiply;
  __int128 half = (divide < 0 ? -(__int128) divide : divide) / 2;

  g_return_val_if_fail (divide != 0, 0);
  return (gint64) ((product + (product < 0 ? -half : half)) / divide);
}
