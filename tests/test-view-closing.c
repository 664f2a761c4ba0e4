/* Steps 9 to 14 in the window: verdicts, the archive and the end of the round. */

#include "lev-archive-run.h"
#include "lev-archiving.h"
#include "lev-figures.h"
#include "lev-follow-up-row.h"
#include "lev-lead-time.h"
#include "lev-person-row.h"
#include "lev-process.h"
#include "lev-profile-document.h"
#include "lev-record-list.h"
#include "view-driver.h"
#include "view-fixture.h"

static LevApplication *application;

static LevReview *
get_review (void)
{
  return view_driver_record (application, LEV_TYPE_REVIEW, "title", "Review 2026-2");
}

static LevAction *
select_action (LevWindow  *window,
               const char *title)
{
  GtkWidget *row = view_driver_find (window, LEV_TYPE_FOLLOW_UP_ROW, title);

  gtk_list_box_select_row (GTK_LIST_BOX (gtk_widget_get_parent (row)), GTK_LIST_BOX_ROW (row));
  view_fixture_iterate (100);

  return view_driver_record (application, LEV_TYPE_ACTION, "title", title);
}

static LevPerson *
find_person (const char *name)
{
  return view_driver_record (application, LEV_TYPE_PERSON, "name", name);
}

/* The MT finds an action finished. */
static void
test_yes (void)
{
  LevWindow *window = view_driver_open_step (application, 1210, 11);
  LevAction *action = select_action (window, "Escrow opbouwen en testen");

  g_assert_cmpuint (lev_action_get_step (action), ==, 11);
  view_driver_toggle (window, "Ja");
  lev_person_row_set_person (view_driver_find (window, LEV_TYPE_PERSON_ROW, "Beoordeeld door"),
                             find_person ("Ingrid Scholten"));
  view_fixture_iterate (200);
  view_fixture_picture (GTK_WIDGET (window), "1200", "oordeel-mt");
  view_driver_click (window, "Oordeel vastleggen");
  g_assert_cmpuint (lev_action_get_step (action), ==, 12);
  g_assert_true (lev_action_get_decision (action, 11)->by == find_person ("Ingrid Scholten"));

  view_driver_close (window);
}

/* A service owner does not: that needs a reason, and the action goes back. */
static void
test_no (void)
{
  LevWindow *window = view_driver_open_step (application, 1210, 9);
  LevAction *action = select_action (window, "Uitwijktest uitvoeren en rapporteren");
  GtkWidget *reason;

  view_driver_toggle (window, "Nee");
  g_assert_true (view_driver_sees (window, "terug naar stap 7"));
  g_assert_false (
    gtk_widget_get_sensitive (view_driver_find (window, GTK_TYPE_BUTTON, "Oordeel vastleggen")));
  reason = view_driver_find (window, ADW_TYPE_ENTRY_ROW, "Reden");
  view_driver_type (reason, "Het verslag is er nog niet.");
  view_driver_click (window, "Oordeel vastleggen");
  g_assert_cmpuint (lev_action_get_step (action), ==, 7);
  g_assert_cmpstr (lev_action_get_return (action)->reason, ==, "Het verslag is er nog niet.");

  view_driver_close (window);
}

/* The overview counts lead times and returns as the report does. */
static void
test_figures (void)
{
  LevWindow *window = view_driver_open (application, 1210, 1190);
  LevAction *action = view_driver_record (application, LEV_TYPE_ACTION, "title",
                                          "Uitwijktest uitvoeren en rapporteren");
  LevLeadTime lead = lev_action_get_lead_time (action);
  LevFigures figures = lev_review_get_figures (get_review ());
  g_autofree char *returns = g_strdup_printf ("%u van de Diensteigenaar, %u van het MT",
                                              figures.n_owner_returns, figures.n_mt_returns);
  g_autofree char *days = g_strdup_printf ("%u dagen, over ", figures.days_closed);

  g_assert_cmpuint (lead.n_owner_returns, ==, 1);
  g_assert_cmpuint (figures.n_owner_returns, >=, lead.n_owner_returns);
  g_assert_cmpuint (figures.n_closed, >, 0);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.review", "s",
                              LEV_RECORD (get_review ())->id);
  view_fixture_iterate (300);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.overview", NULL);
  view_fixture_iterate (300);
  view_fixture_picture (GTK_WIDGET (window), "1200", "overzicht-doorlooptijden");
  g_assert_true (view_driver_sees (window, "Doorlooptijden en terugkomsten"));
  g_assert_true (view_driver_sees (window, returns));
  g_assert_true (view_driver_sees (window, days));

  view_driver_close (window);
}

