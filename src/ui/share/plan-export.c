/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a project can be exported to: the chart as pages or as a picture, and each format of another program that can be
 * written. The menu is made from the table. Writing is a job on a snapshot, so that the plan can be edited meanwhile.
 */

#include "plan-export.h"

#include "plan-actions.h"
#include "plan-chart-file.h"
#include "plan-job.h"
#include "plan-task-grid.h"

#include <glib/gi18n-lib.h>

static gboolean
write_pdf (const PlanExportKind *kind, const PlanExportSource *source, const char *path, PlanProgress *progress,
           GError **error)
{
  return plan_chart_write_pdf (path, source->model, source->schedule, &source->project, 1, source->options, progress, error);
}

static gboolean
write_picture (const PlanExportKind *kind, const PlanExportSource *source, const char *path, PlanProgress *progress,
               GError **error)
{
  return plan_chart_write_image (path, source->model, source->schedule, source->project, source->options, 0, progress,
                                 error);
}

static gboolean
write_format (const PlanExportKind *kind, const PlanExportSource *source, const char *path, PlanProgress *progress,
              GError **error)
{
  g_autoptr (PlanGrid) grid = NULL;
  PlanExport what = { .model = source->model, .schedule = source->schedule, .project = source->project };

  if (kind->format->content == PLAN_FORMAT_TABLE)
    what.grid = grid = plan_task_grid_new (source->model, source->schedule, source->project, plan_ticks_now ());
  return plan_format_write_file (path, kind->format, &what, progress, error);
}

static const PlanExportKind charts[] = {
  { "pdf", N_("PDF document"), N_("Chart as PDF…"), ".pdf", write_pdf },
  { "svg", N_("SVG picture"), N_("Chart as SVG…"), ".svg", write_picture },
  { "png", N_("PNG picture"), N_("Chart as PNG…"), ".png", write_picture },
};

/* The usual suffix of a format, of those that it may have. */
static char *
get_suffix (const PlanFormat *format)
{
  g_auto (GStrv) suffixes = g_strsplit (format->suffixes, " ", 2);

  return g_strdup (suffixes[0]);
}

static GArray *
create_kinds (void)
{
  GArray *kinds = g_array_new (FALSE, FALSE, sizeof (PlanExportKind));
  guint n_formats;
  const PlanFormat *formats = plan_formats_get (&n_formats);

  g_array_append_vals (kinds, charts, G_N_ELEMENTS (charts));
  for (guint i = 0; i < n_formats; i++)
    if (formats[i].write != NULL)
      {
        PlanExportKind kind = {
          .name = formats[i].name,
          .label = formats[i].label,
          .menu_label = formats[i].menu,
          .suffix = get_suffix (&formats[i]),
          .write = write_format,
          .format = &formats[i],
        };

        g_array_append_val (kinds, kind);
      }
  return kinds;
}

/**
 * plan_export_get_kinds:
 * @n_kinds: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_kinds): the table: charts, then formats that can be written
 */
const PlanExportKind *
plan_export_get_kinds (guint *n_kinds)
{
  static GArray *kinds;

  if (kinds == NULL)
    kinds = create_kinds ();
  *n_kinds = kinds->len;
  return (const PlanExportKind *) kinds->data;
}

/**
 * plan_export_find:
 *
 * Returns: (transfer none) (nullable): the kind of that name
 */
const PlanExportKind *
plan_export_find (const char *name)
{
  guint n_kinds;
  const PlanExportKind *kinds = plan_export_get_kinds (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    if (g_strcmp0 (kinds[i].name, name) == 0)
      return &kinds[i];
  return NULL;
}

/**
 * plan_export_add_suffix:
 * @path: where to, as the user typed it
 *
 * Returns: (transfer full): @path, with the suffix of @kind when it has not got it
 */
char *
plan_export_add_suffix (const PlanExportKind *kind, const char *path)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *lower = g_ascii_strdown (base, -1);

  if (g_str_has_suffix (lower, kind->suffix) && !g_str_equal (lower, kind->suffix))
    return g_strdup (path);
  return g_strconcat (path, kind->suffix, NULL);
}

static char *
get_menu_label (const PlanExportKind *kind)
{
  const char *label = g_dgettext (GETTEXT_PACKAGE, kind->label);

  if (kind->menu_label != NULL)
    return g_strdup (g_dgettext (GETTEXT_PACKAGE, kind->menu_label));
  /* Translators: menu that exports a project; %s is the name of a format, as “Planwright JSON” */
  return g_strdup_printf (C_("menu", "Plan as %s…"), label);
}

static void
append_action (GMenu *section, const char *name)
{
  g_menu_append (section, g_dgettext (GETTEXT_PACKAGE, plan_actions_find (name)->label), name);
}

/**
 * plan_export_create_menu:
 *
 * Returns: (transfer full): ways to give a plan to others: printing, charts as files, formats of other programs
 */
GMenuModel *
plan_export_create_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) print = g_menu_new (), chart = g_menu_new (), plan = g_menu_new ();
  guint n_kinds;
  const PlanExportKind *kinds = plan_export_get_kinds (&n_kinds);

  append_action (print, "win.print");
  for (guint i = 0; i < n_kinds; i++)
    {
      g_autofree char *label = get_menu_label (&kinds[i]);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "win.export", "s", kinds[i].name);
      g_menu_append_item (kinds[i].format == NULL ? chart : plan, item);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (print));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (chart));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (plan));
  return G_MENU_MODEL (menu);
}

/* What the thread gets: nothing of the document but a snapshot. */
typedef struct
{
  PlanModel *model;
  PlanId project;
  const PlanExportKind *kind;
  PlanPagesOptions options;
  char *path;
} ExportData;

static void
free_export_data (gpointer data)
{
  ExportData *self = data;

  plan_model_unref (self->model);
  g_free (self->path);
  g_free (self);
}

static gpointer
write_export (PlanProgress *progress, gpointer data, GError **error)
{
  ExportData *self = data;
  g_autoptr (PlanSchedule) schedule = plan_schedule_new ();
  PlanExportSource source = { self->model, schedule, self->project, &self->options };

  if (!plan_schedule_compute (schedule, self->model, NULL, error) ||
      !self->kind->write (self->kind, &source, self->path, progress, error))
    return NULL;
  return (gpointer) self->kind;
}

/**
 * plan_export_run_async:
 * @project: a project of @document
 * @view: what of the screen counts for charts
 * @path: where to; an older file is replaced when the new one is whole
 * @progress: (nullable): tells how far it is and stops it; must live until @callback
 *
 * Writes a project in a thread, as it is now.
 */
void
plan_export_run_async (PlanDocument *document, PlanId project, const PlanExportKind *kind, const PlanPrintView *view,
                       const char *path, PlanProgress *progress, GAsyncReadyCallback callback, gpointer user_data)
{
  ExportData *data = g_new0 (ExportData, 1);

  *data = (ExportData) { plan_document_snapshot (document), project, kind, { 0 }, g_strdup (path) };
  plan_print_view_get_options (view, &data->options);
  plan_job_run_async (write_export, data, free_export_data, NULL, progress, callback, user_data);
}

/**
 * plan_export_run_finish:
 *
 * Returns: %FALSE with %PLAN_ERROR_CANCELLED, %PLAN_ERROR_IO and what else writing may say; the file is then as before
 */
gboolean
plan_export_run_finish (GAsyncResult *result, GError **error)
{
  return plan_job_run_finish (result, error) != NULL;
}
