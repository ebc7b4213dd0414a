/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A layer of SQLite's file system that writes down each call that changes a file, and can let one of them fail. From what it
 * wrote down it makes the disk as it may be after a power cut between any two calls: what a file holds is certain only up to
 * its last sync, that a file came into being with its first sync, and that it went only when the folder was synced. Between
 * these, each write may be there, be missing or be there by half, in any order.
 */

#include "fault-vfs.h"

#include <sqlite3.h>
#include <string.h>

typedef enum {
  CALL_WRITE,
  CALL_TRUNCATE,
  CALL_SYNC,
  CALL_CREATE,
  CALL_DELETE,
  CALL_NOTE,
} CallKind;

/**
 * Call:
 * @name: of the file, without its folder
 * @number: offset of a write, size of a truncation, whether a deletion syncs the folder, or the number of a note
 */
typedef struct
{
  CallKind kind;
  char *name;
  gint64 number;
  GBytes *data;
} Call;

typedef struct
{
  sqlite3_file base;
  char *name;
  sqlite3_file *real;
} FaultFile;

/**
 * DiskFile:
 * @durable: what is certain; @pending: calls since the last sync
 * @exists: whether the name is certain; @ghost: what the name led to before, or %NULL
 */
typedef struct _DiskFile DiskFile;
struct _DiskFile
{
  GByteArray *durable;
  GPtrArray *pending;
  gboolean exists;
  gboolean deleted;
  DiskFile *ghost;
};

static sqlite3_vfs *real_vfs;
static sqlite3_vfs fault_vfs;
static GPtrArray *calls; /* NULL while nothing is recorded */
static char *recorded_folder;
static GHashTable *first_files; /* name to GBytes: the disk when recording began */
static guint countdown;
static int fail_code;
static gboolean has_failed;

static void
free_call (gpointer data)
{
  Call *call = data;

  g_free (call->name);
  g_clear_pointer (&call->data, g_bytes_unref);
  g_free (call);
}

static void
note_call (CallKind kind, const char *name, gint64 number, gconstpointer data, gsize size)
{
  Call *call;

  if (calls == NULL || name == NULL)
    return;
  call = g_new0 (Call, 1);
  call->kind = kind;
  call->name = g_strdup (name);
  call->number = number;
  call->data = data != NULL ? g_bytes_new (data, size) : NULL;
  g_ptr_array_add (calls, call);
}

/* Whether this call is the one that fails, once. */
static gboolean
fails (const char *name)
{
  if (name == NULL || countdown == 0 || --countdown > 0)
    return FALSE;
  has_failed = TRUE;
  return TRUE;
}

static sqlite3_file *
get_real (sqlite3_file *file)
{
  return ((FaultFile *) file)->real;
}

static const char *
get_name (sqlite3_file *file)
{
  return ((FaultFile *) file)->name;
}

static int
fault_close (sqlite3_file *file)
{
  int code = get_real (file)->pMethods->xClose (get_real (file));

  g_clear_pointer (&((FaultFile *) file)->name, g_free);
  return code;
}

static int
fault_read (sqlite3_file *file, void *data, int size, sqlite3_int64 offset)
{
  return get_real (file)->pMethods->xRead (get_real (file), data, size, offset);
}

/* A write that fails may have been done by half. */
static int
fault_write (sqlite3_file *file, const void *data, int size, sqlite3_int64 offset)
{
  gboolean hit = fails (get_name (file));
  int written = hit ? size / 2 : size;
  int code = written > 0 ? get_real (file)->pMethods->xWrite (get_real (file), data, written, offset) : SQLITE_OK;

  if (code == SQLITE_OK && written > 0)
    note_call (CALL_WRITE, get_name (file), offset, data, written);
  return hit ? (fail_code == SQLITE_FULL ? SQLITE_FULL : SQLITE_IOERR_WRITE) : code;
}

