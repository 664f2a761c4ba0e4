#include "lev-team-folder.h"

#include "lev-new-file.h"
#include "lev-untrusted-folder.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#define WRITER_PREFIX   "w-"
#define EVIDENCE_PREFIX "f-"
#define SUM_LENGTH      (64)
#define HEXADECIMAL     "0123456789abcdef"

/* What a file of operations holds. */
typedef struct
{
  gint64 first;
  gint64 last;
  char  *author;
} Span;

/* One writer, as it stands in the folder now. */
typedef struct
{
  GPtrArray *spans; /* Span, borrowed, by their first operation */
  guint      n_waiting;
} Writer;

typedef struct
{
  char *message;
  guint n_looks;
  guint last_look;
} Trouble;

struct _LevTeamFolder
{
  char       *path;
  GHashTable *read;     /* path of each file of operations that was found right, to Span */
  GHashTable *troubles; /* path to Trouble */
  guint       n_looks;

  /* What the last look found. */
  GHashTable       *writers;  /* name to Writer */
  GHashTable       *evidence; /* SHA-256 to the path of its file */
  GPtrArray        *found;    /* LevOperationFile */
  GPtrArray        *waiting;  /* text */
  LevOperationFile *own;
};

static void
span_free (Span *span)
{
  g_free (span->author);
  g_free (span);
}

static void
writer_free (Writer *writer)
{
  g_ptr_array_unref (writer->spans);
  g_free (writer);
}

static void
trouble_free (Trouble *trouble)
{
  g_free (trouble->message);
  g_free (trouble);
}

LevTeamFolder *
lev_team_folder_new (const char *path)
{
  LevTeamFolder *self = g_new0 (LevTeamFolder, 1);

  self->path = g_strdup (path);
  self->read = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) span_free);
  self->troubles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                          (GDestroyNotify) trouble_free);
  self->writers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) writer_free);
  self->evidence = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->found = g_ptr_array_new_with_free_func ((GDestroyNotify) lev_operation_file_free);
  self->waiting = g_ptr_array_new_with_free_func (g_free);

  return self;
}

static void
forget (LevTeamFolder *self)
{
  g_hash_table_remove_all (self->writers);
  g_hash_table_remove_all (self->evidence);
  g_ptr_array_set_size (self->found, 0);
  g_ptr_array_set_size (self->waiting, 0);
  g_clear_pointer (&self->own, lev_operation_file_free);
}

void
lev_team_folder_free (LevTeamFolder *self)
{
  forget (self);
  g_hash_table_unref (self->writers);
  g_hash_table_unref (self->evidence);
  g_ptr_array_unref (self->found);
  g_ptr_array_unref (self->waiting);
  g_hash_table_unref (self->read);
  g_hash_table_unref (self->troubles);
  g_free (self->path);
  g_free (self);
}

const char *
lev_team_folder_get_path (LevTeamFolder *self)
{
  return self->path;
}

static void
set_unreachable (LevTeamFolder *self,
                 GError       **error)
{
  g_set_error (error, LEV_SHARE_ERROR, LEV_SHARE_ERROR_UNREACHABLE,
               _("The team folder ‘%s’ cannot be reached: %s"), self->path, g_strerror (errno));
}

/* -1 with an error. */
static int
open_folder (LevTeamFolder *self,
             GError       **error)
{
  int fd = g_open (self->path, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    set_unreachable (self, error);

  return fd;
}

static gboolean
is_writer_folder (const char *name)
{
  return strlen (name) == strlen (WRITER_PREFIX) + LEV_WRITER_LENGTH &&
         g_str_has_prefix (name, WRITER_PREFIX) &&
         strspn (name + strlen (WRITER_PREFIX), HEXADECIMAL) == LEV_WRITER_LENGTH;
}

static gboolean
is_evidence (const char *name)
{
  return strlen (name) == strlen (EVIDENCE_PREFIX) + SUM_LENGTH &&
         g_str_has_prefix (name, EVIDENCE_PREFIX) &&
         strspn (name + strlen (EVIDENCE_PREFIX), HEXADECIMAL) == SUM_LENGTH;
}

char *
lev_team_folder_name_evidence (const char *sha256)
{
  return g_strconcat (EVIDENCE_PREFIX, sha256, NULL);
}

static GBytes *
read_file (int         folder,
           const char *path,
           gsize       most)
{
  LevUntrustedState state;
  g_autofd int fd = lev_untrusted_folder_open_file (folder, path, &state);

  return fd >= 0 ? lev_untrusted_read (fd, most) : NULL;
}

static void
note_trouble (LevTeamFolder *self,
              const char    *path,
              const char    *message)
{
  Trouble *trouble = g_hash_table_lookup (self->troubles, path);

  if (trouble == NULL)
    {
      trouble = g_new0 (Trouble, 1);
      g_hash_table_insert (self->troubles, g_strdup (path), trouble);
    }
  g_set_str (&trouble->message, message);
  if (trouble->last_look != self->n_looks)
    trouble->n_looks++;
  trouble->last_look = self->n_looks;
}

/* Reads and checks a file of operations; NULL when it cannot be used, which is noted. */
static LevOperationFile *
open_file (LevTeamFolder *self,
           int            folder,
           const char    *writer,
           const char    *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GBytes) content = read_file (folder, path, LEV_UNTRUSTED_MAX_DOCUMENT);
  g_autoptr (GError) error = NULL;
  LevOperationFile *file = NULL;

  if (content == NULL)
    g_set_error (&error, LEV_SHARE_ERROR, LEV_SHARE_ERROR_DAMAGED, _("‘%s’ cannot be read"), name);
  else
    file = lev_operation_file_open (writer, name, content, &error);

  if (file == NULL)
    note_trouble (self, path, error->message);

  return file;
}

