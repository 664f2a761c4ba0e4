#include "lev-example.h"

#include "lev-handbook-content.h"
#include "lev-steps.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#define EXAMPLE_FOLDER "/nl/levman/Review/example/"
#define EXAMPLE_SEED   "levman-review example"

static gboolean
run_script (LevSteps   *steps,
            const char *name,
            GError    **error)
{
  g_autofree char *path = g_strconcat (EXAMPLE_FOLDER, name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autofree char *text = NULL;

  if (bytes == NULL)
    return FALSE;

  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  return lev_steps_run_script (steps, text, name, error);
}

/* The scripts, by name: their numbers give the order. */
static gboolean
run_scripts (LevSteps          *steps,
             LevExampleProgress progress,
             gpointer           progress_data,
             GError           **error)
{
  g_auto (GStrv)
    names = g_resources_enumerate_children (EXAMPLE_FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  if (names == NULL)
    return FALSE;

  for (guint i = 0; names[i] != NULL; i++)
    g_ptr_array_add (sorted, names[i]);
  g_ptr_array_sort_values (sorted, (GCompareFunc) g_strcmp0);

  for (guint i = 0; i < sorted->len; i++)
    {
      if (progress != NULL)
        progress ((double) i / sorted->len,
                  i == 0 ? _("Suppliers, contracts and people…") : _("A round from step to step…"),
                  progress_data);
      if (!run_script (steps, g_ptr_array_index (sorted, i), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
fill (const char        *path,
      char              *archive_folder,
      LevExampleProgress progress,
      gpointer           progress_data,
      GCancellable      *cancellable,
      GError           **error)
{
  g_autoptr (LevStore) store = lev_store_open (path, LEV_STORE_CREATE, error);
  LevSteps steps = { .store = store, .archive_folder = archive_folder, .cancellable = cancellable };
  gboolean filled;

  if (store == NULL)
    return FALSE;

  steps.records = lev_store_get_records (store);
  lev_register_set_id_seed (steps.records, EXAMPLE_SEED);
  lev_clock_set (lev_moment_parse ("2025-08-25T08:00:00Z"));
  lev_store_set_author (store, "Levman Review");

  lev_store_begin (store, _("Add the handbook"));
  filled = lev_handbook_add_default (steps.records, error) != NULL;
  if (filled)
    filled = lev_store_commit (store, error) &&
             run_scripts (&steps, progress, progress_data, error);
  else
    lev_store_abandon (store);
  lev_clock_set (0);

  return filled;
}

/* Removes @path and, of a folder, what is in it; links are not followed. */
static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    dir = g_dir_open (path, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

char *
lev_example_dup_archive (const char *path)
{
  return g_strconcat (path, "-archief", NULL);
}

gboolean
lev_example_write (const char        *path,
                   LevExampleProgress progress,
                   gpointer           progress_data,
                   GCancellable      *cancellable,
                   GError           **error)
{
  g_autofree char *archive_folder = lev_example_dup_archive (path);
  gboolean existed = g_file_test (path, G_FILE_TEST_EXISTS);
  gboolean had_archive = g_file_test (archive_folder, G_FILE_TEST_EXISTS);

  if (fill (path, archive_folder, progress, progress_data, cancellable, error))
    return TRUE;

  if (!existed)
    g_unlink (path);
  if (!had_archive)
    remove_tree (archive_folder);

  return FALSE;
}
