/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-work.h"
#include "model-fixture.h"

typedef enum
{
  NOBODY,
  MANAGER,     /* of the dossier */
  COORDINATOR, /* of the round, another contract manager */
  STRANGER,    /* a contract manager of neither */
  OWNER,       /* of the service */
} Looker;

#define NOTHING (LEV_N_URGENCIES)

/* Where what the step asks stands in someone's list, when the round is there. */
static const struct
{
  guint      step;
  Looker     looker;
  LevUrgency urgency;
} rows[] = {
  { 1, COORDINATOR, LEV_URGENCY_WEEK }, { 1, MANAGER, NOTHING },
  { 3, MANAGER, LEV_URGENCY_WEEK },     { 3, COORDINATOR, LEV_URGENCY_OTHERS },
  { 3, STRANGER, NOTHING },             { 3, NOBODY, LEV_URGENCY_WEEK },
  { 4, COORDINATOR, LEV_URGENCY_WEEK }, { 4, MANAGER, NOTHING },
  { 5, COORDINATOR, LEV_URGENCY_WEEK }, { 5, MANAGER, NOTHING },
  { 6, COORDINATOR, LEV_URGENCY_WEEK }, { 6, STRANGER, NOTHING },
  { 7, MANAGER, LEV_URGENCY_WEEK },     { 7, COORDINATOR, LEV_URGENCY_OTHERS },
  { 7, STRANGER, NOTHING },             { 9, MANAGER, LEV_URGENCY_OTHERS },
  { 9, OWNER, LEV_URGENCY_WEEK },       { 9, COORDINATOR, NOTHING },
  { 9, NOBODY, LEV_URGENCY_OTHERS },    { 10, MANAGER, LEV_URGENCY_WEEK },
  { 12, MANAGER, LEV_URGENCY_WEEK },    { 12, COORDINATOR, LEV_URGENCY_OTHERS },
  { 13, MANAGER, LEV_URGENCY_WEEK },    { 14, COORDINATOR, LEV_URGENCY_WEEK },
  { 14, STRANGER, NOTHING },
};

/* The round at @step, with someone else as coordinator than the manager of its dossier. */
static void
set_up (ModelFixture *fixture,
        guint         step,
        LevPerson   **people)
{
  model_fixture_init (fixture, 1);
  people[NOBODY] = NULL;
  people[MANAGER] = fixture->manager;
  people[OWNER] = fixture->owner;
  people[COORDINATOR] = lev_register_add (fixture->records, LEV_TYPE_PERSON, "name", "Coordinator",
                                          "contract-manager", TRUE, NULL);
  people[STRANGER] = lev_register_add (fixture->records, LEV_TYPE_PERSON, "name", "Stranger",
                                       "contract-manager", TRUE, NULL);
  for (guint number = 1; number < step; number++)
    {
      model_fixture_do_step (fixture, number);
      g_object_set (fixture->review, "coordinator", people[COORDINATOR], NULL);
    }
  g_object_set (fixture->review, "coordinator", people[COORDINATOR], NULL);
}

static void
test_whose (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  ModelFixture fixture;
  LevPerson *people[OWNER + 1];
  g_autoptr (GArray) tasks = NULL;
  g_autoptr (GArray) of_review = NULL;
  LevUrgency urgency = NOTHING;

  set_up (&fixture, rows[row].step, people);
  tasks = lev_work_list (fixture.records, people[rows[row].looker], lev_date_new (2026, 11, 20));
  of_review = lev_review_list_work (fixture.review, people[rows[row].looker],
                                    lev_date_new (2026, 11, 20));

  g_assert_cmpuint (of_review->len, ==, tasks->len);
  for (guint i = 0; i < tasks->len && urgency == NOTHING; i++)
    if (g_array_index (tasks, LevTask, i).step == rows[row].step)
      urgency = g_array_index (tasks, LevTask, i).urgency;
  g_assert_cmpint (urgency, ==, rows[row].urgency);

  model_fixture_clear (&fixture);
}

/* Two actions before the same service owner are one line; it says since when, and leads to one
 * of them. What waits for others does not count as one's own. */
static void
test_bundle (void)
{
  ModelFixture fixture;
  LevPerson *people[OWNER + 1];
  LevAction *second;
  g_autoptr (GArray) tasks = NULL;
  LevTask *task;

  set_up (&fixture, 4, people);
  second = model_fixture_propose (&fixture, fixture.dossier);
  for (guint step = 4; step < 9; step++)
    {
      model_fixture_do_step (&fixture, step);
      if (step > 5)
        model_fixture_move_action (&fixture, second, LEV_OUTCOME_YES);
    }

  tasks = lev_work_list (fixture.records, people[MANAGER], lev_date_new (2026, 11, 20));
  g_assert_cmpuint (lev_work_count (tasks, LEV_URGENCY_OTHERS), ==, 1);
  task = &g_array_index (tasks, LevTask, tasks->len - 1);
  g_assert_cmpint (task->urgency, ==, LEV_URGENCY_OTHERS);
  g_assert_cmpuint (task->count, ==, 2);
  g_assert_cmpuint (task->n_dossiers, ==, 1);
  g_assert_true (task->who == fixture.owner);
  g_assert_cmpuint (task->since, ==, lev_date_new (2026, 11, 19));
  g_assert_true (task->target == LEV_RECORD (fixture.action) ||
                 task->target == LEV_RECORD (second));
  g_assert_cmpuint (lev_work_count_own (tasks), ==, tasks->len - 1);

  model_fixture_clear (&fixture);
}

