/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model-fixture.h"

#include "lev-outgoing.h"

#include <libintl.h>
#include <locale.h>

#define HIGHEST    (5)
#define MAX_FINISH (40) /* more steps than any round has left */

static LevPerson *
add_person (LevRegister *records,
            const char  *name,
            const char  *role)
{
  return lev_register_add (records, LEV_TYPE_PERSON, "name", name, role, TRUE, NULL);
}

static void
add_supplier (ModelFixture *self,
              guint         position)
{
  g_autofree char *name = g_strdup_printf ("Supplier %02u", position);
  g_autofree char *number = g_strdup_printf ("L%02u", position);
  LevSupplier *supplier = lev_register_add (self->records, LEV_TYPE_SUPPLIER, "name", name,
                                            "number", number, "manager", self->manager, NULL);

  lev_register_add (self->records, LEV_TYPE_SERVICE, "supplier", supplier, "name", name, "owner",
                    self->owner, "level-manager", self->level_manager, NULL);
  lev_register_add (self->records, LEV_TYPE_CRITICALITY_SCORE, "supplier", supplier, "factor", "A1",
                    "score", (int) (HIGHEST - MIN (position, HIGHEST - 1)), NULL);
  lev_register_add (self->records, LEV_TYPE_CRITICALITY_SCORE, "supplier", supplier, "factor", "A2",
                    "score", HIGHEST, NULL);
}

void
model_fixture_init (ModelFixture *self,
                    guint         n_suppliers)
{
  g_autoptr (GError) error = NULL;

  *self = (ModelFixture) { .records = lev_register_new () };
  lev_register_set_id_seed (self->records, "fixture");
  lev_register_begin (self->records, "Fixture");

  self->handbook = lev_register_add (self->records, LEV_TYPE_HANDBOOK, "title", "Handbook",
                                     "version", 1, "content", FIXTURE_HANDBOOK, NULL);
  self->manager = add_person (self->records, "Marijke", "contract-manager");
  self->owner = add_person (self->records, "Joost", "service-owner");
  self->level_manager = add_person (self->records, "Pim", "service-level-manager");
  self->director = add_person (self->records, "Ingrid", "management-team");
  for (guint i = 0; i < n_suppliers; i++)
    add_supplier (self, i);

  self->review = lev_process_start (self->records, "Round", NULL, &error);
  g_assert_no_error (error);
}

void
model_fixture_clear (ModelFixture *self)
{
  lev_register_end (self->records);
  g_assert_finalize_object (self->records);
}

LevSupplier *
model_fixture_get_supplier (ModelFixture *self,
                            guint         position)
{
  return lev_record_list_peek (lev_register_list (self->records, LEV_TYPE_SUPPLIER), position);
}

void
model_fixture_fill_profile (ModelFixture *self,
                            LevDossier   *dossier)
{
  LevHandbookContent *content = lev_dossier_get_content (dossier);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < lev_handbook_content_get_n (content, LEV_HANDBOOK_QUESTION); i++)
    lev_process_answer (dossier, lev_handbook_content_get (content, LEV_HANDBOOK_QUESTION, i)->code,
                        LEV_ANSWER_ATTENTION, "Because", &error);
  for (guint i = 0; i < lev_handbook_content_get_n (content, LEV_HANDBOOK_CRITERION); i++)
    lev_process_assess (dossier,
                        lev_handbook_content_get (content, LEV_HANDBOOK_CRITERION, i)->code, 3,
                        &error);
  g_assert_no_error (error);

  lev_register_add (self->records, LEV_TYPE_STAKEHOLDER, "dossier", dossier, "person",
                    self->manager, "took-part", TRUE, NULL);
}

LevAction *
model_fixture_propose (ModelFixture *self,
                       LevDossier   *dossier)
{
  g_autoptr (GError) error = NULL;
  LevRisk *risk = lev_process_add_risk (dossier, &error);
  LevAction *action = lev_process_propose (dossier, risk, &error);

  g_assert_no_error (error);
  g_object_set (risk, "event", "Failure", "likelihood", 4, "impact", 4, "treatment",
                LEV_TREATMENT_REDUCE, NULL);
  g_object_set (action, "title", "Measure", "owner", self->owner, "due", lev_date_new (2027, 1, 31),
                NULL);

  return action;
}

