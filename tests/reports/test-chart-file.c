/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Charts as files, looked at with the tools that other people have: the words, fonts and metadata of a PDF, sizes of
 * pictures, and what is left behind when writing is stopped.
 */

#include "plan-chart-file.h"
#include "plan-error.h"
#include "report-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  PlanModel *model;
  PlanSchedule *schedule;
  PlanPagesOptions options;
  char *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->model = report_shop_new ();
  fixture->schedule = report_schedule_new (fixture->model);
  fixture->folder = g_dir_make_tmp ("planwright-XXXXXX", NULL);
  plan_pages_options_init (&fixture->options);
  fixture->options.paper = plan_paper_by_name ("a3");
  fixture->options.baseline = 0;
  fixture->options.today = report_date ("2026-03-12T09:40");
  fixture->options.printed = report_date ("2026-03-12T09:40");
}

/* The folder must hold nothing but what the test knows of: no part of a file stays behind. */
static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  plan_schedule_free (fixture->schedule);
  plan_model_unref (fixture->model);
}

static void
assert_contains (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is missing in: %s", part, text);
}

static char *
write_pdf (Fixture *fixture, guint n_projects)
{
  const PlanId projects[] = { 1, 1 };
  char *path = g_build_filename (fixture->folder, "计划 plan.pdf", NULL);
  g_autoptr (GError) error = NULL;

  plan_chart_write_pdf (path, fixture->model, fixture->schedule, projects, n_projects, &fixture->options, NULL, &error);
  g_assert_no_error (error);
  return path;
}

static void
test_pdf_text (Fixture *fixture, gconstpointer data)
{
  static const char *const words[] = {
    "Shop Relaunch", "商城改版", "INTERNAL 内部", "支付宝与微信支付", "赵磊", "Predecessors", "Legend", "Critical task",
    "P-2026-014", "陈宇", "周明", "Lanxi Commerce 兰溪商务", "12 Mar 2026 09:40", "1 of 1", "1 week =", "Status date 6 Mar 2026",
    "April 2026",
  };
  g_autofree char *path = write_pdf (fixture, 1), *text = report_run ("pdftotext", path);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    assert_contains (text, words[i]);
  g_assert_null (strstr (text, "Health"));
  g_unlink (path);
}

static void
test_pdf_info (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_pdf (fixture, 1), *info = report_run ("pdfinfo", path);

  assert_contains (info, "Title:           Shop Relaunch\n");
  assert_contains (info, "Author:          Anna Keller\n");
  assert_contains (info, "Subject:         Relaunch of the shop\n");
  assert_contains (info, "Creator:         Planwright");
  assert_contains (info, "CreationDate:    Thu Mar 12 09:40");
  assert_contains (info, "Pages:           1\n");
  assert_contains (info, "(A3)");
  g_unlink (path);
}

static void
test_pdf_fonts (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_pdf (fixture, 1), *fonts = report_run ("pdffonts", path);
  g_auto (GStrv) lines = g_strsplit (fonts, "\n", -1);
  guint n_fonts = 0;

  /* name, type, encoding, emb, sub, uni, object: all three must be "yes" */
  for (guint i = 2; lines[i] != NULL && *lines[i] != '\0'; i++, n_fonts++)
    assert_contains (lines[i], "yes yes yes");
  g_assert_cmpuint (n_fonts, >=, 2);
  g_unlink (path);
}

/* What is written in a PDF: all of it that is not packed, with what is. */
static char *
unpack_pdf (const char *bytes, gsize length)
{
  static const char mark[] = "stream\n";
  GString *text = g_string_new_len (bytes, (gssize) length);

  for (const char *at = bytes; at + sizeof mark <= bytes + length; at++)
    {
      g_autoptr (GConverter) unpacker = NULL;
      GConverterResult result = G_CONVERTER_CONVERTED;
      char part[4096];
      gsize n_read, n_written;

      if (memcmp (at, mark, strlen (mark)) != 0)
        continue;
      unpacker = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB));
      for (const char *from = at + strlen (mark); result == G_CONVERTER_CONVERTED; from += n_read)
        {
          n_read = n_written = 0;
          result = g_converter_convert (unpacker, from, bytes + length - from, part, sizeof part, 0, &n_read, &n_written, NULL);
          g_string_append_len (text, part, (gssize) n_written);
        }
    }
  for (gsize i = 0; i < text->len; i++)
    if (text->str[i] == '\0')
      text->str[i] = ' ';
  return g_string_free (text, FALSE);
}

