/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <json-glib/json-glib.h>

#include "lev-profile-document.h"
#include "lev-records.h"
#include "lev-register.h"

typedef struct
{
  LevRegister *records;
  LevDossier  *dossier;
  LevAction   *action;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  LevRegister *records = lev_register_new ();
  LevPerson *person;
  LevSupplier *supplier;
  LevReview *review;

  lev_register_set_id_seed (records, "profile");
  lev_register_begin (records, "Set up");
  person = lev_register_add (records, LEV_TYPE_PERSON, "name", "Anna \"A.\" de Wit", NULL);
  supplier = lev_register_add (records, LEV_TYPE_SUPPLIER, "name", "Café 😀", "number", "100",
                               NULL);
  lev_register_add (records, LEV_TYPE_CONTRACT, "supplier", supplier, "number", "C-1",
                    "yearly-value", G_GINT64_CONSTANT (123450), "end", lev_date_new (2027, 12, 31),
                    NULL);
  review = lev_register_add (records, LEV_TYPE_REVIEW, "title", "2026-2", NULL);
  fixture->dossier = lev_register_add (records, LEV_TYPE_DOSSIER, "review", review, "supplier",
                                       supplier, "number", 1, "manager", person, NULL);
  lev_register_add (records, LEV_TYPE_ASSESSMENT, "dossier", fixture->dossier, "criterion", "C10",
                    "score", LEV_SCORE_UNKNOWN, NULL);
  lev_register_add (records, LEV_TYPE_ASSESSMENT, "dossier", fixture->dossier, "criterion", "C2",
                    "score", 4, NULL);
  fixture->action = lev_register_add (records, LEV_TYPE_ACTION, "dossier", fixture->dossier,
                                      "number", 1, "title", "Exitplan", NULL);
  lev_register_end (records);
  fixture->records = records;
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->records);
}

static void
test_values (Fixture      *fixture,
             gconstpointer data)
{
  static const struct
  {
    const char *path;
    const char *json;
  } values[] = {
    { "$.format", "[\"levman-profile\"]" },
    { "$.supplier.name", "[\"Café 😀\"]" },
    { "$.supplier.country", "[null]" },
    { "$.supplier.contracts[0].yearly_value", "[\"1234.50\"]" },
    { "$.supplier.contracts[0].end", "[\"2027-12-31\"]" },
    { "$.supplier.contracts[0].supplier", "[]" },
    { "$.dossier.manager.name", "[\"Anna \\\"A.\\\" de Wit\"]" },
    { "$.dossier.chosen", "[false]" },
    { "$.assessments[*].criterion", "[\"C2\",\"C10\"]" },
    { "$.assessments[*].score", "[4,\"unknown\"]" },
    { "$.actions[0].title", "[\"Exitplan\"]" },
    { "$.actions[0].effect_impact", "[0]" },
  };
  g_autofree char *text = lev_profile_to_json (fixture->dossier);
  g_autoptr (JsonNode) root = json_from_string (text, NULL);

  g_assert_true (g_str_has_suffix (text, "}\n"));
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (JsonNode) found = json_path_query (values[i].path, root, NULL);
      g_autofree char *json = json_to_string (found, FALSE);

      g_test_message ("%s", values[i].path);
      g_assert_cmpstr (json, ==, values[i].json);
    }
}

/* The text changes with the profile and with nothing else. */
static void
test_identity (Fixture      *fixture,
               gconstpointer data)
{
  g_autofree char *before = lev_profile_to_json (fixture->dossier);
  g_autofree char *reported = NULL;
  g_autofree char *changed = NULL;

  lev_register_begin (fixture->records, "Report");
  lev_register_add (fixture->records, LEV_TYPE_STATUS_UPDATE, "action", fixture->action, "number",
                    1, "text", "Begonnen", NULL);
  lev_register_add (fixture->records, LEV_TYPE_DECISION, "action", fixture->action, "step", 6,
                    NULL);
  lev_register_end (fixture->records);
  reported = lev_profile_to_json (fixture->dossier);
  g_assert_cmpstr (reported, ==, before);

  lev_register_begin (fixture->records, "Change");
  g_object_set (fixture->action, "result", "Geoefend", NULL);
  lev_register_end (fixture->records);
  changed = lev_profile_to_json (fixture->dossier);
  g_assert_cmpstr (changed, !=, before);
}

static void
test_others (Fixture      *fixture,
             gconstpointer data)
{
  static char *(*const documents[]) (LevDossier *) = { lev_actions_to_json, lev_decisions_to_json,
                                                       lev_status_updates_to_json };
  g_autofree char *actions = NULL;

  lev_register_begin (fixture->records, "Report");
  lev_register_add (fixture->records, LEV_TYPE_STATUS_UPDATE, "action", fixture->action, "number",
                    1, "text", "Begonnen", NULL);
  lev_register_add (fixture->records, LEV_TYPE_DECISION, "action", fixture->action, "step", 6,
                    "reason", "Begonnen", NULL);
  lev_register_end (fixture->records);

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autofree char *text = documents[i](fixture->dossier);
      g_autoptr (JsonNode) root = json_from_string (text, NULL);

      g_assert_nonnull (root);
      g_assert_nonnull (strstr (text, "Begonnen"));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/profile-document/values", Fixture, NULL, set_up, test_values, tear_down);
  g_test_add ("/profile-document/identity", Fixture, NULL, set_up, test_identity, tear_down);
  g_test_add ("/profile-document/others", Fixture, NULL, set_up, test_others, tear_down);

  return g_test_run ();
}
