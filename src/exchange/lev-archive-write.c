/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "lev-archive-private.h"
#include "lev-archive-verify.h"
#include "lev-exchange-error.h"
#include "lev-file-name.h"
#include "lev-manifest.h"
#include "lev-new-file.h"
#include "lev-zip.h"

/* Reading back, and giving the folder its name. */
#define N_CLOSING_STEPS 2

/* The writing of one archive, in a folder that does not have its name yet. */
typedef struct
{
  LevArchive        *archive;
  char              *temporary;
  GHashTable        *checksums; /* SHA-256 by file name, for the manifest */
  LevArchiveProgress progress;
  gpointer           user_data;
  GCancellable      *cancellable;
  guint              n_done;
} Writer;

static void
writer_clear (Writer *self)
{
  g_free (self->temporary);
  g_hash_table_unref (self->checksums);
}

/* Counts a step; %FALSE when the user stopped the work. */
static gboolean
begin_step (Writer     *self,
            const char *message,
            GError    **error)
{
  guint n_steps = self->archive->files->len + 2 + N_CLOSING_STEPS;

  if (self->progress != NULL)
    self->progress ((double) self->n_done / n_steps, message, self->user_data);
  self->n_done++;

  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

/* Whether an attempt before this one wrote the file already. */
static gboolean
is_written (const char *path,
            GBytes     *content)
{
  g_autofree char *found = NULL;
  gsize size;

  return g_file_get_contents (path, &found, &size, NULL) && size == g_bytes_get_size (content) &&
         (size == 0 || memcmp (found, g_bytes_get_data (content, NULL), size) == 0);
}

static gboolean
make_folder (const char *path,
             GError    **error)
{
  g_autofree char *name = g_filename_display_name (path);

  if (g_mkdir_with_parents (path, 0777) == 0)
    return TRUE;

  g_set_error (error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_WRITE,
               _("Making folder ‘%s’ failed: %s"), name, g_strerror (errno));
  return FALSE;
}

/* Nobody else writes in this folder: each attempt takes the same temporary names. */
static gboolean
write_part (const char    *path,
            GBytes        *content,
            LevNewFileMode mode,
            GError       **error)
{
  g_autofree char *temporary = lev_new_file_dup_fixed_temporary (path);

  return lev_new_file_write_over (temporary, path, content, mode, error);
}

static gboolean
write_file (Writer     *self,
            const char *name,
            GBytes     *content,
            GError    **error)
{
  g_autofree char *path = g_build_filename (self->temporary, name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  if (!begin_step (self, name, error) || !make_folder (folder, error))
    return FALSE;
  if (!is_written (path, content) && !write_part (path, content, LEV_NEW_FILE_REPLACE, error))
    return FALSE;

  g_hash_table_insert (self->checksums, g_strdup (name),
                       g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content));

  return TRUE;
}

static GBytes *
make_manifest (Writer *self)
{
  char *text = lev_manifest_print (self->checksums);

  return g_bytes_new_take (text, strlen (text));
}

static gboolean
fill_zip (Writer     *self,
          const char *temporary,
          GError    **error)
{
  g_autoptr (LevZipWriter) zip = lev_zip_writer_new (temporary, self->archive->moment, error);
  g_autoptr (GBytes) manifest = make_manifest (self);

  if (zip == NULL)
    return FALSE;

  for (guint i = 0; i < self->archive->files->len; i++)
    {
      LevArchiveFile *file = g_ptr_array_index (self->archive->files, i);
      g_autoptr (GBytes) content = lev_archive_file_read (file, error);

      if (content == NULL || !lev_zip_writer_add (zip, file->name, content, error))
        return FALSE;
    }

  return lev_zip_writer_add (zip, LEV_MANIFEST_NAME, manifest, error) &&
         lev_zip_writer_close (zip, error);
}

/* Whether the .zip on the disk holds each file as it was meant. */
static gboolean
check_zip (const char *temporary,
           gpointer    user_data,
           GError    **error)
{
  Writer *self = user_data;
  g_autoptr (GHashTable) found = lev_zip_read_checksums (temporary, self->cancellable, error);
  GHashTableIter iter;
  gpointer name;
  gpointer sum;

  if (found == NULL)
    return FALSE;

  g_hash_table_iter_init (&iter, self->checksums);
  while (g_hash_table_iter_next (&iter, &name, &sum))
    if (g_strcmp0 (g_hash_table_lookup (found, name), sum) != 0)
      {
        g_set_error (error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_DAMAGED,
                     _("Reading back the .zip of ‘%s’ failed: ‘%s’ has another content"),
                     self->archive->supplier, (char *) name);
        return FALSE;
      }

  return TRUE;
}

static char *
compute_file_checksum (const char *path,
                       GError    **error)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, error);
  g_autoptr (GBytes) bytes = NULL;

  if (file == NULL)
    return NULL;

  bytes = g_mapped_file_get_bytes (file);

  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}

