/* The team folder: what several databases exchange, whatever happens to the files between them. */

#include "lev-conflict.h"
#include "lev-file-store.h"
#include "lev-numbering.h"
#include "lev-share.h"
#include "lev-team-folder.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define N_MEMBERS (3)

typedef struct
{
  StoreFixture members[N_MEMBERS];
  LevShare    *shares[N_MEMBERS];
  char        *folder;
} Team;

static void
team_set_up (Team         *self,
             gconstpointer data)
{
  for (guint i = 0; i < N_MEMBERS; i++)
    {
      store_fixture_set_up (&self->members[i], NULL);
      store_fixture_open (&self->members[i], LEV_STORE_CREATE);
    }
  self->folder = g_build_filename (self->members[0].folder, "team", NULL);
  g_assert_cmpint (g_mkdir (self->folder, 0700), ==, 0);
  for (guint i = 0; i < N_MEMBERS; i++)
    self->shares[i] = lev_share_new (self->folder);
}

static void
team_tear_down (Team         *self,
                gconstpointer data)
{
  for (guint i = 0; i < N_MEMBERS; i++)
    lev_share_free (self->shares[i]);
  for (guint i = N_MEMBERS; i > 0; i--)
    store_fixture_tear_down (&self->members[i - 1], NULL);
  g_free (self->folder);
}

static const LevShareResult *
exchange (Team *self,
          guint member)
{
  g_autoptr (GError) error = NULL;

  lev_share_run (self->shares[member], self->members[member].store, &error);
  g_assert_no_error (error);

  return lev_share_get_result (self->shares[member]);
}

/* What is in all databases alike; whether it is right by their logs. */
static void
check_equal (Team *self)
{
  g_autofree char *first = store_fixture_dump (self->members[0].store, FALSE);

  for (guint i = 0; i < N_MEMBERS; i++)
    {
      g_autofree char *dump = store_fixture_dump (self->members[i].store, FALSE);
      g_autoptr (GError) error = NULL;

      lev_store_check_log (self->members[i].store, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (dump, ==, first);
    }
}

/* (element-type utf8): the paths of the files of operations in the folder, in their order. */
static GPtrArray *
list_files (Team *self)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char *writer;

  while ((writer = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, writer, NULL);
      g_autoptr (GDir) files = g_dir_open (path, 0, NULL);
      const char *name;

      while (files != NULL && (name = g_dir_read_name (files)) != NULL)
        if (lev_operation_file_is_name (name))
          g_ptr_array_add (paths, g_build_filename (path, name, NULL));
    }
  g_ptr_array_sort_values (paths, (GCompareFunc) strcmp);

  return paths;
}

/* What one made the others see; what the folder has already is not written again. */
static void
test_exchange (Team         *team,
               gconstpointer data)
{
  g_autofree char *id = g_strdup (
    LEV_RECORD (store_fixture_add (&team->members[0], "Waterland é 😀 \"\n"))->id);
  const LevShareResult *result = exchange (team, 0);
  g_autoptr (GPtrArray) files = NULL;

  g_assert_cmpuint (result->n_sent, ==, 1);
  g_assert_cmpuint (result->n_received, ==, 0);
  g_assert_cmpuint (result->n_others, ==, 0);

  result = exchange (team, 1);
  g_assert_cmpuint (result->n_received, ==, 1);
  g_assert_cmpuint (result->n_sent, ==, 0);
  g_assert_cmpuint (result->n_others, ==, 1);
  g_assert_cmpstr (store_fixture_get_name (&team->members[1], id), ==, "Waterland é 😀 \"\n");

  store_fixture_set_name (&team->members[1], id, "Duinrand");
  exchange (team, 1);
  exchange (team, 0);
  exchange (team, 2);
  g_assert_cmpstr (store_fixture_get_name (&team->members[2], id), ==, "Duinrand");
  check_equal (team);

  result = exchange (team, 0);
  g_assert_cmpuint (result->n_sent + result->n_received, ==, 0);
  files = list_files (team);
  g_assert_cmpuint (files->len, ==, 2);
}

