/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-profile-guard.h"
#include "model-fixture.h"

#define MAX_ROWS (4)

/* A record of the fixture. */
typedef enum
{
  NOTHING,
  REVIEW,
  DOSSIER,
  RISK,
  ACTION,
  SUPPLIER, /* the one that is not chosen */
  MANAGER,
  DIRECTOR,
  MEETING,
  INVITATION, /* of the director */
  ANSWER,     /* to key question 1 */
  ASSESSMENT, /* of criterion C1 */
  STAKEHOLDER,
} Subject;

typedef struct
{
  Subject     subject;
  const char *property;
  gint64      integer;
  const char *text;
  Subject     reference;
} Change;

typedef struct
{
  Subject     subject;
  const char *field;
} Expected;

/* From a round that is at a step, the changes, and all that the guards of one step then say is
 * missing. One row per requirement of the column “done when” of design section 3, and beside it
 * what comes close and is not required. */
static const struct
{
  guint       reached;
  guint       step;
  const char *what;
  Change      changes[MAX_ROWS];
  Expected    expected[MAX_ROWS];
} rows[] = {
  /* 1: coordinator and period are set */
  { 2, 1, "all is set", { { NOTHING } }, { { NOTHING } } },
  { 2, 1, "coordinator", { { REVIEW, "coordinator" } }, { { REVIEW, "coordinator" } } },
  { 2, 1, "start of the period", { { REVIEW, "period-from" } }, { { REVIEW, "period-from" } } },
  { 2, 1, "end of the period", { { REVIEW, "period-until" } }, { { REVIEW, "period-from" } } },
  { 2, 1, "period that ends first", { { REVIEW, "period-until", 1 } },
    { { REVIEW, "period-until" } } },
  { 2, 1, "nothing", { { REVIEW, "coordinator" }, { REVIEW, "period-from" } },
    { { REVIEW, "coordinator" }, { REVIEW, "period-from" } } },

  /* 2: at least one; each has CM, service owner and SLM; deviations are motivated */
  { 3, 2, "all is set", { { NOTHING } }, { { NOTHING } } },
  { 3, 2, "no supplier", { { REVIEW, "selection-value", 0 }, { DOSSIER, "chosen", 0 } },
    { { REVIEW, NULL } } },
  { 3, 2, "CM", { { DOSSIER, "manager" } }, { { DOSSIER, "manager" } } },
  { 3, 2, "service owner", { { DOSSIER, "owner" } }, { { DOSSIER, "owner" } } },
  { 3, 2, "SLM", { { DOSSIER, "level-manager" } }, { { DOSSIER, "level-manager" } } },
  { 3, 2, "above the line", { { REVIEW, "selection-value", 2 } }, { { SUPPLIER, "motivation" } } },
  { 3, 2, "below the line", { { REVIEW, "selection-value", 0 } }, { { DOSSIER, "motivation" } } },
  { 3, 2, "below the line, a space", { { REVIEW, "selection-value", 0 },
                                       { DOSSIER, "motivation", 0, " " } },
    { { DOSSIER, "motivation" } } },
  { 3, 2, "below the line, motivated", { { REVIEW, "selection-value", 0 },
                                         { DOSSIER, "motivation", 0, "Takeover" } },
    { { NOTHING } } },

  /* 3: both key questions answered with an explanation */
  { 4, 3, "all is set", { { NOTHING } }, { { NOTHING } } },
  { 4, 3, "answer", { { ANSWER, "answer" } }, { { DOSSIER, "1" } } },
  { 4, 3, "explanation", { { ANSWER, "explanation" } }, { { DOSSIER, "1.explanation" } } },
  { 4, 3, "blank explanation", { { ANSWER, "explanation", 0, "\n" } },
    { { DOSSIER, "1.explanation" } } },
  /* every criterion scored, n/a or unknown, and confirmed */
  { 4, 3, "open criterion", { { ASSESSMENT, "score", LEV_SCORE_OPEN } }, { { DOSSIER, "C1" } } },
  { 4, 3, "unknown criterion", { { ASSESSMENT, "score", LEV_SCORE_UNKNOWN } }, { { NOTHING } } },
  { 4, 3, "criterion n/a", { { ASSESSMENT, "score", LEV_SCORE_NOT_APPLICABLE } }, { { NOTHING } } },
  { 4, 3, "to be confirmed", { { ASSESSMENT, "confirmed", 0 } }, { { DOSSIER, "C1" } } },
  { 4, 3, "no assessment", { { ASSESSMENT, "deleted", 1 } }, { { DOSSIER, "C1" } } },
  /* every high or critical risk has an action or a motivated acceptance */
  { 4, 3, "critical, no action", { { ACTION, "risk" } }, { { RISK, "treatment" } } },
  { 4, 3, "critical, accepted", { { ACTION, "risk" }, { RISK, "treatment", LEV_TREATMENT_ACCEPT } },
    { { RISK, "acceptance" } } },
  { 4, 3, "critical, accepted and motivated",
    { { ACTION, "risk" }, { RISK, "treatment", LEV_TREATMENT_ACCEPT },
      { RISK, "acceptance", 0, "Short" } },
    { { NOTHING } } },
  { 4, 3, "motivated but not accepted", { { ACTION, "risk" }, { RISK, "acceptance", 0, "Short" } },
    { { RISK, "treatment" } } },
  { 4, 3, "accepted with an action", { { RISK, "treatment", LEV_TREATMENT_ACCEPT } },
    { { NOTHING } } },
  { 4, 3, "high, no action", { { ACTION, "risk" }, { RISK, "likelihood", 3 } },
    { { RISK, "treatment" } } },
  { 4, 3, "impact 5, no action",
    { { ACTION, "risk" }, { RISK, "likelihood", 1 }, { RISK, "impact", 5 } },
    { { RISK, "treatment" } } },
  { 4, 3, "medium, no action", { { ACTION, "risk" }, { RISK, "likelihood", 2 } }, { { NOTHING } } },
  { 4, 3, "unknown, no action", { { ACTION, "risk" }, { RISK, "likelihood", LEV_SCORE_UNKNOWN } },
    { { NOTHING } } },
  /* every action has an owner and a date */
  { 4, 3, "owner", { { ACTION, "owner" } }, { { ACTION, "owner" } } },
  { 4, 3, "due date", { { ACTION, "due" } }, { { ACTION, "due" } } },
  /* who took part is recorded */
  { 4, 3, "who took part", { { STAKEHOLDER, "took-part" } }, { { DOSSIER, "took-part" } } },

  /* 4: date and place set, everyone who must be there invited */
  { 5, 4, "all is set", { { NOTHING } }, { { NOTHING } } },
  { 5, 4, "date", { { MEETING, "start" } }, { { REVIEW, "start" } } },
  { 5, 4, "place", { { MEETING, "place" } }, { { REVIEW, "place" } } },
  { 5, 4, "no meeting", { { MEETING, "deleted", 1 } },
    { { REVIEW, "start" }, { REVIEW, "place" } } },
  { 5, 4, "another meeting", { { MEETING, "kind", LEV_MEETING_KIND_FEEDBACK } },
    { { REVIEW, "start" }, { REVIEW, "place" } } },
  { 5, 4, "invitation", { { INVITATION, "invited" } }, { { DIRECTOR, "invited" } } },

  /* 5: frozen and presented */
  { 5, 5, "not frozen", { { NOTHING } }, { { DOSSIER, NULL }, { DOSSIER, NULL } } },
  { 6, 5, "presented", { { NOTHING } }, { { NOTHING } } },
  /* 6: every proposed action decided */
  { 6, 6, "not decided", { { NOTHING } }, { { ACTION, NULL } } },
  { 7, 6, "decided", { { NOTHING } }, { { NOTHING } } },
  /* 7: new version confirmed; executor, date and frequency */
  { 7, 7, "not updated, not handed out", { { ACTION, "due" } },
    { { DOSSIER, NULL }, { ACTION, "executor" }, { ACTION, "due" }, { ACTION, "frequency" } } },
  { 7, 7, "agreed, not handed out",
    { { ACTION, "executor", 0, NULL, MANAGER }, { ACTION, "frequency", LEV_FREQUENCY_WEEKLY } },
    { { DOSSIER, NULL }, { ACTION, NULL } } },
  { 8, 7, "updated and handed out", { { NOTHING } }, { { NOTHING } } },
  /* 8: one update, the next one due is known */
  { 8, 8, "no update", { { NOTHING } }, { { ACTION, NULL } } },
  { 8, 8, "next one not known", { { ACTION, "frequency" } },
    { { ACTION, NULL }, { ACTION, "frequency" } } },
  { 9, 8, "updated", { { NOTHING } }, { { NOTHING } } },
  { 9, 9, "no verdict of the owner", { { NOTHING } }, { { ACTION, NULL } } },
  { 10, 9, "verdict of the owner", { { NOTHING } }, { { NOTHING } } },
  { 10, 10, "not reported", { { NOTHING } }, { { ACTION, NULL } } },
  { 11, 10, "reported", { { NOTHING } }, { { NOTHING } } },
  { 11, 11, "no verdict of the MT", { { NOTHING } }, { { ACTION, NULL } } },
  { 12, 11, "verdict of the MT", { { NOTHING } }, { { NOTHING } } },
  { 12, 12, "not told", { { NOTHING } }, { { ACTION, NULL } } },
  { 13, 12, "told", { { NOTHING } }, { { NOTHING } } },
  { 13, 13, "not archived", { { NOTHING } }, { { DOSSIER, NULL } } },
  { 14, 13, "archived", { { NOTHING } }, { { NOTHING } } },
  { 14, 14, "not closed", { { NOTHING } }, { { REVIEW, "closed" } } },
  { 15, 14, "closed", { { NOTHING } }, { { NOTHING } } },
};

