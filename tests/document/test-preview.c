/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A preview is what the edit then gives, leaves the office alone and refuses what the edit refuses, with the same words.
 */

#include "office-fixture.h"
#include "plan-error.h"
#include "plan-preview.h"
#include "plan-result-fields.h"

#define DAY 4800

typedef enum {
  TRY_START,
  TRY_FINISH,
  TRY_FIELD,
  TRY_LINK,
} TryKind;

/* @task: offset in OfficeFixture; @other: of a link's successor, then @value is the type of the link */
typedef struct
{
  const char *path;
  TryKind kind;
  gsize task;
  PlanFieldId field;
  gint64 value;
  gsize other;
  int code; /* of the error, or -1 */
} Case;

#define TASK(name) G_STRUCT_OFFSET (OfficeFixture, name)
#define FIELD(name) PLAN_FIELD_TASK_##name

static const Case cases[] = {
  { "start", TRY_START, TASK (design), 0, 10, 0, -1 },
  { "start-earlier", TRY_START, TASK (code), 0, -10, 0, -1 },
  { "finish", TRY_FINISH, TASK (design), 0, 20, 0, -1 },
  { "longer", TRY_FIELD, TASK (design), FIELD (DURATION), 20 * DAY, 0, -1 },
  { "milestone", TRY_FIELD, TASK (design), FIELD (DURATION), 0, 0, -1 },
  { "negative", TRY_FIELD, TASK (design), FIELD (DURATION), -DAY, 0, PLAN_ERROR_RANGE },
  { "half-done", TRY_FIELD, TASK (design), FIELD (PERCENT_COMPLETE), 5000, 0, -1 },
  { "done", TRY_FIELD, TASK (code), FIELD (PERCENT_COMPLETE), 10000, 0, -1 },
  { "too-much-done", TRY_FIELD, TASK (code), FIELD (PERCENT_COMPLETE), 10001, 0, PLAN_ERROR_RANGE },
  { "deadline", TRY_FIELD, TASK (ship), FIELD (DEADLINE), 12345670, 0, -1 },
  { "summary-duration", TRY_FIELD, TASK (build), FIELD (DURATION), DAY, 0, PLAN_ERROR_RULE },
  { "summary-progress", TRY_FIELD, TASK (build), FIELD (PERCENT_COMPLETE), 5000, 0, -1 },
  { "summary-start", TRY_FIELD, TASK (build), FIELD (ACTUAL_START), 12345670, 0, PLAN_ERROR_RULE },
  { "link", TRY_LINK, TASK (design), 0, PLAN_LINK_FS, TASK (test), -1 },
  { "link-of-starts", TRY_LINK, TASK (design), 0, PLAN_LINK_SS, TASK (ship), -1 },
  { "circle", TRY_LINK, TASK (test), 0, PLAN_LINK_FS, TASK (design), PLAN_ERROR_CYCLE },
  { "own-summary", TRY_LINK, TASK (design), 0, PLAN_LINK_FS, TASK (build), PLAN_ERROR_RULE },
  { "itself", TRY_LINK, TASK (design), 0, PLAN_LINK_FS, TASK (design), PLAN_ERROR_RULE },
  { "linked-already", TRY_LINK, TASK (design), 0, PLAN_LINK_FS, TASK (code), PLAN_ERROR_RULE },
  { "finish-of-summary", TRY_LINK, TASK (ship), 0, PLAN_LINK_FF, TASK (build), PLAN_ERROR_RULE },
};

static PlanTicks
get_date (OfficeFixture *office, const Case *item, PlanId task)
{
  const PlanModel *model = plan_document_get_model (office->document);
  guint index = plan_model_find (model, PLAN_RECORD_TASK, task);
  const PlanScheduledTask *result = plan_schedule_get_task (plan_document_get_schedule (office->document), index);

  return (item->kind == TRY_START ? result->start : result->finish) + item->value * PLAN_TICKS_PER_DAY;
}

static gboolean
try_case (OfficeFixture *office, PlanPreview *preview, const Case *item, GError **error)
{
  PlanId task = G_STRUCT_MEMBER (PlanId, office, item->task), other = G_STRUCT_MEMBER (PlanId, office, item->other);
  PlanValue value = PLAN_VALUE_OF_INTEGER (item->value);
  PlanTicks date = get_date (office, item, task);

  switch (item->kind)
    {
    case TRY_START:
      return preview != NULL ? plan_preview_set_start (preview, task, date, error)
                             : plan_edit_task_set_start (office->document, task, date, error);
    case TRY_FINISH:
      return preview != NULL ? plan_preview_set_finish (preview, task, date, error)
                             : plan_edit_task_set_finish (office->document, task, date, error);
    case TRY_FIELD:
      return preview != NULL ? plan_preview_set (preview, item->field, task, &value, error)
                             : plan_edit_set (office->document, item->field, task, &value, error);
    default:
      return preview != NULL ? plan_preview_add_link (preview, task, other, (PlanLinkType) item->value, error)
                             : plan_edit_link_add (office->document, task, other, (PlanLinkType) item->value, NULL, NULL, error);
    }
}

