/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Links between tasks. Which tasks can be linked is a rule of the office (plan-rules.c); a circle is refused by scheduling.
 */

#include "plan-edits-private.h"

#include "plan-error.h"

#include <glib/gi18n-lib.h>

/**
 * plan_edit_link_add:
 * @lag: (nullable): the lag; %NULL is none
 * @id: (out) (optional): the new link
 *
 * Returns: %FALSE with %PLAN_ERROR_CYCLE when the tasks would wait for each other, with %PLAN_ERROR_RULE when they cannot
 *   be linked
 */
gboolean
plan_edit_link_add (PlanDocument *document, PlanId predecessor, PlanId successor, PlanLinkType type, const PlanLag *lag,
                    PlanId *id, GError **error)
{
  const PlanTask *from = plan_edit_require (document, PLAN_RECORD_TASK, predecessor, error);
  const PlanTask *to = from != NULL ? plan_edit_require (document, PLAN_RECORD_TASK, successor, error) : NULL;
  g_autoptr (PlanBatch) batch = plan_batch_new ();
  g_autofree char *subject = NULL;
  PlanLink link;

  if (to == NULL)
    return FALSE;
  plan_record_init (PLAN_RECORD_LINK, &link);
  link.id = plan_id_source_next (plan_document_get_ids (document));
  link.predecessor = predecessor;
  link.successor = successor;
  link.type = type;
  if (lag != NULL)
    {
      link.lag = lag->value;
      link.lag_unit = lag->unit;
    }
  subject = g_strdup (to->name != NULL ? to->name : "");
  plan_batch_insert (batch, PLAN_RECORD_LINK, &link);
  if (!plan_batch_run (batch, document, N_("Link to “%s”"), subject, to->project, error))
    return FALSE;
  if (id != NULL)
    *id = link.id;
  return TRUE;
}

/**
 * plan_edit_link_delete:
 *
 * Returns: whether the edit was made
 */
gboolean
plan_edit_link_delete (PlanDocument *document, PlanId link, GError **error)
{
  return plan_owned_delete_record (document, PLAN_RECORD_LINK, link, N_("Deletion of a link to “%s”"), error);
}
