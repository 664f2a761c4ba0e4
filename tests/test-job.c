/* Long work: it tells how far it is, can be cancelled, and does not mind what the user changes. */

#include "lev-job.h"
#include "lev-report.h"
#include "report-fixture.h"

#include "lev-records.h"

#include <glib/gstdio.h>

typedef struct
{
  gboolean      ended;
  gboolean      succeeded;
  GError       *error;
  guint         n_fractions;
  double        last_fraction;
  GCancellable *seen;
} Outcome;

static void
ended_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Outcome *outcome = user_data;

  outcome->succeeded = lev_job_finish (LEV_JOB (source), result, &outcome->error);
  outcome->ended = TRUE;
}

static void
fraction_changed_cb (LevJob     *job,
                     GParamSpec *pspec,
                     Outcome    *outcome)
{
  g_assert_cmpfloat (lev_job_get_fraction (job), >, outcome->last_fraction);
  outcome->last_fraction = lev_job_get_fraction (job);
  outcome->n_fractions++;
}

static void
wait_for (Outcome *outcome)
{
  while (!outcome->ended)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* The thread lets go of the job a moment after it ended. */
static void
assert_finalized (LevJob *job)
{
  g_object_add_weak_pointer (G_OBJECT (job), (gpointer *) &job);
  g_object_unref (job);
  for (guint i = 0; i < 1000 && job != NULL; i++)
    g_usleep (1000);
  g_assert_null (job);
}

static gboolean
count_to_ten (LevJob       *job,
              gpointer      data,
              GCancellable *cancellable,
              GError      **error)
{
  g_assert_true (g_thread_self () != data);
  for (guint i = 1; i <= 10; i++)
    {
      g_autofree char *message = g_strdup_printf ("Step %u", i);

      lev_job_tell (i / 10.0, message, job);
      g_usleep (2000);
    }

  return TRUE;
}

static void
test_progress (void)
{
  LevJob *job = lev_job_new ();
  Outcome outcome = { 0 };

  g_assert_cmpstr (lev_job_get_message (job), ==, "");
  g_signal_connect (job, "notify::fraction", G_CALLBACK (fraction_changed_cb), &outcome);
  lev_job_run (job, count_to_ten, g_thread_self (), ended_cb, &outcome);
  wait_for (&outcome);

  g_assert_no_error (outcome.error);
  g_assert_true (outcome.succeeded);
  g_assert_cmpuint (outcome.n_fractions, >, 1);
  g_assert_cmpfloat (lev_job_get_fraction (job), ==, 1);
  g_assert_cmpstr (lev_job_get_message (job), ==, "Step 10");
  assert_finalized (job);
}

static gboolean
wait_to_be_cancelled (LevJob       *job,
                      gpointer      data,
                      GCancellable *cancellable,
                      GError      **error)
{
  lev_job_tell (0.5, "Waiting", job);
  while (!g_cancellable_set_error_if_cancelled (cancellable, error))
    g_usleep (1000);

  return FALSE;
}

static void
test_cancel (void)
{
  LevJob *job = lev_job_new ();
  Outcome outcome = { 0 };

  lev_job_run (job, wait_to_be_cancelled, NULL, ended_cb, &outcome);
  while (lev_job_get_fraction (job) < 0.5)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (outcome.ended);
  lev_job_cancel (job);
  wait_for (&outcome);

  g_assert_false (outcome.succeeded);
  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&outcome.error);
  assert_finalized (job);
}

typedef struct
{
  LevRegister *records;
  LevReview   *review;
  char        *path;
} Report;

static gboolean
write_report (LevJob       *job,
              gpointer      data,
              GCancellable *cancellable,
              GError      **error)
{
  Report *report = data;
  LevReportOptions options = { .all_suppliers = TRUE,
                               .progress = lev_job_tell,
                               .progress_data = job };

  return lev_report_write (report->review, &options, report->path, cancellable, error);
}

