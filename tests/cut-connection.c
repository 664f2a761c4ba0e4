/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Stands in for a folder on a server whose connection is cut: loaded before the C library
 * (LD_PRELOAD) it counts what a program does below LEVMAN_CUT_FOLDER, and from the moment
 * LEVMAN_CUT_AT on nothing succeeds there any more. What is being written at that moment arrives by
 * half; with LEVMAN_CUT_LATE it is done whole, and only the answer is lost. The number of moments
 * is written to LEVMAN_CUT_COUNT. With LEVMAN_CUT_UNSEEN a folder that has no name of its own yet
 * does not show the temporary files in it, as a mount does not that heard nothing of them. */

/* Both forms of each function are replaced: the names stay what they are. */
#undef _FILE_OFFSET_BITS

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAX_FILES (4096)
#define LOST      (ENOTCONN)

/* Calls the real function. */
#define REAL(name) ((__typeof__ (&name)) dlsym (RTLD_NEXT, #name))

static char is_below[MAX_FILES]; /* by file descriptor */
static long n_moments;

typedef enum
{
  GOES_ON, /* before the cut */
  CUT_NOW, /* at the cut: done by half, or whole with its answer lost */
  CUT,
} Moment;

static long
get_number (const char *name)
{
  const char *text = getenv (name);

  return text != NULL ? atol (text) : 0;
}

static Moment
pass (void)
{
  long at = get_number ("LEVMAN_CUT_AT");

  n_moments++;
  if (at == 0 || n_moments < at)
    return GOES_ON;

  return n_moments == at ? CUT_NOW : CUT;
}

static int
is_cut (void)
{
  long at = get_number ("LEVMAN_CUT_AT");

  return at != 0 && n_moments >= at;
}

static int
is_late (void)
{
  return getenv ("LEVMAN_CUT_LATE") != NULL;
}

static int
is_file (int fd)
{
  return fd >= 0 && fd < MAX_FILES && is_below[fd];
}

static int
is_path (const char *path)
{
  static const char own[] = "/proc/self/fd/";
  const char *folder = getenv ("LEVMAN_CUT_FOLDER");

  if (folder == NULL || path == NULL)
    return 0;
  if (strncmp (path, own, sizeof own - 1) == 0)
    return is_file (atoi (path + sizeof own - 1));

  return strncmp (path, folder, strlen (folder)) == 0;
}

static int
is_at (int         folder,
       const char *path)
{
  return *path == '/' ? is_path (path) : is_file (folder);
}

static int
lose (void)
{
  errno = LOST;
  return -1;
}

static int
keep (int fd)
{
  if (fd >= 0 && fd < MAX_FILES)
    is_below[fd] = 1;

  return fd;
}

__attribute__ ((destructor)) static void
report (void)
{
  const char *path = getenv ("LEVMAN_CUT_COUNT");
  FILE *file = path != NULL ? REAL (fopen) (path, "w") : NULL;

  if (file != NULL)
    {
      fprintf (file, "%ld\n", n_moments);
      fclose (file);
    }
}

/* Something that is done or not: a rename, a new folder. */
#define DO(call)                                 \
  do                                             \
    {                                            \
      Moment moment = pass ();                   \
                                                 \
      if (moment == CUT_NOW && is_late ())       \
        call;                                    \
      return moment == GOES_ON ? call : lose (); \
    }                                            \
  while (0)

static int
open_below (int         folder,
            const char *path,
            int         flags,
            mode_t      mode)
{
  Moment moment = pass ();

  if (moment == CUT_NOW && is_late () && (flags & O_CREAT) != 0)
    close (REAL (openat) (folder, path, flags, mode));

  return moment == GOES_ON ? keep (REAL (openat) (folder, path, flags, mode)) : lose ();
}

#define OPEN(folder, path)                              \
  do                                                    \
    {                                                   \
      mode_t mode = 0;                                  \
      va_list args;                                     \
                                                        \
      va_start (args, flags);                           \
      if ((flags & (O_CREAT | O_TMPFILE)) != 0)         \
        mode = va_arg (args, mode_t);                   \
      va_end (args);                                    \
      if (is_at (folder, path))                         \
        return open_below (folder, path, flags, mode);  \
      return REAL (openat) (folder, path, flags, mode); \
    }                                                   \
  while (0)

int
open (const char *path,
      int         flags,
      ...)
{
  OPEN (AT_FDCWD, path);
}

int
open64 (const char *path,
        int         flags,
        ...)
{
  OPEN (AT_FDCWD, path);
}

int
openat (int         folder,
        const char *path,
        int         flags,
        ...)
{
  OPEN (folder, path);
}

int
openat64 (int         folder,
          const char *path,
          int         flags,
          ...)
{
  OPEN (folder, path);
}

ssize_t
write (int         fd,
       const void *bytes,
       size_t      size)
{
  Moment moment;

  if (!is_file (fd))
    return REAL (write) (fd, bytes, size);

  moment = pass ();
  if (moment == CUT_NOW && REAL (write) (fd, bytes, is_late () ? size : size / 2) < 0)
    return -1;

  return moment == GOES_ON ? REAL (write) (fd, bytes, size) : lose ();
}