/* What is said in each step to bring an action on. */
static void
bring_on (LevAction *action,
          guint      step)
{
  LevDecisionDetails details = {
    .by = action->dossier->owner,
    .date = lev_clock_today (),
    .reason = "In orde",
    .form = LEV_FEEDBACK_FORM_BUNDLED,
    .recipients = "Joost Verhagen",
  };
  const LevUpdateDetails update = {
    .author = action->dossier->manager,
    .text = "Gereed",
    .progress = 100,
    .channel = LEV_CHANNEL_MAIL,
    .recipients = "Joost Verhagen",
  };
  g_autoptr (GError) error = NULL;

  if (step == 11)
    details.by = view_driver_record (application, LEV_TYPE_PERSON, "name", "Ingrid Scholten");
  if (step == 8)
    lev_process_report_status (action, &update, &error);
  else
    lev_process_decide (action, step, LEV_OUTCOME_YES, &details, &error);
  g_assert_no_error (error);
}

static void
finish_action (LevAction *action)
{
  guint step;

  g_object_set (action, "executor", action->dossier->owner, "frequency", LEV_FREQUENCY_MONTHLY,
                "channel", LEV_CHANNEL_MAIL, NULL);
  while ((step = lev_action_get_step (action)) < 13)
    bring_on (action, step);
}

/* Brings every dossier of the round to the archive. */
static void
finish_actions (LevReview *review)
{
  g_autoptr (GPtrArray) dossiers = lev_review_list_chosen (review);

  lev_application_begin (application, "Alles afronden");
  for (guint i = 0; i < dossiers->len; i++)
    {
      LevDossier *dossier = g_ptr_array_index (dossiers, i);
      LevRecordList *actions = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_ACTION);
      g_autofree char *content = lev_profile_to_json (dossier);

      if (lev_dossier_get_version (dossier, LEV_VERSION_REASON_UPDATE) == NULL)
        lev_process_confirm_profile (dossier, content, "Bijgewerkt", NULL);
      for (guint j = 0; j < lev_record_list_get_n (actions); j++)
        if (lev_action_is_agreed (lev_record_list_peek (actions, j)))
          finish_action (lev_record_list_peek (actions, j));
    }
  g_assert_true (lev_application_commit (application));
}

static gboolean
is_all_archived (gpointer data)
{
  return lev_review_get_dossier_progress (data, 13).done == 7;
}

static gboolean
has_finding (gpointer data)
{
  return view_driver_sees (data, "Alles wat gearchiveerd is, is er en klopt");
}

static void
test_archive (void)
{
  LevReview *review = get_review ();
  LevWindow *window = view_driver_open_step (application, 1210, 13);
  g_autofree char *path = g_dir_make_tmp ("levman-archief-XXXXXX", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GPtrArray) ready = NULL;

  finish_actions (review);
  view_fixture_iterate (100);
  g_assert_true (view_driver_sees (window, "7 dossiers zijn klaar om te archiveren"));
  g_assert_nonnull (view_driver_find (window, GTK_TYPE_BUTTON, "Alle archiveren…"));

  ready = lev_archiving_list_ready (review);
  lev_archive_run_write (view_driver_find (window, GTK_TYPE_BUTTON, "Alle archiveren…"), ready,
                         folder);
  /* The window lives on while the files are written. */
  g_assert_false (is_all_archived (review));
  view_driver_wait_for (is_all_archived, review);
  view_fixture_iterate (200);
  g_assert_true (view_driver_sees (window, "7 van 7 dossiers staan in het archief"));

  view_driver_click (window, "Controleren");
  view_driver_wait_for (has_finding, window);
  adw_expander_row_set_expanded (view_driver_look (window, ADW_TYPE_EXPANDER_ROW), TRUE);
  view_fixture_iterate (400);
  g_assert_true (view_driver_sees (window, "manifest.sha256"));
  view_fixture_picture (GTK_WIDGET (window), "1200", "archief-gecontroleerd");

  view_driver_close (window);
}

static void
test_close (void)
{
  LevReview *review = get_review ();
  LevWindow *window = view_driver_open_step (application, 1210, 14);

  g_assert_cmpuint (review->closed, ==, 0);
  view_driver_click (window, "Ronde afsluiten");
  g_assert_cmpuint (review->closed, !=, 0);
  view_fixture_iterate (200);
  g_assert_true (view_driver_sees (window, "Gesloten op"));
  view_fixture_picture (GTK_WIDGET (window), "1200", "ronde-afgesloten");

  view_driver_close (window);
}

static void
add_tests (const char *database)
{
  application = lev_application_get_default ();
  g_test_add_func ("/view/closing/yes", test_yes);
  g_test_add_func ("/view/closing/no", test_no);
  g_test_add_func ("/view/closing/figures", test_figures);
  g_test_add_func ("/view/closing/archive", test_archive);
  g_test_add_func ("/view/closing/close", test_close);
}

int
main (int    argc,
      char **argv)
{
  return view_fixture_run (argc, argv, add_tests);
}
