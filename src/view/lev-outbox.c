#include "lev-outbox.h"

#include "lev-application.h"
#include "lev-file-name.h"
#include "lev-follow-up-mail.h"
#include "lev-invitation.h"
#include "lev-job-dialog.h"
#include "lev-mailto.h"
#include "lev-meeting-plan.h"
#include "lev-minutes-mail.h"
#include "lev-new-file.h"
#include "lev-year-calendar.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#define CALENDAR_MONTHS (24)

static void
show_error (GtkWidget    *parent,
            const GError *error)
{
  lev_job_dialog_show_error (parent, _("This could not be made ready to send"), error, NULL);
}

/* When no program opens the file, it is still there: the message says where. */
static void
launched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  GtkFileLauncher *launcher = GTK_FILE_LAUNCHER (source);
  g_autoptr (GtkWidget) parent = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *advice = NULL;

  if (gtk_file_launcher_launch_finish (launcher, result, &error) ||
      g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    return;

  advice = g_strdup_printf (_("Open it yourself in your mail or calendar program: %s"),
                            g_file_peek_path (gtk_file_launcher_get_file (launcher)));
  lev_job_dialog_show_error (parent, _("No program opened the file"), error, advice);
}

/* Writes @content as a file called @title with @suffix, and opens it. */
static gboolean
open_content (GtkWidget  *parent,
              const char *title,
              const char *suffix,
              GBytes     *content,
              GError    **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "levman-review", NULL);
  g_autofree char *base = lev_file_name_new (title);
  g_autofree char *name = g_strconcat (base, suffix, NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  g_mkdir_with_parents (folder, 0700);
  if (!lev_new_file_write (path, content, LEV_NEW_FILE_REPLACE, error))
    return FALSE;

  gtk_file_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (parent)), NULL, launched_cb,
                            g_object_ref (parent));

  return TRUE;
}

/* Opens the mail; FALSE when there was an error, which is shown. */
static gboolean
open_mail (GtkWidget          *parent,
           LevMeeting         *meeting,
           LevInvitationMethod method,
           int                 sequence)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) mail = lev_invitation_to_mail (meeting, method, sequence, &error);
  g_autofree char *subject = lev_invitation_dup_subject (meeting, method, sequence);

  if (mail != NULL && open_content (parent, subject, ".eml", mail, &error))
    return TRUE;

  show_error (parent, error);

  return FALSE;
}

void
lev_outbox_send_invitation (GtkWidget  *parent,
                            LevMeeting *meeting)
{
  LevApplication *application = lev_application_get_default ();

  if (!open_mail (parent, meeting, LEV_INVITATION_REQUEST, lev_meeting_plan_get_sequence (meeting)))
    return;

  lev_application_begin (application, _("Send the invitation"));
  lev_meeting_plan_note_sent (meeting);
  if (lev_application_commit (application))
    lev_application_toast (application, _("The invitation is ready in your mail program"),
                           _("_Undo"), "app.undo");
}

void
lev_outbox_withdraw_invitation (GtkWidget  *parent,
                                LevMeeting *meeting)
{
  LevApplication *application = lev_application_get_default ();

  if (!open_mail (parent, meeting, LEV_INVITATION_CANCEL,
                  lev_meeting_plan_get_sequence (meeting) + 1))
    return;

  lev_application_begin (application, _("Withdraw the invitation"));
  lev_meeting_plan_note_withdrawn (meeting);
  if (lev_application_commit (application))
    lev_application_toast (application, _("The withdrawal is ready in your mail program"),
                           _("_Undo"), "app.undo");
}

void
lev_outbox_open_in_calendar (GtkWidget  *parent,
                             LevMeeting *meeting)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *title = lev_invitation_dup_subject (meeting, LEV_INVITATION_PUBLISH, 0);
  char *text = lev_invitation_to_calendar (meeting, LEV_INVITATION_PUBLISH,
                                           lev_meeting_plan_get_sequence (meeting), &error);
  g_autoptr (GBytes) content = text != NULL ? g_bytes_new_take (text, strlen (text)) : NULL;

  if (content == NULL || !open_content (parent, title, ".ics", content, &error))
    show_error (parent, error);
}

