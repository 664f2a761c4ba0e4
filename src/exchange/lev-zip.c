/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-zip.h"

#include <errno.h>
#include <sys/stat.h>

#include <glib/gi18n.h>
#include <unzip.h>
#include <zip.h>

#include "lev-exchange-error.h"

#define CHUNK_SIZE     (64 * 1024)
#define MAX_ENTRY_SIZE (128u << 20)
#define MAX_NAME       1024

/* From the .zip specification (APPNOTE 4.4.2 and 4.4.4): made on Unix by version 2.0, name in
 * UTF-8; and the mode of the entry as Unix keeps it in the upper half of the attributes. */
#define MADE_BY         ((3 << 8) | 20)
#define FLAG_UTF_8_NAME (1 << 11)
#define ATTRIBUTES      ((uLong) (S_IFREG | 0644) << 16)

struct _LevZipWriter
{
  zipFile      zip;
  char        *path;
  zip_fileinfo info;
};

typedef struct
{
  unzFile       zip;
  const char   *path;
  GCancellable *cancellable;
  guint64       budget;
} Reader;

/* Receives an entry piece by piece. */
typedef void (*ChunkFunc) (const guint8 *bytes, gsize size, gpointer user_data);

static gboolean
fail_write (LevZipWriter *self,
            const char   *name,
            GError      **error)
{
  g_set_error (error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_WRITE,
               _("Writing ‘%s’ to ‘%s’ failed: %s"), name, self->path,
               errno != 0 ? g_strerror (errno) : _("the disk may be full"));
  return FALSE;
}

static gboolean
fail_damaged (Reader     *self,
              const char *what,
              GError    **error)
{
  g_set_error (error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_DAMAGED, _("Reading ‘%s’ failed: %s"),
               self->path, what);
  return FALSE;
}

static gboolean
open_reader (Reader  *self,
             GError **error)
{
  self->zip = unzOpen64 (self->path);

  return self->zip != NULL || fail_damaged (self, _("it is not a .zip file"), error);
}

static gboolean
take_chunk (Reader  *self,
            guint64  size,
            GError **error)
{
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;

  /* What an entry claims as its size may be a lie; what it inflates to is not. */
  if (size > self->budget)
    return fail_damaged (self, _("its content is larger than is allowed"), error);

  self->budget -= size;

  return TRUE;
}

/* Inflates the current entry; minizip compares its CRC when it is closed. */
static gboolean
read_current (Reader   *self,
              ChunkFunc func,
              gpointer  user_data,
              GError  **error)
{
  g_autofree guint8 *chunk = g_malloc (CHUNK_SIZE);
  gboolean is_taken = TRUE;
  int size = 0;

  if (unzOpenCurrentFile (self->zip) != UNZ_OK)
    return fail_damaged (self, _("an entry cannot be opened"), error);

  while (is_taken && (size = unzReadCurrentFile (self->zip, chunk, CHUNK_SIZE)) > 0)
    {
      is_taken = take_chunk (self, size, error);
      if (is_taken)
        func (chunk, size, user_data);
    }

  if (unzCloseCurrentFile (self->zip) != UNZ_OK || size < 0)
    return is_taken && fail_damaged (self, _("an entry does not match its checksum"), error);

  return is_taken;
}

static void
update_checksum (const guint8 *bytes,
                 gsize         size,
                 gpointer      user_data)
{
  g_checksum_update (user_data, bytes, size);
}

static void
append_bytes (const guint8 *bytes,
              gsize         size,
              gpointer      user_data)
{
  g_byte_array_append (user_data, bytes, size);
}

static gboolean
read_checksum (Reader     *self,
               GHashTable *checksums,
               GError    **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  char name[MAX_NAME];
  unz_file_info64 info;

  if (unzGetCurrentFileInfo64 (self->zip, &info, name, sizeof name, NULL, 0, NULL, 0) != UNZ_OK ||
      info.size_filename >= sizeof name)
    return fail_damaged (self, _("the name of an entry cannot be read"), error);

  if (!read_current (self, update_checksum, checksum, error))
    return FALSE;

  if (!g_hash_table_insert (checksums, g_strdup (name),
                            g_strdup (g_checksum_get_string (checksum))))
    return fail_damaged (self, _("the name of an entry occurs twice"), error);

  return TRUE;
}