static void
test_pdf_projects (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_pdf (fixture, 2), *info = report_run ("pdfinfo", path), *bytes = NULL, *text = NULL;
  gsize length;

  assert_contains (info, "Pages:           2\n");
  assert_contains (info, "Shop Relaunch and 1 other project");
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  text = unpack_pdf (bytes, length);
  g_assert_nonnull (strstr (text, "/Outlines"));
  g_assert_nonnull (strstr (text, "(Shop Relaunch)"));
  g_unlink (path);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  const PlanId project = 1;
  g_autofree char *path = g_build_filename (fixture->folder, "plan.pdf", NULL), *old = NULL;
  g_autoptr (GError) error = NULL, image_error = NULL;
  PlanProgress progress = { 0 };

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  plan_progress_cancel (&progress);
  g_assert_false (plan_chart_write_pdf (path, fixture->model, fixture->schedule, &project, 1, &fixture->options, &progress, &error));
  g_assert_error (error, PLAN_ERROR, PLAN_ERROR_CANCELLED);
  g_assert_false (plan_chart_write_image (path, fixture->model, fixture->schedule, 1, &fixture->options, 0, &progress, &image_error));
  g_assert_error (image_error, PLAN_ERROR, PLAN_ERROR_CANCELLED);
  g_assert_true (g_file_get_contents (path, &old, NULL, NULL));
  g_assert_cmpstr (old, ==, "old");
  g_unlink (path);
}

static void
test_errors (Fixture *fixture, gconstpointer data)
{
  const PlanId known = 1, unknown = 99;
  g_autofree char *path = g_build_filename (fixture->folder, "plan.pdf", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "no", "plan.png", NULL);
  g_autoptr (GError) missing = NULL, folder = NULL, size = NULL;

  g_assert_false (plan_chart_write_pdf (path, fixture->model, fixture->schedule, &unknown, 1, &fixture->options, NULL, &missing));
  g_assert_error (missing, PLAN_ERROR, PLAN_ERROR_NOT_FOUND);
  g_assert_false (plan_chart_write_image (nowhere, fixture->model, fixture->schedule, known, &fixture->options, 0, NULL, &folder));
  g_assert_error (folder, PLAN_ERROR, PLAN_ERROR_IO);
  assert_contains (folder->message, nowhere);
  g_assert_false (plan_chart_write_image (path, fixture->model, fixture->schedule, known, &fixture->options, 480, NULL, &size));
  g_assert_error (size, PLAN_ERROR, PLAN_ERROR_RANGE);
}

static guint32
read_big_endian (const char *bytes)
{
  guint32 value;

  memcpy (&value, bytes, sizeof value);
  return GUINT32_FROM_BE (value);
}

static void
test_png (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "plan.png", NULL), *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  plan_chart_write_image (path, fixture->model, fixture->schedule, 1, &fixture->options, 8, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &bytes, &length, &error));
  g_assert_cmpuint (length, >, 24);
  g_assert_cmpmem (bytes + 1, 3, "PNG", 3);
  g_assert_cmpuint (read_big_endian (bytes + 20), ==, 20 * 24 + 42);
  g_assert_cmpuint (read_big_endian (bytes + 16), >, 8 * 90 + 400);
  g_assert_cmpuint (read_big_endian (bytes + 16), <, 8 * 150 + 1000);
  g_unlink (path);
}

/* A link stays, and the file that it leads to is written anew. */
static void
test_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file = g_build_filename (fixture->folder, "real.svg", NULL), *bytes = NULL;
  g_autofree char *link = g_build_filename (fixture->folder, "link.svg", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (file, "old", -1, &error));
  g_assert_cmpint (symlink ("real.svg", link), ==, 0);
  plan_chart_write_image (link, fixture->model, fixture->schedule, 1, &fixture->options, 8, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_get_contents (file, &bytes, NULL, &error));
  g_assert_nonnull (strstr (bytes, "<svg"));
  g_unlink (link);
  g_unlink (file);
}

static void
test_svg (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "plan.SVG", NULL), *text = NULL;
  GMarkupParser parser = { 0 };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, NULL, NULL);
  g_autoptr (GError) error = NULL;

  plan_chart_write_image (path, fixture->model, fixture->schedule, 1, &fixture->options, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, &error));
  assert_contains (text, "<svg");
  g_markup_parse_context_parse (context, text, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_unlink (path);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/reports/chart-file/pdf-text", test_pdf_text },
    { "/reports/chart-file/pdf-info", test_pdf_info },
    { "/reports/chart-file/pdf-fonts", test_pdf_fonts },
    { "/reports/chart-file/pdf-projects", test_pdf_projects },
    { "/reports/chart-file/cancel", test_cancel },
    { "/reports/chart-file/errors", test_errors },
    { "/reports/chart-file/png", test_png },
    { "/reports/chart-file/link", test_link },
    { "/reports/chart-file/svg", test_svg },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