static gboolean
write_zip (Writer  *self,
           GError **error)
{
  g_autofree char *name = g_strconcat (self->archive->zip_name, LEV_ARCHIVE_SUFFIX, NULL);
  g_autofree char *path = g_build_filename (self->temporary, name, NULL);
  g_autofree char *temporary = lev_new_file_dup_fixed_temporary (path);
  char *sha256;

  if (!begin_step (self, name, error))
    return FALSE;

  g_unlink (temporary);
  if (!fill_zip (self, temporary, error))
    {
      g_unlink (temporary);
      return FALSE;
    }
  if (!lev_new_file_publish (temporary, path, LEV_NEW_FILE_REPLACE, check_zip, self, error))
    return FALSE;

  sha256 = compute_file_checksum (path, error);
  if (sha256 == NULL)
    return FALSE;
  g_hash_table_insert (self->checksums, g_steal_pointer (&name), sha256);

  return TRUE;
}

/* Reads everything back from the disk, as the user can do at any time with `verify`. */
static gboolean
check_folder (Writer  *self,
              GError **error)
{
  g_autoptr (LevArchiveCheck) check = NULL;

  if (!begin_step (self, _("Reading back"), error))
    return FALSE;

  check = lev_archive_verify (self->temporary, NULL, NULL, self->cancellable, error);
  if (check == NULL)
    return FALSE;
  if (check->n_found[LEV_FINDING_RIGHT] == check->findings->len)
    return TRUE;

  g_set_error (error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_DAMAGED,
               _("Reading back the archive of ‘%s’ failed: the disk holds something else than was "
                 "written"),
               self->archive->supplier);
  return FALSE;
}

/* Removes what is in @path, except the files below it that @kept names. */
static void
empty_folder (const char *path,
              const char *below,
              GHashTable *kept)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      g_autofree char *relative = *below == '\0' ? g_strdup (name)
                                                 : g_strjoin ("/", below, name, NULL);
      GStatBuf info;

      if (g_hash_table_contains (kept, relative))
        continue;
      if (g_lstat (file, &info) == 0 && S_ISDIR (info.st_mode))
        {
          empty_folder (file, relative, kept);
          g_rmdir (file);
        }
      else
        g_unlink (file);
    }
}

static void
remove_folder (const char *path)
{
  g_autoptr (GHashTable) none = g_hash_table_new (NULL, NULL);

  empty_folder (path, "", none);
  g_rmdir (path);
}

char *
lev_archive_dup_temporary (LevArchive *archive,
                           const char *round)
{
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, archive->key, -1);
  g_autofree char *name = g_strdup_printf (".levman-%.16s.tmp", sum);

  return g_build_filename (round, name, NULL);
}

static gboolean
write_manifest (Writer  *self,
                GError **error)
{
  g_autofree char *path = g_build_filename (self->temporary, LEV_MANIFEST_NAME, NULL);
  g_autoptr (GBytes) manifest = make_manifest (self);

  return begin_step (self, LEV_MANIFEST_NAME, error) &&
         write_part (path, manifest, LEV_NEW_FILE_KEEP, error);
}

static gboolean
write_folder (Writer  *self,
              GError **error)
{
  if (!make_folder (self->temporary, error))
    return FALSE;

  for (guint i = 0; i < self->archive->files->len; i++)
    {
      LevArchiveFile *file = g_ptr_array_index (self->archive->files, i);
      g_autoptr (GBytes) content = lev_archive_file_read (file, error);

      if (content == NULL || !write_file (self, file->name, content, error))
        return FALSE;
    }

  if (!write_zip (self, error))
    return FALSE;
  empty_folder (self->temporary, "", self->checksums);

  return write_manifest (self, error) && check_folder (self, error);
}

/* The name that an entry of @parent already has, when it differs from @name in nothing that a file
 * system without case sees; else a copy of @name. */