/* The field in which the act is done, and how an action that came back asks for a new date. */
static void
test_field (void)
{
  ModelFixture fixture;
  LevPerson *people[OWNER + 1];
  g_autoptr (GArray) first = NULL;
  g_autoptr (GArray) returned = NULL;

  set_up (&fixture, 7, people);
  first = lev_work_list (fixture.records, people[MANAGER], lev_date_new (2026, 11, 20));
  for (guint i = 0; i < first->len; i++)
    if (LEV_IS_ACTION (g_array_index (first, LevTask, i).subject))
      g_assert_cmpstr (g_array_index (first, LevTask, i).field, ==, "executor");

  model_fixture_do_step (&fixture, 7);
  model_fixture_do_step (&fixture, 8);
  model_fixture_move_action (&fixture, fixture.action, LEV_OUTCOME_NO);
  model_fixture_send_mails (&fixture);
  returned = lev_work_list (fixture.records, people[MANAGER], lev_date_new (2026, 11, 20));
  g_assert_cmpuint (returned->len, ==, 1);
  g_assert_cmpuint (g_array_index (returned, LevTask, 0).step, ==, 7);
  g_assert_cmpstr (g_array_index (returned, LevTask, 0).field, ==, "due");
  g_assert_cmpuint (g_array_index (returned, LevTask, 0).since, ==, lev_date_new (2026, 11, 5));

  model_fixture_clear (&fixture);
}

/* What ends: from when it is announced, until when, and to whom. */
static void
test_endings (void)
{
  static const struct
  {
    int days; /* from today to the end of the contract */
    int notice_months;
    LevTaskKind kind;
    gboolean announced;
  } contracts[] = {
    { 400, 3, LEV_TASK_NOTICE, FALSE },  { 150, 3, LEV_TASK_NOTICE, TRUE },
    { 60, 3, LEV_TASK_CONTRACT, TRUE },  { 60, 0, LEV_TASK_CONTRACT, TRUE },
    { 0, 3, LEV_TASK_CONTRACT, TRUE },   { -1, 3, LEV_TASK_CONTRACT, FALSE },
    { 100, 0, LEV_TASK_CONTRACT, FALSE },
  };
  LevDate today = lev_date_new (2026, 11, 20);

  for (guint i = 0; i < G_N_ELEMENTS (contracts); i++)
    {
      ModelFixture fixture;
      LevPerson *people[OWNER + 1];
      LevSupplier *supplier;
      g_autoptr (GArray) tasks = NULL;
      g_autoptr (GArray) strange = NULL;

      set_up (&fixture, 1, people);
      supplier = model_fixture_get_supplier (&fixture, 0);
      g_object_set (supplier, "manager", people[MANAGER], NULL);
      lev_register_add (fixture.records, LEV_TYPE_CONTRACT, "supplier", supplier, "end",
                        today + contracts[i].days, "notice-months", contracts[i].notice_months,
                        NULL);

      tasks = lev_work_list (fixture.records, people[MANAGER], today);
      strange = lev_work_list (fixture.records, people[STRANGER], today);
      g_assert_cmpuint (tasks->len, ==, contracts[i].announced ? 1 : 0);
      g_assert_cmpuint (strange->len, ==, 0);
      if (tasks->len > 0)
        g_assert_cmpint (g_array_index (tasks, LevTask, 0).kind, ==, contracts[i].kind);

      model_fixture_clear (&fixture);
    }
}

/* Evidence is announced a month ahead, in a round that runs. */
static void
test_evidence (void)
{
  ModelFixture fixture;
  LevPerson *people[OWNER + 1];
  LevAssessment *assessment;
  g_autoptr (GArray) early = NULL;
  g_autoptr (GArray) near = NULL;
  LevDate end = lev_date_new (2027, 3, 1);

  set_up (&fixture, 4, people);
  assessment = lev_record_list_peek (lev_record_get_children (LEV_RECORD (fixture.dossier),
                                                              LEV_TYPE_ASSESSMENT),
                                     0);
  lev_register_add (fixture.records, LEV_TYPE_EVIDENCE, "assessment", assessment, "name", "Report",
                    "valid-until", end, NULL);

  early = lev_work_list (fixture.records, people[MANAGER], end - 31);
  near = lev_work_list (fixture.records, people[MANAGER], end - 30);
  g_assert_cmpuint (early->len, ==, 0);
  g_assert_cmpuint (near->len, ==, 1);
  g_assert_cmpint (g_array_index (near, LevTask, 0).kind, ==, LEV_TASK_EVIDENCE);
  g_assert_true (g_array_index (near, LevTask, 0).target == LEV_RECORD (fixture.dossier));
  g_assert_cmpstr (g_array_index (near, LevTask, 0).field, ==, assessment->criterion);

  model_fixture_clear (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/work/whose/%u-%u", rows[i].step, i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_whose);
    }
  g_test_add_func ("/work/bundle", test_bundle);
  g_test_add_func ("/work/field", test_field);
  g_test_add_func ("/work/endings", test_endings);
  g_test_add_func ("/work/evidence", test_evidence);

  return g_test_run ();
}
