/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page that says what became of an imported file: how many values were taken as they are, and each thing that was
 * changed or left out, with the reason.
 */

#include "plan-import-report.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* More rows than this are counted, not listed: nobody reads them, and each row is a few widgets. */
#define MAX_ROWS 200

static char *
describe_value (const PlanReportItem *item)
{
  if (item->file != NULL && item->planwright != NULL)
    /* Translators: what happened to a value: the file's value, the value in Planwright, the reason */
    return g_strdup_printf (_("%s in the file, %s here: %s"), item->file, item->planwright, item->reason);
  return g_strdup (item->reason);
}

static char *
get_title (const PlanReportItem *item)
{
  if (item->record != NULL && item->field != NULL)
    return g_strdup_printf ("%s %s: %s", item->record, item->uid != NULL ? item->uid : "", item->field);
  return g_strdup (item->what);
}

static GtkWidget *
create_row (const PlanReportItem *item)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = get_title (item);
  g_autofree char *reason = describe_value (item);
  g_autofree char *subtitle = g_markup_escape_text (reason != NULL ? reason : "", -1);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (item->count > 1)
    {
      g_autofree char *count = g_strdup_printf ("%u", item->count);
      GtkWidget *label = gtk_label_new (count);

      gtk_widget_add_css_class (label, "numeric");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    }
  return row;
}

static void
add_group (AdwPreferencesPage *page, const PlanReport *report, PlanReportKind kind, const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();
  guint n_rows = 0, n_hidden = 0;

  for (guint i = 0; i < report->items->len; i++)
    {
      const PlanReportItem *item = g_ptr_array_index (report->items, i);

      if (item->kind != kind)
        continue;
      if (n_rows++ < MAX_ROWS)
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), create_row (item));
      else
        n_hidden++;
    }
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  if (n_hidden > 0)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", n_hidden), n_hidden);
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), more);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  if (n_rows > 0)
    adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
  else
    g_object_unref (g_object_ref_sink (group));
}

static void
add_summary (AdwPreferencesPage *page, const PlanReport *report, const char *name)
{
  GtkWidget *group = adw_preferences_group_new ();
  const struct
  {
    const char *title;
    guint64 count;
  } rows[] = {
    { C_("import report", "Kept"), report->kept },
    { C_("import report", "Changed"), plan_report_count (report, PLAN_REPORT_CHANGED) },
    { C_("import report", "Dropped"), plan_report_count (report, PLAN_REPORT_DROPPED) },
  };

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), name);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GtkWidget *row = adw_action_row_new ();
      g_autofree char *count = g_strdup_printf ("%" G_GUINT64_FORMAT, rows[i].count);
      GtkWidget *label = gtk_label_new (count);

      gtk_widget_add_css_class (label, "numeric");
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), rows[i].title);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
}

/**
 * plan_import_report_new:
 * @report: copied into the page
 * @name: the file's name
 *
 * Returns: (transfer none): a window, not shown yet; like all windows it belongs to GTK
 */
GtkWindow *
plan_import_report_new (GtkWindow *parent, const PlanReport *report, const char *name)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = adw_preferences_page_new ();
  g_autofree char *title = g_markup_escape_text (name, -1);
  GtkWidget *window = g_object_new (ADW_TYPE_WINDOW,
                                    "transient-for", parent,
                                    "destroy-with-parent", TRUE,
                                    "title", _("Import report"),
                                    "default-width", 560,
                                    "default-height", 600,
                                    "content", box,
                                    NULL);

  add_summary (ADW_PREFERENCES_PAGE (page), report, title);
  add_group (ADW_PREFERENCES_PAGE (page), report, PLAN_REPORT_CHANGED, C_("import report", "Changed"),
             _("Taken, but not as it stands in the file."));
  add_group (ADW_PREFERENCES_PAGE (page), report, PLAN_REPORT_DROPPED, C_("import report", "Dropped"),
             _("Not taken, because Planwright has no place for it."));
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), page);
  return GTK_WINDOW (window);
}