static gpointer
get_first (ModelFixture *fixture,
           GType         type)
{
  return lev_record_list_peek (lev_register_list (fixture->records, type), 0);
}

static gpointer
get_invitation (ModelFixture *fixture)
{
  LevRecordList *list = lev_register_list (fixture->records, LEV_TYPE_ATTENDANCE);

  for (guint i = 0; i < lev_record_list_get_n (list); i++)
    if (LEV_ATTENDANCE (lev_record_list_peek (list, i))->person == fixture->director)
      return lev_record_list_peek (list, i);

  return NULL;
}

static LevRecord *
get_subject (ModelFixture *fixture,
             Subject       subject)
{
  switch (subject)
    {
    case REVIEW:
      return LEV_RECORD (fixture->review);
    case DOSSIER:
      return LEV_RECORD (fixture->dossier);
    case RISK:
      return LEV_RECORD (fixture->risk);
    case ACTION:
      return LEV_RECORD (fixture->action);
    case SUPPLIER:
      return LEV_RECORD (model_fixture_get_supplier (fixture, 1));
    case MANAGER:
      return LEV_RECORD (fixture->manager);
    case DIRECTOR:
      return LEV_RECORD (fixture->director);
    case MEETING:
      return get_first (fixture, LEV_TYPE_MEETING);
    case INVITATION:
      return get_invitation (fixture);
    case ANSWER:
      return LEV_RECORD (lev_dossier_find_answer (fixture->dossier, "1"));
    case ASSESSMENT:
      return LEV_RECORD (lev_dossier_find_assessment (fixture->dossier, "C1"));
    case STAKEHOLDER:
      return get_first (fixture, LEV_TYPE_STAKEHOLDER);
    case NOTHING:
    default:
      return NULL;
    }
}

