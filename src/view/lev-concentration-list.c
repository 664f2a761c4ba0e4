#include "lev-concentration-list.h"

#include "lev-concentration.h"

#include <glib/gi18n.h>

struct _LevConcentrationList
{
  AdwBin parent;

  AdwPreferencesGroup *group;
  GtkListBox          *list;
};

G_DEFINE_FINAL_TYPE (LevConcentrationList, lev_concentration_list, ADW_TYPE_BIN)

static GtkWidget *
create_row (const LevConcentration *concentration)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *count = gtk_label_new (NULL);
  g_autofree char *title = NULL;
  g_autofree char *suppliers = lev_concentration_dup_suppliers (concentration);
  g_autofree char *text = NULL;
  guint n_suppliers = concentration->dossiers->len;

  /* Translators: what suppliers share, and its value: “Same country: Nederland” */
  title = g_strdup_printf (_("%s: %s"), lev_concentration_get_kind_label (concentration->kind),
                           concentration->value);
  text = g_strdup_printf (ngettext ("%u supplier", "%u suppliers", n_suppliers), n_suppliers);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), suppliers);
  gtk_widget_set_focusable (row, FALSE);
  gtk_label_set_label (GTK_LABEL (count), text);
  gtk_widget_set_valign (count, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (count, "chip");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), count);

  return row;
}

static void
lev_concentration_list_class_init (LevConcentrationListClass *klass)
{
}

static void
lev_concentration_list_init (LevConcentrationList *self)
{
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  adw_preferences_group_set_title (self->group, _("Concentration"));
  adw_preferences_group_set_description (self->group,
                                         _("What suppliers of this round share, so that one event "
                                           "can hit them together."));
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Concentration"), -1);
  adw_preferences_group_add (self->group, GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

void
lev_concentration_list_update (LevConcentrationList *self,
                               LevReview            *review)
{
  g_autoptr (GPtrArray) groups = NULL;

  g_return_if_fail (LEV_IS_CONCENTRATION_LIST (self));

  groups = lev_review_list_concentrations (review);
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < groups->len; i++)
    gtk_list_box_append (self->list, create_row (g_ptr_array_index (groups, i)));
  gtk_widget_set_visible (GTK_WIDGET (self), groups->len > 0);
}
