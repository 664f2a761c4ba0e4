/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is still to be mailed to whom: everything since the last mail, and nothing twice. */

#include "lev-outgoing.h"
#include "model-fixture.h"

static LevStatusUpdate *
report (ModelFixture *fixture,
        const char   *text,
        LevChannel    channel,
        const char   *recipients)
{
  LevUpdateDetails details = model_fixture_update_all (fixture);
  g_autoptr (GError) error = NULL;
  LevStatusUpdate *update;

  details.text = text;
  details.channel = channel;
  details.recipients = recipients;
  update = lev_process_report_status (fixture->action, &details, &error);
  g_assert_no_error (error);

  return update;
}

static LevOutgoing *
find (GPtrArray *all,
      LevPerson *person)
{
  for (guint i = 0; i < all->len; i++)
    if (((LevOutgoing *) g_ptr_array_index (all, i))->recipient == person)
      return g_ptr_array_index (all, i);

  return NULL;
}

static void
send (LevOutgoing *outgoing)
{
  g_autoptr (GError) error = NULL;
  LevMessage *message = lev_outgoing_note_sent (outgoing, NULL, "Subject", "Text", &error);

  g_assert_no_error (error);
  g_assert_true (message->recipient == outgoing->recipient);
  g_assert_cmpuint (lev_record_list_get_n (
                      lev_record_get_children (LEV_RECORD (message), LEV_TYPE_MESSAGE_ITEM)),
                    ==, outgoing->entries->len);
}

static void
test_since_last (void)
{
  ModelFixture fixture;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) second = NULL;
  g_autoptr (GPtrArray) third = NULL;

  model_fixture_init (&fixture, 1);
  model_fixture_reach (&fixture, 8);
  none = lev_outgoing_list (fixture.review, LEV_MESSAGE_KIND_STATUS, NULL);
  g_assert_cmpuint (none->len, ==, 0);

  report (&fixture, "One", LEV_CHANNEL_MAIL, "Joost, Pim");
  report (&fixture, "Two", LEV_CHANNEL_PHONE, "Joost");
  first = lev_outgoing_list (fixture.review, LEV_MESSAGE_KIND_STATUS, NULL);
  g_assert_cmpuint (first->len, ==, 2);
  g_assert_cmpuint (find (first, fixture.owner)->entries->len, ==, 2);
  g_assert_cmpuint (find (first, fixture.level_manager)->entries->len, ==, 1);
  g_assert_null (lev_outgoing_get_last (find (first, fixture.owner)));
  send (find (first, fixture.owner));

  /* Pim has not been mailed yet, Joost only about what is new; what was told by phone alone asks
   * for no mail. */
  report (&fixture, "Three", LEV_CHANNEL_PHONE, "Joost");
  second = lev_outgoing_list (fixture.review, LEV_MESSAGE_KIND_STATUS, NULL);
  g_assert_cmpuint (second->len, ==, 1);
  g_assert_nonnull (find (second, fixture.level_manager));
  report (&fixture, "Four", LEV_CHANNEL_MAIL, "Joost, Nobody");
  third = lev_outgoing_list (fixture.review, LEV_MESSAGE_KIND_STATUS, NULL);
  g_assert_cmpuint (find (third, fixture.owner)->entries->len, ==, 2);
  g_assert_nonnull (lev_outgoing_get_last (find (third, fixture.owner)));

  model_fixture_clear (&fixture);
}

/* An update stays as it is; what corrects it stands in its place. */
static void
test_correction (void)
{
  ModelFixture fixture;
  LevUpdateDetails details;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GError) error = NULL;
  LevStatusUpdate *update, *corrected, *again;

  model_fixture_init (&fixture, 1);
  model_fixture_reach (&fixture, 8);
  update = report (&fixture, "Nearly done", LEV_CHANNEL_MAIL, "Joost");
  details = (LevUpdateDetails) { .author = fixture.manager, .text = "Half done", .progress = 50 };
  corrected = lev_process_correct_status (update, &details, &error);
  g_assert_no_error (error);
  g_assert_true (corrected->corrects == update);
  g_assert_cmpuint (corrected->date, ==, update->date);
  g_assert_cmpstr (corrected->recipients, ==, "Joost");
  g_assert_cmpstr (update->text, ==, "Nearly done");
  g_assert_true (lev_action_get_update (fixture.action) == corrected);

  before = lev_outgoing_list (fixture.review, LEV_MESSAGE_KIND_STATUS, NULL);
  g_assert_false (lev_outgoing_tells (g_ptr_array_index (before, 0), update));
  g_assert_true (lev_outgoing_tells (g_ptr_array_index (before, 0), corrected));
  send (g_ptr_array_index (before, 0));

  details.text = "A third";
  again = lev_process_correct_status (update, &details, &error);
  g_assert_no_error (error);
  g_assert_true (again->corrects == corrected);
  g_assert_true (lev_status_update_get_standing (update) == again);
  after = lev_outgoing_list (fixture.review, LEV_MESSAGE_KIND_STATUS, NULL);
  g_assert_cmpuint (((LevOutgoing *) g_ptr_array_index (after, 0))->entries->len, ==, 1);

  details.text = " ";
  g_assert_null (lev_process_correct_status (update, &details, &error));
  model_fixture_take_error (&error, LEV_MODEL_ERROR_INCOMPLETE);

  model_fixture_clear (&fixture);
}

