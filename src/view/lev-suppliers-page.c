#include "lev-suppliers-page.h"

#include "lev-fold.h"
#include "lev-import-dialog.h"
#include "lev-process.h"
#include "lev-record-list.h"
#include "lev-state.h"
#include "lev-supplier-list.h"

#include <glib/gi18n.h>

#define SOON_MONTHS (6)

/* Above this many suppliers a change of what is shown is spread over frames. */
#define MANY (20000)

/* What can be asked of a supplier; more of them hold together. */
typedef enum
{
  FILTER_MINE,
  FILTER_IN_ROUND,
  FILTER_ENDING,
  FILTER_UNKNOWN,
  N_FILTERS,
} Filter;

/* The suppliers of the register → `sorted`, by the heading that was clicked → `filtered`, by the
 * words that are searched for and the filters that are on → the list. They are sorted first, so that
 * a search does not sort. All of them ask LevSupplierFacts, which are kept with each supplier. The
 * benchmark `search` prints what it costs to find out the facts of all, and to go through those that
 * are kept. */
struct _LevSuppliersPage
{
  LevContentPage parent;

  GtkStack           *stack;
  GtkStack           *result_stack;
  GtkSearchEntry     *search_entry;
  GtkBox             *filters;
  GtkWidget          *buttons[N_FILTERS];
  gboolean            is_on[N_FILTERS]; /* the buttons: asked for each supplier */
  GtkColumnView      *column_view;      /* the headings; it has no rows */
  LevSupplierList    *list;
  GtkFilterListModel *filtered;
  GtkSortListModel   *sorted;
  GtkCustomFilter    *filter;
  LevSupplierColumns *columns;
  LevRecordList      *suppliers;
  GStrv               words; /* what is searched for */
  LevPerson          *user;  /* borrowed, while it filters */
  LevReview          *review;
  GHashTable         *chosen; /* the suppliers of the running round */
  LevDate             today;
};

G_DEFINE_FINAL_TYPE (LevSuppliersPage, lev_suppliers_page, LEV_TYPE_CONTENT_PAGE)

static gboolean
passes (LevSuppliersPage *self,
        LevSupplier      *supplier,
        Filter            filter)
{
  const LevSupplierFacts *facts;

  switch (filter)
    {
    case FILTER_MINE:
      return supplier->manager != NULL && supplier->manager == self->user;
    case FILTER_IN_ROUND:
      return g_hash_table_contains (self->chosen, supplier);
    case FILTER_ENDING:
      facts = lev_supplier_columns_get_facts (self->columns, supplier);
      return facts->contract_end != 0 &&
             facts->contract_end <= lev_date_add_months (self->today, SOON_MONTHS);
    case FILTER_UNKNOWN:
    case N_FILTERS:
    default:
      facts = lev_supplier_columns_get_facts (self->columns, supplier);
      return facts->criticality.lowest != facts->criticality.highest;
    }
}

static gboolean
matches (gpointer item,
         gpointer user_data)
{
  LevSuppliersPage *self = user_data;
  const LevSupplierFacts *facts;

  for (Filter filter = 0; filter < N_FILTERS; filter++)
    if (self->is_on[filter] && !passes (self, item, filter))
      return FALSE;

  if (self->words == NULL || self->words[0] == NULL)
    return TRUE;

  facts = lev_supplier_columns_get_facts (self->columns, item);
  for (guint i = 0; self->words[i] != NULL; i++)
    if (strstr (facts->folded, self->words[i]) == NULL)
      return FALSE;

  return TRUE;
}

static void
show_count (LevSuppliersPage *self)
{
  guint n_suppliers = lev_record_list_get_n (self->suppliers);
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->filtered));
  g_autofree char *all = g_strdup_printf (ngettext ("%u supplier", "%u suppliers", n_suppliers),
                                          n_suppliers);
  g_autofree char *some = g_strdup_printf (ngettext ("%u of %u supplier", "%u of %u suppliers",
                                                     n_suppliers),
                                           n_shown, n_suppliers);

  lev_content_page_set_subtitle (LEV_CONTENT_PAGE (self), n_shown < n_suppliers ? some : all);
  gtk_stack_set_visible_child_name (self->stack, n_suppliers > 0 ? "list" : "empty");
  /* Many suppliers are filtered over some frames. */
  gtk_stack_set_visible_child_name (self->result_stack,
                                    n_shown > 0 ||
                                        gtk_filter_list_model_get_pending (self->filtered) > 0
                                      ? "found"
                                      : "nothing");
}

