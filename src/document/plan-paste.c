/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a table from elsewhere means as a plan: which column is what, told by its heading in either language or, without
 * headings, by what stands in it; and how the rows lie below each other, told by levels, outline numbers or indentation.
 * Nothing is written here: plan-edits-paste-table.c makes the tasks.
 */

#include "plan-paste.h"

#include "plan-text-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_LEVEL 100

/* So many lines tell what a column without a heading is. */
#define GUESS_LINES 50

/* What columns are called elsewhere: the words of this program and of Microsoft Project in both languages, and what people
 * write over their own tables. Compared without spaces, signs and case. */
static const struct
{
  guint meaning;
  const char *names;
} words[] = {
  { PLAN_COLUMN_NAME, "taskname|name|task|tasks|activity|activities|activityname|workitem|item|subject|summary|title|"
                      "任务名称|任务|名称|工作|工作名称|工作项|工作内容|活动|活动名称|事项|内容|标题" },
  { PLAN_COLUMN_DURATION, "duration|dur|days|length|工期|持续时间|历时|天数|用时|周期" },
  { PLAN_COLUMN_START, "start|startdate|begin|begins|from|plannedstart|scheduledstart|"
                       "开始|开始时间|开始日期|计划开始|计划开始时间|计划开始日期|起始时间|起始日期" },
  { PLAN_COLUMN_FINISH, "finish|finishdate|end|enddate|ends|to|until|plannedfinish|plannedend|scheduledfinish|"
                        "完成|完成时间|完成日期|结束|结束时间|结束日期|计划完成|计划完成时间|计划完成日期|计划结束时间" },
  { PLAN_COLUMN_WBS, "wbs|wbscode|outlinenumber|outline|wbs编码|wbs代码|大纲数字|大纲编号|层次编号" },
  { PLAN_COLUMN_PREDECESSORS, "predecessors|predecessor|pred|preds|dependson|dependencies|dependency|after|"
                              "前置任务|前置|前置工作|紧前工作|紧前任务|前导任务|依赖|依赖任务" },
  { PLAN_COLUMN_RESOURCES, "resourcenames|resources|resource|resourcename|assignedto|assignee|assignees|owner|owners|people|person|"
                           "responsible|who|资源名称|资源|负责人|责任人|执行人|人员|参与人|承办人|分配给" },
  { PLAN_COLUMN_COMPLETE, "%complete|percentcomplete|complete|%|progress|done|%done|"
                          "完成百分比|进度|完成率|完成比例|完成度|已完成|%完成" },
  { PLAN_COLUMN_DEADLINE, "deadline|due|duedate|期限|最后期限|截止日期|截止时间|截止" },
  { PLAN_COLUMN_CONSTRAINT, "constrainttype|constraint|限制类型|约束类型" },
  { PLAN_COLUMN_CONSTRAINT_DATE, "constraintdate|限制日期|约束日期" },
  { PLAN_COLUMN_CALENDAR, "taskcalendar|calendar|任务日历|日历" },
  { PLAN_COLUMN_PRIORITY, "priority|优先级" },
  { PLAN_COLUMN_MANUAL, "manuallyscheduled|manual|手动计划" },
  { PLAN_COLUMN_ACTUAL_START, "actualstart|实际开始时间|实际开始|实际开始日期" },
  { PLAN_COLUMN_ACTUAL_FINISH, "actualfinish|actualend|实际完成时间|实际完成|实际完成日期|实际结束时间" },
  { PLAN_COLUMN_NOTES, "notes|note|remarks|remark|comments|comment|description|备注|说明|描述|注释" },
  { PLAN_COLUMN_FIXED_COST, "fixedcost|固定成本" },
  { PLAN_PASTE_LEVEL, "outlinelevel|level|大纲级别|级别|层级|层次" },
  { PLAN_PASTE_NUMBER, "id|no|nr|number|#|rownumber|uniqueid|标识号|序号|编号|行号|唯一标识号" },
  { PLAN_PASTE_SKIPPED, "totalslack|slack|totalfloat|float|freeslack|freefloat|work|actualwork|remainingwork|cost|actualcost|"
                        "remainingcost|taskmode|mode|indicators|latestart|latefinish|active|"
                        "总浮动时间|总浮动|总可宽延时间|自由浮动时间|可用可宽延时间|工时|实际工时|剩余工时|成本|实际成本|剩余成本|"
                        "任务模式|标记|最晚开始时间|最晚完成时间|状态|status" },
};

