#include "lev-database-actions.h"

#include "lev-backup.h"
#include "lev-database-work.h"
#include "lev-dialog.h"
#include "lev-example.h"
#include "lev-handbook-keeping.h"
#include "lev-job-dialog.h"
#include "lev-local-file.h"
#include "lev-opening.h"
#include "lev-record-list.h"
#include "lev-state-banner.h"
#include "lev-store-job.h"

#include <glib/gi18n.h>

/* Who uses the example. */
#define EXAMPLE_USER "Marijke de Wit"

static void
show_error (LevApplication *application,
            const char     *heading,
            const GError   *error)
{
  lev_job_dialog_show_error (lev_application_ensure_window (application), heading, error, NULL);
}

static GtkFileDialog *
new_file_dialog (const char *title,
                 const char *accept)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_filter_set_name (filter, _("Databases of Levman Review"));
  gtk_file_filter_add_suffix (filter, "levman");
  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, filter);
  g_list_store_append (filters, all);
  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_accept_label (dialog, accept);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));

  return dialog;
}

/* A dialog that was closed is silent; anything else is said. */
static void
show_dialog_error (LevApplication *application,
                   const GError   *error)
{
  if (!lev_dialog_is_dismissed (error))
    show_error (application, _("No file could be chosen"), error);
}

static GtkWindow *
get_window (LevApplication *application)
{
  return GTK_WINDOW (lev_application_ensure_window (application));
}

static void
open_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  LevApplication *application = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile)
    file = lev_local_file_take (gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result,
                                                             &error),
                                &error);

  if (file == NULL)
    show_dialog_error (application, error);
  else
    lev_opening_go_to (application, g_file_peek_path (file), LEV_STORE_WRITE,
                       lev_application_set_place);
}

static void
open_database_action (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  g_autoptr (GtkFileDialog) dialog = new_file_dialog (_("Open a database"), _("_Open"));

  gtk_file_dialog_open (dialog, get_window (user_data), NULL, open_chosen_cb, user_data);
}

static void
create_database_action (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  lev_database_actions_begin (user_data);
}

static gboolean
write_example (LevJob       *job,
               gpointer      data,
               GCancellable *cancellable,
               GError      **error)
{
  const char *path = data;

  return lev_database_work_make_folder (path, error) &&
         lev_example_write (path, lev_job_tell, job, cancellable, error);
}

static void
example_opened_cb (LevApplication *application,
                   const char     *path)
{
  LevRecordList *people;

  if (lev_application_get_user (application) != NULL)
    return;

  people = lev_register_list (lev_application_get_records (application), LEV_TYPE_PERSON);
  for (guint i = 0; i < lev_record_list_get_n (people); i++)
    {
      LevPerson *person = lev_record_list_peek (people, i);

      if (g_strcmp0 (person->name, EXAMPLE_USER) == 0)
        lev_application_set_user (application, person);
    }
}

static void
example_written_cb (GtkWidget *parent,
                    gpointer   data)
{
  lev_opening_go_to (lev_application_get_default (), data, LEV_STORE_WRITE, example_opened_cb);
}

/* The example is a database of its own, beside the user's; it is not opened at the next start. */
static void
show_example_action (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  char *path = g_build_filename (g_get_user_data_dir (), "levman-review", "voorbeeld.levman", NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      lev_opening_go_to (user_data, path, LEV_STORE_WRITE, example_opened_cb);
      g_free (path);
      return;
    }

  lev_job_dialog_run (lev_application_ensure_window (user_data),
                      &(LevJobWork) { .title = _("Making the example"),
                                      .failure = _("The example could not be made"),
                                      .func = write_example,
                                      .done = example_written_cb,
                                      .data = path,
                                      .destroy = g_free });
}

static void
folder_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  LevApplication *application = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) folder = NULL;

  folder = lev_local_file_take (gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source),
                                                                      result, &error),
                                &error);
  if (folder == NULL)
    show_dialog_error (application, error);
  else
    lev_database_work_move (application, g_file_peek_path (folder));
}

static void
move_database_action (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _("Move the database to a folder on this computer"));
  gtk_file_dialog_set_accept_label (dialog, _("_Move here"));
  gtk_file_dialog_select_folder (dialog, get_window (user_data), NULL, folder_chosen_cb, user_data);
}

static void
backup_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  LevApplication *application = user_data;
  LevStore *store = lev_application_get_store (application);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile)
    file = lev_local_file_take (gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result,
                                                             &error),
                                &error);
  g_autoptr (GFile) live = NULL;

  if (file == NULL)
    {
      show_dialog_error (application, error);
      return;
    }
  if (store == NULL)
    return;

  live = g_file_new_for_path (lev_store_get_path (store));
  if (g_file_equal (file, live))
    g_set_error (&error, LEV_STORE_ERROR, LEV_STORE_ERROR_EXISTS,
                 _("‘%s’ is the database itself; choose another name"), g_file_peek_path (file));

  /* The file chooser asked already whether a file may be replaced. */
  if (error != NULL)
    show_error (application, _("The backup could not be made"), error);
  else
    lev_database_work_back_up (application, g_file_peek_path (file));
}

