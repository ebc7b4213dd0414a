/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The order of an office: programmes, and the place of projects among them. Neighbours are kept apart by gaps of rank; a
 * record goes into the middle of a gap, and when that is used up the list is numbered anew.
 */

#include "plan-edits-private.h"

#include "plan-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a list is sorted by. */
typedef struct
{
  gint64 rank;
  PlanId id;
} Place;

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *x = a, *y = b;

  if (x->rank != y->rank)
    return x->rank < y->rank ? -1 : 1;
  return x->id < y->id ? -1 : x->id > y->id;
}

/* All records of a kind in order, but for @skip. */
static GArray *
list_places (const PlanModel *model, PlanFieldId rank, PlanId skip)
{
  PlanRecord record = plan_field_get (rank)->record;
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));

  for (guint i = 0; i < plan_model_get_n (model, record); i++)
    {
      gconstpointer body = plan_model_get_at (model, record, i);
      Place place = { plan_field_get_value (rank, body).integer, plan_record_get_id (body) };

      if (place.id != skip)
        g_array_append_val (places, place);
    }
  g_array_sort (places, compare_places);
  return places;
}

/* Numbers all anew and leaves a gap at @index. Returns: the rank in the gap. */
static gint64
renumber (GArray *places, guint index, PlanFieldId rank, PlanBatch *batch)
{
  for (guint i = 0; i < places->len; i++)
    plan_batch_set_integer (batch, rank, g_array_index (places, Place, i).id,
                            PLAN_RANK_GAP * (gint64) (i + 1 + (i >= index)));
  return PLAN_RANK_GAP * (gint64) (index + 1);
}

/* A rank for what comes at @index of the list. */
static gint64
find_rank (GArray *places, guint index, PlanFieldId rank, PlanBatch *batch)
{
  const Place *previous = index > 0 ? &g_array_index (places, Place, index - 1) : NULL;
  const Place *next = index < places->len ? &g_array_index (places, Place, index) : NULL;

  if (previous == NULL && next == NULL)
    return PLAN_RANK_GAP;
  if (next == NULL && previous->rank <= G_MAXINT64 - PLAN_RANK_GAP)
    return previous->rank + PLAN_RANK_GAP;
  if (previous == NULL && next->rank >= G_MININT64 + PLAN_RANK_GAP)
    return next->rank - PLAN_RANK_GAP;
  if (previous != NULL && next != NULL && (guint64) next->rank - (guint64) previous->rank >= 2)
    return previous->rank + (gint64) (((guint64) next->rank - (guint64) previous->rank) / 2);
  return renumber (places, index, rank, batch);
}

static guint
find_place (GArray *places, PlanId id)
{
  guint index = 0;

  while (index < places->len && g_array_index (places, Place, index).id != id)
    index++;
  return index;
}

static gboolean
check_name (const PlanModel *model, const char *name, PlanId except, GError **error)
{
  PlanId same = name != NULL ? plan_edit_find_programme (model, name) : PLAN_ID_NONE;

  if (name == NULL || *name == '\0')
    {
      g_set_error_literal (error, PLAN_ERROR, PLAN_ERROR_RANGE, _("A programme needs a name."));
      return FALSE;
    }
  if (same == PLAN_ID_NONE || same == except)
    return TRUE;
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_RULE,
               /* Translators: %s is the name of a programme */ _("There is a programme with the name “%s” already."), name);
  return FALSE;
}

/*
 * plan_edit_find_programme:
 *
 * Returns: the programme of that name, in any case of letters, or %PLAN_ID_NONE
 */
PlanId
plan_edit_find_programme (const PlanModel *model, const char *name)
{
  g_autofree char *wanted = g_utf8_casefold (name, -1);

  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_PROGRAMME); i++)
    {
      const PlanProgramme *programme = plan_model_get_at (model, PLAN_RECORD_PROGRAMME, i);
      g_autofree char *folded = g_utf8_casefold (programme->name != NULL ? programme->name : "", -1);

      if (strcmp (folded, wanted) == 0)
        return programme->id;
    }
  return PLAN_ID_NONE;
}