/* Letters and digits of either script, % and #; small letters. */
static char *
simplify (const char *heading)
{
  GString *simple = g_string_new (NULL);

  for (const char *at = heading; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == 0xff05)
        c = '%';
      if (g_unichar_isalnum (c) || c == '%' || c == '#')
        g_string_append_unichar (simple, g_unichar_tolower (c));
    }
  return g_string_free (simple, FALSE);
}

static gboolean
has_word (const char *list, const char *word)
{
  gsize length = strlen (word);

  for (const char *at = list; at != NULL; at = strchr (at, '|'))
    {
      at += *at == '|';
      if (strncmp (at, word, length) == 0 && (at[length] == '|' || at[length] == '\0'))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_called (const char *label, const char *simple)
{
  g_autofree char *own = label != NULL ? simplify (label) : g_strdup ("");

  return *own != '\0' && strcmp (own, simple) == 0;
}

/**
 * plan_paste_meaning_find:
 * @heading: what stands over a column, in any language that the program speaks
 *
 * Returns: what the column means, or %PLAN_N_PASTE_MEANINGS when nobody knows
 */
guint
plan_paste_meaning_find (const char *heading)
{
  g_autofree char *simple = simplify (heading);

  if (*simple == '\0')
    return PLAN_N_PASTE_MEANINGS;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (has_word (words[i].names, simple))
      return words[i].meaning;
  for (PlanColumnId id = 0; id < PLAN_N_COLUMNS; id++)
    if (is_called (plan_column_get (id)->label, simple) || is_called (plan_column_get_label (id), simple) ||
        is_called (plan_column_get_heading (id), simple))
      return plan_paste_meaning_is_taken (id) ? id : (guint) PLAN_PASTE_SKIPPED;
  return PLAN_N_PASTE_MEANINGS;
}

/**
 * plan_paste_meaning_is_taken:
 *
 * Returns: whether a column of that meaning makes something of a task
 */
gboolean
plan_paste_meaning_is_taken (guint meaning)
{
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i].meaning == meaning)
      return meaning != PLAN_PASTE_SKIPPED;
  return FALSE;
}

/**
 * plan_paste_meaning_get_label:
 *
 * Returns: (transfer none): what people read, translated
 */
const char *
plan_paste_meaning_get_label (guint meaning)
{
  switch (meaning)
    {
    case PLAN_PASTE_SKIPPED:
      return C_("column of a pasted table", "Not pasted");
    case PLAN_PASTE_LEVEL:
      return C_("column of a pasted table", "Outline level");
    case PLAN_PASTE_NUMBER:
      return C_("column of a pasted table", "Row number");
    default:
      return plan_column_get_label (meaning);
    }
}

static const char *
get_cell (const PlanPaste *self, guint line, guint column)
{
  return ((char **) self->table->lines->pdata[line])[column];
}

/* Without the spaces before it. */
static const char *
get_text (const PlanPaste *self, guint line, guint column)
{
  const char *text = get_cell (self, line, column);

  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return text;
}

/**
 * plan_paste_find_column:
 *
 * Returns: the column of the table with that meaning, or %PLAN_INDEX_NONE
 */
guint
plan_paste_find_column (const PlanPaste *self, guint meaning)
{
  for (guint column = 0; column < self->table->n_columns; column++)
    if (self->meanings[column] == meaning)
      return column;
  return PLAN_INDEX_NONE;
}

/**
 * plan_paste_is_empty_line:
 *
 * Returns: whether nothing stands in a line
 */
gboolean
plan_paste_is_empty_line (const PlanPaste *self, guint line)
{
  for (guint column = 0; column < self->table->n_columns; column++)
    if (*get_text (self, line, column) != '\0')
      return FALSE;
  return TRUE;
}

