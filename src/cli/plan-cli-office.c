/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * planwright-cli office: what an office holds and whether it is whole, which only read; its backups; and making it small.
 */

#include "plan-cli-office.h"

#include "plan-backup.h"
#include "plan-cli.h"
#include "plan-error.h"
#include "plan-schedule.h"
#include "plan-store.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <json-glib/json-glib.h>
#include <string.h>

/**
 * OfficeRequest:
 * @other: (nullable): the argument after the office
 * @days: of the history that compacting keeps, -1 for all
 */
typedef struct
{
  const char *office;
  const char *other;
  gboolean json;
  int days;
} OfficeRequest;

/* One line of `info`. */
typedef struct
{
  const char *key;
  const char *label;
  gint64 value;
} Fact;

static void
print_facts (const Fact *facts, guint n_facts, gboolean json)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  g_autofree char *text = NULL;

  json_node_take_object (root, object);
  for (guint i = 0; i < n_facts; i++)
    if (json)
      json_object_set_int_member (object, facts[i].key, facts[i].value);
    else
      g_print ("%s: %" G_GINT64_FORMAT "\n", _(facts[i].label), facts[i].value);
  if (!json)
    return;
  text = json_to_string (root, TRUE);
  g_print ("%s\n", text);
}

static gboolean
print_info (const OfficeRequest *request, PlanStore *store, GError **error)
{
  g_autoptr (PlanModel) model = plan_model_new ();
  g_autoptr (GPtrArray) backups = NULL;
  PlanStoreInfo info;

  if (!plan_store_get_info (store, &info, error) || !plan_store_load (store, model, NULL, error))
    return FALSE;
  backups = plan_backup_list (plan_store_get_path (store), NULL);
  {
    const Fact facts[] = {
      { "file_size", N_("File size in bytes"), info.file_size },
      { "history_size", N_("History in bytes"), info.history_size },
      { "edits", N_("Edits in the history"), info.n_history },
      { "revision", N_("Revision"), info.revision },
      { "format_version", N_("Version of the file format"), info.schema_version },
      { "backups", N_("Backups"), backups != NULL ? backups->len : 0 },
      { "projects", N_("Projects"), plan_model_get_n (model, PLAN_RECORD_PROJECT) },
      { "tasks", N_("Tasks"), plan_model_get_n (model, PLAN_RECORD_TASK) },
      { "links", N_("Links"), plan_model_get_n (model, PLAN_RECORD_LINK) },
      { "resources", N_("Resources"), plan_model_get_n (model, PLAN_RECORD_RESOURCE) },
      { "assignments", N_("Assignments"), plan_model_get_n (model, PLAN_RECORD_ASSIGNMENT) },
    };

    print_facts (facts, G_N_ELEMENTS (facts), request->json);
  }
  return TRUE;
}

/* Whole means: the database, its references, its history, and a schedule that can be computed. */
static gboolean
check_office (const OfficeRequest *request, PlanStore *store, GError **error)
{
  g_autoptr (PlanModel) model = plan_model_new ();
  g_autoptr (PlanSchedule) schedule = plan_schedule_new ();

  if (!plan_store_check (store, NULL, error) || !plan_store_load (store, model, NULL, error) ||
      !plan_schedule_compute (schedule, model, NULL, error))
    return FALSE;
  g_print ("%s\n", _("The office is whole."));
  return TRUE;
}

static gboolean
compact_office (const OfficeRequest *request, PlanStore *store, GError **error)
{
  gint64 before = request->days < 0 ? G_MININT64 : g_get_real_time () - request->days * G_TIME_SPAN_DAY, n_forgotten;
  PlanStoreInfo old, new;

  if (!plan_store_get_info (store, &old, error) || !plan_store_compact (store, before, &n_forgotten, error) ||
      !plan_store_get_info (store, &new, error))
    return FALSE;
  /* Translators: sizes of the file before and after, in bytes, and a number of edits */
  g_print (_("%" PRId64 " bytes became %" PRId64 "; edits of the history forgotten: %" PRId64 "\n"),
           old.file_size, new.file_size, n_forgotten);
  return TRUE;
}

static gboolean
back_up (const OfficeRequest *request, PlanStore *store, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *path = NULL;

  if (request->other == NULL)
    path = plan_backup_make (plan_store_get_path (store), PLAN_BACKUP_BY_HAND, now, error);
  else if (plan_backup_copy (plan_store_get_path (store), request->other, error))
    path = g_strdup (request->other);
  if (path == NULL)
    return FALSE;
  /* Translators: %s is the path of a file */
  g_print (_("The backup is “%s”.\n"), path);
  return TRUE;
}

