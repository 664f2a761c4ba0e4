#include "lev-sharing-actions.h"

#include "lev-conflict-dialog.h"
#include "lev-dialog.h"
#include "lev-job-dialog.h"
#include "lev-local-file.h"

#include <glib/gi18n.h>

/* What the user is asked about. */
typedef struct
{
  LevApplication *application;
  char           *folder;
} Question;

static void
set_folder (LevApplication *application,
            const char     *folder)
{
  g_autoptr (GError) error = NULL;

  if (!lev_sharing_set_folder (lev_application_get_sharing (application), folder, &error))
    lev_job_dialog_show_error (lev_application_ensure_window (application),
                               _("The database is not shared"), error, NULL);
}

static void
share_confirmed_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  Question *question = user_data;
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_str_equal (answer, "share") && lev_application_get_store (question->application) != NULL)
    set_folder (question->application, question->folder);

  g_free (question->folder);
  g_free (question);
}

/* What two databases hold cannot be taken apart again. */
static void
confirm (LevApplication *application,
         const char     *folder)
{
  g_autofree char *body = NULL;
  AdwDialog *dialog;
  Question *question = g_new0 (Question, 1);

  body = g_strdup_printf (_("What is in this database is shared with everyone who uses the team "
                            "folder ‘%s’, and what is there comes into this database. That cannot "
                            "be taken back. A backup is made first."),
                          folder);
  dialog = adw_alert_dialog_new (_("Share this database?"), body);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _("_Cancel"), "share",
                                  _("_Share"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "share",
                                            ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "share");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");

  question->application = application;
  question->folder = g_strdup (folder);
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), lev_application_ensure_window (application),
                           NULL, share_confirmed_cb, question);
}

static void
folder_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  LevApplication *application = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile)
    folder = lev_local_file_take (gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source),
                                                                        result, &error),
                                  &error);

  if (folder != NULL)
    confirm (application, g_file_peek_path (folder));
  else if (!lev_dialog_is_dismissed (error))
    lev_job_dialog_show_error (lev_application_ensure_window (application),
                               _("No folder could be chosen"), error, NULL);
}

static void
share_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  LevStore *store = lev_application_get_store (user_data);

  if (store == NULL)
    return;

  gtk_file_dialog_set_title (dialog, _("Choose the team folder"));
  gtk_file_dialog_set_accept_label (dialog, _("_Choose"));
  gtk_file_dialog_select_folder (dialog, GTK_WINDOW (lev_application_ensure_window (user_data)),
                                 NULL, folder_chosen_cb, user_data);
}

static void
stop_sharing_action (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  set_folder (user_data, NULL);
}

static void
exchange_action (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  lev_sharing_exchange (lev_application_get_sharing (user_data));
}

static void
conflicts_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  if (lev_application_get_store (user_data) != NULL)
    adw_dialog_present (lev_conflict_dialog_new (), lev_application_ensure_window (user_data));
}

static const GActionEntry actions[] = {
  { "share", share_action },
  { "stop-sharing", stop_sharing_action },
  { "exchange", exchange_action },
  { "conflicts", conflicts_action },
};

/* What can be done follows from whether the database is shared. */
static void
update (LevApplication *application)
{
  LevSharing *sharing = lev_application_get_sharing (application);
  LevStore *store = lev_application_get_store (application);
  gboolean is_shared = lev_sharing_get_state (sharing) != LEV_SHARING_OFF;
  GAction *share = g_action_map_lookup_action (G_ACTION_MAP (application), "share");
  GAction *stop = g_action_map_lookup_action (G_ACTION_MAP (application), "stop-sharing");
  GAction *exchange = g_action_map_lookup_action (G_ACTION_MAP (application), "exchange");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (share),
                               store != NULL && lev_store_get_notice (store) == NULL);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (stop), is_shared);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (exchange), is_shared);
}

void
lev_sharing_actions_add (LevApplication *application)
{
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  g_signal_connect_object (lev_application_get_sharing (application), "changed",
                           G_CALLBACK (update), application, G_CONNECT_SWAPPED);
  update (application);
}
