/* Step 6 in the window: the frozen version, what was changed since, and a decision of each kind. */

#include "lev-date-button.h"
#include "lev-decision-row.h"
#include "lev-person-row.h"
#include "lev-process.h"
#include "view-driver.h"
#include "view-fixture.h"

static LevApplication *application;

static void
test_version (void)
{
  LevWindow *window = view_driver_open_step (application, 1210, 6);
  AdwDialog *dialog;

  g_assert_true (view_driver_sees (window, "Versie 1, bevroren"));
  view_driver_click (window, "Profiel bekijken");
  dialog = view_driver_get_dialog (window);
  g_assert_true (view_driver_sees (dialog, "Versie 1, bevroren op 5 november 2026"));
  g_assert_true (view_driver_sees (dialog, "A11 Uitwijktest uitvoeren en rapporteren"));
  view_fixture_picture (GTK_WIDGET (window), "1200", "bevroren-profiel");
  view_driver_close_dialog (window);

  g_assert_true (view_driver_sees (window, "Het profiel is gewijzigd na de versie"));
  view_driver_click (window, "Verschillen");
  dialog = view_driver_get_dialog (window);
  g_assert_true (view_driver_sees (dialog, "Verschillen met versie 1"));
  g_assert_nonnull (view_driver_look (dialog, ADW_TYPE_ACTION_ROW));
  view_fixture_picture (GTK_WIDGET (window), "1200", "verschillen");
  view_driver_close_dialog (window);

  view_driver_close (window);
}

/* The action on which the MT said no can be decided on once more. */
static GtkWidget *
find_row (LevWindow *window)
{
  return view_driver_find (window, LEV_TYPE_DECISION_ROW,
                           "Tweede locatie voor back-up buiten de regio");
}

static void
choose_person (GtkWidget  *drop_down,
               const char *name)
{
  LevPerson *person = view_driver_record (application, LEV_TYPE_PERSON, "name", name);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down),
                              lev_person_model_find (gtk_drop_down_get_model (
                                                       GTK_DROP_DOWN (drop_down)),
                                                     person));
  view_fixture_iterate (30);
}

static GtkWidget *
find_drop_down (GtkWidget  *row,
                const char *title)
{
  GtkWidget *label = view_driver_find (row, GTK_TYPE_LABEL, title);

  return gtk_label_get_mnemonic_widget (GTK_LABEL (label));
}

static void
test_no (void)
{
  LevWindow *window = view_driver_open_step (application, 1210, 6);
  GtkWidget *row = find_row (window);
  LevAction *action = lev_decision_row_get_action (LEV_DECISION_ROW (row));
  LevDecision *first = lev_action_get_decision (action, 6);
  LevDecision *second;
  GtkWidget *button;

  view_driver_click (row, "Nieuw besluit");
  view_driver_toggle (row, "Niet nemen");
  button = view_driver_find (row, GTK_TYPE_BUTTON, "Besluit vastleggen");
  g_assert_false (gtk_widget_get_sensitive (button));
  view_driver_type (view_driver_look (row, GTK_TYPE_TEXT_VIEW),
                    "De aanbesteding is naar voren gehaald.");
  choose_person (find_drop_down (row, "Restrisico geaccepteerd door"), "Ingrid Scholten");
  g_assert_true (view_driver_sees (row, "risico blijft"));
  g_assert_true (
    gtk_widget_has_css_class (view_driver_look (row, LEV_TYPE_DATE_BUTTON), "missing"));
  view_fixture_iterate (300);
  view_fixture_picture (GTK_WIDGET (window), "1200", "besluit-nee");
  g_assert_false (gtk_widget_get_sensitive (button));
  lev_date_button_set_date (view_driver_look (row, LEV_TYPE_DATE_BUTTON),
                            lev_date_new (2027, 6, 30));
  view_fixture_iterate (30);
  view_driver_click (row, "Besluit vastleggen");

  second = lev_action_get_decision (action, 6);
  g_assert_true (second != first);
  g_assert_cmpint (second->outcome, ==, LEV_OUTCOME_NO);
  g_assert_cmpstr (second->reason, ==, "De aanbesteding is naar voren gehaald.");
  g_assert_cmpstr (second->accepted_by->name, ==, "Ingrid Scholten");
  g_assert_cmpuint (second->accepted_until, ==, lev_date_new (2027, 6, 30));
  g_assert_nonnull (second->by);
  g_assert_true (view_driver_sees (find_row (window), "De aanbesteding is naar voren gehaald."));

  view_driver_close (window);
}

static void
test_yes (void)
{
  LevWindow *window = view_driver_open_step (application, 1210, 6);
  GtkWidget *row = find_row (window);
  LevAction *action = lev_decision_row_get_action (LEV_DECISION_ROW (row));

  view_driver_click (row, "Nieuw besluit");
  view_driver_toggle (row, "Nemen");
  view_driver_click (row, "Besluit vastleggen");
  g_assert_cmpint (lev_action_get_decision (action, 6)->outcome, ==, LEV_OUTCOME_YES);
  g_assert_true (lev_action_is_agreed (action));

  /* The way back. */
  gtk_widget_activate_action (GTK_WIDGET (window), "app.undo", NULL);
  view_fixture_iterate (100);
  g_assert_false (lev_action_is_agreed (action));

  view_driver_close (window);
}

static void
test_narrow (void)
{
  LevWindow *window = view_driver_open_step (application, 370, 6);

  g_assert_true (view_driver_sees (window, "Gereed"));
  g_assert_true (view_driver_sees (window, "Waterland Datacenters"));
  view_fixture_picture (GTK_WIDGET (window), "360", "besluiten-lijst");

  view_driver_close (window);
}

static void
retitle (LevAction  *action,
         const char *title)
{
  lev_application_begin (application, "Titel gewijzigd");
  g_object_set (action, "title", title, NULL);
  g_assert_true (lev_application_commit (application));
}

/* A toast offers to undo the edit that it names, so that it goes with the next edit. */
static void
test_toast (void)
{
  LevWindow *window = view_driver_open_step (application, 1210, 6);
  LevAction *action = lev_decision_row_get_action (LEV_DECISION_ROW (find_row (window)));
  g_autofree char *title = g_strdup (action->title);

  retitle (action, "Eerste titel");
  lev_application_toast (application, "Titel gegeven", "_Ongedaan maken", "app.undo");
  view_fixture_iterate (100);
  g_assert_true (view_driver_sees (window, "Titel gegeven"));
  retitle (action, title);
  view_fixture_iterate (100);
  g_assert_false (view_driver_sees (window, "Titel gegeven"));
  view_driver_close (window);
}

static void
add_tests (const char *database)
{
  application = lev_application_get_default ();
  g_test_add_func ("/view/decisions/version", test_version);
  g_test_add_func ("/view/decisions/no", test_no);
  g_test_add_func ("/view/decisions/yes", test_yes);
  g_test_add_func ("/view/decisions/narrow", test_narrow);
  g_test_add_func ("/view/decisions/toast", test_toast);
}

int
main (int    argc,
      char **argv)
{
  return view_fixture_run (argc, argv, add_tests);
}