void
model_fixture_plan (ModelFixture *self)
{
  g_autoptr (GPtrArray) invitees = lev_review_list_invitees (self->review);
  LevMeeting *meeting = lev_register_add (self->records, LEV_TYPE_MEETING, "review", self->review,
                                          "kind", LEV_MEETING_KIND_REVIEW, "start",
                                          lev_moment_parse ("2026-11-05T09:00Z"), "place", "Room 1",
                                          NULL);

  for (guint i = 0; i < invitees->len; i++)
    lev_register_add (self->records, LEV_TYPE_ATTENDANCE, "meeting", meeting, "person",
                      g_ptr_array_index (invitees, i), "invited", TRUE, NULL);
}

LevDecisionDetails
model_fixture_say_all (ModelFixture *self)
{
  return (LevDecisionDetails) {
    .by = self->director,
    .date = lev_date_new (2026, 11, 5),
    .reason = "Good reason",
    .accepted_by = self->director,
    .accepted_until = lev_date_new (2027, 11, 5),
    .form = LEV_FEEDBACK_FORM_BUNDLED,
    .recipients = "Joost, Pim",
  };
}

LevUpdateDetails
model_fixture_update_all (ModelFixture *self)
{
  return (LevUpdateDetails) {
    .author = self->manager,
    .date = lev_date_new (2026, 11, 19),
    .text = "Going well",
    .progress = 40,
    .channel = LEV_CHANNEL_MAIL,
    .recipients = "Joost",
  };
}

void
model_fixture_move_action (ModelFixture *self,
                           LevAction    *action,
                           LevOutcome    outcome)
{
  guint step = lev_action_get_step (action);
  LevDecisionDetails details = model_fixture_say_all (self);
  LevUpdateDetails update = model_fixture_update_all (self);
  g_autoptr (GError) error = NULL;

  if (step == 7)
    g_object_set (action, "executor", self->level_manager, "frequency", LEV_FREQUENCY_WEEKLY, NULL);

  if (step == 9)
    details.by = action->dossier->owner;
  if (step == 8)
    lev_process_report_status (action, &update, &error);
  else
    lev_process_decide (action, step, outcome, &details, &error);
  g_assert_no_error (error);
}

void
model_fixture_send_mails (ModelFixture *self)
{
  for (LevMessageKind kind = LEV_MESSAGE_KIND_STATUS; kind <= LEV_MESSAGE_KIND_FINISHED; kind++)
    {
      g_autoptr (GPtrArray) mails = lev_outgoing_list (self->review, kind, NULL);

      for (guint i = 0; i < mails->len; i++)
        g_assert_nonnull (
          lev_outgoing_note_sent (g_ptr_array_index (mails, i), NULL, "Mail", "Text", NULL));
    }
}

static void
start_profile (ModelFixture *self)
{
  g_autoptr (GError) error = NULL;

  self->dossier = lev_process_choose (self->review, model_fixture_get_supplier (self, 0), TRUE,
                                      NULL, &error);
  g_assert_no_error (error);
  lev_process_open_profiles (self->review, &error);
  g_assert_no_error (error);
}

static void
do_dossier_step (LevDossier *dossier,
                 guint       step)
{
  g_autoptr (GError) error = NULL;

  switch (step)
    {
    case 5:
      lev_process_freeze (dossier, "{}", &error);
      g_assert_no_error (error);
      lev_process_present (dossier, &error);
      break;
    case 7:
      lev_process_confirm_profile (dossier, "{ }", NULL, &error);
      break;
    case 13:
      lev_process_record_archive (dossier, "dossier.zip", "00", LEV_VERDICT_RIGHT, &error);
      break;
    default:
      break;
    }
  g_assert_no_error (error);
}

void
model_fixture_do_step (ModelFixture *self,
                       guint         step)
{
  g_autoptr (GError) error = NULL;

  switch (step)
    {
    case 1:
      g_object_set (self->review, "coordinator", self->manager, "period-from",
                    lev_date_new (2026, 9, 1), "period-until", lev_date_new (2026, 12, 31), NULL);
      break;
    case 2:
      start_profile (self);
      break;
    case 3:
      model_fixture_fill_profile (self, self->dossier);
      self->action = model_fixture_propose (self, self->dossier);
      self->risk = self->action->risk;
      break;
    case 4:
      model_fixture_plan (self);
      break;
    case 14:
      lev_process_close (self->review, "Lessons", 0, &error);
      g_assert_no_error (error);
      break;
    default:
      do_dossier_step (self->dossier, step);
      if (step >= 6 && step <= 12)
        model_fixture_move_action (self, self->action, LEV_OUTCOME_YES);
      break;
    }
}