/**
 * plan_cli_back_up:
 * @document: an office that was edited
 *
 * Makes the backup of the day. That it failed is told; what was done to the office stands.
 */
void
plan_cli_back_up (PlanDocument *document)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GError) error = NULL;

  if (!plan_backup_daily (plan_store_get_path (plan_document_get_store (document)), now, NULL, &error))
    /* Translators: %s is a whole sentence that says why */
    g_printerr (_("planwright-cli: today’s backup could not be made: %s\n"), error->message);
}

/* The latest backup when none is named. */
static char *
choose_backup (const OfficeRequest *request, GError **error)
{
  g_autoptr (GPtrArray) backups = NULL;

  if (request->other != NULL)
    return g_strdup (request->other);
  backups = plan_backup_list (request->office, error);
  if (backups == NULL)
    return NULL;
  if (backups->len > 0)
    return g_strdup (((PlanBackup *) g_ptr_array_index (backups, 0))->path);
  g_set_error (error, PLAN_ERROR, PLAN_ERROR_NOT_FOUND,
               /* Translators: %s is the path of a file */
               _("“%s” has no backup."), request->office);
  return NULL;
}

static gboolean
restore_office (const OfficeRequest *request, PlanStore *store, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *backup = choose_backup (request, error), *kept = NULL;

  if (backup == NULL || !plan_backup_restore (request->office, backup, now, &kept, error))
    return FALSE;
  /* Translators: %1$s and %2$s are paths of files */
  g_print (_("“%1$s” is now what “%2$s” holds.\n"), request->office, backup);
  if (kept != NULL)
    /* Translators: %s is the path of a file */
    g_print (_("What was there before is “%s”.\n"), kept);
  return TRUE;
}

/**
 * OfficeVerb:
 * @most: arguments at most, the office being one
 * @flags: how the office is opened, -1 for not at all
 */
typedef struct
{
  const char *name;
  int most;
  int flags;
  gboolean (*run) (const OfficeRequest *request, PlanStore *store, GError **error);
} OfficeVerb;

static const OfficeVerb verbs[] = {
  { "info", 1, PLAN_STORE_READ_ONLY, print_info },
  { "check", 1, PLAN_STORE_READ_ONLY, check_office },
  { "backup", 2, PLAN_STORE_READ_ONLY, back_up },
  { "restore", 2, -1, restore_office },
  { "compact", 1, 0, compact_office },
};

static const OfficeVerb *
find_verb (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (strcmp (verbs[i].name, name) == 0)
      return &verbs[i];
  return NULL;
}

static int
run (const OfficeVerb *what, const OfficeRequest *request)
{
  g_autoptr (PlanStore) store = NULL;
  g_autoptr (GError) error = NULL;

  if (what->flags >= 0)
    {
      store = plan_store_open (request->office, (PlanStoreFlags) what->flags, &error);
      if (store == NULL)
        return plan_cli_fail (request->office, error);
    }
  return what->run (request, store, &error) ? PLAN_CLI_DONE : plan_cli_fail (request->office, error);
}

/**
 * plan_cli_office:
 *
 * Returns: the exit code
 */
int
plan_cli_office (const PlanCliVerb *verb, int argc, char **argv)
{
  OfficeRequest request = { .days = -1 };
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &request.json, N_("Print the information as JSON"), NULL },
    { "keep-days", 0, 0, G_OPTION_ARG_INT, &request.days, N_("Forget edits of the history that are older when compacting"), "DAYS" },
    G_OPTION_ENTRY_NULL
  };
  const OfficeVerb *what;
  PlanCliClock clock;
  int exit_code;

  if (!plan_cli_parse (verb, entries, &argc, &argv, 2, 3, &clock, &exit_code))
    return exit_code;
  what = find_verb (argv[0]);
  if (what == NULL)
    return plan_cli_refuse (verb, _("What to do with the office is “info”, “check”, “backup”, “restore” or “compact”."));
  if (argc - 1 > what->most)
    return plan_cli_refuse (verb, _("There are too many arguments."));
  request.office = argv[1];
  request.other = argc == 3 ? argv[2] : NULL;
  exit_code = run (what, &request);
  plan_cli_clock_total (&clock);
  return exit_code;
}
