/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an open office says of its steps: which edit would be taken back or made again, and the list of all.
 */

#include "plan-document.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * plan_step_describe:
 * @label: the label of a history entry
 * @subject: (nullable): its subject
 *
 * Returns: (transfer full): the label in the reader's language
 */
char *
plan_step_describe (const char *label, const char *subject)
{
  if (*label == '\0') /* not one of ours; and "" is the heading of the translations */
    return g_strdup (subject != NULL ? subject : "");
  if (subject == NULL)
    return g_strdup (_(label));
  if (*subject == '\0')
    /* Translators: stands for the name of a task that has none: Name of “unnamed” */
    subject = C_("subject of an edit", "unnamed");
  if (strstr (label, "%s") != NULL)
    return g_strdup_printf (_(label), subject);
  /* Translators: an edit in the list of things to undo: %1$s is the name of a field, %2$s that of a task or project */
  return g_strdup_printf (_("%1$s of “%2$s”"), _(label), subject);
}

/**
 * plan_document_get_step_label:
 *
 * Returns: (transfer full) (nullable): what undo or redo would take back or make again, in the reader's language; %NULL
 * when there is nothing
 */
char *
plan_document_get_step_label (PlanDocument *self, PlanStep step)
{
  PlanHistoryEntry entry = { 0 };
  char *text = NULL;

  g_return_val_if_fail (PLAN_IS_DOCUMENT (self), NULL);

  if (plan_document_is_read_only (self))
    return NULL;
  if (plan_store_peek_step (plan_document_get_store (self), step, &entry))
    text = plan_step_describe (entry.label, entry.subject);
  plan_history_entry_clear (&entry);
  return text;
}

/**
 * plan_document_get_step_entry:
 *
 * Returns: the number of the history entry that undo or redo would take back or make again; 0 when there is none
 */
gint64
plan_document_get_step_entry (PlanDocument *self, PlanStep step)
{
  PlanHistoryEntry entry = { 0 };
  gint64 id = 0;

  g_return_val_if_fail (PLAN_IS_DOCUMENT (self), 0);

  if (!plan_document_is_read_only (self) && plan_store_peek_step (plan_document_get_store (self), step, &entry))
    id = entry.id;
  plan_history_entry_clear (&entry);
  return id;
}

/**
 * plan_document_list_history:
 * @before: an entry, or %G_MAXINT64 for after the last
 * @limit: how many entries at most
 *
 * Returns: (transfer full) (element-type PlanHistoryEntry): the last entries before one, newest first; none when the
 *   document is closed; %NULL with an error when the file cannot be read
 */
GPtrArray *
plan_document_list_history (PlanDocument *self, gint64 before, guint limit, GError **error)
{
  g_return_val_if_fail (PLAN_IS_DOCUMENT (self), NULL);

  if (plan_document_get_store (self) == NULL)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) plan_history_entry_free);
  return plan_store_list_history (plan_document_get_store (self), before, limit, error);
}