static gboolean
read_all_checksums (Reader     *self,
                    GHashTable *checksums,
                    GError    **error)
{
  int status;

  for (status = unzGoToFirstFile (self->zip); status == UNZ_OK;
       status = unzGoToNextFile (self->zip))
    {
      if (g_hash_table_size (checksums) == LEV_ZIP_MAX_ENTRIES)
        return fail_damaged (self, _("it has more entries than is allowed"), error);
      if (!read_checksum (self, checksums, error))
        return FALSE;
    }

  return status == UNZ_END_OF_LIST_OF_FILE ||
         fail_damaged (self, _("its directory is damaged"), error);
}

static void
set_moment (zip_fileinfo *info,
            gint64        moment)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (moment);

  info->tmz_date.tm_sec = g_date_time_get_second (time);
  info->tmz_date.tm_min = g_date_time_get_minute (time);
  info->tmz_date.tm_hour = g_date_time_get_hour (time);
  info->tmz_date.tm_mday = g_date_time_get_day_of_month (time);
  info->tmz_date.tm_mon = g_date_time_get_month (time) - 1;
  info->tmz_date.tm_year = g_date_time_get_year (time);
  info->external_fa = ATTRIBUTES;
}

LevZipWriter *
lev_zip_writer_new (const char *path,
                    gint64      moment,
                    GError    **error)
{
  g_autoptr (LevZipWriter) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  errno = 0;
  self = g_new0 (LevZipWriter, 1);
  self->path = g_strdup (path);
  set_moment (&self->info, moment);
  self->zip = zipOpen64 (path, APPEND_STATUS_CREATE);
  if (self->zip == NULL)
    {
      fail_write (self, "", error);
      return NULL;
    }

  return g_steal_pointer (&self);
}

gboolean
lev_zip_writer_add (LevZipWriter *self,
                    const char   *name,
                    GBytes       *content,
                    GError      **error)
{
  const guint8 *bytes;
  gsize size;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (content != NULL, FALSE);

  errno = 0;
  bytes = g_bytes_get_data (content, &size);
  if (zipOpenNewFileInZip4_64 (self->zip, name, &self->info, NULL, 0, NULL, 0, NULL, Z_DEFLATED,
                               Z_DEFAULT_COMPRESSION, 0, -MAX_WBITS, DEF_MEM_LEVEL,
                               Z_DEFAULT_STRATEGY, NULL, 0, MADE_BY, FLAG_UTF_8_NAME,
                               size >= G_MAXUINT32) != ZIP_OK)
    return fail_write (self, name, error);

  while (size > 0)
    {
      guint piece = MIN (size, 1u << 30);

      if (zipWriteInFileInZip (self->zip, bytes, piece) != ZIP_OK)
        return fail_write (self, name, error);
      bytes += piece;
      size -= piece;
    }

  return zipCloseFileInZip (self->zip) == ZIP_OK || fail_write (self, name, error);
}

gboolean
lev_zip_writer_close (LevZipWriter *self,
                      GError      **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  errno = 0;

  return zipClose (g_steal_pointer (&self->zip), NULL) == ZIP_OK || fail_write (self, "", error);
}

void
lev_zip_writer_free (LevZipWriter *self)
{
  if (self->zip != NULL)
    zipClose (self->zip, NULL);
  g_free (self->path);
  g_free (self);
}

GHashTable *
lev_zip_read_checksums (const char   *path,
                        GCancellable *cancellable,
                        GError      **error)
{
  g_autoptr (GHashTable) checksums = NULL;
  Reader self = { NULL, path, cancellable, LEV_ZIP_MAX_SIZE };
  gboolean is_right;

  g_return_val_if_fail (path != NULL, NULL);

  if (!open_reader (&self, error))
    return NULL;

  checksums = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  is_right = read_all_checksums (&self, checksums, error);
  unzClose (self.zip);

  return is_right ? g_steal_pointer (&checksums) : NULL;
}

GBytes *
lev_zip_read_entry (const char *path,
                    const char *name,
                    GError    **error)
{
  g_autoptr (GByteArray) content = NULL;
  Reader self = { NULL, path, NULL, MAX_ENTRY_SIZE };
  gboolean is_right;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  if (!open_reader (&self, error))
    return NULL;

  content = g_byte_array_new ();
  if (unzLocateFile (self.zip, name, 1) != UNZ_OK)
    is_right = fail_damaged (&self, _("an entry is missing"), error);
  else
    is_right = read_current (&self, append_bytes, content, error);
  unzClose (self.zip);

  return is_right ? g_byte_array_free_to_bytes (g_steal_pointer (&content)) : NULL;
}
