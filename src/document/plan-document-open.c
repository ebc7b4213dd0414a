/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Opening an office as well as its file allows: for writing, else for reading with the reason.
 */

#include "plan-document-private.h"

#include "plan-error.h"

/* Another program writes it, nobody can write or lock here, or a newer version wrote it. */
static gboolean
may_be_read (const GError *error)
{
  static const PlanError codes[] = { PLAN_ERROR_BUSY, PLAN_ERROR_READ_ONLY, PLAN_ERROR_TOO_NEW, PLAN_ERROR_UNSUPPORTED };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_error_matches (error, PLAN_ERROR, codes[i]))
      return TRUE;
  return FALSE;
}

/**
 * plan_document_open_any:
 * @path: an office file
 * @flags: whether it is made
 * @check: whether the file came from elsewhere, so that every page of it is looked at before anything is believed
 * @progress: (nullable): is told how far it is
 *
 * Opens the office for writing when that is possible, else for reading; plan_document_get_reason() says why. For any thread.
 *
 * Returns: (transfer full): the document, or %NULL with an error that names the file
 */
PlanDocument *
plan_document_open_any (const char *path, PlanStoreFlags flags, gboolean check, PlanProgress *progress, GError **error)
{
  g_autoptr (GError) reason = NULL;
  PlanDocument *self;

  g_return_val_if_fail (path != NULL, NULL);

  self = plan_document_open_checked (path, flags, check, progress, &reason);
  if (self != NULL)
    return self;
  if (may_be_read (reason))
    self = plan_document_open_checked (path, PLAN_STORE_READ_ONLY, check, progress, NULL);
  /* When it cannot be read either, the first reason says more. */
  if (self != NULL)
    plan_document_take_reason (self, g_steal_pointer (&reason));
  else
    g_propagate_error (error, g_steal_pointer (&reason));
  return self;
}