/* What file @path holds; NULL when it cannot be used. */
static Span *
get_span (LevTeamFolder *self,
          int            folder,
          const char    *writer,
          const char    *path)
{
  Span *span = g_hash_table_lookup (self->read, path);
  g_autoptr (LevOperationFile) file = NULL;

  if (span != NULL)
    return span;

  file = open_file (self, folder, writer, path);
  if (file == NULL)
    return NULL;

  span = g_new0 (Span, 1);
  *span = (Span) { file->first, file->last, g_strdup (file->author) };
  g_hash_table_insert (self->read, g_strdup (path), span);

  return span;
}

/* Reads the edits of file @path; NULL when that cannot be done, which is noted. */
static LevOperationFile *
parse_file (LevTeamFolder *self,
            int            folder,
            const char    *writer,
            const char    *path)
{
  g_autoptr (LevOperationFile) file = open_file (self, folder, writer, path);
  g_autoptr (GError) error = NULL;

  if (file == NULL)
    return NULL;

  if (!lev_operation_file_parse (file, &error))
    {
      note_trouble (self, path, error->message);
      return NULL;
    }

  return g_steal_pointer (&file);
}

/* The files of a writer follow on each other by their names. */
static GPtrArray *
list_files (LevTeamFolder *self,
            int            folder,
            const char    *writer_folder)
{
  g_autofd int fd = lev_untrusted_folder_open (folder, writer_folder);
  g_autoptr (GHashTable) entries = NULL;
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer name;
  gpointer state;

  if (fd < 0)
    return paths;

  entries = lev_untrusted_folder_list (fd);
  g_hash_table_iter_init (&iter, entries);
  while (g_hash_table_iter_next (&iter, &name, &state))
    {
      char *path = g_build_filename (writer_folder, name, NULL);

      if (GPOINTER_TO_UINT (state) == LEV_UNTRUSTED_FILE && lev_operation_file_is_name (name))
        g_ptr_array_add (paths, path);
      else if (GPOINTER_TO_UINT (state) == LEV_UNTRUSTED_FILE && is_evidence (name))
        g_hash_table_insert (self->evidence, g_strdup ((char *) name + strlen (EVIDENCE_PREFIX)),
                             path);
      else
        g_free (path);
    }
  g_ptr_array_sort_values (paths, (GCompareFunc) strcmp);

  return paths;
}

static void
note_waiting (LevTeamFolder *self,
              Writer        *writer)
{
  Span *last = writer->spans->len > 0 ? g_ptr_array_index (writer->spans, writer->spans->len - 1)
                                      : NULL;

  if (writer->n_waiting > 0)
    g_ptr_array_add (
      self->waiting,
      g_strdup_printf (ngettext ("%u file of %s waits for an earlier one that is not there yet",
                                 "%u files of %s wait for earlier ones that are not there yet",
                                 writer->n_waiting),
                       writer->n_waiting, last->author));
}

/* Reads the folder of one writer, of whom the operations up to @known are known. */
static void
look_at_writer (LevTeamFolder *self,
                int            folder,
                const char    *writer_folder,
                gint64         known,
                gboolean       is_own)
{
  const char *name = writer_folder + strlen (WRITER_PREFIX);
  g_autoptr (GPtrArray) paths = list_files (self, folder, writer_folder);
  Writer *writer = g_new0 (Writer, 1);
  const char *own = NULL;
  gint64 next = known + 1;

  writer->spans = g_ptr_array_new ();
  g_hash_table_insert (self->writers, g_strdup (name), writer);

  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);
      Span *span = get_span (self, folder, name, path);
      LevOperationFile *file = NULL;

      if (span == NULL)
        continue;
      g_ptr_array_add (writer->spans, span);

      if (span->last <= known)
        own = path;
      else if (span->first <= next && span->last >= next)
        file = parse_file (self, folder, name, path);
      else if (span->first > next)
        writer->n_waiting++;

      if (file != NULL)
        {
          g_ptr_array_add (self->found, file);
          next = span->last + 1;
        }
    }
  if (is_own && own != NULL)
    self->own = parse_file (self, folder, name, own);
  note_waiting (self, writer);
}

/* What is mended, or gone. */
static gboolean
is_over (gpointer path,
         gpointer trouble,
         gpointer folder)
{
  return ((Trouble *) trouble)->last_look != ((LevTeamFolder *) folder)->n_looks;
}