/* Takes the meanings of the first line. Returns: whether it holds headings at all */
static gboolean
read_headings (PlanPaste *self)
{
  guint n_known = 0;

  self->is_known = TRUE;
  for (guint column = 0; column < self->table->n_columns; column++)
    {
      const char *heading = get_text (self, 0, column);
      guint meaning = plan_paste_meaning_find (heading);
      gboolean is_new = meaning < PLAN_N_PASTE_MEANINGS &&
                        (meaning == PLAN_PASTE_SKIPPED || plan_paste_find_column (self, meaning) == PLAN_INDEX_NONE);

      n_known += meaning < PLAN_N_PASTE_MEANINGS;
      self->meanings[column] = is_new ? meaning : (guint) PLAN_PASTE_SKIPPED;
      self->is_known &= is_new || *heading == '\0';
    }
  return plan_paste_find_column (self, PLAN_COLUMN_NAME) != PLAN_INDEX_NONE && self->table->lines->len > 1 &&
         (n_known > 1 || self->table->n_columns == 1);
}

/* The kinds of text that tell a column without a heading. */
enum {
  SEEN_ANY = 1 << 0,
  SEEN_NUMBER = 1 << 1,
  SEEN_OUTLINE = 1 << 2,
  SEEN_DATE = 1 << 3,
  SEEN_DURATION = 1 << 4,
  SEEN_PERCENT = 1 << 5,
  SEEN_LINK = 1 << 6,
};

/* "1.2.10", but no date with dots: no part of it has four digits. */
static gboolean
is_outline_number (const char *text)
{
  gsize run = 0;

  for (; *text != '\0'; text++)
    {
      run = *text == '.' ? 0 : run + 1;
      if ((*text != '.' && !g_ascii_isdigit (*text)) || run > 3)
        return FALSE;
    }
  return TRUE;
}

static guint
see_text (const char *text)
{
  const PlanConversion conversion = PLAN_CONVERSION_DEFAULT;
  gboolean digits = text[strspn (text, "0123456789")] == '\0';
  PlanDuration duration;
  PlanTicks at;
  guint seen = SEEN_ANY;

  if (digits)
    return SEEN_ANY | SEEN_NUMBER | SEEN_LINK | (strlen (text) < 3 ? SEEN_OUTLINE : 0);
  if (is_outline_number (text))
    seen |= SEEN_OUTLINE;
  if (g_str_has_suffix (text, "%"))
    seen |= SEEN_PERCENT;
  if (plan_date_parse (text, 0, 0, &at, NULL))
    seen |= SEEN_DATE;
  if (plan_duration_parse (text, &conversion, PLAN_UNIT_DAY, &duration, NULL))
    seen |= SEEN_DURATION;
  if (!(seen & SEEN_DATE))
    {
      g_autoptr (GArray) items = plan_predecessors_parse (text, &conversion, NULL);

      seen |= items != NULL ? SEEN_LINK : 0;
    }
  return seen;
}

static guint
see_column (const PlanPaste *self, guint column)
{
  guint seen = 0;

  for (guint line = 0, n = 0; line < self->table->lines->len && n < GUESS_LINES; line++)
    {
      const char *text = get_text (self, line, column);

      if (*text == '\0')
        continue;
      seen = n++ == 0 ? see_text (text) : seen & see_text (text);
    }
  return seen;
}

static gboolean
is_free (const PlanPaste *self, guint meaning)
{
  return plan_paste_find_column (self, meaning) == PLAN_INDEX_NONE;
}

static guint
guess (const PlanPaste *self, guint column, guint seen)
{
  if (seen == 0)
    return PLAN_PASTE_SKIPPED;
  if ((seen & SEEN_OUTLINE) && !(seen & SEEN_NUMBER))
    return PLAN_COLUMN_WBS;
  if ((seen & SEEN_DATE) && !(seen & SEEN_NUMBER))
    return is_free (self, PLAN_COLUMN_START) ? PLAN_COLUMN_START : is_free (self, PLAN_COLUMN_FINISH) ? PLAN_COLUMN_FINISH : PLAN_PASTE_SKIPPED;
  if (seen & SEEN_PERCENT)
    return PLAN_COLUMN_COMPLETE;
  if (column == 0 && (seen & SEEN_NUMBER))
    return PLAN_PASTE_NUMBER;
  if ((seen & SEEN_OUTLINE) && is_free (self, PLAN_COLUMN_NAME))
    return PLAN_COLUMN_WBS;
  if ((seen & SEEN_DURATION) && !(seen & SEEN_NUMBER))
    return PLAN_COLUMN_DURATION;
  if ((seen & SEEN_LINK) && !is_free (self, PLAN_COLUMN_NAME))
    return PLAN_COLUMN_PREDECESSORS;
  if (is_free (self, PLAN_COLUMN_NAME))
    return PLAN_COLUMN_NAME;
  return is_free (self, PLAN_COLUMN_RESOURCES) ? PLAN_COLUMN_RESOURCES : PLAN_COLUMN_NOTES;
}

