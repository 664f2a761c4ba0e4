/* The log: heads, operations from elsewhere, and what follows from all of them. */

#include "lev-schema.h"
#include "lev-store-private.h"
#include "store-fixture.h"

#include <glib/gstdio.h>

#define FIRST  "1111111111111111"
#define SECOND "2222222222222222"

static LevOperation
make_operation (const char *writer,
                gint64      sequence,
                gint64      clock,
                const char *record,
                const char *field,
                const char *value,
                const char *overwrites)
{
  LevOperation operation = {
    .sequence = sequence,
    .clock = clock,
    .kind = "supplier",
    .record = record,
    .field = field,
    .value = { value != NULL ? LEV_CELL_TEXT : LEV_CELL_NULL, 0, value },
    .overwrites = overwrites,
  };

  g_strlcpy (operation.writer, writer, sizeof operation.writer);

  return operation;
}

static void
merge (LevStore           *store,
       const LevOperation *operations,
       guint               n_operations)
{
  const LevLoggedEdit edit = { { "From elsewhere", "Someone", STORE_FIXTURE_NOW, 0 },
                               operations,
                               n_operations };
  g_autoptr (GError) error = NULL;

  lev_store_merge (store, &edit, 1, &error);
  g_assert_no_error (error);
}

static void
check_log (LevStore *store)
{
  g_autoptr (GError) error = NULL;

  lev_store_check_log (store, &error);
  g_assert_no_error (error);
}

static guint
count_heads (LevStore   *store,
             const char *record,
             const char *field)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray)
    heads = lev_log_list_heads (lev_store_get_log (store), record, field, &error);

  g_assert_no_error (error);
  g_assert_cmpint (lev_log_has_conflict (lev_store_get_log (store), record, field), ==,
                   heads->len > 1);

  return heads->len;
}

static char *
name_last (LevStore   *store,
           const char *record)
{
  g_autoptr (GPtrArray)
    heads = lev_log_list_heads (lev_store_get_log (store), record, "name", NULL);
  const LevOperation *head = g_ptr_array_index (heads, 0);

  return g_strdup_printf ("%s:%" G_GINT64_FORMAT, head->writer, head->sequence);
}

/* Two changed the same name without seeing each other; a choice settles it, also after a restart,
 * and undoing the choice brings neither of them back into doubt. */
static void
test_conflict (StoreFixture *fixture,
               gconstpointer data)
{
  LevStore *store = store_fixture_open (fixture, LEV_STORE_CREATE);
  g_autofree char *id = g_strdup (LEV_RECORD (store_fixture_add (fixture, "Waterland"))->id);
  g_autofree char *base = name_last (store, id);
  LevOperation theirs = make_operation (FIRST, 1, 2, id, "name", "Theirs", base);

  g_assert_cmpuint (count_heads (store, id, "name"), ==, 1);
  store_fixture_set_name (fixture, id, "Ours");
  store_fixture_set_name (fixture, id, "Ours again");
  merge (store, &theirs, 1);

  g_assert_cmpuint (count_heads (store, id, "name"), ==, 2);
  g_assert_cmpstr (store_fixture_get_name (fixture, id), ==, "Ours again");
  check_log (store);
  store = store_fixture_open (fixture, LEV_STORE_WRITE);
  g_assert_cmpuint (count_heads (store, id, "name"), ==, 2);

  store_fixture_set_name (fixture, id, "Chosen");
  g_assert_cmpuint (count_heads (store, id, "name"), ==, 1);
  store = store_fixture_open (fixture, LEV_STORE_WRITE);
  g_assert_cmpuint (count_heads (store, id, "name"), ==, 1);
  g_assert_cmpstr (store_fixture_get_name (fixture, id), ==, "Chosen");
  check_log (store);
}

/* What someone else did after seeing ours replaces it without doubt, and an undo of ours leaves
 * it; the undo after that takes back what was before. */
static void
test_overwrite (StoreFixture *fixture,
                gconstpointer data)
{
  LevStore *store = store_fixture_open (fixture, LEV_STORE_CREATE);
  g_autofree char *id = g_strdup (LEV_RECORD (store_fixture_add (fixture, "Waterland"))->id);
  g_autofree char *last = NULL;
  LevOperation theirs;

  store_fixture_set_name (fixture, id, "Ours");
  last = name_last (store, id);
  theirs = make_operation (FIRST, 1, 3, id, "name", "Theirs", last);
  merge (store, &theirs, 1);
  g_assert_cmpuint (count_heads (store, id, "name"), ==, 1);
  g_assert_cmpstr (store_fixture_get_name (fixture, id), ==, "Theirs");

  g_assert_true (lev_store_undo (store, NULL, NULL));
  g_assert_cmpstr (store_fixture_get_name (fixture, id), ==, "Theirs");
  store = store_fixture_open (fixture, LEV_STORE_WRITE);
  g_assert_true (lev_store_undo (store, NULL, NULL));
  g_assert_true (LEV_RECORD (lev_register_lookup (store_fixture_records (fixture), id))->deleted);
  g_assert_false (lev_store_undo (store, NULL, NULL));
  check_log (store);
}

