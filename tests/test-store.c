/* Opening, changing and opening again. */

#include "lev-store-note.h"
#include "lev-store-private.h"
#include "store-fixture.h"

#include <glib/gstdio.h>

static void
check_log (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  lev_store_check_log (fixture->store, &error);
  g_assert_no_error (error);
}

/* What is in memory now is what another start finds. */
static void
check_reopened (StoreFixture *fixture)
{
  g_autofree char *before = store_fixture_dump (fixture->store, FALSE);
  g_autofree char *after = NULL;

  check_log (fixture);
  store_fixture_open (fixture, LEV_STORE_WRITE);
  after = store_fixture_dump (fixture->store, FALSE);
  g_assert_cmpstr (before, ==, after);
  check_log (fixture);
}

static void
test_every_kind (StoreFixture *fixture,
                 gconstpointer data)
{
  LevRegister *records;
  guint n_types;
  const GType *types = lev_register_get_types (&n_types);

  store_fixture_open (fixture, LEV_STORE_CREATE);
  records = store_fixture_records (fixture);
  lev_store_begin (fixture->store, "Everything");
  for (guint i = 0; i < n_types; i++)
    lev_register_add (records, types[i], "deleted", FALSE, NULL);
  for (guint i = 0; i < n_types; i++)
    store_fixture_fill (records, lev_record_list_peek (lev_register_list (records, types[i]), 0),
                        (int) i);
  store_fixture_commit (fixture);

  check_reopened (fixture);
  g_assert_cmpuint (lev_register_count (store_fixture_records (fixture)), ==, n_types);
}

/* Adds, changes, clears and deletes in many edits, and opens again and again in between. */
static void
test_edits_are_durable (StoreFixture *fixture,
                        gconstpointer data)
{
  GRand *rand = g_rand_new_with_seed (7);

  store_fixture_open (fixture, LEV_STORE_CREATE);
  for (guint i = 0; i < 200; i++)
    {
      LevRecordList *list = lev_register_list (store_fixture_records (fixture), LEV_TYPE_SUPPLIER);
      guint n = lev_record_list_get_n (list);
      LevSupplier *supplier = n > 0 ? lev_record_list_peek (list, i % n) : NULL;
      g_autofree char *text = g_strdup_printf ("Leverancier %u", i);

      lev_store_begin (fixture->store, text);
      switch (supplier != NULL ? g_rand_int_range (rand, 0, 5) : 0)
        {
        case 0:
          lev_register_add (store_fixture_records (fixture), LEV_TYPE_SUPPLIER, "name", text, NULL);
          break;
        case 1:
          lev_register_delete (store_fixture_records (fixture), LEV_RECORD (supplier));
          break;
        case 2:
          g_object_set (supplier, "notes", NULL, "kraljic", LEV_KRALJIC_NONE, NULL);
          break;
        default:
          g_object_set (supplier, "notes", text, "kraljic", 1 + (int) (i % 4), NULL);
          break;
        }
      store_fixture_commit (fixture);
      if (i % 20 == 0)
        check_reopened (fixture);
    }
  check_reopened (fixture);
  g_rand_free (rand);
}

static gint64
count_edits (StoreFixture *fixture)
{
  gint64 count;

  g_assert_true (
    lev_database_get_int64 (fixture->store->database, "SELECT count(*) FROM edit", &count, NULL));

  return count;
}

static void
test_nothing_changed (StoreFixture *fixture,
                      gconstpointer data)
{
  LevSupplier *supplier;
  gint64 n_edits;

  store_fixture_open (fixture, LEV_STORE_CREATE);
  supplier = store_fixture_add (fixture, "Waterland");
  n_edits = count_edits (fixture);

  lev_store_begin (fixture->store, "There and back");
  g_object_set (supplier, "name", "Duinrand", NULL);
  g_object_set (supplier, "name", "Waterland", NULL);
  store_fixture_commit (fixture);

  g_assert_cmpint (count_edits (fixture), ==, n_edits);
}

static void
test_nested (StoreFixture *fixture,
             gconstpointer data)
{
  LevSupplier *supplier;

  store_fixture_open (fixture, LEV_STORE_CREATE);
  lev_store_begin (fixture->store, "Outer");
  supplier = lev_register_add (store_fixture_records (fixture), LEV_TYPE_SUPPLIER, "name", "A",
                               NULL);
  lev_store_begin (fixture->store, "Inner");
  g_object_set (supplier, "number", "1", NULL);
  store_fixture_commit (fixture);
  g_assert_cmpint (count_edits (fixture), ==, 0);
  g_object_set (supplier, "notes", "n", NULL);
  store_fixture_commit (fixture);

  g_assert_cmpint (count_edits (fixture), ==, 1);
  check_reopened (fixture);
}

