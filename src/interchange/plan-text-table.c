/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tables that other programs put on the clipboard: lines of text with tabs between the cells, in which quotes may hold tabs
 * and ends of lines (RFC 4180 with tabs, as spreadsheets do), and tables in HTML. Nothing in them is trusted: limits hold for
 * both, and whatever libxml2 makes of broken HTML is read as it is.
 */

#include "plan-text-table.h"

#include <libxml/HTMLparser.h>
#include <string.h>

/* Spreadsheets indent a cell by so many pixels for each step. */
#define INDENT_PX 9

/* Elements within elements; deeper ones are passed over. */
#define MOST_DEPTH 200

static PlanTextTable *
create_table (void)
{
  PlanTextTable *self = g_new0 (PlanTextTable, 1);

  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->n_columns = 1;
  return self;
}

/* Takes the cells of a line; @cells is empty afterwards. */
static void
add_line (PlanTextTable *self, GPtrArray *cells)
{
  guint n = MIN (cells->len, PLAN_TEXT_TABLE_MOST_COLUMNS);
  char **line = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    line[i] = g_steal_pointer (&cells->pdata[i]);
  g_ptr_array_set_size (cells, 0);
  self->n_columns = MAX (self->n_columns, n);
  g_ptr_array_add (self->lines, line);
}

/* Makes all lines as long as the longest. */
static void
pad_lines (PlanTextTable *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      char **line = self->lines->pdata[i];
      guint n = g_strv_length (line);

      line = g_renew (char *, line, self->n_columns + 1);
      for (; n < self->n_columns; n++)
        line[n] = g_strdup ("");
      line[self->n_columns] = NULL;
      self->lines->pdata[i] = line;
    }
}

/* Reads one cell from @at; a cell in quotes may hold tabs and ends of lines. Returns: where it ended. */
static const char *
read_cell (const char *at, GString *cell)
{
  g_string_truncate (cell, 0);
  if (*at == '"')
    {
      const char *scan = at + 1;

      for (; *scan != '\0'; scan++)
        {
          if (*scan == '"' && scan[1] != '"')
            break;
          if (*scan == '"')
            scan++;
          g_string_append_c (cell, *scan);
        }
      if (*scan == '"' && (scan[1] == '\0' || strchr ("\t\r\n", scan[1]) != NULL))
        return scan + 1;
      g_string_truncate (cell, 0);
    }
  while (*at != '\0' && strchr ("\t\r\n", *at) == NULL)
    g_string_append_c (cell, *at++);
  return at;
}

/**
 * plan_text_table_read_text:
 * @text: UTF-8
 *
 * Returns: (transfer full) (nullable): the table, which may have no line; %NULL when it is larger than any plan
 */
PlanTextTable *
plan_text_table_read_text (const char *text)
{
  g_autoptr (PlanTextTable) self = NULL;
  g_autoptr (GString) cell = g_string_new (NULL);
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  if (strnlen (text, PLAN_TEXT_TABLE_MOST_BYTES + 1) > PLAN_TEXT_TABLE_MOST_BYTES)
    return NULL;
  self = create_table ();
  while (*text != '\0')
    {
      for (;;)
        {
          text = read_cell (text, cell);
          g_strdelimit (cell->str, "\r\n", ' ');
          g_ptr_array_add (cells, g_strchomp (g_strdup (cell->str)));
          if (*text != '\t')
            break;
          text++;
        }
      text += *text == '\r';
      text += *text == '\n';
      add_line (self, cells);
      if (self->lines->len > PLAN_TEXT_TABLE_MOST_LINES)
        return NULL;
    }
  pad_lines (self);
  return g_steal_pointer (&self);
}

static gboolean
is_element (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && g_ascii_strcasecmp ((const char *) node->name, name) == 0;
}

/* The text of a node: white space of the source is one space, no-break spaces are spaces that count. */
static void
append_text (const xmlNode *node, GString *text, guint depth)
{
  for (; node != NULL && depth < MOST_DEPTH; node = node->next)
    {
      const char *content = node->type == XML_TEXT_NODE ? (const char *) node->content : NULL;

      if (is_element (node, "br") || is_element (node, "table"))
        g_string_append_c (text, ' ');
      for (; content != NULL && *content != '\0'; content = g_utf8_next_char (content))
        {
          gunichar c = g_utf8_get_char (content);

          if (c == 0xa0 || c == 0x3000)
            g_string_append (text, c == 0x3000 ? "  " : " ");
          else if (!g_ascii_isspace ((char) MIN (c, 127)))
            g_string_append_unichar (text, c);
          else if (text->len > 0 && text->str[text->len - 1] != ' ')
            g_string_append_c (text, ' ');
        }
      if (node->type == XML_ELEMENT_NODE && !is_element (node, "style") && !is_element (node, "script") && !is_element (node, "table"))
        append_text (node->children, text, depth + 1);
    }
}

