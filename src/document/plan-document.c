/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * PlanDocument: an open office. It owns the store, the model and the schedule and is the only way to change them, so that
 * the three never differ: an edit is written, checked by the rules, taken by the model, scheduled and committed, in this
 * order, and whatever fails takes everything before it back. Listeners hear of an edit once, when it is on disk.
 */

#include "plan-document-private.h"

#include "plan-error.h"
#include "plan-rules.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* An office that nobody edits for so long is written back into its main file. */
#define CHECKPOINT_SECONDS 2

struct _PlanDocument
{
  GObject parent_instance;

  PlanStore *store;
  PlanModel *model;
  PlanSchedule *schedule;
  GHashTable *outlines; /* of projects, by id; made when they are needed */
  PlanTaskIndex *index; /* likewise */
  PlanDocumentFigures figures;
  PlanIdSource ids;
  char *path;
  GError *reason; /* why it can only be read though it was to be written, or NULL */
  char *author;
  gint64 revision;
  guint checkpoint_source;
  gboolean read_only;
  gboolean editing;
};

G_DEFINE_TYPE (PlanDocument, plan_document, G_TYPE_OBJECT)

enum {
  CHANGED,
  FAILED,
  TAKEN_BACK,
  VERSIONS_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
checkpoint_timeout_cb (gpointer data)
{
  PlanDocument *self = data;

  self->checkpoint_source = 0;
  /* Nothing is lost when it fails, for instance because someone reads just now: closing tries again. */
  plan_store_checkpoint (self->store, NULL);
  return G_SOURCE_REMOVE;
}

static void
postpone_checkpoint (PlanDocument *self)
{
  g_clear_handle_id (&self->checkpoint_source, g_source_remove);
  self->checkpoint_source = g_timeout_add_seconds (CHECKPOINT_SECONDS, checkpoint_timeout_cb, self);
}

static void
plan_document_dispose (GObject *object)
{
  plan_document_close (PLAN_DOCUMENT (object));
  G_OBJECT_CLASS (plan_document_parent_class)->dispose (object);
}

static void
plan_document_finalize (GObject *object)
{
  PlanDocument *self = PLAN_DOCUMENT (object);

  g_hash_table_unref (self->outlines);
  g_clear_pointer (&self->index, plan_task_index_free);
  plan_document_figures_clear (&self->figures);
  g_clear_pointer (&self->schedule, plan_schedule_free);
  g_clear_pointer (&self->model, plan_model_unref);
  plan_id_source_clear (&self->ids);
  g_free (self->path);
  g_clear_error (&self->reason);
  g_free (self->author);
  G_OBJECT_CLASS (plan_document_parent_class)->finalize (object);
}

static void
plan_document_class_init (PlanDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = plan_document_dispose;
  object_class->finalize = plan_document_finalize;

  /**
   * PlanDocument::changed:
   * @changes: the #PlanChangeSet of what is different now; valid during the call
   *
   * Emitted once after each edit, undo and redo, when model, schedule and file agree again.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_POINTER);

  /**
   * PlanDocument::failed:
   * @sentence: why
   *
   * An edit could not be written to the file: the disk is full, or the file cannot be reached. Nothing of it is left. The
   * next "changed" says that writing is possible again.
   */
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * PlanDocument::taken-back:
   *
   * A refused edit that moved, made or deleted tasks was taken back. All say what they said before, but may stand elsewhere
   * in the model: borrowed outlines are to be fetched anew.
   */
  signals[TAKEN_BACK] = g_signal_new ("taken-back", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 0);

  /**
   * PlanDocument::versions-changed:
   *
   * A version of the history got a name or lost it.
   */
  signals[VERSIONS_CHANGED] = g_signal_new ("versions-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 0);
}

static void
plan_document_init (PlanDocument *self)
{
  const char *name = g_get_real_name ();

  self->model = plan_model_new ();
  self->outlines = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) plan_outline_free);
  self->schedule = plan_schedule_new ();
  self->author = g_strdup (g_strcmp0 (name, "Unknown") == 0 ? g_get_user_name () : name);
}