void
model_fixture_reach (ModelFixture *self,
                     guint         step)
{
  for (guint number = 1; number < step; number++)
    model_fixture_do_step (self, number);
}

static void
finish_selection (ModelFixture *self)
{
  LevRecordList *suppliers = lev_register_list (self->records, LEV_TYPE_SUPPLIER);

  for (guint i = 0; i < lev_record_list_get_n (suppliers); i++)
    {
      LevDossier *dossier = lev_process_choose (self->review, lev_record_list_peek (suppliers, i),
                                                TRUE, "Because", NULL);

      g_assert_nonnull (dossier);
      g_object_set (dossier, "manager", self->manager, "owner", self->owner, "level-manager",
                    self->level_manager, NULL);
    }
}

static void
finish_profile (ModelFixture *self,
                LevDossier   *dossier)
{
  LevRecordList *risks = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_RISK);
  LevRecordList *actions = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_ACTION);

  model_fixture_fill_profile (self, dossier);
  for (guint i = 0; i < lev_record_list_get_n (risks); i++)
    g_object_set (lev_record_list_peek (risks, i), "treatment", LEV_TREATMENT_ACCEPT, "acceptance",
                  "Short", NULL);
  for (guint i = 0; i < lev_record_list_get_n (actions); i++)
    g_object_set (lev_record_list_peek (actions, i), "owner", self->owner, "due",
                  lev_date_new (2027, 1, 31), NULL);
}

static void
finish_dossier (ModelFixture *self,
                LevDossier   *dossier,
                guint         step)
{
  LevRecordList *actions = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_ACTION);
  g_autoptr (GError) error = NULL;

  if (step == 3 && lev_dossier_get_step (dossier) == 3)
    finish_profile (self, dossier);
  else if (step == 5 && lev_dossier_get_step (dossier) == 5)
    {
      if (lev_dossier_get_version (dossier, LEV_VERSION_REASON_MEETING) == NULL)
        lev_process_freeze (dossier, "{}", &error);
      g_assert_no_error (error);
      lev_process_present (dossier, &error);
    }
  else if (step == 7 && lev_dossier_get_step (dossier) == 7)
    {
      finish_profile (self, dossier);
      lev_process_confirm_profile (dossier, "{ }", NULL, &error);
    }
  else if (step == 13 && lev_dossier_get_step (dossier) == 13)
    lev_process_record_archive (dossier, "x", "0", LEV_VERDICT_RIGHT, &error);
  g_assert_no_error (error);

  for (guint i = 0; step >= 6 && step <= 12 && i < lev_record_list_get_n (actions); i++)
    if (lev_action_get_step (lev_record_list_peek (actions, i)) == step)
      {
        g_object_set (lev_record_list_peek (actions, i), "frequency", LEV_FREQUENCY_WEEKLY, "due",
                      lev_date_new (2027, 1, 31), NULL);
        model_fixture_move_action (self, lev_record_list_peek (actions, i), LEV_OUTCOME_YES);
      }
}

static void
finish_step (ModelFixture *self,
             guint         step)
{
  g_autoptr (GPtrArray) dossiers = lev_review_list_chosen (self->review);
  LevMeeting *meeting = lev_review_get_meeting (self->review);

  if (step == 1 || step == 14)
    model_fixture_do_step (self, step);
  else if (step == 2)
    finish_selection (self);
  else if (step == 4)
    {
      if (meeting != NULL)
        lev_register_delete (self->records, LEV_RECORD (meeting));
      model_fixture_plan (self);
    }
  else
    for (guint i = 0; i < dossiers->len; i++)
      finish_dossier (self, g_ptr_array_index (dossiers, i), step);
}

void
model_fixture_finish (ModelFixture *self)
{
  guint n_steps = 0;
  guint step;

  while ((step = lev_review_get_step (self->review)) != LEV_STEP_END)
    {
      g_assert_cmpuint (n_steps++, <, MAX_FINISH);
      finish_step (self, step);
    }
  g_assert_cmpint (self->review->closed, !=, 0);
}

void
model_fixture_take_error (GError      **error,
                          LevModelError code)
{
  g_assert_error (*error, LEV_MODEL_ERROR, (int) code);
  g_assert_cmpstr ((*error)->message, !=, "");
  g_clear_error (error);
}

void
model_fixture_set_language (const char *language)
{
  /* LANGUAGE alone says which translation is used, in every locale but those called C. */
  g_setenv ("LANGUAGE", language, TRUE);
  g_assert_nonnull (setlocale (LC_ALL, "nl_NL.UTF-8"));
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("LEVMAN_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