/* Chooses a version of the only conflict, durably. */
static void
choose (Team *team,
        guint member,
        guint version)
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
check_settled (Team       *team,
               const char *id)
{
  for (guint i = 0; i < N_MEMBERS; i++)
    g_assert_false (lev_log_has_conflict (lev_store_get_log (team->members[i].store), id, "name"));
  check_equal (team);
}

/* Two changed the same field: it is marked on both sides, and one choice settles it. */
static void
test_conflict (Team         *team,
               gconstpointer data)
{
  g_autofree char *id = g_strdup (
    LEV_RECORD (store_fixture_add (&team->members[0], "Waterland"))->id);
  g_autoptr (GPtrArray) conflicts = NULL;

  exchange (team, 0);
  exchange (team, 1);
  store_fixture_set_name (&team->members[0], id, "Ours");
  store_fixture_set_name (&team->members[1], id, "Theirs");
  exchange (team, 0);
  exchange (team, 1);
  exchange (team, 0);
  for (guint i = 0; i < 2; i++)
    g_assert_true (lev_log_has_conflict (lev_store_get_log (team->members[i].store), id, "name"));
  choose (team, 0, 0);
  for (guint i = 0; i < N_MEMBERS; i++)
    exchange (team, i);
  check_settled (team, id);

  /* The other way round: the one that was not shown. */
  store_fixture_set_name (&team->members[0], id, "One");
  store_fixture_set_name (&team->members[1], id, "Two");
  exchange (team, 0);
  exchange (team, 1);
  choose (team, 1, 1);
  for (guint i = 0; i < N_MEMBERS; i++)
    exchange (team, (i + 1) % N_MEMBERS);
  check_settled (team, id);

  /* The same value from both is nothing to choose from. */
  store_fixture_set_name (&team->members[0], id, "Same");
  store_fixture_set_name (&team->members[1], id, "Same");
  exchange (team, 0);
  exchange (team, 1);
  conflicts = lev_conflict_list (team->members[1].store, NULL);
  g_assert_cmpuint (conflicts->len, ==, 0);
  g_assert_false (
    lev_conflict_is_marked (team->members[1].store,
                            lev_register_lookup (store_fixture_records (&team->members[1]), id),
                            "name"));
}

/* A file that has not come yet holds up what follows on it, and nothing of anyone else. */
static void
test_waiting (Team         *team,
              gconstpointer data)
{
  g_autofree char *aside = g_build_filename (team->members[0].folder, "aside", NULL);
  const LevShareResult *result;
  g_autoptr (GPtrArray) files = NULL;

  for (guint i = 0; i < 3; i++)
    {
      store_fixture_add (&team->members[0], "Waterland");
      exchange (team, 0);
    }
  files = list_files (team);
  g_assert_cmpuint (files->len, ==, 3);
  g_assert_cmpint (g_rename (g_ptr_array_index (files, 1), aside), ==, 0);
  store_fixture_add (&team->members[2], "Duinrand");
  exchange (team, 2);

  result = exchange (team, 1);
  g_assert_cmpuint (result->n_received, ==, 2);
  g_assert_cmpuint (result->waiting->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (result->waiting, 0), "Tester"));
  g_assert_cmpuint (result->troubles->len, ==, 0);

  g_assert_cmpint (g_rename (aside, g_ptr_array_index (files, 1)), ==, 0);
  result = exchange (team, 1);
  g_assert_cmpuint (result->n_received, ==, 2);
  g_assert_cmpuint (result->waiting->len, ==, 0);
  exchange (team, 0);
  exchange (team, 2);
  check_equal (team);
}

