#include "lev-archiving.h"

#include "lev-archive.h"

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

gboolean
lev_archiving_run (LevDossier *dossier,
                   const char *folder,
                   char      **path,
                   GError    **error)
{
  gboolean is_open = dossier->review->closed == 0;
  g_autoptr (LevArchiveResult) result = NULL;
  g_autoptr (LevArchive) archive = NULL;

  if (is_open && !lev_process_check_archivable (dossier, error))
    return FALSE;

  archive = lev_archive_new (dossier, error);
  if (archive == NULL)
    return FALSE;

  result = lev_archive_write (archive, folder, NULL, NULL, NULL, error);
  if (result == NULL)
    return FALSE;

  if (path != NULL)
    *path = g_build_filename (folder, result->path, NULL);

  return !is_open || lev_process_record_archive (dossier, result->path, result->sha256,
                                                 LEV_VERDICT_RIGHT, error) != NULL;
}
