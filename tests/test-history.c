/* Who changed what, when, from what to what. */

#include "lev-history.h"
#include "store-fixture.h"

typedef struct
{
  const char *author;
  const char *label;
  const char *field;
  const char *from;
  const char *to;
} Expected;

static void
check_history (StoreFixture   *fixture,
               const char     *record,
               const char     *field,
               const Expected *expected,
               guint           n_expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = lev_history_list (fixture->store, record, field, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, n_expected);
  for (guint i = 0; i < n_expected; i++)
    {
      const LevHistoryEntry *entry = g_ptr_array_index (entries, i);

      g_assert_cmpstr (entry->author, ==, expected[i].author);
      g_assert_cmpstr (entry->label, ==, expected[i].label);
      g_assert_cmpstr (entry->field, ==, expected[i].field);
      g_assert_cmpstr (entry->from, ==, expected[i].from);
      g_assert_cmpstr (entry->to, ==, expected[i].to);
      g_assert_cmpstr (entry->kind, ==, "supplier");
      g_assert_cmpstr (entry->title, ==, "Waterland");
      g_assert_cmpint (entry->moment, >=, STORE_FIXTURE_NOW);
    }
}

static void
test_history (StoreFixture *fixture,
              gconstpointer data)
{
  static const Expected all[] = {
    { "Anna", "Add", "name", "", "Duinrand" },
    { "Anna", "Add", "kraljic", "", "strategic" },
    { "Anna", "Add", "manager", "", "Jan Bos" },
    { "Ben", "Change", "name", "Duinrand", "Waterland" },
    { "Ben", "Change", "manager", "Jan Bos", "" },
    { "Ben", "Change", "kraljic", "strategic", "" },
  };
  static const Expected names[] = {
    { "Anna", "Add", "name", "", "Duinrand" },
    { "Ben", "Change", "name", "Duinrand", "Waterland" },
  };
  LevStore *store = store_fixture_open (fixture, LEV_STORE_CREATE);
  LevRegister *records = store_fixture_records (fixture);
  g_autofree char *id = NULL;
  LevPerson *person;
  LevSupplier *supplier;

  lev_store_begin (store, "People");
  person = lev_register_add (records, LEV_TYPE_PERSON, "name", "Jan Bos", NULL);
  store_fixture_commit (fixture);

  lev_store_set_author (store, "Anna");
  lev_store_begin (store, "Add");
  supplier = lev_register_add (records, LEV_TYPE_SUPPLIER, "name", "Duinrand", "kraljic",
                               LEV_KRALJIC_STRATEGIC, "manager", person, NULL);
  store_fixture_commit (fixture);
  id = g_strdup (LEV_RECORD (supplier)->id);

  lev_clock_set (STORE_FIXTURE_NOW + 60);
  lev_store_set_author (store, "Ben");
  lev_store_begin (store, "Change");
  g_object_set (supplier, "name", "Waterland", "manager", NULL, "kraljic", LEV_KRALJIC_NONE, NULL);
  store_fixture_commit (fixture);

  for (guint i = 0; i < 2; i++)
    {
      check_history (fixture, id, NULL, all, G_N_ELEMENTS (all));
      check_history (fixture, id, "name", names, G_N_ELEMENTS (names));
      check_history (fixture, id, "website", NULL, 0);
      store_fixture_open (fixture, LEV_STORE_READ);
    }
}

