#include "lev-archived-dossier.h"

#include "lev-archive.h"
#include "lev-dossier-json.h"
#include "lev-evidence.h"
#include "lev-exchange-error.h"
#include "lev-file-store.h"
#include "lev-manifest.h"
#include "lev-zip.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

/* Of a .zip: the mark of its first entry, and where the name of that is (APPNOTE 4.3.7). */
#define ZIP_MARK    "PK\3\4"
#define NAME_OFFSET (30)

/* The cells of the records, as operations of one edit. */
typedef struct
{
  GArray       *operations; /* LevOperation */
  GStringChunk *texts;
  char          writer[LEV_WRITER_LENGTH + 1];
} Edit;

gboolean
lev_archived_dossier_is_package (const char *path)
{
  char start[NAME_OFFSET + sizeof LEV_ARCHIVE_DOSSIER_NAME - 1];
  FILE *file = g_fopen (path, "rb");
  gsize n_read = file != NULL ? fread (start, 1, sizeof start, file) : 0;

  if (file != NULL)
    fclose (file);

  return n_read == sizeof start && memcmp (start, ZIP_MARK, strlen (ZIP_MARK)) == 0 &&
         memcmp (start + NAME_OFFSET, LEV_ARCHIVE_DOSSIER_NAME, sizeof start - NAME_OFFSET) == 0;
}

/* Whether each entry is what the manifest beside it says. */
static gboolean
check_entries (const char *zip,
               GHashTable *entries,
               GError    **error)
{
  g_autoptr (GBytes) manifest = lev_zip_read_entry (zip, LEV_MANIFEST_NAME, error);
  g_autoptr (GHashTable) listed = NULL;
  GHashTableIter iter;
  gpointer name;
  gpointer sum;
  gsize size;

  if (manifest == NULL)
    return FALSE;

  listed = lev_manifest_parse (g_bytes_get_data (manifest, &size), g_bytes_get_size (manifest),
                               NULL);
  g_hash_table_iter_init (&iter, entries);
  while (g_hash_table_iter_next (&iter, &name, &sum))
    if (strcmp (name, LEV_MANIFEST_NAME) != 0 &&
        g_strcmp0 (g_hash_table_lookup (listed, name), sum) != 0)
      {
        g_set_error (error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_DAMAGED,
                     _("‘%s’ is not what was archived: ‘%s’ has another content"), zip,
                     (char *) name);
        return FALSE;
      }

  return TRUE;
}

static LevRegister *
read_records (const char *zip,
              GError    **error)
{
  g_autoptr (GBytes) bytes = lev_zip_read_entry (zip, LEV_ARCHIVE_DOSSIER_NAME, error);
  g_autofree char *text = NULL;
  LevDossier *dossier;

  if (bytes == NULL)
    return NULL;

  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  return lev_dossier_from_json (text, &dossier, error);
}

static void
add_record (Edit      *self,
            LevRecord *record)
{
  LevRecordClass *klass = LEV_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      LevOperation operation = { .sequence = self->operations->len + 1,
                                 .clock = self->operations->len + 1,
                                 .kind = klass->kind,
                                 .record = record->id,
                                 .field = klass->fields[i].name };

      lev_record_get_cell (record, i, &operation.value);
      if (operation.value.type == LEV_CELL_NULL)
        continue;
      /* A date or a moment is text in the cell itself, which is copied. */
      if (operation.value.type == LEV_CELL_TEXT)
        operation.value.text = g_string_chunk_insert (self->texts, operation.value.text);
      g_strlcpy (operation.writer, self->writer, sizeof operation.writer);
      g_array_append_val (self->operations, operation);
    }
}

/* The records come in as those of someone else do: as they are, whatever the process allows. */
static gboolean
write_records (LevStore    *store,
               LevRegister *records,
               GError     **error)
{
  const LevEditInfo info = { _("From the archive"), "Levman Review", lev_clock_now (), 0 };
  g_autoptr (GArray) operations = g_array_new (FALSE, FALSE, sizeof (LevOperation));
  g_autoptr (GStringChunk) texts = g_string_chunk_new (4096);
  Edit edit = { operations, texts };
  LevLoggedEdit logged;
  guint n_types;
  const GType *types = lev_register_get_types (&n_types);

  memset (edit.writer, 'a', LEV_WRITER_LENGTH);
  for (guint i = 0; i < n_types; i++)
    {
      LevRecordList *list = lev_register_list (records, types[i]);

      for (guint j = 0; j < lev_record_list_get_n (list); j++)
        add_record (&edit, lev_record_list_peek (list, j));
    }

  logged = (LevLoggedEdit) { info, (const LevOperation *) (gpointer) operations->data,
                             operations->len };

  return lev_store_merge (store, &logged, 1, error);
}

static const char *
find_entry (GHashTable *entries,
            const char *sha256)
{
  GHashTableIter iter;
  gpointer name;
  gpointer sum;

  g_hash_table_iter_init (&iter, entries);
  while (g_hash_table_iter_next (&iter, &name, &sum))
    if (g_strcmp0 (sum, sha256) == 0)
      return name;

  return NULL;
}

static gboolean
write_files (const char  *path,
             LevRegister *records,
             const char  *zip,
             GHashTable  *entries,
             GError     **error)
{
  LevRecordList *list = lev_register_list (records, LEV_TYPE_EVIDENCE);

  for (guint i = 0; i < lev_record_list_get_n (list); i++)
    {
      LevEvidence *evidence = lev_record_list_peek (list, i);
      const char *entry = evidence->sha256 != NULL ? find_entry (entries, evidence->sha256) : NULL;
      g_autoptr (GBytes) content = NULL;

      /* What was missing then is missing now. */
      if (entry == NULL)
        continue;
      content = lev_zip_read_entry (zip, entry, error);
      if (content == NULL || !lev_file_store_keep (path, evidence->sha256, content, error))
        return FALSE;
    }

  return TRUE;
}

char *
lev_archived_dossier_unpack (const char *zip,
                             const char *folder,
                             GError    **error)
{
  g_autoptr (GHashTable) entries = lev_zip_read_checksums (zip, NULL, error);
  g_autofree char *path = g_build_filename (folder, "dossier.levman", NULL);
  g_autoptr (LevRegister) records = NULL;
  g_autoptr (LevStore) store = NULL;

  if (entries == NULL || !check_entries (zip, entries, error))
    return NULL;

  records = read_records (zip, error);
  if (records == NULL || !write_files (path, records, zip, entries, error))
    return NULL;

  store = lev_store_open (path, LEV_STORE_CREATE, error);
  if (store == NULL || !write_records (store, records, error))
    return NULL;

  return g_steal_pointer (&path);
}

LevDossier *
lev_archived_dossier_find (LevRegister *records)
{
  LevRecordList *dossiers = lev_register_list (records, LEV_TYPE_DOSSIER);
  guint n_dossiers = lev_record_list_get_n (dossiers);

  for (guint i = 0; i < n_dossiers; i++)
    {
      LevDossier *dossier = lev_record_list_peek (dossiers, i);
      gboolean has_successor = FALSE;

      for (guint j = 0; j < n_dossiers; j++)
        {
          LevDossier *other = lev_record_list_peek (dossiers, j);

          if (other->review != NULL && other->review->previous == dossier->review)
            has_successor = TRUE;
        }
      if (dossier->review != NULL && dossier->supplier != NULL && !has_successor)
        return dossier;
    }

  return NULL;
}

void
lev_archived_dossier_discard (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_unlink (path) != 0)
        lev_archived_dossier_discard (path);
    }
  g_rmdir (folder);
}