/* Texts with the characters that the log uses itself come back as they were. */
static void
test_characters (StoreFixture *fixture,
                 gconstpointer data)
{
  static const char *const names[] = {
    "\x1c", "\x1d\x1e\x1f", "a\x1e" "b\x1f\x1c<", "\x1c<", "i12", "n", "t", "\x01\x7f\n\t",
  };
  LevStore *store = store_fixture_open (fixture, LEV_STORE_CREATE);
  g_autofree char *id = g_strdup (LEV_RECORD (store_fixture_add (fixture, "Waterland"))->id);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      store_fixture_set_name (fixture, id, names[i]);
      check_log (store);
    }
  for (guint i = G_N_ELEMENTS (names) - 1; i > 0; i--)
    {
      g_assert_true (lev_store_undo (store, NULL, NULL));
      g_assert_cmpstr (store_fixture_get_name (fixture, id), ==, names[i - 1]);
    }
}

/* Operations of three edits that know of each other only in part. */
static guint
make_history (LevOperation *operations)
{
  static const char *const supplier = "00000000-0000-4000-a000-000000000001";
  static const char *const other = "00000000-0000-4000-a000-000000000002";
  static const char *const person = "00000000-0000-4000-a000-000000000003";
  guint n = 0;

  operations[n++] = make_operation (FIRST, 1, 1, supplier, "name", "A", NULL);
  operations[n++] = make_operation (FIRST, 2, 1, supplier, "manager", person, NULL);
  operations[n++] = make_operation (FIRST, 3, 2, supplier, "name", "B", FIRST ":1");
  operations[n++] = make_operation (SECOND, 1, 2, supplier, "name", "C", FIRST ":1");
  operations[n++] = make_operation (SECOND, 2, 3, supplier, "name", "D", SECOND ":1");
  operations[n++] = make_operation (SECOND, 3, 3, other, "name", "Other", NULL);
  operations[n++] = make_operation (FIRST, 4, 3, other, "name", "Other too", NULL);
  operations[n] = make_operation (SECOND, 4, 4, person, "name", "Anna", NULL);
  operations[n++].kind = "person";
  operations[n] = make_operation (SECOND, 5, 4, supplier, "deleted", NULL, NULL);
  operations[n++].value = (LevCell) { LEV_CELL_INTEGER, 1 };
  operations[n++] = make_operation (FIRST, 5, 5, supplier, "deleted", NULL, SECOND ":5");
  operations[n++] = make_operation (FIRST, 6, 5, supplier, "kraljic", "of-a-newer-version", NULL);
  operations[n++] = make_operation (FIRST, 7, 5, supplier, "colour", "red", NULL);
  operations[n] = make_operation (FIRST, 8, 5, other, "name", "x", NULL);
  operations[n].record = "00000000-0000-4000-a000-000000000004";
  operations[n++].kind = "satellite";

  return n;
}

/* In whatever order and portions operations come, and however often, the state is the same. */
static void
test_order (StoreFixture *fixture,
            gconstpointer data)
{
  LevOperation operations[16];
  guint n = make_history (operations);
  g_autofree char *expected = NULL;
  GRand *rand = g_rand_new_with_seed (11);

  for (guint round = 0; round < 30; round++)
    {
      LevStore *store = store_fixture_open (fixture, LEV_STORE_CREATE);
      g_autofree char *state = NULL;
      g_autofree char *reopened = NULL;

      for (guint i = 0; i < n;)
        {
          guint wanted = (guint) g_rand_int_range (rand, 1, 4);
          guint portion = MIN (wanted, n - i);

          merge (store, operations + i, portion);
          if (i > 0)
            merge (store, operations + g_rand_int_range (rand, 0, (int) i), 1);
          i += portion;
        }
      check_log (store);
      g_assert_cmpuint (count_heads (store, "00000000-0000-4000-a000-000000000001", "name"), ==, 2);
      g_assert_cmpuint (count_heads (store, "00000000-0000-4000-a000-000000000002", "name"), ==, 2);
      g_assert_cmpstr (store_fixture_get_name (fixture, "00000000-0000-4000-a000-000000000001"), ==,
                       "D");

      state = store_fixture_dump (store, FALSE);
      if (expected == NULL)
        expected = g_strdup (state);
      g_assert_cmpstr (state, ==, expected);

      store = store_fixture_open (fixture, LEV_STORE_WRITE);
      check_log (store);
      reopened = store_fixture_dump (store, FALSE);
      g_assert_cmpstr (reopened, ==, expected);
      store_fixture_close (fixture);
      g_remove (fixture->path);

      for (guint i = n - 1; i > 0; i--)
        {
          guint j = (guint) g_rand_int_range (rand, 0, (int) i + 1);
          LevOperation swap = operations[i];

          operations[i] = operations[j];
          operations[j] = swap;
        }
    }
  g_rand_free (rand);
}