static void
filter (LevSuppliersPage *self,
        GtkFilterChange   change)
{
  gtk_filter_changed (GTK_FILTER (self->filter), change);
  lev_supplier_list_scroll_to_top (self->list);
  show_count (self);
}

static void
filter_toggled_cb (LevSuppliersPage *self)
{
  for (Filter i = 0; i < N_FILTERS; i++)
    self->is_on[i] = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->buttons[i]));
  filter (self, GTK_FILTER_CHANGE_DIFFERENT);
}

/* Whether everything that holds @words also holds @fewer, in the same places. */
static gboolean
is_stricter (GStrv fewer,
             GStrv words)
{
  for (guint i = 0; fewer != NULL && fewer[i] != NULL; i++)
    if (words[i] == NULL || strstr (words[i], fewer[i]) == NULL)
      return FALSE;

  return TRUE;
}

static void
search_changed_cb (LevSuppliersPage *self)
{
  g_auto (GStrv) words = lev_fold_split (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  g_auto (GStrv) old = g_steal_pointer (&self->words);
  gboolean stricter = is_stricter (old, words);

  self->words = g_steal_pointer (&words);
  filter (self, stricter ? GTK_FILTER_CHANGE_MORE_STRICT : GTK_FILTER_CHANGE_DIFFERENT);
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
                               _("New supplier"), "manager", lev_application_get_user (application),
                               NULL);
  if (lev_application_commit (application))
    gtk_widget_activate_action (widget, "win.supplier", "s", supplier->id);
}

static void
show_all_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  LevSuppliersPage *self = LEV_SUPPLIERS_PAGE (widget);

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  for (Filter i = 0; i < N_FILTERS; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[i]), FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
became_full_cb (LevSuppliersPage *self)
{
  lev_supplier_columns_set_width (self->columns, LEV_SUPPLIER_COLUMNS_FULL);
}

static void
became_wide_cb (LevSuppliersPage *self)
{
  lev_supplier_columns_set_width (self->columns, LEV_SUPPLIER_COLUMNS_WIDE);
}

static void
became_medium_cb (LevSuppliersPage *self)
{
  lev_supplier_columns_set_width (self->columns, LEV_SUPPLIER_COLUMNS_MEDIUM);
}

static void
became_narrow_cb (LevSuppliersPage *self)
{
  lev_supplier_columns_set_width (self->columns, LEV_SUPPLIER_COLUMNS_NARROW);
}

static void
find_chosen (LevSuppliersPage *self)
{
  g_hash_table_remove_all (self->chosen);
  if (self->review != NULL)
    {
      g_autoptr (GPtrArray) dossiers = lev_review_list_chosen (self->review);

      for (guint i = 0; i < dossiers->len; i++)
        g_hash_table_add (self->chosen, LEV_DOSSIER (dossiers->pdata[i])->supplier);
    }
}

static guint
count (LevSuppliersPage *self,
       Filter            filter)
{
  guint n = 0;

  for (guint i = 0; i < lev_record_list_get_n (self->suppliers); i++)
    n += passes (self, lev_record_list_peek (self->suppliers, i), filter) ? 1 : 0;

  return n;
}

/* The name of each filter with how many pass it. */
static void
label_filters (LevSuppliersPage *self)
{
  for (Filter i = 0; i < N_FILTERS; i++)
    {
      const char *const names[] = {
        [FILTER_MINE] = _("Mine"),
        [FILTER_IN_ROUND] = self->review != NULL ? self->review->title : "",
        [FILTER_ENDING] = _("Contract ends within 6 months"),
        [FILTER_UNKNOWN] = _("Criticality unknown"),
      };
      g_autofree char *label = g_strdup_printf ("%s %u", names[i], count (self, i));
      gboolean is_asked = (i != FILTER_MINE || self->user != NULL) &&
                          (i != FILTER_IN_ROUND || self->review != NULL);

      gtk_button_set_label (GTK_BUTTON (self->buttons[i]), label);
      gtk_widget_set_visible (self->buttons[i], is_asked);
      if (!is_asked)
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[i]), FALSE);
    }
}

