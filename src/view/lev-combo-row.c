#include "lev-combo-row.h"

static void
setup_cb (AdwComboRow *row,
          GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (AdwComboRow *row,
         GtkListItem *item)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  g_auto (GValue) text = G_VALUE_INIT;

  if (gtk_expression_evaluate (adw_combo_row_get_expression (row), gtk_list_item_get_item (item),
                               &text))
    gtk_label_set_label (GTK_LABEL (label), g_value_get_string (&text));
}

void
lev_combo_row_show_whole (AdwComboRow *row)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_return_if_fail (ADW_IS_COMBO_ROW (row));

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), row, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), row, G_CONNECT_SWAPPED);
  adw_combo_row_set_list_factory (row, adw_combo_row_get_factory (row));
  adw_combo_row_set_factory (row, factory);
}
