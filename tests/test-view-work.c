/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What waits on “Today”, and where it leads. The argument is the example. */

#include "lev-date-button.h"
#include "lev-feedback.h"
#include "lev-follow-up-row.h"
#include "lev-mail-dialog.h"
#include "lev-outgoing.h"
#include "lev-person-row.h"
#include "lev-process.h"
#include "lev-record-list.h"
#include "lev-task-row.h"
#include "view-driver.h"
#include "view-fixture.h"

#include <glib/gstdio.h>

static LevApplication *application;

static LevReview *
get_review (const char *title)
{
  return view_driver_record (application, LEV_TYPE_REVIEW, "title", title);
}

static LevWindow *
open_place (const char *place)
{
  LevWindow *window = view_driver_open (application, 1210, 1010);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.place", "s", place);
  view_fixture_iterate (300);

  return window;
}

/* Whether @outgoing has someone of that name. */
static gboolean
has_recipient (GPtrArray *outgoing,
               LevPerson *person)
{
  for (guint i = 0; i < outgoing->len; i++)
    if (((LevOutgoing *) g_ptr_array_index (outgoing, i))->recipient == person)
      return TRUE;

  return FALSE;
}

/* In the dialog stands who is in @own, and nobody else of @all. */
static void
assert_recipients (GtkWidget *dialog,
                   GPtrArray *own,
                   GPtrArray *all)
{
  for (guint i = 0; i < all->len; i++)
    {
      LevPerson *person = ((LevOutgoing *) g_ptr_array_index (all, i))->recipient;

      g_assert_cmpint (view_driver_sees (dialog, person->name), ==, has_recipient (own, person));
    }
}

/* Mails that are still to be sent are a line, which leads to them, until they are sent: those about
 * one's own suppliers, as the button of the step says. */
