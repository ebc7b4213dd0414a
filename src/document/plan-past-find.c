/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finding the way in the past of an office: entries of the history by project, person, time and words, moments by what people
 * call them, and going back to one.
 */

#include "plan-past.h"

#include "plan-error.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

/* So many entries are looked at in one go, of which few may be wanted. */
#define MOST_LOOKED_AT 1000

#define LEAST_PAGE 100

static gboolean
has_words (const char *text, const char *folded_words)
{
  g_autofree char *folded = text != NULL ? g_utf8_casefold (text, -1) : NULL;

  return folded != NULL && strstr (folded, folded_words) != NULL;
}

static const char *
get_mark_name (GPtrArray *marks, gint64 revision)
{
  for (guint i = 0; marks != NULL && i < marks->len; i++)
    if (((const PlanMark *) marks->pdata[i])->revision == revision)
      return ((const PlanMark *) marks->pdata[i])->name;
  return NULL;
}

static char *
find_mark (PlanStore *store, gint64 revision)
{
  g_autoptr (GPtrArray) marks = plan_store_list_marks (store, NULL);

  return g_strdup (get_mark_name (marks, revision));
}

static gboolean
is_wanted (const PlanHistoryEntry *entry, const PlanHistoryQuery *query, const char *folded_words, GPtrArray *marks)
{
  g_autofree char *what = NULL;

  if (query->with_steps && (entry->undoes != 0 || entry->redoes != 0))
    return TRUE;
  if (query->author != NULL && g_strcmp0 (query->author, entry->author) != 0)
    return FALSE;
  if (folded_words == NULL)
    return TRUE;
  what = plan_history_describe (entry);
  return has_words (what, folded_words) || has_words (entry->author, folded_words) ||
         has_words (get_mark_name (marks, entry->id), folded_words);
}

/**
 * plan_past_find:
 * @before: an entry, or %G_MAXINT64 for after the last
 * @limit: how many entries at most
 * @reached: (out): from which entry to go on, 0 when there are no older ones
 *
 * Looks at a part of the history, so that a person need not wait: fewer than @limit entries do not mean that there are no more.
 *
 * Returns: (transfer full) (element-type PlanHistoryEntry): such entries before one, newest first, or %NULL with an error
 */
GPtrArray *
plan_past_find (PlanStore *store, const PlanHistoryQuery *query, gint64 before, guint limit, gint64 *reached, GError **error)
{
  PlanHistoryFilter filter = { query->project, NULL, query->from, query->to != 0 ? query->to : G_MAXINT64 };
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) plan_history_entry_free);
  g_autoptr (GPtrArray) marks = query->text != NULL ? plan_store_list_marks (store, NULL) : NULL;
  g_autofree char *folded_words = query->text != NULL ? g_utf8_casefold (query->text, -1) : NULL;
  guint page = MAX (limit, LEAST_PAGE);

  *reached = before;
  for (guint looked_at = 0; found->len < limit && looked_at < MOST_LOOKED_AT; looked_at += page)
    {
      g_autoptr (GPtrArray) entries = plan_store_find_history (store, &filter, *reached, page, error);

      if (entries == NULL)
        return NULL;
      g_ptr_array_set_free_func (entries, NULL);
      for (guint i = 0; i < entries->len; i++)
        {
          PlanHistoryEntry *entry = entries->pdata[i];

          if (found->len < limit)
            *reached = entry->id;
          if (found->len < limit && is_wanted (entry, query, folded_words, marks))
            g_ptr_array_add (found, entry);
          else
            plan_history_entry_free (entry);
        }
      if (found->len < limit && entries->len < page)
        {
          *reached = 0;
          break;
        }
    }
  return g_steal_pointer (&found);
}

/**
 * plan_past_get_revision:
 * @text: "now", the name of a version, or the number of an entry of the history
 * @revision: (out): the entry after which that is
 *
 * Returns: %FALSE with %PLAN_ERROR_NOT_FOUND when there is no such moment
 */
gboolean
plan_past_get_revision (PlanStore *store, const char *text, gint64 *revision, GError **error)
{
  g_autoptr (GPtrArray) marks = plan_store_list_marks (store, error);

  if (marks == NULL)
    return FALSE;
  for (guint i = 0; i < marks->len; i++)
    {
      const PlanMark *mark = marks->pdata[i];

      if (strcmp (mark->name, text) != 0)
        continue;
      *revision = mark->revision;
      return TRUE;
    }
  if (strcmp (text, "now") == 0)
    {
      *revision = plan_store_get_revision (store);
      return TRUE;
    }
  if (g_ascii_string_to_signed (text, 10, 0, plan_store_get_revision (store), revision, NULL))
    return TRUE;
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_NOT_FOUND,
               /* Translators: %s is what was typed */
               _("“%s” is neither the name of a version nor the number of an entry of the history."), text);
  return FALSE;
}

