#include "lev-database-work.h"

#include "lev-backup.h"
#include "lev-job-dialog.h"
#include "lev-location.h"
#include "lev-store-job.h"
#include "lev-window.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

typedef struct
{
  char   *from;      /* the backup, or the database as it was */
  char   *path;      /* where the database is afterwards */
  char   *set_aside; /* where the old file is now */
  char   *lost;      /* which evidence has no file any more */
  GError *problem;   /* what went wrong beside the error */
} Work;

static Work *
work_new (const char *from,
          const char *path)
{
  Work *self = g_new0 (Work, 1);

  self->from = g_strdup (from);
  self->path = g_strdup (path);

  return self;
}

static void
work_free (gpointer data)
{
  Work *self = data;

  g_free (self->from);
  g_free (self->path);
  g_free (self->set_aside);
  g_free (self->lost);
  g_clear_error (&self->problem);
  g_free (self);
}

static void
show_error (LevApplication *application,
            const char     *heading,
            const GError   *error)
{
  lev_job_dialog_show_error (lev_application_ensure_window (application), heading, error, NULL);
}

/* Says that something is done; when evidence has no file any more, that is said instead. */
static void
tell_done (LevApplication *application,
           const Work     *self,
           const char     *message)
{
  g_autofree char *but = NULL;
  g_autoptr (GError) error = NULL;

  if (self->lost == NULL)
    {
      lev_application_toast (application, message, NULL, NULL);
      return;
    }

  but = g_strdup_printf (_("But %s. Add it once more from where it came."), self->lost);
  error = g_error_new (LEV_STORE_ERROR, LEV_STORE_ERROR_NOT_FOUND, "%s.\n\n%s", message, but);
  show_error (application, _("Missing evidence"), error);
}

gboolean
lev_database_work_make_folder (const char *path,
                               GError    **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
               _("The folder ‘%s’ cannot be made: %s"), folder, g_strerror (errno));
  return FALSE;
}

/* Opens what has its place now, which is not cancelled any more; in a move the file of before goes
 * aside. */
static LevStore *
open_in_place (Work     *self,
               LevStore *moved,
               LevJob   *job,
               GError  **error)
{
  g_autoptr (GCancellable) calm = g_cancellable_new ();
  LevStore *store;

  lev_job_tell (0.6, _("The database is checked, read and backed up"), job);
  g_cancellable_push_current (calm);
  store = lev_store_open (self->path, LEV_STORE_WRITE, error);
  if (store != NULL)
    self->lost = lev_store_describe_lost (store);
  if (store != NULL && moved != NULL)
    {
      /* From here on the new one counts; that the old one stays is no more than untidy. */
      g_object_unref (moved);
      lev_backup_set_aside (self->from, &self->set_aside, &self->problem);
    }
  g_cancellable_pop_current (calm);

  return store;
}

static gboolean
back_up (LevStore    **store,
         LevJob       *job,
         gpointer      data,
         GCancellable *cancellable,
         GError      **error)
{
  Work *self = data;

  lev_job_tell (0, _("The database is copied, and the copy is checked"), job);
  if (!lev_store_backup (*store, self->path, LEV_BACKUP_REPLACE, error))
    return FALSE;
  self->lost = lev_store_describe_lost (*store);

  return TRUE;
}

static void
backed_up_cb (LevApplication *application,
              gpointer        data)
{
  tell_done (application, data, _("The backup is made and checked"));
}

void
lev_database_work_back_up (LevApplication *application,
                           const char     *path)
{
  g_return_if_fail (lev_application_get_store (application) != NULL);

  lev_store_job_run (application, &(LevStoreJob) { .title = _("Making the backup"),
                                                   .failure = _("The backup could not be made"),
                                                   .takes_store = TRUE,
                                                   .func = back_up,
                                                   .done = backed_up_cb,
                                                   .data = work_new (NULL, path),
                                                   .destroy = work_free });
}

static gboolean
move (LevStore    **store,
      LevJob       *job,
      gpointer      data,
      GCancellable *cancellable,
      GError      **error)
{
  Work *self = data;
  LevStore *moved;

  lev_job_tell (0, _("The database is copied, and the copy is checked"), job);
  if (!lev_location_check (self->path, error) ||
      !lev_store_backup (*store, self->path, LEV_BACKUP_KEEP, error))
    return FALSE;

  moved = open_in_place (self, *store, job, error);
  if (moved == NULL)
    return FALSE;
  *store = moved;

  return TRUE;
}

