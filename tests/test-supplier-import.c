/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-contract.h"
#include "lev-criticality-score.h"
#include "lev-exchange-error.h"
#include "lev-service.h"
#include "lev-supplier-import.h"

typedef struct
{
  LevRegister        *records;
  LevHandbookContent *handbook;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "handbook.ini", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  fixture->handbook = lev_handbook_content_parse (text, &error);
  g_assert_no_error (error);

  fixture->records = lev_register_new ();
  lev_register_begin (fixture->records, "Set up");
  lev_register_add (fixture->records, LEV_TYPE_PERSON, "name", "Anna de Wit", "email",
                    "anna@example.org", NULL);
  lev_register_add (fixture->records, LEV_TYPE_PERSON, "name", "Jan Bos", "email",
                    "jan@example.org", NULL);
  lev_register_add (fixture->records, LEV_TYPE_PERSON, "name", "Jan Bos", "email",
                    "bos@example.org", NULL);
  lev_register_add (fixture->records, LEV_TYPE_SUPPLIER, "name", "Nedrail", "number", "100",
                    "country", "Nederland", NULL);
  lev_register_add (fixture->records, LEV_TYPE_SUPPLIER, "name", "Zonder nummer", NULL);
  lev_register_add (fixture->records, LEV_TYPE_SUPPLIER, "name", "Dubbel", NULL);
  lev_register_add (fixture->records, LEV_TYPE_SUPPLIER, "name", "Dubbel", NULL);
  lev_register_end (fixture->records);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_clear_pointer (&fixture->handbook, lev_handbook_content_free);
  g_assert_finalize_object (fixture->records);
}

static LevSupplierImport *
read_list (Fixture    *fixture,
           const char *list)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) content = g_bytes_new (list, strlen (list));
  LevSupplierImport *import = lev_supplier_import_new (content, fixture->records, fixture->handbook,
                                                       &error);

  g_assert_no_error (error);
  g_assert_nonnull (import);

  return import;
}

static void
apply (Fixture           *fixture,
       LevSupplierImport *import)
{
  g_autoptr (GError) error = NULL;

  lev_register_begin (fixture->records, "Import");
  lev_supplier_import_apply (import, &error);
  g_assert_no_error (error);
  lev_register_end (fixture->records);
}

static LevSupplier *
find (Fixture    *fixture,
      const char *name)
{
  LevRecordList *list = lev_register_list (fixture->records, LEV_TYPE_SUPPLIER);

  for (guint i = 0; i < lev_record_list_get_n (list); i++)
    {
      LevSupplier *supplier = lev_record_list_peek (list, i);

      if (g_strcmp0 (supplier->name, name) == 0)
        return supplier;
    }

  g_assert_not_reached ();
}

static gpointer
get_part (LevSupplier *supplier,
          GType        type,
          guint        position)
{
  return lev_record_list_peek (lev_record_get_children (LEV_RECORD (supplier), type), position);
}