static void
test_mails (void)
{
  LevReview *review = get_review ("Review 2026-2");
  LevPerson *user = lev_application_get_user (application);
  g_autoptr (GPtrArray) all = lev_outgoing_list (review, LEV_MESSAGE_KIND_STATUS, NULL);
  g_autoptr (GPtrArray) own = lev_outgoing_list (review, LEV_MESSAGE_KIND_STATUS, user);
  g_autofree char *title = g_strdup_printf ("Status updates mailen aan %u mensen", own->len);
  g_autofree char *button = g_strdup_printf ("%u mensen mailen…", own->len);
  LevWindow *window = open_place ("today");
  GtkWidget *row;

  g_assert_cmpuint (own->len, >, 1);
  g_assert_cmpuint (own->len, <, all->len);
  row = view_driver_find (window, LEV_TYPE_TASK_ROW, title);
  g_assert_true (view_driver_sees (row, "Review 2026-2 · stap 8"));
  view_fixture_picture (GTK_WIDGET (window), "1200", "today-mails");
  g_assert_true (gtk_widget_activate (row));
  g_assert_true (LEV_IS_MAIL_DIALOG (view_driver_get_dialog (window)));
  assert_recipients (view_driver_get_dialog (window), own, all);
  g_assert_true (view_driver_sees (view_driver_get_dialog (window), "Collega’s mailen over hun"));
  view_fixture_picture (GTK_WIDGET (window), "1200", "today-mails-dialog");
  view_driver_close_dialog (window);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.review", "s", LEV_RECORD (review)->id);
  view_driver_go (window, 8);
  view_driver_click (window, button);
  view_fixture_iterate (400);
  assert_recipients (view_driver_get_dialog (window), own, all);

  lev_application_begin (application, "Mail");
  for (guint i = 0; i < own->len; i++)
    g_assert_nonnull (
      lev_outgoing_note_sent (g_ptr_array_index (own, i), NULL, "Mail", "Text", NULL));
  g_assert_true (lev_application_commit (application));
  view_fixture_iterate (400);
  g_assert_true (
    view_driver_sees (view_driver_get_dialog (window), "Collega’s mailen nog over hun"));
  view_fixture_picture (GTK_WIDGET (window), "1200", "today-mails-verstuurd");
  view_driver_close_dialog (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.place", "s", "today");
  view_fixture_iterate (400);
  g_assert_false (view_driver_sees (window, "Status updates mailen"));

  view_driver_close (window);
}

static LevAction *
get_action (const char *title)
{
  return view_driver_record (application, LEV_TYPE_ACTION, "title", title);
}

/* A reminder goes out of the way until a day, with a reason that stays in sight. */
static void
test_put_off (void)
{
  static const char title[] = "Contract opzeggen of verlengen: hosting, uitwijk en back-up";
  LevRecordList *deferrals = lev_register_list (lev_application_get_records (application),
                                                LEV_TYPE_DEFERRAL);
  guint n_before = lev_record_list_get_n (deferrals);
  LevWindow *window = open_place ("today");
  GtkWidget *row = view_driver_find (window, LEV_TYPE_TASK_ROW, title);
  GtkWidget *dialog;
  LevDeferral *deferral;

  view_driver_click (row, "Uitstellen…");
  view_fixture_iterate (500);
  dialog = view_driver_get_dialog (window);
  g_assert_false (
    gtk_widget_is_sensitive (view_driver_find (dialog, GTK_TYPE_BUTTON, "Vastleggen")));
  lev_date_button_set_date (view_driver_look (dialog, LEV_TYPE_DATE_BUTTON),
                            lev_date_new (2026, 12, 7));
  view_driver_type (view_driver_look (dialog, ADW_TYPE_ENTRY_ROW), "Wacht op de nieuwe prijzen.");
  view_driver_click (dialog, "Vastleggen");
  view_fixture_iterate (400);

  g_assert_cmpuint (lev_record_list_get_n (deferrals), ==, n_before + 1);
  deferral = lev_record_list_peek (deferrals, n_before);
  g_assert_cmpuint (deferral->until, ==, lev_date_new (2026, 12, 7));
  g_assert_true (deferral->by == lev_application_get_user (application));
  row = view_driver_find (window, LEV_TYPE_TASK_ROW, title);
  g_assert_true (view_driver_sees (row, "uitgesteld: Wacht op de nieuwe prijzen."));
  g_assert_true (view_driver_sees (row, "7 december"));

  view_driver_click (window, "Ongedaan maken");
  view_fixture_iterate (400);
  g_assert_cmpuint (lev_record_list_get_n (deferrals), ==, n_before);
  view_driver_close (window);
}

/* A closed round is opened again only with a reason, which stays on record. */
static void
test_reopen (void)
{
  LevReview *review = get_review ("Review 2026-1");
  LevWindow *window = open_place ("today");
  LevRecordList *reopenings;
  GtkWidget *dialog;

  g_assert_cmpuint (review->closed, !=, 0);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.review", "s", LEV_RECORD (review)->id);
  view_fixture_iterate (300);
  view_driver_go (window, 14);
  view_driver_click (window, "Heropenen…");
  view_fixture_iterate (500);
  dialog = view_driver_get_dialog (window);
  g_assert_null (view_driver_look (dialog, LEV_TYPE_DATE_BUTTON));
  g_assert_false (
    gtk_widget_is_sensitive (view_driver_find (dialog, GTK_TYPE_BUTTON, "Vastleggen")));
  view_driver_type (view_driver_look (dialog, ADW_TYPE_ENTRY_ROW), "Een les ontbrak.");
  view_driver_click (dialog, "Vastleggen");
  view_fixture_iterate (400);

  g_assert_cmpuint (review->closed, ==, 0);
  reopenings = lev_record_get_children (LEV_RECORD (review), LEV_TYPE_REOPENING);
  g_assert_cmpuint (lev_record_list_get_n (reopenings), ==, 1);
  g_assert_cmpstr (((LevReopening *) lev_record_list_peek (reopenings, 0))->reason, ==,
                   "Een les ontbrak.");
  g_assert_nonnull (view_driver_find (window, GTK_TYPE_BUTTON, "Ronde afsluiten"));

  g_action_group_activate_action (G_ACTION_GROUP (application), "undo", NULL);
  view_fixture_iterate (300);
  g_assert_cmpuint (review->closed, !=, 0);
  view_driver_close (window);
}

/* One agreement for the actions of a supplier, which then are handed out together. */
static void
test_hand_out (void)
{
  LevAction *first = get_action ("Tweede verbinding aanleggen");
  LevAction *second = get_action ("Storingsafspraken aanscherpen");
  const LevDecisionDetails no = { .by = first->dossier->owner,
                                  .date = lev_clock_today (),
                                  .reason = "Nog niet gezien" };
  LevWindow *window = open_place ("today");
  GtkWidget *row;

  lev_application_begin (application, "Verdict");
  g_assert_nonnull (lev_process_decide (second, 9, LEV_OUTCOME_NO, &no, NULL));
  g_assert_true (lev_application_commit (application));
  g_assert_cmpuint (lev_action_get_step (second), ==, 7);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "(uss)", 7, LEV_RECORD (first)->id,
                              "");
  view_fixture_iterate (500);
  lev_person_row_set_person (view_driver_find (window, LEV_TYPE_PERSON_ROW, "Uitvoerder"),
                             first->dossier->level_manager);
  row = view_driver_find (window, ADW_TYPE_COMBO_ROW, "Status updates");
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), LEV_FREQUENCY_MONTHLY);
  view_fixture_iterate (300);
  view_driver_click (
    window, "Uitvoerder, updates en kanaal ook voor de 1 andere actie van deze leverancier");
  view_fixture_iterate (300);
  g_assert_true (second->executor == first->dossier->level_manager);
  g_assert_cmpint (second->frequency, ==, LEV_FREQUENCY_MONTHLY);
  view_fixture_picture (GTK_WIDGET (window), "1200", "samen-uitzetten");
  view_driver_click (window, "2 acties uitzetten");
  view_fixture_iterate (300);
  g_assert_cmpuint (lev_action_get_step (first), ==, 8);
  g_assert_cmpuint (lev_action_get_step (second), ==, 8);

  view_driver_close (window);
}

