/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Charts as files: PDF with pages, a table of contents and what a library wants to know; PNG and SVG with the whole
 * chart in one picture. A file is written beside its place and moved there when it is whole, so that nobody ever sees
 * half a file and a failure leaves the old one as it was.
 */

#include "plan-chart-file.h"

#include "plan-error.h"
#include "plan-pages-private.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <unistd.h>

/* Larger pictures cannot be shown by common viewers. */
#define PICTURE_MOST_PX 30000

/**
 * ChartFile:
 * @path: its name as the user gave it
 * @target: the file that is to be replaced: where @path leads to when it is a link
 * @failure: errno of the first write that failed, or 0
 *
 * A file that is being written under another name.
 */
typedef struct
{
  const char *path;
  char *target;
  char *part_path;
  int fd;
  int failure;
} ChartFile;

static cairo_status_t
write_part (void *data, const unsigned char *bytes, unsigned int length)
{
  ChartFile *file = data;

  while (length > 0 && file->failure == 0)
    {
      ssize_t n = write (file->fd, bytes, length);

      if (n < 0 && errno != EINTR)
        file->failure = errno;
      if (n > 0)
        {
          bytes += n;
          length -= (unsigned int) n;
        }
    }
  return file->failure == 0 ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

static gboolean
set_write_error (const ChartFile *file, int failure, GError **error)
{
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_IO,
               /* Translators: %1$s is the name of a file, %2$s the reason given by the system */
               _("The file “%1$s” could not be written: %2$s."), file->path, g_strerror (failure));
  return FALSE;
}

static void
forget_part (ChartFile *file)
{
  g_clear_pointer (&file->part_path, g_free);
  g_clear_pointer (&file->target, g_free);
}

static gboolean
open_part (ChartFile *file, const char *path, GError **error)
{
  g_autofree char *real_path = realpath (path, NULL);

  *file = (ChartFile) { .path = path, .target = g_strdup (real_path != NULL ? real_path : path) };
  file->part_path = g_strconcat (file->target, ".XXXXXX", NULL);
  file->fd = g_mkstemp_full (file->part_path, O_RDWR | O_CLOEXEC, 0666);
  if (file->fd >= 0)
    return TRUE;
  set_write_error (file, errno, error);
  forget_part (file);
  return FALSE;
}

static void
drop_part (ChartFile *file)
{
  close (file->fd);
  g_unlink (file->part_path);
  forget_part (file);
}

/* Puts the whole file into its place, or removes what there is of it when @status or an earlier write has failed. */
static gboolean
close_part (ChartFile *file, cairo_status_t status, GError **error)
{
  if (file->failure == 0 && status == CAIRO_STATUS_SUCCESS && fsync (file->fd) == 0
      && g_rename (file->part_path, file->target) == 0)
    {
      close (file->fd);
      forget_part (file);
      return TRUE;
    }
  if (file->failure != 0 || status == CAIRO_STATUS_SUCCESS)
    set_write_error (file, file->failure != 0 ? file->failure : errno, error);
  else
    g_set_error (error, PLAN_ERROR, PLAN_ERROR_IO,
                 /* Translators: %1$s is the name of a file, %2$s the reason given by the drawing library */
                 _("The chart “%1$s” could not be drawn: %2$s."), file->path, cairo_status_to_string (status));
  drop_part (file);
  return FALSE;
}

static void
set_metadata (cairo_surface_t *surface, cairo_pdf_metadata_t key, const char *text)
{
  if (text != NULL && *text != '\0')
    cairo_pdf_surface_set_metadata (surface, key, text);
}

static void
describe_pdf (cairo_surface_t *surface, const PlanProject *project, guint n_projects, const PlanPagesOptions *options)
{
  const char *author = project->author != NULL && *project->author != '\0' ? project->author : project->manager;

  if (n_projects == 1)
    {
      set_metadata (surface, CAIRO_PDF_METADATA_TITLE, project->name);
      set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, author);
      set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, project->subject);
      set_metadata (surface, CAIRO_PDF_METADATA_KEYWORDS, project->keywords);
    }
  else
    {
      g_autofree char *title = NULL;

      /* Translators: title of a file with the charts of several projects; %1$s is the name of the first one, %2$u the
       * number of the others */
      title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s and %2$u other project", "%1$s and %2$u other projects",
                                            n_projects - 1),
                               project->name, n_projects - 1);
      set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
      set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, project->company);
    }
  set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Planwright " PLAN_VERSION);
  if (options->printed != PLAN_TICKS_NONE)
    {
      g_autofree char *date = plan_ticks_format_iso (options->printed);

      set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
    }
}