/* A correction is no new update: after a return the action still waits for one. */
static void
test_correction_after_return (void)
{
  ModelFixture fixture;
  LevUpdateDetails details;
  g_autoptr (GError) error = NULL;
  LevStatusUpdate *update;

  model_fixture_init (&fixture, 1);
  model_fixture_reach (&fixture, 9);
  update = lev_action_get_update (fixture.action);
  model_fixture_move_action (&fixture, fixture.action, LEV_OUTCOME_NO);
  model_fixture_move_action (&fixture, fixture.action, LEV_OUTCOME_YES);
  g_assert_cmpuint (lev_action_get_step (fixture.action), ==, 8);
  details = model_fixture_update_all (&fixture);
  g_assert_nonnull (lev_process_correct_status (update, &details, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (lev_action_get_step (fixture.action), ==, 8);

  model_fixture_clear (&fixture);
}

/* What is finished is told to whom step 12 says, once. */
static void
test_finished (void)
{
  ModelFixture fixture;
  g_autoptr (GPtrArray) waiting = NULL;
  g_autoptr (GPtrArray) nobody = NULL;

  model_fixture_init (&fixture, 1);
  model_fixture_reach (&fixture, 13);
  waiting = lev_outgoing_list (fixture.review, LEV_MESSAGE_KIND_FINISHED, NULL);
  g_assert_cmpuint (waiting->len, ==, 2);
  for (guint i = 0; i < waiting->len; i++)
    send (g_ptr_array_index (waiting, i));
  nobody = lev_outgoing_list (fixture.review, LEV_MESSAGE_KIND_FINISHED, NULL);
  g_assert_cmpuint (nobody->len, ==, 0);

  model_fixture_clear (&fixture);
}

/* Each contract manager mails about their own suppliers; about one that has no contract manager all
 * do. */
static void
test_sender (void)
{
  const struct
  {
    gboolean has_manager;
    guint n_own, n_other, n_all;
  } rows[] = { { TRUE, 1, 0, 1 }, { FALSE, 1, 1, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ModelFixture fixture;
      g_autoptr (GPtrArray) own = NULL;
      g_autoptr (GPtrArray) other = NULL;
      g_autoptr (GPtrArray) all = NULL;
      LevPerson *colleague;

      model_fixture_init (&fixture, 1);
      model_fixture_reach (&fixture, 8);
      report (&fixture, "One", LEV_CHANNEL_MAIL, "Joost");
      g_object_set (fixture.manager, "contract-manager", rows[i].has_manager, NULL);
      colleague = lev_register_add (fixture.records, LEV_TYPE_PERSON, "name", "Sanne",
                                    "contract-manager", TRUE, NULL);

      own = lev_outgoing_list (fixture.review, LEV_MESSAGE_KIND_STATUS, fixture.manager);
      other = lev_outgoing_list (fixture.review, LEV_MESSAGE_KIND_STATUS, colleague);
      all = lev_outgoing_list (fixture.review, LEV_MESSAGE_KIND_STATUS, NULL);
      g_assert_cmpuint (own->len, ==, rows[i].n_own);
      g_assert_cmpuint (other->len, ==, rows[i].n_other);
      g_assert_cmpuint (all->len, ==, rows[i].n_all);

      model_fixture_clear (&fixture);
    }
}

/* Only who belongs to the process is proposed; a name with a comma is one name. */
static void
test_people (void)
{
  ModelFixture fixture;
  g_autoptr (GPtrArray) contacts = NULL;
  g_autoptr (GPtrArray) recipients = NULL;
  g_autoptr (GPtrArray) people = NULL;
  g_autofree char *names = NULL;
  LevPerson *outsider, *stakeholder;

  model_fixture_init (&fixture, 1);
  model_fixture_reach (&fixture, 8);
  outsider = lev_register_add (fixture.records, LEV_TYPE_PERSON, "name", "Vries, Bert de", NULL);
  stakeholder = lev_register_add (fixture.records, LEV_TYPE_PERSON, "name", "Noor", NULL);
  report (&fixture, "One", LEV_CHANNEL_MAIL, "Vries, Bert de, Joost");
  lev_register_add (fixture.records, LEV_TYPE_STAKEHOLDER, "dossier", fixture.dossier, "person",
                    stakeholder, NULL);

  contacts = lev_action_list_contacts (fixture.action);
  names = lev_people_to_names (contacts);
  g_assert_cmpstr (names, ==, "Joost, Pim, Noor");

  /* As last time, without who does not belong. */
  recipients = lev_action_list_recipients (fixture.action);
  g_assert_cmpuint (recipients->len, ==, 1);
  g_assert_true (g_ptr_array_index (recipients, 0) == fixture.owner);

  people = lev_people_from_names (fixture.records, "Vries, Bert de, Joost, Joost, X");
  g_assert_cmpuint (people->len, ==, 2);
  g_assert_true (g_ptr_array_index (people, 0) == outsider);
  g_assert_true (g_ptr_array_index (people, 1) == fixture.owner);

  model_fixture_clear (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/outgoing/since-last", test_since_last);
  g_test_add_func ("/outgoing/correction", test_correction);
  g_test_add_func ("/outgoing/correction-after-return", test_correction_after_return);
  g_test_add_func ("/outgoing/finished", test_finished);
  g_test_add_func ("/outgoing/sender", test_sender);
  g_test_add_func ("/outgoing/people", test_people);

  return g_test_run ();
}
