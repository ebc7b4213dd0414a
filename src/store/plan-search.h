/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-change-set.h"
#include "plan-model.h"
#include "plan-progress.h"
#include "plan-store.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlanSearch:
 *
 * The words of an office, in a cache file that can be thrown away at any time. Used by one thread at a time.
 */
typedef struct _PlanSearch PlanSearch;

/* What a result is of, in the order in which people see the groups. */
typedef enum {
  PLAN_SEARCH_PROJECT,
  PLAN_SEARCH_TASK,
  PLAN_SEARCH_RESOURCE,
  PLAN_SEARCH_CALENDAR,
  PLAN_N_SEARCH_KINDS
} PlanSearchKind;

#define PLAN_SEARCH_ALL ((1u << PLAN_N_SEARCH_KINDS) - 1)

/* A record whose words may have changed. */
typedef struct
{
  PlanRecord record;
  PlanId id;
} PlanSearchPlace;

/**
 * PlanSearchState:
 * @model: what is to be searched; @stamp: plan_search_make_stamp() of the moment in which the model was that
 * @before: (nullable): the stamp of an earlier moment, and @changes: (nullable) (element-type PlanSearchPlace): all places in
 *   which the two differ, in any order and any number of times
 *
 * What the words have to be those of. When the index has those of @before, only what changed is done anew.
 */
typedef struct
{
  const PlanModel *model;
  const char *stamp;
  const char *before;
  const GArray *changes;
} PlanSearchState;

/* A part of a text that was searched for; bytes. */
typedef struct
{
  guint start;
  guint end;
} PlanSearchMark;

/**
 * PlanSearchText:
 * @text: (nullable): a part of the text around what was found
 * @marks: (nullable) (element-type PlanSearchMark): in @text, in order; %NULL when nothing of it was searched for
 */
typedef struct
{
  char *text;
  GArray *marks;
} PlanSearchText;

/**
 * PlanSearchHit:
 * @record: the record to go to; @id: its id; one of another kind may have said the words, as the note of an assignment
 * @score: larger is better; comparable among all hits of one search
 * @name: its name, empty when others said the words; @text: of notes and the like
 */
typedef struct
{
  PlanSearchKind kind;
  PlanRecord record;
  PlanId id;
  double score;
  PlanSearchText name;
  PlanSearchText text;
} PlanSearchHit;

const char *plan_search_kind_get_key   (PlanSearchKind kind);
const char *plan_search_kind_get_label (PlanSearchKind kind);
gboolean    plan_search_kind_find      (const char *key, PlanSearchKind *kind);

char       *plan_search_make_stamp     (PlanStore *store);
char       *plan_search_get_path       (const char *office);
void        plan_search_add_places     (GArray *places, const PlanChangeSet *changes);

PlanSearch *plan_search_open           (const char *path);
void        plan_search_close          (PlanSearch *self);
gboolean    plan_search_update         (PlanSearch *self, const PlanSearchState *state, PlanProgress *progress, GError **error);
GPtrArray  *plan_search_find           (PlanSearch *self, const PlanSearchState *state, const char *query, guint kinds,
                                        guint limit, PlanProgress *progress, GError **error);
const char *plan_search_hit_get_name   (const PlanSearchHit *self, const PlanModel *model);
PlanId      plan_search_hit_get_project (const PlanSearchHit *self, const PlanModel *model);
void        plan_search_hit_free       (PlanSearchHit *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlanSearch, plan_search_close)

G_END_DECLS
