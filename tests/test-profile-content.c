/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A frozen profile is read back as people read it, and compared with a later one. */

#include "lev-exchange-error.h"
#include "lev-profile-content.h"
#include "lev-profile-document.h"
#include "lev-records.h"
#include "lev-register.h"

#include <locale.h>

typedef struct
{
  LevRegister   *records;
  LevDossier    *dossier;
  LevAssessment *assessment;
  LevRisk       *risk;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  LevRegister *records = lev_register_new ();
  LevSupplier *supplier;
  LevReview *review;

  lev_register_begin (records, "Set up");
  supplier = lev_register_add (records, LEV_TYPE_SUPPLIER, "name", "Waterland", NULL);
  review = lev_register_add (records, LEV_TYPE_REVIEW, "title", "2026-2", NULL);
  fixture->dossier = lev_register_add (records, LEV_TYPE_DOSSIER, "review", review, "supplier",
                                       supplier, "number", 1, NULL);
  fixture->assessment = lev_register_add (records, LEV_TYPE_ASSESSMENT, "dossier", fixture->dossier,
                                          "criterion", "C2", "score", 3, NULL);
  fixture->risk = lev_register_add (records, LEV_TYPE_RISK, "dossier", fixture->dossier, "number",
                                    7, "event", "Uitval", "likelihood", LEV_SCORE_UNKNOWN, NULL);
  lev_register_add (records, LEV_TYPE_ACTION, "dossier", fixture->dossier, "number", 4, "title",
                    "Exitplan", "due", lev_date_new (2026, 12, 31), "cost",
                    G_GINT64_CONSTANT (125050), "advice", LEV_OUTCOME_YES, NULL);
  lev_register_end (records);
  fixture->records = records;
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->records);
}

static GPtrArray *
read_now (Fixture *fixture)
{
  g_autofree char *content = lev_profile_to_json (fixture->dossier);
  g_autoptr (GError) error = NULL;
  GPtrArray *items = lev_profile_content_read (content, &error);

  g_assert_no_error (error);

  return items;
}

static const char *
find_text (GPtrArray  *items,
           const char *title,
           const char *name)
{
  for (guint i = 0; i < items->len; i++)
    {
      LevProfileItem *item = g_ptr_array_index (items, i);

      for (guint j = 0; g_str_equal (item->title, title) && j < item->facts->len; j++)
        {
          LevProfileFact *fact = g_ptr_array_index (item->facts, j);

          if (g_str_equal (fact->name, name))
            return fact->text;
        }
    }

  g_error ("There is no %s of %s", name, title);
}

static void
test_read (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GPtrArray) items = read_now (fixture);

  g_assert_cmpstr (find_text (items, "A04 Exitplan", "due"), ==, "31-12-2026");
  g_assert_cmpstr (find_text (items, "A04 Exitplan", "cost"), ==, "€ 1.250,50");
  g_assert_cmpstr (find_text (items, "A04 Exitplan", "owner"), ==, "");
  g_assert_cmpstr (find_text (items, "R07 Uitval", "likelihood"), ==, "unknown");
}

static void
test_same (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GPtrArray) before = read_now (fixture);
  g_autoptr (GPtrArray) after = read_now (fixture);
  g_autoptr (GPtrArray) changes = lev_profile_content_compare (before, after);

  g_assert_cmpuint (changes->len, ==, 0);
}

static void
test_changes (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (GPtrArray) before = read_now (fixture);
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  LevProfileChange *change;

  lev_register_begin (fixture->records, "Change");
  g_object_set (fixture->assessment, "score", 4, NULL);
  lev_register_delete (fixture->records, LEV_RECORD (fixture->risk));
  lev_register_add (fixture->records, LEV_TYPE_RISK, "dossier", fixture->dossier, "number", 8,
                    "event", "Lek", NULL);
  lev_register_end (fixture->records);
  after = read_now (fixture);
  changes = lev_profile_content_compare (before, after);

  g_assert_cmpuint (changes->len, ==, 3);
  change = g_ptr_array_index (changes, 0);
  g_assert_cmpstr (change->before, ==, "3");
  g_assert_cmpstr (change->after, ==, "4");
  change = g_ptr_array_index (changes, 1);
  g_assert_cmpstr (change->title, ==, "R08 Lek");
  g_assert_null (change->label);
  g_assert_null (change->before);
  change = g_ptr_array_index (changes, 2);
  g_assert_cmpstr (change->title, ==, "R07 Uitval");
  g_assert_null (change->after);
}

static void
test_no_profile (void)
{
  static const char *const contents[] = { "", "{", "[]", "{\"format\": \"levman-actions\"}" };

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (lev_profile_content_read (contents[i], &error));
      g_assert_error (error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_READ);
    }
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/profile-content/read", Fixture, NULL, set_up, test_read, tear_down);
  g_test_add ("/profile-content/same", Fixture, NULL, set_up, test_same, tear_down);
  g_test_add ("/profile-content/changes", Fixture, NULL, set_up, test_changes, tear_down);
  g_test_add_func ("/profile-content/no-profile", test_no_profile);

  return g_test_run ();
}
