#include "lev-schema.h"

#include "lev-register.h"
#include "lev-setting.h"

#include <glib/gi18n.h>

/* One per version, from 1; a released one never changes. Each row of these tables counts in the
 * table `checksum`, except those of `place`, which is about this copy of the file. The rows
 * of `operation` that belong to an edit stand together, from its `first` on; for what is in one
 * see lev-log-row.h. */
static const char *const migrations[] = {
  "CREATE TABLE setting (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT;"
  "CREATE TABLE place (value TEXT NOT NULL) STRICT;"
  "CREATE TABLE checksum (name TEXT NOT NULL PRIMARY KEY, n_rows INTEGER NOT NULL,"
  " sum INTEGER NOT NULL) STRICT;"
  "CREATE TABLE writer (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;"
  "CREATE TABLE edit (id INTEGER PRIMARY KEY, writer INTEGER NOT NULL, label TEXT NOT NULL,"
  " author TEXT NOT NULL, moment TEXT NOT NULL, takes_back INTEGER,"
  " first INTEGER NOT NULL) STRICT;"
  "CREATE TABLE operation (id INTEGER PRIMARY KEY, edit INTEGER NOT NULL,"
  " writer INTEGER NOT NULL, sequence INTEGER NOT NULL, count INTEGER NOT NULL,"
  " clock INTEGER NOT NULL, kind TEXT NOT NULL, record TEXT NOT NULL,"
  " cells TEXT NOT NULL) STRICT;"
  "CREATE INDEX operation_record ON operation (record, clock);"
  "CREATE TABLE head (record TEXT NOT NULL, field TEXT NOT NULL, writer INTEGER NOT NULL,"
  " sequence INTEGER NOT NULL, PRIMARY KEY (record, field, writer, sequence)) STRICT;",
};

G_STATIC_ASSERT (G_N_ELEMENTS (migrations) == LEV_SCHEMA_VERSION);

/* The version stands in the file twice, so that a damaged one is not taken for a newer one. */
gboolean
lev_schema_get_version (LevDatabase *database,
                        gint64      *version,
                        GError     **error)
{
  g_autofree char *written = NULL;
  gint64 n_settings;

  if (!lev_database_get_int64 (database, "PRAGMA user_version", version, error) ||
      !lev_database_get_int64 (database,
                               "SELECT count(*) FROM sqlite_schema WHERE name = 'setting'",
                               &n_settings, error))
    return FALSE;

  if (n_settings > 0)
    {
      g_autoptr (GError) local_error = NULL;

      written = lev_setting_dup (database, "version", &local_error);
      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
    }
  if (g_ascii_strtoll (written != NULL ? written : "0", NULL, 10) == *version)
    return TRUE;

  g_set_error (error, LEV_STORE_ERROR, LEV_STORE_ERROR_DAMAGED,
               _("Opening ‘%s’: the file is damaged (its version is not what was written)"),
               lev_database_get_path (database));
  return FALSE;
}

gboolean
lev_schema_migrate (LevDatabase  *database,
                    gint64        version,
                    LevChecksums *checksums,
                    GError      **error)
{
  static const char stamp[] = "PRAGMA user_version=" G_STRINGIFY (LEV_SCHEMA_VERSION);

  for (gint64 i = version; i < LEV_SCHEMA_VERSION; i++)
    if (!lev_database_execute (database, migrations[i], error))
      return FALSE;

  return lev_database_execute (database, stamp, error) &&
         lev_checksums_add_up (checksums, database, "setting", error) &&
         lev_setting_set (database, checksums, "version", G_STRINGIFY (LEV_SCHEMA_VERSION), error);
}

static const char *
get_column_type (const LevField *field)
{
  switch (field->kind)
    {
    case LEV_FIELD_KIND_INTEGER:
    case LEV_FIELD_KIND_SCORE:
    case LEV_FIELD_KIND_BOOLEAN:
    case LEV_FIELD_KIND_MONEY:
      return "INTEGER";
    case LEV_FIELD_KIND_TEXT:
    case LEV_FIELD_KIND_DATE:
    case LEV_FIELD_KIND_MOMENT:
    case LEV_FIELD_KIND_CHOICE:
    case LEV_FIELD_KIND_REFERENCE:
    default:
      return "TEXT";
    }
}

