/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words of typed dates, English and Chinese, and the cutting of a text into tokens: numbers, words and signs. What
 * they mean together is told in plan-date-parse.c.
 */

#include "plan-date-token.h"

#include "plan-text-scan.h"

#include <string.h>

static const struct
{
  const char *word;
  PlanDateTokenKind kind;
  int value;
} words[] = {
  { "mon", PLAN_TOKEN_WEEKDAY, 0 },       { "monday", PLAN_TOKEN_WEEKDAY, 0 },    { "tue", PLAN_TOKEN_WEEKDAY, 1 },
  { "tues", PLAN_TOKEN_WEEKDAY, 1 },      { "tuesday", PLAN_TOKEN_WEEKDAY, 1 },   { "wed", PLAN_TOKEN_WEEKDAY, 2 },
  { "wednesday", PLAN_TOKEN_WEEKDAY, 2 }, { "thu", PLAN_TOKEN_WEEKDAY, 3 },       { "thur", PLAN_TOKEN_WEEKDAY, 3 },
  { "thurs", PLAN_TOKEN_WEEKDAY, 3 },     { "thursday", PLAN_TOKEN_WEEKDAY, 3 },  { "fri", PLAN_TOKEN_WEEKDAY, 4 },
  { "friday", PLAN_TOKEN_WEEKDAY, 4 },    { "sat", PLAN_TOKEN_WEEKDAY, 5 },       { "saturday", PLAN_TOKEN_WEEKDAY, 5 },
  { "sun", PLAN_TOKEN_WEEKDAY, 6 },       { "sunday", PLAN_TOKEN_WEEKDAY, 6 },
  { "jan", PLAN_TOKEN_MONTH, 1 },         { "january", PLAN_TOKEN_MONTH, 1 },     { "feb", PLAN_TOKEN_MONTH, 2 },
  { "february", PLAN_TOKEN_MONTH, 2 },    { "mar", PLAN_TOKEN_MONTH, 3 },         { "march", PLAN_TOKEN_MONTH, 3 },
  { "apr", PLAN_TOKEN_MONTH, 4 },         { "april", PLAN_TOKEN_MONTH, 4 },       { "may", PLAN_TOKEN_MONTH, 5 },
  { "jun", PLAN_TOKEN_MONTH, 6 },         { "june", PLAN_TOKEN_MONTH, 6 },        { "jul", PLAN_TOKEN_MONTH, 7 },
  { "july", PLAN_TOKEN_MONTH, 7 },        { "aug", PLAN_TOKEN_MONTH, 8 },         { "august", PLAN_TOKEN_MONTH, 8 },
  { "sep", PLAN_TOKEN_MONTH, 9 },         { "sept", PLAN_TOKEN_MONTH, 9 },        { "september", PLAN_TOKEN_MONTH, 9 },
  { "oct", PLAN_TOKEN_MONTH, 10 },        { "october", PLAN_TOKEN_MONTH, 10 },    { "nov", PLAN_TOKEN_MONTH, 11 },
  { "november", PLAN_TOKEN_MONTH, 11 },   { "dec", PLAN_TOKEN_MONTH, 12 },        { "december", PLAN_TOKEN_MONTH, 12 },
  { "today", PLAN_TOKEN_RELATIVE, 0 },    { "tomorrow", PLAN_TOKEN_RELATIVE, 1 }, { "yesterday", PLAN_TOKEN_RELATIVE, -1 },
  { "next", PLAN_TOKEN_WEEK, 1 },         { "this", PLAN_TOKEN_WEEK, 0 },         { "am", PLAN_TOKEN_HALF_DAY, 0 },
  { "pm", PLAN_TOKEN_HALF_DAY, 1 },       { "t", PLAN_TOKEN_T, 0 },               { "d", PLAN_TOKEN_DAY_MARK, 0 },
  { "day", PLAN_TOKEN_DAY_MARK, 0 },      { "days", PLAN_TOKEN_DAY_MARK, 0 },     { "w", PLAN_TOKEN_WEEK_MARK, 0 },
  { "week", PLAN_TOKEN_WEEK_MARK, 0 },    { "weeks", PLAN_TOKEN_WEEK_MARK, 0 },   { "mo", PLAN_TOKEN_MONTH_MARK, 0 },
  { "month", PLAN_TOKEN_MONTH_MARK, 0 },  { "months", PLAN_TOKEN_MONTH_MARK, 0 },
};

