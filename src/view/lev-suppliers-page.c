#include "lev-suppliers-page.h"

#include "lev-import-dialog.h"
#include "lev-record-list.h"
#include "lev-register.h"
#include "lev-search.h"
#include "lev-supplier.h"

#include <glib/gi18n.h>

struct _LevSuppliersPage
{
  LevContentPage parent;

  GtkStack           *stack;
  GtkSearchEntry     *search_entry;
  GtkFilterListModel *filtered;
  GtkCustomFilter    *filter;
  char               *needle; /* what is searched for, folded; NULL for everything */
};

G_DEFINE_FINAL_TYPE (LevSuppliersPage, lev_suppliers_page, LEV_TYPE_CONTENT_PAGE)

static gboolean
matches (gpointer item,
         gpointer user_data)
{
  LevSuppliersPage *self = user_data;
  LevSupplier *supplier = item;

  return lev_search_matches (supplier->name, self->needle) ||
         lev_search_matches (supplier->number, self->needle) ||
         lev_search_matches (supplier->country, self->needle);
}

static void
search_changed_cb (LevSuppliersPage *self)
{
  g_free (self->needle);
  self->needle = lev_search_dup_needle (GTK_EDITABLE (self->search_entry));
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
import_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  lev_import_dialog_ask (widget);
}

static void
add_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  LevApplication *application = lev_application_get_default ();
  LevRecord *supplier;

  lev_application_begin (application, _("Add a supplier"));
  supplier = lev_register_add (lev_application_get_records (application), LEV_TYPE_SUPPLIER, "name",
                               _("New supplier"), NULL);
  if (lev_application_commit (application))
    gtk_widget_activate_action (widget, "win.supplier", "s", supplier->id);
}

static void
row_activated_cb (LevSuppliersPage *self,
                  guint             position,
                  GtkColumnView    *view)
{
  GListModel *model = G_LIST_MODEL (gtk_column_view_get_model (view));
  g_autoptr (LevRecord) supplier = g_list_model_get_item (model, position);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.supplier", "s", supplier->id);
}

static void
lev_suppliers_page_refresh (LevContentPage *page)
{
  LevSuppliersPage *self = LEV_SUPPLIERS_PAGE (page);
  LevRecordList *suppliers = lev_register_list (lev_content_page_get_records (page),
                                                LEV_TYPE_SUPPLIER);
  guint n_suppliers = lev_record_list_get_n (suppliers);
  g_autofree char *subtitle = g_strdup_printf (ngettext ("%u supplier", "%u suppliers",
                                                         n_suppliers),
                                               n_suppliers);

  lev_content_page_set_subtitle (page, subtitle);
  gtk_stack_set_visible_child_name (self->stack, n_suppliers > 0 ? "list" : "empty");
  gtk_filter_list_model_set_model (self->filtered, G_LIST_MODEL (suppliers));
}

static void
lev_suppliers_page_dispose (GObject *object)
{
  LevSuppliersPage *self = LEV_SUPPLIERS_PAGE (object);

  g_clear_pointer (&self->needle, g_free);

  G_OBJECT_CLASS (lev_suppliers_page_parent_class)->dispose (object);
}

static void
lev_suppliers_page_class_init (LevSuppliersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lev_suppliers_page_dispose;
  LEV_CONTENT_PAGE_CLASS (klass)->refresh = lev_suppliers_page_refresh;

  g_type_ensure (LEV_TYPE_SUPPLIER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/suppliers-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LevSuppliersPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LevSuppliersPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, LevSuppliersPage, filtered);
  gtk_widget_class_bind_template_child (widget_class, LevSuppliersPage, filter);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_action (widget_class, "suppliers.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "suppliers.import", NULL, import_action);
}

static void
lev_suppliers_page_init (LevSuppliersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_custom_filter_set_filter_func (self->filter, matches, self, NULL);
}
