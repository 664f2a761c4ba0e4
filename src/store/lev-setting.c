#include "lev-setting.h"

char *
lev_setting_dup (LevDatabase *database,
                 const char  *name,
                 GError     **error)
{
  sqlite3_stmt *statement;
  gboolean has_row;
  char *value = NULL;

  statement = lev_database_prepare (database, "SELECT value FROM setting WHERE name = ?", error);
  if (statement == NULL)
    return NULL;

  lev_database_bind_text (statement, 1, name);
  if (!lev_database_step (database, statement, &has_row, error))
    return NULL;
  if (has_row)
    value = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_reset (statement);

  return value;
}

/* Takes the row of @name away, and out of the sums. */
static gboolean
forget (LevDatabase  *database,
        LevChecksums *checksums,
        const char   *name,
        GError      **error)
{
  sqlite3_stmt *statement;
  gboolean has_row;

  statement = lev_database_prepare (database, "DELETE FROM setting WHERE name = ? RETURNING *",
                                    error);
  if (statement == NULL)
    return FALSE;

  lev_database_bind_text (statement, 1, name);
  if (!lev_database_step (database, statement, &has_row, error))
    return FALSE;
  if (has_row)
    lev_checksums_change (checksums, "setting", lev_checksum_of_row (statement), 0);
  sqlite3_reset (statement);

  return TRUE;
}

gboolean
lev_setting_set (LevDatabase  *database,
                 LevChecksums *checksums,
                 const char   *name,
                 const char   *value,
                 GError      **error)
{
  const LevCell cells[] = { { LEV_CELL_TEXT, 0, name }, { LEV_CELL_TEXT, 0, value } };

  return forget (database, checksums, name, error) &&
         (value == NULL || lev_checksums_insert (checksums, database, "setting",
                                                 "INSERT INTO setting (name, value) VALUES (?, ?)",
                                                 cells, G_N_ELEMENTS (cells), error));
}
