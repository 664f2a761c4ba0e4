#include "lev-share.h"

#include "lev-evidence.h"
#include "lev-file-store.h"
#include "lev-numbering.h"
#include "lev-record-list.h"
#include "lev-team-folder.h"

#include <glib/gi18n.h>

struct _LevShare
{
  LevTeamFolder *folder;

  /* Of the exchange that is going on. */
  char       *database;
  char       *writer;
  GHashTable *known;    /* writer to the number of the last operation that is here */
  GHashTable *stopped;  /* writers of whom a file could not be taken in */
  guint       n_taken;  /* of the files that were found */
  GPtrArray  *outgoing; /* LevOutgoingFile */
  GHashTable *evidence; /* SHA-256 */

  LevShareResult result;
};

LevShare *
lev_share_new (const char *path)
{
  LevShare *self = g_new0 (LevShare, 1);

  self->folder = lev_team_folder_new (path);
  self->stopped = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->outgoing = g_ptr_array_new_with_free_func ((GDestroyNotify) lev_outgoing_file_free);
  self->evidence = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->result.waiting = g_ptr_array_new_with_free_func (g_free);
  self->result.troubles = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
lev_share_free (LevShare *self)
{
  g_clear_pointer (&self->known, g_hash_table_unref);
  g_hash_table_unref (self->stopped);
  g_ptr_array_unref (self->outgoing);
  g_hash_table_unref (self->evidence);
  g_ptr_array_unref (self->result.waiting);
  g_ptr_array_unref (self->result.troubles);
  lev_team_folder_free (self->folder);
  g_free (self->database);
  g_free (self->writer);
  g_free (self);
}

const char *
lev_share_get_path (LevShare *self)
{
  return lev_team_folder_get_path (self->folder);
}

const LevShareResult *
lev_share_get_result (LevShare *self)
{
  return &self->result;
}

gboolean
lev_share_begin (LevShare *self,
                 LevStore *store,
                 GError  **error)
{
  LevLog *log = lev_store_get_log (store);

  g_clear_pointer (&self->known, g_hash_table_unref);
  self->known = lev_log_list_writers (log, error);
  if (self->known == NULL)
    return FALSE;

  g_set_str (&self->database, lev_store_get_path (store));
  g_set_str (&self->writer, lev_log_get_writer (log));
  g_hash_table_remove_all (self->stopped);
  g_hash_table_remove_all (self->evidence);
  g_ptr_array_set_size (self->outgoing, 0);
  g_ptr_array_set_size (self->result.waiting, 0);
  g_ptr_array_set_size (self->result.troubles, 0);
  self->n_taken = 0;
  self->result.n_received = 0;
  self->result.n_sent = 0;

  return TRUE;
}

static void
take_texts (GPtrArray *texts,
            GPtrArray *from)
{
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (texts, g_strdup (g_ptr_array_index (from, i)));
}

gboolean
lev_share_look (LevShare     *self,
                GCancellable *cancellable,
                GError      **error)
{
  g_autoptr (GPtrArray) troubles = NULL;

  if (!lev_team_folder_look (self->folder, self->known, self->writer, cancellable, error))
    return FALSE;

  troubles = lev_team_folder_list_troubles (self->folder);
  take_texts (self->result.troubles, troubles);
  take_texts (self->result.waiting, lev_team_folder_get_waiting (self->folder));

  return TRUE;
}

static gboolean
is_same_operation (const LevOperation *a,
                   const LevOperation *b)
{
  return a->clock == b->clock && strcmp (a->record, b->record) == 0 &&
         strcmp (a->field, b->field) == 0 && a->value.type == b->value.type &&
         a->value.integer == b->value.integer && g_strcmp0 (a->value.text, b->value.text) == 0;
}

typedef struct
{
  const LevOperation *shared;
  gboolean            is_same;
} Comparison;

static gboolean
compare_operation (const LevLoggedEdit *edit,
                   gpointer             user_data,
                   GError             **error)
{
  Comparison *self = user_data;

  self->is_same = is_same_operation (self->shared, &edit->operations[0]);

  return TRUE;
}

/* What was shared from here last must be what is here. It is not when an older copy of the file
 * was written over it, and work went on from there: then two different operations have the same
 * number. */
static gboolean
check_own (LevShare *self,
           LevStore *store,
           GError  **error)
{
  LevOperationFile *own = lev_team_folder_get_own (self->folder);
  const LevLoggedEdit *edit;
  Comparison comparison = { NULL, FALSE };

  if (own == NULL)
    return TRUE;

  edit = g_ptr_array_index (own->edits, own->edits->len - 1);
  comparison.shared = &edit->operations[edit->n_operations - 1];
  if (!lev_log_foreach_edit (lev_store_get_log (store), self->writer, own->last, own->last,
                             compare_operation, &comparison, error))
    return FALSE;
  if (comparison.is_same)
    return TRUE;

  g_set_error (error, LEV_SHARE_ERROR, LEV_SHARE_ERROR_SET_BACK,
               _("This database is not the one from which was shared before: an older copy was put "
                 "in its place. Put the newest backup back with “Put a backup back…”, and share "
                 "again"));
  return FALSE;
}

/* The folder holds more of this writer than is here: this is an older copy, and what follows
 * needs a name of its own. */
static gboolean
check_name (LevShare *self,
            LevStore *store,
            GError  **error)
{
  gint64 *last = g_hash_table_lookup (self->known, self->writer);

  if (lev_team_folder_get_last (self->folder, self->writer) <= (last != NULL ? *last : 0))
    return TRUE;

  return lev_store_rename_writer (store, error);
}

/* A file that cannot be taken in holds up those of its writer, and nobody else's. */
static gboolean
take_file (LevShare         *self,
           LevStore         *store,
           LevOperationFile *file,
           GError          **error)
{
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (LevLoggedEdit));
  g_autoptr (GError) local_error = NULL;

  if (g_hash_table_contains (self->stopped, file->writer))
    return TRUE;

  for (guint i = 0; i < file->edits->len; i++)
    g_array_append_vals (edits, g_ptr_array_index (file->edits, i), 1);

  if (lev_store_merge (store, (const LevLoggedEdit *) (gpointer) edits->data, edits->len,
                       &local_error))
    {
      g_hash_table_insert (self->known, g_strdup (file->writer),
                           g_memdup2 (&file->last, sizeof file->last));
      self->result.n_received += edits->len;
      return TRUE;
    }

  /* The database itself does not answer as it should, or the file is to blame. */
  if (local_error->domain == LEV_STORE_ERROR && local_error->code != LEV_STORE_ERROR_FAILED)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  g_hash_table_add (self->stopped, g_strdup (file->writer));
  g_ptr_array_add (self->result.troubles,
                   g_strdup_printf ("‘%s’: %s", file->name, local_error->message));

  return TRUE;
}

