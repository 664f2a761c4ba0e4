/* Edits that cannot be written stay, are shown, and are written when there is room again. */

#include "lev-store-private.h"
#include "store-fixture.h"

static void
set_room (StoreFixture *fixture,
          gboolean      has_room)
{
  const char *sql = has_room ? "PRAGMA max_page_count=100000" : "PRAGMA max_page_count=1";

  g_assert_true (lev_database_execute (fixture->store->database, sql, NULL));
}

/* A store with a supplier, which keeps what does not fit on the disk. */
static LevSupplier *
begin (StoreFixture *fixture)
{
  LevSupplier *supplier;

  store_fixture_open (fixture, LEV_STORE_CREATE);
  supplier = store_fixture_add (fixture, "Waterland");
  lev_store_set_keeps_unsaved (fixture->store, TRUE);

  return supplier;
}

/* Adds a round that does not fit. */
static void
add_round (StoreFixture *fixture,
           LevSupplier  *supplier)
{
  lev_store_begin (fixture->store, "Too much");
  g_object_set (supplier, "name", "Duinrand", NULL);
  store_fixture_add_round (store_fixture_records (fixture), 20, "2026-1");
  store_fixture_commit (fixture);
}

static void
check_reopened (StoreFixture *fixture)
{
  g_autofree char *before = store_fixture_dump (fixture->store, FALSE);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (lev_store_get_unsaved (fixture->store));
  lev_store_check_log (fixture->store, &error);
  g_assert_no_error (error);
  store_fixture_open (fixture, LEV_STORE_WRITE);
  after = store_fixture_dump (fixture->store, FALSE);
  g_assert_cmpstr (before, ==, after);
  lev_store_check_log (fixture->store, &error);
  g_assert_no_error (error);
}

static void
test_kept (StoreFixture *fixture,
           gconstpointer data)
{
  LevSupplier *supplier = begin (fixture);
  g_autoptr (GError) error = NULL;

  set_room (fixture, FALSE);
  add_round (fixture, supplier);

  /* It is there, and it is said. */
  g_assert_cmpstr (supplier->name, ==, "Duinrand");
  g_assert_error (lev_store_get_unsaved (fixture->store), LEV_STORE_ERROR, LEV_STORE_ERROR_FULL);
  g_assert_false (lev_store_save_again (fixture->store, &error));
  g_assert_error (error, LEV_STORE_ERROR, LEV_STORE_ERROR_FULL);
  g_clear_error (&error);
  g_assert_cmpstr (supplier->name, ==, "Duinrand");

  set_room (fixture, TRUE);
  g_assert_true (lev_store_save_again (fixture->store, &error));
  g_assert_no_error (error);
  check_reopened (fixture);
  g_assert_cmpuint (lev_record_list_get_n (
                      lev_register_list (store_fixture_records (fixture), LEV_TYPE_REVIEW)),
                    ==, 1);
}

/* What is edited meanwhile waits behind it, also on the same field, and comes in one go with the
 * first edit for which there is room. */
static void
test_more (StoreFixture *fixture,
           gconstpointer data)
{
  LevSupplier *supplier = begin (fixture);
  g_autofree char *id = g_strdup (LEV_RECORD (supplier)->id);

  set_room (fixture, FALSE);
  add_round (fixture, supplier);
  store_fixture_set_name (fixture, id, "Berkenhof");
  store_fixture_add (fixture, "Noorderlicht");
  g_assert_nonnull (lev_store_get_unsaved (fixture->store));

  set_room (fixture, TRUE);
  lev_store_begin (fixture->store, "Country");
  g_object_set (supplier, "country", "Nederland", NULL);
  store_fixture_commit (fixture);
  check_reopened (fixture);
  g_assert_cmpstr (store_fixture_get_name (fixture, id), ==, "Berkenhof");
}

/* An edit that is given up or refused takes nothing with it of what waits. */
static void
test_abandoned (StoreFixture *fixture,
                gconstpointer data)
{
  LevSupplier *supplier = begin (fixture);

  set_room (fixture, FALSE);
  add_round (fixture, supplier);
  lev_store_begin (fixture->store, "Given up");
  g_object_set (supplier, "name", "Berkenhof", "country", "Nederland", NULL);
  lev_store_abandon (fixture->store);
  g_assert_cmpstr (supplier->name, ==, "Duinrand");
  g_assert_null (supplier->country);

  set_room (fixture, TRUE);
  g_assert_true (lev_store_save_again (fixture->store, NULL));
  check_reopened (fixture);
}

/* Undo waits for what is not saved, and then takes the last of it back. */
static void
test_undo (StoreFixture *fixture,
           gconstpointer data)
{
  LevSupplier *supplier = begin (fixture);
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;

  set_room (fixture, FALSE);
  add_round (fixture, supplier);
  g_assert_false (lev_store_undo (fixture->store, NULL, &error));
  g_assert_error (error, LEV_STORE_ERROR, LEV_STORE_ERROR_FULL);
  g_clear_error (&error);
  g_assert_cmpstr (supplier->name, ==, "Duinrand");

  set_room (fixture, TRUE);
  g_assert_true (lev_store_undo (fixture->store, &label, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (label, ==, "Too much");
  g_assert_cmpstr (supplier->name, ==, "Waterland");
  check_reopened (fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define add_test(path, func) \
  g_test_add (path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
  add_test ("/unsaved/kept", test_kept);
  add_test ("/unsaved/more", test_more);
  add_test ("/unsaved/abandoned", test_abandoned);
  add_test ("/unsaved/undo", test_undo);

  return g_test_run ();
}
