/* From what is missing to the very field: of everything that the guards of all steps can ask,
 * `win.go` gives the focus to the place of that record, and of the field where it has one. The
 * database is the example, its path the first argument. */

#include "lev-anchor.h"
#include "lev-application.h"
#include "lev-guard.h"
#include "lev-meeting-plan.h"
#include "lev-process.h"
#include "lev-record-list.h"
#include "lev-window.h"

#include <libintl.h>
#include <locale.h>

#define PATIENCE (15 * G_USEC_PER_SEC)

static LevApplication *application;
static GtkWidget *window;
static guint n_jumps;

static LevRecordList *
list (GType type)
{
  return lev_register_list (lev_application_get_records (application), type);
}

/* Whether the focus is at the place of @missing, or in it. A field that a page shows nowhere is
 * found at its record. */
static gboolean
has_focus (LevMissing *missing)
{
  LevRecord *subject = lev_missing_get_subject (missing);
  const char *expected = lev_missing_get_field (missing);
  const char *field;

  for (GtkWidget *widget = gtk_window_get_focus (GTK_WINDOW (window)); widget != NULL;
       widget = gtk_widget_get_parent (widget))
    if (lev_anchor_get (widget, &field) == subject)
      return g_strcmp0 (field, expected) == 0 ||
             (field == NULL && lev_missing_get_step (missing) == 8);

  return FALSE;
}

/* In sight: within the part of the page that its scrolled window shows. */
static gboolean
is_in_sight (void)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));
  GtkWidget *scrolled = gtk_widget_get_ancestor (focus, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;

  if (scrolled == NULL)
    return TRUE;
  if (!gtk_widget_get_mapped (focus) || !gtk_widget_compute_bounds (focus, scrolled, &bounds))
    return FALSE;

  return bounds.origin.y > -bounds.size.height &&
         bounds.origin.y < gtk_widget_get_height (scrolled);
}

static void
check_jump (LevMissing *missing)
{
  LevRecord *subject = lev_missing_get_subject (missing);
  const char *field = lev_missing_get_field (missing);
  gint64 until = g_get_monotonic_time () + PATIENCE;
  g_autofree char *title = lev_record_dup_title (subject);

  gtk_widget_activate_action (window, "win.go", "(uss)", lev_missing_get_step (missing),
                              subject->id, field != NULL ? field : "");
  while (!(has_focus (missing) && is_in_sight ()) && g_get_monotonic_time () < until)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);

  if (!has_focus (missing) || !is_in_sight ())
    {
      GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

      g_test_message ("step %u, %s, field %s: %s; the focus is in %s",
                      lev_missing_get_step (missing), title, field,
                      lev_missing_get_reason (missing),
                      focus != NULL ? G_OBJECT_TYPE_NAME (focus) : "nothing");
      g_test_fail ();
    }
  n_jumps++;
}

/* Every thing that @review misses in step @number; there must be some. */
static void
check_step (LevReview *review,
            guint      number)
{
  g_autoptr (GListStore) missing = lev_review_list_missing (review, number);
  guint n_missing = g_list_model_get_n_items (G_LIST_MODEL (missing));

  g_test_message ("step %u: %u", number, n_missing);
  g_assert_cmpuint (n_missing, >, 0);
  for (guint i = 0; i < n_missing; i++)
    {
      g_autoptr (LevMissing) item = g_list_model_get_item (G_LIST_MODEL (missing), i);

      check_jump (item);
    }
}

static void
begin (void)
{
  lev_application_begin (application, "Prepare");
}

static void
commit (void)
{
  g_assert_true (lev_application_commit (application));
}

/* A round of which nothing is filled in. */
static LevReview *
start_empty (void)
{
  LevReview *review;

  begin ();
  review = lev_process_start (lev_application_get_records (application), "Leeg", NULL, NULL);
  g_assert_nonnull (review);
  g_object_set (review, "coordinator", NULL, "previous", NULL, "period-from", 0, "period-until", 0,
                NULL);
  commit ();

  return review;
}

/* A supplier below the line, without a motivation and without people. */
static LevDossier *
choose_last (LevReview *review)
{
  LevRecordList *suppliers = list (LEV_TYPE_SUPPLIER);
  LevSupplier *supplier = lev_record_list_peek (suppliers, lev_record_list_get_n (suppliers) - 1);
  LevDossier *dossier;

  begin ();
  dossier = lev_process_choose (review, supplier, TRUE, NULL, NULL);
  g_assert_nonnull (dossier);
  g_object_set (dossier, "manager", NULL, "owner", NULL, "level-manager", NULL, "motivation", NULL,
                NULL);
  commit ();

  return dossier;
}

