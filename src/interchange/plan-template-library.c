/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The templates that come with the program: files of resources/templates, compiled into it.
 */

#include "plan-template-library.h"

#include "plan-content-resources.h"
#include "plan-template-json.h"

#include "plan-error.h"

#include <glib/gi18n-lib.h>

#define FOLDER "/io/github/planwright/Planwright/templates/"

/* In the order in which they are offered. */
static const char *const ids[] = {
  "ecommerce-campaign",
  "software-release",
  "software-implementation",
  "new-product",
  "marketing-event",
  "iso-certification",
  "office-move",
  "house-construction",
  "data-centre-migration",
  "pmo-setup",
  NULL
};

/**
 * plan_template_library_list:
 *
 * Returns: (transfer none): the ids of the templates that come with the program, ended by %NULL
 */
const char *const *
plan_template_library_list (void)
{
  return ids;
}

/**
 * plan_template_library_get_bytes:
 *
 * Returns: (transfer full): the file of a template that comes with the program, or %NULL with %PLAN_ERROR_NOT_FOUND
 */
GBytes *
plan_template_library_get_bytes (const char *id, GError **error)
{
  g_autofree char *path = g_strconcat (FOLDER, id, ".json", NULL);
  GBytes *bytes = NULL;

  if (g_strv_contains (ids, id))
    bytes = g_resource_lookup_data (plan_content_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  if (bytes == NULL)
    g_set_error (error, PLAN_ERROR, PLAN_ERROR_NOT_FOUND,
                 /* Translators: %s is the id of a template, as “office-move” */
                 _("There is no template “%s”."), id);
  return bytes;
}

/**
 * plan_template_library_read:
 *
 * Returns: (transfer full): a template that comes with the program, or %NULL with %PLAN_ERROR_NOT_FOUND
 */
PlanTemplate *
plan_template_library_read (const char *id, GError **error)
{
  g_autoptr (GBytes) bytes = plan_template_library_get_bytes (id, error);
  g_autoptr (GInputStream) stream = bytes != NULL ? g_memory_input_stream_new_from_bytes (bytes) : NULL;

  return stream != NULL ? plan_template_read (stream, NULL, error) : NULL;
}
