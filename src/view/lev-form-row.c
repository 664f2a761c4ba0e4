#include "lev-form-row.h"

G_DEFINE_ABSTRACT_TYPE (LevFormRow, lev_form_row, GTK_TYPE_LIST_BOX_ROW)

static gboolean
lev_form_row_focus (GtkWidget       *widget,
                    GtkDirectionType direction)
{
  GtkWidget *child = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (widget));

  return child != NULL && gtk_widget_child_focus (child, direction);
}

static void
lev_form_row_class_init (LevFormRowClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = lev_form_row_focus;
}

static void
lev_form_row_init (LevFormRow *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
}