/* Chinese has no spaces between words: the first that fits is taken, so longer ones come first. */
static const struct
{
  const char *word;
  PlanDateTokenKind kind;
  int value;
} han_words[] = {
  { "周一", PLAN_TOKEN_WEEKDAY, 0 },    { "周二", PLAN_TOKEN_WEEKDAY, 1 },    { "周三", PLAN_TOKEN_WEEKDAY, 2 },
  { "周四", PLAN_TOKEN_WEEKDAY, 3 },    { "周五", PLAN_TOKEN_WEEKDAY, 4 },    { "周六", PLAN_TOKEN_WEEKDAY, 5 },
  { "周日", PLAN_TOKEN_WEEKDAY, 6 },    { "周天", PLAN_TOKEN_WEEKDAY, 6 },    { "星期一", PLAN_TOKEN_WEEKDAY, 0 },
  { "星期二", PLAN_TOKEN_WEEKDAY, 1 },  { "星期三", PLAN_TOKEN_WEEKDAY, 2 },  { "星期四", PLAN_TOKEN_WEEKDAY, 3 },
  { "星期五", PLAN_TOKEN_WEEKDAY, 4 },  { "星期六", PLAN_TOKEN_WEEKDAY, 5 },  { "星期日", PLAN_TOKEN_WEEKDAY, 6 },
  { "星期天", PLAN_TOKEN_WEEKDAY, 6 },  { "今天", PLAN_TOKEN_RELATIVE, 0 },   { "今日", PLAN_TOKEN_RELATIVE, 0 },
  { "明天", PLAN_TOKEN_RELATIVE, 1 },   { "明日", PLAN_TOKEN_RELATIVE, 1 },   { "后天", PLAN_TOKEN_RELATIVE, 2 },
  { "昨天", PLAN_TOKEN_RELATIVE, -1 },  { "昨日", PLAN_TOKEN_RELATIVE, -1 },  { "上午", PLAN_TOKEN_HALF_DAY, 0 },
  { "下午", PLAN_TOKEN_HALF_DAY, 1 },   { "个月", PLAN_TOKEN_MONTH_MARK, 0 }, { "下", PLAN_TOKEN_WEEK, 1 },
  { "本", PLAN_TOKEN_WEEK, 0 },         { "这", PLAN_TOKEN_WEEK, 0 },         { "年", PLAN_TOKEN_YEAR_MARK, 0 },
  { "月", PLAN_TOKEN_MONTH_MARK, 0 },   { "日", PLAN_TOKEN_DAY_MARK, 0 },     { "号", PLAN_TOKEN_DAY_MARK, 0 },
  { "天", PLAN_TOKEN_DAY_MARK, 0 },     { "点", PLAN_TOKEN_HOUR_MARK, 0 },    { "时", PLAN_TOKEN_HOUR_MARK, 0 },
  { "半", PLAN_TOKEN_HALF_HOUR, 0 },    { "分", PLAN_TOKEN_MINUTE_MARK, 0 },  { "周", PLAN_TOKEN_WEEK_MARK, 0 },
  { "星期", PLAN_TOKEN_WEEK_MARK, 0 },
};

static gboolean
cut_number (const char **at, PlanDateToken *token)
{
  *token = (PlanDateToken) { PLAN_TOKEN_NUMBER, 0, 0 };
  for (; g_ascii_isdigit (**at); (*at)++)
    {
      if (++token->n_digits > 6)
        return FALSE;
      token->value = token->value * 10 + (**at - '0');
    }
  return TRUE;
}

static gboolean
cut_word (const char **at, PlanDateToken *token)
{
  const char *end = *at;

  while (g_ascii_islower (*end))
    end++;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strlen (words[i].word) == (gsize) (end - *at) && g_str_has_prefix (*at, words[i].word))
      {
        *token = (PlanDateToken) { words[i].kind, words[i].value, 0 };
        *at = end;
        return TRUE;
      }
  return FALSE;
}

static gboolean
cut_han_word (const char **at, PlanDateToken *token)
{
  for (gsize i = 0; i < G_N_ELEMENTS (han_words); i++)
    if (plan_text_skip (at, han_words[i].word))
      {
        *token = (PlanDateToken) { han_words[i].kind, han_words[i].value, 0 };
        return TRUE;
      }
  return FALSE;
}

static gboolean
cut_token (const char **at, PlanDateToken *token)
{
  if (g_ascii_isdigit (**at))
    return cut_number (at, token);
  if (g_ascii_islower (**at))
    return cut_word (at, token);
  if (strchr ("/-.:,+", **at) == NULL)
    return cut_han_word (at, token);
  *token = (PlanDateToken) { PLAN_TOKEN_SIGN, *(*at)++, 0 };
  return TRUE;
}

/**
 * plan_date_cut_tokens:
 * @text: a text that plan_text_clean() gave
 * @tokens: (out): the tokens; behind the last one stands %PLAN_TOKEN_END
 *
 * Returns: %FALSE when the text is empty, too long or has a word that no date has
 */
gboolean
plan_date_cut_tokens (const char *text, PlanDateToken tokens[PLAN_DATE_MAX_TOKENS + 1])
{
  int n = 0;

  for (plan_text_skip_spaces (&text); *text != '\0'; plan_text_skip_spaces (&text))
    if (n == PLAN_DATE_MAX_TOKENS || !cut_token (&text, &tokens[n++]))
      return FALSE;
  tokens[n].kind = PLAN_TOKEN_END;
  return n > 0;
}
