/* The risk profile of step 3 as it looks at moments that the example does not have: a new round
 * whose scores of last time wait to be confirmed, and a closed round. Each leaves pictures. It also
 * shows that the form follows the handbook. */

#include "lev-criterion-row.h"
#include "lev-evidence-bar.h"
#include "lev-process.h"
#include "lev-profile-view.h"
#include "lev-record-list.h"
#include "lev-state.h"
#include "view-driver.h"
#include "view-fixture.h"

static LevApplication *application;

static const char *const section_names[] = {
  "kop", "hoofdvragen", "continuiteit", "informatieveiligheid", "risicos", "acties",
};

static LevDossier *
find_dossier (LevReview  *review,
              const char *supplier)
{
  return lev_review_find_dossier (review, view_driver_record (application, LEV_TYPE_SUPPLIER,
                                                              "name", supplier));
}

static void
assess (LevDossier *dossier,
        const char *criterion,
        int         score,
        const char *note)
{
  g_autoptr (GError) error = NULL;
  LevAssessment *assessment = lev_process_assess (dossier, criterion, score, &error);

  g_assert_no_error (error);
  if (note != NULL)
    g_object_set (assessment, "note", note, NULL);
}

/* The moment of the drawing: of ten criteria of continuity six are scored. */
static void
fill_in (LevDossier *dossier)
{
  LevRegister *records = LEV_RECORD (dossier)->records;
  LevAssessment *assessment;

  assess (dossier, "C1", 2, NULL);
  assess (dossier, "C3", 4,
          "Twee beheerders kennen de opslagomgeving; één van hen vertrekt per 1 december. De "
          "leverancier heeft nog geen vervanger genoemd en er ligt geen plan voor overdracht.");
  assess (dossier, "C4", LEV_SCORE_OPEN, NULL);
  assess (dossier, "C5", LEV_SCORE_UNKNOWN, NULL);
  assess (dossier, "C6", 3, NULL);
  assess (dossier, "C7", 5, NULL);
  assess (dossier, "C8", 2, NULL);
  assessment = lev_dossier_find_assessment (dossier, "C3");
  lev_register_add (records, LEV_TYPE_EVIDENCE, "assessment", assessment, "name", "Verslag overleg",
                    "date", lev_date_new (2026, 9, 21), NULL);
  lev_register_add (records, LEV_TYPE_EVIDENCE, "assessment", assessment, "name", "Bezettingsplan",
                    "date", lev_date_new (2026, 3, 2), "valid-until", lev_date_new (2026, 8, 31),
                    NULL);
  g_assert_nonnull (lev_process_answer (dossier, "1", LEV_ANSWER_NO,
                                        "De dienst is dit jaar niet onderbroken.", NULL));
}

static LevReview *
start_round (void)
{
  static const char *const suppliers[] = { "Waterland Datacenters", "Kwelder Netwerken",
                                           "Rietvink Geo" };
  LevRegister *records = lev_application_get_records (application);
  g_autoptr (GError) error = NULL;
  LevReview *review;

  lev_application_begin (application, "Start");
  review = lev_process_start (records, "Review 2027-1", NULL, &error);
  g_assert_no_error (error);
  g_object_set (review, "subtitle", "Voorjaar 2027", "coordinator",
                lev_application_get_user (application), "period-from", lev_date_new (2027, 1, 1),
                "period-until", lev_date_new (2027, 6, 30), "selection-value", 1, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (suppliers); i++)
    lev_process_choose (review,
                        view_driver_record (application, LEV_TYPE_SUPPLIER, "name", suppliers[i]),
                        TRUE, "Voor de tekening", &error);
  for (guint i = 0; i < lev_record_list_get_n (lev_register_list (records, LEV_TYPE_SUPPLIER)); i++)
    {
      LevSupplier *supplier = lev_record_list_peek (lev_register_list (records, LEV_TYPE_SUPPLIER),
                                                    i);

      if (lev_review_find_dossier (review, supplier) == NULL)
        lev_process_choose (review, supplier, FALSE, "Voor de tekening", &error);
    }
  g_assert_no_error (error);
  lev_process_open_profiles (review, &error);
  g_assert_no_error (error);
  fill_in (find_dossier (review, "Waterland Datacenters"));
  g_assert_true (lev_application_commit (application));

  return review;
}

/* Shows step 3 of @review, and returns the profile that is there. */
static GtkWidget *
show_profile (GtkWidget *window,
              LevReview *review)
{
  LevDossier *dossier = find_dossier (review, "Waterland Datacenters");
  g_autoptr (GVariant)
    place = g_variant_ref_sink (g_variant_new ("(uss)", 3, LEV_RECORD (dossier)->id, ""));
  GtkWidget *view;

  gtk_widget_activate_action_variant (window, "win.go", place);
  view_fixture_iterate (300);
  view = view_driver_look (window, LEV_TYPE_PROFILE_VIEW);
  if (view == NULL) /* only the list of suppliers fits */
    {
      GtkWidget *split = view_driver_look (window, ADW_TYPE_NAVIGATION_SPLIT_VIEW);

      while (split != NULL && view == NULL)
        {
          adw_navigation_split_view_set_show_content (ADW_NAVIGATION_SPLIT_VIEW (split), TRUE);
          view_fixture_iterate (500);
          view = view_driver_look (window, LEV_TYPE_PROFILE_VIEW);
          split = view_driver_look (gtk_widget_get_last_child (split),
                                    ADW_TYPE_NAVIGATION_SPLIT_VIEW);
        }
    }
  g_assert_nonnull (view);

  return view;
}