/* Steps 1 and 2 are done, the profile is empty but for what cannot be missing from nothing. */
static void
open_profile (LevReview  *review,
              LevDossier *dossier)
{
  LevPerson *person = lev_record_list_peek (list (LEV_TYPE_PERSON), 0);
  g_autoptr (GError) error = NULL;
  LevRisk *accepted;

  begin ();
  g_object_set (review, "coordinator", person, "period-from", 20000, "period-until", 20100,
                "selection-rule", LEV_SELECTION_RULE_COUNT, "selection-value", 0, NULL);
  g_object_set (dossier, "manager", person, "owner", person, "level-manager", person, "motivation",
                "Overname", NULL);
  lev_process_open_profiles (review, &error);
  g_assert_no_error (error);

  g_object_set (lev_process_add_risk (dossier, NULL), "likelihood", 5, "impact", 5, NULL);
  accepted = lev_process_add_risk (dossier, NULL);
  g_object_set (accepted, "likelihood", 5, "impact", 5, "treatment", LEV_TREATMENT_ACCEPT, NULL);
  lev_process_propose (dossier, NULL, NULL);
  lev_process_answer (dossier, "1", LEV_ANSWER_NO, "", &error);
  g_assert_no_error (error);
  commit ();
}

/* As if the profile was frozen and presented. */
static void
present (LevDossier *dossier)
{
  LevRegister *records = lev_application_get_records (application);
  LevProfileVersion *version;

  begin ();
  version = lev_register_add (records, LEV_TYPE_PROFILE_VERSION, "dossier", dossier, "number", 1,
                              "moment", G_GINT64_CONSTANT (1790000000), "reason",
                              LEV_VERSION_REASON_MEETING, "content", "{}", "sha256",
                              "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",
                              NULL);
  lev_register_add (records, LEV_TYPE_DECISION, "dossier", dossier, "number", 1, "step", 5,
                    "outcome", LEV_OUTCOME_YES, "profile-version", version, NULL);
  commit ();
}

static void
test_preparing (void)
{
  LevReview *review = start_empty ();
  LevDossier *dossier;

  gtk_widget_activate_action (window, "win.review", "s", LEV_RECORD (review)->id);
  check_step (review, 1);
  check_step (review, 2);
  dossier = choose_last (review);
  check_step (review, 2);
  open_profile (review, dossier);
  check_step (review, 3);
  check_step (review, 4);
  begin ();
  lev_meeting_plan_ensure (review);
  commit ();
  check_step (review, 4);
  check_step (review, 5);
  present (dossier);
  check_step (review, 6);
}

/* The round that the example leaves running has something to do in each step from 7 on. */
static void
test_following_up (void)
{
  LevReview *review = lev_record_list_peek (list (LEV_TYPE_REVIEW), 2);
  LevRecordList *actions = list (LEV_TYPE_ACTION);

  begin ();
  for (guint i = 0; i < lev_record_list_get_n (actions); i++)
    {
      LevAction *action = lev_record_list_peek (actions, i);

      if (action->dossier->review != review || lev_action_get_step (action) != 7)
        continue;
      g_object_set (action, "executor", NULL, "frequency", LEV_FREQUENCY_NONE, NULL);
      if (lev_action_get_decision (action, 7) == NULL)
        g_object_set (action, "due", 0, NULL);
    }
  commit ();

  gtk_widget_activate_action (window, "win.review", "s", LEV_RECORD (review)->id);
  for (guint number = 7; number <= LEV_N_STEPS; number++)
    check_step (review, number);
}

static void
open_window (int width)
{
  window = GTK_WIDGET (lev_window_new (application));
  gtk_window_set_default_size (GTK_WINDOW (window), width, 800);
  gtk_window_present (GTK_WINDOW (window));
}

static void
test_width (gconstpointer data)
{
  open_window (GPOINTER_TO_INT (data));
  test_preparing ();
  test_following_up ();
  gtk_window_destroy (GTK_WINDOW (window));
  g_test_message ("%u jumps", n_jumps);
  g_assert_cmpuint (n_jumps, >=, 80);
  n_jumps = 0;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("LEVMAN_LOCALEDIR"));
  textdomain (GETTEXT_PACKAGE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_assert_cmpint (argc, ==, 2);

  application = lev_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, &error));
  g_application_set_default (G_APPLICATION (application));
  lev_application_open (application, argv[1], LEV_STORE_WRITE, &error);
  g_assert_no_error (error);

  g_test_add_data_func ("/jump/wide", GINT_TO_POINTER (1210), test_width);
  g_test_add_data_func ("/jump/narrow", GINT_TO_POINTER (370), test_width);
  status = g_test_run ();
  g_object_unref (application);

  return status;
}