/* A file that was deleted is written again by whoever has what was in it. */
static void
test_mended (Team         *team,
             gconstpointer data)
{
  const LevShareResult *result;
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GPtrArray) after = NULL;

  store_fixture_add (&team->members[0], "Waterland");
  exchange (team, 0);
  store_fixture_add (&team->members[0], "Duinrand");
  exchange (team, 0);
  exchange (team, 1);
  files = list_files (team);
  for (guint i = 0; i < files->len; i++)
    g_assert_cmpint (g_remove (g_ptr_array_index (files, i)), ==, 0);

  result = exchange (team, 1);
  g_assert_cmpuint (result->n_sent, ==, 2);
  after = list_files (team);
  g_assert_cmpuint (after->len, ==, 1);
  exchange (team, 0);
  exchange (team, 2);
  check_equal (team);
}

static void
set_contents (const char *path,
              const char *text,
              gssize      length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, length, &error);
  g_assert_no_error (error);
}

/* Whatever stands in the folder beside the files: nothing of it is taken in, and what cannot be
 * used of what looks like a file is said. */
static void
test_foreign (Team         *team,
              gconstpointer data)
{
  g_autoptr (GPtrArray) files = NULL;
  g_autofree char *text = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length;
  static const char *const names[] = {
    "desktop.ini", "s-0000000001-0123456789abcdef (conflicted copy).ops",
    "s-0000000001-0123456789abcdef.ops.tmp", "S-0000000001-0123456789ABCDEF.OPS",
  };

  store_fixture_add (&team->members[0], "Waterland");
  exchange (team, 0);
  files = list_files (team);
  folder = g_path_get_dirname (g_ptr_array_index (files, 0));
  g_assert_true (g_file_get_contents (g_ptr_array_index (files, 0), &text, &length, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      set_contents (path, text, (gssize) length);
    }
  before = store_fixture_dump (team->members[1].store, TRUE);

  /* Cut off at each place, and with each byte changed. */
  for (gsize i = 0; i < length; i += 7)
    {
      g_autofree char *damaged = g_memdup2 (text, length);
      const LevShareResult *result;

      damaged[i] ^= 4;
      set_contents (g_ptr_array_index (files, 0), damaged, (gssize) (i % 2 == 0 ? length : i));
      result = exchange (team, 1);
      if (result->n_received > 0)
        g_error ("byte %" G_GSIZE_FORMAT " of %s", i, text);
      g_assert_cmpuint (result->troubles->len, ==, 1);
    }
  after = store_fixture_dump (team->members[1].store, TRUE);
  g_assert_cmpstr (before, ==, after);

  /* Bytes behind the last line do no harm. */
  {
    g_autofree char *longer = g_strconcat (text, "more\n{\"end\":", NULL);

    set_contents (g_ptr_array_index (files, 0), longer, -1);
  }
  g_assert_cmpuint (exchange (team, 1)->n_received, ==, 1);
  exchange (team, 2);
  check_equal (team);
}

/* A file that is right by its sum, and holds what cannot be: refused whole, and told. */
static void
test_hostile (Team         *team,
              gconstpointer data)
{
  static const char *const lines[] = {
    "{\"sequence\":1,\"clock\":1,\"kind\":\"supplier\",\"record\":\"x\",\"field\":\"name\","
    "\"value\":\"a\"}",
    "{\"sequence\":1,\"clock\":4611686018427387904,\"kind\":\"supplier\",\"record\":"
    "\"00000000-0000-4000-a000-000000000001\",\"field\":\"name\",\"value\":\"a\"}",
    "{\"sequence\":2,\"clock\":1,\"kind\":\"supplier\",\"record\":"
    "\"00000000-0000-4000-a000-000000000001\",\"field\":\"name\",\"value\":\"a\"}",
    "{\"sequence\":1,\"clock\":1,\"kind\":\"supplier\",\"record\":"
    "\"00000000-0000-4000-a000-000000000001\",\"field\":\"name\",\"value\":[\"a\"]}",
    "{\"sequence\":1,\"clock\":1,\"record\":"
    "\"00000000-0000-4000-a000-000000000001\",\"field\":\"name\",\"value\":\"a\"}",
    "[]",
    "",
  };
  g_autofree char *folder = g_build_filename (team->folder, "w-0123456789abcdef", NULL);
  g_autofree char *before = store_fixture_dump (team->members[1].store, TRUE);
  g_autofree char *after = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *body = g_strdup_printf (
        "{\"format\":\"levman-operations\",\"version\":1,\"writer\":\"0123456789abcdef\","
        "\"first\":1,\"last\":1,\"author\":\"X\"}\n"
        "{\"edit\":\"E\",\"author\":\"X\",\"moment\":\"2026-11-23T09:00:00Z\"}\n%s\n",
        lines[i]);
      g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, body, -1);
      g_autofree char *text = g_strdup_printf ("%s{\"end\":1,\"sha256\":\"%s\"}\n", body, sum);
      g_autofree char *name = g_strdup_printf ("s-0000000001-%.16s.ops", sum);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      const LevShareResult *result;

      set_contents (path, text, -1);
      result = exchange (team, 1);
      g_assert_cmpuint (result->n_received, ==, 0);
      g_assert_cmpuint (result->troubles->len, ==, 1);
      g_remove (path);
    }
  after = store_fixture_dump (team->members[1].store, TRUE);
  g_assert_cmpstr (before, ==, after);
}

