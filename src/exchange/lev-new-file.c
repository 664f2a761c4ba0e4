/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-new-file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "lev-exchange-error.h"

#define TEMPORARY_START  ".levman-"
#define TEMPORARY_END    ".tmp"
#define TEMPORARY_DIGITS (16)

static gboolean
fail_write (const char *path,
            int         saved_errno,
            GError    **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_WRITE, _("Writing ‘%s’ failed: %s"),
               name, g_strerror (saved_errno));
  return FALSE;
}

static gboolean
fail_exists (const char *path,
             GError    **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_EXISTS,
               _("Writing ‘%s’ failed: it already exists and is not replaced"), name);
  return FALSE;
}

/* Renames without ever replacing. A file system that has no such rename (some network and FUSE
 * ones) gets the name reserved first: creating a file exclusively works everywhere, and renaming a
 * folder over anything but an empty folder fails by itself. */
static int
rename_keeping (const char *from,
                const char *to,
                gboolean    is_folder)
{
  int fd;

  if (renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
    return 0;
  if (errno != EINVAL && errno != ENOSYS && errno != ENOTSUP)
    return errno;

  if (is_folder)
    return g_access (to, F_OK) == 0 ? EEXIST : (g_rename (from, to) == 0 ? 0 : errno);

  fd = g_open (to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (fd < 0)
    return errno;
  close (fd);
  if (g_rename (from, to) == 0)
    return 0;

  {
    int saved_errno = errno;

    g_unlink (to);
    return saved_errno;
  }
}

static gboolean
sync_parent (const char *path,
             GError    **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return lev_new_file_sync (folder, error);
}

static gboolean
sync_folders (const char *folder,
              GError    **error)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf info;

      if (g_lstat (path, &info) == 0 && S_ISDIR (info.st_mode) && !sync_folders (path, error))
        return FALSE;
    }

  return lev_new_file_sync (folder, error);
}

static gboolean
publish_file (const char     *temporary,
              const char     *path,
              LevNewFileMode  mode,
              LevNewFileCheck check,
              gpointer        user_data,
              GError        **error)
{
  int result;

  if (!lev_new_file_sync (temporary, error))
    return FALSE;

  if (check != NULL && !check (temporary, user_data, error))
    return FALSE;

  if (mode == LEV_NEW_FILE_KEEP)
    result = rename_keeping (temporary, path, FALSE);
  else
    result = g_rename (temporary, path) == 0 ? 0 : errno;

  if (result == EEXIST)
    return fail_exists (path, error);
  if (result != 0)
    return fail_write (path, result, error);

  return sync_parent (path, error);
}

static gboolean
write_bytes (const char *path,
             GBytes     *content,
             GError    **error)
{
  g_autofd int fd = -1;
  gsize size;
  const char *bytes = g_bytes_get_data (content, &size);

  fd = g_open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (fd < 0)
    return fail_write (path, errno, error);

  while (size > 0)
    {
      gssize written = write (fd, bytes, size);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return fail_write (path, errno, error);
      bytes += written;
      size -= written;
    }

  /* A network file system may report a full disk only here. */
  if (close (g_steal_fd (&fd)) != 0)
    return fail_write (path, errno, error);

  return TRUE;
}

static gboolean
is_content (const char *temporary,
            gpointer    user_data,
            GError    **error)
{
  g_autofree char *found = NULL;
  g_autofree char *name = g_filename_display_name (temporary);
  gsize found_size;
  gsize size;
  const char *bytes = g_bytes_get_data (user_data, &size);

  if (!g_file_get_contents (temporary, &found, &found_size, error))
    {
      g_prefix_error (error, _("Reading back ‘%s’ failed: "), name);
      return FALSE;
    }

  if (found_size == size && (size == 0 || memcmp (found, bytes, size) == 0))
    return TRUE;

  g_set_error (error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_DAMAGED,
               _("Reading back ‘%s’ failed: the disk holds something else than was written"), name);
  return FALSE;
}

/* @digits are at least as many as the name takes. */
static char *
dup_beside (const char *path,
            const char *digits)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_strdup_printf (TEMPORARY_START "%.*s" TEMPORARY_END, TEMPORARY_DIGITS,
                                           digits);

  return g_build_filename (folder, name, NULL);
}

char *
lev_new_file_dup_temporary (const char *path)
{
  g_autofree char *digits = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  digits = g_strdup_printf ("%08x%08x", g_random_int (), g_random_int ());

  return dup_beside (path, digits);
}

char *
lev_new_file_dup_fixed_temporary (const char *path)
{
  g_autofree char *name = NULL;
  g_autofree char *sum = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  name = g_path_get_basename (path);
  sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, name, -1);

  return dup_beside (path, sum);
}

gboolean
lev_new_file_is_temporary (const char *name)
{
  const char *digits;

  g_return_val_if_fail (name != NULL, FALSE);

  if (!g_str_has_prefix (name, TEMPORARY_START))
    return FALSE;

  digits = name + strlen (TEMPORARY_START);

  return strspn (digits, "0123456789abcdef") == TEMPORARY_DIGITS &&
         strcmp (digits + TEMPORARY_DIGITS, TEMPORARY_END) == 0;
}

gboolean
lev_new_file_publish (const char     *temporary,
                      const char     *path,
                      LevNewFileMode  mode,
                      LevNewFileCheck check,
                      gpointer        user_data,
                      GError        **error)
{
  g_return_val_if_fail (temporary != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  if (publish_file (temporary, path, mode, check, user_data, error))
    return TRUE;

  g_unlink (temporary);
  return FALSE;
}

gboolean
lev_new_file_publish_folder (const char *temporary,
                             const char *path,
                             GError    **error)
{
  int result;

  g_return_val_if_fail (temporary != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  if (!sync_folders (temporary, error))
    return FALSE;

  result = rename_keeping (temporary, path, TRUE);
  if (result == EEXIST || result == ENOTEMPTY)
    return fail_exists (path, error);
  if (result != 0)
    return fail_write (path, result, error);

  return sync_parent (path, error);
}

gboolean
lev_new_file_write (const char    *path,
                    GBytes        *content,
                    LevNewFileMode mode,
                    GError       **error)
{
  g_autofree char *temporary = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  temporary = lev_new_file_dup_temporary (path);

  return lev_new_file_write_over (temporary, path, content, mode, error);
}

gboolean
lev_new_file_write_over (const char    *temporary,
                         const char    *path,
                         GBytes        *content,
                         LevNewFileMode mode,
                         GError       **error)
{
  g_return_val_if_fail (temporary != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (content != NULL, FALSE);

  g_unlink (temporary);
  if (!write_bytes (temporary, content, error))
    {
      g_unlink (temporary);
      return FALSE;
    }

  return lev_new_file_publish (temporary, path, mode, is_content, content, error);
}

gboolean
lev_new_file_sync (const char *path,
                   GError    **error)
{
  g_autofd int fd = -1;

  g_return_val_if_fail (path != NULL, FALSE);

  fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  if (fd < 0)
    return fail_write (path, errno, error);

  if (fsync (fd) != 0 && errno != EINVAL && errno != ENOTSUP && errno != EROFS)
    return fail_write (path, errno, error);

  return TRUE;
}