static int
fault_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  int code;

  if (fails (get_name (file)))
    return SQLITE_IOERR_TRUNCATE;
  code = get_real (file)->pMethods->xTruncate (get_real (file), size);
  if (code == SQLITE_OK)
    note_call (CALL_TRUNCATE, get_name (file), size, NULL, 0);
  return code;
}

static int
fault_sync (sqlite3_file *file, int flags)
{
  int code;

  if (fails (get_name (file)))
    return SQLITE_IOERR_FSYNC;
  code = get_real (file)->pMethods->xSync (get_real (file), flags);
  if (code == SQLITE_OK)
    note_call (CALL_SYNC, get_name (file), 0, NULL, 0);
  return code;
}

static int
fault_file_size (sqlite3_file *file, sqlite3_int64 *size)
{
  return get_real (file)->pMethods->xFileSize (get_real (file), size);
}

static int
fault_lock (sqlite3_file *file, int lock)
{
  return get_real (file)->pMethods->xLock (get_real (file), lock);
}

static int
fault_unlock (sqlite3_file *file, int lock)
{
  return get_real (file)->pMethods->xUnlock (get_real (file), lock);
}

static int
fault_check_lock (sqlite3_file *file, int *answer)
{
  return get_real (file)->pMethods->xCheckReservedLock (get_real (file), answer);
}

static int
fault_control (sqlite3_file *file, int what, void *data)
{
  return get_real (file)->pMethods->xFileControl (get_real (file), what, data);
}

static int
fault_sector_size (sqlite3_file *file)
{
  return get_real (file)->pMethods->xSectorSize (get_real (file));
}

/* The worst disk: a write that overlaps another may change it, too. */
static int
fault_characteristics (sqlite3_file *file)
{
  return 0;
}

static int
fault_shm_map (sqlite3_file *file, int page, int size, int extend, void volatile **memory)
{
  return get_real (file)->pMethods->xShmMap (get_real (file), page, size, extend, memory);
}

static int
fault_shm_lock (sqlite3_file *file, int offset, int n, int flags)
{
  return get_real (file)->pMethods->xShmLock (get_real (file), offset, n, flags);
}

static void
fault_shm_barrier (sqlite3_file *file)
{
  get_real (file)->pMethods->xShmBarrier (get_real (file));
}

static int
fault_shm_unmap (sqlite3_file *file, int remove)
{
  return get_real (file)->pMethods->xShmUnmap (get_real (file), remove);
}

static const sqlite3_io_methods fault_methods = {
  .iVersion = 2,
  .xClose = fault_close,
  .xRead = fault_read,
  .xWrite = fault_write,
  .xTruncate = fault_truncate,
  .xSync = fault_sync,
  .xFileSize = fault_file_size,
  .xLock = fault_lock,
  .xUnlock = fault_unlock,
  .xCheckReservedLock = fault_check_lock,
  .xFileControl = fault_control,
  .xSectorSize = fault_sector_size,
  .xDeviceCharacteristics = fault_characteristics,
  .xShmMap = fault_shm_map,
  .xShmLock = fault_shm_lock,
  .xShmBarrier = fault_shm_barrier,
  .xShmUnmap = fault_shm_unmap,
};

/* The name of a file of the recorded folder, or NULL. */
static char *
make_name (const char *path)
{
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;

  return folder != NULL && g_strcmp0 (folder, recorded_folder) == 0 ? g_path_get_basename (path) : NULL;
}

static int
fault_open (sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *out_flags)
{
  FaultFile *self = (FaultFile *) file;
  int exists = 0, code;

  memset (self, 0, sizeof *self);
  self->real = (sqlite3_file *) (self + 1);
  if (path != NULL)
    real_vfs->xAccess (real_vfs, path, SQLITE_ACCESS_EXISTS, &exists);
  code = real_vfs->xOpen (real_vfs, path, self->real, flags, out_flags);
  if (code != SQLITE_OK)
    return code;
  self->name = make_name (path);
  self->base.pMethods = &fault_methods;
  if (!exists)
    note_call (CALL_CREATE, self->name, 0, NULL, 0);
  return SQLITE_OK;
}