typedef struct
{
  const char *kind;
  const char *field;
  guint       n_found;
} Search;

static gboolean
find_operation (const LevOperation *operation,
                gint64              edit_id,
                gpointer            user_data,
                GError            **error)
{
  Search *search = user_data;

  search->n_found += strcmp (operation->kind, search->kind) == 0 &&
                     strcmp (operation->field, search->field) == 0;

  return TRUE;
}

/* What this version does not know is kept, and is there again after a rebuild. */
static void
test_unknown (StoreFixture *fixture,
              gconstpointer data)
{
  LevOperation operations[16];
  guint n = make_history (operations);
  LevStore *store = store_fixture_open (fixture, LEV_STORE_CREATE);
  Search searches[] = { { "satellite", "name" },
                        { "supplier", "colour" },
                        { "supplier", "kraljic" } };
  g_autoptr (GError) error = NULL;

  merge (store, operations, n);
  lev_store_rebuild (store, &error);
  g_assert_no_error (error);
  store = store_fixture_open (fixture, LEV_STORE_WRITE);
  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_assert_true (
        lev_log_foreach (lev_store_get_log (store), 0, find_operation, &searches[i], NULL));
      g_assert_cmpuint (searches[i].n_found, ==, 1);
    }
  check_log (store);
}

/* Makes something of @operation that cannot be right. */
static void
spoil (LevOperation *operation,
       guint         how,
       const char   *known)
{
  switch (how)
    {
    case 0:
      g_strlcpy (operation->writer, "not hexadecimal!", sizeof operation->writer);
      break;
    case 1:
      operation->sequence = 0;
      break;
    case 2:
      operation->clock = G_MAXINT64;
      break;
    case 3:
      operation->record = "no identifier";
      break;
    case 4:
      operation->value.text = "\xff";
      break;
    case 5:
      operation->kind = "";
      break;
    case 6:
      operation->field = NULL;
      break;
    default:
      operation->record = known;
      operation->kind = "person";
      break;
    }
}

/* What cannot be right is refused whole, and leaves nothing behind in memory or on disk. */
static void
test_refused (StoreFixture *fixture,
              gconstpointer data)
{
  static const char *const id = "00000000-0000-4000-a000-000000000009";
  LevStore *store = store_fixture_open (fixture, LEV_STORE_CREATE);
  g_autofree char *known = g_strdup (LEV_RECORD (store_fixture_add (fixture, "Waterland"))->id);
  g_autofree char *before = store_fixture_dump (store, TRUE);
  g_autofree char *after = NULL;
  const LevEditInfo info = { "From elsewhere", "Someone", STORE_FIXTURE_NOW, 0 };

  for (guint i = 0; i < 9; i++)
    {
      LevOperation operations[] = {
        make_operation (FIRST, 1, 9, known, "name", "Changed", NULL),
        make_operation (FIRST, 2, 9, id, "name", "New", NULL),
        make_operation (FIRST, 3, 9, id, "number", "1", NULL),
      };
      const LevLoggedEdit edits[] = { { info, operations, 2 }, { info, operations + 2, 1 } };
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;

      if (i < 8)
        spoil (&operations[2], i, known);
      else
        {
          /* The disk gets full while the records are written. */
          text = g_strnfill (1 << 20, 'x');
          operations[2].value.text = text;
          g_assert_true (lev_database_execute (store->database, "PRAGMA max_page_count=1", NULL));
        }
      g_assert_false (lev_store_merge (store, edits, 2, &error));
      g_assert_nonnull (error);
      after = store_fixture_dump (store, TRUE);
      g_assert_cmpstr (before, ==, after);
      g_clear_pointer (&after, g_free);
    }
  g_assert_null (lev_register_lookup (store_fixture_records (fixture), id));

  g_assert_true (lev_database_execute (store->database, "PRAGMA max_page_count=100000", NULL));
  store_fixture_set_name (fixture, known, "After all");
  store = store_fixture_open (fixture, LEV_STORE_WRITE);
  check_log (store);
}

