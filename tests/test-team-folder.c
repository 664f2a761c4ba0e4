/* The team folder: what is in it that cannot be used, and what comes and goes. */

#include "team-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* Whatever stands in the folder beside the files: nothing of it is taken in, and what cannot be
 * used of what looks like a file is said. */
static void
test_foreign (TeamFixture  *team,
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
  team_fixture_exchange (team, 0);
  files = team_fixture_list_files (team);
  folder = g_path_get_dirname (g_ptr_array_index (files, 0));
  g_assert_true (g_file_get_contents (g_ptr_array_index (files, 0), &text, &length, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      team_fixture_write (path, text, (gssize) length);
    }
  before = store_fixture_dump (team->members[1].store, TRUE);

  /* Cut off at each place, and with each byte changed. */
  for (gsize i = 0; i < length; i += 7)
    {
      g_autofree char *damaged = g_memdup2 (text, length);
      const LevShareResult *result;

      damaged[i] ^= 4;
      team_fixture_write (g_ptr_array_index (files, 0), damaged,
                          (gssize) (i % 2 == 0 ? length : i));
      result = team_fixture_exchange (team, 1);
      if (result->n_received > 0)
        g_error ("byte %" G_GSIZE_FORMAT " of %s", i, text);
      g_assert_cmpuint (result->troubles->len, ==, 1);
    }
  after = store_fixture_dump (team->members[1].store, TRUE);
  g_assert_cmpstr (before, ==, after);

  /* Bytes behind the last line do no harm. */
  {
    g_autofree char *longer = g_strconcat (text, "more\n{\"end\":", NULL);

    team_fixture_write (g_ptr_array_index (files, 0), longer, -1);
  }
  g_assert_cmpuint (team_fixture_exchange (team, 1)->n_received, ==, 1);
  team_fixture_exchange (team, 2);
  team_fixture_check_equal (team);
}

/* A file that is right by its sum, and holds what cannot be: refused whole, and told. */
static void
test_hostile (TeamFixture  *team,
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

      /* It may be on its way at the first look; at the second it is told. */
      team_fixture_write (path, text, -1);
      team_fixture_exchange (team, 1);
      result = team_fixture_exchange (team, 1);
      g_assert_cmpuint (result->n_received, ==, 0);
      g_assert_cmpuint (result->troubles->len, ==, 1);
      g_remove (path);
    }
  after = store_fixture_dump (team->members[1].store, TRUE);
  g_assert_cmpstr (before, ==, after);
}

/* A link in the place of a writer's folder leads nowhere. */
static void
test_link (TeamFixture  *team,
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
test_unreachable (TeamFixture  *team,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  store_fixture_add (&team->members[0], "Waterland");
  g_assert_cmpint (g_rmdir (team->folder), ==, 0);
  g_assert_false (lev_share_run (team->shares[0], team->members[0].store, &error));
  g_assert_error (error, LEV_SHARE_ERROR, LEV_SHARE_ERROR_UNREACHABLE);
  g_assert_nonnull (strstr (error->message, team->folder));

  g_assert_cmpint (g_mkdir (team->folder, 0700), ==, 0);
  g_assert_cmpuint (team_fixture_exchange (team, 0)->n_sent, ==, 1);
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
shake (TeamFixture *team,
       GRand       *rand)
{
  g_autoptr (GPtrArray) files = team_fixture_list_files (team);

  for (guint i = 0; i < files->len; i++)
    if (g_rand_int (rand) % 5 == 0)
      {
        g_autofree char *aside = g_strconcat (g_ptr_array_index (files, i), ".tmp", NULL);

        g_rename (g_ptr_array_index (files, i), aside);
      }
}

static void
settle (TeamFixture *team)
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
test_random (TeamFixture  *team,
             gconstpointer data)
{
  GRand *rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 150; round++)
    {
      guint member = g_rand_int (rand) % TEAM_N_MEMBERS;

      change (&team->members[member], rand);
      if (g_rand_int (rand) % 3 == 0)
        {
          shake (team, rand);
          team_fixture_exchange (team, g_rand_int (rand) % TEAM_N_MEMBERS);
          if (g_rand_int (rand) % 2 == 0)
            settle (team);
        }
      if (round % 40 == 39)
        store_fixture_open (&team->members[member], LEV_STORE_WRITE);
    }
  settle (team);
  for (guint i = 0; i < 2 * TEAM_N_MEMBERS; i++)
    team_fixture_exchange (team, i % TEAM_N_MEMBERS);
  team_fixture_check_equal (team);

  for (guint i = 0; i < TEAM_N_MEMBERS; i++)
    store_fixture_open (&team->members[i], LEV_STORE_WRITE);
  team_fixture_check_equal (team);
  g_rand_free (rand);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  team_fixture_add_test ("/team-folder/foreign", test_foreign);
  team_fixture_add_test ("/team-folder/hostile", test_hostile);
  team_fixture_add_test ("/team-folder/link", test_link);
  team_fixture_add_test ("/team-folder/unreachable", test_unreachable);
  team_fixture_add_test ("/team-folder/random", test_random);

  return g_test_run ();
}
