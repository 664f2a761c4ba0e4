/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-task.h"
#include "model-fixture.h"

/* What waits first when the round is at a step, counted from the due date of the action. */
static const struct
{
  guint      step;
  int        days; /* after the due date of the action; nothing is due before step 6 */
  guint      task_step;
  LevUrgency urgency;
} rows[] = {
  { 1, 0, 1, LEV_URGENCY_WEEK },    { 2, 0, 2, LEV_URGENCY_WEEK },
  { 3, 0, 3, LEV_URGENCY_WEEK },    { 4, 0, 4, LEV_URGENCY_WEEK },
  { 5, 0, 5, LEV_URGENCY_WEEK },    { 6, 0, 6, LEV_URGENCY_WEEK },
  { 7, 0, 7, LEV_URGENCY_WEEK },    { 7, 3, 7, LEV_URGENCY_LATE },
  { 10, 0, 10, LEV_URGENCY_WEEK },  { 10, 3, 10, LEV_URGENCY_WEEK },
  { 11, 0, 11, LEV_URGENCY_WEEK },  { 12, 0, 12, LEV_URGENCY_WEEK },
  { 13, 0, 13, LEV_URGENCY_WEEK },  { 14, 0, 14, LEV_URGENCY_WEEK },
};

static void
test_first (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  ModelFixture fixture;
  g_autoptr (GArray) tasks = NULL;
  LevDate today = lev_clock_today ();

  model_fixture_init (&fixture, 2);
  model_fixture_reach (&fixture, rows[row].step);
  if (fixture.action != NULL)
    today = fixture.action->due + (LevDate) rows[row].days;

  model_fixture_send_mails (&fixture);
  tasks = lev_task_list (fixture.records, NULL, today);
  g_assert_cmpuint (tasks->len, >, 0);
  g_assert_cmpuint (g_array_index (tasks, LevTask, 0).step, ==, rows[row].task_step);
  g_assert_cmpint (g_array_index (tasks, LevTask, 0).urgency, ==, rows[row].urgency);
  g_assert_nonnull (g_array_index (tasks, LevTask, 0).what);

  model_fixture_clear (&fixture);
}

/* The verdict of the service owner is someone else's to give; a closed round asks nothing. */
static void
test_others (void)
{
  ModelFixture fixture;
  g_autoptr (GArray) waiting = NULL;
  g_autoptr (GArray) closed = NULL;
  gboolean found = FALSE;

  model_fixture_init (&fixture, 1);
  model_fixture_reach (&fixture, 9);
  waiting = lev_task_list (fixture.records, NULL, lev_clock_today ());
  for (guint i = 0; i < waiting->len; i++)
    if (g_array_index (waiting, LevTask, i).step == 9 &&
        g_array_index (waiting, LevTask, i).urgency == LEV_URGENCY_OTHERS)
      found = TRUE;
  g_assert_true (found);

  model_fixture_finish (&fixture);
  closed = lev_task_list (fixture.records, NULL, lev_clock_today ());
  g_assert_cmpuint (closed->len, ==, 0);

  model_fixture_clear (&fixture);
}

/* What waits in one step; updates go on while the verdict is awaited. */
static void
test_step (void)
{
  static const struct
  {
    guint number;
    guint n_tasks;
    LevUrgency urgency;
  } steps[] = {
    { 7, 0 }, { 8, 1, LEV_URGENCY_LATE }, { 9, 1, LEV_URGENCY_LATE }, { 10, 0 },
  };
  ModelFixture fixture;

  model_fixture_init (&fixture, 1);
  model_fixture_reach (&fixture, 9);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (GArray)
        tasks = lev_review_list_tasks (fixture.review, steps[i].number, fixture.action->due + 100);

      g_assert_cmpuint (tasks->len, ==, steps[i].n_tasks);
      if (tasks->len == 0)
        continue;
      g_assert_true (g_array_index (tasks, LevTask, 0).subject == LEV_RECORD (fixture.action));
      g_assert_cmpint (g_array_index (tasks, LevTask, 0).urgency, ==, steps[i].urgency);
    }

  model_fixture_clear (&fixture);
}

static const LevTask *
find_mail (GArray *tasks,
           guint   step)
{
  for (guint i = 0; i < tasks->len; i++)
    if (g_array_index (tasks, LevTask, i).kind == LEV_TASK_MAIL &&
        g_array_index (tasks, LevTask, i).step == step)
      return &g_array_index (tasks, LevTask, i);

  return NULL;
}

/* What was recorded waits for the mail, from the day of the oldest, until it is sent. */
static void
test_mail (void)
{
  ModelFixture fixture;
  g_autoptr (GArray) before = NULL;
  g_autoptr (GArray) waiting = NULL;
  g_autoptr (GArray) sent = NULL;
  const LevTask *task;

  model_fixture_init (&fixture, 1);
  model_fixture_reach (&fixture, 8);
  before = lev_task_list (fixture.records, NULL, lev_clock_today ());
  g_assert_null (find_mail (before, 8));

  model_fixture_do_step (&fixture, 8);
  waiting = lev_task_list (fixture.records, fixture.dossier->manager, lev_clock_today ());
  task = find_mail (waiting, 8);
  g_assert_true (task->subject == LEV_RECORD (fixture.review));
  g_assert_true (task->who == fixture.dossier->manager);
  g_assert_cmpuint (task->n_missing, ==, 1);
  g_assert_cmpuint (task->since, ==, lev_action_get_update (fixture.action)->date);
  g_assert_cmpint (task->urgency, ==, LEV_URGENCY_WEEK);
  g_assert_null (find_mail (waiting, 12));

  model_fixture_send_mails (&fixture);
  sent = lev_task_list (fixture.records, NULL, lev_clock_today ());
  g_assert_null (find_mail (sent, 8));

  model_fixture_clear (&fixture);
}

/* The year calendar announces a round, until it runs. */
static void
test_calendar (void)
{
  ModelFixture fixture;
  g_autoptr (GArray) announced = NULL;
  g_autoptr (GArray) running = NULL;
  LevCalendarEntry *entry;

  model_fixture_init (&fixture, 1);
  model_fixture_finish (&fixture);
  entry = lev_register_add (fixture.records, LEV_TYPE_CALENDAR_ENTRY, "title", "Entry", "date",
                            lev_clock_today () + 10, "lead-days", 30, NULL);

  announced = lev_task_list (fixture.records, NULL, lev_clock_today ());
  g_assert_cmpuint (announced->len, ==, 1);
  g_assert_true (g_array_index (announced, LevTask, 0).subject == LEV_RECORD (entry));

  g_assert_nonnull (lev_process_start (fixture.records, "Next", entry, NULL));
  running = lev_task_list (fixture.records, NULL, lev_clock_today ());
  for (guint i = 0; i < running->len; i++)
    g_assert_true (g_array_index (running, LevTask, i).subject != LEV_RECORD (entry));

  model_fixture_clear (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/task/first/%u-%u", rows[i].step, i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_first);
    }
  g_test_add_func ("/task/others", test_others);
  g_test_add_func ("/task/mail", test_mail);
  g_test_add_func ("/task/calendar", test_calendar);
  g_test_add_func ("/task/step", test_step);

  return g_test_run ();
}