static int
fault_delete (sqlite3_vfs *vfs, const char *path, int sync_folder)
{
  g_autofree char *name = make_name (path);
  int code;

  if (fails (name))
    return SQLITE_IOERR_DELETE;
  code = real_vfs->xDelete (real_vfs, path, sync_folder);
  if (code == SQLITE_OK)
    note_call (CALL_DELETE, name, sync_folder, NULL, 0);
  return code;
}

/**
 * fault_vfs_install:
 *
 * Puts the layer under all databases that are opened from now on.
 */
void
fault_vfs_install (void)
{
  real_vfs = sqlite3_vfs_find (NULL);
  fault_vfs = *real_vfs;
  fault_vfs.zName = "fault";
  fault_vfs.pNext = NULL;
  fault_vfs.szOsFile = sizeof (FaultFile) + real_vfs->szOsFile;
  fault_vfs.xOpen = fault_open;
  fault_vfs.xDelete = fault_delete;
  g_assert_cmpint (sqlite3_vfs_register (&fault_vfs, 1), ==, SQLITE_OK);
}

/**
 * fault_vfs_record:
 * @path: an office that nobody has open: what is there is certain
 *
 * Writes down the calls for the files of its folder, from now on.
 */
void
fault_vfs_record (const char *path)
{
  char *bytes;
  gsize size;

  fault_vfs_stop ();
  recorded_folder = g_path_get_dirname (path);
  calls = g_ptr_array_new_with_free_func (free_call);
  first_files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  g_hash_table_insert (first_files, g_path_get_basename (path), g_bytes_new_take (bytes, size));
}

/**
 * fault_vfs_stop:
 *
 * Forgets what was written down.
 */
void
fault_vfs_stop (void)
{
  countdown = 0;
  g_clear_pointer (&calls, g_ptr_array_unref);
  g_clear_pointer (&recorded_folder, g_free);
  g_clear_pointer (&first_files, g_hash_table_unref);
}

/**
 * fault_vfs_note:
 *
 * Writes down that something was acknowledged.
 */
void
fault_vfs_note (gint64 number)
{
  note_call (CALL_NOTE, "", number, NULL, 0);
}

/**
 * fault_vfs_fail:
 * @at: the call that fails, from 1 for the next; 0 for none
 * @code: SQLITE_FULL for a full disk, else SQLITE_IOERR
 */
void
fault_vfs_fail (guint at, int code)
{
  countdown = at;
  fail_code = code;
  has_failed = FALSE;
}

/**
 * fault_vfs_has_failed:
 *
 * Returns: whether the call that was to fail has been made
 */
gboolean
fault_vfs_has_failed (void)
{
  return has_failed;
}

/**
 * fault_vfs_count:
 *
 * Returns: how many calls were written down
 */
guint
fault_vfs_count (void)
{
  return calls->len;
}

static DiskFile *
make_disk_file (gboolean exists)
{
  DiskFile *self = g_new0 (DiskFile, 1);

  self->durable = g_byte_array_new ();
  self->pending = g_ptr_array_new ();
  self->exists = exists;
  return self;
}

static void
free_disk_file (gpointer data)
{
  DiskFile *self = data;

  if (self->ghost != NULL)
    free_disk_file (self->ghost);
  g_byte_array_unref (self->durable);
  g_ptr_array_unref (self->pending);
  g_free (self);
}

