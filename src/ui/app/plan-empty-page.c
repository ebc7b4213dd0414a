/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the window shows while the office has no projects: what can be done first, with one line on each choice. Most offices
 * have projects, so its widgets are made when it is first seen.
 */

#include "plan-empty-page.h"

#include "plan-actions.h"
#include "plan-format.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _PlanEmptyPage
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkListBox *list;
  GtkLabel *hint;
};

G_DEFINE_FINAL_TYPE (PlanEmptyPage, plan_empty_page, GTK_TYPE_WIDGET)

/* Returns: the icon of the choice. */
static GtkWidget *
add_choice (PlanEmptyPage *self, const char *name, const char *subtitle)
{
  const PlanAction *action = plan_actions_find (name);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *image = gtk_image_new_from_icon_name (action->icon);

  gtk_widget_add_css_class (image, "choice-icon");
  gtk_widget_set_valign (image, GTK_ALIGN_CENTER);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), g_dgettext (GETTEXT_PACKAGE, action->label));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), name);
  gtk_list_box_append (self->list, row);
  return image;
}

/* The formats that can be read, by name: "Microsoft Project XML, Planwright JSON". */
static char *
list_formats (void)
{
  guint n_formats;
  const PlanFormat *formats = plan_formats_get (&n_formats);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_formats; i++)
    if (formats[i].read != NULL)
      {
        if (text->len > 0)
          /* Translators: between the items of a list */
          g_string_append (text, C_("list", ", "));
        g_string_append (text, g_dgettext (GETTEXT_PACKAGE, formats[i].label));
      }
  return g_string_free (text, FALSE);
}

static void
build (PlanEmptyPage *self)
{
  g_autofree char *formats = list_formats ();
  g_autofree char *key = gtk_accelerator_get_label (GDK_KEY_question, GDK_CONTROL_MASK);
  g_autofree char *hint = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_add_css_class (add_choice (self, "project.new", _("An empty plan with your calendar")), "suggested");
  add_choice (self, "win.add-sample", _("The projects of a small online shop, removed with one click"));
  add_choice (self, "app.import", formats);
  add_choice (self, "app.open", _("Yours from another computer, or a copy"));
  /* Translators: %s is a key, for instance "Ctrl+?" */
  hint = g_strdup_printf (_("Files can also be dropped here. %s lists every key."), key);
  gtk_label_set_label (self->hint, hint);
}

static void
plan_empty_page_map (GtkWidget *widget)
{
  PlanEmptyPage *self = PLAN_EMPTY_PAGE (widget);

  if (self->content == NULL)
    build (self);
  GTK_WIDGET_CLASS (plan_empty_page_parent_class)->map (widget);
}

static void
plan_empty_page_dispose (GObject *object)
{
  PlanEmptyPage *self = PLAN_EMPTY_PAGE (object);

  if (self->content != NULL)
    {
      g_clear_pointer (&self->content, gtk_widget_unparent);
      gtk_widget_dispose_template (GTK_WIDGET (self), PLAN_TYPE_EMPTY_PAGE);
    }
  G_OBJECT_CLASS (plan_empty_page_parent_class)->dispose (object);
}

static void
plan_empty_page_class_init (PlanEmptyPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plan_empty_page_dispose;
  widget_class->map = plan_empty_page_map;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/planwright/Planwright/plan-empty-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PlanEmptyPage, content);
  gtk_widget_class_bind_template_child (widget_class, PlanEmptyPage, list);
  gtk_widget_class_bind_template_child (widget_class, PlanEmptyPage, hint);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
plan_empty_page_init (PlanEmptyPage *self)
{
}
