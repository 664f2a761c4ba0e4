/* What several databases exchange through a team folder, and what happens to them meanwhile. */

#include "lev-conflict.h"
#include "lev-file-store.h"
#include "lev-numbering.h"
#include "team-fixture.h"

#include <glib/gstdio.h>
#include <unistd.h>

/* What one made the others see; what the folder has already is not written again. */
static void
test_exchange (TeamFixture  *team,
               gconstpointer data)
{
  g_autofree char *id = g_strdup (
    LEV_RECORD (store_fixture_add (&team->members[0], "Waterland é 😀 \"\n"))->id);
  const LevShareResult *result = team_fixture_exchange (team, 0);
  g_autoptr (GPtrArray) files = NULL;

  g_assert_cmpuint (result->n_sent, ==, 1);
  g_assert_cmpuint (result->n_received, ==, 0);
  g_assert_cmpuint (result->n_others, ==, 0);

  result = team_fixture_exchange (team, 1);
  g_assert_cmpuint (result->n_received, ==, 1);
  g_assert_cmpuint (result->n_sent, ==, 0);
  g_assert_cmpuint (result->n_others, ==, 1);
  g_assert_cmpstr (store_fixture_get_name (&team->members[1], id), ==, "Waterland é 😀 \"\n");

  store_fixture_set_name (&team->members[1], id, "Duinrand");
  team_fixture_exchange (team, 1);
  team_fixture_exchange (team, 0);
  team_fixture_exchange (team, 2);
  g_assert_cmpstr (store_fixture_get_name (&team->members[2], id), ==, "Duinrand");
  team_fixture_check_equal (team);

  result = team_fixture_exchange (team, 0);
  g_assert_cmpuint (result->n_sent + result->n_received, ==, 0);
  files = team_fixture_list_files (team);
  g_assert_cmpuint (files->len, ==, 2);
}

/* Chooses a version of the only conflict, durably. */
static void
choose (TeamFixture *team,
        guint        member,
        guint        version)
{
  LevStore *store = team->members[member].store;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) conflicts = lev_conflict_list (store, &error);
  LevConflict *conflict;

  g_assert_no_error (error);
  g_assert_cmpuint (conflicts->len, ==, 1);
  conflict = g_ptr_array_index (conflicts, 0);
  g_assert_cmpuint (conflict->versions->len, ==, 2);
  g_assert_true (
    lev_conflict_is_marked (store,
                            lev_register_lookup (lev_store_get_records (store), conflict->record),
                            "name"));
  g_assert_cmpstr (conflict->field, ==, "name");

  lev_store_begin (store, "Choose");
  g_assert_true (
    lev_conflict_settle (store, g_ptr_array_index (conflict->versions, version), &error));
  store_fixture_commit (&team->members[member]);
  g_assert_cmpstr (store_fixture_get_name (&team->members[member], conflict->record), ==,
                   ((LevHistoryEntry *) g_ptr_array_index (conflict->versions, version))->to);
}

static void
check_settled (TeamFixture *team,
               const char  *id)
{
  for (guint i = 0; i < TEAM_N_MEMBERS; i++)
    g_assert_false (lev_log_has_conflict (lev_store_get_log (team->members[i].store), id, "name"));
  team_fixture_check_equal (team);
}

