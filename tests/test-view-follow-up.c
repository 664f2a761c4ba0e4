/* Steps 7, 8 and 10 in the window: a status update to whom it concerns, and whose actions these are. */

#include "lev-date-button.h"
#include "lev-follow-up-row.h"
#include "lev-history-dialog.h"
#include "lev-mail-dialog.h"
#include "lev-outbox.h"
#include "lev-recipient-chips.h"
#include "lev-state.h"
#include "view-driver.h"
#include "view-fixture.h"

#include <glib/gstdio.h>

static LevApplication *application;

static void
test_update (void)
{
  LevWindow *window = view_driver_open_step (application, 1210, 8);
  LevAction *action = view_driver_record (application, LEV_TYPE_ACTION, "title",
                                          "Exitplan actualiseren");
  GtkWidget *chips = view_driver_look (window, LEV_TYPE_RECIPIENT_CHIPS);
  LevStatusUpdate *update;

  g_assert_true (view_driver_sees (chips, "J. Verhagen"));
  g_assert_true (view_driver_sees (window, "volgens de afspraak, elke week"));
  view_driver_type (view_driver_look (window, GTK_TYPE_TEXT_VIEW), "Het concept is besproken.");
  gtk_range_set_value (view_driver_look (window, GTK_TYPE_SCALE), 60);
  view_driver_click (chips, "Pieter Dijkman verwijderen");
  g_assert_false (view_driver_sees (chips, "P. Dijkman"));
  view_fixture_picture (GTK_WIDGET (window), "1200", "status-update");
  view_driver_click (window, "Vastleggen");

  update = lev_action_get_update (action);
  g_assert_cmpstr (update->text, ==, "Het concept is besproken.");
  g_assert_cmpint (update->progress, ==, 60);
  g_assert_cmpstr (update->recipients, ==, "Joost Verhagen, Lieke van Dam");
  g_assert_cmpstr (update->author->name, ==, "Marijke de Wit");

  view_driver_close (window);
}

static void
test_filter (void)
{
  LevWindow *window = view_driver_open_step (application, 1210, 8);
  GtkWidget *list;

  g_assert_true (view_driver_sees (window, "Herstelproef met eigen gegevens") ||
                 view_driver_sees (window, "Storingsafspraken aanscherpen"));
  view_driver_click (window, "Acties zoeken");
  view_driver_type (view_driver_look (window, GTK_TYPE_SEARCH_ENTRY), "storing");
  view_fixture_iterate (400);
  g_assert_nonnull (
    view_driver_find (window, LEV_TYPE_FOLLOW_UP_ROW, "Storingsafspraken aanscherpen"));
  list = gtk_widget_get_parent (
    view_driver_find (window, LEV_TYPE_FOLLOW_UP_ROW, "Storingsafspraken aanscherpen"));
  g_assert_false (view_driver_sees (list, "Exitplan actualiseren"));
  view_driver_type (view_driver_look (window, GTK_TYPE_SEARCH_ENTRY), "zzz");
  view_fixture_iterate (400);
  g_assert_true (view_driver_sees (window, "Geen actie voldoet"));

  view_driver_close (window);
}

static void
select_row (LevWindow  *window,
            const char *title)
{
  GtkWidget *row = view_driver_find (window, LEV_TYPE_FOLLOW_UP_ROW, title);

  gtk_list_box_select_row (GTK_LIST_BOX (gtk_widget_get_parent (row)), GTK_LIST_BOX_ROW (row));
  view_fixture_iterate (200);
}

/* The profile after the meeting becomes a version, with what was changed in sight. */
static void
test_profile (void)
{
  LevWindow *window = view_driver_open_step (application, 1210, 7);
  LevSupplier *supplier = view_driver_record (application, LEV_TYPE_SUPPLIER, "name",
                                              "Veenmos Identiteit");
  LevReview *review = view_driver_record (application, LEV_TYPE_REVIEW, "title", "Review 2026-2");
  LevDossier *dossier = lev_review_find_dossier (review, supplier);

  g_assert_null (lev_dossier_get_version (dossier, LEV_VERSION_REASON_UPDATE));
  select_row (window, "Veenmos Identiteit");
  g_assert_true (view_driver_sees (window, "die het MT zag") ||
                 view_driver_sees (window, "zoals het MT het zag"));
  view_fixture_picture (GTK_WIDGET (window), "1200", "profiel-bijwerken");
  view_driver_click (window, "Bijgewerkt profiel bevestigen");
  g_assert_nonnull (lev_dossier_get_version (dossier, LEV_VERSION_REASON_UPDATE));

  view_driver_close (window);
}