static gboolean
write_past (PlanDocument *document, PlanStore *store, gpointer data, GError **error)
{
  return plan_store_go_back (store, *(const gint64 *) data, error);
}

/* When the entry was made, as it is read in any language. */
static char *
describe_moment (PlanStore *store, gint64 revision, GError **error)
{
  PlanHistoryEntry entry;
  g_autoptr (GDateTime) time = NULL;

  if (!plan_store_read_entry (store, revision, &entry, error))
    return NULL;
  time = g_date_time_new_from_unix_local (entry.at / G_USEC_PER_SEC);
  plan_history_entry_clear (&entry);
  return time != NULL ? g_date_time_format (time, "%Y-%m-%d %H:%M") : g_strdup_printf ("%" PRId64, revision);
}

/**
 * plan_edit_go_back:
 * @revision: an entry of the history, 0 for before the first
 *
 * Makes the office what it was after that entry. What was done since stays in the history, and going back can be undone.
 *
 * Returns: whether the edit was made; %PLAN_ERROR_NOT_FOUND when the history does not reach back so far
 */
gboolean
plan_edit_go_back (PlanDocument *document, gint64 revision, GError **error)
{
  PlanStore *store;
  g_autofree char *mark = NULL, *moment = NULL;

  g_return_val_if_fail (PLAN_IS_DOCUMENT (document), FALSE);

  store = plan_document_get_store (document);
  if (store == NULL || revision == 0)
    return plan_document_edit (document, N_("Return to the beginning"), NULL, PLAN_ID_NONE, write_past, &revision, error);
  mark = find_mark (store, revision);
  if (mark != NULL)
    return plan_document_edit (document, N_("Return to the version “%s”"), mark, PLAN_ID_NONE, write_past, &revision, error);
  moment = describe_moment (store, revision, error);
  return moment != NULL &&
         plan_document_edit (document, N_("Return to how it was on %s"), moment, PLAN_ID_NONE, write_past, &revision, error);
}

/**
 * plan_document_set_mark:
 * @revision: an entry of the history
 * @name: (nullable): what the office is called as it was after it, or %NULL to take the name away
 *
 * Names a version. A name is used once: another version loses it.
 *
 * Returns: %FALSE with %PLAN_ERROR_RANGE for a name without a letter, %PLAN_ERROR_NOT_FOUND when there is no such entry,
 *   %PLAN_ERROR_READ_ONLY or another error
 */
gboolean
plan_document_set_mark (PlanDocument *self, gint64 revision, const char *name, GError **error)
{
  PlanStore *store;
  g_autoptr (GPtrArray) marks = NULL;
  g_autofree char *stripped = g_strdup (name);
  PlanHistoryEntry entry;

  g_return_val_if_fail (PLAN_IS_DOCUMENT (self), FALSE);

  if (!plan_document_check_writable (self, error))
    return FALSE;
  if (stripped != NULL && *g_strstrip (stripped) == '\0')
    {
      g_set_error_literal (error, PLAN_ERROR, PLAN_ERROR_RANGE, _("A version needs a name."));
      return FALSE;
    }
  store = plan_document_get_store (self);
  if (!plan_store_read_entry (store, revision, &entry, error))
    return FALSE;
  plan_history_entry_clear (&entry);
  marks = plan_store_list_marks (store, error);
  for (guint i = 0; stripped != NULL && marks != NULL && i < marks->len; i++)
    {
      const PlanMark *mark = marks->pdata[i];

      if (strcmp (mark->name, stripped) == 0 && !plan_store_set_mark (store, mark->revision, NULL, error))
        return FALSE;
    }
  if (marks == NULL || !plan_store_set_mark (store, revision, stripped, error))
    return FALSE;
  g_signal_emit_by_name (self, "versions-changed");
  return TRUE;
}

/**
 * plan_document_get_mark:
 *
 * Returns: (transfer full) (nullable): the name of the version after an entry of the history
 */
char *
plan_document_get_mark (PlanDocument *self, gint64 revision)
{
  PlanStore *store;

  g_return_val_if_fail (PLAN_IS_DOCUMENT (self), NULL);

  store = plan_document_get_store (self);
  return store != NULL ? find_mark (store, revision) : NULL;
}