void
lev_outbox_open_year_calendar (GtkWidget *parent)
{
  LevRegister *records = lev_application_get_records (lev_application_get_default ());
  char *text = lev_year_calendar_to_text (records, lev_clock_today (), CALENDAR_MONTHS);
  g_autoptr (GBytes) content = g_bytes_new_take (text, strlen (text));
  g_autoptr (GError) error = NULL;

  if (!open_content (parent, _("Year calendar"), ".ics", content, &error))
    show_error (parent, error);
}

void
lev_outbox_send_minutes (GtkWidget *parent,
                         LevReview *review)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *subject = lev_minutes_mail_dup_subject (review);
  g_autoptr (GBytes) mail = lev_minutes_mail_to_bytes (review, &error);

  if (mail == NULL || !open_content (parent, subject, ".eml", mail, &error))
    show_error (parent, error);
}

/* --- Follow-up ------------------------------------------------------------------------------ */

/* In the running edit; %NULL with an error. */
static LevMessage *
note_sent (const LevOutgoing *outgoing,
           GError           **error)
{
  LevPerson *user = lev_application_get_user (lev_application_get_default ());
  LevPerson *sender = user != NULL ? user : outgoing->review->coordinator;
  g_autofree char *subject = lev_follow_up_mail_dup_subject (outgoing);
  g_autofree char *text = lev_follow_up_mail_dup_text (outgoing, sender);

  return lev_outgoing_note_sent (outgoing, sender, subject, text, error);
}

/* Ends the edit in which mails were sent. */
static gboolean
finish (const GError *error,
        const char   *message)
{
  LevApplication *application = lev_application_get_default ();

  if (error != NULL)
    {
      lev_application_refuse (application, error);
      return FALSE;
    }
  if (!lev_application_commit (application))
    return FALSE;

  lev_application_toast (application, message, _("_Undo"), "app.undo");

  return TRUE;
}

static void
uri_launched_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GtkWidget) parent = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (source), result, &error) &&
      !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    lev_job_dialog_show_error (parent, _("The mail program could not be opened"), error,
                               _("Undo that it was sent, and open the mail as a file."));
}

void
lev_outbox_send_follow_up (GtkWidget         *parent,
                           const LevOutgoing *outgoing)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (parent));
  g_autoptr (GPtrArray) people = g_ptr_array_new ();
  g_autoptr (GtkUriLauncher) launcher = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = NULL;
  LevMessage *message;

  g_ptr_array_add (people, outgoing->recipient);
  lev_application_begin (lev_application_get_default (), _("Mail those involved"));
  message = note_sent (outgoing, &error);
  if (message != NULL)
    uri = lev_mailto_new (people, message->subject, message->text);
  if (!finish (error, _("The mail is ready in your mail program")))
    return;

  launcher = gtk_uri_launcher_new (uri);
  gtk_uri_launcher_launch (launcher, window, NULL, uri_launched_cb, g_object_ref (window));
}

void
lev_outbox_open_follow_up (GtkWidget         *parent,
                           const LevOutgoing *outgoing)
{
  g_autoptr (GBytes) mail = NULL;
  g_autoptr (GError) error = NULL;
  LevMessage *message;

  lev_application_begin (lev_application_get_default (), _("Mail those involved"));
  message = note_sent (outgoing, &error);
  if (message != NULL)
    mail = lev_follow_up_mail_to_bytes (message, &error);
  if (mail != NULL)
    open_content (GTK_WIDGET (gtk_widget_get_root (parent)), message->subject, ".eml", mail,
                  &error);
  finish (error, _("The mail is ready in your mail program"));
}

static gboolean
save_mail (const LevOutgoing *outgoing,
           GFile             *folder,
           GError           **error)
{
  LevMessage *message = note_sent (outgoing, error);
  g_autoptr (GBytes) mail = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;

  if (message == NULL)
    return FALSE;

  mail = lev_follow_up_mail_to_bytes (message, error);
  name = lev_follow_up_mail_dup_name (message);
  path = g_build_filename (g_file_peek_path (folder), name, NULL);

  return mail != NULL && lev_new_file_write (path, mail, LEV_NEW_FILE_REPLACE, error);
}

void
lev_outbox_save_follow_up (GtkWidget *parent,
                           GPtrArray *all,
                           GFile     *folder)
{
  g_autoptr (GError) error = NULL;

  lev_application_begin (lev_application_get_default (), _("Mail those involved"));
  for (guint i = 0; i < all->len && error == NULL; i++)
    save_mail (g_ptr_array_index (all, i), folder, &error);
  finish (error, _("The mails are in the folder"));
}