static char *
find_existing (const char *parent,
               const char *name,
               gboolean   *exists)
{
  g_autoptr (GDir) dir = g_dir_open (parent, 0, NULL);
  g_autofree char *key = lev_file_name_dup_key (name);
  const char *entry;

  *exists = FALSE;
  while (dir != NULL && (entry = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *valid = g_utf8_make_valid (entry, -1);
      g_autofree char *entry_key = lev_file_name_dup_key (valid);

      if (g_str_equal (key, entry_key))
        {
          *exists = TRUE;
          return g_strdup (entry);
        }
    }

  return g_strdup (name);
}

/* Makes a folder in @parent, or takes the one that is there. */
static char *
ensure_folder (const char *parent,
               const char *name,
               GError    **error)
{
  gboolean exists;
  g_autofree char *found = find_existing (parent, name, &exists);
  g_autofree char *path = g_build_filename (parent, found, NULL);

  if (!make_folder (path, error))
    return NULL;

  return lev_new_file_sync (parent, error) ? g_steal_pointer (&path) : NULL;
}

/* The name of the first version that is not there yet. */
static char *
find_free_name (const char *parent,
                const char *supplier)
{
  for (guint version = 1;; version++)
    {
      /* Translators: the folder of a supplier that was archived before. */
      g_autofree char *name = version == 1
                                ? g_strdup (supplier)
                                : g_strdup_printf (_("%s (version %u)"), supplier, version);
      gboolean exists;
      g_autofree char *found = find_existing (parent, name, &exists);

      if (!exists)
        return g_steal_pointer (&name);
    }
}

/* SharePoint counts the whole path, of which the folder of the user stands in for what it has. */
static gboolean
check_length (Writer     *self,
              const char *path,
              GError    **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *shown = g_filename_display_name (absolute);
  glong longest = g_utf8_strlen (self->archive->zip_name, -1) + strlen (LEV_ARCHIVE_SUFFIX);

  for (guint i = 0; i < self->archive->files->len; i++)
    {
      LevArchiveFile *file = g_ptr_array_index (self->archive->files, i);

      longest = MAX (longest, g_utf8_strlen (file->name, -1));
    }
  if (g_utf8_strlen (shown, -1) + 1 + longest <= LEV_FILE_PATH_MAX)
    return TRUE;

  g_set_error (error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_ARCHIVE,
               _("Archiving ‘%s’ failed: the path would be longer than the %d characters that "
                 "SharePoint allows. Choose a folder with a shorter path"),
               self->archive->supplier, LEV_FILE_PATH_MAX);
  return FALSE;
}

/* Gives the finished folder its name; someone else may be faster with the same one. */
static char *
publish (Writer     *self,
         const char *parent,
         GError    **error)
{
  if (!begin_step (self, _("Giving the folder its name"), error))
    return NULL;

  while (TRUE)
    {
      g_autofree char *name = find_free_name (parent, self->archive->supplier);
      g_autofree char *path = g_build_filename (parent, name, NULL);
      g_autoptr (GError) local_error = NULL;

      if (!check_length (self, path, error))
        return NULL;
      if (lev_new_file_publish_folder (self->temporary, path, &local_error))
        {
          lev_archive_tidy (path);
          return g_steal_pointer (&name);
        }
      if (!g_error_matches (local_error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_EXISTS))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
    }
}

/* The attempt before this one finished, and only did not hear so. */
static char *
take_standing (Writer     *self,
               const char *round)
{
  GHashTable *checksums;
  char *name = lev_archive_find_standing (self->archive, round, self->cancellable, &checksums);

  if (name == NULL)
    return NULL;

  remove_folder (self->temporary);
  g_hash_table_unref (self->checksums);
  self->checksums = checksums;

  return name;
}

static LevArchiveResult *
make_result (Writer     *self,
             const char *year,
             const char *round,
             const char *supplier)
{
  g_autofree char *zip = g_strconcat (self->archive->zip_name, LEV_ARCHIVE_SUFFIX, NULL);
  g_autofree char *year_name = g_path_get_basename (year);
  g_autofree char *round_name = g_path_get_basename (round);
  LevArchiveResult *result = g_new0 (LevArchiveResult, 1);

  result->path = g_strjoin ("/", year_name, round_name, supplier, zip, NULL);
  result->sha256 = g_strdup (g_hash_table_lookup (self->checksums, zip));
  result->n_files = g_hash_table_size (self->checksums) + 1;

  return result;
}

/* When the folder itself is gone, that is why it failed, whatever was being done. */
static void
explain (LevArchive *self,
         const char *folder,
         GError    **error)
{
  g_autofree char *name = g_filename_display_name (folder);
  GStatBuf info;
  int saved_errno;

  if (g_stat (folder, &info) == 0 || g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  saved_errno = errno;
  g_clear_error (error);
  g_set_error (error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_WRITE,
               _("Archiving ‘%s’ failed: the folder ‘%s’ cannot be reached: %s"), self->supplier,
               name, g_strerror (saved_errno));
}

LevArchiveResult *
lev_archive_write (LevArchive        *self,
                   const char        *folder,
                   LevArchiveProgress progress,
                   gpointer           user_data,
                   GCancellable      *cancellable,
                   GError           **error)
{
  g_autofree char *year = NULL;
  g_autofree char *round = NULL;
  g_autofree char *supplier = NULL;
  LevArchiveResult *result = NULL;
  Writer writer = { self, .progress = progress, user_data, cancellable };

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (folder != NULL, NULL);

  year = ensure_folder (folder, self->year, error);
  round = year != NULL ? ensure_folder (year, self->round, error) : NULL;
  if (round == NULL)
    return NULL;

  writer.temporary = lev_archive_dup_temporary (self, round);
  writer.checksums = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  lev_archive_tidy_round (round);
  if (!self->is_recorded)
    supplier = take_standing (&writer, round);
  if (supplier == NULL && write_folder (&writer, error))
    supplier = publish (&writer, round, error);
  if (supplier != NULL)
    result = make_result (&writer, year, round, supplier);
  else
    {
      remove_folder (writer.temporary);
      if (error != NULL)
        explain (self, folder, error);
    }
  writer_clear (&writer);

  return result;
}

void
lev_archive_result_free (LevArchiveResult *self)
{
  g_free (self->path);
  g_free (self->sha256);
  g_free (self);
}
