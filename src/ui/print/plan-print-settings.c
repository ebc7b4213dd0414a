/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is remembered from one printing to the next: printer, paper and what was chosen for charts. All of it stands in
 * the two objects that GTK has for it, kept here and nowhere else.
 */

#include "plan-print-settings.h"

#define KEY_FIT_WIDTH "planwright-fit-width"
#define KEY_PATTERNS  "planwright-patterns"

static GtkPrintSettings *settings;
static GtkPageSetup *page_setup;

/**
 * plan_print_settings_get:
 *
 * Returns: (transfer none): printer, copies and so on as chosen last
 */
GtkPrintSettings *
plan_print_settings_get (void)
{
  if (settings == NULL)
    settings = gtk_print_settings_new ();
  return settings;
}

/* A file belongs to the plan that it was printed from, its folder is good for the next one, too. */
static void
forget_file (GtkPrintSettings *self)
{
  const char *uri = gtk_print_settings_get (self, GTK_PRINT_SETTINGS_OUTPUT_URI);

  if (uri != NULL)
    {
      g_autoptr (GFile) file = g_file_new_for_uri (uri);
      g_autoptr (GFile) folder = g_file_get_parent (file);
      g_autofree char *path = folder != NULL ? g_file_get_path (folder) : NULL;

      gtk_print_settings_set (self, GTK_PRINT_SETTINGS_OUTPUT_DIR, path);
    }
  gtk_print_settings_unset (self, GTK_PRINT_SETTINGS_OUTPUT_URI);
  gtk_print_settings_unset (self, GTK_PRINT_SETTINGS_OUTPUT_BASENAME);
}

/**
 * plan_print_settings_set:
 * @chosen: what was printed with
 *
 * Remembers printer, copies and so on, but not the name of a file that was printed to.
 */
void
plan_print_settings_set (GtkPrintSettings *chosen)
{
  g_autoptr (GtkPrintSettings) copy = gtk_print_settings_copy (chosen);

  forget_file (copy);
  /* Which pages were printed says nothing about the next plan. */
  gtk_print_settings_unset (copy, GTK_PRINT_SETTINGS_PRINT_PAGES);
  gtk_print_settings_unset (copy, GTK_PRINT_SETTINGS_PAGE_RANGES);
  g_set_object (&settings, copy);
}

/**
 * plan_print_settings_get_page_setup:
 *
 * Returns: (transfer none): the paper chosen last, A4 landscape at first
 */
GtkPageSetup *
plan_print_settings_get_page_setup (void)
{
  if (page_setup == NULL)
    {
      g_autoptr (GtkPaperSize) paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);

      page_setup = gtk_page_setup_new ();
      gtk_page_setup_set_paper_size_and_default_margins (page_setup, paper);
      gtk_page_setup_set_orientation (page_setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
    }
  return page_setup;
}

/**
 * plan_print_settings_set_page_setup:
 * @setup: (nullable): the paper to suggest next time, or %NULL for that of the first time
 *
 * Remembers the paper.
 */
void
plan_print_settings_set_page_setup (GtkPageSetup *setup)
{
  g_set_object (&page_setup, setup);
}

/**
 * plan_print_settings_load_options:
 * @options: (inout): gets what was chosen for charts last: the pages across, and patterns instead of colours
 */
void
plan_print_settings_load_options (PlanPagesOptions *options)
{
  options->fit_width = (guint) CLAMP (gtk_print_settings_get_int (plan_print_settings_get (), KEY_FIT_WIDTH), 0, G_MAXINT);
  options->theme = PLAN_THEME_PRINT;
  if (gtk_print_settings_get_bool (plan_print_settings_get (), KEY_PATTERNS))
    options->theme = PLAN_THEME_PRINT_GREY;
}

/**
 * plan_print_settings_save_options:
 *
 * Remembers what was chosen for charts.
 */
void
plan_print_settings_save_options (const PlanPagesOptions *options)
{
  gtk_print_settings_set_int (plan_print_settings_get (), KEY_FIT_WIDTH, (int) options->fit_width);
  gtk_print_settings_set_bool (plan_print_settings_get (), KEY_PATTERNS, options->theme == PLAN_THEME_PRINT_GREY);
}