typedef struct
{
  LevShare *share;
  LevLog   *log;
} Collection;

static gboolean
collect_gap (const char *writer,
             gint64      first,
             gint64      last,
             gpointer    user_data,
             GError    **error)
{
  Collection *self = user_data;

  return lev_operation_file_write (self->log, writer, first, last, self->share->outgoing, error);
}

static void
collect_evidence (LevShare *self,
                  LevStore *store)
{
  LevRecordList *list = lev_register_list (lev_store_get_records (store), LEV_TYPE_EVIDENCE);

  for (guint i = 0; i < lev_record_list_get_n (list); i++)
    {
      LevEvidence *evidence = lev_record_list_peek (list, i);

      if (!lev_text_is_blank (evidence->sha256))
        g_hash_table_add (self->evidence, g_strdup (evidence->sha256));
    }
}

/* Two who work without seeing each other give the same number. Whoever made the record that gets
 * another one does that, so that it is done once. */
static gboolean
settle_numbers (LevStore *store,
                GError  **error)
{
  LevLog *log = lev_store_get_log (store);
  g_autoptr (GPtrArray) twins = lev_numbering_list_twins (lev_store_get_records (store));

  for (guint i = 0; i < twins->len; i++)
    {
      LevRecord *record = g_ptr_array_index (twins, i);
      g_autofree char *maker = lev_log_dup_maker (log, record->id, NULL);

      if (g_strcmp0 (maker, lev_log_get_writer (log)) != 0)
        continue;
      lev_store_begin (store, _("Give the next number"));
      lev_numbering_renumber (record);
      if (!lev_store_commit (store, error))
        return FALSE;
    }

  return TRUE;
}