/* Entries of the table of contents: the project, below it its phases. */
static void
add_outline (cairo_surface_t *surface, const PlanPages *pages, guint first_page)
{
  const PlanOutline *outline = pages->outline;
  g_autofree char *top = g_strdup_printf ("page=%u pos=[0 0]", first_page + 1);
  const char *name = pages->project->name != NULL ? pages->project->name : "";
  int parent = cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, name, top,
                                              CAIRO_PDF_OUTLINE_FLAG_OPEN | CAIRO_PDF_OUTLINE_FLAG_BOLD);

  for (guint row = 0; row < outline->n_rows; row = outline->rows[row].end)
    {
      const PlanTask *task = plan_model_get_task_at (pages->model, outline->rows[row].task);
      guint page = plan_pages_find_row (pages, row);
      g_autofree char *place = NULL;
      PlanPagesPart part;

      if (!plan_outline_is_summary (outline, row) || task->name == NULL || *task->name == '\0')
        continue;
      plan_pages_get_part (pages, page, &part);
      place = g_strdup_printf ("page=%u pos=[%d %d]", first_page + page + 1, (int) (pages->frame_x * PLAN_PT_PER_UNIT),
                               (int) ((pages->frame_y + pages->header_height
                                       + (row - part.first_row) * pages->metrics.row_height)
                                      * PLAN_PT_PER_UNIT));
      cairo_pdf_surface_add_outline (surface, parent, task->name, place, 0);
    }
}

static gboolean
draw_pages (cairo_surface_t *surface, cairo_t *cr, PlanPages *pages, guint project, guint n_projects, PlanProgress *progress,
            GError **error)
{
  guint n = plan_pages_get_n (pages);
  double width, height;

  plan_pages_get_size (pages, &width, &height);
  cairo_pdf_surface_set_size (surface, width, height);
  for (guint i = 0; i < n; i++)
    {
      if (!plan_progress_step (progress, (gsize) project * n + i, (gsize) n_projects * n, error))
        return FALSE;
      plan_pages_draw (pages, i, cr);
      cairo_show_page (cr);
      if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
        return TRUE;   /* whoever closes the file says what failed */
    }
  return TRUE;
}

static const PlanProject *
find_project (const PlanModel *model, PlanId id, GError **error)
{
  const PlanProject *project = plan_model_get_project (model, id);

  if (project == NULL)
    g_set_error_literal (error, PLAN_ERROR, PLAN_ERROR_NOT_FOUND, _("The project whose chart is wanted does not exist."));
  return project;
}

static gboolean
draw_pdf (cairo_surface_t *surface, const PlanModel *model, const PlanSchedule *schedule, const PlanId *projects,
          guint n_projects, const PlanPagesOptions *options, PlanProgress *progress, GError **error)
{
  cairo_t *cr = cairo_create (surface);
  gboolean ok = TRUE;
  guint first_page = 0;

  for (guint i = 0; ok && i < n_projects; i++)
    {
      g_autoptr (PlanPages) pages = NULL;

      if (find_project (model, projects[i], error) == NULL || !plan_progress_step (progress, i, n_projects, error))
        {
          ok = FALSE;
          break;
        }
      pages = plan_pages_new (model, schedule, projects[i], options);
      ok = draw_pages (surface, cr, pages, i, n_projects, progress, error);
      if (ok)
        add_outline (surface, pages, first_page);
      first_page += plan_pages_get_n (pages);
    }
  cairo_destroy (cr);
  return ok;
}

/**
 * plan_chart_write_pdf:
 * @path: where to; an older file is replaced when the new one is whole
 * @projects: (array length=n_projects): at least one; each begins on a new page and counts its own pages
 * @progress: (nullable): tells how far it is, and stops it
 *
 * Returns: %FALSE with %PLAN_ERROR_IO, %PLAN_ERROR_NOT_FOUND or %PLAN_ERROR_CANCELLED; then nothing was changed
 */
gboolean
plan_chart_write_pdf (const char *path, const PlanModel *model, const PlanSchedule *schedule, const PlanId *projects,
                      guint n_projects, const PlanPagesOptions *options, PlanProgress *progress, GError **error)
{
  const PlanProject *first;
  cairo_surface_t *surface;
  cairo_status_t status;
  ChartFile file;
  gboolean ok;

  g_return_val_if_fail (n_projects > 0, FALSE);
  first = find_project (model, projects[0], error);
  if (first == NULL || !open_part (&file, path, error))
    return FALSE;

  surface = cairo_pdf_surface_create_for_stream (write_part, &file, 595, 842);
  describe_pdf (surface, first, n_projects, options);
  ok = draw_pdf (surface, model, schedule, projects, n_projects, options, progress, error);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (ok)
    return close_part (&file, status, error);
  drop_part (&file);
  return FALSE;
}

static cairo_surface_t *
new_picture (ChartFile *file, gboolean svg, double width, double height)
{
  cairo_surface_t *surface;

  if (!svg)
    return cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);
  surface = cairo_svg_surface_create_for_stream (write_part, file, width, height);
  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
  return surface;
}

static gboolean
check_size (const PlanPages *pages, GError **error)
{
  if (pages->page_width <= PICTURE_MOST_PX && pages->page_height <= PICTURE_MOST_PX)
    return TRUE;
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_RANGE,
               /* Translators: %1$s is the name of a project; %2$.0f and %3$.0f are width and height in pixels, %4$d is the most
                * pixels allowed */
               _("The chart of “%1$s” would be %2$.0f × %3$.0f pixels, but a picture can have only %4$d at each side; write a PDF, or less time at a smaller scale."),
               pages->project->name, pages->page_width, pages->page_height, PICTURE_MOST_PX);
  return FALSE;
}