static void
test_abandon (StoreFixture *fixture,
              gconstpointer data)
{
  LevSupplier *supplier;

  store_fixture_open (fixture, LEV_STORE_CREATE);
  supplier = store_fixture_add (fixture, "Waterland");
  lev_store_begin (fixture->store, "Not this");
  g_object_set (supplier, "name", "Duinrand", NULL);
  lev_register_add (store_fixture_records (fixture), LEV_TYPE_PERSON, "name", "A", NULL);
  lev_store_abandon (fixture->store);

  g_assert_cmpstr (supplier->name, ==, "Waterland");
  g_assert_cmpuint (lev_register_count (store_fixture_records (fixture)), ==, 1);
  check_reopened (fixture);
}

static void
check_refused (StoreFixture *fixture,
               const char   *before,
               int           code)
{
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (lev_store_commit (fixture->store, &error));
  g_assert_error (error, LEV_MODEL_ERROR, code);
  after = store_fixture_dump (fixture->store, TRUE);
  g_assert_cmpstr (before, ==, after);
}

static void
test_append_only (StoreFixture *fixture,
                  gconstpointer data)
{
  LevStatusUpdate *update;
  g_autofree char *before = NULL;

  store_fixture_open (fixture, LEV_STORE_CREATE);
  lev_store_begin (fixture->store, "Report");
  update = lev_register_add (store_fixture_records (fixture), LEV_TYPE_STATUS_UPDATE, "text",
                             "Half", NULL);
  store_fixture_commit (fixture);
  before = store_fixture_dump (fixture->store, TRUE);

  lev_store_begin (fixture->store, "Change it");
  g_object_set (update, "text", "Done", NULL);
  check_refused (fixture, before, LEV_MODEL_ERROR_FORBIDDEN);
  check_reopened (fixture);
}

static void
test_closed_round (StoreFixture *fixture,
                   gconstpointer data)
{
  LevReview *review;
  LevDossier *dossier;
  g_autofree char *before = NULL;

  store_fixture_open (fixture, LEV_STORE_CREATE);
  lev_store_begin (fixture->store, "Round");
  review = store_fixture_add_round (store_fixture_records (fixture), 1, "2026-1");
  store_fixture_commit (fixture);
  lev_store_begin (fixture->store, "Close");
  g_object_set (review, "closed", STORE_FIXTURE_NOW, NULL);
  store_fixture_commit (fixture);
  before = store_fixture_dump (fixture->store, TRUE);
  dossier = lev_record_list_peek (lev_register_list (store_fixture_records (fixture),
                                                     LEV_TYPE_DOSSIER),
                                  0);

  lev_store_begin (fixture->store, "Change the round");
  g_object_set (review, "title", "2026-9", NULL);
  check_refused (fixture, before, LEV_MODEL_ERROR_CLOSED);
  lev_store_begin (fixture->store, "Change a part");
  g_object_set (dossier, "motivation", "Toch", NULL);
  check_refused (fixture, before, LEV_MODEL_ERROR_CLOSED);
  lev_store_begin (fixture->store, "Add a part");
  lev_register_add (store_fixture_records (fixture), LEV_TYPE_RISK, "dossier", dossier, NULL);
  check_refused (fixture, before, LEV_MODEL_ERROR_CLOSED);
  check_reopened (fixture);
}

/* An edit that does not fit on the disk did not happen, and the next one that does, does. */
static void
test_full_disk (StoreFixture *fixture,
                gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  LevSupplier *supplier;

  store_fixture_open (fixture, LEV_STORE_CREATE);
  supplier = store_fixture_add (fixture, "Waterland");
  before = store_fixture_dump (fixture->store, TRUE);
  g_assert_true (lev_database_execute (fixture->store->database, "PRAGMA max_page_count=1", NULL));

  lev_store_begin (fixture->store, "Too much");
  g_object_set (supplier, "name", "Duinrand", NULL);
  store_fixture_add_round (store_fixture_records (fixture), 20, "2026-1");
  g_assert_false (lev_store_commit (fixture->store, &error));
  g_assert_error (error, LEV_STORE_ERROR, LEV_STORE_ERROR_FULL);
  after = store_fixture_dump (fixture->store, TRUE);
  g_assert_cmpstr (before, ==, after);

  g_assert_true (
    lev_database_execute (fixture->store->database, "PRAGMA max_page_count=100000", NULL));
  store_fixture_set_name (fixture, LEV_RECORD (supplier)->id, "Berkenhof");
  check_reopened (fixture);
}