gboolean
lev_team_folder_look (LevTeamFolder *self,
                      GHashTable    *known,
                      const char    *own,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autofd int folder = open_folder (self, error);
  g_autoptr (GHashTable) entries = NULL;
  GHashTableIter iter;
  gpointer name;
  gpointer state;

  if (folder < 0)
    return FALSE;

  forget (self);
  self->n_looks++;
  entries = lev_untrusted_folder_list (folder);
  g_hash_table_iter_init (&iter, entries);
  while (g_hash_table_iter_next (&iter, &name, &state))
    {
      const char *writer = (char *) name + strlen (WRITER_PREFIX);
      gint64 *last;

      if (GPOINTER_TO_UINT (state) != LEV_UNTRUSTED_FOLDER || !is_writer_folder (name))
        continue;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      last = g_hash_table_lookup (known, writer);
      look_at_writer (self, folder, name, last != NULL ? *last : 0, strcmp (writer, own) == 0);
    }
  g_hash_table_foreach_remove (self->troubles, is_over, self);

  return TRUE;
}

GPtrArray *
lev_team_folder_get_new (LevTeamFolder *self)
{
  return self->found;
}

LevOperationFile *
lev_team_folder_get_own (LevTeamFolder *self)
{
  return self->own;
}

gint64
lev_team_folder_get_last (LevTeamFolder *self,
                          const char    *writer)
{
  Writer *found = g_hash_table_lookup (self->writers, writer);
  gint64 last = 0;

  for (guint i = 0; found != NULL && i < found->spans->len; i++)
    last = MAX (last, ((Span *) g_ptr_array_index (found->spans, i))->last);

  return last;
}

GPtrArray *
lev_team_folder_get_waiting (LevTeamFolder *self)
{
  return self->waiting;
}

GPtrArray *
lev_team_folder_list_troubles (LevTeamFolder *self)
{
  GPtrArray *troubles = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer trouble;

  g_hash_table_iter_init (&iter, self->troubles);
  while (g_hash_table_iter_next (&iter, NULL, &trouble))
    if (self->n_looks == 1 || ((Trouble *) trouble)->n_looks > 1)
      g_ptr_array_add (troubles, g_strdup (((Trouble *) trouble)->message));
  g_ptr_array_sort_values (troubles, (GCompareFunc) strcmp);

  return troubles;
}

guint
lev_team_folder_get_n_writers (LevTeamFolder *self)
{
  return g_hash_table_size (self->writers);
}

gboolean
lev_team_folder_has_evidence (LevTeamFolder *self,
                              const char    *sha256)
{
  return g_hash_table_contains (self->evidence, sha256);
}

GBytes *
lev_team_folder_read_evidence (LevTeamFolder *self,
                               const char    *sha256)
{
  const char *path = g_hash_table_lookup (self->evidence, sha256);
  g_autofd int folder = open_folder (self, NULL);
  g_autoptr (GBytes) content = NULL;
  g_autofree char *sum = NULL;

  if (path == NULL || folder < 0)
    return NULL;

  content = read_file (folder, path, LEV_UNTRUSTED_MAX_DOCUMENT);
  if (content == NULL)
    return NULL;
  sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);

  return strcmp (sum, sha256) == 0 ? g_steal_pointer (&content) : NULL;
}

gboolean
lev_team_folder_foreach_gap (LevTeamFolder *self,
                             const char    *writer,
                             gint64         last,
                             LevGapFunc     func,
                             gpointer       user_data,
                             GError       **error)
{
  Writer *found = g_hash_table_lookup (self->writers, writer);
  gint64 next = 1;

  for (guint i = 0; found != NULL && i < found->spans->len && next <= last; i++)
    {
      Span *span = g_ptr_array_index (found->spans, i);
      gint64 end = MIN (span->first - 1, last);

      if (end >= next && !func (writer, next, end, user_data, error))
        return FALSE;
      next = MAX (next, span->last + 1);
    }

  return next > last || func (writer, next, last, user_data, error);
}

gboolean
lev_team_folder_write (LevTeamFolder *self,
                       const char    *writer,
                       const char    *name,
                       GBytes        *content,
                       GError       **error)
{
  g_autofree char *writer_folder = g_strconcat (WRITER_PREFIX, writer, NULL);
  g_autofree char *folder = g_build_filename (self->path, writer_folder, NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) local_error = NULL;
  GStatBuf info;

  if (g_mkdir (folder, 0777) != 0 && errno != EEXIST)
    {
      set_unreachable (self, error);
      return FALSE;
    }
  /* A link would lead out of the folder. */
  if (g_lstat (folder, &info) != 0 || !S_ISDIR (info.st_mode))
    {
      errno = ENOTDIR;
      set_unreachable (self, error);
      return FALSE;
    }

  if (lev_new_file_write (path, content, LEV_NEW_FILE_REPLACE, &local_error))
    return TRUE;

  g_set_error (error, LEV_SHARE_ERROR, LEV_SHARE_ERROR_UNREACHABLE,
               _("Nothing can be written in the team folder: %s"), local_error->message);
  return FALSE;
}