static void
lev_suppliers_page_refresh (LevContentPage *page)
{
  LevSuppliersPage *self = LEV_SUPPLIERS_PAGE (page);
  LevRegister *records = lev_content_page_get_records (page);

  self->suppliers = lev_register_list (records, LEV_TYPE_SUPPLIER);
  self->today = lev_clock_today ();
  self->user = lev_application_get_user (lev_application_get_default ());
  self->review = lev_process_get_running (records);
  find_chosen (self);
  lev_supplier_columns_update (self->columns, records);
  label_filters (self);

  gtk_filter_list_model_set_incremental (self->filtered,
                                         lev_record_list_get_n (self->suppliers) > MANY);
  if (gtk_sort_list_model_get_model (self->sorted) != G_LIST_MODEL (self->suppliers))
    gtk_sort_list_model_set_model (self->sorted, G_LIST_MODEL (self->suppliers));
  else
    {
      gtk_sorter_changed (gtk_column_view_get_sorter (self->column_view),
                          GTK_SORTER_CHANGE_DIFFERENT);
      gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
    }
  show_count (self);
}

static void
add_filters (LevSuppliersPage *self)
{
  for (Filter i = 0; i < N_FILTERS; i++)
    {
      self->buttons[i] = gtk_toggle_button_new ();
      gtk_widget_add_css_class (self->buttons[i], "small-button");
      gtk_widget_add_css_class (self->buttons[i], "pill-filter");
      g_signal_connect_swapped (self->buttons[i], "toggled", G_CALLBACK (filter_toggled_cb), self);
      gtk_box_append (self->filters, self->buttons[i]);
    }
}

static void
lev_suppliers_page_dispose (GObject *object)
{
  LevSuppliersPage *self = LEV_SUPPLIERS_PAGE (object);

  if (self->sorted != NULL)
    gtk_sort_list_model_set_model (self->sorted, NULL);
  g_clear_pointer (&self->words, g_strfreev);
  g_clear_pointer (&self->chosen, g_hash_table_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), LEV_TYPE_SUPPLIERS_PAGE);

  G_OBJECT_CLASS (lev_suppliers_page_parent_class)->dispose (object);
}

static void
lev_suppliers_page_finalize (GObject *object)
{
  g_clear_object (&LEV_SUPPLIERS_PAGE (object)->columns);

  G_OBJECT_CLASS (lev_suppliers_page_parent_class)->finalize (object);
}

static void
lev_suppliers_page_class_init (LevSuppliersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (LEV_TYPE_SUPPLIER_LIST);

  G_OBJECT_CLASS (klass)->dispose = lev_suppliers_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = lev_suppliers_page_finalize;
  LEV_CONTENT_PAGE_CLASS (klass)->refresh = lev_suppliers_page_refresh;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/suppliers-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LevSuppliersPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LevSuppliersPage, result_stack);
  gtk_widget_class_bind_template_child (widget_class, LevSuppliersPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, LevSuppliersPage, filters);
  gtk_widget_class_bind_template_child (widget_class, LevSuppliersPage, column_view);
  gtk_widget_class_bind_template_child (widget_class, LevSuppliersPage, list);
  gtk_widget_class_bind_template_child (widget_class, LevSuppliersPage, filtered);
  gtk_widget_class_bind_template_child (widget_class, LevSuppliersPage, sorted);
  gtk_widget_class_bind_template_child (widget_class, LevSuppliersPage, filter);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, became_full_cb);
  gtk_widget_class_bind_template_callback (widget_class, became_wide_cb);
  gtk_widget_class_bind_template_callback (widget_class, became_medium_cb);
  gtk_widget_class_bind_template_callback (widget_class, became_narrow_cb);
  gtk_widget_class_install_action (widget_class, "suppliers.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "suppliers.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "suppliers.show-all", NULL, show_all_action);
}

static void
lev_suppliers_page_init (LevSuppliersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->filtered, "notify::pending", G_CALLBACK (show_count), self,
                           G_CONNECT_SWAPPED);

  self->chosen = g_hash_table_new (NULL, NULL);
  add_filters (self);
  self->columns = lev_supplier_columns_new (self->column_view);
  lev_supplier_list_set_columns (self->list, self->columns);
  gtk_custom_filter_set_filter_func (self->filter, matches, self, NULL);
}
