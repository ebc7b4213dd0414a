/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The cell in which the predecessors of a task are typed: row number, type of link and lag, several of them with commas
 * or semicolons between, as in Microsoft Project. A row of another project has the name of that before it and an exclamation
 * mark, as a cell of another sheet in a spreadsheet: Move!12, 'Move; phase 2'!12. The cell knows names and row numbers only;
 * whoever reads it looks the tasks up.
 */

#include "plan-text.h"

#include "plan-text-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_CELL (64 * 1024)
#define MAX_TYPE 100
#define MAX_ROW 9999999

/* Longer words come before those they begin with. */
static const struct
{
  const char *word;
  PlanLinkType type;
} words[] = {
  { "fs", PLAN_LINK_FS },               { "ss", PLAN_LINK_SS },
  { "ff", PLAN_LINK_FF },               { "sf", PLAN_LINK_SF },
  { "finish-to-start", PLAN_LINK_FS },  { "start-to-start", PLAN_LINK_SS },
  { "finish-to-finish", PLAN_LINK_FF }, { "start-to-finish", PLAN_LINK_SF },
  { "完成-开始", PLAN_LINK_FS },        { "开始-开始", PLAN_LINK_SS },
  { "完成-完成", PLAN_LINK_FF },        { "开始-完成", PLAN_LINK_SF },
  { "完成到开始", PLAN_LINK_FS },       { "开始到开始", PLAN_LINK_SS },
  { "完成到完成", PLAN_LINK_FF },       { "开始到完成", PLAN_LINK_SF },
  { "完成开始", PLAN_LINK_FS },         { "开始开始", PLAN_LINK_SS },
  { "完成完成", PLAN_LINK_FF },         { "开始完成", PLAN_LINK_SF },
};

/**
 * plan_link_type_get_symbol:
 *
 * Returns: "FS", "SS", "FF" or "SF"
 */
const char *
plan_link_type_get_symbol (PlanLinkType type)
{
  static const char *const symbols[] = { "FF", "FS", "SF", "SS" };

  return type <= PLAN_LINK_SS ? symbols[type] : "FS";
}

/* A type with or without its symbol in brackets behind it: "完成-开始 (FS)". */
static gboolean
read_type (const char **at, PlanLinkType *type)
{
  gboolean found = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (words) && !found; i++)
    if (plan_text_skip (at, words[i].word))
      {
        *type = words[i].type;
        found = TRUE;
      }
  for (gsize i = 0; found && i < 4; i++)
    {
      g_autofree char *symbol = g_strdup_printf ("(%s)", words[i].word);
      const char *behind = *at;

      plan_text_skip_spaces (&behind);
      if (words[i].type == *type && plan_text_skip (&behind, symbol))
        *at = behind;
    }
  return found;
}

/**
 * plan_link_type_parse:
 * @text: "FS", "finish-to-start", "完成-开始"
 * @type: (out): only set on success
 *
 * Returns: %FALSE with %PLAN_ERROR_PARSE when the text is no type of link
 */
gboolean
plan_link_type_parse (const char *text, PlanLinkType *type, GError **error)
{
  g_autofree char *clean = plan_text_clean (text, MAX_TYPE);
  const char *at = clean;
  PlanLinkType found;

  if (clean == NULL || !read_type (&at, &found) || *at != '\0')
    return plan_text_fail (error, PLAN_ERROR_PARSE,
                           /* Translators: %s is what was typed */
                           _("“%s” is not a type of link. There are FS, SS, FF and SF."), text);
  *type = found;
  return TRUE;
}

static gboolean
read_row (const char **at, guint *row)
{
  gint64 value = 0;
  gboolean digits = FALSE;

  for (; g_ascii_isdigit (**at); (*at)++, digits = TRUE)
    value = MIN (value * 10 + (**at - '0'), MAX_ROW + 1);
  *row = (guint) value;
  return digits && value >= 1 && value <= MAX_ROW;
}

/* The name before the exclamation mark, if there is one: in quotes, in which two stand for one, or as it is. FALSE when a
 * quote or the mark is missing. */
static gboolean
read_project (const char **at, char **project)
{
  g_autoptr (GString) name = g_string_new (NULL);
  const char *mark = strchr (*at, '!');

  if (**at != '\'')
    {
      if (mark != NULL)
        {
          *project = g_strstrip (g_strndup (*at, (gsize) (mark - *at)));
          *at = mark + 1;
        }
      return mark == NULL || **project != '\0';
    }
  for ((*at)++; **at != '\0' && (**at != '\'' || (*at)[1] == '\''); (*at)++)
    {
      *at += **at == '\'';
      g_string_append_c (name, **at);
    }
  if (**at == '\0' || (*at)[1] != '!')
    return FALSE;
  *at += 2;
  *project = g_strstrip (g_string_free (g_steal_pointer (&name), FALSE));
  return **project != '\0';
}

