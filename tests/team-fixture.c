#include "team-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

static void
set_up (TeamFixture  *self,
        gconstpointer data)
{
  for (guint i = 0; i < TEAM_N_MEMBERS; i++)
    {
      store_fixture_set_up (&self->members[i], NULL);
      store_fixture_open (&self->members[i], LEV_STORE_CREATE);
    }
  self->folder = g_build_filename (self->members[0].folder, "team", NULL);
  g_assert_cmpint (g_mkdir (self->folder, 0700), ==, 0);
  for (guint i = 0; i < TEAM_N_MEMBERS; i++)
    self->shares[i] = lev_share_new (self->folder);
}

static void
tear_down (TeamFixture  *self,
           gconstpointer data)
{
  for (guint i = 0; i < TEAM_N_MEMBERS; i++)
    lev_share_free (self->shares[i]);
  for (guint i = TEAM_N_MEMBERS; i > 0; i--)
    store_fixture_tear_down (&self->members[i - 1], NULL);
  g_free (self->folder);
}

const LevShareResult *
team_fixture_exchange (TeamFixture *self,
                       guint        member)
{
  g_autoptr (GError) error = NULL;

  lev_share_run (self->shares[member], self->members[member].store, &error);
  g_assert_no_error (error);

  return lev_share_get_result (self->shares[member]);
}

void
team_fixture_check_equal (TeamFixture *self)
{
  g_autofree char *first = store_fixture_dump (self->members[0].store, FALSE);

  for (guint i = 0; i < TEAM_N_MEMBERS; i++)
    {
      g_autofree char *dump = store_fixture_dump (self->members[i].store, FALSE);
      g_autoptr (GError) error = NULL;

      lev_store_check_log (self->members[i].store, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (dump, ==, first);
    }
}

GPtrArray *
team_fixture_list_files (TeamFixture *self)
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


void
team_fixture_write (const char *path,
                    const char *text,
                    gssize      length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, length, &error);
  g_assert_no_error (error);
}

void
team_fixture_add_test (const char *path, void (*test) (TeamFixture *team, gconstpointer data))
{
  g_test_add (path, TeamFixture, NULL, set_up, test, tear_down);
}
