/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Links from tasks of other files in Microsoft Project's XML: names of such tasks, rows that stand for them, links without a
 * row, and what is written for links between two projects.
 */

#include "mspdi-fixture.h"
#include "plan-external.h"
#include "plan-json.h"
#include "plan-mspdi.h"

#include <string.h>

static const struct { const char *name; const char *key; } names[] = {
  { "C:\\plans\\Move.mpp\\12", "move\\12" }, { "Move\\12", "move\\12" }, { "/home/a/move.XML/12", "move\\12" },
  { "<>\\搬家\\3", "搬家\\3" }, { "\\\\server\\share\\Move.2.mpp\\0", "move.2\\0" }, { "a.mpt\\7", "a\\7" },
  { NULL, NULL }, { "", NULL }, { "12", NULL }, { "Move.mpp", NULL }, { "Move.mpp\\", NULL }, { "Move.mpp\\x", NULL },
  { "Move.mpp\\-1", NULL }, { "\\12", NULL }, { "Move\\99999999999", NULL },
};

static void
test_names (void)
{
  g_autofree char *name = plan_external_format ("North/South", 5), *key = plan_external_get_key (name);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *found = plan_external_get_key (names[i].name);

      g_assert_cmpstr (found, ==, names[i].key);
    }
  g_assert_cmpstr (name, ==, "North-South.mpp\\5");
  g_assert_cmpstr (key, ==, "north-south\\5");
}

#define HEAD "<?xml version=\"1.0\"?><Project xmlns=\"http://schemas.microsoft.com/project\"><Name>Site.xml</Name>" \
             "<StartDate>2026-03-02T08:00:00</StartDate><Tasks>"
#define TAIL "</Tasks></Project>"
#define LINKED "<Task><UID>1</UID><ID>1</ID><Name>Dig</Name><Duration>PT8H0M0S</Duration><PredecessorLink><PredecessorUID>%d</PredecessorUID>" \
               "<Type>1</Type><CrossProject>1</CrossProject><CrossProjectName>%s</CrossProjectName><LinkLag>4800</LinkLag>"       \
               "<LagFormat>7</LagFormat></PredecessorLink></Task>"
#define ROW "<Task><UID>9</UID><ID>2</ID><Name>Deliver</Name><Start>2026-03-04T08:00:00</Start><Finish>2026-03-05T17:00:00</Finish>" \
            "<Duration>PT16H0M0S</Duration><ExternalTask>%d</ExternalTask><ExternalTaskProject>C:\\plans\\Move.mpp\\12</ExternalTaskProject></Task>"

static PlanImport *
read_text (const char *text)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, -1, NULL);
  g_autoptr (GError) error = NULL;
  PlanIdSource ids;
  PlanImport *import;

  plan_id_source_init (&ids, G_GINT64_CONSTANT (1) << 60);
  import = plan_mspdi_read (stream, "plan.xml", &ids, NULL, &error);
  plan_id_source_clear (&ids);
  g_assert_no_error (error);
  return import;
}

static const char *const written_link[] = { "<PredecessorLink>", "<Type>1</Type>", "<CrossProject>1</CrossProject>",
                                            "<CrossProjectName>C:\\plans\\Move.mpp\\12</CrossProjectName>", "<LinkLag>4800</LinkLag>",
                                            "<LagFormat>7</LagFormat>", NULL };
static const char *const written_row[] = { "<UID>9</UID>", "<ID>2</ID>", "<Name>Deliver</Name>", "<Start>2026-03-04T08:00:00</Start>",
                                           "<Finish>2026-03-05T17:00:00</Finish>", "<ExternalTask>1</ExternalTask>",
                                           "<ExternalTaskProject>C:\\plans\\Move.mpp\\12</ExternalTaskProject>", NULL };

static const struct
{
  const char *path;
  int predecessor;
  const char *name;
  int external; /* of the row with number 9 */
  gboolean is_link;
} reads[] = {
  { "by-number", 9, "other", 1, TRUE },
  { "by-name", 44, "D:\\elsewhere\\move.mpp\\12", 1, TRUE },
  { "number-of-another", 9, "C:\\plans\\Move.mpp\\12", 0, FALSE },
  { "no-row", 44, "C:\\plans\\Other.mpp\\12", 1, FALSE },
};

/* A link leads to the row that stands for its predecessor, and waits for the dates of that; without a row it is kept. */
static void
test_read (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *text = g_strdup_printf (HEAD LINKED ROW TAIL, reads[i].predecessor, reads[i].name, reads[i].external);
  g_autoptr (PlanImport) import = read_text (text);
  g_autoptr (PlanSchedule) schedule = plan_schedule_new ();
  PlanTicks start = reads[i].is_link ? plan_ticks_from_civil (2026, 3, 6, 1, 0) : plan_ticks_from_civil (2026, 3, 2, 8, 0);
  g_autofree char *written = NULL, *said = g_strdup_printf ("<CrossProjectName>%s</CrossProjectName>", reads[i].name);
  const char *const parts[] = { "<PredecessorLink>", "<CrossProject>1</CrossProject>", said, "<LinkLag>4800</LinkLag>", NULL };

  g_assert_cmpuint (plan_model_get_n (import->model, PLAN_RECORD_LINK), ==, reads[i].is_link);
  g_assert_cmpuint (plan_report_count (import->report, PLAN_REPORT_DROPPED), ==, !reads[i].is_link);
  g_assert_true (plan_schedule_compute (schedule, import->model, NULL, NULL));
  g_assert_cmpint (plan_schedule_get_task (schedule, 0)->start, ==, start);
  written = mspdi_write_text (import->model, PLAN_ID_NONE, FALSE);
  mspdi_assert_in_order (written, parts);
  if (reads[i].external)
    mspdi_assert_in_order (written, written_row);
}