/* The projection made anew from the log is the one that was there, row by row. */
static void
test_rebuild (StoreFixture *fixture,
              gconstpointer data)
{
  LevOperation operations[16];
  LevStore *store = store_fixture_open (fixture, LEV_STORE_CREATE);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *reopened = NULL;
  g_autoptr (GError) error = NULL;

  lev_store_begin (store, "Round");
  store_fixture_add_round (store_fixture_records (fixture), 5, "2026-1");
  store_fixture_commit (fixture);
  merge (store, operations, make_history (operations));
  g_assert_true (lev_store_undo (store, NULL, NULL));
  before = store_fixture_dump (store, TRUE);

  lev_store_rebuild (store, &error);
  g_assert_no_error (error);
  after = store_fixture_dump (store, TRUE);
  g_assert_cmpstr (before, ==, after);

  store = store_fixture_open (fixture, LEV_STORE_WRITE);
  reopened = store_fixture_dump (store, FALSE);
  check_log (store);
  g_clear_pointer (&before, g_free);
  before = g_steal_pointer (&reopened);
  store_fixture_set_name (fixture, "00000000-0000-4000-a000-000000000001", "Z");
  store_fixture_open (fixture, LEV_STORE_WRITE);
}

/* Changes a row of the projection behind the store's back, sums and all. */
static void
tamper (StoreFixture *fixture,
        const char   *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LevDatabase) database = NULL;
  g_autoptr (LevChecksums) sums = lev_checksums_new ();

  store_fixture_execute (fixture, sql);
  database = lev_database_open (fixture->path, LEV_DATABASE_WRITE, &error);
  g_assert_no_error (error);
  lev_checksums_clear (sums, "supplier");
  g_assert_true (lev_checksums_add_up (sums, database, "supplier", NULL));
  g_assert_true (lev_checksums_save (sums, database, NULL));
}

static void
test_tampered (StoreFixture *fixture,
               gconstpointer data)
{
  static const char *const changes[] = {
    "UPDATE supplier SET name = 'Someone else'",
    "DELETE FROM supplier",
    "INSERT INTO supplier (id, name) VALUES ('00000000-0000-4000-a000-000000000001', 'New')",
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (GError) refused = NULL;
      g_autoptr (GError) error = NULL;
      LevStore *store;

      store_fixture_open (fixture, LEV_STORE_CREATE);
      store_fixture_add (fixture, "Waterland");
      store_fixture_execute (fixture, changes[i]);
      refused = store_fixture_refuse (fixture, LEV_STORE_WRITE);
      g_assert_error (refused, LEV_STORE_ERROR, LEV_STORE_ERROR_DAMAGED);

      /* With the sums mended, only the log knows better, and can put it right. */
      tamper (fixture, "SELECT 1");
      store = store_fixture_open (fixture, LEV_STORE_WRITE);
      g_assert_false (lev_store_check_log (store, &error));
      g_assert_error (error, LEV_STORE_ERROR, LEV_STORE_ERROR_DAMAGED);
      g_assert_true (lev_store_rebuild (store, NULL));
      store = store_fixture_open (fixture, LEV_STORE_WRITE);
      check_log (store);
      store_fixture_close (fixture);
      g_remove (fixture->path);
    }
}

/* Rows of the log that were changed are found too. */
static void
test_tampered_log (StoreFixture *fixture,
                   gconstpointer data)
{
  static const char *const changes[] = {
    "UPDATE operation SET cells = replace (cells, 'Waterland', 'Duinrand')",
    "DELETE FROM operation WHERE id = 1",
    "UPDATE edit SET author = 'Someone else'",
    "UPDATE writer SET name = '1111111111111111'",
    "UPDATE setting SET value = '1111111111111111' WHERE name = 'writer'",
    "DELETE FROM checksum WHERE name = 'operation'",
    "INSERT INTO head VALUES ('x', 'y', 1, 1)",
    "PRAGMA user_version = 2",
    "PRAGMA user_version = 0",
    "CREATE TABLE more (a)",
    "DROP INDEX operation_record",
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (GError) error = NULL;

      store_fixture_open (fixture, LEV_STORE_CREATE);
      store_fixture_add (fixture, "Waterland");
      store_fixture_execute (fixture, changes[i]);
      error = store_fixture_refuse (fixture, LEV_STORE_WRITE);
      g_test_message ("%s: %s", changes[i], error->message);
      g_assert_error (error, LEV_STORE_ERROR, LEV_STORE_ERROR_DAMAGED);
      g_remove (fixture->path);
    }
}

static void
add_test (const char *path, void (*test) (StoreFixture *, gconstpointer))
{
  g_test_add (path, StoreFixture, NULL, store_fixture_set_up, test, store_fixture_tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/log/conflict", test_conflict);
  add_test ("/log/overwrite", test_overwrite);
  add_test ("/log/characters", test_characters);
  add_test ("/log/order", test_order);
  add_test ("/log/unknown", test_unknown);
  add_test ("/log/refused", test_refused);
  add_test ("/log/rebuild", test_rebuild);
  add_test ("/log/tampered", test_tampered);
  add_test ("/log/tampered-log", test_tampered_log);

  return g_test_run ();
}