static void
change_record (ModelFixture *fixture,
               const Change *change)
{
  LevRecord *record = get_subject (fixture, change->subject);
  int field;
  LevValue value = {
    .integer = change->integer,
    .text = change->text,
    .record = get_subject (fixture, change->reference),
  };

  if (change->subject == NOTHING)
    return;

  field = lev_record_class_find_field (LEV_RECORD_GET_CLASS (record), change->property);
  g_assert_cmpint (field, >=, 0);
  lev_record_set_value (record, (guint) field, &value);
}

/* A sentence for people: what is missing without a full stop, what to do with one. */
static void
check_words (LevMissing *missing)
{
  const char *reason = lev_missing_get_reason (missing);
  const char *todo = lev_missing_get_todo (missing);

  g_assert_true (g_unichar_isupper (g_utf8_get_char (reason)));
  g_assert_true (g_unichar_isupper (g_utf8_get_char (todo)));
  g_assert_false (g_str_has_suffix (reason, "."));
  g_assert_true (g_str_has_suffix (todo, "."));
}

static void
check_row (guint         row,
           ModelFixture *fixture)
{
  g_autoptr (GListStore) list = lev_review_list_missing (fixture->review, rows[row].step);
  guint n_expected = 0;

  for (guint i = 0; i < MAX_ROWS && rows[row].expected[i].subject != NOTHING; i++)
    {
      g_autoptr (LevMissing) missing = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_assert_nonnull (missing);
      g_assert_true (lev_missing_get_subject (missing) ==
                     get_subject (fixture, rows[row].expected[i].subject));
      g_assert_cmpstr (lev_missing_get_field (missing), ==, rows[row].expected[i].field);
      g_assert_cmpuint (lev_missing_get_step (missing), ==, rows[row].step);
      check_words (missing);
      n_expected++;
    }

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, n_expected);
}

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ModelFixture fixture;

      model_fixture_set_language (i % 2 == 0 ? "nl" : "en");
      model_fixture_init (&fixture, 2);
      model_fixture_reach (&fixture, rows[i].reached);
      for (guint j = 0; j < MAX_ROWS; j++)
        change_record (&fixture, &rows[i].changes[j]);

      g_test_message ("step %u: %s", rows[i].step, rows[i].what);
      check_row (i, &fixture);
      model_fixture_clear (&fixture);
    }
}