static void
undo (StoreFixture *fixture,
      const char   *expected)
{
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;

  lev_store_undo (fixture->store, &label, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (label, ==, expected);
}

static void
redo (StoreFixture *fixture,
      const char   *expected)
{
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;

  lev_store_redo (fixture->store, &label, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (label, ==, expected);
}

/* What is shown: every record that is not deleted. */
static char *
dump_shown (StoreFixture *fixture)
{
  g_autofree char *text = store_fixture_dump (fixture->store, FALSE);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GString *shown = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (strstr (lines[i], " deleted=1") == NULL && !g_str_has_suffix (lines[i], " records"))
      g_string_append_printf (shown, "%s\n", lines[i]);

  return g_string_free (shown, FALSE);
}

static void
make_edit (StoreFixture *fixture,
           const char   *label,
           guint         number)
{
  LevRegister *records = store_fixture_records (fixture);
  LevRecordList *suppliers = lev_register_list (records, LEV_TYPE_SUPPLIER);
  LevSupplier *supplier = number > 0 ? lev_record_list_peek (suppliers, 0) : NULL;

  lev_store_begin (fixture->store, label);
  if (number == 0)
    lev_register_add (records, LEV_TYPE_SUPPLIER, "name", "Waterland", NULL);
  else if (number == 1)
    g_object_set (supplier, "name", "Duinrand", "country", "Nederland", NULL);
  else if (number == 2)
    g_object_set (supplier, "country", NULL, NULL);
  else if (number == 3)
    lev_register_add (records, LEV_TYPE_SERVICE, "supplier", supplier, "name", "Hosting", NULL);
  else
    lev_register_delete (records, LEV_RECORD (supplier));
  store_fixture_commit (fixture);
}

/* Every state that was reached is reached again, backwards and forwards, also when the program is
 * started anew after each step (@data). */
static void
test_undo (StoreFixture *fixture,
           gconstpointer data)
{
  static const char *const labels[] = { "Add", "Change", "Clear", "Part", "Delete" };
  gboolean restarts = GPOINTER_TO_INT (data);
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  store_fixture_open (fixture, LEV_STORE_CREATE);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      make_edit (fixture, labels[i], i);
      g_ptr_array_add (states, dump_shown (fixture));
    }

  for (guint round = 0; round < 2; round++)
    {
      for (guint i = G_N_ELEMENTS (labels); i > 0; i--)
        {
          g_autofree char *state = NULL;

          if (restarts)
            store_fixture_open (fixture, LEV_STORE_WRITE);
          undo (fixture, labels[i - 1]);
          state = dump_shown (fixture);
          g_assert_cmpstr (state, ==, i > 1 ? g_ptr_array_index (states, i - 2) : "\n");
        }
      g_assert_cmpuint (lev_record_list_get_n (
                          lev_register_list (store_fixture_records (fixture), LEV_TYPE_SUPPLIER)),
                        ==, 0);
      g_assert_false (lev_store_undo (fixture->store, NULL, &error));
      g_assert_error (error, LEV_STORE_ERROR, LEV_STORE_ERROR_NOTHING);
      g_clear_error (&error);

      for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
        {
          g_autofree char *state = NULL;

          if (restarts)
            store_fixture_open (fixture, LEV_STORE_WRITE);
          redo (fixture, labels[i]);
          state = dump_shown (fixture);
          g_assert_cmpstr (state, ==, g_ptr_array_index (states, i));
        }
      g_assert_false (lev_store_redo (fixture->store, NULL, &error));
      g_assert_error (error, LEV_STORE_ERROR, LEV_STORE_ERROR_NOTHING);
      g_clear_error (&error);
    }
  check_reopened (fixture);
}

/* A new edit after an undo leaves nothing to redo. */
static void
test_redo_ends (StoreFixture *fixture,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  LevSupplier *supplier;

  store_fixture_open (fixture, LEV_STORE_CREATE);
  supplier = store_fixture_add (fixture, "A");
  store_fixture_set_name (fixture, LEV_RECORD (supplier)->id, "B");
  undo (fixture, "Rename supplier");
  g_assert_cmpstr (supplier->name, ==, "A");
  store_fixture_set_name (fixture, LEV_RECORD (supplier)->id, "C");

  g_assert_false (lev_store_redo (fixture->store, NULL, &error));
  g_assert_error (error, LEV_STORE_ERROR, LEV_STORE_ERROR_NOTHING);
  undo (fixture, "Rename supplier");
  g_assert_cmpstr (supplier->name, ==, "A");
  check_reopened (fixture);
}

static void
test_modes (StoreFixture *fixture,
            gconstpointer data)
{
  g_autoptr (GError) missing = store_fixture_refuse (fixture, LEV_STORE_WRITE);
  g_autoptr (GError) exists = NULL;
  g_autoptr (GError) in_use = NULL;
  g_autoptr (GError) read_only = NULL;
  LevSupplier *supplier;
  LevStore *second;

  g_assert_error (missing, LEV_STORE_ERROR, LEV_STORE_ERROR_NOT_FOUND);

  store_fixture_open (fixture, LEV_STORE_CREATE);
  store_fixture_add (fixture, "A");
  second = lev_store_open (fixture->path, LEV_STORE_WRITE, &in_use);
  g_assert_null (second);
  g_assert_error (in_use, LEV_STORE_ERROR, LEV_STORE_ERROR_IN_USE);

  exists = store_fixture_refuse (fixture, LEV_STORE_CREATE);
  g_assert_error (exists, LEV_STORE_ERROR, LEV_STORE_ERROR_EXISTS);

  store_fixture_open (fixture, LEV_STORE_READ);
  g_assert_nonnull (lev_store_get_notice (fixture->store));
  supplier = lev_record_list_peek (lev_register_list (store_fixture_records (fixture),
                                                      LEV_TYPE_SUPPLIER),
                                   0);
  lev_store_begin (fixture->store, "No");
  g_object_set (supplier, "name", "B", NULL);
  g_assert_false (lev_store_commit (fixture->store, &read_only));
  g_assert_error (read_only, LEV_STORE_ERROR, LEV_STORE_ERROR_READ_ONLY);
  g_assert_cmpstr (supplier->name, ==, "A");
}

static void
assert_note (StoreFixture *fixture,
             const char   *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *note = lev_store_dup_note (fixture->store, "draft", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (note, ==, expected);
}

/* A note is there at the next start, without a place in the log: undo does not meet it. */
static void
test_note (StoreFixture *fixture,
           gconstpointer data)
{
  static const char *const notes[] = { "half a handbook", "more\nof it", NULL, NULL, "again" };
  g_autoptr (GError) error = NULL;

  store_fixture_open (fixture, LEV_STORE_CREATE);
  assert_note (fixture, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      g_assert_true (lev_store_set_note (fixture->store, "draft", notes[i], NULL));
      assert_note (fixture, notes[i]);
      check_reopened (fixture);
      assert_note (fixture, notes[i]);
    }
  g_assert_cmpuint (lev_log_get_undo (lev_store_get_log (fixture->store))->len, ==, 0);

  store_fixture_open (fixture, LEV_STORE_READ);
  assert_note (fixture, "again");
  g_assert_false (lev_store_set_note (fixture->store, "draft", NULL, &error));
  g_assert_error (error, LEV_STORE_ERROR, LEV_STORE_ERROR_READ_ONLY);
  assert_note (fixture, "again");
}

/* What another program made is refused and stays as it is to the byte. */
static void
test_foreign (StoreFixture *fixture,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) text_error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length, length_after;

  store_fixture_execute (fixture, "PRAGMA journal_mode=WAL; CREATE TABLE t (a); PRAGMA "
                                  "wal_checkpoint;");
  g_file_get_contents (fixture->path, &before, &length, NULL);
  error = store_fixture_refuse (fixture, LEV_STORE_WRITE);
  g_assert_error (error, LEV_STORE_ERROR, LEV_STORE_ERROR_FOREIGN);
  g_file_get_contents (fixture->path, &after, &length_after, NULL);
  g_assert_cmpmem (before, length, after, length_after);

  g_file_set_contents (fixture->path, "Dear diary", -1, NULL);
  text_error = store_fixture_refuse (fixture, LEV_STORE_WRITE);
  g_assert_error (text_error, LEV_STORE_ERROR, LEV_STORE_ERROR_DAMAGED);
}

static void
add_test (const char *path, gpointer data, void (*test) (StoreFixture *, gconstpointer))
{
  g_test_add (path, StoreFixture, data, store_fixture_set_up, test, store_fixture_tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/store/every-kind", NULL, test_every_kind);
  add_test ("/store/edits-are-durable", NULL, test_edits_are_durable);
  add_test ("/store/nothing-changed", NULL, test_nothing_changed);
  add_test ("/store/nested", NULL, test_nested);
  add_test ("/store/abandon", NULL, test_abandon);
  add_test ("/store/append-only", NULL, test_append_only);
  add_test ("/store/closed-round", NULL, test_closed_round);
  add_test ("/store/full-disk", NULL, test_full_disk);
  add_test ("/store/undo", GINT_TO_POINTER (FALSE), test_undo);
  add_test ("/store/undo-across-restarts", GINT_TO_POINTER (TRUE), test_undo);
  add_test ("/store/redo-ends", NULL, test_redo_ends);
  add_test ("/store/modes", NULL, test_modes);
  add_test ("/store/note", NULL, test_note);
  add_test ("/store/foreign", NULL, test_foreign);

  return g_test_run ();
}
