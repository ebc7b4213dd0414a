/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A look over JSON from outside before it is parsed. The library calls itself for each level of nesting and would run out of
 * stack; it also reads comments and texts in single quotes, in which brackets could hide from counting.
 */

#include "plan-json-scan.h"

/**
 * plan_json_scan:
 * @text: UTF-8
 * @most_depth: how deep lists and objects may lie within one another
 * @at: (out): byte behind the first list or object, or @length when it has no end; else the byte at which scanning stopped
 *
 * Returns: whether the library can be given the text up to @at
 */
PlanJsonScan
plan_json_scan (const char *text, gsize length, guint most_depth, gsize *at)
{
  guint depth = 0;
  gboolean in_text = FALSE;

  for (*at = 0; *at < length; (*at)++)
    {
      char c = text[*at];

      if (in_text && c == '\\')
        (*at)++;
      else if (c == '"')
        in_text = !in_text;
      else if (in_text)
        continue;
      else if (c == '\'' || c == '/')
        return PLAN_JSON_FOREIGN;
      else if ((c == '{' || c == '[') && ++depth > most_depth)
        return PLAN_JSON_TOO_DEEP;
      else if ((c == '}' || c == ']') && depth > 0 && --depth == 0)
        {
          (*at)++;
          return PLAN_JSON_SCANNED;
        }
    }
  *at = length;
  return PLAN_JSON_SCANNED;
}