/* Chooses @text in the first drop-down below @widget that offers it. */
static gboolean
choose (GtkWidget  *widget,
        const char *text)
{
  if (GTK_IS_DROP_DOWN (widget) && gtk_widget_get_mapped (widget))
    {
      GListModel *choices = gtk_drop_down_get_model (GTK_DROP_DOWN (widget));

      for (guint i = 0; i < g_list_model_get_n_items (choices); i++)
        {
          g_autoptr (GtkStringObject) choice = g_list_model_get_item (choices, i);

          if (!g_str_equal (gtk_string_object_get_string (choice), text))
            continue;
          gtk_drop_down_set_selected (GTK_DROP_DOWN (widget), i);
          view_fixture_iterate (200);
          return TRUE;
        }
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (choose (child, text))
      return TRUE;

  return FALSE;
}

/* The actions by state, contract manager, round and supplier, together with the search. */
static void
test_filters (void)
{
  LevWindow *window = open_place ("actions");
  GtkWidget *page = GTK_WIDGET (window);
  guint n_open = view_driver_count (page, ADW_TYPE_ACTION_ROW);
  guint n_all;

  g_assert_cmpuint (n_open, >, 10);
  g_assert_true (choose (page, "Te laat"));
  g_assert_cmpuint (view_driver_count (page, ADW_TYPE_ACTION_ROW), >, 0);
  g_assert_cmpuint (view_driver_count (page, ADW_TYPE_ACTION_ROW), <, n_open);
  g_assert_true (view_driver_sees (page, "⚠ 20-11-2026"));

  g_assert_true (choose (page, "Alle acties"));
  n_all = view_driver_count (page, ADW_TYPE_ACTION_ROW);
  g_assert_cmpuint (n_all, >, n_open);
  g_assert_true (choose (page, "Review 2026-1"));
  g_assert_cmpuint (view_driver_count (page, ADW_TYPE_ACTION_ROW), <, n_all);
  g_assert_false (view_driver_sees (page, "Tweede verbinding aanleggen"));
  g_assert_true (choose (page, "Alle rondes"));
  g_assert_cmpuint (view_driver_count (page, ADW_TYPE_ACTION_ROW), ==, n_all);

  g_assert_true (choose (page, "Kwelder Netwerken"));
  g_assert_true (view_driver_sees (page, "Tweede verbinding aanleggen"));
  g_assert_false (view_driver_sees (page, "Exitplan actualiseren"));
  g_assert_true (choose (page, "Bas Hoekstra"));
  g_assert_cmpuint (view_driver_count (page, ADW_TYPE_ACTION_ROW), ==, 0);
  g_assert_true (choose (page, "Alle leveranciers"));
  g_assert_true (view_driver_sees (page, "Herstelproef met eigen gegevens"));
  view_driver_type (view_driver_look (window, GTK_TYPE_SEARCH_ENTRY), "sla");
  view_fixture_iterate (400);
  g_assert_true (view_driver_sees (page, "Verlenging met aangescherpte SLA tekenen"));
  g_assert_false (view_driver_sees (page, "Herstelproef met eigen gegevens"));
  view_fixture_picture (GTK_WIDGET (window), "1200", "acties-gefilterd");

  view_driver_close (window);
}

/* Chooses @name in @folder in the dialog of files. */
static void
answer_file_dialog (const char *folder,
                    const char *name)
{
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (!GTK_IS_FILE_CHOOSER (window))
        continue;
      G_GNUC_BEGIN_IGNORE_DEPRECATIONS
      gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (window), file, NULL);
      view_fixture_iterate (500);
      gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (window), name);
      view_fixture_iterate (500);
      gtk_dialog_response (GTK_DIALOG (window), GTK_RESPONSE_ACCEPT);
      G_GNUC_END_IGNORE_DEPRECATIONS
      return;
    }

  g_error ("There is no dialog of files");
}

