/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What all readers of typed texts share. A text is first brought into one form, so that full-width digits and signs of a
 * Chinese keyboard, typographic minus signs and capitals need no care afterwards: the readers only see small ASCII
 * letters, ASCII signs and single spaces beside the Chinese words. Numbers are read without floating point.
 */

#include "plan-text-scan.h"

#include "plan-money.h"

#include <stdarg.h>
#include <string.h>

#define EXCERPT_LENGTH 40

static gunichar
simplify (gunichar c)
{
  if (c >= 0xff01 && c <= 0xff5e)       /* full-width forms of ASCII */
    c -= 0xff01 - '!';
  switch (c)
    {
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2212:
      return '-';
    case 0x3001:                        /* 、 */
      return ',';
    case 0x3002:                        /* 。 */
      return '.';
    default:
      return g_unichar_isspace (c) ? ' ' : c < 0x80 ? (gunichar) g_ascii_tolower ((char) c) : c;
    }
}

/**
 * plan_text_clean:
 * @max_length: bytes; a longer text is refused
 *
 * Returns: (transfer full) (nullable): the text in small letters, ASCII signs and single spaces, without spaces at its
 *   ends; %NULL when it is too long or not UTF-8
 */
char *
plan_text_clean (const char *text, gsize max_length)
{
  gsize length = strnlen (text, max_length + 1);
  g_autoptr (GString) clean = NULL;

  if (length > max_length || !g_utf8_validate (text, (gssize) length, NULL))
    return NULL;
  clean = g_string_sized_new (length);
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = simplify (g_utf8_get_char (at));

      if (c != ' ' || (clean->len > 0 && clean->str[clean->len - 1] != ' '))
        g_string_append_unichar (clean, c);
    }
  if (clean->len > 0 && clean->str[clean->len - 1] == ' ')
    g_string_truncate (clean, clean->len - 1);
  return g_string_free (g_steal_pointer (&clean), FALSE);
}

/**
 * plan_text_skip:
 * @at: (inout): moved behind @word when the text goes on with it
 *
 * Returns: whether it did
 */
gboolean
plan_text_skip (const char **at, const char *word)
{
  gsize length = strlen (word);

  if (strncmp (*at, word, length) != 0)
    return FALSE;
  *at += length;
  return TRUE;
}

/**
 * plan_text_skip_spaces:
 * @at: (inout): moved to the next character that is no space
 */
void
plan_text_skip_spaces (const char **at)
{
  while (**at == ' ')
    (*at)++;
}

/**
 * plan_text_read_number:
 * @at: (inout): moved behind the number
 * @billionths: (out): the number, which has no sign, in billionths; %PLAN_TEXT_TOO_LARGE when it has too many digits
 *
 * Returns: whether there was a number
 */
gboolean
plan_text_read_number (const char **at, gint64 *billionths)
{
  const char *c = *at;
  gint64 value = 0, unit = PLAN_TEXT_ONE;
  gboolean digits = FALSE, too_large = FALSE;

  for (; g_ascii_isdigit (*c); c++, digits = TRUE)
    {
      too_large = too_large || value >= PLAN_TEXT_TOO_LARGE / PLAN_TEXT_ONE / 10;
      value = too_large ? 0 : value * 10 + (*c - '0');
    }
  value *= PLAN_TEXT_ONE;
  if (*c == '.' && (digits || g_ascii_isdigit (c[1])))
    for (c++; g_ascii_isdigit (*c); c++, digits = TRUE)
      {
        if (unit == 1)
          value += *c >= '5';
        unit /= 10;
        value += unit * (*c - '0');
      }
  if (!digits)
    return FALSE;
  *billionths = too_large ? PLAN_TEXT_TOO_LARGE : value;
  *at = c;
  return TRUE;
}

/**
 * plan_text_decimal:
 *
 * Returns: (transfer full): the number, which is @value / 10^@places, for people: without needless zeros, "−1.5"
 */
char *
plan_text_decimal (gint64 value, int places)
{
  g_autofree char *number = plan_decimal_format (value, places);

  return value < 0 ? g_strconcat (PLAN_TEXT_MINUS, number + 1, NULL) : g_steal_pointer (&number);
}

static char *
make_excerpt (const char *text)
{
  g_autofree char *head = g_strndup (text, EXCERPT_LENGTH * 4);
  g_autofree char *valid = g_utf8_make_valid (head, -1);
  g_autofree char *excerpt = g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1), EXCERPT_LENGTH));

  return strlen (excerpt) < strlen (text) ? g_strconcat (excerpt, "…", NULL) : g_steal_pointer (&excerpt);
}

/**
 * plan_text_fail:
 * @message: a translated sentence with exactly one %s
 * @...: what was typed, for the %s; only its beginning is shown and bytes that are no UTF-8 are replaced
 *
 * Returns: %FALSE, with @error set
 */
gboolean
plan_text_fail (GError **error, PlanError code, const char *message, ...)
{
  g_autofree char *excerpt = NULL;
  va_list text;

  va_start (text, message);
  excerpt = make_excerpt (va_arg (text, const char *));
  va_end (text);
  g_set_error (error, PLAN_ERROR, code, message, excerpt);
  return FALSE;
}

/**
 * plan_text_is_separator:
 *
 * Returns: whether the character parts the names of a list, in either script
 */
gboolean
plan_text_is_separator (gunichar c)
{
  return c == ';' || c == ',' || c == '\n' || c == 0x3001 || c == 0xff1b || c == 0xff0c; /* 、；， */
}

/**
 * plan_text_find:
 * @text: (nullable): where to look
 * @wanted: what to look for, capital or small; not empty
 * @end: (out) (optional): behind what was found
 *
 * Character by character, without making other texts of them, so that many can be looked through.
 *
 * Returns: (nullable): the first place in @text
 */
const char *
plan_text_find (const char *text, const char *wanted, const char **end)
{
  gunichar first = g_unichar_tolower (g_utf8_get_char (wanted));

  for (; text != NULL && *text != '\0'; text = g_utf8_next_char (text))
    {
      const char *at = text, *with = wanted;

      if (g_unichar_tolower (g_utf8_get_char (at)) != first)
        continue;
      while (*with != '\0' && *at != '\0' &&
             g_unichar_tolower (g_utf8_get_char (at)) == g_unichar_tolower (g_utf8_get_char (with)))
        {
          at = g_utf8_next_char (at);
          with = g_utf8_next_char (with);
        }
      if (*with != '\0')
        continue;
      if (end != NULL)
        *end = at;
      return text;
    }
  return NULL;
}