/* Two changed the same field: it is marked on both sides, and one choice settles it. */
static void
test_conflict (TeamFixture  *team,
               gconstpointer data)
{
  g_autofree char *id = g_strdup (
    LEV_RECORD (store_fixture_add (&team->members[0], "Waterland"))->id);
  g_autoptr (GPtrArray) conflicts = NULL;

  team_fixture_exchange (team, 0);
  team_fixture_exchange (team, 1);
  store_fixture_set_name (&team->members[0], id, "Ours");
  store_fixture_set_name (&team->members[1], id, "Theirs");
  team_fixture_exchange (team, 0);
  team_fixture_exchange (team, 1);
  team_fixture_exchange (team, 0);
  for (guint i = 0; i < 2; i++)
    g_assert_true (lev_log_has_conflict (lev_store_get_log (team->members[i].store), id, "name"));
  choose (team, 0, 0);
  for (guint i = 0; i < TEAM_N_MEMBERS; i++)
    team_fixture_exchange (team, i);
  check_settled (team, id);

  /* The other way round: the one that was not shown. */
  store_fixture_set_name (&team->members[0], id, "One");
  store_fixture_set_name (&team->members[1], id, "Two");
  team_fixture_exchange (team, 0);
  team_fixture_exchange (team, 1);
  choose (team, 1, 1);
  for (guint i = 0; i < TEAM_N_MEMBERS; i++)
    team_fixture_exchange (team, (i + 1) % TEAM_N_MEMBERS);
  check_settled (team, id);

  /* The same value from both is nothing to choose from. */
  store_fixture_set_name (&team->members[0], id, "Same");
  store_fixture_set_name (&team->members[1], id, "Same");
  team_fixture_exchange (team, 0);
  team_fixture_exchange (team, 1);
  conflicts = lev_conflict_list (team->members[1].store, NULL);
  g_assert_cmpuint (conflicts->len, ==, 0);
  g_assert_false (
    lev_conflict_is_marked (team->members[1].store,
                            lev_register_lookup (store_fixture_records (&team->members[1]), id),
                            "name"));
}

/* A file that has not come yet holds up what follows on it, and nothing of anyone else. */
static void
test_waiting (TeamFixture  *team,
              gconstpointer data)
{
  g_autofree char *aside = g_build_filename (team->members[0].folder, "aside", NULL);
  const LevShareResult *result;
  g_autoptr (GPtrArray) files = NULL;

  for (guint i = 0; i < 3; i++)
    {
      store_fixture_add (&team->members[0], "Waterland");
      team_fixture_exchange (team, 0);
    }
  files = team_fixture_list_files (team);
  g_assert_cmpuint (files->len, ==, 3);
  g_assert_cmpint (g_rename (g_ptr_array_index (files, 1), aside), ==, 0);
  store_fixture_add (&team->members[2], "Duinrand");
  team_fixture_exchange (team, 2);

  result = team_fixture_exchange (team, 1);
  g_assert_cmpuint (result->n_received, ==, 2);
  g_assert_cmpuint (result->waiting->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (result->waiting, 0), "Tester"));
  g_assert_cmpuint (result->troubles->len, ==, 0);

  g_assert_cmpint (g_rename (aside, g_ptr_array_index (files, 1)), ==, 0);
  result = team_fixture_exchange (team, 1);
  g_assert_cmpuint (result->n_received, ==, 2);
  g_assert_cmpuint (result->waiting->len, ==, 0);
  team_fixture_exchange (team, 0);
  team_fixture_exchange (team, 2);
  team_fixture_check_equal (team);
}

/* A file that was deleted is written again by whoever has what was in it. */
static void
test_mended (TeamFixture  *team,
             gconstpointer data)
{
  const LevShareResult *result;
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GPtrArray) after = NULL;

  store_fixture_add (&team->members[0], "Waterland");
  team_fixture_exchange (team, 0);
  store_fixture_add (&team->members[0], "Duinrand");
  team_fixture_exchange (team, 0);
  team_fixture_exchange (team, 1);
  files = team_fixture_list_files (team);
  for (guint i = 0; i < files->len; i++)
    g_assert_cmpint (g_remove (g_ptr_array_index (files, i)), ==, 0);

  result = team_fixture_exchange (team, 1);
  g_assert_cmpuint (result->n_sent, ==, 2);
  after = team_fixture_list_files (team);
  g_assert_cmpuint (after->len, ==, 1);
  team_fixture_exchange (team, 0);
  team_fixture_exchange (team, 2);
  team_fixture_check_equal (team);
}

/* More than one file can hold, in one edit and in many. */
static void
test_large (TeamFixture  *team,
            gconstpointer data)
{
  LevRegister *records = store_fixture_records (&team->members[0]);
  g_autoptr (GPtrArray) files = NULL;

  lev_store_begin (team->members[0].store, "Import");
  for (guint i = 0; i < LEV_OPERATION_FILE_MOST; i++)
    lev_register_add (records, LEV_TYPE_SUPPLIER, "name", "Waterland", "number", "L-1", NULL);
  store_fixture_commit (&team->members[0]);
  for (guint i = 0; i < 10; i++)
    store_fixture_add (&team->members[0], "Duinrand");

  team_fixture_exchange (team, 0);
  files = team_fixture_list_files (team);
  g_assert_cmpuint (files->len, ==, 3);
  team_fixture_exchange (team, 1);
  team_fixture_exchange (team, 2);
  team_fixture_check_equal (team);
  g_assert_cmpuint (lev_register_count (store_fixture_records (&team->members[2])), ==,
                    LEV_OPERATION_FILE_MOST + 10);
}

