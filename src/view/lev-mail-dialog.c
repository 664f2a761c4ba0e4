#include "lev-mail-dialog.h"

#include "lev-application.h"
#include "lev-due-text.h"
#include "lev-follow-up-mail.h"
#include "lev-job-dialog.h"
#include "lev-local-file.h"
#include "lev-outbox.h"

#include <glib/gi18n.h>

/* lev_outgoing_list() → a row per person, made anew after each change of the records. */
struct _LevMailDialog
{
  AdwDialog parent;

  LevReview     *review;
  LevMessageKind kind;
  LevPerson     *sender;   /* NULL for everyone */
  GPtrArray     *outgoing; /* LevOutgoing */

  GtkStack            *stack;
  AdwStatusPage       *empty_page;
  AdwPreferencesGroup *group;
  GPtrArray           *rows; /* borrowed, of the group */
};

G_DEFINE_FINAL_TYPE (LevMailDialog, lev_mail_dialog, ADW_TYPE_DIALOG)

/* "2 updates · laatste mail op 14 nov" */
static char *
describe (const LevOutgoing *outgoing)
{
  LevMessage *last = lev_outgoing_get_last (outgoing);
  g_autofree char *date = last != NULL ? lev_date_format_short (lev_moment_get_date (last->moment))
                                       : NULL;
  g_autofree char *what = NULL;
  guint n = 0;

  for (guint i = 0; i < outgoing->entries->len; i++)
    n += lev_outgoing_tells (outgoing, g_ptr_array_index (outgoing->entries, i));
  what = outgoing->kind == LEV_MESSAGE_KIND_FINISHED
           ? g_strdup_printf (ngettext ("%u finished action", "%u finished actions", n), n)
           : g_strdup_printf (ngettext ("%u update", "%u updates", n), n);

  return date != NULL ? g_strdup_printf (_("%s · last mail on %s"), what, date)
                      : g_strdup_printf (_("%s · not mailed before"), what);
}

static GtkWidget *
create_button (const LevOutgoing *outgoing,
               const char        *icon,
               const char        *action,
               const char        *format)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  g_autofree char *name = NULL;
  g_autoptr (GString) text = g_string_new (format);

  g_string_replace (text, "%s", outgoing->recipient->name, 1);
  name = g_strdup (text->str);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s",
                                    LEV_RECORD (outgoing->recipient)->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);

  return button;
}

static GtkWidget *
create_text (const LevOutgoing *outgoing)
{
  LevPerson *user = lev_application_get_user (lev_application_get_default ());
  g_autofree char *text = lev_follow_up_mail_dup_text (outgoing, user);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "mail-text");

  return label;
}

static void
append_row (LevMailDialog     *self,
            const LevOutgoing *outgoing)
{
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *subtitle = describe (outgoing);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), outgoing->recipient->name);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (row),
                               create_button (outgoing, "document-save-symbolic", "mail.open-file",
                                              _("Open the mail to %s as a file")));
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (row),
                               create_button (outgoing, "mail-send-symbolic", "mail.send",
                                              _("Mail %s through the mail program")));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), create_text (outgoing));
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static guint
count_entries (GPtrArray *all)
{
  guint n = 0;

  for (guint i = 0; i < all->len; i++)
    n += ((LevOutgoing *) g_ptr_array_index (all, i))->entries->len;

  return n;
}

/* What the dialog is about, and who mails the rest: who coordinates a round looks here for all. */
static void
update_description (LevMailDialog *self)
{
  g_autoptr (GPtrArray) all = lev_outgoing_list (self->review, self->kind, NULL);
  gboolean has_others = count_entries (all) > count_entries (self->outgoing);
  LevPerson *user = lev_application_get_user (lev_application_get_default ());
  g_autofree char *others = NULL;
  g_autofree char *text = NULL;

  if (self->sender != NULL && self->sender != user)
    others = g_strdup_printf (_("They are about the suppliers of %s."), self->sender->name);
  else if (has_others)
    others = g_strdup (_("Colleagues mail about their own suppliers."));
  text = g_strjoin (" ",
                    self->kind == LEV_MESSAGE_KIND_FINISHED
                      ? _("Each mail tells which actions are definitively finished.")
                      : _("Each mail gathers everything since the last mail to that person."),
                    others, NULL);
  adw_preferences_group_set_description (self->group, text);
  adw_status_page_set_description (self->empty_page,
                                   has_others
                                     ? _("Colleagues still mail about their own suppliers.")
                                     : _("Everyone is informed."));
}