static void
moved_cb (LevApplication *application,
          gpointer        data)
{
  Work *self = data;

  lev_application_set_place (application, self->path);
  if (self->problem == NULL)
    tell_done (application, self, _("The database is moved; the old file is set aside"));
  else
    lev_job_dialog_show_error (lev_application_ensure_window (application),
                               _("The old file is still there"), self->problem,
                               _("The database itself is moved, and open in its new place."));
}

void
lev_database_work_move (LevApplication *application,
                        const char     *folder)
{
  LevStore *store = lev_application_get_store (application);
  const char *path = store != NULL ? lev_store_get_path (store) : NULL;
  g_autofree char *name = path != NULL ? g_path_get_basename (path) : NULL;
  g_autofree char *target = name != NULL ? g_build_filename (folder, name, NULL) : NULL;

  if (store == NULL)
    return;

  lev_store_job_run (application, &(LevStoreJob) { .title = _("Moving the database"),
                                                   .failure = _("The database is not moved"),
                                                   .takes_store = TRUE,
                                                   .func = move,
                                                   .done = moved_cb,
                                                   .data = work_new (path, target),
                                                   .destroy = work_free });
}

/* When the backup is not put back, what was there is opened again. */
static gboolean
restore (LevStore    **store,
         LevJob       *job,
         gpointer      data,
         GCancellable *cancellable,
         GError      **error)
{
  Work *self = data;
  gboolean is_restored;

  /* A whole backup, before the present database is closed for it. */
  lev_job_tell (0, _("The backup is checked"), job);
  if (!lev_backup_verify (self->from, error))
    return FALSE;

  lev_job_tell (0.3, _("The backup takes the place of the database"), job);
  g_clear_object (store);
  is_restored = lev_backup_restore (self->from, self->path, &self->set_aside, error);
  *store = open_in_place (self, NULL, job, is_restored ? error : &self->problem);

  return is_restored && *store != NULL;
}

static void
restored_cb (LevApplication *application,
             gpointer        data)
{
  Work *self = data;

  tell_done (application, self,
             self->set_aside != NULL ? _("The backup is put back; the old file is set aside")
                                     : _("The backup is put back"));
}

static void
not_restored_cb (LevApplication *application,
                 const GError   *error,
                 gpointer        data)
{
  Work *self = data;

  gboolean is_restored = lev_application_get_store (application) == NULL && self->problem == NULL;

  if (lev_application_get_store (application) == NULL)
    lev_window_show_problem (LEV_WINDOW (lev_application_ensure_window (application)), self->path,
                             is_restored ? error : self->problem);
  if (!is_restored && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_error (application, _("The backup is not put back"), error);
}

void
lev_database_work_restore (LevApplication *application,
                           const char     *backup,
                           const char     *path)
{
  lev_store_job_run (application, &(LevStoreJob) { .title = _("Putting the backup back"),
                                                   .failure = _("The backup is not put back"),
                                                   .takes_store = TRUE,
                                                   .func = restore,
                                                   .done = restored_cb,
                                                   .failed = not_restored_cb,
                                                   .data = work_new (backup, path),
                                                   .destroy = work_free });
}

/* A free name for a copy of the file at @path, in the usual folder. */
static char *
find_free_place (const char *path)
{
  g_autofree char *usual = lev_application_dup_usual_place ();
  g_autofree char *folder = g_path_get_dirname (usual);
  g_autofree char *name = g_path_get_basename (path);
  char *place = g_build_filename (folder, name, NULL);

  for (guint count = 2; g_file_test (place, G_FILE_TEST_EXISTS); count++)
    {
      g_autofree char *numbered = g_strdup_printf ("%u-%s", count, name);

      g_free (place);
      place = g_build_filename (folder, numbered, NULL);
    }

  return place;
}

static gboolean
take_over (LevStore    **store,
           LevJob       *job,
           gpointer      data,
           GCancellable *cancellable,
           GError      **error)
{
  Work *self = data;

  lev_job_tell (0, _("The database is copied, and the copy is checked"), job);
  if (!lev_database_work_make_folder (self->path, error) ||
      !lev_backup_restore (self->from, self->path, &self->set_aside, error))
    return FALSE;
  *store = open_in_place (self, NULL, job, error);

  return *store != NULL;
}

static void
taken_over_cb (LevApplication *application,
               gpointer        data)
{
  Work *self = data;

  lev_application_set_place (application, self->path);
  tell_done (application, self, _("The database is now on this computer"));
}

void
lev_database_work_take_over (LevApplication *application,
                             const char     *path)
{
  g_autofree char *place = find_free_place (path);

  lev_store_job_run (application, &(LevStoreJob) { .title = _("Copying the database"),
                                                   .failure = _("The database is not moved"),
                                                   .func = take_over,
                                                   .done = taken_over_cb,
                                                   .data = work_new (path, place),
                                                   .destroy = work_free });
}