/* What is agreed on is handed out, and then waits for updates. */
static void
test_hand_out (void)
{
  LevWindow *window = view_driver_open_step (application, 1210, 7);
  LevAction *action = view_driver_record (application, LEV_TYPE_ACTION, "title",
                                          "Herstelproef met eigen gegevens");

  g_assert_cmpuint (lev_action_get_step (action), ==, 7);
  select_row (window, "Herstelproef met eigen gegevens");
  view_driver_click (window, "Uitzetten");
  g_assert_cmpuint (lev_action_get_step (action), ==, 8);

  view_driver_close (window);
}

/* Two results are reported to the MT at once. */
static void
test_feedback (void)
{
  LevWindow *window = view_driver_open_step (application, 1210, 10);
  LevAction *first = view_driver_record (application, LEV_TYPE_ACTION, "title",
                                         "Verlenging met aangescherpte SLA tekenen");
  LevAction *second = view_driver_record (application, LEV_TYPE_ACTION, "title",
                                          "Noodprocedure voor inloggen vaststellen en oefenen");

  g_assert_true (view_driver_sees (window, "MT-rapport"));
  select_row (window, "Verlenging met aangescherpte SLA tekenen");
  adw_combo_row_set_selected (view_driver_find (window, ADW_TYPE_COMBO_ROW, "Vorm"),
                              LEV_FEEDBACK_FORM_BUNDLED);
  adw_switch_row_set_active (view_driver_look (window, ADW_TYPE_SWITCH_ROW), TRUE);
  view_fixture_iterate (100);
  view_driver_click (window, "2 acties terugkoppelen");
  g_assert_cmpuint (lev_action_get_step (first), ==, 11);
  g_assert_cmpuint (lev_action_get_step (second), ==, 11);
  g_assert_cmpint (lev_action_get_decision (second, 10)->form, ==, LEV_FEEDBACK_FORM_BUNDLED);

  view_driver_close (window);
}

/* Two actions at once, with one text and one of its own. */
static void
test_several (void)
{
  LevWindow *window = view_driver_open_step (application, 1210, 8);
  LevAction *first = view_driver_record (application, LEV_TYPE_ACTION, "title",
                                         "Storingsafspraken aanscherpen");
  LevAction *second = view_driver_record (application, LEV_TYPE_ACTION, "title",
                                          "Exitplan actualiseren");
  GtkWidget *dialog, *button;

  view_driver_click (window, "Meerdere bijwerken…");
  dialog = view_driver_get_dialog (window);
  button = view_driver_find (dialog, GTK_TYPE_BUTTON, "Vastleggen");
  g_assert_false (gtk_widget_is_sensitive (button));
  view_driver_type (view_driver_look (dialog, GTK_TYPE_TEXT_VIEW), "Besproken met de leverancier.");
  gtk_check_button_set_active (view_driver_find (dialog, GTK_TYPE_CHECK_BUTTON,
                                                 "Storingsafspraken aanscherpen bijwerken"),
                               TRUE);
  gtk_check_button_set_active (view_driver_find (dialog, GTK_TYPE_CHECK_BUTTON,
                                                 "Exitplan actualiseren bijwerken"),
                               TRUE);
  view_fixture_picture (GTK_WIDGET (window), "1200", "meerdere-bijwerken");
  view_driver_click (dialog, "Vastleggen");
  g_assert_cmpstr (lev_action_get_update (first)->text, ==, "Besproken met de leverancier.");
  g_assert_cmpstr (lev_action_get_update (second)->text, ==, "Besproken met de leverancier.");

  view_driver_close (window);
}

/* What was recorded stays; the correction stands in its place. */
static void
test_correct (void)
{
  LevWindow *window = view_driver_open_step (application, 1210, 8);
  LevAction *action = view_driver_record (application, LEV_TYPE_ACTION, "title",
                                          "Exitplan actualiseren");
  LevStatusUpdate *before = lev_action_get_update (action);
  GtkWidget *dialog;

  select_row (window, "Exitplan actualiseren");
  view_driver_click (window, "Deze update corrigeren");
  dialog = view_driver_get_dialog (window);
  view_driver_type (view_driver_look (dialog, GTK_TYPE_TEXT_VIEW), "Het was anders.");
  view_driver_click (dialog, "Vastleggen");
  g_assert_true (lev_action_get_update (action)->corrects == before);
  view_fixture_iterate (400);
  g_assert_true (view_driver_sees (window, "gecorrigeerd"));
  view_fixture_picture (GTK_WIDGET (window), "1200", "status-gecorrigeerd");

  view_driver_close (window);
}

