#include "lev-supplier-columns.h"

#include "lev-process.h"
#include "lev-record-list.h"
#include "lev-register.h"
#include "lev-selection-text.h"

#include <glib/gi18n.h>

struct _LevSupplierColumns
{
  GObject parent;

  GtkColumnView          *view;        /* borrowed: it lives as long */
  GPtrArray              *columns;     /* GtkColumnViewColumn, in the order of the table below */
  GHashTable             *last_rounds; /* LevSupplier to LevReview */
  LevHandbookContent     *content;
  LevDate                 today;
  LevSupplierColumnsWidth width;
  gboolean                has_services;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LevSupplierColumns, lev_supplier_columns, G_TYPE_OBJECT)

typedef struct
{
  const char *title;
  gboolean    is_number; /* sorts by dup_text or get_number */
  guint       width;     /* least width in pixels; 0 takes what is left */
  guint       shown_in;  /* bits of LevSupplierColumnsWidth */
  char *(*dup_text) (LevSupplierColumns *self, LevSupplier *supplier);
  int (*get_number) (LevSupplierColumns *self, LevSupplier *supplier);
} Column;

#define FULL   (1 << LEV_SUPPLIER_COLUMNS_FULL)
#define WIDE   (FULL | 1 << LEV_SUPPLIER_COLUMNS_WIDE)
#define MEDIUM (1 << LEV_SUPPLIER_COLUMNS_MEDIUM)
#define NARROW (1 << LEV_SUPPLIER_COLUMNS_NARROW)

static const LevSupplierFacts *
get_facts (LevSupplierColumns *self,
           LevSupplier        *supplier)
{
  return lev_supplier_get_facts (supplier, self->content, self->today);
}

static char *
dup_name (LevSupplierColumns *self,
          LevSupplier        *supplier)
{
  return lev_record_dup_title (LEV_RECORD (supplier));
}

static char *
dup_number (LevSupplierColumns *self,
            LevSupplier        *supplier)
{
  return g_strdup (supplier->number);
}

static char *
dup_manager (LevSupplierColumns *self,
             LevSupplier        *supplier)
{
  return supplier->manager != NULL ? lev_person_dup_short_name (supplier->manager) : NULL;
}

static char *
dup_country (LevSupplierColumns *self,
             LevSupplier        *supplier)
{
  return g_strdup (supplier->country);
}

static char *
dup_kraljic (LevSupplierColumns *self,
             LevSupplier        *supplier)
{
  return g_strdup (lev_choice_get_label (lev_kraljic_choices, supplier->kraljic));
}

static char *
dup_criticality (LevSupplierColumns *self,
                 LevSupplier        *supplier)
{
  return lev_selection_describe_band (get_facts (self, supplier)->criticality);
}

/* By the top of the band, as the selection ranks; then by its bottom. */
static int
get_criticality (LevSupplierColumns *self,
                 LevSupplier        *supplier)
{
  LevCriticality band = get_facts (self, supplier)->criticality;

  return band.highest * 128 + band.lowest;
}

static char *
dup_last_round (LevSupplierColumns *self,
                LevSupplier        *supplier)
{
  LevReview *review = g_hash_table_lookup (self->last_rounds, supplier);

  if (review == NULL || review->title == NULL)
    return NULL;

  /* The heading says that it is a round. */
  return g_strdup (g_str_has_prefix (review->title, "Review ") ? review->title + strlen ("Review ")
                                                               : review->title);
}

static int
get_last_round (LevSupplierColumns *self,
                LevSupplier        *supplier)
{
  LevReview *review = g_hash_table_lookup (self->last_rounds, supplier);

  return review != NULL ? (int) LEV_RECORD (review)->serial : 0;
}

static char *
dup_contract_end (LevSupplierColumns *self,
                  LevSupplier        *supplier)
{
  return lev_date_format (get_facts (self, supplier)->contract_end);
}

static int
get_contract_end (LevSupplierColumns *self,
                  LevSupplier        *supplier)
{
  LevDate end = get_facts (self, supplier)->contract_end;

  /* Without a contract it comes last. */
  return end != 0 ? (int) end : G_MAXINT;
}