/**
 * plan_document_get_default_path:
 *
 * Returns: (transfer full): the office that is opened when none is named
 */
char *
plan_document_get_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "planwright", "office.planwright", NULL);
}

/**
 * plan_document_open_checked:
 * @check: whether every page of the file is looked at first
 * @progress: (nullable): is told how far it is
 *
 * See plan_document_open().
 *
 * Returns: (transfer full): the document, or %NULL with an error that names the file
 */
PlanDocument *
plan_document_open_checked (const char *path, PlanStoreFlags flags, gboolean check, PlanProgress *progress, GError **error)
{
  g_autoptr (PlanDocument) self = g_object_new (PLAN_TYPE_DOCUMENT, NULL);

  self->store = plan_store_open (path, flags, error);
  if (self->store == NULL ||
      (check && !plan_store_check_pages (self->store, progress, error)) ||
      !plan_store_load (self->store, self->model, progress, error) ||
      !plan_schedule_compute (self->schedule, self->model, NULL, error))
    return NULL;
  self->path = g_strdup (path);
  self->read_only = plan_store_is_read_only (self->store);
  self->revision = plan_store_get_revision (self->store);
  plan_id_source_init (&self->ids, plan_model_get_largest_id (self->model));
  return g_steal_pointer (&self);
}

/**
 * plan_document_open:
 * @path: an office file
 *
 * Opens the office, loads all its records and schedules them.
 *
 * Returns: (transfer full): the document, or %NULL with an error that names the file
 */
PlanDocument *
plan_document_open (const char *path, PlanStoreFlags flags, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  return plan_document_open_checked (path, flags, FALSE, NULL, error);
}

/**
 * plan_document_close:
 *
 * Writes the rest back into the file and lets go of it. Model and schedule stay readable; edits are refused from now on.
 * Does not drop a reference; dropping the last one closes, too.
 */
void
plan_document_close (PlanDocument *self)
{
  g_return_if_fail (PLAN_IS_DOCUMENT (self));

  g_clear_handle_id (&self->checkpoint_source, g_source_remove);
  g_clear_pointer (&self->store, plan_store_close);
}

/**
 * plan_document_get_model:
 *
 * Returns: (transfer none): the records; records are valid until the next edit
 */
const PlanModel *
plan_document_get_model (PlanDocument *self)
{
  return self->model;
}

/**
 * plan_document_get_schedule:
 *
 * Returns: (transfer none): what follows from the model, always up to date
 */
const PlanSchedule *
plan_document_get_schedule (PlanDocument *self)
{
  return self->schedule;
}

/**
 * plan_document_get_outline:
 *
 * Returns: (transfer none): the rows of a project, valid until the next edit
 */
const PlanOutline *
plan_document_get_outline (PlanDocument *self, PlanId project)
{
  PlanOutline *outline = g_hash_table_lookup (self->outlines, &project);

  if (outline == NULL)
    {
      outline = plan_outline_new (self->model, project);
      g_hash_table_insert (self->outlines, g_memdup2 (&project, sizeof project), outline);
    }
  return outline;
}

/**
 * plan_document_get_index:
 *
 * Returns: (transfer none): links, assignments and baselines by task, valid until the next edit
 */
const PlanTaskIndex *
plan_document_get_index (PlanDocument *self)
{
  if (self->index == NULL)
    self->index = plan_task_index_new (self->model);
  return self->index;
}

/**
 * plan_document_get_costs:
 *
 * Returns: (transfer none): work, cost and earned value of everything, valid until the next edit; made when it is asked for,
 *   so that nobody pays for what nobody looks at
 */
PlanCosts *
plan_document_get_costs (PlanDocument *self)
{
  return plan_document_figures_get_costs (&self->figures, self->schedule, self->model);
}

/**
 * plan_document_get_load:
 *
 * Returns: (transfer none): the load of all people, valid until the next edit; made when it is asked for
 */
PlanLoad *
plan_document_get_load (PlanDocument *self)
{
  return plan_document_figures_get_load (&self->figures, self->schedule, self->model);
}