/* Guards look and change nothing. */
static void
test_pure (void)
{
  for (guint reached = 1; reached <= LEV_STEP_END; reached++)
    {
      ModelFixture fixture;

      model_fixture_init (&fixture, 2);
      model_fixture_reach (&fixture, reached);
      lev_register_end (fixture.records);
      lev_register_begin (fixture.records, "Look");
      for (guint step = 1; step <= LEV_N_STEPS; step++)
        {
          g_autoptr (GListStore) list = lev_review_list_missing (fixture.review, step);
          g_autoptr (GListStore) again = lev_review_list_missing (fixture.review, step);

          g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==,
                            g_list_model_get_n_items (G_LIST_MODEL (again)));
        }
      g_assert_true (lev_edit_is_empty (lev_register_get_edit (fixture.records)));
      model_fixture_clear (&fixture);
    }
}

/* The MT, the coordinating CM, and the CM and service owner of each chosen dossier; each once. */
static void
test_invitees (void)
{
  ModelFixture fixture;
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GPtrArray) more = NULL;
  LevPerson *colleague;

  model_fixture_init (&fixture, 2);
  model_fixture_reach (&fixture, 3);
  people = lev_review_list_invitees (fixture.review);
  g_assert_cmpuint (people->len, ==, 3);
  g_assert_true (g_ptr_array_find (people, fixture.director, NULL));
  g_assert_true (g_ptr_array_find (people, fixture.manager, NULL));
  g_assert_true (g_ptr_array_find (people, fixture.owner, NULL));

  colleague = lev_register_add (fixture.records, LEV_TYPE_PERSON, "name", "Bas", NULL);
  g_object_set (fixture.dossier, "manager", colleague, NULL);
  more = lev_review_list_invitees (fixture.review);
  g_assert_cmpuint (more->len, ==, 4);
  g_assert_true (g_ptr_array_find (more, colleague, NULL));
  model_fixture_clear (&fixture);
}