static void
assert_same_schedule (const PlanSchedule *a, const PlanSchedule *b)
{
  g_assert_cmpuint (plan_schedule_get_n (a), ==, plan_schedule_get_n (b));
  for (guint i = 0; i < plan_schedule_get_n (a); i++)
    for (PlanResultId result = 0; result < PLAN_N_RESULTS; result++)
      {
        PlanValue x = plan_result_get_value (result, plan_schedule_get_task (a, i));
        PlanValue y = plan_result_get_value (result, plan_schedule_get_task (b, i));

        g_assert_true (plan_value_equal (&x, &y));
      }
}

static void
assert_is_office (OfficeFixture *office, PlanPreview *preview)
{
  g_autofree char *ours = office_dump_model (plan_document_get_model (office->document));
  g_autofree char *theirs = office_dump_model (plan_preview_get_model (preview));

  office_assert_same (theirs, ours);
  assert_same_schedule (plan_preview_get_schedule (preview), plan_document_get_schedule (office->document));
}

static void
test_case (gconstpointer data)
{
  const Case *item = data;
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_autoptr (PlanPreview) preview = plan_preview_new (office->document);
  g_autofree char *before = office_dump (office->document), *after = NULL;
  g_autoptr (GError) error = NULL, refusal = NULL;
  gboolean tried, made;

  office->n_changes = 0;
  tried = try_case (office, preview, item, &error);
  after = office_dump (office->document);
  office_assert_same (after, before);
  g_assert_cmpuint (office->n_changes, ==, 0);
  if (item->code >= 0)
    assert_is_office (office, preview);
  made = try_case (office, NULL, item, &refusal);
  g_assert_cmpint (tried, ==, made);
  g_assert_cmpint (made, ==, item->code < 0);
  if (item->code >= 0)
    {
      g_assert_error (error, PLAN_ERROR, item->code);
      g_assert_cmpint (refusal->code, ==, error->code);
      g_assert_cmpstr (error->message, ==, refusal->message);
      return;
    }
  assert_same_schedule (plan_preview_get_schedule (preview), plan_document_get_schedule (office->document));
  if (item->kind != TRY_LINK) /* whose link has another id */
    assert_is_office (office, preview);
}

/* Each try starts from the office, whatever was tried before. */
static void
test_one_after_the_other (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_autoptr (PlanPreview) preview = plan_preview_new (office->document);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *item = &cases[(i * 7) % G_N_ELEMENTS (cases)];
      g_autoptr (PlanPreview) fresh = plan_preview_new (office->document);
      g_autofree char *text = NULL, *expected = NULL;

      g_assert_cmpint (try_case (office, preview, item, NULL), ==, try_case (office, fresh, item, NULL));
      text = office_dump_model (plan_preview_get_model (preview));
      expected = office_dump_model (plan_preview_get_model (fresh));
      office_assert_same (text, expected);
      assert_same_schedule (plan_preview_get_schedule (preview), plan_preview_get_schedule (fresh));
    }
  g_assert_true (plan_preview_reset (preview, NULL));
  assert_is_office (office, preview);
}

static void
test_count (void)
{
  g_autoptr (OfficeFixture) office = office_fixture_new_filled ();
  g_autoptr (PlanPreview) preview = plan_preview_new (office->document);
  PlanValue value = PLAN_VALUE_OF_INTEGER (30 * DAY);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (plan_preview_count_moved (preview, office->project, PLAN_ID_NONE), ==, 0);
  plan_preview_set (preview, PLAN_FIELD_TASK_DURATION, office->design, &value, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (plan_preview_count_moved (preview, office->project, PLAN_ID_NONE), ==, 4);
  g_assert_cmpuint (plan_preview_count_moved (preview, office->project, office->design), ==, 3);
  g_assert_cmpuint (plan_preview_count_moved (preview, office->programme, PLAN_ID_NONE), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/document/preview/", cases[i].path, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/document/preview/one-after-the-other", test_one_after_the_other);
  g_test_add_func ("/document/preview/count", test_count);
  return g_test_run ();
}
