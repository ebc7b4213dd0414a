/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Opening the file of an office. The one that the program starts with is begun in a thread as soon as it is known, and is
 * read while the display is opened and the window is made, which takes longer for most offices; so the first frame shows the
 * plan. Others are opened when their turn comes, the large ones in a job.
 */

#include "plan-opening.h"

#include "plan-recent-offices.h"
#include "plan-store.h"

#include <glib/gstdio.h>

/* Larger files are read by a job; up to this size it takes less than a few frames. */
#define LARGE_BYTES (4 * 1024 * 1024)

/* So long a large office that was begun is waited for before the window shows without it: a frame that is drawn in vain takes
 * about as long. In microseconds. */
#define MOST_WAIT (80 * 1000)

/* How often one that is followed tells how far it is, in microseconds. */
#define FOLLOW_STEP (20 * 1000)

/**
 * PlanOpening:
 * @check: whether the file comes from elsewhere
 * @thread: reads the file, when it was begun
 * @progress, @document, @error: of the thread; the last two are there when it @is_done
 */
struct _PlanOpening
{
  char *path;
  PlanStoreFlags flags;
  gboolean check;
  gboolean is_large;

  GThread *thread;
  PlanProgress progress;
  GMutex mutex;
  GCond cond;
  gboolean is_done;
  PlanDocument *document;
  GError *error;
};

static gpointer
run_thread (gpointer data)
{
  PlanOpening *self = data;
  GError *error = NULL;
  PlanDocument *document = plan_document_open_any (self->path, self->flags, self->check, &self->progress, &error);

  g_mutex_lock (&self->mutex);
  self->document = document;
  self->error = error;
  self->is_done = TRUE;
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);
  return NULL;
}

/* Waits for the thread until @end, in monotonic time. Returns: whether it is done */
static gboolean
wait_until (PlanOpening *self, gint64 end)
{
  gboolean is_done;

  g_mutex_lock (&self->mutex);
  while (!self->is_done && g_cond_wait_until (&self->cond, &self->mutex, end))
    ;
  is_done = self->is_done;
  g_mutex_unlock (&self->mutex);
  return is_done;
}

/* What the thread brought. */
static PlanDocument *
join (PlanOpening *self, GError **error)
{
  g_clear_pointer (&self->thread, g_thread_join);
  if (self->error != NULL)
    g_propagate_error (error, g_steal_pointer (&self->error));
  return g_steal_pointer (&self->document);
}

/**
 * plan_opening_new:
 * @path: an office file
 * @may_create: whether it is made when it does not exist
 *
 * Returns: (transfer full): nothing is read yet
 */
PlanOpening *
plan_opening_new (const char *path, gboolean may_create)
{
  PlanOpening *self = g_new0 (PlanOpening, 1);
  g_autofree char *standard = plan_document_get_default_path ();
  gboolean exists = g_file_test (path, G_FILE_TEST_EXISTS);
  GStatBuf status;

  self->path = g_strdup (path);
  self->flags = exists || !may_create ? 0 : PLAN_STORE_CREATE;
  self->check = exists && !g_str_equal (path, standard) && !plan_recent_offices_has (path);
  self->is_large = exists && (self->check || (g_stat (path, &status) == 0 && status.st_size > LARGE_BYTES));
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  return self;
}

/**
 * plan_opening_free:
 *
 * Lets go of it, and of an office that nobody has taken.
 */
void
plan_opening_free (PlanOpening *self)
{
  g_autoptr (PlanDocument) document = NULL;

  if (self->thread != NULL)
    {
      plan_progress_cancel (&self->progress);
      document = join (self, NULL);
    }
  if (document != NULL)
    plan_document_close (document);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  g_free (self->path);
  g_free (self);
}

/**
 * plan_opening_get_path:
 *
 * Returns: (transfer none): the file
 */
const char *
plan_opening_get_path (PlanOpening *self)
{
  return self->path;
}

/**
 * plan_opening_creates:
 *
 * Returns: whether the office is made, as there was none
 */
gboolean
plan_opening_creates (PlanOpening *self)
{
  return (self->flags & PLAN_STORE_CREATE) != 0;
}

/**
 * plan_opening_begin:
 *
 * Begins to read in a thread.
 */
void
plan_opening_begin (PlanOpening *self)
{
  g_return_if_fail (self->thread == NULL && !self->is_done);

  self->thread = g_thread_new ("opening", run_thread, self);
}

/**
 * plan_opening_is_long:
 *
 * Says whether nobody should wait for the office, but plan_opening_run() be given to a job. Waits a moment for a large one
 * that was begun, as the window should better show it at once.
 */
gboolean
plan_opening_is_long (PlanOpening *self)
{
  return self->is_large && (self->thread == NULL || !wait_until (self, g_get_monotonic_time () + MOST_WAIT));
}

/**
 * plan_opening_finish:
 *
 * Returns: (transfer full): the office, or %NULL with the error of plan_document_open_any()
 */
PlanDocument *
plan_opening_finish (PlanOpening *self, GError **error)
{
  return self->thread != NULL ? join (self, error)
                              : plan_document_open_any (self->path, self->flags, self->check, NULL, error);
}

/**
 * plan_opening_run:
 * @data: a #PlanOpening
 *
 * The same in another thread, with progress: a #PlanJobFunc.
 */
gpointer
plan_opening_run (PlanProgress *progress, gpointer data, GError **error)
{
  PlanOpening *self = data;

  if (self->thread == NULL)
    return plan_document_open_any (self->path, self->flags, self->check, progress, error);
  while (!wait_until (self, g_get_monotonic_time () + FOLLOW_STEP))
    if (!plan_progress_step (progress, (gsize) plan_progress_get_permille (&self->progress), 1000, NULL))
      plan_progress_cancel (&self->progress);
  return join (self, error);
}
