#include "lev-history-dialog.h"

#include "lev-application.h"
#include "lev-history-item.h"
#include "lev-job-dialog.h"
#include "lev-search.h"
#include "lev-title.h"

#include <glib/gi18n.h>

/* The log → `changes` (LevHistoryItem, in the order in which they are shown) → `filtered`, by what
 * is searched for → `sections`, by edit → the list. */
struct _LevHistoryDialog
{
  AdwDialog parent;

  AdwWindowTitle     *window_title;
  GtkSearchEntry     *search_entry;
  GtkStack           *stack;
  GtkListView        *list_view;
  GListStore         *changes;
  GtkFilterListModel *filtered;
  GtkCustomFilter    *filter;
  GtkCustomSorter    *section_sorter;
  LevRecord          *record;
  char               *needle;
};

G_DEFINE_FINAL_TYPE (LevHistoryDialog, lev_history_dialog, ADW_TYPE_DIALOG)

static gboolean
matches (gpointer item,
         gpointer user_data)
{
  return lev_history_item_matches (item, LEV_HISTORY_DIALOG (user_data)->needle);
}

static int
compare_edits (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  gint64 one = lev_history_item_get_entry ((gpointer) a)->edit;
  gint64 other = lev_history_item_get_entry ((gpointer) b)->edit;

  return one > other ? -1 : one < other;
}

static void
show_found (LevHistoryDialog *self)
{
  guint n_found = g_list_model_get_n_items (G_LIST_MODEL (self->filtered));

  gtk_stack_set_visible_child_name (self->stack, n_found > 0 ? "list" : "nothing");
}

static void
search_changed_cb (LevHistoryDialog *self)
{
  g_free (self->needle);
  self->needle = lev_search_dup_needle (GTK_EDITABLE (self->search_entry));
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  show_found (self);
}

/* What a new record is a part of says nothing: it stands in its name. */
static gboolean
is_worth_showing (LevRegister           *records,
                  const LevHistoryEntry *entry)
{
  LevRecord *record = lev_register_lookup (records, entry->record);
  LevRecordClass *klass = record != NULL ? LEV_RECORD_GET_CLASS (record) : NULL;
  int field = klass != NULL ? lev_record_class_find_field (klass, entry->field) : -1;

  return field < 0 || *entry->from != '\0' || (klass->fields[field].flags & LEV_FIELD_OWNER) == 0;
}

static void
refresh (LevHistoryDialog *self)
{
  LevStore *store = lev_application_get_store (lev_application_get_default ());
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = lev_history_list_whole (store, self->record->id, &error);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  if (entries == NULL)
    {
      lev_job_dialog_show_error (GTK_WIDGET (self), _("The history could not be read"), error,
                                 NULL);
      return;
    }

  /* The items take the entries over. */
  g_ptr_array_set_free_func (entries, NULL);
  for (guint i = 0; i < entries->len; i++)
    if (is_worth_showing (self->record->records, entries->pdata[i]))
      g_ptr_array_add (items,
                       lev_history_item_new (entries->pdata[i], self->record->id, items->len));
    else
      lev_history_entry_free (entries->pdata[i]);
  g_list_store_splice (self->changes, 0, g_list_model_get_n_items (G_LIST_MODEL (self->changes)),
                       items->pdata, items->len);
  show_found (self);
}

static void
application_changed_cb (LevHistoryDialog *self)
{
  LevRegister *records = lev_application_get_records (lev_application_get_default ());

  if (lev_register_lookup (records, self->record->id) != self->record)
    adw_dialog_force_close (ADW_DIALOG (self));
  else
    refresh (self);
}

static void
restore_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  LevHistoryDialog *self = LEV_HISTORY_DIALOG (widget);
  LevApplication *application = lev_application_get_default ();
  g_autoptr (LevHistoryItem) item = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  const LevHistoryEntry *entry;

  item = g_list_model_get_item (G_LIST_MODEL (self->changes), g_variant_get_uint32 (parameter));
  if (item == NULL)
    return;

  entry = lev_history_item_get_entry (item);
  label = g_strdup_printf (_("Put back: %s"), entry->field_label);
  lev_application_begin (application, label);
  if (!lev_history_restore (lev_application_get_store (application), entry, &error))
    lev_application_refuse (application, error);
  else if (lev_application_commit (application))
    lev_application_toast (application, label, _("_Undo"), "app.undo");
}

/* The heading of the first edit would be above what is in sight. */
static void
lev_history_dialog_map (GtkWidget *widget)
{
  LevHistoryDialog *self = LEV_HISTORY_DIALOG (widget);

  GTK_WIDGET_CLASS (lev_history_dialog_parent_class)->map (widget);

  if (g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) > 0)
    gtk_list_view_scroll_to (self->list_view, 0, GTK_LIST_SCROLL_NONE, NULL);
}

static void
lev_history_dialog_dispose (GObject *object)
{
  LevHistoryDialog *self = LEV_HISTORY_DIALOG (object);

  g_clear_object (&self->record);
  g_clear_pointer (&self->needle, g_free);

  G_OBJECT_CLASS (lev_history_dialog_parent_class)->dispose (object);
}

static void
lev_history_dialog_class_init (LevHistoryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lev_history_dialog_dispose;
  widget_class->map = lev_history_dialog_map;

  g_type_ensure (LEV_TYPE_HISTORY_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/history-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LevHistoryDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, LevHistoryDialog, search_entry);
  gtk_widget_class_bind_template_child (widget_class, LevHistoryDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, LevHistoryDialog, list_view);
  gtk_widget_class_bind_template_child (widget_class, LevHistoryDialog, changes);
  gtk_widget_class_bind_template_child (widget_class, LevHistoryDialog, filtered);
  gtk_widget_class_bind_template_child (widget_class, LevHistoryDialog, filter);
  gtk_widget_class_bind_template_child (widget_class, LevHistoryDialog, section_sorter);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, adw_dialog_close);
  gtk_widget_class_install_action (widget_class, "history.restore", "u", restore_action);
}

static void
lev_history_dialog_init (LevHistoryDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_custom_filter_set_filter_func (self->filter, matches, self, NULL);
  gtk_custom_sorter_set_sort_func (self->section_sorter, compare_edits, NULL, NULL);
  g_signal_connect_object (lev_application_get_default (), "changed",
                           G_CALLBACK (application_changed_cb), self, G_CONNECT_SWAPPED);
}

AdwDialog *
lev_history_dialog_new (LevRecord *record)
{
  LevHistoryDialog *self = g_object_new (LEV_TYPE_HISTORY_DIALOG, NULL);
  g_autofree char *title = lev_record_dup_full_title (record);

  self->record = g_object_ref (record);
  adw_window_title_set_subtitle (self->window_title, title);
  refresh (self);

  return ADW_DIALOG (self);
}
