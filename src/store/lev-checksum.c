#include "lev-checksum.h"

#include <glib/gi18n.h>

typedef struct
{
  gint64  n_rows;
  guint64 sum;
} Sum;

typedef struct
{
  Sum      now;
  Sum      committed;
  gboolean is_dirty;
} TableSum;

struct _LevChecksums
{
  GHashTable *tables; /* name to TableSum */

  /* The one that was asked for last: rows of a table come together. */
  const char *last_name;
  TableSum   *last;
};

LevChecksums *
lev_checksums_new (void)
{
  LevChecksums *self = g_new0 (LevChecksums, 1);

  self->tables = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  return self;
}

void
lev_checksums_free (LevChecksums *self)
{
  g_hash_table_unref (self->tables);
  g_free (self);
}

/* Mixes eight bytes in. For one @sum, two words never give the same: what was changed within a word
 * does not stay hidden. */
static guint64
mix (guint64 sum,
     guint64 word)
{
  sum = (sum ^ word) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  return sum ^ (sum >> 32);
}

guint64
lev_checksum_add_text (guint64     sum,
                       const char *text)
{
  gsize length = text != NULL ? strlen (text) : 0;
  guint64 word;

  sum = mix (sum, LEV_CELL_TEXT + (length << 8));
  for (; length >= sizeof word; length -= sizeof word, text += sizeof word)
    {
      memcpy (&word, text, sizeof word);
      sum = mix (sum, GUINT64_FROM_LE (word));
    }
  if (length == 0)
    return sum;

  word = 0;
  memcpy (&word, text, length);

  return mix (sum, GUINT64_FROM_LE (word));
}

/* The last word has only been mixed once: without the rounds here (the finalizer of MurmurHash3) a
 * bit of it and the bit that it turned could cancel each other out. */
guint32
lev_checksum_end (guint64 sum)
{
  sum ^= sum >> 33;
  sum *= G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  sum ^= sum >> 33;
  sum *= G_GUINT64_CONSTANT (0xc4ceb9fe1a85ec53);
  sum ^= sum >> 33;

  return (guint32) sum != 0 ? (guint32) sum : 1;
}

guint64
lev_checksum_add_cell (guint64        sum,
                       const LevCell *cell)
{
  switch (cell->type)
    {
    case LEV_CELL_INTEGER:
      return mix (mix (sum, LEV_CELL_INTEGER), (guint64) cell->integer);
    case LEV_CELL_TEXT:
      return lev_checksum_add_text (sum, cell->text);
    case LEV_CELL_NULL:
    default:
      return mix (sum, LEV_CELL_NULL);
    }
}

guint32
lev_checksum_of_row (sqlite3_stmt *statement)
{
  int n_columns = sqlite3_column_count (statement);
  guint64 sum = LEV_CHECKSUM_START;

  for (int i = 0; i < n_columns; i++)
    {
      LevCell cell;

      lev_database_get_cell (statement, i, &cell);
      sum = lev_checksum_add_cell (sum, &cell);
    }

  return lev_checksum_end (sum);
}

static TableSum *
get_table (LevChecksums *self,
           const char   *table)
{
  if (self->last_name != NULL && strcmp (table, self->last_name) == 0)
    return self->last;

  table = g_intern_string (table);
  self->last_name = table;
  self->last = g_hash_table_lookup (self->tables, table);
  if (self->last == NULL)
    {
      self->last = g_new0 (TableSum, 1);
      g_hash_table_insert (self->tables, (gpointer) table, self->last);
    }

  return self->last;
}

/* Sums are kept to 62 bits: SQLite's integers have a sign. */
static guint64
wrap (guint64 sum)
{
  return sum & G_GUINT64_CONSTANT (0x3fffffffffffffff);
}

void
lev_checksums_change (LevChecksums *self,
                      const char   *table,
                      guint32       old,
                      guint32       new)
{
  TableSum *entry = get_table (self, table);

  entry->now.n_rows += (new != 0) - (old != 0);
  entry->now.sum = wrap (entry->now.sum + new - old);
  entry->is_dirty = TRUE;
}

gboolean
lev_checksums_insert (LevChecksums  *self,
                      LevDatabase   *database,
                      const char    *table,
                      const char    *sql,
                      const LevCell *cells,
                      guint          n_cells,
                      GError       **error)
{
  sqlite3_stmt *statement = lev_database_prepare (database, sql, error);
  guint64 sum = LEV_CHECKSUM_START;

  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < n_cells; i++)
    {
      lev_database_bind_cell (statement, (int) i + 1, &cells[i]);
      sum = lev_checksum_add_cell (sum, &cells[i]);
    }
  if (!lev_database_run (database, statement, error))
    return FALSE;

  lev_checksums_change (self, table, 0, lev_checksum_end (sum));

  return TRUE;
}

