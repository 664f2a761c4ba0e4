#include "lev-who-dialog.h"

#include "lev-application.h"
#include "lev-person-row.h"
#include "lev-record-list.h"

#include <glib/gi18n.h>

struct _LevWhoDialog
{
  AdwDialog parent;

  LevPersonRow *person_row;
  AdwEntryRow  *name_row;
  AdwEntryRow  *email_row;
  GtkWidget    *continue_button;
};

G_DEFINE_FINAL_TYPE (LevWhoDialog, lev_who_dialog, ADW_TYPE_DIALOG)

enum
{
  ANSWERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
dup_text (AdwEntryRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

/* Who is chosen needs no name. */
static void
changed_cb (LevWhoDialog *self)
{
  gboolean is_chosen = lev_person_row_get_person (self->person_row) != NULL;
  g_autofree char *name = dup_text (self->name_row);

  gtk_widget_set_sensitive (GTK_WIDGET (self->name_row), !is_chosen);
  gtk_widget_set_sensitive (GTK_WIDGET (self->email_row), !is_chosen);
  gtk_widget_set_sensitive (self->continue_button, is_chosen || *name != '\0');
}

static LevPerson *
add_person (LevWhoDialog *self)
{
  LevApplication *application = lev_application_get_default ();
  g_autofree char *name = dup_text (self->name_row);
  g_autofree char *email = dup_text (self->email_row);
  LevPerson *person;

  lev_application_begin (application, _("Add a person"));
  person = lev_register_add (lev_application_get_records (application), LEV_TYPE_PERSON, "name",
                             name, "email", *email != '\0' ? email : NULL, "contract-manager", TRUE,
                             NULL);

  return lev_application_commit (application) ? person : NULL;
}

static void
continue_clicked_cb (LevWhoDialog *dialog)
{
  /* Closing the dialog may free it. */
  g_autoptr (LevWhoDialog) self = g_object_ref (dialog);
  LevPerson *person = lev_person_row_get_person (self->person_row);

  if (person == NULL)
    person = add_person (self);
  if (person == NULL)
    return;

  lev_application_set_user (lev_application_get_default (), person);
  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[ANSWERED], 0);
}

static void
lev_who_dialog_class_init (LevWhoDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[ANSWERED] = g_signal_new ("answered", LEV_TYPE_WHO_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (LEV_TYPE_PERSON_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/levman/Review/ui/who-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LevWhoDialog, person_row);
  gtk_widget_class_bind_template_child (widget_class, LevWhoDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, LevWhoDialog, email_row);
  gtk_widget_class_bind_template_child (widget_class, LevWhoDialog, continue_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, continue_clicked_cb);
}

static void
lev_who_dialog_init (LevWhoDialog *self)
{
  LevApplication *application = lev_application_get_default ();
  LevRecordList *people = lev_register_list (lev_application_get_records (application),
                                             LEV_TYPE_PERSON);
  const char *name = g_get_real_name ();

  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_widget_set_visible (GTK_WIDGET (self->person_row), lev_record_list_get_n (people) > 0);
  lev_person_row_set_person (self->person_row, lev_application_get_user (application));
  if (lev_record_list_get_n (people) == 0 && g_strcmp0 (name, "Unknown") != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->name_row), name);
  adw_dialog_set_default_widget (ADW_DIALOG (self), self->continue_button);
  changed_cb (self);
}

AdwDialog *
lev_who_dialog_new (void)
{
  return g_object_new (LEV_TYPE_WHO_DIALOG, NULL);
}