ssize_t
read (int    fd,
      void  *bytes,
      size_t size)
{
  if (is_file (fd) && pass () != GOES_ON)
    return lose ();

  return REAL (read) (fd, bytes, size);
}

int
close (int fd)
{
  int was_below = is_file (fd);
  int result;

  if (was_below)
    is_below[fd] = 0;
  result = REAL (close) (fd);

  return was_below && pass () != GOES_ON ? lose () : result;
}

int
fsync (int fd)
{
  if (!is_file (fd))
    return REAL (fsync) (fd);

  DO (REAL (fsync) (fd));
}

int
rename (const char *from,
        const char *to)
{
  if (!is_path (to))
    return REAL (rename) (from, to);

  DO (REAL (rename) (from, to));
}

int
renameat2 (int          from_folder,
           const char  *from,
           int          to_folder,
           const char  *to,
           unsigned int flags)
{
  if (!is_at (to_folder, to))
    return REAL (renameat2) (from_folder, from, to_folder, to, flags);

  DO (REAL (renameat2) (from_folder, from, to_folder, to, flags));
}

int
mkdir (const char *path,
       mode_t      mode)
{
  if (!is_path (path))
    return REAL (mkdir) (path, mode);

  DO (REAL (mkdir) (path, mode));
}

int
unlink (const char *path)
{
  if (!is_path (path))
    return REAL (unlink) (path);

  DO (REAL (unlink) (path));
}

int
rmdir (const char *path)
{
  if (!is_path (path))
    return REAL (rmdir) (path);

  DO (REAL (rmdir) (path));
}

DIR *
opendir (const char *path)
{
  if (is_path (path) && pass () != GOES_ON)
    {
      lose ();
      return NULL;
    }

  return REAL (opendir) (path);
}

/* Whether @dir is a folder below the one on the server that is being written. */
static int
is_unfinished (DIR *dir)
{
  char link[64], path[PATH_MAX + 1];
  ssize_t length;

  snprintf (link, sizeof link, "/proc/self/fd/%d", dirfd (dir));
  length = readlink (link, path, PATH_MAX);
  if (length < 0)
    return 0;
  path[length] = '\0';

  return is_path (path) && strstr (path, "/.levman-") != NULL;
}

struct dirent *
readdir (DIR *dir)
{
  struct dirent *entry;
  int is_unseeing = getenv ("LEVMAN_CUT_UNSEEN") != NULL && is_unfinished (dir);

  do
    entry = REAL (readdir) (dir);
  while (entry != NULL && is_unseeing && strncmp (entry->d_name, ".levman-", 8) == 0);

  return entry;
}

/* The two are one where a number of a file takes 64 bits. */
struct dirent64 *
readdir64 (DIR *dir)
{
  return (struct dirent64 *) readdir (dir);
}

int
access (const char *path,
        int         mode)
{
  return is_path (path) && is_cut () ? lose () : REAL (access) (path, mode);
}

int
stat (const char  *path,
      struct stat *info)
{
  return is_path (path) && is_cut () ? lose () : REAL (stat) (path, info);
}

int
stat64 (const char    *path,
        struct stat64 *info)
{
  return is_path (path) && is_cut () ? lose () : REAL (stat64) (path, info);
}

int
lstat (const char  *path,
       struct stat *info)
{
  return is_path (path) && is_cut () ? lose () : REAL (lstat) (path, info);
}

int
lstat64 (const char    *path,
         struct stat64 *info)
{
  return is_path (path) && is_cut () ? lose () : REAL (lstat64) (path, info);
}

/* A stream writes with functions of its own: it gets those of here. */
static ssize_t
read_stream (void  *cookie,
             char  *bytes,
             size_t size)
{
  return read ((int) (long) cookie, bytes, size);
}

static ssize_t
write_stream (void       *cookie,
              const char *bytes,
              size_t      size)
{
  ssize_t n_written = write ((int) (long) cookie, bytes, size);

  return n_written < 0 ? 0 : n_written;
}

static int
seek_stream (void    *cookie,
             off64_t *offset,
             int      whence)
{
  *offset = lseek64 ((int) (long) cookie, *offset, whence);

  return *offset < 0 ? -1 : 0;
}

static int
close_stream (void *cookie)
{
  return close ((int) (long) cookie);
}

static FILE *
open_stream (const char *path,
             const char *mode)
{
  const cookie_io_functions_t functions = { read_stream, write_stream, seek_stream, close_stream };
  int flags = strchr (mode, '+') != NULL ? O_RDWR : *mode == 'r' ? O_RDONLY : O_WRONLY;
  int fd;

  if (*mode == 'w')
    flags |= O_CREAT | O_TRUNC;
  if (*mode == 'a')
    flags |= O_CREAT | O_APPEND;
  fd = open (path, flags | O_CLOEXEC, 0666);

  return fd < 0 ? NULL : fopencookie ((void *) (long) fd, mode, functions);
}

FILE *
fopen (const char *path,
       const char *mode)
{
  return is_path (path) ? open_stream (path, mode) : REAL (fopen) (path, mode);
}

FILE *
fopen64 (const char *path,
         const char *mode)
{
  return is_path (path) ? open_stream (path, mode) : REAL (fopen64) (path, mode);
}
