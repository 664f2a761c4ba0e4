#include "lev-evidence-files.h"

#include "lev-application.h"
#include "lev-file-store.h"

#include <glib/gi18n.h>

static const char *
get_database (void)
{
  return lev_store_get_path (lev_application_get_store (lev_application_get_default ()));
}

char *
lev_evidence_dup_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  char *end = strrchr (name, '.');

  if (end != NULL && end != name)
    *end = '\0';

  return g_steal_pointer (&name);
}

gboolean
lev_evidence_is_expired (LevEvidence *evidence)
{
  return evidence->valid_until != 0 && evidence->valid_until < lev_clock_today ();
}

static void
keep_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const char *database = g_object_get_data (G_OBJECT (task), "database");
  GError *error = NULL;
  char *sha256 = lev_file_store_add (database, task_data, cancellable, &error);

  if (sha256 != NULL)
    g_task_return_pointer (task, sha256, g_free);
  else
    g_task_return_error (task, error);
}

void
lev_evidence_keep (GFile              *file,
                   GCancellable       *cancellable,
                   GAsyncReadyCallback callback,
                   gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, lev_evidence_keep);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_object_set_data_full (G_OBJECT (task), "database", g_strdup (get_database ()), g_free);
  g_task_run_in_thread (task, keep_in_thread);
}

char *
lev_evidence_keep_finish (GAsyncResult *result,
                          GFile       **file,
                          GError      **error)
{
  *file = g_object_ref (g_task_get_task_data (G_TASK (result)));

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
show_error (GtkWidget    *parent,
            const GError *error)
{
  AdwDialog *dialog = adw_alert_dialog_new (_("The evidence could not be opened"), error->message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, parent);
}

/* A dismissed chooser of programs is no error. */
static void
show_launch_error (GtkWidget    *parent,
                   const GError *error)
{
  if (error != NULL && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_error (parent, error);
}

static void
file_launched_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GtkWidget) parent = user_data;
  g_autoptr (GError) error = NULL;

  gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (source), result, &error);
  show_launch_error (parent, error);
}

static void
uri_launched_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GtkWidget) parent = user_data;
  g_autoptr (GError) error = NULL;

  gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (source), result, &error);
  show_launch_error (parent, error);
}

/* What is checked out: of which database, under which hash and name. */
typedef struct
{
  char *database;
  char *sha256;
  char *name;
} CheckOut;

static void
check_out_free (gpointer data)
{
  CheckOut *self = data;

  g_free (self->database);
  g_free (self->sha256);
  g_free (self->name);
  g_free (self);
}

static void
check_out_in_thread (GTask        *task,
                     gpointer      source,
                     gpointer      task_data,
                     GCancellable *cancellable)
{
  CheckOut *data = task_data;
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "levman-review", NULL);
  GError *error = NULL;
  char *path = lev_file_store_check_out (data->database, data->sha256, data->name, folder, &error);

  if (path != NULL)
    g_task_return_pointer (task, path, g_free);
  else
    g_task_return_error (task, error);
}

static void
checked_out_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GtkWidget) parent = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (GFile) file = NULL;
  g_autoptr (GtkFileLauncher) launcher = NULL;

  if (path == NULL)
    {
      show_error (parent, error);
      return;
    }

  file = g_file_new_for_path (path);
  launcher = gtk_file_launcher_new (file);
  gtk_file_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (parent)), NULL,
                            file_launched_cb, g_object_ref (parent));
}

static gboolean
is_web_address (const char *link)
{
  g_autofree char *scheme = link != NULL ? g_uri_parse_scheme (link) : NULL;

  return g_strcmp0 (scheme, "https") == 0 || g_strcmp0 (scheme, "http") == 0;
}

void
lev_evidence_open (LevEvidence *evidence,
                   GtkWidget   *parent)
{
  if (evidence->sha256 != NULL)
    {
      g_autoptr (GTask) task = g_task_new (NULL, NULL, checked_out_cb, g_object_ref (parent));
      CheckOut *data = g_new0 (CheckOut, 1);

      data->database = g_strdup (get_database ());
      data->sha256 = g_strdup (evidence->sha256);
      data->name = g_strdup (evidence->link != NULL ? evidence->link : evidence->name);
      g_task_set_task_data (task, data, check_out_free);
      g_task_run_in_thread (task, check_out_in_thread);
    }
  else if (is_web_address (evidence->link))
    {
      g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (evidence->link);

      gtk_uri_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (parent)), NULL,
                               uri_launched_cb, g_object_ref (parent));
    }
  else
    {
      g_autoptr (GError) error = g_error_new (LEV_STORE_ERROR, LEV_STORE_ERROR_NOT_FOUND,
                                              _("‘%s’ is not a web address and no file was added."),
                                              evidence->link != NULL ? evidence->link : "");

      show_error (parent, error);
    }
}
