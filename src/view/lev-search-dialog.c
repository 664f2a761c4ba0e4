#include "lev-search-dialog.h"

#include "lev-application.h"
#include "lev-fold.h"
#include "lev-go.h"
#include "lev-search-item.h"

#include <glib/gi18n.h>

/* How many of each kind are shown. */
#define LIMIT (20)

/* LevSearchIndex → `found` (LevSearchItem) → `sections`, by kind → `selection` → the list. The
 * entry keeps the focus: its arrow keys move the selection. */
struct _LevSearchDialog
{
  AdwDialog parent;

  GtkStack           *stack;
  GtkSearchEntry     *entry;
  AdwStatusPage      *nothing_page;
  GListStore         *found;
  GtkCustomSorter    *section_sorter;
  GtkSingleSelection *selection;
  GtkListView        *list_view;
  GtkLabel           *count_label;
  LevSearchIndex     *index;
};

G_DEFINE_FINAL_TYPE (LevSearchDialog, lev_search_dialog, ADW_TYPE_DIALOG)

static int
compare_kinds (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  return (int) lev_search_item_get_kind ((gpointer) a) -
         (int) lev_search_item_get_kind ((gpointer) b);
}

static guint
fill (LevSearchDialog *self,
      const char      *text)
{
  g_autoptr (LevSearchResult) result = lev_search_index_find (self->index, text, LIMIT);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) words = lev_fold_split (text);
  guint n_found = 0;

  for (guint kind = 0; kind < LEV_N_SEARCH_KINDS; kind++)
    {
      n_found += result->n_found[kind];
      for (guint i = 0; i < result->records[kind]->len; i++)
        g_ptr_array_add (items, lev_search_item_new (kind, result->records[kind]->pdata[i],
                                                     (const char *const *) words));
    }
  g_list_store_splice (self->found, 0, g_list_model_get_n_items (G_LIST_MODEL (self->found)),
                       items->pdata, items->len);

  return n_found;
}

static void
show_count (LevSearchDialog *self,
            guint            n_found)
{
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->found));
  g_autofree char *text = NULL;

  if (n_found > n_shown)
    text = g_strdup_printf (_("The best %u of %u"), n_shown, n_found);
  else
    text = g_strdup_printf (ngettext ("%u found", "%u found", n_found), n_found);
  gtk_label_set_label (self->count_label, text);
}

static void
update (LevSearchDialog *self)
{
  LevRegister *records = lev_application_get_records (lev_application_get_default ());
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *nothing = g_strdup_printf (_("Nothing holds ‘%s’"), text);
  guint n_found;

  if (self->index == NULL)
    self->index = lev_search_index_new (records);

  n_found = fill (self, text);
  show_count (self, n_found);
  adw_status_page_set_title (self->nothing_page, nothing);
  gtk_stack_set_visible_child_name (self->stack, n_found > 0                ? "found"
                                                 : lev_text_is_blank (text) ? "start"
                                                                            : "nothing");
  if (n_found > 0)
    {
      gtk_single_selection_set_selected (self->selection, 0);
      gtk_list_view_scroll_to (self->list_view, 0, GTK_LIST_SCROLL_NONE, NULL);
    }
}

static void
open_position (LevSearchDialog *self,
               guint            position)
{
  GListModel *model = G_LIST_MODEL (self->selection);
  g_autoptr (LevSearchItem) item = g_list_model_get_item (model, position);
  g_autoptr (GtkWidget) window = NULL;

  if (item == NULL)
    return;

  window = g_object_ref (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))));
  adw_dialog_force_close (ADW_DIALOG (self));
  lev_go_to_record (window, lev_search_item_get_record (item));
}

static void
entry_activated_cb (LevSearchDialog *self)
{
  open_position (self, gtk_single_selection_get_selected (self->selection));
}

static void
row_activated_cb (LevSearchDialog *self,
                  guint            position)
{
  open_position (self, position);
}

static gboolean
key_pressed_cb (LevSearchDialog *self,
                guint            keyval)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint selected = gtk_single_selection_get_selected (self->selection);

  if (n_items == 0 || (keyval != GDK_KEY_Down && keyval != GDK_KEY_Up))
    return GDK_EVENT_PROPAGATE;

  if (keyval == GDK_KEY_Down && selected + 1 < n_items)
    selected++;
  else if (keyval == GDK_KEY_Up && selected > 0)
    selected--;
  gtk_list_view_scroll_to (self->list_view, selected, GTK_LIST_SCROLL_SELECT, NULL);

  return GDK_EVENT_STOP;
}

/* What is shown may be gone or called otherwise. */
static void
application_changed_cb (LevSearchDialog *self)
{
  g_clear_pointer (&self->index, lev_search_index_free);
  update (self);
}

static void
lev_search_dialog_dispose (GObject *object)
{
  g_clear_pointer (&LEV_SEARCH_DIALOG (object)->index, lev_search_index_free);

  G_OBJECT_CLASS (lev_search_dialog_parent_class)->dispose (object);
}

static void
lev_search_dialog_class_init (LevSearchDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lev_search_dialog_dispose;

  g_type_ensure (LEV_TYPE_SEARCH_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/search-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LevSearchDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, LevSearchDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, LevSearchDialog, nothing_page);
  gtk_widget_class_bind_template_child (widget_class, LevSearchDialog, found);
  gtk_widget_class_bind_template_child (widget_class, LevSearchDialog, section_sorter);
  gtk_widget_class_bind_template_child (widget_class, LevSearchDialog, selection);
  gtk_widget_class_bind_template_child (widget_class, LevSearchDialog, list_view);
  gtk_widget_class_bind_template_child (widget_class, LevSearchDialog, count_label);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, adw_dialog_close);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
lev_search_dialog_init (LevSearchDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_custom_sorter_set_sort_func (self->section_sorter, compare_kinds, NULL, NULL);
  g_signal_connect_object (lev_application_get_default (), "changed",
                           G_CALLBACK (application_changed_cb), self, G_CONNECT_SWAPPED);
}

AdwDialog *
lev_search_dialog_new (void)
{
  return g_object_new (LEV_TYPE_SEARCH_DIALOG, NULL);
}

void
lev_search_dialog_find (LevSearchDialog *self,
                        const char      *text)
{
  g_return_if_fail (LEV_IS_SEARCH_DIALOG (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  update (self);
}
