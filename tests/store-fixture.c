#include "store-fixture.h"

#include "lev-history.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sqlite3.h>

void
store_fixture_set_up (StoreFixture *self,
                      gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  lev_clock_set (STORE_FIXTURE_NOW);
  self->folder = g_dir_make_tmp ("levman-store-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "test.levman", NULL);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

void
store_fixture_tear_down (StoreFixture *self,
                         gconstpointer data)
{
  store_fixture_close (self);
  g_chmod (self->folder, 0700);
  remove_tree (self->folder);
  g_free (self->path);
  g_free (self->folder);
  lev_clock_set (0);
}

void
store_fixture_close (StoreFixture *self)
{
  if (self->store != NULL)
    g_assert_finalize_object (g_steal_pointer (&self->store));
}

LevStore *
store_fixture_open (StoreFixture *self,
                    LevStoreMode  mode)
{
  g_autoptr (GError) error = NULL;

  store_fixture_close (self);
  self->store = lev_store_open (self->path, mode, &error);
  g_assert_no_error (error);
  g_assert_nonnull (self->store);
  lev_store_set_author (self->store, "Tester");

  return self->store;
}

GError *
store_fixture_refuse (StoreFixture *self,
                      LevStoreMode  mode)
{
  GError *error = NULL;

  store_fixture_close (self);
  self->store = lev_store_open (self->path, mode, &error);
  g_assert_null (self->store);
  g_assert_nonnull (error);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));

  return error;
}

LevRegister *
store_fixture_records (StoreFixture *self)
{
  return lev_store_get_records (self->store);
}

void
store_fixture_commit (StoreFixture *self)
{
  g_autoptr (GError) error = NULL;

  lev_store_commit (self->store, &error);
  g_assert_no_error (error);
}

LevSupplier *
store_fixture_add (StoreFixture *self,
                   const char   *name)
{
  LevSupplier *supplier;

  lev_store_begin (self->store, "Add supplier");
  supplier = lev_register_add (store_fixture_records (self), LEV_TYPE_SUPPLIER, "name", name, NULL);
  store_fixture_commit (self);

  return supplier;
}

void
store_fixture_set_name (StoreFixture *self,
                        const char   *id,
                        const char   *name)
{
  lev_store_begin (self->store, "Rename supplier");
  g_object_set (lev_register_lookup (store_fixture_records (self), id), "name", name, NULL);
  store_fixture_commit (self);
}

const char *
store_fixture_get_name (StoreFixture *self,
                        const char   *id)
{
  return LEV_SUPPLIER (lev_register_lookup (store_fixture_records (self), id))->name;
}

void
store_fixture_execute (StoreFixture *self,
                       const char   *sql)
{
  sqlite3 *database = NULL;
  char *message = NULL;

  store_fixture_close (self);
  g_assert_cmpint (sqlite3_open (self->path, &database), ==, SQLITE_OK);
  sqlite3_exec (database, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (database);
}

void
store_fixture_fill (LevRegister *records,
                    LevRecord   *record,
                    int          seed)
{
  LevRecordClass *klass = LEV_RECORD_GET_CLASS (record);

  for (guint i = 1; i < klass->n_fields; i++)
    {
      const LevField *field = &klass->fields[i];
      g_autofree char *text = g_strdup_printf ("%s %d: ‘é’ 😀 <&>\n=1+1", field->name, seed);
      LevValue value = { 0 };

      switch (field->kind)
        {
        case LEV_FIELD_KIND_TEXT:
          value.text = text;
          break;
        case LEV_FIELD_KIND_REFERENCE:
          if (lev_record_list_get_n (lev_register_list (records, field->get_type ())) > 0)
            value.record = lev_record_list_peek (lev_register_list (records, field->get_type ()),
                                                 0);
          break;
        case LEV_FIELD_KIND_DATE:
          value.integer = lev_date_new (2026, 1, 1) + seed;
          break;
        case LEV_FIELD_KIND_MOMENT:
          value.integer = STORE_FIXTURE_NOW + seed;
          break;
        case LEV_FIELD_KIND_MONEY:
          value.integer = G_GINT64_CONSTANT (123456789012) * (seed + 1);
          break;
        case LEV_FIELD_KIND_SCORE:
          value.integer = seed % 2 == 0 ? LEV_SCORE_UNKNOWN : 5;
          break;
        case LEV_FIELD_KIND_INTEGER:
          value.integer = -7 - seed;
          break;
        case LEV_FIELD_KIND_BOOLEAN:
        case LEV_FIELD_KIND_CHOICE:
        default:
          value.integer = 1;
          break;
        }
      lev_record_set_value (record, i, &value);
    }
}

static void
add_dossier (LevRegister *records,
             LevReview   *review,
             guint        number)
{
  g_autofree char *name = g_strdup_printf ("%s, leverancier %u", review->title, number);
  LevSupplier *supplier;
  LevDossier *dossier;

  supplier = lev_register_add (records, LEV_TYPE_SUPPLIER, "name", name, "country", "Nederland",
                               "kraljic", LEV_KRALJIC_STRATEGIC, NULL);
  dossier = lev_register_add (records, LEV_TYPE_DOSSIER, "review", review, "supplier", supplier,
                              "chosen", TRUE, NULL);
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *criterion = g_strdup_printf ("C%u", i + 1);

      lev_register_add (records, LEV_TYPE_ASSESSMENT, "dossier", dossier, "criterion", criterion,
                        "score", 1 + (int) ((i + number) % 5), "note", "Volgens het contract",
                        NULL);
    }
  for (guint i = 0; i < 3; i++)
    {
      LevRisk *risk = lev_register_add (records, LEV_TYPE_RISK, "dossier", dossier, "event",
                                        "Uitval van het rekencentrum", "likelihood", 1 + (int) i,
                                        "impact", 4, NULL);

      lev_register_add (records, LEV_TYPE_ACTION, "dossier", dossier, "risk", risk, "title",
                        "Uitwijk oefenen", NULL);
    }
}

