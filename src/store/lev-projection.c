#include "lev-projection.h"

#include "lev-register.h"

#include <glib/gi18n.h>

#define NO_COLUMN  (-1)
#define MAX_FIELDS (64) /* no kind has so many */

/* "supplier" to "SELECT * FROM supplier ORDER BY rowid": in the order in which they were made. */
static sqlite3_stmt *
select_all (LevDatabase    *database,
            LevRecordClass *klass,
            GError        **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY rowid", klass->kind);

  return lev_database_compile (database, sql, error);
}

/* Reading one table. */
typedef struct
{
  LevRegister    *records;
  GType           type;
  LevRecordClass *klass;
  sqlite3_stmt   *statement;
  int            *columns; /* which column holds which field; columns are found by name */
  LevRecord     **last;    /* what each field referred to last: mostly it is the same again */
} Reader;

static void
reader_clear (Reader *self)
{
  g_clear_pointer (&self->statement, sqlite3_finalize);
  g_clear_pointer (&self->columns, g_free);
  g_clear_pointer (&self->last, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

static void
map_columns (Reader *self)
{
  self->columns = g_new (int, self->klass->n_fields);
  self->last = g_new0 (LevRecord *, self->klass->n_fields);

  for (guint i = 0; i < self->klass->n_fields; i++)
    {
      self->columns[i] = NO_COLUMN;
      for (int j = 1; j < sqlite3_column_count (self->statement); j++)
        if (strcmp (sqlite3_column_name (self->statement, j), self->klass->fields[i].name) == 0)
          self->columns[i] = j;
    }
}

static gboolean
load_cell (Reader        *self,
           LevRecord     *record,
           guint          field,
           const LevCell *cell,
           GError       **error)
{
  LevRecord *last = self->last[field];
  LevValue value = { .record = last };

  if (cell->type == LEV_CELL_NULL)
    return TRUE;

  if ((last == NULL || cell->type != LEV_CELL_TEXT || strcmp (last->id, cell->text) != 0) &&
      !lev_field_from_cell (&self->klass->fields[field], cell, self->records, &value, error))
    return FALSE;

  self->last[field] = value.record;
  lev_record_load_value (record, field, &value);

  return TRUE;
}

/* One row into its record. The checksum covers every column, in the order of the table. */
static LevRecord *
load_row (Reader  *self,
          GError **error)
{
  const char *id = (const char *) sqlite3_column_text (self->statement, 0);
  LevRecord *record = lev_register_ensure (self->records, self->type, id != NULL ? id : "", error);
  guint64 sum = lev_checksum_add_text (LEV_CHECKSUM_START, id);

  if (record == NULL)
    return NULL;

  for (guint i = 0; i < self->klass->n_fields; i++)
    {
      LevCell cell;

      if (self->columns[i] != NO_COLUMN)
        lev_database_get_cell (self->statement, self->columns[i], &cell);
      else
        cell.type = LEV_CELL_NULL;
      sum = lev_checksum_add_cell (sum, &cell);
      if (!load_cell (self, record, i, &cell, error))
        return NULL;
    }

  record->checksum = lev_checksum_end (sum);
  lev_register_settle (self->records, record);

  return record;
}

static gboolean
load_kind (LevDatabase  *database,
           LevRegister  *records,
           GType         type,
           LevChecksums *checksums,
           GError      **error)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (type);
  g_auto (Reader) reader = { records, type, (LevRecordClass *) klass, NULL, NULL, NULL };
  gboolean has_row;

  reader.statement = select_all (database, reader.klass, error);
  if (reader.statement == NULL)
    return FALSE;

  map_columns (&reader);
  while (lev_database_step (database, reader.statement, &has_row, error))
    {
      LevRecord *record;

      if (!has_row)
        return TRUE;

      record = load_row (&reader, error);
      if (record == NULL)
        return FALSE;
      lev_checksums_change (checksums, reader.klass->kind, 0, record->checksum);
    }

  return FALSE;
}

gboolean
lev_projection_load (LevDatabase  *database,
                     LevRegister  *records,
                     LevChecksums *checksums,
                     GError      **error)
{
  g_autoptr (GError) local_error = NULL;
  guint n_types;
  const GType *types = lev_register_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    if (!load_kind (database, records, types[i], checksums, &local_error))
      {
        /* A value that does not fit its field was never written so. */
        if (local_error->domain == LEV_MODEL_ERROR)
          g_set_error (error, LEV_STORE_ERROR, LEV_STORE_ERROR_DAMAGED,
                       _("Reading ‘%s’: the file is damaged (%s)"),
                       lev_database_get_path (database), local_error->message);
        else
          g_propagate_error (error, g_steal_pointer (&local_error));
        return FALSE;
      }

  return TRUE;
}

/* "INSERT INTO supplier VALUES (?, …) ON CONFLICT (id) DO UPDATE SET …": a row keeps its place. */
static char *
describe_upsert (LevRecordClass *klass)
{
  g_autoptr (GString) names = g_string_new ("id");
  g_autoptr (GString) values = g_string_new ("?");
  g_autoptr (GString) updates = g_string_new (NULL);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const char *name = klass->fields[i].name;

      g_string_append_printf (names, ", \"%s\"", name);
      g_string_append (values, ", ?");
      g_string_append_printf (updates, "%s\"%s\" = excluded.\"%s\"", i > 0 ? ", " : "", name, name);
    }

  return g_strdup_printf ("INSERT INTO %s (%s) VALUES (%s) ON CONFLICT (id) DO UPDATE SET %s",
                          klass->kind, names->str, values->str, updates->str);
}

