/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>

#include <glib/gstdio.h>

#include "lev-exchange-error.h"
#include "lev-report.h"
#include "report-fixture.h"

typedef struct
{
  char        *folder;
  char        *path;
  LevRegister *records;
  LevReview   *review;
} Fixture;

static void
fixture_set_up (Fixture      *fixture,
                gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("levman-report-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "rapport.xlsx", NULL);
  fixture->records = report_fixture_new (REPORT_FIXTURE_NORMAL, 24, &fixture->review);
}

static void
fixture_tear_down (Fixture      *fixture,
                   gconstpointer data)
{
  g_assert_finalize_object (fixture->records);
  g_unlink (fixture->path);
  /* Nothing else was left behind. */
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
progress_cb (double      fraction,
             const char *message,
             gpointer    user_data)
{
  double *last = user_data;

  g_assert_cmpfloat (fraction, >=, *last);
  g_assert_cmpfloat (fraction, <, 1);
  g_assert_nonnull (message);
  *last = fraction;
}

static void
test_progress (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  double last = 0;

  lev_report_write (fixture->review,
                    &(LevReportOptions) {
                      .progress = progress_cb,
                      .progress_data = &last,
                    },
                    fixture->path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (last, >=, 0.9);
}

static void
cancel_cb (double      fraction,
           const char *message,
           gpointer    user_data)
{
  if (fraction > 0.5)
    g_cancellable_cancel (user_data);
}

/* An older report stays whole when a new one does not come about. */
static void
test_cancel (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;

  g_file_set_contents (fixture->path, "het oude rapport", -1, NULL);
  g_assert_false (lev_report_write (fixture->review,
                                    &(LevReportOptions) {
                                      .progress = cancel_cb,
                                      .progress_data = cancellable,
                                    },
                                    fixture->path, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_file_get_contents (fixture->path, &content, NULL, NULL);
  g_assert_cmpstr (content, ==, "het oude rapport");
}

static void
test_no_folder (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (
    lev_report_write (fixture->review, NULL, "/nergens/hier/rapport.xlsx", NULL, &error));
  g_assert_error (error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_WRITE);
}

static void
test_repeatable (Fixture      *fixture,
                 gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  gsize first_size, second_size;

  g_assert_true (lev_report_write (fixture->review, NULL, fixture->path, NULL, NULL));
  g_file_get_contents (fixture->path, &first, &first_size, NULL);
  g_assert_true (lev_report_write (fixture->review, NULL, fixture->path, NULL, NULL));
  g_file_get_contents (fixture->path, &second, &second_size, NULL);
  g_assert_cmpmem (first, first_size, second, second_size);
}

#define ADD(path, function) \
  g_test_add ("/report/" path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  ADD ("progress", test_progress);
  ADD ("cancel", test_cancel);
  ADD ("no-folder", test_no_folder);
  ADD ("repeatable", test_repeatable);

  return g_test_run ();
}
