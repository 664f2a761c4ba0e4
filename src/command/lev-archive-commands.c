#include "lev-archive-verify.h"
#include "lev-archiving.h"
#include "lev-archived-dossier.h"
#include "lev-command.h"
#include "lev-file-store.h"

#include "lev-profile-status.h"

#include <glib/gi18n.h>

static gboolean
archive_dossier (LevStore   *store,
                 LevDossier *dossier,
                 const char *folder,
                 GError    **error)
{
  g_autofree char *title = lev_record_dup_title (LEV_RECORD (dossier));
  g_autofree char *files = lev_file_store_dup_folder (lev_store_get_path (store));
  g_autofree char *path = NULL;

  lev_store_begin (store, _("Archive a dossier"));
  if (!lev_archiving_run (dossier, files, folder, &path, error))
    {
      lev_store_abandon (store);
      return FALSE;
    }
  if (!lev_store_commit (store, error))
    return FALSE;

  g_print (_("Archived: %s: %s\n"), title, path);

  return TRUE;
}

gboolean
lev_command_archive (LevCommandLine *line,
                     GError        **error)
{
  g_autoptr (LevStore) store = lev_store_open (line->words[0], LEV_STORE_WRITE, error);
  g_autoptr (GPtrArray) ready = NULL;
  LevReview *review;

  if (store == NULL)
    return FALSE;
  if (line->author != NULL)
    lev_store_set_author (store, line->author);

  review = lev_command_find_review (lev_store_get_records (store), line->review, error);
  if (review == NULL)
    return FALSE;

  ready = lev_archiving_list_ready (review);
  if (ready->len == 0)
    {
      g_set_error (error, LEV_COMMAND_ERROR, LEV_COMMAND_ERROR_FAILED,
                   _("No dossier of ‘%s’ is ready to be archived; see ‘levman-review status’"),
                   review->title);
      return FALSE;
    }

  for (guint i = 0; i < ready->len; i++)
    if (!archive_dossier (store, g_ptr_array_index (ready, i), line->words[1], error))
      return FALSE;

  return TRUE;
}

static void
print_findings (const LevArchiveCheck *check)
{
  for (guint i = 0; i < check->findings->len; i++)
    {
      const LevFinding *finding = g_ptr_array_index (check->findings, i);

      if (finding->kind == LEV_FINDING_RIGHT)
        continue;
      g_print ("%s: %s%s%s%s%s%s\n", lev_finding_kind_get_label (finding->kind), finding->folder,
               *finding->folder != '\0' ? "/" : "", finding->name,
               finding->note != NULL ? " (" : "", finding->note != NULL ? finding->note : "",
               finding->note != NULL ? ")" : "");
    }

  for (guint i = 0; i < LEV_FINDING_N_KINDS; i++)
    if (check->n_found[i] > 0)
      g_print ("%s: %u\n", lev_finding_kind_get_label (i), check->n_found[i]);
}

gboolean
lev_command_verify (LevCommandLine *line,
                    GError        **error)
{
  g_autoptr (LevArchiveCheck) check = NULL;

  check = lev_archive_verify (line->words[0], NULL, NULL, NULL, error);
  if (check == NULL)
    return FALSE;

  if (line->json)
    {
      g_autofree char *text = lev_archive_check_to_json (check);

      g_print ("%s\n", text);
    }
  else
    print_findings (check);

  if (lev_archive_check_is_right (check))
    return TRUE;

  g_set_error (error, LEV_COMMAND_ERROR, LEV_COMMAND_ERROR_FAILED,
               _("The archive ‘%s’ is not what was written"), line->words[0]);
  return FALSE;
}

/* The window shows it where there is one; see main(). */
gboolean
lev_command_open_archive (LevCommandLine *line,
                          GError        **error)
{
  g_autofree char *folder = g_dir_make_tmp ("levman-archief-XXXXXX", error);
  g_autofree char *path = NULL;
  g_autoptr (LevStore) store = NULL;
  LevDossier *dossier = NULL;

  if (folder == NULL)
    return FALSE;

  path = lev_archived_dossier_unpack (line->words[0], folder, error);
  if (path != NULL)
    store = lev_store_open (path, LEV_STORE_READ, error);
  if (store != NULL)
    dossier = lev_archived_dossier_find (lev_store_get_records (store));
  if (dossier != NULL)
    {
      g_print ("%s: %s\n\n", dossier->review->title, dossier->supplier->name);
      lev_profile_status_print (dossier);
    }
  g_clear_object (&store);
  lev_archived_dossier_discard (folder);

  return dossier != NULL;
}