/* "CREATE TABLE supplier (id TEXT NOT NULL PRIMARY KEY, "deleted" INTEGER, …) STRICT" */
static char *
describe_table (LevRecordClass *klass)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "CREATE TABLE %s (id TEXT NOT NULL PRIMARY KEY", klass->kind);
  for (guint i = 0; i < klass->n_fields; i++)
    g_string_append_printf (sql, ", \"%s\" %s", klass->fields[i].name,
                            get_column_type (&klass->fields[i]));
  g_string_append (sql, ") STRICT");

  return g_string_free (sql, FALSE);
}

static GPtrArray *
describe_projection (void)
{
  GPtrArray *tables = g_ptr_array_new_with_free_func (g_free);
  guint n_types;
  const GType *types = lev_register_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr (GTypeClass) klass = g_type_class_ref (types[i]);

      g_ptr_array_add (tables, describe_table ((LevRecordClass *) klass));
    }

  return tables;
}

gboolean
lev_schema_create_projection (LevDatabase *database,
                              GError     **error)
{
  g_autoptr (GPtrArray) tables = describe_projection ();
  guint n_types;
  const GType *types = lev_register_get_types (&n_types);

  for (guint i = 0; i < tables->len; i++)
    {
      g_autoptr (GTypeClass) klass = g_type_class_ref (types[i]);
      g_autofree char *drop = g_strdup_printf ("DROP TABLE IF EXISTS %s",
                                               ((LevRecordClass *) klass)->kind);

      if (!lev_database_execute (database, drop, error) ||
          !lev_database_execute (database, g_ptr_array_index (tables, i), error))
        return FALSE;
    }

  return TRUE;
}

/* Every statement that this version makes, without the one that made an automatic index. */
static GHashTable *
list_expected (void)
{
  GHashTable *expected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) tables = describe_projection ();

  for (guint i = 0; i < tables->len; i++)
    g_hash_table_add (expected, g_strdup (g_ptr_array_index (tables, i)));

  for (guint i = 0; i < G_N_ELEMENTS (migrations); i++)
    {
      g_auto (GStrv) statements = g_strsplit (migrations[i], ";", -1);

      for (guint j = 0; statements[j] != NULL; j++)
        if (*statements[j] != '\0')
          g_hash_table_add (expected, g_strdup (statements[j]));
    }

  return expected;
}

gboolean
lev_schema_verify (LevDatabase *database,
                   GError     **error)
{
  g_autoptr (GHashTable) expected = list_expected ();
  g_autofree char *wrong = NULL;
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean has_row;
  guint n_found = 0;

  statement = lev_database_compile (database,
                                    "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL",
                                    error);
  if (statement == NULL || !lev_database_step (database, statement, &has_row, error))
    return FALSE;

  while (has_row && wrong == NULL)
    {
      const char *sql = (const char *) sqlite3_column_text (statement, 1);

      if (!g_hash_table_contains (expected, sql))
        wrong = g_utf8_make_valid ((const char *) sqlite3_column_text (statement, 0), -1);
      n_found++;
      if (!lev_database_step (database, statement, &has_row, error))
        return FALSE;
    }

  if (wrong == NULL && n_found == g_hash_table_size (expected))
    return TRUE;

  g_set_error (error, LEV_STORE_ERROR, LEV_STORE_ERROR_DAMAGED,
               _("Checking ‘%s’: the file is damaged (table ‘%s’ is not as it should be)"),
               lev_database_get_path (database), wrong != NULL ? wrong : "?");
  return FALSE;
}

char *
lev_schema_dup_fingerprint (void)
{
  g_autoptr (GPtrArray) tables = describe_projection ();
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < tables->len; i++)
    g_checksum_update (checksum, g_ptr_array_index (tables, i), -1);

  return g_strndup (g_checksum_get_string (checksum), 16);
}