/* Two projects, the second of which waits for the first: "Load" of "Move", then "Dig" of "Site". */
static PlanModel *
make_projects (PlanId *first, PlanId *second)
{
  static const struct { const char *project; const char *task; } plans[] = { { "Move", "Load" }, { "Site", "Dig" } };
  PlanModel *model = plan_model_new ();
  PlanId projects[2];
  PlanLink link;

  for (guint i = 0; i < 2; i++)
    {
      PlanProject project;
      PlanTask task;

      plan_record_init (PLAN_RECORD_PROJECT, &project);
      project.id = projects[i] = 10 + i;
      project.name = plans[i].project;
      project.start = plan_ticks_from_civil (2026, 3, 2, 8, 0);
      plan_model_insert (model, PLAN_RECORD_PROJECT, &project);
      plan_record_init (PLAN_RECORD_TASK, &task);
      task.id = 100 + i;
      task.project = project.id;
      task.name = plans[i].task;
      task.duration = 4800;
      task.notes = "private";
      task.source_uid = i == 0 ? 12 : -1;
      plan_model_insert (model, PLAN_RECORD_TASK, &task);
    }
  plan_record_init (PLAN_RECORD_LINK, &link);
  link.id = 1000;
  link.predecessor = 100;
  link.successor = 101;
  link.lag = 4800;
  link.lag_unit = PLAN_UNIT_DAY;
  plan_model_insert (model, PLAN_RECORD_LINK, &link);
  *first = projects[0];
  *second = projects[1];
  return model;
}

/* What is written reads again as a row with the dates of the other task and a link from it, and is written again the same. */
static void
test_write (void)
{
  static const char *const parts[] = {
    "<UID>1</UID>", "<ID>1</ID>", "<Name>Dig</Name>", "<PredecessorUID>2</PredecessorUID>", "<Type>1</Type>", "<CrossProject>1</CrossProject>",
    "<CrossProjectName>Move.mpp\\12</CrossProjectName>", "<LinkLag>4800</LinkLag>", "<UID>2</UID>", "<ID>2</ID>", "<Name>Load</Name>",
    "<OutlineNumber>2</OutlineNumber>", "<OutlineLevel>1</OutlineLevel>", "<Start>2026-03-02T08:00:00</Start>", "<Duration>PT8H0M0S</Duration>",
    "<Summary>0</Summary>", "<ExternalTask>1</ExternalTask>", "<ExternalTaskProject>Move.mpp\\12</ExternalTaskProject>", "</Tasks>", NULL
  };
  PlanId first, second;
  g_autoptr (PlanModel) model = make_projects (&first, &second);
  g_autofree char *text = mspdi_write_text (model, second, FALSE), *other = mspdi_write_text (model, first, FALSE), *again = NULL;
  g_autoptr (PlanImport) import = read_text (text);

  mspdi_assert_in_order (text, parts);
  g_assert_null (strstr (strstr (text, "<Name>Load</Name>"), "private"));
  g_assert_null (strstr (other, "PredecessorLink"));
  g_assert_null (strstr (other, "<ExternalTask>1"));
  g_assert_cmpuint (plan_model_get_n (import->model, PLAN_RECORD_LINK), ==, 1);
  g_assert_cmpuint (plan_report_count (import->report, PLAN_REPORT_DROPPED), ==, 0);
  again = mspdi_write_text (import->model, PLAN_ID_NONE, FALSE);
  g_assert_nonnull (strstr (again, "<ExternalTaskProject>Move.mpp\\12</ExternalTaskProject>"));
  mspdi_assert_in_order (again, parts + 3);
}

/* A name that the file gave the predecessor stays as long as the link leads to the same task. */
static void
test_said_name (void)
{
  PlanId first, second;
  g_autoptr (PlanModel) model = make_projects (&first, &second);
  PlanImportedValue said;
  g_autofree char *text = NULL, *changed = NULL;

  plan_record_init (PLAN_RECORD_IMPORTED_VALUE, &said);
  said.id = 2000;
  said.owner = 1000;
  said.owner_record = PLAN_RECORD_LINK;
  said.text = "CrossProject=1\nCrossProjectName=C:\\\\plans\\\\Move.mpp\\\\12\n";
  plan_model_insert (model, PLAN_RECORD_IMPORTED_VALUE, &said);
  text = mspdi_write_text (model, second, FALSE);
  mspdi_assert_in_order (text, written_link);
  g_assert_nonnull (strstr (text, "<ExternalTaskProject>C:\\plans\\Move.mpp\\12</ExternalTaskProject>"));
  plan_model_set (model, PLAN_FIELD_PROJECT_NAME, first, &PLAN_VALUE_OF_TEXT ("Moving"));
  changed = mspdi_write_text (model, second, FALSE);
  g_assert_nonnull (strstr (changed, "<CrossProjectName>Moving.mpp\\12</CrossProjectName>"));
  g_assert_null (strstr (changed, "plans"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/interchange/externals/names", test_names);
  for (guint i = 0; i < G_N_ELEMENTS (reads); i++)
    {
      g_autofree char *path = g_strconcat ("/interchange/externals/", reads[i].path, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_read);
    }
  g_test_add_func ("/interchange/externals/write", test_write);
  g_test_add_func ("/interchange/externals/said-name", test_said_name);
  return g_test_run ();
}