static const Column columns[LEV_N_SUPPLIER_COLUMNS] = {
  { N_("Supplier and service"), FALSE, 0, WIDE | MEDIUM | NARROW, dup_name, NULL },
  { N_("Number"), FALSE, 68, WIDE, dup_number, NULL },
  { N_("CM"), FALSE, 124, WIDE | MEDIUM, dup_manager, NULL },
  { N_("Country"), FALSE, 92, FULL, dup_country, NULL },
  { N_("Kraljic"), FALSE, 98, WIDE, dup_kraljic, NULL },
  { N_("Criticality"), TRUE, 146, WIDE | MEDIUM | NARROW, dup_criticality, get_criticality },
  { N_("Last round"), TRUE, 92, WIDE, dup_last_round, get_last_round },
  { N_("Contract until"), TRUE, 106, WIDE | MEDIUM, dup_contract_end, get_contract_end },
};

typedef struct
{
  LevSupplierColumns *self; /* lives as long as the view */
  guint               position;
} Key;

static char *
dup_text_key (LevSupplier *supplier,
              Key         *key)
{
  return columns[key->position].dup_text (key->self, supplier);
}

static int
get_number_key (LevSupplier *supplier,
                Key         *key)
{
  return columns[key->position].get_number (key->self, supplier);
}

static GtkSorter *
sorter_new (LevSupplierColumns *self,
            guint               position)
{
  gboolean is_number = columns[position].is_number;
  Key *key = g_new (Key, 1);
  GtkExpression *expression;

  *key = (Key) { self, position };
  expression = gtk_cclosure_expression_new (is_number ? G_TYPE_INT : G_TYPE_STRING, NULL, 0, NULL,
                                            is_number ? G_CALLBACK (get_number_key)
                                                      : G_CALLBACK (dup_text_key),
                                            key, (GClosureNotify) (GCallback) g_free);

  return is_number ? GTK_SORTER (gtk_numeric_sorter_new (expression))
                   : GTK_SORTER (gtk_string_sorter_new (expression));
}

static void
notify_changed (LevSupplierColumns *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_column (LevSupplierColumns *self,
            GtkColumnView      *view,
            guint               position)
{
  GtkColumnViewColumn *column = gtk_column_view_column_new (_(columns[position].title), NULL);
  g_autoptr (GtkSorter) sorter = sorter_new (self, position);

  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, position == 0);
  if (columns[position].width > 0)
    gtk_column_view_column_set_fixed_width (column, (int) columns[position].width);
  gtk_column_view_append_column (view, column);
  g_signal_connect_object (column, "notify::fixed-width", G_CALLBACK (notify_changed), self,
                           G_CONNECT_SWAPPED);
  g_ptr_array_add (self->columns, column);
}

static void
lev_supplier_columns_finalize (GObject *object)
{
  LevSupplierColumns *self = LEV_SUPPLIER_COLUMNS (object);

  g_ptr_array_unref (self->columns);
  g_hash_table_unref (self->last_rounds);

  G_OBJECT_CLASS (lev_supplier_columns_parent_class)->finalize (object);
}

