/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One result of a search: the name, the project it belongs to, and below them the words around what was found when they are
 * not those of the name.
 */

#include "plan-search-row.h"

#include <glib/gi18n.h>
#include <string.h>

/* Characters of the line of words before the first that was found. */
#define MAX_LEAD 24

struct _PlanSearchRow
{
  GtkListBoxRow parent_instance;

  PlanSearchKind kind;
  PlanRecord record;
  PlanId id;
};

G_DEFINE_FINAL_TYPE (PlanSearchRow, plan_search_row, GTK_TYPE_LIST_BOX_ROW)

static void
plan_search_row_class_init (PlanSearchRowClass *klass)
{
}

static void
plan_search_row_init (PlanSearchRow *self)
{
}

static GtkWidget *
new_label (const char *text, const GArray *marks)
{
  GtkWidget *label = gtk_label_new (text);
  g_autoptr (PangoAttrList) list = pango_attr_list_new ();

  for (guint i = 0; marks != NULL && i < marks->len; i++)
    {
      const PlanSearchMark *mark = &g_array_index (marks, PlanSearchMark, i);
      PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

      bold->start_index = mark->start;
      bold->end_index = mark->end;
      pango_attr_list_insert (list, bold);
    }
  gtk_label_set_attributes (GTK_LABEL (label), list);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

/* The name with its marks, unless other words led here. */
static GtkWidget *
new_name (const PlanSearchHit *hit, const char *name)
{
  GtkWidget *label = hit->name.marks != NULL ? new_label (hit->name.text, hit->name.marks) : new_label (name, NULL);

  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

static GtkWidget *
new_project (const PlanSearchHit *hit, const PlanModel *model)
{
  const PlanProject *project = plan_model_get_project (model, plan_search_hit_get_project (hit, model));
  GtkWidget *label;

  if (project == NULL || project->name == NULL || hit->record == PLAN_RECORD_PROJECT)
    return NULL;
  label = new_label (project->name, NULL);
  gtk_widget_add_css_class (label, "secondary");
  gtk_label_set_max_width_chars (GTK_LABEL (label), 20);
  return label;
}

/* How many bytes to leave out so that the first mark is seen; words are not cut. */
static guint
find_lead (const char *text, guint mark)
{
  const char *at = text + mark, *space;

  if (g_utf8_strlen (text, mark) <= MAX_LEAD)
    return 0;
  at = g_utf8_offset_to_pointer (at, -MAX_LEAD);
  space = memchr (at, ' ', (gsize) (text + mark - at));
  return (guint) ((space != NULL ? space + 1 : at) - text);
}

static GtkWidget *
new_words (const PlanSearchText *text)
{
  guint lead = find_lead (text->text, g_array_index (text->marks, PlanSearchMark, 0).start);
  g_autofree char *line = g_strconcat (lead > 0 ? "…" : "", text->text + lead, NULL);
  guint shift = lead > 0 ? lead - (guint) strlen ("…") : 0;
  g_autoptr (GArray) marks = g_array_copy (text->marks);
  GtkWidget *label;

  for (guint i = 0; i < marks->len; i++)
    {
      g_array_index (marks, PlanSearchMark, i).start -= shift;
      g_array_index (marks, PlanSearchMark, i).end -= shift;
    }
  label = new_label (line, marks);
  gtk_widget_add_css_class (label, "secondary");
  gtk_widget_add_css_class (label, "caption");
  return label;
}

/**
 * plan_search_row_new:
 * @hit: a result; not kept
 * @model: what it is a result of
 *
 * Returns: (transfer floating): a row of the list of results
 */
GtkWidget *
plan_search_row_new (const PlanSearchHit *hit, const PlanModel *model)
{
  PlanSearchRow *self = g_object_new (PLAN_TYPE_SEARCH_ROW, NULL);
  const char *name = plan_search_hit_get_name (hit, model);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3), *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *project = new_project (hit, model);

  if (name == NULL || *name == '\0')
    name = C_("subject of an edit", "unnamed");
  self->kind = hit->kind;
  self->record = hit->record;
  self->id = hit->id;
  gtk_box_append (GTK_BOX (line), new_name (hit, name));
  if (project != NULL)
    gtk_box_append (GTK_BOX (line), project);
  gtk_box_append (GTK_BOX (box), line);
  if (hit->text.marks != NULL)
    gtk_box_append (GTK_BOX (box), new_words (&hit->text));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, hit->text.marks != NULL ? hit->text.text : "", -1);
  return GTK_WIDGET (self);
}

/**
 * plan_search_row_get_kind:
 *
 * Returns: the group to which the result belongs
 */
PlanSearchKind
plan_search_row_get_kind (PlanSearchRow *self)
{
  return self->kind;
}

/**
 * plan_search_row_get_record:
 *
 * Returns: the kind of record that the result leads to
 */
PlanRecord
plan_search_row_get_record (PlanSearchRow *self)
{
  return self->record;
}

/**
 * plan_search_row_get_id:
 *
 * Returns: the record that the result leads to; it may be gone
 */
PlanId
plan_search_row_get_id (PlanSearchRow *self)
{
  return self->id;
}
