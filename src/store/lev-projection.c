#include "lev-projection.h"

#include "lev-register.h"

#include <glib/gi18n.h>

#define NO_COLUMN (-1)

/* "supplier" to "SELECT * FROM supplier ORDER BY rowid": in the order in which they were made. */
static sqlite3_stmt *
select_all (LevDatabase    *database,
            LevRecordClass *klass,
            GError        **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY rowid", klass->kind);

  return lev_database_compile (database, sql, error);
}

/* Which column of @statement holds which field; columns are found by name. */
static int *
map_columns (sqlite3_stmt   *statement,
             LevRecordClass *klass)
{
  int *columns = g_new (int, klass->n_fields);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      columns[i] = NO_COLUMN;
      for (int j = 1; j < sqlite3_column_count (statement); j++)
        if (strcmp (sqlite3_column_name (statement, j), klass->fields[i].name) == 0)
          columns[i] = j;
    }

  return columns;
}

/* One row into its record. The checksum covers every column, in the order of the table. */
static LevRecord *
load_row (LevRegister    *records,
          GType           type,
          LevRecordClass *klass,
          sqlite3_stmt   *statement,
          const int      *columns,
          GError        **error)
{
  const char *id = (const char *) sqlite3_column_text (statement, 0);
  LevRecord *record = lev_register_ensure (records, type, id != NULL ? id : "", error);
  guint32 sum = lev_checksum_add_text (0, id);

  if (record == NULL)
    return NULL;

  for (guint i = 0; i < klass->n_fields; i++)
    {
      LevCell cell = { LEV_CELL_NULL };
      LevValue value;

      if (columns[i] != NO_COLUMN)
        lev_database_get_cell (statement, columns[i], &cell);
      sum = lev_checksum_add_cell (sum, &cell);
      if (cell.type == LEV_CELL_NULL)
        continue;
      if (!lev_field_from_cell (&klass->fields[i], &cell, records, &value, error))
        return NULL;
      lev_record_load_value (record, i, &value);
    }

  record->checksum = lev_checksum_end (sum);
  lev_register_settle (records, record);

  return record;
}

static gboolean
load_kind (LevDatabase  *database,
           LevRegister  *records,
           GType         type,
           LevChecksums *checksums,
           GError      **error)
{
  g_autoptr (GTypeClass) klass_ref = g_type_class_ref (type);
  LevRecordClass *klass = (LevRecordClass *) klass_ref;
  g_autoptr (sqlite3_stmt) statement = select_all (database, klass, error);
  g_autofree int *columns = NULL;
  gboolean has_row;

  if (statement == NULL)
    return FALSE;

  columns = map_columns (statement, klass);
  while (lev_database_step (database, statement, &has_row, error))
    {
      LevRecord *record;

      if (!has_row)
        return TRUE;

      record = load_row (records, type, klass, statement, columns, error);
      if (record == NULL)
        return FALSE;
      lev_checksums_change (checksums, klass->kind, 0, record->checksum);
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
  char *sql;

  if (texts == NULL)
    texts = g_hash_table_new (g_str_hash, g_str_equal);

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
  guint32 sum = lev_checksum_add_text (0, record->id);

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
  g_autofree LevCell *cells = g_new (LevCell, klass->n_fields);
  guint32 sum;

  if (statement == NULL)
    return FALSE;

  lev_database_bind_text (statement, 1, record->id);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      lev_record_get_cell (record, i, &cells[i]);
      lev_database_bind_cell (statement, (int) i + 2, &cells[i]);
    }
  if (!lev_database_run (database, statement, error))
    return FALSE;

  sum = lev_projection_checksum (record);
  lev_checksums_change (checksums, klass->kind, record->checksum, sum);
  record->checksum = sum;

  return TRUE;
}
