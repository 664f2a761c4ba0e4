#include "lev-who-dialog.h"

#include "lev-application.h"
#include "lev-link-row.h"
#include "lev-record-list.h"

#include <glib/gi18n.h>

struct _LevWhoDialog
{
  AdwDialog parent;

  GtkWidget           *people_box;
  GtkWidget           *managers_heading;
  GtkListBox          *managers;
  GtkWidget           *others_heading;
  GtkListBox          *others;
  AdwPreferencesGroup *new_group;
  AdwEntryRow         *name_row;
  AdwEntryRow         *email_row;
  GtkWidget           *continue_button;
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

static void
changed_cb (LevWhoDialog *self)
{
  g_autofree char *name = dup_text (self->name_row);

  gtk_widget_set_sensitive (self->continue_button, *name != '\0');
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
answer (LevWhoDialog *dialog,
        LevPerson    *person)
{
  /* Closing the dialog may free it. */
  g_autoptr (LevWhoDialog) self = g_object_ref (dialog);

  lev_application_set_user (lev_application_get_default (), person);
  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[ANSWERED], 0);
}

static void
continue_clicked_cb (LevWhoDialog *self)
{
  LevPerson *person = add_person (self);

  if (person != NULL)
    answer (self, person);
}

static void
choose_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  LevRecord *person = lev_application_lookup_record (parameter);

  if (LEV_IS_PERSON (person))
    answer (LEV_WHO_DIALOG (widget), LEV_PERSON (person));
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

/* The contract managers first: they use the application. */
static void
list_people (LevWhoDialog  *self,
             LevRecordList *people)
{
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
                                         "who.choose", LEV_RECORD (person)->id);

      gtk_list_box_append (person->contract_manager ? self->managers : self->others, row);
      n_managers += person->contract_manager;
    }
  gtk_widget_set_visible (self->people_box, sorted->len > 0);
  gtk_widget_set_visible (self->managers_heading, n_managers > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->managers), n_managers > 0);
  gtk_widget_set_visible (self->others_heading, sorted->len > n_managers);
  gtk_widget_set_visible (GTK_WIDGET (self->others), sorted->len > n_managers);
  if (sorted->len > 0)
    {
      GtkListBox *first = n_managers > 0 ? self->managers : self->others;

      adw_preferences_group_set_title (self->new_group, _("Someone who is not listed"));
      adw_dialog_set_focus (ADW_DIALOG (self),
                            GTK_WIDGET (gtk_list_box_get_row_at_index (first, 0)));
    }
  else
    adw_preferences_group_set_description (self->new_group,
                                           adw_preferences_group_get_description (
                                             ADW_PREFERENCES_GROUP (self->people_box)));
}

static void
lev_who_dialog_class_init (LevWhoDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[ANSWERED] = g_signal_new ("answered", LEV_TYPE_WHO_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/nl/levman/Review/ui/who-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LevWhoDialog, people_box);
  gtk_widget_class_bind_template_child (widget_class, LevWhoDialog, managers_heading);
  gtk_widget_class_bind_template_child (widget_class, LevWhoDialog, managers);
  gtk_widget_class_bind_template_child (widget_class, LevWhoDialog, others_heading);
  gtk_widget_class_bind_template_child (widget_class, LevWhoDialog, others);
  gtk_widget_class_bind_template_child (widget_class, LevWhoDialog, new_group);
  gtk_widget_class_bind_template_child (widget_class, LevWhoDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, LevWhoDialog, email_row);
  gtk_widget_class_bind_template_child (widget_class, LevWhoDialog, continue_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, continue_clicked_cb);
  gtk_widget_class_install_action (widget_class, "who.choose", "s", choose_action);
}

static void
lev_who_dialog_init (LevWhoDialog *self)
{
  LevApplication *application = lev_application_get_default ();
  LevRecordList *people = lev_register_list (lev_application_get_records (application),
                                             LEV_TYPE_PERSON);
  const char *name = g_get_real_name ();

  gtk_widget_init_template (GTK_WIDGET (self));

  list_people (self, people);
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