/* Gives the file at @path another content in its place. */
static void
write_over (const char *path,
            const char *text,
            gsize       length)
{
  FILE *file = g_fopen (path, "r+b");

  g_assert_nonnull (file);
  g_assert_cmpuint (fwrite (text, 1, length, file), ==, length);
  fclose (file);
}

/* A copy of a database, and one that was set back to what it was. */
static void
test_copies (TeamFixture  *team,
             gconstpointer data)
{
  StoreFixture *first = &team->members[0];
  g_autofree char *backup = g_build_filename (first->folder, "backup.levman", NULL);
  g_autofree char *set_aside = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  store_fixture_add (first, "Waterland");
  team_fixture_exchange (team, 0);
  g_assert_true (lev_store_backup (first->store, backup, LEV_BACKUP_KEEP, NULL));
  store_fixture_add (first, "Duinrand");
  team_fixture_exchange (team, 0);
  team_fixture_exchange (team, 1);

  /* Put back as a file of its own: another writer, which gets back what it lacks. */
  store_fixture_close (first);
  g_assert_true (lev_backup_restore (backup, first->path, &set_aside, &error));
  store_fixture_open (first, LEV_STORE_WRITE);
  store_fixture_add (first, "Heuvelrug");
  g_assert_cmpuint (team_fixture_exchange (team, 0)->n_received, ==, 1);
  team_fixture_exchange (team, 1);
  team_fixture_exchange (team, 2);
  team_fixture_check_equal (team);

  /* Written over in its place: it is the same writer, and what it lacks comes back under that
   * name; it goes on under another. */
  store_fixture_add (first, "Polder");
  team_fixture_exchange (team, 0);
  store_fixture_close (first);
  g_assert_true (g_file_get_contents (first->path, &text, &length, NULL));
  store_fixture_open (first, LEV_STORE_WRITE);
  store_fixture_add (first, "Strand");
  team_fixture_exchange (team, 0);
  store_fixture_close (first);
  write_over (first->path, text, length);
  store_fixture_open (first, LEV_STORE_WRITE);
  g_assert_cmpuint (team_fixture_exchange (team, 0)->n_received, ==, 1);
  store_fixture_add (first, "Duin");
  team_fixture_exchange (team, 0);
  team_fixture_exchange (team, 1);
  team_fixture_exchange (team, 2);
  team_fixture_check_equal (team);

  /* The same, and work went on before it was noticed: refused, with what to do. */
  store_fixture_add (first, "Haven");
  team_fixture_exchange (team, 0);
  store_fixture_close (first);
  write_over (first->path, text, length);
  store_fixture_open (first, LEV_STORE_WRITE);
  store_fixture_add (first, "Something else");
  g_assert_false (lev_share_run (team->shares[0], first->store, &error));
  g_assert_error (error, LEV_SHARE_ERROR, LEV_SHARE_ERROR_SET_BACK);
}

