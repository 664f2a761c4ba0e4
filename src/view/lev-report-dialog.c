#include "lev-report-dialog.h"

#include "lev-application.h"
#include "lev-records.h"
#include "lev-review-export.h"
#include "lev-state.h"

#include <glib/gi18n.h>

struct _LevReportDialog
{
  AdwDialog parent;

  LevReview    *review;
  GPtrArray    *managers; /* of the rows of the list after the first, borrowed */
  AdwComboRow  *suppliers_row;
  AdwComboRow  *manager_row;
  AdwSwitchRow *closed_row;
  GtkWidget    *write_button;
};

G_DEFINE_FINAL_TYPE (LevReportDialog, lev_report_dialog, ADW_TYPE_DIALOG)

static GSettings *
get_settings (void)
{
  return lev_application_get_settings (lev_application_get_default ());
}

/* The CM that is chosen; %NULL for all of them. */
static LevPerson *
get_manager (LevReportDialog *self)
{
  guint position = adw_combo_row_get_selected (self->manager_row);

  return position > 0 && position <= self->managers->len
           ? g_ptr_array_index (self->managers, position - 1)
           : NULL;
}

static void
write_clicked_cb (LevReportDialog *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (LevReview) review = g_object_ref (self->review);
  LevPerson *manager = get_manager (self);

  g_settings_set_boolean (get_settings (), "report-all-suppliers",
                          adw_combo_row_get_selected (self->suppliers_row) == 1);
  g_settings_set_string (get_settings (), "report-manager",
                         manager != NULL ? LEV_RECORD (manager)->id : "");
  g_settings_set_boolean (get_settings (), "report-closed-actions",
                          adw_switch_row_get_active (self->closed_row));
  adw_dialog_close (ADW_DIALOG (self));
  lev_review_export_report (GTK_WINDOW (root), review);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (((const LevPerson *) a)->name, ((const LevPerson *) b)->name);
}

/* The CMs who have a supplier in the round; the one of last time is chosen. */
static void
fill_managers (LevReportDialog *self)
{
  g_autoptr (GPtrArray) dossiers = lev_review_list_chosen (self->review);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *last = g_settings_get_string (get_settings (), "report-manager");
  guint chosen = 0;

  for (guint i = 0; i < dossiers->len; i++)
    {
      LevPerson *manager = LEV_DOSSIER (g_ptr_array_index (dossiers, i))->manager;

      if (manager != NULL && !g_ptr_array_find (self->managers, manager, NULL))
        g_ptr_array_add (self->managers, manager);
    }
  g_ptr_array_sort_values (self->managers, compare_names);

  gtk_string_list_append (names, _("All of them"));
  for (guint i = 0; i < self->managers->len; i++)
    {
      LevPerson *manager = g_ptr_array_index (self->managers, i);

      gtk_string_list_append (names, manager->name != NULL ? manager->name : "");
      if (g_str_equal (LEV_RECORD (manager)->id, last))
        chosen = i + 1;
    }
  adw_combo_row_set_model (self->manager_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->manager_row, chosen);
}

static void
lev_report_dialog_dispose (GObject *object)
{
  LevReportDialog *self = LEV_REPORT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LEV_TYPE_REPORT_DIALOG);
  g_clear_object (&self->review);
  g_clear_pointer (&self->managers, g_ptr_array_unref);

  G_OBJECT_CLASS (lev_report_dialog_parent_class)->dispose (object);
}

static void
lev_report_dialog_class_init (LevReportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lev_report_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/report-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LevReportDialog, suppliers_row);
  gtk_widget_class_bind_template_child (widget_class, LevReportDialog, manager_row);
  gtk_widget_class_bind_template_child (widget_class, LevReportDialog, closed_row);
  gtk_widget_class_bind_template_child (widget_class, LevReportDialog, write_button);
  gtk_widget_class_bind_template_callback (widget_class, write_clicked_cb);
}

static void
lev_report_dialog_init (LevReportDialog *self)
{
  self->managers = g_ptr_array_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_selected (self->suppliers_row,
                              g_settings_get_boolean (get_settings (), "report-all-suppliers"));
  adw_switch_row_set_active (self->closed_row,
                             g_settings_get_boolean (get_settings (), "report-closed-actions"));
  adw_dialog_set_default_widget (ADW_DIALOG (self), self->write_button);
}

AdwDialog *
lev_report_dialog_new (LevReview *review)
{
  LevReportDialog *self = g_object_new (LEV_TYPE_REPORT_DIALOG, NULL);

  self->review = g_object_ref (review);
  fill_managers (self);

  return ADW_DIALOG (self);
}
