#include "lev-supplier-page.h"

#include "lev-deleting.h"
#include "lev-factor-list.h"
#include "lev-go.h"
#include "lev-link-row.h"
#include "lev-record-form.h"
#include "lev-record-list.h"
#include "lev-state.h"
#include "lev-supplier-text.h"

#include <glib/gi18n.h>

struct _LevSupplierPage
{
  LevContentPage parent;

  GtkLabel      *name_label;
  GtkLabel      *summary_label;
  GtkBox        *form_box;
  LevFactorList *factor_list;
  GtkListBox    *services;
  GtkListBox    *contracts;
  GtkWidget     *people_group;
  GtkListBox    *people;
  GtkWidget     *rounds_group;
  GtkListBox    *rounds;
  GtkWidget     *form;
  LevSupplier   *supplier;
};

G_DEFINE_FINAL_TYPE (LevSupplierPage, lev_supplier_page, LEV_TYPE_CONTENT_PAGE)

static const char *const fields[] = {
  "name", "number", "kvk", "parent", "country", "website", "kraljic", "manager", "notes", NULL,
};

static void
append_part (GtkListBox *list,
             LevRecord  *part,
             const char *subtitle,
             const char *chip,
             const char *style)
{
  g_autofree char *title = lev_record_dup_title (part);
  GtkWidget *row = lev_link_row_new (title, subtitle, "win.edit-record", part->id);

  if (chip != NULL)
    lev_link_row_add_chip (row, chip, style);
  gtk_list_box_append (list, row);
}

static void
show_services (LevSupplierPage *self)
{
  LevRecordList *services = lev_record_get_children (LEV_RECORD (self->supplier), LEV_TYPE_SERVICE);

  gtk_list_box_remove_all (self->services);
  for (guint i = 0; i < lev_record_list_get_n (services); i++)
    {
      LevService *service = lev_record_list_peek (services, i);
      g_autofree char *subtitle = lev_service_describe (service);

      append_part (self->services, LEV_RECORD (service), subtitle, NULL, NULL);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->services), lev_record_list_get_n (services) > 0);
}

static void
show_contracts (LevSupplierPage *self)
{
  LevRecordList *contracts = lev_record_get_children (LEV_RECORD (self->supplier),
                                                      LEV_TYPE_CONTRACT);

  gtk_list_box_remove_all (self->contracts);
  for (guint i = 0; i < lev_record_list_get_n (contracts); i++)
    {
      LevContract *contract = lev_record_list_peek (contracts, i);
      gboolean is_soon;
      g_autofree char *subtitle = lev_contract_describe (contract);
      g_autofree char *notice = lev_contract_describe_notice (contract, lev_clock_today (),
                                                              &is_soon);

      append_part (self->contracts, LEV_RECORD (contract), subtitle, notice,
                   is_soon ? "soon" : NULL);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->contracts), lev_record_list_get_n (contracts) > 0);
}

/* Each person once, with everything that they are for this supplier. */
static void
note_person (GPtrArray  *people,
             GHashTable *roles,
             LevPerson  *person,
             const char *role)
{
  const char *known;

  if (person == NULL)
    return;
  known = g_hash_table_lookup (roles, person);
  if (known == NULL)
    g_ptr_array_add (people, person);
  if (known == NULL || strstr (known, role) == NULL)
    g_hash_table_insert (roles, person,
                         known != NULL ? g_strdup_printf ("%s, %s", known, role) : g_strdup (role));
}

static void
show_people (LevSupplierPage *self)
{
  LevRecordList *services = lev_record_get_children (LEV_RECORD (self->supplier), LEV_TYPE_SERVICE);
  g_autoptr (GPtrArray) people = g_ptr_array_new ();
  g_autoptr (GHashTable) roles = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  note_person (people, roles, self->supplier->manager, _("CM"));
  for (guint i = 0; i < lev_record_list_get_n (services); i++)
    {
      LevService *service = lev_record_list_peek (services, i);

      note_person (people, roles, service->owner, _("service owner"));
      note_person (people, roles, service->level_manager, _("SLM"));
    }

  gtk_list_box_remove_all (self->people);
  for (guint i = 0; i < people->len; i++)
    append_part (self->people, people->pdata[i], g_hash_table_lookup (roles, people->pdata[i]),
                 NULL, NULL);
  gtk_widget_set_visible (self->people_group, people->len > 0);
}

