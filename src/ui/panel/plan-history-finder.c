/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which edits of the history are wanted: of all projects or of one, by anyone or by one person, with some words.
 */

#include "plan-history-finder.h"

#include <glib/gi18n-lib.h>

/* In the list of projects. */
#define SCOPE_THIS 1

/**
 * PlanHistoryFinder:
 * @authors: what the list of persons holds after its first row, or %NULL
 * @updating: whether the list of persons changes by itself
 */
struct _PlanHistoryFinder
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkEditable *search;
  GtkDropDown *scope;
  GtkDropDown *person;

  GStrv authors;
  gboolean updating;
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlanHistoryFinder, plan_history_finder, GTK_TYPE_WIDGET)

static void
changed_cb (PlanHistoryFinder *self)
{
  if (!self->updating)
    g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
plan_history_finder_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (PLAN_HISTORY_FINDER (widget)->search));
}

static void
plan_history_finder_dispose (GObject *object)
{
  g_clear_pointer (&PLAN_HISTORY_FINDER (object)->content, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (object), PLAN_TYPE_HISTORY_FINDER);
  G_OBJECT_CLASS (plan_history_finder_parent_class)->dispose (object);
}

static void
plan_history_finder_finalize (GObject *object)
{
  g_strfreev (PLAN_HISTORY_FINDER (object)->authors);
  G_OBJECT_CLASS (plan_history_finder_parent_class)->finalize (object);
}

static void
plan_history_finder_class_init (PlanHistoryFinderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plan_history_finder_dispose;
  G_OBJECT_CLASS (klass)->finalize = plan_history_finder_finalize;
  widget_class->grab_focus = plan_history_finder_grab_focus;

  /**
   * PlanHistoryFinder::changed:
   *
   * Other edits are wanted.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/planwright/Planwright/plan-history-finder.ui");
  gtk_widget_class_bind_template_child (widget_class, PlanHistoryFinder, content);
  gtk_widget_class_bind_template_child (widget_class, PlanHistoryFinder, search);
  gtk_widget_class_bind_template_child (widget_class, PlanHistoryFinder, scope);
  gtk_widget_class_bind_template_child (widget_class, PlanHistoryFinder, person);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
plan_history_finder_init (PlanHistoryFinder *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Returns: (transfer none) (nullable): who is chosen */
static const char *
get_person (PlanHistoryFinder *self)
{
  guint selected = gtk_drop_down_get_selected (self->person);

  return self->authors != NULL && selected > 0 && selected != GTK_INVALID_LIST_POSITION ? self->authors[selected - 1] : NULL;
}

static void
set_persons (PlanHistoryFinder *self, const char *chosen)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (model, C_("persons", "Everybody"));
  gtk_string_list_splice (model, 1, 0, (const char *const *) self->authors);
  for (guint i = 0; chosen != NULL && self->authors[i] != NULL; i++)
    if (g_str_equal (self->authors[i], chosen))
      selected = i + 1;
  self->updating = TRUE;
  gtk_drop_down_set_model (self->person, G_LIST_MODEL (model));
  gtk_drop_down_set_selected (self->person, selected);
  self->updating = FALSE;
}

/**
 * plan_history_finder_update:
 * @store: the office
 *
 * Lists the people who have edited it; who is chosen stays chosen.
 */
void
plan_history_finder_update (PlanHistoryFinder *self, PlanStore *store)
{
  g_auto (GStrv) authors = NULL;
  g_autofree char *chosen = NULL;

  g_return_if_fail (PLAN_IS_HISTORY_FINDER (self) && store != NULL);

  authors = plan_store_list_authors (store, NULL);
  if (authors == NULL ||
      (self->authors != NULL && g_strv_equal ((const char *const *) authors, (const char *const *) self->authors)))
    return;
  chosen = g_strdup (get_person (self));
  g_strfreev (self->authors);
  self->authors = g_steal_pointer (&authors);
  set_persons (self, chosen);
}

/**
 * plan_history_finder_fill:
 * @project: the project that is shown beside
 * @query: (out): which edits are wanted; its texts are valid until the filter changes
 */
void
plan_history_finder_fill (PlanHistoryFinder *self, PlanId project, PlanHistoryQuery *query)
{
  const char *text;

  g_return_if_fail (PLAN_IS_HISTORY_FINDER (self));

  text = gtk_editable_get_text (self->search);
  *query = (PlanHistoryQuery) {
    .project = gtk_drop_down_get_selected (self->scope) == SCOPE_THIS ? project : PLAN_ID_NONE,
    .author = get_person (self),
    .text = *text != '\0' ? text : NULL,
    .with_steps = TRUE,
  };
}