LevReview *
store_fixture_add_round (LevRegister *records,
                         guint        n_dossiers,
                         const char  *title)
{
  LevReview *review = lev_register_add (records, LEV_TYPE_REVIEW, "title", title, NULL);

  for (guint i = 0; i < n_dossiers; i++)
    add_dossier (records, review, i);

  return review;
}

static void
dump_cell (GString       *text,
           const char    *name,
           const LevCell *cell)
{
  if (cell->type == LEV_CELL_INTEGER)
    g_string_append_printf (text, " %s=%" G_GINT64_FORMAT, name, cell->integer);
  else if (cell->type == LEV_CELL_TEXT)
    g_string_append_printf (text, " %s='%s'", name, cell->text);
}

static void
dump_record (GString   *text,
             LevRecord *record)
{
  LevRecordClass *klass = LEV_RECORD_GET_CLASS (record);

  g_string_append_printf (text, "%s %s", klass->kind, record->id);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      LevCell cell;

      lev_record_get_cell (record, i, &cell);
      dump_cell (text, klass->fields[i].name, &cell);
    }
  g_string_append_c (text, '\n');
}

static void
dump_lists (GString     *text,
            LevRegister *records)
{
  guint n_types;
  const GType *types = lev_register_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      LevRecordList *list = lev_register_list (records, types[i]);

      g_string_append_printf (text, "list %s", g_type_name (types[i]));
      for (guint j = 0; j < lev_record_list_get_n (list); j++)
        g_string_append_printf (text, " %s", LEV_RECORD (lev_record_list_peek (list, j))->id);
      g_string_append_c (text, '\n');
    }
}

typedef struct
{
  GHashTable *ids;
  GString    *operations; /* NULL when they are not wanted */
} Collector;

static gboolean
collect (const LevOperation *operation,
         gint64              edit_id,
         gpointer            user_data,
         GError            **error)
{
  Collector *collector = user_data;

  g_hash_table_add (collector->ids, g_strdup (operation->record));
  if (collector->operations == NULL)
    return TRUE;

  g_string_append_printf (collector->operations,
                          "%" G_GINT64_FORMAT " %s:%" G_GINT64_FORMAT "@%" G_GINT64_FORMAT
                          " %s %s %s over %s:",
                          edit_id, operation->writer, operation->sequence, operation->clock,
                          operation->kind, operation->record, operation->field,
                          operation->overwrites);
  dump_cell (collector->operations, "value", &operation->value);
  g_string_append_c (collector->operations, '\n');

  return TRUE;
}

static void
dump_history (GString  *text,
              LevStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = lev_history_list (store, NULL, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++)
    {
      const LevHistoryEntry *entry = g_ptr_array_index (entries, i);

      g_string_append_printf (text, "%" G_GINT64_FORMAT " %s (%s) %s '%s' to '%s'\n", entry->moment,
                              entry->author, entry->label, entry->field_label, entry->from,
                              entry->to);
    }
}

char *
store_fixture_dump (LevStore *store,
                    gboolean  with_log)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GString) operations = with_log ? g_string_new (NULL) : NULL;
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) sorted = NULL;
  g_autoptr (GError) error = NULL;
  Collector collector = { ids, operations };

  lev_log_foreach (lev_store_get_log (store), 0, collect, &collector, &error);
  g_assert_no_error (error);

  if (with_log)
    dump_lists (text, lev_store_get_records (store));
  sorted = g_hash_table_get_keys_as_ptr_array (ids);
  g_ptr_array_sort_values (sorted, (GCompareFunc) strcmp);
  for (guint i = 0; i < sorted->len; i++)
    {
      LevRecord *record = lev_register_lookup (lev_store_get_records (store),
                                               g_ptr_array_index (sorted, i));

      if (record != NULL)
        dump_record (text, record);
    }
  g_string_append_printf (text, "%u records\n", lev_register_count (lev_store_get_records (store)));
  if (with_log)
    {
      g_string_append (text, operations->str);
      dump_history (text, store);
    }

  return g_string_free (text, FALSE);
}
