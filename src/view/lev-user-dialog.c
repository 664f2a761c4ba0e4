#include "lev-user-dialog.h"

#include "lev-application.h"
#include "lev-link-row.h"
#include "lev-record-list.h"

#include <glib/gi18n.h>

struct _LevUserDialog
{
  AdwDialog parent;

  GtkWidget  *managers_heading;
  GtkListBox *managers;
  GtkWidget  *others_heading;
  GtkListBox *others;
};

G_DEFINE_FINAL_TYPE (LevUserDialog, lev_user_dialog, ADW_TYPE_DIALOG)

static void
choose_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  LevApplication *application = lev_application_get_default ();
  LevRecord *person = lev_register_lookup (lev_application_get_records (application),
                                           g_variant_get_string (parameter, NULL));

  if (LEV_IS_PERSON (person))
    lev_application_set_user (application, LEV_PERSON (person));
  adw_dialog_close (ADW_DIALOG (widget));
}

static int
compare_name (gconstpointer a,
              gconstpointer b)
{
  const LevPerson *first = a;
  const LevPerson *second = b;

  return g_utf8_collate (first->name != NULL ? first->name : "",
                         second->name != NULL ? second->name : "");
}

static void
fill (LevUserDialog *self)
{
  LevRecordList *people = lev_register_list (lev_application_get_records (
                                               lev_application_get_default ()),
                                             LEV_TYPE_PERSON);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  guint n_managers = 0;

  for (guint i = 0; i < lev_record_list_get_n (people); i++)
    g_ptr_array_add (sorted, lev_record_list_peek (people, i));
  g_ptr_array_sort_values (sorted, compare_name);

  for (guint i = 0; i < sorted->len; i++)
    {
      LevPerson *person = g_ptr_array_index (sorted, i);
      g_autofree char *name = lev_record_dup_title (LEV_RECORD (person));
      GtkWidget *row = lev_link_row_new (name, person->function != NULL ? person->function : "",
                                         "user.choose", LEV_RECORD (person)->id);

      gtk_list_box_append (person->contract_manager ? self->managers : self->others, row);
      n_managers += person->contract_manager;
    }
  gtk_widget_set_visible (self->managers_heading, n_managers > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->managers), n_managers > 0);
  gtk_widget_set_visible (self->others_heading, sorted->len > n_managers);
  gtk_widget_set_visible (GTK_WIDGET (self->others), sorted->len > n_managers);
}

static void
lev_user_dialog_class_init (LevUserDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/nl/levman/Review/ui/user-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LevUserDialog, managers_heading);
  gtk_widget_class_bind_template_child (widget_class, LevUserDialog, managers);
  gtk_widget_class_bind_template_child (widget_class, LevUserDialog, others_heading);
  gtk_widget_class_bind_template_child (widget_class, LevUserDialog, others);
  gtk_widget_class_install_action (widget_class, "user.choose", "s", choose_action);
}

static void
lev_user_dialog_init (LevUserDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill (self);
}

AdwDialog *
lev_user_dialog_new (void)
{
  return g_object_new (LEV_TYPE_USER_DIALOG, NULL);
}
