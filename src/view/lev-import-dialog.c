#include "lev-import-dialog.h"

#include "lev-application.h"
#include "lev-dialog.h"
#include "lev-import-item.h"
#include "lev-job-dialog.h"
#include "lev-process.h"
#include "lev-store-job.h"
#include "lev-supplier-import.h"

#include <glib/gi18n.h>

#define N_SAMPLES (3)

/* The bytes of the list and `columns` → LevSupplierImport, in a thread, against a copy of the
 * register → `items` → `filtered`, by what is chosen to be seen → the list. When it is taken over
 * it is compared again, with the register itself. */
struct _LevImportDialog
{
  AdwDialog parent;

  GtkLabel           *summary_label;
  AdwViewStack       *view_stack;
  GtkListBox         *columns_list;
  GtkDropDown        *filter_drop_down;
  GListStore         *items;
  GtkFilterListModel *filtered;
  GtkCustomFilter    *filter;
  GBytes             *content;
  GArray             *columns; /* LevImportColumn; NULL while the headings decide */
  GArray             *choices; /* LevImportColumn: everything that there is to choose */
  LevSupplierImport  *import;
  LevRegister        *copy; /* in which the import looks */
  gboolean            is_showing;
};

G_DEFINE_FINAL_TYPE (LevImportDialog, lev_import_dialog, ADW_TYPE_DIALOG)

/* A list that is being compared. */
typedef struct
{
  LevImportDialog   *dialog;
  GBytes            *content;
  LevRegister       *records;
  GArray            *columns;
  LevSupplierImport *import;
} Comparison;

static LevHandbookContent *
get_handbook (LevRegister *records)
{
  return lev_handbook_get_content (lev_process_get_handbook (records));
}

static void
comparison_free (gpointer data)
{
  Comparison *self = data;

  g_clear_pointer (&self->import, lev_supplier_import_free);
  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_object (&self->records);
  g_bytes_unref (self->content);
  g_object_unref (self->dialog);
  g_free (self);
}

static gboolean
compare_list (LevJob       *job,
              gpointer      data,
              GCancellable *cancellable,
              GError      **error)
{
  Comparison *self = data;
  LevImportOptions options = { .columns = self->columns,
                               .progress = lev_job_tell,
                               .progress_data = job,
                               .cancellable = cancellable };

  self->import = lev_supplier_import_new_with (self->content, self->records,
                                               get_handbook (self->records), &options, error);

  return self->import != NULL;
}

/* Which row of the filter shows @kind; the first one shows everything. */
static gboolean
is_shown (gpointer item,
          gpointer user_data)
{
  static const guint rows[LEV_N_IMPORT_ITEMS] = {
    [LEV_IMPORT_ITEM_ERROR] = 4,   [LEV_IMPORT_ITEM_REMARK] = 4,    [LEV_IMPORT_ITEM_NEW] = 1,
    [LEV_IMPORT_ITEM_CHANGED] = 2, [LEV_IMPORT_ITEM_UNCHANGED] = 3, [LEV_IMPORT_ITEM_PERSON] = 1,
  };
  guint selected = gtk_drop_down_get_selected (LEV_IMPORT_DIALOG (user_data)->filter_drop_down);

  return selected == 0 || rows[lev_import_item_get_kind (item)] == selected;
}

static void
filter_changed_cb (LevImportDialog *self)
{
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
show_summary (LevImportDialog *self)
{
  guint n_errors = lev_supplier_import_get_messages (self->import)->n_errors;
  guint n_new = lev_supplier_import_count (self->import, LEV_IMPORT_NEW);
  guint n_changed = lev_supplier_import_count (self->import, LEV_IMPORT_CHANGED);
  guint n_unchanged = lev_supplier_import_count (self->import, LEV_IMPORT_UNCHANGED);
  g_autofree char *text = NULL;

  if (n_errors > 0)
    text = g_strdup_printf (ngettext ("The list has %u error. Choose other columns, or mend it in "
                                      "the file; nothing is changed now.",
                                      "The list has %u errors. Choose other columns, or mend them "
                                      "in the file; nothing is changed now.",
                                      n_errors),
                            n_errors);
  else
    text = g_strdup_printf (_("%u new, %u changed, %u unchanged"), n_new, n_changed, n_unchanged);

  gtk_label_set_label (self->summary_label, text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.apply",
                                 n_errors == 0 && n_new + n_changed > 0);
}

static guint
find_choice (LevImportDialog       *self,
             const LevImportColumn *column)
{
  for (guint i = 0; i < self->choices->len; i++)
    if (lev_import_column_equal (&g_array_index (self->choices, LevImportColumn, i), column))
      return i;

  return 0;
}

static void
column_chosen_cb (LevImportDialog *self,
                  GParamSpec      *pspec,
                  AdwComboRow     *row)
{
  guint position = (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));

  if (self->is_showing)
    return;

  g_array_index (self->columns, LevImportColumn,
                 position) = g_array_index (self->choices, LevImportColumn,
                                            adw_combo_row_get_selected (row));
  gtk_widget_activate_action (GTK_WIDGET (self), "import.compare", NULL);
}

