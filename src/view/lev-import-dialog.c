#include "lev-import-dialog.h"

#include "lev-application.h"
#include "lev-process.h"

#include <glib/gi18n.h>

/* How many rows a group shows; of the others it says how many there are. */
#define MAX_ROWS (100)

struct _LevImportDialog
{
  AdwDialog parent;

  GtkLabel          *summary_label;
  GtkBox            *groups;
  GtkWidget         *import_button;
  LevSupplierImport *import;
};

G_DEFINE_FINAL_TYPE (LevImportDialog, lev_import_dialog, ADW_TYPE_DIALOG)

/* A group of rows that counts what it is given, and shows only so many. */
typedef struct
{
  AdwPreferencesGroup *group;
  guint                n_rows;
} Group;

static Group
begin_group (const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);

  return (Group) { .group = g_object_ref_sink (ADW_PREFERENCES_GROUP (group)) };
}

static void
add_row (Group      *group,
         const char *icon,
         const char *title,
         const char *subtitle)
{
  GtkWidget *row;

  if (++group->n_rows > MAX_ROWS)
    return;

  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (icon != NULL)
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (icon));
  adw_preferences_group_add (group->group, row);
}

/* Shows the group, unless it is empty. */
static void
end_group (LevImportDialog *self,
           Group           *group)
{
  g_autofree char *more = NULL;

  if (group->n_rows > MAX_ROWS)
    {
      more = g_strdup_printf (_("The first %u of %u are shown."), MAX_ROWS, group->n_rows);
      adw_preferences_group_set_description (group->group, more);
    }
  if (group->n_rows > 0)
    gtk_box_append (self->groups, GTK_WIDGET (group->group));
  g_clear_object (&group->group);
}

static void
show_messages (LevImportDialog *self,
               const char      *title,
               gboolean         errors)
{
  const LevImportMessages *messages = lev_supplier_import_get_messages (self->import);
  Group group = begin_group (title);

  for (guint i = 0; i < messages->items->len; i++)
    {
      const LevImportMessage *message = g_ptr_array_index (messages->items, i);

      if (!message->is_error == !errors)
        add_row (&group, errors ? "dialog-error-symbolic" : "dialog-warning-symbolic",
                 message->text, NULL);
    }
  end_group (self, &group);
}

static void
show_suppliers (LevImportDialog *self,
                const char      *title,
                LevImportOutcome outcome)
{
  Group group = begin_group (title);

  for (guint i = 0; i < lev_supplier_import_get_n_rows (self->import); i++)
    {
      g_autofree char *changes = NULL;
      g_autofree char *line = NULL;

      if (lev_supplier_import_get_outcome (self->import, i) != outcome)
        continue;
      changes = lev_supplier_import_dup_changes (self->import, i);
      line = g_strdup_printf (_("Line %u"), lev_supplier_import_get_line (self->import, i));
      add_row (&group, NULL, lev_supplier_import_get_name (self->import, i),
               outcome == LEV_IMPORT_CHANGED ? changes : line);
    }
  end_group (self, &group);
}

static void
show_people (LevImportDialog *self)
{
  LevImportPeople *people = lev_supplier_import_get_people (self->import);
  Group group = begin_group (_("People who are added"));

  for (guint i = 0; i < lev_import_people_get_n_new (people); i++)
    add_row (&group, "avatar-default-symbolic", lev_import_people_get_new (people, i), NULL);
  end_group (self, &group);
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
    text = g_strdup_printf (ngettext ("The list has %u error. Mend it in the file, and import it "
                                      "again; nothing is changed now.",
                                      "The list has %u errors. Mend them in the file, and import "
                                      "it again; nothing is changed now.",
                                      n_errors),
                            n_errors);
  else
    text = g_strdup_printf (_("%u new, %u changed, %u unchanged"), n_new, n_changed, n_unchanged);

  gtk_label_set_label (self->summary_label, text);
  gtk_widget_set_visible (self->import_button, n_errors == 0);
  gtk_widget_set_sensitive (self->import_button, n_new + n_changed > 0);
}

static void
show_import (LevImportDialog *self)
{
  show_summary (self);
  show_messages (self, _("Errors"), TRUE);
  show_messages (self, _("Remarks"), FALSE);
  show_suppliers (self, _("New suppliers"), LEV_IMPORT_NEW);
  show_suppliers (self, _("Changed suppliers"), LEV_IMPORT_CHANGED);
  show_people (self);
}

static void
import_clicked_cb (LevImportDialog *self)
{
  LevApplication *application = lev_application_get_default ();
  g_autoptr (GError) error = NULL;
  guint n_rows = lev_supplier_import_count (self->import, LEV_IMPORT_NEW) +
                 lev_supplier_import_count (self->import, LEV_IMPORT_CHANGED);
  g_autofree char *message = g_strdup_printf (ngettext ("%u supplier is imported",
                                                        "%u suppliers are imported", n_rows),
                                              n_rows);

  lev_application_begin (application, _("Import suppliers"));
  if (!lev_supplier_import_apply (self->import, &error))
    lev_application_refuse (application, error);
  else if (lev_application_commit (application))
    lev_application_toast (application, message, _("_Undo"), "app.undo");
  adw_dialog_close (ADW_DIALOG (self));
}

static void
lev_import_dialog_dispose (GObject *object)
{
  LevImportDialog *self = LEV_IMPORT_DIALOG (object);

  g_clear_pointer (&self->import, lev_supplier_import_free);

  G_OBJECT_CLASS (lev_import_dialog_parent_class)->dispose (object);
}

static void
lev_import_dialog_class_init (LevImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lev_import_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LevImportDialog, summary_label);
  gtk_widget_class_bind_template_child (widget_class, LevImportDialog, groups);
  gtk_widget_class_bind_template_child (widget_class, LevImportDialog, import_button);
  gtk_widget_class_bind_template_callback (widget_class, import_clicked_cb);
}

static void
lev_import_dialog_init (LevImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
lev_import_dialog_new (LevSupplierImport *import)
{
  LevImportDialog *self = g_object_new (LEV_TYPE_IMPORT_DIALOG, NULL);

  self->import = import;
  show_import (self);

  return ADW_DIALOG (self);
}

static void
show_error (GtkWidget    *parent,
            const GError *error)
{
  AdwDialog *dialog = adw_alert_dialog_new (_("The list could not be read"), error->message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, parent);
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GtkWidget) parent = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);
  LevRegister *records = lev_application_get_records (lev_application_get_default ());
  g_autoptr (GBytes) content = NULL;
  LevSupplierImport *import = NULL;

  if (g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    return;

  if (file != NULL)
    content = g_file_load_bytes (file, NULL, NULL, &error);
  if (content != NULL)
    {
      LevHandbook *handbook = lev_process_get_handbook (records);

      import = lev_supplier_import_new (content, records, lev_handbook_get_content (handbook),
                                        &error);
    }

  if (import == NULL)
    show_error (parent, error);
  else
    adw_dialog_present (lev_import_dialog_new (import), parent);
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
