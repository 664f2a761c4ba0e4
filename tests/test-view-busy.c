/* Long work on a large database: the window goes its way meanwhile, and what is cancelled leaves
 * everything as it was. It prints how long the main loop stood still. */

#include "lev-database-work.h"
#include "lev-import-dialog.h"
#include "lev-job-dialog.h"
#include "lev-opening.h"
#include "lev-record-list.h"
#include "lev-store-job.h"
#include "lev-supplier.h"
#include "view-driver.h"
#include "view-fixture.h"

#include <glib/gstdio.h>
#include <time.h>

#define N_SUPPLIERS (10000)
#define N_MORE      (40000) /* takes long enough to be cancelled */

/* The longest that the main thread may work at once, in seconds of its own: what the machine does
 * for others does not count. */
#define BOUND (0.6)

/* How the main loop fares. */
typedef struct
{
  gint64 last;     /* when it went round last */
  gint64 longest;  /* microseconds between two times */
  double last_cpu; /* the same in seconds of work of this thread */
  double longest_cpu;
  guint  n_ticks;
} Pulse;

static LevApplication *application;
static char *folder;
static LevWindow *window;

static double
get_cpu (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return (double) time.tv_sec + (double) time.tv_nsec / 1e9;
}

static gboolean
tick_cb (gpointer data)
{
  Pulse *pulse = data;
  gint64 now = g_get_monotonic_time ();
  double cpu = get_cpu ();

  pulse->longest = MAX (pulse->longest, now - pulse->last);
  pulse->longest_cpu = MAX (pulse->longest_cpu, cpu - pulse->last_cpu);
  pulse->last = now;
  pulse->last_cpu = cpu;
  pulse->n_ticks++;

  return G_SOURCE_CONTINUE;
}

static guint
watch (Pulse *pulse)
{
  *pulse = (Pulse) { .last = g_get_monotonic_time (), .last_cpu = get_cpu () };

  return g_timeout_add_full (G_PRIORITY_HIGH, 2, tick_cb, pulse, NULL);
}

/* Waits for the work to end, and tells how the window fared. */
static void
finish (const char *what,
        Pulse      *pulse,
        guint       source)
{
  gint64 start = g_get_monotonic_time ();
  guint n_meanwhile;

  g_assert_true (lev_store_job_is_running ());
  while (lev_store_job_is_running ())
    g_main_context_iteration (NULL, TRUE);
  n_meanwhile = pulse->n_ticks;
  g_test_message ("%s: %.0f ms, in which the main loop went round %u times", what,
                  (double) (g_get_monotonic_time () - start) / 1e3, n_meanwhile);
  view_fixture_settle ();
  g_source_remove (source);
  g_test_message ("%s: it stood still for at most %.0f ms, of which %.0f ms of work", what,
                  (double) pulse->longest / 1e3, pulse->longest_cpu * 1e3);
  g_assert_cmpuint (n_meanwhile, >, 1);
  g_assert_cmpfloat (pulse->longest_cpu, <, BOUND);
}

/* Cancels the work as soon as it can be seen; %FALSE when it was done before that. */
static gboolean
cancel (void)
{
  while (lev_store_job_is_running ())
    {
      AdwDialog *dialog = adw_application_window_get_visible_dialog (
        ADW_APPLICATION_WINDOW (window));

      if (LEV_IS_JOB_DIALOG (dialog) && view_driver_look (dialog, GTK_TYPE_BUTTON) != NULL)
        {
          view_driver_click (dialog, "Annuleren");
          view_fixture_finish ();
          /* It ends silently. */
          dialog = view_driver_look (window, ADW_TYPE_ALERT_DIALOG);
          if (dialog != NULL)
            g_error ("%s", adw_alert_dialog_get_body (ADW_ALERT_DIALOG (dialog)));
          return TRUE;
        }
      g_main_context_iteration (NULL, TRUE);
    }

  return FALSE;
}

static guint
count_suppliers (void)
{
  return lev_record_list_get_n (
    lev_register_list (lev_application_get_records (application), LEV_TYPE_SUPPLIER));
}

