/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A clock that goes back, by years: ids only grow, the history keeps its order, undo and compacting follow that order.
 */

#include "office-fixture.h"

static gint64 clock_now; /* microseconds since 1970; 0 for the real time */

/* Takes the place of GLib's in this program. */
gint64
g_get_real_time (void)
{
  return clock_now != 0 ? clock_now++ : (gint64) time (NULL) * G_USEC_PER_SEC;
}

static gint64
get_year (int year)
{
  return (gint64) (year - 1970) * 365 * G_TIME_SPAN_DAY;
}

static PlanId
add_project (OfficeFixture *office, const char *name)
{
  g_autoptr (GError) error = NULL;
  PlanId id;

  plan_edit_project_add (office->document, name, PLAN_TICKS_NONE, &id, &error);
  g_assert_no_error (error);
  return id;
}

static void
test_back (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new ();
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *before = NULL, *after = NULL;
  PlanId first, second, third, fourth;

  clock_now = get_year (2040);
  first = add_project (office, "First");
  clock_now = get_year (2021);
  second = add_project (office, "Second");
  g_assert_cmpint (second, >, first);
  clock_now = 1;
  third = add_project (office, "Third");
  g_assert_cmpint (third, >, second);
  /* A new process knows the largest id from the file. */
  office_fixture_reopen (office, 0);
  before = office_dump (office->document);
  fourth = add_project (office, "Fourth");
  g_assert_cmpint (fourth, >, third);
  entries = plan_document_list_history (office->document, G_MAXINT64, 10, NULL);
  for (guint i = 0; i < entries->len; i++)
    g_assert_cmpint (((PlanHistoryEntry *) g_ptr_array_index (entries, i))->id, ==, entries->len - i);
  g_assert_cmpstr (((PlanHistoryEntry *) g_ptr_array_index (entries, 0))->subject, ==, "Fourth");
  g_assert_true (plan_document_undo (office->document, NULL));
  after = office_dump (office->document);
  office_assert_same (after, before);
}

/* Entries are forgotten from the oldest on, whatever their times say. */
static void
test_compact (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new ();
  g_autoptr (GPtrArray) entries = NULL;
  gint64 n_forgotten;

  clock_now = get_year (2040);
  add_project (office, "First");
  clock_now = get_year (2021);
  add_project (office, "Second");
  clock_now = get_year (2030);
  add_project (office, "Third");
  g_assert_true (plan_store_compact (plan_document_get_store (office->document), get_year (2025), &n_forgotten, NULL));
  g_assert_cmpint (n_forgotten, ==, 2);
  entries = plan_document_list_history (office->document, G_MAXINT64, 10, NULL);
  g_assert_cmpuint (entries->len, ==, 1);
  g_assert_cmpint (((PlanHistoryEntry *) g_ptr_array_index (entries, 0))->id, ==, 3);
  g_assert_cmpint (add_project (office, "Fourth"), >, 0);
  g_assert_cmpint (plan_document_get_revision (office->document), ==, 4);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/clock/back", test_back);
  g_test_add_func ("/document/clock/compact", test_compact);
  return g_test_run ();
}
