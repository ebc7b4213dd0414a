/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What printing and exporting have in common: the marks of the screen as options of pages, and names of files that every
 * file system takes.
 */

#include "plan-print-view.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Names have at most 255 bytes on most systems; the rest is for the suffix and a temporary one. */
#define NAME_MOST_BYTES 200

/**
 * plan_print_view_init:
 * @show: the marks on the screen
 *
 * The Gantt chart with the marks of the screen.
 */
void
plan_print_view_init (PlanPrintView *self, PlanGanttShow show)
{
  self->chart = PLAN_PAGES_GANTT;
  self->show = show;
  self->baseline = show & PLAN_GANTT_BASELINE ? 0 : -1;
}

/**
 * plan_print_view_get_options:
 * @options: (out): A3 landscape, as many pages as are needed, printed now, with the marks of the screen
 */
void
plan_print_view_get_options (const PlanPrintView *self, PlanPagesOptions *options)
{
  plan_pages_options_init (options);
  options->paper = plan_paper_by_name ("a3");
  options->chart = self->chart;
  options->show = self->show;
  options->baseline = self->baseline;
  options->today = options->printed = plan_ticks_now ();
}

/* What separates folders here or elsewhere, what other systems refuse, and what cannot be seen. */
static gboolean
is_unsafe (gunichar c)
{
  return g_unichar_iscntrl (c) || g_unichar_type (c) == G_UNICODE_FORMAT ||
         (c < 128 && strchr ("/\\:*?\"<>|", (char) c) != NULL);
}

/**
 * plan_print_file_name:
 * @project: (nullable): the name of a project
 * @suffix: with its dot; may be empty
 *
 * Returns: (transfer full): a name for a file that holds something of the project, in UTF-8
 */
char *
plan_print_file_name (const char *project, const char *suffix)
{
  g_autoptr (GString) name = g_string_new (NULL);

  for (const char *at = project != NULL ? project : ""; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (name->len == 0 && (c == '.' || g_unichar_isspace (c)))
        continue;   /* it would be hidden */
      if (name->len + 6 > NAME_MOST_BYTES)
        break;
      g_string_append_unichar (name, is_unsafe (c) ? '-' : c);
    }
  while (name->len > 0 && strchr (" .", name->str[name->len - 1]) != NULL)
    g_string_truncate (name, name->len - 1);
  if (name->len == 0)
    g_string_append (name, C_("file name", "Plan"));
  g_string_append (name, suffix);
  return g_string_free (g_steal_pointer (&name), FALSE);
}