static void
take_sections (GtkWidget  *window,
               const char *size,
               LevReview  *review,
               const char *state)
{
  GtkWidget *view = show_profile (window, review);

  for (guint i = 0; i < G_N_ELEMENTS (section_names); i++)
    {
      g_autofree char *page = g_strdup_printf ("profiel-%s-%s", state, section_names[i]);

      gtk_widget_activate_action (view, "profile.section", "u", i);
      view_fixture_iterate (300);
      view_fixture_picture (window, size, page);
    }
}

static LevReview *
find_review (const char *title)
{
  return view_driver_record (application, LEV_TYPE_REVIEW, "title", title);
}

static void
show_pictures (GtkWidget  *window,
               const char *size)
{
  GtkWidget *view;

  take_sections (window, size, find_review ("Review 2027-1"), "nieuw");
  view = view_driver_look (window, LEV_TYPE_PROFILE_VIEW);
  g_object_set (view, "compares", TRUE, NULL);
  gtk_widget_activate_action (view, "profile.section", "u", 2);
  view_fixture_iterate (300);
  view_fixture_picture (window, size, "profiel-vergeleken");
  take_sections (window, size, find_review ("Review 2026-1"), "gesloten");
}

/* What the handbook asks is what the form shows: a criterion that is added to it, and a theme. */
static void
test_handbook (void)
{
  LevReview *review = find_review ("Review 2027-1");
  GtkWidget *window = GTK_WIDGET (view_driver_open (application, 1210, 810));
  GtkWidget *view;
  g_autofree char *old = g_strdup (review->handbook->content);
  g_autofree char *new = g_strconcat (old,
                                      "\n[criterion C11]\ntheme=continuity\ntitle=Duurzaamheid\n"
                                      "question=Wat is de uitstoot?\nevidence=\n"
                                      "[theme climate]\ntitle=Klimaat\n"
                                      "[criterion K1]\ntheme=climate\ntitle=Hitte\n"
                                      "question=Is er koeling?\nevidence=\n",
                                      NULL);

  view = show_profile (window, review);
  gtk_widget_activate_action (view, "profile.section", "u", 2);
  view_fixture_iterate (200);
  g_assert_cmpuint (view_driver_count (view, LEV_TYPE_CRITERION_ROW), ==, 10);

  lev_application_begin (application, "Handbook");
  g_object_set (review->handbook, "content", new, NULL);
  g_assert_true (lev_application_commit (application));
  gtk_widget_activate_action (view, "profile.section", "u", 2);
  view_fixture_iterate (200);
  g_assert_cmpuint (view_driver_count (view, LEV_TYPE_CRITERION_ROW), ==, 11);
  gtk_widget_activate_action (view, "profile.section", "u", 4);
  view_fixture_iterate (200);
  g_assert_cmpuint (view_driver_count (view, LEV_TYPE_CRITERION_ROW), ==, 1);

  lev_application_begin (application, "Handbook");
  g_object_set (review->handbook, "content", old, NULL);
  g_assert_true (lev_application_commit (application));
  gtk_widget_activate_action (view, "profile.section", "u", 2);
  view_fixture_iterate (200);
  g_assert_cmpuint (view_driver_count (view, LEV_TYPE_CRITERION_ROW), ==, 10);

  view_driver_close (LEV_WINDOW (window));
}

/* Shift+Tab goes on from the evidence of a criterion, which shows once one is in its row. */
static void
test_shift_tab (void)
{
  GtkWidget *window = GTK_WIDGET (view_driver_open (application, 1210, 810));
  GtkWidget *view, *row, *bar;

  view = show_profile (window, find_review ("Review 2027-1"));
  gtk_widget_activate_action (view, "profile.section", "u", 2);
  view_fixture_iterate (200);

  row = view_driver_look (view, LEV_TYPE_CRITERION_ROW);
  gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
  view_fixture_iterate (100);
  bar = view_driver_look (row, LEV_TYPE_EVIDENCE_BAR);
  g_assert_true (gtk_widget_grab_focus (bar));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), bar));
  g_signal_emit_by_name (window, "move-focus", GTK_DIR_TAB_BACKWARD);
  g_assert_false (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), bar));

  view_driver_close (LEV_WINDOW (window));
}

static void
add_tests (const char *database)
{
  application = lev_application_get_default ();
  start_round ();
  g_test_add_func ("/profile-form/handbook", test_handbook);
  g_test_add_func ("/profile-form/shift-tab", test_shift_tab);
  view_fixture_add ("profile-form", show_pictures);
}

int
main (int    argc,
      char **argv)
{
  return view_fixture_run (argc, argv, add_tests);
}
