#include "lev-file-store.h"

#include <glib/gi18n.h>
#include <errno.h>
#include <glib/gstdio.h>

#define SHA256_LENGTH (64)

static gboolean
is_sha256 (const char *text)
{
  return text != NULL && strlen (text) == SHA256_LENGTH &&
         strspn (text, "0123456789abcdef") == SHA256_LENGTH;
}

char *
lev_file_store_dup_folder (const char *database)
{
  return g_strconcat (database, ".files", NULL);
}

char *
lev_file_store_dup_path (const char *database,
                         const char *sha256)
{
  g_autofree char *folder = lev_file_store_dup_folder (database);

  return is_sha256 (sha256) ? g_build_filename (folder, sha256, NULL) : NULL;
}

/* Sets @error from @cause, under what was being done. */
static void
set_error (GError      **error,
           LevStoreError code,
           const char   *doing,
           const char   *cause)
{
  g_set_error (error, LEV_STORE_ERROR, code, "%s: %s", doing, cause);
}

static gboolean
check_size (GFile        *source,
            GCancellable *cancellable,
            GError      **error)
{
  g_autoptr (GFileInfo)
    info = g_file_query_info (source,
                              G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                              G_FILE_QUERY_INFO_NONE, cancellable, error);
  if (info == NULL)
    return FALSE;

  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error, LEV_STORE_ERROR, LEV_STORE_ERROR_FAILED, _("it is not a file"));
      return FALSE;
    }
  if (g_file_info_get_size (info) > LEV_FILE_STORE_LARGEST)
    {
      g_set_error (error, LEV_STORE_ERROR, LEV_STORE_ERROR_FAILED,
                   _("it is larger than %d MB; keep it elsewhere and add a link to it"),
                   LEV_FILE_STORE_LARGEST / 1024 / 1024);
      return FALSE;
    }

  return TRUE;
}

/* Whether the file at @path has the content that its name says. */
static gboolean
is_right (const char *path,
          const char *sha256)
{
  g_autofree char *content = NULL;
  g_autofree char *sum = NULL;
  gsize length;

  if (!g_file_get_contents (path, &content, &length, NULL))
    return FALSE;
  sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) content, length);

  return g_str_equal (sum, sha256);
}

static LevStoreError
get_code (const GError *cause)
{
  if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    return LEV_STORE_ERROR_FULL;
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return LEV_STORE_ERROR_NOT_FOUND;

  return cause->domain == LEV_STORE_ERROR ? (LevStoreError) cause->code : LEV_STORE_ERROR_FAILED;
}

gboolean
lev_file_store_keep (const char *database,
                     const char *sha256,
                     GBytes     *content,
                     GError    **error)
{
  g_autofree char *path = lev_file_store_dup_path (database, sha256);
  g_autofree char *folder = lev_file_store_dup_folder (database);
  g_autoptr (GError) cause = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  if (is_right (path, sha256))
    return TRUE;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    g_set_error (&cause, LEV_STORE_ERROR,
                 errno == ENOSPC ? LEV_STORE_ERROR_FULL : LEV_STORE_ERROR_READ_ONLY, "%s",
                 g_strerror (errno));
  else if (g_file_set_contents_full (path, g_bytes_get_data (content, NULL),
                                     (gssize) g_bytes_get_size (content),
                                     G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                     0400, &cause))
    return TRUE;

  set_error (error, get_code (cause), _("Keeping the file"), cause->message);

  return FALSE;
}

char *
lev_file_store_add (const char   *database,
                    GFile        *source,
                    GCancellable *cancellable,
                    GError      **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GBytes) content = NULL;
  g_autofree char *sha256 = NULL;

  g_return_val_if_fail (G_IS_FILE (source), NULL);

  if (check_size (source, cancellable, &cause))
    content = g_file_load_bytes (source, cancellable, NULL, &cause);

  if (content != NULL)
    {
      sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
      return lev_file_store_keep (database, sha256, content, error) ? g_steal_pointer (&sha256)
                                                                    : NULL;
    }

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&cause));
  else
    set_error (error, get_code (cause), _("Keeping the file"), cause->message);

  return NULL;
}

GBytes *
lev_file_store_read (const char *database,
                     const char *sha256,
                     GError    **error)
{
  g_autofree char *path = lev_file_store_dup_path (database, sha256);
  g_autofree char *content = NULL;
  g_autofree char *sum = NULL;
  gsize length;

  if (path == NULL || !g_file_get_contents (path, &content, &length, NULL))
    {
      g_set_error (
        error, LEV_STORE_ERROR, LEV_STORE_ERROR_NOT_FOUND,
        _("Opening the file: it is not on this computer. It was kept beside the database "
          "as ‘%s’; add it once more from where it came."),
        path != NULL ? path : "");
      return NULL;
    }

  sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) content, length);
  if (!g_str_equal (sum, sha256))
    {
      g_set_error (
        error, LEV_STORE_ERROR, LEV_STORE_ERROR_DAMAGED,
        _("Opening the file: its content was changed after it was added. Add it once more "
          "from where it came."));
      return NULL;
    }

  return g_bytes_new_take (g_steal_pointer (&content), length);
}

char *
lev_file_store_check_out (const char *database,
                          const char *sha256,
                          const char *name,
                          const char *folder,
                          GError    **error)
{
  g_autoptr (GBytes) content = lev_file_store_read (database, sha256, error);
  g_autofree char *own = NULL;
  g_autofree char *base = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) cause = NULL;

  if (content == NULL)
    return NULL;

  own = g_build_filename (folder, sha256, NULL);
  base = g_path_get_basename (name != NULL && *name != '\0' ? name : sha256);
  path = g_build_filename (own, base, NULL);
  if (g_mkdir_with_parents (own, 0700) == 0 &&
      g_file_set_contents_full (path, g_bytes_get_data (content, NULL),
                                (gssize) g_bytes_get_size (content), G_FILE_SET_CONTENTS_CONSISTENT,
                                0400, &cause))
    return g_steal_pointer (&path);

  set_error (error, LEV_STORE_ERROR_READ_ONLY, _("Opening the file"),
             cause != NULL ? cause->message : g_strerror (errno));

  return NULL;
}