/*
 * plan_edit_insert_programme:
 *
 * Adds a programme at the end of the list to an edit.
 *
 * Returns: the new programme
 */
PlanId
plan_edit_insert_programme (PlanDocument *document, const char *name, PlanBatch *batch)
{
  g_autoptr (GArray) places = list_places (plan_document_get_model (document), PLAN_FIELD_PROGRAMME_RANK, PLAN_ID_NONE);
  PlanProgramme programme;

  plan_record_init (PLAN_RECORD_PROGRAMME, &programme);
  programme.id = plan_id_source_next (plan_document_get_ids (document));
  programme.name = name;
  programme.rank = find_rank (places, places->len, PLAN_FIELD_PROGRAMME_RANK, batch);
  plan_batch_insert (batch, PLAN_RECORD_PROGRAMME, &programme);
  return programme.id;
}

/**
 * plan_edit_programme_add:
 * @name: a name that no other programme has
 * @id: (out) (optional): the new programme
 *
 * Returns: whether the edit was made
 */
gboolean
plan_edit_programme_add (PlanDocument *document, const char *name, PlanId *id, GError **error)
{
  g_autoptr (PlanBatch) batch = plan_batch_new ();
  PlanId programme;

  if (!check_name (plan_document_get_model (document), name, PLAN_ID_NONE, error))
    return FALSE;
  programme = plan_edit_insert_programme (document, name, batch);
  if (!plan_batch_run (batch, document, N_("New programme “%s”"), name, PLAN_ID_NONE, error))
    return FALSE;
  if (id != NULL)
    *id = programme;
  return TRUE;
}

/**
 * plan_edit_programme_rename:
 * @name: a name that no other programme has
 *
 * Returns: whether the edit was made
 */
gboolean
plan_edit_programme_rename (PlanDocument *document, PlanId programme, const char *name, GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (name != NULL ? name : ""));

  return plan_edit_require (document, PLAN_RECORD_PROGRAMME, programme, error) != NULL &&
         check_name (plan_document_get_model (document), stripped, programme, error) &&
         plan_edit_set (document, PLAN_FIELD_PROGRAMME_NAME, programme, &PLAN_VALUE_OF_TEXT (stripped), error);
}

/**
 * plan_edit_programme_delete:
 *
 * Deletes the programme; its projects stay, without a programme.
 *
 * Returns: whether the edit was made
 */
gboolean
plan_edit_programme_delete (PlanDocument *document, PlanId programme, GError **error)
{
  const PlanModel *model = plan_document_get_model (document);
  const PlanProgramme *record = plan_edit_require (document, PLAN_RECORD_PROGRAMME, programme, error);
  g_autoptr (PlanBatch) batch = plan_batch_new ();
  g_autofree char *subject = NULL;

  if (record == NULL)
    return FALSE;
  subject = g_strdup (record->name != NULL ? record->name : "");
  for (guint i = 0; i < plan_model_get_n (model, PLAN_RECORD_PROJECT); i++)
    {
      const PlanProject *project = plan_model_get_at (model, PLAN_RECORD_PROJECT, i);

      if (project->programme == programme)
        plan_batch_clear (batch, PLAN_FIELD_PROJECT_PROGRAMME, project->id);
    }
  plan_batch_delete (batch, PLAN_RECORD_PROGRAMME, programme);
  return plan_batch_run (batch, document, N_("Deletion of the programme “%s”"), subject, PLAN_ID_NONE, error);
}

/**
 * plan_edit_programme_move:
 * @after: the programme it comes after, or %PLAN_ID_NONE for the first place
 *
 * Returns: whether the edit was made
 */