static void
test_whole_row (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (LevSupplierImport) import = read_list (
    fixture, "Leverancier;Leveranciersnummer;KvK-nummer;Land;Contractmanager;A1;A2 – uitval;Dienst;"
             "Diensteigenaar;SLM;Contractnummer;Einddatum;Jaarwaarde (in €);Kleur\n"
             "Café Zuid;200;12345678;België;ANNA DE WIT;4;onbekend;Hosting;Piet <piet@example.org>;"
             "bos@example.org;C-1;31-12-2027;\"€\xc2\xa0"
             "1.234,56\";blauw\n");
  LevSupplier *supplier;
  LevService *service;
  LevContract *contract;

  g_assert_cmpuint (lev_supplier_import_get_messages (import)->n_errors, ==, 0);
  g_assert_cmpuint (lev_supplier_import_get_messages (import)->n_warnings, ==, 1);
  apply (fixture, import);

  supplier = find (fixture, "Café Zuid");
  g_assert_cmpstr (supplier->number, ==, "200");
  g_assert_cmpstr (supplier->kvk, ==, "12345678");
  g_assert_cmpstr (supplier->country, ==, "België");
  g_assert_cmpstr (supplier->manager->name, ==, "Anna de Wit");
  g_assert_true (supplier->manager->contract_manager);

  g_assert_cmpint (
    LEV_CRITICALITY_SCORE (get_part (supplier, LEV_TYPE_CRITICALITY_SCORE, 0))->score, ==, 4);
  g_assert_cmpint (LEV_CRITICALITY_SCORE (get_part (supplier, LEV_TYPE_CRITICALITY_SCORE, 1))
                     ->score,
                   ==, LEV_SCORE_UNKNOWN);

  service = get_part (supplier, LEV_TYPE_SERVICE, 0);
  g_assert_cmpstr (service->name, ==, "Hosting");
  g_assert_cmpstr (service->owner->name, ==, "Piet");
  g_assert_true (service->owner->service_owner);
  g_assert_cmpstr (service->level_manager->email, ==, "bos@example.org");

  contract = get_part (supplier, LEV_TYPE_CONTRACT, 0);
  g_assert_cmpstr (contract->number, ==, "C-1");
  g_assert_cmpuint (contract->end, ==, lev_date_new (2027, 12, 31));
  g_assert_cmpint (contract->yearly_value, ==, 123456);
}

/* The same list a second time changes nothing; another changes only what differs. */
static void
test_again (Fixture      *fixture,
            gconstpointer data)
{
  const char *list = "number,name,country,A1,service,service_owner,contract_number,yearly value\n"
                     "100,Nedrail,Nederland,3,Treinen,anna@example.org,C-1,1234.50\n"
                     ",Nieuw,,,,,,\n";
  g_autoptr (LevSupplierImport) first = read_list (fixture, list);
  g_autoptr (LevSupplierImport) second = NULL;
  g_autoptr (LevSupplierImport) third = NULL;
  g_autofree char *changes = NULL;

  apply (fixture, first);
  g_assert_cmpuint (lev_supplier_import_count (first, LEV_IMPORT_CHANGED), ==, 1);
  g_assert_cmpuint (lev_supplier_import_count (first, LEV_IMPORT_NEW), ==, 1);

  second = read_list (fixture, list);
  g_assert_cmpuint (lev_supplier_import_count (second, LEV_IMPORT_UNCHANGED), ==, 2);

  third = read_list (fixture, "number,country,A1,yearly value\n100,België,,2000\n");
  g_assert_cmpint (lev_supplier_import_get_outcome (third, 0), ==, LEV_IMPORT_CHANGED);
  g_assert_cmpstr (lev_supplier_import_get_name (third, 0), ==, "Nedrail");
  changes = lev_supplier_import_dup_changes (third, 0);
  g_assert_cmpstr (changes, ==, "Country, Yearly value");
  apply (fixture, third);
  g_assert_cmpstr (find (fixture, "Nedrail")->country, ==, "België");
}

/* Which supplier a row is about: by number, else by name. */
static const struct
{
  const char      *row;
  LevImportOutcome outcome;
} matches[] = {
  { "100;", LEV_IMPORT_UNCHANGED },
  { "100;Nedrail", LEV_IMPORT_UNCHANGED },
  { "100;Andere naam", LEV_IMPORT_CHANGED },
  { ";Nedrail", LEV_IMPORT_UNCHANGED },
  { ";nedrail", LEV_IMPORT_NEW },
  { "101;Nedrail", LEV_IMPORT_NEW },
  { "101;Zonder nummer", LEV_IMPORT_CHANGED },
  { "101;Dubbel", LEV_IMPORT_NEW },
  { "0100;Nieuw", LEV_IMPORT_NEW },
};

static void
test_matches (Fixture      *fixture,
              gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (matches); i++)
    {
      g_autofree char *list = g_strconcat ("nummer;naam\n", matches[i].row, "\n", NULL);
      g_autoptr (LevSupplierImport) import = read_list (fixture, list);

      g_test_message ("%s", matches[i].row);
      g_assert_cmpuint (lev_supplier_import_get_messages (import)->n_errors, ==, 0);
      g_assert_cmpint (lev_supplier_import_get_outcome (import, 0), ==, matches[i].outcome);
    }
}