static void
apply (GByteArray *bytes, const Call *call, gboolean by_half)
{
  gsize size = 0, end;
  gconstpointer data = call->data != NULL ? g_bytes_get_data (call->data, &size) : NULL;
  guint before = bytes->len;

  if (call->kind == CALL_TRUNCATE)
    {
      g_byte_array_set_size (bytes, call->number);
      if (bytes->len > before)
        memset (bytes->data + before, 0, bytes->len - before);
      return;
    }
  size = by_half ? size / 2 : size;
  end = call->number + size;
  if (end > bytes->len)
    {
      g_byte_array_set_size (bytes, end);
      memset (bytes->data + before, 0, end - before);
    }
  if (size > 0)
    memcpy (bytes->data + call->number, data, size);
}

static void
sync_disk_file (DiskFile *file)
{
  for (guint i = 0; i < file->pending->len; i++)
    apply (file->durable, g_ptr_array_index (file->pending, i), FALSE);
  g_ptr_array_set_size (file->pending, 0);
  file->exists = TRUE;
  g_clear_pointer (&file->ghost, free_disk_file);
}

static void
replay_call (GHashTable *disk, const Call *call)
{
  DiskFile *file = g_hash_table_lookup (disk, call->name), *made;

  switch (call->kind)
    {
    case CALL_CREATE:
      made = make_disk_file (FALSE);
      g_hash_table_steal (disk, call->name);
      made->ghost = file;
      g_hash_table_insert (disk, call->name, made);
      break;
    case CALL_DELETE:
      if (call->number != 0)
        g_hash_table_remove (disk, call->name);
      else
        file->deleted = TRUE;
      break;
    case CALL_SYNC:
      sync_disk_file (file);
      break;
    case CALL_NOTE:
      break;
    case CALL_WRITE:
    case CALL_TRUNCATE:
    default:
      g_ptr_array_add (file->pending, (gpointer) call);
    }
}

static gboolean
choose (FaultPolicy policy, GRand *rand)
{
  return policy == FAULT_ALL_KEPT || (policy == FAULT_AT_RANDOM && g_rand_boolean (rand));
}

static void
write_disk_file (const char *path, DiskFile *file, FaultPolicy policy, GRand *rand)
{
  /* That a name came or went is kept or lost like a write. */
  gboolean is_there = (file->exists || choose (policy, rand)) && !(file->deleted && choose (policy, rand));

  if (!is_there)
    {
      if (file->ghost != NULL)
        write_disk_file (path, file->ghost, policy, rand);
      return;
    }
  for (guint i = 0; i < file->pending->len; i++)
    if (choose (policy, rand))
      apply (file->durable, g_ptr_array_index (file->pending, i), policy == FAULT_AT_RANDOM && g_rand_int_range (rand, 0, 4) == 0);
  g_assert_true (g_file_set_contents (path, (char *) file->durable->data, file->durable->len, NULL));
}

static GHashTable *
make_disk (void)
{
  GHashTable *disk = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_disk_file);
  GHashTableIter iter;
  gpointer name, bytes;

  g_hash_table_iter_init (&iter, first_files);
  while (g_hash_table_iter_next (&iter, &name, &bytes))
    {
      DiskFile *file = make_disk_file (TRUE);

      g_byte_array_append (file->durable, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      g_hash_table_insert (disk, name, file);
    }
  return disk;
}

/**
 * fault_vfs_cut:
 * @n_calls: how many calls were made before the power went
 * @folder: an empty folder, which becomes the disk after the cut
 *
 * Returns: the last number that was noted before the cut, or 0
 */
gint64
fault_vfs_cut (guint n_calls, FaultPolicy policy, GRand *rand, const char *folder)
{
  g_autoptr (GHashTable) disk = make_disk ();
  GHashTableIter iter;
  gpointer name, file;
  gint64 noted = 0;

  for (guint i = 0; i < n_calls; i++)
    {
      const Call *call = g_ptr_array_index (calls, i);

      if (call->kind == CALL_NOTE)
        noted = call->number;
      else
        replay_call (disk, call);
    }
  g_hash_table_iter_init (&iter, disk);
  while (g_hash_table_iter_next (&iter, &name, &file))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      write_disk_file (path, file, policy, rand);
    }
  return noted;
}
