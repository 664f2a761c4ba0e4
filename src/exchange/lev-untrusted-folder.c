/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-untrusted-folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#define CHUNK_SIZE  (256 * 1024)
#define MAX_ENTRIES 100000

/* Without O_NONBLOCK, opening a pipe that nobody writes to would wait for ever. */
#define OPEN_FLAGS (O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)

static LevUntrustedState
get_state (int         folder,
           const char *name)
{
  struct stat info;

  if (fstatat (folder, name, &info, AT_SYMLINK_NOFOLLOW) != 0)
    return errno == ENOENT || errno == ENOTDIR ? LEV_UNTRUSTED_ABSENT : LEV_UNTRUSTED_OTHER;
  if (S_ISREG (info.st_mode))
    return LEV_UNTRUSTED_FILE;

  return S_ISDIR (info.st_mode) ? LEV_UNTRUSTED_FOLDER : LEV_UNTRUSTED_OTHER;
}

static gssize
read_chunk (int     fd,
            guint8 *chunk,
            gsize   size)
{
  gssize n_read;

  do
    n_read = read (fd, chunk, size);
  while (n_read < 0 && errno == EINTR);

  return n_read;
}

int
lev_untrusted_folder_open (int         parent,
                           const char *path)
{
  g_auto (GStrv) parts = NULL;
  int fd;

  g_return_val_if_fail (path != NULL, -1);

  fd = openat (parent, ".", OPEN_FLAGS | O_DIRECTORY);
  if (*path == '\0')
    return fd;

  parts = g_strsplit (path, "/", -1);
  for (guint i = 0; fd >= 0 && parts[i] != NULL; i++)
    {
      int next = openat (fd, parts[i], OPEN_FLAGS | O_DIRECTORY);

      close (fd);
      fd = next;
    }

  return fd;
}

int
lev_untrusted_folder_open_file (int                folder,
                                const char        *path,
                                LevUntrustedState *state)
{
  g_autofree char *parent_path = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofd int parent = lev_untrusted_folder_open (folder, strcmp (parent_path, ".") == 0
                                                             ? ""
                                                             : parent_path);
  g_autofd int fd = -1;
  struct stat info;

  *state = LEV_UNTRUSTED_ABSENT;
  if (parent < 0)
    return -1;

  *state = get_state (parent, name);
  if (*state != LEV_UNTRUSTED_FILE)
    return -1;

  /* Between looking and opening it may have become something else. */
  fd = openat (parent, name, OPEN_FLAGS);
  if (fd < 0 || fstat (fd, &info) != 0 || !S_ISREG (info.st_mode))
    {
      *state = LEV_UNTRUSTED_OTHER;
      return -1;
    }

  return g_steal_fd (&fd);
}

GHashTable *
lev_untrusted_folder_list (int folder)
{
  GHashTable *entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  int fd = lev_untrusted_folder_open (folder, "");
  DIR *dir = fd >= 0 ? fdopendir (fd) : NULL;
  struct dirent *entry;

  if (dir == NULL)
    {
      g_clear_fd (&fd, NULL);
      return entries;
    }

  while ((entry = readdir (dir)) != NULL && g_hash_table_size (entries) < MAX_ENTRIES)
    if (strcmp (entry->d_name, ".") != 0 && strcmp (entry->d_name, "..") != 0)
      g_hash_table_insert (entries, g_strdup (entry->d_name),
                           GUINT_TO_POINTER (get_state (folder, entry->d_name)));
  closedir (dir);

  return entries;
}

char *
lev_untrusted_checksum (int           fd,
                        GCancellable *cancellable,
                        guint64      *n_bytes)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guint8 *chunk = g_malloc (CHUNK_SIZE);
  guint64 size = 0;
  struct stat info;
  gssize n_read;

  if (fstat (fd, &info) != 0 || (guint64) info.st_size > LEV_UNTRUSTED_MAX_FILE)
    return NULL;

  while ((n_read = read_chunk (fd, chunk, CHUNK_SIZE)) > 0)
    {
      size += n_read;
      *n_bytes += n_read;
      if (size > LEV_UNTRUSTED_MAX_FILE || g_cancellable_is_cancelled (cancellable))
        return NULL;
      g_checksum_update (checksum, chunk, n_read);
    }

  return n_read == 0 ? g_strdup (g_checksum_get_string (checksum)) : NULL;
}

GBytes *
lev_untrusted_read (int   fd,
                    gsize max)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK_SIZE);
  gssize n_read = 1;

  if (lseek (fd, 0, SEEK_SET) != 0)
    return NULL;

  while (n_read > 0 && bytes->len < max)
    {
      n_read = read_chunk (fd, chunk, MIN (CHUNK_SIZE, max - bytes->len));
      if (n_read > 0)
        g_byte_array_append (bytes, chunk, n_read);
    }

  return n_read >= 0 ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}