static const struct
{
  const char *list;
  guint       line;
  guint       column;
  const char *text;
} errors[] = {
  { "", 0, 0, "The file is empty" },
  { "\n;;\n", 0, 0, "The file is empty" },
  { "Kleur;Smaak\nblauw;zoet\n", 1, 0, "*no heading says*" },
  { "naam;nummer;Naam (kort)\n", 1, 3, "*column 1 already holds the same*" },
  { "naam;nummer\n;300\n", 2, 1, "*needs a name" },
  { "nummer\n300\n", 2, 0, "*needs a name" },
  { "naam;nummer\na;1\n\nb;1\n", 4, 2, "*line 2 is already about supplier ‘1’*" },
  { "naam\na\na\n", 3, 1, "*line 2 is already about supplier ‘a’*" },
  { "naam;nummer\nNedrail;100\nNedrail;\n", 3, 1, "*line 2 is already about*" },
  { "naam\nDubbel\n", 2, 1, "*more suppliers are called ‘Dubbel’*" },
  { "naam;cm\na;\"\nniemand\"\n", 2, 2, "*(‘cm’): nobody is called ‘niemand’*" },
  { "naam;cm\na;jan bos\n", 2, 2, "*more people are called ‘jan bos’*" },
  { "naam;A1\n\"a\nb\";6\n", 3, 2, "*1 to 5*" },
  { "naam;einddatum\na;31-02-2027\n", 2, 2, "*31-12-2026*" },
  { "naam;jaarwaarde\na;veel\n", 2, 2, "*1.250,50*" },
  { "naam;opzegtermijn\na;3,5\n", 2, 2, "*whole number*" },
  { "naam;nummer\na;1;x\n", 2, 3, "*has no heading*" },
};

static void
test_errors (Fixture      *fixture,
             gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (errors); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LevSupplierImport) import = read_list (fixture, errors[i].list);
      const LevImportMessages *messages = lev_supplier_import_get_messages (import);
      const LevImportMessage *message = NULL;

      g_assert_cmpuint (messages->n_errors, ==, 1);
      for (guint j = 0; message == NULL || !message->is_error; j++)
        message = g_ptr_array_index (messages->items, j);
      g_test_message ("%s", message->text);
      g_assert_cmpuint (message->line, ==, errors[i].line);
      g_assert_cmpuint (message->column, ==, errors[i].column);
      g_assert_true (g_pattern_match_simple (errors[i].text, message->text));

      g_assert_false (lev_supplier_import_apply (import, &error));
      g_assert_error (error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_CSV);
    }
}

/* A service goes by its name and a contract by its number; without, they are the only one. */
static void
test_parts (Fixture      *fixture,
            gconstpointer data)
{
  static const char *const lists[] = {
    "nummer;slm\n100;anna@example.org\n",
    "nummer;dienst;slm\n100;Sporen;bos@example.org\n",
    "nummer;contract;jaarwaarde\n100;Mantel;10,00\n",
    "nummer;contract;jaarwaarde\n100;Mantel;20,00\n",
    "nummer;contractnummer;contract;jaarwaarde\n100;C-2;Mantel;30,00\n",
  };
  g_autoptr (LevSupplierImport) unclear = NULL;
  LevSupplier *supplier = find (fixture, "Nedrail");

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (LevSupplierImport) import = read_list (fixture, lists[i]);

      apply (fixture, import);
    }

  g_assert_cmpstr (LEV_SERVICE (get_part (supplier, LEV_TYPE_SERVICE, 0))->name, ==, "Nedrail");
  g_assert_cmpstr (LEV_SERVICE (get_part (supplier, LEV_TYPE_SERVICE, 1))->name, ==, "Sporen");
  g_assert_cmpint (LEV_CONTRACT (get_part (supplier, LEV_TYPE_CONTRACT, 0))->yearly_value, ==,
                   2000);
  g_assert_cmpint (LEV_CONTRACT (get_part (supplier, LEV_TYPE_CONTRACT, 1))->yearly_value, ==,
                   3000);

  unclear = read_list (fixture, "nummer;slm;jaarwaarde\n100;anna@example.org;40,00\n");
  g_assert_cmpuint (lev_supplier_import_get_messages (unclear)->n_errors, ==, 2);
}