static gboolean
is_written (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

/* The year calendar writes the report over the year that it shows, when there is anything in it. */
static void
test_year_report (void)
{
  g_autofree char *folder = g_dir_make_tmp ("levman-year-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "Jaarrapport.pdf", NULL);
  g_autofree char *content = NULL;
  LevWindow *window = open_place ("calendar");
  GtkWidget *button = view_driver_find (window, GTK_TYPE_BUTTON,
                                        "Jaarrapport aan het MT schrijven…");

  g_assert_true (gtk_widget_is_sensitive (button));
  view_driver_click (window, "Volgend jaar");
  view_fixture_iterate (200);
  g_assert_false (gtk_widget_is_sensitive (button));
  view_driver_click (window, "Vorig jaar");
  view_fixture_iterate (200);
  view_driver_click (window, "Jaarrapport aan het MT schrijven…");
  view_fixture_iterate (800);
  answer_file_dialog (folder, "Jaarrapport.pdf");
  view_driver_wait_for (is_written, path);
  view_fixture_iterate (800);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_true (g_str_has_prefix (content, "%PDF-"));

  g_unlink (path);
  g_rmdir (folder);
  view_driver_close (window);
}

static void
add_tests (const char *database)
{
  application = lev_application_get_default ();
  g_test_add_func ("/view/work/mails", test_mails);
  g_test_add_func ("/view/work/put-off", test_put_off);
  g_test_add_func ("/view/work/reopen", test_reopen);
  g_test_add_func ("/view/work/filters", test_filters);
  g_test_add_func ("/view/work/hand-out", test_hand_out);
  g_test_add_func ("/view/work/year-report", test_year_report);
}

int
main (int    argc,
      char **argv)
{
  return view_fixture_run (argc, argv, add_tests);
}