static void
lev_supplier_columns_class_init (LevSupplierColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lev_supplier_columns_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
lev_supplier_columns_init (LevSupplierColumns *self)
{
  self->columns = g_ptr_array_new_with_free_func (g_object_unref);
  self->last_rounds = g_hash_table_new (NULL, NULL);
  self->content = lev_handbook_get_content (NULL);
}

LevSupplierColumns *
lev_supplier_columns_new (GtkColumnView *view)
{
  LevSupplierColumns *self = g_object_new (LEV_TYPE_SUPPLIER_COLUMNS, NULL);

  self->view = view;
  /* Below the headings stands its own list, which stays empty. */
  gtk_widget_set_visible (gtk_widget_get_last_child (GTK_WIDGET (view)), FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    add_column (self, view, i);
  g_signal_connect_object (gtk_column_view_get_columns (view), "items-changed",
                           G_CALLBACK (notify_changed), self, G_CONNECT_SWAPPED);
  gtk_column_view_sort_by_column (view, g_ptr_array_index (self->columns, 0), GTK_SORT_ASCENDING);

  return self;
}

static void
find_last_rounds (LevSupplierColumns *self,
                  LevRegister        *records)
{
  LevRecordList *dossiers = lev_register_list (records, LEV_TYPE_DOSSIER);

  g_hash_table_remove_all (self->last_rounds);
  for (guint i = 0; i < lev_record_list_get_n (dossiers); i++)
    {
      LevDossier *dossier = lev_record_list_peek (dossiers, i);
      LevReview *last = g_hash_table_lookup (self->last_rounds, dossier->supplier);

      if (dossier->chosen && dossier->review != NULL &&
          (last == NULL || LEV_RECORD (last)->serial < LEV_RECORD (dossier->review)->serial))
        g_hash_table_insert (self->last_rounds, dossier->supplier, dossier->review);
    }
}

void
lev_supplier_columns_update (LevSupplierColumns *self,
                             LevRegister        *records)
{
  g_return_if_fail (LEV_IS_SUPPLIER_COLUMNS (self));

  self->content = lev_handbook_get_content (lev_process_get_handbook (records));
  self->today = lev_clock_today ();
  self->has_services = lev_record_list_get_n (lev_register_list (records, LEV_TYPE_SERVICE)) > 0;
  find_last_rounds (self, records);
  notify_changed (self);
}

void
lev_supplier_columns_set_width (LevSupplierColumns     *self,
                                LevSupplierColumnsWidth width)
{
  g_return_if_fail (LEV_IS_SUPPLIER_COLUMNS (self));

  self->width = width;
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    gtk_column_view_column_set_visible (g_ptr_array_index (self->columns, i),
                                        (columns[i].shown_in & (1u << width)) != 0);
  notify_changed (self);
}

const LevSupplierFacts *
lev_supplier_columns_get_facts (LevSupplierColumns *self,
                                LevSupplier        *supplier)
{
  g_return_val_if_fail (LEV_IS_SUPPLIER_COLUMNS (self), NULL);

  return get_facts (self, supplier);
}

char *
lev_supplier_columns_dup_text (LevSupplierColumns *self,
                               guint               position,
                               LevSupplier        *supplier)
{
  g_return_val_if_fail (LEV_IS_SUPPLIER_COLUMNS (self), NULL);
  g_return_val_if_fail (position < G_N_ELEMENTS (columns), NULL);

  return columns[position].dup_text (self, supplier);
}

char *
lev_supplier_columns_dup_subtitle (LevSupplierColumns *self,
                                   LevSupplier        *supplier)
{
  const char *services = get_facts (self, supplier)->services;
  const char *manager = supplier->manager != NULL ? supplier->manager->name : NULL;

  g_return_val_if_fail (LEV_IS_SUPPLIER_COLUMNS (self), NULL);

  /* What would stand beside the name. */
  if (self->width == LEV_SUPPLIER_COLUMNS_NARROW && manager != NULL)
    return *services != '\0' ? g_strdup_printf ("%s · %s", services, manager) : g_strdup (manager);

  return g_strdup (services);
}

gboolean
lev_supplier_columns_has_subtitle (LevSupplierColumns *self)
{
  g_return_val_if_fail (LEV_IS_SUPPLIER_COLUMNS (self), FALSE);

  return self->has_services || self->width == LEV_SUPPLIER_COLUMNS_NARROW;
}

int
lev_supplier_columns_get_spans (LevSupplierColumns *self,
                                LevSupplierSpan    *spans)
{
  /* The view has no other way to say where its columns stand: its first child is the row of
   * headings, which has one child for each column, in their order. */
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->view));
  GListModel *model = gtk_column_view_get_columns (self->view);
  GtkWidget *heading = gtk_widget_get_first_child (header);

  memset (spans, 0, sizeof *spans * G_N_ELEMENTS (columns));
  for (guint i = 0; heading != NULL; i++, heading = gtk_widget_get_next_sibling (heading))
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (model, i);
      graphene_rect_t bounds;
      guint position;

      if (column == NULL || !gtk_column_view_column_get_visible (column) ||
          !g_ptr_array_find (self->columns, column, &position) ||
          !gtk_widget_compute_bounds (heading, header, &bounds))
        continue;
      spans[position].x = (int) bounds.origin.x;
      spans[position].width = (int) bounds.size.width;
    }

  return gtk_widget_get_width (header);
}