static gboolean
parse_item (const char *text, const PlanConversion *conversion, PlanPredecessor *item, GError **error)
{
  const char *at = text;
  gboolean is_named;

  *item = (PlanPredecessor) { 0, PLAN_LINK_FS, { 0, PLAN_UNIT_DAY }, NULL };
  is_named = read_project (&at, &item->project);
  plan_text_skip_spaces (&at);
  if (is_named && read_row (&at, &item->row))
    {
      gboolean typed;

      plan_text_skip_spaces (&at);
      typed = read_type (&at, &item->type);
      plan_text_skip_spaces (&at);
      if (*at == '\0')
        return TRUE;
      if (typed || *at == '+' || *at == '-')
        return plan_lag_parse (at, conversion, &item->lag, error);
    }
  return plan_text_fail (error, PLAN_ERROR_PARSE,
                         /* Translators: %s is what was typed; leave the examples as they are */
                         _("“%s” is not a predecessor. Write a row number and, if need be, type and lag, like 3, 3FS+2d or 4SS."),
                         text);
}

static void
clear_item (gpointer data)
{
  g_free (((PlanPredecessor *) data)->project);
}

/* The end of an item: a comma or semicolon outside of quotes, or the end of the text. */
static const char *
find_end (const char *text)
{
  gboolean quoted = FALSE;

  for (; *text != '\0' && (quoted || (*text != ',' && *text != ';')); text++)
    quoted ^= *text == '\'';
  return text;
}

/**
 * plan_predecessors_parse:
 * @text: "3", "3FS+2d; 4SS", "12FF-10%，5", "Move!4"; may be empty
 *
 * Rows are not looked up, and one row may occur twice.
 *
 * Returns: (transfer full) (element-type PlanPredecessor) (nullable): the items in the order of the text; %NULL with
 *   %PLAN_ERROR_PARSE or %PLAN_ERROR_RANGE when one of them can not be read
 */
GArray *
plan_predecessors_parse (const char *text, const PlanConversion *conversion, GError **error)
{
  g_autofree char *clean = plan_text_clean (text, MAX_CELL);
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (PlanPredecessor));
  const char *end;

  if (clean == NULL)
    {
      plan_text_fail (error, PLAN_ERROR_PARSE,
                      /* Translators: %s is the beginning of what was typed */
                      _("“%s” cannot be read as predecessors."), text);
      return NULL;
    }
  g_array_set_clear_func (items, clear_item);
  for (const char *at = clean; *at != '\0'; at = *end != '\0' ? end + 1 : end)
    {
      g_autofree char *part = NULL;
      PlanPredecessor item;

      end = find_end (at);
      part = g_strstrip (g_strndup (at, (gsize) (end - at)));
      if (*part == '\0')
        continue;
      if (!parse_item (part, conversion, &item, error))
        {
          clear_item (&item);
          return NULL;
        }
      g_array_append_val (items, item);
    }
  return g_steal_pointer (&items);
}

static void
append_project (GString *text, const char *project)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *doubled = NULL;

  if (strpbrk (project, "!',;") == NULL && !g_ascii_isspace (*project))
    {
      g_string_append_printf (text, "%s!", project);
      return;
    }
  parts = g_strsplit (project, "'", -1);
  doubled = g_strjoinv ("''", parts);
  g_string_append_printf (text, "'%s'!", doubled);
}

/**
 * plan_predecessors_to_text:
 *
 * Returns: (transfer full): the cell as it can be typed in every language: "9SS+5d; 5; Move!4"
 */
char *
plan_predecessors_to_text (const PlanPredecessor *items, gsize n_items, const PlanConversion *conversion)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < n_items; i++)
    {
      g_string_append (text, i > 0 ? "; " : "");
      if (items[i].project != NULL)
        append_project (text, items[i].project);
      g_string_append_printf (text, "%u", items[i].row);
      if (items[i].type != PLAN_LINK_FS || items[i].lag.value != 0)
        g_string_append (text, plan_link_type_get_symbol (items[i].type));
      if (items[i].lag.value != 0)
        {
          g_autofree char *lag = plan_lag_to_text (&items[i].lag, conversion);

          g_string_append_printf (text, "%s%s", items[i].lag.value > 0 ? "+" : "", lag);
        }
    }
  return g_string_free (text, FALSE);
}