/* The newest round first. */
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
      text = lev_dossier_describe_outcome (dossier);
      gtk_list_box_append (self->rounds, lev_link_row_new (review->title, text, "supplier.go",
                                                           LEV_RECORD (dossier)->id));
      n_rounds++;
    }
  gtk_widget_set_visible (self->rounds_group, n_rounds > 0);
}

static void
show_heading (LevSupplierPage *self)
{
  const char *name = lev_text_is_blank (self->supplier->name) ? _("Supplier")
                                                              : self->supplier->name;
  g_autofree char *summary = lev_supplier_describe (self->supplier);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), name);
  gtk_label_set_label (self->name_label, name);
  gtk_label_set_label (self->summary_label, summary);
  gtk_widget_set_visible (GTK_WIDGET (self->summary_label), *summary != '\0');
}

static void
lev_supplier_page_refresh (LevContentPage *page)
{
  LevSupplierPage *self = LEV_SUPPLIER_PAGE (page);
  LevRegister *records = lev_content_page_get_records (page);

  if (self->supplier == NULL)
    return;
  /* It was deleted, or its addition undone: there is nothing left to show. */
  if (lev_register_lookup (records, LEV_RECORD (self->supplier)->id) != self->supplier ||
      LEV_RECORD (self->supplier)->deleted)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.place", "s", "suppliers");
      return;
    }

  show_heading (self);
  lev_record_form_update (LEV_RECORD_FORM (self->form));
  lev_factor_list_show (self->factor_list, self->supplier, NULL);
  show_services (self);
  show_contracts (self);
  show_people (self);
  show_rounds (self, records);
}

static void
history_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.history", "s",
                              LEV_RECORD (LEV_SUPPLIER_PAGE (widget)->supplier)->id);
}

static void
delete_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  g_autoptr (LevRecord) supplier = g_object_ref (LEV_RECORD (LEV_SUPPLIER_PAGE (widget)->supplier));

  lev_deleting_run (widget, supplier);
}

static void
go_action (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  LevRegister *records = lev_content_page_get_records (LEV_CONTENT_PAGE (widget));
  LevRecord *record = lev_register_lookup (records, g_variant_get_string (parameter, NULL));

  if (record != NULL)
    lev_go_to_record (widget, record);
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
  gtk_widget_class_bind_template_child (widget_class, LevSupplierPage, name_label);
  gtk_widget_class_bind_template_child (widget_class, LevSupplierPage, summary_label);
  gtk_widget_class_bind_template_child (widget_class, LevSupplierPage, people_group);
  gtk_widget_class_bind_template_child (widget_class, LevSupplierPage, people);
  gtk_widget_class_bind_template_child (widget_class, LevSupplierPage, form_box);
  gtk_widget_class_bind_template_child (widget_class, LevSupplierPage, factor_list);
  gtk_widget_class_bind_template_child (widget_class, LevSupplierPage, services);
  gtk_widget_class_bind_template_child (widget_class, LevSupplierPage, contracts);
  gtk_widget_class_bind_template_child (widget_class, LevSupplierPage, rounds_group);
  gtk_widget_class_bind_template_child (widget_class, LevSupplierPage, rounds);
  gtk_widget_class_install_action (widget_class, "supplier.add-service", NULL, add_service_action);
  gtk_widget_class_install_action (widget_class, "supplier.history", NULL, history_action);
  gtk_widget_class_install_action (widget_class, "supplier.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "supplier.go", "s", go_action);
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