/* How far the style of a cell indents it: as spreadsheets write it, in steps of their own or in pixels or points. */
static guint
get_indent (xmlNode *cell)
{
  static const struct { const char *name; int divisor; } styles[] = { { "mso-char-indent-count:", 1 }, { "padding-left:", INDENT_PX } };
  xmlChar *style = xmlGetProp (cell, (const xmlChar *) "style");
  guint indent = 0;

  for (gsize i = 0; style != NULL && indent == 0 && i < G_N_ELEMENTS (styles); i++)
    {
      const char *found = strstr ((const char *) style, styles[i].name);

      if (found != NULL)
        indent = (guint) CLAMP (g_ascii_strtoll (found + strlen (styles[i].name), NULL, 10) / styles[i].divisor, 0, 100);
    }
  xmlFree (style);
  return indent;
}

static guint
get_span (xmlNode *cell)
{
  xmlChar *text = xmlGetProp (cell, (const xmlChar *) "colspan");
  gint64 span = text != NULL ? g_ascii_strtoll ((const char *) text, NULL, 10) : 1;

  xmlFree (text);
  return (guint) CLAMP (span, 1, PLAN_TEXT_TABLE_MOST_COLUMNS);
}

static void
read_html_row (PlanTextTable *self, xmlNode *row, GPtrArray *cells)
{
  for (xmlNode *cell = row->children; cell != NULL; cell = cell->next)
    {
      GString *text;

      if (!is_element (cell, "td") && !is_element (cell, "th"))
        continue;
      text = g_string_new (NULL);
      for (guint i = get_indent (cell); i > 0; i--)
        g_string_append_c (text, ' ');
      append_text (cell->children, text, 0);
      g_ptr_array_add (cells, g_strchomp (g_string_free (text, FALSE)));
      for (guint i = get_span (cell); i > 1 && cells->len < PLAN_TEXT_TABLE_MOST_COLUMNS; i--)
        g_ptr_array_add (cells, g_strdup (""));
    }
  if (cells->len > 0)
    add_line (self, cells);
}

/* The rows of a table, in whatever parts it is divided. */
static void
read_html_rows (PlanTextTable *self, xmlNode *node, guint depth)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  for (; node != NULL && depth < MOST_DEPTH && self->lines->len <= PLAN_TEXT_TABLE_MOST_LINES; node = node->next)
    {
      if (is_element (node, "tr"))
        read_html_row (self, node, cells);
      else if (node->type == XML_ELEMENT_NODE && !is_element (node, "table"))
        read_html_rows (self, node->children, depth + 1);
    }
}

/* The first table that has rows; tables that only lay out a mail hold the real one in a cell. */
static void
find_html_table (PlanTextTable *self, xmlNode *node, guint depth)
{
  for (; node != NULL && depth < MOST_DEPTH; node = node->next)
    {
      if (is_element (node, "table"))
        {
          g_autoptr (PlanTextTable) table = create_table ();

          read_html_rows (table, node->children, 0);
          if (table->lines->len > self->lines->len || (table->lines->len == self->lines->len && table->n_columns > self->n_columns))
            {
              PlanTextTable swapped = *self;

              *self = *table;
              *table = swapped;
            }
        }
      find_html_table (self, node->children, depth + 1);
    }
}

/* Some programs hand HTML over in 16 bits. Returns: (transfer full) (nullable): UTF-8 */
static char *
recode (const char *html, gsize length)
{
  if (length >= 2 && (memcmp (html, "\xff\xfe", 2) == 0 || memcmp (html, "\xfe\xff", 2) == 0))
    return g_convert (html, (gssize) length, "UTF-8", "UTF-16", NULL, NULL, NULL);
  return g_utf8_make_valid (html, (gssize) length);
}

/**
 * plan_text_table_read_html:
 * @html: (array length=length): a page or a piece of one
 *
 * Returns: (transfer full) (nullable): the largest table in it; %NULL when there is none or it is larger than any plan
 */
PlanTextTable *
plan_text_table_read_html (const char *html, gsize length)
{
  g_autoptr (PlanTextTable) self = create_table ();
  g_autofree char *text = length <= PLAN_TEXT_TABLE_MOST_BYTES ? recode (html, length) : NULL;
  xmlDoc *document;

  if (text == NULL || strlen (text) > PLAN_TEXT_TABLE_MOST_BYTES)
    return NULL;
  document = htmlReadMemory (text, (int) strlen (text), NULL, "UTF-8",
                             HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
  if (document == NULL)
    return NULL;
  find_html_table (self, xmlDocGetRootElement (document), 0);
  xmlFreeDoc (document);
  if (self->lines->len == 0 || self->lines->len > PLAN_TEXT_TABLE_MOST_LINES)
    return NULL;
  pad_lines (self);
  return g_steal_pointer (&self);
}

/**
 * plan_text_table_copy:
 *
 * Returns: (transfer full): another table that says the same
 */
PlanTextTable *
plan_text_table_copy (const PlanTextTable *self)
{
  PlanTextTable *copy = create_table ();

  copy->n_columns = self->n_columns;
  for (guint i = 0; i < self->lines->len; i++)
    g_ptr_array_add (copy->lines, g_strdupv (self->lines->pdata[i]));
  return copy;
}

/**
 * plan_text_table_free:
 * @self: (transfer full) (nullable):
 */
void
plan_text_table_free (PlanTextTable *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->lines);
  g_free (self);
}