/* Evidence goes along, also when its record came first, and comes back when it was lost. */
static void
test_evidence (TeamFixture  *team,
               gconstpointer data)
{
  static const char text[] = "Assurance";
  g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  g_autoptr (GBytes) content = g_bytes_new_static (text, strlen (text));
  g_autofree char *folder = NULL;
  g_autoptr (GBytes) read = NULL;
  g_autoptr (GError) error = NULL;

  lev_store_begin (team->members[0].store, "Add evidence");
  lev_register_add (store_fixture_records (&team->members[0]), LEV_TYPE_EVIDENCE, "name", "A.pdf",
                    "sha256", sha256, NULL);
  store_fixture_commit (&team->members[0]);
  team_fixture_exchange (team, 0);
  team_fixture_exchange (team, 1);
  g_assert_null (lev_file_store_read (team->members[1].path, sha256, NULL));

  g_assert_true (lev_file_store_keep (team->members[0].path, sha256, content, &error));
  team_fixture_exchange (team, 0);
  team_fixture_exchange (team, 1);
  read = lev_file_store_read (team->members[1].path, sha256, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (read, content));
  team_fixture_exchange (team, 2);
  team_fixture_check_equal (team);

  /* A file that was changed on the way is not taken. */
  folder = lev_file_store_dup_folder (team->members[1].path);
  {
    g_autofree char *path = lev_file_store_dup_path (team->members[1].path, sha256);
    g_autofree char *shared = g_strdup_printf ("%s/w-%s/f-%s", team->folder,
                                               lev_log_get_writer (
                                                 lev_store_get_log (team->members[0].store)),
                                               sha256);

    g_remove (path);
    team_fixture_write (shared, "Other", -1);
    team_fixture_exchange (team, 1);
    g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  }
}

static gpointer
find (StoreFixture *member,
      gpointer      record)
{
  return lev_register_lookup (store_fixture_records (member), LEV_RECORD (record)->id);
}

/* Two assess the same criterion, which nobody did before: it is one assessment with two scores, not
 * two. Two add a risk to different profiles of a round: each has a number of its own in the end. */
static void
test_same_time (TeamFixture  *team,
                gconstpointer data)
{
  StoreFixture *first = &team->members[0];
  LevReview *review;
  LevDossier *dossiers[2];

  lev_store_begin (first->store, "Round");
  review = store_fixture_add_round (store_fixture_records (first), 2, "2026-2");
  store_fixture_commit (first);
  team_fixture_exchange (team, 0);
  team_fixture_exchange (team, 1);

  for (guint i = 0; i < 2; i++)
    {
      StoreFixture *member = &team->members[i];
      LevReview *own = find (member, review);
      LevRecordList *list = lev_record_get_children (LEV_RECORD (own), LEV_TYPE_DOSSIER);

      dossiers[i] = lev_record_list_peek (list, i);
      lev_store_begin (member->store, "Assess");
      for (guint j = 0; j < 2; j++)
        lev_register_add (store_fixture_records (member), LEV_TYPE_RISK, "dossier", dossiers[i],
                          "number", lev_review_next_number (own, LEV_TYPE_RISK), NULL);
      lev_register_add_only (store_fixture_records (member), LEV_TYPE_KEY_ANSWER,
                             lev_record_list_peek (list, 0), "K1", "dossier",
                             lev_record_list_peek (list, 0), "question", "K1", "explanation",
                             i == 0 ? "Ja" : "Nee", NULL);
      store_fixture_commit (member);
    }
  for (guint i = 0; i < 3; i++)
    {
      team_fixture_exchange (team, 1);
      team_fixture_exchange (team, 0);
    }
  team_fixture_exchange (team, 2);
  team_fixture_check_equal (team);

  for (guint i = 0; i < TEAM_N_MEMBERS; i++)
    {
      LevDossier *dossier = find (&team->members[i], dossiers[0]);
      LevRecordList *answers = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_KEY_ANSWER);
      g_autoptr (GPtrArray)
        twins = lev_numbering_list_twins (store_fixture_records (&team->members[i]));

      g_assert_cmpuint (lev_record_list_get_n (answers), ==, 1);
      g_assert_true (lev_log_has_conflict (lev_store_get_log (team->members[i].store),
                                           LEV_RECORD (lev_record_list_peek (answers, 0))->id,
                                           "explanation"));
      g_assert_cmpuint (twins->len, ==, 0);
      g_assert_cmpint (lev_review_next_number (find (&team->members[i], review), LEV_TYPE_RISK), ==,
                       5);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  team_fixture_add_test ("/share/exchange", test_exchange);
  team_fixture_add_test ("/share/conflict", test_conflict);
  team_fixture_add_test ("/share/waiting", test_waiting);
  team_fixture_add_test ("/share/mended", test_mended);
  team_fixture_add_test ("/share/large", test_large);
  team_fixture_add_test ("/share/copies", test_copies);
  team_fixture_add_test ("/share/evidence", test_evidence);
  team_fixture_add_test ("/share/same-time", test_same_time);

  return g_test_run ();
}
