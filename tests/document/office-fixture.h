/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan-edits.h"

G_BEGIN_DECLS

/**
 * OfficeFixture:
 * @project: a project with tasks, links, people and one record of every other kind
 * @tasks: "Build" with "Design", "Code" and "Test" below it, then "Ship"
 *
 * An office in a folder of its own.
 */
typedef struct
{
  char *folder;
  char *path;
  PlanDocument *document;
  PlanId programme;
  PlanId project;
  PlanId calendar;
  PlanId resource;
  PlanId build, design, code, test, ship;
  PlanId link;
  PlanId assignment;
  guint n_changes; /* how often the document said that something changed */
} OfficeFixture;

OfficeFixture *office_fixture_new        (void);
OfficeFixture *office_fixture_new_filled (void);
void           office_fixture_free       (OfficeFixture *self);
void           office_fixture_reopen     (OfficeFixture *self, PlanStoreFlags flags);

void           office_assert_same        (const char *text, const char *expected);
char          *office_describe           (PlanDocument *document);
char          *office_dump               (PlanDocument *document);
void           office_check_schedule     (PlanDocument *document);
char          *office_dump_model         (const PlanModel *model);
char          *office_dump_file          (const char *path);
char          *office_write_json         (PlanDocument *document);
void           office_assert_rows       (OfficeFixture *self, const char *expected);
PlanId         office_find_task         (OfficeFixture *self, const char *name);
gboolean       office_edit_at_random     (PlanDocument *document, GRand *rand);

#define office_assert_refused(self, done, code) \
  G_STMT_START { \
    g_autoptr (GError) refused_error = NULL; \
    g_autofree char *refused_before = office_dump ((self)->document), *refused_after = NULL, *refused_file = NULL, *refused_model = NULL; \
    guint refused_n = (self)->n_changes; \
    gint64 refused_revision = plan_document_get_revision ((self)->document); \
    GError **refusal = &refused_error; \
    g_assert_false (done); \
    g_assert_error (refused_error, PLAN_ERROR, code); \
    refused_after = office_dump ((self)->document); \
    office_assert_same (refused_after, refused_before); \
    g_assert_cmpuint ((self)->n_changes, ==, refused_n); \
    g_assert_cmpint (plan_document_get_revision ((self)->document), ==, refused_revision); \
    refused_model = office_dump_model (plan_document_get_model ((self)->document)); \
    refused_file = office_dump_file ((self)->path); \
    office_assert_same (refused_file, refused_model); \
  } G_STMT_END

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OfficeFixture, office_fixture_free)

G_END_DECLS