/* Another date is asked with its reason, and the old one stays in sight. */
static void
test_due (void)
{
  LevWindow *window = view_driver_open_step (application, 1210, 8);
  LevAction *action = view_driver_record (application, LEV_TYPE_ACTION, "title",
                                          "Exitplan actualiseren");
  GtkWidget *dialog;

  select_row (window, "Exitplan actualiseren");
  view_driver_click (window, "Andere einddatum…");
  dialog = view_driver_get_dialog (window);
  lev_date_button_set_date (view_driver_look (dialog, LEV_TYPE_DATE_BUTTON),
                            lev_date_new (2027, 1, 29));
  view_driver_type (view_driver_look (dialog, ADW_TYPE_ENTRY_ROW), "De leverancier levert later.");
  view_fixture_picture (GTK_WIDGET (window), "1200", "andere-einddatum");
  view_driver_click (dialog, "Vastleggen");
  g_assert_cmpuint (action->due, ==, lev_date_new (2027, 1, 29));
  view_fixture_iterate (400);
  g_assert_true (view_driver_sees (window, "De leverancier levert later."));

  view_driver_close (window);
}

static void
remove_mails (const char *path,
              guint       n_expected)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_assert_true (g_str_has_suffix (name, ".eml"));
      g_assert_cmpint (g_unlink (file), ==, 0);
      n++;
    }
  g_assert_cmpuint (n, ==, n_expected);
  g_assert_cmpint (g_rmdir (path), ==, 0);
}

/* Who is still to be mailed, each with an own text; saved as files they are recorded as sent. */
static void
test_mail (void)
{
  LevWindow *window = view_driver_open_step (application, 1210, 8);
  LevReview *review = view_driver_record (application, LEV_TYPE_REVIEW, "title", "Review 2026-2");
  g_autoptr (GPtrArray) before = lev_outgoing_list (review, LEV_MESSAGE_KIND_STATUS, NULL);
  g_autoptr (GPtrArray) after = NULL;
  g_autofree char *path = g_dir_make_tmp ("levman-mail-XXXXXX", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  GtkWidget *dialog;

  g_assert_cmpuint (before->len, >, 0);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.mail", "@(sss)",
                              lev_mail_dialog_new_target (review, LEV_MESSAGE_KIND_STATUS, NULL));
  dialog = view_driver_get_dialog (window);
  g_assert_true (view_driver_sees (dialog, "Joost Verhagen"));
  adw_expander_row_set_expanded (view_driver_look (dialog, ADW_TYPE_EXPANDER_ROW), TRUE);
  view_fixture_iterate (600);
  g_assert_true (view_driver_sees (dialog, "Beste "));
  view_fixture_picture (GTK_WIDGET (window), "1200", "betrokkenen-mailen");
  lev_outbox_save_follow_up (dialog, before, folder);
  after = lev_outgoing_list (review, LEV_MESSAGE_KIND_STATUS, NULL);
  g_assert_cmpuint (after->len, ==, 0);
  view_fixture_iterate (400);
  g_assert_true (view_driver_sees (dialog, "Iedereen is op de hoogte"));
  remove_mails (path, before->len);

  view_driver_close (window);
}

/* The history of an action and of its updates is a click away, and so is that of a profile. */
static void
test_history (void)
{
  LevWindow *window = view_driver_open_step (application, 1210, 8);
  GtkWidget *dialog;

  select_row (window, "Exitplan actualiseren");
  view_driver_click (window, "Geschiedenis van deze actie");
  view_fixture_iterate (500);
  dialog = view_driver_get_dialog (window);
  g_assert_true (LEV_IS_HISTORY_DIALOG (dialog));
  g_assert_true (view_driver_sees (dialog, "Einddatum"));
  g_assert_true (view_driver_sees (dialog, "29-01-2027"));
  view_fixture_picture (GTK_WIDGET (window), "1200", "actie-geschiedenis");
  adw_dialog_force_close (ADW_DIALOG (dialog));
  view_fixture_iterate (300);

  view_driver_go (window, 7);
  select_row (window, "Veenmos Identiteit");
  view_driver_click (window, "Geschiedenis van dit profiel");
  view_fixture_iterate (500);
  g_assert_true (LEV_IS_HISTORY_DIALOG (view_driver_get_dialog (window)));
  view_driver_close_dialog (window);
  view_driver_close (window);
}

static void
add_tests (const char *database)
{
  application = lev_application_get_default ();
  g_test_add_func ("/view/follow-up/update", test_update);
  g_test_add_func ("/view/follow-up/filter", test_filter);
  g_test_add_func ("/view/follow-up/several", test_several);
  g_test_add_func ("/view/follow-up/correct", test_correct);
  g_test_add_func ("/view/follow-up/due", test_due);
  g_test_add_func ("/view/follow-up/history", test_history);
  g_test_add_func ("/view/follow-up/mail", test_mail);
  g_test_add_func ("/view/follow-up/profile", test_profile);
  g_test_add_func ("/view/follow-up/hand-out", test_hand_out);
  g_test_add_func ("/view/follow-up/feedback", test_feedback);
}

int
main (int    argc,
      char **argv)
{
  return view_fixture_run (argc, argv, add_tests);
}