/**
 * plan_document_snapshot:
 *
 * Returns: (transfer full): the model as it is now, for a job in another thread
 */
PlanModel *
plan_document_snapshot (PlanDocument *self)
{
  return plan_model_snapshot (self->model);
}

/**
 * plan_document_get_ids:
 *
 * Returns: (transfer none): where ids of new records come from; for the main thread
 */
PlanIdSource *
plan_document_get_ids (PlanDocument *self)
{
  return &self->ids;
}

/**
 * plan_document_get_store:
 *
 * Returns: (transfer none) (nullable): the file, or %NULL when the document is closed
 */
PlanStore *
plan_document_get_store (PlanDocument *self)
{
  return self->store;
}

/**
 * plan_document_get_revision:
 *
 * Returns: a number that grows with each edit, undo and redo
 */
gint64
plan_document_get_revision (PlanDocument *self)
{
  return self->revision;
}

/**
 * plan_document_is_read_only:
 *
 * Returns: whether edits are refused
 */
gboolean
plan_document_is_read_only (PlanDocument *self)
{
  return self->read_only || self->store == NULL;
}

/* What is the file's fault and not that of the edit. */
static gboolean
is_of_file (const GError *error)
{
  return g_error_matches (error, PLAN_ERROR, PLAN_ERROR_IO) || g_error_matches (error, PLAN_ERROR, PLAN_ERROR_BUSY) ||
         g_error_matches (error, PLAN_ERROR, PLAN_ERROR_LOST);
}

/* Hands an error on; what is the file's fault, everybody hears of. */
static gboolean
pass_error (PlanDocument *self, GError *own_error, GError **error)
{
  /* The log must not be taken for that of what lies in the place now. */
  if (g_error_matches (own_error, PLAN_ERROR, PLAN_ERROR_LOST))
    plan_store_checkpoint (self->store, NULL);
  if (is_of_file (own_error))
    g_signal_emit (self, signals[FAILED], 0, own_error->message);
  g_propagate_error (error, own_error);
  return FALSE;
}

/**
 * plan_document_take_reason:
 * @reason: (transfer full): why the office was only opened to be read
 */
void
plan_document_take_reason (PlanDocument *self, GError *reason)
{
  self->reason = reason;
}

/**
 * plan_document_get_reason:
 *
 * Returns: (transfer none) (nullable): why the office can only be read though it was to be written: a sentence for the person
 */
const GError *
plan_document_get_reason (PlanDocument *self)
{
  return self->reason;
}

/**
 * plan_document_check_place:
 *
 * Looks whether the file is still where it was opened; cheap. When it is not, edits are refused from now on, unless it comes
 * back; what was acknowledged can be written elsewhere by plan_store_copy(). Emits "failed" then.
 *
 * Returns: %FALSE with %PLAN_ERROR_LOST when it is not
 */
gboolean
plan_document_check_place (PlanDocument *self, GError **error)
{
  GError *own_error = NULL;

  g_return_val_if_fail (PLAN_IS_DOCUMENT (self) && !self->editing, FALSE);

  return self->store == NULL || plan_store_check_place (self->store, &own_error) || pass_error (self, own_error, error);
}

/**
 * plan_document_get_path:
 *
 * Returns: (transfer none): the file as it was named
 */
const char *
plan_document_get_path (PlanDocument *self)
{
  return self->path;
}

/**
 * plan_document_set_author:
 * @author: who makes the edits from now on, as the history names them
 */
void
plan_document_set_author (PlanDocument *self, const char *author)
{
  g_autofree char *copy = g_strdup (author);

  g_free (self->author);
  self->author = g_steal_pointer (&copy);
}

/* What an edit did to rows and to what hangs on them. */
typedef struct
{
  guint n_new;     /* tasks that came */
  gboolean moved;  /* rows went, moved, or came otherwise */
  gboolean joined; /* links, assignments or baselines came or went, or tasks went */
} RowChanges;

