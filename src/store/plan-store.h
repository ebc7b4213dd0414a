/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-change-set.h"
#include "plan-model.h"
#include "plan-progress.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlanStore:
 *
 * The office file. All writing goes through one open transaction; what it changed is recorded as an SQLite changeset.
 */
typedef struct _PlanStore PlanStore;

typedef enum {
  PLAN_STORE_CREATE = 1 << 0,    /* make the file when it does not exist */
  PLAN_STORE_READ_ONLY = 1 << 1, /* never write, take no lock */
} PlanStoreFlags;

/**
 * PlanHistoryEntry:
 * @id: its place in the history, from 1
 * @at: UTC, microseconds since 1970
 * @label: key of the label, an untranslated sentence with at most one %s
 * @subject: what stands for %s in the label, or %NULL
 * @undoes: the entry that it takes back, or 0; @redoes: the entry that it makes again, or 0
 *
 * One edit, undo or redo. Texts belong to whoever filled the entry.
 */
typedef struct
{
  gint64 id;
  gint64 at;
  char *author;
  char *label;
  char *subject;
  PlanId project;
  gint64 undoes;
  gint64 redoes;
  gint64 size; /* bytes of its changeset in the file */
} PlanHistoryEntry;

/**
 * PlanHistoryFilter:
 * @project: entries of this project, or %PLAN_ID_NONE for all
 * @author: entries by this person, or %NULL for all
 * @from: entries from this moment on, @to: and before this one; UTC, microseconds since 1970
 */
typedef struct
{
  PlanId project;
  const char *author;
  gint64 from;
  gint64 to;
} PlanHistoryFilter;

/**
 * PlanMark:
 * @revision: the entry of the history after which it stands
 */
typedef struct
{
  gint64 revision;
  char *name;
} PlanMark;

/**
 * PlanStoreInfo:
 * What `office info` shows.
 */
typedef struct
{
  gint64 file_size;
  gint64 history_size;
  gint64 n_history;
  gint64 schema_version;
  gint64 revision;
} PlanStoreInfo;

typedef enum {
  PLAN_STEP_UNDO,
  PLAN_STEP_REDO,
} PlanStep;

PlanStore     *plan_store_open          (const char *path, PlanStoreFlags flags, GError **error);
void           plan_store_close         (PlanStore *self);
gboolean       plan_store_is_read_only  (PlanStore *self);
const char    *plan_store_get_path      (PlanStore *self);
gboolean       plan_store_load          (PlanStore *self, PlanModel *model, PlanProgress *progress, GError **error);

gboolean       plan_store_begin         (PlanStore *self, GError **error);
gboolean       plan_store_insert        (PlanStore *self, PlanRecord record, gconstpointer body, GError **error);
gboolean       plan_store_update        (PlanStore *self, PlanFieldId field, PlanId id, const PlanValue *value, GError **error);
gboolean       plan_store_delete        (PlanStore *self, PlanRecord record, PlanId id, GError **error);
gboolean       plan_store_step          (PlanStore *self, PlanStep step, PlanHistoryEntry *entry, GError **error);
PlanChangeSet *plan_store_take_changes  (PlanStore *self, GError **error);
gboolean       plan_store_commit        (PlanStore *self, const PlanHistoryEntry *entry, gint64 *revision, GError **error);
void           plan_store_rollback      (PlanStore *self);

gint64         plan_store_get_revision  (PlanStore *self);
gboolean       plan_store_peek_step     (PlanStore *self, PlanStep step, PlanHistoryEntry *entry);
GPtrArray     *plan_store_list_history  (PlanStore *self, gint64 before, guint limit, GError **error);
GPtrArray     *plan_store_find_history  (PlanStore *self, const PlanHistoryFilter *filter, gint64 before, guint limit, GError **error);
gboolean       plan_store_load_at       (PlanStore *self, gint64 revision, PlanModel *model, PlanProgress *progress, GError **error);
gboolean       plan_store_go_back       (PlanStore *self, gint64 revision, GError **error);
gboolean       plan_store_set_mark      (PlanStore *self, gint64 revision, const char *name, GError **error);
GPtrArray     *plan_store_list_marks    (PlanStore *self, GError **error);
void           plan_mark_free           (PlanMark *self);
void           plan_history_entry_clear (PlanHistoryEntry *entry);
void           plan_history_entry_free  (PlanHistoryEntry *entry);

gboolean       plan_store_checkpoint    (PlanStore *self, GError **error);
gboolean       plan_store_compact       (PlanStore *self, gint64 before, gint64 *n_forgotten, GError **error);
gboolean       plan_store_check         (PlanStore *self, PlanProgress *progress, GError **error);
gboolean       plan_store_get_info      (PlanStore *self, PlanStoreInfo *info, GError **error);
char          *plan_store_get_meta      (PlanStore *self, const char *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanStore, plan_store_close)

G_END_DECLS