static GtkStringList *
make_labels (LevImportDialog *self)
{
  GtkStringList *labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->choices->len; i++)
    gtk_string_list_take (labels, lev_import_column_dup_label (&g_array_index (self->choices,
                                                                               LevImportColumn, i),
                                                               get_handbook (self->copy)));

  return labels;
}

/* Once: what the columns are called does not change, only what they mean. */
static void
add_columns (LevImportDialog *self)
{
  g_autoptr (GtkStringList) labels = make_labels (self);

  for (guint i = 0; i < self->columns->len; i++)
    {
      const char *heading = lev_supplier_import_get_heading (self->import, i);
      g_autofree char *sample = lev_supplier_import_dup_sample (self->import, i, N_SAMPLES);
      g_autofree char *nameless = g_strdup_printf (_("Column %u"), i + 1);
      GtkWidget *row = adw_combo_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                     *heading != '\0' ? heading : nameless);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), sample);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
      adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
      g_signal_connect_swapped (row, "notify::selected", G_CALLBACK (column_chosen_cb), self);
      gtk_list_box_append (self->columns_list, row);
    }
}

static void
show_columns (LevImportDialog *self)
{
  GArray *columns = lev_supplier_import_get_columns (self->import);

  if (self->columns != NULL || columns == NULL)
    return;

  self->columns = g_array_copy (columns);
  self->is_showing = TRUE;
  add_columns (self);
  for (guint i = 0; i < self->columns->len; i++)
    adw_combo_row_set_selected (ADW_COMBO_ROW (
                                  gtk_list_box_get_row_at_index (self->columns_list, (int) i)),
                                find_choice (self,
                                             &g_array_index (self->columns, LevImportColumn, i)));
  self->is_showing = FALSE;
  adw_view_stack_set_visible_child_name (self->view_stack,
                                         lev_supplier_import_get_messages (self->import)->n_errors >
                                             0
                                           ? "columns"
                                           : "preview");
}

static void
drop_import (LevImportDialog *self)
{
  /* The items look into the import, and that into the copy. */
  if (self->items != NULL)
    g_list_store_remove_all (self->items);
  g_clear_pointer (&self->import, lev_supplier_import_free);
  g_clear_object (&self->copy);
}

static void
compared_cb (GtkWidget *parent,
             gpointer   data)
{
  Comparison *comparison = data;
  LevImportDialog *self = comparison->dialog;
  g_autoptr (GPtrArray) items = NULL;

  drop_import (self);
  self->import = g_steal_pointer (&comparison->import);
  self->copy = g_steal_pointer (&comparison->records);
  if (self->choices == NULL)
    self->choices = lev_import_columns_list_all (get_handbook (self->copy));

  items = lev_import_item_list (self->import);
  g_list_store_splice (self->items, 0, 0, items->pdata, items->len);
  show_columns (self);
  show_summary (self);
}

static void
compare (LevImportDialog *self)
{
  Comparison *comparison = g_new0 (Comparison, 1);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.apply", FALSE);
  gtk_label_set_label (self->summary_label, _("The list is not read yet"));
  comparison->dialog = g_object_ref (self);
  comparison->content = g_bytes_ref (self->content);
  comparison->records = lev_register_copy (
    lev_application_get_records (lev_application_get_default ()));
  comparison->columns = self->columns != NULL ? g_array_copy (self->columns) : NULL;
  lev_job_dialog_run (GTK_WIDGET (self),
                      &(LevJobWork) { .title = _("Reading the list"),
                                      .failure = _("The list could not be read"),
                                      .advice = _("Save it in the spreadsheet as ‘CSV UTF-8’, and "
                                                  "choose it again."),
                                      .func = compare_list,
                                      .done = compared_cb,
                                      .data = comparison,
                                      .destroy = comparison_free });
}

static void
compare_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  compare (LEV_IMPORT_DIALOG (widget));
}

/* A list that is being taken over. */
typedef struct
{
  LevImportDialog *dialog;
  GBytes          *content;
  GArray          *columns;
  guint            n_rows; /* that are new or changed */
} Import;

static void
import_free (gpointer data)
{
  Import *self = data;

  g_array_unref (self->columns);
  g_bytes_unref (self->content);
  g_object_unref (self->dialog);
  g_free (self);
}