/* The SQL of a class is made once; its address is the key under which the statement is kept. */
static const char *
get_upsert (LevRecordClass *klass)
{
  static GHashTable *texts;
  static GMutex mutex;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  char *sql;

  if (texts == NULL)
    texts = g_hash_table_new (NULL, NULL);

  sql = g_hash_table_lookup (texts, klass->kind);
  if (sql == NULL)
    {
      sql = describe_upsert (klass);
      g_hash_table_insert (texts, (gpointer) klass->kind, sql);
    }

  return sql;
}

guint32
lev_projection_checksum (LevRecord *record)
{
  guint64 sum = lev_checksum_add_text (LEV_CHECKSUM_START, record->id);

  for (guint i = 0; i < LEV_RECORD_GET_CLASS (record)->n_fields; i++)
    {
      LevCell cell;

      lev_record_get_cell (record, i, &cell);
      sum = lev_checksum_add_cell (sum, &cell);
    }

  return lev_checksum_end (sum);
}

gboolean
lev_projection_save (LevDatabase  *database,
                     LevRecord    *record,
                     LevChecksums *checksums,
                     GError      **error)
{
  LevRecordClass *klass = LEV_RECORD_GET_CLASS (record);
  sqlite3_stmt *statement = lev_database_prepare (database, get_upsert (klass), error);
  guint64 sum = lev_checksum_add_text (LEV_CHECKSUM_START, record->id);
  LevCell cells[MAX_FIELDS];
  guint32 end;

  g_return_val_if_fail (klass->n_fields <= G_N_ELEMENTS (cells), FALSE);

  if (statement == NULL)
    return FALSE;

  /* The cells live until the statement ran: what is bound points into them. */
  lev_database_bind_text (statement, 1, record->id);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      lev_record_get_cell (record, i, &cells[i]);
      lev_database_bind_cell (statement, (int) i + 2, &cells[i]);
      sum = lev_checksum_add_cell (sum, &cells[i]);
    }
  if (!lev_database_run (database, statement, error))
    return FALSE;

  end = lev_checksum_end (sum);
  lev_checksums_change (checksums, klass->kind, record->checksum, end);
  record->checksum = end;

  return TRUE;
}
