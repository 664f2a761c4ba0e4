#include "lev-supplier-facts.h"
#include "model-fixture.h"

#include "lev-records.h"

static const LevSupplierFacts *
get_facts (ModelFixture *fixture,
           LevSupplier  *supplier)
{
  return lev_supplier_get_facts (supplier, lev_handbook_get_content (fixture->handbook),
                                 lev_clock_today ());
}

/* What is kept follows every change of the supplier and of its parts, also one that is taken
 * back; nothing is counted again in between. */
static void
test_follow (void)
{
  ModelFixture fixture;
  LevSupplier *supplier, *other;
  const LevSupplierFacts *facts;
  LevRecord *service, *score;

  lev_clock_set (lev_moment_parse ("2026-11-23"));
  model_fixture_init (&fixture, 2);
  supplier = model_fixture_get_supplier (&fixture, 0);
  other = model_fixture_get_supplier (&fixture, 1);
  lev_register_delete (fixture.records,
                       lev_record_list_peek (lev_record_get_children (LEV_RECORD (supplier),
                                                                      LEV_TYPE_SERVICE),
                                             0));
  lev_register_delete (fixture.records,
                       lev_record_list_peek (lev_record_get_children (LEV_RECORD (other),
                                                                      LEV_TYPE_SERVICE),
                                             0));

  facts = get_facts (&fixture, supplier);
  g_assert_true (get_facts (&fixture, supplier) == facts);
  g_assert_cmpstr (facts->services, ==, "");
  g_assert_cmpuint (facts->contract_end, ==, 0);

  service = lev_register_add (fixture.records, LEV_TYPE_SERVICE, "supplier", supplier, "name",
                              "Hosting", NULL);
  g_assert_cmpstr (get_facts (&fixture, supplier)->services, ==, "Hosting");
  g_object_set (service, "name", "Café", NULL);
  g_assert_cmpstr (get_facts (&fixture, supplier)->services, ==, "Café");
  g_assert_nonnull (strstr (get_facts (&fixture, supplier)->folded, "\ncafe\n"));
  g_object_set (service, "supplier", other, NULL);
  g_assert_cmpstr (get_facts (&fixture, supplier)->services, ==, "");
  g_assert_cmpstr (get_facts (&fixture, other)->services, ==, "Café");
  lev_register_delete (fixture.records, service);
  g_assert_cmpstr (get_facts (&fixture, other)->services, ==, "");

  score = lev_record_find_part_by_text (supplier, LEV_TYPE_CRITICALITY_SCORE, "factor", "A1");
  g_assert_nonnull (score);
  g_object_set (score, "score", 5, NULL);
  facts = get_facts (&fixture, supplier);
  g_assert_cmpint (facts->criticality.lowest, >=, 60);
  g_object_set (score, "score", LEV_SCORE_UNKNOWN, NULL);
  facts = get_facts (&fixture, supplier);
  g_assert_cmpint (facts->criticality.highest - facts->criticality.lowest, ==, 60);

  model_fixture_clear (&fixture);
  lev_clock_set (0);
}

static void
test_abandon (void)
{
  LevRegister *records = lev_register_new ();
  LevSupplier *supplier;
  LevHandbookContent *content = lev_handbook_get_content (NULL);

  lev_register_begin (records, "Add");
  supplier = lev_register_add (records, LEV_TYPE_SUPPLIER, "name", "Before", NULL);
  lev_register_end (records);
  g_assert_cmpstr (lev_supplier_get_facts (supplier, content, lev_clock_today ())->folded, ==,
                   "before\n\n\n\n\n");

  lev_register_begin (records, "Change");
  g_object_set (supplier, "name", "After", NULL);
  lev_register_add (records, LEV_TYPE_SERVICE, "supplier", supplier, "name", "Print", NULL);
  g_assert_cmpstr (lev_supplier_get_facts (supplier, content, lev_clock_today ())->folded, ==,
                   "after\n\n\nprint\n\n");
  lev_register_abandon (records);
  g_assert_cmpstr (lev_supplier_get_facts (supplier, content, lev_clock_today ())->folded, ==,
                   "before\n\n\n\n\n");

  g_assert_finalize_object (records);
}

static const struct
{
  const char *ends[3];
  const char *next;
} contracts[] = {
  { { NULL }, NULL },
  { { "2027-01-31", "2026-12-31", "2025-01-01" }, "2026-12-31" },
  { { "2026-11-23", "2026-11-22" }, "2026-11-23" },
  { { "2024-01-01", "2025-01-01" }, "2025-01-01" },
};

static void
test_contracts (void)
{
  LevHandbookContent *content = lev_handbook_get_content (NULL);

  lev_clock_set (lev_moment_parse ("2026-11-23"));
  for (guint i = 0; i < G_N_ELEMENTS (contracts); i++)
    {
      LevRegister *records = lev_register_new ();
      LevSupplier *supplier;

      lev_register_begin (records, "Add");
      supplier = lev_register_add (records, LEV_TYPE_SUPPLIER, NULL, NULL);
      for (guint j = 0; j < G_N_ELEMENTS (contracts[i].ends) && contracts[i].ends[j] != NULL; j++)
        lev_register_add (records, LEV_TYPE_CONTRACT, "supplier", supplier, "end",
                          lev_date_parse (contracts[i].ends[j]), NULL);
      lev_register_end (records);
      g_assert_cmpuint (lev_supplier_get_facts (supplier, content, lev_clock_today ())
                          ->contract_end,
                        ==, contracts[i].next != NULL ? lev_date_parse (contracts[i].next) : 0);
      g_assert_finalize_object (records);
    }
  lev_clock_set (0);
}

static const struct
{
  const char *end;
  int         months;
  const char *notice;
} notices[] = {
  { "2026-12-31", 3, "2026-09-30" }, { "2028-03-31", 1, "2028-02-29" },
  { "2027-03-31", 1, "2027-02-28" }, { "2027-01-15", 2, "2026-11-15" },
  { "2026-12-31", 0, NULL },         { NULL, 3, NULL },
};

static void
test_notice (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (notices); i++)
    {
      LevContract contract = { .end = notices[i].end != NULL ? lev_date_parse (notices[i].end) : 0,
                               .notice_months = notices[i].months };

      g_assert_cmpuint (lev_contract_get_notice_date (&contract), ==,
                        notices[i].notice != NULL ? lev_date_parse (notices[i].notice) : 0);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/supplier-facts/follow", test_follow);
  g_test_add_func ("/supplier-facts/abandon", test_abandon);
  g_test_add_func ("/supplier-facts/contracts", test_contracts);
  g_test_add_func ("/supplier-facts/notice", test_notice);

  return g_test_run ();
}