/* Compares the list with the register itself, and applies it there as one edit. */
static gboolean
take_over (LevStore    **store,
           LevJob       *job,
           gpointer      data,
           GCancellable *cancellable,
           GError      **error)
{
  Import *self = data;
  LevRegister *records = lev_store_get_records (*store);
  LevImportOptions options = { .columns = self->columns, .cancellable = cancellable };
  g_autoptr (LevSupplierImport) import = NULL;

  lev_job_tell (0, _("Comparing the list with the register"), job);
  import = lev_supplier_import_new_with (self->content, records, get_handbook (records), &options,
                                         error);
  if (import == NULL)
    return FALSE;
  self->n_rows = lev_supplier_import_count (import, LEV_IMPORT_NEW) +
                 lev_supplier_import_count (import, LEV_IMPORT_CHANGED);

  lev_job_tell (0.3, _("Adding and changing the suppliers"), job);
  lev_store_begin (*store, _("Import suppliers"));
  if (!lev_supplier_import_apply (import, error) ||
      g_cancellable_set_error_if_cancelled (cancellable, error))
    {
      lev_store_abandon (*store);
      return FALSE;
    }

  lev_job_tell (0.6, _("Saving the suppliers"), job);

  return lev_store_commit (*store, error);
}

static void
taken_over_cb (LevApplication *application,
               gpointer        data)
{
  Import *self = data;
  g_autofree char *message = g_strdup_printf (ngettext ("%u supplier is imported",
                                                        "%u suppliers are imported", self->n_rows),
                                              self->n_rows);

  adw_dialog_force_close (ADW_DIALOG (self->dialog));
  lev_application_toast (application, message, _("_Undo"), "app.undo");
}

static void
apply_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  LevImportDialog *self = LEV_IMPORT_DIALOG (widget);
  Import *import = g_new0 (Import, 1);

  import->dialog = g_object_ref (self);
  import->content = g_bytes_ref (self->content);
  import->columns = g_array_copy (self->columns);
  lev_store_job_run (lev_application_get_default (),
                     &(LevStoreJob) { .title = _("Importing the suppliers"),
                                      .failure = _("The suppliers are not imported"),
                                      .takes_store = TRUE,
                                      .func = take_over,
                                      .done = taken_over_cb,
                                      .data = import,
                                      .destroy = import_free });
}

static void
lev_import_dialog_dispose (GObject *object)
{
  LevImportDialog *self = LEV_IMPORT_DIALOG (object);

  drop_import (self);
  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_pointer (&self->choices, g_array_unref);
  g_clear_pointer (&self->content, g_bytes_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), LEV_TYPE_IMPORT_DIALOG);

  G_OBJECT_CLASS (lev_import_dialog_parent_class)->dispose (object);
}

static void
lev_import_dialog_class_init (LevImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lev_import_dialog_dispose;

  g_type_ensure (LEV_TYPE_IMPORT_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LevImportDialog, summary_label);
  gtk_widget_class_bind_template_child (widget_class, LevImportDialog, view_stack);
  gtk_widget_class_bind_template_child (widget_class, LevImportDialog, columns_list);
  gtk_widget_class_bind_template_child (widget_class, LevImportDialog, filter_drop_down);
  gtk_widget_class_bind_template_child (widget_class, LevImportDialog, items);
  gtk_widget_class_bind_template_child (widget_class, LevImportDialog, filtered);
  gtk_widget_class_bind_template_child (widget_class, LevImportDialog, filter);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_install_action (widget_class, "import.compare", NULL, compare_action);
  gtk_widget_class_install_action (widget_class, "import.apply", NULL, apply_action);
}

static void
lev_import_dialog_init (LevImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_custom_filter_set_filter_func (self->filter, is_shown, self, NULL);
}

void
lev_import_dialog_show (GtkWidget *parent,
                        GBytes    *content)
{
  LevImportDialog *self = g_object_new (LEV_TYPE_IMPORT_DIALOG, NULL);

  self->content = g_bytes_ref (content);
  lev_dialog_present (ADW_DIALOG (self), parent);
  compare (self);
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GtkWidget) parent = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autoptr (GBytes) content = NULL;

  if (g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    return;

  if (file != NULL)
    content = g_file_load_bytes (file, NULL, NULL, &error);
  if (content == NULL)
    lev_job_dialog_show_error (parent, _("The list could not be read"), error, NULL);
  else
    lev_import_dialog_show (parent, content);
}

void
lev_import_dialog_ask (GtkWidget *parent)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_filter_set_name (filter, _("Lists of suppliers (CSV)"));
  gtk_file_filter_add_suffix (filter, "csv");
  gtk_file_filter_add_suffix (filter, "txt");
  gtk_file_filter_add_suffix (filter, "tsv");
  g_list_store_append (filters, filter);

  gtk_file_dialog_set_title (dialog, _("Import suppliers"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (parent)), NULL, file_chosen_cb,
                        g_object_ref (parent));
}