static void
look_at_rows (const PlanChangeSet *changes, RowChanges *rows)
{
  guint n = plan_change_set_get_n (changes);

  *rows = (RowChanges){ 0 };
  for (guint i = 0; i < n && !(rows->moved && rows->joined); i++)
    {
      PlanChange change;

      plan_change_set_get (changes, i, &change);
      if (change.op == PLAN_CHANGE_UPDATE)
        rows->moved |= change.field == PLAN_FIELD_TASK_PARENT || change.field == PLAN_FIELD_TASK_RANK;
      else if (change.record == PLAN_RECORD_TASK && change.op == PLAN_CHANGE_INSERT)
        rows->n_new++;
      else
        {
          rows->moved |= change.record == PLAN_RECORD_TASK || change.record == PLAN_RECORD_PROJECT;
          rows->joined |= change.record == PLAN_RECORD_TASK || change.record == PLAN_RECORD_LINK ||
                          change.record == PLAN_RECORD_ASSIGNMENT || change.record == PLAN_RECORD_BASELINE;
        }
    }
}

/* Takes the new task into the outlines of projects; the one of all projects is made anew. */
static void
add_row (PlanDocument *self)
{
  const PlanId all = PLAN_ID_NONE;
  GHashTableIter iter;
  gpointer project, outline;

  g_hash_table_remove (self->outlines, &all);
  g_hash_table_iter_init (&iter, self->outlines);
  while (g_hash_table_iter_next (&iter, &project, &outline))
    plan_outline_add_task (outline, self->model, *(const PlanId *) project);
}

/* Outlines take one new task in and are kept as long as no row goes or moves, the index as long as nothing comes or goes that it
 * lists: a new task stands behind the others and has nothing to be found yet. Costs follow from nearly everything.
 * Returns: whether rows went. */
static gboolean
forget_rows (PlanDocument *self, const RowChanges *rows)
{
  plan_document_figures_clear (&self->figures);
  if (rows->moved || rows->n_new > 1)
    g_hash_table_remove_all (self->outlines);
  else if (rows->n_new == 1)
    add_row (self);
  if (rows->joined)
    g_clear_pointer (&self->index, plan_task_index_free);
  return rows->moved || rows->n_new > 0 || rows->joined;
}

/* After a refused edit: the store has rolled back already. Indexes of tasks may have moved, so all is scheduled anew. */
static void
take_back (PlanDocument *self, const PlanChangeSet *changes)
{
  g_autoptr (PlanChangeSet) inverse = plan_change_set_invert (changes);
  g_autoptr (GError) error = NULL;
  RowChanges rows;
  gboolean moved;

  look_at_rows (inverse, &rows);
  if (!plan_model_apply (self->model, inverse, &error) ||
      !plan_schedule_compute (self->schedule, self->model, NULL, &error))
    g_critical ("a refused edit could not be taken back: %s", error->message);
  moved = forget_rows (self, &rows);
  if (moved)
    g_signal_emit (self, signals[TAKEN_BACK], 0);
}

static gboolean
schedule_changes (PlanDocument *self, const PlanChangeSet *changes, GError **error)
{
  return !plan_change_set_needs_schedule (changes) ||
         plan_schedule_update (self->schedule, self->model, changes, error);
}

/* Steps 3 to 6 of the way of one edit: what was written is in the store's open transaction. */
static gboolean
take_changes (PlanDocument *self, const PlanChangeSet *changes, const PlanHistoryEntry *entry, GError **error)
{
  RowChanges rows;

  if (!plan_rules_allow_values (changes, error) ||
      !plan_model_apply (self->model, changes, error))
    {
      plan_store_rollback (self->store);
      return FALSE;
    }
  look_at_rows (changes, &rows);
  forget_rows (self, &rows);
  if (plan_rules_allow (self->model, changes, error) &&
      schedule_changes (self, changes, error) &&
      plan_store_commit (self->store, entry, &self->revision, error))
    return TRUE;
  plan_store_rollback (self->store);
  take_back (self, changes);
  return FALSE;
}

