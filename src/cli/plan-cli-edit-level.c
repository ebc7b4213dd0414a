/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The edit of a script that levels the office or one of its projects.
 */

#include "plan-cli-edit.h"

#include "plan-cli-level.h"

static gboolean
get_flag (PlanCliEdit *self, const char *member)
{
  g_autofree char *text = plan_cli_edit_dup_value (self, member);

  return g_strcmp0 (text, "yes") == 0;
}

/* Absent is @number as it is. */
static gboolean
read_number (PlanCliEdit *self, const char *member, guint64 most, guint64 *number, GError **error)
{
  g_autofree char *text = plan_cli_edit_dup_value (self, member);

  return text == NULL || g_ascii_string_to_unsigned (text, 10, 0, most, number, error);
}

/**
 * plan_cli_edit_level:
 *
 * Levels the "project", or --project, or the whole office: by "order", with a search through about so many "schedules" from a
 * "seed" on, "within_slack", "from_status_date"; or takes all delays away with "clear".
 *
 * Returns: whether the edit was made
 */
gboolean
plan_cli_edit_level (PlanCliEdit *self, GError **error)
{
  gboolean chosen = self->project != PLAN_ID_NONE || json_object_has_member (self->request, "project");
  PlanLevelOptions options = {
    .within_slack = get_flag (self, "within_slack"),
    .from_status_date = get_flag (self, "from_status_date"),
  };
  gint64 revision = plan_document_get_revision (self->document);
  g_autoptr (PlanModel) model = plan_document_snapshot (self->document);
  g_autoptr (PlanLevel) level = NULL;
  guint64 seed = 1;
  PlanId project;

  if ((chosen && !plan_cli_edit_find_project (self, &project, error)) ||
      !plan_cli_level_parse_order (plan_cli_edit_get_text (self, "order"), &options.order, error) ||
      !read_number (self, "schedules", G_MAXINT64, &options.n_schedules, error) ||
      !read_number (self, "seed", G_MAXUINT32, &seed, error))
    return FALSE;
  options.projects = chosen ? &project : NULL;
  options.n_projects = chosen ? 1 : 0;
  options.search = options.n_schedules > 0;
  options.seed = (guint32) seed;
  level = get_flag (self, "clear") ? plan_level_clear (model, &options, error) : plan_level_run (model, &options, error);
  return level != NULL && plan_edit_level (self->document, level, revision, error);
}
