/* Steps 7, 8 and 10 in the window: a status update to whom it concerns, and whose actions these are. */

#include "lev-action-state.h"
#include "lev-follow-up-row.h"
#include "lev-recipient-chips.h"
#include "lev-record-list.h"
#include "view-driver.h"
#include "view-fixture.h"

static LevApplication *application;

static LevWindow *
open_step (guint width,
           guint number)
{
  LevReview *review = view_driver_record (application, LEV_TYPE_REVIEW, "title", "Review 2026-2");
  LevWindow *window = view_driver_open (application, (int) width, 1010);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.review", "s", LEV_RECORD (review)->id);
  view_fixture_iterate (300);
  view_driver_go (window, number);

  return window;
}

static void
test_update (void)
{
  LevWindow *window = open_step (1210, 8);
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
  LevWindow *window = open_step (1210, 8);
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

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  application = view_fixture_new (argv[1]);
  g_test_add_func ("/view/follow-up/update", test_update);
  g_test_add_func ("/view/follow-up/filter", test_filter);
  status = g_test_run ();
  g_object_unref (application);

  return status;
}
