#include "lev-uses.h"
#include "model-fixture.h"

#include "lev-records.h"

static gboolean
is_used_by (gpointer record,
            gpointer user)
{
  g_autoptr (GPtrArray) uses = lev_record_list_uses (LEV_RECORD (record));

  return g_ptr_array_find (uses, user, NULL);
}

static void
test_uses (void)
{
  ModelFixture fixture;
  LevSupplier *supplier, *free_one;
  LevRecord *service;
  g_autofree char *text = NULL;
  g_autofree char *one = NULL;

  model_fixture_set_language ("en");
  model_fixture_init (&fixture, 2);
  model_fixture_reach (&fixture, 5);
  supplier = fixture.dossier->supplier;
  free_one = lev_register_add (fixture.records, LEV_TYPE_SUPPLIER, "name", "Free", NULL);
  service = lev_register_add (fixture.records, LEV_TYPE_SERVICE, "supplier", free_one, "owner",
                              fixture.owner, NULL);

  /* Its own service goes with it; a dossier does not. */
  g_assert_false (is_used_by (free_one, service));
  g_assert_null (lev_record_describe_uses (LEV_RECORD (free_one), 5));
  g_assert_true (is_used_by (supplier, fixture.dossier));
  g_assert_true (is_used_by (fixture.owner, service));
  g_assert_true (is_used_by (fixture.risk, fixture.action));

  lev_register_delete (fixture.records, service);
  g_assert_false (is_used_by (fixture.owner, service));

  g_object_set (supplier, "name", "Kwelder", NULL);
  g_object_set (fixture.review, "title", "Autumn", NULL);
  text = lev_record_describe_uses (LEV_RECORD (supplier), 5);
  g_assert_cmpstr (text, ==, "Dossier: Kwelder, Autumn");
  one = lev_record_describe_uses (LEV_RECORD (fixture.manager), 1);
  g_assert_nonnull (strstr (one, "\nand "));

  model_fixture_clear (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/uses", test_uses);

  return g_test_run ();
}