/* Everything that can be changed is changed, and some of it deleted. */
static void
spoil (LevRegister *records,
       guint        round)
{
  LevRecordList *suppliers = lev_register_list (records, LEV_TYPE_SUPPLIER);
  LevRecordList *risks = lev_register_list (records, LEV_TYPE_RISK);
  g_autofree char *text = g_strdup_printf ("Changed %u", round);

  lev_register_begin (records, "Spoil");
  for (guint i = 0; i < lev_record_list_get_n (suppliers); i++)
    g_object_set (lev_record_list_peek (suppliers, i), "name", text, "country", text, NULL);
  for (guint i = 0; i < lev_record_list_get_n (risks); i++)
    g_object_set (lev_record_list_peek (risks, i), "event", text, "likelihood", 1 + round % 5,
                  NULL);
  if (lev_record_list_get_n (suppliers) > 1)
    lev_register_delete (records, lev_record_list_peek (suppliers, 0));
  lev_register_end (records);
}

static GBytes *
read_file (const char *path)
{
  char *content;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));

  return g_bytes_new_take (content, length);
}

/* A report of a copy is what it would have been, whatever happens to the records meanwhile. */
static void
test_editing (void)
{
  g_autofree char *folder = g_dir_make_tmp ("levman-job-XXXXXX", NULL);
  g_autofree char *expected_path = g_build_filename (folder, "expected.xlsx", NULL);
  g_autofree char *path = g_build_filename (folder, "report.xlsx", NULL);
  Report report = { .path = path };
  LevReportOptions all = { .all_suppliers = TRUE };
  LevReview *review;
  LevRegister *records = report_fixture_new (REPORT_FIXTURE_NORMAL, 3000, &review);
  g_autoptr (GBytes) expected = NULL;
  g_autoptr (GBytes) written = NULL;
  LevJob *job = lev_job_new ();
  Outcome outcome = { 0 };
  guint round = 0;

  g_assert_true (lev_report_write (review, &all, expected_path, NULL, NULL));
  report.records = lev_register_copy (records);
  report.review = lev_register_lookup (report.records, LEV_RECORD (review)->id);

  lev_job_run (job, write_report, &report, ended_cb, &outcome);
  while (!outcome.ended)
    {
      spoil (records, round++);
      g_main_context_iteration (NULL, FALSE);
    }
  g_assert_no_error (outcome.error);
  g_assert_cmpuint (round, >, 1);
  g_test_message ("%u edits while the report was written", round);

  expected = read_file (expected_path);
  written = read_file (path);
  g_assert_cmpmem (g_bytes_get_data (written, NULL), g_bytes_get_size (written),
                   g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));

  g_unlink (expected_path);
  g_unlink (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  assert_finalized (job);
  g_assert_finalize_object (report.records);
  g_assert_finalize_object (records);
}

static gboolean
cancel_when_told_cb (gpointer data)
{
  LevJob *job = data;

  if (lev_job_get_fraction (job) == 0)
    return G_SOURCE_CONTINUE;
  lev_job_cancel (job);

  return G_SOURCE_REMOVE;
}

/* What is cancelled leaves nothing behind. */
static void
test_cancelled_report (void)
{
  g_autofree char *folder = g_dir_make_tmp ("levman-job-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "report.xlsx", NULL);
  LevReview *review;
  LevRegister *records = report_fixture_new (REPORT_FIXTURE_NORMAL, 3000, &review);
  Report report = { .records = records, .review = review, .path = path };
  LevJob *job = lev_job_new ();
  Outcome outcome = { 0 };

  g_idle_add_full (G_PRIORITY_DEFAULT, cancel_when_told_cb, job, NULL);
  lev_job_run (job, write_report, &report, ended_cb, &outcome);
  wait_for (&outcome);

  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&outcome.error);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  assert_finalized (job);
  g_assert_finalize_object (records);
}

int
main (int    argc,
      char **argv)
{
  /* What the fixture sets is the clock of one thread. */
  g_setenv ("LEVMAN_NOW", "2026-11-23T09:00:00Z", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/job/progress", test_progress);
  g_test_add_func ("/job/cancel", test_cancel);
  g_test_add_func ("/job/editing", test_editing);
  g_test_add_func ("/job/cancelled-report", test_cancelled_report);

  return g_test_run ();
}