/* Someone whom the list introduces further down can be called by name above. */
static void
test_people (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (LevSupplierImport)
    import = read_list (fixture, "naam;cm;slm\na;Eva Smit;\nb;\"Eva Smit <EVA@example.org>\";"
                                 "eva@example.org\nc;Jan <jan@example.org>;mail@example.org\n");
  LevImportPeople *people = lev_supplier_import_get_people (import);

  g_assert_cmpuint (lev_supplier_import_get_messages (import)->n_errors, ==, 0);
  g_assert_cmpuint (lev_import_people_get_n_new (people), ==, 2);
  g_assert_cmpstr (lev_import_people_get_new (people, 0), ==, "Eva Smit");
  g_assert_cmpstr (lev_import_people_get_new (people, 1), ==, "mail@example.org");

  apply (fixture, import);
  g_assert_true (find (fixture, "a")->manager == find (fixture, "b")->manager);
  g_assert_cmpstr (find (fixture, "c")->manager->name, ==, "Jan Bos");
}

/* All errors count, the first 20 are shown, and nothing changes. */
static void
test_all_or_nothing (Fixture      *fixture,
                     gconstpointer data)
{
  g_autoptr (GString) list = g_string_new ("naam;A1\nGoed;3\n");
  g_autoptr (LevSupplierImport) import = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;
  LevRecordList *suppliers = lev_register_list (fixture->records, LEV_TYPE_SUPPLIER);
  guint n_before = lev_record_list_get_n (suppliers);

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (list, "Fout %u;9\n", i);
  import = read_list (fixture, list->str);

  g_assert_cmpuint (lev_supplier_import_get_messages (import)->n_errors, ==, 3000);
  g_assert_false (lev_supplier_import_apply (import, &error));
  lines = g_strsplit (error->message, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 1 + 20 + 1);
  g_assert_cmpstr (lines[21], ==, "and 2980 more");
  g_assert_cmpuint (lev_record_list_get_n (suppliers), ==, n_before);
}

/* What people type and programs break harms nothing. */
static void
test_odd_text (Fixture      *fixture,
               gconstpointer data)
{
  g_autofree char *many = g_strnfill (40000, 'x');
  g_autofree char *list = g_strdup_printf ("\xef\xbb\xbfnaam\n=1+1\n<b>&\n😀\nkapot \xff\n%s\n",
                                           many);
  g_autoptr (LevSupplierImport) import = read_list (fixture, list);

  g_assert_cmpuint (lev_supplier_import_get_messages (import)->n_errors, ==, 0);
  g_assert_cmpuint (lev_supplier_import_get_messages (import)->n_warnings, ==, 1);
  apply (fixture, import);
  g_assert_nonnull (find (fixture, "=1+1"));
  g_assert_nonnull (find (fixture, "<b>&"));
  g_assert_nonnull (find (fixture, "😀"));
  g_assert_nonnull (find (fixture, "kapot \xef\xbf\xbd"));
  g_assert_nonnull (find (fixture, many));
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*func) (Fixture *, gconstpointer);
  } tests[] = {
    { "/supplier-import/whole-row", test_whole_row },
    { "/supplier-import/again", test_again },
    { "/supplier-import/matches", test_matches },
    { "/supplier-import/errors", test_errors },
    { "/supplier-import/parts", test_parts },
    { "/supplier-import/people", test_people },
    { "/supplier-import/all-or-nothing", test_all_or_nothing },
    { "/supplier-import/odd-text", test_odd_text },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);

  return g_test_run ();
}