/* The history of a whole has its parts, deleted ones too; each edit together, the newest first. */
static void
test_whole (StoreFixture *fixture,
            gconstpointer data)
{
  LevStore *store = store_fixture_open (fixture, LEV_STORE_CREATE);
  LevRegister *records = store_fixture_records (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  const LevHistoryEntry *first, *last;
  LevSupplier *supplier, *other;
  LevService *service;

  lev_store_begin (store, "Add");
  supplier = lev_register_add (records, LEV_TYPE_SUPPLIER, "name", "Waterland", NULL);
  service = lev_register_add (records, LEV_TYPE_SERVICE, "supplier", supplier, "name", "Hosting",
                              NULL);
  other = lev_register_add (records, LEV_TYPE_SUPPLIER, "name", "Kwelder", NULL);
  store_fixture_commit (fixture);
  lev_store_begin (store, "Change");
  g_object_set (other, "name", "Other", NULL);
  g_object_set (service, "name", "Uitwijk", NULL);
  store_fixture_commit (fixture);
  lev_store_begin (store, "Delete");
  lev_register_delete (records, LEV_RECORD (service));
  store_fixture_commit (fixture);

  entries = lev_history_list_whole (store, LEV_RECORD (supplier)->id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 5);
  first = g_ptr_array_index (entries, 0);
  last = g_ptr_array_index (entries, 4);
  g_assert_cmpstr (first->label, ==, "Delete");
  g_assert_cmpstr (first->field, ==, "deleted");
  g_assert_cmpstr (last->label, ==, "Add");
  for (guint i = 0; i < entries->len; i++)
    g_assert_cmpstr (((LevHistoryEntry *) entries->pdata[i])->title, !=, "Other");

  g_clear_pointer (&entries, g_ptr_array_unref);
  entries = lev_history_list_whole (store, "00000000-0000-4000-a000-000000000000", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 0);
}

/* What a field held before comes back as an edit of its own, which can be undone. */
static void
test_restore (StoreFixture *fixture,
              gconstpointer data)
{
  LevStore *store = store_fixture_open (fixture, LEV_STORE_CREATE);
  LevRegister *records = store_fixture_records (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  const LevHistoryEntry *manager, *name;
  LevSupplier *supplier;
  LevPerson *person;

  lev_store_begin (store, "Add");
  person = lev_register_add (records, LEV_TYPE_PERSON, "name", "Jan Bos", NULL);
  supplier = lev_register_add (records, LEV_TYPE_SUPPLIER, "name", "Waterland", "manager", person,
                               NULL);
  store_fixture_commit (fixture);
  lev_store_begin (store, "Change");
  g_object_set (supplier, "name", "Kwelder", "manager", NULL, NULL);
  store_fixture_commit (fixture);

  entries = lev_history_list (store, LEV_RECORD (supplier)->id, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 4);
  name = g_ptr_array_index (entries, 2);
  manager = g_ptr_array_index (entries, 3);
  g_assert_cmpstr (name->from, ==, "Waterland");
  g_assert_true (lev_history_is_restorable (store, name));

  lev_store_begin (store, "Restore");
  g_assert_true (lev_history_restore (store, name, &error));
  g_assert_true (lev_history_restore (store, manager, &error));
  store_fixture_commit (fixture);
  g_assert_cmpstr (supplier->name, ==, "Waterland");
  g_assert_true (supplier->manager == person);
  g_assert_false (lev_history_is_restorable (store, name));

  g_assert_true (lev_store_undo (store, NULL, &error));
  g_assert_cmpstr (supplier->name, ==, "Kwelder");
  g_assert_null (supplier->manager);
  g_assert_true (lev_history_is_restorable (store, manager));

  lev_store_begin (store, "Delete");
  lev_register_delete (records, LEV_RECORD (supplier));
  store_fixture_commit (fixture);
  g_assert_false (lev_history_is_restorable (store, name));
}

/* An undo is a change like any other, and stands in the history. */
static void
test_undo (StoreFixture *fixture,
           gconstpointer data)
{
  static const Expected names[] = {
    { "Tester", "Add supplier", "name", "", "Waterland" },
    { "Tester", "Rename supplier", "name", "Waterland", "Duinrand" },
    { "Tester", "Rename supplier", "name", "Duinrand", "Waterland" },
  };
  g_autofree char *id = NULL;

  store_fixture_open (fixture, LEV_STORE_CREATE);
  id = g_strdup (LEV_RECORD (store_fixture_add (fixture, "Waterland"))->id);
  store_fixture_set_name (fixture, id, "Duinrand");
  g_assert_true (lev_store_undo (fixture->store, NULL, NULL));

  check_history (fixture, id, "name", names, G_N_ELEMENTS (names));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/history/fields", StoreFixture, NULL, store_fixture_set_up, test_history,
              store_fixture_tear_down);
  g_test_add ("/history/whole", StoreFixture, NULL, store_fixture_set_up, test_whole,
              store_fixture_tear_down);
  g_test_add ("/history/restore", StoreFixture, NULL, store_fixture_set_up, test_restore,
              store_fixture_tear_down);
  g_test_add ("/history/undo", StoreFixture, NULL, store_fixture_set_up, test_undo,
              store_fixture_tear_down);

  return g_test_run ();
}