gboolean
plan_edit_programme_move (PlanDocument *document, PlanId programme, PlanId after, GError **error)
{
  const PlanProgramme *record = plan_edit_require (document, PLAN_RECORD_PROGRAMME, programme, error);
  g_autoptr (PlanBatch) batch = plan_batch_new ();
  g_autoptr (GArray) places = NULL;
  g_autofree char *subject = NULL;

  if (record == NULL ||
      (after != PLAN_ID_NONE && plan_edit_require (document, PLAN_RECORD_PROGRAMME, after, error) == NULL))
    return FALSE;
  if (after == programme)
    return TRUE;
  subject = g_strdup (record->name != NULL ? record->name : "");
  places = list_places (plan_document_get_model (document), PLAN_FIELD_PROGRAMME_RANK, programme);
  plan_batch_set_integer (batch, PLAN_FIELD_PROGRAMME_RANK, programme,
                          find_rank (places, after != PLAN_ID_NONE ? find_place (places, after) + 1 : 0,
                                     PLAN_FIELD_PROGRAMME_RANK, batch));
  return plan_batch_run (batch, document, N_("Move of the programme “%s”"), subject, PLAN_ID_NONE, error);
}

/* Where a project of the programme stands that comes after @after, or before all others of it. */
static guint
find_project_place (const PlanModel *model, GArray *places, PlanId programme, PlanId after)
{
  guint index = 0;

  if (after != PLAN_ID_NONE)
    return find_place (places, after) + 1;
  while (index < places->len &&
         plan_model_get_project (model, g_array_index (places, Place, index).id)->programme != programme)
    index++;
  return index;
}

/**
 * plan_edit_project_move:
 * @programme: the programme it then belongs to, or %PLAN_ID_NONE
 * @after: the project of that programme it comes after, or %PLAN_ID_NONE for the first place
 *
 * Returns: whether the edit was made
 */
gboolean
plan_edit_project_move (PlanDocument *document, PlanId project, PlanId programme, PlanId after, GError **error)
{
  const PlanModel *model = plan_document_get_model (document);
  const PlanProject *record = plan_edit_require (document, PLAN_RECORD_PROJECT, project, error), *previous = NULL;
  g_autoptr (PlanBatch) batch = plan_batch_new ();
  g_autoptr (GArray) places = NULL;
  g_autofree char *subject = NULL;

  if (record == NULL ||
      (programme != PLAN_ID_NONE && plan_edit_require (document, PLAN_RECORD_PROGRAMME, programme, error) == NULL) ||
      (after != PLAN_ID_NONE && (previous = plan_edit_require (document, PLAN_RECORD_PROJECT, after, error)) == NULL))
    return FALSE;
  if (previous != NULL && (after == project || previous->programme != programme))
    {
      g_set_error_literal (error, PLAN_ERROR, PLAN_ERROR_RULE,
                           _("The project after which to move is in another programme."));
      return FALSE;
    }
  subject = g_strdup (record->name != NULL ? record->name : "");
  places = list_places (model, PLAN_FIELD_PROJECT_RANK, project);
  plan_batch_set_integer (batch, PLAN_FIELD_PROJECT_RANK, project,
                          find_rank (places, find_project_place (model, places, programme, after),
                                     PLAN_FIELD_PROJECT_RANK, batch));
  if (programme != PLAN_ID_NONE)
    plan_batch_set_integer (batch, PLAN_FIELD_PROJECT_PROGRAMME, project, programme);
  else
    plan_batch_clear (batch, PLAN_FIELD_PROJECT_PROGRAMME, project);
  return plan_batch_run (batch, document, N_("Move of the project “%s”"), subject, project, error);
}

/**
 * plan_edit_project_move_to_new:
 * @name: a name that no programme has
 *
 * Moves a project into a programme that is made in the same edit.
 *
 * Returns: whether the edit was made
 */
gboolean
plan_edit_project_move_to_new (PlanDocument *document, PlanId project, const char *name, GError **error)
{
  const PlanProject *record = plan_edit_require (document, PLAN_RECORD_PROJECT, project, error);
  g_autofree char *stripped = g_strstrip (g_strdup (name != NULL ? name : ""));
  g_autoptr (PlanBatch) batch = plan_batch_new ();
  g_autofree char *subject = NULL;

  if (record == NULL || !check_name (plan_document_get_model (document), stripped, PLAN_ID_NONE, error))
    return FALSE;
  subject = g_strdup (record->name != NULL ? record->name : "");
  plan_batch_set_integer (batch, PLAN_FIELD_PROJECT_PROGRAMME, project,
                          plan_edit_insert_programme (document, stripped, batch));
  return plan_batch_run (batch, document, N_("Move of the project “%s”"), subject, project, error);
}