/* Once the profiles are frozen, who is new in the register does not reopen steps 2 and 4. */
static void
test_frozen (void)
{
  ModelFixture fixture;

  model_fixture_init (&fixture, 1);
  model_fixture_reach (&fixture, 6);
  lev_register_add (fixture.records, LEV_TYPE_PERSON, "name", "New", "management-team", TRUE, NULL);
  lev_register_add (fixture.records, LEV_TYPE_SUPPLIER, "name", "New", NULL);
  g_object_set (fixture.review, "selection-value", 5, NULL);
  for (guint step = 1; step <= 5; step++)
    {
      g_autoptr (GListStore) list = lev_review_list_missing (fixture.review, step);

      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
    }
  g_assert_cmpuint (lev_review_get_step (fixture.review), ==, 6);
  model_fixture_clear (&fixture);
}

static void
check_doubt (LevDossier *dossier,
             const char *question,
             gboolean    is_doubted)
{
  g_autofree char *doubt = lev_profile_doubt_answer (dossier, question);

  g_assert_true ((doubt != NULL) == is_doubted);
}

/* A “no” is questioned when a score or a risk of its theme says otherwise, and only then. */
static void
test_doubt (void)
{
  ModelFixture fixture;
  LevRisk *risk;

  model_fixture_init (&fixture, 1);
  model_fixture_reach (&fixture, 3);
  lev_process_answer (fixture.dossier, "1", LEV_ANSWER_NO, "x", NULL);
  lev_process_answer (fixture.dossier, "2", LEV_ANSWER_NO, "x", NULL);
  lev_process_assess (fixture.dossier, "C1", 4, NULL);
  check_doubt (fixture.dossier, "1", FALSE);

  lev_process_assess (fixture.dossier, "C1", 5, NULL);
  check_doubt (fixture.dossier, "1", TRUE);
  check_doubt (fixture.dossier, "2", FALSE);

  risk = lev_process_add_risk (fixture.dossier, NULL);
  g_object_set (risk, "criterion", "I1", "likelihood", 4, "impact", 3, NULL);
  check_doubt (fixture.dossier, "2", FALSE);
  g_object_set (risk, "impact", 4, NULL);
  check_doubt (fixture.dossier, "2", TRUE);
  check_doubt (fixture.dossier, "3", FALSE);

  lev_process_answer (fixture.dossier, "2", LEV_ANSWER_ATTENTION, "x", NULL);
  check_doubt (fixture.dossier, "2", FALSE);
  model_fixture_clear (&fixture);
}

static void
test_describe (void)
{
  g_autoptr (GListStore) list = NULL;
  g_autofree char *text = NULL;
  ModelFixture fixture;

  model_fixture_set_language ("nl");
  model_fixture_init (&fixture, 1);
  list = lev_review_list_missing (fixture.review, 1);
  text = lev_missing_describe (G_LIST_MODEL (list));
  g_assert_cmpstr (text, ==,
                   "Round: De coördinerend CM ontbreekt. Kies wie de ronde coördineert.\n"
                   "Round: De periode ontbreekt. Vul in van wanneer tot wanneer de ronde loopt.");
  model_fixture_clear (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/guard/rows", test_rows);
  g_test_add_func ("/guard/pure", test_pure);
  g_test_add_func ("/guard/invitees", test_invitees);
  g_test_add_func ("/guard/frozen", test_frozen);
  g_test_add_func ("/guard/doubt", test_doubt);
  g_test_add_func ("/guard/describe", test_describe);

  return g_test_run ();
}