static void
refresh (LevMailDialog *self)
{
  g_clear_pointer (&self->outgoing, g_ptr_array_unref);
  self->outgoing = lev_outgoing_list (self->review, self->kind, self->sender);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < self->outgoing->len; i++)
    append_row (self, g_ptr_array_index (self->outgoing, i));
  update_description (self);
  gtk_stack_set_visible_child_name (self->stack, self->outgoing->len > 0 ? "list" : "empty");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "mail.save-all", self->outgoing->len > 0);
}

static LevOutgoing *
find (LevMailDialog *self,
      GVariant      *parameter)
{
  LevRecord *recipient = lev_application_lookup_record (parameter);

  for (guint i = 0; i < self->outgoing->len; i++)
    {
      LevOutgoing *outgoing = g_ptr_array_index (self->outgoing, i);

      if (LEV_RECORD (outgoing->recipient) == recipient)
        return outgoing;
    }

  return NULL;
}

static void
send_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  LevOutgoing *outgoing = find (LEV_MAIL_DIALOG (widget), parameter);

  if (outgoing != NULL)
    lev_outbox_send_follow_up (widget, outgoing);
}

static void
open_file_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  LevOutgoing *outgoing = find (LEV_MAIL_DIALOG (widget), parameter);

  if (outgoing != NULL)
    lev_outbox_open_follow_up (widget, outgoing);
}

static void
folder_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (LevMailDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) folder = NULL;

  folder = lev_local_file_take (gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source),
                                                                      result, &error),
                                &error);
  if (folder != NULL)
    lev_outbox_save_follow_up (GTK_WIDGET (self), self->outgoing, folder);
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    lev_job_dialog_show_error (GTK_WIDGET (self), _("The folder cannot be used"), error, NULL);
}

static void
save_all_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _("Folder for the mails"));
  gtk_file_dialog_select_folder (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL,
                                 folder_chosen_cb, g_object_ref (widget));
}

static void
lev_mail_dialog_dispose (GObject *object)
{
  LevMailDialog *self = LEV_MAIL_DIALOG (object);

  g_clear_object (&self->review);
  g_clear_object (&self->sender);
  g_clear_pointer (&self->outgoing, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (lev_mail_dialog_parent_class)->dispose (object);
}

static void
lev_mail_dialog_class_init (LevMailDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lev_mail_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/nl/levman/Review/ui/mail-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LevMailDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, LevMailDialog, empty_page);
  gtk_widget_class_bind_template_child (widget_class, LevMailDialog, group);
  gtk_widget_class_install_action (widget_class, "mail.send", "s", send_action);
  gtk_widget_class_install_action (widget_class, "mail.open-file", "s", open_file_action);
  gtk_widget_class_install_action (widget_class, "mail.save-all", NULL, save_all_action);
}

static void
lev_mail_dialog_init (LevMailDialog *self)
{
  self->rows = g_ptr_array_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
lev_mail_dialog_new (LevReview     *review,
                     LevMessageKind kind,
                     LevPerson     *sender)
{
  LevMailDialog *self = g_object_new (LEV_TYPE_MAIL_DIALOG, NULL);

  self->review = g_object_ref (review);
  self->kind = kind;
  g_set_object (&self->sender, sender);
  g_signal_connect_object (lev_application_get_default (), "changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  refresh (self);

  return ADW_DIALOG (self);
}

GVariant *
lev_mail_dialog_new_target (LevReview     *review,
                            LevMessageKind kind,
                            LevPerson     *sender)
{
  return g_variant_new ("(sss)", LEV_RECORD (review)->id, lev_message_kind_choices[kind].nick,
                        sender != NULL ? LEV_RECORD (sender)->id : "");
}
