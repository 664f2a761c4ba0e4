#include "lev-supplier-page.h"

#include "lev-factor-list.h"
#include "lev-field-text.h"
#include "lev-link-row.h"
#include "lev-record-form.h"
#include "lev-record-list.h"
#include "lev-state.h"

#include <glib/gi18n.h>

struct _LevSupplierPage
{
  LevContentPage parent;

  GtkBox        *form_box;
  LevFactorList *factor_list;
  GtkListBox    *services;
  GtkListBox    *contracts;
  GtkWidget     *rounds_group;
  GtkListBox    *rounds;
  GtkWidget     *form;
  LevSupplier   *supplier;
};

G_DEFINE_FINAL_TYPE (LevSupplierPage, lev_supplier_page, LEV_TYPE_CONTENT_PAGE)

static const char *const fields[] = {
  "name", "number", "kvk", "parent", "country", "website", "kraljic", "manager", "notes", NULL,
};

/* What the named fields of @record hold, with dots between them; without those that are empty. */
static char *
describe_record (LevRecord         *record,
                 const char *const *names)
{
  LevRecordClass *klass = LEV_RECORD_GET_CLASS (record);
  GString *text = g_string_new (NULL);

  for (guint i = 0; names[i] != NULL; i++)
    {
      guint index = (guint) lev_record_class_find_field (klass, names[i]);
      g_autofree char *part = NULL;
      LevValue value;

      lev_record_get_value (record, index, &value);
      part = lev_field_format (&klass->fields[index], &value);
      if (*part != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
    }

  return g_string_free_and_steal (text);
}

static void
show_parts (LevSupplierPage   *self,
            GtkListBox        *list,
            GType              type,
            const char *const *names)
{
  LevRecordList *parts = lev_record_get_children (LEV_RECORD (self->supplier), type);
  guint n_parts = lev_record_list_get_n (parts);

  gtk_list_box_remove_all (list);
  for (guint i = 0; i < n_parts; i++)
    {
      LevRecord *part = lev_record_list_peek (parts, i);
      g_autofree char *title = lev_record_dup_title (part);
      g_autofree char *subtitle = describe_record (part, names);

      gtk_list_box_append (list, lev_link_row_new (title, subtitle, "win.edit-record", part->id));
    }
  gtk_widget_set_visible (GTK_WIDGET (list), n_parts > 0);
}

static char *
describe_round (LevDossier *dossier)
{
  if (!dossier->chosen)
    return g_strdup (_("not in the selection"));
  if (dossier->review->closed != 0)
    return g_strdup (_("closed"));

  return g_strdup_printf (_("at step %u"), lev_dossier_get_step (dossier));
}

static void
show_rounds (LevSupplierPage *self,
             LevRegister     *records)
{
  LevRecordList *reviews = lev_register_list (records, LEV_TYPE_REVIEW);
  guint n_rounds = 0;

  gtk_list_box_remove_all (self->rounds);
  for (guint i = lev_record_list_get_n (reviews); i > 0; i--)
    {
      LevReview *review = lev_record_list_peek (reviews, i - 1);
      LevDossier *dossier = lev_review_find_dossier (review, self->supplier);
      g_autofree char *text = NULL;

      if (dossier == NULL)
        continue;
      text = describe_round (dossier);
      gtk_list_box_append (self->rounds, lev_link_row_new (review->title, text, "win.review",
                                                           LEV_RECORD (review)->id));
      n_rounds++;
    }
  gtk_widget_set_visible (self->rounds_group, n_rounds > 0);
}

static void
lev_supplier_page_refresh (LevContentPage *page)
{
  static const char *const service_fields[] = { "owner", "level-manager", "biv", NULL };
  static const char *const contract_fields[] = { "number", "end", "yearly-value", NULL };
  LevSupplierPage *self = LEV_SUPPLIER_PAGE (page);
  LevRegister *records = lev_content_page_get_records (page);

  if (self->supplier == NULL)
    return;
  /* Its addition was undone: there is nothing left to show. */
  if (lev_register_lookup (records, LEV_RECORD (self->supplier)->id) != self->supplier ||
      LEV_RECORD (self->supplier)->deleted)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.place", "s", "suppliers");
      return;
    }

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self),
                                 lev_text_is_blank (self->supplier->name) ? _("Supplier")
                                                                          : self->supplier->name);
  lev_content_page_set_subtitle (page, self->supplier->number);
  lev_record_form_update (LEV_RECORD_FORM (self->form));
  lev_factor_list_show (self->factor_list, self->supplier);
  show_parts (self, self->services, LEV_TYPE_SERVICE, service_fields);
  show_parts (self, self->contracts, LEV_TYPE_CONTRACT, contract_fields);
  show_rounds (self, records);
}

static void
add_part (LevSupplierPage *self,
          GType            type,
          const char      *field,
          const char      *label,
          const char      *title)
{
  LevApplication *application = lev_application_get_default ();
  LevRecord *part;

  lev_application_begin (application, label);
  part = lev_register_add (lev_application_get_records (application), type, "supplier",
                           self->supplier, field, title, NULL);
  if (lev_application_commit (application))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-record", "s", part->id);
}

static void
add_service_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  add_part (LEV_SUPPLIER_PAGE (widget), LEV_TYPE_SERVICE, "name", _("Add a service"),
            _("New service"));
}

static void
add_contract_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  add_part (LEV_SUPPLIER_PAGE (widget), LEV_TYPE_CONTRACT, "title", _("Add a contract"),
            _("New contract"));
}

static void
lev_supplier_page_dispose (GObject *object)
{
  g_clear_object (&LEV_SUPPLIER_PAGE (object)->supplier);

  G_OBJECT_CLASS (lev_supplier_page_parent_class)->dispose (object);
}

static void
lev_supplier_page_class_init (LevSupplierPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lev_supplier_page_dispose;
  LEV_CONTENT_PAGE_CLASS (klass)->refresh = lev_supplier_page_refresh;

  g_type_ensure (LEV_TYPE_FACTOR_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/supplier-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LevSupplierPage, form_box);
  gtk_widget_class_bind_template_child (widget_class, LevSupplierPage, factor_list);
  gtk_widget_class_bind_template_child (widget_class, LevSupplierPage, services);
  gtk_widget_class_bind_template_child (widget_class, LevSupplierPage, contracts);
  gtk_widget_class_bind_template_child (widget_class, LevSupplierPage, rounds_group);
  gtk_widget_class_bind_template_child (widget_class, LevSupplierPage, rounds);
  gtk_widget_class_install_action (widget_class, "supplier.add-service", NULL, add_service_action);
  gtk_widget_class_install_action (widget_class, "supplier.add-contract", NULL,
                                   add_contract_action);
}

static void
lev_supplier_page_init (LevSupplierPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwNavigationPage *
lev_supplier_page_new (LevSupplier *supplier)
{
  LevSupplierPage *self = g_object_new (LEV_TYPE_SUPPLIER_PAGE, NULL);

  self->supplier = g_object_ref (supplier);
  self->form = lev_record_form_new (LEV_RECORD (supplier), fields);
  gtk_box_append (self->form_box, self->form);
  lev_content_page_refresh (LEV_CONTENT_PAGE (self));

  return ADW_NAVIGATION_PAGE (self);
}