static gboolean
finish_edit (PlanDocument *self, const PlanHistoryEntry *entry, GError **error)
{
  g_autoptr (PlanChangeSet) changes = plan_store_take_changes (self->store, error);

  self->editing = FALSE;
  if (changes == NULL || plan_change_set_get_n (changes) == 0)
    {
      plan_store_rollback (self->store);
      return changes != NULL;
    }
  if (!take_changes (self, changes, entry, error))
    return FALSE;
  postpone_checkpoint (self);
  g_signal_emit (self, signals[CHANGED], 0, changes);
  return TRUE;
}

/**
 * plan_document_check_writable:
 *
 * Returns: %FALSE with %PLAN_ERROR_READ_ONLY when the office can only be read
 */
gboolean
plan_document_check_writable (PlanDocument *self, GError **error)
{
  g_return_val_if_fail (PLAN_IS_DOCUMENT (self), FALSE);

  if (!plan_document_is_read_only (self))
    return TRUE;
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_READ_ONLY,
               /* Translators: %s is the path of an office file */
               _("The office “%s” can only be read."), self->path);
  return FALSE;
}

static gboolean
begin_edit (PlanDocument *self, GError **error)
{
  if (!plan_document_check_writable (self, error))
    return FALSE;
  if (!plan_store_begin (self->store, error))
    return FALSE;
  self->editing = TRUE;
  return TRUE;
}

static gboolean
abandon_edit (PlanDocument *self)
{
  self->editing = FALSE;
  plan_store_rollback (self->store);
  return FALSE;
}

/**
 * plan_document_edit:
 * @label: an N_() sentence with at most one %s, or the label of a field
 * @subject: (nullable): what the label is about, usually a name
 * @project: the project that is shown when the edit is undone, or %PLAN_ID_NONE
 * @func: writes the edit; called once, at once
 *
 * One edit from beginning to end: on disk, in the model and scheduled when it returns %TRUE, and as if it had never been
 * tried when it returns %FALSE. An edit that changes nothing leaves no trace and emits nothing.
 *
 * Returns: whether the edit was made; else an error for the person
 */
gboolean
plan_document_edit (PlanDocument *self, const char *label, const char *subject, PlanId project, PlanEditFunc func,
                    gpointer data, GError **error)
{
  PlanHistoryEntry entry = { .label = (char *) label, .subject = (char *) subject, .project = project };
  GError *own_error = NULL;
  gboolean done;

  g_return_val_if_fail (PLAN_IS_DOCUMENT (self) && label != NULL && func != NULL, FALSE);
  g_return_val_if_fail (!self->editing, FALSE);

  entry.author = self->author;
  entry.at = g_get_real_time ();
  if (!begin_edit (self, &own_error))
    return pass_error (self, own_error, error);
  done = func (self, self->store, data, &own_error) ? finish_edit (self, &entry, &own_error) : abandon_edit (self);
  return done || pass_error (self, own_error, error);
}

static gboolean
make_step (PlanDocument *self, PlanStep step, GError **error)
{
  PlanHistoryEntry entry = { 0 };
  GError *own_error = NULL;
  gboolean done;

  g_return_val_if_fail (PLAN_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (!self->editing, FALSE);

  if (!begin_edit (self, &own_error))
    return pass_error (self, own_error, error);
  if (plan_store_step (self->store, step, &entry, &own_error))
    {
      g_free (entry.author);
      entry.author = g_strdup (self->author);
      entry.at = g_get_real_time ();
      done = finish_edit (self, &entry, &own_error);
    }
  else
    done = abandon_edit (self);
  plan_history_entry_clear (&entry);
  return done || pass_error (self, own_error, error);
}

/**
 * plan_document_undo:
 *
 * Takes back the latest edit that has not been taken back.
 *
 * Returns: %FALSE with %PLAN_ERROR_NOTHING when there is none
 */
gboolean
plan_document_undo (PlanDocument *self, GError **error)
{
  return make_step (self, PLAN_STEP_UNDO, error);
}

/**
 * plan_document_redo:
 *
 * Makes the edit again that was taken back last.
 *
 * Returns: %FALSE with %PLAN_ERROR_NOTHING when there is none
 */
gboolean
plan_document_redo (PlanDocument *self, GError **error)
{
  return make_step (self, PLAN_STEP_REDO, error);
}
