/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-archive-private.h"
#include "lev-archive-verify.h"
#include "lev-file-name.h"

/* Whether everything that the manifest of @folder names is there as it was written, whatever others
 * put beside it. */
static gboolean
is_whole (const char   *folder,
          GCancellable *cancellable)
{
  g_autoptr (LevArchiveCheck) check = lev_archive_verify (folder, NULL, NULL, cancellable, NULL);

  return check != NULL && check->n_folders == 1 &&
         check->n_found[LEV_FINDING_RIGHT] + check->n_found[LEV_FINDING_EXTRA] ==
           check->findings->len;
}

static gboolean
is_same (const LevArchiveFile *file,
         const char           *sha256)
{
  g_autofree char *own = NULL;

  if (file->is_drawn || sha256 == NULL)
    return sha256 != NULL;

  own = file->content != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, file->content)
                              : g_strdup (file->sha256);

  return g_strcmp0 (own, sha256) == 0;
}

/* Whether what @checksums names is what @archive is to keep, with its .zip beside it. */
static gboolean
is_equal (LevArchive *archive,
          GHashTable *checksums)
{
  g_autofree char *zip = g_strconcat (archive->zip_name, LEV_ARCHIVE_SUFFIX, NULL);

  if (g_hash_table_size (checksums) != archive->files->len + 1 ||
      !g_hash_table_contains (checksums, zip))
    return FALSE;

  for (guint i = 0; i < archive->files->len; i++)
    {
      const LevArchiveFile *file = g_ptr_array_index (archive->files, i);

      if (!is_same (file, g_hash_table_lookup (checksums, file->name)))
        return FALSE;
    }

  return TRUE;
}

/* Whether a folder called @entry may be one of the versions of the supplier. */
static gboolean
may_be_version (LevArchive *archive,
                const char *entry)
{
  g_autofree char *valid = g_utf8_make_valid (entry, -1);
  g_autofree char *key = lev_file_name_dup_key (valid);
  g_autofree char *start = lev_file_name_dup_key (archive->supplier);

  return g_str_has_prefix (key, start) && !g_str_has_suffix (key, ".tmp");
}

char *
lev_archive_find_standing (LevArchive   *archive,
                           const char   *round,
                           GCancellable *cancellable,
                           GHashTable  **checksums)
{
  g_autoptr (GDir) dir = g_dir_open (round, 0, NULL);
  const char *entry;

  while (dir != NULL && (entry = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (round, entry, NULL);
      g_autoptr (GHashTable) found = NULL;

      if (!may_be_version (archive, entry) || !is_whole (folder, cancellable))
        continue;

      found = lev_archive_read_manifest (folder);
      if (found != NULL && is_equal (archive, found))
        {
          *checksums = g_steal_pointer (&found);
          return g_strdup (entry);
        }
    }

  return NULL;
}