/**
 * plan_chart_write_image:
 * @path: where to; ".svg" gives SVG, everything else PNG
 * @zoom: the scale in pixels a day, or 0 to choose one that suits the plan
 * @options: the paper and the fit are not used
 * @progress: (nullable): tells how far it is, and stops it
 *
 * Writes the whole chart, with its table at the left, as one picture.
 *
 * Returns: %FALSE with %PLAN_ERROR_RANGE for a chart that is too large for a picture, %PLAN_ERROR_IO,
 *   %PLAN_ERROR_NOT_FOUND or %PLAN_ERROR_CANCELLED; then nothing was changed
 */
gboolean
plan_chart_write_image (const char *path, const PlanModel *model, const PlanSchedule *schedule, PlanId project,
                        const PlanPagesOptions *options, double zoom, PlanProgress *progress, GError **error)
{
  g_autoptr (PlanPages) pages = NULL;
  g_autofree char *lower = g_ascii_strdown (path, -1);
  gboolean svg = g_str_has_suffix (lower, ".svg");
  cairo_surface_t *surface;
  cairo_status_t status;
  ChartFile file;
  cairo_t *cr;

  if (find_project (model, project, error) == NULL || !plan_progress_step (progress, 0, 2, error))
    return FALSE;
  pages = plan_pages_new_picture (model, schedule, project, options, zoom);
  if (!check_size (pages, error) || !open_part (&file, path, error))
    return FALSE;

  surface = new_picture (&file, svg, pages->page_width, pages->page_height);
  cr = cairo_create (surface);
  plan_pages_draw (pages, 0, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (!plan_progress_step (progress, 1, 2, error))
    {
      cairo_surface_finish (surface);
      cairo_surface_destroy (surface);
      drop_part (&file);
      return FALSE;
    }
  if (!svg && status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, write_part, &file);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return close_part (&file, status, error);
}

static gboolean
draw_sheets (cairo_surface_t *surface, const PlanChartSheets *sheets, gboolean is_pdf, PlanProgress *progress, GError **error)
{
  cairo_t *cr = cairo_create (surface);
  gboolean ok = TRUE;

  for (guint i = 0; ok && i < (is_pdf ? sheets->n_pages : 1); i++)
    {
      ok = plan_progress_step (progress, i, sheets->n_pages, error);
      if (ok)
        sheets->draw (cr, i, sheets->data);
      if (ok && is_pdf)
        cairo_show_page (cr);
    }
  cairo_destroy (cr);
  return ok;
}

static gboolean
check_sheet_size (const PlanChartSheets *sheets, GError **error)
{
  if (sheets->width <= PICTURE_MOST_PX && sheets->height <= PICTURE_MOST_PX)
    return TRUE;
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_RANGE,
               /* Translators: %1$.0f and %2$.0f are width and height in pixels, %3$d the most pixels allowed */
               _("The chart would be %1$.0f × %2$.0f pixels, but a picture can have only %3$d at each side; write a PDF, or less time at a smaller scale."),
               sheets->width, sheets->height, PICTURE_MOST_PX);
  return FALSE;
}

/**
 * plan_chart_write_sheets:
 * @path: where to; ".pdf" gives all pages, ".svg" and everything else a picture of the first
 * @sheets: what to draw; its size is in points of a PDF, and in pixels of a picture
 * @progress: (nullable): tells how far it is, and stops it
 *
 * Returns: %FALSE with %PLAN_ERROR_RANGE for what is too large for a picture, %PLAN_ERROR_IO or %PLAN_ERROR_CANCELLED; then
 *   nothing was changed
 */
gboolean
plan_chart_write_sheets (const char *path, const PlanChartSheets *sheets, PlanProgress *progress, GError **error)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);
  gboolean is_pdf = g_str_has_suffix (lower, ".pdf"), is_svg = g_str_has_suffix (lower, ".svg");
  cairo_surface_t *surface;
  cairo_status_t status;
  ChartFile file;
  gboolean ok;

  if ((!is_pdf && !check_sheet_size (sheets, error)) || !open_part (&file, path, error))
    return FALSE;
  if (is_pdf)
    {
      surface = cairo_pdf_surface_create_for_stream (write_part, &file, sheets->width, sheets->height);
      set_metadata (surface, CAIRO_PDF_METADATA_TITLE, sheets->title);
      set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Planwright " PLAN_VERSION);
    }
  else
    surface = new_picture (&file, is_svg, sheets->width, sheets->height);
  ok = draw_sheets (surface, sheets, is_pdf, progress, error);
  status = cairo_surface_status (surface);
  if (ok && !is_pdf && !is_svg && status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, write_part, &file);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (ok)
    return close_part (&file, status, error);
  drop_part (&file);
  return FALSE;
}