static void
back_up_database_action (GSimpleAction *action,
                         GVariant      *parameter,
                         gpointer       user_data)
{
  g_autoptr (GtkFileDialog) dialog = new_file_dialog (_("Make a backup"), _("_Make the backup"));
  g_autofree char *date = lev_date_format (lev_clock_today ());
  g_autofree char *name = g_strdup_printf ("Levman Review %s.levman", date);

  if (lev_application_get_store (user_data) == NULL)
    return;

  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, get_window (user_data), NULL, backup_chosen_cb, user_data);
}

typedef struct
{
  LevApplication *application;
  char           *backup;
} Restoring;

static void
restore_confirmed_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  Restoring *self = user_data;
  LevStore *store = lev_application_get_store (self->application);
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);
  g_autofree char *place = store != NULL ? g_strdup (lev_store_get_path (store))
                                         : lev_application_dup_place (self->application);

  if (g_str_equal (answer, "restore"))
    lev_database_work_restore (self->application, self->backup, place);

  g_free (self->backup);
  g_free (self);
}

static void
restore_chosen_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  LevApplication *application = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile)
    file = lev_local_file_take (gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result,
                                                             &error),
                                &error);
  g_autofree char *body = NULL;
  Restoring *self;
  AdwDialog *dialog;

  if (file == NULL)
    {
      show_dialog_error (application, error);
      return;
    }

  body = g_strdup_printf (_("‘%s’ takes the place of the present database. What was changed after "
                            "it was made is not in it. The present database is set aside in the "
                            "same folder, so that nothing is lost."),
                          g_file_peek_path (file));
  dialog = adw_alert_dialog_new (_("Put this backup back?"), body);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _("_Cancel"), "restore",
                                  _("_Put back"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "restore",
                                            ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");

  self = g_new0 (Restoring, 1);
  self->application = application;
  self->backup = g_file_get_path (file);
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), lev_application_ensure_window (application),
                           NULL, restore_confirmed_cb, self);
}

static void
restore_backup_action (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       user_data)
{
  g_autoptr (GtkFileDialog) dialog = new_file_dialog (_("Put a backup back"), _("_Choose"));
  g_autofree char *place = lev_application_dup_place (user_data);
  g_autofree char *path = lev_backup_dup_folder (place);
  g_autoptr (GFile) folder = g_file_new_for_path (path);

  gtk_file_dialog_set_initial_folder (dialog, folder);
  gtk_file_dialog_open (dialog, get_window (user_data), NULL, restore_chosen_cb, user_data);
}

static void
save_again_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  g_autoptr (GError) error = NULL;

  if (lev_application_save_again (user_data, &error))
    lev_application_toast (user_data, _("Everything is saved"), NULL, NULL);
  else
    show_error (user_data, _("Not everything is saved yet"), error);
}

/* What was opened for reading is tried for writing again. */
static void
open_for_writing_action (GSimpleAction *action,
                         GVariant      *parameter,
                         gpointer       user_data)
{
  LevStore *store = lev_application_get_store (user_data);

  if (store != NULL)
    lev_opening_go_to (user_data, lev_store_get_path (store), LEV_STORE_WRITE, NULL);
}

static const GActionEntry actions[] = {
  { "open-database", open_database_action },
  { "create-database", create_database_action },
  { "show-example", show_example_action },
  { "move-database", move_database_action },
  { "back-up-database", back_up_database_action },
  { "restore-backup", restore_backup_action },
  { "save-again", save_again_action },
  { "open-for-writing", open_for_writing_action },
};

static void
close_confirmed_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (GtkWindow) window = user_data;
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_str_equal (answer, "again"))
    gtk_window_close (window);
  else if (g_str_equal (answer, "lose"))
    gtk_window_destroy (window);
}

void
lev_database_actions_add (LevApplication *application)
{
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
}

gboolean
lev_database_actions_begin (LevApplication *application)
{
  g_autofree char *place = lev_application_dup_usual_place ();
  gboolean exists = g_file_test (place, G_FILE_TEST_EXISTS);
  g_autoptr (GError) error = NULL;

  if (!lev_database_work_make_folder (place, &error))
    {
      show_error (application, _("The database cannot be made"), error);
      return FALSE;
    }
  if (!lev_application_go_to (application, place, exists ? LEV_STORE_WRITE : LEV_STORE_CREATE))
    return FALSE;

  lev_application_set_place (application, place);

  return TRUE;
}

gboolean
lev_database_actions_confirm_close (LevApplication *application,
                                    GtkWindow      *window)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *body = NULL;
  AdwDialog *dialog;

  /* Its progress is in sight, with a button that cancels it. */
  if (lev_store_job_is_running ())
    return FALSE;

  lev_handbook_keeping_flush ();
  if (lev_application_save_again (application, &error))
    return TRUE;

  body = g_strdup_printf (_("The reason: %s. What you changed since is lost when the window closes "
                            "now."),
                          lev_state_describe_unsaved (error));
  dialog = adw_alert_dialog_new (_("Not everything is saved yet"), body);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "stay", _("_Keep open"), "again",
                                  _("_Try again"), "lose", _("Close _without saving"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "lose",
                                            ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "again");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "stay");
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), GTK_WIDGET (window), NULL, close_confirmed_cb,
                           g_object_ref (window));

  return FALSE;
}
