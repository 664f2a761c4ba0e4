#include "lev-updates-dialog.h"

#include "lev-application.h"
#include "lev-date-button.h"
#include "lev-outgoing.h"
#include "lev-process.h"
#include "lev-task.h"
#include "lev-text-view.h"

#include <glib/gi18n.h>

#define STEP (5) /* percent */

/* An action that can be updated. The widgets belong to the group. */
typedef struct
{
  LevAction      *action;
  GtkCheckButton *check;
  GtkSpinButton  *progress;
  GtkEditable    *text;
} Row;

struct _LevUpdatesDialog
{
  AdwDialog parent;

  GArray *rows; /* Row */

  LevTextView         *text_view;
  AdwComboRow         *channel_row;
  LevDateButton       *date_button;
  AdwPreferencesGroup *actions_group;
  GtkWidget           *record_button;
};

G_DEFINE_FINAL_TYPE (LevUpdatesDialog, lev_updates_dialog, ADW_TYPE_DIALOG)

/* The own text of the action, or that for all. */
static char *
dup_text (const Row  *row,
          const char *shared)
{
  char *own = g_strstrip (g_strdup (gtk_editable_get_text (row->text)));

  if (*own != '\0')
    return own;

  g_free (own);

  return g_strdup (shared);
}

/* Something is chosen, and each that is has a text. */
static void
changed_cb (LevUpdatesDialog *self)
{
  g_autofree char *shared = lev_text_view_dup_text (self->text_view);
  guint n_chosen = 0;
  gboolean complete = TRUE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);
      g_autofree char *text = dup_text (row, shared);

      if (!gtk_check_button_get_active (row->check))
        continue;
      n_chosen++;
      complete = complete && *text != '\0';
    }

  gtk_widget_set_sensitive (self->record_button, n_chosen > 0 && complete);
}

static gboolean
record_row (LevUpdatesDialog *self,
            const Row        *row,
            const char       *shared,
            GError          **error)
{
  LevPerson *user = lev_application_get_user (lev_application_get_default ());
  int channel = (int) adw_combo_row_get_selected (self->channel_row);
  g_autoptr (GPtrArray) contacts = lev_action_list_recipients (row->action);
  g_autofree char *recipients = lev_people_to_names (contacts);
  g_autofree char *text = dup_text (row, shared);
  const LevUpdateDetails details = {
    .author = user != NULL ? user : row->action->dossier->manager,
    .date = lev_date_button_get_date (self->date_button),
    .text = text,
    .progress = gtk_spin_button_get_value_as_int (row->progress),
    .channel = (LevChannel) (channel != 0 ? channel : row->action->channel),
    .recipients = recipients,
  };

  return lev_process_report_status (row->action, &details, error) != NULL;
}

static void
record_cb (LevUpdatesDialog *dialog)
{
  /* Closing the dialog may free it. */
  g_autoptr (LevUpdatesDialog) self = g_object_ref (dialog);
  LevApplication *application = lev_application_get_default ();
  g_autofree char *shared = lev_text_view_dup_text (self->text_view);
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  lev_application_begin (application, _("Record status updates"));
  for (guint i = 0; i < self->rows->len && error == NULL; i++)
    if (gtk_check_button_get_active (g_array_index (self->rows, Row, i).check))
      n += record_row (self, &g_array_index (self->rows, Row, i), shared, &error);
  if (error != NULL)
    {
      lev_application_refuse (application, error);
      return;
    }

  message = g_strdup_printf (ngettext ("%u status update recorded", "%u status updates recorded",
                                       n),
                             n);
  adw_dialog_close (ADW_DIALOG (self));
  if (lev_application_commit (application))
    lev_application_toast (application, message, _("_Undo"), "app.undo");
}

static GtkWidget *
create_progress (LevAction  *action,
                 const char *title)
{
  LevStatusUpdate *update = lev_action_get_update (action);
  GtkWidget *progress = gtk_spin_button_new_with_range (0, 100, STEP);
  g_autofree char *name = g_strdup_printf (_("Progress in percent of %s"), title);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (progress), update != NULL ? update->progress : 0);
  gtk_widget_set_valign (progress, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (progress), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);

  return progress;
}

static void
append_action (LevUpdatesDialog *self,
               LevAction        *action)
{
  g_autofree char *title = lev_record_dup_title (LEV_RECORD (action));
  g_autofree char *supplier = lev_record_dup_title (LEV_RECORD (action->dossier));
  g_autofree char *name = g_strdup_printf (_("Update %s"), title);
  GtkWidget *widget = adw_expander_row_new ();
  GtkWidget *own = adw_entry_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  Row row = { .action = g_object_ref (action), .check = GTK_CHECK_BUTTON (check) };

  row.progress = GTK_SPIN_BUTTON (create_progress (action, title));
  row.text = GTK_EDITABLE (own);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (widget), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (widget), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (widget), supplier);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (own), _("Own text, instead of that for all"));
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (check, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (widget), check);
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (widget), GTK_WIDGET (row.progress));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (widget), own);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (own, "changed", G_CALLBACK (changed_cb), self);
  adw_preferences_group_add (self->actions_group, widget);
  g_array_append_val (self->rows, row);
}

static void
clear_row (gpointer data)
{
  g_object_unref (((Row *) data)->action);
}

static void
lev_updates_dialog_dispose (GObject *object)
{
  g_clear_pointer (&LEV_UPDATES_DIALOG (object)->rows, g_array_unref);

  G_OBJECT_CLASS (lev_updates_dialog_parent_class)->dispose (object);
}

static void
lev_updates_dialog_class_init (LevUpdatesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lev_updates_dialog_dispose;

  g_type_ensure (LEV_TYPE_DATE_BUTTON);
  g_type_ensure (LEV_TYPE_TEXT_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/updates-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LevUpdatesDialog, text_view);
  gtk_widget_class_bind_template_child (widget_class, LevUpdatesDialog, channel_row);
  gtk_widget_class_bind_template_child (widget_class, LevUpdatesDialog, date_button);
  gtk_widget_class_bind_template_child (widget_class, LevUpdatesDialog, actions_group);
  gtk_widget_class_bind_template_child (widget_class, LevUpdatesDialog, record_button);
  gtk_widget_class_bind_template_callback (widget_class, record_cb);
}

static void
lev_updates_dialog_init (LevUpdatesDialog *self)
{
  g_autoptr (GtkStringList) channels = gtk_string_list_new (NULL);

  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (self->rows, clear_row);
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_string_list_append (channels, _("As agreed"));
  for (int i = 1; lev_channel_choices[i].nick != NULL; i++)
    gtk_string_list_append (channels, lev_choice_get_label (lev_channel_choices, i));
  adw_combo_row_set_model (self->channel_row, G_LIST_MODEL (channels));
  lev_date_button_set_date (self->date_button, lev_clock_today ());
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text_view)), "changed",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

AdwDialog *
lev_updates_dialog_new (LevReview *review)
{
  LevUpdatesDialog *self = g_object_new (LEV_TYPE_UPDATES_DIALOG, NULL);
  g_autoptr (GArray) tasks = lev_review_list_tasks (review, 8, lev_clock_today ());

  for (guint i = 0; i < tasks->len; i++)
    append_action (self, LEV_ACTION (g_array_index (tasks, LevTask, i).subject));

  return ADW_DIALOG (self);
}
