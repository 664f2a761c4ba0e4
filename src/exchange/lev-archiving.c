#include "lev-archiving.h"

#include "lev-exchange-error.h"

#include <glib/gi18n.h>

GPtrArray *
lev_archiving_list_ready (LevReview *review)
{
  g_autoptr (GPtrArray) chosen = lev_review_list_chosen (review);
  GPtrArray *ready = g_ptr_array_new ();

  for (guint i = 0; i < chosen->len; i++)
    {
      LevDossier *dossier = g_ptr_array_index (chosen, i);

      if (review->closed != 0 || lev_dossier_get_step (dossier) == 13)
        g_ptr_array_add (ready, dossier);
    }

  return ready;
}

LevArchive *
lev_archiving_gather (LevDossier *dossier,
                      const char *files,
                      GError    **error)
{
  gboolean is_open = dossier->review->closed == 0;
  g_autoptr (LevArchive) archive = NULL;

  if (is_open && !lev_process_check_archivable (dossier, error))
    return NULL;

  archive = lev_archive_new (dossier, files, error);
  if (archive == NULL || !is_open || lev_archive_get_lost (archive) == NULL)
    return g_steal_pointer (&archive);

  g_set_error (error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_ARCHIVE,
               _("‘%s’ is not archived: the file of this evidence is not on this computer: %s. Add "
                 "it once more from where it came, or remove the evidence"),
               dossier->supplier->name, lev_archive_get_lost (archive));
  return NULL;
}

gboolean
lev_archiving_run (LevDossier *dossier,
                   const char *files,
                   const char *folder,
                   char      **path,
                   GError    **error)
{
  g_autoptr (LevArchiveResult) result = NULL;
  g_autoptr (LevArchive) archive = lev_archiving_gather (dossier, files, error);

  if (archive == NULL)
    return FALSE;

  result = lev_archive_write (archive, folder, NULL, NULL, NULL, error);
  if (result == NULL)
    return FALSE;

  if (path != NULL)
    *path = g_build_filename (folder, result->path, NULL);

  return dossier->review->closed != 0 ||
         lev_process_record_archive (dossier, result->path, result->sha256, LEV_VERDICT_RIGHT,
                                     error) != NULL;
}