static guint
count_undo (void)
{
  return lev_log_get_undo (lev_store_get_log (lev_application_get_store (application)))->len;
}

static const char *
get_path (void)
{
  return lev_store_get_path (lev_application_get_store (application));
}

static void
assert_whole (guint n_suppliers)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (count_suppliers (), ==, n_suppliers);
  lev_store_check_log (lev_application_get_store (application), &error);
  g_assert_no_error (error);
}

static GBytes *
make_list (const char *letter,
           guint       n_rows)
{
  GString *list = g_string_new ("Leveranciersnummer;Leverancier;Land;Website;Opmerkingen\n");

  for (guint i = 0; i < n_rows; i++)
    g_string_append_printf (list,
                            "%s-%06u;Leverancier %s%06u;Nederland;https://example.org/%u;"
                            "Overgenomen uit de lijst van inkoop, regel %u\n",
                            letter, i, letter, i, i, i);

  return g_string_free_to_bytes (list);
}

/* The dialog with the list, once it is compared. */
static GtkWidget *
show_list (const char *letter,
           guint       n_rows)
{
  g_autoptr (GBytes) list = make_list (letter, n_rows);
  g_autofree char *summary = g_strdup_printf ("%u nieuw", n_rows);
  GtkWidget *dialog;

  lev_import_dialog_show (GTK_WIDGET (window), list);
  view_fixture_iterate (20);
  dialog = view_driver_look (window, LEV_TYPE_IMPORT_DIALOG);
  while (!view_driver_sees (dialog, summary))
    view_fixture_iterate (20);
  g_assert_true (gtk_widget_activate_action (dialog, "import.apply", NULL));

  return dialog;
}

static void
test_import (void)
{
  guint n_before = count_suppliers ();
  guint n_undo = count_undo ();
  Pulse pulse;
  guint source = watch (&pulse);

  show_list ("A", N_SUPPLIERS);
  finish ("import", &pulse, source);
  assert_whole (n_before + N_SUPPLIERS);
  g_assert_cmpuint (count_undo (), ==, n_undo + 1);
  g_assert_null (view_driver_look (window, LEV_TYPE_IMPORT_DIALOG));
}

static void
test_import_cancelled (void)
{
  guint n_before = count_suppliers ();
  guint n_undo = count_undo ();
  GtkWidget *dialog = show_list ("B", N_MORE);

  if (!cancel ())
    {
      g_test_incomplete ("It was done before it could be cancelled");
      return;
    }
  assert_whole (n_before);
  g_assert_cmpuint (count_undo (), ==, n_undo);
  adw_dialog_force_close (ADW_DIALOG (dialog));
  view_fixture_settle ();
}

static void
test_open (void)
{
  g_autofree char *path = g_strdup (get_path ());
  guint n_before = count_suppliers ();
  Pulse pulse;
  guint source;

  lev_application_close (application);
  source = watch (&pulse);
  lev_opening_go_to (application, path, LEV_STORE_WRITE, NULL);
  finish ("open", &pulse, source);
  assert_whole (n_before);
}

/* Cancelled without another database, there is a page to begin; the file is as it was. */
static void
test_open_cancelled (void)
{
  g_autofree char *path = g_strdup (get_path ());
  guint n_before = count_suppliers ();

  lev_application_close (application);
  lev_opening_go_to (application, path, LEV_STORE_WRITE, NULL);
  if (cancel ())
    {
      g_assert_null (lev_application_get_store (application));
      lev_opening_go_to (application, path, LEV_STORE_WRITE, NULL);
      view_fixture_finish ();
    }
  assert_whole (n_before);
}

static void
test_back_up (void)
{
  g_autofree char *path = g_build_filename (folder, "copy.levman", NULL);
  guint n_before = count_suppliers ();
  Pulse pulse;
  guint source = watch (&pulse);

  lev_database_work_back_up (application, path);
  finish ("back-up", &pulse, source);
  g_assert_true (lev_backup_verify (path, NULL));
  assert_whole (n_before);
}