gboolean
lev_checksums_add_up (LevChecksums *self,
                      LevDatabase  *database,
                      const char   *table,
                      GError      **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\"", table);
  g_autoptr (sqlite3_stmt) statement = lev_database_compile (database, sql, error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;

  while (lev_database_step (database, statement, &has_row, error))
    {
      if (!has_row)
        return TRUE;
      lev_checksums_change (self, table, 0, lev_checksum_of_row (statement));
    }

  return FALSE;
}

void
lev_checksums_clear (LevChecksums *self,
                     const char   *table)
{
  TableSum *entry = get_table (self, table);

  entry->now = (Sum) { 0 };
  entry->is_dirty = TRUE;
}

gboolean
lev_checksums_save (LevChecksums *self,
                    LevDatabase  *database,
                    GError      **error)
{
  GHashTableIter iter;
  gpointer name, value;

  g_hash_table_iter_init (&iter, self->tables);
  while (g_hash_table_iter_next (&iter, &name, &value))
    {
      TableSum *entry = value;
      sqlite3_stmt *statement;

      if (!entry->is_dirty)
        continue;

      statement =
        lev_database_prepare (database,
                              "INSERT INTO checksum (name, n_rows, sum) VALUES (?, ?, ?) "
                              "ON CONFLICT (name) DO UPDATE SET n_rows = excluded.n_rows, "
                              "sum = excluded.sum",
                              error);
      if (statement == NULL)
        return FALSE;
      lev_database_bind_text (statement, 1, name);
      sqlite3_bind_int64 (statement, 2, entry->now.n_rows);
      sqlite3_bind_int64 (statement, 3, (gint64) entry->now.sum);
      if (!lev_database_run (database, statement, error))
        return FALSE;
    }

  return TRUE;
}

void
lev_checksums_settle (LevChecksums *self,
                      gboolean      committed)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->tables);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      TableSum *entry = value;

      if (!entry->is_dirty)
        continue;
      if (committed)
        entry->committed = entry->now;
      else
        entry->now = entry->committed;
      entry->is_dirty = FALSE;
    }
}

static void
set_damaged (LevDatabase *database,
             const char  *table,
             GError     **error)
{
  g_set_error (error, LEV_STORE_ERROR, LEV_STORE_ERROR_DAMAGED,
               _("Checking ‘%s’: the file is damaged (the content of table ‘%s’ is not what was "
                 "written)"),
               lev_database_get_path (database), table);
}

gboolean
lev_checksums_verify (LevChecksums *self,
                      LevDatabase  *database,
                      GError      **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  guint n_found = 0, n_filled = 0;
  gboolean has_row;
  GHashTableIter iter;
  gpointer value;

  statement = lev_database_compile (database, "SELECT name, n_rows, sum FROM checksum", error);
  if (statement == NULL || !lev_database_step (database, statement, &has_row, error))
    return FALSE;

  while (has_row)
    {
      const char *name = (const char *) sqlite3_column_text (statement, 0);
      TableSum *entry = get_table (self, name);

      if (entry->now.n_rows != sqlite3_column_int64 (statement, 1) ||
          (gint64) entry->now.sum != sqlite3_column_int64 (statement, 2))
        {
          set_damaged (database, name, error);
          return FALSE;
        }
      n_found += entry->now.n_rows > 0;
      if (!lev_database_step (database, statement, &has_row, error))
        return FALSE;
    }

  g_hash_table_iter_init (&iter, self->tables);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    n_filled += ((TableSum *) value)->now.n_rows > 0;

  lev_checksums_settle (self, TRUE);
  if (n_filled == n_found)
    return TRUE;

  set_damaged (database, "checksum", error);
  return FALSE;
}

/* The tables whose content is summed: all but the sums themselves and the place of the file, which
 * is of this copy only. */
gboolean
lev_checksums_verify_all (LevDatabase *database,
                          GError     **error)
{
  g_autoptr (LevChecksums) self = lev_checksums_new ();
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean has_row;

  statement = lev_database_compile (database,
                                    "SELECT name FROM sqlite_schema WHERE type = 'table'"
                                    " AND name NOT IN ('checksum', 'place')",
                                    error);
  if (statement == NULL)
    return FALSE;

  while (lev_database_step (database, statement, &has_row, error))
    {
      if (!has_row)
        return lev_checksums_verify (self, database, error);
      if (!lev_checksums_add_up (self, database, (const char *) sqlite3_column_text (statement, 0),
                                 error))
        return FALSE;
    }

  return FALSE;
}
