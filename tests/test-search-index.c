#include "lev-search-index.h"
#include "model-fixture.h"

#include "lev-records.h"

#define LIMIT (3)

/* Asserts that @text finds exactly these titles of @kind, in this order. */
static void
assert_found (LevSearchIndex *index,
              const char     *text,
              LevSearchKind   kind,
              ...)
{
  g_autoptr (LevSearchResult) result = lev_search_index_find (index, text, LIMIT);
  const char *title;
  guint position = 0;
  va_list args;

  va_start (args, kind);
  while ((title = va_arg (args, const char *)) != NULL)
    {
      g_autofree char *found = NULL;

      g_assert_cmpuint (position, <, result->records[kind]->len);
      found = lev_record_dup_title (g_ptr_array_index (result->records[kind], position++));
      g_assert_cmpstr (found, ==, title);
    }
  va_end (args);
  g_assert_cmpuint (result->records[kind]->len, ==, position);
}

static guint
count (LevSearchIndex *index,
       const char     *text)
{
  g_autoptr (LevSearchResult) result = lev_search_index_find (index, text, LIMIT);
  guint n = 0;

  for (guint kind = 0; kind < LEV_N_SEARCH_KINDS; kind++)
    n += result->n_found[kind];

  return n;
}

static void
test_suppliers (void)
{
  LevRegister *records = lev_register_new ();
  g_autoptr (LevSearchIndex) index = NULL;
  LevSupplier *supplier;

  lev_register_begin (records, "Add");
  lev_register_add (records, LEV_TYPE_SUPPLIER, "name", "De Waterlander", NULL);
  lev_register_add (records, LEV_TYPE_SUPPLIER, "name", "Zoetwater", "number", "L-0042", NULL);
  lev_register_add (records, LEV_TYPE_SUPPLIER, "name", "Kaf", "notes", "vaart\nop water", NULL);
  supplier = lev_register_add (records, LEV_TYPE_SUPPLIER, "name", "Waterland Café", NULL);
  lev_register_add (records, LEV_TYPE_SERVICE, "supplier", supplier, "name", "Hosting", NULL);
  lev_register_add (records, LEV_TYPE_SUPPLIER, NULL, NULL);
  lev_register_end (records);
  index = lev_search_index_new (records);

  /* Beginnings, then words, then the rest; no more than wanted, but all are counted. */
  assert_found (index, "WATER", LEV_SEARCH_SUPPLIER, "Waterland Café", "De Waterlander",
                "Zoetwater", NULL);
  g_assert_cmpuint (count (index, "water"), ==, 4);
  assert_found (index, "op water", LEV_SEARCH_SUPPLIER, "Kaf", NULL);
  assert_found (index, "vaart op", LEV_SEARCH_SUPPLIER, "Kaf", NULL);
  assert_found (index, "cafe", LEV_SEARCH_SUPPLIER, "Waterland Café", NULL);
  assert_found (index, "0042", LEV_SEARCH_SUPPLIER, "Zoetwater", NULL);

  /* A service has its supplier's name, but not that alone. */
  assert_found (index, "hosting waterland", LEV_SEARCH_SERVICE, "Hosting", NULL);
  assert_found (index, "waterland", LEV_SEARCH_SERVICE, NULL);

  g_assert_cmpuint (count (index, ""), ==, 0);
  g_assert_cmpuint (count (index, "  "), ==, 0);
  g_assert_cmpuint (count (index, "nergens"), ==, 0);
  /* Nothing runs from one record into the next. */
  g_assert_cmpuint (count (index, "waterlanderzoet"), ==, 0);

  g_clear_pointer (&index, lev_search_index_free);
  g_assert_finalize_object (records);
}

static void
test_round (void)
{
  ModelFixture fixture;
  g_autoptr (LevSearchIndex) index = NULL;

  model_fixture_init (&fixture, 2);
  model_fixture_reach (&fixture, 9);
  g_object_set (fixture.dossier->supplier, "name", "Kwelder", NULL);
  g_object_set (fixture.action, "title", "Exitplan maken", NULL);
  g_object_set (fixture.risk, "event", "Uitval", "cause", "Eén verbinding", NULL);
  index = lev_search_index_new (fixture.records);

  assert_found (index, "a01", LEV_SEARCH_ACTION, "Exitplan maken", NULL);
  assert_found (index, "kwelder exit", LEV_SEARCH_ACTION, "Exitplan maken", NULL);
  assert_found (index, "een verbinding", LEV_SEARCH_RISK, "Uitval", NULL);
  g_assert_cmpuint (count (index, "kwelder"), ==, 1);

  /* What is gone later is still whole. */
  lev_register_delete (fixture.records, LEV_RECORD (fixture.risk));
  assert_found (index, "uitval", LEV_SEARCH_RISK, "Uitval", NULL);
  g_clear_pointer (&index, lev_search_index_free);
  index = lev_search_index_new (fixture.records);
  assert_found (index, "uitval", LEV_SEARCH_RISK, NULL);

  g_clear_pointer (&index, lev_search_index_free);
  model_fixture_clear (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search-index/suppliers", test_suppliers);
  g_test_add_func ("/search-index/round", test_round);

  return g_test_run ();
}
