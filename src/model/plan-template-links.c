/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which rows of a template are used, and the links among them. What came before a row that is left out then comes before
 * what followed it, without lag, since a lag belongs to the work that is left out.
 */

#include "plan-template-use.h"

/* Against templates that are made so that every row would be linked to every other. */
#define MOST_LINKS (2 * PLAN_TEMPLATE_MAX_LINKS)

static gboolean
is_option_on (const PlanTemplate *self, const PlanTemplateUse *use, guint option)
{
  if (option == PLAN_TEMPLATE_NONE)
    return TRUE;
  return use->options != NULL ? use->options[option] : g_array_index (self->options, PlanTemplateOption, option).is_on;
}

/**
 * plan_template_choose_rows:
 *
 * Returns: (transfer full): by row, whether it is used: it lies in the branch, its option and those above it are on, and, for
 *   a summary task, something below it is used
 */
gboolean *
plan_template_choose_rows (const PlanTemplate *self, const PlanTemplateUse *use)
{
  guint first = use->branch != PLAN_TEMPLATE_NONE ? use->branch : 0;
  guint end = use->branch != PLAN_TEMPLATE_NONE ? plan_template_get_task (self, use->branch)->end : self->tasks->len;
  gboolean *rows = g_new0 (gboolean, self->tasks->len + 1);
  g_autofree gboolean *needed = g_new0 (gboolean, self->tasks->len + 1);

  for (guint i = first; i < end; i++)
    {
      const PlanTemplateTask *task = plan_template_get_task (self, i);
      gboolean inside = task->parent == PLAN_TEMPLATE_NONE || task->parent < first;

      rows[i] = is_option_on (self, use, task->option) && (inside || rows[task->parent]);
    }
  for (guint i = end; i-- > first;)
    {
      guint parent = plan_template_get_task (self, i)->parent;

      rows[i] = rows[i] && (needed[i] || !plan_template_is_summary (self, i));
      if (rows[i] && parent != PLAN_TEMPLATE_NONE)
        needed[parent] = TRUE;
    }
  return rows;
}

static gint64
make_pair (guint predecessor, guint successor)
{
  return (gint64) predecessor << 32 | successor;
}

static gboolean
is_within (const PlanTemplate *self, guint task, guint summary)
{
  return task >= summary && task < plan_template_get_task (self, summary)->end;
}

typedef struct
{
  const PlanTemplate *template;
  GArray *links;     /* of PlanTemplateLink */
  GHashTable *pairs; /* what is linked */
} Links;

static void
add_link (Links *self, const PlanTemplateLink *link)
{
  gint64 pair = make_pair (link->predecessor, link->successor);

  if (self->links->len >= MOST_LINKS || g_hash_table_contains (self->pairs, &pair) ||
      is_within (self->template, link->predecessor, link->successor) ||
      is_within (self->template, link->successor, link->predecessor))
    return;
  g_hash_table_add (self->pairs, g_memdup2 (&pair, sizeof pair));
  g_array_append_val (self->links, *link);
}

/* The end at which the first link begins leads to the end at which the second one stops. */
static PlanLinkType
join_types (PlanLinkType first, PlanLinkType second)
{
  gboolean from_start = first == PLAN_LINK_SS || first == PLAN_LINK_SF;
  gboolean to_start = second == PLAN_LINK_FS || second == PLAN_LINK_SS;

  return from_start ? (to_start ? PLAN_LINK_SS : PLAN_LINK_SF) : (to_start ? PLAN_LINK_FS : PLAN_LINK_FF);
}

/* Takes a row out of the links. */
static void
bridge_row (Links *self, guint row)
{
  g_autoptr (GArray) before = g_array_new (FALSE, FALSE, sizeof (PlanTemplateLink));
  g_autoptr (GArray) after = g_array_new (FALSE, FALSE, sizeof (PlanTemplateLink));
  guint n_kept = 0;

  for (guint i = 0; i < self->links->len; i++)
    {
      const PlanTemplateLink *link = &g_array_index (self->links, PlanTemplateLink, i);

      if (link->successor == row)
        g_array_append_val (before, *link);
      else if (link->predecessor == row)
        g_array_append_val (after, *link);
      else
        g_array_index (self->links, PlanTemplateLink, n_kept++) = *link;
    }
  g_array_set_size (self->links, n_kept);
  for (guint i = 0; i < before->len; i++)
    for (guint k = 0; k < after->len; k++)
      {
        const PlanTemplateLink *first = &g_array_index (before, PlanTemplateLink, i);
        const PlanTemplateLink *second = &g_array_index (after, PlanTemplateLink, k);
        PlanTemplateLink bridge = { .predecessor = first->predecessor, .successor = second->successor, .lag_unit = PLAN_UNIT_DAY };

        bridge.type = join_types (first->type, second->type);
        add_link (self, &bridge);
      }
}

/**
 * plan_template_list_links:
 * @rows: what plan_template_choose_rows() gave
 *
 * Returns: (transfer full) (element-type PlanTemplateLink): the links among these rows
 */
GArray *
plan_template_list_links (const PlanTemplate *self, const gboolean *rows)
{
  g_autoptr (GHashTable) pairs = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Links links = { self, g_array_new (FALSE, FALSE, sizeof (PlanTemplateLink)), pairs };

  for (guint i = 0; i < self->links->len; i++)
    add_link (&links, &g_array_index (self->links, PlanTemplateLink, i));
  for (guint i = 0; i < self->tasks->len; i++)
    if (!rows[i])
      bridge_row (&links, i);
  return links.links;
}
