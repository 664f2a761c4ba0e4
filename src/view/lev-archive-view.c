#include "lev-archive-view.h"

#include "lev-archived-dossier.h"
#include "lev-opening.h"
#include "lev-window.h"

#include <glib/gi18n.h>

/* The step at which an archived dossier opens: its profile. */
#define STEP_PROFILE (3)

#define FOLDER_KEY "lev-archive-folder"

/* The unpacked dossier is there as long as it is shown. */
static void
discard (gpointer data)
{
  g_autofree char *folder = data;

  lev_archived_dossier_discard (folder);
}

static void
show_error (LevApplication *application,
            const char     *zip,
            const GError   *error)
{
  GtkWidget *window = lev_application_ensure_window (application);
  AdwDialog *dialog;

  if (lev_application_get_store (application) == NULL)
    {
      lev_window_show_problem (LEV_WINDOW (window), zip, error);
      return;
    }

  dialog = adw_alert_dialog_new (_("The archive cannot be opened"), error->message);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, window);
}

static void
show_dossier (LevApplication *application)
{
  LevRegister *records = lev_application_get_records (application);
  LevDossier *dossier = lev_archived_dossier_find (records);

  if (dossier != NULL)
    gtk_widget_activate_action (lev_application_ensure_window (application), "win.go", "(uss)",
                                STEP_PROFILE, LEV_RECORD (dossier)->id, "");
}

static void
open_package (LevApplication *application,
              const char     *zip)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("levman-archief-XXXXXX", &error);
  g_autofree char *path = folder != NULL ? lev_archived_dossier_unpack (zip, folder, &error) : NULL;

  if (path == NULL)
    {
      if (folder != NULL)
        lev_archived_dossier_discard (folder);
      show_error (application, zip, error);
      return;
    }
  if (!lev_application_go_to (application, path, LEV_STORE_READ))
    {
      lev_archived_dossier_discard (folder);
      return;
    }

  g_object_set_data_full (G_OBJECT (lev_application_get_store (application)), FOLDER_KEY,
                          g_steal_pointer (&folder), discard);
  show_dossier (application);
  /* The banner says that it is an archive, now that this is known. */
  g_signal_emit_by_name (application, "changed");
}

void
lev_archive_view_go_to (LevApplication *application,
                        const char     *path)
{
  if (lev_archived_dossier_is_package (path))
    open_package (application, path);
  else
    lev_opening_go_to (application, path, LEV_STORE_WRITE, NULL);
}

char *
lev_archive_view_describe (LevStore *store)
{
  LevDossier *dossier;
  g_autofree char *title = NULL;

  if (g_object_get_data (G_OBJECT (store), FOLDER_KEY) == NULL)
    return NULL;

  dossier = lev_archived_dossier_find (lev_store_get_records (store));
  if (dossier == NULL)
    return g_strdup ("");
  title = lev_record_dup_title (LEV_RECORD (dossier));

  return g_strdup_printf ("%s, %s", title, dossier->review->title);
}