static void
guess_meanings (PlanPaste *self)
{
  for (guint column = 0; column < self->table->n_columns; column++)
    self->meanings[column] = PLAN_PASTE_SKIPPED;
  for (guint column = 0; column < self->table->n_columns; column++)
    {
      guint meaning = guess (self, column, see_column (self, column));

      self->meanings[column] = is_free (self, meaning) ? meaning : (guint) PLAN_PASTE_SKIPPED;
    }
  self->is_known = FALSE;
}

/* The sign before an item of a list, with the space behind it; 0: none. */
static gsize
get_bullet_length (const char *text)
{
  static const char *const bullets[] = { "- ", "* ", "+ ", "• ", "◦ ", "▪ ", "· ", "– ", "— ", "●", "○", "■" };

  for (gsize i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (g_str_has_prefix (text, bullets[i]))
      return strlen (bullets[i]);
  return 0;
}

/* How far a line is indented: spaces before its name, and empty cells before it in a list with tabs. */
static guint
get_indent (const PlanPaste *self, guint line)
{
  guint column = plan_paste_find_column (self, PLAN_COLUMN_NAME), indent = 0;

  if (column == PLAN_INDEX_NONE)
    return 0;
  for (const char *at = get_cell (self, line, column); g_unichar_isspace (g_utf8_get_char (at)); at = g_utf8_next_char (at))
    indent += g_utf8_get_char (at) == 0x3000 ? 2 : 1;
  return indent;
}

/* A list from a mail: each line has one text, behind tabs or spaces. Tabs become spaces, so that one column is left. */
static void
read_list (PlanPaste *self)
{
  PlanTextTable *table = self->table;
  gboolean indented = FALSE, bullets = FALSE;

  for (guint line = 0; line < table->lines->len; line++)
    {
      guint n = 0;

      for (guint column = 0; column < table->n_columns; column++)
        n += *get_text (self, line, column) != '\0';
      if (n > 1)
        return;
      for (guint column = 0; column < table->n_columns; column++)
        bullets |= get_bullet_length (get_text (self, line, column)) > 0;
    }
  for (guint line = 0; line < table->lines->len; line++)
    {
      g_auto (GStrv) cells = table->lines->pdata[line];
      g_autofree char *joined = g_strjoinv ("    ", cells);
      char **single = g_new0 (char *, 2);

      single[0] = g_strdup (g_strchomp (joined));
      indented |= line > 0 && *single[0] == ' ';
      table->lines->pdata[line] = single;
    }
  table->n_columns = 1;
  self->is_outline = table->lines->len > 1 && (indented || bullets);
}

/**
 * plan_paste_new:
 * @table: (transfer full): with at least one line
 *
 * Looks at a table and says what its columns mean as far as that can be told.
 *
 * Returns: (transfer full): the table, ready to be looked over
 */
PlanPaste *
plan_paste_new (PlanTextTable *table)
{
  PlanPaste *self = g_new0 (PlanPaste, 1);

  self->table = table;
  read_list (self);
  self->meanings = g_new (guint, table->n_columns);
  for (guint column = 0; column < table->n_columns; column++)
    self->meanings[column] = PLAN_PASTE_SKIPPED;
  if (read_headings (self))
    self->first_line = 1;
  else
    guess_meanings (self);
  if (self->is_outline && self->first_line == 0)
    self->meanings[0] = PLAN_COLUMN_NAME;
  return self;
}

/**
 * plan_paste_set_headings:
 * @headings: whether the first line is taken for headings
 *
 * Reads the meanings of the columns anew.
 */
void
plan_paste_set_headings (PlanPaste *self, gboolean headings)
{
  self->first_line = headings ? 1 : 0;
  for (guint column = 0; column < self->table->n_columns; column++)
    self->meanings[column] = PLAN_PASTE_SKIPPED;
  if (headings)
    read_headings (self);
  else
    guess_meanings (self);
}

/**
 * plan_paste_set_meaning:
 *
 * Says what a column means; another column that meant the same is not pasted any more.
 */
void
plan_paste_set_meaning (PlanPaste *self, guint column, guint meaning)
{
  guint other = meaning != PLAN_PASTE_SKIPPED ? plan_paste_find_column (self, meaning) : PLAN_INDEX_NONE;

  g_return_if_fail (column < self->table->n_columns && meaning < PLAN_N_PASTE_MEANINGS);

  if (other != PLAN_INDEX_NONE)
    self->meanings[other] = PLAN_PASTE_SKIPPED;
  self->meanings[column] = meaning;
}

/* "1.2.3" lies three levels deep. Returns: 0 for another text. */
static guint
count_parts (const char *text)
{
  guint n = 1;

  if (!g_ascii_isdigit (*text) || text[strspn (text, "0123456789.")] != '\0')
    return 0;
  for (; *text != '\0'; text++)
    n += *text == '.' && text[1] != '\0';
  return n;
}

/* Whether all lines with a name say their level in that column. */
static gboolean
list_told (const PlanPaste *self, guint column, gboolean numbers, guint *levels)
{
  guint highest = 0, least = G_MAXUINT;

  for (guint line = self->first_line; column != PLAN_INDEX_NONE && line < self->table->lines->len; line++)
    {
      const char *text = get_text (self, line, column);
      guint level = numbers ? count_parts (text) : (guint) MAX (g_ascii_strtoll (text, NULL, 10), 0);

      if (plan_paste_is_empty_line (self, line))
        continue;
      if (level == 0 && numbers)
        return FALSE;
      levels[line] = level;
      highest = MAX (highest, level);
      least = MIN (least, level);
    }
  /* Some count from 0. */
  for (guint line = self->first_line; least == 0 && line < self->table->lines->len; line++)
    levels[line]++;
  return column != PLAN_INDEX_NONE && highest > 0;
}

/* By indentation: deeper than the line before is below it, otherwise at the level of the last line that was as deep. */
static void
list_indented (const PlanPaste *self, guint *levels)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint line = self->first_line; line < self->table->lines->len; line++)
    {
      guint indent = get_indent (self, line);

      if (plan_paste_is_empty_line (self, line))
        continue;
      while (open->len > 0 && g_array_index (open, guint, open->len - 1) >= indent)
        g_array_set_size (open, open->len - 1);
      g_array_append_val (open, indent);
      levels[line] = open->len;
    }
}