/* A link in the place of a writer's folder leads nowhere. */
static void
test_link (Team         *team,
           gconstpointer data)
{
  g_autofree char *elsewhere = g_build_filename (team->members[0].folder, "elsewhere", NULL);
  g_autofree char *name = g_strconcat ("w-",
                                       lev_log_get_writer (
                                         lev_store_get_log (team->members[0].store)),
                                       NULL);
  g_autofree char *link_path = g_build_filename (team->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;

  g_mkdir (elsewhere, 0700);
  g_assert_cmpint (symlink (elsewhere, link_path), ==, 0);
  store_fixture_add (&team->members[0], "Waterland");
  g_assert_false (lev_share_run (team->shares[0], team->members[0].store, &error));
  g_assert_error (error, LEV_SHARE_ERROR, LEV_SHARE_ERROR_UNREACHABLE);
  dir = g_dir_open (elsewhere, 0, NULL);
  g_assert_null (g_dir_read_name (dir));
}

static void
test_unreachable (Team         *team,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  store_fixture_add (&team->members[0], "Waterland");
  g_assert_cmpint (g_rmdir (team->folder), ==, 0);
  g_assert_false (lev_share_run (team->shares[0], team->members[0].store, &error));
  g_assert_error (error, LEV_SHARE_ERROR, LEV_SHARE_ERROR_UNREACHABLE);
  g_assert_nonnull (strstr (error->message, team->folder));

  g_assert_cmpint (g_mkdir (team->folder, 0700), ==, 0);
  g_assert_cmpuint (exchange (team, 0)->n_sent, ==, 1);
}

/* More than one file can hold, in one edit and in many. */
static void
test_large (Team         *team,
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

  exchange (team, 0);
  files = list_files (team);
  g_assert_cmpuint (files->len, ==, 3);
  exchange (team, 1);
  exchange (team, 2);
  check_equal (team);
  g_assert_cmpuint (lev_register_count (store_fixture_records (&team->members[2])), ==,
                    LEV_OPERATION_FILE_MOST + 10);
}

/* A copy of a database, and one that was set back to what it was. */
static void
test_copies (Team         *team,
             gconstpointer data)
{
  StoreFixture *first = &team->members[0];
  g_autofree char *backup = g_build_filename (first->folder, "backup.levman", NULL);
  g_autofree char *set_aside = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  store_fixture_add (first, "Waterland");
  exchange (team, 0);
  g_assert_true (lev_store_backup (first->store, backup, LEV_BACKUP_KEEP, NULL));
  store_fixture_add (first, "Duinrand");
  exchange (team, 0);
  exchange (team, 1);

  /* Put back as a file of its own: another writer, which gets back what it lacks. */
  store_fixture_close (first);
  g_assert_true (lev_backup_restore (backup, first->path, &set_aside, &error));
  store_fixture_open (first, LEV_STORE_WRITE);
  store_fixture_add (first, "Heuvelrug");
  g_assert_cmpuint (exchange (team, 0)->n_received, ==, 1);
  exchange (team, 1);
  exchange (team, 2);
  check_equal (team);

  /* Written over in its place: it is the same writer, and what it lacks comes back under that
   * name; it goes on under another. */
  store_fixture_add (first, "Polder");
  exchange (team, 0);
  store_fixture_close (first);
  g_assert_true (g_file_get_contents (first->path, &text, &length, NULL));
  store_fixture_open (first, LEV_STORE_WRITE);
  store_fixture_add (first, "Strand");
  exchange (team, 0);
  store_fixture_close (first);
  {
    FILE *file = g_fopen (first->path, "r+b");

    g_assert_cmpuint (fwrite (text, 1, length, file), ==, length);
    fclose (file);
  }
  store_fixture_open (first, LEV_STORE_WRITE);
  g_assert_cmpuint (exchange (team, 0)->n_received, ==, 1);
  store_fixture_add (first, "Duin");
  exchange (team, 0);
  exchange (team, 1);
  exchange (team, 2);
  check_equal (team);

  /* The same, and work went on before it was noticed: refused, with what to do. */
  store_fixture_add (first, "Haven");
  exchange (team, 0);
  store_fixture_close (first);
  {
    FILE *file = g_fopen (first->path, "r+b");

    g_assert_cmpuint (fwrite (text, 1, length, file), ==, length);
    fclose (file);
  }
  store_fixture_open (first, LEV_STORE_WRITE);
  store_fixture_add (first, "Something else");
  g_assert_false (lev_share_run (team->shares[0], first->store, &error));
  g_assert_error (error, LEV_SHARE_ERROR, LEV_SHARE_ERROR_SET_BACK);
}

/* Evidence goes along, also when its record came first, and comes back when it was lost. */
static void
test_evidence (Team         *team,
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
  exchange (team, 0);
  exchange (team, 1);
  g_assert_null (lev_file_store_read (team->members[1].path, sha256, NULL));

  g_assert_true (lev_file_store_keep (team->members[0].path, sha256, content, &error));
  exchange (team, 0);
  exchange (team, 1);
  read = lev_file_store_read (team->members[1].path, sha256, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (read, content));
  exchange (team, 2);
  check_equal (team);

  /* A file that was changed on the way is not taken. */
  folder = lev_file_store_dup_folder (team->members[1].path);
  {
    g_autofree char *path = lev_file_store_dup_path (team->members[1].path, sha256);
    g_autofree char *shared = g_strdup_printf ("%s/w-%s/f-%s", team->folder,
                                               lev_log_get_writer (
                                                 lev_store_get_log (team->members[0].store)),
                                               sha256);

    g_remove (path);
    set_contents (shared, "Other", -1);
    exchange (team, 1);
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
test_same_time (Team         *team,
                gconstpointer data)
{
  StoreFixture *first = &team->members[0];
  LevReview *review;
  LevDossier *dossiers[2];

  lev_store_begin (first->store, "Round");
  review = store_fixture_add_round (store_fixture_records (first), 2, "2026-2");
  store_fixture_commit (first);
  exchange (team, 0);
  exchange (team, 1);

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
      exchange (team, 1);
      exchange (team, 0);
    }
  exchange (team, 2);
  check_equal (team);

  for (guint i = 0; i < N_MEMBERS; i++)
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

/* One change of one member. */
static void
change (StoreFixture *member,
        GRand        *rand)
{
  LevRecordList *suppliers = lev_register_list (store_fixture_records (member), LEV_TYPE_SUPPLIER);
  guint n = lev_record_list_get_n (suppliers);
  g_autofree char *name = g_strdup_printf ("Name %u", g_rand_int (rand) % 1000);
  guint what = n == 0 ? 0 : g_rand_int (rand) % 6;
  LevRecord *record = n > 0 ? lev_record_list_peek (suppliers, g_rand_int (rand) % n) : NULL;

  switch (what)
    {
    case 0:
      store_fixture_add (member, name);
      break;
    case 1:
      lev_store_begin (member->store, "Delete");
      lev_register_delete (store_fixture_records (member), record);
      store_fixture_commit (member);
      break;
    case 2:
      lev_store_undo (member->store, NULL, NULL);
      break;
    case 3:
      lev_store_begin (member->store, "Fill");
      store_fixture_fill (store_fixture_records (member), record, (int) (g_rand_int (rand) % 9));
      store_fixture_commit (member);
      break;
    default:
      store_fixture_set_name (member, record->id, name);
      break;
    }
}

/* Some of the files are not there for a while. */
static void
shake (Team  *team,
       GRand *rand)
{
  g_autoptr (GPtrArray) files = list_files (team);

  for (guint i = 0; i < files->len; i++)
    if (g_rand_int (rand) % 5 == 0)
      {
        g_autofree char *aside = g_strconcat (g_ptr_array_index (files, i), ".tmp", NULL);

        g_rename (g_ptr_array_index (files, i), aside);
      }
}

static void
settle (Team *team)
{
  g_autoptr (GDir) folder = g_dir_open (team->folder, 0, NULL);
  const char *writer;

  while ((writer = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (team->folder, writer, NULL);
      g_autoptr (GDir) files = g_dir_open (path, 0, NULL);
      const char *name;

      while ((name = g_dir_read_name (files)) != NULL)
        if (g_str_has_suffix (name, ".ops.tmp"))
          {
            g_autofree char *from = g_build_filename (path, name, NULL);
            g_autofree char *to = g_strndup (from, strlen (from) - strlen (".tmp"));

            g_rename (from, to);
          }
    }
}

/* Three work and exchange in any order, while files come and go: in the end all have the same, and
 * no edit is lost. */
static void
test_random (Team         *team,
             gconstpointer data)
{
  GRand *rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 150; round++)
    {
      guint member = g_rand_int (rand) % N_MEMBERS;

      change (&team->members[member], rand);
      if (g_rand_int (rand) % 3 == 0)
        {
          shake (team, rand);
          exchange (team, g_rand_int (rand) % N_MEMBERS);
          if (g_rand_int (rand) % 2 == 0)
            settle (team);
        }
      if (round % 40 == 39)
        store_fixture_open (&team->members[member], LEV_STORE_WRITE);
    }
  settle (team);
  for (guint i = 0; i < 2 * N_MEMBERS; i++)
    exchange (team, i % N_MEMBERS);
  check_equal (team);

  for (guint i = 0; i < N_MEMBERS; i++)
    store_fixture_open (&team->members[i], LEV_STORE_WRITE);
  check_equal (team);
  g_rand_free (rand);
}

static void
add_test (const char *path, void (*test) (Team *, gconstpointer))
{
  g_test_add (path, Team, NULL, team_set_up, test, team_tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/share/exchange", test_exchange);
  add_test ("/share/conflict", test_conflict);
  add_test ("/share/waiting", test_waiting);
  add_test ("/share/mended", test_mended);
  add_test ("/share/foreign", test_foreign);
  add_test ("/share/hostile", test_hostile);
  add_test ("/share/link", test_link);
  add_test ("/share/unreachable", test_unreachable);
  add_test ("/share/large", test_large);
  add_test ("/share/copies", test_copies);
  add_test ("/share/evidence", test_evidence);
  add_test ("/share/same-time", test_same_time);
  add_test ("/share/random", test_random);

  return g_test_run ();
}