static void
test_restore (void)
{
  g_autofree char *path = g_strdup (get_path ());
  g_autofree char *backup = g_build_filename (folder, "copy.levman", NULL);
  guint n_before = count_suppliers ();
  Pulse pulse;
  guint source = watch (&pulse);

  lev_database_work_restore (application, backup, path);
  finish ("restore", &pulse, source);
  g_assert_cmpstr (get_path (), ==, path);
  assert_whole (n_before);
}

/* How many files there are beside the database, but for what SQLite keeps while it is open. */
static guint
count_files (const char *path)
{
  g_autofree char *place = g_path_get_dirname (path);
  g_autoptr (GDir) dir = g_dir_open (place, 0, NULL);
  const char *name;
  guint n_files = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n_files += !g_str_has_suffix (name, "-journal");

  return n_files;
}

static void
test_restore_cancelled (void)
{
  g_autofree char *path = g_strdup (get_path ());
  g_autofree char *backup = g_build_filename (folder, "copy.levman", NULL);
  guint n_before = count_suppliers ();
  guint n_files = count_files (path);

  lev_application_begin (application, "Na de back-up");
  lev_register_add (lev_application_get_records (application), LEV_TYPE_SUPPLIER, "name",
                    "Na de back-up", NULL);
  g_assert_true (lev_application_commit (application));
  lev_database_work_restore (application, backup, path);
  if (!cancel () || count_suppliers () == n_before)
    {
      g_test_incomplete ("It was done before it could be cancelled");
      return;
    }
  assert_whole (n_before + 1);
  g_assert_cmpuint (count_files (path), ==, n_files);
}

static void
test_move (void)
{
  g_autofree char *old = g_strdup (get_path ());
  g_autofree char *name = g_path_get_basename (old);
  g_autofree char *target = g_build_filename (folder, "moved", NULL);
  g_autofree char *expected = g_build_filename (target, name, NULL);
  guint n_before = count_suppliers ();
  Pulse pulse;
  guint source = watch (&pulse);

  g_assert_cmpint (g_mkdir (target, 0700), ==, 0);
  lev_database_work_move (application, target);
  finish ("move", &pulse, source);
  g_assert_cmpstr (get_path (), ==, expected);
  g_assert_false (g_file_test (old, G_FILE_TEST_EXISTS));
  assert_whole (n_before);
}

/* Half a copy is of no use: nothing is left of it, and the database stays where it is. */
static void
test_move_cancelled (void)
{
  g_autofree char *old = g_strdup (get_path ());
  g_autofree char *target = g_build_filename (folder, "not-moved", NULL);
  guint n_before = count_suppliers ();

  g_assert_cmpint (g_mkdir (target, 0700), ==, 0);
  lev_database_work_move (application, target);
  if (!cancel () || !g_str_equal (get_path (), old))
    {
      g_test_incomplete ("It was done before it could be cancelled");
      return;
    }
  assert_whole (n_before);
  g_assert_cmpint (g_rmdir (target), ==, 0);
}

/* The window stays as long as there is work. */
static void
test_closing (void)
{
  g_autofree char *path = g_build_filename (folder, "again.levman", NULL);

  lev_database_work_back_up (application, path);
  gtk_window_close (GTK_WINDOW (window));
  view_fixture_finish ();
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (window)));
}

static void
add_tests (const char *database)
{
  application = lev_application_get_default ();
  folder = g_path_get_dirname (database);
  window = view_driver_open (application, 1210, 810);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.place", "s", "suppliers");
  view_fixture_settle ();

  g_test_add_func ("/busy/import", test_import);
  g_test_add_func ("/busy/import-cancelled", test_import_cancelled);
  g_test_add_func ("/busy/open", test_open);
  g_test_add_func ("/busy/open-cancelled", test_open_cancelled);
  g_test_add_func ("/busy/back-up", test_back_up);
  g_test_add_func ("/busy/restore", test_restore);
  g_test_add_func ("/busy/restore-cancelled", test_restore_cancelled);
  g_test_add_func ("/busy/move-cancelled", test_move_cancelled);
  g_test_add_func ("/busy/move", test_move);
  g_test_add_func ("/busy/closing", test_closing);
}

int
main (int    argc,
      char **argv)
{
  int status = view_fixture_run (argc, argv, add_tests);

  g_free (folder);

  return status;
}