/* What is here and in no file, whoever made it: it may have come with a copy of a database. */
static gboolean
collect (LevShare *self,
         LevStore *store,
         GError  **error)
{
  Collection collection = { self, lev_store_get_log (store) };
  g_autoptr (GHashTable) known = lev_log_list_writers (collection.log, error);
  GHashTableIter iter;
  gpointer writer;
  gpointer last;

  if (known == NULL)
    return FALSE;

  g_hash_table_iter_init (&iter, known);
  while (g_hash_table_iter_next (&iter, &writer, &last))
    if (!lev_team_folder_foreach_gap (self->folder, writer, *(gint64 *) last, collect_gap,
                                      &collection, error))
      return FALSE;

  g_set_str (&self->writer, lev_log_get_writer (collection.log));
  self->result.n_others = lev_team_folder_get_n_writers (self->folder) -
                          (lev_team_folder_get_last (self->folder, self->writer) > 0 ? 1 : 0);
  collect_evidence (self, store);

  return TRUE;
}

gboolean
lev_share_take_in (LevShare *self,
                   LevStore *store,
                   gboolean *more,
                   GError  **error)
{
  GPtrArray *found = lev_team_folder_get_new (self->folder);

  *more = FALSE;
  if (self->n_taken == 0 && (!check_own (self, store, error) || !check_name (self, store, error)))
    return FALSE;

  if (self->n_taken == found->len)
    return settle_numbers (store, error) && collect (self, store, error);

  *more = TRUE;

  return take_file (self, store, g_ptr_array_index (found, self->n_taken++), error);
}

static gboolean
write_operations (LevShare     *self,
                  GCancellable *cancellable,
                  GError      **error)
{
  for (guint i = 0; i < self->outgoing->len; i++)
    {
      LevOutgoingFile *file = g_ptr_array_index (self->outgoing, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !lev_team_folder_write (self->folder, file->writer, file->name, file->content, error))
        return FALSE;
      self->result.n_sent += file->n_edits;
    }

  return TRUE;
}

/* Evidence goes to where it is not. A file that is neither here nor there is not missed: the
 * window says so where it is asked for. */
static gboolean
copy_evidence (LevShare   *self,
               const char *sha256,
               GError    **error)
{
  g_autofree char *path = lev_file_store_dup_path (self->database, sha256);
  g_autofree char *name = lev_team_folder_name_evidence (sha256);
  g_autoptr (GBytes) content = NULL;
  gboolean is_here, is_there;

  if (path == NULL)
    return TRUE;

  is_here = g_file_test (path, G_FILE_TEST_EXISTS);
  is_there = lev_team_folder_has_evidence (self->folder, sha256);
  if (is_here == is_there)
    return TRUE;

  if (is_here)
    {
      content = lev_file_store_read (self->database, sha256, NULL);
      return content == NULL ||
             lev_team_folder_write (self->folder, self->writer, name, content, error);
    }

  content = lev_team_folder_read_evidence (self->folder, sha256);

  return content == NULL || lev_file_store_keep (self->database, sha256, content, error);
}

gboolean
lev_share_hand_over (LevShare     *self,
                     GCancellable *cancellable,
                     GError      **error)
{
  GHashTableIter iter;
  gpointer sha256;

  if (!write_operations (self, cancellable, error))
    return FALSE;

  g_hash_table_iter_init (&iter, self->evidence);
  while (g_hash_table_iter_next (&iter, &sha256, NULL))
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !copy_evidence (self, sha256, error))
      return FALSE;

  return TRUE;
}

gboolean
lev_share_run (LevShare *self,
               LevStore *store,
               GError  **error)
{
  gboolean more = TRUE;

  if (!lev_share_begin (self, store, error) || !lev_share_look (self, NULL, error))
    return FALSE;

  while (more)
    if (!lev_share_take_in (self, store, &more, error))
      return FALSE;

  return lev_share_hand_over (self, NULL, error);
}