/**
 * plan_paste_list_levels:
 *
 * Returns: (transfer full): the outline level of each line of the table, 1 at the top and never more than one deeper than the
 *   line before; 0 for lines that make no task
 */
guint *
plan_paste_list_levels (const PlanPaste *self)
{
  guint *levels = g_new0 (guint, self->table->lines->len + 1);
  guint last = 0;

  if (!list_told (self, plan_paste_find_column (self, PLAN_PASTE_LEVEL), FALSE, levels) &&
      !list_told (self, plan_paste_find_column (self, PLAN_COLUMN_WBS), TRUE, levels))
    {
      memset (levels, 0, sizeof (guint) * self->table->lines->len);
      list_indented (self, levels);
    }
  for (guint line = 0; line < self->table->lines->len; line++)
    {
      if (line < self->first_line || plan_paste_is_empty_line (self, line))
        levels[line] = 0;
      else
        levels[line] = last = CLAMP (levels[line], 1, MIN (last + 1, MOST_LEVEL));
    }
  return levels;
}

/**
 * plan_paste_get_name:
 *
 * Returns: (transfer full): the name of the task that a line becomes, without the bullet before it
 */
char *
plan_paste_get_name (const PlanPaste *self, guint line)
{
  guint column = plan_paste_find_column (self, PLAN_COLUMN_NAME);
  const char *text = column != PLAN_INDEX_NONE ? get_text (self, line, column) : "";

  if (self->is_outline)
    text += get_bullet_length (text);
  return g_strstrip (g_strdup (text));
}

/**
 * plan_paste_free:
 * @self: (transfer full) (nullable):
 */
void
plan_paste_free (PlanPaste *self)
{
  if (self == NULL)
    return;
  plan_text_table_free (self->table);
  g_free (self->meanings);
  g_free (self);
}
